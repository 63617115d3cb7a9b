"""Rules for times of day: `11:40 p.m.`, `ten o'clock`, `noon`, `last night`."""

from __future__ import annotations

import re

from secondsource.text.dates_calendar import step
from secondsource.text.dates_reading import Reading, Values, several
from secondsource.text.dates_tense import ahead
from secondsource.text.dates_words import PARTS, WEEKDAYS
from secondsource.text.numbers import CARDINALS

_POINTED = re.compile(r"(?:1[0-2]|[1-9])\.[0-5]\d")
_LATE = frozenset({"TAF", "TEV", "TNI"})
UNBOUND = "XXXX-XX-XX"
_POINTS = frozenset({"at", "by", "before", "after", "until", "around", "about", "from", "since", "to"})


def part(reading: Reading) -> str | None:
    """`this morning`, `last night`."""
    clock_part = PARTS[reading.one("part")]
    if reading.anchor is None:
        return UNBOUND + clock_part
    value = step(reading.anchor, -1 if reading.has("last") else 0, "D")
    return f"{value}{clock_part}" if value else None


def clock(reading: Reading) -> Values:
    """`11:40 p.m.`, `ten o'clock`, `9 a.m. EST Tuesday`: the hour on the weekday that it names, else on no day yet.

    An hour up to twelve that names no half of the day, `6:30`, can be of either: as written, then twelve hours on.
    """
    hour, minute = _hour(reading)
    if hour is None:
        return None
    part = PARTS.get(reading.one("part"), "")
    if part in _LATE and hour < 12:
        hour += 12
    either = 1 <= hour <= 12 and not (reading.has("ampm") or part or _whole_day(reading))
    hours = (hour, (hour + 12) % 24) if either else (hour,)
    return several(*(f"{_named_day(reading)}T{count:02d}:{minute:02d}" for count in hours))


def _whole_day(reading: Reading) -> bool:
    """Return whether the hours are counted to twenty-four: `06:30`, `10:00:00`, `9:15 GMT`."""
    word = reading.one("clock")
    return word.startswith("0") or word.count(":") > 1 or reading.one("zone") in {"gmt", "utc"}


def military(reading: Reading) -> str | None:
    """`at 1400 GMT`, `0630 UTC`."""
    word = reading.line.word(reading.first)
    if len(word) != 4 or not word.isdecimal() or reading.one("zone") not in {"gmt", "utc", "cet", "bst", "cst"}:
        return None
    return f"{UNBOUND}T{word[:2]}:{word[2:]}" if word[:2] < "25" and word[2:] < "60" else None


def _named_day(reading: Reading) -> str:
    name = reading.one("weekday")
    if not name or reading.anchor is None:
        return UNBOUND
    back = (reading.anchor.isoweekday() - WEEKDAYS[name]) % 7
    if back and ahead(reading.line, reading.first):
        back -= 7
    return step(reading.anchor, -back, "D") or UNBOUND


def _hour(reading: Reading) -> tuple[int | None, int]:
    word = reading.one("clock") or reading.one("num") or reading.one("cardinal") or reading.one("big")
    if reading.has("big") and not _POINTED.fullmatch(word):
        return None, 0
    parts = word.replace(".", ":").split(":")
    hour = CARDINALS[word] if word in CARDINALS else int(parts[0])
    minute = int(parts[1]) if len(parts) > 1 else 0
    half = reading.one("ampm")[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour <= 24 else (None, 0)


def noon(reading: Reading) -> Values:
    """`at noon`, `midnight Friday`: the end of that day, or its beginning."""
    value = PARTS[reading.one("part")]
    stands = reading.has("weekday") or _at(reading)
    if ":" not in value or not stands:
        return None
    day = _named_day(reading)
    return several(day + value, f"{day}T00:00") if value == PARTS["midnight"] else day + value


def in_the(reading: Reading) -> str | None:
    """`at 4 in the morning`, `nine o'clock in the evening`: half a day ("in the night" is before six)."""
    hour, minute = _hour(reading)
    if hour is None or not 1 <= hour <= 12 or not (reading.has("oclock") or _at(reading)):
        return None
    part = reading.one("part")
    late = part in {"afternoon", "evening"} or (part == "night" and hour >= 6)
    return f"{UNBOUND}T{hour % 12 + 12 * late:02d}:{minute:02d}" if PARTS[part][1:].isalpha() else None


def _at(reading: Reading) -> bool:
    return reading.line.word(reading.first - 1) in _POINTS


def next_part(reading: Reading) -> str | None:
    """`the next morning`, `that night`: of the last day named, or the day after it."""
    clock_part = PARTS[reading.one("part")]
    if not clock_part[1:].isalpha():
        return None
    day = reading.last_day()
    value = step(day, 0 if reading.has("that") else 1, "D") if day else None
    return f"{value or UNBOUND}{clock_part}"


RULES = (
    ("(clock|num|cardinal) (oclock apos oclock)? in the part", in_the, "time"),
    ("((the early? next)|that) part", next_part, "date"),
    ("early? (this|last) part", part, "date"),
    ("(year|big) zone", military, "time"),
    ("(clock|num|cardinal|big) ampm zone? ((comma|on)? weekday part?)?", clock, "time"),
    ("clock zone? ((comma|on)? weekday part?)?", clock, "time"),
    ("(num|cardinal) oclock apos oclock", clock, "time"),
    ("part weekday?", noon, "time"),
)
