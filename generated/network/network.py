"""A softmax layer with its loss

    z[i] = sum(W[i, j]*o[j] for j in N) + b[i]
    s[i] = exp(z[i])/sum(exp(z[k]) for k in K)
    L = -sum(t[i]*log(s[i]) for i in K)

Made by derive from the theory network (sha256 03d92694d68a9ce1); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/20, and dimensions up to 10; the tests beside this file hold them.

Computed by these equations, which keep it from overflowing and cancelling; each is a theorem:

    log(exp(u)/sum(exp(v[k]) for k in K)) == u - c - log(sum(exp(v[k] - c) for k in K))
        (a shift of all exponents cancels, and the logarithm undoes the exponential)
    exp(u)/sum(exp(v[k]) for k in K if P[k]) == exp(u - c)/sum(exp(v[k] - c) for k in K if P[k])
        (a shift of all exponents cancels: c = the largest)
    u/d == u*exp(-c)/(d*exp(-c))
        (a shift of all exponents cancels: c = the largest)
    1 - f[i]/sum(f[k] for k in K) == sum(f[k] for k in K if k != i)/sum(f[k] for k in K)
        (what a share lacks to 1 are the shares of the others)
    u - t == (1 - t)*u - t*(1 - u)
        (what u lacks to 1 is known to the last digit, u - 1 is not)
"""

from __future__ import annotations

import math
import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "network",
    "network_value_and_grad",
    "network_grad",
    "network_value_and_vjp",
    "network_vjp",
    "network_jvp",
    "network_jacobian",
    "z",
    "s",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def network(W: ArrayLike, o: ArrayLike, b: ArrayLike, t: ArrayLike) -> Array:
    """The value of L.

        z[i] = sum(W[i, j]*o[j] for j in N) + b[i]
        s[i] = exp(z[i])/sum(exp(z[k]) for k in K)
        L = -sum(t[i]*log(s[i]) for i in K)

    Args:
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).
        t: one-hot, or integer class labels without the last axis, shape (..., K).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    >>> np.round(network(W=[[0.5, -1, 0.25], [1, 0, -0.5], [-0.25, 0.75, 1]], o=[1, 2, -1], b=[0, 0.5, -0.5], t=[0.0, 1.0, 0.0]), 4).tolist()
    0.1213
    """
    W, o, b, t = _arrays(W=(W, "K", "N"), o=(o, "N"), b=(b, "K"), t=(t, "K", "one-hot"))
    z = np.einsum("...ij,...j->...i", W, o) + b
    e, total = _exps(z, axis=-1)
    shifted_z = _below(z, z.max(axis=-1, keepdims=True, initial=-np.inf))
    log_s = shifted_z - np.log1p(_excess(e, axis=-1, keepdims=True))
    return -_times_log(t, log_s).sum(axis=-1)


@np.errstate(all="ignore")
def network_value_and_grad(
    W: ArrayLike, o: ArrayLike, b: ArrayLike, t: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of L, and its gradient by each input, summed over the batch.

        diff(L, W[l, m]) = (s[l] - t[l])*o[m]
        diff(L, o[l]) = sum(W[k, l]*(s[k] - t[k]) for k in K)
        diff(L, b[l]) = s[l] - t[l]

    Args:
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).
        t: one-hot, or integer class labels without the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        sum(t[i] for i in K) == 1
    """
    W, o, b, t = _arrays(W=(W, "K", "N"), o=(o, "N"), b=(b, "K"), t=(t, "K", "one-hot"))
    if check:
        _require(t)
    z = np.einsum("...ij,...j->...i", W, o) + b
    e, total = _exps(z, axis=-1)
    shifted_z = _below(z, z.max(axis=-1, keepdims=True, initial=-np.inf))
    log_s = shifted_z - np.log1p(_excess(e, axis=-1, keepdims=True))
    L = -_times_log(t, log_s).sum(axis=-1)
    s = e / total
    difference = (1 - t) * s - t * (_others(e, axis=-1) / total)
    return L, {
        "W": _sum_to(difference[..., None] * o[..., None, :], W.shape),
        "o": _sum_to(np.einsum("...kl,...k->...l", W, difference), o.shape),
        "b": _sum_to(difference, b.shape),
    }


def network_grad(W: ArrayLike, o: ArrayLike, b: ArrayLike, t: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of L by each input, summed over the batch.

        diff(L, W[l, m]) = (s[l] - t[l])*o[m]
        diff(L, o[l]) = sum(W[k, l]*(s[k] - t[k]) for k in K)
        diff(L, b[l]) = s[l] - t[l]

    Args:
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).
        t: one-hot, or integer class labels without the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        sum(t[i] for i in K) == 1
    """
    return network_value_and_grad(W, o, b, t, check=check)[1]


