"""Are two expressions the same rational function?  Exact arithmetic over symbols and powers of e.

Comes in: SymPy expressions without sums.  Goes out: `Image`, which compares them, and `Rational`, which holds them as fractions
of polynomials, to be solved.  e^(u + 2v) becomes E_u·E_v², one generator for each monomial; powers of e with distinct monomials
are algebraically independent (Ax), so that two expressions agree exactly when the numerator of their difference is the zero
polynomial.  Other functions are opaque generators.

That it is zero is seen at one point of a prime field of 157 digits: where it is not, its value there is 0 with a chance of its
degree in 10^157 (Schwartz, Zippel), and multiplying it out may take more terms than there is room for.

A denominator is kept as a product of powers of polynomials, so that sums over a common denominator need no gcd.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import lcm
from random import Random
from typing import Any, TypeAlias

import sympy
from sympy.polys.rings import ring

from derive.checks.explicit import UNDEFINED, Exp, Expr, OutOfReach

__all__ = ["Image", "Poly", "Rational"]

Poly: TypeAlias = Any
"""An element of a SymPy polynomial ring."""

_TERMS = 250_000
"""Products of terms that all multiplications together may take."""

_PRIME = (1 << 521) - 1
_HIGHEST = 10**6
"""Powers beyond this are not looked at, so that no degree is near the prime."""


class _Finer(Exception):
    """A power of e with a fraction of an exponent that is finer than those so far."""


class Image:
    """The values of expressions at one point of a prime field, each found once."""

    __slots__ = ("_generators", "_known", "_parts", "_random")

    def __init__(self) -> None:
        self._random, self._parts = Random("a point"), 1
        self._generators: dict[tuple[Expr, bool], int] = {}
        self._known: dict[Expr, int] = {}

    def same(self, left: Expr, right: Expr) -> bool:
        """Whether both are the same fraction."""
        while True:
            try:
                return self.value(left) == self.value(right)
            except _Finer as finer:
                self._parts = lcm(self._parts, *finer.args)
                self._known.clear()

    def value(self, expr: Expr) -> int:
        """The value of an expression.  Raises `OutOfReach`."""
        if expr not in self._known:
            self._known[expr] = self._value(expr)
        return self._known[expr]

    def _value(self, expr: Expr) -> int:
        if expr.is_Rational:
            return int(expr.p) * pow(int(expr.q), -1, _PRIME) % _PRIME
        if expr.is_Add:
            return sum(map(self.value, expr.args)) % _PRIME
        if expr.is_Mul:
            product = 1
            for arg in expr.args:
                product = product * self.value(arg) % _PRIME
            return product
        if expr.is_Pow and expr.exp.is_Integer and expr.base != sympy.E:
            return self._power(self.value(expr.base), int(expr.exp))
        if _is_power_of_e(expr):
            product = 1
            for coefficient, monomial in _monomials(expr):
                if self._parts % coefficient.q:
                    raise _Finer(int(coefficient.q))
                n = int(coefficient * self._parts)
                product = product * self._power(self._generator(monomial, True), n) % _PRIME
            return product
        if expr.has(*UNDEFINED):
            raise OutOfReach("undefined here")
        if expr.is_Pow:
            whole, rest = expr.exp.as_coeff_Add()  # x^(n − 1) is x^n / x
            if whole.is_Integer and whole:
                return self._power(self.value(expr.base), int(whole)) * self.value(expr.base**rest) % _PRIME
        return self._generator(expr, False)

    def _power(self, base: int, n: int) -> int:
        if abs(n) > _HIGHEST:
            raise OutOfReach("too high a power")
        if n < 0 and not base:
            raise OutOfReach("division by 0")
        return pow(base, n, _PRIME)

    def _generator(self, expr: Expr, power: bool) -> int:
        """The value of what is not looked into, or of the smallest power of e with a monomial that occurs."""
        if (expr, power) not in self._generators:
            self._generators[expr, power] = self._random.randrange(1, _PRIME)
        return self._generators[expr, power]


@dataclass(frozen=True, slots=True)
class Fraction:
    """numerator / product of powers of the polynomials in `below`, so that a common denominator is found without a gcd."""

    above: Poly
    below: Mapping[Poly, int]


class Rational:
    """Expressions as fractions of polynomials over one ring, whose generators are found first: to solve for one of them."""

    def __init__(self, *exprs: Expr) -> None:
        self._exponents: dict[Expr, int] = {}
        atoms: set[Expr] = set()
        seen: set[Expr] = set()
        for expr in exprs:
            self._collect(expr, atoms, seen)
        self.atoms = sorted(atoms, key=sympy.default_sort_key)
        powers = sorted(self._exponents, key=sympy.default_sort_key)
        count = len(self.atoms) + len(powers)
        self.ring, *generators = ring([f"g{n}" for n in range(count or 1)], sympy.QQ)
        self.generators = dict(
            zip((*((a, False) for a in self.atoms), *((p, True) for p in powers)), generators, strict=False)
        )
        self._memo: dict[Expr, Fraction] = {}
        self._work = 0

    @property
    def exact(self) -> bool:
        """Whether the generators are algebraically independent for sure."""
        factors = [f.as_base_exp() for p in self._exponents for f in sympy.Mul.make_args(p)]
        return all(a.is_Symbol or a == sympy.pi for a in self.atoms) and all(
            base == 1 or (base.is_Symbol and exponent.is_Integer) for base, exponent in factors
        )

    def _collect(self, expr: Expr, atoms: set[Expr], seen: set[Expr]) -> None:
        if expr in seen or expr.is_Rational:
            return
        seen.add(expr)
        if expr.is_Add or expr.is_Mul or (expr.is_Pow and expr.exp.is_Integer and expr.base != sympy.E):
            for arg in expr.args:
                self._collect(arg, atoms, seen)
        elif _is_power_of_e(expr):
            for coefficient, monomial in _monomials(expr):
                self._exponents[monomial] = lcm(self._exponents.get(monomial, 1), coefficient.q)
        elif expr.has(*UNDEFINED):
            raise OutOfReach("undefined here")
        else:
            atoms.add(expr)

    def fraction(self, expr: Expr) -> Fraction:
        """The expression as a fraction."""
        if expr not in self._memo:
            self._memo[expr] = self._fraction(expr)
        return self._memo[expr]

    def _fraction(self, expr: Expr) -> Fraction:
        if expr.is_Rational:
            return Fraction(self.ring(sympy.QQ(expr.p, expr.q)), {})
        if (expr, False) in self.generators:
            return Fraction(self.generators[expr, False], {})
        if expr.is_Add:
            return self._sum([self.fraction(a) for a in expr.args])
        if expr.is_Mul:
            return self._product([self.fraction(a) for a in expr.args])
        if _is_power_of_e(expr):
            factors = [
                self._power(Fraction(self.generators[m, True], {}), int(c * self._exponents[m]))
                for c, m in _monomials(expr)
            ]
            return self._product(factors)
        return self._power(self.fraction(expr.base), int(expr.exp))

    def _sum(self, fractions: list[Fraction]) -> Fraction:
        below: dict[Poly, int] = {}
        for f in fractions:
            for factor, n in f.below.items():
                below[factor] = max(n, below.get(factor, 0))
        above = self.ring.zero
        for f in fractions:
            above += self._times(f.above, *(g for g, n in below.items() for _ in range(n - f.below.get(g, 0))))
        return Fraction(above, below)

    def _product(self, fractions: list[Fraction]) -> Fraction:
        above, below = self._times(*(f.above for f in fractions)), dict[Poly, int]()
        for f in fractions:
            for factor, n in f.below.items():
                below[factor] = below.get(factor, 0) + n
        for factor, n in list(below.items()):
            while n and len(above) >= len(factor):
                self._spend(len(above) * (len(above) // len(factor)))  # each term of the quotient looks through all
                quotient, rest = above.div(factor)
                if rest:
                    break
                above, n = quotient, n - 1
            below[factor] = n
        return Fraction(above, {factor: n for factor, n in below.items() if n})

    def _power(self, fraction: Fraction, n: int) -> Fraction:
        if abs(n) > 100:
            raise OutOfReach("too high a power")
        if n >= 0:
            return self._product([fraction] * n)
        if not fraction.above:
            raise OutOfReach("division by 0")
        content, rest = fraction.above.primitive()
        if rest.LC < 0:
            content, rest = -content, -rest
        above = self._times(self.ring(1 / content), *(f for factor, m in fraction.below.items() for f in [factor] * m))
        below: dict[Poly, int] = {}
        shared = [min(exponents) for exponents in zip(*rest.itermonoms(), strict=True)]
        for generator, m in zip(self.ring.gens, shared, strict=True):
            if m:
                below[generator] = m
                rest = rest.quo(generator**m)
        if rest != 1:
            below[rest] = 1
        return self._product([Fraction(above, below)] * -n)

    def _times(self, *polys: Poly) -> Poly:
        value = self.ring.one
        for poly in polys:
            self._spend(len(value) * len(poly))
            value *= poly
        return value

    def _spend(self, terms: int) -> None:
        self._work += terms
        if self._work > _TERMS:
            raise OutOfReach("too large a polynomial")

    def restore(self, poly: Poly) -> Expr:
        """A polynomial as an expression."""
        values = [Exp(a / self._exponents[a]) if power else a for a, power in self.generators]
        return poly.as_expr(*values, *sympy.symbols(f"unused:{len(self.ring.gens) - len(values)}"))


def _is_power_of_e(expr: Expr) -> bool:
    return isinstance(expr, (Exp, sympy.exp)) or expr == sympy.E


def _monomials(power: Expr) -> list[tuple[Expr, Expr]]:
    """The exponent of a power of e as coefficients and monomials."""
    exponent = sympy.Integer(1) if power == sympy.E else power.args[0]
    if not _is_multiplied_out(exponent):
        exponent = sympy.expand(exponent)
    return [term.as_coeff_Mul() for term in sympy.Add.make_args(exponent)]


def _is_multiplied_out(expr: Expr) -> bool:
    """Whether it is, as one sees at once, a sum of products of numbers and symbols: SymPy asks at length."""
    factors = (f for term in sympy.Add.make_args(expr) for f in sympy.Mul.make_args(term))
    return all(f.is_Symbol or f.is_Rational for f in factors)
