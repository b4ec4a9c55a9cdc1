"""What keeps a computation from overflowing and cancelling?  Equations that hold for all real numbers; code uses the right side.

An entry has, beside name, equation, conditions and reason as in every table, its `use`:

- "cure": the left side loses digits or overflows where the right side does not, so code replaces it wherever it stands.
- "shift": a cure for any quotient or logarithm of sums of exponentials; c is the largest of all exponents, and e^−c goes inside.
- "weigh": a factor in front of a sum with a logarithm goes inside.
- "view": the right side is only another way to see the left one, in which a cure may be recognised.
- "both": a cure, and a view.
- "split": a logarithm falls into parts; worth it where a cure applies to one of them.
- "merge": an exponential of a logarithm goes; worth it where a cure applies to the result.
- "real": worth it where the exponent is no integer, so that nothing is lost that a product shares.
- "complement": worth it where a cure applies to what something lacks to 1.
- "centre": both sides of a difference move by the same, which is chosen near both.

Names that only the right side has stand for any term; `choice` says which one makes it a cure.  No entry mentions a function
of the library: what is recognised is the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from derive.expr import Term
from derive.kernel import Rule
from derive.language import parse_rule
from derive.rules.entry import entry

__all__ = ["RULES", "STABILITY", "Stability"]


@dataclass(frozen=True, slots=True)
class Stability:
    """A rule, when code uses it, and what it chooses for the names that the left side lacks."""

    rule: Rule
    use: str
    choice: Mapping[str, Term] = field(default_factory=dict)


def _choice(text: str) -> Mapping[str, Term]:
    """`c == …` as a choice of c."""
    if not text:
        return {}
    chosen = parse_rule(text)
    assert isinstance(chosen.right, Term)
    return {chosen.left.name: chosen.right}  # type: ignore[union-attr]


_LARGEST = "c == max(v[k] for k in K if P[k])"
_LARGEST_THERE = "c == max(v[k] for k in K if P[k] and w[k] != 0)"

STABILITY = tuple(
    Stability(entry(name, equation, where, reason), use, _choice(choice))
    for name, use, equation, where, choice, reason in (
        # Sums of exponentials: nothing changes when all exponents move by c; moved by the largest, none overflows.
        ("shift_log_ratio", "cure", "log(exp(u)/sum(exp(v[k]) for k in K)) == u - c - log(sum(exp(v[k] - c) for k in K))", "", "c == max(v[k] for k in K)", "a shift of all exponents cancels, and the logarithm undoes the exponential"),
        ("shift_log_ratio_where", "cure", "log(exp(u)/sum(exp(v[k]) for k in K if P[k])) == u - c - log(sum(exp(v[k] - c) for k in K if P[k]))", "sum(exp(v[k]) for k in K if P[k]) > 0", _LARGEST, "a shift of all exponents cancels, and the logarithm undoes the exponential"),
        ("shift_ratio", "cure", "exp(u)/sum(exp(v[k]) for k in K if P[k]) == exp(u - c)/sum(exp(v[k] - c) for k in K if P[k])", "", _LARGEST, "a shift of all exponents cancels: c = the largest"),
        ("shift_mean", "cure", "sum(w[k]*exp(v[k]) for k in K if P[k])/sum(exp(v[k]) for k in K if P[k]) == sum(w[k]*exp(v[k] - c) for k in K if P[k])/sum(exp(v[k] - c) for k in K if P[k])", "", _LARGEST, "a shift of all exponents cancels: c = the largest"),
        ("shift_weighted_share", "cure", "w[i]*exp(v[i])/sum(w[k]*exp(v[k]) for k in K if P[k]) == w[i]*exp(v[i] - c)/sum(w[k]*exp(v[k] - c) for k in K if P[k])", "", _LARGEST_THERE, "a shift of all exponents cancels: c = the largest that has a weight"),
        ("shift_weighted_ratio", "cure", "exp(u)/sum(w[k]*exp(v[k]) for k in K if P[k]) == exp(u - c)/sum(w[k]*exp(v[k] - c) for k in K if P[k])", "", _LARGEST_THERE, "a shift of all exponents cancels: c = the largest"),
        ("shift_log_sum", "cure", "log(sum(exp(v[k]) for k in K)) == c + log(sum(exp(v[k] - c) for k in K))", "", "c == max(v[k] for k in K)", "take the largest exponential out of the sum"),
        ("shift_log_difference", "cure", "v[i] - log(sum(exp(v[k]) for k in K)) == v[i] - c - log(sum(exp(v[k] - c) for k in K))", "", "c == max(v[k] for k in K)", "take the largest exponential out of the sum"),
        ("shift_log_sum_where", "cure", "log(sum(exp(v[k]) for k in K if P[k])) == c + log(sum(exp(v[k] - c) for k in K if P[k]))", "sum(exp(v[k]) for k in K if P[k]) > 0", _LARGEST, "take the largest exponential out of the sum"),
        ("shift_log_weighted", "cure", "log(sum(w[k]*exp(v[k]) for k in K if P[k])) == c + log(sum(w[k]*exp(v[k] - c) for k in K if P[k]))", "sum(w[k]*exp(v[k]) for k in K if P[k]) > 0", _LARGEST_THERE, "take the largest exponential out of the sum"),
        ("log_add_exp", "cure", "log(exp(u) + exp(v)) == max(u, v) + log(1 + exp(-abs(u - v)))", "", "", "take the larger exponential out of the sum"),
        ("shift_quotient", "shift", "u/d == u*exp(-c)/(d*exp(-c))", "", "", "a shift of all exponents cancels: c = the largest"),
        ("shift_log", "shift", "log(d) == c + log(d*exp(-c))", "d > 0", "", "take the largest exponential out of the sum"),
        # One exponential: computed from e^-|v|, which is at most 1.
        ("softplus", "cure", "log(1 + exp(v)) == max(v, 0) + log(1 + exp(-abs(v)))", "", "", "take the larger of 1 and the exponential out of the sum"),
        ("log_cosh", "cure", "log(cosh(v)) == abs(v) + log(1 + exp(-(2*abs(v)))) - log(2)", "", "", "take the larger exponential out of the hyperbolic cosine"),
        ("sigmoid", "cure", "1/(1 + exp(-v)) == (1 if v >= 0 else exp(-abs(v)))/(1 + exp(-abs(v)))", "", "", "divide both sides of the fraction by the larger of 1 and the exponential"),
        ("sigmoid_mirrored", "cure", "1/(1 + exp(v)) == (1 if v <= 0 else exp(-abs(v)))/(1 + exp(-abs(v)))", "", "", "divide both sides of the fraction by the larger of 1 and the exponential"),
        ("sigmoid_slope", "cure", "exp(v)/(1 + exp(v))**2 == exp(-abs(v))/(1 + exp(-abs(v))*(2 + exp(-abs(v))))", "", "", "the slope is the same at v and −v"),
        ("sigmoid_slope_product", "cure", "exp(-v)*(1/(1 + exp(-v)))**2 == exp(-abs(v))/(1 + exp(-abs(v))*(2 + exp(-abs(v))))", "", "", "the slope is the same at v and −v"),
        ("sigmoid_slope_complement", "cure", "1/(1 + exp(-v))*(1 - 1/(1 + exp(-v))) == exp(-abs(v))/(1 + exp(-abs(v))*(2 + exp(-abs(v))))", "", "", "the slope is the same at v and −v"),
        ("one_minus_sigmoid", "both", "1 - 1/(1 + exp(-v)) == 1/(1 + exp(v))", "", "", "what a sigmoid lacks to 1 is its mirror image"),
        ("one_minus_mirrored", "both", "1 - 1/(1 + exp(v)) == 1/(1 + exp(-v))", "", "", "what a sigmoid lacks to 1 is its mirror image"),
        ("sigmoid_quotient", "both", "exp(v)/(1 + exp(v)) == 1/(1 + exp(-v))", "", "", "divide both sides of the fraction by the exponential"),
        ("two_exponentials", "both", "exp(u)/(exp(u) + exp(v)) == 1/(1 + exp(v - u))", "", "", "divide both sides of the fraction by the exponential"),
        ("complement", "both", "1 - (1 - v) == v", "", "", "what is taken from 1 twice comes back"),
        # What is left beside one term: summed, not subtracted, so that it keeps its digits where that term is nearly all.
        ("one_minus_share", "both", "1 - f[i]/sum(f[k] for k in K) == sum(f[k] for k in K if k != i)/sum(f[k] for k in K)", "f[k] > 0", "", "what a share lacks to 1 are the shares of the others"),
        ("sum_less_own", "both", "sum(f[k] for k in K) - f[i] == sum(f[k] for k in K if k != i)", "", "", "a sum without one of its terms"),
        ("less_weight", "complement", "u - t == (1 - t)*u - t*(1 - u)", "0 <= t and t <= 1", "", "what u lacks to 1 is known to the last digit, u − 1 is not"),
        ("weight_less", "complement", "t - u == t*(1 - u) - (1 - t)*u", "0 <= t and t <= 1", "", "what u lacks to 1 is known to the last digit, u − 1 is not"),
        ("less_weight_in_sum", "complement", "u - t + r == (1 - t)*u - t*(1 - u) + r", "0 <= t and t <= 1", "", "what u lacks to 1 is known to the last digit, u − 1 is not"),
        ("weight_in_sum", "complement", "t - u + r == t*(1 - u) - (1 - t)*u + r", "0 <= t and t <= 1", "", "what u lacks to 1 is known to the last digit, u − 1 is not"),
        ("scaled_less_weight", "complement", "(1 + z)*u - t == (1 - t)*u - t*(1 - u) + z*u", "0 <= t and t <= 1", "", "what u lacks to 1 is known to the last digit, u − 1 is not"),
        ("weight_less_scaled", "complement", "t - (1 + z)*u == t*(1 - u) - (1 - t)*u - z*u", "0 <= t and t <= 1", "", "what u lacks to 1 is known to the last digit, u − 1 is not"),
        ("less_share_of_sum", "cure", "w[i] - f[i]/sum(f[k] for k in K)*sum(w[k] for k in K) == w[i]*(sum(f[k] for k in K if k != i)/sum(f[k] for k in K)) - f[i]/sum(f[k] for k in K)*sum(w[k] for k in K if k != i)", "f[k] > 0", "", "the own term is taken out of the sum"),
        ("less_mean", "centre", "w[i] - sum(w[k]*(f[k]/sum(f[l] for l in K)) for k in K) == w[i] - c - sum((w[k] - c)*(f[k]/sum(f[l] for l in K)) for k in K)", "f[k] > 0", "c == sum(w[k]*(f[k]/sum(f[l] for l in K)) for k in K)", "the difference from a mean does not change when all move by c: c = the mean, as far as it is known"),
        ("log_odds", "both", "log(1/(1 + exp(-v))) - log(1 - 1/(1 + exp(-v))) == v", "", "", "the logarithm of the odds is the score"),
        ("log_odds_mirrored", "both", "log(1 - 1/(1 + exp(-v))) - log(1/(1 + exp(-v))) == -v", "", "", "the logarithm of the odds is the score"),
        ("softplus_less_score", "both", "log(1 + exp(v)) - v == log(1 + exp(-v))", "", "", "take the exponential out of the sum"),
        ("softplus_less_weighted", "cure", "log(1 + exp(v)) - t*v == (1 - t)*log(1 + exp(v)) + t*log(1 + exp(-v))", "0 <= t and t <= 1", "", "each of the two outcomes has its own logarithm"),
        # Hyperbolic functions, which libraries compute to the last digit.
        ("tanh_quotient", "both", "(exp(v) - exp(-v))/(exp(v) + exp(-v)) == tanh(v)", "", "", "the hyperbolic tangent in exponentials"),
        ("tanh_ratio", "both", "sinh(v)/cosh(v) == tanh(v)", "", "", "the hyperbolic tangent is hyperbolic sine over hyperbolic cosine"),
        ("tanh_half", "cure", "(exp(v) - 1)/(exp(v) + 1) == tanh(v/2)", "", "", "the hyperbolic tangent of half the argument"),
        ("tanh_half_mirrored", "cure", "(1 - exp(-v))/(1 + exp(-v)) == tanh(v/2)", "", "", "the hyperbolic tangent of half the argument"),
        ("tanh_sigmoid", "cure", "2/(1 + exp(-v)) - 1 == tanh(v/2)", "", "", "a sigmoid between −1 and 1 is a hyperbolic tangent"),
        ("sech_square", "cure", "1 - tanh(v)**2 == (1/cosh(v))**2", "", "", "the slope of the hyperbolic tangent"),
        ("one_plus_tanh", "cure", "1 + tanh(v) == 2/(1 + exp(-(2*v)))", "", "", "a hyperbolic tangent and 1 are twice a sigmoid"),
        ("one_minus_tanh", "cure", "1 - tanh(v) == 2/(1 + exp(2*v))", "", "", "what a hyperbolic tangent lacks to 1 is twice a sigmoid"),
        ("one_plus_tanh_in_sum", "cure", "1 + tanh(v) + r == 2/(1 + exp(-(2*v))) + r", "", "", "a hyperbolic tangent and 1 are twice a sigmoid"),
        ("half_plus_tanh", "cure", "1/2 + tanh(v)/2 == 1/(1 + exp(-(2*v)))", "", "", "half of a hyperbolic tangent and 1 is a sigmoid"),
        ("half_plus_tanh_in_sum", "cure", "1/2 + tanh(v)/2 + r == 1/(1 + exp(-(2*v))) + r", "", "", "half of a hyperbolic tangent and 1 is a sigmoid"),
        # What an error function lacks to 1, for which libraries have a function.
        ("one_plus_erf", "cure", "1 + erf(v) == 1 - erf(-v)", "", "", "the error function is odd"),
        ("half_plus_erf", "cure", "1/2 + erf(v)/2 == (1 - erf(-v))/2", "", "", "the error function is odd"),
        ("one_plus_erf_in_sum", "cure", "1 + erf(v) + r == 1 - erf(-v) + r", "", "", "the error function is odd"),
        ("half_plus_erf_in_sum", "cure", "1/2 + erf(v)/2 + r == (1 - erf(-v))/2 + r", "", "", "the error function is odd"),
        ("sinh_difference", "cure", "(exp(v) - exp(-v))/2 == sinh(v)", "", "", "the hyperbolic sine in exponentials"),
        # Factors of a quotient whose exponentials cancel: the largest of each is taken out, and what is left is at most 1.
        ("larger_of_sum", "shift", "exp(u) + exp(v) == exp(max(u, v))*(1 + exp(-abs(u - v)))", "", "", "take the larger exponential out of the sum"),
        ("larger_of_difference", "shift", "exp(u) - exp(v) == exp(max(u, v))*(1 - exp(-abs(u - v)) if u >= v else exp(-abs(u - v)) - 1)", "", "", "take the larger exponential out of the difference"),
        ("larger_of_one", "shift", "exp(v) == exp(max(v, 0))*exp(min(0, v))", "", "", "take the larger of 1 and the exponential out"),
        ("larger_of_cosh", "shift", "cosh(v) == exp(abs(v))*((1 + exp(-(2*abs(v))))/2)", "", "", "take the larger exponential out of the hyperbolic cosine"),
        ("larger_of_sinh", "shift", "sinh(v) == exp(abs(v))*((1 - exp(-(2*abs(v))) if v >= 0 else exp(-(2*abs(v))) - 1)/2)", "", "", "take the larger exponential out of the hyperbolic sine"),
        ("exp_merge", "shift", "exp(u)*exp(v) == exp(u + v)", "", "", "a product of exponentials, of which one may overflow where the other vanishes"),
        # Logarithms of what was an exponential.
        ("log_of_exp", "cure", "log(exp(u)) == u", "", "", "the logarithm undoes the exponential"),
        ("log_of_prod", "cure", "log(prod(f[k] for k in K if P[k])) == sum(log(f[k]) for k in K if P[k])", "f[k] > 0", "", "the logarithm of a product is a sum"),
        ("log_of_inverse", "split", "log(1/v) == -log(v)", "v > 0", "", "the logarithm of a reciprocal"),
        ("log_of_quotient", "split", "log(u/v) == log(u) - log(v)", "u > 0 and v > 0", "", "the logarithm of a quotient is a difference"),
        ("log_of_product", "split", "log(u*v) == log(u) + log(v)", "u > 0 and v > 0", "", "the logarithm of a product is a sum"),
        ("log_of_power", "split", "log(u**n) == n*log(u)", "u > 0", "", "the logarithm of a power"),
        ("log_of_root", "split", "log(sqrt(u)) == log(u)/2", "u > 0", "", "the logarithm of a square root"),
        ("weigh_log", "weigh", "u*(v + log(w)) == u*v + u*log(w)", "", "", "each logarithm has its own weight, so that 0 times log 0 is 0"),
        # Exponentials of what was a logarithm.
        ("exp_of_log", "merge", "exp(log(u)) == u", "u > 0", "", "the exponential undoes the logarithm"),
        ("exp_of_log_below", "merge", "exp(u - log(v)) == exp(u)/v", "v > 0", "", "the exponential of a difference is a quotient"),
        ("exp_real_power", "real", "exp(v)**n == exp(n*v)", "", "", "a power of an exponential"),
        # Exponentials met inside a logarithm.
        ("exp_quotient", "view", "exp(u)/exp(v) == exp(u - v)", "", "", "a quotient of exponentials"),
        ("exp_inverse", "view", "1/exp(v) == exp(-v)", "", "", "the reciprocal of an exponential"),
        ("exp_product", "view", "exp(u)*exp(v) == exp(u + v)", "", "", "a product of exponentials"),
        ("exp_power", "view", "exp(v)**n == exp(n*v)", "", "", "a power of an exponential"),
    )
)  # fmt: skip
"""The entries, in the order in which they are tried."""

RULES = tuple(stability.rule for stability in STABILITY)
"""Every rule of the table."""
