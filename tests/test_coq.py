"""Proofs for Coq: each rule has its lemma, what is printed means what the theory says, and Coq refuses what is false.

Tests that need Coq are skipped where `coqc` is not on PATH.  The reader at the top shares nothing with the printer.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mpmath import mp, mpf

import derive
from derive import checks, entry, kernel, language, library, rules
from derive.checks.numbers import Point, Undefined
from derive.context import Context
from derive.coq import export, referee, replay, run, shared, terms
from derive.derivation import Derivation, Step
from derive.expr import (
    Binder,
    Cmp,
    Diff,
    Index,
    Lambda,
    Pred,
    Ref,
    Size,
    Sizes,
    extent,
    free,
    key,
    length,
    num,
    substitute,
    subterms,
)
from derive.kernel import Rule
from derive.targets import coq
from derive.theory import Theory

needs_coq = pytest.mark.skipif(run.compiler() is None, reason="coqc is not on PATH: Debian's coq and libcoq-coquelicot")

SEEDS = ("softmax", "sigmoid", "softmax_cross_entropy", "network", "cross_entropy", "column_normalization")
"""Theories that every change has to keep."""

SWEPT = "column_normalization"
"""One whose results are sweeps over its graph."""

# ------------------------------------------------------------------------------------------ reading what was printed

TOKEN = re.compile(r"\s*(?:(\d+)|([^\W\d][\w']*)|(=>|<>|<=|:=|->|[-+*/^()=<,:%]))")
TWO = {"+": 1, "-": 1, "*": 2, "/": 2}


class Reader:
    """Coq's terms, as far as proof files hold them, read into functions of what their names stand for."""

    def __init__(self, text: str) -> None:
        self.tokens = [m.group(1) or m.group(2) or m.group(3) for m in TOKEN.finditer(text)]
        assert "".join(self.tokens) == re.sub(r"\s", "", text), text
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, expected: str = "") -> str:
        token = self.peek()
        assert token and (not expected or token == expected), (expected, self.tokens[self.at :][:8])
        self.at += 1
        return token

    def sum(self, level: int = 1) -> Any:
        left = self.sum(level + 1) if level < 2 else self.unary()
        while TWO.get(self.peek()) == level:
            op, right = self.take(), self.sum(level + 1) if level < 2 else self.unary()
            left = self.binary(op, left, right)
        return left

    @staticmethod
    def binary(op: str, left: Any, right: Any) -> Any:
        do = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}[op]
        return lambda env: do(left(env), right(env))

    def unary(self) -> Any:
        if self.peek() in ("-", "/"):
            op, below = self.take(), self.unary()
            return (lambda env: -below(env)) if op == "-" else (lambda env: 1 / below(env))
        base = self.call()
        if self.peek() == "^":
            self.take()
            power = self.call()
            return lambda env: base(env) ** int(power(env))
        return base

    def call(self) -> Any:
        found = self.atom()
        while self.peek() == "(" or re.match(r"[\w]", self.peek()) and self.peek() not in ("then", "else"):
            found = self.applied(found, self.atom())
        return found

    @staticmethod
    def applied(function: Any, argument: Any) -> Any:
        return lambda env: function(env)(argument(env))

    def atom(self) -> Any:
        token = self.take()
        if token.isdigit():
            return lambda env: mpf(token)
        if token != "(":
            return lambda env: env[token]
        if self.peek() == "fun":
            self.take()
            names = []
            while self.peek() != "=>":
                names.append(self.take())
            self.take()
            found = self.lambda_(names, self.sum())
        elif self.peek() == "if":
            self.take()
            cond = self.call()
            self.take("then")
            then = self.sum()
            self.take("else")
            found = self.branch(cond, then, self.sum())
        else:
            found = self.sum()
        self.take(")")
        return found

    @staticmethod
    def branch(cond: Any, then: Any, other: Any) -> Any:
        return lambda env: then(env) if cond(env) else other(env)

    @staticmethod
    def lambda_(names: list[str], body: Any) -> Any:
        if not names:
            return body
        rest = Reader.lambda_(names[1:], body)
        return lambda env: lambda value: rest({**env, names[0]: value})


def read(text: str) -> Any:
    reader = Reader(text)
    found = reader.sum()
    assert not reader.peek(), reader.tokens[reader.at :]
    return found


def moved(array: Any, at: tuple[Any, ...], value: Any) -> Any:
    """An array with another element."""
    if not at:
        return value
    return lambda k: moved(array(k), at[1:], value) if k == at[0] else array(k)


def element(array: Any, at: tuple[Any, ...]) -> Any:
    for each in at:
        array = array(each)
    return array


