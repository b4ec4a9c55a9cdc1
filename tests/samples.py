"""Theories of the kinds that people write: layers, losses, likelihoods, kernels, each with the shapes of its inputs.

They stand for their classes, beside the theories of the library.
`tests/test_samples.py` asks the referees about each, `tests/test_torch_samples.py` PyTorch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

import derive

__all__ = ["SAMPLES", "Sample", "drawn"]

Shapes = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A theory's text, and how long the axes of its inputs are."""

    text: str
    shapes: Shapes


_SOFTMAX = "p[i] = exp(a[i])/sum(exp(a[k]) for k in K)\n"
_GATES = "\n".join(
    f"z{g}[i] = sum(W{g}[i, j]*x[j] for j in N) + sum(U{g}[i, k]*h[k] for k in K) + b{g}[i]" for g in "ifog"
)
_LSTM = f"""{_GATES}
i_[k] = 1/(1 + exp(-zi[k]))
f_[k] = 1/(1 + exp(-zf[k]))
o_[k] = 1/(1 + exp(-zo[k]))
g_[k] = tanh(zg[k])
c_[k] = f_[k]*c[k] + i_[k]*g_[k]
y[k] = o_[k]*tanh(c_[k])"""


def _mlp(layers: int, activation: str) -> str:
    lines, below = [], "x"
    for n in range(1, layers + 1):
        lines.append(f"z{n}[i] = sum(W{n}[i, j]*{below}[j] for j in D) + b{n}[i]")
        lines.append(f"h{n}[i] = {activation.format(f'z{n}[i]')}")
        below = f"h{n}"
    return "\n".join((*lines, f"L = sum(({below}[i] - t[i])**2 for i in D)/2"))


def _mlp_shapes(layers: int) -> Shapes:
    each = {f"{name}{n}": shape for n in range(1, layers + 1) for name, shape in (("W", (3, 3)), ("b", (3,)))}
    return {"x": (3,), "t": (3,), **each}


ACTIVATIONS = {
    "tanh": "tanh({0})",
    "relu": "max({0}, 0)",
    "silu": "{0}/(1 + exp(-{0}))",
    "gelu": "{0}*(1 + erf({0}/sqrt(2)))/2",
}

