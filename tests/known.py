"""The theories of the library, each derived once in a run: for tests that look at what follows from them, in whichever file."""

from __future__ import annotations

from functools import cache

import derive


@cache
def known(name: str) -> derive.Theory:
    """A theory of the library, with all that was asked of it before."""
    return derive.load(name)
