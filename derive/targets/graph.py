"""Where does each quantity of a theory stand, drawn as a graph?  Its inputs and definitions, and what uses what.

Comes in: an `Entry`.  Goes out: a `Drawing` for a page to set: nodes, and edges labelled with local derivatives (those of a
definition by what it uses, everything else held fixed), each at its place.  Rows go down from the inputs to the last
definition; a label is an item of a row of its own, just above the node that the edge leads to, so nothing overlaps.  A layered
layout of our own, because its bytes must be the same on every machine, and Graphviz is not on all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from derive.expr import Node, Ref
from derive.printing import INLINE, UNICODE, printer
from derive.theory import Theory

if TYPE_CHECKING:
    from derive.targets import Entry

__all__ = ["Drawing", "Sizes", "alternative", "drawing", "svg", "tikz"]

LEAST, MOST = 2, 30
"""How many definitions a theory has whose graph is drawn; of more one would see nothing."""
LIGHT = 0.02
"""The weight of what hangs on an input."""
SWEEPS = 16
"""How often the rows are ordered, and their items moved."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are, in the units of a page: what a label takes at most, heights of rows, and what lies between."""

    label: float
    node: float
    row: float
    gap: float
    beside: float


@dataclass(slots=True)
class Item:
    """Something in a row: a node, a label (`text` is set), or a point that an edge passes (it is empty)."""

    row: int
    width: float
    text: str = ""
    kind: str = ""
    """`input`, `defined`, `output`; "label" or "" for what stands on an edge."""
    weight: float = 1.0
    """How much it resists being moved: what hangs on an input gives way to the chain of definitions."""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """All items in their places, each edge as the items that it passes, and the size of the whole."""

    items: tuple[Item, ...]
    edges: tuple[tuple[Item, ...], ...]
    width: float
    height: float


Text = Callable[[Node], tuple[str, float]]
"""A formula set for a page, and how wide it is."""


def drawing(entry: Entry, text: Text, sizes: Sizes) -> Drawing | None:
    """The graph of a theory, None where it is not drawn."""
    theory = entry.theory
    definitions = [d for d in theory.definitions if not d.auxiliary or theory.quantities[d.name].shown]
    if not LEAST <= len(definitions) <= MOST or not entry.edges:
        return None
    output = theory.output.name if theory.output is not None else ""
    refs = {d.name: Ref(d.name, d.indices) for d in definitions}
    depth: dict[str, int] = {}
    used: dict[str, list[str]] = {}
    for source, target in entry.edges:
        used.setdefault(source, []).append(target)
        depth[target] = max(depth.get(target, 0), depth.get(source, 0) + 1)
    nodes: dict[str, Item] = {}
    for name in dict.fromkeys((*used, *refs)):
        ref = refs.get(name) or entry.element(name)
        shown, width = text(ref)
        row = depth.get(name, 0) if name in refs else min(depth[t] for t in used[name]) - 1
        kind = "output" if name == output else "defined" if name in refs else "input"
        nodes[name] = Item(2 * row, max(width + sizes.node, 1.6 * sizes.node), shown, kind)
    items, edges = list(nodes.values()), list[tuple[Item, ...]]()
    for (source, target), derivative in entry.edges.items():
        first, last = nodes[source], nodes[target]
        between = [Item(row, 0.0) for row in range(first.row + 1, last.row)]
        if derivative is not None:
            shown, width = text(derivative)
            if width > sizes.label:
                shown, width = text(derivative.left)
            between[-1] = Item(last.row - 1, width, shown, "label")
        items += between
        edges.append((first, *between, last))
    _place(items, edges, sizes)
    return Drawing(
        tuple(items), tuple(edges), max(i.x + i.width / 2 for i in items), max(i.y for i in items) + sizes.node / 2
    )


# ---------------------------------------------------------------------------------------------------------- layout


