# ruff: noqa: E501
"""How formulas look: one table of nodes with their Unicode and their LaTeX, and what must never come out."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.expr import (
    ONE,
    TRUE,
    ZERO,
    ArgMax,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Pred,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    conjunction,
    div,
    mul,
    neg,
    num,
    power,
    sub,
)  # fmt: skip
from derive.language import parse_term, parse_theory, unparse
from derive.printing import (
    INLINE,
    LATEX,
    UNICODE,
    allowed_latex,
    broken,
    latex,
    latex_name,
    printer,
    unicode,
    unicode_name,
)
from derive.theory import Notation, Place, Quantity, Theory

I, J, K = (Index(name, "K") for name in "ijk")  # noqa: E741
X, U, S, L, T = (Ref(name) for name in ("x", "u", "sigma", "L", "T"))


def at(name: str, *indices: IndexTerm) -> Ref:
    return Ref(name, indices)


def a(i: Index) -> Ref:
    return at("a", i)


def y(i: Index) -> Ref:
    return at("y", i)


def label(i: Index) -> Ref:
    return at("label", i)


def e(u: Term) -> Term:
    return Fun("exp", (u,))


def log(u: Term) -> Term:
    return Fun("log", (u,))


def total(i: Index, body: Term, *cond: Cmp) -> Reduce:
    return Reduce("sum", i, body, conjunction(*cond) if cond else None)


Z = total(K, e(a(K)))

TABLE: tuple[tuple[Node, str, str], ...] = (
    # the lines of the documents
    (Diff(y(I), a(J)), "∂y_i/∂a_j", r"\frac{\partial y_i}{\partial a_j}"),
    (div(e(a(I)), Z), "exp(a_i)/Σ_k exp(a_k)", r"\frac{e^{a_i}}{\sum_k e^{a_k}}"),
    (mul(y(I), sub(Delta(I, J), y(J))), "y_i(δ_ij − y_j)", r"y_i(\delta_{ij} - y_j)"),
    (div(mul(y(I), sub(Delta(I, J), y(J))), T), "y_i(δ_ij − y_j)/T", r"\frac{y_i(\delta_{ij} - y_j)}{T}"),
    (sub(y(I), power(y(I), 2)), "y_i − y_i²", "y_i - y_i^2"),
    (mul(y(I), sub(ONE, y(I))), "y_i(1 − y_i)", "y_i(1 - y_i)"),
    (neg(mul(y(I), y(J))), "−y_i·y_j", "-y_i y_j"),
    (neg(total(I, mul(label(I), log(y(I))))), "−Σ_i label_i·log(y_i)", r"-\sum_i \mathrm{label}_i \log(y_i)"),
    (neg(div(label(K), y(K))), "−label_k/y_k", r"-\frac{\mathrm{label}_k}{y_k}"),
    (sub(mul(y(I), total(K, label(K))), label(I)), "y_i·Σ_k label_k − label_i", r"y_i \sum_k \mathrm{label}_k - \mathrm{label}_i"),
    (total(K, mul(label(K), div(ONE, y(K))), Cmp("!=", I, K)), "Σ_{k≠i} label_k·(1/y_k)", r"\sum_{k \neq i} \mathrm{label}_k \cdot \frac{1}{y_k}"),
    (div(add(ONE, e(neg(X)), num(-1)), power(add(ONE, e(neg(X))), 2)), "(1 + exp(−x) − 1)/(1 + exp(−x))²", r"\frac{1 + e^{-x} - 1}{(1 + e^{-x})^2}"),
    (mul(Neg(div(ONE, power(U, 2))), Neg(e(neg(X)))), "−1/u²·(−exp(−x))", r"-\frac{1}{u^2} \cdot (-e^{-x})"),
    (mul(S, sub(ONE, S)), "σ(1 − σ)", r"\sigma(1 - \sigma)"),
    (sub(add(y(J), ZERO), at("t", J)), "y_j + 0 − t_j", "y_j + 0 - t_j"),
    (mul(y(J), sub(at("y_bar", J), total(I, mul(at("y_bar", I), y(I))))), "y_j(ȳ_j − Σ_i ȳ_i·y_i)", r"y_j\left( \bar{y}_j - \sum_i \bar{y}_i y_i \right)"),
    (mul(ZERO, e(a(J))), "0·exp(a_j)", r"0 \cdot e^{a_j}"),
    (total(K, mul(Diff(L, y(K)), Diff(y(K), a(I)))), "Σ_k ∂L/∂y_k·∂y_k/∂a_i", r"\sum_k \frac{\partial L}{\partial y_k} \cdot \frac{\partial y_k}{\partial a_i}"),
    (Reduce("max", K, a(K)), "max_k a_k", r"\max_k a_k"),
    # products and signs
    (mul(num(2), num(3)), "2·3", r"2 \cdot 3"),
    (mul(num(2), X), "2x", "2 x"),
    (mul(num(-2), X), "−2x", "-2 x"),
    (add(U, mul(num(-2), X)), "u − 2x", "u - 2 x"),
    (mul(X, Neg(U)), "x·(−u)", r"x \cdot (-u)"),
    (mul(Div(num(-1), power(U, 2)), X), "−1/u²·x", r"-\frac{1}{u^2} \cdot x"),
    (add(U, Div(num(-1), X)), "u − 1/x", r"u - \frac{1}{x}"),
    (power(Div(num(-1), X), 2), "(−1/x)²", r"\left( -\frac{1}{x} \right)^2"),
    (mul(X, num(-1)), "x·(−1)", r"x \cdot (-1)"),
    (Neg(Neg(X)), "−(−x)", "-(-x)"),
    (neg(add(X, U)), "−(x + u)", "-(x + u)"),
    (sub(X, add(U, S)), "x − (u + σ)", r"x - (u + \sigma)"),
    (add(X, Neg(Neg(U))), "x − (−u)", "x - (-u)"),
    (mul(Ref("rate"), sub(ONE, X)), "rate·(1 − x)", r"\mathrm{rate} \cdot (1 - x)"),
    (mul(num(2), Ref("rate"), Ref("time")), "2·rate·time", r"2 \cdot \mathrm{rate} \cdot \mathrm{time}"),
    (mul(total(I, y(I)), X), "(Σ_i y_i)·x", r"\left( \sum_i y_i \right) x"),
    (add(total(I, y(I)), X), "Σ_i y_i + x", r"\sum_i y_i + x"),
    (total(I, neg(y(I))), "Σ_i (−y_i)", r"\sum_i (-y_i)"),
    (total(I, add(y(I), X)), "Σ_i (y_i + x)", r"\sum_i (y_i + x)"),
    (Div(mul(e(a(I)), X), mul(Z, X)), "exp(a_i)·x/((Σ_k exp(a_k))·x)", r"\frac{e^{a_i} x}{\left( \sum_k e^{a_k} \right) x}"),
    (Div(X, total(K, mul(a(K), X))), "x/(Σ_k a_k·x)", r"\frac{x}{\sum_k a_k x}"),
    (div(X, mul(U, S)), "x/(u·σ)", r"\frac{x}{u \sigma}"),
    (div(div(X, U), S), "x/u/σ", r"\frac{\frac{x}{u}}{\sigma}"),
    (div(X, div(U, S)), "x/(u/σ)", r"\frac{x}{\frac{u}{\sigma}}"),
    (mul(X, div(U, S)), "x·(u/σ)", r"x \cdot \frac{u}{\sigma}"),
    (div(X, Diff(S, U)), "x/(∂σ/∂u)", r"\frac{x}{\frac{\partial \sigma}{\partial u}}"),
    (div(add(X, U), S), "(x + u)/σ", r"\frac{x + u}{\sigma}"),
    (div(total(I, a(I)), Size("K")), "(Σ_i a_i)/K", r"\frac{\sum_i a_i}{K}"),
    # powers and functions
    (power(neg(X), 2), "(−x)²", "(-x)^2"),
    (power(e(X), 2), "exp(x)²", "(e^{x})^2"),
    (power(power(X, 2), 3), "(x²)³", "(x^2)^3"),
    (power(X, -1), "x⁻¹", "x^{-1}"),
    (Pow(X, Num(Fraction(1, 2))), "x^(1/2)", "x^{1/2}"),
    (Pow(X, neg(U)), "x^(−u)", "x^{-u}"),
    (power(Diff(S, X), 2), "(∂σ/∂x)²", r"\left( \frac{\partial \sigma}{\partial x} \right)^2"),
    (power(div(X, U), 2), "(x/u)²", r"\left( \frac{x}{u} \right)^2"),
    (e(div(a(I), T)), "exp(a_i/T)", "e^{a_i/T}"),
    (e(sub(a(I), Reduce("max", K, a(K)))), "exp(a_i − max_k a_k)", r"e^{a_i - \max_k a_k}"),
    (e(Z), "exp(Σ_k exp(a_k))", r"\exp\left( \sum_k e^{a_k} \right)"),
    (log(Z), "log(Σ_k exp(a_k))", r"\log\left( \sum_k e^{a_k} \right)"),
    (Fun("sqrt", (add(X, ONE),)), "√(x + 1)", r"\sqrt{x + 1}"),
    (Fun("sqrt", (X,)), "√x", r"\sqrt{x}"),
    (power(Fun("sqrt", (X,)), 2), "(√x)²", r"\sqrt{x}^2"),
    (Fun("sqrt", (power(X, 2),)), "√(x²)", r"\sqrt{x^2}"),
    (mul(num(2), e(X)), "2·exp(x)", "2 e^{x}"),
    (mul(num(2), Fun("sqrt", (X,))), "2√x", r"2 \sqrt{x}"),
    (mul(num(2), label(I)), "2·label_i", r"2 \mathrm{label}_i"),
    (Fun("abs", (X,)), "|x|", r"\lvert x \rvert"),
    (Fun("floor", (div(X, U),)), "⌊x/u⌋", r"\left\lfloor \frac{x}{u} \right\rfloor"),
    (Fun("max", (X, ZERO)), "max(x, 0)", r"\max(x, 0)"),
    (Fun("erf", (X,)), "erf(x)", r"\mathop{\mathrm{erf}}(x)"),
    (Fun("asin", (X,)), "arcsin(x)", r"\arcsin(x)"),
    (Fun("gamma", (X,)), "Γ(x)", r"\Gamma(x)"),
    (Fun("polygamma", (ONE, X)), "ψ^(1)(x)", r"\psi^{(1)}(x)"),
    (Const("pi"), "π", r"\pi"),
    # numbers
    (num(Fraction(1, 2)), "1/2", r"\frac{1}{2}"),
    (mul(num(Fraction(1, 2)), power(X, 2)), "1/2·x²", r"\frac{1}{2} x^2"),
    (num(Fraction(1, 1000)), "0.001", "0.001"),
    (num(Fraction(-5, 4)), "−5/4", r"-\frac{5}{4}"),
    (num(Fraction(1, 3)), "1/3", r"\frac{1}{3}"),
    # derivatives
    (Diff(S, X), "∂σ/∂x", r"\frac{\partial \sigma}{\partial x}"),
    (Diff(Diff(L, a(I)), a(J)), "∂²L/(∂a_j∂a_i)", r"\frac{\partial^2 L}{\partial a_j \partial a_i}"),
    (Diff(Diff(S, X), X), "∂²σ/∂x²", r"\frac{\partial^2 \sigma}{\partial x^2}"),
    (Diff(log(y(K)), y(K)), "∂log(y_k)/∂y_k", r"\frac{\partial \log(y_k)}{\partial y_k}"),
    (Diff(Z, a(J)), "∂/∂a_j Σ_k exp(a_k)", r"\frac{\partial}{\partial a_j} \sum_k e^{a_k}"),
    (Diff(mul(X, U), X), "∂/∂x(x·u)", r"\frac{\partial}{\partial x}(x u)"),
    (mul(Diff(mul(X, U), X), U), "(∂/∂x(x·u))·u", r"\left( \frac{\partial}{\partial x}(x u) \right) \cdot u"),
    # indices, cases, formulas
    (Delta(I, ArgMax(K, a(K))), "δ_{i,argmax_k a_k}", r"\delta_{i, \arg\max_k a_k}"),
    (Delta(Index("i1", "K"), J), "δ_{i_1,j}", r"\delta_{i_1, j}"),
    (at("W", Index("mu", "K"), J), "W_μj", r"W_{\mu j}"),
    (at("W", Index("row", "K"), J), "W_{row,j}", r"W_{\mathrm{row}, j}"),
    (If(Cmp("<", ZERO, X), X, ZERO), "(x if x > 0 else 0)", "\\begin{cases}\nx & \\text{if } x > 0 \\\\\n0 & \\text{otherwise}\n\\end{cases}"),
    (total(K, a(K), Cmp("<", ZERO, a(K))), "Σ_{k:a_k>0} a_k", r"\sum_{k: a_k > 0} a_k"),
    (total(K, a(K), Cmp("!=", K, I), Cmp("!=", J, K)), "Σ_{k≠i,k≠j} a_k", r"\sum_{k \neq i, k \neq j} a_k"),
    (Cmp("<=", y(I), ONE), "y_i ≤ 1", r"y_i \leq 1"),
    (ForAll(I, ForAll(J, Implies(Cmp("!=", I, J), Cmp("<", ZERO, a(I))))), "a_i > 0 for all i, j with i ≠ j", r"a_i > 0\text{ for all }i, j\text{ with }i \neq j"),
    (Not(Cmp("<", X, U)), "not (x < u)", r"\neg(x < u)"),
    (TRUE, "true", r"\text{true}"),
    (Pred("P", (K,)), "P(k)", "P(k)"),
    (Pred("P"), "P", "P"),
)  # fmt: skip


@pytest.mark.parametrize(("node", "in_unicode", "in_latex"), TABLE, ids=[row[1] for row in TABLE])
def test_looks_as_a_person_writes(node: Node, in_unicode: str, in_latex: str) -> None:
    assert unicode(node) == in_unicode
    assert latex(node) == in_latex


@pytest.mark.parametrize(
    ("name", "in_unicode", "in_latex"),
    [
        ("y", "y", "y"),
        ("label", "label", r"\mathrm{label}"),
        ("sigma", "σ", r"\sigma"),
        ("Sigma", "Σ", r"\Sigma"),
        ("σ", "σ", r"\sigma"),
        ("lambda_", "λ", r"\lambda"),
        ("w1", "w_1", "w_1"),
        ("w12", "w_12", "w_{12}"),
        ("x_new", "x_new", r"x_{\mathrm{new}}"),
        ("sigma_x", "σ_x", r"\sigma_x"),
        ("y_bar", "ȳ", r"\bar{y}"),
        ("a_dot", "ȧ", r"\dot{a}"),
        ("w1_bar", "w̄_1", r"\bar{w}_1"),
        ("label_bar", "l̅a̅b̅e̅l̅", r"\overline{\mathrm{label}}"),
        ("été", "été", r"\text{été}"),
        ("_", "_", r"\_"),
        ("_x", "_x", r"\mathrm{\_x}"),
        ("a__b", "a__b", r"\mathrm{a\_\_b}"),
        ("I", "I", "I"),
    ],
)
def test_names(name: str, in_unicode: str, in_latex: str) -> None:
    assert unicode_name(name) == in_unicode
    assert latex_name(name) == in_latex


def test_indices_join_the_subscript_of_a_name() -> None:
    assert latex(at("w1", I, J)) == "w_{1,ij}"
    assert unicode(at("w1", I, J)) == "w_{1,ij}"
    assert latex(at("x_new", I)) == r"x_{\mathrm{new},i}"


def theory(**notations: str) -> Theory:
    here = Place(1, 1)
    quantities = {
        "softmax_z": Quantity("softmax_z", "Real", ("K",), "softmax(z)"),
        "sigmoid_x": Quantity("sigmoid_x", "Real", (), "sigmoid(2*alpha**2 - w[i, j])"),
    }
    return Theory("t", "", tuple(Notation(n, text, here) for n, text in notations.items()), quantities, ("K",), "")


def test_notation() -> None:
    th = theory(L=r"\mathcal{L}", z=r"x_0", p="\\ell")
    assert latex(L, th) == r"\mathcal{L}" and unicode(L, th) == "ℒ"
    assert latex(at("z", I), th) == "{x_0}_i"
    assert unicode(at("p", I), th) == "ℓ_i"
    assert latex(at("L_bar", I), th) == r"\bar{\mathcal{L}}_i" and unicode(Ref("L_bar"), th) == "ℒ\u0304"


@pytest.mark.parametrize(
    "text",
    [
        r"\input{/etc/passwd}",
        "$x$",
        r"\write18{ls}",
        "x}",
        "{x",
        "a % b",
        "#1",
        "a & b",
        r"\end{document}",
        "",
        "x^",
        r"\ ",
        "^^M",
    ],
)
def test_notation_that_is_not_plain_mathematics_is_left_aside(text: str) -> None:
    assert not allowed_latex(text)
    assert latex(L, theory(L=text)) == "L"


def test_auxiliary_quantities_show_the_call_that_they_stand_for() -> None:
    th = theory()
    assert latex(at("softmax_z", I), th) == r"\mathrm{softmax}(z)_i"
    assert unicode(at("softmax_z", I), th) == "softmax(z)_i"
    assert unicode(Ref("sigmoid_x"), th) == "sigmoid(2·α^2 − w_ij)"
    assert latex(Ref("sigmoid_x"), th) == r"\mathrm{sigmoid}(2 \cdot \alpha^2 - w_{ij})"


def test_marks() -> None:
    node = div(mul(e(X), e(U)), mul(e(U), total(K, label(K))))

    def marked(n: Node) -> str:
        return {e(U): "cancel", total(K, label(K)): "box"}.get(n, "") if isinstance(n, Term) else ""

    assert (
        latex(node, marker=marked)
        == r"\frac{e^{x} \cancel{e^{u}}}{\cancel{e^{u}} \cdot \boxed{\sum_k \mathrm{label}_k}}"
    )
    assert "e̶x̶p̶(̶u̶)̶" in unicode(node, marker=marked) and "[Σ_k label_k]" in unicode(node, marker=marked)


def test_what_lies_between_two_is_written_between_them() -> None:
    for text in ("1 if a < x and x <= b else 0", "1 if x <= b and a < x else 0"):
        assert unicode(parse_term(text)) == "(1 if a < x ≤ b else 0)"
        assert r"a < x \leq b" in latex(parse_term(text))
        assert unparse(parse_term(text)) == text  # the language does not chain comparisons
    assert unicode(parse_term("1 if x < a and x < b else 0")) == "(1 if x < a, x < b else 0)"


def test_cases_stay_on_the_line_within_text() -> None:
    node = If(Cmp("<", ZERO, X), X, ZERO)
    assert printer(INLINE)(node) == r"(x\text{ if }x > 0\text{, }0\text{ otherwise})"


@pytest.mark.parametrize("style", [LATEX, UNICODE], ids=["latex", "unicode"])
def test_long_lines_break_at_signs_and_keep_every_symbol(style: object) -> None:
    how = printer(UNICODE if style is UNICODE else LATEX)
    terms = [mul(at("w", Index(n, "K")), e(a(Index(n, "K")))) for n in "ijklmnpq"]
    for node in (
        add(*terms),
        neg(mul(add(*terms), X)),
        total(I, add(*terms)),
        div(add(*terms), add(*terms)),
        add(X, neg(div(add(*terms), X))),
    ):
        lines = broken(how, node, 20)
        assert len(lines) > 1 and all(line.width <= 20 for line in lines)
        letters = re.compile(r"[a-z](?=_)")
        assert letters.findall("".join(p.text for p in lines)) == letters.findall(how(node))
        assert broken(how, node, 10_000) == (how.piece(node),)


# ------------------------------------------------------------------------------------- every node can be printed

LETTERS = st.sampled_from(["x", "y", "label", "sigma", "w1", "y_bar", "a_dot", "lambda_", "x_new", "été", "_"])
INDEX = st.sampled_from([I, J, K, Index("row", "K"), Index("mu", "K")])
LEAVES = st.one_of(
    st.builds(lambda n, d: Num(Fraction(n, d)), st.integers(-9, 9), st.integers(1, 20)),
    st.builds(lambda name, ix: Ref(name, tuple(ix)), LETTERS, st.lists(INDEX, max_size=2)),
    st.builds(Delta, INDEX, INDEX),
    st.just(Size("K")),
)


def _deeper(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    several = st.lists(inner, min_size=2, max_size=3)
    condition = st.builds(Cmp, st.sampled_from(["==", "!=", "<", "<="]), inner, inner)
    return st.one_of(
        several.map(lambda ts: add(*ts)),
        several.map(lambda ts: mul(*ts)),
        inner.map(neg),
        st.builds(Div, inner, inner),
        st.builds(Pow, inner, inner),
        st.builds(
            lambda f, u: Fun(f, (u,)), st.sampled_from(["exp", "log", "abs", "sqrt", "floor", "tanh", "lgamma"]), inner
        ),
        st.builds(
            lambda op, i, body, cond: Reduce(op, i, body, cond),
            st.sampled_from(["sum", "max"]),
            INDEX,
            inner,
            st.none() | condition,
        ),
        st.builds(If, condition, inner, inner),
        st.builds(lambda t: Diff(t, X), inner),
    )


TERMS = st.recursive(LEAVES, _deeper, max_leaves=12)


@settings(max_examples=60, deadline=None)
@given(TERMS)
def test_latex_is_balanced_and_has_only_safe_commands(node: Term) -> None:
    text = latex(node)
    assert text.count("{") == text.count("}") and text.count(r"\left") == text.count(r"\right")
    assert not re.search(r"\\(operatorname|mbox|def|input)\b", text)
    assert not re.search(r"\\[^A-Za-z_]", text.replace("\\\\\n", "\n")), (
        "Markdown would take the backslash for an escape"
    )
    assert all(line.endswith("\\\\") for line in text.split("\n") if "\\\\" in line)
    assert printer(LATEX).width(node) > 0


@settings(max_examples=60, deadline=None)
@given(TERMS)
def test_no_bracket_is_missing(node: Term) -> None:
    """What is built around a term differs from what the same symbols would mean without its brackets."""
    for inner in (add(node, U), sub(node, U)):
        for outer in (
            mul(X, inner),
            mul(inner, X),
            power(inner, 2),
            div(X, inner),
            Neg(inner),
            total(I, inner),
            Fun("exp", (inner,)),
        ):
            assert unicode(outer) != unicode(outer).replace("(", "").replace(")", "")
    assert unicode(mul(total(I, node), U)) != unicode(total(I, mul(node, U)))
    assert unicode(Div(X, mul(node, U))) != unicode(mul(Div(X, node), U))


def test_deep_formulas_are_printed_in_linear_time() -> None:
    exponents, brackets = X, X
    for _ in range(200):
        exponents = e(add(exponents, total(K, a(K))))
        brackets = mul(add(brackets, ONE), U)
    for node in (exponents, brackets):
        assert latex(node).count("{") == latex(node).count("}")
        assert unicode(node).count("(") == unicode(node).count(")") >= 200


CONVOLUTION = parse_theory("x: Real[N + K - 1]; w: Real[K]; g: Real[N]; y[i, k, j] = x[i + k]*g[i]*w[k]*x[j]")
SHIFTED = (
    # where a sum over positions meets one element, or is a factor of what a sum leaves out, it is an element at a shifted index
    ("sum(delta(m, i + k)*x[m] for m in N + K - 1)", "x[i + k]", "x_{i+k}", "x_{i+k}"),
    ("sum(delta(j, i + l)*w[l] for l in K)", "w[j - i]", "w_{j−i}", "w_{j-i}"),
    ("sum(w[l]*sum(delta(j, n + l)*g[n] for n in N) for l in K)", "sum(w[l]*g[j - l] for l in K)",
     "Σ_l w_l·g_{j−l}", r"\sum_l w_l g_{j-l}"),
    ("sum(sum(delta(j, n + l)*exp(g[n]) for n in N) for l in K)", "sum(exp(g[j - l]) for l in K)",
     "Σ_l exp(g_{j−l})", r"\sum_l e^{g_{j-l}}"),
    ("exp(sum(delta(m, i + k)*x[m] for m in N + K - 1))", "exp(x[i + k])", "exp(x_{i+k})", "e^{x_{i+k}}"),
    ("sum(delta(2*i, m + k + 1)*x[m] for m in N + K - 1)", "x[2*i - k - 1]", "x_{2i−k−1}", "x_{2i-k-1}"),
    # where it would be read as something else, it is not
    ("exp(sum(delta(n, i + k)*g[n] for n in N))", "exp(sum(delta(n, i + k)*g[n] for n in N))",
     "exp(Σ_n δ_{n,i+k}·g_n)", r"\exp\left( \sum_n \delta_{n, i+k} g_n \right)"),
    ("sum(delta(n, i + k)*exp(g[n]) for n in N)", "sum(delta(n, i + k)*exp(g[n]) for n in N)",
     "Σ_n δ_{n,i+k}·exp(g_n)", r"\sum_n \delta_{n, i+k} e^{g_n}"),
    ("sum(w[l] + sum(delta(n, i + l)*g[n] for n in N) for l in K)", "sum(w[l] + sum(delta(n, i + l)*g[n] for n in N) for l in K)",
     "Σ_l (w_l + Σ_n δ_{n,i+l}·g_n)", r"\sum_l \left( w_l + \sum_n \delta_{n, i+l} g_n \right)"),
    ("delta(2*i + 1, 3*j)", "delta(2*i + 1, 3*j)", "δ_{2i+1,3j}", r"\delta_{2i+1, 3j}"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "written", "plain", "latex"), SHIFTED)
def test_sums_over_positions_are_elements_at_shifted_indices(text: str, written: str, plain: str, latex: str) -> None:
    term = parse_term(text, CONVOLUTION, indices=CONVOLUTION.definitions[0].indices)
    assert unparse(term) == written
    assert printer(UNICODE, CONVOLUTION)(term) == plain
    assert printer(LATEX, CONVOLUTION)(term) == latex
