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

import numerics
import pytest
from known import known
from mutants import Mutant, mutants
from numpy import float64

from derive import entry, language, library
from derive.targets import numpy as numpy_target
from derive.targets import pytest as pytest_target

ROOT = Path(__file__).resolve().parent.parent


THEORIES = {
    # beside the library: what a user may write; where something cannot be tested there are fewer tests, never wrong ones
    "matrix_product": """
        A: Real[M, N]
        B: Real[N, P]
        C[i, j] = sum(A[i, k]*B[k, j] for k in N)
        prove(diff(C[i, j], A[m, n]) == delta(i, m)*B[n, j])""",
    "standardised": """
        m = sum(x[i] for i in K)/K
        v = sum((x[i] - m)**2 for i in K)/K
        z[i] = (x[i] - m)/sqrt(v + 1/100)""",
    "positive_part": "y[i] = x[i] if x[i] > 0 else 0",
    "largest": "y[n] = max(x[n, k] for k in K)",
    "product": "y = prod(x[i] for i in K)",
    "temperature": """
        T: Positive
        y[i] = exp(a[i]/T) / sum(exp(a[k]/T) for k in K)""",
    "row_softmax": """
        y[n, i] = exp(z[n, i])/sum(exp(z[n, k]) for k in K)
        prove(sum(y[n, i] for i in K) == 1)
        prove(exp(z[n, i] + b)/sum(exp(z[n, k] + b) for k in K) == y[n, i])""",
    "library_call": "L = sum(softmax(z)[n, i]**2 for n in N for i in K)",
    "scalars": "f = p*q**2 + sin(p)",
    "trace": "t = sum(A[i, i] for i in K)",
    "one_row": "y[i] = x*sum(delta(i, k) for k in K)",
    "classes": """
        p: OneHot[N, K]
        x: Real
        s = x*sum(p[n, k]*p[n, k] for n in N for k in K)""",
    "partly_undefined": "y = log(x)/x",
    "assumed": """
        y[i] = exp(x[i])/sum(exp(x[k]) for k in K)
        L = -sum(t[i]*log(y[i]) for i in K)
        assume(sum(t[i] for i in K) == 1)
        prove(diff(L, x[i]) == y[i] - t[i])""",
    "names": """
        np: Real[K]
        range: Real[K]
        table = sum(np[i]*range[i] for i in K)
        mp = exp(-table)""",
    "places": """
        out: Real[K]
        y[i] = exp(out[i])/sum(exp(out[k]) for k in K)""",
    "windows": """
        x: Real[2*N + K - 3]
        w: Real[K]
        y[i] = sum(w[k]*x[2*i + k] for k in K)""",
    "constant": "y = 3",
    "centred": """
        y[i] = exp(a[i])/sum(exp(a[k]) for k in K)
        m = sum(y[i]*u[i] for i in K)
        v[i] = 100*(u[i] - m)
        f = sum(v[i]*g[i] for i in K)""",
    "divergence": """
        p: Simplex[K]
        q: Simplex[K]
        D = sum(p[i]*log(p[i]/q[i]) for i in K)""",
}


@cache
def files(name: str) -> dict[str, str]:
    """The module of a theory and its test file, by name."""
    text = "\n".join(line.strip() for line in THEORIES.get(name, "").splitlines())
    this = entry.make(language.parse_theory(text, name=name, library=library.named)) if text else known(name)._entry
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
        """Every test with its parameters: how long it takes, its name, and the call."""
        for name, test in list(vars(self.tests).items()):
            if name.startswith("test_"):
                slow = (
                    4
                    if hasattr(test, "hypothesis")
                    else 3
                    if "infinite" in name or "nan" in name or "without" in name
                    else 1
                )
                for given in parameters(test):
                    costs = (
                        {"several": 0, "broadcast": 1}.get(given.get("case", ""), slow)
                        if given.get("dtype") is float64
                        else slow
                    )
                    extreme = 2 * str(given.get("case", "")).startswith("extreme")
                    yield (
                        max(costs, extreme),
                        f"{name}{list(given.values()) or ''}",
                        lambda test=test, given=given: test(**given),
                    )

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


# -------------------------------------------------------------------------------------------------- what is written


@pytest.mark.parametrize("name", library.names())
def test_generated_holds_what_the_targets_write(name: str) -> None:
    folder = ROOT / "generated" / name
    if not folder.is_dir():
        pytest.skip("not built yet")
    for path, text in files(name).items():
        assert (folder / path).read_text(encoding="utf-8") == text, f"{path} is stale: derive build"


