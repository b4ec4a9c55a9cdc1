"""Is it false?  A search for numbers that refute a statement, before anybody tries to prove it.

Comes in: a theory and a claim, or any comparison and its hypotheses.  Goes out: a `Counterexample` (one line of numbers)
or None.

A difference counts only when it is the same at 120 and at 240 digits and every number on the way to it is within 10^±100,
so that rounding does not refute a true statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from mpmath import mp, mpf

from derive.checks.numbers import COMPARISONS, DIGITS, Number, Point, Undefined, World, precisely
from derive.checks.sampling import Scene, assignments, drawn, points, reached
from derive.expr import Cmp, Diff, ForAll, Formula, Index, Node, Term, conjunction, free, free_in_order
from derive.theory import Claim, Theory

__all__ = [
    "Counterexample", "Finding", "Scales", "Shared", "claim_hypotheses", "closed", "find_counterexample", "has_point",
    "holds", "links", "refute", "survey",
]  # fmt: skip

_FINE, _FINER, _ROUNDING = 120, 240, mpf(10) ** -20
FEWEST, MOST = 21, 36
"""Points that are looked at, at least, before there are said to be too few; points of a scene, unless more are asked for."""


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Where a statement fails: inputs by name (nested tuples of `mpf`), values of its indices, and both sides."""

    dims: Mapping[str, int]
    inputs: Mapping[str, Any]
    indices: Mapping[str, int]
    left: Number
    relation: str
    right: Number

    def __str__(self) -> str:
        numbers = [f"{name} = {_shown(value)}" for name, value in self.inputs.items()]
        positions = [f"{name} = {n}" for name, n in self.indices.items()]
        where = ", ".join(numbers + positions) or ", ".join(f"{d} = {n}" for d, n in self.dims.items())
        sides = f"the left side is {_shown(self.left)} and the right side {_shown(self.right)}"
        return f"at {where}: {sides}" if where else sides

    def values(self) -> dict[str, object]:
        """Everything by name, as floats: inputs, indices, dimensions, and `left`, `relation`, `right`."""
        inputs = {name: _floats(value) for name, value in self.inputs.items()}
        sides: dict[str, object] = {"left": float(self.left), "relation": self.relation, "right": float(self.right)}
        return {**self.dims, **inputs, **self.indices, **sides}


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    text: str = mp.nstr(value, 4, strip_zeros=True, min_fixed=-4, max_fixed=6)
    return text.removesuffix(".0")


def _floats(value: Any) -> object:
    return [_floats(v) for v in value] if isinstance(value, tuple) else float(value)


def closed(formula: Formula) -> Formula:
    """The formula for all values of its free indices."""
    for index in sorted(free(formula), key=lambda i: (i.name, i.dim)):
        formula = ForAll(index, formula)
    return formula


def links(terms: Sequence[Term], relations: Sequence[str]) -> tuple[Cmp, ...]:
    """The comparisons of a chain, each as it is written."""
    return tuple(Cmp(op, left, right) for left, op, right in zip(terms[:-1], relations, terms[1:], strict=True))


def claim_hypotheses(theory: Theory, claim: Claim) -> tuple[Formula, ...]:
    """What a claim may rest on besides the declared types: the assumptions, and its own condition."""
    assumed = tuple(closed(a.formula) for a in theory.assumptions)
    return assumed if claim.condition is None else (*assumed, claim.condition)


def find_counterexample(theory: Theory, claim: Claim, count: int = 12) -> Counterexample | None:
    """Numbers at which `claim` is false although its condition and the theory's assumptions hold; None if none is found.

    Looks at `count` points, sizes 1 to 3, all values of the indices.
    """
    return refute(theory, links(claim.terms, claim.relations), claim_hypotheses(theory, claim), count)


def refute(
    theory: Theory, statements: Iterable[Cmp], hypotheses: Iterable[Formula], count: int = 12
) -> Counterexample | None:
    """Numbers at which one of the statements is false although types and hypotheses hold; None if none were found."""
    statements = tuple(statements)
    scene, shared = Scene.of(theory, hypotheses, statements), Shared()
    findings = (survey(scene, statement, count, shared=shared) for statement in statements)
    return next((f.counterexample for f in findings if f.counterexample is not None), None)


