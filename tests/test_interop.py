"""Terms as SymPy expressions: what users get."""

from __future__ import annotations

import pickle
import subprocess
import sys
from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, given
from mpmath import mp, mpf
from sympy import Derivative, IndexedBase, KroneckerDelta, Piecewise, Product, Sum, Symbol, exp, log, oo
from terms import DEFINED, terms

from derive import language
from derive.checks import Point, evaluate
from derive.expr import FUNCTIONS, ZERO, Cmp, ForAll, Index, Reduce, Ref, mul
from derive.interop import Partial, to_sympy

K = Symbol("K", integer=True, positive=True)
i, j, k = sympy.symbols("i j k", integer=True)
a, b, y = (IndexedBase(name, real=True) for name in "aby")
x, z = sympy.symbols("x z", real=True)


def made(text: str, *definitions: str) -> sympy.Basic:
    return to_sympy(
        language.parse_theory("\n".join([*definitions, f"prove(({text}) == 0)"]), name="test").claims[-1].terms[0]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x + 2*x**2 - x/4", 2 * x**2 + x * sympy.Rational(3, 4)),
        ("0.1*pi", sympy.pi / 10),
        ("y[i]*(delta(i, j) - y[j])", y[i] * (KroneckerDelta(i, j) - y[j])),
        ("exp(a[i])/sum(exp(a[k]) for k in K)", exp(a[i]) / Sum(exp(a[k]), (k, 0, K - 1))),
        ("prod(a[k] for k in K)/K", Product(a[k], (k, 0, K - 1)) / K),
        ("x if x > 0 else 0", Piecewise((x, x > 0), (0, True))),
        ("sum(a[k] for k in K if k != i)", Sum(Piecewise((a[k], sympy.Ne(k, i)), (0, True)), (k, 0, K - 1))),
        ("max(x, 0) - min(x, z)", sympy.Max(x, 0) - sympy.Min(x, z)),
        ("-y[i] + 1", 1 - y[i]),
        ("log(abs(x))*lgamma(x)", log(sympy.Abs(x)) * sympy.loggamma(x)),
    ],
)
def test_a_term_is_what_a_user_would_type(text, expected):
    assert made(text) == expected


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name not in ("max", "min", "polygamma")])
def test_every_function_has_a_sympy_class(name):
    result = made(f"{name}(x)")
    assert isinstance(result, sympy.Function) or name == "sqrt"
    assert result.free_symbols == {x}


def test_a_bound_index_never_has_the_name_of_anything_else():
    bound, outer = Index("k", "K"), Ref("a", (Index("k", "K"),))
    inner = Reduce("sum", bound, mul(outer, Reduce("sum", bound, Ref("b", (bound,)))))
    result = to_sympy(mul(outer, inner))
    sums = result.atoms(Sum)
    assert result.free_symbols >= {k, a[k]}
    assert len({s.variables[0] for s in sums} | {k}) == 3
    free = Reduce("sum", Index("x", "K"), mul(Ref("x"), Ref("a", (Index("x", "K"),))))
    (letter,) = to_sympy(free).variables
    assert letter.name != "x"
    assert to_sympy(free).subs(K, 2).doit() == x * (a[0] + a[1])


def test_a_condition_stays_inside_the_sum_that_binds_its_index():
    result = made("sum(sum(a[n] if a[k] > a[n] else 0 for n in K) for k in K)")
    assert not {s for s in result.free_symbols if s.is_integer and s != K}
    assert result.subs(K, 2).doit().xreplace({a[0]: 3, a[1]: 5}) == 3
    pairs = made("sum(-sum(1/(a[i] - a[j]) for j in K if j != i) for i in K)")
    assert pairs.subs(K, 2).doit().xreplace({a[0]: 3, a[1]: 5}) == 0


def test_maximum_and_argmax_can_be_written_out():
    largest = made("max(a[k] for k in K)")
    assert largest.subs(K, 2).doit() == sympy.Max(a[0], a[1])
    assert largest.doit() == largest
    assert made("min(a[k] for k in K if k != i)").subs({K: 2, i: 0}).doit() == sympy.Min(oo, a[1])
    hit = made("delta(j, argmax(a[k] for k in K))").subs(K, 3).doit()
    at = {a[0]: 1, a[1]: 4, a[2]: 4}
    assert [hit.xreplace(at).subs(j, n).doit() for n in range(3)] == [0, 1, 0]
    assert sympy.latex(largest) == r"\max_{k} {a}_{k}"


def test_a_derivative_stays_one():
    result = made("diff(y[i], a[j])", "y[i] = exp(a[i])/sum(exp(a[k]) for k in K)")
    assert result.args == (y[i], a[j])
    assert result.doit() == result
    assert result.diff(x) == 0
    assert result.diff(a[j]) != 0
    assert sympy.latex(result) == r"\frac{\partial {y}_{i}}{\partial {a}_{j}}"
    assert pickle.loads(pickle.dumps(result)) == result


def test_a_quantifier_is_refused():
    index = Index("i", "K")
    positive = Cmp("<", ZERO, Ref("a", (index,)))
    assert to_sympy(positive) == sympy.Lt(0, a[i])
    with pytest.raises(TypeError, match="ForAll"):
        to_sympy(ForAll(index, positive))


def test_sympy_is_not_imported_before_it_is_needed():
    code = "import sys, derive.interop; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(terms())
def test_a_term_and_its_expression_have_the_same_value(term):
    exact = {"a": [1, Fraction(-1, 2)], "b": [Fraction(1, 4), 2], "x": Fraction(3, 4)}
    point, env = Point.of({"K": 2}, exact), {Index("i", "K"): 0, Index("j", "K"): 1}
    result = to_sympy(term)
    assume(not result.atoms(Derivative) and not result.has(Partial))
    values = {x: sympy.Rational(3, 4), Symbol("s", real=True): evaluate(Ref("s"), DEFINED, point)}
    for name in "aby":
        for n in range(2):
            element = evaluate(Ref(name, (Index("i", "K"),)), DEFINED, point, {Index("i", "K"): n})
            values[IndexedBase(name, real=True)[n]] = element
    at = {symbol: sympy.Integer(n) for symbol, n in ((K, 2), (i, 0), (j, 1)) if symbol in result.free_symbols}
    explicit = result.xreplace(at).doit()
    with mp.workdps(50):
        assert mp.almosteq(
            mpf(sympy.N(explicit.xreplace(values), 40)), evaluate(term, DEFINED, point, env), 1e-10, 1e-10
        )
