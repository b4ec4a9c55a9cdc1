"""How does Coq follow a sweep?  Reverse and forward mode on the graph of definitions, as tactics of the prelude.

Comes in: a theorem that the kernel's `backward` or `forward` made, and a `Scope`.  Goes out: the lines of a proof script.  The
ways on which something arrives are told apart (`apart` in the prelude), each is followed by the chain rule, and what it passes on
is proved as the kernel did it, in a scope in which the other quantities that the graph is cut at stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from derive import kernel
from derive.context import Context, dim_of
from derive.coq.terms import Lines, Scope, block, function, identifier, printed, slot, term
from derive.errors import Unsupported
from derive.expr import Add, Diff, Index, IndexTerm, Mul, Reduce, Ref, Term, names, rewrite_nodes
from derive.kernel import Theorem

__all__ = ["adjoints", "along", "backward", "forward", "line", "sources", "weighted"]

Prove = Callable[[Theorem, Scope], Lines]
"""How a theorem on the way is proved."""

Moved = Sequence[tuple[Ref, str]]
"""What moves along lines, each with the name of its velocity."""

START = "(at0 0)"
"""What moves along lines is differentiated where it starts, at the time 0."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way on which something arrives: through the quantity `name`, which is `inner` as a function of what moves.

    What it passes on is `total`, a sum of products.  `factor` proves what the factor is that is known from before (None: there
    is none), `rest` what the sum is.
    """

    name: str
    indices: tuple[IndexTerm, ...]
    inner: str
    total: str
    factor: Lines | None
    rest: Lines


# ------------------------------------------------------------------------------------------------- what is stated


def weighted(left: Term, context: Context) -> tuple[Ref, Term] | None:
    """Of Σ ȳᵢ·∂yᵢ/∂v, with weights that stay as they are when v varies: v, and Σ ȳᵢ·yᵢ.  None of anything else."""
    inner = _summand(left)
    if not isinstance(inner, Mul) or len(inner.args) != 2:
        return None
    weight, derivative = inner.args
    if not isinstance(derivative, Diff) or context.depends(weight, derivative.var.name):
        return None
    return derivative.var, _contracted(left)


def sources(left: Term) -> tuple[Ref, Moved] | None:
    """Of Σ_w Σ ∂y/∂w·ẇ: y, and each w with the name of its tangent.  None of anything else."""
    found: list[tuple[Ref, str]] = []
    outputs: set[Ref] = set()
    for part in left.args if isinstance(left, Add) else (left,):
        inner = _summand(part)
        if not isinstance(inner, Mul) or len(inner.args) != 2:
            return None
        derivative, tangent = inner.args
        if not isinstance(derivative, Diff) or not isinstance(derivative.expr, Ref) or not isinstance(tangent, Ref):
            return None
        outputs.add(derivative.expr)
        found.append((derivative.var, tangent.name))
    return (outputs.pop(), found) if len(outputs) == 1 else None


def _summand(node: Term) -> Term:
    while isinstance(node, Reduce) and node.op == "sum" and node.cond is None:
        node = node.body
    return node


def _contracted(left: Term) -> Term:
    """Every derivative replaced by what is differentiated."""
    found = rewrite_nodes(left, lambda n: n.expr if isinstance(n, Diff) else None)
    assert isinstance(found, Term)
    return found


# -------------------------------------------------------------------------------------------------- ways that meet


def _all(param: str, at: str, outer: Term, whole: str, each: str, ways: Sequence[_Way], scope: Scope) -> Lines:
    """The derivative of `outer` is the sum of what the ways pass on; `whole` is `outer` with `each` in one place for each way."""
    if len(ways) == 1:
        return _one(param, at, outer, ways[0], scope)
    alone = (printed(outer, _with(scope, {w.name: w.inner}, param))[0] for w in ways)
    told = [f"refine (eq_trans (apart {at} {len(ways)} (fun {each} => {whole}) _) _); [ dsm | ]."]
    told.append("cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity.")
    lines = [f"apply (eq_eq _ ({' + '.join(f'pd {at} (fun {param} => {text})' for text in alone)}) _).", *block(told)]
    hole = "_"
    for _ in ways[1:]:
        hole = f"(f_equal2 Rplus {hole} _)"
    lines.append(f"refine {hole}.")
    for way in ways[:-1]:
        lines += block(_one(param, at, outer, way, scope))
    return [*lines, *_one(param, at, outer, ways[-1], scope)]


def _one(param: str, at: str, outer: Term, way: _Way, scope: Scope) -> Lines:
    """The derivative of what comes on this way: by the chain rule, and by what is known of a factor."""
    if way.factor is None:
        return way.rest
    rank = len(way.indices)
    if rank > 3:
        raise Unsupported("the chain rule through more than three axes is not in the fragment")
    sizes = (scope.dims[dim_of(i)] for i in way.indices)
    made = function(outer, Ref(way.name), scope)
    args = " ".join((at, *sizes, _atom(scope, way.name), made, f"(fun {param} => {way.inner})"))
    exists = "dsm" if rank else "dex"
    chain = [f"refine (eq_trans (chain{rank}_at {args} _ _ _) _); [ start; reflexivity | {exists} | premise | ]."]
    chain += [*["apply rsum_ext; intros ? ?."] * rank, "cbv beta; start.", *way.factor]
    return [f"apply (eq_eq _ ({way.total}) _).", *block(chain), *way.rest]


def _with(scope: Scope, bound: Mapping[str, str], *used: str) -> Scope:
    """The scope in which quantities stand for something else, in which these names occur."""
    return replace(scope, bound={**scope.bound, **bound}, used=scope.used | frozenset(used))


def _atom(scope: Scope, name: str) -> str:
    """A quantity as it may stand as an argument."""
    text, level = scope.quantity(name)
    return f"({text})" if level else text


def _flat(terms: Iterable[Term], right: Term, scope: Scope) -> Lines:
    """A sum of sums that is written as one sum."""
    each = tuple(terms)
    text = term(each[0] if len(each) == 1 else Add(each), scope)
    return [] if text == term(right, scope) else [f"apply (eq_eq _ ({text}) _); [ | same ]."]


# ---------------------------------------------------------------------------------------------------- reverse mode


def backward(theorem: Theorem, scope: Scope, prove: Prove) -> Lines:
    """Σ f̄·∂f/∂v is the derivative of Σ f̄·f, and that is the sum over the quantities that v reaches f through."""
    of, _, var, between = theorem.arguments
    assert isinstance(var, Ref) and isinstance(between, tuple)
    outer, at = _contracted(theorem.left), slot(var, scope)
    param, inside = scope.varying(var.name)
    each = identifier("each", (*scope.taken(), param))
    ways: list[_Way] = []
    for name, _, partial, adjoint in between:
        own = replace(scope, context=partial.context)
        inner = f"({own.varying(var.name)[1].function(name)})"
        total, rest = term(partial.left, own), prove(partial, own)
        factor = None if name == of else ["refine (f_equal2 Rmult _ eq_refl).", *_known(adjoint, scope)]
        if factor is None:
            rest = [f"apply (eq_eq _ ({total}) _).", *block(["apply is_pd_value; weighted."]), *rest]
        ways.append(_Way(name, theorem.context.definitions[name].indices, inner, total, factor, rest))
    places = {name: (partial.context, f"({each} {n}%nat)") for n, (name, _, partial, _) in enumerate(between)}
    whole = printed(outer, _with(scope, _placed(theorem.context, var.name, places, scope, each), each))[0]
    return [
        f"apply (eq_eq _ (pd {at} (fun {param} => {printed(outer, inside)[0]})) _).",
        *block(["symmetry; apply is_pd_value; weighted."]),
        *_flat((partial.right for _, _, partial, _ in between), theorem.right, scope),
        *_all(param, at, outer, whole, each, ways, scope),
    ]


def adjoints(theorem: Theorem) -> tuple[Theorem, ...]:
    """What a step of reverse mode takes as known: the cotangents of the quantities between."""
    between = theorem.arguments[3] if theorem.inference == "backward" else ()
    assert isinstance(between, tuple)
    return tuple(adjoint for *_, adjoint in between if adjoint is not None)


def _known(adjoint: Theorem, scope: Scope) -> Lines:
    """The cotangent of a quantity, by the theorem that stands before."""
    if id(adjoint) not in scope.cotangents:
        raise Unsupported(f"it rests on a theorem about {', '.join(names(adjoint.right))}, which is not in the file")
    return [f"apply is_pd_value, {scope.cotangents[id(adjoint)]}; premise."]


def _placed(
    context: Context, name: str, places: Mapping[str, tuple[Context, str]], scope: Scope, each: str
) -> Mapping[str, str]:  # fmt: skip
    """Each quantity between, made from the quantity `name` where it stands in its own place, and from those before it."""
    found: dict[str, str] = {}
    for through in (n for n in context.definitions if n in places):
        own, place = places[through]
        around = _with(scope, found)
        fixed = own.below(through) - own.definitions.keys()
        moved = {n: _atom(around, n) for n in fixed if around.quantity(n) != scope.quantity(n)}
        found[through] = f"({_with(replace(scope, context=own), {**moved, name: place}, each).function(through)})"
    return found


# ---------------------------------------------------------------------------------------------------- forward mode


def line(output: Ref, moved: Moved, scope: Scope) -> str:
    """A quantity as a function of the time, while its sources move along lines."""
    time, scope = _clock(scope)
    return _of_time(output, moved, time, scope)


def along(output: Ref, moved: Moved, scope: Scope) -> Lines:
    """The derivative along the lines is Σ_w Σ ∂y/∂w·ẇ."""
    time, scope = _clock(scope)
    return _along(output, moved, time, scope)


def forward(theorem: Theorem, scope: Scope, prove: Prove) -> Lines:
    """Σ_w Σ ∂f/∂w·ẇ is the derivative of f along the lines, and that follows from those of what f uses, one after another."""
    moved, sweep = theorem.arguments
    assert isinstance(moved, tuple) and isinstance(sweep, tuple)
    time, scope = _clock(scope)
    known = {w.name: f"velocity{len(w.indices)}" for w, _ in moved}
    asserted: Lines = []
    for name, taken, naming in sweep:
        output = Ref(name, theorem.context.definitions[name].indices)
        intro, ranges, inside = ([], "", scope) if naming is None else _ranges(output, scope)
        what = f"pd {START} {_of_time(output, moved, time, inside)}"
        total = theorem.right if naming is None else naming.left
        proof = _flat((partial.right for _, partial in taken), total, inside)
        proof += _step(output, taken, moved, known, time, inside, prove)
        if naming is None:
            start = [f"apply (eq_eq _ ({what}) _).", *block(["symmetry.", *_along(output, moved, time, scope)])]
            return [*start, *asserted, *proof]
        known[name] = identifier(f"moves_{scope.base[name]}", (*scope.taken(), *known.values()))
        asserted.append(f"assert ({known[name]} : {ranges}{what} = {term(naming.right, inside)}).")
        asserted += block(
            [*intro, f"apply (eq_eq _ ({term(total, inside)}) _).", *block(proof), *prove(naming, inside)]
        )
    raise Unsupported("a sweep without an end is not in the fragment")


def _ranges(output: Ref, scope: Scope) -> tuple[Lines, str, Scope]:
    """All elements of a quantity: how they are introduced, what is said of their positions, and the scope that has these."""
    letters, ranges = list[str](), ""
    for index in output.indices:
        assert isinstance(index, Index)
        letter, scope = scope.binding(index)
        letters.append(f"{letter} ?")
        ranges += f"forall {letter}, ({letter} < {scope.dims[index.dim]})%nat -> "
    return ([f"intros {' '.join(letters)}."] if letters else []), ranges, scope


def _step(
    output: Ref, taken: Sequence[tuple[Ref, Theorem]], moved: Moved, known: Mapping[str, str],
    time: str, scope: Scope, prove: Prove,
) -> Lines:  # fmt: skip
    """One quantity's derivative along the lines, from those of what it uses directly."""
    each, own = identifier("each", scope.taken()), replace(scope, context=taken[0][1].context)
    ways, places = list[_Way](), dict[str, str]()
    for at, partial in taken:
        place = f"({each} {len(places)}%nat)"
        inner, places[at.name] = (_atom(_with(scope, _lines(moved, t, scope), each), at.name) for t in (time, place))
        factor = ["refine (f_equal2 Rmult eq_refl _).", f"apply {known[at.name]}; hyp."]
        ways.append(_Way(at.name, at.indices, inner, term(partial.left, own), factor, prove(partial, own)))
    whole = printed(output, _with(own, places, each))[0]
    return _all(time, START, output, whole, each, ways, own)


