"""Where to look?  Points at which given hypotheses hold.

Comes in: a theory (types and definitions), hypotheses, and whatever else will be evaluated (it may name further
inputs).  Goes out: points, the same for the same seed on every machine.  Every point has at least one choice of the free
indices for which all hypotheses hold, and the declared types if asked to; the first sizes include 1 for every dimension.

Hypotheses are met by trying; an equation or inequality that fails is solved for one element of one input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count, islice, product, repeat
from random import Random

from mpmath import findroot, mpf

from derive.checks.numbers import At, Number, Point, Undefined, World, precisely
from derive.expr import (
    Add,
    And,
    ArgMax,
    Binder,
    Cmp,
    Const,
    Div,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
    Mul,
    Node,
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Sizes,
    extent,
    free,
    key,
    names,
    subterms,
)
from derive.theory import Theory

__all__ = ["Scene", "assignments", "dimension", "drawn", "in_pieces", "points", "reached", "sizes"]

_DIGITS = 150
"""Digits to which equations are solved."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What takes part: a theory, the inputs (name to type and dimensions), the dimensions, the hypotheses.

    Where it is not `typed`, the declared types say where to look, but only the hypotheses restrict.
    """

    theory: Theory
    inputs: Mapping[str, tuple[str, tuple[str, ...]]]
    dims: tuple[str, ...]
    hypotheses: tuple[Formula, ...]
    typed: bool

    @classmethod
    def of(cls, theory: Theory, hypotheses: Iterable[Formula], nodes: Iterable[Node], *, typed: bool = True) -> Scene:
        """Collect them from the nodes, the hypotheses and the definitions that these rest on."""
        hypotheses = tuple(hypotheses)
        defined = {d.name for d in theory.definitions}
        inputs: dict[str, tuple[str, tuple[str, ...]]] = {}
        dims: dict[str, None] = {}
        for node in reached(theory, (*nodes, *hypotheses)):
            if isinstance(node, Binder | Index):
                dims[dimension(node)] = None
            elif isinstance(node, Size):
                dims[node.dim] = None
            elif isinstance(node, Ref):
                quantity = theory.quantities.get(node.name)
                axes = quantity.dims if quantity else tuple(map(dimension, node.indices))
                dims |= dict.fromkeys(axes)
                if node.name not in defined:
                    inputs[node.name] = (quantity.type if quantity else "Real", axes)
        dims = dict.fromkeys(name for dim in dims for name, _ in extent(dim)[0])
        order = [*theory.dims, *sorted(dims.keys() - set(theory.dims))]
        known = [q.name for q in theory.inputs]
        ordered = {n: inputs[n] for n in (*known, *sorted(inputs.keys() - set(known))) if n in inputs}
        return cls(theory, ordered, tuple(d for d in order if d in dims), hypotheses, typed)

    @property
    def every_dim(self) -> tuple[str, ...]:
        """All dimensions of the theory, which have sizes whether they take part or not, and any others that take part."""
        return (*self.theory.dims, *(d for d in self.dims if d not in self.theory.dims))


def dimension(node: Node) -> str:
    """The dimension that an index, or the index of a binder, runs over."""
    assert isinstance(node, Index | Binder)
    return node.dim if isinstance(node, Index) else node.index.dim


def reached(theory: Theory, nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node in `nodes` and in the definitions that they rest on."""
    needed: set[str] = set()
    for node in nodes:
        needed |= names(node)
        yield from subterms(node)
    for d in reversed(theory.definitions):
        if d.name in needed:
            needed |= names(d.body)
            yield from subterms(d.body)


