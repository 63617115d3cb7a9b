"""Reads WARC files of web crawls, plain or gzipped, one record at a time; needs the extra `warc`.

Pages and feeds that a server answered with 200 are read; requests and descriptions of the crawl are no inputs.  What
else a crawl brings along (pictures, styles, moved addresses) is counted and stands in one refusal for each sort.
Source: WARC 1.1 (ISO 28500:2017).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from secondsource.ingest.decode import Refusal

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LARGEST = 32 * 2**20
"""Bytes of a record's body that are read; pages have a tenth of a percent of it."""
_TEXTS = ("text/html", "text/plain", "application/xhtml", "application/json", "application/feed+json", "xml")
_MISSING = "a WARC file; reading it needs an extra: pip install 'secondsource[warc]'"


@dataclass(frozen=True, slots=True)
class Captured:
    """A page as it was fetched: the record's number, its bytes, address, moment, charset and id."""

    number: int
    raw: bytes
    url: str | None
    retrieved: str | None
    charset: str | None
    record_id: str | None


def captured(file: BinaryIO) -> Iterator[Captured | Refusal]:
    """Yield the pages of a WARC file, and a refusal for each sort of record that is none, or for a break."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra that most lack
    except ImportError:
        yield Refusal(_MISSING)
        return
    passed: Counter[str] = Counter()
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(file, record_types=wanted, auto_decode="all"), start=1):
            sort = _unwanted(record, is_revisit=record.record_type == WarcRecordType.revisit)
            if sort is None:
                yield _captured(number, record)
            else:
                passed[sort] += 1
    except (OSError, ValueError, RuntimeError) as error:
        yield Refusal(f"broken WARC file: {error}; {number} records were read")
    for sort, count in sorted(passed.items()):
        yield Refusal(f"{count} records without text of their own: {sort}")
    if not number and not passed:
        yield Refusal("a WARC file without pages")


def _unwanted(record: WarcRecord, *, is_revisit: bool) -> str | None:
    """Return the sort of a record that holds no page, None for one that does."""
    if is_revisit:
        return "revisits of pages stored elsewhere"
    status = record.http_headers.status_code if record.http_headers is not None else 200
    if status != 200:
        return f"answered with status {status}"
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    is_text = any(text in kind for text in _TEXTS) and "svg" not in kind
    return None if is_text or not kind else f"of type {kind}"


def _captured(number: int, record: WarcRecord) -> Captured | Refusal:
    raw = record.reader.read(LARGEST + 1)
    url = record.headers.get("WARC-Target-URI")
    if len(raw) > LARGEST:
        return Refusal(f"record {number} ({url}) is larger than {LARGEST / 2**20:.0f} MiB")
    moment = record.record_date
    return Captured(
        number,
        raw,
        url.strip("<>") if url else None,
        moment.isoformat() if moment else None,
        record.http_charset,
        record.record_id or None,
    )
