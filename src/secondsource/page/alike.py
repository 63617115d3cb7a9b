"""Finds the names that a story turns on, by which documents that look like it can be searched for."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondsource.records import Document

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?![a-z])")
"""A capitalised word inside a sentence."""
_CALENDAR = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "June", "July", "August", "September", "October", "November", "December",
})  # fmt: skip


def names(documents: Iterable[Document], most: int = 5) -> tuple[str, ...]:
    """Return up to `most` names that stand in most of `documents`, without days and months."""
    counted: Counter[str] = Counter()
    for document in documents:
        read = " ".join(document.slice(span) for span in document.spans("headline", "body"))
        counted.update(set(_NAME.findall(read)) - _CALENDAR)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, _ in ranked[:most])
