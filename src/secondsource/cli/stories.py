"""`secondsource stories`: the list of stories."""

from __future__ import annotations

from typing import get_args

import click

from secondsource.cli.output import Column, Form, emit, listing, origins, short
from secondsource.page.stories import Order, StoryRow
from secondsource.pipeline import Desk


def _title(row: StoryRow) -> str:
    return short(row.title.text, 120)


def _open(row: StoryRow) -> str:
    parts = (("disputed", row.open.disputed), ("denied", row.open.denied), ("revised", row.open.revised))
    return ", ".join(f"{count} {name}" for name, count in parts if count)


COLUMNS = (
    Column("id", lambda row: row.id[:7]),
    Column("last", lambda row: str(row.end or "unknown")),
    Column("docs", lambda row: str(row.documents), right=True),
    Column("texts", lambda row: str(row.counts.texts), right=True),
    Column("origins", lambda row: origins(row.counts.origins_low, row.counts.origins), right=True),
    Column("what", _title, ratio=3),
    Column("open points", _open, ratio=2),
)


@click.command(help="List the stories with outlets, texts and origins.")
@click.option("--source", default="", metavar="NAME", help="Only stories that this outlet carries.")
@click.option("--sort", type=click.Choice(get_args(Order)), default="last", show_default=True)
@click.option("--open", "only_open", is_flag=True, help="Only stories with disputed, denied or revised claims.")
@listing
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option, as click hands them over
    store: str, *, source: str, sort: Order, only_open: bool, form: str | None, limit: int, everything: bool
) -> None:
    """List the stories."""
    with Desk.open(store) as desk:
        rows = desk.stories(order=sort, source=source, only_open=only_open)
        emit(rows, COLUMNS, Form(form, limit, everything))
