"""`secondsource quotes`: who said what."""

from __future__ import annotations

from typing import Any

import click

from secondsource.cli.filters import narrowing, story_option, wanted
from secondsource.cli.output import Column, Form, emit, listing, names, short
from secondsource.pipeline import Desk

COLUMNS = (
    Column("id", lambda row: row.id[:7]),
    Column("day", lambda row: str(row.published or "unknown")),
    Column("who", lambda row: short(row.speaker or "not named", 60), ratio=2),
    Column("stance", lambda row: row.stance),
    Column("words", lambda row: short(row.text), ratio=5),
    Column("by way of", lambda row: short(names(row.chain[:-1]), 60), ratio=2),
)


@click.command(help="List who said what.")
@story_option
@narrowing
@click.option("--direct", is_flag=True, help="Only words in quotation marks.")
@listing
@click.pass_obj
def command(
    store: str,
    /,
    *,
    story: str | None,
    direct: bool,
    form: str | None,
    limit: int,
    everything: bool,
    **narrow: Any,
) -> None:
    """List who said what."""
    with Desk.open(store) as desk:
        rows = [row for row in desk.quotes(story, wanted(**narrow)) if not direct or row.quoted == "direct"]
        emit(rows, COLUMNS, Form(form, limit, everything))
