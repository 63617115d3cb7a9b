"""Builds the Document of an article from its labelled text, what its page says of itself, and what the user says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.ingest.agencies import house
from secondsource.ingest.facts import Facts, Timed
from secondsource.ingest.given import Given
from secondsource.ingest.language import language
from secondsource.ingest.layout import Part
from secondsource.ingest.moments import day_in_url, is_later
from secondsource.ingest.outlets import named, outlet_of
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Format, Reject, Section, Span, Stamp, StampSource, identity


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: the input as the user named it, its format, and the digest of its raw bytes.

    `stamped` says where a given date comes from: the user, or the feed.
    """

    path: str
    format: Format
    sha256: str
    stamped: StampSource = "given"


def digest(raw: bytes) -> str:
    """Return the SHA-256 of `raw`, hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def reject(path: str, reason: str, sha256: str | None = None) -> Reject:
    """Return the Reject of input `path`."""
    return Reject(identity("r", path, sha256, reason), path, reason, sha256)


def document(
    text: str, parts: Iterable[Part], origin: Origin, *, said: Facts, given: Given, lexicon: Lexicon
) -> Document:
    """Build the Document of `text`.

    Args:
        text: of the document; all offsets point into it.
        parts: its labelled stretches in any order.
        origin: where it came from.
        said: what the page says of itself.
        given: what the user, a feed or a record's fields say of it; this wins.
        lexicon: knows the outlets' hosts, for articles whose outlet nobody names.
    """
    outlet = given.outlet or named(said.outlet, lexicon) or outlet_of(given.url, lexicon)
    key = identity("d", digest(text.encode("utf-8", "surrogatepass")), given.external_id, given.url, outlet)
    ordered = sorted(parts, key=lambda part: part.start)
    body = " ".join(text[part.start : part.end] for part in ordered if part.kind == "body")
    published, late = _in_time(_published(key, origin, said, given), given.retrieved)
    updated, later = _in_time(_updated(key, origin, said, given), given.retrieved)
    return Document(
        id=key,
        text=text,
        sections=tuple(Section(Span(key, part.start, part.end), part.kind, part.rule) for part in ordered),
        sha256=origin.sha256,
        path=origin.path,
        format=origin.format,
        language=given.language or language(body or text),
        external_id=given.external_id,
        url=given.url,
        outlet=outlet,
        agency=given.agency or house(said.agency, outlet, lexicon),
        title=given.title or said.title,
        byline=given.byline or said.byline,
        published=published,
        updated=updated,
        dateline=_stamp(key, said.dateline),
        based_on=tuple(dict.fromkeys((*given.based_on, *said.based_on))),
        notes=(*given.notes, *late, *later),
    )


def _published(key: str, origin: Origin, said: Facts, given: Given) -> Stamp | None:
    """Return when it was published: as given, else as the page says, else by the day in its address, else unknown."""
    if given.published:
        return Stamp(given.published, origin.stamped)
    day = day_in_url(given.url)
    return _stamp(key, said.published) or (Stamp(day, "url") if day else None)


def _updated(key: str, origin: Origin, said: Facts, given: Given) -> Stamp | None:
    return Stamp(given.updated, origin.stamped) if given.updated else _stamp(key, said.updated)


def _in_time(stamp: Stamp | None, retrieved: str | None) -> tuple[Stamp | None, tuple[str, ...]]:
    """Return the stamp, or None and a note where it lies after the retrieval; what the user says is not doubted."""
    if stamp is None or retrieved is None or stamp.how == "given" or not is_later(stamp.value, retrieved):
        return stamp, ()
    return None, (f"the page's own date {stamp.value} ({stamp.how}) is later than its retrieval and was not used",)


def _stamp(key: str, timed: Timed | None) -> Stamp | None:
    if timed is None:
        return None
    return Stamp(timed.value, timed.how, Span(key, *timed.span) if timed.span else None)
