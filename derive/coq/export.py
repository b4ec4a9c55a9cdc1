"""What does a theory's proof file say?  Its definitions, and of each derivation the lines, one lemma each.

Comes in: derivations over a theory.  Goes out: `File`, the data that a template lays out, and for each derivation that is not in
the fragment the reason why not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from derive.context import Context
from derive.coq import reify, sweeps, witness
from derive.coq.replay import joined, nearby, quantified, script
from derive.coq.shared import NAME, Fact, Shared, occurring
from derive.coq.terms import (
    Lines,
    Scope,
    block,
    function,
    identifier,
    length,
    may_be_empty,
    prop,
    sizes,
    slot,
    term,
    uses,
)
from derive.derivation import Derivation, Step
from derive.errors import Unsupported
from derive.expr import (
    Binder,
    Cmp,
    Diff,
    Formula,
    Index,
    Mul,
    Node,
    Ref,
    Size,
    Term,
    alpha_equal,
    canonical,
    extent,
    free,
    key,
    names,
    substitute,
    subterms,
)  # fmt: skip
from derive.kernel import Theorem
from derive.theory import Definition as Defined

__all__ = ["Claim", "Definition", "File", "Lemma", "Named", "Variables", "file"]


@dataclass(frozen=True, slots=True)
class Definition:
    """A quantity as a function of what its definition uses, and what it is applied to in this theory."""

    name: str
    parameters: str
    body: str
    applied: str


@dataclass(frozen=True, slots=True)
class Variables:
    """Names of one type."""

    names: str
    type: str
    many: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A hypothesis."""

    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class Lemma:
    """A line to the next, or something that is needed for it."""

    name: str
    comment: str
    statement: tuple[str, ...]
    script: tuple[str, ...]
    step: int = 0
    """Which line of the derivation it is, counted from 1; 0: none."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A derivation."""

    name: str
    title: str
    indices: tuple[str, ...]
    hypotheses: tuple[Named, ...]
    lemmas: tuple[Lemma, ...]
    theorem: tuple[str, ...]
    script: tuple[str, ...]
    source: str
    rests: tuple[str, ...] = ()
    """The derivations before it whose theorems it uses."""
    again: str = ""
    """The tactic that may prove it outright, by the differentiator."""
    alike: tuple[str, str] = ("", "")
    """A derivation before it that is about the same derivative, and how its second proof is applied here; or nothing."""
    possible: Lemma | None = None
    """That the hypotheses can be met."""

    @property
    def extras(self) -> tuple[str, ...]:
        """What the proof stands without: that the hypotheses can be met."""
        return () if self.possible is None else (self.possible.name,)

    @property
    def lines(self) -> int:
        """How many lines the derivation has."""
        return sum(bool(lemma.step) for lemma in self.lemmas)


@dataclass(frozen=True, slots=True)
class File:
    """All that is in a theory's file; `missing` says of what is not in it why not."""

    title: str
    section: str
    dims: tuple[str, ...]
    lengths: tuple[Named, ...]
    """That a dimension which is made of others has a position, where that does not follow."""
    definitions: tuple[Definition, ...]
    variables: tuple[Variables, ...]
    claims: tuple[Claim, ...]
    missing: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...] = ()
    """What several lines rest on, each after what it rests on itself."""

    @property
    def shared(self) -> tuple[Fact, ...]:
        """Those that the file's claims need."""
        needed = {fact for claim in self.claims for fact in self.needs(claim)}
        return tuple(fact for fact in self.facts if fact.name in needed)

    def needs(self, said: Claim | Lemma) -> frozenset[str]:
        """The names of what a derivation, or a line of one, rests on."""
        scripts = (said.script, *(lemma.script for lemma in (said.lemmas if isinstance(said, Claim) else ())))
        named = set(_SHARED.findall("\n".join(line for script in scripts for line in script)))
        for fact in reversed(self.facts):
            if fact.name in named:
                named.update(_SHARED.findall("\n".join(fact.script)))
        return frozenset(named)


