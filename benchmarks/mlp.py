"""What do the gradients of a deep network cost?  Time and size, as the network gets deeper.

    python benchmarks/mlp.py [--smoke] [layers …]

All gradients of an L-layer network (tanh, ReLU and sigmoid in turn, softmax with cross-entropy on top): parsed, derived in
reverse and forward mode, proved again by the kernel, lowered, written and loaded.  Each L has a process of its own, whose
processor time and memory are measured.  Beside it, where they are installed: SymPy's `diff` of the formula written out for
layers of width 2, tensorgrad's `full_simplify`, and what JAX takes to trace and compile value and gradients.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

LAYERS = (1, 2, 4, 8, 16, 32, 64)
LIMIT = 120.0
"""Seconds after which another tool is stopped."""

ACTIVATIONS = ("tanh({})", "max({}, 0)", "1/(1 + exp(-{}))")


def network(layers: int) -> str:
    """The network as a theory."""
    lines = ["x: Real[D0]", f"t: OneHot[D{layers}]"]
    below = "x"
    for n in range(1, layers + 1):
        lines += [f"W{n}: Real[D{n}, D{n - 1}]", f"b{n}: Real[D{n}]"]
    for n in range(1, layers + 1):
        lines.append(f"z{n}[i] = sum(W{n}[i, j]*{below}[j] for j in D{n - 1}) + b{n}[i]")
        if n < layers:
            lines.append(f"h{n}[i] = {ACTIVATIONS[n % 3].format(f'z{n}[i]')}")
            below = f"h{n}"
    lines.append(f"y[i] = exp(z{layers}[i])/sum(exp(z{layers}[k]) for k in D{layers})")
    lines.append(f"L = -sum(t[i]*log(y[i]) for i in D{layers})")
    return "\n".join(lines)


# -------------------------------------------------------------------------------------------------------- derive


def ours(layers: int) -> dict[str, float]:
    """Seconds by stage, and what came out."""
    import derive
    from derive import compiled, entry, kernel
    from derive.expr import subterms
    from derive.language import parse_theory
    from derive.lower import lower
    from derive.rules import rules
    from derive.strategy.engine import Engine
    from derive.strategy.reverse import adjoints, graph, tangents
    from derive.targets import numpy as target

    derive.compile("x: Real\ny = 1/(1 + exp(-x))")  # modules, rules and templates are read once
    found: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        gc.collect()
        gc.freeze()  # what an earlier stage left is not looked through again on this one's time
        start = time.process_time()
        result = work()
        found[stage] = time.process_time() - start
        return result

    theory = timed("parse", lambda: parse_theory(network(layers)))
    engine = Engine(theory)
    wrt = engine.differentiable("L")
    pieces = graph(engine, "L", wrt)
    back = timed("reverse", lambda: adjoints(pieces, wrt))
    ahead = timed("forward", lambda: tangents(pieces, wrt))
    theorems = (*back.theorems.values(), *ahead.theorems.values())
    timed("replay", lambda: kernel.replay_all(theorems, rules()))
    functions = entry.functions(Engine(theory))
    program = timed("lower", lambda: lower(functions))
    text = timed("write", lambda: target.render(program))
    timed("load", lambda: compiled.load(text, program.name))
    found["all"] = sum(found.values())
    found["nodes"] = sum(1 for d in functions.adjoints for _ in subterms(d.body))
    found["lines"] = text.count("\n")
    return found


# -------------------------------------------------------------------------------------------------------- others


def sympys(layers: int) -> dict[str, float]:
    """SymPy's own derivatives of the formula written out, layers of width 2."""
    import sympy

    start = time.process_time()
    functions = (sympy.tanh, lambda u: sympy.Max(u, 0), lambda u: 1 / (1 + sympy.exp(-u)))
    h = list(sympy.symbols("x:2", real=True))
    t = sympy.symbols("t:2", real=True)
    parameters: list[sympy.Symbol] = []
    z: list[sympy.Expr] = []
    for n in range(1, layers + 1):
        w, b = sympy.symbols(f"W{n}_:4", real=True), sympy.symbols(f"b{n}_:2", real=True)
        parameters += [*w, *b]
        z = [w[2 * i] * h[0] + w[2 * i + 1] * h[1] + b[i] for i in range(2)]
        h = [functions[n % 3](u) for u in z]
    total = sum(map(sympy.exp, z))
    loss = -sum(t[i] * sympy.log(sympy.exp(z[i]) / total) for i in range(2))
    for parameter in parameters:
        sympy.diff(loss, parameter)
    return {"all": time.process_time() - start}


