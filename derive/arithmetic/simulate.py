"""What would a machine compute?  A function of a program at one point, in the arithmetic of a format.

Comes in: a `Function`, sizes of the dimensions, the elements of inputs and seeds.  Goes out: every value that it computes, the
same on every machine: sums, products, quotients and roots are rounded as IEEE 754 says, sums are added from left to right,
and what is `elementary` is as there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from itertools import accumulate, product
from operator import add, mul, neg, sub
from typing import Any

from mpmath import mp, mpf

from derive.arithmetic.elementary import ELEMENTARY, elementary
from derive.arithmetic.formats import FLOAT64, Format
from derive.errors import Unsupported
from derive.expr import Sizes
from derive.program import Function, Operand, Output, Value

__all__ = ["Simulated", "needed", "simulate", "simulate_one"]

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Simulated:
    """The values of a function at a point: the elements of each in order of position, by the number of the value."""

    function: Function
    dims: Mapping[str, int]
    form: Format
    values: Sequence[Sequence[float]]

    def result(self, output: Output) -> dict[Shape, float]:
        """The elements of a result by position."""
        shape = tuple(self.dims[d] for d in output.dims)
        offsets = _offsets(output.operand.axes, _shape(self.function.values[output.operand.value], self.dims), shape)
        values = self.values[output.operand.value]
        return dict(zip(product(*map(range, shape)), (float(values[n]) for n in offsets), strict=True))

    def summands(self, at: int) -> list[Sequence[float]]:
        """What is added up for each element of a value; of a value that is no sum nothing."""
        value = self.function.values[at]
        run = _Run(self.function, self.dims, {}, self.form)
        run.values = list(self.values)
        kind = str(value.data[0]) if value.op in ("map", "reduce") else value.op
        return _SUMMANDS[kind](run, value) if kind in _SUMMANDS else []


def simulate(
    function: Function, dims: Mapping[str, int], elements: Mapping[tuple[str, Shape], float], form: Format
) -> Simulated:
    """All values of a function.  Raises `Unsupported` for what has no model."""
    run = _Run(function, dims, elements, form)
    for value in function.values:
        run.values.append(_OPERATIONS[value.op](run, value))
    return Simulated(function, run.dims, form, run.values)


def needed(function: Function, at: int) -> tuple[bool, ...]:
    """Which values of a function one of them is computed from, itself among them."""
    found = [n == at for n in range(at + 1)]
    for n in range(at, -1, -1):
        if found[n]:
            for arg in function.values[n].args:
                found[arg.value] = True
    return tuple(found)


def simulate_one(
    function: Function, dims: Mapping[str, int], elements: Mapping[tuple[str, Shape], float], form: Format,
    wanted: Sequence[bool],
) -> Sequence[float]:  # fmt: skip
    """The last of the values that are wanted, which are all that it is computed from."""
    run = _Run(function, dims, elements, form)
    for value, used in zip(function.values, wanted, strict=False):
        run.values.append(_OPERATIONS[value.op](run, value) if used else ())
    return run.values[-1]


# --------------------------------------------------------------------------------------------------- arrays as lists


def _shape(value: Value, dims: Mapping[str, int]) -> Shape:
    return tuple(dims[d] if d else 1 for d in value.dims)


def _strides(shape: Shape) -> list[int]:
    return [*accumulate(reversed(shape[1:]), mul, initial=1)][::-1] if shape else []


@lru_cache(maxsize=4096)
def _offsets(axes: tuple[int | None, ...], own: Shape, shape: Shape) -> Sequence[int]:
    """Where the elements of an operand stand, in the order of the positions of an operation of that shape."""
    strides = _strides(own)
    steps = [0 if a is None or own[a] == 1 else strides[a] for a in axes] or [0] * len(shape)
    found = tuple(sum(map(mul, at, steps)) for at in product(*map(range, shape)))
    whole = range(math.prod(own))
    return whole if found == tuple(whole) else found


@lru_cache(maxsize=4096)
def _grouped(whole: Shape, along: frozenset[int]) -> Sequence[Sequence[int]]:
    """The elements of an array that differ only in their positions along some axes, group by group."""
    groups: dict[Shape, list[int]] = {}
    for n, at in enumerate(product(*map(range, whole))):
        groups.setdefault(tuple(i for axis, i in enumerate(at) if axis not in along), []).append(n)
    return tuple(map(tuple, groups.values()))


class _Run:
    def __init__(
        self, function: Function, dims: Mapping[str, int], elements: Mapping[tuple[str, Shape], float], form: Format
    ) -> None:
        self.function, self.dims, self.elements, self.form = function, Sizes(dims), elements, form
        self.values: list[Sequence[float]] = []
        self._shapes: dict[object, Shape] = {}

    def shape(self, value: Value) -> Shape:
        shape = self._shapes.get(value.dims)
        if shape is None:
            shape = self._shapes[value.dims] = _shape(value, self.dims)
        return shape

    def operand(self, operand: Operand, shape: Shape) -> Sequence[float]:
        """The elements of an operand, repeated as the operation wants them."""
        values = self.values[operand.value]
        offsets = _offsets(operand.axes, self.shape(self.function.values[operand.value]), shape)
        return values if isinstance(offsets, range) else [values[n] for n in offsets]


# ----------------------------------------------------------------------------------------- one entry for each operation


def _input(run: _Run, value: Value) -> list[float]:
    name = str(value.data[0])
    return [run.elements[name, at] for at in product(*map(range, run.shape(value)))]


def _number(run: _Run, value: Value) -> list[float]:
    (literal,) = value.data
    if isinstance(literal, Fraction):
        with mp.workprec(200):
            return [run.form.round(mpf(literal.numerator) / literal.denominator)]
    return [{"pi": run.form.round(mpf(math.pi)), "inf": math.inf, "-inf": -math.inf}[str(literal)]]


def _eye(run: _Run, value: Value) -> list[float]:
    rows, columns = run.shape(value)
    return [float(i == j) for i in range(rows) for j in range(columns)]


def _map(run: _Run, value: Value) -> list[float]:
    name, shape = str(value.data[0]), run.shape(value)
    if name not in PRIMITIVES and name not in ELEMENTARY:
        raise Unsupported(f"there is no model of how exactly {name} is computed")
    args = [run.operand(a, shape) for a in value.args]
    primitive, form = PRIMITIVES.get(name), run.form
    if name in AT_ONCE:
        return form.narrow_all(list(map(AT_ONCE[name], *args)))
    if primitive is None:
        return [elementary(name, form, *each) for each in zip(*args, strict=True)]
    return [_in_format(primitive(form, *each), form) for each in zip(*args, strict=True)]


def _reduce(run: _Run, value: Value) -> list[float]:
    return [_REDUCTIONS[str(value.data[0])](xs, run.form) for xs in _groups(run, value)]


def _groups(run: _Run, value: Value) -> list[Sequence[float]]:
    """What is reduced to each element."""
    _, axes, _ = value.data
    (arg,) = value.args
    whole = tuple(run.dims[d] if d else 1 for d in _axes(run, arg))
    elements = run.operand(arg, whole)
    assert isinstance(axes, tuple)
    return [[elements[n] for n in group] for group in _grouped(whole, frozenset(axes))]


def _axes(run: _Run, operand: Operand) -> list[str]:
    dims = run.function.values[operand.value].dims
    return ["" if a is None else dims[a] for a in operand.axes]


def _rows(run: _Run, value: Value, made: Callable[[Sequence[float], Format], Sequence[float]]) -> list[float]:
    """What is made of each row: as many elements as it has."""
    axes, (arg,) = value.data[0], value.args
    along = axes if isinstance(axes, tuple) else (axes,)
    whole = tuple(run.dims[d] if d else 1 for d in _axes(run, arg))
    elements = run.operand(arg, whole)
    found = list(elements)
    for row in _grouped(whole, frozenset(along)):
        for n, x in zip(row, made([elements[n] for n in row], run.form), strict=True):
            found[n] = x
    return found


def _windows(run: _Run, value: Value) -> list[float]:
    axis, steps, offset = value.data
    assert isinstance(axis, int) and isinstance(steps, tuple) and isinstance(offset, int)
    (arg,) = value.args
    whole = tuple(run.dims[d] if d else 1 for d in _axes(run, arg))
    elements = dict(zip(product(*map(range, whole)), run.operand(arg, whole), strict=True))
    ends = axis + len(steps)
    found = []
    for at in product(*map(range, run.shape(value))):
        place = offset + sum(map(mul, steps, at[axis:ends]))
        found.append(elements.get((*at[:axis], place, *at[ends:]), 0.0))
    return found


def _argmax(run: _Run, value: Value) -> list[float]:
    (axis,), (arg,) = value.data, value.args
    whole = tuple(run.dims[d] if d else 1 for d in _axes(run, arg))
    elements = run.operand(arg, whole)
    groups = [[elements[n] for n in group] for group in _grouped(whole, frozenset((axis,)))]
    return [float(max(range(len(xs)), key=xs.__getitem__)) for xs in groups]


def _contract(run: _Run, value: Value) -> list[float]:
    return [_sum(terms, run.form) for terms in _products(run, value)]


def _products(run: _Run, value: Value) -> list[Sequence[float]]:
    """The products that are added up to each element."""
    subscripts, result = value.data
    sizes: dict[str, int] = {}
    for letters, arg in zip(subscripts, value.args, strict=True):  # type: ignore[call-overload]
        sizes |= {s: run.dims[d] if d else 1 for s, d in zip(letters, _axes(run, arg), strict=True)}
    inner = [s for s in sizes if s not in str(result)]
    order = (*str(result), *inner)
    shape = tuple(sizes[s] for s in order)
    factors = []
    for letters, arg in zip(subscripts, value.args, strict=True):  # type: ignore[call-overload]
        axes = tuple(arg.axes[letters.index(s)] if s in letters else None for s in order)
        if len(set(letters)) < len(letters):
            raise Unsupported("there is no model of a diagonal")
        factors.append(run.operand(Operand(arg.value, axes), shape))
    count = math.prod(sizes[s] for s in inner)
    terms = list(factors[0])
    for factor in factors[1:]:
        terms = run.form.narrow_all(list(map(mul, terms, factor)))
    return [terms[n : n + count] for n in range(0, len(terms), count)]


def _pairs(run: _Run, value: Value, sign: float = 1.0) -> list[Sequence[float]]:
    """The two terms of each element, the second with a sign."""
    shape = run.shape(value)
    first, second = (run.operand(a, shape) for a in value.args)
    return [(u, sign * v) for u, v in zip(first, second, strict=True)]


_SUMMANDS: Mapping[str, Callable[[_Run, Value], list[Sequence[float]]]] = {
    "add": _pairs,
    "raised": _pairs,
    "sub": lambda run, value: _pairs(run, value, -1.0),
    "sum": _groups,
    "contract": _products,
    "log_sum": lambda run, value: [(max(u), math.log1p(_excess(e, run.form))) for u, e in _rows_of(run, value)],
}


def _in_rows(run: _Run, value: Value) -> list[list[list[float]]]:
    """The operands of a choice, row by row: those without the last axis are rows of one."""
    count = len(run.operand(value.args[0], run.shape(run.function.values[value.args[0].value])))
    width = run.dims[run.function.values[value.args[0].value].dims[-1]]
    every = []
    for arg in value.args:
        elements = run.values[arg.value]
        step = len(elements) * width // count
        every.append([list(elements[n : n + step]) for n in range(0, len(elements), step)])
    return every


def _pick(run: _Run, value: Value) -> list[float]:
    return [_picked(t, x) for t, x in zip(*_in_rows(run, value), strict=True)]


def _rest(run: _Run, value: Value) -> list[float]:
    pairs = zip(*_in_rows(run, value), strict=True)
    return [_sum([x for t, x in zip(ts, xs, strict=True) if not t], run.form) for ts, xs in pairs]


def _put(run: _Run, value: Value) -> list[float]:
    rows = zip(*_in_rows(run, value), strict=True)
    return [own[0] if t else x for ts, own, xs in rows for t, x in zip(ts, xs, strict=True)]


def _log_share(run: _Run, value: Value) -> list[float]:
    """log(own/(own + rest)), from the exponents where `own` vanishes."""
    form, found = run.form, []
    for label, (own,), (rest,), u, e in zip(*_in_rows(run, value), strict=True):
        log = -elementary("log1p", form, _in_format(_div(rest, own), form))
        if own < form.smallest_normal or not math.isfinite(log):
            shifted = _in_format(_picked(label, u) - _REDUCTIONS["max"](u, form), form)
            log = _in_format(shifted - elementary("log1p", form, _excess(e, form)), form)
        found.append(log)
    return found


def _picked(label: Sequence[float], row: Sequence[float]) -> float:
    return next((x for t, x in zip(label, row, strict=True) if t), 0.0)


def _unit(run: _Run, value: Value) -> list[float]:
    odds = run.function.values[value.args[0].value]
    return [_odds(x, run.form)[1] for x in run.operand(odds.args[0], run.shape(value))]


def _least(run: _Run, value: Value) -> list[float]:
    """e^−|x|: e^x or its inverse, or what is left of the two that stand for it and 1."""
    form = run.form
    pairs = zip(*(run.operand(a, run.shape(value)) for a in value.args), strict=True)
    return [_min(e, _in_format(_div(1.0, e), form) if one == 1 else one) for e, one in pairs]


def _softplus(run: _Run, value: Value) -> list[float]:
    """log(1 + e^±x) from e^x, from e^−|x| where that is too large or too small."""
    form, found = run.form, []
    for x in run.operand(value.args[0], run.shape(value)):
        e, one = _odds(x, form)
        way = -x if value.data[0] else x
        if one == 1 and (not value.data[0] or e > math.ldexp(1.0, -(form.beyond // 2))):
            found.append(elementary("log1p", form, _in_format(_div(1.0, e), form) if value.data[0] else e))
        else:
            small = elementary("log1p", form, elementary("exp", form, -abs(x)))
            found.append(_in_format((way if way > 0 or math.isnan(way) else 0.0) + small, form))
    return found


_OPERATIONS: Mapping[str, Callable[[_Run, Value], Sequence[float]]] = {
    "input": _input,
    "number": _number,
    "size": lambda run, value: [float(run.dims[str(value.data[0])])],
    "positions": lambda run, value: [float(n) for n in range(run.dims[str(value.data[0])])],
    "eye": _eye,
    "map": _map,
    "reduce": _reduce,
    "log_sum": lambda run, value: _log_sum(run, value),
    "exps": lambda run, value: _rows(run, value, _exps),
    "odds": lambda run, value: [_odds(x, run.form)[0] for x in run.operand(value.args[0], run.shape(value))],
    "unit": _unit,
    "least": _least,
    "softplus": _softplus,
    "others": lambda run, value: _rows(run, value, _others),
    "pick": _pick,
    "rest": _rest,
    "put": _put,
    "log_share": _log_share,
    "windows": _windows,
    "argmax": _argmax,
    "contract": _contract,
}


# ------------------------------------------------------------------------------------------------------- numbers


def _in_format(x: Any, form: Format) -> Any:
    """A double in the format: rounded once more, which for results of these operations is the same as rounding once."""
    return x if form is FLOAT64 or isinstance(x, bool) else form.narrow(x)


def _sum(terms: Sequence[float], form: Format) -> float:
    if form is FLOAT64:
        return reduce(add, terms) if terms else 0.0  # not `sum`, which loses less than a machine's own additions
    total = terms[0] if terms else 0.0
    for term in terms[1:]:
        total = _in_format(total + term, form)
    return total


def _prod(factors: Sequence[float], form: Format) -> float:
    total = 1.0
    for factor in factors:
        total = _in_format(total * factor, form)
    return total


def _max(a: float, b: float) -> float:
    return math.nan if math.isnan(a) or math.isnan(b) else max(a, b)


def _min(a: float, b: float) -> float:
    return -_max(-a, -b)


def _div(a: float, b: float) -> float:
    if b:
        return a / b
    return math.nan if not a or math.isnan(a) else math.copysign(math.inf, a) * math.copysign(1.0, b)


def _share(form: Format, x: float, total: float, by: float, per: float) -> float:
    """x/total·by/per, the numbers of a row first where their product is a plain number."""
    ratio = float(_in_format(_div(by, total), form))
    factor = float(_in_format(_div(ratio, per), form))
    if all(form.smallest_normal <= abs(number) < math.inf for number in (ratio, factor)):
        return x * factor
    share = float(_in_format(_div(x, total), form))
    return _div(0.0 if not share and math.isinf(by) else float(_in_format(share * by, form)), per)


def _pinball(form: Format, x: float, below: float, above: float) -> float:
    """max(above·x, −below·x), 0 times infinity as 0."""
    weight = above if x > 0 else below
    return 0.0 if not weight and math.isinf(x) else weight * abs(x)


def _per(form: Format, x: float, total: float, per: float) -> float:
    """x/total/per, both at once where their product is a plain number."""
    product = float(_in_format(total * per, form))
    if form.smallest_normal <= abs(product) < math.inf:
        return _div(x, product)
    return _div(float(_in_format(_div(x, total), form)), per)


def _exp_below(form: Format, x: float, largest: float) -> float:
    """exp(x − largest), and what the rounding of the difference took from it."""
    shifted = _in_format(x - largest, form)
    e = elementary("exp", form, shifted)
    lost = float(Fraction(x) - Fraction(largest) - Fraction(shifted)) if math.isfinite(shifted) else 0.0
    return float(_in_format(e + _in_format(e * lost, form), form)) if math.isfinite(e * lost) else e


def _exps(xs: Sequence[float], form: Format) -> list[float]:
    """As they are if their sum is neither small nor huge, else shifted by the largest."""
    e = [elementary("exp", form, x) for x in xs]
    if _is_near(_sum(e, form), form):
        return e
    largest = _REDUCTIONS["max"](xs, form)
    return [_exp_below(form, x, largest) for x in xs]


def _odds(x: float, form: Format) -> tuple[float, float]:
    """e^x and 1, or both divided by the larger."""
    e = elementary("exp", form, x)
    if e < math.ldexp(1.0, form.beyond // 2 - 2):
        return e, 1.0
    return elementary("exp", form, min(x, 0.0)), elementary("exp", form, min(-x, 0.0))


def _log_sum(run: _Run, value: Value) -> list[float]:
    """The logarithm of the sum of each row's exponentials, shifted as they are."""
    form, found = run.form, []
    for u, e in _rows_of(run, value):
        plain = [elementary("exp", form, x) for x in u]
        log = elementary("log", form, _sum(e, form))
        largest = 0.0 if _is_near(_sum(plain, form), form) else _REDUCTIONS["max"](u, form)
        log = largest if math.isinf(largest) else _in_format(largest + log, form)
        if not abs(log) > 0.5:
            log = _in_format(_REDUCTIONS["max"](u, form) + elementary("log1p", form, _excess(e, form)), form)
        found.append(log)
    return found


