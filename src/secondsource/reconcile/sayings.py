"""On which day a number was given, where its sentence tells: "said on Thursday", "as of Monday"."""

from __future__ import annotations

import datetime as dt
import re

from secondsource.reconcile.index import Index
from secondsource.records import Span

_SAYING = re.compile(
    r"\b(?:(?:said|told|reported|announced|confirmed|says|put|stood)\b(?:\s+\w+){0,3}?|as of)"
    r"\s+(?:on\s+)?(?:late\s+|early\s+)?$",
    re.IGNORECASE,
)
"""Before a time: on that day somebody gave the number."""

_FRESH = 10
"""Days for which a saying is news."""


def said_on(index: Index, span: Span) -> dt.date | None:
    """Return the day beside a cue in the sentence of `span`, if it lies at most `_FRESH` days before the text's own."""
    sentence, day = index.sentence(span), index.day(span.doc_id)
    for time in index.days.get(span.doc_id, ()):
        fresh = day is not None and time.begin is not None and 0 <= (day - time.begin).days <= _FRESH
        if fresh and time.span.within(sentence) and _told(index, sentence, time.span):
            return time.begin
    return None


def _told(index: Index, sentence: Span, time: Span) -> bool:
    return _SAYING.search(index.text(Span(time.doc_id, sentence.start, time.start))) is not None
