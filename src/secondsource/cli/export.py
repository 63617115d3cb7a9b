"""`secondsource export jsonl|site`: hand everything over."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from secondsource.pipeline import Desk
from secondsource.web.site import write_site


@click.group(help="Write JSON lines, or a folder of plain HTML.")
def command() -> None:
    """Hand everything over."""


@command.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file instead of standard output.")
@click.pass_obj
def jsonl(store: str, output: Path | None) -> None:
    """Print every record, one JSON object a line (docs/formats.md)."""
    with Desk.open(store) as desk:
        if output is None:
            desk.export_jsonl(sys.stdout)
            return
        with output.open("w", encoding="utf-8") as out:
            lines = desk.export_jsonl(out)
    click.echo(f"{lines} lines in {output}", err=True)


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def site(store: str, folder: Path) -> None:
    """Write the pages into FOLDER; they open from disk and need no server."""
    with Desk.open(store) as desk:
        write_site(desk, folder)
    click.echo(f"open {folder / 'index.html'}", err=True)
