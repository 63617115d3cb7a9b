"""The store's verbs, typed by record class; every engine passes the same conformance suite."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from secondsource import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Record = TypeVar("Record")

KINDS: tuple[type, ...] = (
    records.Document, records.Reject, records.Anchor, records.Credit, records.Meaning, records.Duplicate, records.Story,
    records.Storyline, records.Entity, records.Attribution, records.Time, records.Figure, records.Claim,
    records.Evidence, records.Assessment, records.Derived, records.Comparison, records.Summary,
)  # fmt: skip
"""Every class of record that a store keeps."""


@dataclass(frozen=True, slots=True)
class Run:
    """That `stage` at `version` has read input of digest `stamp` for `key` (a document id, or `*` for the corpus)."""

    stage: str
    key: str
    version: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Held:
    """That the file at `path` is in the store: what `stamp` stands for was read into these documents and rejects."""

    path: str
    stamp: str
    doc_ids: tuple[str, ...]
    reject_ids: tuple[str, ...]


BOOKS: tuple[type, ...] = (Run, Held)
"""What a store keeps for itself beside the records, on what was done."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds the words searched for, best first; `start` and `end` bracket the first of them."""

    doc_id: str
    start: int
    end: int
    score: float


class Store(Protocol):
    """Records by class and id.  All changes inside one `transaction()` happen together or not at all."""

    def put(self, rows: Iterable[object]) -> int:
        """Write records (or `BOOKS`) by their class and id, replacing those that are there; return how many."""

    def get(self, kind: type[Record], key: str) -> Record | None:
        """Return the record of `kind` with id `key`, or None."""

    def scan(
        self, kind: type[Record], *, doc: str | None = None, owner: str | None = None, prefix: str = ""
    ) -> Iterator[Record]:
        """Yield the records of `kind` in order of their id: all, or those that meet every condition given.

        What is added after the call is not among them; what is deleted before its turn may be.

        Args:
            kind: class of the records.
            doc: id of the document that they belong to.
            owner: the claim of an evidence, assessment or derived sum, the storyline of a claim or summary, the
                stage of a run.
            prefix: what their ids begin with.
        """

    def delete(self, kind: type, keys: Iterable[str]) -> int:
        """Delete records of `kind` by id; return how many were there."""

    def transaction(self) -> AbstractContextManager[None]:
        """Open a transaction; an exception inside it undoes everything since."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Open a block whose reads see the store in one state, whatever others write; nothing is written in it."""

    def find(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Return the documents whose text holds all `words`, best first; any string will do.

        Quoted words must follow each other, a star stands for any ending; case and accents do not matter.
        """

    def count(self, kind: type) -> int:
        """Return how many records of `kind` there are."""

    def close(self) -> None:
        """Release the file; the store is not used after it."""
