"""The section grammar: labels every line of a page, and deletes nothing.

A page is read as head, body and tail.  Marks of single lines come first, then the blocks that markers open, then the
body among the lines left over; what stands above it is the head, what is left below it furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.ingest import teasers
from secondsource.ingest.blocks import block_labels
from secondsource.ingest.bodies import body_region
from secondsource.ingest.datelines import Dateline
from secondsource.ingest.heads import head_labels
from secondsource.ingest.layout import Label, Page, Part, read_page
from secondsource.ingest.marks import Mark, Reader

_LONE_BODY = 8
"""Words from which a text of one line without a final mark is an article and no headline."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A labelled page.

    Attributes:
        parts: cover every non-blank character, in order, without overlap.
        body: index of the first line of the body, or None for a page without one.
        dateline: of the body, if it has one.
        page: the lines, for those who read what head and tail say.
    """

    parts: tuple[Part, ...]
    page: Page
    labels: tuple[Label, ...]
    body: int | None
    dateline: Dateline | None


def lay_out(text: str, reader: Reader, *, title: str | None = None, cut_out: bool = False) -> Layout:
    """Label every line of `text`.

    Args:
        text: the page.
        reader: reads single lines.
        title: the headline where it is known from elsewhere; then only a line that repeats it is one.
        cut_out: whether `text` was taken out of its page before (a record, a feed); then one short line may be body.
    """
    page = read_page(text, reader)
    labels = block_labels(page, cut_out=cut_out)
    region = body_region(page, labels, cut_out=cut_out) or _lone(page, labels, cut_out=cut_out)
    if region is None:
        labels |= head_labels(page, labels, len(page), title)
    else:
        labels |= head_labels(page, labels, region[0], title)
        labels |= _body_labels(page, labels, region)
        labels |= _tail_labels(page, labels, region[1])
    whole = tuple(
        labels.get(i) or Label(mark.kind, mark.rule) if (mark := page.marks[i]) else labels[i] for i in range(len(page))
    )
    start = region[0] if region else None
    return Layout(
        tuple(_parts(page, whole)), page, whole, start, page.datelines.get(start) if start is not None else None
    )


def _lone(page: Page, labels: dict[int, Label], *, cut_out: bool) -> tuple[int, int] | None:
    free = [i for i in range(len(page)) if i not in labels and page.marks[i] is None]
    if cut_out and free:
        return free[0], free[-1] + 1
    alone = len(page) == 1 and free and page.lines[0].words >= _LONE_BODY
    return (0, 1) if alone else None


def _body_labels(page: Page, labels: dict[int, Label], region: tuple[int, int]) -> dict[int, Label]:
    free = [i for i in range(*region) if i not in labels and page.marks[i] is None]
    return {i: Label("body", "running-text" if page.lines[i].prose else "in-body") for i in free}


def _tail_labels(page: Page, labels: dict[int, Label], end: int) -> dict[int, Label]:
    found: dict[int, Label] = {}
    for i in range(end, len(page)):
        if i in labels or page.marks[i] is not None:
            continue
        after = page.marks[i + 1] if i + 1 < len(page) else None
        teased = teasers.is_cut_off(page.lines[i].text) or (after and (after.kind == "teaser" or after.stamp))
        found[i] = Label("teaser", "tail-teaser") if teased else Label("boilerplate", "tail")
    return found


def _parts(page: Page, labels: tuple[Label, ...]) -> Iterator[Part]:
    for i, (line, label) in enumerate(zip(page.lines, labels, strict=True)):
        mark, dateline = page.marks[i], page.datelines.get(i)
        if dateline and label.kind == "body":
            cut = line.start + dateline.end
            yield Part(line.start, cut, "dateline", "dateline")
            after = cut + len(line.text[dateline.end :]) - len(line.text[dateline.end :].lstrip())
            yield Part(after, line.end, label.kind, label.rule)
        elif mark and mark.credit and label.kind == "caption":
            yield from _caption(line.start, line.end, line.text, mark)
        else:
            yield Part(line.start, line.end, label.kind, label.rule)


def _caption(start: int, end: int, text: str, mark: Mark) -> Iterator[Part]:
    cut = mark.credit or 0
    yield Part(start, start + len(text[:cut].rstrip()), "caption", mark.rule)
    yield Part(start + cut, end, "credit", mark.rule)
