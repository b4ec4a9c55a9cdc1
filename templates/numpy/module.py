"""<$ title $>

<% for formula in formulas %>
    <$ formula $>
<% endfor %>

Made by derive from <$ "the theory " ~ theory.name if theory.name else "a text" $> (sha256 <$ digest $>); do not edit.  Needs NumPy 2, nothing else.

Every input may have batch axes in front of the axes named here: "..." in a shape.  They broadcast; named axes never do.
Results are float32 if all floating inputs are, else float64; integers and booleans do not matter to that.
<% if theory.shifts %>
An element at a position that its axis does not have, such as x[i + k] may be, is absent from its sum.
<% endif %>
Inputs are never modified.  An infinite input gives the limit or nan; nan gives nan; nothing warns.
<% if bounded %>
Errors are in units of the last place of the true value (ulp), for inputs up to <$ bounded.far $> in absolute value, positive
ones from 1/<$ bounded.least $>, and dimensions up to <$ bounded.longest $>; the tests beside this file hold them.
<% endif %>
<% if equations %>

Computed by these equations, which keep it from overflowing and cancelling; each is a theorem:

<% for reason, equation in equations %>
    <$ equation $>
        (<$ reason $>)
<% endfor %>
<% endif %>
"""

from __future__ import annotations

<% for line in imports %>
<$ line $>
<% endfor %>

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
<% for f in functions %>
    "<$ f.name $>",
<% endfor %>
]

Array = NDArray[Any]
THREADS = <$ threads $>
"""How many threads share the rows of a large batch."""
<% for f in functions %>


<$ f.signature $>
<% if f.kind == "value" %>
    """The value of <$ f.of $>.
<% elif f.kind == "value_and_vjp" %>
    """The value of <$ f.of $>, and the gradient of sum(<$ f.seed $> * <$ f.of $>) by each input.
<% elif f.kind == "vjp" %>
    """The gradient of sum(<$ f.seed $> * <$ f.of $>) by each input.
<% elif f.kind == "value_and_grad" %>
    """The value of <$ f.of $>, and its gradient by each input, summed over the batch.
<% elif f.kind == "grad" %>
    """The gradient of <$ f.of $> by each input, summed over the batch.
<% elif f.kind == "jvp" %>
    """How <$ f.of $> changes, to first order, when the inputs change by `tangents`.
<% elif f.kind == "jacobian" %>
    """The derivative of <$ f.of $> by each input.
<% endif %>

<% for formula in f.closed or f.formulas %>
        <$ formula $>
<% endfor %>

    Args:
<% if f.seed == "tangents" %>
        tangents: changes by name of the input, each of the input's shape; one that is missing is 0.
<% elif f.seed %>
        <$ f.seed $>: real, of the shape of <$ f.of $>.
<% endif %>
<% for name, text in f.arguments %>
        <$ name $>: <$ text $>.
<% endfor %>
<% if f.checks %>
        check: raise a ValueError if a hypothesis below does not hold (up to rounding).
<% endif %>

    Returns:
<% if f.kind in ("value", "jvp") %>
        Shape <$ f.shape $>.
<% elif f.kind == "jacobian" %>
        By name of the input: batch axes, then those of <$ f.of $>, then those of the input.
<% elif f.kind in ("vjp", "grad") %>
        By name of the input, of the shape of the input.
<% else %>
        The value, shape <$ f.shape $>; the gradients by name of the input, of the shape of the input.
<% endif %>
<% if f.errors %>

    Error:
<% for line in f.errors %>
        <$ line $>
<% endfor %>
<% endif %>

    Raises:
        TypeError: an input is not of float32, float64, integers or booleans.
        ValueError: an input lacks an axis, or two do not fit together<$ " (or class labels are out of range)" if "one-hot" in f.arguments|string else "" $>.
<% if f.checks %>

    Requires:
<% for hypothesis in requires %>
        <$ hypothesis $>
<% endfor %>
<% endif %>
<% for call, value in f.examples %>

    >>> <$ call $>
    <$ value $>
<% endfor %>
    """
<% for line in f.call %>
    <$ line $>
<% endfor %>


<% for head, what, code in f.bodies %>
<% if not loop.first %>


<% endif %>
<$ head $>
    """`<$ f.name $>`, of arrays of one dtype that fit together<$ what $>."""
<% for line in code %>
    <$ line $>
<% endfor %>
<% endfor %>
<% endfor %>
<% if require %>


<% for line in require %>
<$ line $>
<% endfor %>
<% endif %>
<% for text in support %>


<$ text $>
<% endfor %>
<% if aliases %>


# An input hides these names in some functions.
<% for name, alias in aliases %>
<$ alias $> = <$ name $>
<% endfor %>
<% endif %>
