"""FollowTheMoney entities, one a line: articles, parties, and claims with their evidence as notes.

FollowTheMoney has no claim and no offsets; a note carries the words as `description`, its article as `proof`, and
their place as `notes`, a URI with a fragment.

Source: FollowTheMoney 4.11, schemata Article, LegalEntity, Person, Organization, Note.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.export.citing import Work, work
from secondsource.export.holdings import Holdings
from secondsource.export.jsonl import Line, Value
from secondsource.records import Claim, Evidence, Span, identity

LANGUAGES = {
    "ar": "ara", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fi": "fin", "fr": "fra", "he": "heb",
    "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por",
    "ro": "ron", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""Codes of two letters and of three.  Source: ISO 639-1 and 639-3; a language that is not here is left out."""


def entities(held: Holdings) -> Iterator[Line]:
    """Yield the entities: articles, then parties, then each claim with its evidence."""
    for document in held.documents.values():
        yield _article(work(document), document.path)
    for name in held.parties:
        yield _party(held, name)
    for claim in held.claims.values():
        yield _claim(held, claim)
        for row in held.evidence.get(claim.id, ()):
            yield _evidence(held, row)


def _article(one: Work, path: str) -> Line:
    found = {
        "title": one.title,
        "publisher": one.outlet,
        "author": one.author,
        "publishedAt": one.day.isoformat() if one.day else "",
        "sourceUrl": one.url,
        "language": LANGUAGES.get(one.language, ""),
        "fileName": path.rsplit("/", 1)[-1],
    }
    return _entity(one.id, "Article", {name: [value] for name, value in found.items() if value})


def _party(held: Holdings, name: str) -> Line:
    schema = {"person": "Person", "organisation": "Organization"}.get(held.kinds.get(name) or "", "LegalEntity")
    return _entity(_key(name), schema, {"name": [name]})


def _claim(held: Holdings, claim: Claim) -> Line:
    found = held.assessments[claim.id]
    words = ["claim", claim.kind, f"status:{found.status}", f"outlets:{found.outlets}", f"texts:{found.texts}"]
    words.append(f"origins:{found.n_origins_low}-{found.n_origins}")
    said = {row.origin for row in held.evidence.get(claim.id, ())}
    parties: list[Value] = [_key(name) for name in found.origins if name in said]
    return _note(held, claim.id, claim.gist, parties, words=words)


def _evidence(held: Holdings, row: Evidence) -> Line:
    words = ["evidence", f"stance:{row.stance}", "counted" if row.counted else "not counted"]
    return _note(held, row.id, row.span, [row.claim_id, *([_key(row.origin)] if row.origin else [])], words=words)


def _note(held: Holdings, key: str, span: Span, about: list[Value], *, words: list[str]) -> Line:
    quote = held.quote(span)
    found: dict[str, list[Value]] = {
        "description": [quote.exact],
        "proof": [span.doc_id],
        "notes": [quote.place],
        "keywords": [*words],
    }
    return _entity(key, "Note", {**({"entity": about} if about else {}), **found})


def _entity(key: str, schema: str, properties: dict[str, list[Value]]) -> Line:
    return {"id": key, "schema": schema, "properties": {**properties}}


def _key(name: str) -> str:
    return identity("p", name)
