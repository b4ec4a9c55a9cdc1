"""Which theories does the property test try?  Random ones in the whole language, the same for the same seed.

Comes in: a seed.  Goes out: `Source`, definitions as trees of text, so that variants with other letters, another order of
operands, or another order of independent definitions can be written, and a failing one can be cut down.  Arguments of log, sqrt,
quotients and powers are made so that they have values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

LETTERS = ("i", "j", "k", "l", "m", "n", "p", "q", "r", "s")
DIMS = ("K", "N", "M")


@dataclass(frozen=True, slots=True)
class Tree:
    """A piece of text: {0}, {1}, … stand for its parts, #n for index n; `binds` names the indices that it binds."""

    form: str
    parts: tuple[Tree, ...] = ()
    indices: tuple[int, ...] = ()
    binds: tuple[int, ...] = ()

    @property
    def free(self) -> frozenset[int]:
        """The indices that something around it must bind."""
        return frozenset(self.indices).union(*(p.free for p in self.parts)) - frozenset(self.binds)

    def write(self, names: Mapping[int, str], letters: tuple[str, ...]) -> str:
        """The text, indices named by `names`; bound ones by the first letters that are not in scope."""
        names = dict(names)
        for index in self.binds:
            names[index] = next(letter for letter in letters if letter not in names.values())
        text = self.form.format(*(p.write(names, letters) for p in self.parts))
        for index in sorted({*self.indices, *self.binds}, reverse=True):
            text = text.replace(f"#{index}#", names[index])
        return text

    def swapped(self, rng: Random) -> Tree:
        """The same with operands of + and * in another order, here and there."""
        parts = tuple(p.swapped(rng) for p in self.parts)
        if self.form in COMMUTATIVE and rng.random() < 0.7:
            parts = parts[::-1]
        return replace(self, parts=parts)

    def renamed(self, old: int, new: int) -> Tree:
        """With the free index `new` for `old`."""
        swap = {old: new}
        return Tree(
            self.form.replace(f"#{old}#", f"#{new}#"),
            tuple(p.renamed(old, new) for p in self.parts),
            tuple(swap.get(i, i) for i in self.indices),
            self.binds,
        )

    def smaller(self) -> Iterator[Tree]:
        """Trees with one piece cut out."""
        yield from self.parts
        if self.parts:
            yield Tree("1")
            yield Tree("2")
        for n, part in enumerate(self.parts):
            for cut in part.smaller():
                yield replace(self, parts=(*self.parts[:n], cut, *self.parts[n + 1 :]))


COMMUTATIVE = ("({0} + {1})", "({0}*{1})")


@dataclass(frozen=True, slots=True)
class Equation:
    """name[indices] = body."""

    name: str
    indices: tuple[int, ...]
    body: Tree

    def write(self, letters: tuple[str, ...]) -> str:
        """The definition as a statement."""
        names = dict(zip(self.indices, letters, strict=False))
        left = f"{self.name}[{', '.join(names.values())}]" if names else self.name
        text = self.body.write(names, letters)
        return f"{left} = {text[1:-1] if _wrapped(text) else text}"


def _wrapped(text: str) -> bool:
    """Whether one pair of brackets encloses all of `text`."""
    depth = 0
    for n, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return text[:1] == "(" and n == len(text) - 1
    return False


@dataclass(frozen=True, slots=True)
class Source:
    """Declarations and definitions of a theory."""

    declarations: tuple[str, ...]
    equations: tuple[Equation, ...]

    def write(self, letters: tuple[str, ...] = LETTERS) -> str:
        """The theory's text."""
        return "\n".join((*self.declarations, *(e.write(letters) for e in self.equations)))

    def swapped(self, rng: Random) -> Source:
        """With other orders of the operands of + and *."""
        return replace(self, equations=tuple(replace(e, body=e.body.swapped(rng)) for e in self.equations))

    def reordered(self, rng: Random) -> Source:
        """With its definitions in another order in which each still follows those that it uses; the last one stays last."""
        left, done = list(self.equations[:-1]), list[Equation]()
        while left:
            ready = [e for e in left if not any(_uses(e.body, o.name) for o in left if o is not e)]
            chosen = rng.choice(ready)
            left.remove(chosen)
            done.append(chosen)
        return replace(self, equations=(*done, self.equations[-1]))

    def smaller(self) -> Iterator[Source]:
        """Theories with one piece cut out."""
        for n in range(len(self.equations)):
            yield replace(self, equations=self.equations[:n] + self.equations[n + 1 :])
        for n in range(len(self.declarations)):
            yield replace(self, declarations=self.declarations[:n] + self.declarations[n + 1 :])
        for n, equation in enumerate(self.equations):
            for body in equation.body.smaller():
                changed = replace(equation, body=body)
                yield replace(self, equations=(*self.equations[:n], changed, *self.equations[n + 1 :]))
            for m in range(len(equation.indices)):
                cut = replace(equation, indices=equation.indices[:m] + equation.indices[m + 1 :])
                yield replace(self, equations=(*self.equations[:n], cut, *self.equations[n + 1 :]))


