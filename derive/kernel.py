"""Why is it true?  Theorems, and the few inferences that make them.

A `Theorem` is `hypotheses ⊢ left op right` with op one of == != < <=, over a `Context` of definitions; its free indices
stand for all their values.  Only the functions marked `@inference` make one.  Each records its own name and arguments, so
that a proof is data: `replay` makes the theorem again from nothing.  Searching, matching and choosing happen elsewhere;
they propose, this file instantiates and compares.

What is taken for granted:

- Functions are total.  x/y is x·y⁻¹, where ⁻¹ is some total function with 0⁻¹ = 0, hence (xy)⁻¹ = x⁻¹y⁻¹ and (x⁻¹)⁻¹ = x;
  x·x⁻¹ = 1 needs x ≠ 0.  log, sqrt and real powers are unspecified outside their domains.  Dimensions are at least 1.
- The rules that are handed to `rule` (the tables in `rules`, each tested by sampling).
- A derivative enters a theorem only with the conditions under which its expression is differentiable (`Context.defined`), and
  an equation is used under a derivative only where it holds in a neighbourhood (`_holds_nearby`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, wraps
from typing import Concatenate, ParamSpec

from derive import rational, signs
from derive.context import Context, KernelError, dim_of, guard, guarded, negation, parts, union
from derive.expr import (
    ZERO,
    Cmp,
    Delta,
    Diff,
    ExprError,
    ForAll,
    Formula,
    Implies,
    Index,
    IndexTerm,
    Lambda,
    Node,
    Pred,
    Reduce,
    Ref,
    Term,
    add,
    alpha_equal,
    canonical,
    free,
    fresh,
    key,
    mul,
    sub,
    substitute,
    subterms,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """`left op right` for all values of its quantities, predicates, indices and dimensions that satisfy `conditions`.

    A free index of a condition that neither side has is quantified over there.  `reason` says it in words.
    """

    name: str
    left: Term
    op: str
    right: Term
    conditions: tuple[Formula, ...]
    reason: str


# ------------------------------------------------------------------------------------------------------ theorems


class Theorem:
    """`hypotheses ⊢ conclusion`, resting also on the definitions named in `definitions`.  Made only by inferences."""

    __slots__ = ("arguments", "conclusion", "context", "definitions", "hypotheses", "inference", "premises")

    context: Context
    hypotheses: tuple[Formula, ...]
    conclusion: Cmp
    definitions: frozenset[str]
    inference: str
    arguments: tuple[object, ...]
    premises: tuple[Theorem, ...]
    """The theorems that its last inference started from."""

    def __init__(self) -> None:
        raise TypeError("theorems are made by the kernel's inferences")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a theorem does not change")

    @property
    def left(self) -> Term:
        """The left side of the conclusion."""
        return self.conclusion.left  # type: ignore[return-value]

    @property
    def right(self) -> Term:
        """The right side of the conclusion."""
        return self.conclusion.right  # type: ignore[return-value]

    def __repr__(self) -> str:
        hypotheses = ", ".join(map(key, self.hypotheses))
        return f"{hypotheses} ⊢ {key(self.conclusion)}".lstrip()


_ACROSS = frozenset(("backward", "forward"))
"""The inferences that join theorems about pieces of a graph; they look themselves at what each speaks of."""


def _theorems(arguments: tuple[object, ...]) -> tuple[Theorem, ...]:
    """Those among the arguments, also in tuples."""
    found: list[Theorem] = []
    for argument in arguments:
        if isinstance(argument, Theorem):
            found.append(argument)
        elif isinstance(argument, tuple):
            found.extend(_theorems(argument))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sequent:
    """What an inference returns to be made a theorem."""

    conclusion: Cmp
    hypotheses: tuple[Formula, ...] = ()
    definitions: frozenset[str] = frozenset()


_P = ParamSpec("_P")
INFERENCES: dict[str, Callable[..., Theorem]] = {}
"""Every inference by name."""


def _theorem(
    context: Context, name: str, arguments: tuple[object, ...], premises: tuple[Theorem, ...], sequent: _Sequent
) -> Theorem:
    theorem = object.__new__(Theorem)
    for slot, value in (
        ("context", context), ("inference", name), ("arguments", arguments), ("premises", premises),
        ("conclusion", sequent.conclusion), ("hypotheses", union(sequent.hypotheses)),
        ("definitions", sequent.definitions),
    ):  # fmt: skip
        object.__setattr__(theorem, slot, value)
    return theorem


def inference(function: Callable[Concatenate[Context, _P], _Sequent]) -> Callable[Concatenate[Context, _P], Theorem]:
    """Register an inference that starts from no or several theorems; all of them must speak of the same context."""

    @wraps(function)
    def infer(context: Context, /, *arguments: _P.args, **_: _P.kwargs) -> Theorem:
        if _ or not all(isinstance(a, Node | Rule | Theorem | tuple | str) for a in arguments):
            raise KernelError("arguments are formulas, rules, theorems, names and tuples of these, in order")
        premises = _theorems(arguments)
        if function.__name__ not in _ACROSS and any(t.context is not context for t in premises):
            raise KernelError("a theorem about other definitions")
        try:
            return _theorem(context, function.__name__, arguments, premises, function(context, *arguments, **_))
        except (ExprError, rational.TooLarge) as error:
            raise KernelError(str(error)) from error

    INFERENCES[function.__name__] = infer
    return infer


def replay(theorem: Theorem, rules: Mapping[str, Rule], context: Context | None = None) -> Theorem:
    """Prove `theorem` again from nothing, with no rule but those of `rules`; KernelError where it does not come out."""
    return replay_all((theorem,), rules, context)[0]


def replay_all(
    theorems: Iterable[Theorem], rules: Mapping[str, Rule], context: Context | None = None
) -> tuple[Theorem, ...]:
    """The same for several, what their proofs share once; `context` is for that of the first."""
    contexts: dict[int, Context] = {}
    done: dict[int, Theorem] = {}

    def again(argument: object) -> object:
        if isinstance(argument, Theorem):
            return done[id(argument)]
        if isinstance(argument, Rule) and rules.get(argument.name) != argument:
            raise KernelError(f"there is no rule {argument.name}")
        return tuple(map(again, argument)) if isinstance(argument, tuple) else argument

    wanted = tuple(theorems)
    if context is not None:
        contexts[id(wanted[0].context)] = context
    stack = list(reversed(wanted))
    while stack:
        top = stack[-1]
        waiting = [p for p in top.premises if id(p) not in done]
        stack.extend(waiting)
        if not waiting:
            stack.pop()
            if id(top) not in done:
                here = contexts.setdefault(id(top.context), Context(top.context.definitions))
                made = INFERENCES[top.inference](here, *map(again, top.arguments))
                same = made.conclusion == top.conclusion and set(made.hypotheses) == set(top.hypotheses)
                if not same or made.definitions != top.definitions:
                    raise KernelError(f"{top.inference} gives {made!r}, not {top!r}")
                done[id(top)] = made
    return tuple(done[id(t)] for t in wanted)


# ---------------------------------------------------------------------------------------------- equality, ordering


@inference
def reflexivity(context: Context, term: Term) -> _Sequent:
    """⊢ t = t."""
    return _Sequent(Cmp("==", term, term), context.defined(term))


@inference
def symmetry(context: Context, theorem: Theorem) -> _Sequent:
    """From a = b: b = a; the same for ≠."""
    if theorem.conclusion.op not in ("==", "!="):
        raise KernelError("an order has a direction")
    return _Sequent(Cmp(theorem.conclusion.op, theorem.right, theorem.left), theorem.hypotheses, theorem.definitions)


_CHAIN = {("<", "<"): "<", ("<", "<="): "<", ("<=", "<"): "<", ("<=", "<="): "<="}


@inference
def transitivity(context: Context, first: Theorem, second: Theorem) -> _Sequent:
    """From a ∘ b and b ∙ c: a ∘∙ c."""
    if not alpha_equal(first.right, second.left):
        raise KernelError(f"{key(first.right)} is not {key(second.left)}")
    ops = (first.conclusion.op, second.conclusion.op)
    op = ops[1] if ops[0] == "==" else ops[0] if ops[1] == "==" else _CHAIN.get(ops)
    if op is None:
        raise KernelError(f"nothing follows from {ops[0]} and {ops[1]}")
    hypotheses = union(first.hypotheses, second.hypotheses)
    return _Sequent(Cmp(op, first.left, second.right), hypotheses, first.definitions | second.definitions)


@inference
def weaken(context: Context, theorem: Theorem, op: str) -> _Sequent:
    """From a < b: a ≤ b, a ≠ b; from a = b: a ≤ b."""
    if (theorem.conclusion.op, op) not in (("<", "<="), ("<", "!="), ("==", "<=")):
        raise KernelError(f"{op} does not follow from {theorem.conclusion.op}")
    return _Sequent(Cmp(op, theorem.left, theorem.right), theorem.hypotheses, theorem.definitions)


@inference
def difference(context: Context, left: Term, right: Term, equation: Theorem, sign: Theorem) -> _Sequent:
    """From right − left = d and 0 ∘ d (or d ≠ 0): left ∘ right."""
    if equation.conclusion.op != "==" or not alpha_equal(equation.left, sub(right, left)):
        raise KernelError("the equation is not about the difference of both sides")
    op, positive = sign.conclusion.op, sign.left == ZERO and alpha_equal(sign.right, equation.right)
    apart = op == "!=" and sign.right == ZERO and alpha_equal(sign.left, equation.right)
    if not apart and not (op in ("<", "<=") and positive):
        raise KernelError("the sign is not that of the difference")
    hypotheses = union(equation.hypotheses, sign.hypotheses)
    return _Sequent(Cmp(op, left, right), hypotheses, equation.definitions | sign.definitions)


@inference
def congruence(context: Context, node: Term, premises: tuple[Theorem | None, ...]) -> _Sequent:
    """From cᵢ = dᵢ for the children of `node` (None: that child stays): node(c₁, …) = node(d₁, …)."""
    children = node.children()
    if len(premises) != len(children):
        raise KernelError("one premise for each child")
    made, hypotheses, definitions = list(children), list(context.defined(node)), frozenset[str]()
    for n, ((guards, _), premise) in enumerate(zip(guarded(node), premises, strict=True)):
        if premise is None:
            continue
        if premise.conclusion.op != "==" or not alpha_equal(premise.left, children[n]):
            raise KernelError(f"{key(premise.left)} is not {key(children[n])}")
        if isinstance(node, Diff):
            if n:
                raise KernelError("what a derivative is taken by cannot be replaced")
            hypotheses.extend(_holds_nearby(context, premise, node.var.name))
        made[n] = premise.right
        hypotheses.extend(guard(h, guards, node) for h in premise.hypotheses)
        definitions |= premise.definitions
    return _Sequent(Cmp("==", node, node.rebuild(tuple(made))), tuple(hypotheses), definitions)  # type: ignore[arg-type]


def _holds_nearby(context: Context, premise: Theorem, name: str) -> Iterable[Formula]:
    """What else is needed for `premise` to hold in a neighbourhood, the quantity `name` varying; KernelError if it may not."""
    if name in premise.definitions:
        raise KernelError(f"the definition of {name} says nothing where {name} varies by itself")
    for hypothesis in premise.hypotheses:
        core = hypothesis
        while isinstance(core, ForAll | Implies):
            if isinstance(core, Implies) and context.depends(core.cond, name):
                raise KernelError(f"a condition on {name} need not hold nearby")
            core = core.body
        if not context.depends(core, name):
            continue
        if not isinstance(core, Cmp) or core.op not in ("<", "!="):
            raise KernelError(f"{key(hypothesis)} does not hold nearby when {name} varies")
        yield from _continuous(context, hypothesis, name)


def _continuous(context: Context, hypothesis: Formula, name: str) -> Iterable[Formula]:
    if isinstance(hypothesis, ForAll | Implies):
        guards = (hypothesis.cond,) if isinstance(hypothesis, Implies) else ()
        yield from (guard(f, guards, hypothesis) for f in _continuous(context, hypothesis.body, name))
    else:
        yield from (f for side in hypothesis.children() for f in context.smooth(side, name))


# ------------------------------------------------------------------------------------------ definitions, hypotheses, rules


@inference
def unfold(context: Context, ref: Ref) -> _Sequent:
    """⊢ q[i] = the right side of q's definition."""
    if ref.name not in context.definitions:
        raise KernelError(f"{ref.name} is not defined")
    if tuple(map(dim_of, ref.indices)) != tuple(i.dim for i in context.definitions[ref.name].indices):
        raise KernelError(f"{ref.name} is defined over other dimensions")
    body = context.unfold(ref)
    return _Sequent(Cmp("==", ref, body), context.defined(body), frozenset((ref.name,)))


