"""The store in memory: for tests, for one-off runs, and as the plainest statement of what a store does."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from secondsource.records import Document
from secondsource.store.base import Hit
from secondsource.store.codec import doc_of, key_of, name_of, owner_of
from secondsource.store.search import bare, first_hit, terms

Record = TypeVar("Record")
_Change = tuple[type, str, object | None]


class MemoryStore:
    """Keeps records in dictionaries; everything is gone with the process."""

    def __init__(self) -> None:
        """Make an empty store."""
        self._rows: dict[str, dict[str, object]] = {}
        self._filed: dict[tuple[str, str, str], set[str]] = {}
        self._undo: list[_Change] | None = None
        self._lock = threading.RLock()

    def put(self, rows: Iterable[object]) -> int:
        """Write records by their class and id."""
        number = 0
        with self.transaction():
            for row in rows:
                self._set(type(row), key_of(row), row)
                number += 1
        return number

    def get(self, kind: type[Record], key: str) -> Record | None:
        """Return one record, or None."""
        return cast("Record | None", self._rows.get(name_of(kind), {}).get(key))

    def scan(
        self, kind: type[Record], *, doc: str | None = None, owner: str | None = None, prefix: str = ""
    ) -> Iterator[Record]:
        """Yield records in order of their id; what is added meanwhile is not among them."""
        name = name_of(kind)
        with self._lock:
            rows = self._rows.get(name, {})
            asked = {"doc": doc, "owner": owner}
            filed = [self._filed.get((name, by, key), set()) for by, key in asked.items() if key is not None]
            keys = set[str].intersection(*filed) if filed else set(rows)
        ordered = sorted(key for key in keys if key.startswith(prefix))
        return (cast("Record", rows[key]) for key in ordered if key in rows)

    def delete(self, kind: type, keys: Iterable[str]) -> int:
        """Delete records by id."""
        with self.transaction():
            return sum(self._set(kind, key, None) for key in keys)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Undo everything since if the block raises; other threads write when it is over."""
        with self._lock:
            if self._undo is not None:
                yield
                return
            self._undo = done = list[_Change]()
            try:
                yield
            except BaseException:
                self._undo = None
                for kind, key, before in reversed(done):
                    self._set(kind, key, before)
                raise
            finally:
                self._undo = None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Keep other threads from writing in the block."""
        with self._lock:
            yield

    def _set(self, kind: type, key: str, row: object | None) -> bool:
        """Put `row` in place of what lies under `key`, None for nothing; tell whether something lay there."""
        name = name_of(kind)
        rows = self._rows.setdefault(name, {})
        before = rows.pop(key, None)
        if self._undo is not None:
            self._undo.append((kind, key, before))
        for place in _places(name, before):
            self._filed[place].discard(key)
        if row is not None:
            rows[key] = row
            for place in _places(name, row):
                self._filed.setdefault(place, set()).add(key)
        return before is not None

    def find(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Return documents that hold all words, those with the most of them first."""
        wanted = terms(words)
        patterns = [term.bare().pattern() for term in wanted]
        hits = []
        for document in self.scan(Document) if wanted else ():
            text = bare(document.text)
            counts = [len(pattern.findall(text)) for pattern in patterns]
            if all(counts):
                hits.append(Hit(document.id, *first_hit(document.text, wanted), float(sum(counts))))
        return sorted(hits, key=lambda hit: (-hit.score, hit.doc_id))[:limit]

    def count(self, kind: type) -> int:
        """Return how many records of a class there are."""
        return len(self._rows.get(name_of(kind), {}))

    def close(self) -> None:
        """Do nothing: memory needs no closing."""


def _places(name: str, row: object | None) -> Iterator[tuple[str, str, str]]:
    """Yield where a row is filed: under its document and its owner."""
    if row is not None and (doc := doc_of(row)):
        yield name, "doc", doc
    if row is not None and (owner := owner_of(row)):
        yield name, "owner", owner
