"""Every kind of term as an array program: its numbers against 50 digits, its shape, its text."""

from __future__ import annotations

import dataclasses
import os
import re
import warnings
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from pathlib import Path
from textwrap import dedent
from typing import Any

import numerics
import numpy as np
import pytest

import derive
from derive import entry, expr
from derive.checks.numbers import Point, evaluate
from derive.compiled import compiled, source
from derive.errors import Unsupported
from derive.expr import Cmp, Diff, Index, Lambda, Ref, substitute
from derive.kernel import Rule
from derive.language import parse_formula, parse_term, parse_theory, unparse
from derive.lower import lower
from derive.lower.scale import scaled
from derive.lower.stabilise import MEANING
from derive.program import Closed, Functions
from derive.rules.stability import STABILITY
from derive.strategy.engine import Engine
from derive.targets.body import PRIMITIVES

Forms = Mapping[str, str]


def functions(
    text: str, vjp: Forms | None = None, jvp: Forms | None = None, jacobian: Forms | None = None, *,
    requires: tuple[str, ...] = (), of: str = "", name: str = "t",
) -> Functions:  # fmt: skip
    """Closed forms from text: `vjp={"a[j]": "…"}`; the axes of a JVP are those of `of` as defined."""
    theory = parse_theory(text, name=name)
    of = of or theory.definitions[-1].name
    quantities = theory.quantities
    seeds = [dataclasses.replace(quantities[of], name=f"{of}_bar")]
    seeds += [dataclasses.replace(q, name=f"{q.name}_dot") for q in quantities.values()]
    known = dataclasses.replace(theory, quantities={**quantities, **{q.name: q for q in seeds}})
    own = next(d for d in theory.definitions if d.name == of).indices

    def base(left: str) -> str:
        return re.match(r"\w+", left)[0]  # type: ignore[index]

    def closed(indices: tuple[Index, ...], right: str) -> Closed:
        return Closed(indices, parse_term(right, known, indices=tuple(dict.fromkeys(indices))))

    def axes(left: str) -> tuple[Index, ...]:
        names = re.findall(r"\w+", left)[1:]
        return tuple(Index(n, d) for n, d in zip(names, quantities[base(left)].dims, strict=True))

    return Functions(
        theory, of, tuple(map(base, vjp or {})),
        {base(w): closed(axes(w), r) for w, r in (vjp or {}).items()},
        {base(w): closed(own, r) for w, r in (jvp or {}).items()},
        {base(w): closed((*own, *axes(w)), r) for w, r in (jacobian or {}).items()},
        tuple(parse_formula(r, theory) for r in requires),
    )  # fmt: skip


def sample(kind: str, shape: tuple[int, ...], random: np.random.Generator) -> Any:
    x = random.normal(size=shape)
    positive = np.exp(0.5 * x)
    match kind:
        case "Positive" | "NonNegative":
            return positive
        case "Unit":
            return 1 / (1 + positive)
        case "Binary":
            return (x > 0).astype(float)
        case "Simplex":
            return positive / positive.sum(axis=-1, keepdims=True)
        case "OneHot":
            return np.eye(shape[-1])[random.integers(shape[-1], size=shape[:-1])]
    return x


SIZES = {"K": 3, "M": 2, "N": 4, "I": 3, "J": 2}


def exact(f: Functions, inputs: Mapping[str, Any], quantity: str) -> Any:
    """The quantity at 50 digits, for inputs without batch axes."""
    definition = next(d for d in f.theory.definitions if d.name == quantity)
    sizes = {d: SIZES.get(d, 3) for d in f.theory.dims}
    point = Point.of(sizes, {n: np.asarray(v).tolist() for n, v in inputs.items()})
    shape = tuple(sizes[i.dim] for i in definition.indices)
    found = np.empty(shape)
    for at in np.ndindex(*shape):
        found[at] = float(
            evaluate(Ref(quantity, definition.indices), f.theory, point, dict(zip(definition.indices, at, strict=True)))
        )
    return found


