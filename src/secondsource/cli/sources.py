"""`secondsource sources`: who speaks, most heard first."""

from __future__ import annotations

import click

from secondsource.cli.output import Column, Form, emit, listing, short
from secondsource.pipeline import Desk

COLUMNS = (
    Column("who", lambda row: short(row.body, 80), ratio=3),
    Column("statements", lambda row: str(row.statements), right=True),
    Column("docs", lambda row: str(row.documents), right=True),
    Column("outlets", lambda row: str(row.outlets), right=True),
    Column("how", lambda row: ", ".join(f"{stance} {count}" for stance, count in row.stances[:3]), ratio=3),
)


@click.command(help="List who speaks, most heard first.")
@listing
@click.pass_obj
def command(store: str, *, form: str | None, limit: int, everything: bool) -> None:
    """List who speaks in all documents."""
    with Desk.open(store) as desk:
        emit(desk.sources().rows, COLUMNS, Form(form, limit, everything))
