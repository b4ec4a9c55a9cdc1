"""How does Coq follow a proof?  The kernel's inferences, each as tactics of the prelude.

Comes in: a theorem with its recorded proof, and a `Scope`.  Goes out: the lines of a proof script.  Nothing is searched for
here: what the kernel wrote down is said again, and Coq decides whether it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from derive.coq import sweeps
from derive.coq.terms import FUNCTIONS, Lines, Scope, block, function, number, printed, prop, slot, term
from derive.errors import Unsupported
from derive.expr import (
    Add,
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
    Num,
    Pow,
    Pred,
    Reduce,
    Ref,
    Size,
    Term,
    free,
    fresh,
    has_equations,
    sub,
    substitute,
    subterms,
)  # fmt: skip
from derive.kernel import Rule, Theorem
from derive.rational import denominators

__all__ = [
    "INFERENCES",
    "MISSING",
    "Parameters",
    "inferred",
    "is_definitional",
    "joined",
    "lemma",
    "nearby",
    "parameters",
    "quantified",
    "script",
]

MISSING: Mapping[str, str] = {
    "diff_polygamma": "Coquelicot has no polygamma function",
    "diff_gamma": "Coquelicot has no gamma function",
    "diff_lgamma": "Coquelicot has no gamma function",
    "diff_digamma": "Coquelicot has no digamma function",
    "diff_asin": "the derivative of arcsine is not in the prelude",
    "diff_acos": "the derivative of arccosine is not in the prelude",
    "diff_floor": "floor is not in the prelude",
}
"""The rules that no lemma of the prelude replays, each with the reason."""

_OPS = {"==": "eq", "<": "lt", "<=": "le", "!=": "ne"}
_JOIN = {("<", "<"): "<", ("<", "<="): "<", ("<=", "<"): "<", ("<=", "<="): "<="}


def script(theorem: Theorem, scope: Scope) -> Lines:
    """Tactics that prove the conclusion of `theorem` where its hypotheses stand in the context."""
    if id(theorem) in scope.proved:
        return [f"exact {scope.proved[id(theorem)]}."]
    if _by_definition(theorem, scope):
        return ["reflexivity."]
    lemma = "" if scope.shared is None else scope.shared.lemma(theorem, scope)
    return [lemma] if lemma else inferred(theorem, scope)


def inferred(theorem: Theorem, scope: Scope) -> Lines:
    """The same, said in full."""
    return INFERENCES[theorem.inference](theorem, scope)


_BY_DEFINITION = frozenset(("reflexivity", "unfold", "symmetry", "transitivity", "congruence", "discharge"))
"""The inferences that may come to nothing but definitions."""


def _by_definition(theorem: Theorem, scope: Scope) -> bool:
    """Whether both sides are, as they are printed, the same by definition: then Coq needs no more to be told."""
    if not is_definitional(theorem) or theorem.conclusion.op != "==":
        return False
    try:
        return _unfolds(theorem, scope)
    except Unsupported:
        return False


def is_definitional(theorem: Theorem) -> bool:
    """Whether a proof has no inferences but those that may come to nothing but definitions."""
    parts = theorem.premises[:1] if theorem.inference == "discharge" else theorem.premises
    return theorem.inference in _BY_DEFINITION and all(map(is_definitional, parts))


def _unfolds(theorem: Theorem, scope: Scope) -> bool:
    if theorem.inference == "congruence":
        return _unfolds_inside(theorem, scope)
    parts = theorem.premises[:1] if theorem.inference == "discharge" else theorem.premises
    if not all(_unfolds(part, scope) for part in parts):
        return False
    if theorem.inference == "transitivity":
        return term(parts[0].right, scope) == term(parts[1].left, scope)
    return theorem.inference != "unfold" or not has_equations(theorem.right)


def _unfolds_inside(theorem: Theorem, scope: Scope) -> bool:
    node, premises = theorem.arguments
    assert isinstance(node, Term) and isinstance(premises, tuple)
    children = list(node.children())
    for n, premise in enumerate(premises):
        if premise is not None:
            inside = scope
            if isinstance(node, Reduce):
                inside = scope.binding(node.index)[1]
            elif isinstance(node, Diff):
                inside = scope.varying(node.var.name)[1]
            if not _unfolds(premise, inside) or term(children[n], inside) != term(premise.left, inside):
                return False
            children[n] = premise.right
    raw = term(_raw(node, tuple(children)), scope)
    return term(node, scope) == term(theorem.left, scope) and raw == term(theorem.right, scope)


# ---------------------------------------------------------------------------------------------- equality, ordering


def joined(first: str, second: str) -> str:
    """What follows from two relations, one after the other."""
    return second if first == "==" else first if second == "==" else _JOIN[first, second]


def _links(theorem: Theorem, scope: Scope) -> Iterator[Theorem]:
    if theorem.inference == "transitivity":
        for premise in theorem.premises:
            if scope.shared is not None and scope.shared.wants(premise, scope):
                yield premise
            else:
                yield from _links(premise, scope)
    elif theorem.inference != "reflexivity":
        yield theorem


def _transitivity(theorem: Theorem, scope: Scope) -> Lines:
    links = list(_links(theorem, scope))
    if not links:
        return ["same."]
    rest = [links[-1].conclusion.op]
    for link in reversed(links[:-1]):
        rest.insert(0, joined(link.conclusion.op, rest[0]))
    lines: Lines = _moved(theorem.left, links[0].left, rest[0], scope)
    for n, link in enumerate(links[:-1]):
        lines.append(f"apply ({_OPS[link.conclusion.op]}_{_OPS[rest[n + 1]]} _ ({term(link.right, scope)}) _).")
        lines += block(script(link, scope))
        lines += _moved(link.right, links[n + 1].left, rest[n + 1], scope)
    last = links[-1]
    if term(last.right, scope) != term(theorem.right, scope):
        lines.append(f"apply ({_OPS[last.conclusion.op]}_eq _ ({term(last.right, scope)}) _); [ | same ].")
    return [*lines, *script(last, scope)]


def _moved(shown: Term, meant: Term, op: str, scope: Scope) -> Lines:
    """A side that is written in another order or with other brackets than the proof that follows has it."""
    if term(shown, scope) == term(meant, scope):
        return []
    return [f"apply (eq_{_OPS[op]} _ ({term(meant, scope)}) _); [ same | ]."]


def _symmetry(theorem: Theorem, scope: Scope) -> Lines:
    how = "symmetry." if theorem.conclusion.op == "==" else "apply not_eq_sym."
    return [how, *script(theorem.premises[0], scope)]


def _weaken(theorem: Theorem, scope: Scope) -> Lines:
    (premise,) = theorem.premises
    how = {("<", "<="): "Rlt_le", ("<", "!="): "Rlt_not_eq", ("==", "<="): "Req_le"}
    return [f"apply {how[premise.conclusion.op, theorem.conclusion.op]}.", *script(premise, scope)]


def _difference(theorem: Theorem, scope: Scope) -> Lines:
    left, right, equation, sign = theorem.arguments
    assert isinstance(equation, Theorem) and isinstance(sign, Theorem)
    assert isinstance(left, Term) and isinstance(right, Term)
    lines = [f"apply (difference_{_OPS[theorem.conclusion.op]} _ _ ({term(equation.right, scope)}))."]
    raw = Add((right, Neg(left)))
    lines += block([*_moved(raw, sub(right, left), "==", scope), *script(equation, scope)])
    return [*lines, *script(sign, scope)]


# -------------------------------------------------------------------------------------------------- congruence


def _congruence(theorem: Theorem, scope: Scope) -> Lines:
    node, premises = theorem.arguments
    assert isinstance(node, Term) and isinstance(premises, tuple)
    children = list(node.children())
    changed = [(n, p) for n, p in enumerate(premises) if p is not None]
    lines = _moved(theorem.left, node, "==", scope)
    if not changed:
        return [*lines, "reflexivity."]
    for n, premise in changed:
        children[n] = premise.right
    raw = _raw(node, tuple(children))
    if term(raw, scope) != term(theorem.right, scope):
        lines.append(f"apply (eq_eq _ ({term(raw, scope)}) _); [ | same ].")
    if isinstance(node, Diff):
        return [*lines, *nearby(node, changed[0][1], scope)]
    if isinstance(node, Reduce):
        return [*lines, *_under(node, changed[0][1], scope)]
    if isinstance(node, If):
        lines.append("apply if_ext; [ reflexivity | intro; bools | intro; bools ].")
        for branch in (1, 2):
            premise = premises[branch]
            lines += block(["reflexivity."] if premise is None else _at(premise, node.children()[branch], scope))
        return lines
    parts = list[Lines]()
    lines.append(f"refine {_hole(node, premises, scope, parts)}.")
    return [*lines, *(line for part in parts[:-1] for line in block(part)), *(parts[-1] if parts else ())]


def _at(premise: Theorem, child: Node, scope: Scope) -> Lines:
    """The proof of a premise about a child as it is written."""
    assert isinstance(child, Term)
    return [*_moved(child, premise.left, "==", scope), *script(premise, scope)]


def _raw(node: Node, children: tuple[Node, ...]) -> Node:
    """The node over other children, sums and products of sums and products left as they are."""
    if isinstance(node, Add | Mul):
        return type(node)(children)  # type: ignore[arg-type]
    if isinstance(node, Neg | Div | Pow):
        return type(node)(*children)  # type: ignore[arg-type]
    return node.rebuild(children)


def _filled(premise: Theorem | None, child: Node, scope: Scope, parts: list[Lines]) -> str:
    """The proof term for a child: of one that changes further inside, or a hole, whose proof is put with the `parts`."""
    if premise is None:
        return "eq_refl"
    assert isinstance(child, Term)
    if term(child, scope) == term(premise.left, scope):
        if _by_definition(premise, scope):
            return "eq_refl"
        node, premises = (*premise.arguments, ())[:2]
        if (
            premise.inference == "congruence"
            and isinstance(node, Add | Mul | Neg | Div | Pow | Fun)
            and isinstance(premises, tuple)
            and not (scope.shared is not None and scope.shared.wants(premise, scope))
        ):
            children = tuple(c if p is None else p.right for p, c in zip(premises, node.children(), strict=True))
            plain = term(node, scope) == term(premise.left, scope)
            if plain and term(_raw(node, children), scope) == term(premise.right, scope):
                return _hole(node, premises, scope, parts)
    parts.append(_at(premise, child, scope))
    return "_"


def _hole(node: Node, premises: tuple[Theorem | None, ...], scope: Scope, parts: list[Lines]) -> str:
    """A proof term by congruence, with a hole for each child that changes and needs a proof."""
    changed = {n for n, premise in enumerate(premises) if premise is not None}
    hole = [_filled(p, c, scope, parts) for p, c in zip(premises, node.children(), strict=True)]
    if isinstance(node, Add | Mul):
        text = hole[0]
        for each in hole[1:]:
            text = f"(f_equal2 {'Rplus' if isinstance(node, Add) else 'Rmult'} {text} {each})"
        return text
    if isinstance(node, Neg):
        return f"(f_equal Ropp {hole[0]})"
    if isinstance(node, Div):
        return f"(f_equal2 Rdiv {hole[0]} {hole[1]})"
    if isinstance(node, Pow):
        if not isinstance(node.exp, Num) or node.exp.value.denominator != 1:
            return f"(f_equal2 Rpower {hole[0]} {hole[1]})"
        if 1 in changed:
            raise Unsupported("an exponent that changes its kind is not in the fragment")
        inverse = "/ " if node.exp.value < 0 else ""
        return f"(f_equal (fun x => {inverse}x ^ {abs(node.exp.value)}) {hole[0]})"
    if isinstance(node, Fun):
        name = FUNCTIONS[node.name]
        return f"(f_equal {name} {hole[0]})" if len(hole) == 1 else f"(f_equal2 {name} {hole[0]} {hole[1]})"
    raise Unsupported(f"an equation inside a {type(node).__name__} is not in the fragment")


_EXTENSION = {"sum": "rsum", "prod": "rprod", "max": "largest", "min": "smallest"}


def _under(node: Reduce, premise: Theorem, scope: Scope) -> Lines:
    """An equation for every value of an index."""
    name, inside = scope.binding(node.index)
    size = "[lia | ]; " if node.op in ("max", "min") else ""
    if node.cond is None:
        start = f"apply {_EXTENSION[node.op]}_ext; {size}intros {name} ?; cbv beta."
    else:
        start = f"apply {_EXTENSION[node.op]}if_ext; intros {name} ?; [ reflexivity | intro; cbv beta in *; bools ]."
    return [start, *_at(premise, node.body, inside)]


def nearby(node: Diff, premise: Theorem, scope: Scope, how: str = "pd_ext") -> Lines:
    """An equation under a derivative: for all values of the variable, or for those nearby.

    With `ex_ext` it is turned, and that the other side has a derivative is left to prove.
    """
    name, inside = scope.varying(node.var.name)
    proof = _at(premise, node.expr, inside)
    rest = [] if how == "pd_ext" else ["symmetry."]
    what = f"{slot(node.var, scope)} (fun {name} => {term(premise.right, inside)})" if rest else ""
    moving = [h for h in premise.hypotheses if scope.context.depends(h, node.var.name)]
    if not moving:
        start = [f"apply ({how} {what})." if rest else "apply pd_ext."]
        return (
            [*start, *block([f"intros {name}; cbv beta.", *rest, *proof])]
            if rest
            else [start[0], f"intros {name}; cbv beta.", *proof]
        )
    held = " /\\ ".join(f"({prop(h, inside)})" for h in moving)
    lines = [f"apply ({how}_near {what})." if rest else "apply pd_ext_near."]
    start = [f"apply (near_imp {slot(node.var, scope)} (fun {name} => {held})).", "2: solve [nearby]."]
    start += [
        f'intros {name}; let H := fresh "H" in (intro H; repeat (let G := fresh in destruct H as [G H])).',
        *rest,
        *proof,
    ]
    return [*lines, *(block(start) if rest else start)]


# ------------------------------------------------------------------------------- definitions, hypotheses, cases


def _unfold(theorem: Theorem, scope: Scope) -> Lines:
    """By conversion; an equation of positions may stand in another order there."""
    if not has_equations(theorem.right):
        return ["reflexivity."]
    assert isinstance(theorem.left, Ref)
    return [f"unfold {scope.base[theorem.left.name]}_of; same."]


def _discharge(theorem: Theorem, scope: Scope) -> Lines:
    inner, hypothesis, premise = theorem.arguments
    assert isinstance(inner, Theorem) and isinstance(premise, Theorem) and isinstance(hypothesis, Formula)
    return [
        f"assert ({prop(hypothesis, scope)}).",
        *block(quantified(hypothesis, premise, scope)),
        *script(inner, scope),
    ]


def quantified(hypothesis: Formula, premise: Theorem, scope: Scope) -> Lines:
    """A proof of `hypothesis` from that of its core."""
    lines: Lines = []
    while isinstance(hypothesis, ForAll | Implies):
        if isinstance(hypothesis, ForAll):
            name, scope = scope.binding(hypothesis.index)
            lines.append(f"intros {name} ?.")
        else:
            lines.append("intro.")
        hypothesis = hypothesis.body
    assert isinstance(hypothesis, Cmp)
    if isinstance(hypothesis.left, IndexTerm):
        return [*lines, *script(premise, scope)]
    return [*lines, *_restated(hypothesis, scope, premise.conclusion, scope), *script(premise, scope)]


def _instantiate(theorem: Theorem, scope: Scope) -> Lines:
    premise, indices = theorem.arguments
    assert isinstance(premise, Theorem) and isinstance(indices, tuple)
    moved = {old: _position(new, scope) for old, new in indices}
    there = replace(scope, indices={**scope.indices, **moved})
    return [*_restated(theorem.conclusion, scope, premise.conclusion, there), *script(premise, there)]


def _restated(shown: Cmp, scope: Scope, meant: Cmp, there: Scope) -> Lines:
    """From a statement as it is written to the same in other words: other letters, another order."""
    if prop(shown, scope) == prop(meant, there):
        return []
    op = _OPS[shown.op]
    left, right = (term(side, there) for side in meant.children())
    return [f"apply (eq_{op} _ ({left}) _); [ same | ].", f"apply ({op}_eq _ ({right}) _); [ | same ]."]


def _position(index: IndexTerm, scope: Scope) -> str:
    text, level = printed(index, scope)
    return text if level == 0 else f"({text})"


def _cases(theorem: Theorem, scope: Scope) -> Lines:
    condition, holding, failing = theorem.arguments
    assert isinstance(holding, Theorem) and isinstance(failing, Theorem)
    if not isinstance(condition, Cmp):
        raise Unsupported("cases of a condition that is no comparison are not in the fragment")
    left, right = (printed(c, scope) for c in condition.children())
    both = " ".join(text if level == 0 else f"({text})" for text, level in (left, right))
    whole = isinstance(condition.left, IndexTerm)
    decide = {"==": "Nat.eq_dec" if whole else "Req_EM_T", "<": "Rlt_le_dec", "<=": "Rle_lt_dec"}
    order = (holding, failing) if condition.op != "!=" else (failing, holding)
    lines = [f"destruct ({decide.get(condition.op, decide['=='])} {both}) as [?|?]."]
    for case in order:
        lines += block([*_restated(theorem.conclusion, scope, case.conclusion, scope), *script(case, scope)])
    return lines


def _equal_indices(theorem: Theorem, scope: Scope) -> Lines:
    _, old, new = theorem.arguments
    assert isinstance(old, Index) and isinstance(new, IndexTerm)
    return [f"replace {_position(old, scope)} with {_position(new, scope)} by hyp; same."]


# ---------------------------------------------------------------------------------------------------------- rules


class Parameters:
    """The arguments of a rule's lemma, in order: what it differentiates by, dimensions, quantities, conditions, indices."""

    def __init__(self, rule: Rule) -> None:
        nodes = [n for f in (rule.left, rule.right, *rule.conditions) for n in subterms(f)]
        sizes = (n.index.dim if isinstance(n, Binder) else n.dim for n in nodes if isinstance(n, Binder | Size))
        self.dims = tuple(dict.fromkeys(sizes))
        self.variable = next((n.var.name for n in nodes if isinstance(n, Diff)), None)
        names = dict.fromkeys(n.name for n in nodes if isinstance(n, Ref))
        self.quantities = tuple(n for n in names if n != self.variable)
        self.conditions = tuple(dict.fromkeys(n.name for n in nodes if isinstance(n, Pred)))
        known = free(rule.left) | free(rule.right)
        self.indices = tuple(dict.fromkeys(n for n in nodes if isinstance(n, Index) and n in known))


