"""Lines of a page with their offsets: the unit that the section grammar works on."""

from __future__ import annotations

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FINAL = frozenset(".!?…。！？।؟")
_CLOSERS, _TAIL = "\"'”’»)]", 6
"""Signs that may close a sentence behind its final mark, and the characters among which these stand."""
_SENTENCE, _LONG = 5, 25
"""Words of a line of running text that ends like a sentence, and of one that does not."""
_BULLET = re.compile(r"\s*[•·●▪■◦‣*–—-]\s+\S")
READ = 2000
"""Characters of a line that patterns look at: no furniture is longer, and an article on one line stays cheap."""


class Line(NamedTuple):
    """A line without the blanks around it; `line_of` makes one.

    Attributes:
        start, end: half-open code points into the text, without surrounding blanks.
        text: the characters between them.
        words: number of words.
        closed: whether it ends like a sentence: a final mark, and perhaps closing quotes or brackets after it.
        prose: whether it reads like part of a running text: five words and a final mark, or 25 words.
            Source: C4's line rule (Raffel et al. 2020) with curly closing quotes added, without which quotations are
            cut.
        after_blank: whether a blank line stands above it.
    """

    start: int
    end: int
    text: str
    words: int
    closed: bool
    prose: bool
    after_blank: bool

    @property
    def bulleted(self) -> bool:
        """Whether it starts with the sign of a list item."""
        return _BULLET.match(self.text[:8]) is not None


def line_of(text: str, start: int = 0, *, after_blank: bool = False) -> Line:
    """Return the line whose characters are `text`, without blanks around them."""
    words, closed = count_words(text), text[-_TAIL:].rstrip(_CLOSERS)[-1:] in _FINAL
    prose = (closed and words >= _SENTENCE) or words >= _LONG
    return Line(start, start + len(text), text, words, closed, prose, after_blank)


def split(text: str) -> list[Line]:
    r"""Return the lines of `text` that hold a non-blank character, in order.

    >>> [(line.start, line.end) for line in split("Head\n\n  Body. ")]
    [(0, 4), (8, 13)]
    """
    lines: list[Line] = []
    position, blank = 0, False
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            begin = position if raw[0] == stripped[0] else position + len(raw) - len(raw.lstrip())
            lines.append(line_of(stripped, begin, after_blank=blank))
        blank = not stripped
        position += len(raw)
    return lines


def count_words(text: str) -> int:
    """Return the number of words; two ideographs or kana count as one word."""
    words = len(WORD.findall(text))
    return words if text.isascii() else words + len(_IDEOGRAPH.findall(text)) // 2
