"""`secondsource claims`: the list of claims."""

from __future__ import annotations

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing, story_option
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import SHOWN_ID, origins
from secondsource.pipeline.rows import ClaimRow, Filter


def _numbers(row: ClaimRow) -> str:
    return f"{row.outlets}/{row.texts}/{origins(row.n_origins_low, row.n_origins)}"


COLUMNS = (
    Column("id", lambda row: row.id[:SHOWN_ID]),
    Column("last\nchange", lambda row: str(row.last or "unknown")),
    Column("status", lambda row: row.status.replace("_then_", " then\n").replace("_", " ")),
    Column("outlets/\ntexts/\norigins", _numbers, right=True),
    Column("words", lambda row: row.gist, share=3, most=90),
    Column("origins", lambda row: "; ".join(row.origins), share=2, most=56),
)


@click.command()
@story_option
@narrowing("source", "speaker", "about", "since", "until", "status", "min_origins")
@listing
@on_store
def command(store: str, *, story: str | None, wanted: Filter, form: Form) -> None:
    """List claims with status and origins.

    The last changed come first. The three numbers are outlets that print the claim, texts of their own among them,
    and independent origins (a range where a link is only suspected).
    """
    with reading(store) as desk:
        emit(desk.claims(story, wanted), COLUMNS, form)
