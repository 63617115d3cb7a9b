"""Figures of one document: how many of what, with bounds, what happened to them, in which scope and on which day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.extract import figures_parsed
from secondsource.extract.figures_completion import completed
from secondsource.extract.figures_kinds import kind
from secondsource.extract.figures_modality import modality
from secondsource.extract.figures_nouns import Counted, counted, part
from secondsource.extract.figures_parsed import Parsed
from secondsource.extract.figures_predicates import Act, act, beside, happens, subject, target
from secondsource.extract.figures_scope import as_of, scope
from secondsource.extract.figures_tree import Tree, grown
from secondsource.extract.figures_words import PRONOUNS, Sentence, Tables, noun, sentence, tables
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Analysis, Anchor, Document, Figure, FigureKind, Offsets, Span, Time, identity
from secondsource.text.quantities import Quantity, quantities
from secondsource.text.quantities_measures import per
from secondsource.text.quantities_money import FAMILIES


@dataclass(frozen=True, slots=True)
class Setting:
    """What the figures of one document are read with."""

    document: Document
    index: Tables
    times: Sequence[Time]
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Place:
    """Quantity `at` of the words of a sentence, and its place in the tree where one was grown."""

    words: Sentence
    at: int
    parsed: Parsed | None


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
    for words, tree in _sentences(document, analysis, times):
        for at in range(len(words.quantities)):
            figure = _figure(Place(words, at, figures_parsed.parsed(tree, words, at)), setting, found)
            if figure:
                found.append(figure)
    return _of_one_currency(found)


def _of_one_currency(found: list[Figure]) -> list[Figure]:
    """Return the figures, bare crowns of a text that names only Danish ones as Danish; so for francs and pesos."""
    codes: dict[str, set[str]] = {}
    for figure in found:
        if figure.unit in FAMILIES:
            codes.setdefault(FAMILIES[figure.unit], set()).add(figure.unit)
    only = {word: min(named) for word, named in codes.items() if len(named) == 1}
    return [replace(figure, unit=only.get(figure.unit, figure.unit)) for figure in found] if only else found


def _sentences(document: Document, analysis: Analysis, times: Sequence[Time]) -> Iterator[tuple[Sentence, Tree | None]]:
    days = (time for time in times if time.kind in {"date", "time"} or time.value.startswith("XXXX-"))
    skip = [(day.span.start, day.span.end) for day in days]
    inside: list[Quantity] = []
    for span in document.spans("headline", "body"):
        found = quantities(document.text, start=span.start, end=span.end, skip=skip)
        inside += [quantity for quantity in found if quantity.unit != "age"]
    starts = [quantity.start for quantity in inside]
    for start, end in analysis.sentences:
        here = inside[bisect_left(starts, start) : bisect_left(starts, end)]
        if here:
            yield sentence(document.text, start, end, here), grown(document.text, analysis.syntax, start, end)


def _figure(place: Place, setting: Setting, before: Sequence[Figure]) -> Figure | None:
    words, at = place.words, place.at
    if place.parsed and place.parsed.branch.pronoun:
        return None
    what = _counted(place, setting.index)
    does = _act(place, what, setting.index)
    read = _read(place, setting, (what, does))
    figure = completed(read, (words, at), (setting.index, what, does), before)
    figure = _told_by(figure, words, at, what)
    return figure if _tells(figure, words, at) else None


def _counted(place: Place, index: Tables) -> Counted:
    """Return what the tree says is counted, else what the order of words says."""
    by_order = counted(place.words, place.at, index)
    if place.parsed is None or by_order.partitive:
        return by_order
    by_tree = figures_parsed.noun(place.parsed)
    if by_tree and by_tree.head in index.predicates and noun(index, by_tree.head) is None:
        return by_order  # 4 shot
    plain = not place.words.quantities[place.at].unit and not place.parsed.hyphened
    alone = by_tree is None and plain and noun(index, by_order.head) is None
    return by_tree or (Counted("", "", by_order.last) if alone else by_order)


def _act(place: Place, what: Counted, index: Tables) -> Act | None:
    by_order = act(place.words, place.at, what, index)
    if place.parsed is None or (by_order and beside(place.words, place.at, what, by_order)):
        return by_order
    return figures_parsed.act(place.parsed, index)


def _told_by(figure: Figure, words: Sentence, at: int, what: Counted) -> Figure:
    """Return a rate with what it is told by in its unit: `USD per barrel`, `person per day`."""
    quantity = words.quantities[at]
    by = quantity.per or ("" if quantity.unit else per(words.line, what.last)[0])
    if not by:
        return figure
    told: FigureKind = "rate" if figure.kind == "total" else figure.kind
    return replace(figure, unit=f"{figure.unit} per {by}".strip(), kind=told)


def _tells(figure: Figure, words: Sentence, at: int) -> bool:
    """Return whether a figure claims a count: not a lone number, nor "one survivor", "not one ticket"."""
    if figure.kind == "rank":
        return True
    if words.word(words.places[at][0]) == "one" and figure.high == 1 and figure.bound == "=":
        return bool(figure.predicate) and words.word(words.places[at][0] - 1) != "not"
    return bool(figure.noun or figure.unit or figure.predicate)


def _read(place: Place, setting: Setting, parts: tuple[Counted, Act | None]) -> Figure:
    (what, does), words, at = parts, place.words, place.at
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
        kind=kind(words, at, what, does),
        predicate=does.row.predicate if does else "",
        scope=", ".join(filter(None, (part(words, at, what), scope(doc.text, clause, setting.times)))),
        as_of=as_of(doc.text, (clause, whole), setting.times, setting.anchor),
        subject=_subject(place, does, doc.text),
        object_=(figures_parsed.place(place.parsed, does, doc.text) if place.parsed else None) or target(words, what),
        vague=quantity.vague,
        modality=modality(words, at, does),
    )


def _subject(place: Place, does: Act | None, text: str) -> str | None:
    if does is None:
        return None
    if place.parsed:
        doer = figures_parsed.actor(place.parsed, does, text)
    else:
        doer = subject(place.words, does.first) if does.first < place.words.places[place.at][0] else None
    return None if doer and doer.lower() in PRONOUNS else doer


def _unit(index: Tables, quantity: Quantity, what: Counted) -> str:
    if quantity.unit:
        return quantity.unit
    row = noun(index, what.head)
    return row.unit if row else ""


def _clause(words: Sentence, at: int) -> Offsets:
    """Return the stretch from a number to the next number or the end of its clause."""
    line = words.line
    first, last = words.places[at]
    stop = words.until(at)
    end = next((index for index in range(last, stop) if line.words[index] in {";", ".", ":"}), stop)
    return line.starts[first], line.ends[max(end - 1, first)]
