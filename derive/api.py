"""What do users hold in their hands?  `Theory` and `Derivation`, thin classes over the rooms below.

Comes in: text, names, paths.  Goes out: what the package exports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from derive import checks, language, library
from derive.accuracy.measure import HEADS, Measured, measure
from derive.compiled import Compiled, compiled, run
from derive.context import parts
from derive.derivation import Derivation as Data
from derive.derivation import Step as StepData
from derive.entry import Entry, functions, make, verify
from derive.errors import Error, Unsupported
from derive.expr import (
    Cmp,
    Delta,
    Diff,
    Formula,
    Index,
    Node,
    Ref,
    Term,
    conjunction,
    free,
    names,
    substitute,
    subterms,
)
from derive.instance import Instance as InstanceData
from derive.instance import instance as specialised
from derive.instance import read
from derive.interop import to_sympy
from derive.kernel import Theorem
from derive.lower import lower
from derive.printing import UNICODE, printer, unicode
from derive.strategy.grain import grained
from derive.strategy.unfold import unfolded
from derive.targets import chain, markdown, notebook
from derive.targets import latex as article
from derive.targets.page import slope_of
from derive.targets.text import render_instance, render_text, words
from derive.theory import Definition
from derive.theory import Theory as TheoryData

__all__ = [
    "Compiled",
    "Derivation",
    "Instance",
    "Step",
    "Theory",
    "accuracy",
    "compile",
    "find",
    "library_names",
    "load",
    "parse",
    "select",
    "summary",
]

if TYPE_CHECKING:
    import sympy


class Step:
    """One line of a derivation to the next, with the reason; prints as text."""

    __slots__ = ("_theory", "data")

    def __init__(self, data: StepData, theory: TheoryData) -> None:
        self.data, self._theory = data, theory

    @property
    def before(self) -> Term:
        """The line that it starts from, as it is written (a term of `derive.expr`)."""
        return self.data.before

    @property
    def relation(self) -> str:
        """`==`, `<`, `<=` or `!=`: how the line before is related to the one after."""
        return self.data.relation

    @property
    def after(self) -> Term:
        """The line that it ends on, as it is written (a term of `derive.expr`)."""
        return self.data.after

    @property
    def rule(self) -> str:
        """The name of the rule in the tables, or of the kernel's inference."""
        return self.data.rule

    @property
    def reason(self) -> str:
        """Why, in words, with the formulas that belong to the reason in Unicode."""
        return words(chain.reason(self.data), printer(UNICODE, self._theory))

    @property
    def theorem(self) -> Theorem:
        """What the kernel made of it: hypotheses, conclusion and proof."""
        return self.data.theorem

    def __str__(self) -> str:
        line = unicode(Cmp(self.relation, self.before, self.after), self._theory)
        return f"{line}   {self.reason}"

    def __repr__(self) -> str:
        return f"<step {self.rule}: {self.reason}>"


