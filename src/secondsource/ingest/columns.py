"""Which column of a table holds what: as the user maps them, else by the names of the header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from secondsource.ingest.decode import Refusal
from secondsource.ingest.fields import HTML, NAMES, TEXT

FIELDS = ("text", "html", *NAMES)
"""What a column may hold."""
_MORE: Mapping[str, tuple[str, ...]] = {
    "text": ("story", "story_text", "main_text", "document", "article_body", "bodytext", "transcript"),
    "title": ("article_title", "head", "heading", "hed"),
    "url": ("article_url", "web_url", "uri", "permalink"),
    "outlet": ("publication", "newspaper", "media", "medium", "media_name", "outlet_name", "paper", "news_source"),
    "published": ("date_time", "datetime", "publication_datetime", "published_on", "pubdate"),
    "external_id": ("article_id", "document_id", "guid"),
    "byline": ("writer", "journalist"),
}
"""Headers of exported tables, beside the names that records use."""


def _key(name: str) -> str:
    """Return a header as it is compared: `Article Text` and `articleText` are one.

    >>> _key(" Article Text")
    'article_text'
    """
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip().lstrip("\ufeff"))
    return re.sub(r"\W+|_+", "_", split.lower()).strip("_")


_ALIASES: Mapping[str, tuple[str, ...]] = {
    field: tuple(dict.fromkeys(_key(name) for name in (*names, *_MORE.get(field, ()))))
    for field, names in (("text", TEXT), ("html", HTML), *NAMES.items())
}


def mapping(header: Sequence[str], asked: Iterable[tuple[str, str]]) -> dict[str, str] | Refusal:
    """Return the column of each field; what the user maps wins over what the names suggest.

    Args:
        header: names of the columns.
        asked: pairs of field and column, as the user maps them.
    """
    by_key = {_key(name): name for name in reversed(header)}
    told: dict[str, str] = {}
    for field, column in asked:
        name = column if column in header else by_key.get(_key(column))
        if name is None:
            return Refusal(f"no column `{column}` for {field}; the columns: {_listed(header)}")
        told[field] = name
    free = {key: name for key, name in by_key.items() if name not in told.values()}
    guessed = {field: free[key] for field, keys in _ALIASES.items() for key in reversed(keys) if key in free}
    found = guessed | told
    if not found.keys() & {"text", "html"}:
        return Refusal(f"no column of text: name it with --columns text=COLUMN; the columns: {_listed(header)}")
    return found


def has_known_columns(head: str) -> bool:
    """Tell whether a text without a telling name opens like a table: one header with a column of text and two more."""
    header = re.split(r"[,;\t|]", head.split("\n", 1)[0])
    keys = {_key(name.strip().strip('"')) for name in header}
    known = [field for field, names in _ALIASES.items() if keys & set(names)]
    return len(header) >= 3 and len(known) >= 3 and bool({"text", "html"} & set(known))


def _listed(header: Sequence[str]) -> str:
    return ", ".join(name or "(no name)" for name in header[:12]) + (", …" if len(header) > 12 else "")
