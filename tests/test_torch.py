"""Another engine's opinion: values, VJPs and JVPs of every library theory against PyTorch's, where it is installed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import pytest
from known import known

import derive
from derive import library

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.filterwarnings("ignore:`torch.jit:DeprecationWarning")

F = torch.nn.functional
Torch = Callable[..., Any]
Arrays = dict[str, Any]
POINTS, LARGE = 6, 100.0
"""How many points a function is asked at, and how much larger inputs are that may be any real number, for the large ones."""


@dataclass(frozen=True, slots=True)
class Case:
    """What PyTorch makes of the inputs at one point; which inputs are drawn otherwise than their types say; and how large."""

    theirs: Torch
    drawn: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    large: float = LARGE


def _below(x: Any) -> Any:
    return -np.abs(x) - 0.5


def _above(x: Any) -> Any:
    return np.abs(x) + 0.5


def _definite(x: Any) -> Any:
    return x @ np.swapaxes(x, -1, -2) + np.eye(x.shape[-1])


def _mixture(w: Any, s: Any, x: Any, mu: Any) -> Any:
    return torch.logsumexp(w.log() + torch.distributions.Normal(mu, s).log_prob(x[:, None]), 1).sum()


def _focal(x: Any, t: Any, gamma: Any) -> Any:
    z = (2 * t - 1) * x
    return -torch.exp(gamma * F.logsigmoid(-z)) * F.logsigmoid(z)


def _gru(x: Any, h: Any, **w: Any) -> Any:
    stacked = [torch.cat([w[f"{kind}_{gate}"] for gate in "rzn"]) for kind in "WUb"]
    return torch.gru_cell(x[None], h[None], *stacked, torch.cat([torch.zeros_like(h)] * 2 + [w["c_n"]]))[0]


def _lstm(x: Any, h: Any, c: Any, **w: Any) -> Any:
    stacked = [torch.cat([w[f"{kind}_{gate}"] for gate in "ifgo"]) for kind in "WUb"]
    return torch.lstm_cell(x[None], (h[None], c[None]), *stacked, torch.zeros_like(stacked[2]))[0][0]


# ruff: noqa: E741, N803
CASES: dict[str, Case] = {
    "attention": Case(lambda q, k, v: F.scaled_dot_product_attention(q[None], k[None], v[None])[0], large=10.0),
    "average_pooling": Case(lambda x: F.avg_pool1d(x[None], x.shape[1])[0, :, 0]),
    "batch_norm": Case(lambda x, g, b: F.batch_norm(x, None, None, g, b, training=True)),
    "bce_positive_weight": Case(lambda x, t, w: -(w * t * F.logsigmoid(x) + (1 - t) * F.logsigmoid(-x))),
    "bernoulli_cross_entropy": Case(
        lambda p, t: F.binary_cross_entropy(p, t.detach()) + (t - t.detach()) * (torch.log1p(-p) - p.log())
    ),
    "bilinear": Case(lambda A, x, z, b: F.bilinear(x[None], z[None], A, b)[0]),
    "binary_cross_entropy": Case(lambda x, t: F.binary_cross_entropy_with_logits(x, t)),
    "celu": Case(lambda x, alpha: torch.where(x > 0, x, alpha * torch.expm1(x.clamp(max=0) / alpha))),
    "column_normalization": Case(lambda a, w: (w @ (a / a.sum(dim=0, keepdim=True))).sum()),
    "conv1d": Case(lambda w, x, b: F.conv1d(x[None], w[None, None], b[None])[0]),
    "conv1d_channels": Case(lambda w, x, b: F.conv1d(x[None], w, b)[0]),
    "cosine_embedding": Case(
        lambda x, z, t, m: t * (1 - (s := F.cosine_similarity(x, z, 0))) + (1 - t) * torch.relu(s - m)
    ),
    "cosine_similarity": Case(lambda x, z: F.cosine_similarity(x, z, 0)),
    "cross_entropy": Case(lambda y, label: -(label * y.log()).sum()),
    "elu": Case(lambda x, alpha: torch.where(x > 0, x, alpha * torch.expm1(x.clamp(max=0)))),
    "embedding": Case(lambda token, E: F.embedding(token.argmax(), E)),
    "entropy": Case(lambda a: -(torch.softmax(a, 0) * torch.log_softmax(a, 0)).sum()),
    "focal_loss": Case(_focal),
    "gaussian_mixture": Case(_mixture, large=3.0),
    "gaussian_nll": Case(lambda mu, t, v: F.gaussian_nll_loss(mu, t, v, eps=0)),
    "gelu": Case(lambda x: F.gelu(x)),
    "gelu_tanh": Case(lambda x: F.gelu(x, approximate="tanh")),
    "glu": Case(lambda a, b: F.glu(torch.cat((a, b)), 0)),
    "gru_cell": Case(_gru),
    "group_norm": Case(
        lambda x, g, b: F.group_norm(x.flatten(0, 1)[None], len(x), g.flatten(), b.flatten())[0].reshape(x.shape)
    ),
    "hardshrink": Case(lambda x, lambda_: torch.where(x.abs() > lambda_, x, 0)),
    "hardsigmoid": Case(lambda x: F.relu6(x + 3) / 6),  # the slope of theirs is rounded to float32
    "hardswish": Case(lambda x: F.hardswish(x)),
    "hardtanh": Case(lambda x, a, b: torch.clamp(x, a, b), {"a": _below, "b": _above}, 1.0),
    "hinge_embedding": Case(lambda x, t, m: (t * x + (1 - t) * torch.relu(m - x)).mean()),
    "huber_loss": Case(
        lambda y, t, delta_: torch.where(
            (y - t).abs() <= delta_, (y - t) ** 2 / 2, delta_ * ((y - t).abs() - delta_ / 2)
        ).mean()
    ),
    "instance_norm": Case(lambda x, g, b: F.instance_norm(x[None], weight=g, bias=b)[0]),
    "kl_divergence": Case(lambda l, t: F.kl_div(l, t, reduction="sum")),
    "l1_loss": Case(lambda y, t: F.l1_loss(y, t)),
    "l2_normalise": Case(lambda x: F.normalize(x, dim=0)),
    "label_smoothing": Case(
        lambda a, label, epsilon: -(((1 - epsilon) * label + epsilon / len(a)) * torch.log_softmax(a, 0)).sum()
    ),
    "layer_norm": Case(lambda x, g, b: F.layer_norm(x, x.shape, g, b)),
    "leaky_relu": Case(lambda x, s: torch.where(x > 0, x, s * x)),
    "linear": Case(lambda W, x, b: F.linear(x, W, b)),
    "log_softmax": Case(lambda a: torch.log_softmax(a, 0)),
    "log_sum_exp": Case(lambda a: torch.logsumexp(a, 0)),
    "logistic_regression": Case(lambda t, X, w, b: F.binary_cross_entropy_with_logits(X @ w + b, t)),
    "logsigmoid": Case(lambda x: F.logsigmoid(x)),
    "lstm_cell": Case(_lstm),
    "mahalanobis": Case(lambda x, mu, P: torch.sqrt((x - mu) @ P @ (x - mu)), {"P": _definite}),
    "margin_ranking": Case(lambda x, z, t, m: torch.relu(m - t * (x - z)).mean()),
    "max_pooling": Case(lambda x: F.max_pool1d(x[None], x.shape[1])[0, :, 0]),
    "mean_squared_error": Case(lambda y, t: F.mse_loss(y, t)),
    "mish": Case(lambda x: F.mish(x)),
    "mlp": Case(lambda W, b, V, c, x: V @ torch.tanh(W @ x + b) + c),
    "multi_margin": Case(lambda a, label, m: ((1 - label) * torch.relu(m - (label * a).sum() + a)).mean()),
    "multilabel_soft_margin": Case(lambda x, t: F.multilabel_soft_margin_loss(x[None], t[None])),
    "network": Case(lambda W, o, b, t: F.cross_entropy(W @ o + b, t)),
    "nll": Case(lambda l, label, w: -(label * w * l).sum() / (label * w).sum()),
    "pairwise_distance": Case(lambda x, z, epsilon: torch.sqrt(((x[:, None] - z) ** 2).sum(-1) + epsilon)),
    "poisson_nll": Case(lambda x, t: F.poisson_nll_loss(x, t), large=10.0),
    "poisson_regression": Case(
        lambda t, X, w, b: F.poisson_nll_loss(X @ w + b, t, reduction="sum") + torch.lgamma(t + 1).sum(), large=2.0
    ),
    "prelu": Case(lambda x, w: F.prelu(x[None], w)[0]),
    "rbf_kernel": Case(lambda gamma, x, z: torch.exp(-gamma * ((x[:, None] - z) ** 2).sum(-1)), large=2.0),
    "relu": Case(lambda x: F.relu(x)),
    "relu6": Case(lambda x: F.relu6(x)),
    "rms_norm": Case(lambda x, g: F.rms_norm(x, x.shape, g, 1e-5)),
    "selu": Case(lambda x: F.selu(x)),
    "sigmoid": Case(lambda x: torch.sigmoid(x)),
    "silu": Case(lambda x: F.silu(x)),
    "smooth_l1": Case(
        lambda y, t, beta: torch.where((y - t).abs() < beta, (y - t) ** 2 / (2 * beta), (y - t).abs() - beta / 2).mean()
    ),
    "soft_cross_entropy": Case(lambda a, t: F.cross_entropy(a, t)),
    "soft_margin": Case(lambda x, t: -F.logsigmoid(t * x).mean()),
    "softmax": Case(lambda a: torch.softmax(a, 0)),
    "softmax_cross_entropy": Case(lambda a, label: F.cross_entropy(a, label)),
    "softmax_temperature": Case(lambda a, T: torch.softmax(a / T, 0)),
    "softmin": Case(lambda a: F.softmin(a, 0)),
    "softplus": Case(lambda x: F.softplus(x, threshold=1e9)),
    "softplus_beta": Case(lambda x, beta: torch.logaddexp(beta * x, torch.zeros_like(x)) / beta),
    "softshrink": Case(lambda x, lambda_: torch.relu(x - lambda_) - torch.relu(-x - lambda_)),
    "softsign": Case(lambda x: F.softsign(x)),
    "swiglu": Case(lambda W, V, x: F.silu(W @ x) * (V @ x), large=10.0),
    "tanh": Case(lambda x: torch.tanh(x)),
    "tanhshrink": Case(lambda x: F.tanhshrink(x)),
    "threshold": Case(lambda x, theta, v: torch.where(x > theta, x, v)),
    "triplet_margin": Case(lambda a, p, q, m: torch.relu(m + torch.linalg.norm(a - p) - torch.linalg.norm(a - q))),
    "variance": Case(lambda x: x.var(correction=0)),
    "weighted_cross_entropy": Case(
        lambda a, label, w: -(label * w * torch.log_softmax(a, 1)).sum() / (label * w).sum()
    ),
}

DRAWN: Mapping[str, Callable[[np.random.Generator, tuple[int, ...]], Any]] = {
    "Real": lambda rng, shape: rng.normal(size=shape) * 2,
    "Positive": lambda rng, shape: rng.uniform(0.3, 3, size=shape),
    "NonNegative": lambda rng, shape: rng.uniform(0, 2, size=shape),
    "Unit": lambda rng, shape: rng.uniform(size=shape),
    "Binary": lambda rng, shape: rng.integers(2, size=shape).astype(float),
    "Simplex": lambda rng, shape: rng.dirichlet(np.ones(shape[-1]), size=shape[:-1]),
    "OneHot": lambda rng, shape: np.eye(shape[-1])[rng.integers(shape[-1], size=shape[:-1])],
}
"""Inputs of each type."""


def test_every_theory_of_the_library_is_here() -> None:
    assert set(CASES) == set(library.names())


@cache
def ours(name: str) -> derive.Compiled:
    return derive.compile(known(name))


def given(name: str, size: float = 1.0) -> Arrays:
    """Inputs at several points; those that may be any real number `size` times as large."""
    rng, theory, case = np.random.default_rng(20), known(name).data, CASES[name]
    lengths = theory.sized({dim: 3 + n for n, dim in enumerate(theory.dims)})
    made: Arrays = {}
    for quantity in theory.arguments:
        drawn = DRAWN[quantity.type](rng, (POINTS, *(lengths[d] for d in quantity.dims)))
        made[quantity.name] = case.drawn.get(quantity.name, lambda v: v)(
            drawn * (size if quantity.type == "Real" else 1)
        )
    return made


def varying(name: str) -> tuple[str, ...]:
    """The inputs that gradients cover."""
    theory = known(name)
    assert theory.data.output is not None
    return theory._entry.engine.differentiable(theory.data.output.name)


def at_each(name: str) -> Torch:
    """What PyTorch makes of several points."""

    def value(**tensors: Any) -> Any:
        return torch.stack([CASES[name].theirs(**{key: t[n] for key, t in tensors.items()}) for n in range(POINTS)])

    return value


Told = tuple[Any, dict[str, Any], Any]
"""A value, a VJP and a JVP."""


def weights(name: str, inputs: Arrays) -> tuple[Any, Arrays]:
    """A cotangent, never uniform (softmax's VJP would be 0), and tangents."""
    rng, shape = np.random.default_rng(7), np.shape(ours(name).value(**inputs))
    return rng.normal(size=shape), {key: rng.normal(size=inputs[key].shape) for key in varying(name)}


def told_by_torch(name: str, inputs: Arrays, cotangent: Any, tangents: Arrays) -> Told:
    tensors = {key: torch.tensor(value, requires_grad=key in tangents) for key, value in inputs.items()}
    value = at_each(name)(**tensors)
    value.backward(torch.tensor(cotangent))
    _, pushed = torch.func.jvp(
        lambda varied: at_each(name)(**{**tensors, **varied}),
        ({key: tensors[key].detach() for key in tangents},),
        ({key: torch.tensor(value) for key, value in tangents.items()},),
    )
    pulled = {key: np.zeros_like(inputs[key]) if (g := tensors[key].grad) is None else g.numpy() for key in tangents}
    return value.detach().numpy(), pulled, pushed.detach().numpy()


def told_by_us(name: str, inputs: Arrays, cotangent: Any, tangents: Arrays) -> Told:
    made = ours(name)
    return made.value(**inputs), made.vjp(cotangent, **inputs), made.jvp(tangents, **inputs)


def agree(found: Told, expected: Told, rtol: float) -> None:
    """Each number to `rtol`; what large ones leave to `rtol` of the largest, and what is next to nothing, which PyTorch loses."""
    for one, other in (
        (found[0], expected[0]), (found[2], expected[2]), *((found[1][key], other) for key, other in expected[1].items()),
    ):  # fmt: skip
        np.testing.assert_allclose(one, other, rtol=rtol, atol=rtol * max(np.max(np.abs(other)), 0.01))


@pytest.mark.parametrize("size", ["as usual", "large"])
@pytest.mark.parametrize("name", CASES)
def test_values_and_derivatives_are_those_of_autograd(name: str, size: str) -> None:
    inputs = given(name, CASES[name].large if size == "large" else 1.0)
    directions = weights(name, inputs)
    agree(told_by_us(name, inputs, *directions), told_by_torch(name, inputs, *directions), 1e-10)


@pytest.mark.parametrize("name", CASES)
def test_single_precision_gives_what_double_precision_does(name: str) -> None:
    """To a few of its own roundings, at the same inputs."""

    def single(arrays: Arrays) -> Arrays:
        return {key: value.astype(np.float32) for key, value in arrays.items()}

    inputs = single(given(name))
    cotangent, tangents = weights(name, inputs)
    cotangent, tangents = cotangent.astype(np.float32), single(tangents)
    found = told_by_us(name, inputs, cotangent, tangents)
    assert {np.asarray(a).dtype for a in (found[0], found[2], *found[1].values())} == {np.dtype(np.float32)}
    wide = [{key: value.astype(float) for key, value in arrays.items()} for arrays in (inputs, tangents)]
    agree(found, told_by_torch(name, wide[0], cotangent.astype(float), wide[1]), 16 * float(np.finfo(np.float32).eps))


KINKS = {
    # theory, inputs: the gradient there, by our convention: of max(u, v) and min(u, v) with u = v, u varies
    "relu": ({"x": 0.0}, {"x": 0.0}),
    "relu6": ({"x": 6.0}, {"x": 0.0}),
    "leaky_relu": ({"x": 0.0, "s": 0.25}, {"x": 0.25, "s": 0.0}),
    "elu": ({"x": 0.0, "alpha": 2.0}, {"x": 2.0, "alpha": 0.0}),
    "hardsigmoid": ({"x": 3.0}, {"x": 0.0}),
    "hardtanh": ({"x": 1.0, "a": -1.0, "b": 1.0}, {"x": 0.0, "a": 0.0, "b": 1.0}),
    "hardshrink": ({"x": 0.5, "lambda_": 0.5}, {"x": 0.0, "lambda_": 0.0}),
    "softshrink": ({"x": 0.5, "lambda_": 0.5}, {"x": 0.0, "lambda_": 0.0}),
    "softsign": ({"x": 0.0}, {"x": 1.0}),
    "threshold": ({"x": 1.0, "theta": 1.0, "v": 3.0}, {"x": 0.0, "theta": 0.0, "v": 1.0}),
}


@pytest.mark.parametrize("name", KINKS)
def test_kinks_follow_our_convention(name: str) -> None:
    inputs, expected = KINKS[name]
    assert {key: float(value) for key, value in ours(name).grad(**inputs).items()} == expected


PRINTED = {
    "a": [0.1354, 0.1957, 0.1170, 0.2017, 0.2093, 0.2912, 0.1432, 0.1871, 0.1550, 0.2443],
    "b": [-0.4059, -0.5247, -0.4202, -0.4606, -0.5083, -0.6837, -0.4261, -0.8892, -0.4519, -0.6764],
    "c": [3.0381] * 10,
    "y": [1.0] * 10,
}
"""The first row of each gradient, as PyTorch prints it."""


def test_every_adjoint_of_the_graph_is_what_autograd_retains() -> None:
    """A program with seed 42 that keeps the gradient of every node and prints it: the closed forms give its numbers."""
    torch.manual_seed(42)
    w, a = torch.rand((4, 10)), torch.rand((10, 10), requires_grad=True)
    b = a.sum(dim=0, keepdim=True)
    c = a / b
    y = w @ c
    nodes = {"a": a, "b": b, "c": c, "y": y}
    for node in nodes.values():
        node.retain_grad()
    torch.sum(y).backward()
    theory = derive.load("column_normalization")
    inputs = {"w": w.numpy(), "a": a.detach().numpy()}
    for name, node in nodes.items():
        ours = derive.compile(theory, of="f", wrt=(name,)).grad(**inputs)[name]
        theirs = node.grad.numpy()
        np.testing.assert_allclose(ours, theirs.reshape(ours.shape), rtol=2e-5, atol=2e-6)
        np.testing.assert_array_equal(np.round(theirs[0].astype(float), 4), PRINTED[name])
        np.testing.assert_array_equal(np.round(np.atleast_2d(ours)[0].astype(float), 4), PRINTED[name])
