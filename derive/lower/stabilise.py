"""Which form does not overflow?  The theorems of `rules.stability`, applied where their left sides stand.

Comes in: a term and the definitions it rests on.  Goes out: an equal term that is safe to compute.  What is recognised is
the form, also where it is spread over definitions: these are looked through, and stay as they are where nothing is gained.

The result may hold primitives that are no functions of the language; `MEANING` says what each is, as a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial, reduce

from derive.context import Context
from derive.expr import (
    ONE,
    ZERO,
    Add,
    And,
    Cmp,
    Delta,
    Div,
    ForAll,
    Formula,
    Fun,
    If,
    Index,
    Lambda,
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
    alpha_equal,
    canonical,
    conjunction,
    div,
    free,
    key,
    mul,
    names,
    neg,
    num,
    rewrite_nodes,
    sub,
    substitute,
    subterms,
)  # fmt: skip
from derive.language import parse_term
from derive.language.calls import type_formulas
from derive.lower.balance import Balancer
from derive.lower.matching import Found, Matcher, instance, is_safe, is_small, plain
from derive.rules.stability import STABILITY, Stability
from derive.signs import NOT_NEGATIVE, POSITIVE, signs
from derive.theory import Theory

__all__ = ["MEANING", "Stabiliser"]

MEANING: Mapping[str, str] = {
    "log1p": "log(1 + u)",
    "expm1": "exp(u) - 1",
    "erfc": "1 - erf(u)",
    "below": "u - v",
    "peak": "max(u, v)",
    "raised": "u + v",
    "times_log": "u*v",
    "times_exp": "u*exp(v)",
    "over": "u/v",
    "exp_below": "exp(u - v)",
    "log1pexp": "log(1 + exp(u))",
    "pinball": "max(w*u, -(v*u))",
}
"""Primitives: functions that are what the formula says for all real numbers, and more exact or right in the limit.

