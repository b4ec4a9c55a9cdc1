"""How is the code tested?  A test file that stands alone: the module against the formulas, computed with 50 digits.

Comes in: an `Entry`.  Goes out: the text of `test_<theory>.py`, to be put beside the module that `numpy` writes.  What
is specific to a theory are its formulas, written as plain Python (`loops`), and its claims, evaluated on what the module
returns (`claims`).  How these are used is in the template, the same for every theory.

A formula that cannot be written so is left out, with everything that rests on it: fewer tests, never wrong ones.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import cache
from itertools import product
from math import prod
from typing import Any

from mpmath import mpf

from derive import checks, known
from derive.accuracy.bounds import Bounds
from derive.arithmetic import FLOAT32, FLOAT64
from derive.checks.sampling import Scene, points
from derive.errors import Unsupported
from derive.expr import (
    ArgMax,
    Binder,
    Cmp,
    Diff,
    Formula,
    Fun,
    If,
    IndexTerm,
    Neg,
    Node,
    Reduce,
    Ref,
    Sizes,
    canonical,
    extent,
    names,
    subterms,
    told,
)
from derive.language import unparse
from derive.program import Functions, Program
from derive.targets import Target, render
from derive.targets.claims import Claims, closed, indices_over, type_conditions
from derive.targets.loops import Python, Scope, Written, ascii_only, identifier, returned
from derive.targets.safety import large_inputs_are_safe
from derive.theory import Definition, Quantity, Theory
from derive.theory import Value as ExampleValue

__all__ = ["TARGET", "write"]


class Tests(Claims):
    """What a test file holds that is specific to a theory."""

    def __init__(self, functions: Functions, program: Program) -> None:
        super().__init__(functions, program)
        self.functions = functions

    # ------------------------------------------------------------------------------------------------ formulas

    def formula(self, definition: Definition) -> Python:
        """A definition, element by element."""

        def body(scope: Scope) -> list[str]:
            inside = ", ".join(scope.indices[i] for i in definition.indices)
            shape = "".join(f", {scope.length(i.dim)}" for i in definition.indices)
            text = scope.text(definition.body)
            text = f"tame({text})" if self.wild and not text.startswith("tame(") else text
            return returned(f"table(lambda{' ' * bool(inside)}{inside}: {text}{shape})")

        left = (
            f"{definition.name}[{', '.join(i.name for i in definition.indices)}]"
            if definition.indices
            else definition.name
        )
        quantity = self.theory.quantities[definition.name]
        name = f"formula_{identifier(definition.name)}"
        doc = f"{quantity.shown or left} = {unparse(definition.body)}"
        return self.function(name, doc, definition.indices, body, quantity=definition.name, dims=quantity.dims)

    def formulas(self) -> tuple[Python, ...]:
        """Every definition that can be written, in order."""
        written: dict[str, Python] = {}
        for definition in self.theory.definitions:
            if all(n in written for n in names(definition.body) & self.definitions.keys()):
                try:
                    written[definition.name] = self.formula(definition)
                except Unsupported:
                    continue
        taken: set[str] = set()
        for key, made in written.items():
            name = made.name
            while name in taken:
                name += "_"
            taken.add(name)
            written[key] = Python(name, made.doc, made.reads, made.parameters, made.lines, made.data)
        return tuple(written.values())

    def hypotheses(self) -> tuple[Python, ...]:
        """What derivatives rest on, and what the theory assumes; only what it says of arguments of the functions."""
        known = {*self.definitions, *(q.name for q in self.theory.arguments)}
        stated = dict.fromkeys((*self.functions.requires, *(a.formula for a in self.theory.assumptions)))
        found = []
        for n, formula in enumerate(stated):
            if names(formula) <= known:
                try:
                    found.append(self.hypothesis(n, formula))
                except Unsupported:
                    continue
        return tuple(found)

    def hypothesis(self, n: int, formula: Formula) -> Python:
        """Whether a formula holds, for all values of its free indices."""
        whole = closed(formula)
        required = formula in self.functions.requires
        equation = required and isinstance(formula, Cmp) and formula.op == "=="
        text, breaks = unparse(formula), equation and self.matters(formula)
        return self.function(
            f"hypothesis_{n + 1}", text, (), lambda scope: returned(scope.text(whole)), _tolerant,
            text=text, formula=formula, required=required, breaks=breaks,
        )  # fmt: skip

    def matters(self, formula: Formula) -> bool:
        """Whether the closed form of a derivative is wrong where an equation does not hold, whichever input breaks it."""
        return all(map(self.is_wrong_at, map(self.wrong_point, sorted(names(formula) - self.definitions.keys()))))

    def is_wrong_at(self, point: checks.Point) -> bool:
        """Whether a closed form differs from the derivative there."""
        rank = len(self.definitions[self.of].indices)
        with suppress(checks.Undefined):
            for wrt in self.functions.wrt:
                form = self.functions.jacobian[wrt]
                left = Diff(Ref(self.of, form.indices[:rank]), Ref(wrt, form.indices[rank:]))
                for at in product(*(range(3) for _ in form.indices)):
                    env = dict(zip(form.indices, at, strict=True))
                    true, found = (checks.evaluate(t, self.theory, point, env) for t in (left, form.term))
                    if abs(true - found) > 0.01:
                        return True
        return False

    def wrong_point(self, name: str) -> checks.Point:
        """Numbers for all inputs, as the types want them but for one that is added to an element of `name`."""
        elements: dict[tuple[str, tuple[int, ...]], Fraction] = {}
        for quantity in self.theory.inputs:
            lengths = Sizes(dict.fromkeys(self.theory.dims, 3))
            for n, at in enumerate(product(*(range(lengths[d]) for d in quantity.dims))):
                number = Fraction(at[-1] == 1) if quantity.type == "OneHot" and at else Fraction(n % 3 + 1, 6)
                elements[quantity.name, at] = number + (quantity.name == name and not any(at))
        return checks.Point(
            Sizes(dict.fromkeys(self.theory.dims, 3)),
            {k: mpf(v.numerator) / v.denominator for k, v in elements.items()},
        )


def _tolerant(node: Node, scope: Scope) -> Written | None:
    """An equation between numbers holds if it does but for rounding."""
    if isinstance(node, Cmp) and node.op == "==" and not isinstance(node.left, IndexTerm):
        return Written(f"close({scope.text(node.left)}, {scope.text(node.right)})")
    return None


# ------------------------------------------------------------------------------------------------------ the file


def write(entry: Any) -> str | None:
    """The test file of a theory as text; None where there is nothing to test."""
    functions: Functions | None = entry.functions
    if functions is None:
        return None
    program: Program = entry.program
    context = Tests(functions, program)
    theory = context.theory
    formulas = context.formulas()
    written = {f.data["quantity"] for f in formulas}
    values = {q: f.name for q, f in context.exported.items() if q in written}
    hypotheses = context.hypotheses()
    claims = context.tested(entry.proofs) if context.of in written else ()
    arguments = [q for q in theory.inputs if any(q.name in f.inputs for f in program.module)]
    own = [q.name for q in arguments if q.name in program.module[0].inputs]
    others = [q for q in theory.inputs if q not in arguments and any(("quantity", q.name) in c.reads for c in claims)]
    derivatives = [f.kind for f in program.module if f.kind != "value"] if context.of in written else []
    sizes, large = _sizes(context), not context.wild
    shared = {
        "theory": theory,
        "bounds": dict(_bounds(program, entry.bounds, values, derivatives)),
        "title": ascii_only(theory.title or program.name),
        "module": program.name,
        "formulas": formulas,
        "hypotheses": hypotheses,
        "claims": claims,
        "values": values,
        "of": context.of,
        "of_dims": theory.quantities[context.of].dims,
        "wrt": functions.wrt if derivatives else (),
        "kinds": tuple(derivatives),
        "inputs": arguments,
        "own": own if len(own) < len(arguments) else [],
        "others": others,
        "dims": theory.dims,
        "sizes": {d: sizes[d] for d in (*theory.dims, *theory.lengths)},
        "ones": {d: theory.sized(dict.fromkeys(theory.dims, 1))[d] for d in (*theory.dims, *theory.lengths)},
        "made": {d: _length(*extent(d)) for d in theory.lengths},
        "told": dict(_told(theory, arguments)),
        "every": max(1, min(_work(context, sizes) // (MOST_AT_EXTREMES if large else 4 * MOST_AT_EXTREMES), 7)),
        "examples": [e for e in (_example(e.values, arguments) for e in theory.examples) if e is not None],
        "by_number": bool(set(theory.dims) - _shown(arguments)),
        "large": large,
        "skittish": [q for q in values if q != context.of and not large_inputs_are_safe(program, q)] if large else [],
        "reals": [q.name for q in arguments if q.type == "Real"],
        "numbers_in": [q.name for q in arguments if q.type in ("Real", "Positive", "NonNegative", "Unit")],
        "limits": large and all(_only_in_exponents(theory, q.name) for q in arguments if q.type == "Real"),
        "piecewise": any(
            isinstance(n, If | ArgMax) or (isinstance(n, Reduce) and n.cond is not None and names(n.cond))
            for d in theory.definitions
            for n in subterms(d.body)
        ),
        "bends": any(_bends(n) for d in theory.definitions for n in subterms(d.body)),
        "argmax": any(isinstance(n, ArgMax) for d in theory.definitions for n in subterms(d.body)),
        "labels": [q.name for q in arguments if q.type == "OneHot"],
        "types": sorted({q.type for q in (*arguments, *others)}),
        "required": [h for h in hypotheses if h.data["required"]],
        "breakable": [h for h in hypotheses if h.data["breaks"]],
        "solved": tuple(_solved(context, hypotheses, arguments)),
    }
    uses = "\n".join(line for f in (*formulas, *hypotheses, *claims) for line in f.lines)
    text = render("pytest/test_module.py", numbers=_numbers(uses), **shared)
    return text.rstrip() + "\n"


def _bounds(
    program: Program, bounds: Bounds, values: Mapping[str, str], derivatives: Sequence[str]
) -> Iterator[tuple[tuple[str, str], tuple[int, int, bool]]]:
    """The bounds that docstrings state, by kind of function and result; a value is known by its quantity."""
    functions = {f.name: f for f in program.module}
    for (name, result), bound in bounds.items():
        kind, of = functions[name].kind, functions[name].of
        if bound.ulp and (of in values if kind == "value" else kind in derivatives and not kind.startswith("value")):
            ulp = (bound.ulp[FLOAT64.name], bound.ulp[FLOAT32.name])
            yield (kind, of if kind == "value" else result), (*ulp, bound.ends)


def _solved(context: Tests, hypotheses: Sequence[Python], inputs: Sequence[Quantity]) -> Iterator[Mapping[str, str]]:
    """Inputs that satisfy what is assumed beyond the types, which random ones would not."""
    types = type_conditions(context.theory.inputs)
    assumed = [h.data["formula"] for h in hypotheses if canonical(closed(h.data["formula"])) not in types]
    if assumed:
        nodes = [
            Ref(context.of, context.definitions[context.of].indices),
            *(Ref(q.name, indices_over(q.dims)) for q in inputs),
        ]
        scene = Scene.of(context.theory, assumed, nodes)
        for point in points(scene, seed="tests", count=SOLVED, most=3):
            arrays = point.arrays
            if {q.name for q in inputs} <= arrays.keys():
                yield {q.name: _numbers_of(arrays[q.name]) for q in inputs}


SOLVED = 4
"""How many such points are written into a test file."""


def _numbers_of(value: Any) -> str:
    return f"[{', '.join(map(_numbers_of, value))}]" if isinstance(value, tuple) else repr(float(value))


def _sizes(context: Tests) -> Mapping[str, int]:
    """Small lengths, different as far as that is quick."""
    dims = context.theory.dims
    choices = ((3,), (2, 3, 4), (2, 3), (2,)) if len(dims) == 1 else ((2, 3, 4), (2, 3), (2,))
    sizes = [context.theory.sized({d: choice[n % len(choice)] for n, d in enumerate(dims)}) for choice in choices]
    return next((s for s in sizes if _work(context, s) <= MOST), sizes[-1])


def _work(context: Tests, sizes: Mapping[str, int]) -> int:
    """About how many operations the derivatives at one point take."""

    def work(node: Node) -> int:
        below = 1 + sum(map(work, node.children()))
        return below * sizes[node.index.dim] if isinstance(node, Binder) else below

    def elements(name: str) -> int:
        return prod(sizes[d] for d in context.theory.quantities[name].dims)

    once = sum(elements(d.name) * work(d.body) for d in context.theory.definitions)
    return (once + elements(context.of)) * (1 + 2 * sum(map(elements, context.functions.wrt)))


MOST, MOST_AT_EXTREMES = 20_000, 700
"""How much is computed for one point at most before dimensions get shorter, or extreme points are left out."""


def _bends(node: Node) -> bool:
    """Whether it has different derivatives on both sides of something, so that its derivative hides what is not a number."""
    return isinstance(node, Fun | Reduce) and _operation(node) in {"max", "min", "abs", "sign", "floor"}


def _operation(node: Fun | Reduce) -> str:
    return node.name if isinstance(node, Fun) else node.op


def _told(theory: Theory, inputs: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    """The dimensions that no axis has, but that follow from others: what they are, in Python."""
    axes = [d for q in inputs for d in q.dims]
    for dim, ((parts, constant), divisor) in told(axes).items():
        if dim not in axes:
            text = _length(parts, constant)
            yield dim, f"({text}) // {divisor}" if divisor != 1 else text


def _length(parts: Iterable[tuple[str, int]], constant: int) -> str:
    """A length by others, in Python."""
    terms = [(count, f'{f"{abs(count)} * " * (abs(count) != 1)}sizes["{name}"]') for name, count in parts]
    terms += [(constant, str(abs(constant)))] if constant else []
    return " ".join(f"{'-' if count < 0 else '+'} {text}" for count, text in terms).removeprefix("+ ")


def _shown(inputs: Iterable[Quantity]) -> set[str]:
    """The dimensions that inputs show by their shapes, also where class labels stand for one-hot arrays."""
    return set(told(d for q in inputs for d in (q.dims[:-1] if q.type == "OneHot" else q.dims)))


def _example(given: Mapping[str, ExampleValue], inputs: Sequence[Quantity]) -> Mapping[str, str] | None:
    if {q.name for q in inputs} != given.keys():
        return None
    return {name: _literal(value) for name, value in given.items()}


def _literal(value: ExampleValue) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_literal, value))}]"
    return repr(float(value))


def _only_in_exponents(theory: Theory, name: str) -> bool:
    """Whether an input stands nowhere but alone (or negated) as an exponent of e: then limits at infinity are plain."""

    def plain(node: Node) -> bool:
        if isinstance(node, Fun) and node.name == "exp":
            inside = node.args[0].arg if isinstance(node.args[0], Neg) else node.args[0]
            if isinstance(inside, Ref):
                return True
        if isinstance(node, Ref) and node.name == name:
            return False
        return all(map(plain, node.children()))

    return all(plain(d.body) for d in theory.definitions)


@cache
def _library() -> Mapping[str, tuple[str, frozenset[str]]]:
    """The functions of `numbers.py`: their text and the names that they use."""
    text = (known.TEMPLATES / "pytest" / "numbers.py").read_text(encoding="utf-8")
    return {
        node.name: (
            ast.get_source_segment(text, node) or "",
            frozenset(n.id for n in ast.walk(node) if isinstance(n, ast.Name)),
        )
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }


def _numbers(text: str) -> tuple[str, ...]:
    """The functions on numbers that a text calls, in the order of their file."""
    library = _library()
    return tuple(library[name][0] for name in library if re.search(rf"(?<![\w.]){name}\(", text))


def _files(entry: Any) -> dict[str, str]:
    text = write(entry)
    return {} if text is None else {f"test_{entry.program.name}.py": text}


TARGET = Target("pytest", _files)
"""Test files."""
