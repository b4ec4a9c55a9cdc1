"""Softplus with a sharpness

    sigma = 1/(1 + exp(-beta*x))
    p = log(1 + exp(beta*x))/beta

Made by derive from the theory softplus_beta (sha256 75d67df3814d9145); do not edit.  Needs NumPy 2, nothing else.

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
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "softplus_beta",
    "softplus_beta_value_and_grad",
    "softplus_beta_grad",
    "softplus_beta_value_and_vjp",
    "softplus_beta_vjp",
    "softplus_beta_jvp",
    "softplus_beta_jacobian",
    "sigma",
]

Array = NDArray[Any]


@np.errstate(all="ignore")
def softplus_beta(beta: ArrayLike, x: ArrayLike) -> Array:
    """The value of p.

        p = log(1 + exp(beta*x))/beta

    Args:
        beta: positive, shape (...).
        x: real, shape (...).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    >>> np.round(softplus_beta(beta=2, x=0.5), 4).tolist()
    0.6566
    """
    beta, x = _arrays(beta=(beta,), x=(x,))
    product = beta * x
    return (np.maximum(product, 0) + np.log1p(np.exp(-np.abs(product)))) / beta


@np.errstate(all="ignore")
def softplus_beta_value_and_grad(
    beta: ArrayLike, x: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of p, and its gradient by each input, summed over the batch.

        diff(p, beta) = (x*sigma - p)/beta
        diff(p, x) = sigma

    Args:
        beta: positive, shape (...).
        x: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        p: more than 128 ulp where digits cancel.
        beta: more than 128 ulp where digits cancel.
        x: at most 96 ulp (float32: 24).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        0 < beta
    """
    beta, x = _arrays(beta=(beta,), x=(x,))
    if check:
        _require(beta)
    product = beta * x
    e = np.exp(-np.abs(product))
    p = (np.maximum(product, 0) + np.log1p(e)) / beta
    sigma = np.where(product >= 0, 1, e) / (1 + e)
    return p, {
        "beta": _sum_to((x * sigma - p) / beta, beta.shape),
        "x": _sum_to(sigma, x.shape),
    }


def softplus_beta_grad(beta: ArrayLike, x: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of p by each input, summed over the batch.

        diff(p, beta) = (x*sigma - p)/beta
        diff(p, x) = sigma

    Args:
        beta: positive, shape (...).
        x: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        beta: more than 128 ulp where digits cancel.
        x: at most 96 ulp (float32: 24).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        0 < beta
    """
    return softplus_beta_value_and_grad(beta, x, check=check)[1]


@np.errstate(all="ignore")
def softplus_beta_value_and_vjp(
    p_bar: ArrayLike, /, beta: ArrayLike, x: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of p, and the gradient of sum(p_bar * p) by each input.

        beta_bar = p_bar*(x*sigma - p)/beta
        x_bar = p_bar*sigma

    Args:
        p_bar: real, of the shape of p.
        beta: positive, shape (...).
        x: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        p: more than 128 ulp where digits cancel.
        beta: more than 128 ulp where digits cancel.
        x: at most 128 ulp (float32: 24).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        0 < beta
    """
    beta, x = _arrays(beta=(beta,), x=(x,))
    batch = np.broadcast_shapes(beta.shape, x.shape)
    p_bar = _seed("p_bar", p_bar, batch, beta.dtype)
    if check:
        _require(beta)
    product = beta * x
    e = np.exp(-np.abs(product))
    p = (np.maximum(product, 0) + np.log1p(e)) / beta
    sigma = np.where(product >= 0, 1, e) / (1 + e)
    return p, {
        "beta": _sum_to(p_bar * (x * sigma - p) / beta, beta.shape),
        "x": _sum_to(p_bar * sigma, x.shape),
    }


def softplus_beta_vjp(p_bar: ArrayLike, /, beta: ArrayLike, x: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of sum(p_bar * p) by each input.

        beta_bar = p_bar*(x*sigma - p)/beta
        x_bar = p_bar*sigma

    Args:
        p_bar: real, of the shape of p.
        beta: positive, shape (...).
        x: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        beta: more than 128 ulp where digits cancel.
        x: at most 128 ulp (float32: 24).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        0 < beta
    """
    return softplus_beta_value_and_vjp(p_bar, beta, x, check=check)[1]


@np.errstate(all="ignore")
def softplus_beta_jvp(
    tangents: dict[str, ArrayLike], /, beta: ArrayLike, x: ArrayLike, *, check: bool = False
) -> Array:
    """How p changes, to first order, when the inputs change by `tangents`.

        p_dot = beta_dot*(x*sigma - p)/beta + sigma*x_dot

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        beta: positive, shape (...).
        x: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        Shape (...).

    Error:
        More than 128 ulp where digits cancel.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        0 < beta
    """
    beta, x = _arrays(beta=(beta,), x=(x,))
    beta_dot, x_dot = _tangents(tangents, beta.dtype, beta=beta.shape, x=x.shape)
    if check:
        _require(beta)
    product = beta * x
    e = np.exp(-np.abs(product))
    sigma = np.where(product >= 0, 1, e) / (1 + e)
    p = (np.maximum(product, 0) + np.log1p(e)) / beta
    return beta_dot * (x * sigma - p) / beta + sigma * x_dot


@np.errstate(all="ignore")
def softplus_beta_jacobian(beta: ArrayLike, x: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The derivative of p by each input.

        diff(p, beta) = (x*sigma - p)/beta
        diff(p, x) = sigma

    Args:
        beta: positive, shape (...).
        x: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input: batch axes, then those of p, then those of the input.

    Error:
        beta: more than 128 ulp where digits cancel.
        x: at most 96 ulp (float32: 24).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.

    Requires:
        0 < beta
    """
    beta, x = _arrays(beta=(beta,), x=(x,))
    if check:
        _require(beta)
    product = beta * x
    e = np.exp(-np.abs(product))
    sigma = np.where(product >= 0, 1, e) / (1 + e)
    p = (np.maximum(product, 0) + np.log1p(e)) / beta
    return {"beta": (x * sigma - p) / beta, "x": sigma}


@np.errstate(all="ignore")
def sigma(beta: ArrayLike, x: ArrayLike) -> Array:
    """The value of sigma.

        sigma = 1/(1 + exp(-beta*x))

    Args:
        beta: positive, shape (...).
        x: real, shape (...).

    Returns:
        Shape (...).

    Error:
        At most 96 ulp (float32: 24).

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together.
    """
    beta, x = _arrays(beta=(beta,), x=(x,))
    product = beta * x
    e = np.exp(-np.abs(product))
    return np.where(product >= 0, 1, e) / (1 + e)


@np.errstate(all="ignore")
def _require(beta: Array) -> None:
    """Raise a ValueError that names the first hypothesis that does not hold."""
    holds = {
        "0 < beta": beta > 0,
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
