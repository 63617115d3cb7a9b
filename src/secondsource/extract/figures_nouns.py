"""The counted noun behind a number, by rules without a parser: the first plural of the noun phrase is its head."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.extract.figures_words import PLURALS, STOPS, Sentence, Tables, noun
from secondsource.text.lattice import listed
from secondsource.text.numbers import ORDINALS

_REACH = 8
_ANAPHORS = frozenset({"them", "those", "these", "us", "whom", "which", "it"})
_NOMINAL = frozenset(listed("dead missing injured wounded hurt displaced detained homeless unaccounted ill sick"))
"""Adjectives that stand for people after a number ("34 dead")."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: words of the noun phrase as written, `head` in lower case, and the word behind it.

    `partitive` tells that the number picks out of a set that was named before ("12 of them", "three of the dead").
    """

    noun: str
    head: str
    last: int
    partitive: bool = False


def counted(sentence: Sentence, at: int, index: Tables) -> Counted:
    """Return what quantity number `at` of the sentence counts, an empty noun where nothing follows it."""
    line, last = sentence.line, sentence.places[at][1]
    partitive = line.word(last) == "of"
    first = last + partitive
    while partitive and line.word(first) in {"the", "their", "its", "these", "those", "his", "her", "other", "more"}:
        first += 1
        if line.word(first - 1) in {"these", "those"} and not line.word(first).isalpha():
            break
    if partitive and line.word(first) in _ANAPHORS:
        return Counted("", "", first + 1, partitive=True)
    if line.word(first) in {"-", "‑"} and line.tight(first):
        first += 1
    while line.word(first) in {"more", "other", "further", "additional", "new"}:
        first += 1
    return _phrase(sentence, first, at, index, partitive)


def _phrase(sentence: Sentence, first: int, at: int, index: Tables, partitive: bool) -> Counted:  # noqa: FBT001
    line = sentence.line
    limit = min(first + _REACH, len(line), *[place[0] for place in sentence.places[at + 1 :]] or [len(line)])
    run = first
    while run < limit and _inside(sentence, run, first):
        run += 1
        if _plural(line.words[run - 1], line.forms[run - 1]) and not _plural(
            line.word(run), line.forms[run] if run < len(line) else ""
        ):
            break
    if run == first:
        return Counted("", "", first, partitive)
    words = line.words[first:run]
    text = " ".join(line.forms[first:run]).replace(" - ", "-").replace(" ’ ", "’")
    if words[-1] == "people":
        text, words = text[: -len("people")] + "persons", [*words[:-1], "persons"]
    return Counted(text, words[-1], run, partitive and noun(index, words[-1]) is not None and words[-1] in _NOMINAL)


def _inside(sentence: Sentence, index: int, first: int) -> bool:
    word = sentence.word(index)
    if word in _NOMINAL:
        return index == first
    if word in STOPS or not (word[0].isalpha() or word in {"-", "’", "'"}) or word in ORDINALS:
        return False
    if index > first and (word.endswith("ed") or word.endswith("ing")) and len(word) > 4:
        return _plural(sentence.word(index + 1), sentence.word(index + 1))
    return word not in {"-", "’", "'"} or index > first


def _plural(word: str, form: str) -> bool:
    if word in PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and form[:1].islower()
