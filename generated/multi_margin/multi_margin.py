"""Multi-class margin loss

    s = sum(label[i]*a[i] for i in K)
    L = sum((1 - label[k])*max(0, m - s + a[k]) for k in K)/K

Made by derive from the theory multi_margin (sha256 02efdcac10f0ac02); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
Errors are in units of the last place of the true value (ulp), for inputs up to 20 in absolute value, positive
ones from 1/4, and dimensions up to 8; the tests beside this file hold them.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterable
from contextvars import Context
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "multi_margin",
    "multi_margin_value_and_grad",
    "multi_margin_grad",
    "multi_margin_value_and_vjp",
    "multi_margin_vjp",
    "multi_margin_jvp",
    "multi_margin_jacobian",
    "s",
]

Array = NDArray[Any]
THREADS = 1
"""How many threads share the rows of a large batch."""


def multi_margin(label: ArrayLike, a: ArrayLike, m: ArrayLike) -> Array:
    """The value of L.

        s = sum(label[i]*a[i] for i in K)
        L = sum((1 - label[k])*max(0, m - s + a[k]) for k in K)/K

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).
        m: real, shape (...).

    Returns:
        Shape (...).

    Error:
        At most 4 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    >>> np.round(multi_margin(label=[0.0, 1.0, 0.0], a=[0.5, 1, -1], m=1), 4).tolist()
    0.1667
    """
    return _rows(_multi_margin, "label[K, one-hot], a[K], m[] -> L[...]", label, a, m)


def _multi_margin(label: Array, a: Array, m: Array) -> Array:
    """`multi_margin`, of arrays of one dtype that fit together."""
    s = _dot(label, a)
    K = label.shape[-1]
    return _dot(1 - label, np.maximum(0, _beside(m - s, a) + a)) / K


def multi_margin_value_and_grad(
    label: ArrayLike, a: ArrayLike, m: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of L, and its gradient by each input, summed over the batch.

        diff(L, a[j]) = ((1 - label[j] if s < m + a[j] else 0) + label[j]*sum(label[k] - 1 if s < m + a[k] else 0
            for k in K))/K
        diff(L, m) = sum(1 - label[k] if s < m + a[k] else 0 for k in K)/K

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).
        m: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: at most 4 ulp.
        a: at most 1 ulp.
        m: at most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(m + a[k] != s for k in K)
    """
    return _rows(
        _multi_margin_value_and_grad,
        "label[K, one-hot], a[K], m[] -> L[...], {a[K], m[]} reduces K into a",
        label, a, m, check=check,
    )


def _multi_margin_value_and_grad(
    label: Array, a: Array, m: Array, out: dict[str, Array], *, check: bool
) -> tuple[Array, dict[str, Array]]:
    """`multi_margin_value_and_grad`, of arrays of one dtype that fit together."""
    if check:
        _require(label, a, m)
    s = _dot(label, a)
    difference = 1 - label
    K = label.shape[-1]
    L = _dot(difference, np.maximum(0, _beside(m - s, a) + a)) / K
    part = _beside(m, a) + a
    mask = s[..., None] < part
    part2 = np.isnan(s)
    part3 = np.isnan(part)
    chosen = np.where(part2[..., None], s[..., None], np.where(mask, difference, 0))
    chosen2 = np.where(part3, part, chosen)
    chosen3 = np.where(part2[..., None], s[..., None], np.where(mask, label - 1, 0))
    part4 = chosen2 + label * _beside(_sum(np.where(part3, part, chosen3)), label)
    return L, {
        "a": _sum_to(np.divide(part4, K, out=out.get("a")), a.shape),
        "m": _sum_to(_sum(chosen2) / K, m.shape),
    }


