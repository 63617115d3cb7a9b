"""One claim for each proposition: an event where it is alleged, denied or admitted, else a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.lexicon.tables import Lexicon
from secondsource.reconcile import contents, events
from secondsource.reconcile.backreferences import points_back, references
from secondsource.reconcile.carried import carried
from secondsource.reconcile.clusters import clusters
from secondsource.reconcile.denials import answers, elaborations
from secondsource.reconcile.drafts import Draft, claim
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.index import Index, hull
from secondsource.reconcile.origins import Origin
from secondsource.reconcile.polarity import stances
from secondsource.reconcile.propositions import Proposition
from secondsource.reconcile.weighing import Mark
from secondsource.records import ClaimKind, Stance

_EVENTFUL: frozenset[Stance] = frozenset({"denies", "admits", "alleges"})


def proposition_drafts(
    index: Index, said: Sequence[Proposition], figures: Sequence[Counted], weight: contents.Weights
) -> Iterator[Draft]:
    """Yield one claim for each proposition that somebody is named for, or that several texts carry."""
    by_id, voices = events.keyed(index, said, figures)
    told = carried(index, said, figures)
    by_doc: dict[str, list[Proposition]] = defaultdict(list)
    for each in said:
        if each.attribution:
            by_doc[each.span.doc_id].append(each)
    for group in clusters(said, weight, _known(index, said, by_id, weight)):
        keys = frozenset(key for each in group for key in by_id.get(each.id, ()))
        if _worth_a_line(group, () if keys else told):
            counted = {figure.figure.id: figure for key in sorted(keys) for figure in voices.get(key, ())}
            more = [_in_own_voice(index, counted[id_]) for id_ in sorted(counted)]
            more += [_gone_on(each) for each in elaborations(_denials(index, group), by_doc)]
            yield _draft(index, group, keys, more)


def _known(
    index: Index, said: Sequence[Proposition], by_id: Mapping[str, frozenset[events.Key]], weight: contents.Weights
) -> list[tuple[str, str]]:
    """Return the pairs that belong together whatever their words: what points back, one event, a charge's denial."""
    names = index.parties.names
    acts = {id_: frozenset(actor for actor, _, _ in found) for id_, found in by_id.items()}
    return [*references(said, acts, names, weight), *events.meetings(by_id), *answers(said, by_id, names, weight)]


def _worth_a_line(group: Sequence[Proposition], told: Collection[str]) -> bool:
    """Tell whether the group is a claim: said by somebody or by two texts, and more than its figures and refusals."""
    said = [each for each in group if each.origin.attributed]
    if not said:
        return len({each.span.doc_id for each in group if each.origin.copied_from is None}) > 1
    eventful = any(each.stance in _EVENTFUL for each in said)
    return not all(each.stance == "declines" for each in said) and (
        eventful or not all(each.id in told for each in said)
    )


def _draft(index: Index, group: Sequence[Proposition], keys: Collection[events.Key], more: Sequence[Mark]) -> Draft:
    weighed = [replace(each, origin=_weighed(each, group)) for each in group]
    marks = [*proposition_marks(weighed, index.case.lexicon), *more]
    best = min(group, key=_least_apt)
    kind: ClaimKind = "event" if keys or _EVENTFUL & {mark.stance for mark in marks} else "statement"
    about = min(keys) if keys else tuple(sorted(best.words))[:8]
    return Draft(claim(index, kind, best.span, about, key=best.id), tuple(_one_a_span(marks)))


def _denials(index: Index, group: Sequence[Proposition]) -> list[Proposition]:
    told = stances(group, index.case.lexicon)
    return [each for each, stance in zip(group, told, strict=True) if stance in AGAINST]


def _gone_on(each: Proposition) -> Mark:
    return Mark(each.span, "denies", each.origin, each.day, each.id)


def _echoes(group: Sequence[Proposition]) -> frozenset[str]:
    """Return the ids of those who have another's words under another name, or under none.

    A quotation that two papers print stands once, even where they spell or take the speaker differently, or where one
    shows a post without a word of its own; so does a stretch inside another's words, and one set apart in large type.
    """
    ordered = sorted(
        group,
        key=lambda each: (not each.origin.attributed, -len(each.origin.chain), str(each.day or ""), each.id),
    )
    return frozenset(
        later.id
        for at, later in enumerate(ordered)
        if any(
            earlier.origin.attributed and earlier.origin.name != later.origin.name and _one_utterance(earlier, later)
            for earlier in ordered[:at]
        )
    )


def _one_utterance(one: Proposition, other: Proposition) -> bool:
    return one.span.overlaps(other.span) or contents.one_utterance(one.words, other.words)


def proposition_marks(group: Sequence[Proposition], lexicon: Lexicon) -> list[Mark]:
    """Return the evidence of those who say, or deny, the one thing that `group` is about."""
    echoes = _echoes(group)
    return [
        Mark(
            span=each.span,
            stance=stance,
            origin=each.origin,
            day=each.day,
            ref=each.attribution.id if each.attribution else None,
            echo=each.id in echoes,
        )
        for each, stance in zip(group, stances(group, lexicon), strict=True)
    ]


def _weighed(each: Proposition, group: Sequence[Proposition]) -> Origin:
    """Return who stands behind a line; an outlet's own lifts no low count where no other line has much of its words.

    Own lines are grouped by what they are about, which is not yet saying the same.
    """
    own = each.origin
    if own.attributed or own.name is None or own.likely or any(_says_alike(each, other) for other in group):
        return own
    return replace(own, likely=own.name)


def _says_alike(one: Proposition, other: Proposition) -> bool:
    apart = one.span.doc_id != other.span.doc_id and one.origin.name != other.origin.name
    return apart and len(one.words & other.words) >= _LIKE_WORDS and contents.alike(one.words, other.words, {}) >= _LIKE


_LIKE_WORDS, _LIKE = 3, 0.3
"""Words, and share of all words, that two outlets' own lines have in common where they tell one thing.

Source: read on 120 political articles of the development set, where looser lines were about one person, not one fact.
"""


def _in_own_voice(index: Index, counted: Counted) -> Mark:
    """Return the sentence of a figure that stands for the event (the content, where somebody gives it)."""
    span = hull(counted.attribution) if counted.attribution else index.sentence(counted.figure.span)
    return Mark(span, counted.stance, counted.origin, counted.day, counted.figure.id)


def _one_a_span(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the marks, one for each stretch and party, the longest chain first."""
    by_place: dict[object, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_place[mark.span, mark.origin.name].append(mark)
    for same_place in by_place.values():
        yield max(same_place, key=lambda mark: (len(mark.origin.chain), mark.ref or ""))


def _least_apt(each: Proposition) -> tuple[bool, bool, bool, bool, str, str]:
    return (
        points_back(each),
        each.stance in AGAINST,
        not each.origin.attributed,
        each.origin.copied_from is not None,
        str(each.day or "9"),
        each.id,
    )
