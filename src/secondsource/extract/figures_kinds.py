"""What kind of figure a number is in its sentence: a total, an increment, a projection, a rate or a rank."""

from __future__ import annotations

from secondsource.extract.figures_nouns import Counted
from secondsource.extract.figures_predicates import MEASURED, Act
from secondsource.extract.figures_words import AUXILIARIES, PRONOUNS, Sentence
from secondsource.records import FigureKind
from secondsource.text.lattice import listed

_WILL = frozenset({"will", "would", "shall", "’ll", "ll"})
_MODALS = _WILL | {"could", "may", "might"}
_PLANS = frozenset(
    listed(
        "plans planned planning plan expected expects expect set due aims aimed aim intends intended likely ready "
        "preparing prepared prepares vowed pledged promised threatened hopes hoped agreed wants wanted seeks scheduled "
        "forecast projected poised offered pledges vows promises threatens proposed decided ordered"
    )
)
_FORECASTS = frozenset({"forecast", "forecasts", "predicts", "expects", "projected", "projects", "foresees"})
_PASSED_OVER = frozenset(
    {"be", "also", "soon", "not", "only", "now", "then", "eventually", "together", "start", "begin"}
)
_CHANGES = frozenset(listed("rose risen rise rises fell fallen fall falls increased increase grew grown dropped drop"))
_REACH = 10


def kind(words: Sentence, at: int, what: Counted, does: Act | None) -> FigureKind:
    """Return the kind of quantity `at`, given what it counts and what happened to that.

    What somebody will do, plans or is expected to do is a projection, also an addition: it has not happened yet.
    Lengths of time are not: "it would offer 12 months of checks" says what is offered.
    """
    quantity = words.quantities[at]
    if quantity.kind not in {"total", "increment"}:
        return quantity.kind
    if _forecast(words, at) or (quantity.unit not in MEASURED and _ahead(words, at, what, does)):
        return "projection"
    return "increment" if quantity.kind == "increment" or _change(words, at) else "total"


def _forecast(words: Sentence, at: int) -> bool:
    first = words.places[at][0]
    behind = words.line.words[max(0, first - _REACH) : first]
    if behind[-1:] and behind[-1] in {"face", "faces", "facing"}:
        return True  # if convicted, he faces up to four years
    return not _FORECASTS.isdisjoint(behind) or (behind[-1:] == ["within"] and not _WILL.isdisjoint(behind))


def _ahead(words: Sentence, at: int, what: Counted, does: Act | None) -> bool:
    first = words.places[at][0]
    if does is None or does.first < first:
        verbs = [does.first] if does else [first - 2, first - 1]
        return any(words.word(verb) not in PRONOUNS | AUXILIARIES and _led(words, verb, _MODALS) for verb in verbs)
    return does.first > what.last and _led(words, does.first, _WILL)


def _led(words: Sentence, verb: int, modals: frozenset[str]) -> bool:
    """Tell whether `will`, `is expected to` or the like stands right before a verb that is in its bare form."""
    left = verb - 1
    while words.word(left) in _PASSED_OVER or words.word(left).endswith("ly"):
        left -= 1
    if words.word(left) in modals:
        return words.word(left + 1) not in {"have", "not"}
    return words.word(left) == "to" and words.word(left - 1) in _PLANS


def _change(words: Sentence, at: int) -> bool:
    """Tell whether the number only says by how much another one moved: "up 300 from a week earlier"."""
    first, last = words.places[at]
    before = words.word(first - 1)
    by = before == "by" and words.word(first - 2) in _CHANGES
    compared = {"from", "since", "on", "compared"} & set(words.line.words[last : last + 2])
    return by or (
        before in {"up", "down"} and bool(compared) and words.word(first - 2) in {",", "was", "is", "were", "are"}
    )
