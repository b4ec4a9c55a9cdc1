"""Log-sum-exp

    y[i] = exp(a[i])/sum(exp(a[k]) for k in K)
    L = log(sum(exp(a[k]) for k in K))

Made by derive from the theory log_sum_exp (sha256 38f60aefbedcafbb); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/20, and dimensions up to 10; the tests beside this file hold them.

Computed by these equations, which keep it from overflowing and cancelling; each is a theorem:

    exp(u)/sum(exp(v[k]) for k in K if P[k]) == exp(u - c)/sum(exp(v[k] - c) for k in K if P[k])
        (a shift of all exponents cancels: c = the largest)
    log(sum(exp(v[k]) for k in K)) == c + log(sum(exp(v[k] - c) for k in K))
        (take the largest exponential out of the sum)
"""

from __future__ import annotations

import math
import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "log_sum_exp",
    "log_sum_exp_value_and_grad",
    "log_sum_exp_grad",
    "log_sum_exp_value_and_vjp",
    "log_sum_exp_vjp",
    "log_sum_exp_jvp",
    "log_sum_exp_jacobian",
    "y",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def log_sum_exp(a: ArrayLike) -> Array:
    """The value of L.

        L = log(sum(exp(a[k]) for k in K))

    Args:
        a: real, shape (..., K).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(log_sum_exp(a=[3, 1, -3]), 4).tolist()
    3.1291
    """
    (a,) = _arrays(a=(a, "K"))
    e, total = _exps(a, axis=-1)
    return _raised(a.max(axis=-1, initial=-np.inf), np.log1p(_excess(e, axis=-1)))


@np.errstate(all="ignore")
def log_sum_exp_value_and_grad(a: ArrayLike) -> tuple[Array, dict[str, Array]]:
    """The value of L, and its gradient by each input, summed over the batch.

        diff(L, a[j]) = y[j]

    Args:
        a: real, shape (..., K).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: more than 128 ulp where digits cancel.
        a: at most 6 ulp (float32: 12).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (a,) = _arrays(a=(a, "K"))
    e, total = _exps(a, axis=-1)
    L = _raised(a.max(axis=-1, initial=-np.inf), np.log1p(_excess(e, axis=-1)))
    y = e / total
    return L, {"a": y}


def log_sum_exp_grad(a: ArrayLike) -> dict[str, Array]:
    """The gradient of L by each input, summed over the batch.

        diff(L, a[j]) = y[j]

    Args:
        a: real, shape (..., K).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 6 ulp (float32: 12).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return log_sum_exp_value_and_grad(a)[1]


@np.errstate(all="ignore")
def log_sum_exp_value_and_vjp(L_bar: ArrayLike, /, a: ArrayLike) -> tuple[Array, dict[str, Array]]:
    """The value of L, and the gradient of sum(L_bar * L) by each input.

        a_bar[j] = L_bar*y[j]

    Args:
        L_bar: real, of the shape of L.
        a: real, shape (..., K).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: more than 128 ulp where digits cancel.
        a: at most 6 ulp (float32: 12).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (a,) = _arrays(a=(a, "K"))
    L_bar = _seed("L_bar", L_bar, a.shape[:-1], a.dtype)
    e, total = _exps(a, axis=-1)
    L = _raised(a.max(axis=-1, initial=-np.inf), np.log1p(_excess(e, axis=-1)))
    y = e / total
    return L, {"a": L_bar[..., None] * y}


def log_sum_exp_vjp(L_bar: ArrayLike, /, a: ArrayLike) -> dict[str, Array]:
    """The gradient of sum(L_bar * L) by each input.

        a_bar[j] = L_bar*y[j]

    Args:
        L_bar: real, of the shape of L.
        a: real, shape (..., K).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 6 ulp (float32: 12).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return log_sum_exp_value_and_vjp(L_bar, a)[1]


@np.errstate(all="ignore")
def log_sum_exp_jvp(tangents: dict[str, ArrayLike], /, a: ArrayLike) -> Array:
    """How L changes, to first order, when the inputs change by `tangents`.

        L_dot = sum(y[j]*a_dot[j] for j in K)

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        a: real, shape (..., K).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (a,) = _arrays(a=(a, "K"))
    (a_dot,) = _tangents(tangents, a.dtype, a=a.shape)
    e, total = _exps(a, axis=-1)
    y = e / total
    return (y * a_dot).sum(axis=-1)


@np.errstate(all="ignore")
def log_sum_exp_jacobian(a: ArrayLike) -> dict[str, Array]:
    """The derivative of L by each input.

        diff(L, a[j]) = y[j]

    Args:
        a: real, shape (..., K).

    Returns:
        By name of the input: batch axes, then those of L, then those of the input.

    Error:
        At most 6 ulp (float32: 12).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (a,) = _arrays(a=(a, "K"))
    e, total = _exps(a, axis=-1)
    y = e / total
    return {"a": y}


@np.errstate(all="ignore")
def y(a: ArrayLike) -> Array:
    """The value of y.

        y[i] = exp(a[i])/sum(exp(a[k]) for k in K)

    Args:
        a: real, shape (..., K).

    Returns:
        Shape (..., K).

    Error:
        At most 6 ulp (float32: 12).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (a,) = _arrays(a=(a, "K"))
    e, total = _exps(a, axis=-1)
    return e / total


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


def _below(x: Array, largest: Array) -> Array:
    """x - largest, the largest of several x.  -inf where both are; where both are +inf, 0 for one x, nan for several."""
    if np.isfinite(largest).all():
        return x - largest
    top, low = x == largest, largest == -np.inf
    among = tuple(-n for n, length in enumerate(reversed(np.shape(largest)), start=1) if length == 1)
    alone = np.sum(top, axis=among, keepdims=True) == 1
    return np.where(top & (alone | low), np.where(low, largest, 0), x - largest)


def _raised(largest: Array, log: Array) -> Array:
    """largest + log; largest where that is infinite."""
    return np.where(np.isinf(largest), largest, largest + log)[()]


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
