"""Is the generated code as accurate as what one would use instead?

    python benchmarks/accuracy.py [--smoke] [--only TEXT]

The largest error over many inputs, in units of the last place of the true value, which mpmath computes with 60 digits
from the floating-point inputs.  float64 / float32; "lost" is a zero, inf or nan where the true value is a finite number
other than 0.  `--only` keeps the rows whose first columns contain TEXT; `--smoke` takes few inputs.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import signature
from typing import Any

import mpmath
import numpy as np
from arrays import CROSS_ENTROPY, JOBS, PEERS, Array, Inputs, Job, Results, installed, jax_cross_entropy, np_softmax

mp = mpmath.mp.clone()
mp.dps = 60

# ── the truth ─────────────────────────────────────────────────────────────────────────────────────────────────────────
# Each gets one row of inputs as exact numbers, and gives one row of results.

Row = Sequence[Any]


def with_others(a: Row) -> list[tuple[Any, Any]]:
    """Each e^a_i, and what the others add up to; nothing cancels, however far one is ahead."""
    e = [mp.exp(each) for each in a]
    total, top = mp.fsum(e), max(range(len(a)), key=a.__getitem__)
    return [(each, mp.fsum(e[:i] + e[i + 1 :]) if i == top else total - each) for i, each in enumerate(e)]


def softmax(a: Row) -> Row:
    return [mine / (mine + rest) for mine, rest in with_others(a)]


def log_softmax(a: Row) -> Row:
    return [-mp.log1p(rest / mine) for mine, rest in with_others(a)]


def cross_entropy(a: Row, t: int) -> Row:
    return [-log_softmax(a)[t]]


def cross_entropy_gradient(a: Row, t: int) -> Row:
    return [(-rest if i == t else mine) / (mine + rest) for i, (mine, rest) in enumerate(with_others(a))]


def own(a: Row, t: int, T: float = 1.5, c: float = 0.125) -> Row:
    scaled = [each / mp.mpf(T) for each in a]
    return [cross_entropy(scaled, t)[0] + c * mp.log(mp.fsum(map(mp.exp, scaled))) ** 2]


def sigmoid_slope(x: Any) -> Row:
    return [mp.exp(-x) / (1 + mp.exp(-x)) ** 2]


def binary(x: Any, t: Any) -> Row:
    return [t * mp.log1p(mp.exp(-x)) + (1 - t) * mp.log1p(mp.exp(x))]


def binary_gradient(x: Any, t: Any) -> Row:
    return [(1 - t) / (1 + mp.exp(-x)) - t / (1 + mp.exp(x))]


def softplus(x: Any) -> Row:
    return [mp.log1p(mp.exp(x))]


def log_sigmoid(x: Any) -> Row:
    return [-mp.log1p(mp.exp(-x))]


# ── who computes it ───────────────────────────────────────────────────────────────────────────────────────────────────


def np_cross_entropy(a: Array, t: Array) -> Results:
    (y,) = np_softmax(a)
    loss = -np.log(np.take_along_axis(y, t[:, None], -1)[:, 0])
    return loss, y - (t[:, None] == np.arange(a.shape[-1]))


def scipy_cross_entropy(special: Any, a: Array, t: Array) -> Results:
    loss = -np.take_along_axis(special.log_softmax(a, axis=-1), t[:, None], -1)[:, 0]
    return loss, special.softmax(a, axis=-1) - (t[:, None] == np.arange(a.shape[-1]))


LOG_SOFTMAX = Job(
    "log_softmax",
    np.empty,
    (),
    (),
    lambda torch, a: torch.log_softmax(a, -1),
    lambda jax, a: jax.nn.log_softmax(a),
    lambda a: (np.log(*np_softmax(a)),),
    lambda special, a: (special.log_softmax(a, axis=-1),),
)
ROW_LOSS = Job(
    CROSS_ENTROPY,
    np.empty,
    ("a",),
    (),
    lambda torch, a, t: torch.nn.functional.cross_entropy(a, t, reduction="none"),
    jax_cross_entropy,
    np_cross_entropy,
    scipy_cross_entropy,
    loss=True,
)
SOFTPLUS = Job(
    "softplus",
    np.empty,
    (),
    (),
    lambda torch, x: torch.nn.functional.softplus(x),
    lambda jax, x: jax.nn.softplus(x),
    lambda x: (np.log(1 + np.exp(x)),),
    lambda special, x: (-special.log_expit(-x),),
)
LOG_SIGMOID = Job(
    "l = log(1/(1 + exp(-x)))",
    np.empty,
    (),
    (),
    lambda torch, x: torch.nn.functional.logsigmoid(x),
    lambda jax, x: jax.nn.log_sigmoid(x),
    lambda x: (-np.log(1 + np.exp(-x)),),
    lambda special, x: (special.log_expit(x),),
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A result of a job: the value (0) or the gradient (1), the truth, and the error that is allowed."""

    job: Job
    result: int
    exact: Callable[..., Row]
    goal: float


