"""`secondsource timeline STORY`: what happened and what was said, by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import count
from secondsource.errors import UsageError
from secondsource.page.timeline import Timeline
from secondsource.pipeline import Desk
from secondsource.pipeline.rows import Filter
from secondsource.records import Story


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a timeline as a flat row; `claim` is the id of the claim that it is evidence for."""

    day: dt.date
    kind: str
    who: str | None
    stance: str | None
    text: str
    outlet: str
    doc: str
    start: int
    end: int
    claim: str | None


COLUMNS = (
    Column("day", lambda row: str(row.day)),
    Column("", lambda row: row.stance or row.kind),
    Column("who", lambda row: row.who or "", share=4, most=40),
    Column("words", lambda row: row.text, share=10, most=110),
    Column("in", lambda row: row.outlet, share=4, most=40),
)


@click.command()
@click.argument("story", required=False)
@narrowing("source", "speaker", "about", "since", "until")
@listing
@on_store
def command(store: str, *, story: str | None, wanted: Filter, form: Form) -> None:
    """List what happened and what was said in a story, by day.

    STORY may be left out where there is only one.
    """
    with reading(store) as desk:
        found = desk.timeline(story or _only(desk))
    rows = [row for row in _rows(found) if _passes(row, wanted)]
    emit(rows, COLUMNS, form)
    left = sum(day.left for day in found.days)
    if left or found.quiet:
        click.echo(f"left out of a long story: {count(left, 'line')}, {count(found.quiet, 'quiet day')}", err=True)


def _only(desk: Desk) -> str:
    keys = [story.id for story in desk.scan(Story)]
    if len(keys) == 1:
        return keys[0]
    message = f"{count(len(keys), 'story', 'stories')} in the store; name one (`secondsource stories` lists them)"
    raise UsageError(message)


def _rows(found: Timeline) -> Iterator[Row]:
    for day in found.days:
        for entry in (*day.shown, *day.more):
            words = entry.line.words
            yield Row(
                day.day, entry.kind, entry.who, entry.stance, words.text, entry.document.outlet,
                words.span.doc_id, words.span.start, words.span.end, entry.claim_id,
            )  # fmt: skip


def _passes(row: Row, wanted: Filter) -> bool:
    return wanted.on(row.day) and wanted.passes(source=row.outlet, speaker=row.who, about=row.text)
