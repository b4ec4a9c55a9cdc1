"""What follows from several comparisons at once?  One that is a sum of others, each times a positive number.

Comes in: a difference, and what is known.  Goes out: the difference written as such a sum, so that its sign is plain.
From a < b and b ≤ x follows a < x, since x − a = (b − a) + (x − b).  Squares are known without being said: 2x·y ≤ x² + y²,
since the difference is (x − y)².  Nothing here is trusted: the kernel sees the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from derive import signs
from derive.context import Context
from derive.expr import ONE, ZERO, Cmp, Div, Formula, Term, add, div, mul, neg, num, power, sub, times
from derive.strategy.fractions import (
    Monomial,
    Polynomial,
    monomial_term,
    multiply,
    polynomial_term,
    quotient,
    times_monomials,
)

__all__ = ["excess", "multiples", "positive_sums", "square_sums", "without_positive"]

TOGETHER, AMONG, TERMS = 3, 12, 20
"""How many comparisons are added up, of how many; in a sum of how many terms squares are completed."""

Column = tuple[Term, Polynomial]


def positive_sums(context: Context, difference: Term, facts: Sequence[Formula]) -> Iterator[Term]:
    """The ways to write `difference` as a number that is not negative and comparisons, each times a positive number."""
    value = quotient(difference)
    if value.bottom or not value.top:
        return
    columns = [*_of_facts(facts), *_of_monomials(context, value.top, value.atoms)][:AMONG]
    aim = {m: c for m, c in value.top.items() if m}
    for count in range(1, TOGETHER + 1):
        for chosen in combinations(columns, count):
            scales = _solved([p for _, p in chosen], aim) if _may_be(aim, [p for _, p in chosen]) else None
            if scales is None or any(s <= 0 for s in scales):
                continue
            rest = value.top.get((), Fraction(0)) - sum(
                s * p.get((), Fraction(0)) for s, (_, p) in zip(scales, chosen, strict=True)
            )
            if rest >= 0:
                parts = [mul(num(s), term) for s, (term, _) in zip(scales, chosen, strict=True)]
                yield add(*parts, *([num(rest)] if rest else []))


def multiples(difference: Term, facts: Sequence[Formula]) -> Iterator[Term]:
    """`difference` as a number times one that a fact says is not 0."""
    value = quotient(difference)
    for term, polynomial in _of_facts(facts, ("!=",)) if value.top and not value.bottom else ():
        monomial = next(iter(polynomial))
        scale = value.top.get(monomial, Fraction(0)) / polynomial[monomial]
        if scale and value.top == {m: scale * c for m, c in polynomial.items()}:
            yield mul(num(scale), term)


def square_sums(difference: Term) -> Iterator[Term]:
    """`difference` with squares completed, added or subtracted: x² + x·y + y² as (x + y/2)² + 3y²/4."""
    above, below = (difference.num, difference.den) if isinstance(difference, Div) else (difference, ONE)
    value = quotient(above)
    for sign in (1, -1) if not value.bottom and 3 <= len(value.top) <= TERMS else ():
        rest: Polynomial = {m: sign * c for m, c in value.top.items()}
        parts = list[Term]()
        for _ in range(TERMS):
            found = next(_completed(rest), None)
            if found is None:
                break
            scale, root = found
            terms = (monomial_term(m, c, value.atoms) for m, c in root.items())
            parts.append(times(scale, power(add(*terms), 2)))
            negative = {m: -scale * c for m, c in multiply(root, root).items()}
            both = {m: rest.get(m, Fraction(0)) + negative.get(m, Fraction(0)) for m in (*rest, *negative)}
            rest = {m: c for m, c in both.items() if c}
        if parts:
            whole = add(*parts, *([polynomial_term(rest, value.atoms)] if rest else []))
            whole = whole if below == ONE else div(whole, below)
            yield whole if sign > 0 else neg(whole)


def _completed(polynomial: Polynomial) -> Iterator[tuple[Fraction, Polynomial]]:
    """A number and a sum whose square, times this, holds all that some quantity is multiplied by."""
    for monomial, c in sorted(polynomial.items()):
        half = tuple((a, n // 2) for a, n in monomial)
        if not monomial or c <= 0 or any(n % 2 for _, n in monomial):
            continue
        others = {m: tuple((a, n) for a, n in m if a not in dict(half)) for m in sorted(polynomial)}
        beside = {rest: polynomial[m] / (2 * c) for m, rest in others.items() if m == times_monomials(half, rest)}
        if beside:
            yield c, {half: Fraction(1), **beside}


def excess(fact: Cmp) -> Term | None:
    """What a comparison of numbers is about: larger minus smaller."""
    left, right = fact.left, fact.right
    if not isinstance(left, Term) or not isinstance(right, Term):
        return None
    return right if left == ZERO else neg(left) if right == ZERO else sub(right, left)


def _of_facts(facts: Sequence[Formula], ops: tuple[str, ...] = ("<", "<=")) -> Iterator[Column]:
    for fact in facts:
        if isinstance(fact, Cmp) and fact.op in ops:
            term = excess(fact)
            value = quotient(term) if term is not None else None
            if term is not None and value is not None and value.top and not value.bottom:
                yield term, value.top


def _of_monomials(context: Context, top: Polynomial, atoms: Mapping[str, Term]) -> Iterator[Column]:
    """The monomials themselves whose sign is plain."""
    for monomial, c in sorted(top.items()):
        if monomial:
            term = monomial_term(monomial, Fraction(c > 0) - Fraction(c < 0), atoms)
            if signs.signs(context, term).possible <= signs.NOT_NEGATIVE:
                yield term, {monomial: Fraction(c > 0) - Fraction(c < 0)}


def _may_be(aim: Polynomial, columns: Sequence[Polynomial]) -> bool:
    """Whether all that is wanted is in some column, and what is not wanted in several, so that it may cancel."""
    once, again = set[Monomial](), set[Monomial]()
    for column in columns:
        again |= once & column.keys()
        once |= column.keys()
    return aim.keys() <= once and once - again - {()} <= aim.keys()


def _solved(columns: Sequence[Polynomial], aim: Polynomial) -> tuple[Fraction, ...] | None:
    """The one way to write `aim` as a combination of the columns, numbers left aside; None where there is none, or several."""
    rows = sorted({m for p in (*columns, aim) for m in p if m})
    matrix = [[*(p.get(m, Fraction(0)) for p in columns), aim.get(m, Fraction(0))] for m in rows]
    for at in range(len(columns)):
        pivot = next((n for n in range(at, len(matrix)) if matrix[n][at]), None)
        if pivot is None:
            return None
        matrix[at], matrix[pivot] = matrix[pivot], matrix[at]
        matrix[at] = [c / matrix[at][at] for c in matrix[at]]
        for n, row in enumerate(matrix):
            if n != at and row[at]:
                matrix[n] = [a - row[at] * b for a, b in zip(row, matrix[at], strict=True)]
    if any(row[-1] for row in matrix[len(columns) :]):
        return None
    return tuple(row[-1] for row in matrix[: len(columns)])


def without_positive(
    context: Context, top: Polynomial, atoms: Mapping[str, Term], facts: tuple[Formula, ...]
) -> tuple[Monomial, Polynomial]:
    """A positive monomial that all summands share, or are divided by, and what is left: x/s + 1/2 is 1/s times x + s/2."""
    taken = list[tuple[str, int]]()
    for name in sorted({a for m in top for a, _ in m}):
        least = min(dict(m).get(name, 0) for m in top)
        if least and signs.signs(context, atoms[name], facts).possible == signs.POSITIVE:
            top = {times_monomials(m, ((name, -least),)): c for m, c in top.items()}
            taken.append((name, least))
    return tuple(taken), top
