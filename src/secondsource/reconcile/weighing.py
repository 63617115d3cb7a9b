"""Turns the stretches that bear on one claim into evidence: what counts, and in plain words why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from secondsource.reconcile import intervals
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.naming import named
from secondsource.reconcile.origins import Origin
from secondsource.reconcile.status import overtakes
from secondsource.records import Evidence, FigureKind, Span, Stance, identity


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that bears on a claim, before it is known what it counts for.

    Attributes:
        kind: of the figure it gives, None where it gives none.
        summed: whether its figure is the sum of others.
        echo: whether another mark, under another name, has the same words.
        headline: whether it stands in the headline over a body.
    """

    span: Span
    stance: Stance
    origin: Origin
    day: dt.date | None
    ref: str | None
    value: intervals.Value | None = None
    kind: FigureKind | None = None
    summed: bool = False
    echo: bool = False
    headline: bool = False


def weigh(claim_id: str, marks: Sequence[Mark]) -> tuple[Evidence, ...]:
    """Return the evidence of a claim, in order of id; a pure function of the set of marks."""
    distinct = sorted(set(marks), key=lambda mark: (mark.span, mark.ref or ""))
    weighed = [_evidence(claim_id, mark, distinct) for mark in distinct]
    settled = [_superseded(each, weighed) for each in weighed]
    return tuple(sorted(settled, key=lambda each: each.id))


def _evidence(claim_id: str, mark: Mark, marks: Sequence[Mark]) -> Evidence:
    counted, why = _counts(mark, marks)
    return Evidence(
        id=identity("e", claim_id, mark.span.doc_id, mark.span.start, mark.span.end, mark.ref),
        claim_id=claim_id,
        span=mark.span,
        stance=mark.stance,
        chain=mark.origin.chain,
        origin=mark.origin.name,
        counted=counted,
        why=why,
        stated=mark.day,
        ref=mark.ref,
        value=mark.value,
    )


def _counts(mark: Mark, marks: Sequence[Mark]) -> tuple[bool, str]:
    for applies, why in _NOT_COUNTED:
        if applies(mark, marks):
            return False, why
    if not mark.origin.attributed:
        return _own_voice(mark, marks)
    if mark.origin.name and named(mark.origin.name):
        return True, "says so on its own knowledge"
    return True, "a source without a name; it may be one of the named"


def _copied_among(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Tell whether the original of a copied stretch stands among the marks itself."""
    source = mark.origin.copied_from
    return source is not None and any(other.span.overlaps(source) for other in marks)


def _sums_up(mark: Mark, marks: Sequence[Mark]) -> bool:
    return mark.headline and any(not other.headline and other.span.doc_id == mark.span.doc_id for other in marks)


def _requoted(mark: Mark, marks: Sequence[Mark]) -> bool:
    return mark.origin.requoted and any(not other.origin.requoted for other in marks)


def _own_voice(mark: Mark, marks: Sequence[Mark]) -> tuple[bool, str]:
    if any(_said_before(mark, other) for other in marks):
        return False, "names no source here, and adds nothing to what a named source said"
    if mark.summed:
        return False, "the sum of other figures, and no source of its own"
    if mark.origin.likely:
        return True, "in the outlet's own voice; it may rest on the source named beside it"
    return True, "in the outlet's own voice"


def _said_before(mark: Mark, other: Mark) -> bool:
    if not other.origin.attributed or other.origin.name is None or other.stance in AGAINST:
        return False
    if mark.day and other.day and other.day > mark.day:
        return False
    if not (mark.value and other.value):
        return True
    return _says_less(mark.value, other.value) or intervals.agree(mark.value, other.value)


_NOT_COUNTED: tuple[tuple[Callable[[Mark, Sequence[Mark]], bool], str], ...] = (
    (lambda mark, _: mark.stance in AGAINST, "speaks against the claim"),
    (lambda mark, _: mark.stance == "declines", "declines to say"),
    (lambda mark, _: mark.stance == "predicts", "a forecast, not a count"),
    (lambda mark, _: mark.kind == "increment", "an addition to an earlier figure, not a total"),
    (_sums_up, "a headline, which sums up its article"),
    (_requoted, "the outlet's own earlier report, quoted again"),
    (_copied_among, "stands in a text taken from another; it counts there"),
    (lambda mark, _: mark.origin.name is None, "names no source"),
    (lambda mark, _: mark.echo, "the same words as another's; one utterance counts once"),
)
"""What keeps a stretch from counting, in the order in which the reasons are given."""


def _says_less(rough: intervals.Value, close: intervals.Value) -> bool:
    """Tell whether an open figure (`dozens`) holds where the other (`at least 49`) does, and names no higher number."""
    named, known = intervals.points(rough), intervals.points(close)
    lower = bool(named) and bool(known) and named[0] <= known[0]
    return lower and not intervals.narrow(rough) and intervals.compatible(rough, close)


def _superseded(evidence: Evidence, all_: Sequence[Evidence]) -> Evidence:
    if not (evidence.counted and any(new.counted and overtakes(new, evidence) for new in all_)):
        return evidence
    return replace(evidence, counted=False, superseded=True, why="overtaken by a later figure")
