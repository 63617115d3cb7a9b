"""Second Source: who said what, on whose authority, and how many independent origins a claim has.

>>> import secondsource
>>> with secondsource.open(":memory:") as desk:
...     desk.add([])
AddReport(read=(), known=(), rejected=())

Names are loaded when they are first asked for, so that the command line starts quickly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from secondsource.errors import SecondSourceError, StoreError, UsageError
    from secondsource.ingest import Given, read_given
    from secondsource.pipeline import AddReport, Desk
    from secondsource.pipeline.rows import Filter
    from secondsource.records import Claim, Document, Span, Story

__version__ = "0.1.0"

_HOMES = {
    "AddReport": "secondsource.pipeline",
    "Claim": "secondsource.records",
    "Desk": "secondsource.pipeline",
    "Document": "secondsource.records",
    "Filter": "secondsource.pipeline.rows",
    "Given": "secondsource.ingest",
    "SecondSourceError": "secondsource.errors",
    "Span": "secondsource.records",
    "StoreError": "secondsource.errors",
    "Story": "secondsource.records",
    "UsageError": "secondsource.errors",
    "read_given": "secondsource.ingest",
}

__all__ = [
    "AddReport", "Claim", "Desk", "Document", "Filter", "Given", "SecondSourceError", "Span", "StoreError", "Story",
    "UsageError", "open", "read_given",
]  # fmt: skip


def open(path: Path | str = "secondsource.db") -> Desk:  # noqa: A001 - `secondsource.open` reads as it acts
    """Open or create the store at `path`; `:memory:` keeps nothing.

    Raises:
        StoreError: the file is no store, is locked, or was written by another schema.
    """
    desk: type[Desk] = import_module("secondsource.pipeline").Desk
    return desk.open(path)


def __getattr__(name: str) -> object:
    """Load a public name from where it lives (PEP 562)."""
    if name not in _HOMES:
        message = f"module 'secondsource' has no attribute '{name}'"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
