"""What can be asked for from a shell?  The commands; what they do is in `api` and `build`.

Comes in: arguments.  Goes out: text on standard output, an exit status (0 done; 1 a claim is false, a referee disagrees or a
built file is stale; 2 something that cannot be read, proved or written, in one line on standard error).
Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from derive import workers
from derive.errors import Error

if TYPE_CHECKING:
    from derive import api
    from derive.build import Report

__all__ = ["main"]

FORMATS: dict[str, Callable[[api.Derivation | api.Instance], str]] = {
    "text": lambda d: d.text(),
    "latex": lambda d: d.latex(),
    "markdown": lambda d: d.markdown(),
}
"""How a derivation is written, by the name of the format; `numpy` is the code that follows from all of them."""

MEASURED = "measured before on this machine"
"""The line above errors that are known from an earlier run."""

GRAINS = ("brief", "textbook", "full")
"""How fine steps can be."""


class Plain(click.Group):
    """A group whose commands are listed in the order in which one meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=Plain,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="derive-proofs", prog_name="derive", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Derivatives of formulas with indices, proved step by step, written up, and turned into NumPy code.

    NAME is a theory of the library (see: derive list), FILE a path that ends in .theory, and a formula is anything with an
    equals sign in it, its statements separated by semicolons:

        derive show 'y[i] = exp(a[i]/T) / sum(exp(a[k]/T) for k in K)' --wrt a
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@cli.command(short_help="Print how claims or derivatives are derived.")
@click.argument("what", metavar="NAME[:CLAIM] | FILE | 'STATEMENT; …'")
@click.option("--of", metavar="QUANTITY", help="What to differentiate.  [default: the last definition]")
@click.option("--wrt", metavar="QUANTITY", help="What to differentiate by.  [default: every differentiable input]")
@click.option("--vjp", is_flag=True, help="The vector-Jacobian product instead: what reverse mode computes.")
@click.option("--jvp", is_flag=True, help="The Jacobian-vector product instead: what forward mode computes.")
@click.option("--hessian", is_flag=True, help="The second derivative instead.")
@click.option(
    "--hvp", is_flag=True, help="The Hessian-vector product instead: the second derivative times a direction."
)
@click.option("--cases", is_flag=True, help="Equal and different indices apart, instead of deltas.")
@click.option("--unfold", multiple=True, metavar="QUANTITY", help="Write it out in the result; may be repeated.")
@click.option(
    "--steps", type=click.Choice(GRAINS), default="textbook", show_default=True, help="How fine the steps are."
)
@click.option(
    "--index",
    "index",
    multiple=True,
    metavar="K=4..6",
    help="What it says for these positions of a dimension, or of a free index (i=4); may be repeated.",
)
@click.option("--format", "style", type=click.Choice([*FORMATS, "numpy"]), default="text", show_default=True)
def show(
    what: str, of: str | None, wrt: str | None, cases: bool, unfold: tuple[str, ...], steps: str, index: tuple[str, ...],
    style: str, **kinds: bool,
) -> None:  # fmt: skip
    """Print how the claims of a theory, or a derivative, are derived."""
    from derive import api

    asked = [f"--{option}" for option, given in (*kinds.items(), ("cases", cases)) if given]
    if len(asked) > 1 and asked != ["--hessian", "--cases"]:
        raise click.UsageError(f"{asked[0]} and {asked[1]} are two different things; ask for one of them")
    further = {"--unfold": unfold, "--steps": steps != "textbook", "--index": index}
    shown = [*asked, *(option for option, given in further.items() if given)]
    if shown and style == "numpy":
        raise click.UsageError(f"{shown[0]} and --format numpy are two different things; ask for one of them")
    mode = next((kind for kind, given in kinds.items() if given), "derivative")
    with _place(what):
        theory, claim = api.find(what)
        if claim is not None and (asked := [*asked, *(["--of"] if of else []), *(["--wrt"] if wrt else [])]):
            raise click.UsageError(f"{what} is a claim, which {asked[0]} does not go with")
        if style == "numpy":
            text = api.compile(theory, of=of, wrt=None if wrt is None else (wrt,)).source
        else:
            found: Sequence[api.Derivation | api.Instance]
            derived = api.select(theory, claim=claim, of=of, wrt=wrt, kind=mode, cases=cases)
            if unfold:
                derived = tuple(d.unfold(*unfold) for d in derived)
            if steps != "textbook":
                derived = tuple(d.grain(steps) for d in derived)
            found = api.positions(index, derived) if index else derived
            text = "\n\n".join(FORMATS[style](d).rstrip("\n") for d in found)
    _print(text, reasons=style == "text")


