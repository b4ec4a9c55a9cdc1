"""What users hold in their hands: names and conditions as texts, steps with their reasons, errors with a place."""

from __future__ import annotations

import pytest

import derive
from derive.language import unparse

SOFTMAX = derive.parse("y[i] = exp(a[i]) / sum(exp(a[k]) for k in K)")
SQUARE = derive.parse("y[i, j] = sum(W[i, k]*W[k, j] for k in K)")


@pytest.mark.parametrize("where", ["i == j", "j == i"])
def test_where_indices_are_equal_one_stands_for_both(where: str) -> None:
    found = SOFTMAX.derivative("y", "a", where=where).data
    assert (unparse(found.start), unparse(found.result)) == ("diff(y[i], a[i])", "y[i]*(1 - y[i])")
    assert found.condition is None


def test_several_equalities_and_a_condition_that_remains() -> None:
    found = SQUARE.derivative("y", "W", where="l == m and m == j and i != l").data
    assert unparse(found.start) == "diff(y[i, j], W[j, j])"
    assert found.condition is not None and unparse(found.condition) == "i != j"
    assert unparse(found.result) == "W[i, j]"


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("p != q", "where speaks of p, q"),
        ("i == p", "where speaks of p"),
        ("i == j and i != j", "no indices are as where says"),
        (3, "where is a text"),
        ("i", "a condition is expected"),
    ],
)
def test_a_condition_that_means_nothing_is_refused(where: str, message: str) -> None:
    with pytest.raises(derive.Error, match=message):
        SOFTMAX.derivative("y", "a", where=where)


@pytest.mark.parametrize("kind", ["derivative", "vjp", "jvp", "hessian", "hvp"])
@pytest.mark.parametrize(
    ("of", "wrt", "message"), [(1, 2, "of is a text"), ("q", "a", "no quantity q"), ("y", "q", "no quantity q")]
)
def test_names_are_texts_that_name_quantities(kind: str, of: str, wrt: str, message: str) -> None:
    with pytest.raises(derive.Error, match=message):
        getattr(SOFTMAX, kind)(of, wrt)


@pytest.mark.parametrize("kind", ["derivative", "vjp", "jvp", "hessian", "hvp"])
def test_names_may_be_greek_letters(kind: str) -> None:
    theory = derive.load("sigmoid")
    assert getattr(theory, kind)("σ", "x").data == getattr(theory, kind)("sigma", "x").data
    assert (
        theory.derivative("σ", "x").unfold("σ").data.result
        == theory.derivative("sigma", "x").unfold("sigma").data.result
    )
    with pytest.raises(derive.Error, match="the character ⊗ is not in the language"):
        getattr(theory, kind)("⊗", "x")


def test_what_has_no_rule_is_told_with_the_place_of_its_definition() -> None:
    theory = derive.parse("z = 2*t\ny[i] = max(x[k] for k in K if k != i)")
    with pytest.raises(derive.Unsupported) as caught:
        theory.derivative("y", "x")
    assert (caught.value.line, caught.value.column) == (2, 1)


def test_a_step_says_its_reason_with_its_formulas() -> None:
    derivation = SOFTMAX.derivative("y", "a")
    step = derivation.steps[1]
    assert step.reason == "quotient rule with g = exp(a_i), h = Σ_k exp(a_k)"
    assert str(step).endswith(step.reason) and step.relation == "=="
    assert step.theorem is derivation.data.steps[1].theorem
    assert all("{" not in s.reason for s in derivation.steps)
    assert unparse(step.before) == unparse(derivation.steps[0].after)
