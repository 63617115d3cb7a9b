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
from secondsource.ingest.decode import Refusal, decode
from secondsource.ingest.opml import Named, beside, feeds

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
    @click.option("--follow", is_flag=True, help="Fetch the feeds that OPML lists name.")
    @click.option("--offline", is_flag=True, help="Take an address for an error instead of fetching it.")
    @functools.wraps(command)
    def given(
        *args: object,
        paths: tuple[str, ...],
        meta: Path | None,
        outlet: str | None,
        columns: tuple[tuple[str, str], ...],
        follow: bool,
        offline: bool,
        **rest: object,
    ) -> object:
        if STDIN in paths and len(paths) > 1:
            message = "'-' (standard input) stands alone; add the files in a second call"
            raise UsageError(message)
        pile = _pile([path for path in paths if not is_address(path)], meta)
        files, listed = _followed(pile.articles) if follow else (tuple(map(str, pile.articles)), ())
        addresses = tuple(dict.fromkeys([*filter(is_address, paths), *listed]))
        if offline:
            forbid(addresses)
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


def _followed(paths: Sequence[Path]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the files, with the feeds beside each OPML list in its place, and the addresses that the lists name."""
    files: list[str] = []
    addresses: list[str] = []
    for path in paths:
        named = _feeds(path) if path.suffix.lower() == ".opml" else ()
        for feed in named:
            file = beside(feed, path.parent)
            (addresses if file is None else files).append(str(file or feed.address))
        if not named:
            files.append(str(path))
    return tuple(dict.fromkeys(files)), tuple(addresses)


def _feeds(path: Path) -> tuple[Named, ...]:
    """Return the feeds that a list names, none where it cannot be read; it is then rejected like any file."""
    try:
        text = decode(path.read_bytes())
    except OSError:
        return ()
    named = text if isinstance(text, Refusal) else feeds(text.text)
    return () if isinstance(named, Refusal) else named


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
