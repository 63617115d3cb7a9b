"""The events of a story: who did what to whom, as it is asserted, alleged, denied or admitted, the latest first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from secondsource.page.assertions import gist_line
from secondsource.page.counts import Counts, claim_counts
from secondsource.page.dossier import Dossier
from secondsource.page.register import Masthead, Register, register
from secondsource.page.words import Line, Words
from secondsource.records import Claim, Stance, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A claim that something happened.

    Attributes:
        actor, act, acted_on: who did what (a class of `lexicon/data/predicates.tsv`) to which family of things or
            people; None where the words do not give all three.
        first, last: the days on which it was first and last told of; None where unknown.
        stances: what those who speak of it do with it, and how many lines do so.
    """

    claim_id: str
    story_id: str
    gist: Line
    document: Masthead
    actor: str | None
    act: str | None
    acted_on: str | None
    first: dt.date | None
    last: dt.date | None
    status: Status
    counts: Counts
    origins: tuple[str, ...]
    stances: tuple[tuple[Stance, int], ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """The events of a story and of those that follow it up."""

    story_id: str
    story_title: Words
    rows: tuple[EventRow, ...]


def events(dossier: Dossier, acts: Collection[str]) -> tuple[EventRow, ...]:
    """Return the events of a storyline, the one that was told of last first; `acts` are the known classes of acts."""
    filed = register(dossier)
    claims = (one for one in dossier.claims.values() if one.kind == "event" and one.id in dossier.assessments)
    found = [_row(filed, claim, acts) for claim in claims]
    return tuple(sorted(found, key=lambda row: (-(row.last or dt.date.min).toordinal(), row.claim_id)))


def event_page(dossier: Dossier, story_id: str, acts: Collection[str]) -> EventPage:
    """Return the page of the events of a story."""
    title = register(dossier).words(dossier.stories[story_id].title)
    return EventPage(story_id, title, events(dossier, acts))


def _row(filed: Register, claim: Claim, acts: Collection[str]) -> EventRow:
    assessment, lines = filed.assessment(claim.id), filed.evidence.get(claim.id, ())
    days = [day for row in lines if (day := filed.day(row))]
    actor, act, acted_on = claim.about if len(claim.about) == 3 and claim.about[1] in acts else (None, None, None)
    return EventRow(
        claim_id=claim.id,
        story_id=claim.story_id,
        gist=gist_line(filed, claim),
        document=filed.masthead(claim.gist.doc_id),
        actor=actor,
        act=act,
        acted_on=acted_on,
        first=min(days, default=None),
        last=max(days, default=None),
        status=assessment.status,
        counts=claim_counts(assessment),
        origins=assessment.origins,
        stances=tuple(Counter(row.stance for row in lines).most_common()),
    )
