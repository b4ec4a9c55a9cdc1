"""The command line: what it asks of the rooms below, its exit statuses, and that every error is one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from derive import cli
from derive.build import Failure, Report
from derive.errors import Error, FalseClaim, LanguageError, NotProved

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Said:
    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """One command, in this process."""

    def once(*arguments: str) -> Said:
        with pytest.raises(SystemExit) as stopped:
            cli.main(list(arguments))
        said = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Said(stopped.value.code, said.out, said.err)

    return once


@dataclass
class FakeReport:
    ok: bool = True

    def table(self) -> tuple[tuple[str, str, str, str, float], ...]:
        return (("jacobian", "instances", "agrees" if self.ok else "disagrees", "9 agrees", 0.25),)


@dataclass
class FakeMeasured:
    theory: str
    stated: bool

    @property
    def broken(self) -> bool:
        return self.stated and self.theory == "inexact"

    def table(self) -> tuple[str, ...]:
        return (f"{self.theory}_vjp", "1.5")


@dataclass
class FakeDerivation:
    name: str
    report: FakeReport

    def text(self) -> str:
        return f"{self.name} in σ\n"

    def latex(self) -> str:
        return f"{self.name} in LaTeX\n"

    def markdown(self) -> str:
        return f"{self.name} in Markdown\n"

    def verify(self) -> FakeReport:
        return self.report


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """An `api` that notes what it is asked; what it says is remembered nowhere else."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own-cache"))
    calls: list[Any] = []
    good, bad = FakeReport(), FakeReport(ok=False)

    def find(what: str) -> tuple[str, str | None]:
        if "!" in what:
            raise LanguageError("unexpected character '!'", line=1, column=3, hint="this is\nnot Python")
        name, _, claim = what.partition(":")
        return name, claim or None

    def select(theory: str, **how: Any) -> tuple[FakeDerivation, ...]:
        calls.append((theory, how))
        if theory == "false":
            raise FalseClaim("the claim is false", {"x": 1}, line=2, column=1)
        if theory == "hard":
            raise NotProved("stopped at x")
        if theory == "bug":
            raise KeyError("x")
        if theory == "deep":
            raise RecursionError
        return (FakeDerivation("first", good), FakeDerivation("second", bad if theory == "doubted" else good))

    def compiled(theory: str, of: str | None = None, wrt: tuple[str, ...] | None = None) -> Any:
        calls.append((theory, of, wrt))
        return types.SimpleNamespace(source="import numpy as np\n")

    fake = types.ModuleType("derive.api")
    vars(fake).update(
        find=find,
        select=select,
        compile=compiled,
        accuracy=lambda theory, stated: (("function", "error"), (FakeMeasured(theory, stated),)),
        library_names=lambda *tags: ("sigmoid", "softmax")[: len(tags) or None],
        summary=lambda n: (n, "kind", f"{n} = σ", "σ′"),
    )
    import derive

    monkeypatch.setitem(sys.modules, "derive.api", fake)
    monkeypatch.setattr(derive, "api", fake, raising=False)
    return calls


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")
    assert said.status == 0
    assert all(f"  {name} " in said.out for name in ("show", "build", "verify", "list", "new"))
    assert run().out == said.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nope"],
        ["show"],
        ["show", "x", "--nope"],
        ["build", "--jobs", "0"],
        ["new"],
        ["--nope"],
        ["show", "softmax", "--vjp", "--jvp"],
        ["show", "softmax", "--vjp", "--cases"],
        ["show", "softmax", "--hvp", "--hessian"],
        ["show", "softmax", "--vjp", "--format", "numpy"],
        ["show", "softmax:jacobian", "--vjp"],
        ["show", "softmax:jacobian", "--cases"],
        ["show", "softmax:jacobian", "--wrt", "a"],
        ["show", "softmax", "--index", "K=1..3", "--format", "numpy"],
        ["show", "softmax", "--unfold", "y", "--format", "numpy"],
        ["show", "softmax", "--steps", "brief", "--format", "numpy"],
        ["show", "softmax", "--steps", "fine"],
    ],
)
def test_a_wrong_call_is_one_line(run: Run, arguments: list[str]) -> None:
    said = run(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "--help" in said.err


def test_show_prints_every_claim(run: Run, asked: list[Any]) -> None:
    said = run("show", "softmax")
    assert (said.status, said.out, said.err) == (0, "first in σ\n\nsecond in σ\n", "")
    assert asked == [("softmax", {"claim": None, "of": None, "wrt": None, "kind": "derivative", "cases": False})]


@pytest.mark.parametrize(
    ("arguments", "how"),
    [
        (["softmax:jacobian"], {"claim": "jacobian"}),
        (["softmax", "--of", "y", "--wrt", "a"], {"of": "y", "wrt": "a"}),
        (["softmax", "--vjp"], {"kind": "vjp"}),
        (["softmax", "--jvp"], {"kind": "jvp"}),
        (["softmax", "--hessian"], {"kind": "hessian"}),
        (["softmax", "--hvp"], {"kind": "hvp"}),
        (["softmax", "--wrt", "a", "--cases"], {"wrt": "a", "cases": True}),
        (["softmax", "--hessian", "--cases"], {"kind": "hessian", "cases": True}),
    ],
)
def test_show_hands_its_options_on(run: Run, asked: list[Any], arguments: list[str], how: dict[str, Any]) -> None:
    assert run("show", *arguments).status == 0
    assert {k: v for k, v in asked[0][1].items() if v} == {"kind": "derivative"} | how


@pytest.mark.parametrize(
    ("style", "word"), [("text", "σ"), ("latex", "LaTeX"), ("markdown", "Markdown"), ("numpy", "numpy")]
)
def test_show_in_every_format(run: Run, asked: list[Any], style: str, word: str) -> None:
    assert word in run("show", "softmax", "--format", style).out


@pytest.mark.parametrize("index", ["K=6..4", "K=x", "K", "Q=1..3", "i=1", "K=4"])
def test_positions_that_are_not_there_are_one_line_with_a_hint(run: Run, index: str) -> None:
    said = run("show", "softmax:jacobian", "--index", index)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1 and "(hint: " in said.err


@pytest.mark.parametrize("theory", ["false", "hard", "bug", "deep", "!"])
def test_errors_are_one_line_and_status_2(run: Run, asked: list[Any], theory: str) -> None:
    said = run("show", theory)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_verify_is_a_table_of_claim_referee_verdict_and_time(run: Run, asked: list[Any]) -> None:
    said = run("verify", "softmax")
    assert said.status == 0
    assert said.out.splitlines()[1].split() == ["claim", "referee", "verdict", "steps", "time"]
    assert said.out.splitlines()[2].split() == ["jacobian", "instances", "agrees", "9", "agrees", "0.25", "s"]
    assert [line.split() for line in said.out.splitlines()[-2:]] == [["function", "error"], ["softmax_vjp", "1.5"]]


def test_verify_of_one_claim_does_not_measure_the_code(run: Run, asked: list[Any]) -> None:
    assert "softmax_vjp" not in run("verify", "softmax:jacobian").out


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (["softmax"], 0),
        ([], 0),
        (["doubted"], 1),
        (["inexact"], 1),
        (["false"], 1),
        (["!"], 2),
        (["hard"], 2),
        (["false", "!", "doubted"], 2),
    ],
)
def test_verify_exits_1_when_a_claim_is_false_or_doubted(
    run: Run, asked: list[Any], names: list[str], status: int
) -> None:
    assert run("verify", *names).status == status


