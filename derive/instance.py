"""What does it say for these sizes?  A derivation at literal positions: sums written out, deltas decided.

Comes in: a derivation, and for some dimensions the numbers of their positions (K is 4, 5, 6).  Goes out: an `Instance`, with
an `Element` for each choice of the statement's free indices: the general theorem, specialised by the kernel, and how it and
the lines of its derivation read there.  The position 4 is an index that is called `4`.

Writing out is not the kernel's: `verify` puts what it gives to the referees, at these sizes and positions alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import prod
from typing import Any

from derive import checks, kernel
from derive.derivation import Derivation, Mark
from derive.errors import Error
from derive.expr import (
    FALSE,
    ONE,
    TRUE,
    ZERO,
    Add,
    Aligned,
    And,
    Binder,
    Cmp,
    Delta,
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
    Pow,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    aligned,
    alpha_equal,
    conjunction,
    extent,
    free,
    key,
    length,
    mul,
    num,
    substitute,
    subterms,
)  # fmt: skip
from derive.kernel import Theorem
from derive.language import in_ascii
from derive.strategy.differentiate import tidied
from derive.theory import Theory

__all__ = ["Element", "Instance", "Line", "instance", "members", "read"]

SHOWN = 60
"""Elements that are made; of the others it is said how many there are."""
FEW = 3
"""Elements up to which each is shown with its lines."""
COUNTED = 100_000
"""Elements up to which those that a condition leaves are counted."""
WRITTEN = 12
"""Positions of a dimension up to which what runs over it is written out."""
LARGEST = 600
"""Nodes that may come of writing one thing out."""


# ------------------------------------------------------------------------------------------------------- the data


@dataclass(frozen=True, slots=True)
class Line:
    """A step as it reads at some positions; it has what a page needs of a `Step`."""

    before: Term
    relation: str
    after: Term
    reason: str
    notes: tuple[tuple[str, Term | Formula], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One element of what was derived: `theorem` is the general one at these positions, `statement` how it reads there.

    It has what a page needs of a `Derivation`.
    """

    general: Derivation
    positions: Mapping[Index, int]
    theorem: Theorem
    statement: Cmp
    adjoint: Ref | None
    condition: Formula | None
    steps: tuple[Line, ...]

    @property
    def theory(self) -> Theory:
        """The theory that it is about."""
        return self.general.theory

    @property
    def kind(self) -> str:
        """The kind of the derivation."""
        return self.general.kind

    @property
    def name(self) -> str:
        """The name of the derivation, and the positions."""
        return "-".join((self.general.name, *map(str, self.positions.values())))

    @property
    def shown(self) -> Cmp:
        """The statement as it is announced: a VJP as ā = …."""
        return self.statement if self.adjoint is None else Cmp("==", self.adjoint, self.statement.right)

    @property
    def start(self) -> Term:
        """The first line."""
        assert isinstance(self.statement.left, Term)
        return self.statement.left

    @property
    def result(self) -> Term:
        """The last line."""
        assert isinstance(self.statement.right, Term)
        return self.statement.right


@dataclass(frozen=True, slots=True)
class Instance:
    """A derivation for these `ranges` of dimensions: its elements, in the order of the indices of its statement.

    `total` counts all elements, also those that are not made; None where a condition leaves too many to count.
    """

    general: Derivation
    ranges: Mapping[str, range]
    elements: tuple[Element, ...]
    total: int | None
    hypotheses: tuple[Formula, ...]
    """What the elements rest on besides the condition, written out, for all positions."""

    @property
    def in_lines(self) -> bool:
        """Whether the elements are so few that each is shown with its lines."""
        return len(self.elements) <= FEW

    @property
    def left_out(self) -> str:
        """How many elements are not made, in words; empty where all are."""
        if self.total == len(self.elements):
            return ""
        rest = "many" if self.total is None else f"{self.total - len(self.elements)}"
        return f"and {rest} more"

    def verify(self) -> checks.Report:
        """What the referees say about every element and its lines, at these sizes and positions alone."""
        sizes = tuple((dim, len(numbers)) for dim, numbers in self.ranges.items())
        asked: dict[str, list[tuple[int | None, checks.Question]]] = {}
        for element in self.elements:
            held = element.theorem.hypotheses
            left, right = element.theorem.left, element.statement.right
            lines = [Cmp(element.statement.op, left, right), element.statement]
            lines += [Cmp(step.relation, step.before, step.after) for step in element.steps]
            asked[element.name] = [
                (n or None, checks.Question(line, held, False, sizes, self._places(line, *held)))
                for n, line in enumerate(lines)
            ]
        return checks.ask(self.general.theory, asked)

    def _places(self, *nodes: Node) -> tuple[tuple[Index, int], ...]:
        """Where the positions that the nodes speak of stand in their dimensions, counted from 0."""
        indices = sorted(frozenset[Index]().union(*map(free, nodes)), key=lambda i: (i.dim, i.name))
        literal = (i for i in indices if i.name.isdecimal() and i.dim in self.ranges)
        return tuple((i, self.ranges[i.dim].index(int(i.name))) for i in literal)