VALUES = (
    "y[i] = exp(a[i])/sum(exp(a[k]) for k in K)",
    "y[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)",
    "T: Positive\nb: Real[K]\ny[i] = exp(a[i]/T + b[i])/sum(exp(a[k]/T + b[k]) for k in K)\nL[i] = log(y[i])",
    "e[i] = exp(a[i])\nZ = sum(e[k] for k in K)\ny[i] = e[i]/Z\nl[i] = log(y[i])",
    "label: OneHot[K]\ny[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nL = -sum(label[i]*log(y[i]) for i in K)",
    "u = 1 + exp(-x)\nsigma = 1/u\np = 1 - sigma",
    "t: Binary\ns = 1/(1 + exp(-x))\nL = -(t*log(s) + (1 - t)*log(1 - s))",
    "L = log(sum(exp(a[k]) for k in K))",
    "L = log(sum(w[k]**2*exp(a[k]) for k in K))",
    "y = log(1 + exp(x))",
    "y = (exp(x) - exp(-x))/(exp(x) + exp(-x))",
    "y = 2/(1 + exp(-2*x)) - 1",
    "y = log(exp(x) + exp(z))",
    "y = log(cosh(x))",
    "y[i] = exp(a[i])/sum(exp(a[k]) for k in K if k != i)",
    "y[i] = log(exp(a[i])/sum(exp(a[k]) for k in K if k != i))",
    "m = sum(w[k]*exp(a[k]) for k in K)/sum(exp(a[k]) for k in K)",
    "y = exp(x)/(1 + exp(x))**2 + exp(-z)/(1 + exp(-z))**2",
    "W: Real[M, N]\ny[i] = sum(W[i, j]*x[j] for j in N) + b[i]",
    "W: Real[M, N]\ny[j] = sum(W[i, j]*x[i] for i in M)",
    "A: Real[M, K]\nB: Real[K, N]\nC[i, j] = sum(A[i, k]*B[k, j] for k in K)",
    "A: Real[K, M]\nB: Real[N, K]\nC[j, i] = sum(A[k, i]*B[j, k] for k in K)",
    "A: Real[K, K]\nC[i, j] = sum(A[i, k]*A[j, k] for k in K) + A[j, i]",
    "A: Real[K, K]\nd[i] = A[i, i]\nt = sum(A[i, i] for i in K)",
    "A: Real[I, J, K]\nB[k, i, j] = A[i, j, k]*2",
    "A: Real[K, K]\nq = sum(sum(x[i]*A[i, j]*x[j] for j in K) for i in K)",
    "mu = sum(x[i] for i in K)/K\nv = sum((x[i] - mu)**2 for i in K)/K\ny[i] = g[i]*(x[i] - mu)/sqrt(v + 1/100) + b[i]",
    "y = max(x[i] for i in K) - min(x[i] for i in K)",
    "y[i] = delta(i, argmax(x[k] for k in K))",
    "y = x[argmax(z[k] for k in K)] if 0 < 1 else 0" if False else "y[i] = x[i]*delta(i, argmax(x[k]*x[k] for k in K))",
    "y[i] = x[i] if x[i] > 0 else 0",
    "y[i] = 1 if x[i] > 0 else 0",
    "y[i] = x[i] if x[i] > 0 and x[i] < 1 else exp(x[i]) - 1",
    "y[i] = x[i]**2 + x[i]**3 - 1/x[i]**2 + x[i]**-1",
    "x: Positive[K]\ny[i] = x[i]**(1/2) + x[i]**(3/2) + x[i]**p + 2**x[i]",
    "y = prod(x[i] for i in K)",
    "y[i] = prod(x[k] for k in K if k != i)",
    "y = sum(c for k in K) + K*prod(c for k in K) + max(c for k in K)",
    "y[i] = sum(c for k in K if k != i) + sum(1 for k in K if x[k] > 0)",
    "y = sum(x[i]*z[j] for i in K for j in N)",
    "y[i, j] = x[i]*delta(i, j) - x[j]",
    "v[i] = c\ny = sum(v[k] for k in K)",
    "v[i, j] = x[j] - 1\ny[i] = sum(v[i, j]*z[i] for j in N)",
    "y[j] = sum(sum(x[k]*delta(k, j) for k in K)*x[l] for l in K)",
    "y = sin(x) + cos(x) + tan(x) + sinh(x) + cosh(x) + tanh(x) + atan(x) + abs(x) + sign(x) + floor(x)",
    "x: Unit\ny = asin(x) + acos(x) + sqrt(x)",
    "x: Positive\ny = erf(x) + gamma(x) + lgamma(x) + digamma(x) + polygamma(1, x) + polygamma(3, x)",
    "y = max(x, 1) + min(x, z) + pi*sqrt(2) + exp(1) + 1/3",
    "p: Simplex[K]\nH = -sum(p[i]*log(p[i]) for i in K)",
    "p: Simplex[K]\nq: Simplex[K]\nD = sum(p[i]*log(p[i]/q[i]) for i in K)",
    "y = log(1 + x**2) + exp(z) - 1",
    "Q: Real[M, K]\nX: Real[N, K]\nV: Real[N, J]\ns[i, j] = sum(Q[i, k]*X[j, k] for k in K)/sqrt(K)\n"
    "p[i, j] = exp(s[i, j])/sum(exp(s[i, l]) for l in N)\no[i, v] = sum(p[i, j]*V[j, v] for j in N)",
    "x: Positive[K]\ny = log(prod(x[k] for k in K))",
    "y[i] = x[i]**2 if i != argmax(x[k] for k in K) else 0" if False else "y[i] = sum(x[k]**2 for k in K if k != i and x[k] > 0)",
    "y = log(exp(-x**2/2)/sqrt(2*pi))",
)  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_values_agree_with_50_digits_for_every_batch_element_and_dtype(text: str) -> None:
    f = functions(text)
    made = compiled(f)
    random = np.random.default_rng(7)
    sizes = {d: SIZES.get(d, 3) for d in f.theory.dims}
    used = {q.name for q in f.theory.inputs}
    single = {q.name: sample(q.type, tuple(sizes[d] for d in q.dims), random) for q in f.theory.inputs}
    batched = {q.name: sample(q.type, (2, *(sizes[d] for d in q.dims)), random) for q in f.theory.inputs}
    of = f.of
    missing = {d: sizes[d] for d in f.theory.dims if not any(d in q.dims for q in f.theory.inputs)}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        value = made.value(**single, **missing)
        many = made.value(**batched, **missing)
        small = made.value(**{n: np.float32(v) for n, v in single.items()}, **missing)
    expected = exact(f, single, of)
    assert value.shape == expected.shape and value.dtype == np.float64
    np.testing.assert_allclose(value, expected, rtol=3e-14, atol=1e-14)
    assert small.dtype == np.float32 and small.shape == expected.shape
    np.testing.assert_allclose(small, expected, rtol=3e-5, atol=1e-5)
    assert many.shape == ((2,) if used else ()) + expected.shape
    for n in range(2):
        np.testing.assert_allclose(many[n], exact(f, {k: v[n] for k, v in batched.items()}, of), rtol=3e-14, atol=1e-14)


# ------------------------------------------------------------------------------------------------- what is stable

STABLE = {
    "y[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)": {"shift_ratio"},
    "e[i] = exp(a[i])\nZ = sum(e[k] for k in K)\ny[i] = e[i]/Z\nl[i] = log(y[i])": {"shift_ratio", "shift_log_ratio"},
    "l[i] = a[i] - log(sum(exp(a[k]) for k in K))": {"shift_log_difference"},
    "s = log(sum(exp(a[k]) for k in K))\ny[i] = exp(a[i] - s)": {"shift_log_sum", "exp_of_log_below", "shift_ratio"},
    "y = log(sum(w[k]**2*exp(a[k]) for k in K))": {"shift_log_weighted"},
    "y = log(sum(exp(a[k]) for k in K if a[k] > 0))": {"shift_log_sum_where"},
    "m = sum(w[k]*exp(a[k]) for k in K)/sum(exp(a[k]) for k in K)": {"shift_mean"},
    "y[i] = exp(a[i])/sum(w[k]*exp(a[k]) for k in K)": {"shift_weighted_ratio"},
    "y[i] = exp(a[i])/(1 + sum(exp(a[k]) for k in K))": {"shift_quotient"},
    "y = exp(a)/(exp(a) + exp(b) + exp(c))": {"shift_quotient"},
    "y = log(2 + exp(x))": {"shift_log"},
    "u = 1 + exp(-x)\nsigma = 1/u\np = 1 - sigma": {"sigmoid", "one_minus_sigmoid", "sigmoid_mirrored"},
    "u = 1 + exp(-x)\ny = -z/u**2*(-exp(-x))": {"sigmoid_slope"},
    "s = 1/(1 + exp(-x))\ny = z*exp(-x)*s**2": {"sigmoid", "sigmoid_slope_product"},
    "y = x*exp(x)/(1 + exp(x))": {"sigmoid_quotient", "sigmoid"},
    "y = exp(a)/(exp(a) + exp(b))": {"two_exponentials", "sigmoid_mirrored"},
    "y = log(1 + exp(x))": {"softplus"},
    "s = 1/(1 + exp(-x))\ny = log(s)\nz = log(1 - s)": {"sigmoid", "log_of_inverse", "softplus"},
    "y = log(exp(a) + exp(b))": {"log_add_exp"},
    "y = log(cosh(x))": {"log_cosh"},
    "y = (exp(x) - exp(-x))/(exp(x) + exp(-x))\nz = 1 - y**2": {"tanh_quotient", "sech_square"},
    "y = log(exp(-x**2/2)/sqrt(2*pi))": {"log_of_quotient", "log_of_exp"},
    "x: Positive[K]\ny = log(prod(x[k] for k in K))": {"log_of_prod"},
    "x: Positive\ny = log(x/3) + log(2*x)": set(),
    "y = log(x)*exp(x) + exp(x)/x": set(),
    "y[i, j] = exp(a[i])*exp(a[j])": set(),
}  # fmt: skip


