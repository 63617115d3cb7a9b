"""Rules for expressions that lean on another day: `yesterday`, `last week`, `two months ago`, `that day`."""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_calendar import easter, step, week
from secondsource.text.dates_reading import Reading, Values, several
from secondsource.text.dates_tense import ahead, tense
from secondsource.text.dates_words import DAYS, HOLIDAYS, PLURALS, REFERENCES, UNITS
from secondsource.text.dates_years import same_period

_GRAINS = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "E": "XXX", "C": "XX", "Q": "XXXX-QX",
    "WE": "XXXX-WXX-WE", "F": "XXXX-WXX",
}  # fmt: skip


_OPEN = frozenset({"will", "may", "could", "can", "might"})
_FRIDAY = 5
_MOVING = frozenset({"thanksgiving", "easter"})
_BACKWARDS = frozenset({"ago", "earlier", "previously"})
_YEARS = {"E": 10, "C": 100}


def unit(reading: Reading) -> str:
    """Return the TIMEX letter of the unit in this place."""
    word = reading.one("unit") or PLURALS.get(reading.one("units"), "")
    return UNITS.get(word, "")


def day(reading: Reading) -> str | None:
    """`today`, `yesterday morning`."""
    if reading.anchor is None:
        return "XXXX-XX-XX"
    word, line = reading.one("day"), reading.line
    if word == "tomorrow" and line.word(reading.first - 1).endswith("er") and line.word(reading.first - 2) == "a":
        return None  # a brighter tomorrow
    if reading.told and word == "today":
        return "PRESENT_REF"
    return step(reading.anchor, DAYS[reading.one("day")], "D")


def reference(reading: Reading) -> str | None:
    """`now`, `recently`, `soon` where something lies ahead; not "as soon as", "he was soon freed"."""
    word = reading.one("now")
    return None if word == "soon" and not _to_come(reading) else REFERENCES[word]


def _to_come(reading: Reading) -> bool:
    line = reading.line
    before, after = line.word(reading.first - 1), line.word(reading.last)
    if "as" in (before, after):
        return False
    return before in _OPEN or after in _OPEN or ahead(line, reading.first)


def these(reading: Reading) -> str | None:
    """`these days`."""
    return "PRESENT_REF" if unit(reading) == "D" else None


def adjective(reading: Reading) -> str | None:
    """`recent`, `current` and the like before a noun."""
    word = reading.line.word(reading.last - 1)
    if word == "future":
        return "FUTURE_REF"
    if word == "past":
        return "PAST_REF" if reading.has("the") else None
    return {"recent": "PAST_REF", "current": "PRESENT_REF"}.get(word)


def deictic(reading: Reading) -> str | None:
    """`last week`, `this year`, `next month`, `the following month`, `the past year`."""
    letter = unit(reading)
    if letter.startswith("T"):
        return None
    if letter == "D":
        return _day(reading)
    anchor = reading.day()
    if anchor is None:
        return _GRAINS.get(letter)
    if reading.has("that") or reading.one("next") == "following":
        found = (reading.last_day() or anchor) if letter == "W" else _last_begin(reading)
        return step(found, 0 if reading.has("that") else 1, letter) if found else None
    past = reading.has("last") or reading.has("pastword")
    if past and letter in _YEARS:
        return f"P{_YEARS[letter]}Y"
    return step(anchor, -1 if past else 1 if reading.has("next") else 0, letter)


def _last_begin(reading: Reading) -> dt.date | None:
    return next((match.begin for match in reversed(reading.before) if match.begin), reading.day())


def _day(reading: Reading) -> str | None:
    """`that day`, `the same day`, `the next day`: counted from the last day that was named."""
    found = reading.last_day()
    if found is None:
        return "XXXX-XX-XX"
    if reading.has("that"):
        return found.isoformat()
    return step(found, -1 if reading.has("last") else 1, "D") if not reading.has("this") else None


def weekend(reading: Reading) -> Values:
    """`the weekend`, `last weekend`: the nearest past one unless it lies ahead."""
    anchor = reading.day()
    if unit(reading) != "WE":
        return None
    if anchor is None:
        return "XXXX-WXX-WE"
    coming = f"{week(anchor)}-WE"
    pointed = tense(reading.line, reading.first)
    if reading.has("next") or pointed == "ahead" or anchor.isoweekday() > _FRIDAY:
        return coming
    past = f"{week(anchor - dt.timedelta(7))}-WE"
    return past if reading.has("last") or pointed == "behind" else several(past, coming)


