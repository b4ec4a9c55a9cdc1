"""What is known?  The rules, by theory: algebra of functions, sums, calculus, stability.

A rule is one entry of a table: its name, the equation as the language writes it, the conditions ("": none) and the reason
in words.  All names in an entry are variables: `u` for any term, `f[k]` for any term in k, `P[k]` for any condition on k,
`i`, `j` for any index; `x` after `diff` for the quantity that is differentiated by.  A rule is used in both directions.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from derive.kernel import Rule


@cache
def tables() -> Mapping[str, tuple[Rule, ...]]:
    """The tables by name: every module in this folder that has `RULES`."""
    modules = {m.name: import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__)}
    return {name: module.RULES for name, module in modules.items() if hasattr(module, "RULES")}


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by name, in the order of the tables."""
    return {rule.name: rule for table in tables().values() for rule in table}


def table(name: str) -> tuple[Rule, ...]:
    """The rules of one table, in order."""
    return tables()[name]
