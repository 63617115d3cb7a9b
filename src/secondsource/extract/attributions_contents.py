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
    if end < start:
        return None
    return (_with_accused(frame, match, start), end)


def _with_accused(frame: Frame, match: CueMatch, start: int) -> int:
    """Return where the party stands that is accused (`accused | the firm of lying |`), else `start`."""
    at = match.last + 1
    accused = match.takes("of") and frame.low(start) == "of" and match.cue.kind == "verb"
    return at if accused and (frame.nominal(at) or frame.category(at) == "word") else start


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
    clausal = _is_clause(frame, start, limits)
    at = start
    while at < len(frame.items):
        if at > start + (frame.low(start) == "that") and _ends(frame, (start, at), later, limits, clausal=clausal):
            break
        if frame.low(at) in _END_MARKS and not (frame.low(at) in {"…", "..."} and at + 1 < len(frame.items)):
            break
        at += 1
    last = at - 1
    while last > start and frame.low(last) in {",", "—", "–", "--", ":"}:
        last -= 1
    return last


def _is_clause(frame: Frame, start: int, limits: Limits) -> bool:
    low = frame.low(start)
    if low == "to" or (frame.category(start) == "word" and low.endswith("ing")):
        return False
    if low in {"that", "whether", "how", "why", "what", "if"}:
        return True
    takes_object = limits.match.cue.kind == "verb" and not limits.match.takes("bare", "quote", "plea", "finding")
    return not takes_object and clause_begins(frame, start, limits.carriers)


def _ends(frame: Frame, so_far: Range, later: list[CueMatch], limits: Limits, *, clausal: bool) -> bool:
    start, at = so_far
    low = frame.low(at)
    if low in {",", "—", "–", "--"}:
        whole = not clausal or frame.has_finite(start, at)
        return _breaks(frame, at, later, limits.carriers, whole=whole) or (not clausal and _object_ends(frame, at))
    if low in _ADVERSATIVES and frame.category(at - 1) == "quote":
        return _breaks(frame, at - 1, later, limits.carriers, whole=True)
    if frame.category(at) != "conjunction":
        return False
    return _coordinates(frame, at + 1, later) or (low == "but" and _turns(frame, at + 1, later, limits.carriers))


def _turns(frame: Frame, at: int, later: list[CueMatch], carriers: frozenset[int]) -> bool:
    """Tell whether somebody else begins to speak at `at` (`but officials said …`)."""
    for other in later[:2]:
        if other.cue.kind == "verb" and other.form == "finite" and other.group > at:
            begin = sources.left(frame, other.group, carriers)
            return begin is not None and begin[0] == at
    return False


def _object_ends(frame: Frame, comma: int) -> bool:
    """Tell whether an object or infinitive ends at this comma, which opens no further member of a list."""
    after = comma + 1
    while frame.category(after) == "adverb":
        after += 1
    low, category = frame.low(after), frame.category(after)
    if category == "conjunction":
        return frame.has_finite(after + 1, after + 6)
    if low in {"as", "while", "after", "before", "although", "though", "when", "because", "with", "which", "who"}:
        return True
    return (
        (low.endswith("ing") and frame.category(after + 1) != "conjunction")
        or category == "preposition"
        or (category in {"determiner", "number"} and not _lists(frame, after))
    )


def _lists(frame: Frame, at: int) -> bool:
    """Tell whether a conjunction before the next comma or verb shows the members of a list."""
    for index in range(at, len(frame.items)):
        if frame.category(index) == "conjunction":
            return True
        if frame.category(index) in {"mark", "subordinator"} or frame.finite(index):
            return False
    return False


def _stops_after_quote(frame: Frame, at: int) -> bool:
    low, category = frame.low(at + 1), frame.category(at + 1)
    return category in {None, "name"} or low in {".", ";"} or (low == "," and frame.category(at + 2) != "quote")


def _breaks(frame: Frame, comma: int, later: list[CueMatch], carriers: frozenset[int], *, whole: bool) -> bool:
    """Tell whether the content ends at this comma because another reporting clause follows.

    A content that is not `whole` still lacks its verb (`the captain, a novice, had told him`).
    """
    after = comma + 1
    while frame.category(after) == "adverb":
        after += 1
    if frame.low(after) in {"according", "citing", "per"}:
        return True
    if _dates(frame, after) or (whole and _main_clause(frame, comma, carriers)):
        return True
    return any(_starts_clause(frame, other, after, carriers) and (whole or other.group > after) for other in later[:4])


