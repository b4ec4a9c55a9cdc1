"""Is the generated code as fast as what one would use instead?

    python benchmarks/arrays.py [--smoke] [--only TEXT] [--seconds S]

Each job is done by the generated functions, by NumPy as people write it, and by those of SciPy, PyTorch (eager, with
autograd) and JAX (jitted) that are installed: in one process, on one thread, on the same arrays, after their results
were found to agree.  They take turns, so that what else the machine does meets all of them; the medians are compared.

`--only` keeps the rows whose first columns contain TEXT ("softmax VJP", "8192×1000", "float32"); `--seconds` is how
long one row may take (default 2).  `--smoke` runs each job once on small arrays.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median
from types import ModuleType
from typing import Any

import numpy as np

import derive

Array = np.ndarray[Any, np.dtype[Any]]
Inputs = dict[str, Array]
Results = Sequence[Array]
Action = Callable[[], Any]

# ── the jobs ──────────────────────────────────────────────────────────────────────────────────────────────────────────

MEAN_CROSS_ENTROPY = """
a: Real[N, K]
t: OneHot[N, K]
y[n, i] = exp(a[n, i]) / sum(exp(a[n, k]) for k in K)
L = -sum(t[n, i]*log(y[n, i]) for n in N for i in K) / N
"""

LAYER_NORM = """
x: Real[K]
w: Real[K]
b: Real[K]
m = sum(x[k] for k in K) / K
v = sum((x[k] - m)**2 for k in K) / K
h[i] = (x[i] - m)/sqrt(v + 1/100000)
y[i] = w[i]*h[i] + b[i]
"""

LINEAR = """
x: Real[N, D]
W: Real[K, D]
b: Real[K]
t: OneHot[N, K]
z[n, i] = sum(W[i, j]*x[n, j] for j in D) + b[i]
y[n, i] = exp(z[n, i]) / sum(exp(z[n, k]) for k in K)
L = -sum(t[n, i]*log(y[n, i]) for n in N for i in K) / N
"""

OWN = """
t: OneHot[K]
y[i] = exp(a[i]/T) / sum(exp(a[k]/T) for k in K)
L = -sum(t[i]*log(y[i]) for i in K) + c*log(sum(exp(a[k]/T) for k in K))**2
"""

CROSS_ENTROPY = """
t: OneHot[K]
y[i] = exp(a[i]) / sum(exp(a[k]) for k in K)
L = -sum(t[i]*log(y[i]) for i in K)
"""


def scores(random: np.random.Generator, *shape: int) -> Inputs:
    """Rows of scores."""
    return {"a": random.normal(size=shape) * 3}


def numbers(random: np.random.Generator, *shape: int) -> Inputs:
    """Numbers of both signs."""
    return {"x": random.normal(size=shape) * 3}


def labelled(random: np.random.Generator, *shape: int) -> Inputs:
    """Rows of scores, and the class of each."""
    return scores(random, *shape) | {"t": random.integers(shape[1], size=shape[0])}


def tempered(random: np.random.Generator, *shape: int) -> Inputs:
    """Scores with classes, a temperature, and how much the second term weighs."""
    return labelled(random, *shape) | {"T": np.asarray(1.5), "c": np.asarray(0.125)}


def binary(random: np.random.Generator, *shape: int) -> Inputs:
    """Logits, and targets between 0 and 1."""
    return numbers(random, *shape) | {"t": random.uniform(size=shape)}


def rows(random: np.random.Generator, *shape: int) -> Inputs:
    """Rows to be normalised, the weights and biases."""
    width = shape[-1]
    return {"x": random.normal(size=shape) + 1, "w": random.normal(size=width), "b": random.normal(size=width)}


def layer(random: np.random.Generator, *shape: int) -> Inputs:
    """Samples × features × classes."""
    samples, features, classes = shape
    weights = {"W": random.normal(size=(classes, features)) / 8, "b": random.normal(size=classes)}
    return {"x": random.normal(size=(samples, features)), "t": random.integers(classes, size=samples)} | weights


# NumPy as people write it: the formulas as they are found in courses, with the usual care for overflow.


def np_softmax(a: Array) -> Results:
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return (e / e.sum(axis=-1, keepdims=True),)


def np_softmax_vjp(a: Array, y_bar: Array) -> Results:
    (y,) = np_softmax(a)
    return y, y * (y_bar - np.sum(y_bar * y, axis=-1, keepdims=True))


def np_cross_entropy(a: Array, t: Array) -> Results:
    (y,) = np_softmax(a)
    each = np.arange(len(a))
    loss = -np.log(y[each, t]).mean()
    y[each, t] -= 1
    return loss, y / len(a)


def np_cross_entropy_rows(a: Array, t: Array) -> Results:
    (y,) = np_softmax(a)
    each = np.arange(len(a))
    loss = -np.log(y[each, t])
    y[each, t] -= 1
    return loss, y


def np_own(a: Array, t: Array, T: Array, c: Array) -> Results:
    scaled = a / T
    top = scaled.max(axis=-1, keepdims=True)
    e = np.exp(scaled - top)
    z = e.sum(axis=-1, keepdims=True)
    y, lse, each = e / z, top + np.log(z), np.arange(len(a))
    loss = lse[:, 0] - scaled[each, t] + c * lse[:, 0] ** 2
    gradient = y * (1 + 2 * c * lse)
    gradient[each, t] -= 1
    return loss, gradient / T


def np_sigmoid(x: Array) -> Array:
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


def np_sigmoid_vjp(x: Array, y_bar: Array) -> Results:
    y = np_sigmoid(x)
    return y, y_bar * y * (1 - y)


def np_binary(x: Array, t: Array) -> Results:
    loss = np.maximum(x, 0) - x * t + np.log1p(np.exp(-np.abs(x)))
    return loss, np_sigmoid(x) - t


def np_layer_norm_vjp(x: Array, w: Array, b: Array, y_bar: Array) -> Results:
    inverse = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-5)
    h = (x - x.mean(axis=-1, keepdims=True)) * inverse
    h_bar = y_bar * w
    x_bar = inverse * (h_bar - h_bar.mean(axis=-1, keepdims=True) - h * (h_bar * h).mean(axis=-1, keepdims=True))
    return w * h + b, x_bar, (y_bar * h).sum(axis=0), y_bar.sum(axis=0)


def np_linear(x: Array, t: Array, W: Array, b: Array) -> Results:
    loss, z_bar = np_cross_entropy(x @ W.T + b, t)
    return loss, z_bar.T @ x, z_bar.sum(axis=0)


# The other libraries get their module (torch; jax; scipy.special) and their own arrays.  PyTorch and JAX say the value
# and differentiate it themselves.


def torch_binary(torch: Any, x: Any, t: Any) -> Any:
    return torch.nn.functional.binary_cross_entropy_with_logits(x, t, reduction="none")


def torch_own(torch: Any, a: Any, t: Any, T: Any, c: Any) -> Any:
    return torch.nn.functional.cross_entropy(a / T, t, reduction="none") + c * torch.logsumexp(a / T, -1) ** 2


def jax_cross_entropy(jax: Any, a: Any, t: Any) -> Any:
    return -jax.numpy.take_along_axis(jax.nn.log_softmax(a), t[:, None], -1)[:, 0]


def jax_own(jax: Any, a: Any, t: Any, T: Any, c: Any) -> Any:
    return jax_cross_entropy(jax, a / T, t) + c * jax.nn.logsumexp(a / T, -1) ** 2


def jax_binary(jax: Any, x: Any, t: Any) -> Any:
    return jax.numpy.maximum(x, 0) - x * t + jax.numpy.log1p(jax.numpy.exp(-jax.numpy.abs(x)))


def jax_layer_norm(jax: Any, x: Any, w: Any, b: Any) -> Any:
    variance = x.var(axis=-1, keepdims=True)
    return w * (x - x.mean(axis=-1, keepdims=True)) * jax.lax.rsqrt(variance + 1e-5) + b


def scipy_softmax_vjp(special: Any, a: Array, y_bar: Array) -> Results:
    y = special.softmax(a, axis=-1)
    return y, y * (y_bar - np.sum(y_bar * y, axis=-1, keepdims=True))


def scipy_sigmoid_vjp(special: Any, x: Array, y_bar: Array) -> Results:
    y = special.expit(x)
    return y, y_bar * y * (1 - y)


@dataclass(frozen=True, slots=True)
class Job:
    """What is computed, from which inputs, and how each of the others does it."""

    theory: str  # a name in the library, or a text
    inputs: Callable[..., Inputs]
    wrt: tuple[str, ...]  # differentiated by these; by none: the value alone
    shapes: tuple[tuple[int, ...], ...]
    torch: Callable[..., Any]
    jax: Callable[..., Any]
    numpy: Callable[..., Results]
    scipy: Callable[..., Results] | None = None
    loss: bool = False  # the gradient is that of the sum of the values; else there is a cotangent
    beside: str = ""  # a theory that takes `a` and `t`, timed too: what the same costs in the library


SHORT, LONG, LONGER, ONE = (65536, 10), (8192, 1000), (256, 32000), (1, 1000)
ROWS = (SHORT, LONG, LONGER, ONE)
MANY, FEW = (8_000_000,), (10_000,)
NARROW, WIDE = (256, 64, 10), (1024, 256, 100)

JOBS = {
    "cross-entropy, mean, value and gradient": Job(
        MEAN_CROSS_ENTROPY,
        labelled,
        ("a",),
        ROWS,
        lambda torch, a, t: torch.nn.functional.cross_entropy(a, t),
        lambda jax, a, t: jax_cross_entropy(jax, a, t).mean(),
        np_cross_entropy,
        loss=True,
    ),
    "cross-entropy, row by row, value and gradient": Job(
        CROSS_ENTROPY,
        labelled,
        ("a",),
        ROWS,
        lambda torch, a, t: torch.nn.functional.cross_entropy(a, t, reduction="none"),
        jax_cross_entropy,
        np_cross_entropy_rows,
        loss=True,
    ),
    "softmax": Job(
        "softmax",
        scores,
        (),
        ROWS,
        lambda torch, a: torch.softmax(a, -1),
        lambda jax, a: jax.nn.softmax(a),
        np_softmax,
        lambda special, a: (special.softmax(a, axis=-1),),
    ),
    "softmax VJP": Job(
        "softmax",
        scores,
        ("a",),
        ROWS,
        lambda torch, a: torch.softmax(a, -1),
        lambda jax, a: jax.nn.softmax(a),
        np_softmax_vjp,
        scipy_softmax_vjp,
    ),
    "sigmoid VJP": Job(
        "sigmoid",
        numbers,
        ("x",),
        (MANY, FEW),
        lambda torch, x: torch.sigmoid(x),
        lambda jax, x: jax.nn.sigmoid(x),
        np_sigmoid_vjp,
        scipy_sigmoid_vjp,
    ),
    "binary cross-entropy, value and gradient": Job(
        "binary_cross_entropy", binary, ("x",), (MANY, FEW), torch_binary, jax_binary, np_binary, loss=True
    ),
    "layer norm VJP": Job(
        LAYER_NORM,
        rows,
        ("x", "w", "b"),
        ROWS,
        lambda torch, x, w, b: torch.nn.functional.layer_norm(x, w.shape, w, b),
        jax_layer_norm,
        np_layer_norm_vjp,
    ),
    "linear, softmax, cross-entropy": Job(
        LINEAR,
        layer,
        ("W", "b"),
        (NARROW, WIDE),
        lambda torch, x, t, W, b: torch.nn.functional.cross_entropy(x @ W.T + b, t),
        lambda jax, x, t, W, b: jax_cross_entropy(jax, x @ W.T + b, t).mean(),
        np_linear,
        loss=True,
    ),
    "a loss of one's own": Job(
        OWN, tempered, ("a",), (SHORT, LONG), torch_own, jax_own, np_own, loss=True, beside=CROSS_ENTROPY
    ),
}
SMOKE = {2: (8, 10), 1: (20,), 3: (8, 4, 3)}
"""For --smoke: a shape of each length."""


@dataclass(frozen=True, slots=True)
class Goal:
    """`times` as fast as a peer: one by its name, or the best of them."""

    job: str
    shapes: tuple[tuple[int, ...], ...]
    peer: str
    times: float
    dtypes: tuple[str, ...] = ("float32", "float64")


BOTH_LOSSES = ("cross-entropy, mean, value and gradient", "cross-entropy, row by row, value and gradient")
GOALS = (
    *(
        Goal(name, *wanted)
        for name in BOTH_LOSSES
        for wanted in (
            ((SHORT,), "torch", 12, ("float32",)),
            ((SHORT,), "torch", 7, ("float64",)),
            ((SHORT,), "jax", 1.5),
            ((LONG, LONGER), "jax", 1.15, ("float32",)),
            ((LONG, LONGER), "jax", 1.6, ("float64",)),
        )
    ),
    Goal("softmax", (SHORT,), "jax", 1.2),
    Goal("softmax VJP", (SHORT,), "jax", 1.2),
    Goal("softmax", (SHORT,), "torch", 7),
    Goal("softmax VJP", (SHORT,), "torch", 7),
    Goal("softmax", (LONG, LONGER), "torch", 0.85, ("float32",)),
    Goal("softmax VJP", (LONG, LONGER), "torch", 0.85, ("float32",)),
    Goal("softmax", (LONG, LONGER), "torch", 1.2, ("float64",)),
    Goal("softmax VJP", (LONG, LONGER), "torch", 1.05, ("float64",)),
    Goal("sigmoid VJP", (MANY,), "torch", 0.7),
    Goal("sigmoid VJP", (MANY,), "numpy", 4),
    Goal("sigmoid VJP", (FEW,), "torch", 1.6),
    Goal("binary cross-entropy, value and gradient", (MANY, FEW), "best", 1.7),
    Goal("layer norm VJP", (SHORT,), "torch", 1.3),
    Goal("layer norm VJP", (ONE,), "jax", 1.6),
    Goal("layer norm VJP", (LONG, LONGER), "torch", 0.5, ("float32",)),
    Goal("layer norm VJP", (LONG, LONGER), "torch", 0.75, ("float64",)),
    Goal("layer norm VJP", (LONG, LONGER), "jax", 1.7),
    Goal("linear, softmax, cross-entropy", (NARROW,), "best", 1.25),
    Goal("linear, softmax, cross-entropy", (WIDE,), "numpy", 0.95),
    Goal("a loss of one's own", (SHORT, LONG), "the library's", 0.8),
)
LIMITS_US = {(name, ONE): 6.0 for name in BOTH_LOSSES}
"""Jobs that have to be done within so many microseconds."""

# ── who does them ─────────────────────────────────────────────────────────────────────────────────────────────────────


def installed(name: str) -> ModuleType | None:
    """The module, or None where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


