"""How is the code tested?  A test file that stands alone: the module against the formulas, computed with 50 digits.

Comes in: an `Entry`.  Goes out: the text of `test_<theory>.py`, to be put beside the module that `numpy` writes.  What
is specific to a theory are its formulas, written as plain Python loops straight from its terms, and its claims,
evaluated on what the module returns.  How these are used is in the template, the same for every theory.

A formula that cannot be written so is left out, with everything that rests on it: fewer tests, never wrong ones.
"""

from __future__ import annotations

import ast
import keyword
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from derive.derivation import Derivation
from derive.errors import Unsupported
from derive.expr import (
    TRUE,
    Add,
    And,
    ArgMax,
    Binder,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
    Lambda,
    Mul,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Term,
    alpha_equal,
    canonical,
    conjunction,
    free,
    names,
    substitute,
    subterms,
)  # fmt: skip
from derive.language import type_formulas, unparse
from derive.lower import lower
from derive.program import Functions, Program
from derive.targets import Target, render
from derive.targets.safety import large_inputs_are_safe
from derive.theory import Claim, Definition, Quantity, Theory
from derive.theory import Value as ExampleValue

__all__ = ["TARGET", "Written", "write"]

CHOICE, COMPARISON, SUM, PRODUCT, SIGN, POWER, ATOM = range(7)
"""How tightly a piece of Python binds."""
WIDTH = 110

FUNCTIONS: Mapping[str, str] = {
    "exp": "exp({})", "log": "log({})", "sqrt": "sqrt({})", "abs": "abs({})", "sign": "mp.sign({})", "sin": "mp.sin({})",
    "cos": "mp.cos({})", "tan": "mp.tan({})", "sinh": "mp.sinh({})", "cosh": "mp.cosh({})", "tanh": "mp.tanh({})",
    "asin": "mp.asin({})", "acos": "mp.acos({})", "atan": "mp.atan({})", "erf": "mp.erf({})", "gamma": "mp.gamma({})",
    "lgamma": "mp.loggamma({})", "digamma": "mp.digamma({})", "polygamma": "mp.psi({}, {})", "floor": "mp.floor({})",
    "max": "largest([{}, {}])", "min": "smallest([{}, {}])",
}  # fmt: skip
"""Each function of the language in mpmath."""
REDUCTIONS: Mapping[str, str] = {
    "sum": "mp.fsum({})", "prod": "mp.fprod({})", "max": "largest({})", "min": "smallest({})",
}  # fmt: skip
RESERVED = frozenset({
    "abs", "all", "argmax", "close", "delta", "evaluate", "exp", "largest", "log", "mp", "mpf", "np", "power", "product", "range",
    "smallest", "sqrt", "table",
})  # fmt: skip
"""What a formula's text uses."""