class Derivation:
    """Why a statement holds, line by line.  Prints as text; renders as mathematics in a notebook."""

    __slots__ = ("_entry", "data")

    def __init__(self, data: Data, entry: Entry) -> None:
        self.data, self._entry = data, entry

    @property
    def name(self) -> str:
        """Its name within the theory."""
        return self.data.name

    @property
    def title(self) -> str:
        """What it shows, in words; may be empty."""
        return self.data.title

    @property
    def result(self) -> sympy.Basic:
        """The last line as a SymPy expression: real `Symbol`s and `IndexedBase`s, `Sum`, `KroneckerDelta`, `Piecewise`."""
        return to_sympy(self.data.result)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps: each has `before`, `after`, `rule`, `reason` and the kernel's `theorem`."""
        return tuple(Step(step, self.data.theory) for step in self.data.steps)

    @property
    def hypotheses(self) -> tuple[sympy.Basic | str, ...]:
        """What the result rests on: a SymPy relation where it can be one, otherwise text."""
        return tuple(self._hypothesis(h) for h in self.data.hypotheses)

    def _hypothesis(self, formula: Formula) -> sympy.Basic | str:
        try:
            return to_sympy(formula)
        except TypeError:
            return unicode(formula, self.data.theory)

    @property
    def definitions(self) -> Mapping[str, sympy.Basic]:
        """What the named quantities of the result are, as SymPy expressions by name."""
        known = {d.name: d for d in self.data.theory.definitions}
        own = {d.name for d in self._entry.theory.definitions}
        below, found = [self.data.result], set[str]()
        while below:
            used = names(below.pop())
            new = [n for n in known if n in used and n not in found]
            found.update(new)
            below.extend(known[n].body for n in new if n not in own)
        return {n: to_sympy(known[n].body) for n in known if n in found}

    def latex(self) -> str:
        """The chain of lines as LaTeX (amsmath)."""
        return article.fragment(self.data)

    def markdown(self) -> str:
        """The chain of lines as Markdown with `$$…$$`."""
        return notebook.repr_markdown(self.data)

    def text(self) -> str:
        """The chain of lines for a terminal, in Unicode."""
        return render_text(self.data)

    def verify(self) -> checks.Report:
        """What independent referees say about the statement and every step."""
        return verify((self.data,))

    def cases(self) -> tuple[Derivation, ...]:
        """The result for equal and for different indices, one derivation for each case of its deltas."""
        held = () if self.data.condition is None else parts(self.data.condition)
        known = {frozenset(f.children()) for f in held}
        deltas = (n for n in subterms(self.data.result) if isinstance(n, Delta) and free(n) <= free(self.data.result))
        delta = next((n for n in deltas if frozenset(n.children()) not in known), None)
        start = self.data.start
        if delta is None or not isinstance(start, Diff) or not isinstance(start.expr, Ref | Diff):
            return (self,)
        left, right = delta.left, delta.right
        if not isinstance(left, Index) or not isinstance(right, Index):
            return (self,)
        old, new = (right, left) if left in free(start.expr) else (left, right)
        equal = dict.fromkeys(substitute(formula, {old: new}) for formula in held)
        made = [self._where(start, (*held, Cmp("!=", new, old)))]
        if Cmp("!=", new, new) not in equal:
            made.insert(0, self._where(substitute(start, {old: new}), equal))
        return tuple(case for each in made for case in each.cases())

    def _where(self, start: Node, held: Iterable[Node]) -> Derivation:
        """The first or second derivative `start` under conditions."""
        engine, conditions = self._entry.engine, [f for f in held if isinstance(f, Formula)]
        where = conjunction(*conditions) if conditions else None
        assert isinstance(start, Diff)
        if isinstance(start.expr, Ref):
            return Derivation(engine.derivative(start.expr, start.var, where), self._entry)
        assert isinstance(start.expr, Diff) and isinstance(start.expr.expr, Ref)
        return Derivation(engine.second(start.expr.expr, start.expr.var, start.var, where), self._entry)

    def unfold(self, *names: str) -> Derivation:
        """Carried on to a result in which these quantities are written out: `d.unfold("y")`.  Raises `derive.Error`."""
        _texts(**{f"name {n}": name for n, name in enumerate(names, 1)})
        return Derivation(unfolded(self.data, map(_spelled, names)), self._entry)

    def grain(self, grain: str) -> Derivation:
        """The same with coarser or finer steps: "brief", "textbook" or "full", every rewriting that the kernel saw."""
        return Derivation(grained(self.data, grain), self._entry)

    def instance(self, /, **at: range | int) -> Instance:
        """What it says for given sizes: `instance(K=range(4, 7), N=range(1, 4))`, with positions called 4, 5, 6 and 1, 2, 3.

        A free index may be given a position or a range of its own, `i=4`.  Raises `derive.Error`.
        """
        return Instance(specialised(self.data, at))

    def _repr_latex_(self) -> str:
        return notebook.repr_latex(self.data)

    def _repr_markdown_(self) -> str:
        return self.markdown()

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<derivation {self.name}: {unicode(self.data.shown, self.data.theory)}>"


class Instance:
    """A derivation at given positions of its dimensions: sums written out, deltas decided.  Prints as text."""

    __slots__ = ("data",)

    def __init__(self, data: InstanceData) -> None:
        self.data = data

    @property
    def results(self) -> Mapping[tuple[int, ...], sympy.Basic]:
        """What comes out, by the positions of the free indices in reading order, as SymPy expressions."""
        return {tuple(e.positions.values()): to_sympy(e.result) for e in self.data.elements}

    def text(self) -> str:
        """For a terminal, in Unicode; of few elements with their lines."""
        return render_instance(self.data)

    def latex(self) -> str:
        """As LaTeX (amsmath)."""
        return article.at(self.data)

    def markdown(self) -> str:
        """As Markdown with `$$…$$`."""
        return markdown.at(self.data)

    def verify(self) -> checks.Report:
        """What independent referees say about every element and its lines, at these sizes and positions."""
        return self.data.verify()

    def _repr_markdown_(self) -> str:
        return self.markdown()

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<instance of {self.data.general.name}, {len(self.data.elements)} elements>"


