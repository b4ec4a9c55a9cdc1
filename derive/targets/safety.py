"""May inputs be large?  What the tests of a module may ask of it at inputs of ±1000.

Comes in: a `Program`.  Goes out: whether all that its last definition's functions compute stays within the floats, and
does not cancel, when inputs are large.  This is a plain look at each assignment, not a proof: where it cannot tell, the
tests keep to moderate inputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from derive.program import Function, Program, Value

__all__ = ["large_inputs_are_safe"]

TAME = frozenset({
    "add", "sub", "mul", "neg", "log", "log1p", "below", "peak", "raised", "exp_below", "log1pexp", "pinball",
    "times_log", "over", "where", "isnan", "abs", "max", "min", "and", "or", "not", "tanh", "atan", "erf", "erfc", "sin", "cos",
})  # fmt: skip
"""Primitives that neither overflow nor lose digits at ±1000."""
JUMPS = frozenset({"sign", "floor", "==", "!=", "<", "<=", ">", ">="})
"""Those that jump, and may do so wrongly where a number has become 0."""
HIGHEST_POWER = 3


def large_inputs_are_safe(program: Program, of: str = "") -> bool:
    """Whether every function of a quantity, the theory's last definition unless said otherwise, may be tested at ±1000."""
    return all(_safe(f) for f in program.module if f.of == (of or program.functions.of))


def _safe(function: Function) -> bool:
    facts = _Facts(function)
    return all(facts.safe(value) for value in function.values)


class _Facts:
    """What is known of the signs of the values of one function."""

    def __init__(self, function: Function) -> None:
        self.values = function.values

    def args(self, value: Value) -> list[Value]:
        return [self.values[a.value] for a in value.args]

    def safe(self, value: Value) -> bool:
        """Whether this assignment may be made at large inputs, if its operands may."""
        args = self.args(value)
        if value.op == "reduce":
            return value.data[0] != "prod"
        if value.op != "map":
            return True
        op = value.data[0]
        if op in ("exp", "expm1", "times_exp"):
            return self.not_positive(args[-1])
        if op == "cosh":
            return self.only_divides(value)
        if op in ("div", "share", "share_per", "per"):
            return all(map(self.away_from_zero, args[1:] if op == "per" else args[1::2]))
        if op == "pow":
            number = self.number(args[1])
            return number is not None and number.denominator == 1 and 0 <= number <= HIGHEST_POWER
        return op in TAME or (op in JUMPS and all(a.op in ("input", "number", "positions") for a in args))

    def only_divides(self, value: Value) -> bool:
        """Whether it is used in numbers divided by it only, which become 0 where it overflows."""
        users = [v for v in self.values if any(self.values[a.value] is value for a in v.args)]
        return all(self.is_map(u, "div") and self.number(self.args(u)[0]) is not None for u in users)

    def number(self, value: Value) -> Fraction | None:
        number = value.data[0] if value.op == "number" else None
        return number if isinstance(number, Fraction) else Fraction(number) if isinstance(number, int) else None

    def is_map(self, value: Value, *ops: str) -> bool:
        return value.op == "map" and value.data[0] in ops

    def not_positive(self, value: Value) -> bool:
        number = self.number(value)
        if number is not None:
            return number <= 0
        if value.op == "map":
            args = self.args(value)
            rules: Mapping[str, bool] = {
                "below": True,
                "neg": self.is_map(value, "neg") and self.not_negative(args[0]),
                "mul": self.is_map(value, "mul") and any(
                    self.not_positive(a) and self.not_negative(b) for a, b in (args, args[::-1])
                ),
            }  # fmt: skip
            return rules.get(str(value.data[0]), False)
        return value.op == "reduce" and self.not_positive(self.args(value)[0])

    def not_negative(self, value: Value) -> bool:
        number = self.number(value)
        if number is not None:
            return number >= 0
        if value.op == "map":
            if value.data[0] in ("abs", "exp", "exp_below"):
                return True
            return value.data[0] in ("mul", "add", "where") and all(map(self.not_negative, self.args(value)[-2:]))
        return value.op in ("size", "positions", "eye", "exps", "odds", "unit", "least") or (
            value.op == "reduce" and self.not_negative(self.args(value)[0])
        )

    def away_from_zero(self, value: Value) -> bool:
        """Whether it is a positive number plus what is not negative, a sum of shifted exponentials, or a length."""
        number = self.number(value)
        if number is not None:
            return number != 0
        if value.op == "size":
            return True
        if self.is_map(value, "cosh"):
            return True
        if self.is_map(value, "add"):
            args = self.args(value)
            kinds = [[a.op for a in self.args(a)] if self.is_map(a, "mul") else [a.op] for a in args]
            of_odds = (
                kinds[0] in (["unit"], ["unit", "unit"]) and kinds[1][0] == "odds"
            )  # 1 + e, or its square 1 + e(2 + e)
            return all(map(self.not_negative, args)) and (of_odds or any((self.number(a) or 0) > 0 for a in args))
        if self.is_map(value, "mul"):
            return all(map(self.away_from_zero, self.args(value)))
        if value.op == "reduce" and value.data[0] == "sum":
            below = self.args(value)[0]
            return below.op == "exps" or self.is_map(below, "exp_below")
        return False
