"""Finds time expressions in English news and gives them TIMEX3 values and calendar days.

The rules stand in `dates_numeric` and `dates_rules` (days of the calendar), `dates_months`, `dates_weekdays`,
`dates_years`, `dates_relative` and `dates_counted` (what leans on another day), `dates_clock` and `dates_durations`;
`dates_tense` tells whether a bare weekday or month lies ahead.  Without an anchor a relative expression keeps its place
and an underspecified value (`XXXX-WXX-5` for Friday): never a false day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from secondsource.records import TimeKind
from secondsource.text import (
    dates_clock,
    dates_counted,
    dates_durations,
    dates_months,
    dates_numeric,
    dates_relative,
    dates_rules,
    dates_weekdays,
    dates_years,
)
from secondsource.text.dates_calendar import days
from secondsource.text.dates_clock import UNBOUND
from secondsource.text.dates_reading import Reading, TimeMatch, Values
from secondsource.text.dates_tense import tense
from secondsource.text.dates_words import LETTERS, sort
from secondsource.text.lattice import OTHER, Lattice, lattice, listed, pattern

__all__ = ["TimeMatch", "on_day", "reported_days", "times"]

_TABLE = (
    *dates_numeric.RULES,
    *dates_rules.RULES,
    *dates_months.RULES,
    *dates_weekdays.RULES,
    *dates_counted.RULES,
    *dates_relative.RULES,
    *dates_years.RULES,
    *dates_clock.RULES,
    *dates_durations.RULES,
)
Rule = tuple[re.Pattern[str], Callable[[Reading], Values], TimeKind]
_RULES: tuple[Rule, ...] = tuple(
    (pattern(rule, LETTERS), function, kind)  # type: ignore[misc]
    for rule, function, kind in _TABLE
)
_NEVER_FIRST = re.escape(OTHER + LETTERS["comma"] + LETTERS["dot"] + LETTERS["of"] + LETTERS["to"] + LETTERS["and"])
_ANY = re.compile(f"(?=[^{_NEVER_FIRST}])(?:{'|'.join(f'(?:{rule.pattern})' for rule, _, _ in _RULES)})")
_FULL = pattern("month dot? num suffix? comma? year|num suffix? of? month dot? comma? year", LETTERS)
_BESIDE = 24
"""Characters between a clock time and the day that belongs to it, fewer than this."""
_YEARLY = re.compile(r"XXXX-\d\d-\d\d")
_MANY, _SPARSE = 8, 300
"""Years that make a history, at least, and words for each year, at most (WikiWars: 59 to 213)."""
_NEAR_WORDS = listed("said says told tells added adds today yesterday tomorrow now ago")
_NEAR_UNITS = pattern("(last|this|next) unit", LETTERS)
_LIVED = 0.4
"""Words of speech and of the day for each year, from which on a text is news that looks back (WikiWars: up to 0.33)."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for all of a text: its day, whether it tells a history, whether its figures put the day first."""

    anchor: dt.date | None
    told: bool
    day_first: bool | None


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
    line = _following(lattice(text, start, len(text) if end is None else end, sort))
    setting = _Setting(anchor, _history(line, anchor), dates_numeric.day_first(line))
    found: list[TimeMatch] = []
    at = 0
    while hit := _ANY.search(line.sorts, at):
        match, at = _read(line, hit.start(), setting, found)
        if match:
            found.append(match)
    return [_bound(text, found, at) for at in range(len(found))]


def _following(line: Lattice) -> Lattice:
    """Take "following" for the next of its kind only after "the": "Following Monday's vote" looks back."""
    at = [index for index, word in enumerate(line.words) if word == "following" and line.word(index - 1) != "the"]
    sorts = list(line.sorts)
    for index in at:
        sorts[index] = OTHER
    return replace(line, sorts="".join(sorts)) if at else line


def reported_days(text: str, *, start: int, end: int) -> list[dt.date]:
    """Return the days that `text[start:end]` spells out with their year and tells as past, in order, repeats too."""
    line = lattice(text, start, end, sort)
    places = [hit.span() for hit in _FULL.finditer(line.sorts) if tense(line, hit.start()) == "behind"]
    found = [times(text, start=line.starts[first], end=line.ends[last - 1], anchor=None) for first, last in places]
    return [match.begin for matches in found for match in matches[:1] if match.begin]


def _bound(text: str, found: list[TimeMatch], at: int) -> TimeMatch:
    """Give a clock time the day that stands right beside it: `9:15 a.m. (0615 GMT) Friday`, `Nov. 6 at 5 p.m.`."""
    match = found[at]
    if not match.value.startswith(UNBOUND):
        return match
    days_beside = [other for other in found[max(0, at - 1) : at + 3] if other.begin and other.begin == other.end_day]
    other = min(days_beside, key=lambda day: _apart(text, match, day), default=None)
    between = _between(text, match, other) if other else ""
    named = match.value != UNBOUND or between.strip() in {"", ",", ", on", "on"}  # three days later, on March 8
    if other is None or len(between) >= _BESIDE or "." in between or not named:
        return match
    return on_day(_in_half(match, text[other.start : other.end]), other.begin)


