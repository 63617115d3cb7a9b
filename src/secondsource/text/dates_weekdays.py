"""Rules for weekdays: `Friday`, `last Friday`, `the day before last Tuesday`, `every Friday`.

Source: three gold corpora of news (n = 311): the nearest past day, today included, is right for 91 % of bare weekdays.
"""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_reading import Reading
from secondsource.text.dates_relative import day as today
from secondsource.text.dates_tense import ahead, tense
from secondsource.text.dates_words import WEEKDAYS


def weekday(reading: Reading) -> str | None:
    """`Friday`, `last Friday`, `on Friday night`: the nearest past one, today included, unless it lies ahead."""
    number = WEEKDAYS[reading.one("weekday")]
    anchor = reading.anchor
    if reading.has("every") or anchor is None:
        return f"XXXX-WXX-{number}"
    back = (anchor.isoweekday() - number) % 7
    if reading.has("last") and back == 0:
        back = 7
    if not reading.has("last") and (reading.has("next") or ahead(reading.line, reading.first)):
        back = _ahead(reading, back)
    if back == 6 and not reading.has("last") and tense(reading.line, reading.first) == "open":
        back = -1
    return _shifted(anchor, -back)


def _ahead(reading: Reading, back: int) -> int:
    """Return the days back to the weekday that lies ahead; "planned for Saturday was called off": the nearer one."""
    if back == 0:
        return -7 if reading.has("next") or _until(reading) else 0
    gone = reading.line.word(reading.last) in {"was", "were"} and back < 4
    return back if gone and not reading.has("next") else back - 7


def _until(reading: Reading) -> bool:
    return reading.line.word(reading.first - 1) in {"until", "till", "by"}


def _shifted(anchor: dt.date, count: int) -> str | None:
    try:
        return (anchor + dt.timedelta(count)).isoformat()
    except OverflowError:
        return None


def day_beside(reading: Reading) -> str | None:
    """`the day before yesterday`, `the day after last Tuesday`."""
    if reading.one("unit") != "day":
        return None
    value = weekday(reading) if reading.has("weekday") else today(reading)
    if not value or not value[0].isdigit():
        return "XXXX-XX-XX"
    return _shifted(dt.date.fromisoformat(value), -1 if reading.one("beside") == "before" else 1)


RULES = (
    ("the? unit beside ((last|next)? weekday|day)", day_beside, "date"),
    ("(last|this|next)? weekday part?", weekday, "date"),
    ("every weekday", weekday, "set"),
)
