"""How does a program look in NumPy?  A module that stands alone, as a careful engineer would write it.

Comes in: a `Program`.  Goes out: its text.  `PRIMITIVES` says how each primitive is written; what the module needs beyond
NumPy is copied from `runtime`.
"""

from __future__ import annotations

import ast
import hashlib
import keyword
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path

from derive.errors import Unsupported
from derive.expr import Index, names
from derive.language import unparse
from derive.lower import inputs_of
from derive.program import COTANGENT, RESERVED, TANGENT, Function, Functions, Literal, Operand, Output, Program, Value
from derive.rules.stability import RULES
from derive.targets import render as fill

__all__ = ["PRIMITIVES", "render"]

# How tightly a piece of Python binds.
COMPARISON, OR, AND, SUM, PRODUCT, SIGN, POWER, ATOM = range(8)
LINE = 88
"""A value that is used once is written where it is used, unless that line would be longer."""
WIDEST = 120


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
    **{f: Primitive(f"np.{f}({{}})") for f in (
        "exp", "log", "log1p", "expm1", "sqrt", "abs", "sign", "sin", "cos", "tan", "sinh", "cosh", "tanh", "floor",
    )},
    "asin": Primitive("np.arcsin({})"),
    "acos": Primitive("np.arccos({})"),
    "atan": Primitive("np.arctan({})"),
    "max": Primitive("np.maximum({}, {})"),
    "min": Primitive("np.minimum({}, {})"),
    "erf": Primitive("_erf({})"),
    "gamma": Primitive("_gamma({})"),
    "lgamma": Primitive("_lgamma({})"),
    "digamma": Primitive("_digamma({})"),
    "polygamma": Primitive("_polygamma({}, {})"),
    "below": Primitive("_below({}, {})"),
    "times_log": Primitive("_times_log({}, {})"),
    "over": Primitive("_over({}, {})"),
    "close": Primitive("_close({}, {})"),
    "at_most": Primitive("_at_most({}, {})"),
}  # fmt: skip
"""The primitives of `lower`, element by element."""

TURNED: Mapping[str, str] = {"==": "==", "!=": "!=", "<": ">", "<=": ">="}
"""How a comparison is written with its number on the right."""

REDUCTIONS: Mapping[str, str] = {
    "sum": "sum({})", "prod": "prod({})", "max": "max({}, initial=-np.inf)", "min": "min({}, initial=np.inf)", "all": "all({})",
}  # fmt: skip
"""Reductions as methods of an array; with nothing to reduce they give what the language says."""

