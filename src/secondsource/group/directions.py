"""Decides which of two documents that share wording had it first.

The page's own word comes first (its dateline or its text credits the other), then the day, then which text is whole.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass

from secondsource.lexicon.tables import Lexicon
from secondsource.records import Document

_CREDIT = re.compile(
    r"\b(?:with files from|report(?:s|ed|ing)?|told|according to|contributed|via|courtesy|copyright|originally|"
    r"published|story|source|obtained by|interview|wrote|writes|first)\b|©",
    re.IGNORECASE,
)
_CALL_SIGN = re.compile(r"(?:www\.)?([kw][a-z]{3})(?:-?tv|-?fm|\d+)?\.(?:com|org|net)")
_HOST = re.compile(r"(?:https?://web\.archive\.org/web/\w+/)?https?://(?:www\.)?([\w.-]+)")
_PORT = re.compile(r":\d{2,5}$")
_SENTENCE = re.compile(r"[^\n]+")
_SMALL = frozenset({"and", "of", "the", "for", "in", "de"})


@dataclass(frozen=True, slots=True)
class Origins:
    """Tells who wrote a document's text, by the names that the tables know for agencies and outlets."""

    lexicon: Lexicon

    def credits(self, copy: Document, original: Document) -> bool:
        """Tell whether `copy` names the outlet or agency of `original` as where its text comes from."""
        theirs, ours = owner(original), owner(copy)
        if theirs is None or (ours is not None and self.same(ours, theirs)):
            return False
        if copy.agency is not None and self.same(copy.agency, theirs):
            return True
        return _links(copy, original) or any(self._credited(copy, name) for name in self.names(theirs))

    def own_wire(self, document: Document) -> bool:
        """Tell whether the document stands with the very agency that it credits."""
        if document.agency is None:
            return False
        return document.outlet is None or self.same(document.outlet, document.agency)

    def same(self, left: str, right: str) -> bool:
        """Tell whether two names stand for one agency or outlet."""
        return bool(self.names(left) & self.names(right))

    def related(self, left: Document, right: Document) -> bool:
        """Tell whether two documents are of one outlet, or of two that belong to one owner."""
        if left.outlet is None or right.outlet is None:
            return False
        return self.same(left.outlet, right.outlet) or bool(self._owners(left.outlet) & self._owners(right.outlet))

    def _owners(self, outlet: str) -> frozenset[str]:
        names = self.names(outlet)
        return frozenset(row.family for row in self.lexicon.outlets if row.family and {row.name, row.domain} & names)

    def names(self, name: str) -> frozenset[str]:
        """Return the names under which an agency or outlet is known, its initials included (PGW)."""
        return _names(self.lexicon, name)

    def directed(self, first: Document, second: Document) -> tuple[Document, Document]:
        """Return two documents that share a text as (copy, original); `first` comes first where nothing parts them."""
        taken, given = self.credits(first, second), self.credits(second, first)
        if taken != given:
            return (first, second) if taken else (second, first)
        wire = self.own_wire(first), self.own_wire(second)
        if wire[0] != wire[1] and first.agency and second.agency:
            return (second, first) if wire[0] else (first, second)
        return (first, second) if self._later(first, second) else (second, first)

    def _later(self, first: Document, second: Document) -> bool:
        """Tell whether `first` came out later, or where the day does not tell, reads as if it had.

        Of two texts of one day the one that lost the agency's mark is the later one, and of two of one outlet the
        longer one: reports grow.
        """
        days = own_day(first, near=own_day(second)), own_day(second, near=own_day(first))
        if days[0] and days[1] and days[0] != days[1]:
            return days[0] > days[1]
        days = _last_day(first), _last_day(second)
        if days[0] and days[1] and days[0] != days[1]:
            return days[0] > days[1]
        minutes = own_minute(first), own_minute(second)
        if minutes[0] and minutes[1] and minutes[0] != minutes[1]:
            return minutes[0] > minutes[1]
        if bool(first.agency) != bool(second.agency):
            return bool(second.agency)
        return first.outlet is not None and first.outlet == second.outlet and len(first.text) > len(second.text)

    @staticmethod
    def _credited(copy: Document, name: str) -> bool:
        if len(name) < 3 or name not in copy.text:
            return False
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        lines = (line.group() for line in _SENTENCE.finditer(copy.text))
        return any(pattern.search(line) and _CREDIT.search(line) for line in lines if name in line)


def owner(document: Document) -> str | None:
    """Return who publishes a document: its outlet, or the agency where the outlet is unknown."""
    return document.outlet or document.agency


@functools.lru_cache(maxsize=4096)
def _names(lexicon: Lexicon, name: str) -> frozenset[str]:
    """Return the tables' names, initials, and the call sign of a broadcaster known by its host (`kxyz.com`)."""
    bare = _PORT.sub("", name.removeprefix("The ").strip())
    known = {name.strip(), bare}
    for agency in lexicon.agencies:
        if bare in {agency.name, *agency.aliases}:
            known |= {agency.name, *agency.aliases}
    for outlet in lexicon.outlets:
        if bare in {outlet.name, outlet.domain}:
            known |= {outlet.name, outlet.domain}
    station = _CALL_SIGN.fullmatch(bare)
    if station:
        known.add(station[1].upper())
    return frozenset(known | {initials for each in known if (initials := _initials(each))})


def _initials(name: str) -> str:
    """Return the initials of a name of three words or more.

    >>> _initials("Pacific and Gulf Wire")
    'PGW'
    """
    letters = [word[0] for word in name.split() if word.lower() not in _SMALL]
    return "".join(letters) if len(letters) > 1 and all(letter.isupper() for letter in letters) else ""


def own_day(document: Document, *, near: dt.date | None = None) -> dt.date | None:
    """Return the day on which the document came out: as published, else its dateline's.

    A dateline without a year takes the year that brings it closest to `near`.
    """
    if document.published is not None and document.published.day is not None:
        return document.published.day
    if document.dateline is None:
        return None
    return document.dateline.day or closest(document.dateline.value, near)


def _last_day(document: Document) -> dt.date | None:
    stamp = document.updated or document.published
    return stamp.day if stamp else None


def own_minute(document: Document) -> dt.datetime | None:
    """Return when the document says that it came out or was last put right, None without a minute and its offset."""
    stamp = document.updated or document.published
    if stamp is None or "T" not in stamp.value:
        return None
    moment = dt.datetime.fromisoformat(stamp.value)
    return moment if moment.tzinfo else None


def _links(copy: Document, original: Document) -> bool:
    """Tell whether a document gives the address of the other's outlet as where it comes from."""
    host = _HOST.match(original.url or "")
    if host is None:
        return False
    return any(f"://{prefix}{host[1]}/" in copy.text for prefix in ("", "www.")) or original.url in copy.based_on


def closest(value: str, day: dt.date | None) -> dt.date | None:
    """Return the date `--MM-DD` in the year that brings it closest to `day`, None without a day."""
    if day is None:
        return None
    month, number = int(value[2:4]), int(value[5:7])
    found = [date for year in (day.year - 1, day.year, day.year + 1) if (date := _date(year, month, number))]
    return min(found, key=lambda date: abs((date - day).days), default=None)


def _date(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None