# ------------------------------------------------------------------------------------------------ terms as Python


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of Python and how tightly it binds."""

    text: str
    binds: int = ATOM

    def at_least(self, binds: int) -> str:
        """The text, in brackets if it binds less tightly."""
        return self.text if self.binds >= binds else f"({self.text})"


@dataclass(slots=True)
class Scope:
    """What the names of a theory are called in one Python function, and which of them it uses."""

    context: Context
    special: Callable[[Node, Scope], Written | None] = lambda node, scope: None
    """Writes a node in its own way, or None."""
    indices: dict[Index, str] = field(default_factory=dict)
    used: dict[tuple[str, str], str] = field(default_factory=dict)
    """By ("size", dimension), ("quantity", name) or ("derivative", name): the Python name."""

    def name(self, kind: str, name: str) -> str:
        """The Python name of a dimension or quantity, which becomes a parameter."""
        if (kind, name) not in self.used:
            plain = f"d{self.context.of}_d{name}" if kind == "derivative" else name
            self.used[kind, name] = self.unused(plain)
        return self.used[kind, name]

    def unused(self, name: str) -> str:
        """`name` as an identifier that nothing else has here."""
        name = re.sub(r"\W+", "_", name).strip("_") or "x"
        taken = {*RESERVED, *self.used.values(), *self.indices.values()}
        while name in taken or keyword.iskeyword(name) or name[0].isdigit():
            name = f"{name}_" if not name[0].isdigit() else f"x{name}"
        return name

    def bind(self, index: Index) -> Scope:
        """The scope inside a binder of `index`."""
        reserved = {n: n for n in self.context.names}
        taken = Scope(self.context, indices=self.indices, used={**{("", n): n for n in reserved}, **self.used})
        inner = Scope(self.context, self.special, {**self.indices, index: taken.unused(index.name)}, self.used)
        return inner

    def write(self, node: Node) -> Written:
        """A node as Python."""
        return self.special(node, self) or WRITERS[type(node)](node, self)

    def text(self, node: Node) -> str:
        """A node as Python, where anything may stand."""
        return self.write(node).text


def _num(node: Num, scope: Scope) -> Written:
    if node.value.denominator == 1:
        return Written(str(node.value.numerator), ATOM if node.value >= 0 else SIGN)
    return Written(f"mpf({node.value.numerator}) / {node.value.denominator}", PRODUCT)


def _ref(node: Ref, scope: Scope) -> Written:
    name = scope.name("quantity", node.name)
    return Written(f"{name}[{', '.join(scope.text(i) for i in node.indices)}]" if node.indices else name)


def _add(node: Add, scope: Scope) -> Written:
    text = scope.write(node.args[0]).at_least(SUM)
    for arg in node.args[1:]:
        sign, arg = ("-", arg.arg) if isinstance(arg, Neg) else ("+", arg)
        text += f" {sign} {scope.write(arg).at_least(PRODUCT)}"
    return Written(text, SUM)


def _mul(node: Mul, scope: Scope) -> Written:
    if any(scope.context.may_be_infinite(a) for a in node.args):
        return Written(f"product({', '.join(scope.text(a) for a in node.args)})")
    return Written(
        " * ".join(scope.write(a).at_least(POWER if n else PRODUCT) for n, a in enumerate(node.args)), PRODUCT
    )


def _div(node: Div, scope: Scope) -> Written:
    numerator = scope.write(node.num).at_least(PRODUCT)
    if all(isinstance(n, Num | Add | Mul | Neg | Size | Delta | Index) for n in subterms(node)):
        numerator = f"mpf({scope.text(node.num)})"
    return Written(f"{numerator} / {scope.write(node.den).at_least(POWER)}", PRODUCT)


def _pow(node: Pow, scope: Scope) -> Written:
    if isinstance(node.exp, Num) and node.exp.value.denominator == 1:
        literal = all(isinstance(n, Num | Add | Mul | Neg | Size | Delta | Index) for n in subterms(node.base))
        base = f"mpf({scope.text(node.base)})" if literal else scope.write(node.base).at_least(ATOM)
        return Written(f"{base}**{scope.write(node.exp).at_least(SIGN)}", POWER)
    return Written(f"power({scope.text(node.base)}, {scope.text(node.exp)})")


def _over(index: Index, cond: Formula | None, inner: Scope) -> str:
    where = f" if {inner.text(cond)}" if cond is not None else ""
    return f"for {inner.indices[index]} in range({inner.name('size', index.dim)}){where}"


def _reduce(node: Reduce, scope: Scope) -> Written:
    inner = scope.bind(node.index)
    return Written(REDUCTIONS[node.op].format(f"{inner.text(node.body)} {_over(node.index, node.cond, inner)}"))


def _argmax(node: ArgMax, scope: Scope) -> Written:
    inner = scope.bind(node.index)
    return Written(f"argmax({inner.text(node.body)} {_over(node.index, None, inner)})")


def _if(node: If, scope: Scope) -> Written:
    then, cond, other = (scope.write(n).at_least(COMPARISON) for n in (node.then, node.cond, node.other))
    return Written(f"{then} if {cond} else {other}", CHOICE)


def _cmp(node: Cmp, scope: Scope) -> Written:
    return Written(
        f"{scope.write(node.left).at_least(SUM)} {node.op} {scope.write(node.right).at_least(SUM)}", COMPARISON
    )


def _and(node: And, scope: Scope) -> Written:
    return Written(
        " and ".join(f"({scope.text(a)})" for a in node.args) or "True", COMPARISON if not node.args else CHOICE
    )


def _for_all(node: ForAll, scope: Scope) -> Written:
    inner = scope.bind(node.index)
    return Written(f"all({inner.text(node.body)} {_over(node.index, None, inner)})")


def _refuse(node: Node, scope: Scope) -> Written:
    raise Unsupported(f"{unparse(node)} is not tested")


WRITERS: Mapping[type[Node], Callable[[Any, Scope], Written]] = {
    Index: lambda node, scope: Written(scope.indices[node]),
    ArgMax: _argmax,
    Num: _num,
    Const: lambda node, scope: Written("mp.pi"),
    Size: lambda node, scope: Written(scope.name("size", node.dim)),
    Ref: _ref,
    Add: _add,
    Mul: _mul,
    Neg: lambda node, scope: Written(f"-{scope.write(node.arg).at_least(PRODUCT)}", SIGN),
    Div: _div,
    Pow: _pow,
    Fun: lambda node, scope: Written(FUNCTIONS[node.name].format(*map(scope.text, node.args))),
    Reduce: _reduce,
    Delta: lambda node, scope: Written(f"delta({scope.text(node.left)}, {scope.text(node.right)})"),
    If: _if,
    Diff: _refuse,
    Cmp: _cmp,
    And: _and,
    Not: lambda node, scope: Written(f"not ({scope.text(node.arg)})", COMPARISON),
    Implies: lambda node, scope: Written(f"not ({scope.text(node.cond)}) or ({scope.text(node.body)})", CHOICE),
    ForAll: _for_all,
}
"""How each node is written."""


def _tolerant(node: Node, scope: Scope) -> Written | None:
    """An equation between numbers holds if it does but for rounding."""
    if isinstance(node, Cmp) and node.op == "==" and not isinstance(node.left, IndexTerm):
        return Written(f"close({scope.text(node.left)}, {scope.text(node.right)})")
    return None


# ---------------------------------------------------------------------------------------------- Python functions


@dataclass(frozen=True, slots=True)
class Python:
    """A function of the test file: what it says, its parameters (by kind and name, and as called), its body."""

    name: str
    doc: str
    reads: tuple[tuple[str, str], ...]
    parameters: tuple[str, ...]
    lines: tuple[str, ...]
    data: Mapping[str, Any]


class Context:
    """A theory while its tests are written."""

    def __init__(self, functions: Functions, program: Program) -> None:
        self.theory, self.of, self.program = functions.theory, functions.of, program
        self.functions = functions
        self.definitions = {d.name: d for d in self.theory.definitions}
        self.names = frozenset({*self.theory.quantities, *self.theory.dims})
        self.exported = {f.of: f.name for f in reversed(program.module) if f.kind == "value"}

    def may_be_infinite(self, term: Node) -> bool:
        """Whether it holds a logarithm, so that a factor 0 beside it has to win."""
        below = list(subterms(term))
        seen: set[str] = set()
        while below:
            node = below.pop()
            if isinstance(node, Fun) and node.name == "log":
                return True
            if isinstance(node, Ref) and node.name in self.definitions and node.name not in seen:
                seen.add(node.name)
                below.extend(subterms(self.definitions[node.name].body))
        return False

    def function(
        self,
        name: str,
        doc: str,
        indices: Sequence[Index],
        body: Callable[[Scope], list[str]],
        scope: Scope,
        **data: Any,
    ) -> Python:
        """A function whose body is written in `scope`; its parameters are what the body uses."""
        for index in indices:
            scope.indices[index] = scope.unused(index.name)
        leading = tuple(scope.indices[i] for i in indices) if data.get("over") is not None else ()
        lines = body(scope)
        order = {"size": 0, "quantity": 1, "derivative": 2}
        places = [*self.theory.dims, *self.theory.quantities]
        reads = sorted(
            scope.used, key=lambda r: (order[r[0]], places.index(r[1]) if r[1] in places else len(places), r[1])
        )
        return Python(name, _ascii(doc), tuple(reads), (*leading, *(scope.used[r] for r in reads)), tuple(lines), data)

    # ------------------------------------------------------------------------------------------------ formulas

    def formula(self, definition: Definition) -> Python:
        """A definition, element by element."""

        def body(scope: Scope) -> list[str]:
            inside = ", ".join(scope.indices[i] for i in definition.indices)
            shape = "".join(f", {scope.name('size', i.dim)}" for i in definition.indices)
            return _returned(f"table(lambda{' ' * bool(inside)}{inside}: {scope.text(definition.body)}{shape})")

        left = (
            f"{definition.name}[{', '.join(i.name for i in definition.indices)}]"
            if definition.indices
            else definition.name
        )
        quantity = self.theory.quantities[definition.name]
        name = f"formula_{re.sub(r'[^A-Za-z0-9_]+', '_', definition.name).strip('_')}"
        doc = f"{quantity.shown or left} = {unparse(definition.body)}"
        return self.function(
            name, doc, definition.indices, body, Scope(self), quantity=definition.name, dims=quantity.dims
        )

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
        whole = _closed(formula)
        core = formula
        while isinstance(core, ForAll | Implies):
            core = core.body
        required = formula in self.functions.requires
        equation = required and isinstance(core, Cmp) and core.op == "==" and core is formula
        inputs = [q.name for q in self.theory.arguments if q.name in names(formula)]
        return self.function(
            f"hypothesis_{n + 1}", unparse(formula), (), lambda scope: _returned(scope.text(whole)), Scope(self, _tolerant),
            text=unparse(formula), required=required, equation=equation, inputs=inputs,
        )  # fmt: skip

    # -------------------------------------------------------------------------------------------------- claims

    def claims(self, proofs: Sequence[Derivation]) -> tuple[Python, ...]:
        """Every claim of which enough can be evaluated on what the module returns, and what follows from some."""
        found: list[Python] = []
        taken: set[str] = set()
        types = {canonical(f) for q in self.theory.inputs for f in _type_formulas(q)}
        for claim, proof in zip(self.theory.claims, proofs, strict=True):
            conditions = [h for h in proof.hypotheses if canonical(_closed(h)) not in types]
            for part in (
                self.claim(claim, conjunction(claim.condition or TRUE, *conditions)),
                *self.consequences(claim),
            ):
                if part is not None and part.name not in taken:
                    taken.add(part.name)
                    found.append(part)
        return tuple(found)

    def claim(self, claim: Claim, condition: Formula) -> Python | None:
        """A claim's terms, as numbers made from what the module returns."""
        name = re.sub(r"\W+", "_", claim.name)
        doc = unparse(claim.terms[0]) + "".join(
            f" {r} {unparse(t)}" for r, t in zip(claim.relations, claim.terms[1:], strict=True)
        )
        indices = sorted(frozenset().union(*map(free, claim.terms)) | free(condition), key=lambda i: (i.name, i.dim))
        usable = [t for t in claim.terms if self.can_write(t, indices)]
        if (
            len(usable) < 2
            or (len(usable) < len(claim.terms) and set(claim.relations) != {"=="})
            or not self.can_write(condition, indices)
        ):
            return None
        relation = claim.relations[0]

        def body(scope: Scope) -> list[str]:
            texts = [scope.text(t) for t in usable]
            guard = [f"if not ({scope.text(condition)}):", "    return ()"] if condition != TRUE else []
            return [*guard, *_returned(f"({', '.join(texts)})")]

        made = self.function(
            f"claim_{name}",
            doc,
            indices,
            body,
            Scope(self, self.on_module),
            relation=relation,
            title=claim.name,
            over=[i.dim for i in indices],
        )
        return (
            made
            if any(kind == "derivative" or q in self.definitions for kind, q in made.reads)
            or "evaluate(" in "".join(made.lines)
            else None
        )

    def can_write(self, node: Node, indices: Iterable[Index]) -> bool:
        scope = Scope(self, self.on_module)
        for index in indices:
            scope.indices[index] = scope.unused(index.name)
        try:
            scope.write(node)
        except Unsupported:
            return False
        return True

    def on_module(self, node: Node, scope: Scope) -> Written | None:
        """Quantities and derivatives are what the module returns; a formula with other inputs is a call of it."""
        if isinstance(node, Ref) and node.name in self.definitions and node.name not in self.exported:
            raise Unsupported(f"the module has no {node.name}")
        if isinstance(node, Diff):
            if not (isinstance(node.expr, Ref) and node.expr.name == self.of and node.var.name in self.functions.wrt):
                raise Unsupported("the module has no such derivative")
            axes = ", ".join(scope.text(i) for i in (*node.expr.indices, *node.var.indices))
            name = scope.name("derivative", node.var.name)
            return Written(f"{name}[{axes}]" if axes else name)
        if isinstance(node, Term):
            for called, indices, inputs in self.instances(node):
                passed = [f'"{called}"', *self.passed(called, inputs, scope)]
                axes = ", ".join(scope.text(i) for i in indices)
                return Written(f"evaluate({', '.join(passed)})" + (f"[{axes}]" if axes else ""))
        return None

    def passed(self, called: str, inputs: Mapping[str, Lambda], scope: Scope) -> list[str]:
        """The sizes and inputs of a call."""
        function = next(f for f in self.program.module if f.name == self.exported[called])
        dims = dict.fromkeys(d for i in function.inputs for d in self.theory.quantities[i].dims)
        texts = [f"{d}={scope.name('size', d)}" for d in dims]
        for name in function.inputs:
            if name not in inputs:
                texts.append(f"{name}={scope.name('quantity', name)}")
                continue
            inner = scope
            for index in inputs[name].params:
                inner = inner.bind(index)
            params = ", ".join(inner.indices[i] for i in inputs[name].params)
            shape = "".join(f", {scope.name('size', i.dim)}" for i in inputs[name].params)
            texts.append(f"{name}=table(lambda{' ' * bool(params)}{params}: {inner.text(inputs[name].body)}{shape})")
        return texts

    def instances(self, node: Term) -> Iterator[tuple[str, tuple[Index, ...], Mapping[str, Lambda]]]:
        """Definitions that `node` is with some inputs replaced: the quantity, its indices, the inputs that are replaced."""
        arguments = {q.name for q in self.theory.arguments}
        for name, definition in self.definitions.items():
            if name in self.exported and type(definition.body) is type(node) and names(definition.body) <= arguments:
                choices = [
                    [j for j in sorted(free(node), key=lambda j: j.name) if j.dim == i.dim] for i in definition.indices
                ]
                for at in product(*choices):
                    found: dict[str, Lambda] = {}
                    if _match(
                        definition.body, node, dict(zip(definition.indices, at, strict=True)), frozenset(), found
                    ):
                        changed = {n: f for n, f in found.items() if not alpha_equal(f.body, Ref(n, f.params))}
                        if changed:
                            yield name, at, changed

    def consequences(self, claim: Claim) -> Iterator[Python]:
        """What a constant sum, and what an invariance, say of the derivatives of the theory's function."""
        if claim.condition is not None or set(claim.relations) != {"=="}:
            return
        axes = self.definitions[self.of].indices
        for wrt in self.functions.wrt:
            inner = _indices(self.theory.quantities[wrt].dims, "jlmnpq", {i.name for i in axes})
            entry = Diff(Ref(self.of, axes), Ref(wrt, inner))
            if any(self.is_constant_sum(t) for t in claim.terms) and any(not names(t) for t in claim.terms):
                total: Term = entry
                for index in reversed(axes):
                    total = Reduce("sum", index, total)
                yield self.consequence(
                    f"{claim.name}_d{wrt}", total, inner, "what sums to a constant has derivatives that sum to 0"
                )
            if self.is_shift(claim, wrt):
                total = entry
                for index in reversed(inner):
                    total = Reduce("sum", index, total)
                yield self.consequence(
                    f"{claim.name}_d{wrt}", total, axes, "what a shift does not change has derivatives that sum to 0"
                )

    def consequence(self, name: str, total: Term, indices: Sequence[Index], reason: str) -> Python:
        def body(scope: Scope) -> list[str]:
            return _returned(f"({scope.text(total)}, 0)")

        title = name.replace("_", "-")
        return self.function(
            f"claim_{re.sub(r'[^A-Za-z0-9_]+', '_', name)}", f"{unparse(total)} == 0: {reason}", indices, body, Scope(self, self.on_module),
            relation="==", title=title, over=[i.dim for i in indices],
        )  # fmt: skip

    def is_constant_sum(self, term: Term) -> bool:
        """Σ over all its axes of the theory's function."""
        indices = []
        while isinstance(term, Reduce) and term.op == "sum" and term.cond is None:
            indices.append(term.index)
            term = term.body
        return bool(indices) and isinstance(term, Ref) and term.name == self.of and set(term.indices) == set(indices)

    def is_shift(self, claim: Claim, wrt: str) -> bool:
        """Whether the claim says that one number added to all elements of an input changes nothing."""
        if not any(isinstance(t, Ref) and t.name == self.of for t in claim.terms):
            return False
        for term in claim.terms:
            for name, _, inputs in self.instances(term):
                if name == self.of and list(inputs) == [wrt]:
                    function = inputs[wrt]
                    own = Ref(wrt, function.params)
                    if isinstance(function.body, Add) and own in function.body.args:
                        rest = [a for a in function.body.args if a != own]
                        if (
                            len(rest) == 1
                            and isinstance(rest[0], Ref)
                            and not rest[0].indices
                            and rest[0].name not in self.definitions
                        ):
                            return not any(q.name == rest[0].name for q in self.theory.arguments)
        return False


