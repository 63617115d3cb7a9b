"""What happened and what was said, day by day, in sentences of the documents."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from secondsource.page.assertions import EvidenceRow, assertions
from secondsource.page.register import Masthead, Register
from secondsource.page.words import Line
from secondsource.records import Attribution, Claim, Span, Stance, Story, Time

A_DAY = 4
"""Lines a day that stand open; the rest of the day is folded away."""
NEAR_CUE = 40
"""Characters between a cue and a date within which the date says when something was said (`said late on Sunday`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline."""

    kind: Literal["happened", "said"]
    line: Line
    who: str | None
    via: tuple[str, ...]
    stance: Stance | None
    document: Masthead
    also: tuple[Masthead, ...]
    claim_id: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of a day: the first few, and the rest."""

    day: dt.date
    shown: tuple[Entry, ...]
    more: tuple[Entry, ...]


def timeline(register: Register, story: Story, claims: Iterable[Claim]) -> tuple[Day, ...]:
    """Return the days of a story in order.

    `happened` are sentences with a date of that day, `said` is evidence stated on it.  Copies are left out.
    """
    days: defaultdict[dt.date, list[Entry]] = defaultdict(list)
    for day, entry in _happened(register, story):
        days[day].append(entry)
    for day, entry in _said(register, claims):
        days[day].append(entry)
    return tuple(_folded(day, days[day]) for day in sorted(days))


def _folded(day: dt.date, entries: list[Entry]) -> Day:
    seen: dict[Span, Entry] = {}
    for entry in sorted(entries, key=_rank):
        seen.setdefault(entry.line.words.span, entry)
    kept = sorted(seen.values(), key=lambda entry: entry.kind)
    first = [entry for entry in kept if entry.kind == "happened"][: A_DAY // 2]
    shown = first + [entry for entry in kept if entry.kind == "said"][: A_DAY - len(first)]
    return Day(day, tuple(shown), tuple(entry for entry in kept if entry not in shown))


def _rank(entry: Entry) -> tuple[int, int]:
    weight = {"admits": 0, "denies": 1, "disputes": 1, "corrects": 2}.get(entry.stance or "", 3)
    return weight, -len(entry.also)


def _happened(register: Register, story: Story) -> Iterator[tuple[dt.date, Entry]]:
    said = _by_document(register)
    for time in register.dossier.times:
        day, doc_id = _single_day(time), time.span.doc_id
        if day is None or doc_id not in story.doc_ids or register.copied(time.span):
            continue
        if not _in_body(register, time.span) or _tells_when_said(time, said.get(doc_id, ())):
            continue
        yield day, Entry("happened", register.line(time.span), None, (), None, register.masthead(doc_id), ())


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
            if one.first.day is not None and one.first.origin is not None:
                yield one.first.day, _entry(one.first, one.repeats, claim.id)


def _entry(row: EvidenceRow, repeats: tuple[EvidenceRow, ...], claim_id: str) -> Entry:
    return Entry(
        "said",
        row.line,
        row.origin,
        row.via,
        row.stance,
        row.document,
        tuple(dict.fromkeys(other.document for other in repeats)),
        claim_id,
    )
