"""Web Annotations: each claim, piece of evidence and attribution as a note on the exact characters it rests on.

Source: W3C Web Annotation Data Model (2017), sections 4.2.4 (TextQuoteSelector) and 4.2.5 (TextPositionSelector, in
code points from 0).
"""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.export.citing import address
from secondsource.export.holdings import Holdings, urn
from secondsource.export.jsonl import Line, Value
from secondsource.records import Attribution, Claim, Evidence, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_page(held: Holdings) -> Line:
    """Return an annotation page; the body of a note holds labels and names only, its target the words."""
    items: list[Value] = [*_claims(held), *_evidence(held), *_attributions(held)]
    return {"@context": CONTEXT, "id": urn("annotations"), "type": "AnnotationPage", "items": items}


def _claims(held: Holdings) -> Iterator[Line]:
    for claim in held.claims.values():
        yield _note(held, claim.id, "classifying", _claim_tags(held, claim), spans=[claim.gist])


def _claim_tags(held: Holdings, claim: Claim) -> list[str]:
    found = held.assessments[claim.id]
    numbers = f"outlets:{found.outlets}", f"texts:{found.texts}", f"origins:{found.n_origins_low}-{found.n_origins}"
    return ["claim", claim.kind, f"status:{found.status}", *numbers, f"story:{claim.story_id}"]


def _evidence(held: Holdings) -> Iterator[Line]:
    for rows in held.evidence.values():
        for row in rows:
            yield _note(held, row.id, "linking", _evidence_tags(row), spans=[row.span]) | {"via": urn(row.claim_id)}


def _evidence_tags(row: Evidence) -> list[str]:
    origin = [f"origin:{row.origin}"] if row.origin else []
    return ["evidence", row.stance, "counted" if row.counted else "not counted", *origin, f"claim:{row.claim_id}"]


def _attributions(held: Holdings) -> Iterator[Line]:
    for said in held.attributions.values():
        spans = list(said.content or said.cue)
        yield _note(held, said.id, "identifying", _said_tags(said), spans=spans)


def _said_tags(said: Attribution) -> list[str]:
    return ["attribution", said.stance, said.quoted, *([f"speaker:{said.speaker}"] if said.speaker else [])]


def _note(held: Holdings, key: str, motivation: str, tags: list[str], *, spans: list[Span]) -> Line:
    body: list[Value] = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    targets: list[Value] = [_target(held, span) for span in spans]
    return {"id": urn(key), "type": "Annotation", "motivation": motivation, "body": body, "target": targets}


def _target(held: Holdings, span: Span) -> Line:
    document, quote = held.documents[span.doc_id], held.quote(span)
    source: Line = {"id": urn(document.id), "type": "Text", "format": "text/plain", "language": document.language}
    if url := address(document):
        source["via"] = url
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        ],
    }
