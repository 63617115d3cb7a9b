"""Who speaks in all documents: bodies and persons with how often, where, and in what way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.page.register import full_names, outlet_name
from secondsource.page.words import Line, line
from secondsource.records import Attribution, Document, Span, Stance

ROWS = 300
"""Sources that are listed, those with most statements first."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A body (or a person who speaks for himself) with the statements found of it.

    Attributes:
        speakers: who spoke for it, most heard first.
        statements: attributions, those in copies included.
        stances: how often it says, denies, admits …, most frequent first.
        example: its longest direct quotation, else its first statement.
    """

    body: str
    speakers: tuple[str, ...]
    statements: int
    documents: int
    outlets: int
    stances: tuple[tuple[Stance, int], ...]
    example: Line


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources most heard, how many there are in all, and how many attributions name nobody."""

    rows: tuple[SourceRow, ...]
    total: int
    statements: int
    unnamed: int


@dataclass(slots=True)
class _Heard:
    """What has been read about one body so far; only its best example is kept of all its statements."""

    example: Attribution
    statements: int = 0
    speakers: Counter[str] = field(default_factory=Counter)
    stances: Counter[Stance] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)

    def add(self, body: str, one: Attribution) -> None:
        self.statements += 1
        self.stances[one.stance] += 1
        self.documents.add(one.doc_id)
        if one.speaker and one.speaker != body:
            self.speakers[one.speaker] += 1
        if _worth(one) > _worth(self.example):
            self.example = one


def sources(attributions: Iterable[Attribution], documents: Mapping[str, Document]) -> SourceList:
    """Return who speaks in `documents`; the attributions are read once and not kept."""
    heard: dict[str, _Heard] = {}
    unnamed = total = 0
    for one in attributions:
        total += 1
        body = one.body or one.speaker
        if body and one.content and one.doc_id in documents:
            heard.setdefault(body, _Heard(one)).add(body, one)
        else:
            unnamed += 1
    ranked = sorted(heard.items(), key=lambda item: (-item[1].statements, item[0]))
    rows = tuple(_row(body, found, documents) for body, found in ranked[:ROWS])
    return SourceList(rows, len(ranked), total, unnamed)


def _worth(one: Attribution) -> tuple[bool, int]:
    """Return what makes a statement a good example: that it is quoted, and long."""
    return one.quoted == "direct", len(one.content[0])


def _row(body: str, found: _Heard, documents: Mapping[str, Document]) -> SourceRow:
    best = found.example
    whole = Span(best.doc_id, best.content[0].start, best.content[-1].end)
    return SourceRow(
        body,
        full_names(name for name, _ in found.speakers.most_common())[:4],
        found.statements,
        len(found.documents),
        len({outlet_name(documents[key]) for key in found.documents}),
        tuple(found.stances.most_common()),
        line(documents[best.doc_id], whole, best.content, longest=220),
    )
