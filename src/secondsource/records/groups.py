"""Which article took what from which, and which of them tell one story or follow one affair."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from secondsource.records.documents import Span
from secondsource.records.vocabulary import PassageKind, Relation


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Directed copy edge: `doc_id` took `passages` from `of_id`.

    `similarity` is the share of the copy's body (0 to 1) that stands in the original; `credited` tells whether the copy
    names whose text it is.
    """

    id: str
    doc_id: str
    of_id: str
    relation: Relation
    similarity: float
    share_of_original: float
    credited: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the copy and the stretch of the original that it repeats."""

    span: Span
    of_span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event: originals by average link, copies with their originals.

    `title` points at the headline (or first sentence) that stands for the story.
    """

    id: str
    doc_ids: tuple[str, ...]
    title: Span
    begin: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories that follow one affair over time (same principal actors, same subject)."""

    id: str
    story_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a list shows of a story and sorts by, so that it opens neither the story's documents nor its claims.

    `id` is the story's; `outlets` are in order of their names; the last four count its open
    claims.
    """

    id: str
    storyline_id: str
    outlets: tuple[str, ...]
    texts: int
    claims: int
    origins_low: int
    origins: int
    disputed: int
    denied: int
    revised: int
    admitted: int
