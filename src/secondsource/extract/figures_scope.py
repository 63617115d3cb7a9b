"""Words that limit what a figure counts ("since 2015", "so far", "on board"), and the day that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.records import Anchor, Offsets, Time

_LIMITS = re.compile(
    r"\bsince (?:the |its |their )?[\w’' -]{0,40}?(?:began|started|onset|outbreak|invasion|launch|founding)\b(?: in \d{4})?"
    r"|\bso far(?: this (?:year|month|week))?|\bto date\b|\bin (?:all|total)\b|\bon board\b|\baboard\b|\bthere now\b"
    r"|\bsince its onset in \d{4}",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:in|since|during|until|by|between|over|for|as of|within)\s+(?:all of\s+)?(?:the\s+)?$", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:said|told|reported|announced)(?:\s+\w+){0,3}?\s+(?:on\s+)?$")


def scope(text: str, clause: Offsets, times: Sequence[Time]) -> str:
    """Return the limiting words behind a number in its clause, in order, parted by commas."""
    found = {(hit.start(), hit.end()) for hit in _LIMITS.finditer(text, *clause)}
    for time in times:
        if clause[0] <= time.span.start and time.span.end <= clause[1] and _limits(text, time):
            lead = _LEADS.search(text, max(clause[0], time.span.start - 20), time.span.start)
            found.add((lead.start() if lead else time.span.start, time.span.end))
    kept = [
        span
        for span in sorted(found)
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in found)
    ]
    return ", ".join(text[start:end] for start, end in kept)


def _limits(text: str, time: Time) -> bool:
    if time.kind not in {"date", "duration"} or time.begin is None:
        return False
    return time.begin != time.end or _SAID.search(text, max(0, time.span.start - 60), time.span.start) is None


def as_of(text: str, sentence: Offsets, clause: Offsets, times: Sequence[Time], anchor: Anchor) -> str | None:
    """Return the period or day that the figure is about: a time of its clause, else of its sentence, else the anchor.

    "Since 2015" is an open period that ends on the day of the text.
    """
    near = [time for time in times if clause[0] <= time.span.start < clause[1] and time.begin and time.kind == "date"]
    wide = [
        time for time in times if sentence[0] <= time.span.start < sentence[1] and time.begin and time.kind == "date"
    ]
    for time in near + wide:
        if text[max(0, time.span.start - 6) : time.span.start].lower().startswith("since"):
            continue
        if time.value[:4].isdecimal():
            return time.value[:10] if "-W" not in time.value else time.begin.isoformat() if time.begin else None
    return anchor.day.isoformat() if anchor.day else None
