"""Reads a value and the place of words as a person writes them down."""

from __future__ import annotations

import re
from typing import cast

from secondsource.errors import UsageError
from secondsource.records import Bound, Document

_VALUE = re.compile(
    r"(?P<bound><~|[<>]=?|[~=])?\s*(?P<low>-?[\d,]*\.?\d+)(?:\s*(?:-|–|\.\.)\s*(?P<high>[\d,]*\.?\d+))?"
)


def value_of(text: str) -> tuple[float | None, float | None, Bound] | None:
    """Return low, high and bound of a value as a person writes it, None for `none`.

    >>> value_of("1,430"), value_of(">=50"), value_of("50-60")
    ((1430.0, 1430.0, '='), (50.0, None, '>='), (50.0, 60.0, 'range'))

    Raises:
        UsageError: it is no value.
    """
    if text.casefold() == "none":
        return None
    read = _VALUE.fullmatch(text.strip())
    if not read or (read["bound"] and read["high"]):
        message = f"'{text}' is no value; write 1430, >=50, <60, ~200, 50-60 or none"
        raise UsageError(message)
    low = float(read["low"].replace(",", ""))
    if read["high"]:
        return low, float(read["high"].replace(",", "")), "range"
    bound = cast("Bound", read["bound"] or "=")
    return None if bound.startswith("<") else low, None if bound.startswith(">") else low, bound


def words_at(document: Document, words: str) -> tuple[int, int]:
    """Return where `words` stand in a document (half-open code points); offsets (`120:260`) stand for themselves.

    Raises:
        UsageError: they do not stand there, or more than once.
    """
    if read := re.fullmatch(r"(\d+):(\d+)", words):
        start, end = int(read[1]), int(read[2])
        if 0 <= start < end <= len(document.text):
            return start, end
    number = document.text.count(words)
    if number != 1:
        message = f"these words stand {number} times in {document.id}; name words that stand there once"
        raise UsageError(message)
    start = document.text.index(words)
    return start, start + len(words)
