"""What is handed over: the records of a store, or of one storyline of it, filed for the formats.

Every format prints words of documents only through `Holdings.quote`, so that they are characters of a source.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from secondsource.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Duplicate,
    Entity,
    Evidence,
    Figure,
    MentionKind,
    Span,
    Story,
    Storyline,
    Summary,
)

Row = TypeVar("Row")

AROUND = 32
"""Characters of context on either side of a quote.  Source: the prefix and suffix that Web Annotation clients write."""


class Scanned(Protocol):
    """Something that yields records of a class in order of their id: a store, or a part of one."""

    def scan(self, kind: type[Row]) -> Iterator[Row]:
        """Yield all records of a class."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters of a document, where they stand (half-open code points), and the characters around them."""

    span: Span
    exact: str
    prefix: str
    suffix: str

    @property
    def place(self) -> str:
        """The place as a URI with a fragment (`urn:secondsource:dabc#char=10,20`).  Source: RFC 5147, 2.1."""
        return f"{urn(self.span.doc_id)}#char={self.span.start},{self.span.end}"

    @property
    def folded(self) -> str:
        """The characters with line breaks and runs of blanks as one blank, for formats that lay out text."""
        return " ".join(self.exact.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """The records, filed.

    Attributes:
        storylines: id of the storyline by story; `summaries`: the counts of the pages, by story.
        assessments, evidence: by claim; `told`: claims by story.
        parties: the names of all who say something first hand, in order; `kinds`: the sort of thing that a name names,
            where the documents agree.
    """

    documents: Mapping[str, Document]
    stories: Mapping[str, Story]
    storylines: Mapping[str, str]
    summaries: Mapping[str, Summary]
    duplicates: tuple[Duplicate, ...]
    attributions: Mapping[str, Attribution]
    figures: Mapping[str, Figure]
    claims: Mapping[str, Claim]
    assessments: Mapping[str, Assessment]
    evidence: Mapping[str, tuple[Evidence, ...]]
    told: Mapping[str, tuple[Claim, ...]]
    parties: tuple[str, ...]
    kinds: Mapping[str, MentionKind]

    def quote(self, span: Span) -> Quote:
        """Return the characters at `span`."""
        text = self.documents[span.doc_id].text
        before, behind = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
        return Quote(span, text[span.start : span.end], before, behind)

    def claims_of(self, story_id: str) -> tuple[Claim, ...]:
        """Return the claims that belong to a story, in order of id."""
        return self.told.get(story_id, ())

    def said_directly(self, evidence: Evidence) -> bool:
        """Tell whether the words of `evidence` are a speaker's own: its attribution quotes all of them."""
        said = self.attributions.get(evidence.ref or "")
        return said is not None and said.quoted == "direct"

    def last_day(self) -> dt.date:
        """Return the last day of publication: the time of an export for which none is given (else 1970-01-01)."""
        stamps = [document.published for document in self.documents.values() if document.published]
        return max((stamp.day for stamp in stamps if stamp.day), default=dt.date(1970, 1, 1))


def urn(key: str) -> str:
    """Return the address of a record: a name that does not change as long as its content does not."""
    return f"urn:secondsource:{key}"


def holdings(source: Scanned) -> Holdings:
    """File the records of `source`."""
    claims = {row.id: row for row in source.scan(Claim)}
    evidence = _grouped((row.claim_id, row) for row in source.scan(Evidence))
    return Holdings(
        documents={row.id: row for row in source.scan(Document)},
        stories={row.id: row for row in source.scan(Story)},
        storylines={story: row.id for row in source.scan(Storyline) for story in row.story_ids},
        summaries={row.id: row for row in source.scan(Summary)},
        duplicates=tuple(source.scan(Duplicate)),
        attributions={row.id: row for row in source.scan(Attribution)},
        figures={row.id: row for row in source.scan(Figure)},
        claims=claims,
        assessments={row.claim_id: row for row in source.scan(Assessment)},
        evidence=evidence,
        told=_grouped((claim.story_id, claim) for claim in claims.values()),
        parties=tuple(sorted({row.origin for rows in evidence.values() for row in rows if row.origin})),
        kinds=_kinds(source.scan(Entity)),
    )


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    """Return the second members of `pairs` by the first, in the order in which they come."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _kinds(entities: Iterable[Entity]) -> dict[str, MentionKind]:
    """Return what each name names; a name that two documents take for different things is left out."""
    found: defaultdict[str, set[MentionKind]] = defaultdict(set)
    for entity in entities:
        found[entity.name].add(entity.kind)
    return {name: next(iter(kinds)) for name, kinds in found.items() if len(kinds) == 1}
