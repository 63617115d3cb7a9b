"""What a figure measures, as far as its words say so.

What happened is read more closely than the verb: a body that was found is one of the dead, but one that was buried is
only counted among the buried; a case of a disease is one infected, and who had records stolen is affected.
Source: ACLED and UCDP codebooks (deaths, injuries and disappearances are kept apart).
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from secondsource.lexicon.tables import Lexicon
from secondsource.reconcile import contents, intervals
from secondsource.reconcile.figures import GENERIC, Counted
from secondsource.reconcile.index import Index
from secondsource.reconcile.qualifiers import Qualified, qualified
from secondsource.text.quantities_units import MEASURES
from secondsource.text.stems import stem

_BODIES = contents.stems("bodies body corpses remains")
_DEAD = contents.stems("dead deaths death fatalities fatality toll")
_HURT = contents.stems("casualties")
_DIAGNOSED = frozenset({"", "infected", "rose", "found", "killed"})
_CASES = contents.stems("cases infections")
_OF_PERSONS = frozenset({"killed", "wounded", "killed_or_wounded", "missing", "infected"})
_HARMED = _OF_PERSONS - {"infected"}
_RECOVERED = frozenset({"", "found", "killed", "buried"})
_BURIED = re.compile(
    r"\b(?:buried(?! under| alive| beneath| in the| and feared)|collected|cremated|burned|mass graves?)\b",
    re.IGNORECASE,
)
_BESIDE = 36
"""Characters before a number of bodies, and half of those behind it, in which they are buried."""
_DIGIT = re.compile(r"\d")
_HELD_BY = {"account": "person", "customer": "person", "user": "person"}
_WHOLE = frozenset({"", "person", "incident", "item", "group", "building", "ship", "aircraft"})
"""What there is no half of: a number below `_FINE` with a fraction is the size of one."""
_FINE = 1000
_UNITS = frozenset(MEASURES.values()) | {"degree", "night", "time", "size"}
"""What is not counted but measured: lengths, weights, stretches of time, and how many times."""

_WITHIN = re.compile(r"\b(?:in|across|throughout|within|around)\s+(?:the\s+)?$", re.IGNORECASE)
_HAS = re.compile(
    r"\s+(?:has|have|had|reported|confirmed|recorded|remains)\b|['’]s\s|\s*:\s|\s*,\s+where\b", re.IGNORECASE
)
_WORLD = re.compile(
    r"\b(?:worldwide|globally|around the world|across the world|global (?:\w+ )?(?:toll|tally|total|count|figure)|"
    r"in (?:\d+|\w+) countries)\b",
    re.IGNORECASE,
)
WORLD = "the world"
"""Where a count is made that leaves out no country."""

SEVERAL = 4
"""States for which one thing is counted, none of them in most texts: a count that names none is of none of them."""

_ITS = re.compile(r"\s+(?:\w+\s+){0,2}(?:of|from|in|among)\s+(?:its|our|their)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TROOPS = frozenset({"soldier", "troop", "troops", "serviceman", "servicemen"})
"""Words for the members of an army that news exchanges freely; guards, rebels and gunmen are others."""
_STAFF = contents.stems("staff members employees workers colleagues peacekeepers staffers")
"""Words for those who work for one body, of whom news counts the same losses by turns."""
_ANYBODY = stem("personnel")
"""Soldiers, police or staff."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures.

    Attributes:
        counted: the figure with its series key.
        act: what happened to the counted, "" where the words leave it open.
        unit: what one of them is.
        family: nouns that may stand for each other (troops and soldiers), else the noun's stem.
        words: what the words around the number add.
        where: the places that its sentence names, the nearest first.
        inferred: whether `act` is only what its sentence tells of somebody.
        said: all words of its sentence in lower case, and the parties that it names.
        named: words of whose people are counted (`UN staff`), in lower case.
        spread: whether the storyline counts the same in `SEVERAL` states.
    """

    counted: Counted
    act: str
    unit: str
    family: str
    words: Qualified
    where: tuple[str, ...]
    inferred: bool
    named: frozenset[str]
    said: frozenset[str]
    spread: bool = False

    @property
    def generic(self) -> bool:
        """Whether the noun counts persons without saying which."""
        return self.family in GENERIC

    @property
    def part(self) -> bool:
        """Whether the words make it a part of a whole beside it."""
        return self.counted.part or self.words.rest

    @property
    def period(self) -> str:
        """The stretch of time that it sums up, or the year of what happened long before its text."""
        counted, as_of = self.counted, self.counted.figure.as_of or ""
        year = as_of[:4] if as_of[:4].isdecimal() else ""
        past = counted.day is not None and bool(year) and int(year) < counted.day.year - 1
        return counted.period or (year if past else "")

    @property
    def measured(self) -> bool:
        """Whether it is a length, a weight or a stretch of time, of which a text tells many."""
        return self.unit in _UNITS


def measures(figures: Iterable[Counted], index: Index) -> dict[str, Measure]:
    """Return by its id what each figure measures."""
    sick = any(figure.predicate == "infected" for figure in index.case.figures)
    found = [measure(each, index, sick=sick) for each in figures]
    states = {index.root(state.name) for state in index.case.lexicon.states}
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for each in found:
        places[each.act].update(each.where[:1])
    spread = {
        act
        for act, known in places.items()
        if len(known.keys() & states) >= SEVERAL and max(known.values()) <= known.total() / 2
    }
    return {each.counted.figure.id: _spread(each, spread, states) for each in found}


def _spread(each: Measure, acts: Collection[str], states: Collection[str]) -> Measure:
    """Return a measure of what is counted in many places; a state that counts its own counts at home."""
    if each.act not in acts:
        return each
    home = each.counted.origin.name
    at_home = (home,) if home and home in states and each.counted.origin.attributed else ()
    return replace(each, where=each.where or at_home, spread=True)


def measure(counted: Counted, index: Index, *, sick: bool) -> Measure:
    """Return what `counted` measures; `sick` says whether the storyline counts the infected, so that cases are ill."""
    figure, sentence = counted.figure, index.text(counted.sentence)
    start = figure.span.start - counted.sentence.start
    act, unit = _act(counted, sentence, sick=sick)
    inferred = not act and unit == "person"
    if inferred:
        act = _only_act(sentence, index.case.lexicon)
    return Measure(
        counted,
        act,
        unit,
        _family(counted, act, index.case.lexicon),
        qualified(sentence, start, start + len(figure.span), figure.noun),
        where=_where(counted, index),
        inferred=inferred,
        named=_named(counted, index),
        said=frozenset(map(str.lower, _WORD.findall(sentence)))
        | {word.lower() for _, _, root in index.parties.named_in(sentence) for word in _WORD.findall(root)},
    )


def _named(counted: Counted, index: Index) -> frozenset[str]:
    """Return the words of whose people are counted, of a party where one is known; `its` is the speaker's."""
    text, end = index.case.documents[counted.figure.span.doc_id].text, counted.figure.span.end
    if _ITS.match(text, end) and counted.origin.name:
        names = [counted.origin.name]
    else:
        names = [root for _, _, root in index.parties.named_in(counted.figure.noun)]
    words = _WORD.findall(" ".join(names)) or _WORD.findall(counted.figure.noun)[:-1]
    return frozenset(word.lower() for word in words if word[0].isupper()) - {"the"}


