"""Which of two nested sums is added up first?  The one that leaves less to be done.

Comes in: a term.  Goes out: a theorem that it equals one in which Σⱼ vⱼ·Σₖ Xₖᵢ·Xₖⱼ, a matrix times a vector where the matrix
would have to be made first, is Σₖ Xₖᵢ·Σⱼ Xₖⱼ·vⱼ; or, for others to prove, one in which sums that are known can be seen.
"""

from __future__ import annotations

from derive import kernel
from derive.context import Context
from derive.conversion import apply, by_arithmetic, chained, each_once
from derive.expr import ONE, TRUE, Index, Lambda, Node, Reduce, Term, div, free, mul, subterms
from derive.kernel import Theorem
from derive.rules import rules
from derive.strategy.normal import flat

__all__ = ["contracted", "loops", "taken_apart"]


def contracted(context: Context, term: Term) -> Theorem | None:
    """Nested sums in the order in which the most indices at once are fewest."""
    return _EVERYWHERE(context, term)


def loops(term: Node) -> int:
    """Over how many indices at once a sum in `term` goes, at most."""
    sums = (n for n in subterms(term) if isinstance(n, Reduce))
    return max((len(free(n.body) | {n.index}) for n in sums), default=0)


def taken_apart(term: Term) -> Term:
    """ΣⱼΣₖ f·g, of which only g knows j, as Σₖ f·Σⱼ g, in whichever order the sums stand.  Others prove that it is equal."""

    def go(node: Node) -> Node:
        indices, body = list[Index](), node
        while isinstance(body, Term) and (total := _plain_sum(body)) is not None:
            indices, body = [*indices, total.index], total.body
        factors, below = flat(body) if isinstance(body, Term) else ([], [])
        if len(indices) < 2 or len(set(indices)) < len(indices) or below:
            return node.rebuild(tuple(map(go, node.children()))) if node.children() else node
        while indices:
            knowing = {i: [f for f in factors if i in free(f)] for i in indices}
            first = min(indices, key=lambda i: (len(free(mul(*knowing[i]))), len(knowing[i]), i.name))
            factors = [*(f for f in factors if f not in knowing[first]), Reduce("sum", first, mul(*knowing[first]))]
            indices.remove(first)
        return mul(*factors)

    found = go(term)
    assert isinstance(found, Term)
    return found


def _exchanged(context: Context, node: Term) -> Theorem | None:
    """Σⱼ f·Σₖ g·h with f and h about j as Σₖ g·Σⱼ f·h, where that is cheaper."""
    outer = _plain_sum(node)
    if outer is None:
        return None
    above, below = flat(outer.body)
    inner = next((s for s in map(_plain_sum, above) if s is not None), None)
    if inner is None or any(inner.index in free(f) for f in (*above, *below)):
        return None
    others = [f for f in above if f is not inner]
    more, low = flat(inner.body)
    j, k, factors, under = outer.index, inner.index, [*others, *more], [*below, *low]
    fixed = _quotient(*([f for f in side if not {j, k} & free(f)] for side in (factors, under)))
    left = _quotient(*([f for f in side if {j, k} & free(f) == {k}] for side in (factors, under)))
    first = Reduce("sum", j, _quotient(*([f for f in side if j in free(f)] for side in (factors, under))))
    if loops(first) >= loops(node) or loops(Reduce("sum", k, _times(left, first))) >= loops(node):
        return None
    return _proved(context, outer, inner, _quotient(others, below), fixed, left, first)


def _proved(
    context: Context, outer: Reduce, inner: Reduce, others: Term, fixed: Term, left: Term, first: Reduce
) -> Theorem | None:
    """Into the inner sum, the sums exchanged, out of both."""
    j, k, body = outer.index, inner.index, mul(others, inner.body)
    arranged = by_arithmetic(context, outer.body, mul(others, inner))
    into = kernel.symmetry(context, _in_front(context, inner, others, inner.body))
    swapped = apply(context, rules()["sum_swap"], {"f": Lambda((j, k), body)}, dims={"K": j.dim, "L": k.dim})
    apart = by_arithmetic(context, body, mul(fixed, left, first.body))
    if arranged is None or apart is None:
        return None
    spread = kernel.congruence(context, Reduce("sum", j, body), (apart,))
    front = _in_front(context, first, mul(fixed, left), first.body)
    rest = _times(left, first)
    within = chained(context, spread, front, by_arithmetic(context, front.right, mul(fixed, rest)))
    assert within is not None
    found = _in_front(context, Reduce("sum", k, rest), fixed, rest)
    return chained(
        context,
        kernel.congruence(context, outer, (chained(context, arranged, into),)),
        swapped,
        kernel.congruence(context, Reduce("sum", k, within.left), (within,)),
        found,
        by_arithmetic(context, found.right, _times(fixed, Reduce("sum", k, rest))),
    )


def _in_front(context: Context, over: Reduce, constant: Term, body: Term) -> Theorem:
    """Σ c·f = c·Σ f."""
    quantities: dict[str, Lambda | Node] = {
        "c": constant,
        "f": Lambda((over.index,), body),
        "P": Lambda((over.index,), TRUE),
    }
    return apply(context, rules()["sum_factor"], quantities, dims={"K": over.index.dim})


def _plain_sum(node: Node) -> Reduce | None:
    return node if isinstance(node, Reduce) and node.op == "sum" and node.cond is None else None


def _quotient(above: list[Term], below: list[Term]) -> Term:
    return div(mul(*above), mul(*below)) if below else mul(*above)


def _times(left: Term, first: Term) -> Term:
    above, below = flat(left)
    return _quotient([*(f for f in above if f != ONE), first], below)


_EVERYWHERE = each_once(_exchanged)
