"""The samples: closed forms as a textbook has them, what the referees say, and no Jacobian where a contraction will do."""

from __future__ import annotations

from random import Random

import pytest
from known import known
from samples import SAMPLES, drawn
from test_random import in_batches

import derive
from derive.expr import alpha_equal
from derive.language import parse_theory

FORMS = [
    # sample or theory of the library, kind, of, by, closed form
    ("layer_norm", "vjp", "y", "x",
     "(K*y_bar[j]*g[j] - n[j]*sum(y_bar[i]*g[i]*n[i] for i in K) - sum(y_bar[i]*g[i] for i in K))/(K*s)"),
    ("layer_norm", "derivative", "n", "x", "(K*delta(i, j) - 1 - n[i]*n[j])/(K*s)"),
    ("rms_norm", "vjp", "y", "x", "(K*y_bar[j]*g[j] - n[j]*sum(y_bar[i]*g[i]*n[i] for i in K))/(K*r)"),
    ("quadratic form", "vjp", "y", "x", "y_bar*sum((A[k, l] + A[l, k])*x[l] for l in N)"),
    ("Gram matrix", "vjp", "G", "X", "sum(X[k, i]*(G_bar[i, l] + G_bar[l, i]) for i in K)"),
    ("matrix factorisation", "vjp", "L", "V", "-L_bar*sum(U[i, l]*e[i, k] for i in M)"),
    ("cosine_similarity", "vjp", "s", "x", "s_bar*(z[j]/(u*v) - s*x[j]/u**2)"),
    ("mahalanobis", "vjp", "d", "P", "d_bar*(x[k] - mu[k])*(x[l] - mu[l])/(2*d)"),
    ("Huber loss", "vjp", "L", "y", "L_bar*(e[j] if abs(e[j]) <= 1 else sign(e[j]))/K"),
    ("log-cosh loss", "vjp", "L", "y", "L_bar*tanh(y[j] - t[j])"),
    ("poisson_regression", "vjp", "L", "b", "L_bar*sum(exp(eta[k]) - t[k] for k in N)"),
    ("Gaussian likelihood", "vjp", "L", "x", "L_bar*(x[i] - m)/s**2"),
    ("focal loss", "derivative", "L", "a",
     "t[j]*(p[j] - 1)*(1 - p[j]*(1 + 2*log(p[j]))) + p[j]*sum(t[k]*(1 - p[k])*(1 - p[k]*(1 + 2*log(p[k]))) for k in K)"),
    ("KL of softmaxes", "vjp", "L", "b", "L_bar*(q[j] - p[j])/T"),
    ("KL of softmaxes", "vjp", "L", "a", "L_bar*p[j]*(log(p[j]/q[j]) - L)/T"),
    ("entropy of a softmax", "vjp", "H", "a", "-H_bar*p[j]*(H + log(p[j]))/T"),
    ("a branch", "vjp", "y", "x", "y_bar[j]*(1/(1 + x[j]) if x[j] > 0 else exp(x[j]))"),
]  # fmt: skip

NEEDED = {
    # sample, of, by: the hypotheses, none of them needless
    ("layer_norm", "y", "x"): (),
    ("batch_norm", "y", "x"): (),
    ("Huber loss", "L", "e"): ("|e_i| ≠ 1 for all i",),
    ("a branch", "y", "x"): ("Ne(x[i], 0)",),
    ("library calls", "L", "h"): (),
}


def theory(name: str) -> derive.Theory:
    """A sample, or a theory of the library."""
    return derive.parse(SAMPLES[name].text) if name in SAMPLES else known(name)


@pytest.mark.parametrize(("sample", "kind", "of", "wrt", "expected"), FORMS)
def test_closed_forms(sample: str, kind: str, of: str, wrt: str, expected: str) -> None:
    found = getattr(theory(sample), kind)(of, wrt).data.result
    claim = f"{theory(sample).data.source}\nprove(0 == {expected})"
    wanted = parse_theory(claim).claims[-1].terms[-1]
    assert alpha_equal(found, wanted), f"{found} is not {wanted}"


@pytest.mark.parametrize(("asked", "expected"), NEEDED.items())
def test_hypotheses(asked: tuple[str, str, str], expected: tuple[str, ...]) -> None:
    sample, of, wrt = asked
    assert tuple(map(str, theory(sample).derivative(of, wrt).hypotheses)) == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_a_batch_is_its_points_one_after_the_other(name: str) -> None:
    """Any inputs may be repeated over the batch: their gradients have their own shape, summed over it."""
    theory = derive.parse(SAMPLES[name].text)
    made, output = derive.compile(theory), theory.data.output
    assert output is not None
    variables = theory._entry.engine.differentiable(output.name)
    points = [drawn(name, seed) for seed in (1, 2)]
    for seed in range(3):
        assert not list(in_batches(made, {}, points, variables, Random(seed)))
