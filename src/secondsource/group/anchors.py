"""Finds the day against which a document's relative dates ("on Thursday", "this year") are read.

The page's own statement comes first.  A dateline without a year takes the year in which its weekdays fit, else that of
the story.  Where nothing says it the day is unknown: an anchor is never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from secondsource.group.directions import closest
from secondsource.records import Anchor, Document, Story

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(?:" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:last|next|every|each|previous|following|coming)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19[5-9]\d|20\d\d)\b")
OPENING = 700
"""Characters of the body that hold its first paragraphs."""


def anchors(documents: Iterable[Document], stories: Iterable[Story]) -> list[Anchor]:
    """Return the anchor of each document, in their order.

    Args:
        documents: with what their pages state about their own day.
        stories: where a document without a year finds dated neighbours.
    """
    listed = list(documents)
    neighbours = _neighbours({document.id: document for document in listed}, stories)
    return [_anchor(document, neighbours.get(document.id, ())) for document in listed]


def _neighbours(documents: Mapping[str, Document], stories: Iterable[Story]) -> Mapping[str, tuple[dt.date, ...]]:
    days: defaultdict[str, tuple[dt.date, ...]] = defaultdict(tuple)
    for story in stories:
        members = [documents[doc_id] for doc_id in story.doc_ids if doc_id in documents]
        known = {day for document in members if (day := _stated(document))}
        for document in members:
            days[document.id] += tuple(sorted(known))
    return days


def _stated(document: Document) -> dt.date | None:
    stamps = (document.published, document.dateline)
    return next((stamp.day for stamp in stamps if stamp is not None and stamp.day is not None), None)


def _anchor(document: Document, neighbours: Iterable[dt.date]) -> Anchor:
    if document.published is not None and document.published.day is not None:
        return Anchor(document.id, document.published.day, "published")
    if document.dateline is None:
        return Anchor(document.id, None, "unknown")
    if document.dateline.day is not None:
        return Anchor(document.id, document.dateline.day, "dateline")
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