def _rows_of(run: _Run, value: Value) -> Iterator[tuple[Sequence[float], ...]]:
    """The rows of all operands, along their last axis."""
    width = run.dims[run.function.values[value.args[0].value].dims[-1]]
    every = [run.values[arg.value] for arg in value.args]
    return ((*(elements[n : n + width] for elements in every),) for n in range(0, len(every[0]), width))


def _is_near(total: float, form: Format) -> bool:
    """Whether exponentials with this sum are not shifted."""
    return 0.5 <= total <= math.ldexp(1.0, form.beyond // 2)


def _excess(e: Sequence[float], form: Format) -> float:
    """sum / largest − 1, nothing subtracted."""
    largest = _REDUCTIONS["max"](e, form)
    again = sum(x == largest for x in e) - 1
    rest = _sum([x for x in e if x != largest], form)
    return float(_in_format(again + _in_format(_div(rest, largest), form), form))


def _others(xs: Sequence[float], form: Format) -> list[float]:
    """For each element the sum of the others; one that is most of the sum is not subtracted from it."""
    half = _in_format(_sum([abs(x) for x in xs], form) / 2, form)
    rest = _sum([x for x in xs if not abs(x) > half], form)
    total = _in_format(rest + _sum([x for x in xs if abs(x) > half], form), form)
    return [rest if abs(x) > half else _in_format(total - x, form) for x in xs]


def _pow(form: Format, a: float, n: float) -> float:
    """A square is a product; any other power is a library's."""
    return a * a if n == 2 else 1.0 if n == 0 else a if n == 1 else elementary("pow", form, a, n)


_REDUCTIONS: Mapping[str, Callable[[Sequence[float], Format], float]] = {
    "sum": _sum,
    "prod": _prod,
    "max": lambda xs, _: math.nan if any(map(math.isnan, xs)) else max(xs, default=-math.inf),
    "min": lambda xs, _: math.nan if any(map(math.isnan, xs)) else min(xs, default=math.inf),
    "all": lambda xs, _: float(all(xs)),
    "excess": _excess,
}

PRIMITIVES: Mapping[str, Callable[..., Any]] = {
    # rounded afterwards; comparisons are bools
    "add": lambda f, a, b: a + b,
    "sub": lambda f, a, b: a - b,
    "mul": lambda f, a, b: a * b,
    "div": lambda f, a, b: _div(a, b),
    "neg": lambda f, a: -a,
    "pow": _pow,
    "sqrt": lambda f, a: math.sqrt(a) if a >= 0 else math.nan,
    "abs": lambda f, a: abs(a),
    "sign": lambda f, a: a if math.isnan(a) else float((a > 0) - (a < 0)),
    "floor": lambda f, a: float(math.floor(a)) if math.isfinite(a) else a,
    "max": lambda f, a, b: _max(a, b),
    "min": lambda f, a, b: _min(a, b),
    "where": lambda f, c, a, b: a if c else b,
    "isnan": lambda f, a: math.isnan(a),
    "and": lambda f, a, b: bool(a and b),
    "or": lambda f, a, b: bool(a or b),
    "not": lambda f, a: not a,
    "==": lambda f, a, b: a == b,
    "!=": lambda f, a, b: a != b,
    "<": lambda f, a, b: a < b,
    "<=": lambda f, a, b: a <= b,
    # as `lower.MEANING` says
    "below": lambda f, a, b: a - b,
    "exp_below": _exp_below,
    "log1pexp": lambda f, a: max(a, 0.0) + elementary("log1p", FLOAT64, elementary("exp", FLOAT64, -abs(a))),
    "peak": lambda f, a, b: _max(a, b),
    "raised": lambda f, a, b: a if math.isinf(a) else a + b,
    "times_log": lambda f, a, b: 0.0 if not a and math.isinf(b) else a * b,
    "share": lambda f, a, b, c: _share(f, a, b, c, 1.0),
    "share_per": lambda f, a, b, c, d: _share(f, a, b, c, d),
    "per": lambda f, a, b, c: _per(f, a, b, c),
    "times_exp": lambda f, a, b: 0.0 if not a else a * elementary("exp", f, b),
    "pinball": _pinball,
    "over": lambda f, a, b: 0.0 if not a and not b else _div(a, b),
}
"""What is computed element by element without a library, or a product with what a library computes."""
AT_ONCE: Mapping[str, Callable[..., float]] = {"add": add, "sub": sub, "below": sub, "mul": mul, "neg": neg, "abs": abs}
"""Those of them that Python has by themselves: whole arrays of them are computed at once."""
