"""Finds what was copied with a word changed in every line: short runs of equal words that follow one another.

Equal runs of five words break where one word in four is another, and runs of three are chance.  Not so forty words of
them in one order, with the same few words between: "a cargo train carrying [grain] left the rails [near] the town".
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from secondsource.group.wordings import SHORT, Wording
from secondsource.text.shingles import Hashes, shingles

Positions = npt.NDArray[np.int64]

GAP = 8
"""Words from the start of one run to that of the next at most."""
DRIFT = 3
"""Words that may have come in or gone between two runs."""
CHAIN = 40
"""Equal words of a chain. Source: 76 pairs labelled by hand: chains of prose in texts that are no copies end at 36."""


def chains(copy: Wording, original: Wording) -> Iterator[list[tuple[int, int, int]]]:
    """Yield the chains: runs of equal words as (word of the copy, word of the original, length), in order."""
    ours, theirs = _common(shingles(copy.words.hashes, SHORT), shingles(original.words.hashes, SHORT))
    if not len(ours):
        return
    steps, strides = np.diff(ours), np.diff(theirs)
    apart = (steps > GAP) | (strides > GAP) | (strides < 1) | (np.abs(steps - strides) > DRIFT)
    cuts = (np.flatnonzero(apart) + 1).tolist()
    for first, last in zip([0, *cuts], [*cuts, len(ours)], strict=True):
        if last - first + SHORT - 1 >= CHAIN // 2:
            found = list(_runs(ours[first:last], theirs[first:last]))
            if sum(length for _, _, length in found) >= CHAIN:
                yield found


def _common(ours: Hashes, theirs: Hashes) -> tuple[Positions, Positions]:
    """Return the places of the shingles that stand once in either text, in order of the first."""
    left, left_at, left_count = np.unique(ours, return_index=True, return_counts=True)
    right, right_at, right_count = np.unique(theirs, return_index=True, return_counts=True)
    left, left_at = left[left_count == 1], left_at[left_count == 1]
    right, right_at = right[right_count == 1], right_at[right_count == 1]
    _, one, other = np.intersect1d(left, right, assume_unique=True, return_indices=True)
    order = np.argsort(left_at[one])
    return left_at[one][order], right_at[other][order]


def _runs(ours: Positions, theirs: Positions) -> Iterator[tuple[int, int, int]]:
    """Yield the runs that a chain of shingles makes up, without overlap in the copy."""
    cuts = (np.flatnonzero((np.diff(ours) != 1) | (np.diff(theirs) != 1)) + 1).tolist()
    end = 0
    for first, last in zip([0, *cuts], [*cuts, len(ours)], strict=True):
        start, of_start = int(ours[first]), int(theirs[first])
        late = max(0, end - start)
        length = last - first + SHORT - 1 - late
        if length > 0:
            yield start + late, of_start + late, length
            end = start + late + length
