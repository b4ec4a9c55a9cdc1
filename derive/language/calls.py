"""What does a call of a library function stand for?  The call comes in, an element of an auxiliary quantity goes out.

`softmax(z)[n, i]` becomes `softmax_z[n, i]`, with the library theory's definitions written out for z as auxiliary
definitions, the leading axes of z in front.  A function of scalars takes any expression; the indices that are free in
it become the parameters: `sum(sigmoid(2*x[k]) for k in K)` defines `sigmoid_1[k]`.  Calls that say the same share one
quantity.  What the library theory assumes of its inputs, by type or by `assume`, is assumed of the arguments, unless
their own type already says so; such assumptions stand where the call stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from derive.expr import (
    FUNCTIONS,
    ZERO,
    Cmp,
    ExprError,
    Formula,
    Index,
    Lambda,
    Node,
    Reduce,
    Ref,
    Term,
    alpha_equal,
    canonical,
    extent,
    free,
    fresh,
    key,
    mul,
    names,
    num,
    sub,
    substitute,
    subterms,
)
from derive.language.infer import names_in
from derive.language.read import Reader, Scope, counted
from derive.language.tree import Call, Expression, Name, refuse
from derive.language.write import unparse
from derive.theory import Assumption, Definition, Place, Quantity, Theory

__all__ = ["IMPLIED", "call", "type_formulas"]

IMPLIED: Mapping[str, frozenset[str]] = {
    "Real": frozenset(),
    "NonNegative": frozenset(),
    "Positive": frozenset({"NonNegative"}),
    "Unit": frozenset({"NonNegative"}),
    "Binary": frozenset({"NonNegative", "Unit"}),
    "Simplex": frozenset({"NonNegative", "Unit"}),
    "OneHot": frozenset({"NonNegative", "Unit", "Binary", "Simplex"}),
}
"""The types, and for each those that it includes."""


@dataclass(frozen=True, slots=True)
class _Argument:
    """What stands for one input: `body` as a function of the input's own axes, `batch` leading axes, its declared type."""

    params: tuple[Index, ...]
    body: Term
    batch: int
    type: str


def call(reader: Reader, node: Call, indices: tuple[Expression, ...], scope: Scope) -> Ref:
    """The element of an auxiliary quantity that `node[indices]` stands for.  Raises `LanguageError`."""
    theory = _theory(reader, node)
    output = theory.output
    assert output is not None
    lead = len(indices) - len(output.indices)
    if lead < 0:
        hint = f"its value has {counted(len(output.indices), 'axis', 'axes')} of its own, after those of a batch"
        refuse(f"{node.function}(…) has {len(indices) or 'no'} indices here", node.place, hint)
    inputs = theory.arguments
    if len(node.args) != len(inputs):
        wanted = ", ".join(q.name for q in inputs)
        message = f"{node.function} takes {counted(len(inputs), 'argument')}, {len(node.args) or 'none'} given"
        refuse(message, node.place, f"write {node.function}({wanted})")
    dims = {dim: reader.dims.fresh() for dim in theory.dims}
    dims |= {d: reader.dims.made(((dims[n], c) for n, c in extent(d)[0]), extent(d)[1]) for d in theory.lengths}
    avoid = {i.name for d in theory.definitions for i in d.indices} | names_in(node.args)
    batch = _batch(reader, indices[:lead], avoid)
    pairs = zip(node.args, inputs, strict=True)
    unknown = () if any(q.dims for q in inputs) else batch
    arguments = [_argument(reader, node.function, arg, given, batch, unknown, dims, scope) for arg, given in pairs]
    if lead and not any(argument.batch for argument in arguments):
        axes = counted(len(output.indices), "axis", "axes")
        message = f"{node.function}(…) has {axes}, {counted(len(indices), 'index', 'indices')} given"
        refuse(message, node.place, "leading indices are those of an argument's leading axes")
    outer = tuple(dict.fromkeys(i for a in arguments if not a.params and not a.batch for i in _free_in_order(a.body)))
    signature = tuple(_closed(reader, argument, outer) for argument in arguments)
    same = reader.calls.setdefault((node.function, lead, tuple(key(canonical(a)) for a in signature)), [])
    known = next((quantity for arguments, quantity in same if _equal(reader, arguments, signature)), None)
    name = known or _Expansion(reader, node, theory, output, (*outer, *batch), arguments, dims).write()
    if known is None:
        same.append((signature, name))
    found = tuple(reader.index(part, scope) for part in indices)
    for index, dim, part in zip(found, reader.axes[name][len(outer) :], indices, strict=True):
        reader.meet(index, dim, part.place)
    for index, dim in zip(outer, reader.axes[name], strict=False):
        reader.meet(index, dim, node.place)
    return Ref(name, (*outer, *found))


def _batch(reader: Reader, indices: tuple[Expression, ...], taken: set[str]) -> tuple[Index, ...]:
    """The parameters for leading axes, named as in the call where that is possible."""
    batch: list[Index] = []
    for index in indices:
        name = index.name if isinstance(index, Name) and index.name not in taken else fresh("", taken, "nmbpqrst").name
        taken.add(name)
        batch.append(Index(name, reader.dims.fresh()))
    return tuple(batch)


