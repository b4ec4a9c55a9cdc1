"""Where is the error looked at?  Inputs of a theory's types, in a range, as numbers of a format.

Comes in: `Functions`, a range, a format, a seed.  Goes out: points, the same on every machine: only sums and products of
floats stand between the generator of the standard library and them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from random import Random

from mpmath import mpf

from derive.arithmetic.formats import FLOAT32, FLOAT64, Format
from derive.checks.numbers import Point
from derive.program import Functions

__all__ = ["AHEAD", "BOUNDED", "ENDS", "FAR", "NORMAL", "WIDE", "Range", "points", "sizes"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What an array is drawn with: numbers of a format, of a shape, for the point of that number.

    What stands out stands out at one `spot` of every row, a share of its length; for every second point so do labels.
    """

    rng: Random
    form: Format
    shape: tuple[int, ...]
    turn: int
    spot: float

    @property
    def rows(self) -> list[bool]:
        """Whether an element is the one that stands out in its row."""
        length = self.shape[-1] if self.shape else 1
        return [n % length == int(self.spot * length) for n in range(prod(self.shape))]

    def normal(self) -> float:
        """Normal to within what matters here, as a sum of uniform numbers, which every machine adds alike."""
        return sum(self.rng.random() for _ in range(12)) - 6

    def uniform(self, reach: float) -> float:
        """Between −reach and reach."""
        return (2 * self.rng.random() - 1) * reach


@dataclass(frozen=True, slots=True)
class Range:
    """How real numbers are drawn, and what that is called."""

    name: str
    draw: Callable[[Drawing], list[float]]
    least: float = 0.0
    """The least positive number."""
    ends: bool = False
    """Whether what lies between 0 and 1 is one of these."""

    def shown(self, form: Format) -> str:
        """What it is called beside the name of a format."""
        return f"±{REACH[form]}" if self is WIDE else self.name.replace("*", "·")


def _ahead(d: Drawing) -> list[float]:
    """Normal numbers, one of which is ahead of (or behind) the others."""
    lead = d.rng.choice((20, 40, 80, -20, -40, -80))
    return [d.normal() + lead * out for out in d.rows]


def _within(d: Drawing) -> list[float]:
    """Numbers up to `FAR` in absolute value: ordinary, spread, one ahead or behind, equal, all or all but one small."""
    rng, which = d.rng, d.turn // 2 % 6
    if which == 0:
        return [3 * d.normal() for _ in d.rows]
    if which == 2:
        lead, sign = rng.choice((0.5, 1)) * FAR, rng.choice((-1, 1))
        return [sign * (lead if out else d.normal() - rng.choice((0, lead - 6))) for out in d.rows]
    if which == 3:
        return [d.uniform(FAR)] * len(d.rows)
    small = which > 3
    return [d.uniform(FAR) * 2.0 ** -rng.randrange(40 if small and not (which == 4 and out) else 1) for out in d.rows]


REACH: Mapping[Format, int] = {FLOAT64: 745, FLOAT32: 100}
"""As far as exponentials are neither 0 nor infinite."""
NORMAL = Range("normal*3", lambda d: [3 * d.normal() for _ in d.rows])
AHEAD = Range("one ahead", _ahead)
WIDE = Range("whole range", lambda d: [d.uniform(REACH[d.form]) for _ in d.rows])
FAR = 20
"""How large inputs get where a bound is stated, and 1/20 is how small positive ones get."""
BOUNDED = Range("within", _within, least=1 / FAR)
ENDS = replace(BOUNDED, ends=True)


def _one_hot(d: Drawing) -> list[float]:
    size = d.shape[-1]
    labels = [d.rng.randrange(size) if d.turn % 2 else int(d.spot * size) for _ in range(prod(d.shape[:-1]))]
    return [float(n == label) for label in labels for n in range(size)]


def _simplex(d: Drawing) -> list[float]:
    size = d.shape[-1]
    rows = [[d.rng.random() + 1 / 64 for _ in range(size)] for _ in range(prod(d.shape[:-1]))]
    return [weight / sum(row) for row in rows for weight in row]


_ROWS: Mapping[str, Callable[[Drawing], list[float]]] = {"OneHot": _one_hot, "Simplex": _simplex}
_NUMBERS: Mapping[str, Callable[[Random, float, Range], float]] = {
    # a type of single numbers: such a number from a real one
    "Real": lambda rng, x, within: x,
    "Positive": lambda rng, x, within: max(abs(x), within.least) or 1.0,
    "NonNegative": lambda rng, x, within: abs(x),
    "Unit": lambda rng, x, within: float(rng.randrange(2)) if within.ends else rng.random(),
    "Binary": lambda rng, x, within: float(rng.randrange(2)),
}


def sizes(functions: Functions, alone: int = 6) -> dict[str, int]:
    """Lengths of the dimensions: one that is alone may be longer."""
    dims = functions.theory.dims
    return {d: alone if len(dims) == 1 else (3, 4, 2)[n % 3] for n, d in enumerate(dims)}


def points(
    functions: Functions, within: Range, form: Format, count: int, dims: Mapping[str, int], seed: str = ""
) -> Iterator[Point]:
    """So many points: sizes, inputs, and the cotangent and tangents, which are normal, under their names."""
    theory = functions.theory
    rng = Random(f"{within.name} {form.name} {seed}")
    seeds = {functions.bar(functions.of): functions.of, **{functions.dot(w): w for w in functions.wrt}}
    for turn in range(count):
        spot = rng.random()

        def drawing(axes: Sequence[str], turn: int = turn, spot: float = spot) -> Drawing:
            return Drawing(rng, form, tuple(dims[d] for d in axes), turn, spot)

        arrays = [(q.name, drawing(q.dims), q.type) for q in theory.arguments]
        arrays += [(name, drawing(theory.quantities[of].dims), "") for name, of in seeds.items()]
        elements = {
            (name, at): mpf(form.round(mpf(x)))
            for name, d, kind in arrays
            for at, x in zip(product(*map(range, d.shape)), _drawn(d, kind, within), strict=True)
        }
        yield Point(dict(dims), elements)


def _drawn(d: Drawing, kind: str, within: Range) -> list[float]:
    """The elements of an array of a type; "" is what a cotangent or tangent is."""
    if kind in _ROWS and d.shape:
        return _ROWS[kind](d)
    if not kind:
        return [d.normal() for _ in d.rows]
    number = _NUMBERS.get(kind, _NUMBERS["Real"])
    return [number(d.rng, x, within) for x in within.draw(d)]
