"""How numbers, ids and words are set on a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHOWN_ID = 7
"""Characters of an id on a terminal; any beginning that fits one record only is taken for it."""


def origins(low: int, high: int) -> str:
    """Return the number of origins as printed: `4`, or `2-4` where it is a range."""
    return str(high) if low >= high else f"{low}-{high}"


def number(value: float | None) -> str:
    """Return a figure's side as printed; an open side is empty.

    >>> number(11000.0), number(None), number(2.5)
    ('11,000', '', '2.5')
    """
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def count(number_of: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> count(1, "story", "stories"), count(2, "claim")
    ('1 story', '2 claims')
    """
    return f"{number_of:,} {noun if number_of == 1 else plural or noun + 's'}"


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that a terminal obeys instead of showing them.  Source: ECMA-48, 5.2 and 5.3 (C0 and C1)."""


def plain(text: str) -> str:
    """Return `text` with what a terminal would obey shown as replacement characters; line ends and tabs stay."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def short(text: str, length: int = 160) -> str:
    """Return `text` on one line, cut at a word with a mark where it is long.

    >>> short("the slope had moved", 12)
    'the slope …'
    """
    line = plain(" ".join(text.split()))
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0] + " …"


def names(parts: Iterable[str]) -> str:
    """Return a chain as printed, outermost first."""
    return " → ".join(parts)
