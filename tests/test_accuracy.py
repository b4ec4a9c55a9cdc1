"""How exact generated code is, in units of the last place, against true values of 60 digits; and what measures it.

What a quantity is held to stands in one table.  Points are drawn alike on every machine; what is measured is NumPy's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from mpmath import mp, mpf

import derive
from derive.accuracy.bounds import Bound, bounds, told
from derive.accuracy.measure import Error, call, errors, measure
from derive.accuracy.points import AHEAD, NORMAL, WIDE, Range, points
from derive.accuracy.truth import Truth, forms
from derive.arithmetic import FLOAT32, FLOAT64, FORMATS, Format, simulate
from derive.arithmetic.elementary import ELEMENTARY, OFF, elementary
from derive.checks.numbers import Point
from derive.compiled import load
from derive.entry import functions
from derive.expr import Ref
from derive.lower import lower
from derive.program import Function, Functions, Program
from derive.targets import numpy as target
from derive.targets import pytest as pytest_target
from derive.targets import runtime
from derive.targets.body import PRIMITIVES

MODELS = frozenset(import_module("derive.arithmetic.simulate").PRIMITIVES)
"""The primitives of which it is known how a machine computes them."""

# ------------------------------------------------------------------------------------------------------- formats


@pytest.mark.parametrize(("form", "dtype"), [(FLOAT64, np.float64), (FLOAT32, np.float32)])
def test_a_format_rounds_as_the_machine_does(form: Format, dtype: type) -> None:
    rng = np.random.default_rng(1)
    with mp.workprec(200), np.errstate(all="ignore"):
        for exponent in range(-1080, 1030, 7):
            for number in (mpf(1), mpf(3) / 2, *(mpf(float(x)) for x in rng.uniform(1, 2, 3))):
                x = mp.ldexp(number, exponent)
                assert form.round(x) == float(dtype(float(x))) or not math.isfinite(form.round(x))
                assert form.round(-x) == -form.round(x)


@pytest.mark.parametrize(
    ("form", "number", "rounded"),
    [
        (FLOAT64, mpf(1) + mp.ldexp(1, -53), 1.0),  # half way, to the even one
        (FLOAT64, mpf(1) + mp.ldexp(3, -53), 1.0 + 2.0**-51),
        (FLOAT64, mp.ldexp(1, -1075), 0.0),
        (FLOAT64, mp.ldexp(3, -1076), 5e-324),
        (FLOAT64, mp.ldexp(1, 1024), math.inf),
        (FLOAT32, mp.ldexp(1, 128), math.inf),
        (FLOAT32, mp.ldexp(1, -149), 2.0**-149),
        (FLOAT32, mp.ldexp(1, -150), 0.0),
    ],
)
def test_rounding_at_the_edges(form: Format, number: Any, rounded: float) -> None:
    assert form.round(number) == rounded


def test_an_error_is_in_units_of_the_last_place() -> None:
    assert FLOAT64.error(1.0 + 2.0**-52, mpf(1)) == 1
    assert FLOAT32.error(1.0 + 2.0**-22, mpf(1)) == 2
    assert FLOAT64.error(1e-323, mp.ldexp(1, -1074)) == 1  # among subnormal numbers the unit no longer shrinks
    assert FLOAT64.error(0.0, mpf(1)) == 2.0**52
    assert FLOAT64.error(math.inf, mpf(10) ** 400) == 0
    assert FLOAT64.error(math.nan, mpf(1)) == math.inf
    assert FLOAT64.lost(0.0, mpf(10) ** -300) and not FLOAT64.lost(0.0, mpf(10) ** -330)
    assert FLOAT64.lost(math.nan, mpf(1)) and FLOAT64.lost(math.inf, mpf(10) ** 300)
    assert not FLOAT64.lost(1e-300, mpf(1)) and not FLOAT64.lost(0.0, mp.ldexp(1, -1074))


# --------------------------------------------------------------------------------------------------- what is measured


@dataclass(frozen=True)
class Module:
    """A generated module, loaded, and what it was made from."""

    functions: Functions
    program: Program
    run: Any


@cache
def module(what: str) -> Module:
    theory = derive.parse(what) if "=" in what else derive.load(what)
    found = functions(theory._entry.engine)
    program = lower(found)
    return Module(found, program, load(target.render(program), program.name)._module)


@dataclass(frozen=True)
class Worst:
    """The largest error, and what was lost."""

    ulp: float
    error: Error
    lost: tuple[Error, ...]

    def at_most(self, ulp: float) -> bool:
        """Asserted with the place."""
        assert self.ulp <= ulp, str(self.error)[:300]
        return True

    def none_lost(self) -> bool:
        """Asserted with the first place."""
        assert not self.lost, f"{len(self.lost)} lost: {self.lost[0]}"[:300]
        return True


def worst(what: str, chosen: Sequence[Point], form: Format, result: tuple[str, str] | None = None) -> Worst:
    """Of one result (kind of function, name) or of all, over these points."""
    made = module(what)

    def wanted(function: Function, name: str) -> bool:
        return result is None or (result == (function.kind, name) and function.of == made.functions.of)

    found = list(errors(made.program, made.run, chosen, form, wanted))
    assert found
    largest = max(found, key=lambda e: e.ulp)
    return Worst(largest.ulp, largest, tuple(e for e in found if e.lost))


def drawn(what: str, within: Range, form: Format, count: int, size: int, binary: bool = False) -> list[Point]:
    """Points for a text; of `binary` ones what lies between 0 and 1 is one of these."""
    made = module(what).functions
    found = points(made, within, form, count, dict.fromkeys(made.theory.dims, size))
    units = {q.name for q in made.theory.arguments if q.type == "Unit"} if binary else set()

    def ends(point: Point) -> Point:
        return Point(point.dims, {k: mpf(int(x > 0.5)) if k[0] in units else x for k, x in point.elements.items()})

    return [ends(point) for point in found]


# ----------------------------------------------------------------------------------------------------------- goals

LOG_SIGMOID = "l = log(1/(1 + exp(-x)))"
OWN = (
    "T: Positive\nt: OneHot[K]\n"
    "y[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)\n"
    "L = -sum(t[i]*log(y[i]) for i in K) + c*log(sum(exp(a[k]/T) for k in K))**2"
)
"""Cross-entropy with a temperature and a penalty, which no rule knows by name."""

TWO, FOUR, SIX = ({FLOAT64: most, FLOAT32: most} for most in (2, 4, 6))
GOALS = (
    # quantity, text, result: kind of function and name, size, count, most ulp
    ("softmax of 10", "softmax", ("value", ""), 10, 60, SIX),
    ("softmax of 1000", "softmax", ("value", ""), 1000, 2, SIX),
    ("log-softmax", "log_softmax", ("value", ""), 10, 60, SIX),
    ("cross-entropy", "softmax_cross_entropy", ("value", ""), 10, 300, SIX),
    ("gradient of cross-entropy", "softmax_cross_entropy", ("grad", "a"), 10, 60, SIX),
    ("derivative of sigmoid", "sigmoid", ("grad", "x"), 1, 300, FOUR),
    ("binary cross-entropy", "binary_cross_entropy", ("value", ""), 1, 300, FOUR),
    ("gradient of binary cross-entropy", "binary_cross_entropy", ("grad", "x"), 1, 300, FOUR),
    ("log-sigmoid", LOG_SIGMOID, ("value", ""), 1, 300, TWO),
    ("softplus", "softplus", ("value", ""), 1, 300, TWO),
)


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize(("what", "result", "size", "count", "most"), [g[1:] for g in GOALS], ids=[g[0] for g in GOALS])
def test_ordinary_inputs(
    what: str, result: tuple[str, str], size: int, count: int, most: Mapping[Format, float], form: Format
) -> None:
    found = worst(what, drawn(what, NORMAL, form, count, size, binary=True), form, result)
    assert found.at_most(most[form]) and found.none_lost()


GOALS_OF_TEN = [(name, what, result) for name, what, result, size, *_ in GOALS if size <= 10]


@pytest.mark.parametrize("within", [AHEAD, WIDE], ids=lambda r: r.name)
@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize(("what", "result"), [g[1:] for g in GOALS_OF_TEN], ids=[g[0] for g in GOALS_OF_TEN])
def test_nothing_is_lost(what: str, result: tuple[str, str], form: Format, within: Range) -> None:
    found = worst(what, drawn(what, within, form, 25, 10, binary=True), form, result)
    assert found.none_lost()


def at(what: str, **values: Any) -> Point:
    """A point: numbers and rows by name; the cotangent and tangents are of both signs and all different."""
    made = module(what).functions
    dims = {
        d: n
        for name, value in values.items()
        for d, n in zip(made.theory.quantities[name].dims, np.shape(value), strict=True)
    }
    for name, of in ((made.bar(made.of), made.of), *((made.dot(w), w) for w in made.wrt)):
        shape = [dims[d] for d in made.theory.quantities[of].dims]
        values[name] = (np.arange(np.prod(shape, dtype=int)) ** 2 * 3 % 7 - 1.75).reshape(shape)
    return Point(dims, {(n, i): mpf(x) for n, v in values.items() for i, x in np.ndenumerate(np.asarray(v, float))})


SPECIAL = (
    0.0, -0.0, 1e-300, -1e-300, 1000.0, -1000.0, 20.0, -20.0, 40.0, -40.0, 80.0, -80.0, 700.0, -700.0, 740.0, -740.0, 745.0,
    -745.0, 5e-324, 1e-8, -1e-8, 0.5, 1e6, -1e6,
)  # fmt: skip
"""Numbers at which careless code fails."""
ROWS = (
    [0.0, 0.0, 0.0], [-0.0, 0.0, 0.0], [1e-300, -1e-300, 0.0], [1000.0, -1000.0, 0.0], [1000.0, 1000.0, 1000.0],
    [0.75, 0.75, 0.75], [20.0, 0.0, 1.0], [40.0, 0.0, 1.0], [80.0, 0.0, 1.0], [-20.0, 0.0, 1.0], [-40.0, 0.0, 1.0],
    [-80.0, 0.0, 1.0], [700.0, 0.0, -40.0], [1e6, 1e6 + 1, 1e6 - 2], [-1e6, -1e6 + 40, -1e6 - 2], [1e6, 1e6 - 40, 1e6 - 80],
    [745.0, 0.0, 0.0], [744.0, 0.0, 0.0],
)  # fmt: skip
"""The same for rows."""


def special(what: str, form: Format) -> list[Point]:
    """The numbers or rows, for every label."""
    arguments = module(what).functions.theory.arguments
    real = next(q for q in arguments if q.type == "Real")
    label = next((q for q in arguments if q.type in ("OneHot", "Unit")), None)
    labels = [{}] if label is None else [{label.name: x} for x in (np.eye(3) if label.dims else (0.0, 1.0))]
    others = {q.name: 1.0 for q in arguments if q not in (real, label)}
    rounded = np.vectorize(lambda x: form.round(mpf(x)))
    rows = ROWS if real.dims else SPECIAL
    return [at(what, **{real.name: rounded(x)}, **given, **others) for x in rows for given in labels]


SIMPLE = (
    # text, results by kind of function and name
    ("sigmoid", ("value", ""), ("grad", "x"), ("vjp", "x"), ("jvp", "")),
    ("softplus", ("value", ""), ("grad", "x"), ("vjp", "x"), ("jvp", "")),
    ("tanh", ("value", ""), ("grad", "x"), ("vjp", "x"), ("jvp", "")),
    (LOG_SIGMOID, ("value", ""), ("grad", "x")),
    ("binary_cross_entropy", ("value", ""), ("grad", "x"), ("vjp", "x"), ("grad", "t")),
    ("softmax", ("value", ""), ("jacobian", "a"), ("vjp", "a"), ("jvp", "")),
    ("log_softmax", ("value", ""), ("jacobian", "a"), ("vjp", "a"), ("jvp", "")),
    ("log_sum_exp", ("value", ""), ("grad", "a"), ("vjp", "a"), ("jvp", "")),
    ("softmax_cross_entropy", ("value", ""), ("grad", "a"), ("vjp", "a"), ("jacobian", "a"), ("jvp", "")),
)
EACH = [(what, result) for what, *results in SIMPLE for result in results]


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize(("what", "result"), EACH, ids=[f"{what.split()[0]} {' '.join(r).strip()}" for what, r in EACH])
def test_nothing_is_lost_at_special_points(what: str, result: tuple[str, str], form: Format) -> None:
    found = worst(what, special(what, form), form, result)
    assert found.none_lost()


@pytest.mark.parametrize("what", ["softmax", "log_softmax", "log_sum_exp", "softmax_cross_entropy"])
def test_one_class(what: str) -> None:
    """With K = 1 there is nothing to round."""
    given = {"label": [1.0]} if what == "softmax_cross_entropy" else {}
    for x in SPECIAL:
        assert worst(what, [at(what, a=[x], **given)], FLOAT64).ulp < 0.5, x


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_infinite_inputs_take_the_limit_if_there_is_one(name: str) -> None:
    run = getattr(module(name).run, name)
    one, none = (1.0, 0.0) if name == "softmax" else (0.0, -np.inf)
    np.testing.assert_array_equal(run([np.inf, 0.0, -1.0]), [one, none, none])
    np.testing.assert_array_equal(run([0.0, -np.inf, -np.inf]), [one, none, none])
    assert np.isnan(run([np.inf, np.inf, 0.0])[:2]).all()
    assert np.isnan(run([np.nan, 0.0, 0.0])).all()


# -------------------------------------------------------------------------------------------------- a formula of one's own


def own(form: Format, temperature: float, penalty: float, chosen: Sequence[Point]) -> list[Point]:
    """The points with the parameters given."""
    fixed = {("T", ()): mpf(temperature), ("c", ()): mpf(form.round(mpf(penalty)))}
    return [Point(p.dims, {**p.elements, **fixed}) for p in chosen]


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize(
    ("result", "temperature", "penalty"),
    [(("value", ""), 1, 0), (("value", ""), 2, 0.001), (("grad", "a"), 1, 0), (("grad", "a"), 2, 0)],
    ids=["value", "value with a penalty", "gradient", "gradient at T = 2"],
)
def test_a_formula_of_ones_own_is_as_exact(
    result: tuple[str, str], temperature: float, penalty: float, form: Format
) -> None:
    """It is held to what cross-entropy is held to."""
    count = 200 if result[0] == "value" else 120
    chosen = own(form, temperature, penalty, drawn(OWN, NORMAL, form, count, 10))
    assert worst(OWN, chosen, form, result).at_most(6)


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize("result", [("value", ""), ("grad", "a")], ids=["value", "gradient"])
def test_nothing_is_lost_of_a_formula_of_ones_own(result: tuple[str, str], form: Format) -> None:
    found = worst(OWN, own(form, 1, 0, special(OWN, form)), form, result)
    assert found.none_lost()


# ------------------------------------------------------------------------------------------------------- the truth


def test_true_values_are_those_of_mpmath() -> None:
    made = module("softmax").functions
    truth = Truth(made, at("softmax", a=[745.0, 0.0, -700.0]))
    y = next(f for f in module("softmax").program.module if f.name == "softmax")
    with mp.workdps(700):
        e = [mp.exp(x) for x in (745, 0, -700)]
        want = [x / sum(e) for x in e]
        for (at_, got), expected in zip(truth.elements(forms(made, y)[""]), want, strict=True):
            assert abs(got - expected) <= expected * mpf(10) ** -55, at_


def test_digits_that_cancel_are_made_up_for() -> None:
    """1 − y of the leading class is e^−1400: it takes many digits to see it."""
    made = module("softmax").functions
    truth = Truth(made, at("softmax", a=[700.0, -700.0]))
    jacobian = next(f for f in module("softmax").program.module if f.kind == "jacobian")
    elements = dict(truth.elements(forms(made, jacobian)["a"]))
    with mp.workdps(60):
        assert abs(elements[0, 0] / mp.exp(-1400) - 1) < mpf(10) ** -50
        assert abs(elements[0, 1] / mp.exp(-1400) + 1) < mpf(10) ** -50


def test_what_has_no_value_is_left_out() -> None:
    made = module("y = log(x)").functions
    assert Truth(made, at("y = log(x)", x=-1.0)).value(Ref("y", ()), {}) is None


# ---------------------------------------------------------------------------------------------- simulated arithmetic

RATIONAL = "y[i] = (a[i] - c)*(a[i] + 3)/(1 + a[i]**2) - sqrt(abs(a[i]))/c\ns = c*sum(y[k] - a[k] for k in K)"
DOT = "s = sum(x[k]*a[k] for k in K)"


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_basic_operations_are_those_of_the_machine(form: Format) -> None:
    """Without a library's functions and products that are summed unrounded, and where order does not matter, nothing differs."""
    made = module(RATIONAL)
    for point in points(made.functions, WIDE, form, 20, {"K": 2}):
        elements = {key: float(x) for key, x in point.elements.items()}
        for function in made.program.module:
            if function.kind == "value":
                (output,) = function.outputs
                got = simulate(function, point.dims, elements, form).result(output)
                want = call(function, made.run, made.functions, [point], form)[""][0]
                assert got == {n: float(want[n]) for n in np.ndindex(np.shape(want))}, function.name


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_dots_are_those_of_the_machine_but_for_products_that_stay_unrounded(form: Format) -> None:
    made = module(DOT)
    for point in points(made.functions, WIDE, form, 20, {"K": 2}):
        elements = {key: float(x) for key, x in point.elements.items()}
        (function,) = (f for f in made.program.module if f.kind == "value")
        (output,) = function.outputs
        (got,) = simulate(function, point.dims, elements, form).result(output).values()
        want = float(call(function, made.run, made.functions, [point], form)[""][0])
        size = sum(abs(elements["x", (n,)] * elements["a", (n,)]) for n in range(2))
        assert abs(got - want) <= 2 * float(np.finfo(form.name).eps) * size


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize("name", sorted(ELEMENTARY.keys() - {"pow", "erf", "gamma"}))
def test_functions_are_no_more_exact_than_numpys(name: str, form: Format) -> None:
    """What is off by no more than the model says may be relied on; so no machine's functions should be worse."""
    rng = np.random.default_rng(4)
    low, high = {"log": (0.01, 50), "log1p": (-0.9, 50), "asin": (-1, 1), "acos": (-1, 1)}.get(name, (-9, 9))
    x = rng.uniform(low, high, 1500).astype(form.name)
    called = {"asin": "arcsin", "acos": "arccos", "atan": "arctan"}.get(name, name)
    numpys = runtime._erfc(x) if name == "erfc" else getattr(np, called)(x)
    most = OFF[form].get(name, OFF[form][""]) + 0.51
    with mp.workprec(120):
        for at, got in zip(x.tolist(), numpys.tolist(), strict=True):
            true = ELEMENTARY[name](mpf(at))
            assert form.error(got, true) <= most, at
            assert form.error(elementary(name, form, at), true) <= most, at


