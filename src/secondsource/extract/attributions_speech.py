"""Follows speech over sentences and paragraphs: quoted words without a cue belong to the speaker before (or after)."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secondsource.extract.attributions_readings import read
from secondsource.text.quotes import continues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.extract.attributions_clause import Reading
    from secondsource.extract.attributions_cues import CueIndex, CueMatch
    from secondsource.extract.attributions_frames import Frame
    from secondsource.records import Offsets


@dataclass(slots=True)
class Utterance:
    """An attribution in document offsets; `content` grows while its speech goes on."""

    match: CueMatch
    source: tuple[Offsets, ...]
    cue: Offsets
    content: list[Offsets] = field(default_factory=list)
    cited_by: Offsets | None = None
    spoken: bool = False


def utterances(text: str, frames: Sequence[Frame], cues: CueIndex) -> list[Utterance]:
    """Return the utterances of all frames; those whose words never came are left out."""
    found: list[Utterance] = []
    last: tuple[Frame, Utterance] | None = None
    waiting: list[Frame] = []
    for frame in frames:
        made = [_utterance(frame, reading) for reading in read(frame, cues)]
        if frame.inside is None and not made and _all_quoted(text, frame):
            if last and _goes_on(last, frame):
                last[1].content += [(item.start, item.end) for item in frame.items if item.quotation]
                last = (frame, last[1])
            else:
                waiting.append(frame)
            continue
        if made and waiting and _opens_again(text, waiting[-1], frame):
            _prefix(made, frame, waiting)
        waiting = []
        found += made
        last = _speaker(frame, made) if frame.inside is None else None
    _fill(found, [frame for frame in frames if frame.inside is None])
    return [utterance for utterance in found if utterance.content]


def _fill(found: Sequence[Utterance], frames: Sequence[Frame]) -> None:
    """Give a cue before a colon the next paragraph as its words, where they stand there without marks.

    How far a passage taken over reaches cannot be seen from the text alone, so it is one paragraph at most.
    """
    blocks: dict[int, Offsets] = {}
    for frame in frames:
        start, end = frame.offsets(0, len(frame.items) - 1)
        blocks[frame.paragraph] = (blocks.get(frame.paragraph, (start, end))[0], end)
    paragraphs = list(blocks.values())
    for utterance in found:
        behind = bisect.bisect_right(paragraphs, (utterance.cue[0], utterance.cue[1]))
        if not utterance.content and behind < len(paragraphs):
            utterance.content.append(paragraphs[behind])


def _utterance(frame: Frame, reading: Reading) -> Utterance:
    source = (frame.offsets(*reading.source),) if reading.source else ()
    content = [frame.offsets(*piece) for piece in reading.content]
    spoken = not content or any(
        frame.category(at) == "quote" for piece in reading.content for at in range(piece[0], piece[1] + 1)
    )
    cited = frame.offsets(reading.cited_by.group, reading.cited_by.last) if reading.cited_by else None
    return Utterance(reading.match, source, frame.offsets(*reading.cue), content, cited, spoken)


def _speaker(frame: Frame, made: Sequence[Utterance]) -> tuple[Frame, Utterance] | None:
    """Return the utterance that quoted words after this frame would continue."""
    said = [
        utterance for utterance in made if utterance.match.cue.kind == "verb" and utterance.match.takes("quote", "bare")
    ]
    return (frame, said[-1]) if said else None


def _all_quoted(text: str, frame: Frame) -> bool:
    quoted = [item for item in frame.items if item.quotation]
    if not quoted or any(item.category not in {"quote", "mark"} for item in frame.items):
        return False
    inner = quoted[-1].quotation.inner if quoted[-1].quotation else (0, 0)
    words = text[inner[0] : inner[1]].rstrip(" ’'”\"»")
    return len(words) >= 2 and words[-1] in ".?!…,"


def _goes_on(last: tuple[Frame, Utterance], frame: Frame) -> bool:
    before, utterance = last
    if frame.paragraph == before.paragraph:
        return True
    return frame.paragraph == before.paragraph + 1 and utterance.spoken


def _opens_again(text: str, waiting: Frame, frame: Frame) -> bool:
    earlier, later = waiting.items[-1].quotation, frame.items[0].quotation
    return earlier is not None and later is not None and continues(text, earlier, later)


def _prefix(made: Sequence[Utterance], frame: Frame, waiting: Sequence[Frame]) -> None:
    """Put the paragraphs that waited for their speaker before the content that opens with the next quotation."""
    first = frame.items[0]
    for utterance in made:
        if utterance.content and utterance.content[0][0] == first.start:
            utterance.content[:0] = [
                (item.start, item.end) for held in waiting for item in held.items if item.quotation
            ]
            return