`below(u, v)`, with v the largest of several u, is right where both are infinite; `peak(u, v)` is nan where both are +inf, as
their quotient is; `raised(u, v)`, with u the largest and v the logarithm of a sum of what is left, is u where u is infinite;
`times_log(u, log v)` is 0 at u = 0, also for v = 0; `over(u, v)` is its slope, 0 at u = v = 0; `times_exp(u, v)` is 0 at u = 0;
`pinball(u, v, w)` is that at 0 times infinity too;
`exp_below(u, v)` loses nothing to the rounding of u − v, with v as for `below`.
"""

_FORMULAS = {name: parse_term(text) for name, text in {**MEANING, "less": "u - v"}.items()}
"""What each is as a term; `less` is a difference that no entry may take for another."""
_LARGEST = Ref("largest exponent")
"""Stands for the shift until it is known."""


class Stabiliser:
    """Stable forms of the terms of one theory.

    `used` names the entries that were applied, in order; `hints` what a person would call a term, by its canonical form with
    its free indices numbered.
    """

    def __init__(self, theory: Theory) -> None:
        self.context = Context({d.name: d for d in theory.definitions})
        self.matcher = Matcher(self.context, [s for s in STABILITY if s.use in ("view", "both")])
        self.facts = _facts(theory)
        self.used: dict[str, None] = {}
        self.hints: dict[Node, str] = {}
        self.balancer = Balancer(self.context)
        self._stable: dict[Node, Node] = {}
        self._logs = {p for d in theory.definitions for p in self.weighted_logs(d.body)}

    def stable(self, term: Term) -> Term:
        """An equal term that is safe to compute."""
        result = rewrite_nodes(plain(self.go(plain(term))), _select)
        assert isinstance(result, Term)
        return result

    def go(self, node: Node) -> Node:
        if node not in self._stable:
            cured = self.weighed(node) if isinstance(node, Mul) else None
            if cured is None and isinstance(node, Term):
                cured = self.cured(node)
            if cured is None and isinstance(node, Mul | Div):
                cured = self.cured_in_part(node)
                if cured is None or self.balancer.grows(cured):
                    cured = self.balanced(node) or cured
            if cured is None and isinstance(node, Term):
                cured = self.shifted(node)
            if cured is None:
                made = self.inside(node)
                if isinstance(made, Mul) and any(map(_became_exp, node.children(), made.args)):
                    cured = self.balanced(made)
                self._stable[node] = made
            if cured is not None:
                self._stable[node] = self.go(cured)
            if cured is not None:
                self.hint(node, self._stable[node])
        return self._stable[node]

    def balanced(self, node: Term) -> Term | None:
        """A product or quotient in which exponentials cancel, each factor without its largest one."""
        found = self.balancer.balanced(node)
        if found is None:
            return None
        self.used |= dict.fromkeys(found.rules)
        return found.term

    def weighed(self, node: Mul) -> Term | None:
        """u·(v + log w) as u·v + u·log w, where u may be 0 and log w infinite."""
        for n, factor in enumerate(node.args):
            rest = [*node.args[:n], *node.args[n + 1 :]]
            if isinstance(factor, Add) and not all(isinstance(r, Num | Size) for r in rest):
                logs = [a for a in factor.args if self.has_log(a)]
                if logs:
                    others = add(*(a for a in factor.args if a not in logs))
                    self.used["weigh_log"] = None
                    weight = mul(*(r for r in rest if r != ONE))
                    return add(*(_weighted(weight, a) for a in (others, *logs) if a != ZERO))
        return None

    def has_log(self, term: Term) -> bool:
        """Whether a summand is a multiple of a logarithm."""
        if isinstance(term, Neg):
            return self.has_log(term.arg)
        return any(self.is_log(f) for f in _factors(term))

    def inside(self, node: Node) -> Node:
        """The node over stable children; a binder's index is not a node."""
        children = node.children()
        stable = tuple(map(self.go, children))
        if isinstance(node, Div) and self.is_slope_of_log(node):
            return Fun("over", stable)  # type: ignore[arg-type]
        if isinstance(node, Mul):
            for n, factor in enumerate(node.args):
                if self.is_log(factor):
                    rest = [t for m, t in enumerate(stable) if m != n]
                    log = stable[n]
                    assert isinstance(log, Term)
                    log = _log_over(log, rest)
                    weighted = log.arg if isinstance(log, Neg) else log
                    # Numbers of a row are multiplied before rows are.
                    own = [t for t in rest if free(t) <= free(weighted)]
                    for weights in filter(None, (own, [t for t in rest if t not in own])):
                        weighted = Fun("times_log", (mul(*weights), weighted))  # type: ignore[arg-type]
                    return Neg(weighted) if isinstance(log, Neg) else weighted
        return node if stable == children else node.rebuild(stable)

    def cured(self, node: Term, but: tuple[str, ...] = ()) -> Term | None:
        """What an entry makes of the whole of `node`; none with a use of `but`."""
        for stability in STABILITY:
            pattern = stability.rule.left
            if (
                stability.use in ("view", "shift", "weigh", *but)
                or type(pattern) is not type(node)
                or pattern._label() != node._label()
            ):
                continue
            for found in self.matcher.match(pattern, node, Found()):
                made = self.applied(stability, found)
                gains = GAINS.get(stability.use)
                if not (self.holds(stability, found) or (gains is None and _where_defined(stability))):
                    continue
                if gains is not None and not gains(self, made, found):
                    continue
                self.used |= dict.fromkeys((*found.views, stability.rule.name))
                return made
        return None

    def shifted(self, node: Term) -> Term | None:
        """A quotient or logarithm of sums of exponentials, all moved by the largest exponent."""
        if isinstance(node, Div) and any(e != ZERO for e in self.exponents(node.num)):
            below = node.den
        elif isinstance(node, Fun) and node.name == "log":
            below = node.args[0]
        else:
            return None
        exponents = tuple(dict.fromkeys(self.exponents(below)))
        if not any(not is_safe(e) for e in exponents if e != ZERO) or not _is_sum(self.seen(below)):
            return None
        if isinstance(node, Div):
            made: Term = div(self.moved(node.num), self.moved(below))
        else:
            largest = exponents[0] if len(exponents) == 1 else Fun("max", exponents)
            made = Fun("raised", (largest, Fun("log", (self.moved(below),))))
        self.used["shift_quotient" if isinstance(node, Div) else "shift_log"] = None
        result = substitute(made, quantities={_LARGEST.name: Lambda((), _peak(exponents))})
        assert isinstance(result, Term)
        return result

    def seen(self, term: Term) -> Term:
        """A quantity that is defined as something with exponentials: as that."""
        if isinstance(term, Ref) and term.name in self.context.definitions:
            body = self.seen(self.context.unfold(term))
            return body if any(e != ZERO for e in self.exponents(body)) else term
        return term

    def exponents(self, term: Term) -> tuple[Term, ...]:
        """Of what e^… the term is a sum; 0 for a summand that is not a multiple of an exponential."""
        term = self.seen(term)
        if isinstance(term, Fun) and term.name == "exp":
            return (ZERO,) if is_small(term.args[0]) and not is_safe(term.args[0]) else term.args
        if isinstance(term, Neg):
            return self.exponents(term.arg)
        if isinstance(term, Add):
            return tuple(e for a in term.args for e in self.exponents(a))
        if isinstance(term, Mul):
            return next((es for es in map(self.exponents, term.args) if es != (ZERO,)), (ZERO,))
        if isinstance(term, Div):
            return self.exponents(term.num)
        if isinstance(term, Reduce) and term.op == "sum":
            inner = self.exponents(term.body)
            return tuple(e if e == ZERO else Reduce("max", term.index, e, term.cond) for e in inner)
        return (ZERO,)

    def moved(self, term: Term) -> Term:
        """term·e^−c, the factor inside."""
        term = self.seen(term)
        if self.exponents(term) != (ZERO,) and isinstance(term, Fun):
            return Fun("exp", (Fun("below", (*term.args, _LARGEST)),))
        if isinstance(term, Neg):
            return neg(self.moved(term.arg))
        if isinstance(term, Add):
            return add(*map(self.moved, term.args))
        if isinstance(term, Mul):
            at = next((n for n, a in enumerate(term.args) if self.exponents(a) != (ZERO,)), None)
            if at is not None:
                return mul(*(self.moved(a) if n == at else a for n, a in enumerate(term.args)))
        if isinstance(term, Div) and self.exponents(term.num) != (ZERO,):
            return div(self.moved(term.num), term.den)
        if isinstance(term, Reduce) and term.op == "sum" and self.exponents(term) != (ZERO,):
            return Reduce("sum", term.index, self.moved(term.body), term.cond)
        return mul(*(t for t in (term, Fun("exp", (Fun("below", (ZERO, _LARGEST)),))) if t != ONE))

    def cured_in_part(self, node: Term) -> Term | None:
        """The same where the left side of an entry is a part of a product or quotient: p·q/d is p·(q/d)."""
        above: list[Term] = []
        below: list[Term] = []
        negative = False
        for factor in _factors(node):
            while isinstance(factor, Neg):
                factor, negative = factor.arg, not negative
            above += _factors(factor.num) if isinstance(factor, Div) else [factor]
            below += _factors(factor.den) if isinstance(factor, Div) else []
        if num(-1) in above:
            above[above.index(num(-1))], negative = ONE, not negative
        for whole in (Div, mul):
            for n, f in enumerate([*above, ONE]):
                for left, d, right in _choices(below if whole is Div else above):
                    part = whole(f, d)
                    if d is f or part == node or ONE == f == d:
                        continue
                    made = self.cured(part)
                    if made is not None:
                        rest = [t for m, t in enumerate(above) if m != n and t != ONE and (whole is Div or t is not d)]
                        others = [*left, *right] if whole is Div else below
                        product = div(mul(*rest, made), mul(*others)) if others else mul(*rest, made)
                        return neg(product) if negative else product
        return None

    def applied(self, stability: Stability, found: Found) -> Term:
        """The right side, with the choice made for what the left side lacks."""
        right: Node = stability.rule.right
        for name, choice in stability.choice.items():
            asked = instance(choice, found)
            chosen = self.without_sure(asked)
            found = replace(found, quantities={**found.quantities, name: Lambda((), chosen)})
            right = rewrite_nodes(right, partial(_below, largest=Ref(name), by=_MOVED.get(stability.use, "below")))
            if _asks_for_weights(choice) and chosen == asked:
                right = rewrite_nodes(right, _times_exp)
        assert isinstance(right, Term)
        return instance(_raised(right), found)

    def without_sure(self, choice: Term) -> Term:
        """A reduction that does not ask whether a weight is 0 where its sign says so."""
        if not isinstance(choice, Reduce) or choice.cond is None:
            return choice
        asked = choice.cond.args if isinstance(choice.cond, And) else (choice.cond,)
        return Reduce(choice.op, choice.index, choice.body, conjunction(*(c for c in asked if not self.is_sure(c))))

    def is_sure(self, condition: Formula) -> bool:
        """Whether it says that something is not 0 whose sign is known."""
        weight = condition.left if isinstance(condition, Cmp) and condition.op == "!=" else None
        return isinstance(weight, Term) and 0 not in _signs(weight, self.facts)

    def holds(self, stability: Stability, found: Found) -> bool:
        """Whether the side conditions, which are about signs, follow from the types."""
        return all(
            isinstance(c, Cmp) and c.op in _SIGNS and self.signs_of(c, found) <= _SIGNS[c.op]
            for condition in stability.rule.conditions
            for c in (getattr(condition, "args", None) or (condition,))
        )

    def signs_of(self, condition: Cmp, found: Found) -> frozenset[int]:
        """The possible signs of the right side less the left one."""
        difference = sub(condition.right, condition.left)  # type: ignore[arg-type]
        moved = {i: found.indices.get(i, Index(i.name, found.dims.get(i.dim, i.dim))) for i in free(difference)}
        term = substitute(difference, moved, found.quantities, found.dims)
        assert isinstance(term, Term)
        return _signs(term, self.facts)

    def cures_a_log(self, made: Term, found: Found) -> bool:
        """Whether an entry cures one of the logarithms into which another was split."""
        logs = [t for t in subterms(made) if isinstance(t, Fun) and t.name == "log"]
        return not logs or any((self.cured(log) or self.shifted(log)) is not None for log in logs)

    def cures_the_whole(self, made: Term, found: Found) -> bool:
        """Whether an entry cures what an exponential became, or what that is by definition."""
        forms = (made, *(form for form, _ in self.matcher.otherwise(made, 1)))
        return any((self.cured(form) or self.shifted(form)) is not None for form in forms)

    def cures_a_complement(self, made: Term, found: Found) -> bool:
        """Whether an entry cures what u lacks to 1; the weight is no number, as in 1 − u itself."""
        lack = instance(sub(ONE, Ref("u")), found)
        return (
            not isinstance(found.quantities["t"].body, Num)
            and isinstance(lack, Add)
            and self.cured(lack, ("complement",)) is not None
        )

    def is_multiple_of_no_integer(self, made: Term, found: Found) -> bool:
        """Whether this is e^(q·v) for a number q that is no integer."""
        exponent = made.args[0] if isinstance(made, Fun) else made
        factors = exponent.args if isinstance(exponent, Mul) else ()
        return any(isinstance(f, Num) and f.value.denominator != 1 for f in factors)

    def is_log(self, term: Term) -> bool:
        """Whether a factor is the logarithm of something that may be 0."""
        while isinstance(term, Ref) and term.name in self.context.definitions:
            term = self.context.unfold(term)
        if isinstance(term, Neg):
            return self.is_log(term.arg)
        return isinstance(term, Fun) and term.name == "log" and not isinstance(term.args[0], Num | Size)

    def weighted_logs(self, body: Term) -> Iterator[Node]:
        """Each pair of x and y for which x·log y occurs, or x·log(y/z)."""
        for node in subterms(body):
            if isinstance(node, Mul):
                for n, factor in enumerate(node.args):
                    rest = mul(*(t for m, t in enumerate(node.args) if m != n))
                    for summand in factor.args if isinstance(factor, Add) else (factor,):
                        if self.is_log(summand):
                            log = summand
                            while isinstance(log, Ref | Neg):
                                log = log.arg if isinstance(log, Neg) else self.context.unfold(log)
                            (inside,) = log.args  # type: ignore[attr-defined]
                            parts = (inside.num, inside.den) if isinstance(inside, Div) else ()
                            yield from (_numbered(Div(rest, part)) for part in (inside, *parts))

    def is_slope_of_log(self, node: Div) -> bool:
        """Whether this is x/y, or a multiple of it, where x·log y occurs."""
        factors = node.num.args if isinstance(node.num, Mul) else (node.num,)
        parts = {node.num, *factors, *(mul(*factors[:n], *factors[n + 1 :]) for n in range(len(factors)))}
        return bool(self._logs) and any(_numbered(Div(part, node.den)) in self._logs for part in parts)

    def hint(self, node: Node, stable: Node) -> None:
        """The logarithm of y is called that, however it is computed."""
        if isinstance(node, Fun) and isinstance(node.args[0], Ref):
            selected = rewrite_nodes(stable, _select)
            self.hints.setdefault(_numbered(selected, node), f"{node.name}_{node.args[0].name}")


