"""How is a value written in NumPy?  The body of a function, line by line.

Comes in: a `Function` of a program.  Goes out: assignments and results as text.  `PRIMITIVES` says how each primitive is
written and how tightly it binds; a value that is used once is written where it is used.
"""

from __future__ import annotations

import keyword
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from derive.errors import Unsupported
from derive.expr import Extent, extent, told
from derive.lower import inputs_of
from derive.program import COTANGENT, Function, Functions, Literal, Operand, Output, Value

__all__ = ["LINE", "PRIMITIVES", "WIDEST", "Writer"]

# How tightly a piece of Python binds.
COMPARISON, OR, AND, SUM, PRODUCT, SIGN, POWER, ATOM = range(8)
LINE = 88
"""A value that is used once is written where it is used, unless that line would be longer."""
WIDEST = 120
RESULT = -1
"""The user of what is returned."""


@dataclass(frozen=True, slots=True)
class Primitive:
    """How an operation is written: a template, how tightly the result binds, how tightly each operand must."""

    text: str
    binds: int = ATOM
    operands: tuple[int, ...] = (COMPARISON,) * 3


def _infix(sign: str, binds: int) -> Primitive:
    return Primitive(f"{{}} {sign} {{}}", binds, (binds, binds + 1))


PRIMITIVES: Mapping[str, Primitive] = {
    "add": _infix("+", SUM),
    "sub": _infix("-", SUM),
    "mul": _infix("*", PRODUCT),
    "div": _infix("/", PRODUCT),
    "neg": Primitive("-{}", SIGN, (PRODUCT,)),
    "pow": Primitive("{}**{}", POWER, (ATOM, SIGN)),
    "and": _infix("&", AND),
    "or": _infix("|", OR),
    "not": Primitive("~{}", SIGN, (ATOM,)),
    **{op: Primitive(f"{{}} {op} {{}}", COMPARISON, (OR, OR)) for op in ("==", "!=", "<", "<=", ">", ">=")},
    "where": Primitive("np.where({}, {}, {})"),
    "isnan": Primitive("np.isnan({})"),
    **{f: Primitive(f"np.{f}({{}})") for f in (
        "exp", "log", "log1p", "expm1", "sqrt", "abs", "sign", "sin", "cos", "tan", "sinh", "cosh", "tanh", "floor",
    )},
    "asin": Primitive("np.arcsin({})"),
    "acos": Primitive("np.arccos({})"),
    "atan": Primitive("np.arctan({})"),
    "max": Primitive("np.maximum({}, {})"),
    "min": Primitive("np.minimum({}, {})"),
    "erf": Primitive("_erf({})"),
    "erfc": Primitive("_erfc({})"),
    "gamma": Primitive("_gamma({})"),
    "lgamma": Primitive("_lgamma({})"),
    "digamma": Primitive("_digamma({})"),
    "polygamma": Primitive("_polygamma({}, {})"),
    "below": Primitive("_below({}, {})"),
    "peak": Primitive("_peak({}, {})"),
    "raised": Primitive("_raised({}, {})"),
    "times_log": Primitive("_times_log({}, {})"),
    "share": Primitive("_share({}, {}, {})"),
    "share_per": Primitive("_share({}, {}, {}, {})"),
    "per": Primitive("_per({}, {}, {})"),
    "times_exp": Primitive("_times_exp({}, {})"),
    "exp_below": Primitive("_exp_below({}, {})"),
    "log1pexp": Primitive("_log1pexp({})"),
    "pinball": Primitive("_pinball({}, {}, {})"),
    "over": Primitive("_over({}, {})"),
    "close": Primitive("_close({}, {})"),
    "at_most": Primitive("_at_most({}, {})"),
}  # fmt: skip
"""The primitives of `lower`, element by element."""

UFUNCS: Mapping[str, str] = {
    "add": "np.add", "sub": "np.subtract", "mul": "np.multiply", "div": "np.divide", "neg": "np.negative",
    "max": "np.maximum", "min": "np.minimum", "share": "_share", "share_per": "_share", "per": "_per",
    **{f: f"np.{f}" for f in ("exp", "log", "log1p", "expm1", "sqrt", "abs", "tanh")},
}  # fmt: skip
"""Primitives that can be told where to write their result."""

BESIDE = frozenset({"add", "sub", "mul", "div", "max", "min"})
"""Primitives that go over an array faster if a number of each of many short rows is repeated beside its elements."""
OF_ROWS = frozenset({"share", "share_per", "per"})
"""Primitives that take numbers of rows as such."""

TURNED: Mapping[str, str] = {"==": "==", "!=": "!=", "<": ">", "<=": ">="}
"""How a comparison is written with its number on the right."""

REDUCTIONS: Mapping[str, str] = {
    "sum": "sum({})", "prod": "prod({})", "max": "max({}, initial=-np.inf)", "min": "min({}, initial=np.inf)", "all": "all({})",
}  # fmt: skip
"""Reductions as methods of an array; with nothing to reduce they give what the language says."""

