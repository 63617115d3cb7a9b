"""The options that narrow a list, named and meant the same on every list that has them."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from typing import TypeVar, cast, get_args

import click

from secondsource.pipeline.rows import Filter
from secondsource.records import Status

Command = TypeVar("Command", bound=Callable[..., object])

_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS: dict[str, Callable[[Command], Command]] = {
    "source": click.option("--source", default="", metavar="NAME", help="Carried by this outlet, agency or speaker."),
    "speaker": click.option("--speaker", default="", metavar="NAME", help="Said by (part of a name)."),
    "about": click.option("--about", default="", metavar="WORDS", help="Whose words hold these."),
    "since": click.option("--since", type=_DAY, metavar="DAY", help="From this day on (2026-01-14)."),
    "until": click.option("--until", type=_DAY, metavar="DAY", help="Up to this day."),
    "status": click.option(
        "--status", type=click.Choice(get_args(Status)), metavar="STATUS", help=f"One of {', '.join(get_args(Status))}."
    ),
    "min_origins": click.option(
        "--min-origins", type=click.IntRange(0), default=0, metavar="N", help="With at least so many origins."
    ),
}


def story_option(command: Command) -> Command:
    """Add `--story`."""
    return click.option("--story", metavar="ID", help="Only this story and those that follow it up.")(command)


def narrowing(*names: str) -> Callable[[Command], Command]:
    """Add the options of these names, handed over as a `Filter` called `wanted`."""

    def narrowed(command: Command) -> Command:
        @functools.wraps(command)
        def filtered(*given: object, **rest: object) -> object:
            asked = {name: _plain(rest.pop(name)) for name in names}
            return command(*given, wanted=Filter(**asked), **rest)  # type: ignore[arg-type]

        made: Callable[..., object] = filtered
        for name in reversed(names):
            made = _OPTIONS[name](made)
        return cast("Command", made)

    return narrowed


def _plain(value: object) -> object:
    return value.date() if isinstance(value, dt.datetime) else value
