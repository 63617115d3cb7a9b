"""Rules for calendar dates: each a pattern over sorts of words and a function that gives the value."""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_calendar import days
from secondsource.text.dates_reading import Reading
from secondsource.text.dates_tense import ahead, tense
from secondsource.text.dates_words import MONTHS, SEASONS, WEEKDAYS
from secondsource.text.numbers import ORDINALS

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
    anchor = reading.day()
    if anchor is None or _recurring(reading):
        return f"XXXX-{month:02d}-{day:02d}"
    if reading.told:
        return _date(_told_year(anchor, month), month, day)
    found = [value for value in (_date(anchor.year + shift, month, day) for shift in (-1, 0, 1)) if value]
    return min(found, key=lambda value: _distance(reading, (dt.date.fromisoformat(value) - anchor).days), default=None)


_NEAR = 100


def _distance(reading: Reading, days_off: int) -> int:
    """Return how far off a day is felt to be: one more than 100 days ahead counts as a year further."""
    far = days_off > 0 and (days_off > _NEAR or reading.line.word(reading.first - 1) == "ended")
    return abs(days_off) + (366 if far and not ahead(reading.line, reading.first) else 0)


def span(reading: Reading) -> str | None:
    """`June 6-9`, `6 to 9 June`: first and last day, with a slash between."""
    numbers = [int(word) for word in reading.all("num")[:2]]
    month = MONTHS[reading.one("month")]
    day = reading.day()
    year = int(reading.one("year") or (day.year if day else 0))
    found = [_date(year, month, number) for number in numbers] if year else []
    return f"{found[0]}/{found[1]}" if len(found) == 2 and all(found) and numbers[0] < numbers[1] else None


def month_year(reading: Reading) -> str:
    """`February 2024`, `early June 1998`."""
    return f"{reading.all('year')[-1]}-{MONTHS[reading.one('month')]:02d}"


def month(reading: Reading) -> str | None:
    """`in February`, `last October`, `late November`: the nearest past month, this one included, unless ahead."""
    name = reading.one("month")
    number = MONTHS[name]
    if not _month_stands(reading, name):
        return None
    anchor = reading.day()
    if anchor is None or reading.has("every"):
        return f"XXXX-{number:02d}"
    if reading.told:
        return f"{_told_year(anchor, number):04d}-{number:02d}"
    year = anchor.year - (number > anchor.month)
    if reading.has("last") and number == anchor.month:
        year -= 1
    if (
        not reading.has("last")
        and number != anchor.month
        and (reading.has("next") or ahead(reading.line, reading.first))
    ):
        year = anchor.year + (number < anchor.month)
    return f"{year:04d}-{number:02d}"


def _told_year(day: dt.date, month: int) -> int:
    """Return the year of `month` in a history that has reached `day`: the next one where it lies far back."""
    return day.year + (month < day.month - 6)


def month_of(reading: Reading) -> str | None:
    """`October last year`."""
    if reading.one("unit") != "year" or reading.anchor is None:
        return None
    year = reading.anchor.year + (1 if reading.has("next") else -1 if reading.has("last") else 0)
    return f"{year:04d}-{MONTHS[reading.one('month')]:02d}"


def _month_stands(reading: Reading, name: str) -> bool:
    """Return whether a month's name alone is a month here: stumps never, `May` and `March` with a preposition."""
    if len(name) < 4 and name != "may":
        return False
    if name not in {"may", "march", "april", "june", "august"} or reading.last - reading.first > 1:
        return True
    line = reading.line
    before, after = line.word(reading.first - 1), line.forms[reading.last] if reading.last < len(line) else "."
    if before in {
        "in",
        "since",
        "by",
        "until",
        "from",
        "to",
        "during",
        "of",
        "for",
        "last",
        "next",
        "and",
        "or",
        "between",
    }:
        return True
    return name not in {"may", "march"} and not after[0].isupper() and not line.forms[reading.first - 1][0].isupper()


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
        back = back - 7 if back else (-7 if reading.has("next") or _until(reading) else 0)
    if back == 6 and not reading.has("last") and tense(reading.line, reading.first) == "open":
        back = -1
    return _shifted(anchor, -back)


