"""What does a generated module need besides NumPy?  Short functions, copied into it where it uses them.

Nothing here imports `derive`: each function stands for itself, or with others of this file.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterable
from contextvars import Context
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
_Shape = tuple[int, ...]
_Cut = tuple[int | slice, ...]

THREADS = 1
"""How many threads share the rows of a large batch."""
_BLOCK = 2**20
"""Bytes of the largest array in a block of rows: with what is computed from it, it should stay in a processor's cache."""
_FLAT = 2**19
"""The same where a row is one number: a step takes about as long as to fetch what it needs from a cache that is not near."""
_KEPT = 2**22
"""Bytes for the arrays of a block."""
_SHORT = 32
"""Numbers in a row that is long: NumPy is slow at the largest of shorter ones, unless they are stored column by column."""
_FEW = 2**12
"""Numbers of which the largest is found by where it is."""
_WIDE = 256
"""Numbers in a row of which NumPy's buffer shall not hold two: it would repeat in it what stands for a whole row."""
_LONG = 2**10
"""The most numbers that one product with ones adds; longer rows are cut into chunks of so many."""
_AXIS = r"(?!one-hot$|class-label$)[^.]+"
"""An axis with a length of its own, "K" or "N+K-1", in a signature."""
_ABSENT = np.zeros((), dtype="V1")
"""A tangent that is not given."""


def _rows(
    bodies: Callable[..., Any] | tuple[Callable[..., Any], ...], signature: str, /, *given: ArrayLike, **options: Any
) -> Any:
    """Check inputs, convert them to one dtype and call a body with them, in blocks of rows where there are many.

    The signature names what is given, with its axes behind the batch axes: "a[K], W[M, N]".  There "..." stands for all batch
    axes, "a..." for those of `a`, "one-hot" for a row that may be given as a class label, "class-label" where the second of two
    bodies wants such a label; without brackets it is the length of an axis.  Then follow "->" and the results, in braces those
    by name; "reduces" and the axes along which NumPy takes the largest or the like; "rows" and an axis that may be cut as batch
    axes are, results without it being sums ("=" after it: a body is told its length); last "into" and the results for which
    a body is given arrays, by name, in which it may leave them.
    """
    arrays: list[Any] = [*given]
    for array in given:  # quicker than `any`, which would make a generator
        if type(array) is not np.ndarray:
            named = zip(_signature(signature).takes, given, strict=True)
            arrays = [a if type(a) is np.ndarray else _array(name, a) for name, a in named]
            break
    if options:
        for name in _signature(signature).lengths:
            options[name] = None if options[name] is None else _length(name, options[name])
    plan = _plan(signature, (*options.items(),), *map(_kind, arrays))
    for at, shape in plan.spread:
        arrays[at] = np.broadcast_to(0 if arrays[at] is _ABSENT else arrays[at], shape)
    chooses = plan.chooses and (not plan.hot or all(_is_one_hot(arrays[at]) for at in plan.hot))
    body = bodies[chooses] if isinstance(bodies, tuple) else bodies
    conversions, passed = plan.ways[chooses]
    if plan.block:
        return _in_blocks(plan, partial(body, **passed), conversions, arrays)
    for at, convert in conversions:
        arrays[at] = convert(arrays[at])
    found = plan.quiet.copy().run(body, *arrays, *plan.nowhere, **passed)
    return _in_batch(found, plan.lead) if plan.lead else found


_kind = operator.attrgetter("dtype", "shape")
"""What a plan depends on."""


@cache
def _quiet(wide: bool) -> Context:
    """Where what overflows is inf and does not warn; to be copied, as that takes less time than `errstate`.

    Where rows are wide NumPy's buffer is too short for two of them.
    """
    quiet = Context()
    quiet.run(np.seterr, all="ignore")
    if wide:
        quiet.run(np.setbufsize, _WIDE)
    return quiet


def _in_batch(found: Any, lead: dict[str, tuple[None, ...]]) -> Any:
    """What a body computes of one row, with the batch axes that it was given without."""
    if isinstance(found, dict):
        return {name: array[lead[name]] for name, array in found.items()}
    if isinstance(found, tuple):
        value, named = found
        return value[lead[""]], _in_batch(named, lead)
    return found[lead[""]]


class _Signature(NamedTuple):
    """What a function takes and gives: the axes by name, "" for the value."""

    takes: dict[str, list[str]]
    lengths: list[str]
    gives: dict[str, list[str]]
    reduces: bool
    """Whether NumPy does more along rows than to add."""
    rows: str
    asks: bool
    """Which axis may be cut, and whether a body is told how long it is."""
    into: dict[str, str]
    """By name of the result, what it is called in `out`."""


@cache
def _signature(text: str) -> _Signature:
    """A signature, read."""
    named = r"([^\s,{]+)\[([^\[\]]*)\]"
    takes, _, gives = text.partition("-> ")
    gives, _, into = gives.partition(" into ")
    value, _, by_name = gives.partition("{")
    results = [("", axes) for _, axes in re.findall(named, value)] + re.findall(named, by_name)
    of = "".join(name for name, _ in re.findall(named, value))
    axes, found = ({n: a.replace(",", "").split() for n, a in pairs} for pairs in (re.findall(named, takes), results))
    lengths = re.sub(named, "", takes).replace(",", "").split()
    places = {name: name or of for name in found if (name or of) in into.split(", ")}
    (along, asks), *_ = [*re.findall(r" rows (\w+)(=?)", gives), ("", "")]
    return _Signature(axes, lengths, found, " reduces " in gives, along, bool(asks), places)


_Way = tuple[list[tuple[int, Callable[[Array], Array]]], dict[str, Any]]
"""How arrays, by position, become what a body is called with, and its options."""