class Theory:
    """Definitions, hypotheses and claims; derives on demand."""

    __slots__ = ("_entry", "data")

    def __init__(self, data: TheoryData) -> None:
        self.data, self._entry = data, make(data)

    @property
    def name(self) -> str:
        """Its name: of the library entry or the file."""
        return self.data.name

    @property
    def title(self) -> str:
        """The first line of its docstring."""
        return self.data.title

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """Its definitions in order."""
        return self.data.definitions

    def derivative(self, of: str, wrt: str, where: str | None = None) -> Derivation:
        """∂of/∂wrt: `of` and `wrt` are names, or elements such as "y[i]"; `where` restricts indices ("i != j").

        Where two indices are equal ("i == j") the first one stands for both.  Raises `derive.Error` where the calculus
        does not reach, a name is unknown, or `where` speaks of other indices.
        """
        _texts(of=of, wrt=wrt, **({} if where is None else {"where": where}))
        of, wrt = _spelled(of), _spelled(wrt)
        if where is None and "[" not in of + wrt:
            return self._derived("derivative", of, wrt)
        pair = self._pair(of, wrt)
        asked = (*pair, None) if where is None else self._restricted(*pair, where)
        with self._placed(pair[0].name):
            return Derivation(self._entry.engine.derivative(*asked), self._entry)

    def _restricted(self, output: Ref, variable: Ref, where: str) -> tuple[Ref, Ref, Formula | None]:
        """What is differentiated, by what, and what remains of `where` once equal indices are one."""
        indices = tuple(dict.fromkeys(i for i in (*output.indices, *variable.indices) if isinstance(i, Index)))
        condition = language.parse_formula(where, self.data, indices=sorted(indices, key=lambda i: i.name))
        if other := sorted(i.name for i in free(condition) - set(indices)):
            has = f"indices: {', '.join(i.name for i in indices)}" if indices else "there are no indices here"
            raise Error(f"where speaks of {', '.join(other)}, which the derivative does not", hint=has)
        joined = _joined(parts(condition), indices)
        first, second, *rest = (substitute(node, joined) for node in (output, variable, *parts(condition)))
        if any(isinstance(f, Cmp) and f.op == "!=" and f.left == f.right for f in rest):
            raise Error("no indices are as where says", hint="it asks that they be equal and that they differ")
        remaining = [f for f in rest if isinstance(f, Formula) and not (isinstance(f, Cmp) and f.left == f.right)]
        assert isinstance(first, Ref) and isinstance(second, Ref)
        return first, second, conjunction(*remaining) if remaining else None

    def vjp(self, of: str, wrt: str) -> Derivation:
        """The vector-Jacobian product Σᵢ ȳᵢ ∂yᵢ/∂wⱼ in closed form; the cotangent is `of_bar`."""
        return self._derived("vjp", of, wrt)

    def jvp(self, of: str, wrt: str) -> Derivation:
        """The Jacobian-vector product Σⱼ ∂yᵢ/∂wⱼ ẇⱼ in closed form; the tangent is `wrt_dot`."""
        return self._derived("jvp", of, wrt)

    def hessian(self, of: str, wrt: str, other: str | None = None) -> Derivation:
        """∂²of/∂other∂wrt in closed form; `other` is `wrt` again if not given.  Names, or elements such as "a[i]"."""
        _texts(of=of, wrt=wrt, **({} if other is None else {"other": other}))
        of, wrt, other = _spelled(of), _spelled(wrt), other and _spelled(other)
        if "[" not in of + wrt + (other or ""):
            self._names(of, wrt, *([] if other is None else [other]))
        output, first = self._pair(of, wrt)
        then = self._beside(other or first.name, output, first)
        with self._placed(output.name):
            return Derivation(self._entry.engine.second(output, first, then), self._entry)

    def hvp(self, of: str, wrt: str) -> Derivation:
        """The Hessian-vector product Σₗ ∂²of/∂wₗ∂wⱼ ẇₗ in closed form; the direction is `wrt_dot`.

        Where `of` has axes, the Hessian is that of Σᵢ ȳᵢ·yᵢ, with the cotangent `of_bar`.
        """
        return self._derived("hvp", of, wrt)

    def prove(self) -> tuple[Derivation, ...]:
        """A derivation for each claim; raises `derive.FalseClaim` (with numbers) or `derive.NotProved`."""
        return tuple(Derivation(d, self._entry) for d in self._entry.proofs)

    def claim(self, name: str) -> Derivation:
        """The derivation of one claim by its name."""
        for claim in self.data.claims:
            if claim.name == name:
                return Derivation(self._entry.prove(claim), self._entry)
        known = ", ".join(c.name for c in self.data.claims) or "none"
        raise Error(f"there is no claim {name}", hint=f"claims: {known}")

    def verify(self) -> checks.Report:
        """What independent referees say about every claim, derivative, VJP and JVP, and every step."""
        return self._entry.report

    def _derived(self, kind: str, of: str, wrt: str) -> Derivation:
        _texts(of=of, wrt=wrt)
        of, wrt = _spelled(of), _spelled(wrt)
        self._names(of, wrt)
        with self._placed(of):
            return Derivation(self._entry.derived(kind, of, wrt), self._entry)

    @contextmanager
    def _placed(self, of: str) -> Iterator[None]:
        """What cannot be differentiated is told with the place of its definition."""
        try:
            yield
        except Unsupported as error:
            places = [d.place for d in self.data.definitions if d.name == of]
            raise (error.at(places[0].line, places[0].column) if places else error) from None

    def _names(self, of: str, *wrt: str) -> None:
        for name in (of, *wrt):
            self._entry.engine.reference(name)

    def _pair(self, of: str, wrt: str) -> tuple[Ref, Ref]:
        engine = self._entry.engine
        output = language.parse_target(of, self.data) if "[" in of else engine.reference(of)
        return output, self._beside(wrt, output)

    def _beside(self, wrt: str, *others: Ref) -> Ref:
        """What is differentiated by: an element as given, or a quantity at indices that the others do not have."""
        if "[" in wrt:
            return language.parse_target(wrt, self.data)
        return self._entry.engine.reference(wrt, (i for o in others for i in o.indices if isinstance(i, Index)))

    def _repr_latex_(self) -> str:
        return notebook.repr_latex(self.data)

    def _repr_markdown_(self) -> str:
        return notebook.repr_markdown(self.data)

    def __str__(self) -> str:
        return language.unparse_theory(self.data)

    def __repr__(self) -> str:
        return f"<theory {self.name or self.title or 'of a formula'}>"