def test_what_is_known_is_not_asked_again(run: Run, asked: list[Any]) -> None:
    first = run("verify", "softmax", "sigmoid", "--jobs", "1")
    assert "known" not in first.out and "measured before" not in first.out
    asked.clear()
    second = run("verify", "softmax", "sigmoid", "--jobs", "1")
    assert not asked and second.status == 0
    assert second.out.count("known") == 4 and second.out.count("measured before on this machine") == 2
    assert (
        first.out.replace("0.25 s", "known").split()
        == second.out.replace("measured before on this machine", "").split()
    )


def test_again_and_another_question_ask_again(run: Run, asked: list[Any]) -> None:
    run("verify", "softmax")
    for arguments in (["softmax", "--again"], ["softmax:jacobian"], ["sigmoid"]):
        asked.clear()
        assert "known" not in run("verify", *arguments).out
        assert asked, arguments


def test_a_text_that_changed_is_asked_about_again(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own-cache"))
    mine = tmp_path / "mine.theory"
    mine.write_text("y = softplus(x)\nprove(diff(y, x) == sigmoid(x))\n")
    assert "known" not in run("verify", str(mine)).out
    assert " known" in run("verify", str(mine)).out
    mine.write_text("y = softplus(x)\nprove(diff(y, x) == 2*sigmoid(x))\n")
    for _ in range(2):  # what is false is never remembered
        said = run("verify", str(mine))
        assert said.status == 1 and "known" not in said.out and said.err.count("\n") == 1


@pytest.mark.parametrize(
    "nonsense", ["[]", "{", '{"rows": 3}', '{"rows": [], "heads": [], "measured": [], "good": true}']
)
def test_what_is_remembered_and_makes_no_sense_is_asked_again(
    run: Run, asked: list[Any], nonsense: str, tmp_path: Path
) -> None:
    run("verify", "softmax")
    (kept,) = (tmp_path / "own-cache").rglob("verdicts/*.json")
    kept.write_text(nonsense)
    asked.clear()
    assert run("verify", "softmax").status == 0
    assert asked


def test_list_names_the_library(run: Run, asked: list[Any]) -> None:
    assert [line.split()[0] for line in run("list").out.splitlines()] == ["theory", "sigmoid", "softmax"]
    assert [line.split()[0] for line in run("list", "--tag", "kind").out.splitlines()] == ["theory", "sigmoid"]


@pytest.mark.parametrize(
    ("report", "arguments", "status"),
    [
        (Report(current=3), [], 0),
        (Report(written=("a",)), [], 0),
        (Report(current=3), ["--check"], 0),
        (Report(stale=("a/b",), missing=("c",), extra=("d",)), ["--check"], 1),
        (Report(failures=(Failure("x", "x.theory:1:1: no"),)), [], 2),
        (Report(stale=("a",), failures=(Failure("x", "x.theory:1:1: no"),)), ["--check"], 2),
    ],
)
def test_build_tells_what_it_did(
    run: Run, monkeypatch: pytest.MonkeyPatch, report: Report, arguments: list[str], status: int
) -> None:
    asked: dict[str, Any] = {}

    def build(names: tuple[str, ...], out: Path, **how: Any) -> Report:
        asked.update(names=names, out=out, **how)
        return report

    monkeypatch.setattr("derive.build.build", build)
    said = run("build", "softmax", "mine.theory", "--jobs", "2", *arguments)
    assert said.status == status
    assert (asked["names"], asked["out"], asked["jobs"]) == (("softmax", "mine.theory"), Path("generated"), 2)
    assert asked["check"] == ("--check" in arguments)
    assert said.err == "".join(f"derive: {failure.message}\n" for failure in report.failures)
    assert all(line in said.out for line in report.differences)


def test_new_writes_here_and_never_overwrites(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "mine").status == 0
    text = (tmp_path / "mine.theory").read_text(encoding="utf-8")
    said = run("new", "mine")
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert (tmp_path / "mine.theory").read_text(encoding="utf-8") == text


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(["bash", "-c", script], env=env, capture_output=True, timeout=60, check=False)


FAKE = f"""{sys.executable} -c '
import sys, types
from derive import cli
fake = types.ModuleType("derive.api")
fake.find = lambda what: (what, None)
fake.select = lambda theory, **how: [types.SimpleNamespace(text=lambda: ("σ(1 − σ)   reason\\n" * int(theory)))]
import derive; sys.modules["derive.api"] = derive.api = fake
cli.main(["show", sys.argv[1]])
' """


def test_a_pipe_that_closes_is_no_error() -> None:
    done = shell(f"set -o pipefail; {FAKE} 100000 | head -n 1")
    assert done.stdout.decode() == "σ(1 − σ)   reason\n"
    assert done.stderr == b""


def test_an_output_that_cannot_be_written_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("nothing to fill here")
    done = shell(f"{FAKE} 1 > /dev/full")
    assert (done.returncode, done.stderr) == (2, b"derive: cannot write the output: No space left on device\n")
    assert shell(f"{FAKE} 1 >&-").stderr == b""


def test_an_output_without_sigma_does_not_crash() -> None:
    done = shell(f"{FAKE} 1", PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stdout) == (0, b"?(1 ? ?)   reason\n")


def test_colour_only_on_a_terminal() -> None:
    pty = pytest.importorskip("pty")

    def terminal(**environment: str) -> bytes:
        ours, theirs = pty.openpty()
        env = (
            {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
            | {"PYTHONPATH": str(ROOT), "TERM": "xterm"}
            | environment
        )
        subprocess.run(
            ["bash", "-c", f"{FAKE} 1"], env=env, stdout=theirs, stderr=subprocess.DEVNULL, timeout=60, check=True
        )
        os.close(theirs)
        with os.fdopen(ours, "rb", buffering=0) as file:
            return bytes(file.read(10_000))

    assert b"\x1b[" in terminal()
    assert b"\x1b[" not in terminal(NO_COLOR="1")
    assert b"\x1b[" not in shell(f"{FAKE} 1").stdout


def test_errors_carry_their_place_and_hint() -> None:
    error = Error("no", line=3, column=5, hint="yes")
    assert str(error) == "3:5: no (hint: yes)"


# -------------------------------------------------------------------------------------------------- the whole way

REFUSED = {
    "unknown function": "y = foo(x)",
    "unbalanced": "y = ((x)",
    "clashing dimensions": "a: Real[K]; b: Real[N]; y = sum(a[i]*b[i] for i in K)",
    "an index bound twice": "y = sum(sum(a[i] for i in K) for i in K)",
    "import": "y = __import__('os').system('true')",
    "attribute": "y = x.real",
    "lambda": "y = (lambda: 1)()",
    "a tower": "y = 9**9**9**9",
    "a false claim": "prove(x + 1 == x)",
    "brackets": "y = " + "(" * 2000 + "x" + ")" * 2000,
    "nothing": "=",
    "a comparison": "y = x == 1",
    "control characters": "y = x\x1b[31m + \x07",
    "a lone surrogate": "y = x\udc80",
    "an empty definition": "y = ",
    "no such theory": "softmaks",
    "no such claim": "softmax:jacobean",
    "no such file": "nowhere.theory",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_bad_input_is_one_line(run: Run, text: str) -> None:
    said = run("show", text)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1 and said.err.endswith("\n")
    assert "internal error" not in said.err
    assert "\x1b" not in said.err and len(said.err) < 2100


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"y = " + b"1 + " * 2_600_000 + b"1", "characters"),
        (b"y = \xff", "UTF-8"),
        (b"prove(x + 1 == x)", "false"),
        (b"y = x +", "mine.theory:1:"),
    ],
    ids=["10 MB line", "bytes", "false", "incomplete"],
)
@pytest.mark.parametrize("command", ["show", "build"])
def test_a_bad_file_is_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, content: bytes, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.theory").write_bytes(content)
    got = run(command, "mine.theory", *(["--out", "out"] if command == "build" else []))
    assert got.status == 2
    assert got.err.count("\n") == 1 and said in got.err
    assert [p.name for p in tmp_path.iterdir()] == ["mine.theory"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["y[i] = exp(a[i]/T) / sum(exp(a[k]/T) for k in K)", "--wrt", "a"], "y_i(δ_ij − y_j)/T"),
        (["softmax:jacobian"], "y_i(δ_ij − y_j)"),
        (["softmax", "--wrt", "a", "--cases"], "−y_i·y_j"),
        (["softmax", "--vjp"], "y_j(ȳ_j − Σ_i ȳ_i·y_i)"),
        (["sigmoid"], "σ(1 − σ)"),
        (["softmax_cross_entropy", "--hessian", "--wrt", "a[i]"], "y_i(δ_ij − y_j)"),
        (["log_sum_exp", "--hessian", "--wrt", "a[i]"], "y_i(δ_ij − y_j)"),
        (["softmax:jacobian", "--steps", "brief"], "y_i(δ_ij − y_j)"),
        (["softmax:jacobian", "--steps", "full"], "y_i(δ_ij − y_j)"),
        (["sigmoid", "--wrt", "x", "--unfold", "sigma", "--unfold", "u"], "exp(−x)/(1 + exp(−x))²"),
        (["network", "--index", "K=4..6", "--index", "N=1..3"], "s_4(1 − s_4)·o_1"),
        (["network:other-weight", "--index", "K=4..6", "--index", "N=1..3"], "−s_5·s_4·o_1"),
        (["log_sum_exp", "--hvp"], "y_j(ȧ_j − Σ_l ȧ_l·y_l)"),
    ],
)
def test_show_ends_where_a_textbook_does(run: Run, arguments: list[str], line: str) -> None:
    said = run("show", *arguments)
    assert said.status == 0
    assert any(f"= {line} " in f"{shown} " for shown in said.out.splitlines())