class _Plan(NamedTuple):
    """What the shapes and dtypes of a call mean."""

    dtype: np.dtype[Any]
    batch: _Shape
    fronts: list[_Shape]
    """The batch axes of each array."""
    ways: tuple[_Way, _Way]
    """How it is computed: with numbers, or with classes in place of one-hot rows."""
    chooses: bool
    """Whether there may be classes in place of one-hot rows."""
    hot: list[int]
    """Which arrays then must be one-hot rows."""
    spread: list[tuple[int, _Shape]]
    """Which arrays are repeated before: tangents that are 0, labels that several rows share."""
    results: dict[str, tuple[_Shape, _Shape]]
    """The batch axes of each result, and its others."""
    lead: dict[str, tuple[None, ...]]
    """What puts the batch axes in front of each result where there is one row: NumPy is quicker at its numbers without."""
    into: dict[str, str] | None
    """Which results a body may write where they belong, and what they are called there; None if it does not ask."""
    nowhere: list[dict[str, Array]]
    """What a body is called with where it may not, if it asks."""
    block: int
    """Rows of a block; 0 where there are too few for blocks."""
    order: Literal["F", "K"]
    """How a block is stored: "F" column by column, "K" as it is."""
    quiet: Context
    """Where a body is called."""


@lru_cache(maxsize=1000)
def _plan(signature: str, options: tuple[tuple[str, Any], ...], *kinds: tuple[np.dtype[Any], _Shape]) -> _Plan:
    """Check that arrays of these dtypes and shapes fit together; see what to do with them."""
    spec, sizes = _signature(signature), dict(options)
    dtypes = {name: dtype for name, (dtype, _) in zip(spec.takes, kinds, strict=True)}
    forms = {name: shape for name, (_, shape) in zip(spec.takes, kinds, strict=True)}
    inputs = {name: axes for name, axes in spec.takes.items() if not any(axis.endswith("...") for axis in axes)}
    for name, dtype in dtypes.items():
        if name in inputs or dtype != _ABSENT.dtype:
            _check_dtype(name, dtype)
    rows = {name for name, axes in inputs.items() if axes[-1:] in (["one-hot"], ["class-label"])}
    labels = {name for name in rows if dtypes[name].kind in "iu"}
    lengths = {dim: (dim, sizes[dim]) for dim in spec.lengths if sizes[dim] is not None}
    batches: dict[str, _Shape] = {}
    for name, axes in inputs.items():
        named = axes[: len(axes) - (name in rows) - (name in labels)]
        shape, cut = forms[name], len(forms[name]) - len(named)
        if cut < 0:
            raise ValueError(f"{name}: shape {shape} has no axes ({', '.join(named)}) at its end")
        batches[name] = shape[:cut]
        for dim, length in zip(named, shape[cut:], strict=True):
            other, expected = lengths.setdefault(dim, (name, length))
            if length != expected:
                raise ValueError(f"{name}: axis {dim} has length {length}, but {other} says {expected}")
    _relate(lengths)
    floats = [dtypes[name] for name in inputs if dtypes[name].kind == "f"]
    dtype = np.result_type(*floats).newbyteorder("=") if floats else np.dtype(np.float64)
    batch: _Shape = ()
    for name in sorted(batches, key=lambda n: n in labels):
        try:
            joined = np.broadcast_shapes(batch, batches[name])
        except ValueError:
            raise ValueError(f"{name}: batch axes {batches[name]} do not broadcast with {batch}") from None
        if name in labels and joined != batch and len(labels) < len(batches):
            hint = "an array of integers holds class labels; a one-hot array is one of floats"
            raise ValueError(f"{name}: labels of shape {batches[name]} do not fit the batch axes {batch} ({hint})")
        batch = joined
    for name in labels:
        dim = inputs[name][-2]
        if dim not in lengths:
            raise TypeError(f"{name}: class labels do not say how many classes there are ({dim}=... says it)")

    def shape_of(name: str, axes: list[str]) -> tuple[_Shape, _Shape]:
        """The batch axes of something, and its others."""
        of = [axis[:-3] for axis in axes if axis.endswith("...")] or [name]
        front = batch if of == [""] else np.broadcast_shapes(*(batches[n] for n in of))
        return front, tuple(_long(axis, lengths) for axis in axes if re.fullmatch(_AXIS, axis))

    shapes = [shape_of(name, axes) for name, axes in spec.takes.items()]
    plain = partial(np.asarray, dtype=dtype)
    ways: tuple[_Way, _Way] = ([], dict(options)), ([], {name: sizes[name] for name in spec.lengths})
    spread, hot, alone = [], [], math.prod(batch) == 1
    chooses = not any(
        sizes[n] for n in {*sizes} - {*spec.lengths}
    )  # else hypotheses are looked at, which are about numbers
    for at, (name, shape) in enumerate(forms.items()):
        front, sides = shapes[at]
        converts: tuple[Callable[[Array], Array] | None, ...] = (None if dtypes[name] == dtype else plain,) * 2
        if dtypes[name] == _ABSENT.dtype:
            spread.append((at, (*front, *sides)))
        elif name in labels:
            converts = partial(_one_hot, name, sides[-1], dtype), partial(_classes, name, sides[-1])
            if front != batch:
                spread.append((at, batch))
                shapes[at] = batch, sides
        elif shape != (*front, *sides):
            raise ValueError(f"{name}: shape {shape}, expected {(*front, *sides)}")
        if spec.takes[name][-1:] == ["class-label"] and name not in labels:
            converts = converts[0], _chosen
            chooses &= front == batch and sides[-1] > 0
            hot.append(at)
        core = sides[: len(sides) - (name in labels)]
        outer = shapes[at][0]
        # An index is the quicker way to the one row; but one that leaves no axis would make a scalar of the array.
        row = operator.itemgetter((0,) * len(outer)) if core else operator.methodcaller("reshape", ())
        bare = row if alone and outer else None
        for convert, (found, _) in zip(converts, ways, strict=True):
            found += [(at, each) for each in (bare, convert) if each is not None]
    chooses &= any(axes[-1:] == ["class-label"] for axes in spec.takes.values())
    results = {name: shape_of(name, axes) for name, axes in spec.gives.items()}
    lead = {name: (None,) * len(front) for name, (front, _) in results.items()} if alone and batch else {}
    if spec.rows and not batch:
        batch = (lengths[spec.rows][1],)
        shapes = [_led(axes, *shape, spec.rows) for axes, shape in zip(spec.takes.values(), shapes, strict=True)]
        results = {name: _led(axes, *results[name], spec.rows) for name, axes in spec.gives.items()}
    block, order = _schedule(batch, [*shapes, *results.values()], spec.reduces, dtype.itemsize)
    own = {name: called for name, called in spec.into.items() if results[name][0] == batch and order == "K"}
    into, fronts = own if spec.into else None, [front for front, _ in shapes]
    if spec.asks:
        for _, passed in ways:
            passed[spec.rows] = lengths[spec.rows][1]
    quiet = _quiet(_are_wide([*shapes, *results.values()]))
    nowhere: list[dict[str, Array]] = [{}] if spec.into else []
    return _Plan(dtype, batch, fronts, ways, chooses, hot, spread, results, lead, into, nowhere, block, order, quiet)