@pytest.mark.parametrize("text", STABLE)
def test_forms_are_recognised_wherever_their_parts_are_defined(text: str) -> None:
    assert set(lower(functions(text)).rules) >= STABLE[text]
    assert STABLE[text] or not lower(functions(text)).rules


@pytest.mark.parametrize("text", [t for t in STABLE if STABLE[t]])
def test_large_exponents_do_no_harm(text: str) -> None:
    """With exponents of ±800 the value is what 50 digits say, where float64 holds that."""
    f = functions(text)
    made = compiled(f)
    for size in (800.0, -800.0):
        inputs = {q.name: np.array([size, size - 1, -size] if q.dims else size) for q in f.theory.inputs}
        inputs |= {
            q.name: np.abs(inputs[q.name]) for q in f.theory.inputs if q.type == "Positive" or q.name in ("T", "w")
        }
        try:
            expected = exact(f, inputs, f.of)
        except (ArithmeticError, OverflowError):
            continue
        with np.errstate(all="raise"), warnings.catch_warnings():
            warnings.simplefilter("error")
            np.testing.assert_allclose(made.value(**inputs), expected, rtol=1e-12, atol=1e-300)


def test_every_entry_is_an_equation_that_numbers_confirm() -> None:
    random = np.random.default_rng(4)
    for stability in STABILITY:
        rule = stability.rule
        texts = {s: unparse(getattr(rule, s)).replace("P[k]", "k != 0") for s in ("left", "right")}
        names = sorted({n for side in (rule.left, rule.right) for n in expr.names(side)} - {"P"})
        for _ in range(3):
            sides = []
            values = {n: abs(random.normal(size=3)) + 0.1 if n in "vfw" else abs(random.normal()) + 0.1 for n in names}
            for side in (rule.left, rule.right):
                term = substitute(
                    side, quantities={"P": Lambda((Index("k", "K"),), Cmp("!=", Index("k", "K"), Index("z", "K")))}
                )
                scalar = {n: float(np.ravel(v)[0]) if _is_plain(rule, n) else v for n, v in values.items()}
                theory = parse_theory("nothing = 0")
                point = Point.of({"K": 3}, {n: np.asarray(v).tolist() for n, v in scalar.items()})
                sides.append(evaluate(term, theory, point, {Index("z", "K"): 1, Index("i", "K"): 2}))
            assert abs(sides[0] - sides[1]) < 1e-40, (rule.name, texts)


def _is_plain(rule: Rule, name: str) -> bool:
    """Whether a variable of a rule has no indices."""
    refs = [n for side in (rule.left, rule.right) for n in expr.subterms(side) if isinstance(n, Ref) and n.name == name]
    return not refs[0].indices


def test_primitives_are_what_they_mean() -> None:
    from derive.targets import runtime

    code = {
        "below": runtime._below,
        "peak": runtime._peak,
        "raised": runtime._raised,
        "times_exp": runtime._times_exp,
        "times_log": runtime._times_log,
        "over": runtime._over,
        "exp_below": runtime._exp_below,
        "log1pexp": runtime._log1pexp,
        "pinball": runtime._pinball,
        "log1p": np.log1p,
        "expm1": np.expm1,
        "erfc": runtime._erfc,
    }
    assert code.keys() == MEANING.keys() and MEANING.keys() <= PRIMITIVES.keys()
    given = np.random.default_rng(1).normal(size=(3, 50)) + 3
    for name, meaning in MEANING.items():
        theory = parse_theory(f"z = {meaning}")
        args = given[: len(theory.inputs)]
        values = [
            float(evaluate(Ref("z"), theory, Point.of({}, dict(zip("uvw", map(float, each), strict=False)))))
            for each in zip(*args, strict=True)
        ]
        np.testing.assert_allclose(code[name](*args), values, rtol=1e-14)


@pytest.mark.parametrize("name", ["erf", "erfc", "gamma", "lgamma", "digamma", "polygamma"])
def test_special_functions_agree_with_50_digits(name: str) -> None:
    import mpmath

    from derive.targets import runtime

    x = np.array([1e-3, 0.3, 1.0, 1.4616, 2.5, 9.0, 12.0, 1e5 if name != "gamma" else 20.0])
    function, exactly = getattr(runtime, f"_{name}"), {"lgamma": mpmath.loggamma, "polygamma": mpmath.polygamma}
    for order in (1, 2, 5) if name == "polygamma" else (None,):
        args = () if order is None else (order,)
        wanted = [float(exactly.get(name, getattr(mpmath, name, None))(*args, mpmath.mpf(v))) for v in x]
        np.testing.assert_allclose(function(*args, x), wanted, rtol=1e-13, atol=1e-15)
        assert function(*args, x.astype(np.float32)).dtype == np.float32 and np.isnan(function(*args, np.nan))
        assert function(*args, 2.0).shape == () and function(*args, np.zeros((0, 2))).shape == (0, 2)


# ------------------------------------------------------------------------------------------------- what is refused