CALLED: Mapping[str, str] = {
    "exp": "exp_{}", "log": "log_{}", "log1p": "log1p_{}", "sqrt": "root_{}", "abs": "abs_{}", "below": "shifted_{}",
    "sum": "{}_sum", "max": "{}_max", "min": "{}_min", "prod": "{}_prod", "argmax": "{}_argmax",
}  # fmt: skip
"""What a value is called after the one it is made from."""
PLAIN: Mapping[str, str] = {
    "exp": "e", "log": "log", "below": "shifted", "sum": "total", "max": "largest", "min": "smallest", "prod": "product", "eye": "eye",
    "positions": "positions", "argmax": "position", "contract": "product", "mul": "product", "div": "ratio", "where": "chosen",
    "sub": "difference", "sqrt": "root", "pow": "power",
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
    lines: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    written: dict[int, Written] = field(default_factory=dict)
    lengths: dict[str, str] = field(default_factory=dict)

    # ------------------------------------------------------------------------------------------------- shapes

    def dims(self, name: str) -> tuple[str, ...]:
        return self.functions.theory.quantities[name].dims

    def variable(self, name: str) -> str:
        return self.variables.get(name, name)

    def dtype(self) -> str:
        return f"{self.variable(self.function.inputs[0])}.dtype" if self.function.inputs else "np.float64"

    def batch(self, inputs: Iterable[str]) -> str:
        """The batch axes that these inputs have together."""
        cuts = {len(self.dims(i)): i for i in inputs}
        shapes = [f"{self.variable(i)}.shape[:-{n}]" if (n := len(self.dims(i))) else f"{self.variable(i)}.shape" for i in inputs]
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
                    self.lengths[dim] = self.assign(f"{self.variable(name)}.shape[{at}]", dim)
                    break
            else:
                self.lengths[dim] = self.variable(dim)
        return self.lengths[dim]

    def quantity_inputs(self, name: str) -> tuple[str, ...]:
        return inputs_of(self.functions.theory, name)

    # -------------------------------------------------------------------------------------------------- values

    def assign(self, text: str, name: str) -> str:
        variable = name if name.isidentifier() and not keyword.iskeyword(name) else "value"
        suffix = 2
        while (free := variable if suffix == 2 and variable not in self.taken else f"{variable}{suffix}") in self.taken:
            suffix += 1
        self.taken.add(free)
        self.lines.append(f"{free} = {text}")
        return free

    def body(self) -> None:
        """Write every value that is used more than once, has a name of its own or makes its line too long."""
        values = self.function.values
        uses = Counter(a.value for v in values for a in v.args) + Counter(o.operand.value for o in self.function.outputs)
        direct = {o.operand.value for o in self.function.outputs} if self.function.kind == "value" else set()
        for at, value in enumerate(values):
            expression = self.expression(value)
            while len(expression.text) > LINE and (longest := self.longest(value)) is not None:
                part = values[longest]
                self.written[longest] = Written(self.assign(self.written[longest].text, self.called(part)))
                expression = self.expression(value)
            plain = value.op in ("input", "number", "size")
            shared = uses[at] > 1 or (value.name and not (at in direct and uses[at] == 1))
            if not plain and (shared or (len(expression.text) > LINE and at not in direct)):
                expression = Written(self.assign(expression.text, self.called(value)))
            self.written[at] = expression

    def longest(self, value: Value) -> int | None:
        """The operand that is longest to write, if it has no variable yet."""
        inline = [a.value for a in value.args if len(self.written[a.value].text) > LINE // 4 and not self.written[a.value].text.isidentifier()]
        return max(inline, key=lambda at: len(self.written[at].text), default=None)

    def called(self, value: Value) -> str:
        op = str(value.data[0]) if value.op in ("map", "reduce") else value.op
        if value.name:
            return value.name
        named = [self.written[a.value].text for a in value.args]
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

    def transposed(self, written: Written, order: list[int]) -> Written:
        if len(order) == 2:
            return Written(f"np.swapaxes({written.text}, -1, -2)")
        letters = "ijklmnopqrstuvwxyz"[: len(order)]
        return Written(f'np.einsum("...{letters}->...{"".join(letters[n] for n in order)}", {written.text})')

    def expression(self, value: Value) -> Written:
        return getattr(self, f"_{value.op}")(value)  # type: ignore[no-any-return]

    def _input(self, value: Value) -> Written:
        name = str(value.data[0])
        return Written(self.variable(name))

    def _number(self, value: Value) -> Written:
        return _literal(value.data[0])  # type: ignore[arg-type]

    def _size(self, value: Value) -> Written:
        return Written(self.length(str(value.data[0])))

    def _positions(self, value: Value) -> Written:
        return Written(f"np.arange({self.length(str(value.data[0]))})")

    def _eye(self, value: Value) -> Written:
        return Written(f"np.eye({self.length(str(value.data[0]))}, dtype={self.dtype()})")

    def _map(self, value: Value) -> Written:
        op = str(value.data[0])
        primitive = PRIMITIVES[op]
        args = [self.operand(a) for a in value.args]
        scalars = not value.inputs and not value.dims
        if scalars and op == "div":
            return Written(f"float(np.divide({args[0].text}, {args[1].text}))")
        if scalars and op == "pow":
            return Written(f"float(np.power({', '.join(f'float({a.text})' for a in args)}))")
        if op in TURNED and not self.is_array(value.args[0].value):
            args.reverse()
            primitive = PRIMITIVES[TURNED[op]]
        pieces = [a.at_least(binds) for a, binds in zip(args, primitive.operands, strict=False)]
        text = primitive.text.format(*pieces)
        if op == "where" and [self.function.values[a.value].data[:1] for a in value.args[1:]] == [(1,), (0,)]:
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
        places = [n - len(of.axes) for n in axes]  # type: ignore[attr-defined]
        axis = f"axis={places[0]}" if len(places) == 1 else f"axis=({', '.join(map(str, places))})"
        return Written(f"{self.operand(of).at_least(ATOM)}.{REDUCTIONS[str(op)].format(axis + ', keepdims=True' * bool(keep))}")

    def _argmax(self, value: Value) -> Written:
        of = value.args[0]
        return Written(f"_argmax({self.operand(of).text}, axis={value.data[0] - len(of.axes)})")  # type: ignore[operator]

    def _contract(self, value: Value) -> Written:
        subscripts, result = value.data
        args = [self.operand(a) for a in value.args]
        product = self.matrix_product(tuple(subscripts), str(result), args)  # type: ignore[arg-type]
        if product:
            return product
        spelled = ",".join(f"...{s}" for s in subscripts)  # type: ignore[attr-defined]
        return Written(f'np.einsum("{spelled}->...{result}", {", ".join(a.text for a in args)})')

    def matrix_product(self, subscripts: tuple[str, ...], result: str, args: list[Written]) -> Written | None:
        """`A @ B`, if it is one."""
        if [*map(len, subscripts)] != [2, 2] or len(result) != 2 or subscripts[0] == subscripts[1][::-1] or len(set(result)) != 2:
            return None
        order = (0, 1) if result[0] in subscripts[0] else (1, 0)
        left, right = (subscripts[n] for n in order)
        inner = set(left) & set(right)
        if len(inner) != 1 or result[0] not in left or result[1] not in right or inner & set(result):
            return None
        first, second = (args[n] for n in order)
        if left[0] != result[0]:
            first = Written(f"np.swapaxes({first.text}, -1, -2)")
        if right[1] != result[1]:
            second = Written(f"np.swapaxes({second.text}, -1, -2)")
        return Written(f"{first.at_least(PRODUCT)} @ {second.at_least(SIGN)}", PRODUCT)

    # ------------------------------------------------------------------------------------------------- results

    def results(self, checked: bool = False) -> list[tuple[str, str]]:
        """Each result by name: new arrays of full shape, none twice."""
        given: set[str] = set()
        found = []
        for output in self.function.outputs:
            text = self.operand(output.operand).text if checked else self.result(output)
            if text in given and not checked:
                text = f"{text}.copy()"
            given.add(text)
            if len(text) > LINE and not checked and len(self.function.outputs) > 1:
                text = self.assign(text, output.name + COTANGENT if output.name else output.name)
            found.append((output.name, text))
        return found

    def result(self, output: Output) -> str:
        value = self.function.values[output.operand.value]
        written = self.operand(output.operand)
        complete = self.complete(value) and None not in output.operand.axes
        if output.summed:
            own = self.quantity_inputs(output.summed)
            if not complete or set(own) != set(self.function.inputs):
                target = f"{self.variable(output.summed)}.shape" if own == (output.summed,) else self.shape(output.dims, own)
                full = written.text if complete else f"np.broadcast_to({written.text}, {self.shape(output.dims)})"
                return f"_sum_to({full}, {target})"
        elif not complete:
            return f"_full({written.text}, {self.shape(output.dims)}, {self.dtype()})"
        return f"{written.at_least(ATOM)}.copy()" if self.is_view(value) else written.text

    def complete(self, value: Value) -> bool:
        """Whether the value has all batch axes: it depends on all inputs, or on a cotangent, which has them."""
        seeds = self.function.seeds
        if self.function.kind == "value_and_vjp" and value.inputs & seeds.keys():
            return True
        shown = {i for name in value.inputs for i in self.quantity_inputs(seeds.get(name, name))}
        return bool(value.inputs) and shown >= set(self.function.inputs)

    def is_view(self, value: Value) -> bool:
        return value.op == "input" or (value.op == "contract" and len(value.args) == 1)


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


# -------------------------------------------------------------------------------------------------------- a module


@dataclass(frozen=True, slots=True)
class Shown:
    """A function as the template sees it."""

    name: str
    kind: str
    of: str
    signature: str
    code: tuple[str, ...]
    formulas: tuple[str, ...]
    arguments: tuple[tuple[str, str], ...]
    shape: str
    closed: tuple[str, ...]
    seed: str
    checks: bool
    examples: tuple[tuple[str, str], ...] = ()


def render(program: Program, examples: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> str:
    """The module as text.  `examples` are calls of a function with what they print, shown in its docstring."""
    module = _Module(program, examples or {})
    functions = [module.shown(f) for f in program.module]
    text = "\n".join((*(line for f in functions for line in f.code), *module.require, *(f"{name}(" for name in module.aliases)))
    support = _support(text)
    return fill(
        "numpy/module.py",
        theory=program.functions.theory,
        digest=hashlib.sha256(program.functions.theory.source.encode()).hexdigest()[:16],
        functions=functions,
        require=module.require,
        requires=module.hypotheses,
        support=support,
        imports=_imports(support),
        title=_ascii(module.title),
        formulas=_folded(module.all_formulas, 4),
        aliases=sorted(module.aliases.items()),
        equations=[(_ascii(r.reason), _folded([f"{unparse(r.left)} == {unparse(r.right)}"], 4)[0]) for r in RULES if r.name in program.rules],
    ).rstrip() + "\n"


RETURNS: Mapping[str, str] = {
    "value": "Array", "jvp": "Array", "jacobian": "dict[str, Array]", "vjp": "dict[str, Array]", "grad": "dict[str, Array]",
    "value_and_vjp": "tuple[Array, dict[str, Array]]", "value_and_grad": "tuple[Array, dict[str, Array]]",
}  # fmt: skip
DELEGATES: Mapping[str, str] = {"vjp": "value_and_vjp", "grad": "value_and_grad"}
"""Functions that return only the derivatives of another one."""


class _Module:
    """What all functions of a module have in common."""

    def __init__(self, program: Program, examples: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        self.program, self.examples = program, examples
        self.theory = program.functions.theory
        self.title = self.theory.title or program.name
        definitions = self.theory.definitions
        self.formulas = {d.name: f"{_left(d.name, d.indices)} = {unparse(d.body)}" for d in definitions}
        self.all_formulas = tuple(self.formulas.values())
        self.hypotheses = tuple(map(unparse, program.functions.requires))
        self.require: tuple[str, ...] = ()
        self.aliases: dict[str, str] = {}
        if program.requires:
            writer = self.writer(program.requires)
            writer.body()
            results = [text for _, text in writer.results(checked=True)]
            holds = [f'    "{hypothesis}": {text},' for hypothesis, text in zip(self.hypotheses, results, strict=True)]
            parameters = ", ".join((*(f"{i}: Array" for i in program.requires.inputs), *(f"{d}: int" for d in self.missing(program.requires))))
            self.require = (
                f"def _require({parameters}) -> None:",
                *_indented(['"""Raise a ValueError that names the first hypothesis that does not hold."""']),
                *_indented([*writer.lines, "holds = {", *holds, "}"]),
                *_indented(["for hypothesis, found in holds.items():", "    if not np.all(found):"]),
                *_indented(['        raise ValueError(f"this gradient requires {hypothesis}")']),
            )

    def missing(self, function: Function) -> tuple[str, ...]:
        """The dimensions that no input of the function shows."""
        shown = {d for i in function.inputs for d in self.theory.quantities[i].dims}
        used = {d for v in function.values for d in (*v.dims, *(map(str, v.data) if v.op in ("size", "eye", "positions") else ()))}
        used |= {d for o in function.outputs for d in o.dims}
        if DELEGATES.get(function.kind):
            used |= set(self.missing(self.of_kind(DELEGATES[function.kind])))
        return tuple(d for d in self.theory.dims if d in used - shown)

    def of_kind(self, kind: str) -> Function:
        return next(f for f in self.program.module if f.kind == kind)

    def counted(self, function: Function) -> tuple[str, ...]:
        """The dimensions that only class labels could show, which do not."""
        dense = {d for i in function.inputs if self.theory.quantities[i].type != "OneHot" for d in self.theory.quantities[i].dims}
        hot = [self.theory.quantities[i].dims[-1] for i in function.inputs if self.theory.quantities[i].type == "OneHot"]
        return tuple(dict.fromkeys(d for d in hot if d not in dense))

    def writer(self, function: Function) -> Writer:
        own = {*function.inputs, *self.missing(function), *self.counted(function), *function.seeds}
        taken = {*own, *_helpers(), *RESERVED, "check", "tangents"}
        variables = {n: self.unused(n, taken) for n in sorted(own) if n in RESERVED or n in _helpers()}
        return Writer(self.program.functions, function, variables, taken=taken | set(variables.values()))

    def unused(self, name: str, taken: Collection[str]) -> str:
        """`name`, with as many underscores as make it differ from those taken."""
        return self.unused(f"{name}_", taken) if name in taken else name

    def shown(self, function: Function) -> Shown:
        writer = self.writer(function)
        inputs = function.inputs
        missing, counted = self.missing(function), self.counted(function)
        arguments = (*inputs, *missing, *counted)
        checks = function.kind != "value" and self.program.requires is not None
        check = self.unused("check", arguments)
        seed, parameters = "", []
        if function.seeds:
            cotangent = function.kind in ("vjp", "value_and_vjp")
            seed = self.unused(next(iter(function.seeds)) if cotangent else "tangents", arguments)
            parameters += [f"{seed}: {'ArrayLike' if cotangent else 'dict[str, ArrayLike]'}", "/"]
        parameters += [f"{i}: ArrayLike" for i in inputs]
        keywords = [f"{d}: int" for d in missing] + [f"{d}: int | None = None" for d in counted] + [f"{check}: bool = False"] * checks
        parameters += ["*", *keywords] if keywords else []
        if function.kind in DELEGATES:
            target = self.of_kind(DELEGATES[function.kind])
            passed = [*([seed] if seed else []), *inputs, *(f"{n}={n}" for n in (k.partition(":")[0] for k in keywords))]
            lines = [f"return {target.name}({', '.join(passed)})[1]"]
        else:
            lines = self.head(function, writer, missing, counted, seed)
            if checks:
                assert self.program.requires is not None
                needs = map(writer.variable, (*self.program.requires.inputs, *self.missing(self.program.requires)))
                lines += [f"if {check}:", f"    _require({', '.join(needs)})"]
            writer.body()
            results = writer.results()
            lines += [*writer.lines, *_return(results)]
            lines = [self.aliased(line, writer) for line in lines]
        quantity = self.theory.quantities
        return Shown(
            function.name, function.kind, function.of, _signature(function.name, parameters, RETURNS[function.kind]), tuple(lines),
            _folded(self.needed(function.of), 8), tuple((i, _argument(quantity[i].type, quantity[i].dims)) for i in inputs),
            _shape(quantity[function.of].dims), _folded(self.closed(function), 8), seed, checks, tuple(self.examples.get(function.name, ())),
        )  # fmt: skip

    def aliased(self, line: str, writer: Writer) -> str:
        """The line where a parameter hides a name of the module: that name by its alias."""
        for name in writer.variables:
            pattern = rf"\b{name}(?=[.(])"
            if re.search(pattern, line):
                hidden = {*self.theory.quantities, *self.theory.dims, *RESERVED}
                line = re.sub(pattern, self.aliases.setdefault(name, self.unused(f"{name}_of_module", hidden)), line)
        return line

    def closed(self, function: Function) -> tuple[str, ...]:
        """The closed forms that the function computes, as equations."""
        functions, of = self.program.functions, function.of
        if function.kind in ("vjp", "value_and_vjp"):
            return tuple(f"{_left(w + COTANGENT, c.indices)} = {unparse(c.term)}" for w, c in functions.vjp.items() if w in functions.wrt)
        if function.kind == "jvp":
            forms = [functions.jvp[w] for w in functions.wrt]
            return (f"{_left(of + TANGENT, forms[0].indices)} = {' + '.join(unparse(c.term) for c in forms)}",)
        if function.kind in ("jacobian", "grad", "value_and_grad"):
            rank = len(self.theory.quantities[of].dims)
            pairs = ((w, functions.jacobian[w]) for w in functions.wrt)
            return tuple(f"diff({_left(of, c.indices[:rank])}, {_left(w, c.indices[rank:])}) = {unparse(c.term)}" for w, c in pairs)
        return ()

    def needed(self, name: str) -> tuple[str, ...]:
        """The formulas that a quantity rests on, in order."""
        bodies = {d.name: d.body for d in self.theory.definitions}
        found: set[str] = set()
        below = [name]
        while below:
            at = below.pop()
            if at in bodies and at not in found:
                found.add(at)
                below.extend(names(bodies[at]))
        return tuple(self.formulas[d] for d in self.formulas if d in found)

    def head(
        self, function: Function, writer: Writer, missing: tuple[str, ...], counted: tuple[str, ...], seed: str
    ) -> list[str]:
        """Checking what the caller passed."""
        lines = []
        quantities = self.theory.quantities
        if function.inputs or missing:
            specs = []
            for name in function.inputs:
                axes = [name, *(f'"{d}"' for d in quantities[name].dims), *(['"one-hot"'] if quantities[name].type == "OneHot" else [])]
                specs.append(f"{name}=({', '.join(axes)}{',' if len(axes) == 1 else ''})")
            sizes = [f'{{{", ".join(f"{chr(34)}{d}{chr(34)}: {d}" for d in (*missing, *counted))}}}'] if missing or counted else []
            variables = [writer.variable(i) for i in function.inputs]
            left = f"({variables[0]},) = " if len(variables) == 1 else f"{', '.join(variables)} = " if variables else ""
            lines.append(f"{left}_arrays({', '.join([*sizes, *specs])})")
        lines += [f"{writer.variable(d)} = {d}" for d in missing if writer.variable(d) != d]
        if function.kind == "value_and_vjp":
            (variable,) = function.seeds
            shape = writer.shape(quantities[function.of].dims)
            lines += [*writer.lines, f'{variable} = _seed("{seed}", {seed}, {shape}, {writer.dtype()})']
        if function.kind == "jvp":
            shapes = []
            for name in function.seeds.values():
                own = writer.quantity_inputs(name)
                shape = f"{writer.variable(name)}.shape" if own == (name,) else writer.shape(quantities[name].dims, own)
                shapes.append(f"{name}={shape}")
            left = ", ".join(function.seeds) if len(function.seeds) > 1 else f"({next(iter(function.seeds))},)"
            lines += [*writer.lines, f"{left} = _tangents({seed}, {writer.dtype()}, {', '.join(shapes)})"]
        writer.lines.clear()
        return lines


def _folded(formulas: Iterable[str], indent: int) -> tuple[str, ...]:
    """Formulas on lines that are not too long."""
    deeper = "\n" + " " * (indent + 4)
    return tuple(deeper.join(textwrap.wrap(f, WIDEST - indent - 4, break_long_words=False, break_on_hyphens=False)) for f in formulas)


def _signature(name: str, parameters: Sequence[str], returns: str) -> str:
    line = f"def {name}({', '.join(parameters)}) -> {returns}:"
    return line if len(line) <= WIDEST else f"def {name}(\n    {', '.join(parameters)}\n) -> {returns}:"


def _return(results: list[tuple[str, str]]) -> list[str]:
    plain = [text for name, text in results if not name]
    named = [f'"{name}": {text}' for name, text in results if name]
    if not named:
        return [f"return {plain[0]}"]
    first = "".join(f"{p}, " for p in plain)
    line = f"return {first}{{{', '.join(named)}}}"
    return [line] if len(line) <= LINE else [f"return {first}{{", *(f"    {n}," for n in named), "}"]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _shape(dims: Sequence[str]) -> str:
    return f"(..., {', '.join(dims)})" if dims else "(...)"


def _argument(kind: str, dims: Sequence[str]) -> str:
    return f"{KINDS.get(kind, kind)}, shape {_shape(dims)}"


KINDS: Mapping[str, str] = {
    "Real": "real", "Positive": "positive", "NonNegative": "not negative", "Unit": "from 0 to 1", "Binary": "0 or 1",
    "Simplex": "not negative, with sum 1 along the last axis", "OneHot": "one-hot, or integer class labels without the last axis",
}  # fmt: skip


def _left(name: str, indices: Sequence[Index]) -> str:
    return f"{name}[{', '.join(i.name for i in indices)}]" if indices else name


def _ascii(text: str) -> str:
    """Text for a docstring: ASCII, and nothing that ends it or escapes."""
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS))
    return "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "replace").decode().replace("\\", "/").replace('"', "'")


_MARKS = {ord(c): t for c, t in zip("–—−‘’“”…·×", ("-", "-", "-", "'", "'", '"', '"', "...", "*", "*"), strict=True)}


# ---------------------------------------------------------------------------------------------------- the support


@cache
def _helpers() -> Mapping[str, tuple[str, frozenset[str]]]:
    """The functions of `runtime`: their text and the names they use."""
    text = Path(__file__).with_name("runtime.py").read_text(encoding="utf-8")
    found = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            used = frozenset(n.id for n in ast.walk(node) if isinstance(n, ast.Name))
            found[node.name] = ast.get_source_segment(text, node) or "", used
    return found


def _support(text: str) -> tuple[str, ...]:
    """The functions that a module's text needs, in the order of `runtime`."""
    helpers = _helpers()
    needed: set[str] = set()
    below = {*re.findall(r"\b_\w+(?=\()", text)} & helpers.keys()
    while below:
        name = below.pop()
        needed.add(name)
        below |= (helpers[name][1] & helpers.keys()) - needed
    return tuple(helpers[name][0] for name in helpers if name in needed)


def _imports(support: Sequence[str]) -> tuple[str, ...]:
    text = "\n".join(support)
    table = (("math.", "import math"), ("operator.", "import operator"), ("Callable[", "from collections.abc import Callable"))
    return (*(line for mark, line in table if mark in text), "from typing import Any")