@inference
def assume(context: Context, formula: Formula, at: tuple[IndexTerm, ...] = ()) -> _Sequent:
    """φ ⊢ φ; from a quantified one its instance at the indices `at`, under its conditions there."""
    hypotheses, rest = [formula], list(at)
    core = formula
    while isinstance(core, ForAll | Implies):
        if isinstance(core, ForAll):
            if not rest or dim_of(rest[0]) != core.index.dim:
                raise KernelError("an index of its dimension for each quantifier")
            core = substitute(core.body, {core.index: rest.pop(0)})  # type: ignore[assignment]
        else:
            hypotheses.append(core.cond)
            core = core.body
    if rest or not isinstance(core, Cmp):
        raise KernelError("only a comparison can be concluded")
    return _Sequent(core, (*hypotheses, *context.defined(core)))


@inference
def equal_indices(context: Context, term: Term, old: Index, new: IndexTerm) -> _Sequent:
    """old = new ⊢ t = t with `new` for the free index `old`."""
    if dim_of(new) != old.dim:
        raise KernelError("indices of different dimensions are never equal")
    replaced = substitute(term, {old: new})
    hypotheses = (Cmp("==", old, new), *context.defined(term), *context.defined(replaced))
    return _Sequent(Cmp("==", term, replaced), hypotheses)  # type: ignore[arg-type]


