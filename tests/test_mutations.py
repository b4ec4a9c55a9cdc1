"""A false step cannot be made: every step of every derivation in the library, spoiled in every way, is refused.

A mutant counts as refused when the prover finds no proof, or only one that rests on more than the step itself rests on.
Every other one is still true: numbers show it, and `still_true.txt` lists it.  `python tests/test_mutations.py` writes the
list anew.  Every step is spoiled, but of a theory with many mutants only about `MOST` are tried, at least one of each step,
evenly spread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from known import known
from mutate import OPERATORS, mutants

from derive import checks, library
from derive.checks.counterexample import survey
from derive.checks.sampling import Scene
from derive.context import Context, KernelError
from derive.derivation import Derivation
from derive.entry import Entry
from derive.expr import Cmp, Formula, Term, canonical, free
from derive.kernel import Theorem, replay
from derive.language import unparse
from derive.rules import rules
from derive.strategy.bridge import Prover
from derive.strategy.differentiate import has_derivative
from derive.theory import Theory

MOST = 30
"""Mutants of a theory that are tried at least, if there are so many."""
LISTED = Path(__file__).with_name("still_true.txt")


def entry(name: str) -> Entry:
    return known(name)._entry


def derivations(name: str) -> tuple[Derivation, ...]:
    return tuple(part for d in (*entry(name).proofs, *entry(name).results) for part in (d, *d.parts))


def theorems(name: str) -> Iterator[tuple[Theory, Theorem]]:
    """Every step once, and the statement that the steps of a derivation add up to, each with its theory."""
    seen: set[tuple[object, ...]] = set()
    for derivation in derivations(name):
        for theorem in (*(step.theorem for step in derivation.steps), derivation.theorem):
            mark = (canonical(theorem.conclusion), frozenset(map(canonical, theorem.hypotheses)))
            if mark not in seen:
                seen.add(mark)
                yield derivation.theory, theorem


def prove(
    prover: Prover, statement: Cmp, hypotheses: tuple[Formula, ...], without: Formula | None = None
) -> Theorem | None:
    """The statement from these hypotheses and the theory's assumptions but one, and from nothing else."""
    if without is not None and any(canonical(a) == canonical(without) for a in prover.assumptions):
        rest = tuple(a for a in prover.assumptions if canonical(a) != canonical(without))
        prover = Prover(prover.context, rest)
    left, right = statement.left, statement.right
    assert isinstance(left, Term)
    assert isinstance(right, Term)
    try:
        equation = statement.op == "=="
        theorem = prover.equal(left, right, hypotheses) if equation else prover.compare(statement, hypotheses)
    except KernelError:
        return None
    if theorem is None:
        return None
    allowed = (*hypotheses, *prover.assumptions)
    theorem = prover.pruned(prover.discharge(theorem, allowed), allowed)
    rests = {canonical(h) for h in theorem.hypotheses} <= {canonical(h) for h in allowed}
    return theorem if rests else None


@cache
def prover(name: str, context: Context) -> Prover:
    """What proves statements over these definitions."""
    engine = entry(name).engine
    return engine.prover if context is engine.context else engine.prover_in(context)


