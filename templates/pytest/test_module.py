"""Tests of <$ module $>.py (<$ title $>): against its formulas, computed with 50 digits.

Made by derive from the theory <$ theory.name or module $>; do not edit.
Needs mpmath, NumPy, hypothesis and pytest, and the module beside it.  The same points are tested on every run.
"""

import doctest
import itertools
import math
<% if made %>
import re
<% endif %>
import warnings
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from inspect import signature
from pathlib import Path

import numpy as np
import pytest
<% if wrt or claims %>
from hypothesis import <% if made %>assume, <% endif %>given, settings
from hypothesis import strategies as st
<% endif %>
from mpmath import mp, mpf

ERROR = {np.float64: <$ "1e-13" if large else "1e-11" $>, np.float32: <$ "5e-5" if large else "1e-3" $>}
"""Results may be off by this much: relative to the result, and to 1, and to what rounding the inputs would change.

Where large terms cancel, so that they are off by more, then also to what rounding inputs and quantities on the way changes.
"""
DIGITS, MORE_DIGITS = 50, <$ 1000 if large else 250 $>
"""Digits of ordinary results, and of those where some numbers are e^<$ 2000 if large else 200 $> times as large as others."""
<% if wrt %>
STEP = mpf(10) ** -15
"""Derivatives are central differences with this step, whose error is about its square."""
<% endif %>
LARGE = <$ "1000.0" if large else "10.0" $>
"""How large inputs get<$ "" if large else ": beyond, the formulas themselves overflow or cancel" $>."""
SHAKE = 2.0**-30
"""By how much numbers are changed, relative to themselves, to see what rounding does."""
<% if wrt or claims %>
PROPERTY = settings(max_examples=25, deadline=None, derandomize=True, database=None)
<% endif %>


def load(path):
    """The module beside this file, whatever else has its name."""
    spec = spec_from_file_location(path.stem, path)
    found = module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


NAME = "<$ module $>"
module = load(Path(__file__).with_name(f"{NAME}.py"))


# ------------------------------------------------------------------------------ the formulas, with many digits
<% if not large %>


class OutOfReach(Exception):
    """Somewhere on the way a number is too large or too small: nothing is tested there."""
<% endif %>


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
<% for text in numbers %>


<$ text $>
<% endfor %>
<% for f in formulas + hypotheses %>


def <$ f.name $>(<$ f.parameters|join(", ") $>):
    """<$ f.doc|wordwrap(112, false, "\n    ") $>"""
<% for line in f.lines %>
    <$ line $>
<% endfor %>
<% endfor %>


INPUTS = {<% for q in inputs %><$ '"%s": ("%s", %s)'|format(q.name, q.type, q.dims|list|tojson) $><$ ", " if not loop.last else "" $><% endfor %>}
"""Type and axes of each input."""
<% if others %>
OTHERS = {<% for q in others %><$ '"%s": ("%s", %s)'|format(q.name, q.type, q.dims|list|tojson) $><$ ", " if not loop.last else "" $><% endfor %>}
"""What claims speak of besides."""
<% endif %>
<% if own %>
OWN = <$ own|tojson $>
"""Those that <$ of $> depends on; the others have no batch axes."""
<% endif %>
FORMULAS = {
<% for f in formulas %>
    "<$ f.data.quantity $>": (<$ f.name $>, <$ f.reads|map("last")|list|tojson $>, <$ f.data.dims|list|tojson $>),
<% endfor %>
}
"""How each quantity is computed, from which sizes and quantities, and its axes."""
FUNCTIONS = {<% for q, n in values.items() %>"<$ q $>": module.<$ n $><$ ", " if not loop.last else "" $><% endfor %>}
"""The function of the module that computes it."""
<% if hypotheses %>
HYPOTHESES = (<% for f in hypotheses %>(<$ f.name $>, <$ f.reads|map("last")|list|tojson $>), <% endfor %>)
"""What derivatives rest on."""
<% endif %>
<% if of in values %>
OF, AXES = "<$ of $>", <$ of_dims|list|tojson $>
<% endif %>
WRT = <$ wrt|list|tojson $>
<% if wrt %>
KINDS = <$ kinds|list|tojson $>
"""What else the module computes of <$ of $>."""
<% endif %>


<% if wrt %>
def quantities(point, known=None, changed=()):
    """All quantities at a point: sizes and inputs by name; only what follows from these inputs is not as it is known."""
    point, changed = dict(point), {*changed}
    for name, (formula, arguments, _) in FORMULAS.items():
        if known is not None and changed.isdisjoint(arguments):
            point[name] = known[name]
            continue
        changed.add(name)
<% else %>
def quantities(point):
    """All quantities at a point: sizes and inputs by name."""
    point = dict(point)
    for name, (formula, arguments, _) in FORMULAS.items():
<% endif %>
        point[name] = formula(*(point[a] for a in arguments))
        if ("shaken", name) in point:
            point[name] = point[name] * point["shaken", name]
    return point


def exact(array):
    """The numbers of an array, without rounding."""
    array = np.asarray(array)
    return table(lambda *at: mpf(float(array[at])), *array.shape)
