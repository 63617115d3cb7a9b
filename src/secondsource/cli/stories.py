"""`secondsource stories`: the list of stories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import SHOWN_ID, origins
from secondsource.page.stories import Order, StoryRow
from secondsource.pipeline.rows import Filter


def open_points(row: StoryRow) -> str:
    """Return what is open about a story in words, "" where nothing is."""
    parts = (
        ("disputed", row.open.disputed),
        ("denied", row.open.only_denied),
        ("denied, then admitted", row.open.admitted),
        ("revised", row.open.revised),
    )
    return "; ".join(f"{count} {name}" for name, count in parts if count)


def numbers(row: StoryRow) -> str:
    """Return outlets, texts and origins as printed."""
    return f"{row.counts.outlets}/{row.counts.texts}/{origins(row.counts.origins_low, row.counts.origins)}"


COLUMNS = (
    Column("id", lambda row: row.id[:SHOWN_ID]),
    Column("last\nday", lambda row: str(row.end or "unknown")),
    Column("docs", lambda row: str(row.documents), right=True),
    Column("outlets/\ntexts/\norigins", numbers, right=True),
    Column("what", lambda row: row.title.text, share=2, most=90),
    Column("open points", open_points, share=1, most=60),
)


@click.command()
@narrowing("source", "about", "since", "until", "min_origins")
@click.option("--open", "only_open", is_flag=True, help="Only stories with disputed, denied or revised claims.")
@click.option("--sort", type=click.Choice(get_args(Order)), default="last", show_default=True, help="Which come first.")
@listing
@on_store
def command(store: str, *, wanted: Filter, only_open: bool, sort: Order, form: Form) -> None:
    """List the stories with outlets, texts and origins."""
    with reading(store) as desk:
        rows = [row for row in desk.stories(order=sort, only_open=only_open) if _passes(row, wanted)]
        emit(rows, COLUMNS, form, data=_data)


def _passes(row: StoryRow, wanted: Filter) -> bool:
    begun = wanted.until is None or (row.begin is not None and row.begin <= wanted.until)
    ended = wanted.since is None or (row.end is not None and row.end >= wanted.since)
    named = wanted.passes(source="\n".join(row.outlet_names), about=row.title.text)
    return begun and ended and named and row.counts.origins_low >= wanted.min_origins


def _data(row: StoryRow) -> Mapping[str, object]:
    """Return a story under the names of the JSON lines export, with its numbers."""
    return {
        "id": row.id,
        "title": row.title.text,
        "doc": row.title.span.doc_id,
        "start": row.title.span.start,
        "end": row.title.span.end,
        "storyline": row.storyline_id,
        "from": row.begin.isoformat() if row.begin else None,
        "to": row.end.isoformat() if row.end else None,
        "docs": row.documents,
        "outlets": row.counts.outlets,
        "texts": row.counts.texts,
        "n_origins": row.counts.origins,
        "n_origins_low": row.counts.origins_low,
        "claims": row.claims,
        "disputed": row.open.disputed,
        "denied": row.open.denied,
        "revised": row.open.revised,
        "outlet_names": list(row.outlet_names),
    }
