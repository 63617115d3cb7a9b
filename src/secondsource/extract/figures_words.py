"""A sentence as words for the rules of figures, and the word classes that bound a noun phrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from secondsource.lexicon.tables import Lexicon, Noun, Predicate
from secondsource.text.lattice import Lattice, lattice, listed
from secondsource.text.quantities import Quantity

PREPOSITIONS = frozenset(
    listed(
        "of in on at to from by for with since after before during under over between among near against into off "
        "out through within without across around about as than per via toward towards along inside outside amid "
        "despite behind beyond above below up down because until till once onto upon alongside following including"
    )
)
AUXILIARIES = frozenset(
    listed(
        "is are was were be been being has have had having do does did will would can could may might must shall "
        "should ’s ’re ’ve isn aren wasn weren hasn haven"
    )
)
STOPS = (
    PREPOSITIONS
    | AUXILIARIES
    | frozenset(
        listed(
            "the a an this that these those and or but nor so yet if when while where who which whom whose what how "
            "there it he she they we you i him her them us his its their our my not never also still only just even "
            "already now then later ago earlier however both all each every any no more most less fewer than said says "
            "told say yet again away back here now later alive went ran came fell rose got left made took found held "
            "lost sat stood died fled drowned agreed survived perished hit began became kept sank once apart "
            "overnight last next past makes includes brings comes "
            "remains represents suggests means marks exceeds has shows "
            "needs leaves begin begins started start starts continue continues continued tries tried"
        )
    )
)
PRONOUNS = frozenset(listed("he she it they we you i who which that this these those one some many both all if when"))
_PERSONS = (
    "men",
    "women",
    "girl",
    "girls",
    "boy",
    "boys",
    "worker",
    "workers",
    "people",
    "folk",
    "goers",
    "holders",
    "owners",
)
"""Endings of compounds that name people: "schoolgirls", "policewomen"."""
PLURALS = frozenset(
    listed("people men women children police fish sheep aircraft personnel crew staff troops feet teeth")
)


@dataclass(frozen=True, slots=True)
class Tables:
    """Nouns and predicates by word, and the phrases of several words among the predicates, longest first."""

    nouns: Mapping[str, Noun]
    predicates: Mapping[str, Predicate]
    longest: int


@lru_cache(maxsize=4)
def tables(lexicon: Lexicon) -> Tables:
    """Index the tables once a lexicon."""
    predicates = {row.word: row for row in lexicon.predicates}
    longest = max((len(word.split()) for word in predicates), default=1)
    people = {word.lower() for state in lexicon.states for word in state.demonyms}
    nouns = {word: Noun(word, "person", "people") for word in people} | {row.noun: row for row in lexicon.nouns}
    return Tables(nouns, predicates, longest)


def noun(index: Tables, word: str) -> Noun | None:
    """Return the row of a noun in the singular or the plural."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"):
        if form in index.nouns:
            return index.nouns[form]
    person = word.endswith(_PERSONS) and index.nouns.get("person")
    return person or None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence and where in them each quantity stands (first word, last word exclusive)."""

    line: Lattice
    quantities: tuple[Quantity, ...]
    places: tuple[tuple[int, int], ...]

    def word(self, index: int) -> str:
        """Return word `index` in lower case, "" outside."""
        return self.line.word(index)

    def until(self, at: int) -> int:
        """Return the first word of the quantity after number `at`, else the end of the sentence."""
        return self.places[at + 1][0] if at + 1 < len(self.places) else len(self.line)

    def since(self, at: int) -> int:
        """Return the word behind the quantity before number `at`, else the first word of the sentence."""
        return self.places[at - 1][1] if at else 0


def sentence(text: str, start: int, end: int, quantities: list[Quantity]) -> Sentence:
    """Split `text[start:end]` into words and place its quantities."""
    line = lattice(text, start, end, lambda _: ".")
    places = tuple(_place(line, quantity) for quantity in quantities)
    return Sentence(line, tuple(quantities), places)


def _place(line: Lattice, quantity: Quantity) -> tuple[int, int]:
    return bisect_right(line.ends, quantity.start), bisect_left(line.starts, quantity.end)


def hits(index: Tables, line: Lattice, first: int, last: int) -> Iterator[tuple[int, int, Predicate]]:
    """Yield the predicates between two words as (first word, last word exclusive, row), longest at each place."""
    at = max(0, first)
    while at < min(last, len(line)):
        found = _phrase(index, line, at)
        if found:
            yield at, found[0], found[1]
        at = found[0] if found else at + 1


def _phrase(index: Tables, line: Lattice, at: int) -> tuple[int, Predicate] | None:
    for length in range(index.longest, 0, -1):
        row = index.predicates.get(" ".join(line.words[at : at + length]))
        if row and at + length <= len(line):
            return at + length, row
    return None
