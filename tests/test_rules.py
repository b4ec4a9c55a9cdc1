"""Every rule of every table holds in numbers wherever its conditions do, a corrupted one is noticed, and stability follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from forge import Forge, refuted

from derive import kernel, language
from derive.checks.counterexample import Finding, survey
from derive.checks.sampling import Scene
from derive.context import Context, parts
from derive.errors import LanguageError
from derive.expr import (
    ONE,
    ZERO,
    Cmp,
    Diff,
    ForAll,
    Formula,
    Index,
    Lambda,
    Node,
    Pred,
    Ref,
    Term,
    add,
    canonical,
    free,
    key,
    mul,
    num,
    substitute,
    subterms,
)
from derive.kernel import Rule, Theorem
from derive.rules import rules, table, tables
from derive.strategy.bridge import Prover

EMPTY = language.parse_theory("prove(x == x)", name="rules")
CONTEXT = Context()
RULES = tuple(rules().values())


def nodes(rule: Rule) -> Iterator[Node]:
    for side in (rule.left, rule.right, *rule.conditions):
        yield from subterms(side)


# ------------------------------------------------------------------------------------------------- instances
# Variables of a rule stand for inputs.  Where it differentiates they stand for functions of x, some of them by hand so
# that conditions such as u > 0, or that something is constant, hold at points that are found.

PLAIN = {"u", "v", "f", "g", "h"}
FUNCTIONS_OF_X = (
    "{w}*x + {w}**2", "exp({w}*x)", "sin(x + {w})", "{w}*x**2 + x", "1/(2 + x**2 + {w})", "abs(x)*{w} + x*{w}**2", "{w}",
)  # fmt: skip
BETWEEN = ("sin(x + {w})/2", "x/(2 + x**2 + {w}**2)", "{w}*x/10")
"""For functions that live between −1 and 1."""
CONSTANTS = ("2*{w}", "{w}**3", "3")
EXPONENTS = ((3, 2), (2, 1), (1, 0), (0, -1), (-1, -2))
ORDERS = ((0, 1), (1, 2), (2, 3))
CONDITIONS = ("0 < on{at}", "0 < on{at} and 0 < {at0}", "x < on{at}")


def instances(rule: Rule, seed: str = "") -> Iterator[tuple[Cmp, tuple[Formula, ...]]]:
    """Statements that the rule makes and what they rest on."""
    random = Random(f"{rule.name}{seed}")
    differentiates = any(isinstance(n, Diff) for n in nodes(rule))
    quotient = {n.name for n in nodes(rule) if isinstance(n, Pred)}
    for turn in range(6 if differentiates else 3 if quotient else 1):
        given: dict[str, Lambda] = {}
        exponents = (ORDERS if "polygamma" in rule.name else EXPONENTS)[
            turn % 3 if "polygamma" in rule.name else turn % 5
        ]
        literal = dict(
            zip("nm" if rule.name == "diff_pow" or "polygamma" in rule.name else "", exponents, strict=False)
        )
        for n in nodes(rule):
            if not isinstance(n, Ref | Pred) or n.name in given or n.name == "x":
                continue
            at = tuple(i for i in n.indices if isinstance(i, Index))
            given[n.name] = Lambda(at, _value(rule, n, at, literal, random, turn, differentiates))
        statement = Cmp(rule.op, *(_term(substitute(side, quantities=given)) for side in (rule.left, rule.right)))
        known = free(rule.left) | free(rule.right)
        conditions = []
        for condition in rule.conditions:
            for index in sorted(free(condition) - known, key=key):
                condition = ForAll(index, condition)
            conditions.append(substitute(condition, quantities=given))
        defined = [c for side in (statement.left, statement.right) for c in CONTEXT.defined(side)]
        yield statement, tuple(dict.fromkeys([*conditions, *defined]))  # type: ignore[arg-type]


def _term(node: Node) -> Term:
    assert isinstance(node, Term)
    return node


def _value(
    rule: Rule, n: Ref | Pred, at: tuple[Index, ...], literal: dict[str, int], random: Random, turn: int, by_x: bool
) -> Node:
    own = Ref(f"{n.name}_", at)
    if isinstance(n, Pred):
        condition: Formula = Cmp("<", ZERO, Ref(f"on_{n.name}", at))
        return Cmp("<", Ref("x"), Ref(f"on_{n.name}", at)) if turn % 2 and by_x else condition
    if n.name in literal:
        return num(literal[n.name])
    if not by_x:
        return own
    pool = CONSTANTS if n.name == "c" else BETWEEN if rule.name in ("diff_asin", "diff_acos") else FUNCTIONS_OF_X
    text = random.choice(pool) if n.name == "c" else pool[(turn + "uvfgh".find(n.name)) % len(pool)]
    shape = language.parse_term(text.format(w="w"))
    return substitute(shape, quantities={"w": Lambda((), own)})


def look(statement: Cmp, hypotheses: tuple[Formula, ...], count: int = 8) -> Finding:
    """Numbers at points where the hypotheses hold."""
    return survey(Scene.of(EMPTY, hypotheses, (statement,), typed=False), statement, count)


def verdict(rule: Rule) -> tuple[bool, int]:
    """Whether no numbers refute the rule, and at how many points it was weighed."""
    findings = [look(*instance) for instance in instances(rule)]
    return all(f.counterexample is None for f in findings), sum(f.points for f in findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_every_rule_holds_inside_its_conditions(rule: Rule) -> None:
    holds, points = verdict(rule)
    assert holds
    assert points >= 6


# --------------------------------------------------------------------------------------- the loop itself can fail


def corrupted(rule: Rule) -> Iterator[Rule]:
    """The rule with another right side."""
    if rule.op != "==":
        yield replace(rule, left=rule.right, right=rule.left)
        return
    yield replace(rule, right=add(rule.right, ONE))
    if rule.right != ZERO and not (isinstance(rule.right, Term) and _always_zero(rule)):
        yield replace(rule, right=mul(num(2), rule.right))
        yield replace(rule, right=mul(num(-1), rule.right))


def _always_zero(rule: Rule) -> bool:
    """Rules that say that something is 0, where a factor changes nothing."""
    return rule.name in ("log_one", "delta_apart", "diff_sign", "diff_floor")


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_corrupted_rule_is_noticed(rule: Rule) -> None:
    for wrong in corrupted(rule):
        holds, _ = verdict(wrong)
        assert not holds, wrong


def test_a_rule_without_its_condition_is_noticed() -> None:
    """Of the conditions that do more than keep a function inside its domain, none could be left out."""
    needed = {rule.name for rule in RULES if rule.conditions and not verdict(replace(rule, conditions=()))[0]}
    assert needed >= {
        "abs_of_negative", "abs_of_positive", "delta_apart", "if_false", "if_true", "sign_of_negative", "sign_of_positive",
        "sign_square", "sum_bounds",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "quantities"),
    [
        ("diff_scale", {"c": "x", "u": "x"}),
        ("diff_inverse", {"c": "x", "h": "1 + x**2"}),
        ("diff_pow", {"n": "2", "m": "2", "u": "x"}),
        ("diff_polygamma", {"n": "1", "m": "1", "u": "1 + x**2"}),
    ],
)
def test_a_rule_of_calculus_without_its_condition_is_false(name: str, quantities: dict[str, str]) -> None:
    rule = rules()[name]
    given = {n: Lambda((), language.parse_term(t)) for n, t in quantities.items()}
    statement = Cmp("==", *(_term(substitute(side, quantities=given)) for side in (rule.left, rule.right)))
    conditions = tuple(substitute(c, quantities=given) for c in rule.conditions)
    assert look(statement, ()).counterexample is not None
    assert look(statement, conditions).counterexample is None  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------ strange terms for variables


def test_every_rule_holds_for_terms_of_any_kind() -> None:
    """Variables stand for random terms and conditions: branches, kinks, sums, derivatives, definitions, equal indices."""
    made = 0
    for rule, turn in product(RULES, range(3)):
        forge = Forge(f"{rule.name} {turn}")
        try:
            theorem = forge.rule(rule)
        except kernel.KernelError:
            continue
        if sum(1 for _ in subterms(theorem.conclusion)) <= 60:
            made += 1
            assert refuted(theorem, 3) is None, theorem
    assert made > 150


# ---------------------------------------------------------------------------------------------- how they are written


def test_names_are_unique_and_reasons_are_words() -> None:
    names = [rule.name for rules in tables().values() for rule in rules]
    assert len(names) == len(set(names))
    for rule in RULES:
        assert rule.reason
        assert rule.reason == rule.reason.strip().rstrip(".")
        assert "\n" not in rule.reason


def test_no_rule_knows_a_function_of_the_library() -> None:
    with pytest.raises(LanguageError):
        language.parse_rule("softmax(u) == u")


def test_every_variable_is_in_both_sides_or_stands_for_anything() -> None:
    """A name that only the right side has is chosen by whoever uses the rule; conditions name nothing new."""
    for rule in RULES:
        known = {n.name for side in (rule.left, rule.right) for n in subterms(side) if isinstance(n, Ref | Pred)}
        assert {n.name for c in rule.conditions for n in subterms(c) if isinstance(n, Ref | Pred)} <= known, rule.name


# ------------------------------------------------------------------------------------ stability follows from the rest

NOT_PROVED = {
    "log_cosh": "a number would have to be taken out of the sum inside a logarithm",
    "shift_log_weighted": "its condition comes out with the factors exchanged; shift_log says the same",
    "log_of_prod": "the table has the logarithm of a product over a whole dimension only",
    "log_of_root": "no strategy turns a square root inside a logarithm into a power",
}
"""Rules of stability that the engine does not prove from the other tables, and why; they are tested in numbers as all are."""

V, U, W = Ref("v"), Ref("u"), Ref("w")
SPLITS = (Cmp("<=", ZERO, V), Cmp("<=", V, ZERO), Cmp("<=", V, U))
HALVES = {"tanh_half", "tanh_half_mirrored", "tanh_sigmoid"}
"""About v/2: proved at v = 2w, and every v is that."""


def plain(rule: Rule) -> tuple[Term, Term, tuple[Formula, ...]]:
    """The rule with conditions 0 < on[k] for its predicates."""
    given = {
        n.name: Lambda(
            tuple(i for i in n.indices if isinstance(i, Index)), Cmp("<", ZERO, Ref(f"on_{n.name}", n.indices))
        )
        for n in nodes(rule)
        if isinstance(n, Pred)
    }
    if rule.name in HALVES:
        given["v"] = Lambda((), mul(num(2), W))
    left, right = (_term(substitute(side, quantities=given)) for side in (rule.left, rule.right))
    facts: list[Formula] = []
    for condition in rule.conditions:
        formula = substitute(condition, quantities=given)
        assert isinstance(formula, Formula)
        for part in parts(formula):
            for index in sorted(free(part) - free(left) - free(right), key=key):
                part = ForAll(index, part)
            facts.append(part)
    return left, right, tuple(facts)


def proof(rule: Rule) -> Theorem | None:
    """The rule from the others, directly or by cases."""
    left, right, facts = plain(rule)
    direct = _where(facts, left, right)
    if direct is not None:
        return direct
    for condition in SPLITS:
        other = Cmp("<", condition.right, condition.left)
        both = [_where((*facts, c), left, right) for c in (condition, other)]
        if both[0] is not None and both[1] is not None:
            return _without(kernel.cases(CONTEXT, condition, both[0], both[1]), left, right, facts)
    return None


def _where(facts: tuple[Formula, ...], left: Term, right: Term) -> Theorem | None:
    prover = Prover(CONTEXT, facts)
    theorem = prover.equal(left, right)
    return None if theorem is None else prover.discharge(theorem, facts)


def _without(theorem: Theorem | None, left: Term, right: Term, facts: tuple[Formula, ...]) -> Theorem | None:
    """The same where conditions ≠ 0 that are left do not hold either."""
    known = {canonical(f) for f in facts}
    for hypothesis in () if theorem is None else theorem.hypotheses:
        if isinstance(hypothesis, Cmp) and hypothesis.op == "!=" and canonical(hypothesis) not in known:
            equal = Cmp("==", hypothesis.left, hypothesis.right)
            other = _where((*facts, equal), left, right)
            assert theorem is not None
            theorem = theorem if other is None else kernel.cases(CONTEXT, equal, other, theorem)
    return theorem


def uses(theorem: Theorem) -> set[str]:
    stack, found = [theorem], set[str]()
    while stack:
        top = stack.pop()
        stack.extend(top.premises)
        if top.inference == "rule":
            rule = top.arguments[0]
            assert isinstance(rule, Rule)
            found.add(rule.name)
    return found


@pytest.mark.parametrize("rule", table("stability"), ids=lambda r: r.name)
def test_stability_follows_from_the_other_tables(rule: Rule) -> None:
    theorem = proof(rule)
    facts = {canonical(f) for f in plain(rule)[2]}
    proved = theorem is not None and {canonical(h) for h in theorem.hypotheses} <= facts
    assert proved != (rule.name in NOT_PROVED), "the list says something else"
    assert theorem is None or not uses(theorem) & {r.name for r in table("stability")}
