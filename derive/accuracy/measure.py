"""How exact is the code here and now?  A generated module, run by NumPy, against the true values.

Comes in: `Functions`, the module made of them, ranges.  Goes out: for each result of each function the largest error in units
of the last place, and whether anything was lost: 0, infinite or not a number where the true value is none of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from inspect import signature
from math import prod
from time import perf_counter
from typing import Any

import numpy as np

from derive.accuracy.bounds import UNKNOWN, Bound, Bounds
from derive.accuracy.points import AHEAD, NORMAL, WIDE, points, sizes
from derive.accuracy.truth import Truth, forms
from derive.arithmetic import FLOAT64, FORMATS, Format
from derive.checks.numbers import Point
from derive.program import Function, Functions, Program

__all__ = ["HEADS", "Error", "Measured", "Wanted", "errors", "measure"]

Wanted = Callable[[Function, str], bool]
"""Whether a result of a function is looked at."""

RANGES = (NORMAL, AHEAD, WIDE)
COLUMNS = tuple((form.name, within.name) for form in FORMATS for within in RANGES)
HEADS = ("function", *(f"{form.name} {within.shown(form)}" for form in FORMATS for within in RANGES), "lost", "bound")
ELEMENTS = 24
"""About how many elements of a result are looked at, other ones at each point."""
POINTS, FEWEST, SECONDS = 32, 8, 1.0
"""How many numbers are drawn from a range for each input, at how many points at least, and after how long no more are."""


@dataclass(frozen=True, slots=True)
class Error:
    """How far an element of a result is from its true value, in units of the last place of that; whether it was lost; where."""

    function: Function
    result: str
    ulp: float
    lost: bool
    point: Point = field(repr=False)

    @property
    def where(self) -> str:
        """The inputs, as they are typed."""
        arrays = self.point.arrays
        return ", ".join(f"{name}={_floats(arrays[name])!r}" for name in self.function.inputs)

    def __str__(self) -> str:
        result = f" {self.result}" if self.result else ""
        return f"{self.function.name}{result} is off by {self.ulp:.3g} ulp at {self.where}"


@dataclass(frozen=True, slots=True)
class Measured:
    """A result of a function: the largest error by (format, range), the elements that were lost, and the bound of the error."""

    function: str
    result: str
    errors: Mapping[tuple[str, str], float]
    lost: tuple[Error, ...]
    stated: Bound = UNKNOWN

    @property
    def name(self) -> str:
        """What a reader calls the result."""
        return f"{self.function}: {self.result}" if self.result else self.function

    @property
    def broken(self) -> bool:
        """Whether ordinary inputs show that the bound does not hold; one for numbers at 0 and 1 is not asked for others."""
        stated = {} if self.stated.ends else self.stated.ulp
        return any(self.errors.get((name, NORMAL.name), 0.0) > most for name, most in stated.items())

    def table(self) -> tuple[str, ...]:
        """A row of words, as `HEADS` says."""
        columns = (_short(self.errors.get(column)) for column in COLUMNS)
        stated = ", ".join(dict.fromkeys(map(str, self.stated.ulp.values()))) + " at 0, 1" * self.stated.ends
        return (self.name, *columns, str(len(self.lost) or ""), stated + ": BROKEN" * self.broken)


def measure(
    program: Program, module: Any, bounds: Bounds | None = None, seconds: float = SECONDS
) -> tuple[Measured, ...]:
    """Every function of a module, in both formats, over ordinary inputs, such with one ahead, and the whole range.

    Where that takes longer than so many seconds it stops, after two points of each at least.
    """
    functions = program.functions
    dims, begun = sizes(functions), perf_counter()
    count = max(FEWEST, POINTS // max(prod(dims[d] for d in q.dims) for q in functions.theory.quantities.values()))
    largest: dict[tuple[str, str], dict[tuple[str, str], float]] = {}
    lost: dict[tuple[str, str], list[Error]] = {}
    drawn = [(f, r, list(points(functions, r, f, count, dims))) for f in FORMATS for r in RANGES]
    for first, last in ((0, 2), (2, count)):
        for form, within, chosen in drawn:
            if first and perf_counter() - begun > seconds:
                break
            for error in errors(program, module, chosen[first:last], form, most=ELEMENTS):
                key, column = (error.function.name, error.result), (form.name, within.name)
                row = largest.setdefault(key, {})
                row[column] = max(row.get(column, 0.0), error.ulp)
                lost.setdefault(key, []).extend([error] if error.lost else [])
    known = bounds or {}
    return tuple(Measured(*key, row, tuple(lost[key]), known.get(key, UNKNOWN)) for key, row in largest.items())


def errors(
    program: Program,
    module: Any,
    chosen: Sequence[Point],
    form: Format = FLOAT64,
    wanted: Wanted = lambda f, result: True,
    most: int = 10**9,
) -> Iterator[Error]:
    """For every element of every result that is wanted, or about so many of them, at every point."""
    truths = [Truth(program.functions, point) for point in chosen]
    if not chosen:
        return
    for function in each_result(program):
        closed = {name: c for name, c in forms(program.functions, function).items() if wanted(function, name)}
        results = call(function, module, program.functions, chosen, form)
        for name in closed:
            shape = (len(chosen), *(chosen[0].dims[i.dim] for i in closed[name].indices))
            result = np.broadcast_to(results[name], shape)  # what depends on nothing has no batch
            for n, truth in enumerate(truths):
                for at, true in truth.elements(closed[name], most, n):
                    if true is not None:
                        got = float(result[(n, *at)])
                        yield Error(function, name, form.error(got, true), form.lost(got, true), chosen[n])


def each_result(program: Program) -> Iterable[Function]:
    """The functions of which each result is looked at once: not those that return what two others do."""
    return (f for f in program.module if not f.kind.startswith("value_and_"))


def call(
    function: Function, module: Any, functions: Functions, chosen: Sequence[Point], form: Format
) -> dict[str, Any]:
    """The results by name at all points at once, which are a batch."""
    dtype = np.dtype(form.name)

    def stacked(name: str) -> Any:
        return np.array([_floats(point.arrays[name]) for point in chosen], dtype)

    run = getattr(module, function.name)
    taken = signature(run).parameters
    given = {name: stacked(name) for name in function.inputs}
    given |= {d: n for d, n in chosen[0].dims.items() if d in taken and taken[d].default is taken[d].empty}
    kind = function.kind
    seeds: tuple[Any, ...] = ()
    if kind == "vjp":
        seeds = (stacked(functions.bar(function.of)),)
    elif kind == "jvp":
        seeds = ({w: stacked(functions.dot(w)) for w in functions.wrt},)
    result = run(*seeds, **given)
    return result if isinstance(result, dict) else {"": result}


def _short(ulp: float | None) -> str:
    """An error as a person reads it."""
    return "" if ulp is None else f"{ulp:.1f}" if ulp < 100 else f"{ulp:.0f}" if ulp < 1e4 else f"{ulp:.0e}"


def _floats(value: Any) -> Any:
    return list(map(_floats, value)) if isinstance(value, tuple) else float(value)
