"""Tests of smooth_l1.py (Smooth L1): against its formulas, computed with 50 digits.

Made by derive from the theory smooth_l1; do not edit.
Needs mpmath, NumPy, hypothesis and pytest, and the module beside it.  The same points are tested on every run.
"""

import doctest
import itertools
import math
import warnings
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from inspect import signature
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp, mpf

ERROR = {np.float64: 1e-11, np.float32: 1e-3}
"""Results may be off by this much: relative to the result, and to 1, and to what rounding the inputs would change.

Where large terms cancel, so that they are off by more, then also to what rounding inputs and quantities on the way changes.
"""
DIGITS, MORE_DIGITS = 50, 250
"""Digits of ordinary results, and of those where some numbers are e^200 times as large as others."""
STEP = mpf(10) ** -15
"""Derivatives are central differences with this step, whose error is about its square."""
LARGE = 10.0
"""How large inputs get: beyond, the formulas themselves overflow or cancel."""
SHAKE = 2.0**-30
"""By how much numbers are changed, relative to themselves, to see what rounding does."""
PROPERTY = settings(max_examples=25, deadline=None, derandomize=True, database=None)


def load(path):
    """The module beside this file, whatever else has its name."""
    spec = spec_from_file_location(path.stem, path)
    found = module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


NAME = "smooth_l1"
module = load(Path(__file__).with_name(f"{NAME}.py"))


# ------------------------------------------------------------------------------ the formulas, with many digits


class OutOfReach(Exception):
    """Somewhere on the way a number is too large or too small: nothing is tested there."""


def table(element, *shape):
    """An array of numbers with many digits, element by element; a number where there are no axes."""
    numbers = np.empty(shape, dtype=object)
    for at in np.ndindex(*shape):
        try:
            number = element(*at)
        except (ArithmeticError, ValueError):  # such as 1/0: the formula says nothing here
            number = mpf("nan")
        numbers[at] = mpf("nan") if isinstance(number, mp.mpc) else mpf(number)
    return numbers[()]


def tame(x):
    """x itself, unless it is so large or small that floats may lose what is made of it."""
    if abs(x) > 1e9 or 0 < abs(x) < 1e-9:
        raise OutOfReach
    return x


def formula_e(N, y, t):
    """e[i] = y[i] - t[i]"""
    return table(lambda i: tame(y[i] - t[i]), N)


def formula_L(N, beta, e):
    """L = sum(e[i]**2/(2*beta) if abs(e[i]) < beta else abs(e[i]) - beta/2 for i in N)/N"""
    return (
        table(lambda: tame(mp.fsum(e[i]**2 / (2 * beta) if abs(e[i]) < beta else abs(e[i]) - beta / 2
            for i in range(N)) / N))
    )


def hypothesis_1(N, beta, e):
    """all(abs(e[i]) != beta for i in N)"""
    return all(abs(e[i]) != beta for i in range(N))


def hypothesis_2(beta):
    """0 < beta"""
    return 0 < beta


INPUTS = {"y": ("Real", ["N"]), "t": ("Real", ["N"]), "beta": ("Positive", [])}
"""Type and axes of each input."""
FORMULAS = {
    "e": (formula_e, ["N", "y", "t"], ["N"]),
    "L": (formula_L, ["N", "beta", "e"], []),
}
"""How each quantity is computed, from which sizes and quantities, and its axes."""
FUNCTIONS = {"e": module.e, "L": module.smooth_l1}
"""The function of the module that computes it."""
HYPOTHESES = ((hypothesis_1, ["N", "beta", "e"]), (hypothesis_2, ["beta"]), )
"""What derivatives rest on."""
OF, AXES = "L", []
WRT = ["y", "t", "beta"]
KINDS = ["value_and_grad", "grad", "value_and_vjp", "vjp", "jvp", "jacobian"]
"""What else the module computes of L."""


def quantities(point, known=None, changed=()):
    """All quantities at a point: sizes and inputs by name; only what follows from these inputs is not as it is known."""
    point, changed = dict(point), {*changed}
    for name, (formula, arguments, _) in FORMULAS.items():
        if known is not None and changed.isdisjoint(arguments):
            point[name] = known[name]
            continue
        changed.add(name)
        point[name] = formula(*(point[a] for a in arguments))
        if ("shaken", name) in point:
            point[name] = point[name] * point["shaken", name]
    return point


def exact(array):
    """The numbers of an array, without rounding."""
    array = np.asarray(array)
    return table(lambda *at: mpf(float(array[at])), *array.shape)


def satisfied(formula, arguments, values):
    """Whether a hypothesis holds at a point; where it has no meaning, such as 1/0, it does not."""
    try:
        return formula(*(values[a] for a in arguments))
    except ArithmeticError:
        return False


@np.errstate(invalid="ignore")  # NumPy 2.0 warns where it casts a number of mpmath that is not one
def derivatives(point):
    """Derivatives of L at a point by each input; not a number where the slopes to both sides differ.

    Under "bend" the largest second derivative by one number.
    """
    known = quantities(point)
    middle = known[OF]
    found, bends = {}, [0.0]
    smooth = np.ones(np.shape(middle), dtype=bool)
    for name in WRT:
        shape = np.shape(point[name])
        slopes = np.empty((*np.shape(middle), *shape), dtype=object)
        for at in np.ndindex(*shape):
            number = point[name][at] if shape else point[name]
            step = STEP * (min(abs(number), 1) or 1)
            both = ({**point, name: moved(point[name], at, sign * step)} for sign in (1, -1))
            up, down = (quantities(near, known, (name,))[OF] for near in both)
            slopes[(..., *at)] = (up - down) / (2 * step)
            bend = np.asarray(abs(up - 2 * middle + down) / step, dtype=float)
            smooth &= bend <= 1e-6 * (1 + abs(np.asarray(slopes[(..., *at)], dtype=float)))
            bends.extend((bend / float(step))[np.isfinite(bend) & smooth].flat)
        found[name] = slopes
    for slopes in found.values():
        slopes[~smooth] = mpf("nan")
    return {**found, "bend": max(bends)}