def _led(axes: list[str], front: _Shape, sides: _Shape, along: str) -> tuple[_Shape, _Shape]:
    """The batch axes and others of what has no batch axes, its first axis taken for one if it may be cut there."""
    named = [axis for axis in axes if axis.isidentifier()]
    return (sides[:1], sides[1:]) if named[:1] == [along] else (front, sides)


def _long(axis: str, lengths: dict[str, tuple[str, int]]) -> int:
    """The length of an axis, of "N+K-1" by those of N and K."""
    return (
        lengths[axis][1] if axis in lengths else sum(count * lengths[d][1] if d else count for d, count in _parts(axis))
    )


@cache
def _parts(axis: str) -> list[tuple[str, int]]:
    """What an axis is made of: names, each with how often it counts, and "" with a number."""
    found = re.findall(r"([-+]?)(?:(\d+)\*)?([^\W\d]\w*|\d+)", axis)
    signed = [(-1 if sign == "-" else 1, int(count or 1), name) for sign, count, name in found]
    return [("", sign * int(name)) if name.isdecimal() else (name, sign * count) for sign, count, name in signed]


def _relate(lengths: dict[str, tuple[str, int]]) -> None:
    """Find the lengths that axes like "N+K-1" tell, and check that such axes are as long as they should be."""
    made = [axis for axis in lengths if not axis.isidentifier()]
    for axis in made * len(made):
        open_ = [(d, count) for d, count in _parts(axis) if d and d not in lengths]
        if len(open_) == 1:
            (dim, count), (name, whole) = open_[0], lengths[axis]
            rest = whole - sum(c * lengths[d][1] if d else c for d, c in _parts(axis) if d != dim)
            lengths[dim] = f"{name} ({axis})", rest // count
    for axis in made:
        name, whole = lengths[axis]
        expected = _long(axis, {d: length for d, length in lengths.items() if d != axis})
        small = [d for d, _ in _parts(axis) if d and lengths[d][1] < 0]
        if whole != expected or small:
            says = ", ".join(f"{lengths[d][0]} says {d} = {lengths[d][1]}" for d, _ in _parts(axis) if d)
            raise ValueError(f"{name}: axis {axis} has length {whole}, but {says}")


