"""Where do brackets, signs and dots stand?  One walk over a formula that knows precedence; a style sets what it meets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product
from typing import Any

from derive.expr import (
    Add,
    And,
    ArgMax,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Fun,
    If,
    Implies,
    Index,
    Mul,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Pred,
    Reduce,
    Ref,
    Size,
    Term,
)
from derive.printing.names import ACCENTS
from derive.printing.shifts import Shift, shifted
from derive.printing.style import ATOM, FORMULA, PARTIAL, POWER, PRODUCT, SIGN, SUM, Marker, Piece, Style, positive

__all__ = ["Printer"]


DEEP = 60
"""How many nodes below each other the walk takes at once."""


@dataclass(frozen=True, slots=True)
class Printer:
    """The walk, with what it needs to know: a style, the theory for its notations, what is marked."""

    style: Style
    notations: Mapping[str, str]
    elements: Mapping[str, str]
    """What an element at numbers is called: w₄₁ of W."""
    shown: Mapping[str, tuple[str, tuple[str, ...]]]
    marker: Marker | None = None
    small: bool = False
    """Within an exponent or an index, where fractions stay on the line."""
    memo: dict[tuple[Style, bool, Node], Piece] = field(default_factory=dict, repr=False, compare=False)
    """What is set already: an exponent is tried in two ways, which would double with every one in it."""

    def __call__(self, node: Node) -> str:
        """The text of `node`."""
        return self.piece(node).text

    def width(self, node: Node) -> float:
        """The estimated width of `node`."""
        return self.piece(node).width

    def piece(self, node: Node) -> Piece:
        """`node`, set."""
        if not self.memo:
            self._prepare(node)
        node = shifted(node)
        place = (self.style, self.small, node)
        if place not in self.memo:
            self.memo[place] = self._set(node)
        return self.memo[place]

    def _prepare(self, node: Node) -> None:
        """Set what is in a very deep node from the inside, where the walk would exceed Python's stack."""
        reached, deepest, waiting = [], 0, [(node, 1)]
        while waiting:
            below, depth = waiting.pop()
            reached.append(below)
            deepest = max(deepest, depth)
            waiting += [(child, depth + 1) for child in below.children()]
        if deepest > DEEP:
            for below, how in product(reversed(reached), (replace(self, small=True), replace(self, small=False))):
                how.piece(below)

    def _set(self, node: Node) -> Piece:
        inner = _WALK[type(node)](self, node)
        kind = self.marker(node) if self.marker else ""
        return self.style.mark(kind, inner) if kind else inner

    def at(self, node: Node, level: int, *, last: bool = True) -> Piece:
        """`node` where `level` is needed, in brackets if it is lower or if it would take in what follows."""
        piece = self.piece(node)
        return piece if piece.level >= level and (last or not piece.open) else self.style.bracket(piece)

    def marking(self, marker: Marker | None) -> Printer:
        """The same with other marks."""
        return replace(self, marker=marker, memo={})

    def script(self) -> Printer:
        """The same in an exponent or an index."""
        return replace(self, small=True)

    def name(self, name: str, subscripts: tuple[Piece, ...] = ()) -> Piece:
        """A name with its indices."""
        if name not in self.notations:
            stem, _, accent = name.rpartition("_")
            if accent in ACCENTS and stem in self.notations:
                return self.style.subscripted(self.style.accented(self.name(stem), accent), subscripts)
        return self.style.name(name, subscripts, self.notations.get(name, ""))

    # The handlers, one for each class of node.

    def _index(self, node: Index) -> Piece:
        return self.name(node.name)

    def _shift(self, node: Shift) -> Piece:
        """A sum of indices, closely set."""
        parts: list[Piece | str] = []
        for sign, count, index in node.parts():
            if parts or sign == "-":
                parts.append(self.style.minus if sign == "-" else "+")
            if index is None or count != 1:
                parts.append(self.style.number(Fraction(count), True))
            if index is not None:
                parts.append(self.piece(index))
        return self.style.row(*parts, level=SUM)

    def _argmax(self, node: ArgMax) -> Piece:
        return self.style.row(self.head(node), " ", self.at(node.body, PRODUCT), level=PRODUCT, open_=True)

    def _num(self, node: Num) -> Piece:
        if node.value < 0:
            return self.style.row(self.style.minus, self.style.number(-node.value, self.small), level=SIGN)
        return self.style.number(node.value, self.small)

    def _const(self, node: Const) -> Piece:
        return self.name(node.name)

    def _size(self, node: Size) -> Piece:
        return self.name(node.dim)

    def _ref(self, node: Ref) -> Piece:
        subscripts = tuple(map(self.script().piece, node.indices))
        if written := self.shown.get(node.name):
            return self._call(*written, subscripts)
        literal = node.indices and all(isinstance(i, Index) and i.name.isdecimal() for i in node.indices)
        return self.name(self.elements.get(node.name, node.name) if literal else node.name, subscripts)

    def _call(self, text: str, own: tuple[str, ...], subscripts: tuple[Piece, ...]) -> Piece:
        """An auxiliary quantity as it was written, `softmax(z)`: names are set as names, the rest as it stands.

        An index of its definition that stands in the text, as in `sigmoid(z[i])`, is shown there, any other as a subscript.
        """
        style = self.style
        at = dict(zip(own, subscripts, strict=True)) if len(own) == len(subscripts) else {}
        inside = {i.strip() for _, _, indices, _ in _WRITTEN.findall(text) for i in indices.split(",")}
        subscripts = tuple(piece for name, piece in at.items() if name not in inside) if at else subscripts
        parts: list[Piece | str] = []
        for name, bracket, indices, other in _WRITTEN.findall(text):
            if bracket:
                head = style.functions.get(name) or style.name(name, (), self.notations.get(name, ""))
                parts += [head, "("]
            elif name:
                parts.append(
                    self.name(
                        name, tuple(at.get(i.strip()) or self.name(i.strip()) for i in indices.split(",") if i.strip())
                    )
                )
            else:
                parts.append(style.typed.get(other, ""))
        return style.subscripted(style.row(*parts), subscripts)

    def _add(self, node: Add) -> Piece:
        parts: list[Piece | str] = []
        for place, term in enumerate(node.args):
            bare = positive(term) if place and not self.marked(term) else None
            if place:
                parts.append(f" {self.style.minus} " if bare is not None else " + ")
            if bare is not None:
                parts.append(self.at(bare, PRODUCT))
            else:
                parts.append(self.at(term, SIGN if not place else PRODUCT))
        return self.style.row(*parts, level=SUM)

    def _neg(self, node: Neg) -> Piece:
        inner = self.at(node.arg, PRODUCT)
        return replace(self.style.row(self.style.minus, inner, level=SIGN), open=inner.open)

    def _mul(self, node: Mul) -> Piece:
        count = len(node.args)
        pieces = [self.factor(a, first=not n, last=n == count - 1) for n, a in enumerate(node.args)]
        parts: list[Piece | str] = [pieces[0]]
        for n in range(1, count):
            parts += [self.style.joint(pieces[n - 1], pieces[n], node.args[n - 1], node.args[n]), pieces[n]]
        level = SIGN if positive(node.args[0]) is not None else PRODUCT
        return self.style.row(*parts, level=level, open_=pieces[-1].open)

    def factor(self, node: Term, first: bool, last: bool) -> Piece:
        if first and (isinstance(node, Num) or positive(node) is not None and not isinstance(node, Neg)):
            return self.piece(node)
        linear = self.style.linear(self.small) and isinstance(node, Div | Num)
        return self.at(node, PARTIAL if linear and not first else PRODUCT, last=last)

    def _div(self, node: Div) -> Piece:
        if isinstance(node.num, Num) and (top := positive(node.num)) is not None:
            return self._neg(Neg(Div(top, node.den)))
        if self.style.linear(self.small):
            return self.style.fraction(self.at(node.num, PRODUCT, last=False), self._under(node.den), self.small)
        return self.style.fraction(self.piece(node.num), self.piece(node.den), self.small)

    def _under(self, den: Term) -> Piece:
        """A denominator after a slash: a product needs brackets there, a sum sign only before a product."""
        simple = isinstance(den, Reduce) and not isinstance(den.body, Mul | Div | Neg | Reduce)
        return self.at(den, PRODUCT if simple else POWER)

    def _pow(self, node: Pow) -> Piece:
        script = self.script()
        style = self.style
        exponent = script.at(node.exp, POWER) if style.linear(False) else script.piece(node.exp)
        exponential = isinstance(node.base, Fun) and node.base.name == "exp"
        base = self.at(node.base, ATOM)
        if exponential and base.level >= ATOM and not base.text.endswith(")"):
            base = style.bracket(base)
        return style.power(base, exponent, node.exp)

    def _fun(self, node: Fun) -> Piece:
        style = self.style
        if node.name == "exp" and (power := style.exponential(self.script().piece(node.args[0]))):
            return power
        args = tuple(map(self.piece, node.args))
        if node.name == "sqrt":
            return style.root(args[0])
        if node.name in style.fences:
            return style.bracket(args[0], *style.fences[node.name])
        if node.name == "polygamma":
            order = style.bracket(self.script().piece(node.args[0]))
            return style.row(
                replace(style.power(Piece(style.functions["digamma"]), order, node), level=ATOM), style.bracket(args[1])
            )
        separated = [part for n, arg in enumerate(args) for part in ((", ",) if n else ()) + (arg,)]
        head = style.functions.get(node.name) or style.name(node.name, (), "")
        return style.row(head, style.bracket(style.row(*separated)), level=POWER if node.name == "lgamma" else ATOM)

    def _reduce(self, node: Reduce) -> Piece:
        return replace(
            self.style.row(self.head(node), " ", self.at(node.body, PRODUCT), level=PRODUCT, open_=True),
            tall=not self.small,
        )

    def head(self, node: Reduce | ArgMax) -> Piece:
        """Σ and its like, with what stands below."""
        script = self.script()
        if isinstance(node, ArgMax):
            return self.style.operator(self.style.reductions["argmax"], script._index(node.index), self.small)
        below = script._index(node.index) if node.cond is None else script._range(node)
        return self.style.operator(self.style.reductions[node.op], below, self.small)

    def _range(self, node: Reduce) -> Piece:
        """The index with its condition: `k ≠ i`, or `k: x_k > 0` where the condition does not begin with k."""
        conditions = node.cond.args if isinstance(node.cond, And) else (node.cond,)
        turned = [_turned(c, node.index) for c in conditions if c is not None]
        direct = isinstance(turned[0], Cmp) and turned[0].left == node.index
        parts: list[Piece | str] = [] if direct else [self._index(node.index), ": "]
        for n, condition in enumerate(turned):
            parts += [", ", self.piece(condition)] if n else [self.piece(condition)]
        return self.style.row(*parts)

    def _delta(self, node: Delta) -> Piece:
        script = self.script()
        pair = (script.piece(node.left), script.piece(node.right))
        return self.style.delta(self.style.indices(pair))

    def _if(self, node: If) -> Piece:
        branches: list[tuple[Piece, Piece | None]] = []
        rest: Term = node
        while isinstance(rest, If):
            branches.append((self.piece(rest.then), self.piece(rest.cond)))
            rest = rest.other
        return self.style.cases((*branches, (self.piece(rest), None)))

    def _diff(self, node: Diff) -> Piece:
        by: list[Piece] = []
        inner: Term = node
        while isinstance(inner, Diff) and (inner is node or not self.marked(inner)):
            by.append(self.piece(inner.var))
            inner = inner.expr
        body = self.piece(inner)
        if isinstance(inner, Ref | Fun) and not body.tall:
            return self.style.partial(body, tuple(by), self.small)
        head = self.style.partial(Piece(""), tuple(by), self.small)
        if not isinstance(inner, Reduce | Fun) and not (isinstance(inner, If) and body.level == ATOM):
            body = self.style.bracket(body)
        gap = "" if body.text.startswith(("(", r"\left(")) else " "
        return self.style.row(head, gap, body, level=PRODUCT, open_=True)

    def _cmp(self, node: Cmp) -> Piece:
        left, op, right = node.left, node.op, node.right
        if isinstance(left, Num) and not isinstance(right, Num) and op in _FLIPPED:
            left, op, right = right, _FLIPPED[op], left
        return self.style.row(self.piece(left), f" {self.style.relations[op]} ", self.piece(right), level=FORMULA)

    def _and(self, node: And) -> Piece:
        if not node.args:
            return self.style.row(self.style.relations["true"])
        if (chain := _between(node)) is not None:
            low, middle, high = chain
            ops = [f" {self.style.relations[c.op]} " for c in (low, high)]
            return self.style.row(
                self.piece(low.left), ops[0], self.piece(middle), ops[1], self.piece(high.right), level=FORMULA
            )
        parts = [part for n, arg in enumerate(node.args) for part in ((", ",) if n else ()) + (self.piece(arg),)]
        return self.style.row(*parts, level=FORMULA)

    def _not(self, node: Not) -> Piece:
        return self.style.row(self.style.relations["not"], self.style.bracket(self.piece(node.arg)), level=FORMULA)

    def _implies(self, node: Implies) -> Piece:
        arrow = f" {self.style.relations['implies']} "
        return self.style.row(self.piece(node.cond), arrow, self.piece(node.body), level=FORMULA)

    def _forall(self, node: ForAll) -> Piece:
        names: list[Index] = []
        body: Node = node
        while isinstance(body, ForAll):
            names.append(body.index)
            body = body.body
        condition: Node | None = None
        if isinstance(body, Implies):
            condition, body = body.cond, body.body
        listed = [part for n, i in enumerate(names) for part in ((", ",) if n else ()) + (self._index(i),)]
        limits = () if condition is None else (self.style.word(" with "), self.piece(condition))
        return self.style.row(self.piece(body), self.style.relations["all"], *listed, *limits, level=FORMULA)

    def _pred(self, node: Pred) -> Piece:
        if not node.indices:
            return self.name(node.name)
        listed = [part for n, i in enumerate(node.indices) for part in ((", ",) if n else ()) + (self.piece(i),)]
        return self.style.row(self.name(node.name), self.style.bracket(self.style.row(*listed)))

    def marked(self, node: Node) -> bool:
        return bool(self.marker and self.marker(node))


