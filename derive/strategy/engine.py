"""How does a theory's mathematics come out?  Its derivatives, VJPs, JVPs and claims, each as a Derivation.

Comes in: a theory.  Goes out: `Engine`, which derives on demand and remembers.  Everything it returns was made by the kernel;
conditions that could not be discharged stand among a derivation's hypotheses.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from itertools import pairwise
from typing import ParamSpec, TypeVar

from derive import kernel
from derive.context import Context, KernelError, parts
from derive.conversion import chained, written_as
from derive.derivation import Derivation, Mark, Step
from derive.errors import Error, NotProved, Unsupported
from derive.expr import (
    ONE,
    ZERO,
    Binder,
    Cmp,
    Diff,
    ForAll,
    Formula,
    Index,
    IndexTerm,
    Node,
    Reduce,
    Ref,
    Term,
    alpha_equal,
    free,
    fresh,
    key,
    mul,
    names,
    power,
    substitute,
    subterms,
    unshadowed,
)  # fmt: skip
from derive.kernel import Theorem
from derive.language import unparse
from derive.program import COTANGENT, TANGENT
from derive.strategy.bridge import Prover
from derive.strategy.conditions import plainly
from derive.strategy.differentiate import has_derivative
from derive.strategy.explain import Explanation, explain, proofs, rules_used
from derive.strategy.lines import Lines
from derive.strategy.present import Presenter
from derive.theory import Claim, Quantity, Theory

__all__ = ["DISCRETE", "Engine", "assumptions", "typed"]

LETTERS = "ijklmnpqrstuvwxyz"
DISCRETE = ("OneHot", "Binary")
"""Types whose values are isolated: nothing is differentiated by them."""


# ------------------------------------------------------------------------------------------- what a type says


def typed(quantity: Quantity) -> Iterator[Formula]:
    """What the type of a quantity says about its values, for all indices."""
    if not _TYPES[quantity.type]:
        return
    indices: list[Index] = []
    for dim in quantity.dims:
        indices.append(fresh(dim, indices, LETTERS))
    element = Ref(quantity.name, tuple(indices))
    total = Reduce("sum", indices[-1], element) if indices else element
    statements: dict[str, Formula] = {
        "positive": Cmp("<", ZERO, element),
        "nonnegative": Cmp("<=", ZERO, element),
        "at most one": Cmp("<=", element, ONE),
        "zero or one": Cmp("==", power(element, 2), element),
        "sums to one": Cmp("==", total, ONE),
    }
    for name in _TYPES[quantity.type]:
        formula = statements[name]
        for index in reversed(indices):
            formula = ForAll(index, formula) if index in free(formula) else formula
        yield formula


_TYPES = {
    "Real": (),
    "Positive": ("positive",),
    "NonNegative": ("nonnegative",),
    "Unit": ("nonnegative", "at most one"),
    "Binary": ("zero or one", "nonnegative", "at most one"),
    "Simplex": ("sums to one", "nonnegative", "at most one"),
    "OneHot": ("sums to one", "zero or one", "nonnegative", "at most one"),
}


def assumptions(theory: Theory) -> tuple[Formula, ...]:
    """Everything a theory assumes: its declared types and its `assume` statements, for all values of their indices."""
    found = [f for q in theory.quantities.values() for f in typed(q)]
    for assumption in theory.assumptions:
        for formula in parts(assumption.formula):
            for index in sorted(free(formula), key=key, reverse=True):
                formula = ForAll(index, formula)
            found.append(formula)
    return tuple(found)


# -------------------------------------------------------------------------------------------------- the engine


_Found = TypeVar("_Found")
_Given = ParamSpec("_Given")


def reaching(find: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Where the calculus does not reach, an error that a user can read."""

    @wraps(find)
    def found(*args: _Given.args, **named: _Given.kwargs) -> _Found:
        try:
            return find(*args, **named)
        except KernelError as error:
            plain = "(" not in str(error)  # a text for users, not one that shows terms
            raise Unsupported(str(error) if plain else "the calculus does not reach this formula yet") from error
        except RecursionError:
            raise Unsupported("nested too deeply", hint="name the inner parts and use the names") from None

    return found


