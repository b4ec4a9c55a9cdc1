"""Pictures of graphs: what is joined to what, what the edges bear, and that nothing lies on anything else."""

from __future__ import annotations

import itertools
from xml.etree import ElementTree

import pytest

import derive
from derive.entry import Entry
from derive.language import unparse
from derive.printing import unicode
from derive.targets import graph, latex, markdown

GRAPHS = {
    "twice": "b = sum(a[i] for i in M)\nc[i] = a[i]/b",
    "skipping": "u = exp(x)\nv = u*y\nw = v + u\nf = w*u*x",
    "wide": "\n".join(
        [*(f"q{n} = x{n}**2*exp(-x{n})" for n in range(8)), f"f = {' + '.join(f'q{n}**3' for n in range(8))}"]
    ),
    "norm": """m = sum(x[i] for i in K)/K
        v = sum((x[i] - m)**2 for i in K)/K
        z[i] = (x[i] - m)/sqrt(v + 1/100)""",
    "library": "p[i] = softmax(a)[i]\nL = -sum(t[i]*log(p[i]) for i in K)",
    "apart": "u = x**2\nf = y**2",
    "names": "alpha_x_y_z = exp(a_very_long_name_indeed)\nf = alpha_x_y_z**2 if alpha_x_y_z < 1 else alpha_x_y_z",
}


def entry_of(text: str) -> Entry:
    return derive.parse("\n".join(line.strip() for line in text.splitlines()))._entry


@pytest.mark.parametrize("name", GRAPHS)
def test_nothing_in_a_graph_overlaps_and_every_edge_goes_down(name: str) -> None:
    for sizes in (graph.PIXELS, graph.EMS):
        drawn = graph.drawing(entry_of(GRAPHS[name]), lambda node: (str(node), len(str(node)) / 3), sizes)
        assert drawn is not None
        for one in drawn.items:
            assert one.x - one.width / 2 >= -1e-6
            assert one.x + one.width / 2 <= drawn.width + 1e-6
            for other in drawn.items:
                if one is not other and one.row == other.row:
                    assert abs(one.x - other.x) >= (one.width + other.width) / 2 + sizes.beside - 1e-6
        for edge in drawn.edges:
            assert [b.row - a.row for a, b in itertools.pairwise(edge)] == [1] * (len(edge) - 1)


@pytest.mark.parametrize("name", GRAPHS)
def test_pictures_are_whole_files(name: str) -> None:
    entry = entry_of(GRAPHS[name])
    files = markdown.TARGET.files(entry)
    root = ElementTree.fromstring(files["graph.svg"])
    shown = [box for box in root.iter("{http://www.w3.org/2000/svg}g") if box.get("class") == "label"]
    assert len(shown) == sum(d is not None for d in entry.edges.values())
    assert "](graph.svg)" in next(text for path, text in files.items() if path.endswith(".md"))
    article = next(t for t in latex.TARGET.files(entry).values() if "documentclass" in t)
    assert article.count(r"\node[label]") == len(shown)
    assert r"\usepackage{tikz}" in article


def test_an_edge_bears_the_derivative_with_the_rest_held_fixed() -> None:
    entry = derive.load("column_normalization")._entry
    assert {edge: unicode(d, entry.theory) for edge, d in entry.edges.items() if d is not None} == {
        ("a", "b"): "∂b_j/∂a_ij = 1",
        ("a", "c"): "∂c_ij/∂a_ij = 1/b_j",
        ("b", "c"): "∂c_ij/∂b_j = −a_ij/b_j²",
        ("w", "y"): "∂y_lj/∂w_li = c_ij",
        ("c", "y"): "∂y_lj/∂c_ij = w_li",
        ("y", "f"): "∂f/∂y_lj = 1",
    }
    network = derive.load("network")._entry.edges
    assert network["t", "L"] is None  # one-hot: nothing is differentiated by it
    assert unparse(network["z", "s"].right) == "s[i]*(delta(i, j) - s[j])"


def test_what_would_show_nothing_is_not_drawn() -> None:
    long = "\n".join(["y0 = exp(x)", *(f"y{n} = exp(y{n - 1})" for n in range(1, graph.MOST + 1))])
    for entry in (entry_of("f = x**2"), entry_of(long)):
        assert graph.svg(entry) is None
        assert graph.tikz(entry) is None


def test_a_derivative_without_room_is_named_only() -> None:
    terms = " + ".join(f"exp(-x*k{n})*k{n}" for n in range(12))
    drawn = graph.svg(entry_of(f"u = {terms}\nf = u**2"))
    assert drawn is not None
    labels = [item["text"] for item in drawn["items"] if item["kind"] == "label"]
    assert "∂u/∂x" in labels and "∂f/∂u = 2u" in labels
