"""Which figures of one claim a later one overtakes: it cannot hold with them, or is the same party's closer number.

The days are looked up by value, so that a thousand lines cost their different values and not their pairs.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from secondsource.reconcile import intervals
from secondsource.records import Evidence

Days = Mapping[intervals.Value, dt.date]


def overtaken(evidence: Sequence[Evidence]) -> frozenset[str]:
    """Return the ids of the counted figures that a counted figure of a later day takes the place of."""
    known = [each for each in evidence if each.counted and each.value and each.stated]
    gainsaid = _gainsaid(_last_days(known))
    by_origin: dict[str | None, list[Evidence]] = defaultdict(list)
    for each in known:
        by_origin[each.origin].append(each)
    closer = {origin: _closer(_last_days(given)) for origin, given in by_origin.items()}
    return frozenset(each.id for each in known if _later(each, gainsaid) or _later(each, closer[each.origin]))


def _later(each: Evidence, days: Days) -> bool:
    day = days.get(each.value) if each.value else None
    return day is not None and each.stated is not None and day > each.stated


def _last_days(known: Iterable[Evidence]) -> Days:
    """Return the last day on which each value was given."""
    last: dict[intervals.Value, dt.date] = {}
    for each in known:
        if each.value and each.stated:
            last[each.value] = max(each.stated, last.get(each.value, each.stated))
    return last


def _gainsaid(days: Days) -> Days:
    """Return for each value the last day of one that cannot hold with it."""
    against = {value: [day for other, day in days.items() if not intervals.compatible(other, value)] for value in days}
    return {value: max(found) for value, found in against.items() if found}


def _closer(days: Days) -> Days:
    """Return for each value of one party the last day of a number of its own that leaves no side open and differs."""
    narrow = {value: day for value, day in days.items() if intervals.narrow(value)}
    other = {value: [day for one, day in narrow.items() if not intervals.agree(one, value)] for value in days}
    return {value: max(found) for value, found in other.items() if found}
