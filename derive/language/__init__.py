"""How is it written?  Text becomes a `Theory`, a term, a formula or a rule; all of them become text again.

The stages, each a module: `tokens` (words), `syntax` (the `tree` of each statement), `infer` (roles of names, dimensions),
`read` (terms and formulas), `calls` (library functions), `statements` (theories), `formulas` (single expressions and
rules), `write` (back to text).  Text is parsed, never run; whatever is not in the language is a `LanguageError` with its
place and a hint.
"""

from derive.language.calls import type_formulas
from derive.language.formulas import parse_condition, parse_formula, parse_rule, parse_schema, parse_target, parse_term
from derive.language.statements import parse_theory
from derive.language.tokens import in_ascii
from derive.language.write import unparse, unparse_theory

__all__ = [
    "in_ascii", "parse_condition", "parse_formula", "parse_rule", "parse_schema", "parse_target", "parse_term", "parse_theory",
    "type_formulas", "unparse", "unparse_theory",
]  # fmt: skip
