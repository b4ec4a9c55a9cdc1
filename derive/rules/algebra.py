"""What holds for the functions of the language, powers and branches.  Rational arithmetic needs no rules: it is `kernel.ring`."""

from __future__ import annotations

from derive.expr import If, Not, Pred, Ref
from derive.kernel import Rule
from derive.rules.entry import entry

_P, _U, _V = Pred("P"), Ref("u"), Ref("v")

RULES = (
    *(
        entry(name, equation, where, reason)
        for name, equation, where, reason in (
            ("exp_add", "exp(u + v) == exp(u)*exp(v)", "", "the exponential of a sum is a product"),
            ("exp_neg", "exp(-u) == 1/exp(u)", "", "a negative exponent is a reciprocal"),
            ("exp_zero", "exp(0) == 1", "", "the exponential of 0 is 1"),
            ("exp_times", "exp(n*u) == exp(u)**n", "", "a multiple in the exponent is a power"),
            ("exp_log", "exp(log(u)) == u", "u > 0", "the exponential undoes the logarithm"),
            ("log_exp", "log(exp(u)) == u", "", "the logarithm undoes the exponential"),
            ("log_one", "log(1) == 0", "", "the logarithm of 1 is 0"),
            ("log_mul", "log(u*v) == log(u) + log(v)", "u > 0 and v > 0", "the logarithm of a product is a sum"),
            ("log_div", "log(u/v) == log(u) - log(v)", "u > 0 and v > 0", "the logarithm of a quotient is a difference"),
            ("log_pow", "log(u**n) == n*log(u)", "u > 0", "the logarithm of a power"),
            ("sqrt_square", "sqrt(u)**2 == u", "u >= 0", "the square of a square root"),
            ("sqrt_of_square", "sqrt(u**2) == abs(u)", "", "the square root of a square"),
            ("sqrt_mul", "sqrt(u*v) == sqrt(u)*sqrt(v)", "u >= 0 and v >= 0", "the square root of a product"),
            ("sqrt_div", "sqrt(u/v) == sqrt(u)/sqrt(v)", "u >= 0 and v > 0", "the square root of a quotient"),
            ("sqrt_pow", "sqrt(u) == u**(1/2)", "u > 0", "a square root is a power"),
            ("pow_exp", "u**v == exp(v*log(u))", "u > 0", "a power is an exponential"),
            ("abs_square", "abs(u)**2 == u**2", "", "a square has no sign"),
            ("abs_of_positive", "abs(u) == u", "u >= 0", "the size of a number that is not negative"),
            ("abs_of_negative", "abs(u) == -u", "u <= 0", "the size of a number that is not positive"),
            ("sign_square", "sign(u)**2 == 1", "u != 0", "a sign is 1 or −1"),
            ("sign_abs", "sign(u)*abs(u) == u", "", "sign times size"),
            ("sign_quotient", "sign(u) == u/abs(u)", "", "a number over its size is its sign"),
            ("sign_of_positive", "sign(u) == 1", "u > 0", "a positive number has sign 1"),
            ("sign_of_negative", "sign(u) == -1", "u < 0", "a negative number has sign −1"),
            ("tan_quotient", "tan(u) == sin(u)/cos(u)", "", "the tangent is sine over cosine"),
            ("sin_square", "sin(u)**2 == 1 - cos(u)**2", "", "the squares of sine and cosine add up to 1"),
            ("sinh_exp", "sinh(u) == (exp(u) - exp(-u))/2", "", "the hyperbolic sine in exponentials"),
            ("cosh_exp", "cosh(u) == (exp(u) + exp(-u))/2", "", "the hyperbolic cosine in exponentials"),
            ("tanh_exp", "tanh(u) == (exp(u) - exp(-u))/(exp(u) + exp(-u))", "", "the hyperbolic tangent in exponentials"),
            ("sin_odd", "sin(-u) == -sin(u)", "", "the sine is odd"),
            ("cos_even", "cos(-u) == cos(u)", "", "the cosine is even"),
            ("erf_odd", "erf(-u) == -erf(u)", "", "the error function is odd"),
            ("atan_odd", "atan(-u) == -atan(u)", "", "the arctangent is odd"),
            ("max_if", "max(u, v) == (u if u >= v else v)", "", "the larger of the two"),
            ("min_if", "min(u, v) == (u if u <= v else v)", "", "the smaller of the two"),
            ("if_less", "(u if v < w else z) == (z if w <= v else u)", "", "the branches change places"),
            ("if_unequal", "(u if v != w else z) == (z if v == w else u)", "", "the branches change places"),
            ("if_scaled", "(u if a <= b else v) == (u if n*a <= n*b else v)", "n > 0", "both sides of the comparison times a positive number"),
            ("if_moved", "(u if a <= b else v) == (u if 0 <= d else v)", "d == b - a", "the same comparison of the difference with 0"),
            ("if_and", "(u if P and Q else v) == ((u if Q else v) if P else v)", "", "one condition after the other"),
            ("if_indicator", "(u if P else v) == (1 if P else 0)*u + (1 - (1 if P else 0))*v", "", "a branch is an indicator times its value"),
            ("indicator_square", "(1 if P else 0)**2 == (1 if P else 0)", "", "an indicator is 0 or 1"),
            ("if_factor", "(c*u if P else c*v) == c*(u if P else v)", "", "a factor of both branches goes in front"),
            ("if_same", "(u if P else u) == u", "", "both branches are equal"),
        )
    ),
    Rule("if_true", If(_P, _U, _V), "==", _U, (_P,), "the condition holds"),
    Rule("if_false", If(_P, _U, _V), "==", _V, (Not(_P),), "the condition does not hold"),
)  # fmt: skip
"""Every rule about functions; their monotonicity and ranges are in `signs`."""
