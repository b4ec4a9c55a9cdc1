"""How exact is the code at least?  Bounds that hold wherever it is run, found in simulated arithmetic.

Comes in: a `Program`.  Goes out: for each result of each function how many units of the last place it may be off by, in float64
and in float32; or that digits cancel, so that no such number holds.

The largest error over fixed points, times `SAFETY`, is rounded up to a coarse scale.  Where a sum changes its sign
between two points, a third is sought between them at which it nearly vanishes: there it shows whether digits that
are lost in it matter to a result.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from mpmath import mpf

from derive.accuracy.points import BOUNDED, ENDS, Range, points, sizes
from derive.accuracy.truth import Truth, forms
from derive.arithmetic import FLOAT32, FLOAT64, FORMATS, Format, Simulated, simulate
from derive.arithmetic.formats import Number
from derive.checks.numbers import At, Point
from derive.errors import Unsupported
from derive.expr import Index
from derive.program import Function, Functions, Output, Program, Value

__all__ = ["LONGEST", "SAFETY", "Bound", "Bounds", "bounds", "told"]

SAFETY = 1.5
"""By how much a bound exceeds what was found."""
SCALE = (1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)
"""The bounds there are; beyond, digits cancel."""
POINTS, LONGEST, STEPS, SUMS = 24, 10, 20, 3
"""Points of each format; how long a dimension is; how often the way to a sum's zero is halved, and for how many sums."""
WORK = 4000
"""A function that computes more numbers than this gets no bound: a long chain, or arrays of many axes."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Most units of the last place by format; empty where digits cancel.  `ends`: where inputs between 0 and 1 are 0 or 1."""

    ulp: Mapping[str, int]
    ends: bool = False


Key = tuple[str, str]
"""A function and one of its results."""
Bounds = Mapping[Key, Bound]


def bounds(program: Program) -> Bounds:
    """A bound for each result of each function of which one can be found."""
    found = _bounds(program, BOUNDED)
    cancelled = {key for key, bound in found.items() if not bound.ulp}
    if cancelled and any(q.type == "Unit" for q in program.functions.theory.arguments):
        found |= {k: replace(b, ends=True) for k, b in _bounds(program, ENDS).items() if k in cancelled and b.ulp}
    delegates = {f"value_and_{kind}": kind for kind in ("vjp", "grad")}
    names = {f.kind: f.name for f in program.module}
    for function in program.module:
        if function.kind in delegates:
            name = names[delegates[function.kind]]
            found |= {(name, r): bound for (f, r), bound in found.items() if f == function.name and r}
    return found


def _bounds(program: Program, within: Range) -> dict[Key, Bound]:
    functions = program.functions
    dims = sizes(functions, LONGEST)
    short = [f for f in program.module if not functions.adjoints or f.kind == "value"]
    computed = [f for f in short if f.values and _work(f, dims) <= WORK]
    worst: dict[Key, dict[str, float]] = {}
    for form in FORMATS:
        chosen = list(points(functions, within, form, POINTS, dims))
        truths = [_Cached(functions, point) for point in chosen]
        for function in computed:
            try:
                found = _errors(function, truths, form)
            except Unsupported:
                continue
            for name, error in found.items():
                worst.setdefault((function.name, name), {})[form.name] = error
    return {key: _bound(found) for key, found in worst.items()}


def _bound(worst: Mapping[str, float]) -> Bound:
    stated = {name: next((s for s in SCALE if s >= error * SAFETY), 0) for name, error in worst.items()}
    return Bound(stated if all(stated.values()) else {})


def _work(function: Function, dims: Mapping[str, int]) -> int:
    """How many numbers it computes."""
    total = 0
    for value in function.values:
        size = 1
        for d in value.dims:
            size *= dims[d] if d else 1
        total += size
    return total


class _Cached(Truth):
    """A point with its elements as floats, and the true values that several functions share."""

    __slots__ = ("floats", "found", "functions", "point")

    def __init__(self, functions: Functions, point: Point) -> None:
        super().__init__(functions, point)
        self.functions, self.point = functions, point
        self.floats = {key: float(x) for key, x in point.elements.items()}
        self.found: dict[tuple[object, tuple[Index, ...]], dict[At, Number | None]] = {}

    def of(self, function: Function, output: Output) -> dict[At, Number | None]:
        closed = forms(self.functions, function)[output.name]
        key = closed.term, closed.indices
        if key not in self.found:
            self.found[key] = dict(self.elements(closed))
        return self.found[key]

    def error(self, function: Function, wanted: Iterable[str], form: Format) -> tuple[dict[str, float], Simulated]:
        """The largest error of each result that is wanted, in simulated arithmetic, and all that was computed."""
        simulated = simulate(function, self.point.dims, self.floats, form)
        largest = {}
        for output in function.outputs:
            if output.name in wanted:
                got = simulated.result(output)
                pairs = ((got[at], true) for at, true in self.of(function, output).items() if true is not None)
                largest[output.name] = max((form.error(x, true) for x, true in pairs), default=0.0)
        return largest, simulated