def test_a_new_theory_is_proved_as_it_stands(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "mine").status == 0
    assert "x_i − t_i" in run("show", "mine.theory").out
    assert run("verify", "mine.theory").status == 0


def test_verify_exits_1_on_a_false_claim_and_2_on_what_it_cannot_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "false.theory").write_text("prove(x + 1 == x)")
    (tmp_path / "broken.theory").write_text("prove(x + == x)")
    assert run("verify", str(tmp_path / "false.theory")).status == 1
    assert run("verify", str(tmp_path / "broken.theory")).status == 2


HEAVY = "{'sympy', 'numpy', 'mpmath', 'jinja2', 'rich'} & set(__import__('sys').modules)"


@pytest.mark.parametrize("arguments", [["--help"], ["show", "--help"], ["--version"], ["new", "1"]])
def test_nothing_heavy_is_imported_before_it_is_needed(arguments: list[str]) -> None:
    code = f"import sys\nfrom derive import cli\ntry: cli.main({arguments})\nfinally: print({HEAVY}, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr.splitlines()[-1] == "set()"


# ------------------------------------------------------------------------------------------------------ watching


def test_a_theory_is_built_again_whenever_it_changes(tmp_path: Path) -> None:
    file, out = tmp_path / "mine.theory", tmp_path / "out"
    file.write_text("y = exp(x)")
    command = [sys.executable, "-m", "derive", "build", str(file), "--out", str(out), "--watch"]
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=tmp_path
    ) as running:
        assert running.stdout is not None
        assert "written" in running.stdout.readline()
        page = (out / "mine" / "mine.md").read_text()
        for text, said in (
            ("y = exp(2*x)", "written"),
            ("y = ((x", "this ( is never closed"),
            ("y = exp(x)", "written"),
            ("y = exp(x); prove(diff(y, x) == 2*y)", "is false"),
        ):
            file.write_text(text)
            assert any(said in running.stdout.readline() for _ in range(2))
        assert (out / "mine" / "mine.md").read_text() == page
        running.send_signal(signal.SIGINT)
        rest, _ = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "Traceback" not in rest


@pytest.mark.parametrize("what", [["--check"], ["nope"], ["nope.theory"], ["sigmoid", "--out", "/dev/null/none"]])
def test_what_cannot_be_watched_is_one_line(tmp_path: Path, what: list[str]) -> None:
    command = [sys.executable, "-m", "derive", "build", "--watch", *what]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=60)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
