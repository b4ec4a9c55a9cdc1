"""What was derived before of the same mathematics?  Proofs as they were found, to be checked instead of found once more.

Comes in: a theory.  Goes out: an `Entry` that starts from what was kept in the user's cache folder when this theory was built
last: from all of it if only words have changed since, and if claims have, from all but these.

A theorem is kept as the inference that made it and what this started from, never as a theorem: the kernel makes each one
again, which takes a small part of the time that finding it took.  What referees said, and which errors were found, is kept
as it was.  Two texts have the same mathematics if what they declare, define and assume is equal as data, wherever it
stands.  What another version of this package kept, or what makes no sense, counts as nothing.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from itertools import takewhile
from operator import eq
from pathlib import Path
from typing import Any, NamedTuple

from derive import entry, kernel, known
from derive.context import Context
from derive.derivation import Derivation
from derive.entry import Entry
from derive.expr import names
from derive.kernel import Rule, Theorem
from derive.rules import rules
from derive.strategy import reverse
from derive.theory import Assumption, Claim, Declaration, Definition, Item, Quantity, Theory

__all__ = ["is_whole", "keep", "recall"]


class _Text(NamedTuple):
    """What a theory's text comes to, wherever it stands in it; what follows from a field follows from those before it too."""

    said: tuple[object, ...]
    """What is declared, defined and assumed, and the library's definitions that claims mention: these are shown by name."""
    exported: frozenset[str]
    """Of a long chain the definitions that claims mention, which get functions of their own."""
    claims: tuple[Claim, ...]
    title: str

    @classmethod
    def of(cls, theory: Theory) -> _Text:
        items = tuple(i for i in theory.items if isinstance(i, Declaration | Definition | Assumption))
        mentioned = {n for c in theory.claims for t in c.terms for n in names(t)}
        shown = frozenset(d.name for d in theory.definitions if d.auxiliary and d.name in mentioned)
        long = theory.output is not None and reverse.is_long(theory, theory.output.name)
        exported = frozenset(mentioned & theory.bodies.keys()) if long else frozenset[str]()
        said = (theory.name, items, tuple(theory.quantities.items()), theory.dims, theory.shifts, shown)
        return cls(said, exported, theory.claims, theory.title)


FOLLOWS = {
    "results": "said", "edges": "said", "functions": "said", "program": "exported", "bounds": "exported",
    "stability": "exported", "proofs": "claims", "report": "claims", "formal": "title",
}  # fmt: skip
"""The parts of an entry that are kept, and the last field of the text that each follows from."""
PLAIN = {("builtins", "frozenset"): frozenset, ("fractions", "Fraction"): Fraction}
"""What is read back besides what this package defines."""


def _path(theory: Theory) -> Path:
    return known.home() / "derived" / f"{theory.name}.pickle"


# --------------------------------------------------------------------------------------------------- reading back


def recall(theory: Theory) -> Entry:
    """The entry of a theory, with those of its parts that are known already."""
    with suppress(Exception):  # whatever is wrong with the file: it is as if it were not there
        made = entry.make(theory)
        _put_in(made, _Reader(zlib.decompress(_path(theory).read_bytes()), made))
        return made
    return entry.make(theory)


def is_whole(made: Entry) -> bool:
    """Whether no part of an entry is left to be found."""
    return FOLLOWS.keys() <= vars(made).keys()


def _put_in(made: Entry, reader: _Reader) -> None:
    if reader.load() != known.package():
        return
    before, text = _Text(*reader.load()), _Text.of(made.theory)
    same = {
        field for field, _ in takewhile(lambda pair: pair[1], zip(_Text._fields, map(eq, before, text), strict=True))
    }
    if not same:
        return
    for _ in range(reader.load()):
        reader.load()  # a theorem, which is made again
    derivations, parts = reader.load()
    vars(made).update((part, parts[part]) for part, field in FOLLOWS.items() if field in same)
    proved = {c: d for c, d in zip(before.claims, parts["proofs"], strict=True) if c in text.claims}
    made.engine.known.update(derivations | {("claim", c.name): d for c, d in proved.items()})
    count = Counter(d.name for d in (*parts["proofs"], *parts["results"]))
    for derivation in (*proved.values(), *parts["results"]):
        if count[derivation.name] == 1:
            made.heard[derivation.name] = tuple(r for r in parts["report"].rows if r.claim == derivation.name)


