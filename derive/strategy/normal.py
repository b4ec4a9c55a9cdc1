"""What do equal things have in common?  One form for both sides of a statement.

`normal` unfolds definitions, evaluates derivatives, writes everything in exponentials, logarithms, deltas and sums of
monomials, pulls constants out of sums, collapses deltas, and cancels.  It returns the theorem that says so.  Two terms with
the same normal form are equal; the converse holds for what people write, not for everything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from derive import kernel, rational, signs
from derive.context import Context, KernelError, dim_of, negation, parts
from derive.conversion import apply, by_arithmetic, chained, children, using, written_as
from derive.expr import (
    ONE,
    TRUE,
    ZERO,
    Add,
    Aligned,
    And,
    ArgMax,
    Cmp,
    Delta,
    Diff,
    Div,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Index,
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
    alpha_equal,
    canonical,
    div,
    free,
    fresh,
    key,
    mul,
    neg,
    num,
    power,
    rewrite_nodes,
    sub,
    substitute,
    subterms,
    times,
)  # fmt: skip
from derive.kernel import Rule, Theorem
from derive.rules import rules
from derive.strategy.differentiate import differentiate
from derive.strategy.fractions import (
    LARGEST,
    Quotient,
    normal_term,
    polynomial_term,
    quotient,
    summands,
    times_monomials,
)
from derive.strategy.linear import positive_sums

__all__ = ["Normal", "delta_in_front", "delta_of", "flat", "is_root_of_sum"]


@dataclass(eq=False)
class Normal:
    """Normal forms in a context; `facts` may be used for signs, `keep` names definitions that stay folded.

    A `deep` one rewrites functions into exponentials, logarithms and indicators, so that what is equal looks equal; one that
    is not deep leaves functions as they are, so that the result can be read.  A `lenient` one uses rules whose conditions
    nobody has proved; they become hypotheses.  With `roots` the square root of a sum stays one, also squared.
    """

    context: Context
    facts: tuple[Formula, ...] = ()
    keep: frozenset[str] = frozenset()
    deep: bool = True
    largest: int = LARGEST
    lenient: bool = False
    roots: bool = False
    memo: dict[Term, Theorem | None] = field(default_factory=dict)
    within: dict[Term, Theorem | None] = field(default_factory=dict)
    """Of arithmetic, with its atoms in normal form."""

    def __call__(self, term: Term) -> Theorem:
        """The theorem term = its normal form."""
        theorem = self.region(term)
        return kernel.reflexivity(self.context, term) if theorem is None else theorem

    # ---------------------------------------------------------------------------------------------- arithmetic

    def region(self, term: Term) -> Theorem | None:
        """Normalise the atoms, then the rational expression over them, until nothing changes."""
        if term in self.memo:
            return self.memo[term]
        context = self.context
        result = None
        for _ in range(40):
            here = term if result is None else result.right
            inner = self.atoms(here)
            here = here if inner is None else inner.right
            target = normal_term(here, self.largest)
            cancelled = by_arithmetic(context, here, target) if target != here else None
            here = here if cancelled is None else cancelled.right
            powers = self.powers(here)
            step = chained(context, inner, cancelled, powers)
            if step is None or alpha_equal(step.left, step.right):
                break
            result = chained(context, result, step)
            self.memo[term] = result
        self.memo[term] = result
        if result is not None:
            self.memo.setdefault(result.right, None)
        return result

    def atoms(self, term: Term) -> Theorem | None:
        """Normalise every atom of the rational expression `term`."""
        if rational.is_arithmetic(term):
            if term not in self.within:
                premises = tuple(
                    None if isinstance(term, Pow) and n else self.atoms(child)
                    for n, child in enumerate(term.children())
                    if isinstance(child, Term)
                )
                self.within[term] = kernel.congruence(self.context, term, premises) if any(premises) else None
            return self.within[term]
        if term not in self.memo:
            self.memo[term] = None
            self.memo[term] = self.atom(term)
        return self.memo[term]

    def atom(self, term: Term) -> Theorem | None:
        """One atom: its parts first, then what is known about its kind."""
        context = self.context
        if isinstance(term, Ref):
            if term.name in context.definitions and term.name not in self.keep:
                unfolded = kernel.unfold(context, term)
                return chained(context, unfolded, self.region(unfolded.right))
            return None
        if isinstance(term, Diff):
            evaluated = differentiate(context, term)
            return None if evaluated is None else chained(context, evaluated, self.region(evaluated.right))
        if isinstance(term, Reduce) and term.op == "sum":
            return self.sum(term)
        inner = self.inside(term)
        here = term if inner is None else inner.right
        kind = (_KINDS if self.deep else _PLAIN_KINDS).get(here.name if isinstance(here, Fun) else type(here).__name__)
        special = kind(self, here) if kind is not None else None
        if special is not None:
            special = chained(context, special, self.region(special.right))
        return chained(context, inner, special)

    def inside(self, term: Term) -> Theorem | None:
        return children(lambda _, child: self.region(child))(self.context, term)

    def powers(self, term: Term) -> Theorem | None:
        """√u² = u, |u|² = u², δ² = δ and the like, in any monomial that has such a square."""
        if isinstance(term, Pow) and (n := rational.exponent(term)) is not None and n >= 2:
            square = self.square(Pow(term.base, num(2)))
            if square is None:
                return None
            again = power(power(term.base, 2), n // 2)
            split = by_arithmetic(self.context, term, mul(again, term.base) if n % 2 else again)
            if split is None:
                return None
            return chained(self.context, split, _everywhere(self.context, split.right, square))
        if rational.is_arithmetic(term):
            return children(lambda _, child: self.powers(child))(self.context, term)
        return None

    def square(self, term: Pow) -> Theorem | None:
        if self.roots and is_root_of_sum(term.base):
            return None
        names = _SQUARES.get(term.base.name if isinstance(term.base, Fun) else type(term.base).__name__, ())
        for name in names:
            theorem = using(rules()[name])(self.context, term)
            if theorem is not None and self.granted(theorem):
                return theorem
        return None

    def granted(self, theorem: Theorem) -> bool:
        """Whether all conditions of a rule follow from signs, so that it costs nothing to use it."""
        scheme = theorem.arguments[0]
        if self.lenient and isinstance(scheme, Rule) and scheme.name in _OF_DOMAINS:
            return True
        return all(self.known(h) for h in theorem.hypotheses)

    def known(self, hypothesis: Formula) -> bool:
        core = hypothesis
        while isinstance(core, ForAll | Implies):
            core = core.body
        if not isinstance(core, Cmp) or not isinstance(core.left, Term) or not isinstance(core.right, Term):
            return False
        return self.sign_is(core)

    def sign_is(self, statement: Cmp) -> bool:
        left, right = statement.left, statement.right
        assert isinstance(left, Term) and isinstance(right, Term)
        term = right if left == ZERO else neg(left) if right == ZERO else sub(right, left)
        wanted = {"<": {1}, "<=": {0, 1}, "!=": {-1, 1}, "==": {0}}[statement.op]
        if signs.signs(self.context, term, self.facts).possible <= wanted:
            return True
        if not self.facts:
            return False
        if any(isinstance(n, If) or (isinstance(n, Fun) and n.name in _TURNING) for n in subterms(term)):
            term = self(term).right
        sums = positive_sums(self.context, term, self.facts) if statement.op in ("<", "<=") else ()
        return any(signs.signs(self.context, t, self.facts).possible <= wanted for t in (term, *sums))

    # ---------------------------------------------------------------------------------------------------- sums

    def sum(self, term: Reduce) -> Theorem | None:
        """Σ of a sum of monomials: one sum for each, constants in front, deltas collapsed, inner sums innermost."""
        context = self.context
        start: Theorem | None = None
        if term.cond is not None and _about_indices(term.cond) and not self.breaks(term.body, term.cond):
            guarded = apply(
                context, rules()["sum_guard"],
                {"f": Lambda((term.index,), term.body), "P": Lambda((term.index,), term.cond)}, dims={"K": term.index.dim},
            )  # fmt: skip
            start = guarded
            term = guarded.right  # type: ignore[assignment]
        body = self.region(term.body)
        opened = (
            kernel.congruence(context, term, (body, *([None] if term.cond is not None else [])))
            if body is not None
            else None
        )
        here = term if opened is None else opened.right
        assert isinstance(here, Reduce)
        return chained(context, start, opened, self.spread(here))

    def breaks(self, body: Node, cond: Formula) -> bool:
        """Whether `body` divides by 0 where indices that the condition keeps apart are equal: 1/(x_i − x_j) for i ≠ j."""
        for apart in parts(cond):
            if isinstance(apart, Cmp) and apart.op == "!=" and isinstance(apart.left, Index):
                same = substitute(body, {apart.left: apart.right})  # type: ignore[dict-item]
                if any(
                    self.context.vanishes(d)
                    for n in subterms(same)
                    if isinstance(n, Term)
                    for d in rational.denominators(n)
                ):
                    return True
        return False

    def spread(self, term: Reduce) -> Theorem | None:
        """Σ over the summands of a normal body."""
        return self.spread_over(term, summands(quotient(term.body, self.largest)))

    def spread_over(self, term: Reduce, parts: list[Term]) -> Theorem | None:
        """Σ over the given summands of the body."""
        context, index = self.context, term.index
        if not parts:
            return self.none(term)
        if len(parts) == 1:
            return self.monomial(term, parts[0])
        split = self.body_as(term, add(*parts))
        here = term if split is None else split.right
        theorem = split
        middle = len(parts) // 2  # halves, so that many summands are not copied once for each
        first, rest = add(*parts[:middle]), add(*parts[middle:])
        cond = term.cond or TRUE
        parted = apply(
            context, rules()["sum_add"],
            {"f": Lambda((index,), first), "g": Lambda((index,), rest), "P": Lambda((index,), cond)}, dims={"K": index.dim},
        )  # fmt: skip
        assert isinstance(here, Reduce)
        left, right = Reduce("sum", index, first, term.cond), Reduce("sum", index, rest, term.cond)
        parted = written_as(context, parted, add(left, right))
        one, other = self.spread_over(left, parts[:middle]), self.spread_over(right, parts[middle:])
        both = (
            kernel.congruence(context, add(left, right), (one, other)) if one is not None or other is not None else None
        )
        return chained(context, theorem, parted, both)

    def none(self, term: Reduce) -> Theorem | None:
        from derive.strategy.differentiate import tidy

        zero = self.body_as(term, ZERO)
        here = term if zero is None else zero.right
        return chained(self.context, zero, tidy(self.context, here))

    def body_as(self, term: Reduce, body: Term) -> Theorem | None:
        """The same sum over an arithmetically equal body."""
        if term.body == body:
            return None
        same = by_arithmetic(self.context, term.body, body)
        if same is None:
            raise KernelError(f"{key(term.body)} is not {key(body)}")
        return kernel.congruence(self.context, term, (same, *([None] if term.cond is not None else [])))

    def monomial(self, term: Reduce, body: Term) -> Theorem | None:
        """Σ of one monomial (over a denominator)."""
        context, index = self.context, term.index
        outer, inner = _parted(body, index)
        if outer == ONE:
            return self.kernel_sum(term, inner)
        ordered = self.body_as(term, mul(outer, inner))
        here = term if ordered is None else ordered.right
        sign = outer.arg if isinstance(outer, Neg) else None
        if sign is not None:  # `mul` puts the sign in front: take it out first
            assert isinstance(here, Reduce)
            out = apply(
                context, rules()["sum_neg"],
                {"f": Lambda((index,), mul(sign, inner)), "P": Lambda((index,), term.cond or TRUE)}, dims={"K": index.dim},
            )  # fmt: skip
            rest = Reduce("sum", index, mul(sign, inner), term.cond)
            out = written_as(context, out, neg(rest))
            more = self.factored(rest, sign, inner)
            return chained(
                context, ordered, out, kernel.congruence(context, neg(rest), (more,)) if more is not None else None
            )
        assert isinstance(here, Reduce)
        return chained(context, ordered, self.factored(here, outer, inner))

    def factored(self, term: Reduce, outer: Term, inner: Term) -> Theorem | None:
        context, index = self.context, term.index
        if outer == ONE:
            return self.kernel_sum(term, inner)
        out = apply(
            context, rules()["sum_factor"],
            {"c": outer, "f": Lambda((index,), inner), "P": Lambda((index,), term.cond or TRUE)}, dims={"K": index.dim},
        )  # fmt: skip
        rest = Reduce("sum", index, inner, term.cond)
        out = written_as(context, out, mul(outer, rest))
        done = self.kernel_sum(rest, inner)
        return out if done is None else chained(context, out, _everywhere(context, out.right, done))

    def kernel_sum(self, term: Reduce, body: Term) -> Theorem | None:
        """Σ of a monomial without constant factors: all equal, a delta, or a sum of its own."""
        context, index = self.context, term.index
        ordered = self.body_as(term, body)
        if body == ONE and term.cond is None:
            constant = apply(context, rules()["sum_constant"], {"c": ONE}, dims={"K": index.dim})
            return chained(
                context, ordered, constant, by_arithmetic(context, constant.right, normal_term(constant.right))
            )
        delta = delta_of(body, index)
        if delta is not None and term.cond is not None:
            return self.kept_by_delta(term, body, delta)
        if delta is None and term.cond is None:
            restricted = self.restricted(term, body)
            if restricted is not None:
                return restricted
        if delta is not None and term.cond is None:
            other = delta.right if delta.left == index else delta.left
            if other == index:
                same = using(rules()["delta_same"])(context, delta)
                assert same is not None
                rid = kernel.congruence(context, term, (_everywhere(context, term.body, same),))
                return chained(context, rid, self.atoms(rid.right))
            rest = _without(body, delta)
            shaped = self.body_as(term, mul(Delta(index, other), rest))
            if shaped is None or not isinstance(shaped.right, Reduce):
                shaped = None
            picked = apply(context, rules()["sum_delta"], {"f": Lambda((index,), rest)}, {"j": other}, {"K": index.dim})
            return chained(context, shaped, picked, self.region(picked.right))
        return chained(context, ordered, self.nested(term if ordered is None else ordered.right))

    def kept_by_delta(self, term: Reduce, body: Term, delta: Delta) -> Theorem | None:
        """The one term that a delta keeps of a restricted sum."""
        index = term.index
        other = delta.right if delta.left == index else delta.left
        if other == index:
            return None
        picked = self.kept_where(term, delta, _without(body, delta))
        return None if picked is None else chained(self.context, picked, self.region(picked.right))

    def kept_where(self, term: Reduce, delta: Delta, rest: Term) -> Theorem | None:
        """Σ δ(k, j)·f(k) over the k with P(k) = f(j) if P(j) else 0."""
        index = term.index
        other = delta.right if delta.left == index else delta.left
        shaped = self.body_as(term, mul(Delta(index, other), rest))
        picked = apply(
            self.context, rules()["sum_delta_where"],
            {"f": Lambda((index,), rest), "P": Lambda((index,), term.cond or TRUE)}, {"j": other}, {"K": index.dim},
        )  # fmt: skip
        return chained(self.context, shaped, picked)

    def restricted(self, term: Reduce, body: Term) -> Theorem | None:
        """Σ c·(u if k ≠ i else 0) as Σ c·u over all k ≠ i, where u divides by 0 at k = i."""
        context, index = self.context, term.index
        for branch in flat(body)[0]:
            if not isinstance(branch, If) or branch.other != ZERO or index not in free(branch.cond):
                continue
            if not _about_indices(branch.cond) or not self.breaks(branch.then, branch.cond):
                continue
            rest = _without(body, branch)
            inside = mul(*(f for f in (rest, branch.then) if f != ONE))
            ordered = self.body_as(term, mul(rest, branch))
            zero = by_arithmetic(context, mul(rest, ZERO), ZERO)
            moved = apply(context, rules()["if_factor"], {"c": rest, "u": branch.then, "v": ZERO, "P": branch.cond})
            here = moved.left
            whole = kernel.congruence(context, here, (None, by_arithmetic(context, here.then, inside), zero))  # type: ignore[attr-defined]
            turned = chained(context, kernel.symmetry(context, moved), whole)
            opened = kernel.congruence(context, Reduce("sum", index, moved.right), (turned,))
            given = {"f": Lambda((index,), inside), "P": Lambda((index,), branch.cond)}
            back = kernel.symmetry(context, apply(context, rules()["sum_guard"], given, dims={"K": index.dim}))
            result = chained(context, ordered, opened, back)
            assert result is not None
            return chained(context, result, self.atoms(result.right))
        return None

    def kernel_sum_plain(self, term: Reduce) -> Theorem | None:
        """Σₖ δ(k, j)·f(k) = f(j), what is left over untouched."""
        index = term.index
        delta = delta_of(term.body, index)
        assert delta is not None
        other = delta.right if delta.left == index else delta.left
        if other == index:
            return None
        start: Theorem | None = None
        if term.cond is not None:
            excluded = (
                term.cond.left
                if isinstance(term.cond, Cmp) and term.cond.right == index
                else getattr(term.cond, "right", None)
            )
            if not (isinstance(term.cond, Cmp) and term.cond.op == "!=" and index in (term.cond.left, term.cond.right)):
                return None
            assert isinstance(excluded, Index)
            rest = _without(term.body, delta)
            if self.breaks(rest, term.cond):
                return self.kept_where(term, delta, rest)
            start = self.body_as(term, mul(Delta(index, other), rest))
            picked = apply(
                self.context, rules()["sum_delta_except"], {"f": Lambda((index,), rest)}, {"j": other, "i": excluded},
                {"K": index.dim},
            )  # fmt: skip
            return (
                chained(self.context, start, picked)
                if alpha_equal(picked.left, term if start is None else start.right)
                else None
            )
        rest = _without(term.body, delta)
        start = self.body_as(term, mul(Delta(index, other), rest))
        picked = apply(
            self.context, rules()["sum_delta"], {"f": Lambda((index,), rest)}, {"j": other}, {"K": index.dim}
        )
        return chained(self.context, start, picked)

    def nested(self, term: Term) -> Theorem | None:
        """A sum over sums: all factors innermost, the sums in one order."""
        context = self.context
        assert isinstance(term, Reduce)
        index = term.index
        inner = next(
            (
                f
                for f in _factors(term.body)
                if isinstance(f, Reduce) and f.op == "sum" and f.cond is None and index in free(f)
            ),
            None,
        )
        if inner is None or term.cond is not None or isinstance(term.body, Div | Neg):
            return None
        result: Theorem | None = None
        rest = _without(term.body, inner)
        if rest != ONE:
            taken = {i for n in subterms(term.body) for i in _indices(n)} | {index}
            name = inner.index if inner.index not in free(rest) | {index} else fresh(inner.index.dim, taken)
            body = substitute(inner.body, {inner.index: name})
            assert isinstance(body, Term)
            ordered = self.body_as(term, mul(rest, Reduce("sum", name, body)))
            pushed = apply(
                context, rules()["sum_factor"], {"c": rest, "f": Lambda((name,), body), "P": Lambda((name,), TRUE)},
                dims={"K": name.dim},
            )  # fmt: skip
            here = term if ordered is None else ordered.right
            assert isinstance(here, Reduce)
            result = chained(
                context,
                ordered,
                kernel.congruence(context, here, (kernel.symmetry(context, pushed),)),
            )
            assert result is not None
            body_now = self.innermost(result.right)
            result = chained(context, result, body_now)
        here = term if result is None else result.right
        return chained(context, result, self.swapped(here))

    def innermost(self, term: Term) -> Theorem | None:
        """Σₖ Σⱼ of a product: normalise the product."""
        assert isinstance(term, Reduce) and isinstance(term.body, Reduce)
        deep = normal_term(term.body.body, self.largest)
        same = by_arithmetic(self.context, term.body.body, deep) if deep != term.body.body else None
        if same is None:
            return None
        middle = kernel.congruence(self.context, term.body, (same,))
        outer = kernel.congruence(self.context, term, (middle,))
        again = (
            self.nested(outer.right.body)
            if isinstance(outer.right, Reduce) and isinstance(outer.right.body, Reduce)
            else None
        )
        return chained(
            self.context, outer, kernel.congruence(self.context, outer.right, (again,)) if again is not None else None
        )

    def swapped(self, term: Term) -> Theorem | None:
        """Exchange neighbouring sums where that makes the canonical text smaller."""
        context = self.context
        if not (isinstance(term, Reduce) and isinstance(term.body, Reduce)):
            return None
        outer, inner = term.index, term.body.index
        if term.cond is not None or term.body.cond is not None or term.body.op != "sum" or outer.name == inner.name:
            return None
        exchanged = apply(
            context,
            rules()["sum_swap"],
            {"f": Lambda((outer, inner), term.body.body)},
            dims={"K": outer.dim, "L": inner.dim},
        )
        solved = _is_solved(term.body.body, inner), _is_solved(term.body.body, outer)
        better = solved[1] if solved[0] != solved[1] else key(canonical(exchanged.right)) < key(canonical(term))
        if not better:
            return None
        assert isinstance(exchanged.right, Reduce)
        deeper = self.swapped(exchanged.right.body)
        return chained(
            context, exchanged, kernel.congruence(context, exchanged.right, (deeper,)) if deeper is not None else None
        )

    # ------------------------------------------------------------------------------------------ kinds of atoms

    def exp(self, term: Term) -> Theorem | None:
        """e^(Σ cᵢmᵢ) = Π (e^mᵢ)^cᵢ; e^(log u) = u."""
        assert isinstance(term, Fun)
        context = self.context
        parts = summands(quotient(term.args[0]))
        if not parts:
            zero = by_arithmetic(context, term.args[0], ZERO)
            at_zero = kernel.congruence(context, term, (zero,)) if zero is not None and term.args[0] != ZERO else None
            return chained(context, at_zero, apply(context, rules()["exp_zero"]))
        if len(parts) > 1:
            ordered = by_arithmetic(context, term.args[0], add(*parts))
            start = kernel.congruence(context, term, (ordered,)) if ordered is not None else None
            split = apply(context, rules()["exp_add"], {"u": parts[0], "v": add(*parts[1:])})
            return chained(context, start, split)
        coefficient, unit = _coefficient(parts[0])
        inverse = next((f for f in _factors(unit) if isinstance(f, Fun) and f.name == "log"), None)
        if unit == inverse and coefficient.denominator == 1 and inverse is not None:
            undone = apply(context, rules()["exp_log"], {"u": inverse.args[0]})
            if self.granted(undone):
                scaled = self.exp_scaled(term, coefficient, unit)
                here = term if scaled is None else scaled.right
                return chained(context, scaled, _everywhere(context, here, undone))
        if isinstance(unit, Reduce) and unit.op == "prod":
            return None
        return self.exp_scaled(term, coefficient, unit)

    def exp_scaled(self, term: Fun, coefficient: Fraction, unit: Term) -> Theorem | None:
        """e^(c·m) in powers of e^m; a proper fraction stays in the exponent."""
        context = self.context
        whole = coefficient.numerator
        base = times(Fraction(1, coefficient.denominator), unit) if coefficient.denominator != 1 else unit
        if unit == ONE:
            base = num(Fraction(1, coefficient.denominator))
        if whole == 1:
            return None
        if whole < 0:
            reshaped = by_arithmetic(context, term.args[0], neg(times(-whole, base)) if base != ONE else num(whole))
            if isinstance(base, Num):
                return None if whole == 1 else self._exp_number(term, whole, base)
            start = (
                kernel.congruence(context, term, (reshaped,))
                if reshaped is not None and reshaped.left != reshaped.right
                else None
            )
            return chained(context, start, apply(context, rules()["exp_neg"], {"u": times(-whole, base)}))
        if isinstance(base, Num):
            return self._exp_number(term, whole, base)
        reshaped = by_arithmetic(context, term.args[0], mul(num(whole), base))
        start = (
            kernel.congruence(context, term, (reshaped,))
            if reshaped is not None and reshaped.left != reshaped.right
            else None
        )
        return chained(context, start, apply(context, rules()["exp_times"], {"n": num(whole), "u": base}))

    def _exp_number(self, term: Fun, whole: int, base: Num) -> Theorem | None:
        reshaped = by_arithmetic(self.context, term.args[0], mul(num(whole), base))
        assert reshaped is not None
        start = kernel.congruence(self.context, term, (reshaped,))
        return chained(self.context, start, apply(self.context, rules()["exp_times"], {"n": num(whole), "u": base}))

    def log(self, term: Term) -> Theorem | None:
        """The logarithm of a product of positive factors is a sum; log e^u = u."""
        assert isinstance(term, Fun)
        context, argument = self.context, term.args[0]
        if argument == ONE:
            return apply(context, rules()["log_one"])
        value = quotient(argument)
        if not value.top:
            return None
        factors = _positive_factors(value)
        if len(factors) == 1 and factors[0][1] == 1:
            factor = factors[0][0]
            if isinstance(factor, Fun) and factor.name == "exp":
                return apply(context, rules()["log_exp"], {"u": factor.args[0]})
            return None
        above = mul(*(f if n == 1 else power(f, n) for f, n in factors if n > 0))
        below = mul(*(f if n == -1 else power(f, -n) for f, n in factors if n < 0))
        shaped = above if below == ONE else div(above, below)
        positive = (signs.signs(context, f, self.facts).possible for f, _ in factors)
        if not all(p == signs.POSITIVE or (self.lenient and 1 in p) for p in positive):
            return None
        same = by_arithmetic(context, argument, shaped)
        if same is None:
            return None
        start = kernel.congruence(context, term, (same,)) if same.left != same.right else None
        here = term if start is None else start.right
        return chained(context, start, self.log_of(here))

    def log_of(self, term: Term) -> Theorem | None:
        """log of a quotient, product or power: one rule, then its parts."""
        context = self.context
        if not isinstance(term, Fun) or term.name != "log":
            return children(lambda _, child: self.log_of(child))(context, term)
        argument = term.args[0]
        if isinstance(argument, Div):
            theorem = apply(context, rules()["log_div"], {"u": argument.num, "v": argument.den})
        elif isinstance(argument, Mul):
            theorem = apply(context, rules()["log_mul"], {"u": argument.args[0], "v": mul(*argument.args[1:])})
        elif isinstance(argument, Pow):
            theorem = apply(context, rules()["log_pow"], {"u": argument.base, "n": argument.exp})
        else:
            return None
        return chained(context, theorem, children(lambda _, child: self.log_of(child))(context, theorem.right))

    def delta(self, term: Term) -> Theorem | None:
        """δ(i, i) = 1; δ(i, j) = 0 where i ≠ j is known."""
        assert isinstance(term, Delta)
        if term.left == term.right:
            return apply(
                self.context,
                rules()["delta_same"],
                {},
                {"i": term.left},
                {"K": dim_of(term.left)} | _any_dim("delta_same", term),
            )
        for fact in self.facts:
            if isinstance(fact, Cmp) and fact.op == "!=" and {fact.left, fact.right} == {term.left, term.right}:
                return using(rules()["delta_apart"])(self.context, term)
        return None

    def branch(self, term: Term) -> Theorem | None:
        """A condition on indices becomes a delta, any other an indicator; a known one picks its branch."""
        assert isinstance(term, If)
        context, cond = self.context, term.cond
        if alpha_equal(term.then, term.other):
            return using(rules()["if_same"])(context, term)
        if isinstance(cond, And):
            first, rest = cond.args[0], And(cond.args[1:]) if len(cond.args) > 2 else cond.args[1]
            given = {"u": term.then, "v": term.other, "P": first, "Q": rest}
            return apply(context, rules()["if_and"], given)
        if not isinstance(cond, Cmp):
            return None
        decided = self.decided(term)
        if decided is not None:
            return decided
        if _about_indices(cond):
            if self.breaks(term.then, cond) or self.breaks(term.other, negation(cond)):
                return None
            return using(rules()["if_equal" if cond.op == "==" else "if_apart"])(context, term)
        if cond.op in ("<", "!="):
            return using(rules()["if_less" if cond.op == "<" else "if_unequal"])(context, term)
        moved = self.moved(term, cond)
        if moved is not None:
            return moved
        if (term.then, term.other) == (ONE, ZERO):
            return None
        return apply(context, rules()["if_indicator"], {"u": term.then, "v": term.other, "P": cond})

    def moved(self, term: If, cond: Cmp) -> Theorem | None:
        """A comparison u ≤ v as 0 ≤ v − u in normal form, its first coefficient 1 or −1."""
        context = self.context
        if cond.op != "<=" or not isinstance(cond.left, Term) or not isinstance(cond.right, Term):
            return None
        whole = self(sub(cond.right, cond.left))
        value = quotient(whole.right, self.largest)
        leading = next((abs(c) for m, c in sorted(value.top.items()) if m), None)
        if leading is None or value.bottom:
            return None
        above = polynomial_term({m: c / leading for m, c in value.top.items()}, value.atoms)
        if alpha_equal(cond, Cmp("<=", ZERO, above)):
            return None
        given = {"u": term.then, "v": term.other, "a": cond.left, "b": cond.right}
        scaled = apply(context, rules()["if_scaled"], {**given, "n": num(1 / leading)}) if leading != 1 else None
        here = scaled.right.cond if scaled is not None and isinstance(scaled.right, If) else cond
        assert isinstance(here, Cmp)
        theorem = apply(context, rules()["if_moved"], {**given, "a": here.left, "b": here.right, "d": above})
        equation = next(h for h in theorem.hypotheses if isinstance(h, Cmp) and h.op == "==")
        back = kernel.symmetry(context, whole)
        if leading != 1:
            back = kernel.congruence(context, div(whole.right, num(leading)), (back, None))
        first, last = by_arithmetic(context, above, back.left), by_arithmetic(context, back.right, equation.right)  # type: ignore[arg-type]
        proof = chained(context, first, back, last)
        assert proof is not None
        return chained(context, scaled, kernel.discharge(context, theorem, equation, proof))

    def plain_branch(self, term: Term) -> Theorem | None:
        """Equal branches are one, a known condition picks its branch, deltas of both branches go in front."""
        assert isinstance(term, If)
        if alpha_equal(term.then, term.other):
            return using(rules()["if_same"])(self.context, term)
        decided = self.decided(term) if isinstance(term.cond, Cmp) else None
        return self.deltas_in_front(term) if decided is None else decided

    def deltas_in_front(self, term: If) -> Theorem | None:
        """(δ·u if c else δ·v) as δ·(u if c else v)."""
        context, sides = self.context, (term.then, term.other)
        found = [quotient(side, self.largest) for side in sides]
        every = [dict(m) for value in found for m in value.top]
        deltas = [
            atom
            for name, atom in sorted({n: a for value in found for n, a in value.atoms.items()}.items())
            if isinstance(atom, Delta) and all(name in m for m in every)
        ]
        if not deltas:
            return None
        front = mul(*deltas)
        rest = [normal_term(_with_one_for(deltas, side)) for side in sides]
        parts = [by_arithmetic(context, side, mul(front, r)) for side, r in zip(sides, rest, strict=True)]
        if None in parts:
            return None
        opened = kernel.congruence(context, term, (None, *parts))
        given = {"c": front, "u": rest[0], "v": rest[1], "P": term.cond}
        return chained(context, opened, apply(context, rules()["if_factor"], given))

    def decided(self, term: If) -> Theorem | None:
        context, cond = self.context, term.cond
        wanted = ((cond, "if_true"), (negation(cond), "if_false"))
        for formula, name in wanted:
            known = any(canonical(f) == canonical(formula) for f in self.facts)
            if not known and isinstance(formula, Cmp) and not _about_indices(formula):
                known = self.sign_is(formula)
            if known:
                if name == "if_false":  # the rule says "not P", a comparison has an opposite of its own
                    return self._opposite(term)
                return apply(context, rules()[name], {"u": term.then, "v": term.other, "P": cond})
        return None

    def _opposite(self, term: If) -> Theorem | None:
        swap = {"<": "if_less", "!=": "if_unequal"}
        assert isinstance(term.cond, Cmp)
        if term.cond.op in swap:
            swapped = using(rules()[swap[term.cond.op]])(self.context, term)
        else:
            name = "if_less" if term.cond.op == "<=" else "if_unequal"
            swapped = using(rules()[name], backwards=True)(self.context, term)
        if swapped is None or not isinstance(swapped.right, If):
            return None
        picked = swapped.right
        return chained(
            self.context, swapped,
            apply(self.context, rules()["if_true"], {"u": picked.then, "v": picked.other, "P": picked.cond}),
        )  # fmt: skip

    def real_power(self, term: Term) -> Theorem | None:
        """u^v = e^(v log u) for u > 0, with v not a literal integer."""
        assert isinstance(term, Pow)
        if rational.exponent(term) is not None:
            return None
        theorem = using(rules()["pow_exp"])(self.context, term)
        return theorem if theorem is not None and self.granted(theorem) else None


def _rewriting(*names: str) -> Callable[[Normal, Term], Theorem | None]:
    def kind(normal: Normal, term: Term) -> Theorem | None:
        for name in names:
            theorem = using(rules()[name])(normal.context, term)
            if theorem is not None and normal.granted(theorem):
                return theorem
        return None

    return kind


_KINDS: Mapping[str, Callable[[Normal, Term], Theorem | None]] = {
    "exp": Normal.exp,
    "log": Normal.log,
    "sqrt": _rewriting("sqrt_div", "sqrt_mul"),
    "tan": _rewriting("tan_quotient"),
    "sinh": _rewriting("sinh_exp"),
    "cosh": _rewriting("cosh_exp"),
    "tanh": _rewriting("tanh_exp"),
    "abs": _rewriting("abs_of_positive", "abs_of_negative"),
    "sign": _rewriting("sign_of_positive", "sign_of_negative", "sign_quotient"),
    "sin": _rewriting("sin_odd"),
    "cos": _rewriting("cos_even"),
    "erf": _rewriting("erf_odd"),
    "atan": _rewriting("atan_odd"),
    "max": _rewriting("max_if"),
    "min": _rewriting("min_if"),
    "Delta": Normal.delta,
    "If": Normal.branch,
    "Pow": Normal.real_power,
}
"""What is done with an atom whose parts are normal, by function or class."""

_TURNING = frozenset(("abs", "max", "min"))
"""Functions whose value turns on a comparison."""

_OF_DOMAINS = frozenset(("exp_log", "log_mul", "log_div", "log_pow", "sqrt_square", "pow_exp"))
"""Rules whose conditions only say where their functions have a value."""

_PLAIN_KINDS: Mapping[str, Callable[[Normal, Term], Theorem | None]] = {
    "exp": _rewriting("exp_zero", "exp_log"),
    "log": _rewriting("log_one", "log_exp"),
    "Delta": Normal.delta,
    "If": Normal.plain_branch,
}
"""What makes an atom simpler and not only different."""

_SQUARES: Mapping[str, tuple[str, ...]] = {
    "sqrt": ("sqrt_square",),
    "abs": ("abs_square",),
    "sign": ("sign_square",),
    "sin": ("sin_square",),
    "Delta": ("delta_square",),
    "If": ("indicator_square",),
}
"""Atoms whose square is known."""


def _any_dim(name: str, term: Delta) -> dict[str, str]:
    dims = {i.dim for side in (rules()[name].left, rules()[name].right) for i in free(side)}
    return dict.fromkeys(dims, dim_of(term.left))


def _about_indices(condition: Formula) -> bool:
    """Whether a condition only compares indices for equality."""
    if isinstance(condition, And):
        return all(map(_about_indices, condition.args))
    return isinstance(condition, Cmp) and condition.op in ("==", "!=") and not isinstance(condition.left, Term)


def _everywhere(context: Context, term: Term, theorem: Theorem) -> Theorem:
    """`term` with `theorem`'s left side replaced wherever it stands."""

    def go(_: Context, node: Term) -> Theorem | None:
        return theorem if alpha_equal(node, theorem.left) else below(context, node)

    below = children(go)
    result = go(context, term)
    return kernel.reflexivity(context, term) if result is None else result


