"""Datelines: where and when an agency filed a text, and whose text it is.

Styles read (invented places): `June 4 (UPI) —`, `PORT ELLERY, Feb. 11 (PGW) —`, `PORT ELLERY, 12 February (Radio X) –`,
`HOLLOWAY (AP) —`, `LONDON (Reuters) -`, `Paris (AFP) –`, `BEIJING, June 5 (Xinhua) --`, `MOSCOW, June 5. /TASS/.`,
`June 5 (KCNA) --`, `SEOUL, June 5 (Yonhap) --`, `NEW DELHI, June 5 (PTI):`, `Moscow. June 5. Interfax -`,
`MADRID —`.
Source: dateline rules of the AP and Reuters stylebooks; forms seen in the agencies' own copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.ingest.stamps import MONTH, MONTHS, WEEKDAY, iso

_CAP = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
_PLACE = (
    rf"(?P<place>{_CAP}(?:[ /-](?:of\s|de\s|del\s|la\s|el\s|al-)?{_CAP}){{0,4}}"
    rf"(?:,\s+{_CAP}(?:\s+(?:of\s|and\s)?{_CAP}){{0,3}}){{0,2}})"
)
_WHEN = rf"""(?P<when>(?:(?i:{WEEKDAY}),?\s+)?(?:
      (?P<m1>(?i:{MONTH}))\s*(?P<d1>\d\d?)(?:st|nd|rd|th)?(?:,?\s+(?P<y1>(?:19|20)\d\d))?
    | (?P<d2>\d\d?)(?:st|nd|rd|th|\.)?\s+(?P<m2>(?i:{MONTH}))(?:,?\s+(?P<y2>(?:19|20)\d\d))?
    )(?!\d))"""
_WHO = r"[(\[](?P<who>[^\W\d_][^()\[\]\n]{0,60}?)[)\]]"
_DASH = r"(?:\s*(?:—|―|--+)|\s*–(?=\s|[^\W\d_])|\s+-(?=\s)|\s*:(?=\s))"
_FULL = re.compile(
    rf"(?:{_PLACE}(?:,|\.)?\s*)??(?:{_WHEN}\.?,?)?\s*(?:{_WHO})?{_DASH}(?=\s*\S)",
    re.VERBOSE,
)
_SLASH = re.compile(rf"{_PLACE}(?:,|\.)?\s*{_WHEN}\.?\s*/(?P<who>[^/\n]{{2,40}})/\.?", re.VERBOSE)
_STOPS = re.compile(rf"{_PLACE}\.\s+{_WHEN}\.\s+(?P<who>{_CAP}(?:\s{_CAP}){{0,2}})\s*(?:—|–|-+)(?=\s)", re.VERBOSE)
_OPEN = re.compile(rf"{_PLACE},?\s+{_WHEN}\s*{_WHO}(?=\s+[^\W\d_])", re.VERBOSE)
_NO_PLACE = re.compile(
    r"(?:UPDATED?|WATCH|VIDEO|LIVE|EXCLUSIVE|BREAKING|CORRECTION|ANALYSIS|OPINION|EDITORIAL|EXPLAINER|PHOTO|READ|MORE|NOTE"
    r"|WARNING|RELATED|FACTBOX|TIMELINE|Q|A|FAQ|SPOILER|REVIEW|INTERVIEW|EDITOR['’]S NOTE|ADVERTISEMENT|SHARE|LISTEN"
    r"|NEW|TIP|STORY|HIGHLIGHT|SUMMARY|IMAGE|CREDIT|PICTURE|CAPTION|SOURCE|BY)S?$"
)
_SIGN = re.compile(r"[—―–:/(\[-]")
"""One of these is in every dateline; most lines have none."""
_DIGIT = re.compile("[0-9]")
_FORMS = (
    (re.compile("/"), True, _SLASH),
    (re.compile("[—―–:-]"), True, _STOPS),
    (re.compile("[—―–:]|--| -"), False, _FULL),
    (re.compile(r"[(\[]"), True, _OPEN),
)
"""Forms in the order in which they are tried, each after a sign that it cannot be without and whether it holds digits:
a search for these is quick, a pattern is not."""
HEAD = 160
"""Longest dateline read, in characters."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: it ends before `end` (offset in the line); `when` is a day, `--MM-DD`, or None."""

    end: int
    place: str | None
    when: str | None
    agency: str | None


def dateline(line: str) -> Dateline | None:
    """Read the dateline that `line` starts with, or None.

    >>> dateline("PORT ELLERY, Feb. 11 (PGW) — A ferry sank.")
    Dateline(end=28, place='PORT ELLERY', when='--02-11', agency='PGW')
    """
    head = line[:HEAD]
    if _SIGN.search(head) is None:
        return None
    digits = _DIGIT.search(head) is not None
    for signs, dated, pattern in _FORMS:
        match = pattern.match(head) if (digits or not dated) and signs.search(head) else None
        if match and (found := _read(match, bare=pattern is _FULL)):
            return found
    return None


def _read(match: re.Match[str], *, bare: bool) -> Dateline | None:
    place, who, when = match["place"], match["who"], _when(match)
    if who and not _agency_like(who):
        return None
    if when is None and who is None and not (bare and place and _shouted(place, match[0])):
        return None
    if match[0].rstrip().endswith(":") and not (who or when) and not _shouted(place or "", match[0]):
        return None
    if who and not when and not place and match[0].rstrip().endswith(":"):
        return None
    return Dateline(len(match[0].rstrip()), place.rstrip(",. ") if place else None, when, who)


def _when(match: re.Match[str]) -> str | None:
    if not match["when"]:
        return None
    n = "1" if match["m1"] else "2"
    month = MONTHS[match[f"m{n}"].lower().rstrip(".")]
    day, year = int(match[f"d{n}"]), match[f"y{n}"]
    if year:
        return iso(int(year), month, day)
    leap = iso(2000, month, day)
    return "-" + leap[4:] if leap else None


def _shouted(place: str, whole: str) -> bool:
    """Tell whether a place that stands alone before the dash is written as datelines write it: in capitals."""
    first = place.split(",", maxsplit=1)[0]
    letters = [char for char in first if char.isalpha()]
    return (
        len(letters) >= 3
        and all(char.isupper() for char in letters)
        and not any(char.isdigit() for char in whole)
        and _NO_PLACE.match(first) is None
    )


def _agency_like(who: str) -> bool:
    words = who.replace("/", " ").split()
    return len(words) <= 6 and words[0][0].isupper() and not any(char.isdigit() for char in who)
