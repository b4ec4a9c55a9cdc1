"""What does a text say?  The text comes in, a `Theory` goes out: its statements, one after the other.

Inputs stand in the order in which definitions first use them; after those the other inputs, in order of first mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from textwrap import dedent

from derive.errors import LanguageError
from derive.expr import And, Implies, Index, extent, sizes_of
from derive.language.calls import IMPLIED
from derive.language.constants import DIVISION_BY_ZERO
from derive.language.infer import names_in, roles
from derive.language.read import Library, Reader, Scope, counted
from derive.language.syntax import parse_statements
from derive.language.tree import (
    Array,
    Call,
    Chain,
    Comparison,
    Comprehension,
    Element,
    Expression,
    Name,
    Number,
    Signed,
    Statement,
    Text,
    refuse,
)
from derive.printing import allowed_latex
from derive.theory import (
    Assumption,
    Claim,
    Declaration,
    Definition,
    Example,
    Item,
    Notation,
    Place,
    Prose,
    Quantity,
    Tag,
    Theory,
    Value,
)

__all__ = ["parse_theory"]

_SIMPLE_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")
_TAG = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 -]{0,40}[A-Za-z0-9])?")
_TYPES = "types are Real, Positive, NonNegative, Unit, Binary, Simplex[K] and OneHot[K]"
_STATEMENT = "a statement is a definition, a declaration, prove(…), assume(…), example(…), notation(…), tag(…) or prose"


def parse_theory(text: str, *, name: str = "", library: Library | None = None) -> Theory:
    """The theory that `text` is.

    `library(f)` gives the library theory called `f`, or None; without it there are no library functions.  `name` is
    the theory's own.  Raises `LanguageError`, with line, column and a hint, for anything that is not in the language.
    """
    statements = parse_statements(text)
    try:
        return _Writer(statements, _others(name, library)).theory(name, text.removeprefix("\ufeff"))
    except RecursionError:
        hint = "name the inner parts and use the names"
        raise LanguageError("this is nested too deeply", line=1, column=1, hint=hint) from None


def _others(name: str, library: Library | None) -> Library | None:
    """The library without the theory of this name: no theory calls itself."""
    return None if library is None else lambda other: None if other == name else library(other)


class _Writer:
    """Reads the statements in order and collects the items of the theory."""

    def __init__(self, statements: list[Statement], library: Library | None) -> None:
        self.statements = statements
        known = roles(statements)
        parts = [part for s in statements for part in (s.left, s.right) if part is not None]
        self.reader = Reader(known, names_in(parts), library)
        self.title = ""
        self.declared: dict[str, Place] = {}
        self.defined: dict[str, Place] = {}
        self.defining: dict[str, None] = {}  # quantities by first use in a definition
        self.examples: list[tuple[Example, Mapping[str, Name]]] = []
        self.lefts: list[tuple[Index, Place]] = []
        self.notated: list[Name] = []

    def theory(self, name: str, source: str) -> Theory:
        reader, items = self.reader, self.reader.items
        for number, statement in enumerate(self.statements):
            if number == 0 and isinstance(statement.left, Text) and not statement.op:
                self.docstring(statement.left)
            else:
                try:
                    self.statement(statement)
                except RecursionError:
                    refuse("this is nested too deeply", statement.left.place, "name the inner parts and use the names")
        if not any(isinstance(item, Definition | Claim) for item in items):
            raise LanguageError(
                "a theory holds at least one definition or claim",
                line=1,
                column=1,
                hint="write y[i] = exp(a[i]), or prove(…)",
            )
        reader.resolve()
        for index, place in self.lefts:
            if not reader.dims.given(index.dim):
                hint = f"use it on the right, as in a[{index.name}], or in a sum over y[k] for k in K"
                refuse(f"nothing gives index {index.name} a dimension", place, hint)
        finished = tuple(map(self.finish, self.named(items)))
        found = reader.quantities()
        inputs = [n for n in (*self.defining, *reader.axes) if n not in self.defined and not reader.shown.get(n)]
        order = dict.fromkeys((*inputs, *(i.name for i in finished if isinstance(i, Definition))))
        quantities = {n: found[n] for n in order}
        dims = dict.fromkeys(d for q in quantities.values() for dim in q.dims for d, _ in extent(dim)[0])
        dims |= dict.fromkeys(n for n, r in reader.roles.items() if r.role == "dimension")
        for noted in self.notated:
            if noted.name not in quantities and noted.name not in reader.roles:
                refuse(f"nothing here is called {noted.name}", noted.place, "a notation is for a name of this theory")
        theory = Theory(name, self.title, finished, quantities, tuple(dims), source)
        for example, names in self.examples:
            _check_example(example, names, quantities, self.defined)
            if missing := [q.name for q in theory.arguments if q.name not in example.values]:
                hint = "an example gives a value to every input of the definitions"
                refuse(f"the example leaves out {', '.join(missing)}", example.place, hint)
        return theory

    def finish(self, item: Item) -> Item:
        """`item` with its dimensions named."""
        finish = self.reader.finish
        if isinstance(item, Definition):
            indices = tuple(Index(i.name, self.reader.name(i.dim)) for i in item.indices)
            return Definition(item.name, indices, finish(item.body, item.place), item.place, item.auxiliary)  # type: ignore[arg-type]
        if isinstance(item, Declaration):
            return Declaration(item.name, item.type, tuple(map(self.reader.name, item.dims)), item.place)
        if isinstance(item, Assumption):
            return Assumption(finish(item.formula, item.place), item.place)  # type: ignore[arg-type]
        if isinstance(item, Claim):
            terms = tuple(finish(t, item.place) for t in item.terms)
            condition = None if item.condition is None else finish(item.condition, item.place)
            return Claim(item.name, item.title, terms, item.relations, condition, item.place)  # type: ignore[arg-type]
        return item

    def named(self, items: list[Item]) -> list[Item]:
        """The items, with names for the claims that have none: claim-1, claim-2, … by position."""
        taken = {item.name for item in items if isinstance(item, Claim)}
        result: list[Item] = []
        count = 0
        for item in items:
            if isinstance(item, Claim):
                count += 1
                if not item.name:
                    number = next(n for n in range(count, count + len(taken) + 1) if f"claim-{n}" not in taken)
                    taken.add(f"claim-{number}")
                    item = Claim(f"claim-{number}", item.title, item.terms, item.relations, item.condition, item.place)
            result.append(item)
        return result

    # ---------------------------------------------------------------------------------------------- statements

    def docstring(self, node: Text) -> None:
        first, _, rest = node.value.lstrip("\n ").partition("\n")
        self.title = first.strip().removesuffix(".")
        self.prose(dedent(rest))

    def prose(self, text: str) -> None:
        if text.strip():
            self.reader.items.append(Prose(text.strip()))

    def statement(self, statement: Statement) -> None:
        left = statement.left
        if statement.op == "=":
            self.definition(left, statement.right)  # type: ignore[arg-type]
        elif statement.op == ":":
            self.declaration(left, statement.right)  # type: ignore[arg-type]
        elif isinstance(left, Text):
            first, _, rest = left.value.partition("\n")
            self.prose(f"{first.strip()}\n{dedent(rest)}")
        elif isinstance(left, Call) and left.function in _STATEMENTS:
            _STATEMENTS[left.function](self, left)
        elif isinstance(left, Call):
            self.reader.term(left, Scope())  # an unknown function is the better error
            refuse(f"{left.function}(…) is a value, not a statement", left.place, _STATEMENT)
        elif isinstance(left, Comparison):
            refuse(
                "a comparison alone says nothing",
                left.place,
                "write prove(… == …) or assume(…); a definition has one =",
            )
        else:
            refuse("a value alone says nothing", left.place, _STATEMENT)

    def head(self, node: Expression) -> tuple[Name, tuple[Name, ...]]:
        """The name and the indices on the left of a definition."""
        base, indices = (node.base, node.indices) if isinstance(node, Element) else (node, ())
        if not isinstance(base, Name):
            refuse("a definition defines a name", node.place, "write y = …, or y[i] = …")
        for n, index in enumerate(indices):
            if not isinstance(index, Name):
                refuse("an index position holds a bare index name", index.place, "write y[i] = …")
            if any(isinstance(i, Name) and i.name == index.name for i in indices[:n]):
                refuse(
                    f"index {index.name} stands twice on the left", index.place, "the indices on the left are distinct"
                )
        return base, tuple(i for i in indices if isinstance(i, Name))

    def new(self, name: Name, verb: str) -> None:
        """`name` is declared or defined here, for the first time and before its use."""
        for place, was in ((self.declared.get(name.name), "declared"), (self.defined.get(name.name), "defined")):
            if place:
                hint = "an input is declared, anything else defined, and once"
                refuse(f"{name.name} is {was} already, in line {place.line}", name.place, hint)
        if used := self.reader.used.get(name.name):
            later = (used.line, used.column) > (name.place.line, name.place.column)
            here = "in its own definition" if later else f"in line {used.line}"
            refuse(
                f"{name.name} is used {here}, before it is {verb}",
                name.place,
                f"names are {verb} before their first use",
            )

    def definition(self, left: Expression, right: Expression) -> None:
        name, lefts = self.head(left)
        self.new(name, "defined")
        indices = {i.name: self.reader.letter(i.name) for i in lefts}
        scope = Scope(indices, closed=True)
        self.reader.touched.clear()
        body = self.reader.term(right, scope)
        self.defining |= self.reader.touched
        self.new(name, "defined")
        self.defined[name.name] = name.place
        self.reader.axes[name.name] = tuple(i.dim for i in indices.values())
        self.lefts += [(indices[i.name], i.place) for i in lefts]
        self.reader.items.append(Definition(name.name, tuple(indices.values()), body, name.place))

    def declaration(self, left: Expression, right: Expression) -> None:
        if not isinstance(left, Name):
            refuse("a declaration declares a name", left.place, "write a: Real[K]")
        self.new(left, "declared")
        base, axes = (right.base, right.indices) if isinstance(right, Element) else (right, ())
        if not isinstance(base, Name) or base.name not in IMPLIED:
            shown = f"unknown type {base.name}" if isinstance(base, Name) else "a type is expected here"
            refuse(shown, base.place, _TYPES)
        if base.name in ("Simplex", "OneHot") and not axes:
            refuse(f"{base.name} needs an axis", base.place, f"write {base.name}[K]")
        dims = tuple(map(self.reader.dimension, axes))
        self.declared[left.name] = left.place
        self.reader.axes[left.name], self.reader.types[left.name] = dims, base.name
        self.reader.items.append(Declaration(left.name, base.name, dims, left.place))

    def prove(self, node: Call) -> None:
        given = self.keywords(node, "name", "title")
        if not 1 <= len(node.args) <= 2 or not isinstance(node.args[0], Comparison):
            place = node.args[0].place if node.args else node.place
            refuse("prove takes a comparison and perhaps a condition", place, "write prove(lhs == rhs, i != j)")
        claim = node.args[0]
        relations = tuple(op for op, _ in claim.rest)
        if len(relations) > 1 and set(relations) != {"=="}:
            refuse("a chain is of equalities", claim.place, "write one prove(…) for each inequality")
        scope = Scope()
        terms = tuple(self.reader.term(part, scope) for part in (claim.first, *(part for _, part in claim.rest)))
        condition = self.reader.condition(node.args[1], scope) if len(node.args) > 1 else None
        scope.check()
        name = given.get("name")
        if name and not _SIMPLE_NAME.fullmatch(name.value):
            refuse(
                "a claim's name is made of letters, digits, - and _",
                name.place,
                'write name="jacobian"; it names a file',
            )
        if name and any(isinstance(i, Claim) and i.name == name.value for i in self.reader.items):
            refuse(f"two claims are named {name.value}", name.place, "every claim has its own name")
        title = " ".join(given["title"].value.split()) if "title" in given else ""
        self.reader.items.append(Claim(name.value if name else "", title, terms, relations, condition, node.place))

    def assume(self, node: Call) -> None:
        self.keywords(node)
        if not 1 <= len(node.args) <= 2 or any(isinstance(arg, Comprehension) for arg in node.args):
            hint = "write assume(s > 0), or assume(a[i] > 0, i != j)"
            refuse("assume takes what holds and perhaps a condition", node.place, hint)
        scope = Scope()
        formula, *conditions = (self.reader.condition(arg, scope) for arg in node.args)
        scope.check()
        if not conditions:
            self.reader.items.append(Assumption(formula, node.place))
            return
        for part in formula.args if isinstance(formula, And) else (formula,):
            self.reader.items.append(Assumption(Implies(conditions[0], part), node.place))

    def example(self, node: Call) -> None:
        if node.args or not node.keywords:
            place = node.args[0].place if node.args else node.place
            refuse("an example gives values by name", place, "write example(a=[3, 1, -3])")
        example = Example({name.name: _value(value) for name, value in node.keywords}, node.place)
        self.examples.append((example, {name.name: name for name, _ in node.keywords}))
        self.reader.items.append(example)

    def notation(self, node: Call) -> None:
        self.keywords(node)
        if len(node.args) != 2 or not isinstance(node.args[0], Name) or not isinstance(node.args[1], Text):
            refuse("notation takes a name and a text", node.place, r'write notation(L, r"\mathcal{L}")')
        name, latex = node.args[0], node.args[1]
        if any(isinstance(i, Notation) and i.name == name.name for i in self.reader.items):
            refuse(f"{name.name} has a notation already", name.place, "a name has one notation")
        if not latex.value.strip() or "\n" in latex.value:
            refuse("a notation is one line of LaTeX", latex.place, r'write notation(L, r"\mathcal{L}")')
        if not allowed_latex(latex.value.strip()):
            hint = r"letters, and commands such as \mathcal{L}, \mathrm{NLL}, \hat{y}, \ell"
            refuse("this notation is not plain mathematics", latex.place, hint)
        self.notated.append(name)
        self.reader.items.append(Notation(name.name, latex.value.strip(), node.place))

    def tag(self, node: Call) -> None:
        self.keywords(node)
        if not node.args:
            refuse("tag takes a text", node.place, 'write tag("activation")')
        for tag in node.args:
            if not isinstance(tag, Text) or not _TAG.fullmatch(tag.value):
                refuse("a tag is a word or a few", tag.place, 'letters, digits, - and spaces, as in tag("activation")')
            if any(isinstance(i, Tag) and i.name == tag.value for i in self.reader.items):
                refuse(f"the tag {tag.value} stands here already", tag.place, "once is enough")
            self.reader.items.append(Tag(tag.value, tag.place))

    def keywords(self, node: Call, *allowed: str) -> dict[str, Text]:
        """The named arguments of a statement, which are texts."""
        found: dict[str, Text] = {}
        for name, value in node.keywords:
            if name.name not in allowed:
                hint = f"it has {' and '.join(allowed)}" if allowed else "equality is written =="
                refuse(f"{node.function} has no argument called {name.name}", name.place, hint)
            if not isinstance(value, Text):
                refuse(f"{name.name} is a text", value.place, f'write {name.name}="…"')
            found[name.name] = value
        return found


_STATEMENTS: Mapping[str, Callable[[_Writer, Call], None]] = {
    "prove": _Writer.prove,
    "assume": _Writer.assume,
    "example": _Writer.example,
    "notation": _Writer.notation,
    "tag": _Writer.tag,
}


# ------------------------------------------------------------------------------------------------------ examples


def _value(node: Expression) -> Value:
    """A number or a list of values, exactly."""
    if isinstance(node, Array):
        if not node.items:
            refuse("an empty list", node.place, "dimensions are at least 1")
        return tuple(map(_value, node.items))
    return _literal(node)


def _literal(node: Expression) -> Fraction:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Signed):
        return -_literal(node.arg) if node.op == "-" else _literal(node.arg)
    if isinstance(node, Chain) and len(node.rest) == 1 and node.rest[0][0] == "/":
        over = _literal(node.rest[0][1])
        if not over:
            refuse("a division by 0", node.rest[0][1].place, DIVISION_BY_ZERO)
        return _literal(node.first) / over
    return refuse("an example holds numbers", node.place, "write example(a=[3, 1, -3], T=1/2)")


def _check_example(
    example: Example, names: Mapping[str, Name], quantities: Mapping[str, Quantity], defined: Mapping[str, Place]
) -> None:
    """The values are of inputs, fit their axes and types, and dimensions agree.  Raises `LanguageError`."""
    sizes: dict[str, tuple[int, str]] = {}
    axes: list[tuple[str, int, str, Place]] = []
    for name, value in example.values.items():
        place = names[name].place
        if name in defined:
            refuse(f"{name} is defined; an example gives values to inputs", place, "leave it out")
        if name not in quantities:
            refuse(f"nothing here is called {name}", place, "an example gives values to inputs")
        quantity = quantities[name]
        shape = _shape(value, place)
        if len(shape) != len(quantity.dims):
            hint = f"it is a list nested {len(quantity.dims)} deep" if quantity.dims else "it is a number"
            refuse(f"the value of {name} has {counted(len(shape), 'axis', 'axes')}", place, hint)
        for dim, size in zip(quantity.dims, shape, strict=True):
            axes.append((dim, size, name, place))
            before, of = sizes.setdefault(dim, (size, name))
            if before != size:
                refuse(
                    f"{dim} is {size} in {name} and {before} in {of}", place, "one dimension has one size in an example"
                )
        if not _fits(quantity.type, value):
            refuse(f"the value of {name} is not {quantity.type}", place, _MEANING[quantity.type])
    found = sizes_of((dim, size) for dim, size, _, _ in axes)
    for dim, size, name, place in axes:
        if any(d not in found for d, _ in extent(dim)[0]):
            continue
        if found[dim] != size:
            refuse(
                f"{dim} is {size} in {name}, {found[dim]} by other values",
                place,
                "one dimension has one size in an example",
            )
    every = dict.fromkeys((*(d for q in quantities.values() for d in q.dims), *found))
    for dim in every:
        if all(name in found for name, _ in extent(dim)[0]) and found[dim] < 1:
            refuse(f"{dim} is {found[dim]} here", example.place, "a dimension is at least 1")


def _shape(value: Value, place: Place) -> tuple[int, ...]:
    if isinstance(value, Fraction):
        return ()
    shapes = {_shape(item, place) for item in value}
    if len(shapes) > 1:
        refuse("the lists of this value differ in shape", place, "every row has as many entries as the others")
    return (len(value), *shapes.pop())


_ENTRY: Mapping[str, Callable[[Fraction], bool]] = {
    "Real": lambda x: True,
    "Positive": lambda x: x > 0,
    "NonNegative": lambda x: x >= 0,
    "Unit": lambda x: 0 <= x <= 1,
    "Binary": lambda x: x in (0, 1),
    "Simplex": lambda x: x >= 0,
    "OneHot": lambda x: x in (0, 1),
}
_MEANING = {
    "Positive": "every entry is greater than 0",
    "NonNegative": "no entry is less than 0",
    "Unit": "entries lie between 0 and 1",
    "Binary": "entries are 0 or 1",
    "Simplex": "no entry is less than 0, and each row sums to 1",
    "OneHot": "each row has one 1 and else 0",
}


def _fits(kind: str, value: Value) -> bool:
    """Whether a value is of a type."""
    if isinstance(value, Fraction):
        return _ENTRY[kind](value)
    numbers = [item for item in value if isinstance(item, Fraction)]
    rows = not numbers or kind not in ("Simplex", "OneHot") or sum(numbers) == 1
    return rows and all(_fits(kind, item) for item in value)
