"""May a function be computed some rows at a time?  The axis along which nothing but sums meets, at the end.

Comes in: the values and results of one function, and the dimensions.  Goes out: the dimension of the rows, "" if there is none.
A mean over N examples is a sum over blocks of them, and its gradient belongs to each example alone: so such a function needs
no more memory than for a block.  Every value is the same for all rows, or belongs to a row, or is a sum over rows that is only
added and multiplied by what is the same for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from derive.program import Output, Value

__all__ = ["rows"]

Kind = Literal["same", "row", "sum"]


def rows(values: Sequence[Value], outputs: Sequence[Output], dims: Iterable[str]) -> str:
    """The first of these dimensions that is the first axis of all that have it, and along which only sums meet."""
    return next((d for d in dims if _is_separable(values, outputs, d)), "")


def _is_separable(values: Sequence[Value], outputs: Sequence[Output], dim: str) -> bool:
    kinds: list[Kind] = []
    for value in values:
        kind = _kind(value, values, kinds, dim)
        if kind is None:
            return False
        kinds.append(kind)
    found = {_of_result(o, kinds[o.operand.value], dim) for o in outputs}
    return None not in found and "row" in kinds


def _of_result(output: Output, kind: Kind, dim: str) -> Kind | None:
    """A row where it stands, or a sum."""
    first = output.dims[:1] == (dim,) and output.operand.axes[:1] == (0,) and output.dims.count(dim) == 1
    return kind if kind == "sum" and dim not in output.dims else "row" if kind == "row" and first else None


def _kind(value: Value, values: Sequence[Value], kinds: Sequence[Kind], dim: str) -> Kind | None:
    """What a value is for the rows; None if rows meet there."""
    below = {kinds[a.value] for a in value.args}
    if not below:
        mixed = value.op != "input" and dim in value.dims
        return None if mixed or not _leads(value.dims, dim) else "row" if dim in value.dims else "same"
    if below == {"same"}:
        return "same" if dim not in value.dims else None
    op = str(value.data[0]) if value.op in ("map", "reduce") else value.op
    if "sum" in below:
        return "sum" if _is_linear(op, [kinds[a.value] for a in value.args]) else None
    aligned = all(a.axes[:1] == (0,) and a.axes.count(0) == 1 for a in value.args if kinds[a.value] == "row")
    if value.op == "contract":
        return _of_product(value, [kinds[a.value] for a in value.args]) if aligned else None
    if not aligned:
        return None
    if value.op in ("map", "odds", "unit", "least", "softplus"):
        return "row" if _leads(value.dims, dim) and dim in value.dims else None
    if value.op == "reduce" and 0 in value.data[1]:  # type: ignore[operator]
        return "sum" if op == "sum" else None
    rank = max(len(values[a.value].dims) for a in value.args)
    across = value.op in ("others", "argmax", "windows") and value.data[0] == 0
    return None if across or rank < 2 or not _leads(value.dims, dim) else "row"


def _leads(dims: Sequence[str], dim: str) -> bool:
    """Whether the dimension is the first, if it is there."""
    return dim not in dims[1:]


def _is_linear(op: str, kinds: Sequence[Kind]) -> bool:
    """Whether the sum of the results for blocks is the result for their sum."""
    if op in ("add", "sub", "neg", "sum"):
        return set(kinds) == {"sum"}
    if op == "mul":
        return sorted(kinds) == ["same", "sum"]
    return op == "div" and list(kinds) == ["sum", "same"]


def _of_product(value: Value, kinds: Sequence[Kind]) -> Kind | None:
    """A sum of products: over the rows if the result lacks them, else for each."""
    subscripts, result = value.data
    letters = {s[0] for s, kind in zip(subscripts, kinds, strict=True) if kind == "row"}  # type: ignore[call-overload]
    (letter, *more) = letters
    others = [s for s, kind in zip(subscripts, kinds, strict=True) if kind != "row" and letter in s]  # type: ignore[call-overload]
    if more or others:
        return None
    return "sum" if letter not in str(result) else "row" if str(result)[0] == letter else None