def _closed(formula: Formula) -> Formula:
    """For all values of its free indices."""
    for index in sorted(free(formula), key=lambda i: (i.name, i.dim), reverse=True):
        formula = ForAll(index, formula)
    return formula


def _type_formulas(quantity: Quantity) -> Iterator[Formula]:
    """What the type of an input says, for all elements."""
    axes = _indices(quantity.dims, "ijklmn", ())
    yield from map(_closed, type_formulas(quantity.type, axes, Ref(quantity.name, axes)))


def _indices(dims: Sequence[str], letters: str, taken: Iterable[str]) -> tuple[Index, ...]:
    unused = [c for c in letters if c not in taken]
    return tuple(Index(c, d) for c, d in zip(unused, dims, strict=False))


def _match(
    pattern: Node, node: Node, indices: Mapping[Index, Index], local: frozenset[Index], found: dict[str, Lambda]
) -> bool:
    """Whether `node` is `pattern` with its inputs replaced by functions of their indices, which are put into `found`."""
    if isinstance(pattern, Index):
        return indices.get(pattern, pattern) == node
    if isinstance(pattern, Ref):
        params = [indices.get(i, i) for i in pattern.indices if isinstance(i, Index)]
        if len(set(params)) < len(pattern.indices) or not isinstance(node, Term) or free(node) & local - set(params):
            return False
        if pattern.name not in found:
            own = tuple(Index(f"{i.name}", i.dim) for i in params)
            found[pattern.name] = Lambda(own, node)
            return True
        known = found[pattern.name]
        return alpha_equal(substitute(known.body, dict(zip(known.params, params, strict=True))), node)
    if type(pattern) is not type(node) or len(pattern.children()) != len(node.children()):
        return False
    if isinstance(pattern, Binder):
        assert isinstance(node, Binder)
        if (
            pattern.index.dim != node.index.dim
            or pattern.rebind(node.index, pattern.children())._label() != node._label()
        ):
            return False
        indices, local = {**indices, pattern.index: node.index}, local | {node.index}
    elif pattern._label() != node._label():
        return False
    return all(_match(p, n, indices, local, found) for p, n in zip(pattern.children(), node.children(), strict=True))