@cache
def parsed(theory: str) -> derive.Theory:
    """A text, or a name in the library; what was derived from it once is not derived again."""
    return derive.parse(theory) if "=" in theory else derive.load(theory)


@cache
def compiled(theory: str, wrt: tuple[str, ...], threads: int) -> derive.Compiled:
    """What `derive.compile` gives."""
    return derive.compile(parsed(theory), wrt=wrt or None, threads=threads)


def ours(job: Job, inputs: Inputs, y_bar: Array, threads: int = 1) -> Action:
    """The generated functions."""
    function = compiled(job.theory, job.wrt, threads)
    if not job.wrt:
        return lambda: (function.value(**inputs),)

    def action() -> Results:
        value, by = function.value_and_grad(**inputs) if job.loss else function.value_and_vjp(y_bar, **inputs)
        return value, *map(by.__getitem__, job.wrt)

    return action


def by_numpy(job: Job, inputs: Inputs, y_bar: Array) -> Action:
    """By hand."""
    given = inputs if job.loss or not job.wrt else inputs | {"y_bar": y_bar}
    return lambda: job.numpy(**given)


def by_scipy(job: Job, inputs: Inputs, y_bar: Array) -> Action | None:
    """The value by SciPy, its VJP by hand."""
    special, run = installed("scipy.special"), job.scipy
    if special is None or run is None:
        return None
    given = inputs if job.loss or not job.wrt else inputs | {"y_bar": y_bar}
    return lambda: run(special, **given)