def _place(items: Sequence[Item], edges: Sequence[tuple[Item, ...]], sizes: Sizes) -> None:
    """Give every item its place: each row in the order that crosses least, each item near what it is joined to."""
    above: dict[int, list[Item]] = {id(i): [] for i in items}
    below: dict[int, list[Item]] = {id(i): [] for i in items}
    for edge in edges:
        for upper, lower in pairwise(edge):
            above[id(lower)].append(upper)
            below[id(upper)].append(lower)
    rows: dict[int, list[Item]] = {}
    for item in items:
        rows.setdefault(item.row, []).append(item)
    order = sorted(rows)
    for row in order:
        _spread(rows[row], [0.0] * len(rows[row]), sizes.beside)
    best, kept = None, {row: list(rows[row]) for row in order}
    for sweep in range(SWEEPS):
        joined = below if sweep % 2 else above
        for row in reversed(order) if sweep % 2 else order:
            rows[row].sort(key=lambda i: _mean(joined[id(i)], i.x))
            _spread(rows[row], [float(n) for n in range(len(rows[row]))], sizes.beside)
        crossings = sum(_crossings(rows[row], below) for row in order)
        if best is None or crossings < best:
            best, kept = crossings, {row: list(rows[row]) for row in order}
    # What hangs on an input stays near where it leads, all else below what it comes from, so that chains are upright.
    near = {id(i): above[id(i)] or below[id(i)] for i in items}
    for edge in edges:
        if edge[0].kind == "input":
            near |= {id(i): [after] for i, after in pairwise(edge[1:])}
            for item in edge[:-1]:
                item.weight = LIGHT
    for row in order:
        _spread(kept[row], [0.0] * len(kept[row]), sizes.beside)
    for sweep in range(SWEEPS + 1):
        for row in reversed(order) if sweep % 2 else order:
            _spread(kept[row], [_mean(near[id(i)], i.x) for i in kept[row]], sizes.beside)
    for row in order:  # last, inputs move above their labels
        _spread(kept[row], [_mean(below[id(i)], i.x) if i.kind == "input" else i.x for i in kept[row]], sizes.beside)
    left = min(i.x - i.width / 2 for i in items)
    step = (sizes.node + sizes.row) / 2 + sizes.gap
    for item in items:
        item.x, item.y = item.x - left, sizes.node / 2 + step * (item.row - order[0])


def _mean(items: Sequence[Item], otherwise: float) -> float:
    return sum(i.x * i.weight for i in items) / sum(i.weight for i in items) if items else otherwise


def _spread(row: Sequence[Item], wanted: Sequence[float], beside: float) -> None:
    """Move the items of a row as near to where they are wanted as their order and widths allow: least squares."""
    offset, offsets = 0.0, list[float]()
    for n, item in enumerate(row):
        offset += (row[n - 1].width + item.width) / 2 + beside if n else 0.0
        offsets.append(offset)
    blocks: list[tuple[float, float, int]] = []  # what is wanted on average, how much, by how many: touching ones join
    for item, want, offset in zip(row, wanted, offsets, strict=True):
        mean, weight, count = want - offset, item.weight, 1
        while blocks and blocks[-1][0] >= mean:
            other, more, n = blocks.pop()
            mean = (other * more + mean * weight) / (more + weight)
            weight, count = more + weight, n + count
        blocks.append((mean, weight, count))
    places = (mean for mean, _, count in blocks for _ in range(count))
    for item, place, offset in zip(row, places, offsets, strict=True):
        item.x = place + offset


def _crossings(row: Sequence[Item], below: dict[int, list[Item]]) -> int:
    """How many edges from this row to the next cross."""
    lines = [(upper.x, lower.x) for upper in row for lower in below[id(upper)]]
    return sum((a - c) * (b - d) < 0 for n, (a, b) in enumerate(lines) for c, d in lines[:n])


# ------------------------------------------------------------------------------------------------------------ pages

PIXELS = Sizes(label=330.0, node=30.0, row=18.0, gap=18.0, beside=22.0)
LETTER, SMALL, MARGIN = 8.0, 6.0, 8.0
EMS = Sizes(label=17.0, node=2.0, row=2.2, gap=1.1, beside=1.6)


