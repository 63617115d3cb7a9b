"""Lines of a page with their offsets: the unit that the section grammar works on."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ENDING = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*$")
_BULLET = re.compile(r"\s*[•·●▪■◦‣*–—-]\s+\S")
READ = 2000
"""Characters of a line that patterns look at: no furniture is longer, and an article on one line stays cheap."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it.

    Attributes:
        start, end: half-open code points into the text, without surrounding blanks.
        text: the characters between them.
        words: number of words.
        after_blank: whether a blank line stands above it.
    """

    start: int
    end: int
    text: str
    words: int
    after_blank: bool

    @property
    def closed(self) -> bool:
        """Whether it ends like a sentence: a final mark, and perhaps a closing quote or bracket after it."""
        return _ENDING.search(self.text[-6:]) is not None

    @property
    def bulleted(self) -> bool:
        """Whether it starts with the sign of a list item."""
        return _BULLET.match(self.text[:8]) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads like part of a running text: five words and a final mark, or 25 words.

        Source: C4's line rule (Raffel et al. 2020) with curly closing quotes added, without which quotations are cut.
        """
        return (self.words >= 5 and self.closed) or self.words >= 25


def split(text: str) -> list[Line]:
    r"""Return the lines of `text` that hold a non-blank character, in order.

    >>> [(line.start, line.end) for line in split("Head\n\n  Body. ")]
    [(0, 4), (8, 13)]
    """
    lines: list[Line] = []
    position, blank = 0, False
    for stop, after in [*((m.start(), m.end()) for m in _BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[position:stop]
        stripped = raw.strip()
        if stripped:
            start = position + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(stripped), stripped, count_words(stripped), blank))
        blank = not stripped
        position = after
    return lines


def count_words(text: str) -> int:
    """Return the number of words; two ideographs or kana count as one word."""
    words = len(WORD.findall(text))
    return words if text.isascii() else words + len(_IDEOGRAPH.findall(text)) // 2