# ------------------------------------------------------------------------------------------------------ the file


def write(entry: Any) -> str | None:
    """The test file of a theory as text; None where there is nothing to test."""
    functions: Functions | None = entry.functions
    if functions is None:
        return None
    program = lower(functions)
    context = Context(functions, program)
    theory = context.theory
    formulas = context.formulas()
    written = {f.data["quantity"] for f in formulas}
    values = {q: n for q, n in context.exported.items() if q in written}
    hypotheses = context.hypotheses()
    claims = context.claims(entry.proofs) if context.of in written else ()
    arguments = [q for q in theory.inputs if q.name in program.module[0].inputs]
    others = [q for q in theory.inputs if q not in arguments and any(("quantity", q.name) in c.reads for c in claims)]
    derivatives = [f.kind for f in program.module if f.kind != "value"] if context.of in written else []
    shared = {
        "theory": theory,
        "title": _ascii(theory.title or program.name),
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
        "others": others,
        "dims": theory.dims,
        "sizes": _sizes(theory.dims),
        "examples": [e for e in map(lambda e: _example(e.values, arguments), theory.examples) if e is not None],
        "by_number": bool(set(theory.dims) - _shown(arguments)),
        "large": large_inputs_are_safe(program),
        "skittish": [q for q in values if q != context.of and not large_inputs_are_safe(program, q)]
        if large_inputs_are_safe(program)
        else [],
        "reals": [q.name for q in arguments if q.type == "Real"],
        "numbers_in": [q.name for q in arguments if q.type in ("Real", "Positive", "NonNegative", "Unit")],
        "limits": large_inputs_are_safe(program)
        and all(_only_in_exponents(theory, q.name) for q in arguments if q.type == "Real"),
        "piecewise": any(
            isinstance(n, If | ArgMax) or (isinstance(n, Reduce) and n.cond is not None and names(n.cond))
            for d in theory.definitions
            for n in subterms(d.body)
        ),
        "argmax": any(isinstance(n, ArgMax) for d in theory.definitions for n in subterms(d.body)),
        "labels": [q.name for q in arguments if q.type == "OneHot"],
        "types": sorted({q.type for q in (*arguments, *others)}),
        "required": [h for h in hypotheses if h.data["required"]],
        "breakable": [h for h in hypotheses if h.data["equation"]],
    }
    shared["every"] = _every(context, shared["sizes"], shared["large"])
    uses = "\n".join(line for f in (*formulas, *hypotheses, *claims) for line in f.lines)
    text = render("pytest/test_module.py", numbers=_numbers(uses), **shared)
    return text.rstrip() + "\n"


