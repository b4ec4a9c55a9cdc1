"""What does an expression mean?  Its syntax comes in, a term or a formula goes out.

A `Reader` holds what is known of the names of one text.  Dimensions are variables (`?7`) while a text is read, unified
as indices meet axes; `Reader.finish` puts their names in at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from derive.expr import (
    FALSE,
    FUNCTIONS,
    TRUE,
    Add,
    ArgMax,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    ForAll,
    Formula,
    Fun,
    If,
    Implies,
    Index,
    IndexTerm,
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
    add,
    aligned,
    conjunction,
    div,
    free,
    fresh,
    is_never_negative,
    mul,
    neg,
    substitute,
)
from derive.language.constants import DIVISION_BY_ZERO, constant
from derive.language.infer import Dimensions, Role, linear
from derive.language.tokens import MAX_NESTING
from derive.language.tree import (
    Array,
    Call,
    Chain,
    Choice,
    Clause,
    Comparison,
    Comprehension,
    Conjunction,
    Element,
    Expression,
    Name,
    Negation,
    Number,
    Power,
    Signed,
    Text,
    refuse,
)
from derive.theory import Item, Place, Quantity, Theory

__all__ = ["Library", "Reader", "Scope", "counted"]

Library = Callable[[str], Theory | None]

MAX_HEIGHT = 400
_TURNED = {">": "<", ">=": "<="}
_INDEX_LETTERS = frozenset("ijklmn")
_CONDITION_HINT = "conditions compare: i != j, x > 0; several are joined with `and`"


@dataclass(frozen=True, slots=True)
class Shifted:
    """`x[i + k]`: the element at `index`, where that is Σ count·part + offset; there may be none."""

    name: str
    index: Index
    parts: tuple[tuple[Index, int], ...]
    offset: int
    place: Place

    def where(self) -> Term:
        """1 for the index that is meant, 0 for all others."""
        return aligned(((self.index, 1), *((part, -count) for part, count in self.parts)), -self.offset)


class Scope:
    """The indices that are visible at one point of a statement.

    `free` (shared by the whole statement) collects those that nothing binds, `bound` where each bound name is bound;
    in a `closed` statement, a definition, nothing but the left side's indices is free.
    """

    __slots__ = ("bound", "closed", "free", "visible")

    def __init__(self, visible: Mapping[str, Index] | None = None, *, closed: bool = False) -> None:
        self.visible = dict(visible or {})
        self.closed = closed
        self.free: dict[str, tuple[Index, Place]] = {}
        self.bound: dict[str, Place] = {}

    def inside(self, index: Index) -> Scope:
        """The scope of a binder of `index` in this one."""
        scope = Scope.__new__(Scope)
        scope.visible = {**self.visible, index.name: index}
        scope.closed, scope.free, scope.bound = self.closed, self.free, self.bound
        return scope

    def check(self) -> None:
        """No letter is free in one place of the statement and bound in another."""
        for name, place in self.bound.items():
            if name in self.free:
                refuse(
                    f"index {name} is bound here and free elsewhere in the statement", place, "use another letter here"
                )


class Reader:
    """What is known of the names of one text, and the meaning of its expressions.

    `rule`: names stand for anything (metavariables), one index letter has one dimension, a name where a condition is
    expected is a predicate.  `extended`: formulas may also be `not`, `implies(…)`, `all(… for …)`, True and False.
    `unknown_is_index`: two names that are compared, and of which nothing is known, are indices (in a rule if they
    begin with i, j, k, l, m or n).
    """

    def __init__(
        self,
        roles: Mapping[str, Role],
        taken: Iterable[str],
        library: Library | None = None,
        *,
        rule: bool = False,
        extended: bool = False,
        unknown_is_index: bool = False,
    ) -> None:
        self.roles = dict(roles)
        self.taken = set(taken)
        self.library = library
        self.rule, self.extended, self.unknown_is_index = rule, extended, unknown_is_index
        self.dims = Dimensions()
        self.axes: dict[str, tuple[str, ...]] = {}
        self.types: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.used: dict[str, Place] = {}  # quantities, where they first occur
        self.touched: dict[str, None] = {}  # quantities that occur in the statement at hand
        self.items: list[Item] = []
        self.names: dict[str, str] = {}
        self.default_dim = ""  # of an index that nothing gives a dimension
        self.letters: dict[str, str] = {}
        self.shifted: list[Shifted] = []  # every shifted index
        self.waiting: list[list[Shifted]] = []  # those that no sum has taken yet, by what is being read
        self.inside: list[Shifted] = []  # those that must be inside their axis
        self.calls: dict[
            object, list[tuple[tuple[Term, ...], str]]
        ] = {}  # library calls: arguments, and what they became

    # --------------------------------------------------------------------------------------------------- names

    def letter(self, name: str) -> Index:
        """A new index of this name; in a rule the same letter always has the same dimension."""
        dim = self.letters.get(name) if self.rule else None
        if dim is None:
            dim = self.letters[name] = self.dims.fresh()
        return Index(name, dim)

    def index(self, node: Expression, scope: Scope, *, argmax: bool = False) -> IndexTerm:
        """The index that `node` names, or where allowed the position that an argmax is."""
        if isinstance(node, Call) and node.function == "argmax" and (argmax or self.extended):
            return _argmax(self, node, scope)
        if not isinstance(node, Name):
            refuse("a bare index name is expected here", node.place, "only elements are shifted: x[i + k]")
        if node.name in scope.visible:
            return scope.visible[node.name]
        if node.name in scope.free:
            return scope.free[node.name][0]
        if scope.closed:
            hint = f"put {node.name} on the left too, or bind it: sum(… for {node.name} in K)"
            refuse(f"index {node.name} is free only on the right side", node.place, hint)
        found = self.letter(node.name)
        scope.free[node.name] = (found, node.place)
        return found

    def quantity(self, node: Name, count: int) -> tuple[str, ...]:
        """The dimensions of the quantity that `node` names, which stands with `count` indices here."""
        axes = self.axes.get(node.name)
        if axes is None:
            axes = self.axes[node.name] = tuple(self.dims.fresh(given=True) for _ in range(count))
        if len(axes) != count:
            has, here = counted(len(axes), "index", "indices"), count or "none"
            refuse(f"{node.name} has {has}, {here} given", node.place, f"write {_example(node.name, len(axes))}")
        self.used.setdefault(node.name, node.place)
        self.touched[node.name] = None
        return axes

    def element(self, node: Name, indices: tuple[Expression, ...], scope: Scope) -> Ref:
        """The element of a quantity at `indices`."""
        axes = self.quantity(node, len(indices))
        found = []
        for axis, part in zip(axes, indices, strict=True):
            plain = isinstance(part, Name | Call) and not self.is_longer(axis, part, scope)
            found.append(self.index(part, scope) if plain else self.shift(node.name, part, axis, scope))
            self.meet(found[-1], axis, part.place)
        return Ref(node.name, tuple(found))

    def is_longer(self, axis: str, part: Expression, scope: Scope) -> bool:
        """Whether an axis that is made of others has further positions than the index `part` runs over."""
        if not isinstance(part, Name):
            return False
        index = scope.visible.get(part.name) or scope.free.get(part.name, (None, None))[0]
        return index is not None and self.dims.is_made(axis) and self.dims.is_other(axis, index.dim)

    def shift(self, name: str, node: Expression, axis: str, scope: Scope) -> Index:
        """The index at which the element of `name` stands that `node`, a sum of indices, is the position of."""
        parts, offset = self.positions(node, scope)
        if not self.waiting:  # what is read here is no term
            refuse("a shifted index cannot stand here", node.place, "define the shifted quantity first")
        coined = (s.index.name for s in self.shifted)
        index = fresh(axis, {*self.taken, *scope.visible, *scope.free, *coined}, "mnlpqrstuvwkij")
        self.shifted.append(Shifted(name, index, parts, offset, node.place))
        self.waiting[-1].append(self.shifted[-1])
        return index

    def positions(self, node: Expression, scope: Scope) -> tuple[tuple[tuple[Index, int], ...], int]:
        """A sum of indices, each with how often it counts, and the number that is added."""
        found = linear(node)
        if found is None or not found.parts or self.rule:
            hint = "write a[i], or a[i + k], a[2*i + k - 1]: indices, and whole numbers beside them"
            refuse("an index position holds an index, or a sum of indices", node.place, hint)
        parts = []
        for name, count in found.parts:
            index = self.index(name, scope)
            assert isinstance(index, Index)
            parts.append((index, count))
        return tuple(parts), found.constant

    def meet(self, index: IndexTerm, dim: str, place: Place) -> None:
        """`index` runs over `dim`."""
        inner = index.index if isinstance(index, ArgMax) else index
        assert isinstance(inner, Index)
        self.dims.unify(inner.dim, dim, f"index {inner.name}", place)

    # ---------------------------------------------------------------------------------------- terms and formulas

    def term(self, node: Expression, scope: Scope, *, inside: bool = False) -> Term:
        """The number that `node` is; with `inside` all its shifted elements have to be there."""
        self.waiting.append([])
        value = _TERMS[type(node)](self, node, scope)
        return self.settled(value, self.waiting.pop(), inside=inside)

    def settled(self, value: Term, shifted: Iterable[Shifted], *, inside: bool = False) -> Term:
        """`value` with its shifted elements found where they stand; 0 where there are none, which a sum passes over.

        Anywhere but in a summand they have to be `inside` their axis.
        """
        known = {s.index: s for s in shifted}
        if not known:
            return value

        def go(node: Node, absent: bool) -> Node:
            if not free(node) & known.keys():
                return node
            if isinstance(node, Ref):
                found: Term = node
                for index in node.indices:
                    if isinstance(index, Index) and index in known:
                        found = Reduce("sum", index, mul(known[index].where(), found))
                        if inside or not absent:
                            self.inside.append(known[index])
                return found
            below = node.children()
            passes = [_passes(node, n) for n in range(len(below))]
            return node.rebuild(tuple(go(child, absent and p) for child, p in zip(below, passes, strict=True)))

        result = go(value, True)
        assert isinstance(result, Term)
        return result

    def summed(self, body: Term, indices: Iterable[Index], op: str) -> Term:
        """The body of a comprehension; a term with shifted elements is there for those indices for which all of these are."""
        mine = [s for s in self.waiting[-1] if any(part in indices for part, _ in s.parts)]
        rest = [s for s in self.waiting[-1] if s not in mine]
        self.waiting[-1] = rest
        if op != "sum":
            return self.settled(body, mine, inside=True)
        first: dict[object, Shifted] = {}
        for shift in mine:
            lengths, more = self.dims.length(shift.index.dim)
            place = (frozenset(shift.parts), shift.offset, frozenset(lengths.items()), more)
            same = first.setdefault(place, shift)
            if same is not shift:  # x[i + k]*z[i + k]
                body = substitute(body, {shift.index: same.index})  # type: ignore[assignment]
        for shift in reversed(first.values()):
            body = _placed(shift, body)
        return body

    def condition(self, node: Expression, scope: Scope) -> Formula:
        """The condition that `node` is: comparisons joined with `and`."""
        if isinstance(node, Conjunction):
            return conjunction(*(self.condition(part, scope) for part in node.parts))
        if isinstance(node, Comparison):
            if len(node.rest) > 1:
                refuse("a condition does not chain", node.place, "write a < b and b < c")
            return self.comparison(node.first, node.rest[0][0], node.rest[0][1], scope)
        if self.extended and type(node) in _FORMULAS:
            return _FORMULAS[type(node)](self, node, scope)
        return refuse("a condition is expected here", node.place, _CONDITION_HINT)

    def comparison(self, left: Expression, op: str, right: Expression, scope: Scope) -> Formula:
        """left op right, on two indices or on two numbers."""
        sides = self.are_indices(left, op, right, scope)
        if not any(sides):
            a, b = self.term(left, scope), self.term(right, scope)
            return Cmp(_TURNED[op], b, a) if op in _TURNED else Cmp(op, a, b)
        if not all(sides):
            other, index = (left, right) if sides[1] else (right, left)
            name = f"index {index.name}" if isinstance(index, Name) else "a position"
            refuse(
                f"{name} is compared with a number", other.place, "indices are compared with indices: i == j, i != j"
            )
        if op not in ("==", "!="):
            refuse(f"indices are not ordered: {op}", left.place, "indices are compared with == and !=")
        first, second = self.index(left, scope), self.index(right, scope)
        inner = second.index if isinstance(second, ArgMax) else second
        assert isinstance(inner, Index)
        self.meet(first, inner.dim, left.place)
        return Cmp(op, first, second)

    def is_index(self, node: Expression, scope: Scope) -> bool:
        """Whether `node` is a position, not a number."""
        if isinstance(node, Call):
            return node.function == "argmax"
        if not isinstance(node, Name):
            return False
        role = self.roles.get(node.name)
        return node.name in scope.visible or node.name in scope.free or (role is not None and role.role == "index")

    def are_indices(self, left: Expression, op: str, right: Expression, scope: Scope) -> tuple[bool, bool]:
        """Which sides of a comparison are positions; a name of which nothing is known is what the other side is."""
        sides = self.is_index(left, scope), self.is_index(right, scope)
        if all(sides) or op not in ("==", "!="):
            return sides
        unknown = [n for n in (left, right) if isinstance(n, Name) and self.is_unknown(n.name)]
        guessed = self.unknown_is_index and len(unknown) == 2
        if self.rule:
            guessed = guessed and all(n.name[0] in _INDEX_LETTERS for n in unknown)
        if len(unknown) + sum(sides) < 2 or not (any(sides) or guessed):
            return sides
        self.roles |= {n.name: Role("index", n.place) for n in unknown}
        return True, True

    def is_unknown(self, name: str) -> bool:
        """Whether nothing has been said of `name` yet."""
        return name not in self.roles and name not in self.axes and name not in ("pi", "True", "False")

    def bind(self, clause: Clause, scope: Scope) -> tuple[Index, Scope]:
        """The index of `for index in dim`, and the scope in which it is visible."""
        name = clause.index.name
        if name in scope.visible:
            hint = "use a letter that is not in use here"
            refuse(f"index {name} is bound again inside its own scope", clause.index.place, hint)
        dim = self.dimension(clause.dim)
        index = self.letter(name) if self.rule else Index(name, dim)
        self.dims.unify(index.dim, dim, f"index {name}", clause.index.place)
        scope.bound.setdefault(name, clause.index.place)
        return index, scope.inside(index)

    def dimension(self, node: Expression) -> str:
        """The dimension that `node` is: a name, or a length made of names."""
        if isinstance(node, Name):
            return node.name
        found = linear(node)
        if found is None or not any(count > 0 for _, count in found.parts) or self.rule:
            hint = "write Real[K], or Real[N + K - 1]: names and whole numbers"
            refuse("a dimension is a name, or a sum of names", node.place, hint)
        return self.dims.made(((name.name, count) for name, count in found.parts), found.constant)

    def clauses(self, node: Comprehension, scope: Scope) -> tuple[list[Index], list[Formula], Scope]:
        """The indices of a comprehension, for each the condition that belongs to it, and the scope of the body."""
        indices: list[Index] = []
        conds: list[list[Formula]] = []
        for clause in node.clauses:
            index, scope = self.bind(clause, scope)
            indices.append(index)
            conds.append([])
            for part in clause.conds:
                cond = self.condition(part, scope)
                mentioned = [n for n, i in enumerate(indices) if i in free(cond)]
                conds[mentioned[-1] if mentioned else -1].append(cond)
        return indices, [conjunction(*c) for c in conds], scope

    # ---------------------------------------------------------------------------------------------- at the end

    def resolve(self) -> None:
        """Find the dimensions that only shifted indices speak of: as large as leaves no position out, and no larger."""
        rest = list(self.shifted)
        while self.dims.settle() or rest:
            waiting = [s for s in rest if not self.fits(s)]
            if len(waiting) == len(rest):  # the first index that nothing else speaks of has a dimension of its own
                open_ = [p for s in rest for p, _ in s.parts if self.dims.is_open(p.dim)]
                if not open_:
                    break
                self.dims.name(open_[0].dim, self.taken)
                self.dims.give(open_[0].dim)
            rest = waiting
        for shift in self.inside:
            if not self.is_inside(shift):
                hint = "declare a longer axis, or let it be a term of a sum, where it is left out"
                refuse(f"{shift.name} may have no element here", shift.place, hint)

    def fits(self, shift: Shifted) -> bool:
        """Draw a conclusion from a shifted index, if there is one to draw; whether it says nothing more."""
        dims = self.dims
        ends, more = self.ends(shift)
        axis, beyond = dims.length(shift.index.dim)
        open_ = [p for p, _ in shift.parts if dims.is_open(p.dim)]
        if not open_ and not dims.is_open(shift.index.dim):
            return True
        if len(open_) == 1 and dims.is_open(shift.index.dim) or len(open_) > 1:
            return False
        total = {name: axis.get(name, 0) - ends.get(name, 0) for name in {**axis, **ends}}
        if open_ and not any(count > 0 for count in total.values()):
            return False  # it would have one position: the index has a dimension of its own
        return dims.solve(({name: count for name, count in total.items() if count}, beyond - more))

    def ends(self, shift: Shifted) -> tuple[dict[str, int], int]:
        """How long an axis must be to have all positions of a shifted index."""
        total: dict[str, int] = {}
        constant = shift.offset + 1
        for part, count in shift.parts:
            if count > 0:
                lengths, more = self.dims.length(part.dim)
                constant += count * (more - 1)
                for name, times in lengths.items():
                    total[name] = total.get(name, 0) + count * times
        return total, constant

    def is_inside(self, shift: Shifted) -> bool:
        """Whether the axis has all positions of a shifted index, whatever the dimensions are."""
        ends, more = self.ends(shift)
        axis, beyond = self.dims.length(shift.index.dim)
        return (
            shift.offset >= 0
            and all(count > 0 for _, count in shift.parts)
            and is_never_negative(
                {name: axis.get(name, 0) - ends.get(name, 0) for name in {**axis, **ends}}, beyond - more
            )
        )

    def finish(self, node: Node, place: Place) -> Node:
        """`node` with the names of its dimensions.  Refuses what is nested deeper than recursion over it can follow."""
        stack: list[tuple[Node, int]] = [(node, 1)]
        while stack:
            below, height = stack.pop()
            if height > MAX_HEIGHT:
                refuse("this is nested too deeply", place, "name the inner parts and use the names")
            for index in (below, getattr(below, "index", None)):
                if isinstance(index, Index):
                    self.name(index.dim)
            stack.extend((child, height + 1) for child in reversed(below.children()))
        return substitute(node, dims=self.names) if self.names else node

    def name(self, dim: str) -> str:
        """The name of a dimension; a variable that nothing names gets a fresh one, in a rule after its letter."""
        if dim[0] != "?":
            return dim
        if dim not in self.names:
            if self.default_dim and self.dims.is_open(dim):
                self.dims.unify(dim, self.default_dim, "", Place(1, 1))
            same = sorted(n.upper() for n, d in self.letters.items() if self.dims.find(d) == self.dims.find(dim))
            self.names[dim] = self.dims.name(dim, self.taken, same if self.rule else ())
        return self.names[dim]

    def quantities(self) -> dict[str, Quantity]:
        """Every quantity, with dimensions named."""
        return {
            q: Quantity(q, self.types.get(q, "Real"), tuple(map(self.name, axes)), self.shown.get(q, ""))
            for q, axes in self.axes.items()
        }


def _placed(shift: Shifted, term: Term) -> Term:
    """The term where its shifted element is, else 0; of a product the factors that have it, where the first of these stands."""
    if isinstance(term, Neg):
        return neg(_placed(shift, term.arg))
    factors = term.args if isinstance(term, Mul) else (term,)
    mine = [n for n, factor in enumerate(factors) if shift.index in free(factor)]
    found = Reduce("sum", shift.index, mul(shift.where(), *(factors[n] for n in mine)))
    before, behind = factors[: mine[0]], [f for n, f in enumerate(factors) if n > mine[0] and n not in mine]
    return mul(*before, found, *behind)


def _passes(node: Node, child: int) -> bool:
    """Whether `node` is 0, or has a summand less, where this child is 0."""
    if isinstance(node, Add | Mul | Neg):
        return True
    if isinstance(node, Reduce):
        return node.op == "sum" and not child
    return (isinstance(node, Div) and not child) or (isinstance(node, If) and child > 0)


# --------------------------------------------------------------------------------------------------------- terms


def _number(reader: Reader, node: Number, scope: Scope) -> Term:
    return Num(node.value)


def _name(reader: Reader, node: Name, scope: Scope) -> Term:
    name = node.name
    role = reader.roles[name].role if name in reader.roles else ""
    if name in scope.visible or name in scope.free or role == "index":
        refuse(
            f"index {name} is used as a number", node.place, "an index only stands in brackets, delta(i, j) and i == j"
        )
    if role == "dimension":
        return Size(name)
    if name == "pi" and not role:
        return Const("pi")
    if name in ("True", "False"):
        refuse(f"{name} is a condition, not a value", node.place, "write 1 or 0")
    return reader.element(node, (), scope)


def _text(reader: Reader, node: Text, scope: Scope) -> Term:
    refuse("a text stands where a value is expected", node.place, "prose is a statement of its own")


def _signed(reader: Reader, node: Signed, scope: Scope) -> Term:
    value = _TERMS[type(node.arg)](reader, node.arg, scope)
    return neg(value) if node.op == "-" else value


def _chain(reader: Reader, node: Chain, scope: Scope) -> Term:
    first = _TERMS[type(node.first)](reader, node.first, scope)
    run = [first]  # what is still to be added up, or multiplied
    divisions = 0
    for op, part in node.rest:
        value = _TERMS[type(part)](reader, part, scope)
        if op == "/":
            divisions += 1
            if divisions > MAX_NESTING:
                refuse(f"more than {MAX_NESTING} divisions in a row", part.place, "divide once, by a product")
            if isinstance(value, Num) and not value.value:
                refuse("a division by 0", part.place, DIVISION_BY_ZERO)
            run = [div(mul(*run), value)]
        else:
            run.append(neg(value) if op == "-" else value)
    return add(*run) if node.rest[0][0] in "+-" else mul(*run)


def _power(reader: Reader, node: Power, scope: Scope) -> Term:
    base = _TERMS[type(node.base)](reader, node.base, scope)
    value = Pow(base, _TERMS[type(node.exponent)](reader, node.exponent, scope))
    constant(value, node.place)
    return value


def _choice(reader: Reader, node: Choice, scope: Scope) -> Term:
    then = _TERMS[type(node.then)](reader, node.then, scope)
    cond = reader.condition(node.cond, scope)
    return If(cond, then, _TERMS[type(node.other)](reader, node.other, scope))


def _element(reader: Reader, node: Element, scope: Scope) -> Term:
    base = node.base
    if isinstance(base, Call):
        return _library(reader, base, node.indices, scope)
    if isinstance(base, Element):
        refuse("two pairs of brackets", node.indices[0].place, "all indices stand in one pair: W[i, j]")
    if not isinstance(base, Name):
        refuse("only a name has indices", node.indices[0].place, "name the formula, then write name[i]")
    return reader.element(base, node.indices, scope)


def _call(reader: Reader, node: Call, scope: Scope) -> Term:
    if node.keywords:
        name = node.keywords[0][0]
        refuse(f"{node.function} has no argument called {name.name}", name.place, "equality is written ==")
    if node.function in _CALLS:
        return _CALLS[node.function](reader, node, scope)
    if node.function not in FUNCTIONS:
        return _library(reader, node, (), scope)
    _takes(node, 1, f"{node.function}(x)")
    return Fun(node.function, (_TERMS[type(node.args[0])](reader, node.args[0], scope),))


def _library(reader: Reader, node: Call, indices: tuple[Expression, ...], scope: Scope) -> Term:
    from derive.language.calls import call  # a call reads its arguments, so the two modules need each other

    return call(reader, node, indices, scope)


def _condition_as_value(reader: Reader, node: Expression, scope: Scope) -> Term:
    refuse("a comparison is a condition, not a value", node.place, "write: 1 if a > b else 0")


def _array(reader: Reader, node: Array, scope: Scope) -> Term:
    refuse("a list stands only in an example", node.place, "write example(a=[3, 1, -3]); an index is written a[i]")


def _comprehension(reader: Reader, node: Comprehension, scope: Scope) -> Term:
    refuse("`… for … in …` stands only in sum(…), prod(…), max(…) or min(…)", node.place, "write sum(a[k] for k in K)")


_TERMS: Mapping[type, Callable[..., Term]] = {
    Number: _number, Name: _name, Text: _text, Signed: _signed, Chain: _chain, Power: _power, Choice: _choice,
    Element: _element, Call: _call, Comparison: _condition_as_value, Conjunction: _condition_as_value,
    Negation: _condition_as_value, Array: _array, Comprehension: _comprehension,
}  # fmt: skip


# ---------------------------------------------------------------------------------------- functions with a syntax


def _takes(node: Call, count: int, example: str) -> None:
    for arg in node.args:
        if isinstance(arg, Comprehension):
            refuse(f"{node.function} does not run over an index", arg.place, f"write {example}")
    if len(node.args) != count:
        one = counted(count, "argument")
        refuse(f"{node.function} takes {one}, {len(node.args) or 'none'} given", node.place, f"write {example}")


def _reduce(reader: Reader, node: Call, scope: Scope) -> Term:
    op = node.function
    if len(node.args) != 1 or not isinstance(node.args[0], Comprehension):
        if op in FUNCTIONS and len(node.args) == 2:
            _takes(node, 2, f"{op}(u, v)")
            return Fun(op, tuple(_TERMS[type(arg)](reader, arg, scope) for arg in node.args))
        also = f" or {op}(u, v)" if op in FUNCTIONS else ""
        takes = f"{op} runs over an index" + (" or takes two values" if also else "")
        refuse(takes, node.place, f"write {op}(a[k] for k in K){also}")
    comprehension = node.args[0]
    indices, conds, inner = reader.clauses(comprehension, scope)
    outside, reader.waiting[-1] = reader.waiting[-1], []
    body = reader.summed(_TERMS[type(comprehension.body)](reader, comprehension.body, inner), indices, op)
    reader.waiting[-1] = [*outside, *reader.waiting[-1]]
    for index, cond in zip(reversed(indices), reversed(conds), strict=True):
        body = Reduce(op, index, body, None if cond == TRUE else cond)
    return body


def _argmax(reader: Reader, node: Call, scope: Scope) -> ArgMax:
    example = "write argmax(a[k] for k in K)"
    if len(node.args) != 1 or not isinstance(node.args[0], Comprehension):
        refuse("argmax runs over an index", node.place, example)
    comprehension = node.args[0]
    if len(comprehension.clauses) > 1 or comprehension.clauses[0].conds:
        refuse("argmax runs over one whole dimension", comprehension.place, example)
    (index,), _, inner = reader.clauses(comprehension, scope)
    return ArgMax(index, reader.term(comprehension.body, inner))


def _misplaced_argmax(reader: Reader, node: Call, scope: Scope) -> Term:
    refuse("argmax is a position, not a number", node.place, "write delta(j, argmax(a[k] for k in K))")


def _delta(reader: Reader, node: Call, scope: Scope) -> Term:
    _takes(node, 2, "delta(i, j)")
    if any(isinstance(arg, Chain | Signed) for arg in node.args):
        (ones, first), (others, second) = (reader.positions(arg, scope) for arg in node.args)
        return aligned((*ones, *((index, -count) for index, count in others)), first - second)
    left, right = (reader.index(arg, scope, argmax=True) for arg in node.args)
    inner = right.index if isinstance(right, ArgMax) else right
    assert isinstance(inner, Index)
    reader.meet(left, inner.dim, node.args[0].place)
    return Delta(left, right)


def _diff(reader: Reader, node: Call, scope: Scope) -> Term:
    if len(node.args) < 2:
        refuse("diff takes what is differentiated and by what", node.place, "write diff(y[i], a[j])")
    value = _TERMS[type(node.args[0])](reader, node.args[0], scope)
    for arg in node.args[1:]:
        if not isinstance(arg, Name | Element):
            refuse("a derivative is taken by a quantity", arg.place, "name the formula, then write diff(y, name)")
        if isinstance(arg, Element) and any(isinstance(i, Chain | Signed) for i in arg.indices):
            refuse("a derivative is taken by an element at bare indices", arg.place, "write diff(y[i], x[j])")
        by = reader.term(arg, scope)
        if not isinstance(by, Ref):
            refuse("a derivative is taken by a quantity", arg.place, "write diff(y[i], a[j])")
        value = Diff(value, by)
    return value


def _polygamma(reader: Reader, node: Call, scope: Scope) -> Term:
    _takes(node, 2, "polygamma(1, x)")
    order = reader.term(node.args[0], scope)
    whole = isinstance(order, Num) and order.value.denominator == 1 and order.value >= 0
    if not whole and not reader.rule:
        refuse("polygamma's first argument is a whole number", node.args[0].place, "write polygamma(1, x)")
    return Fun("polygamma", (order, reader.term(node.args[1], scope)))


_CALLS: Mapping[str, Callable[[Reader, Call, Scope], Term]] = {
    "sum": _reduce, "prod": _reduce, "max": _reduce, "min": _reduce, "delta": _delta, "diff": _diff, "argmax": _misplaced_argmax,
    "polygamma": _polygamma,
}  # fmt: skip


# ------------------------------------------------------------------- formulas that only rules and proofs speak of


def _predicate(reader: Reader, node: Name | Element, scope: Scope) -> Formula:
    base, indices = (node, ()) if isinstance(node, Name) else (node.base, node.indices)
    if not isinstance(base, Name):
        refuse("a condition is expected here", node.place, _CONDITION_HINT)
    if base.name in ("True", "False") and not indices:
        return TRUE if base.name == "True" else FALSE
    if not reader.rule:
        refuse("a condition is expected here", base.place, _CONDITION_HINT)
    return Pred(base.name, reader.element(base, indices, scope).indices)


def _negation(reader: Reader, node: Negation, scope: Scope) -> Formula:
    return Not(reader.condition(node.arg, scope))


def _formula_call(reader: Reader, node: Call, scope: Scope) -> Formula:
    if node.function == "implies":
        _takes(node, 2, "implies(x > 0, y > 0)")
        cond, body = (reader.condition(arg, scope) for arg in node.args)
        return Implies(cond, body)
    if node.function != "all" or len(node.args) != 1 or not isinstance(node.args[0], Comprehension):
        refuse("a condition is expected here", node.place, "write all(x[k] > 0 for k in K) or implies(x > 0, y > 0)")
    indices, conds, inner = reader.clauses(node.args[0], scope)
    value = reader.condition(node.args[0].body, inner)
    for index, cond in zip(reversed(indices), reversed(conds), strict=True):
        value = ForAll(index, value if cond == TRUE else Implies(cond, value))
    return value


_FORMULAS: Mapping[type, Callable[..., Formula]] = {
    Name: _predicate, Element: _predicate, Negation: _negation, Call: _formula_call,
}  # fmt: skip


# ------------------------------------------------------------------------------------------------- in messages


def counted(count: int, one: str, more: str = "") -> str:
    """How many there are, in words."""
    return f"{count or 'no'} {one if count == 1 else more or f'{one}s'}"


def _example(name: str, count: int) -> str:
    return f"{name}[{', '.join('ijklmnpq'[n % 8] for n in range(count))}]" if count else name
