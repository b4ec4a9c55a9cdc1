"""Which numbers go together before a row is multiplied by them?  A pass over the row for each is more than one over few numbers.

Comes in: a term.  Goes out: an equal one: u·x/N, u one number for many x, is u/N·x.
"""

from __future__ import annotations

from derive.expr import Div, Mul, Num, Size, Term, div, free, mul, rewrite_nodes

__all__ = ["scaled"]


def scaled(term: Term) -> Term:
    """The term, divided by lengths where that is least."""
    found = rewrite_nodes(term, lambda node: _weighed(node) if isinstance(node, Div) else None)
    assert isinstance(found, Term)
    return found


def _weighed(node: Div) -> Term | None:
    """u·x/N as u/N·x, u being what has fewer indices than the whole."""
    if not isinstance(node.den, Size) or not isinstance(node.num, Mul):
        return None
    few = [f for f in node.num.args if free(f) < free(node.num)]
    if all(isinstance(f, Num | Size) for f in few):
        return None
    return mul(div(mul(*few), node.den), *(f for f in node.num.args if f not in few))
