"""What do the examples come to?  Values, derivatives in closed form, and whether finite differences agree.

Comes in: the inputs of an example and the closed forms of derivatives.  Goes out: each quantity with its value and words on
how it was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, Protocol

from mpmath import mp

from derive.checks.numbers import DIGITS, Point, Undefined, World
from derive.expr import Cmp, Diff, Index, Node, Ref
from derive.theory import Theory, Value

__all__ = ["computed"]

ENTRIES = 64
"""Larger arrays are left out of the page."""


class Closed(Protocol):
    """The closed form of something."""

    @property
    def kind(self) -> str:
        """`derivative` for those that are wanted here."""

    @property
    def statement(self) -> Cmp:
        """What it is of, and what it is."""


Found = tuple[Node, Any, str]


def computed(theory: Theory, given: Mapping[str, Value], results: Iterable[Closed]) -> tuple[Found, ...]:
    """Every definition and derivative at an example, as nested lists of floats; what has no value there is left out."""
    dims: dict[str, int] = {}
    for name, value in given.items():
        for dim in theory.quantities[name].dims:
            assert isinstance(value, tuple)
            dims[dim], value = len(value), value[0] if value else ()
    with mp.workdps(DIGITS):
        world = World.of(theory, Point.of(dims, given))
        found: list[Found] = []
        for definition in theory.definitions:
            if not definition.auxiliary:
                element = Ref(definition.name, definition.indices)
                found.extend(_entry(world, element, definition.indices, _largest))
        for result in results:
            left, right = result.statement.left, result.statement.right
            if result.kind == "derivative" and isinstance(left, Diff) and isinstance(left.expr, Ref):
                indices = tuple(i for i in (*left.expr.indices, *left.var.indices) if isinstance(i, Index))
                for node, value, _ in _entry(world, right, indices, _largest):
                    found.append((left, value, _agreement(world, left, node, indices)))
        return tuple(found)


def _entry(world: World, node: Node, indices: tuple[Index, ...], words: Any) -> Iterable[Found]:
    try:
        values = {
            at: float(world.value(node, dict(zip(indices, at, strict=True)))) for at in _positions(world, indices)
        }
    except (Undefined, KeyError):
        return
    if len(values) <= ENTRIES:
        yield node, _nested(values, indices, world), words(values, indices)


def _positions(world: World, indices: tuple[Index, ...]) -> Iterable[tuple[int, ...]]:
    return product(*(range(world.dims[i.dim]) for i in indices))


def _nested(
    values: Mapping[tuple[int, ...], float], indices: tuple[Index, ...], world: World, at: tuple[int, ...] = ()
) -> Any:
    if len(at) == len(indices):
        return values[at]
    return [_nested(values, indices, world, (*at, n)) for n in range(world.dims[indices[len(at)].dim])]


def _largest(values: Mapping[tuple[int, ...], float], indices: tuple[Index, ...]) -> str:
    """Where the largest one is: of a vector of scores, the prediction."""
    if len(indices) != 1 or len(values) < 2:
        return ""
    best = max(values, key=lambda at: values[at])
    return f"largest at {indices[0].name} = {best[0]}"


def _agreement(world: World, left: Node, right: Node, indices: tuple[Index, ...]) -> str:
    """How far finite differences and the closed form are apart, at most."""
    for at in _positions(world, indices):
        env = dict(zip(indices, at, strict=True))
        try:
            difference = abs(world.value(left, env) - world.value(right, env))
        except Undefined:
            return "closed form"
        if difference > mp.mpf(10) ** -12 * (1 + abs(world.value(right, env))):
            return "closed form; finite differences disagree"
    return "closed form; finite differences agree to 12 digits"
