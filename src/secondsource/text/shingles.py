"""Hashes runs of words, and picks the few that stand for a text, so that copied wording is found without reading twice.

A word is a run of letters and digits, compared in lower case; punctuation, spacing and line breaks are no part of it,
so that a copy with other quotation marks still matches.  Numbers are hashed as they stand: "34 dead" and "72 dead"
differ.

Source: Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003).  With
shingles of `n` words and a window of `w`, each run of `n + w - 1` words in both texts gives a common fingerprint.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.records import Offsets

Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]

GRAM = 5
"""Words of a shingle. Source: measured on 6,000 news texts: copies share .42 of their 5-grams, others under .1."""
WINDOW = 8
"""Shingles of which at least one is kept: every shared run of 12 words is found. Source: as above, recall 1.0."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_LETTER_BASE = 0xD6E8FEB86659FD93
_PLANES = 0x20000
"""Code points that are looked up; those above are rare ideographs, letters all of them."""
_LONGEST = 64
"""Letters from which the powers repeat; no word of a language is that long."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of some stretches of a text, in order.

    Attributes:
        hashes: one 64-bit hash a word, shape (words,).
        starts, ends: half-open code points of each word in the text, shape (words,).
        stretch: index of the stretch that holds the word, shape (words,).
    """

    hashes: Hashes
    starts: Positions
    ends: Positions
    stretch: Positions

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.hashes)


@functools.cache
def _letters() -> npt.NDArray[np.uint32]:
    """Return for each code point that of its lower case, 0 for one that is no letter or digit."""
    folded = [_folded(chr(code)) for code in range(_PLANES)]
    return np.array(folded, dtype=np.uint32)


def _folded(char: str) -> int:
    lower = char.lower()
    return ord(lower if len(lower) == 1 else char) if char.isalnum() else 0


@functools.cache
def _powers() -> Hashes:
    return np.array([pow(_LETTER_BASE, place, 1 << 64) for place in range(_LONGEST)], dtype=np.uint64)


def words(text: str, stretches: list[Offsets]) -> Words:
    """Return the words of `stretches` (half-open code points of `text`, in order)."""
    read = [_read(text, start, end) for start, end in stretches]
    counts = [len(hashes) for hashes, _, _ in read]
    hashes = np.concatenate([np.empty(0, dtype=np.uint64), *(part[0] for part in read)])
    starts, ends = (np.concatenate([np.empty(0, dtype=np.int64), *(part[side] for part in read)]) for side in (1, 2))
    return Words(hashes, starts, ends, np.repeat(np.arange(len(counts)), counts))


def word_hashes(text: str, stretches: list[Offsets]) -> Hashes:
    """Return the hashes of `words(text, stretches)` alone."""
    return words(text, stretches).hashes


def _read(text: str, start: int, end: int) -> tuple[Hashes, Positions, Positions]:
    """Return hash, start and end of each word of a stretch; a hash is a polynomial over the letters in lower case."""
    codes = np.frombuffer(text[start:end].encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    framed = np.zeros(len(codes) + 2, dtype=np.uint32)
    letters = framed[1:-1]
    letters[:] = _letters().take(codes, mode="clip")
    if len(codes) and codes.max() >= _PLANES:
        np.copyto(letters, codes, where=codes >= _PLANES)
    inside = framed != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return np.empty(0, dtype=np.uint64), starts, ends
    sizes = ends - starts
    firsts = np.cumsum(sizes) - sizes
    kept = letters[inside[1:-1]]
    places = np.arange(len(kept)) - np.repeat(firsts, sizes)
    summed = np.add.reduceat(kept * _powers().take(places, mode="wrap"), firsts)
    return summed ^ (summed >> np.uint64(32)), starts + start, ends + start


def shingles(hashes: Hashes, n: int = GRAM) -> Hashes:
    """Return the hash of each run of `n` words, shape (words - n + 1,); none where there are fewer words.

    >>> len(shingles(word_hashes("a ferry sank off Torran", [(0, 23)])))
    1
    """
    count = len(hashes) - n + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    mixed = hashes[:count].copy()
    for shift in range(1, n):
        mixed = mixed * _BASE + hashes[shift : shift + count]
    mixed ^= mixed >> np.uint64(31)
    mixed *= _MIX
    return mixed ^ (mixed >> np.uint64(33))


def fingerprints(hashes: Hashes, n: int = GRAM, window: int = WINDOW) -> Hashes:
    """Return the winnowed shingles of a text: the least of each `window` in a row, sorted, each once."""
    least = shingles(hashes, n)
    if len(least) <= window:
        return np.unique(least)[:1]
    covered = 1
    while covered < window:
        step = min(covered, window - covered)
        least = np.minimum(least[:-step], least[step:])
        covered += step
    return np.unique(least[np.append([True], least[1:] != least[:-1])])


def sampled(hashes: Hashes, n: int, every: int) -> Hashes:
    """Return about one shingle of `n` words in `every`, sorted, each once: those that a text's copies keep as well.

    Where only scattered short runs stayed equal, winnowing picks the changed ones beside them; a sample by the value of
    the hash does not.  Source: Manber, "Finding similar files in a large file system" (USENIX 1994).
    """
    every_one = shingles(hashes, n)
    return np.unique(every_one[every_one % np.uint64(every) == 0])
