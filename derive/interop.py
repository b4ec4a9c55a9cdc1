"""How do terms become SymPy?  What users get as `d.result`.

Comes in: a term or a formula.  Goes out: an ordinary SymPy expression: real `Symbol` and `IndexedBase`, integer index
symbols, dimensions as positive integer symbols, `Sum(…, (k, 0, K - 1))`, `Product`, `KroneckerDelta`, `Piecewise`, and four
classes for what SymPy has no word for: `Maximum`, `Minimum` and `ArgMax` over an index, and `Partial`, a derivative.

SymPy captures bound indices when it differentiates or substitutes, so a bound index never has the name of anything
else around it.  SymPy is imported when it is first needed, not with this module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, reduce
from operator import mul
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from derive.expr import (
    Add,
    And,
    ArgMax,
    Binder,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    Fun,
    If,
    Implies,
    Index,
    Mul,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Ref,
    Size,
    free,
    fresh,
    names,
    subterms,
)

if TYPE_CHECKING:
    import sympy

__all__ = ["to_sympy"]

_Symbols = Mapping[Index, Any]


def to_sympy(node: Node) -> sympy.Basic:
    """The SymPy expression that means the same as `node`.

    SymPy evaluates as it builds (`x + 0` is `x`), so the result compares equal to what a user would type.  Raises
    `TypeError` for a formula with a quantifier.
    """
    dims = {
        n.dim if isinstance(n, Index | Size) else n.index.dim
        for n in subterms(node)
        if isinstance(n, Index | Size | Binder)
    }
    symbols = {i: _index(i.name) for i in free(node)}
    return _build(node, symbols, dims | names(node) | {i.name for i in symbols})


def _index(name: str) -> Any:
    import sympy

    return sympy.Symbol(name, integer=True)


def _dim(name: str) -> Any:
    import sympy

    return sympy.Symbol(name, integer=True, positive=True)


def _build(node: Node, symbols: _Symbols, taken: set[str] | frozenset[str]) -> Any:
    """Translate; `symbols` are the indices in scope, `taken` the names of free indices, quantities and dimensions."""
    if isinstance(node, Index):
        return symbols[node]
    if isinstance(node, Binder):
        occupied = taken | {s.name for s in symbols.values()}
        index = node.index if node.index.name not in occupied else fresh(node.index.dim, occupied)
        symbol = _index(index.name)
        children = [_build(c, {**symbols, node.index: symbol}, taken) for c in node.children()]
        maker = _table().get(getattr(node, "op", type(node)))
        parts: tuple[Any, ...] = (*children, (symbol, 0, _dim(index.dim) - 1))
    else:
        children = [_build(c, symbols, taken) for c in node.children()]
        maker = _table().get(type(node))
        parts = (node, *children)
    if maker is None:
        raise TypeError(f"SymPy has no {type(node).__name__}")
    return maker(*parts)


@cache
def _table() -> Mapping[object, Callable[..., Any]]:
    """One entry per node: from the node and its translated children; per binder: from these and its limits."""
    import sympy
    from sympy import Piecewise, oo

    own = _classes()
    functions: Mapping[str, Callable[..., Any]] = {
        "abs": sympy.Abs,
        "lgamma": sympy.loggamma,
        "max": sympy.Max,
        "min": sympy.Min,
    }
    relations = {"==": sympy.Eq, "!=": sympy.Ne, "<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge}

    def over(container: Callable[..., Any], neutral: Any) -> Callable[..., Any]:
        def build(body: Any, *rest: Any) -> Any:
            *conditions, limits = rest
            return container(Piecewise((body, conditions[0]), (neutral, True)) if conditions else body, limits)

        return build

    return {
        Num: lambda n: sympy.Rational(n.value.numerator, n.value.denominator),
        Const: lambda n: getattr(sympy, n.name),
        Size: lambda n: _dim(n.dim),
        Ref: lambda n, *at: sympy.IndexedBase(n.name, real=True)[at] if at else sympy.Symbol(n.name, real=True),
        Add: lambda n, *args: sympy.Add(*args),
        Mul: lambda n, *args: reduce(mul, args),
        Neg: lambda n, arg: -arg,
        Div: lambda n, above, below: above / below,
        Pow: lambda n, base, exponent: base**exponent,
        Fun: lambda n, *args: (functions.get(n.name) or getattr(sympy, n.name))(*args),
        Delta: lambda n, left, right: sympy.KroneckerDelta(left, right),
        If: lambda n, cond, then, other: Piecewise((then, cond), (other, True)),
        Diff: lambda n, expr, var: own.Partial(expr, var),
        Cmp: lambda n, left, right: relations[n.op](left, right),
        And: lambda n, *args: sympy.And(*args),
        Not: lambda n, arg: sympy.Not(arg),
        Implies: lambda n, cond, body: sympy.Implies(cond, body),
        ArgMax: own.ArgMax,
        "sum": over(sympy.Sum, 0),
        "prod": over(sympy.Product, 1),
        "max": over(own.Maximum, -oo),
        "min": over(own.Minimum, oo),
    }


@cache
def _classes() -> SimpleNamespace:
    """The classes that SymPy lacks, made when SymPy is there."""
    import sympy
    from sympy.concrete.expr_with_limits import ExprWithLimits

    class OverIndex(ExprWithLimits):  # type: ignore[misc, unused-ignore]
        """A function of all values of `body` as its index runs over a range."""

        is_real = True
        name: str

        def doit(self, **hints: Any) -> Any:
            """Written out, once the range is known."""
            (index, low, high), body = self.limits[0], self.function
            if not (low.is_Integer and high.is_Integer):
                return self
            return self.explicit(
                [body.xreplace({index: n}).doit(**hints) for n in map(sympy.Integer, range(low, high + 1))]
            )

        def explicit(self, values: list[Any]) -> Any:
            """The result for these values."""
            raise NotImplementedError

        def _latex(self, printer: Any, **settings: Any) -> str:
            index, body = printer._print(self.limits[0][0]), printer._print(self.function)
            return rf"{self.name}_{{{index}}} {body}"

    class Maximum(OverIndex):
        """max of `body` over its index: `Maximum(a[k], (k, 0, K - 1))`."""

        name = r"\max"

        def explicit(self, values: list[Any]) -> Any:
            return sympy.Max(*values)

    class Minimum(OverIndex):
        """min of `body` over its index: `Minimum(a[k], (k, 0, K - 1))`."""

        name = r"\min"

        def explicit(self, values: list[Any]) -> Any:
            return sympy.Min(*values)

    class ArgMax(OverIndex):
        """The first index at which `body` is largest: `ArgMax(a[k], (k, 0, K - 1))`."""

        is_integer = True
        name = r"\operatorname{argmax}"

        def explicit(self, values: list[Any]) -> Any:
            cases = [(n, sympy.And(*(v >= other for other in values))) for n, v in enumerate(values)]
            return sympy.Piecewise(*cases[:-1], (len(values) - 1, True))

    class Partial(sympy.Function):  # type: ignore[misc, unused-ignore]
        """The partial derivative of `expr` by `var`, not evaluated: `Partial(y[i], a[j])`.

        No `Derivative`: SymPy would take `y` for a constant, because it does not know how `y` is defined.
        """

        nargs = 2
        is_real = True

        def _eval_derivative(self, symbol: Any) -> Any:
            return sympy.Derivative(self, symbol, evaluate=False)

        def _latex(self, printer: Any, exp: str | None = None) -> str:
            text = rf"\frac{{\partial {printer._print(self.args[0])}}}{{\partial {printer._print(self.args[1])}}}"
            return rf"\left({text}\right)^{{{exp}}}" if exp else text

    own = (Maximum, Minimum, ArgMax, Partial)
    for cls in own:
        cls.__module__, cls.__qualname__ = __name__, cls.__name__
    return SimpleNamespace(**{cls.__name__: cls for cls in own})


def __getattr__(name: str) -> Any:
    if name in ("Maximum", "Minimum", "Partial"):
        return getattr(_classes(), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