def multi_margin_grad(label: ArrayLike, a: ArrayLike, m: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The gradient of L by each input, summed over the batch.

        diff(L, a[j]) = ((1 - label[j] if s < m + a[j] else 0) + label[j]*sum(label[k] - 1 if s < m + a[k] else 0
            for k in K))/K
        diff(L, m) = sum(1 - label[k] if s < m + a[k] else 0 for k in K)/K

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).
        m: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(m + a[k] != s for k in K)
    """
    return _rows(
        _multi_margin_grad,
        "label[K, one-hot], a[K], m[] -> {a[K], m[]} reduces K into a",
        label, a, m, check=check,
    )


def _multi_margin_grad(label: Array, a: Array, m: Array, out: dict[str, Array], *, check: bool) -> dict[str, Array]:
    """`multi_margin_grad`, of arrays of one dtype that fit together."""
    if check:
        _require(label, a, m)
    s = _dot(label, a)
    part = _beside(m, a) + a
    mask = s[..., None] < part
    part2 = np.isnan(s)
    part3 = np.isnan(part)
    chosen = np.where(part2[..., None], s[..., None], np.where(mask, 1 - label, 0))
    chosen2 = np.where(part3, part, chosen)
    chosen3 = np.where(part2[..., None], s[..., None], np.where(mask, label - 1, 0))
    K = label.shape[-1]
    part4 = chosen2 + label * _beside(_sum(np.where(part3, part, chosen3)), label)
    return {
        "a": _sum_to(np.divide(part4, K, out=out.get("a")), a.shape),
        "m": _sum_to(_sum(chosen2) / K, m.shape),
    }


def multi_margin_value_and_vjp(
    L_bar: ArrayLike, /, label: ArrayLike, a: ArrayLike, m: ArrayLike, *, check: bool = False
) -> tuple[Array, dict[str, Array]]:
    """The value of L, and the gradient of sum(L_bar * L) by each input.

        a_bar[j] = L_bar*((1 - label[j] if s < m + a[j] else 0) + label[j]*sum(label[k] - 1 if s < m + a[k] else 0
            for k in K))/K
        m_bar = L_bar*sum(1 - label[k] if s < m + a[k] else 0 for k in K)/K

    Args:
        L_bar: real, of the shape of L.
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).
        m: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        The value, shape (...); the gradients by name of the input, of the shape of the input.

    Error:
        L: at most 4 ulp.
        a: at most 2 ulp.
        m: at most 2 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(m + a[k] != s for k in K)
    """
    return _rows(
        _multi_margin_value_and_vjp,
        "L_bar[...], label[K, one-hot], a[K], m[] -> L[...], {a[K], m[]} reduces K into a",
        L_bar, label, a, m, check=check,
    )


def _multi_margin_value_and_vjp(
    L_bar: Array, label: Array, a: Array, m: Array, out: dict[str, Array], *, check: bool
) -> tuple[Array, dict[str, Array]]:
    """`multi_margin_value_and_vjp`, of arrays of one dtype that fit together."""
    if check:
        _require(label, a, m)
    s = _dot(label, a)
    difference = 1 - label
    K = label.shape[-1]
    L = _dot(difference, np.maximum(0, _beside(m - s, a) + a)) / K
    part = _beside(m, a) + a
    mask = s[..., None] < part
    part2 = np.isnan(s)
    part3 = np.isnan(part)
    chosen = np.where(part2[..., None], s[..., None], np.where(mask, difference, 0))
    chosen2 = np.where(part3, part, chosen)
    chosen3 = np.where(part2[..., None], s[..., None], np.where(mask, label - 1, 0))
    part4 = chosen2 + label * _beside(_sum(np.where(part3, part, chosen3)), label)
    return L, {
        "a": _sum_to(np.multiply(_beside(L_bar / K, part4), part4, out=out.get("a")), a.shape),
        "m": _sum_to(L_bar * _sum(chosen2) / K, m.shape),
    }


def multi_margin_vjp(
    L_bar: ArrayLike, /, label: ArrayLike, a: ArrayLike, m: ArrayLike, *, check: bool = False
) -> dict[str, Array]:
    """The gradient of sum(L_bar * L) by each input.

        a_bar[j] = L_bar*((1 - label[j] if s < m + a[j] else 0) + label[j]*sum(label[k] - 1 if s < m + a[k] else 0
            for k in K))/K
        m_bar = L_bar*sum(1 - label[k] if s < m + a[k] else 0 for k in K)/K

    Args:
        L_bar: real, of the shape of L.
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).
        m: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input, of the shape of the input.

    Error:
        At most 2 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(m + a[k] != s for k in K)
    """
    return _rows(
        _multi_margin_vjp,
        "L_bar[...], label[K, one-hot], a[K], m[] -> {a[K], m[]} reduces K into a",
        L_bar, label, a, m, check=check,
    )


def _multi_margin_vjp(
    L_bar: Array, label: Array, a: Array, m: Array, out: dict[str, Array], *, check: bool
) -> dict[str, Array]:
    """`multi_margin_vjp`, of arrays of one dtype that fit together."""
    if check:
        _require(label, a, m)
    s = _dot(label, a)
    K = label.shape[-1]
    part = _beside(m, a) + a
    mask = s[..., None] < part
    part2 = np.isnan(s)
    part3 = np.isnan(part)
    chosen = np.where(part2[..., None], s[..., None], np.where(mask, 1 - label, 0))
    chosen2 = np.where(part3, part, chosen)
    chosen3 = np.where(part2[..., None], s[..., None], np.where(mask, label - 1, 0))
    part4 = chosen2 + label * _beside(_sum(np.where(part3, part, chosen3)), label)
    return {
        "a": _sum_to(np.multiply(_beside(L_bar / K, part4), part4, out=out.get("a")), a.shape),
        "m": _sum_to(L_bar * _sum(chosen2) / K, m.shape),
    }


def multi_margin_jvp(
    tangents: dict[str, ArrayLike], /, label: ArrayLike, a: ArrayLike, m: ArrayLike, *, check: bool = False
) -> Array:
    """How L changes, to first order, when the inputs change by `tangents`.

        L_dot = sum((1 - label[k])*(a_dot[k] - sum(a_dot[j]*label[j] for j in K)) if s < m + a[k] else 0 for k in
            K)/K + m_dot*sum(1 - label[k] if s < m + a[k] else 0 for k in K)/K

    Args:
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).
        m: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        Shape (...).

    Error:
        At most 12 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(m + a[k] != s for k in K)
    """
    return _rows(
        _multi_margin_jvp,
        "tangents['a'][a..., K], tangents['m'][m...], label[K, one-hot], a[K], m[] -> L[...] reduces K",
        *_tangents(tangents, "a", "m"), label, a, m, check=check,
    )


def _multi_margin_jvp(a_dot: Array, m_dot: Array, label: Array, a: Array, m: Array, *, check: bool) -> Array:
    """`multi_margin_jvp`, of arrays of one dtype that fit together."""
    if check:
        _require(label, a, m)
    s = _dot(label, a)
    part = _beside(m, a) + a
    mask = s[..., None] < part
    difference = 1 - label
    part2 = np.isnan(s)
    chosen = np.where(mask, difference * (a_dot - _beside(_dot(a_dot, label), a_dot)), 0)
    part3 = np.isnan(part)
    K = label.shape[-1]
    chosen2 = np.where(part2[..., None], s[..., None], np.where(mask, difference, 0))
    ratio = _sum(np.where(part3, part, np.where(part2[..., None], s[..., None], chosen))) / K
    return ratio + m_dot * _sum(np.where(part3, part, chosen2)) / K


def multi_margin_jacobian(label: ArrayLike, a: ArrayLike, m: ArrayLike, *, check: bool = False) -> dict[str, Array]:
    """The derivative of L by each input.

        diff(L, a[j]) = ((1 - label[j] if s < m + a[j] else 0) + label[j]*sum(label[k] - 1 if s < m + a[k] else 0
            for k in K))/K
        diff(L, m) = sum(1 - label[k] if s < m + a[k] else 0 for k in K)/K

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).
        m: real, shape (...).
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).

    Returns:
        By name of the input: batch axes, then those of L, then those of the input.

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).

    Requires:
        all(m + a[k] != s for k in K)
    """
    return _rows(
        _multi_margin_jacobian,
        "label[K, one-hot], a[K], m[] -> {a[..., K], m[...]} reduces K into a",
        label, a, m, check=check,
    )


def _multi_margin_jacobian(label: Array, a: Array, m: Array, out: dict[str, Array], *, check: bool) -> dict[str, Array]:
    """`multi_margin_jacobian`, of arrays of one dtype that fit together."""
    if check:
        _require(label, a, m)
    s = _dot(label, a)
    part = _beside(m, a) + a
    mask = s[..., None] < part
    part2 = np.isnan(s)
    part3 = np.isnan(part)
    chosen = np.where(part2[..., None], s[..., None], np.where(mask, 1 - label, 0))
    chosen2 = np.where(part3, part, chosen)
    chosen3 = np.where(part2[..., None], s[..., None], np.where(mask, label - 1, 0))
    K = label.shape[-1]
    part4 = chosen2 + label * _beside(_sum(np.where(part3, part, chosen3)), label)
    return {"a": np.divide(part4, K, out=out.get("a")), "m": _sum(chosen2) / K}


def s(label: ArrayLike, a: ArrayLike) -> Array:
    """The value of s.

        s = sum(label[i]*a[i] for i in K)

    Args:
        label: one-hot, or integer class labels without the last axis, shape (..., K).
        a: real, shape (..., K).

    Returns:
        Shape (...).

    Error:
        At most 1 ulp.

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together (or class labels are out of range).
    """
    return _rows((_s, _s_of_classes), "label[K, class-label], a[K] -> s[...]", label, a)


def _s(label: Array, a: Array) -> Array:
    """`s`, of arrays of one dtype that fit together."""
    return _dot(label, a)


def _s_of_classes(label: Array, a: Array) -> Array:
    """`s`, of arrays of one dtype that fit together, given classes."""
    return _pick(label, a)


def _require(label: Array, a: Array, m: Array) -> None:
    """Raise a ValueError that names the first hypothesis that does not hold."""
    s = _dot(label, a)
    holds = {
        "all(m + a[k] != s for k in K)": (_beside(m, a) + a != s[..., None]).all(axis=-1),
    }
    for hypothesis, found in holds.items():
        if not np.all(found):
            raise ValueError(f"this gradient requires {hypothesis}")


_Shape = tuple[int, ...]
_Cut = tuple[int | slice, ...]
_BLOCK = 2**20
"""Bytes of the largest array in a block of rows: with what is computed from it, it should stay in a processor's cache."""
_FLAT = 2**19
"""The same where a row is one number: a step takes about as long as to fetch what it needs from a cache that is not near."""
_KEPT = 2**22
"""Bytes for the arrays of a block."""
_SHORT = 32
"""Numbers in a row that is long: NumPy is slow at the largest of shorter ones, unless they are stored column by column."""
_FEW = 2**12
"""Numbers of which the largest is found by where it is."""
_WIDE = 256
"""Numbers in a row of which NumPy's buffer shall not hold two: it would repeat in it what stands for a whole row."""
_LONG = 2**10
"""The most numbers that one product with ones adds; longer rows are cut into chunks of so many."""
_AXIS = r"(?!one-hot$|class-label$)[^.]+"
"""An axis with a length of its own, "K" or "N+K-1", in a signature."""
_ABSENT = np.zeros((), dtype="V1")
"""A tangent that is not given."""


