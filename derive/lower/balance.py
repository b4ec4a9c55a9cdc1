"""Which exponentials cancel?  Products and quotients whose factors overflow where the whole does not.

Comes in: a term.  Goes out: an equal one, each factor without its largest exponential, and these together in one exponential:
(1 + eᵛ)⁻²·eᵛ is (1 + e^−|v|)⁻²·e^−|v|.  All exponents are multiples of one term v; for v ≥ 0 the largest multiple counts, for
v < 0 the smallest, so that an exponent is β·min(v, 0) − α·max(v, 0).  Exponentials of unlike terms are merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from derive.context import Context
from derive.expr import (
    ONE,
    ZERO,
    Add,
    Cmp,
    Div,
    Fun,
    If,
    Index,
    Mul,
    Neg,
    Num,
    Pow,
    Ref,
    Term,
    add,
    alpha_equal,
    div,
    free,
    mul,
    neg,
    num,
    power,
    sub,
    subterms,
    times,
)  # fmt: skip
from derive.lower.matching import is_safe

__all__ = ["Balanced", "Balancer"]


@dataclass(frozen=True, slots=True)
class Balanced:
    """An equal term, and the rules that say so."""

    term: Term
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summand:
    """coefficient·e^exponent."""

    coefficient: Term
    exponent: Term


@dataclass(frozen=True, slots=True)
class Factor:
    """term^power; `summands` are what it is a sum of if there are exponentials among them that may overflow, else none."""

    term: Term
    power: Fraction
    summands: tuple[Summand, ...]


@dataclass(frozen=True, slots=True)
class Balancer:
    """What cancels, seen through these definitions."""

    context: Context
    _summands: dict[Term, tuple[Summand, ...]] = field(default_factory=dict)

    def grows(self, term: Term) -> bool:
        """Whether a factor of the product may overflow."""
        return any(f.summands and f.power > 0 for f in self.factors(term, Fraction(1), False)[1])

    def balanced(self, term: Term) -> Balanced | None:
        """The term with its exponentials cancelled; None if none do."""
        if not self.grows(term):
            return None
        first: Balanced | None = None
        for through in (False, True):
            negative, factors = self.factors(term, Fraction(1), through)
            found = _cancelled(factors)
            if found is not None:
                made, bounded = found
                result = Balanced(neg(made.term) if negative else made.term, made.rules)
                if bounded:
                    return result
                first = first or result
        if first is not None:
            return first
        negative, factors = self.factors(term, Fraction(1), False)
        merged = self.merged(factors)
        return Balanced(neg(merged.term), merged.rules) if merged is not None and negative else merged

    # ----------------------------------------------------------------------------------------------- factors

    def factors(self, term: Term, exponent: Fraction, through: bool) -> tuple[bool, list[Factor]]:
        """The sign and the factors of a product; `through` says whether definitions of products are looked through."""
        if isinstance(term, Neg) and exponent.denominator == 1:
            negative, below = self.factors(term.arg, exponent, through)
            return negative != bool(exponent.numerator % 2), below
        if isinstance(term, Mul | Div) and exponent.denominator == 1:
            pairs = (
                [(a, exponent) for a in term.args]
                if isinstance(term, Mul)
                else [(term.num, exponent), (term.den, -exponent)]
            )
            parts = [self.factors(a, e, through) for a, e in pairs]
            return bool(sum(n for n, _ in parts) % 2), [f for _, fs in parts for f in fs]
        if isinstance(term, Pow) and isinstance(term.exp, Num) and exponent.denominator == 1:
            return self.factors(term.base, exponent * term.exp.value, through)
        if isinstance(term, Fun) and term.name == "sqrt":
            return self.factors(term.args[0], exponent / 2, through)
        if isinstance(term, Ref) and term.name in self.context.definitions:
            body = self.context.unfold(term)
            if through and isinstance(body, Mul | Div | Pow | Neg):
                negative, below = self.factors(body, exponent, through)
                if any(f.summands for f in below):
                    return negative, below
        return False, [Factor(term, exponent, self.summands(term))] if term != ONE else []

    def summands(self, term: Term) -> tuple[Summand, ...]:
        """What a factor is a sum of, if exponentials that may overflow are among them."""
        if term not in self._summands:
            self._summands[term] = self._as_sum(term)
        return self._summands[term]

    def _as_sum(self, term: Term) -> tuple[Summand, ...]:
        seen = term
        while isinstance(seen, Ref) and seen.name in self.context.definitions:
            seen = self.context.unfold(seen)
        if isinstance(seen, Fun) and seen.name in ("cosh", "sinh"):
            half = num(Fraction(1, 2))
            return Summand(half, seen.args[0]), Summand(half if seen.name == "cosh" else neg(half), neg(seen.args[0]))
        if not isinstance(seen, Add):
            exponent = self.exponent(seen)
            return () if exponent is None else (Summand(ONE, exponent),)
        coefficients: dict[Term, list[Term]] = {}
        for summand in (s for a in seen.args for s in self.multiples(a)):
            coefficients.setdefault(summand.exponent, []).append(summand.coefficient)
        found = tuple(Summand(add(*cs), exponent) for exponent, cs in coefficients.items())
        return found if any(s.exponent != ZERO for s in found) else ()

    def multiples(self, term: Term) -> tuple[Summand, ...]:
        """A summand as multiples of exponentials; of e⁰ if nothing of it overflows."""
        negative, factors = self.factors(term, Fraction(1), False)
        exponents, above, below = list[Term](), list[Term](), list[Term]()
        several: list[tuple[Summand, ...]] = []
        for factor in factors:
            exponent = self.exponent(factor.term)
            if exponent is not None:
                exponents.append(times(factor.power, exponent))
            elif factor.power == 1 and factor.summands:
                several.append(factor.summands)
            else:
                (above if factor.power > 0 else below).append(_raised(replace(factor, power=abs(factor.power))))
        if not (exponents or several) or len(several) > 1:
            return (Summand(term, ZERO),)
        if (above or below) and self.balanced(term) is not None:
            return (Summand(term, ZERO),)
        coefficient = div(mul(*above), mul(*below)) if below else mul(*above)
        return tuple(
            Summand(
                _times(neg(s.coefficient) if negative else s.coefficient, coefficient),
                add(*(e for e in (s.exponent, *exponents) if e != ZERO)),
            )
            for s in (several[0] if several else (Summand(ONE, ZERO),))
        )

    def exponent(self, term: Term) -> Term | None:
        """u of a factor eᵘ that may overflow."""
        while isinstance(term, Ref) and term.name in self.context.definitions:
            term = self.context.unfold(term)
        if isinstance(term, Fun) and term.name == "exp" and not is_safe(term.args[0]):
            return None if _rate(term.args[0])[1] == ONE else term.args[0]
        return None

    # ----------------------------------------------------------------------------------------------- merging

    def merged(self, factors: Sequence[Factor]) -> Balanced | None:
        """eᵘ·eᵛ as e^(u + v), and eᵘ·(eᵛ + w) as e^(u + v) + w·eᵘ, where u holds exponentials itself."""
        alone = [f for f in factors if self.exponent(f.term) is not None]
        exponents = [times(f.power, e) for f in alone if (e := self.exponent(f.term)) is not None]
        rest = [f for f in factors if f not in alone]
        into = next((f for f in rest if f.summands and f.power == 1), None)
        total, others = add(*exponents), [_raised(f) for f in rest if f is not into]
        if into is None:
            alike: dict[frozenset[Index], list[int]] = {}  # e^aᵢ·e^aⱼ is computed from one array e^a
            for n, exponent in enumerate(exponents):
                alike.setdefault(free(exponent), []).append(n)
            if all(len(found) < 2 for found in alike.values()):
                return None
            made = (
                Fun("exp", (add(*(exponents[n] for n in found)),)) if len(found) > 1 else _raised(alone[found[0]])
                for found in alike.values()
            )
            return Balanced(mul(*others, *made), ("exp_merge",))
        if not any(self.doubly(e) or _falls_against(e, into.summands) for e in exponents):
            return None  # a difference keeps its digits as long as nothing overflows
        whole = mul(*map(_raised, alone))
        inside = (
            mul(
                *(
                    c
                    for c in (s.coefficient, whole if s.exponent == ZERO else Fun("exp", (add(total, s.exponent),)))
                    if c != ONE
                )
            )
            for s in into.summands
        )
        return Balanced(mul(*others, add(*inside)), ("exp_merge",))

    def doubly(self, exponent: Term) -> bool:
        """Whether an exponent holds an exponential."""
        below = (n for n in subterms(exponent) if isinstance(n, Term))
        return any(isinstance(n, Fun | Ref) and self.exponent(n) is not None for n in below)


# -------------------------------------------------------------------------------------------------- cancelling


def _cancelled(factors: Sequence[Factor]) -> tuple[Balanced, bool] | None:
    """All factors without their largest exponentials, and whether what these are together is bounded."""
    growing = [f for f in factors if f.summands]
    rates = [[_rate(s.exponent) for s in f.summands] for f in growing]
    bases = [base for each in rates for q, base in each if q]
    if len(growing) < 2 or not all(alpha_equal(b, bases[0]) for b in bases):
        return None
    base = bases[0]
    ends = [(max(q for q, _ in each), min(q for q, _ in each)) for each in rates]
    up, down = (-sum((f.power * e[n] for f, e in zip(growing, ends, strict=True)), Fraction(0)) for n in (0, 1))
    bounded = up >= 0 and down <= 0
    if not bounded and all(f.power > 0 for f in growing):
        return None
    rules = dict.fromkeys(("shift_quotient",))
    above, below, negative = list[Term](), list[Term](), False
    for factor in factors:
        each = [q for q, _ in rates[growing.index(factor)]] if factor.summands else []
        made, rule = _without_largest(factor, each, base) if each else (factor.term, "")
        rules |= dict.fromkeys([rule] if rule else [])
        while isinstance(made, Neg) and factor.power.denominator == 1:
            made, negative = made.arg, negative != bool(factor.power.numerator % 2)
        if made != ONE:
            (above if factor.power > 0 else below).append(_raised(Factor(made, abs(factor.power), ())))
    decay = _decay(up, -down, base)
    above += [decay] if decay != ONE else []
    made = div(mul(*above), mul(*below)) if below else mul(*above)
    return Balanced(neg(made) if negative else made, tuple(rules)), bounded


def _without_largest(factor: Factor, each: Sequence[Fraction], base: Term) -> tuple[Term, str]:
    """The factor divided by its largest exponential, and the rule that says what is left."""
    largest, smallest = max(each), min(each)
    if len(each) == 1:
        return factor.summands[0].coefficient, ""
    if len(each) == 2 and largest != smallest:
        first, last = factor.summands if each[0] == largest else factor.summands[::-1]
        rest = _decay(largest - smallest, largest - smallest, base)
        hyperbolic = isinstance(factor.term, Fun) and factor.term.name in ("cosh", "sinh")
        if first.coefficient == last.coefficient:
            made, rule = add(ONE, rest), "larger_of_cosh" if hyperbolic else "larger_of_sum"
            return _times(first.coefficient, made), rule
        if alpha_equal(first.coefficient, neg(last.coefficient)) or alpha_equal(
            neg(first.coefficient), last.coefficient
        ):
            rule = "larger_of_sinh" if hyperbolic else "larger_of_difference"
            return _times(first.coefficient, If(Cmp("<=", ZERO, base), sub(ONE, rest), sub(rest, ONE))), rule
    parts = (
        mul(*(t for t in (s.coefficient, _decay(largest - q, q - smallest, base)) if t != ONE))
        for s, q in zip(factor.summands, each, strict=True)
    )
    return add(*parts), "larger_of_one"


def _falls_against(exponent: Term, summands: Sequence[Summand]) -> bool:
    """Whether e^exponent falls (it is written with a minus) and multiplies a sum of positive ones with other exponents."""
    q, base = _rate(exponent)
    unlike = any(r and not alpha_equal(b, base) for r, b in (_rate(s.exponent) for s in summands))
    return q < 0 and unlike and all(isinstance(s.coefficient, Num) and s.coefficient.value > 0 for s in summands)


def _times(coefficient: Term, term: Term) -> Term:
    if ONE in (coefficient, term):
        return coefficient if term == ONE else term
    if isinstance(term, Neg):
        return _times(neg(coefficient), term.arg)
    if isinstance(coefficient, Num):
        return times(coefficient.value, term)
    return neg(_times(coefficient.arg, term)) if isinstance(coefficient, Neg) else mul(coefficient, term)


def _decay(up: Fraction, down: Fraction, base: Term) -> Term:
    """e^(down·min(v, 0) − up·max(v, 0))."""
    apart = [(up, Fun("max", (base, ZERO))), (-down, Fun("min", (ZERO, base)))]
    alike = {down: Fun("abs", (base,)), -down: base}
    parts = [(up, alike[up])] if up in alike else apart
    total = [times(-q, part) for q, part in parts if q]
    return Fun("exp", (add(*total),)) if total else ONE


def _raised(factor: Factor) -> Term:
    if factor.power == 1:
        return factor.term
    return power(factor.term, num(factor.power))


def _rate(exponent: Term) -> tuple[Fraction, Term]:
    """q and v of an exponent q·v; of a number v is 1, of 0 q is 0."""
    if isinstance(exponent, Num):
        return exponent.value, ONE
    if isinstance(exponent, Neg):
        q, base = _rate(exponent.arg)
        return -q, base
    if isinstance(exponent, Div):
        q, base = _rate(exponent.num)
        if isinstance(exponent.den, Num) and exponent.den.value:
            return q / exponent.den.value, base
        return q, div(base, exponent.den)
    if isinstance(exponent, Mul):
        q = Fraction(1)
        for factor in exponent.args:
            q *= factor.value if isinstance(factor, Num) else 1
        return q, mul(*(f for f in exponent.args if not isinstance(f, Num)))
    if isinstance(exponent, Add):
        same = list(_added(exponent))
        if len({b for _, b in same}) == 1:
            return sum((q for q, _ in same), Fraction(0)), same[0][1]
        if isinstance(exponent.args[0], Neg):
            return Fraction(-1), add(*(neg(a) if not isinstance(a, Neg) else a.arg for a in exponent.args))
    return Fraction(1), exponent


def _added(exponent: Add) -> Iterator[tuple[Fraction, Term]]:
    return map(_rate, exponent.args)
