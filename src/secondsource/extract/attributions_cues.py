"""Finds cue phrases in a frame and tells reporting uses from the same words used as plain nouns or adjectives."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from secondsource.extract.attributions_forms import verb_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secondsource.extract.attributions_frames import Frame
    from secondsource.lexicon.tables import Cue, Lexicon

Form = Literal["finite", "participle", "passive", "noun", "preposition", "adverb"]
"""How a cue stands: `he said` finite, `, saying` participle, `is said to` passive; else the cue's own kind."""


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
    last = -1
    for at, item in enumerate(frame.items):
        match = _match(frame, at, cues) if at > last and item.low in cues.phrases else None
        if match:
            found.append(match)
            last = match.last
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
    if (frame.items[first].capital and first > 0 and not _titled(frame)) or frame.category(first) == "preposition":
        return None
    form = verb_form(frame, first, last, cue)
    return CueMatch(first, last, form.group, cue, form.form, form.negated) if form else None


def _titled(frame: Frame) -> bool:
    """Tell whether most words of the frame are capitalised, as in a headline."""
    words = [item for item in frame.items if item.category not in {"mark", "quote", "number"}]
    return len(words) > 3 and sum(item.capital for item in words) >= 0.6 * len(words)


def _is_noun(frame: Frame, at: int) -> bool:
    if frame.items[at].capital and at > 0:
        return False
    return frame.category(at - 1) not in {"pronoun", "to", "auxiliary", "negation"}


def carriers(found: Iterator[CueMatch] | list[CueMatch]) -> frozenset[int]:
    """Return the items that are verbs which can carry a clause without `that`."""
    return frozenset(
        at
        for match in found
        if match.cue.kind == "verb" and match.takes("bare")
        for at in range(match.first, match.last + 1)
    )