def test_what_no_array_computes_is_refused() -> None:
    theory = functions("y = x**2").theory
    unevaluated = Functions(theory, "y", ("x",), *({"x": Closed((), Diff(Ref("y"), Ref("x")))},) * 3)
    with pytest.raises(Unsupported, match="derivative"):
        lower(unevaluated)
    with pytest.raises(Unsupported, match="neither"):
        lower(Functions(theory, "y", ("x",), *({"x": Closed((), Ref("stranger"))},) * 3))


def test_the_same_program_on_every_run() -> None:
    import subprocess
    import sys

    program = (
        "import sys; sys.path.insert(0, 'tests'); from test_lower import functions, VALUES; from derive.compiled import source;"
        "import hashlib; print(hashlib.sha256(''.join(source(functions(t)) for t in VALUES).encode()).hexdigest())"
    )
    runs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program]
        root = Path(__file__).parent.parent
        runs.add(subprocess.run(command, env=environment, capture_output=True, check=True, cwd=root).stdout)
    assert len(runs) == 1


def test_long_chains_of_definitions_are_no_problem() -> None:
    text = "x0 = a/2\n" + "\n".join(f"x{n} = 1/(1 + exp(-x{n - 1}))" for n in range(1, 60)) + "\ny = log(1 - x59)"
    assert abs(compiled(functions(text)).value(a=0.3) - exact(functions(text), {"a": 0.3}, "y")) < 1e-15


def test_reduced_axes_stay_where_every_use_repeats_them() -> None:
    text = source(functions("y[i] = exp(a[i])/sum(exp(a[k]) for k in K)", name="softmax"))
    assert '    e, total, _ = _exps(a, out.get("y"))\n    return np.divide(e, _beside(total, e), out=e)\n' in text
    assert "shift of all exponents cancels" in text and "_times_log" not in text


# ------------------------------------------------------------------------------------- no digits are lost by subtraction


@pytest.mark.parametrize("check", numerics.CHECKS, ids=lambda c: c.__name__)
def test_helpers_keep_their_digits(check: Callable[[Any], None]) -> None:
    from derive.targets import runtime

    with np.errstate(all="ignore"):
        check(runtime)


def test_sums_of_short_rows() -> None:
    from derive.targets.runtime import _sum

    for shape in ((2000, 3), (5, 1000), (4,), (3, 0), (0, 3)):
        x = np.random.default_rng(0).normal(size=shape)
        for given in (x, np.asfortranarray(x), x.astype(np.float32)):
            np.testing.assert_allclose(_sum(given), x.sum(axis=-1), atol=1e-12 if given.dtype == x.dtype else 1e-3)
            assert _sum(given).dtype == given.dtype


def test_a_matrix_that_all_rows_share_is_multiplied_once() -> None:
    from derive.targets.runtime import _matvec, _sum_outer

    random = np.random.default_rng(0)
    rows, columns, shared = random.normal(size=(4, 5, 3)), random.normal(size=(5, 2)), random.normal(size=(3, 2))
    many = random.normal(size=(4, 5, 3, 2))
    np.testing.assert_allclose(_matvec(shared, columns), np.einsum("ij,bj->bi", shared, columns))
    np.testing.assert_allclose(_matvec(many, columns), np.einsum("abij,bj->abi", many, columns))
    assert _matvec(shared, columns[0]).shape == (3,)
    outer = rows[..., None] * columns[..., None, :]
    np.testing.assert_allclose(_sum_outer(rows, columns, (3, 2)), outer.sum(axis=(0, 1)))
    np.testing.assert_allclose(_sum_outer(rows, columns, (5, 3, 2)), outer.sum(axis=0))
    np.testing.assert_allclose(_sum_outer(rows[0, 0], columns[0], (3, 2)), outer[0, 0])


def test_windows_are_the_elements_at_shifted_positions_and_0_beside_them() -> None:
    from derive.targets.runtime import _windows

    random = np.random.default_rng(0)
    x = random.normal(size=(2, 5, 3))
    cases = [(1, 1, 0), (1, -1, 0), (-1, 1, 0), (2, 1, -1), (-2, 3, 4), (1, 1, 7), (1, 1, -7), (-1, -1, 4), (1, 2, -2)]
    for axis in (-1, -2, -3):
        for one, two, offset in cases:
            for shape in ((4, 3), (1, 1), (3, 6), (0, 2)):
                got = _windows(x, axis, shape, (one, two), offset)
                want = np.zeros((*x.shape[:axis], *shape, *x.shape[axis:][1:]))
                for p in np.ndindex(shape):
                    at = one * p[0] + two * p[1] + offset
                    if 0 <= at < x.shape[axis]:
                        np.moveaxis(want, (axis - 1, axis), (0, 1))[p] = np.moveaxis(x, axis, 0)[at]
                np.testing.assert_array_equal(got, want)
        assert _windows(x, axis, (4,), (1,), 1).shape == (*x.shape[:axis], 4, *x.shape[axis:][1:])


SHIFTED = {
    "y[i] = sum(w[k]*x[i + k] for k in K)": (
        "_windows(x, -1, (K, N), (1, 1), 0)",
        "_windows(y_bar, -1, (K, length), (-1, 1), 0)",
    ),
    "x: Real[N]; y[i] = sum(w[k]*x[i - k] for k in K)": ("_windows(x, -1, (K, N), (-1, 1), 0)",),
    "y[i] = sum(w[k]*x[2*i + k] for k in K)": ("_windows(x, -1, (K, N), (1, 2), 0)",),
    "y[i] = sum(w[k]*x[i + 2*k] for k in K)": ("_windows(x, -1, (N, K), (1, 2), 0)",),
    "x: Real[N]; y[i] = x[i - 1] - 2*x[i] + x[i + 1]": ("_windows(x, -1, (N,), (1,), -1)",),
    "x: Real[C, N + K - 1]; y[o, i] = sum(w[o, c, k]*x[c, i + k] for c in C for k in K) + b[o]": (
        "_windows(x, -1, (N, K)",
    ),
    "x: Real[H + A - 1, W + B - 1]; k: Real[A, B]; y[i, j] = sum(k[a, b]*x[i + a, j + b] for a in A for b in B)": (
        "_windows(_windows(",
    ),
    "x: Real[N]; w: Real[K]; u: Real[N]; y[i] = sum(w[k]*exp(x[i + k]) for k in K) + u[i]": ("_windows(np.exp(x)",),
    "y[i] = sum(w[k]*x[i + k] for k in K); L = sum((y[i] - t[i])**2 for i in N)/N": ("_windows",),
    "y[i] = max(0, sum(w[k]*x[i + k] for k in K) + b)": ("_windows",),
    "w: Real[K]; y[i] = max(x[2*i + k] for k in K) + sum(w[k] for k in K)": ("_windows(x, -1, (K, N), (1, 2), 0)",),
    "w: Real[K]; y[i] = log(sum(exp(x[i + k] + w[k]) for k in K))": ("_windows",),
    "u[i] = sum(w[k]*x[i + k] for k in K); h[i] = tanh(u[i]); y[j] = sum(v[l]*h[j + l] for l in P)": ("_windows",),
    "x: Real[N + 1]; c: Real[N]; L = sum(c[i]*(x[i + 1] - x[i])**2 for i in N)": ("_windows",),
    "x: Real[N]; z: Real[K]; r[k] = sum(x[i]*x[i + k] for i in N)*z[k]": ("_windows(x, -1, (N, K), (1, 1), 0)",),
    "x: Real[N]; t: Real[M]; y[i] = sum(t[i - j + 3]*x[j] for j in N)": ("_windows(t, -1,",),
}
"""Formulas with shifted indices, and what their modules hold; none of them has a loop."""


