"""What can be said?  The terms of indexed mathematics, and what is done to them without knowing what is true.

A closed set of immutable node classes, in three kinds: *terms* (real numbers), *index terms* (positions in a
dimension) and *formulas* (what may be assumed, proved, or stand as a condition).  Every node is compared
structurally and hashed once.  Nothing is evaluated when it is built: `0*x` stays `0*x`.  The little that the
constructors `add`, `mul`, `neg`, `div` and `power` do identify is what no printed line can tell apart:
nested sums and products are flat, a minus sign stands in front of a product or a fraction, and arithmetic of
two number literals in a quotient or a sign is a number literal.

Comes in: nothing.  Goes out: the classes, `substitute` (capture-avoiding), `canonical` and `alpha_equal`
(bound indices have no names), and the table of functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass
from dataclasses import fields as fields_of
from fractions import Fraction
from functools import lru_cache
from math import gcd
from operator import is_
from threading import RLock
from typing import Any, ClassVar, TypeVar, dataclass_transform
from weakref import ref

__all__ = [
    "FALSE", "FUNCTIONS", "ONE", "TRUE", "ZERO", "Add", "Aligned", "And", "ArgMax", "Binder", "Cmp", "Const", "Delta",
    "Diff", "Div", "ExprError", "ForAll", "Formula", "Fun", "Function", "If", "Implies", "Index", "IndexTerm", "Lambda",
    "Mul", "Neg", "Node", "Num", "Pow", "Pred", "Reduce", "Ref", "Size", "Sizes", "Term", "add", "aligned",
    "alpha_equal", "apart", "canonical", "conjunction", "div", "extent", "free", "free_in_order", "fresh",
    "has_equations", "is_never_negative", "key", "length", "mul", "names", "neg", "node_class", "num", "power", "size",
    "sizes_of", "spelled", "sub", "substitute", "subterms", "times", "told", "unshadowed",
]  # fmt: skip


_N = TypeVar("_N", bound="Node")


class ExprError(ValueError):
    """A substitution or construction that has no meaning, such as a number where a derivative needs its variable."""


# ---------------------------------------------------------------------------------------------------- the base


class _Kept(ref["Node"]):
    """A node that is known under `key` for as long as something refers to it."""

    __slots__ = ("key",)
    key: tuple[object, ...]


_known: dict[tuple[object, ...], _Kept] = {}
_making = RLock()


def _forget(kept: ref[Node]) -> None:
    assert isinstance(kept, _Kept)
    if _known.get(kept.key) is kept:
        del _known[kept.key]


def _filled(cls: type[Node], fields: tuple[object, ...], named: dict[str, object]) -> tuple[object, ...]:
    """All fields in order, from those by position, those by name, and what they are otherwise."""
    given = {**cls._usual, **dict(zip(cls._fields, fields, strict=False)), **named}
    if len(fields) > len(cls._fields) or {*named} & {*cls._fields[: len(fields)]} or {*given} != {*cls._fields}:
        raise TypeError(f"{cls.__name__} is made of {', '.join(cls._fields)}")
    return tuple([given[name] for name in cls._fields])


def _once(cls: type[_N], *fields: Any, **named: Any) -> _N:
    """The node of this class with these fields: the one that there is, or a new one."""
    if named or len(fields) != len(cls._fields):
        fields = _filled(cls, fields, named)
    key = (cls, *fields)
    kept = _known.get(key)
    node = None if kept is None else kept()
    if node is None:
        with _making:
            kept = _known.get(key)  # another thread may have been here
            node = None if kept is None else kept()
            if node is None:
                node = object.__new__(cls)
                for put, value in zip(cls._put, fields, strict=True):
                    put(node, value)
                _known[key] = kept = _Kept(node, _forget)
                kept.key = key
    return node  # type: ignore[return-value]


@dataclass_transform(frozen_default=True, eq_default=False)
def node_class(cls: type[_N]) -> type[_N]:
    """A class of nodes: a frozen dataclass of which each object is made once."""
    made = dataclass(frozen=True, slots=True, eq=False, repr=False, init=False)(cls)
    every = fields_of(made)  # type: ignore[arg-type]
    made._fields = tuple([f.name for f in every])
    made._usual = {f.name: f.default for f in every if f.default is not MISSING}
    made._put = tuple([vars(made)[name].__set__ for name in made._fields])
    made.__new__ = vars(cls).get("__new__", _once)  # type: ignore[method-assign]
    return made


class Node:
    """A node of a formula: immutable; equal nodes are the same object, whose analyses are kept."""

    __slots__ = ("__weakref__", "_aligns", "_canonical", "_free", "_height", "_key", "_names", "_order")
    _aligns: bool
    _canonical: Node | None
    _free: frozenset[Index]
    _height: int
    _key: str
    _names: frozenset[str]
    _order: tuple[Index, ...]
    _fields: ClassVar[tuple[str, ...]] = ()
    _usual: ClassVar[Mapping[str, object]] = {}
    _put: ClassVar[tuple[Callable[[Node, Any], None], ...]] = ()

    def children(self) -> tuple[Node, ...]:
        """The nodes directly below, in reading order (a binder's own index is not one of them)."""
        return ()

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        """The same node over other children."""
        return self

    def _label(self) -> tuple[object, ...]:
        """What distinguishes this node from others of its class with the same children."""
        return ()

    def __reduce__(self) -> tuple[type[Node], tuple[object, ...]]:
        return type(self), tuple([getattr(self, name) for name in self._fields])

    def __copy__(self: _N) -> _N:
        return self

    def __deepcopy__(self: _N, memo: object) -> _N:
        return self

    def __repr__(self) -> str:
        return key(self)


class Term(Node):
    """A real number."""

    __slots__ = ()


class IndexTerm(Node):
    """A position in a dimension."""

    __slots__ = ()


class Formula(Node):
    """A statement: a condition, a hypothesis, the conclusion of a theorem."""

    __slots__ = ()


class Binder(Node):
    """A node that binds `index` in its children."""

    __slots__ = ()
    index: Index

    def rebind(self, index: Index, children: tuple[Node, ...]) -> Node:
        """The same binder over another index and other children."""
        raise NotImplementedError  # pragma: no cover


# -------------------------------------------------------------------------------------------------- dimensions

Extent = tuple[tuple[tuple[str, int], ...], int]
"""The length of a dimension: how often each named dimension counts, and a number to be added."""


@lru_cache(maxsize=4096)
def extent(dim: str) -> Extent:
    """The length that a dimension has: of `N + K - 1` it is (("N", 1), ("K", 1)), −1; a name has its own."""
    if " " not in dim and "*" not in dim:
        return ((dim, 1),), 0
    parts: dict[str, int] = {}
    constant = 0
    for sign, count, name, number in re.findall(r"([-+]?) ?(?:(?:(\d+)\*)?([^\W\d]\w*)|(\d+))", dim):
        one = -1 if sign == "-" else 1
        if name:
            parts[name] = parts.get(name, 0) + one * int(count or 1)
        else:
            constant += one * int(number)
    return tuple(parts.items()), constant


def spelled(parts: Iterable[tuple[str, int]], constant: int) -> str:
    """A dimension of this length, as it is written: `N + K - 1`."""
    found = sorted(((n, c) for n, c in parts if c), key=lambda part: part[1] < 0)
    text = [f"{'-' if c < 0 else '+'} {f'{abs(c)}*' * (abs(c) != 1)}{name}" for name, c in found]
    text += [f"{'-' if constant < 0 else '+'} {abs(constant)}"] if constant else []
    return " ".join(text).removeprefix("+ ") if text else "0"


def length(dim: str, lengths: Mapping[str, int]) -> int:
    """How many positions a dimension has where the named ones have these lengths."""
    parts, constant = extent(dim)
    return sum(lengths[name] * count for name, count in parts) + constant


def is_never_negative(parts: Mapping[str, int], constant: int) -> bool:
    """Whether Σ count·dimension + constant ≥ 0 whatever the dimensions are, which are at least 1."""
    return min(parts.values(), default=0) >= 0 and sum(parts.values()) + constant >= 0


class Sizes(dict[str, int]):
    """Lengths of the named dimensions, from which those of all others follow."""

    def __missing__(self, dim: str) -> int:
        parts, _ = extent(dim)
        if parts == ((dim, 1),):
            raise KeyError(dim)
        return length(dim, self)


def sizes_of(axes: Iterable[tuple[str, int]]) -> Sizes:
    """What these lengths of dimensions say of the named ones: what stands by itself first, then what follows from others."""
    found = Sizes()
    waiting = sorted(axes, key=lambda axis: extent(axis[0])[0] != ((axis[0], 1),))
    for _ in range(len(waiting)):
        rest = []
        for dim, size in waiting:
            parts, constant = extent(dim)
            open_ = [(name, count) for name, count in parts if name not in found]
            if len(open_) == 1:
                ((name, count),) = open_
                known = sum(found[n] * c for n, c in parts if n != name)
                found[name] = (size - constant - known) // count
            elif open_:
                rest.append((dim, size))
        waiting = rest
    return found


def told(axes: Iterable[str], given: Iterable[str] = ()) -> dict[str, tuple[Extent, int]]:
    """The dimensions that axes tell, given some: their lengths by others that are known then, and what these are divided by."""
    every = tuple(dict.fromkeys(axes))
    found: dict[str, tuple[Extent, int]] = {axis: ((((axis, 1),), 0), 1) for axis in every}
    known = {*every, *given}
    for axis in every * len(every):
        parts, constant = extent(axis)
        open_ = [name for name, _ in parts if name not in known]
        if len(open_) == 1:
            rest = tuple((name, -count) for name, count in parts if name != open_[0])
            found[open_[0]] = ((((axis, 1), *rest), -constant), dict(parts)[open_[0]])
            known.add(open_[0])
    return found


def _moved(dim: str, dims: Mapping[str, str]) -> str:
    """A dimension, those that it is made of renamed."""
    parts, constant = extent(dim)
    if dim in dims or parts == ((dim, 1),):
        return dims.get(dim, dim)
    total: dict[str, int] = {}
    for name, count in parts:
        inner, more = extent(dims.get(name, name))
        constant += count * more
        for below, times_ in inner:
            total[below] = total.get(below, 0) + count * times_
    return spelled(total.items(), constant)


# ------------------------------------------------------------------------------------------------- index terms


@node_class
class Index(IndexTerm):
    """An index variable `name`; it runs over the whole of dimension `dim`, 0 … dim − 1."""

    name: str
    dim: str

    def _label(self) -> tuple[object, ...]:
        return (self.name, self.dim)


@node_class
class ArgMax(IndexTerm, Binder):
    """The first position at which `body` is largest."""

    index: Index
    body: Term

    def children(self) -> tuple[Node, ...]:
        return (self.body,)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return self.rebind(self.index, children)

    def rebind(self, index: Index, children: tuple[Node, ...]) -> Node:
        return ArgMax(index, _term(children[0]))

    def _label(self) -> tuple[object, ...]:
        return (self.index.name, self.index.dim)


# ------------------------------------------------------------------------------------------------------- terms


@node_class
class Num(Term):
    """An exact rational number."""

    value: Fraction

    def __new__(cls, value: Fraction) -> Num:
        exact = value if type(value) is Fraction else Fraction(value)  # else 0.5 would be found where 1/2 is meant
        return _once(cls, exact)

    def _label(self) -> tuple[object, ...]:
        return (self.value,)


@node_class
class Const(Term):
    """A named real constant; the only one is `pi`."""

    name: str

    def _label(self) -> tuple[object, ...]:
        return (self.name,)


@node_class
class Size(Term):
    """A dimension as a number, at least 1."""

    dim: str

    def _label(self) -> tuple[object, ...]:
        return (self.dim,)


@node_class
class Ref(Term):
    """A quantity or one element of it: `a`, `a[i]`, `W[i, j]`."""

    name: str
    indices: tuple[IndexTerm, ...] = ()

    def children(self) -> tuple[Node, ...]:
        return self.indices

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Ref(self.name, tuple(_index(c) for c in children))

    def _label(self) -> tuple[object, ...]:
        return (self.name,)


@node_class
class Add(Term):
    """A sum of two or more terms, none of them itself an `Add`; a difference is a sum with a `Neg`."""

    args: tuple[Term, ...]

    def children(self) -> tuple[Node, ...]:
        return self.args

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return add(*map(_term, children))


@node_class
class Mul(Term):
    """A product of two or more factors, none of them itself a `Mul`, the first one not a `Neg`."""

    args: tuple[Term, ...]

    def children(self) -> tuple[Node, ...]:
        return self.args

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return mul(*map(_term, children))


@node_class
class Neg(Term):
    """−arg."""

    arg: Term

    def children(self) -> tuple[Node, ...]:
        return (self.arg,)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return neg(_term(children[0]))


@node_class
class Div(Term):
    """num / den; at den = 0 an unspecified real number."""

    num: Term
    den: Term

    def children(self) -> tuple[Node, ...]:
        return (self.num, self.den)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return div(_term(children[0]), _term(children[1]))


@node_class
class Pow(Term):
    """base ** exp; where exp is an integer repeated multiplication, otherwise e^(exp·log base)."""

    base: Term
    exp: Term

    def children(self) -> tuple[Node, ...]:
        return (self.base, self.exp)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Pow(_term(children[0]), _term(children[1]))


@node_class
class Fun(Term):
    """A function of the table `FUNCTIONS`, applied."""

    name: str
    args: tuple[Term, ...]

    def children(self) -> tuple[Node, ...]:
        return self.args

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Fun(self.name, tuple(map(_term, children)))

    def _label(self) -> tuple[object, ...]:
        return (self.name,)


@node_class
class Reduce(Term, Binder):
    """`op` ("sum", "prod", "max" or "min") of `body` over every value of `index` that satisfies `cond` (None: all)."""

    op: str
    index: Index
    body: Term
    cond: Formula | None = None

    def children(self) -> tuple[Node, ...]:
        return (self.body,) if self.cond is None else (self.body, self.cond)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return self.rebind(self.index, children)

    def rebind(self, index: Index, children: tuple[Node, ...]) -> Node:
        cond = _formula(children[1]) if len(children) > 1 else None
        return Reduce(self.op, index, _term(children[0]), None if cond == TRUE else cond)

    def _label(self) -> tuple[object, ...]:
        return (self.op, self.index.name, self.index.dim)


@node_class
class Delta(Term):
    """Kronecker's δ: 1 where both positions are equal, else 0.  Symmetric, as == and != are: `canonical` orders the arguments."""

    left: IndexTerm
    right: IndexTerm

    def children(self) -> tuple[Node, ...]:
        return (self.left, self.right)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Delta(_index(children[0]), _index(children[1]))


@node_class
class Aligned(Term):
    """1 where Σ coefficient·index + offset = 0 for these positions, counted from 0, else 0: [m = i + k].  `aligned` makes it."""

    coefficients: tuple[int, ...]
    indices: tuple[IndexTerm, ...]
    offset: int

    def children(self) -> tuple[Node, ...]:
        return self.indices

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return aligned(zip(map(_index, children), self.coefficients, strict=True), self.offset)

    def off(self, positions: Iterable[int]) -> int:
        """Σ coefficient·position + offset: 0 where they are aligned."""
        return sum(c * int(n) for c, n in zip(self.coefficients, positions, strict=True)) + self.offset

    def _label(self) -> tuple[object, ...]:
        return (self.coefficients, self.offset)


@node_class
class If(Term):
    """`then` where `cond` holds, else `other`."""

    cond: Formula
    then: Term
    other: Term

    def children(self) -> tuple[Node, ...]:
        return (self.cond, self.then, self.other)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return If(_formula(children[0]), _term(children[1]), _term(children[2]))


@node_class
class Diff(Term):
    """∂expr/∂var, not evaluated.  `var` counts as an input: what is defined from it varies with it, nothing else does."""

    expr: Term
    var: Ref

    def children(self) -> tuple[Node, ...]:
        return (self.expr, self.var)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        if not isinstance(children[1], Ref):
            raise ExprError("a derivative needs a quantity to differentiate by, not an expression")
        return Diff(_term(children[0]), children[1])


# ---------------------------------------------------------------------------------------------------- formulas


@node_class
class Cmp(Formula):
    """left op right, with op one of == != < <= (> and >= are turned round); both sides terms, or both index terms."""

    op: str
    left: Term | IndexTerm
    right: Term | IndexTerm

    def children(self) -> tuple[Node, ...]:
        return (self.left, self.right)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        left, right = children
        if not isinstance(left, Term | IndexTerm) or not isinstance(right, Term | IndexTerm):
            raise ExprError("a comparison is between two numbers or two indices")
        return Cmp(self.op, left, right)

    def _label(self) -> tuple[object, ...]:
        return (self.op,)


@node_class
class And(Formula):
    """All of `args`; with no arguments it is true."""

    args: tuple[Formula, ...]

    def children(self) -> tuple[Node, ...]:
        return self.args

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return conjunction(*map(_formula, children))


@node_class
class Not(Formula):
    """Not `arg`."""

    arg: Formula

    def children(self) -> tuple[Node, ...]:
        return (self.arg,)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Not(_formula(children[0]))


@node_class
class Implies(Formula):
    """`cond` implies `body`."""

    cond: Formula
    body: Formula

    def children(self) -> tuple[Node, ...]:
        return (self.cond, self.body)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Implies(_formula(children[0]), _formula(children[1]))


@node_class
class ForAll(Formula, Binder):
    """`body` for every value of `index`."""

    index: Index
    body: Formula

    def children(self) -> tuple[Node, ...]:
        return (self.body,)

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return self.rebind(self.index, children)

    def rebind(self, index: Index, children: tuple[Node, ...]) -> Node:
        return ForAll(index, _formula(children[0]))

    def _label(self) -> tuple[object, ...]:
        return (self.index.name, self.index.dim)


@node_class
class Pred(Formula):
    """A predicate variable over indices; it occurs in rules, where it stands for any condition."""

    name: str
    indices: tuple[IndexTerm, ...] = ()

    def children(self) -> tuple[Node, ...]:
        return self.indices

    def rebuild(self, children: tuple[Node, ...]) -> Node:
        return Pred(self.name, tuple(_index(c) for c in children))

    def _label(self) -> tuple[object, ...]:
        return (self.name,)


TRUE = And(())
FALSE = Not(TRUE)


# ------------------------------------------------------------------------------------------------ constructors


def _term(node: Node) -> Term:
    if not isinstance(node, Term):
        raise ExprError("expected a number here")
    return node


def _index(node: Node) -> IndexTerm:
    if not isinstance(node, IndexTerm):
        raise ExprError("expected an index here")
    return node


def _formula(node: Node) -> Formula:
    if not isinstance(node, Formula):
        raise ExprError("expected a condition here")
    return node


def num(value: int | Fraction) -> Num:
    """A number literal."""
    return Num(Fraction(value))


ZERO, ONE = num(0), num(1)


def add(*terms: Term) -> Term:
    """The sum, flat; of no terms 0, of one that term."""
    flat = tuple(a for t in terms for a in (t.args if isinstance(t, Add) else (t,)))
    return flat[0] if len(flat) == 1 else Add(flat) if flat else ZERO


def neg(term: Term) -> Term:
    """The negative; of a number literal a literal."""
    return Num(-term.value) if isinstance(term, Num) else Neg(term)


def sub(left: Term, right: Term) -> Term:
    """left − right."""
    return add(left, neg(right))


def mul(*terms: Term) -> Term:
    """The product, flat, with the sign of its first factor in front; of no terms 1, of one that term."""
    flat = tuple(a for t in terms for a in (t.args if isinstance(t, Mul) else (t,)))
    if len(flat) < 2:
        return flat[0] if flat else ONE
    if isinstance(flat[0], Neg):
        return Neg(mul(flat[0].arg, *flat[1:]))
    return Mul(flat)


def div(numerator: Term, denominator: Term) -> Term:
    """The quotient, with the sign of its numerator in front; of two literals (denominator not 0) a literal."""
    if isinstance(numerator, Neg):
        return Neg(div(numerator.arg, denominator))
    if isinstance(numerator, Num) and isinstance(denominator, Num) and denominator.value:
        return Num(numerator.value / denominator.value)
    return Div(numerator, denominator)


def size(dim: str) -> Term:
    """The length of a dimension as a number, in named ones."""
    parts, constant = extent(dim)
    if parts == ((dim, 1),):
        return Size(dim)
    terms = [times(count, Size(name)) for name, count in parts]
    return add(*terms, *((num(constant),) if constant or not terms else ()))


def power(base: Term, exponent: Term | int) -> Term:
    """base ** exponent."""
    return Pow(base, num(exponent) if isinstance(exponent, int) else exponent)


def aligned(parts: Iterable[tuple[IndexTerm, int]], offset: int = 0) -> Term:
    """[Σ coefficient·index + offset = 0], the same for all ways to write the equation; a δ or a number where it is one."""
    total: dict[IndexTerm, int] = {}
    for index, count in parts:
        total[index] = total.get(index, 0) + count
    found = sorted(((i, c) for i, c in total.items() if c), key=lambda part: (key(part[0]), repr(part[0]._label())))
    if not found:
        return ZERO if offset else ONE
    common = gcd(*(c for _, c in found))
    if offset % common:
        return ZERO
    common = common if found[0][1] > 0 else -common
    indices, coefficients = tuple(i for i, _ in found), tuple(c // common for _, c in found)
    if coefficients == (1, -1) and not offset and len({_dim(i) for i in indices}) == 1:
        return Delta(*indices)
    return Aligned(coefficients, indices, offset // common)


def _dim(index: IndexTerm) -> str:
    return index.index.dim if isinstance(index, ArgMax) else index.dim if isinstance(index, Index) else ""


def times(coefficient: Fraction | int, term: Term) -> Term:
    """coefficient · term as it is written: no factor 1, a minus sign in front."""
    if coefficient < 0:
        return neg(times(-coefficient, term))
    if coefficient == 1:
        return term
    return num(coefficient) if term == ONE else mul(num(coefficient), term)


def conjunction(*formulas: Formula) -> Formula:
    """All of the formulas, flat; of one that formula."""
    flat = tuple(a for f in formulas for a in (f.args if isinstance(f, And) else (f,)))
    return flat[0] if len(flat) == 1 else And(flat)


# --------------------------------------------------------------------------------------------------- functions


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language, in the language's own words.

    `derivative` is dF/du in terms of u (empty: it is not differentiated); `smooth` the condition on u for that
    ("": everywhere); `sign` the sign it always has: "+" positive, "0+" not negative, "" unknown.
    """

    name: str
    derivative: str
    smooth: str = ""
    sign: str = ""


FUNCTIONS: Mapping[str, Function] = {
    f.name: f
    for f in (
        #        name        derivative by u         differentiable where   sign
        Function("exp",      "exp(u)",               "",                    "+"),
        Function("log",      "1/u",                  "u > 0",               ""),
        Function("sqrt",     "1/(2*sqrt(u))",        "u > 0",               ""),
        Function("abs",      "sign(u)",              "u != 0",              "0+"),
        Function("sign",     "0",                    "u != 0",              ""),
        Function("sin",      "cos(u)",               "",                    ""),
        Function("cos",      "-sin(u)",              "",                    ""),
        Function("tan",      "1 + tan(u)**2",        "cos(u) != 0",         ""),
        Function("sinh",     "cosh(u)",              "",                    ""),
        Function("cosh",     "sinh(u)",              "",                    "+"),
        Function("tanh",     "1 - tanh(u)**2",       "",                    ""),
        Function("asin",     "1/sqrt(1 - u**2)",     "u**2 < 1",            ""),
        Function("acos",     "-1/sqrt(1 - u**2)",    "u**2 < 1",            ""),
        Function("atan",     "1/(1 + u**2)",         "",                    ""),
        Function("erf",      "2*exp(-u**2)/sqrt(pi)", "",                   ""),
        Function("gamma",    "gamma(u)*digamma(u)",  "u > 0",               ""),
        Function("lgamma",   "digamma(u)",           "u > 0",               ""),
        Function("digamma",  "polygamma(1, u)",      "u > 0",               ""),
        Function("polygamma", "",                    "u > 0",               ""),
        Function("floor",    "0",                    "u != floor(u)",       ""),
        Function("max",      "",                     "",                    ""),
        Function("min",      "",                     "",                    ""),
    )
}  # fmt: skip


# ---------------------------------------------------------------------------------------------------- analyses


_E = TypeVar("_E")


def _together(sets: Iterable[frozenset[_E]]) -> frozenset[_E]:
    """All elements; where one set has them all, that one: most nodes say nothing that the largest of their children does not."""
    found: frozenset[_E] = frozenset()
    for each in sets:
        if each is not found and not each <= found:
            found = each if found <= each else found | each
    return found


def free(node: Node) -> frozenset[Index]:
    """The indices that are free in `node`."""
    try:
        return node._free
    except AttributeError:
        if isinstance(node, Index):
            value = frozenset((node,))
        else:
            value = _together(map(free, node.children()))
            if isinstance(node, Binder):
                value -= {node.index}
        object.__setattr__(node, "_free", value)
        return value


def free_in_order(node: Node) -> tuple[Index, ...]:
    """The indices that are free in `node`, in an order of their own."""
    try:
        return node._order
    except AttributeError:
        value = tuple(sorted(free(node), key=lambda i: (i.name, i.dim)))
        object.__setattr__(node, "_order", value)
        return value


def names(node: Node) -> frozenset[str]:
    """The names of the quantities (and predicate variables) that occur in `node`."""
    try:
        return node._names
    except AttributeError:
        value = _together(map(names, node.children()))
        if isinstance(node, Ref | Pred):
            value |= {node.name}
        object.__setattr__(node, "_names", value)
        return value


def has_equations(node: Node) -> bool:
    """Whether there are equations of positions in `node`."""
    try:
        return node._aligns
    except AttributeError:
        value = isinstance(node, Aligned) or any(map(has_equations, node.children()))
        object.__setattr__(node, "_aligns", value)
        return value


def subterms(node: Node) -> Iterator[Node]:
    """`node` and everything below it, outermost first."""
    yield node
    for child in node.children():
        yield from subterms(child)


def key(node: Node) -> str:
    """A text that determines `node`, the same on every run: for sorting and for error messages."""
    try:
        return node._key
    except AttributeError:
        label = "".join(f" {part}" for part in node._label())
        below = "".join(f" {key(c)}" for c in node.children())
        value = node.name if isinstance(node, Index) else f"({type(node).__name__}{label}{below})"
        object.__setattr__(node, "_key", value)
        return value


def _height(node: Node) -> int:
    """How many binders are nested in `node` at most."""
    try:
        return node._height
    except AttributeError:
        value = max(map(_height, node.children()), default=0) + isinstance(node, Binder)
        object.__setattr__(node, "_height", value)
        return value


def canonical(node: Node) -> Node:
    """`node` with bound indices named by the height of their binder: equal for alpha-equivalent nodes."""
    try:
        return node._canonical or node
    except AttributeError:
        value: Node
        if isinstance(node, Binder):
            value = _canonical_binder(node)
        else:
            below = node.children()
            children = tuple(map(canonical, below))
            if _symmetric(node):
                children = tuple(sorted(children, key=key))
            value = node if all(map(is_, children, below)) else node.rebuild(children)
        object.__setattr__(value, "_canonical", None)  # itself, but not in a circle
        if value is not node:
            object.__setattr__(node, "_canonical", value)
        return value


def _canonical_binder(node: Binder) -> Node:
    index, children = node.index, node.children()
    if index.name.startswith("#"):  # a binder further inside may be given this name: out of its way first
        index = fresh(index.dim, (i for c in children for i in _all_indices(c)))
        children = tuple(_replace_index(c, node.index, index) for c in children)
    marks = max((len(i.name) - len(i.name.lstrip("#")) for i in free(node)), default=0)  # more than any free name has
    bound = Index(f"{'#' * (marks + 1)}{_height(node)}", index.dim)
    return node.rebind(bound, tuple(_replace_index(canonical(c), index, bound) for c in children))


def _replace_index(node: Node, old: Index, new: Index) -> Node:
    """Rename the free `old` to `new`, which no binder in `node` binds."""
    if old not in free(node):
        return node
    if isinstance(node, Index):
        return new
    children = tuple(_replace_index(c, old, new) for c in node.children())
    return node.rebuild(tuple(sorted(children, key=key)) if _symmetric(node) else children)


def _symmetric(node: Node) -> bool:
    return isinstance(node, Delta) or (isinstance(node, Cmp) and node.op in ("==", "!="))


def alpha_equal(left: Node, right: Node) -> bool:
    """Whether both are the same up to the names of bound indices (and the order of a delta's arguments)."""
    return left == right or canonical(left) == canonical(right)


def fresh(dim: str, avoid: Iterable[Index | str], letters: str = "klmnpqrijstuvwxyz") -> Index:
    """An index over `dim` whose name is none of those in `avoid`."""
    taken = {a.name if isinstance(a, Index) else a for a in avoid}
    for suffix in ("", *map(str, range(1, len(taken) + 2))):
        for letter in letters:
            if letter + suffix not in taken:
                return Index(letter + suffix, dim)
    raise AssertionError("more names than are taken")  # pragma: no cover


# ------------------------------------------------------------------------------------------------ substitution


@dataclass(frozen=True, slots=True)
class Lambda:
    """What replaces a quantity or a predicate: `body` as a function of the indices `params`."""

    params: tuple[Index, ...]
    body: Node


SUBSTITUTED = 1 << 13
"""How many substitutions are remembered: four of five are asked for again, by the next line or the next proof."""


def substitute(
    node: Node,
    indices: Mapping[Index, IndexTerm] | None = None,
    quantities: Mapping[str, Lambda] | None = None,
    dims: Mapping[str, str] | None = None,
) -> Node:
    """Replace free indices, quantities (and predicates) by name, and dimensions, all at once and without capture.

    A bound index that would capture a free one of what is put in is renamed.  Raises `ExprError` where an
    expression would take the place of a quantity that a derivative is taken by.
    """
    if dims:
        node = _rename_dims(node, tuple(dims.items()))
    moved = () if not indices else tuple([pair for pair in indices.items() if pair[0] is not pair[1]])
    return _substituted(node, moved, tuple((quantities or {}).items())) if moved or quantities else node


@lru_cache(maxsize=SUBSTITUTED)
def _substituted(
    node: Node, moved: tuple[tuple[Index, IndexTerm], ...], functions: tuple[tuple[str, Lambda], ...]
) -> Node:
    quantities = dict(functions)
    arriving = {name: free(f.body) - set(f.params) for name, f in functions}

    def go(node: Node, indices: Mapping[Index, IndexTerm]) -> Node:
        if isinstance(node, Index):
            return indices.get(node, node)
        if names(node).isdisjoint(quantities) and free(node).isdisjoint(indices):
            return node
        if isinstance(node, Binder):
            bound = node.index
            inner = {i: indices[i] for i in free(node) & indices.keys()}
            used = names(node) & quantities.keys()
            incoming = frozenset().union(*(free(t) for t in inner.values()), *(arriving[n] for n in used))
            if any(i.name == bound.name for i in incoming):
                new = fresh(bound.dim, incoming | free(node) | {i for c in node.children() for i in _all_indices(c)})
                inner[bound] = new
                bound = new
            return node.rebind(bound, tuple(go(c, inner) for c in node.children()))
        children = tuple(go(c, indices) for c in node.children())
        if isinstance(node, Ref | Pred) and node.name in quantities:
            function = quantities[node.name]
            if len(function.params) != len(children):
                raise ExprError(
                    f"{node.name} has {len(children)} indices here, {len(function.params)} where it is given"
                )
            return substitute(function.body, dict(zip(function.params, map(_index, children), strict=True)))
        return node.rebuild(children)

    return go(node, dict(moved))


def apart(node: Node, taken: Iterable[Index]) -> Node:
    """`node` with other names for those bound indices that have the name of one in `taken`.

    Nothing to the mathematics, but a reader meets each name once.
    """
    names_taken = {i.name for i in taken}
    if isinstance(node, Index) or not names_taken:
        return node
    children = tuple(apart(c, taken) for c in node.children())
    if isinstance(node, Binder) and node.index.name in names_taken:
        new = fresh(node.index.dim, names_taken | {i.name for c in children for i in _all_indices(c)})
        return node.rebind(new, tuple(_replace_index(c, node.index, new) for c in children))
    if children == node.children():
        return node
    return node.rebind(node.index, children) if isinstance(node, Binder) else node.rebuild(children)


def unshadowed(node: _N, taken: frozenset[str] = frozenset()) -> _N:
    """`node` with no index bound again inside its own scope, and none bound that is free around it."""
    names_taken = taken | {i.name for i in free(node)}
    return _unshadowed(node, names_taken)  # type: ignore[return-value]


def _unshadowed(node: Node, taken: frozenset[str]) -> Node:
    if isinstance(node, Index) or not node.children():
        return node
    children = node.children()
    if isinstance(node, Binder):
        index = node.index
        if index.name in taken:
            new = fresh(index.dim, taken | {i.name for c in children for i in _all_indices(c)})
            children = tuple(_replace_index(c, index, new) for c in children)
            index = new
        taken = taken | {index.name}
        made = tuple(_unshadowed(c, taken) for c in children)
        return node if index == node.index and made == children else node.rebind(index, made)
    made = tuple(_unshadowed(c, taken) for c in children)
    return node if made == children else node.rebuild(made)


def _all_indices(node: Node) -> Iterator[Index]:
    for n in subterms(node):
        if isinstance(n, Index):
            yield n
        elif isinstance(n, Binder):
            yield n.index


@lru_cache(maxsize=SUBSTITUTED)
def _rename_dims(node: Node, dims: tuple[tuple[str, str], ...]) -> Node:
    moved = dict(dims)
    if isinstance(node, Index):
        return Index(node.name, _moved(node.dim, moved))
    if isinstance(node, Size):
        return size(_moved(node.dim, moved))
    children = tuple(_rename_dims(c, dims) for c in node.children())
    if isinstance(node, Binder):
        return node.rebind(Index(node.index.name, _moved(node.index.dim, moved)), children)
    return node.rebuild(children) if children else node


def rewrite_nodes(node: Node, change: Callable[[Node], Node | None]) -> Node:
    """Bottom-up: replace each node by `change(node)` where that is not None.  Knows nothing of binding: for printers."""
    below = node.children()
    children = tuple(rewrite_nodes(c, change) for c in below)
    if children != below:
        node = node.rebuild(children)
    result = change(node)
    return node if result is None else result
