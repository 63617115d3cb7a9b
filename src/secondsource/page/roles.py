"""What part each document plays in a story: a text of its own, a copy, or one that adds nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.page.assertions import EvidenceRow, rows
from secondsource.page.register import Masthead, Register, attributed
from secondsource.page.words import Line
from secondsource.records import Evidence, Relation, Span, Story

Part = Literal["original", "own text", "partly copied", "copy", "adds no origin"]
"""An `original` is copied by others; what `adds no origin` hardly names a source, and nothing in it is counted."""


@dataclass(frozen=True, slots=True)
class Copied:
    """From which document words were taken, which share of the copy's body they are (0 to 1), and in what way."""

    of: Masthead
    share: float
    relation: Relation
    credited: bool
    passages: int


@dataclass(frozen=True, slots=True)
class Role:
    """A document with its part in the story; `copied_by` are those that took words from it.

    `day` is when it was published, or (`day_read`) the day that its text or the story tells.
    """

    document: Masthead
    day: dt.date | None
    day_read: bool
    part: Part
    copied: tuple[Copied, ...]
    copied_by: tuple[Masthead, ...]
    evidence: int
    counted: int


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A sentence that names no source, all its evidence marked, and for each piece of it what it counts for."""

    line: Line
    evidence: tuple[EvidenceRow, ...]

    @property
    def whys(self) -> tuple[tuple[bool, str], ...]:
        """Whether and why its evidence is counted, each reason once."""
        return tuple(dict.fromkeys((row.counted, row.why) for row in self.evidence))


@dataclass(frozen=True, slots=True)
class Unsourced:
    """A document whose evidence names nobody, with those lines and what they count for."""

    document: Masthead
    lines: tuple[Unnamed, ...]


def roles(register: Register, story: Story) -> tuple[Role, ...]:
    """Return the documents of a story in order of their day."""
    found = [role(register, doc_id) for doc_id in story.doc_ids]
    return tuple(sorted(found, key=lambda one: (str(register.doc_day(one.document.doc_id)), one.document.doc_id)))


def role(register: Register, doc_id: str) -> Role:
    """Return the part of one document."""
    edges = register.copies.get(doc_id, ())
    evidence = [one for one in register.dossier.evidence if one.span.doc_id == doc_id]
    by = [edge.doc_id for edge in register.dossier.copies if edge.of_id == doc_id and edge.doc_id in _known(register)]
    return Role(
        register.masthead(doc_id),
        register.doc_day(doc_id),
        register.masthead(doc_id).published is None,
        _part(register, doc_id, evidence, copied_by=bool(by)),
        tuple(Copied(register.masthead(e.of_id), e.similarity, e.relation, e.credited, len(e.passages)) for e in edges),
        tuple(register.masthead(other) for other in dict.fromkeys(by)),
        len(evidence),
        sum(one.counted for one in evidence),
    )


def _known(register: Register) -> frozenset[str]:
    return frozenset(register.dossier.documents)


def _part(register: Register, doc_id: str, evidence: Sequence[Evidence], *, copied_by: bool) -> Part:
    if register.original(doc_id):
        return "copy"
    sourced = sum(attributed(one) for one in evidence)
    if evidence and not any(one.counted for one in evidence) and 2 * sourced <= len(evidence):
        return "adds no origin"
    if register.copies.get(doc_id):
        return "partly copied"
    return "original" if copied_by else "own text"


def unsourced(register: Register, story: Story) -> tuple[Unsourced, ...]:
    """Return the documents of a story with lines of their own that name no source, and those lines."""
    found = []
    for doc_id in story.doc_ids:
        lines = [
            e
            for e in register.dossier.evidence
            if e.span.doc_id == doc_id and not attributed(e) and not register.copied(e.span)
        ]
        if lines:
            found.append(Unsourced(register.masthead(doc_id), _by_sentence(register, lines)))
    return tuple(found)


def _by_sentence(register: Register, lines: Iterable[Evidence]) -> tuple[Unnamed, ...]:
    found: dict[Span, list[EvidenceRow]] = {}
    for row in rows(register, lines):
        found.setdefault(row.line.words.span, []).append(row)
    return tuple(Unnamed(register.line(*(row.words.span for row in same)), tuple(same)) for same in found.values())
