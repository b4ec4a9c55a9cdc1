"""A computational graph with an input used twice

    b[j] = sum(a[i, j] for i in M)
    c[i, j] = a[i, j]/b[j]
    y[l, j] = sum(w[l, i]*c[i, j] for i in M)
    f = sum(y[l, j] for l in R for j in J)

Made by derive from the theory column_normalization (sha256 44d4d5c42c48dfdb); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/20, and dimensions up to 10; the tests beside this file hold them.
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "column_normalization",
    "column_normalization_value_and_grad",
    "column_normalization_grad",
    "column_normalization_value_and_vjp",
    "column_normalization_vjp",
    "column_normalization_jvp",
    "column_normalization_jacobian",
    "b",
    "c",
    "y",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def column_normalization(a: ArrayLike, w: ArrayLike) -> Array:
    """The value of f.

        b[j] = sum(a[i, j] for i in M)
        c[i, j] = a[i, j]/b[j]
        y[l, j] = sum(w[l, i]*c[i, j] for i in M)
        f = sum(y[l, j] for l in R for j in J)

    Args:
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(column_normalization(a=[[1, 2], [3, 2]], w=[[1, 2]]), 4).tolist()
    3.25
    """
    a, w = _arrays(a=(a, "M", "J"), w=(w, "R", "M"))
    b = a.sum(axis=-2, keepdims=True)
    c = a / b
    y = w @ c
    return y.sum(axis=(-2, -1))


@np.errstate(all="ignore")
def column_normalization_value_and_grad(
    a: ArrayLike, w: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of f, and its gradient by each input, summed over the batch.

        y_grad[l, j] = 1
        b_grad[j] = -sum(y_grad[l, j]*y[l, j] for l in R)/b[j]
        a_grad[k, m] = b_grad[m] + sum(y_grad[l, m]*w[l, k] for l in R)/b[m]
        w_grad[k, m] = sum(y_grad[k, j]*c[m, j] for j in J)

    Args:
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        all(all(0 < a[i, j] for j in J) for i in M)
    """
    a, w = _arrays(a=(a, "M", "J"), w=(w, "R", "M"))
    if check:
        _require(a)
    b = a.sum(axis=-2, keepdims=True)
    c = a / b
    y = w @ c
    f = y.sum(axis=(-2, -1))
    b_grad = -y.sum(axis=-2, keepdims=True) / b
    a_grad = b_grad + w.sum(axis=-2)[..., None] / b
    w_grad = c.sum(axis=-1)
    R = w.shape[-2]
    M = a.shape[-2]
    batch = np.broadcast_shapes(a.shape[:-2], w.shape[:-2])
    return f, {
        "a": _sum_to(a_grad, a.shape),
        "w": _sum_to(np.broadcast_to(w_grad[..., None, :], (*batch, R, M)), w.shape),
    }


