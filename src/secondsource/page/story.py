"""The page of a story: its numbers, what is said, when, how many, by whom, and what nobody confirms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.page.claim_rows import ClaimRow, claim_row
from secondsource.page.counts import Counts, OpenPoints, open_points, own_voices, story_counts
from secondsource.page.dossier import Dossier
from secondsource.page.figures import FigurePanel, figure_panel
from secondsource.page.lineage import Lineage, lineage
from secondsource.page.positions import Contest, Side, contests, sides
from secondsource.page.ranking import ranked, unseen
from secondsource.page.register import Masthead, Register, masthead, register, story_of
from secondsource.page.roles import Role, Unsourced, roles, unsourced
from secondsource.page.timeline import Timeline, timeline
from secondsource.page.words import Words
from secondsource.records import Document, Story

HIGHLIGHTS, PANELS = 8, 4
"""Claims that stand open, and figures that are drawn."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another story of the same storyline."""

    id: str
    title: Words
    begin: dt.date | None
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """All that the page of a story prints, in order.

    Attributes:
        origins: the distinct origins of its claims; `own_voice` are those among them that are outlets or agencies which
            name no source.
        unconfirmed: claims of one origin only that do not stand among the highlights, one for each sentence;
            `unconfirmed_more` counts all the other claims of one origin.
    """

    id: str
    storyline_id: str
    title: Words
    begin: dt.date | None
    end: dt.date | None
    counts: Counts
    open: OpenPoints
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    own_voice: tuple[str, ...]
    documents: int
    claims: int
    highlights: tuple[ClaimRow, ...]
    others: tuple[ClaimRow, ...]
    timeline: Timeline
    panels: tuple[FigurePanel, ...]
    contests: tuple[Contest, ...]
    sides: tuple[Side, ...]
    unconfirmed: tuple[ClaimRow, ...]
    unconfirmed_more: int
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
    rows = ranked(filed, told, [claim_row(filed, claim) for claim in claims])
    documents = [filed.document(doc) for doc in told.doc_ids]
    single = [row for row in rows if row.status == "single_source"]
    unconfirmed = unseen([row for row in single if row not in rows[:HIGHLIGHTS]], rows[:HIGHLIGHTS])
    figures = [row.id for row in rows if row.kind == "figure"]
    return StoryPage(
        id=told.id,
        storyline_id=dossier.storyline.id,
        title=filed.words(told.title),
        begin=told.begin,
        end=told.end,
        counts=story_counts(found, documents, dossier.copies),
        open=open_points(found),
        outlets=tuple(sorted({filed.masthead(doc).outlet for doc in told.doc_ids})),
        origins=tuple(sorted({name for one in found for name in one.origins})),
        own_voice=own_voices(filed, claims),
        documents=len(told.doc_ids),
        claims=len(claims),
        highlights=tuple(rows[:HIGHLIGHTS]),
        others=tuple(rows[HIGHLIGHTS:]),
        timeline=timeline(filed, told, claims),
        panels=_panels(filed, figures),
        contests=contests(filed, claims),
        sides=sides(filed, told),
        unconfirmed=unconfirmed,
        unconfirmed_more=len(single) - len(unconfirmed),
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
    return tuple(sorted(several, key=lambda panel: (panel.chart is None, -panel.values))[:PANELS])


def _neighbour(filed: Register, other: Story) -> Neighbour:
    return Neighbour(other.id, filed.words(other.title), other.begin, len(other.doc_ids))
