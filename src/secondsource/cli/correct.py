"""`secondsource correct KIND ...`: puts something right, and lists, exports and imports what was put right."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar, cast

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.output import Column, Form, emit, listing, record
from secondsource.cli.wording import count
from secondsource.errors import UsageError
from secondsource.page.corrections import said
from secondsource.pipeline import Desk
from secondsource.pipeline.correcting import Entry
from secondsource.pipeline.drafting import USAGE, Reason
from secondsource.records import CorrectionKind

Command = TypeVar("Command", bound=Callable[..., object])


def reasoned(command: Command) -> Command:
    """Add `--by` and `--because`, handed over as `reason` with the time of the call."""

    @functools.wraps(command)
    def timed(*given: object, by: str, because: str, **rest: object) -> object:
        made = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")  # noqa: TID251 - a verb reads the clock
        return command(*given, reason=Reason(by, because, made), **rest)

    for option in (
        click.option("--because", default="", metavar="TEXT", help="Why."),
        click.option("--by", envvar="SECONDSOURCE_BY", default="", metavar="NAME", help="Who; also $SECONDSOURCE_BY."),
    ):
        timed = option(timed)
    return cast("Command", timed)


def _what(entry: Entry) -> str:
    if entry.correction.kind == "undo":
        return f"takes back {entry.undoes or entry.correction.undoes}"
    return said(entry.correction)


def outcome(entry: Entry) -> str:
    """Return what became of an entry in words."""
    if entry.by_number:
        return f"undone by {entry.by_number}"
    return {"in place": "holds", "moved": "holds, moved"}.get(entry.state, entry.state)


COLUMNS = (
    Column("no", lambda row: str(row.number), right=True),
    Column("kind", lambda row: row.correction.kind),
    Column("state", outcome),
    Column("what", _what, share=3, most=90),
    Column("by", lambda row: row.correction.by, share=1, most=20),
    Column("because", lambda row: row.correction.because, share=2, most=60),
)


def _data(entry: Entry) -> Mapping[str, object]:
    return {
        "number": entry.number,
        "state": entry.state,
        "undone_by": entry.by_number,
        "says": said(entry.correction),
        **record(entry.correction),
    }


@click.command(
    epilog="KIND and what it is told: "
    + "; ".join(f"{kind} {usage}" for kind, usage in USAGE.items())
    + ". NAME and VALUE may be 'none', WORDS may be offsets (120:260)."
)
@click.argument("told", nargs=-1, metavar="[KIND NAMES...]")
@reasoned
@click.option("--list", is_flag=True, expose_value=False, help="List all with what became of them; so does no KIND.")
@click.option("--export", "target", metavar="FILE", help="Write them as JSON lines; - for standard output.")
@click.option("--import", "source", metavar="FILE", help="Add those of a file of JSON lines; - for standard input.")
@listing
@on_store
def command(
    store: str,
    *,
    told: tuple[str, ...],
    reason: Reason,
    target: str | None,
    source: str | None,
    form: Form,
) -> None:
    """Put something right, and list what was put right.

    Nothing is deleted; a correction is replayed on every later run and can be undone. It needs its author and its
    reason. Where the article is edited, it follows its words; where these are gone, it is listed as orphaned and waits.
    """
    with reading(store) as desk:
        if told:
            _make(desk, told, reason)
        elif source:
            _take_in(desk, source)
        elif target:
            _hand_out(desk, target)
        else:
            emit(desk.corrections.entries(), COLUMNS, form, data=_data)


def _make(desk: Desk, told: tuple[str, ...], reason: Reason) -> None:
    kind, *names = told
    if kind not in USAGE:
        message = f"'{kind}' is no kind of correction; they are {', '.join(USAGE)}"
        raise UsageError(message)
    show(desk.corrections.make(cast("CorrectionKind", kind), names, reason))


def show(entry: Entry) -> None:
    """Print what was corrected, and how to take it back."""
    click.echo(f"correction {entry.number}: {_what(entry)}; {outcome(entry)}")
    click.echo(f"secondsource undo {entry.number} takes it back", err=True)


def _take_in(desk: Desk, source: str) -> None:
    with click.open_file(source, encoding="utf-8") as lines:
        number = desk.corrections.take_in(lines)
    click.echo(f"{count(number, 'new correction')}")


def _hand_out(desk: Desk, target: str) -> None:
    lines = list(desk.corrections.lines())
    text = "".join(f"{line}\n" for line in lines)
    if target == "-":
        click.echo(text, nl=False)
        return
    Path(target).write_text(text, encoding="utf-8")
    click.echo(f"{count(len(lines), 'correction')} in {target}", err=True)
