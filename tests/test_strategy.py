"""The mathematics that must come out: textbook forms, the steps that lead there, and the same from any spelling."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache

import pytest
from known import known

import derive
from derive import library
from derive.api import Derivation
from derive.context import Context
from derive.expr import Cmp, Delta, Div, Mul, Reduce, alpha_equal, free, subterms
from derive.kernel import replay
from derive.language import unparse
from derive.rules import rules
from derive.strategy.bridge import Prover
from derive.strategy.contract import contracted, loops, taken_apart

SOFTMAX = "y[i] = exp(a[i]) / sum(exp(a[k]) for k in K)\n"
SLOPE = """t: OneHot[K]
s[i] = exp(a[i])/sum(exp(a[k]) for k in K)
L = -sum(t[i]*log(s[i]) for i in K)
g[i] = diff(L, a[i])"""
MASKED = "y[i] = m[i]*exp(a[i])/sum(m[k]*exp(a[k]) for k in K)"
TEMPERED = "y[i] = exp(a[i]/T) / sum(exp(a[k]/T) for k in K)"

VALID = "y[i] = sum(w[k]*x[i + k] for k in K)"
CAUSAL = "x: Real[N]; y[i] = sum(w[k]*x[i - k] for k in K)"
STRIDED = "y[i] = sum(w[k]*x[2*i + k] for k in K)"
DILATED = "y[i] = sum(w[k]*x[i + 2*k] for k in K)"
LAPLACE = "x: Real[N]; y[i] = x[i - 1] - 2*x[i] + x[i + 1]"
PLANE = """x: Real[H + A - 1, W + B - 1]
k: Real[A, B]
y[i, j] = sum(k[a, b]*x[i + a, j + b] for a in A for b in B)"""
LOSS = VALID + "; L = sum((y[i] - t[i])**2 for i in N)/2"
RELU = "y[i] = max(0, sum(w[k]*x[i + k] for k in K) + b)"
WINDOWS = "x: Real[N]; w: Real[K]; u: Real[N]; y[i] = sum(w[k]*exp(x[i + k]) for k in K) + u[i]"


SCALED = "s: Positive; y = min(1, max(0, x/s + 1/2))"
TWO_STEPS = "y = min(1, max(-1, x)) + max(0, x - 2)"
SQUARED_HINGE = "L = sum(max(0, 1 - t[i]*x[i])**2 for i in N)"
PENALISED = (
    "L = sum((y[n] - sum(X[n, d]*w[d] for d in D))**2 for n in N)/(2*N)"
    " + l*sum(abs(w[d]) for d in D) + m*sum(w[d]**2 for d in D)/2"
)
CENTRES = """t: OneHot[N, K]
L = sum((x[n, d] - sum(t[n, k]*c[k, d] for k in K))**2 for n in N for d in D)/2"""
CLUSTERS = """b: Positive
d[k] = sum((x[j] - C[k, j])**2 for j in D)
F = -log(sum(exp(-b*d[k]) for k in K))/b"""
KERNEL = """h: Positive
k[n] = exp(-(x - X[n])**2/(2*h**2))
m = sum(k[n]*y[n] for n in N)/sum(k[n] for n in N)"""
PAIRS = """T: Positive
s[i, j] = sum(z[i, d]*z[j, d] for d in D)/T
L = sum(log(sum(exp(s[i, j]) for j in N)) - sum(p[i, j]*s[i, j] for j in N) for i in N)/N"""
MARGIN = """t: OneHot[K]
z[k] = s*(c[k] - m*t[k])
L = -sum(t[k]*log(exp(z[k])/sum(exp(z[j]) for j in K)) for k in K)"""
LOGIT = """z[n] = sum(X[n, d]*w[d] for d in D)
L = sum(log(1 + exp(z[n])) - t[n]*z[n] for n in N)/N + m*sum(w[d]**2 for d in D)/2"""
FREE = """b: Positive
F = -sum(h[i]*m[i] for i in N) - log(sum(exp(b*h[i]) + exp(-b*h[i]) for i in N))/b"""
TIED = """T: Positive
c[n, m] = sum(x[n, d]*x[m, d] for d in D)/T
p[n, m] = exp(c[n, m])/sum(exp(c[n, l]) for l in N)
y[n, e] = sum(p[n, m]*v[m, e] for m in N)"""
ODDS = """s: Positive
y = w*log(exp(a/s)/(exp(a/s) + exp(b/s)))"""
ALIKE = """c: Positive
S = (2*m*k + c)/(m**2 + k**2 + c)"""


@cache
def load(what: str) -> derive.Theory:
    return derive.parse(what) if "=" in what else known(what)


def result(what: str, kind: str, of: str, wrt: str) -> str:
    """A result as text."""
    return unparse(getattr(load(what), kind)(of, wrt).data.result)


def hypotheses(derivation: Derivation) -> list[str]:
    return [unparse(h) for h in derivation.data.hypotheses]


def lines(derivation: Derivation) -> list[str]:
    """Every line as text."""
    return [unparse(derivation.data.start), *(unparse(step.after) for step in derivation.steps)]


# --------------------------------------------------------------------------------------------------- closed forms

FORMS = [
    ("softmax", "derivative", "y", "a", "y[i]*(delta(i, j) - y[j])"),
    (VALID, "derivative", "y", "x", "w[j - i]"),
    (VALID, "derivative", "y", "w", "x[i + j]"),
    (VALID, "vjp", "y", "x", "sum(w[l]*y_bar[j - l] for l in K)"),
    (VALID, "vjp", "y", "w", "sum(y_bar[i]*x[i + j] for i in N)"),
    (VALID, "jvp", "y", "x", "sum(w[l]*x_dot[i + l] for l in K)"),
    (VALID, "jvp", "y", "w", "sum(w_dot[j]*x[i + j] for j in K)"),
    (CAUSAL, "vjp", "y", "x", "sum(w[l]*y_bar[j + l] for l in K)"),
    (STRIDED, "vjp", "y", "x", "sum(y_bar[i]*w[j - 2*i] for i in N)"),
    (STRIDED, "vjp", "y", "w", "sum(y_bar[i]*x[2*i + j] for i in N)"),
    (DILATED, "vjp", "y", "x", "sum(w[l]*y_bar[j - 2*l] for l in K)"),
    (LAPLACE, "vjp", "y", "x", "y_bar[j + 1] + y_bar[j - 1] - 2*y_bar[j]"),
    (PLANE, "vjp", "y", "x", "sum(k[m, n]*y_bar[l - m, p - n] for m in A for n in B)"),
    (PLANE, "vjp", "y", "k", "sum(y_bar[m, r]*x[l + m, p + r] for m in H for r in W)"),
    (LOSS, "derivative", "L", "w", "sum((y[i] - t[i])*x[i + j] for i in N)"),
    (LOSS, "derivative", "L", "x", "sum((y[i] - t[i])*w[j - i] for i in N)"),
    (RELU, "derivative", "y", "x", "w[j - i] if 0 < sum(w[k]*x[i + k] for k in K) + b else 0"),
    (WINDOWS, "derivative", "y", "x", "exp(x[j])*w[j - i]"),
    (WINDOWS, "vjp", "y", "w", "sum(y_bar[i]*exp(x[i + j]) for i in N)"),
    ("softmax", "vjp", "y", "a", "y[j]*(y_bar[j] - sum(y_bar[i]*y[i] for i in K))"),
    ("softmax", "jvp", "y", "a", "y[i]*(a_dot[i] - sum(a_dot[j]*y[j] for j in K))"),
    ("cross_entropy", "derivative", "L", "y", "-label[j]/y[j]"),
    ("cross_entropy", "vjp", "L", "y", "-L_bar*label[j]/y[j]"),
    ("cross_entropy", "jvp", "L", "y", "-sum(label[j]*y_dot[j]/y[j] for j in K)"),
    ("softmax_cross_entropy", "derivative", "L", "a", "y[j] - label[j]"),
    ("softmax_cross_entropy", "vjp", "L", "a", "L_bar*(y[j] - label[j])"),
    ("softmax_cross_entropy", "jvp", "L", "a", "sum((y[j] - label[j])*a_dot[j] for j in K)"),
    ("softmax_cross_entropy", "hessian", "L", "a", "y[j]*(delta(j, l) - y[l])"),
    ("softmax_cross_entropy", "hvp", "L", "a", "y[j]*(a_dot[j] - sum(a_dot[l]*y[l] for l in K))"),
    ("softmax_cross_entropy", "derivative", "L", "y", "-label[i]/y[i]"),
    ("sigmoid", "derivative", "sigma", "x", "sigma*(1 - sigma)"),
    ("sigmoid", "derivative", "sigma", "u", "-(1/u**2)"),
    ("sigmoid", "derivative", "u", "x", "-exp(-x)"),
    ("sigmoid", "vjp", "sigma", "x", "sigma_bar*sigma*(1 - sigma)"),
    ("sigmoid", "jvp", "sigma", "x", "sigma*(1 - sigma)*x_dot"),
    ("log_sum_exp", "derivative", "L", "a", "y[j]"),
    ("log_sum_exp", "vjp", "L", "a", "L_bar*y[j]"),
    ("log_sum_exp", "jvp", "L", "a", "sum(y[j]*a_dot[j] for j in K)"),
    ("log_sum_exp", "hessian", "L", "a", "y[j]*(delta(j, l) - y[l])"),
    ("log_sum_exp", "hvp", "L", "a", "y[j]*(a_dot[j] - sum(a_dot[l]*y[l] for l in K))"),
    ("L = sum(w[i]*x[i] for i in K)**2", "hessian", "L", "w", "2*x[j]*x[k]"),
    ("L = sum(w[i]*x[i] for i in K)**2", "hvp", "L", "w", "2*x[j]*sum(w_dot[k]*x[k] for k in K)"),
    ("L = sum(w[i]**4 for i in K)/K", "hvp", "L", "w", "12*w[j]**2*w_dot[j]/K"),
    ("q = sum(sum(x[i]*A[i, j]*x[j] for j in K) for i in K)", "hessian", "q", "x", "A[k, l] + A[l, k]"),
    (
        "L = sum(sqrt((y[n] - t[n])**2 + e**2) for n in N)",
        "derivative",
        "L",
        "y",
        "(y[i] - t[i])/sqrt(e**2 + (y[i] - t[i])**2)",
    ),
    ("gaussian_nll", "derivative", "L", "v", "(v[i] - (mu[i] - t[i])**2)/(2*N*v[i]**2)"),
    ("L = log(1 + (x - m)**2)", "derivative", "L", "m", "2*(m - x)/(1 + (x - m)**2)"),
    ("y = x/(1 + exp(-1.702*x))", "derivative", "y", "x", "(1 + 1.702*y*exp(-(1.702*x)))/(1 + exp(-(1.702*x)))"),
    ("y = x*exp(2*x)/7", "derivative", "y", "x", "2*y + exp(2*x)/7"),
    ("y = 0.851*x**2 + 3*x/25", "derivative", "y", "x", "1.702*x + 0.12"),
    ("y = exp(x)*sin(x)", "hessian", "y", "x", "2*cos(x)*exp(x)"),
    ("y = exp(x)*sin(x)", "hvp", "y", "x", "2*x_dot*cos(x)*exp(x)"),
    (
        "network",
        "hvp",
        "L",
        "W",
        "s[l]*(sum(W_dot[l, p]*o[p] for p in N) - sum(s[n]*sum(W_dot[n, k]*o[k] for k in N) for n in K))*o[m]",
    ),
    ("log_softmax", "derivative", "l", "a", "delta(i, j) - y[j]"),
    ("log_softmax", "vjp", "l", "a", "l_bar[j] - y[j]*sum(l_bar[i] for i in K)"),
    ("log_softmax", "jvp", "l", "a", "a_dot[i] - sum(a_dot[j]*y[j] for j in K)"),
    ("softplus", "derivative", "p", "x", "sigma"),
    ("softplus", "vjp", "p", "x", "p_bar*sigma"),
    ("softplus", "jvp", "p", "x", "sigma*x_dot"),
    ("tanh", "derivative", "t", "x", "1 - t**2"),
    ("tanh", "vjp", "t", "x", "t_bar*(1 - t**2)"),
    ("tanh", "jvp", "t", "x", "(1 - t**2)*x_dot"),
    ("binary_cross_entropy", "derivative", "L", "x", "sigma - t"),
    ("binary_cross_entropy", "vjp", "L", "x", "L_bar*(sigma - t)"),
    ("binary_cross_entropy", "jvp", "L", "x", "(sigma - t)*x_dot"),
    (TEMPERED, "derivative", "y", "a", "y[i]*(delta(i, j) - y[j])/T"),
    (SLOPE, "derivative", "g", "a", "s[i]*(delta(i, j) - s[j])"),
    (SLOPE, "vjp", "g", "a", "s[j]*(g_bar[j] - sum(g_bar[i]*s[i] for i in K))"),
    (SLOPE, "derivative", "L", "a", "s[j] - t[j]"),
    (MASKED, "derivative", "y", "a", "y[i]*(delta(i, j) - y[j])"),
    (
        "y[i] = prod(x[j] for j in K if j != i)",
        "derivative",
        "y",
        "x",
        "(1 - delta(i, k))*prod(x[l] for l in K if l != i and l != k)",
    ),
    (MASKED, "derivative", "y", "m", "(delta(i, j) - y[i])*exp(a[j])/sum(m[k]*exp(a[k]) for k in K)"),
    (MASKED, "vjp", "y", "a", "y[j]*(y_bar[j] - sum(y_bar[i]*y[i] for i in K))"),
    (TEMPERED, "derivative", "y", "T", "y[i]*(sum(a[k]*y[k] for k in K) - a[i])/T**2"),
    (TEMPERED, "vjp", "y", "a", "y[j]*(y_bar[j] - sum(y_bar[i]*y[i] for i in K))/T"),
    (TEMPERED, "jvp", "y", "a", "y[i]*(a_dot[i] - sum(a_dot[j]*y[j] for j in K))/T"),
    ("gelu", "vjp", "y", "x", "y_bar*(x*exp(-x**2/2)/sqrt(2*pi) + Phi)"),
    ("y = erf(sqrt(2)*x)", "derivative", "y", "x", "2*sqrt(2/pi)*exp(-(2*x**2))"),
    ("relu6", "vjp", "y", "x", "y_bar if 0 < x and x < 6 else 0"),
    ("hardsigmoid", "vjp", "y", "x", "y_bar/6 if -3 < x and x < 3 else 0"),
    ("hardswish", "derivative", "y", "x", "0 if x <= -3 else 1/2 + x/3 if x < 3 else 1"),
    ("hardtanh", "vjp", "y", "x", "y_bar if a < x and x < b else 0"),
    ("hardtanh", "vjp", "y", "b", "y_bar if b <= x else 0"),
    ("softshrink", "vjp", "y", "x", "0 if x <= lambda_ and -lambda_ <= x else y_bar"),
    (SCALED, "derivative", "y", "x", "1/s if -s/2 < x and x < s/2 else 0"),
    (TWO_STEPS, "derivative", "y", "x", "0 if x <= -1 else 0 if 1 <= x and x <= 2 else 1"),
    (SQUARED_HINGE, "derivative", "L", "x", "2*t[j]*(t[j]*x[j] - 1) if t[j]*x[j] < 1 else 0"),
    ("y = max(0, 1 - abs(x))", "derivative", "y", "x", "-sign(x) if abs(x) < 1 else 0"),
    ("y = x**2 if max(x, z) > 3 else 0", "derivative", "y", "x", "2*x if 3 < max(x, z) else 0"),
    (
        "multi_margin",
        "derivative",
        "L",
        "a",
        "((1 - label[j] if s < m + a[j] else 0) + label[j]*sum(label[k] - 1 if s < m + a[k] else 0 for k in K))/K",
    ),
    ("multi_margin", "derivative", "L", "m", "sum(1 - label[k] if s < m + a[k] else 0 for k in K)/K"),
    (
        PENALISED,
        "derivative",
        "L",
        "w",
        "l*sign(w[i]) + m*w[i] + sum(X[k, i]*(sum(X[k, n]*w[n] for n in D) - y[k]) for k in N)/N",
    ),
    (CENTRES, "derivative", "L", "c", "sum(t[k, i]*(sum(c[l, j]*t[k, l] for l in K) - x[k, j]) for k in N)"),
    (CLUSTERS, "derivative", "F", "x", "2*sum((x[i] - C[k, i])*exp(-b*d[k]) for k in K)/sum(exp(-b*d[l]) for l in K)"),
    (KERNEL, "derivative", "m", "h", "sum(k[n]*(x - X[n])**2*(y[n] - m) for n in N)/(h**3*sum(k[l] for l in N))"),
    (
        PAIRS,
        "derivative",
        "L",
        "T",
        "sum(s[i, j]*(p[i, j] - exp(s[i, j])/sum(exp(s[i, l]) for l in N)) for i in N for j in N)/(N*T)",
    ),
    (MARGIN, "derivative", "L", "m", "s*sum(t[k]*(1 - exp(z[k])/sum(exp(z[j]) for j in K)) for k in K)"),
    (ALIKE, "derivative", "S", "c", "(m - k)**2/(c + k**2 + m**2)**2"),
    ("L = log(1 + exp(-b*(w - l)))", "derivative", "L", "w", "-b/(1 + exp(b*(w - l)))"),
    ("L = log(1 + exp(-b*(w - l)))", "derivative", "L", "b", "(l - w)/(1 + exp(b*(w - l)))"),
    (LOGIT, "derivative", "L", "w", "m*w[i] + sum(X[k, i]*(exp(z[k])/(1 + exp(z[k])) - t[k]) for k in N)/N"),
    (LOGIT, "derivative", "L", "X", "(exp(z[i])/(1 + exp(z[i])) - t[i])*w[j]/N"),
    (FREE, "derivative", "F", "h", "(exp(-b*h[j]) - exp(b*h[j]))/sum(exp(b*h[i]) + exp(-b*h[i]) for i in N) - m[j]"),
    (
        TIED,
        "derivative",
        "y",
        "x",
        "(delta(n, i)*sum(p[n, m]*(v[m, e] - y[n, e])*x[m, j] for m in N) + x[n, j]*p[n, i]*(v[i, e] - y[n, e]))/T",
    ),
    (
        TIED,
        "jvp",
        "y",
        "x",
        "sum(p[n, k]*(v[k, e] - y[n, e])*(x_dot[n, l]*x[k, l] + x[n, l]*x_dot[k, l]) for l in D for k in N)/T",
    ),
    (ODDS, "derivative", "y", "w", "-log(1 + exp((b - a)/s))"),
    ("y = a*w*log(1/(x - c)) + b*w*log(1/(x - c))", "derivative", "y", "w", "log(1/(x - c))*(a + b)"),
    ("y = a*w*log(1/x) + b*w*log(1/x)", "derivative", "y", "w", "log(1/x)*(a + b)"),
    ("y = x*log(1/(1 + exp(-x)))", "derivative", "y", "x", "x*exp(-x)/(1 + exp(-x)) - log(1 + exp(-x))"),
    ("bernoulli_cross_entropy", "derivative", "L", "p", "(p - t)/(p*(1 - p))"),
    ("rms_norm", "derivative", "y", "x", "g[i]*(K*delta(i, j) - n[i]*n[j])/(K*r)"),
    ("y = 3*x**2/(2*(3 - 3))", "derivative", "y", "x", "6*x/0"),
    ("mlp", "jvp", "y", "x", "sum(V[o, l]*(1 - h[l]**2)*sum(x_dot[k]*W[l, k] for k in D) for l in H)"),
    ("attention", "derivative", "y", "q", "delta(n, i)*sum(p[n, m]*(v[m, e] - y[n, e])*k[m, j] for m in M)/sqrt(D)"),
]


@pytest.mark.parametrize(("what", "kind", "of", "wrt", "expected"), FORMS)
def test_results_are_in_textbook_form(what: str, kind: str, of: str, wrt: str, expected: str) -> None:
    assert result(what, kind, of, wrt) == expected


@pytest.mark.parametrize(("what", "kind", "of", "wrt", "expected"), FORMS)
def test_results_are_proved_from_the_tables_alone(what: str, kind: str, of: str, wrt: str, expected: str) -> None:
    derivation = getattr(load(what), kind)(of, wrt).data
    again = replay(derivation.theorem, rules())
    assert again.conclusion == Cmp("==", derivation.start, derivation.result)
    for before, after in zip(derivation.steps, derivation.steps[1:], strict=False):
        assert alpha_equal(before.after, after.before)
    if derivation.steps:
        assert alpha_equal(derivation.start, derivation.steps[0].before)
        assert alpha_equal(derivation.result, derivation.steps[-1].after)


NEEDED = {
    ("softmax", "derivative", "y", "a"): [],
    ("softmax", "vjp", "y", "a"): [],
    ("sigmoid", "derivative", "sigma", "x"): [],
    ("sigmoid", "derivative", "sigma", "u"): [],
    ("log_softmax", "derivative", "l", "a"): [],
    ("log_sum_exp", "derivative", "L", "a"): [],
    ("cross_entropy", "derivative", "L", "y"): ["all(0 < y[i] for i in K)"],
    ("softmax_cross_entropy", "derivative", "L", "a"): ["sum(label[i] for i in K) == 1"],
    ("softmax_cross_entropy", "hessian", "L", "a"): ["sum(label[i] for i in K) == 1"],
    ("softmax_cross_entropy", "hvp", "L", "a"): ["sum(label[i] for i in K) == 1"],
    ("network", "hvp", "L", "W"): ["sum(t[i] for i in K) == 1"],
    (TEMPERED, "derivative", "y", "a"): [],
    (TEMPERED, "derivative", "y", "T"): ["T != 0"],
    ("y = a*w*log(1/x) + b*w*log(1/x)", "derivative", "y", "w"): [],
    ("relu6", "derivative", "y", "x"): ["x != 0", "x != 6"],
    ("hardsigmoid", "derivative", "y", "x"): ["x != -3", "x != 3"],
    ("hardtanh", "derivative", "y", "x"): ["a != x", "a < b", "b != x"],
    ("softshrink", "derivative", "y", "x"): ["lambda_ != x", "x != -lambda_"],
    (SQUARED_HINGE, "derivative", "L", "x"): ["all(t[i]*x[i] != 1 for i in N)"],
    ("y = min(c, max(z, x))", "derivative", "y", "x"): ["z != x", "c != max(z, x)"],
    ("n: Positive\ns: Positive\nL = log(1 + ((x - m)/s)**2/n)", "derivative", "L", "x"): ["0 < s", "0 < n"],
}


@pytest.mark.parametrize(("asked", "expected"), NEEDED.items())
def test_what_a_result_rests_on(asked: tuple[str, str, str, str], expected: list[str]) -> None:
    what, kind, of, wrt = asked
    assert hypotheses(getattr(load(what), kind)(of, wrt)) == expected


# ------------------------------------------------------------------------------------------------- softmax's steps

JACOBIAN = [
    ("unfold", "definition of", "diff(exp(a[i])/sum(exp(a[k]) for k in K), a[j])"),
    (
        "diff_div",
        "quotient rule with g = exp(a_i), h = Σ_k exp(a_k)",
        "(diff(exp(a[i]), a[j])*sum(exp(a[k]) for k in K) - exp(a[i])*diff(sum(exp(a[k]) for k in K), a[j]))"
        "/sum(exp(a[k]) for k in K)**2",
    ),
    (
        "diff_exp",
        "derivative of exp",
        "(exp(a[i])*delta(i, j)*sum(exp(a[k]) for k in K) - exp(a[i])*sum(exp(a[k])*delta(k, j) for k in K))"
        "/sum(exp(a[k]) for k in K)**2",
    ),
    (
        "sum_delta",
        "the delta keeps one term of the sum",
        "(exp(a[i])*delta(i, j)*sum(exp(a[k]) for k in K) - exp(a[i])*exp(a[j]))/sum(exp(a[k]) for k in K)**2",
    ),
    (
        "ring",
        "split the fraction",
        "exp(a[i])*delta(i, j)*sum(exp(a[k]) for k in K)/sum(exp(a[k]) for k in K)**2"
        " - exp(a[i])*exp(a[j])/sum(exp(a[k]) for k in K)**2",
    ),
    ("unfold", "definition of", "y[i]*delta(i, j) - y[i]*y[j]"),
    ("ring", "factor out y_i", "y[i]*(delta(i, j) - y[j])"),
]


def test_the_steps_of_the_softmax_jacobian_are_those_of_a_textbook() -> None:
    derivation = load("softmax").derivative("y", "a")
    assert [(s.rule, unparse(s.after)) for s in derivation.steps] == [(rule, line) for rule, _, line in JACOBIAN]
    for step, (_, reason, _) in zip(derivation.steps, JACOBIAN, strict=True):
        assert step.reason.startswith(reason)
    assert hypotheses(derivation) == []


def test_the_claim_has_the_same_steps_as_the_result() -> None:
    claim, found = load("softmax").claim("jacobian"), load("softmax").derivative("y", "a")
    assert lines(claim) == lines(found)


def test_a_quotient_rule_step_says_what_g_and_h_are() -> None:
    step = next(s for s in load("softmax").derivative("y", "a").data.steps if s.rule == "diff_div")
    assert {name: unparse(note) for name, note in step.notes} == {"g": "exp(a[i])", "h": "sum(exp(a[k]) for k in K)"}


def test_the_derivative_of_the_variable_is_said() -> None:
    step = next(s for s in load("softmax").derivative("y", "a").data.steps if s.rule == "diff_exp")
    assert "diff_sum" in step.rules
    notes = dict(step.notes)
    assert unparse(notes["variable"]).startswith("diff(a[")
    assert unparse(notes["delta"]).startswith("delta(")


def test_both_cases_of_the_softmax_jacobian() -> None:
    equal, apart = load("softmax").derivative("y", "a").cases()
    assert unparse(equal.data.start) == "diff(y[i], a[i])"
    assert lines(equal)[-2:] == ["y[i] - y[i]**2", "y[i]*(1 - y[i])"]
    assert lines(apart)[-1] == "-y[i]*y[j]"
    assert hypotheses(apart) == ["i != j"]
    same = load("softmax").derivative("y[i]", "a[i]")
    other = load("softmax").derivative("y", "a", where="i != j")
    assert (lines(same), lines(other)) == (lines(equal), lines(apart))


# --------------------------------------------------------------------------------------------------- other chains


def test_the_sigmoid_goes_through_u() -> None:
    found = lines(load("sigmoid").claim("derivative"))
    assert found == [
        "diff(sigma, x)",
        "diff(sigma, u)*diff(u, x)",
        "-1/u**2*(-exp(-x))",
        "exp(-x)/(1 + exp(-x))**2",
        "(1 + exp(-x) - 1)/(1 + exp(-x))**2",
        "sigma - sigma**2",
        "sigma*(1 - sigma)",
    ]
    steps = load("sigmoid").claim("derivative").steps
    assert steps[0].rule == "chain"
    assert steps[3].reason == "add and subtract 1"


def test_the_same_result_comes_out_without_the_authors_lines() -> None:
    assert unparse(derive.parse("sigma = 1/(1 + exp(-x))").derivative("sigma", "x").data.result) == "sigma*(1 - sigma)"


def test_softmax_with_cross_entropy_by_the_chain_rule_with_its_sum() -> None:
    found = lines(load("softmax_cross_entropy").claim("gradient"))
    assert found == [
        "diff(L, a[i])",
        "sum(diff(L, y[k])*diff(y[k], a[i]) for k in K)",
        "-label[i]*(1 - y[i]) - sum(label[k]/y[k]*(-y[k]*y[i]) for k in K if k != i)",
        "-label[i] + label[i]*y[i] + sum(label[k]*y[i] for k in K if k != i)",
        "-label[i] + y[i]*(label[i] + sum(label[k] for k in K if k != i))",
        "y[i]*sum(label[k] for k in K) - label[i]",
        "y[i] - label[i]",
    ]
    derivation = load("softmax_cross_entropy").claim("gradient")
    assert derivation.steps[0].rule == "chain"
    assert derivation.steps[4].rule == "sum_split"
    assert derivation.steps[-1].rule == "assume"
    assert hypotheses(derivation) == ["sum(label[i] for i in K) == 1"]
    assert all(not s.theorem.hypotheses for s in derivation.steps[:-1])


def test_the_last_step_is_the_only_one_that_uses_the_hypothesis() -> None:
    derivation = load("softmax_cross_entropy").derivative("L", "a")
    assert lines(derivation)[-2:] == ["y[j]*sum(label[i] for i in K) - label[j]", "y[j] - label[j]"]
    assert [bool(s.theorem.hypotheses) for s in derivation.steps] == [False] * (len(derivation.steps) - 1) + [True]


def test_the_max_shift_is_a_theorem() -> None:
    derivation = load("softmax").claim("max-shift")
    assert hypotheses(derivation) == []
    assert unparse(derivation.data.result) == "y[i]"


@pytest.mark.parametrize("name", library.names())
def test_every_claim_of_the_library_is_proved(name: str) -> None:
    proved = load(name).prove()
    assert [d.name for d in proved] == [c.name for c in load(name).data.claims]
    for derivation, claim in zip(proved, load(name).data.claims, strict=True):
        ends = [derivation.data.start, derivation.data.result]
        said = [claim.terms[0], claim.terms[-1]]
        if claim.relations[0] in (">", ">="):
            said.reverse()
        assert all(alpha_equal(a, b) for a, b in zip(ends, said, strict=True))


@pytest.mark.parametrize(
    "name", ["softmax", "sigmoid", "log_softmax", "log_sum_exp", "softplus", "tanh", "binary_cross_entropy"]
)
def test_pages_that_assume_nothing(name: str) -> None:
    for derivation in load(name).prove():
        condition = derivation.data.condition
        allowed = set() if condition is None else {unparse(condition)}
        assert set(hypotheses(derivation)) <= allowed


@pytest.mark.parametrize("name", library.names())
def test_every_step_has_a_reason_in_words(name: str) -> None:
    for derivation in load(name).prove():
        assert derivation.steps
        for step in derivation.data.steps:
            assert step.reason
            named = {n for n, _ in step.notes}
            assert step.reason.count("{") == sum(step.reason.count(f"{{{n}}}") for n in named)


@pytest.mark.parametrize("name", library.names())
def test_no_step_stands_still(name: str) -> None:
    for derivation in load(name).prove():
        for step in derivation.steps:
            assert not alpha_equal(step.before, step.after) or step.relation != "=="


# ------------------------------------------------------------------------------------------ the same from any spelling

SPELLINGS = {
    "y[i] = exp(a[i])/sum(exp(a[m]) for m in K)": "another bound index",
    "y[i] = 1/sum(exp(a[k]) for k in K)*exp(a[i])": "factors exchanged",
    "y[i] = exp(a[i])*(1/sum(exp(a[k]) for k in K))": "a reciprocal",
    "Z = sum(exp(a[k]) for k in K)\ny[i] = exp(a[i])/Z": "the sum named",
    "e[i] = exp(a[i])\ny[i] = e[i]/sum(e[k] for k in K)": "the exponentials named",
    "e[i] = exp(a[i])\nZ = sum(e[k] for k in K)\ny[i] = e[i]/Z": "both named",
    "y[i] = 1/sum(exp(a[k] - a[i]) for k in K)": "divided by the numerator",
    "y[i] = exp(a[i] - log(sum(exp(a[k]) for k in K)))": "through the logarithm",
    "y[i] = exp(a[i])/(sum(exp(a[k]) for k in K if k != i) + exp(a[i]))": "one term apart",
    "b[i] = sin(a[i])\ny[i] = exp(a[i])/sum(exp(a[k]) for k in K)": "something else defined first",
}


@pytest.mark.parametrize("kind", ["derivative", "vjp", "jvp"])
@pytest.mark.parametrize("text", SPELLINGS, ids=SPELLINGS.values())
def test_softmax_comes_out_the_same_from_any_spelling(text: str, kind: str) -> None:
    expected = getattr(load(SOFTMAX), kind)("y", "a").data.result
    assert alpha_equal(getattr(derive.parse(text), kind)("y", "a").data.result, expected)


@pytest.mark.parametrize(
    ("kind", "index", "other"),
    [
        ("derivative", "i", "j"), ("vjp", "i", "j"), ("jvp", "i", "j"), ("vjp", "p", "i"), ("jvp", "p", "i"),
        ("derivative", "p", "i"),
    ],
)  # fmt: skip
def test_names_make_no_difference(kind: str, index: str, other: str) -> None:
    """Other names for quantities, indices and the dimension give the same result in those names."""
    theory = derive.parse(f"s[{index}] = exp(z[{index}])/sum(exp(z[q]) for q in N)")
    names = {"y": "s", "a": "z", "K": "N", "i": index, "j": other, "y_bar": "s_bar", "a_dot": "z_dot"}
    expected = re.sub(r"[A-Za-z_]+", lambda m: names.get(m.group(), m.group()), result(SOFTMAX, kind, "y", "a"))
    assert unparse(getattr(theory, kind)("s", "z").data.result) == expected


@pytest.mark.parametrize(
    "text",
    [
        "s = 1/(1 + exp(-x))", "s = 1/(exp(-x) + 1)", "s = exp(x)/(1 + exp(x))", "u = 1 + exp(-x)\ns = 1/u",
        "s = 1 - 1/(1 + exp(x))", "s = (1 + exp(-x))**(-1)", "s = (1 + tanh(x/2))/2",
    ],
)  # fmt: skip
def test_the_sigmoid_comes_out_the_same_from_any_spelling(text: str) -> None:
    assert result(text, "derivative", "s", "x") == "s*(1 - s)"


@pytest.mark.parametrize(
    "loss",
    [
        "-sum(label[i]*log(y[i]) for i in K)", "sum(-label[i]*log(y[i]) for i in K)", "-sum(log(y[i])*label[i] for i in K)",
        "sum(label[i]*(-log(y[i])) for i in K)", "sum(label[i]*log(1/y[i]) for i in K)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("declared", ["OneHot", "Simplex"])
def test_softmax_with_cross_entropy_comes_out_the_same_from_any_spelling(loss: str, declared: str) -> None:
    text = f"label: {declared}[K]\n{SOFTMAX}L = {loss}"
    derivation = derive.parse(text).derivative("L", "a")
    assert unparse(derivation.data.result) == "y[j] - label[j]"
    assert hypotheses(derivation) == ["sum(label[i] for i in K) == 1"]


LAYER = """label: OneHot[N, K]
z[n, i] = sum(W[i, j]*x[n, j] for j in D) + b[i]
y[n, i] = exp(z[n, i])/sum(exp(z[n, k]) for k in K)
L = -sum(label[n, i]*log(y[n, i]) for n in N for i in K)/N"""


@pytest.mark.parametrize("letters", ["NKD", "ABC", "ACB", "BAC", "BCA", "CAB", "CBA"])
def test_a_sum_that_is_known_is_found_among_other_sums_whatever_their_letters(letters: str) -> None:
    """All sums of a product over samples and classes stand in one order, in which Σ label is not to be seen."""
    dims = dict(zip("NKD", letters, strict=True))
    text = re.sub(r"\b[NKD]\b", lambda m: dims[m.group()], LAYER)
    weights, biases = (derive.parse(text).derivative("L", name) for name in ("W", "b"))
    samples = dims["N"]
    assert unparse(weights.data.result) == f"sum((y[n, l] - label[n, l])*x[n, m] for n in {samples})/{samples}"
    assert unparse(biases.data.result) == f"sum(y[n, l] - label[n, l] for n in {samples})/{samples}"
    known = f"all(sum(label[i, j] for j in {dims['K']}) == 1 for i in {samples})"
    assert hypotheses(weights) == hypotheses(biases) == [known]


def test_without_the_hypothesis_the_sum_stays() -> None:
    text = f"{SOFTMAX}L = -sum(label[i]*log(y[i]) for i in K)"
    derivation = derive.parse(text).derivative("L", "a")
    assert unparse(derivation.data.result) == "y[j]*sum(label[i] for i in K) - label[j]"
    assert hypotheses(derivation) == []


def test_two_runs_give_the_same_derivation() -> None:
    for name in ("softmax", "softmax_cross_entropy"):
        runs = [[(d.name, lines(d), [s.rule for s in d.steps]) for d in derive.load(name).prove()] for _ in range(2)]
        assert runs[0] == runs[1]


# ------------------------------------------------------------------------------------------------- claims, forwards


@pytest.mark.parametrize(
    "claim",
    [
        "prove(diff(y[i], a[j]) == y[i]*delta(i, j) - y[i]*y[j])",
        "prove(y[i]*(delta(i, j) - y[j]) == diff(y[i], a[j]))",
        "prove(diff(y[i], a[j]) == (y[i] if i == j else 0) - y[i]*y[j])",
        "prove(diff(y[j], a[i]) == diff(y[i], a[j]))",
        "prove(sum(diff(y[i], a[j]) for j in K) == 0)",
        "prove(sum(diff(y[i], a[j]) for i in K) == 0)",
        "prove(diff(log(y[i]), a[j]) == delta(i, j) - y[j])",
        "prove(sum(g[i]*diff(y[i], a[j]) for i in K) == y[j]*(g[j] - sum(g[i]*y[i] for i in K)))",
        "prove(diff(y[i], a[i]) == -y[i]*y[j] + y[i]*(1 - y[i]) + y[i]*y[j])",
        "prove(diff(y[i], a[j]) == -y[j]*y[i], i != j)",
        "prove(sum(y[k] for k in K if k != i) == 1 - y[i])",
        "prove(0 < y[i] + y[j])",
        "prove(y[i]*(1 - y[i]) >= 0)",
    ],
)
def test_claims_about_softmax_in_other_forms_are_proved(claim: str) -> None:
    (derivation,) = derive.parse(SOFTMAX + claim).prove()
    condition = derivation.data.condition
    assert hypotheses(derivation) == ([] if condition is None else [unparse(condition)])


@pytest.mark.parametrize(
    ("claim", "assumed"),
    [
        ("prove(min(6, max(0, x)) <= 6)", []),
        ("prove(min(6, max(0, x)) == max(0, min(6, x)))", []),
        ("assume(a < b)\nprove(a <= min(b, max(a, x)))", ["a < b"]),
        ("assume(a < b)\nassume(b <= x)\nprove(a < x)", ["b <= x", "a < b"]),
        ("prove(-1 < x/(1 + abs(x)))", []),
        ("prove(abs(x) == max(x, -x))", []),
        ("prove(max(u, v) + min(u, v) == u + v)", []),
        ("prove((x if x > 0 else s*x) == max(0, x) + s*min(0, x))", []),
        ("prove(x/6 + 1/2 != 0, x != -3)", ["x != -3"]),
        ("prove(log(1/(1 + exp(-x))) < 0)", []),
        ("prove(sqrt(2*pi) == sqrt(2)*sqrt(pi))", []),
        ("y = x - tanh(x)\nprove(0 <= diff(y, x))", []),
        ("prove(2*x*y <= x**2 + y**2)", []),
        ("prove(0 < x**2 - 4*x + 5)", []),
        ("prove(x**2 + x*y + y**2 >= 0)", []),
        ("prove(x*y + y*z + z*x <= x**2 + y**2 + z**2)", []),
        ("prove(-x**2 + 2*x*y - 3*y**2 <= 0)", []),
        ("prove(x/(1 + x**2) <= 1/2)", []),
        ("y: Positive\nprove(2 <= y + 1/y)", ["0 < y"]),
        ("p: Unit\nprove(p*(1 - p) <= 1/4)", []),
        ("sigma = 1/(1 + exp(-x))\nprove(diff(sigma, x) <= 1/4)", []),
        ("prove(diff(log(1 + exp(x)), x, x) <= 1/4)", []),
        ("y = log(1 + exp(x))\nprove(diff(y, x) < 1)\nprove(diff(y, x, x) > 0)", []),
        ("y = min(6, max(0, x))\nprove(diff(y, x) == (1 if 0 < x and x < 6 else 0), x != 0 and x != 6)", ["0 != x", "x != 6"]),
    ],
)  # fmt: skip
def test_claims_are_proved_by_cases_and_from_several_comparisons(claim: str, assumed: list[str]) -> None:
    for derivation in derive.parse(claim).prove():
        assert set(hypotheses(derivation)) <= set(assumed)
        assert derivation.verify().ok


@pytest.mark.parametrize(
    "claim",
    [
        "prove(min(6, max(0, x)) < 6)",
        "prove(max(u, v) - min(u, v) == u - v)",
        "assume(a < b)\nprove(a < min(b, max(a, x)))",
        "assume(a < b)\nassume(b <= x)\nprove(b < x)",
        "prove(x/6 + 1/2 != 0, x != 3)",
        "y = x - tanh(x)\nprove(0 < diff(y, x))",
        "prove(2*x*y < x**2 + y**2)",
        "prove(0 < x**2 - 4*x + 4)",
        "prove(0 <= x**2 + 3*x*y + y**2)",
        "sigma = 1/(1 + exp(-x))\nprove(diff(sigma, x) < 1/4)",
        "y = min(6, max(0, x))\nprove(diff(y, x) == (1 if 0 < x else 0), x != 0 and x != 6)",
    ],
)
def test_and_those_that_fail_in_one_case_are_refused(claim: str) -> None:
    with pytest.raises((derive.FalseClaim, derive.NotProved)):
        derive.parse(claim).prove()


def test_a_fraction_is_split_only_where_a_named_quantity_comes_of_it() -> None:
    reasons = [step.reason for step in load(ALIKE).derivative("S", "c").data.steps]
    assert "split the fraction" not in reasons
    named = [step.reason for step in load("softmax").derivative("y", "a").data.steps]
    assert "split the fraction" in named


def test_a_delta_of_all_summands_of_a_factor_decides_the_sum() -> None:
    """At once, before anything is multiplied out."""
    text = "w[i, j] = 1/(1 + sum((z[i, d] - z[j, d])**2 for d in D))"
    first, *_ = [s for s in load(text).derivative("w", "z").data.steps if "delta keeps" in s.reason]
    assert unparse(first.after).count("sum(") == 1


def test_what_is_struck_out_is_nowhere_else_on_the_line() -> None:
    """log t + t/t: where a mark on t would be on both, there is none."""
    for what, of, wrt in (("kl_divergence", "D", "t"), ("sigmoid", "sigma", "x"), ("softmax_cross_entropy", "L", "a")):
        for step in load(what).derivative(of, wrt).data.steps:
            for mark in (m for m in step.marks if m.kind == "cancel"):
                divided = [n for n in subterms(step.before) if isinstance(n, Div)]
                factors = [
                    f
                    for d in divided
                    for side in (d.num, d.den)
                    for f in (side.args if isinstance(side, Mul) else (side,))
                ]
                everywhere = [n for n in subterms(step.before) if alpha_equal(n, mark.term)]
                assert len(everywhere) <= sum(alpha_equal(f, mark.term) for f in factors)


def test_squares_are_completed_in_the_same_order_in_every_process() -> None:
    claim = "prove(2*(w*x + w*y + w*z + x*y + x*z + y*z) <= 3*(w**2 + x**2 + y**2 + z**2))"
    code = f"import derive; print(derive.parse('{claim}').prove()[0])"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True, text=True, encoding="utf-8", check=True,
        ).stdout
        for seed in "1234"
    ]  # fmt: skip
    assert "(w − 1/3·x" in runs[0] and len(set(runs)) == 1


def test_the_second_derivative_of_softplus_is_the_slope_of_the_sigmoid() -> None:
    derivation = load("softplus").hessian("p", "x")
    assert unparse(derivation.data.result) == "sigma*(1 - sigma)"


def test_a_hessian_goes_through_the_derivatives_that_a_reader_knows() -> None:
    assert lines(load("softmax_cross_entropy").hessian("L", "a[i]", "a[j]")) == [
        "diff(L, a[i], a[j])", "diff(y[i] - label[i], a[j])", "diff(y[i], a[j])", "y[i]*(delta(i, j) - y[j])",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "of", "wrt", "other", "form"),
    [
        ("network", "L", "W", "b", "o[m]*s[l]*(delta(l, n) - s[n])"),
        ("f = x**2*z**3", "f", "x", "z", "6*x*z**2"),
        ("f = sum(u[i]*A[i, j]*v[j] for i in K for j in N)", "f", "u", "v", "A[k, l]"),
    ],
)
def test_a_hessian_by_two_quantities_is_the_mixed_one(what: str, of: str, wrt: str, other: str, form: str) -> None:
    found = load(what).hessian(of, wrt, other)
    assert unparse(found.data.result) == form
    assert found.verify().ok


@pytest.mark.parametrize(
    ("what", "of", "wrt"),
    [
        ("softmax", "y", "a"),
        ("sigmoid", "sigma", "x"),
        ("network", "s", "b"),
        ("y[i] = sum(W[i, j]*x[j] for j in N)**3", "y", "x"),
        ("u = sum(w[k]**2 for k in K); L = sqrt(1 + u)", "L", "w"),
        ("L = sum(log(1 + exp(-t[n]*sum(w[k]*x[n, k] for k in K))) for n in N)", "L", "w"),
    ],
)
@pytest.mark.parametrize("kind", ["hessian", "hvp"])
def test_referees_agree_with_second_derivatives(kind: str, what: str, of: str, wrt: str) -> None:
    report = getattr(load(what), kind)(of, wrt).verify()
    assert report.ok and {r.verdict for r in report.rows if r.step is None} >= {"agrees"}
    assert not any(r.verdict != "agrees" for r in report.rows if r.referee == "numbers")


def test_a_hessian_vector_product_holds_no_jacobian() -> None:
    for what, of, wrt in (("softmax", "y", "a"), ("softmax_cross_entropy", "L", "a"), ("log_sum_exp", "L", "a")):
        found = load(what).hvp(of, wrt).data.result
        assert all(len(free(n)) <= 1 for n in subterms(found) if isinstance(n, Reduce))
        assert not any(isinstance(n, Delta) for n in subterms(found))


def test_mixed_second_derivatives_do_not_depend_on_their_order() -> None:
    text = "f = exp(x*z)*x\nprove(diff(f, x, z) == diff(f, z, x))"
    (derivation,) = derive.parse(text).prove()
    assert hypotheses(derivation) == []


def test_canonical_results_have_no_names_of_ours() -> None:
    """No mark of the search is left in what people read."""
    for what, kind, of, wrt, _ in FORMS:
        derivation = getattr(load(what), kind)(of, wrt)
        for line in lines(derivation):
            assert not set(line) & set("#%?")


def test_a_power_with_a_symbolic_exponent_folds_as_a_whole() -> None:
    theory = derive.parse("u = (1 + x**2)**w\nL = 3*u")
    results = [unparse(theory.derivative("L", wrt).data.result) for wrt in ("x", "w")]
    assert results == ["6*x*w*u/(1 + x**2)", "3*u*log(1 + x**2)"]


# ----------------------------------------------------------------------------------------------- the reader's choices

EVERY = [
    *((name, claim.name) for name in library.names() for claim in derive.load(name).data.claims),
    ("softmax", "vjp y a"),
    ("log_sum_exp", "hvp L a"),
    ("softmax_cross_entropy", "hessian L a"),
    ("z[i] = sum(W[i, j]*x[j] for j in N); h[i] = tanh(z[i]); v[k] = sum(V[k, i]*h[i] for i in K); L = sum(v[k]**2 for k in M)",
     "vjp L W"),
]  # fmt: skip


def derived(what: str, which: str) -> Derivation:
    kind, *names = which.split()
    return getattr(load(what), kind)(*names) if names else load(what).claim(kind)


@pytest.mark.parametrize(("what", "which"), EVERY)
def test_steps_of_every_grain_prove_the_same(what: str, which: str) -> None:
    derivation = derived(what, which)
    counts = []
    for grain in ("brief", "textbook", "full"):
        found = derivation.grain(grain)
        assert found.data.theorem is derivation.data.theorem
        said = lines(found)
        assert (said[0], said[-1]) == (lines(derivation)[0], lines(derivation)[-1])
        for step, following in zip(found.data.steps, found.data.steps[1:], strict=False):
            assert alpha_equal(step.after, following.before)
        assert all(step.reason and not re.search(r"\{\w+\}", step.reason) for step in found.steps)
        assert found.text() and found.latex() and found.markdown()
        counts.append(len(said))
    assert counts == sorted(counts)


@pytest.mark.parametrize(
    ("what", "which"), [("softmax", "jacobian"), ("softmax_cross_entropy", "gradient"), ("sigmoid", "derivative")]
)
def test_every_full_step_is_a_theorem_that_the_referees_agree_with(what: str, which: str) -> None:
    found = derived(what, which).grain("full")
    for step in found.data.steps:
        assert replay(step.theorem, rules()).conclusion == step.theorem.conclusion
    assert found.verify().ok
    assert {h for s in found.data.steps for h in s.theorem.hypotheses} <= set(found.data.theorem.hypotheses)


def test_brief_steps_are_the_decisive_lines() -> None:
    gradient = load("softmax_cross_entropy").claim("gradient")
    assert lines(gradient.grain("brief"))[1] == "sum(diff(L, y[k])*diff(y[k], a[i]) for k in K)"
    assert [len(d.steps) for d in (gradient.grain("brief"), gradient)] == [3, 6]
    assert lines(load("softmax").claim("jacobian").grain("brief"))[2:] == ["y[i]*(delta(i, j) - y[j])"]
    assert len(load("softmax").claim("shift").grain("brief").steps) == 1


def test_full_steps_name_one_rule_at_one_place() -> None:
    reasons = [s.reason for s in load("softmax").derivative("y", "a").grain("full").steps]
    assert "∂a_i/∂a_j = δ_ij" in reasons and "∂a_k/∂a_j = δ_kj" in reasons
    assert reasons.count("derivative of exp, chain rule") == 2


def test_other_grains_are_refused() -> None:
    with pytest.raises(derive.Error, match="no fine steps"):
        load("softmax").claim("jacobian").grain("fine")


UNFOLDED = [
    ("softmax", "jacobian", ("y",), "exp(a[i])/sum(exp(a[k]) for k in K)*(delta(i, j) - exp(a[j])/sum(exp(a[k]) for k in K))"),
    ("sigmoid", "derivative", ("sigma",), "(u - 1)/u**2"),
    ("sigmoid", "derivative", ("sigma", "u"), "exp(-x)/(1 + exp(-x))**2"),
    ("softmax", "positive", ("y",), "exp(a[i])/sum(exp(a[k]) for k in K)"),
    ("network", "biases", ("s",), "exp(z[i])/sum(exp(z[k]) for k in K) - t[i]"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "which", "names_", "form"), UNFOLDED)
def test_a_result_is_unfolded_in_further_steps(what: str, which: str, names_: tuple[str, ...], form: str) -> None:
    before = derived(what, which)
    after = before.unfold(*names_)
    assert unparse(after.data.result) == form
    assert after.data.steps[: len(before.steps)] == before.data.steps and len(after.steps) > len(before.steps)
    assert after.data.theorem.left == before.data.theorem.left
    assert hypotheses(after) == hypotheses(before)
    assert after.verify().ok
    assert replay(after.data.theorem, rules()).conclusion == after.data.statement


def test_nothing_is_unfolded_where_nothing_is_to_be() -> None:
    derivation = load("sigmoid").derivative("u", "x")
    assert derivation.unfold("sigma").data == derivation.data


@pytest.mark.parametrize(("name", "message"), [("a", "a is an input"), ("q", "q is no quantity"), (3, "is a text")])
def test_only_defined_quantities_are_unfolded(name: str, message: str) -> None:
    with pytest.raises(derive.Error, match=message):
        load("softmax").claim("jacobian").unfold(name)


LINEAR = "z[n] = sum(w[k]*x[n, k] for k in K)\n"


@pytest.mark.parametrize("loss", ["sum(log(1 + exp(-t[n]*z[n])) for n in N)", "sum((z[n] - t[n])**2 for n in N)/N"])
def test_a_hessian_vector_product_makes_no_matrix_where_two_products_will_do(loss: str) -> None:
    found = load(f"{LINEAR}L = {loss}").hvp("L", "w")
    assert loops(found.data.result) == 2 < loops(load(f"{LINEAR}L = {loss}").hessian("L", "w").data.result) + 1
    assert found.verify().ok and found.data.hypotheses == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("sum(v[j]*sum(x[k, i]*x[k, j] for k in N) for j in K)", "sum(x[k, i]*sum(v[j]*x[k, j] for j in K) for k in N)"),
        ("sum(v[j]*sum(x[k, i]*x[k, j]/c[k] for k in N)/d[j] for j in K)",
         "sum(x[k, i]*sum(v[j]*x[k, j]/d[j] for j in K)/c[k] for k in N)"),
        ("sum(v[j]*sum(x[k, j] for k in N) for j in K) + u[i]", None),
        ("sum(A[i, j]*sum(B[j, k]*v[k] for k in N) for j in K)", None),
        ("sum(v[j]*sum(x[k, i]*x[k, j] for k in N if x[k, i] > 0) for j in K)", None),
    ],
)  # fmt: skip
def test_nested_sums_are_exchanged_where_that_leaves_less_to_do(text: str, form: str | None) -> None:
    theory = derive.parse(f"y[i] = {text}").data
    theorem = contracted(Context({}), theory.definitions[0].body)
    assert (theorem and unparse(theorem.right)) == form
    assert theorem is None or replay(theorem, rules()).conclusion == theorem.conclusion


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("sum(x[k]*t[k, n] for n in K for k in N)", "sum(x[k]*sum(t[k, n] for n in K) for k in N)"),
        ("sum(x[k]*t[k, n] for k in N for n in K)", "sum(x[k]*sum(t[k, n] for n in K) for k in N)"),
        ("1 + log(sum(p[k, l]*t[k, n] for n in K for k in N for l in M))",
         "1 + log(sum(sum(p[k, l] for l in M)*sum(t[k, n] for n in K) for k in N))"),
        ("sum(x[k]*t[k, n] for n in K if c[n] > 0 for k in N)", None),
        ("sum(x[k]*t[k, n]/c[n] for n in K for k in N)", None),
        ("sum(x[k] for k in N)", None),
    ],
)  # fmt: skip
def test_a_sum_goes_only_over_the_factors_that_know_its_index(text: str, form: str | None) -> None:
    before = derive.parse(f"y = {text}").data.definitions[0].body
    after = taken_apart(before)
    assert unparse(after) == (unparse(before) if form is None else form)
    assert Prover(Context({})).equal(before, after) is not None


@pytest.mark.parametrize(
    ("derivation", "cases"),
    [
        (load("network").derivative("s", "W"), ["s[i]*(1 - s[i])*o[m]", "-s[i]*s[l]*o[m]"]),
        (load("log_sum_exp").hessian("L", "a"), ["y[j]*(1 - y[j])", "-y[j]*y[l]"]),
        (load("y[i, j] = x[i, j]**2").derivative("y", "x"), ["2*x[i, j]", "0", "0"]),
        (load("softmax").hessian("y", "a"), None),
    ],
)
def test_cases_leave_no_delta(derivation: Derivation, cases: list[str] | None) -> None:
    found = derivation.cases()
    assert cases is None or [unparse(d.data.result) for d in found] == cases
    assert not any(isinstance(n, Delta) for d in found for n in subterms(d.data.result))
    conditions = [unparse(d.data.condition) if d.data.condition is not None else "" for d in found]
    assert len({(unparse(d.data.start), c) for d, c in zip(found, conditions, strict=True)}) == len(found)
    assert all(len(set(c.split(" and "))) == len(c.split(" and ")) for c in conditions)
    assert all(d.verify().ok for d in found)


@pytest.mark.parametrize("largest", ["max(x[k] for k in K)", "1*max(x[k] for k in K)", "max(x[k] for k in K) + 0"])
def test_no_element_is_larger_than_what_comes_to_the_maximum(largest: str) -> None:
    (proof,) = derive.parse(f"x: Real[K]\ny = {largest}\nprove(x[i] <= y)").prove()
    assert proof.steps
    with pytest.raises(derive.Error):
        derive.parse(f"x: Real[K]\ny = {largest}\nprove(x[i] < y)").prove()
