"""Reads the tables from the package: tab-separated, one header line, `#` comments, lists parted by `|`."""

from __future__ import annotations

import functools
from dataclasses import fields
from importlib import resources
from typing import TYPE_CHECKING, TypeVar, get_type_hints

from secondsource.errors import InvariantError
from secondsource.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = TypeVar("Row")

_ROWS: Mapping[str, type] = {
    "cues": tables.Cue,
    "agencies": tables.Agency,
    "outlets": tables.Outlet,
    "states": tables.State,
    "titles": tables.Title,
    "markers": tables.Marker,
    "nouns": tables.Noun,
    "predicates": tables.Predicate,
}


@functools.cache
def load() -> tables.Lexicon:
    """Return the tables of this installation; read once a process.

    Raises:
        InvariantError: a line of a table does not fit its columns; names the file and the line.
    """
    return tables.Lexicon(**{name: tuple(_read(name, row)) for name, row in _ROWS.items()})


def _read(name: str, row: type[Row]) -> Iterator[Row]:
    hints = get_type_hints(row)
    columns = [field.name for field in fields(row)]  # type: ignore[arg-type]
    text = resources.files("secondsource.lexicon").joinpath("data", f"{name}.tsv").read_text("utf-8")
    header: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) != len(header):
            message = f"{name}.tsv:{number}: {len(cells)} cells, but the header has {len(header)} columns"
            raise InvariantError(message)
        by_name = dict(zip(header, cells, strict=True))
        yield row(**{column: _cell(by_name[column], hints[column]) for column in columns})


def _cell(cell: str, hint: object) -> object:
    if hint == tuple[str, ...]:
        return tuple(part for part in cell.split("|") if part)
    if hint is bool:
        return cell in {"1", "yes", "true"}
    return cell
