"""How is a derivative pushed inwards?  By the rules of the calculus table, until only ∂a[i]/∂a[j] = δ is left.

Comes in: a term with unevaluated derivatives.  Goes out: a theorem that it equals one without, tidied of the zeros and ones
that constants leave behind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from derive import kernel
from derive.context import Context
from derive.conversion import by_arithmetic, chained, children, each_once, using
from derive.errors import Unsupported
from derive.expr import (
    ONE,
    TRUE,
    ZERO,
    Add,
    Cmp,
    Diff,
    Div,
    Fun,
    If,
    Lambda,
    Mul,
    Neg,
    Node,
    Num,
    Pow,
    Reduce,
    Ref,
    Term,
    add,
    div,
    mul,
    neg,
    num,
    sub,
)  # fmt: skip
from derive.kernel import Rule, Theorem
from derive.rules import rules, table


def has_derivative(node: Node, memo: dict[Node, bool] | None = None) -> bool:
    """Whether a derivative is still to be evaluated in `node`."""
    return isinstance(node, Diff) or any(map(has_derivative, node.children()))


def differentiate(context: Context, term: Term, keep: frozenset[str] = frozenset()) -> Theorem | None:
    """Evaluate every derivative in `term`; those of the quantities in `keep` stay as they are."""

    def go(context: Context, term: Term) -> Theorem | None:
        if not has_derivative(term):
            return None
        if isinstance(term, Diff):
            if isinstance(term.expr, Ref) and term.expr.name in keep:
                return None
            inner = below(context, term) if has_derivative(term.expr) else None
            start = term if inner is None else inner.right
            assert isinstance(start, Diff)
            if has_derivative(start.expr):
                return inner
            pushed = push(context, start)
            return chained(context, inner, pushed, go(context, pushed.right))
        return below(context, term)

    below = children(go)
    result = go(context, term)
    return result if result is None else chained(context, result, tidy(context, result.right))


def push(context: Context, derivative: Diff) -> Theorem:
    """One step inwards."""
    expr, var = derivative.expr, derivative.var
    if not context.depends(expr, var.name):
        return kernel.constant(context, derivative)
    if isinstance(expr, Ref):
        if expr.name == var.name:
            return kernel.variable(context, derivative)
        if expr.name not in context.definitions:
            raise Unsupported("an index that depends on what is differentiated by")
        return kernel.congruence(context, derivative, (kernel.unfold(context, expr), None))
    special = _SPECIAL.get(type(expr))
    theorem = special(context, derivative) if special is not None else None
    if theorem is None:
        candidates = _by_head().get(_head(expr), ())
        theorem = next((t for t in (using(r)(context, derivative) for r in candidates) if t is not None), None)
    if theorem is None:
        raise Unsupported(f"no rule differentiates {_name(expr)}")
    return theorem


def _name(expr: Term) -> str:
    if isinstance(expr, Fun):
        return expr.name
    return f"a restricted {expr.op}" if isinstance(expr, Reduce) else type(expr).__name__.lower()


def _head(expr: Term) -> tuple[str, str]:
    label = expr.name if isinstance(expr, Fun) else expr.op if isinstance(expr, Reduce) else ""
    return type(expr).__name__, label


@cache
def _by_head() -> Mapping[tuple[str, str], tuple[Rule, ...]]:
    found: dict[tuple[str, str], tuple[Rule, ...]] = {}
    for rule in table("calculus"):
        assert isinstance(rule.left, Diff)
        head = _head(rule.left.expr)
        found[head] = (*found.get(head, ()), rule)
    return found


def _rule(context: Context, name: str, derivative: Diff, **given: Term) -> Theorem:
    """The rule `name` for the variable x at `derivative`'s, its conditions on constants and literals discharged."""
    quantities = {"x": derivative.var, **given}
    theorem = kernel.rule(context, rules()[name], tuple(sorted((n, Lambda((), t)) for n, t in quantities.items())))
    for hypothesis in theorem.hypotheses:
        left, right = hypothesis.children() if isinstance(hypothesis, Cmp) and hypothesis.op == "==" else (None, None)
        proof: Theorem | None = None
        if isinstance(left, Diff) and right == ZERO and not context.depends(left.expr, left.var.name):
            proof = kernel.constant(context, left)
        elif isinstance(left, Term) and isinstance(right, Term):
            proof = by_arithmetic(context, left, right)
        if proof is not None:
            theorem = kernel.discharge(context, theorem, hypothesis, proof)
    return theorem


