"""Rules for calendar dates: each a pattern over sorts of words and a function that gives the value."""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_calendar import week
from secondsource.text.dates_numeric import dated
from secondsource.text.dates_reading import Reading, Values, several, told_year
from secondsource.text.dates_tense import ahead, tense
from secondsource.text.dates_words import MONTHS, PARTS, WEEKDAYS
from secondsource.text.lattice import listed
from secondsource.text.numbers import ORDINALS

_GO_ON = frozenset(listed("in at for to when where as with by after before the"))
_NAMED_DAY = "((weekday|abbr) dot? comma?)?"


def full(reading: Reading) -> str | None:
    """`Feb. 11, 2024`, `11 February 2024`."""
    return dated(int(reading.all("year")[-1]), MONTHS[reading.one("month")], _day(reading))


def yearless(reading: Reading) -> Values:
    """`Feb. 11`: the nearest such day to the anchor, ahead only where the words say so or it is near.

    A weekday beside it ("Sunday, Feb. 11") must fit; where it fits no year round the anchor, the year is unknown.
    """
    month, day = MONTHS[reading.one("month")], _day(reading)
    if not 1 <= day <= 31:
        return None
    anchor, coming = reading.day(), reading.coming_year()
    if coming:
        return dated(coming, month, day)
    unknown = f"XXXX-{month:02d}-{day:02d}"
    if anchor is None:
        return unknown
    if reading.told:
        return dated(told_year(anchor, month), month, day)
    same = next(
        (match.value for match in reading.before[-_RECENT:] if match.value.endswith(unknown[4:]) and match.begin), None
    )
    if same and same[0].isdigit():
        return same  # "the Feb. 9 attack", after "on Feb. 9, 2001"
    found = [value for value in (dated(anchor.year + shift, month, day) for shift in (-1, 0, 1)) if value]
    fitting = [value for value in found if _fits(reading, value)]
    return _nearest(reading, fitting, anchor) if fitting or not found else unknown


_NEAR, _MONTH, _HALF = 100, 30, 120
"""Days: a day further ahead is last year's unless words look ahead; one ahead by more than a month, and one further off
than 120 days, keeps the reading of the other year.  Source: TimeBank and AQUAINT, development halves."""
_RECENT = 200
"""Expressions among which the same day may have been named with its year."""


def feast(reading: Reading) -> str | None:
    """`the annual June 12 fair`: a day of every year."""
    month, day = MONTHS[reading.one("month")], _day(reading)
    return f"XXXX-{month:02d}-{day:02d}" if 1 <= day <= 31 and _recurring(reading) else None


def pointed(reading: Reading) -> str | None:
    """`last March 3`, `this coming May 9`: the nearest such day on that side of the anchor."""
    month, day, anchor = MONTHS[reading.one("month")], _day(reading), reading.anchor
    if anchor is None:
        return f"XXXX-{month:02d}-{day:02d}"
    found = [value for value in (dated(anchor.year + shift, month, day) for shift in (-1, 0, 1)) if value]
    today = anchor.isoformat()
    if reading.has("last"):
        return next((value for value in reversed(found) if value < today), None)
    return next((value for value in found if value >= today), None)


def _nearest(reading: Reading, values: list[str], anchor: dt.date) -> Values:
    """Return the nearest value; one half a year off, or ahead with no word for it, keeps that of the other year."""
    off = {value: (dt.date.fromisoformat(value) - anchor).days for value in values}
    ordered = sorted(values, key=lambda value: _distance(reading, off[value]))
    if not ordered:
        return None
    chosen, others = ordered[0], sorted(ordered[1:], key=lambda value: abs(off[value]))
    open_ = off[chosen] > _MONTH and tense(reading.line, reading.first) == "open"
    return several(chosen, *others[:1]) if open_ or abs(off[chosen]) > _HALF else chosen


def _fits(reading: Reading, value: str) -> bool:
    name = reading.one("weekday") or reading.one("abbr")
    return not name or dt.date.fromisoformat(value).isoweekday() == WEEKDAYS[name]


