"""What a page says about itself: title, byline, agency, outlet, when published; unknown where it does not say so.

A date counts only where the page stamps itself: above the body, or anywhere with the word *published*.  Dates of
teasers are dates of other stories, and never used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.ingest import bylines
from secondsource.ingest.agencies import canonical, part
from secondsource.ingest.marks import Mark
from secondsource.ingest.sections import Layout
from secondsource.ingest.stamps import Moment
from secondsource.lexicon.tables import Lexicon
from secondsource.records import StampSource

_CREDIT = re.compile(
    r"^\(?(?:with|using|includes?|including)?\s*(?:additional\s+)?"
    r"(?:files|reporting|reports?|material|information|inputs?|contributions?|source|via)"
    r"(?::|\s+from|\s+by)?\s+(?P<who>[^.;)]{2,60})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|by)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?"
    r"(?P<who>[^\W\d_][^.,|·\n]{1,50})",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:staff|reporters?|correspondents?|desk|team|business|sports?|politics|national|world|local|tech(?:nology)?|opinion"
    r"|culture|entertainment|editors?|news ?room)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A moment, how it is known, and its offsets in the document's text where it stands there."""

    value: str
    how: StampSource
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the page says of itself; None where it says nothing."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: Timed | None = None
    updated: Timed | None = None
    dateline: Timed | None = None
    based_on: tuple[str, ...] = ()


def facts(layout: Layout, text: str, lexicon: Lexicon) -> Facts:
    """Read the facts of a labelled page.

    Args:
        layout: its labels.
        text: the text that the layout's offsets point into.
        lexicon: known agencies and outlets.
    """
    published, updated = _stamps(layout)
    dateline = _dateline(layout)
    if published is None and dateline and not dateline.value.startswith("--"):
        published = dateline
    return Facts(
        title=_title(layout, text),
        byline=_author(layout, lexicon),
        outlet=_outlet(layout, lexicon),
        agency=_agency(layout, text, lexicon),
        published=published,
        updated=updated,
        dateline=dateline,
    )


def _title(layout: Layout, text: str) -> str | None:
    found = next((part for part in layout.parts if part.kind == "headline"), None)
    return text[found.start : found.end] if found else None


def _head(layout: Layout) -> Iterator[tuple[int, Mark]]:
    """Yield the offset and mark of the byline lines above the body."""
    until = len(layout.page) if layout.body is None else layout.body
    for index in range(until):
        mark = layout.page.marks[index]
        if mark and layout.labels[index].kind == "byline":
            yield layout.page.lines[index].start, mark


def _names(layout: Layout) -> list[str]:
    """Return the names that sign the page above its body: after `By`, alone in a line, or beside a stamp after `By`."""
    until = len(layout.page) if layout.body is None else layout.body
    lone = [layout.page.lines[i].text for i in range(until) if layout.labels[i].rule == "name"]
    signed = [mark.byline.who for _, mark in _head(layout) if mark.byline]
    beside = [found.who for name in _beside(layout) if (found := bylines.byline(name))]
    return [*signed, *lone, *beside]


def _beside(layout: Layout) -> list[str]:
    """Return the words that stand beside stamps above the body."""
    rests = [mark.stamp.rest for _, mark in _head(layout) if mark.stamp and mark.stamp.rest]
    return [name for rest in rests for name in re.split(r"\s*[|·•]\s*", rest) if name]


def _stamps(layout: Layout) -> tuple[Timed | None, Timed | None]:
    head = [(at, moment) for at, mark in _head(layout) if mark.stamp for moment in mark.stamp.moments]
    rest = [
        (layout.page.lines[i].start, moment)
        for i in range(layout.body or 0, len(layout.page))
        if (mark := layout.page.marks[i]) and mark.stamp and layout.labels[i].kind == "byline" and not mark.teaser
        for moment in mark.stamp.moments
        if moment.role
    ]
    return _by_role(head or rest)


def _by_role(found: Sequence[tuple[int, Moment]]) -> tuple[Timed | None, Timed | None]:
    """Return published and updated: by stated role, else the first stamp is the publication, a later one the update."""
    published = [_timed(at, moment) for at, moment in found if moment.role == "published"]
    updated = [_timed(at, moment) for at, moment in found if moment.role == "updated"]
    bare = [_timed(at, moment) for at, moment in found if not moment.role]
    if not published and bare:
        published = bare[:1]
        updated = updated or [later for later in bare[1:] if later.value[:16] > published[0].value[:16]]
    return (published[0] if published else None), (updated[-1] if updated else None)


def _timed(at: int, moment: Moment) -> Timed:
    return Timed(moment.value, "stamp", (at + moment.start, at + moment.end))


def _dateline(layout: Layout) -> Timed | None:
    if layout.dateline is None or layout.dateline.when is None or layout.body is None:
        return None
    start = layout.page.lines[layout.body].start
    return Timed(layout.dateline.when, "dateline", (start, start + layout.dateline.end))


def _author(layout: Layout, lexicon: Lexicon) -> str | None:
    beside = (name for name in _beside(layout) if bylines.is_name(name) and not bylines.is_house(name))
    named = [*_names(layout), *beside]
    people = (part(name, lexicon)[0] for name in named)
    return next((name for name in people if name and not bylines.is_role(name)), None)


def _agency(layout: Layout, text: str, lexicon: Lexicon) -> str | None:
    """Return whose text the page says it is: dateline, then byline, then credit lines."""
    if layout.dateline and layout.dateline.agency:
        return canonical(layout.dateline.agency, text, lexicon)
    signed = (_wire(name, lexicon) for name in _names(layout))
    beside = (part(name, lexicon)[1] for name in _beside(layout))
    named = next((name for name in (*signed, *beside, *_credited(layout, lexicon)) if name), None)
    return canonical(named, text, lexicon) if named else None


def _wire(name: str, lexicon: Lexicon) -> str | None:
    """Return the house that a byline names: a known agency in it, or all of it where its words name no person."""
    known = part(name, lexicon)[1]
    house = bylines.is_house(name) and not bylines.is_role(name)
    return known or (name if house else None)


def _credited(layout: Layout, lexicon: Lexicon) -> Iterator[str | None]:
    for index, label in enumerate(layout.labels):
        text = layout.page.lines[index].text[:200]
        if label.rule == "agency":
            yield part(text, lexicon)[1]
        elif label.kind == "credit" and (match := _CREDIT.match(text)):
            yield _wire(match["who"], lexicon)
        elif label.kind in {"boilerplate", "credit"} and (match := _COPYRIGHT.search(text)):
            yield part(match["who"], lexicon)[1]


def _outlet(layout: Layout, lexicon: Lexicon) -> str | None:
    """Return the outlet that the page names: beside its stamp, or as the owner of two teasers or more."""
    for name in _beside(layout):
        if bylines.is_house(name) and not bylines.is_role(name) and not part(name, lexicon)[1]:
            return name
    owners = Counter(mark.teaser.owner for mark in layout.page.marks if mark and mark.teaser)
    for owner, count in owners.most_common(1):
        alone = " " not in owner or owner.casefold() in {row.name.casefold() for row in lexicon.outlets}
        if count >= 2 and not _DESK.search(owner) and (alone or bylines.is_house(owner)):
            return owner
    return None
