"""Reads JSON lines, JSON arrays and single JSON objects: each record an article; a bad one rejects only itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from secondsource.ingest.articles import read_article
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.given import Given
from secondsource.ingest.html import read_html
from secondsource.ingest.moments import stated_moment
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

_TEXT = ("text", "body", "content", "article", "articleBody", "body_text", "full_text", "maintext", "plain_text")
_HTML = ("html", "body_html", "content_html")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": (
        "published", "date", "published_at", "date_published", "publish_date", "date_publish", "datePublished",
        "pubDate", "pub_date", "publication_date",
    ),
    "outlet": ("outlet", "source", "site", "publisher", "site_name", "source_name", "source_domain"),
    "external_id": ("id", "external_id", "doc_id", "uid", "uuid", "_id"),
    "byline": ("byline", "authors", "author"),
    "agency": ("agency",),
    "language": ("language", "lang"),
}  # fmt: skip
"""Names under which records keep what `Given` holds: those of common scrapers and of schema.org."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as a text cut inside an escape leaves it (`\\ud83d`); no other program can take it over."""


def read_jsonl(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each line that is not blank; its number follows the path after `!`."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip("\ufeff \t\r"):
            yield _member(line.strip("\ufeff \t\r"), number, origin, lexicon=lexicon, given=given)


def read_json(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each member of a JSON array, or for the one object of the file."""
    value = _parsed(text)
    if isinstance(value, Refusal):
        yield reject(origin.path, value.reason, origin.sha256)
    elif isinstance(value, list):
        for number, member in enumerate(value, start=1):
            yield _record(member, number, origin, lexicon=lexicon, given=given)
        if not value:
            yield reject(origin.path, "an empty list", origin.sha256)
    else:
        yield _record(value, 1, origin, lexicon=lexicon, given=given)


def _member(line: str, number: int, origin: Origin, *, lexicon: Lexicon, given: Given) -> Document | Reject:
    value = _parsed(line)
    if isinstance(value, Refusal):
        return reject(f"{origin.path}!{number}", value.reason, origin.sha256)
    return _record(value, number, origin, lexicon=lexicon, given=given)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return Refusal(f"not JSON: {error.msg} at character {error.pos + 1} (a line cut short?)")
    except (RecursionError, ValueError) as error:
        return Refusal(f"not JSON: {error}")


def _record(value: object, number: int, origin: Origin, *, lexicon: Lexicon, given: Given) -> Document | Reject:
    place = replace(origin, path=f"{origin.path}!{number}")
    found = _article(value, place, lexicon=lexicon, given=given)
    return reject(place.path, found.reason, place.sha256) if isinstance(found, Refusal) else found


def _article(value: object, place: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    if not isinstance(value, dict):
        return Refusal(f"a {_kind(value)}, not an object with a `text`")
    known = _given(value, given)
    text = _field(value, _TEXT)
    html = _field(value, _HTML)
    for part in (known, text, html):
        if isinstance(part, Refusal):
            return part
    if isinstance(text, str) and text.strip():
        return read_article(text, place, lexicon=lexicon, given=known)  # type: ignore[arg-type]
    if isinstance(html, str) and html.strip():
        return read_html(html, place, lexicon=lexicon, given=known)  # type: ignore[arg-type]
    there = ", ".join(sorted(str(name) for name in value)[:8]) or "none"
    return Refusal(f"no text: give it as one of {', '.join(_TEXT[:3])} or html; the record's fields: {there}")


def _given(value: dict[str, object], given: Given) -> Given | Refusal:
    """Return what the record's fields say, and over it what the user says of the whole file."""
    found: dict[str, str] = {}
    for name, aliases in _NAMES.items():
        field = _field(value, aliases)
        if isinstance(field, Refusal):
            return field
        if field:
            found[name] = field
    published = stated_moment(found.pop("published", None))
    said = Given(**found, published=published)
    if said.language:
        said = replace(said, language=said.language.lower()[:2])
    return replace(
        said,
        outlet=given.outlet or said.outlet,
        agency=given.agency or said.agency,
        published=said.published or given.published,
        language=given.language or said.language,
    )


def _field(value: dict[str, object], names: tuple[str, ...]) -> str | Refusal | None:
    for name in names:
        found = value.get(name)
        if found is None or found == "":
            continue
        text = _as_text(name, found)
        return text if text is not None else Refusal(f"field `{name}` is a {_kind(found)}; give text")
    return None


def _as_text(name: str, found: object) -> str | None:
    """Return a field's text; ids may be numbers, authors lists, a source an object with a `name` (or a title)."""
    if isinstance(found, str):
        return _SURROGATE.sub("\ufffd", found)
    if name in _NAMES["external_id"] and isinstance(found, int):
        return str(found)
    if name in _NAMES["byline"] and isinstance(found, list):
        names = [_as_text("author", item) for item in found]
        return ", ".join(item for item in names if item) if all(item is not None for item in names) else None
    if isinstance(found, dict) and name in {*_NAMES["outlet"], "author"}:
        inner = found.get("name") or found.get("title")
        return inner if isinstance(inner, str) else None
    return None


def _kind(value: object) -> str:
    names = {dict: "object", list: "list", str: "text", bool: "truth value", int: "number", float: "number"}
    return names.get(type(value), "null")
