"""Factors of polynomials and quotients in lowest terms: those that SymPy finds, whoever found them here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest
import sympy
from sympy.polys.domains import QQ
from sympy.polys.fields import field
from sympy.polys.rings import ring

from derive.strategy import factors as module
from derive.strategy.factors import Numbered, Powers, Ratio, factors

Sum = dict[Powers, Fraction]


def _number(c: sympy.Rational) -> Fraction:
    return Fraction(int(c.numerator), int(c.denominator))


def _drawn(rng: Random, atoms: int, powers: tuple[int, ...], terms: int) -> Sum:
    number = lambda: Fraction(rng.choice((-4, -3, -2, -1, 1, 2, 3, 9)), rng.choice((1, 1, 2)))  # noqa: E731
    return {tuple(rng.choice(powers) for _ in range(atoms)): number() for _ in range(terms)}


def _product(left: Sum, right: Sum) -> Sum:
    found: Sum = {}
    for p, c in left.items():
        for q, d in right.items():
            at = tuple(map(int.__add__, p, q))
            found[at] = found.get(at, Fraction(0)) + c * d
    return {p: c for p, c in found.items() if c}


def _in_one_monomial(rng: Random, atoms: int) -> Sum:
    step, found = tuple(rng.choice((0, 1, 2)) for _ in range(atoms)), Sum()
    coefficients = rng.choice((1, -1, 2, -4, -9, 4)), rng.choice((0, 0, 2, 4, -2, 1, 5)), rng.choice((0, 1, 1, -1, 4))
    for n, c in enumerate(coefficients):
        at = tuple(n * e for e in step)
        found[at] = found.get(at, Fraction(0)) + c
    return {p: c for p, c in found.items() if c}


def _polynomials(rng: Random) -> Iterator[Sum]:
    """Of each kind that is told apart, and of none."""
    atoms = rng.randint(1, 4)
    line = lambda n: _drawn(rng, atoms, (0, 1), n)  # noqa: E731
    yield _drawn(rng, atoms, (0, 0, 1, 1, 2), rng.randint(1, 5))
    yield _product(line(2), line(rng.randint(2, 3)))
    yield _in_one_monomial(rng, atoms)
    yield _product(_product(line(2), _drawn(rng, atoms, (0, 1, 2), 2)), line(2))


def _by_sympy(polynomial: Sum) -> tuple[Fraction, set[tuple[Numbered, int]]]:
    made, *_ = ring([f"x{n}" for n in range(len(next(iter(polynomial))))], QQ)
    content, parts = made.from_dict({p: QQ(c.numerator, c.denominator) for p, c in polynomial.items()}).factor_list()
    return _number(content), {(tuple((p, _number(c)) for p, c in part.terms()), n) for part, n in parts}


def test_factors_are_those_that_sympy_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    rng, told, by_sympy = Random("factors"), Counter[str](), module._by_sympy
    for name in ("_alone", "_linear", "_quadratic"):

        def counted(terms: Numbered, find: object = getattr(module, name), name: str = name) -> object:
            found = find(terms)  # type: ignore[operator]
            told[name] += bool(found)
            return found

        monkeypatch.setattr(module, name, counted)
    monkeypatch.setattr(module, "_by_sympy", lambda terms: told.update(["_by_sympy"]) or by_sympy(terms))
    for _ in range(400):
        for polynomial in filter(None, _polynomials(rng)):
            number, found = factors(frozenset(polynomial.items()))
            assert (number, {*found}) == _by_sympy(polynomial), polynomial
            assert len(found) == len({f for f, _ in found})
    assert min(told[name] for name in ("_alone", "_linear", "_quadratic", "_by_sympy")) > 50


def test_quotients_are_in_lowest_terms() -> None:
    """Sums, products, quotients and powers, against SymPy's field of rational functions."""
    rng, atoms, done = Random("ratios"), 2, 0
    made, *generators = field("x y", QQ)

    def grown(depth: int) -> tuple[Ratio, object]:
        if not depth or rng.random() < 0.2:
            if rng.random() < 0.3:
                c = rng.randint(-2, 3)
                return Ratio.number(Fraction(c), atoms), made.one * c
            n = rng.randrange(atoms)
            return Ratio.atom(n, atoms), generators[n]
        (u, known), (v, other) = grown(depth - 1), grown(depth - 1)
        kind, n = rng.choice("+*/-^"), rng.choice((-2, -1, 1, 2, 3))
        if kind == "+":
            return u + v, known + other
        if kind == "*":
            return u * v, known * other
        if kind == "-":
            return -u, -known
        return (u / v, known / other) if kind == "/" else (u**n, known**n)

    for _ in range(1500):
        try:
            ours, known = grown(4)
        except ZeroDivisionError:
            continue
        content, parts = known.denom.factor_list()
        below = {tuple((p, _number(c)) for p, c in part.terms()): n for part, n in parts}
        assert ours.below == below
        assert ours.above == {p: _number(c) / _number(content) for p, c in known.numer.terms()}
        done += bool(below)
    assert done > 400


def test_nothing_is_divided_by_0() -> None:
    x = Ratio.atom(0, 1)
    with pytest.raises(ZeroDivisionError):
        _ = x / (x + -x)
    assert (x / x).above == Ratio.number(Fraction(1), 1).above
    assert Ratio.number(Fraction(2), 0) / Ratio.number(Fraction(3), 0) == Ratio.number(Fraction(2, 3), 0)
