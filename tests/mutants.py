"""Small wrong versions of a module: one operator, number, comparison, function or argument changed in each."""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OPERATORS: dict[type[ast.AST], Sequence[type[ast.AST]]] = {
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Div, ast.Add), ast.Div: (ast.Mult,), ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,), ast.BitAnd: (ast.BitOr,), ast.BitOr: (ast.BitAnd,),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.And: (ast.Or,), ast.Or: (ast.And,),
}  # fmt: skip
NAMES = {
    "exp": ("expm1",), "expm1": ("exp",), "log": ("log1p",), "log1p": ("log",), "max": ("min",), "min": ("max",),
    "sum": ("max", "prod"), "maximum": ("minimum",), "minimum": ("maximum",), "abs": ("negative",), "cosh": ("sinh",),
    "sinh": ("cosh",), "tanh": ("sinh",), "all": ("any",), "any": ("all",), "isinf": ("isnan",), "sqrt": ("square",),
    "add": ("subtract",), "subtract": ("add",), "multiply": ("divide", "add"), "divide": ("multiply",),
}  # fmt: skip
"""Functions and what they are mistaken for."""
ORDERED = {
    "where": (1, 2),
    "divide": (0, 1),
    "subtract": (0, 1),
    "_below": (0, 1),
    "_over": (0, 1),
    "_times_log": (0, 1),
}
"""Calls two of whose arguments may be mistaken for each other."""


@dataclass(frozen=True)
class Mutant:
    """A module with one change: in which function, which expression became which, and the module's tree."""

    function: str
    before: str
    after: str
    tree: ast.Module

    def moved(self, source: str) -> Mutant:
        """The same wrong function in another module that has the right one."""
        changed = next(n for n in self.tree.body if isinstance(n, ast.FunctionDef) and n.name == self.function)
        tree = ast.parse(source)
        body = [changed if isinstance(n, ast.FunctionDef) and n.name == self.function else n for n in tree.body]
        return Mutant(self.function, self.before, self.after, ast.Module(body, []))

    def __str__(self) -> str:
        return f"{self.function}: {self.before}  ->  {self.after}"


def mutants(source: str, skip: frozenset[str] = frozenset()) -> Iterator[Mutant]:
    """Every mutant of the functions of a module, but for those named in `skip`."""
    tree = ast.parse(source)
    for place, function in enumerate(tree.body):
        if isinstance(function, ast.FunctionDef) and function.name not in skip:
            seen = set()
            lines = ast.unparse(function).splitlines()
            for changed in _changes(function):
                text = ast.unparse(changed)
                if text not in seen:
                    seen.add(text)
                    body = [*tree.body[:place], changed, *tree.body[place + 1 :]]
                    before, after = next((a, b) for a, b in zip(lines, text.splitlines(), strict=False) if a != b)
                    yield Mutant(
                        function.name, before.strip(), after.strip(), ast.fix_missing_locations(ast.Module(body, []))
                    )


def _changes(function: ast.FunctionDef) -> Iterator[ast.FunctionDef]:
    """The function with one node changed."""
    for at, node in enumerate(_code(function)):
        for n in range(len(list(_alternatives(node)))):
            changed = copy.deepcopy(function)
            target = next(itertools.islice(_code(changed), at, None))
            list(_alternatives(target))[n]()
            yield changed


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that compute something: no docstring, no annotation, no message of an error, nor where a result is left."""
    if isinstance(node, ast.FunctionDef):
        for default in (*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)):
            yield from _code(default)
        for statement in node.body[1:]:
            yield from _code(statement)
        return
    if isinstance(node, ast.Raise | ast.JoinedStr) or (
        isinstance(node, ast.Call) and ast.unparse(node.func) == "out.get"
    ):
        return
    yield node
    skipped = {id(node.annotation)} if isinstance(node, ast.AnnAssign) else set()
    for child in ast.iter_child_nodes(node):
        if id(child) not in skipped:
            yield from _code(child)


def _alternatives(node: ast.AST):
    """Functions that each change the node in one way."""
    yield from _ALTERNATIVES.get(type(node), lambda node: ())(node)


def _set(node: ast.AST, **fields: object):
    def apply() -> None:
        for name, value in fields.items():
            setattr(node, name, value)

    return apply


def _become(node: ast.AST, other: ast.AST):
    """Turn a node into another one, where it stands."""

    def apply() -> None:
        fields = dict(ast.iter_fields(other))
        node.__class__ = other.__class__  # type: ignore[assignment]
        node._fields = other._fields
        node.__dict__.clear()
        node.__dict__.update(fields)

    return apply


def _binary(node: ast.BinOp):
    for op in OPERATORS.get(type(node.op), ()):
        yield _set(node, op=op())
    if isinstance(node.op, ast.Sub | ast.Div | ast.Pow | ast.MatMult):
        yield _set(node, left=node.right, right=node.left)


def _unary(node: ast.UnaryOp):
    yield _become(node, node.operand)


def _comparison(node: ast.Compare):
    for n, op in enumerate(node.ops):
        for other in OPERATORS.get(type(op), ()):
            yield _set(node, ops=[*node.ops[:n], other(), *node.ops[n + 1 :]])


def _boolean(node: ast.BoolOp):
    yield from (_set(node, op=op()) for op in OPERATORS[type(node.op)])


def _constant(node: ast.Constant):
    if isinstance(node.value, bool):
        yield _set(node, value=not node.value)
    elif isinstance(node.value, int | float):
        yield _set(node, value=node.value + 1)
        if node.value > 0:
            yield _set(node, value=node.value - 1)
    elif isinstance(node.value, str) and " " not in node.value:
        yield _set(node, value=node.value[:-1] if len(node.value) > 1 else f"{node.value}_")


def _call(node: ast.Call):
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if isinstance(node.func, ast.Attribute):
        yield from (_set(node, func=ast.Attribute(node.func.value, other, ast.Load())) for other in NAMES.get(name, ()))
    if name in ORDERED and len(node.args) > max(ORDERED[name]):
        i, j = ORDERED[name]
        args = list(node.args)
        args[i], args[j] = args[j], args[i]
        yield _set(node, args=args)
    for keyword in node.keywords:
        if keyword.arg in ("axis", "keepdims", "initial"):
            yield _set(node, keywords=[k for k in node.keywords if k is not keyword])


def _condition(node: ast.If | ast.IfExp):
    yield _set(node, test=ast.UnaryOp(ast.Not(), node.test))


_ALTERNATIVES = {
    ast.BinOp: _binary, ast.UnaryOp: _unary, ast.Compare: _comparison, ast.BoolOp: _boolean, ast.Constant: _constant,
    ast.Call: _call, ast.If: _condition, ast.IfExp: _condition,
}  # fmt: skip
