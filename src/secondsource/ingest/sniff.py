"""Tells the format of an input by its content first, then by its suffix."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from secondsource.ingest.columns import has_known_columns

Packed = Literal["gzip", "zip", "warc", "parquet", "mbox", "mail"]
Sniffed = Literal["text", "html", "jsonl", "json", "feed", "opml", "nitf", "newsml", "markdown", "table"]

HEAD = 4096
"""Characters at the start of an input that decide; prologs and comments of real pages stay below."""
_MAGIC: tuple[tuple[bytes, Packed], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
    (b"PAR1", "parquet"),
)
_MBOX = re.compile(rb"From \S[^\n]{0,300}\d{4}[ \t]*\r?\n[!-9;-~]+:")
_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+")
_OF_MAIL = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|list-unsubscribe):",
    re.IGNORECASE | re.MULTILINE,
)
_SENDER = re.compile(rb"^from:[^\n]*@", re.IGNORECASE | re.MULTILINE)

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_ROOTS: tuple[tuple[re.Pattern[str], Sniffed], ...] = (
    (re.compile(r"<opml[\s>]", re.IGNORECASE), "opml"),
    (re.compile(r"<(?:\w+:)?(?:newsItem|newsMessage|packageItem|conceptItem|planningItem|NewsML)[\s>]"), "newsml"),
    (re.compile(r"<(?:\w+:)?nitf[\s>]"), "nitf"),
)
_TAGS = re.compile(r"</?(?:p|div|article|h1|h2|span|a|br|img|ul|li|section)\b[^>]*>", re.IGNORECASE)
_ENOUGH_TAGS = 6
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n|#[^\n]*\n)+(?:---|\.\.\.)[ \t]*\r?\n"
)
_SUFFIXES: dict[str, Sniffed] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".opml": "opml",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "table",
    ".tsv": "table",
}


def packed(head: bytes, name: str) -> Packed | None:
    r"""Return the format of an input that is no single text, by its first bytes; None for a text.

    >>> packed(b"PK\x03\x04...", "pile.zip")
    'zip'
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if _MBOX.match(head):
        return "mbox"
    return "mail" if _is_mail(head, name) else None


def _is_mail(head: bytes, name: str) -> bool:
    """Tell whether an input opens with the headers of a mail; in pasted text `From:` and `Date:` stand alone."""
    block = _HEADERS.match(head.lstrip(b"\r\n"))
    if block is None:
        return False
    named = PurePath(name).suffix.lower() == ".eml"
    return named or (_SENDER.search(block[0]) is not None and _OF_MAIL.search(block[0]) is not None)


def sniff(text: str, name: str) -> Sniffed:
    """Return the format of `text`, an input called `name`.

    >>> sniff('{"text": "A ferry sank."}', "input")
    'jsonl'
    """
    head = text[:HEAD].lstrip("\ufeff \t\r\n")
    suffix = PurePath(name).suffix.lower()
    if head.startswith("<") and (found := _markup(head)):
        return found
    if head.startswith("{"):
        return "json" if re.match(r"\{\s*\n", head) and not _is_line(head) else "jsonl"
    if re.match(r"\[\s*[\[{\]]", head):
        return "json"
    if _FRONT_MATTER.match(head):
        return "markdown"
    if suffix not in _SUFFIXES and has_known_columns(head):
        return "table"
    return _SUFFIXES.get(suffix, "text")


def _markup(head: str) -> Sniffed | None:
    is_page = re.match(r"<!doctype html|<html", head, re.IGNORECASE)
    for pattern, kind in _ROOTS:
        if not is_page and pattern.search(head):
            return kind
    if _FEED.search(head) and not is_page:
        return "feed"
    if _HTML.search(head) or len(_TAGS.findall(head)) >= _ENOUGH_TAGS:
        return "html"
    return None


def _is_line(head: str) -> bool:
    return head.split("\n", 1)[0].rstrip().endswith("}")
