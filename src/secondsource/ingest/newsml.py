"""Reads NewsML-G2: news items, alone or in a message, with their text as NITF, XHTML or plain text inside.

Source: IPTC NewsML-G2 2.34.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from secondsource.ingest import nitf
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, reject
from secondsource.ingest.given import Given
from secondsource.ingest.visible import plain, visible_lines
from secondsource.ingest.wire import Item, read_item
from secondsource.ingest.xml import attributes, first, parsed, words
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document, Reject

_ITEMS = ("newsItem", "packageItem", "conceptItem", "planningItem", "knowledgeItem", "catalogItem")


def read_newsml(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Iterator[Document | Reject]:
    """Yield one document or reject for each item; with more than one, its number follows the path after `!`."""
    found = parsed(text)
    if isinstance(found, Refusal) or found.root.tag == "NewsML":
        old = "NewsML 1; its successor NewsML-G2 is read, and so is the NITF inside it as a file of its own"
        yield reject(origin.path, found.reason if isinstance(found, Refusal) else old, origin.sha256)
        return
    known = replace(given, notes=(*given.notes, *found.notes))
    items = list(found.root.iter(*_ITEMS))
    for number, item in enumerate(items, start=1):
        path = origin.path if len(items) == 1 else f"{origin.path}!{number}"
        place = replace(origin, path=path, format="newsml", stamped="feed")
        made = _read(item, place, lexicon=lexicon, given=known)
        yield reject(path, made.reason, origin.sha256) if isinstance(made, Refusal) else made
    if not items:
        yield reject(origin.path, "a NewsML message without items", origin.sha256)


def _read(item: etree._Element, place: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    if item.tag != "newsItem":
        return Refusal(f"no text: a NewsML {item.tag}")
    if "canceled" in (_code(item, "itemMeta/pubStatus") or ""):
        return Refusal("cancelled by its provider (pubStatus)")
    kind = (_code(item, "itemMeta/itemClass") or "text").rsplit(":", 1)[-1]
    if not len(item.find("contentSet") if item.find("contentSet") is not None else ()):
        return Refusal(f"no text: a NewsML item of class {kind} without content")
    inner = next(item.iterfind("contentSet/inlineXML//nitf"), None)
    said = nitf.item(inner) if inner is not None else Item(body=_body(item))
    if not said.body and kind != "text":
        return Refusal(f"no text: the content of this NewsML item of class {kind} lies elsewhere (remoteContent)")
    return read_item(_with_envelope(said, item), place, lexicon=lexicon, given=given)


def _with_envelope(said: Item, item: etree._Element) -> Item:
    """Return the item with what its envelope says, which wins over the text's own head."""
    sources = (*_names(item, "contentMeta/infoSource"), *_names(item, "contentMeta/creditline"), *said.sources)
    holder = next(_names(item, "rightsInfo/copyrightHolder"), None)
    return replace(
        said,
        title=first(item, "contentMeta/headline", "itemMeta/title") or said.title,
        byline=first(item, "contentMeta/by", "contentMeta/creator/name") or said.byline,
        dateline=first(item, "contentMeta/dateline") or said.dateline,
        provider=next(_names(item, "itemMeta/provider"), None) or holder or next(iter(sources), None) or said.provider,
        sources=sources,
        first=first(item, "itemMeta/firstCreated", "contentMeta/contentCreated") or said.first,
        version=first(item, "itemMeta/versionCreated") or said.version,
        external_id=item.get("guid") or said.external_id,
        url=next((url for url in attributes(item, "itemMeta/link", "href") if url.startswith("http")), said.url),
        language=next(attributes(item, "contentMeta/language", "tag"), said.language),
        abstract=first(item, "contentMeta/description") or said.abstract,
    )


def _body(item: etree._Element) -> str:
    """Return the longest text that the item carries inside, without tags."""
    texts = []
    for node in item.iterfind("contentSet/inlineXML"):
        for extra in node.iter("head"):
            extra.clear(keep_tail=True)
        texts.append("\n".join(visible_lines(node)))
    for node in item.iterfind("contentSet/inlineData"):
        raw = "".join(node.itertext()).strip()
        texts.append(plain(raw) if "html" in (node.get("contenttype") or "") else raw)
    return max(texts, key=len, default="")


def _names(item: etree._Element, path: str) -> Iterator[str]:
    """Yield the names of parties: their `name`, their words, a literal, or the code behind its scheme (`nprov:AP`)."""
    for node in item.iterfind(path):
        code = (node.get("literal") or node.get("qcode") or "").rsplit(":", 1)[-1]
        if found := first(node, "name") or words(node) or code:
            yield found


def _code(item: etree._Element, path: str) -> str | None:
    return next(attributes(item, path, "qcode"), None)