def members(numbers: range) -> tuple[str, ...]:
    """The positions of a dimension as one lists them: `4`, `5`, `6`; an empty text stands for those left out."""
    every = [str(n) for n in (numbers if len(numbers) <= 6 else (*numbers[:2], numbers[-1]))]
    return tuple(every) if len(numbers) <= 6 else (*every[:2], "", every[-1])


# ------------------------------------------------------------------------------------------------------ making one


def instance(derivation: Derivation, at: Mapping[str, range | int]) -> Instance:
    """The derivation at these positions: ranges of dimensions, and ranges or positions of indices of the statement.

    Raises `Error` where there is no such dimension or index, or no such position.
    """
    indices, there = _indices(derivation), _dims(derivation)
    dims = {name: numbers for name, numbers in at.items() if name in derivation.theory.dims and _whole(name, numbers)}
    if derivation.theory.shifts:
        dims |= _made_of(dims, there)
    chosen = {
        name: _within(name, numbers, indices, dims, derivation.theory)
        for name, numbers in at.items()
        if name not in dims
    }
    ranges = {dim: numbers for dim, numbers in dims.items() if isinstance(numbers, range) and dim in there}
    choices = {i: chosen.get(i.name, ranges[i.dim]) for i in indices if i.dim in ranges}
    places = _places(derivation, choices, _Writer(ranges))
    made = tuple(_element(derivation, place, _Writer(ranges)) for place in islice(places, SHOWN))
    total: int | None = prod(map(len, choices.values()))
    if derivation.condition is not None and len(made) == SHOWN:
        rest = sum(1 for _ in islice(places, COUNTED))
        total = SHOWN + rest if rest < COUNTED else None
    elif derivation.condition is not None:
        total = len(made)
    return Instance(derivation, ranges, made, total, tuple(_assumed(derivation, _Writer(ranges))))


def _made_of(dims: Mapping[str, range | int], there: Iterable[str]) -> dict[str, range]:
    """The ranges of dimensions that are made of these; shifted positions count from 0, as all others then have to."""
    for name, numbers in dims.items():
        if isinstance(numbers, range) and (numbers.start or numbers.step != 1):
            hint = f"write {name}=0..{len(numbers) - 1}"
            raise Error(f"positions are shifted here, so the range of {name} begins at 0", hint=hint)
    sizes = {name: len(numbers) for name, numbers in dims.items() if isinstance(numbers, range)}
    made = [d for d in there if d not in sizes and all(name in sizes for name, _ in extent(d)[0])]
    for dim in made:
        if length(dim, sizes) < 1:
            raise Error(f"{dim} is {length(dim, sizes)} then", hint="a dimension is at least 1")
    return {dim: range(length(dim, sizes)) for dim in made}


def _indices(derivation: Derivation) -> tuple[Index, ...]:
    """The free indices of a statement, in reading order."""
    found = (n for n in subterms(derivation.statement) if isinstance(n, Index))
    return tuple(dict.fromkeys(i for i in found if i in free(derivation.statement)))


def _dims(derivation: Derivation) -> frozenset[str]:
    """The dimensions that its lines and hypotheses speak of."""
    nodes = (*(s.theorem.conclusion for s in derivation.steps), derivation.statement, *derivation.hypotheses)
    every = (n for node in nodes for n in subterms(node))
    return frozenset(
        n.dim if isinstance(n, Index | Size) else n.index.dim for n in every if isinstance(n, Index | Size | Binder)
    )


def _whole(name: str, numbers: range | int) -> bool:
    """A range of positions for a dimension."""
    if not isinstance(numbers, range):
        raise Error(f"{name} is a dimension, which takes a range", hint=f"write {name}=1..3 for positions 1, 2 and 3")
    _positions(name, numbers)
    return True