def _uses(tree: Tree, name: str) -> bool:
    return tree.form.split("[")[0] == name or any(_uses(p, name) for p in tree.parts)


# ----------------------------------------------------------------------------------------------------- making them

Scope = Mapping[int, str]
"""The indices that may be used, with their dimensions."""

_SHAPES = ((), (), ("K",), ("K",), ("K",), ("N",), ("K", "N"), ("N", "K"), ("K", "K"), ("K", "N", "M"), ("K", "K", "N"))
_INPUTS = ("a", "b", "x", "w", "A", "W", "T", "t")
_OUTPUTS = ("u", "v", "y", "L")
_TYPES = ("Real",) * 6 + ("Positive", "Positive", "NonNegative", "Unit", "Simplex", "OneHot", "Binary")


DEPTHS = (1, 2, 2, 2, 3, 3, 4)
"""How deep a formula is nested, each as often as it stands here."""


def random_theory(seed: int, depths: Sequence[int] = DEPTHS) -> Source:
    """A theory of one to four definitions over one to four inputs."""
    return _Maker(Random(seed), depths).theory()


class _Maker:
    def __init__(self, rng: Random, depths: Sequence[int]) -> None:
        self.rng, self.depths = rng, depths
        self.numbers = count(1)
        self.inputs: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.shapes: dict[str, tuple[str, ...]] = {}
        self.pool: list[Tree] = []

    def theory(self) -> Source:
        rng = self.rng
        for name in rng.sample(_INPUTS, rng.choice((1, 2, 2, 3, 4))):
            shape = rng.choice(_SHAPES)
            kind = rng.choice(_TYPES)
            if kind in ("Simplex", "OneHot") and not shape:
                kind = "Real"
            self.inputs[name] = (kind, shape)
            self.shapes[name] = shape
        equations: list[Equation] = []
        rests_on: set[str] = {n for n, (kind, _) in self.inputs.items() if kind not in ("OneHot", "Binary")}
        for name in _OUTPUTS[-rng.choice((1, 1, 2, 2, 3, 4)) :]:
            equation = self.equation(name)
            for _ in range(20):
                if any(_uses(equation.body, n) for n in rests_on):
                    rests_on.add(name)
                    break
                equation = self.equation(name)
            equations.append(equation)
            self.shapes[name] = self.shape_of(equation)
        needed = [(n, k, s) for n, (k, s) in self.inputs.items() if any(_uses(e.body, n) for e in equations)]
        declarations = tuple(f"{n}: {k}[{', '.join(s)}]" if s else f"{n}: {k}" for n, k, s in needed)
        return Source(declarations, tuple(equations))

    def equation(self, name: str) -> Equation:
        rng = self.rng
        seen = [d for _, shape in self.inputs.values() for d in shape]
        dims = rng.sample(seen, min(len(seen), rng.choice((0, 0, 1, 1, 1, 2, 2, 3))))
        indices = {next(self.numbers): d for d in dims}
        self.dim_of = dict(indices)
        self.pool.clear()
        body = self.pick(_TERMS, indices, rng.choice(self.depths))
        return Equation(name, tuple(i for i in indices if i in body.free), body)

    def shape_of(self, equation: Equation) -> tuple[str, ...]:
        return tuple(self.dim_of[i] for i in equation.indices)

    # ------------------------------------------------------------------------------------------------ terms

    def term(self, scope: Scope, depth: int) -> Tree:
        """A number of any sign."""
        if depth <= 0 or self.rng.random() < 0.08:
            return self.leaf(scope)
        return self.pick(_TERMS, scope, depth)

    def positive(self, scope: Scope, depth: int) -> Tree:
        """A number above 0."""
        return self.pick(_POSITIVE, scope, depth)

    def pick(self, table: Mapping[Callable[..., Tree | None], int], scope: Scope, depth: int) -> Tree:
        while True:
            (rule,) = self.rng.choices(tuple(table), tuple(table.values()))
            made = rule(self, scope, depth)
            if made is not None:
                if made.parts:
                    self.pool.append(made)
                return made

    def leaf(self, scope: Scope) -> Tree:
        fitting = [n for n, shape in self.shapes.items() if set(shape) <= set(scope.values())]
        fitting += [n for n in fitting if n not in self.inputs] * 3  # what was defined is there to be used
        fitting += [n for n in fitting if self.shapes[n]] * 2
        if fitting and self.rng.random() > 0.08:
            return self.element(self.rng.choice(fitting), scope)
        return self.number() if fitting or len(scope) > 1 else _reduce(("sum",))(self, scope, 0) or self.number()

    def element(self, name: str, scope: Scope) -> Tree:
        at = tuple(self.rng.choice([i for i, d in scope.items() if d == dim]) for dim in self.shapes[name])
        return Tree(f"{name}[{', '.join(f'#{i}#' for i in at)}]" if at else name, (), at)

    def number(self) -> Tree:
        sizes = sorted({d for _, shape in self.inputs.values() for d in shape})
        return Tree(self.rng.choice(("2", "3", "0.5", "1", "-1", "(1/3)", "pi", *sizes)))

    def bind(self, scope: Scope) -> tuple[int, str] | None:
        dims = sorted({d for shape in self.shapes.values() for d in shape})
        if not dims or len(scope) >= 5:
            return None
        index, dim = next(self.numbers), self.rng.choice(dims)
        self.dim_of[index] = dim
        return index, dim

    def condition(self, scope: Scope, depth: int) -> Tree:
        pairs = [(i, j) for i in scope for j in scope if i < j and scope[i] == scope[j]]
        if pairs and self.rng.random() < 0.5:
            i, j = self.rng.choice(pairs)
            return Tree(self.rng.choice((f"#{i}# == #{j}#", f"#{i}# != #{j}#", f"#{j}# != #{i}#")), (), (i, j))
        op = self.rng.choice(("<", ">", "<=", ">="))
        left, right = self.leaf(scope), Tree("0") if self.rng.random() < 0.5 else self.leaf(scope)
        return Tree(f"{{0}} {op} {{1}}", (left, right if right != left else Tree("1")))


