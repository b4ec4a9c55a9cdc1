"""How does it look in a terminal?  A derivation in Unicode, aligned at its relations, reasons on the right.

The title stands at the margin, lines are indented, and at least two blanks stand before a reason: by that whoever
prints it knows what to colour.
"""

from __future__ import annotations

import textwrap

from derive.derivation import Derivation
from derive.expr import Cmp, Ref
from derive.printing import UNICODE, Printer, broken, printer
from derive.targets.chain import Reason, conditions, lines, turned

__all__ = ["render_text"]

WIDTH = 100
INDENT = "  "


def render_text(derivation: Derivation, width: int = WIDTH) -> str:
    """The derivation, in lines of about `width` columns."""
    how = printer(UNICODE, derivation.theory)
    out = [*_heading(derivation, how, width), ""]
    first, *rest = lines(derivation)
    start = Printer(how.style, how.notations, how.shown, first.marker).piece(first.term)
    above = start.width > width // 4
    margin = INDENT + (INDENT if above else " " * (int(start.width) + 1))
    room = width - len(margin) - 2
    rows: list[tuple[list[str], str]] = [([INDENT + start.text], "")] if above else []
    for place, line in enumerate(rest):
        marked = Printer(how.style, how.notations, how.shown, line.marker)
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
    return "\n".join(out) + "\n"


def _column(rows: list[tuple[list[str], str]], width: int, how: Printer) -> int:
    """Where the reasons begin: after the widest line that leaves room for them."""
    widths = [int(how.style.width(texts[0])) + 3 for texts, reason in rows if reason]
    fitting = [w for w in widths if w <= width * 2 // 3]
    return max(fitting, default=max(widths, default=0) and width // 2)


def _heading(derivation: Derivation, how: Printer, width: int) -> list[str]:
    limits = f" for {how(derivation.condition)}" if derivation.condition is not None else ""
    left, op, right = turned(derivation.shown)
    head = f"{INDENT}{how(left)} {how.style.relations[op]}"
    whole = f"{head} {how(right)}{limits}"
    if how.style.width(whole) <= width:
        statement = [whole]
    else:
        first, *rest = broken(how, right, width - 6)
        statement = [head, f"{INDENT * 2}{first.text}", *(f"{INDENT * 3}{p.text}" for p in rest)]
        statement[-1] += limits
    statement += [f"{INDENT}where {how(Cmp('==', Ref(d.name, d.indices), d.body))}" for d in derivation.where]
    assumed = [f"{INDENT}assuming {how(h)}" for h in conditions(derivation)]
    return [derivation.title or derivation.name, *statement, *assumed]


def words(reason: Reason, how: Printer) -> str:
    """A reason in Unicode."""
    return "".join(part if isinstance(part, str) else how(part) for part in reason)
