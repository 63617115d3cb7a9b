"""What `add --dry-run` reports: what each input would become, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

from secondsource.cli.output import Column, Form, emit
from secondsource.cli.wording import count
from secondsource.records import Document, Reject


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it would be kept; `read` and `cut` are characters of headline and body, and of all else."""

    path: str
    format: str
    language: str
    outlet: str | None
    agency: str | None
    published: str | None
    published_how: str | None
    updated: str | None
    title: str | None
    byline: str | None
    url: str | None
    based_on: tuple[str, ...]
    notes: tuple[str, ...]
    read: int
    cut: int


COLUMNS = (
    Column("file", lambda row: row.path.rsplit("/", 1)[-1], share=4, most=60),
    Column("outlet", lambda row: row.outlet or "unknown", share=3, most=40),
    Column("published", lambda row: (row.published or "unknown")[:10]),
    Column("from", lambda row: row.published_how or ""),
    Column("as", lambda row: row.format),
    Column("", lambda row: row.language),
    Column("read", lambda row: f"{row.read:,}", right=True),
    Column("cut", lambda row: f"{row.cut:,}", right=True),
)


def report(found: Sequence[Document | Reject], *, as_json: bool) -> tuple[Reject, ...]:
    """Print the documents, and return the rejects."""
    rows = [_row(one) for one in found if isinstance(one, Document)]
    rejected = tuple(one for one in found if isinstance(one, Reject))
    if rows or as_json:
        emit(rows, COLUMNS, Form("json" if as_json else None, everything=True))
    for row in () if as_json else rows:
        for note in row.notes:
            click.echo(f"  {row.path}: {note}", err=True)
    click.echo(f"{count(len(rows), 'document')}, {count(len(rejected), 'input')} failed; nothing was written", err=True)
    return rejected


def _row(document: Document) -> Row:
    read = sum(len(span) for span in document.spans("headline", "body"))
    stamp = document.published
    return Row(
        path=document.path,
        format=document.format,
        language=document.language,
        outlet=document.outlet,
        agency=document.agency,
        published=stamp.value if stamp else None,
        published_how=stamp.how if stamp else None,
        updated=document.updated.value if document.updated else None,
        title=document.title,
        byline=document.byline,
        url=document.url,
        based_on=document.based_on,
        notes=document.notes,
        read=read,
        cut=sum(len(section.span) for section in document.sections) - read,
    )
