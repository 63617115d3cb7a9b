"""What a single line shows by its own form: stamp, byline, credit, caption, teaser, or a marker of the table.

A mark is only a reading of the line; `sections` decides with the lines around it.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from secondsource.ingest import bylines, captions, teasers
from secondsource.ingest.agencies import names
from secondsource.ingest.datelines import Dateline, dateline
from secondsource.ingest.lines import Line, line_of
from secondsource.ingest.markers import markers
from secondsource.ingest.solicitations import is_solicitation
from secondsource.ingest.stamps import StampLine, may_tell_time, stamp_line
from secondsource.lexicon.tables import Lexicon
from secondsource.records import SectionKind

_LONE = re.compile(r"^[\s(\[–—-]*(?:with |by |from )?(?:the )?(?P<who>\w[^()\[\]]*?)[\s)\].–—-]*$", re.IGNORECASE)
_SHORTEST = 25
"""Characters that follow a dateline at least: a line that is hardly longer is a heading."""
_FURNITURE = 100
"""Characters of the longest line that may come again on the next page of its outlet: menus, links, consent."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The reading of one line.

    Attributes:
        kind, rule: of the section that the line would be.
        reach: as in the table of markers; `line` for all other rules.
        stamp, teaser, byline: what was read, where the line is one of these.
        credit: offset in the line at which a credit begins, for captions.
    """

    kind: SectionKind
    rule: str
    reach: Literal["line", "block", "body"] = "line"
    stamp: StampLine | None = None
    teaser: teasers.Teaser | None = None
    byline: bylines.Byline | None = None
    credit: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads lines of one page; `month_first` for pages that write 02/12/2024 for 12 February."""

    lexicon: Lexicon
    month_first: bool = False

    def mark(self, line: Line) -> Mark | None:
        """Return what `line` shows, or None where it is plain text (or a headline)."""
        return _remembered(self, line.text) if len(line.text) <= _FURNITURE else self.read(line)

    def read(self, line: Line) -> Mark | None:
        """Return what `mark` does, and remember nothing."""
        return self._dated(line) or self.marker(line) or self._credited(line) or self._named(line)

    def dateline(self, line: Line) -> Dateline | None:
        """Return the dateline that `line` starts with; a place in small letters needs a date or a known agency."""
        found = dateline(line.text) if len(line.text) > _SHORTEST else None
        if found is None or len(line.text) - found.end < _SHORTEST:
            return None
        shouted = found.place is not None and found.place.split(",")[0].isupper() and self.marker(line) is None
        if found.when or shouted or (found.agency and self.known(found.agency)):
            return found
        return None

    def known(self, name: str) -> bool:
        """Tell whether `name` is an agency of the table, or reads like the name of one."""
        table = names(self.lexicon)
        return any(part.strip().casefold() in table for part in name.split("/")) or bylines.is_house(name)

    def _dated(self, line: Line) -> Mark | None:
        if not may_tell_time(line.text):
            return None
        teaser = teasers.teaser_byline(line.text)
        if teaser and teaser.glued:
            return Mark("teaser", "teaser-glued", teaser=teaser)
        stamp = stamp_line(line.text, month_first=self.month_first)
        if stamp and stamp.moments:
            return Mark("byline", "stamp", stamp=stamp, teaser=teaser)
        if teasers.is_age(line.text):
            return Mark("teaser", "teaser-age")
        return Mark("byline", "stamp", stamp=stamp) if stamp else None

    def marker(self, line: Line) -> Mark | None:
        """Return the marker or solicitation that `line` is."""
        row = markers(self.lexicon).find(line)
        if row:
            return Mark(row.kind, f"marker-{row.match}", row.reach)
        return Mark("boilerplate", "solicitation") if is_solicitation(line.text) else None

    def _credited(self, line: Line) -> Mark | None:
        """Read a line that is nothing but a known agency: `(AP)`, `- With AFP`, `Reuters`."""
        lone = _LONE.match(line.text) if line.words <= 6 else None
        return Mark("credit", "agency") if lone and lone["who"].casefold() in names(self.lexicon) else None

    def _named(self, line: Line) -> Mark | None:
        start = captions.credit_start(line.text)
        if start == 0:
            return Mark("credit", "credit")
        if start or captions.numbered(line.text):
            return Mark("caption", "caption-credit" if start else "gallery", credit=start)
        found = bylines.byline(line.text)
        return Mark("byline", "byline", byline=found) if found else None


@functools.lru_cache(maxsize=2**14)
def _remembered(reader: Reader, text: str) -> Mark | None:
    """Return the mark of a line of furniture, which pages of one outlet repeat."""
    return reader.read(line_of(text))


def forget() -> None:
    """Forget the marks of all lines: for measurements, in which no page may help another."""
    _remembered.cache_clear()
