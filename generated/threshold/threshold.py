"""Threshold

    y = x if theta < x else v

Made by derive from the theory threshold (sha256 197b456c7fd75fd3); do not edit.  Needs NumPy 2, nothing else.

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
    "threshold",
    "threshold_value_and_grad",
    "threshold_grad",
    "threshold_value_and_vjp",
    "threshold_vjp",
    "threshold_jvp",
    "threshold_jacobian",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def threshold(x: ArrayLike, theta: ArrayLike, v: ArrayLike) -> Array:
    """The value of y.

        y = x if theta < x else v

    Args:
        x: real, shape (...).
        theta: real, shape (...).
        v: real, shape (...).

    Returns:
        Shape (...).

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(threshold(x=1.5, theta=0.5, v=-1), 4).tolist()
    1.5
    """
    x, theta, v = _arrays(x=(x,), theta=(theta,), v=(v,))
    return np.where(np.isnan(x), x, np.where(np.isnan(theta), theta, np.where(theta < x, x, v)))[()]


@np.errstate(all="ignore")
def threshold_value_and_grad(
    x: ArrayLike, theta: ArrayLike, v: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of y, and its gradient by each input, summed over the batch.

        diff(y, x) = 1 if theta < x else 0
        diff(y, theta) = 0
        diff(y, v) = 0 if theta < x else 1

    Args:
        x: real, shape (...).
        theta: real, shape (...).
        v: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        theta != x
    """
    x, theta, v = _arrays(x=(x,), theta=(theta,), v=(v,))
    if check:
        _require(x, theta)
    mask = theta < x
    part = np.isnan(theta)
    part2 = np.isnan(x)
    y = np.where(part2, x, np.where(part, theta, np.where(mask, x, v)))
    batch = np.broadcast_shapes(x.shape, theta.shape, v.shape)
    x_bar = _sum_to(np.broadcast_to(np.where(part2, x, np.where(part, theta, mask.astype(x.dtype))), batch), x.shape)
    v_bar = _sum_to(np.broadcast_to(np.where(part2, x, np.where(part, theta, np.where(mask, 0, 1).astype(x.dtype))), batch), v.shape)
    return y[()], {
        "x": x_bar,
        "theta": _sum_to(_full(0, batch, x.dtype), theta.shape),
        "v": v_bar,
    }


def threshold_grad(x: ArrayLike, theta: ArrayLike, v: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of y by each input, summed over the batch.

        diff(y, x) = 1 if theta < x else 0
        diff(y, theta) = 0
        diff(y, v) = 0 if theta < x else 1

    Args:
        x: real, shape (...).
        theta: real, shape (...).
        v: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        theta != x
    """
    return threshold_value_and_grad(x, theta, v, check=check)[1]


@np.errstate(all="ignore")
def threshold_value_and_vjp(
    y_bar: ArrayLike, /, x: ArrayLike, theta: ArrayLike, v: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of y, and the gradient of sum(y_bar * y) by each input.

        x_bar = y_bar if theta < x else 0
        theta_bar = 0
        v_bar = 0 if theta < x else y_bar

    Args:
        y_bar: real, of the shape of y.
        x: real, shape (...).
        theta: real, shape (...).
        v: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        theta != x
    """
    x, theta, v = _arrays(x=(x,), theta=(theta,), v=(v,))
    batch = np.broadcast_shapes(x.shape, theta.shape, v.shape)
    y_bar = _seed("y_bar", y_bar, batch, x.dtype)
    if check:
        _require(x, theta)
    mask = theta < x
    part = np.isnan(theta)
    part2 = np.isnan(x)
    y = np.where(part2, x, np.where(part, theta, np.where(mask, x, v)))
    return y[()], {
        "x": _sum_to(np.where(part2, x, np.where(part, theta, np.where(mask, y_bar, 0))), x.shape),
        "theta": _sum_to(_full(0, batch, x.dtype), theta.shape),
        "v": _sum_to(np.where(part2, x, np.where(part, theta, np.where(mask, 0, y_bar))), v.shape),
    }


def threshold_vjp(
    y_bar: ArrayLike, /, x: ArrayLike, theta: ArrayLike, v: ArrayLike, *, check: bool = False
) -> dict[str, Array]:
    """The gradient of sum(y_bar * y) by each input.

        x_bar = y_bar if theta < x else 0
        theta_bar = 0
        v_bar = 0 if theta < x else y_bar

    Args:
        y_bar: real, of the shape of y.
        x: real, shape (...).
        theta: real, shape (...).
        v: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        theta != x
    """
    return threshold_value_and_vjp(y_bar, x, theta, v, check=check)[1]


@np.errstate(all="ignore")
def threshold_jvp(
    tangents: dict[str, ArrayLike], /, x: ArrayLike, theta: ArrayLike, v: ArrayLike, *, check: bool = False
) -> Array:
    """How y changes, to first order, when the inputs change by `tangents`.

        y_dot = x_dot if theta < x else 0 + 0 + 0 if theta < x else v_dot

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        x: real, shape (...).
        theta: real, shape (...).
        v: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        Shape (...).

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        theta != x
    """
    x, theta, v = _arrays(x=(x,), theta=(theta,), v=(v,))
    x_dot, theta_dot, v_dot = _tangents(tangents, x.dtype, x=x.shape, theta=theta.shape, v=v.shape)
    if check:
        _require(x, theta)
    mask = theta < x
    part = np.isnan(theta)
    part2 = np.isnan(x)
    chosen = np.where(part2, x, np.where(part, theta, np.where(mask, x_dot, 0)))
    return chosen + np.where(part2, x, np.where(part, theta, np.where(mask, 0, v_dot)))


@np.errstate(all="ignore")
def threshold_jacobian(x: ArrayLike, theta: ArrayLike, v: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The derivative of y by each input.

        diff(y, x) = 1 if theta < x else 0
        diff(y, theta) = 0
        diff(y, v) = 0 if theta < x else 1

    Args:
        x: real, shape (...).
        theta: real, shape (...).
        v: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input: batch axes, then those of y, then those of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        theta != x
    """
    x, theta, v = _arrays(x=(x,), theta=(theta,), v=(v,))
    if check:
        _require(x, theta)
    mask = theta < x
    part = np.isnan(theta)
    part2 = np.isnan(x)
    batch = np.broadcast_shapes(x.shape, theta.shape, v.shape)
    v_bar = _full(np.where(part2, x, np.where(part, theta, np.where(mask, 0, 1).astype(x.dtype))), batch, x.dtype)
    return {
        "x": _full(np.where(part2, x, np.where(part, theta, mask.astype(x.dtype))), batch, x.dtype),
        "theta": _full(0, batch, x.dtype),
        "v": v_bar,
    }


@np.errstate(all="ignore")
def _require(x: Array, theta: Array) -> None:
    """Raise a ValueError that names the first hypothesis that does not hold."""
    holds = {
        "theta != x": theta != x,
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
