"""Corrections in force, with their words found in the documents as they are now: what the stages read of them.

There is one class for each stage that reads it, so that a ruling makes that stage due and no other.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.records.documents import Span
from secondsource.records.vocabulary import Bound, SectionKind


@dataclass(frozen=True, slots=True)
class SectionRuling:
    """`span` is of this kind, whatever cleaning made of it."""

    id: str
    span: Span
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class CopyRuling:
    """Neither document took anything from the other."""

    id: str
    doc_id: str
    other_id: str


@dataclass(frozen=True, slots=True)
class StoryRuling:
    """The documents `doc_ids` belong together, and with the document `with_id` or (`apart`) not with it."""

    id: str
    with_id: str
    doc_ids: tuple[str, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class SpeakerRuling:
    """What stands at `span` is said by `speaker` (None: the text names nobody) for `body`."""

    id: str
    span: Span
    speaker: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class FigureRuling:
    """What stands at `span` is this value (low, high, bound), or no figure (None)."""

    id: str
    span: Span
    value: tuple[float | None, float | None, Bound] | None


@dataclass(frozen=True, slots=True)
class ClaimRuling:
    """The words at `one` and those at `other` bear on one claim, or (`apart`) on two."""

    id: str
    one: Span
    other: Span
    apart: bool

    @property
    def doc_ids(self) -> tuple[str, ...]:
        """The documents that a storyline must all hold for the ruling to bear on it."""
        return (self.one.doc_id, self.other.doc_id)


@dataclass(frozen=True, slots=True)
class NameRuling:
    """`name` and `other` are one party, or (`apart`) two, in the storylines that hold any of `doc_ids`.

    Where both names are the same, the last of `doc_ids` speak of the other one.
    """

    id: str
    name: str
    other: str
    doc_ids: tuple[str, ...]
    apart: bool


RULINGS: tuple[type, ...] = (
    SectionRuling, CopyRuling, StoryRuling, SpeakerRuling, FigureRuling, ClaimRuling, NameRuling,
)  # fmt: skip
"""Every class of ruling; those of each class are handed over in the order in which they were made."""