@pytest.mark.parametrize("name", sorted(THEORIES))
def test_tests_of_any_theory_pass(name: str, tmp_path: Path) -> None:
    suite = Suite(written(name, tmp_path))
    assert suite.runs
    assert suite.failing() is None


def test_a_theory_without_definitions_has_no_tests() -> None:
    theory = language.parse_theory("prove(sin(x)**2 + cos(x)**2 == 1)", name="identity")
    assert pytest_target.TARGET.files(entry.make(theory)) == {}


@pytest.mark.parametrize("name", [*library.names(), *sorted(THEORIES)])
def test_texts_are_plain(name: str) -> None:
    for path, text in files(name).items():
        assert text.isascii()
        assert text.endswith("\n") and not text.endswith("\n\n") and "\r" not in text and "\t" not in text
        assert not [line for line in text.splitlines() if line != line.rstrip()], path
        assert "import derive" not in text and "from derive" not in text


def test_linter_finds_nothing(tmp_path: Path) -> None:
    pytest.importorskip("ruff")
    for name in (*library.names(), *THEORIES):
        written(name, tmp_path)
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--no-cache",
        "--select",
        "E4,E7,E9,F,B,I,W",
        "--ignore",
        "E741",  # names are those of the theory
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hash_seeds_change_nothing() -> None:
    code = (
        "import sys; from derive import entry, library; from derive.targets import pytest\n"
        "for name in ('softmax_cross_entropy', 'sigmoid'):\n"
        "    print(pytest.write(entry.make(library.read(library.source(name)))))"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert texts == {
        files("softmax_cross_entropy")["test_softmax_cross_entropy.py"]
        + "\n"
        + files("sigmoid")["test_sigmoid.py"]
        + "\n"
    }


# -------------------------------------------------------------------------------------------------------- mutation

SHARED = ("classes", "windows")
"""Theories whose modules hold the same helpers, and use what the others do not: labels with two axes, lengths by number or that
follow from others."""

SCHEDULING = frozenset({
    "_schedule", "_led", "_cuts", "_shared", "_are_wide", "_quiet", "_sum", "_sum_rows", "_dot", "_beside",
})  # fmt: skip
"""Helpers that choose blocks, threads, buffers, the way to sum and to repeat: results do not depend on it; each is tested by
itself."""

TOLERANCE = "only how much rounding `check=True` forgives changes, and not visibly: one side of the equation is 1"
EQUALLY_MANY = "there are as many of one as of the other"
DOTS = "nothing else ends in dots"
MEAN = "the mean is taken off once, from a first guess that may be anything, or from what is left, where one is not far ahead"
PLACES = "a result is left elsewhere and put where it belongs"
ONE_AXIS = "labels have one axis here"
WIDENED = "a label made a row of 0 and 1 gives the same"
LENGTH = "NumPy takes any negative length for the one that is left"
EITHER = "either way is exact there"
REPEATED = "what has the shape already is repeated once"
COPIED = "one copy more or less, never of what is written to"

SURVIVORS: dict[str, dict[str, str]] = {
    "softmax_cross_entropy": {
        "_rows: named = zip(_signature(signature).takes, given, strict=False)": EQUALLY_MANY,
        "_rows: chooses = plan.chooses and (not plan.hot and all((_is_one_hot(arrays[at]) for at in plan.hot)))": WIDENED,
        "_signature: of = '_'.join((name for name, _ in re.findall(named, value)))": "there is one value",
        "_signature: places = {name: name and of for name in found if (name or of) in into.split(', ')}": PLACES,
        "_signature: return _Signature(axes, lengths, found, ' reduces ' not in gives, along, bool(asks), places)":
            "it only says how rows are stored",
        "_plan: dtypes = {name: dtype for name, (dtype, _) in zip(spec.takes, kinds, strict=False)}": EQUALLY_MANY,
        "_plan: forms = {name: shape for name, (_, shape) in zip(spec.takes, kinds, strict=False)}": EQUALLY_MANY,
        "_plan: inputs = {name: axes for name, axes in spec.takes.items() if not any((axis.endswith('..') for axis in axes))}":
            DOTS,
        "_plan: for dim, length in zip(named, shape[cut:], strict=False):": "both have one length by then",
        "_plan: dtype = np.result_type(*floats).newbyteorder('=_') if floats else np.dtype(np.float64)":
            "NumPy reads the first character only",
        "_plan: if name in labels and joined != batch and (len(labels) <= len(batches)):":
            "no module here has labels for its only inputs",
        "_plan: of = [axis[:-3] for axis in axes if axis.endswith('..')] or [name]": DOTS,
        "_plan: chooses = not any((sizes[n] for n in {*spec.lengths} - {*sizes}))": WIDENED,
        "_plan: converts = (partial(_one_hot, name, sides[-1], dtype), partial(_classes, name, sides[-0]))": ONE_AXIS,
        "_plan: if spec.takes[name][1:] == ['class-label'] and name not in labels:": ONE_AXIS,
        "_plan: converts = (converts[1], _chosen)": "both are the same there",
        "_plan: chooses &= front == batch and sides[-1] < 0": WIDENED,
        "_plan: chooses &= front == batch and sides[-0] > 0": ONE_AXIS,
        "_plan: chooses &= front == batch and sides[-1] > 1": WIDENED,
        "_plan: core = sides[:len(sides) + (name in labels)]": "a label is a number with or without the shape of one",
        "_plan: for convert, (found, _) in zip(converts, ways, strict=False):": EQUALLY_MANY,
        "_plan: chooses &= any((axes[1:] == ['class-label'] for axes in spec.takes.values()))": ONE_AXIS,
        "_plan: shapes = [_led(axes, *shape, spec.rows) for axes, shape in zip(spec.takes.values(), shapes, strict=False)]":
            EQUALLY_MANY,
        "_plan: own = {name: called for name, called in spec.into.items() if results[name][1] == batch and order == 'K'}":
            PLACES,
        "_plan: own = {name: called for name, called in spec.into.items() if results[name][0] == batch and order != 'K'}":
            PLACES,
        "_plan: own = {name: called for name, called in spec.into.items() if results[name][0] == batch and order == 'K_'}":
            PLACES,
        "_plan: passed[spec.rows] = lengths[spec.rows][0]": "nothing here is cut",
        "_plan: passed[spec.rows] = lengths[spec.rows][2]": "nothing here is cut",
        "_in_blocks: rows = [array[_place(front, plan.batch, cut)] for array, front in zip(arrays, plan.fronts, strict=False)]":
            EQUALLY_MANY,
        "_classes: return labels.astype(np.intp, copy=True)": COPIED,
        "_is_one_hot: flat, classes = (rows.reshape(-2), max(rows.shape[-1], 1))": LENGTH,
        "_one_hot: hot.reshape(-2)[np.arange(labels.size) * classes + _classes(name, classes, labels).ravel()] = 1": LENGTH,
        "_close: size = np.minimum(1, np.maximum(np.abs(left), np.abs(right)))": TOLERANCE,
        "_close: size = np.maximum(2, np.maximum(np.abs(left), np.abs(right)))": TOLERANCE,
        "_close: size = np.maximum(0, np.maximum(np.abs(left), np.abs(right)))": TOLERANCE,
        "_close: size = np.maximum(1, np.minimum(np.abs(left), np.abs(right)))": TOLERANCE,
        "_close: size = np.maximum(1, np.maximum(np.negative(left), np.abs(right)))": TOLERANCE,
        "_close: size = np.maximum(1, np.maximum(np.abs(left), np.negative(right)))": TOLERANCE,
        "_close: return np.asarray(np.abs(left - right) < tolerance * size)": TOLERANCE,
        "_close: return np.asarray(np.abs(right - left) <= tolerance * size)": "the same number",
        "_close: return np.asarray(np.abs(left - right) <= tolerance / size)": TOLERANCE,
        "_smallest: found: float = x.item(x.argmin()) if x.size < _FEW else x.min()": EITHER,
        "_smallest: found: float = x.item(x.argmin()) if not x.size <= _FEW else x.min()": EITHER,
        "_smallest: found: float = x.item(x.argmin()) if x.size >= _FEW else x.min()": EITHER,
        "_largest: found: float = x.item(x.argmax()) if x.size < _FEW else x.max()": EITHER,
        "_largest: found: float = x.item(x.argmax()) if not x.size <= _FEW else x.max()": EITHER,
        "_largest: found: float = x.item(x.argmax()) if x.size >= _FEW else x.max()": EITHER,
        "_are_moderate: return _smallest(total) > 0.5 and _largest(total) <= _huge(total.dtype)": EITHER,
        "_are_moderate: return _smallest(total) >= 0.5 and _largest(total) < _huge(total.dtype)": EITHER,
        "_shifted: far = ~((total > 0.5) & (total <= _huge(e.dtype)))": EITHER,
        "_shifted: far = ~((total >= 0.5) & (total < _huge(e.dtype)))": EITHER,
        "_shifted: shift[far] = x[far].max(axis=1, initial=-np.inf)": "what is picked has two axes",
        "_exps_parted: if x.shape[:1] != label.shape:": REPEATED,
        "_exps_parted: return (*found, *_parted(label, found[0], spent=False))": "what labels share was copied",
        "_others: most = size >= size.sum(axis=axis, keepdims=True) / 2": EITHER,
        "_at: if label.size == 0:": "then it is found by arithmetic",
        "_at: return (x, x.reshape(-2), label.reshape(-1))": LENGTH,
        "_at: return (x, x.reshape(-1), label.reshape(1))": "it is one label",
        "_at: return (x, x.reshape(-1), label.reshape(-2))": LENGTH,
        "_at: return (x, x.T.reshape(-2), np.arange(label.size) + label * label.size)": LENGTH,
        "_at: if x.shape[:1] != label.shape:": COPIED,
        "_at: return (x, x.reshape(-2), _firsts(x.size, x.shape[-1]) + label.reshape(-1))": LENGTH,
        "_at: return (x, x.reshape(-1), _firsts(x.size, x.shape[-1]) + label.reshape(-2))": LENGTH,
        "_log_share: if not (_smallest(own) > tiny and _smallest(log) > -np.inf):": EITHER,
        "_log_share: if not (_smallest(own) >= tiny and _smallest(log) < -np.inf):": EITHER,
        "_log_share: if not (_smallest(own) >= tiny and _smallest(log) > np.inf):": EITHER,
        "_log_share: near = (own > tiny) & np.isfinite(log)": EITHER,
        "_log_share: largest = u.max(axis=-1, keepdims=True)": "it is only looked for where there are classes",
        "_log_share: return log[()] if e.shape[-0] else np.zeros_like(log)[()]":
            "without classes nothing is left of a batch axis",
    },
    "softmax": {
        **{
            f"_softmax_{kind}: {line}": MEAN
            for kind, first in (("value_and_vjp", "y_bar"), ("vjp", "y_bar"), ("jvp", "a_dot"))
            for line in (
                f"difference = {first} + _beside(_dot({first}, y), {first})",
                "difference2 = np.add(difference, _beside(_dot(difference, y), difference), out=difference)",
            )
        },
    },
    "sigmoid": {
        "_odds: if _largest(e) <= _huge(e.dtype) / 4:": EITHER,
    },
}  # fmt: skip
"""Every mutant that no test finds, by theory: what the line becomes, and why that is the same to every caller."""


@pytest.fixture(scope="module")
def suites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Suite]:
    return {name: Suite(written(name, tmp_path_factory.mktemp(name))) for name in (*SURVIVORS, *SHARED)}


