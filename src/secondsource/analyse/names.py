"""Sorts a name into person, organisation, place or other by its head word, the tables and the words around it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.lexicon.tables import Lexicon
from secondsource.records import MentionKind

HEADLINE_SHARE = 0.6
"""Share of capitalised words above which a sentence counts as set in title case."""


def words(listed: str) -> frozenset[str]:
    """Return the words of a blank-separated list."""
    return frozenset(listed.split())


_ORGANISATION_HEADS = words(
    "ministry agency guard club lines line corp corporation company co inc ltd llc plc group holdings bank party "
    "university college school institute council commission committee court congress parliament senate house "
    "assembly department bureau office authority board union association federation league organization "
    "organisation foundation fund trust army navy force forces police service services press news times post "
    "herald tribune journal gazette radio television tv network channel center centre hospital church society "
    "movement front brigade team command corps airlines airways telecom securities labs partners industries "
    "systems motors energy media wire cabinet government administration treasury academy alliance coalition "
    "campaign laboratory laboratories registry secretariat mission embassy consulate observatory watch monitor "
    "daily standard times-herald reports"
)
_PLACE_HEADS = words(
    "island islands strait sea ocean river lake bay gulf peninsula coast mountains mountain mount valley desert "
    "city town village county province state district region oblast territory street avenue road square bridge "
    "port airport park hills beach cape republic kingdom"
)
_OTHER_HEADS = words(
    "war act treaty agreement pact award prize cup games day summit conference accord bill amendment operation"
)
_COMMON = words(
    "the a an he she it they we i you his her its their our my your this that these those there here in on at by "
    "for from with after before during since when while if as but and or so yet both some many most several one "
    "two three four five six seven eight nine ten no not what who how why where which however meanwhile now then "
    "also even still just only once until although though because despite under over between among through "
    "according last next more another other such all any each every few earlier later today yesterday tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. mr. mrs. ms. dr. officials "
    "police experts analysts critics sources investigators survivors people divers additionally moreover "
    "furthermore recent nearly about around residents witnesses rescuers lawmakers lawyers authorities doctors "
    "workers women men children families asked speaking citing editor’s"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|off|across|outside|inside|around|to|toward|towards|into)\s+(?:the\s+)?$"
)
_PERSON_AFTER = re.compile(
    r",?\s+(?:\d{1,3}\s*,|(?:who|whose)\b|(?:said|says|told|added|wrote|asked|argued|insisted|denied|declined|warned|"
    r"vowed|admitted|acknowledged)\b)"
)
_ACRONYM = re.compile(r"[A-Z][A-Z&.-]{1,7}")


def is_common(word: str) -> bool:
    """Tell whether a capitalised word is no name by itself (a closed-class word, a weekday, a month)."""
    return word.lower() in _COMMON


@dataclass(frozen=True, slots=True)
class Run:
    """A run of name words: offsets, words, and the title before it ("" for none)."""

    start: int
    end: int
    words: tuple[str, ...]
    title: str
    opens: bool
    titled_sentence: bool

    def trusted(self, inside: frozenset[str]) -> bool:
        """Tell whether a run at a sentence's start is a name: two words, an acronym, or seen inside a sentence."""
        return len(self.words) > 1 or bool(self.title) or self.words[0] in inside or self.words[0].isupper()


@dataclass(frozen=True, slots=True)
class Kinds:
    """Indexes over the tables that tell kinds of names."""

    names: Mapping[str, MentionKind]
    titles: frozenset[tuple[str, ...]]

    def title_length(self, words: Sequence[str]) -> int:
        """Return how many of the first words are titles that stand before at least one more word."""
        length = 0
        while length < len(words) - 1:
            longest = min(4, len(words) - 1 - length)
            sizes = (
                n for n in range(longest, 0, -1) if tuple(w.lower() for w in words[length : length + n]) in self.titles
            )
            step = next(sizes, 0)
            if not step:
                return length
            length += step
        return length

    def is_title(self, spelled: Sequence[str]) -> bool:
        """Tell whether all of the words are one title (`Defense Minister`), and so no name."""
        return tuple(word.lower() for word in spelled) in self.titles

    def kind(self, text: str, run: Run) -> MentionKind:
        """Return what one mention shows of its kind."""
        kind = self.by_name(run)
        if kind is not None:
            return kind
        return "person" if self.person_context(text, run) else self.by_context(text, run)

    def by_name(self, run: Run) -> MentionKind | None:
        """Return the kind that the name itself tells, if any."""
        known = self.names.get(" ".join(run.words).lower())
        if run.title:
            return "person"
        if known:
            return known
        heads = [word.lower().strip(".,") for word in run.words]
        first_noun = heads[heads.index("of") - 1] if "of" in heads[1:] else heads[-1]
        for head in (first_noun, heads[-1]):
            if head in _ORGANISATION_HEADS and (len(heads) > 1 or head in {"congress", "parliament", "senate"}):
                return "organisation"
            if head in _PLACE_HEADS and len(heads) > 1:
                return "place"
            if head in _OTHER_HEADS:
                return "other"
        return "organisation" if len(heads) == 1 and _ACRONYM.fullmatch(run.words[0]) else None

    def person_context(self, text: str, run: Run) -> bool:
        """Tell whether title or following words show that the run names a person."""
        if self.by_name(run) not in {None, "person"}:
            return False
        if run.title:
            return True
        return 2 <= len(run.words) <= 4 and _PERSON_AFTER.match(text, run.end) is not None

    def by_context(self, text: str, run: Run) -> MentionKind:
        """Return the kind that the words around a name suggest."""
        before = text[max(0, run.start - 24) : run.start]
        if 2 <= len(run.words) <= 4 and not before.endswith(("the ", "The ", "a ", "an ")):
            return "place" if _PLACE_BEFORE.search(before) and not _PERSON_AFTER.match(text, run.end) else "person"
        if before.endswith(("the ", "The ")):
            return "organisation" if _PERSON_AFTER.match(text, run.end) else "other"
        return "place" if _PLACE_BEFORE.search(before) else "other"


@functools.lru_cache(maxsize=4)
def kinds(lexicon: Lexicon) -> Kinds:
    """Return the indexes over `lexicon`."""
    names: dict[str, MentionKind] = {}
    for state in lexicon.states:
        for name in (state.name, *state.aliases, state.capital, *state.metonyms):
            names[name.lower()] = "place"
        for demonym in state.demonyms:
            names[demonym.lower()] = "other"
    for agency in lexicon.agencies:
        for name in (agency.name, *agency.aliases):
            names[name.lower()] = "organisation"
    names.update((outlet.name.lower(), "organisation") for outlet in lexicon.outlets)
    names.pop("", None)
    return Kinds(names, frozenset(tuple(title.phrase.lower().split()) for title in lexicon.titles))
