"""`secondsource figures`: how many of what, with bounds."""

from __future__ import annotations

import json

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing, story_option
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import SHOWN_ID, number
from secondsource.page.figure_series import vega_lite
from secondsource.page.hedges import HEDGES
from secondsource.pipeline import library
from secondsource.pipeline.rows import FigureRow, Filter
from secondsource.records import Claim


def _counted(row: FigureRow) -> str:
    return f"{row.noun or row.unit} {row.predicate.replace('_', ' ')} {HEDGES[row.modality]}".strip()


COLUMNS = (
    Column("id", lambda row: row.id[:SHOWN_ID]),
    Column("as of", lambda row: row.as_of or "unknown"),
    Column("words", lambda row: row.text, share=3, most=40),
    Column("low", lambda row: number(row.low), right=True),
    Column("high", lambda row: number(row.high), right=True),
    Column("of what", _counted, share=4, most=48),
    Column("who says so", lambda row: row.speaker or row.outlet or "not named", share=4, most=48),
)

SERIES = (
    Column("said", lambda row: str(row.said or "unknown")),
    Column("words", lambda row: row.text, share=3, most=40),
    Column("low", lambda row: number(row.low), right=True),
    Column("high", lambda row: number(row.high), right=True),
    Column("who says so", lambda row: row.origin or "not named", share=3, most=40),
    Column(
        "beside the one before", lambda row: f"{row.verdict}: {row.because}" if row.verdict else "", share=4, most=60
    ),
)


@click.command()
@story_option
@narrowing("source", "speaker", "about", "since", "until")
@click.option("--claim", metavar="ID", help="Only the values of this claim, and how each stands to the one before.")
@click.option("--vega-lite", "vega", is_flag=True, help="Print a Vega-Lite chart of the values of --claim.")
@listing
@on_store
def command(store: str, *, story: str | None, wanted: Filter, form: Form, claim: str | None, vega: bool) -> None:
    """List how many of what, with bounds.

    In order of day, document and text. An open side is empty: nothing is filled in that the words do not say.
    """
    with reading(store) as desk:
        if vega and not claim:
            message = "--vega-lite draws the values of one claim: name it with --claim"
            raise click.UsageError(message)
        if not claim:
            emit(desk.figures(story, wanted), COLUMNS, form)
            return
        rows = library.claim_series(desk, desk.get(Claim, claim).id)
    if vega:
        click.echo(json.dumps(vega_lite(rows), ensure_ascii=False, indent=1))
    else:
        emit(rows, SERIES, form)
