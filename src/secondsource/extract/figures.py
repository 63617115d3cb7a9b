"""Figures of one document: how many of what, with bounds, what happened to them, in which scope and on which day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.extract.figures_completion import completed
from secondsource.extract.figures_nouns import Counted, counted, part
from secondsource.extract.figures_predicates import Act, act, happens, subject, target
from secondsource.extract.figures_scope import as_of, scope
from secondsource.extract.figures_words import Sentence, Tables, noun, sentence, tables
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Analysis, Anchor, Document, Figure, FigureKind, Offsets, Span, Time, identity
from secondsource.text.quantities import Quantity, quantities
from secondsource.text.quantities_measures import per


@dataclass(frozen=True, slots=True)
class Setting:
    """What the figures of one document are read with."""

    document: Document
    index: Tables
    times: Sequence[Time]
    anchor: Anchor


def figures(  # noqa: PLR0917 the signature that every stage of extraction has
    document: Document, analysis: Analysis, times: Sequence[Time], lexicon: Lexicon, anchor: Anchor
) -> list[Figure]:
    """Return the figures of headline and body in order; speaker and attribution are left open.

    A number without a noun ("another 3,000", "the total of 72") takes noun, unit and predicate of the figure before it.
    Ages are no figures, nor is a small number that only points back ("the two countries").

    Source: interval rules as in `text.quantities_bounds`; nouns and predicates as in the tables.
    """
    setting = Setting(document, tables(lexicon), times, anchor)
    found: list[Figure] = []
    for words in _sentences(document, analysis, times):
        for at in range(len(words.quantities)):
            figure = _figure(words, at, setting, found)
            if figure:
                found.append(figure)
    return found


def _sentences(document: Document, analysis: Analysis, times: Sequence[Time]) -> Iterator[Sentence]:
    skip = [(time.span.start, time.span.end) for time in times if time.kind in {"date", "time"}]
    inside: list[Quantity] = []
    for span in document.spans("headline", "body"):
        found = quantities(document.text, start=span.start, end=span.end, skip=skip)
        inside += [quantity for quantity in found if quantity.unit != "age"]
    starts = [quantity.start for quantity in inside]
    for start, end in analysis.sentences:
        here = inside[bisect_left(starts, start) : bisect_left(starts, end)]
        if here:
            yield sentence(document.text, start, end, here)


def _figure(words: Sentence, at: int, setting: Setting, before: Sequence[Figure]) -> Figure | None:
    what = counted(words, at, setting.index)
    does = act(words, at, what, setting.index)
    figure = completed(_read(words, at, setting, (what, does)), (words, at), (setting.index, what, does), before)
    figure = _told_by(figure, words, at, what)
    return figure if _tells(figure, words, at) else None


def _told_by(figure: Figure, words: Sentence, at: int, what: Counted) -> Figure:
    """Return a rate with what it is told by in its unit: `USD per barrel`, `person per day`."""
    quantity = words.quantities[at]
    by = quantity.per or ("" if quantity.unit else per(words.line, what.last)[0])
    if not by:
        return figure
    return replace(
        figure, unit=f"{figure.unit} per {by}".strip(), kind="rate" if figure.kind == "total" else figure.kind
    )


def _tells(figure: Figure, words: Sentence, at: int) -> bool:
    """Return whether a figure claims a count: not a lone number, nor "one survivor", "not one ticket"."""
    if figure.kind == "rank":
        return True
    if words.word(words.places[at][0]) == "one" and figure.high == 1 and figure.bound == "=":
        return bool(figure.predicate) and words.word(words.places[at][0] - 1) != "not"
    return bool(figure.noun or figure.unit or figure.predicate)


def _read(words: Sentence, at: int, setting: Setting, parts: tuple[Counted, Act | None]) -> Figure:
    what, does = parts
    quantity, doc = words.quantities[at], setting.document
    unit = _unit(setting.index, quantity, what)
    does = does if does and happens(does.row.predicate, unit) else None
    clause = _clause(words, at)
    whole = (words.line.starts[0], words.line.ends[-1])
    return Figure(
        id=identity("f", doc.id, quantity.start, quantity.end),
        span=Span(doc.id, quantity.start, quantity.end),
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=unit,
        noun=what.noun,
        kind=_kind(words, at, quantity),
        predicate=does.row.predicate if does else "",
        scope=", ".join(filter(None, (part(words, at, what), scope(doc.text, clause, setting.times)))),
        as_of=as_of(doc.text, (clause, whole), setting.times, setting.anchor),
        subject=subject(words, does.first) if does and does.first < words.places[at][0] else None,
        object_=target(words, what),
        vague=quantity.vague,
    )


def _unit(index: Tables, quantity: Quantity, what: Counted) -> str:
    if quantity.unit:
        return quantity.unit
    row = noun(index, what.head)
    return row.unit if row else ""


def _kind(words: Sentence, at: int, quantity: Quantity) -> FigureKind:
    """Return the kind; what someone will do within so many days, or estimates for later, is a projection."""
    first = words.places[at][0]
    behind = words.line.words[max(0, first - 10) : first]
    if quantity.kind == "total" and behind[-1:] == ["within"] and not {"would", "will"}.isdisjoint(behind):
        return "projection"
    if quantity.kind == "total" and not {"forecast", "forecasts", "predicts", "expects", "projected"}.isdisjoint(
        behind
    ):
        return "projection"
    return quantity.kind


def _clause(words: Sentence, at: int) -> Offsets:
    """Return the stretch from a number to the next number or the end of its clause."""
    line = words.line
    first, last = words.places[at]
    stop = words.until(at)
    end = next((index for index in range(last, stop) if line.words[index] in {";", ".", ":"}), stop)
    return line.starts[first], line.ends[max(end - 1, first)]
