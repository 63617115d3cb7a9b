"""Builds the claims of a storyline out of its series of figures and its groups of propositions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents
from secondsource.reconcile.backreferences import points_back
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.index import Index
from secondsource.reconcile.propositions import Proposition
from secondsource.reconcile.series import Series
from secondsource.reconcile.sums import Sum
from secondsource.reconcile.weighing import Mark
from secondsource.records import Claim, ClaimKind, Span, identity

_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim with the stretches that bear on it."""

    claim: Claim
    marks: tuple[Mark, ...]


def figure_drafts(
    index: Index, groups: Sequence[Series], sums: Sequence[Sum], accepted: Iterable[tuple[int, Mark]]
) -> Iterator[Draft]:
    """Yield one claim a series, leaving out figures that nobody is named for and nothing lines up with.

    `accepted` holds further evidence by the place of its series in `groups`.
    """
    more: dict[int, list[Mark]] = defaultdict(list)
    for at, mark in accepted:
        more[at].append(mark)
    totals = {each.total.figure.id for each in sums}
    for at, group in enumerate(groups):
        if not _worth_a_line(group, totals):
            continue
        given = tuple(
            Mark(
                span=each.figure.span,
                stance=each.stance,
                origin=each.origin,
                day=each.day,
                ref=each.figure.id,
                value=each.value,
                kind=each.figure.kind,
                summed=each.figure.id in totals,
            )
            for each in group
        )
        marks = (*given, *more[at])
        best = next((each for each in reversed(group) if each.origin.attributed), group[-1])
        about = (best.noun, best.figure.predicate, best.actor, best.place, best.period)
        gist = index.sentence(best.figure.span)
        yield Draft(_claim(index, "figure", gist, (best.figure.id, about)), marks)


def _worth_a_line(group: Series, totals: set[str]) -> bool:
    first = group[0].figure
    several = len({each.figure.span.doc_id for each in group}) > 1
    said = any(each.origin.attributed for each in group)
    if first.unit in _DURATIONS:
        return said and several
    return bool(first.predicate) or said or several or any(each.figure.id in totals for each in group)


def proposition_drafts(
    index: Index, groups: Iterable[Sequence[Proposition]], in_figures: Mapping[str, bool]
) -> Iterator[Draft]:
    """Yield one claim a group: an event where it is alleged, denied or admitted, else a statement.

    `in_figures` holds the ids of attributions whose content gives a figure; one that stands alone is left to the
    figure's claim.
    """
    for group in groups:
        if not any(each.origin.name for each in group):
            continue
        if len(group) == 1 and (in_figures.get(group[0].id) or _carries_others(index, group[0])):
            continue
        marks = tuple(Mark(each.span, each.stance, each.origin, each.day, each.id) for each in group)
        best = min(group, key=lambda each: _least_apt(index, each))
        kind: ClaimKind = (
            "event" if any(each.stance in {"denies", "admits", "alleges"} for each in group) else "statement"
        )
        about = tuple(sorted(best.words))[:8]
        yield Draft(_claim(index, kind, best.span, (best.id, about)), marks)


def _carries_others(index: Index, each: Proposition) -> bool:
    """Tell whether the content is mostly other people's words (an agency's whole report)."""
    inside = [
        other
        for other in index.attributions.get(each.span.doc_id, ())
        if other.parent == each.id or (other.id != each.id and other.content and other.content[0].within(each.span))
    ]
    return len(inside) > 1


def _least_apt(index: Index, each: Proposition) -> tuple[bool, bool, bool, str, str]:
    return (
        points_back(index, each),
        each.stance in AGAINST,
        each.origin.copied_from is not None,
        str(each.day or "9"),
        each.id,
    )


def _claim(index: Index, kind: ClaimKind, gist: Span, key: tuple[str, tuple[str, ...]]) -> Claim:
    stories = sorted(story.id for story in index.case.stories.values() if gist.doc_id in story.doc_ids)
    return Claim(
        id=identity("c", kind, gist.doc_id, gist.start, gist.end, key[0]),
        kind=kind,
        storyline_id=index.case.storyline.id,
        story_id=stories[0] if stories else "",
        gist=gist,
        about=key[1],
    )


def weights(index: Index, found: Sequence[Proposition]) -> contents.Weights:
    """Return how telling each word is in this storyline: over its sentences and its contents."""
    lexicon = index.case.lexicon
    texts = (index.text(sentence) for doc_id in sorted(index.sentences) for sentence in index.sentences[doc_id])
    return contents.weights([*(each.words for each in found), *(contents.words(text, lexicon) for text in texts)])
