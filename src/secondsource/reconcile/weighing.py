"""Turns the stretches that bear on one claim into evidence: what counts, and in plain words why not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.reconcile import intervals
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.naming import named
from secondsource.reconcile.origins import Origin
from secondsource.reconcile.overtaking import overtaken
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


@dataclass(frozen=True, slots=True)
class _Company:
    """What the marks of a claim have in common, looked up once, so that a thousand marks cost a thousand steps.

    Attributes:
        bodies: documents in which a mark stands below the headline.
        spans: of the marks, by document.
        anew: whether any mark is more than an outlet's own report quoted again.
        sourced: what named parties said, one mark for each day and number.
    """

    bodies: frozenset[str]
    spans: Mapping[str, Sequence[Span]]
    anew: bool
    sourced: Sequence[Mark]


def _company(marks: Sequence[Mark]) -> _Company:
    spans: dict[str, list[Span]] = defaultdict(list)
    sourced: dict[tuple[object, object], Mark] = {}
    for mark in marks:
        spans[mark.span.doc_id].append(mark.span)
        if mark.origin.attributed and mark.origin.name is not None and mark.stance not in AGAINST:
            sourced.setdefault((mark.day, mark.value), mark)
    return _Company(
        bodies=frozenset(mark.span.doc_id for mark in marks if not mark.headline),
        spans=spans,
        anew=any(not mark.origin.requoted for mark in marks),
        sourced=tuple(sourced.values()),
    )


def weigh(claim_id: str, marks: Sequence[Mark]) -> tuple[Evidence, ...]:
    """Return the evidence of a claim, in order of id; a pure function of the set of marks."""
    distinct = sorted(set(marks), key=lambda mark: (mark.span, mark.ref or ""))
    company = _company(distinct)
    weighed = [_evidence(claim_id, mark, company) for mark in distinct]
    return tuple(sorted(_settled(weighed), key=lambda each: each.id))


def _evidence(claim_id: str, mark: Mark, company: _Company) -> Evidence:
    counted, why = _counts(mark, company)
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
        likely=mark.origin.likely,
        party=mark.origin.party,
    )


def _counts(mark: Mark, company: _Company) -> tuple[bool, str]:
    for applies, why in _NOT_COUNTED:
        if applies(mark, company):
            return False, why
    if not mark.origin.attributed:
        return _own_voice(mark, company)
    if mark.origin.name and named(mark.origin.name):
        return True, "says so on its own knowledge"
    return True, "a source without a name; it may be one of the named"


def _copied_among(mark: Mark, company: _Company) -> bool:
    """Tell whether the original of a copied stretch stands among the marks itself."""
    source = mark.origin.copied_from
    return source is not None and any(span.overlaps(source) for span in company.spans.get(source.doc_id, ()))


def _sums_up(mark: Mark, company: _Company) -> bool:
    return mark.headline and mark.span.doc_id in company.bodies


def _requoted(mark: Mark, company: _Company) -> bool:
    return mark.origin.requoted and company.anew


def _own_voice(mark: Mark, company: _Company) -> tuple[bool, str]:
    if any(_said_before(mark, other) for other in company.sourced):
        return False, "adds nothing to what a named source said before"
    if mark.summed:
        return False, "the sum of other figures, and no source of its own"
    if mark.origin.likely and mark.origin.likely != mark.origin.name:
        return True, "in the outlet's own voice; it may rest on the source named beside it"
    return True, "in the outlet's own voice"


def _said_before(mark: Mark, other: Mark) -> bool:
    """Tell whether a line passes on what a named source said: another medium's report of it, or less than it."""
    if mark.day and other.day and other.day > mark.day:
        return False
    carried = mark.origin.chain[-1].kind == "carrier"
    if not (mark.value and other.value):
        return carried
    if intervals.agree(mark.value, other.value):
        return carried or (mark.value[2] not in {"=", other.value[2]})
    return _says_less(mark.value, other.value)


_NOT_COUNTED: tuple[tuple[Callable[[Mark, _Company], bool], str], ...] = (
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


def _settled(weighed: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the evidence, what a later figure overtakes no longer counted."""
    old = overtaken(weighed)
    for each in weighed:
        late = each.id in old
        yield replace(each, counted=False, superseded=True, why="overtaken by a later figure") if late else each
