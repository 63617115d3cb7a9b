"""The whole editorial policy: what moves a claim from one status to the next.

A claim's evidence is folded day by day.  On each day assertions come first, then revisions, denials and admissions, so
that a denial answers what was asserted that day; undated evidence comes before the first day.  A pair that the table
leaves out changes nothing.  No status says that a claim is true.  The reasons stand in
`docs/decisions/0003-status-table.md`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from secondsource.reconcile import independence, intervals
from secondsource.records import Assessment, Evidence, Status, Step

Happening = Literal["assertion", "second origin", "revision", "conflict", "denial", "admission", "retraction"]

TABLE: Mapping[tuple[Status | None, Happening], tuple[Status, str]] = {
    (None, "assertion"): ("single_source", "One origin says so, or several that may be one."),
    (None, "denial"): ("denied", "It is known only from its denial."),
    (None, "admission"): ("single_source", "The party concerned says so itself."),
    ("single_source", "second origin"): ("corroborated", "A second, independent origin says so; nobody denies it."),
    ("single_source", "revision"): ("revised", "A later figure took the place of the earlier one."),
    ("single_source", "conflict"): ("disputed", "Two origins give figures that cannot both hold."),
    ("single_source", "denial"): ("disputed", "What was said is denied."),
    ("single_source", "retraction"): ("denied_then_admitted", "Its speaker has conceded the contrary."),
    ("corroborated", "revision"): ("revised", "A later figure took the place of the earlier one."),
    ("corroborated", "conflict"): ("disputed", "Two origins give figures that cannot both hold."),
    ("corroborated", "denial"): ("disputed", "What was said is denied."),
    ("revised", "conflict"): ("disputed", "Two origins give figures that cannot both hold."),
    ("revised", "denial"): ("disputed", "What was said is denied."),
    ("revised", "revision"): ("revised", "A later figure took the place of the earlier one."),
    ("denied", "assertion"): ("disputed", "What was denied is asserted."),
    ("denied", "admission"): ("denied_then_admitted", "The party that denied it has conceded it."),
    ("disputed", "admission"): ("denied_then_admitted", "The party that denied it has conceded it."),
    ("denied_then_admitted", "denial"): ("disputed", "What had been conceded is denied again."),
    ("disputed", "revision"): ("revised", "A later figure took the place of the earlier one."),
}  # fmt: skip


RETRACTS = "concedes the contrary of what was said here"
"""Why an admission of one claim stands, uncounted, with the quoted denial of it (`retractions`)."""
_TWO = 2
"""Independent origins from which a claim is corroborated."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a claim went: distinct outlets, and distinct texts among them."""

    outlets: int
    texts: int


@dataclass(frozen=True, slots=True)
class _So_far:  # noqa: N801 - reads as what it is: the evidence up to and including one day
    before: tuple[Evidence, ...]
    today: tuple[Evidence, ...]

    @property
    def all(self) -> tuple[Evidence, ...]:
        return (*self.before, *self.today)


def assess(claim_id: str, evidence: Iterable[Evidence], reach: Reach) -> Assessment:
    """Return what a set of evidence adds up to; its order and repeats change nothing."""
    known = tuple(sorted({each.id: each for each in evidence}.values(), key=lambda each: each.id))
    history = tuple(_steps(known))
    last = history[-1] if history else Step(None, "single_source", (), "Nobody is named for it.")
    origins = independence.high(known)
    least = _least(known)
    against = {each.origin or each.id for each in known if each.stance in independence.AGAINST}
    return Assessment(
        claim_id=claim_id,
        status=last.status,
        because=last.because,
        origins=tuple(sorted(origins)),
        n_origins=len(origins),
        n_origins_low=least,
        n_against=len(against),
        outlets=reach.outlets,
        texts=reach.texts,
        history=history,
    )


def _steps(evidence: tuple[Evidence, ...]) -> Iterator[Step]:
    status: Status | None = None
    before: tuple[Evidence, ...] = ()
    for as_of, group in groupby(sorted(evidence, key=_when), key=lambda each: each.stated):
        so_far = _So_far(before, tuple(group))
        for happening, moved in _happenings(so_far):
            if moved and (status, happening) in TABLE:
                status, rule = TABLE[status, happening]
                yield Step(as_of, status, tuple(sorted(each.id for each in moved)), rule)
        before = so_far.all


def _when(evidence: Evidence) -> tuple[dt.date, str]:
    return (evidence.stated or dt.date.min, evidence.id)


def _happenings(so_far: _So_far) -> Iterator[tuple[Happening, tuple[Evidence, ...]]]:
    conceded = _admissions(so_far)
    asserted = tuple(each for each in so_far.today if _asserts(each) and each not in conceded)
    yield "assertion", asserted
    yield "revision", _revisions(so_far.before, asserted)
    yield "second origin", _second_origin(so_far)
    yield "conflict", _conflict(asserted)
    yield "denial", tuple(each for each in so_far.today if each.stance in independence.AGAINST)
    yield "admission", conceded
    yield "retraction", _retractions(so_far)


