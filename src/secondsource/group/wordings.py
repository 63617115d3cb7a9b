"""What a document says, as the copy finder sees it: the words of headline and body, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondsource.records import READ_KINDS, Document, Offsets, PassageKind
from secondsource.text.quotes import quotations
from secondsource.text.segment import paragraphs, sentences
from secondsource.text.shingles import (
    Hashes,
    Words,
    fingerprints,
    sampled,
    shingles,
    word_hashes,
    words,
)

_NOTICE = re.compile(r"all rights reserved|may not be published|©|\bcopyright \d{4}", re.IGNORECASE)
_RELEASED = re.compile(
    r"\(@\w+\)|pic\.twitter\.com|anyone (?:with|who has) (?:any )?information|"
    r"(?:asked|urged|encouraged) to (?:call|contact)",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?:[A-Z][A-Z.'’-]+ ?){1,5}(?:\([^()]{1,30}\))?: ")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_ADDRESSED = re.compile(rf"{_FIRST_PERSON.pattern}|\b[Yy]ou(?:r|rs)?\b")
FIRST_PERSON_WORDS = 25
"""Words to one "I" or "we" from which a paragraph without quotation marks is speech (a transcript, a letter)."""
WORD_CHARS = 6
"""Code points of a word and the blank after it, on average."""

LONGEST_QUOTATION = 1500
"""Code points from which a quotation mark was not closed, rather than somebody quoted on and on."""
PARAGRAPH_CHARS = 600
"""Code points from which a paragraph is read sentence by sentence, as it may hold a whole article."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one document, their shingles, and whose words each of them is.

    Attributes:
        kinds: `prose` of the reporter, `quotation` inside quotation marks, `statement` (a tweet, a transcript, an
            appeal for witnesses) or `furniture` (a copyright notice); one a word.
        prose: whether the kind of each word is `prose`, shape (words,).
    """

    document: Document
    words: Words
    shingles: Hashes
    kinds: tuple[PassageKind, ...]
    prose: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def chars(self, first: int, last: int) -> Offsets:
        """Return the code points from word `first` up to and without word `last`."""
        return int(self.words.starts[first]), int(self.words.ends[last - 1])


def stretches(document: Document) -> list[Offsets]:
    """Return the offsets of headline and body, the only parts that are compared."""
    return [(section.span.start, section.span.end) for section in document.sections if section.kind in READ_KINDS]


SHORT = 3
"""Words of the runs that are left where a word in four was changed."""
SAMPLED = 6
"""One in so many runs of three words stands for a text in the search for reworded copies."""


def prints(document: Document) -> tuple[Hashes, Hashes]:
    """Return the fingerprints of a document, sorted: winnowed runs of five words, and a sample of runs of three."""
    found = word_hashes(document.text, stretches(document))
    return fingerprints(found), sampled(found, SHORT, SAMPLED)


def wording(document: Document) -> Wording:
    """Return the words of a document with their places."""
    parts = stretches(document)
    found = words(document.text, parts)
    kinds = _kinds(document.text, parts, found)
    prose = np.array([kind == "prose" for kind in kinds], dtype=np.bool_)
    return Wording(document, found, shingles(found.hashes), kinds, prose)


def _kinds(text: str, parts: list[Offsets], found: Words) -> tuple[PassageKind, ...]:
    kinds: list[PassageKind] = ["prose"] * len(found)

    def mark(stretch: Offsets, kind: PassageKind) -> None:
        first, last = (int(found.starts.searchsorted(place)) for place in stretch)
        kinds[first:last] = [kind] * (last - first)

    for quotation in quotations(text, parts):
        if quotation.outer[1] - quotation.outer[0] <= LONGEST_QUOTATION:
            mark(quotation.outer, "quotation")
    for unit in _units(text, parts):
        first, last = (int(found.starts.searchsorted(place)) for place in unit)
        if _NOTICE.search(text, *unit):
            mark(unit, "furniture")
        elif _released(text, unit, Counter(kinds[first:last])["prose"], quoted="quotation" in kinds[first:last]):
            mark(unit, "statement")
    return tuple(kinds)


def _units(text: str, parts: list[Offsets]) -> Iterator[Offsets]:
    """Yield the paragraphs, and of those that hold a whole article in one piece the sentences."""
    for start, end in parts:
        for block in paragraphs(text, start, end):
            if block[1] - block[0] <= PARAGRAPH_CHARS or _set_off(text, block):
                yield block
            else:
                yield from sentences(text, *block)


def _set_off(text: str, block: Offsets) -> bool:
    """Tell whether a paragraph is a letter or part of a transcript: it says "you" after a line that ends in a colon."""
    if not text[max(0, block[0] - 8) : block[0]].rstrip().endswith(":"):
        return False
    return len(_ADDRESSED.findall(text, *block)) * FIRST_PERSON_WORDS * WORD_CHARS >= block[1] - block[0]


def _released(text: str, block: Offsets, prose: int, *, quoted: bool) -> bool:
    """Tell whether a paragraph is somebody's own words that stand there without quotation marks."""
    if _RELEASED.search(text, *block) or _TURN.match(text, *block):
        return True
    if _set_off(text, block):
        return True
    spoken = len(_FIRST_PERSON.findall(text, *block))
    return not quoted and prose > 0 and spoken * FIRST_PERSON_WORDS >= prose
