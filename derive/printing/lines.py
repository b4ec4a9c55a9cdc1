"""Where does a long formula break?  Before a sign, a factor or the bar of a fraction; a sum sign stays with its first line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from derive.expr import Add, Div, Mul, Neg, Node, Reduce
from derive.printing.style import FORMULA, POWER, PRODUCT, SIGN, Piece, positive
from derive.printing.walk import Printer

__all__ = ["broken"]


def broken(how: Printer, node: Node, limit: float, level: int = FORMULA) -> tuple[Piece, ...]:
    """`node` in lines of at most `limit` where that can be done, as it stands where `level` is needed.

    A sum breaks before a sign, a product before a factor, a fraction at its bar; a sign of sum stays with its first line.
    """
    whole = how.at(node, level)
    if whole.width <= limit or how.marker and how.marker(node):
        return (whole,)
    if (
        isinstance(node, Add | Neg | Mul | Div)
        and how.piece(node).level < level
        or isinstance(node, Div)
        and level > PRODUCT
    ):
        return _fenced(how, "(", broken(how, node, limit - 1), ")")
    return _BREAKS[type(node)](how, node, limit) if type(node) in _BREAKS else (whole,)


def _fenced(how: Printer, left: str, lines: tuple[Piece, ...], right: str = "") -> tuple[Piece, ...]:
    lines = (how.style.row(left, lines[0]), *lines[1:])
    return (*lines[:-1], how.style.row(lines[-1], right))


def _packed(how: Printer, parts: Iterable[Piece], limit: float) -> tuple[Piece, ...]:
    lines: list[Piece] = []
    for part in parts:
        joined = how.style.row(lines[-1], " ", part) if lines else part
        lines[-1:] = [joined] if joined.width <= limit or not lines else [lines[-1], part]
    return tuple(lines)


def _break_add(how: Printer, node: Add, limit: float) -> tuple[Piece, ...]:
    parts: list[Piece] = list(broken(how, node.args[0], limit, SIGN))
    for arg in node.args[1:]:
        bare = None if how.marked(arg) else positive(arg)
        sign = "+ " if bare is None else f"{how.style.minus} "
        parts += _fenced(how, sign, broken(how, arg if bare is None else bare, limit - 2, PRODUCT))
    return _packed(how, parts, limit)


def _break_neg(how: Printer, node: Neg, limit: float) -> tuple[Piece, ...]:
    return _fenced(how, how.style.minus, broken(how, node.arg, limit - 1, PRODUCT))


def _break_mul(how: Printer, node: Mul, limit: float) -> tuple[Piece, ...]:
    parts: list[Piece] = []
    for place, arg in enumerate(node.args):
        factor = how.factor(arg, first=not place, last=place == len(node.args) - 1)
        lines = (factor,) if factor.width <= limit - 1 else broken(how, arg, limit - 1, PRODUCT)
        parts += _fenced(how, how.style.factor if place else "", lines)
    return _packed(how, parts, limit)


def _break_div(how: Printer, node: Div, limit: float) -> tuple[Piece, ...]:
    under = _fenced(how, "/ ", broken(how, node.den, limit - 2, POWER))
    return _packed(how, (*broken(how, node.num, limit, PRODUCT), *under), limit)


def _break_reduce(how: Printer, node: Reduce, limit: float) -> tuple[Piece, ...]:
    sign = how.head(node)
    first, *rest = broken(how, node.body, limit - sign.width, PRODUCT)
    return (how.style.row(sign, " ", first), *rest)


_BREAKS: Mapping[type[Node], Callable[[Printer, Any, float], tuple[Piece, ...]]] = {
    Add: _break_add,
    Neg: _break_neg,
    Mul: _break_mul,
    Div: _break_div,
    Reduce: _break_reduce,
}
