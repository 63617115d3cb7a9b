"""What kind of figure a number is in its sentence: a total, an increment, a projection, a rate or a rank."""

from __future__ import annotations

from secondsource.extract.figures_words import Sentence
from secondsource.records import FigureKind


def kind(words: Sentence, at: int) -> FigureKind:
    """Return the kind; what someone will do within so many days, or estimates for later, is a projection."""
    quantity, first = words.quantities[at], words.places[at][0]
    behind = words.line.words[max(0, first - 10) : first]
    if quantity.kind == "total" and behind[-1:] == ["within"] and not {"would", "will"}.isdisjoint(behind):
        return "projection"
    if quantity.kind == "total" and not {"forecast", "forecasts", "predicts", "expects", "projected"}.isdisjoint(
        behind
    ):
        return "projection"
    return quantity.kind
