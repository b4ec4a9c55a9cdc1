"""Must every row be shifted?  Exponentials are shifted only where they would leave the floats, if their scale is never seen.

Comes in: the values and results of one function.  Goes out: the same, with `exps` for the exponentials of what lies below
the largest of a row, where multiplying a whole row of them by a number changes no result.  Each row may then have the shift
that it needs: none where its sum is neither small nor huge, which costs no rounding.

That nothing changes is seen by counting degrees: those exponentials have degree 1 in the number, a quotient of two
values the difference of their degrees, and so on; what has no degree cannot be used, and results must have degree 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from derive.lower.share import put_back
from derive.program import Operand, Output, Value

__all__ = ["shift"]


def shift(values: Sequence[Value], outputs: Sequence[Output]) -> tuple[Value, ...]:
    """Leave the choice of the shift to the numbers, wherever it can be left."""
    changed = list(values)
    for at, value in enumerate(values):
        if value.op == "reduce" and value.data[0] == "max":
            free = {n for n, v in enumerate(values) if _is_shifted_by(v, value, at)}
            if free and _is_homogeneous(values, outputs, free, value.data[1]):
                for n in free:
                    changed[n] = replace(values[n], op="exps", args=value.args, data=(value.data[1],))
                for n, v in enumerate(values):
                    e = _summed(values, v, at, free)
                    if e is not None:
                        whole = (value.args[0], Operand(e, value.args[0].axes))
                        changed[n] = replace(v, op="log_sum", args=whole, data=(value.data[2],))
    return tuple(changed)


def _is_shifted_by(value: Value, largest: Value, at: int) -> bool:
    """Whether this is e^(u − the largest u), element by element; `at` is where the largest stands."""
    (exponent,) = largest.args
    _, axes, keep = largest.data
    if axes != (len(exponent.axes) - 1,):
        return False
    if value.op != "map" or value.data[0] != "exp_below" or exponent != _whole(exponent):
        return False
    inserted = exponent.axes if keep else put_back(len(exponent.axes), axes)
    return value.args == (exponent, Operand(at, inserted))


def _summed(values: Sequence[Value], value: Value, largest: int, free: set[int]) -> int | None:
    """Which of these exponentials this is the logarithm of the sum of, the shift taken back."""
    if value.op != "map" or value.data[0] != "raised" or value.args[0].value != largest:
        return None
    log = values[value.args[1].value]
    excess = values[log.args[0].value] if log.op == "map" and log.data[0] == "log1p" else log
    found = excess.args[0].value if excess.op == "reduce" and excess.data[0] == "excess" else -1
    same = all(v.dims == value.dims for v in (values[largest], log, excess))
    return found if found in free and same else None


def _whole(operand: Operand) -> Operand:
    """All axes in their order."""
    return Operand(operand.value, tuple(range(len(operand.axes))))


def _in_place(operand: Operand) -> bool:
    """Whether rows meet themselves: all axes in their order, at most the last one repeated."""
    axes = operand.axes[:-1] if operand.axes[-1:] == (None,) else operand.axes
    return axes == tuple(range(len(axes)))


def _is_homogeneous(values: Sequence[Value], outputs: Sequence[Output], free: set[int], axes: object) -> bool:
    """Whether every result has degree 0 in the factor of a row of these exponentials."""
    degrees: list[int] = []
    for at, value in enumerate(values):
        degree = 1 if at in free else _degree(value, [degrees[a.value] for a in value.args], axes)
        if degree is None:
            return False
        degrees.append(degree)
    return all(degrees[o.operand.value] == 0 for o in outputs)


def _degree(value: Value, degrees: list[int], axes: object) -> int | None:
    """The degree of a value, None where it has none."""
    if not any(degrees):
        return 0
    if value.op in ("pick", "put", "rest", "log_share"):
        return _chosen(value, degrees)
    if any(degree and not _in_place(arg) for degree, arg in zip(degrees, value.args, strict=True)):
        return None  # a row that meets another one
    op = str(value.data[0]) if value.op in ("map", "reduce") else value.op
    if value.op == "reduce" and value.data[1] != axes:
        return None
    if op == "excess":
        return 0
    if op in ("sum", "max", "min", "neg", "abs", "others"):
        return degrees[0]
    if op == "mul":
        return sum(degrees)
    if op == "div":
        return degrees[0] - degrees[1]
    if op in ("add", "sub") and degrees[0] == degrees[1]:
        return degrees[0]
    return None


def _chosen(value: Value, degrees: list[int]) -> int | None:
    """The degree of what is picked of a row, or of the row with something put in."""
    if value.op == "log_share":
        _, own, rest, exponent, e = degrees
        return 0 if own == rest == e and not exponent else None
    return degrees[-1] if value.op != "put" or degrees[1] == degrees[2] else None
