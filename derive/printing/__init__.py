r"""How does a formula look?  One walk that knows precedence, and a style for each kind of page.

Comes in: a node of `expr`, and if there is one the theory that it belongs to, for its notations.  Goes out: text in
LaTeX (what amsmath, MathJax and KaTeX all understand) or in Unicode for a terminal, with an estimate of its width.

The order of terms is the order in the node: who builds a line chooses it.  The walk decides on brackets, signs and
where a dot is needed between factors; a `Style` decides how a fraction, a sum or a name is set.  Every name that a
user gave is set letter by letter, so none of it can become a command.
"""

from __future__ import annotations

from derive.expr import Node
from derive.printing.latex import InlineStyle, LatexStyle
from derive.printing.lines import broken
from derive.printing.names import ACCENTS, GREEK, allowed_latex
from derive.printing.style import Marker, Piece, Style
from derive.printing.terminal import UnicodeStyle
from derive.printing.walk import Printer
from derive.theory import Theory

__all__ = [
    "GREEK", "INLINE", "LATEX", "UNICODE", "Marker", "Piece", "Printer", "Style", "allowed_latex", "broken", "latex",
    "latex_name", "printer", "unicode", "unicode_name",
]  # fmt: skip

LATEX: Style = LatexStyle()
INLINE: Style = InlineStyle()
UNICODE: Style = UnicodeStyle()


def printer(style: Style, theory: Theory | None = None, marker: Marker | None = None) -> Printer:
    """A printer in `style`, with the notations of `theory`."""
    if theory is None:
        return Printer(style, {}, {}, {}, marker)
    indices = {d.name: tuple(i.name for i in d.indices) for d in theory.definitions}
    shown = {q.name: (q.shown, indices.get(q.name, ())) for q in theory.quantities.values() if q.shown}
    taken = {*theory.quantities, *theory.dims, *theory.notations}
    capital = [n for n in theory.quantities if len(n) == 1 and n.lower() not in taken and n not in theory.notations]
    elements = {n + accent: n.lower() + accent for n in capital for accent in ("", *(f"_{a}" for a in ACCENTS))}
    return Printer(style, theory.notations, elements, shown, marker)


def latex(node: Node, theory: Theory | None = None, marker: Marker | None = None) -> str:
    """`node` in LaTeX, for math mode; `marker` says what is struck out or framed."""
    return printer(LATEX, theory, marker)(node)


def unicode(node: Node, theory: Theory | None = None, marker: Marker | None = None) -> str:
    """`node` in Unicode on one line."""
    return printer(UNICODE, theory, marker)(node)


def latex_name(name: str, theory: Theory | None = None) -> str:
    """A name of a quantity, an index or a dimension in LaTeX."""
    return printer(LATEX, theory).name(name).text


def unicode_name(name: str, theory: Theory | None = None) -> str:
    """A name of a quantity, an index or a dimension in Unicode."""
    return printer(UNICODE, theory).name(name).text
