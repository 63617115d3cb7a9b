"""The page of what to know before a story is passed on: lines that meet a condition, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.page.assertions import gist_line
from secondsource.page.counts import Counts, claim_counts
from secondsource.page.dossier import Dossier
from secondsource.page.register import Masthead, Register, register
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


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit as the page prints it."""

    condition: str
    why: str
    line: Line
    document: Masthead


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckClaim:
    """A claim with its hits."""

    id: str
    gist: Line
    status: Status
    counts: Counts
    hits: tuple[HitRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """All that the page prints; `on` are the conditions asked for, `found` counts all hits, `shown` those printed."""

    story_id: str
    story_title: Words
    on: tuple[str, ...]
    claims: tuple[CheckClaim, ...]
    found: int
    shown: int


def check(dossier: Dossier, story_id: str, on: tuple[str, ...], hits: Iterable[Hit]) -> CheckPage:
    """Return the page of a story's hits: claims in the order of their first hit."""
    filed = register(dossier)
    known = list(hits)
    by_claim: dict[str, list[Hit]] = {}
    for hit in known[:ROWS]:
        by_claim.setdefault(hit.claim_id, []).append(hit)
    return CheckPage(
        story_id=story_id,
        story_title=filed.words(dossier.stories[story_id].title),
        on=on,
        claims=tuple(_claim(filed, key, found) for key, found in by_claim.items()),
        found=len(known),
        shown=len(known[:ROWS]),
    )


def _claim(filed: Register, key: str, hits: Iterable[Hit]) -> CheckClaim:
    assessment = filed.assessment(key)
    return CheckClaim(
        id=key,
        gist=gist_line(filed, filed.dossier.claims[key]),
        status=assessment.status,
        counts=claim_counts(assessment),
        hits=tuple(
            HitRow(hit.condition, hit.why, filed.line(hit.span), filed.masthead(hit.span.doc_id)) for hit in hits
        ),
    )
