"""Which rule explains a line?  Words for a step, from what the step does and from the proof that the kernel recorded.

Comes in: a theorem before = after.  Goes out: the name of a rule, its reason in words, the formulas that belong to it, and
what to strike out or box in the line before.  A wrong explanation could mislead a reader, never make a false line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from derive import kernel, rational
from derive.context import Context, KernelError
from derive.conversion import by_arithmetic, each_once, unfold_all, using
from derive.derivation import Mark
from derive.expr import (
    ONE,
    Add,
    Cmp,
    Delta,
    Diff,
    Div,
    Formula,
    Mul,
    Neg,
    Node,
    Num,
    Reduce,
    Ref,
    Term,
    alpha_equal,
    canonical,
    names,
    neg,
    subterms,
)  # fmt: skip
from derive.kernel import Rule, Theorem
from derive.rules import rules
from derive.strategy.differentiate import differentiate, has_derivative, push

__all__ = [
    "Explanation",
    "calculus_words",
    "chain_words",
    "explain",
    "inference_words",
    "proofs",
    "rule_words",
    "rules_used",
]

Notes = tuple[tuple[str, Term | Formula], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The words for a step."""

    rule: str
    reason: str
    notes: Notes = ()
    marks: tuple[Mark, ...] = ()


INFERENCES = {
    "unfold": "definition of {q}",
    "chain": "chain rule through {q}",
    "variable": "{variable} = {delta}",
    "constant": "{constant} does not depend on {variable}",
    "ring": "rearrange",
    "assume": "since {hypothesis}",
    "sign": "by the signs of its parts",
    "cases": "whether {condition} or not",
}
"""Words for the kernel's own inferences."""


def explain(context: Context, theorem: Theorem) -> Explanation:
    """The first explanation that fits, the plainest first."""
    before, after = theorem.left, theorem.right
    for detect in _DETECTORS:
        found = detect(context, before, after, theorem)
        if found is not None:
            return found
    raise AssertionError("the last detector always answers")  # pragma: no cover


# ------------------------------------------------------------------------------------------------- definitions


def _definition(context: Context, before: Term, after: Term, _: Theorem) -> Explanation | None:
    """A name is replaced by its definition, or the other way round."""
    for whole, folded in ((before, after), (after, before)):
        used = [n for n in context.definitions if n in names(whole) and not _differentiated(whole, n)]
        for chosen in (*((n,) for n in used), tuple(used), _reachable(context, used)):
            opened = unfold_all(chosen)(context, whole) if chosen else None
            if opened is not None and (alpha_equal(opened.right, folded) or _rearranged(context, opened.right, folded)):
                return _definition_words(whole, [n for n in chosen if n in used])
    everything = tuple(context.definitions)
    both = [unfold_all(everything)(context, side) for side in (before, after)]
    ends = [side if o is None else o.right for side, o in zip((before, after), both, strict=True)]
    if both != [None, None] and _rearranged(context, *ends):
        new = [n for n in context.definitions if n in names(after) - names(before)]
        return _definition_words(after, new) if new else None
    return None


def _reachable(context: Context, used: list[str]) -> tuple[str, ...]:
    """The definitions that unfolding the used ones leads to."""
    found = list(used)
    for name in found:
        found.extend(n for n in context.definitions if n in names(context.definitions[name].body) and n not in found)
    return tuple(n for n in context.definitions if n in found)


def _definition_words(whole: Term, chosen: list[str]) -> Explanation:
    quantities = [q for q in (_occurrence(whole, n) for n in chosen) if q is not None]
    if not quantities:
        return Explanation("unfold", "definitions")
    notes = tuple((f"q{n}", q) for n, q in enumerate(quantities))
    return Explanation("unfold", "definition of " + " and ".join("{" + n + "}" for n, _ in notes), notes)


def _rearranged(context: Context, left: Term, right: Term) -> bool:
    return not has_derivative(left) and rational.equal(left, right, _never_zero(context, left, right))


def _never_zero(context: Context, *terms: Term) -> tuple[Term, ...]:
    from derive import signs

    return tuple(d for d in rational.denominators(*terms) if 0 not in signs.signs(context, d).possible)


def _differentiated(node: Node, name: str) -> bool:
    return any(isinstance(n, Diff) and n.var.name == name for n in subterms(node))


def _occurrence(node: Node, name: str) -> Ref | None:
    return next((n for n in subterms(node) if isinstance(n, Ref) and n.name == name), None)


# ------------------------------------------------------------------------------------------------- derivatives


