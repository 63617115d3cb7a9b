"""Lays a document out as frames: sentences whose quoted stretches are folded into single items.

A frame's clauses can then be cut without looking into quoted words; the words inside a quotation form frames of their
own, which is how an attribution inside quoted speech is found.
"""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from secondsource.extract import attributions_grammar as grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secondsource.records import Analysis, Offsets, Quotation

Category = Literal[
    "quote", "mark", "pronoun", "determiner", "possessive", "preposition", "conjunction", "subordinator", "auxiliary",
    "negation", "adverb", "number", "name", "word", "to", "aside",
]  # fmt: skip

_NOMINAL: frozenset[Category] = frozenset({"pronoun", "determiner", "possessive", "number", "name"})
_CLOSED: dict[str, Category] = {
    **dict.fromkeys(grammar.NUMBER_WORDS, "number"),
    **dict.fromkeys(grammar.ADVERBS, "adverb"),
    **dict.fromkeys(grammar.PREPOSITIONS, "preposition"),
    **dict.fromkeys(grammar.SUBJECT_PRONOUNS | grammar.OBJECT_PRONOUNS, "pronoun"),
    **dict.fromkeys(grammar.DETERMINERS, "determiner"),
    **dict.fromkeys(grammar.SUBORDINATORS, "subordinator"),
    **dict.fromkeys(grammar.POSSESSIVES, "possessive"),
    **dict.fromkeys(grammar.CONJUNCTIONS, "conjunction"),
    **dict.fromkeys(grammar.NEGATIONS, "negation"),
    "to": "to",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One token, or one whole quotation; offsets are those of the document."""

    start: int
    end: int
    low: str
    category: Category
    capital: bool
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The items of one sentence.  `paragraph` counts from 0; `inside` is the quotation that holds the frame, if any."""

    items: tuple[Item, ...]
    paragraph: int
    inside: Quotation | None = None

    def low(self, index: int) -> str:
        """Return the lower-case word at `index`, "" outside the frame."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def category(self, index: int) -> Category | None:
        """Return the word class at `index`, None outside the frame."""
        return self.items[index].category if 0 <= index < len(self.items) else None

    def nominal(self, index: int) -> bool:
        """Tell whether a noun phrase can begin at `index`."""
        return self.category(index) in _NOMINAL

    def offsets(self, first: int, last: int) -> Offsets:
        """Return the offsets of the items `first` to `last`, both included."""
        return self.items[first].start, self.items[last].end

    def finite(self, index: int) -> bool:
        """Tell whether the item at `index` looks like a finite verb or an auxiliary."""
        item = self.items[index]
        if item.category == "auxiliary":
            return True
        if item.category != "word" or item.capital:
            return False
        before = self.category(index - 1)
        if grammar.is_past(item.low):
            if self.low(index + 1) == "by":
                return False
            numbered = before == "number" and self.category(index - 2) == "name"
            return numbered or before not in {"determiner", "possessive", "preposition", "number"}
        if before == "word" and grammar.takes_noun(self.low(index - 1)):
            return False
        return grammar.is_present(item.low) and before in {"name", "pronoun", "word", "adverb", "subordinator"}

    def verb_at(self, index: int) -> bool:
        """Tell whether a finite verb without a subject of its own stands at `index` (`said`, but not `it’s`)."""
        return self.finite_at(index) and not grammar.holds_subject(self.low(index))

    def finite_at(self, index: int) -> bool:
        """Tell the same of an index that may lie outside the frame."""
        return 0 <= index < len(self.items) and self.finite(index)

    def has_finite(self, first: int, last: int) -> bool:
        """Tell whether a finite verb stands among the items `first` to `last`."""
        return any(self.finite(index) for index in range(max(0, first), min(last + 1, len(self.items))))


def frames(text: str, analysis: Analysis, reporting: frozenset[str]) -> Iterator[Frame]:
    """Yield the frames of a document in order, then those inside its quotations.

    Args:
        text: the document's text.
        analysis: its sentences, tokens and quotations.
        reporting: forms of verbs that report speech, for `“Why?” Ann Li asked.`, which is one frame.
    """
    outer = _outermost(analysis.quotations)
    breaks = [end for _, end in analysis.sentences]
    yield from _joined(text, _cut(text, _items(text, analysis.tokens, outer), breaks, None), reporting)
    for quotation in outer:
        start, end = quotation.inner
        if end - start >= 12:
            nested = _outermost(within(analysis.quotations, start, end))
            tokens = _between(analysis.tokens, start, end)
            yield from _joined(text, _cut(text, _items(text, tokens, nested), breaks, quotation), reporting)


def within(quotations: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """Return the quotations that lie in `start` to `end`; `quotations` are in order of their start."""
    first = bisect.bisect_left(quotations, start, key=lambda quotation: quotation.outer[0])
    last = bisect.bisect_left(quotations, end, key=lambda quotation: quotation.outer[0])
    return [quotation for quotation in quotations[first:last] if quotation.outer[1] <= end]


def _between(tokens: Sequence[Offsets], start: int, end: int) -> Sequence[Offsets]:
    return tokens[bisect.bisect_left(tokens, (start, 0)) : bisect.bisect_left(tokens, (end, 0))]


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for quotation in quotations:
        if not found or quotation.outer[0] >= found[-1].outer[1]:
            found.append(quotation)
    return found


def _items(text: str, tokens: Sequence[Offsets], outer: Sequence[Quotation]) -> Iterator[Item]:
    at = 0
    for start, end in tokens:
        while at < len(outer) and outer[at].outer[1] <= start:
            at += 1
        if at < len(outer) and outer[at].outer[0] <= start:
            if start == outer[at].outer[0]:
                yield Item(*outer[at].outer, "", "quote", capital=False, quotation=outer[at])
                if text[outer[at].inner[1] - 1] == ",":
                    yield Item(outer[at].outer[1], outer[at].outer[1], ",", "mark", capital=False)
            continue
        yield _item(text[start:end], start, end)


def _item(word: str, start: int, end: int) -> Item:
    low, category, capital = _classed(word)
    return Item(start, end, low, category, capital)


@functools.lru_cache(maxsize=32_768)
def _classed(word: str) -> tuple[str, Category, bool]:
    """Return a word in lower case, its category, and whether it begins with a capital."""
    low = word.lower()
    capital = word[0].isupper()
    category = _CLOSED.get(low)
    if category is None or (capital and len(word) > 1 and word.isupper()):
        category = _open_class(word, low, capital=capital)
    return low, category, capital


def _open_class(word: str, low: str, *, capital: bool) -> Category:
    first = word[0]
    if not (first.isalnum() or first == "_"):
        return "word" if word == "%" else "mark"
    if first.isdigit():
        return "number"
    if grammar.is_auxiliary(low) and word not in {"May", "MAY"}:
        return "auxiliary"
    if capital:
        return "name"
    return "adverb" if grammar.is_adverb(low) else "word"


def _cut(text: str, items: Iterator[Item], ends: Sequence[int], inside: Quotation | None) -> Iterator[Frame]:
    """Cut items at the ends of sentences; an end inside a quotation lies within an item and cuts nothing."""
    paragraph = 0
    held: list[Item] = []
    at = 0
    for item in items:
        while held and at < len(ends) and ends[at] < held[-1].end:
            at += 1
        if held and (len(held) >= _LONGEST or (at < len(ends) and ends[at] <= item.start)):
            yield Frame(_with_asides(held), paragraph, inside)
            paragraph += "\n" in text[held[-1].end : item.start]
            held = []
        held.append(item)
    if held:
        yield Frame(_with_asides(held), paragraph, inside)


_LONGEST = 300
"""Most items of a frame; no sentence of news is so long, and what is longer is no sentence."""


def _with_asides(items: list[Item]) -> tuple[Item, ...]:
    """Take short words in brackets out of the grammar (`Ann Li (D-Ohio) said`): they neither cut nor end a phrase."""
    items = _with_possessives(items)
    opened: int | None = None
    for index, item in enumerate(items):
        if item.low in {"(", "["}:
            opened = index
        elif item.low in {")", "]"} and opened is not None:
            if index - opened <= _ASIDE and opened:
                for within in range(opened, index + 1):
                    items[within] = replace(items[within], category="aside", low="")
            opened = None
        elif item.quotation and _is_nickname(items, index):
            items[index] = replace(item, category="aside")
    return tuple(items)


def _with_possessives(items: list[Item]) -> list[Item]:
    """Join the mark of a plural possessive to its word (`the crews’ boat`)."""
    joined: list[Item] = []
    for item in items:
        if joined and item.low in {"’", "'"} and joined[-1].end == item.start and joined[-1].low.endswith("s"):
            joined[-1] = replace(joined[-1], end=item.end, low=joined[-1].low + item.low)
        else:
            joined.append(item)
    return joined


def _is_nickname(items: list[Item], index: int) -> bool:
    """Tell whether a short quotation stands inside a name (`Ann “Red” Li`)."""
    if not 0 < index < len(items) - 1 or items[index].end - items[index].start > _ASIDE + 8:
        return False
    return items[index - 1].category == items[index + 1].category == "name"


_ASIDE = 8
"""Most items that brackets may hold and still count as an aside: a party, an age, a short form."""


def _joined(text: str, cut: Iterator[Frame], reporting: frozenset[str]) -> Iterator[Frame]:
    """Join a frame that ends in a quoted question or exclamation with the reporting clause behind it."""
    held: Frame | None = None
    for frame in cut:
        if held and (_is_reported(text, held, frame, reporting) or _is_signed(held, frame)):
            held = Frame(held.items + frame.items, held.paragraph, held.inside)
            continue
        if held:
            yield held
        held = frame
    if held:
        yield held


def _is_signed(spoken: Frame, frame: Frame) -> bool:
    """Tell whether a frame is a name behind a dash, under the quoted words before it."""
    quoted = spoken.items[-1].quotation is not None and spoken.paragraph == frame.paragraph
    return quoted and frame.low(0) in {"—", "–", "―", "--", "-"} and len(frame.items) <= _ASIDE


def _is_reported(text: str, asked: Frame, frame: Frame, reporting: frozenset[str]) -> bool:
    last = asked.items[-1]
    if (
        last.quotation is None
        or last.quotation.inner[1] == last.quotation.inner[0]
        or asked.paragraph != frame.paragraph
    ):
        return False
    if text[last.quotation.inner[1] - 1] not in "?!":
        return False
    for index in range(min(7, len(frame.items))):
        if frame.low(index) in reporting:
            return frame.category(index + 1) in {None, "mark", "preposition", "to", "name", "adverb"}
        if frame.category(index) not in {
            "name",
            "pronoun",
            "determiner",
            "possessive",
            "word",
            "preposition",
            "adverb",
        }:
            return False
    return False
