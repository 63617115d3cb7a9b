"""The page of an article's history: its versions in the order of their hours, and what each changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.page.dossier import Dossier
from secondsource.page.register import Masthead, masthead
from secondsource.page.versions import Change, Piece, age, diff, versions_of
from secondsource.page.words import Line, line
from secondsource.records import Document, Span, Stamp

_WHOLE = 4000
"""Characters of a sentence that is printed whole, as a change may stand at its end."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version: what it is called, and when it says that it came out and was last put right."""

    head: Masthead
    published: Stamp | None
    updated: Stamp | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that came, went or was reworded, as it stands in either version, with the words that only it has."""

    change: Change
    before: Line | None
    after: Line | None


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of one version in the next; `counts` says of how many sentences, those that stayed included."""

    before: Version
    after: Version
    counts: Mapping[Change, int]
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """All versions of the article that document `id` is one of, the earliest first, and what changed between them."""

    id: str
    head: Masthead
    versions: tuple[Version, ...]
    revisions: tuple[Revision, ...]


def other_versions(found: Document, dossier: Dossier | None) -> list[Document]:
    """Return the other versions of a document in its storyline, where all of them are."""
    return versions_of(found, list(dossier.documents.values()), dossier.copies) if dossier else []


def history(found: Document, dossier: Dossier | None) -> HistoryPage:
    """Return the history of a document; `dossier` is its storyline, or None for one that is in no story."""
    documents = sorted([found, *other_versions(found, dossier)], key=age)
    return HistoryPage(
        id=found.id,
        head=masthead(found),
        versions=tuple(map(_version, documents)),
        revisions=tuple(revision(before, after) for before, after in pairwise(documents)),
    )


def _version(document: Document) -> Version:
    return Version(masthead(document), document.published, document.updated)


def revision(before: Document, after: Document) -> Revision:
    """Return what changed from one document to another, which may be two versions of an article or not."""
    pieces = diff(before, after)
    kinds: tuple[Change, ...] = ("kept", "reworded", "added", "removed")
    counts: dict[Change, int] = {kind: sum(piece.change == kind for piece in pieces) for kind in kinds}
    changes = tuple(_changed(before, after, piece) for piece in pieces if piece.change != "kept")
    return Revision(_version(before), _version(after), counts, changes)


def _changed(before: Document, after: Document, piece: Piece) -> Changed:
    return Changed(piece.change, _line(before, piece.before, piece.went), _line(after, piece.after, piece.came))


def _line(document: Document, span: Span | None, marks: Sequence[Span]) -> Line | None:
    return line(document, span, marks, longest=_WHOLE) if span else None
