"""A dossier with its records filed by what pages ask for: by claim, by document, by span."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from secondsource.page.dossier import Dossier
from secondsource.page.words import Line, Words, line, words
from secondsource.records import (
    Assessment,
    Attribution,
    Claim,
    Comparison,
    Document,
    Duplicate,
    Evidence,
    Figure,
    Offsets,
    Span,
    Story,
)
from secondsource.text.segment import sentences

Row = TypeVar("Row")

WHOLE = 0.5
"""From this share of its body on, a document that repeats another is a copy and no text of its own."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a document is called in a list: its outlet, its headline (perhaps `cut`), and its day.

    Where no outlet is known (`named` is false), `outlet` is the name of the file.
    """

    doc_id: str
    outlet: str
    title: Words | None
    published: dt.date | None
    published_how: str
    cut: bool = False
    named: bool = True


@dataclass(frozen=True, slots=True)
class Register:
    """The filed records; `register` makes one for a page and it lives as long as that page.

    Attributes:
        evidence, comparisons: by claim; `attributions` and `figures`: by id; `copies`: by the document that copied.
    """

    dossier: Dossier
    evidence: Mapping[str, tuple[Evidence, ...]]
    attributions: Mapping[str, Attribution]
    figures: Mapping[str, Figure]
    copies: Mapping[str, tuple[Duplicate, ...]]
    comparisons: Mapping[str, tuple[Comparison, ...]]
    _evidence_in: Mapping[str, tuple[Evidence, ...]]
    _evidence_of: Mapping[str, tuple[Evidence, ...]]
    _sentences: dict[str, list[Offsets]] = field(default_factory=dict)
    _mastheads: dict[str, Masthead] = field(default_factory=dict)

    def document(self, doc_id: str) -> Document:
        """Return the document with this id."""
        return self.dossier.documents[doc_id]

    def evidence_of(self, key: str) -> tuple[Evidence, ...]:
        """Return the evidence that rests on the figure or attribution with this id."""
        return self._evidence_of.get(key, ())

    def words(self, span: Span) -> Words:
        """Return the characters at `span`."""
        return words(self.document(span.doc_id), span)

    def line(self, *marks: Span) -> Line:
        """Return the sentence (or sentences) around `marks`, all of one document, with the marks in it.

        Where the marks reach over more than a few sentences, the marked stretch alone is printed.
        """
        first, last = min(marks), max(marks, key=lambda mark: mark.end)
        whole = Span(first.doc_id, first.start, max(last.end, first.end))
        around = self._sentence_around(whole)
        printed = around if len(around) <= 420 else whole
        return line(self.document(first.doc_id), printed, marks)

    def _sentence_around(self, span: Span) -> Span:
        start, end = span.start, span.end
        for begin, finish in self._sentences_of(span.doc_id):
            if begin < span.end and span.start < finish:
                start, end = min(start, begin), max(end, finish)
        return Span(span.doc_id, start, end)

    def _sentences_of(self, doc_id: str) -> list[Offsets]:
        if doc_id not in self._sentences:
            document = self.document(doc_id)
            parts = document.spans("headline", "body")
            self._sentences[doc_id] = [one for part in parts for one in sentences(document.text, part.start, part.end)]
        return self._sentences[doc_id]

    def bearing(self, span: Span) -> int:
        """Return how many claims rest on words inside `span`."""
        return len({row.claim_id for row in self._evidence_in.get(span.doc_id, ()) if row.span.overlaps(span)})

    def masthead(self, doc_id: str) -> Masthead:
        """Return what the document is called."""
        if doc_id not in self._mastheads:
            self._mastheads[doc_id] = masthead(self.document(doc_id))
        return self._mastheads[doc_id]

    def day(self, evidence: Evidence) -> dt.date | None:
        """Return the day on which the evidence was said, else the day of its document."""
        return evidence.stated or self.doc_day(evidence.span.doc_id)

    def doc_day(self, doc_id: str) -> dt.date | None:
        """Return the day of a document, or None where nothing tells it."""
        published = self.masthead(doc_id).published
        anchor = self.dossier.anchors.get(doc_id)
        return published or (anchor.day if anchor else None)

    def claims_of(self, story_id: str) -> tuple[Claim, ...]:
        """Return the claims of a story that are assessed, in order of id."""
        found = (claim for claim in self.dossier.claims.values() if claim.story_id == story_id)
        return tuple(claim for claim in found if claim.id in self.dossier.assessments)

    def assessment(self, claim_id: str) -> Assessment:
        """Return the assessment of a claim."""
        return self.dossier.assessments[claim_id]

    def copied(self, span: Span) -> Duplicate | None:
        """Return the copy edge by which the words at `span` came into their document, or None for its own words."""
        for edge in self.copies.get(span.doc_id, ()):
            if any(span.within(part.span) for part in edge.passages):
                return edge
        return None

    def original(self, doc_id: str) -> Duplicate | None:
        """Return the edge that makes a document a copy as a whole, or None for a text of its own."""
        edges = [edge for edge in self.copies.get(doc_id, ()) if edge.similarity >= WHOLE]
        return max(edges, key=lambda edge: edge.similarity, default=None)


def register(dossier: Dossier) -> Register:
    """File the records of a dossier."""
    return Register(
        dossier,
        evidence=_grouped((row.claim_id, row) for row in dossier.evidence),
        attributions={row.id: row for row in dossier.attributions},
        figures={row.id: row for row in dossier.figures},
        copies=_grouped((edge.doc_id, edge) for edge in dossier.copies if edge.of_id in dossier.documents),
        comparisons=_grouped((row.claim_id, row) for row in dossier.comparisons),
        _evidence_in=_grouped((row.span.doc_id, row) for row in dossier.evidence),
        _evidence_of=_grouped((row.ref, row) for row in dossier.evidence if row.ref),
    )


def whole_copies(edges: Iterable[Duplicate]) -> frozenset[str]:
    """Return the documents that are copies as a whole, and no texts of their own."""
    return frozenset(edge.doc_id for edge in edges if edge.similarity >= WHOLE)


def masthead(document: Document) -> Masthead:
    """Return what a document is called in a list."""
    title = _title(document)
    published = document.published
    return Masthead(
        document.id,
        outlet_name(document),
        title.words if title else None,
        published.day if published else None,
        published.how if published else "unknown",
        cut=title is not None and title.cut,
        named=document.outlet is not None,
    )


def _title(document: Document) -> Line | None:
    """Return the headline, or the first sentence where there is none."""
    heads = document.spans("headline") or document.spans("body")
    if not heads:
        return None
    head = heads[0]
    first = sentences(document.text, head.start, min(head.end, head.start + 400))
    start, end = first[0] if first else (head.start, head.end)
    return line(document, Span(document.id, start, end), (), longest=140)


def outlet_name(document: Document) -> str:
    """Return the outlet of a document, or its file's name (a long one with its middle left out)."""
    if document.outlet:
        return document.outlet
    name = document.path.rsplit("/", 1)[-1]
    return name if len(name) <= 24 else f"{name[:10]}…{name[-10:]}"


def full_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return `names` without those that are the last word of another (`Lindqvist` beside `Petra Lindqvist`).

    >>> full_names(["Moberg", "Asta Moberg", "Brekke"])
    ('Asta Moberg', 'Brekke')
    """
    given = tuple(dict.fromkeys(names))
    return tuple(name for name in given if not any(other.endswith(" " + name) for other in given))


def attributed(evidence: Evidence) -> bool:
    """Tell whether the text names somebody who says it; else the outlet says it in its own voice."""
    return any(link.kind == "speaker" for link in evidence.chain)


def story_of(register: Register, story_id: str) -> Story:
    """Return the story with this id."""
    return register.dossier.stories[story_id]


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}
