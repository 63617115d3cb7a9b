"""`secondsource figures`: how many of what, with bounds."""

from __future__ import annotations

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing, story_option
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import SHOWN_ID, number
from secondsource.pipeline.rows import FigureRow, Filter


def _counted(row: FigureRow) -> str:
    return f"{row.noun or row.unit} {row.predicate.replace('_', ' ')}".strip()


COLUMNS = (
    Column("id", lambda row: row.id[:SHOWN_ID]),
    Column("as of", lambda row: row.as_of or "unknown"),
    Column("words", lambda row: row.text, share=3, most=40),
    Column("low", lambda row: number(row.low), right=True),
    Column("high", lambda row: number(row.high), right=True),
    Column("of what", _counted, share=4, most=48),
    Column("who says so", lambda row: row.speaker or row.outlet or "not named", share=4, most=48),
)


@click.command()
@story_option
@narrowing("source", "speaker", "about", "since", "until")
@listing
@on_store
def command(store: str, *, story: str | None, wanted: Filter, form: Form) -> None:
    """List how many of what, with bounds.

    In order of day, document and text. An open side is empty: nothing is filled in that the words do not say.
    """
    with reading(store) as desk:
        emit(desk.figures(story, wanted), COLUMNS, form)