@cache
def _scheme(scheme: Rule) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], frozenset[Index], tuple[Node, ...]]:
    """Of a rule: its quantities and predicates with their dimensions; the indices that either side has free; and what it
    says, both sides and the conditions, in which any other index is quantified over.
    """
    whole = (scheme.left, scheme.right, *scheme.conditions)
    symbols = {(n.name, tuple(map(dim_of, n.indices))) for w in whole for n in subterms(w) if isinstance(n, Ref | Pred)}
    known = free(scheme.left) | free(scheme.right)
    statements: list[Node] = []
    for node in whole:
        for index in sorted(free(node) - known, key=key):
            node = ForAll(index, node)  # type: ignore[arg-type]
        statements.append(node)
    return tuple(sorted(symbols)), known, tuple(statements)


@inference
def rule(
    context: Context,
    scheme: Rule,
    quantities: tuple[tuple[str, Lambda], ...] = (),
    indices: tuple[tuple[Index, IndexTerm], ...] = (),
    dims: tuple[tuple[str, str], ...] = (),
) -> _Sequent:
    """An instance of a rule: terms and conditions for its quantities and predicates, indices, dimensions."""
    dimension, function, position = dict(dims), dict(quantities), dict(indices)
    symbols, known, statements = _scheme(scheme)
    for name, axes in symbols:
        given = function.get(name)
        if given is None or tuple(map(dimension.get, axes)) != tuple(p.dim for p in given.params):
            raise KernelError(f"{scheme.name}: {name} is not given, or not over these dimensions")
    for index in known:
        if index not in position or dim_of(position[index]) != dimension.get(index.dim):
            raise KernelError(f"{scheme.name}: the index {index.name} is not given, or of another dimension")
    moved = {Index(i.name, dimension[i.dim]): t for i, t in position.items() if i in known}
    left, right, *hypotheses = (substitute(s, moved, function, dimension) for s in statements)
    hypotheses.extend((*context.defined(left), *context.defined(right)))
    return _Sequent(Cmp(scheme.op, left, right), tuple(hypotheses))  # type: ignore[arg-type]


