"""How are the derivatives of a long chain found at once?  Reverse and forward mode on the graph of definitions.

Comes in: an engine and an output.  Goes out: a `Sweep`, a definition and a theorem for the cotangent (or the tangent) of
every quantity at which the graph is cut and of every input, each in closed form in terms of those before it.  The graph is
cut where new inputs enter and where a quantity is used twice; between two cuts the closed forms are those that short
theories have.  Nothing is expanded, so the work grows as the chain does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property

from derive import kernel
from derive.context import Context
from derive.conversion import by_arithmetic, chained, children, written_as
from derive.derivation import Derivation, Step
from derive.errors import Error
from derive.expr import (
    ONE,
    Binder,
    Cmp,
    Delta,
    Diff,
    Index,
    Lambda,
    Mul,
    Node,
    Reduce,
    Ref,
    Term,
    add,
    alpha_equal,
    fresh,
    mul,
    names,
    rewrite_nodes,
    substitute,
    subterms,
    unshadowed,
)
from derive.kernel import Theorem
from derive.program import Closed, unused
from derive.rules import rules
from derive.strategy.differentiate import has_derivative
from derive.strategy.engine import DISCRETE, Engine, reaching
from derive.strategy.explain import rules_used
from derive.strategy.writing import cost
from derive.theory import Assumption, Definition, Item, Quantity, Theory

__all__ = [
    "Graph",
    "Sweep",
    "adjoints",
    "derivative",
    "edges",
    "every",
    "graph",
    "hvp",
    "is_long",
    "jacobian",
    "jvp",
    "tangents",
    "vjp",
    "walk",
    "written",
]

LEVELS, STRETCH = 5, 2
"""Definitions one on another in a short theory; and between two cuts of a long one."""
SHORTER = 2 / 3
"""How much a closed form has to gain for leaving out a node between: softmax with cross-entropy does."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """The definitions below an output, in order, and what there is to know of each before the graph is cut."""

    bodies: Mapping[str, Term]
    levels: Mapping[str, int]
    """How many definitions stand one on another up to here."""
    serial: Mapping[str, int]
    """How many times in a row new inputs have entered up to here."""
    layers: frozenset[str]
    """Where new inputs enter, or a sum mixes inputs with what is defined: the layers of a network."""
    uses: Mapping[str, int]


def _shape(theory: Theory, of: str) -> _Shape:
    every = {d.name: d.body for d in theory.definitions}
    needed = {of}
    for d in reversed(theory.definitions):
        if d.name in needed:
            needed |= names(d.body)
    bodies = {n: body for n, body in every.items() if n in needed}
    inputs = {q.name for q in theory.inputs}
    levels: dict[str, int] = {}
    serial: dict[str, int] = {}
    used: dict[str, frozenset[str]] = {}
    layers = set()
    for name, body in bodies.items():
        below = names(body)
        earlier = frozenset().union(*(used.get(n, frozenset()) for n in below))
        own = frozenset(below & inputs)
        entering = bool(own - earlier)
        used[name] = own | earlier
        levels[name] = 1 + max((levels.get(n, 0) for n in below), default=0)
        serial[name] = (entering and name != of) + max((serial.get(n, 0) for n in below), default=0)
        if entering or any(
            isinstance(n, Reduce) and names(n) & inputs and names(n) & bodies.keys() for n in subterms(body)
        ):
            layers.add(name)
    uses = Counter(n for body in bodies.values() for n in names(body))
    return _Shape(bodies, levels, serial, frozenset(layers), uses)


def is_long(theory: Theory, of: str) -> bool:
    """Whether the derivatives of `of` are better found by sweeps than as single closed forms."""
    shape = _shape(theory, of)
    if any(map(has_derivative, shape.bodies.values())):  # in a piece of the graph it would mean something else
        return False
    return shape.serial[of] >= 2 or shape.levels[of] > LEVELS


def cuts(theory: Theory, of: str) -> tuple[str, ...]:
    """The quantities below `of` at which its graph is cut, in order of definition."""
    shape = _shape(theory, of)
    found: list[str] = []
    since: dict[str, int] = {}  # how many definitions stand one on another since the last cut
    for name, body in shape.bodies.items():
        depth = 1 + max((since.get(n, 0) for n in names(body)), default=0)
        shared = shape.uses[name] > 1 and (shape.serial[name] > 0 or depth >= STRETCH)
        if name != of and (name in shape.layers or shared or depth > STRETCH):
            found.append(name)
            depth = 0
        since[name] = depth
    return tuple(found)


@dataclass(eq=False)
class Graph:
    """A theory's graph below one output, cut into pieces that have an engine each."""

    engine: Engine
    of: str
    cut: tuple[str, ...]
    parts: dict[str, Engine] = field(default_factory=dict)

    def part(self, name: str) -> Engine:
        """The engine of one piece: the definitions from `name` down to the next cuts, which are inputs there."""
        if name not in self.parts:
            bodies = self.engine.theory.bodies
            kept: set[str] = set()
            waiting = [name]
            while waiting:
                here = waiting.pop()
                if here not in kept and here in bodies and (here == name or here not in self._cut):
                    kept.add(here)
                    waiting.extend(names(bodies[here]))
            self.parts[name] = _piece(self.engine, frozenset(kept))
        return self.parts[name]

    @cached_property
    def _cut(self) -> frozenset[str]:
        return frozenset(self.cut)

    @cached_property
    def consumers(self) -> Mapping[str, tuple[str, ...]]:
        """By quantity the pieces that use it directly."""
        found: dict[str, list[str]] = {}
        for name in (*self.cut, self.of):
            part = self.part(name).context
            for used in part.below(name) - part.definitions.keys():
                found.setdefault(used, []).append(name)
        return {name: tuple(pieces) for name, pieces in found.items()}

    def at(self, name: str) -> Ref:
        """A quantity at the indices of its definition, an input at letters that no definition uses."""
        return self.engine.reference(name)

    def bar(self, name: str) -> str:
        """What the cotangent of a quantity is called."""
        return self.engine.bar(name)

    def dot(self, name: str) -> str:
        """What the tangent of a quantity is called."""
        return self.engine.dot(name)

    def apart(self, name: str, output: str) -> Ref:
        """A quantity at indices that the definition of `output` does not have."""
        return self.part(output).beside(self.at(output), name)