def _is_solved(body: Term, index: Index) -> bool:
    """Whether an equation of positions, a factor in the sums of `body`, says where `index` is: an element at a shifted index."""
    while isinstance(body, Reduce):
        body = body.body
    equations = (f for f in flat(body)[0] if isinstance(f, Aligned) and index in f.indices)
    return any(abs(e.coefficients[e.indices.index(index)]) == 1 for e in equations)


def _indices(node: Node) -> tuple[Index, ...]:
    return (node,) if isinstance(node, Index) else (node.index,) if isinstance(node, Reduce | ArgMax) else ()


def _factors(term: Term) -> tuple[Term, ...]:
    return term.args if isinstance(term, Mul) else (term,)


def is_root_of_sum(node: Node) -> bool:
    """Whether it is √(u + v)."""
    return isinstance(node, Fun) and node.name == "sqrt" and isinstance(node.args[0], Add)


def delta_of(body: Term, index: Index) -> Delta | None:
    """A delta of `index` that is a factor of `body`."""
    for factor in flat(body)[0]:
        if isinstance(factor, Delta) and index in factor.children():
            if not any(side != index and index in free(side) for side in factor.children()):
                return factor
    return None


def delta_in_front(body: Term, index: Index) -> Term | None:
    """`body` with a delta of `index` in front that all summands of one of its factors have, if there is one."""
    for factor in flat(body)[0]:
        first = delta_of(factor.args[0], index) if isinstance(factor, Add) else None
        if first is not None and isinstance(factor, Add) and all(first in flat(a)[0] for a in factor.args):
            inside = add(*(_without(a, first) for a in factor.args))
            return mul(first, mul(inside, _without(body, factor)))
    return None