@inference
def instantiate(context: Context, theorem: Theorem, indices: tuple[tuple[Index, IndexTerm], ...]) -> _Sequent:
    """The theorem at other indices in place of its free ones."""
    if any(old.dim != dim_of(new) for old, new in indices):
        raise KernelError("an index of the same dimension")
    conclusion, *hypotheses = (substitute(f, dict(indices)) for f in (theorem.conclusion, *theorem.hypotheses))
    return _Sequent(conclusion, tuple(hypotheses), theorem.definitions)  # type: ignore[arg-type]


@inference
def discharge(context: Context, theorem: Theorem, hypothesis: Formula, premise: Theorem) -> _Sequent:
    """Drop a hypothesis that `premise` proves: for a quantified one at its own index, under its own conditions."""
    bound, guards, core = set[Index](), list[Formula](), hypothesis
    while isinstance(core, ForAll | Implies):
        if isinstance(core, ForAll):
            if any(core.index in free(g) for g in guards):
                raise KernelError(f"{core.index.name} is bound where a condition speaks of another {core.index.name}")
            bound.add(core.index)
        else:
            guards.extend(parts(core.cond))
        core = core.body
    known = {canonical(g) for g in guards}
    rest = tuple(h for h in premise.hypotheses if canonical(h) not in known)
    if canonical(core) != canonical(premise.conclusion) or any(bound & free(h) for h in rest):
        raise KernelError(f"{key(premise.conclusion)} does not prove {key(hypothesis)}")
    kept = tuple(h for h in theorem.hypotheses if canonical(h) != canonical(hypothesis))
    return _Sequent(theorem.conclusion, union(kept, rest), theorem.definitions | premise.definitions)