def svg(entry: Entry) -> dict[str, Any] | None:
    """What the template of an SVG file is filled with; None where nothing is drawn."""
    how = printer(UNICODE, entry.theory)
    drawn = drawing(entry, lambda node: _marked_up(how(node)), PIXELS)
    if drawn is None:
        return None

    def shifted(value: float) -> int:
        return round(value + MARGIN)

    return {
        "title": escape(alternative(entry.theory)),
        "width": round(drawn.width + 2 * MARGIN),
        "height": round(drawn.height + 2 * MARGIN),
        "items": [
            {"kind": i.kind, "text": i.text, "x": shifted(i.x), "y": shifted(i.y), "width": round(i.width)}
            for i in drawn.items
            if i.kind
        ],
        "lines": [
            {"path": _curve([(shifted(x), shifted(y)) for x, y in line]), "arrow": last}
            for edge in drawn.edges
            for line, last in _lines(edge, PIXELS)
        ],
    }


def tikz(entry: Entry) -> dict[str, Any] | None:
    """What the template of a LaTeX picture is filled with; None where nothing is drawn."""
    how = printer(INLINE, entry.theory)
    drawn = drawing(entry, lambda node: ((piece := how.piece(node)).text, piece.width), EMS)
    if drawn is None:
        return None
    return {
        "items": [
            {"kind": i.kind, "text": i.text, "x": f"{i.x:.2f}", "y": f"{-i.y:.2f}", "width": f"{i.width:.2f}"}
            for i in drawn.items
            if i.kind
        ],
        "lines": [
            {"path": _bent([(f"{x:.2f}", f"{-y:.2f}") for x, y in line]), "arrow": last}
            for edge in drawn.edges
            for line, last in _lines(edge, EMS)
        ],
    }


def alternative(theory: Theory) -> str:
    """The picture in words."""
    how = printer(UNICODE, theory)
    names = ", ".join(how(Ref(d.name, d.indices)) for d in theory.definitions if not d.auxiliary)
    return f"The graph of {names} and what they use; each edge with its local derivative"


Point = tuple[float, float]


def _lines(edge: tuple[Item, ...], sizes: Sizes) -> Iterable[tuple[list[Point], bool]]:
    """An edge as lines from one node or label to the next, and whether it ends there."""
    line = [(edge[0].x, edge[0].y + sizes.node / 2)]
    for item in edge[1:]:
        half = sizes.node / 2 if item is edge[-1] else sizes.row / 2 if item.kind else 0.0
        line.append((item.x, item.y - half))
        if item.kind:
            yield line, item is edge[-1]
            line = [(item.x, item.y + half)]


def _curve(points: Sequence[tuple[int, int]]) -> str:
    """A line that leaves and arrives upright, as an SVG path."""
    (x, y), *rest = points
    path = f"M{x} {y}"
    for below, next_y in rest:
        middle = round((y + next_y) / 2)
        path += f"V{next_y}" if below == x else f"C{x} {middle} {below} {middle} {below} {next_y}"
        x, y = below, next_y
    return path


def _bent(points: Sequence[tuple[str, str]]) -> str:
    """The same in TikZ."""
    return " to[out=-90,in=90] ".join(f"({x}em,{y}em)" for x, y in points)


def _marked_up(text: str) -> tuple[str, float]:
    """Unicode with its subscripts set lower, as SVG, and about how wide it is."""
    parts, width = list[str](), 0.0
    for part in re.split(r"(_\{[^{}]*\}|_(?:(?![⁰¹²³⁴-⁹])\w)+)", text):
        lower = part.startswith("_") and len(part) > 1
        plain = part.strip("_{}") if lower else part
        width += (SMALL if lower else LETTER) * UNICODE.width(plain)
        small = f'<tspan class="sub" dy="4">{escape(plain)}</tspan><tspan dy="-4">\u200b</tspan>'
        parts.append(small if lower else escape(plain))
    return "".join(parts), width
