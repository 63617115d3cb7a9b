"""What a search means in every engine: all words and quoted phrases must be there, in any order.

Case and accents do not matter (`jose` finds `José`), a star after the last word stands for any ending (`troop*`), and
no character can be wrong: what is not part of a word separates words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TERMS = 64
"""Words and phrases that are looked for; a pasted paragraph is cut after so many."""

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow each other; with `open_` the last may go on."""

    words: tuple[str, ...]
    open_: bool = False

    def pattern(self) -> re.Pattern[str]:
        """Return the expression that finds the term, with its accents as they are written."""
        words = r"[\W_]+".join(map(re.escape, self.words))
        return re.compile(rf"(?<![^\W_]){words}" + ("" if self.open_ else r"(?![^\W_])"), re.IGNORECASE)

    def bare(self) -> Term:
        """Return the term without accents and case."""
        return Term(tuple(map(bare, self.words)), self.open_)


def terms(words: str) -> list[Term]:
    """Return the terms of a search.

    >>> terms('"coast guard" toll*')
    [Term(words=('coast', 'guard'), open_=False), Term(words=('toll',), open_=True)]
    """
    found = []
    for phrase, word in _TERM.findall(words):
        held = phrase or word
        if split := tuple(_WORD.findall(held)):
            found.append(Term(split, held.endswith(f"{split[-1]}*")))
    return found[:TERMS]


def bare(text: str) -> str:
    """Return `text` without accents and case, as SQLite's `unicode61` folds it; its length may change."""
    split = unicodedata.normalize("NFD", text)
    return "".join(character for character in split if not unicodedata.combining(character)).lower()


def first_hit(text: str, wanted: list[Term]) -> tuple[int, int]:
    """Return where the first of the terms stands in `text`, (0, 0) where none does."""
    places = [match.span() for term in wanted if (match := term.pattern().search(text))]
    return min(places) if places else _first_bare(text, wanted)


def _first_bare(text: str, wanted: list[Term]) -> tuple[int, int]:
    """Return where the first word stands that begins one of the terms once accents are dropped."""
    heads = {bare(term.words[0]): term.open_ and len(term.words) == 1 for term in wanted}
    for match in _WORD.finditer(text):
        word = bare(match[0])
        if any(word == head or (open_ and word.startswith(head)) for head, open_ in heads.items()):
            return match.span()
    return 0, 0
