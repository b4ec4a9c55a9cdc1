"""What stands on a page?  The content of a write-up, set for one kind of page, for a template to lay out.

Comes in: an `Entry`, a `Setter` for its words and a function that sets a chain of lines.  Goes out: the data of a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any

from derive.derivation import Derivation
from derive.expr import (
    Cmp,
    ForAll,
    Formula,
    Implies,
    Index,
    Node,
    Ref,
    alpha_equal,
    canonical,
    free,
    key,
    names,
    size,
    subterms,
)
from derive.instance import Instance, members
from derive.printing import INLINE, LATEX, Printer, broken, printer
from derive.printing.style import PRODUCT, SUM
from derive.rules.calculus import KINKS
from derive.strategy.engine import typed
from derive.targets import coq
from derive.targets.chain import Reason, Shown, general, turned
from derive.targets.prose import Setter
from derive.theory import Claim, Definition, Prose, Quantity, Theory, Value

if TYPE_CHECKING:
    from derive.targets import Computed, Entry

__all__ = ["Chain", "aligned", "formula_of", "page", "slope_of", "values"]

Chain = Callable[[Derivation], str]

RULE = 0.56
"""How much of the width the statement of a rule may take, beside its words."""

RANGES = {
    "Real": "any real number",
    "Positive": "greater than 0",
    "NonNegative": "0 or greater",
    "Unit": "from 0 to 1",
    "Binary": "0 or 1",
    "Simplex": "non-negative, sums to 1 over the last axis",
    "OneHot": "one-hot: a single 1 along the last axis, otherwise 0",
}
"""What a type says about its values."""

KINDS = {
    "derivative": "Derivative",
    "vjp": "Vector-Jacobian product",
    "jvp": "Jacobian-vector product",
    "hessian": "Second derivative",
    "hvp": "Hessian-vector product",
}
ADJOINTS = {"_bar": ("cotangent of {}", "any real number"), "_dot": ("tangent of {}", "any real number")}


def page(entry: Entry, setter: Setter, chain: Chain, width: float) -> dict[str, Any]:
    """Everything that a write-up of `entry` shows; `width` is how wide a formula may be, in em."""
    theory = entry.theory
    how, inline = printer(LATEX, theory), printer(INLINE, theory)
    proofs = {d.name: d for d in entry.proofs}
    flow = [i for i in theory.items if isinstance(i, Prose | Definition | Claim)]
    opening = flow.pop(0) if flow and isinstance(flow[0], Prose) else None

    def math(node: Node) -> str:
        return setter.math(inline(node))

    proved: dict[Node, dict[str, Any]] = {}

    def derived(derivation: Derivation, title: Reason) -> dict[str, Any]:
        data = {
            "name": setter.text(derivation.name),
            "label": re.sub(r"[^A-Za-z0-9_]+", "-", derivation.name).strip("-"),
            "title": setter.words(title, how),
            "statement": _statement(setter, how, derivation.shown, derivation.condition, width),
            "hypotheses": [math(h) for h in derivation.assumed],
            "where": [_definition(setter, how, d, width) for d in derivation.where if derivation.kind == "jvp"],
            "numbered": "Theorem" if derivation.kind == "claim" else "Result",
            "same": proved.get(_said(derivation)),
        }
        proved.setdefault(_said(derivation), data)
        return data | {"chain": "" if data["same"] else chain(derivation)}

    return {
        "name": theory.name,
        "title": setter.text(theory.title),
        "plain_title": re.sub(r"[^A-Za-z0-9 ,.:()-]", "", theory.title),
        "opening": setter.prose(opening.text) if isinstance(opening, Prose) else "",
        "symbols": _symbols(entry, setter, how),
        "shifts": entry.theory.shifts,
        "hypotheses": [
            {"formula": math(h), "type": setter.words((" since ", Ref(q.name), f" is {q.type}"), how) if q else ""}
            for h, q in _hypotheses(entry)
        ],
        "kinks": [setter.prose(KINKS[rule.name]) for rule in entry.rules if rule.name in KINKS],
        "flow": [
            {"kind": "prose", "text": setter.prose(item.text)}
            if isinstance(item, Prose)
            else {
                "kind": "definition",
                "formula": _definition(setter, how, item, width),
                "label": item.name.rstrip("_"),
            }
            if isinstance(item, Definition)
            else {"kind": "claim"} | derived(proofs[item.name], (_title(item),))
            for item in flow
            if not isinstance(item, Claim) or item.name in proofs
        ],
        "results": [derived(d, _with_names(d.title or KINDS.get(d.kind, d.kind), theory)) for d in entry.results],
        "rules": [
            {
                "name": setter.code(rule.name),
                "statement": _statement(
                    setter, printer(LATEX), Cmp(rule.op, rule.left, rule.right), None, RULE * width
                ),
                "inline": math(Cmp(rule.op, rule.left, rule.right)),
                "conditions": [setter.math(printer(INLINE)(c)) for c in rule.conditions],
                "reason": setter.words(general(rule.reason), printer(LATEX)),
            }
            for rule in entry.rules
        ],
        "checks": [tuple(map(setter.text, row)) for row in _checks(entry)],
        "formal": coq.file_name(theory) if entry.stated else "",
        "code": _code(entry, setter, width),
        "examples": [_example(e, setter, how) for e in entry.examples if e.found],
    }


def _checks(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """What referees said, claim by claim, and how many lines each proof has in the file for Coq."""
    for claim, rows in groupby(entry.checks, key=lambda row: row[0]):
        yield from rows
        if claim in entry.stated:
            yield claim, "Coq", entry.stated[claim]


def _said(derivation: Derivation) -> Node:
    """What a derivation proves, the same for every choice of letters."""
    said: Formula = derivation.statement
    for hypothesis in sorted(derivation.hypotheses, key=lambda h: key(canonical(h)), reverse=True):
        said = Implies(hypothesis, said)
    for index in reversed(list(dict.fromkeys(n for n in subterms(said) if isinstance(n, Index) and n in free(said)))):
        said = ForAll(index, said)
    return canonical(said)


def _title(claim: Claim) -> str:
    """A claim's title, or the name that the author gave it."""
    words = "" if re.fullmatch(r"claim-\d+", claim.name) else re.sub(r"[-_]+", " ", claim.name)
    return claim.title or words[:1].upper() + words[1:]


