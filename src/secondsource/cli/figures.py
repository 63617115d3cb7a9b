"""`secondsource figures`: how many of what, with bounds."""

from __future__ import annotations

from typing import Any

import click

from secondsource.cli.filters import narrowing, story_option, wanted
from secondsource.cli.output import Column, Form, emit, listing, number, short
from secondsource.pipeline import Desk

COLUMNS = (
    Column("id", lambda row: row.id[:7]),
    Column("as of", lambda row: row.as_of or "unknown"),
    Column("words", lambda row: short(row.text, 60), ratio=3),
    Column("low", lambda row: number(row.low), right=True),
    Column("high", lambda row: number(row.high), right=True),
    Column("of what", lambda row: short(f"{row.noun or row.unit} {row.predicate.replace('_', ' ')}", 60), ratio=3),
    Column("who says so", lambda row: short(row.speaker or row.outlet or "not named", 60), ratio=3),
)


@click.command(help="List how many of what, with bounds.")
@story_option
@narrowing
@listing
@click.pass_obj
def command(
    store: str, /, *, story: str | None, form: str | None, limit: int, everything: bool, **narrow: Any
) -> None:
    """List figures; an open side is empty."""
    with Desk.open(store) as desk:
        emit(desk.figures(story, wanted(**narrow)), COLUMNS, Form(form, limit, everything))
