"""Pages that are plain lists: search results and rejected inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from secondsource.page.register import Masthead, masthead
from secondsource.page.words import Line, Words, line, words
from secondsource.records import Document, Offsets, Reject, Span

AROUND = 120
"""Characters of text shown on each side of a hit."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document that holds the words searched for, with the place of the first of them."""

    document: Masthead
    line: Line
    hit: Words


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search found, best first."""

    query: str
    hits: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class RejectPage:
    """Inputs that became no article, by their path."""

    rows: tuple[Reject, ...]
    reasons: tuple[tuple[str, int], ...]


def search(query: str, hits: Iterable[tuple[str, Offsets]], documents: Mapping[str, Document]) -> SearchPage:
    """Return the page of a search; `hits` are ids of documents with the place of the first word, best first."""
    found = []
    for doc_id, (start, end) in hits:
        document = documents[doc_id]
        mark = Span(doc_id, start, max(end, start + 1))
        around = _around(document, mark)
        shown = line(document, around, (mark,), longest=600)
        goes_on = document.text[around.end : around.end + 1] == " "
        found.append(Found(masthead(document), replace(shown, cut=shown.cut or goes_on), words(document, mark)))
    return SearchPage(query, tuple(found))


def _around(document: Document, mark: Span) -> Span:
    """Return `AROUND` characters on each side, cut at blanks and inside one paragraph."""
    text = document.text
    low, high = max(0, mark.start - AROUND), min(len(text), mark.end + AROUND)
    start = max(text.rfind("\n", low, mark.start) + 1, text.find(" ", low, mark.start) + 1 if low else 0, low)
    stop = text.find("\n", mark.end, high)
    if stop < 0:
        blank = text.rfind(" ", mark.end, high)
        stop = high if high == len(text) or blank < 0 else blank
    return Span(document.id, start, max(stop, mark.end))


def rejects(rows: Iterable[Reject]) -> RejectPage:
    """Return the page of rejected inputs."""
    known = tuple(sorted(rows, key=lambda row: row.path))
    reasons: dict[str, int] = {}
    for row in known:
        reasons[row.reason] = reasons.get(row.reason, 0) + 1
    return RejectPage(known, tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))))