@cli.command(short_help="Make the pages, the NumPy modules and their tests.")
@click.argument("what", nargs=-1, metavar="[NAME | FILE] …")
@click.option("--out", type=click.Path(path_type=Path), default=Path("generated"), show_default=True, help="Where to.")
@click.option("--check", is_flag=True, help="Write nothing; exit status 1 if anything is not as it would be built.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes.  [default: one for each core]"
)
@click.option("--watch", is_flag=True, help="Build again whenever a theory changes, until interrupted.")
def build(what: tuple[str, ...], out: Path, check: bool, jobs: int | None, watch: bool) -> None:
    """Make the pages, the NumPy modules and their tests; of the whole library if nothing is named.

    Only what changed is built again: where that is words alone, proofs are checked and not looked for, where it is claims, only
    these are proved.
    """
    from derive import build as room

    if watch:
        if check:
            raise click.UsageError("--watch writes what --check looks at", click.get_current_context())
        with suppress(KeyboardInterrupt):
            for found in room.watch(what, out, jobs):
                _complain(found) if isinstance(found, str) else _built(found, out)
        return
    with _progress() as progress:
        report = room.build(what, out, check=check, jobs=jobs, progress=progress)
    _built(report, out)
    raise click.exceptions.Exit(2 if report.failures else 1 if report.differences else 0)


def _built(report: Report, out: Path) -> None:
    for failure in report.failures:
        _complain(failure.message)
    for line in report.differences:
        click.echo(line)
    counted = {
        "written": len(report.written),
        "removed": len(report.removed),
        "not as they would be built": len(report.differences),
        "failed": len(report.failures),
        "current": report.current,
    }
    told = ", ".join(f"{number} {what}" for what, number in counted.items() if number)
    click.echo(f"{out}: {told or 'nothing there'}")


@cli.command(short_help="Ask independent referees about every claim, and measure how exact the code is.")
@click.argument("what", nargs=-1, metavar="[NAME | FILE] …")
@click.option("--coq", is_flag=True, help="Ask Coq too, about every line, for all sizes of the dimensions.")
@click.option("--again", is_flag=True, help="Ask and measure again what is known from an earlier run.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes.  [default: one for each core]"
)
def verify(what: tuple[str, ...], coq: bool, again: bool, jobs: int | None) -> None:
    """Ask independent referees about every claim and every step; of the whole library if nothing is named.

    Of a theory's NumPy functions the largest error is measured on this machine, in units of the last place: over inputs 3 times
    normal, over such with one ahead or behind by 20, 40 or 80, and over the whole range; and how many results were lost, which
    is 0, infinite or not a number where the true value is none of these.  Of theories that are named the bounds that docstrings
    state stand beside it (in float64 and float32).

    With --coq the proofs of claims and derivatives are put to Coq, line by line as they are printed; what it accepts holds for
    all dimensions, indices and real inputs that satisfy the hypotheses.

    What an earlier run found here for the same text, with the same version of everything, is printed again and marked as known.

    Exit status 1 if a referee disagrees, a claim is false, or an error is larger than its bound.
    """
    from derive import library, verification

    missing = verification.missing() if coq else ""
    if missing:
        _complain(missing)
    asked = [verification.Question(name, bool(what), coq and not missing, again) for name in what or library.names()]
    status, proofs = 0, list[verification.Proofs]()
    for answer in verification.verify(asked, jobs):
        status = max(status, answer.status)
        if answer.error:
            _complain(answer.error)
        if answer.verdicts is not None:
            _table(answer.question.what, ("claim", "referee", "verdict", "steps", "time"), answer.verdicts.rows)
            if answer.verdicts.measured:
                if answer.verdicts.known:
                    click.echo(MEASURED)
                _table("", answer.verdicts.heads, answer.verdicts.measured)
        if answer.proofs is not None:
            proofs.append(answer.proofs)
    if coq and not missing:
        _table(
            "Coq",
            ("theory", "proofs accepted", "lines", "second proofs", "time"),
            [p.counted for p in proofs if p.counted],
        )
        if told := [row for p in proofs for row in p.told]:
            _table("", ("theory", "claim", "verdict", "reason"), told)
    raise click.exceptions.Exit(status)


