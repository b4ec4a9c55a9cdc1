"""Which terms should a derivation be made of: our own, or SymPy's with evaluation switched off?

The lines of the softmax and sigmoid derivations are written once and built three ways: with the terms of `derive.expr`,
with SymPy terms rebuilt by `evaluate=False` (and a substitution without capture, which SymPy lacks), and with SymPy as
it comes.  Measured for each: the time to build every line, to substitute in it (an index by one that a sum binds, a
number by a fraction, a name) and to compare it with itself under other bound names; and how many lines are still the
line that was written after they were rebuilt.

    python benchmarks/terms.py [--smoke]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Protocol

import sympy

from derive import expr as e


class Builder(Protocol):
    """What a line needs: one method for each notion, so that a line is written once."""

    def num(self, value: int) -> Any: ...
    def ref(self, name: str, *indices: str) -> Any: ...
    def add(self, *terms: Any) -> Any: ...
    def mul(self, *terms: Any) -> Any: ...
    def neg(self, term: Any) -> Any: ...
    def div(self, numerator: Any, denominator: Any) -> Any: ...
    def square(self, base: Any) -> Any: ...
    def exp(self, term: Any) -> Any: ...
    def sum(self, index: str, body: Any) -> Any: ...
    def delta(self, left: str, right: str) -> Any: ...
    def diff(self, term: Any, variable: Any) -> Any: ...
    def rename(self, term: Any, old: str, new: str) -> Any: ...
    def replace(self, term: Any, name: str, by: Any) -> Any: ...
    def same(self, left: Any, right: Any) -> bool: ...


class Ours:
    """The terms of `derive.expr`."""

    def num(self, value: int) -> e.Term:
        return e.Num(Fraction(value))

    def ref(self, name: str, *indices: str) -> e.Term:
        return e.Ref(name, tuple(e.Index(i, "K") for i in indices))

    def add(self, *terms: e.Term) -> e.Term:
        return e.add(*terms)

    def mul(self, *terms: e.Term) -> e.Term:
        return e.mul(*terms)

    def neg(self, term: e.Term) -> e.Term:
        return e.neg(term)

    def div(self, numerator: e.Term, denominator: e.Term) -> e.Term:
        return e.div(numerator, denominator)

    def square(self, base: e.Term) -> e.Term:
        return e.power(base, 2)

    def exp(self, term: e.Term) -> e.Term:
        return e.Fun("exp", (term,))

    def sum(self, index: str, body: e.Term) -> e.Term:
        return e.Reduce("sum", e.Index(index, "K"), body)

    def delta(self, left: str, right: str) -> e.Term:
        return e.Delta(e.Index(left, "K"), e.Index(right, "K"))

    def diff(self, term: e.Term, variable: e.Ref) -> e.Term:
        return e.Diff(term, variable)

    def rename(self, term: e.Term, old: str, new: str) -> e.Node:
        return e.substitute(term, indices={e.Index(old, "K"): e.Index(new, "K")})

    def replace(self, term: e.Term, name: str, by: e.Term) -> e.Node:
        return e.substitute(term, quantities={name: e.Lambda((), by)})

    def same(self, left: e.Term, right: e.Term) -> bool:
        return e.alpha_equal(left, right)


class Unevaluated:
    """SymPy terms; every construction and every rebuild with `evaluate=False`, substitution without capture added here."""

    evaluate: bool | None = False

    def __init__(self) -> None:
        self.size = sympy.Symbol("K", integer=True, positive=True)

    def _index(self, name: str) -> Any:
        return sympy.Symbol(name, integer=True)

    def make(self, func: Any, *args: Any) -> Any:
        keeps = issubclass(func, sympy.Add | sympy.Mul | sympy.Pow | sympy.Function | sympy.Derivative)
        return func(*args, evaluate=False) if keeps and self.evaluate is False else func(*args)

    def num(self, value: int) -> Any:
        return sympy.Integer(value)

    def ref(self, name: str, *indices: str) -> Any:
        if not indices:
            return sympy.Symbol(name, real=True)
        return sympy.IndexedBase(name, real=True)[tuple(map(self._index, indices))]

    def add(self, *terms: Any) -> Any:
        return self.make(sympy.Add, *terms)

    def mul(self, *terms: Any) -> Any:
        return self.make(sympy.Mul, *terms)

    def neg(self, term: Any) -> Any:
        return self.make(sympy.Mul, sympy.Integer(-1), term)

    def div(self, numerator: Any, denominator: Any) -> Any:
        return self.mul(numerator, self.make(sympy.Pow, denominator, sympy.Integer(-1)))

    def square(self, base: Any) -> Any:
        return self.make(sympy.Pow, base, sympy.Integer(2))

    def exp(self, term: Any) -> Any:
        return self.make(sympy.exp, term)

    def sum(self, index: str, body: Any) -> Any:
        return sympy.Sum(body, (self._index(index), 0, sympy.Add(self.size, -1)))

    def delta(self, left: str, right: str) -> Any:
        return self.make(sympy.KroneckerDelta, self._index(left), self._index(right))

    def diff(self, term: Any, variable: Any) -> Any:
        return sympy.Derivative(term, variable, evaluate=False)

    def _substitute(self, term: Any, old: Any, new: Any) -> Any:
        if term == old:
            return new
        if not term.args or not term.has(old):
            return term
        if isinstance(term, sympy.Sum):
            body, (bound, low, high) = term.function, term.limits[0]
            if bound == old:
                return term
            if new.has(bound):
                inner = sympy.Dummy(bound.name, integer=True)
                body, bound = self._substitute(body, bound, inner), inner
            return sympy.Sum(self._substitute(body, old, new), (bound, low, high))
        if isinstance(term, sympy.Indexed):
            return term.func(term.base, *(self._substitute(i, old, new) for i in term.indices))
        if isinstance(term, sympy.Derivative):
            return sympy.Derivative(
                self._substitute(term.expr, old, new), self._substitute(term.variables[0], old, new), evaluate=False
            )
        return self.make(term.func, *(self._substitute(a, old, new) for a in term.args))

    def rename(self, term: Any, old: str, new: str) -> Any:
        return self._substitute(term, self._index(old), self._index(new))

    def replace(self, term: Any, name: str, by: Any) -> Any:
        return self._substitute(term, sympy.Symbol(name, real=True), by)

    def same(self, left: Any, right: Any) -> bool:
        return bool(self._canonical(left) == self._canonical(right))

    def _canonical(self, term: Any, depth: int = 0) -> Any:
        if not term.args or isinstance(term, sympy.Indexed):
            return term
        if isinstance(term, sympy.Sum):
            bound, low, high = term.limits[0]
            name = sympy.Symbol(f"#{depth}", integer=True)
            return sympy.Sum(
                self._canonical(self._substitute(term.function, bound, name), depth + 1), (name, low, high)
            )
        if isinstance(term, sympy.Derivative):
            return term.func(self._canonical(term.expr, depth), term.variables[0], evaluate=False)
        return self.make(term.func, *(self._canonical(a, depth) for a in term.args))


class Evaluated(Unevaluated):
    """SymPy terms, built and substituted in as SymPy does it."""

    evaluate = None

    def _substitute(self, term: Any, old: Any, new: Any) -> Any:
        return term.xreplace({old: new})

    def same(self, left: Any, right: Any) -> bool:
        return Unevaluated().same(left, right)  # as they stand: evaluation would hide what was lost


def softmax(b: Builder) -> list[Any]:
    """The Jacobian by the quotient rule, its two cases, and invariance under a shift."""
    g, g_j, h = b.exp(b.ref("a", "i")), b.exp(b.ref("a", "j")), b.sum("k", b.exp(b.ref("a", "k")))
    y_i, y_j, delta, c = b.ref("y", "i"), b.ref("y", "j"), b.delta("i", "j"), b.exp(b.ref("c"))
    collapsed = b.sum("k", b.mul(b.exp(b.ref("a", "k")), b.delta("k", "j")))
    return [
        b.diff(b.div(g, h), b.ref("a", "j")),
        b.div(b.add(b.mul(g, delta, h), b.neg(b.mul(g, collapsed))), b.square(h)),
        b.div(b.add(b.mul(g, delta, h), b.neg(b.mul(g, g_j))), b.square(h)),
        b.add(b.div(b.mul(g, delta, h), b.square(h)), b.neg(b.div(b.mul(g, g_j), b.square(h)))),
        b.add(b.mul(b.div(g, h), delta), b.neg(b.mul(b.div(g, h), b.div(g_j, h)))),
        b.add(b.mul(y_i, delta), b.neg(b.mul(y_i, y_j))),
        b.mul(y_i, b.add(delta, b.neg(y_j))),
        b.div(b.add(b.mul(g, h), b.neg(b.mul(g, g))), b.square(h)),
        b.add(y_i, b.neg(b.square(y_i))),
        b.mul(y_i, b.add(b.num(1), b.neg(y_i))),
        b.div(b.add(b.mul(b.num(0), h), b.neg(b.mul(g, g_j))), b.square(h)),
        b.neg(b.mul(y_i, y_j)),
        b.div(b.exp(b.add(b.ref("a", "i"), b.ref("c"))), b.sum("k", b.exp(b.add(b.ref("a", "k"), b.ref("c"))))),
        b.div(b.mul(g, c), b.sum("k", b.mul(b.exp(b.ref("a", "k")), c))),
        b.div(b.mul(g, c), b.mul(c, h)),
        b.div(g, h),
    ]


def sigmoid(b: Builder) -> list[Any]:
    """Through u = 1 + e^(−x) and the chain rule to σ(1 − σ), 1 added and subtracted on the way."""
    x, u, s = b.ref("x"), b.ref("u"), b.ref("sigma")
    w = b.exp(b.neg(x))
    one, below = b.num(1), b.add(b.num(1), w)
    return [
        b.diff(b.div(one, below), x),
        b.mul(b.diff(b.div(one, u), u), b.diff(below, x)),
        b.mul(b.neg(b.div(one, b.square(u))), b.neg(w)),
        b.div(w, b.square(below)),
        b.div(b.add(one, w, b.neg(one)), b.square(below)),
        b.add(b.div(below, b.square(below)), b.neg(b.div(one, b.square(below)))),
        b.add(b.div(one, below), b.neg(b.square(b.div(one, below)))),
        b.add(s, b.neg(b.square(s))),
        b.mul(s, b.add(one, b.neg(s))),
    ]


def lines(b: Builder) -> list[Any]:
    """Every line of both chains."""
    return softmax(b) + sigmoid(b)


def rebuilt(b: Builder, term: Any) -> list[Any]:
    """j by k, which the sums bind; c by c/T; x by z: what a step of a derivation does to a line."""
    temperature = b.ref("T")
    return [
        b.rename(term, "j", "k"),
        b.replace(term, "c", b.div(b.ref("c"), temperature)),
        b.replace(term, "x", b.ref("z")),
    ]


def survives(b: Builder, term: Any) -> bool:
    """Whether the line is the same again when j, c and x have been given other names and their own ones back."""
    there = b.replace(b.replace(b.rename(term, "j", "l"), "c", b.ref("d")), "x", b.ref("z"))
    back = b.replace(b.replace(b.rename(there, "l", "j"), "d", b.ref("c")), "z", b.ref("x"))
    return b.same(term, back)


def captures(b: Builder) -> bool:
    """Whether Σ_k a_k·b_j with j := k becomes Σ_k a_k·b_k, which is wrong."""
    term = b.sum("k", b.mul(b.ref("a", "k"), b.ref("b", "j")))
    return b.same(b.rename(term, "j", "k"), b.sum("k", b.mul(b.ref("a", "k"), b.ref("b", "k"))))


def best(action: Callable[[], object], repeats: int) -> float:
    """The shortest of `repeats` runs, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def row(name: str, b: Builder, repeats: int) -> str:
    """What is measured for one kind of term."""

    def build() -> list[Any]:
        return lines(b)

    def substituted() -> list[Any]:  # in lines just built: no analysis is kept from an earlier run
        return [rebuilt(b, term) for term in lines(b)]

    def compared() -> list[bool]:
        return [b.same(left, right) for left, right in zip(lines(b), lines(b), strict=True)]

    built = best(build, repeats)
    original = lines(Unevaluated() if isinstance(b, Unevaluated) else b)
    kept = sum(survives(b, term) for term in original)
    return (
        f"{name:<20} {built * 1e3:6.2f} ms {(best(substituted, repeats) - built) * 1e3:8.2f} ms "
        f"{max(best(compared, repeats) - 2 * built, 0.0) * 1e3:6.2f} ms"
        f"{kept:>12} of {len(original)} {'yes' if captures(b) else 'no':>14}"
    )


def main(smoke: bool) -> None:
    """Print one row for each kind of term."""
    print(f"{'terms':<20} {'build':>9} {'substitute':>11} {'compare':>9}   lines that survive   captured")
    for name, builder in (("ours", Ours()), ("SymPy, unevaluated", Unevaluated()), ("SymPy, as it comes", Evaluated())):
        print(row(name, builder, 2 if smoke else 50))


if __name__ == "__main__":
    main("--smoke" in sys.argv[1:])
