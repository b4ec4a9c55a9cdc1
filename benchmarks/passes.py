"""How fast could NumPy be?  The calls that a job cannot do without, and nothing else.

    python benchmarks/passes.py [--smoke] [--only TEXT] [--seconds S]

The jobs of `arrays.py`, by hand: on blocks that stay in a processor's cache, each call into an array that is there already;
results are new arrays, as those of functions are.  Nothing is checked, nothing is shifted against overflow, no digits are
kept: what is left is about the time that NumPy itself takes.  Where a peer is faster than that, NumPy calls hardly reach it.
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


class Softmax:
    """y, block by block, and what else needs it."""

    def __init__(self, a: Array) -> None:
        self.a, self.y, self.ones = a, a, np.ones(a.shape[-1], a.dtype)
        self.short = a.shape[-1] < 32

    def total(self, e: Array) -> Array:
        """The sum of each row: a product with ones is quicker, but not of short rows."""
        return np.einsum("ij->i", e) if self.short else np.vecdot(e, self.ones)

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


PASSES: dict[str, Callable[..., Action]] = {
    "cross-entropy, row by row, value and gradient": cross_entropy,
    "softmax": softmax,
    "softmax VJP": softmax_vjp,
    "sigmoid VJP": sigmoid_vjp,
    "binary cross-entropy, value and gradient": binary,
    "layer norm VJP": layer_norm_vjp,
    "linear, softmax, cross-entropy": linear,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The NumPy calls that a job cannot do without.")
    parser.add_argument("--smoke", action="store_true", help="each once, on small arrays")
    parser.add_argument("--only", default="", help="rows that contain this text", metavar="TEXT")
    parser.add_argument("--seconds", type=float, default=1, help="for each row")
    given = parser.parse_args()
    seconds = 0 if given.smoke else given.seconds
    times = ("the calls, ms", "ours, ms", "torch, ms", "jax, ms", "torch / calls", "jax / calls")
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
                agree({who: [np.asarray(r) for r in a()] for who, a in actions.items()}, dtype)
                taken = milliseconds(actions, seconds)
                cells = [f"{taken[who]:.4g}" if who in taken else "" for who in ("the calls", *made)]
                cells += [f"{taken[who] / taken['the calls']:.2f}" if who in taken else "" for who in ("torch", "jax")]
                print(row, " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    on_one_thread()
    main()
