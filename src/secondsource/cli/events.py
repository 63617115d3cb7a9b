"""`secondsource events`: what is said to have happened, the latest first."""

from __future__ import annotations

from collections.abc import Mapping

import click

from secondsource.cli.desks import on_store, reading
from secondsource.cli.filters import narrowing, story_option
from secondsource.cli.output import Column, Form, emit, listing
from secondsource.cli.wording import SHOWN_ID, origins
from secondsource.page.events import EventRow
from secondsource.pipeline.rows import Filter


def _done(row: EventRow) -> str:
    return " · ".join(part.replace("_", " ") for part in (row.actor, row.act, row.acted_on) if part)


COLUMNS = (
    Column("claim", lambda row: row.claim_id[:SHOWN_ID]),
    Column("last told", lambda row: str(row.last or "unknown")),
    Column("status", lambda row: row.status.replace("_then_", " then\n").replace("_", " ")),
    Column("origins", lambda row: origins(row.counts.origins_low, row.counts.origins), right=True),
    Column("words", lambda row: row.gist.words.text, share=5, most=90),
    Column("who did what", _done, share=3, most=50),
    Column("how", lambda row: ", ".join(f"{stance} {times}" for stance, times in row.stances), share=3, most=50),
)


@click.command()
@story_option
@narrowing("source", "speaker", "about", "since", "until", "status", "min_origins")
@listing
@on_store
def command(store: str, *, story: str | None, wanted: Filter, form: Form) -> None:
    """List what is said to have happened, the latest first.

    Claims that somebody alleges, denies or admits, or whose doer, act and object the words name.
    """
    with reading(store) as desk:
        emit(desk.events(story, wanted), COLUMNS, form, data=_data)


def _data(row: EventRow) -> Mapping[str, object]:
    """Return an event under the names of the JSON lines export; `text` is the sentence that states it."""
    words = row.gist.words
    return {
        "claim": row.claim_id,
        "story": row.story_id,
        "first": row.first.isoformat() if row.first else None,
        "last": row.last.isoformat() if row.last else None,
        "actor": row.actor,
        "act": row.act,
        "acted_on": row.acted_on,
        "status": row.status,
        "outlets": row.counts.outlets,
        "texts": row.counts.texts,
        "origins": list(row.origins),
        "n_origins": row.counts.origins,
        "n_origins_low": row.counts.origins_low,
        "stances": dict(row.stances),
        "text": words.text,
        "doc": words.span.doc_id,
        "start": words.span.start,
        "end": words.span.end,
    }