@pytest.mark.parametrize("text", SHIFTED)
def test_shifted_elements_are_windows_into_arrays(text: str) -> None:
    """Values and derivatives beside what the definitions give, element by element, and beside differences."""
    theory = derive.parse(text)
    of, f = theory.data.definitions[-1].name, derive.compile(theory)
    assert all(part in f.source for part in SHIFTED[text])
    public = f.source.partition("\ndef _require(")[0].partition("\ndef _rows(")[0]
    assert not re.search(r"^    for ", public, re.MULTILINE)
    random = np.random.default_rng(1)
    for turn in range(3):
        sizes = theory.data.sized({d: (4 + turn, 3, 2)[n % 3] if turn else 1 for n, d in enumerate(theory.data.dims)})
        given = {q.name: random.normal(size=[sizes[d] for d in q.dims]) for q in theory.data.arguments}
        value = f.value(**given)
        definition = theory.data.definitions[-1]
        point = Point.of(sizes, {name: _nested(array) for name, array in given.items()})
        for at in np.ndindex(np.shape(value)):
            env = dict(zip(definition.indices, at, strict=True))
            want = float(evaluate(Ref(of, definition.indices), theory.data, point, env))
            assert value[at] == pytest.approx(want, rel=1e-12, abs=1e-12)
        tangents = {name: random.normal(size=array.shape) for name, array in given.items()}
        ends = [f.value(**{n: a + h * tangents[n] for n, a in given.items()}) for h in (-1e-6, 1e-6)]
        change = f.jvp(tangents, **given)
        np.testing.assert_allclose(change, (ends[1] - ends[0]) / 2e-6, rtol=1e-5, atol=1e-6)
        cotangent = random.normal(size=np.shape(value))
        back = f.vjp(cotangent, **given)
        assert sum((back[n] * tangents[n]).sum() for n in back) == pytest.approx((cotangent * change).sum())
        slopes = f.jacobian(**given)
        for name in back:
            along = tuple(range(np.ndim(value)))
            np.testing.assert_allclose(np.tensordot(cotangent, slopes[name], (along, along)), back[name], atol=1e-12)


def _nested(array: Any) -> Any:
    return tuple(map(_nested, array)) if np.ndim(array) else Fraction(float(array))


def test_lengths_that_do_not_fit_are_refused() -> None:
    f = derive.compile("x: Real[N + K - 1]; w: Real[K]; b: Real[N]; y[i] = sum(w[k]*x[i + k] for k in K) + b[i]")
    with pytest.raises(ValueError, match=r"^x: axis N\+K-1 has length 5, but b says N = 3, w says K = 2$"):
        f.value(x=np.ones(5), w=np.ones(2), b=np.ones(3))
    g = derive.compile("x: Real[2*N + K - 2]; w: Real[K]; y[i] = sum(w[k]*x[2*i + k] for k in K)")
    with pytest.raises(ValueError, match=r"^x: axis 2\*N\+K-2 has length 6, but "):
        g.value(x=np.ones(6), w=np.ones(3))
    h = derive.compile("x: Real[N + K - 1]; y[i] = sum(x[i + k] for k in K)/K")
    assert h.value(x=np.arange(4.0), K=2).tolist() == [0.5, 1.5, 2.5]
    with pytest.raises(ValueError, match=r"^x: axis N\+K-1 has length 4, but "):
        h.value(x=np.arange(4.0), K=7)


LOST = (
    "y[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nl[i] = log(y[i])",
    "y[i] = exp(a[i]/2)/sum(exp(a[k]/2) for k in K)\nz[i] = 1 - y[i]",
    "z = log(1 + sum(exp(a[k]) for k in K))",
    "t: OneHot[K]\ny[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nL = -sum(t[i]*log(y[i]) for i in K)",
)
"""Values and gradients that are tiny where one of several exponentials is nearly all."""


@pytest.mark.parametrize("text", LOST)
@pytest.mark.parametrize("lead", [20.0, 40.0, -40.0])
def test_nothing_is_lost_where_one_exponential_leads(text: str, lead: float) -> None:
    theory = functions(text)
    given = {"a": np.array([-41.0, lead, -42.5])}
    if "t:" in text:
        given["t"] = np.array([0.0, 1.0, 0.0])
    true = exact(theory, given, theory.of)
    assert (true != 0).all()
    np.testing.assert_allclose(compiled(theory).value(**given), true, rtol=1e-14)


def test_steps_that_nothing_else_needs_are_one_function() -> None:
    (value,) = lower(functions("y = log(1 + exp(x))")).module
    (both,) = lower(functions("y[i] = log(1 + exp(x[i]))*exp(-abs(x[i]))")).module
    assert [v.data[0] for v in value.values if v.op == "map"] == ["log1pexp"]
    assert all(v.data[0] != "log1pexp" for v in both.values if v.op == "map")
    for x in (np.float32(-30), np.linspace(-90, 90, 50, dtype=np.float32)):
        found = compiled(functions("y = log(1/(1 + exp(-x)))")).value(x=x)
        assert found.dtype == np.float32
        np.testing.assert_allclose(found, -np.logaddexp(0, -x.astype(float)), rtol=1e-7, atol=1e-44)


