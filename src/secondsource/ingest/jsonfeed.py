"""Reads JSON Feed 1.0 and 1.1: each item an article; an item of a link blog names the page that it rests on.

Source: https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from secondsource.ingest.articles import read_article
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.given import Given
from secondsource.ingest.moments import stated_moment
from secondsource.ingest.visible import plain
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

_VERSION = "https://jsonfeed.org/version/"


def is_json_feed(value: object) -> bool:
    """Tell whether a JSON value is a feed: it names the version that it follows."""
    return isinstance(value, dict) and str(value.get("version")).startswith((_VERSION, "http" + _VERSION[5:]))


def read_json_feed(
    feed: Mapping[str, object], origin: Origin, *, lexicon: Lexicon, given: Given
) -> Iterator[Document | Reject]:
    """Yield one document or reject for each item; its number follows the path after `!`."""
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        yield reject(origin.path, "a feed without items", origin.sha256)
        return
    known = replace(
        given,
        outlet=given.outlet or _text(feed.get("title")),
        language=given.language or _language(feed),
        byline=_authors(feed),
    )
    for number, item in enumerate(items, start=1):
        place = replace(origin, path=f"{origin.path}!{number}", format="feed", stamped="feed")
        found = _article(item, place, lexicon=lexicon, given=known)
        yield reject(place.path, found.reason, place.sha256) if isinstance(found, Refusal) else found


def _article(item: object, place: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    if not isinstance(item, dict):
        return Refusal("an item that is no object")
    elsewhere = _text(item.get("external_url"))
    known = replace(
        given,
        url=_text(item.get("url")) or elsewhere,
        title=_text(item.get("title")),
        external_id=_text(item.get("id")) or (str(item["id"]) if isinstance(item.get("id"), int) else None),
        published=stated_moment(_text(item.get("date_published"))),
        updated=stated_moment(_text(item.get("date_modified"))),
        byline=_authors(item) or given.byline,
        language=_language(item) or given.language,
        based_on=(elsewhere,) if elsewhere else (),
    )
    html, text = _text(item.get("content_html")), _text(item.get("content_text"))
    body = text or (plain(html) if html else _text(item.get("summary")))
    if not body:
        return Refusal("no text: the item has only a title" if known.title else "no text: the item is empty")
    return read_article(body, place, lexicon=lexicon, given=known)


def _authors(item: Mapping[str, object]) -> str | None:
    """Return the names of `authors`, or of `author` as version 1.0 has it."""
    listed = item.get("authors")
    people = listed if isinstance(listed, list) else [item.get("author")]
    names = [_text(person.get("name")) for person in people if isinstance(person, dict)]
    return ", ".join(name for name in names if name) or None


def _language(item: Mapping[str, object]) -> str | None:
    code = _text(item.get("language"))
    return code[:2].lower() if code else None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
