"""What does a generated module need besides NumPy?  Short functions, copied into it where it uses them.

Nothing here imports `derive`: each function stands for itself, or with others of this file.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]


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


def _close(left: ArrayLike, right: ArrayLike) -> Array:
    """Equal but for rounding: to half the digits of the dtype."""
    left, right = np.asarray(left), np.asarray(right)
    tolerance = math.sqrt(np.finfo(np.result_type(left, right, np.float32)).eps)
    size = np.maximum(1, np.maximum(np.abs(left), np.abs(right)))
    return np.asarray(np.abs(left - right) <= tolerance * size)


def _at_most(left: ArrayLike, right: ArrayLike) -> Array:
    """left <= right but for rounding."""
    return np.asarray(np.less_equal(left, right) | _close(left, right))


def _below(x: Array, largest: Array) -> Array:
    """x - largest, the largest of several x.  -inf where both are; where both are +inf, 0 for one x, nan for several."""
    if np.isfinite(largest).all():
        return x - largest
    top, low = x == largest, largest == -np.inf
    among = tuple(-n for n, length in enumerate(reversed(np.shape(largest)), start=1) if length == 1)
    alone = np.sum(top, axis=among, keepdims=True) == 1
    return np.where(top & (alone | low), np.where(low, largest, 0), x - largest)


def _peak(x: Array, y: Array) -> Array:
    """The larger one; nan where both are +inf."""
    return np.where((x == y) & (x == np.inf), np.subtract(x, y), np.maximum(x, y))


def _raised(largest: Array, log: Array) -> Array:
    """largest + log; largest where that is infinite."""
    return np.where(np.isinf(largest), largest, largest + log)[()]


def _times_log(x: Array, log: Array) -> Array:
    """x * log, with 0 * log 0 = 0."""
    return np.where((x == 0) & np.isinf(log), 0, x * log)


def _times_exp(x: Array, y: Array) -> Array:
    """x * exp(y), 0 for x = 0."""
    return np.where(x == 0, 0, x * np.exp(y))


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


def _others(x: Array, axis: int) -> Array:
    """For each element the sum of all others; one that is most of the sum is not subtracted from it."""
    size = np.abs(x)
    most = size > size.sum(axis=axis, keepdims=True) / 2
    rest: Array = np.where(most, 0, x).sum(axis=axis, keepdims=True)
    own: Array = np.where(most, x, 0).sum(axis=axis, keepdims=True)
    return np.where(most, rest, rest + own - x)


def _over(x: Array, y: Array) -> Array:
    """x / y, with 0 / 0 = 0: the slope of 0 * log y."""
    return np.where((x == 0) & (y == 0), 0, x / np.where((x == 0) & (y == 0), 1, y))


def _argmax(x: Array, axis: int) -> Array:
    """The first position of the largest; 0 where there is none."""
    return np.argmax(x, axis=axis) if x.shape[axis] else np.zeros(np.delete(x.shape, axis), dtype=int)


def _each(function: Callable[[float], float], x: ArrayLike) -> Array:
    """A function of the standard library for each element; nan where it has no value, inf where it is too large."""

    def safe(value: float) -> float:
        try:
            return function(value)
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    x = np.asarray(x)
    result = np.array([safe(float(v)) for v in x.ravel()], dtype=np.result_type(x, np.float32)).reshape(x.shape)
    return result[()]


def _erf(x: ArrayLike) -> Array:
    """The error function."""
    return _each(math.erf, x)


def _gamma(x: ArrayLike) -> Array:
    """The gamma function."""
    return _each(math.gamma, x)


def _lgamma(x: ArrayLike) -> Array:
    """The logarithm of the absolute value of the gamma function."""
    return _each(math.lgamma, x)


def _digamma(x: ArrayLike) -> Array:
    """The derivative of lgamma: recurrence to x >= 10, there the asymptotic series; for x < 0 by reflection."""
    return _each(_digamma_at, x)


def _digamma_at(x: float) -> float:
    if x <= 0:
        if x == math.floor(x):
            return math.nan
        return _digamma_at(1 - x) - math.pi / math.tan(math.pi * x)
    below = 0.0
    while x < 10:
        below += 1 / x
        x += 1
    y = 1 / (x * x)
    series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760 - y / 12))))))
    return math.log(x) - 0.5 / x - series - below


def _polygamma(n: int, x: ArrayLike) -> Array:
    """The nth derivative of digamma for x > 0, elsewhere nan."""
    return _digamma(x) if n == 0 else _each(lambda v: _polygamma_at(n, v), x)


def _polygamma_at(n: int, x: float) -> float:
    """Recurrence to x >= 10 + n, there the asymptotic series in the Bernoulli numbers."""
    if not x > 0:
        return math.nan
    if x == math.inf:
        return 0.0
    total = 0.0
    while x < 10 + n:
        total += x ** -(n + 1)
        x += 1
    bernoulli = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330)
    tail = 1 / n + 1 / (2 * x)
    tail += sum(b * math.comb(n + 2 * k - 1, 2 * k) / n * x ** (-2 * k) for k, b in enumerate(bernoulli, start=1))
    result: float = (-1) ** (n + 1) * math.factorial(n) * (total + tail * x**-n)
    return result
