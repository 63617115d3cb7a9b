"""Stems of English words, memoised: *ferries* and *ferry* count as one term.

Source: the Porter2 ("English") algorithm of Snowball, https://snowballstem.org/algorithms/english/stemmer.html.
"""

from __future__ import annotations

import functools

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")


@functools.lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """Return the stem of a word, in lower case.

    >>> stem("Ferries"), stem("ferry")
    ('ferri', 'ferri')
    """
    stemmed: str = _STEMMER.stemWord(word.lower())
    return stemmed