@inference
def cases(context: Context, condition: Formula, holding: Theorem, failing: Theorem) -> _Sequent:
    """What follows both from a condition and from its negation follows."""
    if canonical(holding.conclusion) != canonical(failing.conclusion):
        raise KernelError("both cases must have the same conclusion")
    yes, no = canonical(condition), canonical(negation(condition))
    hypotheses = union(
        (h for h in holding.hypotheses if canonical(h) != yes), (h for h in failing.hypotheses if canonical(h) != no)
    )
    return _Sequent(holding.conclusion, hypotheses, holding.definitions | failing.definitions)


# ---------------------------------------------------------------------------------------------------- derivatives


@inference
def constant(context: Context, derivative: Diff) -> _Sequent:
    """⊢ ∂e/∂v = 0 if e does not depend on v."""
    if context.depends(derivative.expr, derivative.var.name):
        raise KernelError(f"{key(derivative.expr)} depends on {derivative.var.name}")
    return _Sequent(Cmp("==", derivative, ZERO), context.defined(derivative))


@inference
def variable(context: Context, derivative: Diff) -> _Sequent:
    """⊢ ∂a[i, j]/∂a[k, l] = δ(i, k)·δ(j, l)."""
    left, var = derivative.expr, derivative.var
    if (
        not isinstance(left, Ref)
        or left.name != var.name
        or tuple(map(dim_of, left.indices)) != tuple(map(dim_of, var.indices))
    ):
        raise KernelError("not the derivative of a quantity by itself")
    deltas = mul(*(Delta(i, j) for i, j in zip(left.indices, var.indices, strict=True)))
    return _Sequent(Cmp("==", derivative, deltas), context.defined(derivative))