def in_order(indices: Iterable[IndexTerm]) -> dict[Index, Index]:
    """Indices in whose place others shall stand, whose names come in the order in which these appear; none if theirs do.

    What is found then does not depend on the letters: a search that looks at names sees these.
    """
    found = [i for i in dict.fromkeys(indices) if isinstance(i, Index)]
    if all(one.name < other.name for one, other in pairwise(found)):
        return {}
    letters = sorted(LETTERS[: len(found)]) if len(found) <= len(LETTERS) else [f"i{n:03}" for n in range(len(found))]
    return {i: Index(letter, i.dim) for i, letter in zip(found, letters, strict=True)}


_Read = TypeVar("_Read", bound=Node)


@dataclass(eq=False)
class Engine:
    """Derivations in one theory, found once each."""

    theory: Theory
    taken: Container[str] = ()
    """Names that cotangents and tangents cannot have, besides those of the theory's quantities."""
    context: Context = field(init=False)
    prover: Prover = field(init=False)
    presenter: Presenter = field(init=False)
    settler: Presenter = field(init=False)
    known: dict[object, Derivation] = field(default_factory=dict)
    pieces: dict[frozenset[str], Engine] = field(default_factory=dict)
    """Engines of some of the definitions alone, the others being inputs: the pieces of graphs."""

    def __post_init__(self) -> None:
        self.context = Context({d.name: d for d in self.theory.definitions})
        self.prover = Prover(self.context, assumptions(self.theory))
        order = {name: n for n, name in enumerate(self.theory.quantities)}
        into = tuple(n for n in self.named() if not has_derivative(self.context.definitions[n].body))
        self.presenter = Presenter(self.context, order, into, frozenset(self.named()))
        self.settler = Presenter(
            self.context, order, (), frozenset(self.named())
        )  # for what is in terms of the named quantities already

    def named(self) -> tuple[str, ...]:
        """The definitions that a reader knows: not what a call of a library function needs inside."""
        plain = [d for d in self.theory.definitions if not d.auxiliary]
        seen = {n for d in plain for n in names(d.body)} | {
            n for c in self.theory.claims for t in c.terms for n in names(t)
        }
        return tuple(d.name for d in self.theory.definitions if not d.auxiliary or d.name in seen)

    # ---------------------------------------------------------------------------------------------- references

    def reference(self, name: str, avoid: Iterable[Index] = ()) -> Ref:
        """A quantity at its definition's indices, or at the first letters that the definitions do not use."""
        avoid = tuple(avoid)
        if name not in self.theory.quantities:
            raise Error(f"there is no quantity {name}", hint=f"one of {', '.join(self.theory.quantities)}")
        if name in self.context.definitions and not set(self.context.definitions[name].indices) & set(avoid):
            return Ref(name, self.context.definitions[name].indices)
        taken: list[Index | str] = [*avoid, *self.letters, *self.theory.quantities, *self.theory.dims]
        indices: list[Index] = []
        for dim in self.theory.quantities[name].dims:
            indices.append(fresh(dim, [*taken, *indices], LETTERS))
        return Ref(name, tuple(indices))

    @cached_property
    def letters(self) -> tuple[Index, ...]:
        """The indices that the definitions use."""
        definitions = self.theory.definitions
        return tuple(dict.fromkeys(i for d in definitions for n in (d.body, *d.indices) for i in _indices(n)))

    def beside(self, output: Ref, wrt: str) -> Ref:
        """A quantity to differentiate `output` by, at indices of its own."""
        return self.reference(wrt, (i for i in output.indices if isinstance(i, Index)))

    def pair(self, of: str, wrt: str) -> tuple[Ref, Ref]:
        """Both at the indices that results have: those of `of`, then new ones."""
        output = self.reference(of)
        return output, self.beside(output, wrt)

    def bar(self, name: str) -> str:
        """What the cotangent of a quantity is called: `y_bar`, with underscores behind if that is a quantity itself."""
        return self.called(f"{name}{COTANGENT}")

    def dot(self, name: str) -> str:
        """What the tangent of a quantity is called: `x_dot`, with underscores behind if that is a quantity itself."""
        return self.called(f"{name}{TANGENT}")

    def called(self, name: str) -> str:
        return self.called(f"{name}_") if name in self.theory.quantities or name in self.taken else name

    def jacobian(self, of: str, wrt: str) -> Derivation:
        """∂of/∂wrt for all indices."""
        return self.derivative(*self.pair(of, wrt))

    def differentiable(self, of: str) -> tuple[str, ...]:
        """The inputs that `of` depends on and that gradients cover."""
        below = self.theory.below(of)
        depends = [q for q in self.theory.inputs if q.name in below and q.name != of]
        return tuple(q.name for q in depends if q.type not in DISCRETE)

    # ---------------------------------------------------------------------------------------------- derivatives

    @reaching
    def derivative(self, of: Ref, wrt: Ref, where: Formula | None = None) -> Derivation:
        """∂of/∂wrt in the smallest form, with the lines that lead there."""
        memo = ("derivative", of, wrt, where)
        if memo not in self.known and (turn := in_order((*of.indices, *wrt.indices))):
            there = [substitute(n, turn) for n in (of, wrt, *([where] if where is not None else []))]
            self.known[memo] = self.renamed(self.derivative(*there), turn)  # type: ignore[arg-type]
        if memo not in self.known:
            facts = parts(where) if where is not None else ()
            lines = self.lines(Diff(of, wrt), facts)
            lines.differentiated(self.lemma)
            lines.simplified()
            name = f"derivative-{of.name}-{wrt.name}"
            self.known[memo] = self.finished("derivative", name, f"Derivative of {of.name} by {wrt.name}", lines, where)
        return self.known[memo]

    def lemma(self, derivative: Diff) -> Theorem | None:
        """A derivative of a defined quantity, as a theorem found before or now."""
        if not isinstance(derivative.expr, Ref):
            return None
        if derivative.expr.name == derivative.var.name:
            return kernel.variable(self.context, derivative)
        theorem = self.derivative(derivative.expr, derivative.var).theorem
        return theorem if not alpha_equal(theorem.left, theorem.right) else None

    @reaching
    def vjp(self, of: str, wrt: str, at: Ref | None = None) -> Derivation:
        """Σᵢ ȳᵢ ∂yᵢ/∂wⱼ in closed form: the cotangent of `wrt` (at indices of its own, or those of `at`) from that of `of`."""
        memo = ("vjp", of, wrt, at)
        if memo not in self.known:
            start = kernel.pulled(self.context, self.bar(of), of, at or self.pair(of, wrt)[1])
            self.known[memo] = self.contracted("vjp", f"vjp-{of}-{wrt}", f"VJP of {of} for {wrt}", start)
        return self.known[memo]

    @reaching
    def jvp(self, of: str, wrt: str) -> Derivation:
        """Σⱼ ∂yᵢ/∂wⱼ ẇⱼ in closed form: the tangent of `of` from that of `wrt`."""
        memo = ("jvp", of, wrt)
        if memo not in self.known:
            start = kernel.pushed(self.context, of, ((self.pair(of, wrt)[1], self.dot(wrt)),))
            self.known[memo] = self.contracted("jvp", f"jvp-{of}-{wrt}", f"JVP of {of} for {wrt}", start)
        return self.known[memo]

    @reaching
    def second(self, output: Ref, first: Ref, then: Ref, where: Formula | None = None) -> Derivation:
        """∂²of/∂then∂first, the derivative of the derivative."""
        memo = ("hessian", output, first, then, where)
        if memo not in self.known:
            mixed = first.name != then.name
            title = f"Hessian of {output.name}" + (f" by {first.name} and {then.name}" if mixed else "")
            lines = self.lines(Diff(Diff(output, first), then), parts(where) if where is not None else ())
            lines.again(self.lemma)
            lines.simplified()
            name = "-".join(dict.fromkeys(("hessian", output.name, first.name, then.name)))
            self.known[memo] = self.finished("hessian", name, title, lines, where)
        return self.known[memo]

    @reaching
    def hvp(self, of: str, wrt: str) -> Derivation:
        """The Hessian times a direction in closed form: Σₗ ∂²of/∂wₗ∂wⱼ·ẇₗ; of a quantity with axes that of Σᵢ ȳᵢ·yᵢ."""
        memo = ("hvp", of, wrt)
        if memo not in self.known:
            output, first = self.pair(of, wrt)
            then = self.reference(wrt, (i for i in (*output.indices, *first.indices) if isinstance(i, Index)))
            gradient = kernel.pulled(self.context, self.bar(of), of, first) if output.indices else Diff(output, first)
            product = mul(Diff(gradient, then), Ref(self.dot(wrt), then.indices))
            lines = self.lines(_summed(then.indices, product), ())
            if output.indices:
                pulled_back = self.vjp(of, wrt, first).theorem
                lines.known(lambda d: self.under(d, pulled_back) if alpha_equal(d.expr, pulled_back.left) else None)
            lines.again(self.lemma)
            lines.simplified()
            lines.contracted()
            title = f"Hessian-vector product of {of} by {wrt}"
            self.known[memo] = self.finished("hvp", f"hvp-{of}-{wrt}", title, lines, None)
        return self.known[memo]

    def under(self, derivative: Diff, equation: Theorem) -> Theorem:
        """The derivative of what the equation makes of the expression."""
        return kernel.congruence(self.context, derivative, (equation, None))

    def renamed(self, derivation: Derivation, turn: Mapping[Index, Index]) -> Derivation:
        """The derivation at the indices whose places others took."""
        back = {there: index for index, there in turn.items()}

        def here(theorem: Theorem) -> Theorem:
            return kernel.instantiate(self.context, theorem, tuple(back.items()))

        def read(node: _Read) -> _Read:
            return substitute(node, back)  # type: ignore[return-value]

        steps = tuple(
            Step(
                here(s.theorem),
                s.rule,
                s.reason,
                tuple((n, read(note)) for n, note in s.notes),
                tuple(Mark(m.kind, read(m.term)) for m in s.marks),
                s.rules,
            )
            for s in derivation.steps
        )
        condition = None if derivation.condition is None else read(derivation.condition)
        return replace(derivation, steps=steps, theorem=here(derivation.theorem), condition=condition)

    def contracted(self, kind: str, name: str, title: str, start: Term) -> Derivation:
        if turn := in_order(n for n in subterms(start) if isinstance(n, Index) and n in free(start)):
            there = substitute(start, turn)
            assert isinstance(there, Term)
            return self.renamed(self.contracted(kind, name, title, there), turn)
        lines = self.lines(start, (), self.settler)
        lines.put_in(self.lemma)
        lines.simplified()
        return self.finished(kind, name, title, lines, None)

    @reaching
    def evaluated(self, term: Term, name: str) -> Derivation:
        """A term with its derivatives found, in terms of the quantities defined here."""
        return self.contracted("derivative", f"evaluated-{name}", f"The derivatives in {name}", term)

    def prover_in(self, context: Context) -> Prover:
        """A prover with the theory's assumptions in a wider context."""
        return Prover(context, self.prover.assumptions)

    def lines(self, start: Term, facts: tuple[Formula, ...], presenter: Presenter | None = None) -> Lines:
        return Lines(self.prover, presenter or self.presenter, start, facts)

    def finished(self, kind: str, name: str, title: str, lines: Lines, where: Formula | None) -> Derivation:
        """The steps and their theorem, conditions discharged where that is possible."""
        keep = (*lines.facts, *self.prover.assumptions)
        steps = tuple(
            Step(self.prover.discharge(s.theorem, keep), s.rule, s.reason, s.notes, s.marks, s.rules)
            for s in lines.steps
        )
        whole = chained(self.context, *(s.theorem for s in steps))
        theorem = kernel.reflexivity(self.context, lines.start) if whole is None else whole
        theorem = self.prover.pruned(
            plainly(self.prover, self.settler, self.prover.discharge(theorem, keep), keep), keep
        )
        return Derivation(self.theory, kind, name, title, steps, theorem, where)

    # --------------------------------------------------------------------------------------------------- claims

    @reaching
    def claim(self, claim: Claim) -> Derivation:
        """A proof of a claim, line by line; NotProved where it stops."""
        memo = ("claim", claim.name)
        if memo not in self.known:
            facts = parts(claim.condition) if claim.condition is not None else ()
            if len(claim.terms) > 2:
                steps = self.chain(claim, facts)
            elif claim.relations[0] == "==":
                steps = self.equality(claim, facts)
            else:
                steps = self.inequality(claim, facts)
            lines = self.lines(claim.terms[0], facts)
            lines.steps = steps
            self.known[memo] = self.finished("claim", claim.name, claim.title, lines, claim.condition)
        return self.known[memo]

    def chain(self, claim: Claim, facts: tuple[Formula, ...]) -> list[Step]:
        """An author's own lines: each link proved, and given its reason."""
        lines = self.lines(claim.terms[0], facts)
        for n, target in enumerate(claim.terms[1:], 1):
            if alpha_equal(lines.here, target):
                continue
            if not lines.aim(target):
                raise self.stopped(claim, lines.here, target, f"link {n} of the chain")
        return lines.steps

    def equality(self, claim: Claim, facts: tuple[Formula, ...]) -> list[Step]:
        """The engine's own lines from the left side, then to the right side as it is claimed."""
        left, right = claim.terms
        turned = has_derivative(right) and not has_derivative(left)
        start, target = (right, left) if turned else (left, right)
        lines = self.lines(start, facts)
        if has_derivative(start):
            lines.differentiated(self.lemma) if isinstance(start, Diff) else lines.put_in(self.lemma)
            lines.simplified(target)
        else:
            lines.opened()
            lines.in_front()
        if not lines.finish(target):
            raise self.stopped(claim, lines.here, target)
        lines.steps = _shortest(lines, start, target)
        return self.backwards(lines.steps) if turned else lines.steps

    def backwards(self, steps: Iterable[Step]) -> list[Step]:
        """The same lines from the last to the first."""
        turned = list[Step]()
        for step in reversed(list(steps)):
            theorem = kernel.symmetry(self.context, step.theorem)
            words = explain(self.context, theorem)
            turned.append(Step(theorem, step.rule, words.reason, words.notes, words.marks, step.rules))
        return turned

    def inequality(self, claim: Claim, facts: tuple[Formula, ...]) -> list[Step]:
        """A comparison by signs, of derivatives once they are found."""
        (left, right), (op,) = claim.terms, claim.relations
        turned = op in (">", ">=")
        sides = (right, left) if turned else (left, right)
        before, after = (self.without_derivatives(side, facts) for side in sides)
        theorem = self.prover.compare(Cmp(op.replace(">", "<"), before.here, after.here), facts)
        if theorem is None:
            raise self.stopped(claim, left, right)
        words = _sign_words(theorem)
        decisive = Step(theorem, words.rule, words.reason, words.notes, words.marks, rules_used(theorem))
        return [*before.steps, decisive, *self.backwards(after.steps)]

    def without_derivatives(self, term: Term, facts: tuple[Formula, ...]) -> Lines:
        """The lines from a term to its smallest form, if there are derivatives in it."""
        lines = self.lines(term, facts)
        if has_derivative(term):
            lines.put_in(self.lemma)
            lines.simplified()
        return lines

    def stopped(self, claim: Claim, here: Term, target: Term, place: str = "") -> NotProved:
        where = f"{place}: " if place else ""
        return NotProved(
            f"claim {claim.name} is not proved: {where}stopped at {unparse(here)}, which should be {unparse(target)}",
            line=claim.place.line, column=claim.place.column,
        )  # fmt: skip


