"""What the helpers of generated modules are held to, one by one, to the last digits and at the ends of the floats.

Each check takes a namespace with the helpers: `runtime` itself, a generated module, or a mutant of one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
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
    assert shift.tolist() == [0, 801, -800, np.inf, 500, -20]
    np.testing.assert_array_equal(e[0], np.exp(rows[0]))
    shifted = [[np.exp(-1), 1], [1, np.exp(-1)], [1, 0], [np.exp(-100), 1], [1, np.exp(-710)]]
    np.testing.assert_allclose(e[1:], shifted, rtol=1e-15)
    np.testing.assert_allclose(total, e.sum(axis=-1))
    np.testing.assert_array_equal(runtime._exps(rows[1])[0], e[1])
    np.testing.assert_array_equal(runtime._exps(rows.reshape(2, 3, 2))[0], e.reshape(2, 3, 2))
    near = np.array([[1.0, 2.0], [-0.5, -3.0], [-1.0, -1.2]])  # sums of 10, 0.66 and 0.67
    assert runtime._exps(near)[2] == 0
    np.testing.assert_array_equal(runtime._exps(near)[0], np.exp(near))
    for far in ([-2.0, -3.0], [360.0, 1.0], [np.nan, 0.0]):
        for given in (np.array([far]), np.array([near[0], far]), np.array([far, near[1]])):
            e, total, shift = runtime._exps(given)
            at = int(given.shape[0] > 1 and given[0, 0] == 1)
            np.testing.assert_array_equal(shift[at], np.max(far))
            np.testing.assert_array_equal(e[at], np.exp(np.array(far) - np.max(far)))
            assert (np.delete(total, at) >= 0.5).all() and (np.delete(shift, at) == 0).all()
    into = np.empty_like(near)
    assert runtime._exps(near, into)[0] is into


def exps_parted(runtime: Namespace) -> None:
    """Exponentials without those at labels, these, and sums with and without them; shifted where they would leave the floats."""
    rows = np.array(
        [[1.0, 2.0, 0.0], [800.0, 801.0, 790.0], [-800.0, -801.0, -802.0], [np.inf, 0.0, 1.0], [1.0, 1.0, 1.0]]
    )
    labels = np.array([1, 1, 0, 2, 0])
    hot = labels[:, None] == np.arange(3)
    shift = np.array([0, 801, -800, np.inf, 0])
    whole = np.exp(np.where(rows == shift[:, None], 0, rows - shift[:, None]))
    for each in (slice(0, 1), slice(4, 5), slice(0, 5), slice(0, 5, 4), *range(5)):
        x, label, chosen, of = rows[each], np.asarray(labels[each]), hot[each], whole[each]
        for given in (x, np.asfortranarray(x)):
            e, total, by, own, rest = runtime._exps_parted(label, given)
            np.testing.assert_allclose(np.where(chosen, 0, e), np.where(chosen, 0, of), rtol=1e-15)
            np.testing.assert_array_equal(np.broadcast_to(by, label.shape), shift[each])
            np.testing.assert_allclose(own, of[chosen].reshape(label.shape), rtol=1e-15)
            np.testing.assert_allclose(rest, np.where(chosen, 0, of).sum(axis=-1), rtol=1e-15)
            np.testing.assert_allclose(total, of.sum(axis=-1), rtol=1e-15)
            np.testing.assert_array_equal(given, x)
        assert (e[chosen] == 0).all()
    for one in (rows[0], rows[:1]):
        e, total, by, own, rest = runtime._exps_parted(labels, one)
        assert e.shape == one.shape and by == 0  # computed once for all labels
        np.testing.assert_array_equal(own, np.exp(rows[0])[labels])
        np.testing.assert_allclose(total, np.full(one.shape[:-1], np.exp(rows[0]).sum()), rtol=1e-15)
        np.testing.assert_allclose(rest, np.where(hot, 0, np.exp(rows[0])).sum(axis=-1), rtol=1e-15)
    far = np.array([[-2.0, -3.0, 0.0], [-1.0, -1.0, -5.0], [-2.0, -2.0, -5.0]])  # sums of 1.2, 0.74 and 0.28
    assert runtime._exps_parted(labels[:2], far[:2])[2] == 0
    assert runtime._exps_parted(labels[:3], far)[2].tolist() == [0, 0, -2]
    for shape in ((0, 3, 0), (3, 0, 0), (3, 0, 4)):
        assert runtime._exps_parted(np.zeros(shape[:-1], int), np.zeros(shape))[3].shape == shape[:-1]
    single = np.log([[[3.0], [2.0]], [[4.0], [1.0]]])  # rows of one
    np.testing.assert_allclose(runtime._exps_parted(np.zeros((2, 2), int), single)[3], [[3, 2], [4, 1]], rtol=1e-15)
    into = np.empty_like(far)
    assert runtime._exps_parted(labels[:3], far, into)[0] is into


def log_sum(runtime: Namespace) -> None:
    """The logarithm of a sum keeps its digits where it is small, and is right where exponentials leave the floats."""
    u = np.array(
        [[1e-300, -800.0], [1e-10, -30.0], [1e-30, -50.0], [3.0, 4.0], [900.0, 901.0], [-900.0, -901.0], [-20.0, -21.0]]
    )
    with mp.workdps(60):
        wanted = [float(mp.log(sum(mp.exp(mpf(float(x))) for x in row))) if n else 1e-300 for n, row in enumerate(u)]
    found = runtime._log_sum(u, *runtime._exps(u)[1:])
    assert found.shape == (7,)
    np.testing.assert_allclose(found, wanted, rtol=4e-16)
    np.testing.assert_array_equal(runtime._log_sum(u[1], *runtime._exps(u[1])[1:]), found[1])
    ends = np.array([[np.inf, 0.0], [np.inf, np.inf], [-np.inf, -np.inf], [np.nan, 0.0], [-np.inf, 2.0]])
    np.testing.assert_array_equal(
        runtime._log_sum(ends, *runtime._exps(ends)[1:]), [np.inf, np.inf, -np.inf, np.nan, 2]
    )
    beside_nan = np.array([[np.nan, 0.0], [1e-30, -50.0], [3.0, 4.0]])
    np.testing.assert_allclose(
        runtime._log_sum(beside_nan, *runtime._exps(beside_nan)[1:])[1:], wanted[2:4], rtol=4e-16
    )
    none = np.zeros((2, 0))
    assert runtime._log_sum(none, *runtime._exps(none)[1:]).tolist() == [-np.inf, -np.inf]


def choices(runtime: Namespace) -> None:
    """Class labels choose along any number of batch axes, of what is stored in any order, or repeated for all labels."""
    random = np.random.default_rng(0)
    for dtype in (np.float32, np.float64):
        x, own = random.normal(size=(2, 6, 5)).astype(dtype), random.normal(size=(2, 6)).astype(dtype)
        label = random.integers(0, 5, size=(2, 6))
        hot = label[..., None] == np.arange(5)
        for values, labels, mine, chosen in ((x, label, own, hot), (x[1], label[1], own[1], hot[1])):
            for given in (values, np.asfortranarray(values), values[..., :1, :]):
                whole = np.broadcast_to(given, values.shape)
                picked = (whole * chosen).sum(axis=-1)
                np.testing.assert_array_equal(runtime._pick(labels, given), picked)
                before = given.copy()
                of_labels, of_others = runtime._parted(labels, given)
                np.testing.assert_array_equal(of_labels, picked)
                rest = np.where(chosen, 0, whole).sum(axis=-1)
                np.testing.assert_allclose(of_others, rest, rtol=1e-5, atol=1e-6)
                np.testing.assert_array_equal(given, before)
                put = np.where(chosen, mine[..., None], whole)
                np.testing.assert_array_equal(runtime._put(labels, mine, given.copy(order="K")), put)
        assert not np.isnan(runtime._parted(label, np.where(hot, np.inf, x))[1]).any()
    assert runtime._pick(np.array(2), x[0, 0]) == x[0, 0, 2]
    assert runtime._parted(np.array(1), np.array([1.0, 5.0, 2.0])) == (5, 3)
    spent, before = x[0].copy(), x[0].copy()
    np.testing.assert_array_equal(runtime._rest(label[0], spent, spent=True), runtime._rest(label[0], x[0]))
    np.testing.assert_array_equal(x[0], before)
    np.testing.assert_array_equal(spent, np.where(hot[0], 0, x[0]))
    assert runtime._put(np.array(2), own[0, 0], x[0, 0].copy()).shape == (5,)
    for shape in ((0, 3, 0), (3, 0, 0), (3, 0, 4)):
        of_labels, of_others = runtime._parted(np.zeros(shape[:-1], int), np.zeros(shape))
        assert of_labels.shape == of_others.shape == shape[:-1]


def log_share(runtime: Namespace) -> None:
    """The logarithm of a share, also of one that is too small for a float."""
    u = np.array(
        [
            [0.0, -5000.0, 1.0],
            [0.0, 3.0, -1.0],
            [0.0, 60.0, 0.0],
            [0.0, -708.0, 3.0],
            [1.0, -715.0, 2.0],
            [345.0, -690.0, 1.0],
        ]
    )
    label, e = np.ones(len(u), dtype=int), np.exp(u)
    shifted = u - u.max(axis=-1, keepdims=True)
    wanted = shifted[:, 1] - np.log(np.exp(shifted).sum(axis=-1))
    wanted[2] = -2 * np.exp(-60)
    own, rest = runtime._parted(label, e)
    others = np.where(label[:, None] == np.arange(3), 0, e)
    for given in (e, others):
        before = given.copy()
        np.testing.assert_allclose(runtime._log_share(label, own, rest, u, given), wanted, rtol=1e-15)
        np.testing.assert_array_equal(given, before)
    for one in (slice(1, 2), slice(5, 6)):
        found = runtime._log_share(label[one], own[one], rest[one], u[one], e[one])
        np.testing.assert_allclose(found, wanted[one], rtol=1e-15)
    single, first = np.array([[-12.0, -100.0, -13.0]], np.float32), label[:1]
    small = np.exp(single)
    found = runtime._log_share(first, *runtime._parted(first, small), single, small)
    np.testing.assert_allclose(found, [-100 - np.log(np.exp(single.astype(float)).sum())], rtol=1e-6)


def one_row(runtime: Namespace) -> None:
    """One row comes to a body without its batch axes; results get them back, but for what has none."""
    seen = []

    def body(*arrays: Any) -> Any:
        seen.append([np.shape(array) for array in arrays])
        return np.float64(3), {"a": np.arange(5.0), "w": np.zeros(2)}

    signature = "a[K], t[K, class-label], w[M] -> L[...], {a[K], w[M]}"
    for front in ((1,), (1, 1)):
        value, named = runtime._rows((body, body), signature, np.ones((*front, 5)), np.full(front, 2), np.ones(2))
        assert seen.pop() == [(5,), (), (2,)]
        assert value.shape == front and value.item() == 3
        assert named["a"].shape == (*front, 5) and named["a"].ravel().tolist() == [0, 1, 2, 3, 4]
        assert named["w"].shape == (2,)
    for front in ((), (2,), (1,), (1, 1)):
        assert runtime._rows(np.negative, "a[K] -> y[..., K]", np.ones((*front, 5))).shape == (*front, 5)


def classes(runtime: Namespace) -> None:
    """What is no class is refused, one label or many."""
    for labels in (np.array([0, 2]), np.array(2), np.array([], dtype=int)):
        np.testing.assert_array_equal(runtime._classes("t", 3, labels), labels)
    for labels in (np.array([0, 3]), np.array(3), np.array(-1), np.array([-1, 1]), np.array([7])):
        try:
            runtime._classes("t", 3, labels)
        except ValueError:
            continue
        raise AssertionError(labels)


def one_hot(runtime: Namespace) -> None:
    """One-hot rows are told from others, and become the classes that they choose."""
    rows = np.eye(3)[[[2, 0], [1, 1]]]
    for given in (rows, rows.astype(bool), rows.astype(np.float32), np.asfortranarray(rows)):
        assert runtime._is_one_hot(given)
        assert runtime._chosen(given).tolist() == [[2, 0], [1, 1]]
    assert runtime._is_one_hot(rows[0, 0]) and runtime._chosen(rows[0, 0]) == 2
    others = (0 * rows, 2 * rows, -rows, 1 - rows, (rows + rows[::-1]) / 2, rows * np.nan, rows * rows[:, :1])
    mixed = (np.array([[1.0, 1.0], [0.0, 0.0]]), np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([[0.0, 1.0], [0.0, 0.0]]))
    for wrong in (*others, *mixed):
        assert not runtime._is_one_hot(wrong), wrong
    assert runtime._is_one_hot(np.ones((3, 1))) and not runtime._is_one_hot(np.array([[1.0, 0.0], [0.0, 2.0]]))
    assert runtime._is_one_hot(np.zeros((2, 0)))


def times_log(runtime: Namespace) -> None:
    """0 * log 0 is 0, and nothing else changes."""
    x, log = np.array([0.0, 0.0, 0.0, 1.0, 2.0, 1.0, 0.0]), np.array([-np.inf, np.inf, 3.0, 4.0, -np.inf, -3.0, np.nan])
    wanted = [0, 0, 0, 4, -np.inf, -3, np.nan]
    np.testing.assert_array_equal(runtime._times_log(x, log), wanted)
    np.testing.assert_array_equal(runtime._times_log(x[2:4], log[2:4]), wanted[2:4])
    np.testing.assert_array_equal(runtime._times_log(x[3:6:2], log[3:6:2]), wanted[3:6:2])
    assert runtime._times_log(x[0], log[0]) == 0


def sum_to(runtime: Namespace) -> None:
    """A gradient has the shape of its input, and is never what the caller gave."""
    given = np.arange(24.0).reshape(2, 3, 4)
    assert np.may_share_memory(runtime._sum_to(given, (2, 3, 4)), given)
    assert not np.may_share_memory(runtime._sum_to(given, (2, 3, 4), copy=True), given)
    np.testing.assert_array_equal(runtime._sum_to(given, (3, 4)), given.sum(axis=0))
    np.testing.assert_array_equal(runtime._sum_to(given, (2, 1, 4)), given.sum(axis=1, keepdims=True))
    np.testing.assert_array_equal(runtime._sum_to(given, (1, 4), copy=True), given.sum(axis=(0, 1))[None])


def odds(runtime: Namespace) -> None:
    """e^x and 1, or both divided by the same, so that neither overflows."""
    for dtype, large in ((np.float32, 60.0), (np.float64, 600.0)):
        x = np.array([-large, -1.0, 0.0, 3.0], dtype)
        e, one = runtime._odds(x)
        np.testing.assert_array_equal(e, np.exp(x))
        assert one == 1 and e.dtype == (e / one).dtype == dtype
        for far in (large, np.inf, np.nan):
            x = np.array([far, -far, -2.0, 3.0, 0.0], dtype)
            e, one = runtime._odds(x)
            np.testing.assert_array_equal(e, np.exp(np.minimum(x, 0)))
            np.testing.assert_array_equal(one, np.exp(np.minimum(-x, 0)))
    x = np.log(np.sqrt(np.finfo(np.float64).max) / 4)
    assert runtime._odds(np.array([x - 1e-9]))[1] == 1
    assert runtime._odds(np.array([x + 1e-9]))[1] < 1
    assert runtime._odds(np.zeros((2, 0)))[0].shape == (2, 0)
    for largest in (3.0, 600.0):
        x, out = np.array([-1.0, largest]), np.empty(2)
        e, one = runtime._odds(x, out)
        assert e is out
        np.testing.assert_array_equal([e, one + 0 * e], [each + 0 * e for each in runtime._odds(x)])


SCALES = (
    -3.0,
    [-3.0, -1e-3, 0.0, 2.0, 9.0],
    [-60.0, 1.0],
    [60.0, 1.0],
    [-600.0, 600.0],
    [-np.inf, 0.5],
    [np.inf, 0.5],
    600.0,
)
"""Numbers whose exponentials are what is computed with, and such as are too large or too small for that."""


def scaled(runtime: Namespace) -> None:
    """What is multiplied by the 1 beside e^x, an array or a number."""
    for dtype, given in product((np.float32, np.float64), SCALES):
        x = np.asarray(given, dtype)[()]
        _, one = runtime._odds(x)
        np.testing.assert_array_equal(runtime._scaled(x, one), x * one)
        assert runtime._scaled(x, one).dtype == dtype
        assert (runtime._scaled(x, one) is x) == bool(np.ndim(one) == 0 and one == 1)


def softplus(runtime: Namespace) -> None:
    """log(1 + e^x) and log(1 + e^−x) from the odds of x, an array or a number."""
    for dtype, given in product((np.float32, np.float64), SCALES):
        x = np.asarray(given, dtype)[()]
        for negative in (False, True):
            found = runtime._softplus(x, *runtime._odds(x), negative=negative)
            wanted = np.logaddexp(0, (-x if negative else x).astype(float)).astype(dtype)
            np.testing.assert_allclose(found, wanted, rtol=8 * np.finfo(dtype).eps, atol=0)
            assert found.dtype == dtype
    assert runtime._softplus(np.zeros((2, 0)), *runtime._odds(np.zeros((2, 0))), negative=True).shape == (2, 0)


def least(runtime: Namespace) -> None:
    """e^−|x| from the odds of x, an array or a number."""
    for dtype, given in product((np.float32, np.float64), SCALES):
        x = np.asarray(given, dtype)[()]
        found = runtime._least(*runtime._odds(x))
        np.testing.assert_allclose(found, np.exp(-abs(x)), rtol=2 * np.finfo(dtype).eps, atol=0)
        assert found.dtype == dtype
    assert runtime._least(*runtime._odds(np.zeros((2, 0)))).shape == (2, 0)


def pinball(runtime: Namespace) -> None:
    """A number times one weight above 0, times another below, also where it is infinite and the weight is 0."""
    for dtype in (np.float32, np.float64):
        x = np.array([2.0, -2.0, 0.0, 3.0, -3.0], dtype)
        below, above = np.array([7.0, 5.0, 1.0, 9.0, 0.0], dtype), np.array([1.5, 8.0, 1.0, 0.0, 9.0], dtype)
        for far, wanted in ((0.0, [3, 10, 0, 0, 0]), (np.inf, [np.inf, np.inf, 0, 0, 0])):
            at = np.array([2 + far, -2 - far, 0, 3 + far, -3 - far], dtype)
            found = runtime._pinball(at, below, above)
            np.testing.assert_array_equal(found, wanted)
            assert found.dtype == dtype
            assert [runtime._pinball(*each) for each in zip(at, below, above, strict=True)] == wanted
        np.testing.assert_array_equal(runtime._pinball(x, below[:1], dtype(1)), [2, 14, 0, 3, 21])
    assert np.isnan(runtime._pinball(np.array([np.nan, np.inf]), np.ones(2), np.ones(2))).tolist() == [True, False]
    assert runtime._pinball(np.zeros((2, 0)), np.ones((2, 1)), np.ones((2, 1))).shape == (2, 0)


def are_plain(runtime: Namespace) -> None:
    """Neither 0, nor subnormal, nor infinite, nor nan; of several or one."""
    for dtype in (np.float32, np.float64):
        tiny, largest = np.finfo(dtype).tiny, np.finfo(dtype).max
        for number in (tiny, -tiny, largest, -largest, 0.5):
            for x in (np.array([[number]], dtype), dtype(number), np.array([1, number, -2], dtype)):
                assert runtime._are_plain(x) is True
        for number in (tiny / 2, -tiny / 2, 0, np.inf, -np.inf, np.nan):
            for x in (np.array([[number]], dtype), dtype(number), np.array([1, number, -2], dtype)):
                assert runtime._are_plain(x) is False
    assert runtime._are_plain(np.zeros((2, 0)))


def share(runtime: Namespace) -> None:
    """Shares of rows times and over numbers of the rows, also where the product of these is no plain number."""
    for dtype in (np.float32, np.float64):
        small, large = np.finfo(dtype).tiny, np.finfo(dtype).max / 4
        x = np.asarray([[1, 2, 3], [0, 1, small], [0, 0, 2], [2**20, 2**21, 2**22]], dtype)
        total = np.asarray([6, 1, 2, 7 * 2**20], dtype)
        for by, per in (
            ([1.5, -2, 0.5, 3], 2),
            ([1, small, -large, 1], 8),
            ([0, 1, np.inf, 1], 1),
            ([1, 1, 3, large], 0.1),
            ([1, 1, 1, 8 * small], 2**-25),
        ):
            row = np.asarray(by, dtype)
            wanted = np.where(x == 0, 0, x / total[:, None] * row[:, None]) / dtype(per)
            out = np.empty_like(x)
            found = runtime._share(x.copy(), total, row, np.asarray(per, dtype), out=out)
            np.testing.assert_allclose(found, wanted, rtol=4 * np.finfo(dtype).eps, atol=0)
            assert found is out and found.dtype == dtype
            np.testing.assert_array_equal(runtime._share(x, total, row), runtime._share(x, total, row, dtype(1)))
    assert runtime._share(np.zeros((2, 0)), np.ones(2), np.ones(2)).shape == (2, 0)


def per(runtime: Namespace) -> None:
    """What is divided by two numbers of its row, also where their product is no plain number."""
    for dtype in (np.float32, np.float64):
        small, large = np.finfo(dtype).tiny, np.finfo(dtype).max / 4
        x = np.asarray([[1, 2, 3], [0, 1, small], [-6, 0, 2]], dtype)
        for totals, by in (
            ([6, -1, 2], 2),
            ([6, -1, 2], 3),
            ([1, large, 1], 8),
            ([1, small, 1], 0.125),
            ([1, small, 1], 1),
            ([large, 1, 1], 4.5),
            ([1, -small, large], 2),
        ):
            total, number = np.asarray(totals, dtype), dtype(by)
            out = np.empty_like(x)
            with np.errstate(all="ignore"):
                found = runtime._per(x.copy(), total, number, out=out)
                wanted = x / total[:, None] / number
            np.testing.assert_allclose(found, wanted, rtol=2 * np.finfo(dtype).eps, atol=0)
            assert found is out and found.dtype == runtime._per(x, total, 3).dtype == dtype
    assert runtime._per(np.zeros((2, 0)), np.ones(2), 2).shape == (2, 0)


def ends(runtime: Namespace) -> None:
    """The smallest and the largest of one, of few and of many; 1 of none, nan where one is."""
    random = np.random.default_rng(4)
    for dtype in (np.float32, np.float64):
        for shape in ((), (1,), (1, 1), (7,), (3, 5), (5000,), (100, 70)):
            for x in (np.asarray(random.normal(size=shape), dtype), np.asfortranarray(random.normal(size=shape) - 9)):
                for given in (x, -x):
                    assert (runtime._smallest(given), runtime._largest(given)) == (given.min(), given.max())
                    assert (runtime._smallest(given[()]), runtime._largest(given[()])) == (given.min(), given.max())
            one = np.where(np.arange(x.size).reshape(shape) == x.size // 2, np.nan, x)
            assert np.isnan([runtime._smallest(one), runtime._largest(one)]).all()
        assert runtime._smallest(np.zeros((2, 0), dtype)) == runtime._largest(np.zeros(0, dtype)) == 1


def beside(runtime: Namespace) -> None:
    """A number of each row stands beside its elements, however many there are and however they are stored."""
    random = np.random.default_rng(3)
    for shape in ((5,), (3, 5), (2000, 5), (20, 100, 5), (2000, 1), (200, 40), (2000, 0)):
        x, row = random.random(shape), np.asarray(random.random(shape[:-1]))
        for array in (x, np.asfortranarray(x)):
            found = runtime._beside(row, array)
            np.testing.assert_array_equal(array * found, array * row[..., None])
            assert (found.shape == shape) == (shape in ((2000, 5), (20, 100, 5)) and array is x) or shape[-1] == 1
    x, column = random.random((30, 100, 5)), random.random((30, 1))  # which the rows of an axis have together
    np.testing.assert_array_equal(x * runtime._beside(column, x), x * column[..., None])
    assert runtime._beside(np.float32(2), np.ones(3, np.float32)) == 2


def sums(runtime: Namespace) -> None:
    """Sums along rows of any length and order, of numbers and of what is counted; of no other rows where these are long."""
    random = np.random.default_rng(1)
    for dtype in (np.float32, np.float64):
        for length in (0, 1, 5, 31, 32, 40, 1024, 1025, 2048, 3000):
            x, y = random.random((2, 7, length)).astype(dtype)
            for given in (x, np.asfortranarray(x), x[::-1], x[:, ::-1]):
                np.testing.assert_allclose(runtime._sum(given), given.astype(float).sum(axis=-1), rtol=1e-5)
                np.testing.assert_allclose(runtime._dot(given, y), (given.astype(float) * y).sum(axis=-1), rtol=1e-5)
            assert runtime._sum(x).dtype == runtime._dot(x, y).dtype == dtype
            sums, dots = [runtime._sum(row) for row in x], [runtime._dot(*rows) for rows in zip(x, y, strict=True)]
            if 1 < length < 32:
                close = 8 * np.finfo(dtype).eps
                np.testing.assert_allclose(sums, runtime._sum(x), rtol=close)
                np.testing.assert_allclose(dots, runtime._dot(x, y), rtol=close)
                both = runtime._sum(np.stack([x, y]))
                np.testing.assert_allclose(both, [runtime._sum(x), runtime._sum(y)], rtol=close)
                many = random.random((64, length)).astype(dtype)
                np.testing.assert_array_equal(runtime._sum(many[16:48]), runtime._sum(many)[16:48])
                np.testing.assert_array_equal(
                    runtime._dot(many[16:48], many[:32]), runtime._dot(many, many[np.arange(64) - 16])[16:48]
                )
            else:
                np.testing.assert_array_equal(sums, runtime._sum(x))
                np.testing.assert_array_equal(dots, runtime._dot(x, y))
                np.testing.assert_array_equal(runtime._sum(x[2:5]), runtime._sum(x)[2:5])
                np.testing.assert_array_equal(runtime._dot(x[2:5], y[2:5]), runtime._dot(x, y)[2:5])
    for shape in ((0, 1025), (3, 0, 2048)):
        assert runtime._sum(np.zeros(shape)).shape == shape[:-1]
    assert runtime._sum(np.array([[True, True], [False, True]])).tolist() == [2, 1]


def sums_of_rows(runtime: Namespace) -> None:
    """Rows are added, few or many, of numbers and of what is counted."""
    for dtype in (np.float32, np.float64):
        for shape in ((0, 3), (1, 1), (4, 5), (2, 1024, 3), (1025, 2)):
            x = np.random.default_rng(2).random(shape).astype(dtype)
            for given in (x, np.asfortranarray(x), x[::-1]):
                found = runtime._sum_rows(given)
                np.testing.assert_allclose(found, given.astype(float).sum(axis=-2), rtol=1e-5)
                assert found.dtype == dtype
    assert runtime._sum_rows(np.array([[True, True], [False, True]])).tolist() == [1, 2]


def related(runtime: Namespace) -> None:
    """Axes that are made of others tell their lengths, and have to fit."""
    assert runtime._parts("2*N+K-3") == [("N", 2), ("K", 1), ("", -3)]
    assert runtime._parts("-N+1") == [("N", -1), ("", 1)]
    lengths = {"K": ("w", 2), "2*N+K-1": ("x", 9)}
    assert runtime._long("2*N+K-1", {"N": ("", 4), "K": ("w", 2)}) == runtime._long("2*N+K-1", lengths) == 9
    for size, found in ((9, 4), (1, 0)):
        lengths = {"K": ("w", 2), "2*N+K-1": ("x", size)}
        runtime._relate(lengths)
        assert lengths["N"][1] == found
    wrong: tuple[dict[str, tuple[str, int]], ...] = (
        {"N": ("y", 4), "K": ("w", 2), "N+K-1": ("x", 9)},
        {"K": ("w", 3), "N+K-1": ("x", 1)},
        {"K": ("w", 2), "2*N+K-1": ("x", 8)},
    )
    for lengths in wrong:
        try:
            runtime._relate(lengths)
        except ValueError:
            continue
        raise AssertionError(lengths)


CHECKS: tuple[Callable[[Namespace], None], ...] = (
    others,
    excess,
    exp_below,
    exps,
    exps_parted,
    log_sum,
    choices,
    log_share,
    ends,
    beside,
    one_row,
    classes,
    one_hot,
    related,
    times_log,
    sum_to,
    odds,
    least,
    pinball,
    scaled,
    are_plain,
    share,
    per,
    softplus,
    sums,
    sums_of_rows,
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
