"""What does a machine make of it?  Binary formats with a limited number of digits and a limited range.

- `formats`: float32 and float64: rounding to them, and how far a result is from the true value, in units of the last place
- `elementary`: exp, log and the like, as exact as libraries compute them
- `simulate`: a function of a program at one point, in the arithmetic of a format, the same on every machine
"""

from derive.arithmetic.formats import FLOAT32, FLOAT64, FORMATS, Format
from derive.arithmetic.simulate import Simulated, needed, simulate, simulate_one

__all__ = ["FLOAT32", "FLOAT64", "FORMATS", "Format", "Simulated", "needed", "simulate", "simulate_one"]
