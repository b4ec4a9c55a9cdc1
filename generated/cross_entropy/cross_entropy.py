"""Cross-entropy

    L = -sum(label[i]*log(y[i]) for i in K)

Made by derive from the theory cross_entropy (sha256 b32c5a113ee79e95); do not edit.  Needs NumPy 2, nothing else.

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
    "cross_entropy",
    "cross_entropy_value_and_grad",
    "cross_entropy_grad",
    "cross_entropy_value_and_vjp",
    "cross_entropy_vjp",
    "cross_entropy_jvp",
    "cross_entropy_jacobian",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def cross_entropy(label: ArrayLike, y: ArrayLike) -> Array:
    """The value of L.

        L = -sum(label[i]*log(y[i]) for i in K)

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        y: not negative, with sum 1 along the last axis, shape (..., K).

    Returns:
        Shape (...).

    Error:
        At most 2 ulp (float32: 6).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    >>> np.round(cross_entropy(label=[0.0, 0.0, 1.0, 0.0], y=[0.1, 0.2, 0.6, 0.1]), 4).tolist()
    0.5108
    """
    label, y = _arrays(label=(label, "K", "one-hot"), y=(y, "K"))
    return -_times_log(label, np.log(y)).sum(axis=-1)


@np.errstate(all="ignore")
def cross_entropy_value_and_grad(
    label: ArrayLike, y: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of L, and its gradient by each input, summed over the batch.

        diff(L, y[j]) = -label[j]/y[j]

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        y: not negative, with sum 1 along the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: at most 2 ulp (float32: 6).
        y: at most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(0 < y[i] for i in K)
    """
    label, y = _arrays(label=(label, "K", "one-hot"), y=(y, "K"))
    if check:
        _require(y)
    L = -_times_log(label, np.log(y)).sum(axis=-1)
    return L, {"y": _sum_to(-_over(label, y), y.shape)}


def cross_entropy_grad(label: ArrayLike, y: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of L by each input, summed over the batch.

        diff(L, y[j]) = -label[j]/y[j]

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        y: not negative, with sum 1 along the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(0 < y[i] for i in K)
    """
    return cross_entropy_value_and_grad(label, y, check=check)[1]


@np.errstate(all="ignore")
def cross_entropy_value_and_vjp(
    L_bar: ArrayLike, /, label: ArrayLike, y: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of L, and the gradient of sum(L_bar * L) by each input.

        y_bar[j] = -L_bar*label[j]/y[j]

    Args:
        L_bar: real, of the shape of L.
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        y: not negative, with sum 1 along the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: at most 2 ulp (float32: 6).
        y: at most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(0 < y[i] for i in K)
    """
    label, y = _arrays(label=(label, "K", "one-hot"), y=(y, "K"))
    batch = np.broadcast_shapes(label.shape[:-1], y.shape[:-1])
    L_bar = _seed("L_bar", L_bar, batch, label.dtype)
    if check:
        _require(y)
    L = -_times_log(label, np.log(y)).sum(axis=-1)
    return L, {"y": _sum_to(-_over(L_bar[..., None] * label, y), y.shape)}


def cross_entropy_vjp(L_bar: ArrayLike, /, label: ArrayLike, y: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of sum(L_bar * L) by each input.

        y_bar[j] = -L_bar*label[j]/y[j]

    Args:
        L_bar: real, of the shape of L.
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        y: not negative, with sum 1 along the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(0 < y[i] for i in K)
    """
    return cross_entropy_value_and_vjp(L_bar, label, y, check=check)[1]


@np.errstate(all="ignore")
def cross_entropy_jvp(
    tangents: dict[str, ArrayLike], /, label: ArrayLike, y: ArrayLike, *, check: bool = False
) -> Array:
    """How L changes, to first order, when the inputs change by `tangents`.

        L_dot = -sum(label[j]*y_dot[j]/y[j] for j in K)

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        y: not negative, with sum 1 along the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        Shape (...).

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(0 < y[i] for i in K)
    """
    label, y = _arrays(label=(label, "K", "one-hot"), y=(y, "K"))
    (y_dot,) = _tangents(tangents, label.dtype, y=y.shape)
    if check:
        _require(y)
    return -_over(label * y_dot, y).sum(axis=-1)


@np.errstate(all="ignore")
def cross_entropy_jacobian(label: ArrayLike, y: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The derivative of L by each input.

        diff(L, y[j]) = -label[j]/y[j]

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        y: not negative, with sum 1 along the last axis, shape (..., K).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input: batch axes, then those of L, then those of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(0 < y[i] for i in K)
    """
    label, y = _arrays(label=(label, "K", "one-hot"), y=(y, "K"))
    if check:
        _require(y)
    return {"y": -_over(label, y)}


@np.errstate(all="ignore")
def _require(y: Array) -> None:
    """Raise a ValueError that names the first hypothesis that does not hold."""
    holds = {
        "all(0 < y[i] for i in K)": (y > 0).all(axis=-1),
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


def _times_log(x: Array, log: Array) -> Array:
    """x * log, with 0 * log 0 = 0."""
    return np.where((x == 0) & np.isinf(log), 0, x * log)


def _over(x: Array, y: Array) -> Array:
    """x / y, with 0 / 0 = 0: the slope of 0 * log y."""
    return np.where((x == 0) & (y == 0), 0, x / np.where((x == 0) & (y == 0), 1, y))
