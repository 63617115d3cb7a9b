"""Finds what was said: the complement behind a cue, or the clause before `…, she said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.extract import attributions_grammar as grammar
from secondsource.extract import attributions_sources as sources

if TYPE_CHECKING:
    from secondsource.extract.attributions_cues import CueMatch
    from secondsource.extract.attributions_frames import Frame
    from secondsource.extract.attributions_sources import Range

_END_MARKS = frozenset({".", "?", "!", "…", ";", "..."})
_OCCASIONS = frozenset(
    "statement interview speech briefing conference tweet post email letter release memo address remarks message filing note "
    "report article column blog book ad video twitter facebook telegram x television radio tv rally debate hearing testimony "
    "parliament court meeting call telephone phone media press reporters journalists newspaper magazine".split()
)


def right(frame: Frame, match: CueMatch, found: list[CueMatch], carriers: frozenset[int]) -> Range | None:
    """Return the complement behind the cue, None where it takes none that stands there."""
    start = _start(frame, match, carriers)
    if start is None:
        return None
    end = clause_end(frame, start, match, found, carriers)
    return (start, end) if end >= start else None


def _start(frame: Frame, match: CueMatch, carriers: frozenset[int]) -> int | None:
    at = match.last + 1
    while frame.category(at) == "adverb":
        at += 1
    direct = _opens(frame, at, match, carriers)
    if direct is not None:
        return direct
    if match.takes("whom"):
        hearer = _behind_hearer(frame, at, match, carriers)
        if hearer is not None:
            return hearer
    return _behind_circumstance(frame, at, match, carriers)


def _opens(frame: Frame, at: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return where a content opens at `at`, by what the cue takes."""
    if at >= len(frame.items):
        return None
    low, category = frame.low(at), frame.category(at)
    if category == "quote":
        return at if match.takes("quote", "bare", "that", "object") else None
    if low in {":", ","} and frame.category(at + 1) == "quote":
        return at + 1 if match.takes("quote", "bare", "that") else None
    if low == ":" and match.takes("quote", "bare") and at + 1 < len(frame.items):
        return at + 1
    if low in grammar.COMPLEMENTISERS and match.takes("that", "bare", "quote"):
        return at if low not in {"who", "where", "when", "why"} or match.takes("bare", "that") else None
    if low == "to" and match.takes("to"):
        return at
    if low in match.cue.takes and category in {"preposition", "to"}:
        return at
    if low.endswith("ing") and category == "word" and match.takes("gerund"):
        return at
    if match.takes("bare") and _clause_begins(frame, at, carriers) and not match.takes("whom"):
        return at
    if match.takes("at", "plea") and _noun_begins(frame, at):
        return at if _has_infinitive(frame, at, match) else None
    return at if match.takes("object") and _noun_begins(frame, at) else None


def _noun_begins(frame: Frame, at: int) -> bool:
    if frame.category(at) in {"determiner", "possessive", "number", "name", "word", "pronoun", "quote"}:
        return not frame.finite(at)
    return frame.low(at) in {"as", "at"} and frame.low(at + 1) in {"many", "least", "much"}


def _clause_begins(frame: Frame, at: int, carriers: frozenset[int]) -> bool:
    """Tell whether a clause without `that` begins at `at`: a noun phrase and then a finite verb."""
    if not (_noun_begins(frame, at) or frame.low(at) in {"there", "if", "when", "in", "between", "nearly", "about"}):
        return False
    for index in range(at, min(at + 28, len(frame.items))):
        if frame.low(index) in _END_MARKS:
            return False
        if frame.finite(index) or (index in carriers and index > at):
            return True
        if frame.category(index) == "subordinator" and frame.low(index) not in {
            "who",
            "which",
            "that",
            "than",
            "whose",
            "as",
        }:
            return False
    return False


def _has_infinitive(frame: Frame, at: int, match: CueMatch) -> bool:
    """Tell whether `to` and a verb follow the noun phrase at `at` (`urged the union to wait`)."""
    if match.takes("at"):
        return any(frame.low(i) in {"at", "as"} for i in range(at, min(at + 12, len(frame.items))))
    for index in range(at, min(at + 16, len(frame.items))):
        if frame.low(index) == "to" and frame.category(index + 1) in {"word", "adverb", "negation", "auxiliary"}:
            return True
        if frame.category(index) in {"mark", "subordinator"} or (index > at and frame.finite(index)):
            return False
    return False


