"""Blocks that a marker opens (`Highlights`, `You may be interested`, `Leave a comment`), and where the article goes on.

Unrelated stories on a page are fluent prose, so no measure of line quality finds them; only structure does.  Below a
marker the article goes on where running text comes that takes up names of the article above (the re-entry test).
"""

from __future__ import annotations

import re

from secondsource.ingest import teasers
from secondsource.ingest.layout import Label, Page
from secondsource.ingest.lines import READ, WORD

_NAME = re.compile(r"(?<![.!?:“\"]\s)(?<!^)\b[^\W\d_a-zß-öø-ÿ][\w’'-]{2,}")
_WINDOW = 3
"""Paragraphs of running text whose names are weighed together: one quotation alone may hold none."""
_TESTS = ((0.5, 3, 1), (0.5, 2, 2), (0.34, 2, 2))
"""Share of the names below a marker that the article above must hold, how many at least, over how many paragraphs."""
_WORD_SHARE = 0.18
"""Share of names and long words that an unbroken run of three paragraphs must take up instead.

Source: measured below the markers of 99 pasted pages: interrupted articles share .18 to .5, other stories under .17.
"""
ENOUGH = 40
"""Words of running text above a marker from which an article can have ended there."""
_MOST_ITEMS = 8
"""Items that a digest's list without bullets may have."""


def block_labels(page: Page) -> dict[int, Label]:
    """Return the labels of all lines that stand in a block, by index of the line; a digest's own label is furniture."""
    labels: dict[int, Label] = {}
    index = 0
    while index < len(page):
        mark = page.marks[index]
        if mark is None or mark.reach != "block":
            index += 1
            continue
        if mark.kind == "highlight":
            labels[index] = Label("boilerplate", "section-label")
        end = _highlight_end(page, index) if mark.kind == "highlight" else _block_end(page, index, labels)
        for inside in range(index + 1, end):
            labels[inside] = _member(page, inside, index)
        index = max(end, index + 1)
    return labels


def names(text: str) -> set[str]:
    """Return the capitalised words of `text` that do not start a sentence, three letters or longer."""
    return {match[0].rstrip("’'").removesuffix("’s").removesuffix("'s") for match in _NAME.finditer(text[: 4 * READ])}


def _member(page: Page, index: int, opener: int) -> Label:
    kind = page.marks[opener].kind  # type: ignore[union-attr]
    mark = page.marks[index]
    if kind != "highlight" and mark and mark.kind in {"comment", "boilerplate", "teaser", "related"}:
        return Label(mark.kind, mark.rule)
    if kind != "related":
        return Label(kind, f"in-{kind}")
    if mark and mark.stamp:
        return Label("teaser", "teaser-byline")
    snippet = teasers.is_cut_off(page.lines[index].text)
    return Label("related", "other-story") if page.prose(index) and not snippet else Label("teaser", "in-related")


def _highlight_end(page: Page, opener: int) -> int:
    """Return where a digest's list ends: at its closing label, after its bullets, or at a blank line."""
    for index in range(opener + 1, len(page)):
        mark, line = page.marks[index], page.lines[index]
        if mark and mark.reach != "line":
            return index
        items = index - opener - 1
        if items and not line.bulleted:
            listed = page.lines[opener + 1].bulleted
            if listed or line.after_blank or items >= _MOST_ITEMS:
                return index
    return len(page)


def _block_end(page: Page, opener: int, labels: dict[int, Label]) -> int:
    above = _article_above(page, opener, labels)
    closed = page.marks[opener].kind == "comment" and bool(above)  # type: ignore[union-attr]
    for index in range(opener + 1, len(page)):
        mark = page.marks[index]
        if mark and mark.reach != "line":
            return index
        if closed or not page.prose(index):
            continue
        if (above and goes_on(page, index, above)) or (not above and _starts(page, index)):
            between = range(opener + 1, index)
            return opener + 1 if above and all(page.prose(i) for i in between) else index
    return len(page)


def _article_above(page: Page, opener: int, labels: dict[int, Label]) -> list[int]:
    """Return the running text above a marker, if it is enough to be the article; menus hold a sentence or two."""
    above = [i for i in range(opener) if i not in labels and page.prose(i)]
    return above if sum(page.lines[i].words for i in above) >= ENOUGH else []


def goes_on(page: Page, index: int, above: list[int]) -> bool:
    """The re-entry test: the next paragraphs take up names of the article, and are no snippets of teasers."""
    below = [i for i in range(index, min(len(page), index + 2 * _WINDOW)) if page.prose(i)][:_WINDOW]
    if _is_snippet(page, index):
        return False
    known = _names_in(page, above)
    found = _names_in(page, below) | (_capitals_in(page, below) & known)
    shared, run = len(found & known), _run(page, index)
    for share, least, length in _TESTS:
        if shared >= max(least, share * len(found)) and run >= length:
            return True
    words, known_words = _words_in(page, below), _words_in(page, above)
    alike = shared + len(words & known_words)
    return run >= _WINDOW and alike >= _WORD_SHARE * (len(found) + len(words))


def _capitals_in(page: Page, indices: list[int]) -> set[str]:
    return {
        match[0] for i in indices for match in WORD.finditer(page.lines[i].text[: 4 * READ]) if match[0][0].isupper()
    }


def _names_in(page: Page, indices: list[int]) -> set[str]:
    return set[str]().union(*(names(page.lines[i].text) for i in indices))


def _words_in(page: Page, indices: list[int]) -> set[str]:
    texts = (page.lines[i].text[: 4 * READ] for i in indices)
    return {match[0].casefold() for text in texts for match in WORD.finditer(text) if len(match[0]) >= 5}


def _run(page: Page, index: int) -> int:
    """Return how many lines of running text follow one another from `index` on, at most `_WINDOW`."""
    end = index
    while end < min(len(page), index + _WINDOW) and page.prose(end):
        end += 1
    return end - index


def _starts(page: Page, index: int) -> bool:
    """Tell whether the article starts here, below a block in the head: at a dateline, or two paragraphs in a row."""
    if index in page.datelines:
        return True
    after = index + 1
    return not _is_snippet(page, index) and after < len(page) and page.prose(after) and not _is_snippet(page, after)


def _is_snippet(page: Page, index: int) -> bool:
    if teasers.is_cut_off(page.lines[index].text):
        return True
    after = page.marks[index + 1] if index + 1 < len(page) else None
    return after is not None and (after.kind == "teaser" or after.stamp is not None)
