"""Cuts spans to the stretches of a document that are read."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.records import Offsets


@dataclass(frozen=True, slots=True)
class Stretches:
    """Headline and body of a text: half-open code point offsets, in order and without overlap."""

    text: str
    spans: Sequence[Offsets]

    def within(self, start: int, end: int) -> list[Offsets]:
        r"""Return the parts of a span that lie in a stretch, without the blanks around them and without blank parts.

        >>> Stretches("Lead \nBody", [(0, 6), (6, 10)]).within(2, 8)
        [(2, 4), (6, 8)]
        """
        found: list[Offsets] = []
        for at in range(bisect.bisect_right(self.spans, start, key=lambda span: span[1]), len(self.spans)):
            opened, stop = self.spans[at]
            if opened >= end:
                break
            found += self._bare(max(start, opened), min(end, stop))
        return found

    def hull(self, start: int, end: int) -> list[Offsets]:
        r"""Return the span from the first to the last character of it that is read, none if there is none.

        >>> Stretches("Lead \nBody", [(0, 6), (6, 10)]).hull(2, 8)
        [(2, 8)]
        """
        parts = self.within(start, end)
        return [(parts[0][0], parts[-1][1])] if parts else []

    def _bare(self, start: int, end: int) -> list[Offsets]:
        part = self.text[start:end]
        bare = part.strip()
        first = start + len(part) - len(part.lstrip())
        return [(first, first + len(bare))] if bare else []
