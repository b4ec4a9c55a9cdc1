"""When are two rational expressions equal?  Arithmetic over atoms, in SymPy's sparse polynomial rings.

Comes in: two terms.  Goes out: yes or no (`equal`), and the denominators that a proof may have to know are not 0.
An atom is whatever is not +, −, ·, / or an integer power.  A denominator stands for itself: its inverse is one more
generator, and only for those in `nonzero` does x·x⁻¹ = 1.  Part of what is trusted.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from derive.expr import Add, Div, Mul, Neg, Node, Num, Pow, Term, add, alpha_equal, canonical

TOO_LARGE = 50_000
"""Terms of a polynomial beyond which a comparison is given up."""

MOST_GENERATORS = 400
"""Atoms and denominators beyond which a comparison is not begun."""

_PRIME = (1 << 61) - 1


class TooLarge(Exception):
    """The polynomials grew beyond `TOO_LARGE` terms."""


@lru_cache(maxsize=8192)
def equal(left: Term, right: Term, nonzero: tuple[Term, ...] = ()) -> bool:
    """Whether both are the same rational expression, given that the terms in `nonzero` are not 0."""
    left, right = _without_common_summands(left, right)
    atoms: dict[Node, int] = {}
    if _modulo_prime(left, atoms) != _modulo_prime(right, atoms):
        return False
    for term in nonzero:
        _modulo_prime(term, atoms)
    return left == right or _Polynomials(atoms, (left, right, *nonzero)).equal(left, right, nonzero)


@lru_cache(maxsize=8192)
def same_value(left: Term, right: Term) -> bool:
    """Whether both have the same value at one point of a prime field: no means different, yes means probably equal."""
    atoms: dict[Node, int] = {}
    return _modulo_prime(left, atoms) == _modulo_prime(right, atoms)


def exponent(node: Term) -> int | None:
    """The exponent of a literal integer power of moderate size."""
    value = node.exp.value if isinstance(node, Pow) and isinstance(node.exp, Num) else None
    return int(value) if value is not None and value.denominator == 1 and abs(value) <= 60 else None


def is_arithmetic(node: Node) -> bool:
    """Whether `node` is an operation that this file looks into."""
    return isinstance(node, Num | Add | Mul | Neg | Div) or (isinstance(node, Pow) and exponent(node) is not None)


def atoms_of(term: Term) -> tuple[Term, ...]:
    """The atoms in order of appearance, each once up to bound names."""
    found: dict[Node, Term] = {}
    for node in _region(term):
        if not is_arithmetic(node):
            found.setdefault(canonical(node), node)
    return tuple(found.values())


@lru_cache(maxsize=8192)
def denominators(*terms: Term) -> tuple[Term, ...]:
    """The factors of all denominators, each once, innermost first."""
    found: dict[Node, Term] = {}
    for term in terms:
        for node in reversed(_region(term)):
            for factor in _below(node):
                if not isinstance(factor, Num):
                    found.setdefault(canonical(factor), factor)
    return tuple(found.values())


def _region(node: Term) -> list[Term]:
    """The node and what is below it down to the atoms, each once, outermost first."""
    found: dict[Term, None] = {}
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found[here] = None
            if is_arithmetic(here) and not isinstance(here, Num):
                below = here.children()[:1] if isinstance(here, Pow) else here.children()
                waiting.extend(reversed(below))  # type: ignore[arg-type]
    return list(found)


def _below(node: Term) -> tuple[Term, ...]:
    """The factors that `node` divides by."""
    if isinstance(node, Div):
        return _factors(node.den)
    return _factors(node.base) if isinstance(node, Pow) and (exponent(node) or 0) < 0 else ()


def _factors(node: Term) -> tuple[Term, ...]:
    below: Iterable[Term] = ()
    if isinstance(node, Mul):
        below = node.args
    elif isinstance(node, Neg):
        below = (node.arg,)
    elif isinstance(node, Div):
        below = (node.num, node.den)
    elif isinstance(node, Pow) and exponent(node) is not None:
        below = (node.base,)
    else:
        return (node,)
    return tuple(f for b in below for f in _factors(b))


def _without_common_summands(left: Term, right: Term) -> tuple[Term, Term]:
    sides = [list(t.args) if isinstance(t, Add) else [t] for t in (left, right)]
    for term in list(sides[0]):
        match = next((t for t in sides[1] if alpha_equal(t, term)), None)
        if match is not None:
            sides[0].remove(term)
            sides[1].remove(match)
    return add(*sides[0]), add(*sides[1])


def _modulo_prime(node: Term, atoms: dict[Node, int]) -> int:
    """The value at one point of a prime field, where every x·x⁻¹ = 1: different values, different expressions."""
    known: dict[Term, int] = {}

    def value(node: Term) -> int:
        if node not in known:
            known[node] = computed(node)
        return known[node]

    def computed(node: Term) -> int:
        if isinstance(node, Num):
            return node.value.numerator * inverse(node.value.denominator) % _PRIME
        if isinstance(node, Add):
            return sum(map(value, node.args)) % _PRIME
        if isinstance(node, Neg):
            return -value(node.arg) % _PRIME
        if isinstance(node, Mul):
            product = 1
            for factor in node.args:
                product = product * value(factor) % _PRIME
            return product
        if isinstance(node, Div):
            return value(node.num) * inverse(value(node.den)) % _PRIME
        if (n := exponent(node)) is not None:
            base = value(node.base)  # type: ignore[attr-defined]
            return pow(base if n >= 0 else inverse(base), abs(n), _PRIME)
        number = atoms.setdefault(canonical(node), len(atoms))
        return pow(3, (number + 7) ** 5, _PRIME)

    def inverse(number: int) -> int:
        return pow(number, -1, _PRIME) if number % _PRIME else 0

    return value(node)


@lru_cache(maxsize=64)
def _ring(count: int) -> tuple[Any, tuple[Any, ...]]:
    """The number 1 and so many generators: to make their names costs more than most comparisons."""
    from sympy.polys.domains import QQ
    from sympy.polys.rings import ring

    whole, *generators = ring([f"x{n}" for n in range(count + 1)], QQ)
    return whole.one, tuple(generators)


class _Polynomials:
    """Terms as polynomials over the atoms and the inverses that occur."""

    def __init__(self, atoms: dict[Node, int], terms: tuple[Term, ...]) -> None:
        self.atoms = atoms
        room = 2 * len(atoms) + len(denominators(*terms))  # each atom's inverse, and that of each other denominator
        if room > MOST_GENERATORS:
            raise TooLarge(f"more than {MOST_GENERATORS} atoms and denominators")
        self.one, self.generators = _ring(room)
        self.places = {generator: n for n, generator in enumerate(self.generators)}
        self.known: dict[Term, Any] = {}
        self.inverted: dict[Term, Any] = {}
        self.inverses: dict[Any, int] = {}  # of a monic polynomial: the number of the generator that is its inverse

    def equal(self, left: Term, right: Term, nonzero: tuple[Term, ...]) -> bool:
        rest = self.polynomial(left) - self.polynomial(right)
        if not rest or not nonzero:
            return not rest
        cancelling = {d for term in nonzero for d in self.divisors(self.polynomial(term))}
        for divisor, number in reversed(list(self.inverses.items())):
            if divisor in cancelling:
                rest = self.cancel(rest, divisor, number)
        return not rest

    def polynomial(self, node: Term) -> Any:
        if node not in self.known:
            self.known[node] = self.computed(node)
        return self.known[node]

    def computed(self, node: Term) -> Any:
        if isinstance(node, Num):
            return self.one * self.rational(node)
        if isinstance(node, Add):
            return self.small(sum(map(self.polynomial, node.args), self.one * 0))
        if isinstance(node, Neg):
            return -self.polynomial(node.arg)
        if isinstance(node, Mul):
            product = self.one
            for factor in node.args:
                product = self.small(product * self.polynomial(factor))
            return product
        if isinstance(node, Div):
            return self.small(self.polynomial(node.num) * self.inverse(node.den))
        if isinstance(node, Pow) and (n := exponent(node)) is not None:
            base = self.polynomial(node.base) if n >= 0 else self.inverse(node.base)
            return self.small(base ** abs(n)) if n else self.one  # SymPy refuses 0**0, which is 1
        return self.generators[self.atoms[canonical(node)]]

    def inverse(self, node: Term) -> Any:
        """(xy)⁻¹ = x⁻¹y⁻¹ and (x⁻¹)⁻¹ = x, always; of anything else a generator of its own."""
        if node not in self.inverted:
            self.inverted[node] = self.computed_inverse(node)
        return self.inverted[node]

    def computed_inverse(self, node: Term) -> Any:
        if isinstance(node, Mul):
            product = self.one
            for factor in node.args:
                product = product * self.inverse(factor)
            return product
        if isinstance(node, Neg):
            return -self.inverse(node.arg)
        if isinstance(node, Div):
            return self.inverse(node.num) * self.polynomial(node.den)
        if isinstance(node, Pow) and (n := exponent(node)) is not None:
            if not n:
                return self.one
            return self.inverse(node.base) ** n if n > 0 else self.polynomial(node.base) ** -n
        whole = self.polynomial(node)
        if not whole:
            return whole
        result = self.one * (1 / whole.LC)
        for divisor, times in self.split(whole):
            number = self.inverses.get(divisor)
            place = self.places.get(divisor, -1) - len(self.atoms)
            if 0 <= place < len(self.inverses):
                original = list(self.inverses)[place]
                result = result * original**times
                continue
            if number is None:
                number = self.inverses[divisor] = len(self.atoms) + len(self.inverses)
            result = result * self.generators[number] ** times
        return result

    def split(self, whole: Any) -> list[tuple[Any, int]]:
        """A polynomial as monic factors: the generators if it is a single term, otherwise itself."""
        if len(whole) > 1:
            return [(whole.monic(), 1)]
        return [(self.generators[n], e) for n, e in enumerate(whole.LM) if e]

    def divisors(self, whole: Any) -> list[Any]:
        return [d for d, _ in self.split(whole)] if whole else []

    def cancel(self, rest: Any, divisor: Any, number: int) -> Any:
        """`rest` times the power of `divisor` that takes away its inverse, generator `number`."""
        by_power: dict[int, Any] = {}
        for monomial, coefficient in rest.terms():
            power = monomial[number]
            lower = (*monomial[:number], 0, *monomial[number + 1 :])
            piece = rest.ring.from_dict({lower: coefficient})
            by_power[power] = by_power.get(power, 0) + piece
        top = max(by_power, default=0)
        return self.small(sum((p * divisor ** (top - e) for e, p in by_power.items()), self.one * 0))

    def rational(self, node: Num) -> Any:
        return self.one.ring.domain(node.value.numerator, node.value.denominator)

    def small(self, polynomial: Any) -> Any:
        if len(polynomial) > TOO_LARGE:
            raise TooLarge(f"more than {TOO_LARGE} terms")
        return polynomial


__all__ = ["TooLarge", "atoms_of", "denominators", "equal", "exponent", "is_arithmetic", "same_value"]
