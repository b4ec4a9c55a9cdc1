"""How fast could NumPy be?  The calls that a job cannot do without, and nothing else.

    python benchmarks/passes.py [--smoke] [--only TEXT] [--seconds S]

The jobs of `arrays.py`, by hand: on blocks that stay in a processor's cache, each call into an array that is there already;
results are new arrays, as those of functions are.  Nothing is checked, nothing is shifted against overflow, no digits are
kept: what is left is about the time that NumPy itself takes.  Where a peer is faster than that, NumPy calls hardly reach it.

Where the formula as it stands loses digits the same is shown with the calls that keep them, by the theorems that generated
code rests on, still without a check: about what NumPy takes for the accuracy that is asked for.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

import numpy as np
from arrays import JOBS, PEERS, SMOKE, Action, Array, Results, agree, inputs_of, milliseconds, on_one_thread, size_of

BLOCK = 2**20
"""Bytes of a block."""


def blocks(x: Array) -> Iterator[slice]:
    """The rows of each."""
    rows = max(1, BLOCK * len(x) // max(1, x.nbytes))
    yield from (slice(n, n + rows) for n in range(0, len(x), rows))


Jobs = dict[str, Callable[..., Action]]


class Softmax:
    """y, block by block, and what else needs it."""

    def __init__(self, a: Array) -> None:
        self.a, self.y, self.ones = a, a, np.ones(a.shape[-1], a.dtype)
        self.short = a.shape[-1] < 32

    def total(self, e: Array) -> Array:
        """The sum of each row: a product with ones is quicker."""
        return e.dot(self.ones)

    def spread(self, x: Array) -> Array:
        """A number of each row beside its elements; beside few, repeated, so that one call goes over all of them."""
        return np.repeat(x, self.a.shape[-1]).reshape(len(x), -1) if self.short else x[:, None]

    def block(self, rows: slice) -> tuple[Array, Array]:
        """y of some rows, and the sums of their exponentials."""
        e = np.exp(self.a[rows], out=self.y[rows])
        total = self.total(e)
        return np.divide(e, self.spread(total), out=e), total


def softmax(a: Array) -> Action:
    one = Softmax(a)

    def action() -> Results:
        one.y = np.empty_like(a)
        for rows in blocks(a):
            one.block(rows)
        return (one.y,)

    return action


def softmax_vjp(a: Array, y_bar: Array) -> Action:
    one = Softmax(a)

    def action() -> Results:
        one.y, a_bar = np.empty_like(a), np.empty_like(a)
        for rows in blocks(a):
            y, _ = one.block(rows)
            dot = np.einsum("ij,ij->i", y_bar[rows], y) if one.short else np.vecdot(y_bar[rows], y)
            np.subtract(y_bar[rows], one.spread(dot), out=a_bar[rows])
            a_bar[rows] *= y
        return one.y, a_bar

    return action


def cross_entropy(a: Array, t: Array) -> Action:
    one, each, scores = Softmax(a), np.arange(len(a)) * a.shape[-1] + t, a.reshape(-1)

    def action() -> Results:
        one.y, loss = np.empty_like(a), np.empty(len(a), a.dtype)
        flat = one.y.reshape(-1)
        for rows in blocks(a):
            _, total = one.block(rows)
            np.subtract(np.log(total), scores[each[rows]], out=loss[rows])
            flat[each[rows]] -= 1
        return loss, one.y

    return action


def softmax_vjp_with_digits(a: Array, y_bar: Array) -> Action:
    """The mean of the cotangents is taken off twice: what the first one is rounded by is in the second."""
    one = Softmax(a)

    def action() -> Results:
        one.y, a_bar = np.empty_like(a), np.empty_like(a)
        for rows in blocks(a):
            y, _ = one.block(rows)
            bar, less = y_bar[rows], a_bar[rows]
            for of in (bar, less):
                dot = np.einsum("ij,ij->i", of, y) if one.short else np.vecdot(of, y)
                np.subtract(of, one.spread(dot), out=less)
            less *= y
        return one.y, a_bar

    return action


def cross_entropy_with_digits(a: Array, t: Array) -> Action:
    """1 - y is the sum of the others over the sum of all, the logarithm of y that of one and what the others are beside y."""
    one, each = Softmax(a), np.arange(len(a)) * a.shape[-1] + t

    def action() -> Results:
        one.y, loss = np.empty_like(a), np.empty(len(a), a.dtype)
        for rows in blocks(a):
            e = np.exp(a[rows], out=one.y[rows])
            flat, at = e.reshape(-1), each[rows] - each[rows][0] + t[rows][0]
            mine = flat[at]
            flat[at] = 0
            others = one.total(e)
            total = others + mine
            np.log1p(others / mine, out=loss[rows])
            np.divide(e, one.spread(total), out=e)
            flat[at] = -others / total
        return loss, one.y

    return action


def sigmoid_vjp_with_digits(x: Array, y_bar: Array) -> Action:
    """The slope as e/(1 + e(2 + e))."""

    def action() -> Results:
        y, x_bar = np.empty_like(x), np.empty_like(x)
        w = np.empty(BLOCK // x.itemsize, x.dtype)
        for some in blocks(x):
            e = np.exp(x[some], out=x_bar[some])
            below = w[: len(e)]
            np.divide(e, np.add(e, 1, out=below), out=y[some])
            np.add(e, 2, out=below)
            below *= e
            below += 1
            e /= below
            e *= y_bar[some]
        return y, x_bar

    return action


def binary_with_digits(x: Array, t: Array) -> Action:
    """The larger of (1 - t)x and -tx beside log(1 + exp(-abs(x))), and ((1 - t)e - t)/(1 + e): nothing cancels."""
    rests, products = (np.empty(BLOCK // x.itemsize, x.dtype) for _ in range(2))

    def action() -> Results:
        loss, slope = np.empty_like(x), np.empty_like(x)
        for some in blocks(x):
            e = np.exp(x[some], out=slope[some])
            rest, product = rests[: len(e)], products[: len(e)]
            log = np.minimum(np.divide(1, e, out=product), e, out=loss[some])
            np.log1p(log, out=log)
            np.subtract(1, t[some], out=rest)
            np.multiply(t[some], x[some], out=product)
            np.negative(product, out=product)
            log += np.maximum(np.multiply(rest, x[some], out=rest), product, out=product)
            np.subtract(1, t[some], out=rest)
            rest *= e
            rest -= t[some]
            e += 1
            np.divide(rest, e, out=e)
        return loss, slope

    return action


def sigmoid_vjp(x: Array, y_bar: Array) -> Action:
    def action() -> Results:
        y, x_bar = np.empty_like(x), np.empty_like(x)
        for some in blocks(x):
            e = np.exp(x[some], out=y[some])
            w = np.add(e, 1, out=x_bar[some])
            e /= w
            np.divide(e, w, out=w)
            w *= y_bar[some]
        return y, x_bar

    return action


def binary(x: Array, t: Array) -> Action:
    product = np.empty(BLOCK // x.itemsize, x.dtype)

    def action() -> Results:
        loss, slope = np.empty_like(x), np.empty_like(x)
        for some in blocks(x):
            e = np.exp(x[some], out=slope[some])
            log = np.log1p(e, out=loss[some])
            log -= np.multiply(x[some], t[some], out=product[: len(e)])
            e /= np.add(e, 1, out=product[: len(e)])
            e -= t[some]
        return loss, slope

    return action


def layer_norm_vjp(x: Array, w: Array, b: Array, y_bar: Array) -> Action:
    one, length = Softmax(x), x.shape[-1]

    def action() -> Results:
        y, x_bar = np.empty_like(x), np.empty_like(x)
        w_bar, b_bar = np.zeros_like(w), np.zeros_like(b)
        for rows in blocks(x):
            h, g, bar = y[rows], x_bar[rows], y_bar[rows]
            np.subtract(x[rows], one.spread(one.total(x[rows]) / length), out=h)
            square = np.einsum("ij,ij->i", h, h) if one.short else np.vecdot(h, h)
            scale = 1 / np.sqrt(square / length + 1e-5)
            h *= one.spread(scale)
            w_bar += np.einsum("ij,ij->j", bar, h)
            b_bar += bar.sum(axis=0)
            np.multiply(bar, w, out=g)
            dot = np.einsum("ij,ij->i", g, h) if one.short else np.vecdot(g, h)
            g -= one.spread(one.total(g) / length)
            g -= h * one.spread(dot / length)
            g *= one.spread(scale)
            h *= w
            h += b
        return y, x_bar, w_bar, b_bar

    return action


def linear(x: Array, t: Array, W: Array, b: Array) -> Action:
    def action() -> Results:
        z = x @ W.T
        z += b
        loss, z_bar = cross_entropy(z, t)()
        z_bar /= len(x)
        return loss.mean(), z_bar.T @ x, z_bar.sum(axis=0)

    return action


PASSES: Jobs = {
    "cross-entropy, row by row, value and gradient": cross_entropy,
    "softmax": softmax,
    "softmax VJP": softmax_vjp,
    "sigmoid VJP": sigmoid_vjp,
    "binary cross-entropy, value and gradient": binary,
    "layer norm VJP": layer_norm_vjp,
    "linear, softmax, cross-entropy": linear,
}

WITH_DIGITS: Jobs = {
    "cross-entropy, row by row, value and gradient": cross_entropy_with_digits,
    "softmax VJP": softmax_vjp_with_digits,
    "sigmoid VJP": sigmoid_vjp_with_digits,
    "binary cross-entropy, value and gradient": binary_with_digits,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The NumPy calls that a job cannot do without.")
    parser.add_argument("--smoke", action="store_true", help="each once, on small arrays")
    parser.add_argument("--only", default="", help="rows that contain this text", metavar="TEXT")
    parser.add_argument("--seconds", type=float, default=1, help="for each row")
    given = parser.parse_args()
    seconds = 0 if given.smoke else given.seconds
    columns = ("the calls", "with digits", "ours", "torch", "jax")
    times = (*(f"{column}, ms" for column in columns), "torch / calls", "jax / calls")
    print(f"| job | shape | dtype | {' | '.join(times)} |")
    print(f"|---|---|---|{'---:|' * len(times)}")
    for name, by_hand in PASSES.items():
        job = JOBS[name]
        for shape in job.shapes if seconds else (SMOKE[len(job.shapes[0])],):
            for dtype in ("float32", "float64"):
                row = f"| {name} | {size_of(shape)} | {dtype} |"
                if given.only not in row:
                    continue
                inputs, y_bar = inputs_of(job, shape, dtype)
                made = {who: PEERS[who](job, inputs, y_bar) for who in ("ours", "torch", "jax")}
                bar = {} if job.loss or not job.wrt else {"y_bar": y_bar}
                actions = {who: a for who, a in made.items() if a} | {"the calls": by_hand(**inputs, **bar)}
                if name in WITH_DIGITS:
                    actions["with digits"] = WITH_DIGITS[name](**inputs, **bar)
                agree({who: [np.asarray(r) for r in a()] for who, a in actions.items()}, dtype)
                taken = milliseconds(actions, seconds)
                cells = [f"{taken[who]:.4g}" if who in taken else "" for who in columns]
                cells += [f"{taken[who] / taken['the calls']:.2f}" if who in taken else "" for who in ("torch", "jax")]
                print(row, " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    on_one_thread()
    main()