def _theory(reader: Reader, node: Call) -> Theory:
    if node.function in reader.roles or node.function in reader.axes:
        hint = f"write {node.function} or {node.function}[i]"
        refuse(f"{node.function} is a name of this theory, not a function", node.place, hint)
    theory = reader.library(node.function) if reader.library else None
    if theory is None or theory.output is None:
        refuse(f"unknown function {node.function}", node.place, _near(reader, node.function))
    return theory


def _near(reader: Reader, name: str) -> str:
    """The hint for an unknown function."""
    from difflib import get_close_matches  # only on the way to an error

    if name in ("prove", "assume", "example", "notation", "tag"):
        return f"{name}(…) is a statement of its own, on its own line"
    lower = name.lower()
    if lower != name and (lower in FUNCTIONS or (reader.library and reader.library(lower) is not None)):
        return f"perhaps {lower}"
    near = get_close_matches(lower, [*FUNCTIONS, "sum", "prod", "delta", "diff"], n=1, cutoff=0.75)
    return (
        f"perhaps {near[0]}" if near else "functions are those of the table and of the library; write * for a product"
    )


def _argument(
    reader: Reader,
    function: str,
    node: Expression,
    given: Quantity,
    batch: tuple[Index, ...],
    unknown: tuple[Index, ...],
    dims: Mapping[str, str],
    scope: Scope,
) -> _Argument:
    """The argument `node` for the input `given`; a name of which nothing is known has the leading axes `unknown`."""
    core = len(given.dims)
    quantity = isinstance(node, Name) and not reader.is_index(node, scope) and node.name != "pi"
    if isinstance(node, Name) and node.name in reader.roles:
        quantity = reader.roles[node.name].role == "quantity"
    known = reader.axes.get(node.name) if isinstance(node, Name) else None
    if not core and (not quantity or not batch or len(unknown if known is None else known) != len(batch)):
        body = reader.term(node, scope, inside=True)
        return _Argument((), body, 0, reader.types.get(body.name, "Real") if isinstance(body, Ref) else "")
    if not quantity or not isinstance(node, Name):
        hint = "define the formula with its indices first, then call by name"
        refuse(f"{function} takes a quantity by its name here", node.place, hint)
    count = core if known is not None and len(known) == core else core + len(batch)
    if known is not None and len(known) != count:
        hint = f"write {function}({node.name}) with an index for each leading axis, then those of its value"
        refuse(
            f"{node.name} has {counted(len(known), 'axis', 'axes')}, {function} takes {count} here", node.place, hint
        )
    axes = reader.quantity(node, count)
    leading = batch[: count - core]
    for index, axis in zip(leading, axes, strict=False):
        reader.meet(index, axis, node.place)
    for axis, dim in zip(axes[count - core :], given.dims, strict=True):
        reader.dims.unify(dims[dim], axis, f"an axis of {node.name}", node.place)
    params: list[Index] = []
    for dim in given.dims:
        params.append(fresh(dims[dim], (*batch, *params)))
    return _Argument(
        tuple(params), Ref(node.name, (*leading, *params)), len(leading), reader.types.get(node.name, "Real")
    )


def _free_in_order(node: Node) -> Iterator[Index]:
    inside = free(node)
    return (n for n in subterms(node) if isinstance(n, Index) and n in inside)


def _closed(reader: Reader, argument: _Argument, outer: Iterable[Index]) -> Term:
    """The argument in a form that is the same for every way to name its indices."""
    indices = [*outer, *(i for i in _free_in_order(argument.body) if i not in argument.params), *argument.params]
    names: dict[Index, Index] = {}
    for index in indices:
        names.setdefault(index, Index(f"@{len(names)}", index.dim))
    closed = substitute(argument.body, names)
    assert isinstance(closed, Term)
    return closed


def _equal(reader: Reader, left: tuple[Term, ...], right: tuple[Term, ...]) -> bool:
    """Whether two lists of arguments are the same, by what is known of dimensions now."""

    def resolved(term: Term) -> Node:
        dims = {i.dim: reader.dims.find(i.dim) for i in subterms(term) if isinstance(i, Index)}
        return substitute(term, dims=dims)

    return all(alpha_equal(resolved(a), resolved(b)) for a, b in zip(left, right, strict=True))


