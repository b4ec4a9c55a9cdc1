"""What does a theory hold?  The data that a text in the language becomes, before anything is proved.

Comes in: terms (`expr`).  Goes out: `Theory` and its items, immutable; `language` makes them from text.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from derive.expr import Aligned, Binder, Cmp, Diff, Formula, Index, IndexTerm, Ref, Sizes, Term, extent, names, subterms

__all__ = [
    "Assumption",
    "Claim",
    "Declaration",
    "Definition",
    "Example",
    "Item",
    "Notation",
    "Place",
    "Prose",
    "Quantity",
    "Tag",
    "Theory",
    "Value",
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its text, which is no part of what it says; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A named array of real numbers: its type (`Real`, `Simplex`, …) and the dimensions of its axes.

    `shown` is how an auxiliary quantity is written (`softmax(z)`); empty for a quantity that has a plain name.
    """

    name: str
    type: str
    dims: tuple[str, ...]
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text between the statements: Markdown with `$…$`."""

    text: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """`name: Type[dims]`."""

    name: str
    type: str
    dims: tuple[str, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """`name[indices] = body`; auxiliary ones stand for a call of a library function."""

    name: str
    indices: tuple[Index, ...]
    body: Term
    place: Place = field(compare=False)
    auxiliary: bool = False


@dataclass(frozen=True, slots=True)
class Assumption:
    """`assume(formula)`: for all values of its free indices."""

    formula: Formula
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """`prove(terms[0] relations[0] terms[1] …, condition)`: for all values of its free indices that satisfy the condition.

    More than one relation is a chain; a chain is of equalities.  Relations are `==`, `!=`, `<`, `<=`, `>`, `>=` as written.
    """

    name: str
    title: str
    terms: tuple[Term, ...]
    relations: tuple[str, ...]
    condition: Formula | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Example:
    """`example(a=[3, 1, -3])`: nested tuples of exact numbers by name."""

    values: Mapping[str, Value]
    place: Place = field(compare=False)


Value = Fraction | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Notation:
    r"""`notation(L, r"\mathcal{L}")`: how a name is set."""

    name: str
    latex: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """`tag("activation")`: a kind of theory that this one is of; what the library is listed by."""

    name: str
    place: Place = field(compare=False)


Item = Prose | Declaration | Definition | Assumption | Claim | Example | Notation | Tag


@dataclass(frozen=True)
class Theory:
    """A text, understood: its items in order, and every quantity in it with its type and dimensions.

    `quantities` holds inputs (declared, or used and not defined) in order of first use, then definitions in order.
    """

    name: str
    title: str
    items: tuple[Item, ...]
    quantities: Mapping[str, Quantity]
    dims: tuple[str, ...]
    source: str = field(repr=False)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions in order, auxiliary ones before the definition that needs them."""
        return tuple(item for item in self.items if isinstance(item, Definition))

    @cached_property
    def bodies(self) -> Mapping[str, Term]:
        """The right side of every definition by name, in order."""
        return {d.name: d.body for d in self.definitions}

    @cached_property
    def by_name(self) -> Mapping[str, Definition]:
        """Every definition by name, in order."""
        return {d.name: d for d in self.definitions}

    @cached_property
    def depths(self) -> Mapping[str, int]:
        """How many definitions stand one upon the other up to each of them, itself among them."""
        found: dict[str, int] = {}
        for d in self.definitions:
            found[d.name] = 1 + max((found.get(n, 0) for n in names(d.body)), default=0)
        return found

    def below(self, *quantities: str) -> frozenset[str]:
        """The quantities that these rest on, themselves among them."""
        found: set[str] = set()
        waiting = list(quantities)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(names(self.bodies[name]) if name in self.bodies else ())
        return frozenset(found)

    @cached_property
    def lengths(self) -> tuple[str, ...]:
        """The dimensions that are made of others: `N + K - 1`."""
        every = dict.fromkeys(d for q in self.quantities.values() for d in q.dims)
        every |= {n.index.dim: None for body in self.bodies.values() for n in subterms(body) if isinstance(n, Binder)}
        return tuple(d for d in every if d not in self.dims)

    @cached_property
    def shifts(self) -> bool:
        """Whether positions are shifted in it, so that there may be no element at some."""
        terms = (*self.bodies.values(), *(t for claim in self.claims for t in claim.terms))
        return any(isinstance(n, Aligned) for t in terms for n in subterms(t))

    def sized(self, sizes: Mapping[str, int]) -> Sizes:
        """These sizes of dimensions, larger where an axis that is made of them would have no position."""
        found = Sizes(sizes)
        for dim in (d for _ in range(20) for d in self.lengths):
            parts, _ = extent(dim)
            if all(name in found for name, _ in parts) and (lacking := 1 - found[dim]) > 0:
                name, count = max(parts, key=lambda part: part[1])
                found[name] += -(-lacking // count)
        return found

    @cached_property
    def inputs(self) -> tuple[Quantity, ...]:
        """The quantities that nothing defines, in order of first use."""
        return tuple(q for q in self.quantities.values() if q.name not in self.bodies)

    @cached_property
    def arguments(self) -> tuple[Quantity, ...]:
        """The inputs that some definition uses, in order of first use; the other inputs occur in claims and hypotheses only."""
        used = frozenset().union(*(names(d.body) for d in self.definitions))
        return tuple(q for q in self.inputs if q.name in used)

    @cached_property
    def output(self) -> Definition | None:
        """The last definition that stands in the text: the theory's function."""
        return next((d for d in reversed(self.definitions) if not d.auxiliary), None)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in order."""
        return tuple(item for item in self.items if isinstance(item, Claim))

    @cached_property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What is assumed, in order."""
        return tuple(item for item in self.items if isinstance(item, Assumption))

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples in order."""
        return tuple(item for item in self.items if isinstance(item, Example))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags in order."""
        return tuple(item.name for item in self.items if isinstance(item, Tag))

    @cached_property
    def slope(self) -> Claim | None:
        """The first claim that gives the derivative of the theory's function by an input, at indices that are all free."""
        inputs = {q.name for q in self.inputs}
        return next((c for c in self.claims if self.output is not None and _is_slope(c, self.output, inputs)), None)

    @property
    def notations(self) -> Mapping[str, str]:
        """LaTeX by name, where the text gives it."""
        return {item.name: item.latex for item in self.items if isinstance(item, Notation)}


def _is_slope(claim: Claim, output: Definition, inputs: Set[str]) -> bool:
    start = claim.terms[0]
    if set(claim.relations) != {"=="} or not isinstance(start, Diff) or not isinstance(start.expr, Ref):
        return False
    indices = (*start.expr.indices, *start.var.indices)
    apart = len(set(indices)) == len(indices) and all(isinstance(i, Index) for i in indices)
    conditions = () if claim.condition is None else subterms(claim.condition)
    general = not any(isinstance(n, Cmp) and isinstance(n.left, IndexTerm) for n in conditions)
    return start.expr.name == output.name and start.var.name in inputs and apart and general