@np.errstate(all="ignore")
def network_value_and_vjp(
    L_bar: ArrayLike, /, W: ArrayLike, o: ArrayLike, b: ArrayLike, t: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of L, and the gradient of sum(L_bar * L) by each input.

        W_bar[l, m] = L_bar*(s[l] - t[l])*o[m]
        o_bar[l] = L_bar*sum(W[k, l]*(s[k] - t[k]) for k in K)
        b_bar[l] = L_bar*(s[l] - t[l])

    Args:
        L_bar: real, of the shape of L.
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).
        t: one-hot, or integer class labels without the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        sum(t[i] for i in K) == 1
    """
    W, o, b, t = _arrays(W=(W, "K", "N"), o=(o, "N"), b=(b, "K"), t=(t, "K", "one-hot"))
    batch = np.broadcast_shapes(W.shape[:-2], o.shape[:-1], b.shape[:-1], t.shape[:-1])
    L_bar = _seed("L_bar", L_bar, batch, W.dtype)
    if check:
        _require(t)
    z = np.einsum("...ij,...j->...i", W, o) + b
    e, total = _exps(z, axis=-1)
    shifted_z = _below(z, z.max(axis=-1, keepdims=True, initial=-np.inf))
    log_s = shifted_z - np.log1p(_excess(e, axis=-1, keepdims=True))
    L = -_times_log(t, log_s).sum(axis=-1)
    s = e / total
    difference = (1 - t) * s - t * (_others(e, axis=-1) / total)
    product = L_bar[..., None] * difference
    return L, {
        "W": _sum_to(product[..., None] * o[..., None, :], W.shape),
        "o": _sum_to(L_bar[..., None] * np.einsum("...kl,...k->...l", W, difference), o.shape),
        "b": _sum_to(product, b.shape),
    }


def network_vjp(
    L_bar: ArrayLike, /, W: ArrayLike, o: ArrayLike, b: ArrayLike, t: ArrayLike, *, check: bool = False
) -> dict[str, Array]:
    """The gradient of sum(L_bar * L) by each input.

        W_bar[l, m] = L_bar*(s[l] - t[l])*o[m]
        o_bar[l] = L_bar*sum(W[k, l]*(s[k] - t[k]) for k in K)
        b_bar[l] = L_bar*(s[l] - t[l])

    Args:
        L_bar: real, of the shape of L.
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).
        t: one-hot, or integer class labels without the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        sum(t[i] for i in K) == 1
    """
    return network_value_and_vjp(L_bar, W, o, b, t, check=check)[1]


@np.errstate(all="ignore")
def network_jvp(
    tangents: dict[str, ArrayLike], /, W: ArrayLike, o: ArrayLike, b: ArrayLike, t: ArrayLike, *, check: bool = False
) -> Array:
    """How L changes, to first order, when the inputs change by `tangents`.

        L_dot = sum((s[l] - t[l])*sum(o[m]*W_dot[l, m] for m in N) for l in K) + sum((s[l] - t[l])*sum(o_dot[k]*W[l,
            k] for k in N) for l in K) + sum((s[l] - t[l])*b_dot[l] for l in K)

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).
        t: one-hot, or integer class labels without the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        sum(t[i] for i in K) == 1
    """
    W, o, b, t = _arrays(W=(W, "K", "N"), o=(o, "N"), b=(b, "K"), t=(t, "K", "one-hot"))
    W_dot, o_dot, b_dot = _tangents(tangents, W.dtype, W=W.shape, o=o.shape, b=b.shape)
    if check:
        _require(t)
    z = np.einsum("...ij,...j->...i", W, o) + b
    e, total = _exps(z, axis=-1)
    s = e / total
    difference = (1 - t) * s - t * (_others(e, axis=-1) / total)
    total2 = (difference * np.einsum("...m,...lm->...l", o, W_dot)).sum(axis=-1)
    part = total2 + (difference * np.einsum("...k,...lk->...l", o_dot, W)).sum(axis=-1)
    return part + (difference * b_dot).sum(axis=-1)


@np.errstate(all="ignore")
def network_jacobian(
    W: ArrayLike, o: ArrayLike, b: ArrayLike, t: ArrayLike, *, check: bool = False
) -> dict[str, Array]:
    """The derivative of L by each input.

        diff(L, W[l, m]) = (s[l] - t[l])*o[m]
        diff(L, o[l]) = sum(W[k, l]*(s[k] - t[k]) for k in K)
        diff(L, b[l]) = s[l] - t[l]

    Args:
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).
        t: one-hot, or integer class labels without the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input: batch axes, then those of L, then those of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        sum(t[i] for i in K) == 1
    """
    W, o, b, t = _arrays(W=(W, "K", "N"), o=(o, "N"), b=(b, "K"), t=(t, "K", "one-hot"))
    if check:
        _require(t)
    z = np.einsum("...ij,...j->...i", W, o) + b
    e, total = _exps(z, axis=-1)
    s = e / total
    difference = (1 - t) * s - t * (_others(e, axis=-1) / total)
    return {
        "W": difference[..., None] * o[..., None, :],
        "o": np.einsum("...kl,...k->...l", W, difference),
        "b": difference,
    }


@np.errstate(all="ignore")
def z(W: ArrayLike, o: ArrayLike, b: ArrayLike) -> Array:
    """The value of z.

        z[i] = sum(W[i, j]*o[j] for j in N) + b[i]

    Args:
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).

    Returns:
        Shape (..., K).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, o, b = _arrays(W=(W, "K", "N"), o=(o, "N"), b=(b, "K"))
    return np.einsum("...ij,...j->...i", W, o) + b


