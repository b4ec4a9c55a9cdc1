"""How is it written?  Terms, formulas and theories come in, their text in the language goes out.

What is written here reads back as the same, up to the names of bound indices: those are renamed where one of their
letters is in use around them.  A theory's text stands alone: calls of library functions are written out as definitions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from keyword import iskeyword

from derive.expr import (
    FALSE,
    TRUE,
    Add,
    And,
    ArgMax,
    Binder,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Fun,
    If,
    Implies,
    Index,
    Mul,
    Neg,
    Node,
    Not,
    Num,
    Pow,
    Pred,
    Reduce,
    Ref,
    Size,
    Term,
    free,
    fresh,
    names,
    subterms,
)
from derive.printing.shifts import Shift, shifted
from derive.printing.style import decimal
from derive.theory import Assumption, Claim, Declaration, Definition, Example, Item, Notation, Prose, Tag, Theory, Value

__all__ = ["unparse", "unparse_theory"]

_CHOICE, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _POWER, _ATOM = range(1, 9)


@dataclass(frozen=True, slots=True)
class _Names:
    """What the indices are called here, and the names that are in use."""

    shown: Mapping[Index, str]
    used: frozenset[str]

    def bind(self, index: Index) -> _Names:
        """Inside a binder of `index`: its own name if that is free, else another letter."""
        name = index.name
        if name in self.used or not name.isidentifier() or iskeyword(name):
            name = fresh("", self.used).name
        return _Names({**self.shown, index: name}, self.used | {name})


_Written = tuple[str, int]  # the text, and how strongly its outermost operator binds


def unparse(node: Node, avoid: Iterable[str] = ()) -> str:
    """The text of a term, an index or a formula, with no more brackets than needed.

    Bound indices get no name that is in `avoid`, nor one of a free index, a quantity or a dimension in `node`.
    """
    node = shifted(node)
    return _write(node, _around([node], avoid))[0]


def _around(nodes: Iterable[Node], avoid: Iterable[str] = ()) -> _Names:
    """The names in use around `nodes`."""
    used = set(avoid)
    shown: dict[Index, str] = {}
    for node in nodes:
        shown |= {i: i.name for i in free(node)}
        used |= names(node)
        used |= {n.dim for n in subterms(node) if isinstance(n, Size)}
        used |= {n.index.dim for n in subterms(node) if isinstance(n, Binder)}
    return _Names(shown, frozenset(used | set(shown.values())))


def _write(node: Node, names: _Names) -> _Written:
    return _WRITERS[type(node)](node, names)


def _bracket(written: _Written, need: int) -> str:
    text, strength = written
    return text if strength >= need else f"({text})"


def _leads_with_number(node: Node) -> bool:
    """Whether the text of `node` begins with a number literal, so that a sign before it would join that."""
    while isinstance(node, Mul | Div):
        node = node.args[0] if isinstance(node, Mul) else node.num
    return isinstance(node, Num)


def _leads_with_sign(node: Node) -> bool:
    while isinstance(node, Mul | Div):
        node = node.args[0] if isinstance(node, Mul) else node.num
    return isinstance(node, Neg) or (isinstance(node, Num) and node.value < 0)


# --------------------------------------------------------------------------------------------------------- terms


def _rational(value: Fraction) -> str:
    text = decimal(abs(value))
    return f"{'-' * (value < 0)}{text}" if text else str(value)


def _num(node: Num, names: _Names) -> _Written:
    return _rational(node.value), _ATOM if decimal(node.value) and node.value >= 0 else _SUM


def _shift(node: Shift, names: _Names) -> _Written:
    text = ""
    if node.coefficients == (1,) and not node.offset:  # an index of another dimension
        return f"{_write(node.indices[0], names)[0]} + 0", _SUM
    for sign, count, index in node.parts():
        factor = _write(index, names)[0] if index is not None else ""
        text += f" {sign} {f'{count}*{factor}' if count != 1 and factor else factor or count}"
    return text.removeprefix(" + ").replace(" - ", "-", 1) if text.startswith(" -") else text.removeprefix(" + "), _SUM


def _index(node: Index, names: _Names) -> _Written:
    return names.shown.get(node, node.name), _ATOM


def _ref(node: Ref | Pred, names: _Names) -> _Written:
    if not node.indices:
        return node.name, _ATOM
    return f"{node.name}[{', '.join([_write(i, names)[0] for i in node.indices])}]", _ATOM


def _add(node: Add, names: _Names) -> _Written:
    parts = [_bracket(_write(node.args[0], names), _SUM)]
    for arg in node.args[1:]:
        if isinstance(arg, Num) and arg.value < 0:
            parts.append(f" - {_rational(-arg.value)}")
        elif isinstance(arg, Num):
            parts.append(f" + {_rational(arg.value)}")
        elif isinstance(arg, Neg):
            inner = _write(arg.arg, names)
            parts.append(f" - {_bracket(inner, _ATOM + 1 if _leads_with_sign(arg.arg) else _PRODUCT)}")
        else:
            parts.append(f" + {_bracket(_write(arg, names), _PRODUCT)}")
    return "".join(parts), _SUM


def _neg(node: Neg, names: _Names) -> _Written:
    inner = _write(node.arg, names)
    return f"-{_bracket(inner, _ATOM + 1 if _leads_with_number(node.arg) else _PRODUCT)}", _SUM


def _first_factor(node: Term, names: _Names) -> str:
    written = _write(node, names)
    return written[0] if isinstance(node, Num) else _bracket(written, _PRODUCT)


def _mul(node: Mul, names: _Names) -> _Written:
    parts = [_first_factor(node.args[0], names)]
    for arg in node.args[1:]:
        parts.append(_bracket(_write(arg, names), _POWER))
    return "*".join(parts), _PRODUCT


def _div(node: Div, names: _Names) -> _Written:
    return f"{_first_factor(node.num, names)}/{_bracket(_write(node.den, names), _POWER)}", _PRODUCT


def _pow(node: Pow, names: _Names) -> _Written:
    base, exponent = _bracket(_write(node.base, names), _ATOM), _write(node.exp, names)
    literal = isinstance(node.exp, Num) and node.exp.value.denominator == 1
    return f"{base}**{exponent[0] if literal else _bracket(exponent, _POWER)}", _POWER


def _fun(node: Fun, names: _Names) -> _Written:
    return f"{node.name}({', '.join([_write(arg, names)[0] for arg in node.args])})", _ATOM


def _mentions(cond: Node | None, index: Index) -> bool:
    """Whether a condition reads back as belonging to `index` among several."""
    return cond is None or index in free(cond)


def _reduce(node: Reduce, names: _Names) -> _Written:
    op, clauses = node.op, ""
    while True:
        names = names.bind(node.index)
        clauses += f" for {names.shown[node.index]} in {node.index.dim}"
        if node.cond is not None:
            clauses += f" if {_bracket(_write(node.cond, names), _AND)}"
        inner = node.body
        joins = isinstance(inner, Reduce) and inner.op == op and _mentions(inner.cond, inner.index)
        if not joins or not _mentions(node.cond, node.index):
            return f"{op}({_write(inner, names)[0]}{clauses})", _ATOM
        assert isinstance(inner, Reduce)
        node = inner


def _argmax(node: ArgMax, names: _Names) -> _Written:
    names = names.bind(node.index)
    return f"argmax({_write(node.body, names)[0]} for {names.shown[node.index]} in {node.index.dim})", _ATOM


def _delta(node: Delta, names: _Names) -> _Written:
    return f"delta({_write(node.left, names)[0]}, {_write(node.right, names)[0]})", _ATOM


def _if(node: If, names: _Names) -> _Written:
    then, cond = _bracket(_write(node.then, names), _AND), _bracket(_write(node.cond, names), _AND)
    return f"{then} if {cond} else {_write(node.other, names)[0]}", _CHOICE


def _diff(node: Diff, names: _Names) -> _Written:
    by = [_write(node.var, names)[0]]
    while isinstance(node.expr, Diff):
        node = node.expr
        by.append(_write(node.var, names)[0])
    return f"diff({_write(node.expr, names)[0]}, {', '.join(reversed(by))})", _ATOM


# ------------------------------------------------------------------------------------------------------ formulas


def _cmp(node: Cmp, names: _Names) -> _Written:
    return f"{_bracket(_write(node.left, names), _SUM)} {node.op} {_bracket(_write(node.right, names), _SUM)}", _COMPARE


def _and(node: And, names: _Names) -> _Written:
    if node == TRUE:
        return "True", _ATOM
    return " and ".join([_bracket(_write(arg, names), _NOT) for arg in node.args]), _AND


def _not(node: Not, names: _Names) -> _Written:
    return ("False", _ATOM) if node == FALSE else (f"not {_bracket(_write(node.arg, names), _NOT)}", _NOT)


def _implies(node: Implies, names: _Names) -> _Written:
    return f"implies({_write(node.cond, names)[0]}, {_write(node.body, names)[0]})", _ATOM


def _for_all(node: ForAll, names: _Names) -> _Written:
    names = names.bind(node.index)
    body, clause = node.body, f" for {names.shown[node.index]} in {node.index.dim}"
    if isinstance(body, Implies) and body.cond != TRUE:
        clause += f" if {_bracket(_write(body.cond, names), _AND)}"
        body = body.body
    return f"all({_write(body, names)[0]}{clause})", _ATOM


_WRITERS: Mapping[type, Callable[..., _Written]] = {
    Num: _num, Const: lambda node, names: (node.name, _ATOM), Size: lambda node, names: (node.dim, _ATOM), Index: _index,
    Ref: _ref, Pred: _ref, Add: _add, Neg: _neg, Mul: _mul, Div: _div, Pow: _pow, Fun: _fun, Reduce: _reduce, ArgMax: _argmax,
    Delta: _delta, Shift: _shift, If: _if, Diff: _diff, Cmp: _cmp,
    And: _and, Not: _not, Implies: _implies, ForAll: _for_all,
}  # fmt: skip


# ------------------------------------------------------------------------------------------------------ theories


def unparse_theory(theory: Theory) -> str:
    """The text of a theory; it reads back as the same items, calls of library functions written out as definitions."""
    title = theory.title + "." * theory.title.endswith(".")
    opening = [item.text for item in theory.items[:1] if isinstance(item, Prose)]
    docstring = "\n\n".join([title, *opening]) if title else ""
    lines = [_quoted(docstring)] if title or opening else []
    avoid = theory.quantities.keys() | set(theory.dims)
    lines += [_ITEMS[type(item)](item, avoid) for item in theory.items[len(opening) if title else 0 :]]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """`text` in quotes, raw where that is possible."""
    quote = '"""' if "\n" in text else '"'
    if quote not in text and not text.endswith(('"', "\\")):
        return ("r" if "\\" in text else "") + quote + text + quote
    return quote + text.replace("\\", "\\\\").replace('"', '\\"') + quote