def _rows(
    bodies: Callable[..., Any] | tuple[Callable[..., Any], ...], signature: str, /, *given: ArrayLike, **options: Any
) -> Any:
    """Check inputs, convert them to one dtype and call a body with them, in blocks of rows where there are many.

    The signature names what is given, with its axes behind the batch axes: "a[K], W[M, N]".  There "..." stands for all batch
    axes, "a..." for those of `a`, "one-hot" for a row that may be given as a class label, "class-label" where the second of two
    bodies wants such a label; without brackets it is the length of an axis.  Then follow "->" and the results, in braces those
    by name; "reduces" and the axes along which NumPy takes the largest or the like; "rows" and an axis that may be cut as batch
    axes are, results without it being sums ("=" after it: a body is told its length); last "into" and the results for which
    a body is given arrays, by name, in which it may leave them.
    """
    arrays: list[Any] = [*given]
    for array in given:  # quicker than `any`, which would make a generator
        if type(array) is not np.ndarray:
            named = zip(_signature(signature).takes, given, strict=True)
            arrays = [a if type(a) is np.ndarray else _array(name, a) for name, a in named]
            break
    if options:
        for name in _signature(signature).lengths:
            options[name] = None if options[name] is None else _length(name, options[name])
    plan = _plan(signature, (*options.items(),), *map(_kind, arrays))
    for at, shape in plan.spread:
        arrays[at] = np.broadcast_to(0 if arrays[at] is _ABSENT else arrays[at], shape)
    chooses = plan.chooses and (not plan.hot or all(_is_one_hot(arrays[at]) for at in plan.hot))
    body = bodies[chooses] if isinstance(bodies, tuple) else bodies
    conversions, passed = plan.ways[chooses]
    if plan.block:
        return _in_blocks(plan, partial(body, **passed), conversions, arrays)
    for at, convert in conversions:
        arrays[at] = convert(arrays[at])
    found = plan.quiet.copy().run(body, *arrays, *plan.nowhere, **passed)
    return _in_batch(found, plan.lead) if plan.lead else found


