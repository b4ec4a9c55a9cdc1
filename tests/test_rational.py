"""When two rational expressions are equal: against SymPy, and at the ends of what is looked into."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
import sympy

from derive import rational
from derive.expr import Div, Term, add, mul, neg, num, power
from derive.interop import to_sympy
from derive.language import parse_term

NAMES = ("x", "z", "exp(w)", "sum(a[k] for k in K)")


def _terms(rng: Random, depth: int) -> Term:
    if not depth or rng.random() < 0.15:
        return rng.choice([*map(parse_term, NAMES), num(rng.randint(-3, 3))])
    one, other = _terms(rng, depth - 1), _terms(rng, depth - 1)
    return rng.choice(
        [
            lambda: add(one, other),
            lambda: add(one, neg(other)),
            lambda: mul(one, other),
            lambda: Div(one, other),
            lambda: power(one, rng.randint(-2, 3)),
            lambda: neg(one),
        ]
    )()


def _turned(rng: Random, term: Term) -> Iterator[Term]:
    """The same term, written in other ways."""
    u = _terms(rng, 1)
    yield add(u, term, neg(u))
    yield Div(mul(num(6), term), num(6))
    yield neg(neg(term))
    yield add(mul(num(3), term), mul(num(-2), term))


def _simply(term: Term) -> sympy.Expr:
    return sympy.cancel(sympy.together(to_sympy(term)))


def test_it_says_what_sympy_says() -> None:
    """A yes without conditions is SymPy's yes; and what SymPy calls different, it does."""
    rng, agreed, differing = Random("rational"), 0, 0
    for _ in range(300):
        left = _terms(rng, 3)
        for right in (*_turned(rng, left), _terms(rng, 3), add(left, parse_term(rng.choice(NAMES)))):
            try:
                gap = _simply(add(left, neg(right)))
            except ZeroDivisionError:
                continue
            if gap.has(sympy.zoo, sympy.nan):  # 1/0 is something else there
                continue
            if rational.equal(left, right):
                agreed += 1
                assert gap == 0, (left, right)
            elif gap != 0:
                differing += 1
    assert agreed > 800
    assert differing > 300


@pytest.mark.parametrize(
    ("left", "right", "nonzero"),
    [
        ("x/x", "1", ("x",)),
        ("(x + z)*(x - z)/(x - z)", "x + z", ("x - z",)),
        ("(x**2 - z**2)/(2*z - 2*x)", "-(x + z)/2", ("x - z",)),
        ("1/(x*z)*z", "1/x", ("z",)),
        ("x/(x + 1) + 1/(x + 1)", "1", ("x + 1",)),
        ("1/(1/x + 1/z)", "x*z/(x + z)", ("x", "z", "1/x + 1/z", "x + z")),
        ("x**60*x**60/(x**59*x**60)", "x", ("x",)),
    ],
)
def test_what_is_not_0_may_be_cancelled_and_nothing_else(left: str, right: str, nonzero: tuple[str, ...]) -> None:
    terms = tuple(map(parse_term, nonzero))
    assert rational.equal(parse_term(left), parse_term(right), terms)
    for n in range(len(terms)):
        rest = (*terms[:n], *terms[n + 1 :])
        assert not rational.equal(parse_term(left), parse_term(right), rest) or len(terms) > 1
    assert not rational.equal(parse_term(left), parse_term(right))


def _nested(depth: int) -> Term:
    """(x·z) to the power 60 to the power 60 …"""
    high = parse_term("x*z")
    for _ in range(depth):
        high = power(high, 60)
    return high


def test_exponents_do_not_run_into_each_other() -> None:
    """An exponent that has no room beside those of the next atom is given up; 60⁵ has."""
    x, z = map(parse_term, "xz")
    for high, reached in ((_nested(5), True), (_nested(6), False)):
        whole, parts = mul(high, add(x, z)), add(mul(high, z), mul(high, x))
        if reached:
            assert rational.equal(whole, parts)
            assert not rational.equal(whole, mul(num(2), parts))
        else:
            with pytest.raises(rational.TooLarge, match="too high a power"):
                rational.equal(whole, parts)


def test_what_grows_beyond_reach_is_given_up() -> None:
    whole = power(parse_term("a + b + c + d + f + g"), 40)
    with pytest.raises(rational.TooLarge):
        rational.equal(
            mul(whole, parse_term("a - b")), add(mul(whole, parse_term("a")), neg(mul(parse_term("b"), whole)))
        )
