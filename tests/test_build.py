"""Building: incremental, atomic, the same bytes everywhere; and what cannot be read or written is said in one line.

What a theory becomes is made up here (its text, twice), so that these tests are about files only.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from derive import build as room
from derive import library
from derive.build import Built, Failure, Report, build
from derive.errors import Error
from derive.library import Source

Tree = dict[str, str]


def tree(out: Path) -> Tree:
    return {p.relative_to(out).as_posix(): p.read_text(encoding="utf-8") for p in sorted(out.rglob("*")) if p.is_file()}


class Workshop:
    """A library in a folder, an output folder, and a count of the theories that were made."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.library, self.out, self.made = root / "library", root / "out", list[str]()
        self.library.mkdir()
        patch.setattr(library, "FOLDER", self.library)
        patch.setattr(room, "make", self.make)
        patch.setattr(room, "pages", self.pages)
        patch.setenv("XDG_CACHE_HOME", str(root / "cache"))
        self.write("one", "1")
        self.write("two", "2")

    def write(self, name: str, text: str) -> None:
        (self.library / f"{name}.theory").write_text(text, encoding="utf-8")

    def make(self, source: Source, processes: int = 1) -> Built | Failure:
        self.made.append(source.name)
        if "bad" in source.text:
            return Failure(source.name, f"{source.shown}:1:1: bad")
        files = {f"{source.name}.txt": source.text, "claims/σ.txt": source.text}
        if "more" in source.text:
            files["more.txt"] = "more\n"
        return Built(files, {"text": {"title": source.text}})

    def pages(self, rows: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Tree:
        return {"index.txt": "".join(f"{name}: {row['text']['title']}\n" for name, row in sorted(rows.items()))}

    def __call__(self, *names: str, check: bool = False) -> Report:
        self.made.clear()
        return build(names, self.out, check=check, jobs=1)


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return Workshop(tmp_path, monkeypatch)


def test_everything_is_built_and_nothing_else_is_left(workshop: Workshop) -> None:
    report = workshop()
    found = tree(workshop.out)
    assert set(found) == {
        "index.json", "index.txt", "one/one.txt", "one/claims/σ.txt", "two/two.txt", "two/claims/σ.txt",
    }  # fmt: skip
    assert set(report.written) == set(found)
    assert found["index.txt"] == "one: 1\ntwo: 2\n"


def test_the_second_build_does_nothing(workshop: Workshop) -> None:
    workshop()
    before = {p: p.stat().st_mtime_ns for p in workshop.out.rglob("*")}
    report = workshop()
    assert workshop.made == []
    assert (report.written, report.removed, report.current) == ((), (), 4)
    assert before == {p: p.stat().st_mtime_ns for p in workshop.out.rglob("*")}


def test_only_what_changed_is_built_again(workshop: Workshop) -> None:
    workshop()
    workshop.write("two", "2 changed")
    report = workshop()
    assert workshop.made == ["two"]
    assert set(report.written) == {"two/two.txt", "two/claims/σ.txt", "index.txt", "index.json"} - (
        {"index.json"} if "index.json" not in report.written else set()
    )
    assert tree(workshop.out)["index.txt"] == "one: 1\ntwo: 2 changed\n"


def test_a_theory_that_calls_another_is_built_again_when_that_changes(workshop: Workshop) -> None:
    workshop.write("two", "z = one(x)")
    workshop.write("three", "z = two (x)")
    workshop()
    workshop.write("one", "1 changed")
    workshop()
    assert sorted(workshop.made) == ["one", "three", "two"]


@pytest.mark.parametrize(
    "harm", [lambda p: p.unlink(), lambda p: p.write_text("edited"), lambda p: p.write_bytes(b"\xff")]
)
@pytest.mark.parametrize("path", ["one/one.txt", "index.txt", "index.json"])
def test_a_file_that_was_changed_or_lost_is_put_right(
    workshop: Workshop, path: str, harm: Callable[[Path], None]
) -> None:
    workshop()
    before = tree(workshop.out)
    harm(workshop.out / path)
    assert workshop(check=True).differences
    workshop()
    assert tree(workshop.out) == before
    assert not workshop(check=True).differences


def test_what_a_theory_no_longer_makes_is_removed(workshop: Workshop) -> None:
    workshop.write("one", "1 more")
    workshop()
    assert (workshop.out / "one/more.txt").exists()
    workshop.write("one", "1")
    assert workshop().removed == ("one/more.txt",)
    assert not (workshop.out / "one/more.txt").exists()


def test_a_theory_that_left_the_library_leaves_the_folder(workshop: Workshop) -> None:
    workshop()
    (workshop.library / "two.theory").unlink()
    workshop("one")
    assert (workshop.out / "two").exists(), "a build of one theory leaves the others alone"
    report = workshop()
    assert report.removed == ("two/claims/σ.txt", "two/two.txt")
    assert not (workshop.out / "two").exists()
    assert "two" not in tree(workshop.out)["index.txt"]


def test_a_theory_of_ones_own_stays(workshop: Workshop, tmp_path: Path) -> None:
    own = tmp_path / "my_loss.theory"
    own.write_text("mine", encoding="utf-8")
    workshop()
    workshop(str(own))
    assert workshop.made == ["my_loss"]
    workshop()
    assert tree(workshop.out)["index.txt"] == "my_loss: mine\none: 1\ntwo: 2\n"


def test_files_of_others_are_left_alone_but_told(workshop: Workshop) -> None:
    workshop()
    (workshop.out / "one/notes.md").write_text("mine")
    (workshop.out / "one/__pycache__").mkdir()
    (workshop.out / "one/__pycache__/x.pyc").write_text("cache")
    assert workshop(check=True).differences == ("extra: one/notes.md",)
    workshop()
    assert (workshop.out / "one/notes.md").exists()


def test_check_tells_every_difference_and_writes_nothing(workshop: Workshop) -> None:
    assert set(workshop(check=True).missing) >= {"one/one.txt", "index.txt"}
    assert not workshop.out.exists()
    workshop.write("one", "1 more")
    workshop()
    workshop.write("one", "1 less")
    (workshop.out / "two/two.txt").unlink()
    before = tree(workshop.out)
    report = workshop(check=True)
    assert report.missing == ("two/two.txt",)
    assert {"one/one.txt", "one/claims/σ.txt", "index.txt"} <= set(report.stale)
    assert report.extra == ("one/more.txt",)
    assert tree(workshop.out) == before


def test_check_needs_no_memory(workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    workshop()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    assert not workshop(check=True).differences
    assert sorted(workshop.made) == ["one", "two"]


def test_a_cache_that_cannot_be_written_or_makes_no_sense_does_no_harm(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    workshop()
    workshop()
    assert sorted(workshop.made) == ["one", "two"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for nonsense in (
        '{"theories": [], "pages": 3}',
        '{"theories": {"one": 1}, "pages": {"key": 1}}',
        "[" * 5000,
        "\xff",
    ):
        room._cache(workshop.out).parent.mkdir(parents=True, exist_ok=True)
        room._cache(workshop.out).write_text(nonsense)
        workshop()
        assert sorted(workshop.made) == ["one", "two"]


@pytest.mark.parametrize(
    "nonsense",
    ["", "[]", '{"theories": 3}', '{"theories": {"x": {}}}',
     '{"theories": {"..": {"library": true, "files": ["a"], "rows": {}}}}',
     '{"pages": ["../../precious"]}', '{"pages": ["/precious"]}', '{"pages": [3]}'],
)  # fmt: skip
def test_a_listing_that_makes_no_sense_is_not_believed(workshop: Workshop, nonsense: str, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    workshop()
    before = tree(workshop.out)
    (workshop.out / "index.json").write_text(nonsense)
    workshop()
    assert tree(workshop.out) == before
    assert (tmp_path / "precious").exists()


def test_nothing_is_written_for_a_theory_that_fails(workshop: Workshop) -> None:
    workshop.write("two", "bad")
    report = workshop()
    assert report.failures == (Failure("two", "two:1:1: bad"),)
    assert not (workshop.out / "two").exists()
    assert tree(workshop.out)["index.txt"] == "one: 1\n"
    workshop.write("two", "2")
    workshop()
    before = tree(workshop.out)
    workshop.write("two", "bad now")
    assert workshop().failures
    assert tree(workshop.out) == before, "what was built before stays"


def test_a_failure_leaves_no_folder_behind(workshop: Workshop, tmp_path: Path) -> None:
    own = tmp_path / "mine.theory"
    own.write_text("bad")
    workshop.out = tmp_path / "deep" / "er"
    assert workshop(str(own)).failures
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize("stop", range(1, 9))
def test_a_run_killed_at_any_write_leaves_whole_files_and_the_next_one_puts_all_right(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    workshop.write("one", "1 more")
    workshop()
    old = tree(workshop.out)
    workshop.write("one", "1 new")
    workshop.write("two", "2 new")
    workshop.write("three", "3")
    replace, count = os.replace, iter(range(1, 100))

    def killed(source: Path, target: Path) -> None:
        if next(count) == stop:
            raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(os, "replace", killed)
        workshop()
    whole = {*old.values(), "1 new", "2 new", "3", "one: 1 new\nthree: 3\ntwo: 2 new\n"}
    assert all(text in whole for path, text in tree(workshop.out).items() if path != "index.json")
    json.loads((workshop.out / "index.json").read_text())
    # The author changes their mind: nothing of the interrupted run may stay.
    (workshop.library / "three.theory").unlink()
    workshop()
    assert set(tree(workshop.out)) == {
        "index.json", "index.txt", "one/one.txt", "one/claims/σ.txt", "two/two.txt", "two/claims/σ.txt",
    }  # fmt: skip
    assert not workshop(check=True).differences


SLOW = """
import sys
from pathlib import Path
from derive import build as room, library

library.FOLDER = Path(sys.argv[1])
room.make = lambda source, processes=1: room.Built({f"{n}.txt": f"{source.text}{n}" * 30_000 for n in range(40)}, {})
room.pages = lambda rows: {}
print("ready", flush=True)
room.build((), Path(sys.argv[2]), jobs=1)
"""


@pytest.mark.parametrize("delay", [0.0, 0.01, 0.03, 0.06, 0.1])
def test_files_are_whole_after_kill_9(workshop: Workshop, delay: float) -> None:
    command = [sys.executable, "-c", SLOW, str(workshop.library), str(workshop.out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(delay)
        running.kill()
    for path in workshop.out.rglob("*.txt"):
        assert path.read_text() == f"{path.parent.name == 'two' and 2 or 1}{path.stem}" * 30_000
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert len(list(workshop.out.rglob("*.txt"))) == 80
    assert not (workshop.out / ".derive-cache").exists()


def test_a_killed_process_leaves_no_litter_that_stays(workshop: Workshop) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    litter = workshop.out / ".derive-cache" / str(dead.pid)
    litter.mkdir(parents=True)
    (litter / "file").write_text("half a fi")
    workshop()
    assert not (workshop.out / ".derive-cache").exists()


def test_files_end_lines_the_same_way_everywhere(workshop: Workshop) -> None:
    (workshop.library / "one.theory").write_bytes(b"\xef\xbb\xbfa\r\nb\r\n")
    workshop()
    assert (workshop.out / "one/one.txt").read_bytes() == b"a\nb\n"


def unreadable(root: Path, name: str) -> str:
    path = root / f"{name}.theory"
    if name == "folder":
        path.mkdir()
    elif name == "latin":
        path.write_bytes(b"x = '\xe9'")
    elif name == "huge":
        with path.open("wb") as file:
            file.truncate(library.LARGEST + 1)
    return str(path)


@pytest.mark.parametrize("name", ["folder", "latin", "huge", "missing", "not-a-name", "nul\0", "x" * 5000])
def test_what_cannot_be_read_is_one_line(workshop: Workshop, tmp_path: Path, name: str) -> None:
    with pytest.raises(Error) as caught:
        workshop(unreadable(tmp_path, name))
    assert "\n" not in str(caught.value)
    assert not workshop.out.exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("y = log(x); example(x=-1)", "1:13: y has no value at this example"),
        ("y = x; assume(x > 2); example(x=1)", "1:23: this example breaks an assumption"),
        ("z = 2*t\ny[i] = max(x[k] for k in K if k != i)", "2:1: the derivative of a restricted max"),
    ],
)
def test_what_an_example_or_a_rule_does_not_reach_is_told_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    made = room.make(Source("mine", text, "mine.theory", library=False))
    assert isinstance(made, room.Failure) and made.message.startswith(f"mine.theory:{message}")


def test_a_derivative_that_does_not_exist_at_an_example_is_left_out(tmp_path: Path) -> None:
    made = room.make(Source("mine", "y = abs(x); example(x=0)", "mine.theory", library=False))
    assert isinstance(made, room.Built)
    assert r"finite differences" not in made.files["mine.md"].partition("## Examples")[2].partition("##")[0]


def test_pages_say_which_side_is_taken_at_a_kink() -> None:
    bent, smooth = (
        room.make(Source("mine", text, "mine.theory", library=False)) for text in ("y = max(x, 0)", "y = x**2")
    )
    assert isinstance(bent, room.Built) and isinstance(smooth, room.Built)
    for name in ("mine.md", "mine.tex"):
        assert "varies as $u$" in bent.files[name] and "At a kink" in bent.files[name]
        assert "At a kink" not in smooth.files[name]


def test_an_unknown_name_tells_the_known_ones(workshop: Workshop) -> None:
    with pytest.raises(Error, match=r"no theory 'softmaks' in the library \(hint: one of one, two"):
        workshop("softmaks")


@pytest.mark.parametrize("out", ["file", "file/below", "nul\0", "/proc/derive", "x" * 300])
def test_what_cannot_be_written_is_one_line(workshop: Workshop, tmp_path: Path, out: str) -> None:
    (tmp_path / "file").write_text("mine")
    workshop.out = tmp_path / out
    with pytest.raises(Error, match="cannot write"):
        workshop()
    assert workshop.made == []
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_in_the_way_is_one_line(workshop: Workshop) -> None:
    (workshop.out / "one/one.txt").mkdir(parents=True)
    with pytest.raises(Error, match=r"cannot write .*one\.txt"):
        workshop()


def test_two_theories_of_one_name_are_refused(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "one.theory").write_text("mine")
    with pytest.raises(Error, match="more than one theory is called one"):
        workshop("one", str(tmp_path / "one.theory"))


def test_a_new_theory_is_commented_and_overwrites_nothing(tmp_path: Path) -> None:
    path = room.new("my_loss", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert path.name == "my_loss.theory"
    assert "mode: python" in text.splitlines()[0]
    assert '"""My loss\n' in text
    with pytest.raises(Error, match="exists already"):
        room.new("my_loss", tmp_path)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["", "../up", "a b", "1st", "a.b", "naïve", "-x", "a\n", "numpy", "math", "class"])
def test_a_new_theory_needs_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(Error):
        room.new(name, tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_same_bytes_whatever_the_hash_seed_and_the_folder(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        code = (
            "from pathlib import Path; from derive.build import build;"
            f"build(['sigmoid', 'softmax'], Path({str(out)!r}), jobs={seed})"
        )
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(library.FOLDER.parent.parent)}
        subprocess.run([sys.executable, "-c", code], env=env, cwd=tmp_path, check=True, timeout=120)
        made.append({p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert made[0] == made[1]
    assert "softmax/softmax.tex" in made[0]
    assert not any(b"\r" in data or str(tmp_path).encode() in data for data in made[0].values())


def test_nothing_to_do_needs_no_engine(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from derive.build import build;"
        "print(build(['sigmoid'], Path('out'), jobs=1).written != (), 'sympy' in sys.modules, 'jinja2' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(library.FOLDER.parent.parent)}
    runs = [
        subprocess.run([sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [r.stdout.split()[0] for r in runs] == ["True", "False"]
    assert runs[1].stdout.split() == ["False"] * 3
