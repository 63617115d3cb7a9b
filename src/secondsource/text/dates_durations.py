"""Rules for lengths of time and for what recurs: `two weeks`, `16-hour`, `the past two months`, `every day`."""

from __future__ import annotations

from secondsource.text.dates_reading import Reading, Values, several
from secondsource.text.dates_relative import unit
from secondsource.text.dates_words import WEEKDAYS
from secondsource.text.numbers import number

_SETS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"}
_LONG = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "WE": ("D", 2)}


def length(reading: Reading) -> str | None:
    """`two weeks`, `about five hours`, `10-year`, `the past three months`; not the age of someone ("12-year-old")."""
    letter, count = unit(reading), reading.count()
    line = reading.line
    if letter == "Q" and line.word(reading.last - 2) == "-":
        return None  # "three-quarters"
    if line.word(reading.last) == "-" and line.word(reading.last + 1) in {"earlier", "ago"}:
        return None
    if reading.has("slash") and count is not None:
        count = _mixed(reading.all("number"))
    if line.word(reading.last) == "old" or line.word(reading.last + 1) == "old" or not letter:
        return None
    if reading.has("vague") or (count is None and reading.has("units")):
        return value("X", letter)
    return value(f"{count:g}", letter) if count is not None and count < 1e6 else None


def halves(reading: Reading) -> str | None:
    """`half an hour`, `an hour and a half`, `two and a half years`, `half a century`."""
    letter = unit(reading)
    count = 0.0 if reading.line.word(reading.first) == "half" else reading.count_before_and()
    return value(f"{count + 0.5:g}", letter) if letter and count is not None else None


def _mixed(words: list[str]) -> float | None:
    """`5 1/2`, `5-1/2`."""
    whole, top, bottom = (number([word]) or 0.0 for word in words[:3])
    return whole + top / bottom if bottom else None


def value(count: str, letter: str) -> str:
    """Return the TIMEX duration of `count` units, decades as years.

    >>> value("2", "TH"), value("1", "E")
    ('PT2H', 'P10Y')
    """
    base, times = _LONG.get(letter, (letter, 1))
    shown = count if count == "X" or times == 1 else f"{float(count) * times:g}"
    return f"PT{shown}{base[1:]}" if base.startswith("T") else f"P{shown}{base}"


def long(reading: Reading) -> str | None:
    """`day-long`, `decades-long`."""
    return value("X" if reading.has("units") else "1", unit(reading))


def bare(reading: Reading) -> str | None:
    """`recent months`, `the coming years`: an unknown number of units."""
    if unit(reading).startswith("T"):
        return None
    return value("X", unit(reading))


def loose(reading: Reading) -> str | None:
    """`for weeks`, `in the days before`: units without a number, where a preposition or "ago" makes them a time."""
    line = reading.line
    before, after = line.word(reading.first - 1), line.word(reading.last)
    stands = before in {"for", "within"} or after in {"before", "after", "later", "ago"}
    return value("X", unit(reading)) if stands else None


def lengths(reading: Reading) -> Values:
    """`two to three weeks`: the lower one first."""
    found = [number([word]) for word in reading.all("number")]
    return several(*(value(f"{count:g}", unit(reading)) for count in found if count is not None))


def every(reading: Reading) -> str | None:
    """`every day`, `each year`, `every Friday`, `every two weeks`, `every other day`."""
    name = reading.one("weekday")
    if name:
        return f"XXXX-WXX-{WEEKDAYS[name]}"
    count = 2.0 if reading.has("other") else reading.count() or 1.0
    return value(f"{count:g}", unit(reading))


def adverb(reading: Reading) -> str:
    """`daily`, `annually`."""
    return _SETS[reading.one("set")]


_COUNT = (
    "((num|big|year) (dash? number slash number|thousand)?|cardinal (dash? cardinal)? (thousand (and? cardinal)*)?"
    "|a (thousand|vague|few of)|vague|few of|thousand)"
)
RULES = (
    ("every (unit|weekday|other unit|(num|cardinal) units)", every, "set"),
    ("set", adverb, "set"),
    (
        f"(the? (last|next|pastword|this|ordinal|latest)|the)? about* {_COUNT} more? dash? (unit|units)",
        length,
        "duration",
    ),
    ("the? (last|next|pastword) (vague|few) units", length, "duration"),
    ("(the? (last|next|pastword))? number (to|or) number dash? (unit|units)", lengths, "duration"),
    ("the? (recent|next|pastword|early) units", bare, "duration"),
    ("half a unit", halves, "duration"),
    ("a unit and a half", halves, "duration"),
    ("(num|cardinal) and a half units", halves, "duration"),
    ("about? a dash? unit", length, "duration"),
    ("units", loose, "duration"),
    ("a? (unit|units) dash long", long, "duration"),
)
