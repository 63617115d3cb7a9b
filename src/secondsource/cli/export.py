"""`secondsource export FORMAT`: hand everything, or one storyline, over to another program."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import story_option
from secondsource.cli.wording import count
from secondsource.errors import UsageError
from secondsource.export import encoding
from secondsource.export.forms import FORMS, Form
from secondsource.pipeline import Desk
from secondsource.web.site import write_site

STDOUT = Path("-")


@click.group(subcommand_metavar="FORMAT ...")
def command() -> None:
    """Write everything in a format that another program reads.

    Equal records make equal bytes. Every format is described in docs/exports.md.
    """


def _verb(form: Form) -> click.Command:
    """Return the command of a format."""

    @click.command(form.name, help=form.what, short_help=form.what)
    @story_option
    @click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=STDOUT,
        metavar="FILE",
        help="A file instead of stdout.",
    )
    @click.option("--at", type=click.DateTime(), metavar="TIME", help="The time that the export carries, in UTC.")
    @on_store
    def written(store: str, *, story: str | None, output: Path, at: dt.datetime | None) -> None:
        with reading(store) as desk:
            if form.name == "jsonl" and story is None:
                _stream(desk, output)
            else:
                _put(form, desk.export(form.name, story=story, at=at), output)

    return written


def _stream(desk: Desk, output: Path) -> None:
    """Write JSON lines one by one, so that a large store needs no room in memory."""
    if output == STDOUT:
        desk.export_jsonl(sys.stdout)
        return
    with output.open("w", encoding="utf-8", errors="backslashreplace") as out:
        lines = desk.export_jsonl(out)
    click.echo(f"{count(lines, 'line')} in {output}", err=True)


def _put(form: Form, content: bytes, output: Path) -> None:
    """Write a finished export; an archive goes into a folder unless the file that is named ends in `.zip`."""
    if output == STDOUT:
        if form.packed and sys.stdout.isatty():
            message = f"{form.name} is a ZIP archive of several files: name it, or a folder, with -o"
            raise UsageError(message)
        sys.stdout.buffer.write(content)
        return
    if form.packed and output.suffix != form.suffix:
        files = encoding.members(content)
        output.mkdir(parents=True, exist_ok=True)
        for name, part in files.items():
            (output / name).write_bytes(part)
        click.echo(f"{count(len(files), 'file')} in {output}", err=True)
        return
    output.write_bytes(content)
    click.echo(f"{count(len(content), 'byte')} in {output}", err=True)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@on_store
def site(store: str, *, folder: Path) -> None:
    """Write the pages into FOLDER; they open from disk and need no server."""
    with reading(store) as desk:
        pages = write_site(desk, folder)
    click.echo(f"{count(pages, 'page')}; open {folder / 'index.html'}", err=True)


for _form in FORMS.values():
    command.add_command(_verb(_form))
command.add_command(site)
