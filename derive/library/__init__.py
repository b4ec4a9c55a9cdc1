"""Which text is meant?  The library, and theories in files.

Comes in: a name, or a path.  Goes out: a `Source`, the text and where it came from; and the `Theory` that it becomes.  The
library is what stands beside this module, one `.theory` file for each function, found by listing the folder.
"""

from __future__ import annotations

import keyword
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from derive import language
from derive.errors import Error
from derive.theory import Theory

__all__ = [
    "FOLDER",
    "LARGEST",
    "SUFFIX",
    "Source",
    "SourceError",
    "check_name",
    "named",
    "names",
    "read",
    "shortened",
    "source",
]

SUFFIX = ".theory"
FOLDER = Path(__file__).resolve().parent
LARGEST = 32 * 2**20
"""No theory is larger than this; in bytes."""
NEEDED = frozenset({"conftest", "derive", "hypothesis", "mpmath", "numpy", "pytest", "sympy"})
"""What generated modules and their tests import besides the standard library."""


class SourceError(Error):
    """A theory that cannot be found or read."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a theory: its name, where it came from as a user would say it, and whether that is the library."""

    name: str
    text: str
    shown: str
    library: bool


def names() -> tuple[str, ...]:
    """The names of the theories in the library, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob(f"*{SUFFIX}")))


def source(argument: str) -> Source:
    """The theory that `argument` means: a file if it ends in `.theory`, otherwise a name in the library.

    Raises `SourceError` where there is no such theory, or its text cannot be read.
    """
    if argument.endswith(SUFFIX):
        path = Path(argument)
        check_name(path.stem)
        return Source(path.stem, _text(path), argument, library=False)
    if argument not in names():
        hint = f"one of {', '.join(names())}; or a file ending in {SUFFIX}"
        raise SourceError(f"no theory {shortened(argument)} in the library", hint=hint)
    return Source(argument, _text(FOLDER / f"{argument}{SUFFIX}"), argument, library=True)


def read(source: Source) -> Theory:
    """The theory that a text is; it may call the functions of the library, itself not among them."""
    return language.parse_theory(source.text, name=source.name, library=lambda name: named(name, (source.name,)))


@cache
def named(name: str, within: tuple[str, ...] = ()) -> Theory | None:
    """The library's theory of that name, None if there is none; `within` are those that are being read already."""
    if name in within or name not in names():
        return None
    text = _text(FOLDER / f"{name}{SUFFIX}")
    return language.parse_theory(text, name=name, library=lambda other: named(other, (*within, name)))


def check_name(name: str) -> None:
    """Raises `SourceError` unless `name` can be the name of a theory, which is also that of a folder and a module.

    Where the generated module lies it is found before any other of its name, so it may not hide one that it needs.
    """
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name):
        raise SourceError(
            f"{shortened(name)} cannot be the name of a theory", hint="letters, digits and _, a letter first"
        )
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name in NEEDED:
        hint = f"the module {name} that Python knows would be hidden by it; {name}_ is free"
        raise SourceError(f"{shortened(name)} cannot be the name of a theory", hint=hint)


def shortened(text: str) -> str:
    """A text that a user gave, quoted, its middle left out if it is long."""
    return repr(text if len(text) <= 100 else f"{text[:30]}…{text[-65:]}")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise SourceError(f"{path}: larger than {LARGEST >> 20} MiB, which no theory is")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or a name with a null byte
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
        raise SourceError(f"cannot read {shortened(str(path))}: {reason}") from None