GAINS: Mapping[str, Callable[[Stabiliser, Term, Found], bool]] = {
    "split": Stabiliser.cures_a_log,
    "merge": Stabiliser.cures_the_whole,
    "real": Stabiliser.is_multiple_of_no_integer,
    "complement": Stabiliser.cures_a_complement,
}
"""When an entry is worth using, if that depends on what follows."""


_SIGNS: Mapping[str, frozenset[int]] = {"<": POSITIVE, "<=": NOT_NEGATIVE}
"""By comparison: the signs of its right side less its left one."""
_MOVED: Mapping[str, str] = {"centre": "less"}
"""By use: what a difference from the chosen term becomes, if that is not the largest exponent."""


def _facts(theory: Theory) -> dict[str, list[Formula]]:
    """What is known of the signs of each quantity: by its type, by an assumption, or by its definition."""
    facts: dict[str, list[Formula]] = {name: [] for name in theory.quantities}
    for assumption in theory.assumptions:
        for name in names(assumption.formula):
            facts[name].append(_closed(assumption.formula))
    for quantity in theory.inputs:
        axes = tuple(Index(f"i{n}", dim) for n, dim in enumerate(quantity.dims))
        ref = Ref(quantity.name, axes)
        facts[quantity.name] += map(_closed, type_formulas(quantity.type, axes, ref))
        if quantity.type in ("Binary", "OneHot", "Simplex"):
            facts[quantity.name] += map(_closed, type_formulas("Unit", axes, ref))
    for definition in theory.definitions:  # each from those before it, so that no chain of them is too long
        possible = _signs(definition.body, facts)
        for sign, op in ((POSITIVE, "<"), (NOT_NEGATIVE, "<=")):
            if possible <= sign:
                facts[definition.name].append(_closed(Cmp(op, ZERO, Ref(definition.name, definition.indices))))
    return facts