_kind = operator.attrgetter("dtype", "shape")
"""What a plan depends on."""


@cache
def _quiet(wide: bool) -> Context:
    """Where what overflows is inf and does not warn; to be copied, as that takes less time than `errstate`.

    Where rows are wide NumPy's buffer is too short for two of them.
    """
    quiet = Context()
    quiet.run(np.seterr, all="ignore")
    if wide:
        quiet.run(np.setbufsize, _WIDE)
    return quiet


def _in_batch(found: Any, lead: dict[str, tuple[None, ...]]) -> Any:
    """What a body computes of one row, with the batch axes that it was given without."""
    if isinstance(found, dict):
        return {name: array[lead[name]] for name, array in found.items()}
    if isinstance(found, tuple):
        value, named = found
        return value[lead[""]], _in_batch(named, lead)
    return found[lead[""]]


class _Signature(NamedTuple):
    """What a function takes and gives: the axes by name, "" for the value."""

    takes: dict[str, list[str]]
    lengths: list[str]
    gives: dict[str, list[str]]
    reduces: bool
    """Whether NumPy does more along rows than to add."""
    rows: str
    asks: bool
    """Which axis may be cut, and whether a body is told how long it is."""
    into: dict[str, str]
    """By name of the result, what it is called in `out`."""


@cache
def _signature(text: str) -> _Signature:
    """A signature, read."""
    named = r"([^\s,{]+)\[([^\[\]]*)\]"
    takes, _, gives = text.partition("-> ")
    gives, _, into = gives.partition(" into ")
    value, _, by_name = gives.partition("{")
    results = [("", axes) for _, axes in re.findall(named, value)] + re.findall(named, by_name)
    of = "".join(name for name, _ in re.findall(named, value))
    axes, found = ({n: a.replace(",", "").split() for n, a in pairs} for pairs in (re.findall(named, takes), results))
    lengths = re.sub(named, "", takes).replace(",", "").split()
    places = {name: name or of for name in found if (name or of) in into.split(", ")}
    (along, asks), *_ = [*re.findall(r" rows (\w+)(=?)", gives), ("", "")]
    return _Signature(axes, lengths, found, " reduces " in gives, along, bool(asks), places)


_Way = tuple[list[tuple[int, Callable[[Array], Array]]], dict[str, Any]]
"""How arrays, by position, become what a body is called with, and its options."""


class _Plan(NamedTuple):
    """What the shapes and dtypes of a call mean."""

    dtype: np.dtype[Any]
    batch: _Shape
    fronts: list[_Shape]
    """The batch axes of each array."""
    ways: tuple[_Way, _Way]
    """How it is computed: with numbers, or with classes in place of one-hot rows."""
    chooses: bool
    """Whether there may be classes in place of one-hot rows."""
    hot: list[int]
    """Which arrays then must be one-hot rows."""
    spread: list[tuple[int, _Shape]]
    """Which arrays are repeated before: tangents that are 0, labels that several rows share."""
    results: dict[str, tuple[_Shape, _Shape]]
    """The batch axes of each result, and its others."""
    lead: dict[str, tuple[None, ...]]
    """What puts the batch axes in front of each result where there is one row: NumPy is quicker at its numbers without."""
    into: dict[str, str] | None
    """Which results a body may write where they belong, and what they are called there; None if it does not ask."""
    nowhere: list[dict[str, Array]]
    """What a body is called with where it may not, if it asks."""
    block: int
    """Rows of a block; 0 where there are too few for blocks."""
    order: Literal["F", "K"]
    """How a block is stored: "F" column by column, "K" as it is."""
    quiet: Context
    """Where a body is called."""


