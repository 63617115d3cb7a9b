"""Reads what a sentence says about one event: the words that name it, its parties, and what else stands there.

Source: the components of an event that tell it from others (action, participants, time, place) in Cybulska and Vossen
2014, ECB+; roles by Universal Dependencies.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from secondsource.records import Analysis, Offsets
from secondsource.text.commonness import COMMON
from secondsource.text.lemmas import lemma

Role = Literal["subject", "object", "oblique", "compound", "other", "shared"]
"""`shared` is the subject of the clause above, or the noun that a participle describes."""

_ROLES: Final[Mapping[str, Role]] = {
    "nsubj": "subject", "obj": "object", "obl": "oblique", "nmod": "oblique", "iobj": "oblique", "compound": "compound",
    "nsubj:pass": "object", "csubj:pass": "object", "obl:agent": "subject",
}  # fmt: skip
_NO_PARTY: Final = frozenset({"conj", "punct", "aux", "cop", "det", "mark", "cc", "case"})
_INSIDE_A_NAME: Final = frozenset({"compound", "flat", "nmod", "amod", "nummod", "appos"})
_CLAUSES: Final = frozenset({"advcl", "xcomp", "ccomp", "conj"})
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "no", "never"})
NEAR_WORDS = 5
"""Words on either side of an event that count as near it."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place where an event is named.

    Attributes:
        doc: number of its document.
        sentence: number of its sentence in the document.
        written: the words that name it, and `stems` theirs, in their order.
        head: stem of the word on which the others hang, and `tag` its universal part of speech.
        parties: stems of the words that hang on it, by role.
        governor: stem of the word on which it hangs itself, "" where there is none or another event stands beside it.
        sentence_terms: stems of the sentence without its own words; `near_terms` those within five words.
        names, places: words of the names in the sentence, in lower case; places are not among names.
        numbers: the numbers of the sentence as written.
    """

    doc: int
    sentence: int
    written: str
    stems: tuple[str, ...]
    head: str
    tag: str
    parties: Mapping[Role, frozenset[str]]
    governor: str
    sentence_terms: frozenset[str]
    near_terms: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    negated: bool

    @property
    def all_parties(self) -> frozenset[str]:
        """The stems of all roles."""
        return frozenset().union(*self.parties.values())


@dataclass(frozen=True, slots=True)
class Sentences:
    """A document's text with its analysis, ready to be asked for events."""

    doc: int
    text: str
    analysis: Analysis
    children: Mapping[int, Sequence[int]]

    def word(self, number: int) -> str:
        """Return a word of the tree as written."""
        start, end = self.analysis.syntax.words[number]
        return self.text[start:end]

    def relation(self, number: int) -> str:
        """Return a word's relation to its head, without its subtype."""
        return self.analysis.syntax.relations[number].partition(":")[0]

    def terms(self, numbers: Sequence[int]) -> frozenset[str]:
        """Return the stems of the words that say something."""
        return frozenset(lemma(word) for word in map(self.word, numbers) if telling(word))

    def inside(self, part: Offsets) -> range:
        """Return the numbers of the words in a stretch of the text."""
        words = self.analysis.syntax.words
        return range(bisect_left(words, (part[0], 0)), bisect_left(words, (part[1], 0)))


def telling(word: str) -> bool:
    """Tell whether a word says something: it has a letter or digit in front and is not common in all news."""
    return word[0].isalnum() and word.lower() not in COMMON


def sentences(doc: int, text: str, analysis: Analysis) -> Sentences:
    """Return what `mention` reads; `analysis` is that of `text`."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    for number, head in enumerate(analysis.syntax.heads):
        children[head].append(number)
    return Sentences(doc, text, analysis, children)


def mention(read: Sentences, sentence: int, extent: Offsets, named: Sequence[Offsets]) -> EventMention:
    """Return the event that the words `named` name.

    Args:
        read: the document.
        sentence: its number in the document.
        extent: half-open code points of the sentence.
        named: half-open code points of the words that name the event, at least one.
    """
    syntax = read.analysis.syntax
    own = sorted({number for part in named for number in _covered(read, part)})
    head = next((number for number in own if syntax.heads[number] not in own), own[0])
    governor = syntax.heads[head]
    inside = [number for number in read.inside(extent) if number not in own]
    near = [number for number in inside if min(abs(number - word) for word in own) <= NEAR_WORDS]
    names, places = _names(read, extent)
    return EventMention(
        doc=read.doc,
        sentence=sentence,
        written=" ".join(read.text[start:end] for start, end in named),
        stems=tuple(lemma(word) for start, end in named for word in read.text[start:end].split()),
        head=lemma(read.word(head)),
        tag=syntax.upos[head],
        parties=_parties(read, own, head),
        governor=lemma(read.word(governor)) if governor >= 0 and read.relation(head) != "conj" else "",
        sentence_terms=read.terms(inside),
        near_terms=read.terms(near),
        names=names,
        places=places,
        numbers=frozenset(word for word in map(read.word, inside) if word[0].isdigit()),
        negated=any(read.word(child).lower() in _NEGATIONS for child in read.children.get(head, ())),
    )


def _covered(read: Sentences, part: Offsets) -> range:
    """Return the words that a stretch touches, at least one."""
    words = read.analysis.syntax.words
    first = max(0, bisect_right(words, (part[0], len(read.text))) - 1)
    return range(first, max(first + 1, bisect_left(words, (part[1], 0))))


def _parties(read: Sentences, own: Sequence[int], head: int) -> dict[Role, frozenset[str]]:
    found: defaultdict[Role, set[str]] = defaultdict(set)
    for number in own:
        for child in read.children.get(number, ()):
            if child not in own and read.relation(child) not in _NO_PARTY:
                role = _ROLES.get(read.analysis.syntax.relations[child]) or _ROLES.get(read.relation(child), "other")
                found[role] |= read.terms([child, *_modifiers(read, child)])
    found["shared"] |= read.terms(list(_shared(read, head)))
    return {role: frozenset(stems) for role, stems in found.items()}


def _modifiers(read: Sentences, number: int) -> Iterator[int]:
    yield from (child for child in read.children.get(number, ()) if read.relation(child) in _INSIDE_A_NAME)


def _shared(read: Sentences, head: int) -> Iterator[int]:
    """Yield who else is concerned: in "troops sent to Ruria" the troops, in "he fled, leaving two dead" him."""
    governor, relation = read.analysis.syntax.heads[head], read.relation(head)
    if governor >= 0 and relation == "acl":
        yield governor
    elif governor >= 0 and relation in _CLAUSES:
        yield from (child for child in read.children.get(governor, ()) if read.relation(child) == "nsubj")


def _names(read: Sentences, extent: Offsets) -> tuple[frozenset[str], frozenset[str]]:
    found: dict[bool, set[str]] = {False: set(), True: set()}
    for each in read.analysis.mentions:
        if extent[0] <= each.span[0] < extent[1]:
            words = read.text[slice(*each.span)].lower().split()
            found[each.kind == "place"] |= {word for word in words if word[0].isalnum()}
    return frozenset(found[False]), frozenset(found[True])
