"""Joins things by average link over a full table, the best pair of groups first.

The average keeps one doubtful pair from making two events one; the best pair first makes the order of things matter
nowhere but between equals.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def joined(table: Floats, floor: float) -> list[int]:
    """Return the group of each thing, 0, 1, 2 … in order of their first one.

    Args:
        table: how alike each two are, symmetric, not below 0, zeros on the diagonal, shape (things, things).
        floor: average likeness, above 0, that two groups need to become one.
    """
    homes = np.arange(len(table))
    for first, second, mean in _steps(table):
        if mean < floor:
            break
        homes[homes == second] = first
    numbers: dict[int, int] = {}
    return [numbers.setdefault(int(home), len(numbers)) for home in homes]


def levels(table: Floats) -> Floats:
    """Return the average likeness at which each two came into one group, of the shape of `table`; 1 on the diagonal."""
    homes, found, lowest = np.arange(len(table)), np.eye(len(table)), 1.0
    for first, second, mean in _steps(table):
        lowest = min(lowest, mean)
        ours, theirs = np.flatnonzero(homes == first), np.flatnonzero(homes == second)
        found[np.ix_(ours, theirs)] = lowest
        found[np.ix_(theirs, ours)] = lowest
        homes[theirs] = first
    return found


def _steps(table: Floats) -> Iterator[tuple[int, int, float]]:
    """Yield the groups that become one, by their first things, and their average likeness, until none are alike."""
    sums, means, sizes = table.copy(), table.copy(), np.ones(len(table))
    while len(means):
        first, second = sorted(divmod(int(means.argmax()), len(means)))
        mean = float(means[first, second])
        if mean <= 0:
            return
        yield first, second, mean
        sums[first] += sums[second]
        sums[:, first] = sums[first]
        sums[second] = sums[:, second] = sums[first, first] = 0.0
        sizes[first] += sizes[second]
        means[first] = means[:, first] = sums[first] / (sizes[first] * sizes)
        means[second] = means[:, second] = means[first, first] = 0.0
