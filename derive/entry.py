"""What is known of one theory?  Everything that its pages, code and tests are made from, derived once.

Comes in: a theory.  Goes out: `Entry`, with its proofs, closed forms, checks and computed examples.  Raises what proving
raises: `FalseClaim`, `NotProved`, or another `Error`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from derive import checks
from derive.context import parts
from derive.derivation import Derivation
from derive.errors import Error, FalseClaim, NotProved
from derive.expr import Cmp, ForAll, Formula, Implies, Index, Node
from derive.kernel import Rule
from derive.program import Closed, Functions
from derive.rules import rules
from derive.strategy.engine import Engine
from derive.theory import Claim, Theory, Value

__all__ = ["Computed", "Entry", "functions", "make"]


@dataclass(frozen=True)
class Entry:
    """A theory and all that follows from it; each part is derived when it is first asked for."""

    theory: Theory

    @cached_property
    def engine(self) -> Engine:
        """Finds derivations."""
        return Engine(self.theory)

    @cached_property
    def proofs(self) -> tuple[Derivation, ...]:
        """One for each claim, in order."""
        return tuple(map(self.prove, self.theory.claims))

    @cached_property
    def results(self) -> tuple[Derivation, ...]:
        """Derivative, VJP and JVP of the last definition by every differentiable input."""
        if not self.theory.definitions:
            return ()
        of = self.theory.definitions[-1].name
        engine = self.engine
        found: list[Derivation] = []
        for wrt in engine.differentiable(of):
            found.extend((engine.jacobian(of, wrt), engine.vjp(of, wrt), engine.jvp(of, wrt)))
        return tuple(found)

    @cached_property
    def report(self) -> checks.Report:
        """What the referees say about every proof and result."""
        return checks.verify(self.theory, (*self.proofs, *self.results))

    @property
    def checks(self) -> tuple[tuple[str, str, str], ...]:
        """What was checked: (claim, referee, verdict); without timings."""
        return tuple(
            (claim, referee, f"{verdict}; {steps}" if steps else verdict)
            for claim, referee, verdict, steps, _ in self.report.table()
        )

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that proofs and results use, in the order of the tables."""
        used = {name for d in (*self.proofs, *self.results) for s in d.steps for name in s.rules}
        return tuple(rule for name, rule in rules().items() if name in used)

    @property
    def functions(self) -> Functions | None:
        """What is to be computed, for the last definition; None where there is none."""
        return functions(self.engine) if self.theory.definitions else None

    @cached_property
    def examples(self) -> tuple[Computed, ...]:
        """The theory's examples, computed to 50 digits."""
        return tuple(self._computed(e.values) for e in self.theory.examples)

    @property
    def stability(self) -> None:
        """Where the naive formula fails; found by running the generated code."""
        return None

    def prove(self, claim: Claim) -> Derivation:
        """The proof of one claim; FalseClaim with numbers if it is false, NotProved if it is not known to be."""
        try:
            derivation = self.engine.claim(claim)
        except NotProved:
            found = checks.find_counterexample(self.theory, claim)
            if found is None:
                raise
            raise FalseClaim(
                f"claim {claim.name} is false: {found}",
                {"point": found},
                line=claim.place.line,
                column=claim.place.column,
            ) from None
        hypotheses = (*derivation.hypotheses, *(parts(claim.condition) if claim.condition is not None else ()))
        if hypotheses and not checks.has_point(self.theory, dict.fromkeys(hypotheses)):
            raise Error(
                f"claim {claim.name}: nothing was found that satisfies all its hypotheses",
                line=claim.place.line, column=claim.place.column, hint="they may contradict each other",
            )  # fmt: skip
        return derivation

    def _computed(self, given: Mapping[str, Value]) -> Computed:
        return Computed(given, checks.computed(self.theory, given, self.results))


@dataclass(frozen=True, slots=True)
class Computed:
    """An example: inputs by name; what came out: a quantity or derivative, its value, and how it was found."""

    given: Mapping[str, Value]
    found: tuple[tuple[Node, Any, str], ...]


def functions(engine: Engine, of: str | None = None, wrt: Iterable[str] | None = None) -> Functions:
    """What is to be computed of a theory: closed forms of VJP, JVP and Jacobian of `of` by each of `wrt`."""
    theory = engine.theory
    if not theory.definitions:
        raise Error("there is nothing to compute", hint="a definition is written y = …")
    name = of or theory.definitions[-1].name
    if name not in engine.context.definitions:
        raise Error(f"{name} is not defined here", hint=f"one of {', '.join(engine.context.definitions)}")
    chosen = tuple(wrt) if wrt is not None else engine.differentiable(name)
    for each in chosen:
        if each not in theory.quantities:
            raise Error(f"there is no quantity {each}", hint=f"one of {', '.join(theory.quantities)}")
    vjp: dict[str, Closed] = {}
    jvp: dict[str, Closed] = {}
    jacobian: dict[str, Closed] = {}
    requires: dict[Formula, None] = {}
    for each in chosen:
        table = ((vjp, engine.vjp(name, each)), (jvp, engine.jvp(name, each)), (jacobian, engine.jacobian(name, each)))
        output, inner = engine.pair(name, each)
        indices = (inner.indices, output.indices, (*output.indices, *inner.indices))
        for (forms, derivation), axes in zip(table, indices, strict=True):
            forms[each] = Closed(tuple(i for i in axes if isinstance(i, Index)), derivation.result)
            requires |= dict.fromkeys(h for h in derivation.hypotheses if _speaks_of_inputs(h))
    return Functions(theory, name, chosen, vjp, jvp, jacobian, tuple(requires))


def _speaks_of_inputs(formula: Formula) -> bool:
    core = formula
    while isinstance(core, ForAll | Implies):
        core = core.body
    return isinstance(core, Cmp)


def make(theory: Theory) -> Entry:
    """The entry of a theory."""
    return Entry(theory)
