"""`secondsource add FILES…`: read files, folders, feeds and named addresses into the store."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from secondsource.cli import dry_run
from secondsource.cli.desks import on_store
from secondsource.cli.fetching import Visit, fetched, visited
from secondsource.cli.inputs import STDIN, Inputs, on_inputs
from secondsource.cli.progress import bars
from secondsource.cli.wording import count
from secondsource.ingest import read, read_bytes
from secondsource.lexicon.load import load
from secondsource.pipeline import AddReport, Desk
from secondsource.records import Document, Reject

NAMED = 10
"""Failed inputs that are named at once; `status --failed` lists them all."""
FAILED = 3


@click.command()
@on_inputs
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", default=1, help="Processes for reading [1].")
@click.option("--dry-run", "dry", is_flag=True, help="Read and report, but write nothing.")
@click.option("--quiet", is_flag=True, help="No progress and no remarks on stderr.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@on_store
def command(store: str, *, inputs: Inputs, workers: int, dry: bool, quiet: bool, as_json: bool) -> None:
    """Read files, feeds and addresses into the store.

    FILES are text, Markdown, HTML; RSS, Atom, JSON Feed, OPML; JSON lines, CSV, Parquet; mail and mailboxes; ninjs,
    NITF, NewsML-G2; WARC; each also in .gz and .zip. Folders with all below them; globs; `-` for standard input;
    http(s) addresses, which are fetched. The same files again change nothing, and after a killed run the same command
    goes on where it was.
    """
    inputs = _read_now(inputs)
    for path in () if quiet else inputs.sidecars:
        click.echo(f"  {path}: metadata of the files beside it", err=True)
    if dry:
        rejected = dry_run.report(list(_read(inputs, quiet=quiet)), as_json=as_json)
    else:
        with Desk.open(store) as desk:
            report = _added(desk, store, inputs, workers=workers, quiet=quiet)
            _say(report, _unread(desk, report), as_json=as_json)
        rejected = report.rejected
    if rejected and not quiet:
        _name(rejected, rest="" if dry else ": secondsource status --failed")
    if rejected:
        raise click.exceptions.Exit(FAILED)


def _read_now(inputs: Inputs) -> Inputs:
    """Return the inputs with the moment of their reading, beyond which no date of a page is believed."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="minutes")  # noqa: TID251 - the command line reads the clock
    given = {name: dataclasses.replace(known, retrieved=now) for name, known in inputs.given.items()}
    return dataclasses.replace(inputs, given=given)


def _read(inputs: Inputs, *, quiet: bool) -> Iterator[Document | Reject]:
    """Yield what the inputs hold, without a store."""
    lexicon = load()
    for path in inputs.files:
        if path == STDIN:
            yield from read_bytes(sys.stdin.buffer.read(), STDIN, lexicon=lexicon, given=inputs.given[STDIN])
        else:
            yield from read(Path(path), lexicon=lexicon, given=inputs.given)
    yield from fetched(Visit({url: inputs.given[url] for url in inputs.addresses}, {}), quiet=quiet)


def _added(desk: Desk, store: str, inputs: Inputs, *, workers: int, quiet: bool) -> AddReport:
    report = AddReport((), (), ())
    if STDIN in inputs.files:
        report = desk.add_items(_read(inputs, quiet=quiet))
    elif inputs.files:
        with bars(quiet=quiet) as progress:
            report = desk.add(list(inputs.files), given=inputs.given, workers=workers, progress=progress)
    if not inputs.addresses:
        return report
    return _both(report, visited(desk, store, {url: inputs.given[url] for url in inputs.addresses}, quiet=quiet))


def _both(one: AddReport, other: AddReport) -> AddReport:
    return AddReport(one.read + other.read, one.known + other.known, one.rejected + other.rejected)


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
