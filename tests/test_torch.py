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