def _derivative(context: Context, before: Term, after: Term, theorem: Theorem) -> Explanation | None:
    if not has_derivative(before):
        return None
    if isinstance(before, Diff):
        for name in context.definitions:
            try:
                through = kernel.chain(context, before, name)
            except KernelError:
                continue
            if alpha_equal(through.right, after):
                return chain_words(context, before, name)
        found = _first_rule(context, before, after)
        if found is not None:
            return found
    elif names(before) - names(after) or not has_derivative(after):
        inner = [n for n in subterms(before) if isinstance(n, Diff)]
        if all(isinstance(d.expr, Ref) and d.expr.name in context.definitions for d in inner) and not has_derivative(
            after
        ):
            notes: Notes = tuple((f"d{n}", d) for n, d in enumerate(dict.fromkeys(inner)))
            return Explanation("lemma", "put in " + " and ".join("{" + n + "}" for n, _ in notes), notes)
    done = differentiate(context, before)
    if done is not None and not has_derivative(after) and by_arithmetic(context, done.right, after) is not None:
        return calculus_words(done)
    return None


def chain_words(context: Context, derivative: Diff, name: str) -> Explanation:
    """The chain rule through a defined quantity."""
    through = next(n for n in subterms(kernel.chain(context, derivative, name).right) if isinstance(n, Diff))
    return Explanation("chain", INFERENCES["chain"], (("q", through.var),))


def _first_rule(context: Context, before: Diff, after: Term) -> Explanation | None:
    """One rule of the calculus table, perhaps after unfolding."""
    here: Term = before
    for _ in range(3):
        if not isinstance(here, Diff):
            return None
        try:
            pushed = push(context, here)
        except KernelError:
            return None
        if alpha_equal(pushed.right, after):
            return rule_words(pushed)
        here = pushed.right
    return None


def rule_words(theorem: Theorem) -> Explanation:
    """The words of the last rule that a calculus step used."""
    for proof in proofs(theorem):
        if proof.inference == "rule":
            scheme, quantities = proof.arguments[0], proof.arguments[1]
            assert isinstance(scheme, Rule) and isinstance(quantities, tuple)
            notes: Notes = tuple((n, f.body) for n, f in quantities if "{" + n + "}" in scheme.reason)
            if scheme.name.startswith("diff_"):
                return Explanation(scheme.name, scheme.reason, notes)
        if proof.inference == "unfold":
            return Explanation("unfold", INFERENCES["unfold"], (("q", proof.left),))
    return Explanation("ring", INFERENCES["ring"])


def inference_words(context: Context, theorem: Theorem) -> Explanation:
    """A single inference, in either direction."""
    proof = theorem
    while proof.inference in ("symmetry", "instantiate", "discharge"):
        proof = proof.premises[0]
    words = _SINGLE.get(proof.inference)
    return explain(context, theorem) if words is None else words(context, proof)


def _one_rule(context: Context, proof: Theorem) -> Explanation:
    scheme, quantities = proof.arguments[0], proof.arguments[1]
    assert isinstance(scheme, Rule) and isinstance(quantities, tuple)
    notes: Notes = tuple((n, f.body) for n, f in quantities if "{" + n + "}" in scheme.reason and not f.params)
    if {n for n, _ in notes} == set(re.findall(r"\{(\w+)\}", scheme.reason)):
        return Explanation(scheme.name, scheme.reason, notes)
    return Explanation(scheme.name, _without_notes(scheme.reason))


def _one_constant(context: Context, proof: Theorem) -> Explanation:
    assert isinstance(proof.left, Diff)
    gone = proof.left.expr.arg if isinstance(proof.left.expr, Neg) else proof.left.expr
    return Explanation("constant", INFERENCES["constant"], (("constant", gone), ("variable", proof.left.var)))


def _one_chain(context: Context, proof: Theorem) -> Explanation:
    derivative, name = proof.arguments
    assert isinstance(derivative, Diff) and isinstance(name, str)
    return chain_words(context, derivative, name)


_SINGLE: Mapping[str, Callable[[Context, Theorem], Explanation]] = {
    "rule": _one_rule,
    "constant": _one_constant,
    "chain": _one_chain,
    "unfold": lambda context, proof: Explanation("unfold", INFERENCES["unfold"], (("q", proof.left),)),
    "variable": lambda context, proof: Explanation(
        "variable", INFERENCES["variable"], (("variable", proof.left), ("delta", proof.right))
    ),
    "assume": lambda context, proof: Explanation("assume", INFERENCES["assume"], (("hypothesis", proof.conclusion),)),
}
"""Words for inferences that speak for themselves."""


