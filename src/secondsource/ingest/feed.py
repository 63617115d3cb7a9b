"""Reads RSS and Atom from bytes, never from the network; an item's outlet is the one that its `<source>` names."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from xml.sax import SAXException

import feedparser
from feedparser import FeedParserDict

from secondsource.ingest.articles import read_article
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.given import Given
from secondsource.ingest.moments import stated_moment
from secondsource.ingest.visible import plain
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject


def read_feed(raw: bytes, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each item; its number follows the path after `!`.

    A feed that breaks off gives the items before the break and one reject for the rest.
    """
    parsed = feedparser.parse(io.BytesIO(raw), resolve_relative_uris=False, sanitize_html=False)
    title = _text(parsed.feed.get("title"))
    for number, item in enumerate(parsed.entries, start=1):
        place = replace(origin, path=f"{origin.path}!{number}", stamped="feed")
        found = _article(item, title, place, lexicon=lexicon, given=given)
        yield reject(place.path, found.reason, place.sha256) if isinstance(found, Refusal) else found
    error = parsed.get("bozo_exception")
    if not parsed.entries:
        yield reject(origin.path, f"broken feed: {error}" if error else "a feed without items", origin.sha256)
    elif isinstance(error, SAXException):
        yield reject(origin.path, f"broken feed: {error}; {len(parsed.entries)} items were read", origin.sha256)


def _article(
    item: FeedParserDict, feed_title: str | None, place: Origin, *, lexicon: Lexicon, given: Given
) -> Document | Refusal:
    source = item.get("source")
    published = _text(item.get("published") or item.get("created"))
    updated = _text(item["updated"]) if "updated" in item else None
    known = replace(
        given,
        outlet=given.outlet or (_text(source.get("title")) if source else None) or feed_title,
        published=stated_moment(published or updated),
        updated=stated_moment(updated) if published else None,
        url=_text(item.get("link")),
        title=_text(item.get("title")),
        byline=_text(item.get("author")),
        external_id=_text(item.get("id")),
    )
    text = _content(item)
    if not text:
        return Refusal("no text: the item has only a title" if known.title else "no text: the item is empty")
    return read_article(text, place, lexicon=lexicon, given=known)


def _content(item: FeedParserDict) -> str:
    """Return the longest text that the item carries, without its tags."""
    texts = [_text(part.get("value")) for part in item.get("content", [])] + [_text(item.get("summary"))]
    return max((plain(text) for text in texts if text), key=len, default="")


def _text(value: object) -> str | None:
    """Return a field's text with blanks at its ends dropped, or None for an empty one."""
    return value.strip() or None if isinstance(value, str) else None
