"""Tells the format of an input by its content first, then by its suffix."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Sniffed = Literal["text", "html", "jsonl", "json", "feed"]

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|div|article|h1|h2|span|a|br|img|ul|li|section)\b[^>]*>", re.IGNORECASE)
HEAD = 4096
"""Characters at the start of an input that decide; prologs and comments of real pages stay below."""
_ENOUGH_TAGS = 6
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
}


def sniff(text: str, name: str) -> Sniffed:
    """Return the format of `text`, an input called `name`.

    >>> sniff('{"text": "A ferry sank."}', "input")
    'jsonl'
    """
    head = text[:HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        if _FEED.search(head) and not re.match(r"<!doctype html|<html", head, re.IGNORECASE):
            return "feed"
        if _HTML.search(head) or len(_TAGS.findall(head)) >= _ENOUGH_TAGS:
            return "html"
    if head.startswith("{"):
        return "json" if re.match(r"\{\s*\n", head) and not _is_line(head) else "jsonl"
    if re.match(r"\[\s*[\[{\]]", head):
        return "json"
    return _SUFFIXES.get(PurePath(name.split("!", maxsplit=1)[0]).suffix.lower(), "text")


def _is_line(head: str) -> bool:
    return head.split("\n", 1)[0].rstrip().endswith("}")