SEEN = (
    ("y[i] = exp(a[i])/sum(exp(a[k]) for k in K)", False),
    ("y[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nl[i] = log(y[i])", False),
    ("L = sum(w[k]*exp(a[k]) for k in K)/sum(exp(a[k]) for k in K)", False),
    ("L = log(sum(exp(a[k]) for k in K))", False),
    ("w: Positive[K]\nL = log(sum(w[k]*exp(a[k]) for k in K))", True),
    ("m: Binary[K]\ny[i] = exp(a[i])/sum(m[k]*exp(a[k]) for k in K)", True),
)


@pytest.mark.parametrize(("text", "seen"), SEEN)
def test_a_shift_is_left_to_the_numbers_where_nothing_sees_it(text: str, seen: bool) -> None:
    values = lower(functions(text)).module[0].values
    assert any(v.op == "exps" for v in values) != seen


ODDS = (
    ("y = 1/(1 + exp(-x))", True),
    ("y[i] = a[i]/(1 + exp(-a[i]))", True),
    ("y[i] = exp(a[i])/(1 + exp(a[i]))*(1/(1 + exp(a[i])))", True),
    ("y = 1/(1 + exp(-x))*log(1 + exp(x))", True),
    ("y = log(1 + exp(x))*log(1 + exp(-x))", True),
    ("y = log(1 + exp(x))", False),
    ("y = exp(-abs(x))", False),
    ("y = exp(-abs(x))/(1 + exp(-abs(x)))", False),
)


@pytest.mark.parametrize(("text", "chosen"), ODDS)
def test_nothing_chooses_by_sign_where_only_odds_are_seen(text: str, chosen: bool) -> None:
    theory = functions(text)
    values = lower(theory).module[0].values
    assert any(v.op == "odds" for v in values) == chosen
    assert not chosen or not any(v.data[:1] == ("where",) for v in values)
    name, dims = next((q.name, q.dims) for q in theory.theory.inputs)
    far = 30 if "log" in text else 745  # beyond, 60 digits are too few for the logarithm
    for given in (np.linspace(-30, 30, 60), np.linspace(-far, far, 60), np.array([0.0, -0.0, 1e-300, far])):
        rows = np.resize(given, (20, 3)) if dims else given
        true = np.array([exact(theory, {name: row}, theory.of) for row in rows], dtype=float)
        np.testing.assert_allclose(compiled(theory).value(**{name: rows}), true, rtol=1e-14, atol=1e-320)
    if text == "y = 1/(1 + exp(-x))":
        assert compiled(theory).value(**{name: [np.inf, -np.inf]}).tolist() == [1, 0]


WEIGHTED = (
    # text, whether it takes one logarithm
    ("t: Unit\nL = t*log(1 + exp(-x)) + (1 - t)*log(1 + exp(x))", True),
    ("t: Unit\nL = (1 - t)*log(1 + exp(-x)) + t*log(1 + exp(x))", True),
    ("t: Unit\ns = 1/(1 + exp(-x))\nL = -(t*log(s) + (1 - t)*log(1 - s))", True),
    ("t: Unit\nu: NonNegative\nL = u*t*log(1 + exp(-x)) + (1 - t)*log(1 + exp(x))", True),
    ("t: Unit\nu: Positive\nL = u*log(1 + exp(x)) + (3*u + t)*log(1 + exp(-x))", True),
    ("t: Unit\ns = 1/(1 + exp(-x))\nL = t*log(1 + exp(-x)) + (1 - t)*log(1 + exp(x)) + s", True),
    ("L = t*log(1 + exp(-x)) + (1 - t)*log(1 + exp(x))", False),
    ("u: NonNegative\nL = u*log(1 + exp(-x)) + (1 - u)*log(1 + exp(x))", False),
    ("t: Unit\nu: Positive\nL = t*log(1 + exp(-x)) + u*log(1 + exp(a))", False),
    ("t: Unit\np = log(1 + exp(x))\nq = log(1 + exp(-x))\nL = (t*q + (1 - t)*p)/(p*q)", False),
)


@pytest.mark.parametrize(("text", "one"), WEIGHTED)
def test_two_logarithms_are_one_where_no_term_is_negative(text: str, one: bool) -> None:
    theory = functions(text)
    values = lower(theory).module[0].values
    assert any(v.data == ("pinball",) for v in values) == one
    assert not one or len([v for v in values if v.op == "softplus" or v.data == ("log1p",)]) == 1
    for x in (-30.0, -2.0, -1e-300, 0.0, 0.5, 25.0):
        for t, u in product((0.0, 2**-30, 0.25, 1.0), (0.0, 0.125, 3.0)):
            point = {n: v for n, v in {"x": x, "t": t, "u": u, "a": 0.5}.items() if n in theory.theory.quantities}
            true = float(exact(theory, point, theory.of))
            np.testing.assert_allclose(compiled(theory).value(**point), true, rtol=2e-15, atol=1e-320)
    if "a" not in theory.theory.quantities and one:
        far = {"x": [np.inf, -np.inf, np.inf], "t": [1.0, 0.0, 0.5], "u": 1.0}
        found = compiled(theory).value(**{n: v for n, v in far.items() if n in theory.theory.quantities})
        assert found[2] == np.inf and not np.isnan(found).any()


@pytest.mark.parametrize(("difference", "turned"), [("q - p", True), ("p - q", False)])
def test_the_same_weight_of_both_logarithms_is_one_product(difference: str, turned: bool) -> None:
    theory = functions(f"p = log(1 + exp(x))\nq = log(1 + exp(-x))\ny = u*({difference})")
    assert not any(v.op in ("odds", "softplus") for v in lower(theory).module[0].values)
    x, u = np.array([-np.inf, -700.0, 1e-300, 0.0, 5.0, np.inf, np.inf]), np.array([0.0, 3.0, 1.0, 2.0, -2.0, 0.0, 1.0])
    wanted = [0, -2100, 1e-300, 0, -10, 0, np.inf]
    np.testing.assert_array_equal(compiled(theory).value(x=x, u=u), np.negative(wanted) if turned else wanted)


PER = (
    # text, whether what a row is divided by is one number
    ("y[i] = exp(a[i])/sum(exp(a[k]) for k in K)/T", True),
    ("y[i] = a[i]/sum(a[k] for k in K)/3", True),
    ("u[i] = a[i]/sum(a[k] for k in K)\ny[i] = u[i]/T + u[i]", False),
    ("y[i] = a[i]/sum(a[k] for k in K)/b[i]", False),
    ("y[i] = sum(a[k] for k in K)/a[i]/T", False),
    ("y = a/b/c", False),
)


