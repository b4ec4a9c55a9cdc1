"""Long chains: reverse and forward mode over the graph of definitions, and what the kernel refuses of it."""

from __future__ import annotations

import numpy as np
import pytest

import derive
from derive import kernel
from derive.context import KernelError
from derive.expr import Ref, alpha_equal, subterms
from derive.kernel import replay
from derive.language import parse_theory, unparse
from derive.rules import rules
from derive.strategy.differentiate import has_derivative
from derive.strategy.engine import Engine
from derive.strategy.reverse import adjoints, cuts, graph, is_long, tangents
from derive.targets.chain import lines


def mlp(layers: int) -> str:
    """A network of tanh layers with a squared loss, as text."""
    lines = ["x: Real[D0]", f"t: Real[D{layers}]"]
    lines += [f"W{n}: Real[D{n}, D{n - 1}]; b{n}: Real[D{n}]" for n in range(1, layers + 1)]
    for n in range(1, layers + 1):
        below = "x" if n == 1 else f"h{n - 1}"
        lines += [f"z{n}[i] = sum(W{n}[i, j]*{below}[j] for j in D{n - 1}) + b{n}[i]", f"h{n}[i] = tanh(z{n}[i])"]
    return "\n".join([*lines, f"L = sum((h{layers}[i] - t[i])**2 for i in D{layers})/2"])


RESIDUAL = """x: Real[N]
u[i] = tanh(x[i])
v[i] = u[i] + sum(A[i, j]*u[j] for j in N)
w[i] = v[i] + sum(B[i, j]*tanh(v[j]) for j in N)
f = sum(w[i]*u[i] for i in N)
"""

CHAIN = "\n".join(["y0 = x", *(f"y{n} = exp(-y{n - 1})*x" for n in range(1, 9))])


@pytest.mark.parametrize("text", [mlp(2), mlp(3), RESIDUAL, CHAIN], ids=["mlp2", "mlp3", "residual", "chain"])
def test_gradients_agree_with_differences(text: str) -> None:
    theory = derive.parse(text)
    assert is_long(theory.data, theory.data.output.name)  # type: ignore[union-attr]
    f = derive.compile(theory)
    rng = np.random.default_rng(0)
    sizes = {dim: 2 + n for n, dim in enumerate(theory.data.dims)}
    inputs = {q.name: rng.normal(size=[sizes[d] for d in q.dims]) / 2 for q in theory.data.arguments}
    tangents_ = {name: rng.normal(size=value.shape) for name, value in inputs.items()}
    step = 1e-6
    ahead, behind = ({n: v + s * tangents_[n] for n, v in inputs.items()} for s in (step, -step))
    difference = (f.value(**ahead) - f.value(**behind)) / (2 * step)
    value, gradient = f.value_and_grad(**inputs)
    assert np.allclose(value, f.value(**inputs))
    assert np.allclose(sum(np.sum(gradient[n] * tangents_[n]) for n in inputs), difference, rtol=1e-7, atol=1e-8)
    assert np.allclose(f.jvp(tangents_, **inputs), difference, rtol=1e-7, atol=1e-8)
    assert all(np.allclose(f.jacobian(**inputs)[n], gradient[n]) for n in inputs)


def test_the_cotangents_of_a_network_read_as_in_a_textbook() -> None:
    derivation = derive.parse(mlp(2)).vjp("L", "W1")
    shown = [f"{d.name} = {unparse(d.body)}" for d in derivation.data.where]
    assert shown == [
        "z2_bar = L_bar*(h2[i] - t[i])*(1 - h2[i]**2)",
        "z1_bar = (1 - h1[i]**2)*sum(z2_bar[k]*W2[k, i] for k in D2)",
    ]
    assert unparse(derivation.data.result) == "z1_bar[k]*x[l]"
    assert derivation.verify().ok


def test_the_derivative_of_a_long_chain_starts_from_one() -> None:
    derivation = derive.parse(CHAIN).derivative("y8", "x")
    assert unparse(derivation.data.start) == "diff(y8, x)"
    assert derivation.verify().ok


def engine_of(text: str) -> Engine:
    return Engine(parse_theory(text))


@pytest.mark.parametrize("text", [mlp(2), RESIDUAL], ids=["mlp2", "residual"])
def test_every_theorem_replays(text: str) -> None:
    engine = engine_of(text)
    output = engine.theory.output
    assert output is not None
    wrt = engine.differentiable(output.name)
    pieces = graph(engine, output.name, wrt)
    for sweep in (adjoints(pieces, wrt), tangents(pieces, wrt), adjoints(pieces, wrt, unit=True)):
        assert sweep.theorems
        for theorem in sweep.theorems.values():
            assert kernel.replay(theorem, rules()).conclusion == theorem.conclusion


