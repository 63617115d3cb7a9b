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
_GROUP = re.compile(r"\((?:\?:)?[^()]*\)(?:[?*+]|\{[^}]*\})?")
_LOOSE = re.compile(r".(?:[?*+]|\{[^}]*\})|[.^$]|\\.")
"""What in a pattern outside its groups stands for no certain letter."""
_TELLING = 5
"""Letters of words by which to look for a pattern; fewer stand in most lines."""
_FIRST = re.compile(r"\W*(\w+)")
LONGEST_PREFIX = 45
"""Words of a line that a prefix without a colon may still claim; a longer line is running text."""
LONGEST = 75
"""Words of a line that any start or pattern may still claim; consent texts are the longest furniture."""


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """A pattern of the table with its marker; `sign` are words that it cannot be without, where it is found by them."""

    pattern: re.Pattern[str]
    marker: Marker
    sign: str
    from_start: bool

    def may_fit(self, text: str, *, started: bool) -> bool:
        """Tell whether the text holds what the pattern cannot be without; `started` says what the start gate does."""
        return self.sign in text if self.sign else started or not self.from_start


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The patterns of the table in its order, behind quick searches for what they cannot be without.

    `signs` are words; `start` and `anywhere` fit whatever one of the patterns without such words fits, at the start of
    a line or further on.
    """

    rows: tuple[_Row, ...]
    signs: tuple[str, ...]
    start: re.Pattern[str]
    anywhere: re.Pattern[str]

    def find(self, text: str) -> Marker | None:
        """Return the marker of the first pattern that fits."""
        started = self.start.match(text) is not None
        if not (started or any(map(text.__contains__, self.signs)) or self.anywhere.search(text)):
            return None
        fitting = (row for row in self.rows if row.may_fit(text, started=started) and row.pattern.search(text))
        return next((row.marker for row in fitting), None)


@dataclass(frozen=True, slots=True, eq=False)
class Markers:
    """The table, sorted for look-up by whole line, by first word, and as patterns."""

    whole: Mapping[str, Marker]
    prefixes: Mapping[str, tuple[Marker, ...]]
    patterns: Patterns

    def find(self, line: Line) -> Marker | None:
        """Return the marker that `line` is, or starts with, or fits; None for anything else."""
        text = line.text[:READ].replace("’", "'").casefold()
        found = self.whole.get(text.strip(_EDGE)) if len(text) < 80 else None
        if found or line.words > LONGEST:
            return found
        return self._prefix(text, line) or self.patterns.find(text)

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
        _patterns([row for row in lexicon.markers if row.match == "regex"]),
    )


def _patterns(markers: Iterable[Marker]) -> Patterns:
    rows = tuple(_Row(re.compile(row.phrase), row, _sign(row.phrase), row.phrase.startswith("^")) for row in markers)
    bare = [row for row in rows if not row.sign]
    return Patterns(
        rows,
        tuple(dict.fromkeys(row.sign for row in rows if row.sign)),
        _any_of(row.marker.phrase for row in bare if row.from_start),
        _any_of(row.marker.phrase for row in bare if not row.from_start),
    )


def _sign(phrase: str) -> str:
    """Return the words by which to look for a pattern; one that begins with its own words fails at the first letter."""
    return "" if re.match(r"\^(?![\[.])", phrase) else _essential(phrase)


def _essential(phrase: str) -> str:
    r"""Return the longest words that what `phrase` fits cannot be without, or an empty string.

    >>> _essential(r"\b(?:we|site)\b.{0,40}\buses? cookies\b")
    ' cookies'
    """
    bare = re.sub(r"\[[^\]]*\]|\\[bdsw]", "\0", phrase, flags=re.IGNORECASE)
    while (without := _GROUP.sub("\0", bare)) != bare:
        bare = without
    words = max(_LOOSE.sub("\0", bare).split("\0"), key=len)
    return words if len(words) >= _TELLING and "|" not in bare else ""


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases) or r"(?!)")