@dataclass(frozen=True, slots=True)
class Outright:
    """A second proof: whose it is, which of the places in its statement its indices are, in order, and what the derivative is."""

    name: str
    order: tuple[int, ...]
    right: Node


_SHARED = re.compile(rf"\b{NAME}\d+\b")


def file(name: str, title: str, derivations: Sequence[Derivation], reason: Callable[[Step], str]) -> File:
    """The file of these derivations: those over the same definitions, with what sweeps add to these."""
    scope, definitions = _written(scope_of(derivations))
    shared = Shared((t for d in derivations for t in _printed(d)), scope)
    scope = replace(scope, shared=shared)
    claims, missing = list[Claim](), list[tuple[str, str]]()
    taken = {*scope.base.values(), *scope.dims.values(), *(f"{d.name}_of" for d in definitions)}
    section = identifier(f"{name.replace('-', '_')}_theory", taken)
    taken.add(section)
    cotangents: dict[int, str] = {}
    outright: dict[object, Outright] = {}
    for derivation in derivations:
        wanted = identifier(derivation.name.replace("-", "_"), taken)
        taken.add(wanted)
        try:
            inside = _about(derivation, replace(scope, cotangents=dict(cotangents)))
            claims.append(_claim(derivation, wanted, inside, reason, outright))
        except Unsupported as unknown:
            missing.append((derivation.name, unknown.message))
        else:
            cotangents.update(dict.fromkeys(map(id, _beginnings(derivation.theorem)), wanted))
    return File(
        title,
        section,
        named(scope),
        tuple(Named(f"length{n}", text) for n, text in enumerate(_lengths(scope), 1)),
        definitions,
        tuple(_variables(scope)),
        tuple(claims),
        tuple(missing),
        tuple(shared.facts),
    )


def _printed(derivation: Derivation) -> Iterator[Theorem]:
    """The theorems whose proofs are written out."""
    for each in (*derivation.parts, derivation):
        yield from (step.theorem for step in each.steps)
    if not derivation.steps:
        yield derivation.theorem


# ------------------------------------------------------------------------------------------------------ the scope


def _every(theorems: Iterable[Theorem]) -> Iterator[Theorem]:
    seen: set[int] = set()
    waiting = list(theorems)
    while waiting:
        theorem = waiting.pop()
        if id(theorem) not in seen:
            seen.add(id(theorem))
            yield theorem
            waiting.extend(theorem.premises)


def _every_definition(derivations: Sequence[Derivation]) -> Context:
    """What all of them define, cotangents and tangents after what these are made of; the first that has a name keeps it."""
    found: dict[str, Defined] = {}
    for derivation in derivations:
        for name, definition in derivation.theorem.context.definitions.items():
            found.setdefault(name, definition)
    return Context(found)


def _about(derivation: Derivation, scope: Scope) -> Scope:
    """The scope in which a derivation's own definitions hold; Unsupported if a name means something else in the file."""
    own, every = derivation.theorem.context, scope.context.definitions
    said = (f for t in _spoken(derivation) for f in (t.conclusion, *t.hypotheses))
    inputs = frozenset().union(*map(names, said)) - own.definitions.keys()
    if any(every[n] != d for n, d in own.definitions.items()) or not inputs.isdisjoint(every):
        raise Unsupported("it is about other definitions than the rest of the file")
    return replace(scope, context=own)


def _spoken(derivation: Derivation) -> tuple[Theorem, ...]:
    """The theorems whose statements stand in the file."""
    return (derivation.theorem, *(s.theorem for d in (*derivation.parts, derivation) for s in d.steps))


def _beginnings(theorem: Theorem) -> Iterator[Theorem]:
    """The theorem and those before it that say of the same derivative what else it is."""
    yield theorem
    if theorem.inference in ("discharge", "transitivity"):
        yield from _beginnings(theorem.premises[0])


