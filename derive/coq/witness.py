"""Can the hypotheses be met?  Plain numbers that satisfy all of them, for dimensions of 2, as a statement that Coq proves.

Comes in: a derivation.  Goes out: the values of its inputs as Coq's text; None where nothing plain was found.  What is chosen
here is not trusted: that it satisfies the hypotheses is what Coq is asked to prove.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import islice, product

from mpmath import mpf

from derive import checks
from derive.derivation import Derivation
from derive.expr import Formula, Index, Sizes, extent, free, key, length, names

__all__ = ["SIZE", "Shape", "found"]

SIZE = 2
"""What every dimension is."""

MOST = 4000
"""Choices that are tried."""


class Shape:
    """Numbers for an array: as Coq's function of its indices, and one by one."""

    def __init__(self, text: str, at: Callable[[tuple[int, ...]], Fraction]) -> None:
        self.text, self.at = text, at


def _constant(value: Fraction) -> Shape:
    text = str(value.numerator) if value.denominator == 1 else f"({value.numerator} / {value.denominator})"
    return Shape(text, lambda at: value)


_ONE_HOT = Shape("delta {last} 0", lambda at: Fraction(at[-1] == 0))
_GROWING = Shape("INR ({sum} + 1)", lambda at: Fraction(sum(at) + 1))
_FALLING = Shape("3 - INR {last}", lambda at: Fraction(3 - at[-1]))
_NUMBERS = tuple(_constant(Fraction(n)) for n in ("1", "2", "1/2", "0", "3", "-1", "10"))


def _shapes(rank: int) -> tuple[Shape, ...]:
    return (_NUMBERS[0], _ONE_HOT, _GROWING, _FALLING, *_NUMBERS[1:]) if rank else _NUMBERS


def found(
    derivation: Derivation, ranks: Mapping[str, int], dims: Mapping[str, str]
) -> tuple[Mapping[str, Shape], Mapping[Index, int]] | None:
    """Values for the inputs that the hypotheses speak of, and for their free indices."""
    formulas = derivation.theorem.hypotheses
    context = derivation.theorem.context
    below = frozenset(n for f in formulas for q in names(f) for n in context.below(q))
    inputs = sorted(n for n in below if n not in context.definitions)
    indices = sorted({i for f in formulas for i in free(f)}, key=key)
    sizes = Sizes(dict.fromkeys((d for d in dims if extent(d) == (((d, 1),), 0)), SIZE))
    sizes.update({dim: length(dim, sizes) for dim in dims})
    most = max(sizes.values(), default=SIZE)
    for shapes in islice(_choices([_shapes(ranks[n]) for n in inputs]), MOST):
        elements = {
            (n, at): mpf(value.numerator) / value.denominator
            for n, shape in zip(inputs, shapes, strict=True)
            for at in product(range(most), repeat=ranks[n])
            for value in (shape.at(at),)
        }
        point = checks.Point(sizes, elements)
        for places in product(*(range(sizes[i.dim]) for i in indices)):
            env = dict(zip(indices, places, strict=True))
            if all(_holds(f, derivation, point, env) for f in formulas):
                return dict(zip(inputs, shapes, strict=True)), env
    return None


def _choices(each: list[tuple[Shape, ...]]) -> Iterator[tuple[Shape, ...]]:
    """All combinations, those of the plainest first."""
    most = max((len(s) for s in each), default=1)
    for deepest in range(most):
        for chosen in product(*(range(min(deepest + 1, len(s))) for s in each)):
            if deepest == 0 or deepest in chosen:
                yield tuple(s[n] for s, n in zip(each, chosen, strict=True))


def _holds(formula: Formula, derivation: Derivation, point: checks.Point, env: Mapping[Index, int]) -> bool:
    try:
        return bool(checks.evaluate(formula, derivation.theory, point, env, digits=20))
    except (checks.Undefined, KeyError):
        return False
