"""How are the derivatives of a long chain found at once?  Reverse and forward mode on the graph of definitions.

Comes in: an engine and an output.  Goes out: a `Sweep`, a definition and a theorem for the cotangent (or the tangent) of every
quantity at which the graph is cut and of every input, each in closed form in terms of those before it.  The graph is cut where new inputs enter and where a quantity is used twice; between two cuts the closed forms are those that
short theories have.  Nothing is expanded, so the work grows as the chain does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from derive import kernel
from derive.context import Context
from derive.conversion import by_arithmetic, chained
from derive.expr import ONE, Index, Ref, Term, add, names
from derive.kernel import Theorem
from derive.strategy.engine import Engine
from derive.theory import Definition, Quantity, Theory

__all__ = ["Graph", "Sweep", "adjoints", "graph", "serial", "tangents"]

BAR, DOT = "_bar", "_dot"


def cuts(theory: Theory, of: str) -> tuple[str, ...]:
    """The quantities below `of` at which its graph is cut, in order of definition."""
    below = _below(theory, of)
    uses: dict[str, int] = {}
    for name in (*below, of):
        for used in names(_definition(theory, name).body):
            uses[used] = uses.get(used, 0) + 1
    entering = _entering(theory, of)
    return tuple(n for n in below if n in entering or (uses.get(n, 0) > 1 and _depth(theory, n, entering)))


def serial(theory: Theory, of: str) -> int:
    """How many times in a row new inputs enter on the way to `of`: a chain is long from 2 on."""
    entering = _entering(theory, of)
    return max((_depth(theory, n, entering) for n in _below(theory, of)), default=0)


def _definition(theory: Theory, name: str) -> Definition:
    return next(d for d in theory.definitions if d.name == name)


def _below(theory: Theory, of: str) -> tuple[str, ...]:
    needed = set(names(_definition(theory, of).body))
    for d in reversed(theory.definitions):
        if d.name in needed:
            needed |= names(d.body)
    return tuple(d.name for d in theory.definitions if d.name in needed and d.name != of)


def _entering(theory: Theory, of: str) -> frozenset[str]:
    """The quantities into whose definition an input enters that nothing below them has used."""
    inputs = {q.name for q in theory.inputs}
    used: dict[str, frozenset[str]] = {}
    found = set()
    for d in theory.definitions:
        own = frozenset(names(d.body) & inputs)
        earlier = frozenset().union(*(used.get(n, frozenset()) for n in names(d.body)))
        used[d.name] = own | earlier
        if own - earlier:
            found.add(d.name)
    return frozenset(n for n in _below(theory, of) if n in found)


def _depth(theory: Theory, name: str, entering: frozenset[str]) -> int:
    depths: dict[str, int] = {}
    for d in theory.definitions:
        depths[d.name] = max((depths.get(n, 0) for n in names(d.body)), default=0) + (d.name in entering)
        if d.name == name:
            return depths[name]
    return 0


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
            theory = self.engine.theory
            kept: set[str] = set()
            waiting = [name]
            while waiting:
                here = waiting.pop()
                if here in kept or here not in self.engine.context.definitions or (here in self.cut and here != name):
                    continue
                kept.add(here)
                waiting.extend(names(self.engine.context.definitions[here].body))
            items = tuple(i for i in theory.items if not isinstance(i, Definition) or i.name in kept)
            self.parts[name] = Engine(replace(theory, items=items))
        return self.parts[name]

    def consumers(self, var: str) -> Iterator[str]:
        """The pieces that use `var` directly."""
        for name in (*self.cut, self.of):
            if name != var and self.part(name).context.depends(Ref(name), var):
                yield name

    def at(self, name: str) -> Ref:
        """A quantity at the indices of its definition, an input at letters that no definition uses."""
        definitions = self.engine.context.definitions
        return Ref(name, definitions[name].indices) if name in definitions else self.engine.reference(name)

    def apart(self, name: str, output: str) -> Ref:
        """A quantity at indices that the definition of `output` does not have."""
        return self.part(output).beside(self.at(output), name)


@dataclass(frozen=True, eq=False)
class Sweep:
    """What one sweep over the graph found.

    `definitions` are those of the cotangents (or tangents), in an order in which they can be computed; `theorems` say by
    quantity what they are, in `context`, which has the definitions added; so has `theory`.
    """

    theory: Theory
    context: Context
    definitions: tuple[Definition, ...]
    theorems: Mapping[str, Theorem]


def graph(engine: Engine, of: str, wrt: Iterable[str]) -> Graph:
    """The graph below `of`, cut also at those of `wrt` that are defined."""
    found = cuts(engine.theory, of)
    defined = [d.name for d in engine.theory.definitions if d.name in wrt or d.name in found]
    return Graph(engine, of, tuple(n for n in defined if n != of))


def adjoints(pieces: Graph, wrt: tuple[str, ...], unit: bool = False) -> Sweep:
    """The cotangent of every cut below the output and of every quantity of `wrt`; with `unit` the output's own is 1."""
    engine, of = pieces.engine, pieces.of
    made: list[tuple[Definition, Ref, list[tuple[str, Theorem]]]] = []
    for name in (*reversed(pieces.cut), *(w for w in wrt if w not in pieces.cut)):
        var = pieces.at(name)
        parts = [(c, pieces.part(c).vjp(c, name, var).theorem) for c in pieces.consumers(name)]
        if parts:
            body = add(*(t.right for _, t in parts))
            made.append((_definition_of(engine, name + BAR, var, body), var, parts))
    first = (_definition_of(engine, of + BAR, Ref(of), ONE),) if unit else ()
    sweep = _swept(engine, (*first, *(d for d, _, _ in made)))
    theorems: dict[str, Theorem] = {}
    for definition, var, parts in made:
        between = tuple((c, c + BAR, t, theorems.get(c)) for c, t in parts)
        step = kernel.backward(sweep.context, of, of + BAR, var, between)
        theorems[var.name] = _named(sweep.context, step, definition)
    return replace(sweep, theorems=theorems)


def tangents(pieces: Graph, wrt: tuple[str, ...]) -> Sweep:
    """The tangent of every cut and of the output itself, from those of the quantities of `wrt`."""
    engine, of = pieces.engine, pieces.of
    made: list[tuple[Definition, list[tuple[str, Theorem]]]] = []
    reached = set(wrt)
    for name in (*(c for c in pieces.cut if c not in wrt), of):
        part = pieces.part(name)
        direct = [n for n in (*wrt, *pieces.cut) if n in reached and n != name and part.context.depends(Ref(name), n)]
        parts = [(n, part.jvp(name, n).theorem) for n in dict.fromkeys(direct)]
        if parts:
            reached.add(name)
            body = add(*(t.right for _, t in parts))
            made.append((_definition_of(engine, name + DOT, pieces.at(name), body), parts))
    sweep = _swept(engine, tuple(d for d, _ in made))
    theorems: dict[str, Theorem] = {}
    for definition, parts in made:
        name = definition.name.removesuffix(DOT)
        sources = tuple((pieces.apart(w, name), w + DOT) for w in wrt)
        between = tuple((pieces.apart(n, name), n + DOT, t, _moved(theorems, n)) for n, t in parts)
        step = kernel.forward(sweep.context, name, sources, between)
        theorems[name] = _named(sweep.context, step, definition)
    return replace(sweep, theorems=theorems)


def _moved(theorems: Mapping[str, Theorem], name: str) -> Theorem | None:
    return theorems.get(name)


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
