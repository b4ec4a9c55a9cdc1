"""How are the parts of a formula set?  The levels of precedence, the piece of set formula, and what a style has to say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from derive.expr import Div, If, Mul, Neg, Node, Num, Ref, Size, Term, num
from derive.printing.names import is_word, split_name

__all__ = [
    "ATOM",
    "FORMULA",
    "PARTIAL",
    "POWER",
    "PRODUCT",
    "SIGN",
    "SUM",
    "TYPED",
    "Marker",
    "Piece",
    "Style",
    "apart",
    "decimal",
    "gathered",
    "positive",
]

# Levels of precedence: what may stand unbracketed where.  A fraction of LaTeX needs no brackets in a product.
FORMULA, SUM, SIGN, PRODUCT, PARTIAL, POWER, ATOM = range(7)

Marker = Callable[[Node], str]
"""What is shown at a subterm: "cancel" (struck out), "box" (framed) or "" (nothing)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of set formula.

    `level` is its precedence; `tall` whether it is higher than a line; `open` whether it takes in what follows it, as
    a sum sign does; `width` its estimated width, in em (LaTeX) or columns (Unicode).
    """

    text: str
    level: int = ATOM
    width: float = 0.0
    tall: bool = False
    open: bool = False


class Style(ABC):
    """How the parts of a formula are set; the walk calls these with pieces that already have their brackets."""

    minus: str
    factor: str
    fences: Mapping[str, tuple[str, str]]
    typed: Mapping[str, str]
    relations: Mapping[str, str]
    functions: Mapping[str, str]
    reductions: Mapping[str, str]

    @abstractmethod
    def word(self, text: str) -> Piece:
        """Words within a formula."""

    @abstractmethod
    def name(self, name: str, subscripts: tuple[Piece, ...], notation: str) -> Piece:
        """A name with its indices; `notation` is LaTeX that the theory gives for the name, or empty."""

    @abstractmethod
    def accented(self, base: Piece, accent: str) -> Piece:
        """`base` with a bar, a dot, a hat or a tilde above."""

    @abstractmethod
    def subscripted(self, base: Piece, subscripts: tuple[Piece, ...]) -> Piece:
        """`base`, which is no name, with indices."""

    @abstractmethod
    def indices(self, parts: tuple[Piece, ...], fixed: int = 0) -> Piece:
        """Subscripts side by side where all are single letters, else with commas; `fixed` ones belong to the name."""

    @abstractmethod
    def number(self, value: Fraction, small: bool) -> Piece:
        """A rational number, not negative."""

    @abstractmethod
    def bracket(self, inner: Piece, left: str = "(", right: str = ")") -> Piece:
        """`inner` in brackets."""

    @abstractmethod
    def fraction(self, num: Piece, den: Piece, small: bool) -> Piece:
        """num / den; the operands have their brackets if `linear(small)`."""

    @abstractmethod
    def linear(self, small: bool) -> bool:
        """Whether fractions are written on the line, with a slash."""

    @abstractmethod
    def joint(self, left: Piece, right: Piece, first: Node, second: Node) -> str:
        """What stands between two factors."""

    @abstractmethod
    def power(self, base: Piece, exponent: Piece, node: Term) -> Piece:
        """base to the exponent `node`."""

    @abstractmethod
    def exponential(self, exponent: Piece) -> Piece | None:
        """e to the exponent, or None where it is better written as a function."""

    @abstractmethod
    def root(self, inner: Piece) -> Piece:
        """A square root."""

    @abstractmethod
    def operator(self, sign: str, below: Piece, small: bool) -> Piece:
        """Σ and its like: `sign` over `below`."""

    @abstractmethod
    def delta(self, indices: Piece) -> Piece:
        """Kronecker's δ."""

    @abstractmethod
    def partial(self, of: Piece, by: tuple[Piece, ...], small: bool) -> Piece:
        """∂of/∂by…; `of` is empty where the operand follows."""

    @abstractmethod
    def cases(self, branches: tuple[tuple[Piece, Piece | None], ...]) -> Piece:
        """Values by condition; the last has none."""

    @abstractmethod
    def mark(self, kind: str, inner: Piece) -> Piece:
        """Struck out or framed."""

    @abstractmethod
    def width(self, text: str) -> float:
        """The estimated width of text that holds no structure."""

    def row(self, *parts: Piece | str, level: int = ATOM, open_: bool = False) -> Piece:
        """Pieces one after the other."""
        pieces = tuple(Piece(p, width=self.width(p)) if isinstance(p, str) else p for p in parts)
        return Piece(
            "".join(p.text for p in pieces),
            level,
            sum(p.width for p in pieces),
            any(p.tall for p in pieces),
            open_,
        )


def apart(first: Node, second: Node) -> bool:
    """Whether two factors need a dot in any style: side by side they would read as something else."""
    trivial = isinstance(first, Num) and first.value in (0, 1)
    bracketed = positive(second) is not None or isinstance(second, Div | If)
    words = _upright(first) or _upright(second) and isinstance(first, Num)
    return trivial or bracketed or words


def _upright(node: Node) -> bool:
    """Whether `node` is set as a word without indices, which would run together with its neighbour."""
    return isinstance(node, Ref | Size) and not node.children() and is_word(split_name(_named(node)).base)


def _named(node: Ref | Size) -> str:
    return node.name if isinstance(node, Ref) else node.dim


def positive(term: Node) -> Term | None:
    """What stands behind the minus sign that `term` begins with, None if it begins with none."""
    if isinstance(term, Neg):
        return term.arg
    if isinstance(term, Num) and term.value < 0:
        return Num(-term.value)
    if isinstance(term, Mul) and (first := positive(term.args[0])) is not None:
        return Mul((first, *term.args[1:]))
    if isinstance(term, Div) and (top := positive(term.num)) is not None:
        return Div(top, term.den)
    return None


def gathered(style: Style, by: tuple[Piece, ...]) -> list[Piece]:
    """Equal neighbours gathered: ∂x ∂x is ∂x²."""
    result: list[Piece] = []
    place = 0
    while place < len(by):
        count = next((n for n in range(1, len(by) - place) if by[place + n].text != by[place].text), len(by) - place)
        piece = by[place]
        result.append(piece if count == 1 else style.power(piece, Piece(str(count), width=0.5), num(count)))
        place += count
    return result


def decimal(value: Fraction) -> str:
    """A decimal such as 0.001, where people would write that rather than a fraction."""
    den = value.denominator
    if den < 10 or not den & (den - 1):
        return str(value) if den == 1 else ""
    digits = next((n for n in range(1, 13) if 10**n % den == 0), 0)
    if not digits:
        return ""
    text = str(value.numerator * 10**digits // den).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}"


TYPED = {c: c for c in "()[]+-/=<>,. 0123456789"}
