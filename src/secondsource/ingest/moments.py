"""Reads the dates that feeds and records state, in ISO 8601, RFC 822 or words, and keeps their offsets."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from secondsource.ingest.metadata import moment
from secondsource.ingest.stamps import iso, moments

_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")


def day_in_url(url: str | None) -> str | None:
    """Return the day that an article's address names, or None; an archive's address ends with the article's own.

    >>> day_in_url("https://example.org/news/2024/02/12/ferry-sinks")
    '2024-02-12'
    """
    found = _IN_URL.findall(url or "")
    return iso(*map(int, found[-1])) if found else None


def stated_moment(value: str | None) -> str | None:
    """Return `value` as ISO 8601, or None where it is no date: unknown is better than wrong.

    >>> stated_moment("Mon, 12 Feb 2024 06:10:00 +0100")
    '2024-02-12T06:10+01:00'
    """
    if not value:
        return None
    found = moment(value)
    if found:
        return found
    try:
        return parsedate_to_datetime(value).replace(second=0, microsecond=0).isoformat(timespec="minutes")
    except (ValueError, IndexError):
        read = moments(value[:200])
        return read[0].value if read else None


def is_later(moment: str, limit: str) -> bool:
    """Tell whether an ISO moment lies after another, wherever on earth it was written.

    A day, and a time without its offset, count as later only where they are so in every zone (UTC-12 to UTC+14).

    >>> is_later("2025-03-05", "2025-03-04T23:00+00:00")
    False
    """
    if moment.startswith("--"):
        return False
    whole_day = dt.timedelta(days=1 if len(limit) == len("2025-03-04") else 0)
    return _utc(moment, dt.timedelta(hours=14)) > _utc(limit, -dt.timedelta(hours=12)) + whole_day


def _utc(moment: str, east: dt.timedelta) -> dt.datetime:
    """Return the moment in UTC; one without an offset as written where clocks are `east` of Greenwich."""
    read = dt.datetime.fromisoformat(moment)
    return read.astimezone(dt.UTC) if read.tzinfo else (read - east).replace(tzinfo=dt.UTC)
