"""From the log of corrections to what the stages read: a pure function of the set of entries and the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from secondsource.ingest.furniture import RULE
from secondsource.pipeline.anchoring import Anchoring
from secondsource.records import (
    READ_KINDS,
    RULINGS,
    ClaimRuling,
    CopyRuling,
    Correction,
    CorrectionKind,
    Document,
    FigureRuling,
    NameRuling,
    Section,
    SectionRuling,
    Span,
    SpeakerRuling,
    StoryRuling,
)

Rulings = Mapping[type, tuple[object, ...]]
"""The rulings of each class, in the order in which they were made."""
NO_RULINGS: Rulings = {}
BY_HAND = "put right by hand"
"""The rule named by a section that a person has cut or restored."""


def in_order(entries: Iterable[Correction]) -> list[Correction]:
    """Return the entries, each once, in the order in which they were made."""
    return sorted({entry.id: entry for entry in entries}.values(), key=lambda entry: (entry.made, entry.id))


def undone(entries: Iterable[Correction]) -> dict[str, Correction]:
    """Return the entries that are taken back, by id, each with the `undo` that does so; an undone `undo` does nothing.

    An entry cannot name one that was made after it, so that the chains of them end.
    """
    back: defaultdict[str, list[Correction]] = defaultdict(list)
    for entry in reversed(in_order(entries)):
        if entry.undoes:
            back[entry.undoes].append(entry)
    found: dict[str, Correction] = {}
    for entry in reversed(in_order(entries)):
        by = next((undo for undo in back[entry.id] if undo.id not in found), None)
        if by:
            found[entry.id] = by
    return found


def in_force(entries: Iterable[Correction]) -> list[Correction]:
    """Return the entries that are not taken back, without the `undo`s, in the order in which they were made."""
    known = in_order(entries)
    gone = undone(known)
    return [entry for entry in known if entry.kind != "undo" and entry.id not in gone]


def rulings(entries: Iterable[Correction], documents: Mapping[str, Document]) -> Rulings:
    """Return what the entries in force come to for these documents; what is orphaned waits for its words."""
    held = in_force(entries)
    anchoring = Anchoring(documents, held)
    found: dict[type, list[object]] = {kind: [] for kind in RULINGS}
    for entry in held:
        for row in ruling(entry, anchoring):
            found[type(row)].append(row)
    return {kind: tuple(rows) for kind, rows in found.items()}


def ruling(entry: Correction, anchoring: Anchoring) -> Iterator[object]:
    """Yield what one entry comes to, nothing where its words are nowhere or the stages do not read its kind."""
    places = [anchoring.places(target) for target in entry.targets]
    if entry.kind in _MADE and all(places):
        yield from _MADE[entry.kind](entry, places)


_Places = Sequence[tuple[Span, ...]]


def _speakers(entry: Correction, places: _Places) -> Iterator[object]:
    return (SpeakerRuling(entry.id, span, entry.name, entry.other) for span in places[0])


def _figures(entry: Correction, places: _Places) -> Iterator[object]:
    return (FigureRuling(entry.id, span, entry.value) for span in places[0])


def _sections(entry: Correction, places: _Places) -> Iterator[object]:
    return (SectionRuling(entry.id, span, "body" if entry.kind == "restore" else "boilerplate") for span in places[0])


def _copies(entry: Correction, places: _Places) -> Iterator[object]:
    return (CopyRuling(entry.id, one.doc_id, other.doc_id) for one, other in product(places[0], places[1]))


def _claims(entry: Correction, places: _Places) -> Iterator[object]:
    apart = entry.kind == "different"
    return (ClaimRuling(entry.id, one, other, apart) for one, other in product(places[0], places[1]))


def _stories(entry: Correction, places: _Places) -> Iterator[object]:
    moved = tuple(dict.fromkeys(span.doc_id for spans in places[1:] for span in spans))
    for span in places[0]:
        yield StoryRuling(entry.id, span.doc_id, moved, entry.kind == "split-story")


def _names(entry: Correction, places: _Places) -> Iterator[object]:
    docs = tuple(dict.fromkeys(spans[0].doc_id for spans in places))
    if entry.name and entry.other:
        yield NameRuling(entry.id, entry.name, entry.other, docs, entry.kind == "split-people")


_MADE: Mapping[CorrectionKind, Callable[[Correction, _Places], Iterator[object]]] = {
    "speaker": _speakers,
    "figure": _figures,
    "same": _claims,
    "different": _claims,
    "merge-stories": _stories,
    "split-story": _stories,
    "merge-people": _names,
    "split-people": _names,
    "not-a-copy": _copies,
    "restore": _sections,
    "cut": _sections,
}


def relabelled(document: Document, told: Sequence[SectionRuling], furniture: Collection[Span] = ()) -> Document:
    """Return a document with its sections as ruled, or as cleaning left them where nothing is ruled (any more).

    Args:
        document: with the sections of its reading in `cleaned` where they were changed before.
        told: what a person has ruled, which comes last.
        furniture: sections that the other pages of the outlet show to be none of the article.
    """
    before = document.cleaned or document.sections
    after = tuple(replace(one, kind="boilerplate", rule=RULE) if one.span in furniture else one for one in before)
    for one in told:
        after = tuple(sorted((piece for old in after for piece in _pieces(old, one)), key=lambda each: each.span))
    return replace(document, sections=after, cleaned=before if after != before else ())


def _pieces(section: Section, told: SectionRuling) -> Iterator[Section]:
    """Yield what is left of a section before and behind the ruled words, and what is ruled of it between."""
    if not section.span.overlaps(told.span) or told.kind == section.kind or {told.kind, section.kind} <= READ_KINDS:
        yield section
        return
    doc_id, start, end = section.span.doc_id, section.span.start, section.span.end
    first, last = max(start, told.span.start), min(end, told.span.end)
    if start < first:
        yield replace(section, span=Span(doc_id, start, first))
    yield Section(Span(doc_id, first, last), told.kind, BY_HAND)
    if last < end:
        yield replace(section, span=Span(doc_id, last, end))