@pytest.mark.parametrize(("text", "once"), PER)
def test_two_numbers_that_divide_a_row_are_multiplied_first(text: str, once: bool) -> None:
    theory = functions(text)
    assert any(v.data == ("per",) for v in lower(theory).module[0].values) == once
    random = np.random.default_rng(3)
    for size in (1.0, 1e200, 1e-200):
        inputs = {q.name: size * random.uniform(1, 2, size=(3,) * len(q.dims)) for q in theory.theory.inputs}
        inputs |= {"a": random.uniform(1, 2, size=3) * (size if "exp" not in text else 1)} if "y = " not in text else {}
        true = exact(theory, inputs, theory.of)
        np.testing.assert_allclose(compiled(theory).value(**inputs), np.asarray(true, float), rtol=1e-14)


JOINED = (
    # text, whether a difference of shares is one share
    ("t: Unit\ns = 1/(1 + exp(-x))\ny = s - t", True),
    ("t: Unit\ns = 1/(1 + exp(-x))\ny = (1 - t)*s - t*(1 - s)", True),
    ("t: Unit\nu: Unit\ns = 1/(1 + exp(-x))\ny = t*(1 - s) - t*u*s", True),
    ("s = 1/(1 + exp(-x))\ny = s - (1 - s)", True),
    ("s = 1/(1 + exp(-x))\ny = 0.75*s - 0.25*(1 - s)", True),
    ("s = 1/(1 + exp(-x))\ny = 2*s - (1 - s)", False),
    ("u: Positive\ns = 1/(1 + exp(-x))\ny = u*s - (1 - s)", False),
    ("t: Unit\ns = 1/(1 + exp(-x))\nr = 1 - s\ny = ((1 - t)*s - t*r)*s*r", False),
    ("t: Unit\ns = 1/(1 + exp(-x))\nr = 1/(1 + exp(-a))\ny = (1 - t)*s - t*r", False),
)


@pytest.mark.parametrize(("text", "joined"), JOINED)
def test_a_difference_of_shares_is_one_share(text: str, joined: bool) -> None:
    """Where no number can make it too large, and neither share is needed for itself."""
    theory = functions(text)
    values = lower(theory).module[0].values
    assert (len([v for v in values if v.data == ("div",)]) == 1) == joined
    for x in (-745.0, -30.0, -0.5, 0.0, 2.0, 30.0, 60.0):  # beyond, 60 digits are too few
        for t in (0.0, 0.25, 1.0):
            large = 1e200 if "Positive" in text else 0.75
            given = {"x": x, "t": t, "u": large, "a": 0.5}
            point = {n: v for n, v in given.items() if n in theory.theory.quantities}
            true = float(exact(theory, point, theory.of))
            np.testing.assert_allclose(compiled(theory).value(**point), true, rtol=1e-14, atol=1e-320)


OVER = (
    "y[i] = (a[i] - sum(a[k] for k in K))/sqrt(sum((a[k] - sum(a[l] for l in K))**2 for k in K))",
    "u[i] = a[i]*sum(a[k] for k in K)\ny[i] = u[i]/sum(u[k]**2 for k in K)",
    "u[i] = a[i]*sum(a[k] for k in K)\ny[i] = u[i]/sum(u[k]**2 for k in K) + u[i]",
    "u[i] = a[i]*2\nv[i] = u[i] + 1\ny[i] = u[i]*sum(v[k] for k in K) + exp(v[i])*u[i]",
    "u[i] = a[i]*s\ny[i] = u[i]*b[i]/sum(u[k]*b[k] for k in K)",
)


@pytest.mark.parametrize("text", OVER)
@pytest.mark.parametrize("batch", [(), (3,), (1, 2)])
def test_what_is_still_needed_is_not_written_over(text: str, batch: tuple[int, ...]) -> None:
    theory = functions(text)
    random = np.random.default_rng(3)
    inputs = {q.name: random.normal(size=(*batch, *(3 for _ in q.dims))) for q in theory.theory.inputs}
    before = {name: array.copy() for name, array in inputs.items()}
    found = compiled(theory).value(**inputs)
    for at in np.ndindex(*batch):
        true = exact(theory, {name: array[at] for name, array in inputs.items()}, theory.of)
        np.testing.assert_allclose(found[at], true.astype(float), rtol=1e-12)
    for name, array in inputs.items():
        np.testing.assert_array_equal(array, before[name])


def test_what_a_class_changes_last_is_not_copied() -> None:
    """Shares that another term needs too are changed after that term is computed."""
    text = """
        t: OneHot[K]
        y[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)
        L = c*log(sum(exp(a[k]/T) for k in K))**2 - sum(t[i]*log(y[i]) for i in K)
    """
    made = derive.compile(dedent(text), wrt=("a",))
    assert "_put(" in made.source and ".copy()" not in made.source.partition("def _rows(")[0]
    a, labels, c, temperature = np.array([[1.0, -2.0, 0.5], [30.0, 1.0, 3.0]]), np.array([2, 0]), 0.25, 1.5
    e = np.exp(a / temperature)
    y, log = e / e.sum(axis=-1, keepdims=True), np.log(e.sum(axis=-1, keepdims=True))
    wanted = (y - np.eye(3)[labels] + 2 * c * log * y) / temperature
    for rows in (slice(None), slice(0, 1)):
        found = made.grad(a=a[rows], T=temperature, t=labels[rows], c=c)["a"]
        np.testing.assert_allclose(found, wanted[rows], rtol=1e-10, atol=1e-12)


CHOSEN = (
    "-3*sum(t[i]*log(y[i]) for i in K)/T",
    "sum(t[i]*log(y[i]) for i in K)*w",
    "w*log(sum(exp(a[k]/T) for k in K))**2 - sum(t[i]*log(y[i]) for i in K)",
    "sum(b[i]*y[i] for i in K) - sum(t[i]*log(y[i]) for i in K)",
    "sum(b[i]*y[i] for i in K) + w*sum(t[i]*log(y[i]) for i in K) - sum(a[i]**2 for i in K)/T",
    "log(sum(exp(a[k]/T) for k in K))*(w - sum(t[i]*log(y[i]) for i in K))",
)


