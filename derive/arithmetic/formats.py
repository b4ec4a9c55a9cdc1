"""Which numbers does a format have, and how far is one of them from the truth?

Comes in: numbers of any precision (mpmath) and floats.  Goes out: the nearest number of the format; distances in ulp.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from math import copysign, inf, isfinite, isnan, ldexp
from struct import Struct
from typing import Any, TypeAlias

from mpmath import mp, mpf

__all__ = ["FLOAT32", "FLOAT64", "FORMATS", "Format", "Number"]

Number: TypeAlias = Any
"""An `mpf` (mpmath has no types of its own)."""


_SINGLE = Struct("f")


@dataclass(frozen=True, slots=True)
class Format:
    """Binary floating point of IEEE 754.

    A normal number has so many `digits`; 2^`smallest` is the least positive number, and all are below 2^`beyond`.
    """

    name: str
    digits: int
    smallest: int
    beyond: int

    @property
    def smallest_normal(self) -> float:
        """The least number with all digits."""
        return ldexp(1.0, self.smallest + self.digits - 1)

    def round(self, number: Number) -> float:
        """The nearest number of the format, of two the even one; beyond its range an infinity."""
        sign, man, exp, _ = mpf(number)._mpf_
        return self.nearest(sign, man, exp) if man else float(number)

    def nearest(self, sign: int, man: int, exp: int) -> float:
        """The nearest number of the format to (−1)^sign · man · 2^exp, a positive `man`."""
        bits = man.bit_length()
        cut = self.unit(exp + bits) - exp
        if cut > bits + 1:
            return -0.0 if sign else 0.0
        if cut > 0:
            rest, half = man & ((1 << cut) - 1), 1 << (cut - 1)
            man >>= cut
            man += rest > half or (rest == half and man & 1)
            exp += cut
        size = inf if man.bit_length() + exp > self.beyond else ldexp(man, exp)
        return -size if sign else size

    def narrow(self, number: float) -> float:
        """`round` of a double."""
        if self.digits == 53:
            return number
        try:
            return float(_SINGLE.unpack(_SINGLE.pack(number))[0])
        except OverflowError:
            return copysign(inf, number)

    def narrow_all(self, numbers: list[float]) -> list[float]:
        """`narrow` of each of them."""
        return numbers if self.digits == 53 else array("f", numbers).tolist()

    def unit(self, magnitude: int) -> int:
        """The exponent of the last place of numbers from 2^(magnitude − 1) to 2^magnitude."""
        return max(magnitude - self.digits, self.smallest)

    def error(self, got: float, true: Number) -> float:
        """How far a result is from the true value, in units of the last place of that; infinite where one of them is nan.

        What lies beyond the range counts as the first power of 2 there.
        """
        _, man, exp, bits = true._mpf_
        if man and isfinite(got) and exp + bits <= self.beyond:
            return float(mp.ldexp(abs(true - got), -self.unit(exp + bits)))
        if isnan(got) or mp.isnan(true):
            return 0.0 if isnan(got) and mp.isnan(true) else inf
        end = mp.ldexp(1, self.beyond)
        true = max(-end, min(end, true))
        distance = abs((mpf(got) if isfinite(got) else copysign(1.0, got) * end) - true)
        magnitude = min(mp.mag(true), self.beyond) if true else self.smallest
        return float(mp.ldexp(distance, -self.unit(magnitude)))

    def lost(self, got: float, true: Number) -> bool:
        """Whether a result is 0, infinite or nan where the true value is not, by more than one unit of the last place."""
        there = self.round(true)
        return bool(isfinite(there) and there and (not got or not isfinite(got)) and self.error(got, true) > 1)


FLOAT64 = Format("float64", 53, -1074, 1024)
FLOAT32 = Format("float32", 24, -149, 128)
FORMATS = (FLOAT64, FLOAT32)
"""The formats that generated code computes in."""