@lru_cache(maxsize=1000)
def _plan(signature: str, options: tuple[tuple[str, Any], ...], *kinds: tuple[np.dtype[Any], _Shape]) -> _Plan:
    """Check that arrays of these dtypes and shapes fit together; see what to do with them."""
    spec, sizes = _signature(signature), dict(options)
    dtypes = {name: dtype for name, (dtype, _) in zip(spec.takes, kinds, strict=True)}
    forms = {name: shape for name, (_, shape) in zip(spec.takes, kinds, strict=True)}
    inputs = {name: axes for name, axes in spec.takes.items() if not any(axis.endswith("...") for axis in axes)}
    for name, dtype in dtypes.items():
        if name in inputs or dtype != _ABSENT.dtype:
            _check_dtype(name, dtype)
    rows = {name for name, axes in inputs.items() if axes[-1:] in (["one-hot"], ["class-label"])}
    labels = {name for name in rows if dtypes[name].kind in "iu"}
    lengths = {dim: (dim, sizes[dim]) for dim in spec.lengths if sizes[dim] is not None}
    batches: dict[str, _Shape] = {}
    for name, axes in inputs.items():
        named = axes[: len(axes) - (name in rows) - (name in labels)]
        shape, cut = forms[name], len(forms[name]) - len(named)
        if cut < 0:
            raise ValueError(f"{name}: shape {shape} has no axes ({', '.join(named)}) at its end")
        batches[name] = shape[:cut]
        for dim, length in zip(named, shape[cut:], strict=True):
            other, expected = lengths.setdefault(dim, (name, length))
            if length != expected:
                raise ValueError(f"{name}: axis {dim} has length {length}, but {other} says {expected}")
    _relate(lengths)
    floats = [dtypes[name] for name in inputs if dtypes[name].kind == "f"]
    dtype = np.result_type(*floats).newbyteorder("=") if floats else np.dtype(np.float64)
    batch: _Shape = ()
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
        dim = inputs[name][-2]
        if dim not in lengths:
            raise TypeError(f"{name}: class labels do not say how many classes there are ({dim}=... says it)")

    def shape_of(name: str, axes: list[str]) -> tuple[_Shape, _Shape]:
        """The batch axes of something, and its others."""
        of = [axis[:-3] for axis in axes if axis.endswith("...")] or [name]
        front = batch if of == [""] else np.broadcast_shapes(*(batches[n] for n in of))
        return front, tuple(_long(axis, lengths) for axis in axes if re.fullmatch(_AXIS, axis))

    shapes = [shape_of(name, axes) for name, axes in spec.takes.items()]
    plain = partial(np.asarray, dtype=dtype)
    ways: tuple[_Way, _Way] = ([], dict(options)), ([], {name: sizes[name] for name in spec.lengths})
    spread, hot, alone = [], [], math.prod(batch) == 1
    chooses = not any(
        sizes[n] for n in {*sizes} - {*spec.lengths}
    )  # else hypotheses are looked at, which are about numbers
    for at, (name, shape) in enumerate(forms.items()):
        front, sides = shapes[at]
        converts: tuple[Callable[[Array], Array] | None, ...] = (None if dtypes[name] == dtype else plain,) * 2
        if dtypes[name] == _ABSENT.dtype:
            spread.append((at, (*front, *sides)))
        elif name in labels:
            converts = partial(_one_hot, name, sides[-1], dtype), partial(_classes, name, sides[-1])
            if front != batch:
                spread.append((at, batch))
                shapes[at] = batch, sides
        elif shape != (*front, *sides):
            raise ValueError(f"{name}: shape {shape}, expected {(*front, *sides)}")
        if spec.takes[name][-1:] == ["class-label"] and name not in labels:
            converts = converts[0], _chosen
            chooses &= front == batch and sides[-1] > 0
            hot.append(at)
        core = sides[: len(sides) - (name in labels)]
        outer = shapes[at][0]
        # An index is the quicker way to the one row; but one that leaves no axis would make a scalar of the array.
        row = operator.itemgetter((0,) * len(outer)) if core else operator.methodcaller("reshape", ())
        bare = row if alone and outer else None
        for convert, (found, _) in zip(converts, ways, strict=True):
            found += [(at, each) for each in (bare, convert) if each is not None]
    chooses &= any(axes[-1:] == ["class-label"] for axes in spec.takes.values())
    results = {name: shape_of(name, axes) for name, axes in spec.gives.items()}
    lead = {name: (None,) * len(front) for name, (front, _) in results.items()} if alone and batch else {}
    if spec.rows and not batch:
        batch = (lengths[spec.rows][1],)
        shapes = [_led(axes, *shape, spec.rows) for axes, shape in zip(spec.takes.values(), shapes, strict=True)]
        results = {name: _led(axes, *results[name], spec.rows) for name, axes in spec.gives.items()}
    block, order = _schedule(batch, [*shapes, *results.values()], spec.reduces, dtype.itemsize)
    own = {name: called for name, called in spec.into.items() if results[name][0] == batch and order == "K"}
    into, fronts = own if spec.into else None, [front for front, _ in shapes]
    if spec.asks:
        for _, passed in ways:
            passed[spec.rows] = lengths[spec.rows][1]
    quiet = _quiet(_are_wide([*shapes, *results.values()]))
    nowhere: list[dict[str, Array]] = [{}] if spec.into else []
    return _Plan(dtype, batch, fronts, ways, chooses, hot, spread, results, lead, into, nowhere, block, order, quiet)


