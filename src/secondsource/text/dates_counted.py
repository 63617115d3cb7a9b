"""Rules for days counted from another one: `the day before yesterday`, `a week after March 6`, `two weeks from now`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from secondsource.text.dates_reading import Reading, Values, several
from secondsource.text.dates_relative import day as today
from secondsource.text.dates_relative import holiday, unit
from secondsource.text.dates_rules import named
from secondsource.text.dates_weekdays import shifted, weekday
from secondsource.text.dates_words import DAYS, LETTERS, WEEKDAYS


def beside(reading: Reading) -> Values:
    """`the day before yesterday`, `two days after last Tuesday`, `a week before March 10`."""
    at = reading.first + reading.line.sorts[reading.first : reading.last].index(LETTERS["beside"])
    days = _days(replace(reading, last=at))
    found = _target(replace(reading, first=at + 1)) if days else None
    values = [found] if isinstance(found, str) else list(found or ())
    if not days or not values:
        return None
    if not values[0][0].isdigit():
        return "XXXX-XX-XX"
    sign = -1 if reading.line.words[at] == "before" else 1
    return several(*(shifted(dt.date.fromisoformat(value), sign * days) for value in values))


def _days(reading: Reading) -> int:
    """Return how many days the words before "before" or "after" count, 0 where they count something else."""
    count = reading.count()
    length = {"D": 1, "W": 7}.get(unit(reading), 0)
    return length * int(count) if count is not None and count == int(count) < _MOST else 0


_MOST = 1_000
"""Days or weeks that news counts, fewer than this."""


def _target(reading: Reading) -> Values:
    if reading.has("weekday") and not reading.has("month"):
        return weekday(reading)
    if reading.has("month"):
        return named(reading)
    return today(reading) if reading.has("day") else holiday(reading)


def from_day(reading: Reading) -> str | None:
    """`a week from Friday`, `two weeks from now`, `three days from today`: counted on from the coming one."""
    days = _days(reading)
    if not days:
        return None
    if reading.anchor is None:
        return "XXXX-XX-XX"
    name = reading.one("weekday")
    on = (WEEKDAYS[name] - reading.anchor.isoweekday() - 1) % 7 + 1 if name else DAYS.get(reading.one("day"), 0)
    return shifted(reading.anchor, on + days)


_HEAD = "(the|a|num|cardinal) (unit|units) beside"
RULES = (
    (f"{_HEAD} ((last|next)? weekday|day|holiday)", beside, "date"),
    (f"{_HEAD} (weekday comma?)? month dot? num suffix? (comma? year)?", beside, "date"),
    (f"{_HEAD} num suffix? of? month year?", beside, "date"),
    ("(a|num|cardinal) (unit|units) from (weekday|day|now)", from_day, "date"),
)
