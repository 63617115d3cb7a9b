"""The store in memory: for tests, for one-off runs, and as the plainest statement of what a store does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from secondsource.records import Document
from secondsource.store.base import Hit
from secondsource.store.codec import doc_of, key_of, owner_of
from secondsource.store.search import first_hit, terms

Record = TypeVar("Record")


class MemoryStore:
    """Keeps records in dictionaries; everything is gone with the process."""

    def __init__(self) -> None:
        """Make an empty store."""
        self._rows: dict[type, dict[str, object]] = {}
        self._docs: dict[tuple[type, str], set[str]] = {}
        self._owners: dict[tuple[type, str], set[str]] = {}
        self._depth = 0

    def put(self, rows: Iterable[object]) -> int:
        """Write records by their class and id."""
        number = 0
        for row in rows:
            kind, key = type(row), key_of(row)
            self.delete(kind, [key])
            self._rows.setdefault(kind, {})[key] = row
            self._index(row, key)
            number += 1
        return number

    def _index(self, row: object, key: str) -> None:
        if doc := doc_of(row):
            self._docs.setdefault((type(row), doc), set()).add(key)
        if owner := owner_of(row):
            self._owners.setdefault((type(row), owner), set()).add(key)

    def get(self, kind: type[Record], key: str) -> Record | None:
        """Return one record, or None."""
        return cast("Record | None", self._rows.get(kind, {}).get(key))

    def scan(self, kind: type[Record], *, doc: str | None = None, owner: str | None = None) -> Iterator[Record]:
        """Yield records in order of their id."""
        rows = self._rows.get(kind, {})
        keys = set(rows)
        if doc is not None:
            keys &= self._docs.get((kind, doc), set())
        if owner is not None:
            keys &= self._owners.get((kind, owner), set())
        return iter([cast("Record", rows[key]) for key in sorted(keys)])

    def delete(self, kind: type, keys: Iterable[str]) -> int:
        """Delete records by id."""
        number = 0
        for key in keys:
            row = self._rows.get(kind, {}).pop(key, None)
            if row is None:
                continue
            number += 1
            if doc := doc_of(row):
                self._docs[kind, doc].discard(key)
            if owner := owner_of(row):
                self._owners[kind, owner].discard(key)
        return number

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Undo everything since if the block raises."""
        if self._depth:
            yield
            return
        before = {kind: dict(rows) for kind, rows in self._rows.items()}
        self._depth += 1
        try:
            yield
        except BaseException:
            self._restore(before)
            raise
        finally:
            self._depth -= 1

    def _restore(self, before: dict[type, dict[str, object]]) -> None:
        self._rows, self._docs, self._owners = before, {}, {}
        for rows in before.values():
            for key, row in rows.items():
                self._index(row, key)

    def find(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Return documents that hold all words, those with the most of them first."""
        wanted = terms(words)
        hits = []
        for document in self.scan(Document) if wanted else ():
            counts = [
                len(re.findall(r"\b" + r"\W+".join(map(re.escape, term)) + r"\b", document.text, re.IGNORECASE))
                for term in wanted
            ]
            if all(counts):
                hits.append(Hit(document.id, *first_hit(document.text, wanted), float(sum(counts))))
        return sorted(hits, key=lambda hit: (-hit.score, hit.doc_id))[:limit]

    def count(self, kind: type) -> int:
        """Return how many records of a class there are."""
        return len(self._rows.get(kind, {}))

    def close(self) -> None:
        """Do nothing: memory needs no closing."""
