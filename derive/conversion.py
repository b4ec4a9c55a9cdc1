"""Where to rewrite?  Conversions, their combinators, and matching.

A conversion takes a term and returns a theorem `term = other`, or None where it has nothing to say.  None of this is
trusted: the kernel checks every theorem that comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from derive import kernel, rational
from derive.context import Context, KernelError, dim_of
from derive.expr import (
    TRUE,
    Add,
    Binder,
    Delta,
    Diff,
    ExprError,
    Index,
    IndexTerm,
    Lambda,
    Mul,
    Node,
    Pred,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    alpha_equal,
    canonical,
    free,
    fresh,
    mul,
    substitute,
    subterms,
)  # fmt: skip
from derive.kernel import Rule, Theorem

__all__ = [
    "Conv",
    "Match",
    "apply",
    "at",
    "bottom_up",
    "by_arithmetic",
    "chained",
    "children",
    "each_once",
    "instance",
    "match",
    "matches",
    "or_else",
    "outermost",
    "repeat",
    "rewrite_to",
    "then",
    "unfold_all",
    "using",
    "using_any",
    "written_as",
]

Conv = Callable[[Context, Term], Theorem | None]


# -------------------------------------------------------------------------------------------------- combinators


def chained(context: Context, *theorems: Theorem | None) -> Theorem | None:
    """Join a = b, b = c, … ; None stands for nothing happening."""
    result: Theorem | None = None
    for theorem in theorems:
        if theorem is not None:
            result = theorem if result is None else kernel.transitivity(context, result, theorem)
    return result


def then(*convs: Conv) -> Conv:
    """One after the other, each if it applies."""

    def conv(context: Context, term: Term) -> Theorem | None:
        result: Theorem | None = None
        for step in convs:
            result = chained(context, result, step(context, term if result is None else result.right))
        return result

    return conv


def or_else(*convs: Conv) -> Conv:
    """The first that applies."""

    def conv(context: Context, term: Term) -> Theorem | None:
        for step in convs:
            if (theorem := step(context, term)) is not None:
                return theorem
        return None

    return conv


def repeat(conv: Conv, limit: int = 200) -> Conv:
    """As often as it applies."""

    def again(context: Context, term: Term) -> Theorem | None:
        result: Theorem | None = None
        for _ in range(limit):
            theorem = conv(context, term if result is None else result.right)
            if theorem is None or alpha_equal(theorem.left, theorem.right):
                break
            result = chained(context, result, theorem)
        return result

    return again


def children(conv: Conv) -> Conv:
    """At every child that is a term."""

    def below(context: Context, term: Term) -> Theorem | None:
        nodes = term.children()
        premises = tuple(
            conv(context, child) if isinstance(child, Term) and not (n and isinstance(term, Diff)) else None
            for n, child in enumerate(nodes)
        )
        return kernel.congruence(context, term, premises) if any(p is not None for p in premises) else None

    return below


def bottom_up(conv: Conv) -> Conv:
    """At every position, the innermost first, each as often as it applies."""

    def everywhere(context: Context, term: Term) -> Theorem | None:
        memo: dict[Term, Theorem | None] = {}

        def go(context: Context, term: Term) -> Theorem | None:
            if term not in memo:
                below = inner(context, term)
                here = conv(context, term if below is None else below.right)
                if here is not None:
                    again = go(context, here.right)
                    here = chained(context, here, again)
                memo[term] = chained(context, below, here)
            return memo[term]

        inner = children(go)
        return go(context, term)

    return everywhere


def each_once(conv: Conv) -> Conv:
    """At every position once, the innermost first."""

    def go(context: Context, term: Term) -> Theorem | None:
        below = inner(context, term)
        here = conv(context, term if below is None else below.right)
        return chained(context, below, here)

    inner = children(go)
    return go


def outermost(conv: Conv) -> Conv:
    """At the outermost positions where it applies, once each."""

    def first(context: Context, term: Term) -> Theorem | None:
        theorem = conv(context, term)
        return theorem if theorem is not None else below(context, term)

    below = children(first)
    return first


def at(target: Node, conv: Conv) -> Conv:
    """Wherever `target` occurs (up to bound names), outermost first."""
    wanted = canonical(target)
    return outermost(lambda context, term: conv(context, term) if canonical(term) == wanted else None)


# --------------------------------------------------------------------------------------------------- arithmetic


def by_arithmetic(context: Context, left: Term, right: Term) -> Theorem | None:
    """left = right as rational expressions, with as few conditions on denominators as will do."""
    if alpha_equal(left, right):
        return kernel.reflexivity(context, left) if left == right else _alpha(context, left, right)
    if not rational.same_value(left, right):
        return None
    for nonzero in _cancelling(context, rational.denominators(left, right)):
        try:
            return kernel.ring(context, left, right, nonzero)
        except KernelError:
            continue
    return None


def _cancelling(context: Context, below: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    """Which of these denominators may cancel, the fewest first: none, those that cannot be 0, one more, all."""
    yield ()
    proved = tuple(d for d in below if kernel_sign(context, d))
    others = [d for d in below if d not in proved][:6]
    yield from dict.fromkeys(t for t in (proved, *((*proved, d) for d in others), below) if t)


def written_as(context: Context, theorem: Theorem, right: Term) -> Theorem:
    """The same theorem, its right side with other names for bound indices."""
    return (
        theorem if theorem.right == right else kernel.transitivity(context, theorem, kernel.reflexivity(context, right))
    )


def _alpha(context: Context, left: Term, right: Term) -> Theorem:
    return kernel.transitivity(context, kernel.reflexivity(context, left), kernel.reflexivity(context, right))


def kernel_sign(context: Context, term: Term) -> bool:
    """Whether `term` is not 0 whatever the inputs are."""
    from derive import signs

    return 0 not in signs.signs(context, term).possible


def rewrite_to(target: Callable[[Term], Term]) -> Conv:
    """By arithmetic to what `target` gives."""

    def conv(context: Context, term: Term) -> Theorem | None:
        aim = target(term)
        return None if aim == term else by_arithmetic(context, term, aim)

    return conv


# ------------------------------------------------------------------------------------------------------ matching


@dataclass(frozen=True, slots=True)
class Match:
    """What the variables of a rule stand for; `bound` maps the pattern's bound indices to those of the term."""

    quantities: Mapping[str, Lambda]
    indices: Mapping[Index, IndexTerm]
    dims: Mapping[str, str]
    bound: Mapping[Index, Index]