CALLED: Mapping[str, str] = {
    "others": "other_{}",
    "exp": "exp_{}", "log": "log_{}", "log1p": "log1p_{}", "sqrt": "root_{}", "abs": "abs_{}", "below": "shifted_{}",
    "sum": "{}_sum", "max": "{}_max", "min": "{}_min", "prod": "{}_prod", "argmax": "{}_argmax",
}  # fmt: skip
"""What a value is called after the one it is made from."""
PLAIN: Mapping[str, str] = {
    "pick": "own", "rest": "rest", "log_share": "log_share", "put": "part",
    "log_sum": "log_sum", "exps": "e", "odds": "e", "softplus": "softplus", "least": "least",
    "exp_below": "e", "excess": "excess",
    "others": "others",
    "exp": "e", "log": "log", "below": "shifted", "sum": "total", "max": "largest", "min": "smallest", "prod": "product",
    "windows": "windows", "eye": "eye", "positions": "positions", "argmax": "position", "contract": "product",
    "mul": "product", "div": "ratio", "share": "share", "share_per": "share", "per": "share",
    "where": "chosen", "sub": "difference", "sqrt": "root", "pow": "power",
    **dict.fromkeys(("==", "!=", "<", "<=", "and", "or", "not"), "mask"),
}  # fmt: skip
"""What it is called if that one has no name."""


