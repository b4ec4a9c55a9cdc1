"""How do terms become SymPy?  What users get as `d.result`.

Comes in: a term or a formula.  Goes out: an ordinary SymPy expression: real `Symbol` and `IndexedBase`, integer index
symbols, dimensions as positive integer symbols, `Sum(…, (k, 0, K - 1))`, `Product`, `KroneckerDelta`, `Piecewise`, and five
classes for what SymPy has no word for: `Maximum`, `Minimum` and `ArgMax` over an index, `Partial`, a derivative, and
`Choice`, a `Piecewise` that stands in nested sums.

SymPy captures bound indices when it differentiates or substitutes, so a bound index never has the name of anything
else around it.  SymPy is imported when it is first needed, not with this module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from operator import mul
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from derive.expr import (
    Add,
    Aligned,
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
    Reduce,
    Ref,
    Size,
    extent,
    free,
    fresh,
    names,
    subterms,
)

if TYPE_CHECKING:
    import sympy

__all__ = ["to_sympy"]


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
    symbols = {i: _position(i.name) for i in free(node)}
    return _build(node, _Scope(symbols, 0, names(node) | dims | {i.name for i in symbols}))


def _position(name: str) -> Any:
    """A free index: a symbol, or in an instance a number."""
    import sympy

    return sympy.Integer(name) if name.isdecimal() else _index(name)


def _index(name: str) -> Any:
    import sympy

    return sympy.Symbol(name, integer=True)


def _sides(node: Aligned, at: tuple[Any, ...]) -> tuple[Any, Any]:
    """What is equal where positions are aligned: one of them, if it counts once, and the rest."""
    alone = next((n for n, c in enumerate(node.coefficients) if c == -1), None)
    alone = node.coefficients.index(1) if alone is None and 1 in node.coefficients else alone
    total = sum((c * i for c, i in zip(node.coefficients, at, strict=True)), node.offset)
    return (0, total) if alone is None else (at[alone], at[alone] - node.coefficients[alone] * total)


def _dim(dim: str) -> Any:
    import sympy

    parts, constant = extent(dim)
    return sum((c * sympy.Symbol(name, integer=True, positive=True) for name, c in parts), sympy.Integer(constant))


@dataclass(frozen=True, slots=True)
class _Scope:
    """The symbols of the indices in scope, how many binders there are around, and names not to be used."""

    symbols: Mapping[Index, Any]
    depth: int
    taken: frozenset[str]

    def under(self, index: Index) -> tuple[_Scope, Any]:
        """The scope inside a binder, and the symbol of its index."""
        occupied = self.taken | {str(s) for s in self.symbols.values()}
        name = index.name if index.name not in occupied else fresh(index.dim, occupied).name
        symbol = _index(name)
        return _Scope({**self.symbols, index: symbol}, self.depth + 1, self.taken), symbol

    def folds(self, node: Node) -> bool:
        """Whether SymPy cannot be trusted with a `Piecewise` for `node`: in nested sums it moves them across binders.

        `Sum(Sum(Piecewise((a[i], Ne(i, j)), (0, True)), (j, …)), (i, …))` becomes a sum over i in which j is free.
        """
        below = (n for child in node.children() for n in subterms(child))
        return self.depth > 1 or any(isinstance(n, If) or getattr(n, "cond", None) is not None for n in below)


def _build(node: Node, scope: _Scope) -> Any:
    if isinstance(node, Index):
        return scope.symbols[node]
    maker = _table().get(type(node))
    if maker is None:
        raise TypeError(f"SymPy has no {type(node).__name__}")
    if isinstance(node, Binder):
        inner, symbol = scope.under(node.index)
        body, *conditions = (_build(c, inner) for c in node.children())
        if isinstance(node, Reduce) and conditions:
            body = _choice(inner.folds(node))(body, conditions[0], _reductions()[node.op][1])
        return maker(node, body, (symbol, 0, _dim(node.index.dim) - 1))
    children = [_build(c, scope) for c in node.children()]
    if isinstance(node, If):
        condition, then, other = children
        return _choice(scope.folds(node))(then, condition, other)
    return maker(node, *children)


def _choice(folds: bool) -> Callable[[Any, Any, Any], Any]:
    """`then` if the condition holds, else `other`: a `Piecewise` where SymPy lets it stand."""
    import sympy

    own = _classes()
    return own.Choice if folds else lambda then, condition, other: sympy.Piecewise((then, condition), (other, True))


@cache
def _reductions() -> Mapping[str, tuple[Any, Any]]:
    """What each reduction becomes, and the value that it does not notice."""
    import sympy

    own = _classes()
    return {
        "sum": (sympy.Sum, 0),
        "prod": (sympy.Product, 1),
        "max": (own.Maximum, -sympy.oo),
        "min": (own.Minimum, sympy.oo),
    }


@cache
def _table() -> Mapping[object, Callable[..., Any]]:
    """How each node is made: from itself and its translated children; a binder from its body and its limits."""
    import sympy

    own = _classes()
    functions: Mapping[str, Callable[..., Any]] = {
        "abs": sympy.Abs,
        "lgamma": sympy.loggamma,
        "max": sympy.Max,
        "min": sympy.Min,
    }
    relations = {"==": sympy.Eq, "!=": sympy.Ne, "<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge}

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
        Aligned: lambda n, *at: sympy.KroneckerDelta(*_sides(n, at)),
        If: _choice,
        Diff: lambda n, expr, var: own.Partial(expr, var),
        Cmp: lambda n, left, right: relations[n.op](left, right),
        And: lambda n, *args: sympy.And(*args),
        Not: lambda n, arg: sympy.Not(arg),
        Implies: lambda n, cond, body: sympy.Implies(cond, body),
        ArgMax: lambda n, body, limits: own.ArgMax(body, limits),
        Reduce: lambda n, body, limits: _reductions()[n.op][0](body, limits),
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

    class Choice(sympy.Function):  # type: ignore[misc, unused-ignore]
        """`then` if `cond` holds, else `other`: a `Piecewise` that stays inside the sums around it; `doit` makes it one."""

        nargs = 3
        is_real = True

        @classmethod
        def eval(cls, then: Any, cond: Any, other: Any) -> Any:
            """Decided as soon as the condition is."""
            return then if cond == sympy.true else other if cond == sympy.false else None

        def doit(self, **hints: Any) -> Any:
            """As a `Piecewise`."""
            then, cond, other = (a.doit(**hints) for a in self.args)
            return sympy.Piecewise((then, cond), (other, True))

        def _latex(self, printer: Any, exp: str | None = None) -> str:
            text: str = printer._print(self.doit(deep=False))
            return rf"\left({text}\right)^{{{exp}}}" if exp else text

    own = (Maximum, Minimum, ArgMax, Partial, Choice)
    for cls in own:
        cls.__module__, cls.__qualname__ = __name__, cls.__name__
    return SimpleNamespace(**{cls.__name__: cls for cls in own})


def __getattr__(name: str) -> Any:
    if name in ("Choice", "Maximum", "Minimum", "Partial"):
        return getattr(_classes(), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
