"""Rules for calendar dates: each a pattern over sorts of words and a function that gives the value."""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_calendar import week
from secondsource.text.dates_reading import Reading, told_year
from secondsource.text.dates_tense import ahead
from secondsource.text.dates_words import MONTHS, PARTS
from secondsource.text.lattice import listed
from secondsource.text.numbers import ORDINALS

_GO_ON = frozenset(listed("in at for to when where as with by after before the"))
_NAMED_DAY = "((weekday|abbr) dot? comma?)?"


def iso(reading: Reading) -> str | None:
    """`2024-02-11`."""
    first, line = reading.first, reading.line
    if not all(line.tight(at) for at in range(first + 1, reading.last)):
        return None
    year, month, day = (line.words[first + offset] for offset in (0, 2, 4))
    return _date(int(year), int(month), int(day))


def slashed(reading: Reading) -> str | None:
    """`12/02/2024`: the reading that lies nearest to the anchor, month first where that does not tell."""
    words = reading.line.words[reading.first : reading.last]
    if not all(reading.line.tight(at) for at in range(reading.first + 1, reading.last)):
        return None
    year = int(words[4]) if len(words[4]) == 4 else 2000 + int(words[4])
    found = [value for value in (_date(year, *pair) for pair in _orders(words)) if value]
    anchor = reading.anchor
    if anchor:
        found.sort(key=lambda value: abs((dt.date.fromisoformat(value) - anchor).days))
    return found[0] if found else None


def _orders(words: list[str]) -> list[tuple[int, int]]:
    first, second = int(words[0]), int(words[2])
    return [(first, second), (second, first)]


def dotted(reading: Reading) -> str | None:
    """`15.01.2025`: day, month, year."""
    day, month, year = (int(part) for part in reading.one("dotted").split("."))
    return _date(year if year > 99 else 2000 + year, month, day)


def full(reading: Reading) -> str | None:
    """`Feb. 11, 2024`, `11 February 2024`."""
    return _date(int(reading.all("year")[-1]), MONTHS[reading.one("month")], _day(reading))


def yearless(reading: Reading) -> str | None:
    """`Feb. 11`: the nearest such day to the anchor, ahead only where the words say so or it is near."""
    month, day = MONTHS[reading.one("month")], _day(reading)
    if not 1 <= day <= 31:
        return None
    anchor, coming = reading.day(), reading.coming_year()
    if coming:
        return _date(coming, month, day)
    if anchor is None or _recurring(reading):
        return f"XXXX-{month:02d}-{day:02d}"
    if reading.told:
        return _date(told_year(anchor, month), month, day)
    found = [value for value in (_date(anchor.year + shift, month, day) for shift in (-1, 0, 1)) if value]
    return min(found, key=lambda value: _distance(reading, (dt.date.fromisoformat(value) - anchor).days), default=None)


_NEAR = 100


def _distance(reading: Reading, days_off: int) -> int:
    """Return how far off a day is felt to be: one more than 100 days ahead counts as a year further."""
    far = days_off > 0 and (days_off > _NEAR or reading.line.word(reading.first - 1) == "ended")
    return abs(days_off) + (366 if far and not ahead(reading.line, reading.first) else 0)


def second_day(reading: Reading) -> str | None:
    """`25` in "Feb. 24 and 25"; not "Feb. 24 and 25 people"."""
    line, last = reading.line, next(iter(reading.before[-1:]), None)
    if last is None or last.begin is None or last.end != line.ends[reading.first - 2] or last.begin != last.end_day:
        return None
    after, day = line.forms[reading.last] if reading.last < len(line) else ".", _day(reading)
    counts = after[0].isalpha() and line.word(reading.last) not in _GO_ON
    return _date(last.begin.year, last.begin.month, day) if day > last.begin.day and not counts else None


def week_of(reading: Reading) -> str | None:
    """`the week of March 6`."""
    value = full(reading) if reading.has("year") else yearless(reading)
    if reading.one("unit") != "week" or not value:
        return None
    return "XXXX-WXX" if value.startswith("X") else week(dt.date.fromisoformat(value))


def part_of(reading: Reading) -> str | None:
    """`the early morning of Nov. 1, 1954`, `the night of May 13`."""
    value = full(reading) if reading.has("year") else yearless(reading)
    return f"{value}{PARTS[reading.one('part')]}" if value else None


def span(reading: Reading) -> str | None:
    """`June 6-9`, `6 to 9 June`: first and last day, with a slash between."""
    numbers = [int(word) for word in reading.all("num")[:2]]
    month = MONTHS[reading.one("month")]
    day = reading.day()
    year = int(reading.one("year") or (day.year if day else 0))
    found = [_date(year, month, number) for number in numbers] if year else []
    return f"{found[0]}/{found[1]}" if len(found) == 2 and all(found) and numbers[0] < numbers[1] else None


def _day(reading: Reading) -> int:
    word = reading.one("num")
    return int(word) if word else ORDINALS.get(reading.one("ordinal"), 0)


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _recurring(reading: Reading) -> bool:
    """Return whether "annual", "every" or "each" stands right before the day: the day of a yearly feast."""
    return any(reading.line.word(reading.first - back) in {"annual", "annually", "yearly", "every"} for back in (1, 2))


RULES = (
    ("year dash num dash num", iso, "date"),
    ("num slash num slash (year|num|big)", slashed, "date"),
    ("dotted", dotted, "date"),
    (f"{_NAMED_DAY} month dot? num suffix? comma? year", full, "date"),
    (f"{_NAMED_DAY} (the? num suffix? of?) month dot? comma? year", full, "date"),
    (f"the? early? part units? of {_NAMED_DAY} month dot? num suffix? (comma? year)?", part_of, "date"),
    (f"the? early? part units? of {_NAMED_DAY} num suffix? of? month (comma? year)?", part_of, "date"),
    ("month dot? num (dash|to) num (comma? year)?", span, "date"),
    ("num (dash|to) num month dot? (comma? year)?", span, "date"),
    (f"{_NAMED_DAY} month dot? num suffix?", yearless, "date"),
    (f"{_NAMED_DAY} num suffix? of? month", yearless, "date"),
    (f"{_NAMED_DAY} the ordinal of month", yearless, "date"),
    ("the? unit of month dot? num suffix? (comma? year)?", week_of, "date"),
    ("the? unit of num suffix? of? month (comma? year)?", week_of, "date"),
    ("(?<=month num and)num suffix?", second_day, "date"),
)
