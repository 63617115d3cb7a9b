"""`secondsource search WORDS`: documents that hold all words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import SHOWN_ID
from secondsource.pipeline import Desk
from secondsource.pipeline.rows import Filter, sentence_around
from secondsource.records import Document, Span

MOST = 10_000
"""Documents that a search can find; a search that finds more is too wide to be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document that was found, with the line that holds the first word (its first line where none was asked for)."""

    doc: str
    outlet: str | None
    published: str | None
    language: str
    title: str | None
    path: str
    start: int
    end: int
    text: str


COLUMNS = (
    Column("id", lambda row: row.doc[:SHOWN_ID]),
    Column("day", lambda row: (row.published or "unknown")[:10]),
    Column("", lambda row: row.language),
    Column("outlet", lambda row: row.outlet or row.path.rsplit("/", 1)[-1], share=2, most=40),
    Column("words", lambda row: row.text, share=5, most=110),
)


@click.command()
@click.argument("words", nargs=-1)
@narrowing("source", "since", "until")
@click.option("--lang", metavar="CODE", help="Only documents in this language (ISO 639-1).")
@listing
@on_store
def command(store: str, *, words: tuple[str, ...], wanted: Filter, lang: str | None, form: Form) -> None:
    """Find words in all documents.

    All WORDS must be there, in any order; without words, all documents are listed. Quote a phrase for the shell and
    for the search: '"coast guard"'. A star stands for any ending: 'troop*'.
    """
    with reading(store) as desk:
        found = _found(desk, " ".join(words)) if words else _all(desk)
        rows = [row for row in found if (lang is None or row.language == lang) and _passes(row, wanted)]
    emit(rows, COLUMNS, form)


def _found(desk: Desk, words: str) -> Iterator[Row]:
    for hit in desk.find(words, limit=MOST):
        document = desk.get(Document, hit.doc_id)
        yield _row(document, Span(hit.doc_id, hit.start, hit.end))


def _all(desk: Desk) -> list[Row]:
    rows = [_row(document, _opening(document)) for document in desk.scan(Document)]
    return sorted(rows, key=lambda row: (row.published or "", row.doc), reverse=True)


def _opening(document: Document) -> Span:
    spans = document.spans("headline") or document.spans("body")
    return spans[0] if spans else Span(document.id, 0, 0)


def _row(document: Document, span: Span) -> Row:
    return Row(
        document.id,
        document.outlet,
        document.published.value if document.published else None,
        document.language,
        document.title,
        document.path,
        span.start,
        span.end,
        document.slice(sentence_around(document, span)),
    )


def _passes(row: Row, wanted: Filter) -> bool:
    known = row.published and not row.published.startswith("--")
    day = dt.date.fromisoformat(row.published[:10]) if known and row.published else None
    return wanted.on(day) and wanted.passes(source=row.outlet)