def test_functions_at_the_edges() -> None:
    assert elementary("exp", FLOAT64, 0.0) == 1 and elementary("log", FLOAT64, 1.0) == 0
    assert elementary("exp", FLOAT64, 1e300) == math.inf and elementary("exp", FLOAT64, -math.inf) == 0
    assert elementary("exp", FLOAT32, 89.0) == math.inf and elementary("exp", FLOAT32, -100.0) > 0
    assert elementary("log", FLOAT64, 0.0) == -math.inf and math.isnan(elementary("log", FLOAT64, -1.0))
    assert elementary("tanh", FLOAT32, 50.0) == 1


def test_every_primitive_has_a_model() -> None:
    unknown = PRIMITIVES.keys() - MODELS - ELEMENTARY.keys()
    assert unknown == {"lgamma", "digamma", "polygamma", "close", "at_most", ">", ">="}


# ------------------------------------------------------------------------------------------------------------ bounds

BOUNDED = (
    # text, result by kind of function and name, the largest bound that may be stated
    ("y = 2*x", ("value", ""), 2),
    ("y = exp(x)", ("value", ""), 3),
    ("y = x/(1 + abs(x))", ("grad", "x"), 5),
    ("sigmoid", ("grad", "x"), 5),
    ("softmax", ("value", ""), 8),
    ("softmax_cross_entropy", ("grad", "a"), 8),
    (LOG_SIGMOID, ("value", ""), 4),
)