def _piece(engine: Engine, kept: frozenset[str]) -> Engine:
    """The engine of these definitions alone, the same for all graphs that have them in one piece."""
    if kept not in engine.pieces:
        engine.pieces[kept] = Engine(_about(engine.theory, kept), engine.theory.quantities)
    return engine.pieces[kept]


def _about(theory: Theory, kept: frozenset[str]) -> Theory:
    """The part of a theory that speaks of these definitions: with them, and with what is assumed of what they use."""
    used = kept.union(*(names(theory.bodies[n]) for n in kept))
    items: list[Item] = []
    for item in theory.items:
        if isinstance(item, Definition):
            said = item.name in kept
        else:
            said = not isinstance(item, Assumption) or not used.isdisjoint(names(item.formula))
        if said:
            items.append(item)
    assumed = (names(i.formula) for i in items if isinstance(i, Assumption))
    of_interest = used.union(*assumed)
    quantities = {n: q for n, q in theory.quantities.items() if n in of_interest}
    return replace(theory, items=tuple(items), quantities=quantities)


@dataclass(frozen=True, eq=False)
class Sweep:
    """What one sweep over the graph found.

    `definitions` are those of the cotangents (or tangents), in an order in which they can be computed; `theorems` say by
    quantity what they are, in `context`, which has the definitions added; so has `theory`.  `parts` says by quantity what each
    is the sum of: through which other one something arrives, and how that comes to its closed form.
    """

    theory: Theory
    context: Context
    definitions: tuple[Definition, ...]
    theorems: Mapping[str, Theorem]
    parts: Mapping[str, tuple[tuple[str, Derivation], ...]] = field(default_factory=dict)


