"""`secondsource doctor`: is everything there that the program needs?  Uses no network."""

from __future__ import annotations

import platform
import sqlite3
from importlib import metadata
from pathlib import Path

import click

from secondsource import __version__
from secondsource.errors import StoreError
from secondsource.lexicon.load import load
from secondsource.store import open_store
from secondsource.store.codec import SCHEMA

LIBRARIES = (
    "click", "feedparser", "jinja2", "msgspec", "numpy", "py3langid", "python-multipart", "rensa", "rich",
    "snowballstemmer", "starlette", "trafilatura", "uvicorn", "xxhash",
)  # fmt: skip


@click.command(help="Check the installation and the store.")
@click.pass_obj
def command(store: str) -> None:
    """Print versions and checks; exit with 4 if the store cannot be read."""
    click.echo(f"secondsource {__version__}, Python {platform.python_version()}, {platform.system()}")
    click.echo(f"SQLite {sqlite3.sqlite_version}, FTS5 {'there' if _has_fts5() else 'MISSING: search cannot work'}")
    click.echo("libraries: " + ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES))
    tables = load()
    for name in ("cues", "agencies", "outlets", "states", "titles", "markers", "nouns", "predicates"):
        click.echo(f"  table {name:10} {len(getattr(tables, name)):>6,} rows")
    if not Path(store).exists():
        click.echo(f"store {store}: not there yet (secondsource add makes it)")
        return
    try:
        open_store(store).close()
    except StoreError as error:
        click.echo(f"store {error}")
        raise click.exceptions.Exit(4) from error
    click.echo(f"store {store}: schema {SCHEMA}, readable")


def _has_fts5() -> bool:
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    return "ENABLE_FTS5" in options
