"""Blocks that a marker opens (`Highlights`, `You may be interested`, `Leave a comment`), and where the article goes on.

Unrelated stories on a page are fluent prose, so no measure of line quality finds them; only structure does.  Below a
marker the article goes on where running text comes that takes up names of the article above (the re-entry test).
"""

from __future__ import annotations

from secondsource.ingest import teasers
from secondsource.ingest.layout import Label, Page
from secondsource.ingest.reentry import goes_on, is_snippet

ENOUGH = 40
"""Words of running text above a marker from which an article can have ended there."""
_MOST_ITEMS = 8
"""Items that a digest's list without bullets may have."""


def block_labels(page: Page, *, cut_out: bool = False) -> dict[int, Label]:
    """Return the labels of the lines that stand in a block, by index of the line; a digest's own label is furniture.

    In a text that was `cut_out` of its page before, a marker right above running text has lost its list.
    """
    labels: dict[int, Label] = {}
    index = 0
    while index < len(page):
        mark = page.marks[index]
        if mark is None or mark.reach != "block" or (cut_out and _lost_its_list(page, index)):
            index += 1
            continue
        if mark.kind == "highlight":
            labels[index] = Label("boilerplate", "section-label")
        end = _highlight_end(page, index) if mark.kind == "highlight" else _block_end(page, index, labels)
        for inside in range(index + 1, end):
            labels[inside] = _member(page, inside, index)
        index = max(end, index + 1)
    return labels


def _lost_its_list(page: Page, opener: int) -> bool:
    after = opener + 1
    related = page.marks[opener].kind == "related"  # type: ignore[union-attr]
    return related and after < len(page) and page.prose(after) and not is_snippet(page, after)


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
        starts_run = index == opener + 1 or not page.prose(index - 1)
        if (above and starts_run and goes_on(page, index, above)) or (not above and _starts(page, index)):
            return index
    return len(page)


def _article_above(page: Page, opener: int, labels: dict[int, Label]) -> list[int]:
    """Return the running text above a marker, if it is enough to be the article; menus hold a sentence or two."""
    above = [i for i in range(opener) if i not in labels and page.prose(i)]
    return above if sum(page.lines[i].words for i in above) >= ENOUGH else []


def _starts(page: Page, index: int) -> bool:
    """Tell whether the article starts here, below a block in the head: at a dateline, or two paragraphs in a row."""
    if index in page.datelines:
        return True
    after = index + 1
    return not is_snippet(page, index) and after < len(page) and page.prose(after) and not is_snippet(page, after)
