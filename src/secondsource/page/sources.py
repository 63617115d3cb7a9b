"""Who speaks in all documents: bodies and persons with how often, where, and in what way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


def sources(attributions: Iterable[Attribution], documents: Mapping[str, Document]) -> SourceList:
    """Return who speaks in `documents`."""
    by_body: defaultdict[str, list[Attribution]] = defaultdict(list)
    unnamed = total = 0
    for one in attributions:
        total += 1
        body = one.body or one.speaker
        if body and one.content and one.doc_id in documents:
            by_body[body].append(one)
        else:
            unnamed += 1
    ranked = sorted(by_body.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = tuple(_row(body, said, documents) for body, said in ranked[:ROWS])
    return SourceList(rows, len(ranked), total, unnamed)


def _row(body: str, said: list[Attribution], documents: Mapping[str, Document]) -> SourceRow:
    speakers = Counter(one.speaker for one in said if one.speaker and one.speaker != body)
    best = max(said, key=lambda one: (one.quoted == "direct", len(one.content[0])))
    found = documents[best.doc_id]
    whole = Span(found.id, best.content[0].start, best.content[-1].end)
    return SourceRow(
        body,
        full_names(name for name, _ in speakers.most_common())[:4],
        len(said),
        len({one.doc_id for one in said}),
        len({outlet_name(documents[one.doc_id]) for one in said}),
        tuple(Counter(one.stance for one in said).most_common()),
        line(found, whole, best.content, longest=220),
    )
