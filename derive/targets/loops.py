"""How does a formula look as plain Python?  Loops over numbers with many digits, element by element, in mpmath.

Comes in: terms and formulas of a theory.  Goes out: `Python`, functions whose parameters are the sizes and quantities
that they use.  Nothing is rearranged: what is written is what the theory says, so that it can judge the module.
"""

from __future__ import annotations

import keyword
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from derive.errors import Unsupported
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
    Formula,
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
    subterms,
)  # fmt: skip
from derive.language import unparse
from derive.theory import Theory

__all__ = ["WIDTH", "Python", "Scope", "Subject", "Written", "ascii_only", "identifier", "returned"]

CHOICE, COMPARISON, SUM, PRODUCT, SIGN, POWER, ATOM = range(7)
"""How tightly a piece of Python binds."""
WIDTH = 110

FUNCTIONS: Mapping[str, str] = {
    "exp": "exp({})", "log": "log({})", "sqrt": "sqrt({})", "abs": "abs({})", "sign": "mp.sign({})", "sin": "mp.sin({})",
    "cos": "mp.cos({})", "tan": "mp.tan({})", "sinh": "mp.sinh({})", "cosh": "mp.cosh({})", "tanh": "mp.tanh({})",
    "asin": "mp.asin({})", "acos": "mp.acos({})", "atan": "mp.atan({})", "erf": "mp.erf({})", "gamma": "mp.gamma({})",
    "lgamma": "mp.loggamma({})", "digamma": "mp.digamma({})", "polygamma": "mp.psi({}, {})", "floor": "mp.floor({})",
    "max": "largest([{}, {}])", "min": "smallest([{}, {}])",
}  # fmt: skip
"""Each function of the language in mpmath."""
STEEP = frozenset({"exp", "sinh", "cosh", "tan", "gamma", "polygamma"})
GENTLE = 3
"""Functions that soon leave the range of floats, and the highest power that does not."""
REDUCTIONS: Mapping[str, str] = {
    "sum": "mp.fsum({})", "prod": "mp.fprod({})", "max": "largest({})", "min": "smallest({})",
}  # fmt: skip
RESERVED = frozenset({
    "I", "O",
    "abs", "all", "argmax", "close", "delta", "evaluate", "exp", "l", "largest", "log", "mp", "mpf", "np", "power", "product",
    "range", "smallest", "sqrt", "table", "tame",
})  # fmt: skip
"""What a formula's text uses."""