def graph(engine: Engine, of: str, wrt: Iterable[str]) -> Graph:
    """The graph below `of`, cut also at those of `wrt` that are defined."""
    found = cuts(engine.theory, of)
    defined = [d.name for d in engine.theory.definitions if d.name in wrt or d.name in found]
    return Graph(engine, of, tuple(n for n in defined if n != of))


Partials = list[tuple[str, Derivation]]
"""What is added up for one node: the quantities that it passes through, each with the closed form of what it contributes."""


@reaching
def adjoints(pieces: Graph, wrt: tuple[str, ...], unit: bool = False) -> Sweep:
    """The cotangent of every cut below the output and of every quantity of `wrt`; with `unit` the output's own is 1."""
    nodes = (*reversed(pieces.cut), *(w for w in wrt if w not in pieces.cut))
    return _back(pieces.engine, pieces.of, [(pieces.at(n), _passed_back(pieces, n)) for n in nodes], unit)


@reaching
def every(engine: Engine, of: str, wrt: tuple[str, ...]) -> Sweep:
    """The cotangent of every quantity below `of`, from those of what uses it; past these where that is much shorter."""
    coarse, fine = graph(engine, of, wrt), graph(engine, of, _shape(engine.theory, of).bodies)
    nodes: list[tuple[Ref, Partials]] = []
    for name in (*reversed(fine.cut), *(w for w in wrt if w not in fine.cut)):
        parts = _passed_back(fine, name)
        if name in (*coarse.cut, *wrt):
            past = _passed_back(coarse, name)
            parts = past if _cost(past) < SHORTER * _cost(parts) else parts
        nodes.append((fine.at(name), parts))
    return _back(engine, of, nodes)


def _cost(parts: Partials) -> float:
    return sum(cost(d.result) for _, d in parts)


def _passed_back(pieces: Graph, name: str) -> Partials:
    """What each piece that uses a quantity passes back to it."""
    return [(c, pieces.part(c).vjp(c, name, pieces.at(name))) for c in pieces.consumers.get(name, ())]


def _back(engine: Engine, of: str, nodes: Iterable[tuple[Ref, Partials]], unit: bool = False) -> Sweep:
    """A definition and a theorem for the cotangent of each node, in this order."""
    made = [
        (_definition_of(engine, engine.bar(var.name), var, add(*(d.theorem.right for _, d in parts))), var, parts)
        for var, parts in nodes
        if parts
    ]
    first = (_definition_of(engine, engine.bar(of), Ref(of), ONE),) if unit else ()
    sweep = _swept(engine, (*first, *(d for d, _, _ in made)))
    theorems: dict[str, Theorem] = {}
    for definition, var, parts in made:
        between = tuple((c, engine.bar(c), d.theorem, theorems.get(c)) for c, d in parts)
        step = kernel.backward(sweep.context, of, engine.bar(of), var, between)
        theorems[var.name] = _named(sweep.context, step, definition)
    return replace(sweep, theorems=theorems, parts={v.name: tuple(parts) for _, v, parts in made})