class _Expansion:
    """The definitions of a library theory, written out for the arguments of one call."""

    def __init__(
        self,
        reader: Reader,
        node: Call,
        theory: Theory,
        output: Definition,
        params: tuple[Index, ...],
        arguments: list[_Argument],
        dims: Mapping[str, str],
    ) -> None:
        self.reader, self.node, self.theory, self.output = reader, node, theory, output
        self.params, self.arguments, self.dims = params, arguments, dims
        self.inputs = {q.name: Lambda(a.params, a.body) for q, a in zip(theory.arguments, arguments, strict=True)}
        self.needed = [d for d in theory.definitions if d.name in _needed(theory, output)]
        self.written: dict[str, Lambda] = {}

    def write(self) -> str:
        """Add the definitions to the reader's items; the name of the last one."""
        base = self.name(
            self.node.function + "".join(f"_{a.body.name}" for a in self.arguments if isinstance(a.body, Ref))
        )
        if not all(isinstance(a.body, Ref) for a in self.arguments):
            base = self.numbered(self.node.function)
        self.reader.taken.add(base)
        whole = [
            Ref(a.body.name) if isinstance(a.body, Ref) and (a.params or a.batch) else a.body for a in self.arguments
        ]
        shown = ", ".join(map(unparse, whole))
        for definition in self.needed:
            last = definition.name == self.output.name
            name = base if last else self.name(f"{base}_{definition.name}")
            self.define(definition, name, f"{self.node.function if last else definition.name}({shown})")
        self.assume()
        return base

    def define(self, definition: Definition, name: str, shown: str) -> None:
        own: list[Index] = []
        for index in definition.indices:
            clash = any(index.name == p.name for p in (*self.params, *own))
            avoid = (*self.params, *own, *definition.indices)
            own.append(fresh(self.dims[index.dim], avoid) if clash else Index(index.name, self.dims[index.dim]))
        moved = {Index(old.name, self.dims[old.dim]): new for old, new in zip(definition.indices, own, strict=True)}
        body = self.put_in(definition.body, moved)
        assert isinstance(body, Term)
        indices = (*self.params, *own)
        self.written[definition.name] = Lambda(tuple(own), Ref(name, indices))
        self.reader.taken.add(name)
        self.reader.axes[name] = tuple(i.dim for i in indices)
        self.reader.shown[name] = shown
        self.reader.items.append(Definition(name, indices, body, self.node.place, auxiliary=True))

    def put_in(self, node: Node, moved: Mapping[Index, Index]) -> Node:
        """`node` of the library theory, about the arguments."""
        try:
            node = substitute(node, dims=self.dims)
            return substitute(node, moved, {**self.inputs, **self.written})
        except ExprError:
            hint = "define the formula first, then call by its name"
            refuse(f"{self.node.function} differentiates by its argument", self.node.place, hint)

    def assume(self) -> None:
        """What the library theory assumes, assumed of the arguments."""
        place = self.node.place
        for quantity, argument in zip(self.theory.arguments, self.arguments, strict=True):
            if quantity.type != argument.type and quantity.type not in IMPLIED.get(argument.type, ()):
                for typed in type_formulas(quantity.type, argument.params, argument.body):
                    self.add(typed, place)
        known = self.inputs.keys() | self.written.keys()
        for assumption in self.theory.assumptions:
            if names(assumption.formula) <= known:
                formula = self.put_in(assumption.formula, self.apart(assumption.formula))
                assert isinstance(formula, Formula)
                self.add(formula, place)

    def apart(self, formula: Formula) -> dict[Index, Index]:
        """New names for free indices that are named like a parameter of the call."""
        moved: dict[Index, Index] = {}
        for index in dict.fromkeys(_free_in_order(formula)):
            if any(index.name == p.name for p in self.params):
                dim = self.dims[index.dim]
                moved[Index(index.name, dim)] = fresh(dim, (*self.params, *free(formula), *moved.values()))
        return moved

    def add(self, formula: Formula, place: Place) -> None:
        if not any(isinstance(i, Assumption) and alpha_equal(i.formula, formula) for i in self.reader.items):
            self.reader.items.append(Assumption(formula, place))

    def name(self, wanted: str) -> str:
        return wanted if wanted not in self.reader.taken else next(self.candidates(wanted, 2))

    def numbered(self, wanted: str) -> str:
        return next(self.candidates(wanted, 1))

    def candidates(self, wanted: str, start: int) -> Iterator[str]:
        names = (f"{wanted}_{n}" for n in range(start, len(self.reader.taken) + start + 1))
        return (name for name in names if name not in self.reader.taken)


def _needed(theory: Theory, output: Definition) -> set[str]:
    """The definitions that `output` rests on, itself included."""
    found = {output.name}
    for definition in reversed(theory.definitions):
        if definition.name in found:
            found |= names(definition.body)
    return found


def type_formulas(kind: str, axes: tuple[Index, ...], value: Term) -> list[Formula]:
    """What the type `kind` says of `value`, whose own axes are `axes`."""
    zero_or_one = Cmp("==", mul(value, sub(num(1), value)), ZERO)
    formulas: dict[str, list[Formula]] = {
        "Real": [],
        "Positive": [Cmp("<", ZERO, value)],
        "NonNegative": [Cmp("<=", ZERO, value)],
        "Unit": [Cmp("<=", ZERO, value), Cmp("<=", value, num(1))],
        "Binary": [zero_or_one],
    }
    if kind in formulas:
        return formulas[kind]
    total: Formula = Cmp("==", Reduce("sum", axes[-1], value), num(1))
    return [total, Cmp("<=", ZERO, value) if kind == "Simplex" else zero_or_one]
