"""The rooms import downwards only, and what is forbidden everywhere is nowhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "derive"

ROOMS = (
    "errors", "workers", "expr", "theory", "program", "arithmetic", "printing", "interop", "language", "library", "known",
    "rational", "context", "signs", "kernel", "rules", "conversion", "derivation", "strategy", "checks", "coq", "instance",
    "lower", "accuracy", "targets", "compiled", "naive", "entry", "kept", "build", "api", "verification", "cli", "__main__",
)  # fmt: skip
"""Each room may import itself and those before it."""

APART: dict[str, frozenset[str]] = {
    "checks": frozenset({"signs", "kernel", "rules", "conversion", "strategy"}),
    "accuracy": frozenset({"signs", "kernel", "rules", "conversion", "strategy", "lower"}),
    "coq": frozenset({"conversion", "strategy"}),
    "program": frozenset(ROOMS) - {"errors", "expr", "theory", "program"},
    "kernel": frozenset({"click", "jinja2", "numpy", "rich"}),
}
"""What a room does without, though it stands higher: referees share nothing with the engine that they judge."""

HOME = {"click": {"cli"}, "rich": {"cli", "build"}, "jinja2": {"targets"}, "platformdirs": {"known"}}
"""Libraries that belong to one room."""

FORBIDDEN = {"eval", "exec", "sympify", "parse_expr", "simplify", "__import__"}
ALLOWED = {("compiled", "exec")}  # the module that our own generator wrote


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package with its room; the package's own `__init__` has none."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts != ("__init__",):
            yield parts[0], path


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, tree: ast.Module) -> Iterator[str]:
    """What is imported anywhere in a module, as absolute dotted names, the imported names included."""
    package = ("derive", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *(node.module.split(".") if node.module else ())))
            yield from (f"{module}.{alias.name}" for alias in node.names)


MODULES = tuple(modules())
IDS = [path.relative_to(PACKAGE).as_posix() for _, path in MODULES]


@pytest.mark.parametrize(("room", "path"), MODULES, ids=IDS)
def test_every_module_has_a_room(room: str, path: Path) -> None:
    assert room in ROOMS, f"{path.name} is in no room of the map"
    assert path.stem not in {"utils", "util", "helpers", "common", "misc"}


@pytest.mark.parametrize(("room", "path"), MODULES, ids=IDS)
def test_imports_go_down_only(room: str, path: Path) -> None:
    for name in imports(path, parsed(path)):
        top, _, rest = name.partition(".")
        if top == "derive":
            used = rest.split(".")[0]
            assert used in ROOMS, f"{room} imports {name}: rooms import rooms, never the public names"
            assert ROOMS.index(used) <= ROOMS.index(room), f"{room} imports {name}, which stands above it"
            assert used not in APART.get(room, ()), f"{room} must do without {used}"
        else:
            assert room in HOME.get(top, {room}), f"{top} belongs to {HOME[top]}"
            assert top not in APART.get(room, ()), f"{room} must do without {top}"


@pytest.mark.parametrize(("room", "path"), MODULES, ids=IDS)
def test_nothing_is_evaluated_or_simplified_behind_our_back(room: str, path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert called not in FORBIDDEN or (room, called) in ALLOWED, f"{path.name}:{node.lineno} calls {called}"


@pytest.mark.parametrize(("room", "path"), MODULES, ids=IDS)
def test_no_global_is_changed(room: str, path: Path) -> None:
    assert not [node.lineno for node in ast.walk(parsed(path)) if isinstance(node, ast.Global)]


@pytest.mark.parametrize(("room", "path"), MODULES, ids=IDS)
def test_only_the_kernel_makes_theorems(room: str, path: Path) -> None:
    made = [
        n.lineno
        for n in ast.walk(parsed(path))
        if isinstance(n, ast.Call) and ast.unparse(n.func).split(".")[-1] == "Theorem"
    ]
    assert room == "kernel" or not made, f"{path.name}:{made} makes a Theorem"


def test_importing_derive_is_light() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    heavy = {"click", "jinja2", "mpmath", "numpy", "rich", "sympy"}
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert not {n.split(".")[0] for n in imports(PACKAGE / "__init__.py", ast.Module([node], []))} & heavy