@pytest.mark.parametrize(("what", "result", "most"), BOUNDED, ids=[f"{b[0]} {b[1][0]}" for b in BOUNDED])
def test_a_bound_is_stated_where_there_is_one(what: str, result: tuple[str, str], most: int) -> None:
    made = module(what)
    found = bounds(made.program)
    (name,) = (f.name for f in made.program.module if (f.kind, f.of) == (result[0], made.functions.of))
    assert 0 < found[name, result[1]].ulp["float64"] <= most
    assert found == bounds(made.program) == bounds(made.program, processes=2)


@pytest.mark.parametrize(
    ("what", "kind", "result"),
    [
        ("f = p*q**2 + sin(p)", "value", ""),
        ("y = x/6 + 1/2", "value", ""),
        ("y = 1 - cos(x)", "value", ""),
        ("s = sum(x[i] for i in K)", "value", ""),
        ("C[i, j] = sum(A[i, k]*B[k, j] for k in N)", "value", ""),
        ("p: Simplex[K]\nq: Simplex[K]\nD = sum(p[i]*log(p[i]/q[i]) for i in K)", "value", ""),
        ("v = sum((x[i] - sum(x[k] for k in K)/K)**2 for i in K)", "value", ""),
        ("log_sum_exp", "value", ""),
        ("log_sum_exp", "jvp", ""),
        ("binary_cross_entropy", "jvp", ""),
        ("y = exp(100*x)", "value", ""),
    ],
)
def test_no_bound_is_stated_where_digits_are_lost(what: str, kind: str, result: str) -> None:
    made = module(what)
    (name,) = (f.name for f in made.program.module if (f.kind, f.of) == (kind, made.functions.of))
    bound = bounds(made.program)[name, result]
    assert not bound.ulp
    assert "digits cancel" in told(bound)


