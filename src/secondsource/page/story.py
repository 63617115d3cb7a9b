"""The page of a story: its numbers, what is said, when, how many, by whom, and what nobody confirms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, assertions
from secondsource.page.counts import Counts, OpenPoints, claim_counts, open_points, story_counts
from secondsource.page.dossier import Dossier
from secondsource.page.figures import FigurePanel, figure_panel
from secondsource.page.lineage import Lineage, lineage
from secondsource.page.positions import Contest, Side, contests, sides
from secondsource.page.register import Masthead, Register, masthead, register, story_of
from secondsource.page.roles import Role, Unsourced, roles, unsourced
from secondsource.page.statuses import OPEN, ORDER
from secondsource.page.timeline import Timeline, timeline
from secondsource.page.words import Line, Words
from secondsource.records import Claim, ClaimKind, Document, Status, Story

HIGHLIGHTS, PANELS = 8, 4
"""Claims that stand open, and figures that are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim as a list prints it: its words, its status, its numbers, who said it first and who says otherwise.

    Attributes:
        gist: the sentence that states it, with the words that do.
        lead: the earliest assertion that names its origin, else the earliest.
        values: the other values or accounts, latest last.
        against: denials and disputes.
    """

    id: str
    kind: ClaimKind
    gist: Line
    status: Status
    counts: Counts
    against_count: int
    lead: Assertion | None
    values: tuple[Assertion, ...]
    against: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another story of the same storyline."""

    id: str
    title: Words
    begin: dt.date | None
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """All that the page of a story prints, in order."""

    id: str
    storyline_id: str
    title: Words
    begin: dt.date | None
    end: dt.date | None
    counts: Counts
    open: OpenPoints
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    documents: int
    claims: int
    highlights: tuple[ClaimRow, ...]
    others: tuple[ClaimRow, ...]
    timeline: Timeline
    panels: tuple[FigurePanel, ...]
    contests: tuple[Contest, ...]
    sides: tuple[Side, ...]
    unconfirmed: tuple[ClaimRow, ...]
    unsourced: tuple[Unsourced, ...]
    roles: tuple[Role, ...]
    kept_out: tuple[Masthead, ...]
    neighbours: tuple[Neighbour, ...]
    lineage: Lineage


def story(dossier: Dossier, story_id: str, kept_out: Sequence[Document] = ()) -> StoryPage:
    """Return the page of a story.

    Args:
        dossier: the storyline that holds it.
        story_id: which of its stories.
        kept_out: documents that share much with the story and were not put into it.
    """
    filed = register(dossier)
    told = story_of(filed, story_id)
    claims = filed.claims_of(story_id)
    rows = ranked([claim_row(filed, claim) for claim in claims])
    figures = [row.id for row in rows if row.kind == "figure"]
    return StoryPage(
        id=told.id,
        storyline_id=dossier.storyline.id,
        title=filed.words(told.title),
        begin=told.begin,
        end=told.end,
        counts=story_counts(filed, told, claims),
        open=open_points(filed, claims),
        outlets=tuple(sorted({filed.masthead(doc).outlet for doc in told.doc_ids})),
        origins=tuple(sorted({name for claim in claims for name in filed.assessment(claim.id).origins})),
        documents=len(told.doc_ids),
        claims=len(claims),
        highlights=tuple(rows[:HIGHLIGHTS]),
        others=tuple(rows[HIGHLIGHTS:]),
        timeline=timeline(filed, told, claims),
        panels=_panels(filed, figures),
        contests=contests(filed, claims),
        sides=sides(filed, told),
        unconfirmed=tuple(row for row in rows if row.status == "single_source"),
        unsourced=unsourced(filed, told),
        roles=roles(filed, told),
        kept_out=tuple(masthead(document) for document in kept_out),
        neighbours=tuple(_neighbour(filed, other) for other in dossier.stories.values() if other.id != story_id),
        lineage=lineage(filed, told, claims),
    )


def _panels(filed: Register, figures: Sequence[str]) -> tuple[FigurePanel, ...]:
    """Return the figures that several values were given for, those with most values first."""
    panels = [figure_panel(filed, filed.dossier.claims[key]) for key in figures]
    several = [panel for panel in panels if panel.values > 1]
    return tuple(sorted(several, key=lambda panel: -panel.values)[:PANELS])


def _neighbour(filed: Register, other: Story) -> Neighbour:
    return Neighbour(other.id, filed.words(other.title), other.begin, len(other.doc_ids))


def claim_row(filed: Register, claim: Claim) -> ClaimRow:
    """Return a claim as a list prints it."""
    assessment = filed.assessment(claim.id)
    said = assertions(filed, claim.id)
    supports = [one for one in said if not one.first.against]
    named = [one for one in supports if one.first.named]
    lead = next(iter(named or supports), None)
    return ClaimRow(
        id=claim.id,
        kind=claim.kind,
        gist=filed.line(claim.gist),
        status=assessment.status,
        counts=claim_counts(assessment),
        against_count=assessment.n_against,
        lead=lead,
        values=tuple(one for one in named if one is not lead and not _added(one)),
        against=tuple(one for one in said if one.first.against),
    )


def _added(one: Assertion) -> bool:
    """Tell whether a figure is an addition to another, and so no other value."""
    return one.first.reading is not None and one.first.reading.kind == "increment"


def ranked(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return claims in the order of a page: the widest told first, contested ones before others as wide."""
    return sorted(rows, key=lambda row: (-_reach(row), ORDER[row.status], row.id))


def _reach(row: ClaimRow) -> int:
    """Return outlets and origins, a contested claim counting as if two more had it, a changing figure each value."""
    contested = 2 * (row.status in OPEN) + (len(row.values) if row.kind == "figure" else 0)
    return row.counts.outlets + row.counts.origins + contested
