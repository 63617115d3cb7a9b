"""Cuts a whole text into tiles that leave nothing out, of which some are the words of an analysis."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.errors import InvariantError
from secondsource.records import Offsets

_RUN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Tiles:
    """The tiles of a text in order; with a blank behind those that are `spaced` they make up the whole text.

    Attributes:
        spans: half-open code point offsets of each tile.
        spaced: whether one blank that is in no tile follows.
        places: number of the tile of each word.
    """

    spans: tuple[Offsets, ...]
    spaced: tuple[bool, ...]
    places: tuple[int, ...]


def tiles(text: str, words: Sequence[Offsets]) -> Tiles:
    """Return the tiles of `text`: each word one, each stretch between words one for its blanks and one for its signs.

    Args:
        text: any text.
        words: half-open code point offsets into `text`, in order and without overlap.

    Raises:
        InvariantError: a word is empty or blank, out of order, or outside the text.

    >>> tiles("Li  left.", [(0, 2), (4, 8)]).spans
    ((0, 2), (3, 4), (4, 8), (8, 9))
    """
    spans: list[Offsets] = []
    spaced: list[bool] = []
    for start, end in _pieces(text, words):
        opened = start
        if spans and text[start] == " " and not text[slice(*spans[-1])].isspace():
            spaced[-1], opened = True, start + 1
        if opened < end:
            spans.append((opened, end))
            spaced.append(False)
    numbers = {start: number for number, (start, _) in enumerate(spans)}
    return Tiles(tuple(spans), tuple(spaced), tuple(numbers[start] for start, _ in words))


def _pieces(text: str, words: Sequence[Offsets]) -> Iterator[Offsets]:
    at = 0
    for start, end in words:
        if not at <= start < end <= len(text) or text[start].isspace():
            message = f"word {start}-{end} is blank, out of order, or outside its text of {len(text)} characters"
            raise InvariantError(message)
        yield from (match.span() for match in _RUN.finditer(text, at, start))
        yield start, end
        at = end
    yield from (match.span() for match in _RUN.finditer(text, at))


def cut(tokens: Sequence[Offsets], edges: Sequence[int]) -> list[Offsets]:
    """Return `tokens`, those in parts that have one of the sorted `edges` inside.

    >>> cut([(0, 6)], [4])
    [(0, 4), (4, 6)]
    """
    found: list[Offsets] = []
    for start, end in tokens:
        inside = edges[bisect.bisect_right(edges, start) : bisect.bisect_left(edges, end)]
        found += zip((start, *inside), (*inside, end), strict=True)
    return found


def runs(text: str, spans: Sequence[Offsets], sentences: Sequence[Offsets]) -> list[int]:
    """Return for each tile a number that changes where a sentence, or a stretch outside all sentences, begins.

    Blank tiles go with what stands before them, the first with what follows.
    """
    starts = [start for start, _ in sentences]
    found: list[int] = []
    for start, end in spans:
        at = bisect.bisect_right(starts, start) - 1
        inside = at >= 0 and start < sentences[at][1]
        blank = text[start:end].isspace()
        found.append(found[-1] if blank and found and not inside else 2 * at + (not inside))
    if len(found) > 1 and text[slice(*spans[0])].isspace():
        found[0] = found[1]
    return found


def hung(tiled: Tiles, numbers: Sequence[int], heads: Sequence[int]) -> list[int]:
    """Return the head of each tile as a number of a tile, its own for a root; `heads` are those of the words.

    A tile that is no word hangs on the one before it in its run, at the start of a run on the first word of it.
    """
    found = [-1] * len(tiled.spans)
    anchors: dict[int, int] = {}
    for place, head in zip(tiled.places, heads, strict=True):
        found[place] = place if head < 0 else tiled.places[head]
        anchors.setdefault(numbers[place], place)
    for at, head in enumerate(found):
        if head < 0:
            goes_on = at > 0 and numbers[at - 1] == numbers[at]
            found[at] = at - 1 if goes_on else anchors.get(numbers[at], at)
    return found