@cli.command("list")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only theories of this kind; may be repeated.")
def list_(tags: tuple[str, ...]) -> None:
    """The library: each function, its formula and its derivative."""
    from derive import api

    rows = [api.summary(name) for name in api.library_names(*tags)]
    _table("", ("theory", "tags", "formula", "derivative"), rows)


@cli.command(short_help="Write a commented theory to start from.")
@click.argument("name")
def new(name: str) -> None:
    """Write a commented theory to start from, NAME.theory, in this folder."""
    from derive import build as room

    path = room.new(name, Path())
    click.echo(f"{path}: change it, then: derive show {path}")


# ---------------------------------------------------------------------------------------------------------- output


def _terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _coloured() -> bool:
    return _terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _print(text: str, *, reasons: bool = False) -> None:
    """Plain text; on a terminal the `reasons` beside the lines stand back."""
    if not (reasons and _coloured()):
        click.echo(text)
        return
    from rich.console import Console
    from rich.text import Text

    shown = Text(text)
    shown.highlight_regex(r"(?m)(?<=\S)\s{2,}\S.*$", "dim cyan")
    shown.highlight_regex(r"(?m)^\S.*$", "bold")
    Console(soft_wrap=True, highlight=False).print(shown)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table, as wide as it needs to be where no terminal limits it."""
    if not _terminal(sys.stdout):
        from rich.cells import cell_len

        widths = [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
        lines = (
            "  ".join(c + " " * (n - cell_len(c)) for c, n in zip(row, widths, strict=True)) for row in (heads, *rows)
        )
        click.echo("\n".join((*[title] * bool(title), *map(str.rstrip, lines))))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head)
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console(no_color=not _coloured(), highlight=False, force_terminal=_coloured() or None)
    with console.capture() as captured:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error while a terminal is there to show it."""
    if not _terminal(sys.stderr):
        yield lambda name, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("deriving"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda name, done, total: bar.update(task, description=name, completed=done, total=total)


@contextmanager
def _place(what: str) -> Iterator[None]:
    """Errors in the text that `what` names say so."""
    try:
        yield
    except Error as error:
        raise click.ClickException(_told(what, error)) from None


def _told(what: str, error: Error) -> str:
    return f"{what}:{error}" if error.line is not None and "=" not in what else str(error)


def _complain(message: str) -> None:
    """One line on standard error."""
    line = "".join(c if c.isprintable() else "?" for c in " ".join(message.split()))
    click.echo(f"derive: {line if len(line) <= 2000 else line[:1999] + '…'}", err=True)


# ------------------------------------------------------------------------------------------------------------- main


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit; whatever a user can cause ends in one line and a status, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal without σ shows ?
    workers.tidy_seldom()
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        status = cli.main(arguments, prog_name="derive", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except Error as error:
        _complain(str(error))
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "derive"
        _complain(f"{error.format_message()} (hint: {where} --help)")
    except click.ClickException as error:
        _complain(error.format_message())
    except OSError as error:  # the output cannot be written: a pipe that closed early, a full disk
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the flush at exit has somewhere to go
        if error.errno != errno.EPIPE:
            _complain(f"cannot write the output: {error.strerror}")
    except (KeyboardInterrupt, click.Abort):
        _complain("interrupted")
        return 130
    except RecursionError:
        _complain("nested too deeply (hint: split it into definitions)")
    except MemoryError:
        _complain("out of memory")
    except Exception as error:
        if os.environ.get("DERIVE_TRACEBACK"):
            raise
        _complain(
            f"internal error: {type(error).__name__}: {error} (hint: DERIVE_TRACEBACK=1 shows where; please report it)"
        )
    return 2
