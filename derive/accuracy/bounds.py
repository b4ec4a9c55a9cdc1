"""How exact is the code at least?  Bounds that hold wherever it is run, found in simulated arithmetic.

Comes in: a `Program`.  Goes out: for each result of each function how many units of the last place it may be off by, in float64
and in float32; or that digits cancel, so that no such number holds.

The largest error over fixed points, and over those that stretch the worst of them, is rounded up generously to a coarse scale.
Where a sum changes its sign between two points, others are sought between them at which it nearly vanishes: there it shows
whether digits that are lost in it matter to a result.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from heapq import heapify, heappop

from mpmath import mpf

from derive import workers
from derive.accuracy.points import BOUNDED, ENDS, FAR, LEAST, NEAR, Range, points, sizes
from derive.accuracy.truth import FAINT, Truth, forms
from derive.arithmetic import FLOAT32, FLOAT64, FORMATS, Format, Simulated, needed, simulate, simulate_one
from derive.arithmetic.formats import Number
from derive.checks.numbers import At, Point, precisely
from derive.errors import Unsupported
from derive.expr import Index
from derive.program import Function, Functions, Output, Program, Value

__all__ = ["LONGEST", "SAFETY", "UNKNOWN", "Bound", "Bounds", "bounds", "told"]

SAFETY, SLACK = 1.5, 0.5
"""By how much a bound exceeds what was found: times the one, plus the other."""
SCALE = (1, 2, 3, 4, 5, 6, 8, 12, 16)
"""The bounds there are; beyond, digits cancel, and how many is a matter of the points."""
FEWEST, MOST, BUDGET = 16, 64, 10_000
"""Points of each format, so many that about `BUDGET` numbers are computed; the fewest show every pattern."""
LONGEST, ELEMENTS = 8, 24
"""How long a dimension is, and about how many elements of a result are looked at, other ones at each point."""
STEPS, SUMS, OTHERS = 20, 5, 16
"""How often the way to a sum's zero is halved, for how many sums, and to how many further points a way is looked for."""
SCOUTS = 1500
"""How many numbers are computed at further points, only to see which signs sums have."""
WORK = 4000
"""A function that computes more numbers than this gets no bound: a long chain, or arrays of many axes."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Most units of the last place by format; empty where digits cancel.  `ends`: where inputs between 0 and 1 are 0 or 1."""

    ulp: Mapping[str, int]
    ends: bool = False


UNKNOWN = Bound({})
WIDE = ("log1pexp", "erf", "erfc", "gamma", "lgamma", "digamma", "polygamma")
"""Primitives that are computed in float64 even of float32: its results may then be nearer than those of float64, in units."""
WITH_VALUE = {f"value_and_{kind}": kind for kind in ("vjp", "grad")}
"""What a function computes beside a value, and another one alone: one of them is looked at."""
Key = tuple[str, str]
"""A function and one of its results."""
Bounds = Mapping[Key, Bound]


def bounds(program: Program, processes: int = 1) -> Bounds:
    """A bound for each result of each function of which one can be found; of several processes one looks at float64."""
    found = _bounds(program, BOUNDED, processes)
    cancelled = {key for key, bound in found.items() if not bound.ulp}
    if cancelled and any(q.type == "Unit" for q in program.functions.theory.arguments):
        ends = _bounds(program, ENDS, processes)
        found |= {k: replace(b, ends=True) for k, b in ends.items() if k in cancelled and b.ulp}
    names = {f.kind: f.name for f in program.module}
    for function in program.module:
        if function.kind in WITH_VALUE:
            name = names[WITH_VALUE[function.kind]]
            found |= {(name, r): bound for (f, r), bound in found.items() if f == function.name and r}
    return found


Worst = dict[Key, dict[str, float]]
"""The largest errors, by format."""


def _bounds(program: Program, within: Range, processes: int) -> dict[Key, Bound]:
    functions = program.functions
    dims = sizes(functions, LONGEST)
    # with one of each, no other term hides the digits that cancel in it
    ones = functions.theory.sized(dict.fromkeys(dims, 1))
    first, *others = [(form, dims) for form in FORMATS] + [(FLOAT64, ones)] * bool(dims)
    find = partial(_found, program, within, *first, {})
    beside = workers.beside(find) if processes > 1 else None
    worst: Worst = {} if beside is not None else find()
    for form, lengths in others:
        worst = _worse(worst, _found(program, within, form, lengths, worst))
    if beside is not None:
        worst = _worse(beside(), worst)
    alike = {f.name for f in program.module if not any(v.op == "map" and v.data[0] in WIDE for v in f.values)}
    return {key: _bound(found, key[0] in alike) for key, found in worst.items()}


def _worse(some: Worst, others: Worst) -> Worst:
    """The larger errors."""
    worst = {key: dict(errors) for key, errors in some.items()}
    for key, errors in others.items():
        row = worst.setdefault(key, {})
        row |= {form: max(row.get(form, 0.0), error) for form, error in errors.items()}
    return worst


