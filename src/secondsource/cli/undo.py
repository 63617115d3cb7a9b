"""`secondsource undo [N]`: takes a correction back."""

from __future__ import annotations

from dataclasses import replace

import click

from secondsource.cli.correct import reasoned, show
from secondsource.cli.desks import on_store, reading
from secondsource.pipeline.drafting import Reason


@click.command()
@click.argument("which", required=False, metavar="[N]")
@reasoned
@on_store
def command(store: str, *, which: str | None, reason: Reason) -> None:
    """Take a correction back.

    N is its number or id; without it, it is the last one that holds. The undoing is an entry of the log itself;
    undoing that brings the correction back.
    """
    with reading(store) as desk:
        show(desk.corrections.undo(which, replace(reason, because=reason.because or "undone")))
