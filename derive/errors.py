"""What can go wrong that a user can mend?  Every such error is a `derive.Error`: one line, the place, a hint."""

from __future__ import annotations


class Error(Exception):
    """Something a user can mend.  `str(error)` is one line: `line:column: message (hint: …)`."""

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None, hint: str = "") -> None:
        self.message, self.line, self.column, self.hint = message, line, column, hint
        place = f"{line}:{column}: " if line is not None else ""
        super().__init__(f"{place}{message}" + (f" (hint: {hint})" if hint else ""))

    def at(self, line: int, column: int) -> Error:
        """The same error at a place, where it has none of its own."""
        return self if self.line is not None else type(self)(self.message, line=line, column=column, hint=self.hint)


class LanguageError(Error):
    """The text is not in the language."""


class FalseClaim(Error):
    """A claim is false; `counterexample` holds numbers that show it."""

    def __init__(self, message: str, counterexample: dict[str, object] | None = None, **place: object) -> None:
        self.counterexample = counterexample or {}
        super().__init__(message, **place)  # type: ignore[arg-type]


class NotProved(Error):
    """A claim could not be proved; the message says where the proof stopped."""


class Unsupported(Error):
    """The calculus does not reach this yet."""
