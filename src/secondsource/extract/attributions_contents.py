"""Finds what was said: the complement behind a cue, or the clause before `…, she said`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.extract import attributions_sources as sources
from secondsource.extract.attributions_openings import clause_begins, opening

if TYPE_CHECKING:
    from secondsource.extract.attributions_cues import CueMatch
    from secondsource.extract.attributions_frames import Frame
    from secondsource.extract.attributions_sources import Range

_END_MARKS = frozenset({".", "?", "!", "…", ";", "..."})
_ADVERSATIVES = frozenset({"while", "although", "though", "whereas"})


def right(frame: Frame, match: CueMatch, found: list[CueMatch], carriers: frozenset[int]) -> Range | None:
    """Return the complement behind the cue, None where it takes none that stands there."""
    start = opening(frame, match, carriers)
    if start is None:
        return None
    end = clause_end(frame, start, Limits(match, found, carriers))
    return (start, end) if end >= start else None


@dataclass(frozen=True, slots=True)
class Limits:
    """What can end a content: the other cues of the frame; `clausal` contents reach over commas, objects do not."""

    match: CueMatch
    found: list[CueMatch]
    carriers: frozenset[int]

    def later(self, start: int) -> list[CueMatch]:
        """Return the cues behind the match and behind item `start`."""
        return [other for other in self.found if other.first > max(start, self.match.last)]


def clause_end(frame: Frame, start: int, limits: Limits) -> int:
    """Return the last item of a content that starts at item `start`."""
    later = limits.later(start)
    if frame.category(start) == "quote" and _stops_after_quote(frame, start):
        return start
    clausal = _is_clause(frame, start, limits.carriers)
    at = start
    while at < len(frame.items):
        if at > start and _ends(frame, at, later, limits, clausal=clausal):
            break
        if frame.low(at) in _END_MARKS and not (frame.low(at) in {"…", "..."} and at + 1 < len(frame.items)):
            break
        at += 1
    last = at - 1
    while last > start and frame.low(last) in {",", "—", "–", "--", ":"}:
        last -= 1
    return last


def _is_clause(frame: Frame, start: int, carriers: frozenset[int]) -> bool:
    low = frame.low(start)
    return low in {"that", "whether", "how", "why", "what", "if"} or (low != "to" and clause_begins(frame, start, carriers))


def _ends(frame: Frame, at: int, later: list[CueMatch], limits: Limits, *, clausal: bool) -> bool:
    low = frame.low(at)
    if low in {",", "—", "–", "--"}:
        return _breaks(frame, at, later, limits.carriers) or (not clausal and _object_ends(frame, at))
    if low in _ADVERSATIVES and frame.category(at - 1) == "quote":
        return _breaks(frame, at - 1, later, limits.carriers)
    return frame.category(at) == "conjunction" and _coordinates(frame, at + 1, later)


def _object_ends(frame: Frame, comma: int) -> bool:
    """Tell whether an object or infinitive ends at this comma, which opens no further member of a list."""
    after = comma + 1
    low, category = frame.low(after), frame.category(after)
    if category == "conjunction":
        return frame.has_finite(after + 1, after + 6)
    if low in {"as", "while", "after", "before", "although", "though", "when", "because", "with", "which", "who"}:
        return True
    return low.endswith("ing") or category == "preposition" or (category == "determiner" and not _lists(frame, after))


def _lists(frame: Frame, at: int) -> bool:
    """Tell whether a conjunction before the next comma or verb shows the members of a list."""
    for index in range(at, len(frame.items)):
        if frame.category(index) == "conjunction":
            return True
        if frame.category(index) in {"mark", "subordinator"} or frame.finite(index):
            return False
    return False


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


def _dates(frame: Frame, at: int) -> bool:
    """Tell whether an aside of time begins at `at` (`, hours after a rival denied it`)."""
    near = [frame.low(index) for index in range(at, at + 4)]
    return any(low in {"after", "before"} and near[index - 1] in _SPANS for index, low in enumerate(near) if index)


_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year", "hour", "shortly"})


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
        other.group <= at <= other.first and other.form == "finite" and frame.category(at) != "mark"
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
