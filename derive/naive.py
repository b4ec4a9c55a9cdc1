"""What does a formula give as it stands?  Its definitions in ordinary floating point, operation by operation.

Comes in: a theory and floats by name.  Goes out: arrays of float64, with whatever overflow makes of them.  It is here to be
shown beside the generated code, which does not do this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any, TypeAlias

import numpy as np

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
)  # fmt: skip
from derive.theory import Theory

__all__ = ["Unknown", "naive"]

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
