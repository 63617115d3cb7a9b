"""Joins mentions by average link over a full table, the best pair of groups first.

The average keeps one doubtful pair from making two events one; the best pair first makes the order of mentions matter
nowhere but between equals.
"""

from __future__ import annotations

import numpy as np

from secondsource.reconcile.coreference.blocks import Floats


def joined(table: Floats, floor: float) -> list[int]:
    """Return the group of each mention, 0, 1, 2 … in order of their first mention.

    Args:
        table: likelihood of each two, symmetric, zeros on the diagonal, shape (mentions, mentions).
        floor: average likelihood, above 0, that two groups need to become one.
    """
    sums, sizes = table.copy(), np.ones(len(table))
    homes = np.arange(len(table))
    means = table.copy()
    while len(means):
        first, second = sorted(divmod(int(means.argmax()), len(means)))
        if means[first, second] < floor or first == second:
            break
        sums[first] += sums[second]
        sums[:, first] = sums[first]
        sums[second] = sums[:, second] = sums[first, first] = 0.0
        sizes[first] += sizes[second]
        homes[homes == second] = first
        means[first] = means[:, first] = sums[first] / (sizes[first] * sizes)
        means[second] = means[:, second] = means[first, first] = 0.0
    numbers: dict[int, int] = {}
    return [numbers.setdefault(int(home), len(numbers)) for home in homes]
