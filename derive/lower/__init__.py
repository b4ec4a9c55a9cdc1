"""From theorems to a program: stabilise, name, share.

Comes in: `Functions`, closed forms as terms.  Goes out: `Program`.  `stabilise` applies the theorems of `rules.stability`
where a formula would overflow or cancel (`matching` finds the places), `scale` takes numbers together, `arrays` says which
array holds which term, `labels` picks where a one-hot row only chooses, `share` drops what is not needed and shapes the rest,
`shift` leaves to the numbers which rows are shifted, `fuse` takes steps together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from derive.expr import (
    ONE,
    And,
    Formula,
    Lambda,
    Mul,
    Node,
    Ref,
    Term,
    add,
    free,
    mul,
    names,
    rewrite_nodes,
    substitute,
)
from derive.language.calls import IMPLIED
from derive.lower.arrays import Builder, Named
from derive.lower.fuse import fuse
from derive.lower.labels import choose
from derive.lower.odds import odds
from derive.lower.rows import rows
from derive.lower.scale import scaled
from derive.lower.share import share, used
from derive.lower.shift import shift
from derive.lower.stabilise import Stabiliser
from derive.program import Closed, Function, Functions, Operand, Output, Program, Value, callable_name
from derive.theory import Theory

__all__ = ["inputs_of", "lower"]


def lower(functions: Functions) -> Program:
    """All functions of a module: the value of `of`, of the other definitions, and the derivatives of `of`.

    Raises `Unsupported` for a term that no array program computes.
    """
    return _Lowering(functions).program()


def inputs_of(theory: Theory, *quantities: str) -> tuple[str, ...]:
    """The inputs that the quantities rest on, in order of first use."""
    found = theory.below(*quantities)
    return tuple(q.name for q in theory.inputs if q.name in found)


class _Lowering:
    def __init__(self, functions: Functions) -> None:
        self.functions = functions
        theory = self.theory = functions.theory
        self.stabiliser = Stabiliser(theory)
        definitions = (*theory.definitions, *functions.adjoints)
        self.named = {d.name: Named(d.indices, self.safe(d.body)) for d in definitions}
        self.order = {name: n for n, name in enumerate(self.named)}
        self.inputs = inputs_of(theory, functions.of, *functions.wrt)
        self.of = theory.quantities[functions.of]
        self.name = callable_name(theory.name or functions.of)
        self.types = {q.name: {q.type} | IMPLIED[q.type] for q in theory.inputs}
        hot = [q for q in theory.inputs if q.type == "OneHot"]
        self.labels = frozenset(q.name for q in hot)
        self.whole = [d for d in theory.dims if d not in {q.dims[-1] for q in hot}]
        """The dimensions but those of classes, which a class label does not have."""

    def program(self) -> Program:
        of, name, wrt = self.functions.of, self.name, self.functions.wrt
        value = self.closed(of)
        cotangent = {self.functions.bar(of): of}
        module = [self.function(name, "value", (value,))]
        if wrt:
            if not self.of.dims:
                gradients = {w: self.gradient(w) for w in wrt}
                module.append(self.function(f"{name}_value_and_grad", "value_and_grad", (value,), gradients))
                module.append(self.function(f"{name}_grad", "grad", (), gradients))
            module.append(
                self.function(f"{name}_value_and_vjp", "value_and_vjp", (value,), self.functions.vjp, cotangent)
            )
            module.append(self.function(f"{name}_vjp", "vjp", (), self.functions.vjp, cotangent))
            tangents = {self.functions.dot(w): w for w in wrt}
            total = self.total()
            module.append(self.function(f"{name}_jvp", "jvp", (total,), seeds=tangents))
            jacobians = tuple(self.functions.jacobian[w] for w in wrt)
            module.append(self.function(f"{name}_jacobian", "jacobian", jacobians, named=wrt))
        taken = {f.name for f in module}
        exports = self.exports()
        for definition in self.theory.definitions:
            if definition.name in exports:
                exported = callable_name(definition.name, frozenset(taken))
                taken.add(exported)
                module.append(self.function(exported, "value", (self.closed(definition.name),), of=definition.name))
        return Program(self.functions, name, tuple(module), self.requires(), tuple(self.stabiliser.used))

    def exports(self) -> frozenset[str]:
        """The definitions besides `of` that get a function of their own.

        Of a long chain those that its end or a claim names: one for each, with all that it rests on, would grow as its square.
        """
        of = self.functions.of
        found = frozenset(d.name for d in self.theory.definitions if not d.auxiliary and d.name != of)
        if not self.functions.adjoints:
            return found
        said = (t for c in self.theory.claims for t in c.terms)
        return found & frozenset().union(names(self.theory.bodies[of]), *map(names, said))

    def closed(self, name: str) -> Closed:
        """A quantity as a function of its own indices."""
        indices = self.named[name].indices
        return Closed(indices, Ref(name, indices))

    def gradient(self, w: str) -> Closed:
        """The gradient of a quantity without axes, for the cotangent 1."""
        if self.functions.adjoints:
            return self.functions.jacobian[w]
        closed = self.functions.vjp[w]
        term = substitute(closed.term, quantities={self.functions.bar(self.functions.of): Lambda((), ONE)})
        term = rewrite_nodes(term, lambda n: mul(*(a for a in n.args if a != ONE)) if isinstance(n, Mul) else None)
        assert isinstance(term, Term)
        return Closed(closed.indices, term)

    def total(self) -> Closed:
        """What all tangents together give."""
        if self.functions.tangent is not None:
            return self.functions.tangent
        parts = [self.functions.jvp[w] for w in self.functions.wrt]
        first = parts[0].indices
        terms = (substitute(p.term, dict(zip(p.indices, first, strict=True))) for p in parts)
        return Closed(first, add(*terms))  # type: ignore[arg-type]

    def safe(self, term: Term) -> Term:
        """The term as it is computed."""
        return scaled(self.stabiliser.stable(term))

    def builder(self, seeds: Mapping[str, str]) -> Builder:
        quantities = self.theory.quantities
        arrays = {q.name: q.dims for q in self.theory.inputs}
        arrays |= {seed: quantities[name].dims for seed, name in seeds.items()}
        return Builder(arrays, self.named, self.stabiliser.hints)

    def function(
        self,
        name: str,
        kind: str,
        results: tuple[Closed, ...],
        gradients: Mapping[str, Closed] | None = None,
        seeds: Mapping[str, str] | None = None,
        of: str = "",
        named: tuple[str, ...] = (),
    ) -> Function:
        """The results under the names `named` (or "", the value), then a gradient by each input."""
        builder = self.builder(seeds or {})
        outputs = [self.output(builder, c, n) for c, n in zip(results, named or ("",) * len(results), strict=True)]
        outputs += [self.output(builder, c, w, summed=w) for w, c in (gradients or {}).items()]
        inputs = inputs_of(self.theory, of) if of else self.inputs

        def made(values: Sequence[Value], results: Sequence[Output], dense: Function | None = None) -> Function:
            values, shared = share(values, results)
            values, shared = used(shift(values, shared), shared)
            values, shared = used(*odds(values, shared, self.types))
            values, shared = used(fuse(values, shared), shared)
            along = rows(values, shared, [dense.rows] if dense is not None else self.whole)
            return Function(
                name, kind, of or self.functions.of, inputs, values, shared, dict(seeds or {}), dense, along
            )

        dense = made(builder.values, outputs)
        chosen = choose(builder.values, outputs, self.labels)
        return dense if chosen is None else made(*chosen, dense)

    def output(self, builder: Builder, closed: Closed, name: str, summed: str = "") -> Output:
        self.prepare(builder, closed.term)
        result = builder.term(self.safe(closed.term), closed.indices)
        axes = tuple(result.labels.index(i) if i in result.labels else None for i in closed.indices)
        return Output(name, Operand(result.value, axes), tuple(i.dim for i in closed.indices), summed)

    def prepare(self, builder: Builder, *nodes: Node) -> None:
        """Compute the definitions that are needed in order, so that no chain of them is too long."""
        needed: set[str] = set()
        waiting = [n for node in nodes for n in names(node)]
        while waiting:
            name = waiting.pop()
            if name in self.named and name not in needed and not builder.has(name):
                needed.add(name)
                waiting.extend(names(self.named[name].body))
        for name in sorted(needed, key=self.order.__getitem__):
            builder.definition(name)

    def requires(self) -> Function | None:
        """Whether each hypothesis holds."""
        formulas = self.functions.requires
        if not formulas:
            return None
        builder = self.builder({})
        builder.tolerant = True
        outputs = []
        for formula in formulas:
            scope = tuple(sorted(free(formula), key=lambda i: (i.name, i.dim)))
            self.prepare(builder, formula)
            result = builder.term(formula, scope)
            whole = Operand(result.value, tuple(range(len(result.labels))))
            outputs.append(Output("", whole, tuple(i.dim for i in result.labels)))
        values, shared = share(builder.values, outputs)
        inputs = inputs_of(self.theory, *_all_names(formulas))
        return Function("_require", "requires", self.functions.of, inputs, values, shared)


def _all_names(formulas: Iterable[Formula]) -> frozenset[str]:
    return names(And(tuple(formulas)))
