"""Attributions that carry one proposition: the same words, a paraphrase, its denial or its admission.

Two contents are one if they share nearly all their words; if one speaker says both and they share most; if one denies
what another says, a little less will do, since a denial repeats only the point; across speakers much is asked, for a
wrong match makes a false second source.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from secondsource.reconcile import contents
from secondsource.reconcile.families import components
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.index import Index, hull
from secondsource.reconcile.origins import Origin, origin
from secondsource.records import Attribution, Span, Stance

COMMON = 40
"""A word in more contents than this brings no pairs together; the rarer words do."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """An attributed content with its words and its origin."""

    attribution: Attribution
    span: Span
    words: frozenset[str]
    origin: Origin
    day: dt.date | None

    @property
    def id(self) -> str:
        """The id of the attribution."""
        return self.attribution.id

    @property
    def stance(self) -> Stance:
        """What the speaker does with the content."""
        return self.attribution.stance

    @property
    def speaker(self) -> str | None:
        """Canonical name of the speaker."""
        return self.attribution.speaker


def propositions(index: Index) -> list[Proposition]:
    """Return the contents of all attributions, in order of id."""
    found = [
        Proposition(
            attribution=attribution,
            span=hull(attribution),
            words=contents.words(_content(index, attribution), index.case.lexicon),
            origin=origin(index, hull(attribution), attribution),
            day=index.day(attribution.doc_id),
        )
        for by_doc in index.attributions.values()
        for attribution in by_doc
    ]
    return sorted(found, key=lambda each: each.id)


def _content(index: Index, attribution: Attribution) -> str:
    return " ".join(index.text(part) for part in attribution.content)


def clusters(
    found: Sequence[Proposition], weight: contents.Weights, more: Iterable[tuple[str, str]]
) -> list[tuple[Proposition, ...]]:
    """Return the propositions in groups that say one thing; `more` are pairs of ids known to belong together."""
    by_id = {each.id: each for each in found}
    pairs = [(one.id, other.id) for one, other in _candidates(found, weight) if same(one, other, weight)]
    groups: dict[str, list[Proposition]] = defaultdict(list)
    for node, home in components(by_id, [*pairs, *more]).items():
        groups[home].append(by_id[node])
    return [tuple(groups[home]) for home in sorted(groups)]


def _candidates(found: Sequence[Proposition], weight: contents.Weights) -> Iterator[tuple[Proposition, Proposition]]:
    """Yield the pairs that share a telling word."""
    holders: Mapping[str, list[Proposition]] = defaultdict(list)
    for each in found:
        for word in each.words:
            holders[word].append(each)
    seen: set[tuple[str, str]] = set()
    for word in sorted(holders):
        if len(holders[word]) > COMMON and weight.get(word, 0.0) < 1.0:
            continue
        for one, other in combinations(holders[word], 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def same(one: Proposition, other: Proposition, weight: contents.Weights) -> bool:
    """Tell whether both say one thing (or one of them denies it)."""
    common = one.words & other.words
    shared = contents.shared(one.words, other.words, weight)
    alike = contents.alike(one.words, other.words, weight)
    if alike >= 0.8:
        return True
    if len(common) < 2:
        return False
    if one.origin.name is not None and one.origin.name == other.origin.name:
        return _one_speaker(one, other, shared, alike)
    if (one.stance in AGAINST) != (other.stance in AGAINST):
        return shared >= 0.6 and alike >= 0.25
    return shared >= 0.7 and alike >= 0.4


def _one_speaker(one: Proposition, other: Proposition, shared: float, alike: float) -> bool:
    both = {one.stance, other.stance}
    if both & AGAINST:
        return shared >= 0.4 and alike >= 0.15
    return shared >= 0.6 and alike >= 0.3
