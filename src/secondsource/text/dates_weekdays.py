"""Rules for weekdays: `Friday`, `last Friday`, `Monday of last week`, `every Friday`.

Source: three gold corpora of news (n = 311): the nearest past day, today included, is right for 91 % of bare weekdays.
"""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_calendar import easter
from secondsource.text.dates_reading import Reading, Values, several
from secondsource.text.dates_tense import tense
from secondsource.text.dates_words import FEASTS, WEEKDAYS


def weekday(reading: Reading) -> Values:
    """`Friday`, `last Friday`, `on Friday night`: the nearest past one, today included, unless it lies ahead."""
    number = WEEKDAYS[reading.one("weekday")]
    anchor = reading.anchor
    if reading.has("every") or anchor is None:
        return f"XXXX-WXX-{number}"
    back = (anchor.isoweekday() - number) % 7
    return several(*(shifted(anchor, -count) for count in _backs(reading, back)))


def _backs(reading: Reading, back: int) -> tuple[int, ...]:
    """Return how many days back the weekday can lie, the likeliest first; `back` is the nearest past one."""
    if reading.has("last"):
        nearest = back or 7
        return (nearest, nearest + 7) if nearest <= _FRESH else (nearest,)  # "last Friday", said on Sunday
    if reading.has("next"):
        return back - 7, back - 14
    pointed = tense(reading.line, reading.first)
    if pointed == "ahead":
        return _ahead(reading, back)
    if back == _SIX:
        return (6, -1) if pointed == "behind" else (-1, 6)
    return (back, back - 7) if back and pointed == "open" else (back,)


_FRESH, _SIX = 3, 6
"""Days back: "last Sunday" so near may mean the one before; six days back is tomorrow's weekday, which news means
whose words do not tell (both such days in TimeBank and AQUAINT, development halves)."""


def _ahead(reading: Reading, back: int) -> tuple[int, ...]:
    """Return the days back to the weekday that lies ahead; "planned for Saturday was called off": the nearer first."""
    if back == 0:
        return (-7,) if reading.line.word(reading.first - 1) in {"until", "till", "by"} else (0,)
    if reading.line.word(reading.last) in {"was", "were"}:
        return (back, back - 7) if back <= _FRESH else (back - 7, back)
    return (back - 7,)


def shifted(anchor: dt.date, count: int) -> str | None:
    """Return the day `count` days on, None beyond the calendar."""
    try:
        return (anchor + dt.timedelta(count)).isoformat()
    except OverflowError:
        return None


def weekday_of(reading: Reading) -> str | None:
    """`Monday of last week`, `Friday last week`."""
    if reading.one("unit") != "week":
        return None
    number = WEEKDAYS[reading.one("weekday")]
    if reading.anchor is None:
        return f"XXXX-WXX-{number}"
    shift = 7 if reading.has("next") else -7 if reading.has("last") else 0
    return shifted(reading.anchor, shift + number - reading.anchor.isoweekday())


def feast_day(reading: Reading) -> str | None:
    """`Good Friday`, `Easter Sunday`: the nearest one; not a "Bloody Sunday" of some year."""
    name = f"{reading.line.word(reading.first)} {reading.one('weekday')}"
    off, anchor = FEASTS.get(name), reading.anchor
    if off is None:
        return f"XXXX-WXX-{WEEKDAYS[reading.one('weekday')]}"
    if reading.has("year"):
        return (easter(int(reading.one("year"))) + dt.timedelta(off)).isoformat()
    if anchor is None or not 1900 < anchor.year < 2200:
        return "XXXX"
    near = [easter(anchor.year + shift) + dt.timedelta(off) for shift in (-1, 0, 1)]
    return min(near, key=lambda day: abs((day - anchor).days)).isoformat()


def on_days(reading: Reading) -> str:
    """`on Sundays`."""
    return f"XXXX-WXX-{WEEKDAYS[reading.one('weekdays')[:-1]]}"


RULES = (
    ("(last|this|next)? weekday part?", weekday, "date"),
    ("weekday of? (the|last|this|next)+ unit", weekday_of, "date"),
    ("feast weekday (comma? year)?", feast_day, "date"),
    ("every weekday", weekday, "set"),
    ("weekdays", on_days, "set"),
)
