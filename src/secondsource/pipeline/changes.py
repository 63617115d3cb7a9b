"""What an addition changed: claims that are new, and claims whose status is another than before.

A claim keeps its id as long as its first line does; where an earlier article comes in, it is known by its other lines.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from secondsource.pipeline.intake import AddReport
from secondsource.pipeline.reader import Reader
from secondsource.pipeline.rows import ALL, ClaimRow, claim_rows
from secondsource.records import Assessment, Claim, Evidence, Span, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """How all claims stood at one moment: their statuses by id, and by the words of each line the claims it bore on."""

    statuses: Mapping[str, Status]
    at: Mapping[Span, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that is new (`before` is None) or whose status was `before`; `row` says how it stands now."""

    change: Literal["new", "status"]
    before: Status | None
    row: ClaimRow


@dataclass(frozen=True, slots=True)
class News:
    """What one look at the inputs brought: what became of them, and what changed by it."""

    report: AddReport
    changes: tuple[Change, ...]


def standing(desk: Reader) -> Standing:
    """Return how all claims of an open store stand."""
    at: defaultdict[Span, dict[str, None]] = defaultdict(dict)
    for row in desk.scan(Evidence):
        at[row.span][row.claim_id] = None
    statuses = {row.claim_id: row.status for row in desk.scan(Assessment)}
    return Standing(statuses, {span: tuple(claims) for span, claims in at.items()})


def changes(desk: Reader, before: Standing) -> tuple[Change, ...]:
    """Return what is otherwise than `before`: changed statuses first, each kind with the latest day first."""
    moved = dict(_moved(desk, before))
    lines = {claim.storyline_id for claim in desk.scan(Claim) if claim.id in moved}
    rows = [row for line in sorted(lines) for row in claim_rows(desk.dossier(line), ALL) if row.id in moved]
    found = [Change("status" if moved[row.id] else "new", moved[row.id], row) for row in rows]
    return tuple(sorted(found, key=_place))


def _moved(desk: Reader, before: Standing) -> Iterator[tuple[str, Status | None]]:
    """Yield the claims that stand otherwise than before, with their status then."""
    lines: defaultdict[str, list[Span]] = defaultdict(list)
    unknown = {row.claim_id for row in desk.scan(Assessment)} - before.statuses.keys()
    for row in desk.scan(Evidence) if unknown else ():
        if row.claim_id in unknown:
            lines[row.claim_id].append(row.span)
    for assessment in desk.scan(Assessment):
        key = assessment.claim_id
        known = {
            before.statuses[one] for span in lines[key] for one in before.at.get(span, ()) if one in before.statuses
        }
        was = before.statuses.get(key) or (
            assessment.status if assessment.status in known else min(known, default=None)
        )
        if was != assessment.status:
            yield key, was


def _place(change: Change) -> tuple[bool, int, str]:
    last = change.row.last or dt.date.min
    return change.change == "new", -last.toordinal(), change.row.id
