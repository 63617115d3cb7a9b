"""Finds the markers of page furniture in a line, from the table `markers`."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.ingest.lines import READ, Line
from secondsource.lexicon.tables import Lexicon, Marker

_EDGE = " \t:;.,!?…»›>→▶+*#|·•-–—\"'“”()[]"
LONGEST_PREFIX = 45
"""Words of a line that a prefix without a colon may still claim; a longer line is running text."""


@dataclass(frozen=True, slots=True, eq=False)
class Markers:
    """The table, sorted for look-up by whole line, by first word, and as patterns."""

    whole: Mapping[str, Marker]
    prefixes: Mapping[str, tuple[Marker, ...]]
    patterns: tuple[tuple[re.Pattern[str], Marker], ...]

    def find(self, line: Line) -> Marker | None:
        """Return the marker that `line` is, or starts with, or fits; None for anything else."""
        text = line.text[:READ].replace("’", "'").casefold()
        found = self.whole.get(text.strip(_EDGE)) if len(text) < 80 else None
        return found or self._prefix(text, line) or self._pattern(text)

    def _prefix(self, text: str, line: Line) -> Marker | None:
        first = re.match(r"\W*(\w+)", text)
        for marker in self.prefixes.get(first[1], ()) if first else ():
            phrase = marker.phrase.casefold()
            bare = text.lstrip(_EDGE)
            if bare.startswith(phrase) and not bare[len(phrase) : len(phrase) + 1].isalpha():
                if phrase.endswith(":") or line.words <= LONGEST_PREFIX:
                    return marker
        return None

    def _pattern(self, text: str) -> Marker | None:
        return next((marker for pattern, marker in self.patterns if pattern.search(text)), None)


@functools.lru_cache(maxsize=4)
def markers(lexicon: Lexicon) -> Markers:
    """Return the markers of `lexicon`, sorted once."""
    prefixes: dict[str, list[Marker]] = defaultdict(list)
    for row in lexicon.markers:
        if row.match == "prefix" and (first := re.match(r"\W*(\w+)", row.phrase.casefold())):
            prefixes[first[1]].append(row)
    return Markers(
        {row.phrase.casefold().strip(_EDGE): row for row in lexicon.markers if row.match == "whole"},
        {first: tuple(sorted(rows, key=lambda row: -len(row.phrase))) for first, rows in prefixes.items()},
        tuple((re.compile(row.phrase), row) for row in lexicon.markers if row.match == "regex"),
    )
