<% if bounds %>


# ---------------------------------------------------------------------------------- the errors that docstrings state

BOUNDS = {
<% for (kind, result), (double, single, ends) in bounds.items() %>
    ("<$ kind $>", "<$ result $>"): ({np.float64: <$ double $>, np.float32: <$ single $>}, <$ ends $>),
<% endfor %>
}
"""Most units of the last place of the true value, by kind of function and result; whether inputs from 0 to 1 are 0 or 1 then."""
KNOWN = 1e-26
"""What is known of a derivative by differences, beside its size and that of the second one."""


def bounded(ends, dtype):
    """Inputs for which bounds are stated: ordinary, far apart, one of them ahead, small."""
    rng = np.random.default_rng(11)
    sizes = CASES["several"][0]
    inputs = draw(sizes, itertools.repeat((12,)), 12)
    for name, (kind, axes) in INPUTS.items():
        shape = inputs[name].shape
        if kind == "Real":
            rows = np.arange(12).reshape((12,) + (1,) * (len(shape) - 1)) % 4
            ahead = 2 * rng.standard_normal(shape) + 16 * (np.arange(shape[-1]) == 0 if axes else 1)
            small = rng.uniform(-2, 2, shape) * 2.0 ** -rng.integers(0, 30, shape)
            far = rng.uniform(-20, 20, shape)
            inputs[name] = np.choose(rows, [3 * np.clip(rng.standard_normal(shape), -6, 6), far, np.clip(ahead, -20, 20), small])
        elif kind == "Unit" and ends:
            inputs[name] = rng.integers(0, 2, shape).astype(float)
    return sizes, rounded(inputs, dtype)


def off(got, want, dtype, room=0.0):
    """By how many units of the last place each element is off; 0 where nothing is known, or it is beyond the range."""
    units = np.zeros(np.shape(want))
    for at in np.ndindex(*units.shape):
        true = mpf(np.asarray(want, dtype=object)[at])
        nearest = dtype(float(true)) if mp.isfinite(true) else dtype(np.inf)
        if np.isfinite(nearest):
            distance = abs(mpf(float(np.asarray(got)[at])) - true) - room * (1 + abs(true))
            units[at] = max(0.0, float(distance / mpf(float(np.spacing(abs(nearest))))))
    return units


@pytest.mark.parametrize("dtype", <$ "ERROR" if inputs else "[np.float64]" $>)
@pytest.mark.parametrize("ends", sorted({ends for _, ends in BOUNDS.values()}))
@np.errstate(over="ignore")  # what is too large for float32 is not compared
def test_errors_are_within_what_docstrings_state(ends, dtype):
    sizes, inputs = bounded(ends, dtype)
    batch = batch_of(sizes, inputs)
    wanted = {key: most[dtype] for key, (most, at_ends) in BOUNDS.items() if at_ends == ends}
    got = {}
<% if wrt %>
    cotangent = uneven((*batch, *(sizes[d] for d in AXES)), dtype)
    tangents = {name: uneven(inputs[name].shape, dtype, n) for n, name in enumerate(WRT)}
<% endif %>
    for kind, name in wanted:
        if kind == "value":
            own = {n: array for n, array in inputs.items() if n in parameters(FUNCTIONS[name])}
            result = call(FUNCTIONS[name], sizes, own)
            got[kind, name] = np.broadcast_to(result, (*batch, *(sizes[d] for d in FORMULAS[name][2])))
<% if wrt %>
        else:
            seeds = {"vjp": (cotangent,), "jvp": (tangents,)}.get(kind, ())
            result = call(kind, sizes, inputs, *seeds)
            got[kind, name] = result[name] if name else result
<% endif %>
    with mp.workdps(DIGITS):
        for at, point in spread(sizes, inputs):
<% if large %>
            values = quantities(point)
<% else %>
            try:
                values = quantities(point)
            except OutOfReach:
                continue
<% endif %>
            want = {("value", name): (values[name], 0.0) for name in FUNCTIONS}
<% if wrt %>
            want |= sloped(point, values, at, cotangent, tangents)
<% endif %>
            for key in wanted.keys() & want.keys():
                true, room = want[key]
                units = off(got[key][at], true, dtype, room)
                assert units.max(initial=0.0) <= wanted[key], f"{key} is off by {units.max():.1f} ulp at {point}"
<% if wrt %>


def objects(array):
    """The numbers of an array with many digits, an array also where there are no axes."""
    return np.asarray(exact(array), dtype=object)


def sloped(point, values, at, cotangent, tangents):
    """Every kind of derivative at a point, and what is known of it; nothing where what it rests on does not hold."""
<% if hypotheses %>
    if not all(satisfied(formula, arguments, values) for formula, arguments in HYPOTHESES):
        return {}
<% endif %>
<% if large %>
    slopes = derivatives(point)
<% else %>
    try:
        slopes = derivatives(point)
    except OutOfReach:
        return {}
<% endif %>
    room = KNOWN * (1 + slopes.pop("bend"))
    axes, found, total = len(AXES), {}, 0
    for name, slope in slopes.items():
        weights, change = objects(cotangent[at]), objects(tangents[name][at])
        slope = np.asarray(slope, dtype=object)
        found["jacobian", name] = found["grad", name] = slope, room
        back = np.asarray(weights.reshape(weights.shape + (1,) * (slope.ndim - axes)) * slope, dtype=object)
        found["vjp", name] = back.sum(axis=tuple(range(axes))), 100 * room
        total = total + np.asarray(slope * change, dtype=object).sum(axis=tuple(range(axes, slope.ndim)))
    found["jvp", ""] = total, 100 * room
    return found
<% endif %>
<% endif %>
