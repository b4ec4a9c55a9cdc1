"""Another engine's opinion: values and gradients of every library theory against PyTorch's autograd, where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import derive
from derive import library

torch = pytest.importorskip("torch")

RANDOM = np.random.default_rng(20)
SCORES, ONE = RANDOM.normal(size=(3, 5)) * 4, np.eye(5)[[1, 4, 0]]
INNER = RANDOM.dirichlet(np.ones(5), size=3)
SCALARS, TARGETS = RANDOM.normal(size=(7,)) * 4, RANDOM.uniform(size=7)
WEIGHTS = RANDOM.normal(size=(5, 4))

Torch = Callable[..., Any]
CASES: dict[str, tuple[dict[str, np.ndarray[Any, Any]], tuple[str, ...], Torch]] = {
    "binary_cross_entropy": (
        {"x": SCALARS, "t": TARGETS},
        ("x",),
        lambda x, t: torch.nn.functional.binary_cross_entropy_with_logits(x, t, reduction="none"),
    ),
    "column_normalization": (
        {"a": RANDOM.uniform(0.2, 3, size=(5, 4)), "w": RANDOM.normal(size=(3, 5))},
        ("a", "w"),
        lambda a, w: (w @ (a / a.sum(dim=0, keepdim=True))).sum(),
    ),
    "cross_entropy": ({"y": INNER, "label": ONE}, ("y",), lambda y, label: -(label * y.log()).sum(-1)),
    "log_softmax": ({"a": SCORES}, ("a",), lambda a: torch.log_softmax(a, -1)),
    "log_sum_exp": ({"a": SCORES}, ("a",), lambda a: torch.logsumexp(a, -1)),
    "network": (
        {"W": WEIGHTS, "o": RANDOM.normal(size=(3, 4)), "b": RANDOM.normal(size=5), "t": ONE},
        ("W", "o", "b"),
        lambda W, o, b, t: torch.nn.functional.cross_entropy(o @ W.T + b, t, reduction="none"),  # noqa: N803
    ),
    "sigmoid": ({"x": SCALARS}, ("x",), lambda x: torch.sigmoid(x)),
    "softmax": ({"a": SCORES}, ("a",), lambda a: torch.softmax(a, -1)),
    "softmax_cross_entropy": (
        {"a": SCORES, "label": ONE},
        ("a",),
        lambda a, label: torch.nn.functional.cross_entropy(a, label, reduction="none"),
    ),
    "softplus": ({"x": SCALARS}, ("x",), lambda x: torch.nn.functional.softplus(x, threshold=1e9)),
    "tanh": ({"x": SCALARS}, ("x",), lambda x: torch.tanh(x)),
}


def test_every_theory_of_the_library_is_here() -> None:
    assert set(CASES) == set(library.names())


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("name", CASES)
def test_values_and_gradients_are_those_of_autograd(name: str, dtype: str) -> None:
    arrays, wrt, theirs = CASES[name]
    inputs = {key: value.astype(dtype) for key, value in arrays.items()}
    tensors = {key: torch.tensor(value, requires_grad=key in wrt) for key, value in inputs.items()}
    value = theirs(**tensors)
    cotangent = RANDOM.normal(size=tuple(value.shape)).astype(dtype)  # never uniform: softmax's VJP would be 0
    value.backward(torch.tensor(cotangent))
    ours = derive.compile(derive.load(name), wrt=wrt)
    close = {"rtol": 1e-10, "atol": 1e-12} if dtype == "float64" else {"rtol": 2e-5, "atol": 2e-6}
    np.testing.assert_allclose(ours.value(**inputs), value.detach().numpy(), **close)
    pulled = ours.vjp(cotangent, **inputs)
    for key in wrt:
        np.testing.assert_allclose(pulled[key], tensors[key].grad.numpy(), **close)


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
