"""Finds cue phrases in a frame and tells reporting uses from the same words used as plain nouns or adjectives."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from secondsource.extract import attributions_grammar as grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secondsource.extract.attributions_frames import Frame
    from secondsource.lexicon.tables import Cue, Lexicon

Form = Literal["finite", "participle", "infinitive", "passive", "reduced", "noun", "preposition", "adverb"]
"""How a cue stands: `he said` finite, `, saying` participle, `is said to` passive, `those accused of` reduced."""


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue phrase in a frame: items `first` to `last` hold the phrase, `group` is where its verb group begins."""

    first: int
    last: int
    group: int
    cue: Cue
    form: Form
    negated: bool = False

    def takes(self, *complements: str) -> bool:
        """Tell whether the cue takes one of `complements`."""
        return any(complement in self.cue.takes for complement in complements)


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cue table by the first word of each form; `reporting` holds single forms that introduce quoted words."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    reporting: frozenset[str]


@functools.lru_cache(maxsize=4)
def index(lexicon: Lexicon) -> CueIndex:
    """Return the cue table of `lexicon`, indexed; longest phrases first."""
    phrases: defaultdict[str, list[tuple[tuple[str, ...], Cue]]] = defaultdict(list)
    for cue in lexicon.cues:
        for form in cue.forms:
            words = tuple(form.split())
            phrases[words[0]].append((words, cue))
    ordered = {word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in phrases.items()}
    spoken = (form for cue in lexicon.cues if cue.kind == "verb" and "quote" in cue.takes for form in cue.forms)
    return CueIndex(ordered, frozenset(form for form in spoken if " " not in form))


def matches(frame: Frame, cues: CueIndex) -> list[CueMatch]:
    """Return the cues of a frame from left to right, without overlap."""
    found: list[CueMatch] = []
    at = 0
    while at < len(frame.items):
        match = _match(frame, at, cues)
        if match:
            found.append(match)
            at = match.last
        at += 1
    return found


def _match(frame: Frame, at: int, cues: CueIndex) -> CueMatch | None:
    for words, cue in cues.phrases.get(frame.low(at), ()):
        if all(frame.low(at + offset) == word for offset, word in enumerate(words)):
            match = _read(frame, at, at + len(words) - 1, cue)
            if match:
                return match
    return None


def _read(frame: Frame, first: int, last: int, cue: Cue) -> CueMatch | None:
    if cue.kind == "noun":
        return CueMatch(first, last, first, cue, "noun") if _is_noun(frame, first) else None
    if cue.kind != "verb":
        return CueMatch(first, last, first, cue, cue.kind)
    if frame.items[first].capital and first > 0 and not _titled(frame):
        return None
    return _verb(frame, first, last, cue)


def _titled(frame: Frame) -> bool:
    """Tell whether most words of the frame are capitalised, as in a headline."""
    words = [item for item in frame.items if item.category not in {"mark", "quote", "number"}]
    return len(words) > 3 and sum(item.capital for item in words) >= 0.6 * len(words)


def _is_noun(frame: Frame, at: int) -> bool:
    if frame.items[at].capital and at > 0:
        return False
    return frame.category(at - 1) not in {"pronoun", "to", "auxiliary", "negation"}


def _verb(frame: Frame, first: int, last: int, cue: Cue) -> CueMatch | None:
    group, auxiliaries, negated = _group(frame, first)
    word, base = frame.low(first), cue.phrase.split()[0]
    before = frame.category(first - 1)
    match = functools.partial(CueMatch, first, last, group, cue, negated=negated)
    if word.endswith("ing") and word != base:
        return _ing(frame, first, match, progressive=any(a in grammar.BE for a in auxiliaries))
    if word == base and before == "to":
        return match("infinitive")
    if auxiliaries:
        if auxiliaries[-1] in grammar.BE and word not in {base, base + "s"}:
            return match("passive")
        return match("finite")
    if word in {base, *_third_person(base)}:
        return match("finite") if _present(frame, first, last, plural=word == base) else None
    if before in {"determiner", "possessive", "preposition", "number"} and frame.low(first - 1) not in _PRONOUN_LIKE:
        return None
    return match("finite")


_PRONOUN_LIKE = frozenset(
    {"this", "that", "these", "those", "some", "many", "most", "several", "few", "all", "both", "her"}
)


def _ing(frame: Frame, first: int, match: functools.partial[CueMatch], *, progressive: bool) -> CueMatch | None:
    if progressive:
        return match("finite")
    before = frame.category(first - 1)
    if before in {"determiner", "possessive", "preposition", "number", "auxiliary"}:
        return None
    if before == "word" and frame.low(first - 1).endswith(("ing", "ed")):
        return None
    return match("participle")


def _third_person(base: str) -> tuple[str, ...]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base[:-1] + "ies",)
    return (base + "s", base + "es")


def _present(frame: Frame, first: int, last: int, *, plural: bool) -> bool:
    """Tell a verb in the present from the same form as a noun (`reports`, `claim`)."""
    before, after = frame.category(first - 1), frame.category(last + 1)
    low = frame.low(first - 1)
    if (
        before in {"determiner", "possessive", "preposition", "number", "to", "conjunction"}
        and low not in _PRONOUN_LIKE
    ):
        return before == "conjunction" and after in {"subordinator", "quote"}
    if before is None:
        return False
    if plural and before in {"word", "name", "pronoun"} and not _plural(frame, first - 1):
        return False
    if low.endswith(("’s", "'s", "’", "'")) and before != "quote":
        return False
    return after != "preposition" or last > first or frame.low(last + 1) in {"in", "on"}


def _plural(frame: Frame, at: int) -> bool:
    low = frame.low(at)
    if low in {"he", "she", "it", "him"}:
        return False
    return (
        frame.category(at) == "pronoun"
        or low.endswith(("s", "men", "people", "police", "children", "data", "media"))
        or (
            frame.low(at - 1) == "and"
            or frame.category(at) == "name"
            and "and" in {frame.low(at - 2), frame.low(at - 3)}
        )
    )


def _group(frame: Frame, first: int) -> tuple[int, list[str], bool]:
    """Return where the verb group before `first` begins, its auxiliaries, and whether it is negated."""
    at, begin = first - 1, first
    auxiliaries: list[str] = []
    negated = False
    while at >= 0 and frame.category(at) in {"auxiliary", "adverb", "negation"}:
        low = frame.low(at)
        if frame.category(at) == "auxiliary":
            if grammar.CONTRACTED.fullmatch(low) and not low.endswith(("n't", "n’t")):
                break
            auxiliaries.insert(0, low)
        negated = negated or frame.category(at) == "negation" or low.endswith(("n't", "n’t")) or low == "cannot"
        begin = at
        at -= 1
    while (
        begin < first and frame.category(begin) == "adverb" and not (begin > 0 and frame.category(begin - 1) != "mark")
    ):
        begin += 1
    return begin, auxiliaries, negated


def carriers(found: Iterator[CueMatch] | list[CueMatch]) -> frozenset[int]:
    """Return the items that are verbs which can carry a clause without `that`."""
    return frozenset(
        at
        for match in found
        if match.cue.kind == "verb" and match.takes("bare")
        for at in range(match.first, match.last + 1)
    )
