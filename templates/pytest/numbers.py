"""What formulas need besides mpmath; each function is copied into a test file that calls it."""

from mpmath import mp, mpf


def tame(x):
    """x itself, unless it is so large or small that floats may lose what is made of it."""
    if abs(x) > 1e9 or 0 < abs(x) < 1e-9:
        raise OutOfReach
    return x


def exp(x):
    """e^x; what is too large or too small to write down is infinite or 0."""
    return mp.exp(x) if abs(x) < 1e15 or mp.isnan(x) else mpf("inf") if x > 0 else mpf(0)


def log(x):
    """The natural logarithm: -inf at 0, not a number below."""
    return mp.log(x) if x > 0 else mpf("-inf") if x == 0 else mpf("nan")


def sqrt(x):
    """The square root; not a number below 0."""
    return mp.sqrt(x) if x >= 0 else mpf("nan")


def power(x, y):
    """x^y as e^(y log x); not a number below 0."""
    return mp.power(x, y) if x > 0 else mpf("nan")


def product(*factors):
    """A product, which is 0 if one factor is, whatever the others are: 0 log 0 = 0."""
    return mpf(0) if 0 in factors else mp.fprod(factors)


def largest(numbers):
    """The largest; of none -inf."""
    return max(numbers, default=mpf("-inf"))


def smallest(numbers):
    """The smallest; of none inf."""
    return min(numbers, default=mpf("inf"))


def argmax(numbers):
    """The position of the largest, the first of several."""
    numbers = list(numbers)
    return numbers.index(max(numbers))


def delta(i, j):
    """1 where both are equal, else 0."""
    return mpf(i == j)


def close(left, right):
    """Equal but for the rounding of the inputs."""
    return abs(left - right) <= 1e-6 * (1 + abs(right))
