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
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
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

__all__ = ["DIGITS", "Array", "Number", "Point", "Undefined", "World", "evaluate"]

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
    """Sizes of dimensions and elements of inputs; `exact` unless an equation was solved for some element."""

    dims: Mapping[str, int]
    elements: Mapping[tuple[str, At], Number] = field(repr=False)
    exact: bool = True

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


def evaluate(
    node: Node, theory: Theory, point: Point, indices: Env | None = None, digits: int = DIGITS
) -> Number | int | bool:
    """The value of `node` at `point`, its free indices at `indices`.  Raises `Undefined`."""
    with mp.workdps(digits):
        return World.of(theory, point).value(node, indices or {})


# ------------------------------------------------------------------------------------------------------ worlds


class World:
    """Every quantity of a theory at a point, evaluated on demand; derived worlds have one element moved."""

    __slots__ = ("_cut", "_definitions", "_depth", "_elements", "_memo", "_moved", "_parent", "_varying", "dims")

    def __init__(
        self,
        definitions: Mapping[str, Definition],
        depth: Mapping[str, int],
        dims: Mapping[str, int],
        elements: Mapping[tuple[str, At], Number],
    ) -> None:
        self._definitions, self._depth, self.dims, self._elements = definitions, depth, dims, elements
        self._parent: World | None = None
        self._cut: frozenset[str] = frozenset()
        self._varying: frozenset[str] = frozenset()
        self._memo: dict[object, Any] = {}
        self._moved: dict[object, World] = {}

    @classmethod
    def of(cls, theory: Theory, point: Point) -> World:
        """The world of `theory` at `point`."""
        definitions = {d.name: d for d in theory.definitions}
        depth: dict[str, int] = {}
        for name, d in definitions.items():
            depth[name] = 1 + max((depth.get(n, 0) for n in names(d.body)), default=0)
        return cls(definitions, depth, point.dims, point.elements)

    @property
    def moves(self) -> bool:
        """Whether this is a world in which something is moved, to find a derivative."""
        return self._parent is not None

    def moved(self, name: str, at: At, to: Number) -> World:
        """The world in which that element is `to`, and `name` is an input."""
        key = (name, at, to, mp.prec)
        if key not in self._moved:
            world = World(self._definitions, self._depth, self.dims, {(name, at): to})
            world._parent, world._cut = self, self._cut | {name}
            varying = {name}
            for other, d in self._definitions.items():
                if other not in world._cut and names(d.body) & varying:
                    varying.add(other)
            world._varying = frozenset(varying)
            self._moved[key] = world
        return self._moved[key]

    def element(self, name: str, at: At) -> Number:
        """An element of a quantity."""
        key = (name, at)
        value = self._elements.get(key)
        if value is not None:
            return value
        if self._parent is not None and (name in self._cut or name not in self._varying):
            return self._parent.element(name, at)
        definition = self._definitions.get(name)
        if definition is None or len(definition.indices) != len(at):
            raise Undefined(f"no value is given for {name}{list(at) if at else ''}")
        value = self._memo.get(key)
        if value is None:
            self._prepare(definition)
            value = self._memo[key] = self.value(definition.body, dict(zip(definition.indices, at, strict=True)))
        return value

    def _prepare(self, definition: Definition) -> None:
        """Evaluate every eighth layer below `definition`, lowest first, so that a long chain is no deep recursion."""
        if self._depth[definition.name] <= 8 or ("prepared", definition.name) in self._memo:
            return
        needed = {definition.name}
        for d in reversed(tuple(self._definitions.values())):
            if d.name in needed:
                needed |= names(d.body)
        for name, d in self._definitions.items():
            if name in needed and name != definition.name and self._depth[name] % 8 == 0:
                self._memo["prepared", name] = True
                for at in product(*(range(self.dims[i.dim]) for i in d.indices)):
                    with suppress(Undefined):  # it may not be needed; if it is, it is raised again
                        self.element(name, at)

    def tame(self) -> bool:
        """Whether everything met so far is 0 or within 10^±100, so that nothing can be lost beside something larger."""
        sizes = (abs(mp.mag(number)) for number in self._memo.values() if isinstance(number, mpf) and number)
        return all(size < 333 for size in sizes) and all(world.tame() for world in self._moved.values())

    def value(self, node: Node, env: Env) -> Any:
        """The value of a node, its free indices at `env`."""
        if self._parent is not None and self._varying.isdisjoint(names(node)):
            return self._parent.value(node, env)
        evaluator, kept = _EVALUATORS[type(node)]
        if not kept:
            return evaluator(self, node, env)
        key = (node, *[env[i] for i in free_in_order(node)])
        value = self._memo.get(key)
        if value is None:
            value = self._memo[key] = evaluator(self, node, env)
        return value


