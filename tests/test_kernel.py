"""What every inference of the kernel accepts, what it says, and what it must refuse."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest
from known import known

import derive
from derive import kernel, language, library
from derive.context import Context, KernelError
from derive.expr import (
    ONE,
    ZERO,
    And,
    ArgMax,
    Cmp,
    Delta,
    Diff,
    ForAll,
    Formula,
    If,
    Implies,
    Index,
    Lambda,
    Not,
    Pred,
    Reduce,
    Ref,
    Term,
    add,
    alpha_equal,
    conjunction,
    free,
    mul,
    neg,
    num,
    subterms,
)
from derive.kernel import INFERENCES, Rule, Theorem, replay
from derive.language import unparse
from derive.rules import rules
from derive.strategy.bridge import Prover

THEORY = language.parse_theory(
    """y[i] = exp(a[i])/sum(exp(a[k]) for k in K)
s = sum(b[k]*y[k] for k in K)
p = s**2
q = x*z
prove(t == x)""",
    name="kernel",
)
CONTEXT = Context({d.name: d for d in THEORY.definitions})
I, J, K, L = (Index(n, "K") for n in "ijkl")  # noqa: E741
M = Index("m", "M")
X = Ref("x")


def term(text: str) -> Term:
    return language.parse_term(text, THEORY, indices=(I, J, K))


def formula(text: str) -> Formula:
    return language.parse_formula(text, THEORY, indices=(I, J, K))


def cmp(text: str) -> Cmp:
    found = formula(text)
    assert isinstance(found, Cmp)
    return found


def said(theorem: Theorem) -> str:
    """A theorem as text: `hypotheses |- conclusion`."""
    return f"{', '.join(map(unparse, theorem.hypotheses))} |- {unparse(theorem.conclusion)}".lstrip()


def assumed(text: str) -> Theorem:
    """φ ⊢ φ."""
    return kernel.assume(CONTEXT, formula(text))


def equation(left: str, right: str, *nonzero: str) -> Theorem:
    """left = right by arithmetic."""
    return kernel.ring(CONTEXT, term(left), term(right), tuple(map(term, nonzero)))


def refused(match: str | None = None) -> pytest.RaisesContext[KernelError]:
    return pytest.raises(KernelError, match=match)


# ------------------------------------------------------------------------------------------------ theorems


def test_theorems_are_made_by_inferences_only() -> None:
    with pytest.raises(TypeError, match="made by the kernel"):
        Theorem()


@pytest.mark.parametrize("slot", Theorem.__slots__)
def test_a_theorem_does_not_change(slot: str) -> None:
    with pytest.raises(AttributeError):
        setattr(assumed("x < 1"), slot, None)


def test_every_inference_records_its_name_and_arguments() -> None:
    first, second = assumed("x == t"), assumed("t == z")
    joined = kernel.transitivity(CONTEXT, first, second)
    assert joined.inference == "transitivity"
    assert joined.premises == (first, second)
    assert INFERENCES[joined.inference](CONTEXT, *joined.arguments).conclusion == joined.conclusion


def test_a_theorem_about_other_definitions_is_refused() -> None:
    other = Context({"q": THEORY.definitions[-1]})
    foreign = kernel.unfold(other, term("q"))
    for use in (
        lambda: kernel.symmetry(CONTEXT, foreign),
        lambda: kernel.transitivity(CONTEXT, assumed("x == q"), foreign),
        lambda: kernel.congruence(CONTEXT, mul(num(2), term("q")), (None, foreign)),
    ):
        with refused("other definitions"):
            use()


def test_arguments_are_positional_and_plain_so_that_no_premise_hides() -> None:
    foreign = kernel.unfold(Context({"q": THEORY.definitions[-1]}), term("q"))
    with refused("arguments"):
        kernel.symmetry(CONTEXT, theorem=foreign)
    with refused("arguments"):
        kernel.congruence(CONTEXT, mul(num(2), term("q")), [None, foreign])  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------- equality, ordering


def test_reflexivity() -> None:
    assert said(kernel.reflexivity(CONTEXT, term("y[i]"))) == "|- y[i] == y[i]"


def test_reflexivity_of_a_derivative_needs_that_it_exists() -> None:
    assert said(kernel.reflexivity(CONTEXT, term("diff(abs(x), x)"))) == "x != 0 |- diff(abs(x), x) == diff(abs(x), x)"


def test_symmetry() -> None:
    assert said(kernel.symmetry(CONTEXT, assumed("x == t"))) == "x == t |- t == x"
    assert said(kernel.symmetry(CONTEXT, assumed("x != t"))) == "x != t |- t != x"


@pytest.mark.parametrize("text", ["x < t", "x <= t"])
def test_an_order_is_not_symmetric(text: str) -> None:
    with refused("direction"):
        kernel.symmetry(CONTEXT, assumed(text))


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        ("==", "==", "=="),
        ("==", "<", "<"),
        ("<=", "==", "<="),
        ("<", "<=", "<"),
        ("<=", "<", "<"),
        ("<=", "<=", "<="),
        ("!=", "==", "!="),
        ("==", "!=", "!="),
        ("!=", "!=", None),
        ("!=", "<", None),
        ("<", "!=", None),
        ("<=", "!=", None),
    ],
)
def test_transitivity(first: str, second: str, result: str | None) -> None:
    premises = assumed(f"x {first} t"), assumed(f"t {second} z")
    if result is None:
        with refused("nothing follows"):
            kernel.transitivity(CONTEXT, *premises)
    else:
        assert kernel.transitivity(CONTEXT, *premises).conclusion == cmp(f"x {result} z")


def test_transitivity_needs_the_same_term_in_the_middle_up_to_bound_names() -> None:
    with refused("is not"):
        kernel.transitivity(CONTEXT, assumed("x == t"), assumed("z == t"))
    joined = kernel.transitivity(CONTEXT, assumed("x == sum(a[k] for k in K)"), assumed("sum(a[l] for l in K) == t"))
    assert joined.conclusion == cmp("x == t")
    with refused("is not"):
        kernel.transitivity(CONTEXT, assumed("x == a[i]"), assumed("a[j] == t"))


@pytest.mark.parametrize(
    ("op", "weaker", "holds"),
    [
        ("<", "<=", True), ("<", "!=", True), ("==", "<=", True), ("<=", "<", False), ("<=", "!=", False),
        ("!=", "<", False), ("==", "<", False), ("==", "!=", False), ("<=", "==", False),
    ],
)  # fmt: skip
def test_weaken(op: str, weaker: str, holds: bool) -> None:
    if holds:
        assert kernel.weaken(CONTEXT, assumed(f"x {op} t"), weaker).conclusion == cmp(f"x {weaker} t")
    else:
        with refused("does not follow"):
            kernel.weaken(CONTEXT, assumed(f"x {op} t"), weaker)


def test_difference() -> None:
    equal = equation("x + 1 - x", "1")
    sign = kernel.sign(CONTEXT, Cmp("<", ZERO, ONE))
    assert said(kernel.difference(CONTEXT, X, term("x + 1"), equal, sign)) == "|- x < x + 1"


def test_difference_refuses_another_equation_and_another_sign() -> None:
    equal, sign = equation("x + 1 - x", "1"), kernel.sign(CONTEXT, Cmp("<", ZERO, ONE))
    with refused("not about the difference"):
        kernel.difference(CONTEXT, term("x + 1"), X, equal, sign)
    with refused("sign"):
        kernel.difference(CONTEXT, X, term("x + 1"), equal, kernel.sign(CONTEXT, Cmp("<", ZERO, num(2))))
    with refused("sign"):
        kernel.difference(CONTEXT, X, term("x + 1"), equal, kernel.sign(CONTEXT, Cmp("<", num(-1), ZERO)))
    with refused("not about the difference"):
        kernel.difference(CONTEXT, X, term("x + 1"), assumed("x + 1 - x < 1"), sign)


# ------------------------------------------------------------------------------------------------ congruence


def test_congruence_replaces_children_and_keeps_hypotheses() -> None:
    theorem = kernel.congruence(CONTEXT, term("x + z"), (assumed("x == t"), None))
    assert said(theorem) == "x == t |- x + z == t + z"


def test_congruence_refuses_what_does_not_fit() -> None:
    node = term("x + z")
    with refused("one premise"):
        kernel.congruence(CONTEXT, node, (None,))
    with refused("is not"):
        kernel.congruence(CONTEXT, node, (None, assumed("x == t")))
    with refused("is not"):
        kernel.congruence(CONTEXT, node, (assumed("x <= t"), None))


def test_leaving_a_binder_quantifies_the_hypotheses_that_mention_its_index() -> None:
    theorem = kernel.congruence(CONTEXT, term("sum(a[k] for k in K)"), (assumed("a[k] == b[k]"),))
    assert said(theorem) == "all(a[k] == b[k] for k in K) |- sum(a[k] for k in K) == sum(b[k] for k in K)"
    theorem = kernel.congruence(CONTEXT, term("sum(x for k in K)"), (assumed("x == t"),))
    assert said(theorem) == "x == t |- sum(x for k in K) == sum(t for k in K)"


def test_inside_a_restricted_sum_its_condition_holds() -> None:
    premise = kernel.rule(CONTEXT, rules()["delta_apart"], (), tuple(_indices("delta_apart", K, I)), (("I", "K"),))
    node = term("sum(delta(k, i) for k in K if k != i)")
    assert said(kernel.congruence(CONTEXT, node, (premise, None))).startswith(
        "|- sum(delta(k, i) for k in K if k != i)"
    )
    theorem = kernel.congruence(CONTEXT, term("sum(delta(k, i) for k in K)"), (premise,))
    assert theorem.hypotheses == (ForAll(K, Cmp("!=", K, I)),)


def test_inside_a_branch_its_condition_holds_and_in_the_other_one_its_negation() -> None:
    positive = kernel.assume(CONTEXT, cmp("x == t"))
    node = If(cmp("x == t"), X, X)
    theorem = kernel.congruence(CONTEXT, node, (None, positive, None))
    assert theorem.hypotheses == ()
    other = kernel.congruence(CONTEXT, node, (None, None, positive))
    assert other.hypotheses == (Implies(cmp("x != t"), cmp("x == t")),)


def test_congruence_is_about_values_and_captures_nothing() -> None:
    """a[k] = x for a free k does not replace a[k] under a sum over k without saying so for all k."""
    theorem = kernel.congruence(CONTEXT, Reduce("sum", K, Ref("a", (K,))), (assumed("a[k] == x"),))
    assert theorem.hypotheses == (ForAll(K, cmp("a[k] == x")),)


def test_under_a_derivative_an_equation_must_hold_nearby() -> None:
    node = term("diff(a[i]*x, a[j])")
    independent = kernel.congruence(CONTEXT, term("a[i]*x"), (None, assumed("x == t")))
    assert said(kernel.congruence(CONTEXT, node, (independent, None))).startswith("x == t |- diff(a[i]*x, a[j])")
    for text in ("a[i]*x == t", "a[i]*x == sum(a[k] for k in K)"):
        with refused("nearby"):
            kernel.congruence(CONTEXT, node, (assumed(text), None))


@pytest.mark.parametrize(
    ("hypothesis", "nearby"),
    [
        ("0 < x", True), ("x != 0", True), ("0 <= x", False), ("x == abs(x)", False), ("0 < z", True), ("0 <= z", True),
        ("z == 1", True), ("0 <= s", True), ("all(0 < a[k]*x for k in K)", True), ("all(0 <= a[k]*x for k in K)", False),
        ("all(implies(a[k] > 0, 0 < x) for k in K)", True), ("all(implies(a[k]*x > 0, 0 < x) for k in K)", False),
        ("not (x <= 0)", False), ("not (z <= 0)", True),
    ],
)  # fmt: skip
def test_hypotheses_under_a_derivative(hypothesis: str, nearby: bool) -> None:
    """abs(x) = x with one more hypothesis, under a derivative by x."""
    positive = kernel.rule(CONTEXT, rules()["abs_of_positive"], (("u", Lambda((), X)),))
    theorem = kernel.discharge(CONTEXT, positive, cmp("0 <= x"), kernel.weaken(CONTEXT, assumed("0 < x"), "<="))
    extra = formula(hypothesis)
    with_extra = _resting_on(theorem, extra)
    node = term("diff(abs(x), x)")
    if nearby:
        made = kernel.congruence(CONTEXT, node, (with_extra, None))
        assert extra in made.hypotheses
    else:
        with refused("nearby"):
            kernel.congruence(CONTEXT, node, (with_extra, None))


def _resting_on(theorem: Theorem, extra: Formula) -> Theorem:
    """The same theorem, by a rule that needs no more than one further condition."""
    scheme = Rule("if_true", If(Pred("P"), Ref("u"), Ref("v")), "==", Ref("u"), (Pred("P"),), "")
    values = (("P", Lambda((), extra)), ("u", Lambda((), theorem.left)), ("v", Lambda((), theorem.left)))
    step = kernel.rule(CONTEXT, scheme, values)
    same = kernel.rule(CONTEXT, rules()["if_same"], (("P", Lambda((), extra)), ("u", Lambda((), theorem.left))))
    back = kernel.transitivity(CONTEXT, kernel.symmetry(CONTEXT, same), step)
    return kernel.transitivity(CONTEXT, back, theorem)


def test_a_strict_hypothesis_under_a_derivative_must_be_about_something_continuous() -> None:
    positive = kernel.rule(CONTEXT, rules()["sign_of_positive"], (("u", Lambda((), term("sign(x) + 1/2"))),))
    theorem = kernel.congruence(CONTEXT, Diff(positive.left, X), (positive, None))
    assert cmp("x != 0") in theorem.hypotheses


def test_a_definition_says_nothing_where_its_quantity_varies() -> None:
    unfolded = kernel.unfold(CONTEXT, term("q"))
    assert kernel.congruence(CONTEXT, term("diff(q, x)"), (unfolded, None)).right == term("diff(x*z, x)")
    with refused("varies by itself"):
        kernel.congruence(CONTEXT, term("diff(q, q)"), (unfolded, None))
    nested = kernel.congruence(CONTEXT, term("diff(q, x)"), (unfolded, None))
    with refused("varies by itself|another one"):
        kernel.congruence(CONTEXT, Diff(term("diff(q, x)"), term("q")), (nested, None))


def test_a_sign_found_through_a_definition_says_nothing_where_that_varies() -> None:
    positive = kernel.sign(CONTEXT, cmp("0 <= p"))
    theorem = kernel.rule(CONTEXT, rules()["abs_of_positive"], (("u", Lambda((), term("p"))),))
    theorem = kernel.discharge(CONTEXT, theorem, cmp("0 <= p"), positive)
    with refused("varies by itself"):
        kernel.congruence(CONTEXT, term("diff(abs(p), p)"), (theorem, None))


def test_what_a_derivative_is_taken_by_cannot_be_replaced() -> None:
    with refused("taken by"):
        kernel.congruence(CONTEXT, term("diff(z, x)"), (None, assumed("x == t")))


# ------------------------------------------------------------------------------- definitions, hypotheses, rules


def test_unfold() -> None:
    theorem = kernel.unfold(CONTEXT, term("y[j]"))
    assert said(theorem) == "|- y[j] == exp(a[j])/sum(exp(a[k]) for k in K)"
    assert theorem.definitions == {"y"}


def test_unfold_does_not_capture() -> None:
    theorem = kernel.unfold(CONTEXT, term("y[k]"))
    assert said(theorem) == "|- y[k] == exp(a[k])/sum(exp(a[l]) for l in K)"


def test_unfold_refuses_inputs_and_other_dimensions() -> None:
    with refused("not defined"):
        kernel.unfold(CONTEXT, term("a[i]"))
    for indices in ((M,), (), (I, J)):
        with refused("dimension"):
            kernel.unfold(CONTEXT, Ref("y", indices))


def test_assume_instantiates_quantifiers_and_keeps_conditions() -> None:
    fact = formula("all(implies(k != i, 0 < a[k]) for k in K)")
    theorem = kernel.assume(CONTEXT, fact, (J,))
    assert theorem.conclusion == cmp("0 < a[j]")
    assert set(theorem.hypotheses) == {fact, Cmp("!=", J, I)}


def test_assume_refuses() -> None:
    fact = formula("all(0 < a[k] for k in K)")
    for at in ((), (M,), (I, J)):
        with refused():
            kernel.assume(CONTEXT, fact, at)
    for whole in (Not(cmp("x < 0")), And(()), conjunction(cmp("x < 0"), cmp("z < 0"))):
        with refused("comparison"):
            kernel.assume(CONTEXT, whole)


def test_equal_indices() -> None:
    theorem = kernel.equal_indices(CONTEXT, term("a[i]*delta(i, j)"), I, J)
    assert said(theorem) == "i == j |- a[i]*delta(i, j) == a[j]*delta(j, j)"
    assert kernel.equal_indices(CONTEXT, term("sum(a[k] for k in K)"), K, J).right == term("sum(a[k] for k in K)")
    with refused("different dimensions"):
        kernel.equal_indices(CONTEXT, term("a[i]"), I, M)


def test_equal_indices_captures_nothing() -> None:
    theorem = kernel.equal_indices(CONTEXT, term("sum(a[k]*b[i] for k in K)"), I, K)
    assert theorem.hypotheses == (Cmp("==", I, K),)
    assert said(theorem).endswith("== sum(a[l]*b[k] for l in K)")


def _indices(name: str, *at: Index) -> Iterator[tuple[Index, Index]]:
    rule = rules()[name]
    found = dict.fromkeys(n for n in subterms(Cmp("==", rule.left, rule.right)) if isinstance(n, Index))
    yield from zip(found, at, strict=False)


def test_rule_gives_the_instance_and_its_conditions() -> None:
    u = Lambda((), term("x - z"))
    assert said(kernel.rule(CONTEXT, rules()["exp_log"], (("u", u),))) == "0 < x - z |- exp(log(x - z)) == x - z"
    body = Lambda((K,), term("a[k]"))
    theorem = kernel.rule(CONTEXT, rules()["log_prod"], (("f", body),), (), (("K", "K"),))
    assert theorem.hypotheses == (formula("all(0 < a[k] for k in K)"),)


def test_rule_does_not_capture() -> None:
    """Σ_k c·f[k] = c·Σ_k f[k] with c := b[k], a free k."""
    values = (("P", Lambda((K,), And(()))), ("c", Lambda((), term("b[k]"))), ("f", Lambda((I,), term("a[i]"))))
    theorem = kernel.rule(CONTEXT, rules()["sum_factor"], values, (), (("K", "K"),))
    assert alpha_equal(theorem.right, mul(term("b[k]"), term("sum(a[l] for l in K)")))
    assert alpha_equal(theorem.left, term("sum(b[k]*a[l] for l in K)"))


def test_rule_refuses_what_is_missing_or_of_another_dimension() -> None:
    scheme, f = rules()["sum_split"], Lambda((K,), term("a[k]"))
    at = tuple(_indices("sum_split", K, J))
    right = tuple((i, J) for i, _ in at if i.name == "i")
    assert kernel.rule(CONTEXT, scheme, (("f", f),), right, (("K", "K"),)).left == term("sum(a[k] for k in K)")
    for quantities, indices, dims in (
        ((), right, (("K", "K"),)),
        ((("f", f),), (), (("K", "K"),)),
        ((("f", f),), right, ()),
        ((("f", f),), right, (("K", "M"),)),
        ((("f", Lambda((M,), term("x"))),), right, (("K", "K"),)),
        ((("f", Lambda((), term("x"))),), right, (("K", "K"),)),
        ((("f", f),), tuple((i, M) for i, _ in right), (("K", "K"),)),
        ((("f", Lambda((K,), cmp("x < 0"))),), right, (("K", "K"),)),
    ):
        with refused():
            kernel.rule(CONTEXT, scheme, quantities, indices, dims)


def test_rule_refuses_an_expression_where_a_derivative_needs_its_variable() -> None:
    values = (("u", Lambda((), X)), ("v", Lambda((), X)), ("x", Lambda((), term("2*x"))))
    with refused("derivative"):
        kernel.rule(CONTEXT, rules()["diff_add"], values)


def test_a_rule_of_calculus_brings_the_conditions_of_differentiability() -> None:
    values = (("u", Lambda((), term("x - 1"))), ("x", Lambda((), X)))
    assert kernel.rule(CONTEXT, rules()["diff_log"], values).hypotheses == (cmp("0 < x - 1"),)
    assert kernel.rule(CONTEXT, rules()["diff_abs"], values).hypotheses == (cmp("x - 1 != 0"),)
    values = (("g", Lambda((), ONE)), ("h", Lambda((), X)), ("x", Lambda((), X)))
    assert kernel.rule(CONTEXT, rules()["diff_div"], values).hypotheses == (cmp("x != 0"),)


def test_instantiate_replaces_free_indices_everywhere_at_once() -> None:
    theorem = kernel.instantiate(CONTEXT, assumed("a[i] < b[j]"), ((I, J), (J, I)))
    assert said(theorem) == "a[j] < b[i] |- a[j] < b[i]"
    with refused("dimension"):
        kernel.instantiate(CONTEXT, theorem, ((I, M),))


def test_instantiate_captures_nothing() -> None:
    theorem = kernel.reflexivity(CONTEXT, term("sum(a[k]*b[i] for k in K)"))
    assert said(kernel.instantiate(CONTEXT, theorem, ((I, K),))).endswith("== sum(a[l]*b[k] for l in K)")
    theorem = kernel.assume(CONTEXT, formula("all(a[k] < b[i] for k in K)"), (J,))
    moved = kernel.instantiate(CONTEXT, theorem, ((I, K),))
    assert moved.hypotheses == (ForAll(L, cmp("a[i] < b[k]").rebuild((Ref("a", (L,)), Ref("b", (K,))))),)


def test_instantiate_at_a_position_that_is_computed() -> None:
    first = ArgMax(K, Ref("a", (K,)))
    theorem = kernel.instantiate(CONTEXT, assumed("0 < b[i]"), ((I, first),))
    assert theorem.conclusion == Cmp("<", ZERO, Ref("b", (first,)))
    with refused("dimension"):
        kernel.instantiate(CONTEXT, assumed("0 < b[i]"), ((I, ArgMax(M, Ref("w", (M,)))),))


def test_discharge() -> None:
    theorem = kernel.rule(CONTEXT, rules()["exp_log"], (("u", Lambda((), term("exp(x)"))),))
    assert said(theorem) == "0 < exp(x) |- exp(log(exp(x))) == exp(x)"
    proof = kernel.sign(CONTEXT, cmp("0 < exp(x)"))
    assert kernel.discharge(CONTEXT, theorem, cmp("0 < exp(x)"), proof).hypotheses == ()


def test_discharge_takes_over_what_the_premise_rests_on() -> None:
    theorem, proof = assumed("0 < x"), kernel.sign(CONTEXT, cmp("0 < x"), (cmp("0 < x"), cmp("1 < x")))
    assert kernel.discharge(CONTEXT, theorem, cmp("0 < x"), proof).hypotheses == (cmp("0 < x"),)
    through = kernel.discharge(CONTEXT, assumed("0 <= p"), cmp("0 <= p"), kernel.sign(CONTEXT, cmp("0 <= p")))
    assert "p" in through.definitions


def test_discharge_refuses_another_statement() -> None:
    theorem = assumed("0 < x")
    for other in ("0 < z", "0 <= x", "x != 0", "x < 0"):
        with refused("does not prove"):
            kernel.discharge(CONTEXT, theorem, cmp("0 < x"), assumed(other))


def test_discharge_of_a_quantified_hypothesis() -> None:
    fact = formula("all(implies(k != i, 0 < exp(a[k])) for k in K)")
    theorem = kernel.assume(CONTEXT, fact, (J,))
    left = kernel.discharge(CONTEXT, theorem, fact, kernel.sign(CONTEXT, cmp("0 < exp(a[k])")))
    assert left.hypotheses == (Cmp("!=", J, I),)


def test_discharge_of_a_quantified_hypothesis_at_one_index_only_is_refused() -> None:
    fact = formula("all(0 < a[k] for k in K)")
    theorem = kernel.assume(CONTEXT, fact, (J,))
    with refused("does not prove"):
        kernel.discharge(CONTEXT, theorem, fact, assumed("0 < a[k]"))
    with refused("does not prove"):
        kernel.discharge(CONTEXT, theorem, fact, assumed("0 < a[j]"))


def test_cases() -> None:
    condition = Cmp("==", I, J)
    same = kernel.equal_indices(CONTEXT, term("delta(i, j)*a[i]"), I, J)
    holding = kernel.transitivity(
        CONTEXT, same, kernel.symmetry(CONTEXT, kernel.equal_indices(CONTEXT, term("delta(i, j)*a[j]"), I, J))
    )
    apart = kernel.rule(CONTEXT, rules()["delta_apart"], (), tuple(_indices("delta_apart", I, J)), (("I", "K"),))
    ends = [
        kernel.transitivity(CONTEXT, kernel.congruence(CONTEXT, e, (apart, None)), equation(f"0*a[{n}]", "0"))
        for e, n in ((term("delta(i, j)*a[i]"), "i"), (term("delta(i, j)*a[j]"), "j"))
    ]
    failing = kernel.transitivity(CONTEXT, ends[0], kernel.symmetry(CONTEXT, ends[1]))
    theorem = kernel.cases(CONTEXT, condition, holding, failing)
    assert said(theorem) == "|- delta(i, j)*a[i] == delta(i, j)*a[j]"
    with refused("same conclusion"):
        kernel.cases(CONTEXT, condition, holding, ends[0])
    assert kernel.cases(CONTEXT, condition, holding, holding).hypotheses == (condition,)
    assert kernel.cases(CONTEXT, Cmp("==", I, K), holding, failing).hypotheses == (condition, Cmp("!=", I, J))


def test_cases_of_a_comparison_of_numbers() -> None:
    yes = _resting_on(equation("x + x", "2*x"), cmp("x < z"))
    no = _resting_on(equation("x + x", "2*x"), cmp("z <= x"))
    wrong = _resting_on(equation("x + x", "2*x"), cmp("z < x"))
    assert kernel.cases(CONTEXT, cmp("x < z"), yes, no).hypotheses == ()
    assert kernel.cases(CONTEXT, cmp("x < z"), yes, wrong).hypotheses == (cmp("z < x"),)


# ----------------------------------------------------------------------------------------------- derivatives


@pytest.mark.parametrize(
    ("text", "is_constant"),
    [
        ("diff(z, x)", True), ("diff(x, x)", False), ("diff(q, x)", False), ("diff(y[i], x)", True),
        ("diff(y[i], a[j])", False), ("diff(s, a[j])", False), ("diff(a[i], y[j])", True), ("diff(s, y[j])", False),
        ("diff(a[argmax(b[k] for k in K)], b[j])", False), ("diff(sum(1 for k in K if a[k] > 0), a[j])", False),
        ("diff(y[i], s)", True),
    ],
)  # fmt: skip
def test_constant(text: str, is_constant: bool) -> None:
    derivative = term(text)
    assert isinstance(derivative, Diff)
    if is_constant:
        assert kernel.constant(CONTEXT, derivative).right == ZERO
    else:
        with refused("depends on"):
            kernel.constant(CONTEXT, derivative)


def test_variable() -> None:
    assert kernel.variable(CONTEXT, Diff(Ref("a", (I,)), Ref("a", (J,)))).right == Delta(I, J)
    assert kernel.variable(CONTEXT, Diff(Ref("w", (I, M)), Ref("w", (J, Index("n", "M"))))).right == mul(
        Delta(I, J), Delta(M, Index("n", "M"))
    )
    assert kernel.variable(CONTEXT, Diff(X, X)).right == ONE
    for left, by in (
        (Ref("a", (I,)), Ref("b", (I,))),
        (mul(X, X), X),
        (Ref("a", (I,)), Ref("a", ())),
        (Ref("a", (I,)), Ref("a", (M,))),
    ):
        with refused("by itself"):
            kernel.variable(CONTEXT, Diff(left, by))


def test_the_derivative_by_an_element_at_a_computed_position_needs_that_the_position_stays() -> None:
    first = ArgMax(K, Ref("a", (K,)))
    theorem = kernel.variable(CONTEXT, Diff(Ref("a", (first,)), Ref("a", (J,))))
    assert theorem.right == Delta(first, J)
    assert len(theorem.hypotheses) == 1
    assert isinstance(theorem.hypotheses[0], ForAll)


def test_chain() -> None:
    theorem = kernel.chain(CONTEXT, Diff(term("s"), Ref("a", (J,))), "y")
    assert unparse(theorem.right) == "sum(diff(s, y[i])*diff(y[i], a[j]) for i in K)"
    theorem = kernel.chain(CONTEXT, Diff(term("s"), Ref("a", (I,))), "y")
    assert "diff(y[i], a[i])" not in unparse(theorem.right)
    assert kernel.chain(CONTEXT, Diff(term("p"), Ref("b", (J,))), "s").right == term("diff(p, s)*diff(s, b[j])")


def test_chain_refuses_what_varies_not_only_through_it() -> None:
    with refused("not only through"):
        kernel.chain(CONTEXT, Diff(term("s*a[i]"), Ref("a", (J,))), "y")
    with refused("not only through"):
        kernel.chain(CONTEXT, Diff(term("s"), Ref("a", (J,))), "q")
    with refused("not only through"):
        kernel.chain(CONTEXT, Diff(term("s + p"), Ref("a", (J,))), "p")
    for name in ("a", "nothing"):
        with refused("not defined"):
            kernel.chain(CONTEXT, Diff(term("s"), Ref("a", (J,))), name)
    with refused("not defined, or is the variable itself"):
        kernel.chain(CONTEXT, Diff(term("s"), Ref("y", (J,))), "y")


# ---------------------------------------------------------------------------------------- arithmetic and signs


@pytest.mark.parametrize(
    ("left", "right", "needs", "hypotheses"),
    [
        ("x*(z + 1)", "x*z + x", (), []),
        ("x/x", "1", ("x",), ["x != 0"]),
        ("1/(1/x)", "x", (), []),
        ("1/(x*z)", "1/x*(1/z)", (), []),
        ("x/z*z", "x", ("z",), ["z != 0"]),
        ("(x**2 - 1)/(x - 1)", "x + 1", ("x - 1",), ["x - 1 != 0"]),
        ("0/x", "0", (), []),
        ("1/x - 1/x", "0", (), []),
        ("x**0", "1", (), []),
        ("(x - x)**0", "1", (), []),
        ("sum(a[k] for k in K) - sum(a[l] for l in K)", "0", (), []),
        ("exp(a[i])*delta(i, j)", "delta(j, i)*exp(a[i])", (), []),
    ],
)
def test_ring(left: str, right: str, needs: tuple[str, ...], hypotheses: list[str]) -> None:
    assert [unparse(h) for h in equation(left, right, *needs).hypotheses] == hypotheses


@pytest.mark.parametrize(
    ("left", "right", "given"),
    [
        ("x/x", "1", ()), ("x/x", "1", ("z",)), ("x/z*z", "x", ()), ("x", "z", ()), ("x*1", "x*2", ()),
        ("(x**2 - 1)/(x - 1)", "x + 1", ()), ("(x**2 - 1)/(x - 1)", "x + 1", ("x",)), ("x**2/x**2", "1", ()),
        ("a[i]", "a[j]", ()), ("sum(a[k] for k in K)", "sum(b[k] for k in K)", ()), ("exp(x + z)", "exp(x)*exp(z)", ()),
        ("1/(x + z)", "1/x + 1/z", ("x", "z", "x + z")), ("x*x**(-1)", "1", ()), ("1/(x - x)*x", "1", ()),
    ],
)  # fmt: skip
def test_ring_refuses(left: str, right: str, given: tuple[str, ...]) -> None:
    with refused("not the same rational expression"):
        kernel.ring(CONTEXT, term(left), term(right), tuple(map(term, given)))


def test_ring_keeps_the_conditions_of_a_derivative_that_a_factor_0_hides() -> None:
    theorem = kernel.ring(CONTEXT, mul(ZERO, term("diff(abs(x), x)")), ZERO)
    assert theorem.hypotheses == (cmp("x != 0"),)


@pytest.mark.parametrize(
    ("text", "facts", "hypotheses"),
    [
        ("0 < exp(x)", (), []),
        ("0 < sum(exp(a[k]) for k in K)", (), []),
        ("0 <= sum(exp(a[k]) for k in K if k != i)", (), []),
        ("0 < y[i]", (), []),
        ("0 <= x**2", (), []),
        ("x**2 + 1 != 0", (), []),
        ("-exp(x) < 0", (), []),
        ("0 < x*z", ("0 < x", "0 < z", "0 < t"), ["0 < x", "0 < z"]),
        ("0 < sum(a[k] for k in K)", ("all(0 < a[k] for k in K)",), ["all(0 < a[k] for k in K)"]),
        ("0 < a[j]", ("all(0 < a[k] for k in K)",), ["all(0 < a[k] for k in K)"]),
        ("0 <= delta(i, j)", (), []),
        ("0 < log(1 + exp(x))", (), []),
        ("0 <= (x if x >= 0 else -x)", (), []),
        ("0 < prod(exp(a[k]) for k in K if k != i)", (), []),
        ("0 <= x/x*x**2", ("0 <= x",), ["0 <= x"]),
    ],
)
def test_sign(text: str, facts: tuple[str, ...], hypotheses: list[str]) -> None:
    theorem = kernel.sign(CONTEXT, cmp(text), tuple(map(formula, facts)))
    assert theorem.conclusion == cmp(text)
    assert [unparse(h) for h in theorem.hypotheses] == hypotheses


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("0 < x", ()), ("0 < x**2", ()), ("0 < sum(exp(a[k]) for k in K if k != i)", ()), ("0 < a[j]", ("0 < a[i]",)),
        ("0 < sum(a[k] for k in K)", ("0 < a[k]",)), ("0 < sum(a[k] for k in K)", ("all(0 <= a[k] for k in K)",)),
        ("0 < max(a[k] for k in K if k != i)", ("all(0 < a[k] for k in K)",)), ("0 < delta(i, j)", ()),
        ("0 < exp(x)/t", ()), ("0 < abs(x)", ()), ("0 < s", ("0 < b[k]",)), ("0 < 1 - exp(x)", ()), ("0 == x/x", ()),
        ("0 < x/x", ()), ("0 < log(exp(x) + exp(z))", ()), ("0 < x**(1/2)", ()), ("0 <= sqrt(x)", ()),
        ("0 < a[j]", ("all(implies(k != i, 0 < a[k]) for k in K)",)), ("0 < -x", ("0 < x",)), ("0 < x - z", ("x < z",)),
        ("0 < sum(b[j]*a[j] for j in K)", ("all(0 < sum(b[k]*a[j] for j in K) for k in K)",)),
        ("prod(0*a[k] for k in K if k != i) <= 0", ()), ("0 < prod(a[k] for k in K)", ("all(a[k] != 0 for k in K)",)),
    ],
)  # fmt: skip
def test_sign_refuses(text: str, facts: tuple[str, ...]) -> None:
    with refused("does not follow"):
        kernel.sign(CONTEXT, cmp(text), tuple(map(formula, facts)))


def test_sign_is_a_comparison_with_0() -> None:
    with refused("comparison with 0"):
        kernel.sign(CONTEXT, cmp("x < x + 1"))
    with refused():
        kernel.sign(CONTEXT, Cmp("==", I, J))


# ------------------------------------------------------------------------------------------------------ replay


@cache
def library_theorems() -> tuple[Theorem, ...]:
    found: list[Theorem] = []
    for name in library.names():
        entry = known(name)._entry
        for derivation in (*entry.proofs, *entry.results):
            found.append(derivation.theorem)
            found.extend(step.theorem for step in derivation.steps)
    return tuple(found)


def test_every_theorem_of_the_library_is_proved_again_from_nothing() -> None:
    theorems = library_theorems()
    assert len(theorems) > 100
    for theorem in theorems:
        again = replay(theorem, rules())
        assert again.context is not theorem.context
        assert (again.conclusion, set(again.hypotheses)) == (theorem.conclusion, set(theorem.hypotheses))


def test_every_inference_but_those_for_strangers_is_used() -> None:
    used: set[str] = set()
    apart = derive.parse("prove(delta(i, j)*a[i] == delta(i, j)*a[j])").prove()
    stack = [*library_theorems(), *(d.data.theorem for d in apart)]
    seen: set[int] = set()
    while stack:
        theorem = stack.pop()
        if id(theorem) not in seen:
            seen.add(id(theorem))
            used.add(theorem.inference)
            stack.extend(theorem.premises)
    assert used <= INFERENCES.keys()
    assert INFERENCES.keys() - used <= {"instantiate", "weaken", "backward", "forward"}


def _proof() -> Theorem:
    theorem = kernel.congruence(CONTEXT, term("q + x"), (kernel.unfold(CONTEXT, term("q")), None))
    values = (("u", Lambda((), X)),)
    positive = kernel.rule(CONTEXT, rules()["abs_of_positive"], values)
    last = kernel.congruence(CONTEXT, add(theorem.right, term("abs(x)")), (None, None, positive))
    grown = kernel.congruence(CONTEXT, mul(num(2), theorem.left), (None, theorem))
    return kernel.transitivity(CONTEXT, kernel.reflexivity(CONTEXT, grown.left), grown) if last else grown


def _forged(theorem: Theorem, slot: str, value: object) -> Theorem:
    twin = object.__new__(Theorem)
    for name in Theorem.__slots__:
        object.__setattr__(twin, name, value if name == slot else getattr(theorem, name))
    return twin


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("conclusion", lambda t: Cmp("==", t.left, neg(t.right))),
        ("conclusion", lambda t: Cmp("<=", t.left, t.right)),
        ("hypotheses", lambda t: (*t.hypotheses, cmp("x < 0"))),
        ("definitions", lambda t: frozenset()),
        ("arguments", lambda t: (t.arguments[1], t.arguments[0])),
        ("inference", lambda t: "symmetry"),
    ],
)
def test_replay_refuses_a_theorem_tampered_with(slot: str, value: Callable[[Theorem], object]) -> None:
    theorem = _proof()
    assert replay(theorem, rules()).conclusion == theorem.conclusion
    with pytest.raises((KernelError, TypeError)):
        replay(_forged(theorem, slot, value(theorem)), rules())


def test_replay_refuses_a_dropped_hypothesis_deep_inside() -> None:
    positive = kernel.rule(CONTEXT, rules()["abs_of_positive"], (("u", Lambda((), X)),))
    forged = _forged(positive, "hypotheses", ())
    theorem = kernel.congruence(CONTEXT, mul(num(2), positive.left), (None, forged))
    assert theorem.hypotheses == ()
    with refused("gives"):
        replay(theorem, rules())


def test_replay_knows_only_the_rules_of_the_tables() -> None:
    false = Rule("exp_zero", ZERO, "==", ONE, (), "")
    for rule in (false, replace(false, name="no_such_rule"), replace(rules()["exp_log"], conditions=())):
        values = (("u", Lambda((), neg(ONE))),) if rule.name == "exp_log" else ()
        theorem = kernel.symmetry(CONTEXT, kernel.rule(CONTEXT, rule, values))
        with refused("there is no rule"):
            replay(theorem, rules())


def test_a_copied_theorem_is_no_way_round() -> None:
    with pytest.raises(AttributeError, match="does not change"):
        copy.copy(_proof())


# ------------------------------------------------------------------------------------- steps over a graph cut apart

GRAPH = language.parse_theory(
    """c = 2*x
