"""Where does a one-hot row only choose?  What is multiplied by it and summed is the element at the class.

Comes in: values and outputs of one function, and which inputs are one-hot rows.  Goes out: the same, where sums Σ tᵢ·xᵢ are
picked and (1 − tᵢ)·xᵢ − tᵢ·zᵢ is x with one element put in.  What is picked of an expression is that expression of what is
picked of its parts, so that nothing is computed for the other classes; of the logarithm of a softmax it is `log_share`.  What is
put in is put in last, so that what is done to the other classes is done to x, which may be simpler: x + x·z is x·(1 + z).
All that holds of one-hot rows only, and asks for class labels in their place: so nothing goes out where they do more than choose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from derive.lower.share import used
from derive.program import Operand, Output, Value

__all__ = ["choose"]

Axes = tuple[int | None, ...]


def choose(
    values: Sequence[Value], outputs: Sequence[Output], labels: Collection[str]
) -> tuple[tuple[Value, ...], tuple[Output, ...]] | None:
    """Pick where labels only choose; None if there are none, or they do more."""
    if not any(v.op == "input" and v.data[0] in labels for v in values):
        return None
    choosing = _Choosing(values, frozenset(labels))
    choosing.uses.update(o.operand.value for o in outputs)
    for at in range(len(values)):
        choosing.new[at] = choosing.made(at)
    moved = (replace(o, operand=replace(o.operand, value=choosing.new[o.operand.value])) for o in outputs)
    picked, results = used(choosing.values, tuple(moved))
    rows = {n for n, v in enumerate(picked) if v.op == "input" and v.data[0] in labels}
    other = (a.value for v in picked for n, a in enumerate(v.args) if n or v.op not in CHOOSING)
    more = rows.intersection((*other, *(o.operand.value for o in results)))
    return _late(picked, results) if rows and not more else None


def _late(values: Sequence[Value], outputs: Sequence[Output]) -> tuple[tuple[Value, ...], tuple[Output, ...]]:
    """Each `put` just before what needs it: then nothing else needs the value that it changes."""
    order: list[int] = []
    waiting: dict[int, None] = {}
    for at, value in enumerate(values):
        for arg in value.args:
            if arg.value in waiting:
                del waiting[arg.value]
                order.append(arg.value)
        if value.op == "put":
            waiting[at] = None
        else:
            order.append(at)
    order += waiting
    new = {old: n for n, old in enumerate(order)}
    args = [tuple(replace(a, value=new[a.value]) for a in values[at].args) for at in order]
    moved = (replace(o, operand=replace(o.operand, value=new[o.operand.value])) for o in outputs)
    return tuple(replace(values[at], args=a) for at, a in zip(order, args, strict=True)), tuple(moved)


CHOOSING = ("pick", "rest", "put", "log_share")
"""Operations whose first operand is a class label."""


@dataclass(slots=True)
class _Choosing:
    """The new values as they come up; `new` says which one stands for each old one."""

    old: Sequence[Value]
    labels: frozenset[str]
    values: list[Value] = field(default_factory=list)
    new: dict[int, int] = field(default_factory=dict)
    known: dict[Value, int] = field(default_factory=dict)
    uses: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.uses.update(a.value for v in self.old for a in v.args)

    def emit(self, value: Value) -> int:
        bare = replace(value, name="")
        if bare not in self.known:
            self.known[bare] = len(self.values)
            self.values.append(value)
        return self.known[bare]

    def value(self, op: str, args: tuple[Operand, ...], data: tuple[object, ...], dims: tuple[str, ...]) -> int:
        inputs = frozenset().union(*(self.values[a.value].inputs for a in args))
        return self.emit(Value(op, args, data, dims, inputs))

    def whole(self, at: int) -> Operand:
        return Operand(at, tuple(range(len(self.values[at].dims))))

    # --------------------------------------------------------------------------------------------- what is recognised

    def made(self, at: int) -> int:
        value = self.old[at]
        summed = self.summed(value)
        if summed is not None:
            label, of, negative = summed
            picked = self.picked(self.new[label], self.new[of])
            others = tuple(n for n in value.data[1] if n != len(self.old[of].dims) - 1)  # type: ignore[attr-defined]
            if others:
                picked = self.value("reduce", (self.whole(picked),), ("sum", others, False), value.dims)
            return self.named(self.negated(picked) if negative else picked, value.name)
        put = self.put(value)
        if put is not None:
            label, other, own, negative = put
            instead = self.negated(self.picked(self.new[label], self.new[own]))
            args = (self.whole(self.new[label]), self.whole(instead), self.whole(self.new[other]))
            made = self.value("put", args, (), value.dims)
            return self.named(self.negated(made) if negative else made, value.name)
        sunk = self.sunk(value)
        if sunk is not None:
            return self.named(sunk, value.name)
        return self.emit(replace(value, args=tuple(replace(a, value=self.new[a.value]) for a in value.args)))

    def sunk(self, value: Value) -> int | None:
        """What is done to each element, where one was put in: to that one and to the others, and then it is put in."""
        whole = tuple(range(len(value.dims)))
        if value.op != "map" or value.data[0] not in _EACH:
            return None
        args = [replace(a, value=self.new[a.value]) for a in value.args]
        for n, (arg, old) in enumerate(zip(args, value.args, strict=True)):
            if self.values[arg.value].op == "put" and arg.axes == whole and self.uses[old.value] == 1:
                label, own, rest = self.values[arg.value].args
                others = self.each_picked(label.value, [a for m, a in enumerate(args) if m != n], whole)
                if others is not None:
                    own = self.whole(self.value("map", (*others[:n], own, *others[n:]), value.data, value.dims[:-1]))
                    rest = self.whole(self.simplest(value, (*args[:n], rest, *args[n + 1 :])))
                    return self.value("put", (label, own, rest), (), value.dims)
        return None

    def simplest(self, value: Value, args: tuple[Operand, ...]) -> int:
        """The operation on these operands; x + x·z, with one z for all classes, is x·(1 + z)."""
        if value.data == ("add",):
            for x, other in (args, args[::-1]):
                product = self.values[other.value]
                if product.op == "map" and product.data[0] in ("mul", "times_log") and other.axes == x.axes:
                    for n, z in enumerate(product.args):
                        if product.args[1 - n] == x and (not z.axes or z.axes[-1] is None):
                            one = Operand(self.value("number", (), (1,), ()), ())
                            row = self.value("map", (one, self.whole(z.value)), ("add",), self.values[z.value].dims)
                            return self.value("map", (x, replace(z, value=row)), product.data, value.dims)
        return self.value("map", args, value.data, value.dims)

    def negated(self, at: int) -> int:
        value = self.values[at]
        if value.op == "put":
            label, *parts = value.args
            return self.value("put", (label, *(self.whole(self.negated(p.value)) for p in parts)), (), value.dims)
        return self.value("map", (self.whole(at),), ("neg",), value.dims)

    def named(self, at: int, name: str) -> int:
        if name and not self.values[at].name and self.values[at].op != "input":
            self.values[at] = replace(self.values[at], name=name)
        return at

    def summed(self, value: Value) -> tuple[int, int, bool] | None:
        """t, x and whether it is negative, of Σ tᵢ·xᵢ over the last axis, and others."""
        if value.op != "reduce" or value.data[0] != "sum" or value.data[2]:
            return None
        (arg,) = value.args
        rank, axes = len(arg.axes), value.data[1]
        assert isinstance(axes, tuple)
        if rank - 1 not in axes or arg.axes != tuple(range(rank)):
            return None
        at, negative = arg.value, False
        if self.is_map(at, "neg"):
            at, negative = self.old[at].args[0].value, True
        found = self.product(at)
        return None if found is None else (*found, negative)

    def product(self, at: int) -> tuple[int, int] | None:
        """t and x of t·x, element by element."""
        value = self.old[at]
        if not self.is_map(at, "mul", "times_log"):
            return None
        whole = tuple(range(len(value.dims)))
        for label, other in (value.args, value.args[::-1]):
            if self.is_label(label, whole) and other.axes == whole and not self.is_label(other, whole):
                return label.value, other.value
        return None

    def put(self, value: Value) -> tuple[int, int, int, bool] | None:
        """t, x and z of (1 − t)·x − t·z, and whether it is the negative of that."""
        whole = tuple(range(len(value.dims)))
        if value.op != "map" or value.data[0] != "sub" or any(a.axes != whole for a in value.args):
            return None
        sides = [a.value for a in value.args]
        for negative, (left, right) in enumerate((sides, sides[::-1])):
            own = self.product(right)
            if own is not None and self.is_map(left, "mul"):
                for lack, other in (self.old[left].args, self.old[left].args[::-1]):
                    if self.is_lack(lack.value, own[0]) and other.axes == lack.axes == whole:
                        return own[0], other.value, own[1], bool(negative)
        return None

    def is_map(self, at: int, *ops: str) -> bool:
        return self.old[at].op == "map" and self.old[at].data[0] in ops

    def is_label(self, operand: Operand, axes: Axes) -> bool:
        value = self.old[operand.value]
        return value.op == "input" and value.data[0] in self.labels and operand.axes == axes

    def is_lack(self, at: int, label: int) -> bool:
        """Whether this is 1 − t."""
        if not self.is_map(at, "sub"):
            return False
        one, of = self.old[at].args
        return self.old[one.value].data == (1,) and self.old[one.value].op == "number" and of.value == label

    # ------------------------------------------------------------------------------------------------- what is picked

    def picked(self, label: int, at: int) -> int:
        """The element at the class of a value whose last axis the classes are: the same of its parts, where that is less."""
        value = self.values[at]
        share = self.log_share(value)
        if share is not None:
            exponent, e = share
            own, rest = (
                self.picked(label, e),
                self.value("rest", (self.whole(label), self.whole(e)), (), value.dims[:-1]),
            )
            parts = (label, own, rest, exponent, e)
            return self.value("log_share", tuple(map(self.whole, parts)), (), value.dims[:-1])
        if value.op == "others" and value.data == (len(value.dims) - 1,):
            return self.value("rest", (self.whole(label), value.args[0]), (), value.dims[:-1])
        if value.op == "put" and value.args[0].value == label:
            return value.args[1].value
        if value.op == "map" and value.data[0] in _EACH and value.dims:
            args = self.each_picked(label, value.args, tuple(range(len(value.dims))))
            if args is not None:
                return self.value("map", args, value.data, value.dims[:-1])
        return self.value("pick", (self.whole(label), self.whole(at)), (), value.dims[:-1])

    def each_picked(self, label: int, operands: Sequence[Operand], whole: Axes) -> tuple[Operand, ...] | None:
        """The elements at the class of operands, as they are where one number stands for all classes."""
        found = []
        for operand in operands:
            if not operand.axes or operand.axes[-1] is None:
                found.append(replace(operand, axes=operand.axes[:-1]))
            elif operand.axes == whole:
                found.append(self.whole(self.picked(label, operand.value)))
            else:
                return None
        return tuple(found)

    def log_share(self, value: Value) -> tuple[int, int] | None:
        """u and e^(u − c) of u − c − log(sum), where c is the largest of the row."""
        if value.op != "map" or value.data[0] != "sub":
            return None
        left, right = (self.values[a.value] for a in value.args)
        if left.op != "map" or left.data[0] != "below" or right.op != "map" or right.data[0] != "log1p":
            return None
        excess = self.values[right.args[0].value]
        if excess.op != "reduce" or excess.data[0] != "excess" or excess.data[1] != (len(value.dims) - 1,):
            return None
        e = excess.args[0].value
        shifted = self.values[e]
        if shifted.op != "map" or shifted.data[0] != "exp_below" or shifted.args != left.args:
            return None
        return left.args[0].value, e


_EACH: Mapping[str, None] = dict.fromkeys(("add", "sub", "mul", "div", "neg", "log", "log1p", "sqrt", "times_log"))
"""Primitives of which the element at the class is the primitive of the elements there."""
