"""What is an expression made of?  The nodes of its syntax, each with its place; nothing is known yet of what names mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

from derive.errors import LanguageError
from derive.theory import Place

__all__ = [
    "Array", "Call", "Chain", "Choice", "Clause", "Comparison", "Comprehension", "Conjunction", "Element", "Expression", "Name",
    "Negation", "Number", "Power", "Signed", "Statement", "Text", "children", "refuse",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """`12`, `0.5`: exact."""

    place: Place
    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A name, in ASCII."""

    place: Place
    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """`"…"`."""

    place: Place
    value: str


@dataclass(frozen=True, slots=True)
class Signed:
    """`-arg` or `+arg`."""

    place: Place
    op: str
    arg: Expression


@dataclass(frozen=True, slots=True)
class Chain:
    """`first op arg op arg …` with operators of one strength, `+ -` or `* /`."""

    place: Place
    first: Expression
    rest: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Power:
    """`base ** exponent`."""

    place: Place
    base: Expression
    exponent: Expression


@dataclass(frozen=True, slots=True)
class Comparison:
    """`first op arg op arg …`."""

    place: Place
    first: Expression
    rest: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Conjunction:
    """`part and part and …`."""

    place: Place
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """`not arg`; formulas about rules and proofs have it, theories do not."""

    place: Place
    arg: Expression


@dataclass(frozen=True, slots=True)
class Choice:
    """`then if cond else other`."""

    place: Place
    then: Expression
    cond: Expression
    other: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """`function(args, keyword=…)`."""

    place: Place
    function: str
    args: tuple[Expression, ...]
    keywords: tuple[tuple[Name, Expression], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """`base[indices]`."""

    place: Place
    base: Expression
    indices: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """`for index in dim if cond if cond …`; a dimension is a name, or made of some: `N + K - 1`."""

    index: Name
    dim: Expression
    conds: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Comprehension:
    """`body for … in … if … for … in …`."""

    place: Place
    body: Expression
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """`[item, …]`, in an example."""

    place: Place
    items: tuple[Expression, ...]


Expression = (
    Number | Name | Text | Signed | Chain | Power | Comparison | Conjunction | Negation | Choice | Call | Element | Comprehension
    | Array
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """`left` alone, `left = right` ("=") or `left: right` (":")."""

    left: Expression
    op: str = ""
    right: Expression | None = None


def children(node: Expression) -> tuple[Expression, ...]:
    """What stands directly below, in the order of the text."""
    return _CHILDREN[type(node)](node)  # type: ignore[no-any-return, no-untyped-call]


_CHILDREN = {
    Number: lambda n: (),
    Name: lambda n: (),
    Text: lambda n: (),
    Signed: lambda n: (n.arg,),
    Chain: lambda n: (n.first, *(arg for _, arg in n.rest)),
    Power: lambda n: (n.base, n.exponent),
    Comparison: lambda n: (n.first, *(arg for _, arg in n.rest)),
    Conjunction: lambda n: n.parts,
    Negation: lambda n: (n.arg,),
    Choice: lambda n: (n.then, n.cond, n.other),
    Call: lambda n: (*n.args, *(value for _, value in n.keywords)),
    Element: lambda n: (n.base, *n.indices),
    Comprehension: lambda n: (n.body, *(part for c in n.clauses for part in (c.index, c.dim, *c.conds))),
    Array: lambda n: n.items,
}


def refuse(message: str, place: Place, hint: str) -> NoReturn:
    """Raise the `LanguageError` that stands at `place`, in one line of readable length."""
    message, hint = (part if len(part) <= 200 else part[:199] + "…" for part in (message, hint))
    raise LanguageError(message, line=place.line, column=place.column, hint=hint)