def by_torch(job: Job, inputs: Inputs, y_bar: Array) -> Action | None:
    """Eager, with autograd."""
    torch = installed("torch")
    if torch is None:
        return None
    torch.set_num_threads(1)
    tensors = {name: torch.from_numpy(array) for name, array in inputs.items()}
    leaves = [tensors[name].requires_grad_() for name in job.wrt]
    cotangent = torch.from_numpy(y_bar)

    def action() -> Results:
        value = job.torch(torch, **tensors)
        if not leaves:
            return (value,)
        return value.detach(), *torch.autograd.grad(
            value.sum() if job.loss else value, leaves, None if job.loss else cotangent
        )

    return action


def by_jax(job: Job, inputs: Inputs, y_bar: Array) -> Action | None:
    """Jitted; the arrays stay where JAX has them."""
    jax = installed("jax")
    if jax is None:
        return None
    jax.config.update("jax_enable_x64", True)
    jax.config.update("jax_platforms", "cpu")

    def run(given: Mapping[str, Any], cotangent: Any) -> Any:
        def value(*by: Any) -> Any:
            return job.jax(jax, **(given | dict(zip(job.wrt, by, strict=True))))

        if not job.wrt:
            return (value(),)
        result, pull = jax.vjp(value, *(given[name] for name in job.wrt))
        return result, *pull(jax.numpy.ones_like(result) if job.loss else cotangent)

    jitted = jax.jit(run)
    given, cotangent = {name: jax.numpy.asarray(array) for name, array in inputs.items()}, jax.numpy.asarray(y_bar)
    return lambda: jax.block_until_ready(jitted(given, cotangent))


