"""Which files follow from which theories?  Every theory × every target → files, incremental and atomic.

Comes in: names of library theories and paths of theory files.  Goes out: a folder for each theory, the index pages, and
`index.json`, which lists them all and is what a later build goes by; or, with `check`, what in that folder is not as it
would be made.

What is built depends on nothing but the texts of the theories and this package, so it is the same bytes on every
machine.  What this machine knows to be up to date (hashes of what went in and of what came out) is kept in the user's
cache folder, never beside the files, and can be deleted at any time.

A file is written whole in a folder of its own, then moved into place.  `index.json` names a file before it appears and
until it is gone, so that whatever an interrupted run leaves is known to the next one.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from derive import known, library, workers
from derive.errors import Error, Unsupported
from derive.known import TEMPLATES, digest
from derive.library import SUFFIX, Source, shortened

__all__ = ["BuildError", "Failure", "Report", "build", "new", "watch"]

INDEX = "index.json"


class BuildError(Error):
    """Something that cannot be written, or a build that could not end."""


# ---------------------------------------------------------------------------------------------- making one theory


@dataclass(frozen=True, slots=True)
class Built:
    """What one theory becomes: texts by path within its own folder, and what each target's index says of it."""

    files: Mapping[str, str]
    rows: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing was built of a theory, in one line."""

    name: str
    message: str


def make(source: Source, processes: int = 1) -> Built | Failure:
    """Parse, derive, and let every target write."""
    from derive import kept, targets  # heavy, and not needed when nothing is to be done

    try:
        this = kept.recall(library.read(source))
        new = not kept.is_whole(this)
        this.find(processes)
        files: dict[str, str] = {}
        for target in targets.targets():
            files |= target.files(this)
        if new:
            kept.keep(this)
        return Built(files, {t.name: dict(row) for t in targets.targets() if (row := t.row(this))})
    except Unsupported as error:
        last = this.theory.output
        told = error if last is None else error.at(last.place.line, last.place.column)
        return Failure(source.name, f"{source.shown}:{'' if told.line else ' '}{told}")
    except Error as error:
        return Failure(source.name, f"{source.shown}:{'' if error.line else ' '}{error}")


def pages(rows: Mapping[str, Mapping[str, Mapping[str, str]]]) -> dict[str, str]:
    """The pages over all theories: texts by path, from rows by theory and target."""
    from derive import targets

    made: dict[str, str] = {}
    for target in targets.targets():
        made |= target.index({name: rows[name][target.name] for name in sorted(rows) if target.name in rows[name]})
    return made


Progress = Callable[[str, int, int], None]
"""Told the name of each theory as it is done, how many are done, and of how many."""


def _make_all(sources: Sequence[Source], jobs: int | None, progress: Progress) -> dict[str, Built | Failure]:
    if len(sources) > 1:
        from derive import kept, naive, targets  # noqa: F401  loaded once here, shared by every process that is forked

    made: dict[str, Built | Failure] = {}
    # The longest first, so that no process is left with it at the end.
    each = partial(make, processes=(jobs or workers.cores()) if len(sources) == 1 else 1)
    for source, result in workers.each(each, sorted(sources, key=lambda s: (-len(s.text), s.name)), jobs):
        made[source.name] = result
        progress(source.name, len(made), len(sources))
    return made


# ------------------------------------------------------------------------------------------- what is known already


@dataclass(slots=True)
class Listing:
    """`index.json`: for each theory whether the library holds it, its files and rows; and the pages over all of them."""

    theories: dict[str, dict[str, Any]] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, out: Path) -> Listing:
        """What `out` holds according to its `index.json`; nothing where that does not exist or makes no sense."""
        data = known.read(out / INDEX)
        theories, listed = data.get("theories", {}), data.get("pages", [])
        with suppress(AttributeError, KeyError, TypeError):
            files = [f"{name}/{file}" for name, theory in theories.items() for file in theory["files"]]
            if all({"library", "rows"} <= t.keys() for t in theories.values()) and all(map(_inside, files + listed)):
                return cls(theories, listed)
        return cls()

    def text(self) -> str:
        """The file's text."""
        data = {
            "pages": sorted(self.pages),
            "theories": {n: t | {"files": sorted(t["files"])} for n, t in self.theories.items()},
        }
        return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n"

    def paths(self, only: Iterable[str] | None = None) -> set[str]:
        """Every file listed for the theories in `only` (None: all), as paths in the output folder; without the pages."""
        names = self.theories if only is None else [n for n in only if n in self.theories]
        return {f"{name}/{file}" for name in names for file in self.theories[name]["files"]}


def _inside(path: str) -> bool:
    return isinstance(path, str) and bool(path) and not Path(path).is_absolute() and ".." not in Path(path).parts


def _cache(out: Path) -> Path:
    return known.home() / f"{digest(os.path.abspath(out))[:24]}.json"


def _on_disk(path: Path) -> str | None:
    """The hash of a file, None where there is none."""
    try:
        return digest(path.read_bytes())
    except (OSError, ValueError):
        return None


