"""What does a formula say at given sizes?  Sums written out, every element a SymPy symbol of its own.

Comes in: a theory and sizes of the dimensions.  Goes out: `Explicit`, which gives any term as a SymPy expression without
indices: sums and products written out, definitions unfolded, derivatives taken.  The quantity that one is taken by gets fresh
symbols first, so that only what is defined from it varies, and so does each element of what is defined; one definition is
differentiated at a time, what is shared in it once, functions as SymPy says, and then all symbols are replaced by values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

import sympy

from derive.checks.numbers import At, Env
from derive.checks.sampling import assignments, dimension
from derive.expr import (
    Add,
    Aligned,
    And,
    ArgMax,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
    Mul,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Sizes,
    free_in_order,
    names,
)
from derive.theory import Theory

__all__ = ["Exp", "Explicit", "Expr", "OutOfReach", "positions", "size"]

Expr: TypeAlias = Any
"""A SymPy expression."""


_LARGE = 5_000
"""Nodes that a definition written out, or what SymPy is to differentiate, may have."""


UNDEFINED = (sympy.nan, sympy.zoo, sympy.oo, -sympy.oo, sympy.I)


class OutOfReach(Exception):
    """Not a question about rational functions of elements and powers of e, or too large a one."""


class Explicit:
    """A theory at given sizes: every element a SymPy expression in symbols for the elements of the inputs.

    `fixed` holds elements that are no symbols of their own because an equation determines them.
    """

    __slots__ = ("_cut", "_fresh", "_memo", "_parent", "_symbols", "_theory", "_varying", "_worlds", "dims", "fixed")

    def __init__(self, theory: Theory, dims: Mapping[str, int], fixed: Mapping[tuple[str, At], Expr]) -> None:
        self._theory, self.dims, self.fixed = theory, Sizes(dims), fixed
        self._parent: Explicit | None = None
        self._cut: frozenset[str] = frozenset()
        self._fresh = ""
        self._varying: frozenset[str] = frozenset()
        self._memo: dict[object, Any] = {}
        self._worlds: dict[str, Explicit] = {}
        self._symbols: dict[Expr, tuple[str, At]] = {}

    def cut(self, name: str) -> Explicit:
        """The same with fresh symbols for the elements of `name` and of what is defined from it, nothing else."""
        if name not in self._worlds:
            world = Explicit(self._theory, self.dims, {})
            world._parent, world._fresh, world._cut = self, name, self._cut | {name}
            varying = {name}
            for d in self._theory.definitions:
                if d.name not in world._cut and names(d.body) & varying:
                    varying.add(d.name)
            world._varying = frozenset(varying)
            self._worlds[name] = world
        return self._worlds[name]

    def symbol(self, name: str, at: At) -> Expr:
        """The symbol of an element: that of an input, with one prime for every derivative around it."""
        primes, world = "", self._parent
        while world is not None:
            primes, world = primes + "'", world._parent
        symbol = sympy.Symbol(f"{name}{list(at)}{primes}", real=True)
        self._symbols[symbol] = name, at
        return symbol

    def element(self, name: str, at: At) -> Expr:
        """An element of a quantity."""
        if self._parent is not None:
            return self.symbol(name, at) if name in self._varying else self._parent.element(name, at)
        if (name, at) in self.fixed:
            return self.fixed[name, at]
        if (name, at) not in self._memo:
            self._memo[name, at] = self._element(name, at)
        return self._memo[name, at]

    def _element(self, name: str, at: At) -> Expr:
        for d in self._theory.definitions:
            if d.name == name:
                return _not_large(self.expr(d.body, dict(zip(d.indices, at, strict=True))))
        return self.symbol(name, at)

    def slope(self, expr: Expr, by: Expr) -> Expr:
        """The derivative by a symbol, in the values that symbols have outside, also through what is defined."""
        total = self._partial(expr, by)
        for symbol in sorted(_symbols(expr) & self._symbols.keys(), key=str):
            if self._symbols[symbol][0] != self._fresh:
                if (symbol, by) not in self._memo:
                    self._memo[symbol, by] = self.slope(self._element(*self._symbols[symbol]), by)
                if below := self._memo[symbol, by]:
                    total += product(self._partial(expr, symbol), below)
        return total

    def _partial(self, expr: Expr, by: Expr) -> Expr:
        if by not in _symbols(expr):
            return sympy.S.Zero
        assert self._parent is not None
        slope = _slope(_not_large(expr), by)
        used = _symbols(slope) & self._symbols.keys()
        return slope.xreplace({s: self._parent.element(*self._symbols[s]) for s in used})

    def expr(self, node: Node, env: Env) -> Any:
        """A term as a SymPy expression, an index term as an `int`, a condition on indices as a `bool`.

        Raises `OutOfReach`.
        """
        if self._parent is not None and not names(node) & self._varying:
            return self._parent.expr(node, env)
        key = (node, *[env[i] for i in free_in_order(node)])
        if key not in self._memo:
            if type(node) not in _EXPLICIT:
                raise OutOfReach(f"it has no explicit form ({type(node).__name__})")
            self._memo[key] = _EXPLICIT[type(node)](self, node, env)
        return self._memo[key]


class Exp(sympy.Function):  # type: ignore[misc]
    """e^u for a real u: SymPy's own, of which it need not be asked at length that it is a positive number.

    Powers of e are not multiplied with each other here: whoever compares them does that.
    """

    nargs = 1
    is_positive = True

    @classmethod
    def eval(cls, exponent: Expr) -> Expr | None:
        """SymPy's number, or what is left where it undoes a logarithm."""
        return sympy.exp(exponent) if exponent.is_number or exponent.has(sympy.log) else None

    def fdiff(self, argindex: int = 1) -> Expr:
        """The derivative by the exponent."""
        return self

    def _eval_power(self, power: Expr) -> Expr | None:
        return Exp(self.args[0] * power) if power.is_Rational else None


