"""What is computed once, and in which shape?  Values that nothing needs go; a reduced axis stays where all uses put it back;
a number times a product that is needed anyway is that product times the number.

Comes in: the values and results of one function.  Goes out: the same, fewer and better shaped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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
    values, outputs = _regrouped(*used(values, outputs))
    return used(_kept(list(values), outputs), outputs)


def _regrouped(values: Sequence[Value], outputs: Sequence[Output]) -> tuple[tuple[Value, ...], tuple[Output, ...]]:
    """(c·a)·b as c·(a·b), c a number, where a·b is another value: one pass over the array for two."""
    uses = Counter(a.value for v in values for a in v.args) + Counter(o.operand.value for o in outputs)
    products = {frozenset(v.args): at for at, v in enumerate(values) if v.data == ("mul",)}
    changed, places = list(values), [float(at) for at in range(len(values))]
    for at, value in enumerate(values):
        for of, by in (value.args, value.args[::-1]) if value.data == ("mul",) else ():
            scaled, whole = values[of.value], tuple(range(len(value.dims)))
            if scaled.data != ("mul",) or uses[of.value] > 1 or (of.axes, scaled.dims) != (whole, value.dims):
                continue
            number, other = scaled.args
            product = products.get(frozenset({other, by}))
            if product is not None and not number.axes and not values[number.value].inputs:
                changed[at] = replace(value, args=(number, Operand(product, whole)))
                places[product] = min(places[product], at - 0.5)
                break
    return _ordered(changed, outputs, sorted(range(len(values)), key=places.__getitem__))


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
    return _ordered(values, outputs, sorted(needed(values, outputs)))


def _ordered(
    values: Sequence[Value], outputs: Sequence[Output], order: Sequence[int]
) -> tuple[tuple[Value, ...], tuple[Output, ...]]:
    """These values in this order."""
    new = {old: n for n, old in enumerate(order)}
    kept = tuple(replace(values[n], args=tuple(replace(a, value=new[a.value]) for a in values[n].args)) for n in order)
    return kept, tuple(replace(o, operand=replace(o.operand, value=new[o.operand.value])) for o in outputs)
