"""Whether two figures count the same thing, so that their values belong to one series.

Killed is not killed-or-wounded, a forecast is no observation, and figures of different periods, actors or places are
not comparable; a part that one of them leaves open is compatible with anything.
Source: ACLED and UCDP codebooks (definitions fixed before counting); Iraq Body Count (overlapping periods).
"""

from __future__ import annotations

from secondsource.reconcile import contents, intervals
from secondsource.reconcile.figures import Counted
from secondsource.records import Figure

_RETOLD = 0.6
"""Share of the words of the shorter sentence from which an unsourced line retells another."""

_ALONE = frozenset({"rate", "rank"})

_SMALL = 10
"""A number below this meets its like by chance."""

_TELLING = 2
"""Words beside persons and the counted noun that small numbers without a predicate must have in common."""

_SOME_WORDS = 0.4
"""Share of the words of two sentences from which a figure that tells no predicate counts the same."""

_STANDS_FOR = {"account": "person", "customer": "person", "user": "person"}
"""What is counted by its holder."""


def comparable(one: Counted, other: Counted) -> bool:
    """Tell whether nothing in the two keys says that they count different things."""
    left, right = one.figure, other.figure
    return (
        (left.kind in _ALONE) == (right.kind in _ALONE)
        and (left.kind == right.kind or left.kind not in _ALONE)
        and (left.modality == "negated") == (right.modality == "negated")
        and (one.stance == "demands") == (other.stance == "demands")
        and not _may_be(one, other)
        and _fits(_STANDS_FOR.get(left.unit, left.unit), _STANDS_FOR.get(right.unit, right.unit))
        and (_fits(left.predicate, right.predicate) or _scope_lost(one, other) or _scope_lost(other, one))
        and one.period == other.period
        and (one.part == other.part or intervals.agree(one.value, other.value))
        and _fits(one.actor, other.actor)
        and _fits(one.place, other.place)
    )


def _may_be(one: Counted, other: Counted) -> bool:
    """Tell whether one party tells on one day what may be, where another counts what cannot be then."""
    told = (one.figure.modality == "possible") != (other.figure.modality == "possible")
    return told and one.day == other.day and not intervals.compatible(one.value, other.value)


def _scope_lost(told: Counted, retold: Counted) -> bool:
    """Tell whether an outlet's own line gives a party's number for less than the party said (`killed or wounded`)."""
    return (
        told.origin.attributed
        and not retold.origin.attributed
        and (told.day is None or retold.day is None or told.day <= retold.day)
        and told.figure.predicate.find(retold.figure.predicate) >= 0
        and told.value == retold.value
        and contents.shared(told.context, retold.context, {}) >= _RETOLD
    )


def _fits(one: str, other: str) -> bool:
    return not one or not other or one == other


def two_totals_in_one_breath(one: Counted, other: Counted) -> bool:
    """Tell whether one party gives both in one text for one day: then they count different things."""
    return (
        one.figure.span.doc_id == other.figure.span.doc_id
        and "corrects" not in {one.stance, other.stance}
        and one.figure.kind == other.figure.kind == "total"
        and one.origin.name == other.origin.name
        and one.figure.as_of == other.figure.as_of
        and not intervals.compatible(one.value, other.value)
    )


def near(one: Counted, other: Counted) -> bool:
    """Tell whether neither number is more than four times the other."""
    numbers = (*intervals.points(one.value), *intervals.points(other.value))
    return bool(numbers) and max(numbers) <= 4 * min(numbers)


def corrected(one: Counted, other: Counted) -> bool:
    """Tell whether a correction notice gives both, the wrong number and the right one."""
    named = one.noun == other.noun if one.noun and other.noun else one.figure.kind in _ALONE
    return (
        one.figure.span.doc_id == other.figure.span.doc_id
        and "corrects" in {one.stance, other.stance}
        and one.figure.unit == other.figure.unit
        and named
    )


def _called_alike(one: Figure, other: Figure) -> bool:
    """Tell whether what is counted is called too much alike for chance: `two full-time employees`, `a $3m contract`.

    Two figures of one storyline with one number then count one thing, whatever else their sentences tell.
    """
    noun, money = one.noun.lower(), len(one.unit) == len("EUR") and one.unit.isupper()
    return noun == other.noun.lower() and one.unit == other.unit and (" " in noun or (money and bool(noun)))


def same_series(one: Counted, other: Counted, weight: contents.Weights) -> bool:
    """Tell whether both count the same thing, so that different values are a revision or a dispute.

    With the same predicate and noun they do.  A narrower noun (`seven men`, `seven people`) and a figure without a
    predicate only line up where the number is the same and the sentences share their words.
    """
    if not comparable(one, other):
        return False
    if corrected(one, other):
        return True
    same_noun = one.noun == other.noun or (one.generic and other.generic)
    same_value = intervals.agree(one.value, other.value)
    if one.figure.predicate and other.figure.predicate:
        return same_noun or same_value
    if one.figure.kind in _ALONE:
        return one.noun == other.noun and contents.shared(one.context, other.context, weight) >= 0.3
    if not (same_noun and same_value):
        return False
    alike = _called_alike(one.figure, other.figure)
    return alike or _tell_alike(one, other, weight)


def _tell_alike(one: Counted, other: Counted, weight: contents.Weights) -> bool:
    """Tell whether the sentences of two like numbers share enough words for a number of that size."""
    if contents.shared(one.context, other.context, weight) < _SOME_WORDS:
        return False
    telling = (one.context & other.context) - {"family:people", one.noun, other.noun}
    return len(telling) >= _TELLING or min(intervals.points(one.value), default=0.0) >= _SMALL
