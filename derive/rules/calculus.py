"""The rules of differentiation.

The left side's derivative carries the conditions under which it exists (`Context.smooth`), so an entry states none of those.
"""

from __future__ import annotations

from derive.expr import FUNCTIONS
from derive.rules.entry import entry

RULES = (
    *(
        entry(name, equation, where, reason)
        for name, equation, where, reason in (
            ("diff_add", "diff(u + v, x) == diff(u, x) + diff(v, x)", "", "differentiate term by term"),
            ("diff_neg", "diff(-u, x) == -diff(u, x)", "", "the sign stays"),
            ("diff_mul", "diff(u*v, x) == diff(u, x)*v + u*diff(v, x)", "", "product rule"),
            ("diff_scale", "diff(c*u, x) == c*diff(u, x)", "diff(c, x) == 0", "a constant factor stays in front"),
            ("diff_div", "diff(g/h, x) == (diff(g, x)*h - g*diff(h, x))/h**2", "", "quotient rule with g = {g}, h = {h}"),
            ("diff_inverse", "diff(c/h, x) == -c/h**2*diff(h, x)", "diff(c, x) == 0", "derivative of a reciprocal, h = {h}"),
            ("diff_pow", "diff(u**n, x) == n*u**m*diff(u, x)", "n == m + 1 and diff(n, x) == 0", "power rule"),
            ("diff_exponent", "diff(u**v, x) == u**v*(diff(v, x)*log(u) + v*diff(u, x)/u)", "u > 0", "power rule with the exponent varying"),
            ("diff_sum", "diff(sum(f[k] for k in K if P[k]), x) == sum(diff(f[k], x) for k in K if P[k])", "", "differentiate under the sum"),
            ("diff_prod", "diff(prod(f[k] for k in K if P[k]), x) == sum(diff(f[k], x)*prod(f[l] for l in K if P[l] and l != k) for k in K if P[k])", "", "product rule over all factors"),
            ("diff_largest", "diff(max(f[k] for k in K), x) == sum(delta(k, argmax(f[l] for l in K))*diff(f[k], x) for k in K)", "", "the largest one varies"),
            ("diff_smallest", "diff(min(f[k] for k in K), x) == sum(delta(k, argmax(-f[l] for l in K))*diff(f[k], x) for k in K)", "", "the smallest one varies"),
            ("diff_max", "diff(max(u, v), x) == (diff(u, x) if u >= v else diff(v, x))", "", "the larger one varies"),
            ("diff_min", "diff(min(u, v), x) == (diff(u, x) if u <= v else diff(v, x))", "", "the smaller one varies"),
            ("diff_if", "diff(u if P else v, x) == (diff(u, x) if P else diff(v, x))", "", "differentiate each branch"),
            ("diff_delta", "diff(delta(i, argmax(f[k] for k in K)), x) == 0", "", "the largest one stays the same nearby"),
            ("diff_polygamma", "diff(polygamma(n, u), x) == polygamma(m, u)*diff(u, x)", "m == n + 1 and diff(n, x) == 0", "derivative of the polygamma function"),
        )
    ),
    *(
        entry(f"diff_{f.name}", f"diff({f.name}(u), x) == ({f.derivative})*diff(u, x)", "", f"derivative of {f.name}, chain rule")
        for f in FUNCTIONS.values()
        if f.derivative
    ),
)  # fmt: skip
"""Every rule of differentiation; the kernel adds constants, the variable itself, and the chain rule through a definition."""

KINKS = {
    "diff_abs": r"where $u = 0$, $\lvert u \rvert$ has slope $0$",
    "diff_max": r"where $u = v$, $\max(u, v)$ varies as $u$",
    "diff_min": r"where $u = v$, $\min(u, v)$ varies as $u$",
    "diff_largest": "of several largest elements the first one varies",
    "diff_smallest": "of several smallest elements the first one varies",
}
"""Which side is taken where there is no derivative, by the rule that says so; in Markdown."""