def _definition(item: Definition, avoid: Iterable[str]) -> str:
    left = _write(Ref(item.name, item.indices), _Names({}, frozenset()))[0]
    body = shifted(item.body)
    return f"{left} = {_write(body, _around([Ref('', item.indices), body], avoid))[0]}"


def _claim(item: Claim, avoid: Iterable[str]) -> str:
    terms = [shifted(t) for t in item.terms]
    conditions = [] if item.condition is None else [shifted(item.condition)]
    around = _around([*terms, *conditions], avoid)
    sides = [_bracket(_write(term, around), _SUM) for term in terms]
    text = sides[0] + "".join(f" {op} {side}" for op, side in zip(item.relations, sides[1:], strict=True))
    parts = [text, *(_write(c, around)[0] for c in conditions), f'name="{item.name}"']
    return f"prove({', '.join(parts + ([f'title={_quoted(item.title)}'] if item.title else []))})"


def _assumption(item: Assumption, avoid: Iterable[str]) -> str:
    formula = shifted(item.formula)
    around = _around([formula], avoid)
    given = (formula.body, formula.cond) if isinstance(formula, Implies) else (formula,)
    return f"assume({', '.join(_write(part, around)[0] for part in given)})"


def _value(value: Value) -> str:
    return _rational(value) if isinstance(value, Fraction) else f"[{', '.join(map(_value, value))}]"


_ITEMS: Mapping[type[Item], Callable[..., str]] = {
    Prose: lambda item, avoid: _quoted(item.text),
    Declaration: lambda item, avoid: f"{item.name}: {item.type}" + (f"[{', '.join(item.dims)}]" if item.dims else ""),
    Definition: _definition,
    Assumption: _assumption,
    Claim: _claim,
    Example: lambda item, avoid: f"example({', '.join(f'{n}={_value(v)}' for n, v in item.values.items())})",
    Notation: lambda item, avoid: f"notation({item.name}, {_quoted(item.latex)})",
    Tag: lambda item, avoid: f"tag({_quoted(item.name)})",
}
