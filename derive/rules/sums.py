"""What holds for finite sums, products, maxima and Kronecker deltas, over a whole dimension or a restricted one."""

from __future__ import annotations

from derive.rules.entry import entry

RULES = tuple(
    entry(name, equation, where, reason)
    for name, equation, where, reason in (
        ("sum_add", "sum(f[k] + g[k] for k in K if P[k]) == sum(f[k] for k in K if P[k]) + sum(g[k] for k in K if P[k])", "", "split the sum term by term"),
        ("sum_neg", "sum(-f[k] for k in K if P[k]) == -sum(f[k] for k in K if P[k])", "", "the sign goes in front of the sum"),
        ("sum_factor", "sum(c*f[k] for k in K if P[k]) == c*sum(f[k] for k in K if P[k])", "", "a constant factor goes in front of the sum"),
        ("sum_constant", "sum(c for k in K) == K*c", "", "all summands are equal"),
        ("sum_swap", "sum(sum(f[k, l] for l in L) for k in K) == sum(sum(f[k, l] for k in K) for l in L)", "", "exchange the sums"),
        ("sum_split", "sum(f[k] for k in K) == f[i] + sum(f[k] for k in K if k != i)", "", "take the term {i} out of the sum"),
        ("sum_split_more", "sum(f[k] for k in K if P[k]) == (f[i] if P[i] else 0) + sum(f[k] for k in K if P[k] and k != i)", "", "take one term out of the sum"),
        ("sum_guard", "sum(f[k] for k in K if P[k]) == sum((f[k] if P[k] else 0) for k in K)", "", "write the condition into the summand"),
        ("sum_delta", "sum(delta(k, j)*f[k] for k in K) == f[j]", "", "the delta keeps one term of the sum"),
        ("sum_delta_except", "sum(delta(k, j)*f[k] for k in K if k != i) == (1 - delta(i, j))*f[j]", "", "the delta keeps one term, if the sum has it"),
        ("sum_delta_where", "sum(delta(k, j)*f[k] for k in K if P[k]) == (f[j] if P[j] else 0)", "", "the delta keeps one term, if the sum has it"),
        ("delta_same", "delta(i, i) == 1", "", "equal indices"),
        ("delta_apart", "delta(i, j) == 0", "i != j", "different indices"),
        ("delta_square", "delta(i, j)**2 == delta(i, j)", "", "a delta is 0 or 1"),
        ("delta_moves", "delta(i, j)*f[i] == delta(i, j)*f[j]", "", "where the delta is not 0 the indices are equal"),
        ("if_equal", "(u if i == j else v) == delta(i, j)*u + (1 - delta(i, j))*v", "", "a condition on indices is a delta"),
        ("if_apart", "(u if i != j else v) == (1 - delta(i, j))*u + delta(i, j)*v", "", "a condition on indices is a delta"),
        ("prod_mul", "prod(f[k]*g[k] for k in K if P[k]) == prod(f[k] for k in K if P[k])*prod(g[k] for k in K if P[k])", "", "split the product factor by factor"),
        ("prod_constant", "prod(c for k in K) == c**K", "c > 0", "all factors are equal"),
        ("prod_split", "prod(f[k] for k in K) == f[i]*prod(f[k] for k in K if k != i)", "", "take the factor {i} out of the product"),
        ("exp_sum", "exp(sum(f[k] for k in K if P[k])) == prod(exp(f[k]) for k in K if P[k])", "", "the exponential of a sum is a product"),
        ("log_prod", "log(prod(f[k] for k in K)) == sum(log(f[k]) for k in K)", "f[k] > 0", "the logarithm of a product is a sum"),
        ("largest_add", "max(f[k] + c for k in K) == max(f[k] for k in K) + c", "", "a constant goes out of the maximum"),
        ("smallest_add", "min(f[k] + c for k in K) == min(f[k] for k in K) + c", "", "a constant goes out of the minimum"),
        ("largest_bounds", "f[i] <= max(f[k] for k in K)", "", "no element is larger than the maximum"),
        ("smallest_bounds", "min(f[k] for k in K) <= f[i]", "", "no element is smaller than the minimum"),
        ("sum_bounds", "f[i] <= sum(f[k] for k in K)", "f[k] >= 0", "one term is at most the sum of all, none being negative"),
    )
)  # fmt: skip
"""Every rule about reductions and deltas."""
