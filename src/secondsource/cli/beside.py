"""`secondsource beside ONE OTHER`: what two documents, or two parties, say on the same claims."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click
import msgspec

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import story_option
from secondsource.cli.wording import SHOWN_ID, count, origins, plain, short
from secondsource.errors import UsageError
from secondsource.page.assertions import EvidenceRow
from secondsource.page.beside import BesidePage, Column, Meeting
from secondsource.pipeline import Desk
from secondsource.records import Document


@click.command()
@click.argument("one", metavar="ONE")
@click.argument("other", metavar="OTHER")
@story_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@on_store
def command(store: str, *, one: str, other: str, story: str | None, as_json: bool) -> None:
    """Show what two documents or two parties say on the same claims.

    ONE and OTHER are ids of documents, or names of origins as `claims` lists them, which need --story.
    """
    with reading(store) as desk:
        found = _documents(desk, one, other) if story is None else desk.beside(story, one, other)
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=1))
    else:
        for line in _lines(found):
            click.echo(plain(line))
    if not found.meetings:
        click.echo("no claim that both of them bear on", err=True)
        raise click.exceptions.Exit(1)


def _documents(desk: Desk, one: str, other: str) -> BesidePage:
    left, right = desk.get(Document, one), desk.get(Document, other)
    told = desk.story_of(left.id)
    if told is None:
        message = f"{left.id} is in no story yet; run `secondsource add` to its end"
        raise UsageError(message)
    return desk.beside(told.id, left.id, right.id)


def _lines(found: BesidePage) -> Iterator[str]:
    for mark, side in (("<", found.left), (">", found.right)):
        if side:
            yield f"{mark} {_called(side)}"
    for meeting in found.meetings:
        yield ""
        yield from _meeting(meeting)


def _called(side: Column) -> str:
    title = f"  {side.head.title.text}" if side.head and side.head.title else ""
    key = f"{side.key[:SHOWN_ID]}  " if side.head else ""
    return short(f"{key}{side.name}{title} ({count(side.only, 'more claim')} of its own)", 100)


def _meeting(meeting: Meeting) -> Iterator[str]:
    number = origins(meeting.counts.origins_low, meeting.counts.origins)
    status = meeting.status.replace("_", " ")
    key, noun = meeting.claim_id[:SHOWN_ID], "origin" if number == "1" else "origins"
    yield short(f"{key}  {status}, {number} {noun}: {meeting.gist.words.text}", 160)
    yield from _side("<", meeting.left)
    yield from _side(">", meeting.right)


def _side(mark: str, rows: Sequence[EvidenceRow]) -> Iterator[str]:
    for row in rows:
        day = f"{row.day}, " if row.day else ""
        who = row.origin if row.named else "no source named"
        yield f"  {mark} " + short(f"{day}{who} {row.stance}: {row.words.text}", 150)
