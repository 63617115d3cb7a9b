"""Rules for expressions that lean on another day: `yesterday`, `last week`, `two months ago`, `that day`, `11 p.m.`."""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_calendar import step, week
from secondsource.text.dates_reading import Reading
from secondsource.text.dates_tense import ahead
from secondsource.text.dates_words import DAYS, HOLIDAYS, PARTS, PLURALS, REFERENCES, UNITS, WEEKDAYS
from secondsource.text.lattice import listed
from secondsource.text.numbers import CARDINALS

_GRAINS = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "E": "XXX", "C": "XX", "Q": "XXXX-QX",
    "WE": "XXXX-WXX-WE", "F": "XXXX-WXX",
}  # fmt: skip


def unit(reading: Reading) -> str:
    """Return the TIMEX letter of the unit in this place."""
    word = reading.one("unit") or PLURALS.get(reading.one("units"), "")
    return UNITS.get(word, "")


def day(reading: Reading) -> str | None:
    """`today`, `yesterday morning`."""
    if reading.anchor is None:
        return "XXXX-XX-XX"
    return step(reading.anchor, DAYS[reading.one("day")], "D")


def part(reading: Reading) -> str | None:
    """`this morning`, `last night`."""
    if reading.anchor is None:
        return "XXXX-XX-XX" + PARTS[reading.one("part")]
    value = step(reading.anchor, -1 if reading.has("last") else 0, "D")
    return f"{value}{PARTS[reading.one('part')]}" if value else None


def reference(reading: Reading) -> str:
    """`now`, `recently`."""
    return REFERENCES[reading.one("now")]


def adjective(reading: Reading) -> str | None:
    """`recent`, `current` and the like before a noun."""
    word = reading.line.word(reading.last - 1)
    if word == "future":
        return "FUTURE_REF"
    if word == "past":
        return "PAST_REF" if reading.has("the") else None
    return {"recent": "PAST_REF", "current": "PRESENT_REF"}.get(word)


def deictic(reading: Reading) -> str | None:
    """`last week`, `this year`, `next month`, `earlier this month`, `the past year`."""
    letter = unit(reading)
    if letter.startswith("T"):
        return None
    if letter == "D":
        return _day(reading)
    if reading.anchor is None:
        return _GRAINS.get(letter)
    if reading.has("that"):
        found = reading.last_day()
        return step(found, 0, letter) if found else None
    past = reading.has("last") or reading.has("pastword")
    return step(reading.anchor, -1 if past else 1 if reading.has("next") else 0, letter)


def _day(reading: Reading) -> str | None:
    """`that day`, `the same day`, `the next day`: counted from the last day that was named."""
    found = reading.last_day()
    if found is None:
        return "XXXX-XX-XX"
    if reading.has("that"):
        return found.isoformat()
    return step(found, -1 if reading.has("last") else 1, "D") if not reading.has("this") else None


def weekend(reading: Reading) -> str | None:
    """`the weekend`, `last weekend`: the nearest past one unless it lies ahead."""
    anchor = reading.anchor
    if anchor is None:
        return "XXXX-WXX-WE"
    if reading.has("next") or ahead(reading.line, reading.first):
        return f"{week(anchor)}-WE"
    return f"{week(anchor - dt.timedelta(7))}-WE" if anchor.isoweekday() < 6 else f"{week(anchor)}-WE"


def shifted(reading: Reading) -> str | None:
    """`two months ago`, `a year earlier`, `three days later`: at the unit's own grain."""
    letter, word = unit(reading), reading.all("ago")[-1]
    count = reading.count()
    if not letter or letter.startswith("T"):
        return "PAST_REF" if word == "ago" and letter else None
    if reading.has("vague") or count is None or count > 10_000 or count != int(count):
        return "PAST_REF" if word in {"ago", "earlier"} else "FUTURE_REF"
    origin = reading.anchor if word in {"ago", "hence"} else reading.last_day()
    if origin is None:
        return _GRAINS.get(letter)
    return step(origin, int(count) * (-1 if word in {"ago", "earlier"} else 1), letter)


def clock(reading: Reading) -> str | None:
    """`11:40 p.m.`, `ten o'clock`, `9 a.m. EST Tuesday`: bound to its day later, here to the one it names."""
    hour, minute = _hour(reading)
    if hour is None:
        return None
    day_value = "XXXX-XX-XX"
    name = reading.one("weekday")
    if name and reading.anchor:
        back = (reading.anchor.isoweekday() - WEEKDAYS[name]) % 7
        if back and ahead(reading.line, reading.first):
            back -= 7
        day_value = step(reading.anchor, -back, "D") or day_value
    return f"{day_value}T{hour:02d}:{minute:02d}"


def _hour(reading: Reading) -> tuple[int | None, int]:
    word = reading.one("clock") or reading.one("num") or reading.one("cardinal")
    parts = word.split(":")
    hour = CARDINALS[word] if word in CARDINALS else int(parts[0])
    minute = int(parts[1]) if len(parts) > 1 else 0
    half = reading.one("ampm")[:1]
    if half and not 1 <= hour <= 12:
        return (hour, minute) if hour < 24 else (None, 0)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour <= 24 else (None, 0)


