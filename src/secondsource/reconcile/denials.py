"""Which allegation a denial answers, where the two share little more than whom and what they are about.

"Not one soldier has crossed the border", "that its soldiers are in Velia" and "that it sent troops" answer one charge:
the denier is the one who is said to have done it, and they name its object.
Source: a denial names less than what it denies (Hobbs 1978 on the choice of antecedents; read on invented affairs).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents
from secondsource.reconcile.backreferences import Names, concerns, points_back
from secondsource.reconcile.events import Key
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.polarity import denied_words
from secondsource.reconcile.propositions import Proposition

_TELLING = 0.5
"""Weight from which a shared word says what a content is about (names, and words of the whole affair, weigh less)."""

_GOES_ON = 400
"""Characters after a denial within which the denier goes on about it (two to three sentences of news)."""

_OPENING = 4
"""Words with which a quotation begins."""

_ANYBODY = "family:people"
"""Persons are in most contents."""

_UNNAMED = 2
"""Telling words that a charge must share with a denial whose speaker it does not name."""


@dataclass(frozen=True, slots=True)
class _Charges:
    """What may be denied: all allegations, and what else is said of a party, by that party and by document."""

    alleged: Sequence[Proposition]
    of_party: Mapping[str, Sequence[Proposition]]
    in_doc: Mapping[str, Sequence[Proposition]]
    names: Names
    weight: contents.Weights

    def before(self, each: Proposition) -> Iterator[Proposition]:
        """Yield what others had said by the time of `each`."""
        found = (*self.alleged, *self.of_party.get(each.origin.name or "", ()), *self.in_doc.get(each.span.doc_id, ()))
        for other in found:
            same_doc = other.span.doc_id == each.span.doc_id
            known = other.day is None or each.day is None or other.day <= each.day
            earlier = other.span.start < each.span.start if same_doc else known
            if other.origin.name != each.origin.name and earlier:
                yield other

    def answered_by(self, each: Proposition) -> Proposition | None:
        """Return the charge that shares most with the denial `each`, one about the denier before any other."""
        ranked = [
            (concerns(other, each.origin.name, self.names), self._shared(each, other), str(other.day or ""), other.id)
            for other in self.before(each)
            if self._fits(each, other)
        ]
        best = max(ranked, default=None)
        return next(other for other in self.before(each) if other.id == best[3]) if best else None

    def _shared(self, each: Proposition, other: Proposition) -> float:
        return round(contents.shared(each.words, other.words, self.weight), 6)

    def _fits(self, each: Proposition, other: Proposition) -> bool:
        common = (each.words & other.words) - {_ANYBODY}
        telling = sum(self.weight.get(word, 1.0) >= _TELLING for word in common)
        if not telling:
            return False
        about = concerns(other, each.origin.name, self.names)
        if each.stance in AGAINST:
            return telling >= (1 if about else _UNNAMED) and (about or other.stance == "alleges")
        return about and bool(denied_words(each.text) & contents.stems(other.text))


def answers(
    said: Sequence[Proposition], keys: Mapping[str, frozenset[Key]], names: Names, weight: contents.Weights
) -> Iterator[tuple[str, str]]:
    """Yield (id, id of the allegation that it answers) for each denial and plain negative that answers one."""
    charges = _charges(said, keys, names, weight)
    for each in said:
        negative = each.stance in AGAINST or (each.stance == "says" and denied_words(each.text))
        if each.attribution and each.origin.name and negative and not points_back(each):
            answered = charges.answered_by(each)
            if answered:
                yield each.id, answered.id


def elaborations(denials: Sequence[Proposition], said: Mapping[str, Sequence[Proposition]]) -> Iterator[Proposition]:
    """Yield the negatives with which a party goes on right after one of its `denials` (`Not one ticket …`).

    `said` holds the attributed contents of each document.
    """
    ids = {each.id for each in denials}
    for denial in denials:
        if denial.attribution and denial.origin.copied_from is None:
            for other in said.get(denial.span.doc_id, ()):
                follows = 0 <= other.span.start - denial.span.end <= _GOES_ON
                same = other.origin.name == denial.origin.name and other.id not in ids
                if follows and same and _negative(other):
                    yield other


def _negative(each: Proposition) -> bool:
    """Tell whether a quotation begins with a negation."""
    opening = " ".join(each.text.split()[:_OPENING])
    direct = each.attribution is not None and each.attribution.quoted == "direct"
    return direct and each.stance in {"says", "denies"} and bool(denied_words(opening))


def _charges(
    said: Iterable[Proposition], keys: Mapping[str, frozenset[Key]], names: Names, weight: contents.Weights
) -> _Charges:
    alleged: dict[object, Proposition] = {}
    of_party: dict[str, list[Proposition]] = defaultdict(list)
    in_doc: dict[str, list[Proposition]] = defaultdict(list)
    for each in said:
        if each.attribution is None or each.stance in AGAINST or points_back(each) or denied_words(each.text):
            continue
        in_doc[each.span.doc_id].append(each)
        if each.stance == "alleges":
            alleged.setdefault((each.words, each.origin.name, each.day), each)
        for actor in sorted({key[0] for key in keys.get(each.id, ())}):
            of_party[actor].append(each)
    return _Charges(tuple(alleged.values()), of_party, in_doc, names, weight)
