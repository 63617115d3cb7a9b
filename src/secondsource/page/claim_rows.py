"""A claim as a list prints it: its words, its status, its numbers, who says so and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, EvidenceRow, assertions, gist_line, stated_first
from secondsource.page.counts import Counts, claim_counts
from secondsource.page.register import Register
from secondsource.page.words import Line
from secondsource.records import Claim, ClaimKind, Status


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
    """Yield all but the one in front, and those on its side that only read its words on behalf of another."""
    shown = {row.id for row in (lead.first, *lead.repeats)} if lead else set()
    return (one for one in named if one.first.id not in shown and not (lead and _echoes(one.first, lead.first)))


def _echoes(one: EvidenceRow, lead: EvidenceRow) -> bool:
    return one.against == lead.against and one.words.span.overlaps(lead.words.span)


def _counts(one: Assertion) -> bool:
    """Tell whether a figure is a count of its own: no addition to another, no rate, no forecast."""
    reading = one.first.reading
    return reading is None or (reading.kind == "total" and one.first.stance != "predicts")
