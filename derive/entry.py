"""What is known of one theory?  Everything that its pages, code and tests are made from, derived once.

Comes in: a theory.  Goes out: `Entry`, with its proofs, closed forms, checks and computed examples.  Raises what proving
raises: `FalseClaim`, `NotProved`, or another `Error`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from derive import checks, workers
from derive.accuracy.bounds import Bounds, bounds
from derive.derivation import Derivation
from derive.errors import Error, FalseClaim, NotProved, Unsupported
from derive.expr import Cmp, ForAll, Formula, Implies, Index, IndexTerm, Node, Ref, canonical
from derive.kernel import Rule
from derive.lower import lower
from derive.program import Closed, Functions, Program
from derive.rules import rules
from derive.strategy import reverse
from derive.strategy.differentiate import has_derivative
from derive.strategy.engine import DISCRETE, Engine, assumptions
from derive.targets import coq
from derive.theory import Claim, Definition, Example, Item, Theory, Value

__all__ = ["Computed", "Entry", "functions", "make", "verify"]


ASKED = 16
"""About how many derivations a process is started for in which referees are asked: it has SymPy to load first."""


@dataclass(frozen=True)
class Entry:
    """A theory and all that follows from it; each part is derived when it is first asked for."""

    theory: Theory
    heard: dict[str, tuple[checks.Row, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What referees have said before, by name of a derivation."""

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
        """Derivative, VJP and JVP of the last definition by every differentiable input; of a long chain all cotangents."""
        if self.theory.output is None:
            return ()
        of = self.theory.output.name
        engine = self.engine
        found: list[Derivation] = []
        inputs = engine.differentiable(of)
        if reverse.is_long(self.theory, of):
            return (*reverse.walk(engine, of, inputs), reverse.jvp(engine, of, inputs))
        for wrt in inputs:
            found.extend((engine.jacobian(of, wrt), engine.vjp(of, wrt), engine.jvp(of, wrt)))
        return tuple(found)

    @cached_property
    def edges(self) -> Mapping[tuple[str, str], Cmp | None]:
        """The graph of definitions: (what is used, what uses it), with the derivative; None where there is none."""
        return reverse.edges(self.engine)

    def element(self, name: str) -> Ref:
        """A quantity at the indices that pages show it with: as the first that uses it writes it, where these are letters."""
        return reverse.written(self.engine, name, [user for used, user in self.edges if used == name][:1])

    @cached_property
    def report(self) -> checks.Report:
        """What the referees say about every proof and result."""
        return verify((*self.proofs, *self.results), self.heard)

    @property
    def checks(self) -> tuple[tuple[str, str, str], ...]:
        """What was checked: (claim, referee, verdict); without timings."""
        return tuple(
            (claim, referee, f"{verdict}; {steps}" if steps else verdict)
            for claim, referee, verdict, steps, _ in self.report.table()
        )

    @property
    def stated(self) -> Mapping[str, str]:
        """What stands in the file for Coq, by claim: how many lines, or why it is not there."""
        return {} if self.formal is None else self.formal.told

    @cached_property
    def formal(self) -> coq.Written | None:
        """Proofs and results as Coq reads them; None where nothing is in its fragment."""
        return coq.write(self.theory, (*self.proofs, *self.results))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that proofs and results use, in the order of the tables."""
        used = {name for d in (*self.proofs, *self.results) for s in d.steps for name in s.rules}
        return tuple(rule for name, rule in rules().items() if name in used)

    @cached_property
    def functions(self) -> Functions | None:
        """What is to be computed, for the last definition; None where there is none."""
        return functions(self.engine) if self.theory.output is not None else None

    @cached_property
    def program(self) -> Program | None:
        """How it is computed."""
        return None if self.functions is None else lower(self.functions)

    @cached_property
    def bounds(self) -> Bounds:
        """By how many units of the last place each function's results may be off."""
        return {} if self.program is None else bounds(self.program)

    @cached_property
    def examples(self) -> tuple[Computed, ...]:
        """The theory's examples, computed to 50 digits."""
        return tuple(map(self._computed, self.theory.examples))

    @cached_property
    def stability(self) -> Stability | None:
        """Where the formula as it stands fails at large inputs and the generated code does not; None if nowhere."""
        if self.program is None:
            return None
        from derive.naive import failure  # NumPy takes longer to load than words of a theory to be set

        found = failure(self.theory, self.program)
        return None if found is None else Stability(*found, tuple(rules()[n] for n in self.program.rules))

    def find(self, processes: int = 1) -> None:
        """Find what takes time now; in so many other processes the referees are asked meanwhile, if in more than one."""
        every = (*self.proofs, *self.results)
        count = Counter(d.name for d in every)
        asked = [d for d in every if count[d.name] == 1 and d.name not in self.heard]
        others = 0 if "report" in vars(self) or processes == 1 else min(processes, -(-len(asked) // ASKED))
        answers = [workers.beside(partial(verify, asked[n::others])) for n in range(others)]
        if self.program is not None and "bounds" not in vars(self):
            vars(self)["bounds"] = bounds(self.program, processes)
        for part in ("edges", "bounds", "stability", "formal"):
            getattr(self, part)
        for answer in answers:
            for row in answer().rows:
                self.heard[row.claim] = (*self.heard.get(row.claim, ()), row)
        _ = self.report

    def derived(self, kind: str, of: str, wrt: str) -> Derivation:
        """A derivative, VJP or JVP: one closed form, or for a long chain in terms of what lies between."""
        if not reverse.is_long(self.theory, of) or (kind == "derivative" and self.theory.quantities[of].dims):
            return self.engine.jacobian(of, wrt) if kind == "derivative" else getattr(self.engine, kind)(of, wrt)
        return reverse.jvp(self.engine, of, (wrt,)) if kind == "jvp" else getattr(reverse, kind)(self.engine, of, wrt)

    def prove(self, claim: Claim) -> Derivation:
        """The proof of one claim; FalseClaim with numbers if it is false, NotProved if it is not known to be."""
        place = {"line": claim.place.line, "column": claim.place.column}
        try:
            derivation = self.engine.claim(claim)
        except NotProved:
            self._satisfiable(claim, checks.claim_hypotheses(self.theory, claim))
            found = checks.find_counterexample(self.theory, claim)
            if found is None:
                raise
            raise FalseClaim(f"claim {claim.name} is false: {found}", found.values(), **place) from None
        self._satisfiable(claim, (*derivation.hypotheses, *checks.claim_hypotheses(self.theory, claim)))
        return derivation

    def _satisfiable(self, claim: Claim, hypotheses: Iterable[Formula]) -> None:
        """Refuse a claim from hypotheses that nothing was found to satisfy."""
        needed = tuple(dict.fromkeys(hypotheses))
        if needed and not checks.has_point(self.theory, needed):
            raise Error(
                f"claim {claim.name}: nothing was found that satisfies all its hypotheses",
                line=claim.place.line, column=claim.place.column, hint="they may contradict each other",
            )  # fmt: skip

    def _computed(self, example: Example) -> Computed:
        """What an example comes to; Error where a definition has no value there, or something that is assumed does not hold."""
        try:
            return Computed(example.values, checks.computed(self.theory, example.values, self.results))
        except Error as error:
            raise error.at(example.place.line, example.place.column) from None


@dataclass(frozen=True, slots=True)
class Stability:
    """Why the code does not compute the formula as it stands: the formula, what both give, the theorems that help."""

    naive: str
    shown: tuple[tuple[str, str], ...]
    cures: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """An example: inputs by name; what came out: a quantity or derivative, its value, and how it was found."""

    given: Mapping[str, Value]
    found: tuple[tuple[Node, Any, str], ...]


def verify(
    derivations: Iterable[Derivation], heard: Mapping[str, tuple[checks.Row, ...]] | None = None
) -> checks.Report:
    """What the referees say of each in its own theory; what a step adds up counts among its steps.

    `heard` has what they said before, by name: they are not asked again.
    """
    every, rows = tuple(derivations), dict(heard or {})
    asked = [replace(p, name=d.name) for d in every if d.name not in rows for p in (d, *d.parts)]
    for theory in {id(d.theory): d.theory for d in asked}.values():
        for row in checks.verify(theory, [d for d in asked if d.theory is theory]).rows:
            rows[row.claim] = (*rows.get(row.claim, ()), row)
    return checks.Report(tuple(row for name in dict.fromkeys(d.name for d in every) for row in rows[name]))


def functions(engine: Engine, of: str | None = None, wrt: Iterable[str] | None = None) -> Functions:
    """What is to be computed of a theory: closed forms of VJP, JVP and Jacobian of `of` by each of `wrt`."""
    theory = engine.theory
    if theory.output is None:
        raise Error("there is nothing to compute", hint="a definition is written y = …")
    if any(has_derivative(d.body) for d in theory.definitions):
        evaluated, needed = _evaluated(theory)
        made = functions(Engine(evaluated), of, wrt)
        return replace(made, requires=tuple(dict.fromkeys((*needed, *made.requires))))
    name = of or theory.output.name
    if name not in engine.context.definitions:
        raise Error(f"{name} is not defined here", hint=f"one of {', '.join(engine.context.definitions)}")
    chosen = tuple(wrt) if wrt is not None else engine.differentiable(name)
    for each in chosen:
        if each not in theory.quantities:
            raise Error(f"there is no quantity {each}", hint=f"one of {', '.join(theory.quantities)}")
        if theory.quantities[each].type in DISCRETE:
            kind = theory.quantities[each].type
            raise Error(
                f"nothing is differentiated by {each}, which is {kind}", hint="declare it Real, Unit or Simplex"
            )
    try:
        return _swept(engine, name, chosen) if reverse.is_long(theory, name) else _closed(engine, name, chosen)
    except Unsupported as unknown:
        if wrt is not None:
            raise
        return Functions(theory, name, (), missing=f"the derivatives of {name} are not known: {unknown.message}")


def _evaluated(theory: Theory) -> tuple[Theory, tuple[Formula, ...]]:
    """The theory with the derivatives in its definitions found, as code computes them, and what they require."""
    items: list[Item] = []
    requires: list[Formula] = []
    for item in theory.items:
        if isinstance(item, Definition) and has_derivative(item.body):
            found = Engine(replace(theory, items=tuple(items))).evaluated(item.body, item.name)
            item = replace(item, body=found.result)
            requires += (h for h in found.hypotheses if _speaks_of_inputs(h))
        items.append(item)
    return replace(theory, items=tuple(items)), tuple(requires)


def _closed(engine: Engine, name: str, chosen: tuple[str, ...]) -> Functions:
    """Each derivative one closed form."""
    vjp: dict[str, Closed] = {}
    jvp: dict[str, Closed] = {}
    jacobian: dict[str, Closed] = {}
    requires: dict[Formula, None] = {}
    for each in chosen:
        table = ((vjp, engine.vjp(name, each)), (jvp, engine.jvp(name, each)), (jacobian, engine.jacobian(name, each)))
        output, inner = engine.pair(name, each)
        indices = (inner.indices, output.indices, (*output.indices, *inner.indices))
        for (forms, derivation), axes in zip(table, indices, strict=True):
            forms[each] = Closed(_plain(axes), derivation.result)
            requires |= dict.fromkeys(h for h in derivation.hypotheses if _speaks_of_inputs(h))
    return Functions(engine.theory, name, chosen, vjp, jvp, jacobian, tuple(requires))


def _swept(engine: Engine, name: str, chosen: tuple[str, ...]) -> Functions:
    """A long chain: cotangents and tangents of what lies between, each a definition of its own."""
    pieces = reverse.graph(engine, name, chosen)
    back, ahead = reverse.adjoints(pieces, chosen), reverse.tangents(pieces, chosen)
    rows = reverse.jacobian(pieces, back)
    theorems = (*back.theorems.values(), *ahead.theorems.values())
    every = {canonical(h): h for theorem in theorems for h in dict.fromkeys(theorem.hypotheses)}
    left = [h for h in every.values() if _speaks_of_inputs(h) and engine.prover.plain(h) is None]
    requires = {canonical(rest): rest for h in left for rest in _resting_on(engine, h)}
    output = engine.reference(name)
    vjp = {w: Closed(_plain(pieces.at(w).indices), Ref(pieces.bar(w), pieces.at(w).indices)) for w in chosen}
    jacobian = {w: rows.closed[w] for w in chosen}
    total = Closed(_plain(output.indices), Ref(pieces.dot(name), output.indices))
    definitions = (*back.definitions, *ahead.definitions, *rows.definitions)
    return Functions(engine.theory, name, chosen, vjp, {}, jacobian, tuple(requires.values()), definitions, total)


def _resting_on(engine: Engine, hypothesis: Formula) -> tuple[Formula, ...]:
    """What the theory says anyway and a hypothesis follows from; the hypothesis itself where there is no such thing."""
    proof, known = engine.prover.condition(hypothesis), {canonical(a) for a in assumptions(engine.theory)}
    follows = proof is not None and all(canonical(h) in known for h in proof.hypotheses)
    return proof.hypotheses if proof is not None and follows else (hypothesis,)


def _plain(indices: Iterable[IndexTerm]) -> tuple[Index, ...]:
    return tuple(i for i in indices if isinstance(i, Index))


def _speaks_of_inputs(formula: Formula) -> bool:
    core = formula
    while isinstance(core, ForAll | Implies):
        core = core.body
    return isinstance(core, Cmp)


def make(theory: Theory) -> Entry:
    """The entry of a theory."""
    return Entry(theory)
