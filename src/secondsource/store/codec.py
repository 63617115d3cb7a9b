"""How a record becomes a row and back: its key, the document and the owner it belongs to, and its JSON."""

from __future__ import annotations

import functools
import json
from collections.abc import Hashable
from typing import TypeVar, cast

import msgspec

from secondsource.errors import InvariantError, StoreError
from secondsource.records import Assessment, Claim, Comparison, Derived, Document, Evidence, Span, Summary
from secondsource.store.base import BOOKS, KINDS, Held, Run

Record = TypeVar("Record")

SCHEMA = 3
"""Raised when rows that were written before can no longer be read."""

_NAMES: dict[type, str] = {kind: kind.__name__.lower() for kind in (*KINDS, *BOOKS)}
_encode = msgspec.json.Encoder().encode


def name_of(kind: type) -> str:
    """Return the name under which an engine keeps records of `kind`.

    Raises:
        InvariantError: the store keeps no such class.
    """
    name = _NAMES.get(kind)
    if name is None:
        message = f"a store keeps no {kind.__name__}; it keeps {', '.join(sorted(_NAMES.values()))}"
        raise InvariantError(message)
    return name


def key_of(record: object) -> str:
    """Return the id that a record is kept under; a run goes by its stage and key, a file by its path.

    >>> key_of(Run("copies", "*", "1", "ab"))
    'copies:*'

    Raises:
        InvariantError: the store keeps no such class.
    """
    name_of(type(record))
    if isinstance(record, Run):
        return f"{record.stage}:{record.key}"
    if isinstance(record, Assessment):
        return record.claim_id
    if isinstance(record, Held):
        return record.path
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
    """Return the claim of evidence, the storyline of a claim or a summary, the stage of a run, else None."""
    if isinstance(record, Evidence | Assessment | Derived | Comparison):
        return record.claim_id
    if isinstance(record, Claim | Summary):
        return record.storyline_id
    return record.stage if isinstance(record, Run) else None


def encode(record: object) -> bytes:
    r"""Return the JSON of a record.

    A lone surrogate, as a file name of unknown encoding brings it, is written as its escape (`\udcff`), which UTF-8
    cannot hold and JSON can.
    """
    try:
        return _encode(record)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode("ascii")


@functools.cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast("type[object]", kind))


def decode(kind: type[Record], body: bytes) -> Record:
    """Return the record of `kind` that `encode` wrote as `body`.

    Raises:
        StoreError: a record of `kind` looked otherwise when it was written.
    """
    try:
        return cast("Record", _decoder(cast("Hashable", kind)).decode(body))
    except msgspec.DecodeError:
        return _decode_escaped(kind, body)


def _decode_escaped(kind: type[Record], body: bytes) -> Record:
    try:
        return msgspec.convert(json.loads(body), kind)
    except (msgspec.ValidationError, ValueError) as error:
        message = (
            f"a {kind.__name__.lower()} in the store was written by another version ({error}); "
            "add the articles again into a new store"
        )
        raise StoreError(message) from error
