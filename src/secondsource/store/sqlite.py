"""The store in one SQLite file: WAL, so that readers never wait for the writer, and FTS5 for the words.

Records lie as JSON in one table with their class, id, document and owner.  The text of a document lies once, beside
the full-text index that points at it, and is joined to the document's row when that is read.
"""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from secondsource.errors import StoreError
from secondsource.records import Document
from secondsource.store.base import Hit
from secondsource.store.codec import SCHEMA, decode, doc_of, encode, key_of, owner_of
from secondsource.store.search import first_hit, terms

Record = TypeVar("Record")

APPLICATION_ID = 0x53324E44
"""Marks the file as a store of this program (`S2ND`), as SQLite's `application_id` pragma asks."""
BUSY_SECONDS = 15.0
"""How long a writer waits for another before it gives up; a batch of the main job takes well under a second."""

_TABLES = """
CREATE TABLE rows (
    kind TEXT NOT NULL, id TEXT NOT NULL, doc TEXT, owner TEXT, body BLOB NOT NULL, PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX rows_by_doc ON rows (kind, doc) WHERE doc IS NOT NULL;
CREATE INDEX rows_by_owner ON rows (kind, owner) WHERE owner IS NOT NULL;
CREATE TABLE texts (number INTEGER PRIMARY KEY, doc TEXT NOT NULL UNIQUE, text TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
    text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
    INSERT INTO words (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER texts_gone AFTER DELETE ON texts BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', old.number, old.text);
END;
"""


class SqliteStore:
    """A store file; each thread has its own connection to it."""

    def __init__(self, path: Path) -> None:
        """Open the store at `path`, or make one.

        Raises:
            StoreError: the file cannot be opened, is no store, or was written by another schema.
        """
        self._path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        with self._said():
            self._prepare()

    def _prepare(self) -> None:
        connection = self._connection
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            connection.executescript(
                f"BEGIN IMMEDIATE;{_TABLES}PRAGMA user_version={SCHEMA};PRAGMA application_id={APPLICATION_ID};COMMIT;"
            )
        elif owner != APPLICATION_ID:
            message = f"{self._path}: a database, but no store of this program; name another file with --store"
            raise StoreError(message)
        elif version != SCHEMA:
            message = (
                f"{self._path}: written by schema {version}, this program reads {SCHEMA}; "
                "add the articles again into a new store"
            )
            raise StoreError(message)

    @property
    def _connection(self) -> sqlite3.Connection:
        held: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if held is None:
            held = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            held.execute("PRAGMA journal_mode=WAL")
            held.execute("PRAGMA synchronous=NORMAL")
            self._local.connection = held
            with self._lock:
                self._opened.append(held)
        return held

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Say in words what SQLite reports as an error code."""
        try:
            yield
        except sqlite3.OperationalError as error:
            hint = "another program is writing to it; try again" if "locked" in str(error) else str(error)
            message = f"{self._path}: {hint}"
            raise StoreError(message) from error
        except sqlite3.DatabaseError as error:
            message = f"{self._path}: not a store ({error}); name another file with --store"
            raise StoreError(message) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything in the block together, or nothing of it."""
        connection = self._connection
        if connection.in_transaction:
            yield
            return
        with self._said():
            connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        with self._said():
            connection.execute("COMMIT")

    def put(self, rows: Iterable[object]) -> int:
        """Write records by their class and id."""
        number = 0
        with self.transaction(), self._said():
            for row in rows:
                self._put(row)
                number += 1
        return number

    def _put(self, row: object) -> None:
        kept = row
        if isinstance(row, Document):
            self._connection.execute("DELETE FROM texts WHERE doc = ?", (row.id,))
            self._connection.execute("INSERT INTO texts (doc, text) VALUES (?, ?)", (row.id, _writable(row.text)))
            kept = dataclasses.replace(row, text="")
        self._connection.execute(
            "INSERT OR REPLACE INTO rows (kind, id, doc, owner, body) VALUES (?, ?, ?, ?, ?)",
            (type(row).__name__, key_of(row), doc_of(row), owner_of(row), encode(kept)),
        )

    def get(self, kind: type[Record], key: str) -> Record | None:
        """Return one record, or None."""
        found = self._select(kind, "AND r.id = ?", (key,))
        return found[0] if found else None

    def scan(self, kind: type[Record], *, doc: str | None = None, owner: str | None = None) -> Iterator[Record]:
        """Yield records in order of their id; what is written meanwhile is not among them."""
        where = ""
        values: list[str] = []
        if doc is not None:
            where, values = where + "AND r.doc = ? ", [*values, doc]
        if owner is not None:
            where, values = where + "AND r.owner = ? ", [*values, owner]
        return iter(self._select(kind, where, tuple(values)))

    def _select(self, kind: type[Record], where: str, values: tuple[str, ...]) -> list[Record]:
        join = "JOIN texts t ON t.doc = r.id" if kind is Document else ""
        column = "t.text" if kind is Document else "NULL"
        query = f"SELECT r.body, {column} FROM rows r {join} WHERE r.kind = ? {where} ORDER BY r.id"  # noqa: S608 - fixed
        with self._said():
            rows = self._connection.execute(query, (kind.__name__, *values)).fetchall()
        return [_with_text(decode(kind, body), text) for body, text in rows]

    def delete(self, kind: type, keys: Iterable[str]) -> int:
        """Delete records by id."""
        number = 0
        with self.transaction(), self._said():
            for key in keys:
                if kind is Document:
                    self._connection.execute("DELETE FROM texts WHERE doc = ?", (key,))
                done = self._connection.execute("DELETE FROM rows WHERE kind = ? AND id = ?", (kind.__name__, key))
                number += done.rowcount
        return number

    def find(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Return documents that hold all words, best first by BM25."""
        wanted = terms(words)
        if not wanted:
            return []
        query = " AND ".join('"' + " ".join(term) + '"' for term in wanted)
        with self._said():
            rows = self._connection.execute(
                "SELECT t.doc, t.text, bm25(words) FROM words JOIN texts t ON t.number = words.rowid "
                "WHERE words MATCH ? ORDER BY bm25(words), t.doc LIMIT ?",
                (_writable(query), limit),
            ).fetchall()
        return [Hit(doc, *first_hit(text, wanted), -score) for doc, text, score in rows]

    def count(self, kind: type) -> int:
        """Return how many records of a class there are."""
        with self._said():
            row = self._connection.execute("SELECT count(*) FROM rows WHERE kind = ?", (kind.__name__,)).fetchone()
        return cast("int", row[0])

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()


def _with_text(record: Record, text: str | None) -> Record:
    if isinstance(record, Document) and text is not None:
        return dataclasses.replace(record, text=text)
    return record


def _writable(text: str) -> str:
    """Return `text` with lone surrogates, which SQLite cannot keep, replaced one for one."""
    return text.encode("utf-8", "replace").decode("utf-8")