def parameters(rule: Rule) -> Parameters:
    """What a rule's lemma is given."""
    return Parameters(rule)


_EXPONENT: Mapping[str, tuple[str, str]] = {
    "exp_times": ("n", "n c u"),
    "log_pow": ("n", "u n c"),
    "pow_exp": ("v", "u n c"),
    "diff_pow": ("n", "u n m c"),
}
"""Rules about powers: which quantity is the exponent, and the arguments where that is a whole number."""

_STEADY = frozenset(("diff_sum", "diff_prod"))
"""Rules whose conditions must not vary with what is differentiated by."""


def _rule(theorem: Theorem, scope: Scope) -> Lines:
    scheme, quantities, indices, dims = (*theorem.arguments, (), (), ())[:4]
    assert isinstance(scheme, Rule)
    if scheme.name in MISSING:
        raise Unsupported(MISSING[scheme.name])
    given, at, size = dict(quantities), dict(indices), dict(dims)  # type: ignore[call-overload]
    text = lemma(scheme, given, at, size, scope)
    raw = Instance(given, at, size)
    sides = ((scheme.left, theorem.left), (scheme.right, theorem.right))
    # An equation of positions is printed as its indices are bound, which a rule may change.
    plain = not has_equations(theorem.right) and all(
        term(raw.of(side), scope) == term(shown, scope) for side, shown in sides
    )
    return [f"{'rule' if plain else 'rule_same'} {text}."]


