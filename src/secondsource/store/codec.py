"""How a record becomes a row and back: its key, the document and the owner it belongs to, and its JSON."""

from __future__ import annotations

import functools
from collections.abc import Hashable
from typing import TypeVar, cast

import msgspec

from secondsource.records import Assessment, Claim, Derived, Document, Evidence, Span
from secondsource.store.base import Run

Record = TypeVar("Record")

SCHEMA = 1
"""Raised when the JSON of a record can no longer be read by the class of today."""

encode = msgspec.json.Encoder().encode


def key_of(record: object) -> str:
    """Return the id that a record is kept under; a run goes by its stage and key.

    >>> key_of(Run("copies", "*", "1", "ab"))
    'copies:*'
    """
    if isinstance(record, Run):
        return f"{record.stage}:{record.key}"
    if isinstance(record, Assessment):
        return record.claim_id
    key: str = getattr(record, "id", None) or record.doc_id  # type: ignore[attr-defined]
    return key


def doc_of(record: object) -> str | None:
    """Return the id of the document that a record belongs to, None where there is none."""
    if isinstance(record, Document):
        return record.id
    span = getattr(record, "span", None)
    if isinstance(span, Span):
        return span.doc_id
    doc: str | None = getattr(record, "doc_id", None)
    return doc


def owner_of(record: object) -> str | None:
    """Return the claim of evidence, the storyline of a claim, the stage of a run, else None."""
    if isinstance(record, Evidence | Assessment | Derived):
        return record.claim_id
    if isinstance(record, Claim):
        return record.storyline_id
    return record.stage if isinstance(record, Run) else None


@functools.cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast("type[object]", kind))


def decode(kind: type[Record], body: bytes) -> Record:
    """Return the record of `kind` that `encode` wrote as `body`."""
    return cast("Record", _decoder(cast("Hashable", kind)).decode(body))
