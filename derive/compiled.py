"""How is it run?  A generated module, loaded: the object that `derive.compile` returns.

Comes in: the text of a module that `targets.numpy` wrote.  Goes out: `Compiled`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from inspect import Parameter, signature
from types import ModuleType
from typing import Any

from derive.errors import Error
from derive.lower import lower
from derive.program import Functions, Program
from derive.targets import numpy as target

__all__ = ["Compiled", "compiled", "load", "run", "source"]


class Compiled:
    """Functions of a quantity of a theory; arrays come and go by name.

    Extra leading axes of the inputs are batch axes, which broadcast as in NumPy's generalised ufuncs; core axes never do.
    """

    __slots__ = ("_called", "_missing", "_module", "_name", "source")

    source: str

    def __init__(self, source: str, name: str, module: ModuleType, missing: str = "") -> None:
        self.source, self._name, self._module, self._missing = source, name, module, missing
        self._called: dict[str, tuple[Callable[..., Any], AbstractSet[str], AbstractSet[str]]] = {}

    def _call(self, ending: str, /, *args: Any, **inputs: Any) -> Any:
        function, needed, known = self._called.get(ending) or self._find(ending)
        try:
            return function(*args, **inputs)
        except TypeError:  # only now are names looked at: that takes a microsecond
            if needed <= inputs.keys() <= known:
                raise
        raise _misnamed(function, inputs)

    def _find(self, ending: str) -> tuple[Callable[..., Any], AbstractSet[str], AbstractSet[str]]:
        """A function of the module, the names that it needs and those that it knows; reading them off takes long."""
        function = getattr(self._module, self._name + ending, None)
        if function is None:
            rests = hasattr(self._module, f"{self._name}_vjp")
            hint = "a quantity with axes has a vjp" if rests else "there is nothing that it is differentiated by"
            raise Error(self._missing or f"{self._name} has no {ending.strip('_')}", hint="" if self._missing else hint)
        named = _named(function)
        needed = {p.name for p in named if p.default is p.empty}
        return self._called.setdefault(ending, (function, needed, {p.name for p in named}))

    def value(self, /, **inputs: Any) -> Any:
        """The value, of shape batch + its own axes."""
        return self._call("", **inputs)

    def vjp(self, cotangent: Any, /, **inputs: Any) -> dict[str, Any]:
        """Gradients of Σ cotangent·value by input, each with its input's shape; `cotangent` has the value's shape."""
        return self._call("_vjp", cotangent, **inputs)  # type: ignore[no-any-return]

    def jvp(self, tangents: Mapping[str, Any], /, **inputs: Any) -> Any:
        """How the value changes to first order; each tangent has its input's shape, one that is missing is 0."""
        return self._call("_jvp", tangents, **inputs)

    def value_and_vjp(self, cotangent: Any, /, **inputs: Any) -> tuple[Any, dict[str, Any]]:
        """Both, the forward pass shared."""
        return self._call("_value_and_vjp", cotangent, **inputs)  # type: ignore[no-any-return]

    def value_and_grad(self, /, **inputs: Any) -> tuple[Any, dict[str, Any]]:
        """The value and the gradients of the sum of the batch."""
        return self._call("_value_and_grad", **inputs)  # type: ignore[no-any-return]

    def grad(self, /, **inputs: Any) -> dict[str, Any]:
        """The gradients of the sum of the batch."""
        return self._call("_grad", **inputs)  # type: ignore[no-any-return]

    def jacobian(self, /, **inputs: Any) -> dict[str, Any]:
        """By input an array of shape batch + the value's axes + the input's axes."""
        return self._call("_jacobian", **inputs)  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"<compiled {self._name}>"


def _named(function: Callable[..., Any]) -> list[Parameter]:
    """The parameters that are passed by name."""
    return [p for p in signature(function).parameters.values() if p.kind is not p.POSITIONAL_ONLY]


def _misnamed(function: Callable[..., Any], given: Mapping[str, Any]) -> TypeError:
    """The error that names the inputs, where one is missing or unknown."""
    known = [p.name for p in _named(function)]
    hint = f"it takes {', '.join(known) or 'none'}"
    for name in given:
        if name not in known:
            return TypeError(f"{function.__name__} has no input {name!r} ({hint})")
    missing = next(p.name for p in _named(function) if p.default is p.empty and p.name not in given)
    return TypeError(f"{function.__name__} needs the input {missing!r} by name ({hint})")


def source(functions: Functions, threads: int = 1) -> str:
    """The module's text."""
    return target.render(lower(functions), threads=threads)


def load(text: str, name: str, missing: str = "") -> Compiled:
    """Run a module that the generator wrote; `name` is what its functions are called after.

    `missing` says why there are no derivatives, if that is so.
    """
    return Compiled(text, name, _executed(text, name), missing)


def run(program: Program) -> ModuleType:
    """The module of a program."""
    return _executed(target.render(program), program.name)


def _executed(text: str, name: str) -> ModuleType:
    module = ModuleType(name)
    exec(compile(text, f"<derive {name}>", "exec"), module.__dict__)  # our own generator wrote it
    return module


def compiled(functions: Functions, threads: int = 1) -> Compiled:
    """The functions, ready to call; `threads` share the rows of a large batch."""
    if not isinstance(threads, int) or isinstance(threads, bool) or threads < 1:
        raise Error(f"threads: {threads!r} is not a number of threads", hint="a whole number from 1")
    program = lower(functions)
    return load(target.render(program, threads=threads), program.name, functions.missing)
