"""Hard shrinkage

    y = x if lambda_ < abs(x) else 0

Made by derive from the theory hardshrink (sha256 737fba25714eee2d); do not edit.  Needs NumPy 2, nothing else.

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
    "hardshrink",
    "hardshrink_value_and_grad",
    "hardshrink_grad",
    "hardshrink_value_and_vjp",
    "hardshrink_vjp",
    "hardshrink_jvp",
    "hardshrink_jacobian",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def hardshrink(x: ArrayLike, lambda_: ArrayLike) -> Array:
    """The value of y.

        y = x if lambda_ < abs(x) else 0

    Args:
        x: real, shape (...).
        lambda_: not negative, shape (...).

    Returns:
        Shape (...).

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(hardshrink(x=-1.5, lambda_=0.5), 4).tolist()
    -1.5
    """
    x, lambda_ = _arrays(x=(x,), lambda_=(lambda_,))
    abs_x = np.abs(x)
    chosen = np.where(np.isnan(lambda_), lambda_, np.where(lambda_ < abs_x, x, 0))
    return np.where(np.isnan(abs_x), abs_x, chosen)[()]


@np.errstate(all="ignore")
def hardshrink_value_and_grad(
    x: ArrayLike, lambda_: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of y, and its gradient by each input, summed over the batch.

        diff(y, x) = 1 if lambda_ < abs(x) else 0
        diff(y, lambda_) = 0

    Args:
        x: real, shape (...).
        lambda_: not negative, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        lambda_ != abs(x)
    """
    x, lambda_ = _arrays(x=(x,), lambda_=(lambda_,))
    if check:
        _require(x, lambda_)
    abs_x = np.abs(x)
    mask = lambda_ < abs_x
    part = np.isnan(lambda_)
    part2 = np.isnan(abs_x)
    y = np.where(part2, abs_x, np.where(part, lambda_, np.where(mask, x, 0)))
    batch = np.broadcast_shapes(x.shape, lambda_.shape)
    return y[()], {
        "x": _sum_to(np.where(part2, abs_x, np.where(part, lambda_, mask.astype(x.dtype))), x.shape),
        "lambda_": _sum_to(_full(0, batch, x.dtype), lambda_.shape),
    }


def hardshrink_grad(x: ArrayLike, lambda_: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of y by each input, summed over the batch.

        diff(y, x) = 1 if lambda_ < abs(x) else 0
        diff(y, lambda_) = 0

    Args:
        x: real, shape (...).
        lambda_: not negative, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        lambda_ != abs(x)
    """
    return hardshrink_value_and_grad(x, lambda_, check=check)[1]


@np.errstate(all="ignore")
def hardshrink_value_and_vjp(
    y_bar: ArrayLike, /, x: ArrayLike, lambda_: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of y, and the gradient of sum(y_bar * y) by each input.

        x_bar = y_bar if lambda_ < abs(x) else 0
        lambda__bar = 0

    Args:
        y_bar: real, of the shape of y.
        x: real, shape (...).
        lambda_: not negative, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        lambda_ != abs(x)
    """
    x, lambda_ = _arrays(x=(x,), lambda_=(lambda_,))
    batch = np.broadcast_shapes(x.shape, lambda_.shape)
    y_bar = _seed("y_bar", y_bar, batch, x.dtype)
    if check:
        _require(x, lambda_)
    abs_x = np.abs(x)
    mask = lambda_ < abs_x
    part = np.isnan(lambda_)
    part2 = np.isnan(abs_x)
    y = np.where(part2, abs_x, np.where(part, lambda_, np.where(mask, x, 0)))
    x_bar = _sum_to(np.where(part2, abs_x, np.where(part, lambda_, np.where(mask, y_bar, 0))), x.shape)
    return y[()], {"x": x_bar, "lambda_": _sum_to(_full(0, batch, x.dtype), lambda_.shape)}


def hardshrink_vjp(y_bar: ArrayLike, /, x: ArrayLike, lambda_: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of sum(y_bar * y) by each input.

        x_bar = y_bar if lambda_ < abs(x) else 0
        lambda__bar = 0

    Args:
        y_bar: real, of the shape of y.
        x: real, shape (...).
        lambda_: not negative, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        lambda_ != abs(x)
    """
    return hardshrink_value_and_vjp(y_bar, x, lambda_, check=check)[1]


@np.errstate(all="ignore")
def hardshrink_jvp(
    tangents: dict[str, ArrayLike], /, x: ArrayLike, lambda_: ArrayLike, *, check: bool = False
) -> Array:
    """How y changes, to first order, when the inputs change by `tangents`.

        y_dot = x_dot if lambda_ < abs(x) else 0 + 0

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        x: real, shape (...).
        lambda_: not negative, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        Shape (...).

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        lambda_ != abs(x)
    """
    x, lambda_ = _arrays(x=(x,), lambda_=(lambda_,))
    x_dot, lambda__dot = _tangents(tangents, x.dtype, x=x.shape, lambda_=lambda_.shape)
    if check:
        _require(x, lambda_)
    abs_x = np.abs(x)
    chosen = np.where(np.isnan(lambda_), lambda_, np.where(lambda_ < abs_x, x_dot, 0))
    return np.where(np.isnan(abs_x), abs_x, chosen)[()]


@np.errstate(all="ignore")
def hardshrink_jacobian(x: ArrayLike, lambda_: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The derivative of y by each input.

        diff(y, x) = 1 if lambda_ < abs(x) else 0
        diff(y, lambda_) = 0

    Args:
        x: real, shape (...).
        lambda_: not negative, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input: batch axes, then those of y, then those of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        lambda_ != abs(x)
    """
    x, lambda_ = _arrays(x=(x,), lambda_=(lambda_,))
    if check:
        _require(x, lambda_)
    abs_x = np.abs(x)
    chosen = np.where(np.isnan(lambda_), lambda_, (lambda_ < abs_x).astype(x.dtype))
    batch = np.broadcast_shapes(x.shape, lambda_.shape)
    return {
        "x": np.where(np.isnan(abs_x), abs_x, chosen)[()],
        "lambda_": _full(0, batch, x.dtype),
    }


@np.errstate(all="ignore")
def _require(x: Array, lambda_: Array) -> None:
    """Raise a ValueError that names the first hypothesis that does not hold."""
    holds = {
        "lambda_ != abs(x)": lambda_ != np.abs(x),
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
