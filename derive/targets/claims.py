"""What does a theory claim that numbers can show?  Its claims, as functions of what the module returns.

Comes in: a theory with its proofs, and the program that was made of it.  Goes out: a Python function for each claim, which
gives the numbers that the claim compares.  A quantity or derivative in a claim is what the module returns for it; a formula
that is a definition with other inputs is a call of the module with these, so that a shift that changes nothing is tested as
one.  A link that needs what the module does not have is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from derive.context import parts
from derive.derivation import Derivation
from derive.errors import Unsupported
from derive.expr import (
    TRUE,
    ZERO,
    Add,
    Binder,
    Diff,
    ForAll,
    Formula,
    Index,
    Lambda,
    Node,
    Reduce,
    Ref,
    Term,
    alpha_equal,
    canonical,
    conjunction,
    free,
    names,
    substitute,
)  # fmt: skip
from derive.language import type_formulas, unparse
from derive.program import Functions, Program
from derive.targets.loops import Python, Scope, Subject, Written, identifier, returned
from derive.targets.safety import large_inputs_are_safe
from derive.theory import Claim, Quantity

__all__ = ["Claims", "closed", "indices_over", "type_conditions"]


class Claims(Subject):
    """The claims of a theory, as they are tested."""

    def __init__(self, functions: Functions, program: Program) -> None:
        super().__init__(functions.theory, functions.of, wild=not large_inputs_are_safe(program))
        self.wrt = functions.wrt
        self.arguments = frozenset(q.name for q in self.theory.arguments)
        self.exported = {f.of: f for f in reversed(program.module) if f.kind == "value"}

    def tested(self, proofs: Sequence[Derivation]) -> tuple[Python, ...]:
        """Every claim of which enough can be evaluated, and what follows from some for derivatives."""
        found: dict[str, Python] = {}
        types = type_conditions(self.theory.inputs)
        for claim, proof in zip(self.theory.claims, proofs, strict=True):
            condition = claim.condition or TRUE
            known = {*types, *(canonical(closed(part)) for part in parts(condition))}
            rests_on = [h for h in proof.hypotheses if canonical(closed(h)) not in known]
            for part in (self.claim(claim, conjunction(condition, *rests_on)), *self.consequences(claim)):
                if part is not None:
                    found.setdefault(part.name, part)
        return tuple(found.values())

    def claim(self, claim: Claim, condition: Formula) -> Python | None:
        """A claim's terms as numbers, as far as they can be had; None if that leaves nothing to compare."""
        indices = sorted(frozenset().union(*map(free, claim.terms)) | free(condition), key=lambda i: (i.name, i.dim))
        usable = [t for t in claim.terms if self.can_write(t, indices)]
        partly = len(usable) < len(claim.terms)
        if len(usable) < 2 or (partly and set(claim.relations) != {"=="}) or not self.can_write(condition, indices):
            return None
        links = [f"{r} {unparse(t)}" for r, t in zip(claim.relations, claim.terms[1:], strict=True)]
        doc = (
            "\n".join((unparse(claim.terms[0]), *links)) if len(links) > 1 else f"{unparse(claim.terms[0])} {links[0]}"
        )
        made = self.comparison(claim.name, claim.relations[0], doc, usable, indices, condition)
        asks = any(kind == "derivative" or name in self.definitions for kind, name in made.reads)
        return made if asks or any("evaluate(" in line for line in made.lines) else None

    def comparison(
        self,
        name: str,
        relation: str,
        doc: str,
        terms: Sequence[Term],
        indices: Sequence[Index],
        condition: Formula = TRUE,
    ) -> Python:
        """The numbers that are compared; none where the condition does not hold."""

        def body(scope: Scope) -> list[str]:
            guard = [f"if not ({scope.text(condition)}):", "    return ()"] if condition != TRUE else []
            return [*guard, *returned(*map(scope.text, terms))]

        over = [i.dim for i in indices]
        return self.function(
            f"claim_{identifier(name)}", doc, indices, body, self.on_module, relation=relation, title=name, over=over
        )

    def can_write(self, node: Node, indices: Sequence[Index]) -> bool:
        """Whether the module has all that it takes."""
        try:
            self.function("", "", indices, lambda scope: [scope.text(node)], self.on_module)
        except Unsupported:
            return False
        return True

    def on_module(self, node: Node, scope: Scope) -> Written | None:
        """Quantities and derivatives are what the module returns; a formula with other inputs is a call of it."""
        if isinstance(node, Ref) and node.name in self.definitions and node.name not in self.exported:
            raise Unsupported(f"the module has no {node.name}")
        if isinstance(node, Diff):
            if not (isinstance(node.expr, Ref) and node.expr.name == self.of and node.var.name in self.wrt):
                raise Unsupported("the module has no such derivative")
            return _element(scope.name("derivative", node.var.name), (*node.expr.indices, *node.var.indices), scope)
        if isinstance(node, Term):
            for name, indices, inputs in self.instances(node):
                passed = [f'"{name}"', *self.passed(name, inputs, scope)]
                return _element(f"evaluate({', '.join(passed)})", indices, scope)
        return None

    def passed(self, name: str, inputs: Mapping[str, Lambda], scope: Scope) -> Iterator[str]:
        """The sizes and inputs of a call."""
        function = self.exported[name]
        for dim in dict.fromkeys(d for i in function.inputs for d in self.theory.quantities[i].dims):
            yield f"{dim}={scope.name('size', dim)}"
        for each in function.inputs:
            if each not in inputs:
                yield f"{each}={scope.name('quantity', each)}"
                continue
            inner = scope
            for index in inputs[each].params:
                inner = inner.bind(index)
            parameters = ", ".join(inner.indices[i] for i in inputs[each].params)
            shape = "".join(f", {scope.length(i.dim)}" for i in inputs[each].params)
            yield f"{each}=table(lambda{' ' * bool(parameters)}{parameters}: {inner.text(inputs[each].body)}{shape})"

    def instances(self, node: Term) -> Iterator[tuple[str, tuple[Index, ...], Mapping[str, Lambda]]]:
        """Definitions that `node` is with some inputs replaced: the quantity, its indices, the inputs that are replaced."""
        for name, definition in self.definitions.items():
            if (
                name in self.exported
                and type(definition.body) is type(node)
                and names(definition.body) <= self.arguments
            ):
                ordered = sorted(free(node), key=lambda j: (j.name, j.dim))
                for at in product(*([j for j in ordered if j.dim == i.dim] for i in definition.indices)):
                    found: dict[str, Lambda] = {}
                    if _match(
                        definition.body, node, dict(zip(definition.indices, at, strict=True)), frozenset(), found
                    ):
                        changed = {n: f for n, f in found.items() if not alpha_equal(f.body, Ref(n, f.params))}
                        if changed:
                            yield name, at, changed

    # -------------------------------------------------------------------------------------------- consequences

    def consequences(self, claim: Claim) -> Iterator[Python]:
        """What a constant sum, and what an invariance, say of the derivatives of the theory's function."""
        if claim.condition is not None or set(claim.relations) != {"=="}:
            return
        sums = [t for t in claim.terms if isinstance(t, Reduce)] if any(not names(t) for t in claim.terms) else []
        for wrt in self.wrt:
            dims = self.theory.quantities[wrt].dims
            axes = self.definitions[self.of].indices
            for term in sums:
                inner = indices_over(dims, taken={i.name for i in (*axes, *free(term))})
                total = self.differentiated(term, Ref(wrt, inner))
                if total is not None:
                    yield self.vanishing(claim, wrt, total, "what sums to a constant has derivatives that sum to 0")
            if self.is_shift(claim, wrt):
                inner = indices_over(dims, taken={i.name for i in axes})
                total = Diff(Ref(self.of, axes), Ref(wrt, inner))
                for index in reversed(inner):
                    total = Reduce("sum", index, total)
                yield self.vanishing(claim, wrt, total, "what a shift does not change has derivatives that sum to 0")

    def vanishing(self, claim: Claim, wrt: str, total: Term, reason: str) -> Python:
        indices = sorted(free(total), key=lambda i: (i.name, i.dim))
        return self.comparison(f"{claim.name}-d{wrt}", "==", f"{unparse(total)} == 0: {reason}", (total, ZERO), indices)

    def differentiated(self, term: Term, var: Ref) -> Term | None:
        """The derivative of a sum of elements of the theory's function; None if it is something else."""
        if isinstance(term, Reduce) and term.op == "sum" and term.cond is None:
            inside = self.differentiated(term.body, var)
            return None if inside is None else Reduce("sum", term.index, inside)
        return Diff(term, var) if isinstance(term, Ref) and term.name == self.of else None

    def is_shift(self, claim: Claim, wrt: str) -> bool:
        """Whether the claim says that one number added to all elements of an input changes nothing."""
        if not any(isinstance(t, Ref) and t.name == self.of for t in claim.terms):
            return False
        shifts = (
            f[wrt] for t in claim.terms for name, _, f in self.instances(t) if name == self.of and list(f) == [wrt]
        )
        return any(self.adds_a_number(function, Ref(wrt, function.params)) for function in shifts)

    def adds_a_number(self, function: Lambda, own: Ref) -> bool:
        rest = (
            [a for a in function.body.args if a != own]
            if isinstance(function.body, Add) and own in function.body.args
            else []
        )
        known = self.definitions.keys() | self.arguments
        return len(rest) == 1 and isinstance(rest[0], Ref) and not rest[0].indices and rest[0].name not in known


