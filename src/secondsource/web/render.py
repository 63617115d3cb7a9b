"""Turns page models into HTML with the templates of this package; text of articles never becomes markup."""

from __future__ import annotations

import datetime as dt
import functools
import re

import jinja2
from markupsafe import Markup, escape

from secondsource.export.forms import FORMS
from secondsource.page.assertions import Reading
from secondsource.page.chart import Axis
from secondsource.page.roles import Part
from secondsource.page.statuses import LABELS, NOTES
from secondsource.records import Bound, StampSource, Status, Verdict
from secondsource.web.links import Links

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that HTML does not allow.  Source: HTML Living Standard, 13.2.3.5."""
_BREAK = re.compile(r"(\s*\n\s*)")
GLYPHS: dict[Status, str] = {
    "single_source": "○",
    "corroborated": "○○",
    "disputed": "≠",
    "denied": "✕",
    "revised": "↻",
    "denied_then_admitted": "✕→",
}
"""A mark for each status, so that none is told by colour alone."""

PARTS: dict[Part, str] = {
    "original": "original",
    "own text": "written on its own",
    "partly copied": "partly a copy",
    "copy": "a copy",
    "adds no origin": "names no source of its own",
}
"""What the part of a document in its story is called."""

STAMPS: dict[StampSource, str] = {
    "given": "as given with the file",
    "json-ld": "from the page's own record",
    "meta": "from the page's own record",
    "feed": "from the feed",
    "stamp": "from the page",
    "dateline": "from the dateline",
    "url": "from the address",
    "inferred": "inferred",
}
"""Where a day of publication was read."""

AXES: dict[Axis, str] = {"said": "by the day it was said", "about": "by the day the figure is about"}
"""What the days of a chart are."""

VERDICTS: dict[Verdict, str] = {
    "same": "same", "update": "update", "revision": "revision", "dispute": "dispute", "increment": "addition",
    "derived": "sum", "not_comparable": "not comparable",
}  # fmt: skip
"""What a judgement on two figures is called."""

CONDITIONS: dict[str, str] = {
    **dict(LABELS.items()),
    "one_origin": "one origin at most, for certain",
    "superseded": "overtaken by a later value",
    "not_counted": "not counted",
}
"""What the conditions of a check are called; a draft's own stands on no page."""

_BOUNDS: dict[Bound, str] = {
    "=": "", "range": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most ",
    "<~": "nearly ",
}  # fmt: skip
"""How the bound of a figure is written."""


@functools.cache
def templates() -> jinja2.Environment:
    """Return the environment of all templates: everything is escaped, and an unknown name is an error."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("secondsource.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": day, "number": number, "breaks": breaks, "plural": plural}
    environment.filters |= {"percent": percent, "clip": clip}
    environment.filters |= {"reading": reading}
    environment.globals |= {"labels": LABELS, "notes": NOTES, "glyphs": GLYPHS, "parts_names": PARTS, "stamps": STAMPS}
    environment.globals |= {"forms": FORMS, "condition_names": CONDITIONS}
    environment.globals |= {"axis_names": AXES, "verdict_names": VERDICTS}
    return environment


def render(template: str, links: Links, **names: object) -> str:
    """Return the page made from `template` and its model; control characters are shown as replacement characters."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", templates().get_template(template).render(links=links, **names))


def day(value: dt.date | None, *, year: bool = True) -> str:
    """Return a day as a reader writes it: `11 Feb 2024`."""
    if value is None:
        return "no date"
    return f"{value.day} {value:%b}" + (f" {value.year}" if year else "")


def number(value: float | None) -> str:
    """Return a number with thousands marked off; an open side is a dash."""
    return "–" if value is None else f"{value:,.10g}"


def reading(value: Reading) -> str:
    """Return the bounds that a figure was read with: `at least 34`, `11,000–14,000`."""
    ends = [number(side) for side in (value.low, value.high) if side is not None]
    return _BOUNDS[value.bound] + "–".join(dict.fromkeys(ends))


def percent(share: float) -> str:
    """Return a share of 0 to 1 as a whole percentage."""
    return f"{share:.0%}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def clip(text: str, longest: int = 110) -> str:
    """Return the first words of `text`, with an ellipsis where it goes on."""
    if len(text) <= longest:
        return text
    return text[: max(text.rfind(" ", longest // 2, longest), longest // 2)] + " …"


def breaks(text: str) -> Markup:
    """Return text with its line breaks in elements of their own, so that a style can set paragraphs apart."""
    parts = _BREAK.split(text)
    return Markup().join(
        Markup('<span class="nl">{}</span>').format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )
