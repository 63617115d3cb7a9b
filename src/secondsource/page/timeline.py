"""What happened and what was said, day by day, in sentences of the documents."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.page.assertions import EvidenceRow, assertions
from secondsource.page.register import Masthead, Register
from secondsource.page.words import Line
from secondsource.records import Attribution, Claim, Span, Stance, Story, Time

A_DAY, ALL = 4, 40
"""Lines of one day that stand open, and lines of the whole timeline; what is left out is counted."""
DAYS, ENOUGH = 40, 2
"""Most days of a timeline, and days with claims from which on those without any are set apart."""
NEAR_CUE = 40
"""Characters between a cue and a date within which the date says when something was said (`said late on Sunday`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline; `weight` is how many claims rest on its sentence."""

    kind: Literal["happened", "said"]
    line: Line
    who: str | None
    via: tuple[str, ...]
    stance: Stance | None
    document: Masthead
    also: int
    weight: int
    claim_id: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of a day: the first few, the rest as far as there is room, and how many more there are.

    A `minor` day holds only sentences that no claim rests on; a page sets it apart where there are enough others.
    """

    day: dt.date
    shown: tuple[Entry, ...]
    more: tuple[Entry, ...]
    left: int
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days in order; `quiet` counts days left out of a long story because least was found about them."""

    days: tuple[Day, ...]
    quiet: int


def timeline(register: Register, story: Story, claims: Iterable[Claim]) -> Timeline:
    """Return the days of a story in order.

    `happened` are sentences with a date of that day, `said` is evidence stated on it.  Copies are left out.
    """
    days: defaultdict[dt.date, list[Entry]] = defaultdict(list)
    for day, entry in (*_happened(register, story), *_said(register, claims)):
        days[day].append(entry)
    kept = sorted(sorted(days, key=lambda day: (-max(one.weight for one in days[day]), day))[:DAYS])
    return Timeline(tuple(_fitted({day: _distinct(days[day]) for day in kept})), len(days) - len(kept))


def _distinct(entries: Iterable[Entry]) -> list[Entry]:
    """Return one entry a sentence, the weightiest first."""
    seen: dict[Span, Entry] = {}
    for entry in sorted(entries, key=_rank):
        seen.setdefault(entry.line.words.span, entry)
    return list(seen.values())


def _rank(entry: Entry) -> tuple[bool, int, int, int, Span]:
    turn = {"admits": 0, "denies": 1, "disputes": 1, "corrects": 1}.get(entry.stance or "", 2)
    last = entry.kind == "said" and entry.line.fragment
    return last, turn if entry.weight else 3, -entry.weight, -entry.also, entry.line.words.span


def _fitted(days: Mapping[dt.date, Sequence[Entry]]) -> Iterator[Day]:
    """Yield the days with so many lines each that all of them have room."""
    a_day = max(1, min(A_DAY, ALL // max(1, len(days))))
    room = ALL - sum(min(a_day, len(entries)) for entries in days.values())
    weighty = {day for day, entries in days.items() if any(one.weight for one in entries)}
    for day, entries in days.items():
        shown, rest = entries[:a_day], entries[a_day:]
        more = rest[: max(0, room)]
        room -= len(more)
        minor = len(weighty) >= ENOUGH and day not in weighty
        yield Day(day, _by_kind(shown), _by_kind(more), len(rest) - len(more), minor=minor)


def _by_kind(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.kind))


def _happened(register: Register, story: Story) -> Iterator[tuple[dt.date, Entry]]:
    said = _by_document(register)
    for time in register.dossier.times:
        day, doc_id = _single_day(time), time.span.doc_id
        if day is None or doc_id not in story.doc_ids or register.copied(time.span):
            continue
        if not _in_body(register, time.span) or _tells_when_said(time, said.get(doc_id, ())):
            continue
        line = register.line(time.span)
        weight = register.bearing(line.words.span)
        yield day, Entry("happened", line, None, (), None, register.masthead(doc_id), 0, weight)


def _single_day(time: Time) -> dt.date | None:
    dated = time.kind in {"date", "time"} and time.begin is not None and time.begin == time.end
    return time.begin if dated else None


def _in_body(register: Register, span: Span) -> bool:
    return any(span.within(part) for part in register.document(span.doc_id).spans("headline", "body"))


def _by_document(register: Register) -> dict[str, list[Attribution]]:
    found: defaultdict[str, list[Attribution]] = defaultdict(list)
    for one in register.attributions.values():
        found[one.doc_id].append(one)
    return found


def _tells_when_said(time: Time, said: Iterable[Attribution]) -> bool:
    """Tell whether a date stands at a cue, outside of what was said."""
    for one in said:
        inside = any(time.span.overlaps(part) for part in one.content)
        near = any(_gap(time.span, cue) <= NEAR_CUE for cue in one.cue)
        if near and not inside:
            return True
    return False


def _gap(one: Span, two: Span) -> int:
    return max(one.start - two.end, two.start - one.end, 0)


def _said(register: Register, claims: Iterable[Claim]) -> Iterator[tuple[dt.date, Entry]]:
    for claim in claims:
        for one in assertions(register, claim.id):
            if one.first.day is not None and one.first.named:
                also = len({other.document.doc_id for other in one.repeats} - {one.first.document.doc_id})
                yield one.first.day, _entry(one.first, also, claim.id)


def _entry(row: EvidenceRow, also: int, claim_id: str) -> Entry:
    return Entry("said", row.line, row.origin, row.via, row.stance, row.document, also, 1 + also, claim_id)