PEERS: dict[str, Callable[[Job, Inputs, Array], Action | None]] = {
    "ours": ours,
    "numpy": by_numpy,
    "scipy": by_scipy,
    "torch": by_torch,
    "jax": by_jax,
}

# ── measured ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def agree(results: Mapping[str, Results], dtype: str) -> None:
    """AssertionError where two disagree by more than rounding; what is large in an array sets the scale."""
    tolerance = 2e-4 if dtype == "float32" else 1e-10
    for who, theirs in results.items():
        for mine, other in zip(results["ours"], theirs, strict=True):
            scale = float(np.abs(other).max(initial=0))
            np.testing.assert_allclose(mine, other, rtol=tolerance, atol=tolerance * scale, err_msg=who)


def milliseconds(actions: Mapping[str, Action], seconds: float) -> dict[str, float]:
    """The median time of each.  They take turns, each first in its turn; what takes little time is repeated."""
    loops = {}
    for who, action in actions.items():
        start = time.perf_counter()
        action()
        once = time.perf_counter() - start
        loops[who] = max(1, min(1000, int(0.002 / once))) if seconds else 1
    times: dict[str, list[float]] = {who: [] for who in actions}
    end = time.perf_counter() + seconds
    turns, order = 0, list(actions.items())
    while turns < (7 if seconds else 1) or (time.perf_counter() < end and turns < 500):
        for who, action in order[turns % len(order) :] + order[: turns % len(order)]:
            start = time.perf_counter()
            for _ in range(loops[who]):
                action()
            times[who].append((time.perf_counter() - start) / loops[who])
        turns += 1
    return {who: median(taken) * 1e3 for who, taken in times.items()}