def noon(reading: Reading) -> str | None:
    """`noon`, `midnight Friday`."""
    value = PARTS[reading.one("part")]
    if ":" not in value:
        return None
    name = reading.one("weekday")
    day_value = "XXXX-XX-XX"
    if name and reading.anchor:
        day_value = step(reading.anchor, -((reading.anchor.isoweekday() - WEEKDAYS[name]) % 7), "D") or day_value
    return day_value + value


def end_of(reading: Reading) -> str | None:
    """`the end of the month`, `the end of 1990`, `year end`."""
    year = reading.one("year")
    if year:
        return year
    return (
        step(reading.anchor, 1 if reading.has("next") else -1 if reading.has("last") else 0, unit(reading))
        if reading.anchor
        else None
    )


def holiday(reading: Reading) -> str | None:
    """`Christmas`, `Thanksgiving Day`: the nearest one."""
    anchor, name = reading.anchor, reading.one("holiday")
    if anchor is None:
        return "XXXX" if name not in HOLIDAYS else "XXXX-{:02d}-{:02d}".format(*HOLIDAYS[name])
    if reading.has("year"):
        return _feast(name, int(reading.one("year"))).isoformat()
    found = [_feast(name, anchor.year + shift) for shift in (-1, 0, 1) if 1 < anchor.year + shift < 9999]
    return min(found, key=lambda day: abs((day - anchor).days)).isoformat() if found else None


def _feast(name: str, year: int) -> dt.date:
    if name in HOLIDAYS:
        return dt.date(year, *HOLIDAYS[name])
    first = dt.date(year, 11, 1)  # Thanksgiving: the fourth Thursday of November
    return first + dt.timedelta((4 - first.isoweekday()) % 7 + 21)


def year(reading: Reading) -> str | None:
    """`2015`, `fiscal 1989`: a number of four digits that stands where a year stands."""
    return reading.one("year") if reading.has("fiscal") or _year_stands(reading) else None


def _year_stands(reading: Reading) -> bool:
    line, first, last = reading.line, reading.first, reading.last
    before, after = line.word(first - 1), line.word(last)
    if before in {"$", "€", "£", "¥", "#", "no", "number", "+", "%", "/"} or after in {"%", "$", "€", "£", "°"}:
        return False
    if line.tight(first) and before in {"-", "–", ".", ":"} and before == "-" and line.tight(first - 1):
        return before in {"-", "–"} and line.word(first - 2) in {"post", "pre", "mid", "early", "late"}
    if before in _YEAR_BEFORE:
        return after not in _COUNTED
    return not (after[:1].isalpha() and line.forms[last].islower() and after not in _YEAR_AFTER)


_YEAR_BEFORE = frozenset(
    listed(
        "in since of by from until till to through during before after year late early mid and between the , ( "
        "last spring summer autumn fall winter"
    )
)
_YEAR_AFTER = frozenset(
    listed(
        "and or to when but that which was were is are after before as , ) the in on by with for at it he she they "
        "while until election elections season budget deal war census vote film book report agreement treaty law "
        "coup revolution race campaign study attack invasion s has had have did will would said"
    )
)
_COUNTED = frozenset(
    listed(
        "people percent per million billion thousand hundred miles meters metres kilometers kilometres km kg "
        "pounds tons tonnes troops soldiers dollars euros feet records points votes jobs employees workers members "
        "homes rpm gmt"
    )
)


def decade(reading: Reading) -> str | None:
    """`the 1980s`, `early 1990s`."""
    line = reading.line
    word = reading.one("year")
    if not line.tight(reading.last - 1) or not word.endswith("0"):
        return None
    return word[:3]


def century(reading: Reading) -> str | None:
    """`the 20th century`."""
    word = reading.one("num")
    return f"{int(word) - 1:02d}" if reading.has("num") and reading.one("unit") == "century" else None


_PART = "part?"
RULES = (
    ("early? day part?", day, "date"),
    ("(early|ago)? (this|last) part", part, "date"),
    ("(the? early dash?)? fiscal? year apos? s", decade, "date"),
    ("the? early? num suffix dash? unit", century, "date"),
    ("the? end of (the|last|this|next)* (unit|year)", end_of, "date"),
    ("unit (apos s)? end", end_of, "date"),
    ("(about|early)* (number|a|vague|few|the)+ (thousand|and|of|number)* dash? (unit|units) ago", shifted, "date"),
    ("(clock|num|cardinal) ampm zone? ((comma|on)? weekday part?)?", clock, "time"),
    ("clock zone? ((comma|on)? weekday part?)?", clock, "time"),
    ("(num|cardinal) oclock apos oclock", clock, "time"),
    ("part weekday?", noon, "time"),
    ("(early|ago|the)* (last|this|next|that|pastword)+ fiscal? full? unit", deictic, "date"),
    ("holiday unit? (comma? year)?", holiday, "date"),
    ("now", reference, "date"),
    ("the? (future|pastword)", adjective, "date"),
    ("recent", adjective, "date"),
    ("fiscal? year", year, "date"),
)