def moved(numbers, at, step):
    """The same numbers, one of them changed."""
    if not at:
        return numbers + step
    numbers = numbers.copy()
    numbers[at] += step
    return numbers


# --------------------------------------------------------------------------------------------------- the points


def sample(kind, shape, rng):
    """An array of a type."""
    low, high = {"Real": (-3, 3), "Positive": (0.2, 3), "NonNegative": (0.1, 3), "Unit": (0.05, 0.95)}.get(kind, (0, 1))
    return np.round(rng.uniform(low, high, shape), 0 if kind == "Binary" else 3)


def draw(sizes, batches, seed):
    """Inputs with these batch axes."""
    rng = np.random.default_rng(seed)
    inputs = {}
    for (name, (kind, axes)), batch in zip(INPUTS.items(), batches, strict=False):
        inputs[name] = sample(kind, (*batch, *(sizes[d] for d in axes)), rng)
    return inputs


def extremes(shape):
    """Real numbers of a shape: huge, equal, far apart, one that dominates, tiny, of mixed size; one set in each row."""
    n = math.prod(shape)
    first, parity = np.arange(n) == 0, np.arange(n) % 2 == 0
    unit = LARGE / 1000
    rows = [
        np.full(n, LARGE), np.full(n, -LARGE), np.where(parity, LARGE, -LARGE), np.where(first, -LARGE, LARGE),
        np.where(first, 50 * unit, 0.25), np.where(first, 0.25, 800 * unit), np.zeros(n), np.full(n, 0.75),
        np.where(parity, -50 * unit, 40 * unit), unit * (-30.0) ** (np.arange(n) % 3),
    ]  # fmt: skip
    return np.array(rows).reshape(-1, *shape)


def cases():
    """Sizes, inputs and digits by name: what all results are compared at."""
    ones, several = dict.fromkeys(["N"], 1), {"N": 3}
    found = {
        "several": (several, draw(several, itertools.repeat((4,)), 1), DIGITS),
        "size 1": (ones, draw(ones, itertools.repeat((3,)), 2), DIGITS),
        "no batch": (several, draw(several, itertools.repeat(()), 3), DIGITS),
        "broadcast": (several, draw(several, itertools.cycle([(2, 1), (3,), (2, 3)]), 4), DIGITS),
        "broadcast too": (several, draw(several, itertools.cycle([(3,), (2, 1), ()]), 4), DIGITS),
    }
    example = {"y": np.array([1.0, 2.25, 0.5]), "t": np.array([0.0, 2.0, 3.0]), "beta": np.array(0.5)}
    found["example"] = ({**several, **sizes_of(example)}, example, DIGITS)
    inputs = {"y": np.array([-0.75]), "t": np.array([-1.75]), "beta": np.array(0.5)}
    found["assumed 1"] = ({**several, **sizes_of(inputs)}, inputs, DIGITS)
    inputs = {"y": np.array([1.875, 2.0625]), "t": np.array([0.5625, 0.671875]), "beta": np.array(1.875)}
    found["assumed 2"] = ({**several, **sizes_of(inputs)}, inputs, DIGITS)
    inputs = {"y": np.array([-0.015625, 2.21875, -2.03125]), "t": np.array([-2.453125, 0.640625, 1.578125]), "beta": np.array(1.3125)}
    found["assumed 3"] = ({**several, **sizes_of(inputs)}, inputs, DIGITS)
    inputs = {"y": np.array([0.0]), "t": np.array([0.0]), "beta": np.array(1.0)}
    found["assumed 4"] = ({**several, **sizes_of(inputs)}, inputs, DIGITS)
    for name, (kind, axes) in INPUTS.items():
        for sizes in [several, ones][: 1 + bool(axes)]:
            if kind == "Real":
                values = extremes(tuple(sizes[d] for d in axes))
                others = draw(sizes, itertools.repeat(values.shape[:1]), 5)
                found[f"extreme {name}{', size 1' * (sizes is ones)}"] = (sizes, {**others, name: values}, MORE_DIGITS)
    return found


def sizes_of(inputs):
    """The sizes of dimensions that inputs without batch axes have."""
    return {d: n for name, array in inputs.items() for d, n in zip(INPUTS[name][1], array.shape, strict=True)}


CASES = cases()


def batch_of(sizes, inputs):
    """The batch axes of all inputs together."""
    shapes = [np.shape(array)[: np.ndim(array) - len(INPUTS[name][1])] for name, array in inputs.items()]
    return np.broadcast_shapes(*shapes)


def spread(sizes, inputs):
    """Every element of the batch: its position, its sizes and inputs with many digits."""
    batch = batch_of(sizes, inputs)
    for at in np.ndindex(*batch):
        point = dict(sizes)
        for name, array in inputs.items():
            own = tuple(sizes[d] for d in INPUTS[name][1])
            point[name] = exact(np.broadcast_to(array, batch + own)[at])
        yield at, point


@cache
def truth(case, dtype):
    """Quantities, and derivatives under ("d", input), at a case rounded to a dtype; nan where nothing is known.

    Under ("d", "bend") how much the derivatives change.
    """
    sizes, inputs, digits = CASES[case]
    with mp.workdps(digits):
        return compute(sizes, rounded(inputs, dtype))


