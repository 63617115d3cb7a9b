"""One claim for each series of figures, with every value as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.reconcile import contents
from secondsource.reconcile.drafts import Draft, claim
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.index import Index, hull
from secondsource.reconcile.series import Series
from secondsource.reconcile.sums import Sum
from secondsource.reconcile.weighing import Mark
from secondsource.records import identity

_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def figure_drafts(
    index: Index, groups: Sequence[Series], sums: Sequence[Sum], accepted: Iterable[tuple[int, Mark]]
) -> Iterator[Draft]:
    """Yield one claim a series, leaving out figures that nobody is named for and nothing lines up with.

    `accepted` holds further evidence by the place of its series in `groups`.
    """
    more: dict[int, list[Mark]] = defaultdict(list)
    for at, mark in accepted:
        more[at].append(mark)
    totals = frozenset(each.total.figure.id for each in sums)
    for at, group in enumerate(groups):
        if _worth_a_line(group, totals):
            yield _draft(index, group, totals, more[at])


def _draft(index: Index, group: Series, totals: Collection[str], more: Sequence[Mark]) -> Draft:
    best = best_of(group)
    about = (best.noun, best.figure.predicate, best.actor, best.place, best.period)
    gist = index.sentence(best.figure.span)
    echoes = _echoes(index, group)
    marks = (*(replace(figure_mark(each, totals), echo=each.figure.id in echoes) for each in group), *more)
    return Draft(claim(index, "figure", gist, about, key=group[0].figure.id), marks)


def _echoes(index: Index, group: Series) -> frozenset[str]:
    """Return the ids of the figures whose words another text has too, under another name.

    A question asked at a briefing that three papers print (`elected for four years at least`) was asked once.
    """
    ordered = sorted(group, key=lambda each: (not each.origin.attributed, str(each.day or ""), each.figure.id))
    told: dict[frozenset[str], list[Counted]] = defaultdict(list)
    found: set[str] = set()
    for each in ordered:
        words = _words(index, each)
        if any(contents.one_utterance(words, other) and _other_voice(each, before) for other, before in told.items()):
            found.add(each.figure.id)
        told[words].append(each)
    return frozenset(found)


def _words(index: Index, each: Counted) -> frozenset[str]:
    span = hull(each.attribution) if each.attribution else each.sentence
    return contents.words(index.text(span), index.case.lexicon)


def _other_voice(each: Counted, before: Sequence[Counted]) -> bool:
    return any(
        other.figure.span.doc_id != each.figure.span.doc_id and other.origin.name != each.origin.name
        for other in before
    )


def best_of(group: Series) -> Counted:
    """Return the figure that states a series best: the last that somebody is named for, else the last."""
    return next((each for each in reversed(group) if each.origin.attributed), group[-1])


def claim_id(group: Series) -> str:
    """Return the id of the claim of a series: that of its first figure, so that news keeps it."""
    return identity("c", "figure", group[0].figure.id)


def figure_mark(each: Counted, totals: Collection[str]) -> Mark:
    """Return the evidence that a figure gives; `totals` holds the ids of those that are sums."""
    return Mark(
        span=each.figure.span,
        stance=each.stance,
        origin=each.origin,
        day=each.day,
        ref=each.figure.id,
        value=each.value,
        kind=each.figure.kind,
        summed=each.figure.id in totals,
        headline=each.headline,
    )


def _worth_a_line(group: Series, totals: Collection[str]) -> bool:
    first = group[0].figure
    if first.modality == "negated":
        return False  # what was not lost is no loss
    if not (first.noun or first.predicate or first.unit):
        return False
    several = len({each.figure.span.doc_id for each in group}) > 1
    said = any(each.origin.attributed for each in group)
    if first.unit in _DURATIONS:
        return first.predicate == "convicted" or (said and several)
    return bool(first.predicate) or said or several or any(each.figure.id in totals for each in group)
