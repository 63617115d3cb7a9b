"""Names who gives each figure: the innermost speaker whose words hold it, else the medium it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.link import vocabulary
from secondsource.records import Attribution, Figure, Link, Span
from secondsource.text.names import words

_SUMS_UP = re.compile(
    r"[^.!?:;“”\n]{0,60},\s+(?:(?:for|making)\s+)?(?:an?|the)\s+(?:\w+\s+)?total\s+of\s+"
    r"|[^.!?:;“”\n]{0,60},\s+(?:bringing|taking|raising)\s+(?:the|its|their)\s+(?:\w+\s+){0,3}to\s+"
)
"""Between cue and figure: the sum of what was said, told behind the cue ("700 more, he said, a total of 3,100")."""


def speakers(
    figures: Sequence[Figure],
    attributions: Iterable[Attribution],
    *,
    text: str = "",
    carried: Sequence[tuple[Span, Link]] = (),
) -> list[Figure]:
    """Return the figures with speaker and id of the innermost attribution whose content holds them.

    Whoever cites a list gives its numbers himself; a medium that cites somebody only passes them on.  A figure that
    nobody is named for in a passage taken over from a medium (`carried`) is that medium's; any other has no speaker.
    `text` is that of the document.
    """
    by_id = {each.id: each for each in attributions}
    told = [each for each in by_id.values() if not _gives_himself(by_id.get(each.parent or ""), each)]
    held = sorted(told, key=lambda each: (sum(map(len, each.content)), -len(each.chain), each.id))
    return [_spoken(figure, held) or _summed(text, figure, held) or _carried(figure, carried) for figure in figures]


def _gives_himself(citing: Attribution | None, cited: Attribution) -> bool:
    """Tell whether somebody who is no medium says just what he cites another for."""
    if citing is None or citing.content != cited.content or not citing.speaker:
        return False
    name = words(citing.speaker)
    return len(name) > 1 and not set(name) & vocabulary.MEDIA


def _spoken(figure: Figure, held: Sequence[Attribution]) -> Figure | None:
    """Return the figure with its speaker; a content that begins behind the bound words ("nearly") holds it too."""
    for attribution in held:
        if any(part.start < figure.span.end <= part.end and _same(part, figure) for part in attribution.content):
            return replace(figure, speaker=attribution.speaker, attribution=attribution.id)
    return None


def _same(part: Span, figure: Figure) -> bool:
    return part.doc_id == figure.span.doc_id


def _summed(text: str, figure: Figure, held: Sequence[Attribution]) -> Figure | None:
    """Return the figure as said by whoever was named just before it, where it only sums up his words."""
    for attribution in held:
        cue = max((span.end for span in attribution.cue if span.doc_id == figure.span.doc_id), default=figure.span.end)
        before = any(part.end <= cue for part in attribution.content)
        if before and cue < figure.span.start and _SUMS_UP.fullmatch(text, cue, figure.span.start):
            return replace(figure, speaker=attribution.speaker, attribution=attribution.id)
    return None


def _carried(figure: Figure, carried: Sequence[tuple[Span, Link]]) -> Figure:
    medium = next((link.name for span, link in carried if figure.span.within(span)), None)
    return replace(figure, speaker=medium)