def rounded(inputs, dtype):
    """The inputs as arrays of a dtype that cannot be changed."""
    inputs = {name: np.array(array, dtype) for name, array in inputs.items()}
    for array in inputs.values():
        array.flags.writeable = False
    return inputs


@cache
def rounding(case, dtype):
    """What rounding changes in each of these, per unit of rounding: much where large terms cancel."""
    sizes, inputs, digits = CASES[case]
    rng = np.random.default_rng(8)
    with mp.workdps(digits):
        factors = {name: shaken([sizes[d] for d in axes], rng) for name, (_, _, axes) in FORMULAS.items() if name != "L"}
        inputs = {
            name: array if INPUTS[name][0] in ("OneHot", "Binary") else array * np.asarray(shaken(array.shape, rng), float)
            for name, array in rounded(inputs, dtype).items()
        }
        other = compute(sizes, inputs, factors)
    found = {}
    for name, numbers in truth(case, dtype).items():
        with np.errstate(all="ignore"):
            change = abs(other[name] - numbers)
            found[name] = np.where(change < 1e-3 * (1 + abs(numbers)), change / SHAKE, 0.0)  # otherwise it jumps
    return found


def shaken(shape, rng):
    """Factors that make numbers a little larger or smaller, each by another amount."""
    shares = rng.choice([-1, 1], tuple(shape)) * rng.uniform(0.5, 1, tuple(shape))
    return 1 + SHAKE * exact(shares)


@np.errstate(invalid="ignore")  # NumPy 2.0 warns where it casts a number of mpmath that is not one
def compute(sizes, inputs, factors=()):
    """Quantities and derivatives of every element of the batch; with factors by quantity, each is multiplied by its own."""
    batch = batch_of(sizes, inputs)
    found = {name: np.full((*batch, *(sizes[d] for d in axes)), np.nan) for name, (_, _, axes) in FORMULAS.items()}
    for name in WRT:
        found["d", name] = np.full((*batch, *(sizes[d] for d in (*AXES, *INPUTS[name][1]))), np.nan)
    found["d", "bend"] = np.zeros(batch)
    for at, point in spread(sizes, inputs):
        point.update({("shaken", name): factors[name] for name in factors})
        try:
            values = quantities(point)
        except OutOfReach:
            continue
        for name in FORMULAS:
            found[name][at] = values[name]
        if not all(satisfied(formula, arguments, values) for formula, arguments in HYPOTHESES):
            continue
        try:
            for name, slopes in derivatives(point).items():
                found["d", name][at] = slopes
        except OutOfReach:
            continue
    return found


# ------------------------------------------------------------------------------------------------ how to compare


@cache
def parameters(function):
    """The names of the parameters of a function."""
    return tuple(signature(function).parameters)


def call(function, sizes, inputs, *seeds, **options):
    """Call a function, or that kind of L, with those sizes and inputs that it takes; a warning is an error."""
    if isinstance(function, str):
        function = getattr(module, NAME if function == "value" else f"{NAME}_{function}")
    chosen = {name: value for name, value in {**sizes, **inputs}.items() if name in parameters(function)}
    with warnings.catch_warnings(), np.errstate(all="warn"):
        warnings.simplefilter("error")
        return function(*seeds, **chosen, **options)


def assert_close(got, want, dtype, scale=0.0):
    """The shape and dtype, and every element that is known; what is too large for the dtype is infinite."""
    assert got.shape == np.shape(want)
    assert got.dtype == dtype
    known = ~np.isnan(want)
    with np.errstate(over="ignore", invalid="ignore"):
        room = ERROR[dtype] * (1 + abs(want) + scale)
        rounded_want = np.asarray(want).astype(dtype)
        wrong = known & ~((abs(got - want) <= room) | (got == rounded_want))
        fits = np.isfinite(np.asarray(want * (1 + 2 * ERROR[dtype])).astype(dtype)) | np.isinf(got)
    wrong &= fits
    assert not wrong.any(), f"{np.asarray(got)[wrong][:3]} is not {np.asarray(want)[wrong][:3]}"


def arrays_in(result):
    """The arrays of a result, in order."""
    if isinstance(result, (tuple, dict)):
        parts = result.values() if isinstance(result, dict) else result
        return [array for part in parts for array in arrays_in(part)]
    return [np.asarray(result)]


def assert_same(got, want):
    """Two results are equal, dtypes included, but for another order of the same sums."""
    for one, other in zip(arrays_in(got), arrays_in(want), strict=True):
        assert one.dtype == other.dtype and one.dtype.type in ERROR
        tiny = 10 * ERROR[one.dtype.type]
        np.testing.assert_allclose(one, other, tiny, tiny * (1 + abs(other[np.isfinite(other)]).max(initial=0.0)))


def largest_input(inputs):
    """The largest magnitude among the inputs."""
    return max((abs(array).max(initial=0.0) for array in inputs.values()), default=0.0)


def sensitivity(case, dtype):
    """What rounding the inputs changes in L, per unit of rounding: the sum of |derivative * input|."""
    sizes, inputs, _ = CASES[case]
    batch = batch_of(sizes, inputs)
    total = 0.0
    for name in WRT:
        own = tuple(sizes[d] for d in INPUTS[name][1])
        numbers = np.broadcast_to(inputs[name], batch + own).reshape((*batch, *(1 for _ in AXES), *own))
        slopes = np.nan_to_num(abs(truth(case, dtype)["d", name] * numbers), posinf=0.0)
        total = total + slopes.sum(axis=tuple(range(slopes.ndim - len(own), slopes.ndim)))
    return total


