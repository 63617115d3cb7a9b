"""Keeps records: one protocol, several engines, one conformance suite."""

from __future__ import annotations

from pathlib import Path

from secondsource.store.base import Held, Hit, Run, Store
from secondsource.store.house import House, open_house
from secondsource.store.journal import Journal, open_journal
from secondsource.store.memory import MemoryStore
from secondsource.store.sqlite import SqliteStore

__all__ = [
    "Held",
    "Hit",
    "House",
    "Journal",
    "MemoryStore",
    "Run",
    "SqliteStore",
    "Store",
    "open_house",
    "open_journal",
    "open_store",
]


def open_store(path: Path | str) -> Store:
    """Open or create the store at `path`; `:memory:` keeps nothing.

    Raises:
        StoreError: the file is no store, is locked, or was written by another schema.
    """
    return MemoryStore() if str(path) == ":memory:" else SqliteStore(Path(path))
