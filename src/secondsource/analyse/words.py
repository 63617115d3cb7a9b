"""Cuts text into the words of Universal Dependencies: contractions and hyphenated compounds in their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.records import Offsets
from secondsource.text.segment import tokens

_CLITIC = re.compile(r"(?:n[’']t|[’'](?:s|S|ll|LL|re|RE|ve|VE|d|D|m|M))$")
_HYPHEN = re.compile(r"(?<=[^\W_])([-‑])(?=[^\W_])")
_WHOLE = re.compile(
    r"(?:https?|www)\b|[^\W\d_](?:\.[^\W\d_])+|(?:e|co|re|non|pre|anti|ex|post|un|mid)[-‑]", re.IGNORECASE
)
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def words(text: str, start: int, end: int) -> list[Offsets]:
    """Return the words of `text[start:end]` as half-open code point offsets.

    >>> text = "It can't be state-run, Kim's aide said."
    >>> [text[s:e] for s, e in words(text, 0, len(text))][:7]
    ['It', 'ca', "n't", 'be', 'state', '-', 'run']
    """
    return [word for begin, finish in tokens(text, start, end) for word in _parts(text, begin, finish)]


def _parts(text: str, start: int, end: int) -> Iterator[Offsets]:
    word = text[start:end]
    if word.isalnum():
        cut = _FUSED.get(word.lower())
        yield from [(start, end)] if cut is None else [(start, start + cut), (start + cut, end)]
        return
    clitic = _CLITIC.search(word) if len(word) > 2 else None
    stem = clitic.start() if clitic and clitic.start() else len(word)
    yield from _compounds(text, start, start + stem)
    if stem < len(word):
        yield start + stem, end


def _compounds(text: str, start: int, end: int) -> Iterator[Offsets]:
    """Split at hyphens between letters or digits, but not behind a prefix (`non-profit`, `e-mail`)."""
    last = start
    if not _WHOLE.match(text[start:end]):
        for hyphen in _HYPHEN.finditer(text, start, end):
            if hyphen.start() > last:
                yield last, hyphen.start()
                yield hyphen.span()
                last = hyphen.end()
    yield last, end