def _closed(formula: Formula) -> Formula:
    """For all values of its free indices."""
    for index in sorted(free(formula), key=key):
        formula = ForAll(index, formula)
    return formula


def _meant(node: Node) -> Node | None:
    """A primitive as the formula that it stands for."""
    if not isinstance(node, Fun) or node.name not in _FORMULAS:
        return None
    return substitute(
        _FORMULAS[node.name], quantities={n: Lambda((), a) for n, a in zip("uv", node.args, strict=False)}
    )


def _signs(term: Term, facts: Mapping[str, Sequence[Formula]]) -> frozenset[int]:
    term = rewrite_nodes(term, _meant)  # type: ignore[assignment]
    about = [fact for name in sorted(names(term)) for fact in facts.get(name, ())]
    about += [Cmp("<=", node, ONE) for node in subterms(term) if isinstance(node, Delta)]
    return signs(Context(), term, tuple(dict.fromkeys(about))).possible


def _became_exp(before: Node, after: Node) -> bool:
    """Whether a factor turned out to be an exponential, which may cancel with the others."""
    return isinstance(after, Fun) and after.name == "exp" and not isinstance(before, Fun | Ref)


def _weighted(weight: Term, term: Term) -> Term:
    if isinstance(term, Neg):
        return neg(_weighted(weight, term.arg))
    return weight if term == ONE else mul(weight, term)