def _sizes(dims: Sequence[str]) -> Mapping[str, int]:
    """Small lengths, different as far as that is quick."""
    return {d: 3 if len(dims) == 1 else 2 + n % 3 for n, d in enumerate(dims)}


def _shown(inputs: Iterable[Quantity]) -> set[str]:
    """The dimensions that inputs show by their shapes, also where class labels stand for one-hot arrays."""
    return {d for q in inputs for d in (q.dims[:-1] if q.type == "OneHot" else q.dims)}


def _every(context: Context, sizes: Mapping[str, int], large: bool) -> int:
    """Of the extreme points each, or each second one, and so on: so that their derivatives do not take too long."""

    def work(node: Node) -> int:
        below = 1 + sum(map(work, node.children()))
        return below * sizes.get(node.index.dim, 1) if isinstance(node, Binder) else below

    def elements(name: str) -> int:
        return prod(sizes[d] for d in context.theory.quantities[name].dims)

    once = sum(elements(d.name) * work(d.body) for d in context.theory.definitions)
    moves = 1 + 2 * sum(map(elements, context.functions.wrt))
    return max(1, min(once * moves // (WORK if large else 4 * WORK), 7))


WORK = 1500
"""How much is evaluated for one extreme point at most before some are left out."""


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


def _returned(text: str) -> list[str]:
    line = f"return {text}"
    if len(line) <= WIDTH:
        return [line]
    inside = text[1:-1] if text.startswith("(") and text.endswith(")") and _encloses(text) else text
    lines = textwrap.wrap(inside, WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    return ["return (", *(f"    {part}" for part in lines), ")"]


def _encloses(text: str) -> bool:
    """Whether the first bracket closes at the end."""
    depth = 0
    for at, c in enumerate(text):
        depth += (c in "([{") - (c in ")]}")
        if depth == 0:
            return at == len(text) - 1
    return False


def _ascii(text: str) -> str:
    return text.encode("ascii", "replace").decode().replace("\\", "/").replace('"', "'")


@cache
def _library() -> Mapping[str, tuple[str, frozenset[str]]]:
    """The functions of `numbers.py`: their text and the names that they use."""
    package = Path(__file__).resolve().parent.parent
    path = next(
        p for f in (package / "templates", package.parent / "templates") if (p := f / "pytest" / "numbers.py").is_file()
    )
    text = path.read_text(encoding="utf-8")
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
    return {} if text is None else {f"test_{lower(entry.functions).name}.py": text}


TARGET = Target("pytest", _files)
"""Test files."""
