"""`secondsource status`: what is in the store, and what failed."""

from __future__ import annotations

import json

import click

from secondsource.cli.output import Column, Form, emit
from secondsource.pipeline import Desk
from secondsource.records import Reject

COLUMNS = (Column("input", lambda row: row.path, ratio=2), Column("why", lambda row: row.reason, ratio=3))


@click.command(help="Count what is in the store, and list what failed.")
@click.option("--failed", is_flag=True, help="List the inputs that became no document.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(store: str, *, failed: bool, as_json: bool) -> None:
    """Count the records of each kind."""
    with Desk.open(store) as desk:
        if failed:
            emit(list(desk.scan(Reject)), COLUMNS, Form("json" if as_json else None, 20, everything=True))
            return
        counts = desk.counts()
    if as_json:
        click.echo(json.dumps(counts))
        return
    click.echo(f"store {store}")
    for kind, number in counts.items():
        click.echo(f"  {kind.lower():12} {number:>8,}")
