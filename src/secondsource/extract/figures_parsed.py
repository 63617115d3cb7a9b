"""Counted noun, predicate, actor and place of a figure as its sentence's tree gives them, in the terms of the rules.

Each function returns None where the tree is silent, so that the rules over the order of words answer in its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from secondsource.extract import figures_tree
from secondsource.extract.figures_nouns import LEADS, Counted, everybody, measured
from secondsource.extract.figures_predicates import PLACES, Act
from secondsource.extract.figures_tree import Branch, Tree
from secondsource.extract.figures_words import Sentence, Tables, hits
from secondsource.records import Offsets
from secondsource.text.quantities_units import TIMES

_ADVERBIAL = frozenset({"percent", "share", "time", "percentage point", "basis point"}) | TIMES
_ADVERBS = frozenset({"cents", "points", "pence", "times"})
_JOINS = frozenset({"and", ",", "or"})
_HYPHENS = frozenset({"-", "‑"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """One number in the tree of its sentence."""

    tree: Tree
    branch: Branch
    sentence: Sentence
    number: int

    @property
    def money(self) -> bool:
        """Whether a verb also takes the number as an adverb: "rose 60 cents", "shot twice", "jailed for a year"."""
        unit = self.sentence.quantities[self.number].unit
        counted = self.tree.texts[self.branch.head]
        return unit in _ADVERBIAL or (len(unit) == 3 and unit.isupper()) or counted in _ADVERBS

    @property
    def hyphened(self) -> bool:
        """Whether a compound follows: `24-bed`, `a 12-inch gun`."""
        last = self.sentence.places[self.number][1]
        return self.sentence.word(last) in _HYPHENS and self.sentence.line.tight(last)


def parsed(tree: Tree | None, sentence: Sentence, number: int) -> Parsed | None:
    """Return quantity `number` of the sentence in its tree, None without a tree or without a word for it there."""
    if tree is None:
        return None
    found = figures_tree.branch(tree, sentence.quantities[number].number)
    return Parsed(tree, found, sentence, number) if found else None


def noun(here: Parsed) -> Counted | None:
    """Return what the number counts; units of measurement and hyphened compounds ("24-bed") are left to the rules."""
    sentence, branch = here.sentence, here.branch
    last = sentence.places[here.number][1]
    if measured(sentence, here.number) or here.hyphened:
        return None
    if branch.points:
        return Counted("", "", last + 2, partitive=True)
    if branch.noun is None:
        return None
    first, end = _words(sentence, branch.noun)
    while first < end - 1 and sentence.word(first) in LEADS:
        first += 1
    if sentence.word(first) == "others" or sentence.word(end - 1) in LEADS:
        return None  # several more
    if sentence.word(end - 1) in {"men", "women"} and (last := everybody(sentence, end)):
        return Counted("persons", "persons", last)
    text = " ".join(sentence.line.forms[first:end]).replace(" - ", "-").replace(" ’ ", "’").replace(" ' ", "'")
    head = sentence.line.words[end - 1]
    if head == "people":
        text, head = text[: -len("people")] + "persons", "persons"
    return Counted(text, head, end, partitive_of=branch.of)


def act(here: Parsed, index: Tables) -> Act | None:
    """Return the predicate among the words that govern the counted, places ("on board") only where nothing else is."""
    line = here.sentence.line
    rows = list(hits(index, line, 0, len(line)))
    starts = [first for first, _, _ in rows]
    place: Act | None = None
    for word in figures_tree.governors(here.tree, here.branch, measured=here.money):
        at = bisect_left(line.starts, here.tree.words[word][0])
        hit = bisect_right(starts, at) - 1
        if hit >= 0 and rows[hit][0] <= at < rows[hit][1]:
            found = Act(rows[hit][2], rows[hit][0], rows[hit][1])
            if found.row.predicate not in PLACES:
                return found
            place = place or found
    return place


def actor(here: Parsed, does: Act, text: str) -> str | None:
    """Return who did it, as the text names them; the counted themselves did not."""
    verb = _node(here.tree, here.sentence.line.starts[does.first])
    span = figures_tree.subject(here.tree, verb) if verb is not None else None
    own = (here.tree.words[here.branch.head][0], here.sentence.quantities[here.number].number[0])
    return text[slice(*span)] if span and not any(span[0] <= start < span[1] for start in own) else None


def place(here: Parsed, does: Act | None, text: str) -> str | None:
    """Return the name of whom or where it was done to."""
    verb = _node(here.tree, here.sentence.line.starts[does.first]) if does else None
    head = here.branch.head
    span = figures_tree.target(here.tree, head, head if verb is None else verb, _stretch(here))
    return text[slice(*span)] if span and not _of_another(here, span) else None


def _stretch(here: Parsed) -> Offsets:
    """Return the text from a number to the next one, or to the end of its sentence."""
    quantities = here.sentence.quantities
    stop = here.number + 1
    end = quantities[stop].number[0] if stop < len(quantities) else here.sentence.line.ends[-1]
    return quantities[here.number].number[0], end


def _of_another(here: Parsed, span: Offsets) -> bool:
    """Tell whether a place belongs to a number behind this one ("3 million: 2 million in Elbia").

    Joined numbers share theirs: "40 men and 12 women in Elbia".
    """
    sentence = here.sentence
    behind = range(here.number + 1, len(sentence.quantities))
    between = [at for at in behind if sentence.quantities[at].number[0] < span[0]]
    return not all(sentence.word(sentence.places[at][0] - 1) in _JOINS for at in between)


def _node(tree: Tree, start: int) -> int | None:
    at = bisect_left(tree.words, (start, -1))
    return at if at < len(tree.words) and tree.words[at][0] == start else None


def _words(sentence: Sentence, span: Offsets) -> tuple[int, int]:
    """Return the words of a stretch as (first, last exclusive)."""
    return bisect_right(sentence.line.ends, span[0]), bisect_left(sentence.line.starts, span[1])
