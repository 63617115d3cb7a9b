"""When do two stated numbers agree, and when can they not both hold?  Intervals, never averages.

Source: half of the last significant digit, the usual reading of a rounded number; bounds after UCDP and ACLED.
"""

from __future__ import annotations

import math

from secondsource.records import Bound, Figure

Value = tuple[float | None, float | None, Bound]

_ROUNDED_FROM = 1000
"""Smaller exact counts are taken at their word: `20 dead` and `17 dead` differ."""


def value(figure: Figure) -> Value:
    """Return the interval of `figure` with its bound."""
    return (figure.low, figure.high, figure.bound)


def points(stated: Value) -> tuple[float, ...]:
    """Return the numbers that the words name: one, or both ends of a range."""
    low, high, _ = stated
    named = [end for end in (low, high) if end is not None]
    return tuple(sorted(set(named)))


def slack(number: float, bound: Bound = "=") -> float:
    """Return how far a stated number may lie from what it stands for.

    An `about` may be a tenth off; a large round number half of its last significant digit, of which at least two are
    taken to be meant (10,000 is 9,500 to 10,500, the ends left out); a small exact count not at all.
    """
    size = abs(number)
    if bound in {"~", "<~"}:
        return size / 10
    if size < _ROUNDED_FROM:
        return 0.0
    unit = 10.0 ** (math.floor(math.log10(size)) - 1)
    while unit > 1 and size % unit:
        unit /= 10
    return unit / 2 - unit / 1000


def agree(one: Value, other: Value) -> bool:
    """Tell whether both state the same number, whatever they say about its bounds.

    >>> agree((34, None, ">="), (34, 34, "="))
    True
    """
    left, right = points(one), points(other)
    if len(left) != len(right):
        return False
    return all(abs(a - b) <= slack(a, one[2]) + slack(b, other[2]) for a, b in zip(left, right, strict=True))


def compatible(one: Value, other: Value) -> bool:
    """Tell whether some number fits both, after widening each by its `slack`.

    >>> compatible((None, 180, "<="), (150, 175, "range"))
    True
    """
    low_one, high_one = _widened(one)
    low_other, high_other = _widened(other)
    return low_one <= high_other and low_other <= high_one


def _widened(stated: Value) -> tuple[float, float]:
    low, high, bound = stated
    return (
        -math.inf if low is None else low - slack(low, bound),
        math.inf if high is None else high + slack(high, bound),
    )


def narrow(stated: Value) -> bool:
    """Tell whether the words leave no side open."""
    return stated[0] is not None and stated[1] is not None
