"""The corrections of an open store: what was put right, what became of each, and how one is made or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from secondsource.errors import UsageError
from secondsource.group import judged
from secondsource.pipeline.anchoring import Anchoring
from secondsource.pipeline.drafting import Names, Reason, drafted
from secondsource.pipeline.reader import Reader
from secondsource.pipeline.rulings import in_force, in_order, ruling, undone
from secondsource.records import (
    ClaimRuling,
    Correction,
    CorrectionKind,
    Document,
    FigureRuling,
    Grade,
    NameRuling,
    SectionRuling,
    Span,
    SpeakerRuling,
    StoryRuling,
    sealed,
)
from secondsource.records.judgements import Judgement, settled
from secondsource.store import Journal
from secondsource.store.journal import line, parsed

State = Literal["in place", "moved", "orphaned", "undone", "overruled"]
"""What became of an entry; `orphaned` waits for its words, `overruled` gave way to a later one."""


_STORIES: frozenset[CorrectionKind] = frozenset({"merge-stories", "split-story"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the log with its number (from 1, in the order in which it was added) and what became of it.

    `by_number` is the number of the entry that undid it, `undoes` that of the entry that it undid; None where none is.
    """

    number: int
    correction: Correction
    state: State
    by_number: int | None
    undoes: int | None


class Corrections:
    """The log of a store; making an entry brings up to date what it touches and nothing else."""

    def __init__(self, desk: Reader, journal: Journal, refresh: Callable[[], None]) -> None:
        """Work on an open store, whose `refresh` runs the stages that are due."""
        self._desk = desk
        self._journal = journal
        self._refresh = refresh

    def entries(self) -> list[Entry]:
        """Return the whole log with what became of each entry, in the order in which they were added."""
        told = self._journal.entries()
        numbers = {entry.id: number for number, entry in enumerate(told, start=1)}
        gone, anchoring = undone(told), self._anchoring(told)
        late = overruled(in_force(told), anchoring)
        return [
            Entry(
                number=numbers[entry.id],
                correction=entry,
                state="undone" if entry.id in gone else "overruled" if entry.id in late else anchoring.standing(entry),
                by_number=numbers.get(gone[entry.id].id) if entry.id in gone else None,
                undoes=numbers.get(entry.undoes or ""),
            )
            for entry in told
        ]

    def make(self, kind: CorrectionKind, names: Names, reason: Reason) -> Entry:
        """Put something right, and bring up to date what follows from it.

        Raises:
            UsageError: something named is not there, or is not what this kind is told.
            StoreError: the log or the store cannot be written.
        """
        return self._made(drafted(self._desk, kind, names, reason))

    def undo(self, which: str | None, reason: Reason) -> Entry:
        """Take back the entry with this number or id, the last one in force where none is named.

        Nothing is deleted: the undoing is an entry itself, and can be undone.

        Raises:
            UsageError: there is no such entry, it is taken back already, or nobody says so.
        """
        if not reason.by.strip():
            message = "an undoing needs its author: --by NAME"
            raise UsageError(message)
        told = self._journal.entries()
        target = self._named(which, told)
        if target.id in undone(told):
            message = f"correction {which} is undone already"
            raise UsageError(message)
        entry = Correction(id="", kind="undo", by=reason.by, because=reason.because, made=reason.made, undoes=target.id)
        return self._made(sealed(entry))

    def _named(self, which: str | None, told: Sequence[Correction]) -> Correction:
        if which is None:
            standing = {entry.id for entry in in_force(told)}
            hits = [entry for entry in told if entry.id in standing][-1:]
        elif which.isdigit():
            hits = list(told[int(which) - 1 : int(which)]) if int(which) else []
        else:
            hits = [entry for entry in told if entry.id.startswith(which)]
        if len(hits) != 1:
            what = f"no correction {which}" if which else "nothing is left to undo"
            message = f"{what}; `secondsource correct --list` lists them"
            raise UsageError(message)
        return hits[0]

    def take_in(self, lines: Iterable[str]) -> int:
        """Add the entries of JSON lines that are not in the log yet; return how many.

        Raises:
            UsageError: a line is no entry; nothing was added.
        """
        number = self._journal.add(list(parsed(lines)))
        self._refresh()
        return number

    def lines(self) -> Iterator[str]:
        """Yield the whole log as JSON lines."""
        return map(line, self._journal.entries())

    def grades(self) -> dict[str, Grade]:
        """Return the reliability of each source that a person graded, by its name."""
        return {entry.name: entry.grade for entry in self._standing() if entry.name and entry.grade}

    def on(self, spans: Iterable[Span]) -> dict[Span, tuple[Correction, ...]]:
        """Return for each stretch the corrections in force that name words in it, or its document as a copy or none."""
        wanted = set(spans)
        standing = [entry for entry in self._standing() if entry.kind not in _STORIES]
        places = self._places_in({span.doc_id for span in wanted}, standing)
        return {
            span: tuple(entry for entry in standing if any(_names(place, span) for place in places[entry.id]))
            for span in wanted
        }

    def of_story(self, doc_ids: Iterable[str]) -> list[Correction]:
        """Return the corrections in force that put any of these documents into a story or out of one."""
        own = set(doc_ids)
        standing = [entry for entry in self._standing() if entry.kind in _STORIES]
        places = self._places_in(own, standing)
        return [entry for entry in standing if any(place.doc_id in own for place in places[entry.id])]

    def _standing(self) -> list[Correction]:
        return in_force(self._journal.entries())

    def _places_in(self, doc_ids: set[str], told: Sequence[Correction]) -> dict[str, tuple[Span, ...]]:
        """Return where each entry's words stand, by its id, as far as in these documents or its own."""
        wanted = doc_ids | {target.doc_id for entry in told for target in entry.targets} if told else set()
        anchoring = Anchoring(dict(self._some(wanted)), told)
        return {
            entry.id: tuple(span for target in entry.targets for span in anchoring.places(target)) for entry in told
        }

    def _some(self, doc_ids: Iterable[str]) -> Iterator[tuple[str, Document]]:
        for key in sorted(doc_ids):
            with suppress(UsageError):
                yield key, self._desk.get(Document, key)

    def _anchoring(self, told: Sequence[Correction]) -> Anchoring:
        documents = self._desk.scan(Document) if any(entry.targets for entry in told) else iter(())
        return Anchoring({document.id: document for document in documents}, told)

    def _made(self, entry: Correction) -> Entry:
        self._journal.add([entry])
        self._refresh()
        return next(each for each in self.entries() if each.correction.id == entry.id)


