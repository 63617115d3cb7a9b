"""ninjs 3: each article as a text item, each story as a composite of its articles with its claims as descriptions.

Source: IPTC ninjs 3.1 (2024).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from secondsource.export.citing import work
from secondsource.export.holdings import Holdings, urn
from secondsource.export.jsonl import Line, Value
from secondsource.records import Claim, Document, SectionKind, Stamp, Story

STANDARD: Line = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def items(held: Holdings) -> list[Line]:
    """Return the stories and after them the articles."""
    return [*(_story(held, one) for one in held.stories.values()), *(_article(one) for one in held.documents.values())]


def _story(held: Holdings, story: Story) -> Line:
    found: Line = {"uri": urn(story.id), "type": "composite", "representationType": "full", "standard": STANDARD}
    title = held.quote(story.title)
    claims: list[Value] = [_claim(held, claim) for claim in held.claims_of(story.id)]
    parts: list[Value] = [_part(held.documents[key]) for key in story.doc_ids]
    headline: Line = {"role": f"title {title.place}", "contentType": "text/plain", "value": title.exact}
    return {**found, "headlines": [headline], "descriptions": claims, "associations": parts}


def _claim(held: Holdings, claim: Claim) -> Line:
    """Return a claim; ninjs gives a description no room but its role for what it is and where it stands."""
    quote, found = held.quote(claim.gist), held.assessments[claim.id]
    numbers = f"outlets:{found.outlets} texts:{found.texts} origins:{found.n_origins_low}-{found.n_origins}"
    role = f"claim {urn(claim.id)} status:{found.status} {numbers} {quote.place}"
    return {"role": role, "contentType": "text/plain", "value": quote.exact}


def _part(document: Document) -> Line:
    return {"uri": urn(document.id), "name": work(document).title, "rel": "part"}


def _article(document: Document) -> Line:
    found: Line = {"uri": urn(document.id), "type": "text", "representationType": "full", "standard": STANDARD}
    return {**found, **dict(_metadata(document)), **dict(_text(document))}


def _metadata(document: Document) -> Iterator[tuple[str, Value]]:
    one = work(document)
    yield "language", one.language
    yield "title", one.title
    if one.author:
        yield "by", one.author
    for name, stamp in (("contentCreated", document.published), ("versionCreated", document.updated)):
        if moment := _moment(stamp):
            yield name, moment
    parties = [("publisher", one.outlet), ("agency", one.agency)]
    if any(name for _role, name in parties):
        yield "infoSources", [{"role": role, "name": name} for role, name in parties if name]
    yield "altIds", [{"role": "sha256", "value": document.sha256}, {"role": "path", "value": document.path}]
    if one.url:
        yield "renditions", [{"name": "web", "href": one.url}]


def _text(document: Document) -> Iterator[tuple[str, Value]]:
    for name, kind in (("headlines", "headline"), ("bodies", "body")):
        if parts := _sections(document, "headline" if kind == "headline" else "body"):
            yield name, parts


def _sections(document: Document, kind: SectionKind) -> list[Value]:
    spans = document.spans(kind)
    return [{"role": kind, "contentType": "text/plain", "value": document.slice(span)} for span in spans]


def _moment(stamp: Stamp | None) -> str:
    """Return a moment as ninjs asks for it, with its offset from UTC; a bare day is none."""
    if stamp is None or len(stamp.value) <= len("2026-01-14"):
        return ""
    moment = dt.datetime.fromisoformat(stamp.value)
    return moment.isoformat() if moment.tzinfo else ""
