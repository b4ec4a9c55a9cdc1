"""What a derivation says for given sizes: sums written out, deltas decided, and the referees agree with it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import sympy
from known import known

import derive
from derive import library
from derive.api import Derivation, positions
from derive.expr import Cmp, Delta, Index, Reduce, Size, subterms
from derive.instance import SHOWN, WRITTEN, _indices, members, read
from derive.kernel import replay
from derive.printing import unicode
from derive.rules import rules


@cache
def load(what: str) -> derive.Theory:
    return derive.parse(what) if "=" in what else known(what)


def said(derivation: Derivation, **at: range | int) -> list[str]:
    """Every element as text."""
    made = derivation.instance(**at).data
    return [unicode(e.shown, made.general.theory) for e in made.elements]


LAYER = {"K": range(4, 7), "N": range(1, 4)}

READ = [
    ("network:outputs-weights", LAYER, ["∂s_4/∂w_41 = s_4(1 − s_4)·o_1", "∂s_5/∂w_41 = −s_5·s_4·o_1"], 27),
    ("network:own-weight", LAYER, ["∂s_4/∂w_41 = s_4(1 − s_4)·o_1", "∂s_6/∂w_63 = s_6(1 − s_6)·o_3"], 9),
    ("network:other-weight", LAYER, ["∂s_5/∂w_41 = −s_5·s_4·o_1"], 18),
    ("network:weights", LAYER, ["∂ℒ/∂w_41 = (s_4 − t_4)·o_1"], 9),
    ("network:inputs", LAYER, ["∂ℒ/∂o_1 = w_41(s_4 − t_4) + w_51(s_5 − t_5) + w_61(s_6 − t_6)"], 3),
    ("softmax:sums-to-one", {"K": range(3)}, ["y_0 + y_1 + y_2 = 1"], 1),
    ("softmax:sums-to-one", {"K": range(7, 8)}, ["y_7 = 1"], 1),
    ("softmax:positive", {"K": range(9, 11)}, ["y_9 > 0", "y_10 > 0"], 2),
    ("softmax:at-most-one", {"K": range(9, 11)}, ["y_9 ≤ 1", "y_10 ≤ 1"], 2),
    ("log_sum_exp:upper-bound", {"K": range(2)}, ["a_0 ≤ L", "a_1 ≤ L"], 2),
]


@pytest.mark.parametrize(("what", "at", "lines", "count"), READ, ids=[f"{w} {n}" for w, _, _, n in READ])
def test_claims_read_as_one_writes_them_for_a_few_nodes(
    what: str, at: dict[str, range | int], lines: list[str], count: int
) -> None:
    name, _, claim = what.partition(":")
    found = said(load(name).claim(claim), **at)
    assert len(found) == count and set(lines) <= set(found)


KINDS = [
    ("vjp", "softmax", "y", "a", "ā_0 = y_0(ȳ_0 − (ȳ_0·y_0 + ȳ_1·y_1))"),
    ("jvp", "softmax", "y", "a", "ẏ_1 = y_1(ȧ_1 − (ȧ_0·y_0 + ȧ_1·y_1))"),
    ("hessian", "log_sum_exp", "L", "a", "∂²L/(∂a_1∂a_0) = −y_0·y_1"),
    ("derivative", "m[i] = x[i]/K; v = sum(m[i] for i in K)", "v", "x", "∂v/∂x_0 = 1/2"),
    ("vjp", "p[i] = prod(x[i] + c[n] for n in N)", "p", "c", "c̄_j = p̄_0·Π_{l≠j} (x_0 + c_l) + p̄_1·Π_{l≠j} (x_1 + c_l)"),
    ("derivative", "x: Real[K]; y[i] = sum(x[k] for k in K if k != i)", "y", "x", "∂y_0/∂x_1 = 1"),
    (
        "hvp",
        "L = sum(w[i]*x[i] for i in K)**2",
        "L",
        "w",
        "∂²L/∂w_0²·ẇ_0 + ∂²L/(∂w_1∂w_0)·ẇ_1 = 2x_0(ẇ_0·x_0 + ẇ_1·x_1)",
    ),
    ("derivative", "L = sum(max(x[i], 0) for i in K)", "L", "x", "∂L/∂x_1 = (1 if x_1 ≥ 0 else 0)"),
    ("vjp", "p = prod(c[n] for n in K)", "p", "c", "c̄_1 = p̄·c_0"),
]


@pytest.mark.parametrize(("kind", "what", "of", "wrt", "line"), KINDS)
def test_every_kind_of_derivation_has_instances(kind: str, what: str, of: str, wrt: str, line: str) -> None:
    derivation = getattr(load(what), kind)(of, wrt)
    assert line in said(derivation, K=range(2))
    assert derivation.instance(K=range(2)).verify().ok


@pytest.mark.parametrize("name", library.names())
def test_the_referees_agree_with_instances_of_the_library(name: str) -> None:
    theory = load(name)
    ranges = (range(3), range(2)) if theory.data.shifts else (range(4, 7), range(1, 3))
    at = dict(zip(theory.data.dims, ranges, strict=False))
    kinds = ("derivative", "vjp", "jvp")
    output = theory.data.output
    assert output is not None
    inputs = theory._entry.engine.differentiable(output.name)
    made = [*theory.prove(), *(getattr(theory, kind)(output.name, wrt) for kind in kinds for wrt in inputs)]
    for derivation in made:
        seen = derivation.instance(**at)
        few = derivation.instance(
            **at, **{i.name: numbers[0] for i in _indices(derivation.data)[1:] if (numbers := at.get(i.dim))}
        )
        report = few.verify()
        assert report.ok
        decided = {row.claim for row in report.rows if row.verdict == "agrees"}
        assert decided == {element.name for element in few.data.elements}
        written = [n for e in seen.data.elements for n in subterms(e.statement)]
        assert not any(
            isinstance(n, Reduce | Size) and (n.index.dim if isinstance(n, Reduce) else n.dim) in at for n in written
        )
        assert not any(
            isinstance(n, Delta) and all(isinstance(i, Index) and i.dim in at for i in n.children()) for n in written
        )


def test_a_false_instance_would_be_noticed() -> None:
    """The referees look at what is shown, not at the general theorem."""
    made = load("softmax").derivative("y", "a").instance(K=range(3)).data
    element = made.elements[1]
    wrong = replace(element, statement=Cmp("==", element.statement.left, made.elements[0].statement.right))
    assert not replace(made, elements=(wrong,)).verify().ok


def test_an_element_is_the_general_theorem_at_its_positions() -> None:
    made = load("softmax").derivative("y", "a").instance(K=range(3)).data
    for element in made.elements:
        assert element.theorem.inference == "instantiate"
        assert replay(element.theorem, rules()).conclusion == element.theorem.conclusion


def test_hypotheses_are_written_out_once_for_all() -> None:
    text = load("network").claim("weights").instance(**LAYER).text()
    assert text.count("assuming") == 1 and "assuming t_4 + t_5 + t_6 = 1" in text
    logs = derive.parse("x: Real[K]; y[i] = log(x[i])").derivative("y", "x")
    assert "assuming x_i > 0 for all i" in logs.instance(K=range(2)).text()


def test_results_are_sympy_expressions_by_position() -> None:
    results = load("softmax").derivative("y", "a").instance(K=range(2)).results
    assert [str(results[at]) for at in ((0, 0), (0, 1), (1, 0))] == ["(1 - y[0])*y[0]", "-y[0]*y[1]", "-y[0]*y[1]"]
    assert all(isinstance(i, sympy.Integer) for n in results[0, 1].atoms(sympy.Indexed) for i in n.indices)


def test_many_elements_are_counted_and_many_positions_keep_their_sum() -> None:
    derivation = load("softmax").derivative("y", "a")
    made = derivation.instance(K=range(100)).data
    assert (len(made.elements), made.total, made.left_out) == (SHOWN, 10_000, f"and {10_000 - SHOWN} more")
    assert derivation.instance(K=range(10**9)).data.total == 10**18
    vjp = load("softmax").vjp("y", "a")
    assert "Σ_i" in said(vjp, K=range(WRITTEN + 1))[0] and "Σ" not in said(vjp, K=range(WRITTEN))[0]
    apart = load("softmax").claim("off-diagonal")
    assert apart.instance(K=range(100)).data.total == 9_900
    assert apart.instance(K=range(10**5)).data.left_out == "and many more"


def test_an_index_may_be_given_a_position_of_its_own() -> None:
    claim = load("network").claim("outputs-weights")
    assert said(claim, **LAYER, i=4, m=range(4, 6), n=1) == [
        "∂s_4/∂w_41 = s_4(1 − s_4)·o_1",
        "∂s_4/∂w_51 = −s_4·s_5·o_1",
    ]


def test_few_elements_show_their_lines() -> None:
    text = load("network").claim("outputs-weights").instance(**LAYER, i=4, m=4, n=1).text()
    assert "∂s_4/∂z_4·∂z_4/∂w_41 + ∂s_4/∂z_5·∂z_5/∂w_41 + ∂s_4/∂z_6·∂z_6/∂w_41" in text
    assert "chain rule through z_k" in text and text.rstrip().endswith("put in ∂s_4/∂z_k and ∂z_k/∂w_41")


def test_only_what_is_given_is_written_out() -> None:
    found = said(load("network").claim("inputs"), K=range(4, 7))
    assert found == ["∂ℒ/∂o_j = W_4j(s_4 − t_4) + W_5j(s_5 − t_5) + W_6j(s_6 − t_6)"]


def test_formats() -> None:
    made = load("network").claim("weights").instance(**LAYER)
    assert r"\frac{\partial \mathcal{L}}{\partial w_{41}} & = (s_4 - t_4) o_1 \\" in made.latex()
    assert r"\frac{\partial \mathcal{L}}{\partial w_{41}} & = (s_4 - t_4) o_1 \\" in made.markdown()
    assert r"$N = \lbrace 1, 2, 3 \rbrace$" in made.markdown() and r"\begin{align*}" in made.latex()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("K=4..6", ("K", range(4, 7))),
        (" K = 4 .. 6 ", ("K", range(4, 7))),
        ("i=4", ("i", 4)),
        ("κ=0..1", ("kappa", range(2))),
    ],
)
def test_ranges_are_read(text: str, found: tuple[str, range | int]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    ["", "K", "K=", "K=x", "K=4..", "K=..6", "K=-1..3", "4=4..6", "K=1..2..3", "K=1e3", "K=1..9999999999", "=1..2"],
)
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(derive.Error, match="no range of positions"):
        read(text)


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ({"K": range(6, 4)}, "the range of K is empty"),
        ({"K": range(6, 3, -1)}, "counts down"),
        ({"K": range(-1, 3)}, "below 0"),
        ({"K": 3}, "K is a dimension, which takes a range"),
        ({"Q": range(3)}, "there is no dimension Q here"),
        ({"i": 3}, "i runs over K, which has no range"),
        ({"K": range(4, 7), "i": 3}, "i = 3 is not in K"),
        ({"K": range(4, 7), "i": range(5, 9)}, "i = 8 is not in K"),
    ],
)
def test_positions_that_are_not_there_are_refused(at: dict[str, range | int], message: str) -> None:
    with pytest.raises(derive.Error, match=message):
        load("softmax").derivative("y", "a").instance(**at)


def test_a_name_is_given_once() -> None:
    with pytest.raises(derive.Error, match="K is given twice"):
        positions(("K=1..2", "K=1..3"), (load("softmax").derivative("y", "a"),))


def test_members_of_a_long_range_are_not_all_listed() -> None:
    assert members(range(4, 7)) == ("4", "5", "6")
    assert members(range(1, 101)) == ("1", "2", "", "100")
