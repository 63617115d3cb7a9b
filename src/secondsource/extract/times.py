"""Time expressions of one document, read against the day on which it was written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.records import Analysis, Anchor, Document, Span, Time, identity
from secondsource.text import dates
from secondsource.text.dates import TimeMatch

_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|wrote|added|stated|quoted)(?:\s+\w+){0,2}?\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)
_UNBOUND = "XXXX-XX-XXT"
_DAY = dt.timedelta(1)


def times(document: Document, analysis: Analysis, anchor: Anchor) -> list[Time]:
    """Return the time expressions of headline and body, in order.

    A clock time without a day of its own belongs to the day of its sentence, else to the nearest day named before it
    that is not the day of a statement.  Where the anchor is the day of a dateline, a statement's weekday that would lie
    six days back is the day after it: the agency's day can precede the speaker's by a time zone.
    """
    found: list[TimeMatch] = []
    for span in document.spans("headline", "body"):
        found += dates.times(document.text, start=span.start, end=span.end, anchor=anchor.day)
    days = [_zoned(document.text, match, anchor) for match in found]
    return [_record(document.id, _bound(document.text, days, at, analysis, anchor=anchor)) for at in range(len(days))]


def _record(doc_id: str, match: TimeMatch) -> Time:
    key = identity("t", doc_id, match.start, match.end, match.value)
    return Time(key, Span(doc_id, match.start, match.end), match.value, match.kind, match.begin, match.end_day)


def _zoned(text: str, match: TimeMatch, anchor: Anchor) -> TimeMatch:
    day, begin = anchor.day, match.begin
    if anchor.how != "dateline" or day is None or begin is None or begin != match.end_day or day == dt.date.max:
        return match
    weekday = not any(sign.isdigit() for sign in text[match.start : match.end])
    if (day - begin).days != 6 or not weekday or not _said(text, match):
        return match
    following = day + _DAY
    return replace(match, value=following.isoformat(), begin=following, end_day=following)


def _said(text: str, match: TimeMatch) -> bool:
    return _SAID.search(text, max(0, match.start - 60), match.start) is not None


def _bound(text: str, found: Sequence[TimeMatch], at: int, analysis: Analysis, *, anchor: Anchor) -> TimeMatch:
    """Give a clock time its day."""
    match = found[at]
    if not match.value.startswith(_UNBOUND):
        return match
    day = _day_of(text, found, at, analysis) or anchor.day
    if day is None:
        return match
    return replace(match, value=f"{day.isoformat()}{match.value[10:]}", begin=day, end_day=day)


def _day_of(text: str, found: Sequence[TimeMatch], at: int, analysis: Analysis) -> dt.date | None:
    match = found[at]
    start, end = next((s for s in analysis.sentences if s[0] <= match.start < s[1]), (match.start, match.end))
    days = [other for other in found if other.begin and other.begin == other.end_day and other.kind == "date"]
    inside = [other for other in days if start <= other.start < end]
    if inside:
        return min(inside, key=lambda other: abs(other.start - match.start)).begin
    before = [other for other in days if other.start < start]
    events = [other for other in before if not _said(text, other)]
    return (events or before)[-1].begin if before else None
