"""Calendar arithmetic: from a TIMEX3 value to the first and last day it can mean, and steps by unit."""

from __future__ import annotations

import datetime as dt
import re

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(\d{2,4})(?:X*|-(\d\d)(?:-(\d\d)(?:T.*)?)?|-W(\d\d)(-WE|-[1-7])?|-Q([1-4])|-H([12])|-(SP|SU|FA|WI))"
)
Days = tuple[dt.date, dt.date]


def days(value: str) -> Days | None:
    """Return the first and last day of a TIMEX3 date value, both inclusive, None where it names no calendar days.

    `A/B` runs from the first day of A to the last of B.  Seasons are those of the northern half of the earth, by
    whole months.

    >>> days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if "/" in value:
        first, second = (days(part) for part in value.split("/", 1))
        return (first[0], second[1]) if first and second and first[0] <= second[1] else None
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    try:
        return _days(*match.groups())
    except (ValueError, OverflowError):
        return None


def _days(year: str, *parts: str | None) -> Days:
    month, day, week, weekday, quarter, half, season = parts
    span = 10 ** (4 - len(year))
    first_year = int(year) * span
    if day:
        found = dt.date(first_year, int(month or 0), int(day))
        return found, found
    if week:
        return _week(first_year, int(week), weekday)
    if month or quarter or half or season:
        first, count = _months(month, quarter, half, season)
        return months(first_year, first, count)
    return dt.date(first_year, 1, 1), dt.date(first_year + span - 1, 12, 31)


def _week(year: int, week: int, weekday: str | None) -> Days:
    monday = dt.date.fromisocalendar(year, week, 1)
    if weekday == "-WE":
        return monday + dt.timedelta(5), monday + dt.timedelta(6)
    if weekday:
        found = monday + dt.timedelta(int(weekday[1]) - 1)
        return found, found
    return monday, monday + dt.timedelta(6)


def _months(month: str | None, quarter: str | None, half: str | None, season: str | None) -> tuple[int, int]:
    if month:
        return int(month), 1
    if quarter:
        return 3 * int(quarter) - 2, 3
    if half:
        return 6 * int(half) - 5, 6
    return _SEASONS[season or "SP"], 3


def months(year: int, first: int, count: int) -> Days:
    """Return the first and last day of `count` months from month `first` of `year`."""
    begin = dt.date(year, first, 1)
    ahead = first - 1 + count
    return begin, dt.date(year + ahead // 12, ahead % 12 + 1, 1) - dt.timedelta(1)


def step(day: dt.date, count: int, unit: str) -> str | None:
    """Return the value `count` units away from `day` at the unit's own grain: `Y` a year, `M` a month, `W` a week.

    >>> step(dt.date(2024, 2, 10), -2, "M")
    '2023-12'
    """
    try:
        return _stepped(day, count, unit)
    except (ValueError, OverflowError):
        return None


def _stepped(day: dt.date, count: int, unit: str) -> str | None:  # noqa: PLR0911 one return a unit
    if unit == "D":
        return (day + dt.timedelta(count)).isoformat()
    if unit in {"W", "F"}:
        return week(day + dt.timedelta(7 * count * (2 if unit == "F" else 1)))
    if unit == "WE":
        return week(day + dt.timedelta(7 * count)) + "-WE"
    if unit == "M":
        index = day.year * 12 + day.month - 1 + count
        return f"{index // 12:04d}-{index % 12 + 1:02d}" if index >= 12 else None
    if unit == "Q":
        index = day.year * 4 + (day.month - 1) // 3 + count
        return f"{index // 4:04d}-Q{index % 4 + 1}"
    size = {"Y": 1, "E": 10, "C": 100}.get(unit)
    if size is None:
        return None
    year = day.year + count * size
    return f"{year:04d}"[: {1: 4, 10: 3, 100: 2}[size]] if 1 <= year <= 9999 else None


def week(day: dt.date) -> str:
    """Return the ISO week of `day` as a value."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the western churches.

    >>> easter(2024)
    datetime.date(2024, 3, 31)

    Source: the anonymous Gregorian algorithm (Nature, 20 April 1876).
    """
    golden, century, rest = year % 19, year // 100, year % 100
    leap, drop = divmod(century, 4)
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    ahead = (32 + 2 * drop + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * ahead) // 451
    month, day = divmod(epact + ahead - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