def _errors(function: Function, truths: Sequence[_Cached], form: Format) -> dict[str, float]:
    """The largest error of each result: at the points, and where sums vanish between them.

    A result that is off by more than any bound is not looked at again.
    """
    largest = {output.name: 0.0 for output in function.outputs}
    every = []

    def look(truth: _Cached) -> None:
        wanted = [name for name, error in largest.items() if error * SAFETY <= SCALE[-1]]
        if wanted:
            found, simulated = truth.error(function, wanted, form)
            every.append(simulated)
            largest.update({name: max(error, largest[name]) for name, error in found.items()})

    for truth in truths:
        look(truth)
    if form is FLOAT64 and len(every) == len(truths):
        for at, element, first, second in list(_turning(function, every)):
            point = _zero(function, at, element, truths[first], truths[second], form)
            look(_Cached(truths[0].functions, point))
    return largest


# ----------------------------------------------------------------------------------------------- sums that vanish

SUMMED = frozenset({"add", "sub", "raised"})
KEEPING = frozenset(
    {"neg", "abs", "sign", "floor", "where", "max", "min", "peak", "and", "or", "not", "isnan", "==", "!=", "<", "<="}
)
"""Primitives that round nothing."""


def _turning(function: Function, every: Sequence[Simulated]) -> Iterator[tuple[int, int, int, int]]:
    """Sums of what was rounded, the last ones first: value, element, and two points at which it has different signs."""
    exact: list[bool] = []
    for value in function.values:
        below = all(exact[a.value] for a in value.args)
        exact.append(below and (value.op not in ("map", "reduce", "contract") or value.data[0] in KEEPING))
    sums = [at for at, v in enumerate(function.values) if _is_sum(v) and not all(exact[a.value] for a in v.args)]
    found = 0
    for at in reversed(sums):
        signed = [_signed(simulated, at) for simulated in every]
        pairs = (
            (-x * y, element, m, n)
            for element, each in enumerate(zip(*signed, strict=True))
            for (m, x), (n, y) in combinations(enumerate(each), 2)
        )
        weight, element, m, n = max(pairs, default=(0.0, 0, 0, 0))
        if weight > 0 and found < SUMS:
            found += 1
            yield at, element, m, n


def _signed(simulated: Simulated, at: int) -> list[float]:
    """The elements of a sum; of two terms the sign, times how large the smaller one is beside the larger one."""
    values = simulated.values[at]
    if simulated.function.values[at].op != "map":
        return list(values)
    signs = [math.copysign(1.0, x) if x else 0.0 for x in values]
    sizes = [sorted(map(abs, each)) for each in zip(*simulated.operands(at), strict=True)]
    return [sign * (small / large if large else 0.0) for sign, (small, large) in zip(signs, sizes, strict=True)]


def _is_sum(value: Value) -> bool:
    return value.op == "contract" or (value.op == "map" and value.data[0] in SUMMED) or value.data[:1] == ("sum",)


def _zero(function: Function, at: int, element: int, low: _Cached, high: _Cached, form: Format) -> Point:
    """A point between two at which an element of a value nearly vanishes."""
    prefix = replace(function, values=function.values[: at + 1], outputs=())
    theory = low.functions.theory
    fixed = {q.name for q in theory.inputs if q.type in ("OneHot", "Binary")}
    ends = [low.floats, {k: low.floats[k] if k[0] in fixed else x for k, x in high.floats.items()}]
    sign = [_sign(prefix, low.point, each, element, form) for each in ends]
    if sign[0] * sign[1] >= 0:
        return low.point
    for _ in range(STEPS):
        middle = {k: form.round((mpf(x) + ends[1][k]) / 2) for k, x in ends[0].items()}
        found = _sign(prefix, low.point, middle, element, form)
        ends[found * sign[1] > 0] = middle
    return Point(low.point.dims, {k: mpf(x) for k, x in ends[0].items()})


def _sign(
    prefix: Function, point: Point, elements: Mapping[tuple[str, At], float], element: int, form: Format
) -> float:
    return simulate(prefix, point.dims, elements, form).values[-1][element]


def told(bound: Bound, units: Sequence[str] = ()) -> str:
    """A bound in words; `units` are the inputs between 0 and 1."""
    if not bound.ulp:
        return f"more than {SCALE[-1]} ulp where digits cancel"
    double, single = (bound.ulp[f.name] for f in (FLOAT64, FLOAT32))
    both = f"at most {double} ulp" + (f" (float32: {single})" if single != double else "")
    return f"{both} where {' and '.join(units)} {'are' if len(units) > 1 else 'is'} 0 or 1" if bound.ends else both