@reaching
def tangents(pieces: Graph, wrt: tuple[str, ...]) -> Sweep:
    """The tangent of every cut and of the output itself, from those of the quantities of `wrt`."""
    engine, of = pieces.engine, pieces.of
    made: list[tuple[str, Definition, Partials]] = []
    order = {name: n for n, name in enumerate((*wrt, *(c for c in pieces.cut if c not in wrt)))}
    reached = set(wrt)
    for name in (*(c for c in pieces.cut if c not in wrt), of):
        direct = sorted((pieces.part(name).context.below(name) & reached) - {name}, key=order.__getitem__)
        parts = [(n, pieces.part(name).jvp(name, n)) for n in direct]
        if parts:
            reached.add(name)
            body = add(*(d.theorem.right for _, d in parts))
            made.append((name, _definition_of(engine, pieces.dot(name), pieces.at(name), body), parts))
    sweep = _swept(engine, tuple(d for _, d, _ in made))
    if not made or made[-1][0] != of:
        return sweep
    steps = tuple(
        (n, tuple((pieces.apart(m, n), p.theorem) for m, p in parts), None if n == of else _naming(sweep.context, d))
        for n, d, parts in made
    )
    sources = tuple((engine.beside(pieces.at(of), w), pieces.dot(w)) for w in wrt)
    theorem = kernel.forward(sweep.context, sources, steps)
    return replace(sweep, theorems={of: _named(sweep.context, theorem, made[-1][1])}, parts={of: tuple(made[-1][2])})


def _naming(context: Context, definition: Definition) -> Theorem:
    """A definition from right to left."""
    return kernel.symmetry(context, kernel.unfold(context, Ref(definition.name, definition.indices)))


def edges(engine: Engine) -> Mapping[tuple[str, str], Cmp | None]:
    """The graph of definitions: (what is used, what uses it), and the derivative of the one by the other, all else held fixed.

    None where nothing is differentiated, because of its type or because the calculus does not reach.
    """
    definitions = engine.theory.definitions
    apart = Graph(engine, definitions[-1].name if definitions else "", tuple(d.name for d in definitions))
    found: dict[tuple[str, str], Cmp | None] = {}
    for d in definitions:
        own = Ref(d.name, d.indices)
        for used in dict.fromkeys(n.name for n in subterms(d.body) if isinstance(n, Ref)):
            found[used, d.name] = None
            part = apart.part(d.name) if len(definitions) > 1 else engine  # which knows its derivatives already
            with suppress(Error):
                if engine.theory.quantities[used].type not in DISCRETE:
                    derivation = part.derivative(own, written(part, used, (d.name,), part.beside(own, used)))
                    found[used, d.name] = derivation.statement
    return found


def written(engine: Engine, name: str, users: Iterable[str], otherwise: Ref | None = None) -> Ref:
    """A quantity as the definitions of its users write it, if they all do so in the same way."""
    ways: dict[tuple[object, ...], Ref] = {}
    for user in users:
        definition = engine.context.definitions[user]
        for node in subterms(definition.body):
            if isinstance(node, Ref) and node.name == name:
                ways.setdefault(tuple(i if i in definition.indices else None for i in node.indices), node)
    plain = len(ways) == 1 and all(isinstance(i, Index) for r in ways.values() for i in r.indices)
    return next(iter(ways.values())) if plain else otherwise or engine.reference(name)


@dataclass(frozen=True)
class Rows:
    """A Jacobian: cotangents for every row at once, and where each of its blocks is."""

    definitions: tuple[Definition, ...]
    closed: Mapping[str, Closed]


def jacobian(pieces: Graph, back: Sweep) -> Rows:
    """All cotangents once more, for each unit cotangent of the output: an index more for each of its axes."""
    engine, output = pieces.engine, pieces.at(pieces.of)
    taken = {i.name for d in back.definitions for n in (d.body, *d.indices) for i in _indices(n)}
    rows: list[Index] = []
    for index in output.indices:
        assert isinstance(index, Index)
        rows.append(fresh(index.dim, {*taken, *(r.name for r in rows)}))
    ending = "_rows" if rows else "_grad"
    called = {pieces.bar(n): unused(n + ending, engine.theory.quantities) for n in engine.theory.quantities}
    unit = mul(*(Delta(i, r) for i, r in zip(output.indices, rows, strict=True)))
    change = {pieces.bar(pieces.of): Lambda(tuple(i for i in output.indices if isinstance(i, Index)), unit)}
    for d in back.definitions:
        change[d.name] = Lambda(d.indices, Ref(called[d.name], (*rows, *d.indices)))
    made = []
    for d in back.definitions:
        body = rewrite_nodes(substitute(d.body, quantities=change), _without_one)
        assert isinstance(body, Term)
        made.append(replace(d, name=called[d.name], indices=(*rows, *d.indices), body=body))
    closed = {}
    for name in back.theorems:
        at = pieces.at(name)
        axes = tuple(i for i in (*rows, *at.indices) if isinstance(i, Index))
        closed[name] = Closed(axes, Ref(called[pieces.bar(name)], axes))
    return Rows(tuple(made), closed)