def flat(term: Term) -> tuple[list[Term], list[Term]]:
    """The factors above and below the line, through products, quotients and signs (−1 as a factor)."""
    if isinstance(term, Neg):
        above, below = flat(term.arg)
        return [num(-1), *above], below
    if isinstance(term, Mul):
        sides = [flat(f) for f in term.args]
        return [f for above, _ in sides for f in above], [f for _, below in sides for f in below]
    if isinstance(term, Div):
        (above, low), (below, high) = flat(term.num), flat(term.den)
        return above + high, low + below
    return [term], []


def _with_one_for(deltas: Sequence[Term], term: Term) -> Term:
    found = rewrite_nodes(term, lambda node: ONE if node in deltas else None)
    assert isinstance(found, Term)
    return found


def _without(term: Term, factor: Term) -> Term:
    above, below = flat(term)
    above.remove(factor)
    negative = above.count(num(-1)) % 2
    top = mul(*(f for f in above if f != num(-1)))
    whole = div(top, mul(*below)) if below else top
    return neg(whole) if negative else whole


def _parted(body: Term, index: Index) -> tuple[Term, Term]:
    """A monomial over a denominator as (what does not know `index`) · (what does)."""
    negative = isinstance(body, Neg)
    body = body.arg if isinstance(body, Neg) else body
    top, below = (body.num, body.den) if isinstance(body, Div) else (body, ONE)
    outer = [[f for f in _factors(side) if index not in free(f)] for side in (top, below)]
    inner = [[f for f in _factors(side) if index in free(f)] for side in (top, below)]

    def over(parts: list[list[Term]]) -> Term:
        low = mul(*(f for f in parts[1] if f != ONE))
        high = mul(*(f for f in parts[0] if f != ONE))
        return high if low == ONE else div(high, low)

    front = over(outer)
    return (neg(front) if negative else front), over(inner)


def _coefficient(term: Term) -> tuple[Fraction, Term]:
    """c·m as (c, m)."""
    if isinstance(term, Neg):
        c, unit = _coefficient(term.arg)
        return -c, unit
    if isinstance(term, Num):
        return term.value, ONE
    if isinstance(term, Div):
        c, unit = _coefficient(term.num)
        return c, div(unit, term.den)
    if isinstance(term, Mul) and isinstance(term.args[0], Num):
        return term.args[0].value, mul(*term.args[1:])
    return Fraction(1), term


def _positive_factors(value: Quotient) -> list[tuple[Term, int]]:
    """The factors of a normal fraction with their exponents: common atoms, what is left of the numerator, denominators."""
    every = [dict(m) for m in value.top]
    lowest = {a: min(m.get(a, 0) for m in every) for a in sorted({a for m in every for a in m})}
    shared = tuple((a, -n) for a, n in lowest.items() if n)
    rest = {times_monomials(m, shared): c for m, c in value.top.items()}
    factors = [(value.atoms[a], -n) for a, n in shared]
    left = polynomial_term(rest, value.atoms)
    if left != ONE:
        factors.append((left, 1))
    return [*factors, *((polynomial_term(p, value.atoms), -n) for p, n in value.bottom)]
