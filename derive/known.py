"""What does this machine know already?  What was found before, under a hash of all that it follows from.

Comes in: texts of theories, or whatever else something follows from.  Goes out: keys; and what was remembered under them in the
user's cache folder, all of which can be deleted at any time.  Where that folder cannot be written nothing is known the next time.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from derive import library
from derive.library import SUFFIX

__all__ = ["PACKAGE", "TEMPLATES", "digest", "home", "key", "package", "put", "read", "write"]

PACKAGE = Path(__file__).resolve().parent
TEMPLATES = next((p for p in (PACKAGE / "templates", PACKAGE.parent / "templates") if p.is_dir()), PACKAGE)
SHAPED_BY = ("jinja2", "markdown-it-py", "mdit-py-plugins", "mpmath", "numpy", "sympy")
"""The libraries whose versions could change what is found."""


def digest(*parts: str | bytes) -> str:
    """A hash of these parts."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


@cache
def package() -> str:
    """A hash of everything but the theories that shapes what is found: this package, its templates, its libraries."""
    files = sorted(p for root in (PACKAGE, TEMPLATES) for p in root.rglob("*") if p.is_file())
    ours = [p for p in files if p.suffix not in {".pyc", SUFFIX} and not any(s.startswith(".") for s in p.parts[-3:])]
    versions = [f"{name} {metadata.version(name)}" for name in SHAPED_BY]
    return digest(sys.version, *versions, *(part for p in ours for part in (p.name, p.read_bytes())))


def key(name: str, text: str) -> str:
    """A hash of all that a theory's files and verdicts follow from: also the library theories whose functions it may call."""
    seen, waiting = {name: text}, [text]
    names = library.names()
    while waiting:
        called = set(re.findall(r"\b([A-Za-z_]\w*)\s*\(", waiting.pop()))
        for other in sorted(called.intersection(names) - seen.keys()):
            seen[other] = library.source(other).text
            waiting.append(seen[other])
    return digest(package(), name, *(part for each in sorted(seen) for part in (each, seen[each])))


def home() -> Path:
    """The user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("derive")


def read(path: Path) -> dict[str, Any]:
    """What a file holds; nothing where there is none, or it makes no sense."""
    with suppress(OSError, ValueError, RecursionError):
        data = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(data, dict):
            return data
    return {}


def write(path: Path, data: dict[str, Any]) -> None:
    """Remember data in a file, whole or not at all."""
    put(path, json.dumps(data).encode())


def put(path: Path, data: bytes) -> None:
    """Make this a file's content, whole or not at all."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.with_suffix(f".{os.getpid()}")
        whole.write_bytes(data)
        os.replace(whole, path)
