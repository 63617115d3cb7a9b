"""How a list leaves the program: a table on a terminal, or JSON, JSON lines, CSV; data on stdout, remarks on stderr."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

Command = TypeVar("Command", bound=Callable[..., object])

FORMATS = ("json", "jsonl", "csv")
SHOWN = 20
"""Rows of a table unless `--limit` or `--all` says otherwise: about one screen."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, how a row's cell is made, and how it is set."""

    heading: str
    cell: Callable[[Any], str]
    right: bool = False
    ratio: int | None = None


def listing(command: Command) -> Command:
    """Add the options that every list takes."""
    for option in (
        click.option("--all", "everything", is_flag=True, help="Show all rows of the table."),
        click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="Rows of the table."),
        click.option("--csv", "form", flag_value="csv", help="Print CSV, all rows."),
        click.option("--jsonl", "form", flag_value="jsonl", help="Print one JSON object a line, all rows."),
        click.option("--json", "form", flag_value="json", help="Print a JSON array, all rows."),
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Form:
    """What the user asked for: a format, or a table of at most `limit` rows."""

    form: str | None
    limit: int
    everything: bool


def emit(rows: Sequence[object], columns: Sequence[Column], form: Form) -> None:
    """Print `rows`, and exit with 1 where there are none."""
    if form.form:
        _print_data([msgspec.to_builtins(row) for row in rows], form.form)
    elif rows:
        _print_table(rows, columns, len(rows) if form.everything else form.limit)
    if not rows:
        if not form.form:
            click.echo("nothing matched", err=True)
        raise click.exceptions.Exit(1)


def _print_data(rows: list[dict[str, Any]], form: str) -> None:
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
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def _print_table(rows: Sequence[object], columns: Sequence[Column], limit: int) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold", expand=any(column.ratio for column in columns))
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            ratio=column.ratio,
            no_wrap=column.ratio is None,
            overflow="fold",
        )
    for row in rows[:limit]:
        table.add_row(*(Text(column.cell(row)) for column in columns))
    console().print(table)
    if len(rows) > limit:
        click.echo(f"showing {limit} of {len(rows)}; --all shows the rest", err=True)


def console() -> Console:
    """Return the console for stdout; its width is the terminal's, or 80 where there is none."""
    return Console(highlight=False, soft_wrap=False)


def origins(low: int, high: int) -> str:
    """Return the number of origins as printed: `4`, or `2-4` where it is a range."""
    return str(high) if low >= high else f"{low}-{high}"


def number(value: float | None) -> str:
    """Return a figure's side as printed; an open side is empty.

    >>> number(11000.0), number(None), number(2.5)
    ('11,000', '', '2.5')
    """
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def short(text: str, length: int = 160) -> str:
    """Return `text` on one line, cut at a word with a mark where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def names(parts: Iterable[str]) -> str:
    """Return a chain as printed, outermost first."""
    return " → ".join(parts)