def test_the_work_grows_with_the_chain() -> None:
    counts = []
    for layers in (2, 4, 8):
        engine = engine_of(mlp(layers))
        pieces = graph(engine, "L", engine.differentiable("L"))
        sweep = adjoints(pieces, engine.differentiable("L"))
        counts.append((len(sweep.definitions), sum(len(unparse(d.body)) for d in sweep.definitions)))
    assert [n for n, _ in counts] == [3 * layers + 2 for layers in (2, 4, 8)]
    assert counts[2][1] < 2.2 * counts[1][1] < 2.2**2 * counts[0][1]


def test_the_code_grows_with_the_chain() -> None:
    counts = [len(derive.compile(mlp(layers)).source) for layers in (3, 6, 12)]
    assert counts[2] < 2.2 * counts[1] < 2.2**2 * counts[0]


def test_what_the_end_and_the_claims_name_has_a_function_of_its_own() -> None:
    source = derive.compile(mlp(3) + "\nprove(h1[i] == tanh(z1[i]))").source
    assert [name for name in ("h1", "h2", "h3", "z1", "z2", "z3") if f"def {name}(" in source] == ["h1", "h3", "z1"]


def test_replaying_several_theorems_proves_what_they_share_once(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = engine_of(mlp(6))
    wrt = engine.differentiable("L")
    theorems = tuple(adjoints(graph(engine, "L", wrt), wrt).theorems.values())
    made = []
    steps = kernel.INFERENCES["backward"]
    monkeypatch.setitem(kernel.INFERENCES, "backward", lambda *given: made.append(given) or steps(*given))
    again = kernel.replay_all(theorems, rules())
    assert [t.conclusion for t in again] == [t.conclusion for t in theorems]
    assert len(made) == len(theorems)


def test_a_chain_may_be_longer_than_the_stack() -> None:
    text = "\n".join(["y0 = x", *(f"y{n} = y{n - 1}*w{n}" for n in range(1, 150))])
    gradient = derive.compile(text).grad(x=1.0, **{f"w{n}": 1.01 for n in range(1, 150)})
    assert np.isclose(gradient["x"], 1.01**149)


def between(text: str) -> tuple[Engine, Ref, list[tuple[object, ...]], kernel.Context]:
    """What the last step back to x takes, for tampering with."""
    engine = engine_of(text)
    pieces = graph(engine, "f", ("x",))
    sweep = adjoints(pieces, ("x",))
    var = pieces.at("x")
    parts = [
        (c, pieces.bar(c), pieces.part(c).vjp(c, "x", var).theorem, sweep.theorems.get(c))
        for c in pieces.consumers["x"]
    ]
    return engine, var, parts, sweep.context


def test_backward_refuses_what_does_not_add_up() -> None:
    text = RESIDUAL.replace("f = sum(w[i]*u[i] for i in N)", "f = sum(w[i]*x[i] for i in N)")
    engine, var, parts, context = between(text)
    assert len(parts) >= 2
    whole = kernel.backward(context, "f", "f_bar", var, tuple(parts))
    assert alpha_equal(whole.left, kernel.pulled(context, "f_bar", "f", var))
    for n in range(len(parts)):
        with pytest.raises(KernelError):  # a way from f to x is missing
            kernel.backward(context, "f", "f_bar", var, tuple(parts[:n] + parts[n + 1 :]))
    name, bar, partial, _ = next(p for p in parts if p[0] != "f")
    others = [p for p in parts if p[0] != name]
    stranger = next(t for c, _, _, t in parts if t is not None)
    with pytest.raises((KernelError, AssertionError)):  # no adjoint
        kernel.backward(context, "f", "f_bar", var, (*others, (name, bar, partial, None)))
    with pytest.raises(KernelError):  # another one's cotangent
        kernel.backward(context, "f", "f_bar", var, (*others, (name, "f_bar", partial, stranger)))
    uncut = engine.vjp(str(name), "x", var).theorem  # over the whole graph, not cut apart: it counts ways twice
    with pytest.raises(KernelError):
        kernel.backward(Engine(engine.theory).context, "f", "f_bar", var, (*others, (name, bar, uncut, stranger)))


DEEP = """x: Real[D]
t: OneHot[K]
W1: Real[H, D]
W2: Real[K, H]
h[i] = tanh(sum(W1[i, j]*x[j] for j in D))
z[k] = sum(W2[k, i]*h[i] for i in H)
s[k] = exp(z[k])/sum(exp(z[n]) for n in K)
L = -sum(t[k]*log(s[k]) for k in K)"""


def test_every_node_has_its_adjoint_in_reverse_order() -> None:
    """Each from those of what uses it, what is used twice as a sum; past softmax, where the closed form is much shorter."""
    walked = {d.name: unparse(d.result) for d in derive.load("column_normalization")._entry.results if d.kind == "vjp"}
    assert walked == {
        "vjp-f-y": "f_bar",
        "vjp-f-c": "sum(y_bar[l, j]*w[l, i] for l in R)",
        "vjp-f-b": "-sum(c_bar[i, j]*a[i, j] for i in M)/b[j]**2",
        "vjp-f-a": "b_bar[m] + c_bar[k, m]/b[m]",
        "vjp-f-w": "sum(y_bar[k, j]*c[m, j] for j in J)",
    }
    found = {d.name: unparse(d.result) for d in derive.parse(DEEP)._entry.results if d.kind == "vjp"}
    assert list(found) == ["vjp-L-s", "vjp-L-z", "vjp-L-h", "vjp-L-W1", "vjp-L-x", "vjp-L-W2"]
    assert found["vjp-L-s"] == "-L_bar*t[k]/s[k]"
    assert found["vjp-L-z"] == "L_bar*(s[k] - t[k])"


@pytest.mark.parametrize("text", [mlp(2), RESIDUAL, DEEP], ids=["mlp2", "residual", "deep"])
def test_every_line_of_a_walk_follows_from_the_one_before(text: str) -> None:
    theory = derive.parse(text)
    results = theory._entry.results
    assert results
    for derivation in results:
        assert derivation.parts
        shown = lines(derivation)
        assert alpha_equal(shown[-1].term, derivation.result)
        assert len(shown) >= 2 + max(len(p.steps) for p in derivation.parts)
        assert all(line.reason for line in shown[1:])


def test_referees_are_asked_about_every_part_of_a_walk() -> None:
    theory = derive.load("column_normalization")
    report, entry = theory.verify(), theory._entry
    assert {row.verdict for row in report.rows} == {"agrees"}
    steps = sum(len(p.steps) for d in (*entry.proofs, *entry.results) for p in (d, *d.parts))
    assert len([row for row in report.rows if row.step is not None]) == 2 * steps  # two referees


def test_a_constant_cotangent_leaves_the_dtype_alone() -> None:
    """The cotangent 1 of a sum is no array: beside float32 it must not count as float64."""
    f = derive.compile(derive.load("column_normalization"))
    inputs = {"a": np.ones((3, 2), np.float32), "w": np.ones((2, 3), np.float32)}
    for found in (f.grad(**inputs), f.jacobian(**inputs), f.vjp(np.float32(1), **inputs)):
        assert {array.dtype for array in found.values()} == {np.dtype(np.float32)}
    assert f.jvp(inputs, **inputs).dtype == np.float32


def test_short_theories_are_not_cut() -> None:
    for name in ("softmax", "softmax_cross_entropy", "network", "sigmoid", "log_softmax"):
        theory = derive.load(name).data
        assert theory.output is not None
        assert not is_long(theory, theory.output.name)
    assert cuts(parse_theory(mlp(2)), "L") == ("z1", "z2")


@pytest.mark.parametrize(
    ("text", "of", "wrt"), [(mlp(2), "L", "W1"), (RESIDUAL, "f", "x"), (CHAIN, "y8", "x"), (mlp(2), "h2", "b1")]
)
def test_hessian_vector_products_go_forward_over_reverse(text: str, of: str, wrt: str) -> None:
    theory = derive.parse(text)
    assert is_long(theory.data, of)
    derivation = theory.hvp(of, wrt)
    report = derivation.verify()
    assert report.ok and all(row.verdict == "agrees" for row in report.rows if row.referee == "numbers")
    assert replay(derivation.data.theorem, rules()).conclusion == derivation.data.statement
    assert not has_derivative(derivation.data.result)
    assert derivation.text() and derivation.instance(**dict.fromkeys(theory.data.dims, range(1, 3))).text()


def test_the_work_of_a_hessian_vector_product_grows_with_the_chain() -> None:
    sizes = []
    for layers in (2, 4, 8):
        derivation = derive.parse(mlp(layers)).hvp("L", "W1").data
        sizes.append(sum(sum(1 for _ in subterms(d.body)) for d in derivation.where))
    assert sizes[2] - sizes[1] <= 2.2 * (sizes[1] - sizes[0])