@inference
def chain(context: Context, derivative: Diff, name: str) -> _Sequent:
    """⊢ ∂e/∂v = Σₖ ∂e/∂q[k]·∂q[k]/∂v if e depends on v only through the defined quantity q."""
    expr, var = derivative.expr, derivative.var
    if name not in context.definitions or name == var.name:
        raise KernelError(f"{name} is not defined, or is the variable itself")
    if context.depends(expr, var.name, frozenset((name,))):
        raise KernelError(f"{key(expr)} depends on {var.name} not only through {name}")
    indices: list[Index] = []
    for index in context.definitions[name].indices:
        taken = (*indices, *(n for n in subterms(derivative) if isinstance(n, Index)))
        indices.append(index if index.name not in {t.name for t in taken} else fresh(index.dim, taken))
    through = Ref(name, tuple(indices))
    total: Term = mul(Diff(expr, through), Diff(through, var))
    for index in reversed(indices):
        total = Reduce("sum", index, total)
    return _Sequent(Cmp("==", derivative, total), (*context.defined(derivative), *context.defined(total)))


def _axes(context: Context, name: str) -> tuple[Index, ...]:
    """The indices of a definition."""
    if name not in context.definitions:
        raise KernelError(f"{name} is not defined")
    return context.definitions[name].indices


def pulled(context: Context, bar: str, of: str, var: Ref) -> Term:
    """Σᵢ bar[i]·∂of[i]/∂var, the cotangent `bar` of the defined quantity `of` pulled back to `var`."""
    indices: list[Index] = []
    for index in _axes(context, of):
        taken = (*indices, *(i for i in subterms(var) if isinstance(i, Index)))
        indices.append(index if index.name not in {t.name for t in taken} else fresh(index.dim, taken))
    total: Term = mul(Ref(bar, tuple(indices)), Diff(Ref(of, tuple(indices)), var))
    for index in reversed(indices):
        total = Reduce("sum", index, total)
    return total


def _piece(context: Context, partial: Theorem, others: Iterable[str]) -> None:
    """KernelError unless `partial` speaks of a piece of the graph of `context` in which the others are inputs."""
    own = partial.context
    if any(context.definitions.get(n) != d for n, d in own.definitions.items()):
        raise KernelError("a partial about other definitions")
    if not own.definitions.keys().isdisjoint(others):
        raise KernelError("what lies between is not cut apart there")
    bodies = (d.body for d in own.definitions.values())
    if any(isinstance(n, Diff) for f in (*bodies, partial.right, *partial.hypotheses) for n in subterms(f)):
        raise KernelError("a derivative means something else where fewer quantities are defined")


def _everywhere(hypotheses: Iterable[Formula], indices: Iterable[IndexTerm]) -> Iterable[Formula]:
    """What a theorem with these rests on if it is used for all values of these indices."""
    for hypothesis in hypotheses:
        for index in indices:
            if isinstance(index, Index) and index in free(hypothesis):
                hypothesis = ForAll(index, hypothesis)
        yield hypothesis


Between = tuple[str, str, Theorem, Theorem | None]
"""A quantity c that lies between, its cotangent c̄, its partial Σ c̄·∂c/∂v = P, its adjoint Σ f̄·∂f/∂c = c̄ (none for f)."""