def match(pattern: Node, node: Node) -> Match | None:
    """The first way to see `node` as an instance of `pattern`, or None.  Sums and products match in any order."""
    return next(_match(pattern, node, Match({}, {}, {}, {})), None)


def matches(pattern: Node, node: Node) -> Iterator[Match]:
    """Every way to see `node` as an instance of `pattern`."""
    return _match(pattern, node, Match({}, {}, {}, {}))


def _match(pattern: Node, node: Node, found: Match) -> Iterator[Match]:
    if isinstance(pattern, Ref | Pred):
        yield from _match_variable(pattern, node, found)
    elif isinstance(pattern, Index):
        yield from _match_index(pattern, node, found)
    elif isinstance(pattern, Size):
        if isinstance(node, Size):
            yield from _match_dim(pattern.dim, node.dim, found)
    elif isinstance(pattern, Add | Mul):
        if type(node) is type(pattern):
            yield from _match_operands(pattern, pattern.args, node.args, found)
    elif isinstance(pattern, Binder):
        yield from _match_binder(pattern, node, found)
    elif isinstance(pattern, Delta):
        if isinstance(node, Delta):
            for sides in ((node.left, node.right), (node.right, node.left)):
                yield from _match_all(pattern.children(), sides, found)
    elif type(pattern) is type(node) and pattern._label() == node._label():
        yield from _match_all(pattern.children(), node.children(), found)


def _match_all(patterns: tuple[Node, ...], nodes: tuple[Node, ...], found: Match) -> Iterator[Match]:
    if len(patterns) != len(nodes):
        return
    if not patterns:
        yield found
        return
    for first in _match(patterns[0], nodes[0], found):
        yield from _match_all(patterns[1:], nodes[1:], first)


def _match_operands(
    pattern: Add | Mul, parts: tuple[Term, ...], nodes: tuple[Term, ...], found: Match
) -> Iterator[Match]:
    """Operands in any order; the last one takes all that is left."""
    if len(parts) == 1:
        build = add if isinstance(pattern, Add) else mul
        yield from _match(parts[0], build(*nodes), found)
        return
    for n, node in enumerate(nodes):
        rest = nodes[:n] + nodes[n + 1 :]
        if len(rest) >= len(parts) - 1:
            for first in _match(parts[0], node, found):
                yield from _match_operands(pattern, parts[1:], rest, first)


def _match_variable(pattern: Ref | Pred, node: Node, found: Match) -> Iterator[Match]:
    """`f[k, i]`: any term, as a function of what k and i stand for."""
    if isinstance(pattern, Ref) != isinstance(node, Term):
        return
    known = found.quantities.get(pattern.name)
    found_at = [(found.bound.get(i) or found.indices.get(i)) if isinstance(i, Index) else None for i in pattern.indices]
    actual = tuple(i for i in found_at if i is not None)
    if len(actual) < len(found_at):
        return
    if known is not None:
        at_actual = substitute(known.body, dict(zip(known.params, actual, strict=True)))
        if alpha_equal(at_actual, node):
            yield found
        return
    taken = {
        i for n in subterms(node) for i in ([n] if isinstance(n, Index) else [n.index] if isinstance(n, Binder) else [])
    }
    params: list[Index] = []
    for index in actual:
        assert index is not None
        params.append(fresh(dim_of(index), (*taken, *params)))
    body = _abstract(node, dict(zip(actual, params, strict=True)))
    if not free(body) & set(found.bound.values()):
        yield replace(found, quantities={**found.quantities, pattern.name: Lambda(tuple(params), body)})


