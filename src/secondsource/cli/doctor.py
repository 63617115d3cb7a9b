"""`secondsource doctor`: is everything there that the program needs?  Uses no network."""

from __future__ import annotations

import platform
import sqlite3
import textwrap
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from importlib import metadata
from pathlib import Path

import click

from secondsource import __version__
from secondsource.cli.desks import on_store
from secondsource.errors import StoreError
from secondsource.lexicon.load import load
from secondsource.store import open_store
from secondsource.store.codec import SCHEMA

_MARKERS = (";", " ", "<", ">", "=", "!", "~", "[")


@click.command()
@on_store
def command(store: str) -> None:
    """Check the installation and the store.

    Prints versions, tables and the state of the store, without network; exits with 4 if something cannot work.
    """
    click.echo(f"secondsource {__version__}, Python {platform.python_version()}, {platform.system()}")
    search = _searches()
    click.echo(f"SQLite {sqlite3.sqlite_version}, FTS5 {'there' if search else 'MISSING: no store can be made'}")
    libraries = ", ".join(f"{name} {metadata.version(name)}" for name in _libraries())
    click.echo(textwrap.fill(f"libraries: {libraries}", 79, subsequent_indent="  "))
    tables = load()
    counts = ", ".join(f"{field.name} {len(getattr(tables, field.name)):,}" for field in fields(tables))
    click.echo(textwrap.fill(f"tables: {counts}", 79, subsequent_indent="  "))
    sound = _check(store)
    if not (search and sound):
        raise click.exceptions.Exit(4)


def _check(store: str) -> bool:
    """Say how the store is; tell whether it can be worked with."""
    if not Path(store).exists():
        click.echo(f"store {store}: not there yet (secondsource add makes it)")
        return True
    try:
        open_store(store).close()
    except StoreError as error:
        click.echo(f"store {error}")
        return False
    with closing(sqlite3.connect(store)) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    size = Path(store).stat().st_size / 2**20
    click.echo(f"store {store}: schema {SCHEMA}, {size:,.1f} MiB, journal {mode}, check {state}")
    return bool(state == "ok")


def _libraries() -> Iterator[str]:
    """Yield the names of the libraries that the installed package asks for, extras left out."""
    for line in metadata.requires("secondsource") or ():
        if "extra ==" not in line:
            yield line[: min(line.find(mark) for mark in _MARKERS if mark in line)]


def _searches() -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        except sqlite3.OperationalError:
            return False
    return True