def scope_of(derivations: Sequence[Derivation]) -> Scope:
    """Names for all that these derivations speak of."""
    context = _every_definition(derivations)
    ranks: dict[str, int] = {}
    dims: dict[str, None] = {}
    theorems = list(_every(d.theorem for d in derivations)) + list(
        _every(s.theorem for d in derivations for s in (*d.steps, *(s for p in d.parts for s in p.steps)))
    )
    spoken: list[Node] = [d.body for d in context.definitions.values()]
    spoken += dict.fromkeys(f for t in theorems for f in (t.conclusion, *t.hypotheses))
    seen: set[Node] = set()
    waiting = list(reversed(spoken))
    for definition in context.definitions.values():
        ranks[definition.name] = len(definition.indices)
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        waiting.extend(node.children())
        if isinstance(node, Ref):
            ranks.setdefault(node.name, len(node.indices))
        if isinstance(node, Binder):
            dims.setdefault(node.index.dim)
        if isinstance(node, Size | Index):
            dims.setdefault(node.dim)
    base: dict[str, str] = {}
    simple: dict[str, str] = {}
    for each in dict.fromkeys(name for dim in dims for name, _ in extent(dim)[0]):
        simple[each] = identifier(each, simple.values())
    for each in sorted(ranks):
        base[each] = identifier(each, (*simple.values(), *base.values()))
    return Scope(context, base, {**simple, **{each: length(each, simple) for each in dims}}, ranks, {}, {})


def named(scope: Scope) -> tuple[str, ...]:
    """What the dimensions are called that are not made of others."""
    return tuple(text for dim, text in scope.dims.items() if extent(dim) == (((dim, 1),), 0))


def _lengths(scope: Scope) -> Iterator[str]:
    for dim, text in scope.dims.items():
        if may_be_empty(dim):
            yield f"(0 < {text})%nat"


def _type(rank: int) -> str:
    return "nat -> " * rank + "R"


def _written(scope: Scope) -> tuple[Scope, tuple[Definition, ...]]:
    """The definitions that can be written, and a scope that knows which cannot."""
    made: list[Definition] = []
    for definition in scope.context.definitions.values():
        inside, names = scope, list[str]()
        for index in definition.indices:
            name, inside = inside.binding(index)
            names.append(name)
        parts = [scope.dims[d] for d in sizes(definition.body)]
        text = f" ({' '.join(parts)} : nat)" if parts else ""
        for used in uses(definition.body):
            text += f" ({scope.base[used]} : {_type(scope.ranks[used])})"
        text += f" ({' '.join(names)} : nat)" if names else ""
        try:
            body = term(definition.body, replace(inside, context=Context({})))
        except Unsupported as unknown:
            scope = replace(scope, unknown={**scope.unknown, definition.name: unknown.message})
            continue
        made.append(Definition(scope.base[definition.name], text, body, scope.function(definition.name)))
    return scope, tuple(made)


def _variables(scope: Scope) -> Iterator[Variables]:
    if dims := named(scope):
        yield Variables(" ".join(dims), "nat", len(dims) > 1)
    inputs = [n for n in scope.ranks if n not in scope.context.definitions]
    for rank in sorted({scope.ranks[n] for n in inputs}):
        names = [scope.base[n] for n in inputs if scope.ranks[n] == rank]
        yield Variables(" ".join(names), _type(rank), len(names) > 1)


# ------------------------------------------------------------------------------------------------- a derivation


def _loose(derivation: Derivation) -> list[Index]:
    """The indices that a derivation is about, in the order in which its section names them."""
    spoken = _spoken(derivation)
    return sorted({i for t in spoken for f in (t.conclusion, *t.hypotheses) for i in free(f)}, key=key)


def _alike(derivation: Derivation, name: str, outright: dict[object, Outright], scope: Scope) -> tuple[str, str]:
    """What is known of the same derivative, in the letters used here; if nothing is, this is for those that come after."""
    left, given = derivation.statement.left, derivation.theorem.hypotheses
    multiple = isinstance(left, Mul) and derivation.kind == "vjp"
    derivative = left.args[-1] if isinstance(left, Mul) and multiple else left
    if not isinstance(derivative, Diff):
        return "", ""
    places = occurring(derivative, *given)
    moved = {index: Index(f"i{n}", index.dim) for n, index in enumerate(places)}
    about, *held, right = (canonical(substitute(n, moved)) for n in (derivative, *given, _right(derivation.statement)))
    order = tuple(places.index(i) for i in _loose(derivation) if i in places)
    before = outright.setdefault((about, frozenset(held)), Outright(name, order, right))
    if before.name == name:
        return "", ""
    how = "times" if multiple else "as" if right == before.right else "from"
    return (
        before.name,
        f"{how} ({' '.join((f'{before.name}_outright', *(scope.indices[places[n]] for n in before.order)))})",
    )


