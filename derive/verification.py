"""What do all referees say of each theory?  Those of `checks`, Coq where it is asked, and how exact the code is.

Comes in: names, paths and formulas, as a user gives them.  Goes out: an `Answer` for each, in their order.  Several theories are
looked at in several processes.  What a theory's text, this package and its libraries led to before is remembered as far as it was
decided: verdicts; what was measured, on the machine on which it was; what Coq said, for its version.  Nothing heavy is loaded
while all is known.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from derive import known, library, workers
from derive.errors import Error, FalseClaim

__all__ = ["Answer", "Proofs", "Question", "missing", "verify"]

LIMIT = 300.0
"""Seconds that Coq has for one theory."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one theory: also for the bounds that docstrings state, also Coq, also what is known."""

    what: str
    stated: bool = False
    coq: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the referees say, as rows; the errors of the code, under their heads; whether all is good."""

    rows: Rows
    heads: tuple[str, ...]
    measured: Rows
    good: bool
    known: bool = False


@dataclass(frozen=True, slots=True)
class Proofs:
    """What Coq says: a row of numbers, and a row for each derivation that something is to be said of; whether none is refused."""

    counted: tuple[str, ...]
    told: Rows
    good: bool
    settled: bool = True
    """Whether more time would change nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found of one theory, or why nothing was: `error`, in words."""

    question: Question
    verdicts: Verdicts | None = None
    proofs: Proofs | None = None
    error: str = ""
    false: bool = False

    @property
    def status(self) -> int:
        """0 where all agree, 1 where something is false or doubted, 2 where it cannot be read or proved."""
        if self.error:
            return 1 if self.false else 2
        return int(any(part is not None and not part.good for part in (self.verdicts, self.proofs)))


def verify(questions: Sequence[Question], jobs: int | None = None) -> Iterator[Answer]:
    """Answers in the order of the questions, each as soon as it and those before it are there."""
    before = {q: recalled(q) for q in questions}
    found = {q: answer for q, answer in before.items() if answer is not None and answered(answer)}
    todo = [q for q in dict.fromkeys(questions) if q not in found]
    if len(todo) > 1:
        from derive import api  # noqa: F401  loaded once here, shared by every process that is forked
    arriving = workers.each(ask, sorted(todo, key=_length, reverse=True), jobs)
    for question in questions:
        while question not in found:
            done, found[done] = next(arriving)
        yield found[question]


def _length(question: Question) -> int:
    with suppress(Error):
        return len(_text(question.what)[1])
    return 0


def answered(answer: Answer) -> bool:
    """Whether nothing is left to be asked."""
    return answer.verdicts is not None and (answer.proofs is not None or not answer.question.coq)


def ask(question: Question) -> Answer:
    """All that is asked of one theory; what is known of it is not looked for again."""
    from derive import api

    before = recalled(question) or Answer(question)
    try:
        theory, claim = api.find(question.what)
        verdicts = before.verdicts or _judged(question, theory, claim)
        proofs = before.proofs or (_proved(question, theory, claim) if question.coq else None)
    except FalseClaim as error:
        return Answer(question, error=_placed(question.what, error), false=True)
    except Error as error:
        return Answer(question, error=_placed(question.what, error))
    if before.verdicts is None:
        _remember(question, verdicts)
    if proofs is not None and proofs.settled and before.proofs is None:
        _remember(question, proofs)
    return Answer(question, verdicts, proofs)


def _placed(what: str, error: Error) -> str:
    """Errors in the text that `what` names say so."""
    return f"{what}:{error}" if error.line is not None and "=" not in what else str(error)


def _judged(question: Question, theory: Any, claim: str | None) -> Verdicts:
    from derive import api

    reports = [d.verify() for d in api.select(theory, claim=claim)]
    heads, measured = api.accuracy(theory, stated=question.stated) if claim is None else ((), ())
    rows = tuple((*words, f"{seconds:.2f} s") for report in reports for *words, seconds in report.table())
    good = all(report.ok for report in reports) and not any(row.broken for row in measured)
    return Verdicts(rows, tuple(heads), tuple(tuple(row.table()) for row in measured), good)


def _proved(question: Question, theory: Any, claim: str | None) -> Proofs:
    from derive.coq import referee
    from derive.targets import coq

    entry = theory._entry
    derivations = (*entry.proofs, *entry.results) if claim is None else (theory.claim(claim).data,)
    if not derivations:
        return Proofs((), (), True)
    written = coq.Written(theory.data, derivations)
    verdicts = referee.judge(written.file, written.of, LIMIT, question.again)
    agreed = [v for v in verdicts if v.agrees]
    took = sum(dict.fromkeys(v.seconds for v in verdicts))
    lines, twice = (str(sum(numbers)) for numbers in ((v.lines for v in agreed), (v.twice for v in agreed)))
    return Proofs(
        (question.what, f"{len(agreed)} of {len(verdicts)}", lines, twice, f"{took:.1f} s" if took else "known"),
        tuple((question.what, v.claim, v.answer, v.reason) for v in verdicts if v.reason),
        not any(v.disagrees for v in verdicts),
        not any(v.late for v in verdicts),
    )


def missing() -> str:
    """What to install where there is no Coq, or none that the prelude compiles with; empty where there is."""
    from derive.coq import run

    if run.compiler() is None:
        return run.HINT
    try:
        run.prelude()
    except Error as error:
        return str(error)
    return ""


# ------------------------------------------------------------------------------------------------- what is remembered


def _text(what: str) -> tuple[str, str, str]:
    """The name, the text and the claim that an argument means."""
    if "=" in what:
        return "", what, ""
    name, claim = (what, "") if what.endswith(library.SUFFIX) else what.partition(":")[::2]
    source = library.source(name)
    return source.name, source.text, claim


def _place(question: Question, *, coq: bool) -> Path:
    """Where the answer is kept: by all that it follows from."""
    name, text, claim = _text(question.what)
    if coq:
        from derive.coq import run

        rest: tuple[str, ...] = ("coq", run.key())
    else:
        rest = ("here", platform.node(), platform.machine(), platform.release(), str(question.stated))
    return known.home() / "verdicts" / f"{known.digest(known.key(name, text), question.what, claim, *rest)}.json"


def recalled(question: Question) -> Answer | None:
    """What is known of the answer; None where that is nothing, or is not to be used."""
    if question.again:
        return None
    with suppress(Error):
        verdicts = _read(Verdicts, _place(question, coq=False))
        proofs = _read(Proofs, _place(question, coq=True)) if question.coq else None
        if verdicts is not None:
            verdicts = replace(verdicts, rows=tuple((*row[:-1], "known") for row in verdicts.rows), known=True)
        if proofs is not None:
            proofs = replace(proofs, counted=(*proofs.counted[:-1], *["known"] * bool(proofs.counted)))
        return Answer(question, verdicts, proofs)
    return None


def _remember(question: Question, found: Verdicts | Proofs) -> None:
    with suppress(Error):  # the text may be gone by now
        place = _place(question, coq=isinstance(found, Proofs))
        known.write(place, {name: getattr(found, name) for name in found.__slots__})


def _read(kind: Any, path: Path) -> Any:
    """What stands in a file; None where that makes no sense."""
    data = known.read(path)
    with suppress(KeyError, TypeError):
        parts = {name: data[name] for name in kind.__slots__}
        rows = {n: _rows(v) for n, v in parts.items() if not isinstance(v, bool)}
        return kind(**{**parts, **rows})
    return None


def _rows(value: Any) -> Any:
    return tuple(map(_rows, value)) if isinstance(value, list) else value