@inference
def backward(context: Context, of: str, bar: str, var: Ref, between: tuple[tuple[object, ...], ...]) -> _Sequent:
    """A step of reverse mode: ⊢ Σ f̄·∂f/∂v = Σ_c P_c, over the quantities c between f and v (f among them), cut apart there.

    A partial is a theorem of a context in which the other quantities between are inputs.  Every way from f to v must
    pass from one of them to v without meeting another.
    """
    cut = frozenset(str(name) for name, *_ in between)
    if len(cut) != len(between) or var.name in cut - {of}:
        raise KernelError("each once, and not the variable itself")
    hypotheses: list[Formula] = []
    definitions, total = frozenset[str](), list[Term]()
    for name, cotangent, partial, adjoint in between:
        assert isinstance(name, str) and isinstance(cotangent, str) and isinstance(partial, Theorem)
        own = partial.context
        if not alpha_equal(partial.left, pulled(own, cotangent, name, var)) or partial.conclusion.op != "==":
            raise KernelError(f"that is not what {name} passes on")
        _piece(context, partial, cut - {name})
        inputs = own.below(name) - own.definitions.keys() - cut - {var.name}
        if not inputs.isdisjoint(context.moved(frozenset((var.name,)), cut)):
            raise KernelError(f"{name} reaches {var.name} past what lies between")
        if name == of:
            if cotangent != bar:
                raise KernelError("the cotangent of f is where it all starts")
        else:
            assert isinstance(adjoint, Theorem)
            at = Ref(name, _axes(context, name))
            end = Cmp("==", pulled(context, bar, of, at), Ref(cotangent, at.indices))
            if adjoint.context is not context or adjoint.conclusion != end:
                raise KernelError(f"that is not the adjoint of {name}")
            hypotheses.extend(_everywhere(adjoint.hypotheses, at.indices))
            definitions |= adjoint.definitions
        hypotheses.extend(partial.hypotheses)
        definitions |= partial.definitions
        total.append(partial.right)
    if of not in cut and context.depends(Ref(of), var.name, cut):
        raise KernelError(f"{of} reaches {var.name} past what lies between")
    return _Sequent(Cmp("==", pulled(context, bar, of, var), add(*total)), tuple(hypotheses), definitions)


def pushed(context: Context, of: str, sources: tuple[tuple[Ref, str], ...]) -> Term:
    """Σ over the sources w, with tangent ẇ, of Σⱼ ∂of/∂w[j]·ẇ[j], the tangent of `of` at the indices of its definition."""
    output = Ref(of, _axes(context, of))
    parts: list[Term] = []
    for source, dot in sources:
        indices: list[Index] = []
        for index in source.indices:
            taken = {i.name for i in (*output.indices, *indices) if isinstance(i, Index)}
            clash = isinstance(index, Index) and index.name in taken
            indices.append(fresh(dim_of(index), taken) if clash or not isinstance(index, Index) else index)
        total: Term = mul(Diff(output, Ref(source.name, tuple(indices))), Ref(dot, tuple(indices)))
        for bound in reversed(indices):
            total = Reduce("sum", bound, total)
        parts.append(total)
    return add(*parts)


def _taken(
    context: Context, of: str, taken: object, tangents: Mapping[str, str], given: Mapping[str, tuple[IndexTerm, ...]]
) -> tuple[list[Theorem], frozenset[str]]:
    """The theorems by which `of` takes over the tangents of what it uses, and what else it uses; KernelError if they are not."""
    found, used = list[Theorem](), set[str]()
    assert isinstance(taken, tuple)
    for at, partial in taken:
        assert isinstance(at, Ref) and isinstance(partial, Theorem)
        own = partial.context
        if at.name in used or at.name in own.definitions or any(t.context is not own for t in found):
            raise KernelError("each once, as an input, all in one context")
        if at.name not in tangents:
            raise KernelError(f"{at.name} has no tangent yet")
        left = pushed(own, of, ((at, tangents[at.name]),))
        if not alpha_equal(partial.left, left) or partial.conclusion.op != "==":
            raise KernelError(f"that is not what {of} takes from {at.name}")
        _piece(context, partial, given)
        indices = given[at.name] if at.name in given else _axes(context, at.name)
        if tuple(map(dim_of, at.indices)) != tuple(map(dim_of, indices)):
            raise KernelError(f"{at.name} is over other dimensions")
        used.add(at.name)
        found.append(partial)
    if not found:
        raise KernelError("nothing is passed on")
    own = found[0].context
    return found, own.below(of) - own.definitions.keys() - used