def _claim(
    derivation: Derivation, name: str, scope: Scope, reason: Callable[[Step], str], outright: dict[object, Outright]
) -> Claim:
    indices: list[str] = []
    ranges: list[Named] = []
    for index in _loose(derivation):
        text, scope = scope.binding(index)
        indices.append(text)
        ranges.append(Named(f"{text}_in", f"({text} < {scope.dims[index.dim]})%nat"))
    stated = [Named(f"given{n}", prop(h, scope)) for n, h in enumerate(derivation.theorem.hypotheses, 1)]
    known = {canonical(h) for h in derivation.theorem.hypotheses}
    sides = Sides(derivation.theorem, known, name, scope)
    lemmas: list[Lemma] = []
    proved: dict[int, str] = {}
    for part in derivation.parts:
        own = replace(scope, context=part.theorem.context)
        lines = list(_lines(part, f"{name}_{_through(part, scope)}", own, sides, reason))
        lemmas += lines
        if part.steps:
            proved[id(part.theorem)] = _joint(part.steps, lines)
    scope = replace(scope, proved=proved)
    lines = list(_lines(derivation, name, scope, sides, reason))
    theorem, proof = _theorem(derivation, lines, sides, scope)
    lemmas = _counted([*lemmas, *lines, *sides.fresh()])
    again = _again(derivation, scope)
    alike = _alike(derivation, name, outright, scope) if again else ("", "")
    return Claim(
        name, derivation.title or derivation.name, tuple(indices), (*ranges, *stated), tuple(lemmas), theorem, tuple(proof),
        derivation.name, _rests(derivation.theorem, scope), again, alike,
        _possible(derivation, name, indices, scope),
    )  # fmt: skip


def _lines(
    derivation: Derivation, name: str, scope: Scope, sides: Sides, reason: Callable[[Step], str]
) -> Iterator[Lemma]:
    """A lemma for each line, after what it needs."""
    for n, step in enumerate(derivation.steps, 1):
        needed = sides.needed(step.theorem)
        lines = [f"pose proof {lemma}." for lemma in needed] + script(step.theorem, scope)
        yield from sides.fresh()
        yield Lemma(f"{name}_{n}_{step.rule}", reason(step), _sides(step.theorem.conclusion, scope), tuple(lines), n)


def _counted(lemmas: Iterable[Lemma]) -> list[Lemma]:
    """The lines numbered from the first to the last, those of parts included."""
    count, found = 0, list[Lemma]()
    for lemma in lemmas:
        count += bool(lemma.step)
        found.append(replace(lemma, step=count) if lemma.step else lemma)
    return found


def _through(part: Derivation, scope: Scope) -> str:
    """The quantity through which a part passes something on."""
    derivative = next(n for n in subterms(part.statement.left) if isinstance(n, Diff))
    passed = derivative.expr if part.kind == "vjp" else derivative.var
    assert isinstance(passed, Ref)
    return scope.base[passed.name]


def _rests(theorem: Theorem, scope: Scope) -> tuple[str, ...]:
    """The theorems about cotangents that a proof uses, and those that these use."""
    known = (adjoint for each in _every((theorem,)) for adjoint in sweeps.adjoints(each))
    return tuple(dict.fromkeys(n for adjoint in known if (n := scope.cotangents.get(id(adjoint)))))


def _joint(steps: Sequence[Step], lemmas: Iterable[Lemma]) -> str:
    """The lines as one proof, from the first side to the last."""
    named, op = [lemma.name for lemma in lemmas if lemma.step], steps[-1].relation
    joint, ops = named[-1], {"==": "eq", "<": "lt", "<=": "le", "!=": "ne"}
    for step, lemma in zip(reversed(steps[:-1]), reversed(named[:-1]), strict=True):
        joint = f"({ops[step.relation]}_{ops[op]} _ _ _ {lemma} {joint})"
        op = joined(step.relation, op)
    return joint