def _found(program: Program, within: Range, form: Format, lengths: Mapping[str, int], before: Worst) -> Worst:
    """The largest errors in one format, but of functions of which those found before are beyond any bound."""
    functions, dims = program.functions, sizes(program.functions, LONGEST)
    short = [
        f for f in program.module if (not functions.adjoints or f.kind == "value") and f.kind not in WITH_VALUE.values()
    ]
    computed = [f for f in short if f.values and _work(f, dims) <= WORK]
    work = max(1, sum(_work(f, lengths) for f in computed))
    count = max(FEWEST, min(MOST, BUDGET // work)) if lengths == dims else FEWEST
    chosen = list(points(functions, within, form, count, lengths))
    truths = [_Cached(functions, point, n) for n, point in enumerate(chosen)]
    most = max((SCOUTS // _work(f, lengths) for f in computed), default=0) if form is FLOAT64 else 0
    further = [_Cached(functions, p) for p in points(functions, within, form, min(MOST, most), lengths, "further")]
    worst: Worst = {}
    for function in computed:
        known = [before.get((function.name, o.name), {}).values() for o in function.outputs]
        if all(any(error * SAFETY + SLACK > SCALE[-1] for error in errors) for errors in known):
            continue
        scouts = further[: SCOUTS // _work(function, lengths)]
        with suppress(Unsupported):
            found = _errors(function, truths, scouts, form)
            worst |= {(function.name, name): {form.name: error} for name, error in found.items()}
    return worst


def _bound(worst: Mapping[str, float], alike: bool) -> Bound:
    """What is stated of the largest errors; of float32 no less than of float64 where the same is computed in both."""
    worst = {form.name: worst.get(form.name, max(worst.values())) for form in FORMATS}
    if alike:
        worst[FLOAT32.name] = max(worst.values())
    stated = {name: next((s for s in SCALE if s >= error * SAFETY + SLACK), 0) for name, error in worst.items()}
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

    __slots__ = ("floats", "found", "functions", "number", "point")

    def __init__(self, functions: Functions, point: Point, number: int = 0) -> None:
        super().__init__(functions, point)
        self.functions, self.point, self.number = functions, point, number
        self.floats = {key: float(x) for key, x in point.elements.items()}
        self.found: dict[tuple[object, tuple[Index, ...]], dict[At, Number | None]] = {}

    def of(self, function: Function, output: Output, got: Mapping[At, float]) -> dict[At, Number | None]:
        closed = forms(self.functions, function)[output.name]
        key = closed.term, closed.indices
        if key not in self.found:
            with precisely(FAINT):
                self.found[key] = dict(self.elements(closed, ELEMENTS, self.number, got))
        return self.found[key]

    def error(self, function: Function, wanted: Iterable[str], form: Format) -> tuple[dict[str, float], Simulated]:
        """The largest error of each result that is wanted, in simulated arithmetic, and all that was computed."""
        simulated = simulate(function, self.point.dims, self.floats, form)
        largest = {}
        for output in function.outputs:
            if output.name in wanted:
                got = simulated.result(output)
                pairs = ((got[at], true) for at, true in self.of(function, output, got).items() if true is not None)
                largest[output.name] = max((form.error(x, true) for x, true in pairs), default=0.0)
        return largest, simulated


def _errors(function: Function, truths: Sequence[_Cached], scouts: Sequence[_Cached], form: Format) -> dict[str, float]:
    """The largest error of each result: at the points, and where sums vanish between them.

    A result that is off by more than any bound is not looked at again.
    """
    largest = {output.name: 0.0 for output in function.outputs}
    worst: dict[str, _Cached] = {}
    every = []

    def look(truth: _Cached) -> None:
        wanted = [name for name, error in largest.items() if error * SAFETY + SLACK <= SCALE[-1]]
        if wanted:
            found, simulated = truth.error(function, wanted, form)
            every.append(simulated)
            for name, error in found.items():
                if error > largest[name]:
                    largest[name], worst[name] = error, truth

    for truth in truths:
        look(truth)
    whole = len(every) == len(truths)
    for name in largest:
        for stretch in _stretches(truths[0].functions):
            if name in worst:
                worse = worst[name]
                look(_Cached(worse.functions, _stretched(worse.point, stretch, form), worse.number))
    if form is FLOAT64 and whole:
        seen = [*truths, *scouts]
        every[len(truths) :] = [simulate(function, scout.point.dims, scout.floats, form) for scout in scouts]
        tries = max(1, min(4, SCOUTS // STEPS // _work(function, truths[0].point.dims)))
        for at, element, first, second in list(_turning(function, every, tries)):
            # labels stay as they are at the first point, so that another one may be needed to turn the sign
            ways = (_zero(function, at, element, seen[first], other, form) for other in (seen[second], *seen[:OTHERS]))
            for number, point in enumerate(next(filter(None, ways), ())):
                look(_Cached(truths[0].functions, point, number))
    return largest


def _stretches(functions: Functions) -> Iterator[Mapping[str, float]]:
    """How large inputs that have room shall be at most: all of them, then each; positive ones also as small as they may be."""
    types = {q.name: q.type for q in functions.theory.arguments if q.type in ("Real", "Positive", "NonNegative")}
    large = dict.fromkeys(types, FAR * (1 - NEAR / 2))
    small = {name: (1 + NEAR / 2) / LEAST for name, kind in types.items() if kind == "Positive"}
    if small:
        yield {**large, **small}
    yield from ({name: size} for part in (large, small) for name, size in part.items())


def _stretched(point: Point, wanted: Mapping[str, float], form: Format) -> Point:
    """The point with these inputs each multiplied by one number, so that its largest element has that size."""
    moved = dict(point.elements)
    for name, size in wanted.items():
        largest = max(abs(x) for (n, _), x in moved.items() if n == name)
        factor = mpf(size) / largest if largest else mpf(1)
        moved |= {k: mpf(form.round(x * factor)) for k, x in moved.items() if k[0] == name}
    return Point(point.dims, moved)


# ----------------------------------------------------------------------------------------------- sums that vanish

KEEPING = frozenset((name,) for name in (
    "neg", "abs", "sign", "floor", "where", "max", "min", "peak", "and", "or", "not", "isnan", "==", "!=", "<", "<=",
))  # fmt: skip
EXACT = frozenset({"input", "number", "size", "positions", "eye", "argmax", "pick", "put", "windows"})
"""Primitives and reductions, and operations, that round nothing."""


def _turning(function: Function, every: Sequence[Simulated], tries: int) -> Iterator[tuple[int, int, int, int]]:
    """Sums of what was rounded, the last ones first: value, element, and two points at which it has different signs.

    For each sum so many pairs of points, no two of which share one.
    """
    exact: list[bool] = []
    for value in function.values:
        exact.append(_all_exact(value, exact) and (value.op in EXACT or value.data[:1] in KEEPING))
    sums = [at for at, v in enumerate(function.values) if _is_sum(v) and not (v.op == "map" and _all_exact(v, exact))]
    found = 0
    for at in reversed(sums):
        signed = [_signed(simulated, at) for simulated in every]
        pairs = []
        for element, each in enumerate(zip(*signed, strict=True)):
            above, below = ([(m, x) for m, x in enumerate(each) if x * sign > 0] for sign in (1, -1))
            pairs += [(x * y, element, *((m, n) if m < n else (n, m))) for m, x in above for n, y in below if x * y]
        if pairs:
            heapify(pairs)
            used: set[int] = set()
            while pairs and len(used) < 2 * tries:
                _, element, m, n = heappop(pairs)
                if not {m, n} & used:
                    used |= {m, n}
                    yield at, element, m, n
            found += 1
            if found == SUMS:
                return


def _signed(simulated: Simulated, at: int) -> list[float]:
    """Of each element of a sum the sign, times how large what is lost of it is beside the rest; 0 where all terms agree."""
    found = []
    for terms, total in zip(simulated.summands(at), simulated.values[at], strict=True):
        less, more = sorted((sum(x for x in terms if x > 0), -sum(x for x in terms if x < 0)))
        found.append(math.copysign(less / more, total) if less > 0 and total and math.isfinite(more) else 0.0)
    return found


def _all_exact(value: Value, exact: Sequence[bool]) -> bool:
    """Whether nothing that enters was rounded: then a difference of two is as exact as it can be."""
    return all(exact[a.value] for a in value.args)


def _is_sum(value: Value) -> bool:
    """Whether digits may cancel: a sum, or the sum or difference of two of which one was rounded."""
    return value.op in ("contract", "log_sum") or value.data[:1] in (("sum",), ("add",), ("sub",), ("raised",))


def _zero(function: Function, at: int, element: int, low: _Cached, high: _Cached, form: Format) -> tuple[Point, ...]:
    """Two points between two, next to each other, between which an element of a value changes its sign."""
    wanted = needed(function, at)

    def sign_at(elements: Mapping[tuple[str, At], float]) -> float:
        return simulate_one(function, low.point.dims, elements, form, wanted)[element]

    theory = low.functions.theory
    fixed = {q.name for q in theory.inputs if q.type in ("OneHot", "Binary")}
    ends = [low.floats, {k: low.floats[k] if k[0] in fixed else x for k, x in high.floats.items()}]
    sign = list(map(sign_at, ends))
    if sign[0] * sign[1] >= 0:
        return ()
    for _ in range(STEPS):
        middle = {k: form.narrow((x + ends[1][k]) / 2) + 0.0 for k, x in ends[0].items()}  # no -0.0
        ends[sign_at(middle) * sign[1] > 0] = middle
    return tuple(Point(low.point.dims, {k: mpf(x) for k, x in each.items()}) for each in ends)


def told(bound: Bound, units: Sequence[str] = ()) -> str:
    """A bound in words; `units` are the inputs between 0 and 1."""
    if not bound.ulp:
        return f"more than {SCALE[-1]} ulp where digits cancel or exponents are large"
    double, single = (bound.ulp[f.name] for f in (FLOAT64, FLOAT32))
    both = f"at most {double} ulp" + (f" (float32: {single})" if single != double else "")
    return f"{both} where {' and '.join(units)} {'are' if len(units) > 1 else 'is'} 0 or 1" if bound.ends else both
