"""How does it look in a terminal?  A derivation in Unicode, aligned at its relations, reasons on the right.

The title stands at the margin, lines are indented, and at least two blanks stand before a reason: by that whoever
prints it knows what to colour.
"""

from __future__ import annotations

import textwrap

from derive.derivation import Derivation
from derive.expr import Cmp, Formula, Ref
from derive.instance import Instance, members
from derive.printing import UNICODE, Printer, broken, printer
from derive.targets.chain import Reason, Shown, lines, turned

__all__ = ["render_instance", "render_text"]

WIDTH = 100
INDENT = "  "


def render_text(derivation: Derivation, width: int = WIDTH) -> str:
    """The derivation, in lines of about `width` columns."""
    how = printer(UNICODE, derivation.theory)
    return "\n".join([*_heading(derivation, how, width), "", *_chain(derivation, how, width)]) + "\n"


def render_instance(instance: Instance, width: int = WIDTH) -> str:
    """The statement, for which positions it is, and what it says there; of few elements how that comes about."""
    how = printer(UNICODE, instance.general.theory)
    out = [*_heading(instance.general, how, width, instance.hypotheses)]
    given = [
        f"{how.name(dim).text} = {{{', '.join(n or '…' for n in members(ns))}}}" for dim, ns in instance.ranges.items()
    ]
    out += [f"{INDENT}with {', '.join(given)}"] * bool(given) + [""]
    for element in instance.elements:
        if instance.in_lines:
            out += [*_chain(element, how, width), ""]
        else:
            out += _statement(element.shown, element.condition, how, width)
    left_out = instance.left_out
    return "\n".join([*out, *([f"{INDENT}{left_out}"] if left_out else [])]).rstrip("\n") + "\n"


def _chain(derivation: Shown, how: Printer, width: int) -> list[str]:
    """The lines, the reasons on the right."""
    out: list[str] = []
    first, *rest = lines(derivation)
    start = how.marking(first.marker).piece(first.term)
    above = start.width > width // 4
    margin = INDENT + (INDENT if above else " " * (int(start.width) + 1))
    room = width - len(margin) - 2
    rows: list[tuple[list[str], str]] = [([INDENT + start.text], "")] if above else []
    for place, line in enumerate(rest):
        marked = how.marking(line.marker)
        head = INDENT + start.text + " " if not (place or above) else margin
        opening, *more = (part.text for part in broken(marked, line.term, room))
        texts = [f"{head}{how.style.relations[line.relation]} {opening}", *(f"{margin}  {text}" for text in more)]
        rows.append((texts, words(line.reason, how)))
    column = _column(rows, width, how)
    for texts, reason in rows:
        gap = column - int(how.style.width(texts[0]))
        parts = textwrap.wrap(reason, max(width - column, 20))
        if parts and gap >= 2 and len(texts) == 1:
            texts = [f"{texts[0]}{' ' * gap}{parts.pop(0)}"]
        out += [*texts, *(" " * column + part for part in parts)]
    return out


def _column(rows: list[tuple[list[str], str]], width: int, how: Printer) -> int:
    """Where the reasons begin: after the widest line that leaves room for them."""
    widths = [int(how.style.width(texts[0])) + 3 for texts, reason in rows if reason]
    fitting = [w for w in widths if w <= width * 2 // 3]
    return max(fitting, default=max(widths, default=0) and width // 2)


def _heading(
    derivation: Derivation, how: Printer, width: int, hypotheses: tuple[Formula, ...] | None = None
) -> list[str]:
    statement = _statement(derivation.shown, derivation.condition, how, width)
    statement += [f"{INDENT}where {how(Cmp('==', Ref(d.name, d.indices), d.body))}" for d in derivation.where]
    assumed = [f"{INDENT}assuming {how(h)}" for h in (derivation.assumed if hypotheses is None else hypotheses)]
    return [derivation.title or derivation.name, *statement, *assumed]


def _statement(shown: Cmp, condition: Formula | None, how: Printer, width: int) -> list[str]:
    """A statement, in several lines where one is too narrow."""
    limits = f" for {how(condition)}" if condition is not None else ""
    left, op, right = turned(shown)
    head = f"{INDENT}{how(left)} {how.style.relations[op]}"
    whole = f"{head} {how(right)}{limits}"
    if how.style.width(whole) <= width:
        return [whole]
    first, *rest = broken(how, right, width - 6)
    lines_ = [head, f"{INDENT * 2}{first.text}", *(f"{INDENT * 3}{p.text}" for p in rest)]
    lines_[-1] += limits
    return lines_


def words(reason: Reason, how: Printer) -> str:
    """A reason in Unicode."""
    return "".join(part if isinstance(part, str) else how(part) for part in reason)