def _abstract(node: Node, params: Mapping[IndexTerm, Index]) -> Node:
    plain = {i: p for i, p in params.items() if isinstance(i, Index)}
    return substitute(node, plain)


def _match_index(pattern: Index, node: Node, found: Match) -> Iterator[Match]:
    if not isinstance(node, IndexTerm):
        return
    if pattern in found.bound:
        if found.bound[pattern] == node:
            yield found
    elif pattern in found.indices:
        if found.indices[pattern] == node:
            yield found
    elif not free(node) & set(found.bound.values()):
        for deeper in _match_dim(pattern.dim, dim_of(node), found):
            yield replace(deeper, indices={**deeper.indices, pattern: node})


def _match_dim(pattern: str, dim: str, found: Match) -> Iterator[Match]:
    if found.dims.get(pattern, dim) == dim:
        yield replace(found, dims={**found.dims, pattern: dim})


def _match_binder(pattern: Binder, node: Node, found: Match) -> Iterator[Match]:
    if type(node) is not type(pattern) or (
        isinstance(pattern, Reduce) and isinstance(node, Reduce) and pattern.op != node.op
    ):
        return
    assert isinstance(node, Binder)
    below, inner = pattern.children(), node.children()
    if isinstance(pattern, Reduce) and len(below) != len(inner):
        if not isinstance(pattern.cond, Pred):
            return
        inner = (*inner, TRUE)
    for deeper in _match_dim(pattern.index.dim, node.index.dim, found):
        opened = replace(deeper, bound={**deeper.bound, pattern.index: node.index})
        for result in _match_all(below, inner, opened):
            yield replace(result, bound=found.bound)


def instance(context: Context, rule: Rule, found: Match) -> Theorem | None:
    """The rule at what was found, if the kernel agrees."""
    try:
        return kernel.rule(
            context,
            rule,
            tuple(sorted(found.quantities.items())),
            tuple(found.indices.items()),
            tuple(sorted(found.dims.items())),
        )
    except (KernelError, ExprError):
        return None


def using(rule: Rule, backwards: bool = False) -> Conv:
    """Rewrite by a rule, left to right or right to left, where the whole term matches."""
    pattern = rule.right if backwards else rule.left

    def conv(context: Context, term: Term) -> Theorem | None:
        for found in matches(pattern, term):
            theorem = instance(context, rule, found)
            if theorem is None:
                continue
            if backwards:
                theorem = kernel.symmetry(context, theorem)
            if alpha_equal(theorem.left, term):
                return (
                    theorem if theorem.left == term else chained(context, _alpha(context, term, theorem.left), theorem)
                )
            same = by_arithmetic(context, term, theorem.left)
            if same is not None:
                return chained(context, same, theorem)
        return None

    return conv


def using_any(rules: Iterable[Rule]) -> Conv:
    """Rewrite by the first rule that matches."""
    return or_else(*map(using, rules))


def apply(
    context: Context, rule: Rule, quantities: Mapping[str, Lambda | Node] | None = None,
    indices: Mapping[str, IndexTerm] | None = None, dims: Mapping[str, str] | None = None,
) -> Theorem:  # fmt: skip
    """The rule with its variables given by name; a plain term or condition stands for a constant function."""
    by_name = {i.name: i for side in (rule.left, rule.right) for i in free(side)}
    given = {n: f if isinstance(f, Lambda) else Lambda((), f) for n, f in (quantities or {}).items()}
    positions = tuple((by_name[n], i) for n, i in (indices or {}).items())
    return kernel.rule(context, rule, tuple(sorted(given.items())), positions, tuple(sorted((dims or {}).items())))


def unfold_all(names: Iterable[str]) -> Conv:
    """Replace the named quantities by their definitions, everywhere."""
    wanted = frozenset(names)

    def here(context: Context, term: Term) -> Theorem | None:
        return kernel.unfold(context, term) if isinstance(term, Ref) and term.name in wanted else None

    everywhere = bottom_up(here)

    def conv(context: Context, term: Term) -> Theorem | None:
        try:
            return everywhere(context, term)
        except KernelError:  # below a derivative by one of these names, where its definition says nothing
            return None

    return conv