<% if hypotheses %>


def satisfied(formula, arguments, values):
    """Whether a hypothesis holds at a point; where it has no meaning, such as 1/0, it does not."""
    try:
        return formula(*(values[a] for a in arguments))
    except ArithmeticError:
        return False
<% endif %>
<% if wrt %>


@np.errstate(invalid="ignore")  # NumPy 2.0 warns where it casts a number of mpmath that is not one
def derivatives(point):
    """Derivatives of <$ of $> at a point by each input; not a number where the slopes to both sides differ.

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
<% endif %>


# --------------------------------------------------------------------------------------------------- the points


def sample(kind, shape, rng):
    """An array of a type."""
<% if "Simplex" in types or "OneHot" in types %>
    if kind == "Simplex":
        weights = rng.integers(1, 9, shape).astype(float)
        return weights / weights.sum(axis=-1, keepdims=True)
    if kind == "OneHot":
        return np.eye(shape[-1])[rng.integers(shape[-1], size=shape[:-1])]
<% endif %>
    low, high = {"Real": (-3, 3), "Positive": (0.2, 3), "NonNegative": (0.1, 3), "Unit": (0.05, 0.95)}.get(kind, (0, 1))
    return np.round(rng.uniform(low, high, shape), 0 if kind == "Binary" else 3)


def draw(sizes, batches, seed):
    """Inputs with these batch axes."""
    rng = np.random.default_rng(seed)
    inputs = {}
    for (name, (kind, axes)), batch in zip(INPUTS.items(), batches, strict=False):
        inputs[name] = sample(kind, (*batch, *(sizes[d] for d in axes)), rng)
    return inputs


<% if labels %>
def weights(sizes, batch):
    """Rows of weights where one-hot rows are wanted, which only choose: what follows is what the formulas say."""
    rng = np.random.default_rng(7)
    return {n: sample("Simplex", (*batch, *(sizes[d] for d in axes)), rng) for n, (kind, axes) in INPUTS.items() if kind == "OneHot"}


<% endif %>
def extremes(shape):
    """Real numbers of a shape: huge, equal, far apart, one that dominates, tiny, of mixed size; one set in each row."""
    n = math.prod(shape)
    first, parity = np.arange(n) == 0, np.arange(n) % 2 == 0
    unit = LARGE / 1000
    rows = [
        np.full(n, LARGE), np.full(n, -LARGE), np.where(parity, LARGE, -LARGE), np.where(first, -LARGE, LARGE),
        np.where(first, 50 * unit, 0.25), np.where(first, 0.25, 800 * unit), np.zeros(n), np.full(n, 0.75),
        np.where(parity, -50 * unit, 40 * unit), unit * (-30.0) ** (np.arange(n) % 3),
<% if large %>
        np.full(n, 1e-3), np.where(parity, 1e-30, -1e-30), np.where(parity, 1e-42, 3e-40), np.where(first, 1e-20, 1.0),
<% endif %>
    ]  # fmt: skip
    return np.array(rows<$ "[::%d]"|format(every) if every > 1 else "" $>).reshape(-1, *shape)


def cases():
    """Sizes, inputs and digits by name: what all results are compared at."""
    ones, several = <% if made %>{<% for d, n in ones.items() %>"<$ d $>": <$ n $><$ ", " if not loop.last else "" $><% endfor %>}<% else %>dict.fromkeys(<$ dims|list|tojson $>, 1)<% endif %>, {<% for d, n in sizes.items() %>"<$ d $>": <$ n $><$ ", " if not loop.last else "" $><% endfor %>}
    found = {
        "several": (several, draw(several, itertools.repeat((4,)), 1), DIGITS),
        "size 1": (ones, draw(ones, itertools.repeat((3,)), 2), DIGITS),
<% if labels %>
        "weights": (several, {**draw(several, itertools.repeat((4,)), 6), **weights(several, (4,))}, DIGITS),
<% endif %>
        "no batch": (several, draw(several, itertools.repeat(()), 3), DIGITS),
<% if inputs|length > 1 %>
        "broadcast": (several, draw(several, itertools.cycle([(2, 1), (3,), (2, 3)]), 4), DIGITS),
        "broadcast too": (several, draw(several, itertools.cycle([(3,), (2, 1), ()]), 4), DIGITS),
<% else %>
        "two batch axes": (several, draw(several, itertools.repeat((2, 3)), 4), DIGITS),
<% endif %>
    }
<% for example in examples %>
    example = {<% for name, value in example.items() %>"<$ name $>": np.array(<$ value $>)<$ ", " if not loop.last else "" $><% endfor %>}
    found["example<$ "" if loop.length == 1 else " %d"|format(loop.index) $>"] = ({**several, **sizes_of(example)}, example, DIGITS)
<% endfor %>
<% for given in solved %>
    inputs = {<% for name, value in given.items() %>"<$ name $>": np.array(<$ value $>)<$ ", " if not loop.last else "" $><% endfor %>}
    found["assumed <$ loop.index $>"] = ({**several, **sizes_of(inputs)}, inputs, DIGITS)
<% endfor %>
    for name, (kind, axes) in INPUTS.items():
        for sizes in [several, ones][: 1 + bool(axes)]:
            if kind == "Real"<$ " and name in OWN" if own else "" $>:
                values = extremes(tuple(sizes[d] for d in axes))
                others = draw(sizes, itertools.repeat(values.shape[:1]), 5)
                found[f"extreme {name}{', size 1' * (sizes is ones)}"] = (sizes, {**others, name: values}, MORE_DIGITS)
    return found


def sizes_of(inputs):
    """The sizes of dimensions that inputs without batch axes have."""
<% if told %>
    sizes = {d: n for name, array in inputs.items() for d, n in zip(INPUTS[name][1], array.shape, strict=True)}
<% for dim, text in told.items() %>
    sizes["<$ dim $>"] = <$ text $>
<% endfor %>
    return sizes
<% else %>
    return {d: n for name, array in inputs.items() for d, n in zip(INPUTS[name][1], array.shape, strict=True)}
<% endif %>


CASES = cases()
<% if own %>
for _, inputs, _ in CASES.values():  # what does not matter to <$ of $> does not make its batch larger
    inputs.update({name: array[(0,) * (array.ndim - len(INPUTS[name][1]))] for name, array in inputs.items() if name not in OWN})
<% endif %>


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
        factors = {name: shaken([sizes[d] for d in axes], rng) for name, (_, _, axes) in FORMULAS.items() if name != "<$ of $>"}
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
<% if wrt %>
    for name in WRT:
        found["d", name] = np.full((*batch, *(sizes[d] for d in (*AXES, *INPUTS[name][1]))), np.nan)
    found["d", "bend"] = np.zeros(batch)
<% endif %>
    for at, point in spread(sizes, inputs):
        point.update({("shaken", name): factors[name] for name in factors})
<% if large %>
        values = quantities(point)
<% else %>
        try:
            values = quantities(point)
        except OutOfReach:
            continue
<% endif %>
        for name in FORMULAS:
            found[name][at] = values[name]
<% if wrt %>
<% if hypotheses %>
        if not all(satisfied(formula, arguments, values) for formula, arguments in HYPOTHESES):
            continue
<% endif %>
<% if large %>
        for name, slopes in derivatives(point).items():
            found["d", name][at] = slopes
<% else %>
        try:
            for name, slopes in derivatives(point).items():
                found["d", name][at] = slopes
        except OutOfReach:
            continue
<% endif %>
<% endif %>
    return found


# ------------------------------------------------------------------------------------------------ how to compare


@cache
def parameters(function):
    """The names of the parameters of a function."""
    return tuple(signature(function).parameters)


def call(function, sizes, inputs, *seeds, **options):
    """Call a function, or that kind of <$ of $>, with those sizes and inputs that it takes; a warning is an error."""
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
<% if wrt %>


def sensitivity(case, dtype):
    """What rounding the inputs changes in <$ of $>, per unit of rounding: the sum of |derivative * input|."""
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
<% endif %>


def patiently(check):
    """A test that, where results are off, looks once more with the bound that knows what rounding does on the way."""

    def test(case, dtype):
        try:
            check(case, dtype, False)
        except AssertionError:
            check(case, dtype, True)

    test.__doc__ = check.__doc__
    return test


EACH_CASE = pytest.mark.parametrize(("case", "dtype"), [(c, d) for d in <$ "ERROR" if inputs else "[np.float64]" $> for c in CASES])


# --------------------------------------------------------------------------------------- against the formulas
<% if values %>


@EACH_CASE
@patiently
def test_values(case, dtype, patient):
    """Every function of the module gives what its formula says."""
    sizes, inputs, _ = CASES[case]
    inputs = rounded(inputs, dtype)
    for name, function in FUNCTIONS.items():
<% if skittish %>
        if case.startswith("extreme") and name in <$ skittish|tojson $>:  # which overflow there
            continue
<% endif %>
        own = {n: array for n, array in inputs.items() if n in parameters(function)}
        got = call(function, sizes, own)
        want = truth(case, dtype)[name]
        assert got.shape == (*batch_of(sizes, own), *(sizes[d] for d in FORMULAS[name][2]))
<% if wrt %>
        scale = sensitivity(case, dtype) if name == OF else abs(want) * largest_input(own)
<% else %>
        scale = abs(want) * largest_input(own)
<% endif %>
        scale = np.maximum(scale, rounding(case, dtype)[name]) if patient else scale
        own_dtype = dtype if own else np.float64
        assert_close(np.broadcast_to(got, want.shape), want, own_dtype, scale)  # other inputs may have a larger batch
<% endif %>
<% if wrt %>


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
<% if "grad" in kinds %>


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
<% endif %>
<% endif %>
<% include "pytest/errors.py" %>
<% include "pytest/inputs.py" %>
<% include "pytest/properties.py" %>


def test_examples_of_the_docstrings():
    """What the docstrings show is what comes out."""
    assert doctest.testmod(module).failed == 0
