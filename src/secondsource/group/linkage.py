"""Joins items by average link, the best pair first: two clusters become one while their items are alike on the whole.

Single link and centroids chain: two events with one shared article become one, and then ten.  The average does not; and
as the best pair of all goes first, neither the order of arrival nor a doubtful first report decides what joins.

Source: measured on 1,224 political reports of 544 events: B-cubed F1 .930 and pairwise .836, against .926 and .827 for
joining each report in order of time.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from secondsource.group.vectors import Floats, Positions


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of items that are at all alike: `left` < `right`, each pair once, with what each is worth."""

    left: Positions
    right: Positions
    worth: Floats


def average_link(count: int, pairs: Pairs, floor: float) -> list[int]:
    """Return the cluster of each of `count` items, 0, 1, 2 … in order of their first item.

    Args:
        count: number of items.
        pairs: what pairs are worth; those not named are worth 0.
        floor: average worth, above 0, that two clusters need to become one.
    """
    link = _Linkage(count, floor)
    for left, right, worth in zip(pairs.left.tolist(), pairs.right.tolist(), pairs.worth.tolist(), strict=True):
        link.sums[left][right] = link.sums[right][left] = worth
    link.run()
    numbers: dict[int, int] = {}
    return [numbers.setdefault(link.root(item), len(numbers)) for item in range(count)]


class _Linkage:
    """Clusters by their first item, with the summed worth between those that are at all alike."""

    def __init__(self, count: int, floor: float) -> None:
        self.sums: list[dict[int, float]] = [{} for _ in range(count)]
        self._sizes = [1] * count
        self._homes = list(range(count))
        self._floor = floor
        self._waiting: list[tuple[float, int, int]] = []

    def root(self, item: int) -> int:
        """Return the first item of the cluster that holds `item`."""
        while self._homes[item] != item:
            item = self._homes[item]
        return item

    def run(self) -> None:
        """Join the best pair of clusters until none is good enough."""
        for item in range(len(self.sums)):
            self._offer(item, later=True)
        heapq.heapify(self._waiting)
        while self._waiting:
            worth, first, second = heapq.heappop(self._waiting)
            if self._mean(first, second) == -worth:
                self._join(first, second)

    def _mean(self, first: int, second: int) -> float:
        """Return the average between two clusters, 0 where one of them has joined another."""
        return self.sums[first].get(second, 0.0) / (self._sizes[first] * self._sizes[second])

    def _offer(self, item: int, *, later: bool = False) -> None:
        for other in self.sums[item]:
            mean = self._mean(item, other)
            if mean > self._floor and not (later and other < item):
                entry = (-mean, min(item, other), max(item, other))
                if later:
                    self._waiting.append(entry)
                else:
                    heapq.heappush(self._waiting, entry)

    def _join(self, first: int, second: int) -> None:
        ours, theirs = self.sums[first], self.sums[second]
        self.sums[second] = {}
        for other, worth in theirs.items():
            del self.sums[other][second]
            if other != first:
                ours[other] = self.sums[other][first] = ours.get(other, 0.0) + worth
        self._homes[second] = first
        self._sizes[first] += self._sizes[second]
        self._offer(first)
