"""Finds the markers of page furniture in a line, from the table `markers`."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
class _Patterns:
    """Patterns of the table in its order, and one that fits what any of them fits."""

    rows: tuple[tuple[re.Pattern[str], Marker], ...]
    gate: re.Pattern[str]
    signs: tuple[str, ...] = ()

    def may_fit(self, text: str) -> bool:
        """Tell whether the text holds a sign of those that each pattern but those of the gate cannot be without."""
        return any(map(text.__contains__, self.signs)) or self.gate.search(text) is not None

    def find(self, text: str) -> Marker | None:
        return next((marker for pattern, marker in self.rows if pattern.search(text)), None)


@dataclass(frozen=True, slots=True, eq=False)
class Markers:
    """The table, sorted for look-up by whole line, by first word, and as patterns.

    `every` holds all patterns, with the gate of those that fit from the start of a line; `inside` the others.
    """

    whole: Mapping[str, Marker]
    prefixes: Mapping[str, tuple[Marker, ...]]
    every: _Patterns
    inside: _Patterns

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
        if self.every.gate.match(text):
            return self.every.find(text)
        return self.inside.find(text) if self.inside.may_fit(text) else None


@functools.lru_cache(maxsize=4)
def markers(lexicon: Lexicon) -> Markers:
    """Return the markers of `lexicon`, sorted once."""
    prefixes: dict[str, list[Marker]] = defaultdict(list)
    for row in lexicon.markers:
        if row.match == "prefix" and (first := _FIRST.match(row.phrase.casefold())):
            prefixes[first[1]].append(row)
    patterns = [row for row in lexicon.markers if row.match == "regex"]
    return Markers(
        {row.phrase.casefold().strip(_EDGE): row for row in lexicon.markers if row.match == "whole"},
        {first: tuple(sorted(rows, key=lambda row: -len(row.phrase))) for first, rows in prefixes.items()},
        _Patterns(_compiled(patterns), _any_of(row.phrase for row in patterns if row.phrase.startswith("^"))),
        _inside([row for row in patterns if not row.phrase.startswith("^")]),
    )


def _compiled(rows: Iterable[Marker]) -> tuple[tuple[re.Pattern[str], Marker], ...]:
    return tuple((re.compile(row.phrase), row) for row in rows)


def _inside(rows: Sequence[Marker]) -> _Patterns:
    """Return the patterns that may fit further on in a line, with the words that they cannot be without as signs."""
    signs = {row.phrase: _essential(row.phrase) for row in rows}
    gate = _any_of(phrase for phrase, sign in signs.items() if not sign)
    return _Patterns(_compiled(rows), gate, tuple(dict.fromkeys(filter(None, signs.values()))))


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
