"""Takes inputs into the store: a file is read once, and again only where its bytes or what is said of it changed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from secondsource.ingest import Given, given_for, printable, read, reading
from secondsource.lexicon.tables import Lexicon
from secondsource.pipeline import faults
from secondsource.records import Document, Reject
from secondsource.store import Held, Store

BATCH = 100
"""Inputs read before they are written: at most this many are read again after the process was killed."""
_LISTS = frozenset({".opml"})
"""Suffixes of lists of other files, which may change while the list does not: they are always read."""
_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the inputs of one `add`: ids of new and known documents, and the rejects."""

    read: tuple[str, ...]
    known: tuple[str, ...]
    rejected: tuple[Reject, ...]


@dataclass(slots=True)
class _Batch:
    """What is to be written in the next transaction."""

    documents: dict[str, Document] = field(default_factory=dict)
    rejects: dict[str, Reject] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)
    replaced: set[str] = field(default_factory=set)
    mended: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.documents) + len(self.rejects) + len(self.held)


class Intake:
    """The inputs of one `add` on their way into a store; `finish` writes the last of them."""

    def __init__(self, store: Store, lexicon: Lexicon) -> None:
        """Look up what the store holds."""
        self._store, self._lexicon = store, lexicon
        self._rules = hashlib.sha256(_encode((reading(), lexicon))).hexdigest()
        self._files = {(row.path, row.sha256): row.id for row in store.scan(Document)}
        self._stored = set(self._files.values())
        self._refused = {row.id: row for row in store.scan(Reject) if not faults.is_fault(row)}
        self._held = {row.path: row for row in store.scan(Held)}
        self._claims: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._held.values():
            for key in row.doc_ids:
                self._claims[key].add(row.path)
        self._batch = _Batch()
        self._read: dict[str, None] = {}
        self._known: dict[str, None] = {}
        self._rejected: dict[str, Reject] = {}

    def file(self, path: Path, given: Mapping[str, Given]) -> None:
        """Take in a file, or pass over it where the store holds all that it would give."""
        name, stamp = printable(path), self._stamp(path, given_for(path, given))
        before = self._held.get(name)
        if before and before.stamp == stamp and self._has(before):
            self._known.update(dict.fromkeys(before.doc_ids))
            self._rejected.update({key: self._refused[key] for key in before.reject_ids})
            return
        documents: dict[str, str] = {}
        rejects: set[str] = set()
        for item in read(path, lexicon=self._lexicon, given=given):
            self._take(item, name)
            if isinstance(item, Document):
                documents[item.id] = item.path
            else:
                rejects.add(item.id)
        self._batch.mended |= {row.id for row in self._refused.values() if _is_of(row.path, name)} - rejects
        if stamp and all(_is_of(place, name) for place in documents.values()):
            self._hold(Held(name, stamp, tuple(documents), tuple(sorted(rejects))))

    def items(self, found: Iterable[Document | Reject]) -> None:
        """Take in what was read elsewhere."""
        containers, made = set(), set()
        for item in found:
            self._take(item, item.path)
            made.add(item.id)
            containers |= set(_around(item.path)) if isinstance(item, Document) else set()
        self._batch.mended |= {row.id for row in self._refused.values() if row.path in containers} - made

    def finish(self) -> AddReport:
        """Write what is left; say what became of all."""
        self._write()
        return AddReport(tuple(self._read), tuple(self._known), tuple(self._rejected.values()))

    def _stamp(self, path: Path, given: Given) -> str | None:
        """Return the digest of all that a file's documents follow from; None where it cannot be read twice.

        The moment of the reading is left out: a page is not read again for being read later.
        """
        if path.suffix.lower() in _LISTS or not path.is_file():
            return None
        try:
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None
        said = dataclasses.replace(given, retrieved=None)
        return hashlib.sha256(_encode((self._rules, content, said))).hexdigest()

    def _has(self, held: Held) -> bool:
        return self._stored.issuperset(held.doc_ids) and self._refused.keys() >= set(held.reject_ids)

    def _hold(self, held: Held) -> None:
        self._batch.held.append(held)
        for key in held.doc_ids:
            self._claims[key].add(held.path)

    def _take(self, item: Document | Reject, name: str) -> None:
        """Put an item of input `name` among those to be written."""
        if isinstance(item, Reject):
            self._batch.rejects[item.id] = self._rejected[item.id] = item
        else:
            self._batch.documents[item.id] = item
            self._replace(item, name)
            if item.id in self._stored:
                self._known.setdefault(item.id)
            else:
                self._read.setdefault(item.id)
        if len(self._batch) >= BATCH:
            self._write()

    def _replace(self, document: Document, name: str) -> None:
        """Let a document take the place of the one that the same bytes were before with other metadata."""
        file = document.path, document.sha256
        before = self._files.get(file, document.id)
        if before != document.id and self._claims[before] <= {name}:
            self._batch.replaced.add(before)
        self._files[file] = document.id

    def _write(self) -> None:
        """Write the batch in one transaction."""
        batch, self._batch = self._batch, _Batch()
        with self._store.transaction():
            self._store.delete(Document, sorted(batch.replaced - batch.documents.keys()))
            self._store.delete(Reject, sorted(batch.mended))
            self._store.put([*batch.documents.values(), *batch.rejects.values(), *batch.held])


def _is_of(path: str, name: str) -> bool:
    """Tell whether `path` is input `name` or a member of it."""
    return path == name or path.startswith(f"{name}!")


def _around(path: str) -> Iterator[str]:
    """Yield the path and those of the containers around it, as members follow their container after `!`."""
    yield path
    while "!" in path:
        path = path.rpartition("!")[0]
        yield path
