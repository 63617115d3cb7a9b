"""Rules for months, seasons, quarters and halves: `last October`, `the spring of 1995`, `the third quarter`."""

from __future__ import annotations

import datetime as dt

from secondsource.text.dates_calendar import days
from secondsource.text.dates_reading import Reading, Values, several, told_year
from secondsource.text.dates_tense import ahead, tense
from secondsource.text.dates_words import LETTERS, MONTHS, SEASONS
from secondsource.text.dates_years import antique
from secondsource.text.numbers import ORDINALS


def month_year(reading: Reading) -> str:
    """`February 2024`, `early June 1998`."""
    return f"{reading.all('year')[-1]}-{MONTHS[reading.one('month')]:02d}"


def antique_month(reading: Reading) -> str:
    """`April 480 BC`."""
    return f"{antique(reading)}-{MONTHS[reading.one('month')]:02d}"


def antique_season(reading: Reading) -> str:
    """`the spring of 480 BC`."""
    return f"{antique(reading)}-{SEASONS[reading.one('season')]}"


def month(reading: Reading) -> Values:
    """`in February`, `last October`, `late November`: the nearest past month, this one included, unless ahead."""
    name = reading.one("month")
    number = MONTHS[name]
    if not _month_stands(reading, name):
        return None
    anchor, coming = reading.day(), reading.coming_year()
    if coming:
        return f"{coming:04d}-{number:02d}"
    if anchor is None or reading.has("every"):
        return f"XXXX-{number:02d}"
    if reading.told:
        return f"{told_year(anchor, number):04d}-{number:02d}"
    return several(*(f"{year:04d}-{number:02d}" for year in _month_years(reading, number, anchor)))


def _month_years(reading: Reading, number: int, anchor: dt.date) -> tuple[int, ...]:
    """Return the years that a bare month can be of, the likeliest first."""
    past, following = anchor.year - (number > anchor.month), anchor.year + (number < anchor.month)
    if number == anchor.month:
        return (past - 1,) if reading.has("last") else (past + 1,) if reading.has("next") else (past,)
    if reading.has("last"):
        return (past,)
    pointed = "ahead" if reading.has("next") else tense(reading.line, reading.first)
    if pointed == "open":
        near = (number - anchor.month) % 12 <= _SOON
        return (following, past) if near else (past, following)
    return (following,) if pointed == "ahead" else (past,)


_SOON = 2
"""Months on: a month so near, of which the words say nothing, is the coming one ("the March vote", in January)."""


def month_of(reading: Reading) -> str | None:
    """`October last year`, `March 3 of last year`, `the summer of last year`."""
    if reading.one("unit") != "year":
        return None
    shift = 1 if reading.has("next") else -1 if reading.has("last") else 0
    year = f"{reading.anchor.year + shift:04d}" if reading.anchor else "XXXX"
    if reading.has("season"):
        return f"{year}-{SEASONS[reading.one('season')]}"
    number, day = MONTHS[reading.one("month")], reading.one("num")
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else "")


def quarter_of(reading: Reading) -> str | None:
    """`the second quarter of last year`."""
    number = ORDINALS.get(reading.one("ordinal"), 0)
    letter, most = ("H", 2) if reading.has("half") else ("Q", 4)
    if reading.all("unit")[-1] != "year" or not 1 <= number <= most:
        return None
    shift = 1 if reading.has("next") else -1 if reading.has("last") else 0
    return f"{reading.anchor.year + shift:04d}-{letter}{number}" if reading.anchor else f"XXXX-{letter}{number}"


def short_quarter(reading: Reading) -> str | None:
    """`Q3`, `Q3 2023`, `2024 H1`: without a year the nearest past one, this one included."""
    at = reading.first + (reading.line.sorts[reading.first] == LETTERS["year"])
    letter, number = reading.line.forms[at], int(reading.one("num"))
    if not reading.line.tight(at + 1) or not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    if reading.has("year"):
        return f"{reading.one('year')}-{letter}{number}"
    if letter == "H" or reading.anchor is None:
        return f"XXXX-Q{number}" if letter == "Q" else None
    return f"{reading.anchor.year - (3 * number - 2 > reading.anchor.month):04d}-Q{number}"