def roughness(case, dtype, name, inputs, patient):
    """The same for derivatives, for each element of the batch: they change about as fast as they are large, or bend."""
    slopes, bend = truth(case, dtype)["d", name], truth(case, dtype)["d", "bend"]
    steepest = np.where(np.isfinite(slopes), abs(slopes), 0.0).max(axis=tuple(range(bend.ndim, slopes.ndim)), initial=0.0)
    rough = ((0.01 + steepest + bend) * (1 + largest_input(inputs))).reshape(bend.shape + (1,) * (slopes.ndim - bend.ndim))
    return np.maximum(rough, rounding(case, dtype)["d", name]) if patient else rough


def summed_to(gradient, shape):
    """A gradient per element of the batch, summed to the shape of its input."""
    gradient = gradient.sum(axis=tuple(range(gradient.ndim - len(shape))))
    return gradient.sum(axis=tuple(n for n, size in enumerate(shape) if gradient.shape[n] != size), keepdims=True)


def uneven(shape, dtype, seed=0):
    """Cotangents and tangents: never all equal, in part negative, exact in both dtypes."""
    numbers = np.arange(1, math.prod(shape) + 1) * 0.75 - 2.25
    return np.random.default_rng(seed).permutation(numbers).reshape(shape).astype(dtype)


def contracted(weights, slopes, axes):
    """Sum of weights times slopes over the last `axes` axes of the weights."""
    product = weights.reshape((*weights.shape, *(1 for _ in range(slopes.ndim - weights.ndim)))) * slopes
    first = weights.ndim - axes
    return product.sum(axis=tuple(range(first, weights.ndim)))


def patiently(check):
    """A test that, where results are off, looks once more with the bound that knows what rounding does on the way."""

    def test(case, dtype):
        try:
            check(case, dtype, False)
        except AssertionError:
            check(case, dtype, True)

    test.__doc__ = check.__doc__
    return test


EACH_CASE = pytest.mark.parametrize(("case", "dtype"), [(c, d) for d in ERROR for c in CASES])


# --------------------------------------------------------------------------------------- against the formulas


@EACH_CASE
@patiently
def test_values(case, dtype, patient):
    """Every function of the module gives what its formula says."""
    sizes, inputs, _ = CASES[case]
    inputs = rounded(inputs, dtype)
    for name, function in FUNCTIONS.items():
        own = {n: array for n, array in inputs.items() if n in parameters(function)}
        got = call(function, sizes, own)
        want = truth(case, dtype)[name]
        assert got.shape == (*batch_of(sizes, own), *(sizes[d] for d in FORMULAS[name][2]))
        scale = sensitivity(case, dtype) if name == OF else abs(want) * largest_input(own)
        scale = np.maximum(scale, rounding(case, dtype)[name]) if patient else scale
        own_dtype = dtype if own else np.float64
        assert_close(np.broadcast_to(got, want.shape), want, own_dtype, scale)  # other inputs may have a larger batch


@EACH_CASE
@patiently
def test_jacobian(case, dtype, patient):
    """The derivatives by each input are those of the formula."""
    sizes, inputs, _ = CASES[case]
    inputs = rounded(inputs, dtype)
    got = call("jacobian", sizes, inputs)
    assert list(got) == WRT
    for name in WRT:
        want = truth(case, dtype)["d", name]
        assert_close(got[name], want, dtype, roughness(case, dtype, name, inputs, patient))


@EACH_CASE
@patiently
def test_vjp(case, dtype, patient):
    """Cotangents come back as the Jacobian says, summed over the axes that an input was repeated along."""
    sizes, inputs, _ = CASES[case]
    inputs = rounded(inputs, dtype)
    value = call("value", sizes, inputs)
    cotangent = uneven((*batch_of(sizes, inputs), *(sizes[d] for d in AXES)), dtype)
    got = call("vjp", sizes, inputs, cotangent)
    same, again = call("value_and_vjp", sizes, inputs, cotangent)
    assert_same(same, value)
    assert list(got) == list(again) == WRT
    for name in WRT:
        slopes = truth(case, dtype)["d", name]
        want = contracted(cotangent.astype(float), slopes, len(AXES))
        rough = np.broadcast_to(roughness(case, dtype, name, inputs, patient), slopes.shape)
        scale = contracted(abs(cotangent), rough, len(AXES)) + abs(want)
        shape = inputs[name].shape
        assert_close(got[name], summed_to(want, shape), dtype, summed_to(scale, shape))
        assert_same(got[name], again[name])


@EACH_CASE
@patiently
def test_jvp(case, dtype, patient):
    """Tangents go through as the Jacobian says; one that is missing is 0."""
    sizes, inputs, _ = CASES[case]
    inputs = rounded(inputs, dtype)
    tangents = {name: uneven(inputs[name].shape, dtype, n) for n, name in enumerate(WRT)}
    batch = batch_of(sizes, inputs)
    for chosen in [WRT, *([name] for name in WRT)]:
        want = np.zeros((*batch, *(sizes[d] for d in AXES)))
        scale = 0.0
        for name in chosen:
            slopes = truth(case, dtype)["d", name]
            own = tuple(sizes[d] for d in INPUTS[name][1])
            tangent = np.broadcast_to(tangents[name], batch + own).reshape((*batch, *(1 for _ in AXES), *own))
            last = tuple(range(slopes.ndim - len(own), slopes.ndim))
            want = want + (slopes * tangent).sum(axis=last)
            scale = scale + (abs(tangent) * roughness(case, dtype, name, inputs, patient)).sum(axis=last)
        got = call("jvp", sizes, inputs, {name: tangents[name] for name in chosen})
        assert_close(got, want, dtype, scale)