def _until(reading: Reading) -> bool:
    return reading.line.word(reading.first - 1) in {"until", "till", "by"}


def _shifted(anchor: dt.date, count: int) -> str | None:
    try:
        return (anchor + dt.timedelta(count)).isoformat()
    except OverflowError:
        return None


def season(reading: Reading) -> str | None:  # noqa: PLR0911 one return a form
    """`last fall`, `this summer`, `the spring of 1995`."""
    code = SEASONS[reading.one("season")]
    year, anchor = reading.one("year"), reading.day()
    if not _season_stands(reading):
        return None
    if year:
        return f"{year}-{code}"
    if anchor is None:
        return f"XXXX-{code}"
    if reading.told:
        return f"{anchor.year:04d}-{code}"
    begun = days(f"{anchor.year:04d}-{code}")
    past = bool(begun and begun[0] <= anchor)
    if reading.has("last"):
        return f"{anchor.year - (0 if begun and begun[1] < anchor else 1):04d}-{code}"
    if reading.has("next"):
        return f"{anchor.year + (1 if past else 0):04d}-{code}"
    if reading.has("this") or past or ahead(reading.line, reading.first):
        return f"{anchor.year:04d}-{code}"
    return f"{anchor.year - 1:04d}-{code}"


def _season_stands(reading: Reading) -> bool:
    """Return whether a season's name alone is one: "in spring" is, "will fall" and "spring up" are not."""
    if reading.last - reading.first > 1:
        return True
    line = reading.line
    return line.word(reading.first - 1) in {"in", "by", "since", "until", "of"} and line.forms[reading.first].islower()


def quarter(reading: Reading) -> str | None:
    """`the third quarter`, `third-quarter`, `the first half of 1990`: the nearest past one, this one included."""
    number = ORDINALS.get(reading.one("ordinal"), 0)
    letter, most = ("H", 2) if reading.has("half") else ("Q", 4)
    if not 1 <= number <= most:
        return None
    years, anchor = reading.all("year"), reading.anchor
    if years:
        return f"{years[-1]}-{letter}{number}"
    if anchor is None:
        return f"XXXX-{letter}{number}"
    if reading.has("ago") or reading.has("apos"):
        return f"{anchor.year + (1 if reading.has('next') else 0 if reading.has('this') else -1):04d}-{letter}{number}"
    now = (anchor.month - 1) // (6 if letter == "H" else 3) + 1
    past = number <= now or reading.has("next") or ahead(reading.line, reading.first)
    shift = -1 if reading.has("last") else 1 if reading.has("next") and number <= now else 0
    return f"{anchor.year + shift - (not past):04d}-{letter}{number}"


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
    ("month dot? num (dash|to) num (comma? year)?", span, "date"),
    ("num (dash|to) num month dot? (comma? year)?", span, "date"),
    (f"{_NAMED_DAY} month dot? num suffix?", yearless, "date"),
    (f"{_NAMED_DAY} num suffix? of? month", yearless, "date"),
    (f"{_NAMED_DAY} the ordinal of month", yearless, "date"),
    ("(early dash?)? month dot? (of|comma)? year", month_year, "date"),
    ("month (last|this|next) unit", month_of, "date"),
    ("the? end of month year", month_year, "date"),
    ("the? end of month", month, "date"),
    ("((early dash?)|last|this|next|every)? month", month, "date"),
    ("(last|this|next)? weekday part?", weekday, "date"),
    ("every weekday", weekday, "set"),
    ("the? early? (last|this|next|that)* season (of? year)?", season, "date"),
    ("(the|this|last|next)* (fiscal dash?)? ordinal quarter (of? fiscal? year)?", quarter, "date"),
    ("(the fiscal? year|the unit dash ago|(last|next|this) unit apos s) ordinal quarter", quarter, "date"),
    ("(fiscal dash?)? ordinal dash quarter", quarter, "date"),
    ("the? ordinal half (of? year)?", quarter, "date"),
)