# ------------------------------------------------------------------------------------------- one entry per node


_ZERO, _ONE = mpf(0), mpf(1)


@lru_cache(maxsize=1024)
def _number(node: Num, precision: int) -> Number:
    return mpf(node.value.numerator) / node.value.denominator


def _ref(world: World, node: Ref, env: Env) -> Number:
    return world.element(node.name, tuple([env[i] if type(i) is Index else world.value(i, env) for i in node.indices]))


def _mul(world: World, node: Mul, env: Env) -> Number:
    value, undefined = _ONE, None
    for arg in node.args:
        try:
            value *= world.value(arg, env)
        except Undefined as error:
            undefined = error
        if not value and not world.moves:
            return value
    if undefined is not None and (value or world.moves):
        raise undefined
    return value


def _div(world: World, node: Div, env: Env) -> Number:
    numerator, denominator = world.value(node.num, env), world.value(node.den, env)
    if not denominator:
        raise Undefined("division by 0")
    return numerator / denominator


def _pow(world: World, node: Pow, env: Env) -> Number:
    base = world.value(node.base, env)
    if isinstance(node.exp, Num) and node.exp.value.denominator == 1:
        n = int(node.exp.value)
        if n < 0 and not base:
            raise Undefined("division by 0")
        if base and abs(n) * abs(mp.mag(base)) > 10**7:
            raise Undefined("too large a power")
        return base**n
    return _apply("exp", world.value(node.exp, env) * _apply("log", base))


_LARGE = mpf(10) ** 6
_FUNCTIONS: Mapping[str, tuple[Callable[..., Number], Callable[..., bool]]] = {
    # name: the function, and where it has a value within reach
    "exp": (mp.exp, lambda u: abs(u) < 4 * _LARGE),
    "log": (mp.log, lambda u: u > 0),
    "sqrt": (mp.sqrt, lambda u: u >= 0),
    "abs": (abs, lambda u: True),
    "sign": (mp.sign, lambda u: True),
    "sin": (mp.sin, lambda u: abs(u) < _LARGE**3),
    "cos": (mp.cos, lambda u: abs(u) < _LARGE**3),
    "tan": (mp.tan, lambda u: abs(u) < _LARGE**3),
    "sinh": (mp.sinh, lambda u: abs(u) < _LARGE),
    "cosh": (mp.cosh, lambda u: abs(u) < _LARGE),
    "tanh": (mp.tanh, lambda u: abs(u) < 200),  # and erf: not where it rounds to 1
    "asin": (mp.asin, lambda u: abs(u) <= 1),
    "acos": (mp.acos, lambda u: abs(u) <= 1),
    "atan": (mp.atan, lambda u: True),
    "erf": (mp.erf, lambda u: abs(u) < 15),
    "gamma": (mp.gamma, lambda u: abs(u) < _LARGE and (u > 0 or u != mp.floor(u))),
    "lgamma": (mp.loggamma, lambda u: 0 < u < _LARGE**3),
    "digamma": (mp.digamma, lambda u: 0 < u < _LARGE**3),
    "polygamma": (lambda n, u: mp.polygamma(int(n), u), lambda n, u: n in range(51) and 0 < u < _LARGE**3),
    "floor": (mp.floor, lambda u: True),
    "max": (max, lambda *us: True),
    "min": (min, lambda *us: True),
}


def _apply(name: str, *args: Number) -> Number:
    function, reachable = _FUNCTIONS[name]
    if not reachable(*args):
        raise Undefined(f"{name} at {', '.join(mp.nstr(a, 6) for a in args)}")
    return function(*args)


