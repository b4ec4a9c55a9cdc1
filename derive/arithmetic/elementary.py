"""What does a library make of exp, log and the like?  Nearly the nearest number, on every machine the same.

Comes in: a function by name, floats, a format.  Goes out: its true value, rounded, and then moved by as much as good libraries
are off.  NumPy's own differ from machine to machine; what is found here holds for all that are not worse than this.

The model: where the true value is a number of the format (or nearly), that is the result.  Elsewhere it is moved up or down,
as a bit of the argument says, by `OFF` units of the last place and then rounded, so that it is off by up to half a unit more.
For float32 these are what NumPy's vectorised functions are off by, whose authors give 2.5 ulp for exp and 3.8 for log; for
float64 those stay within 1.2.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache

from mpmath import mp, mpf

from derive.arithmetic.formats import FLOAT32, FLOAT64, Format, Number

__all__ = ["ELEMENTARY", "OFF", "elementary"]

OFF: Mapping[Format, Mapping[str, float]] = {
    FLOAT64: {"": 0.5, "tanh": 0.7, "gamma": 9.5, "erfc": 5.0},
    FLOAT32: {"": 2.0, "log": 3.3, "tan": 2.5, "asin": 2.5, "pow": 0.5, "erf": 0.0, "erfc": 0.0, "gamma": 0.0},
}
"""By how many units of the last place a result is moved, by function; "" for those not named."""
BITS = 100
"""Binary digits of the true values."""
FAR = 2000.0
"""Beyond it exponentials are 0 or infinite in every format."""

ELEMENTARY: Mapping[str, Callable[..., Number]] = {
    "exp": mp.exp, "expm1": mp.expm1, "log": mp.log, "log1p": mp.log1p, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan,
    "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "asin": mp.asin, "acos": mp.acos, "atan": mp.atan, "erf": mp.erf,
    "erfc": mp.erfc,
    "gamma": mp.gamma, "pow": mp.power,
}  # fmt: skip
_FAST = frozenset({"exp", "expm1", "sinh", "cosh", "tanh"})


def elementary(name: str, form: Format, *arguments: float) -> float:
    """The function at these arguments as a library would compute it; nan where it has no real value."""
    if any(map(math.isnan, arguments)):
        return math.nan
    # -0.0 and 0.0 are the same key
    return _known(name, form, arguments) if all(arguments) else _computed(name, form, arguments)


def _computed(name: str, form: Format, arguments: tuple[float, ...]) -> float:
    if name in _FAST:
        arguments = tuple(max(-FAR, min(FAR, x)) for x in arguments)
    with mp.workprec(BITS):
        try:
            true = ELEMENTARY[name](*map(mpf, arguments))
        except (ValueError, ZeroDivisionError, OverflowError):
            return math.nan
        if not isinstance(true, mpf) or not mp.isfinite(true) or not true:
            return form.round(true) if isinstance(true, mpf) else math.nan
        nearest = form.round(true)
        unit = mp.ldexp(1, form.unit(mp.mag(true)))
        if math.isfinite(nearest) and abs(true - nearest) < unit / 1024:
            return nearest
        off = OFF[form].get(name, OFF[form][""]) * unit
        moved = true + (off if _bit(arguments) else -off)
        # beyond a power of 2, such as the limit 1 of tanh, it would be off by more
        return form.round(moved if mp.mag(moved) == mp.mag(true) else true - off * mp.sign(true))


_known = lru_cache(maxsize=1 << 16)(_computed)
"""Several functions of a program compute the same at the same points."""


def _bit(arguments: tuple[float, ...]) -> bool:
    """A bit that depends on all digits of the arguments."""
    return bool(sum(round(math.ldexp(math.frexp(x)[0], 53)) % 1021 for x in arguments if math.isfinite(x)) & 1)
