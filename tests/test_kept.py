"""What was derived before is checked instead of found again: files are the same bytes, and nothing in the cache is believed."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from derive import checks, entry, kept, kernel, known, language, library, targets, workers
from derive.entry import Entry
from derive.kernel import Rule, Theorem
from derive.rules import rules
from derive.strategy.engine import Engine
from derive.theory import Theory

SOFTMAX = """a: Real[K]
y[i] = exp(a[i]) / sum(exp(a[k]) for k in K)
prove(diff(y[i], a[j]) == y[i]*(delta(i, j) - y[j]), name="jacobian")
prove(sum(y[i] for i in K) == 1, name="one")
"""
CHAIN = """W: Real[M, N]
V: Real[K, M]
h[m] = tanh(sum(W[m, n]*x[n] for n in N))
z[k] = sum(V[k, m]*h[m] for m in M)
L = sum(z[k]**2 for k in K)
prove(diff(h[m], x[n]) == (1 - h[m]**2)*W[m, n], name="hidden")
prove(diff(L, z[k]) == 2*z[k], name="loss")
"""
CALL = """s = sigmoid(x)*x
prove(diff(s, x) == sigmoid(x) + s*(1 - sigmoid(x)), name="slope")
prove(sigmoid(x) > 0, name="positive")
"""
SLOPE = """y = x**2
v = diff(y, x)
prove(v == 2*x, name="slope")
prove(diff(v, x) == 2, name="bend")
"""
TEXTS = {"softmax": SOFTMAX, "chain": CHAIN, "call": CALL, "slope": SLOPE}


def theory(text: str, name: str = "mine") -> Theory:
    return language.parse_theory(text, name=name, library=lambda called: library.named(called, (name,)))


def files(made: Entry) -> dict[str, str]:
    made.find()
    texts: dict[str, str] = {}
    for target in targets.targets():
        texts |= target.files(made)
        texts[f"row of {target.name}"] = str(target.row(made))
    return texts


@cache
def found(text: str) -> Entry:
    """The entry of a text, from nothing."""
    made = entry.make(theory(text))
    made.find()
    return made


@pytest.fixture(params=TEXTS)
def text(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A text whose theory was built before, and nothing else."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept.keep(found(TEXTS[request.param]))
    return TEXTS[request.param]


@pytest.fixture
def nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every search ends the test."""

    def searched(*_: object, **__: object) -> Any:
        raise AssertionError("this was known")

    monkeypatch.setattr(Engine, "lines", searched)
    monkeypatch.setattr(checks, "verify", searched)
    monkeypatch.setattr(entry, "bounds", searched)
    monkeypatch.setattr(entry, "lower", searched)


def words(text: str) -> str:
    return f'r"""Other words\n\nAnd some more."""\n\n# not here\ntag("other")\n{text}'


def test_other_words_need_nothing_found(text: str, nothing_is_found: None) -> None:
    made = kept.recall(theory(text))
    made.find()
    assert made.report.ok and len(made.proofs) == 2


def test_other_words_make_the_same_files_as_if_nothing_were_known(text: str) -> None:
    now = theory(words(text))
    made = kept.recall(now)
    assert {"proofs", "results", "report", "bounds", "program"} <= vars(made).keys()
    assert not kept.is_whole(made)  # the title is another one, which the file for Coq has
    assert kept.is_whole(kept.recall(theory(f"{text}'More words.'\ntag('other')")))
    assert files(made) == files(entry.make(now))


