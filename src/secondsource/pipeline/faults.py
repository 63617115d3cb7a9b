"""Keeps one text that a rule fails on from stopping the others: the fault goes on record, the text stays."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from secondsource.records import Reject, identity
from secondsource.store import Store

FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a fault in a rule raises on a text that nobody thought of; anything else stops the run."""
NOT_READ = "kept and searchable, but not read: "
NO_CLAIMS = "the claims of this article's story are missing: "
"""How the reason of a reject opens that stands for a fault and not for an input."""


def is_fault(reject: Reject) -> bool:
    """Tell whether a reject is a fault put on record; its text is kept."""
    return reject.reason.startswith((NOT_READ, NO_CLAIMS))


def said(fault: Exception) -> str:
    """Return a fault in words, with the place where it arose."""
    *_, place = traceback.extract_tb(fault.__traceback__)
    return f"{type(fault).__name__} in {place.name}, line {place.lineno} of {PurePath(place.filename).name}: {fault}"


def note(store: Store, key: str, path: str, reason: str | None) -> None:
    """Put a fault on record as a reject of `key`, or take back the one that stands there (reason None)."""
    about = identity("r", key, "fault")
    if reason is None:
        store.delete(Reject, [about])
    else:
        store.put([Reject(about, path, reason)])
