"""What the pages ask of an open store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from secondsource.page.dossier import Dossier
from secondsource.records import Story

Row = TypeVar("Row")


class Hit(Protocol):
    """A document that holds the words searched for, and where the first of them stands."""

    @property
    def doc_id(self) -> str:
        """Id of the document."""

    @property
    def start(self) -> int:
        """Offset of the first hit."""

    @property
    def end(self) -> int:
        """Offset behind the first hit."""


class Reader(Protocol):
    """An open store, read only; `secondsource.pipeline.Desk` is one."""

    def scan(self, kind: type[Row]) -> Iterator[Row]:
        """Yield all records of a class in order of their id."""

    def get(self, kind: type[Row], key: str) -> Row:
        """Return the record with this id, or raise `UsageError`."""

    def story_of(self, doc_id: str) -> Story | None:
        """Return the story that the document belongs to, None before the stories were found."""

    def dossier(self, key: str) -> Dossier:
        """Return the storyline with this id, or that of the story with this id, or raise `UsageError`."""

    def find(self, words: str, *, limit: int = 20) -> Sequence[Hit]:
        """Return the documents that hold `words`, best first."""
