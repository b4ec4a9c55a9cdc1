"""SwiGLU

    u[h] = sum(W[h, d]*x[d] for d in D)
    v[h] = sum(V[h, d]*x[d] for d in D)
    sigma[h] = 1/(1 + exp(-u[h]))
    s[h] = u[h]*sigma[h]
    y[h] = s[h]*v[h]

Made by derive from the theory swiglu (sha256 f7e8f41536cb2c6b); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/20, and dimensions up to 10; the tests beside this file hold them.

Computed by these equations, which keep it from overflowing and cancelling; each is a theorem:

    1/(1 + exp(-v)) == (1 if 0 <= v else exp(-abs(v)))/(1 + exp(-abs(v)))
        (divide both sides of the fraction by the larger of 1 and the exponential)
    1/(1 + exp(v)) == (1 if v <= 0 else exp(-abs(v)))/(1 + exp(-abs(v)))
        (divide both sides of the fraction by the larger of 1 and the exponential)
    1 - 1/(1 + exp(-v)) == 1/(1 + exp(v))
        (what a sigmoid lacks to 1 is its mirror image)
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "swiglu",
    "swiglu_value_and_vjp",
    "swiglu_vjp",
    "swiglu_jvp",
    "swiglu_jacobian",
    "u",
    "v",
    "sigma",
    "s",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def swiglu(W: ArrayLike, x: ArrayLike, V: ArrayLike) -> Array:
    """The value of y.

        u[h] = sum(W[h, d]*x[d] for d in D)
        v[h] = sum(V[h, d]*x[d] for d in D)
        sigma[h] = 1/(1 + exp(-u[h]))
        s[h] = u[h]*sigma[h]
        y[h] = s[h]*v[h]

    Args:
        W: real, shape (..., H, D).
        x: real, shape (..., D).
        V: real, shape (..., H, D).

    Returns:
        Shape (..., H).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(swiglu(W=[[0.5, 1], [1, -0.5]], x=[1, -2], V=[[1, 0.25], [-1, 2]]), 4).tolist()
    [-0.1368, -8.808]
    """
    W, x, V = _arrays(W=(W, "H", "D"), x=(x, "D"), V=(V, "H", "D"))
    u = np.einsum("...hd,...d->...h", W, x)
    v = np.einsum("...hd,...d->...h", V, x)
    e = np.exp(-np.abs(u))
    sigma = np.where(u >= 0, 1, e) / (1 + e)
    s = u * sigma
    return s * v


@np.errstate(all="ignore")
def swiglu_value_and_vjp(
    y_bar: ArrayLike, /, W: ArrayLike, x: ArrayLike, V: ArrayLike
) -> tuple[Array, dict[str, Array]]:
    """The value of y, and the gradient of sum(y_bar * y) by each input.

        W_bar[i, j] = y_bar[i]*v[i]*sigma[i]*(1 + u[i]*(1 - sigma[i]))*x[j]
        x_bar[i] = sum(y_bar[h]*sigma[h]*(W[h, i]*v[h]*(1 + u[h]*(1 - sigma[h])) + V[h, i]*u[h]) for h in H)
        V_bar[i, j] = y_bar[i]*u[i]*sigma[i]*x[j]

    Args:
        y_bar: real, of the shape of y.
        W: real, shape (..., H, D).
        x: real, shape (..., D).
        V: real, shape (..., H, D).

    Returns:
        The value, shape (..., H); the gradients by name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, x, V = _arrays(W=(W, "H", "D"), x=(x, "D"), V=(V, "H", "D"))
    H = W.shape[-2]
    batch = np.broadcast_shapes(W.shape[:-2], x.shape[:-1], V.shape[:-2])
    y_bar = _seed("y_bar", y_bar, (*batch, H), W.dtype)
    u = np.einsum("...hd,...d->...h", W, x)
    v = np.einsum("...hd,...d->...h", V, x)
    e = np.exp(-np.abs(u))
    one_plus_e = 1 + e
    sigma = np.where(u >= 0, 1, e) / one_plus_e
    s = u * sigma
    y = s * v
    part = 1 + u * (np.where(u <= 0, 1, e) / one_plus_e)
    part2 = W * v[..., None] * part[..., None] + V * u[..., None]
    return y, {
        "W": _sum_to((y_bar * v * sigma * part)[..., None] * x[..., None, :], W.shape),
        "x": _sum_to(np.einsum("...h,...h,...hi->...i", y_bar, sigma, part2), x.shape),
        "V": _sum_to((y_bar * u * sigma)[..., None] * x[..., None, :], V.shape),
    }


