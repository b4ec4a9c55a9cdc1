"""What does a formula give as it stands?  Its definitions in ordinary floating point, operation by operation.

Comes in: a theory and floats by name.  Goes out: arrays of float64, with whatever overflow makes of them.  It is here to be
shown beside the generated code, which does not do this: `failure` looks whether large inputs make a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from derive.compiled import load
from derive.errors import Error
from derive.expr import (
    Add,
    Aligned,
    Cmp,
    Const,
    Delta,
    Div,
    Fun,
    If,
    Index,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Sizes,
    told,
)  # fmt: skip
from derive.language import unparse
from derive.program import Program
from derive.targets import numpy
from derive.theory import Theory

__all__ = ["Unknown", "failure", "naive"]

Env: TypeAlias = Mapping[Index, int]


class Unknown(Exception):
    """The formula has something in it that plain NumPy does not."""


def naive(theory: Theory, inputs: Mapping[str, Any], dims: Mapping[str, int]) -> np.ndarray[Any, Any]:
    """The last definition as it stands, in float64.  Raises `Unknown`."""
    lengths = Sizes(dims)
    made: dict[str, Any] = {name: np.asarray(value, float) for name, value in inputs.items()}

    def value(node: Node, env: Env) -> Any:
        evaluate = _EVALUATORS.get(type(node))
        if evaluate is None:
            raise Unknown(type(node).__name__)
        return evaluate(value, node, env, made, lengths)

    result: np.ndarray[Any, Any] = np.zeros(())
    with np.errstate(all="ignore"):
        for definition in theory.definitions:
            result = np.zeros([lengths[i.dim] for i in definition.indices])
            for at in product(*(range(n) for n in result.shape)):
                result[at] = value(definition.body, dict(zip(definition.indices, at, strict=True)))
            made[definition.name] = result
    return result


def failure(theory: Theory, program: Program) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The formula, and what it and the generated code give at large inputs; None unless only the formula fails there."""
    given, dims = _large(theory)
    seen = told(dim for quantity in theory.arguments for dim in quantity.dims)
    value = replace(program, module=tuple(f for f in program.module if f.kind == "value"))
    try:
        code = load(numpy.render(value), program.name)
        plain = naive(theory, given, dims)
        cured = code.value(**given, **{d: n for d, n in dims.items() if d not in seen})
    except (Unknown, Error, TypeError):
        return None
    if not program.rules or np.all(np.isfinite(plain)) or not np.all(np.isfinite(cured)):
        return None
    formula = "\n".join(
        f"{unparse(Ref(d.name, d.indices))} = {unparse(d.body)}" for d in theory.definitions if not d.auxiliary
    )
    at = ", ".join(f"{name} = {_shown(value)}" for name, value in given.items())
    return formula, ((f"the formula at {at}", _shown(plain)), (f"the generated code at {at}", _shown(cured)))


def _large(theory: Theory) -> tuple[dict[str, Any], dict[str, int]]:
    """Inputs of size 1000, of the right types, in arrays of length 3."""
    dims = theory.sized(dict.fromkeys(theory.dims, 3))
    given: dict[str, Any] = {}
    for quantity in theory.arguments:
        shape = [dims[d] for d in quantity.dims]
        scores = np.resize([1000.0, 0.0, -1000.0], shape)
        if quantity.type in ("OneHot", "Simplex"):
            scores = np.zeros(shape)
            scores[..., -1] = 1
        elif quantity.type in ("Unit", "Binary"):
            scores = np.ones(shape)
        elif quantity.type in ("Positive", "NonNegative"):
            scores = np.abs(scores) + 1
        given[quantity.name] = scores
    return given, dims


def _shown(value: Any) -> str:
    """Numbers as a person writes them."""
    array = np.asarray(value)
    if array.ndim:
        return f"[{', '.join(map(_shown, array))}]"
    return f"{float(array) + 0.0:.6g}"


def _fun(value: Any, node: Fun, env: Env, *_: Any) -> Any:
    args = [value(a, env) for a in node.args]
    names = {"max": "maximum", "min": "minimum", "asin": "arcsin", "acos": "arccos", "atan": "arctan"}
    function = getattr(np, names.get(node.name, node.name), None)
    if function is None:
        raise Unknown(node.name)
    return function(*args)


def _reduce(value: Any, node: Reduce, env: Env, made: Any, dims: Mapping[str, int]) -> Any:
    at = [{**env, node.index: n} for n in range(dims[node.index.dim])]
    values = [value(node.body, e) for e in at if node.cond is None or value(node.cond, e)]
    return getattr(np, node.op)(values)


def _compare(value: Any, node: Cmp, env: Env, *_: Any) -> bool:
    left, right = value(node.left, env), value(node.right, env)
    return bool({"==": left == right, "!=": left != right, "<": left < right, "<=": left <= right}[node.op])


_EVALUATORS: Mapping[type[Node], Callable[..., Any]] = {
    Num: lambda value, node, *_: np.float64(float(node.value)),
    Const: lambda value, node, *_: np.float64(np.pi),
    Size: lambda value, node, env, made, dims: np.float64(dims[node.dim]),
    Index: lambda value, node, env, *_: env[node],
    Ref: lambda value, node, env, made, dims: made[node.name][tuple(value(i, env) for i in node.indices)],
    Add: lambda value, node, env, *_: sum((value(t, env) for t in node.args[1:]), value(node.args[0], env)),
    Neg: lambda value, node, env, *_: -value(node.arg, env),
    Mul: lambda value, node, env, *_: np.multiply.reduce([value(t, env) for t in node.args]),
    Div: lambda value, node, env, *_: np.float64(value(node.num, env)) / value(node.den, env),
    Pow: lambda value, node, env, *_: np.float64(value(node.base, env)) ** value(node.exp, env),
    Fun: _fun,
    Reduce: _reduce,
    Delta: lambda value, node, env, *_: np.float64(value(node.left, env) == value(node.right, env)),
    Aligned: lambda value, node, env, *_: np.float64(not node.off(value(i, env) for i in node.indices)),
    If: lambda value, node, env, *_: value(node.then if value(node.cond, env) else node.other, env),
    Cmp: _compare,
}
