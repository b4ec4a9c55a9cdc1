"""What is the normal form of a rational expression?  Numerator and denominator as sums of monomials over atoms.

Comes in: a term.  Goes out: `Fraction_`-like data (`Quotient`) in lowest terms, and terms made from it.  Monomials with
negative exponents are used as long as every denominator is a single monomial; otherwise quotients of polynomials.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from math import comb
from typing import Any

from derive import rational
from derive.expr import (
    ONE,
    Add,
    Div,
    Mul,
    Neg,
    Num,
    Pow,
    Ref,
    Term,
    add,
    canonical,
    div,
    key,
    mul,
    neg,
    num,
    power,
    times,
)
from derive.strategy.factors import Numbered, Ratio

__all__ = [
    "LARGEST",
    "Monomial",
    "Polynomial",
    "Quotient",
    "monomial_term",
    "expanded_size",
    "multiply",
    "normal_term",
    "polynomial_term",
    "quotient",
    "quotient_term",
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


LARGEST = 300
"""Monomials beyond which a product or power is not multiplied out: it stands for itself, like an atom."""


@lru_cache(maxsize=5_000)
def quotient(term: Term, largest: int = LARGEST) -> Quotient:
    """The normal form of `term` over its atoms; what has more than `largest` monomials is one."""
    term, closed = _closed(term, largest)
    atoms = {key(canonical(a)): a for a in rational.atoms_of(term)}
    top = _laurent(term)
    try:
        value = Quotient(top, (), atoms) if top is not None else _general(term, atoms)
    except ZeroDivisionError:  # a denominator is 0 as it stands: nothing is known of the whole
        name = key(canonical(term))
        value = Quotient({((name, 1),): Fraction(1)}, (), {name: term})
    if not closed:
        return value
    names = {key(canonical(stand)): whole for stand, whole in closed.items()}
    return Quotient(value.top, value.bottom, {k: names.get(k, a) for k, a in value.atoms.items()})


def _closed(term: Term, largest: int) -> tuple[Term, dict[Term, Term]]:
    """`term` with stand-ins for those parts that would be too large multiplied out."""
    if sum(expanded_size(term)) <= largest:
        return term, {}
    closed: dict[Term, Term] = {}

    def close(node: Term, room: int) -> Term:
        if not rational.is_arithmetic(node) or isinstance(node, Num) or sum(expanded_size(node)) <= room:
            return node
        if isinstance(node, Add | Mul | Neg | Div):
            inner = largest if isinstance(node, Neg) or (isinstance(node, Add) and len(node.args) <= largest) else 2
            made = node.rebuild(tuple(close(c, inner) for c in node.children() if isinstance(c, Term)))
            assert isinstance(made, Term)
            if sum(expanded_size(made)) <= largest:
                return made
        stand = Ref(f"({len(closed)})")
        return closed.setdefault(node, stand) if node in closed else _kept(closed, node, stand)

    made = close(term, largest)
    return made, {stand: whole for whole, stand in closed.items()}


def _kept(closed: dict[Term, Term], node: Term, stand: Term) -> Term:
    closed[node] = stand
    return stand


@lru_cache(maxsize=20_000)
def expanded_size(term: Term) -> tuple[int, int]:
    """About how many monomials numerator and denominator have when everything is multiplied out."""
    if not rational.is_arithmetic(term) or isinstance(term, Num):
        return 1, 1
    if isinstance(term, Neg):
        return expanded_size(term.arg)
    if isinstance(term, Pow):
        top, low = expanded_size(term.base)
        n = rational.exponent(term) or 0
        sizes = comb(top + abs(n) - 1, abs(n)), comb(low + abs(n) - 1, abs(n))
        return sizes if n >= 0 else sizes[::-1]
    if isinstance(term, Div):
        (a, b), (c, d) = expanded_size(term.num), expanded_size(term.den)
        return a * d, b * c
    parts = [expanded_size(c) for c in term.children() if isinstance(c, Term)]
    if isinstance(term, Add):  # what stands over the same is one fraction
        over: dict[Term, tuple[int, int]] = {}
        for part, (a, b) in zip(term.args, parts, strict=True):
            below = _below(part)
            top, low = over.get(below, (0, 0))
            over[below] = top + a, max(low, b)
        parts = [*over.values()]
    top, low = parts[0]
    for a, b in parts[1:]:
        top, low = (top * b + a * low, low * b) if isinstance(term, Add) else (top * a, low * b)
        if top + low > 10**9:
            break
    return top, low


def _below(term: Term) -> Term:
    """What a summand stands over."""
    while isinstance(term, Neg):
        term = term.arg
    return term.den if isinstance(term, Div) else ONE


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
    order = sorted(atoms)
    top, bottom = _lowest(_skeleton(term, {name: n for n, name in enumerate(order)}), len(order))
    below = ((_named(factor, order), n) for factor, n in bottom)
    return Quotient(_named(top, order), tuple(sorted(below, key=lambda f: str(sorted(f[0])))), atoms)


_Skeleton = tuple[Any, ...]
"""An arithmetic term with its atoms numbered: an operation and what it is applied to."""


def _skeleton(node: Term, numbers: Mapping[str, int]) -> _Skeleton:
    if isinstance(node, Num):
        return "number", node.value
    if isinstance(node, Pow) and (n := rational.exponent(node)) is not None:
        return "power", _skeleton(node.base, numbers), n
    if isinstance(node, Add | Mul | Neg | Div):
        return type(node).__name__, *(_skeleton(c, numbers) for c in node.children() if isinstance(c, Term))
    return "atom", numbers[key(canonical(node))]


@lru_cache(maxsize=5_000)
def _lowest(skeleton: _Skeleton, atoms: int) -> tuple[Numbered, tuple[tuple[Numbered, int], ...]]:
    """Numerator and factors of the denominator in lowest terms; formulas that differ only in their atoms are common."""

    def value(node: _Skeleton) -> Ratio:
        kind, *parts = node
        if kind == "atom":
            return Ratio.atom(parts[0], atoms)
        if kind == "number":
            return Ratio.number(parts[0], atoms)
        if kind == "power":
            return value(parts[0]) ** parts[1] if parts[1] else Ratio.number(Fraction(1), atoms)
        return _APPLIED[kind](*map(value, parts))

    result = value(skeleton)
    return tuple(sorted(result.above.items(), reverse=True)), tuple(result.below.items())


_APPLIED: Mapping[str, Callable[..., Ratio]] = {
    "Add": lambda *parts: reduce(Ratio.__add__, parts),
    "Mul": lambda *parts: reduce(Ratio.__mul__, parts),
    "Neg": Ratio.__neg__,
    "Div": Ratio.__truediv__,
}


def _named(polynomial: Numbered, order: list[str]) -> dict[Monomial, Fraction]:
    return {tuple((order[n], e) for n, e in enumerate(exponents) if e): c for exponents, c in polynomial}


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


def normal_term(term: Term, largest: int = LARGEST) -> Term:
    """The normal form as a term: equal rational expressions over the same atoms give the same one."""
    return quotient_term(quotient(term, largest))


def quotient_term(value: Quotient) -> Term:
    """Numerator over denominator."""
    if not value.bottom:
        return polynomial_term(value.top, value.atoms)
    below = [
        polynomial_term(p, value.atoms) if n == 1 else power(polynomial_term(p, value.atoms), n)
        for p, n in value.bottom
    ]
    return div(polynomial_term(value.top, value.atoms), mul(*below))
