"""Binary cross-entropy on a logit

    sigma = 1/(1 + exp(-x))
    L = -(t*log(sigma) + (1 - t)*log(1 - sigma))

Made by derive from the theory binary_cross_entropy (sha256 a1e62a2009226aca); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/20, and dimensions up to 10; the tests beside this file hold them.

Computed by these equations, which keep it from overflowing and cancelling; each is a theorem:

    log(1 + exp(v)) == max(v, 0) + log(1 + exp(-abs(v)))
        (take the larger of 1 and the exponential out of the sum)
    1/(1 + exp(-v)) == (1 if 0 <= v else exp(-abs(v)))/(1 + exp(-abs(v)))
        (divide both sides of the fraction by the larger of 1 and the exponential)
    1/(1 + exp(v)) == (1 if v <= 0 else exp(-abs(v)))/(1 + exp(-abs(v)))
        (divide both sides of the fraction by the larger of 1 and the exponential)
    1 - 1/(1 + exp(-v)) == 1/(1 + exp(v))
        (what a sigmoid lacks to 1 is its mirror image)
    u - t == (1 - t)*u - t*(1 - u)
        (what u lacks to 1 is known to the last digit, u - 1 is not)
    log(1/v) == -log(v)
        (the logarithm of a reciprocal)
    u*(v + log(w)) == u*v + u*log(w)
        (each logarithm has its own weight, so that 0 times log 0 is 0)
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_value_and_grad",
    "binary_cross_entropy_grad",
    "binary_cross_entropy_value_and_vjp",
    "binary_cross_entropy_vjp",
    "binary_cross_entropy_jvp",
    "binary_cross_entropy_jacobian",
    "sigma",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def binary_cross_entropy(x: ArrayLike, t: ArrayLike) -> Array:
    """The value of L.

        sigma = 1/(1 + exp(-x))
        L = -(t*log(sigma) + (1 - t)*log(1 - sigma))

    Args:
        x: real, shape (...).
        t: from 0 to 1, shape (...).

    Returns:
        Shape (...).

    Error:
        At most 2 ulp (float32: 4).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(binary_cross_entropy(x=0.5, t=1), 4).tolist()
    0.4741
    """
    x, t = _arrays(x=(x,), t=(t,))
    part = np.log1p(np.exp(-np.abs(x)))
    return _times_log(t, np.maximum(-x, 0) + part) + _times_log(1 - t, np.maximum(x, 0) + part)


@np.errstate(all="ignore")
def binary_cross_entropy_value_and_grad(x: ArrayLike, t: ArrayLike) -> tuple[Array, dict[str, Array]]:
    """The value of L, and its gradient by each input, summed over the batch.

        diff(L, x) = sigma - t
        diff(L, t) = log(1 - sigma) - log(sigma)

    Args:
        x: real, shape (...).
        t: from 0 to 1, shape (...).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: at most 2 ulp (float32: 4).
        x: at most 2 ulp (float32: 4) where t is 0 or 1.
        t: more than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    x, t = _arrays(x=(x,), t=(t,))
    e = np.exp(-np.abs(x))
    log1p_e = np.log1p(e)
    part = np.maximum(-x, 0) + log1p_e
    difference = 1 - t
    part2 = np.maximum(x, 0) + log1p_e
    L = _times_log(t, part) + _times_log(difference, part2)
    one_plus_e = 1 + e
    sigma = np.where(x >= 0, 1, e) / one_plus_e
    batch = np.broadcast_shapes(x.shape, t.shape)
    return L, {
        "x": _sum_to(difference * sigma - t * (np.where(x <= 0, 1, e) / one_plus_e), x.shape),
        "t": _sum_to(np.broadcast_to(part - part2, batch), t.shape),
    }


def binary_cross_entropy_grad(x: ArrayLike, t: ArrayLike) -> dict[str, Array]:
    """The gradient of L by each input, summed over the batch.

        diff(L, x) = sigma - t
        diff(L, t) = log(1 - sigma) - log(sigma)

    Args:
        x: real, shape (...).
        t: from 0 to 1, shape (...).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        x: at most 2 ulp (float32: 4) where t is 0 or 1.
        t: more than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return binary_cross_entropy_value_and_grad(x, t)[1]


@np.errstate(all="ignore")
def binary_cross_entropy_value_and_vjp(
    L_bar: ArrayLike, /, x: ArrayLike, t: ArrayLike
) -> tuple[Array, dict[str, Array]]:
    """The value of L, and the gradient of sum(L_bar * L) by each input.

        x_bar = L_bar*(sigma - t)
        t_bar = L_bar*(log(1 - sigma) - log(sigma))

    Args:
        L_bar: real, of the shape of L.
        x: real, shape (...).
        t: from 0 to 1, shape (...).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: at most 2 ulp (float32: 4).
        x: at most 2 ulp (float32: 5) where t is 0 or 1.
        t: more than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    x, t = _arrays(x=(x,), t=(t,))
    batch = np.broadcast_shapes(x.shape, t.shape)
    L_bar = _seed("L_bar", L_bar, batch, x.dtype)
    e = np.exp(-np.abs(x))
    log1p_e = np.log1p(e)
    part = np.maximum(-x, 0) + log1p_e
    difference = 1 - t
    part2 = np.maximum(x, 0) + log1p_e
    L = _times_log(t, part) + _times_log(difference, part2)
    one_plus_e = 1 + e
    sigma = np.where(x >= 0, 1, e) / one_plus_e
    x_bar = _sum_to(L_bar * (difference * sigma - t * (np.where(x <= 0, 1, e) / one_plus_e)), x.shape)
    return L, {
        "x": x_bar,
        "t": _sum_to(_times_log(L_bar, part) - _times_log(L_bar, part2), t.shape),
    }


