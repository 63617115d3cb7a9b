"""The options that narrow a list, the same on every list that has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar, get_args

import click

from secondsource.pipeline.rows import Filter
from secondsource.records import Status

Command = TypeVar("Command", bound=Callable[..., object])

_DAY = click.DateTime(["%Y-%m-%d"])


def story_option(command: Command) -> Command:
    """Add `--story`."""
    return click.option("--story", metavar="ID", help="Only this story's storyline.")(command)


def narrowing(command: Command) -> Command:
    """Add the options of `Filter` that every list of statements takes."""
    for option in (
        click.option("--until", type=_DAY, help="Up to this day."),
        click.option("--since", type=_DAY, help="From this day on."),
        click.option("--about", default="", metavar="WORDS", help="Whose words hold these."),
        click.option("--speaker", default="", metavar="NAME", help="Said by (part of a name)."),
        click.option("--source", default="", metavar="NAME", help="Carried by this outlet, agency or speaker."),
    ):
        command = option(command)
    return command


def assessing(command: Command) -> Command:
    """Add the options that only claims have."""
    command = click.option("--min-origins", type=click.IntRange(0), default=0, help="With at least so many origins.")(
        command
    )
    return click.option("--status", type=click.Choice(get_args(Status)), help="With this status.")(command)


def wanted(  # noqa: PLR0913 - one keyword an option, as click hands them over
    *,
    source: str,
    speaker: str,
    about: str,
    since: dt.datetime | None,
    until: dt.datetime | None,
    status: Status | None = None,
    min_origins: int = 0,
) -> Filter:
    """Return the filter that the options ask for."""
    return Filter(
        source=source,
        speaker=speaker,
        about=about,
        since=since.date() if since else None,
        until=until.date() if until else None,
        status=status,
        min_origins=min_origins,
    )
