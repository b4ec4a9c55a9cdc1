"""Which case is it?  What holds branches, as one branch for each case, told apart by comparisons of one quantity.

Comes in: a term with branches.  Goes out: the theorem that it equals its cases.  (0 if max(0, x) ≥ 6 else 0 if x ≤ 0 else 1) is
(1 if 0 < x < 6 else 0): a comparison with the larger of two is one with each of them, one of x/6 + 1/2 with 0 is one of x with
−3, what is decided by those before it goes, and cases with the same value are one.  The kernel sees `t = (t if c else t)`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd, lcm
from typing import TypeVar

from derive import kernel, rational
from derive.context import Context, KernelError, negation, parts
from derive.conversion import apply, at, chained, using
from derive.expr import (
    ZERO,
    And,
    Cmp,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Node,
    Reduce,
    Ref,
    Term,
    alpha_equal,
    canonical,
    sub,
    subterms,
)  # fmt: skip
from derive.kernel import Theorem
from derive.rules import rules
from derive.signs import signs
from derive.strategy.bridge import Prover
from derive.strategy.fractions import Monomial, Polynomial, monomial_term, polynomial_term, quotient
from derive.strategy.linear import without_positive
from derive.strategy.present import Presenter, cost

__all__ = ["Branches", "Excess", "carried", "excess", "orders", "pair_in", "put_for", "solved"]

MOST = 4
"""Comparisons that are told apart at most: of n there may be n! orders."""

VANISHING = 0.8
"""What (ȳ/6 if c else 0) may be dearer than ȳ·(1/6 if c else 0), where one case is left."""

_N = TypeVar("_N", bound=Node)
Known = tuple[Cmp, ...]


@dataclass(eq=False)
class Branches:
    """Cases in one theory; `facts` hold everywhere."""

    prover: Prover
    presenter: Presenter
    facts: tuple[Formula, ...] = ()
    made: dict[tuple[Term, frozenset[Node]], Theorem] = field(default_factory=dict)
    proofs: dict[tuple[Node, frozenset[Node]], Theorem | None] = field(default_factory=dict)

    @property
    def context(self) -> Context:
        return self.prover.context

    # ---------------------------------------------------------------------------------------------- a whole line

    def __call__(self, term: Term) -> Theorem | None:
        """The term with its branches by cases wherever that is not dearer to read; None if nothing changes."""
        if not any(isinstance(n, If) for n in subterms(term)):
            return None
        inner = self.below(term)
        here = term if inner is None else inner.right
        if isinstance(here, If) or not rational.is_arithmetic(here):
            return inner
        whole = self.spread(here) if any(isinstance(a, If) for a in rational.atoms_of(here)) else None
        if whole is None or self.price(whole.right) >= self.price(here) + (
            VANISHING if _cases(whole.right) == 1 else 0
        ):
            return inner
        return chained(self.context, inner, whole)

    def price(self, term: Term) -> float:
        return cost(self.presenter.factored(term))

    def below(self, term: Term) -> Theorem | None:
        """Every branching atom for itself, and what is under sums and functions."""
        if isinstance(term, If):
            found = self.spread(term)
            return found if found is not None and cost(found.right) <= cost(term) else None
        if not rational.is_arithmetic(term):
            return self.children(term, self)
        return self.children(term, self.below)

    def children(self, term: Term, conv: Callable[[Term], Theorem | None]) -> Theorem | None:
        premises = tuple(conv(c) if isinstance(c, Term) else None for c in term.children())
        return kernel.congruence(self.context, term, premises) if any(premises) else None

    # -------------------------------------------------------------------------------------------------- the cases

    def spread(self, term: Term) -> Theorem | None:
        """term = its cases; None where they cannot be told apart, or are too many."""
        literals = self.literals(term)
        if literals is None or not 0 < len(literals) <= MOST:
            return None
        found = self.split(term, (), literals)
        if found is None:
            return None
        found = chained(self.context, found, self.as_asked(found.right, term)) or found
        return None if alpha_equal(found.right, term) else found

    def as_asked(self, term: Term, before: Term) -> Theorem | None:
        """Two cases in the order that they stood in, if neither of them is 0."""
        if not isinstance(term, If) or ZERO in (term.then, term.other) or isinstance(term.other, If):
            return None
        flipped = self.turned(term)
        asked = {canonical(n.cond) for n in _region(before) if isinstance(n, If)}
        same = flipped is not None and isinstance(flipped.right, If) and canonical(flipped.right.cond) in asked
        return flipped if same else None

    def split(self, term: Term, known: Known, literals: tuple[Cmp, ...]) -> Theorem | None:
        """term = its cases, where `known` holds."""
        memo = (term, frozenset(map(canonical, known)))
        if memo in self.made:
            return self.made[memo]
        start = self.decided(term, known)
        here = term if start is None else start.right
        if not any(isinstance(n, If) for n in _region(here)):
            best = self.leaf(here)
        else:
            best = None
            for literal in literals:
                rest = tuple(c for c in literals if c is not literal)
                sides = [self.split(here, (*known, c), rest) for c in _both(literal)]
                if None in sides:
                    continue
                joined = self.joined(here, literal, sides[0], sides[1], known)  # type: ignore[arg-type]
                if best is None or _price(joined) < _price(best):
                    best = joined
            if best is None:
                return None
        theorem = chained(self.context, start, best) or kernel.reflexivity(self.context, term)
        self.made[memo] = theorem
        return theorem

    def leaf(self, term: Term) -> Theorem | None:
        """A case, written well."""
        aim = self.presenter.smallest(term)
        return None if alpha_equal(aim, term) else self.prover.equal(term, aim)

    def joined(self, term: Term, literal: Cmp, yes: Theorem, no: Theorem, known: Known) -> Theorem:
        """term = (yes if literal else no), cases with the same value as one."""
        context = self.context
        doubled = kernel.symmetry(context, apply(context, rules()["if_same"], {"u": term, "P": literal}))
        both = kernel.congruence(context, doubled.right, (None, yes, no))
        for hypothesis in both.hypotheses:
            both = self.without_guard(both, hypothesis, known)
        theorem = chained(context, doubled, both)
        assert theorem is not None
        return chained(context, theorem, self.shaped(theorem.right)) or theorem

    def without_guard(self, theorem: Theorem, hypothesis: Formula, known: Known) -> Theorem:
        """What holds everywhere holds in a case: it need not be said of the case."""
        core = hypothesis
        while isinstance(core, Implies):
            core = core.body
        if core is hypothesis:
            return theorem
        for fact in (*known, *self.facts, *self.prover.assumptions):
            if canonical(fact) == canonical(core):
                at, inner = [], fact
                while isinstance(inner, ForAll | Implies):
                    at += [inner.index] if isinstance(inner, ForAll) else []
                    inner = inner.body
                try:
                    given = kernel.assume(self.context, fact, tuple(at))
                    return kernel.discharge(self.context, theorem, hypothesis, given)
                except KernelError:
                    return theorem
        return theorem

    def shaped(self, term: Term) -> Theorem | None:
        """Equal branches are one; (a if p else (b if q else a)) is (b if ¬p and q else a), and the like; 0 comes last."""
        context = self.context
        if not isinstance(term, If):
            return None
        if alpha_equal(term.then, term.other):
            return apply(context, rules()["if_same"], {"u": term.then, "P": term.cond})
        if isinstance(term.other, If) and isinstance(term.cond, Cmp):
            inner = term.other
            turned = self.turned(inner) if alpha_equal(inner.then, term.then) else None
            second = inner if turned is None else turned.right
            if isinstance(second, If) and alpha_equal(second.other, term.then):
                opened = None if turned is None else kernel.congruence(context, term, (None, None, turned))
                flipped = self.turned(term if opened is None else opened.right)
                if flipped is not None:
                    return chained(context, opened, flipped, self.together(flipped.right))
        if isinstance(term.then, If):
            turned = self.turned(term.then) if alpha_equal(term.then.then, term.other) else None
            second = term.then if turned is None else turned.right
            if isinstance(second, If) and alpha_equal(second.other, term.other):
                opened = None if turned is None else kernel.congruence(context, term, (None, turned, None))
                return chained(context, opened, self.together(term if opened is None else opened.right))
            if isinstance(term.cond, Cmp) and not isinstance(term.other, If):
                return self.turned(term)
        if term.then == ZERO and not isinstance(term.other, If):
            return self.turned(term)
        return None

    def together(self, term: Term) -> Theorem | None:
        """((u if q else v) if p else v) as (u if p and q else v)."""
        if not isinstance(term, If) or not isinstance(term.then, If):
            return None
        given = {"u": term.then.then, "v": term.other, "P": term.cond, "Q": term.then.cond}
        return kernel.symmetry(self.context, apply(self.context, rules()["if_and"], given))

    def turned(self, term: Term) -> Theorem | None:
        """The branches change places."""
        if not isinstance(term, If) or not isinstance(term.cond, Cmp) or not isinstance(term.cond.left, Term):
            return None
        forwards = {"<": "if_less", "!=": "if_unequal"}.get(term.cond.op)
        backwards = {"<=": "if_less", "==": "if_unequal"}.get(term.cond.op, "")
        return (
            using(rules()[forwards])(self.context, term)
            if forwards
            else using(rules()[backwards], True)(self.context, term)
        )

    # --------------------------------------------------------------------------------------------- what is decided

    def decided(self, term: Term, known: Known) -> Theorem | None:
        """The term with every branch, size and larger of two that `known` decides as what it is."""
        if isinstance(term, If):
            return self.chosen(term, known)
        if isinstance(term, Reduce):
            return None
        if isinstance(term, Ref):
            return self.plainer(term, known)
        inner = self.children(term, lambda child: self.decided(child, known))
        here = term if inner is None else inner.right
        if isinstance(here, Fun) and here.name in ("max", "min"):
            opened = apply(self.context, rules()[f"{here.name}_if"], {"u": here.args[0], "v": here.args[1]})
            picked = self.chosen(opened.right, known)
            return chained(self.context, inner, None if picked is None else chained(self.context, opened, picked))
        for name in _BRANCHING.get(here.name, ()) if isinstance(here, Fun) else ():
            theorem = using(rules()[name])(self.context, here)
            settled = None if theorem is None else self.granted(theorem, known)
            if settled is not None:
                return chained(self.context, inner, settled)
        return inner

    def plainer(self, term: Ref, known: Known) -> Theorem | None:
        """A quantity that is defined by branches as the one that is taken, if that is as short."""
        if term.name not in self.context.definitions:
            return None
        opened = kernel.unfold(self.context, term)
        picked = self.decided(opened.right, known) if any(map(_branches, _region(opened.right))) else None
        if picked is None or cost(picked.right) > cost(term) or any(map(_branches, _region(picked.right))):
            return None
        return chained(self.context, opened, picked)

    def granted(self, theorem: Theorem, known: Known) -> Theorem | None:
        """A rule whose conditions are known."""
        for hypothesis in theorem.hypotheses:
            proof = self.proof(hypothesis, known)
            if proof is None:
                return None
            theorem = kernel.discharge(self.context, theorem, hypothesis, proof)
        return theorem

    def chosen(self, term: Term, known: Known) -> Theorem | None:
        """The branch that is taken where `known` holds."""
        context = self.context
        if not isinstance(term, If):
            return None
        if isinstance(term.cond, And):
            first, *rest = term.cond.args
            second = rest[0] if len(rest) == 1 else And(tuple(rest))
            apart = apply(context, rules()["if_and"], {"u": term.then, "v": term.other, "P": first, "Q": second})
            picked = self.chosen(apart.right, known)
            if picked is None:
                inner = self.chosen(apart.right.then, known)  # type: ignore[attr-defined]
                picked = None if inner is None else kernel.congruence(context, apart.right, (None, inner, None))
            return None if picked is None else chained(context, apart, picked)
        if not isinstance(term.cond, Cmp) or not isinstance(term.cond.left, Term):
            return None
        turned: Theorem | None = None
        here: Term = term
        proof = self.proof(term.cond, known)
        if proof is None:
            turned = self.turned(term)
            here = term if turned is None else turned.right
            assert isinstance(here, If)
            proof = None if turned is None else self.proof(here.cond, known)
        if proof is None or not isinstance(here, If):
            return None
        picked = apply(context, rules()["if_true"], {"u": here.then, "v": here.other, "P": here.cond})
        picked = kernel.discharge(context, picked, here.cond, proof)
        return chained(context, turned, picked, self.decided(picked.right, known))

    def proof(self, condition: Formula, known: Known) -> Theorem | None:
        """A comparison from what is known and assumed, nothing else."""
        memo = (canonical(condition), frozenset(map(canonical, known)))
        if memo not in self.proofs:
            self.proofs[memo] = self._proof(condition, known) if isinstance(condition, Cmp) else None
        return self.proofs[memo]

    def _proof(self, condition: Cmp, known: Known) -> Theorem | None:
        pair = next((n for side in condition.children() if isinstance(side, Term) and (n := pair_in(side))), None)
        for order, chosen in orders(pair) if pair is not None else ():
            ordered = self.proof(order, known)
            proof = None if ordered is None else self.proof(put_for(condition, pair, chosen), known)  # type: ignore[arg-type]
            if ordered is not None and proof is not None:
                whole = carried(self.context, condition, pair, order, proof)  # type: ignore[arg-type]
                return kernel.discharge(self.context, whole, order, ordered)
        return self.prover.compare_alone(condition, (*known, *self.facts))

    # ------------------------------------------------------------------------------------------------- comparisons

    def literals(self, term: Term) -> tuple[Cmp, ...] | None:
        """What the branches turn on, each solved for what it is about, in order; None where something is no comparison."""
        found: dict[Node, Excess] = {}
        for node in _region(term):
            for condition in parts(node.cond) if isinstance(node, If) else ():
                if not isinstance(condition, Cmp):
                    return None
                if not isinstance(condition.left, Term) or not isinstance(condition.right, Term):
                    continue  # on indices: a case of its own kind
                if condition.op not in ("<", "<="):
                    return None
                for plain in self.resolved(condition.op, condition.left, condition.right):
                    if self.proof(plain, ()) is None and self.proof(negation(plain), ()) is None:
                        found.setdefault(canonical(plain), excess(self.context, plain, self.prover.assumptions))
        often = Counter(m for over in found.values() for m in over.top if m)
        literals = [
            solved(self.context, over, self.prover.assumptions, often, self.presenter) for over in found.values()
        ]
        return tuple(self.ordered(list({canonical(c): c for c in literals}.values())))

    def ordered(self, literals: list[Cmp]) -> Iterator[Cmp]:
        """Comparisons of one quantity in the order of what it is compared with, as far as that is known."""
        while literals:
            first = next(
                (c for c in literals if not any(self.precedes(d, c) for d in literals if d is not c)), literals[0]
            )
            literals.remove(first)
            yield first

    def precedes(self, one: Cmp, other: Cmp) -> bool:
        if one.left != other.left:
            return False
        if alpha_equal(one.right, other.right):
            return one.op == "<"
        return self.proof(Cmp("<=", one.right, other.right), ()) is not None

    def resolved(self, op: str, left: Term, right: Term) -> Iterator[Cmp]:
        """Without the larger or smaller of two: what it depends on, and the comparison with each of both."""
        node = pair_in(left) or pair_in(right)
        if node is None:
            yield Cmp(op, left, right)
            return
        if node not in (left, right):
            yield from self.resolved("<=", node.args[1], node.args[0])
        for each in node.args:
            yield from self.resolved(op, put_for(left, node, each), put_for(right, node, each))


def _cases(term: Term) -> int:
    """In how many cases it is not 0."""
    return _cases(term.then) + _cases(term.other) if isinstance(term, If) else int(term != ZERO)


_BRANCHING: Mapping[str, tuple[str, ...]] = {
    "max": (),
    "min": (),
    "abs": ("abs_of_positive", "abs_of_negative"),
    "sign": ("sign_of_positive", "sign_of_negative"),
}
"""Functions that are something simpler in a case, with the rules that say so."""


def _branches(node: Node) -> bool:
    return isinstance(node, If) or (isinstance(node, Fun) and node.name in _BRANCHING)


def _both(literal: Cmp) -> tuple[Cmp, Cmp]:
    """A comparison and its opposite."""
    opposite = negation(literal)
    assert isinstance(opposite, Cmp)
    return literal, opposite


def _price(theorem: Theorem) -> tuple[float, int]:
    """The shorter form; of two that are as long that which asks for less."""
    return cost(theorem.right), len(theorem.hypotheses)


def _region(term: Node) -> Iterator[Node]:
    """The parts of a term that are not under a binder, outermost first."""
    yield term
    if not isinstance(term, Reduce):
        for child in term.children():
            if isinstance(child, Term):
                yield from _region(child)


def pair_in(term: Term) -> Fun | None:
    """The larger or smaller of two in `term`, the innermost first; none under a binder."""
    inner = term.children() if not isinstance(term, Reduce) else ()
    found = next((n for c in inner if isinstance(c, Term) and (n := pair_in(c)) is not None), None)
    return found or (term if isinstance(term, Fun) and term.name in ("max", "min") else None)


def orders(pair: Fun) -> tuple[tuple[Cmp, Term], ...]:
    """Which of both is taken, and where."""
    first, second = pair.args
    larger = Cmp("<=", second, first) if pair.name == "max" else Cmp("<=", first, second)
    return tuple(zip(_both(larger), (first, second), strict=True))


def carried(context: Context, statement: Cmp, pair: Fun, case: Cmp, proof: Theorem) -> Theorem:
    """A comparison with the larger or smaller of two from that with the one which it is in this case."""
    opened = apply(context, rules()[f"{pair.name}_if"], dict(zip("uv", pair.args, strict=True)))
    branch = opened.right
    assert isinstance(branch, If)
    turned = None if branch.cond == case else using(rules()["if_less"], backwards=True)(context, branch)
    branch = branch if turned is None else turned.right
    assert isinstance(branch, If)
    picked = apply(context, rules()["if_true"], {"u": branch.then, "v": branch.other, "P": branch.cond})
    theorem = chained(context, opened, turned, picked)
    there = at(pair, lambda _, __: theorem)
    left, right = (there(context, side) for side in statement.children() if isinstance(side, Term))
    whole = chained(context, left, proof, None if right is None else kernel.symmetry(context, right))
    assert whole is not None
    return whole


def put_for(node: _N, old: Term, new: Term) -> _N:
    """`node` with `new` in the place of `old` wherever it stands under no binder."""
    if node == old:
        return new  # type: ignore[return-value]
    if isinstance(node, Reduce) or not node.children():
        return node
    return node.rebuild(tuple(put_for(c, old, new) for c in node.children()))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Excess:
    """A comparison 0 ≤ P or 0 < P, positive factors of P taken away; `plain` is how it stood."""

    plain: Cmp
    op: str
    top: Polynomial
    atoms: Mapping[str, Term]


def excess(context: Context, literal: Cmp, facts: tuple[Formula, ...] = ()) -> Excess:
    """What a comparison of numbers is about."""
    left, right = literal.left, literal.right
    assert isinstance(left, Term) and isinstance(right, Term)
    value = quotient(sub(right, left))
    top = {} if value.bottom else without_positive(context, value.top, value.atoms, facts)[1]
    return Excess(literal, literal.op, top, value.atoms)


def solved(
    context: Context, over: Excess, facts: tuple[Formula, ...], often: Counter[Monomial], writer: Presenter
) -> Cmp:
    """The comparison as x ≤ t, or with what is added on one side and what is taken off on the other.

    x is what most comparisons are about, or what has no known sign.  Of a comparison and its opposite it is the same one.
    """
    top, op = over.top, over.op
    varying = [m for m in top if m]
    if not varying:
        return over.plain

    def rank(monomial: Monomial) -> tuple[object, ...]:
        unsure = len(signs(context, monomial_term(monomial, Fraction(1), over.atoms), facts).possible)
        return -often[monomial], -unsure, sum(abs(n) for _, n in monomial), monomial

    first = min(varying, key=rank)
    if top[first] > 0:  # the opposite, so that it stands on the smaller side
        top, op = {m: -c for m, c in top.items()}, "<" if op == "<=" else "<="
    one_side = len({c > 0 for m, c in top.items() if m}) == 1
    scale = abs(top[first]) if len(varying) == 1 or often[first] > 1 else _content(top)
    top = {m: c / scale for m, c in top.items()}
    below = {m: -c for m, c in top.items() if m == first or (m and c < 0)}
    if one_side and len(varying) > 1:  # against 0, or one of them against the others
        below = {first: -top[first]} if often[first] > 1 else {m: -c for m, c in top.items()}
    above = {m: c for m, c in top.items() if m not in below}
    sides = [polynomial_term(side, over.atoms) for side in (below, above)]
    left, right = over.plain.left, over.plain.right
    assert isinstance(left, Term) and isinstance(right, Term)
    for written in ((left, right), (right, left)):  # in the author's order, if it is that already
        if all(quotient(one).top == quotient(other).top for one, other in zip(sides, written, strict=True)):
            return Cmp(op, *written)
    return Cmp(op, *map(writer.expanded, sides))


def _content(polynomial: Polynomial) -> Fraction:
    return Fraction(
        gcd(*(c.numerator for c in polynomial.values())), lcm(*(c.denominator for c in polynomial.values()))
    )
