"""One place where a date rule fits, with what a rule needs to give it a value."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.records import TimeKind
from secondsource.text.dates_tense import leads
from secondsource.text.dates_words import LETTERS
from secondsource.text.lattice import Lattice, pattern
from secondsource.text.numbers import number

_COMING = pattern(
    "(num suffix?)? (and|to|dash|slash|or) the? early? dash? (month|season) dot? (num suffix? comma?)? of? year",
    LETTERS,
)


_RECALL = 200
"""Expressions that are looked back over."""
_SEASON, _TURN = 100, 8
"""Days that are longer than any season; months by which a month lies back in a history that is in the next year."""
Values = str | tuple[str, ...] | None
"""What a rule makes of its place: a value, the values that it can mean (likeliest first), or nothing."""


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time expression in a text.

    Attributes:
        start, end: half-open code points of the bare expression, without preposition or possessive.
        value: TIMEX3 value, with X for what is not known (`XXXX-WXX-5` for Friday where no day is given).
        kind: date, time, duration or set.
        readings: the values that the words can mean, likeliest first, where there are several; `value` is the first.
        begin, end_day: first and last calendar day it can mean, both inclusive, None where unknown.
    """

    start: int
    end: int
    value: str
    kind: TimeKind
    begin: dt.date | None = None
    end_day: dt.date | None = None
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Words `first` to `last` (exclusive) of `line`, read on the day `anchor`, after the expressions `before`.

    `told` says that the text tells a history, whose bare months and days belong to the year named last; `day_first`
    that its dates in figures put the day before the month (None where they do not show it).
    """

    line: Lattice
    first: int
    last: int
    anchor: dt.date | None
    before: Sequence[TimeMatch]
    told: bool = False
    day_first: bool | None = None

    def day(self) -> dt.date | None:
        """Return the day to read from: in a history (`told`) the day that it has reached, else the anchor.

        A day, month or season moves a history on; a year only where it leads its sentence: "It had been planned for
        1976" looks aside.
        """
        if self.told:
            for match in reversed(self.before[-_RECALL:]):
                if match.value.startswith("BC"):
                    return None
                if match.begin and match.end_day and match.kind == "date" and self._moves(match):
                    return match.begin
        return self.anchor

    def _moves(self, match: TimeMatch) -> bool:
        length = (match.end_day - match.begin).days if match.begin and match.end_day else 0
        return length < _SEASON or leads(self.line, bisect_left(self.line.starts, match.start))

    def coming_year(self) -> int | None:
        """Return the year that stands after this place and the next month or season: "between March and May 2023"."""
        ahead = _COMING.match(self.line.sorts, self.last)
        return int(self.line.word(ahead.end() - 1)) if ahead else None

    def all(self, name: str) -> list[str]:
        """Return the words of sort `name` in this place, in order, in lower case."""
        letters = LETTERS[name]
        line = self.line
        return [line.words[at] for at in range(self.first, self.last) if line.sorts[at] in letters]

    def one(self, name: str) -> str:
        """Return the first word of sort `name` in this place, "" where there is none."""
        return next(iter(self.all(name)), "")

    def has(self, name: str) -> bool:
        """Tell whether a word of sort `name` stands in this place."""
        return bool(self.all(name))

    def count(self) -> float | None:
        """Return the number that stands in this place, in figures or words; `a` is one, `couple` two."""
        names = LETTERS["number"] + LETTERS["thousand"] + LETTERS["half"] + LETTERS["year"]
        at = [index for index in range(self.first, self.last) if self.line.sorts[index] in names]
        words = [self.line.words[index] for index in at]
        if not words:
            return 2.0 if self.has("few") else 1.0 if self.has("a") or self.has("the") else None
        return number(words)

    def count_before_and(self) -> float | None:
        """Return the number before "and" in this place: two in "two and a half"."""
        words = self.all("num") + self.all("cardinal")
        return number(words) if words else 1.0

    def last_day(self) -> dt.date | None:
        """Return the day of the nearest expression before this place that names one, None where none does."""
        for match in reversed(self.before):
            if match.begin and match.begin == match.end_day:
                return match.begin
        return None


def told_year(day: dt.date, month: int) -> int:
    """Return the year of `month` in a history that has reached `day`: the next one where it lies far back."""
    return day.year + (month < day.month - _TURN)


def several(*values: str | None) -> tuple[str, ...]:
    """Return the values that are any, each once, in their order."""
    return tuple(dict.fromkeys(value for value in values if value))
