"""What does one expression mean, on its own, within a theory, or as a rule?  Its text comes in, a term or a formula goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from derive.errors import LanguageError
from derive.expr import Cmp, Formula, Index, Node, Ref, Term
from derive.language.infer import Role, names_in, roles
from derive.language.read import Reader, Scope
from derive.language.syntax import parse_expression
from derive.language.tree import Element, Expression, Name, Statement, refuse
from derive.theory import Definition, Place, Theory

__all__ = ["parse_condition", "parse_formula", "parse_rule", "parse_schema", "parse_target", "parse_term"]

_NOWHERE = Place(0, 0)
_Read = TypeVar("_Read", bound=Node)


def parse_term(text: str, theory: Theory | None = None, *, indices: Iterable[Index] = ()) -> Term:
    """The number that `text` is, about the quantities and dimensions of `theory`.

    `indices` are free indices whose dimensions are known.  Names that `theory` does not have are new quantities; an index
    that nothing gives a dimension gets the theory's, if it has one only.  Raises `LanguageError`.
    """
    return _in_theory(text, theory, indices, Reader.term)


def parse_formula(text: str, theory: Theory | None = None, *, indices: Iterable[Index] = ()) -> Formula:
    """The formula that `text` is, as `parse_term`; names that are compared and that `theory` does not have are indices."""
    return _in_theory(text, theory, indices, Reader.condition)


def parse_target(text: str, theory: Theory) -> Ref:
    """The quantity that `text` names: `y`, `y[i]`.

    A defined quantity without indices gets those of its definition, an input none.  Raises `LanguageError`.
    """
    node = parse_expression(text, extended=False)
    name = node.base if isinstance(node, Element) else node
    if not isinstance(name, Name):
        refuse("this is not a quantity", node.place, "write y or y[i]")
    if name.name not in theory.quantities:
        known = ", ".join(n for n, q in theory.quantities.items() if not q.shown)
        refuse(f"nothing here is called {name.name}", name.place, f"the theory has {known}")
    if isinstance(node, Name):
        return Ref(name.name, next((d.indices for d in theory.definitions if d.name == name.name), ()))
    found = parse_term(text, theory)
    assert isinstance(found, Ref)
    return found


def parse_rule(text: str) -> Cmp:
    """The statement of a rule: an equation or inequality whose names stand for anything.

    `f[k]` is any term about index k, `c` any term, `P[k]` or `P` where a condition is expected any condition.  One index
    letter has one dimension, named after the letter (index k runs over K) unless the text names it.
    """
    (rule,) = parse_schema(text)
    if not isinstance(rule, Cmp):
        raise LanguageError("a rule is one equation or inequality", line=1, column=1, hint="write lhs == rhs")
    return rule


def parse_condition(text: str) -> Formula:
    """The side condition of a rule: a formula about the same kind of names.  See `parse_schema` to read both together."""
    return parse_schema(text)[0]


def parse_schema(*texts: str) -> tuple[Formula, ...]:
    """A rule and its conditions, read together: what one text says about a dimension holds in all of them."""
    nodes = [parse_expression(text) for text in texts]
    reader = Reader(roles(map(Statement, nodes)), names_in(nodes), rule=True, extended=True, unknown_is_index=True)
    formulas = [_guarded(Reader.condition, reader, node, Scope()) for node in nodes]
    return tuple(_finished(reader, formula, node) for formula, node in zip(formulas, nodes, strict=True))


def _guarded(
    read: Callable[[Reader, Expression, Scope], _Read], reader: Reader, node: Expression, scope: Scope
) -> _Read:
    try:
        return read(reader, node, scope)
    except RecursionError:
        return refuse("this is nested too deeply", node.place, "name the inner parts and use the names")


def _finished(reader: Reader, node: _Read, syntax: Expression) -> _Read:
    reader.resolve()
    finished = reader.finish(node, syntax.place)
    assert isinstance(finished, type(node))
    return finished


def _in_theory(
    text: str, theory: Theory | None, indices: Iterable[Index], read: Callable[[Reader, Expression, Scope], _Read]
) -> _Read:
    node = parse_expression(text)
    known = _roles(theory, indices)
    reader = Reader(
        roles([Statement(node)], known), {*known, *names_in([node])}, extended=True, unknown_is_index=theory is not None
    )
    if theory is not None:
        reader.axes |= {name: q.dims for name, q in theory.quantities.items()}
        reader.types |= {name: q.type for name, q in theory.quantities.items()}
        reader.default_dim = theory.dims[0] if len(theory.dims) == 1 else ""
    scope = Scope()
    scope.free = {i.name: (i, _NOWHERE) for i in indices}
    return _finished(reader, _guarded(read, reader, node, scope), node)


def _roles(theory: Theory | None, indices: Iterable[Index]) -> dict[str, Role]:
    found = {i.name: Role("index", _NOWHERE) for i in indices}
    if theory is not None:
        found |= {dim: Role("dimension", _NOWHERE) for dim in theory.dims}
        found |= {name: Role("quantity", _NOWHERE) for name in theory.quantities}
        found |= {
            i.name: Role("index", _NOWHERE) for d in theory.definitions if isinstance(d, Definition) for i in d.indices
        }
    return found
