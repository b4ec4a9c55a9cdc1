"""Random theories: what is derived and generated agrees with numbers to 50 digits that know nothing of the engine.

Each theory is differentiated and compiled; value, VJP, JVP and Jacobian are compared at three points with the definitions
evaluated by `checks.numbers` and their finite differences, wherever the hypotheses of the results hold, and a batch with its
points one by one.  What the engine cannot do it says in one line.  What it finds does not depend on the letters of the indices,
the order of independent definitions, or (but for the same order in the result) of the operands of + and *; it can be claimed.

`DERIVE_RANDOM_CASES=5000` tries more.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
import pytest
from mpmath import mp, mpf
from numpy.typing import NDArray
from random_theories import LETTERS, Source, random_theory

import derive
from derive import checks
from derive.checks.numbers import Point, Undefined, World
from derive.checks.sampling import assignments, dimension, reached
from derive.derivation import Derivation
from derive.expr import (
    Add,
    Binder,
    Diff,
    Index,
    IndexTerm,
    Mul,
    Node,
    Ref,
    Size,
    Term,
    alpha_equal,
    canonical,
    free,
    key,
    mul,
    rewrite_nodes,
    substitute,
)
from derive.language import unparse
from derive.lower import inputs_of
from derive.strategy.engine import Engine
from derive.theory import Quantity, Theory

CASES = int(os.environ.get("DERIVE_RANDOM_CASES", "140"))
SMALL = (1, 1, 1, 1, 2)
LARGEST = 1e8
"""Values beyond this are not compared: rounding alone may change them."""
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scene:
    """The lengths of the dimensions, and whether inputs are small integers, where kinks and zeros are."""

    sizes: Mapping[str, int]
    integers: bool


SCENES = (
    Scene({"K": 3, "N": 2, "M": 2}, integers=False),
    Scene({"K": 2, "N": 3, "M": 1}, integers=True),
    Scene({"K": 1, "N": 1, "M": 2}, integers=False),
)


# -------------------------------------------------------------------------------------------------------- inputs


def drawn(quantity: Quantity, shape: tuple[int, ...], integers: bool, rng: Random) -> Array:
    """An input of its declared type."""
    if quantity.type in ("OneHot", "Simplex"):
        rows = [_row(quantity.type, shape[-1], rng) for _ in np.ndindex(*shape[:-1])]
        return np.array(rows, dtype=float).reshape(shape)
    among, low, high = NUMBERS[quantity.type]
    choices = [rng.choice(among) if integers or low == high else rng.uniform(low, high) for _ in np.ndindex(*shape)]
    return np.array(choices, dtype=float).reshape(shape)


NUMBERS = {
    # type: numbers at which much is 0 or a kink, and between which others lie
    "Real": ((-1, 0, 0, 1, 2), -2, 2),
    "Positive": ((0.5, 1, 2), 0.25, 2),
    "NonNegative": ((0, 1, 2), 0.01, 2),
    "Unit": ((0, 0.5, 1), 0.02, 0.98),
    "Binary": ((0, 1), 0, 0),
}


def _row(kind: str, length: int, rng: Random) -> list[float]:
    if kind == "OneHot":
        one = rng.randrange(length)
        return [float(n == one) for n in range(length)]
    cuts = sorted(rng.sample(range(1, 64), length - 1))
    return [(high - low) / 64 for low, high in zip([0, *cuts], [*cuts, 64], strict=True)]


# ------------------------------------------------------------------------------------------------------- numbers


@dataclass(frozen=True, slots=True)
class Numbers:
    """A theory at a point, to 50 digits: nothing here comes from the engine."""

    world: World
    theory: Theory

    @classmethod
    def at(cls, theory: Theory, sizes: Mapping[str, int], inputs: Mapping[str, Array]) -> Numbers:
        elements = {(n, at): mpf(float(a[at])) for n, a in inputs.items() for at in np.ndindex(*a.shape)}
        return cls(World.of(theory, Point(sizes, elements)), theory)

    def shape(self, name: str) -> tuple[int, ...]:
        return tuple(self.world.dims[d] for d in self.theory.quantities[name].dims)

    def value(self, name: str) -> Array:
        shape = self.shape(name)
        return np.array([float(self.world.element(name, at)) for at in np.ndindex(*shape)]).reshape(shape)

    def jacobian(self, engine: Engine, of: str, wrt: str) -> Array:
        """By differences of the definitions."""
        output, inner = engine.pair(of, wrt)
        indices = [i for i in (*output.indices, *inner.indices) if isinstance(i, Index)]
        shape = (*self.shape(of), *self.shape(wrt))
        derivative = Diff(output, inner)
        entries = [
            float(self.world.value(derivative, dict(zip(indices, at, strict=True)))) for at in np.ndindex(*shape)
        ]
        return np.array(entries).reshape(shape)

    def holds(self, derivation: Derivation) -> bool:
        """Whether the hypotheses hold here."""
        return all(
            self.world.value(h, env) for h in derivation.hypotheses for env in assignments(free(h), self.world.dims)
        )


def dimensions(theory: Theory, of: str) -> frozenset[str]:
    """Those of the formulas that a quantity rests on."""
    nodes = tuple(reached(theory, (Ref(of),)))
    bound = {dimension(n) for n in nodes if isinstance(n, Binder | Index)}
    axes = {d for n in nodes if isinstance(n, Ref) for d in theory.quantities[n.name].dims}
    return frozenset(bound | axes | {n.dim for n in nodes if isinstance(n, Size)})


def close(found: Any, expected: Array, *scales: Array) -> bool:
    """Equal but for rounding beside numbers of the sizes of `scales`."""
    scale = max(1.0, *(float(np.abs(a).max(initial=0)) for a in (expected, *scales)))
    return np.shape(found) == expected.shape and bool(np.all(np.abs(found - expected) <= 1e-8 * scale))


def comparable(*arrays: Array) -> bool:
    """Whether nothing is too large."""
    return all(np.all(np.abs(a) < LARGEST) for a in arrays)


# --------------------------------------------------------------------------------------------------------- tests


def disagreements(text: str, seed: int) -> Iterator[str]:
    """Where the engine or the generated functions are wrong about a theory; raises what they raise."""
    made = derive.parse(text)
    theory, engine = made.data, made._entry.engine
    assert theory.output is not None
    of = theory.output.name
    variables = engine.differentiable(of)
    derived = {w: (engine.jacobian(of, w), engine.vjp(of, w), engine.jvp(of, w)) for w in variables}
    functions = derive.compile(made)
    rng = Random(seed)
    for scene in SCENES:
        sizes = {d: scene.sizes.get(d, 2) for d in theory.dims}
        inputs = {q.name: drawn(q, tuple(sizes[d] for d in q.dims), scene.integers, rng) for q in theory.inputs}
        given: dict[str, Any] = {n: inputs[n] for n in inputs_of(theory, of)}
        shown = {d for n in given for d in theory.quantities[n].dims}
        hidden = {d: sizes[d] for d in dimensions(theory, of) - shown}
        if scene is SCENES[0]:
            again = {n: drawn(theory.quantities[n], a.shape, False, rng) for n, a in given.items()}
            problems = in_batches(functions, hidden, [given, again], variables, rng) if given else iter(())
            yield from (f"in batches: {problem}" for problem in problems)
            yield from (f"not float32: {result}" for result in wider(functions, given, hidden, variables))
        given |= hidden
        with mp.workdps(50):
            numbers = Numbers.at(theory, sizes, inputs)
            try:
                value = numbers.value(of)
                between = [numbers.value(d.name) for d in theory.definitions if engine.context.depends(Ref(of), d.name)]
                valid = [w for w in variables if all(map(numbers.holds, derived[w]))]
            except Undefined:  # the language leaves the value open here
                continue
            if not comparable(value, *between):
                continue
            jacobians = {w: numbers.jacobian(engine, of, w) for w in valid}
        if not comparable(*jacobians.values()):
            continue
        point = ", ".join(f"{n} = {np.asarray(a).tolist()}" for n, a in given.items())
        if not close(functions.value(**given), value):
            yield f"value at {point}"
        if valid:
            yield from (f"{problem} at {point}" for problem in slopes(functions, given, value, jacobians, rng))


def slopes(
    functions: derive.Compiled, given: Mapping[str, Any], value: Array, jacobians: Mapping[str, Array], rng: Random
) -> Iterator[str]:
    """Which derivatives differ from these Jacobians."""
    cotangent = np.array([rng.uniform(-1, 1) for _ in np.ndindex(*value.shape)]).reshape(value.shape)
    found, gradients = functions.jacobian(**given), functions.vjp(cotangent, **given)
    for w, expected in jacobians.items():
        tangent = np.array([rng.uniform(-1, 1) for _ in np.ndindex(*given[w].shape)]).reshape(given[w].shape)
        if not close(found[w], expected):
            yield f"jacobian by {w}"
        if not close(gradients[w], np.tensordot(cotangent, expected, value.ndim), expected):
            yield f"vjp for {w}"
        if not close(functions.jvp({w: tangent}, **given), np.tensordot(expected, tangent, tangent.ndim), expected):
            yield f"jvp from {w}"


def in_batches(
    functions: derive.Compiled,
    sizes: Mapping[str, int],
    points: list[dict[str, Array]],
    variables: tuple[str, ...],
    rng: Random,
) -> Iterator[str]:
    """Where a batch of points, made of some of the inputs, gives anything else than one point after the other."""
    repeated = {n for n in points[0] if rng.random() < 0.3}
    points = [{n: points[0][n] if n in repeated else a for n, a in p.items()} for p in points]
    whole = {n: points[0][n] if n in repeated else np.stack([p[n] for p in points]) for n in points[0]}
    if len(repeated) == len(whole):
        return
    values = np.stack([functions.value(**p, **sizes) for p in points])
    jacobians = [functions.jacobian(**p, **sizes) for p in points] if variables else []
    if not comparable(values, *(a for j in jacobians for a in j.values())):
        return
    if not close(functions.value(**whole, **sizes), values):
        yield "value"
    if not variables:
        return
    cotangent = np.array([rng.uniform(-1, 1) for _ in np.ndindex(*values.shape)]).reshape(values.shape)
    gradients = [functions.vjp(c, **p, **sizes) for c, p in zip(cotangent, points, strict=True)]
    found, all_gradients = functions.jacobian(**whole, **sizes), functions.vjp(cotangent, **whole, **sizes)
    for w in variables:
        scale = np.stack([j[w] for j in jacobians])
        if not close(found[w], scale):
            yield f"jacobian by {w}"
        each = np.stack([g[w] for g in gradients])
        if not close(all_gradients[w], each.sum(axis=0) if w in repeated else each, scale):
            yield f"vjp for {w}"
        tangent = np.array([rng.uniform(-1, 1) for _ in np.ndindex(*whole[w].shape)]).reshape(whole[w].shape)
        parts = [tangent, tangent] if w in repeated else tangent
        slopes = [functions.jvp({w: t}, **p, **sizes) for t, p in zip(parts, points, strict=True)]
        if not close(functions.jvp({w: tangent}, **whole, **sizes), np.stack(slopes), scale):
            yield f"jvp from {w}"


def wider(
    functions: derive.Compiled, given: Mapping[str, Array], sizes: Mapping[str, int], variables: tuple[str, ...]
) -> Iterator[str]:
    """Which results are not float32 although all inputs are."""
    if not given:
        return
    single: dict[str, Any] = {n: a.astype(np.float32) for n, a in given.items()}
    value = functions.value(**single, **sizes)
    results = {"value": value}
    if variables:
        found = functions.jacobian(**single, **sizes), functions.vjp(np.ones(value.shape), **single, **sizes)
        results |= {
            f"{kind} {w}": a for kind, made in zip(("jacobian", "vjp"), found, strict=True) for w, a in made.items()
        }
        results["jvp"] = functions.jvp({w: single[w] for w in variables}, **single, **sizes)
    yield from (name for name, array in results.items() if array.dtype != np.float32)


@pytest.fixture(scope="module")
def refused() -> Iterator[list[str]]:
    """What the engine said it cannot do; that is not the rule."""
    found: list[str] = []
    yield found
    assert len(found) <= 1 + CASES // 20, found


@pytest.mark.parametrize("seed", range(CASES))
def test_no_wrong_answer(seed: int, refused: list[str]) -> None:
    text = random_theory(seed, SMALL).write()
    try:
        problems = list(disagreements(text, seed))
    except derive.Error as error:
        problems = ["not one line"] if "\n" in str(error) else []
        refused.append(f"{text}: {error}")
    assert not problems, f"{text}\n" + "\n".join(problems)


# --------------------------------------------------------------------------------------------- other ways to write


def results(text: str) -> dict[tuple[str, str], tuple[tuple[IndexTerm, ...], Term]]:
    """Jacobians and VJPs of a theory with their free indices."""
    made = derive.parse(text)
    engine, output = made._entry.engine, made.data.output
    assert output is not None
    found = {}
    for w in engine.differentiable(output.name):
        of, inner = engine.pair(output.name, w)
        indices = (*of.indices, *inner.indices)
        found["jacobian", w] = indices, engine.jacobian(output.name, w).result
        found["vjp", w] = indices, engine.vjp(output.name, w).result
    return found


def sorted_operands(node: Node) -> Node:
    """With the operands of + and * in one order."""

    def ordered(n: Node) -> Node | None:
        if isinstance(n, Mul):
            return mul(*sorted(n.args, key=key))
        return Add(tuple(sorted(n.args, key=key))) if isinstance(n, Add) else None

    for _ in range(4):  # the order below decides about the order above
        node = canonical(rewrite_nodes(canonical(node), ordered))
    return node


def differences(source: Source, other: Source, letters: tuple[str, ...], form: Callable[[Node], Node]) -> list[str]:
    """Which results of two ways to write the same theory differ."""
    first, second = results(source.write()), results(other.write(letters))
    assert first.keys() == second.keys()
    found = []
    for name, (indices, term) in first.items():
        theirs = substitute(second[name][1], dict(zip(second[name][0], indices, strict=True)))  # type: ignore[arg-type]
        if not alpha_equal(form(term), form(theirs)):
            found.append(f"{name}: {unparse(term)} and {unparse(theirs)}")
    return found


@pytest.mark.parametrize("seed", range(CASES // 6))
def test_writing_it_otherwise_changes_nothing(seed: int) -> None:
    rng, source = Random(seed), random_theory(seed, SMALL)
    letters = tuple(rng.sample(LETTERS, len(LETTERS)))
    ways = [
        ("other letters", source, letters, sorted_operands),
        ("another order of operands", source.swapped(rng), LETTERS, sorted_operands),
        ("another order of definitions", source.reordered(rng), LETTERS, lambda term: term),
    ]
    try:
        for way, other, names, form in ways:
            problems = differences(source, other, names, form) if other.write(names) != source.write() else []
            assert not problems, f"{way}\n{source.write()}\n\n{other.write(names)}\n" + "\n".join(problems)
    except derive.Error:
        pytest.skip("the engine cannot do this")


@pytest.mark.parametrize("seed", range(CASES // 6))
def test_what_is_found_can_be_claimed_and_nothing_else(seed: int) -> None:
    text = random_theory(seed, SMALL).write()
    try:
        made = derive.parse(text)
        engine, output = made._entry.engine, made.data.output
        assert output is not None
        found = [engine.jacobian(output.name, w) for w in engine.differentiable(output.name)]
    except derive.Error:
        pytest.skip("the engine cannot do this")
    for derivation in found:
        hypotheses = dict.fromkeys(derivation.hypotheses)
        if hypotheses and not checks.has_point(made.data, hypotheses):
            continue  # max(u, u): from what cannot be, nothing is to be claimed
        equation = f"{unparse(derivation.start)} == ({unparse(derivation.result)})"
        derive.parse(f"{text}\nprove({equation})").prove()
        with pytest.raises(derive.FalseClaim):
            derive.parse(f"{text}\nprove({equation} + 1)").prove()