def tensorgrads(layers: int) -> dict[str, float]:
    """tensorgrad's gradients by every weight and bias."""
    import sympy
    import tensorgrad as tg
    from tensorgrad import functions

    start = time.process_time()
    d = sympy.symbols(f"d0:{layers + 1}")
    h: Any = tg.Variable("x", d0=d[0])
    t = tg.Variable("t", **{f"d{layers}": d[layers]})
    parameters = []
    z: Any = h
    for n in range(1, layers + 1):
        w = tg.Variable(f"W{n}", **{f"d{n - 1}": d[n - 1], f"d{n}": d[n]})
        b = tg.Variable(f"b{n}", **{f"d{n}": d[n]})
        parameters += [w, b]
        z = w @ h + b
        h = (functions.tanh, functions.relu, functions.sigmoid)[n % 3](z)
    loss = functions.cross_entropy(z, t, dim=f"d{layers}")
    for parameter in parameters:
        tg.Derivative(loss, parameter).full_simplify()
    return {"all": time.process_time() - start}


def jaxes(layers: int) -> dict[str, float]:
    """JAX traces and compiles value and gradients, for width 8."""
    import jax
    import jax.numpy as jnp

    def loss(parameters: list[Any], x: Any, t: Any) -> Any:
        h = x
        for n, (w, b) in enumerate(parameters, 1):
            z = w @ h + b
            h = (jnp.tanh, jax.nn.relu, jax.nn.sigmoid)[n % 3](z)
        return -jnp.sum(t * jnp.log(jax.nn.softmax(z)))

    parameters = [(jnp.ones((8, 8)), jnp.ones(8)) for _ in range(layers)]
    start = time.process_time()
    jax.jit(jax.value_and_grad(loss)).lower(parameters, jnp.ones(8), jnp.ones(8) / 8).compile()
    return {"all": time.process_time() - start}


TOOLS: Mapping[str, Callable[[int], dict[str, float]]] = {
    "derive": ours, "sympy": sympys, "tensorgrad": tensorgrads, "jax": jaxes,
}  # fmt: skip


def measured(tool: str, layers: int) -> dict[str, float] | None:
    """One measurement, in a process of its own; None where it takes too long or fails."""
    command = [sys.executable, __file__, "--measure", tool, str(layers)]
    try:
        limit = None if tool == "derive" else LIMIT
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=tool == "derive")
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout) if done.returncode == 0 else None  # type: ignore[no-any-return]


def rows(tool: str, layers: Iterable[int]) -> Iterator[tuple[int, dict[str, float]]]:
    """Measurements of one tool until one fails or takes too long."""
    for n in layers:
        found = measured(tool, n)
        if found is None:
            return
        yield n, found


def main(layers: tuple[int, ...]) -> int:
    """Print a table for ourselves and one for the others."""
    stages = ("parse", "reverse", "forward", "replay", "lower", "write", "load", "all")
    print("derive, seconds of processor time")
    print(f"{'layers':>6}", *(f"{s:>8}" for s in stages), f"{'factor':>7} {'nodes':>7} {'lines':>7} {'MB':>6}")
    before: tuple[int, float] | None = None
    for n, found in rows("derive", layers):
        grown = f"{(found['all'] / before[1]) ** (1 / math.log2(n / before[0])):.2f}" if before else ""
        sizes = f"{found['nodes']:7.0f} {found['lines']:7.0f} {found['memory']:6.0f}"
        print(f"{n:6}", *(f"{found[s]:8.3f}" for s in stages), f"{grown:>7} {sizes}", flush=True)
        before = n, found["all"]
    for tool in ("sympy", "tensorgrad", "jax"):
        if importlib.util.find_spec(tool) is None:
            print(f"{tool} is not installed")
            continue
        seconds = [f"{n}: {found['all']:.2f}" for n, found in rows(tool, layers)]
        print(
            f"{tool}, seconds by layers   {'   '.join(seconds)}{f'   then over {LIMIT:.0f}' * (len(seconds) < len(layers))}"
        )
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        found = TOOLS[sys.argv[2]](int(sys.argv[3]))
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(found))
        sys.exit()
    given = tuple(int(a) for a in sys.argv[1:] if a.isdigit())
    sys.exit(main((1, 2) if "--smoke" in sys.argv[1:] else given or LAYERS))
