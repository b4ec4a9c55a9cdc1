"""Does Coq agree?  A theory's file put to the compiler, and what that means for each derivation.

Comes in: a `File` and how it is laid out as text.  Goes out: a `Verdict` for each derivation: accepted with all its lines,
refused at one of them, or not decided, with the reason.  A derivation that is refused does not stand in the way of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from derive.coq.export import Claim, File
from derive.coq.run import Answer, ask, prelude
from derive.workers import cores

__all__ = ["ACCEPTED", "REFUSED", "UNDECIDED", "Verdict", "judge"]

ACCEPTED, REFUSED, UNDECIDED = "agrees", "disagrees", "not decided"


LINES = 1500
"""About how many lines of proofs are put to Coq at a time."""

SECOND = 70
"""How many lines take as long as looking for a second proof."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Coq says of one derivation; `lines` that it accepts; `reason` where something is missing; seconds for its file."""

    claim: str
    answer: str
    lines: int
    reason: str
    seconds: float
    twice: bool = False
    """Whether there is a second proof, by the differentiator."""

    @property
    def agrees(self) -> bool:
        """Whether Coq accepts every line."""
        return self.answer == ACCEPTED

    @property
    def disagrees(self) -> bool:
        """Whether Coq refuses a line."""
        return self.answer == REFUSED

    @property
    def late(self) -> bool:
        """Whether Coq was asked and ran out of time."""
        return self.answer == UNDECIDED and self.seconds > 0


def judge(file: File, lay_out: Callable[[File], str], limit: float, again: bool = False) -> tuple[Verdict, ...]:
    """A verdict for each derivation, in order; those that have no text last."""
    parts, put = _parts(file), partial(ask, limit=limit, again=again)
    if len(parts) > 1:
        prelude()  # once, before several want it
    with ThreadPoolExecutor(max(1, min(len(parts), cores()))) as pool:
        answers = pool.map(lambda claims: tuple(_judged(replace(file, claims=claims), lay_out, put)), parts)
        found = {v.claim: v for answer in answers for v in answer}
    missing = tuple(Verdict(name, UNDECIDED, 0, reason, 0.0) for name, reason in file.missing)
    return (*(found[c.source] for c in file.claims), *missing)


def _parts(file: File) -> tuple[tuple[Claim, ...], ...]:
    """Derivations that are put to Coq together: they stand in sections of their own, so a long file may be cut between them.

    Those that rest on one another stay together.  What several rest on is said again in each part that needs it, and a second
    proof of the same is found again, so those that share much go together.
    """
    claims = file.claims
    long = {fact.name: len(fact.script) for fact in file.facts}
    own = {c.name: sum(len(lemma.script) for lemma in c.lemmas) for c in claims}
    needs = {c.name: file.needs(c) for c in claims}

    def size(held: Sequence[Claim]) -> int:
        facts = {fact for c in held for fact in needs[c.name]}
        names = {c.name for c in held}
        seconds = sum(bool(c.again) and c.alike[0] not in names for c in held)
        return sum(own[c.name] for c in held) + sum(long[fact] for fact in facts) + SECOND * seconds

    bins: list[list[Claim]] = [[] for _ in range(min(len(claims), 1 + size(claims) // LINES))]
    for group in sorted(_linked(claims), key=lambda g: -size(g)):
        min(bins, key=lambda held: size((*held, *group))).extend(group)
    return tuple(tuple(c for c in claims if c in held) for held in bins if held)


def _linked(claims: tuple[Claim, ...]) -> list[list[Claim]]:
    """Each derivation with those that it rests on or that rest on it."""
    groups: list[list[Claim]] = []
    for claim in claims:
        below = [g for g in groups if any(c.name in claim.rests for c in g)]
        groups = [*(g for g in groups if g not in below), [*(c for g in below for c in g), claim]]
    return groups


def _judged(
    file: File, lay_out: Callable[[File], str], put: Callable[[str], Answer], alone: Claim | None = None
) -> Iterator[Verdict]:
    """A verdict for each derivation of the file; where only `alone` is asked for, the others are what it rests on."""
    claims, notes = file.claims, dict[str, str]()
    while claims:
        text = lay_out(replace(file, claims=claims))
        answer = put(text)
        if answer.accepted:
            for c in claims:
                second = bool(c.again) and c.name not in answer.once
                yield Verdict(c.source, ACCEPTED, c.lines, notes.get(c.name, ""), answer.seconds, second)
            return
        if answer.line < 0 and len(claims) > 1 and alone is None:  # out of time: each by itself
            for claim in claims:
                these = tuple(c for c in claims if c is claim or c.name in claim.rests)
                found = _judged(replace(file, claims=these), lay_out, put, claim)
                yield from (v for v in found if v.claim == claim.source)
            return
        if answer.line < 0:
            yield Verdict((alone or claims[0]).source, UNDECIDED, 0, answer.message, answer.seconds)
            return
        guilty, where = _place(text, file, claims, answer)
        if guilty is None:
            yield from (Verdict(c.source, REFUSED, 0, answer.message, answer.seconds) for c in claims)
            return
        if where in guilty.extras:  # the proof itself stands without these
            notes[guilty.name] = f"{where}: {answer.message}"
            claims = tuple(replace(c, possible=None) if c is guilty else c for c in claims)
            continue
        resting = (lemma for lemma in guilty.lemmas if lemma.step and where in (lemma.name, *file.needs(lemma)))
        accepted = next((lemma.step - 1 for lemma in resting), 0)
        yield Verdict(guilty.source, REFUSED, accepted, f"{where}: {answer.message}", answer.seconds)
        for c in claims:
            if guilty.name in c.rests:
                yield Verdict(c.source, UNDECIDED, 0, f"it rests on {guilty.source}, which is not accepted", 0.0)
        claims = tuple(c for c in claims if c is not guilty and guilty.name not in c.rests)


def _place(text: str, file: File, claims: tuple[Claim, ...], answer: Answer) -> tuple[Claim | None, str]:
    """The derivation and the lemma that a line of the text belongs to: the first that rests on it, if several do."""
    above = text.split("\n")[: answer.line]
    where = next((words[1] for line in reversed(above) if (words := line.split())[:1] in (["Lemma"], ["Theorem"])), "")
    for claim in claims:
        if where in (claim.name, *claim.extras, *file.needs(claim)) or any(
            lemma.name == where for lemma in claim.lemmas
        ):
            return claim, where
    return None, where