def _schedule(
    batch: _Shape, shapes: list[tuple[_Shape, _Shape]], reduces: bool, itemsize: int
) -> tuple[int, Literal["F", "K"]]:
    """How many rows are worked on at a time, 0 for all, and how they are stored.  No result depends on it, but for rounding."""
    rows = math.prod(batch)
    most = max((math.prod(core) for front, core in shapes if math.prod(front) > 1), default=0) or 1
    fixed = max((math.prod(core) for front, core in shapes if math.prod(front) <= 1), default=0)
    size = (_BLOCK if most > 1 else _FLAT) // itemsize
    block = max(1, size // most, 4 * fixed // most)  # what has no batch axes is read again for each block
    if reduces and 1 < most <= _SHORT and rows * most >= 128 * _SHORT and max(len(core) for _, core in shapes) == 1:
        return min(block, max(1024, rows // 2 + 1)), "F"
    return (block if rows >= 2 * block else 0), "K"


def _are_wide(shapes: list[tuple[_Shape, _Shape]]) -> bool:
    """Whether there are several rows, and all have many numbers."""
    return min((core[-1] for front, core in shapes if core and math.prod(front) > 1), default=0) >= _WIDE


def _in_blocks(
    plan: _Plan,
    body: Callable[..., Any],
    conversions: list[tuple[int, Callable[[Array], Array]]],
    arrays: list[Array],
) -> Any:
    """The results, some rows at a time."""
    np.empty(
        _KEPT, np.uint8
    )  # and freed: allocators keep as much from now on, so that arrays of blocks are no new memory
    results = {
        name: (np.empty if front == plan.batch else np.zeros)((*front, *core), plan.dtype)
        for name, (front, core) in plan.results.items()
    }

    def work(cut: _Cut) -> list[tuple[Array, Array]]:
        """The results for some rows; those that other rows have a part in are returned, and where to add them."""
        rows = [array[_place(front, plan.batch, cut)] for array, front in zip(arrays, plan.fronts, strict=True)]
        places = {name: results[name][_place(front, plan.batch, cut)] for name, (front, _) in plan.results.items()}
        for at, convert in conversions:
            rows[at] = convert(rows[at])
        rows = [np.asarray(array, order=plan.order) for array in rows]
        out = [] if plan.into is None else [{called: places[name] for name, called in plan.into.items()}]
        sums = []
        computed = plan.quiet.copy().run(body, *rows, *out)
        for name, found in _by_name(computed).items():
            if plan.results[name][0] != plan.batch:
                sums.append((places[name], found))
            elif not np.may_share_memory(found, places[name]):  # else it is there already
                places[name][...] = found
        return sums

    for sums in _shared(work, _cuts(plan.batch, plan.block)):
        for place, found in sums:
            place += found
    named = {name: array[()] for name, array in results.items() if name}
    return named if "" not in results else (results[""][()], named) if named else results[""][()]


def _by_name(results: Any) -> dict[str, Array]:
    """The value under the name "", and what has a name."""
    if isinstance(results, tuple):
        return {"": results[0], **results[1]}
    return results if isinstance(results, dict) else {"": results}


def _shared(work: Callable[[_Cut], Any], cuts: list[_Cut]) -> Iterable[Any]:
    """What `work` gives for each cut, in order on any number of threads."""
    if THREADS == 1 or len(cuts) == 1:
        return map(work, cuts)
    from concurrent.futures import ThreadPoolExecutor  # slow to import

    with ThreadPoolExecutor(THREADS) as pool:
        return pool.map(work, cuts)


def _cuts(batch: _Shape, block: int) -> list[_Cut]:
    """Where to cut the batch axes so that no piece has more rows than a block; than two where threads share them."""
    block *= min(THREADS, 2)  # a thread waits for others between two steps
    at = next(n for n in range(len(batch)) if math.prod(batch[n + 1 :]) <= block)
    pieces = -(-batch[at] // max(1, block // math.prod(batch[at + 1 :])))
    pieces = min(batch[at], -(-pieces // THREADS) * THREADS)  # as many for each thread
    # Rows by sixteens, which a product of a matrix and a vector takes alike wherever a block begins; and an odd number of
    # these: columns that are a power of 2 apart get in each other's way in a cache.
    unit = 16 if batch[at] >= 64 * pieces else 1
    ends = [batch[at] * n // pieces for n in range(pieces + 1)]
    ends[1:-1] = [unit * (end // unit + (end // unit - n) % 2) for n, end in enumerate(ends[1:-1], start=1)]
    return [(*outer, slice(*pair)) for outer in np.ndindex(batch[:at]) for pair in pairwise(ends)]


def _place(front: _Shape, batch: _Shape, cut: _Cut) -> tuple[Any, ...]:
    """Where the rows of a cut are in an array with only some of the batch axes, or some of length 1."""
    if front == batch:
        return cut
    first = len(batch) - len(front)
    own = zip(front, batch[first:], cut[first:], strict=False)
    return (*(at if length == whole else 0 for length, whole, at in own), ...)


def _array(name: str, given: ArrayLike) -> Array:
    """`given` as an array of booleans, integers, float32 or float64."""
    try:
        array = np.asarray(given)
    except ValueError as error:
        raise ValueError(f"{name}: not an array ({error})") from None
    _check_dtype(name, array.dtype)
    return array


def _check_dtype(name: str, dtype: np.dtype[Any]) -> None:
    """Booleans, integers, float32 and float64 are numbers."""
    if dtype.kind not in "biuf" or dtype.itemsize not in {"f": (4, 8)}.get(dtype.kind, (1, 2, 4, 8)):
        raise TypeError(f"{name}: dtype {dtype} is not supported (give float32, float64, integers or booleans)")


def _length(name: str, given: int) -> int:
    """The length of a dimension that no input shows."""
    try:
        length = operator.index(given)
    except TypeError:
        raise TypeError(f"{name}: {given!r} is not a length") from None
    if length < 0:
        raise ValueError(f"{name}: {length} is not a length")
    return length


def _classes(name: str, classes: int, labels: Array) -> Array:
    """The labels, which are classes."""
    if labels.size == 1:  # as it is for one row, where a few microseconds are much
        known = 0 <= labels.item() < classes
    else:  # read without sign a negative one is very large
        known = not labels.size or _largest(labels.view(labels.dtype.str.replace("i", "u"))) < classes
    if not known:
        raise ValueError(f"{name}: class labels must be in 0 ... {classes - 1} (mask what has no class before)")
    return labels.astype(np.intp, copy=False)


def _is_one_hot(rows: Array) -> bool:
    """Whether each row has a single 1, and else 0."""
    flat, classes = rows.reshape(-1), max(rows.shape[-1], 1)
    at, of_rows = np.flatnonzero(flat), np.arange(rows.size // classes)
    return at.size == of_rows.size and _everywhere(at // classes == of_rows) and _everywhere(flat[at] == 1)


def _chosen(rows: Array) -> Array:
    """The class that each one-hot row chooses."""
    classes: Array = np.flatnonzero(rows) % rows.shape[-1]
    return classes.reshape(rows.shape[:-1])


def _one_hot(name: str, classes: int, dtype: np.dtype[Any], labels: Array) -> Array:
    """1 at each label, else 0."""
    hot = np.zeros((*labels.shape, classes), dtype)
    hot.reshape(-1)[np.arange(labels.size) * classes + _classes(name, classes, labels).ravel()] = 1
    return hot


def _tangents(given: dict[str, ArrayLike], *names: str) -> list[ArrayLike]:
    """The tangents in order."""
    for name in given:
        if name not in names:
            raise TypeError(f"tangents: {name!r} is none of {', '.join(names)}")
    return [given.get(name, _ABSENT) for name in names]


def _full(value: ArrayLike, shape: tuple[int, ...], dtype: np.dtype[Any] | None = None) -> Array:
    """A new array of that shape, the value repeated."""
    full: Array = np.array(np.broadcast_to(value, shape), dtype=dtype)[()]
    return full


def _sum_to(gradient: Array, shape: tuple[int, ...], copy: bool = False) -> Array:
    """One gradient for each element of the batch, summed over the axes along which the input was repeated; never the caller's."""
    if gradient.shape == shape:
        return gradient.copy()[()] if copy else gradient[()]
    extra = gradient.ndim - len(shape)
    repeated = tuple(n for n, length in enumerate(gradient.shape) if n < extra or shape[n - extra] != length)
    if shape and len(repeated) == extra:
        summed: Array = _sum_rows(gradient.reshape(math.prod(gradient.shape[:extra]), math.prod(shape)))
    else:
        summed = gradient.sum(axis=repeated)
    return summed.reshape(shape)[()]


def _sum_outer(rows: Array, columns: Array, shape: tuple[int, ...]) -> Array:
    """The gradient rows[..., None] * columns[..., None, :], as by `_sum_to`; one product of matrices if all share it."""
    if len(shape) > 2:
        return _sum_to(rows[..., None] * columns[..., None, :], shape)
    batch = np.broadcast_shapes(rows.shape[:-1], columns.shape[:-1])
    left, right = (np.broadcast_to(v, (*batch, n)).reshape(-1, n) for v, n in zip((rows, columns), shape, strict=True))
    product: Array = left.T @ right
    return product


def _matvec(matrix: Array, vector: Array) -> Array:
    """The matrix applied to each vector; one product of matrices if all share it."""
    shared = matrix.ndim == 2
    product: Array = np.matmul(vector, matrix.T) if shared else np.matmul(matrix, vector[..., None])[..., 0]
    return product


def _windows(x: Array, axis: int, shape: _Shape, steps: _Shape, offset: int) -> Array:
    """An axis as several, of this shape: at positions p stands what stands at sum(step * p) + offset, 0 where nothing does."""
    if 0 in shape:
        return np.zeros((*x.shape[:axis], *shape, *x.shape[axis:][1:]), x.dtype)
    ends = [step * (length - 1) for step, length in zip(steps, shape, strict=True)]
    first, last = offset + sum(e for e in ends if e < 0), offset + sum(e for e in ends if e > 0)
    before, behind = max(0, -first), max(0, last + 1 - x.shape[axis])
    whole = x
    if before or behind:
        whole = np.zeros((*x.shape[:axis], before + x.shape[axis] + behind, *x.shape[axis:][1:]), x.dtype)
        np.moveaxis(whole, axis, 0)[before : before + x.shape[axis]] = np.moveaxis(x, axis, 0)
    start = np.moveaxis(np.moveaxis(whole, axis, 0)[before + offset :], 0, axis)
    strides = (*start.strides[:axis], *(step * start.strides[axis] for step in steps), *start.strides[axis:][1:])
    lengths = (*start.shape[:axis], *shape, *start.shape[axis:][1:])
    return np.lib.stride_tricks.as_strided(start, lengths, strides, writeable=False)


_COPIED = 2**24
"""Numbers in windows that are copied for a product of matrices; more are looked at where they stand."""


@cache
def _matrices(subscripts: str) -> tuple[str, ...]:
    """Two factors and their product, and of its letters those that it shares with both, has of one, lacks, has of the other."""
    first, second, result = re.split(",|->", subscripts)
    shared, lacking = "".join(s for s in result if s in first and s in second), set(first) & set(second) - set(result)
    rows, columns = ("".join(s for s in a if s in result and s not in b) for a, b in ((first, second), (second, first)))
    return first, second, result, shared, rows, "".join(sorted(lacking, key=second.index)), columns


def _slide(subscripts: str, left: Array, right: Array) -> Array:
    """The sum of products over the letters that the result lacks, where one factor is windows: a product of matrices."""
    first, second, result, shared, rows, inner, columns = _matrices(subscripts)
    if not columns:
        left, right, first, second, rows, columns = right, left, second, first, columns, rows
    simple = len(shared + rows + inner) == len(first) and len(shared + inner + columns) == len(second)
    if not simple or max(left.size, right.size) > _COPIED:
        return np.asarray(np.einsum(f"...{first},...{second}->...{result}", left, right))
    sizes = dict(zip(second, right.shape[right.ndim - len(second) :], strict=True))
    sizes |= dict(zip(first, left.shape[left.ndim - len(first) :], strict=True))

    def matrix(array: Array, letters: str, above: str, below: str) -> Array:
        front = array.ndim - len(letters)
        axes = (*range(front), *(front + letters.index(s) for s in shared + above + below))
        ends = (math.prod(sizes[s] for s in side) for side in (above, below))
        turned = np.ascontiguousarray(array).transpose(axes)
        return turned.reshape(*turned.shape[: front + len(shared)], *ends)

    product: Array = np.matmul(matrix(left, first, rows, inner), matrix(right, second, inner, columns))
    now, front = shared + rows + columns, product.ndim - 2 - len(shared)
    whole = product.reshape(*product.shape[:-2], *(sizes[s] for s in rows + columns))
    return whole.transpose(*range(front), *(front + now.index(s) for s in result))


def _close(left: ArrayLike, right: ArrayLike) -> Array:
    """Equal but for rounding: to half the digits of the dtype."""
    left, right = np.asarray(left), np.asarray(right)
    tolerance = math.sqrt(np.finfo(np.result_type(left, right, np.float32)).eps)
    size = np.maximum(1, np.maximum(np.abs(left), np.abs(right)))
    return np.asarray(np.abs(left - right) <= tolerance * size)


def _at_most(left: ArrayLike, right: ArrayLike) -> Array:
    """left <= right but for rounding."""
    return np.asarray(np.less_equal(left, right) | _close(left, right))


def _everywhere(mask: Array) -> bool:
    """Whether it is true of all; quicker than `all` for a few."""
    return bool(mask.item() if mask.size == 1 else np.count_nonzero(mask) == mask.size)


def _smallest(x: Array) -> float:
    """The smallest number, 1 of none; of few found by where it is, which takes a quarter of the time."""
    if x.size == 1:
        return float(x.item() if x.ndim else x)
    if not x.size:
        return 1
    found: float = x.item(x.argmin()) if x.size <= _FEW else x.min()
    return found


def _largest(x: Array) -> float:
    """The largest number, 1 of none; of few found by where it is, which takes a quarter of the time."""
    if x.size == 1:
        return float(x.item() if x.ndim else x)
    if not x.size:
        return 1
    found: float = x.item(x.argmax()) if x.size <= _FEW else x.max()
    return found


def _below(x: Array, largest: Array) -> Array:
    """x - largest, the largest of several x.  -inf where both are; where both are +inf, 0 for one x, nan for several."""
    if _everywhere(np.isfinite(largest)):
        return x - largest
    top, low = x == largest, largest == -np.inf
    among = tuple(-n for n, length in enumerate(reversed(np.shape(largest)), start=1) if length == 1)
    alone = np.sum(top, axis=among, keepdims=True) == 1
    return np.where(top & (alone | low), np.where(low, largest, 0), x - largest)


def _peak(x: Array, y: Array) -> Array:
    """The larger one; nan where both are +inf."""
    return np.where((x == y) & (x == np.inf), np.subtract(x, y), np.maximum(x, y))


def _raised(largest: Array | int, log: Array) -> Array:
    """largest + log; largest where that is infinite, log itself for a shift that nothing needed."""
    if isinstance(largest, int):
        return log
    if _everywhere(np.isfinite(largest)):
        return largest + log
    return np.where(np.isinf(largest), largest, largest + log)[()]


def _times_log(x: Array, log: Array) -> Array:
    """x * log, with 0 * log 0 = 0."""
    return x * log if _everywhere(np.isfinite(log)) else np.where((x == 0) & np.isinf(log), 0, x * log)


def _are_plain(x: Array) -> bool:
    """Whether all have all their digits: neither 0, nor nearly, nor infinite, nor nan."""
    least = _smallest(x)
    if not least > 0:
        x = np.abs(x)
        least = _smallest(x)
    return bool(least >= _tiny(x.dtype) and _largest(x) < math.inf)


def _beside(row: Array, x: Array) -> Array:
    """A number of each row, to stand beside the elements of x; repeated where rows are many and short: all are one then."""
    length = x.shape[-1]
    if not row.ndim:
        return row
    if 1 < length < _SHORT and x.size > _FEW and row.shape == x.shape[:-1] and x.flags.c_contiguous:
        return np.repeat(row, length).reshape(x.shape)
    return row[..., None]


def _share(x: Array, total: Array, by: Array, per: Array | int = 1, out: Array | None = None) -> Array:
    """x / total * by / per, with 0 * inf = 0; total, by and per are numbers of rows: of these x is multiplied by one."""
    ratio = by / total
    factor = ratio / per
    if _are_plain(ratio) and _are_plain(factor):  # no digit is lost on the way
        return np.multiply(x, _beside(factor, x), out=out)
    of_total, of_by, of_per = (_beside(np.asarray(row), x) for row in (total, by, per))
    return np.divide(_times_log(x / of_total, of_by), of_per, out=out)


def _per(x: Array, total: Array, per: Array | int, out: Array | None = None) -> Array:
    """x / total / per, which are numbers of rows: x is divided by one."""
    product = total * per
    if _are_plain(product):  # no digit is lost on the way
        return np.divide(x, _beside(product, x), out=out)
    return np.divide(x / _beside(total, x), _beside(np.asarray(per), x), out=out)


def _times_exp(x: Array, y: Array) -> Array:
    """x * exp(y), 0 for x = 0."""
    return np.where(x == 0, 0, x * np.exp(y))


def _log1pexp(x: Array) -> Array:
    """log(1 + exp(x)); for float32 in float64, as exp of float32 is off by more than 2 units of the last place."""
    wide = np.asarray(x, np.float64)
    found: Array = (np.maximum(wide, 0) + np.log1p(np.exp(-np.abs(wide)))).astype(x.dtype)
    return found


def _exp_below(x: Array, largest: Array) -> Array:
    """exp(x - largest), the largest of several x; what rounding takes from the difference is not lost."""
    shifted = _below(x, largest)
    e: Array = np.exp(shifted)
    back = shifted - x
    lost = (x - (shifted - back)) - (largest + back)
    return np.where(np.isfinite(lost), e + e * lost, e)[()]


@cache
def _huge(dtype: np.dtype[Any]) -> float:
    """The largest number of a dtype that has a square."""
    return math.sqrt(np.finfo(dtype).max)


@cache
def _tiny(dtype: np.dtype[Any]) -> float:
    """The smallest positive number of a dtype that has all its digits."""
    return float(np.finfo(dtype).smallest_normal)


@cache
def _ones(length: int, dtype: np.dtype[Any]) -> Array:
    """A row of ones, which nobody changes."""
    return np.ones(length, dtype)


def _sum(x: Array) -> Array:
    """The sum along the last axis, a product with ones; NumPy's own is slow at rows that are not long.

    Short rows are one product of a matrix and a vector, others each by itself, so that no bit depends on what is beside it.
    Of rows longer than `_LONG` chunks of that length are summed, then their sums: so errors grow more slowly.
    """
    length = x.shape[-1]
    if x.dtype.kind != "f":
        total: Array = x.sum(axis=-1)
    elif length > _LONG:
        cut = length - length % _LONG
        parts = _sum(x[..., :cut].reshape(*x.shape[:-1], cut // _LONG, _LONG)).sum(axis=-1)
        total = parts + _sum(x[..., cut:]) if cut < length else parts
    elif x.ndim == 1 or not 1 < length < _SHORT:
        total = _dot(x, _ones(length, x.dtype))
    elif x.ndim == 2:
        total = x.dot(_ones(length, x.dtype))
    elif x.flags.c_contiguous:
        total = _sum(x.reshape(-1, length)).reshape(x.shape[:-1])
    else:
        total = np.einsum("...i->...", x)
    return total


def _sum_rows(x: Array) -> Array:
    """The sum along the last axis but one; NumPy's own takes ten times as long as a product with ones, where rows are short."""
    rows, dtype = x.shape[-2], x.dtype
    if dtype.kind != "f":
        return np.asarray(x.sum(axis=-2))
    return (_ones(rows, dtype) if rows <= _LONG else np.ones(rows, dtype)) @ x


def _dot(x: Array, y: Array) -> Array:
    """The sum of x * y along the last axis: of short rows as by `_sum`, of others each by itself, whatever its length."""
    if x.ndim == y.ndim == 1:  # of one row both are the same, and `dot` takes half the time
        product: Array = x.dot(y)
    else:
        product = _sum(x * y) if 1 < x.shape[-1] < _SHORT else np.vecdot(x, y)
    return product


def _exps(x: Array, out: Array | None = None) -> tuple[Array, Array, Array | int]:
    """exp(x - c), its sum along the last axis, and c: 0 where the sum is neither small nor huge, else the largest x."""
    e = np.exp(x, out=out)
    total = _sum(e)
    return (e, total, 0) if _are_moderate(total) else _shifted(x, e, total)


def _are_moderate(total: Array) -> bool:
    """Whether no sum of exponentials is small or huge: none of them needs a shift."""
    return _smallest(total) >= 0.5 and _largest(total) <= _huge(total.dtype)


def _shifted(x: Array, e: Array, total: Array) -> tuple[Array, Array, Array]:
    """What `_exps` gives where there are sums that are small or huge: in their rows x is shifted."""
    far = ~((total >= 0.5) & (total <= _huge(e.dtype)))
    shift = np.zeros_like(total)
    shift[far] = x[far].max(axis=-1, initial=-np.inf)
    e[far] = _exp_below(x[far], shift[far][..., None])
    return e, _sum(e), shift


def _exps_parted(label: Array, x: Array, out: Array | None = None) -> tuple[Array, Array, Array | int, Array, Array]:
    """What `_exps` gives, and what `_parted` finds in it: one sum is enough for both, unless labels share rows.

    The exponentials are spent: those at labels may be 0, and nobody shall look at them before others are put there.
    """
    if x.shape[:-1] != label.shape:  # of a row that labels share each exponential is computed once
        found = _exps(x)
        return *found, *_parted(label, found[0], spent=True)
    e: Array = np.exp(x, out=out)
    own, rest = _parted(label, e, spent=True)
    total = own + rest
    if _are_moderate(total):
        return e, total, 0, own, rest
    e, total, shift = _shifted(x, _put(label, own, e), total)
    return e, total, shift, *_parted(label, e, spent=True)


def _odds(x: Array, out: Array | None = None) -> tuple[Array, Array | int]:
    """exp(x) and 1; both divided by the larger one where the square of exp(x) would be too large anywhere."""
    e: Array = np.exp(x, out=out)
    if _largest(e) < _huge(e.dtype) / 4:
        return e, 1
    return np.exp(np.minimum(x, 0), out=out), np.exp(np.minimum(-x, 0))


def _scaled(x: Array, one: Array | int) -> Array:
    """x * one, the 1 that stands beside odds; x itself if it is 1, not what is in its place."""
    return x if isinstance(one, int) else x * one


def _softplus(x: Array, e: Array, one: Array | int, negative: bool = False) -> Array:
    """log(1 + exp(x)), or log(1 + exp(-x)), from the odds of x."""
    if isinstance(one, int) and not negative:
        return np.log1p(e)
    if isinstance(one, int) and _smallest(e) > 1 / _huge(e.dtype):
        return np.log1p(1 / e)
    return np.maximum(-x if negative else x, 0) + np.log1p(np.exp(-np.abs(x)))


def _least(e: Array, one: Array | int) -> Array:
    """exp(-abs(x)), from the odds of x."""
    return np.minimum(e, 1 / e if isinstance(one, int) else one)


def _pinball(x: Array, below: Array, above: Array) -> Array:
    """above * x where x is positive, else -below * x, with 0 * inf = 0; for two that are not negative."""
    found: Array = np.maximum(above * x, -below * x)
    if _largest(found) < np.inf:
        return found
    return _times_log(above, np.maximum(x, 0)) + _times_log(below, np.maximum(-x, 0))


def _log_sum(x: Array, total: Array, shift: Array | int) -> Array:
    """log(sum(exp(x))) of each row, from the sum and shift of `_exps`; near 0 from the largest x and the others beside it."""
    log = np.asarray(_raised(shift, np.log(total)))
    size = np.abs(log)
    if not _smallest(size) > 0.5:
        small = ~(size > 0.5)
        largest = x[small].max(axis=-1, initial=-np.inf)
        beside = _exp_below(x[small], largest[..., None])
        log[small] = _raised(largest, np.log1p(_excess(beside, axis=-1)))
    return log[()]


def _excess(e: Array, axis: int | tuple[int, ...], keepdims: bool = False) -> Array:
    """sum / largest - 1, nothing subtracted: the smaller ones are summed, and the largest as often as it occurs again."""
    largest = e.max(axis=axis, keepdims=True, initial=0)
    top = e == largest
    again = np.sum(top, axis=axis, keepdims=True, dtype=e.dtype) - 1
    rest: Array = again + np.where(top, 0, e).sum(axis=axis, keepdims=True) / largest
    return rest if keepdims else rest.squeeze(axis)


def _others(x: Array, axis: int) -> Array:
    """For each element the sum of all others; one that is most of the sum is not subtracted from it."""
    size = np.abs(x)
    most = size > size.sum(axis=axis, keepdims=True) / 2
    rest: Array = np.where(most, 0, x).sum(axis=axis, keepdims=True)
    own: Array = np.where(most, x, 0).sum(axis=axis, keepdims=True)
    return np.where(most, rest, rest + own - x)


def _at(label: Array, x: Array) -> tuple[Array, Array, Array]:
    """x for all labels, its elements in one row, and where there those at the labels are; if it is in order, x itself."""
    if not label.ndim:  # one row, where a few microseconds are much
        return x, x, label
    if x.shape[:-1] != label.shape:
        x = np.array(np.broadcast_to(x, (*label.shape, x.shape[-1])), order="C")
    if label.size == 1:
        return x, x.reshape(-1), label.reshape(-1)
    if x.ndim == 2 and x.flags.f_contiguous:
        return x, x.T.reshape(-1), np.arange(label.size) + label * label.size
    x = np.ascontiguousarray(x)
    return x, x.reshape(-1), _firsts(x.size, x.shape[-1]) + label.reshape(-1)


@lru_cache(maxsize=4)
def _firsts(size: int, length: int) -> Array:
    """Where rows begin, which nobody changes; of no elements there are none."""
    return np.arange(0, size, max(length, 1))


def _pick(label: Array, x: Array) -> Array:
    """The element at each label."""
    _, row, at = _at(label, x)
    return _formed(row.take(at), label.shape)


def _parted(label: Array, x: Array, spent: bool = False) -> tuple[Array, Array]:
    """The element at each label, and the sum of the others; x may be changed meanwhile, and for good if spent: to 0 there."""
    x, row, at = _at(label, x)
    own = row.take(at)
    row[at] = 0
    rest = _sum(x)
    if not spent:
        row[at] = own
    return _formed(own, label.shape), rest


def _rest(label: Array, x: Array, spent: bool = False) -> Array:
    """The sum of the elements that are not at the label; x is changed as by `_parted`."""
    return _parted(label, x, spent)[1]


def _put(label: Array, own: Array, x: Array) -> Array:
    """x, but `own` at each label; x may be changed."""
    x, row, at = _at(label, x)
    row[at] = _formed(own, at.shape)
    return x


def _formed(x: Array, shape: _Shape) -> Array:
    """x in this shape; as it is if it has that, as it is for one row: a scalar takes NumPy half a microsecond to reshape."""
    return x if x.shape == shape else x.reshape(shape)[()]


def _log_share(label: Array, own: Array, rest: Array, u: Array, e: Array) -> Array:
    """log(own / (own + rest)), own at the label a multiple of exp(u) as all other e are; from u itself where own vanishes."""
    log = -np.log1p(rest / own)
    tiny = _tiny(e.dtype)
    if not (_smallest(own) >= tiny and _smallest(log) > -np.inf):
        near = (own >= tiny) & np.isfinite(log)
        largest = u.max(axis=-1, keepdims=True, initial=-np.inf)
        log = np.where(
            near, log, _pick(label, _below(u, largest)) - np.log1p(_excess(_put(label, own, e.copy()), axis=-1))
        )
    return log[()] if e.shape[-1] else np.zeros_like(log)[()]  # of no classes there is nothing to sum


def _over(x: Array, y: Array) -> Array:
    """x / y, with 0 / 0 = 0: the slope of 0 * log y."""
    return np.where((x == 0) & (y == 0), 0, x / np.where((x == 0) & (y == 0), 1, y))


def _argmax(x: Array, axis: int) -> Array:
    """The first position of the largest; 0 where there is none."""
    return np.argmax(x, axis=axis) if x.shape[axis] else np.zeros(np.delete(x.shape, axis), dtype=int)


def _each(function: Callable[[float], float], x: ArrayLike) -> Array:
    """A function of the standard library for each element; nan where it has no value, inf where it is too large."""

    def safe(value: float) -> float:
        try:
            return function(value)
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    x = np.asarray(x)
    result = np.array([safe(float(v)) for v in x.ravel()], dtype=np.result_type(x, np.float32)).reshape(x.shape)
    return result[()]


def _erf(x: ArrayLike) -> Array:
    """The error function."""
    return _each(math.erf, x)


def _erfc(x: ArrayLike) -> Array:
    """What the error function lacks to 1."""
    return _each(math.erfc, x)


def _gamma(x: ArrayLike) -> Array:
    """The gamma function."""
    return _each(math.gamma, x)


def _lgamma(x: ArrayLike) -> Array:
    """The logarithm of the absolute value of the gamma function."""
    return _each(math.lgamma, x)


def _digamma(x: ArrayLike) -> Array:
    """The derivative of lgamma: recurrence to x >= 10, there the asymptotic series; for x < 0 by reflection."""
    return _each(_digamma_at, x)


def _digamma_at(x: float) -> float:
    if x <= 0:
        if x == math.floor(x):
            return math.nan
        return _digamma_at(1 - x) - math.pi / math.tan(math.pi * x)
    below = 0.0
    while x < 10:
        below += 1 / x
        x += 1
    y = 1 / (x * x)
    series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760 - y / 12))))))
    return math.log(x) - 0.5 / x - series - below


def _polygamma(n: int, x: ArrayLike) -> Array:
    """The nth derivative of digamma for x > 0, elsewhere nan."""
    return _digamma(x) if n == 0 else _each(lambda v: _polygamma_at(n, v), x)


def _polygamma_at(n: int, x: float) -> float:
    """Recurrence to x >= 10 + n, there the asymptotic series in the Bernoulli numbers."""
    if not x > 0:
        return math.nan
    if x == math.inf:
        return 0.0
    total = 0.0
    while x < 10 + n:
        total += x ** -(n + 1)
        x += 1
    bernoulli = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330)
    tail = 1 / n + 1 / (2 * x)
    tail += sum(b * math.comb(n + 2 * k - 1, 2 * k) / n * x ** (-2 * k) for k, b in enumerate(bernoulli, start=1))
    result: float = (-1) ** (n + 1) * math.factorial(n) * (total + tail * x**-n)
    return result