# -------------------------------------------------------------------------------------------------------- building


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, or with `check` what it found: paths in the output folder, sorted; and what failed."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    current: int = 0
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def differences(self) -> tuple[str, ...]:
        """With `check`: one line for each file that is not as it would be made."""
        kinds = (("missing", self.missing), ("stale", self.stale), ("extra", self.extra))
        return tuple(f"{kind}: {path}" for kind, paths in kinds for path in paths)


def build(
    names: Sequence[str],
    out: Path,
    *,
    check: bool = False,
    jobs: int | None = None,
    progress: Progress = lambda name, done, total: None,
) -> Report:
    """Bring `out` up to date with the theories `names` (library names or paths; none: the whole library).

    What another theory put there stays, except that a build of the whole library removes what the library no longer
    holds.  With `check` nothing is written.  `jobs` is the number of processes, by default one for each core.
    Raises `BuildError` where something cannot be read or written; what is wrong within one theory is in the report.
    """
    sources = [library.source(name) for name in (names or library.names())]
    if twice := sorted({s.name for s in sources if sum(s.name == t.name for t in sources) > 1}):
        raise BuildError(f"more than one theory is called {twice[0]}", hint="their files would overwrite each other")
    listed, noted, package = Listing.read(out), known.read(_cache(out)), known.package()
    keys = {s.name: known.key(s.name, s.text) for s in sources}
    settled = _current(out, "", digest(package, listed.text()), {"": noted.get("pages")})
    todo = [s for s in sources if not settled or not _current(out, s.name, keys[s.name], noted.get("theories"))]
    gone = [] if names else [n for n, t in listed.theories.items() if t["library"] and n not in keys]
    if not todo and not gone:
        extra = _unlisted(out, keys, listed.paths()) if check else ()
        return Report(current=len(listed.paths(keys)), extra=tuple(extra))

    if not check:
        with _staging(out):  # that nothing can be written is told before anything is derived
            pass
    made = _make_all(todo, jobs, progress) if todo else {}
    built = {n: m for n, m in made.items() if isinstance(m, Built)}
    after = Listing({n: t for n, t in listed.theories.items() if n not in gone})
    for each in todo:
        if each.name in built:
            made_of = built[each.name]
            after.theories[each.name] = {
                "library": each.library,
                "files": sorted(made_of.files),
                "rows": made_of.rows,
            }
    failures = tuple(m for _, m in sorted(made.items()) if isinstance(m, Failure))
    if failures and not after.theories:
        return Report(failures=failures)
    over_all = pages({n: t["rows"] for n, t in after.theories.items()})
    after.pages = sorted(over_all)
    texts = over_all | {f"{n}/{path}": text for n, m in built.items() for path, text in m.files.items()}
    texts[INDEX] = after.text()
    leaving = (listed.paths() | set(listed.pages)) - after.paths() - set(after.pages)
    differing = {p: _on_disk(out / p) for p in sorted(texts) if _on_disk(out / p) != digest(texts[p].encode())}
    current = len(after.paths(keys) - differing.keys())
    if check:
        leaving = {p for p in leaving if (out / p).exists()} | set(_unlisted(out, keys, after.paths() | leaving))
        return Report(
            missing=tuple(p for p, found in differing.items() if found is None),
            stale=tuple(p for p, found in differing.items() if found is not None),
            extra=tuple(sorted(leaving)),
            failures=failures,
            current=current,
        )
    with _staging(out) as staging:
        _write_all(out, staging, {p: texts[p] for p in differing}, leaving, listed, after)
    _remember(out, noted, package, after, {n: (keys[n], m.files) for n, m in built.items()}, gone, over_all)
    return Report(written=tuple(differing), removed=tuple(sorted(leaving)), current=current, failures=failures)


def watch(names: Sequence[str], out: Path, jobs: int | None = None) -> Iterator[Report | str]:
    """Build, and again whenever a theory changes: what each build did, or in one line why it could not.

    Each is done in a process that has everything loaded, which is most of what building one theory takes.  Raises what
    `build` raises if at the beginning there is no such theory, or nothing can be written.
    """
    for name in names:
        library.source(name)
    with _staging(out):
        pass
    _load()
    before: object = None
    while True:
        now = _stamps(names)
        if now != before:
            time.sleep(SETTLED)
            while now != (now := _stamps(names)):  # it is being written
                time.sleep(SETTLED)
            before = now
            yield workers.beside(partial(_told, names, out, jobs), alone=False)()
        time.sleep(EVERY)


EVERY, SETTLED = 0.1, 0.02
"""Seconds between two looks at the theories; and at one that has changed."""


def _stamps(names: Sequence[str]) -> Mapping[Path, object]:
    """What tells whether a theory changed, of the library's and of those in files."""
    files = [library.FOLDER / f"{n}{SUFFIX}" for n in library.names()] + [Path(n) for n in names if n.endswith(SUFFIX)]
    return {path: _stamp(path) for path in files}