@pytest.mark.parametrize(
    ("what", "alike"), [("softsign", True), ("pairwise_distance", True), ("y = log(1 + exp(x))", False)]
)
def test_float32_is_promised_no_less_an_error_where_the_same_is_computed(what: str, alike: bool) -> None:
    """Points at which one dtype was looked at say something of the other, unless float32 is computed in float64."""
    stated = [bound.ulp for bound in bounds(module(what).program).values() if bound.ulp]
    assert stated and all(ulp["float32"] >= ulp["float64"] for ulp in stated) == alike


def test_a_bound_may_hold_at_0_and_1_only() -> None:
    found = bounds(module("binary_cross_entropy").program)["binary_cross_entropy_grad", "x"]
    assert found.ends and told(found, ["t"]).endswith("where t is 0 or 1")


def test_docstrings_state_bounds_and_tests_hold_the_same() -> None:
    entry = derive.load("softmax")._entry
    bound = entry.bounds["softmax", ""]
    text = next(iter(target.TARGET.files(entry).values()))
    assert f"    Error:\n        {told(bound).capitalize()}.\n" in text
    (tests,) = pytest_target.TARGET.files(entry).values()
    double, single = bound.ulp.values()
    assert f'("value", "y"): ({{np.float64: {double}, np.float32: {single}}}, False)' in tests