def _with_names(title: str, theory: Theory) -> Reason:
    """The title of a result, the quantities in it set as such."""
    parts = re.split(r"\b(\w+)\b", title)
    return tuple(Ref(part) if part in theory.quantities else part for part in parts if part)


def _hypotheses(entry: Entry) -> list[tuple[Formula, Quantity | None]]:
    """What is assumed, then what proofs rest on besides; with the quantity whose type says so, if one does."""
    theory = entry.theory
    by_type = [(f, q) for q in theory.quantities.values() for f in typed(q)]
    found = [a.formula for a in theory.assumptions]
    for derivation in (*entry.proofs, *entry.results):
        found += [h for h in derivation.assumed if not any(alpha_equal(h, f) for f in found)]
    return [(h, next((q for f, q in by_type if alpha_equal(f, h)), None)) for h in found]


def _definition(setter: Setter, how: Printer, item: Definition, width: float) -> str:
    """`y_i = …` in LaTeX."""
    return _statement(setter, how, Cmp("==", Ref(item.name, item.indices), item.body), None, width)


def formula_of(theory: Theory) -> tuple[Ref, Definition] | None:
    """The theory's function: its last definition and how its value is named."""
    given = [d for d in theory.definitions if not d.auxiliary]
    return (Ref(given[-1].name, given[-1].indices), given[-1]) if given else None


def slope_of(theory: Theory) -> Cmp | None:
    """The derivative of the theory's function as a claim of it says; its first and its last line."""
    return None if theory.slope is None else Cmp("==", theory.slope.terms[0], theory.slope.terms[-1])


def at_sizes(instance: Instance, setter: Setter, chain: Callable[[Shown], str], width: float) -> dict[str, Any]:
    """Everything that a page shows of a derivation at some positions."""
    general = instance.general
    how, inline = printer(LATEX, general.theory), printer(INLINE, general.theory)
    rows = []
    for element in () if instance.in_lines else instance.elements:
        left, op, right = turned(element.shown)
        first, *rest = (p.text for p in broken(how, right, width - how.width(left) - 3))
        limits = rf" \quad \text{{for }} {how(element.condition)}" if element.condition is not None else ""
        rows.append(f"{how(left)} & {how.style.relations[op]} {first}" + (limits if not rest else ""))
        rows += [rf"& \quad {p}{limits if n == len(rest) else ''}" for n, p in enumerate(rest, 1)]
    listed = {dim: ", ".join(n or r"\dots" for n in members(numbers)) for dim, numbers in instance.ranges.items()}
    return {
        "theory": general.theory.name,
        "title": setter.words(_with_names(general.title or general.name, general.theory), how),
        "statement": _statement(setter, how, general.shown, general.condition, width),
        "sizes": [setter.math(rf"{how.name(dim).text} = \lbrace {numbers} \rbrace") for dim, numbers in listed.items()],
        "hypotheses": [setter.math(inline(h)) for h in instance.hypotheses],
        "rows": [setter.raw(row) for row in rows],
        "chains": list(map(chain, instance.elements)) if instance.in_lines else [],
        "left_out": instance.left_out,
    }


