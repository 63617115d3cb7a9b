"""What a document says, as the copy finder sees it: the words of its headline and body, and where it speaks in quotes."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.records import READ_KINDS, Document, Offsets
from secondsource.text.quotes import quotations
from secondsource.text.shingles import Hashes, Words, fingerprints, shingles, word_hashes, words


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one document, their shingles, and for each word whether it stands in quotation marks."""

    document: Document
    words: Words
    shingles: Hashes
    quoted: tuple[bool, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def chars(self, first: int, last: int) -> Offsets:
        """Return the code points from word `first` up to and without word `last`."""
        return int(self.words.starts[first]), int(self.words.ends[last - 1])


def stretches(document: Document) -> list[Offsets]:
    """Return the offsets of headline and body, the only parts that are compared."""
    return [(section.span.start, section.span.end) for section in document.sections if section.kind in READ_KINDS]


def prints(document: Document) -> Hashes:
    """Return the winnowed fingerprints of a document, sorted."""
    return fingerprints(word_hashes(document.text, stretches(document)))


def wording(document: Document) -> Wording:
    """Return the words of a document with their places."""
    parts = stretches(document)
    found = words(document.text, parts)
    return Wording(document, found, shingles(found.hashes), _quoted(document.text, parts, found))


def _quoted(text: str, parts: list[Offsets], found: Words) -> tuple[bool, ...]:
    inside = [False] * len(found)
    starts = found.starts
    for quotation in quotations(text, parts):
        first, last = starts.searchsorted(quotation.outer[0]), starts.searchsorted(quotation.outer[1])
        inside[first:last] = [True] * int(last - first)
    return tuple(inside)
