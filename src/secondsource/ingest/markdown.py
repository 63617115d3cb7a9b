"""Reads Markdown as the page that it stands for: marks of headings, links and emphasis are taken out.

Front matter says what the page says of itself, as web clippers and static sites write it.  Descriptions of pictures
stand below the text as captions.  The addresses of links are not kept.
Source: CommonMark 0.31 by markdown-it-py; front matter as Jekyll and Hugo read its plain `key: value` lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from secondsource.ingest.articles import Beside, read_article
from secondsource.ingest.decode import Refusal, too_long
from secondsource.ingest.documents import Origin
from secondsource.ingest.faults import refusing
from secondsource.ingest.given import Given
from secondsource.ingest.moments import stated_moment
from secondsource.ingest.visible import plain
from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?P<lines>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_LINE = re.compile(r"(?P<key>[\w-]+):[ \t]*(?P<value>[^\n]*)")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "source_url", "canonical", "canonical_url", "link", "source"),
    "outlet": ("outlet", "site", "publication", "publisher", "site_name", "website"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "published_at", "date_published", "publish_date"),
    "updated": ("updated", "modified", "lastmod", "last_modified_at", "date_modified"),
    "retrieved": ("retrieved", "created", "clipped", "saved"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Keys of front matter.  Clippers write the page's address as `source` and the day of clipping as `created`."""


@refusing
def read_markdown(text: str, origin: Origin, *, lexicon: Lexicon, given: Given) -> Document | Refusal:
    """Return the Document of a Markdown file, or why it holds no article."""
    if (refusal := too_long(len(text))) is not None:
        return refusal
    front = _FRONT_MATTER.match(text.lstrip("\ufeff"))
    known = _given(_keys(front["lines"]) if front else {}, given)
    source = text.lstrip("\ufeff")[front.end() :] if front else text
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(source)
    body = plain(parser.renderer.render(tokens, parser.options, {}))
    heading = next((_words(tokens[i + 1]) for i, token in enumerate(tokens) if token.tag == "h1"), None)
    known = replace(known, title=known.title or heading)
    captions = [Beside(words, "caption", "markdown-image") for words in dict.fromkeys(_pictures(tokens))]
    return read_article(body, origin, lexicon=lexicon, given=known, beside=captions, cut_out=False)


def _keys(lines: str) -> dict[str, str]:
    """Return the plain keys of front matter with their values, without quotation marks; lists are joined."""
    found: dict[str, str] = {}
    last = ""
    for line in lines.splitlines():
        if match := _LINE.match(line):
            last = match["key"].lower().replace("-", "_")
            found[last] = _value(match["value"])
        elif line.strip().startswith("- ") and last:
            found[last] = ", ".join(part for part in (found[last], _value(line.strip()[2:])) if part)
    return found


def _value(raw: str) -> str:
    bare = raw.strip()
    if bare.startswith("[") and bare.endswith("]") and not bare.startswith("[["):
        return ", ".join(_value(part) for part in bare[1:-1].split(",") if part.strip())
    return bare.strip("\"'").removeprefix("[[").removesuffix("]]").strip()


def _given(keys: Mapping[str, str], given: Given) -> Given:
    said = {field: next((keys[key] for key in names if keys.get(key)), None) for field, names in _NAMES.items()}
    url = said["url"] if (said["url"] or "").startswith("http") else None
    outlet = said["outlet"] or (keys.get("source") if not keys.get("source", "").startswith("http") else None)
    return replace(
        given,
        title=given.title or said["title"],
        url=given.url or url,
        outlet=given.outlet or outlet,
        byline=given.byline or said["byline"],
        published=given.published or stated_moment(said["published"]),
        updated=given.updated or stated_moment(said["updated"]),
        retrieved=stated_moment(said["retrieved"]) or given.retrieved,
        language=given.language or (said["language"] or "").lower()[:2] or None,
    )


def _words(token: Token) -> str | None:
    """Return the text of a heading's token, without its marks."""
    return plain(MarkdownIt("commonmark").renderInline(token.content)).strip() or None


def _pictures(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image" and token.content.strip():
            yield " ".join(token.content.split())
        yield from _pictures(token.children or ())