def inputs_of(job: Job, shape: tuple[int, ...], dtype: str) -> tuple[Inputs, Array]:
    """The arrays, and a cotangent of the value's shape for what is no loss."""
    random = np.random.default_rng(0)
    given = job.inputs(random, *shape)
    cast = {name: array.astype(dtype) if array.dtype.kind == "f" else array for name, array in given.items()}
    return cast, random.normal(size=shape).astype(dtype)


def size_of(shape: tuple[int, ...]) -> str:
    """As it is written in the tables."""
    return "×".join(map(str, shape))


def goal(reached: float, unit: str, wanted: float, met: bool) -> str:
    """How a figure stands to what is wanted."""
    return f"{reached:.2f} {unit} (goal {wanted:g}{'' if met else ', NOT MET'})"


def judged(name: str, shape: tuple[int, ...], dtype: str, taken: Mapping[str, float]) -> str:
    """The goals that this row has, each with what was reached."""
    said = []
    others = {who: t for who, t in taken.items() if who != "ours"}
    for each in GOALS:
        peer = min(others, key=others.__getitem__) if each.peer == "best" else each.peer
        if each.job == name and shape in each.shapes and dtype in each.dtypes and peer in others:
            ratio = others[peer] / taken["ours"]
            said.append(goal(ratio, f"× {peer}", each.times, ratio >= each.times))
    if (limit := LIMITS_US.get((name, shape))) is not None:
        said.append(goal(taken["ours"] * 1e3, "µs", limit, taken["ours"] * 1e3 <= limit))
    return "; ".join(said)