def _joined(formulas: Iterable[Formula], order: tuple[Index, ...]) -> dict[Index, Index]:
    """For each index the first one in `order` that it equals by the formulas."""
    found = {index: index for index in order}
    for formula in formulas:
        if isinstance(formula, Cmp) and formula.op == "==" and {formula.left, formula.right} <= found.keys():
            kept, gone = sorted((found[i] for i in formula.children() if isinstance(i, Index)), key=order.index)
            found |= {i: kept for i, to in found.items() if to == gone}
    return found


def _texts(**given: object) -> None:
    """Names and conditions are texts."""
    for name, value in given.items():
        if not isinstance(value, str):
            raise Error(f"{name} is a text (str), not {type(value).__name__}", hint='write derivative("y", "a")')


def _spelled(name: str) -> str:
    """A name as the theory holds it, σ as sigma; an element is read as the language reads it."""
    return name if "[" in name else language.in_ascii(name)


def parse(text: str) -> Theory:
    """The theory that a text in the language is.  Raises `derive.Error`, with line and column, for anything else."""
    return Theory(language.parse_theory(text, library=library.named))


def load(name_or_path: str | Path) -> Theory:
    """A theory of the library by name, or one in a file by its path, which ends in `.theory`."""
    return Theory(library.read(library.source(str(name_or_path))))


def compile(
    text_or_theory: str | Theory, of: str | None = None, wrt: Iterable[str] | None = None, threads: int = 1
) -> Compiled:
    """NumPy functions for the quantity `of` (default: the last definition) and its gradients by `wrt`.

    `wrt` defaults to all inputs but `OneHot` and `Binary` ones; it may name a defined quantity.  Large batches are worked on in
    blocks of rows, which `threads` share; their number changes no result but for rounding.  Raises `derive.Error`.
    """
    theory = text_or_theory if isinstance(text_or_theory, Theory) else parse(text_or_theory)
    return compiled(functions(theory._entry.engine, of, (wrt,) if isinstance(wrt, str) else wrt), threads)


