"""Can this constant be written out?  Arithmetic on literals comes in, its exact value goes out, or a refusal of its size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from math import log10

from derive.expr import Add, Div, Mul, Neg, Num, Pow, Term
from derive.language.tree import refuse
from derive.theory import Place

__all__ = ["DIVISION_BY_ZERO", "constant"]

MAX_DIGITS = 4300
DIVISION_BY_ZERO = "a value divided by 0 has no meaning"


def constant(term: Term, place: Place) -> Fraction | None:
    """The exact value of arithmetic on literals, None for anything else.  Refuses what is too large to be written out."""
    if isinstance(term, Num):
        return term.value
    if type(term) not in _CONSTANTS:
        return None
    parts = [constant(part, place) for part in term.children() if isinstance(part, Term)]
    known = [part for part in parts if part is not None]
    return _CONSTANTS[type(term)](known, place) if len(known) == len(parts) else None


def _small(value: Fraction, place: Place) -> Fraction:
    if max(abs(value.numerator), value.denominator).bit_length() > MAX_DIGITS / log10(2):
        refuse(
            f"this constant has more than {MAX_DIGITS:,} digits", place, "a number this large has no use in a formula"
        )
    return value


def _constant_sum(parts: list[Fraction], place: Place) -> Fraction:
    return reduce(lambda value, part: _small(value + part, place), parts)


def _constant_product(parts: list[Fraction], place: Place) -> Fraction:
    return reduce(lambda value, part: _small(value * part, place), parts)


def _constant_quotient(parts: list[Fraction], place: Place) -> Fraction:
    if not parts[1]:
        refuse("a division by 0", place, DIVISION_BY_ZERO)
    return _small(parts[0] / parts[1], place)


def _constant_power(parts: list[Fraction], place: Place) -> Fraction | None:
    base, exponent = parts
    if not base and exponent < 0:
        refuse("a division by 0", place, DIVISION_BY_ZERO)
    size = max(abs(base.numerator), base.denominator)
    if size > 1 and abs(exponent) > MAX_DIGITS / log10(size):
        refuse(
            f"this constant has more than {MAX_DIGITS:,} digits", place, "a number this large has no use in a formula"
        )
    if exponent.denominator != 1:
        return None
    if size > 1:
        return base ** int(exponent)
    return base ** int(exponent % 2) if base else Fraction(not exponent)


_CONSTANTS: Mapping[type[Term], Callable[[list[Fraction], Place], Fraction | None]] = {
    Neg: lambda parts, place: -parts[0],
    Add: _constant_sum,
    Mul: _constant_product,
    Div: _constant_quotient,
    Pow: _constant_power,
}