def _in_half(match: TimeMatch, day: str) -> TimeMatch:
    """Choose between the two halves of the day by what stands beside it: `6 o'clock this afternoon`."""
    last = day.lower().split()[-1]
    if len(match.readings) != 2 or last not in _HALVES:
        return match
    return replace(match, value=match.readings[_HALVES[last]], readings=())


_HALVES = {"morning": 0, "afternoon": 1, "evening": 1, "night": 1, "tonight": 1}


def on_day(match: TimeMatch, day: dt.date | None) -> TimeMatch:
    """Give a clock time, with all its readings, the day on which it struck."""
    if day is None:
        return match
    readings = tuple(f"{day.isoformat()}{value[10:]}" for value in match.readings)
    return replace(match, value=f"{day.isoformat()}{match.value[10:]}", begin=day, end_day=day, readings=readings)


def _apart(text: str, one: TimeMatch, other: TimeMatch) -> tuple[int, int]:
    """Return how far apart two expressions stand: lines first, then characters."""
    between = _between(text, one, other)
    return between.count("\n"), len(between)


def _between(text: str, one: TimeMatch, other: TimeMatch) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _history(line: Lattice, anchor: dt.date | None) -> bool:
    """Tell whether the text tells a history: dense with years before the anchor, nearly without weekdays and speech.

    Source: WikiWars, where bare months belong to the year named last; news, where they belong to the anchor.
    """
    years = [int(line.words[at]) for at, letter in enumerate(line.sorts) if letter == LETTERS["year"]]
    old = line.sorts.count(LETTERS["antique"])
    count = len(years) + old
    if anchor is None or count < _MANY or count * _SPARSE < len(line):
        return False
    if sum(year < anchor.year for year in years) + old < 0.8 * count:
        return False
    near = sum(map(line.words.count, _NEAR_WORDS)) + len(_NEAR_UNITS.findall(line.sorts))
    return line.sorts.count(LETTERS["weekday"]) * _MANY < count and near < _LIVED * count


def _read(line: Lattice, at: int, setting: _Setting, before: list[TimeMatch]) -> tuple[TimeMatch | None, int]:
    """Return the longest expression that begins at word `at`, and the word to go on from."""
    hits = [(hit.end(), -index) for index, rule in enumerate(_RULES) if (hit := rule[0].match(line.sorts, at))]
    for last, index in sorted(hits, reverse=True):
        _, function, kind = _RULES[-index]
        reading = Reading(line, at, last, setting.anchor, before, setting.told, setting.day_first)
        values = _values(function, reading) if last > at else ()
        if values:
            return _match(line, (at, last), (values, kind), setting.anchor), last
    return None, at + 1


def _values(function: Callable[[Reading], Values], reading: Reading) -> tuple[str, ...]:
    """Return what a rule makes of its place; a day outside the calendar (31 February, year 10,000) is none."""
    try:
        found = function(reading)
    except (ValueError, OverflowError):
        return ()
    return (found,) if isinstance(found, str) else found or ()


def _match(
    line: Lattice, words: tuple[int, int], read: tuple[tuple[str, ...], TimeKind], anchor: dt.date | None
) -> TimeMatch:
    values, kind = read
    value = values[0]
    begin, end_day = days(value) or (None, None)
    if kind == "date" and value[0] == "P" and value[1] not in "AR":
        kind = "duration"
    if begin and end_day and kind == "date":
        begin, end_day = _narrowed(begin, end_day, line.words[words[0] : words[1]])
    if anchor and kind == "set" and _YEARLY.fullmatch(value):
        begin = end_day = _next(value, anchor)
    readings = values if len(values) > 1 else ()
    return TimeMatch(line.starts[words[0]], line.ends[words[1] - 1], value, kind, begin, end_day, readings)


def _narrowed(begin: dt.date, end_day: dt.date, words: list[str]) -> tuple[dt.date, dt.date]:
    """Narrow a month or more to its first half for "early", its second half for "late"."""
    middle = begin + (end_day - begin) // 2
    if (end_day - begin).days < 27 or not {"early", "late"} & set(words):
        return begin, end_day
    return (begin, middle) if "early" in words else (middle + dt.timedelta(1), end_day)


def _next(value: str, anchor: dt.date) -> dt.date | None:
    """Return the next occurrence of a yearly day, on the anchor or after it."""
    found = [days(f"{anchor.year + shift:04d}{value[4:]}") for shift in (0, 1)]
    return next((day[0] for day in found if day and day[0] >= anchor), None)
