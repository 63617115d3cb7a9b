"""What happened to the counted, who did it and to whom, by order of words: no parser is asked."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.extract.figures_nouns import Counted
from secondsource.extract.figures_words import AUXILIARIES, PREPOSITIONS, STOPS, Sentence, Tables, hits
from secondsource.lexicon.tables import Predicate

_BREAKS = frozenset({".", ";", ":", "—", "?", "!"})
_SUBORDINATE = frozenset({"while", "but", "because", "after", "before", "when", "and", "which", "who", "that"})
_BEHIND = 7
_AHEAD = 9


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate and the place of its words in the sentence (first, last exclusive)."""

    row: Predicate
    first: int
    last: int


def act(sentence: Sentence, at: int, counted: Counted, index: Tables) -> Act | None:
    """Return the predicate of quantity number `at`: the verb right before it, else the nearest one behind its noun."""
    first, last = sentence.places[at]
    before = _before(sentence, at, index)
    if before and first - before.last <= 1:
        return before
    behind = _behind(sentence, at, max(last, counted.last), index)
    inside = next((Act(row, *place) for *place, row in hits(index, sentence.line, last, counted.last)), None)
    return inside or behind or before


def _before(sentence: Sentence, at: int, index: Tables) -> Act | None:
    first = sentence.places[at][0]
    floor = max(0, first - _BEHIND, *[place[1] for place in sentence.places[:at]] or [0])
    for left in range(first - 1, floor - 1, -1):
        if sentence.word(left) in _BREAKS or sentence.word(left) in {"while", "but", "because"}:
            floor = left + 1
            break
    found = list(hits(index, sentence.line, floor, first))
    return Act(found[-1][2], found[-1][0], found[-1][1]) if found else None


def _behind(sentence: Sentence, at: int, start: int, index: Tables) -> Act | None:
    ceiling = min(
        start + _AHEAD, len(sentence.line), *[place[0] for place in sentence.places[at + 1 :]] or [len(sentence.line)]
    )
    for right in range(start, ceiling):
        word = sentence.word(right)
        if word in _BREAKS or word == "," or (word in _SUBORDINATE and word not in {"who", "that"}):
            ceiling = right
            break
    found = next(iter(hits(index, sentence.line, start, ceiling)), None)
    return Act(found[2], found[0], found[1]) if found else None


def subject(sentence: Sentence, verb: int) -> str | None:
    """Return the noun phrase right before the verb at word `verb`, auxiliaries and adverbs passed over."""
    last = verb
    while last > 0 and (sentence.word(last - 1) in AUXILIARIES or sentence.word(last - 1).endswith("ly")):
        last -= 1
    first = last
    while first > 0 and _nominal(sentence, first - 1):
        first -= 1
    text = " ".join(sentence.line.forms[first:last]).replace(" ’ ", "’").replace(" - ", "-")
    return text.removeprefix("the ").removeprefix("The ") or None if last - first <= 6 else None


def _nominal(sentence: Sentence, index: int) -> bool:
    word, form = sentence.line.words[index], sentence.line.forms[index]
    if word in {"the", "a", "-", "’"}:
        return True
    return (
        word[0].isalpha()
        and (form[0].isupper() or word not in STOPS)
        and word not in PREPOSITIONS
        and word not in {"said", "that"}
    )


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
    return " ".join(sentence.line.forms[first:last]) or None