def _under(context: Context, derivative: Diff, target: Term) -> Theorem | None:
    """The same derivative of an expression that is arithmetically equal."""
    same = by_arithmetic(context, derivative.expr, target)
    return None if same is None else kernel.congruence(context, derivative, (same, None))


def _product(context: Context, derivative: Diff) -> Theorem | None:
    """Constant factors stay in front; otherwise the first factor and the rest, of very many both halves."""
    assert isinstance(derivative.expr, Mul)
    factors = derivative.expr.args
    fixed = [f for f in factors if not context.depends(f, derivative.var.name)]
    varying = [f for f in factors if context.depends(f, derivative.var.name)]
    if not fixed:
        cut = 1 if len(factors) <= 8 else len(factors) // 2
        return _rule(context, "diff_mul", derivative, u=mul(*factors[:cut]), v=mul(*factors[cut:]))
    ordered = _under(context, derivative, mul(*fixed, *varying))
    here = derivative if ordered is None else ordered.right
    assert isinstance(here, Diff)
    return chained(context, ordered, _rule(context, "diff_scale", here, c=mul(*fixed), u=mul(*varying)))


def _sum(context: Context, derivative: Diff) -> Theorem | None:
    """The first summand and the rest; of very many, both halves."""
    assert isinstance(derivative.expr, Add)
    terms = derivative.expr.args
    cut = 1 if len(terms) <= 8 else len(terms) // 2
    return _rule(context, "diff_add", derivative, u=add(*terms[:cut]), v=add(*terms[cut:]))


def _quotient(context: Context, derivative: Diff) -> Theorem | None:
    assert isinstance(derivative.expr, Div)
    top, bottom = derivative.expr.num, derivative.expr.den
    if not context.depends(bottom, derivative.var.name):
        split = _under(context, derivative, mul(div(ONE, bottom), top))
        if split is None or not isinstance(split.right, Diff) or not isinstance(split.right.expr, Mul):
            return None
        pushed = _product(context, split.right)
        assert pushed is not None
        together = by_arithmetic(context, pushed.right, div(Diff(top, derivative.var), bottom))
        return chained(context, split, pushed, together)
    if not context.depends(top, derivative.var.name):
        return _rule(context, "diff_inverse", derivative, c=top, h=bottom)
    return _rule(context, "diff_div", derivative, g=top, h=bottom)


def _power(context: Context, derivative: Diff) -> Theorem | None:
    assert isinstance(derivative.expr, Pow)
    base, exponent = derivative.expr.base, derivative.expr.exp
    if context.depends(exponent, derivative.var.name):
        return _rule(context, "diff_exponent", derivative, u=base, v=exponent)
    lower = num(exponent.value - 1) if isinstance(exponent, Num) else sub(exponent, ONE)
    return _rule(context, "diff_pow", derivative, u=base, n=exponent, m=lower)


def _polygamma(context: Context, derivative: Diff) -> Theorem | None:
    assert isinstance(derivative.expr, Fun)
    if derivative.expr.name != "polygamma":
        return None
    order, argument = derivative.expr.args
    higher = num(order.value + 1) if isinstance(order, Num) else add(order, ONE)
    return _rule(context, "diff_polygamma", derivative, n=order, m=higher, u=argument)


_SPECIAL: Mapping[type[Term], Callable[[Context, Diff], Theorem | None]] = {
    Add: _sum,
    Mul: _product,
    Div: _quotient,
    Pow: _power,
    Fun: _polygamma,
}
"""Where a choice is to be made before a rule is applied: which factors are constant, which power rule."""


# --------------------------------------------------------------------------------------------------------- tidying


