"""Wrong steps made from right ones: every way that the tests know to spoil a line of a derivation."""

from __future__ import annotations

from collections.abc import Iterator

from derive.expr import (
    ONE,
    ZERO,
    Add,
    Binder,
    Delta,
    Div,
    Fun,
    Index,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Reduce,
    Ref,
    Term,
    add,
    alpha_equal,
    free,
    fresh,
    key,
    mul,
    neg,
    num,
    power,
    substitute,
)

OPERATORS = ("sign", "index", "delta", "sum", "power", "factor", "term")


def mutants(line: Term, more: frozenset[Index] = frozenset()) -> Iterator[tuple[str, Term]]:
    """Every spoiled version of a line with the name of what was done to it; `more` are free indices that it may use."""
    seen: list[Term] = [line]
    for name, mutant in _everywhere(line, tuple(sorted(free(line) | more, key=key))):
        assert isinstance(mutant, Term)
        if not any(alpha_equal(mutant, s) for s in seen):
            seen.append(mutant)
            yield name, mutant


def _everywhere(node: Node, scope: tuple[Index, ...]) -> Iterator[tuple[str, Node]]:
    """One change at one position, the outermost first."""
    if isinstance(node, Term):
        yield from _here(node, scope)
    inner = (*scope, node.index) if isinstance(node, Binder) else scope
    children = node.children()
    for n, child in enumerate(children):
        if isinstance(child, Index):
            for other in _others(child, inner):
                yield "index", node.rebuild((*children[:n], other, *children[n + 1 :]))
        else:
            for name, mutant in _everywhere(child, inner):
                if isinstance(mutant, Ref) == isinstance(child, Ref) or not _is_variable(node, n):
                    yield name, node.rebuild((*children[:n], mutant, *children[n + 1 :]))


def _is_variable(node: Node, n: int) -> bool:
    """Whether a child is what a derivative is taken by."""
    return type(node).__name__ == "Diff" and n == 1


def _others(index: Index, scope: tuple[Index, ...]) -> Iterator[Index]:
    same = [i for i in dict.fromkeys(scope) if i.dim == index.dim and i != index]
    yield from same or [fresh(index.dim, (*scope, index))]


def _here(term: Term, scope: tuple[Index, ...]) -> Iterator[tuple[str, Term]]:
    if isinstance(term, Neg):
        yield "sign", term.arg
    elif not isinstance(term, Num) or term.value:
        yield "sign", neg(term)
    if isinstance(term, Delta):
        yield "delta", ONE
        yield "delta", ZERO
    if isinstance(term, Reduce):
        for index in _others(term.index, scope):
            yield "sum", substitute(term.body, {term.index: index})  # type: ignore[misc]
    if isinstance(term, Pow):
        yield "power", Pow(term.base, add(term.exp, ONE) if not isinstance(term.exp, Num) else Num(term.exp.value + 1))
        yield "power", term.base
    elif isinstance(term, Ref | Fun | Reduce):
        yield "power", power(term, 2)
    if isinstance(term, Add | Mul):
        for n in range(len(term.args)):
            rest = (*term.args[:n], *term.args[n + 1 :])
            yield "term", add(*rest) if isinstance(term, Add) else mul(*rest)
    if isinstance(term, Div):
        yield "term", term.num
    if isinstance(term, Ref | Fun | Reduce | Add | Num):
        yield "factor", mul(num(2), term)
