"""What happened to the counted, who did it and to whom, by order of words: no parser is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.extract.figures_nouns import Counted, base_of, counted
from secondsource.extract.figures_words import AUXILIARIES, PREPOSITIONS, STOPS, Sentence, Tables, hits
from secondsource.lexicon.tables import Predicate
from secondsource.text.dates_words import MONTHS, WEEKDAYS
from secondsource.text.lattice import listed
from secondsource.text.quantities_units import MEASURES, TIMES

_BREAKS = frozenset({".", ";", ":", "—", "?", "!"})
_SUBORDINATE = frozenset({"while", "but", "because", "after", "before", "when", "and", "which", "who", "that"})
_STUFF = frozenset(
    listed("tonne ton kilogram gram ounce litre gallon barrel bushel acre hectare byte megawatt gigawatt calorie")
) | {"square kilometre", "square mile", "square metre", "square foot", "cubic metre", "cubic foot", "pound-mass"}
MEASURED = (frozenset(MEASURES.values()) | {"degree", "night"}) - _STUFF
"""Units that nothing happens to; tonnes, barrels and acres are shipped, spilled and burned."""
_MONEYED = frozenset(
    listed(
        "lost paid raised spent imposed fined stolen fell rose sold created won sent pledged cost earned "
        "invested granted cut"
    )
)
_STATES = frozenset(listed("still also remained remain remains reported confirmed feared believed listed"))
_NO_LEVELS = frozenset({"person", "incident", "item", "building", "group", "ship", "aircraft", "job"})
"""Units whose number rises, while they do not."""
PLACES = frozenset({"on_board", "licensed"})
"""Predicates that only say where the counted are: another one in the clause goes before them."""
_WHEREIN = frozenset({"at", "in", "on", "near", "from", "within", "during", "after", "before", "with"})
_APART = frozenset({"and", "or", ",", "but", "while"})
_PASSIVE = frozenset({"been", "was", "were", "be", "being", "is", "are", "get", "got"})
_BEHIND, _CHAIN = 7, 3
_NEAR = 5
_LONGEST = 6
_AHEAD = 9


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate and the place of its words in the sentence (first, last exclusive)."""

    row: Predicate
    first: int
    last: int


def act(sentence: Sentence, at: int, what: Counted, index: Tables) -> Act | None:
    """Return the predicate of quantity number `at`: the verb right before it, else the nearest one behind its noun."""
    first, last = sentence.places[at]
    inside = next((Act(row, *place) for *place, row in hits(index, sentence.line, last, what.last)), None)
    if base_of(sentence, at):
        return inside  # three of the four wounded
    if at + 1 < len(sentence.places) and base_of(sentence, at + 1):
        last = sentence.places[at + 1][1]
    before = _before(sentence, at, index)
    behind = _behind(sentence, at, max(last, what.last), index)
    if behind and behind.first == what.last > last and behind.row.predicate not in PLACES:
        return behind  # 3,400 men killed
    if before and _governs(sentence, before.last, first):
        return before
    near = before if before and first - before.last <= _NEAR else None
    return inside or behind or near or _shared(sentence, at, what.last, index)


def _shared(sentence: Sentence, at: int, last: int, index: Tables) -> Act | None:
    """Return the verb of the quantity that is joined behind: "three women and two men dead"."""
    joined = sentence.word(last) in {"and", ","} and at + 1 < len(sentence.places) and sentence.until(at) == last + 1
    return _behind(sentence, at + 1, counted(sentence, at + 1, index).last, index) if joined else None


def beside(sentence: Sentence, at: int, what: Counted, found: Act) -> bool:
    """Tell whether a predicate stands right before the number, in its noun or right behind, auxiliaries passed over.

    Where it does it is believed also against a tree: "killed 34", "34 people were reportedly killed".
    """
    first, last = sentence.places[at]
    behind = max(last, what.last)
    between = sentence.line.words[behind : found.first]
    close = found.first >= behind and len(between) <= _CHAIN
    small = all(word in _STATES or word in AUXILIARIES or word.endswith("ly") for word in between)
    inside = last <= found.first < behind  # 61 missing
    return inside or found.last in {first, first - 1} or (close and small)


def happens(predicate: str, unit: str) -> bool:
    """Tell whether `predicate` can happen to a `unit`: nothing happens to miles, and money is not killed."""
    if unit in TIMES and predicate == "convicted":
        return True  # sentenced to 20 years
    if unit in MEASURED or (unit in _NO_LEVELS and predicate in {"rose", "fell"}):
        return False
    money = (len(unit) == 3 and unit.isupper()) or unit in {"percent", "crown", "franc", "peso", "pound"}
    return not money or predicate in _MONEYED


