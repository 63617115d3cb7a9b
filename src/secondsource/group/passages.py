"""Finds the passages that one document repeats from another, and says what each of them is.

A passage is a run of equal words (without regard to case, spacing and punctuation) that is as long as it can be, inside
one section of each text.  What a speaker said is a `quotation`, and words that stand in many otherwise different pages
are `furniture`: neither shows that a newsroom took another's text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.group.wordings import SHORT, Wording
from secondsource.records import Passage, PassageKind, Span
from secondsource.text.shingles import GRAM, Hashes

PLACES = 8
"""Places of one shingle in the original that are tried; a refrain has more, and none of them is better."""
PROSE_WORDS = 4
"""Words outside quotation marks that make a passage a reporter's prose ("she told reporters on the quay")."""


@dataclass(frozen=True, slots=True)
class Run:
    """Word `start` of the copy and word `of_start` of the original begin the same `length` words."""

    start: int
    of_start: int
    length: int


def runs(copy: Wording, original: Wording) -> list[Run]:
    """Return the longest runs of at least five equal words, in order of the copy and without overlap there."""
    same = np.array_equal(copy.words.hashes, original.words.hashes)
    found = [Run(0, 0, len(copy))] if same else list(_longest(copy, original))
    pieces = (piece for run in found for piece in _inside_sections(run, copy, original))
    return [piece for piece in pieces if piece.length >= GRAM]


def joined(whole: Sequence[Run], linked: Sequence[Run], copy: Wording, original: Wording) -> list[Run]:
    """Return runs of five words and more with the shorter ones that a chain links, where these stand apart from them.

    The order is that of the copy, and none overlap there.
    """
    taken = {place for run in whole for place in range(run.start, run.start + run.length)}
    pieces = (piece for run in linked for piece in _inside_sections(run, copy, original))
    apart = [
        piece
        for piece in pieces
        if piece.length >= SHORT and taken.isdisjoint(range(piece.start, piece.start + piece.length))
    ]
    return sorted([*whole, *apart], key=lambda run: run.start)


def _longest(copy: Wording, original: Wording) -> Iterator[Run]:
    places = defaultdict(list)
    shared = np.flatnonzero(np.isin(original.shingles, copy.shingles))
    for place, shingle in zip(shared.tolist(), original.shingles[shared].tolist(), strict=True):
        places[shingle].append(place)
    theirs, ours = original.words.hashes, copy.words.hashes
    at = expected = 0
    for start, shingle in enumerate(copy.shingles.tolist()):
        if start < at or shingle not in places:
            continue
        candidates = [*(place for place in places[shingle] if place == expected), *places[shingle][:PLACES]]
        best = max((Run(start, place, _equal(ours, theirs, start, place)) for place in candidates), key=_length)
        yield best
        at, expected = start + best.length, best.of_start + best.length


def _length(run: Run) -> int:
    return run.length


def _equal(ours: Hashes, theirs: Hashes, start: int, of_start: int) -> int:
    """Return how many words are equal from two places on, looked at piece by piece: most runs are short."""
    length, step, most = 0, 32, min(len(ours) - start, len(theirs) - of_start)
    while length < most:
        end = min(most, length + step)
        parted = ours[start + length : start + end] != theirs[of_start + length : of_start + end]
        if parted.any():
            return length + int(parted.argmax())
        length, step = end, 2 * step
    return length


def _inside_sections(run: Run, copy: Wording, original: Wording) -> Iterator[Run]:
    """Cut a run where a section of either text ends: what the page put between them is not part of the passage."""
    ours = copy.words.stretch[run.start : run.start + run.length]
    theirs = original.words.stretch[run.of_start : run.of_start + run.length]
    cuts = (np.flatnonzero((np.diff(ours) != 0) | (np.diff(theirs) != 0)) + 1).tolist()
    for begin, end in zip([0, *cuts], [*cuts, run.length], strict=True):
        yield Run(run.start + begin, run.of_start + begin, end - begin)


def kinds(found: Sequence[Run], copy: Wording, original: Wording, common: Hashes) -> list[PassageKind]:
    """Return what each run is; `common` holds the shingles of page furniture, sorted."""
    furnished = np.isin(copy.shingles, common)
    return [_kind(run, copy, original, furnished) for run in found]


def _kind(run: Run, copy: Wording, original: Wording, furnished: npt.NDArray[np.bool_]) -> PassageKind:
    inner = furnished[run.start : run.start + max(1, run.length - GRAM + 1)]
    if len(inner) and inner.mean() >= 0.5:
        return "furniture"
    if prose(run, copy, original) >= min(PROSE_WORDS, run.length):
        return "prose"
    named = Counter(kind for kind in _word_kinds(run, copy, original) if kind != "prose")
    return max(sorted(named), key=lambda kind: named[kind])


def prose(run: Run, copy: Wording, original: Wording) -> int:
    """Return how many words of a run are the reporter's own in both texts."""
    ours = copy.prose[run.start : run.start + run.length]
    return int((ours & original.prose[run.of_start : run.of_start + run.length]).sum())


def _word_kinds(run: Run, copy: Wording, original: Wording) -> Iterator[PassageKind]:
    ours = copy.kinds[run.start : run.start + run.length]
    theirs = original.kinds[run.of_start : run.of_start + run.length]
    for left, right in zip(ours, theirs, strict=True):
        yield right if left == "prose" else left


def passage(run: Run, kind: PassageKind, *, copy: Wording, original: Wording) -> Passage:
    """Return a run as spans, with the punctuation around it where both texts have the same."""
    left, right = copy.document, original.document
    start, end = copy.chars(run.start, run.start + run.length)
    of_start, of_end = original.chars(run.of_start, run.of_start + run.length)
    while _same(left.text[start - 1 : start], right.text[of_start - 1 : of_start], '“"‘('):
        start, of_start = start - 1, of_start - 1
    while _same(left.text[end : end + 1], right.text[of_end : of_end + 1], '.,;:!?”"’)'):
        end, of_end = end + 1, of_end + 1
    return Passage(Span(left.id, start, end), Span(right.id, of_start, of_end), kind)


def _same(left: str, right: str, marks: str) -> bool:
    return bool(left) and left == right and left in marks