def _binary(form: str) -> Callable[[_Maker, Scope, int], Tree]:
    return lambda m, scope, depth: Tree(form, (m.term(scope, depth - 1), m.term(scope, depth - 2)))


def _unary(*forms: str) -> Callable[[_Maker, Scope, int], Tree]:
    return lambda m, scope, depth: Tree(m.rng.choice(forms), (m.term(scope, depth - 1),))


def _over(m: _Maker, scope: Scope, depth: int) -> Tree:
    return Tree("({0}/{1})", (m.term(scope, depth - 1), m.positive(scope, depth - 1)))


def _of_positive(*forms: str) -> Callable[[_Maker, Scope, int], Tree]:
    return lambda m, scope, depth: Tree(m.rng.choice(forms), (m.positive(scope, depth - 1),))


def _power(m: _Maker, scope: Scope, depth: int) -> Tree:
    return Tree("({0}**{1})", (m.positive(scope, depth - 2), m.leaf(scope)))


def _again(m: _Maker, scope: Scope, depth: int) -> Tree | None:
    fitting = [t for t in m.pool if t.free <= scope.keys()]
    return m.rng.choice(fitting) if fitting else None


def _delta(m: _Maker, scope: Scope, depth: int) -> Tree | None:
    pairs = [(i, j) for i in scope for j in scope if scope[i] == scope[j] and i != j]
    if not pairs:
        return None
    i, j = m.rng.choice(pairs)
    return Tree(f"delta(#{i}#, #{j}#)", (), (i, j))


def _argmax(m: _Maker, scope: Scope, depth: int) -> Tree | None:
    bound = m.bind(scope)
    at = [i for i, d in scope.items() if bound and d == bound[1]]
    if bound is None or not at:
        return None
    index, dim = bound
    body = m.leaf({**scope, index: dim})
    i = m.rng.choice(at)
    form = f"delta(#{i}#, argmax({{0}} for #{index}# in {dim}))"
    return Tree(form, (body,), (i,), (index,)) if index in body.free else None


def _reduce(ops: tuple[str, ...], wrap: str = "{}") -> Callable[[_Maker, Scope, int], Tree | None]:
    def rule(m: _Maker, scope: Scope, depth: int) -> Tree | None:
        bound = m.bind(scope)
        if bound is None:
            return None
        index, dim = bound
        inner = {**scope, index: dim}
        body = m.term(inner, depth - 1)
        op = m.rng.choice(ops)
        others = [i for i, d in scope.items() if d == dim]
        tail, indices, parts = "", (index,), (body,)
        if others and m.rng.random() < 0.3 and op in ("sum", "prod"):
            i = m.rng.choice(others)
            tail, indices = f" if #{index}# {m.rng.choice(('!=', '!=', '!=', '=='))} #{i}#", (index, i)
        elif m.rng.random() < 0.1 and op in ("sum", "prod"):
            tail, parts = " if {1}", (body, m.condition(inner, 0))
        form = wrap.format(f"{op}({{0}} for #{index}# in {dim}{tail})")
        return Tree(form, parts, indices, (index,))

    return rule


