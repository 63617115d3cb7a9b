"""Opens the store that a verb works on."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import click

from secondsource.errors import StoreError
from secondsource.pipeline import Desk

Command = TypeVar("Command", bound=Callable[..., object])


def on_store(command: Command) -> Command:
    """Hand a verb the path of its store first; `-s` may stand before the verb or behind it."""

    @click.option("-s", "--store", "own", metavar="FILE", help="The store to work on.")
    @click.pass_obj
    @functools.wraps(command)
    def with_store(store: str, /, *, own: str | None, **rest: object) -> object:
        return command(own or store, **rest)

    return cast("Command", with_store)


def reading(store: str) -> Desk:
    """Open a store that is there already.

    Raises:
        StoreError: there is none, or it cannot be opened.
    """
    if not Path(store).exists():
        message = f"{store}: no store here; `secondsource add FILES` makes one, -s names another"
        raise StoreError(message)
    return Desk.open(store)