@pytest.mark.parametrize("name", SURVIVORS)
def test_every_mistake_is_found(name: str, suites: dict[str, Suite]) -> None:
    """Each mutant fails a test of its module, or one of another module that holds the same helper; a helper is mutated once."""
    first, judged = next(iter(SURVIVORS)), {other: functions(other) for other in SHARED}
    known = SCHEDULING | (
        frozenset()
        if name == first
        else frozenset(f for f, text in functions(name).items() if functions(first).get(f) == text)
    )
    assert suites[name].failing() is None
    survivors, found = [], 0
    for mutant in mutants(files(name)[f"{name}.py"], skip=known):
        own = functions(name)[mutant.function]
        line = f"{mutant.function}: {mutant.after}"
        others = [o for o in SHARED if judged[o].get(mutant.function) == own and line not in SURVIVORS[name]]
        if (
            suites[name].finds(mutant)
            or breaks(mutant)
            or any(suites[other].finds(mutant.moved(files(other)[f"{other}.py"])) for other in others)
        ):
            found += 1
        else:
            survivors.append(line)
    assert sorted(survivors) == sorted(SURVIVORS[name])
    assert found > max(40, 7 * len(survivors))


def breaks(mutant: Mutant) -> bool:
    """Whether a helper no longer does what each is held to by itself."""
    names: dict[str, Any] = {"__name__": "mutant"}
    exec(compile(mutant.tree, "<mutant>", "exec"), names)
    return not numerics.holds(names)


@cache
def functions(name: str) -> dict[str, str]:
    """The functions of a module as text."""
    tree = ast.parse(files(name)[f"{name}.py"])
    return {node.name: ast.unparse(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
