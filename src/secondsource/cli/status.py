"""`secondsource status`: what is in the store, and what failed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import count
from secondsource.pipeline import Desk
from secondsource.records import Document, Reject

FAILED = (Column("input", lambda row: row.path, share=2, most=90), Column("why", lambda row: row.reason, share=3))


@click.command()
@click.option("--failed", is_flag=True, help="List the inputs that became no document.")
@listing
@on_store
def command(store: str, *, failed: bool, form: Form) -> None:
    """Count what is in the store, and list what failed."""
    with reading(store) as desk:
        if failed:
            emit(sorted(desk.scan(Reject), key=lambda row: row.path), FAILED, form)
            return
        counts = {name.lower(): number for name, number in desk.counts().items()}
        languages = _unread(desk)
    if form.name:
        click.echo(json.dumps(counts))
        return
    click.echo(f"store {store}, {Path(store).stat().st_size / 2**20:,.1f} MiB")
    for name, number in counts.items():
        click.echo(f"  {name:12} {number:>9,}")
    if languages:
        click.echo("not analysed: " + ", ".join(f"{number:,} in '{code}'" for code, number in languages), err=True)
    if counts["reject"]:
        click.echo(f"{count(counts['reject'], 'input')} failed: secondsource status --failed", err=True)


def _unread(desk: Desk) -> list[tuple[str, int]]:
    return Counter(row.language for row in desk.scan(Document) if not row.analysed).most_common()
