"""What is the true value?  All that a module computes, at one point, to more digits than any format has.

Comes in: `Functions`, one function of their program, a point with its seeds.  Goes out: every element of every result, from
the definitions and from the closed forms of the derivatives as the theory's theorems state them, not from what was lowered.

Digits cancel in these too, so a number is computed with more and more of them until two answers agree, or a first one does with
what was computed in another way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from mpmath import mp

from derive.arithmetic.formats import Number
from derive.checks.numbers import At, Env, Point, Undefined, World, precisely
from derive.expr import Ref, Term, add, substitute
from derive.program import Closed, Function, Functions

__all__ = ["FAINT", "Truth", "forms"]

DIGITS = 60
"""Digits that a true value has at least: so many are right where twice as many give the same."""
FAINT, RANGE = 120, 800
"""The digits at which a number that is still 0 is taken to be 0: where all inputs are plain, and everywhere."""
CLOSE = 2.0**-18
"""How near a plain point's first answer must be to what was found otherwise: no digits that matter are lost in it then."""
PLAIN = 2.0**-50, 50.0
"""Between these sizes an input is plain: nothing that e^50 has to do with vanishes beside 1 at 120 digits."""


def forms(functions: Functions, function: Function) -> Mapping[str, Closed]:
    """What each result of a function is, by its name, as a closed form; a gradient is a derivative of what has no axes."""
    indices = next(d.indices for d in functions.theory.definitions if d.name == function.of)
    value = {"": Closed(indices, Ref(function.of, indices))}
    kinds = {"vjp": functions.vjp, "grad": functions.jacobian, "jacobian": functions.jacobian}
    derivatives = kinds.get(function.kind.removeprefix("value_and_"), {})
    return {
        **(value if function.kind.startswith("value") else {}),
        **({"": _total(functions)} if function.kind == "jvp" else {}),
        **{w: form for w, form in derivatives.items() if w in functions.wrt},
    }


def _total(functions: Functions) -> Closed:
    """What all tangents together give."""
    if functions.tangent is not None:
        return functions.tangent
    parts = [functions.jvp[w] for w in functions.wrt]
    first = parts[0].indices
    terms = (substitute(p.term, dict(zip(p.indices, first, strict=True))) for p in parts)
    return Closed(first, add(*(t for t in terms if isinstance(t, Term))))


class Truth:
    """The true values at one point, each computed when it is first asked for."""

    __slots__ = ("_known", "_plain", "_point", "_theory", "_worlds")

    def __init__(self, functions: Functions, point: Point) -> None:
        self._theory, self._point = functions.theory, point
        if functions.adjoints:
            self._theory = replace(self._theory, items=(*self._theory.items, *functions.adjoints))
        self._worlds: dict[int, World] = {}
        self._known: dict[tuple[object, ...], Number | None] = {}
        self._plain: bool | None = None

    @property
    def plain(self) -> bool:
        """Whether all inputs are plain numbers."""
        if self._plain is None:
            self._plain = all(not x or PLAIN[0] <= abs(float(x)) <= PLAIN[1] for x in self._point.elements.values())
        return self._plain

    def elements(
        self, closed: Closed, most: int = 10**9, number: int = 0, found: Mapping[At, float] | None = None
    ) -> Iterator[tuple[At, Number | None]]:
        """Every element of a closed form by its position, or about so many, for each number other ones; None: it has no value.

        What was found otherwise may stand for a second answer.
        """
        places = list(product(*(range(self._point.dims[i.dim]) for i in closed.indices)))
        step = -(-len(places) // most) or 1
        for at in places[number % step :: step]:
            env = dict(zip(closed.indices, at, strict=True))
            yield at, self.value(closed.term, env, None if found is None else found[at])

    def value(self, term: Term, at: Env, found: float | None = None) -> Number | None:
        """The value of a term, its free indices at `at`; None where it has none."""
        key = term, *at.items()
        if key not in self._known:
            first = self._value(FAINT, term, at) if found and self.plain else None
            confirmed = first and abs(first - found) < abs(first) * CLOSE
            self._known[key] = first if confirmed else self._agreed(term, at)
        return self._known[key]

    def _agreed(self, term: Term, at: Env) -> Number | None:
        """What twice as many digits confirm."""
        digits, last = DIGITS, self._value(DIGITS, term, at)
        while last is not None and digits < RANGE:
            digits *= 2
            number = self._value(digits, term, at)
            if number is None or (number and abs(number - last) <= mp.ldexp(abs(number), -3 * DIGITS)):
                return number
            if not number and not last and digits >= (FAINT if self.plain else RANGE):
                return number
            last = number
        return last

    def _value(self, digits: int, term: Term, at: Env) -> Number | None:
        if digits not in self._worlds:
            self._worlds[digits] = World.of(self._theory, self._point)
        with precisely(digits):
            try:
                return self._worlds[digits].value(term, at)
            except Undefined:
                return None