def in_pieces(theory: Theory, nodes: Iterable[Node]) -> bool:
    """Whether another formula may hold elsewhere: there are branches, functions with kinks or jumps, or roots like √(x²).

    Where there are none, an equation that fails anywhere fails almost everywhere, so few points tell.
    """
    defined, positive = {d.name for d in theory.definitions}, set[str]()
    for d in theory.definitions:
        if _positive(d.body, positive):
            positive.add(d.name)

    def on_one_side(node: Node) -> bool:
        """Whether it is an input, or positive as it is written."""
        return (isinstance(node, Ref) and node.name not in defined) or _positive(node, positive)

    return any(
        isinstance(n, If | ArgMax)
        or (isinstance(n, Fun) and (n.name in _IN_PIECES or (n.name in _HALF and not on_one_side(n.args[0]))))
        or (isinstance(n, Reduce) and n.op in _IN_PIECES)
        or (isinstance(n, Pow) and not _is_whole(n.exp) and not on_one_side(n.base))
        for n in reached(theory, nodes)
    )


_IN_PIECES = ("abs", "sign", "max", "min", "floor", "asin", "acos", "atan")
_HALF = ("sqrt", "log", "lgamma", "digamma")
"""Functions of positive numbers: of what is positive on both sides of 0 they may be one thing here and another there."""


def _is_whole(exponent: Node) -> bool:
    return isinstance(exponent, Num) and exponent.value.denominator == 1


def _positive(node: Node, known: Set[str]) -> bool:
    """Whether it is positive as it is written; `known` are definitions that are."""
    if isinstance(node, Num):
        return node.value > 0
    if isinstance(node, Fun):
        return node.name == "exp"
    if isinstance(node, Add | Mul | Div):
        return all(_positive(n, known) for n in node.children())
    if isinstance(node, Reduce):
        return _positive(node.body, known)
    if isinstance(node, Pow):
        return _positive(node.base, known)
    if isinstance(node, Ref):
        return node.name in known
    return isinstance(node, Const | Size)


def sizes(dims: Sequence[str], most: int, theory: Theory) -> Iterator[Sizes]:
    """Sizes 1 … most, each dimension going round at its own offset so that they differ, and then the other way."""
    for turn in count():
        step = 1 if turn // most % 2 == 0 else most - 1
        yield theory.sized({d: (turn + n * step) % most + 1 for n, d in enumerate(dims)})


def assignments(indices: Iterable[Index], dims: Mapping[str, int], most: int = 64) -> list[dict[Index, int]]:
    """Values of the indices: all of them, or `most` spread over them (every pattern of equal ones among these)."""
    ordered = sorted(indices, key=lambda i: (i.name, i.dim))
    places = _places(tuple([i.dim for i in ordered]), tuple([dims[i.dim] for i in ordered]), most)
    return [dict(zip(ordered, at, strict=True)) for at in places]


