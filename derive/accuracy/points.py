"""Where is the error looked at?  Inputs of a theory's types, in a range, as numbers of a format.

Comes in: `Functions`, a range, a format, a seed.  Goes out: points, the same on every machine: only sums and products of
floats stand between the generator of the standard library and them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from random import Random

from mpmath import mpf

from derive.arithmetic.formats import FLOAT32, FLOAT64, Format, Number
from derive.checks.numbers import Point
from derive.expr import Sizes
from derive.program import Functions

__all__ = ["AHEAD", "BOUNDED", "ENDS", "FAR", "LEAST", "NEAR", "NORMAL", "WIDE", "Range", "points", "sizes"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What an array is drawn with: numbers of a format, of a shape, for the point of that number, in one of the patterns.

    What stands out stands out at one `spot` of every row, a share of its length; for every second point so do labels.
    """

    rng: Random
    form: Format
    shape: tuple[int, ...]
    turn: int
    pattern: int
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
    twins: bool = False
    """Whether now and then arrays of one type and shape are nearly the same."""

    def shown(self, form: Format) -> str:
        """What it is called beside the name of a format."""
        return f"±{REACH[form]}" if self is WIDE else self.name.replace("*", "·")


def _ahead(d: Drawing) -> list[float]:
    """Normal numbers, one of which is ahead of (or behind) the others."""
    lead = d.rng.choice((20, 40, 80, -20, -40, -80))
    return [d.normal() + lead * out for out in d.rows]


def _all_ahead(d: Drawing) -> list[float]:
    """One ahead of or behind all others, by up to twice as much as numbers are large."""
    lead, sign, back = d.rng.choice((0.5, 1)) * FAR, d.rng.choice((-1, 1)), d.rng.choice((0, 1))
    return [sign * (lead if out else d.normal() - back * (lead - 6)) for out in d.rows]


def _nearly_equal(d: Drawing) -> list[float]:
    same, spread = d.uniform(FAR), d.rng.choice((0, NEAR))
    return [same * (1 + spread * d.uniform(1)) for _ in d.rows]


def _small(d: Drawing) -> list[float]:
    return [d.uniform(FAR) * 2.0 ** -d.rng.randrange(40) for _ in d.rows]


def _all_but_one_small(d: Drawing) -> list[float]:
    return [d.uniform(FAR) * 2.0 ** -(0 if out else d.rng.randrange(40)) for out in d.rows]


def _at_the_ends(d: Drawing) -> list[float]:
    """About as large, or as positive numbers as small, as they get."""
    end, inwards = d.rng.choice(((FAR, -NEAR), (1 / LEAST, NEAR)))
    return [d.rng.choice((-1, 1)) * end * (1 + inwards * d.rng.random()) for _ in d.rows]


FAR, LEAST = 20, 4
"""How large inputs get where a bound is stated, and as a fraction of 1 how small positive ones get."""
NEAR = 2.0**-12
"""How far apart numbers are that are nearly equal, relative to them."""
_PATTERNS: tuple[Callable[[Drawing], list[float]], ...] = (
    lambda d: [3 * d.normal() for _ in d.rows],
    lambda d: [d.uniform(FAR) for _ in d.rows],
    _all_ahead,
    _nearly_equal,
    _small,
    _all_but_one_small,
    _at_the_ends,
)
REACH: Mapping[Format, int] = {FLOAT64: 745, FLOAT32: 100}
"""As far as exponentials are neither 0 nor infinite."""
NORMAL = Range("normal*3", lambda d: [3 * d.normal() for _ in d.rows], least=1 / LEAST)
AHEAD = Range("one ahead", _ahead)
WIDE = Range("whole range", lambda d: [d.uniform(REACH[d.form]) for _ in d.rows])
BOUNDED = Range("within", lambda d: _PATTERNS[d.pattern % len(_PATTERNS)](d), least=1 / LEAST, twins=True)
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
    return functions.theory.sized({d: alone if len(dims) == 1 else (3, 4, 2)[n % 3] for n, d in enumerate(dims)})


def points(
    functions: Functions, within: Range, form: Format, count: int, dims: Mapping[str, int], seed: str = ""
) -> Iterator[Point]:
    """So many points: sizes, inputs, and the cotangent and tangents, which are normal, under their names."""
    theory, dims = functions.theory, Sizes(dims)
    rng = Random(f"{within.name} {form.name} {seed}")
    seeds = {functions.bar(functions.of): functions.of, **{functions.dot(w): w for w in functions.wrt}}
    inputs = [(q.name, q.type, tuple(dims[d] for d in q.dims)) for q in theory.arguments]
    inputs += [(name, "", tuple(dims[d] for d in theory.quantities[of].dims)) for name, of in seeds.items()]
    for turn in range(count):
        spot, (again, which) = rng.random(), divmod(turn // 2, len(_PATTERNS) + 1)
        twins = within.twins and which == len(_PATTERNS)
        arrays: dict[tuple[str, tuple[int, ...]], list[float]] = {}
        elements: dict[tuple[str, tuple[int, ...]], Number] = {}
        for place, (name, kind, shape) in enumerate(inputs):
            drawing = Drawing(rng, form, shape, turn, again + place if twins else which + again * place, spot)
            drawn = _drawn(drawing, kind, within)
            first = arrays.setdefault((kind, shape), drawn)
            if twins and kind in _NEAR_TO:
                drawn = [_NEAR_TO[kind](x * (1 + NEAR * drawing.normal())) if first is not drawn else x for x in first]
            elements |= {
                (name, at): mpf(form.narrow(x)) for at, x in zip(product(*map(range, shape)), drawn, strict=True)
            }
        yield Point(Sizes(dims), elements)


_NEAR_TO: Mapping[str, Callable[[float], float]] = {
    # a type that has numbers near to any of its numbers: such a number, from one that may be just outside
    **dict.fromkeys(("Real", "Positive", "NonNegative", "Simplex"), lambda x: x),
    "Unit": lambda x: min(x, 1.0),
}


def _drawn(d: Drawing, kind: str, within: Range) -> list[float]:
    """The elements of an array of a type; "" is what a cotangent or tangent is."""
    if kind in _ROWS and d.shape:
        return _ROWS[kind](d)
    if not kind:
        return [d.normal() for _ in d.rows]
    number = _NUMBERS.get(kind, _NUMBERS["Real"])
    return [number(d.rng, x, within) for x in within.draw(d)]
