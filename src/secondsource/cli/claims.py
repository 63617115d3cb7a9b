"""`secondsource claims`: the list of claims."""

from __future__ import annotations

from typing import Any

import click

from secondsource.cli.filters import assessing, narrowing, story_option, wanted
from secondsource.cli.output import Column, Form, emit, listing, origins, short
from secondsource.pipeline import Desk

COLUMNS = (
    Column("id", lambda row: row.id[:7]),
    Column("last", lambda row: str(row.last or "unknown")),
    Column("status", lambda row: row.status.replace("_", " "), ratio=2),
    Column("O/T/K", lambda row: f"{row.outlets}/{row.texts}/{origins(row.n_origins_low, row.n_origins)}", right=True),
    Column("words", lambda row: short(row.gist), ratio=5),
    Column("origins", lambda row: short("; ".join(row.origins), 60), ratio=3),
)


@click.command(help="List claims with status and origins.")
@story_option
@narrowing
@assessing
@listing
@click.pass_obj
def command(
    store: str, /, *, story: str | None, form: str | None, limit: int, everything: bool, **narrow: Any
) -> None:
    """List claims; O/T/K are outlets, texts and origins."""
    with Desk.open(store) as desk:
        emit(desk.claims(story, wanted(**narrow)), COLUMNS, Form(form, limit, everything))
