"""Generated functions as users call them: derivatives against 50-digit differences, extremes, shapes, dtypes, refusals."""

from __future__ import annotations

import ast
import builtins
import itertools
import math
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_lower import SIZES, exact, functions, sample

import derive
from derive.compiled import Compiled, compiled
from derive.errors import Error
from derive.program import BUILTINS, RESERVED, Function, Functions, Operand, Output, Value
from derive.targets import runtime
from derive.targets.body import Writer

SOFTMAX = functions(
    "a: Real[K]\ny[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nexample(a=[3, 1, -3])",
    {"a[j]": "y[j]*(y_bar[j] - sum(y_bar[i]*y[i] for i in K))"},
    {"a": "y[i]*(a_dot[i] - sum(y[j]*a_dot[j] for j in K))"},
    {"a[j]": "y[i]*(delta(i, j) - y[j])"},
    name="softmax",
)
CROSS_ENTROPY = functions(
    "a: Real[K]\nlabel: OneHot[K]\ny[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nL = -sum(label[i]*log(y[i]) for i in K)",
    {"a[i]": "L_bar*(y[i] - label[i])"},
    {"a": "sum(a_dot[i]*(y[i] - label[i]) for i in K)"},
    {"a[i]": "y[i] - label[i]"},
    requires=("sum(label[i] for i in K) == 1",),
    name="softmax_cross_entropy",
)
SIGMOID = functions(
    "u = 1 + exp(-x)\nsigma = 1/u", {"x": "sigma_bar*sigma*(1 - sigma)"}, {"x": "sigma*(1 - sigma)*x_dot"},
    {"x": "sigma*(1 - sigma)"}, name="sigmoid",
)  # fmt: skip
LOG_SUM_EXP = functions(
    "s = log(sum(exp(a[k]) for k in K))",
    {"a[j]": "s_bar*exp(a[j])/sum(exp(a[k]) for k in K)"},
    {"a": "sum(exp(a[j])*a_dot[j] for j in K)/sum(exp(a[k]) for k in K)"},
    {"a[j]": "exp(a[j])/sum(exp(a[k]) for k in K)"},
)
LOG_SOFTMAX = functions(
    "l[i] = log(exp(a[i])/sum(exp(a[k]) for k in K))",
    {"a[j]": "l_bar[j] - exp(l[j])*sum(l_bar[i] for i in K)"},
    {"a": "a_dot[i] - sum(exp(l[j])*a_dot[j] for j in K)"},
    {"a[j]": "delta(i, j) - exp(l[j])"},
)
SOFTPLUS = functions(
    "y = log(1 + exp(x))", {"x": "y_bar/(1 + exp(-x))"}, {"x": "x_dot/(1 + exp(-x))"}, {"x": "1/(1 + exp(-x))"}
)
TANH = functions(
    "y = (exp(x) - exp(-x))/(exp(x) + exp(-x))", {"x": "y_bar*(1 - y**2)"}, {"x": "x_dot*(1 - y**2)"}, {"x": "1 - y**2"}
)
BINARY = functions(
    "t: Binary\ns = 1/(1 + exp(-x))\nL = -(t*log(s) + (1 - t)*log(1 - s))",
    {"x": "L_bar*(s - t)"}, {"x": "x_dot*(s - t)"}, {"x": "s - t"},
)  # fmt: skip
TEMPERATURE = functions(
    "T: Positive\ny[i] = exp(a[i]/T)/sum(exp(a[k]/T) for k in K)",
    {
        "a[j]": "y[j]*(y_bar[j] - sum(y_bar[i]*y[i] for i in K))/T",
        "T": "-sum(y_bar[i]*y[i]*(a[i] - sum(a[k]*y[k] for k in K)) for i in K)/T**2",
    },
    {
        "a": "y[i]*(a_dot[i] - sum(y[j]*a_dot[j] for j in K))/T",
        "T": "-T_dot*y[i]*(a[i] - sum(a[k]*y[k] for k in K))/T**2",
    },
    {"a[j]": "y[i]*(delta(i, j) - y[j])/T", "T": "-y[i]*(a[i] - sum(a[k]*y[k] for k in K))/T**2"},
)
AFFINE = functions(
    "W: Real[M, N]\ny[i] = sum(W[i, j]*x[j] for j in N) + b[i]",
    {"W[i, j]": "y_bar[i]*x[j]", "x[j]": "sum(y_bar[i]*W[i, j] for i in M)", "b[i]": "y_bar[i]"},
    {"W": "sum(W_dot[i, j]*x[j] for j in N)", "x": "sum(W[i, j]*x_dot[j] for j in N)", "b": "b_dot[i]"},
    {"W[k, l]": "delta(i, k)*x[l]", "x[j]": "W[i, j]", "b[k]": "delta(i, k)"},
)
MATRICES = functions(
    "A: Real[M, K]\nB: Real[K, N]\nC[i, j] = sum(A[i, k]*B[k, j] for k in K)",
    {"A[i, k]": "sum(C_bar[i, j]*B[k, j] for j in N)", "B[k, j]": "sum(A[i, k]*C_bar[i, j] for i in M)"},
    {"A": "sum(A_dot[i, k]*B[k, j] for k in K)", "B": "sum(A[i, k]*B_dot[k, j] for k in K)"},
    {"A[l, k]": "delta(i, l)*B[k, j]", "B[k, l]": "A[i, k]*delta(j, l)"},
)
LAYER_NORM = functions(
    "m = sum(x[i] for i in K)/K\nv = sum((x[i] - m)**2 for i in K)/K\ny[i] = (x[i] - m)/sqrt(v + 1/10)",
    {"x[j]": "(y_bar[j] - sum(y_bar[i] for i in K)/K - y[j]*sum(y_bar[i]*y[i] for i in K)/K)/sqrt(v + 1/10)"},
    {"x": "(x_dot[i] - sum(x_dot[j] for j in K)/K - y[i]*sum(x_dot[j]*y[j] for j in K)/K)/sqrt(v + 1/10)"},
    {"x[j]": "(delta(i, j) - 1/K - y[i]*y[j]/K)/sqrt(v + 1/10)"},
)
POOL = functions(
    "y = max(x[k] for k in K)", {"x[j]": "y_bar*delta(j, argmax(x[k] for k in K))"},
    {"x": "sum(delta(j, argmax(x[k] for k in K))*x_dot[j] for j in K)"}, {"x[j]": "delta(j, argmax(x[k] for k in K))"},
)  # fmt: skip
RELU = functions(
    "y[i] = x[i] if x[i] > 0 else 0", {"x[i]": "y_bar[i] if x[i] > 0 else 0"}, {"x": "x_dot[i] if x[i] > 0 else 0"},
    {"x[j]": "delta(i, j) if x[i] > 0 else 0"},
)  # fmt: skip
PRODUCT = functions(
    "x: Real[K]\ny = prod(x[i] for i in K)",
    {"x[j]": "y_bar*prod(x[k] for k in K if k != j)"},
    {"x": "sum(x_dot[j]*prod(x[k] for k in K if k != j) for j in K)"},
    {"x[j]": "prod(x[k] for k in K if k != j)"},
)
TRACE = functions(
    "A: Real[K, K]\nt = sum(A[i, i]**2 for i in K)", {"A[i, j]": "2*t_bar*A[i, i]*delta(i, j)"},
    {"A": "sum(2*A[i, i]*A_dot[i, i] for i in K)"}, {"A[i, j]": "2*A[i, i]*delta(i, j)"},
)  # fmt: skip
ENTROPY = functions(
    "label: NonNegative[K]\ny: NonNegative[K]\nL = -sum(label[i]*log(y[i]) for i in K)",
    {"y[i]": "-L_bar*label[i]/y[i]", "label[i]": "-L_bar*log(y[i])"},
    {"y": "-sum(label[i]*y_dot[i]/y[i] for i in K)", "label": "-sum(label_dot[i]*log(y[i]) for i in K)"},
    {"y[i]": "-label[i]/y[i]", "label[i]": "-log(y[i])"},
)
CUT = functions(
    "u[i] = a[i]**2\nZ = sum(u[k] for k in K)\nL = b*log(Z)",
    {"u[i]": "L_bar*b/Z", "b": "L_bar*log(Z)"}, {"u": "sum(b*u_dot[i]/Z for i in K)", "b": "b_dot*log(Z)"},
    {"u[i]": "b/Z", "b": "log(Z)"},
)  # fmt: skip

