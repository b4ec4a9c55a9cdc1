r"""How does it look in LaTeX?  An article for each theory, and for each claim a fragment to `\input`.

A chain of lines is one `alignat` with an equation number and a stable label for every line.  The reason stands beside its
line where the estimated widths leave room for it, otherwise on a line of its own above.  Too long a line is broken at
its signs; what cannot be broken is scaled to the width of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from derive.derivation import Derivation
from derive.instance import Instance
from derive.printing import LATEX, Piece, Printer, broken, printer
from derive.targets import Target, render
from derive.targets.chain import Line, Reason, Shown, lines
from derive.targets.graph import tikz
from derive.targets.page import at_sizes, page
from derive.targets.prose import Latex

if TYPE_CHECKING:
    from derive.targets import Entry

__all__ = ["TARGET", "at", "chain", "fragment"]

LINE = 40.0
"""The width of the text, in em."""
NUMBER = 3.2
"""What an equation number takes with the space before it."""
BESIDE = 12.0
"""A reason stands beside its line if it has at least this much room."""
WORD = 0.47
"""The average width of a letter in a reason."""

_SETTER = Latex()


def _sizes(reason: Reason, how: Printer) -> tuple[float, float]:
    """The estimated width of a reason in one line, and of its widest part that does not break."""
    pieces = [WORD * len(part) if isinstance(part, str) else how.width(part) + 0.5 for part in reason]
    longest = max((WORD * len(word) for part in reason if isinstance(part, str) for word in part.split()), default=0.0)
    return sum(pieces), max([longest, *(w for w, p in zip(pieces, reason, strict=True) if not isinstance(p, str))])


def labels(derivation: Shown) -> str:
    """What the labels of its equations begin with."""
    return f"{derivation.theory.name}:{_stem(derivation)}"


def _stem(derivation: Shown) -> str:
    return re.sub(r"[^A-Za-z0-9_]+", "-", derivation.name).strip("-")


def chain(derivation: Shown) -> str:
    """The lines of a derivation, aligned and numbered, each with its reason."""
    how = printer(LATEX, derivation.theory)
    first, *rest = lines(derivation)
    start = how.marking(first.marker).piece(first.term)
    above = start.width > 0.3 * LINE
    indent = 2.0 if above else start.width
    room = LINE - NUMBER - indent - 1.5
    pieces = [_pieces(line, how, room) for line in rest]
    widest = max((p.width for parts in pieces for p in parts), default=0.0)
    left = min(room - widest - 2.0, 20.0)
    sizes = [_sizes(line.reason, how) for line in rest if line.reason]
    beside = left >= max([BESIDE, *(needed for _, needed in sizes)]) or all(whole <= left for whole, _ in sizes)
    column = min(left, max((whole for whole, _ in sizes), default=0.0) + 1.0)
    return render(
        "latex/chain.tex",
        start=_safe(start, LINE - NUMBER),
        above=above,
        beside=beside,
        column=f"{column:.1f}",
        label=labels(derivation),
        lines=[
            {
                "relation": how.style.relations[line.relation],
                "first": _safe(parts[0], room),
                "rest": [_safe(p, room) for p in parts[1:]],
                "reason": _SETTER.words(line.reason, how),
                "sentence": _sentence(_SETTER.words(line.reason, how)),
            }
            for line, parts in zip(rest, pieces, strict=True)
        ],
    )


def _pieces(line: Line, how: Printer, room: float) -> tuple[Piece, ...]:
    marked = how.marking(line.marker)
    return broken(marked, line.term, room)


def _safe(piece: Piece, room: float) -> str:
    return _SETTER.fit(_SETTER.raw(piece.text), piece.width, room)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def fragment(derivation: Derivation, made: str = "") -> str:
    r"""A file to `\input`: the chain alone."""
    return render(
        "latex/fragment.tex",
        theory=derivation.theory.name,
        label=labels(derivation),
        chain=made or chain(derivation),
    )


def at(instance: Instance) -> str:
    r"""A file to `\input`: what a derivation says at some positions."""
    return render("latex/instance.tex", **at_sizes(instance, _SETTER, chain, LINE - 2))


def files(entry: Entry) -> Mapping[str, str]:
    """The article and the fragments."""
    name, derivations = entry.theory.name, (*entry.proofs, *entry.results)
    chains = {id(d): chain(d) for d in derivations}
    data = page(entry, _SETTER, lambda shown: chains.get(id(shown)) or chain(shown), LINE - 2)
    drawn = tikz(entry)
    picture = render("latex/graph.tex", **drawn) if drawn else ""
    pieces = {f"{_stem(d)}{'-chain' if _stem(d) == name else ''}.tex": fragment(d, chains[id(d)]) for d in derivations}
    return {f"{name}.tex": render("latex/article.tex", picture=picture, **data)} | pieces


TARGET = Target(name="latex", files=files)