def calculus_words(theorem: Theorem) -> Explanation:
    """Several rules of differentiation at once."""
    used: dict[str, str] = {}
    notes: dict[str, Term | Formula] = {}
    for proof in proofs(theorem):
        scheme = proof.arguments[0] if proof.inference == "rule" else None
        if isinstance(scheme, Rule) and scheme.name.startswith("diff_") and scheme.name not in _PLAIN:
            used.setdefault(
                scheme.name,
                scheme.reason if "{" not in scheme.reason else scheme.reason.split(" with ")[0].split(",")[0],
            )
        if proof.inference == "variable" and "variable" not in notes and proof.right != ONE:
            notes["variable"], notes["delta"] = proof.left, proof.right
    words = list(used.values())[:3]
    if notes:
        words.append("{variable} = {delta}")
    if not words and (gone := next((p for p in proofs(theorem) if p.inference == "constant"), None)):
        return _one_constant(theorem.context, gone)
    return Explanation(next(iter(used), "variable"), "; ".join(words) or "differentiate", tuple(notes.items()))


_PLAIN = frozenset(("diff_add", "diff_neg"))


# -------------------------------------------------------------------------------------------------- arithmetic


def _arithmetic(context: Context, before: Term, after: Term, theorem: Theorem) -> Explanation | None:
    if not rational.same_value(before, after):
        return None
    for detect in (_inserted, _struck, _split_fraction, _common_factor, _multiplied_out):
        found = detect(before, after)
        if found is not None:
            return found
    return Explanation("ring", INFERENCES["ring"])


def _inserted(before: Term, after: Term) -> Explanation | None:
    """1 + … − 1."""
    for whole in subterms(after):
        if not isinstance(whole, Add):
            continue
        for part in whole.args:
            if any(
                alpha_equal(neg(part), other) or alpha_equal(part, neg(other))
                for other in whole.args
                if other is not part
            ):
                positive = (
                    part.arg if isinstance(part, Neg) else Num(abs(part.value)) if isinstance(part, Num) else part
                )
                rest = [t for t in whole.args if not alpha_equal(t, part) and not alpha_equal(t, neg(part))]
                if not any(isinstance(n, Add) and n == whole for n in subterms(before)) and len(rest) < len(whole.args):
                    return Explanation("ring", "add and subtract {c}", (("c", positive),))
    return None


def _product_factors(term: Term) -> tuple[Term, ...]:
    term = term.arg if isinstance(term, Neg) else term
    return term.args if isinstance(term, Mul) else (term,)


def _struck(before: Term, after: Term) -> Explanation | None:
    """A factor of numerator and denominator goes."""
    for node in subterms(before):
        if not isinstance(node, Div):
            continue
        sides = [*map(canonical, _product_factors(node.num)), *map(canonical, _product_factors(node.den))]
        below = {canonical(f): f for f in _product_factors(node.den)}
        common = [f for f in _product_factors(node.num) if canonical(f) in below and f != ONE]
        if common and not any(n == node for n in subterms(after)):
            everywhere = Counter(map(canonical, subterms(before)))  # a mark is seen wherever the factor is
            struck = tuple(Mark("cancel", f) for f in common if everywhere[canonical(f)] == sides.count(canonical(f)))
            return Explanation("ring", "cancel {c}", (("c", common[0]),), struck)
    return None


def _split_fraction(before: Term, after: Term) -> Explanation | None:
    if isinstance(before, Div) and isinstance(before.num, Add) and isinstance(after, Add):
        return Explanation("ring", "split the fraction")
    return None


def _common_factor(before: Term, after: Term) -> Explanation | None:
    factors = _product_factors(after)
    if (
        isinstance(before, Add)
        and any(isinstance(f, Add) for f in (*factors, *_quotient_factors(after)))
        and not isinstance(after, Add)
    ):
        common = next((f for f in (_quotient_factors(after) or factors) if not isinstance(f, Add)), None)
        return (
            Explanation("ring", "factor out {c}", (("c", common),))
            if common is not None
            else Explanation("ring", "factor")
        )
    return None


def _quotient_factors(term: Term) -> tuple[Term, ...]:
    term = term.arg if isinstance(term, Neg) else term
    return _product_factors(term.num) if isinstance(term, Div) else ()


def _multiplied_out(before: Term, after: Term) -> Explanation | None:
    if isinstance(after, Add) and any(isinstance(f, Add) for f in _product_factors(before)):
        return Explanation("ring", "multiply out")
    return None


