"""How does a program look in NumPy?  A module that stands alone, as a careful engineer would write it.

Comes in: a `Program`.  Goes out: its text.  `body` writes what each function computes; this file what is around it: signature,
docstring, checks.  What the module needs beyond NumPy is copied from `runtime`.
"""

from __future__ import annotations

import ast
import hashlib
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from derive.accuracy.bounds import LONGEST, Bounds
from derive.accuracy.bounds import told as in_words
from derive.accuracy.points import FAR, LEAST
from derive.expr import Binder, Index, Ref, Size, extent, names, subterms, told
from derive.language import unparse
from derive.lower import inputs_of
from derive.program import RESERVED, Function, Operand, Program, Value, unused
from derive.rules.stability import RULES
from derive.targets import Entry, Target
from derive.targets import render as fill
from derive.targets.body import LINE, WIDEST, Writer
from derive.theory import Definition
from derive.theory import Value as ExampleValue

__all__ = ["TARGET", "render"]

# -------------------------------------------------------------------------------------------------------- a module


@dataclass(frozen=True, slots=True)
class Body:
    """A function of arrays of one dtype that fit together; `into` are the results that it can write into what it is given."""

    name: str
    what: str
    given: tuple[str, ...]
    out: str
    into: Mapping[str, None]
    options: tuple[str, ...]
    asks: str
    """The dimension of which it must be told how long it is, as it is given some rows at a time."""
    code: tuple[str, ...]

    def head(self, returns: str) -> str:
        """The line that defines it."""
        places = [f"{self.out}: dict[str, Array]"] * bool(self.into)
        options = [*[f"{self.asks}: int"] * bool(self.asks), *self.options]
        return _signature(self.name, [*self.given, *places, *["*"] * bool(options), *options], returns)


