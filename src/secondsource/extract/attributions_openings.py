"""Finds where the complement of a cue begins: behind the verb, the hearer, the time and the place of speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.extract import attributions_grammar as grammar

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondsource.extract.attributions_cues import CueMatch
    from secondsource.extract.attributions_frames import Frame

OCCASIONS = grammar.words(
    "statement interview speech briefing conference tweet post email letter release memo address remarks message "
    "filing note report article column blog book ad video twitter facebook telegram x television radio tv rally "
    "debate hearing testimony parliament court meeting call telephone phone media press reporters journalists "
    "newspaper magazine"
)
"""Nouns for where and how one speaks; a clause may begin right behind them (`said in a statement he knew`)."""

_LEADS = grammar.words("there if nearly about at over under between around as up")
_REACH = 28
"""Items within which the finite verb of a clause without `that` must come.  Source: PolNeAR dev, 99 % of them."""


def opening(frame: Frame, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return the item at which the content behind the cue begins, None where the cue has no complement there."""
    at = match.last + 1
    while frame.category(at) == "adverb" and frame.low(at) != "there":
        at += 1
    direct = _first(frame, at, match, carriers)
    if direct is not None:
        return direct
    if match.takes("whom"):
        hearer = _behind_hearer(frame, at, match, carriers)
        if hearer is not None:
            return hearer
        if match.takes("bare") and clause_begins(frame, at, carriers):
            return at
    return _behind_circumstance(frame, at, match, carriers)