def _log_over(log: Term, weights: Sequence[Node]) -> Term:
    """The logarithm of u/v, weighed by u: with 0/0 = 0 inside, it is infinite there, and its weight counts."""
    if isinstance(log, Neg):
        return neg(_log_over(log.arg, weights))
    if isinstance(log, Fun) and log.name == "log" and isinstance(log.args[0], Div) and log.args[0].num in weights:
        return Fun("log", (Fun("over", (log.args[0].num, log.args[0].den)),))
    return log


def _is_sum(term: Term) -> bool:
    return isinstance(term, Add) or (isinstance(term, Reduce) and term.op == "sum")


def _where_defined(stability: Stability) -> bool:
    """Whether the condition only says that the logarithm on the left is one of a positive number."""
    left = stability.rule.left
    if not isinstance(left, Fun) or left.name != "log":
        return False
    inside = left.args[0].den if isinstance(left.args[0], Div) else left.args[0]
    return all(isinstance(c, Cmp) and alpha_equal(c.right, inside) for c in stability.rule.conditions)


def _factors(term: Term) -> list[Term]:
    return list(term.args) if isinstance(term, Mul) else [term]


def _choices(factors: Sequence[Term]) -> Iterator[tuple[Sequence[Term], Term, Sequence[Term]]]:
    """Each factor, with those before and after it; of a square also its base."""
    for n, factor in enumerate(factors):
        yield factors[:n], factor, factors[n + 1 :]
    for n, factor in enumerate(factors):
        if isinstance(factor, Pow) and factor.exp == num(2):
            yield [*factors[:n], factor.base], factor.base, factors[n + 1 :]


