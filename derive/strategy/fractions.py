"""What is the normal form of a rational expression?  Numerator and denominator as sums of monomials over atoms.

Comes in: a term.  Goes out: `Fraction_`-like data (`Quotient`) in lowest terms, and terms made from it.  Monomials with
negative exponents are used as long as every denominator is a single monomial; otherwise SymPy's rational functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from derive import rational
from derive.expr import Add, Div, Mul, Neg, Num, Pow, Term, add, canonical, div, key, mul, neg, num, power, times

__all__ = [
    "Monomial",
    "Polynomial",
    "Quotient",
    "monomial_term",
    "multiply",
    "normal_term",
    "polynomial_term",
    "quotient",
    "summands",
    "times_monomials",
]

Monomial = tuple[tuple[str, int], ...]
"""Atoms by key, each with its exponent (not 0), sorted."""

Polynomial = Mapping[Monomial, Fraction]


@dataclass(frozen=True, slots=True)
class Quotient:
    """`top` over the product of `bottom`'s polynomials; atoms by key.  With an empty `bottom` exponents may be negative."""

    top: Polynomial
    bottom: tuple[tuple[Polynomial, int], ...]
    atoms: Mapping[str, Term]


def quotient(term: Term) -> Quotient:
    """The normal form of `term` over its atoms."""
    atoms = {key(canonical(a)): a for a in rational.atoms_of(term)}
    top = _laurent(term)
    return Quotient(top, (), atoms) if top is not None else _general(term, atoms)


# -------------------------------------------------------------------------------------------- Laurent polynomials


def _laurent(term: Term) -> dict[Monomial, Fraction] | None:
    """`term` as a sum of monomials, or None where it divides by a sum."""
    if isinstance(term, Num):
        return {(): term.value} if term.value else {}
    if isinstance(term, Neg):
        inner = _laurent(term.arg)
        return None if inner is None else {m: -c for m, c in inner.items()}
    if isinstance(term, Add):
        total: dict[Monomial, Fraction] = {}
        for part in term.args:
            piece = _laurent(part)
            if piece is None:
                return None
            for m, c in piece.items():
                total[m] = total.get(m, Fraction(0)) + c
        return {m: c for m, c in total.items() if c}
    if isinstance(term, Mul):
        product: dict[Monomial, Fraction] = {(): Fraction(1)}
        for factor in term.args:
            piece = _laurent(factor)
            if piece is None:
                return None
            product = multiply(product, piece)
        return product
    if isinstance(term, Div):
        top, below = _laurent(term.num), _inverse(_laurent(term.den))
        return None if top is None or below is None else multiply(top, below)
    if isinstance(term, Pow) and (n := rational.exponent(term)) is not None:
        base = _laurent(term.base)
        base = base if n >= 0 else _inverse(base)
        if base is None:
            return None
        product = {(): Fraction(1)}
        for _ in range(abs(n)):
            product = multiply(product, base)
        return product
    return {((key(canonical(term)), 1),): Fraction(1)}


def multiply(left: Polynomial, right: Polynomial) -> dict[Monomial, Fraction]:
    """The product of two sums of monomials."""
    product: dict[Monomial, Fraction] = {}
    for m, c in left.items():
        for n, d in right.items():
            both = times_monomials(m, n)
            product[both] = product.get(both, Fraction(0)) + c * d
    return {m: c for m, c in product.items() if c}


def times_monomials(left: Monomial, right: Monomial) -> Monomial:
    """The product of two monomials."""
    exponents = dict(left)
    for atom, n in right:
        exponents[atom] = exponents.get(atom, 0) + n
    return tuple(sorted((a, n) for a, n in exponents.items() if n))


def _inverse(polynomial: Polynomial | None) -> dict[Monomial, Fraction] | None:
    if polynomial is None or len(polynomial) != 1:
        return None
    ((m, c),) = polynomial.items()
    return {tuple((a, -n) for a, n in m): 1 / c}


# --------------------------------------------------------------------------------------------- rational functions


def _general(term: Term, atoms: Mapping[str, Term]) -> Quotient:
    from sympy.polys.domains import QQ
    from sympy.polys.fields import field

    order = sorted(atoms)
    _, *generators = field([f"x{n}" for n in range(len(order))], QQ)
    by_key = dict(zip(order, generators, strict=True))
    one = generators[0].field.one

    def value(node: Term) -> Any:
        if isinstance(node, Num):
            return one * QQ(node.value.numerator, node.value.denominator)
        if isinstance(node, Add):
            return sum(map(value, node.args), one * 0)
        if isinstance(node, Neg):
            return -value(node.arg)
        if isinstance(node, Mul):
            product = one
            for factor in node.args:
                product = product * value(factor)
            return product
        if isinstance(node, Div):
            return value(node.num) / value(node.den)
        if isinstance(node, Pow) and (n := rational.exponent(node)) is not None:
            return value(node.base) ** n
        return by_key[key(canonical(node))]

    result = value(term)
    content, factors = result.denom.factor_list()
    top = {m: c / _fraction(content) for m, c in _from_ring(result.numer, order).items()}
    return Quotient(
        top, tuple(sorted(((_from_ring(f, order), n) for f, n in factors), key=lambda f: str(sorted(f[0])))), atoms
    )


def _fraction(value: Any) -> Fraction:
    return Fraction(int(value.numerator), int(value.denominator))


def _from_ring(polynomial: Any, order: list[str]) -> dict[Monomial, Fraction]:
    return {
        tuple((order[n], e) for n, e in enumerate(exponents) if e): _fraction(c) for exponents, c in polynomial.terms()
    }


# ------------------------------------------------------------------------------------------------------- to terms


def monomial_term(monomial: Monomial, coefficient: Fraction, atoms: Mapping[str, Term]) -> Term:
    """c·a·b²/d as a term."""
    above = [_raised(atoms[a], n) for a, n in monomial if n > 0]
    below = [_raised(atoms[a], -n) for a, n in monomial if n < 0]
    size = abs(coefficient)
    top: Term = times(size, mul(*above)) if above else num(size)
    term = div(top, mul(*below)) if below else top
    return neg(term) if coefficient < 0 else term


def _raised(atom: Term, exponent: int) -> Term:
    return atom if exponent == 1 else power(atom, exponent)


def polynomial_term(
    polynomial: Polynomial, atoms: Mapping[str, Term], order: Callable[[Monomial], Any] | None = None
) -> Term:
    """The sum of the monomials, sorted."""
    monomials: Iterable[Monomial] = sorted(polynomial, key=order) if order else sorted(polynomial)
    return add(*(monomial_term(m, polynomial[m], atoms) for m in monomials))


def summands(value: Quotient) -> list[Term]:
    """The summands of the normal form, each over the whole denominator."""
    below = [
        polynomial_term(p, value.atoms) if n == 1 else power(polynomial_term(p, value.atoms), n)
        for p, n in value.bottom
    ]
    each = [monomial_term(m, value.top[m], value.atoms) for m in sorted(value.top)]
    return [div(t, mul(*below)) if below else t for t in each]


def normal_term(term: Term) -> Term:
    """The normal form as a term: equal rational expressions over the same atoms give the same one."""
    value = quotient(term)
    if not value.bottom:
        return polynomial_term(value.top, value.atoms)
    below = [
        polynomial_term(p, value.atoms) if n == 1 else power(polynomial_term(p, value.atoms), n)
        for p, n in value.bottom
    ]
    return div(polynomial_term(value.top, value.atoms), mul(*below))
