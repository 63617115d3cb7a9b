"""Time expressions of one document, read against the day on which it was written.

Words in quotation marks are read against the day on which they were said, where their sentence names it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.records import Analysis, Anchor, Document, Offsets, Span, Time, identity
from secondsource.text import dates
from secondsource.text.dates import TimeMatch

_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|wrote|added|stated|quoted)(?:\s+\w+){0,2}?\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)
_SPOKE = re.compile(r",?(?:\s[\w.’']+){1,6}?\s(?:said|told|wrote|announced|added|stated)\b")
_SINCE = re.compile(r"\bsince\s+(?:(?:at\s+least|about|around|the|early|late|last)\s+)*$", re.IGNORECASE)
_UNBOUND = "XXXX-XX-XXT"
_DATELINE = frozenset({"dateline", "weekday", "story"})
"""What an anchor rests on where it is the day of a dateline."""
_DAY = dt.timedelta(1)


def times(document: Document, analysis: Analysis, anchor: Anchor) -> list[Time]:
    """Return the time expressions of headline and body, in order.

    A clock time without a day of its own belongs to the day of its sentence, else to the nearest day named before it
    that is not the day of a statement.  Where the anchor is the day of a dateline, a statement's weekday that would lie
    six days back is the day after it: the agency's day can precede the speaker's by a time zone.  What has lasted
    "since" a time has no end.
    """
    text, found = document.text, list[TimeMatch]()
    for span in document.spans("headline", "body"):
        found += dates.times(text, start=span.start, end=span.end, anchor=anchor.day)
    days = [_zoned(text, match, anchor) for match in found]
    days = _as_said(text, days, analysis, anchor)
    return [_record(document, _bound(text, days, at, analysis, anchor=anchor)) for at in range(len(days))]


def _record(document: Document, match: TimeMatch) -> Time:
    key = identity("t", document.id, match.start, match.end, match.value)
    span = Span(document.id, match.start, match.end)
    lasting = _SINCE.search(document.text, max(0, match.start - 30), match.start)
    end = None if lasting else match.end_day
    return Time(key, span, match.value, match.kind, match.begin, end, match.readings)


def _zoned(text: str, match: TimeMatch, anchor: Anchor) -> TimeMatch:
    day, begin = anchor.day, match.begin
    if anchor.how not in _DATELINE or day is None or begin is None or begin != match.end_day or day == dt.date.max:
        return match
    weekday = not any(sign.isdigit() for sign in text[match.start : match.end])
    if (day - begin).days != 6 or not weekday or not _said(text, match):
        return match
    following = day + _DAY
    readings = (following.isoformat(), match.value)
    return replace(match, value=readings[0], begin=following, end_day=following, readings=readings)


def _said(text: str, match: TimeMatch) -> bool:
    return _SAID.search(text, max(0, match.start - 60), match.start) is not None


def _as_said(text: str, found: list[TimeMatch], analysis: Analysis, anchor: Anchor) -> list[TimeMatch]:
    """Read quoted words against the day of their saying: "We sail tomorrow," the master said on Friday."""
    spoken = [match for match in found if match.begin == match.end_day and _of_saying(text, match, analysis)]
    for quotation in analysis.quotations if spoken else ():
        inside = [match for match in found if _within(match, quotation.inner)]
        day = _saying(spoken, quotation.outer, analysis) if inside else None
        if day is None or day == anchor.day:
            continue
        start, end = quotation.inner
        again = dates.times(text, start=start, end=end, anchor=day)
        found = sorted([*(match for match in found if match not in inside), *again], key=lambda match: match.start)
    return found


def _within(match: TimeMatch, place: Offsets) -> bool:
    return place[0] <= match.start and match.end <= place[1]


def _of_saying(text: str, match: TimeMatch, analysis: Analysis) -> bool:
    """Return whether an expression outside all quotation marks tells when something was said."""
    said = _said(text, match) or _SPOKE.match(text, match.end, match.end + 80) is not None
    return said and not any(_within(match, quotation.outer) for quotation in analysis.quotations)


def _saying(spoken: Iterable[TimeMatch], quotation: Offsets, analysis: Analysis) -> dt.date | None:
    """Return the day on which a quotation's sentences say that it was spoken, None where they name none or two."""
    sentences = [place for place in analysis.sentences if place[0] < quotation[1] and quotation[0] < place[1]]
    days = {match.begin for match in spoken if any(_within(match, place) for place in sentences)}
    return days.pop() if len(days) == 1 else None


def _bound(text: str, found: Sequence[TimeMatch], at: int, analysis: Analysis, *, anchor: Anchor) -> TimeMatch:
    """Give a clock time its day."""
    match = found[at]
    if not match.value.startswith(_UNBOUND):
        return match
    return dates.on_day(match, _day_of(text, found, at, analysis) or anchor.day)


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