def _load() -> None:
    """Load what derives and writes, by letting it do so once."""
    from derive import entry, language, targets

    made = entry.make(language.parse_theory("y = 1/(1 + exp(-x)); prove(diff(y, x) == y*(1 - y))"))
    for target in targets.targets():
        target.files(made)


def _stamp(path: Path) -> object:
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size, found.st_ino
    return None


def _told(names: Sequence[str], out: Path, jobs: int | None) -> Report | str:
    library.named.cache_clear()  # where this process has read others before
    try:
        return build(names, out, jobs=jobs)
    except Error as error:
        return str(error)


def _current(out: Path, folder: str, key: str, noted: object) -> bool:
    """Whether this machine knows the files of a folder to follow from `key`, and they are as they were."""
    record = noted.get(folder) if isinstance(noted, dict) else None
    if not isinstance(record, dict) or record.get("key") != key or not isinstance(record.get("files"), dict):
        return False
    return all(_on_disk(out / folder / path) == made for path, made in record["files"].items())


def _unlisted(out: Path, names: Iterable[str], listed: set[str]) -> Iterator[str]:
    """Files in the folders of theories that nothing made; caches of other tools do not count."""
    for name in sorted(names):
        for path in sorted((out / name).rglob("*")):
            inside = path.relative_to(out)
            hidden = any(part.startswith((".", "__pycache__")) for part in inside.parts)
            if path.is_file() and not hidden and inside.as_posix() not in listed:
                yield inside.as_posix()


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder of this run's own within `out`, where files are written before they are moved; afterwards it is gone."""
    area = out / ".derive-cache"
    staging = area / str(os.getpid())
    try:
        above = [p for p in (out, *out.parents) if not p.exists()]
        staging.mkdir(parents=True, exist_ok=True)
        (staging / "probe").write_bytes(b"")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BuildError(f"cannot write to {shortened(str(out))}: {reason}", hint="choose another --out") from None
    try:
        yield staging
    finally:
        for left in area.iterdir():  # this run's, and what runs that were killed have left
            if left == staging or not _alive(left.name):
                shutil.rmtree(left, ignore_errors=True)
        for folder in (area, *above):
            with suppress(OSError):  # not empty: something was built, or another run is at work
                folder.rmdir()


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _write_all(
    out: Path, staging: Path, texts: Mapping[str, str], leaving: set[str], before: Listing, after: Listing
) -> None:
    """Move each text into place and remove what leaves, `index.json` naming them all while that goes on."""
    both = Listing(dict(after.theories), sorted({*before.pages, *after.pages}))
    for name, old in before.theories.items():
        new = both.theories.get(name, old)
        both.theories[name] = new | {"files": sorted({*old["files"], *new["files"]})}
    try:
        if texts.keys() - {INDEX} or leaving:
            _write(out / INDEX, both.text(), staging)
        for path in sorted(texts.keys() - {INDEX}):
            _write(out / path, texts[path], staging)
        for path in sorted(leaving):
            (out / path).unlink(missing_ok=True)
            for folder in (out / path).relative_to(out).parents:
                with suppress(OSError):
                    (out / folder).rmdir()
        _write(out / INDEX, after.text(), staging)
    except OSError as error:
        raise BuildError(
            f"cannot write {shortened(str(error.filename2 or error.filename))}: {error.strerror}"
        ) from None


def _write(path: Path, text: str, staging: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = staging / "file"
    whole.write_bytes(text.encode("utf-8"))
    os.replace(whole, path)


def _remember(
    out: Path,
    noted: Mapping[str, Any],
    package: str,
    after: Listing,
    built: Mapping[str, tuple[str, Mapping[str, str]]],
    gone: Sequence[str],
    over_all: Mapping[str, str],
) -> None:
    """Note for the next run what is up to date.  Where the cache folder cannot be written the next run does all again."""
    old = noted.get("theories")
    theories = {n: r for n, r in old.items() if n not in gone} if isinstance(old, dict) else {}
    for name, (key, files) in built.items():
        theories[name] = {"key": key, "files": {path: digest(text.encode()) for path, text in files.items()}}
    texts = {**over_all, INDEX: after.text()}
    page = {"key": digest(package, texts[INDEX]), "files": {p: digest(t.encode()) for p, t in texts.items()}}
    known.write(_cache(out), {"theories": theories, "pages": page})


# ------------------------------------------------------------------------------------------------ a place to start


def new(name: str, folder: Path) -> Path:
    """Write a commented theory to start from, `folder`/`name`.theory; raises `BuildError` rather than overwrite."""
    name = name.removesuffix(SUFFIX)
    library.check_name(name)
    path = folder / f"{name}{SUFFIX}"
    text = (TEMPLATES / "theory" / f"new{SUFFIX}").read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text.replace("TITLE", name.replace("_", " ").capitalize()).replace("NAME", name))
    except FileExistsError:
        raise BuildError(f"{path} exists already", hint="nothing was written") from None
    except OSError as error:
        raise BuildError(f"cannot write {path}: {error.strerror}") from None
    return path
