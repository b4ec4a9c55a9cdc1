"""How does it look?  Targets: each makes files of an `Entry`.

Comes in: an `Entry`, all that is known of one theory.  Goes out: texts by path.  A target is one module here that
defines `TARGET`, and one folder of templates; `targets()` finds it by listing this folder.  Modules without a `TARGET`
answer a question that several targets ask: `chain` (what are the lines?), `graph` (what uses what, as a picture?), `page`
(what stands on a page?), `prose` (how is prose read?).  Words and layout are in the templates, which know nothing but the
data they are given.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from derive import known
from derive.accuracy.bounds import Bounds
from derive.derivation import Derivation
from derive.expr import Cmp, Node, Ref
from derive.kernel import Rule
from derive.theory import Theory, Value

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Computed", "Entry", "Stability", "Target", "render", "targets"]


class Computed(Protocol):
    """An example, computed."""

    @property
    def given(self) -> Mapping[str, Value]:
        """The inputs by name."""

    @property
    def found(self) -> tuple[tuple[Node, Any, str], ...]:
        """What came out: a quantity or derivative, its value (nested sequences of floats), and how it was found."""


class Stability(Protocol):
    """Why the code does not compute the formula as it stands."""

    @property
    def naive(self) -> str:
        """The formula as NumPy code, as anyone would type it."""

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """What the naive code gives and what the generated code gives: (call, value) as text."""

    @property
    def cures(self) -> tuple[Rule, ...]:
        """The theorems that the generated code uses instead."""


class Entry(Protocol):
    """All that is known of one theory when its files are made."""

    @property
    def theory(self) -> Theory:
        """The theory."""

    @property
    def proofs(self) -> tuple[Derivation, ...]:
        """One for each claim, in order."""

    @property
    def results(self) -> tuple[Derivation, ...]:
        """Derivative, VJP and JVP of the last definition."""

    @property
    def edges(self) -> Mapping[tuple[str, str], Cmp | None]:
        """The graph of definitions: (what is used, what uses it), with the derivative; None where there is none."""

    def element(self, name: str) -> Ref:
        """A quantity at the indices that a picture shows it with."""

    @property
    def checks(self) -> tuple[tuple[str, str, str], ...]:
        """What was checked: (claim, referee, verdict)."""

    @property
    def stated(self) -> Mapping[str, str]:
        """What stands in the file for Coq, by claim: how many lines, or why it is not there; empty where there is no file."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that the proofs and results use."""

    @property
    def stability(self) -> Stability | None:
        """Where the naive formula fails, if it does."""

    @property
    def bounds(self) -> Bounds:
        """By how many units of the last place each function's results may be off."""

    @property
    def examples(self) -> tuple[Computed, ...]:
        """The theory's examples, computed."""


Row = Mapping[str, str]


def _no_row(entry: Entry) -> Row:
    return {}


def _no_index(rows: Mapping[str, Row]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Target:
    """Something to make: texts by path within the theory's own folder.

    `row` is what the target's pages over all theories say about this one; `index` makes those pages from the rows by
    theory, texts by path within the output folder.
    """

    name: str
    files: Callable[[Any], Mapping[str, str]]
    row: Callable[[Any], Row] = _no_row
    index: Callable[[Mapping[str, Row]], Mapping[str, str]] = _no_index


@cache
def targets() -> tuple[Target, ...]:
    """Every target in this folder, by the name of its module; what modules are given to run with is none, and needs NumPy."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name != "runtime")
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(m.TARGET for m in modules if hasattr(m, "TARGET"))


def __getattr__(name: str) -> Any:
    if name == "TARGETS":
        return targets()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _environment() -> Environment:
    from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
    from jinja2.bccache import Bucket

    class Compiled(BytecodeCache):
        """Templates compiled before by this very package, in the user's cache folder."""

        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                package, _, code = self.path(bucket).read_bytes().partition(b"\n")
                if package == known.package().encode():
                    bucket.bytecode_from_string(code)

        def dump_bytecode(self, bucket: Bucket) -> None:
            known.put(self.path(bucket), known.package().encode() + b"\n" + bucket.bytecode_to_string())

        def path(self, bucket: Bucket) -> Path:
            return known.home() / "templates" / f"{bucket.key}.jinja"

    return Environment(
        loader=FileSystemLoader(known.TEMPLATES),
        bytecode_cache=Compiled(),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<$",
        variable_end_string="$>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what goes into a template is escaped for its language already
    )


def render(template: str, **data: Any) -> str:
    """The template of that name (`latex/article.tex`), filled in; a name that it uses and `data` lacks is an error."""
    return _environment().get_template(template).render(data)
