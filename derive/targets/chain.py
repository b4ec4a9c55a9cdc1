"""What are the lines of a derivation?  Each with the relation to the one before, its reason in words, and what is marked.

Comes in: a `Derivation`, or an element of an instance of one.  Goes out: `Line`s, which every way of writing lays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from derive import instance
from derive.derivation import Derivation, Mark, Step
from derive.expr import Cmp, Node, Ref, Term, add, alpha_equal
from derive.printing import Marker

__all__ = ["Line", "Reason", "Shown", "general", "lines", "reason", "turned"]

Reason = tuple[str | Node, ...]
"""Words and formulas in turn."""

Shown = Derivation | instance.Element
"""What has lines."""

WHAT = {
    "vjp": "the cotangent, pulled back through the Jacobian",
    "jvp": "the tangent, pushed forward through the Jacobian",
}
"""What the first line of a product with a Jacobian is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; the first has no relation and no reason."""

    term: Term
    relation: str = ""
    reason: Reason = ()
    marker: Marker | None = None


def lines(derivation: Shown) -> tuple[Line, ...]:
    """The lines from the first to the last."""
    steps: tuple[Step | instance.Line, ...] = derivation.steps
    if not steps:
        return (Line(derivation.start), Line(derivation.result, derivation.statement.op))
    start = Line(steps[0].before, marker=_marker(steps[0].marks))
    first: tuple[Line, ...] = (start,)
    if derivation.adjoint is not None:
        first = Line(derivation.adjoint), replace(start, relation="==", reason=(WHAT[derivation.kind],))
    if isinstance(derivation, Derivation) and derivation.parts:
        summed = tuple(_summed(derivation.parts, derivation.steps[0]))
        if summed and alpha_equal(summed[-1].term, derivation.steps[0].after):
            return (*first, *summed, *_following(steps[1:]))
    return (*first, *_following(steps))


def _following(steps: Sequence[Step | instance.Line]) -> Iterator[Line]:
    """What comes after the first line."""
    marks = [s.marks for s in steps[1:]] + [()] if steps else []
    for step, mark in zip(steps, marks, strict=True):
        yield Line(step.after, step.relation, reason(step), _marker(mark))


def _summed(parts: Sequence[Derivation], step: Step) -> Iterator[Line]:
    """The sum of what arrives at a node, then one part after the other brought to its closed form."""
    terms = [part.start for part in parts]
    if add(*terms) != step.before:
        yield Line(add(*terms), step.relation, reason(step))
    for place, part in enumerate(parts):
        for line in _following(part.steps):
            terms[place] = line.term
            yield replace(line, term=add(*terms))


def reason(step: Step | instance.Line) -> Reason:
    """The words of a step with its notes put in; notes that the words do not mention follow, as equations."""
    notes = dict(step.notes)
    text = step.reason
    text += "".join(f", {name} = {{{name}}}" for name in notes if f"{{{name}}}" not in text)
    parts: list[str | Node] = []
    for part in _split(text):
        name = part[part.find("{") + 1 : -1]
        if not part.endswith("}") or name not in notes:
            parts.append(part)
            continue
        node = notes[name]
        parts.append(Cmp("==", Ref(name), node) if "=" in part and isinstance(node, Term) else node)
    return _equated(parts)


def _equated(parts: list[str | Node]) -> Reason:
    """The parts, "=" between two formulas being part of one formula."""
    found: list[str | Node] = []
    for part in parts:
        before = found[-2:]
        if isinstance(part, Term) and len(before) == 2 and isinstance(before[0], Term) and before[1] == " = ":
            found[-2:] = [Cmp("==", before[0], part)]
        else:
            found.append(part)
    return tuple(found)


def general(text: str) -> Reason:
    """The words of a rule, which speak of its own variables by name."""
    return tuple(Ref(part[part.find("{") + 1 : -1]) if part.endswith("}") else part for part in _split(text))


def _split(text: str) -> list[str]:
    """Words, `{name}` and `name = {name}` in turn."""
    return [
        text[m.start() : m.end()]
        for m in re.finditer(r"\b(\w+) = \{\1\}|\{\w+\}|(?:(?!\b(\w+) = \{\2\}|\{\w+\}).)+", text)
    ]


def _marker(marks: tuple[Mark, ...]) -> Marker | None:
    if not marks:
        return None

    def marked(node: Node) -> str:
        return next((m.kind for m in marks if alpha_equal(m.term, node)), "")

    return marked


def turned(statement: Cmp) -> tuple[Term, str, Term]:
    """Both sides of a statement about numbers, and the relation."""
    assert isinstance(statement.left, Term) and isinstance(statement.right, Term)
    return statement.left, statement.op, statement.right
