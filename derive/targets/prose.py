r"""How is prose read?  Markdown with `$…$`, as an author of a theory writes it, set for each kind of page.

Comes in: the author's text.  Goes out: LaTeX, Markdown or plain text in which nothing of it is code: raw HTML is text,
and a formula whose LaTeX is not plain mathematics is shown as it was typed.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from derive.expr import Node
from derive.printing import GREEK, INLINE, Printer, allowed_latex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["Latex", "Markdown", "Plain", "Setter", "shielded", "tex"]

_COMMANDS = frozenset(GREEK) | frozenset(
    """frac dfrac tfrac sqrt sum prod int max min sup inf lim log ln exp sin cos tan sinh cosh tanh arcsin arccos arctan arg det
    left right bigl bigr cdot cdots ldots dots times div pm mp leq geq le ge neq ne approx equiv sim propto in notin subset
    subseteq cup cap to mapsto rightarrow leftarrow Rightarrow Leftarrow iff implies forall exists partial nabla infty ell
    mathcal mathbb mathbf mathrm mathsf mathtt mathfrak mathit mathnormal boldsymbol text bar hat tilde dot ddot vec overline
    underline widehat widetilde lvert rvert lVert rVert lfloor rfloor lceil rceil langle rangle lbrace rbrace circ odot otimes
    oplus star ast dagger top bot mid quad qquad binom prime varepsilon vartheta varphi epsilon limits nolimits mathop hbar
    gg ll dfrac cancel boxed""".split()
)


def formula(text: str) -> str:
    """LaTeX of an author where it is plain mathematics, else empty."""
    tame = re.sub(r"\\[,;:! {}|]|(?<=[^\\])~", " ", text)
    paired = text.count(r"\left") - text.count(r"\leftarrow") == text.count(r"\right") - text.count(r"\rightarrow")
    return " ".join(text.split()) if paired and allowed_latex(tame.replace("\n", " "), _COMMANDS) else ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "image", "autolink"])
    return parser.use(dollarmath_plugin, allow_space=False, double_inline=True)


class Setter(ABC):
    """Sets prose; the methods give the parts in one language each."""

    @abstractmethod
    def text(self, text: str) -> str:
        """Words, escaped."""

    @abstractmethod
    def raw(self, latex: str) -> str:
        """A formula as it may stand in a file of this kind, without its delimiters."""

    @abstractmethod
    def display(self, latex: str) -> str:
        """A formula on its own."""

    def math(self, latex: str) -> str:
        """A formula within a line."""
        return f"${self.raw(' '.join(latex.split()))}$"

    @abstractmethod
    def code(self, text: str) -> str:
        """Code within a line."""

    @abstractmethod
    def block(self, text: str) -> str:
        """Lines of code."""

    @abstractmethod
    def wrap(self, kind: str, text: str, target: str = "") -> str:
        """`em`, `strong`, `heading`, `quote`, or a `link` to `target`."""

    @abstractmethod
    def items(self, items: list[str], ordered: bool) -> str:
        """A list."""

    def fit(self, latex: str, width: float, room: float) -> str:
        """A formula of estimated `width` that cannot be broken, where there is `room`."""
        return latex

    def words(self, parts: Iterable[str | Node], how: Printer) -> str:
        """Words and formulas in turn."""
        inline = replace(how, style=INLINE)
        return "".join(self.text(part) if isinstance(part, str) else self.math(inline(part)) for part in parts)

    def prose(self, text: str) -> str:
        """A whole text in Markdown."""
        tokens = _parser().parse(text.strip())
        return "\n\n".join(self._blocks(iter(tokens)))

    def _blocks(self, tokens: Iterator[Token]) -> Iterator[str]:
        for token in tokens:
            kind = token.type
            if kind == "inline":
                yield self._inline(token.children or [])
            elif kind in ("fence", "code_block"):
                yield self.block(token.content)
            elif kind.startswith("math_block"):
                yield self.display(formula(token.content)) if formula(token.content) else self.block(token.content)
            elif kind in ("bullet_list_open", "ordered_list_open"):
                yield self.items(self._items(tokens, kind.replace("open", "close")), kind.startswith("ordered"))
            elif kind in ("heading_open", "blockquote_open"):
                inner = "\n\n".join(self._blocks(_until(tokens, kind.replace("open", "close"), kind)))
                yield self.wrap("heading" if kind.startswith("heading") else "quote", inner)

    def _items(self, tokens: Iterator[Token], close: str) -> list[str]:
        items: list[str] = []
        for token in tokens:
            if token.type == close:
                break
            if token.type == "list_item_open":
                items.append("\n\n".join(self._blocks(_until(tokens, "list_item_close", "list_item_open"))))
        return items

    def _inline(self, tokens: list[Token]) -> str:
        stack: list[list[str]] = [[]]
        targets: list[str] = []
        for token in tokens:
            kind = token.type
            if kind in ("em_open", "strong_open", "link_open"):
                stack.append([])
                if kind == "link_open":
                    targets.append(str(token.attrGet("href") or ""))
            elif kind in ("em_close", "strong_close", "link_close"):
                inner = "".join(stack.pop())
                target = targets.pop() if kind == "link_close" else ""
                stack[-1].append(self.wrap(kind.removesuffix("_close"), inner, target))
            elif kind == "code_inline":
                stack[-1].append(self.code(token.content))
            elif kind.startswith("math_inline"):
                latex = formula(token.content)
                stack[-1].append(self.math(latex) if latex else self.code(token.content))
            else:
                stack[-1].append("\n" if kind in ("softbreak", "hardbreak") else self.text(token.content))
        return "".join(stack[0])


def _until(tokens: Iterator[Token], close: str, again: str) -> Iterator[Token]:
    depth = 1
    for token in tokens:
        depth += (token.type == again) - (token.type == close)
        if not depth:
            return
        yield token


# ------------------------------------------------------------------------------------------------------ LaTeX


_ESCAPES = {c: f"\\{c}" for c in "{}$&#%_"} | {
    "\\": r"\textbackslash{}",
    "^": r"\^{}",
    "~": r"\~{}",
    "<": r"\(<\)",
    ">": r"\(>\)",
}
_SYMBOLS = {
    "−": r"-", "≠": r"\neq", "≤": r"\leq", "≥": r"\geq", "Σ": r"\Sigma", "Π": r"\Pi", "∂": r"\partial", "·": r"\cdot",
    "×": r"\times", "∞": r"\infty", "→": r"\to", "⇒": r"\Rightarrow", "∈": r"\in", "√": r"\surd", "≈": r"\approx", "∇": r"\nabla",
    "²": "^2", "³": "^3",
} | {letter: f"\\{name}" for name, letter in GREEK.items()}  # fmt: skip
_WORDS = {"–": "--", "—": "---", "’": "'", "‘": "`", "“": "``", "”": "''", "…": r"\dots{}", "\u00a0": "~", "\u200b": ""}


def tex(text: str) -> str:
    """Words in LaTeX, every character shown as itself as far as the fonts go."""
    return "".join(map(_character, text))


def _character(c: str) -> str:
    if c in _ESCAPES:
        return _ESCAPES[c]
    if c in _SYMBOLS:
        return rf"\({_SYMBOLS[c]}\)"
    if c in _WORDS:
        return _WORDS[c]
    return c if c in "\n" or " " <= c < "\x7f" or "\xa1" <= c < "\u0180" and c != "\xad" else f"[U+{ord(c):04X}]"


class Latex(Setter):
    """LaTeX for pdflatex."""

    def fit(self, latex: str, width: float, room: float) -> str:
        return latex if width <= room else rf"\resizebox{{{room:.1f}em}}{{!}}{{$\displaystyle {latex}$}}"

    def text(self, text: str) -> str:
        return tex(text)

    def raw(self, latex: str) -> str:
        return "".join(c if c.isascii() else self._symbol(c) for c in latex)

    def _symbol(self, c: str) -> str:
        return f"{_SYMBOLS[c]} " if c in _SYMBOLS else rf"\text{{{_character(c)}}}"

    def words(self, parts: Iterable[str | Node], how: Printer) -> str:
        # A formula stays with the word before it.
        return re.sub(r"(?<=[A-Za-z]) \$", "~$", Setter.words(self, parts, how))

    def display(self, latex: str) -> str:
        return f"\\[\n{self.raw(latex)}\n\\]"

    def code(self, text: str) -> str:
        # Long words of code may break after punctuation, so that they do not stand out of the line.
        return rf"\texttt{{{_BREAKABLE.sub(lambda _: _BREAK, _typed(text))}}}"

    def block(self, text: str) -> str:
        lines = "\\\\\n".join(rf"\mbox{{}}{_typed(line).replace(' ', '~')}" for line in _wrapped(text, 78))
        return f"\\begin{{quote}}\\footnotesize\\ttfamily\\raggedright\n{lines}\n\\end{{quote}}"

    def wrap(self, kind: str, text: str, target: str = "") -> str:
        if kind == "link":
            safe = re.fullmatch(r"https?://[\w./%#?=&+~:@-]+", target, re.ASCII)
            escaped = re.sub(r"([%#&~_])", r"\\\1", target)
            return rf"\href{{{escaped}}}{{{text}}}" if safe else text
        forms = {"em": r"\emph{%s}", "strong": r"\textbf{%s}", "heading": r"\paragraph{%s}"}
        return forms.get(kind, "\\begin{quote}\n%s\n\\end{quote}") % text

    def items(self, items: list[str], ordered: bool) -> str:
        kind = "enumerate" if ordered else "itemize"
        return "\n".join([rf"\begin{{{kind}}}", *(rf"\item {item}" for item in items), rf"\end{{{kind}}}"])


_BREAKABLE = re.compile(r"(?<=[(,=*/+)])(?=.)|(?<=\.)(?=[A-Za-z])")
_BREAK = r"\allowbreak{}"


def _typed(text: str) -> str:
    """Code in LaTeX: no ligatures, quotes as typed."""
    forms = {
        "-": "{-}",
        "'": r"\textquotesingle{}",
        "`": r"\textasciigrave{}",
        '"': r"\textquotedbl{}",
        "<": "{<}",
        ">": "{>}",
    }
    return "".join(forms.get(c) or _character(c) for c in text)


def _wrapped(text: str, width: int) -> Iterator[str]:
    for line in text.rstrip("\n").split("\n"):
        for start in range(0, max(len(line), 1), width):
            yield line[start : start + width]


# --------------------------------------------------------------------------------------------------- Markdown


def shielded(latex: str) -> str:
    r"""LaTeX that means the same to a viewer that reads Markdown first and mathematics second.

    An underscore after punctuation could open an emphasis: a space behind it prevents that.  An asterisk becomes its
    command; so do brackets in the wrong company and backslashes before punctuation, which Markdown takes for its own.
    """
    latex = re.sub(r"(?<=[^\w\s])_(?=\S)", "_ ", latex)
    for wrong, right in _SHIELDS:
        latex = latex.replace(wrong, right)
    return latex


_SHIELDS = (
    ("*", r"\ast "), (r"\,", r"\thinspace "), (r"\;", r"\thickspace "), (r"\:", r"\medspace "), (r"\!", r"\negthinspace "),
    (r"\{", r"\lbrace "), (r"\}", r"\rbrace "), (r"\|", r"\Vert "), (r"\ ", "~"), ("](", "] ("), ("|", r"\vert "),
)  # fmt: skip


class Markdown(Setter):
    """Markdown with dollar signs, as GitHub, notebooks and most editors show it."""

    def text(self, text: str) -> str:
        text = (
            re.sub(r"([\\`*_\[\]|$~]|!$)", r"\\\1", text)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
        )
        return re.sub(r"(?m)^(\s*)([#+-]|\d+[.)])(?=\s|$)", lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", text)

    def raw(self, latex: str) -> str:
        return shielded(latex)

    def display(self, latex: str) -> str:
        return f"$$\n{shielded(latex)}\n$$"

    def code(self, text: str) -> str:
        fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
        pad = " " if text.startswith("`") or text.endswith("`") else ""
        return f"{fence}{pad}{text}{pad}{fence}"

    def block(self, text: str) -> str:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
        return f"{fence}\n{text.rstrip()}\n{fence}"

    def wrap(self, kind: str, text: str, target: str = "") -> str:
        if kind == "link":
            return f"[{text}]({target})" if re.fullmatch(r"https?://[^\s()<>]+", target) else text
        if kind == "quote":
            return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        return {"em": "*%s*", "strong": "**%s**", "heading": "#### %s"}[kind] % text

    def items(self, items: list[str], ordered: bool) -> str:
        marks = (f"{n}." for n in range(1, len(items) + 1)) if ordered else ("-" for _ in items)
        return "\n".join(
            f"{m} " + item.replace("\n", "\n" + " " * (len(m) + 1)) for m, item in zip(marks, items, strict=True)
        )


class Plain(Setter):
    """Plain text for a terminal."""

    def text(self, text: str) -> str:
        return text

    def raw(self, latex: str) -> str:
        return latex

    def math(self, latex: str) -> str:
        return latex

    def display(self, latex: str) -> str:
        return f"    {latex}"

    def code(self, text: str) -> str:
        return text

    def block(self, text: str) -> str:
        return "\n".join(f"    {line}" for line in text.rstrip().split("\n"))

    def wrap(self, kind: str, text: str, target: str = "") -> str:
        return text

    def items(self, items: list[str], ordered: bool) -> str:
        return "\n".join(f"{n}. {t}" if ordered else f"- {t}" for n, t in enumerate(items, 1))