def _along(output: Ref, moved: Moved, time: str, scope: Scope) -> Lines:
    each = identifier("each", scope.taken())
    ways, places = list[_Way](), dict[str, str]()
    for source, dot in moved:
        place = f"({each} {len(places)}%nat)"
        inner, places[source.name] = (_lines(((source, dot),), t, scope)[source.name] for t in (time, place))
        total = term(kernel.pushed(scope.context, output.name, ((source, dot),)), scope)
        factor = ["refine (f_equal2 Rmult eq_refl _).", f"apply velocity{len(source.indices)}."]
        ways.append(_Way(source.name, source.indices, inner, total, factor, ["reflexivity."]))
    whole = printed(output, _with(scope, places, each))[0]
    return _all(time, START, output, whole, each, ways, scope)


def _clock(scope: Scope) -> tuple[str, Scope]:
    """A name for the time, and the scope in which nothing else is called so."""
    time = identifier("t", scope.taken())
    return time, _with(scope, {}, time)


def _of_time(output: Ref, moved: Moved, time: str, scope: Scope) -> str:
    return f"(fun {time} => {printed(output, _with(scope, _lines(moved, time, scope)))[0]})"


def _lines(moved: Moved, time: str, scope: Scope) -> dict[str, str]:
    """Where the sources are at this time."""
    return {w.name: f"(line{len(w.indices)} {scope.base[w.name]} {scope.base[dot]} {time})" for w, dot in moved}
