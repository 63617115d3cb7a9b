"""Words that limit what a figure counts ("since 2015", "so far", "on board"), and the day that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_SINCE = re.compile(r"\bsince\b[\w’' -]{0,40}$", re.IGNORECASE)


def scope(text: str, clause: Offsets, times: Sequence[Time]) -> str:
    """Return the limiting words behind a number in its clause, in order, parted by commas."""
    found = {(hit.start(), hit.end()) for hit in _LIMITS.finditer(text, *clause)}
    for time in times:
        if clause[0] <= time.span.start and time.span.end <= clause[1] and _limits(text, time):
            lead = _LEADS.search(text, max(clause[0], time.span.start - 24), time.span.start)
            found.add((lead.start() if lead else time.span.start, time.span.end))
    return ", ".join(text[start:end] for start, end in sorted(found) if not _covered((start, end), found))


def _covered(span: Offsets, others: set[Offsets]) -> bool:
    return any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in others)


def _limits(text: str, time: Time) -> bool:
    """Return whether a time limits a count; a plain day and the time of a statement do not."""
    if time.kind not in {"date", "duration"} or time.begin is None:
        return False
    lead = text[max(0, time.span.start - 7) : time.span.start].split()
    if lead[-1:] == ["from"] or (time.begin == time.end and lead[-1:] not in (["since"], ["until"], ["by"])):
        return False
    return _SAID.search(text, max(0, time.span.start - 60), time.span.start) is None


def as_of(text: str, places: tuple[Offsets, Offsets], times: Sequence[Time], anchor: Anchor) -> str | None:
    """Return the period or day that the figure is about: a time of its clause, else of its sentence, else the anchor.

    "Since 2015" is an open period that ends on the day of the text.  `places` are clause and sentence.
    """
    for start, end in places:
        for time in times:
            if start <= time.span.start < end and time.begin and time.kind == "date" and not _since(text, time):
                return _iso(time)
    return anchor.day.isoformat() if anchor.day else None


def _since(text: str, time: Time) -> bool:
    return _SINCE.search(text, max(0, time.span.start - 50), time.span.start) is not None


def _iso(time: Time) -> str | None:
    """Return the day, month or year of a time; a week is given by its first day."""
    if time.value[:4].isdecimal() and "-W" not in time.value and "/" not in time.value and "-Q" not in time.value:
        return time.value[:10]
    return time.begin.isoformat() if time.begin else None
