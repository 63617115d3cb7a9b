"""Mentions of events that may be one, side by side: what each holds, as rows that can be multiplied."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from secondsource.reconcile.coreference.linkage import Floats, levels
from secondsource.reconcile.coreference.mentions import EventMention, telling
from secondsource.text.commonness import FAMILIAR
from secondsource.text.lemmas import lemma
from secondsource.text.segment import tokens

Counts = NDArray[np.int64]
Views = Mapping[str, NDArray[np.float32]]
"""Unit vectors of mentions by the name of the view, each of shape (mentions, dimensions)."""

BACKGROUND: Final = 100
"""Imagined documents behind the weights of terms, so that they hold for ten documents as for ten thousand."""
FAMILIAR_SHARE, RARE_SHARE = 0.08, 0.001
"""Shares of news articles that hold a familiar word, and any other. Source: `secondsource.text.commonness`."""
_FAMILIAR: Final = frozenset(map(lemma, FAMILIAR))
_TINY: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What one document is about: how often a stem stands in it, and the unit vector of its opening, shape (384,)."""

    terms: Mapping[str, int]
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Mentions of like documents, each pair of which is weighed.

    Attributes:
        mentions: at least two; their `doc` counts `reports`.
        views: one row a mention.
        words: likeness of the reports by words and `meaning` by vectors, 0 to 1, shape (reports, reports).
        together: the likeness at which two reports come into one group, where all are grouped; of the same shape.
        weight: of a stem: how little it is to be expected in a document.
        first, second: numbers of the mentions of each pair, `first` < `second`.
    """

    mentions: Sequence[EventMention]
    reports: Sequence[Report]
    views: Views
    words: Floats
    meaning: Floats
    together: Floats
    weight: Callable[[str], float]
    first: Counts
    second: Counts

    def of_each(self, value: Callable[[EventMention], float]) -> Floats:
        """Return a number for each mention."""
        return np.array([value(each) for each in self.mentions], dtype=np.float64)

    def cosines(self, terms: Callable[[EventMention], Collection[str]]) -> Floats:
        """Return how alike the pairs are in some of their terms, by weight."""
        return self._products(rows([dict.fromkeys(terms(each), 1) for each in self.mentions], self.weight))

    def shared(self, words: Callable[[EventMention], Collection[str]]) -> Floats:
        """Return how alike the pairs are in some of their words, each word alike."""
        return self._products(rows([dict.fromkeys(words(each), 1) for each in self.mentions], _one))

    def view(self, name: str) -> Floats:
        """Return the cosines of the pairs in one view."""
        return self._products(self.views[name].astype(np.float64))

    def same(self, value: Callable[[EventMention], object]) -> Floats:
        """Return 1 for pairs that agree in a value, else 0; None and "" agree with nothing."""
        values = [value(each) for each in self.mentions]
        numbers = {each: number for number, each in enumerate(dict.fromkeys(values))}
        own = np.array([numbers[each] if each not in {None, ""} else -1 - n for n, each in enumerate(values)])
        found: Floats = (own[self.first] == own[self.second]).astype(np.float64)
        return found

    def square(self, pairs: Floats) -> Floats:
        """Return numbers of pairs as a symmetric table, shape (mentions, mentions), with zeros on the diagonal."""
        table = np.zeros((len(self.mentions), len(self.mentions)))
        table[self.first, self.second] = table[self.second, self.first] = pairs
        return table

    def _products(self, vectors: Floats) -> Floats:
        table: Floats = vectors @ vectors.T
        return table[self.first, self.second]


def block(mentions: Sequence[EventMention], reports: Sequence[Report], views: Views) -> Block:
    """Return the mentions with what is known of their documents."""
    first, second = np.triu_indices(len(mentions), 1)
    weight = weights(reports)
    words, meaning = likeness(reports)
    return Block(
        mentions,
        reports,
        views,
        words,
        meaning,
        levels(both(words, meaning)),
        weight,
        first.astype(np.int64),
        second.astype(np.int64),
    )


def part(whole: Block, members: Sequence[int]) -> Block:
    """Return a block of some of the mentions, with the weights of the whole."""
    first, second = np.triu_indices(len(members), 1)
    return Block(
        [whole.mentions[member] for member in members],
        whole.reports,
        {name: rows[list(members)] for name, rows in whole.views.items()},
        whole.words,
        whole.meaning,
        whole.together,
        whole.weight,
        first.astype(np.int64),
        second.astype(np.int64),
    )


def terms(text: str) -> dict[str, int]:
    """Return how often each stem that says something stands in a text."""
    return dict(Counter(lemma(text[start:end]) for start, end in tokens(text) if telling(text[start:end])))


def weights(reports: Sequence[Report]) -> Callable[[str], float]:
    """Return the weight of any stem: the logarithm of how few of the documents, and of all news, hold it."""
    held = Counter(itertools.chain.from_iterable(report.terms for report in reports))

    def weight(term: str) -> float:
        share = FAMILIAR_SHARE if term in _FAMILIAR else RARE_SHARE
        return math.log((len(reports) + BACKGROUND) / (held[term] + BACKGROUND * share + 0.4))

    return weight


def likeness(reports: Sequence[Report]) -> tuple[Floats, Floats]:
    """Return how alike documents are by words and by meaning, 0 to 1, each of shape (reports, reports)."""
    weight = weights(reports)
    terms = rows([{term: 1 + math.log(count) for term, count in report.terms.items()} for report in reports], weight)
    vectors = np.array([report.vector for report in reports], dtype=np.float64)
    return terms @ terms.T, np.maximum(vectors @ vectors.T, 0.0)


def both(words: Floats, meaning: Floats) -> Floats:
    """Return the geometric mean of the two, with zeros on the diagonal."""
    table: Floats = np.sqrt(np.maximum(words, 0.0) * meaning)
    np.fill_diagonal(table, 0.0)
    return table


def rows(counted: Sequence[Mapping[str, float]], weight: Callable[[str], float]) -> Floats:
    """Return unit vectors of weighted terms, shape (rows, terms); a row without terms is null."""
    numbers = {term: number for number, term in enumerate(dict.fromkeys(itertools.chain.from_iterable(counted)))}
    found = np.zeros((len(counted), max(1, len(numbers))))
    for number, terms in enumerate(counted):
        for term, count in terms.items():
            found[number, numbers[term]] = count * weight(term)
    unit: Floats = found / (np.linalg.norm(found, axis=1, keepdims=True) + _TINY)
    return unit


def _one(_: str) -> float:
    return 1.0