def _first(frame: Frame, at: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return where a content opens at `at` itself, by what the cue takes."""
    if at >= len(frame.items):
        return None
    for finder in _FINDERS:
        begin = finder(frame, at, match, carriers)
        if begin is not None:
            return begin
    return None


def _quoted(frame: Frame, at: int, match: CueMatch, _: frozenset[int]) -> int | None:
    if frame.category(at) == "quote":
        return at if match.takes("quote", "bare", "that", "object") else None
    if frame.low(at) in {":", ","} and frame.category(at + 1) == "quote":
        return at + 1 if match.takes("quote", "bare", "that") else None
    if frame.low(at) == ":" and match.takes("quote", "bare") and at + 1 < len(frame.items):
        return at + 1
    return None


def _marked_clause(frame: Frame, at: int, match: CueMatch, _: frozenset[int]) -> int | None:
    low = frame.low(at)
    if low not in grammar.COMPLEMENTISERS or not match.takes("that", "bare", "quote"):
        return None
    if low in {"who", "where", "when", "why"} and not match.takes("that", "bare"):
        return None
    return None if low == "that" and not _is_complementiser(frame, at) else at


def _is_complementiser(frame: Frame, at: int) -> bool:
    """Tell whether `that` at `at` opens a clause, and does not point at a noun (`that action unlawful`)."""
    following = frame.category(at + 1)
    if following is None or frame.verb_at(at + 1):
        return False
    if following != "word" or frame.low(at + 1).endswith("s"):
        return True
    for index in range(at + 2, min(at + _REACH + 8, len(frame.items))):
        if frame.finite(index) or frame.category(index) == "quote":
            return True
        if frame.low(index) in {"?", "!", ";"}:
            return False
    return False


def _infinitive(frame: Frame, at: int, match: CueMatch, _: frozenset[int]) -> int | None:
    if (
        frame.low(at) == "to"
        and match.takes("to")
        and frame.category(at + 1) not in {"determiner", "possessive", "name"}
    ):
        return at
    return None


def _prepositional(frame: Frame, at: int, match: CueMatch, _: frozenset[int]) -> int | None:
    return at if frame.category(at) == "preposition" and frame.low(at) in match.cue.takes else None


def _gerund(frame: Frame, at: int, match: CueMatch, _: frozenset[int]) -> int | None:
    ing = frame.low(at).endswith("ing") and frame.category(at) in {"word", "auxiliary"}
    return at if ing and match.takes("gerund") else None


def _bare_clause(frame: Frame, at: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    if not match.takes("bare") or match.takes("whom"):
        return None
    return at if clause_begins(frame, at, carriers) or (match.cue.phrase in _CLAUSAL and _long(frame, at)) else None


_CLAUSAL = frozenset({"say", "think", "believe"})
"""Verbs that hardly ever take an object, so that any long complement is a clause, whatever its verb."""


def _long(frame: Frame, at: int) -> bool:
    begins = noun_begins(frame, at) or frame.low(at) in _LEADS
    return begins and all(frame.category(index) not in {"mark", None} for index in range(at, at + 4))


def _plea(frame: Frame, at: int, match: CueMatch, _: frozenset[int]) -> int | None:
    if match.takes("at") and noun_begins(frame, at):
        return at if any(frame.low(index) in {"at", "as"} for index in range(at, at + 14)) else None
    if match.takes("plea") and not match.takes("whom") and noun_begins(frame, at):
        return at if _has_infinitive(frame, at) else None
    return None


def _object(frame: Frame, at: int, match: CueMatch, _: frozenset[int]) -> int | None:
    return at if match.takes("object") and noun_begins(frame, at) else None


_FINDERS: tuple[Callable[[Frame, int, CueMatch, frozenset[int]], int | None], ...] = (
    _quoted, _marked_clause, _infinitive, _prepositional, _gerund, _bare_clause, _plea, _object,
)  # fmt: skip


def noun_begins(frame: Frame, at: int) -> bool:
    """Tell whether a noun phrase (or quoted words in its place) begins at `at`."""
    low = frame.low(at)
    if low in _PARTICLES or (low in {"this", "that"} and frame.low(at + 1) in grammar.TEMPORALS):
        return False
    if frame.category(at) in {"determiner", "possessive", "number", "name", "word", "pronoun", "quote"}:
        return not frame.finite(at) and low not in grammar.TEMPORALS and low not in grammar.REFLEXIVES
    if low == "that":
        return frame.category(at + 1) in {"word", "name"}
    if frame.category(at) == "auxiliary":
        return grammar.holds_subject(low)
    return low in {"as", "at"} and frame.low(at + 1) in {"many", "least", "much", "few"}


_PARTICLES = frozenset({"up", "down", "off", "away", "out"})
"""Parts of a verb, which open no noun phrase (`reservists called up in May`)."""


def clause_begins(frame: Frame, at: int, carriers: frozenset[int]) -> bool:
    """Tell whether a clause begins at `at`: a noun phrase and then a finite verb, or quoted words in its place."""
    if not (noun_begins(frame, at) or frame.low(at) in _LEADS or frame.category(at) == "adverb"):
        return False
    if frame.low(at) in _NOMINATIVES and frame.category(at + 1) in {"word", "adverb", "negation", "auxiliary"}:
        return True
    for index in range(at, min(at + _REACH, len(frame.items))):
        if frame.low(index) in {".", "?", "!", ";"} or (frame.low(index) == "," and _leaves_clause(frame, index + 1)):
            return False
        if frame.finite(index) or (index > at and (index in carriers or frame.category(index) == "quote")):
            return True
        if frame.category(index) == "subordinator" and frame.low(index) not in _INSIDE_SUBJECT:
            return index > at and frame.low(index) not in {"because", "while", "although", "though", "so", "where"}
    return False


def _leaves_clause(frame: Frame, at: int) -> bool:
    """Tell whether a comma before `at` ends the noun phrase that might have been a subject."""
    at += frame.category(at) == "adverb"
    return frame.category(at) == "conjunction" or (frame.category(at) == "word" and frame.low(at).endswith("ing"))


_NOMINATIVES = frozenset({"he", "she", "they", "we", "i"})
_INSIDE_SUBJECT = grammar.words("who which that than whose as if when whom whether how what")


def _has_infinitive(frame: Frame, at: int) -> bool:
    """Tell whether `to` and a verb follow the noun phrase at `at` (`urged the union to wait`)."""
    for index in range(at, min(at + 16, len(frame.items))):
        if frame.low(index) == "to" and frame.category(index + 1) in {
            "word",
            "adverb",
            "negation",
            "auxiliary",
            "quote",
        }:
            return True
        if frame.category(index) in {"mark", "subordinator"} or (index > at and frame.finite(index)):
            return False
    return False


def _behind_hearer(frame: Frame, at: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return where the content opens behind the person spoken to (`told the court that …`)."""
    if not (noun_begins(frame, at) or frame.category(at) == "pronoun"):
        return None
    for index in range(at + 1, min(at + 22, len(frame.items))):
        begin = _opens_behind(frame, index, match)
        if begin is not None:
            return begin
        apposed = frame.low(index) == "," and match.takes("of")
        if (frame.category(index) == "mark" and not apposed) or frame.finite(index) or _clause_word(frame, index):
            return None
        if _second_noun(frame, index) and (
            clause_begins(frame, index, carriers) or frame.category(index) == "determiner"
        ):
            return index
    return None


def _clause_word(frame: Frame, at: int) -> bool:
    """Tell whether a subordinate clause of another kind begins at `at` (`told the crew as he left`)."""
    return frame.category(at) == "subordinator" and frame.low(at) in {
        "as",
        "when",
        "while",
        "because",
        "after",
        "before",
    }


def _opens_behind(frame: Frame, index: int, match: CueMatch) -> int | None:
    low, category = frame.low(index), frame.category(index)
    if low == "that":
        return index if _is_complementiser(frame, index) else None
    if low in {"whether", "how", "why", "what"} or category == "quote":
        return index
    if low == "to":
        return index if frame.category(index + 1) in {"word", "adverb", "negation", "auxiliary", "quote"} else None
    if low in {":", ","} and frame.category(index + 1) == "quote":
        return index + 1
    return index if category == "preposition" and low in match.cue.takes else None


def _second_noun(frame: Frame, at: int) -> bool:
    """Tell whether a new noun phrase begins behind a complete one."""
    if frame.category(at) not in {"determiner", "possessive", "pronoun", "number", "name", "word"}:
        return False
    before = frame.category(at - 1)
    if before in {"preposition", "determiner", "possessive", "conjunction", "to", "number"}:
        return False
    if frame.category(at) in {"determiner", "possessive", "pronoun", "number"}:
        return frame.low(at) not in grammar.TEMPORALS and frame.low(at + 1) not in grammar.TEMPORALS
    after_time = frame.low(at - 1) in grammar.TEMPORALS and frame.low(at) not in grammar.TEMPORALS
    return before == "pronoun" or after_time or (frame.category(at) == "name" and before == "word")


def _behind_circumstance(frame: Frame, at: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return where the content opens behind time, place or occasion (`said in a statement on Monday that …`)."""
    circumstance = frame.category(at) in {"preposition", "to"} or frame.low(at) in grammar.TEMPORALS
    if frame.low(at) in {",", "—", "–", "--"}:
        return _behind_aside(frame, at, match, carriers)
    if not circumstance:
        return None
    crossed = False
    for index in range(at + 1, min(at + 24, len(frame.items))):
        if frame.low(index) in {".", ";", "?", "!"}:
            return None
        crossed = crossed or frame.low(index - 1) == ","
        begin = _opens_late(frame, index, match, carriers)
        if begin is not None and (not crossed or frame.low(begin) == "that"):
            return begin
        if frame.finite(index):
            return None
    return None


def _behind_aside(frame: Frame, comma: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return where the content opens behind an aside (`said, without giving details, that …`)."""
    for index in range(comma + 1, min(comma + 16, len(frame.items))):
        if frame.low(index) == frame.low(comma):
            begin = _first(frame, index + 1, match, carriers)
            return begin if frame.low(index + 1) == "that" or frame.category(index + 1) == "quote" else None
    return None


def _opens_late(frame: Frame, index: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    low, category = frame.low(index), frame.category(index)
    if (
        low in {"that", "whether"}
        and match.takes("that", "bare", "quote")
        and frame.category(index - 1) != "preposition"
    ):
        return index if _is_complementiser(frame, index) else None
    if category == "quote" and match.takes("quote", "bare"):
        return index
    if low in {":", ","} and frame.category(index + 1) == "quote" and match.takes("quote", "bare"):
        return index + 1
    if _ends_circumstance(frame, index) and match.takes("bare") and clause_begins(frame, index, carriers):
        return index
    return None


def _ends_circumstance(frame: Frame, at: int) -> bool:
    before, low, category = frame.low(at - 1), frame.low(at), frame.category(at)
    if low in grammar.TEMPORALS or low in OCCASIONS:
        return False
    if before in grammar.TEMPORALS and category == "word":
        return True
    return (before in grammar.TEMPORALS or before in OCCASIONS) and category in {
        "determiner", "possessive", "pronoun", "name", "auxiliary",
    }  # fmt: skip
