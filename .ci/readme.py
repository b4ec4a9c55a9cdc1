"""What does the README promise to print, and what do its two commands say?

Its main commands stand in fenced blocks after a comment, `<!-- ci: build -->`; what is printed there is what `.ci/run` runs.
Its `console` blocks show commands, each after `$ `, and what they print; `tests/test_readme.py` compares.

    python .ci/readme.py build      the command marked so
    python .ci/readme.py refresh    put what the commands print now into the console blocks
"""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def marked(text: str, mark: str) -> str:
    """The command after a mark."""
    found = re.findall(rf"<!-- ci: {re.escape(mark)} -->\n+```sh\n(.*?)\n```\n", text, re.DOTALL)
    if len(found) != 1:
        sys.exit(f"README.md has {len(found)} blocks of commands marked {mark!r}, not one")
    return str(found[0])


def refreshed(block: re.Match[str]) -> str:
    """A console block, its commands run again."""
    commands = re.findall(r"^\$ (.*)$", block.group(1), re.MULTILINE)
    env = {**os.environ, "NO_COLOR": "1"}
    parts = []
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if done.returncode in (126, 127):
            sys.exit(f"README.md: {command!r} did not run: {done.stdout.strip()}")
        parts.append(f"$ {command}\n{done.stdout.strip()}")
    return "```console\n" + "\n\n".join(parts) + "\n```"


if __name__ == "__main__":
    readme = README.read_text(encoding="utf-8")
    if sys.argv[1] == "refresh":
        README.write_text(
            re.sub(r"^```console\n(.*?)\n```$", refreshed, readme, flags=re.DOTALL | re.MULTILINE), encoding="utf-8"
        )
    else:
        print(marked(readme, sys.argv[1]))
