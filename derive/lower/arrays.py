"""Which array holds which term?  Terms with free indices become values with axes.

Comes in: terms, each with its indices in the order in which the results shall have them.  Goes out: `Value`s, equal ones
once.  A term is known by what it is up to the names of its free indices, so `exp(a[i])` and `exp(a[k])` are one array.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import reduce
from math import prod
from typing import Any

from derive.errors import Unsupported
from derive.expr import (
    ONE,
    TRUE,
    ZERO,
    Add,
    Aligned,
    And,
    ArgMax,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
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
    add,
    aligned,
    canonical,
    free,
    fresh,
    length,
    mul,
    size,
    substitute,
    subterms,
)  # fmt: skip
from derive.printing.shifts import Shift, always_inside, only_in_elements, solved
from derive.program import Literal, Operand, Value

__all__ = ["IDENTITY", "Builder", "Labelled"]

IDENTITY: Mapping[str, Literal] = {
    "sum": Fraction(0), "excess": Fraction(0), "prod": Fraction(1), "max": "-inf", "min": "inf",
}  # fmt: skip
"""What a reduction over nothing gives."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value whose axes stand for these indices."""

    value: int
    labels: tuple[Index, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A definition: its indices and what to compute for it."""

    indices: tuple[Index, ...]
    body: Term


_COMPARISONS = frozenset({"==", "!=", "<", "<=", "and", "or", "not", "close", "at_most"})
Stabilise = Callable[[Term], Term]
Scope = tuple[Index, ...]


@dataclass(slots=True)
class Builder:
    """The values of one function as they come up.

    `arrays` are the quantities that the caller passes, with their dimensions; `named` the definitions that may be computed from
    them; `hints` says what a person would call a term.  `tolerant` comparisons allow for rounding.
    """

    arrays: Mapping[str, tuple[str, ...]]
    named: Mapping[str, Named]
    hints: Mapping[Node, str] = field(default_factory=dict)
    tolerant: bool = False
    values: list[Value] = field(default_factory=list)
    narrow: dict[str, int] = field(default_factory=dict)
    """About how long dimensions are, once asked for."""
    _known: dict[Value, int] = field(default_factory=dict)
    _terms: dict[Node, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    _definitions: dict[str, tuple[int, tuple[int, ...]]] = field(default_factory=dict)

    # ------------------------------------------------------------------------------------------------ values

    def emit(
        self,
        op: str,
        args: tuple[Operand, ...] = (),
        data: tuple[object, ...] = (),
        dims: tuple[str, ...] = (),
        name: str = "",
    ) -> int:
        """The value made so; if there is one already, that."""
        inputs = (
            frozenset({str(data[0])})
            if op == "input"
            else frozenset().union(*(self.values[a.value].inputs for a in args))
        )
        value = Value(op, args, data, dims, inputs)
        if value not in self._known:
            self._known[value] = len(self.values)
            self.values.append(value)
        at = self._known[value]
        if name:
            self.call(at, name)
        return at

    def call(self, at: int, name: str) -> None:
        """Give a value its name, if it has none."""
        old = self.values[at]
        if not old.name and old.op not in ("input", "number", "size"):
            self.values[at] = Value(old.op, old.args, old.data, old.dims, old.inputs, name)

    def number(self, value: Literal | int) -> Labelled:
        """A literal."""
        return Labelled(self.emit("number", data=(Fraction(value) if isinstance(value, int) else value,)))

    def layout(self, scope: Scope, parts: tuple[Labelled, ...]) -> Scope:
        """The axes of an operation on `parts`: as one of them has all, else in the order of the scope."""
        union = {label for part in parts for label in part.labels}
        ordered = tuple(sorted(union, key=scope.index))
        full = [part.labels for part in parts if len(part.labels) == len(union)]
        return ordered if ordered in full or not full else full[0]

    def operand(self, part: Labelled, labels: Scope) -> Operand:
        """`part` as it enters an operation with these axes; a bare number needs none."""
        value = self.values[part.value]
        if not part.labels and not value.inputs:
            return Operand(part.value)
        return Operand(part.value, tuple(part.labels.index(i) if i in part.labels else None for i in labels))

    def is_zero(self, part: Labelled) -> bool:
        """Whether it is the number 0, as the tangent of what does not change is."""
        value = self.values[part.value]
        return value.op == "number" and value.data == (0,)

    def apply(self, primitive: str, scope: Scope, *parts: Labelled, name: str = "") -> Labelled:
        """A primitive element by element; 0·u, 0/u and u ± 0 are not computed."""
        for operand, part in enumerate(parts):
            if (primitive, operand) in _BESIDE_ZERO and self.is_zero(part):
                return parts[_BESIDE_ZERO[primitive, operand]]
        labels = self.layout(scope, parts)
        args = tuple(self.operand(part, labels) for part in parts)
        return Labelled(self.emit("map", args, (primitive,), tuple(i.dim for i in labels), name), labels)

    def negative(self, part: Labelled) -> Labelled:
        """What has a minus sign, also above a fraction line, loses it."""
        value = self.values[part.value]
        if value.data == ("neg",) and value.args[0].axes == tuple(range(len(value.dims))):
            return Labelled(value.args[0].value, part.labels)
        if value.data == ("div",) and not value.name and self.values[value.args[0].value].data == ("neg",):
            above, below = value.args
            of = self.values[above.value].args[0]
            if of.axes == tuple(range(len(self.values[above.value].dims))):
                return Labelled(
                    self.emit("map", (replace(above, value=of.value), below), ("div",), value.dims), part.labels
                )
        return self.apply("neg", part.labels, part)

    def carries(self, part: Labelled, other: Labelled) -> bool:
        """Whether `part` is nan wherever `other` is: computed from it element by element, with no choice in between."""
        value = self.values[part.value]
        if part.value == other.value:
            return True
        passing = value.op == "map" and value.data[0] not in ("where", "isnan", *_COMPARISONS)
        return passing and any(self.carries(Labelled(a.value), other) for a in value.args)

    # ------------------------------------------------------------------------------------------------- terms

    def term(self, node: Node, scope: Scope) -> Labelled:
        """The value of a term, a formula or an index, whose free indices are in `scope`."""
        indices = tuple(sorted(free(node), key=scope.index))
        places = {index: Index(f"${n}", index.dim) for n, index in enumerate(indices)}
        known = canonical(substitute(node, places))
        if known not in self._terms:
            made = _LOWER[type(node)](self, node, scope)
            self._terms[known] = made.value, tuple(map(indices.index, made.labels))
            hint = self.hints.get(known, "")
            if hint:
                self.call(made.value, hint)
        at, order = self._terms[known]
        return Labelled(at, tuple(indices[n] for n in order))

    def has(self, name: str) -> bool:
        """Whether a definition has been computed, and so has all that it needs."""
        return name in self._definitions

    def definition(self, name: str) -> tuple[int, tuple[int, ...]]:
        """The value of a definition and which of its indices its axes stand for."""
        if name not in self._definitions:
            named = self.named[name]
            made = self.term(named.body, named.indices)
            self.call(made.value, name)
            self._definitions[name] = made.value, tuple(map(named.indices.index, made.labels))
        return self._definitions[name]

    def axes(self, name: str) -> tuple[str, ...]:
        """The dimensions of a quantity."""
        return self.arrays[name] if name in self.arrays else tuple(i.dim for i in self.named[name].indices)

    def ref(self, node: Ref, scope: Scope) -> Labelled:
        for n, index in enumerate(node.indices):
            if isinstance(index, Shift):
                k = fresh(self.axes(node.name)[n], (*scope, *free(node)))
                base = self.term(Ref(node.name, (*node.indices[:n], k, *node.indices[n + 1 :])), (*scope, k))
                where = aligned(
                    ((k, 1), *zip(index.indices, (-c for c in index.coefficients), strict=True)), -index.offset
                )
                if k not in base.labels or not isinstance(where, Aligned):
                    raise Unsupported(f"{node.name} has no axis to be shifted")
                return self.windows(where, base, (*scope, k), k)
            if isinstance(index, ArgMax):  # the element at the largest is a sum with one term
                k = fresh(index.index.dim, (*scope, *free(node)))
                at_k = Ref(node.name, (*node.indices[:n], k, *node.indices[n + 1 :]))
                return self.term(Reduce("sum", k, If(Cmp("==", k, index), at_k, ZERO)), scope)
        if node.name in self.arrays:
            dims = self.arrays[node.name]
            at, axes = self.emit("input", data=(node.name,), dims=dims), tuple(range(len(dims)))
        elif node.name in self.named:
            at, axes = self.definition(node.name)
        else:
            raise Unsupported(f"{node.name} is neither an input nor defined")
        labels = tuple(node.indices[n] for n in axes)
        assert all(isinstance(i, Index) for i in labels)
        return self.diagonal(Labelled(at, labels))  # type: ignore[arg-type]

    def diagonal(self, part: Labelled) -> Labelled:
        """Axes that stand for the same index become one."""
        distinct = tuple(dict.fromkeys(part.labels))
        if len(distinct) == len(part.labels):
            return part
        return self.contract((part,), distinct)

    def contract(self, parts: tuple[Labelled, ...], labels: Scope) -> Labelled:
        """The sum of the product of `parts` over all labels but these."""
        everywhere = tuple(dict.fromkeys(i for part in parts for i in (*labels, *part.labels)))
        letters = dict(zip(everywhere, _letters(everywhere), strict=True))
        subscripts = tuple("".join(letters[i] for i in part.labels) for part in parts)
        result = "".join(letters[i] for i in labels)
        args = tuple(Operand(p.value, tuple(range(len(p.labels)))) for p in parts)
        return Labelled(self.emit("contract", args, (subscripts, result), tuple(i.dim for i in labels)), labels)

    def over(self, node: Reduce, scope: Scope) -> Labelled:
        """A reduction; nested ones of the same kind are one over several axes."""
        bound: list[Index] = []
        body: Term = node
        while isinstance(body, Reduce) and body.op == node.op and body.cond is None:
            index, body = _opened(body, (*scope, *bound))
            bound.append(index)
        if not bound:
            index, body, cond = _guarded(node, scope)
            inner = (*scope, index)
            own = _own(cond, index) if node.op == "sum" else None
            if own is not None and index in free(body) and own not in free(body):
                return self.others(self.term(body, inner), index, own)
            return self.reduce(node.op, self.masked(node.op, body, cond, inner, index), (index,))
        inner = (*scope, *bound)
        if node.op == "sum":
            return self.sum(body, scope, tuple(bound))
        part = self.term(body, inner)
        for index in bound:
            if index not in part.labels:  # the same for every value of the index; it counts only if there is one
                part = self.mask(node.op, part, self.term(Cmp("==", index, index), inner), inner)
        return self.reduce(node.op, part, tuple(bound))

    def others(self, part: Labelled, index: Index, own: Index) -> Labelled:
        """For each value of `own` the sum over all others of `index`."""
        axis = part.labels.index(index)
        whole = (Operand(part.value, tuple(range(len(part.labels)))),)
        labels = tuple(own if i == index else i for i in part.labels)
        return Labelled(self.emit("others", whole, (axis,), tuple(i.dim for i in labels)), labels)

    def masked(self, op: str, body: Term, cond: Formula, scope: Scope, index: Index) -> Labelled:
        """`body` where the condition holds, elsewhere what changes nothing."""
        holds = self.term(cond, scope)
        part = self.term(body, scope)
        if index not in (*holds.labels, *part.labels):
            holds = self.apply("and", scope, holds, self.term(Cmp("==", index, index), scope))
        return self.mask(op, part, holds, scope)

    def mask(self, op: str, part: Labelled, holds: Labelled, scope: Scope) -> Labelled:
        return self.apply("where", scope, holds, part, self.number(IDENTITY[op]))

    def reduce(self, op: str, part: Labelled, over: tuple[Index, ...]) -> Labelled:
        axes = tuple(sorted(part.labels.index(i) for i in over))
        labels = tuple(i for i in part.labels if i not in over)
        whole = (Operand(part.value, tuple(range(len(part.labels)))),)
        return Labelled(self.emit("reduce", whole, (op, axes, False), tuple(i.dim for i in labels)), labels)

    def sum(self, body: Term, scope: Scope, over: tuple[Index, ...]) -> Labelled:
        """Σ body: factors without the bound indices stand in front, products of arrays of different shape are contracted."""
        inner = (*scope, *over)
        if isinstance(body, Neg):
            return self.negative(self.sum(body.arg, scope, over))
        if (positive := _all_negative(body)) is not None:
            return self.negative(self.sum(positive, scope, over))
        factors: tuple[Term, ...] = body.args if isinstance(body, Mul) else (body,)
        windows: list[Labelled] = []
        while (sunk := _sunk(factors, inner, over)) is not None:
            factors, index = sunk
            inner, over = (*inner, index), (*over, index)
        while places := [i for i in over if any(isinstance(f, Aligned) and i in f.indices for f in factors)]:
            sums = [(*found, i) for i in reversed(places) if (found := self.windowed(factors, i)) is not None]
            if not sums:
                break
            where, mine, index = min(sums, key=lambda each: self.work(factors, each[2]))
            together = tuple(f for f in mine if _mixes(f, index))
            seen = [w for w in windows if index in w.labels]
            windows = [w for w in windows if index not in w.labels]
            factors = tuple(f for f in factors if f is not where and f not in mine)
            over = tuple(i for i in over if i != index)
            if seen or together != mine:
                parts = (*seen, *(self.term(f, inner) for f in mine if f not in together))
                windows.append(self.windows(where, self.product(parts, inner), inner, index))
            if together:
                at = solved(where, index)
                assert at is not None
                moved = substitute(mul(*together), {index: at})
                assert isinstance(moved, Term)
                if always_inside(at, index.dim):
                    factors = (*factors, moved)
                else:
                    there = self.windows(where, self.term(Cmp("==", index, index), inner), inner, index)
                    windows.append(self.apply("where", inner, there, self.term(moved, inner), self.number(0)))
        outside = [f for f in factors if not free(f) & set(over)]
        made = (*windows, *(self.term(f, inner) for f in factors if f not in outside))
        unused = [i for i in over if not any(i in p.labels for p in made)]
        outer = [self.term(mul(*outside, *(size(i.dim) for i in unused)), scope)] if outside or unused else []
        over = tuple(i for i in over if i not in unused)
        parts = tuple(p for p in made if set(p.labels) & set(over))
        outer += [p for p in made if p not in parts]
        if not over or any(map(self.is_zero, outer)):
            return self.product(tuple(outer), scope)
        if len({frozenset(p.labels) for p in parts}) > 1:
            kept = tuple(sorted({i for p in parts for i in p.labels} - set(over), key=scope.index))
            result = self.contract(parts, kept)
        else:
            result = self.reduce("sum", self.product(parts, inner), over)
        return self.product((*outer, result), scope)

    def windowed(self, factors: tuple[Term, ...], index: Index) -> tuple[Aligned, tuple[Term, ...]] | None:
        """Of Σ_m [m = i + k]·u(m)·… the equation and what it is about; None if it is no such sum."""
        for where in factors:
            at = solved(where, index) if isinstance(where, Aligned) and index in where.indices else None
            mine = tuple(f for f in factors if f is not where and index in free(f))
            if at is not None and mine and not any(isinstance(f, Aligned) for f in mine):
                if all(isinstance(i, Index) for i in at.indices) and isinstance(where, Aligned):
                    return where, mine
        return None

    def work(self, factors: tuple[Term, ...], index: Index) -> int:
        """About how many products are left without this index: what a definition sums over beside a shift is not long."""
        if not self.narrow:
            found = (dim for named in self.named.values() for dim in _beside_shifts(named.body))
            self.narrow = {"": 1} | dict.fromkeys(found, 3)
        indices = frozenset().union(*map(free, factors)) - {index}
        return prod(max(1, length(i.dim, defaultdict(lambda: 8, self.narrow))) for i in indices)

    def windows(self, where: Aligned, part: Labelled, scope: Scope, index: Index) -> Labelled:
        """Σ_m [m = i + k]·u(m): u with an axis for i and one for k."""
        at = solved(where, index)
        assert at is not None
        axis = part.labels.index(index)
        new = [i for i in at.indices if isinstance(i, Index)]
        order = sorted(new, key=scope.index, reverse=True)  # what is summed over soonest stands in front
        coefficients = tuple(at.coefficients[at.indices.index(i)] for i in order)
        labels = (*part.labels[:axis], *order, *part.labels[axis + 1 :])
        whole = (Operand(part.value, tuple(range(len(part.labels)))),)
        made = self.emit("windows", whole, (axis, coefficients, at.offset), tuple(i.dim for i in labels))
        return self.diagonal(Labelled(made, labels))

    def product(self, parts: tuple[Labelled, ...], scope: Scope) -> Labelled:
        one = self.number(1)  # such as the cotangent that a gradient starts from
        result, *rest = [p for p in parts if p != one] or [one]
        for part in rest:
            result = self.apply("mul", scope, result, part)
        return result

    def positions(self, node: IndexTerm, scope: Scope) -> Labelled:
        """The position that an index term stands for."""
        if isinstance(node, Index):
            return Labelled(self.emit("positions", data=(node.dim,), dims=(node.dim,)), (node,))
        assert isinstance(node, ArgMax)
        index, body = _opened(node, scope)
        part = self.term(body, (*scope, index))
        if index not in part.labels:
            return self.number(0)
        axis = part.labels.index(index)
        labels = part.labels[:axis] + part.labels[axis + 1 :]
        whole = (Operand(part.value, tuple(range(len(part.labels)))),)
        return Labelled(self.emit("argmax", whole, (axis,), tuple(i.dim for i in labels)), labels)


# --------------------------------------------------------------------------------------- one entry for each class


def _sunk(factors: tuple[Term, ...], scope: Scope, over: Scope) -> tuple[tuple[Term, ...], Index] | None:
    """A factor that is a sum over positions aligned with those of a sum around it, taken into that sum; its index."""
    for n, factor in enumerate(factors):
        if isinstance(factor, Reduce) and factor.op == "sum" and factor.cond is None:
            index, body = _opened(factor, scope)
            below = body.args if isinstance(body, Mul) else (body,)
            if any(isinstance(f, Aligned) and index in f.indices and free(f) & set(over) for f in below):
                return (*factors[:n], *below, *factors[n + 1 :]), index
    return None


def _mixes(term: Term, index: Index) -> bool:
    """Whether elements at `index` meet elements along other axes in what is no product: (x_m − x_i)²."""
    if isinstance(term, Ref) or not only_in_elements(index, term):
        return False
    elements = [n for n in subterms(term) if isinstance(n, Ref)]
    own = frozenset().union(*(free(n) for n in elements if index in free(n)))
    return any(not free(n) <= own for n in elements)


def _beside_shifts(node: Node, around: tuple[Index, ...] = ()) -> Iterator[str]:
    """The dimensions that sums run over beside an equation of positions, but for the sum that this is a factor of."""
    if isinstance(node, Aligned):
        yield from (i.dim for i in around[:-1] if i in node.indices)
    inner = (*around, node.index) if isinstance(node, Reduce) else around
    for child in node.children():
        yield from _beside_shifts(child, inner)


def _opened(node: Reduce | ArgMax, scope: Scope) -> tuple[Index, Term]:
    """Index and body of a binder, the index none of the scope."""
    if all(i.name != node.index.name for i in scope):
        return node.index, node.body
    index = fresh(node.index.dim, (*scope, *free(node.body)))
    body = substitute(node.body, {node.index: index})
    assert isinstance(body, Term)
    return index, body


def _guarded(node: Reduce, scope: Scope) -> tuple[Index, Term, Formula]:
    cond = TRUE if node.cond is None else node.cond
    index = node.index
    if any(i.name == index.name for i in scope):
        index = fresh(index.dim, (*scope, *free(node.body), *free(cond)))
    body, moved = substitute(node.body, {node.index: index}), substitute(cond, {node.index: index})
    assert isinstance(body, Term) and isinstance(moved, Formula)
    return index, body, moved


def _own(cond: Formula, index: Index) -> Index | None:
    """i, if the condition is k ≠ i for the bound index k."""
    if isinstance(cond, Cmp) and cond.op == "!=" and isinstance(cond.left, Index) and isinstance(cond.right, Index):
        sides = [i for i in (cond.left, cond.right) if i != index]
        return sides[0] if len(sides) == 1 else None
    return None


def _letters(indices: Scope) -> list[str]:
    """A letter for each index: its own name where that is a letter and free."""
    taken: list[str] = []
    spare = [c for c in "ijklmnopqrstuvwxyzabcdefgh" if c not in {i.name for i in indices}]
    for index in indices:
        own = len(index.name) == 1 and index.name.isascii() and index.name.isalpha() and index.name not in taken
        taken.append(index.name if own else spare.pop(0))
    return taken


def _add(b: Builder, node: Add, scope: Scope) -> Labelled:
    if (positive := _all_negative(node)) is not None:
        return b.term(Neg(positive), scope)
    args = sorted(node.args, key=lambda a: _negative(a) is not None) if _negative(node.args[0]) else node.args
    result = b.term(args[0], scope)
    for arg in args[1:]:
        negative = _negative(arg)
        if negative is None:
            result = b.apply("add", scope, result, b.term(arg, scope))
        else:
            result = b.apply("sub", scope, result, b.term(negative, scope))
    return result


def _all_negative(term: Term) -> Term | None:
    """The sum s, if term is −s with a minus sign before each summand."""
    args = [a.arg for a in term.args if isinstance(a, Neg)] if isinstance(term, Add) else []
    return add(*args) if args and len(args) == len(term.children()) else None


def _negative(term: Term) -> Term | None:
    """−term, if term is written with a minus sign."""
    if isinstance(term, Neg):
        return term.arg
    return Num(-term.value) if isinstance(term, Num) and term.value < 0 else None


def _mul(b: Builder, node: Mul, scope: Scope) -> Labelled:
    return b.product(tuple(b.term(f, scope) for f in node.args), scope)


def _pow(b: Builder, node: Pow, scope: Scope) -> Labelled:
    if isinstance(node.exp, Num):
        if node.exp.value == Fraction(1, 2):
            return b.apply("sqrt", scope, b.term(node.base, scope))
        if node.exp.value == -1:
            return b.apply("div", scope, b.number(1), b.term(node.base, scope))
    return b.apply("pow", scope, b.term(node.base, scope), b.term(node.exp, scope))


def _fun(b: Builder, node: Fun, scope: Scope) -> Labelled:
    if node.name == "polygamma":
        order = node.args[0]
        if not isinstance(order, Num) or order.value.denominator != 1 or order.value < 0:
            raise Unsupported("polygamma needs an order that is a number 0, 1, 2, …")
    parts = tuple(b.term(a, scope) for a in node.args)
    if node.name in ("max", "min"):
        result = parts[0]
        for part in parts[1:]:
            result = b.apply(node.name, scope, result, part)
        return result
    return b.apply(node.name, scope, *parts)


def _delta(b: Builder, node: Delta, scope: Scope) -> Labelled:
    left, right = node.left, node.right
    if left == right:
        return b.number(1)
    if isinstance(left, Index) and isinstance(right, Index):
        labels = tuple(sorted((left, right), key=scope.index))
        return Labelled(b.emit("eye", data=(left.dim,), dims=(left.dim, right.dim)), labels)
    return b.term(If(Cmp("==", left, right), ONE, ZERO), scope)


def _aligned(b: Builder, node: Aligned, scope: Scope) -> Labelled:
    sides: tuple[list[Labelled], list[Labelled]] = ([], [])
    for coefficient, index in zip(node.coefficients, node.indices, strict=True):
        place = b.positions(index, scope)
        times = place if abs(coefficient) == 1 else b.apply("mul", scope, b.number(abs(coefficient)), place)
        sides[coefficient < 0].append(times)
    if node.offset:
        sides[node.offset < 0].append(b.number(abs(node.offset)))
    left, right = (reduce(lambda u, v: b.apply("add", scope, u, v), side or [b.number(0)]) for side in sides)
    return b.apply("where", scope, b.apply("==", scope, left, right), b.number(1), b.number(0))


def _if(b: Builder, node: If, scope: Scope) -> Labelled:
    """Where what is compared is nan, so is the result: the branch taken there must depend on it, or else it is asked."""
    compared = [p for p in _compared(b, node.cond, scope) if b.values[p.value].inputs]
    cond, then, other = (b.term(n, scope) for n in (node.cond, node.then, node.other))
    if all(b.carries(other, p) for p in compared):
        return b.apply("where", scope, cond, then, other)
    if isinstance(node.cond, Cmp) and node.cond.op in _OPPOSITE and all(b.carries(then, p) for p in compared):
        turned = Cmp(_OPPOSITE[node.cond.op], node.cond.right, node.cond.left)
        return b.apply("where", scope, b.term(turned, scope), other, then)
    chosen = b.apply("where", scope, cond, then, other)
    for part in compared:
        chosen = b.apply("where", scope, b.apply("isnan", scope, part), part, chosen)
    return chosen


def _compared(b: Builder, cond: Formula, scope: Scope) -> tuple[Labelled, ...]:
    """The numbers that a condition compares."""
    if isinstance(cond, Cmp):
        sides = (s for s in (cond.left, cond.right) if isinstance(s, Term))
        return tuple(dict.fromkeys(b.term(s, scope) for s in sides))
    if isinstance(cond, And | Not):
        return tuple(dict.fromkeys(p for c in cond.children() for p in _compared(b, c, scope)))  # type: ignore[arg-type]
    return ()


_OPPOSITE: Mapping[str, str] = {"<": "<=", "<=": "<"}
"""not u < v is v <= u."""


def _cmp(b: Builder, node: Cmp, scope: Scope) -> Labelled:
    sides = (node.left, node.right)
    parts = tuple(b.positions(s, scope) if isinstance(s, IndexTerm) else b.term(s, scope) for s in sides)
    tolerant = b.tolerant and not isinstance(node.left, IndexTerm)
    return b.apply(_TOLERANT.get(node.op, node.op) if tolerant else node.op, scope, *parts)


def _and(b: Builder, node: And, scope: Scope) -> Labelled:
    parts = tuple(b.term(a, scope) for a in node.args)
    if not parts:
        return b.apply("==", scope, b.number(0), b.number(0))
    result = parts[0]
    for part in parts[1:]:
        result = b.apply("and", scope, result, part)
    return result


def _not(b: Builder, node: Not, scope: Scope) -> Labelled:
    return b.apply("not", scope, b.term(node.arg, scope))


def _implies(b: Builder, node: Implies, scope: Scope) -> Labelled:
    return b.apply("or", scope, b.apply("not", scope, b.term(node.cond, scope)), b.term(node.body, scope))


def _forall(b: Builder, node: ForAll, scope: Scope) -> Labelled:
    inner = (*scope, node.index)
    part = b.term(node.body, inner)
    return b.reduce("all", part, (node.index,)) if node.index in part.labels else part


def _number(b: Builder, node: Num, scope: Scope) -> Labelled:
    return b.number(node.value)


def _const(b: Builder, node: Const, scope: Scope) -> Labelled:
    return b.number(node.name)


def _size(b: Builder, node: Size, scope: Scope) -> Labelled:
    return Labelled(b.emit("size", data=(node.dim,)))


def _neg(b: Builder, node: Neg, scope: Scope) -> Labelled:
    return b.negative(b.term(node.arg, scope))


def _div(b: Builder, node: Div, scope: Scope) -> Labelled:
    return b.apply("div", scope, b.term(node.num, scope), b.term(node.den, scope))


def _refused(b: Builder, node: Node, scope: Scope) -> Labelled:
    what = "a derivative that was not evaluated" if isinstance(node, Diff) else "a rule's variable"
    raise Unsupported(f"cannot compute {what}")


_BESIDE_ZERO = {("mul", 0): 0, ("mul", 1): 1, ("div", 0): 0, ("neg", 0): 0, ("add", 0): 1, ("add", 1): 0, ("sub", 1): 0}
"""By primitive and the operand that is 0: the operand that is the result."""
_TOLERANT = {"==": "close", "<=": "at_most"}

_LOWER: Mapping[type[Node], Callable[[Builder, Any, Scope], Labelled]] = {
    Num: _number, Const: _const, Size: _size, Ref: Builder.ref, Add: _add, Mul: _mul, Neg: _neg, Div: _div, Pow: _pow, Fun: _fun,
    Reduce: Builder.over, Delta: _delta, Aligned: _aligned, If: _if, Cmp: _cmp, And: _and, Not: _not, Implies: _implies,
    ForAll: _forall,
    Diff: _refused, Pred: _refused,
}  # fmt: skip
