"""`secondsource sources`: who speaks, most heard first."""

from __future__ import annotations

from collections.abc import Mapping

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import count
from secondsource.page.sources import SourceRow
from secondsource.pipeline import Desk
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
@click.option("--import", "source", metavar="FILE", help="Take a source list in; - for standard input.")
@click.option("--export", "target", metavar="FILE", help="Write the source list to edit; - for standard output.")
@narrowing("speaker")
@listing
@on_store
def command(store: str, *, wanted: Filter, form: Form, source: str | None, target: str | None) -> None:
    """List who speaks, most heard first.

    Bodies with those who speak for them, and persons who speak for themselves; copies are counted too. The grade is
    the reliability that a person gave the source (correct reliability SOURCE A-F), F where nobody did.

    The source list is a file of your own: outlet, domain, family, role (outlet, agency, organ), country, reliability,
    parted by tabs. Outlets of one family are one origin; an organ speaks for its country.
    """
    with reading(store) as desk:
        if source or target:
            _list(desk, source, target)
            return
        found, grades = desk.sources(), desk.corrections.grades()
    rows = [
        (row, grades.get(row.body, UNGRADED))
        for row in found.rows
        if wanted.passes(speaker="\n".join((row.body, *row.speakers)))
    ]
    emit(rows, COLUMNS, form, data=_data)
    if not form.name:
        click.echo(f"{count(found.unnamed, 'statement')} of {found.statements:,} name nobody", err=True)


def _list(desk: Desk, source: str | None, target: str | None) -> None:
    if source:
        with click.open_file(source, encoding="utf-8-sig") as lines:
            number = desk.house.take_in(lines)
        click.echo(f"{count(number, 'source')} listed; claims are up to date", err=True)
    if target:
        with click.open_file(target, "w", encoding="utf-8") as file:
            file.writelines(desk.house.template())


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
