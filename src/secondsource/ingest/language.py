"""The language of an article, by py3langid (BSD-3, offline), with a check for short English texts."""

from __future__ import annotations

import re

import py3langid

SHORTEST = 40
"""Letters below which no language is claimed: py3langid calls `OK hello` Norwegian."""
SAMPLE = 3000
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset({
    "the", "of", "and", "to", "in", "that", "was", "for", "on", "with", "said", "is", "by", "from", "he", "at", "it",
    "had", "his", "were", "be", "as", "not", "have", "has", "they", "will", "who",
})  # fmt: skip
_SHARE = 0.22
"""Share of these words from which a text is English: running English has a third, other languages under a tenth."""


def language(text: str) -> str:
    """Return the ISO 639-1 code of `text`, or `und` where it is too short to tell."""
    words = _LETTERS.findall(text[:SAMPLE].lower())
    if sum(map(len, words)) < SHORTEST:
        return "und"
    if len(list(filter(_ENGLISH.__contains__, words))) >= _SHARE * len(words):
        return "en"
    code, _score = py3langid.classify(text[:SAMPLE])
    return str(code)
