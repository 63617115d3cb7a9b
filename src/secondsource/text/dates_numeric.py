"""Rules for dates in figures: `2024-02-11`, `12/02/2024`, `15.01.2025`, with two digits for the year where it is short.

An order of day and month that nothing tells is kept open: the readings stand side by side, and without an anchor none
of them is taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from secondsource.text.dates_reading import Reading, Values, several
from secondsource.text.dates_words import LETTERS
from secondsource.text.lattice import Lattice, pattern

Order = tuple[int, int]
"""Month and day."""


def iso(reading: Reading) -> str | None:
    """`2024-02-11`."""
    first, line = reading.first, reading.line
    if not _tight(reading):
        return None
    year, month, day = (line.words[first + offset] for offset in (0, 2, 4))
    return dated(int(year), int(month), int(day))


def slashed(reading: Reading) -> Values:
    """`12/02/2024`: in the order that another date of the text shows, else the nearest to the anchor first."""
    words = reading.line.words[reading.first : reading.last]
    if not _tight(reading) or len(words[4]) not in {2, 4}:
        return None
    first, second = int(words[0]), int(words[2])
    month_first, day_first = (first, second), (second, first)
    orders = {None: [month_first, day_first], True: [day_first], False: [month_first]}[reading.day_first]
    return _chosen(words[4], orders, reading.anchor)


def dotted(reading: Reading) -> Values:
    """`15.01.2025`: day, month, year."""
    day, month, year = reading.one("dotted").split(".")
    return _chosen(year, [(int(month), int(day))], reading.anchor)


def _tight(reading: Reading) -> bool:
    return all(reading.line.tight(at) for at in range(reading.first + 1, reading.last))


_SLASHED = pattern("num slash num slash", LETTERS)


def day_first(line: Lattice) -> bool | None:
    """Return whether dates such as `25/12/2023` show that the text puts the day first, None where none shows it."""
    starts = [hit.start() for hit in _SLASHED.finditer(line.sorts)]
    pairs = [(int(line.words[at]), int(line.words[at + 2])) for at in starts]
    if any(one > 12 >= other for one, other in pairs):
        return True
    return False if any(other > 12 >= one for one, other in pairs) else None


def _chosen(year: str, orders: Iterable[Order], anchor: dt.date | None) -> Values:
    years = _years(year, anchor)
    found = [date for number in years for month, day in orders if (date := dated(number, month, day))]
    if anchor:
        return several(*sorted(found, key=lambda date: abs((dt.date.fromisoformat(date) - anchor).days)))
    if len(set(found)) < 2:
        return several(*found)
    same = {date[4:] for date in found}
    century = year if len(year) == 4 else f"XX{year}"
    return several(f"{century}{same.pop() if len(same) == 1 else '-XX-XX'}", *found)


def _years(word: str, anchor: dt.date | None) -> list[int]:
    """Return the years that a word can mean: two digits are of the century that is nearest to the anchor."""
    if len(word) == 4:
        return [int(word)]
    found = [1900 + int(word), 2000 + int(word)]
    return [min(found, key=lambda year: abs(year - anchor.year))] if anchor else found


def dated(year: int, month: int, day: int) -> str | None:
    """Return the value of a day, None where the calendar has none."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


RULES = (
    ("year dash num dash num", iso, "date"),
    ("num slash num slash (year|num|big)", slashed, "date"),
    ("dotted", dotted, "date"),
)
