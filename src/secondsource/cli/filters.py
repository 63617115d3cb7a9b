"""The options that narrow a list, named and meant the same on every list that has them."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from typing import TypeVar, cast, get_args

import click

from secondsource.errors import UsageError
from secondsource.pipeline.rows import Filter
from secondsource.records import Status

Command = TypeVar("Command", bound=Callable[..., object])

_AGO = re.compile(r"(?P<count>\d{1,4})(?P<unit>[dw])")


def day(value: str) -> dt.date:
    """Return the day that `2026-01-14` names, or that is `1d` or `2w` before today.

    Raises:
        UsageError: it is neither.
    """
    if ago := _AGO.fullmatch(value):
        today = dt.datetime.now(dt.UTC).date()  # noqa: TID251 - the command line reads the clock
        return today - dt.timedelta(days=int(ago["count"]) * (7 if ago["unit"] == "w" else 1))
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        message = f"'{value}' is no day: give 2026-01-14, or 1d or 2w for so long ago"
        raise UsageError(message) from error


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Return the day of an option, None where it is not given."""
    try:
        return day(value) if value else None
    except UsageError as error:
        raise click.BadParameter(str(error), ctx, param) from error


_OPTIONS: dict[str, Callable[[Command], Command]] = {
    "source": click.option("--source", default="", metavar="NAME", help="Carried by this outlet, agency or speaker."),
    "speaker": click.option("--speaker", default="", metavar="NAME", help="Said by (part of a name)."),
    "about": click.option("--about", default="", metavar="WORDS", help="Whose words hold these."),
    "since": click.option("--since", callback=_day, metavar="DAY", help="From this day on (2026-01-14, or 1d ago)."),
    "until": click.option("--until", callback=_day, metavar="DAY", help="Up to this day."),
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
            asked = {name: rest.pop(name) for name in names}
            return command(*given, wanted=Filter(**asked), **rest)  # type: ignore[arg-type]

        made: Callable[..., object] = filtered
        for name in reversed(names):
            made = _OPTIONS[name](made)
        return cast("Command", made)

    return narrowed
