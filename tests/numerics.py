"""What the helpers of generated modules are held to, one by one, to the last digits and at the ends of the floats.

Each check takes a namespace with the helpers: `runtime` itself, a generated module, or a mutant of one.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
from mpmath import mp, mpf

Namespace = Any


def others(runtime: Namespace) -> None:
    """Summed, not subtracted."""
    x = np.array([[1e-30, 1.0, 2e-30], [1.0, 2.0, 4.0], [5.0, -5.0, 1e-9], [0.0, 0.0, 0.0]])
    wanted = np.stack([np.delete(x, n, axis=-1).sum(axis=-1) for n in range(3)], axis=-1)
    np.testing.assert_allclose(runtime._others(x, axis=-1), wanted, rtol=1e-15, atol=0)
    np.testing.assert_allclose(runtime._others(x.T, axis=-2), wanted.T, rtol=1e-15, atol=0)
    assert runtime._others(np.zeros((2, 0)), axis=-1).shape == (2, 0)
    assert np.isnan(runtime._others(np.array([1.0, np.nan]), axis=-1)).all()


def excess(runtime: Namespace) -> None:
    """What a sum is beyond its largest term keeps its digits."""
    e = np.array([[1.0, 1e-30, 0.0], [2.0, 2.0, 1.0], [3.0, 0.0, 0.0], [0.25, 0.125, 0.0]])
    found = runtime._excess(e, axis=-1)
    np.testing.assert_allclose(found, [1e-30, 1.5, 0.0, 0.5], rtol=1e-15, atol=0)
    np.testing.assert_allclose(runtime._excess(e.T, axis=-2), found)
    assert runtime._excess(e, axis=-1, keepdims=True).shape == (4, 1)
    assert runtime._excess(e.astype(np.float32), axis=-1).dtype == np.float32
    assert np.isnan(runtime._excess(np.zeros((2, 3)), axis=-1)).all()
    assert runtime._excess(np.zeros((2, 0)), axis=-1).shape == (2,)


def exp_below(runtime: Namespace) -> None:
    """Nothing is lost to the rounding of a shift."""
    x = np.random.default_rng(0).normal(size=200) * 150  # with more digits than their differences can have
    with mp.workdps(60):
        for value, e in zip(x, runtime._exp_below(x, x.max()), strict=True):
            true = mp.exp(mpf(float(value)) - mpf(float(x.max())))
            assert abs(mpf(float(e)) - true) <= 2 * max(mpf(2) ** -1074, true * mpf(2) ** -52)
    assert runtime._exp_below(np.array([np.inf, 0.0]), np.array([np.inf])).tolist() == [1, 0]


def exps(runtime: Namespace) -> None:
    """Rows are shifted where they would leave the floats."""
    rows = np.array([[1.0, 2.0], [800.0, 801.0], [-800.0, -801.0], [np.inf, 0.0], [400.0, 500.0], [-20.0, -730.0]])
    e, total, shift = runtime._exps(rows)
    assert shift[:, 0].tolist() == [0, 801, -800, np.inf, 500, -20]
    np.testing.assert_array_equal(e[0], np.exp(rows[0]))
    shifted = [[np.exp(-1), 1], [1, np.exp(-1)], [1, 0], [np.exp(-100), 1], [1, np.exp(-710)]]
    np.testing.assert_allclose(e[1:], shifted, rtol=1e-15)
    np.testing.assert_allclose(total[:, 0], e.sum(axis=-1))
    np.testing.assert_array_equal(runtime._exps(rows[1])[0], e[1])
    np.testing.assert_array_equal(runtime._exps(rows.reshape(2, 3, 2))[0], e.reshape(2, 3, 2))


def log_sum(runtime: Namespace) -> None:
    """The logarithm of a sum keeps its digits where it is small, and is right where exponentials leave the floats."""
    u = np.array(
        [[1e-300, -800.0], [1e-10, -30.0], [1e-30, -50.0], [3.0, 4.0], [900.0, 901.0], [-900.0, -901.0], [-20.0, -21.0]]
    )
    with mp.workdps(60):
        wanted = [float(mp.log(sum(mp.exp(mpf(float(x))) for x in row))) if n else 1e-300 for n, row in enumerate(u)]
    found = runtime._log_sum(u, *runtime._exps(u))
    assert found.shape == (7, 1)
    np.testing.assert_allclose(found[:, 0], wanted, rtol=4e-16)
    np.testing.assert_array_equal(runtime._log_sum(u[1], *runtime._exps(u[1])), found[1])
    ends = np.array([[np.inf, 0.0], [np.inf, np.inf], [-np.inf, -np.inf], [np.nan, 0.0], [-np.inf, 2.0]])
    np.testing.assert_array_equal(
        runtime._log_sum(ends, *runtime._exps(ends))[:, 0], [np.inf, np.inf, -np.inf, np.nan, 2]
    )
    none = np.zeros((2, 0))
    assert runtime._log_sum(none, *runtime._exps(none)).tolist() == [[-np.inf], [-np.inf]]


def choices(runtime: Namespace) -> None:
    """Class labels choose as one-hot rows do, along any number of batch axes."""
    random = np.random.default_rng(0)
    for dtype in (np.float32, np.float64):
        x, own = random.normal(size=(2, 6, 5)).astype(dtype), random.normal(size=(2, 6)).astype(dtype)
        label = random.integers(0, 5, size=(2, 6))
        hot = (label[..., None] == np.arange(5)).astype(dtype)
        chosen = (x * hot).sum(axis=-1)
        for given in (label, hot):
            np.testing.assert_array_equal(runtime._pick(given, x), chosen)
            np.testing.assert_array_equal(runtime._pick(given, x[:, :1]), (x[:, :1] * hot).sum(axis=-1))
            rest = np.where(hot == 1, 0, x).sum(axis=-1)
            np.testing.assert_allclose(runtime._rest(given, x), rest, rtol=1e-5, atol=1e-6)
            put = np.where(hot == 1, own[..., None], x)
            np.testing.assert_array_equal(runtime._put(given, own, x), put)
            np.testing.assert_array_equal(runtime._put(given, own, np.asfortranarray(x)), put)
        assert not np.isnan(runtime._pick(hot, np.where(hot == 1, x, np.inf))).any()
    assert runtime._pick(np.array(2), x[0, 0]) == x[0, 0, 2] and runtime._put(
        np.array(2), own[0, 0], x[0, 0]
    ).shape == (5,)
    soft, row = np.array([0.25, 0.75]), np.array([2.0, 4.0])
    assert (runtime._pick(soft, row), runtime._rest(soft, row)) == (3.5, 2.5)
    assert runtime._put(soft, np.array(8.0), row).tolist() == [3.5, 7]


def log_share(runtime: Namespace) -> None:
    """The logarithm of a share, also of one that is too small for a float."""
    u = np.array([[0.0, -5000.0, 1.0], [0.0, 3.0, -1.0], [0.0, 60.0, 0.0], [0.0, -708.0, 3.0], [1.0, -715.0, 2.0]])
    label, e = np.ones(5, dtype=int), np.exp(u)
    shifted = u - u.max(axis=-1, keepdims=True)
    wanted = shifted[:, 1] - np.log(np.exp(shifted).sum(axis=-1))
    wanted[2] = -2 * np.exp(-60)
    for given in (label, (label[:, None] == np.arange(3)).astype(float)):
        own, rest = runtime._pick(given, e), runtime._rest(given, e)
        np.testing.assert_allclose(runtime._log_share(given, own, rest, u, e), wanted, rtol=1e-15)
        single = np.array([[-12.0, -100.0, -13.0]], np.float32)
        small, first = np.exp(single), given[:1].astype(given.dtype if given.dtype.kind == "i" else np.float32)
        found = runtime._log_share(first, runtime._pick(first, small), runtime._rest(first, small), single, small)
        np.testing.assert_allclose(found, [-100 - np.log(np.exp(single.astype(float)).sum())], rtol=1e-6)
        near = slice(1, 2)
        np.testing.assert_allclose(
            runtime._log_share(given[near], own[near], rest[near], u[near], e[near]), wanted[near], rtol=1e-15
        )
    none = np.zeros((2, 0))
    assert runtime._log_share(none, runtime._pick(none, none), runtime._rest(none, none), none, none).tolist() == [0, 0]


def classes(runtime: Namespace) -> None:
    """What is no class is refused, one label or many."""
    for labels in (np.array([0, 2]), np.array(2), np.array([], dtype=int)):
        np.testing.assert_array_equal(runtime._classes("t", 3, np.dtype(float), labels), labels)
    for labels in (np.array([0, 3]), np.array(3), np.array(-1), np.array([-1, 1]), np.array([7])):
        try:
            runtime._classes("t", 3, np.dtype(float), labels)
        except ValueError:
            continue
        raise AssertionError(labels)


def hot(runtime: Namespace) -> None:
    """One-hot rows become the classes that they pick, or stay as they are; what is not one-hot is refused."""
    rows = np.eye(3)[[[2, 0], [1, 1]]]
    for given in (rows, rows.astype(bool), np.asfortranarray(rows)):
        assert runtime._hot("t", True, np.dtype(np.float32), given).tolist() == [[2, 0], [1, 1]]
        kept = runtime._hot("t", False, np.dtype(np.float32), given)
        assert kept.dtype == np.float32
        np.testing.assert_array_equal(kept, rows)
    assert runtime._hot("t", True, np.dtype(float), rows[0, 0]) == 2
    assert runtime._hot("t", True, np.dtype(float), np.zeros((2, 0))).shape == (2, 0)
    for wrong in (
        0 * rows,
        2 * rows,
        -rows,
        1 - rows,
        0.5 * rows + 0.5 * rows[::-1],
        rows * np.nan,
        rows * rows[:, :1],
    ):
        try:
            runtime._hot("t", True, np.dtype(float), wrong)
        except ValueError:
            continue
        raise AssertionError(wrong)
    for shifted in ([[1.0, 1.0], [0.0, 0.0]], [[0.0, 0.0], [1.0, 1.0]]):
        try:
            runtime._hot("t", True, np.dtype(float), np.array(shifted))
        except ValueError:
            continue
        raise AssertionError(shifted)


CHECKS: tuple[Callable[[Namespace], None], ...] = (
    others,
    excess,
    exp_below,
    exps,
    log_sum,
    choices,
    log_share,
    classes,
    hot,
)


def holds(names: dict[str, Any]) -> bool:
    """Whether the helpers that a module has pass; what is missing is not asked for."""
    runtime = SimpleNamespace(**names)
    with np.errstate(all="ignore"):
        for check in CHECKS:
            try:
                check(runtime)
            except AttributeError as error:
                if not str(error).startswith("'types.SimpleNamespace' object has no attribute '_"):
                    return False
            except Exception:  # whatever a mutant does
                return False
    return True