def _positions(name: str, numbers: range) -> None:
    if not numbers:
        turned = f"write {name}={numbers.stop - 1}..{numbers.start}" if numbers.step == 1 else ""
        raise Error(f"the range of {name} is empty", hint=turned)
    if numbers.step < 1 or numbers.start < 0:
        raise Error(f"the range of {name} counts down or below 0", hint=f"write {name}=1..3")


def _within(
    name: str, numbers: range | int, indices: tuple[Index, ...], dims: Mapping[str, object], theory: Theory
) -> range:
    """Positions of an index, which are among those of its dimension."""
    index = next((i for i in indices if i.name == name), None)
    if index is None:
        known = {"dimensions": theory.dims, "indices": [i.name for i in indices]}
        listed = "; ".join(f"{what}: {', '.join(names)}" for what, names in known.items() if names)
        raise Error(f"there is no dimension {name} here", hint=listed or "there are no dimensions at all")
    whole = dims.get(index.dim)
    if not isinstance(whole, range):
        raise Error(f"{name} runs over {index.dim}, which has no range", hint=f"give also {index.dim}=1..3")
    wanted = numbers if isinstance(numbers, range) else range(numbers, numbers + 1)
    _positions(name, wanted)
    if wanted[0] not in whole or wanted[-1] not in whole or wanted.step % whole.step:
        outside = wanted[-1] if wanted[0] in whole else wanted[0]
        raise Error(
            f"{name} = {outside} is not in {index.dim}", hint=f"it has {', '.join(n or '…' for n in members(whole))}"
        )
    return wanted


_READ = re.compile(r"\s*(\w+)\s*=\s*([0-9]{1,9})(?:\s*\.\.\s*([0-9]{1,9}))?\s*")


def read(text: str) -> tuple[str, range | int]:
    """`K=4..6` or `i=4`.  Raises `Error`."""
    name, equals, _ = text.partition("=")
    found = _READ.fullmatch(text)
    if found is None or not found[1].isidentifier():
        like = name.strip() if equals and name.strip().isidentifier() else "K"
        raise Error(f"{text!r} is no range of positions", hint=f"write {like}=4..6")
    first = int(found[2])
    return in_ascii(found[1]), first if found[3] is None else range(first, int(found[3]) + 1)


# ----------------------------------------------------------------------------------------------------- its elements


def _literal(dim: str, number: int) -> Index:
    """The position `number` of a dimension."""
    return Index(str(number), dim)


def _places(derivation: Derivation, choices: Mapping[Index, range], write: _Writer) -> Iterator[dict[Index, int]]:
    """The values of the indices at which the condition may hold."""
    for number in range(prod(map(len, choices.values()))):
        place: dict[Index, int] = {}
        for index, numbers in reversed(tuple(choices.items())):  # the last index goes round first
            number, position = divmod(number, len(numbers))
            place[index] = numbers[position]
        place = {index: place[index] for index in choices}
        if derivation.condition is None or write(_moved(derivation.condition, place)) != FALSE:
            yield place


def _moved(node: Node, place: Mapping[Index, int]) -> Node:
    return substitute(node, {i: _literal(i.dim, n) for i, n in place.items()})


def _element(derivation: Derivation, place: Mapping[Index, int], write: _Writer) -> Element:
    general = derivation.theorem
    theorem = kernel.instantiate(general.context, general, tuple((i, _literal(i.dim, n)) for i, n in place.items()))

    def here(node: Any) -> Any:
        return write(_moved(node, place))

    steps = []
    for step in derivation.steps:
        before, after = here(step.before), here(step.after)
        if not alpha_equal(before, after):
            notes = tuple((name, here(note)) for name, note in step.notes)
            marks = tuple(Mark(mark.kind, here(mark.term)) for mark in step.marks)
            steps.append(Line(before, step.relation, after, step.reason, notes, marks))
    held = None if derivation.condition is None else here(derivation.condition)
    adjoint = None if derivation.adjoint is None else here(derivation.adjoint)
    return Element(
        derivation, place, theorem, here(general.conclusion), adjoint, None if held == TRUE else held, tuple(steps)
    )


def _assumed(derivation: Derivation, write: _Writer) -> Iterator[Formula]:
    for hypothesis in derivation.assumed:
        for index in sorted((i for i in free(hypothesis) if i.dim in write.ranges), key=key, reverse=True):
            hypothesis = ForAll(index, hypothesis)
        written = write(hypothesis)
        if isinstance(written, Formula) and written != TRUE:
            yield written


