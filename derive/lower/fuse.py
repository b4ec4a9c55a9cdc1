"""Which steps are one function?  What one function computes more exactly or faster than its steps, if nothing else needs these.

Comes in: the values and results of one function.  Goes out: the same, with `log1pexp`, which is log(1 + eᵛ), where it stands
as max(v, 0) + log(1 + e^−|v|); and with `share` and `per`, which are x/z·u, x/z·u/w and x/z/w, where z, u and w are one number
for each row: these are multiplied first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from derive.program import Operand, Output, Value

__all__ = ["fuse"]


def fuse(values: Sequence[Value], outputs: Sequence[Output]) -> tuple[Value, ...]:
    """One function for its steps."""
    uses = Counter(a.value for v in values for a in v.args) + Counter(o.operand.value for o in outputs)

    def once(at: int, *ops: str) -> Value | None:
        """The value, if it is one of these and used once."""
        value = values[at]
        return value if value.op == "map" and value.data[0] in ops and uses[at] == 1 else None

    def is_of_row(operand: Operand) -> bool:
        return not operand.axes or operand.axes[-1] is None or not values[operand.value].dims[operand.axes[-1]]

    def share(value: Value) -> Value | None:
        """The value as a share, times and over numbers of its row."""
        whole, per = tuple(range(len(value.dims))), value.args[1:]
        times: Value | None = value
        if value.data == ("div",) and value.args[0].axes == whole and is_of_row(value.args[1]):
            times = once(value.args[0].value, "times_log")
        else:
            per = ()
        if times is None or times.data != ("times_log",) or times.args[0].axes != whole or not is_of_row(times.args[1]):
            return None
        ratio = once(times.args[0].value, "div")
        if ratio is None or ratio.args[0].axes != whole or not is_of_row(ratio.args[1]):
            return None
        return replace(value, args=(*ratio.args, times.args[1], *per), data=("share_per" if per else "share",))

    def per(value: Value) -> Value | None:
        """The value as what is divided by two numbers of its row."""
        ratio = once(value.args[0].value, "div") if value.data == ("div",) else None
        whole = tuple(range(len(value.dims)))
        if ratio is None or any(v.args[0].axes != whole or not is_of_row(v.args[1]) for v in (value, ratio)):
            return None
        return replace(value, args=(*ratio.args, value.args[1]), data=("per",))

    def fused(value: Value) -> Value:
        if value.op == "map" and value.data[0] in ("times_log", "div") and value.dims:
            return share(value) or per(value) or value
        if value.op != "map" or value.data[0] != "add":
            return value
        largest = values[value.args[0].value]
        whole = tuple(range(len(value.dims)))
        if largest.op != "map" or largest.data[0] != "max" or any(a.axes != whole for a in value.args):
            return value
        of, zero = largest.args
        found = once(value.args[1].value, "log1p")
        for op in ("exp", "neg", "abs"):
            found = found and once(found.args[0].value, op)
        if found is None or values[zero.value].data != (0,):
            return value
        size = found.args[0]
        mirrored = values[of.value]
        same = size == of or (mirrored.op == "map" and mirrored.data[0] == "neg" and mirrored.args == (size,))
        return replace(value, args=(of,), data=("log1pexp",)) if same else value

    return tuple(map(fused, values))