def spoiled(theorem: Theorem, most: int, start: int = 0) -> list[tuple[str, Cmp]]:
    """The theorem's statement with one side spoiled, in about `most` ways of all, another one first for each `start`."""
    found = list(_spoiled(theorem))
    if len(found) <= most:
        return found
    return [found[(start * 7 + n * len(found) // most) % len(found)] for n in range(most)]


def _spoiled(theorem: Theorem) -> Iterator[tuple[str, Cmp]]:
    conclusion = theorem.conclusion
    indices = free(conclusion)
    for operator, mutant in mutants(theorem.right, indices):
        yield operator, Cmp(conclusion.op, theorem.left, mutant)
    if conclusion.op != "==":
        for operator, mutant in mutants(theorem.left, indices):
            yield operator, Cmp(conclusion.op, mutant, theorem.right)
        yield "sign", Cmp(conclusion.op, theorem.right, theorem.left)
        yield "sign", Cmp("==", theorem.left, theorem.right)


def is_refuted(theory: Theory, statement: Cmp, hypotheses: tuple[Formula, ...]) -> bool:
    """Whether it is wrong where both sides have a value, which of log(-1 - sigma) is nowhere, but where it is multiplied by 0."""
    return survey(Scene.of(theory, hypotheses, (statement,), typed=False), statement, 12).counterexample is not None


@cache
def judged(name: str) -> tuple[Counter[str], tuple[str, ...], tuple[str, ...]]:
    """How many mutants of each kind there are; those still true, as text; those proved that numbers do not confirm."""
    counts: Counter[str] = Counter()
    true: set[str] = set()
    wrong: list[str] = []
    every = list(theorems(name))
    for number, (theory, theorem) in enumerate(every):
        for operator, statement in spoiled(theorem, -(-MOST // len(every)), number):
            counts[operator] += 1
            proof = prove(prover(name, theorem.context), statement, theorem.hypotheses)
            if proof is not None:
                text = f"{name}: {unparse(statement)}"
                if checks.holds(theory, proof.conclusion, proof.hypotheses):
                    true.add(text)
                elif is_refuted(theory, proof.conclusion, proof.hypotheses):
                    wrong.append(text)
    return counts, tuple(sorted(true)), tuple(wrong)


@pytest.mark.parametrize("name", library.names())
def test_every_mutant_is_refused_or_still_true(name: str) -> None:
    counts, _, wrong = judged(name)
    assert sum(counts.values()) > 20
    assert not wrong


def test_every_kind_of_mutant_occurs() -> None:
    counts = sum((judged(name)[0] for name in library.names()), Counter[str]())
    assert set(counts) == set(OPERATORS)
    assert min(counts.values()) > 20


def test_most_mutants_are_refused() -> None:
    made = sum(sum(judged(name)[0].values()) for name in library.names())
    assert sum(len(judged(name)[1]) for name in library.names()) < made / 15


def listed() -> str:
    return "".join(f"{line}\n" for name in library.names() for line in judged(name)[1])


def test_the_mutants_that_are_still_true_are_listed() -> None:
    assert listed() == LISTED.read_text(encoding="utf-8"), "python tests/test_mutations.py writes the list anew"


@pytest.mark.parametrize("name", library.names())
def test_the_steps_themselves_are_proved_by_the_same_means(name: str) -> None:
    """Or refusing mutants would show nothing: what refuses them accepts the right lines, all but those that are counted.

    The order of derivatives is proved line by line only, once the derivatives are found."""
    missed = 0
    for _, theorem in theorems(name):
        of_derivatives = theorem.conclusion.op != "==" and (
            has_derivative(theorem.left) or has_derivative(theorem.right)
        )
        if not inferences(theorem) & {"backward", "forward"} and not of_derivatives:
            missed += prove(prover(name, theorem.context), theorem.conclusion, theorem.hypotheses) is None
    assert missed <= UNPROVED.get(name, 0)


UNPROVED = {
    "attention": 1, "cosine_embedding": 6, "cosine_similarity": 9, "gaussian_mixture": 3, "kl_divergence": 2, "l2_normalise": 2,
    "mlp": 2, "nll": 2, "rbf_kernel": 1, "triplet_margin": 1, "weighted_cross_entropy": 9,
}  # fmt: skip
"""Steps of quotients that these means prove only if a denominator is not 0, which the step itself does not need; and sums that
they leave in another order."""


def inferences(theorem: Theorem) -> set[str]:
    """Those that a proof uses."""
    found, seen, stack = set[str](), set[int](), [theorem]
    while stack:
        top = stack.pop()
        if id(top) not in seen:
            seen.add(id(top))
            found.add(top.inference)
            stack.extend(top.premises)
    return found


@pytest.mark.parametrize("name", library.names())
def test_a_hypothesis_left_out_is_missed(name: str) -> None:
    """Without one of its hypotheses a step is not proved, unless it is true without it."""
    for theory, theorem in theorems(name):
        for hypothesis in theorem.hypotheses:
            rest = tuple(h for h in theorem.hypotheses if h != hypothesis)
            proof = prove(prover(name, theorem.context), theorem.conclusion, rest, hypothesis)
            if proof is not None:
                assert canonical(hypothesis) not in {canonical(h) for h in proof.hypotheses}
                assert checks.holds(theory, theorem.conclusion, proof.hypotheses), theorem


@pytest.mark.parametrize("name", library.names())
def test_a_recorded_proof_does_not_replay_to_a_mutant(name: str) -> None:
    for _, theorem in theorems(name):
        for _, statement in spoiled(theorem, 2):
            forged = object.__new__(Theorem)
            for slot in Theorem.__slots__:
                object.__setattr__(forged, slot, statement if slot == "conclusion" else getattr(theorem, slot))
            with pytest.raises(KernelError):
                replay(forged, rules())


if __name__ == "__main__":
    LISTED.write_text(listed(), encoding="utf-8")
