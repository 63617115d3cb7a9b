"""Labels the lines above the body: headline, standfirst, bylines, captions without a credit, furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from secondsource.ingest import bylines, captions
from secondsource.ingest.layout import Label, Page
from secondsource.ingest.lines import WORD

_WINDOW = 14
"""Unmarked lines above the body among which the headline is sought; menus stand further up."""
_REPEAT = 0.4
"""Share of a paragraph's word triples that the lead repeats if it is a caption; agency captions share .5 to .9."""


def head_labels(page: Page, labels: Mapping[int, Label], body: int, title: str | None) -> dict[int, Label]:
    """Return labels for the unclaimed lines before index `body`; `title` is the headline where a record states it."""
    free = [index for index in range(body) if index not in labels and page.marks[index] is None]
    found = {index: Label("caption", rule) for index in free if (rule := _caption_rule(page, index, body))}
    rest = [index for index in free if index not in found]
    headline = _headline(page, rest, body, title)
    for index in rest:
        found[index] = _head_label(page, index, headline, body)
    return found


def _head_label(page: Page, index: int, headline: int | None, body: int) -> Label:
    line = page.lines[index]
    if index == headline:
        return Label("byline", "name") if _unlike_headline(page, index, body) else Label("headline", "headline")
    if headline is None or index < headline:
        return Label("boilerplate", "head")
    if bylines.is_name(line.text) and _beside_stamp(page, index, headline, body):
        return Label("byline", "name")
    if line.text.casefold() == page.lines[headline].text.casefold():
        return Label("headline", "headline-repeated")
    return (
        Label("headline", "standfirst") if line.words >= 7 and index - headline <= 6 else Label("boilerplate", "head")
    )


def _unlike_headline(page: Page, index: int, body: int) -> bool:
    """Tell whether the only candidate is a few capitalised words that the body never takes up: a person's name."""
    line = page.lines[index]
    if line.words > 4 or not bylines.is_name(line.text):
        return False
    about = {word for i in range(body, len(page)) for word in _content(page.lines[i].text)}
    return bool(about) and not _content(line.text) & about


def _beside_stamp(page: Page, index: int, headline: int, body: int) -> bool:
    """Tell whether a lone name stands where bylines stand: next to the headline, a stamp, or the body."""
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(page)]
    return any(i in {headline, body} or ((mark := page.marks[i]) is not None and mark.kind == "byline") for i in near)


def _caption_rule(page: Page, index: int, body: int) -> str | None:
    line = page.lines[index]
    if line.words >= 5 and captions.trailing_name(line.text) is not None:
        return "caption-name"
    if line.prose and captions.describes_picture(line.text):
        return "caption-picture"
    if line.prose and body < len(page) and _repeats(line.text, page.lines[body].text):
        return "caption-repeats-lead"
    return None


def _repeats(caption: str, lead: str) -> bool:
    mine, theirs = _triples(caption[:600]), _triples(lead[:1200])
    return len(mine) >= 5 and len(mine & theirs) >= _REPEAT * len(mine)


def _triples(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _headline(page: Page, candidates: Sequence[int], body: int, title: str | None) -> int | None:
    if title:
        wanted = _plain(title)
        return next((i for i in candidates if _same(_plain(page.lines[i].text), wanted)), None)
    near = [i for i in candidates[-_WINDOW:] if not bylines.is_role(page.lines[i].text) or page.lines[i].words > 4]
    long = [i for i in near if page.lines[i].words >= 4]
    if len(candidates) <= _WINDOW:
        return next(iter(long or near), None)
    about = {word for i in range(body, min(len(page), body + 12)) for word in _content(page.lines[i].text)}
    return max(long, key=lambda i: (_share(page.lines[i].text, about), -i), default=None)


def _same(line: str, title: str) -> bool:
    """Tell whether a line prints the title, or all but a part of four words or more (a site's name, a kicker)."""
    return line == title or (line.count(" ") >= 3 and line in title)


def _share(text: str, about: set[str]) -> float:
    words = _content(text)
    return round(len(words & about) / len(words), 1) if words else 0.0


def _content(text: str) -> set[str]:
    return {word for word in WORD.findall(text[:2000].casefold()) if len(word) > 3}


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
