"""What the fields of a record mean: text, title, address, outlet, days and names, under the names that scrapers use."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from secondsource.ingest.articles import read_article
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin
from secondsource.ingest.given import Given
from secondsource.ingest.html import read_html
from secondsource.ingest.metadata import works
from secondsource.ingest.moments import is_later, stated_moment
from secondsource.ingest.outlets import named
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document

TEXT = (
    "text", "body", "content", "article", "articleBody", "body_text", "full_text", "maintext", "plain_text",
    "article_text", "content_text", "news_text",
)  # fmt: skip
HTML = ("html", "body_html", "content_html")
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": (
        "published", "date", "published_at", "date_published", "publish_date", "date_publish", "datePublished",
        "pubDate", "pub_date", "publication_date",
    ),
    "updated": ("updated", "modified", "date_modified", "dateModified", "updated_at", "date_modify", "last_modified"),
    "retrieved": ("retrieved", "retrieved_at", "date_download", "fetched_at", "scraped_at", "crawled_at"),
    "outlet": ("outlet", "source", "site", "publisher", "site_name", "source_name", "source_domain"),
    "external_id": ("id", "external_id", "doc_id", "uid", "uuid", "_id"),
    "byline": ("byline", "authors", "author"),
    "agency": ("agency",),
    "language": ("language", "lang"),
}  # fmt: skip
"""Names under which records keep what `Given` holds: those of common scrapers and of schema.org."""
_BASED_ON = ("isBasedOn", "is_based_on", "based_on")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as a text cut inside an escape leaves it (`\\ud83d`); no other program can take it over."""


def read_record(value: object, place: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    """Return the Document of a record, or why it is none; `given` is what the user says of the whole input."""
    if not isinstance(value, dict):
        return Refusal(f"a {kind_of(value)}, not an object with a `text`")
    known = _given(value, given, lexicon)
    text = _field(value, TEXT)
    html = _field(value, HTML)
    for part in (known, text, html):
        if isinstance(part, Refusal):
            return part
    if isinstance(text, str) and text.strip():
        return read_article(text, place, lexicon=lexicon, given=known)  # type: ignore[arg-type]
    if isinstance(html, str) and html.strip():
        return read_html(html, place, lexicon=lexicon, given=known)  # type: ignore[arg-type]
    there = ", ".join(sorted(str(name) for name in value)[:8]) or "none"
    return Refusal(f"no text: give it as one of {', '.join(TEXT[:3])} or html; the record's fields: {there}")


def _given(value: Mapping[str, object], given: Given, lexicon: Lexicon) -> Given | Refusal:
    """Return what the record's fields say, and over it what the user says of the whole file."""
    found: dict[str, str | None] = {}
    for name, aliases in NAMES.items():
        field = _field(value, aliases)
        if isinstance(field, Refusal):
            return field
        found[name] = field
    moments = {name: stated_moment(found[name]) for name in ("published", "updated", "retrieved")}
    language = given.language or (found["language"] or "").lower()[:2] or None
    said = replace(given, **{**found, **moments, "language": language})  # type: ignore[arg-type]
    return _in_time(
        replace(
            said,
            outlet=given.outlet or named(said.outlet, lexicon),
            agency=given.agency or said.agency,
            published=said.published or given.published,
            retrieved=said.retrieved or given.retrieved,
            based_on=tuple(works(next((value[name] for name in _BASED_ON if name in value), None))),
        ),
        stated=said.retrieved,
    )


def _in_time(given: Given, *, stated: str | None) -> Given:
    """Drop a day of publication that lies after the retrieval that the record itself states."""
    if not (stated and given.published and is_later(given.published, stated)):
        return given
    note = f"the record's date {given.published} is later than its retrieval {stated} and was not used"
    return replace(given, published=None, notes=(*given.notes, note))


def _field(value: Mapping[str, object], names: tuple[str, ...]) -> str | Refusal | None:
    for name in names:
        found = value.get(name)
        if found is None or found == "":
            continue
        text = _as_text(name, found)
        return text if text is not None else Refusal(f"field `{name}` is a {kind_of(found)}; give text")
    return None


def _as_text(name: str, found: object) -> str | None:
    """Return a field's text; ids may be numbers, authors lists, a source an object with a `name` (or a title)."""
    if isinstance(found, str):
        return _SURROGATE.sub("\ufffd", found)
    if isinstance(found, dt.date):
        return found.isoformat()
    if name in NAMES["external_id"] and isinstance(found, int):
        return str(found)
    if name in NAMES["byline"] and isinstance(found, list):
        names = [_as_text("author", item) for item in found]
        return ", ".join(item for item in names if item) if all(item is not None for item in names) else None
    if isinstance(found, dict) and name in {*NAMES["outlet"], "author"}:
        inner = found.get("name") or found.get("title")
        return inner if isinstance(inner, str) else None
    return None


def kind_of(value: object) -> str:
    """Return the name of a JSON value's kind."""
    names = {dict: "object", list: "list", str: "text", bool: "truth value", int: "number", float: "number"}
    return names.get(type(value), "null")
