"""The atom of every page: characters of a document together with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.records import Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FEW = 4
"""Up to so many words without a number are no statement."""


@dataclass(frozen=True, slots=True)
class Words:
    """The characters `text` that stand at `span`; only `words` makes them, so they are never anything else."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a printed line; `marked` where the line rests on it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a document with the marked words inside it that a record points at.

    Attributes:
        words: what is printed.
        marks: what it rests on, in order of the text, without overlap, each inside `words`.
        target: the span of the record itself, which a click on the line shows.
        cut: whether the sentence goes on behind `words` (long ones are printed in part).
    """

    words: Words
    marks: tuple[Span, ...]
    target: Span
    cut: bool = False

    @property
    def fragment(self) -> bool:
        """Whether the marked words say nothing by themselves: a few words without a number (`These reports`)."""
        said = " ".join(piece.text for piece in self.pieces if piece.marked)
        return bool(self.marks) and len(said.split()) <= FEW and not any(char.isdigit() for char in said)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The printed characters in order, split at the edges of the marks."""
        return tuple(_pieces(self))


def words(document: Document, span: Span) -> Words:
    """Return the characters of `document` at `span`."""
    return Words(span, document.slice(span))


def line(document: Document, printed: Span, marks: Iterable[Span], *, longest: int = 420) -> Line:
    """Return a line that prints `printed` and marks those parts of `marks` that lie in it.

    A stretch of more than `longest` characters is cut at the last blank before that many.
    """
    shown = _shorten(document, printed, longest)
    given = sorted(marks)
    kept = tuple(_inside(given, shown))
    return Line(words(document, shown), kept, given[0] if given else printed, cut=shown.end < printed.end)


def _shorten(document: Document, span: Span, longest: int) -> Span:
    if len(span) <= longest:
        return span
    blank = document.text.rfind(" ", span.start + longest // 2, span.start + longest)
    return Span(span.doc_id, span.start, blank if blank > 0 else span.start + longest)


def _inside(marks: Iterable[Span], outer: Span) -> Iterator[Span]:
    last = outer.start
    for mark in (mark for mark in marks if mark.overlaps(outer)):
        start, end = max(mark.start, last), min(mark.end, outer.end)
        if start < end:
            yield Span(outer.doc_id, start, end)
            last = end


def _pieces(row: Line) -> Iterator[Piece]:
    base, text = row.words.span.start, row.words.text
    at = 0
    for mark in row.marks:
        if mark.start - base > at:
            yield Piece(text[at : mark.start - base], marked=False)
        yield Piece(text[mark.start - base : mark.end - base], marked=True)
        at = mark.end - base
    if at < len(text):
        yield Piece(text[at:], marked=False)