def binary_cross_entropy_vjp(L_bar: ArrayLike, /, x: ArrayLike, t: ArrayLike) -> dict[str, Array]:
    """The gradient of sum(L_bar * L) by each input.

        x_bar = L_bar*(sigma - t)
        t_bar = L_bar*(log(1 - sigma) - log(sigma))

    Args:
        L_bar: real, of the shape of L.
        x: real, shape (...).
        t: from 0 to 1, shape (...).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        x: at most 2 ulp (float32: 5) where t is 0 or 1.
        t: more than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return binary_cross_entropy_value_and_vjp(L_bar, x, t)[1]


@np.errstate(all="ignore")
def binary_cross_entropy_jvp(tangents: dict[str, ArrayLike], /, x: ArrayLike, t: ArrayLike) -> Array:
    """How L changes, to first order, when the inputs change by `tangents`.

        L_dot = (sigma - t)*x_dot + (log(1 - sigma) - log(sigma))*t_dot

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        x: real, shape (...).
        t: from 0 to 1, shape (...).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    x, t = _arrays(x=(x,), t=(t,))
    x_dot, t_dot = _tangents(tangents, x.dtype, x=x.shape, t=t.shape)
    e = np.exp(-np.abs(x))
    one_plus_e = 1 + e
    sigma = np.where(x >= 0, 1, e) / one_plus_e
    log1p_e = np.log1p(e)
    product = ((1 - t) * sigma - t * (np.where(x <= 0, 1, e) / one_plus_e)) * x_dot
    difference = product - _times_log(t_dot, np.maximum(x, 0) + log1p_e)
    return difference + _times_log(t_dot, np.maximum(-x, 0) + log1p_e)


@np.errstate(all="ignore")
def binary_cross_entropy_jacobian(x: ArrayLike, t: ArrayLike) -> dict[str, Array]:
    """The derivative of L by each input.

        diff(L, x) = sigma - t
        diff(L, t) = log(1 - sigma) - log(sigma)

    Args:
        x: real, shape (...).
        t: from 0 to 1, shape (...).

    Returns:
        By name of the input: batch axes, then those of L, then those of the input.

    Error:
        x: at most 2 ulp (float32: 4) where t is 0 or 1.
        t: more than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    x, t = _arrays(x=(x,), t=(t,))
    e = np.exp(-np.abs(x))
    one_plus_e = 1 + e
    sigma = np.where(x >= 0, 1, e) / one_plus_e
    log1p_e = np.log1p(e)
    batch = np.broadcast_shapes(x.shape, t.shape)
    return {
        "x": (1 - t) * sigma - t * (np.where(x <= 0, 1, e) / one_plus_e),
        "t": _full(np.maximum(-x, 0) + log1p_e - (np.maximum(x, 0) + log1p_e), batch, x.dtype),
    }


@np.errstate(all="ignore")
def sigma(x: ArrayLike) -> Array:
    """The value of sigma.

        sigma = 1/(1 + exp(-x))

    Args:
        x: real, shape (...).

    Returns:
        Shape (...).

    Error:
        At most 3 ulp (float32: 4).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (x,) = _arrays(x=(x,))
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


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


def _full(value: ArrayLike, shape: tuple[int, ...], dtype: np.dtype[Any] | None = None) -> Array:
    """A new array of that shape, the value repeated."""
    full: Array = np.array(np.broadcast_to(value, shape), dtype=dtype)[()]
    return full


def _sum_to(gradient: Array, shape: tuple[int, ...]) -> Array:
    """One gradient for each element of the batch, summed over the axes along which the input was repeated."""
    extra = gradient.ndim - len(shape)
    repeated = tuple(n for n, length in enumerate(gradient.shape) if n < extra or shape[n - extra] != length)
    summed: Array = gradient.sum(axis=repeated).reshape(shape) if repeated else gradient.copy()
    return summed[()]


def _times_log(x: Array, log: Array) -> Array:
    """x * log, with 0 * log 0 = 0."""
    return np.where((x == 0) & np.isinf(log), 0, x * log)
