"""What do several lines rest on?  Parts of proofs that occur more than once, each said once, as a lemma of its own.

Comes in: the theorems of a file's lines.  Goes out: lemmas, and for a part of a proof the tactic that proves it by its lemma.  A
part is stated for all values of its free indices, under the hypotheses that the kernel recorded for it; what is proved below a
derivative, where a quantity varies, stays where it is.  A sweep is printed where it stands, and what it starts from are lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from derive.coq.replay import inferred, is_definitional
from derive.coq.terms import Scope, prop, term
from derive.errors import Unsupported
from derive.expr import Diff, Index, Node, canonical, free, has_equations, names, substitute, subterms
from derive.kernel import Theorem

__all__ = ["NAME", "Fact", "Shared", "occurring"]

NAME = "shared_"
"""What the lemmas are called, with a number."""

_SMALL = 6
"""A part that is not longer than this stays where it is: a lemma costs about as much."""

_LONG = {"ring": 4}
"""How many lines an inference counts for, if not one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A lemma: its name, its statement, its proof."""

    name: str
    statement: tuple[str, ...]
    script: tuple[str, ...]


class Shared:
    """The parts of proofs that occur more than once."""

    def __init__(self, lines: Iterable[Theorem], scope: Scope) -> None:
        self.scope = replace(scope, shared=self)
        self.facts: list[Fact] = []
        known = scope.context.definitions
        self._lines = tuple(t for t in lines if all(known.get(n) == d for n, d in t.context.definitions.items()))
        self._numbers: dict[int, int] = {}
        self._first: list[Theorem] = []
        self._made: dict[int, Fact | None] = {}
        self._wanted = frozenset(self._parts())

    def wants(self, theorem: Theorem, scope: Scope) -> bool:
        """Whether this part of a proof, met in this scope, has a lemma of its own."""
        return not scope.bound and self._numbers.get(id(theorem)) in self._wanted

    def lemma(self, theorem: Theorem, scope: Scope) -> str:
        """The tactic that proves this part of a proof by its lemma; none if it has none."""
        if not self.wants(theorem, scope):
            return ""
        number = self._numbers[id(theorem)]
        if number not in self._made:
            self._made[number] = self._fact(self._first[number])
        fact = self._made[number]
        places = [scope.indices.get(i, "") for i in _free(theorem)]
        if fact is None or not all(place.replace("'", "").isidentifier() for place in places):
            return ""
        first = self._first[number]
        meant = substitute(first.conclusion, dict(zip(_free(first), _free(theorem), strict=True)))
        plain = meant == theorem.conclusion or term(meant, scope) == term(theorem.conclusion, scope)
        if not plain and theorem.conclusion.op not in ("==", "<="):
            return ""
        text = f"({' '.join((fact.name, *places))})" if places else fact.name
        return f"{'rule' if plain else 'rule_same'} {text}."

    def _fact(self, theorem: Theorem) -> Fact | None:
        """The lemma; None where it cannot be written by itself."""
        if any(map(has_equations, (theorem.conclusion, *theorem.hypotheses))):
            return None  # printed as its indices are bound, which differs from place to place
        indices, scope = _free(theorem), replace(self.scope, context=theorem.context)
        letters, given = list[str](), list[str]()
        for index in indices:
            name, scope = scope.binding(index)
            letters.append(name)
            given.append(f"({name} < {scope.dims[index.dim]})%nat ->")
        try:
            given += [f"({prop(h, scope)}) ->" for h in theorem.hypotheses]
            proof = inferred(theorem, scope)
            said = prop(theorem.conclusion, scope)
        except Unsupported:
            return None
        start = [f"forall {' '.join(letters)} : nat,"] if letters else []
        intros = ["intros " + " ".join((*letters, *("?" * len(given)))) + "."] if letters or given else []
        fact = Fact(f"{NAME}{len(self.facts) + 1}", (*start, *given, said), (*intros, *proof))
        self.facts.append(fact)
        return fact

    def _parts(self) -> Iterator[int]:
        """The numbers of those that are worth a lemma."""
        kinds: dict[object, int] = {}
        long: dict[int, int] = {}
        times: Counter[int] = Counter()
        sizes: dict[int, int] = {}
        premises: dict[int, tuple[int, ...]] = {}
        worth: list[Theorem] = []
        for theorem in _from_the_leaves(self._lines):
            if is_definitional(theorem):
                long[id(theorem)] = 1
                continue
            long[id(theorem)] = _LONG.get(theorem.inference, 1) + sum(long[id(p)] for p in _starts(theorem))
            if long[id(theorem)] > _SMALL:
                worth.append(theorem)
        alike = Counter(map(_looks, worth))
        for theorem in worth:
            size, starts = long[id(theorem)], _starts(theorem)
            said = _said(theorem) if alike[_looks(theorem)] > 1 else id(theorem)
            number = self._numbers[id(theorem)] = kinds.setdefault(said, len(kinds))
            if number not in premises:
                self._first.append(theorem)
                parts = tuple(id(p) for p in starts)
                premises[number] = tuple(self._numbers[p] for p in parts if p in self._numbers)
                sizes[number] = size - sum(long[p] for p in parts if p in self._numbers)
                if not _varies(theorem):
                    times.update(premises[number])
        times.update(self._numbers[id(t)] for t in self._lines if id(t) in self._numbers)
        for number, parts in premises.items():  # leaves first
            sizes[number] += sum(1 if times[p] > 1 and sizes[p] > _SMALL else sizes[p] for p in parts)
            if times[number] > 1 and sizes[number] > _SMALL:
                yield number


def occurring(*spoken: Node) -> tuple[Index, ...]:
    """The free indices of these, in the order in which they occur."""
    known = {i for node in spoken for i in free(node)}
    return tuple(dict.fromkeys(n for node in spoken for n in subterms(node) if isinstance(n, Index) and n in known))


def _free(theorem: Theorem) -> tuple[Index, ...]:
    return occurring(theorem.conclusion, *theorem.hypotheses)


def _starts(theorem: Theorem) -> tuple[Theorem, ...]:
    """What is printed with a theorem: not what a sweep starts from."""
    return () if theorem.inference in ("backward", "forward") else theorem.premises


def _looks(theorem: Theorem) -> object:
    """What theorems that say the same have in common, and is seen at once."""
    return tuple((type(side), names(side)) for side in (theorem.left, theorem.right))


def _said(theorem: Theorem) -> object:
    """What a theorem says, whatever its indices are called, and by which definitions: some are cut apart below a sweep."""
    moved = {index: Index(f"i{n}", index.dim) for n, index in enumerate(_free(theorem))}
    sides = tuple(canonical(substitute(side, moved)) for side in (theorem.left, theorem.right))
    given = frozenset(canonical(substitute(h, moved)) for h in theorem.hypotheses)
    spoken = frozenset().union(*map(names, (theorem.conclusion, *theorem.hypotheses)))
    below = frozenset().union(*map(theorem.context.below, spoken))
    return theorem.conclusion.op, sides, given, below.intersection(theorem.context.definitions)


def _varies(theorem: Theorem) -> bool:
    """Whether what it starts from is proved below a derivative."""
    node = theorem.arguments[0]
    return theorem.inference == "congruence" and isinstance(node, Node) and isinstance(node, Diff)


def _from_the_leaves(theorems: Iterable[Theorem]) -> Iterator[Theorem]:
    """All that theorems start from, each once, after what it starts from."""
    seen: set[int] = set()
    stack = list(theorems)
    while stack:
        top = stack[-1]
        waiting = [p for p in _starts(top) if id(p) not in seen]
        stack.extend(waiting)
        if not waiting:
            stack.pop()
            if id(top) not in seen:
                seen.add(id(top))
                yield top