def _reduce(world: World, node: Reduce, env: Env) -> Number:
    values = []
    for n in range(world.dims[node.index.dim]):
        inner = {**env, node.index: n}
        if node.cond is None or world.value(node.cond, inner):
            values.append(world.value(node.body, inner))
    if not values and node.op in ("max", "min"):
        raise Undefined(f"{node.op} of nothing")
    return _REDUCTIONS[node.op](values)


_REDUCTIONS: Mapping[str, Callable[[list[Number]], Number]] = {
    "sum": lambda values: sum(values, _ZERO),
    "prod": lambda values: mp.fprod(values),
    "max": max,
    "min": min,
}


def _argmax(world: World, node: ArgMax, env: Env) -> int:
    values = [world.value(node.body, {**env, node.index: n}) for n in range(world.dims[node.index.dim])]
    best = 0
    for n, value in enumerate(values):
        if order(value, values[best]) > 0:
            best = n
    return best


def _diff(world: World, node: Diff, env: Env) -> Number:
    at = tuple(world.value(i, env) for i in node.var.indices)
    digits = mp.dps
    with mp.workdps(digits * 3 // 2 + 5):
        x = world.element(node.var.name, at)
        step = mp.ldexp(1, -digits * 5 // 3) * min(max(abs(x), _LARGE**-1), _LARGE)
        low, middle, high = (world.moved(node.var.name, at, x + s * step).value(node.expr, env) for s in (-1, 0, 1))
        scale = max(1, abs(middle))
        if abs(high - low) > mp.sqrt(step) * scale or abs(high - 2 * middle + low) > step * mp.sqrt(step) * scale:
            raise Undefined(f"no derivative by {node.var.name} here")
        return (high - low) / (2 * step)


def order(left: Number, right: Number) -> int:
    """-1, 0 or 1 as left is less than, equal to or greater than right, to four fifths of the digits at hand."""
    difference = left - right
    if abs(difference) <= mpf(10) ** (-mp.dps * 4 // 5) * max(1, abs(left), abs(right)):
        return 0
    return 1 if difference > 0 else -1


COMPARISONS: Mapping[str, Callable[[int], bool]] = {
    "==": lambda sign: sign == 0,
    "!=": lambda sign: sign != 0,
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
}
"""What an order (-1, 0, 1) says about each relation."""


def _cmp(world: World, node: Cmp, env: Env) -> bool:
    return COMPARISONS[node.op](order(world.value(node.left, env), world.value(node.right, env)))


def _forall(world: World, node: ForAll, env: Env) -> bool:
    return all(world.value(node.body, {**env, node.index: n}) for n in range(world.dims[node.index.dim]))


def _all(world: World, args: Iterable[Node], env: Env) -> bool:
    return all(world.value(a, env) for a in args)


_EVALUATORS: Mapping[type[Node], tuple[Callable[[World, Any, Env], Any], bool]] = {
    # node: how it is evaluated, and whether its value is kept
    Index: (lambda w, n, env: env[n], False),
    ArgMax: (_argmax, True),
    Num: (lambda w, n, env: _number(n, mp.prec), False),
    Const: (lambda w, n, env: +getattr(mp, n.name), False),
    Size: (lambda w, n, env: mpf(w.dims[n.dim]), False),
    Ref: (_ref, False),
    Add: (lambda w, n, env: sum([w.value(a, env) for a in n.args], _ZERO), False),
    Mul: (_mul, False),
    Neg: (lambda w, n, env: -w.value(n.arg, env), False),
    Div: (_div, False),
    Pow: (_pow, True),
    Fun: (lambda w, n, env: _apply(n.name, *[w.value(a, env) for a in n.args]), True),
    Reduce: (_reduce, True),
    Delta: (lambda w, n, env: mpf(w.value(n.left, env) == w.value(n.right, env)), False),
    Aligned: (lambda w, n, env: mpf(not n.off(w.value(i, env) for i in n.indices)), False),
    If: (lambda w, n, env: w.value(n.then if w.value(n.cond, env) else n.other, env), False),
    Diff: (_diff, True),
    Cmp: (_cmp, False),
    And: (lambda w, n, env: _all(w, n.args, env), False),
    Not: (lambda w, n, env: not w.value(n.arg, env), False),
    Implies: (lambda w, n, env: not w.value(n.cond, env) or w.value(n.body, env), False),
    ForAll: (_forall, True),
}