@dataclass(frozen=True, slots=True)
class Shown:
    """A function as the template sees it."""

    name: str
    kind: str
    of: str
    signature: str
    call: tuple[str, ...]
    """What the function does: it has one of the `bodies` called."""
    bodies: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Their first lines, what is said of them, and what they do."""
    formulas: tuple[str, ...]
    arguments: tuple[tuple[str, str], ...]
    shape: str
    closed: tuple[str, ...]
    seed: str
    checks: bool
    errors: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


def render(
    program: Program,
    examples: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    bounds: Bounds | None = None,
    threads: int = 1,
) -> str:
    """The module as text.

    Docstrings show `examples`, calls of a function with what they print, and `bounds` of the error, if these are known.
    """
    module = _Module(program, examples or {}, bounds or {})
    functions = [module.shown(f) for f in program.module]
    lines = (line for f in functions for lines in (f.call, *(code for _, _, code in f.bodies)) for line in lines)
    text = "\n".join((*lines, *module.require, *(f"{name}(" for name in module.aliases)))
    support = _support(text)
    return (
        fill(
            "numpy/module.py",
            theory=program.functions.theory,
            digest=hashlib.sha256(program.functions.theory.source.encode()).hexdigest()[:16],
            functions=functions,
            require=module.require,
            requires=module.hypotheses,
            support=support,
            bounded={"far": FAR, "least": LEAST, "longest": LONGEST} if bounds else {},
            threads=threads,
            imports=_imports(support),
            title=_ascii(module.title),
            formulas=_folded(module.all_formulas, 4),
            aliases=sorted(module.aliases.items()),
            equations=[
                (_ascii(r.reason), _folded([f"{unparse(r.left)} == {unparse(r.right)}"], 4)[0])
                for r in RULES
                if r.name in program.rules
            ],
        ).rstrip()
        + "\n"
    )


RETURNS: Mapping[str, str] = {
    "value": "Array", "jvp": "Array", "jacobian": "dict[str, Array]", "vjp": "dict[str, Array]", "grad": "dict[str, Array]",
    "value_and_vjp": "tuple[Array, dict[str, Array]]", "value_and_grad": "tuple[Array, dict[str, Array]]",
}  # fmt: skip


class _Module:
    """What all functions of a module have in common."""

    def __init__(self, program: Program, examples: Mapping[str, Sequence[tuple[str, str]]], bounds: Bounds) -> None:
        self.program, self.examples, self.bounds = program, examples, bounds
        self.theory = program.functions.theory
        self.title = self.theory.title or program.name
        definitions = self.theory.definitions
        self.formulas = {d.name: f"{_left(d.name, d.indices)} = {unparse(d.body)}" for d in definitions}
        self.all_formulas = tuple(self.formulas.values())
        self.dimensions = {d.name: _dimensions(d) for d in definitions}
        self.hypotheses = tuple(map(unparse, program.functions.requires))
        self.require: tuple[str, ...] = ()
        self.aliases: dict[str, str] = {}
        if program.requires:
            writer = self.writer(program.requires)
            writer.body()
            results = [text for _, text in writer.results(checked=True)]
            holds = [f'    "{hypothesis}": {text},' for hypothesis, text in zip(self.hypotheses, results, strict=True)]
            parameters = ", ".join(
                (
                    *(f"{i}: Array" for i in program.requires.inputs),
                    *(f"{d}: int" for d in self.unseen(program.requires)),
                )
            )
            self.require = (
                f"def _require({parameters}) -> None:",
                *_indented(['"""Raise a ValueError that names the first hypothesis that does not hold."""']),
                *_indented([*writer.lines, "holds = {", *holds, "}"]),
                *_indented(["for hypothesis, found in holds.items():", "    if not np.all(found):"]),
                *_indented(['        raise ValueError(f"this gradient requires {hypothesis}")']),
            )

    def missing(self, function: Function) -> tuple[str, ...]:
        """The dimensions that no input of the function shows: of the quantity's formulas and of what is computed from them.

        All functions of the module's quantity take the same.
        """
        family = [f for f in self.program.module if f.of == function.of]
        if function.of == self.program.functions.of and self.program.requires is not None:
            family.append(self.program.requires)
        needed = {d for f in family for d in self.unseen(f)}
        needed |= {d for n in self.needed(function.of) for d in self.dimensions[n]}
        axes = [d for i in function.inputs for d in self.theory.quantities[i].dims]
        given: list[str] = []
        while left := [d for d in self.theory.dims if d in needed - told(axes, given).keys() - {*given}]:
            given.append(left[-1])
        return tuple(d for d in self.theory.dims if d in given)

    def unseen(self, function: Function) -> tuple[str, ...]:
        """The dimensions that what the function computes needs, and that none of its inputs shows."""
        shown = told(d for i in function.inputs for d in self.theory.quantities[i].dims).keys()
        used = {
            d
            for v in function.values
            for d in (*v.dims, *(map(str, v.data) if v.op in ("size", "eye", "positions") else ()))
        }
        used |= {d for o in function.outputs for d in o.dims}
        used = {name for d in used if d for name, _ in extent(d)[0]}
        return tuple(d for d in self.theory.dims if d in used - shown)

    def of_kind(self, kind: str) -> Function:
        return next(f for f in self.program.module if f.kind == kind)

    def counted(self, function: Function) -> tuple[str, ...]:
        """The dimensions that only class labels could show, which do not."""
        dense = {
            d
            for i in function.inputs
            if self.theory.quantities[i].type != "OneHot"
            for d in self.theory.quantities[i].dims
        }
        hot = [
            self.theory.quantities[i].dims[-1] for i in function.inputs if self.theory.quantities[i].type == "OneHot"
        ]
        return tuple(dict.fromkeys(d for d in hot if d not in dense))

    def writer(self, function: Function) -> Writer:
        own = {*function.inputs, *self.missing(function), *self.counted(function), *function.seeds}
        taken = {*own, *_helpers(), *RESERVED, "check", "tangents"}
        variables = {n: unused(n, taken) for n in sorted(own) if n in RESERVED or n in _helpers()}
        out = unused("out", taken | set(variables.values()))
        given = self.missing(function)
        return Writer(
            self.program.functions, function, variables, given, taken=taken | {out, *variables.values()}, out=out
        )

    def shown(self, function: Function) -> Shown:
        inputs, quantities = function.inputs, self.theory.quantities
        missing, counted = self.missing(function), self.counted(function)
        arguments = (*inputs, *missing, *counted)
        checks = function.kind != "value" and self.program.requires is not None
        check = unused("check", arguments)
        seed, parameters = "", []
        passed = list(inputs)
        if function.seeds:
            cotangent = function.kind in ("vjp", "value_and_vjp")
            seed = unused(next(iter(function.seeds)) if cotangent else "tangents", arguments)
            parameters += [f"{seed}: {'ArrayLike' if cotangent else 'dict[str, ArrayLike]'}", "/"]
            names = ", ".join((seed, *(f'"{w}"' for w in function.seeds.values())))
            passed = [seed if cotangent else f"*_tangents({names})", *inputs]
        parameters += [f"{i}: ArrayLike" for i in inputs]
        keywords = (
            [f"{d}: int" for d in missing]
            + [f"{d}: int | None = None" for d in counted]
            + [f"{check}: bool = False"] * checks
        )
        parameters += ["*", *keywords] if keywords else []
        if function.rows in (*missing, *counted):
            function = replace(function, rows="")
        known = {*arguments, *_helpers(), "_require"}
        dense = replace(function.dense or function, rows=function.rows)
        bodies = [self.written(dense, unused(f"_{function.name}", known), check if checks else "")]
        if function.dense is not None:
            of_classes = self.written(function, unused(f"_{function.name}_of_classes", known), "")
            into, asks = {**bodies[0].into, **of_classes.into}, bodies[0].asks or of_classes.asks
            bodies = [replace(body, into=into, asks=asks) for body in (*bodies, of_classes)]
        options = [f"{name}={name}" for name in (k.partition(":")[0] for k in keywords)]
        rows, *passed = (self.aliased(piece, [*inputs, *missing, *counted]) for piece in ("_rows(", *passed))
        called = bodies[0].name if len(bodies) == 1 else f"({', '.join(body.name for body in bodies)})"
        signature = self.signature(function, seed, bodies[0].into, bodies[0].asks)
        call = _call(f"return {rows}", [called, f'"{signature}"', *passed, *options])
        returns = RETURNS[function.kind]
        return Shown(
            name=function.name,
            kind=function.kind,
            of=function.of,
            signature=_signature(function.name, parameters, returns),
            call=call,
            bodies=tuple((body.head(returns), body.what, body.code) for body in bodies),
            formulas=_folded([self.formulas[n] for n in self.needed(function.of)], 8),
            arguments=tuple((i, _argument(quantities[i].type, quantities[i].dims)) for i in inputs),
            shape=_shape(quantities[function.of].dims),
            closed=_folded(self.closed(function), 8),
            seed=seed,
            checks=checks,
            errors=self.errors(function),
            examples=tuple(self.examples.get(function.name, ())),
        )

    def written(self, function: Function, name: str, check: str) -> Body:
        """The function of arrays that fit together; with the name of an option `check`, it looks at the hypotheses if told to."""
        writer = self.writer(function)
        missing, counted = self.missing(function), self.counted(function)
        lines: list[str] = []
        if check:
            assert self.program.requires is not None
            needs = [*map(writer.variable, self.program.requires.inputs)]
            needs += map(writer.length, self.unseen(self.program.requires))
            lines = [*writer.lines, f"if {writer.variable(check)}:", f"    _require({', '.join(needs)})"]
            writer.lines.clear()
        writer.body()
        results = writer.results()
        lines += [*writer.lines, *_return(results)]
        renamed = [f"{writer.variable(d)} = {d}" for d in (*missing, *counted) if writer.variable(d) != d]
        options = [*(f"{d}: int" for d in missing), *(f"{d}: int | None" for d in counted)]
        options += [f"{check}: bool"] * bool(check)
        sizes = {v.data[0] for v in function.values if v.op == "size"}
        return Body(
            name=name,
            what=", given classes" if function.dense is not None else "",
            given=tuple(f"{writer.variable(g)}: Array" for g in (*function.seeds, *function.inputs)),
            out=writer.out,
            into=dict.fromkeys(writer.places.values()),
            options=tuple(options),
            asks=function.rows if function.rows in sizes else "",
            code=tuple(self.aliased(line, [*missing, *counted]) for line in (*renamed, *lines)),
        )

    def errors(self, function: Function) -> tuple[str, ...]:
        """By how much each result may be off."""
        known = {result: bound for (name, result), bound in self.bounds.items() if name == function.name}
        units = [i for i in function.inputs if self.theory.quantities[i].type == "Unit"]
        lines = [(result or function.of, in_words(bound, units)) for result, bound in known.items()]
        if len({line for _, line in lines}) == 1:  # the same of all
            return (f"{lines[0][1].capitalize()}.",)
        return tuple(f"{result}: {line}." for result, line in lines)

    def aliased(self, line: str, parameters: Iterable[str]) -> str:
        """The line where a parameter hides a name of the module: that name by its alias."""
        for name in sorted({*parameters} & {*RESERVED, *_helpers()}):
            pattern = rf"\b{name}(?=[.(])"
            if re.search(pattern, line):
                hidden = {*self.theory.quantities, *self.theory.dims, *RESERVED}
                line = re.sub(pattern, self.aliases.setdefault(name, unused(f"{name}_of_module", hidden)), line)
        return line

    def closed(self, function: Function) -> tuple[str, ...]:
        """The closed forms that the function computes, as equations."""
        functions, of = self.program.functions, function.of
        if functions.adjoints and function.kind != "value":
            return self.swept(function)
        if function.kind in ("vjp", "value_and_vjp"):
            return tuple(
                f"{_left(functions.bar(w), c.indices)} = {unparse(c.term)}"
                for w, c in functions.vjp.items()
                if w in functions.wrt
            )
        if function.kind == "jvp":
            forms = [functions.jvp[w] for w in functions.wrt]
            return (f"{_left(functions.dot(of), forms[0].indices)} = {' + '.join(unparse(c.term) for c in forms)}",)
        if function.kind in ("jacobian", "grad", "value_and_grad"):
            rank = len(self.theory.quantities[of].dims)
            pairs = ((w, functions.jacobian[w]) for w in functions.wrt)
            return tuple(
                f"diff({_left(of, c.indices[:rank])}, {_left(w, c.indices[rank:])}) = {unparse(c.term)}"
                for w, c in pairs
            )
        return ()

    def swept(self, function: Function) -> tuple[str, ...]:
        """The equations of a sweep over a long chain, in the order in which they are computed."""
        functions = self.program.functions
        if function.kind == "jvp":
            wanted = [functions.tangent] if functions.tangent is not None else []
        else:
            forms = functions.vjp if function.kind in ("vjp", "value_and_vjp") else functions.jacobian
            wanted = [forms[w] for w in functions.wrt]
        bodies = {d.name: d for d in functions.adjoints}
        below, found = [n for c in wanted for n in names(c.term)], set[str]()
        while below:
            at = below.pop()
            if at in bodies and at not in found:
                found.add(at)
                below.extend(names(bodies[at].body))
        return tuple(f"{_left(n, d.indices)} = {unparse(d.body)}" for n, d in bodies.items() if n in found)

    def needed(self, name: str) -> tuple[str, ...]:
        """The definitions that a quantity rests on, in order."""
        found = self.theory.below(name)
        return tuple(d for d in self.theory.bodies if d in found)

    def signature(self, function: Function, seed: str, places: Iterable[str], asks: str) -> str:
        """The axes of all that a function takes and gives, as `runtime._rows` reads them.

        It can write the results in `places` where they belong; with `asks` it must be told how many rows there are.
        """
        quantities, of = self.theory.quantities, function.of
        missing, counted = self.missing(function), self.counted(function)

        def axes(name: str, front: Sequence[str], *quantity: str) -> str:
            return f"{name}[{', '.join((*front, *(d.replace(' ', '') for q in quantity for d in quantities[q].dims)))}]"

        def fronts(name: str) -> list[str]:
            return [f"{i}..." for i in inputs_of(self.theory, name)]

        if function.kind == "jvp":
            takes = [axes(f"tangents['{w}']", fronts(w), w) for w in function.seeds.values()]
        else:
            takes = [axes(seed, ["..."], of) for _ in function.seeds]
        for name in function.inputs:
            dims = [d.replace(" ", "") for d in quantities[name].dims]
            if quantities[name].type == "OneHot":
                dims.append("one-hot" if function.dense is None else "class-label")
            takes.append(f"{name}[{', '.join(dims)}]")
        values = [axes(of, ["..."], of) for o in function.outputs if not o.name]
        named = [
            axes(o.name, [] if o.name in function.inputs else fronts(o.name), o.name)
            if o.summed
            else axes(o.name, ["..."], of, o.name)
            for o in function.outputs
            if o.name
        ]
        gives = [*values, *([f"{{{', '.join(named)}}}"] if named else [])]
        rows = f"rows {function.rows}{'=' * bool(asks)}" if function.rows else ""
        into = f"into {', '.join(dict.fromkeys(places))}" if places else ""
        return " ".join(
            filter(
                None, (", ".join((*takes, *missing, *counted)), "->", ", ".join(gives), _reduced(function), rows, into)
            )
        )


_OFTEN = 4
"""How often a number that stands for a row is repeated in a function that is faster column by column."""


def _reduced(function: Function) -> str:
    """Along which axes a function reduces, if it does what NumPy is slow at for short rows: not sums, but the largest and the
    like, or again and again something with a number that stands for a row.

    Nothing if there are matrix products or it looks into rows: that wants them as they are.
    """
    found: dict[str, None] = {}
    slow, repeated = False, 0
    for value in function.values:
        if value.op in ("pick", "put", "rest") or (value.op == "contract" and not _is_dot(value)):
            return ""
        repeated += value.op == "map" and value.dims[-1:] != ("",) and any(_is_of_row(a, function) for a in value.args)
        if value.op in ("reduce", "exps", "others", "argmax"):
            operand = value.args[0]
            axes = value.data[1] if value.op == "reduce" else value.data[0]
            axes = axes if isinstance(axes, tuple) else (axes,)
            dims = [function.values[operand.value].dims[a] if a is not None else "" for a in operand.axes]
            found |= {dims[n]: None for n in axes if dims[n]}
            slow |= axes != (len(dims) - 1,) or not (value.op == "exps" or value.data[0] == "sum")
    return f"reduces {', '.join(found)}" if found and (slow or repeated >= _OFTEN) else ""


def _is_of_row(operand: Operand, function: Function) -> bool:
    """Whether it is one number for a whole row."""
    last = operand.axes[-1] if operand.axes else 0
    return bool(operand.axes) and (last is None or not function.values[operand.value].dims[last])


def _is_dot(value: Value) -> bool:
    """Whether a sum of products is one of two rows."""
    subscripts, result = value.data
    return not result and subscripts in {(axis, axis) for axis in subscripts}  # type: ignore[attr-defined]


def _call(function: str, arguments: Sequence[str]) -> tuple[str, ...]:
    line = f"{function}{', '.join(arguments)})"
    if len(line) + 4 <= WIDEST:
        return (line,)
    first, second, *rest = arguments
    return (function, f"    {first},", f"    {second},", *([f"    {', '.join(rest)},"] if rest else []), ")")


def _dimensions(definition: Definition) -> frozenset[str]:
    """The dimensions that occur in a definition."""
    found = {i.dim for i in definition.indices}
    for node in subterms(definition.body):
        if isinstance(node, Binder):
            found.add(node.index.dim)
        elif isinstance(node, Index | Size):
            found.add(node.dim)
    return frozenset(name for dim in found for name, _ in extent(dim)[0])


def _folded(formulas: Iterable[str], indent: int) -> tuple[str, ...]:
    """Formulas on lines that are not too long."""
    deeper = "\n" + " " * (indent + 4)
    return tuple(
        deeper.join(textwrap.wrap(f, WIDEST - indent - 4, break_long_words=False, break_on_hyphens=False))
        for f in formulas
    )


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
    return (
        "".join(c for c in plain if not unicodedata.combining(c))
        .encode("ascii", "replace")
        .decode()
        .replace("\\", "/")
        .replace('"', "'")
    )


_MARKS = {ord(c): t for c, t in zip("–—−‘’“”…·×", ("-", "-", "-", "'", "'", '"', '"', "...", "*", "*"), strict=True)}


# ---------------------------------------------------------------------------------------------------- the support


@cache
def _helpers() -> Mapping[str, tuple[str, frozenset[str]]]:
    """The functions, classes and constants of `runtime`: their text and the names they use."""
    text = Path(__file__).with_name("runtime.py").read_text(encoding="utf-8")
    lines, nodes = text.splitlines(), ast.parse(text).body
    found = {}
    for node, after in zip(nodes, [*nodes[1:], None], strict=True):
        last = after if isinstance(after, ast.Expr) else node  # what a constant is for
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        used = frozenset(n.id for n in ast.walk(node) if isinstance(n, ast.Name))
        for name in _defined(node):
            found[name] = "\n".join(lines[first - 1 : last.end_lineno]), used
    return found


def _defined(node: ast.stmt) -> Iterator[str]:
    """What a statement of `runtime` defines, but for what every module defines itself."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (t.id for t in targets if isinstance(t, ast.Name) and t.id not in RESERVED)


