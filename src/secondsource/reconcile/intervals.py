"""When do two stated numbers agree, and when can they not both hold?  Intervals, never averages.

Source: half of the last significant digit, the usual reading of a rounded number; bounds after UCDP and ACLED.
"""

from __future__ import annotations

import functools
import math

from secondsource.records import Bound, Figure

Value = tuple[float | None, float | None, Bound]

_LAST = 5
"""Of the last digit that is given, so many may an `about` be off."""

_REMEMBERED = 1 << 16
"""Pairs of values whose agreement is kept: a long affair asks for the same few hundred numbers again and again."""

_ROUND = 100
"""Smaller numbers are not given in round terms: `over 34` is not said of 35."""

_ROUNDING = 0.05
"""How far above a round form (`over 120`) the number may lie that it stands for."""

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

    An `about` may be a tenth off, but no more than its digits leave open (`about 13,450` is no 12,900); a large round
    number half of its last significant digit, of which at least two are taken to be meant (10,000 is 9,500 to 10,500,
    the ends left out); a small exact count not at all.
    """
    size = abs(number)
    if bound in {"~", "<~"}:
        return min(size / 10, _LAST * _digit(size))
    if size < _ROUNDED_FROM:
        return 0.0
    unit = min(_digit(size), 10.0 ** (math.floor(math.log10(size)) - 1))
    return unit / 2 - unit / 1000


def _digit(size: float) -> float:
    """Return what one of the last digit that is no zero counts: 10 of 13,450, 1 of 12.

    >>> _digit(13450), _digit(12)
    (10.0, 1.0)
    """
    unit = 10.0 ** max(math.floor(math.log10(size)), 0) if size else 1.0
    while unit > 1 and size % unit:
        unit /= 10
    return unit


@functools.lru_cache(maxsize=_REMEMBERED)
def agree(one: Value, other: Value) -> bool:
    """Tell whether both state the same number, whatever they say about its bounds.

    >>> agree((34, None, ">="), (34, 34, "="))
    True
    """
    left, right = points(one), points(other)
    if len(left) != len(right):
        return False
    return all(abs(a - b) <= slack(a, one[2]) + slack(b, other[2]) for a, b in zip(left, right, strict=True))


def rounds(one: Value, other: Value) -> bool:
    """Tell whether `one` is the round form of the exact number `other` that lies a little above it.

    >>> rounds((120, None, ">"), (121, 121, "=")), rounds((34, None, ">="), (35, 35, "="))
    (True, False)
    """
    low, high, bound = one
    exact = other[0] if other[0] == other[1] and other[2] == "=" else None
    if bound != ">" or low is None or high is not None or exact is None:
        return False
    return low >= _ROUND and low <= exact <= low * (1 + _ROUNDING)


@functools.lru_cache(maxsize=_REMEMBERED)
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
