"""How is a name read?  Greek letters, accents, subscripts, and which LaTeX a user may give for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["ACCENTS", "GREEK", "GREEK_NAMES", "Name", "allowed_latex", "is_word", "split_name"]

_GREEK = {
    name: unicodedata.lookup(f"GREEK SMALL LETTER {name.upper()}")
    for name in (
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lamda mu nu xi pi rho sigma tau upsilon phi chi psi omega"
    ).split()
}
_GREEK["lambda"] = _GREEK.pop("lamda")
_CAPITAL = {
    name.capitalize(): _GREEK[name].upper()
    for name in "gamma delta theta lambda xi pi sigma upsilon phi psi omega".split()
}
GREEK: Mapping[str, str] = _GREEK | _CAPITAL
"""Greek letters by the names that LaTeX has commands for."""
GREEK_NAMES = {letter: name for name, letter in GREEK.items()} | {
    "ς": "varsigma",
    "ϵ": "epsilon",
    "ϕ": "phi",
    "ϑ": "theta",
}

ACCENTS = {"bar": "\u0304", "dot": "\u0307", "hat": "\u0302", "tilde": "\u0303"}
WIDE_ACCENTS = {"bar": "overline", "hat": "widehat", "tilde": "widetilde", "dot": "dot"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: `w1_bar` is the base `w`, the subscript `1` and the accent `bar`."""

    base: str
    subscripts: tuple[str, ...] = ()
    accents: tuple[str, ...] = ()


def split_name(name: str) -> Name:
    """Read `name` as people do: parts after an underscore are accents or subscripts, digits at its end a subscript."""
    head, *parts = name.rstrip("_").split("_")
    if not head or not all(parts):
        return Name(name)
    digits = re.fullmatch(r"([^\W\d]+)(\d+)", head)
    base, subscripts = (digits[1], (digits[2],)) if digits else (head, ())
    return Name(
        base,
        (*subscripts, *(p for p in parts if p not in ACCENTS)),
        tuple(p for p in parts if p in ACCENTS),
    )


_ALLOWED = frozenset(
    """mathcal mathbb mathbf mathrm mathsf mathtt mathfrak mathit mathnormal boldsymbol text bar hat tilde dot ddot vec overline
    underline widehat widetilde ell nabla partial prime star ast dagger infty hbar imath jmath Re Im top bot perp varepsilon
    vartheta varphi varrho varsigma varpi epsilon""".split()
) | frozenset(GREEK)


def allowed_latex(text: str, commands: frozenset[str] = _ALLOWED) -> bool:
    """Whether LaTeX that a user gave is plain mathematics: known commands, balanced braces, nothing else active."""
    depth = 0
    for token in re.findall(r"\\[A-Za-z]+|\\.|.", text, re.DOTALL):
        if token.startswith("\\"):
            if token[1:] not in commands:
                return False
        elif token in "{}":
            depth += 1 if token == "{" else -1
            if depth < 0:
                return False
        elif token in "$%#&~\n\\":
            return False
    return depth == 0 and bool(text.strip()) and not re.search(r"(?<!\\)[_^]\s*$|[_^]\s*[_^}]", text)


def is_word(base: str) -> bool:
    """Whether a name is set as a word."""
    return len(base) > 1 and base not in GREEK
