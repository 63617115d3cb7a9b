"""The visible text of an HTML page, a line for each block, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

_HIDDEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "canvas", "iframe", "object", "select", "option",
    "textarea", "input", "math", "audio", "video", "map",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "button", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
_BREAK = "\0"
"""Parts lines; no text of a parsed page holds it."""


def visible_lines(tree: HtmlElement) -> list[str]:
    """Return the lines of a parsed page that a reader sees, blanks folded; none is empty."""
    joined = "".join(_pieces(tree))
    return [line for raw in joined.split(_BREAK) if (line := " ".join(raw.split()))]


def plain(fragment: str) -> str:
    r"""Return the visible text of a piece of HTML, a line for each block; text without tags as it is.

    >>> plain("<p>Ferry sinks</p><p>Twelve drowned.</p>")
    'Ferry sinks\nTwelve drowned.'
    """
    if "<" not in fragment and "&" not in fragment:
        return fragment
    try:
        return "\n".join(visible_lines(document_fromstring(f"<div>{fragment}</div>")))
    except (etree.ParserError, ValueError):
        return fragment


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Yield texts, and a break at each block's start and end."""
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tag = node.tag
        if event == "start":
            hidden = tag in _HIDDEN or node.get("hidden") is not None or node.get("aria-hidden") == "true"
            if hidden:
                walk.skip_subtree()
            if tag in _BLOCKS:
                yield _BREAK
            if not hidden and (text := node.text):
                yield text
            continue
        if event == "end" and tag in _BLOCKS:
            yield _BREAK
        if node is not tree and (tail := node.tail):
            yield tail