def _mean(m: _Maker, scope: Scope, depth: int) -> Tree | None:
    bound = m.bind(scope)
    if bound is None:
        return None
    index, dim = bound
    body = m.term({**scope, index: dim}, depth - 1)
    return Tree(f"(sum({{0}} for #{index}# in {dim})/{dim})", (body,), (), (index,)) if index in body.free else None


def _softmax(m: _Maker, scope: Scope, depth: int) -> Tree | None:
    """One over the sum of all of its kind: exp(u[i])/Σ exp(u[k]), or of other positive numbers."""
    if not scope:
        return None
    chosen = m.rng.choice(tuple(scope))
    inner = m.rng.choice((_unary("exp({0})"), _POSITIVE_QUANTITY, _unary("(1 + {0}**2)")))(m, scope, depth - 1)
    if inner is None or chosen not in inner.free:
        return None
    index = next(m.numbers)
    m.dim_of[index] = scope[chosen]
    total = Tree(f"sum({{0}} for #{index}# in {scope[chosen]})", (inner.renamed(chosen, index),), (), (index,))
    return Tree("({0}/{1})", (inner, total))


def _branch(m: _Maker, scope: Scope, depth: int) -> Tree:
    parts = (m.term(scope, depth - 1), m.condition(scope, depth - 1), m.term(scope, depth - 2))
    return Tree("({0} if {1} else {2})", parts)


def _POSITIVE_QUANTITY(m: _Maker, scope: Scope, depth: int) -> Tree | None:  # noqa: N802
    fitting = [n for n, (kind, shape) in m.inputs.items() if kind == "Positive" and set(shape) <= set(scope.values())]
    return m.element(m.rng.choice(fitting), scope) if fitting else None


def _positive_binary(form: str) -> Callable[[_Maker, Scope, int], Tree]:
    return lambda m, scope, depth: Tree(form, (m.positive(scope, depth - 1), m.positive(scope, depth - 2)))


def _positive_sum(m: _Maker, scope: Scope, depth: int) -> Tree | None:
    bound = m.bind(scope)
    if bound is None:
        return None
    index, dim = bound
    return Tree(f"sum({{0}} for #{index}# in {dim})", (m.positive({**scope, index: dim}, depth - 1),), (), (index,))


_TERMS: Mapping[Callable[..., Tree | None], int] = {
    # rule: how often
    _binary("({0} + {1})"): 10,
    _binary("({0} - {1})"): 6,
    _binary("({0}*{1})"): 14,
    _over: 8,
    _unary("(-{0})"): 2,
    _unary("({0}**2)", "({0}**3)"): 4,
    _of_positive("({0}**(-1))", "({0}**0.5)", "({0}**(-3/2))", "({0}**1.5)", "(2**{0})"): 2,
    _power: 3,
    _unary("exp({0})", "exp(-{0})"): 5,
    _of_positive("log({0})", "sqrt({0})"): 7,
    _unary("sin({0})", "cos({0})", "tanh({0})", "sinh({0})", "cosh({0})", "atan({0})", "erf({0})"): 6,
    _unary("abs({0})", "max({0}, 0)", "sign({0})"): 4,
    _unary("(1/(1 + exp(-{0})))", "log(1 + exp({0}))", "({0}*(1/(1 + exp(-{0}))))"): 4,
    _binary("max({0}, {1})"): 1,
    _binary("min({0}, {1})"): 1,
    _branch: 5,
    _delta: 3,
    _argmax: 1,
    _again: 6,
    _reduce(("sum",)): 14,
    _reduce(("prod",)): 2,
    _reduce(("max", "min")): 3,
    _mean: 3,
    _softmax: 6,
    lambda m, scope, depth: m.leaf(scope): 6,
}
_POSITIVE: Mapping[Callable[..., Tree | None], int] = {
    _unary("exp({0})"): 4,
    _unary("(1 + {0}**2)"): 4,
    _unary("sqrt(1 + {0}**2)", "cosh({0})", "(1 + exp({0}))", "(2 + sin({0}))", "(1 + abs({0}))"): 3,
    _POSITIVE_QUANTITY: 6,
    _positive_sum: 4,
    _positive_binary("({0} + {1})"): 1,
    _positive_binary("({0}*{1})"): 1,
    lambda m, scope, depth: Tree(m.rng.choice(("2", "3", "0.5"))): 1,
}