def _support(text: str) -> tuple[str, ...]:
    """What a module's text needs of `runtime`, in its order; constants together."""
    helpers = _helpers()
    needed: set[str] = set()
    below = {*re.findall(r"\b_\w+(?=\()", text)} & helpers.keys()
    while below:
        name = below.pop()
        needed.add(name)
        below |= (helpers[name][1] & helpers.keys()) - needed
    texts = [helpers[name][0] for name in helpers if name in needed]
    blocks = groupby(texts, key=lambda text: text if text.startswith(("def", "class", "@")) else "")
    return tuple("\n".join(block) for _, block in blocks)


IMPORTS: Mapping[str, Sequence[str]] = {
    "collections.abc": ("Callable", "Iterable"), "contextvars": ("Context",),
    "functools": ("cache", "lru_cache", "partial"), "itertools": ("pairwise",), "typing": ("Any", "Literal", "NamedTuple"),
}  # fmt: skip
"""What helpers may use of the standard library, besides the modules `math`, `operator` and `re`."""


def _imports(support: Sequence[str]) -> tuple[str, ...]:
    """The imports that helpers need, besides NumPy."""
    text = "\n".join(("Any", *support))
    used = {module: [n for n in known if re.search(rf"\b{n}\b", text)] for module, known in IMPORTS.items()}
    return (
        *(f"import {module}" for module in ("math", "operator", "re") if re.search(rf"\b{module}\.", text)),
        *(f"from {module} import {', '.join(known)}" for module, known in used.items() if known),
    )