def test_what_is_compiled_does_not_wait_for_bounds() -> None:
    assert "  Error:" not in derive.compile("y = exp(x)").source


# ------------------------------------------------------------------------------------------------------ what verify says


def test_what_depends_on_nothing_is_measured_too() -> None:
    what = "c = exp(1)\ny[i] = c*x[i]"
    made = module(what)
    assert {row.name for row in measure(made.program, made.run)} >= {"c", "y", "y_vjp: x"}


def test_a_bound_that_does_not_hold_is_seen() -> None:
    made = module("sigmoid")
    tight = {("sigmoid", ""): Bound({"float64": 0, "float32": 100})}
    rows = {row.name: row for row in measure(made.program, made.run, tight)}
    assert rows["sigmoid"].broken and rows["sigmoid"].table()[-1] == "0, 100: BROKEN"
    assert not any(row.broken for name, row in rows.items() if name != "sigmoid")
    assert not any(row.broken for row in measure(made.program, made.run, bounds(made.program)))


TAILS: Mapping[str, Any] = {
    "y = x*(1 + erf(x/sqrt(2)))/2": lambda x: x * (1 + mp.erf(x / mp.sqrt(2))) / 2,
    "y = 1/2 + erf(x)/2": lambda x: (1 + mp.erf(x)) / 2,
    "y = 1 - erf(-x)": lambda x: 1 + mp.erf(x),
    "y = log(1 + erf(x))": lambda x: mp.log(1 + mp.erf(x)),
    "y = x*(1 + tanh(x))": lambda x: x * (1 + mp.tanh(x)),
    "y = x*(1 - tanh(x))": lambda x: x * (1 - mp.tanh(x)),
}


@pytest.mark.parametrize("text", TAILS)
def test_what_an_error_function_or_a_tangent_lacks_to_one_keeps_its_digits(text: str) -> None:
    made = derive.compile(text)
    with mp.workdps(200):
        for x in (-9.5, -6.5, -3.25, -0.5, 0.75, 4.0):
            true, slope = TAILS[text](mpf(x)), mp.diff(TAILS[text], mpf(x))
            assert abs(made.value(x=x) - true) <= 2e-14 * abs(true), x
            assert abs(made.grad(x=x)["x"] - slope) <= 2e-13 * abs(slope), x
