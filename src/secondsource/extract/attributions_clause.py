"""What is known while a frame is read: its cues, and the attributions made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.extract.attributions_contents import Limits

if TYPE_CHECKING:
    from secondsource.extract.attributions_cues import CueMatch
    from secondsource.extract.attributions_frames import Frame
    from secondsource.extract.attributions_sources import Range


@dataclass(frozen=True, slots=True)
class Reading:
    """An attribution inside one frame, as ranges of items.

    `content` is empty where the words follow in the next frame (`He declared:`); `cited_by` is the cue of the speaker
    who names this source.
    """

    match: CueMatch
    source: Range | None
    content: tuple[Range, ...]
    cue: Range
    cited_by: CueMatch | None = None

    @property
    def end(self) -> int:
        """The last item of any role."""
        return max(self.source[1] if self.source else 0, self.cue[1], *(piece[1] for piece in self.content))


@dataclass(frozen=True, slots=True)
class Clause:
    """A frame with its cues; `carriers` are the items of verbs that can carry a clause without `that`."""

    frame: Frame
    found: list[CueMatch]
    carriers: frozenset[int]

    def limits(self, match: CueMatch) -> Limits:
        """Return what can end the content of `match`."""
        return Limits(match, self.found, self.carriers)


def resumed(frame: Frame, at: int, content: Range) -> Range | None:
    """Return the second half of words that a reporting clause interrupts (`“…,” he said, “…”`)."""
    quoted = frame.category(content[1]) == "quote"
    begin = _behind_comma(frame, at, quoted=quoted)
    last = len(frame.items) - 1
    while last > begin and frame.low(last) in {".", "!", "?"}:
        last -= 1
    if begin > last:
        return None
    if quoted:
        begin += frame.category(begin) == "conjunction"
        return (begin, begin) if frame.category(begin) == "quote" else None
    whole = frame.has_finite(*content) or not frame.has_finite(begin, last)
    return None if whole else (begin, last)


def _behind_comma(frame: Frame, at: int, *, quoted: bool) -> int:
    """Return the item behind the mark that ends the reporting clause; past asides where quoted words come again."""
    begin = at
    while begin < len(frame.items) and not (frame.category(begin) == "quote" or frame.low(begin) in {",", "—", "–", ":"}):
        if frame.category(begin) in {"subordinator", "conjunction"} and frame.low(begin) != "and":
            return len(frame.items)
        begin += 1
    begin += frame.low(begin) in {",", "—", "–", ":"}
    if not quoted or frame.category(begin) in {"quote", "conjunction"}:
        return begin
    for index in range(begin, len(frame.items)):
        if frame.category(index) == "quote":
            return index if frame.low(index - 1) == "," else len(frame.items)
    return begin
