"""Documents as weighted terms: what a document is about, so that two of them can be compared.

TF-IDF on headline (three times) and the first 400 words of the body; the 90 weightiest terms are kept.  The idf leans
on how common words are in news at large, so that it holds for ten documents as for ten thousand.

Source: TF-IDF with time comes within three points of neural systems (Saravanakumar et al. 2021, arXiv 2101.11059).
"""

from __future__ import annotations

import functools
import itertools
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.records import Document
from secondsource.text.commonness import COMMON, FAMILIAR
from secondsource.text.stems import stem

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

FAR_WORDS, STRONGEST = 400, 90
"""Words and weightiest terms of them for comparing documents: sequels share names and subject further down."""
TITLE_WEIGHT = 3
NAME_WEIGHT = 1.2
"""Boost of words written with a capital inside a sentence. Source: tuned on the two story corpora of the evaluation."""
PRIOR = 1000
"""Imagined background documents behind the idf. Source: as above; the corpus outweighs them from a few thousand on."""
FAMILIAR_SHARE = 0.08
RARE_SHARE = 0.001
TINY = 1e-12
_AT_ONCE = 1024
"""Documents that are counted at once, so that the tables fit into the processor's cache."""
_NEAR, _FAR = 7, 12
"""Characters for a word, as most texts need and as all but a few do."""

_WORD = re.compile(r"[^\W\d_]{2,}|\d(?:[\d.,]*\d)?")


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


def vectors(documents: Sequence[Document]) -> Vectors:
    """Return the vectors of documents, in their order, over headline and the first words of the body."""
    numbers = _Numbers()
    words = _words(documents, numbers)
    terms: dict[str, int] = {}
    found = [terms.setdefault(term, len(terms)) if (term := _term(word)) else -1 for word in numbers]
    term_of = np.array(found, dtype=np.int64)
    boosts = np.array([NAME_WEIGHT if word[0].isupper() else 1.0 for word in numbers])
    rows = [_counted(words, start, term_of, boosts) for start in range(0, len(documents), _AT_ONCE)]
    held = np.concatenate([np.empty(0, dtype=np.int64), *(row.terms for row in rows)])
    counts = np.concatenate([np.empty(0), *(row.counts for row in rows)])
    lengths = np.concatenate([np.zeros(1, dtype=np.int64), *(row.lengths for row in rows)])
    return _unit(np.cumsum(lengths), held, 1 + np.log(counts), _idf(list(terms), held, len(documents)))


def _unit(bounds: Positions, terms: Positions, weights: Floats, idf: Floats) -> Vectors:
    weighted = weights * idf[terms]
    owners = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    norms = np.sqrt(np.bincount(owners, weighted * weighted, minlength=len(bounds) - 1))
    return Vectors(bounds, terms, weighted / np.maximum(norms[owners], TINY), len(idf))


def _idf(names: list[str], terms: Positions, count: int) -> Floats:
    """Return the idf of each term (by its number), shape (terms,)."""
    shares = np.array([FAMILIAR_SHARE if name in _familiar() else RARE_SHARE for name in names], dtype=np.float64)
    frequency = np.bincount(terms, minlength=len(names))
    found: Floats = np.log((count + PRIOR) / (frequency + PRIOR * shares))
    return found


def strongest(found: Vectors, count: int = STRONGEST) -> Vectors:
    """Return the vectors with their `count` weightiest terms only, again of length one."""
    lightest, bounds = -found.weights, found.bounds.tolist()
    kept = [start + lightest[start:end].argsort(kind="stable")[:count] for start, end in itertools.pairwise(bounds)]
    flat = np.concatenate([np.empty(0, dtype=np.int64), *kept])
    ends = np.cumsum(np.array([0, *map(len, kept)], dtype=np.int64))
    return _unit(ends, found.terms[flat], found.weights[flat], np.ones(found.vocabulary))


@functools.cache
def _familiar() -> frozenset[str]:
    return frozenset(stem(word) for word in FAMILIAR)


def _term(word: str) -> str:
    """Return the term that a word counts as, "" for a word that says nothing."""
    lower = word.lower()
    return "" if lower in COMMON else stem(lower)


# -- words as numbers: a table of words is turned into terms once, and counted without looking at a word again ---------


class _Numbers(dict[str, int]):
    """Gives each word that is looked up a number of its own, counting from 0."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """The words of documents: `i` has `numbers[bounds[i]:bounds[i + 1]]`; the first `titles[i]` are its headline."""

    numbers: npt.NDArray[np.int32]
    bounds: Positions
    titles: Positions


@dataclass(frozen=True, slots=True, eq=False)
class _Counts:
    """The terms of some documents, one after the other, how often each stands there, and how many a document has."""

    terms: Positions
    counts: Floats
    lengths: Positions


def _words(documents: Sequence[Document], numbers: _Numbers) -> _Words:
    found = array("i")
    bounds, titles = [0], []
    number = numbers.__getitem__
    for document in documents:
        for span in document.spans("headline"):
            found.extend(map(number, _WORD.findall(document.text, span.start, span.end)))
        titles.append(len(found) - bounds[-1])
        found.extend(map(number, _opening(document)))
        bounds.append(len(found))
    return _Words(np.frombuffer(found, dtype=np.int32), np.array(bounds), np.array(titles, dtype=np.int64))


def _opening(document: Document) -> list[str]:
    """Return the first words of the body."""
    body: list[str] = []
    for span in document.spans("body"):
        wanted = FAR_WORDS - len(body)
        if wanted <= 0:
            break
        for width in (_NEAR, _FAR):
            words = _WORD.findall(document.text, span.start, min(span.end, span.start + width * FAR_WORDS))
            if len(words) > wanted or span.end <= span.start + width * FAR_WORDS:
                break
        body += words
    return body[:FAR_WORDS]


def _counted(words: _Words, start: int, term_of: Positions, boosts: Floats) -> _Counts:
    """Count the terms of `_AT_ONCE` documents from `start` on, each document's in order of their first word."""
    bounds = words.bounds[start : start + _AT_ONCE + 1]
    lengths = np.diff(bounds)
    numbers = words.numbers[bounds[0] : bounds[-1]]
    owners = np.repeat(np.arange(len(lengths)), lengths)
    places = np.arange(len(numbers)) - np.repeat(bounds[:-1] - bounds[0], lengths)
    titled = places < np.repeat(words.titles[start : start + _AT_ONCE], lengths)
    terms = term_of[numbers]
    telling = np.flatnonzero(terms >= 0)
    shares = np.where(titled, TITLE_WEIGHT, 1)[telling] * boosts[numbers[telling]]
    keys = owners[telling] * (len(term_of) + 1) + terms[telling]
    _, firsts, which = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(firsts)
    return _Counts(
        terms=terms[telling][firsts[order]],
        counts=np.bincount(which, shares)[order].astype(np.float64),
        lengths=np.bincount(owners[telling][firsts], minlength=len(lengths)),
    )