def _behind_hearer(frame: Frame, at: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return where the content opens behind the person spoken to (`told the court that …`)."""
    if not (_noun_begins(frame, at) or frame.category(at) == "pronoun"):
        return None
    limit = min(at + 20, len(frame.items))
    for index in range(at + 1, limit):
        low, category = frame.low(index), frame.category(index)
        if low in {"that", "whether", "how", "why", "what", "to"} or category == "quote":
            return index
        if low in {":", ","} and frame.category(index + 1) == "quote":
            return index + 1
        if low in match.cue.takes and category == "preposition":
            return index
        if category == "mark" and low not in {"’", "'"}:
            return None
        if _second_noun(frame, index) and _clause_begins(frame, index, carriers):
            return index
    return None


def _second_noun(frame: Frame, at: int) -> bool:
    """Tell whether a new noun phrase begins behind a complete one."""
    if frame.category(at) not in {"determiner", "possessive", "pronoun", "number", "name", "word"}:
        return False
    before = frame.category(at - 1)
    if before in {"preposition", "determiner", "possessive", "conjunction", "to", "number"}:
        return False
    if frame.category(at) in {"determiner", "possessive", "pronoun", "number"}:
        return True
    return (
        before == "pronoun"
        or frame.low(at - 1) in grammar.TEMPORALS
        or (frame.category(at) == "name" and before == "word")
    )


def _behind_circumstance(frame: Frame, at: int, match: CueMatch, carriers: frozenset[int]) -> int | None:
    """Return where the content opens behind time, place or occasion (`said in a statement on Monday that …`)."""
    if not (frame.category(at) in {"preposition", "to"} or frame.low(at) in grammar.TEMPORALS or frame.low(at) == ","):
        return None
    told = frame.low(at) == ","
    for index in range(at + 1, min(at + 24, len(frame.items))):
        low = frame.low(index)
        if low in _END_MARKS:
            return None
        if (
            low in {"that", "whether"}
            and match.takes("that", "bare", "quote")
            and frame.low(index - 1) not in grammar.PREPOSITIONS
        ):
            return index
        if frame.category(index) == "quote" or (low in {":", ","} and frame.category(index + 1) == "quote"):
            opened = index if frame.category(index) == "quote" else index + 1
            return opened if match.takes("quote", "bare") and not frame.has_finite(at, index) else None
        if low == "," and told:
            return _opens(frame, index + 1, match, carriers)
        if frame.finite(index):
            return None
        if _ends_circumstance(frame, index) and match.takes("bare") and _clause_begins(frame, index, carriers):
            return index
    return None


def _ends_circumstance(frame: Frame, at: int) -> bool:
    before = frame.low(at - 1)
    return (
        (before in grammar.TEMPORALS or before in _OCCASIONS or frame.category(at - 1) == "number")
        and frame.category(at) in {"determiner", "possessive", "pronoun", "name", "word", "number"}
        and frame.low(at) not in grammar.TEMPORALS | _OCCASIONS
    )


def clause_end(frame: Frame, start: int, match: CueMatch, found: list[CueMatch], carriers: frozenset[int]) -> int:
    """Return the last item of a content that starts at item `start`."""
    later = [other for other in found if other.first > start and other.first > match.last]
    at = start
    if frame.category(start) == "quote" and _stops_after_quote(frame, start):
        return start
    while at < len(frame.items):
        low = frame.low(at)
        if low in _END_MARKS and not (low in {"…", "..."} and at + 1 < len(frame.items)):
            break
        if at > start and low in {",", "—", "–", "--"} and _breaks(frame, at, later, carriers):
            break
        if at > start and frame.category(at) == "conjunction" and _coordinates(frame, at + 1, later):
            at -= frame.low(at - 1) == ","
            break
        at += 1
    return at - 1


def _stops_after_quote(frame: Frame, at: int) -> bool:
    following = frame.category(at + 1)
    return (
        following is None
        or frame.low(at + 1) in {".", ";"}
        or (frame.items[at].quotation is not None and following == "name")
    )


def _breaks(frame: Frame, comma: int, later: list[CueMatch], carriers: frozenset[int]) -> bool:
    """Tell whether the content ends at this comma because another reporting clause follows."""
    after = comma + 1
    while frame.category(after) == "adverb":
        after += 1
    if frame.low(after) in {"according", "citing", "per"}:
        return True
    conjunction = frame.category(after) == "conjunction" or frame.low(after) in {
        "while",
        "although",
        "though",
        "whereas",
    }
    for other in later:
        if other.form == "participle" and other.group <= after <= other.first:
            return True
        if other.cue.kind == "verb" and other.form == "finite" and other.group > after - 1:
            begin = sources.left(frame, other.group, carriers)
            at_comma = begin is not None and begin[0] in {after, comma + 1}
            if at_comma and closes(frame, other):
                return True
            if conjunction and begin is not None and begin[0] == after + 1:
                return True
            return False
    return False


def closes(frame: Frame, match: CueMatch, *, colon: bool = False) -> bool:
    """Tell whether nothing but time, place, hearer or the sentence's end (or a colon) follows a reporting verb."""
    at = match.last + 1
    while at < len(frame.items):
        low = frame.low(at)
        if low in _END_MARKS or low in {",", "—", "–"}:
            return True
        if low == ":":
            return colon
        if low in {"that", "whether"} or frame.category(at) == "quote" or frame.finite(at):
            return False
        at += 1
    return True


def _coordinates(frame: Frame, at: int, later: list[CueMatch]) -> bool:
    """Tell whether another cue with the same subject begins at `at` (`and cautioned that …`)."""
    return any(
        other.group <= at <= other.first and other.form == "finite" and not frame.category(at) == "mark"
        for other in later
        if other.cue.kind == "verb"
    )


def before(frame: Frame, comma: int, floor: int) -> Range | None:
    """Return the clause that ends at item `comma`, which stands before `she said`, and begins at `floor` or later."""
    start, end = floor, comma
    while end >= start and frame.low(end) in {",", "—", "–", "--", "-"}:
        end -= 1
    while start <= end and (
        frame.category(start) == "conjunction" or frame.low(start) in {",", ";", "—", "–", "•", "-"}
    ):
        start += 1
    return (start, end) if start <= end else None