SAMPLES: Mapping[str, Sample] = {
    **{f"mlp {name}": Sample(_mlp(3, form), _mlp_shapes(3)) for name, form in ACTIVATIONS.items()},
    "bilinear form": Sample("y = sum(x[i]*A[i, j]*z[j] for i in M for j in N)", {"x": (3,), "A": (3, 4), "z": (4,)}),
    "quadratic form": Sample("y = sum(x[i]*A[i, j]*x[j] for i in N for j in N)", {"x": (3,), "A": (3, 3)}),
    "trace": Sample("y = sum(A[i, i]*exp(A[i, i]) for i in N)", {"A": (3, 3)}),
    "Gram matrix": Sample("G[i, j] = sum(X[n, i]*X[n, j] for n in N)", {"X": (4, 3)}),
    "matrix factorisation": Sample(
        "e[i, j] = X[i, j] - sum(U[i, r]*V[j, r] for r in R)\n"
        "L = sum(e[i, j]**2 for i in M for j in N)/2 + c*sum(U[i, r]**2 for i in M for r in R)",
        {"X": (4, 3), "U": (4, 2), "V": (3, 2), "c": ()},
    ),
    "p-norm": Sample("p: Positive\ny = sum(abs(x[i])**p for i in K)**(1/p)", {"x": (4,), "p": ()}),
    "focal loss": Sample(
        f"t: OneHot[K]\n{_SOFTMAX}L = -sum(t[i]*(1 - p[i])**2*log(p[i]) for i in K)", {"a": (4,), "t": (4,)}
    ),
    "hinge loss": Sample(
        "z = sum(w[j]*x[j] for j in N) + b\nL = max(1 - t*z, 0)", {"w": (3,), "x": (3,), "b": (), "t": ()}
    ),
    "Huber loss": Sample(
        "e[i] = y[i] - t[i]\nL = sum(e[i]**2/2 if abs(e[i]) <= 1 else abs(e[i]) - 0.5 for i in K)/K",
        {"y": (5,), "t": (5,)},
    ),
    "log-cosh loss": Sample("L = sum(log(cosh(y[i] - t[i])) for i in K)", {"y": (4,), "t": (4,)}),
    "Gaussian likelihood": Sample(
        "s: Positive\nL = sum(log(2*pi*s**2)/2 + (x[n] - m)**2/(2*s**2) for n in N)", {"x": (4,), "m": (), "s": ()}
    ),
    "mixture likelihood": Sample(
        "s: Positive[K]\nw[k] = exp(a[k])/sum(exp(a[l]) for l in K)\n"
        "L = -sum(log(sum(w[k]*exp(-(x[n] - m[k])**2/(2*s[k]**2))/s[k] for k in K)) for n in N)",
        {"x": (4,), "a": (3,), "m": (3,), "s": (3,)},
    ),
    "KL of softmaxes": Sample(
        "T: Positive\np[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)\nq[i] = exp(b[i]/T)/sum(exp(b[k]/T) for k in K)\n"
        "L = sum(p[i]*log(p[i]/q[i]) for i in K)",
        {"a": (4,), "b": (4,), "T": ()},
    ),
    "entropy of a softmax": Sample(
        "T: Positive\np[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)\nH = -sum(p[i]*log(p[i]) for i in K)",
        {"a": (4,), "T": ()},
    ),
    "contrastive loss": Sample(
        "T: Positive\ns[n, m] = sum(x[n, d]*z[m, d] for d in D)/T\n"
        "L = -sum(s[n, n] - log(sum(exp(s[n, m]) for m in N)) for n in N)/N",
        {"x": (3, 2), "z": (3, 2), "T": ()},
    ),
    "LSTM cell": Sample(
        _LSTM,
        {
            **{f"W{g}": (2, 3) for g in "ifog"},
            **{f"U{g}": (2, 2) for g in "ifog"},
            **{f"b{g}": (2,) for g in "ifog"},
            "x": (3,),
            "h": (2,),
            "c": (2,),
        },
    ),
    "pooling": Sample(
        "y[n] = max(x[n, k] for k in K) + sum(x[n, k] for k in K)/K - min(x[n, k] for k in K)", {"x": (3, 4)}
    ),
    "geometric mean": Sample("x: Positive[K]\ny = prod(x[k] for k in K)**(1/K)", {"x": (4,)}),
    "Lagrange weights": Sample("w[i] = 1/prod(x[i] - x[j] for j in K if j != i)", {"x": (4,)}),
    "pairwise repulsion": Sample("E = sum(1/abs(x[i] - x[j]) for i in N for j in N if j != i)/2", {"x": (4,)}),
    "a branch": Sample("y[i] = log(1 + x[i]) if x[i] > 0 else exp(x[i]) - 1", {"x": (6,)}),
    "library calls": Sample(
        "h[i] = tanh(sum(W[i, j]*x[j] for j in N))\ns[i] = softmax(h)[i]\nL = sum(sigmoid(2*s[i] - 1)*c[i] for i in K)",
        {"W": (4, 3), "x": (3,), "c": (4,)},
    ),
}


def drawn(name: str, seed: int = 0) -> dict[str, Any]:
    """Inputs of a sample's shapes."""
    sample, rng = SAMPLES[name], np.random.default_rng((len(name), seed))
    types = {q.name: q.type for q in derive.parse(sample.text).data.inputs}
    made: dict[str, Any] = {key: rng.normal(size=shape) * 1.5 for key, shape in sample.shapes.items()}
    for key, kind in types.items():
        if kind == "Positive" or key in ("g", "s") or (key == "t" and "lgamma" in sample.text):
            made[key] = np.abs(made[key]) + 0.5
        elif kind == "OneHot":
            made[key] = np.eye(*sample.shapes[key])[1]
    return made
