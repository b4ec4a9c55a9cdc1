"""What does a machine make of a number?  Binary formats with a limited number of digits and a limited range.

- `formats`: float32 and float64: rounding to them, and how far a result is from the true value, in units of the last place
"""

from derive.arithmetic.formats import FLOAT32, FLOAT64, FORMATS, Format

__all__ = ["FLOAT32", "FLOAT64", "FORMATS", "Format"]