@inference
def forward(
    context: Context, sources: tuple[tuple[Ref, str], ...], sweep: tuple[tuple[object, ...], ...]
) -> _Sequent:  # fmt: skip
    """Forward mode: ⊢ Σ_w Σ ∂f/∂w·ẇ = Σ_c Σ ∂f/∂c·ċ, over all that f uses directly, cut apart there.

    `sweep` has a step for each quantity q between the sources and f, after those that q uses, and one for f at the end: its
    name; for each c that it uses directly a reference and a theorem Σ ∂q/∂c·ċ = P_c in a context in which c is an input; and
    the theorem Σ_c P_c = q̇, by which its tangent gets its name (none for f).
    """
    tangents = {source.name: dot for source, dot in sources}
    given = {source.name: source.indices for source, _ in sources}
    moved = context.moved(frozenset(tangents))
    if len(tangents) != len(sources) or not moved.isdisjoint(tangents):
        raise KernelError("each source once, and none made from another")
    hypotheses: list[Formula] = []
    definitions, end = frozenset[str](), list[Cmp]()
    for of, taken, naming in sweep:
        assert isinstance(of, str)
        axes = _axes(context, of)
        if end or of in tangents:
            raise KernelError(f"{of} has a tangent, or there is an end")
        partials, open_ = _taken(context, of, taken, tangents, given)
        if any(n in moved or n in given for n in open_):
            raise KernelError(f"{of} also depends on the sources past what lies between")
        needed = [h for t in partials for h in t.hypotheses]
        total = add(*(t.right for t in partials))
        definitions = definitions.union(*(t.definitions for t in partials))
        if naming is None:
            end.append(Cmp("==", pushed(context, of, sources), total))
            hypotheses.extend(needed)
            continue
        assert isinstance(naming, Theorem)
        dot = naming.right
        same = naming.context is context and naming.conclusion.op == "==" and alpha_equal(naming.left, total)
        if not same or not isinstance(dot, Ref) or dot.indices != axes:
            raise KernelError(f"that does not name the tangent of {of}")
        tangents[of] = dot.name
        hypotheses.extend(_everywhere((*needed, *naming.hypotheses), axes))
        definitions |= naming.definitions
    if not end:
        raise KernelError("there is no end")
    return _Sequent(end[0], tuple(hypotheses), definitions)


# ------------------------------------------------------------------------------------------- arithmetic and signs


@inference
def ring(context: Context, left: Term, right: Term, nonzero: tuple[Term, ...] = ()) -> _Sequent:
    """⊢ left = right as rational expressions over atoms; the terms in `nonzero` cancel against their inverses, being ≠ 0."""
    if not rational.equal(left, right, nonzero):
        raise KernelError(f"{key(left)} and {key(right)} are not the same rational expression")
    conditions = tuple(Cmp("!=", d, ZERO) for d in nonzero)
    return _Sequent(Cmp("==", left, right), (*conditions, *context.defined(left), *context.defined(right)))


@inference
def sign(context: Context, conclusion: Cmp, facts: tuple[Formula, ...] = ()) -> _Sequent:
    """⊢ 0 < t, 0 ≤ t, t < 0, t ≤ 0 or t ≠ 0, by the signs of t's parts; `facts` that serve become hypotheses."""
    left, right = conclusion.left, conclusion.right
    term, wanted = (
        (right, _SIGNS[conclusion.op]) if left == ZERO else (left, frozenset(-s for s in _SIGNS[conclusion.op]))
    )
    if ZERO not in (left, right) or not isinstance(term, Term):
        raise KernelError("a sign is a comparison with 0")
    found = signs.signs(context, term, facts)
    if not found.possible <= wanted:
        raise KernelError(f"{key(conclusion)} does not follow from signs")
    return _Sequent(conclusion, (*found.used, *context.defined(term)), found.definitions)


_SIGNS = {"<": frozenset((1,)), "<=": frozenset((0, 1)), "!=": frozenset((-1, 1)), "==": frozenset((0,))}
