"""Does a term have a certain form?  Matching that looks through definitions, and sees a term as the views let it be seen.

Comes in: a pattern, as the tables of rules write it, and a term.  Goes out: `Found`, what the pattern's variables stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from derive.context import Context
from derive.expr import (
    ONE,
    TRUE,
    ZERO,
    Add,
    Cmp,
    Div,
    Formula,
    Fun,
    Index,
    IndexTerm,
    Lambda,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Pred,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    alpha_equal,
    free,
    mul,
    num,
    rewrite_nodes,
    substitute,
    subterms,
)  # fmt: skip
from derive.rules.stability import Stability
from derive.signs import match_indices

__all__ = ["Found", "Matcher", "instance", "is_safe", "is_small", "plain"]

DEEPEST = 8
"""So many steps of unfolding and viewing are looked through for one pattern."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the variables of a pattern stand for; `bound` maps its bound indices to those of the term."""

    quantities: Mapping[str, Lambda] = field(default_factory=dict)
    indices: Mapping[Index, IndexTerm] = field(default_factory=dict)
    dims: Mapping[str, str] = field(default_factory=dict)
    bound: Mapping[Index, Index] = field(default_factory=dict)
    views: tuple[str, ...] = ()
    """The views through which it was seen."""


@dataclass(slots=True)
class Matcher:
    """Matching that looks through definitions, and sees a term in the forms that the views give it."""

    context: Context
    views: Sequence[Stability]
    _seen: dict[Term, tuple[tuple[Term, str], ...]] = field(default_factory=dict)

    def match(self, pattern: Node, node: Node, found: Found, depth: int = DEEPEST) -> Iterator[Found]:
        """Every way to see `node` as an instance of `pattern`."""
        if isinstance(pattern, Ref | Pred):
            yield from self.variable(pattern, node, found)
            return
        if isinstance(node, Term) and depth:
            yield from self.directly(pattern, node, found, depth)
            for other, view in self.otherwise(node, depth):
                seen = replace(found, views=(*found.views, view)) if view else found
                yield from self.match(pattern, other, seen, depth - 1)

    def otherwise(self, node: Term, depth: int) -> tuple[tuple[Term, str], ...]:
        """Other forms of a term: its definition, or as a view has it, with that view's name."""
        if node not in self._seen:
            self._seen[node] = ()
            if isinstance(node, Ref) and node.name in self.context.definitions:
                self._seen[node] = ((self.context.unfold(node), ""),)
            elif isinstance(node, Add | Mul | Div | Pow):
                self._seen[node] = tuple(islice(self.viewed(node, depth - 1), 2))
        return self._seen[node]

    def viewed(self, node: Term, depth: int) -> Iterator[tuple[Term, str]]:
        for view in self.views:
            if type(view.rule.left) is type(node):
                for found in self.match(view.rule.left, node, Found(), depth):
                    yield instance(view.rule.right, found), view.rule.name

    def directly(self, pattern: Node, node: Term, found: Found, depth: int) -> Iterator[Found]:
        if type(pattern) is not type(node):
            return
        if isinstance(pattern, Add | Mul):
            assert isinstance(node, Add | Mul)
            parts = sorted(pattern.args, key=lambda a: isinstance(a, Ref))  # a variable takes what the others leave
            yield from self.operands(parts, node.args, add if isinstance(node, Add) else mul, found, depth)
        elif isinstance(pattern, Reduce):
            assert isinstance(node, Reduce)
            yield from self.reduction(pattern, node, found, depth)
        elif isinstance(pattern, Fun) and pattern.name == "exp" and isinstance(node, Fun) and is_small(node.args[0]):
            return  # a number, or moved already: nothing is gained
        elif pattern._label() == node._label():
            order = -1 if isinstance(pattern, Div) else 1  # what stands above a sum is found by what is below
            yield from self.each(pattern.children()[::order], node.children()[::order], found, depth)

    def each(self, patterns: Sequence[Node], nodes: Sequence[Node], found: Found, depth: int) -> Iterator[Found]:
        if not patterns:
            yield found
        elif len(patterns) == len(nodes):
            for first in self.match(patterns[0], nodes[0], found, depth):
                yield from self.each(patterns[1:], nodes[1:], first, depth)

    def operands(
        self, parts: Sequence[Term], nodes: Sequence[Term], build: Callable[..., Term], found: Found, depth: int
    ) -> Iterator[Found]:
        """Operands in any order; a variable at the end takes all that is left."""
        if len(parts) == 1 and (len(nodes) == 1 or isinstance(parts[0], Ref)):
            yield from self.match(parts[0], build(*nodes), found, depth)
        elif 1 < len(parts) <= len(nodes):
            for n, node in enumerate(nodes):
                for first in self.match(parts[0], node, found, depth):
                    yield from self.operands(parts[1:], [*nodes[:n], *nodes[n + 1 :]], build, first, depth)

    def reduction(self, pattern: Reduce, node: Reduce, found: Found, depth: int) -> Iterator[Found]:
        if pattern.op != node.op or found.dims.get(pattern.index.dim, node.index.dim) != node.index.dim:
            return
        dims, bound = {**found.dims, pattern.index.dim: node.index.dim}, {**found.bound, pattern.index: node.index}
        opened = replace(found, dims=dims, bound=bound)
        for inner in self.match(pattern.body, node.body, opened, depth):
            if pattern.cond is None and node.cond is not None:
                return
            conds = [inner] if pattern.cond is None else self.match(pattern.cond, node.cond or TRUE, inner, depth)
            yield from (replace(c, bound=found.bound) for c in conds)

    def variable(self, pattern: Ref | Pred, node: Node, found: Found) -> Iterator[Found]:
        """`v[k]`: any term, as a function of what k stands for; it holds no other bound index."""
        if not isinstance(node, Term if isinstance(pattern, Ref) else Formula) or is_moved(node):
            return
        known = found.quantities.get(pattern.name)
        if any(i not in found.bound for i in pattern.indices):
            at = None if known is None else match_indices(known.body, node, set(known.params))
            if known is not None and at is not None and set(at) == set(known.params):
                places = dict(zip(pattern.indices, (at[p] for p in known.params), strict=True))
                yield replace(found, indices={**found.indices, **places})  # type: ignore[dict-item]
            return
        actual = tuple(found.bound[i] for i in pattern.indices)  # type: ignore[index]
        if free(node) & (set(found.bound.values()) - set(actual)):
            return
        if known is None:
            yield replace(found, quantities={**found.quantities, pattern.name: Lambda(actual, node)})
        elif alpha_equal(plain(substitute(known.body, dict(zip(known.params, actual, strict=True)))), plain(node)):
            yield found


