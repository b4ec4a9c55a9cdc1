"""How is a formula written as data?  For the second proof, which a differentiator proved once and for all makes from it.

Comes in: what is differentiated, and by what.  Goes out: the text of the formula as data of the prelude (`Formula.Div`, …), in
which what does not vary is a constant; Unsupported where the data has no word for something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from derive.coq.terms import FUNCTIONS, Scope, printed
from derive.errors import Unsupported
from derive.expr import Add, Diff, Div, Fun, Mul, Neg, Node, Num, Pow, Reduce, Ref

__all__ = ["proof"]

_BY = ("Formula.by_number", "Formula.by_vector", "Formula.by_matrix")
_WORDS = {"exp": "Exp", "log": "Ln", "sqrt": "Sqrt", "tanh": "Tanh"}


def proof(derivative: Diff, scope: Scope) -> str:
    """The tactic that proves the derivative outright."""
    rank = len(derivative.var.indices)
    if rank >= len(_BY):
        raise Unsupported("no more than two axes")
    return f"Formula.outright {_BY[rank]} {_data(derivative.expr, derivative.var, scope)}"


def _data(node: Node, var: Ref, scope: Scope) -> str:
    if not scope.context.depends(node, var.name):
        return f"(Formula.C ({printed(node, scope)[0]}))"
    for kind, write in _WRITE.items():
        if isinstance(node, kind):
            return write(node, var, scope)
    raise Unsupported(f"no word for a {type(node).__name__}")


def _ref(node: Ref, var: Ref, scope: Scope) -> str:
    if node.name != var.name:
        return _data(scope.context.unfold(node), var, scope)
    join = ", ".join(printed(i, scope)[0] for i in node.indices)
    return f"(Formula.V {f'({join})' if join else 'tt'})"


def _folded(word: str) -> Callable[[Add | Mul, Ref, Scope], str]:
    def write(node: Add | Mul, var: Ref, scope: Scope) -> str:
        text = _data(node.args[0], var, scope)
        for arg in node.args[1:]:
            minus = word == "Add" and isinstance(arg, Neg)
            core = arg.arg if minus and isinstance(arg, Neg) else arg
            text = f"(Formula.{'Sub' if minus else word} {text} {_data(core, var, scope)})"
        return text

    return write


def _pow(node: Pow, var: Ref, scope: Scope) -> str:
    value = node.exp.value if isinstance(node.exp, Num) else None
    if value is None or value.denominator != 1:
        raise Unsupported("no word for a real exponent")
    power = f"(Formula.Pow {_data(node.base, var, scope)} {abs(value)})"
    return power if value >= 0 else f"(Formula.Inv {power})"


def _fun(node: Fun, var: Ref, scope: Scope) -> str:
    if node.name not in _WORDS:
        raise Unsupported(f"no word for {FUNCTIONS.get(node.name, node.name)}")
    return f"(Formula.{_WORDS[node.name]} {_data(node.args[0], var, scope)})"


def _sum(node: Reduce, var: Ref, scope: Scope) -> str:
    if node.op != "sum" or node.cond is not None:
        raise Unsupported("no word for this reduction")
    name, inside = scope.binding(node.index)
    return f"(Formula.Sum {scope.dims[node.index.dim]} (fun {name} => {_data(node.body, var, inside)}))"


_WRITE: Mapping[type, Callable[..., str]] = {
    Ref: _ref,
    Add: _folded("Add"),
    Mul: _folded("Mul"),
    Neg: lambda node, var, scope: f"(Formula.Opp {_data(node.arg, var, scope)})",
    Div: lambda node, var, scope: f"(Formula.Div {_data(node.num, var, scope)} {_data(node.den, var, scope)})",
    Pow: _pow,
    Fun: _fun,
    Reduce: _sum,
}
"""What each kind of node is as data."""