def has_point(theory: Theory, hypotheses: Iterable[Formula]) -> bool:
    """Whether a point was found at which types and hypotheses hold, for some values of their free indices."""
    return any(True for _ in points(Scene.of(theory, hypotheses, ()), seed=theory.name, count=1))


def holds(theory: Theory, statement: Cmp, hypotheses: Iterable[Formula] = (), count: int = 12) -> bool:
    """Whether the hypotheses alone (no declared types) imply the statement, as far as numbers can tell.

    There must be enough points to look at, and none may refute it.
    """
    finding = survey(Scene.of(theory, hypotheses, (statement,), typed=False), statement, count)
    return finding.counterexample is None and finding.enough


@dataclass(frozen=True, slots=True)
class Finding:
    """What a survey found: numbers that refute, or at how many of the points, and for how many values, it is true."""

    counterexample: Counterexample | None
    looked: int
    points: int
    values: int

    @property
    def enough(self) -> bool:
        """Whether the points at which the statement has a value are more than a few special ones."""
        return self.points >= max(3, self.looked / 6)


def survey(
    scene: Scene, statement: Cmp, count: int, *, most: int = 64, shared: Shared | None = None,
    sizes: Mapping[str, int] | None = None, positions: Mapping[Index, int] | None = None,
) -> Finding:  # fmt: skip
    """Look at a statement until it was true at `count` points; several statements about one theory may share them.

    With `sizes`, which are those of all dimensions, and `positions` of indices, at these alone.
    """
    looked = usable = values = 0
    looks = max(3 * count, FEWEST)
    with precisely(DIGITS):
        for looked, scales in enumerate(islice((shared or Shared()).points(scene, sizes, looks), looks), 1):
            before = values
            for env in scales.choices(scene.hypotheses, (statement,), most, positions):
                truth = scales.truth(statement, env)
                if truth is False:
                    return Finding(scales.counterexample(scene, statement, env), looked, usable, values)
                values += truth is True
            usable += values > before
            if usable == count:
                break
    return Finding(None, looked, usable, values)


class Shared:
    """Points that statements about one theory share, and all that was computed there."""

    __slots__ = ("_found", "_scales")

    def __init__(self) -> None:
        self._found: dict[object, tuple[list[Scales], Iterator[Scales]]] = {}
        self._scales: dict[object, Scales] = {}

    def points(self, scene: Scene, sizes: Mapping[str, int] | None, count: int) -> Iterator[Scales]:
        """The points of a scene, at least so many if there are; what takes part is drawn once."""
        most = max(count, MOST)
        key = (most, scene.hypotheses, scene.every_dim, scene.typed, *(sizes or {}).items())
        seen, more = self._found.setdefault(key, ([], self._drawn(scene, sizes, most)))
        for n in range(most):
            if n == len(seen):
                seen.extend(islice(more, 1))
            if n == len(seen):
                return
            seen[n].include(scene)
            yield seen[n]

    def _drawn(self, scene: Scene, sizes: Mapping[str, int] | None, most: int) -> Iterator[Scales]:
        for point in points(scene, seed=scene.theory.name, count=most, dims=sizes):
            key = point.turn, *point.dims.items(), *point.elements.items()
            yield self._scales.setdefault(key, Scales(scene.theory, point))


