"""When are two rational expressions equal?  Arithmetic over atoms, in sparse polynomials.

Comes in: two terms.  Goes out: yes or no (`equal`), and the denominators that a proof may have to know are not 0.
An atom is whatever is not +, −, ·, / or an integer power.  A denominator stands for itself: its inverse is one more
generator, and only for those in `nonzero` does x·x⁻¹ = 1.  Part of what is trusted.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from math import prod

from derive.expr import Add, Div, Mul, Neg, Node, Num, Pow, Term, add, alpha_equal, canonical

TOO_LARGE = 50_000
"""Terms of a polynomial beyond which a comparison is given up."""

MOST_GENERATORS = 400
"""Atoms and denominators beyond which a comparison is not begun."""

Coefficient = int | Fraction

_BITS = 32
_MOST = (1 << _BITS) - 1

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
    kind = type(node)
    return kind in _OPERATIONS or (kind is Pow and exponent(node) is not None)  # type: ignore[arg-type]


_OPERATIONS = frozenset((Num, Add, Mul, Neg, Div))


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


class _Polynomial:
    """Σ coefficient·monomial.  A monomial is one whole number: the exponent of generator n stands at bit `_BITS`·n."""

    __slots__ = ("degree", "terms")

    def __init__(self, terms: dict[int, Coefficient], degree: int) -> None:
        if len(terms) > TOO_LARGE or degree >> _BITS:
            raise TooLarge(f"more than {TOO_LARGE} terms" if len(terms) > TOO_LARGE else "too high a power")
        self.terms = terms  # none of the coefficients is 0
        self.degree = degree  # no exponent is larger, so that none runs into the next one

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Polynomial) and self.terms == other.terms

    def __hash__(self) -> int:
        return hash(frozenset(self.terms.items()))

    def __mul__(self, other: _Polynomial) -> _Polynomial:
        total: dict[int, Coefficient] = {}
        for left, c in self.terms.items():
            for right, d in other.terms.items():
                total[left + right] = total.get(left + right, 0) + c * d
            if len(total) > 2 * TOO_LARGE:  # half of them may vanish, or so
                raise TooLarge(f"more than {TOO_LARGE} terms")
        return _Polynomial({m: c for m, c in total.items() if c}, self.degree + other.degree)

    def __pow__(self, n: int) -> _Polynomial:
        product = _ONE
        for _ in range(n):
            product = product * self
        return product

    def times(self, number: Coefficient) -> _Polynomial:
        return _Polynomial({m: c * number for m, c in self.terms.items()} if number else {}, self.degree)

    def monic(self) -> _Polynomial:
        """Divided by the coefficient of its largest monomial, so that multiples by numbers are the same."""
        return self.times(Fraction(1) / self.leading)

    @property
    def leading(self) -> Coefficient:
        return self.terms[max(self.terms)]

    def generators(self) -> list[tuple[int, int]]:
        """Of a single term: the numbers of its generators, with their exponents."""
        (monomial,) = self.terms
        count = -(-monomial.bit_length() // _BITS)
        return [(n, e) for n in range(count) if (e := monomial >> n * _BITS & _MOST)]

    def by_power(self, number: int) -> dict[int, _Polynomial]:
        """By power of one generator what it is multiplied by."""
        parts: dict[int, dict[int, Coefficient]] = {}
        for monomial, c in self.terms.items():
            power = monomial >> number * _BITS & _MOST
            parts.setdefault(power, {})[monomial - (power << number * _BITS)] = c
        return {power: _Polynomial(terms, self.degree) for power, terms in parts.items()}


def _number(value: Coefficient) -> _Polynomial:
    return _Polynomial({0: value} if value else {}, 0)


def _generator(number: int) -> _Polynomial:
    return _Polynomial({1 << number * _BITS: 1}, 1)


def _sum(polynomials: Iterable[_Polynomial]) -> _Polynomial:
    total: dict[int, Coefficient] = {}
    degree = 0
    for each in polynomials:
        degree = max(degree, each.degree)
        for monomial, c in each.terms.items():
            total[monomial] = total.get(monomial, 0) + c
    return _Polynomial({m: c for m, c in total.items() if c}, degree)


_ONE = _number(1)


class _Polynomials:
    """Terms as polynomials over the atoms and the inverses that occur."""

    def __init__(self, atoms: dict[Node, int], terms: tuple[Term, ...]) -> None:
        self.atoms = atoms
        if (
            2 * len(atoms) + len(denominators(*terms)) > MOST_GENERATORS
        ):  # each atom's inverse, and of all else below a line
            raise TooLarge(f"more than {MOST_GENERATORS} atoms and denominators")
        self.known: dict[Term, _Polynomial] = {}
        self.inverted: dict[Term, _Polynomial] = {}
        self.inverses: dict[_Polynomial, _Polynomial] = {}  # of what is monic: the generator that is its inverse
        self.originals: dict[_Polynomial, _Polynomial] = {}  # and the other way

    def equal(self, left: Term, right: Term, nonzero: tuple[Term, ...]) -> bool:
        rest = _sum((self.polynomial(left), self.polynomial(right).times(-1)))
        if not rest or not nonzero:
            return not rest
        cancelling = {d for term in nonzero for d, _ in self.split(self.polynomial(term))}
        for divisor, inverse in reversed(list(self.inverses.items())):
            if divisor in cancelling:
                rest = self.cancel(rest, divisor, inverse)
        return not rest

    def polynomial(self, node: Term) -> _Polynomial:
        if node not in self.known:
            self.known[node] = self.computed(node)
        return self.known[node]

    def computed(self, node: Term) -> _Polynomial:
        if isinstance(node, Num):
            return _number(node.value.numerator if node.value.denominator == 1 else node.value)
        if isinstance(node, Add):
            return _sum(map(self.polynomial, node.args))
        if isinstance(node, Neg):
            return self.polynomial(node.arg).times(-1)
        if isinstance(node, Mul):
            return prod(map(self.polynomial, node.args), start=_ONE)
        if isinstance(node, Div):
            return self.polynomial(node.num) * self.inverse(node.den)
        if isinstance(node, Pow) and (n := exponent(node)) is not None:
            return (self.polynomial(node.base) if n >= 0 else self.inverse(node.base)) ** abs(n)
        return _generator(self.atoms[canonical(node)])

    def inverse(self, node: Term) -> _Polynomial:
        """(xy)⁻¹ = x⁻¹y⁻¹ and (x⁻¹)⁻¹ = x, always; of anything else a generator of its own."""
        if node not in self.inverted:
            self.inverted[node] = self.computed_inverse(node)
        return self.inverted[node]

    def computed_inverse(self, node: Term) -> _Polynomial:
        if isinstance(node, Mul):
            return prod(map(self.inverse, node.args), start=_ONE)
        if isinstance(node, Neg):
            return self.inverse(node.arg).times(-1)
        if isinstance(node, Div):
            return self.inverse(node.num) * self.polynomial(node.den)
        if isinstance(node, Pow) and (n := exponent(node)) is not None:
            return (self.inverse(node.base) if n >= 0 else self.polynomial(node.base)) ** abs(n)
        whole = self.polynomial(node)
        if not whole:
            return whole
        result = _number(Fraction(1) / whole.leading)
        for divisor, times in self.split(whole):
            result = result * self.inverse_of(divisor) ** times
        return result

    def inverse_of(self, divisor: _Polynomial) -> _Polynomial:
        if divisor in self.originals:
            return self.originals[divisor]
        if divisor not in self.inverses:
            generator = _generator(len(self.atoms) + len(self.inverses))
            self.inverses[divisor], self.originals[generator] = generator, divisor
        return self.inverses[divisor]

    def split(self, whole: _Polynomial) -> list[tuple[_Polynomial, int]]:
        """A polynomial as monic factors and powers: the generators if it is a single term, otherwise itself."""
        if len(whole.terms) == 1:
            return [(_generator(n), e) for n, e in whole.generators()]
        return [(whole.monic(), 1)] if whole else []

    def cancel(self, rest: _Polynomial, divisor: _Polynomial, inverse: _Polynomial) -> _Polynomial:
        """`rest` times the power of `divisor` that takes away its inverse, a generator."""
        ((number, _),) = inverse.generators()
        parts = rest.by_power(number)
        top = max(parts, default=0)
        return _sum(part * divisor ** (top - power) for power, part in parts.items())


__all__ = ["TooLarge", "atoms_of", "denominators", "equal", "exponent", "is_arithmetic", "same_value"]
