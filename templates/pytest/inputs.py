

# ------------------------------------------------------------------------------------ what may be passed, what not


def every_call(sizes, inputs, dtype=np.float64):
    """Every function of the module with what it takes before the inputs."""
    yield from ((function, ()) for function in FUNCTIONS.values())
<% if wrt %>
    batch = batch_of(sizes, inputs)
    cotangent = uneven((*batch, *(sizes[d] for d in AXES)), dtype, 1)
    tangents = {name: uneven(np.shape(inputs[name]), dtype, 2) for name in WRT}
    seeds = {"vjp": (cotangent,), "value_and_vjp": (cotangent,), "jvp": (tangents,)}
    yield from ((getattr(module, f"{NAME}_{kind}"), seeds.get(kind, ())) for kind in KINDS)
<% endif %>


def plain_case(batch=()):
    """Sizes and float64 inputs."""
    sizes = CASES["several"][0]
    return sizes, rounded(draw(sizes, itertools.repeat(batch), 6), np.float64)


def taken_by(function, inputs):
    """The inputs that a function has."""
    return {name: array for name, array in inputs.items() if name in parameters(function)}


@pytest.mark.parametrize("kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "bool"])
def test_integers_and_booleans_are_numbers(kind):
    """They give what the same numbers as floats give; they do not influence the dtype of the result."""
    sizes, inputs = plain_case((2,))
    numbers = [name for name, (kind, _) in INPUTS.items() if kind in ("Real", "Positive", "NonNegative")]
    for dtype in ERROR:
        floats = rounded(inputs, dtype)
        for name in numbers:
            shape = inputs[name].shape
            floats[name] = (np.arange(math.prod(shape)).reshape(shape) % 3 + 1).astype(kind).astype(dtype)
        for function, seeds in every_call(sizes, inputs, dtype):
            own = taken_by(function, floats)
            if own and (set(own) - set(numbers) or dtype == np.float64):
                whole = {name: array.astype(kind) if name in numbers else array for name, array in own.items()}
                assert_same(call(function, sizes, whole, *seeds), call(function, sizes, own, *seeds))


def test_lists_and_strange_arrays_are_arrays():
    """Nested lists, other byte orders and strides give the same; of float32 and float64 the result is float64."""
    sizes, inputs = plain_case((2,))
    turned = {name: np.asfortranarray(array) for name, array in inputs.items()}
    swapped = {name: array.astype(">f8") for name, array in inputs.items()}
    for function, seeds in every_call(sizes, inputs):
        want = call(function, sizes, inputs, *seeds)
        for other in (turned, swapped, {name: array.tolist() for name, array in inputs.items()}):
            assert_same(call(function, sizes, other, *seeds), want)
    small = rounded(inputs, np.float32)
    for function, seeds in every_call(sizes, inputs, np.float32):
        big_endian = {name: array.astype(">f4") for name, array in small.items()}
        assert_same(call(function, sizes, big_endian, *seeds), call(function, sizes, small, *seeds))
        for name in taken_by(function, inputs):
            mixed = {**small, name: small[name].astype(np.float64)}
            assert all(array.dtype == np.float64 for array in arrays_in(call(function, sizes, mixed, *seeds)))


@pytest.mark.parametrize("kind", ["complex128", "object", "str", "float16", "datetime64[s]"])
def test_other_dtypes_are_refused(kind):
    """A TypeError names the argument."""
    sizes, inputs = plain_case()
    for function, seeds in every_call(sizes, inputs):
        for name, array in taken_by(function, inputs).items():
            strange = array.astype(np.int64).astype(kind) if kind.startswith("date") else array.astype(kind)
            with pytest.raises(TypeError, match=rf"^{name}: dtype"):
                call(function, sizes, {**inputs, name: strange}, *seeds)
<% if wrt %>
    cotangent = uneven([sizes[d] for d in AXES], kind if kind[0] in "cof" else complex)
    with pytest.raises(TypeError, match=r"^<$ of $>_bar: dtype"):
        call("vjp", sizes, inputs, cotangent)
<% endif %>


def test_shapes_that_do_not_fit_are_refused():
    """A ValueError names the argument: axes missing, of two lengths, batch axes that do not broadcast, no array."""
    sizes, inputs = plain_case((2,))
    for function, seeds in every_call(sizes, inputs):
        own = taken_by(function, inputs)
        for name, array in own.items():
            axes = INPUTS[name][1]
            if axes:
<% if made %>
                listed = re.escape(", ".join(axis.replace(" ", "") for axis in axes))
                with pytest.raises(ValueError, match=rf"^{name}: shape .* \({listed}\)"):
<% else %>
                with pytest.raises(ValueError, match=rf"^{name}: shape .* \({', '.join(axes)}\)"):
<% endif %>
                    call(function, sizes, {**own, name: array[(0,) * (array.ndim - len(axes) + 1)]}, *seeds)
            others = [d for other in own if other != name for d in INPUTS[other][1]]
            for n, axis in enumerate(axes):
                if axis in others or axes.count(axis) > 1 or axis in parameters(function):
                    longer = np.concatenate([array, array], axis=n - len(axes))
<% if made %>
                    with pytest.raises(ValueError, match=r"^\w+: axis .* has length"):
<% else %>
                    with pytest.raises(ValueError, match=rf"^\w+: axis {axis} has length"):
<% endif %>
                        call(function, sizes, {**own, name: longer}, *seeds)
            if len(own) > 1:
                with pytest.raises(ValueError, match=r"^\w+: batch axes|^\w+: labels"):
                    call(function, sizes, {**own, name: np.concatenate([array, array[:1]])}, *seeds)
            with pytest.raises(ValueError, match=rf"^{name}: not an array"):
                call(function, sizes, {**own, name: [[1.0], [2.0, 3.0]]}, *seeds)
<% if wrt %>


def test_cotangents_and_tangents_that_do_not_fit_are_refused():
    """They have exactly the shape of their quantity; a tangent belongs to an input."""
    sizes, inputs = plain_case((2,))
    cotangent = np.ones((2, *(sizes[d] for d in AXES)))
    for wrong in (cotangent[0], cotangent[:1], np.ones((*cotangent.shape, 1)), np.ones((3, *cotangent.shape[1:]))):
        for function in ("vjp", "value_and_vjp"):
            with pytest.raises(ValueError, match=r"^<$ of $>_bar: shape"):
                call(function, sizes, inputs, wrong)
    for name in WRT:
        with pytest.raises(ValueError, match=rf"^tangents\['{name}'\]: shape"):
            call("jvp", sizes, inputs, {name: np.ones((*inputs[name].shape, 1))})
    with pytest.raises(TypeError, match=r"^tangents: 'nothing'"):
        call("jvp", sizes, inputs, {"nothing": 1.0})
    nothing = call("jvp", sizes, inputs, {})
    known = np.isfinite(truth("several", np.float64)[OF]).all()
    assert nothing.shape == cotangent.shape and (not known or not nothing.any())
<% endif %>
<% if labels %>


@pytest.mark.parametrize("name", <$ labels|tojson $>)
def test_class_labels_are_one_hot_arrays(name):
    """Integers are classes, one axis fewer; what is no class is refused, and so is a one-hot array of integers."""
    sizes, inputs = plain_case((2, 3))
    dense = inputs[name].copy()
    classes = dense.shape[-1]
    labels = np.arange(math.prod(dense.shape[:-1])).reshape(dense.shape[:-1]) % classes
    dense[...] = np.eye(classes)[labels]
    for function, seeds in every_call(sizes, inputs):
        own = taken_by(function, inputs)
        if name not in own:
            continue
        want = call(function, sizes, {**own, name: dense}, *seeds)
        for kind in ("int8", "int64", "uint8"):
            assert_same(call(function, sizes, {**own, name: labels.astype(kind)}, *seeds), want)
<% if required %>
        if "check" in parameters(function):
            try:
                call(function, sizes, {**own, name: dense}, *seeds, check=True)
            except ValueError:
                with pytest.raises(ValueError, match="requires"):
                    call(function, sizes, {**own, name: labels}, *seeds, check=True)
            else:
                assert_same(call(function, sizes, {**own, name: labels}, *seeds, check=True), want)
<% endif %>
        assert_same(call(function, sizes, {**own, name: dense.astype(bool)}, *seeds), want)
        for wrong in (-1, -100, classes):
            strange = labels.copy()
            strange.flat[-1] = wrong
            with pytest.raises(ValueError, match=rf"^{name}: class labels"):
                call(function, sizes, {**own, name: strange}, *seeds)
        if len(own) > <$ labels|length $>:
            with pytest.raises(ValueError, match=r"^\w+: "):
                call(function, sizes, {**own, name: dense.astype(int)}, *seeds)
            few = {other: array[0, 0] for other, array in own.items()}
            with pytest.raises(ValueError, match=rf"^{name}: labels"):
                call(function, sizes, {**few, name: labels[0]}, *({} if isinstance(s, dict) else np.ones(()) for s in seeds))
<% endif %>
<% if by_number %>


def test_lengths_by_number():
    """A dimension that the inputs do not show is passed as a number, which is whole, not negative and fits."""
    sizes, inputs = plain_case((2,))
    for function, seeds in every_call(sizes, inputs):
        want = call(function, sizes, inputs, *seeds)
        for name in [d for d in sizes if d in parameters(function)]:
            assert_same(call(function, {**sizes, name: np.int64(sizes[name])}, inputs, *seeds), want)
            with pytest.raises(ValueError, match=f"^{name}: -1 is not a length"):
                call(function, {**sizes, name: -1}, inputs, *seeds)
            with pytest.raises(TypeError, match=f"^{name}: 2.5 is not a length"):
                call(function, {**sizes, name: 2.5}, inputs, *seeds)
            if any(name in INPUTS[n][1] for n in taken_by(function, inputs)):
                with pytest.raises(ValueError, match=rf"axis {name} has length"):
                    call(function, {**sizes, name: sizes[name] + 1}, inputs, *seeds)
<% endif %>


def scheduled(block, short, threads, function, sizes, inputs, *seeds):
    """A call with that many bytes in a block, numbers in a short row, and threads."""
    before = module._BLOCK, module._SHORT, module.THREADS
    module._BLOCK, module._SHORT, module.THREADS = block, short, threads
    module._plan.cache_clear()
    try:
        return call(function, sizes, inputs, *seeds)
    finally:
        module._BLOCK, module._SHORT, module.THREADS = before
        module._plan.cache_clear()


def test_large_batches_are_worked_on_in_blocks():
    """Some rows at a time, stored column by column, on two threads: each gives what all rows at once give."""
    sizes = CASES["several"][0]
    for batches in ([(300,)], [(2, 1), (150,), ()], [(150,), (2, 1)], [(3, 1), (7, 1, 3), (1, 3, 1)]):
        inputs = rounded(draw(sizes, itertools.cycle(batches), 6), np.float64)
        points = [inputs]
<% if labels %>
        if len(batches) == 1:
            points.append({**inputs, **{name: inputs[name].argmax(-1) for name in <$ labels|tojson $>}})
<% endif %>
        for function, seeds in every_call(sizes, inputs):
            want = scheduled(2**30, 0, 1, function, sizes, inputs, *seeds)
            for schedule, point in itertools.product(((1, 0, 1), (900, 0, 2), (2**30, 6, 1), (2000, 6, 2)), points):
                assert_same(scheduled(*schedule, function, sizes, point, *seeds), want)
<% if dims and not argmax %>


def test_nothing_at_all_runs():
    """Dimensions and batches of length 0 give results of the right shape."""
<% if made %>
    for sizes, batch in ((CASES["several"][0], (0,)),):
<% else %>
    for sizes, batch in (({d: 0 for d in CASES["several"][0]}, (2,)), (CASES["several"][0], (0,))):
<% endif %>
        inputs = {name: np.ones((*batch, *(sizes[d] for d in axes))) for name, (_, axes) in INPUTS.items()}
        for name, function in FUNCTIONS.items():
            own = taken_by(function, inputs)
            got = call(function, sizes, own)
            assert got.shape == (*batch_of(sizes, own), *(sizes[d] for d in FORMULAS[name][2]))
<% if wrt %>
        for function, seeds in every_call(sizes, inputs):
            call(function, sizes, inputs, *seeds)
        slopes = call("jacobian", sizes, inputs)
        for name in WRT:
            assert slopes[name].shape == (*batch, *(sizes[d] for d in (*AXES, *INPUTS[name][1])))
<% endif %>
<% endif %>


# ---------------------------------------------------------------------------------------- what is not a number


def results(sizes, inputs):
    """The value<$ " and the derivatives of %s"|format(of) if wrt else "s" $> as the module computes them."""
<% if wrt %>
    return [call(FUNCTIONS[OF], sizes, inputs), *call("jacobian", sizes, inputs).values()]
<% else %>
    return [call(function, sizes, taken_by(function, inputs)) for function in FUNCTIONS.values()]
<% endif %>


def expected(sizes, inputs):
    """The same from the formulas."""
    with mp.workdps(DIGITS):
        found = compute(sizes, inputs)
<% if wrt %>
    return [found[OF], *(found["d", name] for name in WRT)]
<% else %>
    return [found[name] for name in FUNCTIONS]
<% endif %>
<% if not piecewise %>
<% if numbers_in %>


@cache
def nan_points(name):
    """Inputs of which one number is not a number, and which results depend on that number."""
    sizes, inputs = plain_case((2,))
    found = []
    for place in sorted({0, inputs[name][0].size - 1}):
        changed, strange = inputs[name].reshape(2, -1).copy(), inputs[name].reshape(2, -1).copy()
        changed[0, place], strange[0, place] = changed[0, place] * 0.75 + 0.125, np.nan
        shape = inputs[name].shape
        pairs = zip(expected(sizes, inputs), expected(sizes, {**inputs, name: changed.reshape(shape)}), strict=True)
        depends = [abs(one - other) > 1e-9 * (1 + abs(one)) for one, other in pairs]
<% if bends and wrt %>
        depends[1:] = [np.zeros_like(where) for where in depends[1:]]  # a derivative may be that of another branch
<% endif %>
        found.append(({**inputs, name: strange.reshape(shape)}, depends))
    return sizes, inputs, found


@pytest.mark.parametrize("name", <$ numbers_in|tojson $>)
def test_nan_in_nan_out(name):
    """Whatever depends on an input is not a number where the input is not; the rest of the batch is as before."""
    sizes, inputs, found = nan_points(name)
    for strange, depends in found:
        for where, before, after in zip(depends, results(sizes, inputs), results(sizes, strange), strict=True):
            assert np.isnan(np.broadcast_to(after, where.shape)[where]).all()
            if np.shape(after) == where.shape:
                assert_same(after[1], before[1])
<% endif %>
<% if reals and limits %>


def limit(sizes, inputs):
    """What the formulas tend to as infinite inputs are approached, at the same and at different speeds.

    The number, or an infinity; and whether it is the limit ("yes"), there is none ("no"), or one cannot tell ("?").
    """
    found = []
    for speed, size in itertools.product((False, True), (1e6, 1e9)):
        near = {}
        for name, array in inputs.items():
            steps = np.arange(1, array.size + 1).reshape(array.shape) if speed else 1.0
            near[name] = np.where(np.isinf(array), np.sign(array) * size * steps, array)
        found.append(expected(sizes, near))
    for near, far, fast_near, fast_far in zip(*found, strict=True):
        with np.errstate(all="ignore"):
            room = 1e-4 * (1 + abs(far))
            settled = (abs(near - far) < room) & (abs(fast_near - fast_far) < room)
            agree = abs(far - fast_far) < room
            grows = (abs(far) > 100 * abs(near)) & (abs(fast_far) > 100 * abs(fast_near)) & (abs(near) > 1e3)
            infinite = grows & (near * far > 0) & (far * fast_far > 0)
            number = np.where(infinite, np.copysign(np.inf, far), far)
        yield number, np.where(infinite | (settled & agree), "yes", np.where(settled & ~agree, "no", "?"))


@cache
def limits(name):
    """Inputs of which some numbers are infinite, and the limit of each result."""
    sizes, inputs = plain_case()
    n, found = inputs[name].size, []
    single = [{at: sign} for at in range(min(n, 3)) for sign in (np.inf, -np.inf)]
    several = [{0: np.inf, 1: np.inf}, {0: np.inf, 1: -np.inf}, *(dict.fromkeys(range(n), s) for s in (np.inf, -np.inf))]
    for places in single + several * (n > 1):
        strange = inputs[name].reshape(-1).copy()
        strange[list(places)] = list(places.values())
        point = {**inputs, name: strange.reshape(inputs[name].shape)}
        found.append((point, list(limit(sizes, point))))
    return sizes, found


@pytest.mark.parametrize("name", <$ reals|tojson $>)
def test_infinite_inputs(name):
    """They give the limit where there is one, otherwise<$ " that at equal speed or" if bends else "" $> not a number; a batch of them the same."""
    sizes, found = limits(name)
    alone = []
    for point, limits_here in found:
        alone.append(results(sizes, point))
<% if wrt %>
        (value, sure), several = limits_here[0], np.isinf(point[name]).sum() > 1
        whole = (sure == "yes").all() and not (several and np.isinf(value).any())  # else derivatives may be anything
<% endif %>
        for (want, known), got in zip(limits_here, alone[-1], strict=True):
            with np.errstate(all="ignore"):
                right = (got == want) | (abs(got - want) < 1e-4 * (1 + abs(want)))
            assert (right | np.isnan(got))[known != "?"].all(), f"{got} is not {want}"
            assert <$ "not whole or " if wrt else "" $>right[(known == "yes") & np.isfinite(want)].all(), f"{got} is not {want}"
<% if not bends %>
        assert np.isnan(alone[-1][0][limits_here[0][1] == "no"]).all()
<% endif %>
<% if wrt %>
        value = call(FUNCTIONS[OF], sizes, point)
        for function, seeds in every_call(sizes, point):
            if "_value_and_" in function.__name__:
                assert_same(call(function, sizes, point, *seeds)[0], value)
<% endif %>
    together = {n: np.stack([point[n] for point, _ in found]) for n in found[0][0]}
    for one, *each in zip(results(sizes, together), *alone, strict=True):
        each = np.stack(each)
        np.testing.assert_allclose(np.broadcast_to(one, each.shape), each, rtol=ERROR[np.float64], atol=0)
<% if labels %>
    mixed = {n: np.concatenate([array, weights(sizes, (1,)).get(n, array[:1])]) for n, array in together.items()}
    for one, *each in zip(results(sizes, mixed), *alone, strict=True):
        np.testing.assert_allclose(one[:-1], np.stack(each), rtol=ERROR[np.float64], atol=0)
<% if wrt %>
    for function, seeds in every_call(sizes, mixed):
        if "_value_and_" in function.__name__:
            assert_same(call(function, sizes, mixed, *seeds)[0], call(FUNCTIONS[OF], sizes, mixed))
<% endif %>
<% endif %>
<% endif %>
<% endif %>
<% if required %>


# ------------------------------------------------------------------------------------------------- hypotheses


def holds(text, sizes, inputs):
    """Whether a hypothesis holds for the whole batch<$ "" if large else "; None if that is not known" $>."""
    formula, arguments = REQUIRED[text]
    with mp.workdps(DIGITS):
<% if large %>
        return all(satisfied(formula, arguments, quantities(point)) for _, point in spread(sizes, inputs))
<% else %>
        try:
            return all(satisfied(formula, arguments, quantities(point)) for _, point in spread(sizes, inputs))
        except OutOfReach:
            return None
<% endif %>


REQUIRED = {
<% for h in required %>
    "<$ h.data.text $>": (<$ h.name $>, <$ h.reads|map("last")|list|tojson $>),
<% endfor %>
}


def broken(text):
    """Sizes and inputs at which a hypothesis does not hold for the first of two, if a simple change leads there."""
    sizes, inputs = plain_case((2, 1))
    for name in REQUIRED[text][1]:
        if name in INPUTS:
            one = np.zeros(inputs[name].shape)
            one[(0,) * one.ndim] = 1.0
            first = np.zeros(inputs[name].shape)
            first[0] = 1.0
            for changed in (inputs[name] + one, inputs[name] * (1 - 2 * first), inputs[name] * (1 - first)):
                if holds(text, sizes, {**inputs, name: changed}) is False:
                    return sizes, {**inputs, name: changed}
    return None


@pytest.mark.parametrize("text", REQUIRED)
def test_check_finds_a_broken_hypothesis(text):
    """`check=True` changes nothing where all hypotheses hold, and names one that does not."""
    sizes, inputs = plain_case((2, 1))
    checked = [(f, s) for f, s in every_call(sizes, inputs) if "check" in parameters(f)]
    assert checked
    if all(holds(each, sizes, inputs) for each in REQUIRED):
        for function, seeds in checked:
            assert_same(call(function, sizes, inputs, *seeds, check=True), call(function, sizes, inputs, *seeds))
    found = broken(text)
    if found is not None:
        failing = [f"this gradient requires {each}" for each in REQUIRED if not holds(each, *found)]
        for function, seeds in every_call(*found):
            if "check" in parameters(function):
                with pytest.raises(ValueError, match="requires") as error:
                    call(function, *found, *seeds, check=True)
                assert str(error.value) in failing
                call(function, *found, *seeds)
<% endif %>
<% if breakable %>


@pytest.mark.parametrize("text", [<% for h in breakable %>"<$ h.data.text $>"<$ ", " if not loop.last else "" $><% endfor %>])
def test_without_its_hypothesis_the_gradient_is_wrong(text):
    """So the hypothesis is there for a reason."""
    sizes, inputs = broken(text)
    with mp.workdps(DIGITS):
        true = derivatives(next(point for _, point in spread(sizes, inputs)))
    got = call("jacobian", sizes, inputs)
    assert any((abs(got[name][0, 0] - np.asarray(true[name], dtype=float)) > 1e-3).any() for name in WRT)
<% endif %>
