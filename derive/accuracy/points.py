"""Where is the error looked at?  Inputs of a theory's types, in a range, as numbers of a format.

Comes in: `Functions`, a range, a format, a seed.  Goes out: points, the same on every machine: only sums and products of
floats stand between the generator of the standard library and them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from random import Random

from mpmath import mpf

from derive.arithmetic.formats import FLOAT32, FLOAT64, Format
from derive.checks.numbers import Point
from derive.program import Functions

__all__ = ["AHEAD", "NORMAL", "WIDE", "Range", "points", "sizes"]


@dataclass(frozen=True, slots=True)
class Range:
    """How so many real numbers are drawn for a format, and what that is called."""

    name: str
    draw: Callable[[Random, Format, int], list[float]]

    def shown(self, form: Format) -> str:
        """What it is called beside the name of a format."""
        return f"±{REACH[form]}" if self is WIDE else self.name.replace("*", "·")


def _normal(rng: Random) -> float:
    """Normal to within what matters here, as a sum of uniform numbers, which every machine adds alike."""
    return sum(rng.random() for _ in range(12)) - 6


def _ahead(rng: Random, count: int) -> list[float]:
    """Normal numbers, one of which is ahead of (or behind) the others."""
    numbers = [_normal(rng) for _ in range(count)]
    numbers[rng.randrange(count)] += rng.choice((20, 40, 80, -20, -40, -80))
    return numbers


REACH: Mapping[Format, int] = {FLOAT64: 745, FLOAT32: 100}
"""As far as exponentials are neither 0 nor infinite."""
NORMAL = Range("normal*3", lambda rng, _, count: [3 * _normal(rng) for _ in range(count)])
AHEAD = Range("one ahead", lambda rng, _, count: _ahead(rng, count))
WIDE = Range("whole range", lambda rng, form, count: [(2 * rng.random() - 1) * REACH[form] for _ in range(count)])


def _one_hot(rng: Random, size: int) -> list[float]:
    label = rng.randrange(size)
    return [float(n == label) for n in range(size)]


def _simplex(rng: Random, size: int) -> list[float]:
    weights = [rng.random() + 1 / 64 for _ in range(size)]
    return [w / sum(weights) for w in weights]


_ROWS: Mapping[str, Callable[[Random, int], list[float]]] = {"OneHot": _one_hot, "Simplex": _simplex}
_NUMBERS: Mapping[str, Callable[[Random, float], float]] = {
    # a type of single numbers: such a number from a real one
    "Real": lambda rng, x: x,
    "Positive": lambda rng, x: abs(x) or 1.0,
    "NonNegative": lambda rng, x: abs(x),
    "Unit": lambda rng, x: rng.random(),
    "Binary": lambda rng, x: float(rng.randrange(2)),
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
    for _ in range(count):
        elements: dict[tuple[str, tuple[int, ...]], float] = {}
        for quantity in theory.arguments:
            shape = [dims[d] for d in quantity.dims]
            if quantity.type in _ROWS and shape:
                for at in product(*map(range, shape[:-1])):
                    row = _ROWS[quantity.type](rng, shape[-1])
                    elements |= {(quantity.name, (*at, n)): x for n, x in enumerate(row)}
            else:
                number = _NUMBERS.get(quantity.type, _NUMBERS["Real"])
                drawn = within.draw(rng, form, prod(shape))
                for at, x in zip(product(*map(range, shape)), drawn, strict=True):
                    elements[quantity.name, at] = number(rng, x)
        seeds = {functions.bar(functions.of): functions.of, **{functions.dot(w): w for w in functions.wrt}}
        for name, of in seeds.items():
            for at in product(*(range(dims[d]) for d in theory.quantities[of].dims)):
                elements[name, at] = _normal(rng)
        yield Point(dict(dims), {key: mpf(form.round(mpf(x))) for key, x in elements.items()})
