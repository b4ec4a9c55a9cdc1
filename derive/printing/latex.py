"""How does LaTeX set a formula?  What amsmath, MathJax and KaTeX all understand."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from derive.expr import Diff, Div, Node, Term
from derive.printing.names import GREEK, GREEK_NAMES, WIDE_ACCENTS, Name, allowed_latex, is_word, split_name
from derive.printing.style import ATOM, POWER, PRODUCT, TYPED, Piece, Style, apart, decimal, gathered

__all__ = ["InlineStyle", "LatexStyle"]

_LATEX_WIDTHS = (
    (re.compile(r"\\(?:sum|prod)"), 1.45),
    (re.compile(r"\\(?:log|exp|max|min|sin|cos|tan|sinh|cosh|tanh|arcsin|arccos|arctan|arg|quad)"), 1.9),
    (re.compile(r"\\(?:left|right|mathop|mathrm|text|nolimits|thinspace)"), 0.1),
    (re.compile(r"\\[A-Za-z]+"), 0.62),
    (re.compile(r" ?[-+=<] "), 1.25),
    (re.compile(r"-"), 0.78),
    (re.compile(r"[mwMW]"), 0.88),
    (re.compile(r"[A-Z]"), 0.74),
    (re.compile(r"[ijltfr.,:;()\[\]|]"), 0.4),
    (re.compile(r"[{}_^ \n]"), 0.0),
    (re.compile(r"."), 0.53),
)


@lru_cache(maxsize=4096)
def _width(text: str) -> float:
    total, place = 0.0, 0
    while place < len(text):
        for pattern, width in _LATEX_WIDTHS:
            if match := pattern.match(text, place):
                total, place = total + width, match.end()
                break
        else:
            place += 1
    return total


class LatexStyle(Style):
    """LaTeX.

    Only commands that GitHub's pages allow, which rules out operatorname and mbox, and no backslash before a
    punctuation mark, which Markdown would take for an escape.
    """

    minus = "-"
    factor = r"\cdot "
    fences = {"abs": (r"\lvert", r"\rvert"), "floor": (r"\lfloor", r"\rfloor")}
    typed = TYPED | {"**": "^", "*": r" \cdot "}
    relations = {
        "==": "=",
        "!=": r"\neq",
        "<": "<",
        "<=": r"\leq",
        ">": ">",
        ">=": r"\geq",
        "in": r"\in",
        "all": r"\text{ for all }",
        "not": r"\neg",
        "implies": r"\Rightarrow",
        "true": r"\text{true}",
    }
    reductions = {"sum": r"\sum", "prod": r"\prod", "max": r"\max", "min": r"\min", "argmax": r"\arg\max"}
    functions = {
        **{name: rf"\{name}" for name in "exp log sin cos tan sinh cosh tanh max min".split()},
        **{f"a{name}": rf"\arc{name}" for name in ("sin", "cos", "tan")},
        "sign": r"\mathop{\mathrm{sign}}",
        "erf": r"\mathop{\mathrm{erf}}",
        "gamma": r"\Gamma",
        "lgamma": r"\log\Gamma",
        "digamma": r"\psi",
    }
    constants = {"pi": r"\pi"}

    def width(self, text: str) -> float:
        return _width(text)

    def word(self, text: str) -> Piece:
        escaped = re.sub(r"[\\{}$&#%_^~]", lambda m: "" if m[0] in "\\{}^~" else f"\\{m[0]}", text)
        return Piece(rf"\text{{{escaped}}}", width=0.5 * len(text))

    def name(self, name: str, subscripts: tuple[Piece, ...], notation: str) -> Piece:
        parts = split_name(name)
        given = notation if allowed_latex(notation) else ""
        base = Piece(given, width=self.width(re.sub(r"\\(math|text)\w*", "", given))) if given else self._base(parts)
        below = subscripts if given else (*map(self._base, map(Name, parts.subscripts)), *subscripts)
        if not below:
            return base
        if given and re.search(r"[_^]", given):
            base = replace(base, text=f"{{{given}}}")
        return self._subscript(base, self.indices(below, len(below) - len(subscripts)))

    def _base(self, name: Name) -> Piece:
        base = name.base
        letters = [GREEK_NAMES.get(c, c) for c in base]
        if base in GREEK:
            piece = Piece(f"\\{base}", width=0.6)
        elif len(base) == 1 and letters[0] in (*GREEK, "varsigma"):
            piece = Piece(f"\\{letters[0]}", width=0.6)
        elif len(base) == 1 and base.isascii() or base.isdecimal() and base.isascii():
            piece = Piece(base.replace("_", r"\_"), width=self.width(base))
        else:
            kind = "mathrm" if base.isascii() else "text"
            piece = Piece(rf"\{kind}{{{base.replace('_', chr(92) + '_')}}}", width=0.1 + self.width(base))
        for accent in name.accents:
            command = WIDE_ACCENTS[accent] if is_word(base) and len(letters) > 1 else accent
            piece = replace(piece, text=rf"\{command}{{{piece.text}}}")
        return piece

    def indices(self, parts: tuple[Piece, ...], fixed: int = 0) -> Piece:
        single = all(re.fullmatch(r"\w|\\[A-Za-z]+", p.text) for p in parts[fixed:])
        tail = parts[fixed:]
        text = ""
        for part in tail:
            glue = " " if single and re.search(r"\\[A-Za-z]+$", text) and part.text[0].isalpha() else ""
            text += (glue if single else ", " if text else "") + part.text
        head = ",".join(p.text for p in parts[:fixed])
        joined = f"{head},{text}" if head and text else head + text
        return Piece(joined, width=sum(p.width for p in parts) + 0.3 * (len(parts) - 1) * (not single))

    def accented(self, base: Piece, accent: str) -> Piece:
        return replace(base, text=rf"\{accent}{{{base.text}}}")

    def subscripted(self, base: Piece, subscripts: tuple[Piece, ...]) -> Piece:
        return self._subscript(base, self.indices(subscripts)) if subscripts else base

    def _subscript(self, base: Piece, below: Piece) -> Piece:
        script = below.text if len(below.text) == 1 else f"{{{below.text}}}"
        return Piece(f"{base.text}_{script}", width=base.width + 0.72 * below.width + 0.05)

    def number(self, value: Fraction, small: bool) -> Piece:
        if value.denominator == 1:
            return Piece(str(value), width=0.5 * len(str(value)))
        if text := decimal(value):
            return Piece(text, width=0.5 * len(text))
        top, bottom = (Piece(str(part), width=0.5 * len(str(part))) for part in (value.numerator, value.denominator))
        return self.fraction(top, bottom, small)

    def bracket(self, inner: Piece, left: str = "(", right: str = ")") -> Piece:
        if inner.tall:
            return Piece(rf"\left{left} {inner.text} \right{right}", ATOM, inner.width + 1.3, True)
        gap = " " if left.startswith("\\") else ""
        return Piece(f"{left}{gap}{inner.text}{gap}{right}", ATOM, inner.width + 0.8)

    def linear(self, small: bool) -> bool:
        return small

    def fraction(self, num: Piece, den: Piece, small: bool) -> Piece:
        if small:
            return self.row(num, "/", den, level=PRODUCT, open_=den.open)
        return Piece(rf"\frac{{{num.text}}}{{{den.text}}}", POWER, max(num.width, den.width) + 0.3, True)

    def joint(self, left: Piece, right: Piece, first: Node, second: Node) -> str:
        fractions = any(isinstance(n, Div | Diff) for n in (first, second))
        if right.text[0].isdigit() or fractions or apart(first, second) or right.text.startswith(r"\boxed"):
            return r" \cdot "
        return "" if right.text.startswith(("(", r"\left(")) else " "

    def power(self, base: Piece, exponent: Piece, node: Term) -> Piece:
        script = exponent.text if len(exponent.text) == 1 else f"{{{exponent.text}}}"
        text = f"{{{base.text}}}" if base.text.endswith("'") else base.text
        return Piece(f"{text}^{script}", POWER, base.width + 0.72 * exponent.width, base.tall)

    def exponential(self, exponent: Piece) -> Piece | None:
        if exponent.tall or r"\sum" in exponent.text or r"\prod" in exponent.text or exponent.width > 12:
            return None
        return Piece(f"e^{{{exponent.text}}}", POWER, 0.47 + 0.75 * exponent.width)

    def root(self, inner: Piece) -> Piece:
        return Piece(rf"\sqrt{{{inner.text}}}", ATOM, inner.width + 0.9, inner.tall)

    def operator(self, sign: str, below: Piece, small: bool) -> Piece:
        script = below.text if len(below.text) == 1 else f"{{{below.text}}}"
        size = self.width(sign) + 0.2
        under = 0.72 * below.width
        width = size + under if small else max(size, under)
        return Piece(f"{sign}_{script}", width=width + 0.2, tall=not small)

    def delta(self, indices: Piece) -> Piece:
        return self._subscript(Piece(r"\delta", width=0.45), indices)

    def partial(self, of: Piece, by: tuple[Piece, ...], small: bool) -> Piece:
        order = f"^{len(by)}" if len(by) > 1 else ""
        top = self.row(rf"\partial{order}", " " if of.text else "", of)
        bottom = self.row(*(self.row(" " if n else "", r"\partial ", p) for n, p in enumerate(gathered(self, by))))
        return self.fraction(top, bottom, small)

    def cases(self, branches: tuple[tuple[Piece, Piece | None], ...]) -> Piece:
        lines = [
            rf"{value.text} & \text{{otherwise}}" if cond is None else rf"{value.text} & \text{{if }} {cond.text}"
            for value, cond in branches
        ]
        width = max(v.width for v, _ in branches) + max(4.5, *(c.width + 1.5 for _, c in branches if c)) + 2
        body = " \\\\\n".join(lines)
        return Piece(f"\\begin{{cases}}\n{body}\n\\end{{cases}}", PRODUCT, width, True, True)

    def mark(self, kind: str, inner: Piece) -> Piece:
        command = {"cancel": "cancel", "box": "boxed"}[kind]
        level = ATOM if kind == "box" else inner.level
        return Piece(rf"\{command}{{{inner.text}}}", level, inner.width + 0.7, inner.tall, False)


class InlineStyle(LatexStyle):
    """LaTeX within a line of text: everything on that line."""

    def cases(self, branches: tuple[tuple[Piece, Piece | None], ...]) -> Piece:
        parts: list[Piece | str] = []
        for value, cond in branches:
            parts += [r"\text{, }" if parts else "", value]
            parts += [self.word(" otherwise")] if cond is None else [self.word(" if "), cond]
        return self.bracket(self.row(*parts))
