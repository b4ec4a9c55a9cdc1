"""How does it look in a notebook?  What `_repr_latex_` and `_repr_markdown_` give.

Comes in: a formula, a derivation or a theory.  Goes out: LaTeX between dollar signs, or Markdown.
"""

from __future__ import annotations

from derive.derivation import Derivation
from derive.expr import Cmp, Node, Ref
from derive.printing import LATEX, latex, printer
from derive.targets import markdown, prose
from derive.targets.page import aligned
from derive.theory import Claim, Definition, Prose, Theory

__all__ = ["repr_latex", "repr_markdown"]


def repr_latex(shown: Node | Derivation | Theory, theory: Theory | None = None) -> str:
    """`shown` between double dollar signs; a derivation as its chain of lines, a theory as its definitions."""
    if isinstance(shown, Node):
        return f"$$\n{latex(shown, theory)}\n$$"
    if isinstance(shown, Derivation):
        return markdown.chain(shown)
    how = printer(LATEX, shown)
    rows = [f"{how(Ref(d.name, d.indices))} &= {how(d.body)}" for d in shown.definitions if not d.auxiliary]
    return f"$$\n{aligned(rows)}\n$$" if rows else ""


def repr_markdown(shown: Derivation | Theory) -> str:
    """`shown` with its words: a derivation under its title, a theory with its prose and claims."""
    setter = prose.Markdown()
    if isinstance(shown, Derivation):
        title = f"**{setter.text(shown.title)}**\n\n" if shown.title else ""
        return title + markdown.chain(shown)
    how = printer(LATEX, shown)
    parts = [f"### {setter.text(shown.title)}"]
    for item in shown.items:
        if isinstance(item, Prose):
            parts.append(setter.prose(item.text))
        elif isinstance(item, Definition) and not item.auxiliary:
            parts.append(setter.display(how(Cmp("==", Ref(item.name, item.indices), item.body))))
        elif isinstance(item, Claim):
            parts.append(setter.display(_claim(item, shown)))
    return "\n\n".join(parts)


def _claim(claim: Claim, theory: Theory) -> str:
    how = printer(LATEX, theory)
    text = how(claim.terms[0])
    for relation, term in zip(claim.relations, claim.terms[1:], strict=True):
        text += f" {how.style.relations[relation]} {how(term)}"
    return text + (rf" \quad \text{{for }} {how(claim.condition)}" if claim.condition is not None else "")
