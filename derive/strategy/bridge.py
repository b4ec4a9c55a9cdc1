"""How is a statement proved?  Both sides to normal form, hypotheses put in, cases split, signs compared.

Comes in: a comparison and what may be assumed.  Goes out: a theorem whose hypotheses are assumptions, or conditions that
nothing here could discharge; or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import islice, product

from derive import kernel, rational, signs
from derive.context import Context, KernelError, dim_of, negation, parts
from derive.conversion import by_arithmetic, chained, children, match, unfold_all
from derive.expr import (
    ONE,
    ZERO,
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
    IndexTerm,
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
    key,
    mul,
    names,
    neg,
    num,
    sub,
    substitute,
    subterms,
    times,
)  # fmt: skip
from derive.kernel import Theorem
from derive.rules import rules
from derive.strategy.fractions import monomial_term, normal_term, polynomial_term, quotient
from derive.strategy.linear import excess, multiples, positive_sums, square_sums, without_positive
from derive.strategy.normal import Normal

__all__ = ["Prover"]


CASES, AT, NAMED = 3, 6, 12
"""How many cases may stand one in another; at how many indices a quantity is looked for, and among how many."""


@dataclass(eq=False)
class Prover:
    """Proves statements in a context from `assumptions`; remembers normal forms."""

    context: Context
    assumptions: tuple[Formula, ...] = ()
    normals: dict[tuple[tuple[Formula, ...], frozenset[str], bool], Normal] = field(default_factory=dict)
    conditions: dict[Node, Theorem | None] = field(default_factory=dict)
    comparisons: dict[tuple[Cmp, tuple[Formula, ...], int], Theorem | None] = field(default_factory=dict)
    under_way: int = 0
    """How many conditions are being proved, one for another."""

    def normal(self, facts: tuple[Formula, ...], keep: frozenset[str] = frozenset(), lenient: bool = False) -> Normal:
        """Normal forms under `facts`, the definitions in `keep` not unfolded."""
        if (facts, keep, lenient) not in self.normals:
            self.normals[facts, keep, lenient] = Normal(self.context, facts, keep, lenient=lenient)
        return self.normals[facts, keep, lenient]

    # -------------------------------------------------------------------------------------------- equalities

    def equal(self, left: Term, right: Term, facts: tuple[Formula, ...] = (), depth: int = CASES) -> Theorem | None:
        """left = right, if `facts` (which become hypotheses where they are used) and the assumptions say so."""
        context = self.context
        direct = by_arithmetic(context, left, right)
        if direct is not None:
            return direct
        ends: list[Theorem] = []
        for keep in self.unfoldings(left, right):
            normal = self.normal((*facts, *self.assumptions), keep)
            ends = [normal(side) for side in (left, right)]
            middle = by_arithmetic(context, ends[0].right, ends[1].right)
            if middle is not None:
                break
            used = [self.put_in(end, facts, normal) for end in ends]
            middle = by_arithmetic(context, used[0].right, used[1].right)
            if middle is not None:
                ends = used
                break
        else:
            middle = self.split(ends[0].right, ends[1].right, facts, depth)
        if middle is None and depth == CASES:
            return self.leniently(left, right, facts)
        return None if middle is None else chained(context, ends[0], middle, kernel.symmetry(context, ends[1]))

    def leniently(self, left: Term, right: Term, facts: tuple[Formula, ...]) -> Theorem | None:
        """left = right by rules whose conditions become hypotheses: exp(log u) = u where u > 0."""
        normal = self.normal((*facts, *self.assumptions), lenient=True)
        ends = [normal(side) for side in (left, right)]
        middle = by_arithmetic(self.context, ends[0].right, ends[1].right)
        ends_meet = middle is not None
        found = chained(self.context, ends[0], middle, kernel.symmetry(self.context, ends[1])) if ends_meet else None
        if found is None:
            return None
        needed = self.context.defined(left) + self.context.defined(right)
        where = (*_domain(left), *_domain(right), *needed)
        given = {canonical(f) for f in (*facts, *self.assumptions, *where)}
        for hypothesis in found.hypotheses:
            if canonical(hypothesis) in given:
                continue
            proof = self.compare(hypothesis, (*facts, *where)) if isinstance(hypothesis, Cmp) else None
            if proof is None or not {canonical(h) for h in proof.hypotheses} <= given:
                return None  # it asks for more than that both sides have a value
            found = kernel.discharge(self.context, found, hypothesis, proof)
        return found

    def unfoldings(self, left: Term, right: Term) -> Iterator[frozenset[str]]:
        """Which definitions to leave folded: at first those that both sides speak of, at last none."""
        definitions = self.context.definitions
        used = [n for n in definitions if any(self.context.depends(t, n) for t in (left, right))]
        one_sided = (names(left) ^ names(right)) & definitions.keys()
        kept = [n for n in used if n not in one_sided]
        attempts = [kept[n:] for n in range(len(kept))] if len(used) <= 6 else [kept] if kept else []
        yield from dict.fromkeys(frozenset(a) for a in (*attempts, ()))

    def put_in(self, theorem: Theorem, facts: tuple[Formula, ...], normal: Normal) -> Theorem:
        """Use the equations among facts and assumptions, each solved for its largest atom."""
        context = self.context
        for fact in (*facts, *self.assumptions):
            if (
                isinstance(fact, Cmp)
                and fact.op == "=="
                and isinstance(fact.left, Index)
                and isinstance(fact.right, Index)
            ):
                for old, new in ((fact.left, fact.right),):
                    if old in free(theorem.right) and isinstance(old, Index):
                        moved = kernel.equal_indices(context, theorem.right, old, new)
                        again = normal(moved.right)
                        theorem = chained(context, theorem, moved, again) or theorem
                continue
            for equation in self.solved(fact, theorem.right, normal):
                replaced = _replaced(context, theorem.right, equation)
                if replaced is not None:
                    theorem = chained(context, theorem, replaced, normal(replaced.right)) or theorem
        return theorem

    def solved(self, fact: Formula, inside: Term, normal: Normal) -> Iterator[Theorem]:
        """The equation `fact` as `atom = rest`, at the indices at which the atom occurs in `inside`."""
        core, bound = fact, list[Index]()
        while isinstance(core, ForAll):
            bound.append(core.index)
            core = core.body
        if (
            not isinstance(core, Cmp)
            or core.op != "=="
            or not isinstance(core.left, Term)
            or not isinstance(core.right, Term)
        ):
            return
        if isinstance(core.left, Pow) and isinstance(core.left.base, Ref) and core.right == core.left.base:
            yield from self.squares(fact, core.left, bound, inside)
            return
        whole = normal_term(sub(normal(core.left).right, normal(core.right).right))
        atoms = sorted(rational.atoms_of(whole), key=lambda a: (-_weight(a), key(a)))
        if not atoms:
            return
        atom = atoms[0]
        for node in dict.fromkeys(n for n in subterms(inside) if isinstance(n, type(atom))):
            found = signs.match_indices(atom, node, set(bound))
            if found is None or set(found) != set(bound):
                continue
            given = kernel.assume(self.context, fact, tuple(found[i] for i in bound))
            equation = self.solve(given, substitute(atom, found), normal)  # type: ignore[arg-type]
            if equation is not None:
                yield equation

    def squares(self, fact: Formula, square: Pow, bound: list[Index], inside: Term) -> Iterator[Theorem]:
        """What is 0 or 1 is its own square."""
        for power in dict.fromkeys(n for n in subterms(inside) if isinstance(n, Pow)):
            found = signs.match_indices(square, power, set(bound))
            if found is not None and set(found) == set(bound):
                yield kernel.assume(self.context, fact, tuple(found[i] for i in bound))

    def solve(self, given: Theorem, atom: Term, normal: Normal) -> Theorem | None:
        """From L = R the equation atom = rest, if the atom occurs linearly with a number before it."""
        context = self.context
        if isinstance(given.left, Num):
            given = kernel.symmetry(context, given)
        sides = normal(given.left), normal(given.right)
        equation = chained(context, kernel.symmetry(context, sides[0]), given, sides[1])
        assert equation is not None
        value = quotient(sub(equation.left, equation.right))
        name = key(canonical(atom))
        linear = {m: c for m, c in value.top.items() if any(a == name for a, _ in m)}
        if value.bottom or list(linear) != [((name, 1),)]:
            return None
        coefficient = linear[((name, 1),)]
        rest = polynomial_term({m: -c / coefficient for m, c in value.top.items() if m not in linear}, value.atoms)
        if equation.left == atom and alpha_equal(equation.right, rest):
            return equation
        if equation.right == atom and alpha_equal(equation.left, rest):
            return kernel.symmetry(context, equation)
        scale = num(1 / coefficient)
        widened = by_arithmetic(context, atom, add(rest, mul(scale, equation.left), neg(mul(scale, equation.right))))
        if widened is None:
            return None
        used = _replaced(context, widened.right, equation)
        if used is None:
            return None
        return chained(context, widened, used, by_arithmetic(context, used.right, rest))

    def split(self, left: Term, right: Term, facts: tuple[Formula, ...], depth: int) -> Theorem | None:
        """The cases of a delta between free indices."""
        if not depth:
            return None
        known = {canonical(negation(f)) for f in facts} | {canonical(f) for f in facts}
        for node in (*subterms(left), *subterms(right)):
            if not isinstance(node, Delta) or not isinstance(node.left, Index) or not isinstance(node.right, Index):
                continue
            if not {node.left, node.right} <= free(left) | free(right) or node.left == node.right:
                continue
            condition = Cmp("==", *sorted((node.left, node.right), key=key))
            if canonical(condition) in known:
                continue
            holding = self.equal_where(left, right, condition, facts, depth - 1)
            if holding is None:
                return None
            failing = self.equal(left, right, (*facts, negation(condition)), depth - 1)
            return None if failing is None else kernel.cases(self.context, condition, holding, failing)
        turning = self.alternative(left, right, facts)
        if turning is not None:
            holding, failing = (self.settled(left, right, (*facts, c), depth - 1) for c in (turning, negation(turning)))
            both = holding is not None and failing is not None
            return kernel.cases(self.context, turning, holding, failing) if both else None  # type: ignore[arg-type]
        return None

    def settled(self, left: Term, right: Term, facts: tuple[Formula, ...], depth: int) -> Theorem | None:
        """left = right in one case."""
        theorem = self.equal(left, right, facts, depth)
        return None if theorem is None else self.decided(theorem, facts)

    def decided(self, theorem: Theorem, facts: tuple[Formula, ...]) -> Theorem:
        """What the facts decide is no longer a hypothesis."""
        given = {canonical(f) for f in (*facts, *self.assumptions)}
        for hypothesis in theorem.hypotheses:
            if canonical(hypothesis) in given or not isinstance(hypothesis, Cmp) or hypothesis.op == "==":
                continue
            proof = self.compare(hypothesis, facts)
            if proof is not None and {canonical(h) for h in proof.hypotheses} <= given:
                theorem = kernel.discharge(self.context, theorem, hypothesis, proof)
        return theorem

    def alternative(self, left: Term, right: Term, facts: tuple[Formula, ...]) -> Cmp | None:
        """What to tell cases apart by, the facts being known: of u ≤ v, where v ≤ u is known, what is left is u = v."""
        known = {canonical(g) for f in facts for g in (f, negation(f))}
        for condition in self.alternatives(left, right):
            if canonical(condition) in known:
                continue
            over = excess(condition)
            turned = (excess(f) for f in facts if isinstance(f, Cmp) and f.op == "<=")
            if condition.op != "<=" or not any(t and over and not quotient(add(t, over)).top for t in turned):
                return condition
            equal = Cmp("==", condition.left, condition.right)
            if canonical(equal) not in known:
                return equal
        return None

    def alternatives(self, left: Term, right: Term) -> Iterator[Cmp]:
        """What the value of a branch, a size or the larger of two turns on; what that turns on itself comes first."""
        for node in dict.fromkeys((*subterms(left), *subterms(right))):
            if not _turns(node):
                continue
            conditions = parts(node.cond) if isinstance(node, If) else (_TURNING[node.name](*node.args),)  # type: ignore[attr-defined]
            for condition in conditions:
                plain = isinstance(condition, Cmp) and isinstance(condition.left, Term)
                if plain and free(condition) <= free(left) | free(right) and not any(map(_turns, subterms(condition))):
                    assert isinstance(condition, Cmp)
                    yield condition

    def equal_where(
        self, left: Term, right: Term, condition: Cmp, facts: tuple[Formula, ...], depth: int
    ) -> Theorem | None:
        """left = right where two indices are equal: one of them takes the other's place."""
        context = self.context
        old, new = condition.left, condition.right
        assert isinstance(old, Index) and isinstance(new, IndexTerm)
        ends = [kernel.equal_indices(context, side, old, new) for side in (left, right)]
        renamed = tuple(f for f in (substitute(f, {old: new}) for f in facts) if isinstance(f, Formula))
        middle = self.equal(ends[0].right, ends[1].right, renamed if renamed == facts else (), depth)
        return None if middle is None else chained(context, ends[0], middle, kernel.symmetry(context, ends[1]))

    # ------------------------------------------------------------------------------------------- inequalities

    def compare(self, statement: Cmp, facts: tuple[Formula, ...] = (), depth: int = CASES) -> Theorem | None:
        """left < right, ≤ or ≠ by the sign of the difference, in one of several forms; where none will do, by cases."""
        if not isinstance(statement.left, Term) or not isinstance(statement.right, Term):
            return None
        memo = (statement, facts, depth)
        if memo in self.comparisons:
            return self.comparisons[memo]
        found = self.compared(statement, facts) or self.in_cases(statement, facts, depth)
        if found is not None or not self.under_way:  # what is not found may be waiting for itself
            self.comparisons[memo] = found
        return found

    def compare_alone(self, statement: Cmp, facts: tuple[Formula, ...]) -> Theorem | None:
        """The same from `facts` alone, or else with what is assumed, and from nothing besides."""
        for prover in (self.bare, self):
            found = prover.compare(statement, facts)
            given = {canonical(f) for f in (*facts, *prover.assumptions)}
            if found is not None and {canonical(h) for h in found.hypotheses} <= given:
                return found
        return None

    @cached_property
    def bare(self) -> Prover:
        """A prover that assumes nothing."""
        return Prover(self.context)

    def in_cases(self, statement: Cmp, facts: tuple[Formula, ...], depth: int) -> Theorem | None:
        """A comparison by the cases of a branch, a size, or the larger of two."""
        if not depth:
            return None
        left, right = statement.left, statement.right
        assert isinstance(left, Term) and isinstance(right, Term)
        whole = self.normal((*facts, *self.assumptions))(sub(right, left)).right
        condition = self.alternative(whole, whole, facts)
        if condition is None:
            return None
        both = list[Theorem]()
        for fact in (condition, negation(condition)):
            theorem = self.compare(statement, (*facts, fact), depth - 1)
            if theorem is None:
                return None
            both.append(theorem)
        return kernel.cases(self.context, condition, *both)

    def compared(self, statement: Cmp, facts: tuple[Formula, ...]) -> Theorem | None:
        """The comparison by a sign alone."""
        left, right, op = statement.left, statement.right, statement.op
        assert isinstance(left, Term) and isinstance(right, Term)
        every = (*facts, *self.assumptions)
        given = self.given(statement, every) or self.by_bounds(statement) or self.by_bounds_of_definition(statement)
        if given is not None:
            return given
        for form in self.forms(
            sub(right, left) if ZERO not in (left, right) else right if left == ZERO else left, every
        ):
            theorem = self.signed(statement, form, every)
            if theorem is not None:
                return theorem
        lemmas = self.about_logarithms(sub(right, left), every)
        if lemmas:
            theorem = self.with_lemmas(statement, facts, lemmas)
            if theorem is not None:
                return theorem
        if op == "!=":
            for ordered in (Cmp("<", left, right), Cmp("<", right, left)):
                theorem = self.given(ordered, every) or (self.compared(ordered, facts) if facts else None)
                if theorem is not None:
                    weaker = kernel.weaken(self.context, theorem, "!=")
                    return weaker if ordered.left == left else kernel.symmetry(self.context, weaker)
            return self.by_size(statement, facts)
        return None

    def by_size(self, statement: Cmp, facts: tuple[Formula, ...]) -> Theorem | None:
        """u ≠ 0 since 0 < |u|, where facts speak of |u|."""
        left, right = statement.left, statement.right
        assert isinstance(left, Term) and isinstance(right, Term)
        sizes = [Fun("abs", (term,)) for term in (left, right) if ZERO in (left, right) and term != ZERO]
        for size in sizes:
            if any(alpha_equal(n, size) for f in facts for n in subterms(f) if isinstance(n, Fun)):
                larger = Cmp("<", ZERO, size)
                proof, aim = self.compared(larger, facts), _signed(self.context, statement, (larger,))
                if proof is not None and aim is not None:
                    return kernel.discharge(self.context, aim, larger, proof)
        return None

    def by_bounds_of_definition(self, statement: Cmp) -> Theorem | None:
        """The same where the whole has a name."""
        for side in (statement.left, statement.right):
            if isinstance(side, Ref) and side.name in self.context.definitions:
                opened = kernel.unfold(self.context, side)
                if not isinstance(opened.right, Reduce):
                    opened = chained(self.context, opened, self.normal(())(opened.right)) or opened
                upper = side is statement.right
                sides = (statement.left, opened.right) if upper else (opened.right, statement.right)
                found = self.by_bounds(Cmp(statement.op, *sides)) if isinstance(opened.right, Reduce) else None
                if found is not None:
                    ends = (found, kernel.symmetry(self.context, opened)) if upper else (opened, found)
                    return chained(self.context, *ends)
        return None

    def by_bounds(self, statement: Cmp) -> Theorem | None:
        """An inequality of the tables, as it stands: no element is larger than the maximum."""
        for scheme in rules().values():
            if scheme.op != "<=" or statement.op != "<=":
                continue
            sides = (scheme.left, statement.left), (scheme.right, statement.right)
            (small, element), (big, whole) = sides if isinstance(scheme.right, Reduce) else sides[::-1]
            found = match(big, whole)
            if found is None or "f" not in found.quantities or not isinstance(element, Term):
                continue
            function = found.quantities["f"]
            at = signs.match_indices(function.body, element, set(function.params))
            if at is None or len(at) != 1:
                continue
            (index,), (position,) = free(small), at.values()
            try:
                given = tuple(sorted(found.quantities.items())), ((index, position),), tuple(sorted(found.dims.items()))
                return kernel.rule(self.context, scheme, *given)
            except KernelError:
                continue
        return None

    def about_logarithms(self, term: Term, facts: tuple[Formula, ...]) -> dict[Formula, Theorem]:
        """Whether the arguments of its logarithms are at most 1, or at least 1, where that can be proved."""
        found: dict[Formula, Theorem] = {}
        opened = unfold_all(n for n in self.context.definitions if not _is_positive(self.context, n))(
            self.context, term
        )
        for node in subterms(term if opened is None else opened.right):
            if not isinstance(node, Fun) or node.name != "log" or any(i.name.startswith("#") for i in free(node)):
                continue
            argument = node.args[0]
            for bound in (Cmp("<=", argument, ONE), Cmp("<=", ONE, argument)):
                fact: Formula = bound
                for index in sorted(free(bound), key=key):
                    fact = ForAll(index, fact)
                if fact not in found and fact not in facts:
                    theorem = self.compare(bound, facts)
                    if theorem is not None:
                        found[fact] = theorem
        return found

    def with_lemmas(self, statement: Cmp, facts: tuple[Formula, ...], lemmas: dict[Formula, Theorem]) -> Theorem | None:
        """The comparison from lemmas, which are then discharged."""
        known = (*facts, *self.assumptions, *lemmas)
        left, right = statement.left, statement.right
        assert isinstance(left, Term) and isinstance(right, Term)
        difference = sub(right, left) if ZERO not in (left, right) else right if left == ZERO else left
        for form in self.forms(difference, (*facts, *self.assumptions)):
            theorem = self.signed(statement, form, known)
            if theorem is not None:
                for fact, lemma in lemmas.items():
                    theorem = kernel.discharge(self.context, theorem, fact, lemma)
                return theorem
        return None

    def given(self, statement: Cmp, facts: tuple[Formula, ...]) -> Theorem | None:
        """One of the facts, at the right indices."""
        for fact in facts:
            core, bound, guarded = fact, list[Index](), False
            while isinstance(core, ForAll | Implies):
                guarded = guarded or isinstance(core, Implies)
                bound.extend([core.index] if isinstance(core, ForAll) else [])
                core = core.body
            found = None if guarded else signs.match_indices(core, statement, set(bound))
            if found is not None and set(found) == set(bound):
                given = kernel.assume(self.context, fact, tuple(found[i] for i in bound))
                same = alpha_equal(given.left, statement.left)
                return given if same else kernel.symmetry(self.context, given)  # of ≠ either side may come first
        return None

    def forms(self, difference: Term, facts: tuple[Formula, ...]) -> Iterator[Term]:
        """Ways to write a difference whose sign may be plain to see."""
        yield difference
        seen = [difference]
        whole = self.normal(facts)(difference).right
        for term in (difference, whole):
            yield from positive_sums(self.context, term, facts)
            yield from map(neg, positive_sums(self.context, neg(term), facts))
            yield from multiples(term, facts)
            yield from self.scaled(term, facts)
            yield from square_sums(term)
        for form in (whole, _together(whole)):
            for candidate in (form, *self.taken_out(form), *self.of_logarithms(form, facts)):
                if not any(alpha_equal(candidate, s) for s in seen):
                    seen.append(candidate)
                    yield candidate
        yield from square_sums(_together(whole))
        yield from self.named_as(whole)

    def scaled(self, term: Term, facts: tuple[Formula, ...]) -> Iterator[Term]:
        """A positive factor times what is left: x/s + 1/2 has the sign of x + s/2."""
        value = quotient(term)
        taken, rest = ((), {}) if value.bottom else without_positive(self.context, value.top, value.atoms, facts)
        if taken:
            left, scale = polynomial_term(rest, value.atoms), monomial_term(taken, Fraction(1), value.atoms)
            yield from (mul(scale, form) for form in positive_sums(self.context, left, facts))
            yield from (neg(mul(scale, form)) for form in positive_sums(self.context, neg(left), facts))
            yield from (mul(scale, form) for form in multiples(left, facts))

    def named_as(self, whole: Term) -> Iterator[Term]:
        """A term in normal form, everything unfolded, with a part of it called again by the name that it has."""
        if isinstance(whole, Fun) and len(whole.args) == 1:
            yield from (Fun(whole.name, (inner,)) for inner in self.named_as(whole.args[0]))
        value = quotient(whole)
        few = len(self.context.definitions) <= NAMED and not value.bottom
        for definition in self.context.definitions.values() if few else ():
            unfolded = self.normal(())(definition.body).right
            if isinstance(unfolded, Num | Ref):
                continue
            choices = [[i for i in sorted(free(whole), key=key) if dim_of(i) == a.dim] for a in definition.indices]
            for at in islice(product(*choices), AT):
                own = quotient(substitute(unfolded, dict(zip(definition.indices, at, strict=True))))
                largest = max(own.top, key=lambda m: (sum(_weight(own.atoms[a]) * abs(n) for a, n in m), m), default=())
                if own.bottom or not largest or largest not in value.top:
                    continue
                named = times(value.top[largest] / own.top[largest], Ref(definition.name, at))
                left = dict(value.top)
                for m, c in own.top.items():
                    left[m] = left.get(m, Fraction(0)) - c * value.top[largest] / own.top[largest]
                left = {m: c for m, c in left.items() if c}
                if len(left) < len(value.top):
                    yield add(*([polynomial_term(left, {**value.atoms, **own.atoms})] if left else []), named)

    def taken_out(self, form: Term) -> Iterator[Term]:
        """A term of a whole sum taken out, at each free index of its dimension."""
        for index in sorted(free(form), key=key):
            top, below = (form.num, form.den) if isinstance(form, Div) else (form, ONE)
            opened = _taken_out(top, index)
            if opened != top:
                yield div(normal_term(opened), below) if below != ONE else normal_term(opened)

    def of_logarithms(self, form: Term, facts: tuple[Formula, ...]) -> Iterator[Term]:
        """Σ ±log u + r as log(1 + w), or as −log(1 + w): its sign is that of w."""
        value = quotient(form)
        above, below, rest = list[Term](), list[Term](), list[Term]()
        for monomial, c in sorted(value.top.items()):
            atom = value.atoms[monomial[0][0]] if len(monomial) == 1 and monomial[0][1] == 1 else None
            if isinstance(atom, Fun) and atom.name == "log" and abs(c) == 1:
                (above if c > 0 else below).append(atom.args[0])
            else:
                rest.append(monomial_term(monomial, c, value.atoms))
        if value.bottom or not (above or below):
            return
        argument = div(mul(*above, Fun("exp", (add(*rest),))) if rest else mul(*above), mul(*below))
        for whole, written in ((argument, lambda log: log), (div(ONE, argument), neg)):
            excess = self.normal(facts)(sub(whole, ONE)).right
            for form in (excess, _together(excess)):
                for candidate in (form, *self.taken_out(form)):
                    yield written(Fun("log", (add(ONE, candidate),)))

    def signed(self, statement: Cmp, form: Term, facts: tuple[Formula, ...]) -> Theorem | None:
        context = self.context
        left, right, op = statement.left, statement.right, statement.op
        assert isinstance(left, Term) and isinstance(right, Term)
        about_zero = ZERO in (left, right)
        downwards = right == ZERO and op != "!="
        aim = Cmp(op, form, ZERO) if op == "!=" or downwards else Cmp(op, ZERO, form)
        sign = _signed(context, aim, ()) or _signed(context, aim, facts)  # with as few facts as will do
        if sign is None:
            return None
        plain = right if left == ZERO else left
        if about_zero and alpha_equal(form, plain):
            if op == "!=" and left == ZERO:
                return kernel.symmetry(context, sign)
            return sign
        if about_zero:
            same = self.written(plain, form, facts)
            if same is None:
                return None
            back = kernel.symmetry(context, same)
            if op == "!=":
                first = chained(context, same, sign)
                return first if right == ZERO else kernel.symmetry(context, first)  # type: ignore[arg-type]
            return chained(context, same, sign) if downwards else chained(context, sign, back)
        same = self.written(sub(right, left), form, facts)
        return None if same is None else kernel.difference(context, left, right, same, sign)

    def written(self, term: Term, form: Term, facts: tuple[Formula, ...]) -> Theorem | None:
        """term = form, which its normal form under the facts led to."""
        same = self.equal(term, form, (), 0)
        if same is not None and same.hypotheses:
            same = self.decided(same, facts)
        if same is None:
            normal = self.normal(facts)(term)
            same = chained(self.context, normal, by_arithmetic(self.context, normal.right, form))
            same = None if same is None or not alpha_equal(same.right, form) else self.decided(same, facts)
        return same

    # --------------------------------------------------------------------------------------------- conditions

    def discharge(self, theorem: Theorem, keep: Iterable[Formula] = ()) -> Theorem:
        """Drop every hypothesis that can be proved without the others; those in `keep` stay."""
        kept = {canonical(k) for k in keep}
        for hypothesis in theorem.hypotheses:
            if canonical(hypothesis) in kept:
                continue
            proof = self.condition(hypothesis)
            if proof is not None and not any(canonical(h) == canonical(hypothesis) for h in proof.hypotheses):
                try:
                    theorem = kernel.discharge(self.context, theorem, hypothesis, proof)
                except KernelError:  # names of indices clash: it stays
                    continue
        return theorem

    def discharged_by_sign(self, theorem: Theorem) -> Theorem:
        """Drop every hypothesis that is plain to see from the signs of what is defined: little work, however long the chain."""
        for hypothesis in theorem.hypotheses:
            proof = self.plain(hypothesis)
            if proof is not None:
                theorem = kernel.discharge(self.context, theorem, hypothesis, proof)
        return theorem

    def plain(self, hypothesis: Formula) -> Theorem | None:
        """A proof of a side condition by signs alone."""
        core = hypothesis
        while isinstance(core, ForAll):
            core = core.body
        return _signed(self.context, core, ()) if isinstance(core, Cmp) and core.op != "==" else None

    def pruned(self, theorem: Theorem, keep: tuple[Formula, ...]) -> Theorem:
        """Drop every hypothesis that follows from the others, or from those in `keep`, the largest first."""
        kept = {canonical(k) for k in keep}
        if len(theorem.hypotheses) > len(kept) + 10:
            return theorem  # too many to weigh each against all others
        for hypothesis in sorted(theorem.hypotheses, key=lambda h: (-_weight(h), key(h))):
            others = tuple(h for h in (*theorem.hypotheses, *keep) if canonical(h) != canonical(hypothesis))
            if canonical(hypothesis) in kept or not others:
                continue
            core, guards = hypothesis, list[Formula]()
            while isinstance(core, ForAll | Implies):
                guards.extend(parts(core.cond) if isinstance(core, Implies) else ())
                core = core.body
            proof = self.compare(core, (*guards, *others)) if isinstance(core, Cmp) and core.op != "==" else None
            if proof is not None and {canonical(h) for h in proof.hypotheses} <= {
                canonical(o) for o in (*others, *guards)
            }:
                try:
                    theorem = kernel.discharge(self.context, theorem, hypothesis, proof)
                except KernelError:  # it speaks of an index that the hypothesis quantifies over
                    continue
        return theorem

    def condition(self, hypothesis: Formula) -> Theorem | None:
        """A proof of a side condition, for its own indices and under its own guards."""
        if hypothesis not in self.conditions:
            self.conditions[hypothesis] = None
            self.under_way += 1
            self.conditions[hypothesis] = self._condition(hypothesis)
            self.under_way -= 1
        return self.conditions[hypothesis]

    def _condition(self, hypothesis: Formula) -> Theorem | None:
        core, guards = hypothesis, list[Formula]()
        while isinstance(core, ForAll | Implies):
            guards.extend(parts(core.cond) if isinstance(core, Implies) else ())
            core = core.body
        if not isinstance(core, Cmp):
            return None
        if core.op == "==":
            left, right = core.left, core.right
            if not isinstance(left, Term) or not isinstance(right, Term):
                return None
            if isinstance(left, Diff) and right == ZERO and not self.context.depends(left.expr, left.var.name):
                return kernel.constant(self.context, left)
            return by_arithmetic(self.context, left, right)
        proof = self.compare(core, tuple(guards))
        return None if proof is None else self.discharge(proof, (*guards, *self.assumptions))


