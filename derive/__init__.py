"""From a formula with indices to its derivation, its write-up and its code.

    import derive
    theory = derive.parse("y[i] = exp(a[i]) / sum(exp(a[k]) for k in K)")
    print(theory.derivative("y", "a"))

The rooms, each answering one question, imports going down only:

    errors                                          what can a user mend?
    expr, theory, language                          what can be said, and how is it written?
    context, rational, signs, kernel, rules         why is it true, and what is known?
    conversion, derivation, strategy, checks        how is it found, what happened, who else agrees?
    program, lower                                  how is it computed?
    printing, targets, compiled, entry, build       how does it look, and what follows from what?
    api, cli                                        what do users hold in their hands?

ARCHITECTURE.md has the whole map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from derive.errors import Error, FalseClaim, LanguageError, NotProved, Unsupported

if TYPE_CHECKING:
    from derive.api import Compiled, Derivation, Theory, compile, load, parse

__version__ = "0.1.0"
__all__ = [
    "Compiled", "Derivation", "Error", "FalseClaim", "LanguageError", "NotProved", "Theory", "Unsupported", "compile", "load",
    "parse",
]  # fmt: skip

_LATER = {"Compiled", "Derivation", "Theory", "compile", "load", "parse"}


def __getattr__(name: str) -> Any:
    if name in _LATER:  # what needs the whole engine is loaded when it is first used
        from derive import api

        return getattr(api, name)
    raise AttributeError(f"module 'derive' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted((*globals(), *_LATER))