def same_month(reading: Reading) -> str | None:
    """`the same month last year`: of the date that was named last, else of the anchor."""
    if [*reading.all("unit")] != ["month", "year"] or reading.anchor is None:
        return None
    last = next((match.begin for match in reversed(reading.before) if match.begin), reading.anchor)
    return f"{reading.anchor.year - 1:04d}-{last.month:02d}" if reading.has("last") else None


def month_of_that(reading: Reading) -> str | None:
    """`August of that year`, `August 3 of the same year`: of the year that was named last."""
    if reading.one("unit") != "year":
        return None
    last = next((match.begin for match in reversed(reading.before) if match.begin), None)
    number, day = MONTHS[reading.one("month")], reading.one("num")
    year = f"{last.year:04d}" if last else "XXXX"
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else "")


def _month_stands(reading: Reading, name: str) -> bool:
    """Return whether a month's name alone is a month here: stumps never, `May` and `March` with a preposition."""
    if len(name) < 4 and name != "may":
        return False
    if reading.coming_year():
        return True
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
        "through",
        "-",
        "–",
        "/",
    }:
        return True
    if before in {"a", "the", "its"} and after.islower() and after not in {"of", "on", "for", "against", "to", "from"}:
        return line.forms[reading.first][0].isupper()  # the March vote
    return name not in {"may", "march"} and not after[0].isupper() and not line.forms[reading.first - 1][0].isupper()


def season(reading: Reading) -> str | None:
    """`last fall`, `this summer`, `the spring of 1995`."""
    code = SEASONS[reading.one("season")]
    year, anchor = reading.one("year") or str(reading.coming_year() or ""), reading.day()
    if not _season_stands(reading) or _collapse(reading):
        return None
    if year:
        return f"{year}-{code}"
    if anchor is None:
        return f"XXXX-{code}"
    if reading.told:
        return f"{anchor.year:04d}-{code}"
    return f"{_season_year(reading, code, anchor):04d}-{code}"


def _season_year(reading: Reading, code: str, anchor: dt.date) -> int:
    """Return the year in which the season begins: in February, "this winter" began in December."""
    year = anchor.year - (code == "WI" and anchor.month < _MARCH)
    begun = days(f"{year:04d}-{code}")
    past = bool(begun and begun[0] <= anchor)
    if reading.has("last"):
        return year - (0 if begun and begun[1] < anchor else 1)
    if reading.has("next"):
        return year + past
    return year if reading.has("this") or past or ahead(reading.line, reading.first) else year - 1


_MARCH = 3


def _collapse(reading: Reading) -> bool:
    """Return whether "the fall" is that of a town or of prices, not the season."""
    line = reading.line
    if reading.one("season") != "fall" or reading.has("year") or reading.has("last") or reading.has("next"):
        return False
    return line.word(reading.last) in {"of", "in", "from", "to"} and not reading.has("this")


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


RULES = (
    ("(early dash?)? month dot? (of|comma)? year", month_year, "date"),
    ("(early dash?)? month of? (big|num|year) antique", antique_month, "date"),
    ("the? early? season of? (big|num|year) antique", antique_season, "date"),
    ("(early dash?)? month dot? (num suffix?)? of? (last|this|next) unit", month_of, "date"),
    ("num suffix? of? month of? (last|this|next) unit", month_of, "date"),
    ("the? early? season of? (last|this|next) unit", month_of, "date"),
    ("(early dash?)? month dot? (num suffix?)? (of|comma)? the? that unit", month_of_that, "date"),
    ("the that unit last unit", same_month, "date"),
    ("the? ordinal (quarter|half) of? (last|this|next) unit", quarter_of, "date"),
    ("period_letter num year?", short_quarter, "date"),
    ("year period_letter num", short_quarter, "date"),
    ("the? end of month dot? comma? year", month_year, "date"),
    ("the? end of month", month, "date"),
    ("((early dash?)|last|this|next|every)? month", month, "date"),
    ("(the? end of)? the? early? (last|this|next|that)* season (of? year)?", season, "date"),
    ("(the|this|last|next)* (fiscal dash?)? ordinal quarter (of? fiscal? year)?", quarter, "date"),
    ("(the fiscal? year|the unit dash ago|(last|next|this) unit apos s) ordinal quarter", quarter, "date"),
    ("(fiscal dash?)? ordinal dash quarter", quarter, "date"),
    ("the? ordinal half (of? year)?", quarter, "date"),
)
