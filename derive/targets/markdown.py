r"""How does it look in Markdown?  A page for each theory that GitHub and the usual viewers show, and an index of all.

Formulas stand between dollar signs and use nothing that GitHub forbids; every double backslash ends its source line.
`\cancel` and `\boxed` are understood by MathJax (which GitHub uses) and by KaTeX.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from derive.expr import Cmp
from derive.instance import Instance
from derive.printing import INLINE, LATEX, Printer, broken, printer
from derive.targets import Row, Target, render
from derive.targets.chain import Reason, Shown, lines
from derive.targets.graph import alternative, svg
from derive.targets.page import aligned, at_sizes, formula_of, page, slope_of
from derive.targets.prose import Markdown

if TYPE_CHECKING:
    from derive.targets import Entry

__all__ = ["TARGET", "at", "chain"]

LINE = 48.0
"""The width of a page, in em."""
WORD = 0.5

_SETTER = Markdown()


def chain(derivation: Shown) -> str:
    """The lines of a derivation, aligned, with the reasons beside them or, where they are too long, in a list below."""
    how = printer(LATEX, derivation.theory)
    first, *rest = lines(derivation)
    start = how.marking(first.marker).piece(first.term)
    above = start.width > 0.3 * LINE
    room = LINE - (2.0 if above else start.width)
    pieces = [broken(how.marking(line.marker), line.term, room - 5) for line in rest]
    widest = max((p.width for parts in pieces for p in parts), default=0.0)
    beside = all(widest + 2 + _width(line.reason, how) <= room for line in rest)
    rows = [f"& {start.text}"] if above else []
    for place, (line, parts) in enumerate(zip(rest, pieces, strict=True)):
        head = "" if above or place else f"{start.text} "
        reason = _beside(line.reason, how) if beside else rf"\text{{({place + 1})}}" if line.reason else ""
        gap = r"\quad " if above else ""
        rows.append(
            f"{head}& {gap}{how.style.relations[line.relation]} {parts[0].text}" + (f" && {reason}" if reason else "")
        )
        rows += [rf"& {gap}\quad {part.text}" for part in parts[1:]]
    below = "" if beside else _list([line.reason for line in rest], how)
    return _SETTER.display(aligned(rows)) + below


def _width(reason: Reason, how: Printer) -> float:
    return sum(WORD * len(part) if isinstance(part, str) else how.width(part) for part in reason)


def _beside(reason: Reason, how: Printer) -> str:
    inline = replace(how, style=INLINE)
    return "".join(inline.style.word(part).text if isinstance(part, str) else inline(part) for part in reason)


def _list(reasons: list[Reason], how: Printer) -> str:
    return "\n\n" + "\n".join(f"{n}. {_SETTER.words(reason, how)}" for n, reason in enumerate(reasons, 1) if reason)


def at(instance: Instance) -> str:
    """What a derivation says at some positions."""
    return render("markdown/instance.md", **at_sizes(instance, _SETTER, chain, LINE))


def files(entry: Entry) -> Mapping[str, str]:
    """The page, and beside it the picture that it shows."""
    drawn = svg(entry)
    picture = _SETTER.text(alternative(entry.theory)) if drawn else ""
    text = render("markdown/page.md", picture=picture, **page(entry, _SETTER, chain, LINE))
    pictures = {"graph.svg": render("markdown/graph.svg", **drawn)} if drawn else {}
    return {f"{entry.theory.name}.md": text} | pictures


def row(entry: Entry) -> Row:
    """What the index says of this theory."""
    how = printer(INLINE, entry.theory)
    function = formula_of(entry.theory)
    claimed = slope_of(entry.theory)
    derived = next((d.statement for d in entry.results if d.kind == "derivative"), None) if claimed is None else claimed
    shown = {
        "function": how(Cmp("==", function[0], function[1].body)) if function else "",
        "derivative": how(derived) if derived else "",
    }
    cells = {name: _SETTER.math(text).replace("|", r"\vert ") if text else "" for name, text in shown.items()}
    asked, confirmed = {row[0] for row in entry.checks}, {row[0] for row in entry.checks if row[2].startswith("agrees")}
    own = {"checks": f"{len(confirmed)} of {len(asked)}", "tag": next(iter(entry.theory.tags), "")}
    return {"title": _SETTER.text(entry.theory.title), **cells, **own}


def index(rows: Mapping[str, Row]) -> Mapping[str, str]:
    """The page over all theories, those with the same first tag together."""
    tags = sorted({row["tag"] for row in rows.values()}, key=lambda tag: (not tag, tag))
    sections = [
        (
            tag[:1].upper() + tag[1:] or "Other" * (len(tags) > 1),
            [(n, row) for n, row in sorted(rows.items()) if row["tag"] == tag],
        )
        for tag in tags
    ]
    return {"README.md": render("markdown/index.md", sections=sections)}


TARGET = Target(name="markdown", files=files, row=row, index=index)
