"""How is a proof checked by Coq?  A file that says every line of every derivation as a lemma.

Comes in: an `Entry`.  Goes out: the text of `<Theory>.v`.  What stands in it is found by `coq`; words and layout are in the
template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from derive.coq import export
from derive.derivation import Derivation, Step
from derive.printing import UNICODE, printer
from derive.targets import Target, chain, render
from derive.targets.text import words
from derive.theory import Theory

__all__ = ["TARGET", "Written", "file_name", "write"]


def file_name(theory: Theory) -> str:
    """`softmax_cross_entropy` → `SoftmaxCrossEntropy.v`."""
    return "".join(part.capitalize() for part in theory.name.replace("-", "_").split("_")) + ".v"


def plain(text: str) -> str:
    """Words that may stand in a comment: Coq reads the marks of comments and strings even there."""
    return " ".join(text.split()).replace("(*", "( *").replace("*)", "* )").replace('"', "'")


class Written:
    """A file as data and as text."""

    def __init__(self, theory: Theory, derivations: Iterable[Derivation]) -> None:
        shown = printer(UNICODE, theory)

        def reason(step: Step) -> str:
            return plain(words(chain.reason(step), shown))

        self.file = export.file(theory.name, plain(theory.title), tuple(derivations), reason)
        self.text = self.of(self.file)

    @property
    def told(self) -> Mapping[str, str]:
        """What is in the file, by derivation: how many lines, how many proofs; or why it is not there."""
        here = {c.source: f"{c.lines} line{'s' * (c.lines != 1)}" for c in self.file.claims}
        return {**here, **{name: f"not there: {reason}" for name, reason in self.file.missing}}

    @staticmethod
    def of(file: export.File) -> str:
        """The text of a file."""
        return render("coq/theory.v", **{name: getattr(file, name) for name in (*file.__slots__, "shared")})


def write(theory: Theory, derivations: Iterable[Derivation]) -> Written | None:
    """The proofs of these derivations; None where none of them is in the fragment."""
    every = tuple(derivations)
    made = Written(theory, every) if every else None
    return made if made is not None and made.file.claims else None


def files(entry: Any) -> Mapping[str, str]:
    """The file, by its path."""
    made = entry.formal
    return {} if made is None else {file_name(entry.theory): made.text}


TARGET = Target("coq", files)