def _act(counted: Counted, sentence: str, *, sick: bool) -> tuple[str, str]:
    """Return what happened to the counted, and what one of them is."""
    figure, noun = counted.figure, counted.noun
    act, unit = figure.predicate, _HELD_BY.get(figure.unit, figure.unit)
    if unit in _WHOLE and any(number < _FINE and number % 1 for number in intervals.points(counted.value)):
        return "", "size"  # an aftershock of 5.9
    dead = noun in _BODIES or (unit == "person" and act == "killed")
    if dead and act in _RECOVERED and _BURIED.search(_around(counted, sentence)):
        return "buried", "person"
    if noun in _BODIES and act in _RECOVERED:
        return "killed", "person"
    if noun in _DEAD or (noun in _HURT and not act):
        return "killed", "person"
    if noun in _CASES and act in _DIAGNOSED and (sick or act == "infected"):
        killed = counted.part and act == "killed"
        return ("killed" if killed else "infected"), "person"
    if act == "stolen" and unit == "person":
        act = "affected"
    return act, unit


def _around(counted: Counted, sentence: str) -> str:
    """Return the words around a number as far as the next one."""
    start, end = (at - counted.sentence.start for at in (counted.figure.span.start, counted.figure.span.end))
    return sentence[max(0, start - _BESIDE) : start] + _DIGIT.split(sentence[end : end + 2 * _BESIDE])[0]


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
    """Return the places behind `in` or before `has` or a colon in its sentence, the nearest to the number first."""
    if counted.place in index.places:
        return (counted.place,)
    sentence, at = index.text(counted.sentence), counted.figure.span.start - counted.sentence.start
    found = [
        (abs(start - at), root)
        for start, end, root in index.parties.named_in(sentence)
        if root in index.places
        and root != counted.actor
        and (_WITHIN.search(sentence[:start]) or _HAS.match(sentence[end:]))
    ]
    found += [(abs(hit.start() - at), WORLD) for hit in _WORLD.finditer(sentence)]
    return tuple(root for _, root in sorted(found))


def _family(counted: Counted, act: str, lexicon: Lexicon) -> str:
    """Return the family of the noun, "" where it is open: cases of a disease, and what is no person but was killed.

    In "the toll of the 6.1-magnitude tremor rose to 40" the nearest noun is not what was counted.
    """
    whole = all(number == int(number) for number in intervals.points(counted.value))
    unknown = not counted.figure.unit and act in _HARMED and whole
    if unknown or counted.noun == _ANYBODY or (counted.noun in _CASES and act == "infected"):
        return ""
    if "peacekeeping" in counted.figure.noun.lower():
        return "family:staff"  # soldiers and police of one mission
    return _families(lexicon).get(counted.noun, counted.noun)


@functools.lru_cache(maxsize=8)
def _families(lexicon: Lexicon) -> Mapping[str, str]:
    troops = {stem(row.noun): "family:troops" for row in lexicon.nouns if row.noun in _TROOPS}
    return troops | dict.fromkeys(_STAFF, "family:staff")
