"""Finds the markers of page furniture in a line, from the table `markers`."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.ingest.lines import READ, Line
from secondsource.lexicon.tables import Lexicon, Marker

_EDGE = " \t:;.,!?…»›>→▶+*#|·•-–—\"'“”()[]"
_FIRST = re.compile(r"\W*(\w+)")
LONGEST_PREFIX = 45
"""Words of a line that a prefix without a colon may still claim; a longer line is running text."""
LONGEST = 75
"""Words of a line that any start or pattern may still claim; consent texts are the longest furniture."""


@dataclass(frozen=True, slots=True, eq=False)
class Markers:
    """The table, sorted for look-up by whole line, by first word, and as patterns.

    `opening` and `inside` fit what any of the patterns fits: those that start with the line, and the others.
    """

    whole: Mapping[str, Marker]
    prefixes: Mapping[str, tuple[Marker, ...]]
    patterns: tuple[tuple[re.Pattern[str], Marker], ...]
    opening: re.Pattern[str]
    inside: re.Pattern[str]

    def find(self, line: Line) -> Marker | None:
        """Return the marker that `line` is, or starts with, or fits; None for anything else."""
        text = line.text[:READ].replace("’", "'").casefold()
        found = self.whole.get(text.strip(_EDGE)) if len(text) < 80 else None
        if found or line.words > LONGEST:
            return found
        return self._prefix(text, line) or self._pattern(text)

    def _prefix(self, text: str, line: Line) -> Marker | None:
        first = _FIRST.match(text)
        if first is None:
            return None
        bare = text[first.start(1) :]
        for marker in self.prefixes.get(first[1], ()):
            phrase = marker.phrase.casefold()
            whole = bare.startswith(phrase) and not bare[len(phrase) : len(phrase) + 1].isalpha()
            if whole and (phrase.endswith(":") or line.words <= LONGEST_PREFIX):
                return marker
        return None

    def _pattern(self, text: str) -> Marker | None:
        if not (self.opening.match(text) or self.inside.search(text)):
            return None
        return next((marker for pattern, marker in self.patterns if pattern.search(text)), None)


@functools.lru_cache(maxsize=4)
def markers(lexicon: Lexicon) -> Markers:
    """Return the markers of `lexicon`, sorted once."""
    prefixes: dict[str, list[Marker]] = defaultdict(list)
    for row in lexicon.markers:
        if row.match == "prefix" and (first := _FIRST.match(row.phrase.casefold())):
            prefixes[first[1]].append(row)
    return Markers(
        {row.phrase.casefold().strip(_EDGE): row for row in lexicon.markers if row.match == "whole"},
        {first: tuple(sorted(rows, key=lambda row: -len(row.phrase))) for first, rows in prefixes.items()},
        tuple((re.compile(row.phrase), row) for row in lexicon.markers if row.match == "regex"),
        _any_of(row.phrase for row in lexicon.markers if row.match == "regex" and row.phrase.startswith("^")),
        _any_of(row.phrase for row in lexicon.markers if row.match == "regex" and not row.phrase.startswith("^")),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases) or r"(?!)")
