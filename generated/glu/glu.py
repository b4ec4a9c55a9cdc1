"""Gated linear unit

    sigma[i] = 1/(1 + exp(-b[i]))
    y[i] = a[i]*sigma[i]

Made by derive from the theory glu (sha256 209fa44c9b45294d); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/20, and dimensions up to 10; the tests beside this file hold them.

Computed by these equations, which keep it from overflowing and cancelling; each is a theorem:

    1/(1 + exp(-v)) == (1 if 0 <= v else exp(-abs(v)))/(1 + exp(-abs(v)))
        (divide both sides of the fraction by the larger of 1 and the exponential)
    1/(1 + exp(-v))*(1 - 1/(1 + exp(-v))) == exp(-abs(v))/(1 + exp(-abs(v))*(2 + exp(-abs(v))))
        (the slope is the same at v and -v)
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "glu",
    "glu_value_and_vjp",
    "glu_vjp",
    "glu_jvp",
    "glu_jacobian",
    "sigma",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def glu(b: ArrayLike, a: ArrayLike) -> Array:
    """The value of y.

        sigma[i] = 1/(1 + exp(-b[i]))
        y[i] = a[i]*sigma[i]

    Args:
        b: real, shape (..., K).
        a: real, shape (..., K).

    Returns:
        Shape (..., K).

    Error:
        At most 3 ulp (float32: 6).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(glu(b=[0.5, 3], a=[1, -2]), 4).tolist()
    [0.6225, -1.9051]
    """
    b, a = _arrays(b=(b, "K"), a=(a, "K"))
    e = np.exp(-np.abs(b))
    sigma = np.where(b >= 0, 1, e) / (1 + e)
    return a * sigma


@np.errstate(all="ignore")
def glu_value_and_vjp(y_bar: ArrayLike, /, b: ArrayLike, a: ArrayLike) -> tuple[Array, dict[str, Array]]:
    """The value of y, and the gradient of sum(y_bar * y) by each input.

        b_bar[j] = y_bar[j]*a[j]*sigma[j]*(1 - sigma[j])
        a_bar[j] = y_bar[j]*sigma[j]

    Args:
        y_bar: real, of the shape of y.
        b: real, shape (..., K).
        a: real, shape (..., K).

    Returns:
        The value, shape (..., K); the gradients by name of the input, of the shape of the input.

    Error:
        y: at most 3 ulp (float32: 6).
        b: at most 6 ulp (float32: 8).
        a: at most 4 ulp (float32: 8).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    b, a = _arrays(b=(b, "K"), a=(a, "K"))
    K = b.shape[-1]
    batch = np.broadcast_shapes(b.shape[:-1], a.shape[:-1])
    y_bar = _seed("y_bar", y_bar, (*batch, K), b.dtype)
    e = np.exp(-np.abs(b))
    sigma = np.where(b >= 0, 1, e) / (1 + e)
    y = a * sigma
    return y, {
        "b": _sum_to(y_bar * a * (e / (1 + e * (2 + e))), b.shape),
        "a": _sum_to(y_bar * sigma, a.shape),
    }


def glu_vjp(y_bar: ArrayLike, /, b: ArrayLike, a: ArrayLike) -> dict[str, Array]:
    """The gradient of sum(y_bar * y) by each input.

        b_bar[j] = y_bar[j]*a[j]*sigma[j]*(1 - sigma[j])
        a_bar[j] = y_bar[j]*sigma[j]

    Args:
        y_bar: real, of the shape of y.
        b: real, shape (..., K).
        a: real, shape (..., K).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        b: at most 6 ulp (float32: 8).
        a: at most 4 ulp (float32: 8).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return glu_value_and_vjp(y_bar, b, a)[1]


@np.errstate(all="ignore")
def glu_jvp(tangents: dict[str, ArrayLike], /, b: ArrayLike, a: ArrayLike) -> Array:
    """How y changes, to first order, when the inputs change by `tangents`.

        y_dot[i] = a[i]*sigma[i]*(1 - sigma[i])*b_dot[i] + sigma[i]*a_dot[i]

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        b: real, shape (..., K).
        a: real, shape (..., K).

    Returns:
        Shape (..., K).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    b, a = _arrays(b=(b, "K"), a=(a, "K"))
    b_dot, a_dot = _tangents(tangents, b.dtype, b=b.shape, a=a.shape)
    e = np.exp(-np.abs(b))
    sigma = np.where(b >= 0, 1, e) / (1 + e)
    return a * b_dot * (e / (1 + e * (2 + e))) + sigma * a_dot


@np.errstate(all="ignore")
def glu_jacobian(b: ArrayLike, a: ArrayLike) -> dict[str, Array]:
    """The derivative of y by each input.

        diff(y[i], b[j]) = a[i]*sigma[i]*delta(i, j)*(1 - sigma[i])
        diff(y[i], a[j]) = sigma[i]*delta(i, j)

    Args:
        b: real, shape (..., K).
        a: real, shape (..., K).

    Returns:
        By name of the input: batch axes, then those of y, then those of the input.

    Error:
        b: at most 5 ulp (float32: 8).
        a: at most 3 ulp (float32: 6).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    b, a = _arrays(b=(b, "K"), a=(a, "K"))
    e = np.exp(-np.abs(b))
    sigma = np.where(b >= 0, 1, e) / (1 + e)
    K = b.shape[-1]
    eye = np.eye(K, dtype=b.dtype)
    batch = np.broadcast_shapes(b.shape[:-1], a.shape[:-1])
    return {
        "b": a[..., None] * eye * (e / (1 + e * (2 + e)))[..., None],
        "a": _full(sigma[..., None] * eye, (*batch, K, K), b.dtype),
    }


@np.errstate(all="ignore")
def sigma(b: ArrayLike) -> Array:
    """The value of sigma.

        sigma[i] = 1/(1 + exp(-b[i]))

    Args:
        b: real, shape (..., K).

    Returns:
        Shape (..., K).

    Error:
        At most 3 ulp (float32: 6).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (b,) = _arrays(b=(b, "K"))
    e = np.exp(-np.abs(b))
    return np.where(b >= 0, 1, e) / (1 + e)


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
