"""How does a shifted index look?  Sums over aligned positions come in, elements like `x[i + k]` go out.

In a term the element of x at i + k is Σ_m [m = i + k]·x_m, which is 0 where x has no such element; what stands around it knows
nothing of shifts.  Here m is put in: where the sum meets a single element, where it is within a sum that passes over what
is absent, or where the axis of x is long enough.  What is left is shown as a δ.
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.expr import (
    ONE,
    ZERO,
    Add,
    Aligned,
    Binder,
    Delta,
    Diff,
    Div,
    If,
    Index,
    IndexTerm,
    Mul,
    Neg,
    Node,
    Reduce,
    Ref,
    Term,
    div,
    extent,
    free,
    has_equations,
    is_never_negative,
    mul,
    neg,
    node_class,
    substitute,
)

__all__ = ["Shift", "always_inside", "only_in_elements", "shifted", "solved"]


@node_class
class Shift(IndexTerm):
    """The position Σ coefficient·index + offset; only what is shown has it."""

    coefficients: tuple[int, ...]
    indices: tuple[IndexTerm, ...]
    offset: int

    def children(self) -> tuple[Node, ...]:
        return self.indices

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Shift(self.coefficients, children, self.offset)  # type: ignore[arg-type]

    def _label(self) -> tuple[object, ...]:
        return (self.coefficients, self.offset)

    def parts(self) -> Iterator[tuple[str, int, IndexTerm | None]]:
        """The sign, the factor and the index of each part as it is written, the number (an index None) last."""
        order = sorted(zip(self.coefficients, self.indices, strict=True), key=lambda part: part[0] < 0)
        for coefficient, index in order:
            yield "-" if coefficient < 0 else "+", abs(coefficient), index
        if self.offset or not order:
            yield "-" if self.offset < 0 else "+", abs(self.offset), None


def solved(where: Aligned, index: IndexTerm) -> Shift | None:
    """The position that `index` is at in this equation; None where that takes a division."""
    at = where.indices.index(index)
    by = where.coefficients[at]
    if abs(by) != 1:
        return None
    rest = [(-by * c, i) for c, i in zip(where.coefficients, where.indices, strict=True) if i != index]
    return Shift(tuple(c for c, _ in rest), tuple(i for _, i in rest), -by * where.offset)


def always_inside(at: Shift, dim: str) -> bool:
    """Whether there is such a position in the dimension, whatever the indices and the lengths of dimensions are."""
    axis, beyond = extent(dim)
    spare, constant = dict(axis), beyond - 1 - at.offset
    for coefficient, index in zip(at.coefficients, at.indices, strict=True):
        if coefficient < 0 or not isinstance(index, Index):
            return False
        lengths, more = extent(index.dim)
        constant -= coefficient * (more - 1)
        for name, count in lengths:
            spare[name] = spare.get(name, 0) - coefficient * count
    return at.offset >= 0 and is_never_negative(spare, constant)


def shifted(node: Node) -> Node:
    """`node` with elements at shifted positions, and no equation of positions left."""
    return _shifted(node, (), frozenset())


def _shifted(node: Node, around: tuple[Index, ...], near: frozenset[Index], added: bool = True) -> Node:
    """`around` are the indices of the sums around, innermost last; `near` those of sums that this is a factor in.

    What is `added` is a summand of the whole, or a factor of one: it may be absent.
    """
    if not has_equations(node):
        return node
    if isinstance(node, Aligned):
        below = tuple(_shifted(i, around, frozenset(), False) for i in node.indices)
        return _delta(Aligned(node.coefficients, below, node.offset))  # type: ignore[arg-type]
    if isinstance(node, Reduce) and node.op == "sum":
        folded = _folded(node, around, near, added) if node.cond is None else None
        if folded is not None:
            return _shifted(folded, around, near, added)
        body = _shifted(node.body, (*around, node.index), near | {node.index}, added)
        conditions = (_shifted(c, (*around, node.index), frozenset(), False) for c in node.children()[1:])
        return node.rebind(node.index, (body, *conditions))
    inner = (*around, node.index) if isinstance(node, Reduce) else around
    made = []
    for n, child in enumerate(node.children()):
        passes = _passes(node, n)
        kept = added and (passes or isinstance(node, Add) or (isinstance(node, If) and n > 0))
        made.append(_shifted(child, inner, near if passes else frozenset(), kept))
    return node.rebind(node.index, tuple(made)) if isinstance(node, Binder) else node.rebuild(tuple(made))


def _passes(node: Node, child: int) -> bool:
    """Whether `node` is 0 where this child is."""
    if isinstance(node, If):
        return child > 0 and node.children()[3 - child] == ZERO
    return isinstance(node, Mul | Neg) or (isinstance(node, Div) and not child)


def _delta(node: Aligned) -> Node:
    """δ of a position and where it should be; a position by itself on the left if there is one."""
    own = next((i for c, i in zip(node.coefficients, node.indices, strict=True) if c == -1), None)
    own = own or next((i for c, i in zip(node.coefficients, node.indices, strict=True) if c == 1), None)
    if own is not None:
        at = solved(node, own)
        assert at is not None
        return Delta(own, at)
    sides: tuple[list[tuple[int, IndexTerm]], list[tuple[int, IndexTerm]]] = ([], [])
    for coefficient, index in zip(node.coefficients, node.indices, strict=True):
        sides[coefficient < 0].append((abs(coefficient), index))
    left, right = (Shift(tuple(c for c, _ in s), tuple(i for _, i in s), 0) for s in sides)
    return Delta(Shift(left.coefficients, left.indices, node.offset), right)


def _folded(node: Reduce, around: tuple[Index, ...], near: frozenset[Index], added: bool) -> Term | None:
    """Σ_m [m = i + k]·u(m) as u(i + k), if that is what this would be read as."""
    index = node.index
    for where, rest in _parted(node.body, index):
        at = solved(where, index)
        if at is None or index not in free(rest) or not only_in_elements(index, rest):
            continue
        innermost = next((i for i in reversed(around) if i in at.indices), None)
        if not always_inside(at, index.dim):
            if innermost is not None and innermost not in near:
                continue
            if innermost is None and not (added and _is_one_element(rest, index)):
                continue
        found = substitute(rest, {index: at})
        assert isinstance(found, Term)
        return found
    return None


def _parted(term: Term, index: Index) -> Iterator[tuple[Aligned, Term]]:
    """The equations about `index` that are factors of a term, also inside sums in it, each with the rest of the term."""
    if isinstance(term, Aligned):
        if index in term.indices:
            yield term, ONE
    elif isinstance(term, Neg):
        yield from ((where, neg(rest)) for where, rest in _parted(term.arg, index))
    elif isinstance(term, Div):
        yield from ((where, div(rest, term.den)) for where, rest in _parted(term.num, index))
    elif isinstance(term, Mul):
        for n, factor in enumerate(term.args):
            for where, rest in _parted(factor, index):
                yield where, mul(*(f for f in (*term.args[:n], rest, *term.args[n + 1 :]) if f != ONE))
    elif isinstance(term, Reduce) and term.op == "sum" and term.cond is None and term.index != index:
        for where, rest in _parted(term.body, index):
            if term.index not in where.indices:
                yield where, Reduce("sum", term.index, rest)


def _is_one_element(term: Term, index: Index) -> bool:
    """Whether `index` stands in one element, of which the term is a multiple: absent, it is 0."""
    if isinstance(term, Neg):
        return _is_one_element(term.arg, index)
    if isinstance(term, Div):
        return index not in free(term.den) and _is_one_element(term.num, index)
    if isinstance(term, Mul):
        mine = [f for f in term.args if index in free(f)]
        return len(mine) == 1 and _is_one_element(mine[0], index)
    if isinstance(term, Reduce) and term.op == "sum" and term.cond is None:
        return _is_one_element(term.body, index)
    return isinstance(term, Ref)


def only_in_elements(index: Index, term: Term) -> bool:
    """Whether the index stands nowhere but in brackets behind a name."""

    def fits(node: Node) -> bool:
        if index not in free(node):
            return True
        if isinstance(node, Ref):
            return all(i == index or index not in free(i) for i in node.indices)
        return not isinstance(node, Diff | IndexTerm | Delta | Aligned) and all(map(fits, node.children()))

    return fits(term)
