"""How is it computed?  Functions made of assignments over array primitives with named axes.

Comes in: `Functions`, what shall be computed: a quantity of a theory and the closed forms of its derivatives, as terms.
Goes out: `Program`, how that is computed: for each function a list of `Value`s in order, each made by one primitive from
earlier ones.  A value knows the dimensions of its axes and which inputs it depends on; the batch axes, which stand in
front of all, are never named.  `lower` makes one from the other, `targets` write it down.
"""

from __future__ import annotations

import keyword
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from derive.expr import Formula, Index, Term
from derive.theory import Definition, Theory

__all__ = [
    "BUILTINS", "COTANGENT", "RESERVED", "TANGENT", "Closed", "Function", "Functions", "Literal", "Operand", "Output", "Program",
    "Value", "callable_name", "unused",
]  # fmt: skip

COTANGENT, TANGENT = "_bar", "_dot"
"""What the names of a cotangent and of a tangent end in."""
RESERVED = frozenset({
    "Any", "Array", "ArrayLike", "Callable", "Context", "Iterable", "Literal", "NDArray", "NamedTuple", "THREADS", "annotations",
    "bool", "cache", "dict", "float", "int", "lru_cache", "math", "np", "operator", "pairwise", "partial", "re", "tuple",
})  # fmt: skip
"""Names that a module's text uses for itself."""
BUILTINS = frozenset({
    "OverflowError", "TypeError", "ValueError", "all", "any", "enumerate", "isinstance", "len", "list", "map", "max", "min",
    "next", "range", "reversed", "set", "slice", "sorted", "str", "sum", "type", "zip",
})  # fmt: skip
"""Names of Python's own that its helpers use: within a function they may be hidden, in the module they may not."""


def callable_name(name: str, taken: frozenset[str] = frozenset()) -> str:
    """`name` as a function of a module may be called."""
    clashes = keyword.iskeyword(name) or name in RESERVED | BUILTINS or name.startswith("_") or name in taken
    return callable_name(f"d{name}" if name.startswith("_") else f"{name}_", taken) if clashes else name


def unused(name: str, taken: Container[str]) -> str:
    """`name`, with as many underscores behind as make it differ from those taken."""
    return unused(f"{name}_", taken) if name in taken else name


