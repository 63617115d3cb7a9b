"""Whose toll a number is: "the toll of its soldiers rose to 14", "the numbers killed range from 50 to 200"."""

from __future__ import annotations

from dataclasses import replace

from secondsource.extract.figures_nouns import Counted, phrase
from secondsource.extract.figures_words import Sentence, Tables, noun
from secondsource.records import Figure
from secondsource.text.lattice import listed

Place = tuple[Sentence, int]
"""A sentence, and a number among its quantities."""

TOLLS = frozenset({"toll", "tolls"})
TOTALS = frozenset({"total", "number", "numbers", "figure", "count", "tally", "sum", "estimate"})
MOVES = frozenset(
    listed(
        "rose risen climbed grew grown fell fallen increased swelled swollen jumped soared dropped declined doubled "
        "tripled shrank shrunk stood stands rising climbing up down"
    )
)
POINTERS = frozenset(listed("the these those its their his her both our"))
_REACH = 14


def of_a_toll(place: Place) -> bool:
    """Tell whether a verb of movement joins a toll to the number: "the toll of the 6.1 tremor has risen to 40"."""
    words, at = place
    verb = words.places[at][0] - 1
    while words.word(verb) in {"to", "at", ","}:
        verb -= 1
    return words.word(verb) in MOVES and not TOLLS.isdisjoint(words.line.words[max(0, verb - _REACH) : verb])


def dead(figure: Figure, place: Place, index: Tables, what: Counted) -> Figure:
    """Return a toll: of whom the words name ("rose to 35 children", "the toll of its soldiers"), else of the dead."""
    named = figure.noun if figure.unit == "person" and what.head else _among(place, index)
    return replace(figure, noun=named or "dead", unit="person", predicate="killed", subject=None)


def _among(place: Place, index: Tables) -> str:
    """Return whose toll it is: the persons behind `toll of` or `toll among`."""
    words, at = place
    first = words.places[at][0]
    for left in range(first - 3, max(-1, first - _REACH), -1):
        if words.word(left) in TOLLS and words.word(left + 1) in {"of", "among"}:
            start = left + 2 + (words.word(left + 2) in POINTERS)
            found = phrase(words, start, first, index)
            row = noun(index, found.head) if found else None
            return found.noun if found and row and row.unit == "person" else ""
    return ""


def fallen(place: Place, index: Tables) -> str:
    """Return what happened to the persons of "the numbers killed range from 50 to 200", "" where nothing did."""
    words, at = place
    first = words.places[at][0]
    for left in range(first - 2, max(-1, first - _REACH), -1):
        row = index.predicates.get(words.word(left + 1)) if words.word(left) in TOTALS else None
        if row is not None:
            return row.predicate if row.noun == "persons" else ""
    return ""
