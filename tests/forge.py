"""Random terms, conditions and theorems over one small theory, to look for a theorem that is false."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from random import Random

from derive import checks, kernel, language
from derive.context import Context, KernelError, dim_of
from derive.expr import (
    ZERO,
    And,
    ArgMax,
    Cmp,
    Delta,
    Diff,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
    Lambda,
    Node,
    Not,
    Pred,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    aligned,
    div,
    free,
    mul,
    neg,
    num,
    power,
    subterms,
)
from derive.kernel import Rule, Theorem
from derive.rational import TooLarge

THEORY = language.parse_theory(
    "c: Real[M]\n"
    "y[i] = exp(a[i])/sum(exp(a[k]) for k in K)\n"
    "q = x*z\n"
    "s = sum(b[k]*y[k] for k in K)*q\n"
    "r[i] = a[i]*q + abs(x)\n"
    "d[m] = sum(w[i, m]*y[i] for i in K) + c[m]",
    name="forge",
)
AXES = {name: quantity.dims for name, quantity in THEORY.quantities.items()}
I, J, K = (Index(n, "K") for n in "ijk")  # noqa: E741
OTHER = Index("i", "M")
"""An index of the other dimension with a name that the first one has too."""
SCOPE = (I, J, OTHER, Index("#1", "K"))
NAMES = ("i", "j", "k", "l", "#1", "%1")
"""Bound indices have these names; two of them are names that the kernel itself gives."""


class Forge:
    """Draws terms, conditions and inferences; the same for the same seed."""

    def __init__(self, seed: object) -> None:
        self.random, self.context = Random(f"forge {seed}"), Context({d.name: d for d in THEORY.definitions})
        self.made: list[Theorem] = []

    # ------------------------------------------------------------------------------------------------ expressions

    def index(self, scope: tuple[Index, ...], dim: str = "") -> IndexTerm:
        dim = dim or self.dim()
        inside = [i for i in scope if i.dim == dim]
        if inside and self.random.random() > 0.04:
            return self.random.choice(inside)
        bound = self.bound(dim)
        name = self.random.choice("ab" if dim == "K" else "cd")
        return ArgMax(bound, Ref(name, (self.random.choice((*inside, bound)),)))

    def dim(self) -> str:
        return self.random.choice("KKKM")

    def bound(self, dim: str = "") -> Index:
        return Index(self.random.choice(NAMES), dim or self.dim())

    def reference(self, scope: tuple[Index, ...]) -> Ref:
        name = self.random.choice(tuple(AXES))
        return Ref(name, tuple(self.index(scope, dim) for dim in AXES[name]))

    def pair(self, scope: tuple[Index, ...]) -> tuple[IndexTerm, IndexTerm]:
        dim = self.dim()
        return self.index(scope, dim), self.index(scope, dim)

    def equation(self, scope: tuple[Index, ...]) -> Term:
        """[Σ ±index + number = 0], for some positions."""
        parts = [
            (self.index(scope), self.random.choice((-2, -1, -1, 1, 1))) for _ in range(self.random.randrange(1, 4))
        ]
        return aligned(parts, self.random.randrange(-1, 2))

    def term(self, scope: tuple[Index, ...] = SCOPE, depth: int = 2) -> Term:
        draw = self.random
        if depth <= 0 or draw.random() < 0.2:
            kind = draw.randrange(8)
            if kind < 2:
                return num(draw.choice((0, 1, 1, 2, -1)))
            if kind == 3:
                return self.equation(scope)
            return Delta(*self.pair(scope)) if kind == 2 else self.reference(scope)

        def below(*more: Index) -> Term:
            return self.term((*scope, *more), depth - 1)

        bound = self.bound()
        kind = draw.randrange(13)
        if kind < 2:
            return add(below(), below())
        if kind < 4:
            return mul(below(), below())
        if kind == 4:
            return neg(below())
        if kind == 5:
            return div(below(), below())
        if kind == 6:
            return power(below(), draw.choice((-1, 0, 2, 3)))
        if kind == 7:
            return Fun(draw.choice(("exp", "log", "abs", "sign", "sqrt", "tanh")), (below(),))
        if kind == 8:
            return Fun(draw.choice(("max", "min")), (below(), below()))
        if kind == 9:
            return If(self.condition(scope), below(), below())
        if kind == 10:
            return Diff(below(), self.reference(scope))
        cond = self.condition((*scope, bound)) if draw.random() < 0.4 else None
        op = draw.choice(("sum", "sum", "sum", "prod") if cond else ("sum", "sum", "prod", "max", "min"))
        return Reduce(op, bound, below(bound), cond)

    def condition(self, scope: tuple[Index, ...], depth: int = 1) -> Formula:
        kind = self.random.randrange(8)
        if kind < 3:
            return Cmp(self.random.choice(("==", "!=")), *self.pair(scope))
        if kind == 3 and depth:
            return And((self.condition(scope, 0), self.condition(scope, 0)))
        if kind == 4 and depth:
            return Not(self.condition(scope, 0))
        left, right = self.term(scope, depth - 1), self.random.choice((ZERO, self.term(scope, 0)))
        return Cmp(self.random.choice(("<", "<=", "!=", "==")), *self.random.sample((left, right), 2))

    def sides(self, scope: tuple[Index, ...]) -> tuple[Term, Term]:
        """Something to be compared, mostly with 0."""
        return self.random.choice((ZERO, ZERO, self.term(scope, 0))), self.term(scope, 1)

    def fact(self) -> Formula:
        """A hypothesis, perhaps quantified, perhaps with a condition."""
        scope = (*SCOPE, K)
        formula: Formula = Cmp(self.random.choice(("<", "<=", "!=", "==")), *self.sides(scope))
        for _ in range(self.random.randrange(3)):
            if self.random.random() < 0.4:
                formula = Implies(self.condition(scope, 0), formula)
            else:
                formula = ForAll(self.random.choice(scope), formula)
        return formula

    # ------------------------------------------------------------------------------------------------ inferences

    def rule(self, rule: Rule) -> Theorem:
        """An instance of a rule by random terms and conditions."""
        quantities: dict[str, Lambda] = {}
        dims = {d: self.dim() for d in dict.fromkeys(_dims(rule))}
        by = {n.var.name for side in (rule.left, rule.right) for n in subterms(side) if isinstance(n, Diff)}
        for node in (rule.left, rule.right, *rule.conditions):
            for n in subterms(node):
                if isinstance(n, Ref | Pred) and n.name not in quantities:
                    params = tuple(Index(f"p{m}", dims[dim_of(i)]) for m, i in enumerate(n.indices))
                    scope = (*SCOPE, *params, *params)
                    body: Node = self.reference(scope) if n.name in by else self.term(scope)
                    quantities[n.name] = Lambda(params, self.condition(scope) if isinstance(n, Pred) else body)
        names = free(rule.left) | free(rule.right)
        positions = {i: self.index(SCOPE, dims[i.dim]) for i in sorted(names, key=lambda i: (i.name, i.dim))}
        return kernel.rule(self.context, rule, tuple(quantities.items()), tuple(positions.items()), tuple(dims.items()))

    def sign(self) -> Theorem:
        facts = tuple(self.fact() for _ in range(self.random.randrange(4)))
        term = self.term()
        cores = [f for f in facts for f in subterms(f) if isinstance(f, Cmp) and isinstance(f.right, Term)]
        if cores and self.random.random() < 0.5:
            about = self.random.choice(cores).right
            assert isinstance(about, Term)
            bound = self.bound()
            term = self.random.choice((about, mul(about, about), Reduce("sum", bound, about), add(about, num(1))))
        ops = ["<", "<=", "!=", "=="]
        self.random.shuffle(ops)
        for op in ops:
            for sides in ((ZERO, term), (term, ZERO)):
                with suppress(KernelError):
                    return kernel.sign(self.context, Cmp(op, *sides), facts)
        raise KernelError("no sign")

    def ring(self) -> Theorem:
        left = self.term(depth=3)
        right = self.random.choice((add(left, left, neg(left)), mul(left, num(1)), div(mul(left, left), left)))
        nonzero = self.random.choice(((), (left,)))
        return kernel.ring(self.context, left, right, nonzero)

    def premise(self) -> Theorem:
        return self.random.choice(self.made[-40:])

    def congruence(self) -> Theorem:
        theorem = self.premise()
        bound = self.random.choice((*SCOPE, K, *sorted(free(theorem.conclusion), key=lambda i: (i.name, i.dim))))
        left, other = theorem.left, self.term()
        inside = [n for n in subterms(left) if isinstance(n, Ref) and not free(n) - {*SCOPE, K}]
        v = self.random.choice(inside) if inside else self.reference(SCOPE)
        node = self.random.choice(
            (
                mul(other, left) if not isinstance(left, type(mul(left, left))) else Fun("exp", (left,)),
                If(self.condition(SCOPE), left, other),
                If(next(iter(theorem.hypotheses), self.condition(SCOPE)), left, other),
                Reduce("sum", bound, left),
                Reduce("sum", bound, left, self.condition((*SCOPE, bound))),
                Reduce("sum", bound, left, next(iter(theorem.hypotheses), None)),
                Diff(left, v),
                Diff(left, v),
                Reduce("max", bound, left),
            )
        )
        premises = tuple(theorem if c == left else None for c in node.children())
        return kernel.congruence(self.context, node, premises)

    def derivative(self) -> Theorem:
        d = Diff(self.term(), self.reference(SCOPE))
        choice = self.random.randrange(3)
        if choice == 0:
            return kernel.constant(self.context, d)
        if choice == 1:
            return kernel.variable(self.context, Diff(self.reference(SCOPE), d.var))
        return kernel.chain(self.context, d, self.random.choice(tuple(self.context.definitions)))

    def other(self) -> Theorem:
        kind, context = self.random.randrange(9), self.context
        if kind == 0:
            return kernel.unfold(context, self.reference(SCOPE))
        if kind == 1:
            return kernel.assume(
                context, self.fact(), tuple(self.index(SCOPE) for _ in range(self.random.randrange(3)))
            )
        if kind == 2:
            old = self.random.choice((*SCOPE, K))
            return kernel.equal_indices(context, self.premise().left, old, self.index((*SCOPE, K), old.dim))
        theorem = self.premise()
        if kind == 3:
            pairs = tuple((i, self.index((*SCOPE, K), i.dim)) for i in self.random.sample((*SCOPE, K), 2))
            return kernel.instantiate(context, theorem, pairs)
        if kind == 4:
            return kernel.symmetry(context, theorem)
        if kind == 5:
            options = [t for t in self.made if t.left == theorem.right]
            return kernel.transitivity(context, theorem, self.random.choice(options or [theorem]))
        if kind == 6:
            return kernel.weaken(context, theorem, self.random.choice(("<=", "!=")))
        if kind == 7:
            for hypothesis in theorem.hypotheses:
                for premise in self.random.sample(self.made, min(10, len(self.made))):
                    with suppress(KernelError):
                        return kernel.discharge(context, theorem, hypothesis, premise)
                core = hypothesis
                while isinstance(core, ForAll | Implies):
                    core = core.body
                if isinstance(core, Cmp):
                    with suppress(KernelError):
                        return kernel.discharge(
                            context, theorem, hypothesis, kernel.sign(context, core, tuple(theorem.hypotheses))
                        )
        condition = self.condition(SCOPE)
        return kernel.cases(context, condition, theorem, theorem)

    def theorem(self, rules: tuple[Rule, ...]) -> Theorem | None:
        """One more theorem, or None where the kernel refused."""
        moves = (
            lambda: self.rule(self.random.choice(rules)), self.sign, self.ring, self.congruence, self.congruence,
            self.derivative, self.other, self.other,
        )  # fmt: skip
        try:
            theorem = self.random.choice(moves)()
        except (KernelError, IndexError, TooLarge):
            return None
        if sum(1 for _ in subterms(theorem.conclusion)) > 60:
            return None
        self.made.append(theorem)
        return theorem


def _dims(rule: Rule) -> Iterator[str]:
    for node in (rule.left, rule.right, *rule.conditions):
        for n in subterms(node):
            if isinstance(n, Index):
                yield n.dim
            elif isinstance(n, Reduce | ArgMax | ForAll):
                yield n.index.dim
            elif isinstance(n, Size):
                yield n.dim


def refuted(theorem: Theorem, count: int = 6) -> object | None:
    """Numbers at which the theorem is false, if some are found."""
    with suppress(checks.Undefined):  # a hypothesis without inputs that has no value, such as sqrt(-1) > 0
        return checks.refute(THEORY, (theorem.conclusion,), theorem.hypotheses, count)
    return None