def derivative(slot: tuple[Any, tuple[Any, ...]]) -> Any:
    array, at = slot

    def of(function: Callable[[Any], Any]) -> Any:
        step = mpf(10) ** (-mp.dps // 3)
        here = element(array, at)
        return (function(moved(array, at, here + step)) - function(moved(array, at, here - step))) / (2 * step)

    return of


def curried(count: int, function: Callable[..., Any]) -> Any:
    def more(*args: Any) -> Any:
        return function(*args) if len(args) == count else lambda value: more(*args, value)

    return more()


def first_largest(n: Any, f: Any) -> int:
    values = [f(k) for k in range(int(n))]
    return values.index(max(values))


MEANING: Mapping[str, Any] = {
    "exp": mp.exp, "ln": mp.log, "sqrt": mp.sqrt, "Rabs": abs, "signum": mp.sign, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan,
    "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "atan": mp.atan, "erf": mp.erf, "INR": mpf, "PI": mp.pi,
    "Rmax": curried(2, max), "Rmin": curried(2, min), "Rpower": curried(2, lambda a, b: mp.exp(b * mp.log(a))),
    "rsum": curried(2, lambda n, f: mp.fsum(f(k) for k in range(int(n)))),
    "rsumif": curried(3, lambda n, p, f: mp.fsum(f(k) for k in range(int(n)) if p(k))),
    "rprod": curried(2, lambda n, f: mp.fprod(f(k) for k in range(int(n)))),
    "rprodif": curried(3, lambda n, p, f: mp.fprod(f(k) for k in range(int(n)) if p(k))),
    "argmax": curried(2, first_largest),
    "largest": curried(2, lambda n, f: max(f(k) for k in range(int(n)))),
    "smallest": curried(2, lambda n, f: min(f(k) for k in range(int(n)))),
    "delta": curried(2, lambda i, j: mpf(i == j)),
    "leb": curried(2, lambda a, b: a <= b), "ltb": curried(2, lambda a, b: a < b), "eqb": curried(2, lambda a, b: a == b),
    "negb": lambda b: not b, "andb": curried(2, lambda a, b: a and b), "true": True, "false": False,
    "at0": lambda x: (x, ()), "at1": curried(2, lambda a, i: (a, (i,))), "at2": curried(3, lambda a, i, j: (a, (i, j))),
    "at3": curried(4, lambda a, i, j, k: (a, (i, j, k))), "pd": derivative,
    "line0": curried(3, lambda a, d, t: a + t * d), "line1": curried(4, lambda a, d, t, i: a(i) + t * d(i)),
    "line2": curried(5, lambda a, d, t, i, j: a(i)(j) + t * d(i)(j)),
}  # fmt: skip
"""What the prelude's words mean, said again."""


@cache
def written(name: str, results: bool = False) -> coq.Written:
    made = entry.make(library.read(library.source(name)))
    return coq.Written(made.theory, (*made.proofs, *(made.results if results else ())))


def environment(file: export.File, dims: Mapping[str, int], inputs: Mapping[str, Any]) -> dict[str, Any]:
    """What every name of a file stands for."""
    env: dict[str, Any] = {**MEANING, **{d: mpf(n) for d, n in dims.items()}, **inputs}
    env["Nat"] = None
    for definition in file.definitions:
        names = [n for group in re.findall(r"\(([^:()]*):", definition.parameters) for n in group.split()]
        env[f"{definition.name}_of"] = Reader.lambda_(names, read(definition.body))(env)
        env[definition.name] = read(definition.applied)(env)
    return env


def array(values: Mapping[tuple[int, ...], Any], rank: int) -> Any:
    return values[()] if not rank else curried(rank, lambda *at: values[tuple(int(k) for k in at)])


# ---------------------------------------------------------------------------------------------------- the printer


def spoken(derivation: Derivation) -> Iterator[tuple[Theory, Step]]:
    """Every line that has a lemma, each with the theory that it is about: in a part, what lies between is an input."""
    for each in (*derivation.parts, derivation):
        yield from ((each.theory, step) for step in each.steps)


def filled(derivation: Derivation, point: Point) -> Point:
    """The point with every defined quantity, for the theories in which some of these are inputs."""
    found = dict(point.elements)
    for definition in derivation.theory.definitions if derivation.parts else ():
        for at in product(*(range(point.dims[i.dim]) for i in definition.indices)):
            here = dict(zip(definition.indices, at, strict=True))
            found[definition.name, at] = checks.evaluate(
                Ref(definition.name, definition.indices), derivation.theory, point, here
            )
    return Point(point.dims, found)


def derived(name: str, results: bool = False) -> tuple[Derivation, ...]:
    """The derivations of a file, in its order."""
    made = entry.make(library.read(library.source(name)))
    return (*made.proofs, *(made.results if results else ()))


def somewhere(
    file: export.File, derivations: tuple[Derivation, ...], rng: Random, size: int
) -> tuple[Point, dict[str, Any]]:
    """Numbers for all inputs: as a point for the theory, and as what the names of the file stand for."""
    scope = export.scope_of(derivations)
    sizes = Sizes({d: size for d in scope.dims if extent(d)[0] == ((d, 1),)})
    sizes.update({d: length(d, sizes) for d in scope.dims})
    most = max(sizes.values(), default=size)
    inputs = {n: r for n, r in scope.ranks.items() if n not in scope.context.definitions}
    values = {
        n: {at: mpf(rng.randint(1, 40)) / 17 + mpf(k) / 97 for k, at in enumerate(product(range(most), repeat=r))}
        for n, r in inputs.items()
    }
    env = environment(
        file,
        {scope.dims[d]: n for d, n in sizes.items()},
        {scope.base[n]: array(values[n], r) for n, r in inputs.items()},
    )
    return Point(sizes, {(n, at): v for n, table in values.items() for at, v in table.items()}), env


@pytest.mark.parametrize(
    ("name", "results"),
    [
        *((name, name in (SWEPT, "softmax", "network")) for name in SEEDS),
        *((name, False) for name in ("tanh", "layer_norm", "smooth_l1", "max_pooling", "gelu", "focal_loss", "relu6")),
        ("conv1d", True),
    ],
)
def test_what_is_printed_has_the_value_that_the_theory_gives_it(name: str, results: bool) -> None:
    derivations, file, rng = derived(name, results), written(name, results).file, Random(name)
    compared, theorems = 0, 0
    with mp.workdps(40):
        for size in (2, 3):
            point, env = somewhere(file, derivations, rng, size)
            for derivation, claim in zip(derivations, file.claims, strict=True):
                lines, whole = [lemma for lemma in claim.lemmas if lemma.step], filled(derivation, point)
                said = [(theory, s.theorem.conclusion, s.before, s.after) for theory, s in spoken(derivation)]
                texts = [(line.statement[0], line.statement[1].split(" ", 1)[1]) for line in lines]
                if claim.theorem[0].startswith("is_pd "):
                    said.append((derivation.theory, derivation.statement, derivation.start, derivation.result))
                    texts.append((claim.theorem[0].removeprefix("is_"), claim.theorem[1]))
                    theorems += 1
                for (theory, conclusion, *sides), shown in zip(said, texts, strict=True):
                    free_ = sorted(free(conclusion), key=lambda i: i.name)
                    indices = {i: rng.randrange(point.dims[i.dim]) for i in free_}
                    here = {**env, **{i.name: at for i, at in indices.items()}}
                    for text, term in zip(shown, sides, strict=True):
                        try:
                            true = checks.evaluate(term, theory, whole, indices)
                            found = read(text.replace("Nat.eqb", "eqb"))(here)
                        except (Undefined, ZeroDivisionError):
                            continue
                        assert abs(true - found) <= 1e-7 * (1 + abs(true)), (claim.name, text, true, found)
                        compared += 1
    assert compared >= 2 * len(file.claims) and (theorems or not results)


# ------------------------------------------------------------------------------------------------------- the rules


def proved_names(file: str) -> frozenset[str]:
    text = (terms.PRELUDE / file).read_text(encoding="utf-8")
    return frozenset(re.findall(r"^\s*Lemma ([\w']+)", text, re.MULTILINE))


@pytest.mark.parametrize("table", rules.tables())
def test_every_rule_has_its_lemma_or_a_reason_why_not(table: str) -> None:
    names = proved_names("Stability.v" if table == "stability" else "Rules.v")
    for rule in rules.table(table):
        variants = {rule.name, f"{rule.name}_real"} & names
        assert bool(variants) != (rule.name in replay.MISSING), rule.name


def test_every_inference_of_the_kernel_is_replayed_or_named() -> None:
    from derive import kernel

    assert set(replay.INFERENCES) == set(kernel.INFERENCES)


def test_the_prelude_takes_nothing_for_granted() -> None:
    for path in terms.PRELUDE.glob("*.v"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(Admitted|Axiom|Parameter|Conjecture|admit|Abort)\b", text), path.name
    assert {p.stem for p in terms.PRELUDE.glob("*.v")} == set(run.ORDER)


@pytest.mark.parametrize("name", [*SEEDS, "smooth_l1", "max_pooling", "l2_normalise", "gaussian_mixture"])
def test_hypotheses_come_with_numbers_that_meet_them(name: str) -> None:
    for claim in written(name).file.claims:
        given = [h for h in claim.hypotheses if h.name.startswith("given")]
        assert bool(given) == (claim.possible is not None), claim.name
        for hypothesis in given if claim.possible is not None else ():
            assert hypothesis.statement.count("<") <= claim.possible.statement[1].count("<")


@pytest.mark.parametrize("name", SEEDS)
def test_a_file_takes_nothing_for_granted(name: str) -> None:
    text = written(name, results=True).text
    assert not re.search(r"\b(Admitted|Axiom|Parameter|Conjecture|admit|Abort)\b", text)
    assert not written(name, results=True).file.missing


@pytest.mark.parametrize("name", ["network", SWEPT])
def test_what_occurs_more_than_once_is_a_lemma_of_its_own(name: str) -> None:
    made = written(name, results=True)
    file = made.file
    assert file.facts and file.shared
    for fact in file.shared:
        assert len(re.findall(rf"\b{fact.name}\b", made.text)) > 1, fact.name
    for claim in file.claims:
        alone = replace(file, claims=(claim,))
        assert {fact.name for fact in alone.shared} == file.needs(claim)
        assert set(re.findall(r"\bshared_\d+\b", made.of(alone))) == file.needs(claim)
    parts = [{c.name for c in part} for part in referee._parts(file)]
    assert len(parts) > 1 and sorted(n for part in parts for n in part) == sorted(c.name for c in file.claims)
    assert all({c.name, *c.rests} <= part for c in file.claims for part in parts if c.name in part)


def test_sweeps_rest_on_the_same_lemmas_as_claims_and_on_cotangents() -> None:
    file = written(SWEPT, results=True).file
    needs = {c.name: file.needs(c) for c in file.claims}
    assert needs["vjp_f_c"] & needs["scale"] and needs["vjp_f_y"] & needs["jvp_f_a_w"]
    assert {c.name: set(c.rests) for c in file.claims if c.rests} == {
        "vjp_f_c": {"vjp_f_y"},
        "vjp_f_b": {"vjp_f_y", "vjp_f_c"},
        "vjp_f_a": {"vjp_f_y", "vjp_f_c", "vjp_f_b"},
        "vjp_f_w": {"vjp_f_y"},
    }


def test_a_second_proof_of_the_same_derivative_is_found_once() -> None:
    made = written("network", results=True)
    claims = {c.name: c for c in made.file.claims}
    order = list(claims)
    alike = {name: c.alike for name, c in claims.items() if c.alike[0]}
    assert alike["derivative_L_W"] == ("weights", "as (weights_outright l m)")
    assert alike["vjp_L_b"] == ("biases", "times (biases_outright l)")
    for name, (before, _) in alike.items():
        assert order.index(before) < order.index(name) and claims[before].again
        assert f"{before}_outright" in made.of(replace(made.file, claims=(claims[before], claims[name])))
        alone = made.of(replace(made.file, claims=(claims[name],)))  # the other may be in another part, or refused
        assert f"{before}_outright" not in alone and f'attempt "{name}" by {claims[name].again}.' in alone


def stated(rule: Rule, exponent: int) -> Derivation:
    """A rule as a derivation of one line: its variables inputs, or functions of x where it differentiates."""
    nodes = [n for side in (rule.left, rule.right, *rule.conditions) for n in subterms(side)]
    by_x = any(isinstance(n, Diff) for n in nodes)
    given: dict[str, Lambda] = {}
    for n in nodes:
        if isinstance(n, Pred):
            at = tuple(i for i in n.indices if isinstance(i, Index))
            given.setdefault(n.name, Lambda(at, Cmp("<", num(0), Ref(f"on_{n.name}{len(at)}", at))))
        elif isinstance(n, Ref):
            at = tuple(i for i in n.indices if isinstance(i, Index))
            body = substitute(
                language.parse_term("w" if n.name == "c" else "exp(w*x)"),
                quantities={"w": Lambda((), Ref(f"{n.name}{len(at)}_", at))},
            )
            given.setdefault(n.name, Lambda(at, body if by_x else Ref(f"{n.name}{len(at)}_", at)))
    if by_x:
        given["x"] = Lambda((), Ref("x"))
    if rule.name in ("exp_times", "log_pow", "pow_exp", "diff_pow"):
        given["v" if rule.name == "pow_exp" else "n"] = Lambda((), num(exponent))
        given["m"] = Lambda((), num(exponent - 1))
    known = {i for side in (rule.left, rule.right) for i in free(side)}
    dims = {(n.index if isinstance(n, Binder) else n).dim for n in nodes if isinstance(n, Binder | Size | Index)}
    theorem = kernel.rule(
        CONTEXT, rule, tuple(given.items()), tuple((i, i) for i in sorted(known, key=key)), tuple((d, d) for d in sorted(dims))
    )  # fmt: skip
    return Derivation(
        EMPTY, "claim", f"{rule.name}_{exponent + 9}", "", (Step(theorem, rule.name, rule.reason),), theorem
    )


EMPTY = language.parse_theory("prove(x == x)", name="rules")
CONTEXT = Context()


@needs_coq
@pytest.mark.parametrize("table", rules.tables())
def test_coq_accepts_every_rule_of_the_tables(table: str) -> None:
    every = [r for r in rules.table(table) if r.name not in replay.MISSING]
    made = coq.Written(EMPTY, [stated(r, e) for e in (3, -2) for r in every])
    assert not made.file.missing
    plain = replace(made.file, claims=tuple(replace(c, again="", possible=None) for c in made.file.claims))

    def text(file: export.File) -> str:
        load = "Prelude.\nFrom Derivations Require Import Stability." if table == "stability" else "Prelude."
        return made.of(file).replace("Prelude.", load, 1)

    assert not [v for v in referee.judge(plain, text, 200) if not v.agrees]


# ------------------------------------------------------------------------------------------------- what Coq accepts


@needs_coq
@pytest.mark.parametrize("name", [*SEEDS, "conv1d", "gru_cell"])
def test_coq_accepts_claims_and_derivatives(name: str) -> None:
    made = written(name, results=True)
    answer = run.ask(made.text)
    assert answer.accepted, (answer.line, answer.message)


@needs_coq
@pytest.mark.parametrize(
    ("name", "once"), [("network", set()), ("softmax", {"at-most-one", "positive"}), (SWEPT, {"scale"})]
)
def test_coq_finds_second_proofs_of_derivatives_vjps_and_jvps(name: str, once: set[str]) -> None:
    made = written(name, results=True)
    verdicts = referee.judge(made.file, made.of, 120)
    assert all(v.agrees for v in verdicts)
    assert once <= {v.claim for v in verdicts if not v.twice}
    assert {v.claim for v in verdicts if not v.twice and v.claim.startswith(("derivative", "vjp", "jvp"))} == set()


@needs_coq
@pytest.mark.parametrize("name", ["derivative_L_W", "vjp_L_W"])
def test_a_second_proof_follows_from_one_before_and_no_other_does(name: str) -> None:
    made = written("network", results=True)
    claims = {c.name: c for c in made.file.claims}
    text = made.of(replace(made.file, claims=tuple(claims[n] for n in ("weights", name))))
    start = text.index(f"Definition {name}_outright")
    only, count = re.subn(r"(outright l m\) or) .*\.", r"\1 fail.", text[start:])
    assert count == 1
    assert run.ask(text[:start] + only).once == ()
    for right, wrong in (("t l)", "t l + 1)"), ("* o m", "* o l")):
        assert right in only
        changed = run.ask(text[:start] + only.replace(right, wrong))
        assert changed.accepted and changed.once == (name,)


def refused(made: coq.Written, claim: export.Claim, facts: tuple[shared.Fact, ...] | None = None) -> str:
    """Where Coq refuses a file that holds this claim and what it rests on: the name of the lemma or theorem."""
    claims = (*(c for c in made.file.claims if c.name in claim.rests), claim)
    file = replace(made.file, claims=claims, missing=(), facts=made.file.facts if facts is None else facts)
    *below, verdict = referee.judge(file, made.of, 120)
    assert all(v.agrees for v in below)
    assert verdict.disagrees, f"{claim.name} is accepted"
    return verdict.reason.split(":")[0]


def changes(text: str, indices: tuple[str, ...]) -> Iterator[str]:
    """Other right sides: another sign, factor, index or delta."""
    yield f"- ({text})"
    yield f"2 * ({text})"
    yield f"({text}) + 1"
    for old, new in product(indices, repeat=2):
        other = re.sub(rf"\b{old}\b", new, text)
        if old != new and other != text:
            yield other
    position = r"(?:\w+|\([^()]*\))"
    if "delta" in text:
        yield re.sub(rf"delta {position} {position}", "1", text)
        yield re.sub(rf"delta {position} {position}", "0", text)
        yield re.sub(r"delta \((\w+) \+ ", r"delta (\1 + 1 + ", text)


def differ(one: str, other: str, indices: tuple[str, ...], env: Mapping[str, Any]) -> bool:
    """Whether two texts have other values somewhere: ȳ that is f̄ everywhere has the same at another index."""
    places = (dict(zip(indices, at, strict=True)) for at in product(range(3), repeat=len(indices)))
    with mp.workdps(30):
        return any(read(one)({**env, **here}) != read(other)({**env, **here}) for here in places)


@needs_coq
@pytest.mark.parametrize("name", ["softmax", "sigmoid", "softmax_cross_entropy", "conv1d", SWEPT])
def test_coq_refuses_a_claim_that_was_changed(name: str) -> None:
    made, rng = written(name, results=name == SWEPT), Random(name)
    _, env = somewhere(made.file, derived(name, results=name == SWEPT), rng, 3)
    for claim in made.file.claims[-6 if name == SWEPT else 0 :]:
        last = [n for n, lemma in enumerate(claim.lemmas) if lemma.step][-1]
        relation, right = claim.lemmas[last].statement[1].split(" ", 1)
        others = [c for c in dict.fromkeys(changes(right, claim.indices)) if relation == "=" and right not in ("0", c)]
        others = [c for c in others if differ(right, c, claim.indices, env)]
        for other in rng.sample(others, min(2 if name == SWEPT else 3, len(others))):
            lemma = replace(claim.lemmas[last], statement=(claim.lemmas[last].statement[0], f"{relation} {other}"))
            theorem = (claim.theorem[0], claim.theorem[1].replace(right, other))
            assert theorem != claim.theorem, claim.theorem
            changed = replace(claim, lemmas=(*claim.lemmas[:last], lemma, *claim.lemmas[last + 1 :]), theorem=theorem)
            assert refused(made, changed) == lemma.name, other


CHAINS = {
    # numbers and arrays in turn, signs that follow from definitions, names and letters that the file uses itself
    "numbers": """x: Real[N]
w: Real[N]
u: Real
each: Real[N]
p[t] = exp(w[t]*x[t]) + 1
q = sum(log(p[t])*each[t] for t in N)
line1 = sqrt(1 + q**2)*u + sum(p[t] for t in N)
f = line1**2/sum(p[t] for t in N) + q*u
""",
    # kinks, which stay where they are nearby
    "kinks": """x: Real[N]
U: Real[H, N]
V: Real[M, H]
W: Real[M]
z[i] = sum(U[i, n]*x[n] for n in N)
h[i] = max(z[i], 0)
k[m] = sum(V[m, i]*h[i] for i in H)
g[m] = abs(k[m])
L = sum(W[m]*g[m] for m in M)
""",
    # three axes
    "cube": """x: Real[N, M, K]
w: Real[M]
v: Real[N]
a[n, m, k] = x[n, m, k]*w[m]
b[n, m, k] = exp(a[n, m, k])*v[n]
c[n] = sum(b[n, m, k]/(1 + a[n, m, k]**2) for m in M for k in K)
f = sum(c[n]*v[n] for n in N)
""",
}


@needs_coq
@pytest.mark.parametrize("name", CHAINS)
def test_coq_accepts_sweeps_of_every_kind(name: str) -> None:
    theory = language.parse_theory(CHAINS[name], name=name)
    results = entry.make(theory).results
    assert all(any(t.inference in ("backward", "forward") for t in every(d.theorem)) for d in results)
    made = coq.Written(theory, results)
    assert not made.file.missing
    answer = run.ask(made.text)
    assert answer.accepted, (answer.line, answer.message)


def every(theorem: kernel.Theorem) -> Iterator[kernel.Theorem]:
    yield theorem
    for premise in theorem.premises:
        yield from every(premise)


@needs_coq
@pytest.mark.parametrize(
    ("claim", "moving", "held"),
    [("vjp_f_a", "(b_of M a')", "b"), ("vjp_f_b", "(c_of a b')", "c"), ("jvp_f_a_w", "(line2 w w_dot t)", "w")],
)
def test_coq_refuses_a_sweep_that_holds_fixed_what_moves(claim: str, moving: str, held: str) -> None:
    made = written(SWEPT, results=True)
    whole = next(c for c in made.file.claims if c.name == claim)
    theorem = (whole.theorem[0].replace(moving, held), whole.theorem[1])
    assert theorem != whole.theorem
    assert refused(made, replace(whole, theorem=theorem)) == claim


@needs_coq
def test_coq_refuses_a_sweep_through_another_quantity() -> None:
    made = written(SWEPT, results=True)
    claim = next(c for c in made.file.claims if c.name == "vjp_f_a")
    last = claim.lemmas[-1]
    assert "vjp_f_b" in claim.rests and any("vjp_f_b;" in line for line in last.script)
    lemma = replace(last, script=tuple(line.replace("vjp_f_b;", "vjp_f_c;") for line in last.script))
    assert refused(made, replace(claim, lemmas=(*claim.lemmas[:-1], lemma))) == lemma.name


@needs_coq
@pytest.mark.parametrize("broken", ["theorem", "shared"])
def test_what_rests_on_a_refused_derivation_is_not_decided_and_the_others_are(broken: str) -> None:
    made = written(SWEPT, results=True)
    claims = tuple(c for c in made.file.claims if c.name.startswith("vjp"))
    file, where = replace(made.file, claims=claims), "vjp_f_c"
    guilty, other = (next(c for c in claims if c.name == name) for name in ("vjp_f_c", "vjp_f_y"))
    if broken == "theorem":
        wrong = replace(guilty, theorem=(guilty.theorem[0], f"(2 * {guilty.theorem[1]})"))
        file = replace(file, claims=tuple(wrong if c is guilty else c for c in claims))
    else:
        where = min(file.needs(guilty) - file.needs(other))
        facts = (replace(f, statement=(*f.statement, "+ 1")) if f.name == where else f for f in file.facts)
        file = replace(file, facts=tuple(facts))
    verdicts = {v.claim: v for v in referee.judge(file, made.of, 120)}
    assert verdicts["vjp-f-c"].disagrees and verdicts["vjp-f-c"].reason.startswith(f"{where}:")
    assert verdicts["vjp-f-y"].agrees and verdicts["vjp-f-w"].agrees
    assert verdicts["vjp-f-w"].twice  # by the differentiator, which knows nothing of sweeps
    assert {v.reason for n, v in verdicts.items() if n in ("vjp-f-b", "vjp-f-a")} == {
        "it rests on vjp-f-c, which is not accepted"
    }
    assert not any(v.late for v in verdicts.values())


def test_a_sweep_that_rests_on_what_is_not_in_the_file_is_told() -> None:
    made = entry.make(library.read(library.source(SWEPT)))
    alone = coq.Written(made.theory, [d for d in made.results if d.name in ("vjp-f-y", "vjp-f-a")]).file
    assert [c.name for c in alone.claims] == ["vjp_f_y"]
    assert alone.missing == (("vjp-f-a", "it rests on a theorem about b_bar, which is not in the file"),)


SHIFTED = """x: Real[N + 1]
d[i] = x[i + 1] - x[i]
y[i] = sum(w[k]*x[2*i + 3*k - 1] for k in K)
prove(diff(d[i], x[j]) == delta(i + 1, j) - delta(i, j), name="step")
prove(diff(y[i], w[k]) == x[2*i + 3*k - 1], name="weights")
"""


@needs_coq
def test_coq_follows_shifted_indices_and_refuses_another_shift() -> None:
    theory = language.parse_theory(SHIFTED, name="shifted")
    made = coq.Written(theory, entry.make(theory).proofs)
    assert not made.file.missing and run.ask(made.text).accepted
    for old, new in (("(i + 1)", "(i + 2)"), ("2 * i + 3 * k", "3 * i + 2 * k")):
        claim = next(c for c in made.file.claims if old in c.lemmas[-1].statement[1])
        end = claim.lemmas[-1]
        lemma = replace(end, statement=(end.statement[0], end.statement[1].replace(old, new)))
        theorem = (claim.theorem[0], claim.theorem[1].replace(old, new))
        assert refused(made, replace(claim, lemmas=(*claim.lemmas[:-1], lemma), theorem=theorem)) == lemma.name


def test_a_dimension_made_of_others_is_written_as_their_length() -> None:
    text = written("conv1d", results=True).text
    assert "rsum (N + K - 1)" in text and "Variables (K N : nat)." in text
    assert "length1" not in text  # N + K - 1 is at least 1 where N and K are
    shorter = language.parse_theory(
        "x: Real[N - K + 1]\ny: Real[N]\nz: Real[K]\nL = sum(x[i] for i in I)", name="shorter"
    )
    file = coq.Written(shorter, entry.make(shorter).results).file
    assert [h.statement for h in file.lengths] == ["(0 < (N + 1 - K))%nat"]


@needs_coq
def test_coq_refuses_a_line_that_names_a_neighbour_s_rule() -> None:
    made = written("softmax")
    claim = next(c for c in made.file.claims if c.name == "jacobian")
    names = sorted(rule.name for rule in rules.table("calculus") if rule.name not in replay.MISSING)
    tried = 0

    def wrong(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for used in dict.fromkeys(re.findall(r"\b(diff_\w+)\b", "\n".join(lines))):
            other = names[(names.index(used) + 1) % len(names)]
            yield tuple(re.sub(rf"\b{used}\b", other, line) for line in lines)

    for n, lemma in enumerate(claim.lemmas):
        for script in wrong(lemma.script):
            lemmas = (*claim.lemmas[:n], replace(lemma, script=script), *claim.lemmas[n + 1 :])
            assert refused(made, replace(claim, lemmas=lemmas)) == lemma.name
            tried += 1
    facts = made.file.facts
    for n, fact in enumerate(facts):
        for script in wrong(fact.script) if fact.name in made.file.needs(claim) else ():
            assert refused(made, claim, (*facts[:n], replace(fact, script=script), *facts[n + 1 :])) == fact.name
            tried += 1
    assert tried >= 3


@needs_coq
@pytest.mark.parametrize(
    ("name", "claim"),
    [("softmax", "off_diagonal"), ("softmax_cross_entropy", "gradient"), (SWEPT, "vjp_f_b"), (SWEPT, "vjp_f_a")],
)
def test_coq_refuses_a_claim_without_a_hypothesis_that_it_needs(name: str, claim: str) -> None:
    made = written(name, results=name == SWEPT)
    whole = next(c for c in made.file.claims if c.name == claim)
    given = [h for h in whole.hypotheses if h.name.startswith("given")]
    assert given
    assert refused(made, replace(whole, hypotheses=tuple(h for h in whole.hypotheses if h not in given)))


# ------------------------------------------------------------------------------------------------------ around it


def test_text_from_outside_stays_in_its_comment() -> None:
    theory = library.read(
        library.Source(
            "hostile",
            '"""Title *) Axiom false : False. (* "open"\n\nMore."""\ny = 2*x\nprove(diff(y, x) == 2)\n',
            "hostile",
            False,
        )
    )
    made = entry.make(theory)
    text = coq.Written(theory, made.proofs).text
    comment = text[: text.index("From Derivations")]
    assert comment.count("(*") == comment.count("*)") == 2 and '"' not in comment


def test_names_never_clash_with_those_of_coq() -> None:
    taken: set[str] = set()
    for name in ("exp", "R", "fun", "rsum", "pd", "sum_factor", "λ", "_", "x", "x"):
        made = terms.identifier(name, taken)
        assert made not in terms.reserved() and made not in taken
        taken.add(made)


def test_without_coq_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from derive import cli

    monkeypatch.setattr(run, "compiler", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        cli.main(["verify", "--coq", "cross_entropy"])
    said = capsys.readouterr()
    assert stopped.value.code == 0 and "gradient" in said.out
    assert said.err.count("\n") == 1 and "libcoq-coquelicot" in said.err


@needs_coq
def test_what_coq_said_is_known_and_not_claimed_where_there_is_no_coq(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from derive import cli

    said, asked = [], list[str]()

    def ask(text: str, **how: Any) -> run.Answer:
        asked.append(text)
        return run.ask(text, **how)

    monkeypatch.setattr(referee, "ask", ask)
    for arguments in (["--again"], [], ["--again"], []):
        if len(said) == 3:
            monkeypatch.setattr(run, "compiler", lambda: None)
        with pytest.raises(SystemExit) as stopped:
            cli.main(["verify", "--coq", "cross_entropy:gradient", *arguments])
        assert stopped.value.code == 0
        said.append(capsys.readouterr())
    assert len(asked) == 2
    assert "1 of 1" in said[0].out and "1 of 1" in said[1].out and "known" in said[1].out.splitlines()[-1]
    assert "1 of 1" in said[2].out and "known" not in said[2].out
    assert "1 of 1" not in said[3].out and "Coq" not in said[3].out and "libcoq-coquelicot" in said[3].err


@needs_coq
def test_a_coq_without_coquelicot_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from derive import cli

    for name in run.ORDER:
        (tmp_path / f"{name}.v").write_text("From Nowhere Require Import Nothing.\n", encoding="utf-8")
    monkeypatch.setattr(run, "PRELUDE", tmp_path)
    for kept in (run.key, run.prelude):
        kept.cache_clear()
    with pytest.raises(SystemExit) as stopped:
        cli.main(["verify", "--coq", "cross_entropy"])
    monkeypatch.undo()
    for kept in (run.key, run.prelude):
        kept.cache_clear()
    said = capsys.readouterr()
    assert stopped.value.code == 0 and "gradient" in said.out
    assert said.err.count("\n") == 1 and "libcoq-coquelicot" in said.err


@needs_coq
def test_time_that_runs_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    made = written("sigmoid")
    compiled = run.prelude()
    monkeypatch.setattr(run, "_home", lambda: Path("/nonexistent"))
    monkeypatch.setattr(run, "prelude", lambda: compiled)
    verdicts = referee.judge(made.file, made.of, 0.01)
    assert {v.answer for v in verdicts} == {referee.UNDECIDED} and "no answer within" in verdicts[0].reason


@needs_coq
def test_verify_lists_what_coq_accepts(capsys: pytest.CaptureFixture[str]) -> None:
    from derive import cli

    with pytest.raises(SystemExit) as stopped:
        cli.main(["verify", "--coq", "sigmoid:derivative"])
    said = capsys.readouterr()
    assert stopped.value.code == 0 and "1 of 1" in said.out and not said.err


@needs_coq
@pytest.mark.parametrize(
    ("name", "theorems"), [("softmax", ("jacobian", "jacobian_outright")), (SWEPT, ("vjp_f_a", "jvp_f_a_w"))]
)
def test_the_axioms_are_the_usual_four(name: str, theorems: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "Theory.v"
    asked = "".join(f"Print Assumptions {theorem}.\n" for theorem in theorems)
    path.write_text(written(name, results=name == SWEPT).text + asked, encoding="utf-8")
    command = [run.compiler() or "", *run.QUIET, "-Q", str(run.prelude()), run.NAMESPACE, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, cwd=tmp_path).stdout
    found = {name.split(".")[-1] for name in re.findall(r"^([\w.']+)\s*:", said, re.MULTILINE)}
    assert found - {"Axioms"} <= {"classic", "functional_extensionality_dep", "sig_forall_dec", "sig_not_dec"}
    assert said.count("sig_forall_dec") == 2


HESSIANS = (
    ("sigmoid", "sigma", "x"),
    ("softmax", "y", "a"),
    ("softmax_cross_entropy", "L", "a"),
    ("cross_entropy", "L", "y"),
    ("network", "L", "W"),
    ("column_normalization", "f", "a"),
)


@needs_coq
@pytest.mark.parametrize(("name", "of", "wrt"), HESSIANS)
def test_coq_accepts_second_derivatives(name: str, of: str, wrt: str) -> None:
    hessian = derive.load(name).hessian(of, wrt).data
    file = coq.Written(hessian.theory, (hessian,)).file
    (verdict,) = referee.judge(file, coq.Written.of, 120)
    assert verdict.agrees and verdict.lines == len(hessian.steps), verdict
