"""The re-entry test: whether running text below a marker, or below a list of links, is the same article going on.

What goes on takes up the names and words of the article above; another story, however fluent, brings its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from secondsource.ingest import teasers
from secondsource.ingest.layout import Page
from secondsource.ingest.lines import READ, WORD
from secondsource.ingest.stamps import MONTHS

_NAME = re.compile(r"(?<![.!?:“\"]\s)(?<!^)\b[^\W\d_a-zß-öø-ÿ][\w’'-]{2,}")
_WINDOW = 5
"""Paragraphs whose names and words are weighed together: one quotation alone may hold none."""
_LEAST = {1: 0.6, 2: 0.42, 3: 0.33}
"""Sum of two shares (of names, and of long words, that the article above holds) from which an unbroken run of one, two,
or three and more paragraphs is the article going on.

Source: measured on 1,200 articles cut in two and as many pairs of different stories of one subject: of runs of five
paragraphs two thirds of the first are let in and 9 % of the second; of single paragraphs a third and 3 %.
"""
_STEM = 6
"""Letters by which words are compared: enough to join the forms of one word."""
_DAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def goes_on(page: Page, index: int, above: Sequence[int]) -> bool:
    """Tell whether the article in the lines `above` goes on at line `index`, which is running text."""
    if is_snippet(page, index):
        return False
    run = _run(page, index)
    before, after = _text(page, above), _text(page, run)
    known = _names(before)
    names = _names(after) | (_capitals(after) & known)
    known_words, words = _words(before), _words(after)
    alike = len(names & known) / (len(names) + 1) + len(words & known_words) / (len(words) + 1)
    return alike >= _LEAST[min(len(run), 3)]


def is_snippet(page: Page, index: int) -> bool:
    """Tell whether a paragraph belongs to a teaser: it breaks off, or a teaser's byline stands below it."""
    if teasers.is_cut_off(page.lines[index].text):
        return True
    after = page.marks[index + 1] if index + 1 < len(page) else None
    return after is not None and (after.kind == "teaser" or after.stamp is not None)


def _run(page: Page, index: int) -> list[int]:
    """Return the lines of running text that follow one another from `index` on, at most `_WINDOW`."""
    end = index
    while end < min(len(page), index + _WINDOW) and page.prose(end):
        end += 1
    return list(range(index, end))


def _text(page: Page, indices: Iterable[int]) -> str:
    return "\n".join(page.lines[index].text[: 4 * READ] for index in indices)


def _names(text: str) -> set[str]:
    """Return the capitalised words that do not start a sentence, without days and months."""
    found = {name.rstrip("’'").removesuffix("’s").removesuffix("'s") for name in _NAME.findall(text)}
    return {name for name in found if name not in _DAYS and name.casefold() not in MONTHS}


def _capitals(text: str) -> set[str]:
    return {word for word in WORD.findall(text) if word[0].isupper()}


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in WORD.findall(text) if len(word) >= 5 and word[0].islower()}