def _names(place: Span, span: Span) -> bool:
    """Tell whether a correction at `place` is one of `span`; an empty place is the whole document."""
    return place.doc_id == span.doc_id and (not len(place) or place.overlaps(span))


def overruled(entries: Iterable[Correction], anchoring: Anchoring) -> frozenset[str]:
    """Return the ids of those entries in force that later ones contradict."""
    rows = [row for entry in in_order(entries) for row in ruling(entry, anchoring)]
    last: dict[object, str] = {}
    pairs: dict[type, list[Judgement[object]]] = {}
    for row in rows:
        if isinstance(row, SpeakerRuling | FigureRuling | SectionRuling):
            last[type(row), row.span] = row.id
        for told in _judgements(row):
            pairs.setdefault(type(row), []).append(told)
    late = {
        row.id
        for row in rows
        if isinstance(row, SpeakerRuling | FigureRuling | SectionRuling) and last[type(row), row.span] != row.id
    }
    return frozenset(late).union(*(settled(told).overruled for told in pairs.values()))


def _judgements(row: object) -> Iterator[Judgement[object]]:
    if isinstance(row, ClaimRuling):
        yield Judgement(row.id, row.one, row.other, row.apart)
    elif isinstance(row, NameRuling) and row.name != row.other:
        yield Judgement(row.id, row.name, row.other, row.apart)
    elif isinstance(row, StoryRuling):
        for told in judged(row):
            yield Judgement(told.id, told.one, told.other, told.apart)
