"""What an HTML page says about itself to machines: JSON-LD first, then OpenGraph and meta tags.

Source: measured on 131 pages of 91 publishers, with the printed headline where the stated title only adds the site's
name to it: exact title 87 %, right day 97 %.  Times keep the offset that the page states.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml.html import HtmlElement

from secondsource.ingest.stamps import stamp_line
from secondsource.ingest.visible import plain
from secondsource.records import StampSource

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
_ARTICLE = re.compile(r"(?:Article|Posting|Report|NewsStory|Review)$")
_TYPES = ("NewsArticle", "ReportageNewsArticle", "Article")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued", "pubdate",
    "parsely-pub-date", "sailthru.date", "publish-date", "article.published", "dc.date",
)  # fmt: skip
_CREDITS = ("sourceOrganization", "provider", "creditText", "copyrightHolder")
_ORIGINALS = ("original-source", "syndication-source")
"""Meta tags with the address of the page that a text was taken from.  Source: Google News, 2010."""
_DEEPEST = 12
"""Nesting of JSON-LD that is followed; pages nest a graph, an article, its publisher and its logo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Metadata as a page states it; times are ISO 8601 with the offset as stated.

    `how` says where `published` stands: JSON-LD, a meta tag, or nowhere outright (inferred from the page).  `body` is
    the article's text where JSON-LD carries it, a paragraph a line; `credits` are houses that it names as sources.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    how: StampSource = "json-ld"
    based_on: tuple[str, ...] = ()
    body: str | None = None
    credits: tuple[str, ...] = ()


def metadata(tree: HtmlElement) -> Metadata:
    """Read the metadata of a parsed page."""
    article = _article(tree)
    tags = _tags(tree)
    publisher = _first(tags, "og:site_name") or _name(article.get("publisher"))
    title = _bare_title(_text(article.get("headline")) or _first(tags, "og:title", "twitter:title"), tree)
    authors = tuple(_authors(article.get("author"))) or tuple(
        _split(_first(tags, "author", "article:author", "parsely-author", "dc.creator"))
    )
    stated = moment(_text(article.get("datePublished")))
    tagged = moment(_first(tags, *_PUBLISHED)) or _day_in_title(_first(tags, "og:title", "twitter:title"))
    return Metadata(
        title=title,
        authors=authors,
        published=stated or tagged,
        how="json-ld" if stated else "meta",
        updated=moment(_text(article.get("dateModified")))
        or moment(_first(tags, "article:modified_time", "og:updated_time")),
        publisher=publisher,
        url=_canonical(tree) or _first(tags, "og:url"),
        language=_language(tree),
        body=_body(article.get("articleBody")),
        based_on=tuple(dict.fromkeys(_based_on(article, tags))),
        credits=tuple(name for field in _CREDITS if (name := _name(article.get(field)))),
    )


def _bare_title(title: str | None, tree: HtmlElement) -> str | None:
    """Return the printed headline where the stated title only adds the site's name to it, or where none is stated."""
    printed = [" ".join("".join(heading.itertext()).split()) for heading in tree.iter("h1")]
    if title is None:
        return next((heading for heading in printed if len(heading) > 3), None)
    return next((heading for heading in printed if len(heading) > 8 and title.startswith(heading)), title)


def moment(value: str | None) -> str | None:
    """Return an ISO time cut to minutes, offset kept, or a day; None where `value` is no ISO date.

    >>> moment("2024-05-03T15:47:42.389+02:00")
    '2024-05-03T15:47+02:00'
    """
    if not value:
        return None
    text = re.sub(r"(?<=T\d\d:\d\d:\d\d)\.\d+|(?<= \d\d:\d\d:\d\d)\.\d+", "", value.strip())
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text)
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        match = re.match(r"\d{4}-\d\d-\d\d", text)
        return _day(match[0]) if match else None
    return (
        found.date().isoformat()
        if len(text) <= 10
        else found.replace(second=0, microsecond=0).isoformat(timespec="minutes")
    )


def _day(text: str) -> str | None:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _article(tree: HtmlElement) -> Mapping[str, Json]:
    found = [node for node in _nodes(tree) if _ARTICLE.search(_type(node))]
    found.sort(key=lambda node: (_type(node) not in _TYPES, "headline" not in node, "datePublished" not in node))
    return found[0] if found else {}


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, Json]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            raw = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
            try:
                value = json.loads(raw, strict=False)
            except (json.JSONDecodeError, RecursionError):
                continue
            yield from _walk(value, 0)


def _walk(value: Json, depth: int) -> Iterator[Mapping[str, Json]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _walk(value.get(key), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)


def _type(node: Mapping[str, Json]) -> str:
    kind = node.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind or "")


def _tags(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), html.unescape(content))
    return found


def _based_on(article: Mapping[str, Json], tags: Mapping[str, str]) -> Iterator[str]:
    yield from works(article.get("isBasedOn") or article.get("isBasedOnUrl"))
    own = tags.get("og:url")
    yield from (tags[name] for name in _ORIGINALS if name in tags and tags[name] != own)


def _body(value: Json) -> str | None:
    """Return the text of `articleBody`, which some pages write with tags."""
    if not isinstance(value, str) or not value.strip():
        return None
    return plain(html.unescape(value)) if "<" in value or "&" in value else value.strip()


def _day_in_title(title: str | None) -> str | None:
    """Return the day in the last part of a title.

    >>> _day_in_title("Ferry sinks off Kalder | Kalder Post | 14.01.2026")
    '2026-01-14'
    """
    parts = (title or "").split("|")
    found = stamp_line(parts[-1].strip()) if len(parts) > 1 else None
    return found.moments[0].value if found and found.moments and not found.rest else None


def works(value: object) -> Iterator[str]:
    """Yield the works that `isBasedOn` names: addresses or names, or objects with a `url`, `@id` or `name`."""
    for item in value if isinstance(value, list) else [value]:
        named = item if isinstance(item, str) else None
        if isinstance(item, dict):
            named = next((item[key] for key in ("url", "@id", "name") if isinstance(item.get(key), str)), None)
        if named and named.strip():
            yield named.strip()


def _first(tags: Mapping[str, str], *names: str) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _text(value: Json) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join(html.unescape(html.unescape(value)).split())


def _name(value: Json) -> str | None:
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item))), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(value: Json) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        names = item.get("name") if isinstance(item, dict) else item
        for name in names if isinstance(names, list) else [names]:
            yield from _split(_text(name))


def _split(text: str | None) -> Iterator[str]:
    """Yield the names of a byline in one string: `By A. Name, B. Name and C. Name`."""
    if not text or text.startswith("http"):
        return
    bare = re.sub(r"^(?:by|von|par|por|da|di|door)\s+", "", text, flags=re.IGNORECASE)
    for part in re.split(r"\s*(?:[;,|]|\s(?:and|und|et|y|e|&)\s)\s*", bare):
        if part.strip():
            yield part.strip()


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (href := (link.get("href") or "").strip()).startswith(
            "http"
        ):
            return str(href)
    return None


def _language(tree: HtmlElement) -> str | None:
    code = (tree.get("lang") or tree.get("xml:lang") or "").strip().lower()
    return code[:2] if re.match(r"[a-z]{2}(?:[-_]|$)", code) else None
