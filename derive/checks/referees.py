"""Who else agrees?  Every claim and every step, put to every referee.

Comes in: derivations over a theory.  Goes out: a `Report`, one row for each question and referee.

A referee is a function that takes a theory and gives a function from `Question` to `Verdict`; another one (a proof
assistant) is one more line in `REFEREES`.  None of them knows anything of kernel, rules or strategies: they read the
statements, with the hypotheses that these name, and decide for themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from derive.checks.counterexample import Shared, survey
from derive.checks.question import AGREES, DISAGREES, UNDECIDED, Question, Verdict
from derive.checks.sampling import Scene, in_pieces
from derive.expr import Cmp, Formula, Sizes
from derive.theory import Theory

__all__ = ["REFEREES", "Referee", "Report", "Row", "ask", "numbers", "verify"]


class Proved(Protocol):
    """A theorem, as far as a referee reads it."""

    @property
    def hypotheses(self) -> tuple[Formula, ...]: ...

    @property
    def conclusion(self) -> Cmp: ...


class Line(Protocol):
    """A step, as far as a referee reads it."""

    @property
    def theorem(self) -> Proved: ...


class Derived(Protocol):
    """A derivation, as far as a referee reads it."""

    @property
    def name(self) -> str: ...

    @property
    def theorem(self) -> Proved: ...

    @property
    def steps(self) -> Sequence[Line]: ...


# ------------------------------------------------------------------------------------------------------- reports


@dataclass(frozen=True, slots=True)
class Row:
    """What one referee says about one claim (`step` is None) or one of its steps (counted from 1)."""

    claim: str
    step: int | None
    referee: str
    verdict: str
    detail: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """What every referee said about every claim and every step."""

    rows: tuple[Row, ...]

    @property
    def ok(self) -> bool:
        """Whether no referee disagrees anywhere."""
        return all(row.verdict != DISAGREES for row in self.rows)

    @property
    def disagreements(self) -> tuple[Row, ...]:
        """The rows in which a referee disagrees."""
        return tuple(row for row in self.rows if row.verdict == DISAGREES)

    def table(self) -> tuple[tuple[str, str, str, str, float], ...]:
        """For each claim and referee: claim, referee, verdict on the claim, verdicts on its steps in words, seconds."""
        groups: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            groups.setdefault((row.claim, row.referee), []).append(row)
        return tuple(
            (
                claim,
                referee,
                next((row.verdict for row in rows if row.step is None), ""),
                _tally(row.verdict for row in rows if row.step is not None),
                sum(row.seconds for row in rows),
            )
            for (claim, referee), rows in groups.items()
        )

    def __add__(self, other: Report) -> Report:
        return Report(self.rows + other.rows)

    def __str__(self) -> str:
        rows = [("claim", "referee", "verdict", "steps", "seconds")]
        rows += [(claim, name, verdict, steps, f"{time:.2f}") for claim, name, verdict, steps, time in self.table()]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join("  ".join(w.ljust(n) for w, n in zip(row, widths, strict=True)).rstrip() for row in rows)


def _tally(verdicts: Iterable[str]) -> str:
    counted = Counter(verdicts)
    return ", ".join(f"{counted[v]} {v}" for v in (AGREES, DISAGREES, UNDECIDED) if counted[v])


# ------------------------------------------------------------------------------------------------------ referees


_LOOKS = {
    # whether the whole claim is asked about, and whether few points do not tell: points, and values of the indices at each
    (False, False): (4, 8), (False, True): (7, 12), (True, False): (6, 24), (True, True): (12, 64),
}  # fmt: skip


def numbers(theory: Theory) -> Callable[[Question], Verdict]:
    """Weighs both sides at random points to 50 digits; derivatives are difference quotients."""
    shared = Shared()

    def weigh(question: Question) -> Verdict:
        scene = Scene.of(theory, question.hypotheses, (question.statement,), typed=False)
        pieces = question.statement.op != "==" or in_pieces(theory, (question.statement, *question.hypotheses))
        count, most = _LOOKS[question.thorough, pieces]
        sizes = Sizes({**dict.fromkeys(scene.dims, 2), **dict(question.sizes)}) if question.sizes else None
        finding = survey(
            scene, question.statement, count, most=most, shared=shared, sizes=sizes, positions=dict(question.positions)
        )
        if finding.counterexample is not None:
            return Verdict(DISAGREES, str(finding.counterexample))
        if not finding.enough:
            return Verdict(UNDECIDED, "too few points where it has a value")
        return Verdict(AGREES, f"{finding.values} values at {finding.points} points")

    return weigh


def _instances(theory: Theory) -> Callable[[Question], Verdict]:
    from derive.checks import instances  # it needs SymPy, the others do not

    return instances.referee(theory)


@dataclass(frozen=True, slots=True)
class Referee:
    """`name`, and what it says about a theory's statements."""

    name: str
    start: Callable[[Theory], Callable[[Question], Verdict]]


REFEREES: tuple[Referee, ...] = (
    Referee("instances", _instances),
    Referee("numbers", numbers),
)
"""Everyone who is asked."""


def verify(theory: Theory, derivations: Iterable[Derived], referees: Sequence[Referee] = REFEREES) -> Report:
    """Ask every referee about the statement of every derivation and about each of its steps."""
    asked: dict[str, list[tuple[int | None, Question]]] = {}
    for derivation in derivations:
        lines: list[tuple[int | None, Proved]] = [(None, derivation.theorem)]
        lines += [(n, step.theorem) for n, step in enumerate(derivation.steps, 1)]
        asked.setdefault(derivation.name, []).extend(
            (step, Question(theorem.conclusion, theorem.hypotheses, step is None)) for step, theorem in lines
        )
    return ask(theory, asked, referees)


def ask(
    theory: Theory, asked: Mapping[str, Sequence[tuple[int | None, Question]]], referees: Sequence[Referee] = REFEREES
) -> Report:
    """Ask every referee, by claim, about the claim itself (None) and its numbered steps."""
    started = [(referee.name, referee.start(theory)) for referee in referees]
    known: dict[tuple[str, Question], Verdict] = {}
    rows = []
    for claim, questions in asked.items():
        for name, decide in started:
            for step, question in questions:
                begun = perf_counter()
                whole = Question(question.statement, question.hypotheses, True)
                if (name, whole) not in known and (name, question) not in known:
                    known[name, question] = decide(question)
                verdict = known.get((name, whole)) or known[name, question]
                rows.append(Row(claim, step, name, verdict.answer, verdict.detail, perf_counter() - begun))
    return Report(tuple(rows))