d = 3*c
f = c*d
d_bar = f_bar*c
c_bar = f_bar*d + d_bar*3
x_bar = c_bar*2
c_dot = 2*x_dot
d_dot = 3*c_dot
f_dot = c_dot*d + c*d_dot
g = diff(d, c)*z
twin = c*1""",
    name="graph",
)
ALL = {definition.name: definition for definition in GRAPH.definitions}
WHOLE = Context(ALL)
C, D, F = Ref("c"), Ref("d"), Ref("f")


def piece(*names: str) -> Context:
    """A context in which only these are defined."""
    return Context({n: ALL[n] for n in names})


def partial(context: Context, left: Term, right: str) -> Theorem:
    """left = right in a piece of the graph."""
    theorem = Prover(context).equal(left, language.parse_term(right, GRAPH))
    assert theorem is not None
    return theorem


def named(theorem: Theorem, name: str) -> Theorem:
    """The same with the defined quantity `name` on the right."""
    unfolded = kernel.symmetry(WHOLE, kernel.unfold(WHOLE, Ref(name)))
    bridge = Prover(WHOLE).equal(theorem.right, unfolded.left)
    assert bridge is not None
    return kernel.transitivity(WHOLE, kernel.transitivity(WHOLE, theorem, bridge), unfolded)


def passes_back(name: str, var: Ref, right: str, *, context: Context | None = None) -> Theorem:
    """What a quantity passes back to `var`."""
    own = context or piece(name)
    return partial(own, kernel.pulled(own, f"{name}_bar", name, var), right)


def adjoint_of_d() -> Theorem:
    step = kernel.backward(WHOLE, "f", "f_bar", D, (("f", "f_bar", passes_back("f", D, "f_bar*c"), None),))
    return named(step, "d_bar")


def adjoint_of_c() -> Theorem:
    between = (
        ("f", "f_bar", passes_back("f", C, "f_bar*d"), None),
        ("d", "d_bar", passes_back("d", C, "d_bar*3"), adjoint_of_d()),
    )
    return named(kernel.backward(WHOLE, "f", "f_bar", C, between), "c_bar")


def test_reverse_mode_adds_up_what_every_user_passes_back() -> None:
    theorem = kernel.backward(WHOLE, "f", "f_bar", X, (("c", "c_bar", passes_back("c", X, "c_bar*2"), adjoint_of_c()),))
    assert said(theorem) == "|- f_bar*diff(f, x) == c_bar*2"
    direct = Prover(WHOLE).equal(theorem.left, language.parse_term("f_bar*12*c", GRAPH))
    assert direct is not None
    assert Prover(WHOLE).equal(theorem.right, direct.right) is not None
    assert replay(theorem, rules()).conclusion == theorem.conclusion


def test_reverse_mode_refuses_what_would_count_a_way_twice_or_not_at_all() -> None:
    through_f = ("f", "f_bar", passes_back("f", C, "f_bar*d"), None)
    through_d = ("d", "d_bar", passes_back("d", C, "d_bar*3"), adjoint_of_d())
    uncut = ("f", "f_bar", passes_back("f", C, "f_bar*(d + 3*c)", context=piece("f", "d")), None)
    itself = ("c", "c_bar", passes_back("c", C, "c_bar"), adjoint_of_c())
    for between in (
        (through_f, through_d, through_d),
        (through_f,),
        (through_d,),
        (uncut, through_d),
        (through_f, through_d, itself),
        (),
    ):
        with refused("each once|cut apart|past what lies between"):
            kernel.backward(WHOLE, "f", "f_bar", C, between)
    assert kernel.backward(WHOLE, "f", "f_bar", C, (uncut,)).premises


def test_reverse_mode_refuses_theorems_about_something_else() -> None:
    other = Context(
        {**{n: ALL[n] for n in ("c", "d", "d_bar")}, "f": replace(ALL["f"], body=language.parse_term("5*d", GRAPH))}
    )
    step = kernel.backward(
        other,
        "f",
        "f_bar",
        D,
        (("f", "f_bar", partial(other, kernel.pulled(other, "f_bar", "f", D), "5*f_bar"), None),),
    )
    good = passes_back("d", C, "d_bar*3")
    for between in (
        (("d", "d_bar", good, step),),
        (("d", "d_bar", good, good),),
        (("d", "d_bar", passes_back("f", C, "f_bar*d"), adjoint_of_d()),),
        (("f", "f_bar", partial(other, kernel.pulled(other, "f_bar", "f", D), "5*f_bar"), None),),
        (("f", "d_bar", partial(piece("f"), kernel.pulled(piece("f"), "d_bar", "f", C), "d_bar*d"), None),),
    ):
        with refused():
            kernel.backward(WHOLE, "f", "f_bar", C, between)


def test_reverse_mode_refuses_a_derivative_in_a_definition_which_is_another_one_in_a_piece() -> None:
    own, z = piece("g"), Ref("z")
    partial_of_g = partial(own, kernel.pulled(own, "g_bar", "g", z), "0")
    with refused("means something else"):
        kernel.backward(WHOLE, "g", "g_bar", z, (("g", "g_bar", partial_of_g, None),))


def test_reverse_mode_asks_a_condition_of_an_adjoint_for_all_its_indices() -> None:
    theory = language.parse_theory(
        "e[i] = a[i]*x\nf = sum(e[k]*w[k] for k in K)\ne_bar[i] = f_bar + 0*e[i]\nprove(f_bar == f_bar)",
        name="quantified",
    )
    whole = Context({d.name: d for d in theory.definitions})
    at = Ref("e", (I,))
    left = kernel.pulled(whole, "f_bar", "f", at)
    fact = Cmp("==", Ref("w", (I,)), ONE)
    adjoint = Prover(whole, (fact,)).equal(left, Ref("e_bar", (I,)))
    assert adjoint is not None
    assert any(I in free_in for free_in in map(free, adjoint.hypotheses))
    own = Context({"e": whole.definitions["e"]})
    passed = Prover(own).equal(
        kernel.pulled(own, "e_bar", "e", X), language.parse_term("sum(e_bar[i]*a[i] for i in K)", theory)
    )
    assert passed is not None
    theorem = kernel.backward(whole, "f", "f_bar", X, (("e", "e_bar", passed, adjoint),))
    assert not any(free(h) for h in theorem.hypotheses)
    assert any(isinstance(h, ForAll) for h in theorem.hypotheses)


def passes_on(of: str, at: Ref, right: str, *names: str) -> Theorem:
    """What a quantity takes over from another one, in the piece with these definitions."""
    own = _PIECES.setdefault((of, *names), piece(of, *names))
    return partial(own, kernel.pushed(own, of, ((at, f"{at.name}_dot"),)), right)


_PIECES: dict[tuple[str, ...], Context] = {}
SOURCES = ((X, "x_dot"),)


def naming(body: str, dot: str, context: Context = WHOLE) -> Theorem:
    """A tangent gets its name."""
    theorem = Prover(context).equal(language.parse_term(body, GRAPH), Ref(dot))
    assert theorem is not None
    return theorem


def onwards(*steps: tuple[object, ...], sources: tuple[tuple[Ref, str], ...] = SOURCES) -> Theorem:
    """A sweep from the sources to the last of the steps."""
    return kernel.forward(WHOLE, sources, steps)


def to_c() -> tuple[object, ...]:
    return ("c", ((X, passes_on("c", X, "2*x_dot")),), naming("2*x_dot", "c_dot"))


def to_d() -> tuple[object, ...]:
    return ("d", ((C, passes_on("d", C, "3*c_dot")),), naming("3*c_dot", "d_dot"))


def test_forward_mode_adds_up_what_everything_used_passes_on() -> None:
    taken = ((C, passes_on("f", C, "c_dot*d")), (D, passes_on("f", D, "c*d_dot")))
    theorem = onwards(to_c(), to_d(), ("f", taken, None))
    assert said(theorem) == "|- diff(f, x)*x_dot == c_dot*d + c*d_dot"
    assert Prover(WHOLE).equal(theorem.right, language.parse_term("12*c*x_dot", GRAPH)) is not None
    assert replay(theorem, rules()).conclusion == theorem.conclusion


def test_forward_mode_refuses_what_would_count_a_way_twice_or_not_at_all() -> None:
    from_c = (C, passes_on("f", C, "c_dot*d"))
    from_d = (D, passes_on("f", D, "c*d_dot"))
    uncut = (C, passes_on("f", C, "c_dot*(d + 3*c)", "d"))
    uncut_d = (D, passes_on("f", D, "c*d_dot", "d"))
    for taken in ((from_c, from_d, from_d), (from_c,), (from_d,), (uncut, uncut_d), (uncut, from_d), ()):
        with refused("each once|past what lies between|nothing is passed on"):
            onwards(to_c(), to_d(), ("f", taken, None))
    end = ("f", (from_c, from_d), None)
    for steps in ((to_c(), end), (to_d(), to_c(), end), (to_c(), to_c(), to_d(), end), (to_c(), to_d())):
        with refused("no tangent yet|has a tangent|no end"):
            onwards(*steps)
    with refused("has a tangent"):
        onwards(to_c(), to_d(), end, end)
    for sources in ((*SOURCES, *SOURCES), (*SOURCES, (C, "c_dot"))):
        with refused("each source once"):
            onwards(to_c(), to_d(), end, sources=sources)
    with refused("no tangent yet|past what lies between"):
        onwards(("d", ((X, passes_on("d", X, "0")),), None), sources=((C, "c_dot"),))


def test_forward_mode_refuses_theorems_about_something_else() -> None:
    end = ("d", ((C, passes_on("d", C, "3*c_dot")),), None)
    taken = ((X, passes_on("c", X, "2*x_dot")),)
    weaker = kernel.weaken(WHOLE, naming("2*x_dot", "c_dot"), "<=")
    foreign = naming("2*x_dot", "c_dot", piece("c", "c_dot"))
    other = naming("3*c_dot", "d_dot")
    for theorem in (weaker, foreign, other, kernel.symmetry(WHOLE, naming("2*x_dot", "c_dot"))):
        with refused("does not name the tangent"):
            onwards(("c", taken, theorem), end)
    with refused("not what d takes"):
        onwards(end, sources=((C, "other"),))
