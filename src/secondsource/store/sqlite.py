"""The store in one SQLite file: WAL, so that readers never wait for the writer, and FTS5 for the words.

Each class of record has a table of its name: id, document, owner, and the record as deflated JSON.  The text of a
document lies once, deflated, in its row; the index of its words keeps no text of its own.
"""

from __future__ import annotations

import dataclasses
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import TypeVar, cast

from secondsource.errors import StoreError
from secondsource.records import Document
from secondsource.store.base import BOOKS, KINDS, Hit
from secondsource.store.codec import SCHEMA, decode, doc_of, encode, key_of, name_of, owner_of
from secondsource.store.connections import Connections
from secondsource.store.search import Term, first_hit, terms
from secondsource.store.squeeze import squeeze, unsqueeze

Record = TypeVar("Record")

APPLICATION_ID = 0x53324E44
"""Marks the file as a store of this program (`S2ND`), as SQLite's `application_id` pragma asks."""
CHUNK = 256
"""Rows fetched at once: a scan of a large store never holds more of them in memory."""

_TABLE = """
CREATE TABLE "{name}" (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT, owner TEXT, body BLOB NOT NULL{text}
);
CREATE INDEX "{name}_doc" ON "{name}" (doc) WHERE doc IS NOT NULL;
CREATE INDEX "{name}_owner" ON "{name}" (owner) WHERE owner IS NOT NULL;
"""
_WORDS = "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');"


class SqliteStore:
    """A store file.  Threads may share it; each transaction belongs to the thread that opened it."""

    def __init__(self, path: Path) -> None:
        """Open the store at `path`, or make one.

        Raises:
            StoreError: the file cannot be opened, is no store, or was written by another schema.
        """
        self._path = path
        self._connections = Connections(path)
        self._prepare()

    def _prepare(self) -> None:
        with self._connections.lent() as connection:
            if _empty(connection):
                connection.execute("PRAGMA journal_mode=WAL")
                with self.transaction(), self._connections.lent() as writing:
                    if _empty(writing):
                        _create(writing)
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            self._refuse("a database, but no store of this program; name another file with --store")
        if version != SCHEMA:
            self._refuse(
                f"written by schema {version}, this program reads {SCHEMA}; add the articles again into a new store"
            )

    def _refuse(self, reason: str) -> None:
        self.close()
        message = f"{self._path}: {reason}"
        raise StoreError(message)

    def transaction(self) -> AbstractContextManager[None]:
        """Write everything in the block together, or nothing of it."""
        return self._connections.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Read one state of the file in the block, whatever is written beside it."""
        return self._connections.snapshot()

    def put(self, rows: Iterable[object]) -> int:
        """Write records by their class and id."""
        number = 0
        with self.transaction(), self._connections.lent() as connection:
            for row in rows:
                _put(connection, row)
                number += 1
        return number

    def get(self, kind: type[Record], key: str) -> Record | None:
        """Return one record, or None."""
        with self._connections.lent() as connection:
            row = connection.execute(f"SELECT {_columns(kind)} WHERE id = ?", (key,)).fetchone()
        return _record(kind, row[1:]) if row else None

    def scan(
        self, kind: type[Record], *, doc: str | None = None, owner: str | None = None, prefix: str = ""
    ) -> Iterator[Record]:
        """Yield records in order of their id; what is added meanwhile is not among them."""
        conditions, values = _where(doc, owner, prefix)
        if conditions:
            return self._few(kind, conditions, values)
        query = f'SELECT number FROM "{name_of(kind)}" ORDER BY id'  # noqa: S608 - own names
        with self._connections.lent() as connection:
            numbers = connection.execute(query).fetchall()
        return self._rows(kind, iter([number for (number,) in numbers]))

    def _few(self, kind: type[Record], conditions: str, values: list[str]) -> Iterator[Record]:
        """Return the rows of a document, an owner or a prefix, which are fetched in one step."""
        with self._connections.lent() as connection:
            rows = connection.execute(f"SELECT id, {_columns(kind)} {conditions}", values).fetchall()
        rows.sort(key=lambda row: cast("str", row[0]))
        return (_record(kind, row[2:]) for row in rows)

    def _rows(self, kind: type[Record], numbers: Iterator[int]) -> Iterator[Record]:
        while chunk := tuple(islice(numbers, CHUNK)):
            marks = ",".join("?" * len(chunk))
            with self._connections.lent() as connection:
                rows = connection.execute(f"SELECT {_columns(kind)} WHERE number IN ({marks})", chunk).fetchall()
            there = {row[0]: row[1:] for row in rows}
            yield from (_record(kind, there[number]) for number in chunk if number in there)

    def delete(self, kind: type, keys: Iterable[str]) -> int:
        """Delete records by id."""
        name, number = name_of(kind), 0
        with self.transaction(), self._connections.lent() as connection:
            for key in keys:
                if kind is Document:
                    _forget_words(connection, key)
                number += connection.execute(f'DELETE FROM "{name}" WHERE id = ?', (key,)).rowcount  # noqa: S608 - own names
        return number

    def find(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Return documents that hold all words, best first by BM25."""
        wanted = terms(words)
        if not wanted:
            return []
        with self._connections.lent() as connection:
            rows = connection.execute(
                "SELECT d.id, d.text, f.rank FROM (SELECT rowid, rank FROM words WHERE words MATCH ? "
                "ORDER BY rank LIMIT ?) f JOIN document d ON d.number = f.rowid ORDER BY f.rank, d.id",
                (_query(wanted), limit),
            ).fetchall()
        return [Hit(doc, *first_hit(_unpacked(text), wanted), -rank) for doc, text, rank in rows]

    def count(self, kind: type) -> int:
        """Return how many records of a class there are."""
        with self._connections.lent() as connection:
            row = connection.execute(f'SELECT count(*) FROM "{name_of(kind)}"').fetchone()  # noqa: S608 - own names
        return cast("int", row[0])

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()


