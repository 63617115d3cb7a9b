"""The tables' rows as frozen records; the words themselves are in `data/*.tsv`, read by `lexicon.load`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.records import SectionKind, Stance

CueKind = Literal["verb", "noun", "preposition", "adverb"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that marks an attribution, with the stance of those who use it.

    Attributes:
        phrase: its dictionary form.
        takes: the complements that are content: `that` (clause with that, whether, how …), `bare` (clause also without
            that), `quote` (quoted words), `to`, `gerund`, `object`, `plea` (person and infinitive), `whom` (a hearer
            may come before the content), else the preposition before the content (`of`, `for`, `on`, `at` …).
        forms: all inflected forms of the phrase, lower case.
    """

    phrase: str
    stance: Stance
    kind: CueKind
    takes: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: `name` canonical, `aliases` as they stand in datelines; `state` names the state that runs it."""

    name: str
    aliases: tuple[str, ...]
    country: str
    state: bool


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: its host, and the family (owner) whose outlets are not independent of one another."""

    name: str
    domain: str
    family: str


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory with the names that stand for it or its government in news."""

    name: str
    code: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A form of address or office that stands before a name (`Gov.`, `Defense Minister`).

    Attributes:
        voice: for whom its holder speaks in office: the `body` that he heads or represents, the `state`, or for
            himself (`self`: elected and judicial offices, ranks, forms of address).
        gender: of its holder, "" where the word does not tell.
    """

    phrase: str
    kind: Literal["honorific", "office", "rank"]
    voice: Literal["body", "state", "self"]
    gender: Literal["male", "female", ""]


@dataclass(frozen=True, slots=True)
class Marker:
    """A line, or the start of one, that marks page furniture.

    Attributes:
        phrase: the words, or a regular expression over the case-folded line with straight apostrophes.
        kind: what the marked lines are.
        match: whether the phrase is the whole line, its start, or a pattern.
        reach: `line` marks only itself, `block` also the lines below it until the article goes on, `body` says that the
            article starts below.
        language: ISO 639-1 code of the phrase, or `mul`.
    """

    phrase: str
    kind: SectionKind
    match: Literal["whole", "prefix", "regex"]
    reach: Literal["line", "block", "body"]
    language: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that news counts, and the unit that it stands for (`soldiers` -> person, class troops)."""

    noun: str
    unit: str
    family: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word or phrase that says what happened to the counted, and its class (`perished` -> killed).

    `noun` is what is counted where the text leaves it out ("180 were on board" -> persons), "" where that can be
    anything.
    """

    word: str
    predicate: str
    noun: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables.  Compared by identity, so that indexes over it can be memoised."""

    cues: tuple[Cue, ...]
    agencies: tuple[Agency, ...]
    outlets: tuple[Outlet, ...]
    states: tuple[State, ...]
    titles: tuple[Title, ...]
    markers: tuple[Marker, ...]
    nouns: tuple[Noun, ...]
    predicates: tuple[Predicate, ...]