class Scales:
    """Weighs two sides at one point: each node once per precision, more digits where the first ones leave a doubt."""

    __slots__ = ("_drawn", "_elements", "_point", "_theory", "_values", "_worlds")

    def __init__(self, theory: Theory, point: Point) -> None:
        self._elements = dict(point.elements)
        self._theory, self._point = theory, replace(point, elements=self._elements)
        self._drawn = {name for name, _ in self._elements}
        self._values: dict[object, Any] = {}
        self._worlds: dict[int, World] = {}

    def include(self, scene: Scene) -> None:
        """Let all inputs of the scene have values: those that nothing was asked about before are drawn now."""
        new = {name: kind for name, kind in scene.inputs.items() if name not in self._drawn}
        if new:
            self._drawn |= new.keys()
            further = replace(scene, inputs=new)
            self._elements |= drawn(further, self._point.dims, scene.theory.name, self._point.turn)

    def value(self, node: Node, env: Mapping[Index, int], digits: int = DIGITS) -> Any:
        """The value of a node, which is the end of one line and the beginning of the next.  Raises `Undefined`."""
        key = node, digits, *[env[i] for i in free_in_order(node)]
        if key not in self._values:
            if digits not in self._worlds:
                self._worlds[digits] = World.of(self._theory, self._point)
            with precisely(digits):
                self._values[key] = self._worlds[digits].value(node, env)
        return self._values[key]

    def choices(
        self, hypotheses: Iterable[Formula], nodes: Iterable[Node], most: int = 64,
        positions: Mapping[Index, int] | None = None,
    ) -> list[dict[Index, int]]:  # fmt: skip
        """The values of the free indices of all of these at which the hypotheses hold, those in `positions` given."""
        hypotheses, positions = tuple(hypotheses), positions or {}
        indices = frozenset[Index]().union(*map(free, (*hypotheses, *nodes)))
        everything = assignments(indices - positions.keys(), self._point.dims, most)
        condition = conjunction(*hypotheses)
        return [full for env in everything if self._true(condition, full := {**env, **positions})]

    def _true(self, formula: Formula, env: Mapping[Index, int]) -> bool:
        try:
            return bool(self.value(formula, env))
        except Undefined:
            return False

    def truth(self, statement: Cmp, env: Mapping[Index, int]) -> bool | None:
        """Whether the comparison is true here; None where a side is undefined."""
        says = COMPARISONS[statement.op]
        try:
            left, right = self._sides(statement, env, DIGITS)
            if _apart(left, right) and says(1 if left > right else -1):
                return True
            if not _apart(left, right) and statement.op == "==":
                return True
            sign = self._order(statement, env)
        except Undefined:
            return None
        doubtful = not self._worlds[_FINER].tame() or (sign == 0 and not self._exact(statement))
        return True if says(sign) else None if doubtful else False

    def _exact(self, statement: Cmp) -> bool:
        """Whether values are right but for rounding: no equation was solved, no difference quotient is taken."""
        return self._point.exact and not any(isinstance(n, Diff) for n in reached(self._theory, (statement,)))

    def _sides(self, statement: Cmp, env: Mapping[Index, int], digits: int) -> tuple[Number, Number]:
        return self.value(statement.left, env, digits), self.value(statement.right, env, digits)

    def _order(self, statement: Cmp, env: Mapping[Index, int]) -> int:
        """-1, 0 or 1 as left is less than, equal to or greater than right; found at two precisions that must agree."""
        with mp.workdps(_FINER):
            (left, right), (finer_left, finer_right) = (self._sides(statement, env, n) for n in (_FINE, _FINER))
            fine, finer = left - right, finer_left - finer_right
            if not finer or (abs(finer) < mpf(10) ** -100 and not self._exact(statement)):
                return 0
            if abs(fine - finer) <= abs(finer) / 10**6:
                return 1 if finer > 0 else -1
            if abs(finer) <= abs(fine) / mpf(10) ** 60:
                return 0
            raise Undefined("no digits are left")

    def counterexample(self, scene: Scene, statement: Cmp, env: Mapping[Index, int]) -> Counterexample:
        """Both sides of the statement here, in numbers."""
        left, right = self._sides(statement, env, DIGITS)
        positions = {i.name: n for i, n in env.items()}
        dims = {d: self._point.dims[d] for d in scene.dims}
        inputs = {name: value for name, value in self._point.arrays.items() if name in scene.inputs}
        return Counterexample(dims, inputs, positions, left, statement.op, right)


def _apart(left: Number, right: Number) -> bool:
    """Whether the two differ by more than rounding can explain in most cases."""
    gap = left - right
    return bool(gap and abs(gap) > max(abs(left), abs(right)) * _ROUNDING)