def speed(only: str, seconds: float) -> None:
    """A row for each job, shape and dtype."""
    print(f"| job | shape | dtype | {' | '.join(f'{who} ms' for who in PEERS)} | reached |")
    print(f"|---|---|---|{'---:|' * len(PEERS)}---|")
    for name, job in JOBS.items():
        for shape in job.shapes if seconds else (SMOKE[len(job.shapes[0])],):
            for dtype in ("float32", "float64"):
                row = f"| {name} | {size_of(shape)} | {dtype} |"
                if only not in row:
                    continue
                inputs, y_bar = inputs_of(job, shape, dtype)
                made = {who: make(job, inputs, y_bar) for who, make in PEERS.items()}
                actions = {who: action for who, action in made.items() if action}
                agree({who: [np.asarray(r) for r in action()] for who, action in actions.items()}, dtype)
                if job.beside:
                    other = replace(job, theory=job.beside)
                    actions["the library's"] = ours(other, {name: inputs[name] for name in ("a", "t")}, y_bar)
                taken = milliseconds(actions, seconds)
                columns = " | ".join(f"{taken[who]:.4g}" if who in taken else "" for who in PEERS)
                print(row, columns, "|", judged(name, shape, dtype, taken), "|", flush=True)


def memory(only: str, shape: tuple[int, ...]) -> None:
    """What is allocated at the most while a function runs, less what it returns; for ours and for NumPy."""
    chosen = {name: job for name, job in JOBS.items() if only in name and LONG in job.shapes}
    if chosen:
        print("\n| memory beyond the outputs, MiB | shape | numpy | ours |\n|---|---|---:|---|")
    for name, job in chosen.items():
        inputs, y_bar = inputs_of(job, shape, "float32")
        beyond = {}
        for who in ("ours", "numpy"):
            action = PEERS[who](job, inputs, y_bar)
            assert action is not None
            action()
            tracemalloc.start()
            results = action()
            beyond[who] = (tracemalloc.get_traced_memory()[1] - sum(np.asarray(r).nbytes for r in results)) / 2**20
            tracemalloc.stop()
        said = goal(beyond["ours"], "MiB", 5, beyond["ours"] <= 5)
        print(f"| {name} | {size_of(shape)} | {beyond['numpy']:.1f} | {said} |")


def threads(only: str, seconds: float, shape: tuple[int, ...]) -> None:
    """How much faster two threads are, on all processors."""
    chosen = {name: job for name, job in JOBS.items() if only in name and LONG in job.shapes}
    if not chosen or not hasattr(os, "sched_setaffinity"):
        return
    one, several = os.sched_getaffinity(0), {int(each) for each in os.environ[PROCESSORS].split()}
    print("\n| two threads, ms | shape | dtype | one | two | reached |\n|---|---|---|---:|---:|---|")
    for name, job in chosen.items():
        for dtype in ("float32", "float64"):
            inputs, y_bar = inputs_of(job, shape, dtype)
            actions = {"ours": ours(job, inputs, y_bar), "two": ours(job, inputs, y_bar, threads=2)}
            os.sched_setaffinity(0, several)
            agree({who: [np.asarray(r) for r in action()] for who, action in actions.items()}, dtype)
            taken = milliseconds(actions, seconds)
            os.sched_setaffinity(0, one)
            ratio = taken["ours"] / taken["two"]
            said = goal(ratio, "×", 1.7, ratio >= 1.7)
            print(
                f"| {name} | {size_of(shape)} | {dtype} | {taken['ours']:.4g} | {taken['two']:.4g} | {said} |",
                flush=True,
            )