def _differentiated(derivation: Derivation) -> Diff | None:
    """What the theorem is about: a derivative as it stands, or for a VJP that of the weighted sum; None if about none."""
    left = derivation.statement.left
    if derivation.statement.op != "==":
        return None
    if isinstance(left, Diff):
        return left
    assert isinstance(left, Term)
    found = sweeps.weighted(left, derivation.theorem.context) if derivation.kind == "vjp" else None
    return None if found is None else Diff(found[1], found[0])


_PATIENCE = 3
"""How many seconds a second proof of a VJP or JVP is looked for: most take a tenth of one."""


def _again(derivation: Derivation, scope: Scope) -> str:
    """The tactic for a proof outright; none where there is no word for something."""
    left, derivative = derivation.statement.left, _differentiated(derivation)
    assert isinstance(left, Term)
    try:
        if derivative is left:
            return reify.proof(derivative, scope)
        if derivative is not None:
            return f"timeout {_PATIENCE} {reify.proof(derivative, scope)}"
        ways = sweeps.sources(left) if derivation.kind == "jvp" else None
        return "" if ways is None else f"timeout {_PATIENCE} {reify.along(*ways, scope)}"
    except Unsupported:
        return ""


def _possible(derivation: Derivation, name: str, indices: Sequence[str], scope: Scope) -> Lemma | None:
    """That the hypotheses can be met, by numbers that meet them."""
    if not derivation.theorem.hypotheses:
        return None
    chosen = witness.found(derivation, scope.ranks, scope.dims)
    if chosen is None:
        return None
    shapes, places = chosen
    bound = {n: scope.base[n] for n in shapes}
    inside = replace(scope, bound={**bound})
    stated = " /\\ ".join(f"({prop(h, inside)})" for h in derivation.theorem.hypotheses)
    ranges = "".join(f"({scope.indices[i]} < {scope.dims[i.dim]})%nat /\\ " for i in places)
    large = "".join(f"(2 <= {d})%nat /\\ " for d in named(scope))
    large += "".join(f"{text} /\\ " for text in _lengths(scope))
    variables = "".join(f" ({d} : nat)" for d in named(scope))
    variables += "".join(f" ({bound[n]} : {_type(scope.ranks[n])})" for n in shapes)
    variables += "".join(f" ({scope.indices[i]} : nat)" for i in places)
    values = [f"{witness.SIZE}%nat" for _ in named(scope)]
    values += [_array(shape.text, scope.ranks[n]) for n, shape in shapes.items()]
    values += [f"{place}%nat" for place in places.values()]
    statement = f"exists{variables}," if variables else ""
    lines = (f"exists {', '.join(values)}." if values else "idtac.", "witness.")
    return Lemma(f"{name}_possible", "", (statement, f"{large}{ranges}{stated}"), lines)


def _array(text: str, rank: int) -> str:
    """A function of as many indices."""
    letters = [f"i{n}" for n in range(rank)]
    body = text.format(last=letters[-1] if letters else "", sum=" + ".join(letters))
    return f"(fun {' '.join(letters)} => {body})" if letters else f"({body})"


