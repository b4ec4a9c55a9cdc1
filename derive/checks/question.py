"""What is a referee asked, and what does it answer?  The two types that every referee shares."""

from __future__ import annotations

from dataclasses import dataclass

from derive.expr import Cmp, Formula, Index

__all__ = ["AGREES", "DISAGREES", "UNDECIDED", "Question", "Verdict"]

AGREES, DISAGREES, UNDECIDED = "agrees", "disagrees", "not decided"


@dataclass(frozen=True, slots=True)
class Question:
    """Is `statement` true wherever `hypotheses` hold, for all values of the free indices?  `thorough`: look at more.

    Inputs are any real numbers: what their types say counts only as far as it is among the hypotheses.  `sizes` of
    dimensions and `positions` of free indices are looked at alone where they are given.
    """

    statement: Cmp
    hypotheses: tuple[Formula, ...]
    thorough: bool
    sizes: tuple[tuple[str, int], ...] = ()
    positions: tuple[tuple[Index, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`answer` is "agrees", "disagrees" or "not decided"; `detail` says on what it rests."""

    answer: str
    detail: str
