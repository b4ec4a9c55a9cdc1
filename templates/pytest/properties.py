<% if wrt or claims %>


# ------------------------------------------------------------------------------------------------- properties


def evenly(kind):
    """A number of a type: a multiple of 1/8, so that two of them are equal or well apart."""
    low, high = {"Positive": (1, 40), "NonNegative": (1, 40), "Unit": (1, 7)}.get(kind, (<$ "-160, 160" if large else "-24, 24" $>))
    return st.integers(low, high).map(lambda n: n / 8)


@st.composite
def points(draw_from):
    """Sizes of 1 to 4, and inputs without batch axes."""
<% if made %>
    sizes = {d: draw_from(st.integers(1, 4)) for d in <$ dims|list|tojson $>}
<% for dim, text in made.items() %>
    sizes["<$ dim $>"] = <$ text $>
<% endfor %>
    assume(min(sizes.values()) >= 1)
<% else %>
    sizes = {d: draw_from(st.integers(1, 4)) for d in CASES["several"][0]}
<% endif %>
    inputs = {}
    for name, (kind, axes) in <$ "{**INPUTS, **OTHERS}" if others else "INPUTS" $>.items():
        shape = [sizes[d] for d in axes]
        numbers = st.sampled_from([0.0, 1.0]) if kind == "Binary" else evenly(kind)
        n = math.prod(shape)
        array = np.array(draw_from(st.lists(numbers, min_size=n, max_size=n))).reshape(shape)
<% if "Simplex" in types or "OneHot" in types %>
        if kind == "Simplex":
            array = (abs(array) + 1) / (abs(array) + 1).sum(axis=-1, keepdims=True)
        if kind == "OneHot":
            array = np.eye(shape[-1])[array.argmax(axis=-1)]
<% endif %>
        inputs[name] = array
    return sizes, inputs
<% endif %>
<% if wrt %>


@PROPERTY
@given(points(), st.integers(0, 99))
def test_vjp_and_jvp_are_the_jacobian(point, seed):
    """Both are linear, adjoint to each other, and products with the Jacobian, which the batch does not change."""
    sizes, inputs = point
    inputs = {name: inputs[name] for name in INPUTS}
    jacobian = call("jacobian", sizes, inputs)
    if not all(np.isfinite(slopes).all() for slopes in jacobian.values()):
        return
    core = [sizes[d] for d in AXES]
    one, two = uneven(core, float, seed), uneven(core, float, seed + 1) ** 2
    back, other, both = (call("vjp", sizes, inputs, c) for c in (one, two, 2 * one - 3 * two))
    tangents = {name: uneven(inputs[name].shape, float, seed + 2) for name in WRT}
    change = call("jvp", sizes, inputs, tangents)
    tripled = call("jvp", sizes, inputs, {name: 3 * array for name, array in tangents.items()})
    room = 1e-11 * (1 + sum(abs(slopes).sum() for slopes in jacobian.values()) * (1 + abs(one).sum() + abs(two).sum()))
    room *= 1 + max(abs(array).max() for array in tangents.values())
    for name in WRT:
        assert abs(back[name] - contracted(one, jacobian[name], len(AXES))).max() <= room
        assert abs(both[name] - (2 * back[name] - 3 * other[name])).max() <= room
    assert abs(tripled - 3 * change).max() <= 3 * room
    total = sum((back[name] * tangents[name]).sum() for name in WRT)
    assert abs(total - (one * change).sum()) <= room
<% endif %>
<% if claims %>


# ----------------------------------------------------------------------------------- what the theory claims


def evaluate(name, **given):
    """A quantity as the module computes it from other inputs."""
    sizes = {key: value for key, value in given.items() if isinstance(value, int)}
    inputs = {key: np.asarray(value, dtype=float) for key, value in given.items() if key not in sizes}
    return exact(call(FUNCTIONS[name], sizes, inputs))
<% for f in claims %>


def <$ f.name $>(<$ f.parameters|join(", ") $>):
    """<$ f.doc|wordwrap(112, false, "\n    ") $>"""
<% for line in f.lines %>
    <$ line $>
<% endfor %>
<% endfor %>


CLAIMS = {
<% for f in claims %>
    "<$ f.data.title $>": ("<$ f.data.relation $>", <$ f.name $>, [<% for kind, name in f.reads %><$ '("d", "%s")'|format(name) if kind == "derivative" else '"%s"'|format(name) $><$ ", " if not loop.last else "" $><% endfor %>], <$ f.data.over|tojson $>),
<% endfor %>
}
"""Relation, terms, what these are made of, and the dimensions of the indices that they hold for."""
RELATIONS = {
    "==": lambda left, right, room: abs(left - right) <= room,
    "!=": lambda left, right, room: True,
    "<": lambda left, right, room: left < right + room,
    "<=": lambda left, right, room: left <= right + room,
    ">": lambda left, right, room: left > right - room,
    ">=": lambda left, right, room: left >= right - room,
}


@pytest.mark.parametrize("claim", CLAIMS)
@PROPERTY
@given(point=points())
def test_claims(claim, point):
    """What is proved of the formulas is true of the numbers that the module returns, but for rounding."""
    relation, terms, parts, axes = CLAIMS[claim]
    sizes, inputs = point
    known = {**sizes, **{name: exact(array) for name, array in inputs.items()}}
    for part in parts:
        if part in FUNCTIONS:
            known[part] = exact(call(FUNCTIONS[part], sizes, inputs))
<% if wrt %>
        elif part not in known:
            known[part] = exact(call("jacobian", sizes, inputs)[part[1]])
<% endif %>
    for at in itertools.product(*(range(sizes[d]) for d in axes)):
        try:
            numbers = terms(*at, *(known[part] for part in parts))
        except (ArithmeticError, ValueError<$ "" if large else ", OutOfReach" $>):  # the claim says nothing here
            continue
        if any(isinstance(number, mp.mpc) or not mp.isfinite(number) for number in numbers):
            continue
        for left, right in itertools.pairwise(numbers):
            room = 1e-10 * (1 + abs(left) + abs(right))
            assert RELATIONS[relation](left, right, room), f"{relation}: {mp.nstr(left)} and {mp.nstr(right)}"
<% endif %>
