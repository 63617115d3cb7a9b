"""Figures of one document: how many of what, with bounds, what happened to them, in which scope and on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.extract.figures_nouns import Counted, counted
from secondsource.extract.figures_predicates import Act, act, subject, target
from secondsource.extract.figures_scope import as_of, scope
from secondsource.extract.figures_words import Sentence, Tables, noun, sentence, tables
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Analysis, Anchor, Document, Figure, FigureKind, Offsets, Span, Time, identity
from secondsource.text.quantities import Quantity, quantities

_TOLLS = frozenset({"toll", "tolls"})
_TOTALS = frozenset({"total", "number", "figure", "count", "tally", "sum"})


def figures(
    document: Document, analysis: Analysis, times: Sequence[Time], lexicon: Lexicon, anchor: Anchor
) -> list[Figure]:
    """Return the figures of headline and body in order; speaker and attribution are left open.

    A number without a noun ("another 3,000", "the total of 72") takes noun, unit and predicate of the figure before it.
    """
    index = tables(lexicon)
    skip = [(time.span.start, time.span.end) for time in times if time.kind in {"date", "time"}]
    found: list[Figure] = []
    for span in document.spans("headline", "body"):
        inside = quantities(document.text, start=span.start, end=span.end, skip=skip)
        for start, end in analysis.sentences:
            here = [quantity for quantity in inside if start <= quantity.start < end]
            if here and span.start <= start < span.end:
                words = sentence(document.text, start, end, here)
                for at in range(len(here)):
                    found.append(_figure(document, words, at, (index, times, anchor, found)))
    return found


Setting = tuple[Tables, Sequence[Time], Anchor, Sequence[Figure]]


def _figure(document: Document, words: Sentence, at: int, setting: Setting) -> Figure:
    index, times, anchor, before = setting
    quantity = words.quantities[at]
    what = counted(words, at, index)
    does = act(words, at, what, index)
    whole = (words.line.starts[0], words.line.ends[-1])
    clause = _clause(words, at)
    figure = Figure(
        id=identity("f", document.id, quantity.start, quantity.end),
        span=Span(document.id, quantity.start, quantity.end),
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=_unit(index, quantity, what),
        noun=what.noun,
        kind=_kind(words, at, quantity),
        predicate=does.row.predicate if does else "",
        scope=scope(document.text, clause, times),
        as_of=as_of(document.text, whole, clause, times, anchor),
        subject=subject(words, does.first) if does and does.first < words.places[at][0] else None,
        object_=target(words, what),
        vague=quantity.vague,
    )
    return _completed(figure, words, at, (index, what, does, before))


def _unit(index: Tables, quantity: Quantity, what: Counted) -> str:
    if quantity.unit:
        return quantity.unit
    row = noun(index, what.head)
    return row.unit if row else ""


def _kind(words: Sentence, at: int, quantity: Quantity) -> FigureKind:
    first = words.places[at][0]
    behind = words.line.words[max(0, first - 8) : first]
    if quantity.kind == "total" and behind[-1:] == ["within"] and {"would", "will"} & set(behind):
        return "projection"
    return quantity.kind


def _completed(
    figure: Figure, words: Sentence, at: int, known: tuple[Tables, Counted, Act | None, Sequence[Figure]]
) -> Figure:
    """Fill in what the words leave to the reader: a toll counts the dead, "another 3,000" counts what came before."""
    index, what, does, before = known
    if what.head and not what.partitive:
        return figure
    if figure.unit not in {"", "time"}:
        return figure
    subjects = set(words.line.words[max(0, words.places[at][0] - 8) : words.places[at][0]])
    if subjects & _TOLLS:
        return replace(figure, noun="dead", unit="person", predicate="killed", subject=None)
    if does and does.row.noun and not subjects & _TOTALS:
        row = noun(index, does.row.noun)
        return replace(figure, noun=does.row.noun, unit=figure.unit or (row.unit if row else ""))
    last = next(
        (other for other in reversed(before) if other.unit not in {"percent", "time", "day", "share"} and other.noun),
        None,
    )
    if last is None:
        return figure
    return replace(
        figure, noun=figure.noun or last.noun, unit=figure.unit or last.unit, predicate=figure.predicate or last.predicate,
        subject=figure.subject or last.subject, object_=figure.object_ or last.object_,
    )  # fmt: skip


def _clause(words: Sentence, at: int) -> Offsets:
    """Return the stretch from a number to the next number or the end of its clause."""
    line = words.line
    first, last = words.places[at]
    stop = min([place[0] for place in words.places[at + 1 :]], default=len(line))
    end = next((index for index in range(last, stop) if line.words[index] in {";", ".", ":"}), stop)
    return line.starts[first], line.ends[max(end - 1, first)]
