"""The canonical export: one JSON object a line, `type` first, records with spans carrying their words.

The fields are a public contract (docs/formats.md).  `text` is always the characters between `start` and `end`, so a
reader can check every line against the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from secondsource import records
from secondsource.export.holdings import Scanned
from secondsource.records import Span

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
Line: TypeAlias = dict[str, Value]


def lines(source: Scanned) -> Iterator[Line]:
    """Yield the lines of all records of `source`, those of one class together."""
    documents = {row.id: row for row in source.scan(records.Document)}
    for document in documents.values():
        yield from document_lines(document)
    yield from map(reject_line, source.scan(records.Reject))
    yield from map(duplicate_line, source.scan(records.Duplicate))
    home = {story: line.id for line in source.scan(records.Storyline) for story in line.story_ids}
    for story in source.scan(records.Story):
        yield story_line(story, documents, home.get(story.id))
    yield from _read_lines(source, documents)
    assessments = {row.claim_id: row for row in source.scan(records.Assessment)}
    for claim in source.scan(records.Claim):
        yield claim_line(claim, assessments[claim.id], documents)
    for evidence in source.scan(records.Evidence):
        yield evidence_line(evidence, documents[evidence.span.doc_id])
    yield from map(derived_line, source.scan(records.Derived))
    yield from map(comparison_line, source.scan(records.Comparison))


def _read_lines(source: Scanned, documents: Mapping[str, records.Document]) -> Iterator[Line]:
    """Yield the lines of what was read out of single documents."""
    for attribution in source.scan(records.Attribution):
        yield attribution_line(attribution, documents[attribution.doc_id])
    for time in source.scan(records.Time):
        yield time_line(time, documents[time.span.doc_id])
    for figure in source.scan(records.Figure):
        yield figure_line(figure, documents[figure.span.doc_id])


def document_lines(document: records.Document) -> Iterator[Line]:
    """Yield the line of a document and those of its sections."""
    yield {
        "type": "document",
        "id": document.id,
        "external_id": document.external_id,
        "path": document.path,
        "url": document.url,
        "outlet": document.outlet,
        "agency": document.agency,
        "title": document.title,
        "byline": document.byline,
        "published": document.published.value if document.published else None,
        "updated": document.updated.value if document.updated else None,
        "based_on": list(document.based_on),
        "notes": list(document.notes),
        "language": document.language,
        "sha256": document.sha256,
    }
    for section in document.sections:
        yield {"type": "section", **_words(section.span, document), "kind": section.kind, "rule": section.rule}


def reject_line(reject: records.Reject) -> Line:
    """Return the line of an input that became no document."""
    return {"type": "reject", "path": reject.path, "reason": reject.reason}


def duplicate_line(edge: records.Duplicate) -> Line:
    """Return the line of a copy edge; passages are `[start, end, of_start, of_end, kind]`."""
    return {
        "type": "duplicate",
        "doc": edge.doc_id,
        "of": edge.of_id,
        "relation": edge.relation,
        "similarity": round(edge.similarity, 4),
        "credited": edge.credited,
        "passages": [
            [part.span.start, part.span.end, part.of_span.start, part.of_span.end, part.kind] for part in edge.passages
        ],
    }


def story_line(story: records.Story, documents: Mapping[str, records.Document], storyline: str | None) -> Line:
    """Return the line of a story; its title is the words of one of its documents."""
    title = documents[story.title.doc_id].slice(story.title)
    return {
        "type": "story",
        "id": story.id,
        "title": title,
        "docs": list(story.doc_ids),
        "from": _day(story.begin),
        "to": _day(story.end),
        "storyline": storyline,
    }


def attribution_line(attribution: records.Attribution, document: records.Document) -> Line:
    """Return the line of an attribution; `text` is its content, pieces joined by ` … `."""
    return {
        "type": "attribution",
        "id": attribution.id,
        "doc": attribution.doc_id,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "quoted": attribution.quoted,
        "speaker": attribution.speaker,
        "speaker_id": attribution.speaker_id,
        "body": attribution.body,
        "chain": _names(attribution.chain),
        "stance": attribution.stance,
        "parent": attribution.parent,
        "text": " … ".join(document.slice(span) for span in attribution.content),
    }


def time_line(time: records.Time, document: records.Document) -> Line:
    """Return the line of a time expression."""
    return {"type": "time", **_words(time.span, document), "value": time.value, "readings": list(time.readings)}


def figure_line(figure: records.Figure, document: records.Document) -> Line:
    """Return the line of a figure; an open side is null, a figure that nobody is named for is the outlet's."""
    return {
        "type": "figure",
        "id": figure.id,
        **_words(figure.span, document),
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "unit": figure.unit,
        "noun": figure.noun,
        "predicate": figure.predicate,
        "kind": figure.kind,
        "modality": figure.modality,
        "scope": figure.scope,
        "as_of": figure.as_of,
        "speaker": figure.speaker or document.outlet,
        "subject": figure.subject,
        "object": figure.object_,
    }


def claim_line(claim: records.Claim, assessment: records.Assessment, documents: Mapping[str, records.Document]) -> Line:
    """Return the line of a claim with its assessment; the gist is words of a document."""
    return {
        "type": "claim",
        "id": claim.id,
        "kind": claim.kind,
        "gist": documents[claim.gist.doc_id].slice(claim.gist),
        "gist_doc": claim.gist.doc_id,
        "gist_start": claim.gist.start,
        "gist_end": claim.gist.end,
        "story": claim.story_id,
        "storyline": claim.storyline_id,
        "status": assessment.status,
        "outlets": assessment.outlets,
        "texts": assessment.texts,
        "origins": list(assessment.origins),
        "n_origins": assessment.n_origins,
        "n_origins_low": assessment.n_origins_low,
        "n_against": assessment.n_against,
        "history": [
            {"as_of": _day(step.as_of), "status": step.status, "because": list(step.because), "rule": step.rule}
            for step in assessment.history
        ],
    }


def evidence_line(evidence: records.Evidence, document: records.Document) -> Line:
    """Return the line of one piece of evidence."""
    return {
        "type": "evidence",
        "id": evidence.id,
        "claim": evidence.claim_id,
        **_words(evidence.span, document),
        "stance": evidence.stance,
        "origin": evidence.origin,
        "chain": _names(evidence.chain),
        "counted": evidence.counted,
        "superseded": evidence.superseded,
        "why": evidence.why,
        "stated": _day(evidence.stated),
    }


def derived_line(derived: records.Derived) -> Line:
    """Return the line of a sum of other figures (ids of figures)."""
    return {"type": "derived", "claim": derived.claim_id, "total": derived.total, "parts": list(derived.parts)}


def comparison_line(comparison: records.Comparison) -> Line:
    """Return the line of a judgement on two figures (ids of figures) with the name of its rule and its sentence."""
    return {
        "type": "comparison",
        "claim": comparison.claim_id,
        "earlier": comparison.earlier,
        "later": comparison.later,
        "verdict": comparison.verdict,
        "rule": comparison.rule,
        "because": comparison.because,
    }


def _words(span: Span, document: records.Document) -> Line:
    return {"doc": span.doc_id, "start": span.start, "end": span.end, "text": document.slice(span)}


def _pairs(spans: Iterable[Span]) -> list[Value]:
    return [[span.start, span.end] for span in spans]


def _names(chain: Iterable[records.Link]) -> list[Value]:
    return [link.name for link in chain]


def _day(day: object) -> str | None:
    return None if day is None else str(day)