@np.errstate(all="ignore")
def s(W: ArrayLike, o: ArrayLike, b: ArrayLike) -> Array:
    """The value of s.

        z[i] = sum(W[i, j]*o[j] for j in N) + b[i]
        s[i] = exp(z[i])/sum(exp(z[k]) for k in K)

    Args:
        W: real, shape (..., K, N).
        o: real, shape (..., N).
        b: real, shape (..., K).

    Returns:
        Shape (..., K).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, o, b = _arrays(W=(W, "K", "N"), o=(o, "N"), b=(b, "K"))
    z = np.einsum("...ij,...j->...i", W, o) + b
    e, total = _exps(z, axis=-1)
    return e / total


@np.errstate(all="ignore")
def _require(t: Array) -> None:
    """Raise a ValueError that names the first hypothesis that does not hold."""
    holds = {
        "sum(t[i] for i in K) == 1": _close(t.sum(axis=-1), 1),
    }
    for hypothesis, found in holds.items():
        if not np.all(found):
            raise ValueError(f"this gradient requires {hypothesis}")


def _array(name: str, given: ArrayLike) -> Array:
    """`given` as an array of booleans, integers, float32 or float64."""
    try:
        array = np.asarray(given)
    except ValueError as error:
        raise ValueError(f"{name}: not an array ({error})") from None
    if array.dtype.kind not in "biuf" or array.dtype.itemsize not in {"f": (4, 8)}.get(array.dtype.kind, (1, 2, 4, 8)):
        raise TypeError(f"{name}: dtype {array.dtype} is not supported (give float32, float64, integers or booleans)")
    return array


def _arrays(sizes: dict[str, int] | None = None, /, **given: tuple[Any, ...]) -> tuple[Array, ...]:
    """Check the inputs, each given as (array, dimension of each axis, ...), and convert them to one float dtype."""
    arrays = {name: _array(name, spec[0]) for name, spec in given.items()}
    axes = {name: tuple(axis for axis in spec[1:] if axis != "one-hot") for name, spec in given.items()}
    labels = {name for name, spec in given.items() if "one-hot" in spec[1:] and arrays[name].dtype.kind in "iu"}
    lengths = {dim: (dim, _length(dim, size)) for dim, size in (sizes or {}).items() if size is not None}
    batches: dict[str, tuple[int, ...]] = {}
    for name, array in arrays.items():
        core = axes[name][:-1] if name in labels else axes[name]
        cut = array.ndim - len(core)
        if cut < 0:
            raise ValueError(f"{name}: shape {array.shape} has no axes ({', '.join(core)}) at its end")
        batches[name] = array.shape[:cut]
        for dim, length in zip(core, array.shape[cut:], strict=True):
            other, expected = lengths.setdefault(dim, (name, length))
            if length != expected:
                raise ValueError(f"{name}: axis {dim} has length {length}, but {other} says {expected}")
    floats = [array.dtype for array in arrays.values() if array.dtype.kind == "f"]
    dtype = np.result_type(*floats).newbyteorder("=") if floats else np.dtype(np.float64)
    batch: tuple[int, ...] = ()
    for name in sorted(batches, key=lambda n: n in labels):
        try:
            joined = np.broadcast_shapes(batch, batches[name])
        except ValueError:
            raise ValueError(f"{name}: batch axes {batches[name]} do not broadcast with {batch}") from None
        if name in labels and joined != batch and len(labels) < len(batches):
            hint = "an array of integers holds class labels; a one-hot array is one of floats"
            raise ValueError(f"{name}: labels of shape {batches[name]} do not fit the batch axes {batch} ({hint})")
        batch = joined
    for name in labels:
        dim = axes[name][-1]
        if dim not in lengths:
            raise TypeError(f"{name}: class labels do not say how many classes there are ({dim}=... says it)")
        arrays[name] = _one_hot(name, arrays[name], lengths[dim][1])
    return tuple(array.astype(dtype, copy=False) for array in arrays.values())


def _length(name: str, given: int) -> int:
    """The length of a dimension that no input shows."""
    try:
        length = operator.index(given)
    except TypeError:
        raise TypeError(f"{name}: {given!r} is not a length") from None
    if length < 0:
        raise ValueError(f"{name}: {length} is not a length")
    return length


def _one_hot(name: str, labels: Array, classes: int) -> Array:
    """1 at each label, else 0."""
    if labels.size and not (labels.min() >= 0 and labels.max() < classes):
        raise ValueError(f"{name}: class labels must be in 0 ... {classes - 1} (mask what has no class before)")
    hot: Array = labels[..., None] == np.arange(classes)
    return hot


def _seed(name: str, given: ArrayLike, shape: tuple[int, ...], dtype: np.dtype[Any]) -> Array:
    """A cotangent or tangent, which has exactly the shape of its quantity."""
    array = _array(name, given)
    if array.shape != shape:
        raise ValueError(f"{name}: shape {array.shape}, expected {shape}")
    return array.astype(dtype, copy=False)


def _tangents(given: dict[str, ArrayLike], dtype: np.dtype[Any], /, **shapes: tuple[int, ...]) -> tuple[Array, ...]:
    """The tangents in order; one that is not given is 0."""
    for name in given:
        if name not in shapes:
            raise TypeError(f"tangents: {name!r} is none of {', '.join(shapes)}")
    return tuple(_seed(f"tangents[{n!r}]", given.get(n, np.zeros(s)), s, dtype) for n, s in shapes.items())


def _sum_to(gradient: Array, shape: tuple[int, ...]) -> Array:
    """One gradient for each element of the batch, summed over the axes along which the input was repeated."""
    extra = gradient.ndim - len(shape)
    repeated = tuple(n for n, length in enumerate(gradient.shape) if n < extra or shape[n - extra] != length)
    summed: Array = gradient.sum(axis=repeated).reshape(shape) if repeated else gradient.copy()
    return summed[()]


def _close(left: ArrayLike, right: ArrayLike) -> Array:
    """Equal but for rounding: to half the digits of the dtype."""
    left, right = np.asarray(left), np.asarray(right)
    tolerance = math.sqrt(np.finfo(np.result_type(left, right, np.float32)).eps)
    size = np.maximum(1, np.maximum(np.abs(left), np.abs(right)))
    return np.asarray(np.abs(left - right) <= tolerance * size)


def _below(x: Array, largest: Array) -> Array:
    """x - largest, the largest of several x.  -inf where both are; where both are +inf, 0 for one x, nan for several."""
    if np.isfinite(largest).all():
        return x - largest
    top, low = x == largest, largest == -np.inf
    among = tuple(-n for n, length in enumerate(reversed(np.shape(largest)), start=1) if length == 1)
    alone = np.sum(top, axis=among, keepdims=True) == 1
    return np.where(top & (alone | low), np.where(low, largest, 0), x - largest)


def _times_log(x: Array, log: Array) -> Array:
    """x * log, with 0 * log 0 = 0."""
    return np.where((x == 0) & np.isinf(log), 0, x * log)


def _exp_below(x: Array, largest: Array) -> Array:
    """exp(x - largest), the largest of several x; what rounding takes from the difference is not lost."""
    shifted = _below(x, largest)
    e: Array = np.exp(shifted)
    back = shifted - x
    lost = (x - (shifted - back)) - (largest + back)
    return np.where(np.isfinite(lost), e + e * lost, e)[()]


def _total(x: Array, axis: int | tuple[int, ...]) -> Array:
    """The sum along the axes, which are kept; over many short rows an array of the shape of x, which NumPy divides by faster."""
    if axis == -1 and x.shape[-1] <= 64 < x.size and x.flags.c_contiguous:
        return np.repeat(np.einsum("...i->...", x), x.shape[-1]).reshape(x.shape)
    total: Array = x.sum(axis=axis, keepdims=True)
    return total


def _exps(x: Array, axis: int | tuple[int, ...]) -> tuple[Array, Array]:
    """exp(x - c) and the sum, c the same along the axes: 0 where the sum is neither small nor huge, elsewhere the largest x."""
    e = np.exp(x)
    total = _total(e, axis)
    near = (total >= 0.5) & (total <= math.sqrt(np.finfo(e.dtype).max))
    if not near.all():
        e = np.where(near, e, _exp_below(x, x.max(axis=axis, keepdims=True, initial=-np.inf)))
        total = _total(e, axis)
    return e, total


def _excess(e: Array, axis: int | tuple[int, ...], keepdims: bool = False) -> Array:
    """sum / largest - 1, nothing subtracted: the smaller ones are summed, and the largest as often as it occurs again."""
    largest = e.max(axis=axis, keepdims=True, initial=0)
    top = e == largest
    again = np.sum(top, axis=axis, keepdims=True, dtype=e.dtype) - 1
    rest: Array = again + np.where(top, 0, e).sum(axis=axis, keepdims=True) / largest
    return rest if keepdims else rest.squeeze(axis)


def _others(x: Array, axis: int) -> Array:
    """For each element the sum of all others; one that is most of the sum is not subtracted from it."""
    size = np.abs(x)
    most = size > size.sum(axis=axis, keepdims=True) / 2
    rest: Array = np.where(most, 0, x).sum(axis=axis, keepdims=True)
    own: Array = np.where(most, x, 0).sum(axis=axis, keepdims=True)
    return np.where(most, rest, rest + own - x)