def lemma(
    scheme: Rule, given: Mapping[str, Lambda], at: Mapping[Index, IndexTerm], size: Mapping[str, str], scope: Scope
) -> str:
    """The instance of a rule's lemma."""
    needs = parameters(scheme)
    around = list[str]()
    var: Ref | None = None
    if needs.variable is not None:
        variable = given[needs.variable].body
        assert isinstance(variable, Ref)
        var = variable
        around.append(slot(var, scope))
    around += [scope.dims[size[d]] for d in needs.dims]
    args = {n: _argument(given[n], var, scope) for n in needs.quantities}
    name = scheme.name
    if name in _EXPONENT:
        exponent, order = _EXPONENT[name]
        body = given[exponent].body
        value = body.value if isinstance(body, Num) else Fraction(1, 2)
        if value.denominator != 1:
            args = {n: _argument(given[n], None if n in (exponent, "m") else var, scope) for n in needs.quantities}
            name += "_real"
        else:
            name += "_int" if value >= 0 else "_inv"
            power = abs(value)
            whole = {"n": f"{power}%nat", "c": number(value)[0]}
            whole["m"] = f"{power - 1 if value > 0 else power + 1}%nat"
            args = {n: whole.get(n) or args[n] for n in order.split()}
    steady = needs.variable is None or scheme.name in _STEADY
    for condition in needs.conditions:
        if scheme.name in _STEADY and var is not None and scope.context.depends(given[condition].body, var.name):
            raise Unsupported("a sum whose condition varies is not in the fragment")
        args[condition] = _argument(given[condition], None if steady else var, scope)
    places = [_position(at[i], scope) for i in needs.indices]
    return f"({' '.join((name, *around, *args.values(), *places))})"


