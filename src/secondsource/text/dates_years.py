"""Rules for years, decades, centuries and for the accounting periods that lean on them."""

from __future__ import annotations

from secondsource.text.dates_calendar import days, step
from secondsource.text.dates_reading import Reading, Values, several
from secondsource.text.dates_words import TENS
from secondsource.text.lattice import Lattice, listed
from secondsource.text.numbers import number

_BEFORE = frozenset(
    listed(
        "in since of by from until till to through during before after year late early mid and between the , ( "
        "last spring summer autumn fall winter"
    )
)
_AFTER = frozenset(
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
_SIGNS = frozenset(listed("$ € £ ¥ # no number + % / °"))


def year(reading: Reading) -> str | None:
    """`2015`, `fiscal 1989`: a number of four digits that stands where a year stands."""
    return (
        reading.one("year")
        if reading.has("fiscal") or reading.has("early") or reading.has("end") or _stands(reading)
        else None
    )


def _stands(reading: Reading) -> bool:
    line, first, last = reading.line, reading.first, reading.last
    before, after = line.word(first - 1), line.word(last)
    short = _short_follows(line, last)
    if before in _SIGNS or after in _COUNTED or (after in _SIGNS and not short):
        return False
    if line.tight(first) and before in {"-", "."} and line.tight(first - 1):
        if before == "-" and line.sorts[first - 2] == line.sorts[first]:
            return True  # 1861-1865
        return before == "-" and line.word(first - 2) in {"post", "pre", "mid", "early", "late"}
    if after in {"-", "–"} and line.sorts[last + 1 : last + 2] == "n":
        return short  # 1957-60, not 1000-5000
    return before in _BEFORE or not (after[:1].isalpha() and line.forms[last].islower() and after not in _AFTER)


def _short_follows(line: Lattice, last: int) -> bool:
    """Return whether the year before word `last` goes on to a later one of two digits: `1957-60`, `2022/23`."""
    tight = line.tight(last) and line.tight(last + 1) and line.word(last) in {"-", "–", "/"}
    return tight and len(line.word(last + 1)) == 2 and line.word(last + 1) > line.word(last - 1)[2:]


def short(reading: Reading) -> str | None:
    """`60` in "1957-60"."""
    line, at = reading.line, reading.first
    word, from_year = line.word(at), line.word(at - 2)
    if len(word) != 2 or not (line.tight(at) and line.tight(at - 1)) or word <= from_year[2:]:
        return None
    return from_year[:2] + word


def antique(reading: Reading) -> str:
    """`490 BC`."""
    word = (reading.all("big") + reading.all("num") + reading.all("year"))[0]
    return f"BC{word.zfill(4)}"


def decade(reading: Reading) -> str | None:
    """`1980s`, `early 1990s`."""
    word = reading.one("year")
    return word[:3] if reading.line.tight(reading.last - 1) and word.endswith("0") else None


def antique_decade(reading: Reading) -> str:
    """`the 470s BC`."""
    return f"BC{reading.one('big').zfill(4)[:3]}"


def short_decade(reading: Reading) -> Values:
    """`the '90s`, `the nineties`: the last that has begun; the one before it too where that has hardly been."""
    ten = TENS.get(reading.one("tens"), "") or _two_digits(reading)[:1]
    if not ten or (reading.has("tens") and reading.line.word(reading.first) != "the"):
        return None
    if reading.anchor is None:
        return f"XX{ten}"
    century = reading.anchor.year // 100
    start = 100 * century + 10 * int(ten)
    last = start - 100 * (start > reading.anchor.year)
    fresh = reading.anchor.year - last < _HARDLY
    return several(f"{last:04d}"[:3], f"{last - 100:04d}"[:3]) if fresh else f"{last:04d}"[:3]


_HARDLY = 15
"""Years since the beginning of a decade in which its name may still mean that of the century before."""


def short_year(reading: Reading) -> str | None:
    """`'98`: the last such year, the next one included."""
    word = _two_digits(reading)
    if not word or not _stands(reading) or reading.line.word(reading.first - 1) not in _BEFORE:
        return None
    if reading.anchor is None:
        return f"XX{word}"
    year = reading.anchor.year // 100 * 100 + int(word)
    return f"{year - 100 * (year > reading.anchor.year + 1):04d}"


def _two_digits(reading: Reading) -> str:
    """Return the two digits right behind an apostrophe that opens a word."""
    line = reading.line
    at = next(index for index in range(reading.first, reading.last) if line.words[index] in {"'", "’"})
    word = line.word(at + 1)
    return word if len(word) == 2 and line.tight(at + 1) and not line.tight(at) else ""


def century(reading: Reading) -> str | None:
    """`the 20th century`."""
    if reading.one("unit") != "century":
        return None
    return f"{'BC' if reading.has('antique') else ''}{int(reading.one('num')) - 1:02d}"


def spelled(reading: Reading) -> str | None:
    """`nineteen ninety-six`, as broadcasts are written down."""
    words = reading.all("cardinal")
    if words[0] not in {"nineteen", "eighteen", "seventeen"}:
        return None
    rest = number(words[1:])
    return f"{int(number(words[:1]) or 0)}{int(rest):02d}" if rest is not None and 10 <= rest < 100 else None


def ago(reading: Reading) -> str | None:
    """`year-earlier`, `the year-ago quarter`: the same period a year before."""
    if reading.one("unit") != "year":
        return None
    return same_period(reading) or (step(reading.anchor, -1, "Y") if reading.anchor else "XXXX")


def same_period(reading: Reading) -> str | None:
    """Return the quarter or half that was named last, a year before it: what reports of earnings compare with."""
    named = _named(reading)
    return f"{int(named[:4]) - 1}{named[4:]}" if named else None


def _named(reading: Reading) -> str | None:
    """Return the quarter that was named last, in its last year that has begun."""
    quarter = next((match.value[4:] for match in reversed(reading.before[-12:]) if match.value[4:6] == "-Q"), None)
    if quarter is None or reading.anchor is None or not quarter[2:].isdecimal():
        return None
    return f"{reading.anchor.year - (3 * int(quarter[2:]) - 2 > reading.anchor.month)}{quarter}"


def latest(reading: Reading) -> str | None:
    """`the latest quarter`, `the quarter`: the one that was named last, else the last one that is over."""
    named = _named(reading)
    if reading.has("year"):
        return f"{reading.one('year')}{named[4:] if named else ''}"
    if reading.anchor is None:
        return "XXXX-QX"
    found = days(named) if named else None
    return named if found and found[1] < reading.anchor else step(reading.anchor, -1, "Q")


def whole(reading: Reading) -> str | None:
    """`the full year`, `the fiscal year`."""
    return step(reading.anchor, 0, "Y") if reading.anchor else "XXXX"


RULES = (
    ("(the? end of)? (the? early dash?)? fiscal? year apos? s", decade, "date"),
    ("the? early? dash? apos (big|num) apos? s", short_decade, "date"),
    ("the early? tens", short_decade, "date"),
    ("apos (big|num)", short_year, "date"),
    ("the? early? num suffix dash? unit antique?", century, "date"),
    ("cardinal cardinal dash? cardinal?", spelled, "date"),
    ("the? unit dash ago (ordinal? quarter|period)?", ago, "date"),
    ("the (latest|year)? (quarter|period)", latest, "date"),
    ("the (full|fiscal) unit", whole, "date"),
    ("(the? end of)? the? early? big s antique", antique_decade, "date"),
    ("(big|num|year) antique", antique, "date"),
    ("(big|num|year)(?= dash (big|num|year) antique)", antique, "date"),
    ("(?<=year dash)(big|num)", short, "date"),
    ("(?<=year slash)(big|num)", short, "date"),
    ("((the? end of)|early dash?)? fiscal? year", year, "date"),
)