@lru_cache(maxsize=1 << 12)
def _places(dims: tuple[str, ...], sizes: At, most: int) -> tuple[At, ...]:
    """Positions in these dimensions, all of them or `most` spread over them."""
    everything = tuple(product(*map(range, sizes)))
    if len(everything) <= most:
        return everything
    by_pattern: dict[At, list[At]] = {}
    for at in everything:
        pairs = tuple(zip(dims, at, strict=True))
        by_pattern.setdefault(tuple(map(pairs.index, pairs)), []).append(at)
    chosen = max(1, most // len(by_pattern))
    return tuple(at for group in by_pattern.values() for at in group[:: -(-len(group) // chosen)])


# ------------------------------------------------------------------------------------------------ random inputs


def _grid(rng: Random, low: float, high: float, fine: int = 64) -> Number:
    """A multiple of 1/fine in [low, high] (fine a power of two, so that it is exact)."""
    return mpf(rng.randint(round(low * fine), round(high * fine))) / fine


def _equal(rng: Random) -> Callable[[], Number]:
    value = _grid(rng, -2, 2)
    return lambda: value


_MODES: Sequence[Callable[[Random], Callable[[], Number]]] = (
    # how the elements of one array of reals are chosen, in the order in which this is tried
    lambda rng: lambda: _grid(rng, -2, 2, 4),
    lambda rng: lambda: _grid(rng, 0.0625, 2.5),
    lambda rng: lambda: _grid(rng, -2.5, 2.5),
    lambda rng: lambda: mpf(0),
    lambda rng: lambda: _grid(rng, 0.0625, 0.9375),
    lambda rng: _equal(rng),
    lambda rng: lambda: _grid(rng, -2.5, -0.0625),
    lambda rng: lambda: mpf(rng.randint(-2, 2)),
    lambda rng: lambda: _grid(rng, -16, 16),
    lambda rng: lambda: mpf(1),
    lambda rng: lambda: mpf(round(10 ** rng.uniform(2, 5))),
    lambda rng: lambda: -mpf(round(10 ** rng.uniform(2, 5))),
)


def _one_hot(rng: Random, size: int) -> list[Number]:
    position = rng.randrange(size)
    return [mpf(n == position) for n in range(size)]


def _simplex(rng: Random, size: int) -> list[Number]:
    inside = rng.random() < 0.8
    cuts = sorted(rng.sample(range(1, 64), size - 1) if inside else rng.choices((0, 32, 64), k=size - 1))
    return [mpf(high - low) / 64 for low, high in zip([0, *cuts], [*cuts, 64], strict=True)]


_ROWS: Mapping[str, Callable[[Random, int], list[Number]]] = {"Simplex": _simplex, "OneHot": _one_hot}
_SCALARS: Mapping[str, Callable[[Random, Number], Number]] = {
    # a type of single numbers: such a number from a real one
    "Real": lambda rng, x: x,
    "Positive": lambda rng, x: abs(x) or mpf(1),
    "NonNegative": lambda rng, x: abs(x),
    "Unit": lambda rng, x: mpf(x == 1) if x in (0, 1) else _grid(rng, 0.015625, 0.984375),
    "Binary": lambda rng, x: mpf(rng.randint(0, 1)),
}
_BELONGS: Mapping[str, Callable[[Number], bool]] = {
    # which numbers an equation may be solved with
    "Real": lambda x: True,
    "Positive": lambda x: x > 0,
    "NonNegative": lambda x: x >= 0,
    "Unit": lambda x: 0 <= x <= 1,
}


def drawn(scene: Scene, dims: Mapping[str, int], seed: str, turn: int) -> dict[tuple[str, At], Number]:
    """The elements of all inputs at the point of that number, each array by itself: the same with whichever others."""
    elements: dict[tuple[str, At], Number] = {}
    for name, (declared, axes) in scene.inputs.items():
        rng = Random(f"{seed}:{turn}:{name}")
        kind = declared if scene.typed or turn % 4 == 0 else "Real"
        shape = [dims[d] for d in axes]
        number = _MODES[turn if turn < len(_MODES) else rng.randrange(len(_MODES))](rng)
        if kind in _ROWS and axes:
            for at in product(*map(range, shape[:-1])):
                row = _ROWS[kind](rng, shape[-1])
                elements |= {(name, (*at, n)): value for n, value in enumerate(row)}
        else:
            for at in product(*map(range, shape)):
                elements[name, at] = _SCALARS[kind](rng, number())
    return elements


# --------------------------------------------------------------------------------------------------- equations


def _demands(world: World, formula: Formula, env: Mapping[Index, int]) -> Iterator[tuple[Cmp, Mapping[Index, int]]]:
    """The equations and inequalities between numbers that `formula` asks for."""
    if isinstance(formula, And):
        for arg in formula.args:
            yield from _demands(world, arg, env)
    elif isinstance(formula, ForAll):
        for n in range(world.dims[formula.index.dim]):
            yield from _demands(world, formula.body, {**env, formula.index: n})
    elif isinstance(formula, Implies):
        if not names(formula.cond) and world.value(formula.cond, env):
            yield from _demands(world, formula.body, env)
    elif isinstance(formula, Cmp) and formula.op in ("==", "<", "<=") and not isinstance(formula.left, IndexTerm):
        yield formula, env


def _solve(scene: Scene, point: Point, env: Mapping[Index, int], rng: Random) -> Point:
    """Move elements of `point` so that what the hypotheses demand holds, as far as that goes; equations come first."""
    used: set[tuple[str, At]] = set()
    world = World.of(scene.theory, point)
    demands = [demand for h in scene.hypotheses for demand in _demands(world, h, env)]
    for demand, at in sorted(demands, key=lambda d: d[0].op != "=="):
        slack = mpf(0) if demand.op == "==" else _grid(rng, 0.25, 2)

        def gap(point: Point, demand: Cmp = demand, at: Mapping[Index, int] = at, slack: Number = slack) -> Number:
            world = World.of(scene.theory, point)
            return world.value(demand.left, at) - world.value(demand.right, at) + slack

        if not _small(gap(point)) if demand.op == "==" else gap(point) >= slack:
            for element in _candidates(scene, point, demand, used):
                kind = scene.inputs[element[0]][0] if scene.typed else "Real"
                belongs = _BELONGS.get(kind, lambda x: False)
                solved = _solve_for(point, element, gap, belongs)
                if solved is not None:
                    exact = point.exact and (demand.op != "==" or not gap(solved))
                    point = replace(solved, exact=exact)
                    used.add(element)
                    break
    return point


def _candidates(scene: Scene, point: Point, demand: Cmp, used: set[tuple[str, At]]) -> list[tuple[str, At]]:
    """Elements that might be moved to satisfy a demand, the best ones first."""
    rests_on = {n.name for n in reached(scene.theory, (demand,)) if isinstance(n, Ref)}
    elements = [e for e in reversed(tuple(point.elements)) if e[0] in rests_on and e not in used]
    return sorted(elements, key=lambda e: scene.inputs[e[0]][0] != "Real")[:6]


def _solve_for(
    point: Point, element: tuple[str, At], gap: Callable[[Point], Number], belongs: Callable[[Number], bool]
) -> Point | None:
    def at(x: Number) -> Point:
        return replace(point, elements={**point.elements, element: x})

    x = point.elements[element]
    if not belongs(x):
        return None
    try:
        zero, one, two = (gap(at(x + n)) for n in range(3))
        if one == zero:
            return None
        if _small(two - 2 * one + zero):
            x -= zero / (one - zero)
        else:
            x = findroot(lambda t: gap(at(t)), (x, x + mpf("0.1")), solver="secant", maxsteps=60)
        return at(x) if belongs(x) and _small(gap(at(x))) else None
    except (Undefined, ValueError, ZeroDivisionError):
        return None


def _small(number: Number) -> bool:
    return bool(abs(number) < mpf(10) ** (20 - _DIGITS))


# ------------------------------------------------------------------------------------------------------ points


def points(
    scene: Scene, *, seed: str, count: int, dims: Mapping[str, int] | None = None, most: int = 3, tries: int = 12
) -> Iterator[Point]:
    """Up to `count` points where all hypotheses hold for at least one choice of the free indices.

    Dimensions are `dims`, or go up to `most`; a point may take `tries` attempts, the first one five times as many.
    Nothing comes out where nothing was found.  What else takes part in a scene changes neither sizes nor numbers.
    """
    rng = Random(f"{seed}:{' '.join(map(key, scene.hypotheses))}")
    indices = frozenset[Index]().union(*map(free, scene.hypotheses))
    found = 0
    shapes = sizes(scene.every_dim, most, scene.theory) if dims is None else repeat(Sizes(dims))
    for turn, shape in enumerate(islice(shapes, max(count, 5) * tries)):
        point = _attempt(scene, Point(shape, drawn(scene, shape, seed, turn), turn=turn), rng, indices)
        if point is not None:
            yield point
            found += 1
        if found == count or (not found and turn + 1 >= 5 * tries):
            return


def _attempt(scene: Scene, point: Point, rng: Random, indices: frozenset[Index]) -> Point | None:
    with precisely(_DIGITS):
        world = World.of(scene.theory, point)
        conditions = [h for h in scene.hypotheses if not names(h)]
        choices = [env for env in assignments(indices, point.dims) if all(world.value(c, env) for c in conditions)]
        for env in rng.sample(choices, min(3, len(choices))):
            try:
                solved = _solve(scene, point, env, rng)
                if all(World.of(scene.theory, solved).value(h, env) for h in scene.hypotheses):
                    return solved
            except Undefined:
                continue
    return None
