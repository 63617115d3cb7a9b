"""Builds the Document of an item as news agencies deliver it, whatever the envelope (ninjs, NITF, NewsML-G2)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from secondsource.ingest.agencies import canonical, names, part
from secondsource.ingest.articles import Beside, read_article
from secondsource.ingest.bylines import byline
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin
from secondsource.ingest.given import Given
from secondsource.ingest.moments import stated_moment
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document

_SIGN = re.compile(r"(?:by|von|par|por|da|di|door|av|af)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What an envelope says of its item, as written; None where it says nothing.

    Attributes:
        body: the running text, a paragraph a line.
        provider: who delivers it; it stands as the outlet where the user names none.
        sources: houses that are named as where the text comes from, the nearest first.
        first: moment of the first version.
        version: moment of this version.
        abstract: a summary that the envelope keeps apart from the text.
        captions: texts of pictures.
    """

    body: str
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    provider: str | None = None
    sources: tuple[str, ...] = ()
    first: str | None = None
    version: str | None = None
    external_id: str | None = None
    url: str | None = None
    language: str | None = None
    abstract: str | None = None
    captions: tuple[str, ...] = ()


def read_item(item: Item, origin: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    """Return the Document of an item; its text is the body, and below it title, dateline, summary and captions.

    Of an item without a body the summary is the text, as it is of a feed's.
    """
    person, signed = _signature(item.byline, lexicon) if item.byline else (None, None)
    outlet = given.outlet or _house(item.provider, item.body, lexicon)
    published, version = stated_moment(item.first), stated_moment(item.version)
    known = replace(
        given,
        outlet=outlet,
        agency=given.agency or _agency((signed, *item.sources), outlet, item.body, lexicon),
        title=given.title or item.title,
        byline=given.byline or person,
        published=given.published or published or version,
        updated=given.updated or (version if published and version != published else None),
        external_id=given.external_id or item.external_id,
        url=given.url or item.url,
        language=given.language or (item.language or "").lower()[:2] or None,
    )
    if not item.body.strip() and item.abstract:
        item = replace(item, body=item.abstract, abstract=None)
    if not item.body.strip():
        return Refusal("no text: the item has only a title" if item.title else "no text: the item is empty")
    return read_article(item.body, origin, lexicon=lexicon, given=known, beside=_beside(item))


def _signature(written: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Return the person and the agency of a byline, without sign and role: `By Ilse Orn, dpa`."""
    bare = _SIGN.sub("", written.strip())
    person, _, house = bare.rpartition(",")
    if _bare(house).casefold() in names(lexicon):
        return person.strip() or None, _bare(house)
    found = byline(written)
    return part(found.who if found else bare, lexicon)


def _agency(named: Iterable[str | None], outlet: str | None, text: str, lexicon: Lexicon) -> str | None:
    """Return the first known agency among the named houses that is not the outlet itself."""
    known = (_house(name, text, lexicon) for name in named if name and _bare(name).casefold() in names(lexicon))
    return next((name for name in known if name != outlet), None)


def _house(name: str | None, text: str, lexicon: Lexicon) -> str | None:
    """Return a house by its name in the table (`The Associated Press` is the agency), or as it is written."""
    bare = _bare(name or "")
    return canonical(bare, text, lexicon) if bare.casefold() in names(lexicon) else name


def _bare(name: str) -> str:
    return name.strip(" .").removeprefix("The ").removeprefix("the ")


def _beside(item: Item) -> list[Beside]:
    dateline = [Beside(item.dateline.strip(), "dateline", "dateline-field")] if item.dateline else []
    abstract = [Beside(item.abstract.strip(), "highlight", "abstract-field")] if item.abstract else []
    captions = [Beside(words.strip(), "caption", "caption-field") for words in item.captions]
    return [block for block in (*dateline, *abstract, *captions) if block.text]
