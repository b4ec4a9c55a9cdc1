"""How fine are the steps?  The same derivation in fewer lines, or with every rewriting that the kernel saw.

Comes in: a derivation.  Goes out: one of the same statement, by the same theorem.  `brief` keeps the lines at which something
is decided: derivatives of other quantities come in, the last derivative is gone, an equation is assumed, the result.
`full` takes the proof of every step apart, down to single inferences at single places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from derive import kernel, rational
from derive.context import Context, KernelError, parts
from derive.conversion import chained, written_as
from derive.derivation import Derivation, Step
from derive.errors import Error
from derive.expr import Cmp, Diff, ForAll, Formula, Implies, Node, Ref, Term, alpha_equal, canonical, subterms
from derive.kernel import Theorem
from derive.strategy.bridge import Prover
from derive.strategy.differentiate import has_derivative
from derive.strategy.engine import assumptions
from derive.strategy.explain import inference_words, rules_used

__all__ = ["GRAINS", "grained"]


def grained(derivation: Derivation, grain: str) -> Derivation:
    """The derivation with `brief`, `textbook` or `full` steps.  Raises `Error` for another word."""
    if grain not in GRAINS:
        raise Error(f"there are no {grain} steps", hint=f"one of {', '.join(GRAINS)}")
    return replace(derivation, steps=GRAINS[grain](derivation))


# ---------------------------------------------------------------------------------------------------------- brief


def _brief(derivation: Derivation) -> tuple[Step, ...]:
    """Steps joined up to each decisive line."""
    found: list[Step] = []
    run: list[Step] = []
    known: set[Node] = set()
    for step in derivation.steps:
        run.append(step)
        assumed = {canonical(h) for h in step.theorem.hypotheses if _is_equation(h)}
        if step is derivation.steps[-1] or _decides(step) or assumed - known:
            found.append(_joined(derivation.theorem.context, run))
            run = []
        known |= assumed
    return tuple(found)


def _decides(step: Step) -> bool:
    """Whether derivatives of other quantities come in, or the last derivative is gone."""
    new = _partials(step.after) - _partials(step.before)
    return bool(new) or has_derivative(step.before) and not has_derivative(step.after)


def _partials(term: Term) -> frozenset[tuple[str, str]]:
    """The derivatives of quantities by quantities in a term, by name."""
    found = (n for n in subterms(term) if isinstance(n, Diff))
    return frozenset((n.expr.name, n.var.name) for n in found if isinstance(n.expr, Ref))


def _is_equation(hypothesis: Formula) -> bool:
    while isinstance(hypothesis, ForAll | Implies):
        hypothesis = hypothesis.body
    return isinstance(hypothesis, Cmp) and hypothesis.op == "==" and isinstance(hypothesis.left, Term)


def _joined(context: Context, run: Sequence[Step]) -> Step:
    """One step for several; what is mere arithmetic among them needs no words beside the others."""
    theorem = chained(context, *(s.theorem for s in run))
    assert theorem is not None
    telling = [s for s in run if not rational.same_value(s.before, s.after)] or run[-1:]
    reasons: list[str] = []
    notes: dict[str, Term | Formula] = {}
    for step in telling:
        reason = step.reason
        for name, note in step.notes:
            other = name if notes.get(name, note) == note else f"{name}_{len(notes)}"
            reason = re.sub(rf"\b{name} = \{{{name}\}}", f"{other} = {{{other}}}", reason).replace(
                f"{{{name}}}", f"{{{other}}}"
            )
            notes[other] = note
        reasons.append(reason)
    rules = tuple(sorted({name for s in run for name in s.rules}))
    return Step(theorem, telling[-1].rule, "; ".join(dict.fromkeys(reasons)), tuple(notes.items()), run[0].marks, rules)


# ----------------------------------------------------------------------------------------------------------- full


def _full(derivation: Derivation) -> tuple[Step, ...]:
    """Every inference at every place, as far as it changes the line; what only leads back is left out."""
    context = derivation.theorem.context
    facts = parts(derivation.condition) if derivation.condition is not None else ()
    keep = (*facts, *assumptions(derivation.theory))
    prover = Prover(context, assumptions(derivation.theory))
    found: list[Step] = []
    for step in derivation.steps:
        pieces = _shortened(_pieces(context, step.theorem)) if step.relation == "==" else []
        if len(pieces) < 2:
            found.append(step)
            continue
        last: Theorem | None = None
        for so_far, leaf in pieces:
            link = so_far if last is None else kernel.transitivity(context, kernel.symmetry(context, last), so_far)
            words = inference_words(context, leaf)
            marks = step.marks if last is None else ()
            theorem = prover.discharge(link, keep)
            found.append(Step(theorem, words.rule, words.reason, words.notes, marks, rules_used(leaf)))
            last = so_far
        if alpha_equal(found[-1].after, step.after):  # in the letters of the line
            found[-1] = replace(found[-1], theorem=written_as(context, found[-1].theorem, step.after))
    return tuple(found)


Piece = tuple[Theorem, Theorem]
"""From the start of a step to a line within it; and the inference that made this line."""


def _shortened(pieces: list[Piece]) -> list[Piece]:
    """Without the lines between two that are the same."""
    kept: list[Piece] = []
    at: dict[Node, int] = {canonical(pieces[0][0].left): 0} if pieces else {}
    for piece in pieces:
        line = canonical(piece[0].right)
        if line in at:
            for gone, _ in kept[at[line] :]:
                at.pop(canonical(gone.right), None)
            kept = kept[: at[line]]
        else:
            kept.append(piece)
            at[line] = len(kept)
    return kept


def _pieces(context: Context, theorem: Theorem) -> list[Piece]:
    """The lines that a proof of an equation passes through."""
    found: list[Piece] = []
    done: Theorem | None = None
    for link in _links(theorem):
        for so_far, leaf in _within(context, link):
            whole = chained(context, done, so_far)
            assert whole is not None
            found.append((whole, leaf))
        done = chained(context, done, link)
    return found


def _links(theorem: Theorem) -> Iterator[Theorem]:
    """The equations that transitivity has joined."""
    stack = [theorem]
    while stack:
        here = stack.pop()
        if here.inference == "transitivity":
            stack.extend(reversed(here.premises))
        else:
            yield here


def _within(context: Context, link: Theorem) -> list[Piece]:
    take_apart = _APART.get(link.inference)
    try:
        found = take_apart(context, link) if take_apart is not None else []
    except KernelError:  # a line on the way may not be one that the kernel lets stand by itself
        found = []
    return found or [(link, link)]


def _congruent(context: Context, link: Theorem) -> list[Piece]:
    node, premises = link.arguments
    assert isinstance(node, Term) and isinstance(premises, tuple)
    found: list[Piece] = []
    for n, premise in enumerate(premises):
        if premise is not None:
            rest = (None,) * (len(premises) - n - 1)
            for so_far, leaf in _pieces(context, premise):
                found.append((kernel.congruence(context, node, (*premises[:n], so_far, *rest)), leaf))
    return found


def _turned(context: Context, link: Theorem) -> list[Piece]:
    (premise,) = link.premises
    forth = _pieces(context, premise)
    lines = [kernel.transitivity(context, link, so_far) for so_far, _ in forth[:-1]]
    leaves = [kernel.symmetry(context, leaf) for _, leaf in forth]
    return list(zip((*reversed(lines), link), reversed(leaves), strict=True))


def _discharged(context: Context, link: Theorem) -> list[Piece]:
    return _pieces(context, link.premises[0])


def _instance(context: Context, link: Theorem) -> list[Piece]:
    theorem, indices = link.arguments
    assert isinstance(theorem, Theorem) and isinstance(indices, tuple)
    found = _pieces(context, theorem)
    return [(kernel.instantiate(context, a, indices), kernel.instantiate(context, b, indices)) for a, b in found]


_APART: Mapping[str, Callable[[Context, Theorem], list[Piece]]] = {
    "congruence": _congruent,
    "symmetry": _turned,
    "discharge": _discharged,
    "instantiate": _instance,
}
"""The inferences that have lines inside them."""

GRAINS: Mapping[str, Callable[[Derivation], tuple[Step, ...]]] = {
    "brief": _brief,
    "textbook": lambda derivation: derivation.steps,
    "full": _full,
}
"""How fine steps can be, from coarse to fine."""
