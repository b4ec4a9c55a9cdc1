"""Which names are quantities, indices, dimensions, and over what does each index run?

Syntax comes in; the role of each name and a unifier of dimensions go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from derive.language.tree import Call, Comprehension, Element, Expression, Name, Statement, children, refuse
from derive.theory import Place

__all__ = ["Dimensions", "Role", "names_in", "roles"]

_LETTERS = "KNMLDHPQRSTUVWJIABCFG"
_A = {"quantity": "a quantity", "index": "an index", "dimension": "a dimension"}


class Role(NamedTuple):
    """What a name is ("quantity", "index" or "dimension"), and where that is first seen."""

    role: str
    place: Place


def _said(node: Expression) -> Iterator[tuple[Name, str]]:
    """The names in `node` whose role shows from where they stand."""
    stack = [node]
    while stack:
        node = stack.pop()
        if isinstance(node, Element):
            if isinstance(node.base, Name):
                yield node.base, "quantity"
            yield from ((i, "index") for i in node.indices if isinstance(i, Name))
        elif isinstance(node, Call) and node.function == "delta":
            yield from ((i, "index") for i in node.args if isinstance(i, Name))
        elif isinstance(node, Comprehension):
            for clause in node.clauses:
                yield clause.index, "index"
                yield clause.dim, "dimension"
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
            yield from ((d, "dimension") for d in statement.right.indices if isinstance(d, Name))
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


class Dimensions:
    """Which dimensions are one.  A variable is written `?7`; a dimension that has a name is that name."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._given: set[str] = set()
        self._names: dict[str, str] = {}
        self._count = 0

    def fresh(self, given: bool = False) -> str:
        """A new variable; `given` if it has a size by itself, as the axis of an input has."""
        self._count += 1
        variable = f"?{self._count}"
        if given:
            self._given.add(variable)
        return variable

    def find(self, dim: str) -> str:
        """What stands for `dim` and all that are one with it: the name if there is one."""
        while dim in self._parent:
            above = self._parent[dim]
            if above in self._parent:
                self._parent[dim] = self._parent[above]
            dim = above
        return dim

    def unify(self, left: str, right: str, what: str, place: Place) -> None:
        """`left` and `right` are one dimension because of `what`, at `place`."""
        left, right = self.find(left), self.find(right)
        if left == right:
            return
        if left[0] != "?" and right[0] != "?":
            refuse(
                f"dimensions clash: {what} runs over {right} and over {left}",
                place,
                "one index runs over one dimension",
            )
        if left[0] != "?":
            left, right = right, left
        self._parent[left] = right
        if left in self._given:
            self._given.add(right)

    def given(self, dim: str) -> bool:
        """Whether something gives this dimension a size: a name, or the axis of an input."""
        dim = self.find(dim)
        return dim[0] != "?" or dim in self._given

    def name(self, dim: str, taken: set[str], wanted: Iterable[str] = ()) -> str:
        """The name of `dim`; one that has none gets the first of `wanted`, then K, N, M, … that is not in `taken`."""
        dim = self.find(dim)
        if dim[0] != "?":
            return dim
        if dim not in self._names:
            candidates = (*wanted, *_LETTERS, *(f"K{n}" for n in range(1, len(taken) + 2)))
            self._names[dim] = next(name for name in candidates if name not in taken)
            taken.add(self._names[dim])
        return self._names[dim]
