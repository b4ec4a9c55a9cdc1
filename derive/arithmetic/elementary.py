"""What does a library make of exp, log and the like?  Nearly the nearest number, on every machine the same.

Comes in: a function by name, floats, a format.  Goes out: its true value, rounded, and then moved by as much as good libraries
are off.  NumPy's own differ from machine to machine; what is found here holds for all that are not worse than this.

The model: where the true value is a number of the format (or nearly), that is the result.  Elsewhere it is moved up or down,
as a bit of the argument says, by `OFF` units of the last place and then rounded, so that it is off by up to half a unit more.
For float32 these are what NumPy's vectorised functions are off by, whose authors give 2.5 ulp for exp and 3.8 for log; for
float64 those stay within 1.2.  Where a processor lacks what these want, the C library's take their place, whose sinh is off by
up to 2.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache

from mpmath import mp, mpf

from derive.arithmetic.formats import FLOAT32, FLOAT64, Format, Number

__all__ = ["ELEMENTARY", "OFF", "elementary"]

OFF: Mapping[Format, Mapping[str, float]] = {
    FLOAT64: {"": 0.5, "sinh": 1.5, "cosh": 0.7, "tanh": 0.7, "gamma": 9.5, "erfc": 5.0},
    FLOAT32: {"": 2.0, "log": 3.3, "tan": 2.5, "asin": 2.5, "pow": 0.5, "erf": 0.0, "erfc": 0.0, "gamma": 0.0},
}
"""By how many units of the last place a result is moved, by function; "" for those not named."""
BITS = 100
"""Binary digits of the true values."""
FINER = 54
"""Binary digits that numbers are given for what they are moved by, which is exact then."""
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
    if not isinstance(true, mpf):
        return math.nan
    sign, man, exp, _ = true._mpf_
    off = OFF[form].get(name, OFF[form][""])
    return _moved(form, off, sign, man, exp, _bit(arguments)) if man else form.round(true)


def _moved(form: Format, off: float, sign: int, man: int, exp: int, up: bool) -> float:
    """(−1)^sign · man · 2^exp as a library has it, all of it in whole numbers."""
    cut = form.unit(exp + man.bit_length()) - exp
    if cut > man.bit_length() + 10:  # far below the least number
        return form.nearest(sign, man, exp)
    cut, man, exp = cut + FINER, man << FINER, exp - FINER
    rest = man & ((1 << max(cut, 0)) - 1)
    if min(rest, (1 << cut) - rest if rest else 0) << 10 < 1 << max(cut, 0):
        nearest = form.nearest(sign, man, exp)
        if math.isfinite(nearest):
            return nearest
    by = int(math.ldexp(off, FINER))
    by = by << (cut - FINER) if cut >= FINER else by >> (FINER - cut)
    moved = man + (by if up != bool(sign) else -by)
    if (
        abs(moved).bit_length() != man.bit_length()
    ):  # beyond a power of 2, such as the limit 1 of tanh, it would be off by more
        moved = man - by
    return form.nearest(sign ^ (moved < 0), abs(moved), exp) if moved else 0.0


_known = lru_cache(maxsize=1 << 16)(_computed)
"""Several functions of a program compute the same at the same points."""


def _bit(arguments: tuple[float, ...]) -> bool:
    """A bit that depends on all digits of the arguments."""
    return bool(sum(round(math.ldexp(math.frexp(x)[0], 53)) % 1021 for x in arguments if math.isfinite(x)) & 1)
