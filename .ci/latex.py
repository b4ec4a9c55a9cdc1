"""Does every generated article compile, with nothing undefined and no box too full?

python .ci/latex.py FOLDER         the PDF files go to FOLDER; the articles are those of generated/
"""

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

GENERATED = Path(__file__).resolve().parent.parent / "generated"
TROUBLE = re.compile(
    r"^(Overfull .*|.*LaTeX (Font )?Warning: .*|Package \w+ Warning: .*|Missing character: .*|.*undefined.*|! .*"
    r"|\S+\.tex:\d+: .*)$",
    re.MULTILINE,
)


def compiled(article: Path, out: Path) -> list[str]:
    """What is wrong with one article; it is compiled in a copy of its own folder."""
    folder = out / article.parent.relative_to(GENERATED)
    shutil.copytree(article.parent, folder, dirs_exist_ok=True)
    command = ["latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error", article.name]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=180, check=False
    )
    log = (
        (folder / article.with_suffix(".log").name).read_text(encoding="latin-1")
        if done.returncode < 2
        else done.stdout
    )
    problems = [match.group(0) for match in TROUBLE.finditer(log)]
    if done.returncode and not problems:
        problems = done.stdout.splitlines()[-5:] or [f"latexmk ended with status {done.returncode}"]
    return problems


def main(out: Path) -> None:
    """Compile all; exit with status 1 if one has a problem."""
    articles = [p for p in sorted(GENERATED.rglob("*.tex")) if "\\documentclass" in p.read_text(encoding="utf-8")]
    if not articles:
        sys.exit("no article in generated/")
    bad = 0
    with ThreadPoolExecutor(2) as pool:
        for article, problems in zip(articles, pool.map(lambda a: compiled(a, out), articles), strict=True):
            print(f"{article.relative_to(GENERATED)}: {'; '.join(problems[:5]) or 'good'}")
            bad += bool(problems)
    sys.exit(f"{bad} of {len(articles)} articles have problems" if bad else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