def _starts_clause(frame: Frame, other: CueMatch, after: int, carriers: frozenset[int]) -> bool:
    """Tell whether a later cue belongs to a reporting clause that begins right behind the comma."""
    if other.form == "participle":
        return other.group <= after <= other.first
    if other.cue.kind != "verb" or other.form != "finite" or other.group < after:
        return False
    if other.group == after:
        return True
    begin = sources.left(frame, other.group, carriers)
    if begin is None:
        return False
    carries = other.takes("quote", "bare", "post") and opening(frame, other, carriers) is None
    joined = frame.category(after) == "conjunction" or frame.low(after) in _ADVERSATIVES
    return (begin[0] == after and carries and closes(frame, other)) or (joined and begin[0] == after + 1)


def _main_clause(frame: Frame, comma: int, carriers: frozenset[int]) -> bool:
    """Tell whether the main clause begins behind this comma, since the frame opened with `While …` or the like."""
    opened = frame.low(0) in _OPENERS or frame.low(1) in _OPENERS
    return opened and clause_begins(frame, comma + 1, carriers)


_OPENERS = frozenset(
    {"while", "although", "though", "as", "when", "if", "after", "since", "because", "whereas", "even"}
)


def _dates(frame: Frame, at: int) -> bool:
    """Tell whether an aside of time begins at `at` (`, hours after a rival denied it`)."""
    near = [frame.low(index) for index in range(at, at + 4)]
    return any(low == "after" and near[index - 1] in _SPANS for index, low in enumerate(near) if index)


_SPANS = frozenset(
    {"minutes", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year", "hour", "shortly"}
)


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


def within_relative(frame: Frame, match: CueMatch, source: Range, content: Range) -> Range | None:
    """Return a content without the main clause that goes on behind a relative clause, None where nothing is said.

    So in `Ann Li, who writes every crossing in a ledger, | said …` and `According to the Post, which first reported the
    sale, | the ship …`.
    """
    if frame.low(source[1]) not in {"who", "which"} or frame.low(source[1] - 1) != ",":
        return content
    start, end = content
    opening = "according" in {frame.low(source[0] - 2), frame.low(0)}
    for at in range(start, end):
        if frame.low(at) == "," and (opening or frame.verb_at(at + 1 + (frame.category(at + 1) == "adverb"))):
            end = at - 1
            break
    else:
        return content
    marked = frame.low(start) in {"that", "to", "whether", "how", "of"} or frame.category(start) == "quote"
    return (start, end) if marked or match.takes("object", "finding") or frame.has_finite(start, end) else None


def before(frame: Frame, comma: int, floor: int) -> Range | None:
    """Return the clause that ends at item `comma`, which stands before `she said`, and begins at `floor` or later."""
    start, end = max(floor, _behind_dateline(frame, comma), _behind_colon(frame, comma)), comma
    while end >= start and frame.low(end) in {",", "—", "–", "--", "-"}:
        end -= 1
    while start <= end and (
        frame.category(start) == "conjunction" or frame.low(start) in {",", ";", "—", "–", "•", "-"}
    ):
        start += 1
    return (start, end) if start <= end else None


_TOLL = frozenset({"killing", "injuring", "wounding", "leaving", "displacing"})


def toll(frame: Frame, content: Range) -> Range:
    """Return the part of a content that gives a toll behind what everybody saw, else all of it.

    So in `The ship sank, | killing 34 people and leaving 61 missing |, the coast guard said`, whose count it is.
    """
    for at in range(content[0] + 1, content[1] - 1):
        if frame.low(at) == "," and frame.low(at + 1) in _TOLL and _counts(frame, at + 2, content[1]):
            rest = (at + 1, content[1])
            return rest if frame.has_finite(content[0], at - 1) and not frame.has_finite(*rest) else content
    return content


def _counts(frame: Frame, first: int, last: int) -> bool:
    return any(frame.category(at) == "number" for at in range(first, min(first + 4, last + 1)))


def _behind_colon(frame: Frame, limit: int) -> int:
    """Return the item behind a colon that introduces the quoted words (`It had a motto: “…,” he said`), else 0."""
    return max((at + 1 for at in range(limit) if frame.low(at) == ":" and frame.category(at + 1) == "quote"), default=0)


def _behind_dateline(frame: Frame, limit: int) -> int:
    """Return the item behind a dateline that the body still holds (`June 4 (XYZ) — Officials …`), else 0."""
    for at in range(1, min(limit, 12)):
        if frame.low(at) in {"—", "–", "--", "-"}:
            return at + 1
        if frame.finite(at) or frame.category(at) in {"pronoun", "word", "quote"}:
            return 0
    return 0