def _peak(exponents: Sequence[Term]) -> Term:
    """The largest of several exponents; where two are +inf it is nan, as is what is divided by both."""
    unlike = [e for e in exponents if e != ZERO]
    top = reduce(lambda u, v: Fun("peak", (u, v)), unlike)
    return Fun("max", (top, ZERO)) if ZERO in exponents else top


def _asks_for_weights(choice: Term) -> bool:
    """Whether it leaves out what has no weight, so that an exponent there may be larger than the largest."""
    asked = choice.cond.args if isinstance(choice, Reduce) and isinstance(choice.cond, And) else ()
    return any(isinstance(c, Cmp) and c.op == "!=" for c in asked)


def _times_exp(node: Node) -> Node | None:
    """w·e^u as the primitive that is 0 for w = 0."""
    if not isinstance(node, Mul) or not isinstance(node.args[-1], Fun) or node.args[-1].name != "exp":
        return None
    return Fun("times_exp", (mul(*node.args[:-1]), *node.args[-1].args))


def _raised(right: Term) -> Term:
    """The largest exponent + the logarithm of the sum of what is left, as the primitive that is right where it is infinite."""
    if (
        isinstance(right, Add)
        and len(right.args) == 2
        and isinstance(right.args[1], Fun)
        and right.args[1].name == "log"
    ):
        largest, log = right.args
        if isinstance(largest, Ref) or (
            isinstance(largest, Fun) and largest.name == "max" and ZERO not in largest.args
        ):
            return Fun("raised", (largest, log))
    return right