def instance(pattern: Term, found: Found) -> Term:
    """The pattern with its variables replaced."""
    indices = {Index(i.name, found.dims.get(i.dim, i.dim)): t for i, t in found.indices.items()}
    term = substitute(pattern, indices, found.quantities, found.dims)
    made = plain(term)
    assert isinstance(made, Term)
    return made


def plain(node: Node) -> Node:
    """As a person would write it: no double signs, no sign inside |·| and in a comparison with 0."""
    return rewrite_nodes(node, _plainer)


def _plainer(node: Node) -> Node | None:
    if isinstance(node, Neg) and isinstance(node.arg, Neg):
        return node.arg.arg
    if isinstance(node, Neg) and isinstance(node.arg, Add) and all(isinstance(a, Neg) for a in node.arg.args):
        return add(*(a.arg for a in node.arg.args if isinstance(a, Neg)))
    if isinstance(node, Neg) and isinstance(node.arg, Num):
        return num(-node.arg.value)
    if isinstance(node, Fun) and node.name == "abs" and isinstance(node.args[0], Neg):
        return Fun("abs", (node.args[0].arg,))
    if isinstance(node, Fun) and node.name == "log" and node.args[0] == ONE:
        return ZERO
    if isinstance(node, Cmp) and node.left == ZERO and isinstance(node.right, Neg):
        return Cmp(node.op, node.right.arg, ZERO)
    if isinstance(node, Cmp) and node.right == ZERO and isinstance(node.left, Neg):
        return Cmp(node.op, ZERO, node.left.arg)
    if isinstance(node, Add) and ZERO in node.args:
        return add(*(a for a in node.args if a != ZERO))
    return None


def is_moved(node: Node) -> bool:
    """Whether it is a difference from a term that was chosen near it: nothing is gained by moving it again."""
    return isinstance(node, Fun) and node.name == "less"


def is_small(exponent: Term) -> bool:
    """Whether an exponent is a number, or cannot be positive."""
    return is_safe(exponent) or not any(isinstance(n, Ref | Size) for n in subterms(exponent))


def is_safe(exponent: Term) -> bool:
    """Whether an exponent cannot be positive, being made so by an entry."""
    if isinstance(exponent, Reduce):
        return is_safe(exponent.body)
    if isinstance(exponent, Fun):
        return exponent.name == "below" or (exponent.name == "min" and ZERO in exponent.args)
    if isinstance(exponent, Mul):
        return is_safe(exponent.args[-1]) and all(map(_not_negative, exponent.args[:-1]))
    if isinstance(exponent, Add):
        return all(map(is_safe, exponent.args))
    if not isinstance(exponent, Neg):
        return False
    factors = exponent.arg.args if isinstance(exponent.arg, Mul) else (exponent.arg,)
    return all(map(_not_negative, factors))


def _not_negative(factor: Term) -> bool:
    if isinstance(factor, Num):
        return factor.value > 0
    return isinstance(factor, Fun) and (factor.name == "abs" or (factor.name == "max" and ZERO in factor.args))
