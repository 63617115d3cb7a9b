"""`secondsource export jsonl|site`: hand everything over."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.wording import count
from secondsource.web.site import write_site


@click.group()
def command() -> None:
    """Write JSON lines, or a folder of plain HTML."""


@command.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="A file instead of stdout.")
@on_store
def jsonl(store: str, *, output: Path | None) -> None:
    """Print every record, one JSON object a line (docs/formats.md)."""
    with reading(store) as desk:
        if output is None or str(output) == "-":
            desk.export_jsonl(sys.stdout)
            return
        with output.open("w", encoding="utf-8", errors="backslashreplace") as out:
            lines = desk.export_jsonl(out)
    click.echo(f"{count(lines, 'line')} in {output}", err=True)


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@on_store
def site(store: str, *, folder: Path) -> None:
    """Write the pages into FOLDER; they open from disk and need no server."""
    with reading(store) as desk:
        pages = write_site(desk, folder)
    click.echo(f"{count(pages, 'page')}; open {folder / 'index.html'}", err=True)