def _below(node: Node, largest: Ref, by: str) -> Node | None:
    """u − c + … as the primitive that knows what c is."""
    if not (isinstance(node, Add) and neg(largest) in node.args):
        return None
    first, *rest = (a for a in node.args if a != neg(largest))
    return add(Fun(by, (first, largest)), *rest)


def _numbered(node: Node, order: Node | None = None) -> Node:
    """Canonical, the free indices numbered as they appear (in `order`)."""
    seen = dict.fromkeys(n for n in subterms(order or node) if isinstance(n, Index) and n in free(node))
    return canonical(substitute(node, {i: Index(f"${n}", i.dim) for n, i in enumerate(seen)}))


def _select(node: Node) -> Node | None:
    """Primitives for what they mean: log(1 + u), exp(u) − 1, 1 − erf(u), e^(u − c), log of a sum with largest term 1."""
    if isinstance(node, Fun) and node.name == "less":
        return add(node.args[0], neg(node.args[1]))
    if isinstance(node, Fun) and node.name == "exp" and isinstance(node.args[0], Fun) and node.args[0].name == "below":
        return Fun("exp_below", node.args[0].args)
    if isinstance(node, Fun) and node.name == "log":
        (inside,) = node.args
        if isinstance(inside, Add) and ONE in inside.args:
            rest = list(inside.args)
            rest.remove(ONE)
            return Fun("log1p", (add(*rest),))
        excess = _excess(inside.args if isinstance(inside, Add) else (inside,))
        return None if excess is None else Fun("log1p", (excess,))
    if isinstance(node, Add):
        lacking = next(
            (a for a in node.args if isinstance(a, Neg) and isinstance(a.arg, Fun) and a.arg.name == "erf"), None
        )
        if lacking is not None and ONE in node.args:
            rest = list(node.args)
            rest.remove(ONE)
            rest.remove(lacking)
            return add(Fun("erfc", lacking.arg.args), *rest)  # type: ignore[attr-defined]
        for one, sign in ((num(-1), False), (ONE, True)):
            parts = [a.arg for a in node.args if isinstance(a, Neg)] if sign else node.args
            exps = [e for e in parts if isinstance(e, Fun) and e.name == "exp"]
            if one in node.args and exps:
                rest = list(node.args)
                rest.remove(one)
                rest.remove(neg(exps[0]) if sign else exps[0])
                made = Fun("expm1", exps[0].args)
                return add(neg(made) if sign else made, *rest)
    return None


def _excess(parts: Sequence[Term]) -> Term | None:
    """The sum of these less 1, where all are exponentials of what lies below the largest of all exponents: one of them is 1.

    A reduction's `excess` is what the sum is beyond its largest term, as a multiple of that, which is 1 here.
    """
    first, *rest = sorted(parts, key=lambda p: isinstance(p, Reduce))
    if isinstance(first, Reduce) and not rest and first.op == "sum" and _is_at_most_one(first.body):
        return Reduce("excess", first.index, first.body, first.cond)
    if not _is_at_most_one(first):
        return None
    if not rest:
        return add(first, num(-1))
    others = _excess(rest)
    return None if others is None else If(Cmp("==", first, ONE), add(*rest), add(first, others))


def _is_at_most_one(term: Term) -> bool:
    return isinstance(term, Fun) and term.name == "exp_below"
