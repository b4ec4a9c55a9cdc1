"""The generated tests: they are what the target writes, they pass, and they find every small mistake in a module."""

from __future__ import annotations

import ast
import itertools
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from derive import entry, library
from derive.targets import numpy as numpy_target
from derive.targets import pytest as pytest_target
from tests.mutants import Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent


@cache
def files(name: str) -> dict[str, str]:
    """The module of a theory and its test file, by name."""
    this = entry.make(library.read(library.source(name)))
    return {**numpy_target.TARGET.files(this), **pytest_target.TARGET.files(this)}


def written(name: str, folder: Path) -> Path:
    """The same in a folder; the path of the test file."""
    for path, text in files(name).items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder / f"test_{name}.py"


# ------------------------------------------------------------------------------------------- running them in here


class Suite:
    """A generated test file, loaded; it runs against any version of its module."""

    def __init__(self, path: Path) -> None:
        self.tests = ModuleType(path.stem)
        self.tests.__file__ = str(path)
        exec(compile(path.read_text(encoding="utf-8"), path, "exec"), self.tests.__dict__)
        self.original: ModuleType = self.tests.module
        self.runs = sorted(self._runs(), key=lambda run: run[0])

    def _runs(self) -> Iterator[tuple[int, str, Callable[[], None]]]:
        """Every test with its parameters: how long it takes (0 to 3), its name, and the call."""
        for name, test in list(vars(self.tests).items()):
            if name.startswith("test_"):
                slow = 3 if hasattr(test, "hypothesis") else 2 if "infinite" in name or "nan" in name or "without" in name else 0
                for given in parameters(test):
                    extreme = str(given.get("case", "")).startswith("extreme")
                    cost = slow or int(extreme)
                    yield cost, f"{name}{list(given.values()) or ''}", lambda test=test, given=given: test(**given)

    def failing(self, module: ModuleType | None = None) -> str | None:
        """The first test that fails on a version of the module, None if all pass."""
        self._use(module or self.original)
        try:
            for _, name, run in self.runs:
                try:
                    with warnings.catch_warnings():
                        warnings.simplefilter("ignore")
                        run()
                except pytest.skip.Exception:
                    continue
                except (Exception, pytest.fail.Exception):
                    return name
            return None
        finally:
            self._use(self.original)

    def _use(self, module: ModuleType) -> None:
        self.tests.module = module
        for quantity, function in self.tests.FUNCTIONS.items():
            self.tests.FUNCTIONS[quantity] = getattr(module, function.__name__)

    def finds(self, mutant: Mutant) -> bool:
        """Whether a test fails on a mutant."""
        module = ModuleType(self.original.__name__)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(compile(mutant.tree, str(mutant), "exec"), module.__dict__)
        except Exception:
            return True
        return self.failing(module) is not None


def parameters(test: Any) -> list[dict[str, Any]]:
    """What a test is parametrised with."""
    groups = []
    for mark in getattr(test, "pytestmark", []):
        names, values = mark.args
        names = (names,) if isinstance(names, str) else names
        groups.append([dict(zip(names, v if len(names) > 1 else (v,), strict=True)) for v in values])
    return [{k: v for part in parts for k, v in part.items()} for parts in itertools.product(*groups)]
