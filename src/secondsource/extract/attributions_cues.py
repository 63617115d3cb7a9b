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
    if (frame.items[first].capital and first > 0 and not _titled(frame)) or frame.category(first) == "preposition":
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
    group = _group(frame, first)
    word, base = frame.low(first), cue.phrase.split()[0]
    match = functools.partial(CueMatch, first, last, group.first, cue, negated=group.negated)
    progressive = any(auxiliary in grammar.BE for auxiliary in group.auxiliaries)
    if word.endswith("ing") and word != base:
        return match("finite") if progressive else _ing(frame, group.first, match)
    if group.raised:
        return match("finite")
    if word == base and frame.low(group.first - 1) == "to":
        return match("infinitive")
    if group.auxiliaries:
        passive = group.auxiliaries[-1] in grammar.BE and word not in _present_forms(base)
        return match("passive") if passive and not frame.low(last) == "saying" else match("finite")
    if word in _present_forms(base) and word not in _INVARIANT:
        return match("finite") if _present(frame, group.first, last, cue) else None
    before = group.first - 1
    if frame.category(before) in {"determiner", "possessive", "preposition", "number"} and frame.low(before) not in _PRONOUN_LIKE:
        return None
    return None if frame.low(last + 1) == "by" else match("finite")


_INVARIANT = frozenset({"put", "read", "set", "forecast", "bet", "hit"})
"""Verbs whose past form is their base form."""

_PRONOUN_LIKE = grammar.words("this that these those some many most several few all both her another each")
_AFTER_PREPOSITION = grammar.words("after before by without while for from in besides despite of")


def _ing(frame: Frame, first: int, match: functools.partial[CueMatch]) -> CueMatch | None:
    before, low = frame.category(first - 1), frame.low(first - 1)
    if before in {"determiner", "possessive", "number", "auxiliary"} or (before == "preposition" and low not in _AFTER_PREPOSITION):
        return None
    if before in {"word", "name"} and (low.endswith(("ing", "ed")) or not _complemented(frame, match.args[1])):
        return None
    return None if frame.low(match.args[1] + 1) in grammar.REFLEXIVES else match("participle")


def _complemented(frame: Frame, last: int) -> bool:
    """Tell whether a clause or quoted words follow (`a tweet saying …`, but not `a Senate hearing that lasted`)."""
    if frame.category(last + 1) == "quote":
        return True
    return frame.low(last + 1) in grammar.COMPLEMENTISERS and not frame.finite_at(last + 2)


def _present_forms(base: str) -> frozenset[str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return frozenset({base, base[:-1] + "ies"})
    return frozenset({base, base + "s", base + "es"})


_NOUN_LIKE = grammar.words(
    "state rule note post tweet plan offer support back call show find view brand project charge fault order detail list "
    "text email blog read press promise threat attack protest question challenge champion request demand report claim "
    "comment remark praise cry laugh joke smile sigh hope wish fear doubt guess bet forecast estimate welcome signal regret "
    "reply answer counter reason experience contest favor favour blame stress complaint vow pledge appeal dispute dream "
    "scream shout whisper warning quote label term address update want wonder reveal need"
)
"""Verbs whose present forms are common nouns too; they count only where a complement opens behind them."""


def _present(frame: Frame, first: int, last: int, cue: Cue) -> bool:
    """Tell a verb in the present from the same form as a noun (`reports`, `claim`)."""
    base = cue.phrase.split()[0]
    before, after, low = frame.category(first - 1), frame.category(last + 1), frame.low(first - 1)
    quoted = after == "quote" or (frame.low(last + 1) in {",", ":"} and frame.category(last + 2) == "quote")
    marked = quoted or (frame.low(last + 1) in grammar.COMPLEMENTISERS and not frame.finite_at(last + 2))
    if before == "conjunction":
        return marked or (after in {"determiner", "possessive"} and frame.low(last) != base)
    if before is None or low.endswith(("’s", "'s", "’", "'")) or _after_base(frame, first):
        return False
    if base in _NOUN_LIKE and frame.finite(first - 1):
        return False
    if before in {"determiner", "possessive", "preposition", "number", "to", "mark"} and low not in _PRONOUN_LIKE:
        return before == "mark" and low in {",", "—", "–"} and (marked or base not in _NOUN_LIKE)
    if marked and before in {"name", "pronoun", "word", "adverb", "subordinator", "aside"}:
        return True
    if frame.low(first) == base and before in {"word", "name", "pronoun"} and not _plural(frame, first - 1):
        return False
    if base in _NOUN_LIKE and last == first:
        if (after is None or frame.low(last + 1) in {".", ","}) and "post" in cue.takes + ("post",) * ("bare" in cue.takes):
            return before in {"word", "name", "pronoun"}
        return after in {"determiner", "possessive", "pronoun", "name", "number"} or (after == "to" and "to" in cue.takes)
    return after != "preposition" or last > first or frame.category(last + 2) == "number" or frame.low(last + 2) in {"least", "most"} or frame.low(last + 1) in {"in", "on"}


def _after_base(frame: Frame, at: int) -> bool:
    """Tell whether the word before is a bare verb behind an auxiliary (`could not make calls`)."""
    return frame.category(at - 1) == "word" and frame.category(at - 2) in {"auxiliary", "negation", "to"}


def _plural(frame: Frame, at: int) -> bool:
    low = frame.low(at)
    if low in {"he", "she", "it", "him"}:
        return False
    if frame.category(at) == "pronoun" or low.endswith(("s", "men", "people", "police", "children", "data", "media")):
        return True
    return "and" in {frame.low(at - 1), frame.low(at - 2), frame.low(at - 3)} and frame.category(at) == "name"


@dataclass(frozen=True, slots=True)
class _Group:
    """The verb group that ends in a cue: its first item, its auxiliaries, whether it is negated or raised."""

    first: int
    auxiliaries: tuple[str, ...]
    negated: bool
    raised: bool


_RAISING = grammar.words("went goes continued continues began seemed seems appeared appears proceeded used going rushed")


def _group(frame: Frame, first: int) -> _Group:
    at, raised = first - 1, False
    if frame.low(at) == "to" and (frame.low(at - 1) in _RAISING or (frame.low(at - 1) == "on" and frame.low(at - 2) in _RAISING)):
        at, raised = at - 2 - (frame.low(at - 1) == "on"), True
    begin = at + 1
    auxiliaries: list[str] = []
    negated = False
    while at >= 0 and _in_group(frame, at):
        low = frame.low(at)
        contracted = low.endswith(("n't", "n’t"))
        if frame.category(at) == "auxiliary":
            auxiliaries.insert(0, low[:-3] if contracted else low)
        negated = negated or contracted or frame.category(at) == "negation" or low == "cannot"
        begin = at
        at -= 1
    while begin < first and frame.category(begin) == "adverb" and (begin == 0 or frame.category(begin - 1) == "mark"):
        begin += 1
    return _Group(begin, tuple(auxiliaries), negated, raised)


def _in_group(frame: Frame, at: int) -> bool:
    if frame.category(at) in {"auxiliary", "adverb", "negation"}:
        return not grammar.holds_subject(frame.low(at))
    return frame.low(at) == "since" and frame.category(at - 1) == "auxiliary"


def carriers(found: Iterator[CueMatch] | list[CueMatch]) -> frozenset[int]:
    """Return the items that are verbs which can carry a clause without `that`."""
    return frozenset(
        at
        for match in found
        if match.cue.kind == "verb" and match.takes("bare")
        for at in range(match.first, match.last + 1)
    )