def test_what_is_recalled_are_theorems_that_the_kernel_made_again(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    count, real = list[str](), dict(kernel.INFERENCES)

    def counted(name: str) -> Any:
        return lambda *arguments: (count.append(name), real[name](*arguments))[1]

    monkeypatch.setattr(kernel, "INFERENCES", {name: counted(name) for name in real})
    made = kept.recall(theory(text))
    derivations = (*made.proofs, *made.results)
    assert len(count) >= len({id(t) for d in derivations for t in everything(d.theorem)})
    monkeypatch.undo()
    kernel.replay_all([d.theorem for d in derivations], rules())


def everything(theorem: Theorem) -> Iterator[Theorem]:
    seen, waiting = set[int](), [theorem]
    while waiting:
        here = waiting.pop()
        if id(here) not in seen:
            seen.add(id(here))
            yield here
            waiting += here.premises


def claim(text: str, number: int) -> str:
    return [line for line in text.splitlines() if line.startswith("prove(")][number]


@pytest.mark.parametrize("number", [0, 1])
def test_a_claim_that_leaves_is_all_that_is_lost(text: str, number: int) -> None:
    now = theory(text.replace(claim(text, number), ""))
    made = kept.recall(now)
    assert "results" in vars(made) and "report" not in vars(made)
    (left,) = now.claims
    assert ("claim", left.name) in made.engine.known and left.name in made.heard
    assert files(made) == files(entry.make(now))


def test_a_claim_that_changes_is_all_that_is_proved(text: str) -> None:
    first = claim(text, 0)
    now = theory(text.replace(first, first.replace("prove(", "prove(0 + ")))
    made = kept.recall(now)
    assert "results" in vars(made)
    changed, same = now.claims
    assert ("claim", changed.name) not in made.engine.known and changed.name not in made.heard
    assert ("claim", same.name) in made.engine.known
    assert files(made) == files(entry.make(now))


def test_a_claim_that_mentions_more_gets_functions_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = found(CHAIN.replace(claim(CHAIN, 0), ""))
    kept.keep(made)
    now = theory(CHAIN)
    assert files(kept.recall(now)) == files(entry.make(now)) != files(made)


OTHER = {
    "softmax": ("exp(a[i]) /", "2*exp(a[i]) /"), "chain": ("z[k]**2", "z[k]**3"), "call": ("sigmoid(x)*x", "sigmoid(x)*x**2"),
    "slope": ("x**2", "x**3"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("change", ["definition", "type", "package"])
def test_other_mathematics_is_found_anew(
    name: str, change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    text = TEXTS[name]
    kept.keep(found(text))
    if change == "definition":
        text = text.replace(*OTHER[name])
    elif change == "type":
        variable = "a: Positive[K]" if name == "softmax" else "x: Positive[N]" if name == "chain" else "x: Positive"
        text = f"{variable}\n{text.replace('a: Real[K]', '')}"
    else:
        monkeypatch.setattr(known, "package", lambda: "another one")
    again = kept.recall(theory(text))
    assert not vars(again).keys() & kept.FOLLOWS.keys() and not again.heard


def spoiled(data: bytes, way: str) -> bytes:
    if way == "short":
        return data[: len(data) // 2]
    if way == "none":
        return b""
    if way == "flipped":
        return data[:100] + bytes([data[100] ^ 1]) + data[101:]
    if way == "code":
        return zlib.compress(pickle.dumps(known.package()) + b"cos\nsystem\n(S'touch broken'\ntR.")
    return b"not what was written"


@pytest.mark.parametrize("way", ["short", "none", "flipped", "code", "text"])
def test_a_file_that_makes_no_sense_is_as_if_it_were_not_there(text: str, way: str, tmp_path: Path) -> None:
    (file,) = (known.home() / "derived").iterdir()
    file.write_bytes(spoiled(file.read_bytes(), way))
    made = kept.recall(theory(text))
    assert not vars(made).keys() & kept.FOLLOWS.keys()
    assert not Path("broken").exists()


def test_a_theorem_that_does_not_follow_is_not_believed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is another inference than the one that was made: the kernel refuses it, or makes what that gives."""
    of = kept.MADE_FROM[Theorem]
    monkeypatch.setitem(kept.MADE_FROM, Theorem, lambda t: (of(t)[0], "ring", of(t)[2]))
    kept.keep(found(text))
    assert not vars(kept.recall(theory(text))).keys() & kept.FOLLOWS.keys()


def test_a_rule_of_ones_own_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = found(SOFTMAX)
    kept.keep(made)
    assert kept.is_whole(kept.recall(theory(SOFTMAX)))
    real = kept._Writer.persistent_id
    written = lambda writer, it: None if isinstance(it, Rule) else real(writer, it)  # noqa: E731  as data, not by its name
    monkeypatch.setattr(kept._Writer, "persistent_id", written)
    kept.keep(made)
    assert not vars(kept.recall(theory(SOFTMAX))).keys() & kept.FOLLOWS.keys()


def test_nothing_can_be_kept_where_nothing_can_be_written(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/none")
    kept.keep(found(text))
    assert not vars(kept.recall(theory(text))).keys() & kept.FOLLOWS.keys()


# ------------------------------------------------------------------------------------------------ in other processes


def test_referees_asked_in_other_processes_say_the_same(text: str) -> None:
    beside = entry.make(theory(text))
    beside.find(3)
    assert [row[:4] for row in beside.report.table()] == [row[:4] for row in found(text).report.table()]


def test_what_a_process_does_not_find_is_found_where_it_is_waited_for() -> None:
    here = os.getpid()

    def ended() -> int:
        if os.getpid() != here:
            os._exit(1)
        return here

    assert workers.beside(ended)() == here
    assert workers.beside(lambda: 7)() == 7
    with pytest.raises(ZeroDivisionError):
        workers.beside(lambda: 1 // 0)()