def _asserts(evidence: Evidence) -> bool:
    """Tell whether it supported the claim when it was said, even if it was overtaken later."""
    return (evidence.counted or evidence.superseded) and evidence.stance in independence.SUPPORTING


def _second_origin(so_far: _So_far) -> tuple[Evidence, ...]:
    supporting = tuple(each for each in so_far.all if independence.supports(each))
    denied = any(each.stance in independence.AGAINST for each in so_far.all)
    return () if denied or _least(supporting) < _TWO else supporting


def _least(evidence: tuple[Evidence, ...]) -> int:
    """Return the least number of independent origins; of a figure, of those who give one number (after rounding)."""
    supporting = [each for each in evidence if independence.supports(each)]
    valueless = [each for each in supporting if not each.value]
    distinct: dict[intervals.Value, dict[object, Evidence]] = {}
    for each in supporting:
        if each.value and not _vague(each):
            key = (each.party or each.origin, each.stance, independence.attributed(each), each.likely)
            distinct.setdefault(each.value, {})[key] = each
    agreeing = (
        [each for other in distinct if intervals.agree(one, other) for each in distinct[other].values()]
        for one in distinct
    )
    counts = (independence.low([*valueless, *group]) for group in agreeing)
    least = max(counts, default=independence.low(valueless) or min(independence.low(supporting), 1))
    return min(least, len(independence.high(supporting)))


def _vague(evidence: Evidence) -> bool:
    """Tell whether the words name no number (`several`, `dozens`)."""
    return evidence.value is not None and evidence.value[2] == "~" and not intervals.narrow(evidence.value)


def _revisions(before: tuple[Evidence, ...], asserted: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return what takes the place of something earlier: a correction, or a figure after one of a known day."""
    corrected = [each for each in asserted if each.stance == "corrects" and _puts_right(each, (*before, *asserted))]
    earlier = [each for each in before if each.stated and each.superseded and each.value]
    overtaking = [each for each in asserted if any(overtakes(each, old) for old in earlier) or _closer(each, before)]
    return tuple({each.id: each for each in (*corrected, *overtaking)}.values())


def _puts_right(new: Evidence, known: tuple[Evidence, ...]) -> bool:
    """Tell whether a correction changes the claim: of its number, where it gives one, some other line gives another."""
    return new.value is None or any(
        old.origin and old.value and not intervals.agree(new.value, old.value) for old in known
    )


def overtakes(new: Evidence, old: Evidence) -> bool:
    """Tell whether the figure `new`, said on a later day, takes the place of `old`.

    It does if both cannot hold, or if the same origin now gives a closer number.
    """
    if not (new.value and old.value and new.stated and old.stated and new.stated > old.stated):
        return False
    if not intervals.compatible(new.value, old.value):
        return True
    return new.origin == old.origin and intervals.narrow(new.value) and not intervals.agree(new.value, old.value)


def _closer(new: Evidence, before: tuple[Evidence, ...]) -> bool:
    """Tell whether an exact figure comes after others, on a later day, and none of them gave that number."""
    if not (new.value and intervals.narrow(new.value) and new.stated):
        return False
    earlier = [old.value for old in before if old.value and _asserts(old) and old.stated and old.stated < new.stated]
    return bool(earlier) and not any(intervals.agree(new.value, old) for old in earlier)


def _conflict(asserted: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return what was said on one day by different origins and cannot hold together.

    A correction notice gives the wrong number beside the right one and is in no conflict with itself.
    """
    valued = [each for each in asserted if each.value and each.origin]
    return tuple(
        one
        for one in valued
        if any(
            one.origin != other.origin and one.value and other.value and not _in_one_notice(one, other)
            and not intervals.compatible(one.value, other.value)
            for other in valued
        )
    )  # fmt: skip


def _in_one_notice(one: Evidence, other: Evidence) -> bool:
    return one.span.doc_id == other.span.doc_id and "corrects" in {one.stance, other.stance}


def _retractions(so_far: _So_far) -> tuple[Evidence, ...]:
    """Return admissions of another claim that undo what their own origin had said here."""
    spoke = {each.origin for each in so_far.before if _asserts(each)}
    return tuple(each for each in so_far.today if each.why == RETRACTS and each.origin in spoke)


def _admissions(so_far: _So_far) -> tuple[Evidence, ...]:
    deniers = {each.origin for each in so_far.all if each.stance == "denies"}
    return tuple(each for each in so_far.today if each.stance == "admits" and each.origin in deniers)
