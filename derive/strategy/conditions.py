"""How is a hypothesis said plainly?  As what it says of the quantities, not of what was made of them on the way.

Comes in: a theorem.  Goes out: the same theorem from hypotheses that say the same in fewer words: 6 ≠ max(0, x) is x ≠ 6,
x/6 + 1/2 ≠ 0 is x ≠ −3, and x ≤ λ ⇒ x ≠ −λ is x ≠ −λ where 0 ≤ λ.  None says more than the one it replaces: that is proved, too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from derive import kernel
from derive.context import KernelError, negation, parts
from derive.expr import Cmp, ForAll, Formula, Implies, Index, Num, Term, alpha_equal, canonical
from derive.kernel import Theorem
from derive.strategy.branches import carried, excess, orders, pair_in, put_for, solved
from derive.strategy.bridge import Prover
from derive.strategy.present import Presenter, cost

__all__ = ["plainly"]


@dataclass(frozen=True, slots=True)
class _Said:
    """A comparison, for all values of `bound` that satisfy `guards`."""

    core: Cmp
    guards: tuple[Formula, ...]
    bound: tuple[Index, ...]

    def formula(self) -> Formula:
        whole: Formula = self.core
        for guard in reversed(self.guards):
            whole = Implies(guard, whole)
        for index in reversed(self.bound):
            whole = ForAll(index, whole)
        return whole


def plainly(prover: Prover, writer: Presenter, theorem: Theorem, keep: tuple[Formula, ...]) -> Theorem:
    """The theorem with its hypotheses said plainly; those in `keep` stay as they are."""
    kept = {canonical(k) for k in keep}
    for hypothesis in theorem.hypotheses:
        said = _said(hypothesis)
        if canonical(hypothesis) in kept or said is None:
            continue
        proof = _plain(prover, writer, said)
        if proof is not None:
            try:
                theorem = kernel.discharge(prover.context, theorem, hypothesis, proof)
            except KernelError:  # an index of the proof is bound in the hypothesis: it stays
                continue
    return theorem


def _said(hypothesis: Formula) -> _Said | None:
    """The comparison that something is not equal to something else, quantifiers outside, conditions inside."""
    core, bound, guards = hypothesis, list[Index](), list[Formula]()
    while isinstance(core, ForAll | Implies):
        if isinstance(core, ForAll):
            if guards:
                return None
            bound.append(core.index)
        else:
            guards.extend(parts(core.cond))
        core = core.body
    apart = isinstance(core, Cmp) and core.op == "!=" and isinstance(core.left, Term)
    return _Said(core, tuple(guards), tuple(bound)) if apart else None  # type: ignore[arg-type]


def _plain(prover: Prover, writer: Presenter, said: _Said) -> Theorem | None:
    """The comparison from hypotheses that are shorter and together no stronger; None where it is short already."""
    made = _from_plain(prover, writer, said)
    if made is None:
        return None
    proof, needed = made
    before = cost(said.core) + sum(map(cost, said.guards))
    after = sum(cost(n.core) for n in needed)
    same = len(needed) == 1 and needed[0].formula() == said.formula()
    return None if same or after > before or any(n.guards for n in needed) else proof


def _from_plain(prover: Prover, writer: Presenter, said: _Said) -> tuple[Theorem, tuple[_Said, ...]] | None:
    """The comparison, and the plain hypotheses that it is proved from."""
    context, core = prover.context, said.core
    pair = next((n for side in core.children() if isinstance(side, Term) and (n := pair_in(side))), None)
    if pair is not None:
        proofs, needed = list[Theorem](), list[_Said]()
        for case, chosen in orders(pair):
            there = put_for(core, pair, chosen)
            assert isinstance(there, Cmp)
            facts = (*said.guards, case)
            if (decided := prover.compare_alone(there, facts)) is None:
                below = _from_plain(prover, writer, _Said(there, facts, said.bound))
                if below is None:
                    return None
                decided = below[0]
                needed.extend(n for n in below[1] if n not in needed)
            if not alpha_equal(decided.left, there.left):
                decided = kernel.symmetry(context, decided)
            proofs.append(carried(context, core, pair, case, decided))
        return kernel.cases(context, orders(pair)[0][0], *proofs), tuple(needed)
    plain = _solved(prover, writer, core)
    guards = said.guards
    for guard in guards:
        others = tuple(g for g in guards if g is not guard)
        if prover.compare_alone(plain, (*others, negation(guard))) is not None:
            guards = others
    least = _Said(plain, guards, said.bound)
    given = kernel.assume(context, least.formula(), said.bound)
    turned = canonical(plain) == canonical(core) and plain != core
    back = kernel.symmetry(context, kernel.assume(context, plain)) if turned else prover.compare_alone(core, (plain,))
    if back is None:
        return None
    return kernel.discharge(context, back, plain, given), (least,)


def _solved(prover: Prover, writer: Presenter, core: Cmp) -> Cmp:
    """u ≠ v as x ≠ t, if both can be proved of each other."""
    over = excess(prover.context, core, prover.assumptions)
    plain = solved(prover.context, over, prover.assumptions, Counter(), writer)
    plain = Cmp("!=", plain.left, plain.right)
    if canonical(plain) == canonical(core):  # the author's order, but a number comes last
        return plain if isinstance(core.left, Num) else core
    shorter = cost(plain) <= cost(core) and all(
        prover.compare_alone(a, (b,)) is not None for a, b in ((core, plain), (plain, core))
    )
    return plain if shorter else core
