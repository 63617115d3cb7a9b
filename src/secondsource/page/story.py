"""The page of a story: its numbers, what is said, when, how many, by whom, and what nobody confirms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, assertions, gist_line, stated_first
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
        lead: the assertion that holds the gist, else the earliest.
        values: of a figure all different values, latest last; else who else says so.
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
    found = [filed.assessment(claim.id) for claim in claims]
    rows = ranked([claim_row(filed, claim) for claim in claims])
    figures = [row.id for row in rows if row.kind == "figure"]
    return StoryPage(
        id=told.id,
        storyline_id=dossier.storyline.id,
        title=filed.words(told.title),
        begin=told.begin,
        end=told.end,
        counts=story_counts(found, [filed.document(doc) for doc in told.doc_ids], dossier.copies),
        open=open_points(found),
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
    lead = next(iter(stated_first(supports or said, claim.gist)), None)
    return ClaimRow(
        id=claim.id,
        kind=claim.kind,
        gist=gist_line(filed, claim),
        status=assessment.status,
        counts=claim_counts(assessment),
        against_count=assessment.n_against,
        lead=lead,
        values=tuple(
            _trail([one for one in named if _counts(one)]) if claim.kind == "figure" else _others(named, lead)
        ),
        against=tuple(_others([one for one in said if one.first.against], lead)),
    )


def _trail(named: Sequence[Assertion]) -> Iterator[Assertion]:
    """Yield the values in order of their day, if there is more than one; a value that only goes on is left out."""
    counts = [one for one in named if _counts(one)]
    last = None
    for one in counts if len({_value(one) for one in counts}) > 1 else ():
        if _value(one) != last:
            yield one
        last = _value(one)


def _value(one: Assertion) -> tuple[float | None, float | None] | None:
    reading = one.first.reading
    return (reading.low, reading.high) if reading else None


def _others(named: Sequence[Assertion], lead: Assertion | None) -> Iterator[Assertion]:
    shown = {row.id for row in (lead.first, *lead.repeats)} if lead else set()
    return (one for one in named if one.first.id not in shown)


def _counts(one: Assertion) -> bool:
    """Tell whether a figure is a count of its own: no addition to another, no rate, no forecast."""
    reading = one.first.reading
    return reading is None or (reading.kind == "total" and one.first.stance != "predicts")


def ranked(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return claims in the order of a page: by weight, but a claim on words that another one rests on comes after all.

    Weight is the number of texts, origins and values; a claim that some assert and others deny counts three more.
    Outlets add nothing, for forty reprints make a claim no weightier.
    """
    ordered = sorted(rows, key=lambda row: (-_weight(row), ORDER[row.status], row.id))
    first: list[ClaimRow] = []
    again: list[ClaimRow] = []
    for row in ordered:
        (again if any(_same_words(row, other) for other in first) else first).append(row)
    return first + again


def _same_words(one: ClaimRow, two: ClaimRow) -> bool:
    return any(mark.overlaps(other) for mark in one.gist.marks for other in two.gist.marks)


def _weight(row: ClaimRow) -> int:
    contested = 3 * (row.status in OPEN and row.counts.origins > 0) + row.against_count
    return row.counts.texts + row.counts.origins + contested + len(row.values) * (row.kind == "figure")
