"""`secondsource add FILES…`: read files, folders and feeds into the store."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from secondsource.cli.progress import bars
from secondsource.errors import UsageError
from secondsource.ingest import Given, read, read_bytes, read_given, walk
from secondsource.lexicon.load import load
from secondsource.pipeline import AddReport, Desk
from secondsource.records import Document, Reject


@click.command(help="Read files, folders and feeds into the store.")
@click.argument("paths", nargs=-1, required=True, metavar="FILES…")
@click.option("--meta", type=click.Path(path_type=Path), help="JSON lines with outlet and day of each file.")
@click.option("--outlet", help="The outlet of all these files, where they do not say it.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes for reading.")
@click.option("--dry-run", is_flag=True, help="Read and report, but write nothing.")
@click.option("--quiet", is_flag=True, help="No progress on stderr.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option, as click hands them over
    store: str,
    *,
    paths: tuple[str, ...],
    meta: Path | None,
    outlet: str | None,
    workers: int,
    dry_run: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read FILES: text, HTML, RSS and Atom, JSON lines; folders and globs; `-` is standard input."""
    given = _given(paths, meta, outlet)
    if dry_run:
        report = _dry(paths, given)
    else:
        with Desk.open(store) as desk, bars(quiet=quiet) as progress:
            report = _add(desk, paths, given) if "-" in paths else desk.add(
                list(paths), given=given, workers=workers, progress=progress
            )  # fmt: skip
    _say(report, as_json=as_json)
    if report.rejected:
        raise click.exceptions.Exit(3)


def _given(paths: tuple[str, ...], meta: Path | None, outlet: str | None) -> Mapping[str, Given]:
    given = dict(read_given(meta)) if meta else {}
    if outlet:
        for path in walk([path for path in paths if path != "-"]):
            given[path.name] = dataclasses.replace(given.get(path.name, Given()), outlet=outlet)
        given["-"] = Given(outlet=outlet)
    return given


def _add(desk: Desk, paths: tuple[str, ...], given: Mapping[str, Given]) -> AddReport:
    if len(paths) > 1:
        message = "'-' (standard input) stands alone; add the files in a second call"
        raise UsageError(message)
    raw = sys.stdin.buffer.read()
    return desk.add_items(read_bytes(raw, "-", lexicon=desk.lexicon, given=given.get("-")))


def _dry(paths: tuple[str, ...], given: Mapping[str, Given]) -> AddReport:
    found: list[Document | Reject] = []
    for path in walk(paths):
        found += read(path, lexicon=load(), given=given)
    return AddReport(
        tuple(row.id for row in found if isinstance(row, Document)),
        (),
        tuple(row for row in found if isinstance(row, Reject)),
    )


def _say(report: AddReport, *, as_json: bool) -> None:
    if as_json:
        rejected = [{"path": row.path, "reason": row.reason} for row in report.rejected]
        click.echo(json.dumps({"read": list(report.read), "known": list(report.known), "rejected": rejected}))
        return
    parts = [f"read {len(report.read)}"]
    if report.known:
        parts.append(f"known already {len(report.known)}")
    if report.rejected:
        parts.append(f"rejected {len(report.rejected)}")
    click.echo(", ".join(parts))
    for row in report.rejected[:10]:
        click.echo(f"  {row.path}: {row.reason}", err=True)
    if len(report.rejected) > 10:
        click.echo(f"  and {len(report.rejected) - 10} more: secondsource status --failed", err=True)
