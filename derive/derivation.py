"""What happened?  A derivation: a chain of lines, each a theorem that the kernel made, each with its reason in words.

Comes in: theorems (`kernel`).  Goes out: `Step` and `Derivation`, the data that every write-up, proof export and
referee reads.  The strategies that find derivations are in `strategy`.
"""

from __future__ import annotations

from dataclasses import dataclass

from derive.expr import Cmp, Diff, Formula, Ref, Term, alpha_equal, names, subterms, unshadowed
from derive.kernel import Theorem
from derive.theory import Definition, Theory


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show in the line *before* a step: a factor struck out ("cancel") or a part boxed ("box")."""

    kind: str
    term: Term


@dataclass(frozen=True, slots=True)
class Step:
    """One line to the next: `theorem` says `before relation after`.

    `rule` is the name of the rule in the tables (or of the kernel's inference), `reason` the words a reader sees, with
    `{name}` for each of `notes` (formulas that belong to the reason, such as the g and h of a quotient rule).
    """

    theorem: Theorem
    rule: str
    reason: str
    notes: tuple[tuple[str, Term | Formula], ...] = ()
    marks: tuple[Mark, ...] = ()
    rules: tuple[str, ...] = ()
    """Every rule that the step rests on, by name, the finest grain included."""

    @property
    def before(self) -> Term:
        """The line that the step starts from."""
        left = self.theorem.conclusion.left
        assert isinstance(left, Term)
        return left

    @property
    def relation(self) -> str:
        """`==`, `<`, `<=` or `!=`."""
        return self.theorem.conclusion.op

    @property
    def after(self) -> Term:
        """The line that the step ends on."""
        right = self.theorem.conclusion.right
        assert isinstance(right, Term)
        return right


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why a statement holds, line by line.

    `kind` is "claim", "derivative", "vjp" or "jvp"; `name` identifies it within its theory (`jacobian`, `vjp-a`);
    `condition` is what the claim is restricted to (`i != j`).  `theorem` joins all steps: its conclusion is
    the statement, its hypotheses are all that the statement rests on.

    Where reverse or forward mode adds up what arrives at a node, `parts` has a derivation for each of these, in a theory of
    its own, in which all that the graph is cut at is an input.
    """

    theory: Theory
    kind: str
    name: str
    title: str
    steps: tuple[Step, ...]
    theorem: Theorem
    condition: Formula | None = None
    parts: tuple[Derivation, ...] = ()

    @property
    def statement(self) -> Cmp:
        """What is proved."""
        return self.theorem.conclusion

    @property
    def adjoint(self) -> Ref | None:
        """What a VJP or JVP computes: the cotangent of its input, the tangent of its output; None for anything else."""
        derivative = next((n for n in subterms(self.statement.left) if isinstance(n, Diff)), None)
        if derivative is None or not isinstance(derivative.expr, Ref):
            return None
        found = {"vjp": (derivative.var, "_bar"), "jvp": (derivative.expr, "_dot")}.get(self.kind)
        return Ref(found[0].name + found[1], found[0].indices) if found is not None else None

    @property
    def shown(self) -> Cmp:
        """The statement as it is announced: a VJP as ā = …."""
        return self.statement if self.adjoint is None else Cmp("==", self.adjoint, self.statement.right)

    @property
    def where(self) -> tuple[Definition, ...]:
        """The cotangents and tangents that the result is in terms of, each after those it needs."""
        known = {d.name: d for d in self.theory.definitions if d.auxiliary and not self.theory.quantities[d.name].shown}
        found, below = set[str](), [self.result]
        while below:
            used = names(below.pop())
            below.extend(known[n].body for n in known if n in used and n not in found)
            found |= used & known.keys()
        return tuple(d for n, d in known.items() if n in found)

    @property
    def hypotheses(self) -> tuple[Formula, ...]:
        """What it rests on, the claim's own condition included; a free index stands for all its values."""
        return tuple(map(unshadowed, self.theorem.hypotheses))

    @property
    def assumed(self) -> tuple[Formula, ...]:
        """The hypotheses besides the condition that the claim itself names."""
        own = self.condition
        stated = (own, *getattr(own, "args", ())) if own is not None else ()
        return tuple(h for h in self.hypotheses if not any(alpha_equal(h, s) for s in stated if s is not None))

    @property
    def start(self) -> Term:
        """The first line."""
        left = self.statement.left
        assert isinstance(left, Term)
        return left

    @property
    def result(self) -> Term:
        """The last line."""
        right = self.statement.right
        assert isinstance(right, Term)
        return right
