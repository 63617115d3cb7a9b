"""`secondsource add FILES…`: read files, folders and feeds into the store."""

from __future__ import annotations

import dataclasses
import functools
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import click

from secondsource.cli import dry_run
from secondsource.cli.desks import on_store
from secondsource.cli.progress import bars
from secondsource.cli.wording import count
from secondsource.errors import UsageError
from secondsource.ingest import Given, Pile, read, read_bytes, read_given, sorted_out, walk
from secondsource.lexicon.load import load
from secondsource.pipeline import AddReport, Desk
from secondsource.records import Document, Reject

Command = TypeVar("Command", bound=Callable[..., object])

STDIN = "-"
NAMED = 10
"""Failed inputs that are named at once; `status --failed` lists them all."""
FAILED = 3


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files to be read (`-` alone for standard input), and what is known about them by path or file name.

    `sidecars` are the metadata files found among them.
    """

    files: tuple[str, ...]
    given: Mapping[str, Given]
    sidecars: tuple[Path, ...] = ()


def _inputs(command: Command) -> Command:
    """Add the arguments that name inputs, handed over as `inputs`."""

    @click.argument("paths", nargs=-1, required=True, metavar="FILES...")
    @click.option(
        "--meta", type=click.Path(path_type=Path), metavar="FILE", help="JSON lines with outlet and day of each file."
    )
    @click.option("--outlet", metavar="NAME", help="The outlet of all these files, where --meta names none.")
    @functools.wraps(command)
    def given(*args: object, paths: tuple[str, ...], meta: Path | None, outlet: str | None, **rest: object) -> object:
        if STDIN in paths and len(paths) > 1:
            message = "'-' (standard input) stands alone; add the files in a second call"
            raise UsageError(message)
        told = read_given(meta) if meta else {}
        pile = Pile((Path(STDIN),), told, ()) if STDIN in paths else sorted_out(_files(paths, meta), told)
        files = tuple(map(str, pile.articles))
        return command(*args, inputs=Inputs(files, _given(files, pile.given, outlet), pile.sidecars), **rest)

    return cast("Command", given)


@click.command()
@_inputs
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", default=1, help="Processes for reading [1].")
@click.option("--dry-run", "dry", is_flag=True, help="Read and report, but write nothing.")
@click.option("--quiet", is_flag=True, help="No progress and no remarks on stderr.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@on_store
def command(store: str, *, inputs: Inputs, workers: int, dry: bool, quiet: bool, as_json: bool) -> None:
    """Read files, folders and feeds into the store.

    FILES are text, HTML, RSS or Atom, JSON lines; folders with all below them; globs; `-` for standard input. The
    same files again change nothing, and after a killed run the same command goes on where it was.
    """
    for path in () if quiet else inputs.sidecars:
        click.echo(f"  {path}: metadata of the files beside it", err=True)
    if dry:
        rejected = dry_run.report(list(_read(inputs)), as_json=as_json)
    else:
        with Desk.open(store) as desk:
            report = _added(desk, inputs, workers=workers, quiet=quiet)
            _say(report, _unread(desk, report), as_json=as_json)
        rejected = report.rejected
    if rejected and not quiet:
        _name(rejected, rest="" if dry else ": secondsource status --failed")
    if rejected:
        raise click.exceptions.Exit(FAILED)


def _files(paths: tuple[str, ...], meta: Path | None) -> tuple[Path, ...]:
    """Return the files that the paths stand for; the metadata file among them is no article."""
    own = os.path.realpath(meta) if meta else None
    return tuple(path for path in walk(paths) if os.path.realpath(path) != own)


def _given(files: tuple[str, ...], told: Mapping[str, Given], outlet: str | None) -> Mapping[str, Given]:
    given = dict(told)
    if outlet:
        for path in files:
            known = given.get(path) or given.get(Path(path).name) or Given()
            given[path] = dataclasses.replace(known, outlet=known.outlet or outlet)
    return given


def _read(inputs: Inputs) -> Iterator[Document | Reject]:
    """Yield what the inputs hold, without a store."""
    lexicon = load()
    if STDIN in inputs.files:
        yield from read_bytes(sys.stdin.buffer.read(), STDIN, lexicon=lexicon, given=inputs.given.get(STDIN))
        return
    for path in inputs.files:
        yield from read(Path(path), lexicon=lexicon, given=inputs.given)


def _added(desk: Desk, inputs: Inputs, *, workers: int, quiet: bool) -> AddReport:
    if STDIN in inputs.files:
        return desk.add_items(_read(inputs))
    with bars(quiet=quiet) as progress:
        return desk.add(list(inputs.files), given=inputs.given, workers=workers, progress=progress)


def _unread(desk: Desk, report: AddReport) -> int:
    return sum(not desk.get(Document, key).analysed for key in report.read)


def _say(report: AddReport, unread: int, *, as_json: bool) -> None:
    if as_json:
        rejected = [{"path": row.path, "reason": row.reason} for row in report.rejected]
        found = {"read": report.read, "known": report.known, "rejected": rejected}
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    parts = [f"read {count(len(report.read), 'new document')}"]
    parts += [f"{unread:,} of them not analysed (not English)"] if unread else []
    parts += [f"{len(report.known):,} known before"] if report.known else []
    parts += [f"{count(len(report.rejected), 'input')} failed"] if report.rejected else []
    click.echo(", ".join(parts))


def _name(rejected: Sequence[Reject], *, rest: str) -> None:
    for row in rejected[:NAMED]:
        click.echo(f"  {row.path}: {row.reason}", err=True)
    if len(rejected) > NAMED:
        click.echo(f"  and {len(rejected) - NAMED:,} more{rest}", err=True)
