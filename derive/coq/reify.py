"""How is a formula written as data?  For the second proof, which a differentiator proved once and for all makes from it.

Comes in: what is differentiated, and by what.  Goes out: the text of the formula as data of the prelude (`Formula.Div`, …), in
which what does not vary is a constant; Unsupported where the data has no word for something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from derive.coq.terms import FUNCTIONS, Scope, printed
from derive.errors import Unsupported
from derive.expr import Add, Diff, Div, Fun, Mul, Neg, Node, Num, Pow, Reduce, Ref

__all__ = ["along", "proof"]

_BY = ("by_number", "by_vector", "by_matrix", "by_cube")
_WORDS = {"exp": "Exp", "log": "Ln", "sqrt": "Sqrt", "tanh": "Tanh"}

Moved = Mapping[str, str]
"""What varies, each with how a position in it is written."""


def proof(derivative: Diff, scope: Scope) -> str:
    """The tactic that proves the derivative outright."""
    rank = len(derivative.var.indices)
    if rank >= len(_BY):
        raise Unsupported("no more than three axes")
    return f"Formula.outright (Formula.{_BY[rank]} {_data(derivative.expr, {derivative.var.name: '{}'}, scope)})"


def along(output: Ref, moved: Sequence[tuple[Ref, str]], scope: Scope) -> str:
    """The tactic that proves outright the derivative along lines on which several arrays move, each with its velocity."""
    if any(len(source.indices) >= len(_BY) for source, _ in moved):
        raise Unsupported("no more than three axes")
    start = _together([f"(Formula.flat{len(w.indices)} {scope.base[w.name]})" for w, _ in moved])
    velocity = _together([f"(Formula.flat{len(w.indices)} {scope.base[dot]})" for w, dot in moved])
    places = {
        w.name: f"{'(inr ' * n}{'(inl {})' if n < len(moved) - 1 else '{}'}{')' * n}" for n, (w, _) in enumerate(moved)
    }
    return f"Formula.outright (Formula.by_lines {start} {velocity} {_data(output, places, scope)})"


def _together(arrays: Sequence[str]) -> str:
    text = arrays[-1]
    for each in reversed(arrays[:-1]):
        text = f"(Formula.either {each} {text})"
    return text


def _data(node: Node, moved: Moved, scope: Scope) -> str:
    if not any(scope.context.depends(node, name) for name in moved):
        return f"(Formula.C ({printed(node, scope)[0]}))"
    for kind, write in _WRITE.items():
        if isinstance(node, kind):
            return write(node, moved, scope)
    raise Unsupported(f"no word for a {type(node).__name__}")


def _ref(node: Ref, moved: Moved, scope: Scope) -> str:
    if node.name not in moved:
        return _data(scope.context.unfold(node), moved, scope)
    join = ", ".join(printed(i, scope)[0] for i in node.indices)
    return f"(Formula.V {moved[node.name].format(f'({join})' if join else 'tt')})"


def _folded(word: str) -> Callable[[Add | Mul, Moved, Scope], str]:
    def write(node: Add | Mul, moved: Moved, scope: Scope) -> str:
        text = _data(node.args[0], moved, scope)
        for arg in node.args[1:]:
            minus = word == "Add" and isinstance(arg, Neg)
            core = arg.arg if minus and isinstance(arg, Neg) else arg
            text = f"(Formula.{'Sub' if minus else word} {text} {_data(core, moved, scope)})"
        return text

    return write


def _pow(node: Pow, moved: Moved, scope: Scope) -> str:
    value = node.exp.value if isinstance(node.exp, Num) else None
    if value is None or value.denominator != 1:
        raise Unsupported("no word for a real exponent")
    power = f"(Formula.Pow {_data(node.base, moved, scope)} {abs(value)})"
    return power if value >= 0 else f"(Formula.Inv {power})"


def _fun(node: Fun, moved: Moved, scope: Scope) -> str:
    if node.name not in _WORDS:
        raise Unsupported(f"no word for {FUNCTIONS.get(node.name, node.name)}")
    return f"(Formula.{_WORDS[node.name]} {_data(node.args[0], moved, scope)})"


def _sum(node: Reduce, moved: Moved, scope: Scope) -> str:
    if node.op != "sum" or node.cond is not None:
        raise Unsupported("no word for this reduction")
    name, inside = scope.binding(node.index)
    return f"(Formula.Sum {scope.dims[node.index.dim]} (fun {name} => {_data(node.body, moved, inside)}))"


_WRITE: Mapping[type, Callable[..., str]] = {
    Ref: _ref,
    Add: _folded("Add"),
    Mul: _folded("Mul"),
    Neg: lambda node, moved, scope: f"(Formula.Opp {_data(node.arg, moved, scope)})",
    Div: lambda node, moved, scope: f"(Formula.Div {_data(node.num, moved, scope)} {_data(node.den, moved, scope)})",
    Pow: _pow,
    Fun: _fun,
    Reduce: _sum,
}
"""What each kind of node is as data."""