def _empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables inside the open transaction (`executescript` would commit it)."""
    kinds = (*KINDS, *BOOKS)
    tables = [_TABLE.format(name=name_of(kind), text=", text BLOB" if kind is Document else "") for kind in kinds]
    script = "".join([*tables, _WORDS])
    for statement in script.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version={SCHEMA}")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _columns(kind: type) -> str:
    return f'number, body{", text" if kind is Document else ""} FROM "{name_of(kind)}"'


def _where(doc: str | None, owner: str | None, prefix: str) -> tuple[str, list[str]]:
    bounds = {"doc = ?": doc, "owner = ?": owner, "id >= ?": prefix or None}
    asked = {condition: value for condition, value in bounds.items() if value is not None}
    if prefix:
        asked["id < ?"] = prefix + "\U0010ffff"
    return ("WHERE " + " AND ".join(asked) if asked else ""), list(asked.values())


def _put(connection: sqlite3.Connection, row: object) -> None:
    if isinstance(row, Document):
        _put_document(connection, row)
        return
    connection.execute(
        f'INSERT INTO "{name_of(type(row))}" (id, doc, owner, body) VALUES (?, ?, ?, ?) '  # noqa: S608 - own names
        "ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, owner = excluded.owner, body = excluded.body",
        (key_of(row), doc_of(row), owner_of(row), squeeze(encode(row))),
    )


def _put_document(connection: sqlite3.Connection, document: Document) -> None:
    """Write a document over that of its id; its words are indexed anew only where its text is another."""
    body, text = squeeze(encode(dataclasses.replace(document, text=""))), _packed(document.text)
    before = connection.execute("SELECT number, text FROM document WHERE id = ?", (document.id,)).fetchone()
    if before and before[1] == text:
        connection.execute("UPDATE document SET body = ? WHERE number = ?", (body, before[0]))
        return
    if before:
        _forget_words(connection, document.id)
        connection.execute("DELETE FROM document WHERE number = ?", (before[0],))
    made = connection.execute(
        "INSERT INTO document (id, doc, body, text) VALUES (?, ?, ?, ?)", (document.id, document.id, body, text)
    )
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (made.lastrowid, _indexed(document.text)))


def _forget_words(connection: sqlite3.Connection, key: str) -> None:
    """Take a document out of the index, which asks for the words that were put in."""
    row = connection.execute("SELECT number, text FROM document WHERE id = ?", (key,)).fetchone()
    if row:
        values = (row[0], _indexed(_unpacked(row[1])))
        connection.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", values)


def _record(kind: type[Record], row: tuple[bytes, ...]) -> Record:
    record = decode(kind, unsqueeze(row[0]))
    if isinstance(record, Document):
        return cast("Record", dataclasses.replace(record, text=_unpacked(row[1])))
    return record


def _query(wanted: list[Term]) -> str:
    return " AND ".join('"' + " ".join(term.words) + '"' + "*" * term.open_ for term in wanted)


def _packed(text: str) -> bytes:
    """Return a text deflated; lone surrogates, which UTF-8 proper cannot hold, pass."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def _unpacked(text: bytes) -> str:
    return zlib.decompress(text).decode("utf-8", "surrogatepass")


def _indexed(text: str) -> str:
    """Return the text as the index can take it: a lone surrogate as a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
