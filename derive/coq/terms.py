"""How does a formula look in Coq?  Terms, conditions and statements as text over the prelude.

Comes in: terms, and a `Scope` that says what each name is called where it is printed.  Goes out: text.  A quantity is printed by
its name; below a derivative the variable is the function's own argument, and what is defined from it is printed as a
function of it (`y_of K a'`), so that exactly that varies which varies in the kernel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Protocol

from derive.context import Context
from derive.errors import Unsupported
from derive.expr import (
    TRUE,
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
    ForAll,
    Formula,
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
    Pred,
    Reduce,
    Ref,
    Size,
    extent,
    is_never_negative,
    names,
    subterms,
)  # fmt: skip
from derive.kernel import Theorem

__all__ = [
    "FUNCTIONS",
    "PRELUDE",
    "Lines",
    "Scope",
    "block",
    "conditions",
    "identifier",
    "length",
    "may_be_empty",
    "prop",
    "sizes",
    "slot",
    "term",
]

Lines = list[str]
"""Lines of a proof script."""

PRELUDE = Path(__file__).resolve().parent / "prelude"

FUNCTIONS: Mapping[str, str] = {
    "exp": "exp", "log": "ln", "sqrt": "sqrt", "abs": "Rabs", "sign": "signum", "sin": "sin", "cos": "cos", "tan": "tan",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "atan": "atan", "erf": "erf", "max": "Rmax", "min": "Rmin",
}  # fmt: skip
"""What the language's functions are called there; those that are missing are not in the fragment."""

_REDUCE = {"sum": "rsum", "prod": "rprod", "max": "largest", "min": "smallest"}
_KEYWORDS = frozenset(
    """as at by cofix else end exists exists2 fix for forall fun if IF in let match mod return Set SProp Prop Type then using
    where with R nat bool true false O S I INR IZR PI pow Rpower negb andb eq_refl eq_trans f_equal2 pt upd1 upd2 upd3""".split()
)

_AUTOMATIC = re.compile(r"(H|given|fact|shared_)\d*")
"""Names that hypotheses and shared lemmas get."""

ADD, MUL, NEG, POW, CALL, ATOM = 50, 40, 35, 30, 10, 0
"""How tightly a printed term holds together: Coq's levels."""


@cache
def reserved() -> frozenset[str]:
    """The names that the prelude and the printed files use themselves."""
    loaded = (p for p in sorted(PRELUDE.glob("*.v")) if p.stem != "Stability")  # which proof files do not load
    text = "\n".join(p.read_text(encoding="utf-8") for p in loaded)
    own = re.findall(r"^\s*(?:Lemma|Theorem|Definition|Fixpoint|Record|Inductive|Ltac)\s+([\w']+)", text, re.MULTILINE)
    return _KEYWORDS | set(FUNCTIONS.values()) | set(own)


def identifier(name: str, taken: Iterable[str] = ()) -> str:
    """`name` as Coq can read it, and unlike what is taken."""
    plain = re.sub(r"[^\w']", "_", name, flags=re.ASCII) if not name.isidentifier() else name
    plain = plain if plain[:1].isalpha() or plain[:1] == "_" else f"x{plain}"
    plain = plain if plain.strip("_") else f"x{plain}"
    taken, known = set(taken), reserved()
    while plain in taken or plain in known or _AUTOMATIC.fullmatch(plain):
        plain += "'"
    return plain


class Sharing(Protocol):
    """What tells whether a part of a proof has a lemma of its own: `coq.shared`, where it is needed."""

    def wants(self, theorem: Theorem, scope: Scope) -> bool:
        """Whether it has one."""

    def lemma(self, theorem: Theorem, scope: Scope) -> str:
        """The tactic that proves a part by its lemma; none if there is none."""


