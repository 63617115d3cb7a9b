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


def resumed(clause: Clause, at: int, content: Range) -> Range | None:
    """Return the second half of words that a reporting clause interrupts (`“…,” he said, “…”`)."""
    frame = clause.frame
    quoted = frame.category(content[1]) == "quote"
    begin = _second_quote(clause, at) if quoted else _behind_comma(frame, at)
    last = len(frame.items) - 1
    while last > begin and frame.low(last) in {".", "!", "?"}:
        last -= 1
    if begin > last:
        return None
    if quoted:
        return begin, begin
    led = frame.category(content[0]) == "preposition" and not frame.has_finite(*content)
    broken = (
        led
        or frame.category(content[1]) in {"auxiliary", "preposition", "to"}
        or frame.low(content[0]) in _HALF_OPENERS
    )
    if broken or _goes_on(frame, begin):
        return begin, last
    whole = frame.has_finite(*content) or not frame.has_finite(begin, last)
    return None if whole else (begin, last)


_HALF_OPENERS = frozenset(
    {"if", "when", "while", "although", "though", "unless", "once", "because", "after", "before", "since"}
)


def _goes_on(frame: Frame, at: int) -> bool:
    """Tell whether what follows the reporting clause depends on what stood before it (`…, he said, and had left`)."""
    joined = frame.category(at) == "conjunction" and frame.finite_at(at + 1)
    return joined or frame.verb_at(at) or frame.low(at) in {"that", "because", "why", "whether", "how"}


def _behind_comma(frame: Frame, at: int) -> int:
    """Return the item behind the mark that ends the reporting clause, the frame's length if there is none."""
    for index in range(at, len(frame.items)):
        if frame.low(index) in {",", "—", "–", ":"}:
            return index + 1
        if frame.category(index) in {"subordinator", "conjunction", "quote"}:
            break
    return len(frame.items)


def _second_quote(clause: Clause, at: int) -> int:
    """Return the quotation in which the words go on, the frame's length if another verb introduces it."""
    frame = clause.frame
    for index in range(at, len(frame.items)):
        if frame.category(index) == "quote":
            before = index - 1 - (frame.category(index - 1) == "conjunction")
            return index if index == at or frame.low(before) in {",", "—", "–", ":"} else len(frame.items)
        if any(match.first == index and match.takes("quote") for match in clause.found):
            break
    return len(frame.items)
