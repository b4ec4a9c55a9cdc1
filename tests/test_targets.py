# ruff: noqa: E501
"""Write-ups of derivations made by hand: what stands in them, and that nothing a user gave becomes code."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest

from derive.derivation import Derivation, Mark, Step
from derive.expr import (
    ONE,
    ZERO,
    Cmp,
    Delta,
    Diff,
    Formula,
    Fun,
    Index,
    Neg,
    Pred,
    Reduce,
    Ref,
    Term,
    add,
    div,
    mul,
    neg,
    num,
    power,
    sub,
)  # fmt: skip
from derive.kernel import Rule, Theorem
from derive.targets import Row, Target, latex, markdown, prose, render, targets
from derive.targets.chain import reason as said_by
from derive.targets.notebook import repr_latex, repr_markdown
from derive.targets.text import render_text
from derive.theory import Assumption, Claim, Definition, Notation, Place, Prose, Quantity, Theory

HERE = Place(1, 1)
I, J, K = (Index(name, "K") for name in "ijk")  # noqa: E741


@dataclass(frozen=True)
class Stated:
    """Stands in for a theorem of the kernel, which alone can make one."""

    conclusion: Cmp
    hypotheses: tuple[Formula, ...] = ()


@dataclass(frozen=True)
class Example:
    given: Mapping[str, Any]
    found: tuple[tuple[Any, Any, str], ...]


@dataclass(frozen=True)
class Stable:
    naive: str
    shown: tuple[tuple[str, str], ...]
    cures: tuple[Rule, ...]


@dataclass(frozen=True)
class Made:
    """An entry."""

    theory: Theory
    proofs: tuple[Derivation, ...] = ()
    results: tuple[Derivation, ...] = ()
    checks: tuple[tuple[str, str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    stability: Stable | None = None
    examples: tuple[Example, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)

    @property
    def edges(self) -> Mapping[tuple[str, str], Cmp | None]:
        return {}

    def element(self, name: str) -> Ref:
        return Ref(name)


def stated(left: Term, op: str, right: Term, *hypotheses: Formula) -> Theorem:
    return cast(Theorem, Stated(Cmp(op, left, right), hypotheses))


def chained(theory: Theory, name: str, title: str, start: Term, *steps: tuple[Any, ...], **more: Any) -> Derivation:
    """A derivation from `start` by (term, reason, notes, marks)."""
    made, before = [], start
    for after, reason, *rest in steps:
        notes, marks = (*rest, (), ())[:2]
        made.append(Step(stated(before, "==", after), "rule", reason, notes, marks))
        before = after
    hypotheses = more.pop("hypotheses", ())
    kind = more.pop("kind", "claim")
    return Derivation(theory, kind, name, title, tuple(made), stated(start, "==", before, *hypotheses), **more)


def a(i: Index) -> Term:
    return Ref("a", (i,))


def y(i: Index) -> Ref:
    return Ref("y", (i,))


def label(i: Index) -> Term:
    return Ref("label", (i,))


def e(u: Term) -> Term:
    return Fun("exp", (u,))


def total(i: Index, body: Term, cond: Formula | None = None) -> Reduce:
    return Reduce("sum", i, body, cond)


S = total(K, e(a(K)))
SOFTMAX = Theory(
    "softmax",
    "Softmax",
    (
        Prose("Maps $K$ scores to a *probability* vector.\n\n- every `y[i]` is **positive**\n- $\\sum_i y_i = 1$"),
        Definition("y", (I,), div(e(a(I)), S), HERE),
        Prose("The derivative has a compact form & needs 100% of <b>care</b>."),
        Claim("jacobian", "Jacobian", (Diff(y(I), cast(Ref, a(J))), ONE), ("==",), None, HERE),
        Claim("shift", "Adding a constant changes nothing", (ONE, ONE), ("==",), None, HERE),
    ),
    {"a": Quantity("a", "Real", ("K",)), "y": Quantity("y", "Real", ("K",)), "c": Quantity("c", "Real", ())},
    ("K",),
    "",
)
JACOBIAN = chained(
    SOFTMAX, "jacobian", "Jacobian", Diff(y(I), Ref("a", (J,))),
    (Diff(div(e(a(I)), S), Ref("a", (J,))), "definition of {y}", (("y", Ref("y")),)),
    (
        div(sub(mul(Diff(e(a(I)), Ref("a", (J,))), S), mul(e(a(I)), Diff(S, Ref("a", (J,))))), power(S, 2)),
        "quotient rule with g = {g} and h = {h}", (("g", e(a(I))), ("h", S)),
    ),
    (
        div(sub(mul(e(a(I)), Delta(I, J), S), mul(e(a(I)), total(K, mul(e(a(K)), Delta(K, J))))), power(S, 2)),
        "derivative of the exponentials, {d}",
        (("d", Cmp("==", Diff(a(I), Ref("a", (J,))), Delta(I, J))),),
    ),
    (div(sub(mul(e(a(I)), Delta(I, J), S), mul(e(a(I)), e(a(J)))), power(S, 2)), "the delta picks one term of the sum"),
    (sub(mul(div(e(a(I)), S), Delta(I, J)), mul(div(e(a(I)), S), div(e(a(J)), S))), "split the fraction"),
    (sub(mul(y(I), Delta(I, J)), mul(y(I), y(J))), "definition of {y}, backwards", (("y", Ref("y")),)),
    (mul(y(I), sub(Delta(I, J), y(J))), "factor out {f}", (("f", y(I)),)),
)  # fmt: skip
C = Ref("c")
SHIFT = chained(
    SOFTMAX, "shift", "Adding a constant changes nothing", div(e(add(a(I), C)), total(K, e(add(a(K), C)))),
    (div(mul(e(a(I)), e(C)), total(K, mul(e(a(K)), e(C)))), "exponential of a sum"),
    (div(mul(e(a(I)), e(C)), mul(e(C), S)), "take {c} out of the sum", (("c", e(C)),)),
    (div(e(a(I)), S), "cancel the common factor", (), (Mark("cancel", e(C)),)),
    (y(I), "definition of y, backwards"),
)  # fmt: skip
VJP = chained(
    SOFTMAX, "vjp-a", "", total(I, mul(Ref("y_bar", (I,)), Diff(y(I), Ref("a", (J,))))),
    (total(I, mul(Ref("y_bar", (I,)), y(I), sub(Delta(I, J), y(J)))), "the Jacobian"),
    (mul(y(J), sub(Ref("y_bar", (J,)), total(I, mul(Ref("y_bar", (I,)), y(I))))), "the delta picks one term of the sum"),
    kind="vjp",
)  # fmt: skip
QUOTIENT = Rule(
    "quotient_rule", Diff(div(Ref("g"), Ref("h")), Ref("x")), "==",
    div(sub(mul(Diff(Ref("g"), Ref("x")), Ref("h")), mul(Ref("g"), Diff(Ref("h"), Ref("x")))), power(Ref("h"), 2)),
    (Cmp("!=", Ref("h"), ZERO),), "quotient rule with g = {g} and h = {h}",
)  # fmt: skip
COLLAPSE = Rule(
    "delta_in_restricted_sum", total(K, mul(Delta(K, J), Ref("f", (K,))), Pred("P", (K,))), "==", Ref("f", (J,)), (Pred("P", (J,)),),
    "the delta picks one term of the sum",
)  # fmt: skip
ENTRY = Made(
    SOFTMAX, (JACOBIAN, SHIFT), (VJP,),
    (("jacobian", "instances K = 1, 2, 3, 4, decided exactly", "agrees"), ("jacobian", "50-digit numbers", "agrees")),
    (QUOTIENT, COLLAPSE),
    Stable("y = np.exp(a) / np.exp(a).sum(-1, keepdims=True)", (("softmax([1000, 0])", "[nan, 0]"),), (QUOTIENT,)),
    (Example({"a": (Fraction(3), Fraction(1), Fraction(-3))}, ((y(I), (0.8788782427, 0.1189429, 0.0021785), "rounded"),)),),
)  # fmt: skip

X, U, SIGMA = Ref("x"), Ref("u"), Ref("sigma")
EX = e(neg(X))
SIGMOID = Theory(
    "sigmoid", "Sigmoid",
    (
        Definition("u", (), add(ONE, EX), HERE), Definition("sigma", (), div(ONE, U), HERE),
        Claim("derivative", "", (Diff(SIGMA, X), ONE), ("==",), None, HERE),
    ),
    {n: Quantity(n, "Real", ()) for n in ("x", "u", "sigma")}, (), "",
)  # fmt: skip
SLOPE = chained(
    SIGMOID, "derivative", "", Diff(SIGMA, X),
    (mul(Diff(SIGMA, U), Diff(U, X)), "chain rule through {u}", (("u", U),)),
    (mul(Neg(div(ONE, power(U, 2))), Neg(EX)), "derivatives of both"),
    (div(EX, power(add(ONE, EX), 2)), "definition of u"),
    (div(add(ONE, EX, num(-1)), power(add(ONE, EX), 2)), "add and subtract 1"),
    (sub(SIGMA, power(SIGMA, 2)), "split the fraction"),
    (mul(SIGMA, sub(ONE, SIGMA)), "factor"),
)  # fmt: skip
LOSS = Ref("L")
ONE_HOT = Cmp("==", total(K, label(K)), ONE)
CROSS = Theory(
    "softmax_cross_entropy", "Softmax with cross-entropy",
    (
        Definition("y", (I,), div(e(a(I)), S), HERE),
        Definition("L", (), Neg(total(I, mul(label(I), Fun("log", (y(I),))))), HERE),
        Assumption(ONE_HOT, HERE), Notation("L", r"\mathcal{L}", HERE),
        Claim("gradient", "Gradient", (Diff(LOSS, Ref("a", (I,))), ONE), ("==",), None, HERE),
    ),
    {"label": Quantity("label", "OneHot", ("K",)), "a": Quantity("a", "Real", ("K",)), "y": Quantity("y", "Real", ("K",)), "L": Quantity("L", "Real", ())},
    ("K",), "",
)  # fmt: skip
OTHER = Cmp("!=", K, I)
GRADIENT = chained(
    CROSS, "gradient", "Gradient", Diff(LOSS, Ref("a", (I,))),
    (total(K, mul(Diff(LOSS, y(K)), Diff(y(K), Ref("a", (I,))))), "chain rule over every component of {y}", (("y", Ref("y")),)),
    (total(K, mul(Neg(div(label(K), y(K))), y(K), sub(Delta(K, I), y(I)))), "gradient of the cross-entropy and Jacobian of softmax"),
    (
        sub(neg(mul(label(I), sub(ONE, y(I)))), total(K, mul(label(K), div(ONE, y(K)), Neg(mul(y(K), y(I)))), OTHER)),
        "split the sum into the term k = i and the terms with k ≠ i",
    ),
    (add(neg(label(I)), mul(label(I), y(I)), total(K, mul(label(K), y(I)), OTHER)), "multiply out, cancelling {y}", (("y", y(K)),)),
    (add(neg(label(I)), mul(y(I), add(label(I), total(K, label(K), OTHER)))), "factor out {y}", (("y", y(I)),)),
    (add(neg(label(I)), mul(y(I), total(K, label(K)))), "put the term back into the sum"),
    (sub(y(I), label(I)), "hypothesis: {h}", (("h", ONE_HOT),), (Mark("box", total(K, label(K))),)),
    hypotheses=(ONE_HOT,),
)  # fmt: skip
MANY = tuple(
    mul(Ref("weight", (Index(n, "K"),)), e(sub(a(Index(n, "K")), Reduce("max", K, a(K))))) for n in "ijlmnpqrs"
)
WIDE = chained(
    SOFTMAX, "jacobian", "Something wide", Diff(y(I), Ref("a", (J,))),
    (add(*MANY), "a reason that goes on and on, so long that it could not possibly stand beside its line on the page of a journal"),
    (mul(add(*MANY[:3]), *(add(*MANY[n : n + 3]) for n in (3, 6))), "nonsense"),
    (div(add(*MANY), add(*MANY, *MANY)), "a fraction cannot be broken"),
)  # fmt: skip
ENTRIES = (ENTRY, Made(SIGMOID, (SLOPE,)), Made(CROSS, (GRADIENT,)), replace(ENTRY, proofs=(WIDE, SHIFT)))


def article(entry: Made) -> str:
    return latex.TARGET.files(entry)[f"{entry.theory.name}.tex"]


def on_page(entry: Made) -> str:
    return markdown.TARGET.files(entry)[f"{entry.theory.name}.md"]


# ------------------------------------------------------------------------------------------------- the machinery


def test_targets_are_found_by_listing_the_folder() -> None:
    found = {t.name: t for t in targets()}
    assert {"latex", "markdown"} <= found.keys()
    assert all(isinstance(t, Target) for t in found.values())


def test_a_template_that_lacks_a_name_is_an_error() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        render("latex/fragment.tex", theory="t", label="l")


def test_the_same_bytes_every_time() -> None:
    assert latex.TARGET.files(ENTRY) == latex.TARGET.files(ENTRY)
    assert markdown.TARGET.files(ENTRY) == markdown.TARGET.files(ENTRY)


def test_pages_say_what_stands_in_the_file_for_coq() -> None:
    entry = replace(ENTRY, stated={"jacobian": "7 lines"})
    assert "| jacobian | Coq | 7 lines |" in on_page(entry) and "[Softmax.v](Softmax.v)" in on_page(entry)
    assert "jacobian & Coq & 7 lines" in article(entry) and r"\texttt{Softmax.v}" in article(entry)
    assert ".v" not in on_page(ENTRY)


# --------------------------------------------------------------------------------------------------------- LaTeX


def test_article_is_complete() -> None:
    text = article(ENTRY)
    for words in (
        "Symbols",
        "Hypotheses",
        "Definitions and theorems",
        "Derivatives",
        "In code",
        "Examples",
        "Rules used",
        "What was checked",
    ):
        assert f"\\section*{{{words}}}" in text
    assert r"y_i(\delta_{ij} - y_j)" in text
    assert r"\cancel{e^{c}}" in text
    assert r"quotient rule with~$g = e^{a_i}$ and~$h = \sum_k e^{a_k}$" in text
    assert "Nothing is assumed" in text
    assert r"where $h \neq 0$" in text and "where $P(j)$" in text
    assert r"\emph{probability}" in text and r"\textbf{positive}" in text and r"\texttt{y[i]}" in text
    assert r"100\% of \(<\)b\(>\)care\(<\)/b\(>\)" in text
    assert "[0.878878, 0.118943, 0.0021785]" in text.replace(r"\allowbreak{}", "")


def test_hypotheses_stand_up_front_and_with_the_theorem_that_rests_on_them() -> None:
    text = article(ENTRIES[2])
    front, theorem = text.index("What the theorems below rest on"), text.index(r"\begin{theorem}")
    assert front < text.index(r"\sum_k \mathrm{label}_k = 1") < theorem
    assert r"If $\sum_k \mathrm{label}_k = 1$, then" in text[theorem:]
    assert r"\boxed{\sum_k \mathrm{label}_k}" in text
    assert r"\frac{\partial \mathcal{L}}{\partial a_i}" in text
    assert "one-hot" in text
    assert r"$\sum_k \mathrm{label}_k = 1$ since~$\mathrm{label}$ is OneHot" in text[front:theorem]


def test_every_line_of_a_chain_has_a_stable_label_and_its_reason() -> None:
    files = latex.TARGET.files(ENTRY)
    text = files["jacobian.tex"]
    assert re.findall(r"\\label\{(.*?)\}", text) == [f"eq:softmax:jacobian:{n}" for n in range(1, 8)]
    assert text.count(r"\parbox") == 7
    assert text.count(r"\begin{alignat}") == text.count(r"\end{alignat}") == 1
    assert text.removeprefix("%").split("\\begin", 1)[1] in files["softmax.tex"], "the article shows the fragment"
    assert {"shift.tex", "vjp-a.tex"} <= files.keys()


def test_what_is_proved_already_is_referred_to() -> None:
    again = replace(JACOBIAN, kind="derivative", name="again", title="Again")
    files = latex.TARGET.files(replace(ENTRY, results=(*ENTRY.results, again)))
    text = files["softmax.tex"]
    assert text.count(r"\label{eq:softmax:jacobian:1}") == 1 and r"\label{eq:softmax:again:1}" not in text
    assert r"This is Theorem~\ref{thm:softmax:jacobian}." in text
    assert r"\label{eq:softmax:again:1}" in files["again.tex"], "the fragment stands for itself"
    assert text.count(r"\begin{proofbelow}") == text.count(r"\end{proofbelow}") > 1
    assert "Proved above: Jacobian." in on_page(replace(ENTRY, results=(*ENTRY.results, again)))


def test_an_equation_among_the_words_is_one_formula() -> None:
    step = JACOBIAN.steps[0]
    said = replace(step, reason="as {a} = {b}", notes=(("a", Ref("x")), ("b", Ref("y"))))
    assert said_by(said) == ("as ", Cmp("==", Ref("x"), Ref("y")))


def test_a_reason_without_room_stands_above_its_line_and_long_lines_are_broken() -> None:
    text = latex.chain(WIDE)
    assert r"\parbox" not in text and r"\intertext{\small Nonsense:}" in text
    assert text.count(r"\nonumber \\") > 6


def test_a_claim_named_like_its_theory_does_not_overwrite_the_article() -> None:
    entry = Made(SOFTMAX, (replace(JACOBIAN, name="softmax"),))
    files = latex.TARGET.files(entry)
    assert r"\documentclass" in files["softmax.tex"] and r"\documentclass" not in files["softmax-chain.tex"]


def test_latex_files_are_ascii_or_latin() -> None:
    strange = replace(
        SOFTMAX,
        title="Softmax δ_ij 变 & $",
        items=(*SOFTMAX.items, Prose("Für 变 𝒳 → ∞ “quoted” \\input{x} $\\input{x}$")),
    )
    text = article(replace(ENTRY, theory=strange))
    assert all(c == "\n" or " " <= c <= "\u017f" for c in text)
    assert r"\input" not in text.replace(r"\textbackslash{}input", "")
    assert "[U+53D8]" in text and r"\& \$" in text


@pytest.mark.skipif(shutil.which("latexmk") is None, reason="needs latexmk")
def test_articles_compile_without_a_warning_about_boxes(tmp_path: Path) -> None:
    for place, entry in enumerate(ENTRIES):
        (tmp_path / f"article{place}.tex").write_text(article(entry), encoding="utf-8")
    names = [f"article{place}.tex" for place in range(len(ENTRIES))]
    run = subprocess.run(
        ["latexmk", "-pdf", "-interaction=nonstopmode", "-silent", *names],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout[-2000:]
    for place in range(len(ENTRIES)):
        log = (tmp_path / f"article{place}.log").read_text(encoding="utf-8", errors="replace")
        assert not re.findall(r"(?m)^(?:Overfull|Underfull|LaTeX Warning).*$", log)


# ------------------------------------------------------------------------------------------------------ Markdown


@pytest.mark.parametrize("entry", ENTRIES, ids=[e.theory.name for e in ENTRIES])
def test_markdown_survives_a_viewer_that_reads_markdown_first(entry: Made) -> None:
    from markdown_it import MarkdownIt

    text = on_page(entry)
    formulas = re.findall(r"\$\$.*?\$\$|\$[^$]+\$", text, re.DOTALL)
    assert formulas
    for formula in formulas:
        assert all(line.endswith(" \\\\") for line in formula.split("\n") if "\\\\" in line)
        assert not re.search(r"\\(operatorname|mbox|phantom|intertext|label)\b", formula)
        assert not re.search(r"\\[^A-Za-z\\\n]", formula)
        for token in MarkdownIt("commonmark").parseInline(formula)[0].children or []:
            assert token.type in ("text", "softbreak"), (formula, token)
    for inline in re.findall(r"(?<!\$)\$[^$]+\$(?!\$)", re.sub(r"\$\$.*?\$\$", "", text, flags=re.DOTALL)):
        assert "\n" not in inline and "\\\\" not in inline


def test_markdown_page_is_complete() -> None:
    text = on_page(ENTRY)
    for words in (
        "Symbols",
        "Hypotheses",
        "Definitions and theorems",
        "Derivatives",
        "In code",
        "Examples",
        "Rules used",
        "What was checked",
    ):
        assert f"\n## {words}\n" in text
    assert r"\text{quotient rule with }g = e^{a_i}\text{ and }h = \sum_k e^{a_k} \\" in text
    assert r"\cancel{e^{c}}" in text
    assert "&lt;b&gt;care&lt;/b&gt;" in text and "*probability*" in text
    assert on_page(ENTRIES[2]).count(r"\boxed{\sum_k \mathrm{label}_ k}") == 1


def test_long_reasons_go_into_a_list() -> None:
    text = markdown.chain(WIDE)
    assert r"\text{(2)}" in text and "\n2. nonsense" in text


def test_index_lists_every_theory_with_formula_and_link() -> None:
    rows: dict[str, Row] = {e.theory.name: markdown.TARGET.row(e) for e in ENTRIES[:3]}
    text = markdown.TARGET.index(rows)["README.md"]
    assert "[Softmax](softmax/softmax.md)" in text and "[Sigmoid](sigmoid/sigmoid.md)" in text
    assert r"$y_i = \frac{e^{a_i}}{\sum_k e^{a_k}}$" in text
    assert text.count("\n|") == 5


# ---------------------------------------------------------------------------------------------- terminal, notebooks


def test_text_is_aligned_with_reasons_on_the_right() -> None:
    assert render_text(SLOPE) == (
        "derivative\n"
        "  ∂σ/∂x = σ(1 − σ)\n"
        "\n"
        "  ∂σ/∂x = ∂σ/∂u·∂u/∂x                        chain rule through u\n"
        "        = −1/u²·(−exp(−x))                   derivatives of both\n"
        "        = exp(−x)/(1 + exp(−x))²             definition of u\n"
        "        = (1 + exp(−x) − 1)/(1 + exp(−x))²   add and subtract 1\n"
        "        = σ − σ²                             split the fraction\n"
        "        = σ(1 − σ)                           factor\n"
    )


def test_text_keeps_to_the_width() -> None:
    for derivation in (JACOBIAN, SHIFT, VJP, SLOPE, GRADIENT, WIDE):
        for width in (72, 100):
            plain = re.sub("[\u0300-\u036f]", "", render_text(derivation, width))
            assert max(map(len, plain.split("\n"))) <= width + 2
    assert "  assuming Σ_k label_k = 1\n" in render_text(GRADIENT)


def test_a_derivation_without_steps_shows_its_statement() -> None:
    bare = Derivation(SIGMOID, "claim", "trivial", "", (), stated(SIGMA, "<", ONE))
    assert "  σ < 1\n" in render_text(bare)
    assert r"\sigma & < 1" in latex.chain(bare) and r"\sigma & < 1" in markdown.chain(bare)


def test_notes_that_the_words_leave_out_follow_them() -> None:
    short = chained(SIGMOID, "n", "", SIGMA, (X, "a {x} reason", (("g", U), ("h", EX))))
    assert "a {x} reason, g = u, h = exp(−x)" in render_text(short)


def test_notebooks() -> None:
    assert repr_latex(Cmp("==", SIGMA, div(ONE, U)), SIGMOID) == "$$\n\\sigma = \\frac{1}{u}\n$$"
    assert repr_latex(SLOPE) == markdown.chain(SLOPE)
    assert (
        repr_latex(SIGMOID) == "$$\n\\begin{aligned}\nu &= 1 + e^{-x} \\\\\n\\sigma &= \\frac{1}{u}\n\\end{aligned}\n$$"
    )
    assert repr_markdown(SLOPE).startswith("$$") and repr_markdown(GRADIENT).startswith("**Gradient**")
    assert "### Softmax" in repr_markdown(SOFTMAX)


# --------------------------------------------------------------------------------------------------------- prose

TEXT = """A *b* **c** `d_e` $x_i$ [f](https://example.org/a_b).

1. one
2. two $\\frac{1}{2}$

> quoted

```
code & more
```

$$
\\sum_i x_i
$$
"""


def test_prose_in_latex() -> None:
    assert prose.Latex().prose(TEXT) == (
        "A \\emph{b} \\textbf{c} \\texttt{d\\_e} $x_i$ \\href{https://example.org/a\\_b}{f}.\n\n"
        "\\begin{enumerate}\n\\item one\n\\item two $\\frac{1}{2}$\n\\end{enumerate}\n\n"
        "\\begin{quote}\nquoted\n\\end{quote}\n\n"
        "\\begin{quote}\\footnotesize\\ttfamily\\raggedright\n\\mbox{}code~\\&~more\n\\end{quote}\n\n"
        "\\[\n\\sum_i x_i\n\\]"
    )


def test_prose_in_markdown_reads_the_same_again() -> None:
    setter = prose.Markdown()
    once = setter.prose(TEXT)
    assert once == setter.prose(once)
    assert "[f](https://example.org/a_b)" in once and "**c**" in once and "1. one\n2. two" in once


@pytest.mark.parametrize(
    ("text", "in_latex", "in_markdown"),
    [
        ("<script>x</script>", r"\(<\)script\(>\)x\(<\)/script\(>\)", "&lt;script&gt;x&lt;/script&gt;"),
        (
            "\\input{secret} 50% #1 a_b ~ ^",
            r"\textbackslash{}input\{secret\} 50\% \#1 a\_b \~{} \^{}",
            r"\\input{secret} 50% #1 a\_b \~ ^",
        ),
        ("[x](javascript:alert)", r"[x](javascript:alert)", r"\[x\](javascript:alert)"),
        ("$\\write18{ls}$", r"\texttt{\textbackslash{}write18\{ls\}}", r"`\write18{ls}`"),
        ("$x$ costs 5$", r"$x$ costs 5\$", r"$x$ costs 5\$"),
        ("![i](http://x.y/z)", None, None),
    ],
)
def test_prose_is_never_code(text: str, in_latex: str | None, in_markdown: str | None) -> None:
    assert in_latex is None or prose.Latex().prose(text) == in_latex
    assert in_markdown is None or prose.Markdown().prose(text) == in_markdown
    assert not re.search(r"(?<!\\)!\[", prose.Markdown().prose(text))


def test_targets_are_found_without_numpy() -> None:
    """Which takes long to load: pages and proofs need none."""
    code = "import sys; from derive.targets import targets; assert targets(); print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