# ------------------------------------------------------------------------------------------- what shall be computed


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed form: `term`, in named quantities, as a function of the free `indices`; these are the axes of the result."""

    indices: tuple[Index, ...]
    term: Term


@dataclass(frozen=True, slots=True)
class Functions:
    """What shall be computed of a theory: the quantity `of`, and its derivatives by the quantities `wrt`.

    By name of a quantity w of `wrt`: `vjp` is the gradient of Σ of_bar·of by w, with the axes of w; `jvp` is what w_dot
    contributes to of_dot, with the axes of `of`; `jacobian` has the axes of `of`, then those of w.  Cotangents and tangents
    are references to `of_bar` and `w_dot`; `bar` and `dot` say what these are called.  `requires` are the hypotheses that
    any of these rest on.

    For a long chain the closed forms are in terms of further definitions, `adjoints`: cotangents and tangents of what lies
    between.  `tangent` then is the tangent of `of` for all `wrt` together, and `jvp` is empty.

    Where no derivatives are known `wrt` is empty, and `missing` says why.
    """

    theory: Theory
    of: str
    wrt: tuple[str, ...]
    vjp: Mapping[str, Closed] = field(default_factory=dict)
    jvp: Mapping[str, Closed] = field(default_factory=dict)
    jacobian: Mapping[str, Closed] = field(default_factory=dict)
    requires: tuple[Formula, ...] = ()
    adjoints: tuple[Definition, ...] = ()
    tangent: Closed | None = None
    missing: str = ""

    def bar(self, name: str) -> str:
        """What the cotangent of a quantity is called."""
        return unused(name + COTANGENT, self.theory.quantities)

    def dot(self, name: str) -> str:
        """What the tangent of a quantity is called."""
        return unused(name + TANGENT, self.theory.quantities)


# ------------------------------------------------------------------------------------------------ how it is computed

Literal = Fraction | str
"""A number: exact, or "pi", "inf", "-inf"."""


@dataclass(frozen=True, slots=True)
class Operand:
    """How a value enters an operation: for each axis of the operation the axis of the value, None where it is repeated."""

    value: int
    axes: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One assignment.

    `op` and `data` say what is done (with n the rank of an operand):

    =========  ==============================  ================================================================
    input                                      the array that the caller passes as `name`
    number     a `Literal`                     a number
    size       a dimension                     its length
    positions  a dimension                     0, 1, …
    eye        a dimension                     1 on the diagonal, else 0
    map        a primitive of `lower.meaning`  element by element, operands broadcast by their `axes`
    reduce     operation, axes, keep           over `axes`; with `keep` they stay, with length 1; "excess" is sum/max − 1
    exps       axes                            exponentials, those of a row divided by the same number, which is free
    log_sum    keep (of u, e)                  log Σ e^u of each row, e being `exps` of u
    odds       (of x)                          e^x, divided by the same number as its `unit` is: by 1 if it is not large
    unit       (of odds)                       what 1 is there
    least      (of odds, unit)                 e^−|x|
    softplus   negative (of x, odds, unit)     log(1 + e^x), or log(1 + e^−x)
    others     an axis                         for each position the sum over all others
    pick       (of t, x)                       the element of each row of x at the class that the one-hot row t chooses
    rest       (of t, x)                       the sum of the others
    put        (of t, z, x)                    x with z at the class
    log_share  (of t, own, rest, u, e)         the logarithm of what e^u at the class is of the sum of the row; e is a
                                               multiple of e^u, `own` and `rest` are picked from it
    windows    axis, steps, offset             an axis becomes several: at positions p the element Σ step·p + offset, 0 if none
    argmax     an axis                         the first position of the largest
    contract   subscripts of each, of result   the sum of products over the letters that the result lacks
    =========  ==============================  ================================================================

    `dims` names the dimension of each axis ("" for one kept with length 1); `inputs` are those on which it depends, and
    whose batch axes it therefore has.  `name` is what a person would call it, "" for nothing special.
    """

    op: str
    args: tuple[Operand, ...] = ()
    data: tuple[object, ...] = ()
    dims: tuple[str, ...] = ()
    inputs: frozenset[str] = frozenset()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """A result: the operand in the order of its axes, their dimensions, and the name by which it is returned.

    `summed` is the input whose shape it gets (a gradient: broadcast batch axes are summed), "" for a result per batch element.
    """

    name: str
    operand: Operand
    dims: tuple[str, ...]
    summed: str = ""


@dataclass(frozen=True, slots=True)
class Function:
    """A function: its kind ("value", "value_and_vjp", "vjp", …), the quantity, its inputs in order, assignments, results.

    `seeds` are the cotangent or the tangents, with the quantity that each belongs to.  Where one-hot rows only choose it wants
    their classes, and `dense` is the same for rows of any numbers.  Along the dimension `rows`, if there is one, it may be
    computed some rows at a time: results without it are added.
    """

    name: str
    kind: str
    of: str
    inputs: tuple[str, ...]
    values: tuple[Value, ...]
    outputs: tuple[Output, ...]
    seeds: Mapping[str, str] = field(default_factory=dict)
    dense: Function | None = None
    rows: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """All functions of a module, in order, and what they were made from.

    `requires` computes whether each hypothesis of `functions.requires` holds, in order; None if there are none.  `rules` names
    the theorems of `rules.stability` that the lowering applied, in order of first use.
    """

    functions: Functions
    name: str
    module: tuple[Function, ...]
    requires: Function | None
    rules: tuple[str, ...]
