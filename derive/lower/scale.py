"""Which numbers go together before a row is multiplied by them?  A pass over the row for each is more than one over few numbers.

Comes in: a term.  Goes out: an equal one: u·x/N, u one number for many x, is u/N·x; and (N·x − y·Σ − Σ)/(N·s), where Σ is a sum
that is one number for many x, is (x − y·(Σ/N) − Σ/N)/s.
"""

from __future__ import annotations

from derive.expr import ONE, Add, Div, Mul, Neg, Num, Reduce, Size, Term, add, div, free, mul, neg, rewrite_nodes

__all__ = ["scaled"]


def scaled(term: Term) -> Term:
    """The term, divided by lengths where that is least."""
    found = rewrite_nodes(term, lambda node: _averaged(node) or _weighed(node) if isinstance(node, Div) else None)
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


def _averaged(node: Div) -> Term | None:
    """(N·x − y·Σ − Σ)·u/(N·s) as (x − y·(Σ/N) − Σ/N)·u/s."""
    above, below = _factors(node.num), _factors(node.den)
    for length in (f for f in below if isinstance(f, Size)):
        for total in (f for f in above if isinstance(f, Add)):
            terms = [_over(t, length, total) for t in total.args]
            if all(terms) and any(length in _factors(_plain(t)) for t in total.args):
                num = mul(*(add(*filter(None, terms)) if f is total else f for f in above))
                den = mul(*_without(below, length))
                found = num if den == ONE else div(num, den)
                return (_averaged(found) if isinstance(found, Div) else None) or found
    return None


def _over(term: Term, length: Size, total: Add) -> Term | None:
    """A summand divided by a length: without that factor, or a sum in it divided, if that is less than the whole."""
    if isinstance(term, Neg):
        found = _over(term.arg, length, total)
        return found and neg(found)
    factors = _factors(term)
    if length in factors:
        return mul(*_without(factors, length))
    for n, factor in enumerate(factors):
        of, by = (factor.num, mul(factor.den, length)) if isinstance(factor, Div) else (factor, length)
        if isinstance(of, Reduce) and of.op == "sum" and free(factor) < free(total):
            return mul(*factors[:n], div(of, by), *factors[n + 1 :])
    return None


def _factors(term: Term) -> tuple[Term, ...]:
    return term.args if isinstance(term, Mul) else (term,)


def _plain(term: Term) -> Term:
    return term.arg if isinstance(term, Neg) else term


def _without(factors: tuple[Term, ...], one: Term) -> tuple[Term, ...]:
    at = factors.index(one)
    return factors[:at] + factors[at + 1 :]
