"""How are the lines of a derivation laid out?  From a statement down to its smallest form, one stage after the other.

Comes in: a first line.  Goes out: steps.  A stage proposes the next line; the prover proves it or the stage is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from derive import kernel
from derive.context import Context
from derive.conversion import by_arithmetic, chained, children, unfold_all, written_as
from derive.derivation import Step
from derive.expr import (
    Add,
    Cmp,
    Delta,
    Diff,
    Div,
    Formula,
    Fun,
    Mul,
    Neg,
    Node,
    Pow,
    Reduce,
    Ref,
    Term,
    add,
    alpha_equal,
    canonical,
    div,
    free,
    names,
    neg,
    subterms,
    unshadowed,
)  # fmt: skip
from derive.kernel import Theorem
from derive.printing.shifts import shifted
from derive.strategy.branches import Branches
from derive.strategy.bridge import Prover
from derive.strategy.contract import contracted, taken_apart
from derive.strategy.differentiate import differentiate, has_derivative, push, tidied, tidy, without_zeros
from derive.strategy.explain import Explanation, calculus_words, chain_words, explain, rule_words, rules_used
from derive.strategy.normal import Normal, delta_in_front, delta_of
from derive.strategy.present import UNREADABLE, Presenter, cost

__all__ = ["Lines"]


@dataclass(eq=False)
class Lines:
    """The lines so far, and what is needed to find the next one."""

    prover: Prover
    presenter: Presenter
    start: Term
    facts: tuple[Formula, ...] = ()
    steps: list[Step] = field(default_factory=list)

    @property
    def context(self) -> Context:
        return self.prover.context

    @property
    def here(self) -> Term:
        """The last line."""
        return self.steps[-1].after if self.steps else self.start

    @property
    def outside(self) -> frozenset[str]:
        """The names of quantities, and of the indices that are free on the first line: no later line binds one of them."""
        return frozenset(i.name for i in free(self.start)) | self.presenter.order.keys()

    def to(self, theorem: Theorem | None, words: Explanation | None = None) -> bool:
        """Add a line, unless nothing changes."""
        if theorem is None or alpha_equal(theorem.left, theorem.right):
            return False
        theorem = written_as(self.context, theorem, unshadowed(theorem.right, self.outside))
        if self.steps and alpha_equal(shifted(theorem.left), shifted(theorem.right)):  # what nobody sees is no line
            last = self.steps[-1]
            joined = kernel.transitivity(self.context, last.theorem, theorem)
            self.steps[-1] = replace(last, theorem=joined, rules=(*last.rules, *rules_used(theorem)))
            return True
        words = words or explain(self.context, theorem)
        self.steps.append(Step(theorem, words.rule, words.reason, words.notes, words.marks, rules_used(theorem)))
        return True

    def aim(self, target: Term, words: Explanation | None = None) -> bool:
        """Add a given line, if it can be proved equal to the last one."""
        if alpha_equal(target, self.here):
            return False
        return self.to(self.equal(self.here, target), words)

    def equal(self, left: Term, right: Term) -> Theorem | None:
        """left = right, in the names in which they are written if that will do."""
        return self.as_written(left, right) or self.prover.equal(left, right, self.facts)

    def as_written(self, left: Term, right: Term) -> Theorem | None:
        """left = right, if for that nothing has to be unfolded but what was put in or is gone."""
        before, after = (Counter(n.name for n in subterms(t) if isinstance(n, Ref)) for t in (left, right))
        moved = {n for n in before | after if after[n] > before[n] or not after[n]}
        for normal in dict.fromkeys((self.presenter.normal, self.presenter.without(moved))):
            ends = [normal(side) for side in (left, right)]
            middle = by_arithmetic(self.context, ends[0].right, ends[1].right)
            if middle is not None:
                return chained(self.context, ends[0], middle, kernel.symmetry(self.context, ends[1]))
        return None

    # ------------------------------------------------------------------------------------------------- derivatives

    def differentiated(self, lemma: Callable[[Diff], Theorem | None]) -> None:
        """Lines that evaluate the derivative on the first line."""
        start = self.here
        if isinstance(start, Diff) and isinstance(start.expr, Diff):
            self.again(lemma)
            return
        if isinstance(start, Diff) and isinstance(start.expr, Ref) and start.expr.name in self.context.definitions:
            through = self.single_path(start)
            if through is not None:
                self.through(start, through, lemma)
                return
            self.to(push(self.context, start))
        here = self.here
        if isinstance(here, Diff) and has_derivative(here.expr):
            self.put_in(lemma)
            return
        if isinstance(here, Diff) and isinstance(here.expr, Div | Mul | Fun | Pow):
            opened = self.opening(here)
            if opened is not None:
                self.to(opened, rule_words(opened))
        done = differentiate(self.context, self.here)
        if done is not None:
            self.to(done, calculus_words(done))

    def opening(self, derivative: Diff) -> Theorem | None:
        """The outermost rule, as a line of its own, if it says something."""
        opened = push(self.context, derivative)
        opened = chained(self.context, opened, tidy(self.context, opened.right)) or opened
        return opened if has_derivative(opened.right) else None

    def single_path(self, derivative: Diff) -> str | None:
        """The one defined quantity through which an expression depends on what it is differentiated by."""
        assert isinstance(derivative.expr, Ref)
        name, var = derivative.expr.name, derivative.var.name
        if name == var:
            return None
        body = self.context.definitions[name].body
        on_the_way = [
            n for n in names(body) if n == var or (n in self.context.definitions and self.context.depends(Ref(n), var))
        ]
        return on_the_way[0] if len(on_the_way) == 1 and on_the_way[0] != var else None

    def through(self, derivative: Diff, name: str, lemma: Callable[[Diff], Theorem | None]) -> None:
        """The chain rule through `name`, then both derivatives put in."""
        theorem = kernel.chain(self.context, derivative, name)
        self.to(theorem, chain_words(self.context, derivative, name))
        self.put_in(lemma)

    def again(self, lemma: Callable[[Diff], Theorem | None]) -> None:
        """A second derivative: of the first one put in, through the derivatives of the quantities that a reader knows."""
        self.known(lemma)
        through = differentiate(self.context, self.here, self.presenter.keep)
        if through is not None and has_derivative(through.right):
            self.to(through, calculus_words(through))
        self.put_in(lemma)

    def put_in(self, lemma: Callable[[Diff], Theorem | None]) -> None:
        """The derivatives on the line replaced by what they are."""
        self.known(lemma)
        rest = differentiate(self.context, self.here)
        if rest is not None:
            self.to(rest, calculus_words(rest))

    def known(self, lemma: Callable[[Diff], Theorem | None]) -> None:
        """The derivatives that the lemma knows."""
        found: list[Theorem] = []

        def go(context: Context, node: Term) -> Theorem | None:
            if isinstance(node, Diff):
                known = lemma(node)
                if known is not None:
                    found.append(known)
                    return known
            return below(context, node)

        below = children(go)
        put_in = go(self.context, self.here)
        if put_in is not None:
            tidied_up = chained(self.context, put_in, without_zeros(self.context, put_in.right))
            notes = tuple((f"d{n}", t.left) for n, t in enumerate(found))
            words = Explanation("lemma", "put in " + " and ".join("{" + n + "}" for n, _ in notes), notes)
            self.to(tidied_up, words)

    # ------------------------------------------------------------------------------------------------ simplifying

    def simplified(self, target: Term | None = None) -> None:
        """Lines from a term without derivatives to the smallest form (or to `target` as soon as it is reached)."""
        for stage in (
            self.collapsed,
            self.apart,
            self.in_front,
            self.multiplied_out,
            self.folded,
            self.factored,
            self.decided,
            self.with_hypotheses,
            self.by_cases,
            self.collected,
        ):
            if target is not None and alpha_equal(self.here, target):
                return
            stage()

    def collapsed(self) -> None:
        """Deltas under sums, equal and different indices."""
        theorem = _collapse(self.prover.normal((*self.facts, *self.prover.assumptions)), self.here)
        if theorem is None:
            return
        theorem = chained(self.context, theorem, tidy(self.context, theorem.right)) or theorem
        negative = self.presenter.writer.starts_negative
        if negative(theorem.right):
            aim = self.presenter.smallest(theorem.right)
            if not negative(aim) and _same_reading(theorem.right, aim):
                theorem = chained(self.context, theorem, self.equal(theorem.right, aim)) or theorem
        self.to(theorem)

    def apart(self) -> None:
        """(u + v)/w = u/w + v/w."""
        here = self.here
        negative = isinstance(here, Neg)
        core = here.arg if isinstance(here, Neg) else here
        if isinstance(core, Div) and isinstance(core.num, Add):
            parts = [tidied(div(t, core.den)) for t in core.num.args]
            aim = tidied(add(*(neg(p) if negative else p for p in parts)))
            if self.fold_helps(here):
                split = by_arithmetic(self.context, here, aim)
                if split is not None:
                    whole = chained(self.context, split, tidy(self.context, split.right))
                    self.to(whole, Explanation("ring", "split the fraction"))

    def fold_helps(self, term: Term) -> bool:
        """Whether a smaller form in named quantities exists."""
        folded = self.presenter.folded(term)
        named = names(folded) - names(term)
        return bool(named) and cost(self.presenter.factored(folded)) < cost(
            self.presenter.expanded(self.kept(term).right)
        )

    def kept(self, term: Term) -> Theorem:
        """The normal form over the quantities that the line is written in."""
        return self.presenter.reading(term)(term)

    def in_front(self) -> None:
        """Constant factors in front of their sums, nothing cancelled yet."""
        theorem = _spread(self.presenter.normal, self.here)
        if theorem is None or _same_reading(theorem.left, theorem.right):
            return
        if not _same_reading(theorem.right, self.presenter.expanded(self.kept(self.here).right)):
            self.to(chained(self.context, theorem, tidy(self.context, theorem.right)))

    def multiplied_out(self) -> None:
        """Everything multiplied out and cancelled, sums split, constants in front, the names kept."""
        if not any(isinstance(n, Reduce) for n in subterms(self.here)):
            return
        smallest = self.presenter.smallest(self.here)
        normal = self.kept(self.here)
        aim = self.presenter.expanded(normal.right)
        if cost(aim) < cost(self.here) + 4 and not alpha_equal(aim, smallest) and not names(smallest) - names(aim):
            theorem = chained(self.context, normal, self.equal(normal.right, aim))
            if theorem is not None and not _same_reading(self.here, aim):
                self.to(theorem)

    def folded(self) -> None:
        """In terms of the named quantities, as a sum."""
        whole = self.presenter.folded(self.here)
        aim = self.presenter.expanded(whole)
        if names(aim) - names(self.here) or cost(aim) < cost(self.here):
            if not _same_reading(self.here, aim):
                self.aim(aim)

    def factored(self) -> None:
        """The smallest form."""
        aim = self.presenter.smallest(self.here)
        if cost(aim) <= cost(self.here) and not _same_reading(self.here, aim):
            self.aim(aim)

    def decided(self) -> None:
        """What the condition says about deltas that came to the light on the way."""
        if self.facts and any(isinstance(n, Delta) for n in subterms(self.here)):
            self.collapsed()
            self.factored()

    def with_hypotheses(self) -> None:
        """What the assumed equations make smaller."""
        if not any(isinstance(n, Cmp) and n.op == "==" for f in self.prover.assumptions for n in subterms(f)):
            return
        normal = self.kept(self.here)
        starts, apart = [normal], taken_apart(normal.right)
        if apart != normal.right and (known := self.equal(normal.right, apart)) is not None:
            starts.append(
                chained(self.context, normal, known) or normal
            )  # in ΣΣ y·t one does not see Σ t, which is known
        for start in starts:
            used = self.prover.put_in(start, (), self.presenter.normal)
            aim = self.presenter.smallest(used.right)
            if used is not start and cost(aim) < cost(self.here):
                self.to(chained(self.context, used, self.equal(used.right, aim)))
                return

    def by_cases(self) -> None:
        """Branches told apart by comparisons of one quantity, those with the same value as one."""
        branches = Branches(self.prover, self.presenter, self.facts)
        for _ in range(2):
            theorem = branches(self.here)
            if theorem is None:
                return
            written = self.presenter.factored(theorem.right)
            theorem = chained(self.context, theorem, self.equal(theorem.right, written))
            if theorem is None or _same_reading(self.here, theorem.right) or not self.to(theorem, _BY_CASES):
                return

    def collected(self) -> None:
        """Where no form is smaller: what stands in the way, in front."""
        aim = self.presenter.writer.collected(self.here)
        gain = cost(self.here) - cost(aim)
        sums = any(isinstance(n, Reduce) for n in subterms(self.here))
        if cost(aim) < UNREADABLE and (gain > 0 or (gain == 0 and sums)) and not _same_reading(self.here, aim):
            self.aim(aim)

    def contracted(self) -> None:
        """Nested sums in the order that leaves less to be done."""
        self.to(contracted(self.context, self.here), Explanation("sum_swap", "exchange the sums"))

    def finish(self, target: Term) -> bool:
        """A last line, if it is not there yet; False if it cannot be proved."""
        return alpha_equal(self.here, target) or self.aim(target)

    def opened(self) -> None:
        """The definitions of the quantities on the first line, written out."""
        used = [n for n in self.context.definitions if n in names(self.here)]
        if used:
            self.to(unfold_all(used)(self.context, self.here))

    def joined(self) -> Theorem:
        """All steps as one theorem."""
        whole = chained(self.context, *(s.theorem for s in self.steps))
        return kernel.reflexivity(self.context, self.start) if whole is None else whole


_BY_CASES = Explanation("cases", "case by case")


def _same_reading(left: Term, right: Term) -> bool:
    """Whether two lines differ only in the order of operands."""
    return _sorted(left) == _sorted(right)


def _sorted(node: Node) -> object:
    node = canonical(node)
    below = [_sorted(c) for c in node.children()]
    ordered = sorted(below, key=repr) if isinstance(node, Add | Mul | Delta) else below
    return (type(node).__name__, repr(node._label()), tuple(ordered))


def _collapse(normal: Normal, term: Term) -> Theorem | None:
    """Deltas that a sum or equal indices decide, everywhere."""
    context = normal.context

    def go(_: Context, node: Term) -> Theorem | None:
        inner = below(context, node)
        here = node if inner is None else inner.right
        found: Theorem | None = None
        if isinstance(here, Delta):
            found = normal.delta(here)
        elif isinstance(here, Reduce) and here.op == "sum":
            apart = None if delta_of(here.body, here.index) is not None else delta_in_front(here.body, here.index)
            front = None if apart is None else normal.body_as(here, apart)
            summed = here if front is None else front.right
            if isinstance(summed, Reduce) and delta_of(summed.body, summed.index) is not None:
                found = chained(context, front, normal.kernel_sum_plain(summed))
        return chained(context, inner, found)

    below = children(go)
    return go(context, term)


def _spread(normal: Normal, term: Term) -> Theorem | None:
    """Sums of a single monomial: what does not know the index goes in front."""
    context = normal.context

    def go(_: Context, node: Term) -> Theorem | None:
        if isinstance(node, Reduce) and node.op == "sum" and node.cond is None and not isinstance(node.body, Add):
            if not any(isinstance(n, Add | Delta) and node.index in free(n) for n in subterms(node.body)):
                return normal.monomial(node, node.body)
        return below(context, node)

    below = children(go)
    return go(context, term)
