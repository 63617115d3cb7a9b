"""Finds time expressions in English news and gives them TIMEX3 values and calendar days.

The rules stand in `dates_rules` (calendar dates), `dates_relative` (what leans on another day) and `dates_durations`;
`dates_tense` tells whether a bare weekday lies ahead.  Without an anchor a relative expression keeps its place and an
underspecified value (`XXXX-WXX-5` for Friday): never a false day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from secondsource.records import TimeKind
from secondsource.text import dates_durations, dates_relative, dates_rules
from secondsource.text.dates_calendar import days
from secondsource.text.dates_reading import Reading, TimeMatch
from secondsource.text.dates_words import LETTERS, sort
from secondsource.text.lattice import Lattice, lattice, pattern

__all__ = ["TimeMatch", "times"]

Rule = tuple[re.Pattern[str], Callable[[Reading], str | None], TimeKind]
_RULES: tuple[Rule, ...] = tuple(
    (pattern(rule, LETTERS), function, kind)  # type: ignore[misc]
    for rule, function, kind in (*dates_rules.RULES, *dates_relative.RULES, *dates_durations.RULES)
)
_ANY = re.compile("|".join(f"(?:{rule.pattern})" for rule, _, _ in _RULES))
_CROSSES = re.compile(r"\n\s*\n")


def times(text: str, *, start: int = 0, end: int | None = None, anchor: dt.date | None) -> list[TimeMatch]:
    """Return the time expressions of `text[start:end]` in order, without overlap.

    Args:
        text: any text.
        start: first code point to read.
        end: code point to stop before, None for the end of the text.
        anchor: the day on which the text was written, None for unknown.

    Returns:
        Bare expressions (no preposition, no possessive "'s") as half-open code point offsets into the whole text.

    Source: TIMEX3 as in TempEval-3; weekdays by the rule of `dates_tense`.
    """
    line = lattice(text, start, len(text) if end is None else end, sort)
    found: list[TimeMatch] = []
    at = 0
    while hit := _ANY.search(line.sorts, at):
        match, at = _read(line, hit.start(), anchor, found)
        if match:
            found.append(match)
    return found


def _read(line: Lattice, at: int, anchor: dt.date | None, before: list[TimeMatch]) -> tuple[TimeMatch | None, int]:
    """Return the longest expression that begins at word `at`, and the word to go on from."""
    hits = [(hit.end(), -index) for index, rule in enumerate(_RULES) if (hit := rule[0].match(line.sorts, at))]
    for last, index in sorted(hits, reverse=True):
        _, function, kind = _RULES[-index]
        value = function(Reading(line, at, last, anchor, before)) if last > at else None
        if value:
            return _match(line, (at, last), value, kind), last
    return None, at + 1


def _match(line: Lattice, words: tuple[int, int], value: str, kind: TimeKind) -> TimeMatch:
    span = days(value)
    begin, end_day = span or (None, None)
    return TimeMatch(line.starts[words[0]], line.ends[words[1] - 1], value, kind, begin, end_day)
