"""schema.org JSON-LD: articles, claims with where they appear, and what speakers said in so many words.

There is no ClaimReview: that is a rating, and only a person rates.

Source: schema.org 29, types NewsArticle, Claim and Quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.export.citing import Work, work
from secondsource.export.holdings import Holdings, urn
from secondsource.export.jsonl import Line, Value
from secondsource.records import Claim, Evidence, Span

CONTEXT: list[Value] = ["https://schema.org", {"ss": "urn:secondsource:terms:"}]


def linked(held: Holdings) -> Line:
    """Return the graph of articles, claims and words."""
    graph: list[Value] = [_article(work(document)) for document in held.documents.values()]
    for claim in held.claims.values():
        graph.append(_claim(held, claim))
        graph.extend(_words(held, row) for row in held.evidence.get(claim.id, ()))
    return {"@context": CONTEXT, "@graph": graph}


def _article(one: Work) -> Line:
    return {"@id": urn(one.id), "@type": "NewsArticle", "headline": one.title, **dict(_known(one))}


def _known(one: Work) -> Iterator[tuple[str, Value]]:
    yield "inLanguage", one.language
    if one.outlet:
        yield "publisher", {"@type": "Organization", "name": one.outlet}
    if one.author:
        yield "creditText", one.author
    if one.day:
        yield "datePublished", one.day.isoformat()
    if one.url:
        yield "url", one.url


def _claim(held: Holdings, claim: Claim) -> Line:
    found = held.assessments[claim.id]
    rows = sorted(held.evidence.get(claim.id, ()), key=lambda row: (str(row.stated or "9999"), row.id))
    return {
        "@id": urn(claim.id),
        "@type": "Claim",
        **_stands(held, claim.gist),
        "appearance": [{"@id": urn(row.id)} for row in rows],
        **({"firstAppearance": {"@id": urn(rows[0].id)}} if rows and rows[0].stated else {}),
        "ss:status": found.status,
        "ss:outlets": found.outlets,
        "ss:texts": found.texts,
        "ss:origins": found.n_origins,
        "ss:originsLow": found.n_origins_low,
        "ss:against": found.n_against,
    }


def _words(held: Holdings, row: Evidence) -> Line:
    """Return a piece of evidence: a Quotation where a named speaker is quoted in full, else a work's part."""
    said = held.attributions.get(row.ref or "")
    stance: Line = {"ss:stance": row.stance, "ss:counted": row.counted}
    if said is None or not said.speaker or not held.said_directly(row):
        origin: Line = {"ss:origin": row.origin} if row.origin else {}
        return {"@id": urn(row.id), "@type": "CreativeWork", **_stands(held, row.span), **origin, **stance}
    sort = {"person": "Person", "organisation": "Organization"}.get(held.kinds.get(said.speaker) or "")
    character: Line = {"@type": sort} if sort else {}
    speaker: Line = {"spokenByCharacter": {**character, "name": said.speaker}}
    return {"@id": urn(row.id), "@type": "Quotation", **_stands(held, row.span), **speaker, **stance}


def _stands(held: Holdings, span: Span) -> Line:
    part: Line = {"isPartOf": {"@id": urn(span.doc_id)}}
    return {"text": held.quote(span).exact, **part, "ss:start": span.start, "ss:end": span.end}
