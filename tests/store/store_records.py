"""Strategies that build any record, and a few invented ones."""

from __future__ import annotations

import dataclasses
import datetime as dt
import typing

from hypothesis import strategies as st

from secondsource.records import Document, Evidence, Section, Span, Stamp
from secondsource.store.base import BOOKS, KINDS

_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_WORDS = st.text(max_size=12)
_KEYS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz234567", min_size=1, max_size=11)
_LEAVES = {float: _NUMBERS, str: _WORDS, int: st.integers(0, 10**9), bool: st.booleans(), dt.date: st.dates(),
           type(None): st.none()}  # fmt: skip


def _typed(kind: object) -> st.SearchStrategy[object]:
    """Return a strategy for a field's type: leaves, literals, optional ones, tuples and other records."""
    if kind in _LEAVES:
        return _LEAVES[kind]
    return any_record(kind) if dataclasses.is_dataclass(kind) else _composed(kind)


def _composed(kind: object) -> st.SearchStrategy[object]:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return st.sampled_from(parts)
    if origin is not tuple:
        return st.one_of(*map(_typed, parts))
    if parts[1:] == (...,):
        return st.lists(_typed(parts[0]), max_size=3).map(tuple)
    return st.tuples(*map(_typed, parts))


def any_record(kind: type) -> st.SearchStrategy[object]:
    """Return a strategy for records of `kind`."""
    hints = typing.get_type_hints(kind)
    fields = {name: _KEYS if name in {"id", "doc_id", "claim_id"} else _typed(hint) for name, hint in hints.items()}
    return st.deferred(lambda: st.builds(kind, **fields))


ANY_RECORD = st.sampled_from((*KINDS, *BOOKS)).flatmap(any_record)


def document(key: str, text: str = "The ferry sank off Kalder.", **fields: object) -> Document:
    """Return an invented document."""
    section = Section(Span(key, 0, len(text)), "body", "plain")
    return Document(
        id=key, text=text, sections=(section,), sha256="0" * 64, path=f"{key}.txt", format="text", language="en",
        published=Stamp("2026-01-14", "given"), **fields,
    )  # fmt: skip


def evidence(key: str, claim: str, doc: str) -> Evidence:
    """Return invented evidence."""
    return Evidence(
        id=key,
        claim_id=claim,
        span=Span(doc, 0, 3),
        stance="says",
        chain=(),
        origin="coast guard",
        counted=True,
        why="",
    )
