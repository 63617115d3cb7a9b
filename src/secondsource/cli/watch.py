"""`secondsource watch PATHS…`: reads files and feeds as they come, and prints what changed."""

from __future__ import annotations

import datetime as dt
import functools
import json
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar, cast

import click

from secondsource.cli.desks import on_store
from secondsource.cli.fetching import forbid, is_address, visited
from secondsource.cli.output import record
from secondsource.cli.rounds import Rounds
from secondsource.cli.telling import tell, telling
from secondsource.cli.wording import SHOWN_ID, count, origins, plain, short
from secondsource.ingest import Given
from secondsource.pipeline import AddReport, Desk
from secondsource.pipeline.changes import Change, News

Command = TypeVar("Command", bound=Callable[..., object])

SHOWN = 20
"""Changes of one look that are printed; the first look at a full folder brings hundreds."""
SOONEST = 60.0
"""Seconds after which an address may be visited again at the soonest."""


@dataclass(frozen=True, slots=True)
class Round:
    """What is looked at, and how often: every `pause` seconds at the files, every `visits` seconds at an address."""

    files: tuple[str, ...]
    addresses: tuple[str, ...]
    pause: float
    visits: float
    once: bool


def watching(command: Command) -> Command:
    """Add the arguments that name what is watched and how often, handed over as `looks`."""

    @click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
    @click.option("--every", type=click.FloatRange(0.1), default=10.0, show_default=True, help="Seconds between looks.")
    @click.option(
        "--visit-every", "visits", type=click.FloatRange(SOONEST), default=900.0, show_default=True,
        help="Seconds between two visits to an address.",
    )  # fmt: skip
    @click.option("--once", is_flag=True, help="Look once, and stop.")
    @click.option("--offline", is_flag=True, help="Take an address for an error instead of fetching it.")
    @functools.wraps(command)
    def with_looks(
        *given: object, paths: tuple[str, ...], every: float, visits: float, once: bool, offline: bool, **rest: object
    ) -> object:
        addresses = tuple(dict.fromkeys(filter(is_address, paths)))
        if offline:
            forbid(addresses)
        files = tuple(path for path in paths if not is_address(path))
        return command(*given, looks=Round(files, addresses, every, visits, once), **rest)

    return cast("Command", with_looks)


@click.command()
@watching
@telling
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Print each change as a JSON object on a line.")
@on_store
def command(store: str, *, looks: Round, to: str | None, as_jsonl: bool) -> None:
    """Read files and feeds as they come, and print what changed.

    PATHS are files, folders, globs, and http(s) addresses of feeds and pages, which are fetched. Printed are claims
    whose status is another than before, and new claims; Ctrl-C stops it, and the same command goes on.
    """
    rounds = Rounds(looks.addresses, looks.visits)
    with _stopping() as stop, Desk.open(store) as desk:
        click.echo(f"watching {', '.join((*looks.files, *looks.addresses))}  (stop with Ctrl-C)", err=True)
        for news in desk.watch(
            looks.files,
            wait=lambda: not (looks.once or stop.wait(looks.pause)),
            visit=lambda: None if stop.is_set() else _visit(desk, store, rounds),
        ):
            _say(news, as_jsonl=as_jsonl)
            tell(to, [data(change) for change in news.changes])
    click.echo("stopped", err=True)


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """Yield what is set by Ctrl-C or a request to end, so that a look that was begun is carried to its end."""
    stop = threading.Event()

    def asked(_number: int, _frame: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _visit(desk: Desk, store: str, rounds: Rounds) -> AddReport | None:
    """Fetch the addresses whose time has come."""
    due = rounds.due(time.monotonic())
    if not due:
        return None
    now = dt.datetime.now(dt.UTC).isoformat(timespec="minutes")  # noqa: TID251 - the command line reads the clock
    report = visited(desk, store, dict.fromkeys(due, Given(retrieved=now)), quiet=True)
    rounds.visited(due, {row.path for row in report.rejected}, time.monotonic())
    return report


def data(change: Change) -> Mapping[str, object]:
    """Return a change under the names of the JSON lines export, with the status before (null of a new claim)."""
    return {"change": change.change, "before": change.before, **record(change.row)}


def _say(news: News, *, as_jsonl: bool) -> None:
    for row in news.report.rejected:
        click.echo(f"  {row.path}: {row.reason}", err=True)
    if as_jsonl:
        for change in news.changes:
            click.echo(json.dumps(data(change), ensure_ascii=False))
        return
    click.echo(f"{count(len(news.report.read), 'new document')}, {count(len(news.changes), 'change')}", err=True)
    for change in news.changes[:SHOWN]:
        click.echo(plain(line(change)))
    if len(news.changes) > SHOWN:
        click.echo(f"  and {len(news.changes) - SHOWN:,} more: secondsource claims", err=True)


def line(change: Change) -> str:
    """Return a change on one line: id, status before and now, outlets, texts and origins, and the words."""
    row, now = change.row, change.row.status.replace("_", " ")
    moved = f"{change.before.replace('_', ' ')} -> {now}" if change.before else f"new: {now}"
    numbers = f"{row.outlets}/{row.texts}/{origins(row.n_origins_low, row.n_origins)}"
    return f"{row.id[:SHOWN_ID]}  {moved}  {numbers}  {short(row.gist, 100)}"
