"""PyTorch's opinion on the samples: values, VJPs and JVPs in float64, with cotangents that are never uniform."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from samples import SAMPLES, drawn

import derive

torch = pytest.importorskip("torch")
F = torch.nn.functional

Torch = Callable[..., Any]


def _mlp(activation: Torch) -> Torch:
    def loss(x: Any, t: Any, **layers: Any) -> Any:
        for n in (1, 2, 3):
            x = activation(layers[f"W{n}"] @ x + layers[f"b{n}"])
        return ((x - t) ** 2).sum() / 2

    return loss


def _lstm(x: Any, h: Any, c: Any, **w: Any) -> Any:
    i, f, o, g = (w[f"W{n}"] @ x + w[f"U{n}"] @ h + w[f"b{n}"] for n in "ifog")
    return torch.sigmoid(o) * torch.tanh(torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g))


def _tempered(a: Any, T: Any) -> Any:
    return torch.softmax(a / T, -1)


def _off_diagonal(x: Any) -> Any:
    return (x[:, None] - x)[~torch.eye(len(x), dtype=torch.bool)].reshape(len(x), -1)


def _mixture(x: Any, a: Any, m: Any, s: Any) -> Any:
    return -torch.logsumexp(torch.log_softmax(a, 0) - (x[:, None] - m) ** 2 / (2 * s**2) - s.log(), 1).sum()


# ruff: noqa: N803
CASES: dict[str, Torch] = {
    "mlp tanh": _mlp(torch.tanh),
    "mlp relu": _mlp(torch.relu),
    "mlp silu": _mlp(F.silu),
    "mlp gelu": _mlp(F.gelu),
    "bilinear form": lambda x, A, z: x @ A @ z,
    "quadratic form": lambda x, A: x @ A @ x,
    "trace": lambda A: (A.diagonal() * A.diagonal().exp()).sum(),
    "Gram matrix": lambda X: X.T @ X,
    "matrix factorisation": lambda X, U, V, c: ((X - U @ V.T) ** 2).sum() / 2 + c * (U**2).sum(),
    "p-norm": lambda x, p: (x.abs() ** p).sum() ** (1 / p),
    "focal loss": lambda a, t: -(t * (1 - torch.softmax(a, 0)) ** 2 * torch.log_softmax(a, 0)).sum(),
    "hinge loss": lambda w, x, b, t: torch.relu(1 - t * (w @ x + b)),
    "Huber loss": lambda y, t: F.huber_loss(y, t),
    "log-cosh loss": lambda y, t: (y - t).cosh().log().sum(),
    "Gaussian likelihood": lambda x, m, s: -torch.distributions.Normal(m, s).log_prob(x).sum(),
    "mixture likelihood": _mixture,
    "KL of softmaxes": lambda a, b, T: torch.distributions.kl_divergence(
        torch.distributions.Categorical(logits=a / T), torch.distributions.Categorical(logits=b / T)
    ),
    "entropy of a softmax": lambda a, T: -(_tempered(a, T) * torch.log_softmax(a / T, -1)).sum(),
    "contrastive loss": lambda x, z, T: F.cross_entropy(x @ z.T / T, torch.arange(len(x))),
    "LSTM cell": _lstm,
    "pooling": lambda x: x.amax(1) + x.mean(1) - x.amin(1),
    "geometric mean": lambda x: x.prod() ** (1 / len(x)),
    "Lagrange weights": lambda x: 1 / _off_diagonal(x).prod(1),
    "pairwise repulsion": lambda x: (1 / _off_diagonal(x).abs()).sum() / 2,
    "a branch": lambda x: torch.where(x > 0, torch.log1p(x.clamp(min=0)), torch.expm1(x)),
    "library calls": lambda W, x, c: (torch.sigmoid(2 * torch.softmax(torch.tanh(W @ x), 0) - 1) * c).sum(),
}


def test_every_sample_is_here() -> None:
    assert CASES.keys() == SAMPLES.keys()


@pytest.mark.parametrize("name", SAMPLES)
def test_values_and_derivatives_are_those_of_autograd(name: str) -> None:
    inputs, theirs = drawn(name), CASES[name]
    ours = derive.compile(SAMPLES[name].text)
    rng = np.random.default_rng(7)
    tensors = {key: torch.tensor(value, requires_grad=True) for key, value in inputs.items()}
    value = theirs(**tensors)
    cotangent = rng.normal(size=tuple(value.shape))
    value.backward(torch.tensor(cotangent))
    close: dict[str, Any] = {"rtol": 1e-10, "atol": 1e-12}
    np.testing.assert_allclose(ours.value(**inputs), value.detach().numpy(), **close)
    pulled = ours.vjp(cotangent, **inputs)
    assert pulled.keys() == {key for key in inputs if not (key == "t" and "OneHot" in SAMPLES[name].text)}
    for key, found in pulled.items():
        np.testing.assert_allclose(found, tensors[key].grad.numpy(), err_msg=key, **close)
    tangents = {key: rng.normal(size=np.shape(inputs[key])) for key in pulled}
    _, pushed = torch.autograd.functional.jvp(
        lambda *given: theirs(**dict(zip(inputs, given, strict=True))),
        tuple(torch.tensor(v) for v in inputs.values()),
        tuple(torch.tensor(tangents.get(key, np.zeros(np.shape(v)))) for key, v in inputs.items()),
    )
    np.testing.assert_allclose(ours.jvp(tangents, **inputs), pushed.numpy(), rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_referee_disagrees(name: str) -> None:
    """Here, since it takes minutes, so that it is asked where PyTorch is asked."""
    verdicts = {(row[0], row[1]): row[2] for row in derive.parse(SAMPLES[name].text)._entry.report.table()}
    assert verdicts and set(verdicts.values()) <= {"agrees", "not decided"}
    assert all(verdict == "agrees" for (_, referee), verdict in verdicts.items() if referee == "numbers")
