"""Text as a row of words with one letter a word, so that a grammar is an ordinary regular expression over sorts.

A table gives each known word a sort (`month`, `weekday`, `unit`); the letters of all words make a short string, and a
rule such as `month dot? day comma? year` is compiled into a pattern over it.  Unknown words share one letter, so a
rule is tried only where a word of its own stands: this is what makes the grammars of dates and quantities fast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WORD = re.compile(
    r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?![\d.,:])"  # 11 000, with blanks that do not break
    r"|\d+(?:[.,:]\d+)*"  # 11,000  4.5  23:40  15.01.2025
    r"|(?<![\w.])\.\d+"  # .5
    r"|[ap]\.\s?m\b\.?|\bU\.\s?S\.(?:\s?A\.)?|\bB\.\s?C\.(?:\s?E\.)?"
    r"|[^\W\d_]+"
    r"|\n[^\S\n]*\n\s*"  # an empty line parts paragraphs, no expression crosses it
    r"|[^\w\s]|_",
    re.IGNORECASE,
)
OTHER = "."
_NAME = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Lattice:
    """The words of a stretch of text.

    Attributes:
        starts, ends: code point offsets of each word in the whole text, half-open.
        words: each word in lower case.
        forms: each word as written.
        sorts: one letter a word, `OTHER` for words that the table does not know.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    forms: list[str]
    sorts: str

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def tight(self, index: int) -> bool:
        """Tell whether word `index` stands right behind the word before it, with no blank between."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def word(self, index: int) -> str:
        """Return word `index` in lower case, "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a list that is written as running text."""
    return tuple(words.split())


def lattice(text: str, start: int, end: int, sort: Callable[[str], str]) -> Lattice:
    """Split `text[start:end]` into words; `sort` gives the letter of a word as written."""
    found = [(match.start(), match.end(), match.group()) for match in WORD.finditer(text, start, end)]
    forms = [form for _, _, form in found]
    return Lattice(
        [begin for begin, _, _ in found],
        [stop for _, stop, _ in found],
        [form.lower() for form in forms],
        forms,
        "".join(map(sort, forms)),
    )


def pattern(rule: str, letters: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a rule over names of sorts; a name may stand for several letters, `?()|` are those of `re`.

    `*` and `+` repeat at most six times, so that a page of a million equal words takes no longer than any other.

    >>> pattern("month day?", {"month": "M", "day": "dn"}).pattern
    '[M][dn]?'
    """
    classes = _NAME.sub(
        lambda name: f"[{re.escape(letters[name.group()])}]", rule.replace("*", "{0,6}").replace("+", "{1,6}")
    )
    return re.compile(classes.replace(" ", ""))