def _without_one(node: Node) -> Node | None:
    return mul(*(f for f in node.args if f != ONE)) if isinstance(node, Mul) and ONE in node.args else None


def _indices(node: Node) -> Iterator[Index]:
    for n in subterms(node):
        if isinstance(n, Index):
            yield n
        elif isinstance(n, Binder):
            yield n.index


def _swept(engine: Engine, definitions: tuple[Definition, ...]) -> Sweep:
    theory = engine.theory
    named = {d.name: Quantity(d.name, "Real", tuple(i.dim for i in d.indices)) for d in definitions}
    wider = replace(theory, items=(*theory.items, *definitions), quantities={**theory.quantities, **named})
    context = Context({**engine.context.definitions, **{d.name: d for d in definitions}})
    return Sweep(wider, context, definitions, {})


def _definition_of(engine: Engine, name: str, at: Ref, body: Term) -> Definition:
    indices = tuple(i for i in at.indices if isinstance(i, Index))
    return Definition(name, indices, body, engine.theory.definitions[-1].place, auxiliary=True)


def _named(context: Context, step: Theorem, definition: Definition) -> Theorem:
    """The step's right side by the name that it was given."""
    unfolded = kernel.unfold(context, Ref(definition.name, definition.indices))
    same = by_arithmetic(context, step.right, unfolded.right)
    assert same is not None
    result = chained(context, step, same, kernel.symmetry(context, unfolded))
    assert result is not None
    return result


# ------------------------------------------------------------------------------------------------- as derivations


def vjp(engine: Engine, of: str, wrt: str) -> Derivation:
    """The cotangent of `wrt` in terms of those of what uses it, which stand among the definitions of its theory."""
    return _pulled(adjoints(graph(engine, of, (wrt,)), (wrt,)), engine, of, wrt)


def jvp(engine: Engine, of: str, wrt: tuple[str, ...]) -> Derivation:
    """The tangent of `of` in terms of those of what it uses."""
    sweep = tangents(graph(engine, of, wrt), wrt)
    title = f"JVP of {of} for {', '.join(wrt)}"
    return _derived(
        sweep, engine, of, engine.dot(of), "jvp", "-".join(("jvp", of, *wrt)), title, ("passes on", "pass on")
    )


def walk(engine: Engine, of: str, wrt: tuple[str, ...]) -> tuple[Derivation, ...]:
    """The cotangents of all that lies below `of`, from the last definition to the inputs `wrt`: reverse mode, step by step."""
    sweep = every(engine, of, wrt)
    return tuple(_pulled(sweep, engine, of, name) for name in sweep.theorems)


@reaching
def derivative(engine: Engine, of: str, wrt: str) -> Derivation:
    """The derivative of a quantity without axes: its cotangent is 1, those of what lies between are definitions."""
    pieces = graph(engine, of, (wrt,))
    sweep = adjoints(pieces, (wrt,), unit=True)
    joined = _seeded(sweep, pieces, wrt)
    sweep = replace(sweep, theorems={wrt: joined})
    return _pulled(sweep, engine, of, wrt, "derivative", f"Derivative of {of} by {wrt}")


def _pulled(sweep: Sweep, engine: Engine, of: str, wrt: str, kind: str = "vjp", title: str = "") -> Derivation:
    title = title or f"VJP of {of} for {wrt}"
    said = ("passes back", "pass back")
    return _derived(sweep, engine, wrt, engine.bar(wrt), kind, f"{kind}-{of}-{wrt}", title, said)


