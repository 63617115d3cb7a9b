"""Lays windows of whole sentences over a document, so that every sentence is read once with words around it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 382
"""Pieces of a window without `[CLS]` and `[SEP]`: what the encoder was trained on."""

OVERLAP = 64
"""Pieces that neighbouring windows share at least, where sentences allow: context for the words at the seam."""


@dataclass(frozen=True, slots=True)
class Window:
    """Units `first` to `stop` are shown to the encoder; what it says of units `begin` to `end` counts."""

    first: int
    stop: int
    begin: int
    end: int


def windows(sizes: Sequence[int]) -> list[Window]:
    """Return windows over units (sentences) of the given sizes in pieces; each unit counts in exactly one of them.

    Windows are about equally long, since a short last one would see little.  A unit is never longer than `LONGEST`.

    >>> windows([300, 60, 300])
    [Window(first=0, stop=2, begin=0, end=1), Window(first=1, stop=3, begin=1, end=3)]
    """
    if not sizes:
        return []
    total = sum(sizes)
    count = max(1, -(-(total - OVERLAP) // (LONGEST - OVERLAP)))
    room = max(min(LONGEST, -(-total // count) + OVERLAP), *sizes)
    shown: list[tuple[int, int]] = []
    first = 0
    while first < len(sizes):
        stop = _filled(sizes, first, room)
        shown.append((first, stop))
        first = _stepped_back(sizes, first, stop, room) if stop < len(sizes) else stop
    seams = [0, *((a + b + 1) // 2 for (_, b), (a, _) in itertools.pairwise(shown)), len(sizes)]
    return [Window(*span, *counted) for span, counted in zip(shown, itertools.pairwise(seams), strict=True)]


def _filled(sizes: Sequence[int], first: int, room: int) -> int:
    """Return the end of the longest run of units from `first` that fits into `room`, at least one unit."""
    stop, used = first + 1, sizes[first]
    while stop < len(sizes) and used + sizes[stop] <= room:
        used += sizes[stop]
        stop += 1
    return stop


def _stepped_back(sizes: Sequence[int], first: int, stop: int, room: int) -> int:
    """Return where the next window begins: behind `first`, with `OVERLAP` shared if a new unit still fits."""
    shared, begin = 0, stop
    while begin - 1 > first and shared < OVERLAP and shared + sizes[begin - 1] + sizes[stop] <= room:
        begin -= 1
        shared += sizes[begin]
    return begin
