"""Which signs can a term have?  Interval arithmetic on the three signs −, 0, +.

Comes in: a term, and facts that may be used.  Goes out: the signs that are possible, with the facts and definitions that
the answer rests on.  Nothing is searched for: one pass over the term.  Part of what is trusted.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from derive.context import Context, dim_of, negation, parts
from derive.expr import (
    FUNCTIONS,
    ONE,
    ZERO,
    Add,
    Aligned,
    Binder,
    Cmp,
    Const,
    Delta,
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
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    alpha_equal,
    canonical,
    free,
    neg,
    sub,
    substitute,
)  # fmt: skip

_N = TypeVar("_N", bound=Node)

Signs = frozenset[int]
ANY, POSITIVE, NOT_NEGATIVE, NOT_POSITIVE, NOT_ZERO = map(frozenset, ((-1, 0, 1), (1,), (0, 1), (-1, 0), (-1, 1)))
DEEPEST = 16
"""Definitions one in another that are looked through."""
_BY_NAME = {"+": POSITIVE, "0+": NOT_NEGATIVE, "": ANY}
_OF = {"<": POSITIVE, "<=": NOT_NEGATIVE, "!=": NOT_ZERO, "==": frozenset((0,))}


@dataclass(frozen=True, slots=True)
class Finding:
    """The possible signs, and what that rests on."""

    possible: Signs = ANY
    used: tuple[Formula, ...] = ()
    definitions: frozenset[str] = frozenset()


def signs(context: Context, term: Term, facts: tuple[Formula, ...] = ()) -> Finding:
    """The signs that `term` can have if the facts hold."""
    return context.once(_found, term, facts)


def _found(context: Context, term: Term, facts: tuple[Formula, ...]) -> Finding:
    marks = max((len(i.name) - len(i.name.lstrip("%")) for n in (term, *facts) for i in free(n)), default=0)
    pass_ = _Pass(context, facts, "%" * (marks + 1))
    possible = pass_.of(term, ())
    return Finding(possible, tuple(pass_.used.values()), frozenset(pass_.definitions))


@dataclass(slots=True)
class _Pass:
    context: Context
    facts: tuple[Formula, ...]
    mark: str
    used: dict[Node, Formula] = field(default_factory=dict)
    definitions: set[str] = field(default_factory=set)
    known: dict[tuple[Term, tuple[Formula, ...]], Signs] = field(default_factory=dict)
    opened: int = 0
    depth: int = 0

    def of(self, term: Term, local: tuple[Formula, ...]) -> Signs:
        """`local` are the conditions of the branches and binders around."""
        memo = (term, local)
        if memo not in self.known:
            self.known[memo] = ANY
            found = self.by_parts(term, local)
            self.known[memo] = self.by_facts(term, local, found)
        return self.known[memo]

    def by_facts(self, term: Term, local: tuple[Formula, ...], found: Signs) -> Signs:
        size = Fun("abs", (term,))
        for fact in (*local, *self.facts):
            known = _says(fact, term, local)
            if known is None and _says(fact, size, local) == POSITIVE:
                known = NOT_ZERO
            if known is not None and not found <= known:
                found &= known
                if fact not in local:
                    self.used.setdefault(canonical(fact), fact)
        return found

    def by_parts(self, term: Term, local: tuple[Formula, ...]) -> Signs:
        if isinstance(term, Num):
            return frozenset(((term.value > 0) - (term.value < 0),))
        if isinstance(term, Const | Size):
            return POSITIVE
        if isinstance(term, Aligned):
            return NOT_NEGATIVE
        if isinstance(term, Delta):
            return POSITIVE if term.left == term.right else NOT_NEGATIVE
        if isinstance(term, Ref):
            if term.name not in self.context.definitions:
                return ANY
            if self.depth == DEEPEST:
                return ANY
            self.definitions.add(term.name)
            self.depth += 1
            found = self.of(self.context.unfold(term), local)
            self.depth -= 1
            return found
        if isinstance(term, Neg):
            return _negative(self.of(term.arg, local))
        if isinstance(term, Add):
            return self.total([self.of(t, local) for t in _collected(term)])
        if isinstance(term, Mul):
            return self.product(term.args, local)
        if isinstance(term, Div):
            return _times(self.of(term.num, local), self.of(term.den, local))
        if isinstance(term, Pow):
            return self.power(term, local)
        if isinstance(term, Fun):
            return self.function(term, local)
        if isinstance(term, If):
            yes = self.of(term.then, (*local, *parts(term.cond)))
            return yes | self.of(term.other, (*local, *parts(negation(term.cond))))
        if isinstance(term, Reduce):
            return self.reduction(term, local)
        return ANY

    def total(self, each: list[Signs]) -> Signs:
        for side in (1, -1):
            if all(s <= {0, side} for s in each):
                return (
                    frozenset((side,))
                    if frozenset((side,)) in each
                    else frozenset((0, side) if any(side in s for s in each) else (0,))
                )
        return ANY

    def product(self, factors: tuple[Term, ...], local: tuple[Formula, ...]) -> Signs:
        counts: dict[Node, tuple[Term, int]] = {}
        for factor in factors:
            counts[canonical(factor)] = (factor, counts.get(canonical(factor), (factor, 0))[1] + 1)
        result: Signs = POSITIVE
        for factor, count in counts.values():
            result = _times(result, _raised(self.of(factor, local), count))
        return result

    def power(self, term: Pow, local: tuple[Formula, ...]) -> Signs:
        base = self.of(term.base, local)
        if isinstance(term.exp, Num) and term.exp.value.denominator == 1:
            return _raised(base, int(term.exp.value))
        return POSITIVE if base == POSITIVE else ANY

    def function(self, term: Fun, local: tuple[Formula, ...]) -> Signs:
        args = [self.of(a, local) for a in term.args]
        last = args[-1]
        if term.name in ("max", "min"):
            pick = max if term.name == "max" else min
            return frozenset(pick(a, b) for a in args[0] for b in args[1])
        if term.name == "abs":
            return frozenset(abs(s) for s in last)
        if term.name in ("sign", "sinh", "tanh", "atan", "erf") or (
            term.name in ("sqrt", "gamma") and last == POSITIVE
        ):
            return last
        if term.name == "sqrt":
            return NOT_NEGATIVE if last <= NOT_NEGATIVE else ANY
        if term.name == "log" and last == POSITIVE:
            return self.of(sub(term.args[0], ONE), local)
        return _BY_NAME[FUNCTIONS[term.name].sign]

    def reduction(self, term: Reduce, local: tuple[Formula, ...]) -> Signs:
        self.opened += 1  # under an index of its own: no fact about a free index of the same name speaks of it
        index = Index(f"{self.mark}{self.opened}", term.index.dim)
        body = self.of(
            _at(term.body, term.index, index), (*local, *(_at(f, term.index, index) for f in _conditions(term)))
        )
        if term.op == "prod":
            return (body | {1} if term.cond is not None else body) if body <= NOT_NEGATIVE else ANY
        if term.op == "sum":
            if len(body) > 1:
                body = next((side for side in (NOT_NEGATIVE, NOT_POSITIVE) if body <= side), ANY)
            return body | {0} if term.cond is not None else body
        return ANY if term.cond is not None else body


def _conditions(term: Reduce) -> tuple[Formula, ...]:
    return parts(term.cond) if term.cond is not None else ()


def _at(node: _N, old: Index, new: Index) -> _N:
    return substitute(node, {old: new})  # type: ignore[return-value]


def _negative(signs: Signs) -> Signs:
    return frozenset(-s for s in signs)


def _times(left: Signs, right: Signs) -> Signs:
    return frozenset(a * b for a in left for b in right)


def _raised(base: Signs, exponent: int) -> Signs:
    if exponent == 0:
        return POSITIVE
    return frozenset(s if exponent % 2 else abs(s) for s in base)


def _collected(term: Add) -> list[Term]:
    """The summands, with the numbers among them added up and opposite ones left out."""
    number, rest = Fraction(0), list[Term]()
    for summand in term.args:
        if isinstance(summand, Num):
            number += summand.value
            continue
        opposite = next((r for r in rest if alpha_equal(r, neg(summand)) or alpha_equal(neg(r), summand)), None)
        if opposite is None:
            rest.append(summand)
        else:
            rest.remove(opposite)
    return [*rest, Num(number)] if number or not rest else rest


def _says(fact: Formula, term: Term, local: tuple[Formula, ...]) -> Signs | None:
    """What signs `fact` leaves for `term`; None if it is not about it."""
    patterns, bound, guards = _told(fact)
    ordered = _ordered(term)
    for about, possible in patterns:
        found = match_indices(about, ordered, bound) if type(about) is type(ordered) else None
        if found is not None:
            needed = {canonical(substitute(g, found)) for g in guards}
            if needed <= {canonical(f) for f in local}:
                return possible
    return None


@lru_cache(maxsize=10_000)
def _told(fact: Formula) -> tuple[tuple[tuple[Term, Signs], ...], frozenset[Index], tuple[Formula, ...]]:
    """The terms whose signs a fact is about, for all values of which indices, under which conditions."""
    core, bound, guards = fact, set[Index](), list[Formula]()
    nothing = (), frozenset[Index](), ()
    while isinstance(core, ForAll | Implies):
        if isinstance(core, ForAll):
            if core.index in bound or any(core.index in free(g) for g in guards):
                return nothing  # a guard further out speaks of another index of this name
            bound.add(core.index)
        else:
            guards.extend(parts(core.cond))
        core = core.body
    if not isinstance(core, Cmp) or not isinstance(core.left, Term) or not isinstance(core.right, Term):
        return nothing
    larger = core.right if core.left == ZERO else neg(core.left) if core.right == ZERO else sub(core.right, core.left)
    said = [(larger, _OF[core.op]), (_opposite(larger), _negative(_OF[core.op]))]
    if core.op in ("<", "<="):  # what is above a positive number is positive
        said += [(core.right, POSITIVE)] if isinstance(core.left, Num) and core.left.value > 0 else []
        said += [(core.left, _negative(POSITIVE))] if isinstance(core.right, Num) and core.right.value < 0 else []
    return tuple((_ordered(about), possible) for about, possible in said), frozenset(bound), tuple(guards)


def _ordered(term: Term) -> Term:
    """A sum with its terms in a fixed order, so that two ways to write it match (bound names apart)."""
    return Add(tuple(sorted(term.args, key=_class_key))) if isinstance(term, Add) else term


def _class_key(term: Term) -> tuple[str, str]:
    core = term.arg if isinstance(term, Neg) else term
    return type(core).__name__, core.name if isinstance(core, Ref | Fun) else ""


def _opposite(term: Term) -> Term:
    if isinstance(term, Neg):
        return term.arg
    return add(*(_opposite(t) for t in term.args)) if isinstance(term, Add) else neg(term)


def match_indices(pattern: Node, node: Node, bound: Set[Index]) -> dict[Index, IndexTerm] | None:
    """Indices to put for `bound` in `pattern` so that it becomes `node`, or None."""
    found: dict[Index, IndexTerm] = {}

    def go(p: Node, n: Node, inside: frozenset[Index]) -> bool:
        if isinstance(p, Index) and p in bound and p not in inside:
            if not isinstance(n, IndexTerm) or dim_of(n) != p.dim or free(n) & inside:
                return False
            return found.setdefault(p, n) == n
        if type(p) is not type(n) or p._label() != n._label() or len(p.children()) != len(n.children()):
            return False
        if isinstance(n, Binder):
            inside |= {n.index}
        return all(go(below, child, inside) for below, child in zip(p.children(), n.children(), strict=True))

    return found if go(canonical(pattern), canonical(node), frozenset()) else None


__all__ = ["Finding", "match_indices", "signs"]