def _seeded(sweep: Sweep, pieces: Graph, wrt: str) -> Theorem:
    """∂of/∂wrt is the cotangent of `wrt` if that of `of` is 1."""
    context, plain = sweep.context, Diff(Ref(pieces.of), pieces.at(wrt))
    one = by_arithmetic(context, plain, mul(ONE, plain))
    seed = kernel.symmetry(context, kernel.unfold(context, Ref(pieces.bar(pieces.of))))
    seeded = kernel.congruence(context, mul(ONE, plain), (seed, None))
    joined = chained(context, one, seeded, sweep.theorems[wrt])
    assert joined is not None
    return joined


@reaching
def hvp(engine: Engine, of: str, wrt: str) -> Derivation:
    """A Hessian-vector product, forward over reverse: the tangent of the cotangent of `wrt`, and of all that it is made from."""
    pieces = graph(engine, of, (wrt,))
    unit = not engine.theory.quantities[of].dims
    back = adjoints(pieces, (wrt,), unit)
    gradient = _seeded(back, pieces, wrt) if unit else back.theorems[wrt]
    bar = pieces.bar(wrt)
    over = graph(Engine(back.theory), bar, (wrt,))
    ahead = tangents(over, (wrt,))
    context, tangent = ahead.context, ahead.theorems[bar]
    pulled_back = kernel.replay(gradient, rules(), context)
    put_in = _under_derivatives(context, tangent.left, kernel.symmetry(context, pulled_back))
    opened = kernel.unfold(context, Ref(over.dot(bar), pieces.at(wrt).indices))
    forward = chained(context, tangent, opened)
    assert put_in is not None and forward is not None
    back_again = kernel.symmetry(context, written_as(context, put_in, unshadowed(put_in.right)))
    words = "reverse mode: {c} is the derivative"
    found = (
        Step(back_again, "backward", words, (("c", pulled_back.right),), (), rules_used(pulled_back)),
        Step(forward, "forward", "forward mode over what reverse mode computes", (), (), rules_used(forward)),
    )
    prover = engine.prover_in(context)
    steps = tuple(replace(s, theorem=prover.discharged_by_sign(s.theorem)) for s in found)
    whole = chained(context, *(s.theorem for s in steps))
    assert whole is not None
    title = f"Hessian-vector product of {of} by {wrt}"
    return Derivation(ahead.theory, "hvp", f"hvp-{of}-{wrt}", title, steps, prover.discharged_by_sign(whole))


def _under_derivatives(context: Context, term: Term, equation: Theorem) -> Theorem | None:
    """`term` with the left side of the equation replaced wherever it is differentiated."""

    def go(context: Context, node: Term) -> Theorem | None:
        if isinstance(node, Diff) and alpha_equal(node.expr, equation.left):
            return kernel.congruence(context, node, (equation, None))
        return below(context, node)

    below = children(go)
    return go(context, term)


def _derived(
    sweep: Sweep, engine: Engine, name: str, made: str, kind: str, label: str, title: str, said: tuple[str, str]
) -> Derivation:
    definition = next(d for d in sweep.definitions if d.name == made)
    opened = kernel.unfold(sweep.context, Ref(made, definition.indices))
    theorem = chained(sweep.context, sweep.theorems[name], opened)
    assert theorem is not None
    theorem = engine.prover_in(sweep.context).discharged_by_sign(theorem)
    through, parts = zip(*sweep.parts[name], strict=True)
    notes = tuple((f"c{n}", engine.reference(c)) for n, c in enumerate(through))
    words = "what " + " and ".join("{" + n + "}" for n, _ in notes)
    words += f" {said[0]}" if len(notes) == 1 else f" {said[1]}, each with the rest held fixed"
    step = Step(theorem, kind, words, notes, (), rules_used(theorem))
    return Derivation(sweep.theory, kind, label, title, (step,), theorem, parts=parts)
