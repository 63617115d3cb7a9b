"""Rows that an earlier version wrote can still be read."""

from __future__ import annotations

import datetime as dt

from secondsource.records import Span, Time
from secondsource.store.codec import decode, encode

FRIDAY = dt.date(2024, 2, 9)


def test_a_time_keeps_its_readings() -> None:
    time = Time("t1", Span("d", 0, 6), "2024-02-09", "date", FRIDAY, FRIDAY, ("2024-02-09", "2024-02-16"))
    assert decode(Time, encode(time)) == time


def test_a_time_that_was_written_without_readings_has_none() -> None:
    span = b'{"doc_id":"d","start":0,"end":6}'
    row = b'{"id":"t1","span":' + span + b',"value":"2024-02-09","kind":"date","begin":null,"end":null}'
    assert decode(Time, row) == Time("t1", Span("d", 0, 6), "2024-02-09", "date")