def _distance(reading: Reading, days_off: int) -> int:
    """Return how far off a day is felt to be: one more than 100 days ahead counts as a year further."""
    far = days_off > 0 and (days_off > _NEAR or reading.line.word(reading.first - 1) in {"ended", "since"})
    return abs(days_off) + (366 if far and not ahead(reading.line, reading.first) else 0)


def second_day(reading: Reading) -> str | None:
    """`25` in "Feb. 24 and 25"; not "Feb. 24 and 25 people"."""
    line, last = reading.line, next(iter(reading.before[-1:]), None)
    if last is None or last.begin is None or last.end != line.ends[reading.first - 2] or last.begin != last.end_day:
        return None
    after, day = line.forms[reading.last] if reading.last < len(line) else ".", _day(reading)
    counts = after[0].isalpha() and line.word(reading.last) not in _GO_ON
    return dated(last.begin.year, last.begin.month, day) if day > last.begin.day and not counts else None


def named(reading: Reading) -> str | None:
    """Return the one day that month and number name here."""
    if reading.has("year"):
        return full(reading)
    found = yearless(reading)
    return found if isinstance(found, str) else next(iter(found or ()), None)


def week_of(reading: Reading) -> str | None:
    """`the week of March 6`."""
    value = named(reading)
    if reading.one("unit") != "week" or not value:
        return None
    return "XXXX-WXX" if value.startswith("X") else week(dt.date.fromisoformat(value))


def part_of(reading: Reading) -> str | None:
    """`the early morning of Nov. 1, 1954`, `the night of May 13`."""
    value = named(reading)
    return f"{value}{PARTS[reading.one('part')]}" if value else None


def span(reading: Reading) -> str | None:
    """`June 6-9`, `6 to 9 June`: first and last day, with a slash between."""
    numbers = [int(word) for word in reading.all("num")[:2]]
    month = MONTHS[reading.one("month")]
    day = reading.day()
    year = int(reading.one("year") or (day.year if day else 0))
    found = [dated(year, month, number) for number in numbers] if year else []
    return f"{found[0]}/{found[1]}" if len(found) == 2 and all(found) and numbers[0] < numbers[1] else None


def _day(reading: Reading) -> int:
    word = reading.one("num")
    return int(word) if word else ORDINALS.get(reading.one("ordinal"), 0)


def _recurring(reading: Reading) -> bool:
    """Return whether "annual", "every" or "each" stands right before the day: the day of a yearly feast."""
    return any(reading.line.word(reading.first - back) in {"annual", "annually", "yearly", "every"} for back in (1, 2))


RULES = (
    (f"{_NAMED_DAY} month dot? num suffix? comma? year", full, "date"),
    (f"{_NAMED_DAY} (the? num suffix? of?) month dot? (comma|of)? year", full, "date"),
    (f"{_NAMED_DAY} the? ordinal of month comma? year", full, "date"),
    (f"the? early? part units? of {_NAMED_DAY} month dot? num suffix? (comma? year)?", part_of, "date"),
    (f"the? early? part units? of {_NAMED_DAY} num suffix? of? month (comma? year)?", part_of, "date"),
    ("month dot? num (dash|to) num (comma? year)?", span, "date"),
    ("num (dash|to) num month dot? (comma? year)?", span, "date"),
    ("(last|next) month dot? num suffix?", pointed, "date"),
    ("month dot? num suffix?", feast, "set"),
    ("num suffix? of? month", feast, "set"),
    (f"{_NAMED_DAY} month dot? num suffix?", yearless, "date"),
    (f"{_NAMED_DAY} num suffix? of? month", yearless, "date"),
    (f"{_NAMED_DAY} the ordinal of month", yearless, "date"),
    ("the? unit of month dot? num suffix? (comma? year)?", week_of, "date"),
    ("the? unit of num suffix? of? month (comma? year)?", week_of, "date"),
    ("(?<=(month|dot)num(and|or))num suffix?", second_day, "date"),
)