ALL: dict[str, Functions] = {
    "softmax": SOFTMAX, "cross-entropy": CROSS_ENTROPY, "sigmoid": SIGMOID, "log-sum-exp": LOG_SUM_EXP,
    "log-softmax": LOG_SOFTMAX, "softplus": SOFTPLUS, "tanh": TANH, "binary": BINARY, "temperature": TEMPERATURE,
    "affine": AFFINE, "matrices": MATRICES, "layer norm": LAYER_NORM, "pool": POOL, "relu": RELU, "product": PRODUCT,
    "trace": TRACE, "entropy": ENTROPY,
}  # fmt: skip
MADE: dict[str, Compiled] = {name: compiled(f) for name, f in ALL.items()}
CASES = pytest.mark.parametrize("name", ALL)


@pytest.fixture(autouse=True)
def nothing_warns() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def inputs_of(f: Functions, batch: Mapping[str, tuple[int, ...]] | None = None, seed: int = 5) -> dict[str, Any]:
    random = np.random.default_rng(seed)
    names = {n for d in f.theory.definitions for n in [d.name]}
    return {
        q.name: sample(q.type, (*(batch or {}).get(q.name, ()), *(SIZES.get(d, 3) for d in q.dims)), random)
        for q in f.theory.inputs
        if q.name not in names
    }


def differences(f: Functions, inputs: dict[str, Any], w: str, tangent: Any) -> Any:
    """How the value changes along a tangent: central differences of 50-digit values, rounded to float64 inputs."""
    step = 1e-6
    ahead = exact(f, {**inputs, w: inputs[w] + step * tangent}, f.of)
    behind = exact(f, {**inputs, w: inputs[w] - step * tangent}, f.of)
    return (ahead - behind) / (2 * step)


@CASES
def test_jvp_vjp_and_jacobian_agree_with_differences(name: str) -> None:
    f, made = ALL[name], MADE[name]
    inputs = inputs_of(f)
    random = np.random.default_rng(11)
    value = made.value(**inputs)
    cotangent = random.normal(size=np.shape(value))
    gradients, jacobians = made.vjp(cotangent, **inputs), made.jacobian(**inputs)
    assert set(gradients) == set(jacobians) == set(f.wrt)
    for w in f.wrt:
        tangent = random.normal(size=np.shape(inputs[w]))
        expected = differences(f, inputs, w, tangent)
        np.testing.assert_allclose(made.jvp({w: tangent}, **inputs), expected, rtol=1e-8, atol=1e-8)
        assert jacobians[w].shape == np.shape(value) + np.shape(inputs[w])
        along = (
            np.tensordot(jacobians[w], tangent, axes=np.ndim(inputs[w]))
            if np.ndim(inputs[w])
            else jacobians[w] * tangent
        )
        np.testing.assert_allclose(along, expected, rtol=1e-8, atol=1e-8)
        assert gradients[w].shape == np.shape(inputs[w])
        np.testing.assert_allclose(np.sum(gradients[w] * tangent), np.sum(cotangent * expected), rtol=1e-8, atol=1e-8)


@CASES
def test_batches_are_loops_and_broadcast_axes_are_summed(name: str) -> None:
    f, made = ALL[name], MADE[name]
    shapes = dict(zip([q.name for q in f.theory.inputs], [(2, 1), (3,), ()], strict=False))
    inputs = inputs_of(f, shapes)
    batch = np.broadcast_shapes(*(shapes[n] for n in inputs))
    ranks = {q.name: len(q.dims) for q in f.theory.inputs}
    full = {n: np.broadcast_to(v, (*batch, *np.shape(v)[np.ndim(v) - ranks[n] :])) for n, v in inputs.items()}
    random = np.random.default_rng(3)
    value, jacobian = made.value(**inputs), made.jacobian(**inputs)
    cotangent = random.normal(size=value.shape)
    tangents = {w: random.normal(size=np.shape(inputs[w])) for w in f.wrt}
    pushed = made.jvp(tangents, **inputs)
    both, gradients = made.value_and_vjp(cotangent, **inputs)
    np.testing.assert_array_equal(both, value)
    sums = {w: np.zeros(np.shape(inputs[w])) for w in f.wrt}
    for at in np.ndindex(*batch):
        one = {n: v[at] for n, v in full.items()}
        np.testing.assert_allclose(value[at], made.value(**one), rtol=1e-13, atol=1e-15)
        each = made.vjp(cotangent[at], **one)
        for w in f.wrt:
            np.testing.assert_allclose(jacobian[w][at], made.jacobian(**one)[w], rtol=1e-13, atol=1e-15)
            where = at[len(batch) - len(shapes[w]) :]
            sums[w][tuple(0 if n == 1 else m for n, m in zip(shapes[w], where, strict=True))] += each[w]
        spread = {w: np.broadcast_to(t, full[w].shape)[at] for w, t in tangents.items()}
        np.testing.assert_allclose(pushed[at], made.jvp(spread, **one), rtol=1e-13, atol=1e-14)
    for w in f.wrt:
        assert gradients[w].shape == np.shape(inputs[w]) and pushed.shape == value.shape
        np.testing.assert_allclose(gradients[w], sums[w], rtol=1e-12, atol=1e-14)
    if not f.theory.quantities[f.of].dims:
        found, grads = made.value_and_grad(**inputs)
        np.testing.assert_array_equal(found, value)
        ones = made.vjp(np.ones(batch), **inputs)
        for w in f.wrt:
            np.testing.assert_allclose(grads[w], ones[w], rtol=1e-12, atol=1e-14)
            np.testing.assert_array_equal(made.grad(**inputs)[w], grads[w])


@CASES
def test_float32_stays_integers_do_not_matter_and_inputs_are_untouched(name: str) -> None:
    f, made = ALL[name], MADE[name]
    inputs = inputs_of(f)
    small = {n: v.astype(np.float32) if isinstance(v, np.ndarray) else np.float32(v) for n, v in inputs.items()}
    copies = {n: np.copy(v) for n, v in small.items()}
    value = made.value(**small)
    assert value.dtype == np.float32
    np.testing.assert_allclose(value, made.value(**inputs), rtol=2e-5, atol=2e-6)
    results = [*made.vjp(np.ones(value.shape), **small).values(), *made.jacobian(**small).values()]
    tangents = {w: np.ones(np.shape(small[w])) for w in f.wrt}
    results.append(made.jvp(tangents, **small))
    assert [r.dtype for r in results] == [np.float32] * len(results)
    for result in (value, *results):
        if isinstance(result, np.ndarray) and result.ndim:
            result[...] = 7
    for n, v in small.items():
        np.testing.assert_array_equal(v, copies[n])
    whole = {
        n: np.ones(np.shape(v), int) if q.type != "OneHot" else v
        for (n, v), q in zip(inputs.items(), f.theory.inputs, strict=True)
    }
    assert made.value(**whole).dtype == np.float64


@CASES
def test_source_is_ascii_and_stands_alone(name: str) -> None:
    text = MADE[name].source
    tree = ast.parse(text)
    assert text.isascii() and text.endswith("\n") and not text.endswith("\n\n")
    imported = {
        n.names[0].name if isinstance(n, ast.Import) else n.module
        for n in ast.walk(tree)
        if isinstance(n, ast.Import | ast.ImportFrom)
    }
    standard = {
        "__future__",
        "collections.abc",
        "concurrent.futures",
        "contextvars",
        "functools",
        "itertools",
        "math",
        "operator",
        "re",
        "typing",
    }
    assert imported <= standard | {"numpy", "numpy.typing"}
    defined = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    assert not {d for d in defined if d.startswith("_")} - used
    assert all(
        ast.get_docstring(n)
        for n in ast.walk(tree)
        if isinstance(n, ast.FunctionDef) and n in tree.body and not n.name.endswith("_at")
    )
    assert max(map(len, text.splitlines())) <= 130


# ------------------------------------------------------------------------------------------------- blocks of rows


