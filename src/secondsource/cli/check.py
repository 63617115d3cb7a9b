"""`secondsource check [DRAFT]`: exit with 1 where lines are contested, overtaken or of one origin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.output import Column, Form, emit, listing, record
from secondsource.cli.rules import ruled
from secondsource.cli.telling import tell, telling
from secondsource.cli.wording import SHOWN_ID, count, origins
from secondsource.pipeline import Desk
from secondsource.pipeline.checking import USUAL, Condition, Finding, Rule
from secondsource.pipeline.draft import DraftLine

HIT = 1
_DRAFTED: tuple[Condition, ...] = (*USUAL, "revised", "denied_then_admitted", "one_origin", "unsupported")
"""What is looked for in a draft where nothing else is asked."""

COLUMNS = (
    Column("claim", lambda row: row.claim[:SHOWN_ID]),
    Column("hit", lambda row: row.condition.replace("_then_", " then\n").replace("_", " ")),
    Column("origins", lambda row: origins(row.n_origins_low, row.n_origins), right=True),
    Column("words", lambda row: row.text, share=5, most=90),
    Column("in", lambda row: row.outlet or "", share=2, most=30),
    Column("why", lambda row: row.why, share=4, most=70),
)


def _hits(row: DraftLine) -> str:
    return ", ".join(condition.replace("_", " ") for condition, _ in row.meets)


def _line(row: DraftLine) -> str:
    """Return what the draft says, in its sentence where it is a word or two."""
    return row.text if len(row.text.split()) > 4 else row.sentence


DRAFT_COLUMNS = (
    Column("at", lambda row: f"{row.start}:{row.end}", right=True),
    Column("the draft", _line, share=4, most=70),
    Column("hit", _hits, share=3, most=50),
    Column("claim", lambda row: row.beside.claim[:SHOWN_ID] if row.beside else ""),
    Column("in the store", lambda row: row.beside.text if row.beside else "", share=4, most=70),
)


@click.command()
@click.argument("draft", required=False, metavar="[DRAFT]")
@ruled
@telling
@listing
@on_store
def command(store: str, *, draft: str | None, rules: Sequence[Rule], to: str | None, form: Form) -> None:
    """Exit with 1 where lines are contested, overtaken or of one origin.

    Without DRAFT the claims of the store are looked at, for what is disputed, denied or superseded unless --fail-on or
    --rules say otherwise. DRAFT is a text of your own (- for standard input): its lines are held beside the claims of
    the store, which stays as it is.
    """
    with reading(store) as desk:
        if draft is None:
            _report(desk.check(*rules), form, to)
        else:
            _report_draft(_held(desk, draft, rules), form, to)


def _report(found: Sequence[Finding], form: Form, told: str | None) -> None:
    if not found:
        _nothing(form)
        return
    emit(found, COLUMNS, form)
    tell(told, [record(row) for row in found])
    click.echo(f"{count(len(found), 'hit')} in {count(len({row.claim for row in found}), 'claim')}", err=True)
    raise click.exceptions.Exit(HIT)


def _report_draft(found: Sequence[DraftLine], form: Form, told: str | None) -> None:
    if not found:
        _nothing(form)
        return
    emit(found, DRAFT_COLUMNS, form)
    tell(told, [record(row) for row in found])
    click.echo(f"{count(len({(row.start, row.end) for row in found}), 'line')} of the draft to look at", err=True)
    raise click.exceptions.Exit(HIT)


def _nothing(form: Form) -> None:
    """Say that there is no hit, which is what a check is for: exit code 0."""
    if form.name in {"json", None}:
        click.echo("[]" if form.name else "no hit")


def _held(desk: Desk, name: str, rules: Sequence[Rule]) -> list[DraftLine]:
    """Return the lines of the draft with the conditions that any rule names; lines that meet none are left out."""
    with click.open_file(name, encoding="utf-8", errors="replace") as file:
        text = file.read()
    today = dt.datetime.now(dt.UTC).date()  # noqa: TID251 - a verb reads the clock
    asked = {condition for rule in rules for condition in rule.on}
    wanted = frozenset(_DRAFTED if asked == set(USUAL) else asked)
    lines = desk.check_draft(text, day=today)
    kept = (replace(line, meets=tuple(one for one in line.meets if one[0] in wanted)) for line in lines)
    return [line for line in kept if line.meets]
