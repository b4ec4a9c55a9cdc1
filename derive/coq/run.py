"""What does Coq say?  The compiler found on PATH, asked with a time limit; what it has said before is remembered.

Comes in: the text of a proof file.  Goes out: an `Answer`.  The prelude is compiled once for each version of it and of Coq, in
the user's cache folder, where answers are kept too, by the content of what was asked; all of that can be deleted at any time.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter

from derive import known
from derive.coq.terms import PRELUDE
from derive.errors import Error

__all__ = ["HINT", "NAMESPACE", "Answer", "ask", "compiler", "key", "prelude"]

NAMESPACE = "Derivations"
"""What the prelude is called in a proof file."""

HINT = "Coq is not installed (hint: Debian's packages coq and libcoq-coquelicot, or opam's coq and coq-coquelicot)"
"""What to say where there is no compiler."""

ORDER = ("Sums", "Derivatives", "Rules", "Tactics", "Chain", "Formulas", "Stability", "Prelude")
"""The files of the prelude, each after those that it needs."""

QUIET = ("-q", "-noglob", "-w", "-ambiguous-paths,-notation-overridden,-meta-collision")

MEMORY = "s=1M,o=1000"
"""How Coq uses memory, for OCaml: new values in 8 MB, which processors keep near, and garbage is looked for seldom."""


class CoqError(Error):
    """Coq is there and cannot be used."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a file is accepted; if not, the line of it and what Coq said; how long it took, 0 if it was known."""

    accepted: bool
    line: int = 0
    message: str = ""
    seconds: float = 0.0
    once: tuple[str, ...] = ()
    """The theorems that no second proof was found of."""


@cache
def compiler() -> str | None:
    """The compiler, None where there is none."""
    return shutil.which("coqc")


def _version(coqc: str) -> str:
    return subprocess.run([coqc, "--print-version"], capture_output=True, text=True, timeout=60, check=False).stdout


def _home() -> Path:
    return known.home() / "coq"


@cache
def key() -> str:
    """A hash of the prelude and of Coq."""
    files = ((PRELUDE / f"{name}.v").read_bytes() for name in ORDER)
    return known.digest(_version(compiler() or ""), *files)[:24]


@cache
def prelude(limit: float = 300) -> Path:
    """The folder with the compiled prelude; CoqError where it does not compile."""
    folder = _home() / key()
    if folder.is_dir():
        return folder
    coqc = compiler()
    assert coqc is not None
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="new-") as made:
        for name in ORDER:
            shutil.copy(PRELUDE / f"{name}.v", made)
            answer = _run(coqc, Path(made), Path(made) / f"{name}.v", limit)
            if not answer.accepted:
                said = " ".join(answer.message.split())
                hint = "is Coquelicot installed? Debian's package is libcoq-coquelicot"
                raise CoqError(f"Coq refuses the prelude, {name}.v:{answer.line}: {said[:300]}", hint=hint)
        with suppress(OSError):  # another run was quicker
            os.rename(made, folder)
            os.makedirs(made)
    return folder


def ask(text: str, limit: float = 300, again: bool = False) -> Answer:
    """What Coq says to the text of a file, or said before unless it is asked again; a compiler must be there."""
    kept = _home() / "answers" / f"{known.digest(key(), text)}.json"
    said = {} if again else known.read(kept)
    with suppress(KeyError, ValueError, TypeError):
        return Answer(bool(said["accepted"]), int(said["line"]), str(said["message"]), once=tuple(said["once"]))
    coqc = compiler()
    assert coqc is not None
    loads = prelude()
    with tempfile.TemporaryDirectory(prefix="derive-coq-") as folder:
        path = Path(folder) / "Theory.v"
        path.write_text(text, encoding="utf-8")
        answer = _run(coqc, loads, path, limit)
    if answer.line >= 0:
        said = {"accepted": answer.accepted, "line": answer.line, "message": answer.message, "once": answer.once}
        known.write(kept, said)
    return answer


def _run(coqc: str, loads: Path, path: Path, limit: float) -> Answer:
    """One run of the compiler; line −1 where it ran out of time."""
    began = perf_counter()
    command = [coqc, *QUIET, "-Q", str(loads), NAMESPACE, str(path)]
    around = {"OCAMLRUNPARAM": MEMORY, **os.environ}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=limit, check=False, cwd=path.parent, env=around
        )
    except subprocess.TimeoutExpired:
        return Answer(False, -1, f"no answer within {limit:g} s", perf_counter() - began)
    took = perf_counter() - began
    if done.returncode == 0:
        return Answer(
            True, seconds=took, once=tuple(re.findall(r'^no second proof of "?([\w\']+)', done.stdout, re.MULTILINE))
        )
    found = re.findall(r"line (\d+), characters[^:]*:\s*\nError:(.*)", done.stderr, re.DOTALL)
    line, said = found[-1] if found else ("0", done.stderr)
    return Answer(False, int(line), " ".join(said.split())[:500], took)
