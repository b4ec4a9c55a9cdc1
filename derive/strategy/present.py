"""What is the smallest form?  A term in the quantities that make it shortest.

Comes in: a term without derivatives.  Goes out: an equal one, folded into the named quantities wherever something cancels, and
written well (`writing`).  Nothing here is trusted; others prove that it is equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice

from derive import rational
from derive.context import Context, negation
from derive.expr import (
    ONE,
    ZERO,
    Cmp,
    Const,
    Delta,
    Diff,
    Div,
    Fun,
    If,
    Index,
    IndexTerm,
    Lambda,
    Node,
    Num,
    Pow,
    Reduce,
    Ref,
    Size,
    Term,
    add,
    alpha_equal,
    canonical,
    div,
    free,
    key,
    mul,
    names,
    power,
    rewrite_nodes,
    sub,
    substitute,
    subterms,
)
from derive.signs import match_indices
from derive.strategy.fractions import Monomial, Polynomial, multiply, normal_term, polynomial_term, quotient
from derive.strategy.normal import Normal, is_root_of_sum
from derive.strategy.writing import READABLE, Writer, at_any, brackets, cleared, content_only, cost

__all__ = ["UNREADABLE", "Presenter", "cost"]

UNREADABLE, LOOKED_AT = 80, 40
"""A form that costs more is not searched for a shorter one; in a search no more forms are looked at than so many."""
GAIN, SMALL_GAIN = 1.65, 0.5
"""A named quantity is put in where that saves so much, in a form of named quantities alone and in any other one: −1/u² stays
what it is and does not become −σ², e^(−x)/u² becomes σ(1 − σ)."""


@dataclass(eq=False)
class Presenter:
    """Folds into the definitions `into`, unfolds those not in `keep`; knows the order in which names were introduced."""

    context: Context
    order: Mapping[str, int] = field(default_factory=dict)
    into: tuple[str, ...] = ()
    keep: frozenset[str] = frozenset()
    writer: Writer = field(init=False)
    normals: dict[frozenset[str], Normal] = field(default_factory=dict)
    normal: Normal = field(init=False)
    deep: Normal = field(init=False)
    rooted: Normal = field(init=False)
    whole: Normal = field(init=False)
    shorter: dict[Term, Term] = field(default_factory=dict)
    keeping_roots: set[Term] = field(default_factory=set)
    priced: dict[Term, float] = field(default_factory=dict)
    solved: dict[tuple[str, bool], tuple[tuple[Term, Term], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.writer = Writer(self.order)
        self.normal = self.without(frozenset())
        self.deep = Normal(self.context, keep=self.keep, largest=READABLE)
        self.rooted = Normal(self.context, keep=self.keep, deep=False, largest=READABLE, roots=True)
        self.whole = Normal(self.context)

    def without(self, unfolded: Set[str]) -> Normal:
        """Normal forms over the other names that are kept."""
        keep = self.keep - unfolded
        if keep not in self.normals:
            self.normals[keep] = Normal(self.context, keep=keep, deep=False, largest=READABLE)
        return self.normals[keep]

    def factored(self, term: Term) -> Term:
        """Written well."""
        return self.writer.factored(term)

    def expanded(self, term: Term) -> Term:
        """Written as a sum."""
        return self.writer.expanded(term)

    def smallest(self, term: Term) -> Term:
        """Folded, factored, ordered."""
        found = rewrite_nodes(self.factored(self.folded(term)), _sign)
        assert isinstance(found, Term)
        return found

    def folded(self, term: Term) -> Term:
        """In normal form, over whichever quantities make it cheapest, if that gains enough."""
        if term not in self.shorter and (apart := brackets(term)) is not None:
            self.shorter[term] = mul(*map(self.folded, apart))
        if term not in self.shorter:
            plain = self.fold(self.normal(term).right, self.normal)
            deep = self.fold(self.deep(term).right, self.deep) if self.into else plain
            best = min((plain, deep), key=lambda t: (cost(self.factored(t)), t is deep))
            if any(map(is_root_of_sum, subterms(term))):
                rooted = self.fold(self.rooted(term).right, self.rooted)
                if cost(self.factored(rooted)) < cost(self.factored(best)):
                    best = rooted
                    self.keeping_roots.add(term)
            for turned in self.opposites(term):
                if cost(self.factored(turned)) < cost(self.factored(best)):
                    best = turned
            self.shorter[term] = best
        return self.shorter[term]

    def opposites(self, term: Term) -> Iterator[Term]:
        """Over the indicators of the opposite conditions: (1 − t)·[c] has fewer terms than 1 − t − [¬c] + t·[¬c]."""
        if any(isinstance(n, If) for n in subterms(term)):
            whole = self.deep(term).right
            turned = rewrite_nodes(whole, _opposite)
            if turned != whole:
                yield self.normal(turned).right  # type: ignore[arg-type]

    def reading(self, term: Term) -> Normal:
        """The normal form that leads to the smallest one, over the quantities that the term is written in."""
        return self.rooted if term in self.keeping_roots else self.normal

    def fold(self, best: Term, normal: Normal) -> Term:
        below = _denominators(best)
        if self.rough_cost(best) > UNREADABLE:
            best = self.called_by_name(best, normal)
        for _ in range(8):
            price = self.rough_cost(best)
            if price > UNREADABLE:
                break
            gain = GAIN if _plain_rational(best) else SMALL_GAIN
            near = [
                f
                for f in self.reachable(best, price + 1, normal)
                if f[0] <= price and all(d in below or self.stands_for(d, normal) in below for d in _denominators(f[2]))
            ]
            exact = cost(self.factored(best)) - gain
            found = [(c, k, t) for _, k, t in sorted(near)[:6] if (c := cost(self.factored(t))) <= exact]
            if not found:
                break
            _, _, best = min(found)
        return self.unfolded(best, normal)

    def called_by_name(self, term: Term, normal: Normal) -> Term:
        """With names for what they are by definition, where that is one atom and written out: s for √(…)."""
        for name in self.into:
            definition = self.context.definitions[name]
            atom = normal(definition.body).right
            if not rational.is_arithmetic(atom):
                named = self.replace(term, name, atom, Ref(name, definition.indices))
                term = term if named == term else _renormalised(named, term, normal)
        return term

    def stands_for(self, denominator: Node, normal: Normal) -> Node:
        """What a defined quantity is by definition, if that is one atom: √(x² + z²) may be divided by under its name."""
        if not isinstance(denominator, Ref) or denominator.name not in self.into:
            return denominator
        return at_any(normal(self.open(denominator, denominator.name)).right)

    def rough_cost(self, term: Term) -> float:
        """The cost without looking for the best way to write it: enough to compare candidates."""
        if term not in self.priced:
            if not rational.is_arithmetic(term):
                self.priced[term] = cost(self.writer.inside(term))
            else:
                value = quotient(term, READABLE)
                self.priced[term] = min(
                    cost(self.writer.expanded_quotient(value)),
                    cost(self.writer.product(value, content_only, rough=True)),
                )
        return self.priced[term]

    def unfolded(self, term: Term, normal: Normal) -> Term:
        """With abbreviations of rational expressions written out again where they gain too little."""
        for name in self.into:
            definition = self.context.definitions[name]
            if name not in names(term) or not _plain_rational(definition.body):
                continue
            opened = normal(self.open(term, name)).right
            if name not in names(opened) and cost(self.factored(opened)) < cost(self.factored(term)) + GAIN:
                if _denominators(opened) <= _denominators(term):
                    term = opened
        return term

    def open(self, term: Term, name: str) -> Term:
        definition = self.context.definitions[name]
        opened = substitute(term, quantities={name: Lambda(definition.indices, definition.body)})
        assert isinstance(opened, Term)
        return opened

    def reachable(self, term: Term, limit: float, normal: Normal) -> list[tuple[float, str, Term]]:
        """What a few substitutions make of a term, none of them much dearer than it."""
        seen, frontier, found = {term}, [term], list[tuple[float, str, Term]]()
        for _ in range(3 if len(self.into) <= 4 else 2):
            new = []
            for candidate in islice((c for t in frontier for c in self.candidates(t, normal)), LOOKED_AT):
                if candidate not in seen:
                    seen.add(candidate)
                    price = self.rough_cost(candidate)
                    if price <= limit:
                        new.append((price, key(candidate), candidate))
            found.extend(new)
            frontier = [c for _, _, c in sorted(new)[:4]]
        return found

    def candidates(self, term: Term, normal: Normal) -> Iterator[Term]:
        """`term` with one atom of one definition expressed by the quantity that is defined."""
        present = {canonical(n) for n in subterms(term)}
        for name in self.into:
            for atom, solved in self.solutions(name, normal):
                replaced = self.replace(term, name, atom, solved)
                if canonical(replaced) not in present and replaced != term:
                    yield _renormalised(replaced, term, normal)
        yield from self.moved_deltas(term)
        yield from self.known_sums(term, normal)

    def known_sums(self, term: Term, normal: Normal) -> Iterator[Term]:
        """Sums that are numbers, whatever the inputs are: Σ y = 1 for a softmax."""
        for node in dict.fromkeys(n for n in subterms(term) if isinstance(n, Reduce) and n.op == "sum" and names(n)):
            if isinstance(node.body, Ref) and node.body.name in self.context.definitions:
                value = self.whole(node).right
                if isinstance(value, Num):
                    yield normal(_exchange(term, node, value)).right

    def solutions(self, name: str, normal: Normal) -> tuple[tuple[Term, Term], ...]:
        """The atoms of a definition's right side that it can be solved for, each with what it is equal to."""
        if (name, normal.deep) not in self.solved:
            self.solved[name, normal.deep] = tuple(self._solutions(name, normal))
        return self.solved[name, normal.deep]

    def _solutions(self, name: str, normal: Normal) -> Iterator[tuple[Term, Term]]:
        definition = self.context.definitions[name]
        quantity = Ref(name, definition.indices)
        body = normal(definition.body).right
        value = quotient(body)
        top, bottom = cleared(value)
        own = key(canonical(quantity))
        atoms = {**value.atoms, own: quantity}
        for atom_key, atom in sorted(value.atoms.items()):
            if isinstance(atom, Num | Size | Const) or not free(quantity) <= free(atom):
                continue
            exponents = {dict(m).get(atom_key, 0) for m in (*top, *bottom)} - {0}
            if len(exponents) != 1:
                continue
            (e,) = exponents
            t0, t1 = _divided(top, atom_key)
            b0, b1 = _divided(bottom, atom_key)  # of degree e in the atom, and in nothing else
            q: Polynomial = {((own, 1),): Fraction(1)}
            above = _minus(t0, multiply(q, b0))
            below = _minus(multiply(q, b1), t1)
            if not above or not below or e < 1:
                continue
            if any(a != own for m in below for a, _ in m) and len(below) > 1:
                continue  # it would divide by something that is not there to be divided by
            yield (power(atom, e) if e > 1 else atom), div(polynomial_term(above, atoms), polynomial_term(below, atoms))
        if (
            isinstance(definition.body, Fun)
            and definition.body.name == "log"
            and isinstance(body, Fun)
            and body.name == "log"
        ):
            if not rational.is_arithmetic(body.args[0]) and free(quantity) <= free(body.args[0]):
                yield body.args[0], Fun("exp", (quantity,))

    def replace(self, term: Term, name: str, atom: Term, solved: Term) -> Term:
        """Put `solved` for `atom` at whatever indices it stands, except in the parts that `solved` keeps."""
        indices = set(self.context.definitions[name].indices)
        frozen = {canonical(n) for n in rational.atoms_of(solved)}

        raised = rational.exponent(atom) if isinstance(atom, Pow) else None
        base, exponent = (atom.base, raised) if isinstance(atom, Pow) and raised is not None else (atom, 1)

        def found_at(node: Node) -> dict[Index, IndexTerm] | None:
            found = match_indices(base, node, indices) if isinstance(node, type(base)) else None
            return found if found is not None and set(found) == indices else None

        def go(node: Node) -> Node:
            if isinstance(node, Term) and canonical(node) in frozen:
                return node
            if exponent > 1 and isinstance(node, Pow) and (n := rational.exponent(node)) and n % exponent == 0:
                found = found_at(node.base)
                if found is not None:
                    return power(substitute(solved, found), n // exponent)  # type: ignore[arg-type]
            if exponent == 1 and (found := found_at(node)) is not None:
                return substitute(solved, found)
            if isinstance(node, Diff):
                return node
            return node.rebuild(tuple(map(go, node.children()))) if node.children() else node

        result = go(term)
        assert isinstance(result, Term)
        return result

    def moved_deltas(self, term: Term) -> Iterator[Term]:
        """A delta between free indices lets either stand for the other in its monomial."""
        value = quotient(term, READABLE)
        deltas = {k: a for k, a in sorted(value.atoms.items()) if isinstance(a, Delta)}
        if len(deltas) > 3 or len(value.top) > 12:
            return
        for name, delta in deltas.items():
            for old, new in ((delta.left, delta.right), (delta.right, delta.left)):
                if not isinstance(old, Index):
                    continue
                parts = []
                for m, c in sorted(value.top.items()):
                    part = polynomial_term({m: c}, value.atoms)
                    if dict(m).get(name) == 1:
                        rest = polynomial_term({tuple(p for p in m if p[0] != name): c}, value.atoms)
                        part = mul(delta, substitute(rest, {old: new}))  # type: ignore[arg-type]
                    parts.append(part)
                below = [power(polynomial_term(p, value.atoms), n) for p, n in value.bottom]
                moved = div(add(*parts), mul(*below)) if below else add(*parts)
                yield self.normal(moved).right


def _renormalised(term: Term, before: Term, normal: Normal) -> Term:
    """The normal form of a term made from another normal one: often nothing but arithmetic is to be done."""
    known = {canonical(a) for a in rational.atoms_of(before)}
    if all(isinstance(a, Ref | Delta | Size | Const) or canonical(a) in known for a in rational.atoms_of(term)):
        return normal_term(term, READABLE)
    return normal(term).right


def _sign(node: Node) -> Node | None:
    """u/|u| as sign(u), which is 0 at 0."""
    if isinstance(node, Div) and isinstance(node.den, Fun) and node.den.name == "abs" and node.den.args[0] == node.num:
        return Fun("sign", (node.num,))
    return None


def _opposite(node: Node) -> Node | None:
    """An indicator as 1 less that of the opposite."""
    if isinstance(node, If) and (node.then, node.other) == (ONE, ZERO) and isinstance(node.cond, Cmp):
        return sub(ONE, If(negation(node.cond), ONE, ZERO))
    return None


def _denominators(term: Term) -> frozenset[Node]:
    """What is divided by, under sums too, whatever the indices."""
    regions = [term, *(c for n in subterms(term) if not rational.is_arithmetic(n) for c in n.children())]
    return frozenset(at_any(d) for r in regions if isinstance(r, Term) for d in rational.denominators(r))


def _exchange(node: Term, old: Term, new: Term) -> Term:
    def go(node: Node) -> Node:
        if isinstance(node, Term) and alpha_equal(node, old):
            return new
        return node.rebuild(tuple(map(go, node.children()))) if node.children() else node

    result = go(node)
    assert isinstance(result, Term)
    return result


def _plain_rational(term: Term) -> bool:
    return all(isinstance(a, Ref | Delta) for a in rational.atoms_of(term))


def _minus(left: Polynomial, right: Polynomial) -> dict[Monomial, Fraction]:
    total = dict(left)
    for m, c in right.items():
        total[m] = total.get(m, Fraction(0)) - c
    return {m: c for m, c in total.items() if c}


def _divided(polynomial: Polynomial, atom: str) -> tuple[Polynomial, Polynomial]:
    """P = P₀ + atom·P₁ as (P₀, P₁)."""
    without = {m: c for m, c in polynomial.items() if atom not in dict(m)}
    with_it = {tuple(p for p in m if p[0] != atom): c for m, c in polynomial.items() if atom in dict(m)}
    return without, with_it