_TURNING: Mapping[str, Callable[..., Cmp]] = {
    "abs": lambda u: Cmp("<=", ZERO, u),
    "max": lambda u, v: Cmp("<=", v, u),
    "min": lambda u, v: Cmp("<=", u, v),
}
"""What the value of a function turns on."""


def _turns(node: Node) -> bool:
    return isinstance(node, If) or (isinstance(node, Fun) and node.name in _TURNING)


def _taken_out(node: Term, index: Index) -> Term:
    """Every whole sum over `index`'s dimension as its term there and the rest."""
    if isinstance(node, Reduce) and node.op == "sum" and node.cond is None and node.index.dim == index.dim:
        if index not in free(node):
            first = substitute(node.body, {node.index: index})
            assert isinstance(first, Term)
            return add(first, Reduce("sum", node.index, node.body, Cmp("!=", node.index, index)))
    if rational.is_arithmetic(node) and node.children():
        opened = node.rebuild(tuple(_taken_out(c, index) for c in node.children() if isinstance(c, Term)))
        assert isinstance(opened, Term)
        return opened
    return node


def _signed(context: Context, aim: Cmp, facts: tuple[Formula, ...]) -> Theorem | None:
    try:
        return kernel.sign(context, aim, facts)
    except KernelError:
        return None


