"""Whether two figures measure the same thing, and if not, the first reason why they cannot be compared.

What happened is read more closely than the verb: a body that was found is one of the dead, a case of a disease is one
infected, and who had records stolen is affected.  What the words leave open is no reason to keep figures apart, but
numbers that differ are never set against each other where the words do not say what happened to one of them.
Source: ACLED and UCDP codebooks (deaths, injuries and disappearances are kept apart).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.lexicon.tables import Lexicon
from secondsource.reconcile import contents, intervals
from secondsource.reconcile.figures import GENERIC, Counted, two_totals_in_one_breath
from secondsource.reconcile.index import Index
from secondsource.text.stems import stem

_BODIES = contents.stems("bodies body corpses remains")
_DEAD = contents.stems("dead deaths death fatalities casualties toll")
_DIAGNOSED = frozenset({"", "infected", "rose", "found", "killed"})
_CASES = contents.stems("cases infections")
_OF_PERSONS = frozenset({"killed", "wounded", "killed_or_wounded", "missing", "infected"})
_SHOT = frozenset({"shot", "killed", "wounded", "killed_or_wounded"})
_RECOVERED = frozenset({"", "found", "killed"})
_HELD_BY = {"account": "person", "customer": "person", "user": "person"}

_SURE = re.compile(r"\b(?:confirmed|verified|laboratory|lab)\b", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:suspected|possible|probable|presumed|unconfirmed)\b", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:includ(?:ed|es|ing)|among them)\s+(?:\w+\s+)?$", re.IGNORECASE)

_WITHIN = re.compile(r"\b(?:in|across|throughout|within|around)\s+(?:the\s+)?$", re.IGNORECASE)
_HAS = re.compile(r"\s+(?:has|have|had|reported|confirmed|recorded|remains)\b|['’]s\s", re.IGNORECASE)

_WORD = re.compile(r"[^\W\d_]+")

_AROUND = 24
"""Characters around a number in which `confirmed` or `suspected` qualifies it."""

_MOST = 0.5
"""Share of the words of two sentences from which two nouns (officers, lawmen) with one number are of one thing."""

_SMALL = 10
"""Numbers below this meet by chance."""

_SOME = 0.3
"""Share of the words of two sentences from which two rates, or two figures without a predicate, are of one thing."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures, as far as its words say so.

    Attributes:
        counted: the figure with its series key.
        act: what happened to the counted, "" where the words leave it open.
        unit: what one of them is.
        family: nouns that may stand for each other (troops and soldiers), else the noun's stem.
        sure: whether it counts what is confirmed (True) or suspected (False), None where neither is said.
        part: whether the words say `of them`; `among`: whether they say that another count includes it.
        where: the places that its sentence names, the nearest first.
        inferred: whether `act` is only what its sentence tells of somebody.
    """

    counted: Counted
    act: str
    unit: str
    family: str
    sure: bool | None
    part: bool
    among: bool
    where: tuple[str, ...]
    inferred: bool

    @property
    def generic(self) -> bool:
        """Whether the noun counts persons without saying which."""
        return self.family in GENERIC


def measure(counted: Counted, index: Index) -> Measure:
    """Return what `counted` measures."""
    figure, noun = counted.figure, counted.noun
    text = index.case.documents[figure.span.doc_id].text
    act, unit = figure.predicate, _HELD_BY.get(figure.unit, figure.unit)
    if (noun in _BODIES and act in _RECOVERED) or (noun in _DEAD and not act):
        act, unit = "killed", "person"
    elif noun in _CASES and act in _DIAGNOSED:
        act, unit = "infected", "person"
    elif act == "stolen" and unit == "person":
        act = "affected"
    inferred = not act and unit == "person"
    if inferred:
        act = _only_act(index.text(counted.sentence), index.case.lexicon)
    return Measure(
        counted,
        act,
        unit,
        _family(counted, act, index.case.lexicon),
        _sure(counted, text),
        part=counted.part,
        among=bool(_AMONG.search(text, counted.sentence.start, figure.span.start)),
        where=_where(counted, index),
        inferred=inferred,
    )


def _only_act(sentence: str, lexicon: Lexicon) -> str:
    """Return what happened to persons in a sentence that tells of one thing only, "" in any other.

    "Ten porters, three from the coast, are among those known to have died" says it too far off for a phrase.
    """
    words = _acts_on_persons(lexicon)
    acts = {words[match[0].lower()] for match in _WORD.finditer(sentence) if match[0].lower() in words}
    return acts.pop() if len(acts) == 1 else ""


@functools.lru_cache(maxsize=8)
def _acts_on_persons(lexicon: Lexicon) -> Mapping[str, str]:
    return {
        row.word: row.predicate for row in lexicon.predicates if row.predicate in _OF_PERSONS and " " not in row.word
    }


def _where(counted: Counted, index: Index) -> tuple[str, ...]:
    """Return the places that stand behind `in` or before `has` in its sentence, the nearest to the number first."""
    sentence, at = index.text(counted.sentence), counted.figure.span.start - counted.sentence.start
    found = [
        (abs(start - at), root)
        for start, end, root in index.parties.named_in(sentence)
        if root in index.places and (_WITHIN.search(sentence[:start]) or _HAS.match(sentence[end:]))
    ]
    return tuple(root for _, root in sorted(found))


def _family(counted: Counted, act: str, lexicon: Lexicon) -> str:
    """Return the family of the noun, "" where it is open: cases of a disease, and what is no person but was killed.

    In "the toll of the 6.1-magnitude tremor rose to 40" the nearest noun is not what was counted.
    """
    unknown = not counted.figure.unit and act in _OF_PERSONS
    if unknown or counted.noun == _ANYBODY or (counted.noun in _CASES and act == "infected"):
        return ""
    return _families(lexicon).get(counted.noun, counted.noun)


@functools.lru_cache(maxsize=8)
def _families(lexicon: Lexicon) -> Mapping[str, str]:
    troops = {stem(row.noun): "family:troops" for row in lexicon.nouns if row.noun in _TROOPS}
    return troops | dict.fromkeys(_STAFF, "family:staff")


_TROOPS = frozenset({"soldier", "troop", "troops", "serviceman", "servicemen"})
"""Words for the members of an army that news exchanges freely; guards, rebels and gunmen are others."""


_STAFF = contents.stems("staff members employees workers colleagues peacekeepers staffers")
"""Words for those who work for one body, of whom news counts the same losses by turns."""
_ANYBODY = stem("personnel")
"""Soldiers, police or staff."""


def _sure(counted: Counted, text: str) -> bool | None:
    span = counted.figure.span
    noun = counted.figure.noun
    around = text[max(counted.sentence.start, span.start - _AROUND) : min(counted.sentence.end, span.end + _AROUND)]
    for words in (noun, around):
        sure, unsure = bool(_SURE.search(words)), bool(_UNSURE.search(words))
        if sure != unsure:
            return sure
    return None


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
    def corrects(self) -> bool:
        """Whether one party puts a number right, and names what is counted the same way."""
        one, other = self.one.counted, self.other.counted
        same_noun = one.noun == other.noun != ""
        return same_noun and one.origin.name == other.origin.name and "corrects" in {one.stance, other.stance}

    @property
    def shared(self) -> float:
        return contents.shared(self.one.counted.context, self.other.counted.context, self.weight)


def _contradict(values: tuple[str, str]) -> bool:
    one, other = values
    return bool(one) and bool(other) and one != other


def _one_is(kind: str) -> Callable[[_Pair], bool]:
    return lambda pair: (pair.kinds[0] == kind) != (pair.kinds[1] == kind)


def _other_things(pair: _Pair) -> bool:
    """Tell whether the nouns name different things.

    A narrower noun may give the same number (seven men, seven people).
    """
    one, other = pair.both(lambda each: each.family)
    if one == other or (pair.one.generic and pair.other.generic) or not (one and other):
        return False
    if pair.one.generic or pair.other.generic:
        return not pair.same
    persons = "person" in {pair.one.unit, pair.other.unit} and pair.one.act == pair.other.act != ""
    return not (pair.same and (persons or pair.shared >= _MOST))


def _unsaid(pair: _Pair) -> bool:
    one, other = pair.both(lambda each: each.act)
    if (one and other) or pair.corrects:
        return False
    if pair.same:
        return pair.small and pair.one.family != pair.other.family and pair.shared < _SOME
    if one or other:
        return True
    return pair.one.family != pair.other.family or pair.shared < _SOME


def _unlike_rates(pair: _Pair) -> bool:
    return "rate" in pair.kinds and not pair.same and pair.shared < _SOME


def _other_stretch(pair: _Pair) -> bool:
    one, other = pair.both(lambda each: each.counted.period)
    return one != other and (_contradict((one, other)) or not pair.same)


def _less_sure(pair: _Pair) -> bool:
    return {pair.one.sure, pair.other.sure} == {True, False} and not pair.same


def _of_them(pair: _Pair) -> bool:
    """Tell whether one is a part of a whole (`three of the dead`) and the other is not."""
    one, other = pair.one.counted, pair.other.counted
    among = pair.one.among != pair.other.among and one.figure.span.doc_id == other.figure.span.doc_id
    return (pair.one.part != pair.other.part or among) and not pair.same and not (one.period or other.period)


def _one_breath(pair: _Pair) -> bool:
    """Tell whether one party gives both in one text for one time, or one sentence gives both."""
    one, other = pair.one.counted, pair.other.counted
    one_sentence = one.sentence == other.sentence and one.origin.name == other.origin.name
    return two_totals_in_one_breath(one, other) or one_sentence


def _other_act(pair: _Pair) -> bool:
    """Tell whether something else happened; who was shot may be one of the killed or the wounded."""
    acts = set(pair.both(lambda each: each.act))
    loose = pair.one.inferred or pair.other.inferred or ("shot" in acts and acts <= _SHOT)
    return _contradict(pair.both(lambda each: each.act)) and not (loose and pair.same)


def _elsewhere(pair: _Pair) -> bool:
    places = _contradict(pair.both(lambda each: each.counted.place))
    one, other = pair.one.where, pair.other.where
    apart = bool(one) and bool(other) and one[0] not in other and other[0] not in one
    return places or (apart and not pair.same)


APART: Sequence[tuple[str, Callable[[_Pair], bool]]] = (
    ("rank", _one_is("rank")),
    ("rate", _one_is("rate")),
    ("forecast", _one_is("projection")),
    ("unit", lambda pair: _contradict(pair.both(lambda each: each.unit))),
    ("predicate", _other_act),
    ("noun", _other_things),
    ("certainty", _less_sure),
    ("part", _of_them),
    ("period", _other_stretch),
    ("actor", lambda pair: _contradict(pair.both(lambda each: each.counted.actor))),
    ("place", _elsewhere),
    ("unsaid", _unsaid),
    ("unlike rates", _unlike_rates),
    ("one breath", _one_breath),
    ("other addition", lambda pair: _one_is("increment")(pair) and not pair.same),
)
"""What keeps two figures apart, in the order in which the reasons are given."""
