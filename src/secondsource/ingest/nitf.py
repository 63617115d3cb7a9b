"""Reads NITF, the XML of older news feeds: one article a file, or many under one root.

Source: IPTC NITF 3.6; also with the name space that 3.4 brought.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.given import Given
from secondsource.ingest.visible import visible_lines
from secondsource.ingest.wire import Item, read_item
from secondsource.ingest.xml import attributes, first, parsed, words
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

_BLOCKS = {"hl2": "h2", "block": "div", "bq": "blockquote"}
"""Blocks of NITF by the tags of HTML that break lines where they do."""


def read_nitf(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each article; with more than one, its number follows the path after `!`."""
    found = parsed(text)
    if isinstance(found, Refusal):
        yield reject(origin.path, found.reason, origin.sha256)
        return
    known = replace(given, notes=(*given.notes, *found.notes))
    articles = list(found.root.iter("nitf"))
    for number, article in enumerate(articles, start=1):
        path = origin.path if len(articles) == 1 else f"{origin.path}!{number}"
        place = replace(origin, path=path, format="nitf", stamped="feed")
        made = read_item(item(article), place, lexicon=lexicon, given=known)
        yield reject(path, made.reason, origin.sha256) if isinstance(made, Refusal) else made
    if not articles:
        yield reject(origin.path, "an NITF file without articles", origin.sha256)


def item(article: etree._Element) -> Item:
    """Return what an element `nitf` says."""
    holder = next(attributes(article, "head/docdata/doc.copyright", "holder"), None)
    named = next(attributes(article, "head/pubdata", "name"), None)
    distributor = first(article, "body/body.head/distributor")
    return Item(
        body=body(article.find("body/body.content")),
        title=first(article, "body/body.head/hedline/hl1", "body/body.head/headline/hl1", "head/title"),
        byline=_byline(article.find("body/body.head/byline")),
        dateline=first(article, "body/body.head/dateline"),
        provider=named or distributor or holder,
        sources=tuple(name for name in (distributor, holder) if name),
        first=_first_version(article),
        version=next(attributes(article, "head/revision-history", "norm"), None),
        external_id=next(attributes(article, "head/docdata/doc-id", "id-string"), None),
        url=next((url for url in attributes(article, "head/pubdata", "ex-ref") if url.startswith("http")), None),
        abstract=first(article, "body/body.head/abstract"),
        captions=tuple(found for node in article.iter("media-caption") if (found := words(node))),
    )


def body(content: etree._Element | None) -> str:
    """Return the running text of `body.content`, a line for each paragraph, without pictures and their captions."""
    if content is None:
        return ""
    own = copy.deepcopy(content)
    own.tail = None
    for node in list(own.iter("media", "nitf-table-metadata")):
        _remove(node)
    for node in own.iter(*_BLOCKS):
        node.tag = _BLOCKS[node.tag]
    return "\n".join(visible_lines(own))


def _remove(node: etree._Element) -> None:
    """Take a node out of its tree, and leave the text behind it."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _byline(node: etree._Element | None) -> str | None:
    """Return who signs: the persons that the byline marks, else its words without title and place."""
    if node is None:
        return None
    people = [found for person in node.iter("person") if (found := words(person))]
    if people:
        return ", ".join(people)
    own = copy.deepcopy(node)
    own.tail = None
    for extra in list(own.iter("byttl", "location", "virtloc")):
        _remove(extra)
    return words(own) or words(node)


def _first_version(article: etree._Element) -> str | None:
    """Return when it was issued; `date.release` is an embargo, and only counts where nothing else is said."""
    places = (
        ("head/docdata/date.issue", "norm"),
        ("head/pubdata", "date.publication"),
        ("body/body.head/dateline/story.date", "norm"),
        ("head/docdata/date.release", "norm"),
    )
    return next((value for path, name in places for value in attributes(article, path, name)), None)
