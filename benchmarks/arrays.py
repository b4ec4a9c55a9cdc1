"""Is the generated code as fast as what a careful engineer would write by hand?

    python benchmarks/arrays.py [--smoke]

Each function is timed beside a version written by hand for this file, on the same arrays, after their results were
found to agree.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

import derive

Array = np.ndarray[Any, np.dtype[Any]]


def softmax(a: Array) -> Array:
    """By hand: shifted by the maximum, in place where that is possible."""
    y = a - a.max(axis=-1, keepdims=True)
    np.exp(y, out=y)
    y /= y.sum(axis=-1, keepdims=True)
    return y


def softmax_vjp(y_bar: Array, a: Array) -> Array:
    """By hand: y ⊙ (ȳ − ⟨ȳ, y⟩)."""
    y = softmax(a)
    return y * (y_bar - np.sum(y_bar * y, axis=-1, keepdims=True))


def sigmoid(x: Array) -> Array:
    """By hand: through e^(−|x|), which does not overflow."""
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


def half_square_grad(x: Array, t: Array) -> Array:
    """By hand."""
    return x - t


def cases(a: Array, b: Array) -> dict[str, tuple[Callable[[], Array], Callable[[], Array]]]:
    """What is compared: generated, by hand."""
    soft, sigm = derive.compile(derive.load("softmax")), derive.compile(derive.load("sigmoid"))
    square = derive.compile("L = sum((x[k] - t[k])**2 for k in K)/2", of="L", wrt=("x",))
    return {
        "softmax": (lambda: soft.value(a=a), lambda: softmax(a)),
        "softmax, VJP": (lambda: soft.vjp(b, a=a)["a"], lambda: softmax_vjp(b, a)),
        "sigmoid": (lambda: sigm.value(x=a), lambda: sigmoid(a)),
        "half the squared distance, gradient": (lambda: square.grad(x=a, t=b)["x"], lambda: half_square_grad(a, b)),
    }


def best(action: Callable[[], Array], repeats: int) -> float:
    """The shortest of `repeats` runs, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def main(smoke: bool) -> None:
    """Print a row for each function and shape."""
    shapes = [(8, 10)] if smoke else [(1, 10), (256, 10), (256, 1000), (64, 50_000)]
    random = np.random.default_rng(0)
    print(f"{'function':<36} {'shape':>12} {'generated':>12} {'by hand':>12} {'ratio':>6}")
    for shape in shapes:
        a, b = (random.normal(size=shape).astype(np.float32) for _ in range(2))
        for name, (generated, by_hand) in cases(a, b).items():
            np.testing.assert_allclose(generated(), by_hand(), rtol=1e-4, atol=1e-6)
            repeats = 2 if smoke else max(5, min(2000, 20_000_000 // a.size))
            ours, theirs = best(generated, repeats), best(by_hand, repeats)
            size = " × ".join(map(str, shape))
            print(f"{name:<36} {size:>12} {ours * 1e6:9.1f} µs {theirs * 1e6:9.1f} µs {ours / theirs:6.2f}")


if __name__ == "__main__":
    main("--smoke" in sys.argv[1:])