def _log(number: Expr) -> Expr:
    return number.args[0] if isinstance(number, Exp) else sympy.log(number)


def product(*factors: Expr) -> Expr:
    """Their product; 0 at once where a factor is 0, since SymPy asks at length whether the others are finite."""
    if sympy.S.Zero in factors and not any(f in UNDEFINED for f in factors):
        return sympy.S.Zero
    return sympy.Mul(*factors)


@lru_cache(maxsize=1 << 16)
def _slope(expr: Expr, by: Expr) -> Expr:
    """The derivative of an expression by a symbol: what is shared is differentiated once, functions as SymPy says."""
    if by not in _symbols(expr):
        return sympy.S.Zero
    if expr == by:
        return sympy.S.One
    if expr.is_Add:
        return sympy.Add(*[_slope(arg, by) for arg in expr.args])
    if expr.is_Mul:
        args = expr.args
        slopes = [(n, _slope(arg, by)) for n, arg in enumerate(args)]
        return sympy.Add(*[sympy.Mul(*args[:n], slope, *args[n + 1 :]) for n, slope in slopes if slope])
    if expr.is_Pow and by not in _symbols(expr.exp):
        return sympy.Mul(expr.exp, expr.base ** (expr.exp - 1), _slope(expr.base, by))
    if isinstance(expr, sympy.Function):
        slope = sympy.Add(*[product(expr.fdiff(n), _slope(arg, by)) for n, arg in enumerate(expr.args, 1)])
    else:
        slope = expr.diff(by)
    if slope.has(sympy.Derivative, sympy.Subs, sympy.DiracDelta):
        raise OutOfReach("a derivative of a function with kinks")
    return slope


def _many(world: Explicit, nodes: Iterable[Node], env: Env) -> list[Expr]:
    return [world.expr(n, env) for n in nodes]


def _opaque(name: str, values: list[Expr]) -> Expr:
    """An unknown function of the values, which does not depend on their order; of one value that value."""
    distinct = sorted(set(values), key=sympy.default_sort_key)
    return distinct[0] if len(distinct) == 1 else sympy.Function(name, real=True)(*distinct)


def _reduce(world: Explicit, node: Reduce, env: Env) -> Expr:
    values = []
    for n in range(world.dims[node.index.dim]):
        inner = {**env, node.index: n}
        if node.cond is None or world.expr(node.cond, inner):
            values.append(world.expr(node.body, inner))
    if not values and node.op not in _REDUCTIONS:
        raise OutOfReach(f"{node.op} of nothing")
    return _REDUCTIONS[node.op](*values) if node.op in _REDUCTIONS else _opaque(node.op, values)


_REDUCTIONS: Mapping[str, Callable[..., Expr]] = {"sum": sympy.Add, "prod": sympy.Mul}