def swiglu_vjp(y_bar: ArrayLike, /, W: ArrayLike, x: ArrayLike, V: ArrayLike) -> dict[str, Array]:
    """The gradient of sum(y_bar * y) by each input.

        W_bar[i, j] = y_bar[i]*v[i]*sigma[i]*(1 + u[i]*(1 - sigma[i]))*x[j]
        x_bar[i] = sum(y_bar[h]*sigma[h]*(W[h, i]*v[h]*(1 + u[h]*(1 - sigma[h])) + V[h, i]*u[h]) for h in H)
        V_bar[i, j] = y_bar[i]*u[i]*sigma[i]*x[j]

    Args:
        y_bar: real, of the shape of y.
        W: real, shape (..., H, D).
        x: real, shape (..., D).
        V: real, shape (..., H, D).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    return swiglu_value_and_vjp(y_bar, W, x, V)[1]


@np.errstate(all="ignore")
def swiglu_jvp(tangents: dict[str, ArrayLike], /, W: ArrayLike, x: ArrayLike, V: ArrayLike) -> Array:
    """How y changes, to first order, when the inputs change by `tangents`.

        y_dot[h] = v[h]*sigma[h]*(1 + u[h]*(1 - sigma[h]))*sum(W_dot[h, j]*x[j] for j in D) + sum(sigma[h]*(W[h,
            i]*v[h]*(1 + u[h]*(1 - sigma[h])) + V[h, i]*u[h])*x_dot[i] for i in D) + u[h]*sigma[h]*sum(V_dot[h, j]*x[j]
            for j in D)

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        W: real, shape (..., H, D).
        x: real, shape (..., D).
        V: real, shape (..., H, D).

    Returns:
        Shape (..., H).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, x, V = _arrays(W=(W, "H", "D"), x=(x, "D"), V=(V, "H", "D"))
    W_dot, x_dot, V_dot = _tangents(tangents, W.dtype, W=W.shape, x=x.shape, V=V.shape)
    u = np.einsum("...hd,...d->...h", W, x)
    v = np.einsum("...hd,...d->...h", V, x)
    e = np.exp(-np.abs(u))
    one_plus_e = 1 + e
    sigma = np.where(u >= 0, 1, e) / one_plus_e
    part = 1 + u * (np.where(u <= 0, 1, e) / one_plus_e)
    part2 = W * v[..., None] * part[..., None] + V * u[..., None]
    product = v * sigma * part * np.einsum("...hj,...j->...h", W_dot, x)
    part3 = product + sigma * np.einsum("...hi,...i->...h", part2, x_dot)
    return part3 + u * sigma * np.einsum("...hj,...j->...h", V_dot, x)


@np.errstate(all="ignore")
def swiglu_jacobian(W: ArrayLike, x: ArrayLike, V: ArrayLike) -> dict[str, Array]:
    """The derivative of y by each input.

        diff(y[h], W[i, j]) = v[h]*sigma[h]*delta(h, i)*(1 + u[h]*(1 - sigma[h]))*x[j]
        diff(y[h], x[i]) = sigma[h]*(W[h, i]*v[h]*(1 + u[h]*(1 - sigma[h])) + V[h, i]*u[h])
        diff(y[h], V[i, j]) = u[h]*sigma[h]*x[j]*delta(h, i)

    Args:
        W: real, shape (..., H, D).
        x: real, shape (..., D).
        V: real, shape (..., H, D).

    Returns:
        By name of the input: batch axes, then those of y, then those of the input.

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, x, V = _arrays(W=(W, "H", "D"), x=(x, "D"), V=(V, "H", "D"))
    u = np.einsum("...hd,...d->...h", W, x)
    v = np.einsum("...hd,...d->...h", V, x)
    e = np.exp(-np.abs(u))
    one_plus_e = 1 + e
    sigma = np.where(u >= 0, 1, e) / one_plus_e
    H = W.shape[-2]
    eye = np.eye(H, dtype=W.dtype)
    part = 1 + u * (np.where(u <= 0, 1, e) / one_plus_e)
    D = W.shape[-1]
    batch = np.broadcast_shapes(W.shape[:-2], x.shape[:-1], V.shape[:-2])
    V_bar = _full(((u * sigma)[..., None] * x[..., None, :])[..., None, :] * eye[:, :, None], (*batch, H, H, D), W.dtype)
    return {
        "W": ((v * sigma)[..., None] * eye * part[..., None])[..., None] * x[..., None, None, :],
        "x": sigma[..., None] * (W * v[..., None] * part[..., None] + V * u[..., None]),
        "V": V_bar,
    }


@np.errstate(all="ignore")
def u(W: ArrayLike, x: ArrayLike) -> Array:
    """The value of u.

        u[h] = sum(W[h, d]*x[d] for d in D)

    Args:
        W: real, shape (..., H, D).
        x: real, shape (..., D).

    Returns:
        Shape (..., H).

    Error:
        At most 6 ulp (float32: 3).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, x = _arrays(W=(W, "H", "D"), x=(x, "D"))
    return np.einsum("...hd,...d->...h", W, x)


@np.errstate(all="ignore")
def v(x: ArrayLike, V: ArrayLike) -> Array:
    """The value of v.

        v[h] = sum(V[h, d]*x[d] for d in D)

    Args:
        x: real, shape (..., D).
        V: real, shape (..., H, D).

    Returns:
        Shape (..., H).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    x, V = _arrays(x=(x, "D"), V=(V, "H", "D"))
    return np.einsum("...hd,...d->...h", V, x)


@np.errstate(all="ignore")
def sigma(W: ArrayLike, x: ArrayLike) -> Array:
    """The value of sigma.

        u[h] = sum(W[h, d]*x[d] for d in D)
        sigma[h] = 1/(1 + exp(-u[h]))

    Args:
        W: real, shape (..., H, D).
        x: real, shape (..., D).

    Returns:
        Shape (..., H).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, x = _arrays(W=(W, "H", "D"), x=(x, "D"))
    u = np.einsum("...hd,...d->...h", W, x)
    e = np.exp(-np.abs(u))
    return np.where(u >= 0, 1, e) / (1 + e)


@np.errstate(all="ignore")
def s(W: ArrayLike, x: ArrayLike) -> Array:
    """The value of s.

        u[h] = sum(W[h, d]*x[d] for d in D)
        sigma[h] = 1/(1 + exp(-u[h]))
        s[h] = u[h]*sigma[h]

    Args:
        W: real, shape (..., H, D).
        x: real, shape (..., D).

    Returns:
        Shape (..., H).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    W, x = _arrays(W=(W, "H", "D"), x=(x, "D"))
    u = np.einsum("...hd,...d->...h", W, x)
    e = np.exp(-np.abs(u))
    sigma = np.where(u >= 0, 1, e) / (1 + e)
    return u * sigma


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