def _led(axes: list[str], front: _Shape, sides: _Shape, along: str) -> tuple[_Shape, _Shape]:
    """The batch axes and others of what has no batch axes, its first axis taken for one if it may be cut there."""
    named = [axis for axis in axes if axis.isidentifier()]
    return (sides[:1], sides[1:]) if named[:1] == [along] else (front, sides)


def _long(axis: str, lengths: dict[str, tuple[str, int]]) -> int:
    """The length of an axis, of "N+K-1" by those of N and K."""
    return (
        lengths[axis][1] if axis in lengths else sum(count * lengths[d][1] if d else count for d, count in _parts(axis))
    )


@cache
def _parts(axis: str) -> list[tuple[str, int]]:
    """What an axis is made of: names, each with how often it counts, and "" with a number."""
    found = re.findall(r"([-+]?)(?:(\d+)\*)?([^\W\d]\w*|\d+)", axis)
    signed = [(-1 if sign == "-" else 1, int(count or 1), name) for sign, count, name in found]
    return [("", sign * int(name)) if name.isdecimal() else (name, sign * count) for sign, count, name in signed]


def _relate(lengths: dict[str, tuple[str, int]]) -> None:
    """Find the lengths that axes like "N+K-1" tell, and check that such axes are as long as they should be."""
    made = [axis for axis in lengths if not axis.isidentifier()]
    for axis in made * len(made):
        open_ = [(d, count) for d, count in _parts(axis) if d and d not in lengths]
        if len(open_) == 1:
            (dim, count), (name, whole) = open_[0], lengths[axis]
            rest = whole - sum(c * lengths[d][1] if d else c for d, c in _parts(axis) if d != dim)
            lengths[dim] = f"{name} ({axis})", rest // count
    for axis in made:
        name, whole = lengths[axis]
        expected = _long(axis, {d: length for d, length in lengths.items() if d != axis})
        small = [d for d, _ in _parts(axis) if d and lengths[d][1] < 0]
        if whole != expected or small:
            says = ", ".join(f"{lengths[d][0]} says {d} = {lengths[d][1]}" for d, _ in _parts(axis) if d)
            raise ValueError(f"{name}: axis {axis} has length {whole}, but {says}")


