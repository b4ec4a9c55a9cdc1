"""GELU, tanh approximation

    u = sqrt(2/pi)*(x + 8943/200000*x**3)
    t = tanh(u)
    y = x*(1 + t)/2

Made by derive from the theory gelu_tanh (sha256 b6616ae93a0501b1); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/20, and dimensions up to 10; the tests beside this file hold them.

Computed by these equations, which keep it from overflowing and cancelling; each is a theorem:

    1 - tanh(v)**2 == (1/cosh(v))**2
        (the slope of the hyperbolic tangent)
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "gelu_tanh",
    "gelu_tanh_value_and_grad",
    "gelu_tanh_grad",
    "gelu_tanh_value_and_vjp",
    "gelu_tanh_vjp",
    "gelu_tanh_jvp",
    "gelu_tanh_jacobian",
    "u",
    "t",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def gelu_tanh(x: ArrayLike) -> Array:
    """The value of y.

        u = sqrt(2/pi)*(x + 8943/200000*x**3)
        t = tanh(u)
        y = x*(1 + t)/2

    Args:
        x: real, shape (...).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(gelu_tanh(x=0.5), 4).tolist()
    0.3457
    """
    (x,) = _arrays(x=(x,))
    u = float(np.sqrt(float(np.divide(2, np.pi)))) * (x + 0.044715 * x**3)
    t = np.tanh(u)
    return x * (1 + t) / 2


@np.errstate(all="ignore")
def gelu_tanh_value_and_grad(x: ArrayLike) -> tuple[Array, dict[str, Array]]:
    """The value of y, and its gradient by each input, summed over the batch.

        diff(y, x) = 1/2 + t/2 + x*(1 - tanh(u)**2)*sqrt(2/pi)*(1 + 26829/200000*x**2)/2

    Args:
        x: real, shape (...).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (x,) = _arrays(x=(x,))
    root = float(np.sqrt(float(np.divide(2, np.pi))))
    u = root * (x + 0.044715 * x**3)
    t = np.tanh(u)
    y = x * (1 + t) / 2
    return y, {
        "x": 0.5 + t / 2 + x * (1 / np.cosh(u))**2 * root * (1 + 0.134145 * x**2) / 2,
    }


def gelu_tanh_grad(x: ArrayLike) -> dict[str, Array]:
    """The gradient of y by each input, summed over the batch.

        diff(y, x) = 1/2 + t/2 + x*(1 - tanh(u)**2)*sqrt(2/pi)*(1 + 26829/200000*x**2)/2

    Args:
        x: real, shape (...).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return gelu_tanh_value_and_grad(x)[1]


@np.errstate(all="ignore")
def gelu_tanh_value_and_vjp(y_bar: ArrayLike, /, x: ArrayLike) -> tuple[Array, dict[str, Array]]:
    """The value of y, and the gradient of sum(y_bar * y) by each input.

        x_bar = y_bar*(1/2 + t/2 + x*(1 - tanh(u)**2)*sqrt(2/pi)*(1 + 26829/200000*x**2)/2)

    Args:
        y_bar: real, of the shape of y.
        x: real, shape (...).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (x,) = _arrays(x=(x,))
    y_bar = _seed("y_bar", y_bar, x.shape, x.dtype)
    root = float(np.sqrt(float(np.divide(2, np.pi))))
    u = root * (x + 0.044715 * x**3)
    t = np.tanh(u)
    y = x * (1 + t) / 2
    return y, {
        "x": y_bar * (0.5 + t / 2 + x * (1 / np.cosh(u))**2 * root * (1 + 0.134145 * x**2) / 2),
    }


def gelu_tanh_vjp(y_bar: ArrayLike, /, x: ArrayLike) -> dict[str, Array]:
    """The gradient of sum(y_bar * y) by each input.

        x_bar = y_bar*(1/2 + t/2 + x*(1 - tanh(u)**2)*sqrt(2/pi)*(1 + 26829/200000*x**2)/2)

    Args:
        y_bar: real, of the shape of y.
        x: real, shape (...).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return gelu_tanh_value_and_vjp(y_bar, x)[1]


@np.errstate(all="ignore")
def gelu_tanh_jvp(tangents: dict[str, ArrayLike], /, x: ArrayLike) -> Array:
    """How y changes, to first order, when the inputs change by `tangents`.

        y_dot = (1/2 + t/2 + x*(1 - tanh(u)**2)*sqrt(2/pi)*(1 + 26829/200000*x**2)/2)*x_dot

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        x: real, shape (...).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (x,) = _arrays(x=(x,))
    (x_dot,) = _tangents(tangents, x.dtype, x=x.shape)
    root = float(np.sqrt(float(np.divide(2, np.pi))))
    u = root * (x + 0.044715 * x**3)
    t = np.tanh(u)
    return (0.5 + t / 2 + x * (1 / np.cosh(u))**2 * root * (1 + 0.134145 * x**2) / 2) * x_dot


@np.errstate(all="ignore")
def gelu_tanh_jacobian(x: ArrayLike) -> dict[str, Array]:
    """The derivative of y by each input.

        diff(y, x) = 1/2 + t/2 + x*(1 - tanh(u)**2)*sqrt(2/pi)*(1 + 26829/200000*x**2)/2

    Args:
        x: real, shape (...).

    Returns:
        By name of the input: batch axes, then those of y, then those of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (x,) = _arrays(x=(x,))
    root = float(np.sqrt(float(np.divide(2, np.pi))))
    u = root * (x + 0.044715 * x**3)
    t = np.tanh(u)
    return {"x": 0.5 + t / 2 + x * (1 / np.cosh(u))**2 * root * (1 + 0.134145 * x**2) / 2}


@np.errstate(all="ignore")
def u(x: ArrayLike) -> Array:
    """The value of u.

        u = sqrt(2/pi)*(x + 8943/200000*x**3)

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
    return float(np.sqrt(float(np.divide(2, np.pi)))) * (x + 0.044715 * x**3)


@np.errstate(all="ignore")
def t(x: ArrayLike) -> Array:
    """The value of t.

        u = sqrt(2/pi)*(x + 8943/200000*x**3)
        t = tanh(u)

    Args:
        x: real, shape (...).

    Returns:
        Shape (...).

    Error:
        At most 3 ulp (float32: 5).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    (x,) = _arrays(x=(x,))
    u = float(np.sqrt(float(np.divide(2, np.pi)))) * (x + 0.044715 * x**3)
    return np.tanh(u)


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