@EACH_CASE
@patiently
def test_grad(case, dtype, patient):
    """The gradient is that of the sum of the batch."""
    sizes, inputs, _ = CASES[case]
    inputs = rounded(inputs, dtype)
    got = call("grad", sizes, inputs)
    value, again = call("value_and_grad", sizes, inputs)
    assert_same(value, call("value", sizes, inputs))
    assert list(got) == list(again) == WRT
    for name in WRT:
        want = truth(case, dtype)["d", name]
        scale = roughness(case, dtype, name, inputs, patient) + abs(want)
        shape = inputs[name].shape
        assert_close(got[name], summed_to(want, shape), dtype, summed_to(scale, shape))
        assert_same(got[name], again[name])


# ---------------------------------------------------------------------------------- the errors that docstrings state

BOUNDS = {
    ("value", "L"): ({np.float64: 3, np.float32: 3}, False),
    ("jacobian", "y"): ({np.float64: 3, np.float32: 3}, False),
    ("jacobian", "t"): ({np.float64: 3, np.float32: 3}, False),
    ("jacobian", "beta"): ({np.float64: 3, np.float32: 3}, False),
    ("value", "e"): ({np.float64: 2, np.float32: 2}, False),
    ("grad", "y"): ({np.float64: 3, np.float32: 3}, False),
    ("grad", "t"): ({np.float64: 3, np.float32: 3}, False),
    ("grad", "beta"): ({np.float64: 3, np.float32: 3}, False),
    ("vjp", "y"): ({np.float64: 3, np.float32: 3}, False),
    ("vjp", "t"): ({np.float64: 3, np.float32: 3}, False),
    ("vjp", "beta"): ({np.float64: 5, np.float32: 5}, False),
}
"""Most units of the last place of the true value, by kind of function and result; whether inputs from 0 to 1 are 0 or 1 then."""
KNOWN = 1e-26
"""What is known of a derivative by differences, beside its size and that of the second one."""


def bounded(ends, dtype):
    """Inputs for which bounds are stated: ordinary, far apart, one of them ahead, small."""
    rng = np.random.default_rng(11)
    sizes = CASES["several"][0]
    inputs = draw(sizes, itertools.repeat((12,)), 12)
    for name, (kind, axes) in INPUTS.items():
        shape = inputs[name].shape
        if kind == "Real":
            rows = np.arange(12).reshape((12,) + (1,) * (len(shape) - 1)) % 4
            ahead = 2 * rng.standard_normal(shape) + 16 * (np.arange(shape[-1]) == 0 if axes else 1)
            small = rng.uniform(-2, 2, shape) * 2.0 ** -rng.integers(0, 30, shape)
            far = rng.uniform(-20, 20, shape)
            inputs[name] = np.choose(rows, [3 * np.clip(rng.standard_normal(shape), -6, 6), far, np.clip(ahead, -20, 20), small])
        elif kind == "Unit" and ends:
            inputs[name] = rng.integers(0, 2, shape).astype(float)
    return sizes, rounded(inputs, dtype)


def off(got, want, dtype, room=0.0):
    """By how many units of the last place each element is off; 0 where nothing is known, or it is beyond the range."""
    units = np.zeros(np.shape(want))
    for at in np.ndindex(*units.shape):
        true = mpf(np.asarray(want, dtype=object)[at])
        nearest = dtype(float(true)) if mp.isfinite(true) else dtype(np.inf)
        if np.isfinite(nearest):
            distance = abs(mpf(float(np.asarray(got)[at])) - true) - room * (1 + abs(true))
            units[at] = max(0.0, float(distance / mpf(float(np.spacing(abs(nearest))))))
    return units


@pytest.mark.parametrize("dtype", ERROR)
@pytest.mark.parametrize("ends", sorted({ends for _, ends in BOUNDS.values()}))
@np.errstate(over="ignore")  # what is too large for float32 is not compared
def test_errors_are_within_what_docstrings_state(ends, dtype):
    sizes, inputs = bounded(ends, dtype)
    batch = batch_of(sizes, inputs)
    wanted = {key: most[dtype] for key, (most, at_ends) in BOUNDS.items() if at_ends == ends}
    got = {}
    cotangent = uneven((*batch, *(sizes[d] for d in AXES)), dtype)
    tangents = {name: uneven(inputs[name].shape, dtype, n) for n, name in enumerate(WRT)}
    for kind, name in wanted:
        if kind == "value":
            own = {n: array for n, array in inputs.items() if n in parameters(FUNCTIONS[name])}
            result = call(FUNCTIONS[name], sizes, own)
            got[kind, name] = np.broadcast_to(result, (*batch, *(sizes[d] for d in FORMULAS[name][2])))
        else:
            seeds = {"vjp": (cotangent,), "jvp": (tangents,)}.get(kind, ())
            result = call(kind, sizes, inputs, *seeds)
            got[kind, name] = result[name] if name else result
    with mp.workdps(DIGITS):
        for at, point in spread(sizes, inputs):
            try:
                values = quantities(point)
            except OutOfReach:
                continue
            want = {("value", name): (values[name], 0.0) for name in FUNCTIONS}
            want |= sloped(point, values, at, cotangent, tangents)
            for key in wanted.keys() & want.keys():
                true, room = want[key]
                units = off(got[key][at], true, dtype, room)
                assert units.max(initial=0.0) <= wanted[key], f"{key} is off by {units.max():.1f} ulp at {point}"


def objects(array):
    """The numbers of an array with many digits, an array also where there are no axes."""
    return np.asarray(exact(array), dtype=object)


