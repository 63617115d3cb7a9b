"""`secondsource timeline STORY`: what happened and what was said, by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import click

from secondsource.cli.output import Column, Form, emit, listing, short
from secondsource.page.timeline import Timeline
from secondsource.pipeline import Desk


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a timeline as a flat row."""

    day: dt.date
    kind: str
    who: str | None
    stance: str | None
    text: str
    outlet: str
    doc: str
    start: int
    end: int


COLUMNS = (
    Column("day", lambda row: str(row.day)),
    Column("", lambda row: row.stance or row.kind),
    Column("who", lambda row: short(row.who or "", 60), ratio=2),
    Column("words", lambda row: short(row.text), ratio=5),
    Column("in", lambda row: row.outlet, ratio=2),
)


def _rows(found: Timeline) -> Iterator[Row]:
    for day in found.days:
        for entry in (*day.shown, *day.more):
            words = entry.line.words
            yield Row(
                day.day, entry.kind, entry.who, entry.stance, words.text, entry.document.outlet,
                words.span.doc_id, words.span.start, words.span.end,
            )  # fmt: skip


@click.command(help="List what happened and what was said in a story, by day.")
@click.argument("story")
@listing
@click.pass_obj
def command(store: str, *, story: str, form: str | None, limit: int, everything: bool) -> None:
    """List the days of a story."""
    with Desk.open(store) as desk:
        emit(list(_rows(desk.timeline(story))), COLUMNS, Form(form, limit, everything))
