"""The list of stories, sorted and filtered; only the documents of the rows that are shown have to be read."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.page.counts import Counts, OpenPoints, open_points, story_counts, story_origins
from secondsource.page.register import outlet_name
from secondsource.page.words import Words, words
from secondsource.records import Assessment, Claim, Document, Duplicate, Story, Storyline

Order = Literal["last", "first", "open", "origins", "documents"]
ROWS = 100
"""Stories on one page of the list."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A story with the assessments of its claims: what a list sorts by."""

    story: Story
    storyline_id: str
    assessments: tuple[Assessment, ...]

    @property
    def open(self) -> OpenPoints:
        """What is open about its claims."""
        return open_points(self.assessments)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One story of the list."""

    id: str
    storyline_id: str
    title: Words
    begin: dt.date | None
    end: dt.date | None
    documents: int
    outlet_names: tuple[str, ...]
    claims: int
    counts: Counts
    open: OpenPoints


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryList:
    """One page of the stories that pass the filter: `found` of `total`, from number `first` (0-based) on."""

    rows: tuple[StoryRow, ...]
    total: int
    found: int
    first: int
    order: Order
    outlet: str
    only_open: bool


_KEYS: Mapping[Order, Callable[[Tally], tuple[object, ...]]] = {
    "last": lambda tally: (-_ordinal(tally.story.end), tally.story.id),
    "first": lambda tally: (_ordinal(tally.story.begin), tally.story.id),
    "open": lambda tally: (-tally.open.total, tally.story.id),
    "origins": lambda tally: (-story_origins(tally.assessments), tally.story.id),
    "documents": lambda tally: (-len(tally.story.doc_ids), tally.story.id),
}


def tallies(
    stories: Iterable[Story],
    lines: Iterable[Storyline],
    claims: Iterable[Claim],
    assessments: Iterable[Assessment],
) -> tuple[Tally, ...]:
    """Return all stories with the assessments of their claims."""
    owner = {story_id: line.id for line in lines for story_id in line.story_ids}
    story_of = {claim.id: claim.story_id for claim in claims}
    found: defaultdict[str, list[Assessment]] = defaultdict(list)
    for one in assessments:
        found[story_of.get(one.claim_id, "")].append(one)
    return tuple(Tally(story, owner.get(story.id, ""), tuple(found[story.id])) for story in stories)


def ordered(known: Iterable[Tally], order: Order, *, only_open: bool) -> list[Tally]:
    """Return the stories in the order asked for, those with open points only if so wished."""
    kept = [tally for tally in known if not only_open or tally.open.total]
    return sorted(kept, key=_KEYS[order])


def story_row(tally: Tally, documents: Mapping[str, Document], copies: Iterable[Duplicate]) -> StoryRow:
    """Return one story as a row; `documents` are its own, `copies` the edges of any of them."""
    story = tally.story
    own = [documents[doc_id] for doc_id in story.doc_ids]
    return StoryRow(
        id=story.id,
        storyline_id=tally.storyline_id,
        title=words(documents[story.title.doc_id], story.title),
        begin=story.begin,
        end=story.end,
        documents=len(own),
        outlet_names=tuple(sorted({outlet_name(document) for document in own})),
        claims=len(tally.assessments),
        counts=story_counts(tally.assessments, own, copies),
        open=tally.open,
    )


def from_outlet(rows: Iterable[StoryRow], outlet: str) -> Sequence[StoryRow]:
    """Return the stories printed by an outlet with `outlet` in its name, in letters of any case."""
    wanted = outlet.casefold()
    return [row for row in rows if any(wanted in name.casefold() for name in row.outlet_names)]


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0