def _domain(node: Node) -> Iterator[Formula]:
    """Where the functions in a term have a value, as far as that does not depend on a bound index."""
    for n in subterms(node):
        condition: Formula | None = None
        if isinstance(n, Fun) and n.name in ("log", "sqrt"):
            condition = Cmp("<" if n.name == "log" else "<=", ZERO, n.args[0])
        elif isinstance(n, Pow) and not (isinstance(n.exp, Num) and n.exp.value.denominator == 1):
            condition = Cmp("<", ZERO, n.base)
        elif isinstance(n, Div):
            condition = Cmp("!=", n.den, ZERO)
        if condition is not None and free(condition) <= free(node):
            yield condition


def _is_positive(context: Context, name: str) -> bool:
    definition = context.definitions[name]
    return signs.signs(context, Ref(name, definition.indices)).possible == signs.POSITIVE


@lru_cache(maxsize=1 << 14)
def _weight(term: Node) -> int:
    return 1 + sum(map(_weight, term.children()))


def _together(term: Term) -> Term:
    """The sum of fractions as one fraction, its parts in normal form."""
    value = quotient(term)
    if value.bottom:
        return normal_term(term)
    lowest: dict[str, int] = {}
    for monomial in value.top:
        for atom, n in monomial:
            lowest[atom] = min(lowest.get(atom, 0), n)
    below = {a: -n for a, n in lowest.items() if n < 0}
    if not below:
        return normal_term(term)
    denominator = monomial_term(tuple(sorted(below.items())), ONE.value, value.atoms)
    raised = {
        tuple(sorted((a, n) for a in dict(m) | below if (n := dict(m).get(a, 0) + below.get(a, 0)))): c
        for m, c in value.top.items()
    }
    return div(polynomial_term(raised, value.atoms), denominator)


def _replaced(context: Context, term: Term, equation: Theorem) -> Theorem | None:
    def go(_: Context, node: Term) -> Theorem | None:
        return equation if alpha_equal(node, equation.left) else below(context, node)

    below = children(go)
    return go(context, term)
