"""Groups vectors by online average link in order of time: a cluster takes what is like its members on the whole.

Single link and centroids chain: two events with one shared article become one, and then ten.  The average does not.

Source: measured on 3,429 articles of 1,450 stories in a 7-day window: pairwise F1 .802 with a Gaussian decay, against
.085 for centroids without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.group.vectors import Floats, Positions, Vectors

WINDOW_DAYS = 7
SIGMA_DAYS = 1.5
THRESHOLD = 0.12
"""Width of the decay, and the average likeness that joins. Source: tuned on 1,224 articles of 544 political stories
(B-cubed F1 .92, pairwise .81 before sequels are joined) and 2,936 of 1,719 look-alike events."""
YEAR = 365
UNDATED_THRESHOLD = 0.3
"""Average likeness that an undated document needs. Source: measured on both without their days (pairwise .56, .59)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a document was written: an ordinal day, or only its day of the year (0 to 365), or neither."""

    day: int | None = None
    of_year: int | None = None

    @property
    def timeless(self) -> bool:
        """Whether nothing is known."""
        return self.day is None and self.of_year is None

    def gap(self, other: Moment) -> float:
        """Return the days between, as near as they can be: a dateline without a year fits any; 0 where unknown."""
        if self.timeless or other.timeless:
            return 0
        if self.day is not None and other.day is not None:
            return abs(self.day - other.day)
        apart = abs((self.of_year or 0) - (other.of_year or 0))
        return min(apart, YEAR - apart)


class Postings:
    """For each term the documents that hold it, in order, with its weight there; read-only once built."""

    def __init__(self, vectors: Vectors) -> None:
        """Turn the rows of `vectors` into columns."""
        owners = np.repeat(np.arange(len(vectors)), np.diff(vectors.bounds))
        order = np.argsort(vectors.terms, kind="stable")
        self.vectors = vectors
        self._documents, self._weights = owners[order], vectors.weights[order]
        self._keys = vectors.terms[order] * len(vectors) + self._documents

    def holders(self, terms: Positions) -> Positions:
        """Return how many documents hold each of `terms`."""
        count = len(self.vectors)
        found: Positions = self._keys.searchsorted((terms + 1) * count) - self._keys.searchsorted(terms * count)
        return found

    def likeness(self, index: int, first: int, last: int) -> Floats:
        """Return the cosines of document `index` with documents `first` to `last` (half-open)."""
        terms, weights = self.vectors.row(index)
        begins = self._keys.searchsorted(terms * len(self.vectors) + first)
        lengths = self._keys.searchsorted(terms * len(self.vectors) + last) - begins
        jumps = np.repeat(begins - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) if len(terms) else begins
        places = np.arange(len(jumps)) + jumps
        shares = self._weights[places] * np.repeat(weights, lengths)
        return np.bincount(self._documents[places] - first, shares, minlength=last - first).astype(np.float64)


def clusters(vectors: Vectors, moments: Sequence[Moment]) -> list[int]:
    """Return the cluster number of each document, 0, 1, 2 … in order of their first document.

    Args:
        vectors: unit vectors of the documents, dated ones first, by day.
        moments: when each document was written.
    """
    postings = Postings(vectors)
    labels = np.zeros(len(vectors), dtype=np.int64)
    made = first = 0
    for index, moment in enumerate(moments):
        while moment.day is not None and (moments[first].day or 0) < moment.day - WINDOW_DAYS:
            first += 1
        begin = first if moment.day is not None else 0
        near = postings.likeness(index, begin, index) * _decay(moment, moments[begin:index])
        best, score = _best(near, labels[begin:index])
        if score < (UNDATED_THRESHOLD if moment.timeless else THRESHOLD):
            best, made = made, made + 1
        labels[index] = best
    return [int(label) for label in labels]


def _decay(moment: Moment, earlier: Sequence[Moment]) -> Floats:
    """Return how much the time between them leaves of the likeness, shape (earlier,)."""
    gaps = np.array([moment.gap(other) for other in earlier], dtype=np.float64)
    decay: Floats = np.exp(-(gaps**2) / (2 * SIGMA_DAYS**2))
    return decay


def _best(near: Floats, labels: Positions) -> tuple[int, float]:
    """Return the cluster with the highest average likeness, and that average."""
    if not len(labels):
        return -1, -1.0
    sums, counts = np.bincount(labels, near), np.bincount(labels)
    averages = sums / np.maximum(1, counts)
    best = int(np.argmax(averages))
    return best, float(averages[best])
