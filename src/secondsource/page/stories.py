"""The list of stories, sorted and filtered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from secondsource.page.counts import Counts, OpenPoints, open_points, story_counts
from secondsource.page.dossier import Dossier
from secondsource.page.register import Register, register
from secondsource.page.words import Words
from secondsource.records import Story

Order = Literal["last", "first", "open", "origins", "documents"]
ORDERS: tuple[Order, ...] = ("last", "first", "open", "origins", "documents")


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


@dataclass(frozen=True, slots=True)
class StoryList:
    """The stories that pass the filter, in the order asked for; `total` counts all."""

    rows: tuple[StoryRow, ...]
    total: int
    order: Order
    outlet: str
    only_open: bool


_KEYS: Mapping[Order, Callable[[StoryRow], tuple[object, ...]]] = {
    "last": lambda row: (-_ordinal(row.end), row.id),
    "first": lambda row: (_ordinal(row.begin), row.id),
    "open": lambda row: (-row.open.total, row.id),
    "origins": lambda row: (-row.counts.origins, row.id),
    "documents": lambda row: (-row.documents, row.id),
}


def story_rows(dossier: Dossier) -> tuple[StoryRow, ...]:
    """Return the stories of one storyline as rows of the list."""
    filed = register(dossier)
    return tuple(_row(filed, told) for told in dossier.stories.values())


def _row(filed: Register, told: Story) -> StoryRow:
    own = filed.claims_of(told.id)
    return StoryRow(
        id=told.id,
        storyline_id=filed.dossier.storyline.id,
        title=filed.words(told.title),
        begin=told.begin,
        end=told.end,
        documents=len(told.doc_ids),
        outlet_names=tuple(sorted({filed.masthead(doc).outlet for doc in told.doc_ids})),
        claims=len(own),
        counts=story_counts(filed, told, own),
        open=open_points(filed, own),
    )


def story_list(
    rows: Iterable[StoryRow], *, order: Order = "last", outlet: str = "", only_open: bool = False
) -> StoryList:
    """Return the list of stories, those with documents of `outlet` and with open points if so wished."""
    known = tuple(rows)
    kept = [
        row
        for row in known
        if (not outlet or outlet in row.outlet_names) and (not only_open or row.open.total)
    ]  # fmt: skip
    return StoryList(tuple(sorted(kept, key=_KEYS[order])), len(known), order, outlet, only_open)


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0
