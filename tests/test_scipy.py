"""Another library's tests: SciPy's own for softmax, log_softmax, logsumexp, expit and log_expit, asked of generated functions.

They come inside SciPy's wheel, and what each is about is said there.  Here stands how the two signatures meet, and where
they do not.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest

import derive

pytest.importorskip("scipy", reason="SciPy is not installed")
theirs = pytest.importorskip("scipy.special.tests.test_logsumexp", reason="this SciPy came without its tests")
theirs_expit = pytest.importorskip("scipy.special.tests.test_logit", reason="this SciPy came without its tests")

Array = np.ndarray[Any, np.dtype[Any]]
LOG_SUM_EXP, SOFTMAX, LOG_SOFTMAX, SIGMOID = (
    derive.compile(derive.load(name)) for name in ("log_sum_exp", "softmax", "log_softmax", "sigmoid")
)
LOG_SIGMOID = derive.compile("l = log(1/(1 + exp(-x)))")

Axes = int | tuple[int, ...] | None


def _rows(a: Any, axis: Axes) -> tuple[Array, Callable[[Array], Array]]:
    """`a` with the given axes joined to one at its end, where ours have it, and the way back for what has that shape."""
    a = np.atleast_1d(a)
    axes = tuple(range(a.ndim)) if axis is None else (axis,) if isinstance(axis, int) else axis
    last = tuple(range(-len(axes), 0))
    moved = np.moveaxis(a, axes, last)
    flat = moved.reshape(*moved.shape[: moved.ndim - len(axes)], -1)
    return flat, lambda result: np.moveaxis(result.reshape(moved.shape), last, axes)


def _like(function: derive.Compiled) -> Callable[..., Any]:
    def elementwise_over_rows(x: Any, axis: Axes = None) -> Any:
        rows, back = _rows(x, axis)
        return back(function.value(a=rows)).reshape(np.shape(x))[()]

    return elementwise_over_rows


def _logsumexp(a: Any, axis: Axes = None, b: None = None, keepdims: bool = False, return_sign: bool = False) -> Any:
    assert b is None and not return_sign, "a signature that does not meet"
    rows, _ = _rows(a, axis)
    value = LOG_SUM_EXP.value(a=rows)
    return np.expand_dims(value, axis)[()] if keepdims and axis is not None else value[()]


OURS: dict[str, Callable[..., Any]] = {
    "softmax": _like(SOFTMAX),
    "log_softmax": _like(LOG_SOFTMAX),
    "logsumexp": _logsumexp,
    "expit": lambda x: SIGMOID.value(x=x),
    "log_expit": lambda x: LOG_SIGMOID.value(x=x),
}

WEIGHTS, COMPLEX = "ours has no weights b=", "ours are of real numbers"
LEFT_OUT = {
    "test_logsumexp_b": WEIGHTS,
    "test_logsumexp_sign": WEIGHTS,
    "test_logsumexp_sign_zero": WEIGHTS,
    "test_logsumexp_sign_shape": WEIGHTS,
    "test_logsumexp_complex_sign": COMPLEX,
    "test_logsumexp_shape": WEIGHTS,
    "test_logsumexp_b_zero": WEIGHTS,
    "test_logsumexp_b_shape": WEIGHTS,
    "test_dtypes_ab": WEIGHTS,
    "test_gh21610": COMPLEX,
    "test_gh21709_small_imaginary": COMPLEX,
    "test_no_writeback": WEIGHTS,
    "test_device": WEIGHTS,
    "test_gh22903": WEIGHTS,
    "test_gh23548": "ours gives no sign",
}
"""Their tests that ask for what ours do not have; so do those with complex parameters."""


@pytest.fixture
def xp() -> ModuleType:
    return np


@pytest.fixture(autouse=True)
def pointed_at_ours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    name = request.node.originalname
    if name in LEFT_OUT:
        pytest.skip(LEFT_OUT[name])
    given = request.node.callspec.params.values() if hasattr(request.node, "callspec") else ()
    if any(isinstance(value, complex) or "complex" in str(value) for value in given):
        pytest.skip(COMPLEX)
    for module in (theirs, theirs_expit):
        for function, ours in OURS.items():
            monkeypatch.setattr(module, function, ours, raising=False)
    monkeypatch.setattr(np, "longdouble", np.float64)  # ours have no other


class TestLogSumExp(theirs.TestLogSumExp):
    pass


class TestSoftmax(theirs.TestSoftmax):
    pass


class TestLogSoftmax(theirs.TestLogSoftmax):
    pass


class TestExpit(theirs_expit.TestExpit):
    pass


class TestLogExpit(theirs_expit.TestLogExpit):
    pass


def test_what_is_left_out_is_there() -> None:
    classes = (TestLogSumExp, TestSoftmax, TestLogSoftmax, TestExpit, TestLogExpit)
    known = {name for each in classes for name in dir(each)}
    assert known >= LEFT_OUT.keys()


def test_theirs_ask_ours() -> None:
    """A wrong function in their place is noticed: the tests look at what this module gave them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theirs, "softmax", lambda x, axis=None: OURS["softmax"](x, axis) * 1.001)
        with pytest.raises(AssertionError):
            theirs.TestSoftmax().test_softmax_fixtures(np)