def aligned(rows: Iterable[str]) -> str:
    """Rows in one formula, each on a line of its own."""
    return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"


def _statement(setter: Setter, how: Printer, statement: Cmp, condition: Formula | None, width: float) -> str:
    """A statement in LaTeX, in several lines where one is too narrow."""
    left, op, right = turned(statement)
    limits = rf" \quad \text{{for }} {how(condition)}" if condition is not None else ""
    relation, head = how.style.relations[op], how.piece(left)
    room = width - (how.width(condition) + 3 if condition is not None else 0)
    if how.piece(statement).width <= room:
        return setter.raw(f"{head.text} {relation} {how(right)}{limits}")
    above = head.width > 0.3 * room
    space = room - 4 - (0 if above else head.width)
    pieces = broken(how, right, space)
    first, *rest = (setter.fit(setter.raw(p.text), p.width, space) for p in pieces)
    opening = setter.raw(head.text)
    rows = (
        [
            f"& {setter.fit(opening, head.width, room)}",
            rf"& \quad {relation} {first}",
            *(rf"& \qquad {p}" for p in rest),
        ]
        if above
        else [f"{opening} & {relation} {first}", *(rf"& \quad {p}" for p in rest)]
    )
    return aligned(rows) + setter.raw(limits)


def _symbol(setter: Setter, how: Printer, name: str) -> str:
    piece = how.name(name)
    return setter.math(setter.fit(piece.text, piece.width, 8))


def _symbols(entry: Entry, setter: Setter, how: Printer) -> list[dict[str, str]]:
    theory = entry.theory
    defined = {d.name for d in theory.definitions}
    rows = []

    def shape(dims: tuple[str, ...]) -> str:
        level = PRODUCT if len(dims) > 1 else SUM
        return setter.math(r" \times ".join(how.at(size(d), level).text for d in dims)) if dims else "scalar"

    for quantity in theory.quantities.values():
        if quantity.shown:
            continue
        rows.append(
            {
                "symbol": _symbol(setter, how, quantity.name),
                "role": "defined" if quantity.name in defined else "input",
                "type": setter.text(quantity.type),
                "shape": shape(quantity.dims),
                "range": RANGES.get(quantity.type, ""),
            }
        )
    used = frozenset[str]().union(*(names(n) for d in entry.results for n in (d.statement.left, d.statement.right)))
    for name in sorted(used - theory.quantities.keys()):
        of = theory.quantities.get(name[:-4])
        if of is not None and name[-4:] in ADJOINTS:
            role, words = ADJOINTS[name[-4:]]
            symbols = {
                "symbol": setter.math(how.name(name).text),
                "role": role.format(setter.math(how.name(of.name).text)),
            }
            rows.append(symbols | {"type": "Real", "shape": shape(of.dims), "range": words})
    for dim in theory.dims:
        symbols = {"symbol": setter.math(how.name(dim).text), "role": "dimension"}
        rows.append(symbols | {"type": "", "shape": "", "range": "1 or greater; indices count from 0"})
    return rows


def _code(entry: Entry, setter: Setter, width: float) -> dict[str, Any] | None:
    stability = entry.stability
    if stability is None:
        return None
    how = printer(LATEX, entry.theory)
    return {
        "naive": setter.block(stability.naive),
        "shown": [(setter.code(call), setter.code(value)) for call, value in stability.shown],
        "cures": [
            {
                "reason": setter.words(general(cure.reason), printer(LATEX)),
                "statement": _statement(setter, how, Cmp(cure.op, cure.left, cure.right), None, width),
            }
            for cure in stability.cures
        ],
    }


def _example(example: Computed, setter: Setter, how: Printer) -> dict[str, Any]:
    return {
        "given": [
            f"{setter.math(how.name(name).text)} = {setter.code(values(v))}" for name, v in example.given.items()
        ],
        "found": [
            (setter.math(replace(how, style=INLINE)(node)), setter.code(values(value)), setter.text(words))
            for node, value, words in example.found
        ],
    }


def values(value: Value | Any) -> str:
    """Numbers as code: exact ones as they are, others to six digits."""
    if isinstance(value, int | Fraction):
        return str(value) if value.denominator == 1 else f"{float(value):.6g}"
    if isinstance(value, float):
        return f"{value + 0.0:.6g}"
    return f"[{', '.join(map(values, value))}]"