def shifted(reading: Reading) -> str | None:
    """`two months ago`, `a year earlier`, `three days later`: at the unit's own grain."""
    letter, word = unit(reading), reading.all("ago")[-1]
    count = reading.count()
    if not letter or letter.startswith("T"):
        return "PAST_REF" if word == "ago" and letter else None
    if reading.has("vague") or count is None or count > 10_000 or count != int(count):
        return "PAST_REF" if word in _BACKWARDS else "FUTURE_REF"
    if letter == "Y" and count == 1 and (period := same_period(reading)):
        return period
    origin = reading.last_day() if word not in {"ago", "hence"} else None
    if letter != "D" or word in {"ago", "hence"}:
        origin = origin or reading.day()
    if origin is None:
        return _GRAINS.get(letter)
    letter, count = ("Y", count * _YEARS[letter]) if letter in _YEARS else (letter, count)
    return step(origin, int(count) * (-1 if word in _BACKWARDS else 1), letter)


def end_of(reading: Reading) -> str | None:
    """`the end of the month`, `the end of 1990`, `year end`."""
    year = reading.one("year")
    if year:
        return year
    day = reading.day()
    return step(day, 1 if reading.has("next") else -1 if reading.has("last") else 0, unit(reading)) if day else None


def year_end(reading: Reading) -> str | None:
    """`year end`, `year's end`; not "the year beginning in July"."""
    return end_of(reading) if reading.has("end") and reading.line.word(reading.last - 1) == "end" else None


def holiday(reading: Reading) -> str | None:
    """`Christmas`, `Thanksgiving Day`, `Easter`: the nearest one; not what is named after it ("Easter Island")."""
    anchor, name, line = reading.anchor, reading.one("holiday") or reading.one("feast"), reading.line
    after = line.forms[reading.last] if reading.last < len(line) else "."
    if name not in _MOVING | HOLIDAYS.keys() or (after[0].isupper() and not reading.has("year")):
        return None
    if anchor is None:
        return "XXXX" if name not in HOLIDAYS else "XXXX-{:02d}-{:02d}".format(*HOLIDAYS[name])
    shift_back = dt.timedelta(1 if reading.has("eve") else 0)
    if reading.has("year"):
        return (_feast(name, int(reading.one("year"))) - shift_back).isoformat()
    found = [_feast(name, anchor.year + shift) - shift_back for shift in (-1, 0, 1) if 1 < anchor.year + shift < 9999]
    if reading.has("last") or reading.has("next"):
        found = [day for day in found if (day > anchor) == reading.has("next")]
    return min(found, key=lambda day: abs((day - anchor).days)).isoformat() if found else None


def _feast(name: str, year: int) -> dt.date:
    if name in HOLIDAYS:
        return dt.date(year, *HOLIDAYS[name])
    if name == "easter":
        return easter(year)
    first = dt.date(year, 11, 1)  # Thanksgiving: the fourth Thursday of November
    return first + dt.timedelta((4 - first.isoweekday()) % 7 + 21)


_COUNT = (
    "((num|big|year) (dash? number slash number|thousand)?|cardinal (dash? cardinal)? (thousand (and? cardinal)*)?"
    "|a (thousand|vague|few of)?|vague|few of)"
)
RULES = (
    ("early? day part?", day, "date"),
    ("the? end of (the|last|this|next)* (unit|year)", end_of, "date"),
    ("the? early units of (the|last|this|next|that)* (unit|year)", end_of, "date"),
    ("unit (apos s)? end", year_end, "date"),
    (f"about* {_COUNT} dash? (unit|units) ago", shifted, "date"),
    ("(early|the)* (last|this|next|that|pastword)+ fiscal? full? unit", deictic, "date"),
    ("(the|last|this|next)+ unit", weekend, "date"),
    ("(last|next)? (holiday|feast) (unit|eve)? (comma? year)?", holiday, "date"),
    ("these units", these, "date"),
    ("now", reference, "date"),
    ("the? (future|pastword)", adjective, "date"),
    ("recent|this", adjective, "date"),
)