def tidied(term: Term) -> Term:
    """One node without the 0, 1 and signs that leave nothing to read; its children are tidy."""
    if isinstance(term, Add):
        terms = [t for t in term.args if t != ZERO]
        number = sum((t.value for t in terms if isinstance(t, Num)), start=ZERO.value)
        if sum(isinstance(t, Num) for t in terms) > 1:
            terms = [t for t in terms if not isinstance(t, Num)] + ([num(number)] if number else [])
        return add(*terms)
    if isinstance(term, Neg):
        return term.arg.arg if isinstance(term.arg, Neg) else neg(term.arg)
    if isinstance(term, Mul):
        return _tidy_product(term)
    if isinstance(term, Div):
        if term.num == ZERO:
            return ZERO
        if isinstance(term.den, Neg):
            return neg(div(term.num, term.den.arg))
        if isinstance(term.num, Div):
            return div(term.num.num, mul(term.num.den, term.den))
        return term.num if term.den == ONE else term
    if isinstance(term, Pow) and isinstance(term.exp, Num):
        return ONE if term.exp == ZERO else term.base if term.exp == ONE else term
    return term


def _tidy_product(term: Mul) -> Term:
    if ZERO in term.args:
        return ZERO
    number, rest, negative = ONE.value, list[Term](), False
    for factor in term.args:
        if isinstance(factor, Neg):
            negative, factor = not negative, factor.arg
        if isinstance(factor, Num):
            number *= factor.value
        else:
            rest.append(factor)
    if number < 0:
        negative, number = not negative, -number
    product = _one_fraction([*([num(number)] if number != 1 else []), *rest]) if rest else num(number)
    return neg(product) if negative else product


def _one_fraction(factors: list[Term]) -> Term:
    """u·(v/w)·… as uv…/w."""
    if not any(isinstance(f, Div) for f in factors):
        return mul(*factors)
    above = [f.num if isinstance(f, Div) else f for f in factors]
    below = [f.den for f in factors if isinstance(f, Div)]
    return div(mul(*(f for f in above if f != ONE)), mul(*below))


def nothing_left(term: Term) -> Term:
    """One node without zeros and ones; signs stay where they are."""
    if isinstance(term, Mul) and ZERO not in term.args:
        return mul(*(f for f in term.args if f != ONE))
    return term if isinstance(term, Neg | Mul | Div) and ZERO not in term.children() else tidied(term)


def tidy(context: Context, term: Term) -> Theorem | None:
    """Take away zeros, ones and double signs everywhere."""
    return _TIDY(context, term)


def without_zeros(context: Context, term: Term) -> Theorem | None:
    """Take away zeros and ones everywhere."""
    return _WITHOUT_ZEROS(context, term)


def _tidy_here(context: Context, term: Term, how: Callable[[Term], Term] = tidied) -> Theorem | None:
    if isinstance(term, Reduce) and term.op == "sum" and term.body == ZERO:
        nothing = {
            "c": Lambda((), ZERO),
            "f": Lambda((term.index,), ZERO),
            "P": Lambda((term.index,), term.cond or TRUE),
        }
        if term.cond is None:
            theorem = kernel.rule(
                context, rules()["sum_constant"], (("c", Lambda((), ZERO)),), (), (("K", term.index.dim),)
            )
            return chained(context, theorem, by_arithmetic(context, theorem.right, ZERO))
        widened = by_arithmetic(context, ZERO, mul(ZERO, ZERO))
        assert widened is not None
        spread = kernel.congruence(context, term, (widened, None))
        scheme = rules()["sum_factor"]
        factored = kernel.rule(context, scheme, tuple(sorted(nothing.items())), (), (("K", term.index.dim),))
        return chained(context, spread, factored, by_arithmetic(context, factored.right, ZERO))
    if isinstance(term, If) and term.then == term.other:
        return using(rules()["if_same"])(context, term)
    target = how(term)
    return None if target == term else by_arithmetic(context, term, target)


_TIDY = each_once(_tidy_here)
_WITHOUT_ZEROS = each_once(lambda context, term: _tidy_here(context, term, nothing_left))

__all__ = ["differentiate", "has_derivative", "push", "tidied", "tidy", "without_zeros"]