def sloped(point, values, at, cotangent, tangents):
    """Every kind of derivative at a point, and what is known of it; nothing where what it rests on does not hold."""
    if not all(satisfied(formula, arguments, values) for formula, arguments in HYPOTHESES):
        return {}
    try:
        slopes = derivatives(point)
    except OutOfReach:
        return {}
    room = KNOWN * (1 + slopes.pop("bend"))
    axes, found, total = len(AXES), {}, 0
    for name, slope in slopes.items():
        weights, change = objects(cotangent[at]), objects(tangents[name][at])
        slope = np.asarray(slope, dtype=object)
        found["jacobian", name] = found["grad", name] = slope, room
        back = np.asarray(weights.reshape(weights.shape + (1,) * (slope.ndim - axes)) * slope, dtype=object)
        found["vjp", name] = back.sum(axis=tuple(range(axes))), 100 * room
        total = total + np.asarray(slope * change, dtype=object).sum(axis=tuple(range(axes, slope.ndim)))
    found["jvp", ""] = total, 100 * room
    return found


# ------------------------------------------------------------------------------------ what may be passed, what not


def every_call(sizes, inputs, dtype=np.float64):
    """Every function of the module with what it takes before the inputs."""
    yield from ((function, ()) for function in FUNCTIONS.values())
    batch = batch_of(sizes, inputs)
    cotangent = uneven((*batch, *(sizes[d] for d in AXES)), dtype, 1)
    tangents = {name: uneven(np.shape(inputs[name]), dtype, 2) for name in WRT}
    seeds = {"vjp": (cotangent,), "value_and_vjp": (cotangent,), "jvp": (tangents,)}
    yield from ((getattr(module, f"{NAME}_{kind}"), seeds.get(kind, ())) for kind in KINDS)


def plain_case(batch=()):
    """Sizes and float64 inputs."""
    sizes = CASES["several"][0]
    return sizes, rounded(draw(sizes, itertools.repeat(batch), 6), np.float64)


def taken_by(function, inputs):
    """The inputs that a function has."""
    return {name: array for name, array in inputs.items() if name in parameters(function)}


