"""What the README shows is what happens: its commands print what stands there, its Python runs."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)\n```$", README, re.DOTALL | re.MULTILINE)


def sessions() -> list[tuple[str, str]]:
    """Commands and what is printed for each; `…` alone on a line stands for any lines."""
    found = [
        part.split("\n", 1)
        for block in blocks("console")
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)
        if part
    ]
    return [(command, rest[0] if rest else "") for command, *rest in found]


@pytest.mark.parametrize(("command", "printed"), sessions(), ids=[command for command, _ in sessions()])
def test_commands_print_what_is_shown(command: str, printed: str, tmp_path: Path) -> None:
    run = f'derive() {{ {sys.executable} -m derive "$@"; }}; {command}'
    env = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-c", run], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60, check=False
    )
    shown = re.escape(printed.strip()).replace("\n…\n", "\n(.*\n)*?").replace("\n…", "(\n.*)*")
    assert re.fullmatch(shown, (done.stdout + done.stderr).strip()), done.stdout + done.stderr


def test_python_sessions_hold() -> None:
    names: dict[str, object] = {}
    for number, block in enumerate(blocks("python")):
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block + "\n", names, f"block {number}", "README.md", 0)
            results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(
                test, clear_globs=False
            )
            assert not results.failed
            names |= test.globs
        else:
            exec(compile(block, "README.md", "exec"), names)


def test_the_two_commands_are_marked() -> None:
    for mark in ("build", "test"):
        assert len(re.findall(rf"<!-- ci: {mark} -->\n+```sh\n.+\n```\n", README)) == 1


def test_every_file_that_is_linked_is_there() -> None:
    for page in ROOT.glob("*.md"):
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links {target}"