def _element(array: str, indices: Iterable[Node], scope: Scope) -> Written:
    axes = ", ".join(map(scope.text, indices))
    return Written(f"{array}[{axes}]" if axes else array)


def closed(formula: Formula) -> Formula:
    """A formula for all values of its free indices."""
    for index in sorted(free(formula), key=lambda i: (i.name, i.dim), reverse=True):
        formula = ForAll(index, formula)
    return formula


def type_conditions(quantities: Iterable[Quantity]) -> frozenset[Node]:
    """What the types of quantities say, in canonical form."""
    found: list[Node] = []
    for quantity in quantities:
        axes = indices_over(quantity.dims)
        found.extend(canonical(closed(f)) for f in type_formulas(quantity.type, axes, Ref(quantity.name, axes)))
    return frozenset(found)


def indices_over(dims: Sequence[str], taken: Iterable[str] = ()) -> tuple[Index, ...]:
    """An index for each axis, with names that are not taken."""
    unused = [c for c in "jklmnpqrstuvwxyz" if c not in taken]
    return tuple(Index(c, d) for c, d in zip(unused, dims, strict=False))


def _match(
    pattern: Node, node: Node, indices: Mapping[Index, Index], local: frozenset[Index], found: dict[str, Lambda]
) -> bool:
    """Whether `node` is `pattern` with its inputs replaced by functions of their indices, which are put into `found`."""
    if isinstance(pattern, Index):
        return indices.get(pattern, pattern) == node
    if isinstance(pattern, Ref):
        params = [indices.get(i, i) for i in pattern.indices if isinstance(i, Index)]
        if len(set(params)) < len(pattern.indices) or not isinstance(node, Term) or free(node) & local - set(params):
            return False
        if pattern.name not in found:
            own = tuple(Index(f"{i.name}", i.dim) for i in params)
            found[pattern.name] = Lambda(own, node)
            return True
        known = found[pattern.name]
        return alpha_equal(substitute(known.body, dict(zip(known.params, params, strict=True))), node)
    if type(pattern) is not type(node) or len(pattern.children()) != len(node.children()):
        return False
    if isinstance(pattern, Binder):
        assert isinstance(node, Binder)
        if (
            pattern.index.dim != node.index.dim
            or pattern.rebind(node.index, pattern.children())._label() != node._label()
        ):
            return False
        indices, local = {**indices, pattern.index: node.index}, local | {node.index}
    elif pattern._label() != node._label():
        return False
    return all(_match(p, n, indices, local, found) for p, n in zip(pattern.children(), node.children(), strict=True))