# --------------------------------------------------------------------------------------------------- as a target


def _files(entry: Any) -> dict[str, str]:
    """The module of a theory that defines something, its examples as doctests."""
    program: Program | None = entry.program
    if program is None:
        return {}
    return {f"{program.name}.py": render(program, {program.name: tuple(_doctests(entry, program))}, entry.bounds)}


def _doctests(entry: Entry, program: Program) -> Iterator[tuple[str, str]]:
    """Calls of the function with the examples' inputs, and what they print, which was computed without it."""
    function = program.module[0]
    types = {q.name: q.type for q in entry.theory.inputs}
    for example in entry.examples:
        values = [v for node, v, _ in example.found if isinstance(node, Ref) and node.name == function.of]
        if values and set(function.inputs) == set(example.given):
            given = ", ".join(f"{i}={_python(example.given[i], types[i] == 'OneHot')}" for i in function.inputs)
            yield f"np.round({function.name}({given}), 4).tolist()", repr(_rounded(values[0]))


def _python(value: ExampleValue, dense: bool) -> str:
    """An example's input as Python; of floats where integers would be labels."""
    if isinstance(value, tuple):
        return f"[{', '.join(_python(v, dense) for v in value)}]"
    return repr(float(value)) if dense or value.denominator != 1 else str(value.numerator)


def _rounded(value: Any) -> Any:
    return [_rounded(v) for v in value] if isinstance(value, list | tuple) else round(float(value), 4) + 0.0


TARGET = Target("numpy", _files)
"""NumPy modules."""
