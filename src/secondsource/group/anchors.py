"""Finds the day against which a document's relative dates ("on Thursday", "this year") are read.

The page's own statement comes first, unless its text contradicts it: a dateline of another month, or days told as past
that had yet to come.  A dateline without a year takes the year in which its weekdays fit, else that of the story.
Where nothing says it the day is unknown: an anchor is never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from secondsource.group.directions import closest
from secondsource.records import Anchor, Document, Span, Story
from secondsource.text.dates import reported_days

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(?:" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:last|next|every|each|previous|following|coming)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19[5-9]\d|20\d\d)\b")
OPENING = 700
"""Characters of the body that hold its first paragraphs."""
_APART = 31
"""Days between the dateline and the publication of one article, at most."""
_WITNESSES = 2
"""Days told as past after the day of publication, at least, that show it to be wrong."""


def anchors(documents: Iterable[Document], stories: Iterable[Story]) -> list[Anchor]:
    """Return the anchor of each document, in their order.

    Args:
        documents: with what their pages state about their own day.
        stories: where a document without a year finds dated neighbours.
    """
    listed = list(documents)
    published = {document.id: _published(document) for document in listed}
    stated = {document.id: published[document.id] or _dateline(document) for document in listed}
    neighbours = _neighbours(stated, stories)
    return [_anchor(document, published[document.id], neighbours.get(document.id, ())) for document in listed]


def _neighbours(stated: Mapping[str, dt.date | None], stories: Iterable[Story]) -> Mapping[str, tuple[dt.date, ...]]:
    days: defaultdict[str, tuple[dt.date, ...]] = defaultdict(tuple)
    for story in stories:
        members = [doc_id for doc_id in story.doc_ids if doc_id in stated]
        known = {day for doc_id in members if (day := stated[doc_id])}
        for doc_id in members:
            days[doc_id] += tuple(sorted(known))
    return days


def _published(document: Document) -> dt.date | None:
    """Return the day of publication, None where the page states none or its text contradicts it."""
    day = document.published.day if document.published is not None else None
    return None if day is None or _off_dateline(document, day) or _foretold(document, day) else day


def _dateline(document: Document, near: dt.date | None = None) -> dt.date | None:
    """Return the day of the dateline; without a year of its own it takes the one that brings it closest to `near`."""
    if document.dateline is None:
        return None
    return document.dateline.day or closest(document.dateline.value, near)


def _off_dateline(document: Document, published: dt.date) -> bool:
    """Return whether the dateline is of another month: "BRENNICK, June 4", published in October."""
    day = _dateline(document, published)
    return day is not None and abs((published - day).days) > _APART


def _foretold(document: Document, published: dt.date) -> bool:
    """Return whether the text tells as past what happened days after its publication."""
    later = [(span, _years_from(published.year, document, span)) for span in document.spans("body")]
    if sum(years for _, years in later) < _WITNESSES:
        return False
    spans = [span for span, years in later if years]
    days = [day for span in spans for day in reported_days(document.text, start=span.start, end=span.end)]
    return sum((day - published).days > 1 for day in days) >= _WITNESSES


def _years_from(first: int, document: Document, span: Span) -> int:
    """Return how often `span` names the year `first` or a later one."""
    return sum(int(year) >= first for year in _YEAR.findall(document.text, span.start, span.end))


def _anchor(document: Document, published: dt.date | None, neighbours: Iterable[dt.date]) -> Anchor:
    dateline = _dateline(document, published)
    if published is not None and (dateline is None or (dateline - published).days != 1):
        return Anchor(document.id, published, "published")
    if dateline is not None:  # on the day after publication it was written where that day had begun
        return Anchor(document.id, dateline, "dateline")
    if document.dateline is None:
        return Anchor(document.id, None, "unknown")
    fitting = _by_weekday(document, document.dateline.value)
    if fitting is not None:
        return Anchor(document.id, fitting, "weekday")
    found = {closest(document.dateline.value, day) for day in neighbours}
    if len(found) == 1:
        return Anchor(document.id, found.pop(), "story")
    return Anchor(document.id, None, "unknown")


def _by_weekday(document: Document, value: str) -> dt.date | None:
    """Return the date `--MM-DD` in the one year, of the latest that the text names and the next, that its weekdays fit.

    "June 4 (X) — … was reported Thursday" was written on the Thursday that is June 4, or on the 4th for the 5th.
    """
    named = [int(year) for span in document.spans("headline", "body") for year in _YEAR.findall(document.slice(span))]
    weekdays = _first_weekdays(document)
    if not named or not weekdays:
        return None
    dates = (closest(value, dt.date(year, 7, 1)) for year in (max(named), max(named) + 1))
    fitting = [date for date in dates if date is not None and _fits(date, weekdays)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(date: dt.date, weekdays: set[int]) -> bool:
    return bool(weekdays & {date.weekday(), (date.weekday() + 1) % 7})


def _first_weekdays(document: Document) -> set[int]:
    body = document.spans("body")
    opening = " ".join(document.slice(span) for span in body)[:OPENING]
    named = [match for match in _WEEKDAY.finditer(opening) if not _BEFORE.search(opening[: match.start()])]
    return {WEEKDAYS.index(match.group().lower()) for match in named[:1]}