def _argument(given: Lambda, var: Ref | None, scope: Scope) -> str:
    """What stands for a quantity or a condition of a rule: a function of its indices, and of what is differentiated by."""
    names: list[str] = []
    for index in given.params:
        name, scope = scope.binding(index)
        names.append(name)
    if var is not None:
        name, scope = scope.varying(var.name)
        names.append(name)
    text, level = printed(given.body, scope)
    if names:
        return f"(fun {' '.join(names)} => {text})"
    return text if level == 0 else f"({text})"


class Instance:
    """A rule's sides with terms put in and nothing flattened: as its lemma says them."""

    def __init__(self, given: Mapping[str, Lambda], at: Mapping[Index, IndexTerm], size: Mapping[str, str]) -> None:
        self.given, self.size = given, size
        self.at = {Index(i.name, size[i.dim]): t for i, t in at.items()}
        self.arriving = frozenset(i for f in given.values() for i in free(f.body) - set(f.params))

    def of(self, node: Node, moved: Mapping[Index, IndexTerm] | None = None) -> Node:
        """One side."""
        moved = self.at if moved is None else moved
        if isinstance(node, Index):
            here = Index(node.name, self.size[node.dim])
            return moved.get(here, here)
        if isinstance(node, Size):
            return Size(self.size[node.dim])
        if isinstance(node, Binder):
            index = Index(node.index.name, self.size[node.index.dim])
            new = index
            if any(i.name == index.name for i in self.arriving):
                new = fresh(index.dim, (*self.arriving, *moved))
            return node.rebind(new, tuple(self.of(c, {**moved, index: new}) for c in node.children()))
        children = tuple(self.of(c, moved) for c in node.children())
        if isinstance(node, Ref | Pred) and node.name in self.given:
            function = self.given[node.name]
            return substitute(function.body, dict(zip(function.params, children, strict=True)))  # type: ignore[arg-type]
        return _raw(node, children) if children else node


