"""What every term is: made once, compared by being the same, forgotten when nobody needs it."""

from __future__ import annotations

import copy
import gc
import pickle
import threading
import weakref
from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest

from derive import expr
from derive.expr import ONE, TRUE, Add, Cmp, Index, Node, Num, Reduce, Ref, Term, add, alpha_equal, canonical, mul, num
from derive.printing.shifts import Shift

I, J = Index("i", "K"), Index("j", "K")  # noqa: E741
A = Ref("a", (I,))


def _every() -> list[type[Node]]:
    """All classes of nodes that have objects."""
    found, waiting = [], [Node]
    while waiting:
        below = waiting.pop().__subclasses__()
        found += [c for c in below if c._fields]
        waiting += below
    return found


def test_what_says_the_same_is_one_object() -> None:
    assert Ref("a", (Index("i", "K"),)) is A
    assert add(A, mul(ONE, A)) is Add((A, mul(num(1), Ref("a", (I,)))))
    assert add(A, ONE) is not add(ONE, A)
    assert Index("i", "M") is not I
    assert Reduce("max", I, A) is not Reduce("sum", I, A)


def test_fields_by_name_and_those_that_are_left_out_make_the_same_node() -> None:
    assert Ref("x") is Ref("x", ()) is Ref(name="x") is Ref(indices=(), name="x")
    assert Reduce(op="sum", index=I, body=A) is Reduce("sum", I, A, None)


def test_a_number_is_exact_and_the_same_however_it_is_given() -> None:
    assert Num(Fraction(1, 2)) is Num(0.5)  # type: ignore[arg-type]
    assert Num(2) is num(2) is Num(Fraction(4, 2))  # type: ignore[arg-type]
    assert type(Num(True).value) is Fraction  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "named"),
    [((), {}), (("a", (I,), None), {}), (("a",), {"name": "b"}), (("a", (I,)), {"more": 1}), ((), {"indices": ()})],
)
def test_a_node_with_too_few_or_too_many_fields_is_refused(
    fields: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError, match="Ref is made of name, indices"):
        Ref(*fields, **named)  # type: ignore[arg-type]


def test_a_node_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        A.name = "b"  # type: ignore[misc]
    assert A.name == "a"


def test_copies_are_the_node_itself() -> None:
    term = Reduce("sum", I, mul(A, num(Fraction(2, 3))), Cmp("!=", I, J))
    for made in (copy.copy(term), copy.deepcopy(term), pickle.loads(pickle.dumps(term))):
        assert made is term


def test_every_class_of_nodes_makes_its_objects_once() -> None:
    assert Shift in _every()
    assert len(_every()) > 20
    for cls in _every():
        assert "__eq__" not in vars(cls), cls
        assert "__hash__" not in vars(cls), cls
    assert Shift((1,), (I,), 2) is Shift((1,), (I,), 2)


def test_a_node_is_forgotten_when_nobody_needs_it() -> None:
    key = (Ref, "nobody needs this", ())
    term: Term | None = add(Ref("nobody needs this"), ONE)
    assert expr._known[key]() is term.args[0]  # type: ignore[union-attr]
    seen = weakref.ref(term)
    del term
    gc.collect()
    assert seen() is None
    assert key not in expr._known


def test_threads_make_the_same_nodes() -> None:
    start, found = threading.Barrier(8), list[list[Node]]()

    def make() -> None:
        start.wait()
        found.append([add(Ref(f"thread{n}"), num(Fraction(n, 7))) for n in range(2000)])

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(a is b for other in found[1:] for a, b in zip(found[0], other, strict=True))


def test_analyses_are_kept_with_the_node() -> None:
    left, right = Reduce("sum", I, A), Reduce("sum", J, Ref("a", (J,)))
    assert left != right
    assert alpha_equal(left, right)
    assert canonical(left) is canonical(right) is canonical(canonical(left))
    assert expr.free(left) == frozenset()
    assert TRUE is expr.conjunction()