def _governs(sentence: Sentence, last: int, first: int) -> bool:
    """Return whether nothing but a small word stands between a verb and the number."""
    return first == last or (first == last + 1 and sentence.word(last) not in _APART)


def _before(sentence: Sentence, at: int, index: Tables) -> Act | None:
    first = sentence.places[at][0]
    if sentence.word(first - 1) in _WHEREIN and "number" not in sentence.line.words[max(0, first - 12) : first]:
        return None  # dead at two locations, but: the number of dead stood at 41
    floor = max(first - _BEHIND, sentence.since(at))
    for left in range(first - 1, floor - 1, -1):
        if sentence.word(left) in _BREAKS or sentence.word(left) in {"while", "but", "because"}:
            floor = left + 1
            break
    found = list(hits(index, sentence.line, floor, first))
    return Act(found[-1][2], found[-1][0], found[-1][1]) if found else None


def _behind(sentence: Sentence, at: int, start: int, index: Tables) -> Act | None:
    picks = at + 1 < len(sentence.places) and base_of(sentence, at + 1)
    ceiling = min(start + _AHEAD, sentence.until(at + picks))
    for right in range(start, ceiling):
        word = sentence.word(right)
        if word in _BREAKS or word == "," or (word in _SUBORDINATE and word not in {"who", "that"}):
            ceiling = right
            break
    found = list(hits(index, sentence.line, start, ceiling))
    found.sort(key=lambda hit: hit[2].predicate in PLACES)  # those on board died
    return Act(found[0][2], found[0][0], found[0][1]) if found else None


def subject(sentence: Sentence, verb: int) -> str | None:
    """Return the noun phrase right before the verb at word `verb`, auxiliaries and adverbs passed over.

    A name is taken as far as its capitals go ("reports suggest West Norvania has sent"), another phrase to its article.
    The subject of a passive did nothing, and is not given.
    """
    if sentence.word(verb - 1) in _PASSIVE and not sentence.word(verb).endswith("ing"):
        return None
    last = verb
    while last > 0 and (sentence.word(last - 1) in AUXILIARIES or sentence.word(last - 1).endswith("ly")):
        last -= 1
    first = last
    belongs = _capital if _capital(sentence, last - 1) else _nominal
    while first > max(0, last - _LONGEST) and belongs(sentence, first - 1):
        first -= 1
    if belongs is _capital and sentence.word(first - 1) == "and" and _capital(sentence, first - 2):
        first -= 2
        while first and _capital(sentence, first - 1):
            first -= 1
    before = sentence.word(first - 2 if sentence.word(first - 1) == "the" else first - 1)
    if before in PREPOSITIONS or first == last:
        return None  # the blasts in Elbia and Norvania killed ...
    while first < last and sentence.word(first) in {"'", "’", "s", "-"}:
        first += 1
    words = sentence.line.forms[first:last]
    if words and words[0].lower() in {"the", "a", "an"}:
        words = words[1:]
    return re.sub(r" (['’-]) ", r"\1", " ".join(words)) or None


def _capital(sentence: Sentence, index: int) -> bool:
    return index >= 0 and (sentence.line.forms[index][0].isupper() or sentence.word(index) in {"-", "’", "'", "s"})


def _nominal(sentence: Sentence, index: int) -> bool:
    word, form = sentence.line.words[index], sentence.line.forms[index]
    if word in {"the", "a", "-", "’", "'"}:
        return True
    return word[0].isalpha() and (form[0].isupper() or word not in STOPS)


def target(sentence: Sentence, counted: Counted) -> str | None:
    """Return the name behind "to", "in", "at" or "against" after the counted noun: where to, or against whom."""
    for at in range(counted.last, min(counted.last + 4, len(sentence.line))):
        word = sentence.word(at)
        if word in _BREAKS or word == ",":
            return None
        if word in {"to", "into", "against", "at", "in", "on", "from"}:
            name = _name(sentence, at + 1)
            if name:
                return name
    return None


def _name(sentence: Sentence, first: int) -> str | None:
    first += sentence.word(first) == "the"
    last = first
    while last < len(sentence.line) and sentence.line.forms[last][0].isupper():
        last += 1
    if sentence.word(first) in STOPS or sentence.word(first) in WEEKDAYS or sentence.word(first) in MONTHS:
        return None
    after = sentence.line.forms[last] if last < len(sentence.line) else "."
    if after[0].isalpha() and sentence.word(last) not in STOPS:
        return None  # "from Ukrainian rare minerals"
    return " ".join(sentence.line.forms[first:last]) or None