# ------------------------------------------------------------------------------------------- for the command line


def accuracy(theory: Theory, *, stated: bool) -> tuple[tuple[str, ...], tuple[Measured, ...]]:
    """How exact the theory's NumPy functions are here and now: what the columns are called, a row for each result.

    Beside the bounds that their docstrings state, if asked to.  No rows where nothing can be computed.
    """
    if theory.data.output is None:
        return HEADS, ()
    try:
        program = lower(functions(theory._entry.engine))
        return HEADS, measure(program, run(program), theory._entry.bounds if stated else None)
    except Error:
        return HEADS, ()


def library_names(*tags: str) -> tuple[str, ...]:
    """The names of the library's theories, or of those that have one of these tags; Error where none has it."""
    if not tags:
        return library.names()
    having = {name: load(name).data.tags for name in library.names()}
    known = sorted({tag for each in having.values() for tag in each})
    for tag in tags:
        if tag not in known:
            raise Error(
                f"no theory of the library has the tag {library.shortened(tag)}", hint=f"one of {', '.join(known)}"
            )
    return tuple(name for name, own in having.items() if {*own} & {*tags})


def find(what: str) -> tuple[Theory, str | None]:
    """What an argument means: a formula if it has an `=`, a file if it ends in `.theory`, else a name, perhaps `NAME:CLAIM`."""
    if "=" in what:
        return parse(what), None
    if what.endswith(library.SUFFIX):
        return load(what), None
    name, _, claim = what.partition(":")
    return load(name), claim or None


def select(
    theory: Theory, *, claim: str | None = None, of: str | None = None, wrt: str | None = None, kind: str | None = None,
    cases: bool = False,
) -> tuple[Derivation, ...]:  # fmt: skip
    """What a command is about: one claim, all claims, or derivatives of a quantity by one or by every input."""
    if claim is not None:
        return (theory.claim(claim),)
    asked = of is not None or wrt is not None or cases or kind not in (None, "derivative")
    if not asked and theory.data.claims:
        return theory.prove()
    output = theory.data.output
    if output is None:
        return theory.prove()
    name = _spelled(of) if of else output.name
    engine = theory._entry.engine
    engine.reference(name.split("[")[0])
    inputs = (wrt,) if wrt is not None else engine.differentiable(name.split("[")[0])
    if not inputs:
        hint = "gradients are by real inputs, not by OneHot or Binary ones; --wrt names anything else"
        raise Error(f"{name} depends on nothing that it can be differentiated by", hint=hint)
    made = tuple(getattr(theory, kind or "derivative")(name, each) for each in inputs)
    return tuple(c for d in made for c in d.cases()) if cases else made


def positions(texts: Iterable[str], derivations: Iterable[Derivation]) -> tuple[Instance, ...]:
    """The derivations for these ranges, `K=4..6`; an index that only some of them have restricts these."""
    at: dict[str, range | int] = {}
    for text in texts:
        name, numbers = read(text)
        if name in at:
            raise Error(f"{name} is given twice", hint="one range for each")
        at[name] = numbers
    derivations = tuple(derivations)
    every = [{i.name for i in free(d.data.statement)} for d in derivations]
    loose = {name for name in at if any(name in own for own in every)} - {
        d for each in derivations for d in each.data.theory.dims
    }
    return tuple(
        d.instance(**{name: numbers for name, numbers in at.items() if name in own or name not in loose})
        for d, own in zip(derivations, every, strict=True)
    )


def summary(name: str) -> tuple[str, str, str, str]:
    """A line of the library's table: name, tags, formula and derivative of its last definition, as claimed if it is."""
    theory = load(name)
    tags, last, claimed = ", ".join(theory.data.tags), theory.data.output, slope_of(theory.data)
    if last is None:
        return name, tags, "", ""
    engine = theory._entry.engine
    formula = f"{unicode(Ref(last.name, last.indices), theory.data)} = {unicode(last.body, theory.data)}"
    wrt = next(iter(engine.differentiable(last.name)), None)
    if claimed is None and wrt is not None:
        claimed = engine.jacobian(last.name, wrt).statement
    return name, tags, formula, unicode(claimed, theory.data) if claimed is not None else ""