def overhead(only: str, seconds: float) -> None:
    """One short row: what a call costs beyond the NumPy calls that its digits need, written without any check."""
    chosen = {name: bare for name, bare in BARE.items() if only in name}
    if chosen:
        print("\n| a call at one row of 10, µs | ours | the NumPy calls inside | beyond |\n|---|---:|---:|---|")
    for name, bare in chosen.items():
        job = JOBS.get(name) or NEGATIVE
        inputs, y_bar = inputs_of(job, (1, 10) if len(job.shapes[0]) == 2 else (10,), "float32")
        inside = by_numpy(replace(job, numpy=bare), inputs, y_bar)
        actions = {"ours": ours(job, inputs, y_bar), "inside": inside}
        agree({who: [np.asarray(r) for r in action()] for who, action in actions.items()}, "float32")
        taken = {who: t * 1e3 for who, t in milliseconds(actions, seconds).items()}
        more = taken["ours"] - taken["inside"]
        print(f"| {name} | {taken['ours']:.1f} | {taken['inside']:.1f} | {goal(more, 'µs', 3, more <= 3)} |")


def bare_negative(a: Array, y_bar: Array) -> Results:
    return np.negative(a), np.negative(y_bar)


def bare_softmax(a: Array) -> Results:
    y = np.subtract(a, np.maximum.reduce(a, axis=-1, keepdims=True))
    np.exp(y, out=y)
    y /= np.add.reduce(y, axis=-1, keepdims=True)
    return (y,)


def bare_softmax_vjp(a: Array, y_bar: Array) -> Results:
    (y,) = bare_softmax(a)
    x = np.subtract(y_bar, np.add.reduce(np.multiply(y_bar, y), axis=-1, keepdims=True))
    np.subtract(x, np.add.reduce(np.multiply(x, y), axis=-1, keepdims=True), out=x)
    x *= y
    return y, x


def bare_cross_entropy(a: Array, t: Array) -> Results:
    y = np.subtract(a, np.maximum.reduce(a, axis=-1, keepdims=True))
    np.exp(y, out=y)
    mine = np.arange(len(a)), t
    own = y[mine]
    y[mine] = 0
    rest = np.add.reduce(y, axis=-1)
    total = np.add(rest, own)
    y /= total[:, None]
    y[mine] = -rest / total
    y /= len(a)
    return np.add.reduce(np.log1p(rest / own)) / len(a), y


def bare_sigmoid_vjp(x: Array, y_bar: Array) -> Results:
    e = np.exp(x)
    y = np.divide(e, np.add(e, 1))
    w = np.add(e, 2)
    w *= e
    w += 1
    e /= w
    e *= y_bar
    return y, e


NEGATIVE = Job(
    "a: Real[K]\ny[i] = -a[i]",
    scores,
    ("a",),
    ROWS,
    lambda torch, a: -a,
    lambda jax, a: -a,
    lambda a, y_bar: (-a, -y_bar),
)
"""Nothing to compute: what is left is around the mathematics."""
BARE = {
    "a sign, VJP": bare_negative,
    "softmax": bare_softmax,
    "softmax VJP": bare_softmax_vjp,
    "cross-entropy, mean, value and gradient": bare_cross_entropy,
    "sigmoid VJP": bare_sigmoid_vjp,
}
PROCESSORS = "BENCHMARK_PROCESSORS"
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Generated code beside what one would use instead.")
    parser.add_argument("--smoke", action="store_true", help="each once, on small arrays")
    parser.add_argument("--only", default="", help="rows that contain this text", metavar="TEXT")
    parser.add_argument("--seconds", type=float, default=2, help="for each row")
    given = parser.parse_args()
    missing = [name for name in ("scipy", "torch", "jax") if installed(name) is None]
    if missing:
        print(f"not installed, left out: {', '.join(missing)}\n")
    seconds = 0 if given.smoke else given.seconds
    speed(given.only, seconds)
    memory(given.only, SMOKE[2] if given.smoke else LONG)
    overhead(given.only, seconds)
    threads(given.only, seconds, SMOKE[2] if given.smoke else LONG)


def on_one_thread() -> None:
    """Begin anew where libraries would use several: they read that, and how many processors there are, when they are loaded."""
    if any(os.environ.get(name) != value for name, value in ONE_THREAD.items()):
        if hasattr(os, "sched_setaffinity"):
            os.environ[PROCESSORS] = " ".join(map(str, os.sched_getaffinity(0)))
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | ONE_THREAD)


if __name__ == "__main__":
    on_one_thread()
    main()