class Sides:
    """What lines need and the theorem discharges: each a lemma of its own, when it is first needed."""

    def __init__(self, theorem: Theorem, known: set[Node], name: str, scope: Scope) -> None:
        self.known, self.name, self.scope = known, name, scope
        self.proofs: dict[Node, tuple[Formula, Theorem]] = {}
        for each in _every((theorem,)):
            if each.inference == "discharge":
                _, hypothesis, premise = each.arguments
                assert isinstance(hypothesis, Formula) and isinstance(premise, Theorem)
                self.proofs.setdefault(canonical(hypothesis), (hypothesis, premise))
        self.lemmas: dict[Node, str] = {}
        self.made: list[Lemma] = []

    def needed(self, theorem: Theorem) -> list[str]:
        """The lemmas that give the hypotheses of `theorem`."""
        return [lemma for h in theorem.hypotheses if (lemma := self.lemma(h))]

    def lemma(self, hypothesis: Formula) -> str:
        """The lemma that gives a hypothesis; none if it stands among those of the claim, or nothing is known of it."""
        canon = canonical(hypothesis)
        if canon in self.known or canon not in self.proofs:
            return ""
        if canon not in self.lemmas:
            shown, premise = self.proofs[canon]
            self.lemmas[canon] = ""
            before = self.needed(premise)
            lines = [f"pose proof {lemma}." for lemma in before] + quantified(shown, premise, self.scope)
            self.lemmas[canon] = f"{self.name}_needs_{sum(map(bool, self.lemmas.values())) + 1}"
            self.made.append(Lemma(self.lemmas[canon], "", (prop(shown, self.scope),), tuple(lines)))
        return self.lemmas[canon]

    def fresh(self) -> list[Lemma]:
        """Those made since the last time."""
        made, self.made = self.made, []
        return made


def _sides(statement: Cmp, scope: Scope) -> tuple[str, ...]:
    left, relation = prop(statement, scope), {"==": "=", "!=": "<>"}.get(statement.op, statement.op)
    assert isinstance(statement.left, Term) and isinstance(statement.right, Term)
    left, right = term(statement.left, scope), term(statement.right, scope)
    return (left, f"{relation} {right}")


def _theorem(
    derivation: Derivation, lemmas: Sequence[Lemma], sides: Sides, scope: Scope
) -> tuple[tuple[str, ...], Lines]:
    """The statement, a derivative with its existence where it is about one, and how the lines make it."""
    statement, context = derivation.statement, derivation.theorem.context
    left = statement.left
    needed = [f"pose proof {lemma}." for lemma in sides.needed(derivation.theorem)]
    needed += [f"pose proof {lemma}." for h in context.defined(left) if (lemma := sides.lemma(h))]
    needed = list(dict.fromkeys(needed))
    if not derivation.steps:
        return _sides(statement, scope), [*needed, *script(derivation.theorem, scope)]
    exact = f"exact {_joint(derivation.steps, lemmas)}."
    if statement.op != "==":
        return _sides(statement, scope), [*needed, exact]
    right = f"({term(_right(statement), scope)})"
    assert isinstance(left, Term)
    if (derivative := _differentiated(derivation)) is not None:
        what = f"is_pd {slot(derivative.var, scope)} {function(derivative.expr, derivative.var, scope)}"
        if derivative is left:
            return (what, right), [*needed, "apply is_pd_intro.", *block(_exists(derivative, derivation, scope)), exact]
        return (what, right), [*needed, f"apply (is_pd_eq _ _ ({term(left, scope)}) _).", "{ weighted. }", exact]
    if derivation.kind == "jvp" and (ways := sweeps.sources(left)):
        what = f"is_pd (at0 0) {sweeps.line(*ways, scope)}"
        along = [f"apply (eq_eq _ ({term(left, scope)}) _).", *block(sweeps.along(*ways, scope))]
        return (what, right), [*needed, "apply is_pd_intro.", "{ dex. }", *along, exact]
    return _sides(statement, scope), [*needed, exact]


def _exists(left: Diff, derivation: Derivation, scope: Scope) -> Lines:
    """That a derivative exists; of a derivative by way of its closed form, which the proof has put in its place."""
    if not any(isinstance(n, Diff) for n in subterms(left.expr)):
        return ["dex."]
    for theorem in _every((*(s.theorem for s in derivation.steps), derivation.theorem)):
        if theorem.inference == "congruence" and alpha_equal(theorem.left, left):
            premise = theorem.premises[0]
            if not any(isinstance(n, Diff) for n in subterms(premise.right)):
                return [*nearby(left, premise, scope, "ex_ext"), "dex."]
    raise Unsupported("a second derivative without the closed form of the first is not in the fragment")


def _right(statement: Cmp) -> Term:
    assert isinstance(statement.right, Term)
    return statement.right
