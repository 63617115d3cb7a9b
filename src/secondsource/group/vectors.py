"""Documents as weighted terms: what a document is about, so that two of them can be compared.

TF-IDF on headline (three times) and the first 150 words of the body.  The idf leans on how common words are in news
at large, so that it holds for ten documents as for ten thousand.

Source: measured on 3,429 articles of 1,450 stories: 100 words beat 400 (B-cubed F1 .925 against .917); TF-IDF with time
comes within three points of neural systems (Saravanakumar et al. 2021, arXiv 2101.11059).
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.records import Document
from secondsource.text.commonness import COMMON, FAMILIAR
from secondsource.text.stems import stem

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

LEAD_WORDS = 150
TITLE_WEIGHT = 3
NAME_WEIGHT = 1.2
"""Boost of words written with a capital inside a sentence. Source: tuned on the two story corpora of the evaluation."""
PRIOR = 1000
"""Imagined background documents behind the idf. Source: as above; the corpus outweighs them from a few thousand on."""
FAMILIAR_SHARE = 0.08
RARE_SHARE = 0.001

_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Unit vectors of documents in compressed rows: document `i` has `terms[bounds[i]:bounds[i + 1]]` and `weights`."""

    bounds: Positions
    terms: Positions
    weights: Floats
    vocabulary: int

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self.bounds) - 1

    def row(self, index: int) -> tuple[Positions, Floats]:
        """Return the terms and weights of one document."""
        part = slice(self.bounds[index], self.bounds[index + 1])
        return self.terms[part], self.weights[part]


def vectors(documents: Sequence[Document], lead: int = LEAD_WORDS) -> Vectors:
    """Return the vectors of `documents`, in their order, over headline and `lead` words of the body."""
    counted = [_counts(document, lead) for document in documents]
    frequency = Counter(term for counts in counted for term in counts)
    numbers = {term: number for number, term in enumerate(sorted(frequency))}
    idf = {term: _idf(term, frequency[term], len(documents)) for term in frequency}
    rows = [_unit(counts, numbers, idf) for counts in counted]
    return _stacked(rows, len(numbers))


def strongest(found: Vectors, count: int) -> Vectors:
    """Return the vectors with their `count` weightiest terms only, again of length one."""
    rows = []
    for index in range(len(found)):
        terms, weights = found.row(index)
        if len(terms) > count:
            kept = np.sort(np.argsort(-weights, kind="stable")[:count])
            terms, weights = terms[kept], weights[kept]
        rows.append((terms, weights / (float(np.sqrt((weights * weights).sum())) or 1.0)))
    return _stacked(rows, found.vocabulary)


def _stacked(rows: list[tuple[Positions, Floats]], vocabulary: int) -> Vectors:
    bounds = np.cumsum(np.array([0, *(len(terms) for terms, _ in rows)], dtype=np.int64))
    terms = np.concatenate([np.empty(0, dtype=np.int64), *(row[0] for row in rows)])
    weights = np.concatenate([np.empty(0, dtype=np.float64), *(row[1] for row in rows)])
    return Vectors(bounds, terms, weights, vocabulary)


def _unit(counts: dict[str, float], numbers: dict[str, int], idf: dict[str, float]) -> tuple[Positions, Floats]:
    terms = np.array([numbers[term] for term in counts], dtype=np.int64)
    weights = np.array([(1 + np.log(count)) * idf[term] for term, count in counts.items()], dtype=np.float64)
    norm = float(np.sqrt((weights * weights).sum()))
    order = np.argsort(terms)
    return terms[order], weights[order] / (norm or 1.0)


def _idf(term: str, frequency: int, count: int) -> float:
    share = FAMILIAR_SHARE if term in _familiar() else RARE_SHARE
    return float(np.log((count + PRIOR) / (frequency + PRIOR * share)))


@functools.cache
def _familiar() -> frozenset[str]:
    return frozenset(stem(word) for word in FAMILIAR)


@functools.lru_cache(maxsize=1 << 18)
def _term(word: str) -> str:
    """Return the term that a word counts as, "" for a word that says nothing."""
    lower = word.lower()
    return "" if lower in COMMON else stem(lower)


def _counts(document: Document, lead: int) -> dict[str, float]:
    counts: dict[str, float] = {}
    for text, weight in _texts(document, lead):
        for word in text:
            term = _term(word)
            if term:
                counts[term] = counts.get(term, 0.0) + weight * (NAME_WEIGHT if word[0].isupper() else 1.0)
    return counts


def _texts(document: Document, lead: int) -> Iterable[tuple[list[str], int]]:
    headline = [word for span in document.spans("headline") for word in _WORD.findall(document.slice(span))]
    body: list[str] = []
    for span in document.spans("body"):
        if len(body) >= lead:
            break
        body += _WORD.findall(document.text, span.start, min(span.end, span.start + 12 * lead))
    return [(headline, TITLE_WEIGHT), (body[:lead], 1)]
