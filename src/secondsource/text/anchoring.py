"""Finds words again in a text that may have been edited since: at their place, else by themselves and their context.

Source: W3C Web Annotation Data Model, 4.2.4 (text quote selector); the order of the steps is that of Hypothesis'
`dom-anchor-text-quote`, whose fuzzy match is left out: words that were changed are not the words that were corrected.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from secondsource.records.corrections import Selector

CONTEXT = 32
"""Code points kept of what stands before and behind the words; as many as Hypothesis keeps."""
TELLING = 12
"""Code points of context that must still stand beside the words, unless the words are as `LONG`."""
LONG = 40
"""Code points from which words that stand once in a text are known without their context."""


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the words at `start` to `end` (half-open code points) with what stands before and behind them.

    >>> around("At least 30 were rescued.", 9, 11)
    ('At least ', '30', ' were rescued.')
    """
    return text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]


def found(text: str, wanted: Selector) -> tuple[int, int] | None:
    """Return where the words of `wanted` stand in `text`, None where they do not or where it cannot be told.

    Of several places the one with most of the old context is taken, of equal ones that nearest to the old place.
    """
    if wanted.exact and text[wanted.start : wanted.end] == wanted.exact and _context(text, wanted.start, wanted)[0]:
        return wanted.start, wanted.end
    places = [(*_context(text, start, wanted), start) for start in _places(text, wanted.exact)]
    known = [(kept, start) for enough, kept, start in places if enough]
    if not known and len(places) == 1 and len(wanted.exact) >= LONG:
        known = [(0, places[0][2])]
    if not known:
        return None
    _, start = max(known, key=lambda place: (place[0], -abs(place[1] - wanted.start)))
    return start, start + len(wanted.exact)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _context(text: str, start: int, wanted: Selector) -> tuple[bool, int]:
    """Tell whether enough of the context stands beside the words at `start`, and how much of it in code points."""
    prefix, _, suffix = around(text, start, start + len(wanted.exact))
    before, behind = _alike(prefix[::-1], wanted.prefix[::-1]), _alike(suffix, wanted.suffix)
    whole = before == len(wanted.prefix) == len(prefix) and behind == len(wanted.suffix) == len(suffix)
    return whole or max(before, behind) >= TELLING, before + behind


def _alike(one: str, other: str) -> int:
    """Return how many characters two strings begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
