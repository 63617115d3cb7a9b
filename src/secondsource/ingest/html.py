"""Reads HTML: the body of the page, what it says of itself, and all other visible text as labelled sections.

The document's text is headline and body in reading order, then the rest of the visible page, so that what was cut can
be shown and restored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.ingest.addresses import address
from secondsource.ingest.agencies import canonical, part
from secondsource.ingest.datelines import Dateline
from secondsource.ingest.decode import Refusal
from secondsource.ingest.documents import Origin, document
from secondsource.ingest.facts import Facts, Timed
from secondsource.ingest.faults import refusing
from secondsource.ingest.given import Given
from secondsource.ingest.layout import Part
from secondsource.ingest.lines import split
from secondsource.ingest.marks import Mark, Reader
from secondsource.ingest.metadata import Metadata
from secondsource.ingest.pages import Extract, extract
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document

_TRUSTED = frozenset({"caption", "credit", "byline"})
"""Marks that hold inside a body that trafilatura has cleaned; its own judgement stands for menus and teasers."""


@refusing
def read_html(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    """Return the Document of an HTML page, or why it holds no article."""
    page = extract(text, given.url, retrieved=given.retrieved)
    if isinstance(page, Refusal):
        return page
    title = given.title or page.about.title
    url, elsewhere = address(given.url, page.about.url, lexicon)
    whole, parts, dateline = compose(title, page, Reader(lexicon))
    if not any(piece.kind == "body" for piece in parts):
        return Refusal("no article text: nothing but furniture in the page")
    said = _facts(page.about, whole, dateline, lexicon)
    if dateline and dateline.when:
        at = next((piece.start, piece.end) for piece in parts if piece.kind == "dateline")
        said = replace(said, dateline=Timed(dateline.when, "dateline", at))
    return document(
        whole,
        parts,
        origin,
        said=said,
        given=replace(given, url=url, title=title, based_on=given.based_on + elsewhere),
        lexicon=lexicon,
    )


def compose(title: str | None, page: Extract, reader: Reader) -> tuple[str, list[Part], Dateline | None]:
    """Return the document's text, its parts, and the dateline of the body."""
    blocks = [title] if title else []
    parts = [Part(0, len(title), "headline", "metadata")] if title else []
    start = len(title) + 2 if title else 0
    body, dateline = _body(page.body, reader, start, title)
    parts += body
    blocks.append(page.body)
    if page.rest:
        parts += _rest_parts(page.rest, reader, start + len(page.body) + 2)
        blocks.append("\n".join(page.rest))
    return "\n\n".join(blocks), parts, dateline


def _body(body: str, reader: Reader, start: int, title: str | None) -> tuple[list[Part], Dateline | None]:
    parts: list[Part] = []
    dateline: Dateline | None = None
    for line in split(body):
        found = reader.dateline(line) if dateline is None and len(parts) < 4 else None
        mark = None if found else reader.mark(line)
        at, end = start + line.start, start + line.end
        if found:
            dateline = found
            parts += _after_dateline(line.text, at, end, found)
        elif title and line.text == title:
            parts.append(Part(at, end, "boilerplate", "headline-repeated"))
        elif mark and _trusted(mark):
            parts.append(Part(at, end, mark.kind, mark.rule))
        else:
            parts.append(Part(at, end, "body", "trafilatura"))
    return parts, dateline


def _after_dateline(text: str, at: int, end: int, dateline: Dateline) -> list[Part]:
    rest = text[dateline.end :]
    begin = at + dateline.end + len(rest) - len(rest.lstrip())
    return [Part(at, at + dateline.end, "dateline", "dateline"), Part(begin, end, "body", "trafilatura")]


def _trusted(mark: Mark) -> bool:
    return mark.kind in _TRUSTED or mark.rule == "solicitation"


def _rest_parts(rest: Sequence[str], reader: Reader, start: int) -> Iterator[Part]:
    """Label the lines that trafilatura left out, by their own marks."""
    for line in split("\n".join(rest)):
        mark = reader.mark(line)
        kind, rule = (mark.kind, mark.rule) if mark else ("boilerplate", "cut-by-trafilatura")
        yield Part(start + line.start, start + line.end, kind, rule)


def _facts(about: Metadata, text: str, dateline: Dateline | None, lexicon: Lexicon) -> Facts:
    agency = dateline.agency if dateline and dateline.agency else None
    named = (*about.authors, *about.credits)
    agency = agency or next((known for name in named if (known := part(name, lexicon)[1])), None)
    return Facts(
        title=about.title,
        byline=", ".join(about.authors) or None,
        outlet=about.publisher,
        agency=canonical(agency, text, lexicon) if agency else None,
        published=Timed(about.published, about.how) if about.published else None,
        updated=Timed(about.updated, "json-ld") if about.updated else None,
        based_on=about.based_on,
    )
