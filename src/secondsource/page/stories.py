"""The list of stories, sorted and filtered by their summaries; only the titles that are shown have to be read."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.page.counts import Counts, OpenPoints, open_points, story_counts
from secondsource.page.register import outlet_name
from secondsource.page.words import Words, words
from secondsource.records import Assessment, Claim, Document, Duplicate, Story, Storyline, Summary

Order = Literal["last", "first", "open", "origins", "documents"]
ROWS = 100
"""Stories on one page of the list."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A story with its summary: what a list sorts by; None while its claims are still to be read."""

    story: Story
    summary: Summary | None = None

    @property
    def open(self) -> OpenPoints:
        """What is open about its claims."""
        one = self.summary
        return OpenPoints(one.disputed, one.denied, one.revised, one.admitted) if one else OpenPoints(0, 0, 0, 0)


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
    "origins": lambda tally: (-(tally.summary.origins if tally.summary else 0), tally.story.id),
    "documents": lambda tally: (-len(tally.story.doc_ids), tally.story.id),
}


def summaries(
    line: Storyline, stories: Mapping[str, Story], case: Mapping[str, Document], copies: Sequence[Duplicate], *,
    claims: Iterable[Claim], assessments: Iterable[Assessment],
) -> Iterator[Summary]:  # fmt: skip
    """Yield the summary of each story of `line`; `case` holds the documents of the storyline, `copies` their edges."""
    story_of = {claim.id: claim.story_id for claim in claims}
    found: defaultdict[str, list[Assessment]] = defaultdict(list)
    for one in assessments:
        found[story_of.get(one.claim_id, "")].append(one)
    for key in line.story_ids:
        own = {doc_id: case[doc_id] for doc_id in stories[key].doc_ids}
        yield summary(key, line.id, found[key], own.values(), copies=[edge for edge in copies if edge.doc_id in own])


def summary(
    key: str, line: str, found: Sequence[Assessment], documents: Iterable[Document], *, copies: Iterable[Duplicate]
) -> Summary:
    """Return the summary of story `key` of storyline `line`, whose claims were assessed as `found`."""
    own = list(documents)
    counts, points = story_counts(found, own, copies), open_points(found)
    return Summary(
        id=key,
        storyline_id=line,
        outlets=tuple(sorted({outlet_name(document) for document in own})),
        texts=counts.texts,
        claims=len(found),
        origins_low=counts.origins_low,
        origins=counts.origins,
        disputed=points.disputed,
        denied=points.denied,
        revised=points.revised,
        admitted=points.admitted,
    )


def ordered(known: Iterable[Tally], order: Order, *, only_open: bool) -> list[Tally]:
    """Return the stories in the order asked for, those with open points only if so wished."""
    kept = [tally for tally in known if not only_open or tally.open.total]
    return sorted(kept, key=_KEYS[order])


def story_row(story: Story, known: Summary, document: Document) -> StoryRow:
    """Return one story as a row; `document` is the one that its title stands in."""
    return StoryRow(
        id=story.id,
        storyline_id=known.storyline_id,
        title=words(document, story.title),
        begin=story.begin,
        end=story.end,
        documents=len(story.doc_ids),
        outlet_names=known.outlets,
        claims=known.claims,
        counts=Counts(len(known.outlets), known.texts, known.origins_low, known.origins),
        open=OpenPoints(known.disputed, known.denied, known.revised, known.admitted),
    )


def from_outlet(known: Iterable[Tally], outlet: str) -> list[Tally]:
    """Return the stories printed by an outlet with `outlet` in its name, in letters of any case."""
    wanted = outlet.casefold()
    return [
        tally for tally in known if tally.summary and any(wanted in name.casefold() for name in tally.summary.outlets)
    ]


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0
