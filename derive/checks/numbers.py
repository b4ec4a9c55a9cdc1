"""What is the value?  Terms and formulas at one point, to many digits, straight from what they mean.

Comes in: a node, a theory for its definitions, and a `Point`: sizes of the dimensions and every element of every input.
Goes out: an `mpf` (a number), an `int` (a position) or a `bool` (a formula).

Definitions are evaluated on demand and kept per element, so the graph of definitions is never expanded.  A derivative
is a central difference in a world in which one element of one quantity is moved and the definition of that quantity
is no longer used: what is defined from it moves along, nothing else.  With p digits asked for, the step is 10^(-p/2)
and the work is done to 3p/2 digits, so that truncation and rounding both stay near 10^(-p); nesting asks for more
digits by itself.

Functions are total in the language; where a value is left open there (1/0, log(-1)) `Undefined` is raised and the
point is of no use.  A product with a factor 0 is 0 whatever the other factors are, but nothing is differentiated there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count, product
from operator import itemgetter
from typing import Any, TypeAlias

from mpmath import mp, mpf

from derive.expr import (
    Add,
    Aligned,
    And,
    ArgMax,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Fun,
    If,
    Implies,
    Index,
    Mul,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Sizes,
    free_in_order,
    names,
)
from derive.theory import Definition, Theory

__all__ = ["DIGITS", "Array", "Number", "Point", "Undefined", "World", "evaluate", "precisely"]

DIGITS = 50
"""Digits that numbers are computed to."""

Number: TypeAlias = Any
"""An `mpf` (mpmath has no types of its own)."""
Array: TypeAlias = Any
"""A number, or a nested sequence of numbers: one level per axis."""
At: TypeAlias = tuple[int, ...]
Env: TypeAlias = Mapping[Index, int]


class Undefined(ArithmeticError):
    """The language leaves the value open here, or no derivative exists, or it is out of reach: the point is of no use."""


@dataclass(frozen=True)
class Point:
    """Sizes of dimensions and elements of inputs; `exact` unless an equation was solved for some element.

    `turn` is the number under which it was drawn.
    """

    dims: Mapping[str, int]
    elements: Mapping[tuple[str, At], Number] = field(repr=False)
    exact: bool = True
    turn: int = 0

    @classmethod
    def of(cls, dims: Mapping[str, int], values: Mapping[str, Array]) -> Point:
        """From nested sequences of anything that `mpf` takes, by name."""
        return cls(
            Sizes(dims), {(name, at): number for name, value in values.items() for at, number in _flatten(value)}
        )

    @property
    def arrays(self) -> dict[str, Array]:
        """The inputs by name as nested tuples."""
        shapes: dict[str, At] = {}
        for name, at in self.elements:
            shapes[name] = tuple(max(n, m + 1) for n, m in zip(shapes.get(name, (0,) * len(at)), at, strict=True))
        return {name: self._array(name, (), shape) for name, shape in shapes.items()}

    def _array(self, name: str, at: At, shape: At) -> Array:
        if not shape:
            return self.elements[name, at]
        return tuple(self._array(name, (*at, n), shape[1:]) for n in range(shape[0]))


def _flatten(value: Array) -> Iterator[tuple[At, Number]]:
    if isinstance(value, list | tuple):
        for n, part in enumerate(value):
            yield from (((n, *at), number) for at, number in _flatten(part))
    else:
        yield (), mpf(value.numerator) / value.denominator if hasattr(value, "denominator") else mpf(value)


def precisely(digits: int) -> AbstractContextManager[object]:
    """Numbers have so many digits within; nothing is done where they do."""
    return nullcontext() if mp.dps == digits else mp.workdps(digits)


def evaluate(
    node: Node, theory: Theory, point: Point, indices: Env | None = None, digits: int = DIGITS
) -> Number | int | bool:
    """The value of `node` at `point`, its free indices at `indices`.  Raises `Undefined`."""
    with precisely(digits):
        return World.of(theory, point).value(node, indices or {})


# ------------------------------------------------------------------------------------------------------ worlds


class World:
    """Every quantity of a theory at a point, evaluated on demand; derived worlds have one element moved."""

    __slots__ = ("_cut", "_definitions", "_depth", "_elements", "_moved", "around", "dims", "memo", "varying")

    def __init__(
        self,
        definitions: Mapping[str, Definition],
        depth: Mapping[str, int],
        dims: Mapping[str, int],
        elements: Mapping[tuple[str, At], Number],
    ) -> None:
        self._definitions, self._depth, self.dims, self._elements = definitions, depth, dims, elements
        self.around: World | None = None
        self._cut: frozenset[str] = frozenset()
        self.varying: frozenset[str] = frozenset()
        self.memo: dict[object, Any] = {}
        self._moved: dict[object, World] = {}

    @classmethod
    def of(cls, theory: Theory, point: Point) -> World:
        """The world of `theory` at `point`."""
        return cls(theory.by_name, theory.depths, point.dims, point.elements)

    @property
    def moves(self) -> bool:
        """Whether this is a world in which something is moved, to find a derivative."""
        return self.around is not None

    def moved(self, name: str, elements: Mapping[At, Number]) -> World:
        """The world in which these elements of `name`, which is an input there, are other numbers."""
        key = (name, *elements.items(), mp.prec)
        if key not in self._moved:
            world = World(self._definitions, self._depth, self.dims, {(name, at): to for at, to in elements.items()})
            world.around, world._cut = self, self._cut | {name}
            varying = {name}
            for other, d in self._definitions.items():
                if other not in world._cut and names(d.body) & varying:
                    varying.add(other)
            world.varying = frozenset(varying)
            self._moved[key] = world
        return self._moved[key]

    def element(self, name: str, at: At) -> Number:
        """An element of a quantity."""
        key, world = (name, at), self
        while (value := world._elements.get(key)) is None:
            if world.around is None or (name in world.varying and name not in world._cut):
                break
            world = world.around
        else:
            return value
        value = world.memo.get(key)
        return world._defined(name, at) if value is None else value

    def _defined(self, name: str, at: At) -> Number:
        definition = self._definitions.get(name)
        if definition is None or len(definition.indices) != len(at):
            raise Undefined(f"no value is given for {name}{list(at) if at else ''}")
        self._prepare(definition)
        value = self.value(definition.body, dict(zip(definition.indices, at, strict=True)))
        self.memo[name, at] = value
        return value

    def _prepare(self, definition: Definition) -> None:
        """Evaluate every eighth layer below `definition`, lowest first, so that a long chain is no deep recursion."""
        if self._depth[definition.name] <= 8 or ("prepared", definition.name) in self.memo:
            return
        needed = {definition.name}
        for d in reversed(tuple(self._definitions.values())):
            if d.name in needed:
                needed |= names(d.body)
        for name, d in self._definitions.items():
            if name in needed and name != definition.name and self._depth[name] % 8 == 0:
                self.memo["prepared", name] = True
                for at in product(*(range(self.dims[i.dim]) for i in d.indices)):
                    with suppress(Undefined):  # it may not be needed; if it is, it is raised again
                        self.element(name, at)

    def tame(self) -> bool:
        """Whether everything met so far is 0 or within 10^±100, so that nothing can be lost beside something larger."""
        sizes = (abs(mp.mag(number)) for number in self.memo.values() if isinstance(number, mpf) and number)
        return all(size < 333 for size in sizes) and all(world.tame() for world in self._moved.values())

    def value(self, node: Node, env: Env) -> Any:
        """The value of a node, its free indices at `env`."""
        return _prepared(node)(self, env)


# ---------------------------------------------------------------------------------- how a node is evaluated, once for all

Evaluate: TypeAlias = Callable[[World, Env], Any]
"""The value of one node in a world, its free indices at the positions that are given."""

_numbered = count()


@lru_cache(maxsize=1 << 15)
def _prepared(node: Node) -> Evaluate:
    """How to evaluate a node."""
    prepare, asked = _EVALUATORS[type(node)]
    return asked(node, prepare(node))


def _as_it_is(node: Node, evaluate: Evaluate) -> Evaluate:
    """Each time anew: little is to be done, and what is below it may be kept."""
    return evaluate


def _unmoved(node: Node, evaluate: Evaluate) -> Evaluate:
    """In the outermost world in which it is what it is here."""
    used = names(node)

    def asked(world: World, env: Env) -> Any:
        while world.around is not None and world.varying.isdisjoint(used):
            world = world.around
        return evaluate(world, env)

    return asked if used else evaluate


def _kept(node: Node, evaluate: Evaluate) -> Evaluate:
    """In the outermost world in which it is what it is here, once."""
    used, order, number = names(node), free_in_order(node), next(_numbered)
    at = itemgetter(*order) if order else None

    def remembered(world: World, env: Env) -> Any:
        while world.around is not None and world.varying.isdisjoint(used):
            world = world.around
        key = number if at is None else (number, at(env))
        value = world.memo.get(key)
        if value is None:
            value = world.memo[key] = evaluate(world, env)
        return value

    return remembered


# ------------------------------------------------------------------------------------------- one entry per node


_ZERO, _ONE = mpf(0), mpf(1)


def _all(nodes: Iterable[Node]) -> list[Evaluate]:
    return [_prepared(n) for n in nodes]


def _num(node: Num) -> Evaluate:
    above, below, known = node.value.numerator, node.value.denominator, dict[int, Number]()

    def evaluate(world: World, env: Env) -> Number:
        value = known.get(mp.prec)
        if value is None:
            value = known[mp.prec] = mpf(above) / below
        return value

    return evaluate


def _ref(node: Ref) -> Evaluate:
    name, indices = node.name, node.indices
    if not indices:
        return lambda world, env: world.element(name, ())
    if all(type(i) is Index for i in indices):
        at, (first, *others) = itemgetter(*indices), indices
        if others:
            return lambda world, env: world.element(name, at(env))
        return lambda world, env: world.element(name, (env[first],))  # type: ignore[index]
    positions = _all(indices)
    return lambda world, env: world.element(name, tuple([at(world, env) for at in positions]))


def _add(node: Add) -> Evaluate:
    terms = _all(node.args)
    return lambda world, env: sum([term(world, env) for term in terms], _ZERO)


def _mul(node: Mul) -> Evaluate:
    factors = _all(node.args)

    def evaluate(world: World, env: Env) -> Number:
        value, undefined = None, None
        for factor in factors:
            try:
                one = factor(world, env)
            except Undefined as error:
                undefined = error
                continue
            value = one if value is None else value * one
            if not one and not world.moves:
                return value
        if undefined is not None:
            raise undefined
        return value

    return evaluate


def _neg(node: Neg) -> Evaluate:
    arg = _prepared(node.arg)
    return lambda world, env: -arg(world, env)


def _div(node: Div) -> Evaluate:
    above, below = _prepared(node.num), _prepared(node.den)

    def evaluate(world: World, env: Env) -> Number:
        numerator, denominator = above(world, env), below(world, env)
        if not denominator:
            raise Undefined("division by 0")
        return numerator / denominator

    return evaluate


def _pow(node: Pow) -> Evaluate:
    if not isinstance(node.exp, Num) or node.exp.value.denominator != 1:
        base_of, exponent_of = _prepared(node.base), _prepared(node.exp)
        return lambda world, env: _apply("exp", exponent_of(world, env) * _apply("log", base_of(world, env)))
    base_of, n = _prepared(node.base), int(node.exp.value)

    def evaluate(world: World, env: Env) -> Number:
        base = base_of(world, env)
        if n < 0 and not base:
            raise Undefined("division by 0")
        if base and abs(n) * abs(mp.mag(base)) > 10**7:
            raise Undefined("too large a power")
        return base**n

    return evaluate


_LARGE = mpf(10) ** 6
_FAR, _VAST = 4 * _LARGE, _LARGE**3
_FUNCTIONS: Mapping[str, tuple[Callable[..., Number], Callable[..., bool]]] = {
    # name: the function, and where it has a value within reach
    "exp": (mp.exp, lambda u: abs(u) < _FAR),
    "log": (mp.log, lambda u: u > 0),
    "sqrt": (mp.sqrt, lambda u: u >= 0),
    "abs": (abs, lambda u: True),
    "sign": (mp.sign, lambda u: True),
    "sin": (mp.sin, lambda u: abs(u) < _VAST),
    "cos": (mp.cos, lambda u: abs(u) < _VAST),
    "tan": (mp.tan, lambda u: abs(u) < _VAST),
    "sinh": (mp.sinh, lambda u: abs(u) < _LARGE),
    "cosh": (mp.cosh, lambda u: abs(u) < _LARGE),
    "tanh": (mp.tanh, lambda u: abs(u) < 200),  # and erf: not where it rounds to 1
    "asin": (mp.asin, lambda u: abs(u) <= 1),
    "acos": (mp.acos, lambda u: abs(u) <= 1),
    "atan": (mp.atan, lambda u: True),
    "erf": (mp.erf, lambda u: abs(u) < 15),
    "gamma": (mp.gamma, lambda u: abs(u) < _LARGE and (u > 0 or u != mp.floor(u))),
    "lgamma": (mp.loggamma, lambda u: 0 < u < _VAST),
    "digamma": (mp.digamma, lambda u: 0 < u < _VAST),
    "polygamma": (lambda n, u: mp.polygamma(int(n), u), lambda n, u: n in range(51) and 0 < u < _VAST),
    "floor": (mp.floor, lambda u: True),
    "max": (max, lambda *us: True),
    "min": (min, lambda *us: True),
}


def _apply(name: str, *args: Number) -> Number:
    function, reachable = _FUNCTIONS[name]
    if not reachable(*args):
        raise Undefined(f"{name} at {', '.join(mp.nstr(a, 6) for a in args)}")
    return function(*args)


def _fun(node: Fun) -> Evaluate:
    name, args = node.name, _all(node.args)
    if len(args) > 1:
        return lambda world, env: _apply(name, *[arg(world, env) for arg in args])
    (only,) = args
    return lambda world, env: _apply(name, only(world, env))


def _reduce(node: Reduce) -> Evaluate:
    index, body, reduction = node.index, _prepared(node.body), _REDUCTIONS[node.op]
    cond = None if node.cond is None else _prepared(node.cond)

    def evaluate(world: World, env: Env) -> Number:
        values = []
        for n in range(world.dims[index.dim]):
            inner = {**env, index: n}
            if cond is None or cond(world, inner):
                values.append(body(world, inner))
        if not values and node.op in ("max", "min"):
            raise Undefined(f"{node.op} of nothing")
        return reduction(values)

    return evaluate


_REDUCTIONS: Mapping[str, Callable[[list[Number]], Number]] = {
    "sum": lambda values: sum(values, _ZERO),
    "prod": lambda values: mp.fprod(values),
    "max": max,
    "min": min,
}


def _argmax(node: ArgMax) -> Evaluate:
    index, body = node.index, _prepared(node.body)

    def evaluate(world: World, env: Env) -> int:
        values = [body(world, {**env, index: n}) for n in range(world.dims[index.dim])]
        best = 0
        for n, value in enumerate(values):
            if order(value, values[best]) > 0:
                best = n
        return best

    return evaluate


def _diff(node: Diff) -> Evaluate:
    name, positions, body = node.var.name, _all(node.var.indices), _prepared(node.expr)

    def evaluate(world: World, env: Env) -> Number:
        at = tuple([position(world, env) for position in positions])
        digits = mp.dps
        with mp.workdps(digits * 3 // 2 + 5):
            x = world.element(name, at)
            step = mp.ldexp(1, -digits * 5 // 3) * min(max(abs(x), _LARGE**-1), _LARGE)
            low, high = (body(world.moved(name, {at: x + s * step}), env) for s in (-1, 1))
            middle = body(world.moved(name, {}), env)  # the same for all elements
            scale = max(1, abs(middle))
            if abs(high - low) > mp.sqrt(step) * scale or abs(high - 2 * middle + low) > step * mp.sqrt(step) * scale:
                raise Undefined(f"no derivative by {name} here")
            return (high - low) / (2 * step)

    return evaluate


def order(left: Number, right: Number) -> int:
    """-1, 0 or 1 as left is less than, equal to or greater than right, to four fifths of the digits at hand."""
    difference = left - right
    if not difference or abs(difference) <= _faint(mp.dps) * max(_ONE, abs(left), abs(right)):
        return 0
    return 1 if difference > 0 else -1


@lru_cache
def _faint(digits: int) -> Number:
    return mpf(10) ** (-digits * 4 // 5)


COMPARISONS: Mapping[str, Callable[[int], bool]] = {
    "==": lambda sign: sign == 0,
    "!=": lambda sign: sign != 0,
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
}
"""What an order (-1, 0, 1) says about each relation."""


def _cmp(node: Cmp) -> Evaluate:
    left, right, says = _prepared(node.left), _prepared(node.right), COMPARISONS[node.op]
    return lambda world, env: says(order(left(world, env), right(world, env)))


def _delta(node: Delta) -> Evaluate:
    left, right = _prepared(node.left), _prepared(node.right)
    return lambda world, env: _ONE if left(world, env) == right(world, env) else _ZERO


def _aligned(node: Aligned) -> Evaluate:
    positions = _all(node.indices)
    return lambda world, env: mpf(not node.off(at(world, env) for at in positions))


def _if(node: If) -> Evaluate:
    cond, then, other = _prepared(node.cond), _prepared(node.then), _prepared(node.other)
    return lambda world, env: then(world, env) if cond(world, env) else other(world, env)


def _and(node: And) -> Evaluate:
    args = _all(node.args)
    return lambda world, env: all(arg(world, env) for arg in args)


def _not(node: Not) -> Evaluate:
    arg = _prepared(node.arg)
    return lambda world, env: not arg(world, env)


def _implies(node: Implies) -> Evaluate:
    cond, body = _prepared(node.cond), _prepared(node.body)
    return lambda world, env: not cond(world, env) or body(world, env)


def _forall(node: ForAll) -> Evaluate:
    index, body = node.index, _prepared(node.body)
    return lambda world, env: all(body(world, {**env, index: n}) for n in range(world.dims[index.dim]))


_EVALUATORS: Mapping[type[Node], tuple[Callable[[Any], Evaluate], Callable[[Node, Evaluate], Evaluate]]] = {
    # node: how it is evaluated, and where and how often
    Index: (lambda n: lambda world, env: env[n], _as_it_is),
    ArgMax: (_argmax, _kept),
    Num: (_num, _as_it_is),
    Const: (lambda n: lambda world, env: +getattr(mp, n.name), _as_it_is),
    Size: (lambda n: lambda world, env: mpf(world.dims[n.dim]), _as_it_is),
    Ref: (_ref, _as_it_is),
    Add: (_add, _as_it_is),
    Mul: (_mul, _unmoved),
    Neg: (_neg, _as_it_is),
    Div: (_div, _as_it_is),
    Pow: (_pow, _kept),
    Fun: (_fun, _kept),
    Reduce: (_reduce, _kept),
    Delta: (_delta, _as_it_is),
    Aligned: (_aligned, _as_it_is),
    If: (_if, _as_it_is),
    Diff: (_diff, _kept),
    Cmp: (_cmp, _as_it_is),
    And: (_and, _as_it_is),
    Not: (_not, _as_it_is),
    Implies: (_implies, _as_it_is),
    ForAll: (_forall, _kept),
}
