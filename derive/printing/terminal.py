"""How does a terminal show a formula?  Unicode on one line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from fractions import Fraction

from derive.expr import Diff, Div, Node, Num, Term
from derive.printing.names import ACCENTS, GREEK, split_name
from derive.printing.style import ATOM, PARTIAL, POWER, PRODUCT, TYPED, Piece, Style, apart, decimal, gathered

__all__ = ["UnicodeStyle"]

_SUPERSCRIPT = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


class UnicodeStyle(Style):
    """Unicode on one line, for a terminal."""

    minus = "−"
    factor = "·"
    fences = {"abs": ("|", "|"), "floor": ("⌊", "⌋")}
    typed = TYPED | {"-": "−", "*": "·", "**": "^"}
    relations = {
        "==": "=",
        "!=": "≠",
        "<": "<",
        "<=": "≤",
        ">": ">",
        ">=": "≥",
        "in": "∈",
        "all": " for all ",
        "not": "not ",
        "implies": "⇒",
        "true": "true",
    }
    reductions = {"sum": "Σ", "prod": "Π", "max": "max", "min": "min", "argmax": "argmax"}
    functions = {
        **{name: name for name in "exp log sin cos tan sinh cosh tanh max min sign erf".split()},
        **{f"a{name}": f"arc{name}" for name in ("sin", "cos", "tan")},
        "gamma": "Γ",
        "lgamma": "log Γ",
        "digamma": "ψ",
    }
    constants = {"pi": "π"}

    def width(self, text: str) -> float:
        return sum(not unicodedata.combining(c) for c in text)

    def _piece(self, text: str, level: int = ATOM, open_: bool = False) -> Piece:
        return Piece(text, level, self.width(text), False, open_)

    def word(self, text: str) -> Piece:
        return self._piece(text)

    def name(self, name: str, subscripts: tuple[Piece, ...], notation: str) -> Piece:
        parts = split_name(name)
        base = _notation_letter(notation) or GREEK.get(parts.base, parts.base)
        for accent in parts.accents:
            base = self.accented(self._piece(base), accent).text
        fixed = tuple(self._piece(GREEK.get(s, s)) for s in parts.subscripts)
        below = (*fixed, *subscripts)
        return self._piece(base + (_below(self.indices(below, len(fixed)).text) if below else ""))

    def accented(self, base: Piece, accent: str) -> Piece:
        text = base.text[0] + ACCENTS[accent] + base.text[1:] if accent != "bar" else _overlined(base.text)
        return self._piece(unicodedata.normalize("NFC", text))

    def subscripted(self, base: Piece, subscripts: tuple[Piece, ...]) -> Piece:
        return self._piece(base.text + _below(self.indices(subscripts).text)) if subscripts else base

    def indices(self, parts: tuple[Piece, ...], fixed: int = 0) -> Piece:
        tail = [p.text for p in parts[fixed:]]
        text = ("" if all(len(t) == 1 for t in tail) else ",").join(tail)
        head = ",".join(p.text for p in parts[:fixed])
        return self._piece(f"{head},{text}" if head and text else head + text)

    def number(self, value: Fraction, small: bool) -> Piece:
        text = decimal(value) or str(value)
        return self._piece(text, PRODUCT if "/" in text else ATOM)

    def bracket(self, inner: Piece, left: str = "(", right: str = ")") -> Piece:
        return self._piece(f"{left}{inner.text}{right}")

    def linear(self, small: bool) -> bool:
        return True

    def fraction(self, num: Piece, den: Piece, small: bool) -> Piece:
        return self._piece(f"{num.text}/{den.text}", PRODUCT, den.open)

    def joint(self, left: Piece, right: Piece, first: Node, second: Node) -> str:
        # A coefficient runs into a letter, 2x, but not into a word or a sign of sum.
        word = re.match(r"[^\W\d_]{2}|[ΣΠ]", right.text)
        bracket, coefficient = right.text.startswith("("), isinstance(first, Num) and "/" not in left.text
        if right.text[0].isdigit() or isinstance(first, Div | Diff) or apart(first, second):
            return "·"
        return "" if bracket or coefficient and not word else "·"

    def power(self, base: Piece, exponent: Piece, node: Term) -> Piece:
        if isinstance(node, Num) and node.value.denominator == 1:
            return self._piece(base.text + str(node.value).translate(_SUPERSCRIPT), POWER)
        return self._piece(f"{base.text}^{exponent.text}", POWER)

    def exponential(self, exponent: Piece) -> Piece | None:
        return None

    def root(self, inner: Piece) -> Piece:
        return self._piece(f"√{inner.text}" if inner.level == ATOM else f"√({inner.text})", POWER)

    def operator(self, sign: str, below: Piece, small: bool) -> Piece:
        return self._piece(sign + _below(below.text))

    def delta(self, indices: Piece) -> Piece:
        return self._piece("δ" + _below(indices.text))

    def partial(self, of: Piece, by: tuple[Piece, ...], small: bool) -> Piece:
        order = str(len(by)).translate(_SUPERSCRIPT) if len(by) > 1 else ""
        parts = gathered(self, by)
        below = "".join(f"∂{p.text}" for p in parts)
        return self._piece(f"∂{order}{of.text}/{below if len(parts) == 1 else f'({below})'}", PARTIAL)

    def cases(self, branches: tuple[tuple[Piece, Piece | None], ...]) -> Piece:
        text = " else ".join(v.text if c is None else f"{v.text} if {c.text}" for v, c in branches)
        return self._piece(f"({text})")

    def mark(self, kind: str, inner: Piece) -> Piece:
        if kind == "box":
            return self._piece(f"[{inner.text}]")
        return replace(inner, text="".join(c if unicodedata.combining(c) else c + "\u0336" for c in inner.text))


_LOOSE = r"(?<![^\W_]) | (?![^\W_])"


def _below(text: str) -> str:
    return f"_{text}" if re.fullmatch(r"\w+", text) else f"_{{{re.sub(_LOOSE, '', text)}}}"


def _overlined(base: str) -> str:
    return base + "\u0304" if len(base) == 1 else "".join(c + "\u0305" for c in base)


def _notation_letter(notation: str) -> str:
    r"""The letter that LaTeX such as `\mathcal{L}` or `\lambda` shows; empty where there is none."""
    if match := re.fullmatch(r"\\math(cal|bb)\s*\{?\s*([A-Z])\s*\}?", notation):
        kind = "SCRIPT" if match[1] == "cal" else "DOUBLE-STRUCK"
        for form in (f"{kind} CAPITAL {match[2]}", f"MATHEMATICAL {kind} CAPITAL {match[2]}"):
            try:
                return unicodedata.lookup(form)
            except KeyError:
                continue
    if re.fullmatch(r"\w", notation):
        return notation
    letters = {**GREEK, "ell": "ℓ", "varepsilon": "ε", "varphi": "φ"}
    return letters.get(notation.strip()[1:], "") if notation.startswith("\\") else ""