# ------------------------------------------------------------------------------------------------ terms as Python


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of Python and how tightly it binds."""

    text: str
    binds: int = ATOM

    def at_least(self, binds: int) -> str:
        """The text, in brackets if it binds less tightly."""
        return self.text if self.binds >= binds else f"({self.text})"


Special = Callable[[Node, "Scope"], "Written | None"]


def _nothing_special(node: Node, scope: Scope) -> Written | None:
    return None


@dataclass(slots=True)
class Scope:
    """What the names of a theory are called in one Python function, and which of them it uses."""

    subject: Subject
    special: Special = _nothing_special
    """Writes a node in its own way, or None."""
    indices: dict[Index, str] = field(default_factory=dict)
    used: dict[tuple[str, str], str] = field(default_factory=dict)
    """By ("size", dimension), ("quantity", name) or ("derivative", name): the Python name."""

    def length(self, dim: str) -> str:
        """The length of a dimension."""
        parts, constant = extent(dim)
        text = "".join(
            f" {'-' if count < 0 else '+'} {f'{abs(count)} * ' * (abs(count) != 1)}{self.name('size', name)}"
            for name, count in parts
        )
        text += f" {'-' if constant < 0 else '+'} {abs(constant)}" if constant else ""
        return text.removeprefix(" + ").strip()

    def name(self, kind: str, name: str) -> str:
        """The Python name of a dimension or quantity, which becomes a parameter."""
        if (kind, name) not in self.used:
            plain = f"d{self.subject.of}_d{name}" if kind == "derivative" else name
            self.used[kind, name] = self.unused(plain)
        return self.used[kind, name]

    def unused(self, name: str) -> str:
        """`name` as an identifier that nothing else has here."""
        name = identifier(name)
        taken = {*RESERVED, *self.used.values(), *self.indices.values()}
        while name in taken or keyword.iskeyword(name) or name[0].isdigit():
            name = f"{name}_" if not name[0].isdigit() else f"x{name}"
        return name

    def bind(self, index: Index) -> Scope:
        """The scope inside a binder of `index`."""
        taken = Scope(
            self.subject, indices=self.indices, used={**{("", n): n for n in self.subject.names}, **self.used}
        )
        return Scope(self.subject, self.special, {**self.indices, index: taken.unused(index.name)}, self.used)

    def write(self, node: Node) -> Written:
        """A node as Python."""
        return self.special(node, self) or WRITERS[type(node)](node, self)

    def text(self, node: Node) -> str:
        """A node as Python, where anything may stand."""
        return self.write(node).text


def _num(node: Num, scope: Scope) -> Written:
    if node.value.denominator == 1:
        return Written(str(node.value.numerator), ATOM if node.value >= 0 else SIGN)
    return Written(f"mpf({node.value.numerator}) / {node.value.denominator}", PRODUCT)


def _ref(node: Ref, scope: Scope) -> Written:
    name = scope.name("quantity", node.name)
    return Written(f"{name}[{', '.join(scope.text(i) for i in node.indices)}]" if node.indices else name)


def _add(node: Add, scope: Scope) -> Written:
    text = scope.write(node.args[0]).at_least(SUM)
    for arg in node.args[1:]:
        sign, arg = ("-", arg.arg) if isinstance(arg, Neg) else ("+", arg)
        text += f" {sign} {scope.write(arg).at_least(PRODUCT)}"
    return Written(text, SUM)


def _mul(node: Mul, scope: Scope) -> Written:
    if any(scope.subject.may_be_infinite(a) for a in node.args):
        return Written(f"product({', '.join(scope.text(a) for a in node.args)})")
    return Written(
        " * ".join(scope.write(a).at_least(POWER if n else PRODUCT) for n, a in enumerate(node.args)), PRODUCT
    )


def _div(node: Div, scope: Scope) -> Written:
    numerator = scope.write(node.num).at_least(PRODUCT)
    if all(isinstance(n, Num | Add | Mul | Neg | Size | Delta | Aligned | Index) for n in subterms(node)):
        numerator = f"mpf({scope.text(node.num)})"
    return Written(f"{numerator} / {scope.write(node.den).at_least(POWER)}", PRODUCT)


def _tamed(text: str, scope: Scope) -> Written:
    return Written(f"tame({text})" if scope.subject.wild else text)


def _fun(node: Fun, scope: Scope) -> Written:
    text = FUNCTIONS[node.name].format(*map(scope.text, node.args))
    return _tamed(text, scope) if node.name in STEEP else Written(text)


def _pow(node: Pow, scope: Scope) -> Written:
    if isinstance(node.exp, Num) and node.exp.value.denominator == 1:
        literal = all(
            isinstance(n, Num | Add | Mul | Neg | Size | Delta | Aligned | Index) for n in subterms(node.base)
        )
        base = f"mpf({scope.text(node.base)})" if literal else scope.write(node.base).at_least(ATOM)
        text = f"{base}**{scope.write(node.exp).at_least(SIGN)}"
        return Written(text, POWER) if 0 <= node.exp.value <= GENTLE else _tamed(text, scope)
    return _tamed(f"power({scope.text(node.base)}, {scope.text(node.exp)})", scope)


def _over(index: Index, cond: Formula | None, inner: Scope) -> str:
    where = f" if {inner.text(cond)}" if cond is not None else ""
    return f"for {inner.indices[index]} in range({inner.length(index.dim)}){where}"


def _reduce(node: Reduce, scope: Scope) -> Written:
    inner = scope.bind(node.index)
    text = REDUCTIONS[node.op].format(f"{inner.text(node.body)} {_over(node.index, node.cond, inner)}")
    return _tamed(text, scope) if node.op == "prod" else Written(text)


def _argmax(node: ArgMax, scope: Scope) -> Written:
    inner = scope.bind(node.index)
    return Written(f"argmax({inner.text(node.body)} {_over(node.index, None, inner)})")


def _aligned(node: Aligned, scope: Scope) -> Written:
    sides: tuple[list[str], list[str]] = ([], [])
    for count, index in zip(node.coefficients, node.indices, strict=True):
        sides[count < 0].append(f"{abs(count)} * {scope.text(index)}" if abs(count) != 1 else scope.text(index))
    if node.offset:
        sides[node.offset < 0].append(str(abs(node.offset)))
    left, right = (" + ".join(side) or "0" for side in sides)
    return Written(f"delta({left}, {right})")


def _if(node: If, scope: Scope) -> Written:
    then, cond, other = (scope.write(n).at_least(COMPARISON) for n in (node.then, node.cond, node.other))
    return Written(f"{then} if {cond} else {other}", CHOICE)


def _cmp(node: Cmp, scope: Scope) -> Written:
    return Written(
        f"{scope.write(node.left).at_least(SUM)} {node.op} {scope.write(node.right).at_least(SUM)}", COMPARISON
    )


def _and(node: And, scope: Scope) -> Written:
    return Written(
        " and ".join(f"({scope.text(a)})" for a in node.args) or "True", COMPARISON if not node.args else CHOICE
    )


def _for_all(node: ForAll, scope: Scope) -> Written:
    inner = scope.bind(node.index)
    return Written(f"all({inner.text(node.body)} {_over(node.index, None, inner)})")


def _refuse(node: Node, scope: Scope) -> Written:
    raise Unsupported(f"{unparse(node)} is not tested")


WRITERS: Mapping[type[Node], Callable[[Any, Scope], Written]] = {
    Index: lambda node, scope: Written(scope.indices[node]),
    ArgMax: _argmax,
    Num: _num,
    Const: lambda node, scope: Written("mp.pi"),
    Size: lambda node, scope: Written(scope.name("size", node.dim)),
    Ref: _ref,
    Add: _add,
    Mul: _mul,
    Neg: lambda node, scope: Written(f"-{scope.write(node.arg).at_least(PRODUCT)}", SIGN),
    Div: _div,
    Pow: _pow,
    Fun: _fun,
    Reduce: _reduce,
    Delta: lambda node, scope: Written(f"delta({scope.text(node.left)}, {scope.text(node.right)})"),
    Aligned: _aligned,
    If: _if,
    Diff: _refuse,
    Cmp: _cmp,
    And: _and,
    Not: lambda node, scope: Written(f"not ({scope.text(node.arg)})", COMPARISON),
    Implies: lambda node, scope: Written(f"not ({scope.text(node.cond)}) or ({scope.text(node.body)})", CHOICE),
    ForAll: _for_all,
}
"""How each node is written."""


# ---------------------------------------------------------------------------------------------- Python functions


@dataclass(frozen=True, slots=True)
class Python:
    """A function of the test file: what it says, its parameters (by kind and name, and as called), its body."""

    name: str
    doc: str
    reads: tuple[tuple[str, str], ...]
    parameters: tuple[str, ...]
    lines: tuple[str, ...]
    data: Mapping[str, Any]


class Subject:
    """What is written about: the quantity `of` of a theory.

    Of a `wild` one floats may not be able to hold intermediate results: these are then marked as not known.
    """

    def __init__(self, theory: Theory, of: str, wild: bool = False) -> None:
        self.theory, self.of, self.wild = theory, of, wild
        self.definitions = {d.name: d for d in theory.definitions}
        self.names = frozenset({*theory.quantities, *theory.dims})

    def may_be_infinite(self, term: Node) -> bool:
        """Whether it holds a logarithm, so that a factor 0 beside it has to win."""
        below = list(subterms(term))
        seen: set[str] = set()
        while below:
            node = below.pop()
            if isinstance(node, Fun) and node.name == "log":
                return True
            if isinstance(node, Ref) and node.name in self.definitions and node.name not in seen:
                seen.add(node.name)
                below.extend(subterms(self.definitions[node.name].body))
        return False

    def function(
        self,
        name: str,
        doc: str,
        indices: Sequence[Index],
        body: Callable[[Scope], list[str]],
        special: Special | None = None,
        **data: Any,
    ) -> Python:
        """A function whose body is written by `body`; its parameters are what that uses, after `indices` if `over` says so."""
        scope = Scope(self, special or _nothing_special)
        for index in indices:
            scope.indices[index] = scope.unused(index.name)
        leading = tuple(scope.indices[i] for i in indices) if "over" in data else ()
        lines = body(scope)
        places = [*self.theory.dims, *self.theory.quantities]
        order = {"size": 0, "quantity": 1, "derivative": 2}
        reads = sorted(
            scope.used, key=lambda r: (order[r[0]], places.index(r[1]) if r[1] in places else len(places), r[1])
        )
        return Python(
            name, ascii_only(doc), tuple(reads), (*leading, *(scope.used[r] for r in reads)), tuple(lines), data
        )


def returned(*texts: str) -> list[str]:
    """A return statement, of several texts a tuple, on as many lines as it needs."""
    line = f"return {texts[0]}" if len(texts) == 1 else f"return ({', '.join(texts)})"
    if len(line) <= WIDTH:
        return [line]
    inner = [texts[0]] if len(texts) == 1 else [f"{text}," for text in texts]
    return ["return (", *(f"    {part}" for text in inner for part in _broken(text)), ")"]


def _broken(text: str) -> list[str]:
    """A text on lines that are not too long, which begin with an operator."""
    kept = re.sub(r" (?!(?:[-+*/<>=]+|if|else|for|and|or) )", _KEPT, text)
    lines = textwrap.wrap(kept, WIDTH - 8, break_long_words=False, break_on_hyphens=False)
    return [("    " if n else "") + line.replace(_KEPT, " ") for n, line in enumerate(lines)]


_KEPT = "\x1f"
"""Stands for a space at which a line is not broken."""


def identifier(name: str) -> str:
    """A text as an identifier."""
    return re.sub(r"[^A-Za-z0-9_]+", "_", name).strip("_") or "x"


def ascii_only(text: str) -> str:
    """A text for a docstring."""
    return text.encode("ascii", "replace").decode().replace("\\", "/").replace('"', "'")