@dataclass(frozen=True)
class Scope:
    """What names are called: `base` for quantities and dimensions, `bound` for those that a derivative around varies."""

    context: Context
    base: Mapping[str, str]
    dims: Mapping[str, str]
    ranks: Mapping[str, int]
    bound: Mapping[str, str]
    indices: Mapping[Index, str]
    used: frozenset[str] = frozenset()
    """What names have been given on the way, though they may stand for nothing any more."""
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Quantities whose definitions cannot be written, with the reason."""
    shared: Sharing | None = None
    """The parts of proofs that have lemmas of their own."""
    proved: Mapping[int, str] = field(default_factory=dict)
    """Equations that stand as lemmas, by the `id` of the kernel's theorem: the lemma, or how several are joined."""
    cotangents: Mapping[int, str] = field(default_factory=dict)
    """Theorems about cotangents that stand before, by the `id` of what the kernel says of each."""
    printed: dict[Node, tuple[str, int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was written in this scope, which is said again and again along a proof."""
    inside: dict[Index | str, tuple[str, Scope]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The scopes that were opened in this one."""

    def quantity(self, name: str) -> tuple[str, int]:
        """What a quantity is called here, with its level."""
        if name in self.bound:
            return self.bound[name], ATOM
        if name in self.unknown:
            raise Unsupported(self.unknown[name])
        if name not in self.base:
            raise Unsupported(f"{name} stands for nothing here")
        held = frozenset(self.bound)
        if self.bound and name in self.context.definitions and name in self.context.moved(held, held):
            return self.function(name), CALL
        return self.base[name], ATOM

    def function(self, name: str) -> str:
        """A defined quantity as a function of what its definition uses."""
        definition = self.context.definitions[name]
        used = [self.dims[d] for d in sizes(definition.body, definition.indices)]
        used += [_atom(self.quantity(n)) for n in uses(definition.body)]
        return " ".join((f"{self.base[name]}_of", *used))

    def taken(self) -> set[str]:
        """All that is called something here."""
        return {*self.base.values(), *self.dims.values(), *self.bound.values(), *self.indices.values(), *self.used}

    def binding(self, index: Index) -> tuple[str, Scope]:
        """A name for an index that is bound here, and the scope inside."""
        if index not in self.inside:
            name = index.name if index.name.isidentifier() else "k"
            text = identifier(name, self.taken())
            indices = {**{i: t for i, t in self.indices.items() if i != index}, index: text}
            self.inside[index] = text, replace(self, indices=indices, used=self.used | {text})
        return self.inside[index]

    def varying(self, name: str) -> tuple[str, Scope]:
        """A name for the quantity that a derivative is taken by, and the scope inside."""
        if name not in self.inside:
            text = identifier(f"{self.base[name]}'", self.taken())
            self.inside[name] = text, replace(self, bound={**self.bound, name: text}, used=self.used | {text})
        return self.inside[name]


def block(lines: Lines) -> Lines:
    """A goal of several, proved apart."""
    if len(lines) == 1:
        return [f"{{ {lines[0]} }}"]
    return [f"{{ {lines[0]}", *(f"  {line}" for line in lines[1:-1]), f"  {lines[-1]} }}"]


def uses(body: Node) -> tuple[str, ...]:
    """The quantities that occur in a term, each once, in order."""
    return tuple(dict.fromkeys(n.name for n in subterms(body) if isinstance(n, Ref)))


def sizes(body: Node, given: Iterable[Index] = ()) -> tuple[str, ...]:
    """The named dimensions that a term speaks of: of its binders and sizes, in order."""
    found = (n.index.dim if isinstance(n, Binder) else n.dim for n in subterms(body) if isinstance(n, Binder | Size))
    return tuple(dict.fromkeys(name for dim in found for name, _ in extent(dim)[0]))


def length(dim: str, named: Mapping[str, str]) -> str:
    """How long a dimension is, in the named ones: what is taken off last, as natural numbers end at 0."""
    parts, constant = extent(dim)
    if parts == ((dim, 1),):
        return named[dim]
    counts = [(count, named[name]) for name, count in parts] + [(constant, "")] * bool(constant)
    text = ""
    for count, name in sorted(counts, key=lambda part: part[0] < 0):
        product = name if name and abs(count) == 1 else f"{abs(count)} * {name}" if name else str(abs(count))
        text += f" {'-' if count < 0 else '+'} {product}"
    return f"({text.removeprefix(' + ')})"


def may_be_empty(dim: str) -> bool:
    """Whether that a dimension has a position does not follow from those that it is made of."""
    parts, constant = extent(dim)
    return parts != ((dim, 1),) and not is_never_negative(dict(parts), constant - 1)


def _paren(text: str, level: int, most: int) -> str:
    return text if level <= most else f"({text})"


def _atom(printed: tuple[str, int]) -> str:
    return _paren(*printed, ATOM)


# ---------------------------------------------------------------------------------------------------------- terms


def term(node: Node, scope: Scope) -> str:
    """A term as text."""
    return printed(node, scope)[0]


def printed(node: Node, scope: Scope) -> tuple[str, int]:
    """A term, an index or a condition as text, with its level."""
    found = scope.printed.get(node)
    if found is None:
        if type(node) not in _WRITE:
            raise Unsupported(f"Coq text for a {type(node).__name__} is not known")
        found = scope.printed[node] = _WRITE[type(node)](node, scope)
    return found


def number(value: Fraction) -> tuple[str, int]:
    """A rational number."""
    if value.denominator != 1:
        return f"({value.numerator} / {value.denominator})", ATOM
    return (str(value), ATOM) if value >= 0 else (f"({value})", ATOM)


def _ref(node: Ref, scope: Scope) -> tuple[str, int]:
    text, level = scope.quantity(node.name)
    if not node.indices:
        return text, level
    return " ".join((text, *(_atom(printed(i, scope)) for i in node.indices))), CALL


def _index(node: Index, scope: Scope) -> tuple[str, int]:
    if node not in scope.indices:
        raise Unsupported(f"the index {node.name} stands for nothing here")
    return scope.indices[node], ATOM


def _add(node: Add, scope: Scope) -> tuple[str, int]:
    text = _paren(*printed(node.args[0], scope), ADD if not isinstance(node.args[0], Add) else MUL)
    for arg in node.args[1:]:
        sign, core = ("-", arg.arg) if isinstance(arg, Neg) else ("+", arg)
        text += f" {sign} {_paren(*printed(core, scope), NEG if isinstance(core, Neg) else MUL)}"
    return text, ADD


def _mul(node: Mul, scope: Scope) -> tuple[str, int]:
    first = node.args[0]
    parts = [_paren(*printed(first, scope), MUL if not isinstance(first, Mul | Neg) else POW)]
    parts += [_paren(*printed(a, scope), POW) for a in node.args[1:]]
    return " * ".join(parts), MUL


def _neg(node: Neg, scope: Scope) -> tuple[str, int]:
    return f"- {_paren(*printed(node.arg, scope), POW)}", NEG


def _div(node: Div, scope: Scope) -> tuple[str, int]:
    top = _paren(*printed(node.num, scope), MUL if not isinstance(node.num, Neg) else POW)
    return f"{top} / {_paren(*printed(node.den, scope), POW)}", MUL


def _pow(node: Pow, scope: Scope) -> tuple[str, int]:
    value = node.exp.value if isinstance(node.exp, Num) else None
    if value is None or value.denominator != 1:
        return f"Rpower {_atom(printed(node.base, scope))} {_atom(printed(node.exp, scope))}", CALL
    power = f"{_paren(*printed(node.base, scope), CALL)} ^ {abs(value)}"
    return (power, POW) if value >= 0 else (f"/ {power}", NEG)


def _fun(node: Fun, scope: Scope) -> tuple[str, int]:
    if node.name not in FUNCTIONS:
        raise Unsupported(f"{node.name} is not in the fragment")
    return " ".join((FUNCTIONS[node.name], *(_atom(printed(a, scope)) for a in node.args))), CALL


def lambda_(index: Index, body: Node, scope: Scope) -> str:
    """A function of an index."""
    name, inside = scope.binding(index)
    return f"(fun {name} => {printed(body, inside)[0]})"


def _reduce(node: Reduce, scope: Scope) -> tuple[str, int]:
    dim, body = scope.dims[node.index.dim], lambda_(node.index, node.body, scope)
    if node.cond is None:
        return f"{_REDUCE[node.op]} {dim} {body}", CALL
    if node.op not in ("sum", "prod"):
        raise Unsupported("a restricted max or min is not in the fragment")
    return f"{_REDUCE[node.op]}if {dim} {lambda_(node.index, node.cond, scope)} {body}", CALL


def _argmax(node: ArgMax, scope: Scope) -> tuple[str, int]:
    return f"argmax {scope.dims[node.index.dim]} {lambda_(node.index, node.body, scope)}", CALL


def _delta(node: Delta, scope: Scope) -> tuple[str, int]:
    return f"delta {_atom(printed(node.left, scope))} {_atom(printed(node.right, scope))}", CALL


def _aligned(node: Aligned, scope: Scope) -> tuple[str, int]:
    """Two positions that are equal: what counts positively on one side, the rest on the other, the longer side first.

    Indices stand as they are bound, outer ones first, so that other letters make no other order.
    """
    depth: dict[IndexTerm, int] = {index: n for n, index in enumerate(scope.indices)}
    sides: tuple[list[str], list[str]] = [], []
    places: tuple[list[int], list[int]] = [], []
    for index, count in sorted(
        zip(node.indices, node.coefficients, strict=True),
        key=lambda part: depth.get(part[0], -1),
    ):
        text = _paren(*printed(index, scope), CALL)
        sides[count < 0].append(text if abs(count) == 1 else f"{abs(count)} * {text}")
        places[count < 0].append(depth.get(index, -1))
    if node.offset:
        sides[node.offset < 0].append(str(abs(node.offset)))
    turned = (len(sides[1]), [-n for n in places[1]]) > (len(sides[0]), [-n for n in places[0]])
    texts = [" + ".join(side or ["0"]) for side in (reversed(sides) if turned else sides)]
    return " ".join(("delta", *(f"({text})" if " " in text else text for text in texts))), CALL


def _if(node: If, scope: Scope) -> tuple[str, int]:
    cond, then, other = (printed(n, scope)[0] for n in (node.cond, node.then, node.other))
    return f"(if {cond} then {then} else {other})", ATOM


def slot(var: Ref, scope: Scope) -> str:
    """What a derivative is taken by."""
    if len(var.indices) > 3:
        raise Unsupported("an array of more than three axes is not in the fragment")
    at = (_atom(scope.quantity(var.name)), *(_atom(printed(i, scope)) for i in var.indices))
    return f"({' '.join((f'at{len(var.indices)}', *at))})"


def function(body: Node, var: Ref, scope: Scope) -> str:
    """A term as a function of what a derivative is taken by."""
    name, inside = scope.varying(var.name)
    return f"(fun {name} => {printed(body, inside)[0]})"


def _diff(node: Diff, scope: Scope) -> tuple[str, int]:
    return f"pd {slot(node.var, scope)} {function(node.expr, node.var, scope)}", CALL


# ----------------------------------------------------------------------------------------------------- conditions


def _cmp(node: Cmp, scope: Scope) -> tuple[str, int]:
    left, right = (_atom(printed(c, scope)) for c in node.children())
    whole = {True: {"==": "Nat.eqb"}, False: {"==": "eqb", "<": "ltb", "<=": "leb"}}[isinstance(node.left, IndexTerm)]
    if node.op == "!=":
        return f"negb ({whole['==']} {left} {right})", CALL
    return f"{whole[node.op]} {left} {right}", CALL


def _and(node: And, scope: Scope) -> tuple[str, int]:
    if not node.args:
        return "true", ATOM
    text = printed(node.args[0], scope)
    for arg in node.args[1:]:
        text = f"andb {_atom(text)} {_atom(printed(arg, scope))}", CALL
    return text


def _not(node: Not, scope: Scope) -> tuple[str, int]:
    return ("false", ATOM) if node.arg == TRUE else (f"negb {_atom(printed(node.arg, scope))}", CALL)


_WRITE: Mapping[type, Callable[..., tuple[str, int]]] = {
    Ref: _ref,
    Num: lambda node, scope: number(node.value),
    Index: _index,
    Add: _add,
    Mul: _mul,
    Neg: _neg,
    Div: _div,
    Pow: _pow,
    Fun: _fun,
    Reduce: _reduce,
    Delta: _delta,
    Aligned: _aligned,
    Diff: _diff,
    If: _if,
    Size: lambda node, scope: (f"INR {scope.dims[node.dim]}", CALL),
    Const: lambda node, scope: ("PI", ATOM),
    ArgMax: _argmax,
    Cmp: _cmp,
    And: _and,
    Not: _not,
    Pred: _ref,
}
"""How each kind of node is written."""


# ----------------------------------------------------------------------------------------------------- statements

_RELATION = {"==": "=", "!=": "<>", "<": "<", "<=": "<="}


def prop(formula: Formula, scope: Scope) -> str:
    """A formula as a statement."""
    if isinstance(formula, Cmp):
        left, right = (_paren(*printed(c, scope), ADD) for c in formula.children())
        return f"{left} {_RELATION[formula.op]} {right}"
    if isinstance(formula, ForAll):
        name, inside = scope.binding(formula.index)
        return f"(forall {name}, ({name} < {scope.dims[formula.index.dim]})%nat -> {prop(formula.body, inside)})"
    if isinstance(formula, Implies):
        return f"({_closed(formula.cond, scope)} -> {prop(formula.body, scope)})"
    if isinstance(formula, Not):
        return f"~ {_closed(formula.arg, scope)}"
    if isinstance(formula, And):
        return " /\\ ".join(_closed(a, scope) for a in formula.args) if formula.args else "True"
    if isinstance(formula, Pred):
        return f"{printed(formula, scope)[0]} = true"
    raise Unsupported(f"Coq text for a {type(formula).__name__} is not known")


def _closed(formula: Formula, scope: Scope) -> str:
    text = prop(formula, scope)
    return text if text.startswith("(forall") else f"({text})"


def conditions(formulas: Iterable[Formula], scope: Scope) -> Iterator[str]:
    """Each formula as a statement, free indices of its own quantified."""
    for formula in formulas:
        yield prop(formula, scope)


def mentioned(nodes: Iterable[Node]) -> frozenset[str]:
    """The quantities that occur anywhere in the nodes."""
    return frozenset().union(*map(names, nodes))
