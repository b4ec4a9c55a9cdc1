"""In which factors and in which order would a person write it?  One term, written well; and what reading it costs.

Comes in: a term in normal form.  Goes out: an equal one, factored where that is shorter, sums merged, signs absorbed, factors
and summands in reading order.  Nothing here is trusted; others prove that it is equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import combinations
from math import gcd, lcm, prod
from operator import and_
from typing import Any

from derive import rational
from derive.context import Context
from derive.expr import (
    ONE,
    ZERO,
    Add,
    Aligned,
    And,
    Binder,
    Const,
    Delta,
    Diff,
    Div,
    Fun,
    If,
    Index,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    canonical,
    div,
    free,
    fresh,
    key,
    mul,
    neg,
    num,
    power,
    substitute,
    subterms,
    times,
)
from derive.printing.shifts import Shift, shifted
from derive.printing.style import decimal
from derive.signs import POSITIVE, signs
from derive.strategy.factors import factors
from derive.strategy.fractions import (
    Monomial,
    Polynomial,
    Quotient,
    expanded_size,
    multiply,
    normal_term,
    polynomial_term,
    quotient,
    quotient_term,
    times_monomials,
)
from derive.strategy.normal import flat

__all__ = ["READABLE", "Writer", "at_any", "brackets", "cleared", "cost"]

GROUPED = 8
"""Monomials up to which common factors of some of them are looked for."""
SEVERAL = 16
"""Monomials beyond which a product of brackets stays one."""
READABLE = 300
"""Monomials beyond which nothing is multiplied out for a reader."""


@dataclass(eq=False)
class Writer:
    """Knows the order in which names were introduced."""

    order: Mapping[str, int] = field(default_factory=dict)
    written: dict[Term, Term] = field(default_factory=dict)
    ordered: dict[Term, tuple[Any, ...]] = field(default_factory=dict)
    taken_out: dict[tuple[frozenset[tuple[Monomial, Fraction]], int, tuple[Term, ...]], Term] = field(
        default_factory=dict
    )

    # ------------------------------------------------------------------------------------------------- factoring

    def factored(self, term: Term) -> Term:
        """The shorter of the factored and the expanded form, the parts of atoms included."""
        if term not in self.written:
            self.written[term] = self._factored(term)
        return self.written[term]

    def _factored(self, term: Term) -> Term:
        if not rational.is_arithmetic(term):
            return self.inside(term)
        apart = brackets(term)
        if apart is not None and sum(expanded_size(term)) > SEVERAL:
            return self.assembled(Fraction(1), [(self.factored(f), 1) for f in apart], [])
        value = quotient(term, READABLE)
        choices = [
            self.expanded_quotient(value),
            self.product(value),
            self.product(value, content_only),
            *self.other_forms(value),
            *map(self.expanded_quotient, _over_exponentials(value)),
            *self.divided(value),
        ]
        return min(choices, key=lambda t: (cost(t), choices.index(t)))

    def other_forms(self, value: Quotient) -> Iterator[Term]:
        """Sums over one dimension as one sum; what all summands share in front; an indicator as two branches."""
        for merged in (self.merged(value, _as_it_is), self.merged_behind(value), self.merged(value, _either_way)):
            if merged is not None:
                yield merged
        if len(value.top) > 1 and not value.bottom:
            shared, rest = _shared(value.top)
            if any(n < 0 for m in rest for _, n in m):  # a fraction of fractions is none the better for it
                shared, rest = _taken_out(value.top, tuple((a, n) for a, n in shared if n > 0))
            if shared:
                yield self.in_front(shared, value.atoms, self.factored(polynomial_term(rest, value.atoms)))
        for name, atom in sorted(value.atoms.items()):
            if isinstance(atom, If) and {dict(m).get(name, 0) for m in value.top} <= {0, 1} and not value.bottom:
                yield self.branches(value, name, atom)

    def divided(self, value: Quotient) -> Iterator[Term]:
        """(u·d + v)/(d·w) as u/w + v/(d·w), what all of u·d and v share in front."""
        shared, top = _shared(value.top) if value.top else ((), {})
        for at, (polynomial, n) in enumerate(value.bottom):
            whole, rest = _divided(top, polynomial)
            if whole:
                less = (*value.bottom[:at], *([(polynomial, n - 1)] if n > 1 else []), *value.bottom[at + 1 :])
                parts = (Quotient(whole, less, value.atoms), Quotient(rest, value.bottom, value.atoms))
                written = [self.factored(quotient_term(p)) for p in parts]
                each = (a for t in written for a in (t.args if isinstance(t, Add) else (t,)))
                one = add(*sorted(each, key=self.summand_order))
                yield self.in_front(shared, value.atoms, one) if shared else one

    def in_front(self, shared: Monomial, atoms: Mapping[str, Term], rest: Term) -> Term:
        """What all summands share, and in brackets what is left."""
        above, below = flat(rest)
        sign = (-1) ** above.count(num(-1))
        return self.assembled(
            Fraction(sign),
            [*((atoms[a], n) for a, n in shared if n > 0), *((f, 1) for f in above if f != num(-1))],
            [*((atoms[a], -n) for a, n in shared if n < 0), *((f, 1) for f in below)],
        )

    def merged(self, value: Quotient, seen: Callable[[Term], list[Reduce]]) -> Term | None:
        """c·Σf + d·Σg as Σ(c·f + d·g); `seen` says as which sums an atom counts."""
        if value.bottom or len(value.top) < 2:
            return None
        groups: dict[str, list[tuple[Monomial, str, Reduce]]] = {}
        for m in sorted(value.top):
            sums = [(a, view) for a, n in m if n == 1 for view in seen(value.atoms[a])]
            for atom, total in {t.index.dim: (a, t) for a, t in reversed(sums)}.values():
                groups.setdefault(total.index.dim, []).append((tuple(p for p in m if p[0] != atom), atom, total))
        dim = max(groups, key=lambda d: (len(groups[d]), d), default=None)
        if dim is None or len(groups[dim]) < 2:
            return None
        found = [(value.atoms[a], total) for _, a, total in groups[dim]]
        turned = (self.pulled_inside(a.body) for a, total in found if a is not total and isinstance(a, Reduce))
        inner = {at_any(f) for term in turned for f in flat(term)[0]}
        if any(a is total and at_any(a) in inner for a, total in found):
            return None  # Σ_n s_n Σ_p W_np o_p beside Σ_p W_lp o_p: the same sum, at other indices
        index = groups[dim][0][2].index
        if any(index in free(value.atoms[a]) for m in value.top for a, _ in m):
            index = fresh(dim, {i for m in value.top for a, _ in m for i in _indices(value.atoms[a])})
        parts, rest = list[Term](), dict(value.top)
        common, _ = _shared({outer: Fraction(1) for outer, _, _ in groups[dim]})
        away = tuple((a, -n) for a, n in common)
        for outer, atom, total in groups[dim]:
            c = rest.pop(times_monomials(outer, ((atom, 1),)))
            outer = times_monomials(outer, away)
            body = substitute(self.pulled_inside(total.body), {total.index: index})
            parts.append(mul(polynomial_term({outer: c}, value.atoms), body))  # type: ignore[arg-type]
        if any(index in free(value.atoms[a]) for m in rest for a, _ in m):
            return None
        known = frozenset().union(*(free(total) for _, _, total in groups[dim]))
        if not free(add(*parts)) - {index} <= known:
            return None  # it would add up anew at each value of another index
        body = self.factored(add(*parts))
        if seen is _either_way and all(isinstance(f, Reduce) for side in flat(body) for f in side if index in free(f)):
            return None  # nothing came in front of the inner sum
        one = self.pulled(Reduce("sum", index, body))
        if common:
            one = self.in_front(common, value.atoms, one)
        if not rest:
            return one
        others = self.factored(polynomial_term(rest, value.atoms))
        terms = [*(others.args if isinstance(others, Add) else (others,)), one]
        return add(*sorted(terms, key=self.summand_order))

    def merged_behind(self, value: Quotient) -> Term | None:
        """u·Σf + u·Σg + w as u·Σ(f + g) + w, and w as a product."""
        if value.bottom or len(value.top) < 3:
            return None
        groups: dict[tuple[Monomial, str], list[tuple[Monomial, Reduce]]] = {}
        for m in sorted(value.top):
            sums = [(a, r) for a, n in m if n == 1 and isinstance(r := value.atoms[a], Reduce)]
            if len(sums) == 1 and sums[0][1].op == "sum" and sums[0][1].cond is None:
                ((atom, total),) = sums
                groups.setdefault((tuple(p for p in m if p[0] != atom), total.index.dim), []).append((m, total))
        several = {place: found for place, found in groups.items() if len(found) > 1}
        rest = {m: c for m, c in value.top.items() if all(m != n for found in several.values() for n, _ in found)}
        if not several:
            return None
        terms = [self.factored(polynomial_term(rest, value.atoms))] if rest else []
        for (outer, dim), found in sorted(several.items()):
            bodies = [t.body for _, t in found]
            index = fresh(dim, {i for b in bodies for i in _indices(b)})
            moved = (substitute(t.body, {t.index: index}) for _, t in found)
            body = add(*(times(value.top[m], b) for (m, _), b in zip(found, moved, strict=True)))  # type: ignore[arg-type]
            whole = self.inside(Reduce("sum", index, body))
            front = polynomial_term({outer: Fraction(1)}, value.atoms)
            above, below = flat(mul(front, whole))
            sign = (-1) ** above.count(num(-1))
            terms.append(
                self.assembled(
                    Fraction(sign),
                    [(f, 1) for f in above if f not in (ONE, num(-1))],
                    [(f, 1) for f in below if f != ONE],
                )
            )
        parts = [a for t in terms for a in (t.args if isinstance(t, Add) else (t,))]
        return add(*sorted(parts, key=self.summand_order))

    def branches(self, value: Quotient, name: str, atom: If) -> Term:
        """A·(u if c else v) + B as (A·u + B if c else A·v + B)."""
        sides = []
        for branch in (atom.then, atom.other):
            parts = [
                mul(polynomial_term({tuple(p for p in m if p[0] != name): c}, value.atoms), branch)
                if name in dict(m)
                else polynomial_term({m: c}, value.atoms)
                for m, c in sorted(value.top.items())
            ]
            sides.append(self.factored(normal_term(add(*parts), READABLE)))
        return If(atom.cond, sides[0], sides[1])

    def pulled(self, total: Reduce) -> Term:
        """A sum with what does not know its index in front."""
        if total.op != "sum" or isinstance(total.body, Add):
            return total
        above, below = self.of_branches(total.body) if isinstance(total.body, If) else flat(total.body)
        inside = [f for f in above if total.index in free(f)], [f for f in below if total.index in free(f)]
        number = Fraction(1)
        outside: tuple[list[tuple[Term, int]], list[tuple[Term, int]]] = ([], [])
        for side, group in enumerate((above, below)):
            for f in group:
                if isinstance(f, Num):
                    number = number / f.value if side else number * f.value
                elif total.index not in free(f):
                    outside[side].append((f, 1))
        if not outside[0] and not outside[1] and number == 1:
            return total
        top, low = mul(*inside[0]), mul(*inside[1])
        rest = Reduce("sum", total.index, div(top, low) if inside[1] else top, total.cond)
        return self.assembled(number, [*outside[0], (rest, 1)], outside[1])

    def collected(self, term: Term) -> Term:
        """Numbers, and what a sum does not bind, in front of each product and sum, what is above and below the line cancelled.

        Nothing is multiplied out.
        """
        term = term.rebuild(tuple(self.collected(c) if isinstance(c, Term) else c for c in term.children()))  # type: ignore[assignment]
        if isinstance(term, Reduce):
            return self.pulled(term)
        if not isinstance(term, Mul | Div):
            return term
        above, below = map(_bases, flat(term))
        if below[ZERO]:
            return term
        for bracket in [f for f in above if isinstance(f, Add)]:
            sides = [[*map(_bases, flat(a))] for a in bracket.args]
            if shared := reduce(and_, (top for top, _ in sides)) & below:
                left = add(*(self.of_factors(top - shared, low) for top, low in sides))
                above, below = above - Counter([bracket]) + Counter([left]), below - shared
        both = above & below
        return self.of_factors(above - both, below - both)

    def of_factors(self, above: Counter[Term], below: Counter[Term]) -> Term:
        """The product of these, the numbers among them as one."""
        numbers = [
            prod((f.value**n for f, n in side.items() if isinstance(f, Num)), start=Fraction(1))
            for side in (above, below)
        ]
        others = ([(f, n) for f, n in side.items() if not isinstance(f, Num)] for side in (above, below))
        return self.assembled(numbers[0] / numbers[1], *others)

    def pulled_inside(self, body: Term) -> Term:
        """What stands under a sum; if that is a sum itself, with what does not know its index in front."""
        return self.pulled(body) if isinstance(body, Reduce) else body

    def of_branches(self, term: If) -> tuple[list[Term], list[Term]]:
        """The factors of (c·u if p else 0), above and below the line: those of u that are numbers or sizes in front."""
        if term.other != ZERO or isinstance(term.then, If):
            return [term], []
        sides = flat(term.then)
        front, rest = ([[f for f in s if isinstance(f, Num | Size) == plain] for s in sides] for plain in (True, False))
        inside = div(mul(*rest[0]), mul(*rest[1])) if rest[1] else mul(*rest[0])
        return [*front[0], If(term.cond, inside, ZERO)], front[1]

    def expanded(self, term: Term) -> Term:
        """The normal form as a sum, in reading order."""
        return self.expanded_quotient(quotient(term, READABLE)) if rational.is_arithmetic(term) else self.inside(term)

    def inside(self, atom: Term) -> Term:
        """An atom with its parts written well."""
        if isinstance(atom, Reduce):
            return self.pulled(Reduce(atom.op, atom.index, self.factored(atom.body), atom.cond))
        if isinstance(atom, Fun):
            args = tuple(map(self.factored, atom.args))
            if atom.name == "log" and isinstance(args[0], Div) and args[0].num == ONE:
                if signs(Context(), args[0].den).possible == POSITIVE:  # whatever is assumed
                    return neg(Fun("log", (args[0].den,)))
            return Fun(atom.name, args)
        if isinstance(atom, If):
            return If(atom.cond, self.factored(atom.then), self.factored(atom.other))
        if isinstance(atom, Pow):
            return Pow(self.factored(atom.base), self.factored(atom.exp))
        return atom

    def expanded_quotient(self, value: Quotient) -> Term:
        atoms = {k: self.inside(a) for k, a in value.atoms.items()}
        below, sign = self.below(value, atoms)
        whole = self.summed({m: sign * c for m, c in value.top.items()}, atoms)
        return div(whole, mul(*(power(p, n) if n > 1 else p for p, n in below))) if below else whole

    def product(self, value: Quotient, how: Factoring | None = None, rough: bool = False) -> Term:
        """Common factors in front, the numerator factored over the rationals."""
        top, bottom = cleared(Quotient(value.top, (), value.atoms))
        if not top:
            return ZERO
        atoms = {k: self.inside(a) for k, a in value.atoms.items()}
        number, factors = (how or factor)(top)
        ((monomial, scale),) = bottom.items()
        powers: dict[str, int] = {}
        above: list[tuple[Term, int]] = []
        for polynomial, n in factors:
            if len(polynomial) == 1:
                ((m, c),) = polynomial.items()
                number *= c**n
                for atom, e in m:
                    powers[atom] = powers.get(atom, 0) + e * n
                continue
            written, flip = (self.summed(polynomial, atoms), False) if rough else self.positive(polynomial, atoms)
            number *= (-1) ** n if flip else 1
            above.append((written, n))
        number /= scale
        for atom, e in monomial:
            powers[atom] = powers.get(atom, 0) - e
        low, sign = self.below(value, atoms)
        number *= sign
        above.extend((atoms[a], n) for a, n in powers.items() if n > 0)
        low.extend((atoms[a], -n) for a, n in powers.items() if n < 0)
        return self.assembled(number, above, low)

    def below(self, value: Quotient, written: Mapping[str, Term]) -> tuple[list[tuple[Term, int]], int]:
        """The factors of the denominator with a positive leading summand, sums over one dimension as one; the sign left over."""
        found, sign = list[tuple[Term, int]](), 1
        for polynomial, n in value.bottom:
            factor, flip = self.positive(polynomial, written)
            turned = {m: -c for m, c in polynomial.items()} if flip else polynomial
            merged = self.merged(Quotient(turned, (), value.atoms), _as_it_is)
            found.append((min(factor, merged or factor, key=cost), n))
            sign *= (-1) ** n if flip else 1
        return found, sign

    def positive(self, polynomial: Polynomial, atoms: Mapping[str, Term]) -> tuple[Term, bool]:
        """A factor with a positive leading summand, and whether its sign was turned."""
        plain = self.grouped(polynomial, atoms)
        turned = self.grouped({m: -c for m, c in polynomial.items()}, atoms)
        return (turned, True) if self.reads_before(turned, plain) else (plain, False)

    def reads_before(self, left: Term, right: Term) -> bool:
        """Whether `left` begins positively and `right` does not, or has fewer minus signs, or begins with a number."""
        if self.starts_negative(left) != self.starts_negative(right):
            return self.starts_negative(right)
        if _minus_signs(left) != _minus_signs(right):
            return _minus_signs(left) < _minus_signs(right)
        first, second = (t.args[0] if isinstance(t, Add) else t for t in (left, right))
        return self.summand_order(first) < self.summand_order(second)

    def starts_negative(self, term: Term) -> bool:
        return _is_negative(term.args[0] if isinstance(term, Add) else term)

    def grouped(self, polynomial: Polynomial, atoms: Mapping[str, Term], depth: int = 2) -> Term:
        """A sum, with what several monomials share taken out of these where that is shorter."""
        used = tuple(atoms[a] for a in sorted({a for m in polynomial for a, _ in m}))
        memo = (frozenset(polynomial.items()), depth, used)
        if memo not in self.taken_out:
            self.taken_out[memo] = self._grouped(polynomial, atoms, depth)
        return self.taken_out[memo]

    def _grouped(self, polynomial: Polynomial, atoms: Mapping[str, Term], depth: int) -> Term:
        best = self.summed(polynomial, atoms)
        single = len({a for m in polynomial for a, _ in m}) == 1  # 1 − 3x + 2x², not 1 + x(2x − 3)
        if depth == 0 or single or not 3 <= len(polynomial) <= GROUPED:
            return best
        price = cost(best)
        for part, rest in (*self.shared(polynomial, atoms, depth), *self.squares(polynomial, atoms)):
            for other in (self.grouped(rest, atoms, depth - 1), *self.as_product(rest, atoms)):
                parts = [*(other.args if isinstance(other, Add) else (other,)), part]
                candidate = add(*sorted(parts, key=self.summand_order))
                if cost(candidate) < price:
                    best, price = candidate, cost(candidate)
        return best

    def shared(
        self, polynomial: Polynomial, atoms: Mapping[str, Term], depth: int
    ) -> Iterator[tuple[Term, Polynomial]]:
        """Several monomials with what they share in front, and the others."""
        for atom in sorted({a for m in polynomial for a, _ in m}):
            having = {m: c for m, c in polynomial.items() if dict(m).get(atom, 0) > 0}
            if not 2 <= len(having) < len(polynomial):
                continue
            every = [dict(m) for m in having]
            shared = {a: min(m[a] for m in every) for a in every[0] if all(m.get(a, 0) > 0 for m in every)}
            taken = tuple(sorted((a, -n) for a, n in shared.items()))
            inner = Quotient({times_monomials(m, taken): c for m, c in having.items()}, (), atoms)
            written, flip = self.positive(inner.top, atoms) if depth > 1 else (self.summed(inner.top, atoms), False)
            factors = [*((atoms[a], n) for a, n in shared.items()), (written, 1)]
            part = self.assembled(Fraction(-1 if flip else 1), factors, [])
            yield part, {m: c for m, c in polynomial.items() if m not in having}

    def squares(self, polynomial: Polynomial, atoms: Mapping[str, Term]) -> Iterator[tuple[Term, Polynomial]]:
        """Three monomials that are a multiple of (u ± v)², and the others."""
        for (first, p), (second, q) in combinations(sorted(polynomial.items()), 2):
            both = times_monomials(first, second)
            middle = tuple((a, n // 2) for a, n in both)
            d = polynomial.get(middle, Fraction(0))
            if d * d != 4 * p * q or not d or any(n % 2 for _, n in both) or middle in (first, second):
                continue
            alike = {a: min(n, dict(second).get(a, 0)) for a, n in first}
            front = tuple(sorted((a, n) for a, n in alike.items() if n))
            less = tuple((a, -n) for a, n in front)
            u, v = (tuple((a, n // 2) for a, n in times_monomials(m, less)) for m in (first, second))
            ratio = d / (2 * p)
            root, _ = self.positive({u: Fraction(ratio.denominator), v: Fraction(ratio.numerator)}, atoms)
            factors = [*((atoms[a], n) for a, n in front), (root, 2)]
            part = self.assembled(p / ratio.denominator**2, factors, [])
            yield part, {m: c for m, c in polynomial.items() if m not in (first, second, middle)}

    def as_product(self, polynomial: Polynomial, atoms: Mapping[str, Term]) -> Iterator[Term]:
        """Several monomials that are a product of sums."""
        if len(polynomial) >= 4:
            yield self.product(Quotient(polynomial, (), atoms))

    # -------------------------------------------------------------------------------------------------- ordering

    def summed(self, polynomial: Polynomial, atoms: Mapping[str, Term]) -> Term:
        """The monomials in reading order."""
        parts = []
        for m, c in polynomial.items():
            above = [(atoms[a], n) for a, n in m if n > 0]
            below = [(atoms[a], -n) for a, n in m if n < 0]
            parts.append(self.assembled(c, above, below))
        return add(*sorted(parts, key=self.summand_order))

    def assembled(self, number: Fraction, above: list[tuple[Term, int]], below: list[tuple[Term, int]]) -> Term:
        """number · Π above / Π below, in reading order."""
        joined, rest = _one_exponential(above, below)
        if joined and rest != below:
            (exponential, n) = joined.pop()
            joined.append((min((exponential, self.inside(exponential)), key=cost), n))
        above, below = _one_root(*_tangents(joined, rest))
        number *= (-1) ** sum(n for f, n in (*above, *below) if isinstance(f, Neg))
        above, below = ([(f.arg if isinstance(f, Neg) else f, n) for f, n in side] for side in (above, below))

        def side(factors: list[tuple[Term, int]], size: Fraction) -> Term:
            ordered = sorted(factors, key=lambda f: self.factor_order(f[0]))
            written = [self.raised(t, n) for t, n in ordered]
            return mul(*([num(size)] if size != 1 or not written else []), *written)

        if number < 0:
            above, turned = self.sign_absorbed(above)
            number = -number if turned else number
        size = abs(number)
        text = decimal(size)
        short = text and len(text) - 1 < len(str(size.numerator)) + len(str(size.denominator))  # 1.702x, but 3x/25
        numbers = (size, Fraction(1)) if short else (Fraction(size.numerator), Fraction(size.denominator))
        top, low = map(side, (above, below), numbers)
        whole = top if low == ONE else div(top, low)
        return neg(whole) if number < 0 else whole

    def raised(self, term: Term, exponent: int) -> Term:
        """A power; e^u to the n is e^(n·u)."""
        if exponent > 1 and isinstance(term, Fun) and term.name == "exp":
            return Fun("exp", (self.factored(normal_term(times(exponent, term.args[0]))),))
        return term if exponent == 1 else power(term, exponent)

    def sign_absorbed(self, factors: list[tuple[Term, int]]) -> tuple[list[tuple[Term, int]], bool]:
        """−(u − v) as (v − u), if a bracket can take the sign."""
        for n, (term, power_) in enumerate(factors):
            if power_ == 1 and isinstance(term, Add) and any(isinstance(t, Neg) for t in term.args):
                opposite = add(
                    *sorted(
                        (_minus_term(t) if not isinstance(t, Num) else neg(t) for t in term.args),
                        key=self.summand_order,
                    )
                )
                if not self.starts_negative(opposite):
                    return [*factors[:n], (opposite, 1), *factors[n + 1 :]], True
        return factors, False

    def factor_order(self, term: Term) -> tuple[Any, ...]:
        """Numbers, single quantities, then brackets, by the index they begin with; sums last."""
        if term not in self.ordered:
            self.ordered[term] = self._factor_order(term)
        return self.ordered[term]

    def _factor_order(self, term: Term) -> tuple[Any, ...]:
        indices = sorted(i.name for i in free(term))
        first = indices[0] if indices else ""
        rank = next((n for n, kind in enumerate(_RANKS) if isinstance(term, kind)), len(_RANKS))
        late = isinstance(term, Reduce)
        return (late, first, rank, self.name_order(term), indices, cost(term), key(canonical(term)))

    def name_order(self, term: Term) -> tuple[int, int, str]:
        if not isinstance(term, Ref):
            return (1, 0, "")
        base = term.name.removesuffix("_bar").removesuffix("_dot")
        return (term.name == base, self.order.get(term.name, len(self.order)), term.name)

    def summand_order(self, term: Term) -> tuple[Any, ...]:
        """Positive before negative, numbers before quantities, then by their first factors."""
        negative = _is_negative(term)
        core = term.arg if isinstance(term, Neg) else term
        core = core.num if isinstance(core, Div) else core
        factors = core.args if isinstance(core, Mul) else (core,)
        has_delta = not any(isinstance(f, Delta) for f in factors)
        return (
            negative,
            not isinstance(core, Num),
            has_delta,
            isinstance(factors[-1], Reduce),
            [self.factor_order(f) for f in factors],
        )


def at_any(node: Node) -> Node:
    """It, whatever its free indices are."""
    return canonical(substitute(node, {i: Index("·", i.dim) for i in free(node)}))


def _as_it_is(term: Term) -> list[Reduce]:
    """A sum without a condition."""
    return [term] if isinstance(term, Reduce) and term.op == "sum" and term.cond is None else []


def _either_way(term: Term) -> list[Reduce]:
    """A sum, and a sum of sums also with the inner one outside."""
    found = _as_it_is(term)
    return found + [Reduce("sum", i.index, Reduce("sum", o.index, i.body)) for o in found for i in _as_it_is(o.body)]


def _over_exponentials(value: Quotient) -> Iterator[Quotient]:
    """Above and below divided by an exponential that is below: 1/(1 + e^(v − u)) for e^u/(e^u + e^v)."""

    def over(polynomial: Polynomial, monomial: Monomial, times: int) -> Polynomial:
        inverse = tuple((a, -n * times) for a, n in monomial)
        return {times_monomials(m, inverse): c for m, c in polynomial.items()}

    def is_exponential(atom: str) -> bool:
        made = value.atoms[atom]
        return isinstance(made, Fun) and made.name == "exp"

    for at, (polynomial, n) in enumerate(value.bottom):
        if len({a for m in polynomial for a, _ in m if is_exponential(a)}) > 1:
            for monomial in sorted(m for m in polynomial if m and all(is_exponential(a) for a, _ in m)):
                others = (*value.bottom[:at], (over(polynomial, monomial, 1), n), *value.bottom[at + 1 :])
                yield Quotient(over(value.top, monomial, n), others, value.atoms)


def _divided(top: Polynomial, below: Polynomial) -> tuple[Polynomial, Polynomial]:
    """Of u·d + v the u and the v, where each summand of u·d still stands there as it is."""
    whole, rest = dict[Monomial, Fraction](), dict(top)
    (first, c), *_ = sorted(below.items())
    for m in sorted(top):
        of = times_monomials(m, tuple((a, -n) for a, n in first))
        product = multiply({of: rest.get(m, Fraction(0)) / c}, below)
        if (
            len(below) > 1
            and all(n > 0 for _, n in of)
            and product
            and all(rest.get(p) == q for p, q in product.items())
        ):
            whole[of] = rest[m] / c
            rest = {p: q for p, q in rest.items() if p not in product}
    return whole, rest


def _shared(polynomial: Polynomial) -> tuple[Monomial, Polynomial]:
    """What all monomials have in common, and what is left."""
    every = [dict(m) for m in polynomial]
    shared = tuple(sorted((a, n) for a, n in every[0].items() if all(m.get(a) == n for m in every)))
    return _taken_out(polynomial, shared)


def _taken_out(polynomial: Polynomial, factor: Monomial) -> tuple[Monomial, Polynomial]:
    below = tuple((a, -n) for a, n in factor)
    return factor, {times_monomials(m, below): c for m, c in polynomial.items()}


def _bases(factors: Iterable[Term]) -> Counter[Term]:
    """How often each factor stands there, powers taken apart."""
    found: Counter[Term] = Counter()
    for f in factors:
        n = rational.exponent(f) if isinstance(f, Pow) else None
        base, n = (f.base, n) if isinstance(f, Pow) and n is not None and n > 0 else (f, 1)
        found[base] += n
    return found


_RANKS: tuple[type[Term] | tuple[type[Term], ...], ...] = ((Num, Const, Size), Ref, Pow, Fun, Delta, If, Add, Reduce)


def _minus_signs(term: Term) -> int:
    return sum(map(_is_negative, term.args if isinstance(term, Add) else (term,)))


def _is_negative(term: Term) -> bool:
    return isinstance(term, Neg) or (isinstance(term, Num) and term.value < 0)


def _one_exponential(
    above: list[tuple[Term, int]], below: list[tuple[Term, int]]
) -> tuple[list[tuple[Term, int]], list[tuple[Term, int]]]:
    """e^u / e^v as e^(u − v): an exponential in the denominator joins those in the numerator."""
    low = [(f, n) for f, n in below if isinstance(f, Fun) and f.name == "exp"]
    if not low:
        return above, below
    high = [(f, n) for f, n in above if isinstance(f, Fun) and f.name == "exp"]
    parts = [times(n, f.args[0]) for f, n in high] + [_minus_term(times(n, f.args[0])) for f, n in low]
    joined = Fun("exp", (add(*parts),))
    return [*(f for f in above if f not in high), (joined, 1)], [f for f in below if f not in low]


def _one_root(
    above: list[tuple[Term, int]], below: list[tuple[Term, int]]
) -> tuple[list[tuple[Term, int]], list[tuple[Term, int]]]:
    """√2·√π as √(2π), and √2/√π as √(2/π): roots of numbers are one root."""
    high, low = ([f for f in side if f[1] == 1 and _is_root_of_number(f[0])] for side in (above, below))
    parts = [sorted((t for f, _ in side for t in _under_root(f)), key=_constant_order) for side in (high, low)]
    if len(high) + len(low) < 2 or sum(isinstance(t, Num) for side in parts for t in side) > 1:
        return above, below  # a root of 6 is not seen to be √2·√3
    top, bottom = (mul(*side) for side in parts)
    root = (Fun("sqrt", (div(top, bottom) if high and low else top if high else bottom,)), 1)
    above, below = [f for f in above if f not in high], [f for f in below if f not in low]
    return ([*above, root], below) if high else (above, [*below, root])


def _under_root(term: Term) -> tuple[Term, ...]:
    inside = term.args[0]  # type: ignore[attr-defined]
    return inside.args if isinstance(inside, Mul) else (inside,)


def _constant_order(term: Term) -> tuple[bool, str]:
    return not isinstance(term, Num), key(term)


def _is_root_of_number(term: Term) -> bool:
    if not isinstance(term, Fun) or term.name != "sqrt":
        return False
    return all(isinstance(f, Const) or (isinstance(f, Num) and f.value > 0) for f in _under_root(term))


def _tangents(
    above: list[tuple[Term, int]], below: list[tuple[Term, int]]
) -> tuple[list[tuple[Term, int]], list[tuple[Term, int]]]:
    """sinh(u)/cosh(u) as tanh(u), where all of both goes."""
    for sine, cosine, tangent in (("sinh", "cosh", "tanh"), ("sin", "cos", "tan")):
        for high, n in [(f, n) for f, n in above if isinstance(f, Fun) and f.name == sine]:
            low = Fun(cosine, high.args)
            if (low, n) in below:
                above = [(Fun(tangent, low.args), n) if f == high else (f, m) for f, m in above]
                below = [(f, m) for f, m in below if f != low]
    return above, below


def _minus_term(term: Term) -> Term:
    return term.arg if isinstance(term, Neg) else neg(term)


def _indices(term: Node) -> Iterator[Index]:
    for n in subterms(term):
        if isinstance(n, Index):
            yield n
        elif isinstance(n, Binder):
            yield n.index


def brackets(term: Term) -> list[Term] | None:
    """The factors of a product of several sums that nothing divides: what is found for each is found for all."""
    above, below = flat(term)
    sums = [f for f in above if isinstance(f, Add)]
    if len(sums) < 2 or any(isinstance(f, Add) for f in below) or not rational.is_arithmetic(term):
        return None
    rest = mul(*(f for f in above if not isinstance(f, Add)))
    rest = div(rest, mul(*below)) if below else rest
    return [*sums, *([rest] if rest != ONE else [])]


# -------------------------------------------------------------------------------------------------------- the cost


@lru_cache(maxsize=50_000)
def cost(term: Node) -> float:
    """How much there is to read: every symbol counts, big operators and fractions more, names least."""
    if isinstance(term, Reduce | Aligned) and (plain := shifted(term)) != term:
        return cost(plain)
    own = _COSTS.get(type(term), 1.0)
    if isinstance(term, Ref):
        return own + 0.1 * len(term.indices)
    if isinstance(term, Add | Mul | And):
        own *= len(term.children()) - 1
    if isinstance(term, Mul):
        own += 0.2 * sum(isinstance(factor, Neg) for factor in term.args)  # it needs brackets
    below = sum(cost(c) for c in term.children())
    if isinstance(term, Reduce) and any(
        isinstance(n, Delta) and term.index in n.children() for n in subterms(term.body)
    ):
        own += 40.0  # a sum that a delta decides is not finished
    if isinstance(term, Delta) and any(isinstance(i, Shift) for i in term.children()):
        own += 3.0  # an element at a shifted index is easier to read
    return own + below + (0.5 if isinstance(term, Binder) else 0.0)


_COSTS: Mapping[type[Node], float] = {
    Index: 0.0, Num: 0.8, Size: 0.8, Ref: 1.0, Add: 0.6, Mul: 0.3, Neg: 0.4, Div: 0.8, Pow: 0.4, Fun: 1.2, Reduce: 2.5,
    Delta: 0.9, Shift: 0.2, If: 2.5, Diff: 6.0,
}  # fmt: skip


# ------------------------------------------------------------------------------------------------ polynomial work


def cleared(value: Quotient) -> tuple[Polynomial, Polynomial]:
    """Numerator and denominator without negative exponents."""
    lowest: dict[str, int] = {}
    for m in value.top:
        for atom, n in m:
            lowest[atom] = min(lowest.get(atom, 0), n)
    below: Monomial = tuple(sorted((a, -n) for a, n in lowest.items() if n < 0))
    top = {times_monomials(m, below): c for m, c in value.top.items()}
    bottom: Polynomial = {below: Fraction(1)}
    for polynomial, n in value.bottom:
        for _ in range(n):
            bottom = multiply(bottom, polynomial)
    return top, bottom


Factoring = Callable[[Polynomial], tuple[Fraction, list[tuple[Polynomial, int]]]]


def content_only(polynomial: Polynomial) -> tuple[Fraction, list[tuple[Polynomial, int]]]:
    """Common atoms and numbers, and what is left in one piece."""
    if len(polynomial) == 1:
        return Fraction(1), [(polynomial, 1)]
    number = Fraction(
        gcd(*(c.numerator for c in polynomial.values())), lcm(*(c.denominator for c in polynomial.values()))
    )
    common = {a for a, _ in next(iter(polynomial)) if all(a in dict(m) for m in polynomial)}
    shared: Monomial = tuple(sorted((a, min(dict(m)[a] for m in polynomial)) for a in common))
    rest = {times_monomials(m, tuple((a, -n) for a, n in shared)): c / number for m, c in polynomial.items()}
    return number, [*([({shared: Fraction(1)}, 1)] if shared else []), (rest, 1)]


def factor(polynomial: Polynomial) -> tuple[Fraction, list[tuple[Polynomial, int]]]:
    """A number and irreducible factors over the rationals; a single monomial is one factor."""
    if len(polynomial) == 1:
        return Fraction(1), [(polynomial, 1)]
    common = {a: n for a, n in (next(iter(polynomial))) if all(dict(m).get(a, 0) >= 1 for m in polynomial)}
    shared: Monomial = tuple(sorted((a, min(dict(m)[a] for m in polynomial)) for a in common))
    rest = {times_monomials(m, tuple((a, -n) for a, n in shared)): c for m, c in polynomial.items()}
    found: list[tuple[Polynomial, int]] = [({shared: Fraction(1)}, 1)] if shared else []
    atoms = sorted({a for m in rest for a, _ in m})
    if len(rest) > 60 or sum(n for m in rest for _, n in m) > 200:
        return Fraction(1), [*found, (rest, 1)]
    number, parts = factors(frozenset((tuple(dict(m).get(a, 0) for a in atoms), c) for m, c in rest.items()))
    for part, n in parts:
        found.append(({tuple((atoms[k], e) for k, e in enumerate(powers) if e): c for powers, c in part}, n))
    return number, found
