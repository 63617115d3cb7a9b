"""A desk that holds the invented ferry story in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from secondsource import page
from secondsource.errors import UsageError
from secondsource.page.dossier import Dossier
from secondsource.records import Assessment, Attribution, Claim, Document, Duplicate, Reject, Story, Storyline, Summary
from tests.page import fiction_dossier

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Hit:
    doc_id: str
    start: int
    end: int


def _summaries(told: Dossier) -> Iterator[Summary]:
    return page.summaries(
        told.storyline, told.stories, told.documents, told.copies,
        claims=told.claims.values(), assessments=told.assessments.values(),
    )  # fmt: skip


class FictionDesk:
    def __init__(self, dossier: Dossier | None = None) -> None:
        self._dossier = dossier or fiction_dossier.dossier()
        self._rows: dict[type, dict[str, object]] = {
            Storyline: {self._dossier.storyline.id: self._dossier.storyline},
            Story: dict(self._dossier.stories),
            Document: dict(self._dossier.documents),
            Claim: dict(self._dossier.claims),
            Attribution: {row.id: row for row in self._dossier.attributions},
            Duplicate: {row.id: row for row in self._dossier.copies},
            Assessment: dict(self._dossier.assessments),
            Summary: {row.id: row for row in _summaries(self._dossier)},
            Reject: {row.id: row for row in fiction_dossier.rejects()},
        }

    def scan(self, kind: type[Row]) -> Iterator[Row]:
        yield from self._rows[kind].values()  # type: ignore[misc]

    def get(self, kind: type[Row], key: str) -> Row:
        if key not in self._rows[kind]:
            message = f"no {kind.__name__.lower()} '{key}'"
            raise UsageError(message)
        return self._rows[kind][key]  # type: ignore[return-value]

    def story_of(self, doc_id: str) -> Story | None:
        return next((told for told in self._dossier.stories.values() if doc_id in told.doc_ids), None)

    def dossier(self, key: str) -> Dossier:
        del key
        return self._dossier

    def find(self, words: str, *, limit: int = 20) -> Sequence[Hit]:
        hits = []
        for document in self._dossier.documents.values():
            at = document.text.casefold().find(words.casefold())
            if at >= 0:
                hits.append(Hit(document.id, at, at + len(words)))
        return hits[:limit]
