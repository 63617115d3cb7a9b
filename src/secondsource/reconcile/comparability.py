"""Whether two figures measure the same thing, and if not, the first reason why they cannot be compared.

What the words leave open is no reason to keep figures apart, but numbers that differ are never set against each other
where the words do not say what happened to one of them.
Source: ACLED and UCDP codebooks (definitions are fixed before anything is counted).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents, intervals
from secondsource.reconcile.likeness import two_totals_in_one_breath
from secondsource.reconcile.measures import Measure

_SHOT = frozenset({"shot", "killed", "wounded", "killed_or_wounded"})
_FATES = _SHOT | {"missing", "infected", "displaced", "rescued", "survived", "arrested", "captured", "buried"}
"""What befalls persons, so that two of them are never told of the same ones by turns (four returned, four tested)."""

_TOLD = 0.25
"""Share of the words of two sentences from which one number, of which they tell different things, counts the same."""

_MOST = 0.4
"""Share of the words of two sentences from which two nouns (officers, lawmen) with one number are of one thing."""

_HALF = 0.5
"""Share of the words of two sentences from which two lengths or stretches of time that differ are of one thing."""

_SMALL = 10
"""Numbers below this meet by chance."""

_MOVES = 1.4
"""How many times over a count may have grown that is still taken for the same one where only one names its country."""

_MUCH = 0.4
"""Share of the words of two sentences from which two numbers that differ are of one thing without a predicate."""

_SOME = 0.3
"""Share of the words of two sentences from which two rates, or two figures without a predicate, are of one thing."""


def apart(one: Measure, other: Measure, weight: contents.Weights) -> str:
    """Return the name of the first rule that keeps two figures from being compared, "" where none does."""
    same = intervals.agree(one.counted.value, other.counted.value)
    pair = _Pair(one, other, weight, same=same)
    return next((name for name, applies in APART if applies(pair)), "")


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Measure
    other: Measure
    weight: contents.Weights
    same: bool

    def both(self, part: Callable[[Measure], str]) -> tuple[str, str]:
        return part(self.one), part(self.other)

    @property
    def kinds(self) -> tuple[str, str]:
        return self.both(lambda each: each.counted.figure.kind)

    @property
    def small(self) -> bool:
        """Whether they give a number that others give by chance."""
        return min(intervals.points(self.one.counted.value), default=0.0) < _SMALL

    @property
    def one_body(self) -> bool:
        """Whether both count the people of one body (`UN staff`, `people from its mission`, said the UN)."""
        one, other = self.one, self.other
        return _names(one.named, other.named | other.said) or _names(other.named, one.named | one.said)

    @property
    def far(self) -> bool:
        """Whether the numbers lie further apart than a count moves from one text to the next."""
        one, other = self.one.counted.value, self.other.counted.value
        numbers = (*intervals.points(one), *intervals.points(other))
        near = bool(numbers) and max(numbers) <= _MOVES * min(numbers)
        return not near and not (intervals.narrow(one) != intervals.narrow(other) and intervals.compatible(one, other))

    @property
    def telling(self) -> bool:
        """Whether a like number is no accident: what may be (`could be 200,000`) is told by turns as what is."""
        one, other = self.both(lambda each: each.act)
        return one == other != "" or self.shared >= _MUCH

    @property
    def corrects(self) -> bool:
        """Whether one party puts a number right, and names what is counted the same way."""
        one, other = self.one.counted, self.other.counted
        same_noun = one.noun == other.noun != ""
        return same_noun and one.origin.name == other.origin.name and "corrects" in {one.stance, other.stance}

    @property
    def shared(self) -> float:
        return contents.shared(self.one.counted.context, self.other.counted.context, self.weight)


def _names(named: frozenset[str], words: frozenset[str]) -> bool:
    """Tell whether at least half of the words of a name are among `words`."""
    return bool(named) and 2 * len(named & words) >= len(named)


def _contradict(values: tuple[str, str]) -> bool:
    one, other = values
    return bool(one) and bool(other) and one != other


def _one_is(kind: str) -> Callable[[_Pair], bool]:
    return lambda pair: (pair.kinds[0] == kind) != (pair.kinds[1] == kind)


def _ahead(pair: _Pair) -> bool:
    """Tell whether one looks ahead or asks for what the other counts; what may be is told by turns as what is."""
    one, other = pair.one.counted, pair.other.counted
    if _one_is("projection")(pair):
        return not (one.value[:2] == other.value[:2] and pair.telling)
    return (one.stance == "demands") != (other.stance == "demands") and not pair.same


def _other_things(pair: _Pair) -> bool:
    """Tell whether the nouns name different things.

    A narrower noun may give the same number (seven men, seven people).
    """
    one, other = pair.both(lambda each: each.family)
    if one == other or (pair.one.generic and pair.other.generic) or not (one and other):
        return False
    if pair.one.generic or pair.other.generic:
        return not (pair.same or (pair.one_body and not pair.far))
    persons = "person" in {pair.one.unit, pair.other.unit} and pair.one.act == pair.other.act != ""
    return not (pair.same and (persons or pair.shared >= _MOST))


def _unsaid(pair: _Pair) -> bool:
    """Tell whether the words leave open that both count one thing; an act that is only inferred says it for no two."""
    alike = pair.same or (pair.one.named and pair.one.named == pair.other.named)
    one, other = pair.both(lambda each: "" if each.inferred and not alike else each.act)
    if pair.one.measured and not pair.same:
        return pair.shared < _HALF
    if (one and other) or pair.corrects:
        return False
    if pair.same:
        return pair.small and pair.one.family != pair.other.family and pair.shared < _SOME
    if one or other:
        return True
    return pair.one.family != pair.other.family or pair.shared < _MUCH


def _unlike_rates(pair: _Pair) -> bool:
    return "rate" in pair.kinds and not pair.same and pair.shared < _SOME


def _other_stretch(pair: _Pair) -> bool:
    one, other = pair.both(lambda each: each.period)
    return one != other and (_contradict((one, other)) or not pair.same)


def _less_sure(pair: _Pair) -> bool:
    return {pair.one.words.sure, pair.other.words.sure} == {True, False} and not pair.same


def _of_them(pair: _Pair) -> bool:
    """Tell whether one is a part of a whole (`three of the dead`) and the other is not."""
    one, other = pair.one.counted, pair.other.counted
    among = pair.one.words.among != pair.other.words.among and one.figure.span.doc_id == other.figure.span.doc_id
    return (pair.one.part != pair.other.part or among) and not pair.same and not (pair.one.period or pair.other.period)


def _one_body(pair: _Pair) -> bool:
    """Tell whether the nouns name different bodies (`UN staff`, `Oxfam staff`), or one a body that the other lacks."""
    one, other = pair.one.named, pair.other.named
    return not pair.same and one != other and bool(one or other) and not pair.one_body


def _one_breath(pair: _Pair) -> bool:
    """Tell whether one party gives both in one text for one time, or one sentence gives both."""
    one, other = pair.one.counted, pair.other.counted
    one_voice = one.origin.name == other.origin.name or None in {one.origin.name, other.origin.name}
    one_sentence = one.sentence == other.sentence and one_voice
    if pair.one.words.told != pair.other.words.told and not one_sentence:
        return False
    return two_totals_in_one_breath(one, other) or one_sentence


def _other_act(pair: _Pair) -> bool:
    """Tell whether something else happened; who was shot may be one of the killed or the wounded.

    Of one number, the words may tell several things that are no fates.
    """
    acts = set(pair.both(lambda each: each.act))
    by_turns = not acts <= _FATES and pair.shared >= _TOLD
    loose = pair.one.inferred or pair.other.inferred or by_turns or ("shot" in acts and acts <= _SHOT)
    return _contradict(pair.both(lambda each: each.act)) and not (loose and pair.same)


def _elsewhere(pair: _Pair) -> bool:
    places = _contradict(pair.both(lambda each: each.counted.place))
    one, other = pair.one.where, pair.other.where
    apart = bool(one) and bool(other) and one[0] not in other and other[0] not in one
    scattered = pair.one.spread and bool(one) != bool(other) and pair.far
    return places or ((apart or scattered) and not pair.same)


APART: Sequence[tuple[str, Callable[[_Pair], bool]]] = (
    ("rank", _one_is("rank")),
    ("rate", _one_is("rate")),
    ("forecast", _ahead),
    ("negation", lambda pair: len({each.counted.figure.modality == "negated" for each in (pair.one, pair.other)}) > 1),
    ("unit", lambda pair: _contradict(pair.both(lambda each: each.unit))),
    ("predicate", _other_act),
    ("noun", _other_things),
    ("certainty", _less_sure),
    ("event", lambda pair: pair.one.words.other != pair.other.words.other and not pair.same),
    ("attacker", lambda pair: pair.one.words.attacker != pair.other.words.attacker and not pair.same),
    ("part", _of_them),
    ("body", _one_body),
    ("period", _other_stretch),
    ("actor", lambda pair: _contradict(pair.both(lambda each: each.counted.actor))),
    ("place", _elsewhere),
    ("unsaid", _unsaid),
    ("unlike rates", _unlike_rates),
    ("one breath", _one_breath),
    ("other addition", lambda pair: _one_is("increment")(pair) and not pair.same),
)
"""What keeps two figures apart, in the order in which the reasons are given."""
