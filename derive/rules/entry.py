"""How is a rule written?  One line of a table becomes a `Rule`."""

from __future__ import annotations

from derive.expr import Cmp, Term
from derive.kernel import Rule
from derive.language import parse_schema


def entry(name: str, equation: str, where: str, reason: str) -> Rule:
    """The rule that `equation` and `where` spell in the language."""
    statement, *conditions = parse_schema(equation, *([where] if where else []))
    assert isinstance(statement, Cmp)
    left, right = statement.left, statement.right
    assert isinstance(left, Term) and isinstance(right, Term)
    return Rule(name, left, statement.op, right, tuple(conditions), reason)
