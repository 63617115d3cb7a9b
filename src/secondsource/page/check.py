"""The page of what to know before a story is passed on: lines that meet a condition, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.page.counts import Counts, claim_counts
from secondsource.page.dossier import Dossier
from secondsource.page.register import Masthead, register
from secondsource.page.words import Line, Words
from secondsource.records import Span, Status

ROWS = 200
"""Lines of one page; what is left out is counted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of a claim that meets a condition, and why."""

    condition: str
    claim_id: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A hit as the page prints it."""

    condition: str
    why: str
    claim_id: str
    status: Status
    counts: Counts
    line: Line
    document: Masthead


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """All that the page prints; `on` are the conditions asked for, `found` counts all hits."""

    story_id: str
    story_title: Words
    on: tuple[str, ...]
    rows: tuple[CheckRow, ...]
    found: int


def check(dossier: Dossier, story_id: str, on: tuple[str, ...], hits: Iterable[Hit]) -> CheckPage:
    """Return the page of a story's hits, in their order."""
    filed = register(dossier)
    known = list(hits)
    rows = (
        CheckRow(
            condition=hit.condition,
            why=hit.why,
            claim_id=hit.claim_id,
            status=filed.assessment(hit.claim_id).status,
            counts=claim_counts(filed.assessment(hit.claim_id)),
            line=filed.line(hit.span),
            document=filed.masthead(hit.span.doc_id),
        )
        for hit in known[:ROWS]
    )
    title = filed.words(dossier.stories[story_id].title)
    return CheckPage(story_id=story_id, story_title=title, on=on, rows=tuple(rows), found=len(known))
