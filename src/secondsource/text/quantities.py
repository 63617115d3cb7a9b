"""Finds how many in English news: numbers in figures and words with their bounds, percent signs and money.

`quantities_amounts` finds bare numbers, `quantities_decoys` drops those that count nothing (names, ages, scores),
`quantities_bounds` reads the words around them ("as many as 180", "90 or more", "could rise to 3.5 million"), and
`quantities_pairs` joins two that say one thing ("more than 10 and fewer than 20").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.records import Offsets
from secondsource.text.lattice import Lattice, lattice
from secondsource.text.quantities_ages import age
from secondsource.text.quantities_amounts import Amount, amounts
from secondsource.text.quantities_bounds import Quantity, bounded, ranks
from secondsource.text.quantities_decoys import counts
from secondsource.text.quantities_pairs import closed, converted
from secondsource.text.quantities_words import sort

_LINK = re.compile(r"\b(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.\w")
__all__ = ["Quantity", "quantities"]


def quantities(text: str, *, start: int = 0, end: int | None = None, skip: Sequence[Offsets] = ()) -> list[Quantity]:
    """Return the quantities of `text[start:end]` in order, without overlap.

    Args:
        text: any text.
        start: first code point to read.
        end: code point to stop before, None for the end of the text.
        skip: stretches that hold no quantity (dates and clock times), sorted and apart.

    Returns:
        Bound words, number and percent sign as half-open code points into the whole text; the noun is left out.
        Open sides are None and never invented.
    """
    end = len(text) if end is None else end
    skip = [*skip, *(found.span() for found in _LINK.finditer(text, start, end))]
    line = lattice(text, start, end, sort)
    found = [bounded(line, amount) for amount in _kept(line, skip)]
    apart = list(_apart(sorted(found + ranks(line), key=lambda quantity: quantity.start)))
    return list(converted(text, list(closed(text, apart))))


def _kept(line: Lattice, skip: Sequence[Offsets]) -> Iterator[Amount]:
    skip = sorted(skip)
    starts = [start for start, _ in skip]
    for amount in amounts(line):
        begin, stop = line.starts[amount.first], line.ends[amount.last - 1]
        at = bisect_left(starts, stop) - 1
        if at >= 0 and skip[at][1] > begin:
            continue
        if age(line, amount):
            yield replace(amount, unit="age")
        elif counts(line, amount):
            yield amount


def _apart(found: Iterable[Quantity]) -> Iterator[Quantity]:
    end = -1
    for quantity in found:
        if quantity.start >= end:
            end = quantity.end
            yield quantity
