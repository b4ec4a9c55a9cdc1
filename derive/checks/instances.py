"""Does it hold for K = 1, 2, 3, 4?  The referee that writes every sum out and compares rational functions.

Comes in: a theory; then questions.  Goes out: agrees, disagrees or not decided, and on what that rests.

Both sides become rational functions of symbols and powers of e (`explicit`, `rational`).  Linear equations among the
hypotheses are used by eliminating one element each.  Where the two sides differ, but other hypotheses or functions
that are not rational (log) may make up for it, the question is left to numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from derive.checks.explicit import Explicit, Expr, OutOfReach, positions, size
from derive.checks.numbers import At, Env
from derive.checks.question import AGREES, DISAGREES, UNDECIDED, Question, Verdict
from derive.checks.rational import Image, Poly, Rational
from derive.checks.sampling import Scene, assignments, points, reached, sizes
from derive.expr import (
    FALSE,
    And,
    Cmp,
    ForAll,
    Formula,
    Implies,
    Index,
    IndexTerm,
    Node,
    Ref,
    Sizes,
    free,
    names,
    subterms,
)
from derive.theory import Theory

__all__ = ["referee"]

_SPAN = {True: (4, 6), False: (4, 2)}
"""How large K gets, and how many choices of the indices are looked at per size: for a claim, for a step."""
_MOST = {True: 8_000, False: 2_000}
"""How much both sides may come to, over all choices, before no further one is looked at; the same on every machine."""

# --------------------------------------------------------------------------------------------------- hypotheses


def _equations(world: Explicit, formula: Formula, env: Env) -> Iterator[Expr]:
    """What the hypothesis says is 0."""
    if isinstance(formula, And):
        for arg in formula.args:
            yield from _equations(world, arg, env)
    elif isinstance(formula, ForAll):
        for n in range(world.dims[formula.index.dim]):
            yield from _equations(world, formula.body, {**env, formula.index: n})
    elif isinstance(formula, Implies) and not names(formula.cond):
        if world.expr(formula.cond, env):
            yield from _equations(world, formula.body, env)
    elif _is_equation(formula):
        assert isinstance(formula, Cmp)
        yield world.expr(formula.left, env) - world.expr(formula.right, env)


def _is_equation(node: Node) -> bool:
    return isinstance(node, Cmp) and node.op == "==" and not isinstance(node.left, IndexTerm)


def _strict(formula: Formula) -> Formula:
    """The formula with `<` for `<=`."""
    if isinstance(formula, Cmp):
        return Cmp("<", formula.left, formula.right) if formula.op == "<=" else formula
    if isinstance(formula, And | ForAll):
        return formula.rebuild(tuple(_strict(f) for f in formula.children() if isinstance(f, Formula)))  # type: ignore[return-value]
    return formula if not names(formula) else FALSE


def _dense(scene: Scene, dims: Mapping[str, int]) -> bool:
    """Whether what vanishes wherever the hypotheses hold vanishes everywhere, equations aside: they have an interior."""
    inner = Scene.of(scene.theory, map(_strict, scene.hypotheses), scene.hypotheses, typed=False)
    return any(True for _ in points(inner, seed=scene.theory.name, count=1, dims=dims))


@dataclass(frozen=True, slots=True)
class _Instance:
    """A theory at given sizes, elements eliminated; `whole` if that has used up all equations."""

    world: Explicit
    whole: bool
    image: Image


def _eliminate(theory: Theory, dims: Mapping[str, int], hypotheses: Iterable[Formula], env: Env) -> _Instance | None:
    """The instance in which the equations among the hypotheses hold; None if they contradict each other."""
    world, whole = Explicit(theory, dims, {}), True
    for hypothesis in hypotheses:
        count = len(list(_equations(world, hypothesis, env)))
        for n in range(count):
            gap = next(islice(_equations(world, hypothesis, env), n, None))
            rational = Rational(gap)
            poly = rational.fraction(gap).above
            if poly == 0:
                continue
            if poly.is_ground:
                return None
            fixed = _solved(world.fixed, rational, poly, _elements(theory, world, hypothesis))
            world, whole = (world, False) if fixed is None else (Explicit(theory, dims, fixed), whole)
    return _Instance(world, whole, Image())


def _elements(theory: Theory, world: Explicit, hypothesis: Formula) -> dict[Expr, tuple[str, At]]:
    """The elements that the hypothesis rests on, by symbol."""
    defined = {d.name for d in theory.definitions}
    refs = {n.name: n for n in reached(theory, (hypothesis,)) if isinstance(n, Ref) and n.name not in defined}
    return {world.symbol(name, at): (name, at) for name, ref in refs.items() for at in positions(world, ref)}


def _solved(
    fixed: Mapping[tuple[str, At], Expr], rational: Rational, poly: Poly, elements: Mapping[Expr, tuple[str, At]]
) -> dict[tuple[str, At], Expr] | None:
    """`fixed`, and one more element so that `poly` is 0; None if it is not linear in any."""
    powers = frozenset().union(
        *(atom.free_symbols for atom, power in rational.generators if power or not atom.is_Symbol)
    )
    for (symbol, power), generator in reversed(rational.generators.items()):
        if power or symbol in powers or symbol not in elements or poly.degree(generator) != 1:
            continue
        slope = poly.diff(generator)
        if slope.is_ground:
            value = rational.restore(poly - slope * generator) / -rational.restore(slope)
            return {e: v.xreplace({symbol: value}) for e, v in fixed.items()} | {elements[symbol]: value}
    return None


# ------------------------------------------------------------------------------------------------------ referee


def referee(theory: Theory) -> Callable[[Question], Verdict]:
    """Decides equations over `theory` at explicit sizes."""
    instances: dict[object, _Instance | None] = {}

    def instance(dims: Mapping[str, int], hypotheses: tuple[Formula, ...], env: Env) -> _Instance | None:
        equations = tuple(h for h in hypotheses if any(map(_is_equation, subterms(h))))
        inner = {i: n for i, n in env.items() if any(i in free(h) for h in equations)}
        key = (tuple(dims.items()), equations, tuple(inner.items()))
        if key not in instances:
            instances[key] = _eliminate(theory, dims, equations, inner)
        return instances[key]

    def decide(question: Question) -> Verdict:
        if question.statement.op != "==":
            return Verdict(UNDECIDED, "not an equation")
        scene = Scene.of(theory, question.hypotheses, (question.statement,), typed=False)
        spent, looked, largest = 0, 0, 0
        try:
            for dims, env in _choices(scene, question):
                if spent > _MOST[question.thorough]:
                    break
                explicit = instance(dims, question.hypotheses, env)
                if explicit is not None:
                    same, certain, size = _agree(explicit, question.statement, env)
                    if not same and certain and explicit.whole and _dense(scene, dims):
                        return Verdict(DISAGREES, _at(dims, env))
                    if not same:
                        return Verdict(UNDECIDED, "not rational")
                    spent, looked, largest = spent + size, looked + 1, max(largest, *dims.values(), 0)
        except (OutOfReach, RecursionError) as error:
            if not looked:
                return Verdict(UNDECIDED, str(error) if isinstance(error, OutOfReach) else "too deep an expression")
        reach = f"{looked} instances, sizes up to {largest}" if scene.dims else "exactly"
        return Verdict(AGREES, reach) if looked else Verdict(UNDECIDED, "no instance")

    return decide


def _at(dims: Mapping[str, int], env: Env) -> str:
    return "at " + ", ".join(f"{name} = {n}" for name, n in (*dims.items(), *((i.name, n) for i, n in env.items())))


def _choices(scene: Scene, question: Question) -> Iterator[tuple[dict[str, int], dict[Index, int]]]:
    """Sizes, and values of the indices at which the conditions on indices hold."""
    most, count = _SPAN[question.thorough]
    conditions = [h for h in scene.hypotheses if not names(h)]
    given, positions = dict(question.sizes), dict(question.positions)
    indices = free(question.statement).union(*map(free, scene.hypotheses)) - positions.keys()
    others = [d for d in scene.dims if d not in given]
    for found in islice(sizes(others, most, scene.theory), most if others else 1):
        dims = Sizes({**found, **given})
        plain = Explicit(scene.theory, dims, {})
        for env in ({**env, **positions} for env in assignments(indices, dims, count)):
            if all(plain.expr(c, env) for c in conditions):
                yield dims, env


def _agree(instance: _Instance, statement: Cmp, env: Env) -> tuple[bool, bool, int]:
    """Whether both sides are the same function, whether a no is certain, and how large they are."""
    left, right = (instance.world.expr(side, env) for side in (statement.left, statement.right))
    same = instance.image.same(left, right)
    return same, same or Rational(left, right).exact, size(left) + size(right)
