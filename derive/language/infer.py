"""Which names are quantities, indices, dimensions, and over what does each index run?

Syntax comes in; the role of each name and a unifier of dimensions go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from derive.expr import extent, spelled
from derive.language.tree import (
    Call,
    Chain,
    Comprehension,
    Element,
    Expression,
    Name,
    Number,
    Signed,
    Statement,
    children,
    refuse,
)
from derive.theory import Place

__all__ = ["Dimensions", "Linear", "Role", "linear", "names_in", "roles"]

_LETTERS = "KNMLDHPQRSTUVWJIABCFG"
_A = {"quantity": "a quantity", "index": "an index", "dimension": "a dimension"}


class Role(NamedTuple):
    """What a name is ("quantity", "index" or "dimension"), and where that is first seen."""

    role: str
    place: Place


class Linear(NamedTuple):
    """What a shifted index or a dimension is made of: names, each with how often it counts, and a number."""

    parts: tuple[tuple[Name, int], ...]
    constant: int

    def scaled(self, by: int) -> Linear:
        """So many times as much."""
        return Linear(tuple((name, count * by) for name, count in self.parts), self.constant * by)


def linear(node: Expression) -> Linear | None:
    """`i + 2*k - 1` as its parts; None for what is not a sum of names and whole numbers with whole factors."""
    if isinstance(node, Name):
        return Linear(((node, 1),), 0)
    if isinstance(node, Number):
        return Linear((), int(node.value)) if node.value.denominator == 1 and abs(node.value) < 10**9 else None
    if isinstance(node, Signed):
        below = linear(node.arg)
        return below.scaled(-1) if below is not None and node.op == "-" else below
    if not isinstance(node, Chain):
        return None
    parts = [linear(node.first), *(linear(part) for _, part in node.rest)]
    if node.rest[0][0] in "*/":
        found = [p for p in parts if p is not None]
        numbers = [p.constant for p in found if not p.parts]
        if any(op == "/" for op, _ in node.rest) or len(found) < len(parts) or len(numbers) < len(parts) - 1:
            return None
        factor = 1
        for number in numbers:
            factor *= number
        return next((p.scaled(factor) for p in found if p.parts), Linear((), factor))
    signs = ["+", *(op for op, _ in node.rest)]
    total = Linear((), 0)
    for sign, part in zip(signs, parts, strict=True):
        if part is None:
            return None
        more = part.scaled(-1 if sign == "-" else 1)
        total = Linear((*total.parts, *more.parts), total.constant + more.constant)
    return total


def _named(node: Expression) -> list[Name]:
    """The names in an index or a dimension."""
    found = linear(node)
    return [] if found is None else [name for name, _ in found.parts]


def _said(node: Expression) -> Iterator[tuple[Name, str]]:
    """The names in `node` whose role shows from where they stand."""
    stack = [node]
    while stack:
        node = stack.pop()
        if isinstance(node, Element):
            if isinstance(node.base, Name):
                yield node.base, "quantity"
            yield from ((name, "index") for i in node.indices for name in _named(i))
        elif isinstance(node, Call) and node.function == "delta":
            yield from ((name, "index") for i in node.args for name in _named(i))
        elif isinstance(node, Comprehension):
            for clause in node.clauses:
                yield clause.index, "index"
                yield from ((name, "dimension") for name in _named(clause.dim))
        stack.extend(children(node))


def names_in(nodes: Iterable[Expression]) -> set[str]:
    """Every name that stands in `nodes`, called functions and named arguments included."""
    found: set[str] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, Name):
            found.add(node.name)
        elif isinstance(node, Call):
            found |= {node.function, *(name.name for name, _ in node.keywords)}
        stack.extend(children(node))
    return found


def _statement_roles(statement: Statement) -> Iterator[tuple[Name, str]]:
    if statement.op == ":":
        if isinstance(statement.left, Name):
            yield statement.left, "quantity"
        if isinstance(statement.right, Element):
            yield from ((name, "dimension") for d in statement.right.indices for name in _named(d))
        return
    if statement.op == "=" and isinstance(statement.left, Name):
        yield statement.left, "quantity"
    yield from _said(statement.left)
    if statement.right is not None:
        yield from _said(statement.right)


def roles(statements: Iterable[Statement], known: Mapping[str, Role] | None = None) -> dict[str, Role]:
    """The role of each name that has one.  Raises `LanguageError` where a name has two."""
    found = dict(known or {})
    seen = [(name, role) for statement in statements for name, role in _statement_roles(statement)]
    for name, role in sorted(seen, key=lambda s: (s[0].place.line, s[0].place.column)):
        before = found.setdefault(name.name, Role(role, name.place))
        if before.role != role:
            where = f" in line {before.place.line}" if before.place.line else ""
            refuse(
                f"{name.name} is {_A[role]} here, {_A[before.role]}{where}",
                name.place,
                "a name has one role in a theory",
            )
    return found


Length = tuple[dict[str, int], int]
"""How often each dimension counts, and a number to be added."""


class Dimensions:
    """Which dimensions are one.  A variable is written `?7`; a dimension that has a name is that name.

    A variable may be made of others, as `N + K - 1` is.  What two lengths say of each other when they must be the same is
    kept until `settle`, for what it takes to tell may stand further on.
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._given: set[str] = set()
        self._names: dict[str, str] = {}
        self._made: dict[str, Length] = {}
        self._equal: list[tuple[str, str, str, Place]] = []
        self._spelled: dict[tuple[frozenset[tuple[str, int]], int], str] = {}
        self._count = 0

    def fresh(self, given: bool = False) -> str:
        """A new variable; `given` if it has a size by itself, as the axis of an input has."""
        self._count += 1
        variable = f"?{self._count}"
        if given:
            self._given.add(variable)
        return variable

    def made(self, parts: Iterable[tuple[str, int]], constant: int) -> str:
        """The dimension that is so long."""
        total: dict[str, int] = {}
        for dim, count in parts:
            total[dim] = total.get(dim, 0) + count
        if not constant and list(total.values()) == [1]:
            return next(iter(total))
        variable = self.fresh(given=True)
        self._made[variable] = total, constant
        return variable

    def find(self, dim: str) -> str:
        """What stands for `dim` and all that are one with it: the name if there is one."""
        while dim in self._parent:
            above = self._parent[dim]
            if above in self._parent:
                self._parent[dim] = self._parent[above]
            dim = above
        return dim

    def length(self, dim: str) -> Length:
        """How long a dimension is, in names and variables that are not made of others."""
        dim = self.find(dim)
        if dim[0] != "?":
            named, constant = extent(dim)
            return dict(named), constant
        if dim not in self._made:
            return {dim: 1}, 0
        total: dict[str, int] = {}
        parts, constant = self._made[dim]
        for part, count in parts.items():
            below, more = self.length(part)
            constant += count * more
            for name, times in below.items():
                total[name] = total.get(name, 0) + count * times
        return {name: count for name, count in total.items() if count}, constant

    def unify(self, left: str, right: str, what: str, place: Place) -> None:
        """`left` and `right` are one dimension because of `what`, at `place`."""
        left, right = self.find(left), self.find(right)
        if left == right:
            return
        if left[0] != "?" and right[0] != "?":
            if self.difference(left, right) != ({}, 0):
                self._clash(left, right, what, place)
            return
        if left[0] != "?" or left in self._made:
            left, right = right, left
        if left[0] != "?" or left in self._made or left in self.length(right)[0]:
            self._equal.append((left, right, what, place))
            return
        self._parent[left] = right
        if left in self._given:
            self._given.add(right)

    def _clash(self, left: str, right: str, what: str, place: Place) -> None:
        one, other = self._shown(right), self._shown(left)
        refuse(f"dimensions clash: {what} runs over {one} and over {other}", place, "one index runs over one dimension")

    def _shown(self, dim: str) -> str:
        parts, constant = self.length(dim)
        return spelled(((name if name[0] != "?" else "…", count) for name, count in parts.items()), constant)

    def difference(self, left: str, right: str) -> Length:
        """How much longer `left` is than `right`."""
        (parts, constant), (less, minus) = self.length(left), self.length(right)
        total = {name: parts.get(name, 0) - less.get(name, 0) for name in {**parts, **less}}
        return {name: count for name, count in total.items() if count}, constant - minus

    def solve(self, length: Length) -> bool:
        """Make this length 0 by what the one open variable in it is made of; whether that could be done."""
        parts, constant = length
        open_ = list(filter(self.is_open, parts))
        if len(open_) != 1:
            return False
        (variable,) = open_
        by = -parts[variable]
        rest = {name: count // by for name, count in parts.items() if name != variable}
        if any(count % by for count in (*parts.values(), constant)):
            return False
        if not constant and list(rest.values()) == [1]:
            self._parent[variable] = next(iter(rest))
        else:
            self._made[variable] = rest, constant // by
        self._given.add(variable)
        return True

    def settle(self) -> bool:
        """Draw conclusions from lengths that must be the same; whether there was one."""
        rest, before = [], len(self._equal)
        for left, right, what, place in self._equal:
            difference = self.difference(left, right)
            if difference == ({}, 0) or self.solve(difference):
                continue
            if not any(map(self.is_open, difference[0])):
                self._clash(left, right, what, place)
            rest.append((left, right, what, place))
        self._equal = rest
        return len(rest) < before

    def given(self, dim: str) -> bool:
        """Whether something gives this dimension a size: a name, or the axis of an input."""
        dim = self.find(dim)
        return dim[0] != "?" or dim in self._given or dim in self._made

    def give(self, dim: str) -> None:
        """Say that `dim` has a size by itself."""
        self._given.add(self.find(dim))

    def is_made(self, dim: str) -> bool:
        """Whether this dimension is made of others."""
        return len(self.length(dim)[0]) != 1 or self.length(dim)[1] != 0

    def is_other(self, left: str, right: str) -> bool:
        """Whether these are known to be dimensions of different lengths."""
        parts, constant = self.difference(left, right)
        return not any(map(self.is_open, parts)) and bool(parts or constant)

    def is_open(self, dim: str) -> bool:
        """Whether nothing says yet what this dimension is."""
        dim = self.find(dim)
        return dim[0] == "?" and dim not in self._made and dim not in self._names

    def name(self, dim: str, taken: set[str], wanted: Iterable[str] = ()) -> str:
        """The name of `dim`; one that has none gets the first of `wanted`, then K, N, M, … that is not in `taken`."""
        dim = self.find(dim)
        if dim in self._made:
            return self._compound(dim, taken)
        if dim[0] != "?":
            return dim
        if dim not in self._names:
            candidates = (*wanted, *_LETTERS, *(f"K{n}" for n in range(1, len(taken) + 2)))
            self._names[dim] = next(name for name in candidates if name not in taken)
            taken.add(self._names[dim])
        return self._names[dim]

    def _compound(self, dim: str, taken: set[str]) -> str:
        """A dimension that is made of others, always written in the way in which it is met first."""
        parts, constant = self.length(dim)
        total: dict[str, int] = {}
        for part, count in parts.items():
            name = self.name(part, taken)
            total[name] = total.get(name, 0) + count
        text = spelled(total.items(), constant)
        return self._spelled.setdefault((frozenset((n, c) for n, c in total.items() if c), constant), text)