def _argmax(world: Explicit, node: ArgMax, env: Env) -> int:
    if world.dims[node.index.dim] > 1:
        raise OutOfReach("where a maximum lies")
    return 0


def _diff(world: Explicit, node: Diff, env: Env) -> Expr:
    at = tuple(world.expr(i, env) for i in node.var.indices)
    inner = world.cut(node.var.name)
    return inner.slope(inner.expr(node.expr, env), inner.symbol(node.var.name, at))


def _not_large(expr: Expr) -> Expr:
    if size(expr) > _LARGE:
        raise OutOfReach("too large an expression")
    return expr


@lru_cache(maxsize=1 << 16)
def size(expr: Expr) -> int:
    """How many nodes the expression has when nothing in it is shared."""
    return 1 + sum(map(size, expr.args))


@lru_cache(maxsize=1 << 16)
def _symbols(expr: Expr) -> frozenset[Expr]:
    """The symbols in an expression."""
    return frozenset((expr,)) if expr.is_Symbol else frozenset[Expr]().union(*map(_symbols, expr.args))


def positions(world: Explicit, ref: Ref) -> Iterator[At]:
    """The positions of all elements of the quantity that `ref` is an element of."""
    indices = [Index(f"#{n}", dimension(i)) for n, i in enumerate(ref.indices)]
    for env in assignments(indices, world.dims, 10**6):
        yield tuple(env[i] for i in indices)


def _power(world: Explicit, node: Pow, env: Env) -> Expr:
    base, exponent = _many(world, node.children(), env)
    return base**exponent


def _condition(world: Explicit, node: Cmp, env: Env) -> bool:
    if not isinstance(node.left, IndexTerm):
        raise OutOfReach("a condition on numbers")
    left, right = _many(world, node.children(), env)
    return bool((left == right) == (node.op == "=="))


_FUNCTIONS: Mapping[str, Callable[..., Expr]] = {
    "exp": Exp,
    "log": _log,
    "abs": sympy.Abs,
    "lgamma": sympy.loggamma,
    "sinh": lambda u: (Exp(u) - Exp(-u)) / 2,
    "cosh": lambda u: (Exp(u) + Exp(-u)) / 2,
    "tanh": lambda u: (Exp(2 * u) - 1) / (Exp(2 * u) + 1),
    "tan": lambda u: sympy.sin(u) / sympy.cos(u),
    "max": lambda *us: _opaque("max", list(us)),
    "min": lambda *us: _opaque("min", list(us)),
}
"""Functions that are not what SymPy calls by the same name; hyperbolic ones in powers of e."""

_EXPLICIT: Mapping[type[Node], Callable[[Explicit, Any, Env], Any]] = {
    Index: lambda w, n, env: env[n],
    ArgMax: _argmax,
    Num: lambda w, n, env: sympy.Rational(n.value.numerator, n.value.denominator),
    Const: lambda w, n, env: getattr(sympy, n.name),
    Size: lambda w, n, env: sympy.Integer(w.dims[n.dim]),
    Ref: lambda w, n, env: w.element(n.name, tuple(_many(w, n.indices, env))),
    Add: lambda w, n, env: sympy.Add(*_many(w, n.args, env)),
    Mul: lambda w, n, env: product(*_many(w, n.args, env)),
    Neg: lambda w, n, env: -w.expr(n.arg, env),
    Div: lambda w, n, env: w.expr(n.num, env) / w.expr(n.den, env),
    Pow: _power,
    Fun: lambda w, n, env: (_FUNCTIONS.get(n.name) or getattr(sympy, n.name))(*_many(w, n.args, env)),
    Reduce: _reduce,
    Delta: lambda w, n, env: sympy.Integer(w.expr(n.left, env) == w.expr(n.right, env)),
    Aligned: lambda w, n, env: sympy.Integer(not n.off(_many(w, n.indices, env))),
    If: lambda w, n, env: w.expr(n.then if w.expr(n.cond, env) else n.other, env),
    Diff: _diff,
    Cmp: _condition,
    And: lambda w, n, env: all(_many(w, n.args, env)),
    Not: lambda w, n, env: not w.expr(n.arg, env),
    Implies: lambda w, n, env: not w.expr(n.cond, env) or w.expr(n.body, env),
    ForAll: lambda w, n, env: all(w.expr(n.body, {**env, n.index: k}) for k in range(w.dims[n.index.dim])),
}