@pytest.mark.parametrize("loss", CHOSEN)
def test_what_is_put_in_at_a_class_is_put_in_last(loss: str) -> None:
    """What is done to the shares is done to the others alone, and all results are those of rows of any numbers."""
    text = f"t: OneHot[K]\nT: Positive\ny[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)\nL = {loss}"
    theory = parse_theory(text)
    module = lower(entry.functions(Engine(theory), wrt=("a",))).module
    chosen = [f for f in module if f.kind == "grad" and f.dense is not None]
    assert len(chosen) == ("b[i]" not in loss and "*(" not in loss), "elsewhere labels do more than choose"
    assert all(f.values[o.operand.value].op == "put" for f in chosen for o in f.outputs)
    made = derive.compile(text, wrt=("a",))
    random = np.random.default_rng(5)
    for rows in ((), (1,), (5,), (3000,)):
        labels = random.integers(4, size=rows)
        inputs = {"a": 3 * random.normal(size=(*rows, 4)), "b": random.normal(size=(*rows, 4)), "T": 1.5, "w": 0.3}
        inputs = {name: inputs[name] for name in ("a", "b", "T", "w") if name in {q.name for q in theory.inputs}}
        dense = made.grad(**inputs, t=np.eye(4)[labels], **({"check": True} if chosen else {}))["a"]
        np.testing.assert_allclose(made.grad(**inputs, t=labels)["a"], dense, rtol=1e-11, atol=1e-13)


ROWS = (
    ("t: Unit[N]\ns[n] = 1/(1 + exp(-x[n]))\nL = -sum(t[n]*log(s[n]) + (1 - t[n])*log(1 - s[n]) for n in N)/N", "N"),
    ("L = sum((y[n] - t[n])**2 for n in N)/N", "N"),
    ("L = -sum(log(sum(exp(a[n, k]) for k in K)) for n in N)/N + 0", "N"),
    ("p[n, i] = exp(a[n, i])/sum(exp(a[n, k]) for k in K)", "N"),
    ("X: Real[N, D]\ny[n] = sum(X[n, d]*w[d] for d in D)", "N"),
    ("X: Real[N, D]\ng[d] = sum(X[n, d]*v[n] for n in N)/N", "N"),
    ("s = sum(x[n]*y[n] for n in N)*c", "N"),
    ("L = sum((y[n] - t[n])**2 for n in N)/N + c", ""),
    ("L = sum(w[n]*x[n] for n in N)/sum(w[n] for n in N)", ""),
    ("z[n] = x[n] - sum(x[m] for m in N)/N", ""),
    ("y[n] = max(x[m] for m in N) - x[n]", ""),
    ("L = sum(x[n] for n in N)**2", ""),
    ("L = prod(x[n] for n in N)", ""),
    ("L = max(x[n] for n in N)", ""),
    ("y[i] = sum(W[j, i]*x[j] for j in J) + b[i]", ""),
    ("d[i, j] = x[i] - x[j]", ""),
)


@pytest.mark.parametrize(("text", "along"), ROWS)
def test_rows_of_a_mean_are_worked_on_some_at_a_time(text: str, along: str) -> None:
    """Exactly where nothing but sums meets along an axis; the result is the same but for rounding."""
    theory = functions(text)
    assert lower(theory).module[0].rows == along
    random = np.random.default_rng(6)
    sizes = {d: 400 if d in ("N", "J", "I") else 3 for d in theory.theory.dims}
    inputs = {q.name: random.random([sizes[d] for d in q.dims]) for q in theory.theory.inputs}
    made = compiled(theory)
    small = re.sub(r"\n(_BLOCK|_FLAT) = 2\*\*\d+", r"\n\1 = 2**8", made.source)
    assert small != made.source
    names: dict[str, Any] = {"__name__": "small"}
    exec(compile(small, "<small>", "exec"), names)
    seen = []
    names["_in_blocks"] = lambda *given, known=names["_in_blocks"]: seen.append(1) or known(*given)
    found = names["t"](**inputs)
    np.testing.assert_allclose(found, made.value(**inputs), rtol=1e-12)
    assert type(found) is type(made.value(**inputs))
    assert bool(seen) == bool(along)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        # a product that is needed anyway is not computed once more with a number before it
        ("K*x[i]*z[i] - sum(x[k]*z[k] for k in K)", ["product = x * z", "(K * product, _sum(product)[..., None]"]),
        ("3*z[i]*x[i] - sum(x[k]*z[k] for k in K)", ["product = x * z", "(3 * product, _sum(product)[..., None]"]),
        ("u*x[i]*z[i] - sum(x[k]*z[k] for k in K)", ["(_beside(u, x) * x * z, _dot(x, z)[..., None]"]),
        ("K*x[i]*z[i] - sum(x[k]*x[k] for k in K)", ["(K * x * z, _dot(x, x)[..., None]"]),
    ],
)
def test_a_number_goes_over_a_product_that_is_needed_anyway(body: str, lines: list[str]) -> None:
    text = source(functions(f"x: Real[K]\nz: Real[K]\nu: Real\ny[i] = {body}", name="t"))
    for line in lines:
        assert line in text
    assert (f"    {lines[0]}\n" in text) == (len(lines) == 2)


SCALED = (
    # term, what is computed
    ("u*x[i]/N", "u/N*x[i]"),
    ("-(2*u*x[i]*z[i]/N)", "-(2*u/N*x[i]*z[i])"),
    ("2*x[i]/N", "2*x[i]/N"),
    ("x[i]*z[i]/N", "x[i]*z[i]/N"),
    ("u*x[i]/(N*u)", "u*x[i]/(N*u)"),
    ("(N*x[i] - z[i]*sum(x[k] for k in N))/(N*u)", "(N*x[i] - z[i]*sum(x[k] for k in N))/(N*u)"),  # digits, in float32
    ("(N - u*sum(x[k] for k in N))/(N*z[i])", "(N - u*sum(x[k] for k in N))/(N*z[i])"),
    ("(N*x[i] - 1)/(N*u)", "(N*x[i] - 1)/(N*u)"),
    ("(N*x[i] - sum(W[i, k] for k in K))/N", "(N*x[i] - sum(W[i, k] for k in K))/N"),
    ("(x[i] - sum(x[k] for k in N))/N", "(x[i] - sum(x[k] for k in N))/N"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SCALED)
def test_numbers_of_a_row_are_taken_together(text: str, wanted: str) -> None:
    theory = parse_theory("x: Real[N]\nz: Real[N]\nW: Real[N, K]\nu: Real\ny = u")
    index = Index("i", "N")
    assert unparse(scaled(parse_term(text, theory, indices=(index,)))) == wanted
