"""Documents as works to be cited: CSL-JSON, RIS and BibTeX, from what each document says of itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.export.holdings import Holdings
from secondsource.records import Document

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&",
    "#": r"\#", "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
"""Characters that TeX takes for commands.  Source: The TeXbook, chapter 7."""
_URL = re.compile(r"https?://[^\s{}|<>\"\\^`]+\Z")
"""Addresses that need no escape in any of the formats.  Source: RFC 3986, appendix C."""


@dataclass(frozen=True, slots=True)
class Work:
    """A document as a list of references names it; what is not known is empty.

    `title` is the headline as the document carries it, else the name of its file.
    """

    id: str
    title: str
    outlet: str
    author: str
    agency: str
    day: dt.date | None
    url: str
    language: str


def works(held: Holdings) -> tuple[Work, ...]:
    """Return the documents in order of day, outlet and id."""
    found = [work(document) for document in held.documents.values()]
    return tuple(sorted(found, key=lambda one: (one.day or dt.date.max, one.outlet, one.id)))


def work(document: Document) -> Work:
    """Return a document as a list of references names it."""
    heads = document.spans("headline")
    title = document.title or (document.slice(heads[0]) if heads else "") or document.path.rsplit("/", 1)[-1]
    return Work(
        id=document.id,
        title=_line(title),
        outlet=_line(document.outlet or ""),
        author=_line(document.byline or ""),
        agency=_line(document.agency or ""),
        day=document.published.day if document.published else None,
        url=address(document),
        language=document.language,
    )


def address(document: Document) -> str:
    """Return the web address of a document, empty where it has none that can be printed as it stands."""
    return document.url if document.url and _URL.match(document.url) else ""


def csl(held: Holdings) -> list[dict[str, object]]:
    """Return the documents as CSL-JSON.

    Source: citation-style-language/schema 1.0.2, `csl-data.json`.
    """
    return [_csl(one) for one in works(held)]


def _csl(one: Work) -> dict[str, object]:
    item: dict[str, object] = {"id": one.id, "type": "article-newspaper", "title": one.title, "language": one.language}
    if one.outlet:
        item["container-title"] = one.outlet
    if one.author:
        item["author"] = [{"literal": one.author}]
    if one.agency:
        item["source"] = one.agency
    if one.day:
        item["issued"] = {"date-parts": [[one.day.year, one.day.month, one.day.day]]}
    if one.url:
        item["URL"] = one.url
    return item


def ris(held: Holdings) -> str:
    """Return the documents as RIS.

    Source: RIS format specifications (2011), type NEWS.
    """
    return "".join("".join(f"{tag}  - {value}\r\n" for tag, value in _ris(one)) + "\r\n" for one in works(held))


def _ris(one: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", one.id
    yield "TI", one.title
    yield from _known(("T2", one.outlet), ("AU", one.author), ("DB", one.agency))
    if one.day:
        yield "PY", str(one.day.year)
        yield "DA", f"{one.day:%Y/%m/%d}"
    yield from _known(("UR", one.url), ("LA", one.language))
    yield "ER", ""


def bibtex(held: Holdings) -> str:
    """Return the documents as BibTeX; one without an outlet is `@misc`, as `@article` asks for a journal."""
    return "\n".join(_bibtex(one) for one in works(held))


def _bibtex(one: Work) -> str:
    day = one.day
    fields = [
        ("title", f"{{{tex(one.title)}}}"),
        *_known(("journal", tex(one.outlet)), ("author", f"{{{tex(one.author)}}}" if one.author else "")),
        *([("year", str(day.year)), ("month", str(day.month)), ("day", str(day.day))] if day else []),
        *_known(("url", one.url), ("language", one.language), ("note", tex(one.agency))),
    ]
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{'article' if one.outlet else 'misc'}{{{one.id},\n{body}}}\n"


def tex(value: str) -> str:
    r"""Return `value` with the characters that TeX takes for commands escaped.

    >>> tex("Profit & loss, 5 %")
    'Profit \\& loss, 5 \\%'
    """
    return "".join(_TEX.get(char, char) for char in value)


def _known(*pairs: tuple[str, str]) -> Iterable[tuple[str, str]]:
    return (pair for pair in pairs if pair[1])


def _line(value: str) -> str:
    """Return a value on one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in value).split())