BINARY, SIGMOID = JOBS["binary cross-entropy, value and gradient"], JOBS["sigmoid VJP"]
QUANTITIES = {
    "softmax": Quantity(JOBS["softmax"], 0, softmax, 6),
    "log-softmax": Quantity(LOG_SOFTMAX, 0, log_softmax, 6),
    "cross-entropy": Quantity(ROW_LOSS, 0, cross_entropy, 6),
    "cross-entropy, gradient": Quantity(ROW_LOSS, 1, cross_entropy_gradient, 6),
    "a loss of one's own": Quantity(JOBS["a loss of one's own"], 0, own, 6),
    "sigmoid, derivative": Quantity(SIGMOID, 1, sigmoid_slope, 4),
    "binary cross-entropy": Quantity(BINARY, 0, binary, 4),
    "binary cross-entropy, gradient": Quantity(BINARY, 1, binary_gradient, 4),
    "log-sigmoid": Quantity(LOG_SIGMOID, 0, log_sigmoid, 2),
    "softplus": Quantity(SOFTPLUS, 0, softplus, 2),
}

# ── on which inputs ───────────────────────────────────────────────────────────────────────────────────────────────────


def lead(random: np.random.Generator, size: tuple[int, int], dtype: str) -> Array:
    """The first of each row is 40 ahead of the largest other."""
    a = random.normal(size=size) * 3
    a[:, 0] = a[:, 1:].max(axis=-1) + 40
    return a


def whole(random: np.random.Generator, size: tuple[int, int], dtype: str) -> Array:
    """Uniform over what exponentials can take."""
    return random.uniform(-1, 1, size=size) * (745 if dtype == "float64" else 100)


SAMPLES: dict[str, tuple[int, Callable[[np.random.Generator, tuple[int, int], str], Array]]] = {
    "normal·3": (10, lambda random, size, dtype: random.normal(size=size) * 3),
    "normal·3, K = 1000": (1000, lambda random, size, dtype: random.normal(size=size) * 3),
    "one ahead by 40": (10, lead),
    "whole range": (10, whole),
}


OF_ROWS = {"normal·3, K = 1000", "one ahead by 40"}
"""What says nothing about a function of one number."""


def inputs_of(quantity: Quantity, sample: str, count: int, dtype: str) -> Inputs:
    """About `count` numbers, in rows for what takes rows, with labels for what takes labels."""
    random = np.random.default_rng(1)
    width, draw = SAMPLES[sample]
    a = draw(random, (max(2, count // width), width), dtype).astype(dtype)
    takes = signature(quantity.exact).parameters
    if "a" in takes:
        labels = random.integers(width, size=len(a)) * (random.uniform(size=len(a)) < 0.5)  # half of them the first
        fixed = {name: np.asarray(p.default, dtype) for name, p in takes.items() if p.default is not p.empty}
        return {"a": a} | ({"t": labels} if "t" in takes else {}) | fixed
    return {"x": a.ravel()} | ({"t": random.integers(2, size=a.size).astype(dtype)} if "t" in takes else {})


def exact_of(quantity: Quantity, inputs: Inputs) -> list[Any]:
    """The true results, all in one row."""
    rows = zip(*(array.tolist() for array in inputs.values() if array.ndim), strict=True)
    exact = []
    for row in rows:
        given = [
            [mp.mpf(each) for each in v] if isinstance(v, list) else v if isinstance(v, int) else mp.mpf(v) for v in row
        ]
        exact += quantity.exact(*given)
    return exact


def ulps(got: Array, exact: Sequence[Any], dtype: str) -> str:
    """The largest error, and how often a value was lost."""
    worst, lost = 0.0, False
    for mine, true in zip(np.asarray(got).ravel(), exact, strict=True):
        nearest = np.dtype(dtype).type(str(true) if dtype == "float64" else float(true))
        if nearest != 0 and np.isfinite(nearest) and (mine == 0 or not np.isfinite(mine)):
            lost = True
        elif np.isfinite(nearest):
            unit = float(np.spacing(np.abs(nearest)))
            worst = max(worst, float(abs(mp.mpf(float(mine)) - true) / unit))
    return "lost" if lost else f"{worst:.2g}"


def main() -> None:
    """Print a row for each quantity and kind of inputs."""
    parser = argparse.ArgumentParser(
        description="Errors in units of the last place, beside what one would use instead."
    )
    parser.add_argument("--smoke", action="store_true", help="few inputs")
    parser.add_argument("--only", default="", help="rows that contain this text", metavar="TEXT")
    given = parser.parse_args()
    np.seterr(all="ignore")  # NumPy as people write it overflows
    missing = [name for name in ("scipy", "torch", "jax") if installed(name) is None]
    if missing:
        print(f"not installed, left out: {', '.join(missing)}\n")
    print(f"| quantity | inputs | {' | '.join(PEERS)} | goal |\n|---|---|{'---|' * len(PEERS)}---|")
    for name, quantity in QUANTITIES.items():
        for sample in SAMPLES:
            row = f"| {name} | {sample} |"
            if given.only not in row or (sample in OF_ROWS and "a" not in signature(quantity.exact).parameters):
                continue
            found: dict[str, list[str]] = {who: [] for who in PEERS}
            for dtype in ("float64", "float32"):
                inputs = inputs_of(quantity, sample, 100 if given.smoke else 20_000, dtype)
                exact = exact_of(quantity, inputs)
                for who, make in PEERS.items():
                    action = make(quantity.job, inputs, np.ones_like(next(iter(inputs.values()))))
                    found[who].append(ulps(action()[quantity.result], exact, dtype) if action else "")
            columns = " | ".join(" / ".join(found[who]) if any(found[who]) else "" for who in PEERS)
            print(row, columns, "|", f"{quantity.goal:g}", "|", flush=True)


if __name__ == "__main__":
    main()
