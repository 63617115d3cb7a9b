"""Finds the best sequence of BIO tags, and the runs of words that it marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

IMPOSSIBLE: Final = -1e4


def lawful(tags: Sequence[str]) -> Floats:
    """Return (t, t) 0 where the column's tag may follow the row's, else a score that no path takes.

    `I-x` follows only `B-x` and `I-x`.
    """
    allowed = [[later[0] != "I" or earlier[1:] == later[1:] for later in tags] for earlier in tags]
    return np.where(np.array(allowed), 0.0, IMPOSSIBLE).astype(np.float32)


def best(emissions: Floats, transitions: Floats, opening: Floats, stretches: Sequence[tuple[int, int]]) -> list[int]:
    """Return the best tag numbers for `emissions` (n, t), each stretch for itself.  Source: Viterbi 1967.

    Args:
        emissions: (n, t) score of each tag for each word.
        transitions: (t, t) score of a column's tag behind a row's.
        opening: (t,) score of each tag for the first word of a stretch.
        stretches: (first, stop) of words that stand together; they cover all n.
    """
    return [tag for first, stop in stretches for tag in _path(emissions[first:stop], transitions, opening)]


def _path(emissions: Floats, transitions: Floats, opening: Floats) -> list[int]:
    if not len(emissions):
        return []
    came = np.empty(emissions.shape, dtype=np.intp)
    score = emissions[0] + opening
    for at in range(1, len(emissions)):
        paths = score[:, None] + transitions
        came[at] = paths.argmax(0)
        score = paths.max(0) + emissions[at]
    found = [int(score.argmax())]
    for at in range(len(emissions) - 1, 0, -1):
        found.append(int(came[at, found[-1]]))
    return found[::-1]


def runs(numbers: Sequence[int], tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return (type, first word, stop) of each run of a BIO sequence.

    >>> runs([1, 2, 0, 1], ("O", "B-PER", "I-PER"))
    [('PER', 0, 2), ('PER', 3, 4)]
    """
    found: list[tuple[str, int, int]] = []
    for at, number in enumerate(numbers):
        tag = tags[number]
        if tag[0] == "I" and found and found[-1][2] == at and found[-1][0] == tag[2:]:
            found[-1] = (*found[-1][:2], at + 1)
        elif tag != "O":
            found.append((tag[2:], at, at + 1))
    return found
