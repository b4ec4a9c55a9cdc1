"""Every kind of term as an array program: its numbers against 50 digits, its shape, its text."""

from __future__ import annotations

import dataclasses
import re
import warnings
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from derive.checks.numbers import Point, evaluate
from derive.compiled import compiled
from derive.expr import Index, Ref
from derive.language import parse_formula, parse_term, parse_theory
from derive.lower.stabilise import Stabiliser
from derive.program import Closed, Functions

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
