"""Must eˣ and 1 be chosen between?  What divides by 1 + eˣ takes both as they are, if only their ratio is seen.

Comes in: the values and results of one function.  Goes out: the same, with `odds` and its `unit`, eˣ and 1 or both divided by
what keeps them in the floats, where e^−|x| and choices between it and 1 stood.  A product of as many of them as it is
divided by does not depend on that number, so that no element has to choose: choosing is slow, and a large x is rare.
Beside them log(1 + eˣ) and log(1 + e⁻ˣ) are `softplus` of x, which takes eˣ as it is too.

What is equal is computed in the way that takes fewer passes over the array:

- u·log(1 + e⁻ˣ) + w·log(1 + eˣ) is max(w·x, −u·x) + (u + w)·log(1 + e^−|x|) for u, w ≥ 0, no term below 0: one logarithm for two.
- u·log(1 + e⁻ˣ) − u·log(1 + eˣ) is −u·x.
- u·eˣ/(1 + eˣ) − w·1/(1 + eˣ) is (u·eˣ − w)/(1 + eˣ) for u and w from 0 to 1, which no eˣ makes too large.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from fractions import Fraction

from derive.lower.share import needed
from derive.program import Operand, Output, Value

__all__ = ["odds"]


PASSES: Mapping[str, float] = {
    **dict.fromkeys(("input", "number", "size", "unit", "eye", "positions"), 0),
    **dict.fromkeys(("exp", "log", "log1p", "expm1", "times_log", "least"), 2),
    **dict.fromkeys(("odds", "softplus", "pinball"), 3),
}
"""About how often an array is gone over for an operation, one that is not named here once."""


def odds(
    values: Sequence[Value], outputs: Sequence[Output], types: Mapping[str, Set[str]]
) -> tuple[tuple[Value, ...], tuple[Output, ...]]:
    """The odds eˣ : 1, wherever nothing but they is seen; `types` are all that each input is of."""
    if not any(v.op == "map" and v.data[0] == "exp" for v in values):
        return tuple(values), tuple(outputs)
    scaling = _Scaling(values, types)
    for at in range(len(values)):
        scaling.take(at)
    moved = [replace(o, operand=replace(o.operand, value=scaling.plain[o.operand.value])) for o in outputs]
    made, results = tuple(scaling.values), tuple(moved)
    before = math.inf
    while (passes := _passes(made, results)) < before:  # one choice may make another one worth it
        before = passes
        for at, others in scaling.others:
            ways = [(made, results), *(_instead(made, results, at, other) for other in others)]
            made, results = min(ways, key=lambda way: _passes(*way))
    return made, results


def _passes(values: Sequence[Value], outputs: Sequence[Output]) -> float:
    """About how often arrays are gone over."""

    def count(value: Value) -> float:
        if value.data == ("mul",) and any(values[a.value].op == "unit" for a in value.args):
            return 0
        return PASSES.get(str(value.data[0]) if value.op == "map" else value.op, 1)

    return sum(count(values[at]) for at in needed(values, outputs))


def _instead(
    values: Sequence[Value], outputs: Sequence[Output], at: int, other: int
) -> tuple[tuple[Value, ...], tuple[Output, ...]]:
    """Another value, which stands before all that uses the one `at`, in its place."""

    def moved(operand: Operand) -> Operand:
        return replace(operand, value=other) if operand.value == at else operand

    made = (replace(v, args=tuple(map(moved, v.args))) if n > other else v for n, v in enumerate(values))
    return tuple(made), tuple(replace(o, operand=moved(o.operand)) for o in outputs)


@dataclass(frozen=True, slots=True)
class _Multiple:
    """A product of a number, and of some that all are divided by the same; new values, of the dimensions of x."""

    x: int
    """That of the odds, by its old place."""
    factors: tuple[int, ...]
    number: Operand | None = None


@dataclass(slots=True)
class _Scaling:
    """The new values as they come up; `plain` says which one stands for each old one, `multiples` what else it may be."""

    old: Sequence[Value]
    types: Mapping[str, Set[str]]
    values: list[Value] = field(default_factory=list)
    plain: list[int] = field(default_factory=list)
    multiples: dict[int, _Multiple] = field(default_factory=dict)
    known: dict[Value, int] = field(default_factory=dict)
    squares: set[int] = field(default_factory=set)
    """The new values that are divided by it twice."""
    uses: Counter[int] = field(default_factory=Counter)
    others: list[tuple[int, list[int]]] = field(default_factory=list)
    """New values, and what may be computed in place of each."""

    def __post_init__(self) -> None:
        self.uses.update(a.value for v in self.old for a in v.args)

    def take(self, at: int) -> None:
        """Find out what may stand for a value."""
        value = self.old[at]
        found = self.chosen(at) or self.combined(value)
        if found is not None and found.factors:
            self.multiples[at] = found
        logarithm = None if found is not None else self.logarithm(at)
        if found is not None and not found.factors and found.number is not None:
            self.plain.append(self.named(found.number.value, value.name))
        elif logarithm is not None:
            self.plain.append(self.named(self.softplus(*logarithm), value.name))
        else:
            self.plain.append(self.emit(replace(value, args=tuple(map(self.moved, value.args)))))
            if others := [*self.weighted(at), *self.joined(self.plain[at])]:
                self.others.append((self.plain[at], [self.named(other, value.name) for other in others]))

    def moved(self, operand: Operand) -> Operand:
        return replace(operand, value=self.plain[operand.value])

    # --------------------------------------------------------------------------------------------- what is recognised

    def chosen(self, at: int) -> _Multiple | None:
        """e^−|x| is eˣ·1; where(x ≥ 0, 1, e^−|x|) is eˣ, its mirror image 1; 1 + e^−|x| their sum, 1 + e(2 + e) its square."""
        x = self.mirrored(at)
        if x is not None:
            return _Multiple(x, (self.odds(x), self.unit(x)))
        if self.is_map(at, "where"):
            return self.choice(*(a.value for a in self.old[at].args))
        if not self.is_map(at, "add") or not self.is_number(self.old[at].args[0].value, 1):
            return None
        e = self.old[at].args[1].value
        x = self.mirrored(e)
        if x is not None:
            return _Multiple(x, (self.total(x),))
        if not self.is_map(e, "mul"):
            return None
        low, high = (a.value for a in self.old[e].args)
        x = self.mirrored(low)
        if x is None or not self.is_map(high, "add"):
            return None
        two, again = (a.value for a in self.old[high].args)
        return _Multiple(x, (self.square(x),)) if again == low and self.is_number(two, 2) else None

    def choice(self, condition: int, then: int, other: int) -> _Multiple | None:
        """eˣ or 1, by the sign of x."""
        one = then if self.is_number(then, 1) else other
        x = self.mirrored(other if one == then else then)
        if x is None or not self.is_number(one, 1) or not self.is_map(condition, "<="):
            return None
        low, high = (a.value for a in self.old[condition].args)
        if not (self.is_number(low, 0) and high == x) and not (self.is_number(high, 0) and low == x):
            return None
        return _Multiple(x, (self.odds(x) if (high == x) is (one == then) else self.unit(x),))

    def combined(self, value: Value) -> _Multiple | None:
        """A product or a quotient of multiples of the same."""
        if value.op != "map" or value.data[0] not in ("mul", "div"):
            return None
        sides = [self.multiples.get(a.value) if a.axes == _whole(value) else None for a in value.args]
        given = [s for s in sides if s is not None]
        if not given or any(s.x != given[0].x for s in given):
            return None
        x, dims = given[0].x, value.dims
        numbers = [self.moved(a) if s is None else s.number for a, s in zip(value.args, sides, strict=True)]
        above, below = (list(s.factors) if s is not None else [] for s in sides)
        if value.data[0] == "mul":
            number = self.product([n for n in numbers if n is not None], dims)
            return _Multiple(x, (*above, *below), number)
        for factor in [*below]:
            if factor in above:
                above.remove(factor)
                below.remove(factor)
        square = any(self.degree(f) > 1 for f in (*above, *below))
        surplus = sum(map(self.degree, above)) - sum(map(self.degree, below))
        if surplus < 0 or (square and surplus):
            return None
        pairs = [(above, below)] if square else [([n], [d]) for n, d in zip(above, below, strict=False)]
        shares = [self.operand(self.share(n, d, dims)) for n, d in pairs]
        number = self.product([n for n in (numbers[0], *shares) if n is not None], dims)
        if numbers[1] is not None:
            if number is None:
                return None
            number = self.operand(self.emit_map("div", (number, numbers[1]), dims))
        return _Multiple(x, () if square else tuple(above[len(below) :]), number)

    def logarithm(self, at: int) -> tuple[int, bool] | None:
        """The x of max(±x, 0) + log(1 + e^−|x|), and whether it is −x; None where `fuse` has more digits for it."""
        if not self.is_map(at, "add") or any(a.axes != _whole(self.old[at]) for a in self.old[at].args):
            return None
        largest, log = (a.value for a in self.old[at].args)
        if not self.is_map(largest, "max") or not self.is_map(log, "log1p") or self.uses[log] == 1:
            return None
        x, (of, zero) = self.mirrored(self.old[log].args[0].value), (a.value for a in self.old[largest].args)
        negative = self.is_map(of, "neg") and self.old[of].args[0].value == x
        return (x, negative) if x is not None and self.is_number(zero, 0) and (negative or of == x) else None

    def weighted(self, at: int) -> Iterator[int]:
        """What u·log(1 + e⁻ˣ) + w·log(1 + eˣ) is with one logarithm, in two ways: e^−|x| from the odds, or apart."""
        value = self.old[at]
        sides = [self.weight(a) for a in value.args] if self.is_map(at, "add") or self.is_map(at, "sub") else []
        found = {negative: (x, weight, log) for x, negative, weight, log in filter(None, sides)}
        if len(found) < 2 or found[True][0] != found[False][0]:
            return
        dims, (x, u, log), (_, w, _) = value.dims, found[True], found[False]
        if value.data == ("sub",):
            if u == w:
                product = self.emit_map("times_log", (u, self.operand(self.plain[x])), dims)
                yield product if list(found)[1] else self.map("neg", (product,), dims)
            return
        if not (self.is_not_negative(u) and self.is_not_negative(w)):
            return
        kink = self.emit_map("pinball", (self.operand(self.plain[x]), u, w), dims)
        both = None if self.is_rest(u, w) or self.is_rest(w, u) else self.operand(self.emit_map("add", (u, w), dims))
        e = self.operand(self.odds(x))
        least = self.emit(replace(self.values[e.value], op="least", args=(e, self.operand(self.unit(x)))))
        for small in (self.emit_map("log1p", (self.operand(least),), dims), self.plain[log]):
            part = self.product([o for o in (both, self.operand(small)) if o is not None], dims)
            assert part is not None
            yield self.emit_map("add", (self.operand(kink), part), dims)

    def weight(self, side: Operand) -> tuple[int, bool, Operand, int] | None:
        """Of a weighted log(1 + e^±x): x, whether it is −x, the weight, and where log(1 + e^−|x|) is."""
        weight, log = self.old[side.value].args if self.is_map(side.value, "times_log") else (None, None)
        if weight is None or log is None or any(a.axes != _whole(self.old[side.value]) for a in (side, weight, log)):
            return None
        found = self.logarithm(log.value)
        return found and (*found, self.moved(weight), self.old[log.value].args[1].value)

    def joined(self, at: int) -> Iterator[int]:
        """A sum or difference of shares of the same, as one share."""
        value = self.values[at]
        if value.op != "map" or value.data[0] not in ("add", "sub"):
            return
        sides = [(self.over(a), weight) for a, weight in map(self.times, value.args)]
        if all(over and (weight is None or self.is_share(weight)) for over, weight in sides):
            (_, total), *others = [over for over, _ in sides if over]
            if any(other != total for _, other in others):
                return
            parts = [self.product([o for o in (weight, over[0]) if o], value.dims) for over, weight in sides if over]
            above = self.emit_map(str(value.data[0]), tuple(filter(None, parts)), value.dims)
            yield self.emit_map("div", (self.operand(above), total), value.dims)

    def times(self, operand: Operand) -> tuple[Operand, Operand | None]:
        """A quotient and what it is multiplied by; any other operand as it is."""
        value = self.values[operand.value]
        if value.data == ("mul",) and operand.axes == _whole(value):
            for one, other in (value.args, value.args[::-1]):
                if self.values[one.value].data == ("div",):
                    return one, other
        return operand, None

    def over(self, operand: Operand) -> tuple[Operand, Operand] | None:
        """One of the odds, and by what it is divided."""
        value = self.values[operand.value]
        whole = all(o.axes == _whole(self.values[o.value]) for o in (operand, *value.args))
        if value.data != ("div",) or not whole or self.values[value.args[0].value].op not in ("odds", "unit"):
            return None
        return value.args[0], value.args[1]

    def is_rest(self, u: Operand, w: Operand) -> bool:
        """Whether w is 1 − u."""
        value = self.values[w.value]
        return value.data == ("sub",) and value.args[1] == u and self.values[value.args[0].value].data == (1,)

    def is_share(self, operand: Operand) -> bool:
        """Whether it is known to be between 0 and 1."""
        value = self.values[operand.value]
        if value.data == ("mul",):
            return all(map(self.is_share, value.args))
        if value.data == ("sub",):
            return self.values[value.args[0].value].data == (1,) and self.is_share(value.args[1])
        if value.op == "number":
            return isinstance(value.data[0], Fraction) and 0 <= value.data[0] <= 1
        return value.op == "input" and "Unit" in self.types.get(str(value.data[0]), ())

    def is_not_negative(self, operand: Operand) -> bool:
        """Whether it is known not to be negative."""
        value = self.values[operand.value]
        if value.op == "map" and value.data[0] in ("add", "mul"):
            return all(map(self.is_not_negative, value.args))
        if value.op == "number":
            return isinstance(value.data[0], Fraction) and value.data[0] >= 0
        known = value.op == "input" and "NonNegative" in self.types.get(str(value.data[0]), ())
        return known or self.is_share(operand)

    def degree(self, factor: int) -> int:
        """How often what all are divided by divides it."""
        return 2 if factor in self.squares else 1

    def share(self, above: Sequence[int], below: Sequence[int], dims: tuple[str, ...]) -> int:
        """A quotient of products."""
        sides = [self.product([self.operand(f) for f in side], dims) for side in (above, below)]
        return self.emit_map("div", tuple(s for s in sides if s is not None), dims)

    def product(self, factors: Sequence[Operand], dims: tuple[str, ...]) -> Operand | None:
        if not factors:
            return None
        found = factors[0]
        for factor in factors[1:]:
            found = self.operand(self.emit_map("mul", (found, factor), dims))
        return found

    def mirrored(self, at: int) -> int | None:
        """The x of e^−|x|."""
        for op in ("exp", "neg", "abs"):
            if not self.is_map(at, op) or self.old[at].args[0].axes != _whole(self.old[at]):
                return None
            at = self.old[at].args[0].value
        return at

    def is_map(self, at: int, op: str) -> bool:
        return self.old[at].op == "map" and self.old[at].data[0] == op

    def is_number(self, at: int, number: int) -> bool:
        return self.old[at].op == "number" and self.old[at].data == (number,)

    # ------------------------------------------------------------------------------------------------- what is made

    def odds(self, x: int) -> int:
        of = self.operand(self.plain[x])
        value = self.values[of.value]
        return self.emit(Value("odds", (of,), (), value.dims, value.inputs))

    def unit(self, x: int) -> int:
        e = self.odds(x)
        return self.emit(replace(self.values[e], op="unit", args=(self.operand(e),)))

    def softplus(self, x: int, negative: bool) -> int:
        args = tuple(map(self.operand, (self.plain[x], self.odds(x), self.unit(x))))
        value = self.values[self.plain[x]]
        return self.emit(Value("softplus", args, (negative,), value.dims, value.inputs))

    def total(self, x: int) -> int:
        return self.map("add", (self.unit(x), self.odds(x)), self.old[x].dims)

    def square(self, x: int) -> int:
        """(1 + e)² as 1 + e·(2 + e), which is rounded less."""
        dims, (unit, e) = self.old[x].dims, (self.unit(x), self.odds(x))
        two = self.emit(Value("number", (), (Fraction(2),)))
        twice = self.emit_map("mul", (Operand(two), self.operand(unit)), dims)
        rest = self.map("mul", (e, self.map("add", (twice, e), dims)), dims)
        found = self.map("add", (self.map("mul", (unit, unit), dims), rest), dims)
        self.squares.add(found)
        return found

    def map(self, op: str, args: Sequence[int], dims: tuple[str, ...]) -> int:
        return self.emit_map(op, tuple(map(self.operand, args)), dims)

    def emit_map(self, op: str, args: tuple[Operand, ...], dims: tuple[str, ...]) -> int:
        inputs = frozenset().union(*(self.values[a.value].inputs for a in args))
        return self.emit(Value("map", args, (op,), dims, inputs))

    def emit(self, value: Value) -> int:
        bare = replace(value, name="")
        if bare not in self.known:
            self.known[bare] = len(self.values)
            self.values.append(value)
        return self.known[bare]

    def named(self, at: int, name: str) -> int:
        if name and not self.values[at].name and self.values[at].op != "input":
            self.values[at] = replace(self.values[at], name=name)
        return at

    def operand(self, at: int) -> Operand:
        return Operand(at, _whole(self.values[at]))


def _whole(value: Value) -> tuple[int, ...]:
    """All axes in their order."""
    return tuple(range(len(value.dims)))