_FLIPPED = {"<": ">", "<=": ">="}
_WRITTEN = re.compile(r"([^\W\d]\w*)(?:(\()|\[([\w, ]+)\])?|(\*\*|.)")

_WALK: Mapping[type[Node], Callable[[Printer, Any], Piece]] = {
    Index: Printer._index, Shift: Printer._shift, ArgMax: Printer._argmax, Num: Printer._num,
    Const: Printer._const, Size: Printer._size, Ref: Printer._ref, Add: Printer._add, Neg: Printer._neg, Mul: Printer._mul,
    Div: Printer._div, Pow: Printer._pow, Fun: Printer._fun, Reduce: Printer._reduce, Delta: Printer._delta, If: Printer._if,
    Diff: Printer._diff, Cmp: Printer._cmp, And: Printer._and, Not: Printer._not, Implies: Printer._implies,
    ForAll: Printer._forall, Pred: Printer._pred,
}  # fmt: skip


def _between(node: And) -> tuple[Cmp, Node, Cmp] | None:
    """a < x and x < b, which reads a < x < b: the first comparison, what both are about, the second."""
    for low, high in (node.args, node.args[::-1]) if len(node.args) == 2 else ():
        if isinstance(low, Cmp) and isinstance(high, Cmp) and low.op in _FLIPPED and high.op in _FLIPPED:
            if low.right == high.left:
                return low, low.right, high
    return None


def _turned(condition: Node, index: Index) -> Node:
    """The condition with `index` on its left, where that is the same."""
    if isinstance(condition, Cmp) and condition.op in ("==", "!=") and condition.right == index != condition.left:
        return Cmp(condition.op, condition.right, condition.left)
    return condition