def _schedule(
    batch: _Shape, shapes: list[tuple[_Shape, _Shape]], reduces: bool, itemsize: int
) -> tuple[int, Literal["F", "K"]]:
    """How many rows are worked on at a time, 0 for all, and how they are stored.  No result depends on it, but for rounding."""
    rows = math.prod(batch)
    most = max((math.prod(core) for front, core in shapes if math.prod(front) > 1), default=0) or 1
    fixed = max((math.prod(core) for front, core in shapes if math.prod(front) <= 1), default=0)
    size = (_BLOCK if most > 1 else _FLAT) // itemsize
    block = max(1, size // most, 4 * fixed // most)  # what has no batch axes is read again for each block
    if reduces and 1 < most <= _SHORT and rows * most >= 128 * _SHORT and max(len(core) for _, core in shapes) == 1:
        return min(block, max(1024, rows // 2 + 1)), "F"
    return (block if rows >= 2 * block else 0), "K"


def _are_wide(shapes: list[tuple[_Shape, _Shape]]) -> bool:
    """Whether there are several rows, and all have many numbers."""
    return min((core[-1] for front, core in shapes if core and math.prod(front) > 1), default=0) >= _WIDE


def _in_blocks(
    plan: _Plan,
    body: Callable[..., Any],
    conversions: list[tuple[int, Callable[[Array], Array]]],
    arrays: list[Array],
) -> Any:
    """The results, some rows at a time."""
    np.empty(
        _KEPT, np.uint8
    )  # and freed: allocators keep as much from now on, so that arrays of blocks are no new memory
    results = {
        name: (np.empty if front == plan.batch else np.zeros)((*front, *core), plan.dtype)
        for name, (front, core) in plan.results.items()
    }

    def work(cut: _Cut) -> list[tuple[Array, Array]]:
        """The results for some rows; those that other rows have a part in are returned, and where to add them."""
        rows = [array[_place(front, plan.batch, cut)] for array, front in zip(arrays, plan.fronts, strict=True)]
        places = {name: results[name][_place(front, plan.batch, cut)] for name, (front, _) in plan.results.items()}
        for at, convert in conversions:
            rows[at] = convert(rows[at])
        rows = [np.asarray(array, order=plan.order) for array in rows]
        out = [] if plan.into is None else [{called: places[name] for name, called in plan.into.items()}]
        sums = []
        computed = plan.quiet.copy().run(body, *rows, *out)
        for name, found in _by_name(computed).items():
            if plan.results[name][0] != plan.batch:
                sums.append((places[name], found))
            elif not np.may_share_memory(found, places[name]):  # else it is there already
                places[name][...] = found
        return sums

    for sums in _shared(work, _cuts(plan.batch, plan.block)):
        for place, found in sums:
            place += found
    named = {name: array[()] for name, array in results.items() if name}
    return named if "" not in results else (results[""][()], named) if named else results[""][()]


def _by_name(results: Any) -> dict[str, Array]:
    """The value under the name "", and what has a name."""
    if isinstance(results, tuple):
        return {"": results[0], **results[1]}
    return results if isinstance(results, dict) else {"": results}


def _shared(work: Callable[[_Cut], Any], cuts: list[_Cut]) -> Iterable[Any]:
    """What `work` gives for each cut, in order on any number of threads."""
    if THREADS == 1 or len(cuts) == 1:
        return map(work, cuts)
    from concurrent.futures import ThreadPoolExecutor  # slow to import

    with ThreadPoolExecutor(THREADS) as pool:
        return pool.map(work, cuts)


def _cuts(batch: _Shape, block: int) -> list[_Cut]:
    """Where to cut the batch axes so that no piece has more rows than a block; than two where threads share them."""
    block *= min(THREADS, 2)  # a thread waits for others between two steps
    at = next(n for n in range(len(batch)) if math.prod(batch[n + 1 :]) <= block)
    pieces = -(-batch[at] // max(1, block // math.prod(batch[at + 1 :])))
    pieces = min(batch[at], -(-pieces // THREADS) * THREADS)  # as many for each thread
    # Rows by sixteens, which a product of a matrix and a vector takes alike wherever a block begins; and an odd number of
    # these: columns that are a power of 2 apart get in each other's way in a cache.
    unit = 16 if batch[at] >= 64 * pieces else 1
    ends = [batch[at] * n // pieces for n in range(pieces + 1)]
    ends[1:-1] = [unit * (end // unit + (end // unit - n) % 2) for n, end in enumerate(ends[1:-1], start=1)]
    return [(*outer, slice(*pair)) for outer in np.ndindex(batch[:at]) for pair in pairwise(ends)]


def _place(front: _Shape, batch: _Shape, cut: _Cut) -> tuple[Any, ...]:
    """Where the rows of a cut are in an array with only some of the batch axes, or some of length 1."""
    if front == batch:
        return cut
    first = len(batch) - len(front)
    own = zip(front, batch[first:], cut[first:], strict=False)
    return (*(at if length == whole else 0 for length, whole, at in own), ...)


def _array(name: str, given: ArrayLike) -> Array:
    """`given` as an array of booleans, integers, float32 or float64."""
    try:
        array = np.asarray(given)
    except ValueError as error:
        raise ValueError(f"{name}: not an array ({error})") from None
    _check_dtype(name, array.dtype)
    return array


def _check_dtype(name: str, dtype: np.dtype[Any]) -> None:
    """Booleans, integers, float32 and float64 are numbers."""
    if dtype.kind not in "biuf" or dtype.itemsize not in {"f": (4, 8)}.get(dtype.kind, (1, 2, 4, 8)):
        raise TypeError(f"{name}: dtype {dtype} is not supported (give float32, float64, integers or booleans)")


def _length(name: str, given: int) -> int:
    """The length of a dimension that no input shows."""
    try:
        length = operator.index(given)
    except TypeError:
        raise TypeError(f"{name}: {given!r} is not a length") from None
    if length < 0:
        raise ValueError(f"{name}: {length} is not a length")
    return length


def _classes(name: str, classes: int, labels: Array) -> Array:
    """The labels, which are classes."""
    if labels.size == 1:  # as it is for one row, where a few microseconds are much
        known = 0 <= labels.item() < classes
    else:  # read without sign a negative one is very large
        known = not labels.size or _largest(labels.view(labels.dtype.str.replace("i", "u"))) < classes
    if not known:
        raise ValueError(f"{name}: class labels must be in 0 ... {classes - 1} (mask what has no class before)")
    return labels.astype(np.intp, copy=False)


def _is_one_hot(rows: Array) -> bool:
    """Whether each row has a single 1, and else 0."""
    flat, classes = rows.reshape(-1), max(rows.shape[-1], 1)
    at, of_rows = np.flatnonzero(flat), np.arange(rows.size // classes)
    return at.size == of_rows.size and _everywhere(at // classes == of_rows) and _everywhere(flat[at] == 1)


def _chosen(rows: Array) -> Array:
    """The class that each one-hot row chooses."""
    classes: Array = np.flatnonzero(rows) % rows.shape[-1]
    return classes.reshape(rows.shape[:-1])


def _one_hot(name: str, classes: int, dtype: np.dtype[Any], labels: Array) -> Array:
    """1 at each label, else 0."""
    hot = np.zeros((*labels.shape, classes), dtype)
    hot.reshape(-1)[np.arange(labels.size) * classes + _classes(name, classes, labels).ravel()] = 1
    return hot


def _tangents(given: dict[str, ArrayLike], *names: str) -> list[ArrayLike]:
    """The tangents in order."""
    for name in given:
        if name not in names:
            raise TypeError(f"tangents: {name!r} is none of {', '.join(names)}")
    return [given.get(name, _ABSENT) for name in names]


def _sum_to(gradient: Array, shape: tuple[int, ...], copy: bool = False) -> Array:
    """One gradient for each element of the batch, summed over the axes along which the input was repeated; never the caller's."""
    if gradient.shape == shape:
        return gradient.copy()[()] if copy else gradient[()]
    extra = gradient.ndim - len(shape)
    repeated = tuple(n for n, length in enumerate(gradient.shape) if n < extra or shape[n - extra] != length)
    if shape and len(repeated) == extra:
        summed: Array = _sum_rows(gradient.reshape(math.prod(gradient.shape[:extra]), math.prod(shape)))
    else:
        summed = gradient.sum(axis=repeated)
    return summed.reshape(shape)[()]


def _everywhere(mask: Array) -> bool:
    """Whether it is true of all; quicker than `all` for a few."""
    return bool(mask.item() if mask.size == 1 else np.count_nonzero(mask) == mask.size)


def _largest(x: Array) -> float:
    """The largest number, 1 of none; of few found by where it is, which takes a quarter of the time."""
    if x.size == 1:
        return float(x.item() if x.ndim else x)
    if not x.size:
        return 1
    found: float = x.item(x.argmax()) if x.size <= _FEW else x.max()
    return found


def _beside(row: Array, x: Array) -> Array:
    """A number of each row, to stand beside the elements of x; repeated where rows are many and short: all are one then."""
    length = x.shape[-1]
    if not row.ndim:
        return row
    if 1 < length < _SHORT and x.size > _FEW and row.shape == x.shape[:-1] and x.flags.c_contiguous:
        return np.repeat(row, length).reshape(x.shape)
    return row[..., None]


@cache
def _ones(length: int, dtype: np.dtype[Any]) -> Array:
    """A row of ones, which nobody changes."""
    return np.ones(length, dtype)


def _sum(x: Array) -> Array:
    """The sum along the last axis, a product with ones; NumPy's own is slow at rows that are not long.

    Short rows are one product of a matrix and a vector, others each by itself, so that no bit depends on what is beside it.
    Of rows longer than `_LONG` chunks of that length are summed, then their sums: so errors grow more slowly.
    """
    length = x.shape[-1]
    if x.dtype.kind != "f":
        total: Array = x.sum(axis=-1)
    elif length > _LONG:
        cut = length - length % _LONG
        parts = _sum(x[..., :cut].reshape(*x.shape[:-1], cut // _LONG, _LONG)).sum(axis=-1)
        total = parts + _sum(x[..., cut:]) if cut < length else parts
    elif x.ndim == 1 or not 1 < length < _SHORT:
        total = _dot(x, _ones(length, x.dtype))
    elif x.ndim == 2:
        total = x.dot(_ones(length, x.dtype))
    elif x.flags.c_contiguous:
        total = _sum(x.reshape(-1, length)).reshape(x.shape[:-1])
    else:
        total = np.einsum("...i->...", x)
    return total


def _sum_rows(x: Array) -> Array:
    """The sum along the last axis but one; NumPy's own takes ten times as long as a product with ones, where rows are short."""
    rows, dtype = x.shape[-2], x.dtype
    if dtype.kind != "f":
        return np.asarray(x.sum(axis=-2))
    return (_ones(rows, dtype) if rows <= _LONG else np.ones(rows, dtype)) @ x


def _dot(x: Array, y: Array) -> Array:
    """The sum of x * y along the last axis: of short rows as by `_sum`, of others each by itself, whatever its length."""
    if x.ndim == y.ndim == 1:  # of one row both are the same, and `dot` takes half the time
        product: Array = x.dot(y)
    else:
        product = _sum(x * y) if 1 < x.shape[-1] < _SHORT else np.vecdot(x, y)
    return product


def _at(label: Array, x: Array) -> tuple[Array, Array, Array]:
    """x for all labels, its elements in one row, and where there those at the labels are; if it is in order, x itself."""
    if not label.ndim:  # one row, where a few microseconds are much
        return x, x, label
    if x.shape[:-1] != label.shape:
        x = np.array(np.broadcast_to(x, (*label.shape, x.shape[-1])), order="C")
    if label.size == 1:
        return x, x.reshape(-1), label.reshape(-1)
    if x.ndim == 2 and x.flags.f_contiguous:
        return x, x.T.reshape(-1), np.arange(label.size) + label * label.size
    x = np.ascontiguousarray(x)
    return x, x.reshape(-1), _firsts(x.size, x.shape[-1]) + label.reshape(-1)


@lru_cache(maxsize=4)
def _firsts(size: int, length: int) -> Array:
    """Where rows begin, which nobody changes; of no elements there are none."""
    return np.arange(0, size, max(length, 1))


def _pick(label: Array, x: Array) -> Array:
    """The element at each label."""
    _, row, at = _at(label, x)
    return _formed(row.take(at), label.shape)


def _formed(x: Array, shape: _Shape) -> Array:
    """x in this shape; as it is if it has that, as it is for one row: a scalar takes NumPy half a microsecond to reshape."""
    return x if x.shape == shape else x.reshape(shape)[()]
