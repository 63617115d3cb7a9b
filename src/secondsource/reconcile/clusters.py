"""Groups what is said by what it says: the same words, a paraphrase, its denial or its admission.

Two contents are one if they share nearly all their words; if one party says both and they share most; if one denies
what another says, a little less will do, since a denial repeats only the point; across parties much is asked, for a
wrong match makes a false second source.  The thresholds were set on the invented stories of the development data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from secondsource.reconcile import contents
from secondsource.reconcile.backreferences import points_back
from secondsource.reconcile.cohesion import gathered
from secondsource.reconcile.families import components
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.naming import named
from secondsource.reconcile.propositions import Proposition
from secondsource.records import Stance

_CONTESTED: frozenset[Stance] = frozenset({"denies", "disputes", "admits"})

_NO_REPORT: frozenset[Stance] = frozenset({"demands", "declines", "predicts"})
"""Stances that report nothing that happened, so that a likeness of words means little."""

_LEAST = 0.5
"""Weight below which a shared word (mostly a part of a name) is not counted."""

_SECOND = 4
"""Words that two named parties must share to say one thing: fewer (`a state of emergency`) are a turn of phrase."""

_COMMON = 40
"""A word in more distinct contents than this brings no pairs together; the rarer words do."""


def clusters(
    found: Sequence[Proposition], weight: contents.Weights, more: Iterable[tuple[str, str]]
) -> list[tuple[Proposition, ...]]:
    """Return the propositions in groups that say one thing; `more` are pairs of ids known to belong together.

    Contents that only point back have no words to compare and come in through `more`.
    """
    by_id = {each.id: each for each in found}
    telling = [each for each in found if not points_back(each)]
    ties = [(one, other) for one, other in _candidates(telling) if same(one, other, weight)]
    home = gathered(
        components(by_id, [*_repeats(telling), *more]),
        [(one.id, other.id) for one, other in sorted(ties, key=lambda tie: _strength(tie, weight))],
        {each.id for each in _distinct(telling)},
    )
    groups: dict[str, list[Proposition]] = defaultdict(list)
    for node in sorted(home):
        groups[home[node]].append(by_id[node])
    return [tuple(groups[name]) for name in sorted(groups)]


def _strength(tie: tuple[Proposition, Proposition], weight: contents.Weights) -> tuple[int, float, str, str]:
    """Sort ties between attributed contents to the front, and among them those that share most."""
    one, other = tie
    own = (one.attribution is None) + (other.attribution is None)
    return own, -contents.alike(one.words, other.words, weight), one.id, other.id


def _distinct(found: Sequence[Proposition]) -> list[Proposition]:
    """Return one proposition for each content of each party."""
    distinct = {_alike(each): each for each in sorted(found, key=lambda each: each.id, reverse=True)}
    return sorted(distinct.values(), key=lambda each: each.id)


def _alike(each: Proposition) -> tuple[tuple[str, ...], str, Stance, bool]:
    return (tuple(sorted(each.words)), each.origin.name or "", each.stance, each.attribution is None)


def _repeats(found: Sequence[Proposition]) -> Iterator[tuple[str, str]]:
    """Yield pairs of the same words from the same party, so that a thousand reprints cost a thousand steps."""
    same_words: dict[object, list[str]] = defaultdict(list)
    for each in found:
        if each.words:
            same_words[_alike(each)].append(each.id)
    for ids in same_words.values():
        yield from pairwise(sorted(ids))


def _candidates(found: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """Yield the pairs of different contents that share a telling word."""
    holders: dict[str, list[Proposition]] = defaultdict(list)
    for each in _distinct(found):
        for word in each.words:
            holders[word].append(each)
    seen: set[tuple[str, str]] = set()
    for word in sorted(holders):
        if len(holders[word]) > _COMMON:
            continue
        for one, other in combinations(holders[word], 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                if _may_be_one(one, other):
                    yield one, other


def _may_be_one(one: Proposition, other: Proposition) -> bool:
    """Tell whether more than one word is shared, or one may do: in a denial, or between contents of a word or two."""
    short = max(len(one.words), len(other.words)) < 3
    return short or bool({one.stance, other.stance} & AGAINST) or len(one.words & other.words) > 1


def same(one: Proposition, other: Proposition, weight: contents.Weights) -> bool:
    """Tell whether both say one thing (or one of them denies it)."""
    shared = contents.shared(one.words, other.words, weight)
    alike = contents.alike(one.words, other.words, weight)
    common = sum(weight.get(word, 1.0) >= _LEAST for word in one.words & other.words)
    if alike >= 0.8 or {one.stance, other.stance} & _NO_REPORT:
        return alike >= 0.8 and (common >= 3 or one.origin.name == other.origin.name)
    opposed = (one.stance in AGAINST) != (other.stance in AGAINST)
    if opposed and not (one.attribution and other.attribution):
        return common >= 3 and shared >= 0.7 and alike >= 0.35
    if not opposed and not (_named(one) and _named(other)):
        return _about_the_same(common, shared, alike)
    second = not opposed and one.origin.name != other.origin.name
    if (common < 2 and not _one_word_will_do(one, other, shared)) or (second and common < _SECOND):
        return False
    least_shared, least_alike = _least(one, other)
    if opposed and common >= 2 and shared >= 0.85:
        return True
    return shared >= least_shared and alike >= least_alike


def _named(each: Proposition) -> bool:
    return each.origin.attributed and each.origin.name is not None and named(each.origin.name)


def _about_the_same(common: int, shared: float, alike: float) -> bool:
    """Tell whether two lines, of which one names nobody and so lifts no count, share a detail."""
    return (common >= 3 and shared >= 0.5 and alike >= 0.2) or (common >= 5 and shared >= 0.4 and alike >= 0.15)


def _least(one: Proposition, other: Proposition) -> tuple[float, float]:
    """Return how much two contents must share, over the shorter one and over both."""
    both = {one.stance, other.stance}
    if one.origin.name is None or one.origin.name != other.origin.name:
        opposed = (one.stance in AGAINST) != (other.stance in AGAINST)
        return (0.6, 0.25) if opposed else (0.7, 0.4)
    if both <= _CONTESTED:
        return (0.3, 0.1)
    return (0.4, 0.15) if both & AGAINST else (0.5, 0.25)


def _one_word_will_do(one: Proposition, other: Proposition, shared: float) -> bool:
    """Tell whether a denial of few words names the very point (`overloaded`) of what it answers.

    Where a party concedes what it denied itself, less will do.
    """
    if one.origin.name == other.origin.name and {one.stance, other.stance} == {"denies", "admits"}:
        return shared >= 0.3
    return shared >= 0.5 and (one.stance in AGAINST or other.stance in AGAINST)