def _ring(theorem: Theorem, scope: Scope) -> Lines:
    left, right, nonzero = (*theorem.arguments, ())[:3]
    if nonzero:
        return ["cancel."]
    assert isinstance(left, Term) and isinstance(right, Term)
    return ["fractions." if denominators(left, right) else "arith."]


# ---------------------------------------------------------------------------------------------------- the table


def _chain(theorem: Theorem, scope: Scope) -> Lines:
    derivative, name = theorem.arguments
    assert isinstance(derivative, Diff) and isinstance(name, str)
    axes = scope.context.definitions[name].indices
    if len(axes) > 3:
        raise Unsupported("the chain rule through more than three axes is not in the fragment")
    outer = function(derivative.expr, Ref(name), scope)
    var, inside = scope.varying(derivative.var.name)
    inner = f"(fun {var} => {inside.quantity(name)[0]})"
    at = " ".join((slot(derivative.var, scope), *(scope.dims[i.dim] for i in axes), outer, inner))
    smooth = "dsm" if axes else "dex"
    return [f"apply (chain{len(axes)} {at}); [ {smooth} | premise ]."]


INFERENCES: Mapping[str, Callable[[Theorem, Scope], Lines]] = {
    "reflexivity": lambda theorem, scope: ["same."],
    "transitivity": _transitivity,
    "symmetry": _symmetry,
    "weaken": _weaken,
    "difference": _difference,
    "congruence": _congruence,
    "unfold": _unfold,
    "assume": lambda theorem, scope: ["hyp."],
    "equal_indices": _equal_indices,
    "rule": _rule,
    "instantiate": _instantiate,
    "discharge": _discharge,
    "cases": _cases,
    "constant": lambda theorem, scope: ["apply constant."],
    "variable": lambda theorem, scope: [f"apply variable{len(theorem.arguments[0].var.indices)}."],  # type: ignore[attr-defined]
    "chain": _chain,
    "ring": _ring,
    "sign": lambda theorem, scope: ["sgn."],
    "backward": lambda theorem, scope: sweeps.backward(theorem, scope, script),
    "forward": lambda theorem, scope: sweeps.forward(theorem, scope, script),
}
"""How each inference of the kernel is replayed."""