@pytest.fixture
def schedule(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the bytes of a block, the length of a short row and the number of threads; gives what is chosen in calls."""

    def apply(made: Compiled, block: int, short: int = 0, threads: int = 1) -> list[tuple[int, str]]:
        seen: list[tuple[int, str]] = []

        def recorded(*args: Any) -> Any:
            seen.append(runtime._schedule(*args))
            return seen[-1]

        for module in (made._module, runtime):
            for name, number in (("_BLOCK", block), ("_FLAT", block), ("_SHORT", short), ("THREADS", threads)):
                monkeypatch.setattr(module, name, number)
        monkeypatch.setattr(made._module, "_schedule", recorded)
        made._module._plan.cache_clear()
        return seen

    return apply


def everything(f: Functions, made: Compiled, inputs: dict[str, Any]) -> dict[str, Any]:
    """All results by name, gradients with a "d" in front."""
    random = np.random.default_rng(8)
    value = made.value(**inputs)
    tangents = {w: random.normal(size=np.shape(inputs[w])) for w in f.wrt}
    both, gradients = made.value_and_vjp(cotangent := random.normal(size=value.shape), **inputs)
    found = {"value": value, "jvp": made.jvp(tangents, **inputs), "part": made.jvp({}, **inputs), "both": both}
    found |= {f"jacobian {w}": slopes for w, slopes in made.jacobian(**inputs).items()}
    found |= {f"d{w}": gradient for w, gradient in gradients.items()}
    if not f.theory.quantities[f.of].dims:
        found["again"], gradients = made.value_and_grad(**inputs)
        found |= {f"d{w} by 1": gradient for w, gradient in gradients.items()}
        found |= {f"d{w} by 1 alone": gradient for w, gradient in made.grad(**inputs).items()}
    return found | {f"d{w} alone": gradient for w, gradient in made.vjp(cotangent, **inputs).items()}


SPREADS = (
    # batch axes of the inputs in turn
    [(37,), (37,), (37,)],
    [(37,), (), ()],
    [(), (37,), (1,)],
    [(3, 1), (37,), (3, 37)],
    [(3, 1, 5), (7, 1), (1,)],
    [(1, 37, 1), (2,), (1, 1)],
)


@pytest.mark.parametrize("spread", SPREADS, ids=str)
@CASES
def test_blocks_of_rows_give_what_all_rows_give(name: str, spread: Any, schedule: Any) -> None:
    f, made = ALL[name], MADE[name]
    inputs = inputs_of(f, dict(zip([q.name for q in f.theory.inputs], spread, strict=False)))
    schedule(made, 2**30)
    whole = everything(f, made, inputs)
    for block, threads in ((1, 1), (100, 1), (700, 1), (100, 2), (300, 3)):
        seen = schedule(made, block, threads=threads)
        blocks = everything(f, made, inputs)
        if block == 100 and blocks["value"].size >= 74:
            assert any(rows for rows, _ in seen)
        assert {n: (r.shape, r.dtype, type(r)) for n, r in blocks.items()} == {
            n: (r.shape, r.dtype, type(r)) for n, r in whole.items()
        }
        for n, found in blocks.items():
            np.testing.assert_allclose(found, whole[n], rtol=1e-12, atol=1e-12)  # sums may be in another order


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("name", ["softmax", "cross-entropy", "log-softmax", "sigmoid", "layer norm"])
def test_blocks_and_threads_change_no_bit_of_what_is_computed_for_each_row(
    name: str, short: bool, dtype: Any, schedule: Any
) -> None:
    f, made = ALL[name], MADE[name]
    inputs = inputs_of(f, {q.name: ((45003 if short else 3001) if q.dims else 900000,) for q in f.theory.inputs})
    if any(q.dims for q in f.theory.inputs):
        inputs = {n: np.tile(v, 50)[:, : 10 if short else 150] for n, v in inputs.items()}
    inputs = {n: v.astype(dtype) for n, v in inputs.items()}
    schedule(made, 2**30)
    random = np.random.default_rng(2)
    cotangent = random.normal(size=made.value(**inputs).shape).astype(dtype)
    value, whole = made.value_and_vjp(cotangent, **inputs)
    for block, threads in ((2**19, 1), (2**19, 2), (100000, 3)):
        seen = schedule(made, block, threads=threads)
        again, blocks = made.value_and_vjp(cotangent, **inputs)
        assert any(rows for rows, _ in seen)
        np.testing.assert_array_equal(made.value(**inputs), value)
        np.testing.assert_array_equal(again, value)
        for n, found in blocks.items():
            np.testing.assert_array_equal(found, whole[n])


SCHEDULES = (
    # batch axes, shapes as batch axes and others, whether rows are compared; rows of a block and how they are stored
    ((), [((), (1000000,))], True, (0, "K")),
    ((1,), [((1,), (1000000,))], True, (0, "K")),
    ((0,), [((0,), (10,))], True, (0, "K")),
    ((8192,), [((8192,), (1000,))], True, (262, "K")),
    ((64, 128), [((128,), (1000,)), ((64, 128), ())], False, (262, "K")),
    ((524,), [((524,), (1000,))], True, (262, "K")),
    ((523,), [((523,), (1000,))], True, (0, "K")),
    ((131071,), [((131071,), ())], True, (0, "K")),
    ((10**6,), [((10**6,), ())], True, (131072, "K")),
    ((10**6,), [((10**6,), (0,))], True, (131072, "K")),
    ((10**6,), [((10**6,), (1,))], True, (131072, "K")),
    ((10**6,), [((10**6,), ()), ((), (2**15,))], True, (131072, "K")),
    ((65536,), [((65536,), (10,)), ((), ())], True, (26214, "F")),
    ((65536,), [((65536,), (10,))], False, (26214, "K")),
    ((65536,), [((65536,), (10,)), ((65536,), (10, 10))], True, (2621, "K")),
    ((65536,), [((65536,), (32,))], True, (8192, "F")),
    ((65536,), [((65536,), (33,))], True, (7943, "K")),
    ((409,), [((409,), (10,))], True, (0, "K")),
    ((410,), [((410,), (10,))], True, (1024, "F")),
    ((3000,), [((3000,), (10,))], True, (1501, "F")),
    ((65536,), [((65536,), (100,)), ((), (1000, 100))], True, (4000, "K")),
    ((65536,), [((65536,), (100,)), ((1,), (1000, 100))], True, (4000, "K")),
    ((500,), [((500,), (10**7,))], True, (1, "K")),
)


@pytest.mark.parametrize(("batch", "shapes", "reduces", "schedule"), SCHEDULES)
def test_blocks_are_of_a_mebibyte_or_half(batch: Any, shapes: Any, reduces: bool, schedule: Any) -> None:
    assert runtime._schedule(batch, shapes, reduces, 4) == schedule


def test_the_buffer_is_short_only_where_all_rows_are_wide_and_there_are_several() -> None:
    wide, narrow, one, numbers = ((9,), (300,)), ((9,), (4, 255)), ((1,), (300,)), ((9,), ())
    assert runtime._are_wide([wide]) and runtime._are_wide([wide, one, numbers, ((), (3,))])
    assert runtime._are_wide([((2, 2), (7, 256))]) and not runtime._are_wide([])
    assert not any(map(runtime._are_wide, ([one], [narrow], [wide, narrow], [numbers], [((), (300,))])))
    before = np.getbufsize()
    assert [runtime._quiet(w).copy().run(np.getbufsize) for w in (False, True)] == [before, runtime._WIDE]
    assert {*runtime._quiet(False).copy().run(np.geterr).values()} == {"ignore"}
    assert np.getbufsize() == before


@CASES
def test_one_row_among_batch_axes_is_that_row(name: str) -> None:
    """It is computed without these axes: to the last digit the same, of the shapes that they ask for."""
    f, made = ALL[name], MADE[name]
    alone = inputs_of(f)
    random = np.random.default_rng(12)
    cotangent = random.normal(size=np.shape(made.value(**alone)))
    tangents = {w: random.normal(size=np.shape(alone[w])) for w in f.wrt}

    def found(front: Mapping[str, tuple[int, ...]], batch: tuple[int, ...]) -> dict[str, Any]:
        def spread(values: Mapping[str, Any]) -> dict[str, Any]:
            return {n: np.reshape(v, front.get(n, ()) + np.shape(v)) for n, v in values.items()}

        inputs, bar = spread(alone), np.reshape(cotangent, batch + np.shape(cotangent))
        value, gradients = made.value_and_vjp(bar, **inputs)
        results = {"value": value, "jvp": made.jvp(spread(tangents), **inputs)}
        results |= {f"jacobian {w}": slopes for w, slopes in made.jacobian(**inputs).items()}
        for n, result in results.items():
            assert result.shape[: len(batch)] == batch, n
        for w, gradient in gradients.items():
            assert gradient.shape == inputs[w].shape and not np.shares_memory(gradient, inputs[w])
        return {n: np.ravel(result) for n, result in (results | gradients).items()}

    plain = found({}, ())
    for fronts in ([(1,)] * 9, [(1, 1), *[(1,)] * 8], [(1,), *[()] * 8]):
        front = dict(zip(alone, fronts, strict=False))
        batch = np.broadcast_shapes(*front.values())
        dense = any(q.type == "OneHot" and front.get(q.name, ()) != batch for q in f.theory.inputs)
        for n, result in found(front, batch).items():
            if dense:  # a row that is repeated is not read as a label: the same numbers are summed in another order
                np.testing.assert_allclose(result, plain[n], rtol=1e-14, atol=1e-15, err_msg=n)
            else:
                np.testing.assert_array_equal(result, plain[n], err_msg=n)


@pytest.mark.parametrize("name", ["softmax", "cross-entropy", "log-softmax", "layer norm", "temperature"])
def test_how_rows_are_stored_and_repeated_changes_nothing_but_rounding(name: str) -> None:
    """Many short rows are stored column by column in some functions, and NumPy's buffer is shorter where rows are wide."""
    f, made, before = ALL[name], MADE[name], np.getbufsize()
    for rows, width in ((700, 7), (6, 300), (900, 300)):
        inputs = inputs_of(f, {q.name: (rows,) for q in f.theory.inputs})
        inputs = {n: np.resize(v, (rows, width)) if v.ndim == 2 else v for n, v in inputs.items()}
        cotangent = np.random.default_rng(2).normal(size=made.value(**inputs).shape)
        value, slopes = made.value_and_vjp(cotangent, **inputs)
        for n in (0, rows // 2, rows - 1):
            one = {name: v[n : n + 1] for name, v in inputs.items()}
            alone, by = made.value_and_vjp(cotangent[n : n + 1], **one)
            np.testing.assert_allclose(value[n], alone[0], rtol=1e-11, atol=1e-13)
            for given in by:
                np.testing.assert_allclose(slopes[given][n], by[given][0], rtol=1e-11, atol=1e-13)
    assert np.getbufsize() == before


@pytest.mark.parametrize("threads", [1, 2, 3])
@pytest.mark.parametrize("batch", [(7,), (2, 5), (4, 2, 1), (1, 3), (64,), (1, 1, 9), (3, 1, 100), (2, 2, 2, 2)])
@pytest.mark.parametrize("block", [1, 2, 3, 4, 10, 30])
def test_blocks_share_all_rows(
    block: int, batch: tuple[int, ...], threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime, "THREADS", threads)
    seen = np.zeros(batch, dtype=int)
    for cut in runtime._cuts(batch, block):
        assert all(isinstance(at, int) for at in cut[:-1])
        seen[cut] += 1
        assert seen[cut].size <= block * min(threads, 2) + math.prod(batch[len(cut) :])
    assert (seen == 1).all()


@pytest.mark.parametrize(("rows", "block", "unit"), [(65536, 4096, 16), (2000, 128, 16), (1000, 50, 1), (100, 3, 1)])
def test_blocks_are_even_and_odd(rows: int, block: int, unit: int) -> None:
    sizes = [cut[0].stop - cut[0].start for cut in runtime._cuts((rows,), block)]
    assert sum(sizes) == rows and max(sizes) - min(sizes) <= 2 * unit
    assert all(size % unit == 0 and size // unit % 2 for size in sizes[:-1])


@CASES
def test_threads_change_nothing(name: str, schedule: Any) -> None:
    f, made = ALL[name], MADE[name]
    inputs = inputs_of(f, dict(zip([q.name for q in f.theory.inputs], [(60,), (), (60,)], strict=False)))
    results = []
    for threads in (1, 2):
        schedule(made, 256, threads=threads)
        made._module._plan.cache_clear()
        results.append(everything(f, made, inputs))
    one, two = results
    for n, found in one.items():
        np.testing.assert_allclose(found, two[n], rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize(("threads", "pieces"), [(1, 8), (2, 4), (3, 6), (8, 8)])
def test_threads_share_blocks_of_twice_the_size(threads: int, pieces: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = derive.compile("a: Real[K]\ny[i] = exp(a[i])/sum(exp(a[k]) for k in K)", threads=threads)
    cuts: list[Any] = []
    monkeypatch.setattr(made._module, "_BLOCK", 128 * 50 * 8)
    monkeypatch.setattr(made._module, "_cuts", lambda *given: cuts.append(runtime._cuts(*given)) or cuts[-1])
    monkeypatch.setattr(runtime, "THREADS", threads)
    made.value(a=np.zeros((1024, 50)))
    assert [len(each) for each in cuts] == [pieces]
    made.value(a=np.zeros((256, 50)))  # enough for one block each
    assert len(cuts[-1]) == max(2, threads)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@CASES
def test_short_rows_stored_by_columns_give_the_same_but_for_rounding(name: str, dtype: Any, schedule: Any) -> None:
    f, made = ALL[name], MADE[name]
    inputs = inputs_of(f, dict(zip([q.name for q in f.theory.inputs], [(90, 51), (51,), ()], strict=False)))
    inputs = {n: np.asarray(v, dtype) for n, v in inputs.items()}
    schedule(made, 2**30)
    rows = everything(f, made, inputs)
    for block in (2**30, 2**12):
        seen = schedule(made, block, short=16)
        columns = everything(f, made, inputs)
        if name == "log-softmax":
            assert any(order == "F" for _, order in seen)
            assert columns["value"].flags.c_contiguous
        for n, found in columns.items():
            assert (found.shape, found.dtype) == (rows[n].shape, rows[n].dtype)
            room = 1e4 * np.finfo(dtype).eps
            np.testing.assert_allclose(found, rows[n], rtol=room, atol=room * max(1, np.abs(rows[n]).max()))


def test_what_large_batches_are_made_of_does_not_matter() -> None:
    """Integers, lists, other strides and byte orders, class labels, dtypes that differ: as for one row."""
    loss = MADE["cross-entropy"]
    random = np.random.default_rng(4)
    a, labels = random.normal(size=(3000, 200)), random.integers(0, 200, 3000)
    value, gradient = loss.value_and_grad(a=a, label=np.eye(200)[labels])
    for scores, classes in (
        (a, labels), (a, labels.astype(np.uint8)), (np.asfortranarray(a), labels.astype(">i4")), (a.astype(">f8"), labels[:]),
        (np.repeat(a, 2, axis=1)[:, ::2], np.repeat(labels, 2)[::2]), (a, np.eye(200, dtype=np.float32)[labels]),
        (a, np.eye(200, dtype=bool)[labels]), (np.broadcast_to(a, (1, *a.shape))[0], labels),
    ):  # fmt: skip
        found, slopes = loss.value_and_grad(a=scores, label=classes)
        np.testing.assert_allclose(found, value, rtol=1e-14)
        np.testing.assert_allclose(slopes["a"], gradient["a"], atol=1e-15)
    copies = a.copy(), labels.copy()
    found, slopes = loss.value_and_grad(a=a, label=labels)
    assert not np.shares_memory(slopes["a"], a)
    slopes["a"][...] = found[...] = 7
    np.testing.assert_array_equal(a, copies[0])
    np.testing.assert_array_equal(labels, copies[1])
    for wrong in (200, -1):
        labels[-1] = wrong
        with pytest.raises(ValueError, match=r"^label: class labels must be in 0 \.\.\. 199"):
            loss.value_and_grad(a=a, label=labels)
    np.testing.assert_array_equal(
        MADE["sigmoid"].value(x=np.arange(300000)), MADE["sigmoid"].value(x=np.arange(300000.0))
    )


def test_hypotheses_are_tested_in_every_block() -> None:
    loss = MADE["cross-entropy"]
    label = np.full((3000, 200), 1 / 200)
    loss.grad(a=label, label=label, check=True)
    label[-1, -1] = 1
    with pytest.raises(ValueError, match="this gradient requires sum"):
        loss.grad(a=label, label=label, check=True)


def test_nothing_warns_on_threads() -> None:
    made = derive.compile("y[i] = exp(a[i])/sum(exp(a[k]) for k in K)", threads=2)
    assert "\nTHREADS = 2\n" in made.source
    a = np.full((3000, 200), -np.inf)
    a[:, 0] = np.inf
    np.testing.assert_array_equal(made.value(a=a)[:, :2], [[1, 0]] * 3000)
    for wrong in (0, -1, 1.5, True, "2"):
        with pytest.raises(derive.Error, match="threads"):
            derive.compile("y = exp(x)", threads=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["softmax", "cross-entropy", "log-softmax", "sigmoid", "layer norm"])
def test_memory_is_that_of_the_results_and_a_few_blocks(name: str) -> None:
    import tracemalloc

    f, made = ALL[name], MADE[name]
    shape = (8192, 1000)
    x = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    inputs: dict[str, Any] = {q.name: x for q in f.theory.inputs}
    if "label" in inputs:
        inputs["label"] = np.arange(shape[0]) % shape[1]
    one = {n: v[:2] for n, v in inputs.items()}
    calls = [lambda inputs: made.value(**inputs)]
    if f.theory.quantities[f.of].dims or name == "sigmoid":
        calls.append(lambda inputs: made.vjp(x[: len(next(iter(inputs.values())))], **inputs))
    else:
        calls.append(lambda inputs: made.value_and_grad(**inputs))
    for call in calls:
        call(one)  # what is imported and cached
        tracemalloc.start()
        try:
            found = call(inputs)
            held, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert held >= found.nbytes if isinstance(found, np.ndarray) else held > 2**20
        assert peak - held < 5 * 2**20


# ----------------------------------------------------------------------------------------------------- extremes

EXTREME = {
    "mixed": [1000.0, -1000.0, 0.0], "equal": [1000.0] * 3, "one": [1000.0], "dominating": [-1000.0, 5.0, -1000.0],
    "low": [-1000.0, -1001.0, -999.0],
}  # fmt: skip


def log_softmax(a: Any) -> Any:
    import mpmath

    with mpmath.workdps(60):
        total = mpmath.log(sum(mpmath.exp(mpmath.mpf(float(v))) for v in a))
        return [mpmath.mpf(float(v)) - total for v in a]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("case", EXTREME)
def test_softmax_family_at_extremes(case: str, dtype: Any) -> None:
    import mpmath

    a = np.array(EXTREME[case], dtype)
    eps = np.finfo(dtype).eps
    logs = log_softmax(a)
    label = np.eye(len(a), dtype=dtype)[0]
    y = np.array([float(mpmath.exp(v)) for v in logs])
    with np.errstate(all="raise"):
        np.testing.assert_allclose(MADE["softmax"].value(a=a), y, rtol=8 * eps, atol=np.finfo(dtype).tiny)
        np.testing.assert_allclose(MADE["log-softmax"].value(a=a), [float(v) for v in logs], rtol=8 * eps, atol=8 * eps)
        np.testing.assert_allclose(MADE["log-sum-exp"].value(a=a), float(float(a[0]) - logs[0]), rtol=8 * eps)
        loss, grads = MADE["cross-entropy"].value_and_grad(a=a, label=label)
        np.testing.assert_allclose(loss, -float(logs[0]), rtol=8 * eps, atol=8 * eps)
        np.testing.assert_allclose(grads["a"], y - label, atol=8 * eps)
        hot = MADE["temperature"].value(a=a, T=dtype(0.5))
        assert np.isfinite(hot).all() and np.isfinite(MADE["softmax"].jacobian(a=a)["a"]).all()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("x", [-1000.0, -50.0, -1.0, 0.0, 1e-9, 1.0, 50.0, 1000.0])
def test_sigmoid_family_at_extremes(x: float, dtype: Any) -> None:
    import mpmath

    x = dtype(x)
    tolerance = {"rtol": 8 * np.finfo(dtype).eps, "atol": float(np.finfo(dtype).tiny)}
    with mpmath.workdps(60), np.errstate(all="raise"):
        e = mpmath.exp(-mpmath.mpf(float(x)))
        s = 1 / (1 + e)
        np.testing.assert_allclose(MADE["sigmoid"].value(x=x), float(s), **tolerance)
        np.testing.assert_allclose(MADE["sigmoid"].jacobian(x=x)["x"], float(e * s * s), **tolerance)
        np.testing.assert_allclose(MADE["softplus"].value(x=x), float(mpmath.log(1 + 1 / e)), **tolerance)
        np.testing.assert_allclose(MADE["softplus"].grad(x=x)["x"], float(s), **tolerance)
        np.testing.assert_allclose(MADE["tanh"].value(x=x), float(mpmath.tanh(float(x))), **tolerance)
        for t in (0, 1):
            np.testing.assert_allclose(
                MADE["binary"].value(x=x, t=t), float(-mpmath.log(s if t else s * e)), **tolerance
            )


def test_infinite_and_missing_numbers() -> None:
    inf, nan = np.inf, np.nan
    with np.errstate(all="raise"):
        softmax, loss = MADE["softmax"].value, MADE["cross-entropy"]
        np.testing.assert_array_equal(softmax(a=[-inf, 0.0, 0.0]), [0, 0.5, 0.5])
        np.testing.assert_array_equal(softmax(a=[inf, 0.0]), [1, 0])
        assert (
            np.isnan(softmax(a=[inf, inf, 0.0])).all() and np.isnan(MADE["log-softmax"].value(a=[inf, inf, 0.0])).all()
        )
        mixed = np.array([[inf, inf, 0.0], [inf, 0.0, 1.0], [2.0, 2.0, -inf], [-inf, -inf, 3.0]])
        np.testing.assert_array_equal(softmax(a=mixed)[1:], [[1, 0, 0], [0.5, 0.5, 0], [0, 0, 1]])
        np.testing.assert_allclose(MADE["log-sum-exp"].value(a=mixed), [inf, inf, 2 + np.log(2), 3], rtol=1e-15)
        assert np.isnan(softmax(a=[nan, 0.0])).all() and np.isnan(softmax(a=[-inf, -inf])).all()
        np.testing.assert_array_equal(MADE["log-softmax"].value(a=[-inf, 0.0]), [-inf, 0])
        assert MADE["log-sum-exp"].value(a=[-inf, -inf]) == -inf and MADE["log-sum-exp"].value(a=[inf, 0.0]) == inf
        assert np.isnan(MADE["log-sum-exp"].value(a=[nan, inf]))
        value, grads = loss.value_and_grad(a=[-inf, 0.0, 0.0], label=1)
        np.testing.assert_allclose(value, np.log(2))
        np.testing.assert_allclose(grads["a"], [0, -0.5, 0.5])
        assert loss.value(a=[-inf, 0.0], label=0) == inf and np.isnan(loss.value(a=[nan, 0.0], label=1))
        assert (
            MADE["sigmoid"].value(x=-inf) == 0
            and MADE["sigmoid"].value(x=inf) == 1
            and np.isnan(MADE["sigmoid"].value(x=nan))
        )
        assert MADE["softplus"].value(x=-inf) == 0 and MADE["softplus"].value(x=inf) == inf
        assert (
            MADE["binary"].value(x=inf, t=1) == 0
            and MADE["binary"].value(x=-inf, t=0) == 0
            and MADE["binary"].value(x=inf, t=0) == inf
        )
        value, grads = MADE["entropy"].value_and_grad(label=[0.0, 1.0], y=[0.0, 1.0])
        assert value == 0
        np.testing.assert_array_equal(grads["y"], [0, -1])


def test_empty_dimensions_run() -> None:
    empty = np.zeros((2, 0))
    assert MADE["softmax"].value(a=empty).shape == (2, 0)
    assert MADE["softmax"].vjp(empty, a=empty)["a"].shape == (2, 0) and MADE["softmax"].jacobian(a=empty)[
        "a"
    ].shape == (2, 0, 0)
    np.testing.assert_array_equal(MADE["log-sum-exp"].value(a=empty), [-np.inf] * 2)
    np.testing.assert_array_equal(MADE["pool"].value(x=empty), [-np.inf] * 2)
    assert MADE["pool"].grad(x=empty)["x"].shape == (2, 0)
    np.testing.assert_array_equal(MADE["product"].value(x=empty), [1, 1])
    np.testing.assert_array_equal(MADE["cross-entropy"].value(a=empty, label=empty), [0, 0])
    for shape in ((0, 3, 0), (3, 0, 0)):  # no rows of no classes, of which none needs a label
        for label in (np.zeros(shape[:-1], int), np.zeros(shape)):
            value, by = MADE["cross-entropy"].value_and_grad(a=np.zeros(shape), label=label)
            assert value.shape == shape[:-1] and by["a"].shape == shape
    assert MADE["layer norm"].value(x=empty).shape == (2, 0)
    assert MADE["softmax"].value(a=np.zeros((0, 3))).shape == (0, 3)


# ----------------------------------------------------------------------------------------------------- refusals


def test_class_labels() -> None:
    loss = MADE["cross-entropy"]
    a = np.random.default_rng(1).normal(size=(4, 3))
    dense = np.eye(3)[[2, 0, 1, 1]]
    expected = loss.value(a=a, label=dense)
    for labels in ([2, 0, 1, 1], np.array([2, 0, 1, 1], np.uint8), dense.astype(bool)):
        np.testing.assert_array_equal(loss.value(a=a, label=labels), expected)
        np.testing.assert_array_equal(loss.grad(a=a, label=labels)["a"], loss.grad(a=a, label=dense)["a"])
    assert loss.value(a=a, label=2).shape == (4,) and loss.value(a=np.float32(a), label=2).dtype == np.float32
    for bad in ([2, 0, 1, 3], [2, 0, 1, -1], [-100] * 4, dense.astype(int), [0, 1]):
        with pytest.raises(ValueError, match=r"^label: "):
            loss.value(a=a, label=bad)
    with pytest.raises(ValueError, match="one-hot"):
        loss.value(a=a[0], label=[0, 0, 1])


REFUSED = (
    (TypeError, "a", {"a": [1 + 2j]}),
    (TypeError, "a", {"a": ["x"]}),
    (TypeError, "a", {"a": [object()]}),
    (TypeError, "a", {"a": None}),
    (TypeError, "a", {"a": np.float16([1, 2])}),
    (TypeError, "a", {"a": np.longdouble([1, 2])}),
    (ValueError, "a", {"a": 3.0}),
    (ValueError, "a", {"a": [[1.0], [1.0, 2.0]]}),
    (TypeError, "a", {}),
    (TypeError, "b", {"a": [1.0], "b": 2}),
)


@pytest.mark.parametrize(("error", "says", "inputs"), REFUSED)
def test_bad_inputs_are_named(error: type[Exception], says: str, inputs: dict[str, Any]) -> None:
    with pytest.raises(error, match=rf"(^{says}: |'{says}')"):
        MADE["softmax"].value(**inputs)


def test_bad_shapes_cotangents_and_tangents_are_named() -> None:
    affine = MADE["affine"]
    good = {"W": np.ones((2, 3)), "x": np.ones(3), "b": np.ones(2)}
    for name, shape in (("x", (4,)), ("b", (1,)), ("b", (3,)), ("W", (3,)), ("x", ())):
        with pytest.raises(ValueError, match=f"^({name}|x|b): "):
            affine.value(**{**good, name: np.ones(shape)})
    with pytest.raises(ValueError, match=r"^b: .*broadcast"):
        affine.value(**{**good, "x": np.ones((4, 3)), "b": np.ones((5, 2))})
    for cotangent in (np.ones(3), np.ones((1, 2)), 1.0):
        with pytest.raises(ValueError, match=r"^y_bar: "):
            affine.vjp(cotangent, **good)
    with pytest.raises(TypeError, match=r"^y_bar: "):
        affine.vjp(np.ones(2, complex), **good)
    with pytest.raises(ValueError, match=r"x.*shape"):
        affine.jvp({"x": np.ones(2)}, **good)
    with pytest.raises(TypeError, match=r"'z'"):
        affine.jvp({"z": np.ones(2)}, **good)
    with pytest.raises(Error, match="grad"):
        affine.grad(**good)


def test_hypotheses_are_tested_on_request() -> None:
    loss = MADE["cross-entropy"]
    a, good, bad = [1.0, 2.0], [0.25, 0.75], [0.25, 0.5]
    loss.grad(a=a, label=bad)
    loss.grad(a=a, label=good, check=True)
    for call in (loss.grad, loss.jacobian, loss.value_and_grad):
        with pytest.raises(ValueError, match=r"sum\(label\[i\] for i in K\) == 1"):
            call(a=a, label=bad, check=True)
    with pytest.raises(ValueError, match="sum"):
        loss.vjp(1.0, a=a, label=bad, check=True)
    assert "Requires:\n        sum(label[i] for i in K) == 1" in loss.source


def test_a_defined_quantity_may_be_cut() -> None:
    made = compiled(CUT)
    a, b = np.random.default_rng(2).normal(size=(2, 3)), 2.0
    gradients = made.vjp([1.0, 3.0], a=a, b=b)
    total = (a**2).sum(axis=-1)
    np.testing.assert_allclose(gradients["u"], (np.array([1.0, 3.0]) * b / total)[:, None] * np.ones(3))
    np.testing.assert_allclose(gradients["b"], np.log(total) @ [1.0, 3.0])
    np.testing.assert_allclose(made.jvp({"u": np.ones((2, 3))}, a=a, b=b), 3 * b / total)
    assert made.jacobian(a=a, b=b)["u"].shape == (2, 3)
    gradients = made.vjp([1.0, 3.0], a=a[0], b=np.array([1.0, 2.0]))
    np.testing.assert_allclose(gradients["u"], np.full(3, 7 / total[0]))


def test_dimensions_that_no_input_shows_are_keywords() -> None:
    made = compiled(functions("c: Real\ny = sum(c for k in K)/K", name="mean"))
    assert made.value(c=2.0, K=5) == 2
    for wrong, error in ({}, TypeError), ({"K": -1}, ValueError), ({"K": 2.5}, TypeError):
        with pytest.raises(error, match="K"):
            made.value(c=2.0, **wrong)


def test_all_functions_of_a_quantity_take_the_same_keywords() -> None:
    least = functions(
        "b: Real[K]\nL[i] = min(b[i] for j in M)", {"b[i]": "L_bar[i]"}, {"b": "b_dot[i]"}, {"b[k]": "delta(i, k)"},
        requires=("1 < sum(b[j] for j in K) + sum(1 for m in M)",),
    )  # fmt: skip
    made = compiled(least)
    np.testing.assert_array_equal(made.value(b=[1.0, 2.0], M=3), [1, 2])
    np.testing.assert_array_equal(made.jacobian(b=[1.0, 2.0], M=3, check=True)["b"], np.eye(2))
    np.testing.assert_array_equal(made.jvp({"b": [1.0, 0.0]}, b=[1.0, 2.0], M=3, check=True), [1, 0])
    with pytest.raises(ValueError, match="requires"):
        made.jacobian(b=[0.0, 0.0], M=1, check=True)


def test_a_hypothesis_may_speak_of_a_length() -> None:
    made = compiled(
        functions("a: Real[K]\nT: Real\ny = T*sum(a[k] for k in K)", {"T": "y_bar*sum(a[k] for k in K)"},
                  {"T": "T_dot*sum(a[k] for k in K)"}, {"T": "sum(a[k] for k in K)"}, requires=("T < sum(1 for k in K)",))
    )  # fmt: skip
    assert made.jacobian(a=[1.0, 2.0], T=1.0, check=True)["T"] == 3
    with pytest.raises(ValueError, match="T < "):
        made.jacobian(a=[1.0, 2.0], T=2.0, check=True)


def test_a_sum_over_several_axes_enters_as_a_number() -> None:
    made = compiled(functions("a: Real[K, N]\ny[i] = sum(a[i, j] for j in N)*sum(a[k, l] for k in K for l in N)"))
    a = np.arange(12.0).reshape(2, 2, 3)
    np.testing.assert_array_equal(made.value(a=a), a.sum(-1) * a.sum((-2, -1))[:, None])


def test_what_is_zero_is_not_computed() -> None:
    text = "a: Real[N, K]\nc: Real[K]\nu[k] = 0*c[k]\ny[i] = sum(a[i, k]*u[k]*a[i, k] for k in K) + sum(a[i, k] for k in K)"
    value = compiled(functions(text)).value(a=np.array([[np.inf, 1], [0, 2]], np.float32), c=np.float32([1, 2]))
    assert value.dtype == np.float32
    np.testing.assert_array_equal(value, [np.inf, 2])


def test_a_condition_may_rest_on_no_input() -> None:
    made = compiled(
        functions("a: Real[K]\ny[i] = a[i] if 2 <= sum(1 for k in K) else -a[i]\nz[i] = y[i]*(1 if 2 < K else 0)")
    )
    np.testing.assert_array_equal(made.value(a=[1.0, 2.0]), [0, 0])
    np.testing.assert_array_equal(made.value(a=[1.0, 2.0, 3.0]), [1, 2, 3])


def test_any_name_can_be_an_input() -> None:
    for name in (
        "np",
        "float",
        "check",
        "tangents",
        "batch",
        "dtype",
        "value",
        "Array",
        "Any",
        "math",
        "y_bar",
        "given",
        "_arrays",
    ):
        f = functions(f"{name}: Real[K]\ny[i] = exp({name}[i])/sum(exp({name}[k]) for k in K)*K/sqrt(2)", name="f")
        made = compiled(f)
        np.testing.assert_allclose(made.value(**{name: [1.0, 1.0]}), [2**-0.5] * 2)


FINITE = (
    # formula, x, derivative there
    ("y = x/(1 + exp(-x))", 1000.0, 1.0),
    ("y = x/(1 + exp(-x))", -1000.0, 0.0),
    ("y = x**2/(1 + exp(-x))", 1000.0, 2000.0),
    ("y = 1/(1 + exp(-x))**2", -1000.0, 0.0),
    ("y = exp(-x)/(1 + exp(-x))**2", 1000.0, 0.0),
    ("y = exp(x)/(1 + exp(x))**2", 1000.0, 0.0),
    ("y = 1/(1 + exp(-x))*1/(1 + exp(x))", 1000.0, 0.0),
    ("y = 1/cosh(x)", 1000.0, 0.0),
    ("y = 1/cosh(x)", -1000.0, 0.0),
    ("y = 1/(exp(x) + exp(-x))", -1000.0, 0.0),
    ("y = atan(exp(x))", 1000.0, 0.0),
    ("y = exp(-exp(-x))", -1000.0, 0.0),
    ("y = exp(-(x + exp(-x)))", -1000.0, 0.0),
    ("y = log(1 + exp(3*x))/3", 1000.0, 1.0),
    ("y = 1 - exp(-exp(x))", 1000.0, 0.0),
    ("y = exp(-x**2/2)*(1 + exp(x))", 1000.0, 0.0),
    ("y = 5*exp(2)*exp(x)**(-3/2)", 1000.0, 0.0),
    ("y = x/cosh(x)", 1000.0, 0.0),
    ("y = x/cosh(x)", -1000.0, 0.0),
    ("y = (1 + x)/(exp(x) + x*exp(-x) + 3)", 1000.0, 0.0),
)


@pytest.mark.parametrize(("text", "x", "slope"), FINITE)
def test_gradients_of_what_stays_finite_are_finite(text: str, x: float, slope: float) -> None:
    made = derive.compile(text)
    np.testing.assert_allclose(made.grad(x=x)["x"], slope, rtol=1e-12, atol=1e-300)
    for near in (-2.0, -1e-3, 1e-3, 0.5, 3.0):  # and where it was right, it still is
        step = (made.value(x=near + 1e-6) - made.value(x=near - 1e-6)) / 2e-6
        np.testing.assert_allclose(made.grad(x=near)["x"], step, rtol=1e-6, atol=1e-9)


def test_a_long_slope_takes_the_printed_side_at_a_kink_too() -> None:
    below = "(1 + abs(A))*(((exp(x[i])*(1 + x[i]**2))*sum((1 + abs((1/3))) for j in N))*sqrt(1 + x[i]**2))"
    made = derive.compile(f"x: Real[K]\nL[i] = A/({below})")
    np.testing.assert_array_equal(made.jvp({"x": [0.3, -0.4]}, A=0.0, x=[0.5, 0.25], N=3), [0, 0])


def test_a_quantity_may_be_defined_as_a_derivative() -> None:
    loss = "t: OneHot[K]\ns[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nL = -sum(t[i]*log(s[i]) for i in K)\n"
    made = derive.compile(loss + "g[i] = diff(L, a[i])\nn = sum(g[i]**2 for i in K)")
    a, t = np.array([1.0, 2.0, 0.5]), np.array([0.0, 1.0, 0.0])
    s = np.exp(a) / np.exp(a).sum()
    np.testing.assert_allclose(made.value(a=a, t=t), ((s - t) ** 2).sum(), rtol=1e-14)
    np.testing.assert_allclose(made.grad(a=a, t=t)["a"], 2 * s * (s - t - s @ (s - t)), rtol=1e-13)
    kink = derive.compile("y = abs(x)*x\nd = diff(y, x)")
    np.testing.assert_array_equal(kink.value(x=[-2.0, 3.0]), [4, 6])


def test_the_largest_of_several_exponentials_may_be_infinite() -> None:
    pair, three = derive.compile("y = log(exp(x) + exp(z))"), derive.compile("y = log(exp(x) + exp(z) + exp(w))")
    assert pair.value(x=np.inf, z=np.inf) == np.inf and pair.value(x=-np.inf, z=-np.inf) == -np.inf
    assert three.value(x=np.inf, z=np.inf, w=1.0) == np.inf and np.isnan(three.grad(x=np.inf, z=np.inf, w=1.0)["x"])
    assert three.grad(x=np.inf, z=2.0, w=1.0)["x"] == 1


def test_a_masked_softmax_does_not_look_at_what_is_masked() -> None:
    made = derive.compile("y[i] = m[i]*exp(a[i])/sum(m[k]*exp(a[k]) for k in K)", wrt=("a",))
    a, m = np.array([1000.0, -500.0, -501.0, np.inf]), np.array([0.0, 1.0, 1.0, 0.0])
    y = np.array([0, 1 / (1 + np.exp(-1)), 1 / (1 + np.e), 0])
    np.testing.assert_allclose(made.value(a=a, m=m), y, rtol=1e-14)
    np.testing.assert_allclose(made.jacobian(a=a, m=m)["a"], np.diag(y) - np.outer(y, y), rtol=1e-14)
    logs = derive.compile("L = log(sum(m[k]*exp(a[k]) for k in K))", wrt=("a",))
    np.testing.assert_allclose(logs.value(a=a, m=m), -500 + np.log1p(np.exp(-1)), rtol=1e-15)
    np.testing.assert_allclose(logs.grad(a=a, m=m)["a"], y, rtol=1e-14)


def test_what_is_taken_from_one_twice_keeps_its_digits() -> None:
    slope = derive.compile("y = 1 - exp(-exp(x))").grad(x=4.0)["x"]
    np.testing.assert_allclose(slope, np.exp(4 - np.exp(4.0)), rtol=1e-13)


def test_a_gradient_by_what_stands_in_an_exponent_is_finite() -> None:
    found = derive.compile("L = log(1 + exp(b*x))/b").grad(x=[-1000.0, 1000.0], b=2.0)
    np.testing.assert_array_equal(found["b"], 0.0)
    np.testing.assert_array_equal(found["x"], [0.0, 1.0])


def test_a_weight_of_zero_beats_an_infinite_logarithm() -> None:
    entropy = derive.compile("y[i] = exp(a[i])/sum(exp(a[k]) for k in K); H = -sum(y[i]*log(y[i]) for i in K)")
    assert entropy.grad(a=[1.0, -np.inf, 0.0])["a"][1] == 0
    assert derive.compile("L = p*(log(p) - log(q))").value(p=0, q=0.5) == 0
    assert derive.compile("L = x*(log(x) + 1)").value(x=0) == 0
    divergence = derive.compile("L = sum(p[i]*log(p[i]/q[i]) for i in K)")
    assert divergence.value(p=[0.0, 1.0], q=[0.0, 1.0]) == 0
    assert np.isnan(divergence.value(p=[0.0, 1.0], q=[np.nan, 1.0]))


def test_no_function_hides_a_name_that_helpers_use() -> None:
    used = {
        n.id for n in ast.walk(ast.parse(Path(runtime.__file__).read_text(encoding="utf-8"))) if isinstance(n, ast.Name)
    }
    assert used & {*dir(builtins)} <= RESERVED | BUILTINS
    made = derive.compile("zip = x**2; range[i] = a[i]*zip; len = sum(range[i] for i in K)")
    value, by = made.value_and_grad(x=2.0, a=[1.0, 2.0])
    assert value == 12 and by["x"] == 12 and by["a"].tolist() == [4, 4]


def test_a_quantity_may_be_called_like_what_a_module_imports_or_defines() -> None:
    def named(text: str) -> set[str]:
        body = ast.parse(text).body
        imported = {a.asname or a.name for n in body if isinstance(n, ast.Import | ast.ImportFrom) for a in n.names}
        targets = [t for n in body if isinstance(n, ast.Assign) for t in n.targets]
        return imported | {t.id for t in targets if isinstance(t, ast.Name)}

    helpers, around = Path(runtime.__file__).read_text(encoding="utf-8"), MADE["softmax"].source
    names = sorted(n for n in named(helpers) | named(around) if not n.startswith("_"))
    assert {"Context", "THREADS", "annotations", "np"} <= {*names} <= RESERVED
    defined = "; ".join(f"{n}[i] = x[i]**{at % 3 + 1}" for at, n in enumerate(names))
    made = derive.compile(f"{defined}; L = sum({' + '.join(f'{n}[i]' for n in names)} for i in K)")
    powers = np.arange(len(names)) % 3 + 1.0
    value, by = made.value_and_grad(x=[1.0, 2.0])
    np.testing.assert_allclose(value, (1 + 2**powers).sum())
    np.testing.assert_allclose(by["x"], [powers.sum(), (powers * 2 ** (powers - 1)).sum()])


def test_names_of_cotangents_and_tangents_may_be_quantities() -> None:
    made = derive.compile("y[i] = x[i]*y_bar[i]")
    found = made.vjp([3.0, 5.0], x=[1.0, 2.0], y_bar=[7.0, 11.0])
    np.testing.assert_array_equal(found["x"], [21.0, 55.0])
    np.testing.assert_array_equal(found["y_bar"], [3.0, 10.0])
    assert derive.compile("L = exp(x_dot)*x").jvp({"x": 2.0}, x_dot=0.0, x=5.0) == 2
    long = derive.compile("h = tanh(a*h_bar); g = exp(h*h_grad); L = g*c")
    same = derive.compile("h = tanh(a*p); g = exp(h*q); L = g*c")
    one, two = long.grad(a=0.1, h_bar=0.2, h_grad=0.3, c=0.4), same.grad(a=0.1, p=0.2, q=0.3, c=0.4)
    np.testing.assert_allclose(list(one.values()), list(two.values()))


CONSTANT = ("L = 2*x", "L = x", "L = floor(x)", "L = sign(x)", "L = 1 if x > 0 else 0", "L = x*10**30", "L = max(x, 0)")


@pytest.mark.parametrize("text", CONSTANT)
def test_gradients_have_the_dtype_of_the_inputs(text: str) -> None:
    made = derive.compile(text)
    assert made.grad(x=np.ones(3, np.float32))["x"].dtype == np.float32
    assert isinstance(made.grad(x=1.0)["x"], np.float64) and isinstance(made.value(x=1.0), np.float64)
    assert isinstance(made.vjp(1.0, x=1.0)["x"], np.float64)


@pytest.mark.parametrize("text", ["L = max(x, 0)", "L = x if x > 0 else 0", "L = x**2 if x < 1 else 3", "L = abs(x)"])
def test_a_gradient_by_cases_of_nan_is_nan(text: str) -> None:
    made = derive.compile(text)
    assert np.isnan(made.grad(x=np.nan)["x"]) and np.isnan(made.value(x=np.nan))


def test_what_cannot_be_asked_is_an_error_that_says_so() -> None:
    assert derive.compile("y = self*x").value(self=2.0, x=3.0) == 6
    with pytest.raises(derive.Error, match="label, which is OneHot"):
        derive.compile("label: OneHot[K]; L = sum(x[i]*label[i] for i in K)", wrt=("label",))
    with pytest.raises(derive.Error, match="nothing that it is differentiated by"):
        derive.compile("L = 2*pi").grad()
    largest = derive.compile("y[j] = max(x[i] for i in K if i != j)")
    np.testing.assert_array_equal(largest.value(x=[2.0, 3.0]), [3.0, 2.0])
    with pytest.raises(derive.Error, match="not known"):
        largest.vjp([1.0, 1.0], x=[2.0, 3.0])
    with pytest.raises(TypeError, match="needs the input 'z' by name"):
        derive.compile("y = x*z").value(x=1.0)


def test_the_rest_of_a_row_is_what_is_not_at_its_label() -> None:
    """Also where nothing asks for the element at the label; x is afterwards what it was."""
    x = np.array([[1.0, 5.0, 2.0], [4.0, np.inf, 3.0]])
    given = x.copy()
    assert runtime._rest(np.array([1, 1]), given).tolist() == [3, 7]
    assert runtime._rest(np.array(0), np.array([1.0, 5.0, 2.0])) == 7
    np.testing.assert_array_equal(given, x)


CHOSEN = "a: Real[K]\nt: OneHot[K]\ny[i] = exp(a[i])/sum(exp(a[k]) for k in K)\nL = -sum(t[i]*log(y[i]) for i in K)"


@pytest.mark.parametrize(
    ("more", "kind", "call"),
    [
        # what else a loss has beside the cross-entropy; whether exponentials of labels are needed later, and others before
        ("", "value_and_grad", "_exps_parted(t, a)"),
        ("/K", "grad", "_exps_parted(t, a)"),
        (" + log(sum(exp(a[k]) for k in K))**2", "value_and_grad", "_exps_parted(t, a)"),
        (" + log(sum(exp(a[k]) for k in K))**2", "grad", "_exps_parted(t, a)"),
        (" + sum(exp(a[k]) for k in K)", "value_and_grad", "_exps_parted(t, a)"),
        (" + sum(exp(a[k]) for k in K)", "grad", "_exps_parted(t, a)"),
        ("*sum(y[k]**2 for k in K)", "value_and_grad", "_parted(t, e, spent=True)"),
        ("*sum(y[k]**2 for k in K)", "grad", "_parted(t, e, spent=True)"),
        ("*sum(w[k]*exp(a[k]) for k in K)", "value_and_grad", "_parted(t, e)"),
    ],
)
def test_exponentials_of_labels_are_put_back_where_they_are_needed(more: str, kind: str, call: str) -> None:
    made = derive.compile(CHOSEN + more)
    body = made.source.partition(f"def _L_{kind}_of_classes(")[2].partition("\ndef ")[0]
    assert f" = {call}\n" in body
    a, t = np.random.default_rng(5).normal(size=(40, 7)) * 3, np.arange(40) % 7
    a[3] *= 300 if "w" not in more else 30  # else the weighted sum of exponentials itself leaves the floats
    inputs = {"a": a, "t": t} | ({"w": np.arange(1.0, 8)} if "w" in more else {})
    value, by = made.value_and_grad(**inputs)
    dense, by_dense = made.value_and_grad(**inputs, check=True)
    np.testing.assert_allclose(value, dense, rtol=1e-12)
    np.testing.assert_allclose(by["a"], by_dense["a"], rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(made.grad(**inputs)["a"], by_dense["a"], rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("more", ["", " + log(sum(exp(a[k]) for k in K))**2", "*sum(y[k]**2 for k in K)"])
def test_labels_may_share_a_row(more: str) -> None:
    """Each gets what a row of its own would give, also where the logarithm of its sum is nearly 0 or it leaves the floats."""
    made = derive.compile(f"{CHOSEN}{more} + b")
    random = np.random.default_rng(6)
    for front, batch in (((), (5,)), ((1,), (5,)), ((3, 1), (3, 4)), ((4,), (3, 4)), ((2,), (2,))):
        t, b = random.integers(0, 3, size=batch), random.normal(size=batch)  # integers only fit what has all batch axes
        for spread in (0.1, 1.0, 300.0):
            a = random.normal(size=(*front, 3)) * spread - 1.1
            for label in (t, np.eye(3)[t]):
                both, by = made.value_and_vjp(b, a=a, t=label, b=b)
                value, grad = made.value_and_grad(a=a, t=label, b=b)
                own = {"a": np.array(np.broadcast_to(a, (*batch, 3))), "t": label, "b": b}
                for found in (value, both, made.value(a=a, t=label, b=b)):
                    np.testing.assert_allclose(found, made.value(**own), rtol=1e-12, atol=1e-14)
                for found, wanted in (
                    (by, made.vjp(b, **own)),
                    (made.vjp(b, a=a, t=label, b=b), made.vjp(b, **own)),
                    (grad, made.grad(**own)),
                    (made.grad(a=a, t=label, b=b), made.grad(**own)),
                ):
                    summed = runtime._sum_to(wanted["a"], a.shape)
                    np.testing.assert_allclose(found["a"], summed, rtol=1e-12, atol=1e-12)
                    np.testing.assert_array_equal(found["b"], wanted["b"])
            assert made.grad(a=a, t=np.eye(3)[t], b=0.0)["b"] == t.size


def test_the_log_of_a_sum_that_labels_share_is_right_near_0() -> None:
    made = derive.compile(f"{CHOSEN} + log(sum(exp(a[k]) for k in K))**2")
    np.testing.assert_allclose(made.value(a=[-1.2, -1.0, -1.1], t=np.eye(3)[[0, 1]]), [1.2019466, 1.0019466], rtol=1e-7)
    a, t = np.array([[-0.7, -0.69], [-3.0, 0.2]]), np.eye(2)[[[0, 1], [1, 0]]]
    np.testing.assert_allclose(made.value(a=a, t=t), made.value(a=np.stack([a, a]), t=t), rtol=1e-14)


@pytest.mark.parametrize("axes", list(itertools.product([(0, 1), (1, 0)], repeat=2)))
def test_exponentials_are_parted_only_along_their_rows(axes: tuple[tuple[int, int], tuple[int, int]]) -> None:
    """Labels along other axes, or of other axes of the exponentials, are looked at afterwards."""
    dims, label, e = ("K", "K"), *axes
    values = (
        Value("input", (), ("a",), dims, frozenset("a")),
        Value("input", (), ("t",), dims, frozenset("t")),
        Value("exps", (Operand(0, (0, 1)),), ((1,),), dims, frozenset("a")),
        Value("rest", (Operand(1, label), Operand(2, e)), (), dims[:1], frozenset("at")),
    )
    theory = functions("a: Real[K, K]\nt: OneHot[K, K]\nL = sum(t[i, j]*a[i, j] for i in K for j in K)")
    result = Output("", Operand(3, (0,)), dims[:1])
    writer = Writer(theory, Function("r", "value", "L", ("a", "t"), values, (result,)), {})
    writer.body()
    parted = label == e == (0, 1)
    assert writer.lines == ["e, _, _, _, rest = _exps_parted(t, a)" if parted else "e, _, _ = _exps(a)"]
