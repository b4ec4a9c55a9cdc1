"""What is it in raw inputs?  A derivation carried on: named quantities replaced by their definitions in its result.

Comes in: a derivation and names.  Goes out: a derivation with further steps, proved like the others, whose result does without
these names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from derive import kernel
from derive.conversion import unfold_all
from derive.derivation import Derivation
from derive.errors import Error
from derive.expr import names
from derive.strategy.bridge import Prover
from derive.strategy.engine import Engine, assumptions, reaching
from derive.strategy.lines import Lines
from derive.strategy.present import Presenter

__all__ = ["unfolded"]


@reaching
def unfolded(derivation: Derivation, wanted: Iterable[str]) -> Derivation:
    """The derivation with these quantities written out in its result.  Raises `Error` for a name that nothing defines."""
    theory, context = derivation.theory, derivation.theorem.context
    opened = frozenset(wanted)
    for name in sorted(opened - context.definitions.keys()):
        known = ", ".join(d.name for d in theory.definitions if not d.auxiliary)
        missing = "an input, which nothing defines" if name in theory.quantities else "no quantity of the theory"
        raise Error(f"{name} is {missing}", hint=f"defined are {known}" if known else "")
    if not opened & names(derivation.result):
        return derivation
    kept = tuple(n for n in Engine(theory).named() if n not in opened)
    order = {name: n for n, name in enumerate(theory.quantities)}
    prover = Prover(context, assumptions(theory))
    lines = Lines(prover, Presenter(context, order, kept, frozenset(kept)), derivation.result)
    lines.to(unfold_all(opened)(context, derivation.result))
    lines.collapsed()
    lines.factored()
    lines.with_hypotheses()
    keep = (*prover.assumptions, *derivation.hypotheses)
    steps = [replace(step, theorem=prover.discharge(step.theorem, keep)) for step in lines.steps]
    theorem = derivation.theorem
    for step in steps:
        theorem = kernel.transitivity(context, theorem, step.theorem)
    return replace(derivation, steps=(*derivation.steps, *steps), theorem=prover.pruned(theorem, keep))