class _Reader(pickle.Unpickler):
    """Reads what `_Writer` has written; makes nothing but data and, through the kernel, theorems."""

    def __init__(self, data: bytes, made: Entry) -> None:
        super().__init__(io.BytesIO(data))
        self.theory = made.theory
        self.known: dict[int, object] = {0: made.theory, 1: made.engine.context}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in PLAIN:
            return PLAIN[module, name]
        found = super().find_class(module, name) if module.split(".")[0] == "derive" else None
        if not isinstance(found, type) or found is Rule or found in MADE_FROM:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found

    def persistent_load(self, pid: tuple[str, Any, Any]) -> object:
        kind, number, data = pid
        if kind == "Rule":
            return rules()[number]
        if data is not None:
            self.known[number] = getattr(self, f"_{kind.lower()}")(*data)
        return self.known[number]

    def _theory(
        self, name: str, held: tuple[Item, ...], quantities: Mapping[str, Quantity], dims: tuple[str, ...]
    ) -> Theory:
        """One that was made from this one: with the definitions and assumptions that it held, all else as it is now."""
        definitions = {d.name: d for d in held if isinstance(d, Definition)}
        items: list[Item] = []
        for item in self.theory.items:
            if isinstance(item, Definition):
                items += [definitions.pop(item.name)] if item.name in definitions else []
            elif not isinstance(item, Assumption) or item in held:
                items.append(item)
        items += definitions.values()
        return Theory(name, self.theory.title, tuple(items), quantities, dims, self.theory.source)

    def _context(self, definitions: Mapping[str, Definition]) -> Context:
        return Context(definitions)

    def _theorem(self, context: Context, inference: str, arguments: tuple[object, ...]) -> Theorem:
        return kernel.INFERENCES[inference](context, *arguments)


# -------------------------------------------------------------------------------------------------------- keeping


def keep(made: Entry) -> None:
    """Keep the parts of an entry, all of which are known.  Where nothing can be written the next run finds them again."""
    derivations = {memo: d for memo, d in made.engine.known.items() if memo[0] != "claim"}  # type: ignore[index]
    theorems = _in_order((*made.proofs, *made.results, *derivations.values()))
    parts = {part: getattr(made, part) for part in FOLLOWS}
    file = io.BytesIO()
    with suppress(RecursionError, pickle.PicklingError):
        writer = _Writer(file, made)
        for each in (known.package(), tuple(_Text.of(made.theory)), len(theorems), *theorems, (derivations, parts)):
            writer.dump(each)
        known.put(_path(made.theory), zlib.compress(file.getvalue(), 1))


def _in_order(derivations: Iterable[Derivation]) -> list[Theorem]:
    """Every theorem of some derivations and all that these rest on, each after what it rests on itself."""

    def all_of(derivation: Derivation) -> Iterator[Theorem]:
        yield derivation.theorem
        yield from (step.theorem for step in derivation.steps)
        for part in derivation.parts:
            yield from all_of(part)

    found: dict[int, Theorem] = {}
    waiting = [t for d in derivations for t in all_of(d)][::-1]
    while waiting:
        if before := [p for p in waiting[-1].premises if id(p) not in found]:
            waiting += before
        else:
            theorem = waiting.pop()
            found.setdefault(id(theorem), theorem)
    return list(found.values())


class _Writer(pickle.Pickler):
    """Writes data; of theorems, contexts, theories and rules, each of which is one thing, what they are made from."""

    def __init__(self, file: io.BytesIO, made: Entry) -> None:
        super().__init__(file, protocol=5)
        self.numbers = {id(made.theory): 0, id(made.engine.context): 1}

    def persistent_id(self, it: object) -> tuple[str, object, object] | None:
        if isinstance(it, Rule):
            return "Rule", it.name, None
        if type(it) not in MADE_FROM:
            return None
        first = id(it) not in self.numbers
        number = self.numbers.setdefault(id(it), len(self.numbers))
        return type(it).__name__, number, MADE_FROM[type(it)](it) if first else None


MADE_FROM: Mapping[type, Callable[[Any], tuple[object, ...]]] = {
    Theorem: lambda t: (t.context, t.inference, t.arguments),
    Context: lambda c: (dict(c.definitions),),
    Theory: lambda t: (t.name, (*t.definitions, *t.assumptions), dict(t.quantities), t.dims),
}