# ------------------------------------------------------------------------------------------------------ a function


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of Python and how tightly it binds."""

    text: str
    binds: int = ATOM

    def at_least(self, binds: int) -> str:
        """The text, in brackets if it binds less tightly."""
        return self.text if self.binds >= binds else f"({self.text})"


@dataclass(slots=True)
class Writer:
    """The body of one function, line by line."""

    functions: Functions
    function: Function
    variables: Mapping[str, str]
    """The variable of each input and seed, where it is not its name."""
    given: tuple[str, ...] = ()
    """The dimensions that the caller passes as numbers."""
    told: dict[str, tuple[Extent, int]] | None = None
    """The dimensions that the inputs tell, once asked for."""
    lines: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    written: dict[int, Written] = field(default_factory=dict)
    lengths: dict[str, str] = field(default_factory=dict)
    sums: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By variable of exponentials, those of their sum and of their shift."""
    parted: dict[tuple[Operand, ...], Mapping[str, str]] = field(default_factory=dict)
    """By labels and what they choose from, the variables of what they choose and of the sum of the others."""
    units: dict[str, str] = field(default_factory=dict)
    """By variable of odds, that of their unit."""
    out: str = "out"
    """The variable of the places for results, by name."""
    places: dict[int, str] = field(default_factory=dict)
    """By value, what the place is called into which it is written."""
    passing: set[int] = field(default_factory=set)
    """Those that are written there for a while, if they have a variable."""
    spent: set[int] = field(default_factory=set)
    """The values that are written over exponentials."""
    users: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """By value, what uses it, each as often as it does."""
    rests: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The inputs that a quantity rests on, once asked for."""

    # ------------------------------------------------------------------------------------------------- shapes

    def dims(self, name: str) -> tuple[str, ...]:
        """The axes of an input, as it is given: classes lack that along which they choose."""
        dims = self.functions.theory.quantities[name].dims
        return dims[:-1] if self.is_classes(name) else dims

    def is_classes(self, name: str) -> bool:
        """Whether classes are given for the one-hot rows of an input."""
        return self.function.dense is not None and self.functions.theory.quantities[name].type == "OneHot"

    def variable(self, name: str) -> str:
        return self.variables.get(name, name)

    def dtype(self) -> str:
        numbers = [i for i in self.function.inputs if not self.is_classes(i)]
        return f"{self.variable(numbers[0])}.dtype" if numbers else "np.float64"

    def batch(self, inputs: Iterable[str]) -> str:
        """The batch axes that these inputs have together."""
        cuts = {len(self.dims(i)): i for i in inputs}
        shapes = [
            f"{self.variable(i)}.shape[:-{n}]" if (n := len(self.dims(i))) else f"{self.variable(i)}.shape"
            for i in inputs
        ]
        if not cuts:
            return "()"
        if len(shapes) == 1:
            return shapes[0]
        if tuple(inputs) != self.function.inputs:
            return f"np.broadcast_shapes({', '.join(shapes)})"
        if "" not in self.lengths:
            self.lengths[""] = self.assign(f"np.broadcast_shapes({', '.join(shapes)})", "batch")
        return self.lengths[""]

    def shape(self, dims: Sequence[str], inputs: Sequence[str] | None = None) -> str:
        """A shape: the batch axes of some inputs (default: all), then these dimensions."""
        inputs = self.function.inputs if inputs is None else tuple(inputs)
        if len(inputs) == 1 and self.dims(inputs[0]) == tuple(dims):
            return f"{self.variable(inputs[0])}.shape"
        core = ", ".join(map(self.length, dims))
        batch = self.batch(inputs)
        return batch if not dims else f"({core},)" if batch == "()" else f"(*{batch}, {core})"

    def length(self, dim: str) -> str:
        """A dimension as a number: the length of the first axis that shows it, or what the caller says."""
        if dim not in self.lengths:
            for name in self.function.inputs:
                if dim in self.dims(name):
                    at = self.dims(name).index(dim) - len(self.dims(name))
                    called = "rows" if dim == self.function.rows else dim if dim.isidentifier() else "length"
                    self.lengths[dim] = self.assign(f"{self.variable(name)}.shape[{at}]", called)
                    break
            else:
                self.lengths[dim] = self.made_of(dim) or self.variable(dim)
        return self.lengths[dim]

    def made_of(self, dim: str) -> str:
        """A dimension in terms of others: as it is made of them, or as an axis that is made of it and others tells."""
        if self.told is None:
            self.told = told((d for name in self.function.inputs for d in self.dims(name)), self.given)
        (parts, constant), divisor = self.told.get(dim) or (extent(dim), 1)
        if dim in self.given or parts == ((dim, 1),):
            return ""
        terms = [(f"{abs(c)} * " if abs(c) != 1 else "") + self.length(name) for name, c in parts]
        signs = ["-" if c < 0 else "+" for _, c in parts]
        if constant:
            terms, signs = [*terms, str(abs(constant))], [*signs, "-" if constant < 0 else "+"]
        text = " ".join(f"{sign} {term}" for sign, term in zip(signs, terms, strict=True)).removeprefix("+ ")
        return self.assign(f"({text}) // {divisor}" if divisor != 1 else text, dim if dim.isidentifier() else "length")

    def quantity_inputs(self, name: str) -> tuple[str, ...]:
        if name not in self.rests:
            self.rests[name] = inputs_of(self.functions.theory, name)
        return self.rests[name]

    # -------------------------------------------------------------------------------------------------- values

    def assign(self, text: str, name: str) -> str:
        free = self.unused(name)
        self.lines.append(f"{free} = {text}")
        return free

    def unused(self, name: str) -> str:
        """A variable called that, or nearly; taken from now on."""
        variable = name if name.isidentifier() and not keyword.iskeyword(name) else "value"
        suffix = 2
        while (free := variable if suffix == 2 and variable not in self.taken else f"{variable}{suffix}") in self.taken:
            suffix += 1
        self.taken.add(free)
        return free

    def body(self) -> None:
        """Write every value that is used more than once, has a name of its own or makes its line too long."""
        values = self.function.values
        users = defaultdict(list)
        for at, user in [(a.value, n) for n, v in enumerate(values) for a in v.args]:
            users[at].append(user)
        for output in self.function.outputs:
            users[output.operand.value].append(RESULT)
        self.users = users
        uses = {at: len(found) for at, found in users.items()}
        direct = {o.operand.value for o in self.function.outputs} if self.function.kind == "value" else set()
        self.plan_places()
        before = {
            n for at, v in enumerate(values) if v.op == "put" and self.is_own(at) for n in users[v.args[-1].value]
        }
        for at, value in enumerate(values):
            expression = self.expression(at)
            while len(expression.text) > LINE and (longest := self.longest(value)) is not None:
                part = values[longest]
                text = self.expression(longest, variable=True).text
                self.written[longest] = Written(self.assign(text, self.called(part)))
                expression = self.expression(at)
            plain = (
                value.op in ("input", "number", "size", "exps", "odds", "unit")
                or expression.text.removesuffix("[..., None]") in self.taken
            )
            shared = uses[at] > 1 or at in before or (value.name and not (at in direct and uses[at] == 1))
            if not plain and (shared or (len(expression.text) > LINE and at not in direct)):
                expression = Written(self.assign(self.expression(at, variable=True).text, self.called(value)))
            self.written[at] = expression

    def plan_places(self) -> None:
        """Which results are written where they belong, and which values over an operand that nothing else needs."""
        values = self.function.values
        most = max((len(v.dims) for v in values if v.inputs), default=0)
        for output in self.function.outputs:
            at = output.operand.value
            whole = output.operand.axes == _whole(values[at]) and self.complete(values[at])
            if whole and len(output.dims) == most and at not in self.places:
                before = self.from_odds(at)
                self.places |= dict.fromkeys((*before, at), output.name or self.function.of)
                self.passing.update(before)
        for at, value in reversed([*enumerate(values)]):
            place = self.places.get(at)
            over = value.args[-1] if value.op == "put" else value.args[0] if self.is_ufunc(value) else None
            if over is not None and self.is_spent(over, at):
                of = values[over.value]
                if of.op == "exps":
                    self.spent.add(at)
                if place is not None and (
                    at in self.spent or (value.op == "put" and (place in of.inputs or self.complete(of)))
                ):
                    self.places[over.value] = place
            if place is not None and not (self.is_ufunc(value) or value.op in ("exps", "odds")):
                del self.places[at]

    def is_spent(self, operand: Operand, at: int) -> bool:
        """Whether an operand has the shape of the value, was made here, and nothing needs it from then on.

        What else needs it must come before, as an operand of an operand; the sums of exponentials come with them.
        """
        values = self.function.values
        value, of, users = values[at], values[operand.value], self.users[operand.value]
        alike = of.dims and all(of.dims) and (of.dims, operand.axes) == (value.dims, _whole(of))
        own = of.op == "exps" or self.is_ufunc(of) or of.data[:1] == ("pow",)
        if not alike or not own or RESULT in users or (of.inputs != value.inputs and value.op != "put"):
            return False
        return self.is_last(operand.value, at, [n for n in users if self.is_sum(n, operand.value)])

    def is_last(self, of: int, at: int, early: Sequence[int]) -> bool:
        """Whether all that uses the value `of` is the value `at`, or computed before it as these are that come early."""
        values = self.function.values
        others = {*self.users[of]} - {at, *early}
        if any(self.is_view(values[n]) for n in others):
            return False
        below, seen = [at, *early], set[int]()
        while others and below:
            before = {a.value for a in values[below.pop()].args if a.value > of} - seen
            others -= before
            seen |= before
            below.extend(before)
        return not others

    def from_odds(self, at: int) -> list[int]:
        """Odds and the steps from there to a value, each of which may be written where the one before it stands."""
        values, dims = self.function.values, self.function.values[at].dims
        for operand in values[at].args if self.is_ufunc(values[at]) else ():
            of = (self.scaled(values[operand.value]) or operand).value
            alike = (values[of].dims, operand.axes) == (dims, _whole(values[of])) and all(dims)
            early = [n for n in range(of + 1, at) if values[n].op == "unit" or self.has_variable(n)]
            if not (alike and self.complete(values[of]) and self.is_last(of, at, early)):
                continue
            before = [of] if values[of].op == "odds" else [*self.from_odds(of), of]
            if len(before) > 1 or values[of].op == "odds":
                return before
        return []

    def has_variable(self, at: int) -> bool:
        """Whether a value is sure to be computed where it stands."""
        value = self.function.values[at]
        return self.is_ufunc(value) and (
            len(self.users[at]) > 1 or (value.name != "" and self.function.kind != "value")
        )

    def written_over(self, at: int) -> str:
        """The variable of an operand that the value can be written over, "" if there is none."""
        value = self.function.values[at]
        for operand in value.args if self.is_ufunc(value) else ():
            text = self.written[operand.value].text
            if text.isidentifier() and self.is_spent(operand, at):
                return text
        return ""

    def is_ufunc(self, value: Value) -> bool:
        """Whether it can be told where to write, and is no product of a column and a row, which may become one of matrices."""
        outer = {a.axes for a in value.args} == {(0, None), (None, 0)}
        return value.op == "map" and value.data[0] in UFUNCS and not outer and self.scaled(value) is None

    def scaled(self, value: Value) -> Operand | None:
        """What is multiplied by the 1 that stands beside odds, if that is all."""
        units = [self.function.values[a.value].op == "unit" for a in value.args]
        return value.args[units.index(False)] if value.data == ("mul",) and sorted(units) == [False, True] else None

    def longest(self, value: Value) -> int | None:
        """The operand that is longest to write, if it has no variable yet."""
        inline = [
            a.value
            for a in value.args
            if len(self.written[a.value].text) > LINE // 4 and not self.written[a.value].text.isidentifier()
        ]
        return max(inline, key=lambda at: len(self.written[at].text), default=None)

    def called(self, value: Value) -> str:
        op = str(value.data[0]) if value.op in ("map", "reduce") else value.op
        if value.name:
            return value.name
        named = [self.written[a.value].text for a in value.args]
        if op == "add" and self.function.values[value.args[0].value].op == "unit":
            return "total"
        if op == "add" and named[0] == "1" and named[1].isidentifier():
            return f"one_plus_{named[1]}"
        if op in CALLED and named and named[0].isidentifier() and len(named[0]) < 12:
            return CALLED[op].format(named[0])
        return PLAIN.get(op, "part")

    def operand(self, operand: Operand) -> Written:
        """A value as it enters an operation, with axes inserted where it is repeated."""
        written, value = self.written[operand.value], self.function.values[operand.value]
        kept = [a for a in operand.axes if a is not None]
        if kept != sorted(kept):
            written = self.transposed(written, kept)
        axes: list[int | None] = list(operand.axes)
        while axes and axes[0] is None and not value.inputs:
            axes.pop(0)  # without batch axes in front it is repeated anyway
        if None not in axes:
            return written
        places = ["None" if a is None else ":" for a in axes]
        if not value.inputs:
            return Written(f"{written.at_least(ATOM)}[{', '.join(places)}]")
        while places[0] == ":":
            places.pop(0)
        return Written(f"{written.at_least(ATOM)}[{', '.join(['...', *places])}]")

    def operands(self, value: Value) -> list[Written]:
        """The operands of a primitive: a number of each row stands beside an array, if that has a variable."""
        op, values = str(value.data[0]), self.function.values
        whole = [a.value for a in value.args if a.axes == _whole(value) and values[a.value].dims == value.dims]
        array = next((t for t in (self.written[at].text for at in whole) if t.isidentifier()), "")

        def written(operand: Operand) -> Written:
            if op in OF_ROWS and operand.axes and operand.value not in whole:
                return self.of_row(operand)
            if op in BESIDE and array and operand.axes[-1:] == (None,) and values[operand.value].inputs:
                return Written(f"_beside({self.of_row(operand).text}, {array})")
            return self.operand(operand)

        return [*map(written, value.args)]

    def of_row(self, operand: Operand) -> Written:
        """A number of each row, without the axis along the row."""
        if operand.axes[-1] is None:
            return self.operand(replace(operand, axes=operand.axes[:-1]))
        return Written(f"{self.operand(operand).at_least(ATOM)}[..., 0]")

    def transposed(self, written: Written, order: list[int]) -> Written:
        if len(order) == 2:
            return Written(f"{written.at_least(ATOM)}.mT")
        letters = "ijklmnopqrstuvwxyz"[: len(order)]
        return Written(f'np.einsum("...{letters}->...{"".join(letters[n] for n in order)}", {written.text})')

    def expression(self, at: int, variable: bool = False) -> Written:
        """A value as Python; one that gets a variable may be written where a result will be."""
        value = self.function.values[at]
        placed = at in self.places and at not in self.spent and (variable or at not in self.passing)
        place = self.place(at) if placed else self.written_over(at)
        if value.op == "map" and place:
            args = ", ".join(a.text for a in self.operands(value))
            return Written(f"{UFUNCS[str(value.data[0])]}({args}, out={place})")
        return getattr(self, f"_{value.op}")(value)  # type: ignore[no-any-return]

    def place(self, at: int) -> str:
        """The array that the caller wants a result in, if there is one."""
        return f'{self.out}.get("{self.places[at]}")'

    def _input(self, value: Value) -> Written:
        name = str(value.data[0])
        return Written(self.variable(name))

    def _number(self, value: Value) -> Written:
        return _literal(value.data[0])  # type: ignore[arg-type]

    def _size(self, value: Value) -> Written:
        dim = str(value.data[0])
        return Written(
            self.length(dim) if dim != self.function.rows else dim
        )  # of all rows, not of those that are given

    def _positions(self, value: Value) -> Written:
        return Written(f"np.arange({self.length(str(value.data[0]))})")

    def _eye(self, value: Value) -> Written:
        return Written(f"np.eye({self.length(str(value.data[0]))}, dtype={self.dtype()})")

    def _map(self, value: Value) -> Written:
        op = str(value.data[0])
        primitive = PRIMITIVES[op]
        if (of := self.scaled(value)) is not None and self.is_array(of.value):
            one = next(a for a in value.args if a is not of)
            return Written(f"_scaled({self.operand(of).text}, {self.operand(one).text})")
        args = self.operands(value)
        scalars = not value.inputs and not value.dims
        if scalars and op == "div":
            return Written(f"float(np.divide({args[0].text}, {args[1].text}))")
        if scalars and op == "pow":
            return Written(f"float(np.power({', '.join(f'float({a.text})' for a in args)}))")
        if scalars and op == "not":
            return Written(f"(not {args[0].text})")  # of a bool of Python's, ~ makes a number
        if op in TURNED and not self.is_array(value.args[0].value):
            args.reverse()
            primitive = PRIMITIVES[TURNED[op]]
        pieces = [a.at_least(binds) for a, binds in zip(args, primitive.operands, strict=False)]
        text = primitive.text.format(*pieces)
        indicator = [self.function.values[a.value].data[:1] for a in value.args[1:]] == [(1,), (0,)]
        if op == "where" and indicator and self.is_array(value.args[0].value):
            return Written(f"{args[0].at_least(ATOM)}.astype({self.dtype()})")
        if op == "where" and not any(self.is_array(a.value) for a in value.args[1:]):
            text += f".astype({self.dtype()})"  # of two plain numbers NumPy would make integers or float64
        if scalars and primitive.binds == ATOM:
            return Written(f"float({text})")
        return Written(text, min(primitive.binds, args[0].binds) if op == "neg" else primitive.binds)

    def is_array(self, at: int) -> bool:
        value = self.function.values[at]
        return bool(value.inputs or value.dims)

    def _reduce(self, value: Value) -> Written:
        op, axes, keep = value.data
        of = value.args[0]
        axis = self.axis(axes, of)  # type: ignore[arg-type]
        whole = self.function.values[of.value]
        if op == "sum" and whole.op == "exps" and whole.data == (axes,):
            total, _ = self.sums[self.written[of.value].text]
            return Written(f"{total}[..., None]" if keep else total)
        if op == "sum" and axis == "axis=-1" and (factors := self.factors(of)):
            return Written(f"_dot({', '.join(f.text for f in factors)}){'[..., None]' * bool(keep)}")
        if op == "sum" and axis == "axis=-1":
            return Written(f"_sum({self.operand(of).text}){'[..., None]' * bool(keep)}")
        if op == "sum" and axis == "axis=-2" and not keep:
            return Written(f"_sum_rows({self.operand(of).text})")
        if op == "excess":
            return Written(f"_excess({self.operand(of).text}, {axis}{', keepdims=True' * bool(keep)})")
        return Written(
            f"{self.operand(of).at_least(ATOM)}.{REDUCTIONS[str(op)].format(axis + ', keepdims=True' * bool(keep))}"
        )

    def factors(self, operand: Operand) -> list[Written]:
        """Two factors, each along the last axis, of a product or square that nothing else needs; none if it is none or named."""
        value = self.function.values[operand.value]
        if self.written[operand.value].text in self.taken:
            return []
        args: Sequence[Operand] = value.args if value.op == "map" and value.data[0] == "mul" else ()
        if value.op == "map" and value.data[0] == "pow" and self.function.values[value.args[1].value].data == (2,):
            args = value.args[:1] * 2
            base = args[0].value
            if not self.written[base].text.isidentifier():
                named = self.assign(self.written[base].text, self.called(self.function.values[base]))
                self.written[base] = Written(named)
        last = len(value.dims) - 1
        along = all(a.axes and a.axes[-1] == len(self.function.values[a.value].dims) - 1 for a in args)
        own = len(self.users[operand.value]) == 1 and operand.axes == _whole(value)
        return [self.operand(a) for a in args] if along and own and last >= 0 else []

    def _exps(self, value: Value) -> Written:
        """Three results as far as they are needed: the exponentials, their sum, as nearly always, and their shift.

        Five where those at labels are looked at only to part them from the others: what `_parted` gives comes with them.
        """
        values = self.function.values
        of, at = value.args[0], next(n for n, v in enumerate(values) if v is value)
        sums = [values[n].op for n in self.users[at] if n != RESULT and self.is_sum(n, at)]
        e = self.unused(self.called(value))
        total, shift = self.unused("total") if sums else "_", self.unused("shift") if "log_sum" in sums else "_"
        self.written[at], self.sums[e] = Written(e), (total, shift)
        args = self.operand(of).text + (f", {self.place(at)}" if at in self.places else "")
        rests = [
            v
            for v in values
            if v.op == "rest" and v.args[1].value == at and values[v.args[0].value].op == "input"
            if all(a.axes == _whole(values[a.value]) for a in v.args)
        ]
        if rests and self.is_put_over(rests[0]):
            self.written[rests[0].args[0].value] = label = self.expression(rests[0].args[0].value)
            found = self.parts(rests[0])
            parts = f"{found.get('pick', '_')}, {found['rest']}"
            self.lines.append(f"{e}, {total}, {shift}, {parts} = _exps_parted({label.text}, {args})")
        else:
            self.lines.append(f"{e}, {total}, {shift} = _exps({args})")
        return Written(e)

    def _odds(self, value: Value) -> Written:
        """Two results: the exponentials, and what is 1 beside them."""
        e, unit = self.unused(self.called(value)), self.unused("one")
        at = next(n for n, v in enumerate(self.function.values) if v is value)
        place = f", {self.place(at)}" if at in self.places else ""
        self.lines.append(f"{e}, {unit} = _odds({self.operand(value.args[0]).text}{place})")
        self.units[e] = unit
        return Written(e)

    def _unit(self, value: Value) -> Written:
        return Written(self.units[self.written[value.args[0].value].text])

    def _least(self, value: Value) -> Written:
        return Written(f"_least({', '.join(self.operand(a).text for a in value.args)})")

    def _softplus(self, value: Value) -> Written:
        args = [self.operand(a).text for a in value.args]
        return Written(f"_softplus({', '.join(args)}{', negative=True' * bool(value.data[0])})")

    def _log_sum(self, value: Value) -> Written:
        u, e = (self.operand(a).text for a in value.args)
        return Written(f"_log_sum({u}, {', '.join(self.sums[e])}){'[..., None]' * bool(value.data[0])}")

    def _chosen(self, value: Value, called: str = "") -> Written:
        args = [self.operand(a).text for a in value.args]
        at = next(n for n, v in enumerate(self.function.values) if v is value)
        if value.op in ("rest", "put") and not self.is_own(at):
            args[-1] = f"{self.operand(value.args[-1]).at_least(ATOM)}.copy()"
        if value.op == "rest" and self.is_put_over(value):
            args.append("spent=True")
        return Written(f"_{called or value.op}({', '.join(args)})")

    def _parted(self, value: Value) -> Written:
        """Two results where both are needed: the element at each label, and the sum of the others."""
        if value.args not in self.parted:
            both = {v.op: v for v in self.function.values if v.op in ("pick", "rest") and v.args == value.args}
            if len(both) == 1:
                return self._chosen(value)
            found = self.parts(value)
            parted = self._chosen(both["rest"], "parted")
            self.lines.append(f"{found['pick']}, {found['rest']} = {parted.text}")
        return Written(self.parted[value.args][value.op])

    def parts(self, value: Value) -> Mapping[str, str]:
        """The variables of the elements at the labels and of the sum of the others, as far as they are needed."""
        both = {v.op: v for v in self.function.values if v.op in ("pick", "rest") and v.args == value.args}
        self.parted[value.args] = {op: self.unused(self.called(v)) for op, v in sorted(both.items())}
        return self.parted[value.args]

    def is_own(self, at: int) -> bool:
        """Whether what is changed here was made here: for a while, or for good if all else that uses it is computed before."""
        values, of = self.function.values, self.function.values[at].args[-1].value
        others = [n for n in self.users[of] if n != at]
        last = all(RESULT < n < at and not self.is_view(values[n]) for n in others)
        return not self.is_view(values[of]) and (values[at].op == "rest" or last)

    def is_put_over(self, value: Value) -> bool:
        """Whether the elements at the labels, where the others are summed, are never looked at again but to be replaced."""
        values, (label, of) = self.function.values, value.args

        def is_written_over(user: int, made: int) -> bool:
            """Whether what is made of each element is only put something into at the labels, now or after more is made of it."""
            by = values[user]
            if by.op == "put":
                return by.args[0] == label and by.args[-1].value == made
            alike = by.op == "map" and all(a.axes == _whole(by) for a in by.args if a.value == made)
            return alike and all(n != RESULT and is_written_over(n, user) for n in self.users[user])

        def is_replaced(user: int) -> bool:
            by, text = values[user], self.written[user].text if user in self.written else ""
            if text.removesuffix("[..., None]").isidentifier():  # it is computed already
                return not self.is_view(by)
            if by.op in ("pick", "rest", "log_share"):
                return by.args[0] == label
            return by.op == "map" and is_written_over(user, of.value)

        return all(n != RESULT and (is_replaced(n) or self.is_sum(n, of.value)) for n in self.users[of.value])

    def is_sum(self, at: int, of: int) -> bool:
        """Whether it is the sum that comes with the exponentials, or what is made of that sum."""
        value, exps = self.function.values[at], self.function.values[of]
        if value.op == "log_sum":
            return value.args[1].value == of
        return exps.op == "exps" and value.op == "reduce" and (value.data[0], value.data[1:2]) == ("sum", exps.data)

    _pick = _rest = _parted
    _put = _log_share = _chosen

    def _others(self, value: Value) -> Written:
        of = value.args[0]
        return Written(f"_others({self.operand(of).text}, axis={value.data[0] - len(of.axes)})")  # type: ignore[operator]

    def axis(self, axes: Sequence[int], of: Operand) -> str:
        """Axes of an operand, as NumPy takes them: counted from the last."""
        places = [n - len(of.axes) for n in axes]
        return f"axis={places[0]}" if len(places) == 1 else f"axis=({', '.join(map(str, places))})"

    def _windows(self, value: Value) -> Written:
        (of,), (axis, steps, offset) = value.args, value.data
        assert isinstance(axis, int) and isinstance(steps, tuple)
        lengths = ", ".join(map(self.length, value.dims[axis : axis + len(steps)]))
        shape = f"({lengths}{',' * (len(steps) == 1)})"
        return Written(f"_windows({self.operand(of).text}, {axis - len(of.axes)}, {shape}, {steps}, {offset})")

    def _argmax(self, value: Value) -> Written:
        of = value.args[0]
        return Written(f"_argmax({self.operand(of).text}, axis={value.data[0] - len(of.axes)})")  # type: ignore[operator]

    def _contract(self, value: Value) -> Written:
        subscripts, result = value.data
        args = [self.operand(a) for a in value.args]
        if len(args) == 2 and any(self.function.values[a.value].op == "windows" for a in value.args):
            spelled = f"{','.join(subscripts)}->{result}"  # type: ignore[arg-type]
            return Written(f'_slide("{spelled}", {", ".join(a.text for a in args)})')
        product = self.matrix_product(tuple(subscripts), str(result), args)  # type: ignore[arg-type]
        if product:
            return product
        applied = self.matrix_times_vector(tuple(subscripts), str(result), args)  # type: ignore[arg-type]
        if applied:
            return applied
        spelled = ",".join(f"...{s}" for s in subscripts)  # type: ignore[attr-defined]
        return Written(f'np.einsum("{spelled}->...{result}", {", ".join(a.text for a in args)})')

    def matrix_product(self, subscripts: tuple[str, ...], result: str, args: list[Written]) -> Written | None:
        """`A @ B`, if it is one."""
        if (
            [*map(len, subscripts)] != [2, 2]
            or len(result) != 2
            or subscripts[0] == subscripts[1][::-1]
            or len(set(result)) != 2
        ):
            return None
        order = (0, 1) if result[0] in subscripts[0] else (1, 0)
        left, right = (subscripts[n] for n in order)
        inner = set(left) & set(right)
        if len(inner) != 1 or result[0] not in left or result[1] not in right or inner & set(result):
            return None
        first, second = (args[n] for n in order)
        if left[0] != result[0]:
            first = Written(f"{first.at_least(ATOM)}.mT")
        if right[1] != result[1]:
            second = Written(f"{second.at_least(ATOM)}.mT")
        return Written(f"{first.at_least(PRODUCT)} @ {second.at_least(SIGN)}", PRODUCT)

    def matrix_times_vector(self, subscripts: tuple[str, ...], result: str, args: list[Written]) -> Written | None:
        """A matrix applied to a vector, if it is that."""
        if sorted(map(len, subscripts)) != [1, 2] or len(result) != 1:
            return None
        (matrix, by), (vector, of) = sorted(zip(subscripts, args, strict=True), key=lambda pair: -len(pair[0]))
        if {vector, result} != set(matrix) or vector == result:
            return None
        turned = by if matrix[1] == vector else Written(f"{by.at_least(ATOM)}.mT")
        return Written(f"_matvec({turned.text}, {of.text})")

    # ------------------------------------------------------------------------------------------------- results

    def results(self, checked: bool = False) -> list[tuple[str, str]]:
        """Each result by name: new arrays of full shape, none twice."""
        given: set[int] = set()
        found = []
        for output in self.function.outputs:
            at = output.operand.value
            text = self.operand(output.operand).text if checked else self.result(output, at in given)
            given.add(at)
            if len(text) > LINE and not checked and len(self.function.outputs) > 1:
                text = self.assign(text, output.name + COTANGENT if output.name else output.name)
            found.append((output.name, text))
        return found

    def result(self, output: Output, again: bool) -> str:
        """A result as text; a copy of what the caller has or gets already: an input, or a value that is returned twice."""
        value = self.function.values[output.operand.value]
        written = self.operand(output.operand)
        complete = self.complete(value) and None not in output.operand.axes
        if output.summed:
            own = self.quantity_inputs(output.summed)
            everywhere = set(own) == set(self.function.inputs)
            if not complete or not everywhere:
                target = (
                    f"{self.variable(output.summed)}.shape" if own == (output.summed,) else self.shape(output.dims, own)
                )
                if not value.inputs:  # a number has no dtype of its own
                    full = f"_full({written.text}, {self.shape(output.dims)}, {self.dtype()})"
                    return full if everywhere else f"_sum_to({full}, {target})"
                if not complete:
                    return f"_sum_to(_full({written.text}, {self.shape(output.dims)}), {target})"
                factors = self.outer(output.operand)
                if factors and target == f"{self.variable(output.summed)}.shape":
                    return f"_sum_outer({', '.join(f.text for f in factors)}, {target})"
                return f"_sum_to({written.text}, {target}{', copy=True' * (again or self.is_view(value))})"
        elif not complete:
            return f"_full({written.text}, {self.shape(output.dims)}, {self.dtype()})"
        scalar = "" if output.dims else "[()]"  # what has no axes is a scalar, not an array without axes
        if again or self.is_view(value):
            return f"{written.at_least(ATOM)}{scalar}.copy()"
        return f"{written.at_least(ATOM)}{scalar}" if self.is_choice(value) else written.text

    def outer(self, operand: Operand) -> tuple[Written, Written] | None:
        """The factors of a product of two vectors, one along each of two axes, that nothing else uses."""
        value = self.function.values[operand.value]
        if value.op != "map" or value.data[0] != "mul" or len(value.dims) != 2 or operand.axes != (0, 1):
            return None
        if self.written[operand.value].text.isidentifier():
            return None
        factors = {a.axes: a for a in value.args}
        if factors.keys() != {(0, None), (None, 0)}:
            return None
        rows, columns = (replace(factors[axes], axes=(0,)) for axes in ((0, None), (None, 0)))
        return self.operand(rows), self.operand(columns)

    def complete(self, value: Value) -> bool:
        """Whether the value has all batch axes: it depends on all inputs, or on a cotangent, which has them."""
        seeds = self.function.seeds
        if self.function.kind in ("vjp", "value_and_vjp") and value.inputs & seeds.keys():
            return True
        seeded = (self.quantity_inputs(seeds[s]) for s in value.inputs & seeds.keys())
        shown = (value.inputs - seeds.keys()).union(*seeded)
        return bool(value.inputs) and shown >= set(self.function.inputs)

    def is_choice(self, value: Value) -> bool:
        """Whether NumPy makes an array of it even without axes."""
        return value.op == "map" and value.data[0] in ("where", "times_log", "share", "share_per", "over", "below")

    def is_view(self, value: Value) -> bool:
        return value.op in ("input", "windows") or (value.op == "contract" and len(value.args) == 1)


def _whole(value: Value) -> tuple[int, ...]:
    """All axes in their order."""
    return tuple(range(len(value.dims)))


def _literal(value: Literal) -> Written:
    """A number as Python writes it: exact where that is short."""
    if isinstance(value, str):
        return Written({"pi": "np.pi", "inf": "np.inf", "-inf": "-np.inf"}[value], SIGN if value[0] == "-" else ATOM)
    try:
        number = float(value)
    except OverflowError:
        raise Unsupported("a number is too large for floating point") from None
    exact = Fraction(number) == value or Fraction(repr(number)) == value
    if value.denominator == 1 and abs(value) < 2**53:
        text = str(value)
    elif exact or len(str(value)) > 20:
        text = repr(number)
    else:
        return Written(f"{value.numerator} / {value.denominator}", PRODUCT)
    return Written(text, SIGN if value < 0 else ATOM)