# ----------------------------------------------------------------------------------------- from the recorded proof


def _recorded(context: Context, before: Term, after: Term, theorem: Theorem) -> Explanation:
    """The rules in the proof, hypotheses first."""
    used: dict[str, str] = {}
    notes: dict[str, Term | Formula] = {}
    marks: list[Mark] = []
    for proof in proofs(theorem):
        scheme = proof.arguments[0] if proof.inference == "rule" else None
        if proof.inference == "assume" and proof.conclusion.op == "==" and "hypothesis" not in notes:
            notes["hypothesis"] = proof.conclusion
            marks = [Mark("box", proof.left)] if any(alpha_equal(n, proof.left) for n in subterms(before)) else marks
        if isinstance(scheme, Rule) and scheme.name not in _SILENT:
            used.setdefault(scheme.name, _without_notes(scheme.reason))
    words = [INFERENCES["assume"]] if notes else []
    shape = _shape(before, after)
    if shape is not None and not words:
        deltas = any(isinstance(n, Delta) for n in subterms(before))
        if not deltas and used.keys() <= {"sum_factor", "sum_delta", "sum_constant"}:
            return shape  # what the proof did inside to compare both sides is not what a reader sees
        words.append(shape.reason)
        notes.update(shape.notes)
    words.extend(w for w in dict.fromkeys(used.values()) if w not in words)
    rule = "assume" if notes else next(iter(used), "ring")
    return Explanation(rule, "; ".join(words[:3]) or INFERENCES["ring"], tuple(notes.items()), tuple(marks))


def _shape(before: Term, after: Term) -> Explanation | None:
    """A sum split or joined at one index, brackets opened or made."""
    parted = [
        [n for n in subterms(t) if isinstance(n, Reduce) and isinstance(n.cond, Cmp) and n.cond.op == "!="]
        for t in (before, after)
    ]
    if len(parted[0]) != len(parted[1]):
        joined = len(parted[0]) > len(parted[1])
        cond = parted[0 if joined else 1][0].cond
        assert isinstance(cond, Cmp)
        where = Cmp("==", cond.left, cond.right)
        return Explanation(
            "sum_split",
            "put the term with {c} back into the sum" if joined else "take the term with {c} out of the sum",
            (("c", where),),
        )
    brackets = [
        sum(isinstance(n, Mul) and any(isinstance(f, Add) for f in n.args) for n in subterms(t))
        for t in (before, after)
    ]
    if brackets[0] != brackets[1]:
        return Explanation("ring", "multiply out" if brackets[0] > brackets[1] else "factor")
    return None


def _without_notes(reason: str) -> str:
    return reason.split(" with ")[0].split(", h =")[0].replace("{i}", "one index") if "{" in reason else reason


_SILENT = frozenset(
    ("sum_add", "sum_neg", "if_same", "delta_square", "exp_zero", "log_one", "sum_guard", "if_equal", "if_apart")
)


def proofs(theorem: Theorem) -> Iterator[Theorem]:
    """Every theorem that a proof passes through, the last inference first, each once."""
    seen: set[int] = set()
    stack = [theorem]
    while stack:
        proof = stack.pop()
        if id(proof) in seen:
            continue
        seen.add(id(proof))
        yield proof
        stack.extend(reversed(proof.premises))


def rules_used(theorem: Theorem) -> tuple[str, ...]:
    """The names of the rules that a proof rests on, sorted."""
    schemes = (p.arguments[0] for p in proofs(theorem) if p.inference == "rule")
    return tuple(sorted({s.name for s in schemes if isinstance(s, Rule)}))


def _single_rule(context: Context, before: Term, after: Term, theorem: Theorem) -> Explanation | None:
    """One of the rules in the proof does it alone, wherever it applies, in one direction."""
    for name in rules_used(theorem)[:12]:
        scheme = rules().get(name)
        if scheme is None or scheme.op != "==" or name.startswith("diff_"):
            continue
        for backwards in (False, True):
            if backwards and isinstance(scheme.right, Ref):
                continue  # anything is an instance of a variable
            done = each_once(using(scheme, backwards))(context, before)
            if done is not None and (alpha_equal(done.right, after) or rational.equal(done.right, after)):
                return Explanation(name, _without_notes(scheme.reason))
    return None


Detector = Callable[[Context, Term, Term, Theorem], Explanation | None]
_DETECTORS: tuple[Detector, ...] = (_arithmetic, _definition, _derivative, _single_rule, _recorded)
