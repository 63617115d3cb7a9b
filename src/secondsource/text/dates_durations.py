"""Rules for lengths of time and for what recurs: `two weeks`, `16-hour`, `the past two months`, `every day`, `daily`."""

from __future__ import annotations

from secondsource.text.dates_reading import Reading
from secondsource.text.dates_relative import unit
from secondsource.text.dates_words import WEEKDAYS

_SETS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
         "quarterly": "P1Q"}  # fmt: skip
_LONG = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "WE": ("D", 2)}


def length(reading: Reading) -> str | None:
    """`two weeks`, `about five hours`, `10-year`, `the past three months`; not the age of someone ("12-year-old")."""
    letter, count = unit(reading), reading.count()
    line = reading.line
    if line.word(reading.last) == "old" or line.word(reading.last + 1) == "old" or not letter:
        return None
    if reading.has("vague") or (count is None and reading.has("units")):
        return value("X", letter)
    return value(f"{count:g}", letter) if count is not None and count < 1e6 else None


def value(count: str, letter: str) -> str:
    """Return the TIMEX duration of `count` units, decades as years.

    >>> value("2", "TH"), value("1", "E")
    ('PT2H', 'P10Y')
    """
    base, times = _LONG.get(letter, (letter, 1))
    shown = count if count == "X" or times == 1 else f"{float(count) * times:g}"
    return f"PT{shown}{base[1:]}" if base.startswith("T") else f"P{shown}{base}"


def bare(reading: Reading) -> str | None:
    """`for weeks`, `over the years`, `recent months`: an unknown number of units."""
    return value("X", unit(reading))


def every(reading: Reading) -> str | None:
    """`every day`, `each year`, `every Friday`."""
    name = reading.one("weekday")
    return f"XXXX-WXX-{WEEKDAYS[name]}" if name else value("1", unit(reading))


def adverb(reading: Reading) -> str:
    """`daily`, `annually`."""
    return _SETS[reading.one("set")]


_MORE = "about*"
RULES = (
    ("every (unit|weekday)", every, "set"),
    ("set", adverb, "set"),
    (
        "(the? (last|next|pastword|this))? (about* a? (number|vague|few)+ (thousand|and|of|number)* more? dash? (unit|units))",
        length,
        "duration",
    ),
    ("(the? (last|next|pastword|this)) (vague|few) units", length, "duration"),
    ("(the? (recent|next|pastword|early)) units", bare, "duration"),
    ("about? a dash? unit", length, "duration"),
)
