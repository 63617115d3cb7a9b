"""`secondsource quotes`: who said what."""

from __future__ import annotations

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing, story_option
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import SHOWN_ID, names
from secondsource.pipeline.rows import Filter

COLUMNS = (
    Column("id", lambda row: row.id[:SHOWN_ID]),
    Column("day", lambda row: str(row.published or "unknown")),
    Column("who", lambda row: row.speaker or "not named", share=4, most=40),
    Column("stance", lambda row: row.stance),
    Column("words", lambda row: row.text, share=9, most=110),
    Column("by way of", lambda row: names(row.chain[:-1] if row.speaker else row.chain), share=4, most=40),
)


@click.command()
@story_option
@narrowing("source", "speaker", "about", "since", "until")
@click.option("--direct", is_flag=True, help="Only words in quotation marks.")
@listing
@on_store
def command(store: str, *, story: str | None, direct: bool, wanted: Filter, form: Form) -> None:
    """List who said what.

    In order of day, document and text; the last column is by whose way it reached the outlet.
    """
    with reading(store) as desk:
        rows = [row for row in desk.quotes(story, wanted) if not direct or row.quoted == "direct"]
        emit(rows, COLUMNS, form)