def column_normalization_grad(a: ArrayLike, w: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of f by each input, summed over the batch.

        y_grad[l, j] = 1
        b_grad[j] = -sum(y_grad[l, j]*y[l, j] for l in R)/b[j]
        a_grad[k, m] = b_grad[m] + sum(y_grad[l, m]*w[l, k] for l in R)/b[m]
        w_grad[k, m] = sum(y_grad[k, j]*c[m, j] for j in J)

    Args:
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        all(all(0 < a[i, j] for j in J) for i in M)
    """
    return column_normalization_value_and_grad(a, w, check=check)[1]


@np.errstate(all="ignore")
def column_normalization_value_and_vjp(
    f_bar: ArrayLike, /, a: ArrayLike, w: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of f, and the gradient of sum(f_bar * f) by each input.

        y_bar[l, j] = f_bar
        b_bar[j] = -sum(y_bar[l, j]*y[l, j] for l in R)/b[j]
        a_bar[k, m] = b_bar[m] + sum(y_bar[l, m]*w[l, k] for l in R)/b[m]
        w_bar[k, m] = sum(y_bar[k, j]*c[m, j] for j in J)

    Args:
        f_bar: real, of the shape of f.
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        all(all(0 < a[i, j] for j in J) for i in M)
    """
    a, w = _arrays(a=(a, "M", "J"), w=(w, "R", "M"))
    batch = np.broadcast_shapes(a.shape[:-2], w.shape[:-2])
    f_bar = _seed("f_bar", f_bar, batch, a.dtype)
    if check:
        _require(a)
    b = a.sum(axis=-2)
    c = a / b[..., None, :]
    y = w @ c
    f = y.sum(axis=(-2, -1))
    b_bar = -f_bar[..., None] * y.sum(axis=-2) / b
    a_bar = b_bar[..., None, :] + (f_bar[..., None] * w.sum(axis=-2))[..., None] / b[..., None, :]
    w_bar = f_bar[..., None] * c.sum(axis=-1)
    R = w.shape[-2]
    M = a.shape[-2]
    return f, {
        "a": _sum_to(a_bar, a.shape),
        "w": _sum_to(np.broadcast_to(w_bar[..., None, :], (*batch, R, M)), w.shape),
    }


def column_normalization_vjp(
    f_bar: ArrayLike, /, a: ArrayLike, w: ArrayLike, *, check: bool = False
) -> dict[str, Array]:
    """The gradient of sum(f_bar * f) by each input.

        y_bar[l, j] = f_bar
        b_bar[j] = -sum(y_bar[l, j]*y[l, j] for l in R)/b[j]
        a_bar[k, m] = b_bar[m] + sum(y_bar[l, m]*w[l, k] for l in R)/b[m]
        w_bar[k, m] = sum(y_bar[k, j]*c[m, j] for j in J)

    Args:
        f_bar: real, of the shape of f.
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        all(all(0 < a[i, j] for j in J) for i in M)
    """
    return column_normalization_value_and_vjp(f_bar, a, w, check=check)[1]


@np.errstate(all="ignore")
def column_normalization_jvp(
    tangents: dict[str, ArrayLike], /, a: ArrayLike, w: ArrayLike, *, check: bool = False
) -> Array:
    """How f changes, to first order, when the inputs change by `tangents`.

        b_dot[j] = sum(a_dot[k, j] for k in M)
        y_dot[l, j] = sum(w[l, k]*a_dot[k, j] for k in M)/b[j] + sum(w_dot[l, m]*c[m, j] for m in M) - y[l,
            j]*b_dot[j]/b[j]
        f_dot = sum(y_dot[k, l] for l in J for k in R)

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        Shape (...).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        all(all(0 < a[i, j] for j in J) for i in M)
    """
    a, w = _arrays(a=(a, "M", "J"), w=(w, "R", "M"))
    a_dot, w_dot = _tangents(tangents, a.dtype, a=a.shape, w=w.shape)
    if check:
        _require(a)
    b = a.sum(axis=-2, keepdims=True)
    c = a / b
    y = w @ c
    b_dot = a_dot.sum(axis=-2, keepdims=True)
    y_dot = w @ a_dot / b + w_dot @ c - y * b_dot / b
    f_dot = y_dot.sum(axis=(-2, -1))
    return f_dot


@np.errstate(all="ignore")
def column_normalization_jacobian(a: ArrayLike, w: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The derivative of f by each input.

        y_grad[l, j] = 1
        b_grad[j] = -sum(y_grad[l, j]*y[l, j] for l in R)/b[j]
        a_grad[k, m] = b_grad[m] + sum(y_grad[l, m]*w[l, k] for l in R)/b[m]
        w_grad[k, m] = sum(y_grad[k, j]*c[m, j] for j in J)

    Args:
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input: batch axes, then those of f, then those of the input.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        all(all(0 < a[i, j] for j in J) for i in M)
    """
    a, w = _arrays(a=(a, "M", "J"), w=(w, "R", "M"))
    if check:
        _require(a)
    b = a.sum(axis=-2, keepdims=True)
    c = a / b
    y = w @ c
    b_grad = -y.sum(axis=-2, keepdims=True) / b
    a_grad = b_grad + w.sum(axis=-2)[..., None] / b
    w_grad = c.sum(axis=-1)
    R = w.shape[-2]
    M = a.shape[-2]
    batch = np.broadcast_shapes(a.shape[:-2], w.shape[:-2])
    return {"a": a_grad, "w": _full(w_grad[..., None, :], (*batch, R, M), a.dtype)}


@np.errstate(all="ignore")
def b(a: ArrayLike) -> Array:
    """The value of b.

        b[j] = sum(a[i, j] for i in M)

    Args:
        a: positive, shape (..., M, J).

    Returns:
        Shape (..., J).

    Error:
        At most 2 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (a,) = _arrays(a=(a, "M", "J"))
    return a.sum(axis=-2)


@np.errstate(all="ignore")
def c(a: ArrayLike) -> Array:
    """The value of c.

        b[j] = sum(a[i, j] for i in M)
        c[i, j] = a[i, j]/b[j]

    Args:
        a: positive, shape (..., M, J).

    Returns:
        Shape (..., M, J).

    Error:
        At most 3 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (a,) = _arrays(a=(a, "M", "J"))
    b = a.sum(axis=-2, keepdims=True)
    return a / b


@np.errstate(all="ignore")
def y(a: ArrayLike, w: ArrayLike) -> Array:
    """The value of y.

        b[j] = sum(a[i, j] for i in M)
        c[i, j] = a[i, j]/b[j]
        y[l, j] = sum(w[l, i]*c[i, j] for i in M)

    Args:
        a: positive, shape (..., M, J).
        w: real, shape (..., R, M).

    Returns:
        Shape (..., R, J).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    a, w = _arrays(a=(a, "M", "J"), w=(w, "R", "M"))
    b = a.sum(axis=-2, keepdims=True)
    c = a / b
    return w @ c


@np.errstate(all="ignore")
def _require(a: Array) -> None:
    """Raise a ValueError that names the first hypothesis that does not hold."""
    holds = {
        "all(all(0 < a[i, j] for j in J) for i in M)": (a > 0).all(axis=-1).all(axis=-1),
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
