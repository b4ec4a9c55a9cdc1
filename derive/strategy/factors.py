"""Which irreducible polynomials is a polynomial a product of?  And quotients in lowest terms, for which one needs to know that.

Comes in: polynomials over numbered atoms.  Goes out: a number and irreducible factors over the rationals, with whole coefficients
that share no factor, the first one positive; and `Ratio`, a numerator over a product of such factors.  A denominator is known by
its factors, so lowest terms take no greatest common divisor: a factor either divides the numerator or shares nothing with it.

Most sums of a derivation are linear in some atom, or squares; the rest is SymPy's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, isqrt, lcm
from operator import add, sub

__all__ = ["Numbered", "Powers", "Ratio", "factors"]

Powers = tuple[int, ...]
"""The exponent of each atom in a monomial."""
Numbered = tuple[tuple[Powers, Fraction], ...]
"""A polynomial: its monomials in falling order, with their coefficients."""
Sum = Mapping[Powers, Fraction]


@lru_cache(maxsize=4096)
def factors(terms: frozenset[tuple[Powers, Fraction]]) -> tuple[Fraction, Sequence[tuple[Numbered, int]]]:
    """A number and the irreducible factors of a polynomial (not 0), each with its power: atoms by themselves first."""
    least = tuple(map(min, zip(*(powers for powers, _ in terms), strict=True)))
    alone = [
        (((tuple(int(k == n) for k in range(len(least))), Fraction(1)),), power)
        for n, power in enumerate(least)
        if power
    ]
    number, rest = _primitive({tuple(map(sub, p, least)): c for p, c in terms})
    if len(rest) == 1:
        return number, alone
    return number, [*alone, *(_alone(rest) or _linear(rest) or _quadratic(rest) or _by_sympy(rest))]


def _primitive(terms: Sum) -> tuple[Fraction, Numbered]:
    """A number, and the polynomial with whole coefficients that share no factor, the first one positive."""
    first, *_ = ordered = sorted(terms, reverse=True)
    number = Fraction(gcd(*(c.numerator for c in terms.values())), lcm(*(c.denominator for c in terms.values())))
    number = number if terms[first] > 0 else -number
    return number, tuple((p, terms[p] / number) for p in ordered)


Factors = list[tuple[Numbered, int]]


def _alone(terms: Numbered) -> Factors:
    """Where an atom stands in one term alone, by itself: irreducible; nothing if none does.

    What does not hold that atom divides this term, so it is a product of atoms, and it divides all other terms too: nothing does.
    """
    return [(terms, 1)] if any(sum(column) == 1 for column in zip(*(p for p, _ in terms), strict=True)) else []


def _linear(terms: Numbered) -> Factors:
    """Where an atom has no power above 1: what divides all that it stands beside, and all the rest, comes off."""
    for n, column in enumerate(zip(*(p for p, _ in terms), strict=True)):
        if max(column) == 1:
            beside = frozenset(((*p[:n], 0, *p[n + 1 :]), c) for p, c in terms if p[n])
            for factor, _ in factors(beside)[1]:
                if (quotient := _divided(dict(terms), factor)) is not None:
                    return _joined([(factor, 1)], factors(frozenset(quotient.items()))[1])
            return [(terms, 1)]
    return []


def _quadratic(terms: Numbered) -> Factors:
    """Where all is in one monomial of exponents with no common factor but 2, to the power 2 at most; nothing elsewhere."""
    lowest = terms[-1][0]
    step = min((p for p, _ in terms if p != lowest), key=sum)
    by_power = {sum(p) // sum(step): c for p, c in terms}
    if any(lowest) or any(p != tuple(sum(p) // sum(step) * e for e in step) for p, _ in terms) or max(by_power) > 2:
        return []
    a, b, c = (by_power.get(n, Fraction(0)) for n in (2, 1, 0))
    root = _root(b * b - 4 * a * c) if a else Fraction(0)
    if gcd(*step) > 2 or (root is None and gcd(*step) > 1):
        return []
    if root is None or (not a and gcd(*step) == 1):
        return [(terms, 1)]
    parts = [(2 * a, b - root), (2 * a, b + root)] if a else [(b, c)]
    return _joined([], [factor for slope, constant in parts for factor in _binomial(step, slope, constant)])


def _binomial(step: Powers, slope: Fraction, constant: Fraction) -> Factors:
    """slope·m + constant, the exponents of m sharing no factor or 2."""
    half, zero = tuple(e // 2 for e in step), (0,) * len(step)
    root = _root(-constant / slope) if gcd(*step) == 2 else None
    parts = [{step: slope, zero: constant}] if root is None else [{half: Fraction(1), zero: r} for r in (root, -root)]
    return _joined([], [(_primitive(part)[1], 1) for part in parts])


def _root(number: Fraction) -> Fraction | None:
    """The square root, if it is rational."""
    if number < 0:
        return None
    root = Fraction(isqrt(number.numerator), isqrt(number.denominator))
    return root if root * root == number else None


def _joined(some: Iterable[tuple[Numbered, int]], more: Iterable[tuple[Numbered, int]]) -> Factors:
    powers: dict[Numbered, int] = {}
    for factor, n in (*some, *more):
        powers[factor] = powers.get(factor, 0) + n
    return list(powers.items())


def _by_sympy(terms: Numbered) -> Factors:
    """Anything, by SymPy."""
    from sympy.polys.domains import QQ
    from sympy.polys.rings import ring

    made, *_ = ring([f"x{n}" for n in range(len(terms[0][0]))], QQ)
    _, parts = made.from_dict({p: QQ(c.numerator, c.denominator) for p, c in terms}).factor_list()
    return [
        (tuple((p, Fraction(int(c.numerator), int(c.denominator))) for p, c in part.terms()), n) for part, n in parts
    ]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A polynomial over irreducible ones to a power, none of which divides it."""

    above: Sum
    below: Mapping[Numbered, int]

    @classmethod
    def number(cls, value: Fraction, atoms: int) -> Ratio:
        """A number, over so many atoms."""
        return cls({(0,) * atoms: value} if value else {}, {})

    @classmethod
    def atom(cls, number: int, atoms: int) -> Ratio:
        """The atom of that number."""
        return cls({tuple(int(k == number) for k in range(atoms)): Fraction(1)}, {})

    def __neg__(self) -> Ratio:
        return Ratio({p: -c for p, c in self.above.items()}, self.below)

    def __add__(self, other: Ratio) -> Ratio:
        below = {f: max(self.below.get(f, 0), other.below.get(f, 0)) for f in (*self.below, *other.below)}
        total = dict(_times(self.above, _lacking(below, self.below)))
        for powers, c in _times(other.above, _lacking(below, other.below)).items():
            total[powers] = total.get(powers, Fraction(0)) + c
        return _reduced({p: c for p, c in total.items() if c}, below)

    def __mul__(self, other: Ratio) -> Ratio:
        below = {f: self.below.get(f, 0) + other.below.get(f, 0) for f in (*self.below, *other.below)}
        return _reduced(_times(self.above, [tuple(other.above.items())]), below)

    def inverse(self) -> Ratio:
        """What it is 1 over.  Raises `ZeroDivisionError`."""
        if not self.above:
            raise ZeroDivisionError
        number, found = factors(frozenset(self.above.items()))
        one = {(0,) * len(next(iter(self.above))): 1 / number}
        return Ratio(_times(one, _lacking(self.below, {})), dict(found))

    def __truediv__(self, other: Ratio) -> Ratio:
        return self * other.inverse()

    def __pow__(self, n: int) -> Ratio:
        if n < 0:
            return self.inverse() ** -n
        one = {(0,) * len(next(iter(self.above), ())): Fraction(1)}
        return Ratio(_times(one, [tuple(self.above.items())] * n), {f: m * n for f, m in self.below.items() if n})


