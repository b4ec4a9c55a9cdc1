"""What is computed once, and in which shape?  Values that nothing needs go; a reduced axis stays where all uses put it back.

Comes in: the values and results of one function.  Goes out: the same, fewer and better shaped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from derive.program import Operand, Output, Value

__all__ = ["needed", "put_back", "share", "used"]

Axes = tuple[int | None, ...]
Uses = dict[int, dict[int, list[Axes]]]
"""By value, by user."""
RESULT = -1
"""The user of what is returned."""


def share(values: Sequence[Value], outputs: Sequence[Output]) -> tuple[tuple[Value, ...], tuple[Output, ...]]:
    """Keep reduced axes that every use repeats, but for the last one of a sum, then drop what is not used."""
    return used(_kept(list(values), outputs), outputs)


def _kept(values: list[Value], outputs: Sequence[Output]) -> list[Value]:
    """From the last value to the first: where all uses of a reduction insert the axes that it removed, it keeps them."""
    kept = needed(values, outputs)
    uses = _uses(values, outputs, kept)
    for at in reversed(range(len(values))):
        ways = {axes for found in uses[at].values() for axes in found}
        if at not in kept or len(ways) != 1 or None not in (way := ways.pop()):
            continue
        changes = _widened(values, uses, at, way)
        if not changes:
            continue
        for user in {*changes, *(u for n in changes for u in uses[n])} & kept:
            for arg in values[user].args:
                uses[arg.value].pop(user, None)
            values[user] = _rewired(changes.get(user, values[user]), changes)
            for arg in values[user].args:
                uses[arg.value][user].append(arg.axes)
    return values


def _widened(values: list[Value], uses: Uses, at: int, axes: Axes) -> dict[int, Value] | None:
    """The value `at` and those before it, so made that it has the axes that its uses want; None where that gains nothing."""
    value = values[at]
    if RESULT in uses[at]:
        return None
    if value.op == "reduce" and value.data[:2] == ("sum", (len(value.args[0].axes) - 1,)):
        return None  # a number of each row: of one row a scalar, at which NumPy is quicker
    if value.op == "reduce" and not value.data[2]:
        if axes != put_back(len(value.args[0].axes), value.data[1]):  # type: ignore[arg-type]
            return None
        dims = tuple("" if a is None else value.dims[a] for a in axes)
        return {at: replace(value, data=(*value.data[:2], True), dims=dims)}
    if value.op != "map":
        return None
    changes: dict[int, Value] = {}
    args: list[Operand] = []
    for arg in value.args:
        if not arg.axes and not values[arg.value].inputs:
            args.append(arg)
            continue
        wide = tuple(None if a is None else arg.axes[a] for a in axes)
        others = [u for user, found in uses[arg.value].items() if user != at for u in found if u != wide]
        below = None if others else _widened(values, uses, arg.value, wide)
        if below is None:
            return None
        changes |= below
        args.append(Operand(arg.value, wide))
    if not changes:
        return None
    dims = tuple("" if a is None else value.dims[a] for a in axes)
    changes[at] = replace(value, args=tuple(args), dims=dims)
    return changes


def put_back(rank: int, axes: tuple[int, ...]) -> Axes:
    """What puts the axes back that a reduction over `axes` removed."""
    rest = iter(range(rank))
    return tuple(None if n in axes else next(rest) for n in range(rank))


def _rewired(value: Value, changes: dict[int, Value]) -> Value:
    """The value with its uses of what changed as they now are: every axis in its place."""
    if not any(a.value in changes for a in value.args):
        return value
    args = tuple(Operand(a.value, tuple(range(len(a.axes)))) if a.value in changes else a for a in value.args)
    return replace(value, args=args)


def _uses(values: Sequence[Value], outputs: Sequence[Output], needed: set[int]) -> Uses:
    """By whom each value is used, and with which axes it enters there."""
    found: Uses = defaultdict(lambda: defaultdict(list))
    for at in needed:
        for arg in values[at].args:
            found[arg.value][at].append(arg.axes)
    for output in outputs:
        found[output.operand.value][RESULT].append(output.operand.axes)
    return found


def needed(values: Sequence[Value], outputs: Sequence[Output]) -> set[int]:
    """The values that the results are computed from, these among them."""
    found: set[int] = set()
    below = [o.operand.value for o in outputs]
    while below:
        at = below.pop()
        if at not in found:
            found.add(at)
            below.extend(a.value for a in values[at].args)
    return found


def used(values: Sequence[Value], outputs: Sequence[Output]) -> tuple[tuple[Value, ...], tuple[Output, ...]]:
    """Only the values that a result needs, numbered anew."""
    order = sorted(needed(values, outputs))
    new = {old: n for n, old in enumerate(order)}
    kept = tuple(replace(values[n], args=tuple(replace(a, value=new[a.value]) for a in values[n].args)) for n in order)
    return kept, tuple(replace(o, operand=replace(o.operand, value=new[o.operand.value])) for o in outputs)
