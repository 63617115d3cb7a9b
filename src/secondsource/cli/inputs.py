"""The arguments of `add` that name inputs and say what they are."""

from __future__ import annotations

import dataclasses
import functools
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import click

from secondsource.cli.fetching import forbid, is_address
from secondsource.errors import UsageError
from secondsource.ingest import FIELDS, Given, Pile, read_given, sorted_out, walk

Command = TypeVar("Command", bound=Callable[..., object])

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files to be read (`-` alone for standard input), addresses to be fetched, and what is known about them.

    Attributes:
        given: by path or address.
        sidecars: the metadata files found among the files.
    """

    files: tuple[str, ...]
    addresses: tuple[str, ...]
    given: Mapping[str, Given]
    sidecars: tuple[Path, ...] = ()


def on_inputs(command: Command) -> Command:
    """Add the arguments that name inputs, handed over as `inputs`; `now` of the options is when they are read."""

    @click.argument("paths", nargs=-1, required=True, metavar="FILES...")
    @click.option(
        "--meta", type=click.Path(path_type=Path), metavar="FILE", help="JSON lines with outlet and day of each file."
    )
    @click.option("--outlet", metavar="NAME", help="The outlet of all these files, where --meta names none.")
    @click.option("--columns", metavar="FIELD=COLUMN,…", callback=_columns, help="Which column of a table holds what.")
    @click.option("--offline", is_flag=True, help="Take an address for an error instead of fetching it.")
    @functools.wraps(command)
    def given(
        *args: object,
        paths: tuple[str, ...],
        meta: Path | None,
        outlet: str | None,
        columns: tuple[tuple[str, str], ...],
        offline: bool,
        **rest: object,
    ) -> object:
        if STDIN in paths and len(paths) > 1:
            message = "'-' (standard input) stands alone; add the files in a second call"
            raise UsageError(message)
        addresses = tuple(dict.fromkeys(path for path in paths if is_address(path)))
        if offline:
            forbid(addresses)
        pile = _pile([path for path in paths if not is_address(path)], meta)
        files = tuple(map(str, pile.articles))
        common = Given(outlet=outlet, columns=columns)
        known = {name: _merged(_told(name, pile.given), common) for name in (*files, *addresses)}
        return command(*args, inputs=Inputs(files, addresses, known, pile.sidecars), **rest)

    return cast("Command", given)


def _pile(paths: Sequence[str], meta: Path | None) -> Pile:
    """Return the files that the paths stand for; the metadata file among them is no article."""
    told = read_given(meta) if meta else {}
    if STDIN in paths:
        return Pile((Path(STDIN),), told, ())
    own = os.path.realpath(meta) if meta else None
    return sorted_out([path for path in walk(paths) if os.path.realpath(path) != own], told)


def _told(name: str, told: Mapping[str, Given]) -> Given:
    return told.get(name) or told.get(Path(name).name) or Given()


def _merged(known: Given, common: Given) -> Given:
    return dataclasses.replace(known, outlet=known.outlet or common.outlet, columns=common.columns)


def _columns(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[tuple[str, str], ...]:
    """Return the pairs of `title=headline,text=body`."""
    pairs = []
    for pair in (value or "").split(",") if value else ():
        name, _, column = (part.strip() for part in pair.partition("="))
        if name not in FIELDS or not column:
            message = f"'{pair}': give FIELD=COLUMN, with a field of {', '.join(FIELDS)}"
            raise click.BadParameter(message)
        pairs.append((name, column))
    return tuple(pairs)
