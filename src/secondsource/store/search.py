"""What a search means in every engine: all words and quoted phrases must be there, in any order."""

from __future__ import annotations

import re

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")


def terms(words: str) -> list[list[str]]:
    """Return the terms of a search, each a list of one word or of the words of a phrase.

    >>> terms('"coast guard" toll')
    [['coast', 'guard'], ['toll']]
    """
    found = [_WORD.findall(phrase or word) for phrase, word in _TERM.findall(words)]
    return [term for term in found if term]


def first_hit(text: str, wanted: list[list[str]]) -> tuple[int, int]:
    """Return where the first of the terms stands in `text`, or (0, 0) where only an inflected form does."""
    places = []
    for term in wanted:
        pattern = r"\W+".join(map(re.escape, term))
        if match := re.search(rf"\b{pattern}\b", text, re.IGNORECASE):
            places.append(match.span())
    return min(places, default=(0, 0))
