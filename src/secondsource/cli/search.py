"""`secondsource search WORDS`: documents that hold all words."""

from __future__ import annotations

from dataclasses import dataclass

import click

from secondsource.cli.output import Column, Form, emit, listing, short
from secondsource.pipeline import Desk
from secondsource.pipeline.rows import sentence_around
from secondsource.records import Document, Span


@dataclass(frozen=True, slots=True)
class Row:
    """A document that was found, with the line that holds the first word."""

    doc: str
    outlet: str | None
    published: str | None
    language: str
    path: str
    start: int
    end: int
    text: str


COLUMNS = (
    Column("id", lambda row: row.doc[:7]),
    Column("day", lambda row: (row.published or "unknown")[:10]),
    Column("outlet", lambda row: row.outlet or row.path.rsplit("/", 1)[-1], ratio=2),
    Column("words", lambda row: short(row.text), ratio=5),
)


@click.command(help="Find words in all documents.")
@click.argument("words", nargs=-1, required=True)
@click.option("--lang", help="Only documents in this language (ISO 639-1).")
@listing
@click.pass_obj
def command(
    store: str, *, words: tuple[str, ...], lang: str | None, form: str | None, limit: int, everything: bool
) -> None:
    """Find documents; quoted phrases count as one word."""
    with Desk.open(store) as desk:
        rows = []
        for hit in desk.find(" ".join(words), limit=10_000 if everything or form else limit):
            document = desk.get(Document, hit.doc_id)
            if lang is None or document.language == lang:
                rows.append(_row(document, Span(hit.doc_id, hit.start, hit.end)))
        emit(rows, COLUMNS, Form(form, limit, everything))


def _row(document: Document, span: Span) -> Row:
    around = sentence_around(document, span)
    return Row(
        document.id,
        document.outlet,
        document.published.value if document.published else None,
        document.language,
        document.path,
        span.start,
        span.end,
        document.slice(around),
    )
