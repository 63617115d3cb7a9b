"""Finds furniture by its frequency: lines of an article's text that stand on other pages of its outlet as well.

Source: measured on the 99 pasted and 99 saved pages of the article-extraction benchmark, a third of which have another
page of their site beside them: F1 .912 to .914 and .974 to .975, precision .944 to .948 and .969 to .972.  Without the
test of what reports, saved pages lose text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from secondsource.ingest.lines import count_words
from secondsource.ingest.solicitations import reports
from secondsource.records import Document, Section, Span

RULE = "repeated-by-outlet"
"""The rule named by a section that was cut because other pages of the outlet repeat it."""
_PAGES = frozenset({"text", "html"})
"""Formats in which whole pages come; records and feeds hold what was cut out of its page before."""
_ONE_ARTICLE = 0.3
"""Share of the shorter text that two pages have in common from which they may be versions of one article."""
_MOST = 0.5
"""Share of a text that furniture can be: what repeats more of itself is an article that was printed twice."""
_LOOKED_AT = 20
"""Other pages that are compared for one line; where so many are versions of one article the line is left alone."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of an outlet: its lines with their words, and the sections of its body by their line."""

    lines: frozenset[str]
    body: Mapping[str, tuple[Section, ...]]
    words: Mapping[str, int]

    def is_apart(self, other: _Page) -> bool:
        """Tell whether two pages are different articles."""
        shared = sum(self.words[line] for line in self.body.keys() & other.body.keys())
        return shared < _ONE_ARTICLE * min(sum(self.words.values()), sum(other.words.values()))


def repeated(documents: Iterable[Document]) -> dict[str, tuple[Span, ...]]:
    """Return by document the lines of its body that are furniture, for documents that have any.

    A line counts that another article of the same outlet shows too and that reports nothing: no quotation, no number,
    nobody who says a thing.  The order of the documents changes nothing.
    """
    houses: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.format in _PAGES and (house := _house(document)):
            houses[house].append(document)
    found: dict[str, tuple[Span, ...]] = {}
    for printed in houses.values():
        ordered = sorted(printed, key=lambda document: document.id)
        pages = [_page(document) for document in ordered]
        spans = map(tuple, _furniture(pages)) if len(pages) > 1 else ()
        found |= {document.id: cut for document, cut in zip(ordered, spans, strict=False) if cut}
    return found


def _house(document: Document) -> str | None:
    return document.outlet or (urlsplit(document.url).hostname if document.url else None)


def _page(document: Document) -> _Page:
    """Return a page with its lines as it was read, whatever a person has cut or restored since."""
    body: defaultdict[str, tuple[Section, ...]] = defaultdict(tuple)
    lines = set()
    for section in document.cleaned or document.sections:
        line = " ".join(document.slice(section.span).split())
        lines.add(line)
        if section.kind == "body":
            body[line] += (section,)
    return _Page(frozenset(lines), dict(body), {line: count_words(line) for line in body})


def _furniture(pages: Sequence[_Page]) -> Iterator[list[Span]]:
    """Yield for each page the spans of its lines that are furniture."""
    holders: defaultdict[str, list[_Page]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if len(holders[line]) <= _LOOKED_AT:
                holders[line].append(page)
    for page in pages:
        lines = [line for line in page.body if _is_furniture(line, page, holders[line])]
        few = sum(page.words[line] for line in lines) <= _MOST * sum(page.words.values())
        yield [section.span for line in lines for section in page.body[line]] if few else []


def _is_furniture(line: str, page: _Page, holders: Sequence[_Page]) -> bool:
    others = [other for other in holders if other is not page]
    return bool(others) and not reports(line) and any(page.is_apart(other) for other in others)
