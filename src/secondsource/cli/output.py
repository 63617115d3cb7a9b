"""How a list leaves the program: a table on a terminal, or JSON, JSON lines, CSV; data on stdout, remarks on stderr."""

from __future__ import annotations

import csv
import functools
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from secondsource.cli.wording import plain, short

Command = TypeVar("Command", bound=Callable[..., object])

SHOWN = 20
"""Rows of a table unless `--limit` or `--all` says otherwise: about one screen."""
WIDTH = 80
"""Columns for which tables are designed; on a wider terminal the words are cut later."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        heading: set over it.
        cell: makes a row's cell.
        right: whether it is set to the right, as numbers are.
        share: of the width that fixed columns leave, 0 for a fixed column.
        most: characters of a cell on a terminal of 80 columns.
    """

    heading: str
    cell: Callable[[Any], str]
    right: bool = False
    share: int = 0
    most: int = 80


@dataclass(frozen=True, slots=True)
class Form:
    """What the user asked for: a format (None for a table), and how many rows (None for as many as is usual)."""

    name: str | None = None
    limit: int | None = None
    everything: bool = False

    def cut(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Return the rows that are printed: 20 of a table, all of the data, unless asked otherwise."""
        limit = self.limit or (None if self.name else SHOWN)
        return rows if self.everything else rows[:limit]


def listing(command: Command) -> Command:
    """Add the options that every list takes, handed over as `form`."""

    @functools.wraps(command)
    def formed(*given: object, form: str | None, limit: int | None, everything: bool, **rest: object) -> object:
        return command(*given, form=Form(form, limit, everything), **rest)

    options = (
        click.option("--json", "form", flag_value="json", help="Print a JSON array."),
        click.option("--jsonl", "form", flag_value="jsonl", help="Print one JSON object a line."),
        click.option("--csv", "form", flag_value="csv", help="Print CSV."),
        click.option("--limit", type=click.IntRange(1), metavar="N", help=f"Rows to print [{SHOWN} of a table]."),
        click.option("--all", "everything", is_flag=True, help="Print all rows."),
    )
    return cast("Command", functools.reduce(lambda made, option: option(made), reversed(options), formed))


def record(row: object) -> Mapping[str, object]:
    """Return a row's fields as JSON has them."""
    return cast("Mapping[str, object]", msgspec.to_builtins(row))


def emit(
    rows: Sequence[Any],
    columns: Sequence[Column],
    form: Form,
    *,
    data: Callable[[Any], Mapping[str, object]] = record,
    rest: str = "--all",
) -> None:
    """Print `rows`, say on stderr how many are left out, and exit with 1 where there are none.

    Args:
        rows: all that matched, in order.
        columns: of the table.
        form: what to print, and how much of it.
        data: makes the object that JSON and CSV print for a row.
        rest: what shows the rows left out.
    """
    shown = form.cut(rows)
    if form.name:
        _print_data([data(row) for row in shown], form.name)
    elif rows:
        _print_table(shown, columns)
    if len(shown) < len(rows):
        click.echo(f"showing {len(shown):,} of {len(rows):,}; {rest} shows the rest", err=True)
    if not rows:
        if not form.name:
            click.echo("nothing matched", err=True)
        raise click.exceptions.Exit(1)


def _print_data(rows: Sequence[Mapping[str, object]], form: str) -> None:
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif rows:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _flat(value) for name, value in row.items()} for row in rows)


def _flat(value: object) -> object:
    """Return a value as one cell: names joined, other nested values as JSON."""
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value


def _print_table(rows: Sequence[object], columns: Sequence[Column]) -> None:
    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold", expand=any(column.share for column in columns))
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            ratio=column.share or None,
            no_wrap=not column.share and not column.right,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(_cell(column, row, console.width)) for column in columns))
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def _cell(column: Column, row: object, width: int) -> str:
    text = column.cell(row)
    return short(text, column.most * max(width, WIDTH) // WIDTH) if column.share else plain(text)