def _lacking(whole: Mapping[Numbered, int], there: Mapping[Numbered, int]) -> list[Numbered]:
    """The factors of the one that the other lacks."""
    return [f for f, n in whole.items() for _ in range(n - there.get(f, 0))]


def _times(polynomial: Sum, others: Iterable[Numbered]) -> Sum:
    for other in others:
        product: dict[Powers, Fraction] = {}
        for left, c in polynomial.items():
            for right, d in other:
                both = tuple(map(add, left, right))
                product[both] = product.get(both, Fraction(0)) + c * d
        polynomial = {p: c for p, c in product.items() if c}
    return polynomial


def _reduced(above: Sum, below: Mapping[Numbered, int]) -> Ratio:
    left: dict[Numbered, int] = {}
    for factor, power in below.items() if above else ():
        n = power
        while n and (quotient := _divided(above, factor)) is not None:
            above, n = quotient, n - 1
        if n:
            left[factor] = n
    return Ratio(above, left)


def _divided(polynomial: Sum, by: Numbered) -> Sum | None:
    """The quotient, if nothing is left over."""
    first, leading = by[0]
    rest, quotient = dict(polynomial), {}
    while rest:
        largest = max(rest)
        powers = tuple(map(sub, largest, first))
        if min(powers) < 0:
            return None
        times = quotient[powers] = rest[largest] / leading
        for p, c in by:
            at = tuple(map(add, p, powers))
            left = rest.get(at, Fraction(0)) - times * c
            if left:
                rest[at] = left
            else:
                del rest[at]
    return quotient
