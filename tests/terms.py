"""Random terms for hypothesis, over one small theory."""

from __future__ import annotations

from hypothesis import strategies as st

from derive import language
from derive.expr import (
    Cmp,
    Delta,
    Diff,
    Fun,
    If,
    Index,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    div,
    mul,
    neg,
    num,
    power,
)

DEFINED = language.parse_theory(
    "y[i] = exp(a[i])/sum(exp(a[k]) for k in K)\ns = sum(a[k]*y[k] for k in K)*x\nprove(b[i] == x)", name="test"
)


@st.composite
def terms(draw: st.DrawFn, scope: tuple[Index, ...] = (Index("i", "K"), Index("j", "K")), depth: int = 3) -> Term:
    """Terms over a[K], b[K] and x, the definitions above, sums and derivatives; free indices i and j."""

    def index() -> Index:
        return draw(st.sampled_from(scope))

    def below(*more: Index) -> Term:
        return draw(terms((*scope, *more), depth - 1))

    def reference() -> Ref:
        name = draw(st.sampled_from("abxys"))
        return Ref(name, () if name in "xs" else (index(),))

    leaves = [reference, lambda: num(draw(st.integers(-2, 3))), lambda: Delta(index(), index()), lambda: Size("K")]
    bound = Index(draw(st.sampled_from("ijkl")), "K")
    inner = [
        lambda: add(below(), below()),
        lambda: mul(below(), below()),
        lambda: neg(below()),
        lambda: power(below(), draw(st.integers(0, 3))),
        lambda: div(below(), add(num(2), power(below(), 2))),
        lambda: Fun(draw(st.sampled_from(("exp", "tanh", "sin"))), (reference(),)),
        lambda: Reduce(draw(st.sampled_from(("sum", "prod"))), bound, below(bound)),
        lambda: Reduce("sum", bound, below(bound), Cmp("!=", bound, index())),
        lambda: If(Cmp("==", index(), index()), below(), below()),
        lambda: Diff(below(), reference()),
    ]
    return draw(st.sampled_from(leaves if depth == 0 else leaves[:2] + inner))()
