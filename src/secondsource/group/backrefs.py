"""What a later report says about the earlier one it follows: the days it looks back to, and its numbered names.

A follow-up months later is told from a look-alike by its own words: it says "on Feb. 11" of a wreck in February; the
next accident of a sister ship does not.  And *Sea Lantern 2* is not *Sea Lantern 4*.

Source: measured on 2,936 reports of look-alike events: of the pairs of report groups at a likeness of .2 and more, 95 %
are one event where the later one names a day of the earlier, 17 % where it does not (more than a month apart).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from secondsource.records import Document

Days = tuple[int, int]
"""First and last ordinal day."""

SLACK_DAYS = 7
"""Days by which an event may come before its first report."""
LEAD_CHARS = 800
OPENING_CHARS = 2500
"""Code points in which a follow-up says what it follows; further down stands the history of other affairs."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_PROSE = r"(?<=[a-z] )"
"""A date in running prose follows a word ("on Feb. 11"); those of captions and posts follow a place or a bracket."""
_NAME = (
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_DATES = (
    re.compile(rf"{_PROSE}{_NAME} {_DAY}(?:,? (?P<year>(?:19|20)\d\d)\b)?"),
    re.compile(rf"{_PROSE}{_DAY} (?:of )?{_NAME}(?!\w)(?:,? (?P<year>(?:19|20)\d\d)\b)?"),
)
_MONTHS_NAMED = re.compile(rf"\b(?:in|since|last|of) {_NAME}(?!\w)(?! \d{{1,2}}\b)(?:,? (?P<year>(?:19|20)\d\d)\b)?")
_MONTH = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_LONGEST_DAY, _LONGEST_LINK, _WHOLE = len("30th of "), len("since "), 40
"""Code points in which all stands that a date has before its month, that links a month, and all from the month on."""
_NUMBERED = re.compile(r"\b((?:[A-Z][^\W\d_]+ ){1,3})(\d{1,4}|[IVX]{1,4})\b(?![.,]?\d)")


def days_named(document: Document, day: dt.date) -> tuple[int, ...]:
    """Return the earlier days (ordinals) that a document written on `day` names with their month, each once.

    A day without a year is the last one before the document's own.
    """
    return tuple(sorted({named for named in _named_days(document, day) if named < day.toordinal()}))


def months_named(document: Document, day: dt.date) -> frozenset[dt.date]:
    """Return the earlier months (their first days) that a document written on `day` names: `in January`.

    Of two months of one name the last before the document's own is meant.
    """
    return frozenset(month for month in _named_months(document, day) if month < day.replace(day=1))


def looks_back(named: Iterable[int], spans: Iterable[Days]) -> bool:
    """Tell whether any of the days named falls into one of `spans`, or shortly before it."""
    return any(first - SLACK_DAYS <= day <= last for first, last in spans for day in named)


def looks_back_to_month(named: frozenset[dt.date], spans: Iterable[Days]) -> bool:
    """Tell whether any of `spans` begins in one of the months named."""
    return any(dt.date.fromordinal(first).replace(day=1) in named for first, _ in spans) if named else False


def _named_months(document: Document, day: dt.date) -> Iterator[dt.date]:
    for match in _around_months(document, (_MONTHS_NAMED,), _LONGEST_LINK):
        month = MONTHS.index(match["month"].lower()) + 1
        year = int(match["year"]) if match["year"] else day.year - (month > day.month)
        yield dt.date(year, month, 1)


def _around_months(document: Document, patterns: Iterable[re.Pattern[str]], before: int) -> Iterator[re.Match[str]]:
    """Yield what the patterns find about the names of months, which a search for these alone finds much faster.

    `before` is how many code points a pattern has before its month, at most.
    """
    for start, end in _opening(document):
        for name in _MONTH.finditer(document.text, start, end):
            month = name.start()
            if document.text[month - 1 : month] == " ":
                first, last = max(start, month - before), min(end, month + _WHOLE)
                matches = (pattern.search(document.text, first, last) for pattern in patterns)
                yield from (match for match in matches if match and match.start("month") == month)


def _opening(document: Document) -> Iterator[Days]:
    """Yield the stretches of headline and body within the first `OPENING_CHARS`."""
    left = OPENING_CHARS
    for span in document.spans("headline", "body"):
        end = min(span.end, span.start + left)
        left -= end - span.start
        yield span.start, end


def _named_days(document: Document, day: dt.date) -> Iterator[int]:
    for match in _around_months(document, _DATES, _LONGEST_DAY):
        month = MONTHS.index(match["month"].lower()) + 1
        years = [int(match["year"])] if match["year"] else [day.year, day.year - 1]
        found = [date for year in years if (date := _date(year, month, int(match["day"]))) and date <= day]
        yield from (date.toordinal() for date in found[:1])


def _date(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def numbered(document: Document) -> Mapping[str, frozenset[str]]:
    """Return the names with a number (ships, flights, laws) that headline and lead hold, and the numbers of each."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for span in (*document.spans("headline"), *document.spans("body")[:1]):
        for name, number in _NUMBERED.findall(document.text, span.start, min(span.end, span.start + LEAD_CHARS)):
            if name.split()[-1].lower()[:3] not in MONTHS:
                found[" ".join(name.split()[-2:])].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def differ(left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two reports are on different bearers of one numbered name, and share none."""
    common = left.keys() & right.keys()
    return bool(common) and not any(left[name] & right[name] for name in common)
