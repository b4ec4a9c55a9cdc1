"""What do the examples come to?  Values, derivatives in closed form, and whether finite differences agree.

Comes in: the inputs of an example and the closed forms of derivatives.  Goes out: each quantity with its value and words on
how it was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import product
from typing import Any, Protocol

from mpmath import mp, mpf

from derive.checks.numbers import DIGITS, Point, Undefined, World
from derive.errors import Error
from derive.expr import And, Cmp, Diff, ForAll, Formula, Implies, Index, Node, Ref, Term, free, key, sizes_of
from derive.theory import Theory, Value

__all__ = ["computed"]

ENTRIES = 64
"""Larger arrays are left out of the page."""
CLOSE = mpf(10) ** (20 - DIGITS)
"""Numbers that are equal but for rounding differ by less; the decimals of an example are rounded to `DIGITS`."""


class Closed(Protocol):
    """The closed form of something."""

    @property
    def kind(self) -> str:
        """`derivative` for those that are wanted here."""

    @property
    def statement(self) -> Cmp:
        """What it is of, and what it is."""

    @property
    def hypotheses(self) -> tuple[Formula, ...]:
        """What it rests on."""


Found = tuple[Node, Any, str]


def computed(theory: Theory, given: Mapping[str, Value], results: Iterable[Closed]) -> tuple[Found, ...]:
    """Every definition and derivative at an example, as nested lists of floats.

    A derivative is left out where it rests on something that does not hold there.  Raises `Error` where a definition
    has no value, or where something that the theory assumes does not hold.
    """
    axes: list[tuple[str, int]] = []
    for name, value in given.items():
        for dim in theory.quantities[name].dims:
            assert isinstance(value, tuple)
            axes.append((dim, len(value)))
            value = value[0] if value else ()
    dims = sizes_of(axes)
    with mp.workdps(DIGITS):
        world = World.of(theory, Point.of(dims, given))
        found: list[Found] = []
        for definition in theory.definitions:
            if not definition.auxiliary:
                element = Ref(definition.name, definition.indices)
                try:
                    found.extend(_entry(world, element, definition.indices, _largest))
                except Undefined:
                    hint = "an example lies where every definition has a value"
                    raise Error(f"{definition.name} has no value at this example", hint=hint) from None
        for assumption in theory.assumptions:
            if not _holds(world, assumption.formula):
                raise Error("this example breaks an assumption", hint=f"line {assumption.place.line} assumes otherwise")
        for result in results:
            left, right = result.statement.left, result.statement.right
            if not all(_holds(world, h) for h in result.hypotheses):
                continue
            if result.kind == "derivative" and isinstance(left, Diff) and isinstance(left.expr, Ref):
                indices = tuple(i for i in (*left.expr.indices, *left.var.indices) if isinstance(i, Index))
                with suppress(Undefined):
                    for node, value, _ in _entry(world, right, indices, _largest):
                        found.append((left, value, _agreement(world, left, node, indices)))
        return tuple(found)


def _holds(world: World, formula: Formula, env: Mapping[Index, int] | None = None) -> bool:
    """Whether a formula holds for all values of its free indices, numbers compared to what their digits allow.

    What speaks of a quantity or dimension that the example does not give is taken to hold.
    """
    env = env or {}
    try:
        if loose := sorted(free(formula) - env.keys(), key=key):
            sizes = range(world.dims[loose[0].dim])
            return all(_holds(world, formula, {**env, loose[0]: n}) for n in sizes)
        if isinstance(formula, ForAll):
            return all(
                _holds(world, formula.body, {**env, formula.index: n}) for n in range(world.dims[formula.index.dim])
            )
        if isinstance(formula, Implies):
            return not _holds(world, formula.cond, env) or _holds(world, formula.body, env)
        if isinstance(formula, And):
            return all(_holds(world, part, env) for part in formula.args)
        if isinstance(formula, Cmp) and formula.op in ("==", "<=") and isinstance(formula.left, Term):
            over = world.value(formula.left, env) - world.value(formula.right, env)
            return bool((abs(over) if formula.op == "==" else over) < CLOSE)
        return bool(world.value(formula, env))
    except Undefined:
        return False
    except KeyError:
        return True


def _entry(world: World, node: Node, indices: tuple[Index, ...], words: Any) -> Iterable[Found]:
    try:
        values = {
            at: float(world.value(node, dict(zip(indices, at, strict=True)))) for at in _positions(world, indices)
        }
    except KeyError:  # of a dimension that no input shows
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
