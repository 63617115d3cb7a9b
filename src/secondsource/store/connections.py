"""Lends connections to one SQLite file, so that readers run beside the writer and no thread is left holding one."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from secondsource.errors import StoreError

BUSY_SECONDS = 15.0
"""How long a writer waits for another before it gives up; a batch of the main job takes well under a second."""

_PRAGMAS = "PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768; PRAGMA mmap_size=268435456;"
"""In WAL mode NORMAL keeps every commit whole when the process dies, and loses at most the last ones with the power."""

_HINTS = (
    ("locked", "another program is writing to it; try again when that is done"),
    ("full", "the disk is full; make room and run the same command again"),
    ("readonly", "it may not be written to; change its permissions, or name another file with --store"),
    ("unable to open", "it cannot be opened; its folder must exist and be writable"),
    ("not a database", "a file, but no store; name another with --store"),
    ("malformed", "the file is damaged; add the articles again into a new store"),
    ("closed database", "the store was closed before; open it again"),
)


class Connections:
    """Connections to the file at `path`, made when all others are in use."""

    def __init__(self, path: Path) -> None:
        """Remember the path; nothing is opened yet."""
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._own = threading.local()
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection for one step: that of the thread's transaction if it has one.

        Raises:
            StoreError: says in words what SQLite reports as an error.
        """
        held: sqlite3.Connection | None = getattr(self._own, "connection", None)
        try:
            connection = held or self._take()
            try:
                yield connection
            finally:
                if held is None:
                    self._give_back(connection)
        except sqlite3.Error as error:
            raise StoreError(self._said(str(error))) from error

    def transaction(self) -> AbstractContextManager[None]:
        """Make all steps of this thread in the block one; an exception undoes them.  Inner ones join the outer."""
        return self._one("BEGIN IMMEDIATE")

    def snapshot(self) -> AbstractContextManager[None]:
        """Let all steps of this thread in the block read one state of the file."""
        return self._one("BEGIN")

    @contextmanager
    def _one(self, begin: str) -> Iterator[None]:
        if getattr(self._own, "connection", None) is not None:
            yield
            return
        with self.lent() as connection:
            connection.execute(begin)
            self._own.connection = connection
            try:
                yield
                connection.execute("COMMIT")
            finally:
                self._own.connection = None
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close what is idle, and what is lent when it comes back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def _take(self) -> sqlite3.Connection:
        if self._closed:
            message = f"{self._path}: the store was closed before; open it again"
            raise StoreError(message)
        try:
            return self._idle.pop()
        except IndexError:
            made = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            made.executescript(_PRAGMAS)
            return made

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if self._closed:
            connection.close()
        else:
            self._idle.append(connection)

    def _said(self, error: str) -> str:
        hint = next((hint for mark, hint in _HINTS if mark in error), error)
        return f"{self._path}: {hint}"