# ------------------------------------------------------------------------------------------------------ writing out


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes sums over these dimensions out, and decides what positions decide."""

    ranges: Mapping[str, range]

    def __call__(self, node: Node) -> Node:
        if isinstance(node, Size) and node.dim in self.ranges:
            return num(len(self.ranges[node.dim]))
        if isinstance(node, Reduce) and (whole := self.out(node)) is not None:
            return whole
        children = node.children()
        made = tuple(map(self, children))
        if made == children:
            return _decided(node)
        changed = any(type(new) is not type(old) for new, old in zip(made, children, strict=True))
        rebuilt = _decided(node.rebuild(made))
        return tidied(rebuilt) if changed and isinstance(rebuilt, Add | Neg | Mul | Div | Pow) else rebuilt

    def out(self, node: Reduce) -> Term | None:
        """What is reduced, term by term; None where that is too long or not decided by positions."""
        numbers = self.ranges.get(node.index.dim, range(0))
        if not 0 < len(numbers) <= WRITTEN:
            return None
        terms: list[Term] = []
        size = 0
        for n in numbers:
            at = {node.index: _literal(node.index.dim, n)}
            held = TRUE if node.cond is None else self(substitute(node.cond, at))
            if held == FALSE:
                continue
            body = self(substitute(node.body, at))
            assert isinstance(body, Term) and isinstance(held, Formula)
            if held != TRUE:
                if node.op not in _NOTHING:
                    return None
                body = If(held, body, _NOTHING[node.op])
            size += sum(1 for _ in subterms(body))
            if size > LARGEST:
                return None
            terms.append(body)
        return _JOINED[node.op](node.op, tuple(terms)) if terms or node.op in _NOTHING else None


def _sum(op: str, terms: tuple[Term, ...]) -> Term:
    return tidied(add(*terms)) if len(terms) > 1 else add(*terms)


def _product(op: str, terms: tuple[Term, ...]) -> Term:
    return tidied(mul(*terms)) if len(terms) > 1 else mul(*terms)


def _extremum(op: str, terms: tuple[Term, ...]) -> Term:
    return terms[0] if len(terms) == 1 else Fun(op, terms)


_JOINED: Mapping[str, Callable[[str, tuple[Term, ...]], Term]] = {
    "sum": _sum,
    "prod": _product,
    "max": _extremum,
    "min": _extremum,
}
_NOTHING: Mapping[str, Term] = {"sum": ZERO, "prod": ONE}
"""What a reduction of nothing is."""


def _same(left: Node, right: Node) -> bool | None:
    """Whether two indices are equal; None where that depends."""
    if left == right:
        return True
    literal = all(isinstance(i, Index) and i.name.isdecimal() for i in (left, right))
    return False if literal else None


def _delta(node: Delta) -> Node:
    same = _same(node.left, node.right)
    return node if same is None else ONE if same else ZERO


def _aligned(node: Aligned) -> Node:
    """The equation, positions in it as numbers; two open ones are equal where that is all it says."""
    open_ = [(i, c) for i, c in zip(node.indices, node.coefficients, strict=True) if not _is_literal(i)]
    known = node.off(0 if not _is_literal(i) else int(i.name) for i in node.indices)  # type: ignore[attr-defined]
    return aligned(open_, known)


def _is_literal(index: Node) -> bool:
    return isinstance(index, Index) and index.name.isdecimal()


def _compared(node: Cmp) -> Node:
    if not isinstance(node.left, Index) or not isinstance(node.right, Index):
        return node
    same = _same(node.left, node.right)
    return node if same is None else TRUE if same == (node.op == "==") else FALSE


def _all(node: And) -> Node:
    return FALSE if FALSE in node.args else conjunction(*(f for f in node.args if f != TRUE))


_DECIDED: Mapping[type[Node], Callable[[Any], Node]] = {
    Delta: _delta,
    Aligned: _aligned,
    Cmp: _compared,
    And: _all,
    Not: lambda n: TRUE if n.arg == FALSE else n,
    If: lambda n: n.then if n.cond == TRUE else n.other if n.cond == FALSE else n,
    Implies: lambda n: n.body if n.cond == TRUE else TRUE if n.cond == FALSE else n,
    ForAll: lambda n: TRUE if n.body == TRUE else n,
    Reduce: lambda n: ZERO if n.op == "sum" and n.body == ZERO else n,
}
"""What positions decide, by class of node."""


def _decided(node: Node) -> Node:
    decide = _DECIDED.get(type(node))
    return node if decide is None else decide(node)
