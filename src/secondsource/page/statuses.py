"""What each status is called and what it means, in the program's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.records import Stance, Status

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class StatusNote:
    """A status as a reader meets it: its label, what it says, and what it does not say."""

    status: Status
    label: str
    means: str
    does_not_mean: str


NOTES: tuple[StatusNote, ...] = (
    StatusNote(
        "single_source",
        "single source",
        "No more than one origin is known to say so in these texts, however many outlets print it.",
        "That it is doubtful. Much news begins with one origin.",
    ),
    StatusNote(
        "corroborated",
        "corroborated",
        "At least two origins say so, neither of which is known to rest on the other, and nobody denies it.",
        "That it happened. Two origins can err together, or rest on a third that these texts do not name.",
    ),
    StatusNote(
        "disputed",
        "disputed",
        "What one says another denies, or two origins give figures that cannot both hold.",
        "That both sides carry equal weight. The program weighs nobody.",
    ),
    StatusNote(
        "denied",
        "denied",
        "It is known from its denial only; nobody in these texts is named who says it.",
        "That the claim is wrong. A denial is one more statement.",
    ),
    StatusNote(
        "revised",
        "revised",
        "A later figure or account took the place of an earlier one.",
        "That the earlier one was given in bad faith. Tolls, for one, grow as a search goes on.",
    ),
    StatusNote(
        "denied_then_admitted",
        "denied, then admitted",
        "The party that denied it has conceded it.",
        "Anything about why the party changed its account.",
    ),
)
"""Source: the status table, `docs/decisions/0003-status-table.md`."""

LABELS: Mapping[Status, str] = {note.status: note.label for note in NOTES}
OPEN: frozenset[Status] = frozenset({"disputed", "denied", "denied_then_admitted"})
"""Statuses that say that accounts part."""

AGAINST: frozenset[Stance] = frozenset({"denies", "disputes"})
"""Stances that contradict a claim; `declines` says nothing either way."""

ORDER: Mapping[Status, int] = {
    "denied_then_admitted": 0,
    "disputed": 1,
    "denied": 2,
    "revised": 3,
    "corroborated": 4,
    "single_source": 5,
}
"""Order on a page: what a reader has to decide about comes first."""


def note(status: Status) -> StatusNote:
    """Return the note of `status`."""
    return next(row for row in NOTES if row.status == status)
