"""Turns words into the numbers that the encoder reads: word pieces, and marks of case, gap and quotation.

Source: WordPiece by greedy longest match, Wu et al. 2016, with the uncased vocabulary of BERT (Devlin et al. 2019).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from secondsource.records import Offsets, Quotation

PAD, UNKNOWN, START, STOP = 0, 100, 101, 102
"""Numbers of `[PAD]`, `[UNK]`, `[CLS]` and `[SEP]` in the vocabulary."""

CASES, GAPS, QUOTES = 4, 5, 4
"""How many marks there are of letter case, of the gap before a piece, and of quotation."""

_LONGEST: Final = 100
"""Code points of the longest word that is cut into pieces; longer ones (base64, links) are one unknown piece."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """One document as the encoder reads it.

    Attributes:
        ids: int64, shape (pieces,): numbers in the vocabulary, without `[CLS]` and `[SEP]`.
        marks: int64, shape (pieces, 3): case, gap, quotation.
        firsts: int64, shape (words + 1,): index of the first piece of each word, then the number of pieces.
    """

    ids: NDArray[np.int64]
    marks: NDArray[np.int64]
    firsts: NDArray[np.int64]


class Vocabulary:
    """The word pieces by number, with a memory of the words it has cut."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines of a BERT `vocab.txt`; a line's index is its number."""
        self._numbers: Mapping[str, int] = {line: number for number, line in enumerate(lines)}
        self._seen: dict[str, tuple[int, ...]] = {}

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of one word, at least one."""
        known = self._seen.get(word)
        if known is None:
            known = self._pieces(word)
            if len(self._seen) < _REMEMBERED:
                self._seen[word] = known
        return known

    def _pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return (UNKNOWN,)
        decomposed = unicodedata.normalize("NFD", word.lower().translate(_PLAIN_MARKS))
        plain = "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
        found = [number for part in _parts(plain) for number in self._longest_matches(part)]
        return tuple(found) or (UNKNOWN,)

    def _longest_matches(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            ends = (end for end in range(len(part), start, -1) if prefix + part[start:end] in self._numbers)
            end = next(ends, 0)
            if not end:
                return [UNKNOWN]
            found.append(self._numbers[prefix + part[start:end]])
            start = end
        return found


_PLAIN_MARKS: Final = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'"), "‑": "-"})
"""Typographic marks are read as the plain ones: which way a quotation mark turns is told beside the pieces."""

_REMEMBERED: Final = 200_000
"""How many different words a vocabulary remembers: 200,000 take about 30 MB."""


def _parts(word: str) -> list[str]:
    """Split a word at its punctuation and ideographs, and drop control characters, as BERT does."""
    found = [""]
    for character in word:
        category = unicodedata.category(character)
        if category[0] == "C" or character.isspace():
            continue
        if category[0] in "PS" or "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff":
            found += [character, ""]
        else:
            found[-1] += character
    return [part for part in found if part]


def pieces(text: str, words: Sequence[Offsets], quotations: Sequence[Quotation], vocabulary: Vocabulary) -> Pieces:
    """Return the pieces of `words`, half-open code point offsets into `text`, in order."""
    ids: list[int] = []
    marks: list[tuple[int, int, int]] = []
    firsts: list[int] = []
    quoted = _quoted(words, quotations)
    last = 0
    for number, (start, end) in enumerate(words):
        word = text[start:end]
        cut = vocabulary.cut(word)
        firsts.append(len(ids))
        ids += cut
        case, quote = _case(word), quoted[number]
        marks.append((case, _gap(text[last:start]) if number else _BLANK_LINE, quote))
        marks += [(case, _INSIDE, quote)] * (len(cut) - 1)
        last = end
    firsts.append(len(ids))
    return Pieces(
        np.array(ids, dtype=np.int64), np.array(marks, dtype=np.int64).reshape(-1, 3), np.array(firsts, dtype=np.int64)
    )


_ATTACHED, _BLANK, _LINE, _BLANK_LINE, _INSIDE = range(GAPS)


def _case(word: str) -> int:
    if word.islower() or not word[:1].isalpha():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and word[1:] == word[1:].lower() else 3


def _gap(between: str) -> int:
    if not between:
        return _ATTACHED
    lines = between.count("\n")
    return _BLANK if not lines else _LINE if lines == 1 else _BLANK_LINE


def _quoted(words: Sequence[Offsets], quotations: Sequence[Quotation]) -> list[int]:
    """Return for each word 0 outside quotation marks, 1 inside, 2 for the opening mark, 3 for the closing one."""
    found = [0] * len(words)
    starts = [start for start, _ in words]
    for quotation in quotations:
        first = int(np.searchsorted(starts, quotation.outer[0]))
        stop = int(np.searchsorted(starts, quotation.outer[1]))
        for at in range(first, stop):
            if starts[at] < quotation.inner[0]:
                found[at] = 2
            elif starts[at] >= quotation.inner[1]:
                found[at] = 3
            elif not found[at]:
                found[at] = 1
    return found
