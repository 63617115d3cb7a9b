"""Words that limit what a figure counts ("since 2015", "so far", "on board"), and the day that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondsource.records import Anchor, Offsets, Time

_LIMITS = re.compile(
    r"\bsince (?:the |its |their )?[\w’' -]{0,40}?"
    r"(?:began|started|onset|outbreak|invasion|launch|founding)\b(?: in \d{4})?"
    r"|\bso far(?: this (?:year|month|week))?|\bto date\b|\bin (?:all|total)\b|\bon board\b|\baboard\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:in|since|during|until|by|between|over|for|as of|within)\s+(?:all of\s+|the\s+|early\s+|late\s+)*$",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told|reported|announced)(?:\s+\w+){0,3}?\s+(?:on\s+)?$")
_COMPARED = re.compile(r"\b(?:from|than|against|compared (?:with|to)|versus)\s+(?:the\s+|a\s+)?$", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:\w{2,}est|worst|most|least|first|record|low|high)\b[\w ’'-]{0,50}\bsince\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a time: it only says how long nothing was like it ("the lowest since 1990")."""
_DAYS = frozenset({"date", "time"})
"""Kinds of times that tell a day: "on Monday", "on Monday evening"."""
_JOINS = re.compile(r"\s*(?:and|to|through|until|[-–])\s*")
_SINCE = re.compile(r"\bsince\b[\w’' -]{0,40}$", re.IGNORECASE)


def scope(text: str, clause: Offsets, times: Sequence[Time]) -> str:
    """Return the limiting words behind a number in its clause, in order, parted by commas."""
    found = {(hit.start(), hit.end()) for hit in _LIMITS.finditer(text, *clause)}
    for time in times:
        if clause[0] <= time.span.start and time.span.end <= clause[1] and _limits(text, time):
            lead = _LEADS.search(text, max(clause[0], time.span.start - 24), time.span.start)
            found.add((lead.start() if lead else time.span.start, time.span.end))
    kept = sorted(span for span in found if not _covered(span, found))
    return ", ".join(text[start:end] for start, end in _linked(text, kept))


def _linked(text: str, spans: Sequence[Offsets]) -> Iterator[Offsets]:
    """Yield the stretches, two that a small word joins as one: "between March and July"."""
    last: Offsets | None = None
    for span in spans:
        if last and _JOINS.fullmatch(text, last[1], span[0]):
            last = (last[0], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _covered(span: Offsets, others: set[Offsets]) -> bool:
    return any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in others)


def _limits(text: str, time: Time) -> bool:
    """Return whether a time limits a count; a plain day and the time of a statement do not."""
    if time.kind not in {"date", "duration"} or time.begin is None:
        return False
    lead = text[max(0, time.span.start - 7) : time.span.start].split()
    if _RECORD.search(text, max(0, time.span.start - 80), time.span.start):
        return False
    if lead[-1:] == ["from"] or (time.begin == time.end and lead[-1:] not in (["since"], ["until"], ["by"])):
        return False
    return _SAID.search(text, max(0, time.span.start - 60), time.span.start) is None


def as_of(text: str, places: tuple[Offsets, Offsets], times: Sequence[Time], anchor: Anchor) -> str | None:
    """Return the period or day that the figure is about: a time of its clause, else of its sentence, else the anchor.

    "Since 2015" is an open period that ends on the day of the text.  `places` are clause and sentence.
    """
    for start, end in places:
        for time in times:
            if start <= time.span.start < end and time.begin and time.kind in _DAYS and _tells_day(text, time):
                return _iso(time)
    return anchor.day.isoformat() if anchor.day else None


def _tells_day(text: str, time: Time) -> bool:
    """Return whether a time is what the figure is about: not the start of its period, nor what it is compared with."""
    before = (max(0, time.span.start - 50), time.span.start)
    return _SINCE.search(text, *before) is None and _COMPARED.search(text, *before) is None


def _iso(time: Time) -> str | None:
    """Return the day, month or year of a time; a week is given by its first day."""
    if (
        time.value[:4].isdecimal()
        and len(time.value) >= 4
        and "-W" not in time.value
        and "/" not in time.value
        and "-Q" not in time.value
    ):
        return time.value[:10]
    return time.begin.isoformat() if time.begin else None