@pytest.mark.parametrize("kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "bool"])
def test_integers_and_booleans_are_numbers(kind):
    """They give what the same numbers as floats give; they do not influence the dtype of the result."""
    sizes, inputs = plain_case((2,))
    numbers = [name for name, (kind, _) in INPUTS.items() if kind in ("Real", "Positive", "NonNegative")]
    for dtype in ERROR:
        floats = rounded(inputs, dtype)
        for name in numbers:
            shape = inputs[name].shape
            floats[name] = (np.arange(math.prod(shape)).reshape(shape) % 3 + 1).astype(kind).astype(dtype)
        for function, seeds in every_call(sizes, inputs, dtype):
            own = taken_by(function, floats)
            if own and (set(own) - set(numbers) or dtype == np.float64):
                whole = {name: array.astype(kind) if name in numbers else array for name, array in own.items()}
                assert_same(call(function, sizes, whole, *seeds), call(function, sizes, own, *seeds))


def test_lists_and_strange_arrays_are_arrays():
    """Nested lists, other byte orders and strides give the same; of float32 and float64 the result is float64."""
    sizes, inputs = plain_case((2,))
    turned = {name: np.asfortranarray(array) for name, array in inputs.items()}
    swapped = {name: array.astype(">f8") for name, array in inputs.items()}
    for function, seeds in every_call(sizes, inputs):
        want = call(function, sizes, inputs, *seeds)
        for other in (turned, swapped, {name: array.tolist() for name, array in inputs.items()}):
            assert_same(call(function, sizes, other, *seeds), want)
    small = rounded(inputs, np.float32)
    for function, seeds in every_call(sizes, inputs, np.float32):
        big_endian = {name: array.astype(">f4") for name, array in small.items()}
        assert_same(call(function, sizes, big_endian, *seeds), call(function, sizes, small, *seeds))
        for name in taken_by(function, inputs):
            mixed = {**small, name: small[name].astype(np.float64)}
            assert all(array.dtype == np.float64 for array in arrays_in(call(function, sizes, mixed, *seeds)))


@pytest.mark.parametrize("kind", ["complex128", "object", "str", "float16", "datetime64[s]"])
def test_other_dtypes_are_refused(kind):
    """A TypeError names the argument."""
    sizes, inputs = plain_case()
    for function, seeds in every_call(sizes, inputs):
        for name, array in taken_by(function, inputs).items():
            strange = array.astype(np.int64).astype(kind) if kind.startswith("date") else array.astype(kind)
            with pytest.raises(TypeError, match=rf"^{name}: dtype"):
                call(function, sizes, {**inputs, name: strange}, *seeds)
    cotangent = uneven([sizes[d] for d in AXES], kind if kind[0] in "cof" else complex)
    with pytest.raises(TypeError, match=r"^L_bar: dtype"):
        call("vjp", sizes, inputs, cotangent)


def test_shapes_that_do_not_fit_are_refused():
    """A ValueError names the argument: axes missing, of two lengths, batch axes that do not broadcast, no array."""
    sizes, inputs = plain_case((2,))
    for function, seeds in every_call(sizes, inputs):
        own = taken_by(function, inputs)
        for name, array in own.items():
            axes = INPUTS[name][1]
            if axes:
                with pytest.raises(ValueError, match=rf"^{name}: shape .* \({', '.join(axes)}\)"):
                    call(function, sizes, {**own, name: array[(0,) * (array.ndim - len(axes) + 1)]}, *seeds)
            others = [d for other in own if other != name for d in INPUTS[other][1]]
            for n, axis in enumerate(axes):
                if axis in others or axes.count(axis) > 1 or axis in parameters(function):
                    longer = np.concatenate([array, array], axis=n - len(axes))
                    with pytest.raises(ValueError, match=rf"^\w+: axis {axis} has length"):
                        call(function, sizes, {**own, name: longer}, *seeds)
            if len(own) > 1:
                with pytest.raises(ValueError, match=r"^\w+: batch axes|^\w+: labels"):
                    call(function, sizes, {**own, name: np.concatenate([array, array[:1]])}, *seeds)
            with pytest.raises(ValueError, match=rf"^{name}: not an array"):
                call(function, sizes, {**own, name: [[1.0], [2.0, 3.0]]}, *seeds)


def test_cotangents_and_tangents_that_do_not_fit_are_refused():
    """They have exactly the shape of their quantity; a tangent belongs to an input."""
    sizes, inputs = plain_case((2,))
    cotangent = np.ones((2, *(sizes[d] for d in AXES)))
    for wrong in (cotangent[0], cotangent[:1], np.ones((*cotangent.shape, 1)), np.ones((3, *cotangent.shape[1:]))):
        for function in ("vjp", "value_and_vjp"):
            with pytest.raises(ValueError, match=r"^L_bar: shape"):
                call(function, sizes, inputs, wrong)
    for name in WRT:
        with pytest.raises(ValueError, match=rf"^tangents\['{name}'\]: shape"):
            call("jvp", sizes, inputs, {name: np.ones((*inputs[name].shape, 1))})
    with pytest.raises(TypeError, match=r"^tangents: 'nothing'"):
        call("jvp", sizes, inputs, {"nothing": 1.0})
    nothing = call("jvp", sizes, inputs, {})
    known = np.isfinite(truth("several", np.float64)[OF]).all()
    assert nothing.shape == cotangent.shape and (not known or not nothing.any())


def scheduled(block, short, threads, function, sizes, inputs, *seeds):
    """A call with that many bytes in a block, numbers in a short row, and threads."""
    before = module._BLOCK, module._SHORT, module.THREADS
    module._BLOCK, module._SHORT, module.THREADS = block, short, threads
    module._plan.cache_clear()
    try:
        return call(function, sizes, inputs, *seeds)
    finally:
        module._BLOCK, module._SHORT, module.THREADS = before
        module._plan.cache_clear()


def test_large_batches_are_worked_on_in_blocks():
    """Some rows at a time, stored column by column, on two threads: each gives what all rows at once give."""
    sizes = CASES["several"][0]
    for batches in ([(300,)], [(2, 1), (150,), ()], [(150,), (2, 1)], [(3, 1), (7, 1, 3), (1, 3, 1)]):
        inputs = rounded(draw(sizes, itertools.cycle(batches), 6), np.float64)
        points = [inputs]
        for function, seeds in every_call(sizes, inputs):
            want = scheduled(2**30, 0, 1, function, sizes, inputs, *seeds)
            for schedule, point in itertools.product(((1, 0, 1), (900, 0, 2), (2**30, 6, 1), (2000, 6, 2)), points):
                assert_same(scheduled(*schedule, function, sizes, point, *seeds), want)


def test_nothing_at_all_runs():
    """Dimensions and batches of length 0 give results of the right shape."""
    for sizes, batch in (({d: 0 for d in CASES["several"][0]}, (2,)), (CASES["several"][0], (0,))):
        inputs = {name: np.ones((*batch, *(sizes[d] for d in axes))) for name, (_, axes) in INPUTS.items()}
        for name, function in FUNCTIONS.items():
            own = taken_by(function, inputs)
            got = call(function, sizes, own)
            assert got.shape == (*batch_of(sizes, own), *(sizes[d] for d in FORMULAS[name][2]))
        for function, seeds in every_call(sizes, inputs):
            call(function, sizes, inputs, *seeds)
        slopes = call("jacobian", sizes, inputs)
        for name in WRT:
            assert slopes[name].shape == (*batch, *(sizes[d] for d in (*AXES, *INPUTS[name][1])))


# ---------------------------------------------------------------------------------------- what is not a number


def results(sizes, inputs):
    """The value and the derivatives of L as the module computes them."""
    return [call(FUNCTIONS[OF], sizes, inputs), *call("jacobian", sizes, inputs).values()]


def expected(sizes, inputs):
    """The same from the formulas."""
    with mp.workdps(DIGITS):
        found = compute(sizes, inputs)
    return [found[OF], *(found["d", name] for name in WRT)]


# ------------------------------------------------------------------------------------------------- hypotheses


def holds(text, sizes, inputs):
    """Whether a hypothesis holds for the whole batch; None if that is not known."""
    formula, arguments = REQUIRED[text]
    with mp.workdps(DIGITS):
        try:
            return all(satisfied(formula, arguments, quantities(point)) for _, point in spread(sizes, inputs))
        except OutOfReach:
            return None


REQUIRED = {
    "all(abs(e[i]) != beta for i in N)": (hypothesis_1, ["N", "beta", "e"]),
    "0 < beta": (hypothesis_2, ["beta"]),
}


def broken(text):
    """Sizes and inputs at which a hypothesis does not hold for the first of two, if a simple change leads there."""
    sizes, inputs = plain_case((2, 1))
    for name in REQUIRED[text][1]:
        if name in INPUTS:
            one = np.zeros(inputs[name].shape)
            one[(0,) * one.ndim] = 1.0
            first = np.zeros(inputs[name].shape)
            first[0] = 1.0
            for changed in (inputs[name] + one, inputs[name] * (1 - 2 * first), inputs[name] * (1 - first)):
                if holds(text, sizes, {**inputs, name: changed}) is False:
                    return sizes, {**inputs, name: changed}
    return None


@pytest.mark.parametrize("text", REQUIRED)
def test_check_finds_a_broken_hypothesis(text):
    """`check=True` changes nothing where all hypotheses hold, and names one that does not."""
    sizes, inputs = plain_case((2, 1))
    checked = [(f, s) for f, s in every_call(sizes, inputs) if "check" in parameters(f)]
    assert checked
    if all(holds(each, sizes, inputs) for each in REQUIRED):
        for function, seeds in checked:
            assert_same(call(function, sizes, inputs, *seeds, check=True), call(function, sizes, inputs, *seeds))
    found = broken(text)
    if found is not None:
        failing = [f"this gradient requires {each}" for each in REQUIRED if not holds(each, *found)]
        for function, seeds in every_call(*found):
            if "check" in parameters(function):
                with pytest.raises(ValueError, match="requires") as error:
                    call(function, *found, *seeds, check=True)
                assert str(error.value) in failing
                call(function, *found, *seeds)


# ------------------------------------------------------------------------------------------------- properties


def evenly(kind):
    """A number of a type: a multiple of 1/8, so that two of them are equal or well apart."""
    low, high = {"Positive": (1, 40), "NonNegative": (1, 40), "Unit": (1, 7)}.get(kind, (-24, 24))
    return st.integers(low, high).map(lambda n: n / 8)


@st.composite
def points(draw_from):
    """Sizes of 1 to 4, and inputs without batch axes."""
    sizes = {d: draw_from(st.integers(1, 4)) for d in CASES["several"][0]}
    inputs = {}
    for name, (kind, axes) in INPUTS.items():
        shape = [sizes[d] for d in axes]
        numbers = st.sampled_from([0.0, 1.0]) if kind == "Binary" else evenly(kind)
        n = math.prod(shape)
        array = np.array(draw_from(st.lists(numbers, min_size=n, max_size=n))).reshape(shape)
        inputs[name] = array
    return sizes, inputs


@PROPERTY
@given(points(), st.integers(0, 99))
def test_vjp_and_jvp_are_the_jacobian(point, seed):
    """Both are linear, adjoint to each other, and products with the Jacobian, which the batch does not change."""
    sizes, inputs = point
    inputs = {name: inputs[name] for name in INPUTS}
    jacobian = call("jacobian", sizes, inputs)
    if not all(np.isfinite(slopes).all() for slopes in jacobian.values()):
        return
    core = [sizes[d] for d in AXES]
    one, two = uneven(core, float, seed), uneven(core, float, seed + 1) ** 2
    back, other, both = (call("vjp", sizes, inputs, c) for c in (one, two, 2 * one - 3 * two))
    tangents = {name: uneven(inputs[name].shape, float, seed + 2) for name in WRT}
    change = call("jvp", sizes, inputs, tangents)
    tripled = call("jvp", sizes, inputs, {name: 3 * array for name, array in tangents.items()})
    room = 1e-11 * (1 + sum(abs(slopes).sum() for slopes in jacobian.values()) * (1 + abs(one).sum() + abs(two).sum()))
    room *= 1 + max(abs(array).max() for array in tangents.values())
    for name in WRT:
        assert abs(back[name] - contracted(one, jacobian[name], len(AXES))).max() <= room
        assert abs(both[name] - (2 * back[name] - 3 * other[name])).max() <= room
    assert abs(tripled - 3 * change).max() <= 3 * room
    total = sum((back[name] * tangents[name]).sum() for name in WRT)
    assert abs(total - (one * change).sum()) <= room


# ----------------------------------------------------------------------------------- what the theory claims


def evaluate(name, **given):
    """A quantity as the module computes it from other inputs."""
    sizes = {key: value for key, value in given.items() if isinstance(value, int)}
    inputs = {key: np.asarray(value, dtype=float) for key, value in given.items() if key not in sizes}
    return exact(call(FUNCTIONS[name], sizes, inputs))


def claim_gradient(i, N, beta, e, dL_dy):
    """diff(L, y[i]) == (e[i]/beta if abs(e[i]) < beta else sign(e[i]))/N"""
    if not (all(abs(e[i_]) != beta for i_ in range(N))):
        return ()
    return (dL_dy[i], (e[i] / beta if abs(e[i]) < beta else mp.sign(e[i])) / N)


CLAIMS = {
    "gradient": ("==", claim_gradient, ["N", "beta", "e", ("d", "y")], ["N"]),
}
"""Relation, terms, what these are made of, and the dimensions of the indices that they hold for."""
RELATIONS = {
    "==": lambda left, right, room: abs(left - right) <= room,
    "!=": lambda left, right, room: True,
    "<": lambda left, right, room: left < right + room,
    "<=": lambda left, right, room: left <= right + room,
    ">": lambda left, right, room: left > right - room,
    ">=": lambda left, right, room: left >= right - room,
}


@pytest.mark.parametrize("claim", CLAIMS)
@PROPERTY
@given(point=points())
def test_claims(claim, point):
    """What is proved of the formulas is true of the numbers that the module returns, but for rounding."""
    relation, terms, parts, axes = CLAIMS[claim]
    sizes, inputs = point
    known = {**sizes, **{name: exact(array) for name, array in inputs.items()}}
    for part in parts:
        if part in FUNCTIONS:
            known[part] = exact(call(FUNCTIONS[part], sizes, inputs))
        elif part not in known:
            known[part] = exact(call("jacobian", sizes, inputs)[part[1]])
    for at in itertools.product(*(range(sizes[d]) for d in axes)):
        try:
            numbers = terms(*at, *(known[part] for part in parts))
        except (ArithmeticError, ValueError, OutOfReach):  # the claim says nothing here
            continue
        if any(isinstance(number, mp.mpc) or not mp.isfinite(number) for number in numbers):
            continue
        for left, right in itertools.pairwise(numbers):
            room = 1e-10 * (1 + abs(left) + abs(right))
            assert RELATIONS[relation](left, right, room), f"{relation}: {mp.nstr(left)} and {mp.nstr(right)}"


def test_examples_of_the_docstrings():
    """What the docstrings show is what comes out."""
    assert doctest.testmod(module).failed == 0
