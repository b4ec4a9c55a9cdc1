"""How long does one wait?  The promises of the README, measured.

    python benchmarks/engine.py [--smoke]

Commands are run as a user runs them, in new processes with a warm disk; the best of a few runs is shown, and the limit that
each is held to.  `--smoke` runs each once and only fails where a command fails: a shared machine says little about time.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "derive" / "library"
DERIVE = (sys.executable, "-m", "derive")


def seconds(action: Callable[[], object], repeats: int) -> float:
    """The shortest of `repeats` runs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def command(*arguments: str, cache: Path) -> Callable[[], object]:
    """One command in a process of its own, with its own cache folder."""
    env = os.environ | {"XDG_CACHE_HOME": str(cache)}
    return lambda: subprocess.run([*DERIVE, *arguments], env=env, check=True, capture_output=True)


def kernel(repeats: int) -> float:
    """The softmax Jacobian, derived step by step with the kernel checking each, SymPy being loaded."""
    import sympy  # noqa: F401

    import derive

    text = "a: Real[K]\ny[i] = exp(a[i]) / sum(exp(a[k]) for k in K)"
    derive.parse("x: Real\ns = exp(x)").derivative("s", "x")  # the rules are read once
    return seconds(lambda: derive.parse(text).derivative("y", "a"), repeats)


CHANGES = {
    "words": lambda text: f"{text}\n'More words.'\n",
    "a claim": lambda text: text.replace("\nprove(", "\nprove(0 + ", 1),
    "the formula": lambda text: re.sub(r"\n(\w+(?:\[\w+\])?) = (.*)", r"\n\1 = 1*(\2)", text, count=1),
}
"""What a user does to a theory between two builds."""


def rebuilt(name: str, change: str, work: Path, repeats: int) -> float:
    """One theory of a whole output folder is built again after a change."""
    text, file, out = (FOLDER / f"{name}.theory").read_text(encoding="utf-8"), work / f"{name}.theory", work / "rebuilt"
    build = command("build", str(file), "--out", str(out), cache=work)
    times = []
    for _ in range(repeats):
        file.write_text(text, encoding="utf-8")
        build()
        changed = CHANGES[change](text)
        assert changed != text
        file.write_text(changed, encoding="utf-8")
        times.append(seconds(build, 1))
    return min(times)


def watched(name: str, change: str, work: Path, repeats: int) -> float:
    """The same where `derive build --watch` is running."""
    text, file = (FOLDER / f"{name}.theory").read_text(encoding="utf-8"), work / f"{name}.theory"
    file.write_text(text, encoding="utf-8")
    arguments = (*DERIVE, "build", str(file), "--out", str(work / "watched"), "--watch")
    env = os.environ | {"XDG_CACHE_HOME": str(work), "PYTHONUNBUFFERED": "1"}
    times = []
    with subprocess.Popen(arguments, env=env, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        for _ in range(repeats):
            for new in (CHANGES[change](text), text):
                start = time.perf_counter()
                file.write_text(new, encoding="utf-8")
                assert b"written" in running.stdout.readline()
                times.append(time.perf_counter() - start)
        running.terminate()
    return min(times[::2])


def main(smoke: bool) -> int:
    """Print a row for each promise; the exit status is 1 if one is not kept."""
    repeats = 1 if smoke else 5
    kept = True
    print(f"{'what':<58} {'seconds':>8} {'limit':>7}")

    def row(what: str, taken: float, limit: float) -> None:
        nonlocal kept
        kept &= taken <= limit
        print(f"{what:<58} {taken:8.2f} {limit:7.1f}{'' if taken <= limit else '   too slow'}")

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        row("derive --help", seconds(command("--help", cache=work), repeats), 0.3)
        row("derive show sigmoid", seconds(command("show", "sigmoid", cache=work), repeats), 2)
        row("softmax Jacobian derived and checked, SymPy loaded", kernel(repeats), 0.3)
        out = str(work / "out")
        build = command("build", *(["softmax"] if smoke else []), "--out", out, cache=work)
        row(f"derive build, {'softmax' if smoke else 'the whole library'} from nothing", seconds(build, 1), 60)
        row("derive build, nothing to do", seconds(build, repeats), 1)
    for name in ("softmax",) if smoke else ("sigmoid", "softmax", "layer_norm", "lstm_cell"):
        for change in CHANGES:
            for find, with_ in ((rebuilt, ""), (watched, " --watch")):
                with tempfile.TemporaryDirectory() as folder:  # in which nothing is known
                    row(
                        f"derive build{with_}, {change} of {name} changed", find(name, change, Path(folder), repeats), 1
                    )
    return int(not kept and not smoke)


if __name__ == "__main__":
    sys.exit(main("--smoke" in sys.argv[1:]))
