"""STIX 2.1: a report for each story, a note for each claim, an opinion for each piece of evidence.

An opinion is that of the party that speaks, never the program's: `disagree` where it denies or disputes, `neutral`
where it demands or declines, else `agree`.  Words, offsets and counts stand in an extension.

Source: STIX 2.1 OASIS Standard (2021), 4.5 identity, 4.13 note, 4.15 opinion, 4.16 report, 7.3 extension definition.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secondsource.export.citing import work
from secondsource.export.holdings import Holdings
from secondsource.export.jsonl import Line, Value
from secondsource.records import Claim, Evidence, Span, Stance, Story

SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:secondsource")
"""Namespace of all ids.  Source: RFC 9562, 5.5 (names give the same id each time)."""
OPINIONS: Mapping[Stance, str] = {
    "denies": "disagree",
    "disputes": "disagree",
    "declines": "neutral",
    "demands": "neutral",
}
SCHEMA = "document: id of an article; start, end: half-open offsets in code points; exact: the characters between them."
"""What the extension says; a definition may be text.  Source: STIX 2.1, 7.3, property `schema`."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """What every object needs: the records, and the time that is written as that of its creation."""

    held: Holdings
    at: str

    def made(self, kind: str, key: str, **fields: Value) -> Line:
        """Return an object with the properties that all have in common."""
        common: Line = {"type": kind, "spec_version": "2.1", "id": _id(kind, key), "created": self.at}
        maker = {} if key == "program" else {"created_by_ref": _id("identity", "program")}
        return {**common, "modified": self.at, **maker, **fields}

    def words(self, span: Span, **fields: Value) -> Line:
        """Return the extension with the place of the words that an object rests on."""
        exact = self.held.quote(span).exact
        place: Line = {"document": span.doc_id, "start": span.start, "end": span.end, "exact": exact}
        return {_id("extension-definition", "words"): {"extension_type": "property-extension", **place, **fields}}


def bundle(held: Holdings, at: dt.datetime) -> Line:
    """Return the bundle; `at` is written as the time at which its objects were created (UTC)."""
    writer = _Writer(held, f"{at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S.000Z}")
    objects: list[Value] = [*_frame(writer)]
    objects += [writer.made("identity", f"party {name}", name=name, **_class(held, name)) for name in held.parties]
    for story in held.stories.values():
        objects += _story(writer, story)
    key = " ".join(str(one["id"]) for one in objects if isinstance(one, dict))
    return {"type": "bundle", "id": _id("bundle", key), "objects": objects}


def _frame(writer: _Writer) -> Iterator[Line]:
    yield writer.made("identity", "program", name="Second Source", identity_class="system")
    yield writer.made(
        "extension-definition",
        "words",
        name="Words in a document",
        schema=SCHEMA,
        version="1.0.0",
        extension_types=["property-extension"],
    )


def _class(held: Holdings, name: str) -> Line:
    found = {"person": "individual", "organisation": "organization"}.get(held.kinds.get(name) or "")
    return {"identity_class": found} if found else {}


def _story(writer: _Writer, story: Story) -> Iterator[Line]:
    claims = writer.held.claims_of(story.id)
    notes = [_claim(writer, claim, story) for claim in claims]
    opinions = [_opinion(writer, row) for claim in claims for row in writer.held.evidence.get(claim.id, ())]
    inside: list[Value] = [str(one["id"]) for one in (*notes, *opinions)]
    day = f"{story.begin}T00:00:00.000Z" if story.begin else writer.at
    yield writer.made(
        "report",
        story.id,
        name=writer.held.quote(story.title).folded,
        published=day,
        object_refs=inside or [_id("identity", "program")],
        external_references=[_reference(writer, key) for key in story.doc_ids],
        extensions=writer.words(story.title, **_counts(writer.held, story.id)),
    )
    yield from notes
    yield from opinions


def _counts(held: Holdings, story_id: str) -> Line:
    found = held.summaries.get(story_id)
    if found is None:
        return {}
    numbers: Line = {"outlets": len(found.outlets), "texts": found.texts, "claims": found.claims}
    return {**numbers, "n_origins": found.origins, "n_origins_low": found.origins_low}


def _claim(writer: _Writer, claim: Claim, story: Story) -> Line:
    found = writer.held.assessments[claim.id]
    numbers: Line = {"outlets": found.outlets, "texts": found.texts, "n_against": found.n_against}
    numbers |= {"n_origins": found.n_origins, "n_origins_low": found.n_origins_low}
    return writer.made(
        "note",
        claim.id,
        content=writer.held.quote(claim.gist).exact,
        object_refs=[_id("report", story.id)],
        external_references=[_reference(writer, claim.gist.doc_id)],
        extensions=writer.words(claim.gist, claim=claim.id, status=found.status, **numbers),
    )


def _opinion(writer: _Writer, row: Evidence) -> Line:
    authors: Line = {"authors": [row.origin]} if row.origin else {}
    return writer.made(
        "opinion",
        row.id,
        opinion=OPINIONS.get(row.stance, "agree"),
        explanation=writer.held.quote(row.span).exact,
        object_refs=[_id("note", row.claim_id)],
        external_references=[_reference(writer, row.span.doc_id)],
        extensions=writer.words(row.span, stance=row.stance, counted=row.counted, why=row.why),
        **authors,
    )


def _reference(writer: _Writer, doc_id: str) -> Line:
    one = work(writer.held.documents[doc_id])
    url: Line = {"url": one.url} if one.url else {}
    return {"source_name": one.outlet or one.title, "external_id": doc_id, **url}


def _id(kind: str, key: str) -> str:
    return f"{kind}--{uuid.uuid5(SPACE, f'{kind} {key}')}"
