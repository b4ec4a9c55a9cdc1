"""What depends on what, and where is it differentiable?  The definitions that theorems speak of.

Comes in: definitions.  Goes out: `Context`, which unfolds them, knows dependence through them, and gives the conditions
under which an expression is differentiable; and what becomes of a condition when a binder or a branch is left (`guard`).
Part of what is trusted.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property
from typing import TypeVar, TypeVarTuple

from derive import language, rational
from derive.expr import (
    FUNCTIONS,
    ZERO,
    Add,
    And,
    ArgMax,
    Binder,
    Cmp,
    Diff,
    Div,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
    Lambda,
    Mul,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Reduce,
    Ref,
    Term,
    apart,
    canonical,
    free,
    key,
    names,
    neg,
    substitute,
    subterms,
)  # fmt: skip
from derive.theory import Definition

_Found = TypeVar("_Found")
_Given = TypeVarTuple("_Given")


class KernelError(Exception):
    """An inference was refused: it would not have been valid."""


@dataclass(frozen=True, eq=False)
class Context:
    """The definitions that theorems speak of; knows what depends on what, and where it is differentiable."""

    definitions: Mapping[str, Definition] = field(default_factory=dict)
    _memo: dict[object, object] = field(default_factory=dict, repr=False)

    def once(self, find: Callable[[Context, *_Given], _Found], *given: *_Given) -> _Found:
        """What `find` makes of what is given, which depends on nothing besides but the definitions: found once."""
        memo = (find, given)
        if memo not in self._memo:
            self._memo[memo] = find(self, *given)
        return self._memo[memo]  # type: ignore[return-value]

    def unfold(self, ref: Ref) -> Term:
        """The right side of `ref`'s definition at its indices."""
        memo = ("unfold", ref)
        if memo not in self._memo:
            self._memo[memo] = self._unfolded(ref)
        return self._memo[memo]  # type: ignore[return-value]

    def _unfolded(self, ref: Ref) -> Term:
        definition = self.definitions[ref.name]
        for index in ref.indices:
            dim_of(index)  # there is an element at every one
        plain = [i for i in ref.indices if isinstance(i, Index)]
        body = substitute(apart(definition.body, plain), dict(zip(definition.indices, ref.indices, strict=True)))
        assert isinstance(body, Term)
        return body

    def depends(self, node: Node, name: str, held: frozenset[str] = frozenset()) -> bool:
        """Whether the value of `node` changes with the quantity `name`, directly or through definitions that are not `held`."""
        return name in names(node) or not names(node).isdisjoint(self.moved(frozenset((name,)), held))

    def moved(self, by: frozenset[str], held: frozenset[str] = frozenset()) -> Set[str]:
        """The defined quantities that change with one of those in `by`, through definitions that are not `held`."""
        memo = ("moved", by, held)
        if memo not in self._memo:
            found: set[str] = set()
            waiting = list(by)
            while waiting:
                reached = self._users.get(waiting.pop(), frozenset()) - found - held
                found |= reached
                waiting.extend(reached)
            self._memo[memo] = found
        return self._memo[memo]  # type: ignore[return-value]

    @cached_property
    def _users(self) -> Mapping[str, frozenset[str]]:
        """By quantity the definitions that use it directly."""
        found: dict[str, set[str]] = {}
        for name, definition in self.definitions.items():
            for used in names(definition.body):
                found.setdefault(used, set()).add(name)
        return {name: frozenset(users) for name, users in found.items()}

    def below(self, name: str) -> frozenset[str]:
        """The quantities that `name` rests on through definitions, itself among them."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting.extend(names(self.definitions[here].body) if here in self.definitions else ())
        return frozenset(found)

    def smooth(self, node: Node, name: str, kinks: bool = False) -> tuple[Formula, ...]:
        """Conditions under which `node` is differentiable (in fact smooth) in the quantity `name`.

        With `kinks` it need only be continuous, so that |u|, max(u, v) and min(u, v) need none.
        """
        if not self.depends(node, name) or (isinstance(node, Ref) and node.name == name):
            below = node.children() if isinstance(node, Ref) else ()
            return tuple(f for i in below for f in self.smooth(i, name, kinks))
        memo = ("smooth", node, name, kinks)
        if memo not in self._memo:
            self._memo[memo] = union(self._smooth(node, name, kinks))
        return self._memo[memo]  # type: ignore[return-value]

    def _smooth(self, node: Node, name: str, kinks: bool) -> Iterable[Formula]:
        if isinstance(node, Ref) and node.name in self.definitions:
            yield from self.smooth(self.unfold(node), name, kinks)
        if isinstance(node, Cmp | Not | And):  # a condition: constant nearby unless a comparison is at its boundary
            compared = [c for c in subterms(node) if isinstance(c, Cmp) and self.depends(c, name)]
            yield from (Cmp("!=", c.left, c.right) for c in compared if canonical(c.left) != canonical(c.right))
            kinks = True  # what is compared need not be smooth
        for guards, child in guarded(node):
            yield from (guard(f, guards, node) for f in self.smooth(child, name, kinks))
        if isinstance(node, Div) and self.depends(node.den, name):
            yield Cmp("!=", node.den, ZERO)
        if isinstance(node, Pow):
            literal = node.exp.value if isinstance(node.exp, Num) else Fraction(1, 2)
            if literal.denominator != 1:
                yield Cmp("<", ZERO, node.base)
            elif literal < 0:
                yield Cmp("!=", node.base, ZERO)
        if kinks and (
            (isinstance(node, Fun) and node.name in _KINKED) or (isinstance(node, Reduce) and node.op in _KINKED)
        ):
            return
        if isinstance(node, Fun) and node.name in ("max", "min"):
            yield Cmp("!=", node.args[0], node.args[1])
        elif isinstance(node, Fun) and (condition := smooth_condition(node.name)) is not None:
            needed = substitute(condition, quantities={"u": Lambda((), node.args[-1])})
            assert isinstance(needed, Formula)
            yield self._unless_constant(needed, node, name) if node.name == "abs" else needed
        chooses = isinstance(node, ArgMax) or (isinstance(node, Reduce) and node.op in ("max", "min"))
        if chooses and node.index in free(node.body):  # type: ignore[attr-defined]  # otherwise all are equal
            assert isinstance(node, Reduce | ArgMax)
            if isinstance(node, Reduce) and node.cond is not None:
                raise KernelError("the derivative of a restricted max or min is not known here")
            largest = node.body if isinstance(node, ArgMax) or node.op == "max" else neg(node.body)
            k, first = node.index, ArgMax(node.index, largest)
            at_first = substitute(node.body, {k: first})
            yield ForAll(k, Implies(Cmp("!=", k, first), Cmp("!=", node.body, at_first)))  # type: ignore[arg-type]
        if isinstance(node, Diff):
            if node.var.name != name and self.depends(node.expr, name) and self.depends(Ref(name), node.var.name):
                raise KernelError(f"a derivative by {node.var.name} is another one where {name} varies by itself")
            yield from self.smooth(node.expr, node.var.name)

    def _unless_constant(self, needed: Formula, node: Fun, name: str) -> Formula:
        """A condition of |u| only where indices differ whose equality makes u 0, whatever the quantity `name` is.

        |x_i − x_j| is constant at i = j; |d_ij| is not if it is d that varies, though d be defined as x_i − x_j.
        """
        indices = sorted(free(node), key=key)
        for first, second in itertools.combinations(indices, 2):
            if first.dim == second.dim:
                same = substitute(node.args[0], {first: second})
                if isinstance(same, Term) and self.vanishes(same, name):
                    return Implies(Cmp("!=", first, second), needed)
        return needed

    def vanishes(self, term: Term, held: str = "") -> bool:
        """Whether it is 0 as it stands, whatever the inputs are, and the quantity `held`."""
        if isinstance(term, Ref) and term.name in self.definitions and term.name != held:
            return self.vanishes(self.unfold(term), held)
        if isinstance(term, Mul):
            return any(self.vanishes(factor, held) for factor in term.args)
        if isinstance(term, Neg):
            return self.vanishes(term.arg, held)
        if isinstance(term, Pow):
            return (rational.exponent(term) or 0) > 0 and self.vanishes(term.base, held)
        if isinstance(term, Fun):
            return term.name in _ODD and self.vanishes(term.args[0], held)
        if isinstance(term, Reduce):
            return term.op == "sum" and self.vanishes(term.body, held)
        try:
            return isinstance(term, Num | Add) and rational.equal(term, ZERO)
        except rational.TooLarge:
            return False

    def defined(self, node: Node) -> tuple[Formula, ...]:
        """Conditions under which every derivative in `node` exists."""
        memo = ("defined", node)
        if memo not in self._memo:
            inside = [guard(f, guards, node) for guards, child in guarded(node) for f in self.defined(child)]
            if isinstance(node, Diff):
                inside.extend(self.smooth(node.expr, node.var.name))
            self._memo[memo] = union(inside)
        return self._memo[memo]  # type: ignore[return-value]


_ODD = frozenset(("abs", "sqrt", "sign", "sin", "tan", "sinh", "tanh", "asin", "atan", "erf"))
"""Functions that are 0 at 0."""
_KINKED = ("abs", "max", "min")
"""What is continuous everywhere, and smooth but for kinks."""


@cache
def smooth_condition(function: str) -> Formula | None:
    """Where a function of the table is differentiable, about u; None: everywhere."""
    text = FUNCTIONS[function].smooth
    return language.parse_condition(text) if text else None


def guarded(node: Node) -> Iterable[tuple[tuple[Formula, ...], Node]]:
    """The children of `node`, each with what may be assumed inside it."""
    if isinstance(node, If):
        yield (), node.cond
        yield (node.cond,), node.then
        yield (negation(node.cond),), node.other
    elif isinstance(node, Reduce) and node.cond is not None:
        yield (node.cond,), node.body
        yield (), node.cond
    else:
        yield from (((), child) for child in node.children())


def negation(formula: Formula) -> Formula:
    """Not `formula`; of a comparison the opposite comparison."""
    if isinstance(formula, Not):
        return formula.arg
    if not isinstance(formula, Cmp):
        return Not(formula)
    if formula.op in ("==", "!="):
        return Cmp("!=" if formula.op == "==" else "==", formula.left, formula.right)
    return Cmp("<=" if formula.op == "<" else "<", formula.right, formula.left)


def parts(formula: Formula) -> tuple[Formula, ...]:
    """The formulas that a conjunction joins."""
    return tuple(p for a in formula.args for p in parts(a)) if isinstance(formula, And) else (formula,)


def guard(formula: Formula, guards: tuple[Formula, ...], node: Node) -> Formula:
    """What `formula`, needed inside `node` where `guards` hold, says outside of it: () if nothing."""
    known = {canonical(p) for g in guards for p in parts(g)}
    if isinstance(formula, Implies) and isinstance(formula.cond, Cmp):
        turned = Cmp(formula.cond.op, formula.cond.right, formula.cond.left)
        if canonical(formula.cond) in known or (turned.op == "!=" and canonical(turned) in known):
            formula = formula.body
    if canonical(formula) in known:
        return And(())
    for guard in guards:
        formula = Implies(guard, formula)
    if isinstance(node, Binder) and node.index in free(formula):
        formula = ForAll(node.index, formula)
    return formula


def union(*groups: Iterable[Formula]) -> tuple[Formula, ...]:
    """The formulas of all groups, conjunctions split, each once (up to bound names), in order of appearance."""
    found: dict[Node, Formula] = {}
    for group in groups:
        for formula in group:
            for part in parts(formula):
                found.setdefault(canonical(part), part)
    return tuple(found.values())


def dim_of(index: IndexTerm) -> str:
    """The dimension that a position is in."""
    bound = index if isinstance(index, Index) else index.index if isinstance(index, ArgMax) else None
    if bound is None:
        raise KernelError(f"{key(index)} is not a position in a dimension")
    return bound.dim
