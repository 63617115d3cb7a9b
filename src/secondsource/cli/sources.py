"""`secondsource sources`: who speaks, most heard first."""

from __future__ import annotations

from collections.abc import Mapping

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import count
from secondsource.page.sources import SourceRow
from secondsource.pipeline.rows import Filter
from secondsource.records import UNGRADED, Grade

_Graded = tuple[SourceRow, Grade]
COLUMNS = (
    Column("who", lambda row: row[0].body, share=4, most=60),
    Column("grade", lambda row: row[1]),
    Column("said", lambda row: str(row[0].statements), right=True),
    Column("docs", lambda row: str(row[0].documents), right=True),
    Column("outlets", lambda row: str(row[0].outlets), right=True),
    Column("how", lambda row: ", ".join(f"{stance} {times}" for stance, times in row[0].stances[:3]), share=4, most=60),
    Column("through", lambda row: ", ".join(row[0].speakers), share=4, most=60),
)


@click.command()
@narrowing("speaker")
@listing
@on_store
def command(store: str, *, wanted: Filter, form: Form) -> None:
    """List who speaks, most heard first.

    Bodies with those who speak for them, and persons who speak for themselves; copies are counted too. The grade is
    the reliability that a person gave the source (correct reliability SOURCE A-F), F where nobody did.
    """
    with reading(store) as desk:
        found, grades = desk.sources(), desk.corrections.grades()
    rows = [
        (row, grades.get(row.body, UNGRADED))
        for row in found.rows
        if wanted.passes(speaker="\n".join((row.body, *row.speakers)))
    ]
    emit(rows, COLUMNS, form, data=_data)
    if not form.name:
        click.echo(f"{count(found.unnamed, 'statement')} of {found.statements:,} name nobody", err=True)


def _data(graded: _Graded) -> Mapping[str, object]:
    row, grade = graded
    words = row.example.words
    return {
        "body": row.body,
        "reliability": grade,
        "speakers": list(row.speakers),
        "statements": row.statements,
        "documents": row.documents,
        "outlets": row.outlets,
        "stances": dict(row.stances),
        "example": words.text,
        "doc": words.span.doc_id,
        "start": words.span.start,
        "end": words.span.end,
    }