def _sign_words(theorem: Theorem) -> Explanation:
    if theorem.inference == "difference":
        equation = theorem.arguments[2]
        assert isinstance(equation, Theorem)
        return Explanation("difference", "the difference is {d}", (("d", equation.right),))
    if theorem.inference == "assume":
        return Explanation("assume", "assumed")
    used = [p.arguments[2] for p in proofs(theorem) if p.inference == "discharge"]
    facts = [t.conclusion for t in used if isinstance(t, Theorem) and t.conclusion.op in ("<", "<=")]
    notes = tuple((f"f{n}", fact) for n, fact in enumerate(facts[:2]))
    since = " and ".join("{" + n + "}" for n, _ in notes)
    return Explanation("sign", "by the signs of its parts" + (f", as {since}" if since else ""), notes)


def _shortest(lines: Lines, start: Term, target: Term) -> list[Step]:
    """Without the lines after which the target was there already; its letters are those of the claim."""
    for n, step in enumerate(lines.steps):
        if alpha_equal(step.after, target):
            as_claimed = written_as(lines.context, step.theorem, unshadowed(target, lines.outside))
            return [*lines.steps[:n], replace(step, theorem=as_claimed)]
    return lines.steps


def _summed(indices: tuple[IndexTerm, ...], body: Term) -> Term:
    for index in reversed(indices):
        assert isinstance(index, Index)
        body = Reduce("sum", index, body)
    return body


def _indices(node: Node) -> Iterator[Index]:
    for n in subterms(node):
        if isinstance(n, Index):
            yield n
        elif isinstance(n, Binder):
            yield n.index
