"""Dates and times that a page states about itself, with their roles: published, updated, or none stated.

Only whole stamps count: a line of a date, a time, a role word and perhaps a name; a date inside a sentence is none.
Source: forms of agencies, national and local sites and aggregators.  12/02/2024 is read day first unless that is
impossible or the page is American (`month_first`).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Role = Literal["published", "updated", ""]

_MONTHS = (
    "january jan januar janvier janv enero ene gennaio gen janeiro januari января янв stycznia ocak",
    "february feb februar février févr fevrier febrero febbraio fevereiro fev februari февраля фев lutego şubat",
    "march mar märz mär mars marzo março maart mrt марта marca mart",
    "april apr avril avr abril abr aprile апреля апр kwietnia nisan",
    "may mai mayo maggio mag maio mei мая maja mayıs",
    "june jun juni juin junio giugno giu junho июня czerwca haziran",
    "july jul juli juillet juil julio luglio lug julho июля lipca temmuz",
    "august aug août aout agosto ago augustus августа авг sierpnia ağustos",
    "september sept sep septembre septiembre settembre set setembro сентября сен września eylül",
    "october oct oktober okt octobre octubre ottobre ott outubro out октября окт października ekim",
    "november nov novembre noviembre novembro ноября ноя listopada kasım",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember декабря дек grudnia aralık",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?![^\W\d_])\.?"
WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?![^\W\d_])\.?"
)
_OFFSETS = {
    "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "jst": 540, "kst": 540,
    "aest": 600, "aedt": 660, "hkt": 480, "sgt": 480, "wib": 420,
}  # fmt: skip
"""Minutes east of Greenwich.  ET, CST and IST name several zones and give none."""
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?(?!\d)\s*(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s*(?P<zone>utc|gmt|z|est|edt|cdt|mst|mdt|pst|pdt|bst|cest|cet|eest|eet|msk|jst|kst|aest|aedt|hkt|sgt|wib)(?![^\W\d_]))?"
    r"(?:\s?(?P<shift>[+-]\d\d?(?::?\d\d)?)(?!\d))?"
)
_DAY = rf"""(?:{WEEKDAY},?\s+)?(?:(?:the\s+|le\s+|el\s+|den\s+)?(?:
      (?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)
    | (?P<y2>(?:19|20)\d\d)[/.](?P<m2>\d\d?)[/.](?P<d2>\d\d?)
    | (?P<d3>\d\d?)(?:st|nd|rd|th|\.|er|º)?(?:\s+(?:of|de))?[\s-]+(?P<m3>{MONTH})(?:\s+(?:de|del))?,?[\s-]+
      (?P<y3>(?:19|20)\d\d)
    | (?P<m4>{MONTH})\s+(?P<d4>\d\d?)(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y4>(?:19|20)\d\d)
    | (?P<a5>\d\d?)(?P<sep>[./-])(?P<b5>\d\d?)(?P=sep)(?P<y5>(?:19|20)\d\d)
    | (?P<y6>(?:19|20)\d\d)年(?P<m6>\d\d?)月(?P<d6>\d\d?)日
    ))(?!\d)"""
DATE = re.compile(rf"(?<![\w/.-]){_DAY}", re.IGNORECASE | re.VERBOSE)
YEAR = re.compile(r"(?:19|20)\d\d")
"""What every date holds: found at once, where `DATE` is tried at each character."""
_NUMERIC = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:19|20)\d\d(?!\d)")
_SLASHED = re.compile(r"/(?:19|20)\d\d")
"""What every date of `_NUMERIC` holds, found by its slash, where that is tried at each character."""
_TIME = re.compile(_CLOCK, re.IGNORECASE)
_JOINT = re.compile(r"[\s,|·•T–—-]*(?:\bat\b|\bum\b|\bà\b|\ba las\b|\balle\b|\bkl[o.]?\b)?[\s|·•–—-]*", re.IGNORECASE)
_UPDATED = (
    r"(?:last\s+)?(?:updated|modified|edited|revised|amended)|zuletzt aktualisiert|aktualisiert|mise?\s+à\s+jour"
    r"|modifié|actualizado|aggiornato|atualizado|bijgewerkt|обновлено|zaktualizowano|güncelleme"
)
_PUBLISHED = (
    r"(?:first\s+|originally\s+)?(?:published|posted|created|issued)|publish(?:ed)?\s+date|date|veröffentlicht|erstellt"
    r"|publiée?|publicado|pubblicato|gepubliceerd|опубликовано|opublikowano|yayınlanma"
)
_ROLE = re.compile(rf"\b(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:\d+|an?|one|two|three|few)\s*(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|d|weeks?|months?|years?)\s+ago\b|\byesterday\b"
    r"|\b\d+\s*[- ]?min(?:ute)?s?(?:\s+of)?\s+read(?:ing)?\b|\breading time:?\s*\d+\s*min(?:ute)?s?"
    r"|\bil y a \d+ \w+|\bvor \d+ \w+",
    re.IGNORECASE,
)
_AGES = ("ago", "yesterday", "read", "il y a", "vor ")
"""One of these is in whatever `_AGO` fits, and a plain search for them is quick."""
_CLOCK_ONLY = re.compile(
    r"^(?:last\s+)?(?:updated|published|posted)\s+(?:at\s+)?\d{1,2}[:.]\d\d\b.{0,20}$", re.IGNORECASE
)
_FILLER = re.compile(
    r"\b(?:at|on|by|in|the|local\s+time|et|cst|ist|time|am|pm|uhr|\d+\s+comments?|comments?|shares?|\d+\s+views?|views?"
    r"|\d+\s+shares?|no\s+comments)\b|[\s,;:|·•()\[\]/.–—-]",
    re.IGNORECASE,
)
_HINT = re.compile(r"(?:19|20)\d\d|ago|yesterday|read|il y a|vor |updated|published|posted")
LONGEST = 160
"""A stamp line has two dates with roles and a name at most: 160 characters."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, perhaps with a time: ISO `value`, its stated `role`, and where it stands in the line."""

    value: str
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StampLine:
    """A line that is a stamp: its moments in order, and the words left over (a name, or nothing)."""

    moments: tuple[Moment, ...]
    rest: str


def may_tell_time(text: str) -> bool:
    """Tell whether a line holds anything that a stamp or the age of a teaser cannot be without; most lines do not."""
    if len(text) > LONGEST:
        return YEAR.search(text, 0, LONGEST) is not None
    return _HINT.search(text.casefold()) is not None


def stamp_line(text: str, *, month_first: bool = False) -> StampLine | None:
    """Read a line as a stamp; None if it is something else.

    >>> stamp_line("Mon 12 Feb 2024 06:10 | Last updated 08:55").moments[1].value
    '2024-02-12T08:55'
    """
    if len(text) > LONGEST or "@" in text:
        return None
    found = moments(text, month_first=month_first)
    if not found and not _tells_age(text) and not _CLOCK_ONLY.match(text):
        return None
    names = _AGO.sub(" ", _ROLE.sub(" ", _without(text, found)))
    rest = " ".join(names.split()).strip(" ,;:|·•()[]/–—-")
    if rest.lower() in _OFFSETS or (rest and not _FILLER.sub("", rest)):
        rest = ""
    return StampLine(tuple(found), rest) if not rest or _name_like(rest) else None


def _tells_age(text: str) -> bool:
    small = text.casefold()
    return any(word in small for word in _AGES) and _AGO.search(text) is not None


def moments(text: str, *, month_first: bool = False) -> list[Moment]:
    """Return the dates in `text` with their times and roles; a time with a role but no date takes the last date."""
    found: list[Moment] = []
    if YEAR.search(text) is None:
        return found
    position, role = 0, ""
    for match in DATE.finditer(text):
        day = _date(match, month_first=month_first)
        if day is None:
            continue
        role = _role_in(text[position : match.start()]) or ""
        clock, end = _time_after(text, match.end())
        if not clock and found == [] and (before := _time_before(text, match.start())):
            clock = before
        found.append(Moment(day + clock, role, match.start(), end))  # type: ignore[arg-type]
        position = end
    return found + _later_time(text, found)


def writes_month_first(text: str) -> bool:
    """Tell whether the numeric dates of a page are only possible with the month first (03/25/2024).

    >>> writes_month_first("Posted 03/25/2024")
    True
    """
    found = [(int(match[1]), int(match[2])) for match in _NUMERIC.finditer(text)] if _SLASHED.search(text) else []
    return any(second > 12 for _, second in found) and all(first <= 12 for first, _ in found)


def zoned(hour: int, minute: int, zone: str | None, shift: str | None) -> str:
    """Return `Thh:mm` with the offset that a zone's name or shift states.

    >>> zoned(6, 0, "EST", None)
    'T06:00-05:00'
    """
    return f"T{hour:02d}:{minute:02d}{_offset(zone, shift)}"


def _offset(zone: str | None, shift: str | None) -> str:
    if shift and (zone is None or zone.lower() in {"utc", "gmt"}):
        digits = shift[1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        return f"{shift[0]}{hours:02d}:{minutes:02d}" if hours <= 14 and minutes < 60 else ""
    if zone is None or zone.lower() not in _OFFSETS:
        return ""
    east = _OFFSETS[zone.lower()]
    return f"{'-' if east < 0 else '+'}{abs(east) // 60:02d}:{abs(east) % 60:02d}"


def _date(match: re.Match[str], *, month_first: bool) -> str | None:
    group = match.groupdict()
    for n in "12346":
        if group[f"y{n}"]:
            month = group[f"m{n}"].lower().rstrip(".")
            return iso(int(group[f"y{n}"]), MONTHS.get(month) or int(month), int(group[f"d{n}"]))
    day, month_number = int(group["a5"]), int(group["b5"])
    if (month_first and day <= 12) or month_number > 12:
        day, month_number = month_number, day
    return iso(int(group["y5"]), month_number, day)


def iso(year: int, month: int, day: int) -> str | None:
    """Return the ISO day, or None where the calendar has none (31 June)."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> str | None:
    if match["minute"] is None and match["half"] is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return None if hour > 23 else zoned(hour, minute, match["zone"], match["shift"])


def _time_after(text: str, position: int) -> tuple[str, int]:
    joint = _JOINT.match(text, position)
    start = joint.end() if joint else position
    match = _TIME.match(text, start)
    if match is None or (start == position and text[position : position + 1].isdigit()):
        return "", position
    clock = _clock(match)
    return (clock, start + len(match[0].rstrip())) if clock else ("", position)


def _time_before(text: str, position: int) -> str:
    """Read `5:31 PM, February 16, 2024`: a clock time right before the first date."""
    for match in _TIME.finditer(text, max(0, position - 24), position):
        if not text[match.end() : position].strip(" ,|·•–—-") and (clock := _clock(match)):
            return clock
    return ""


def _later_time(text: str, found: list[Moment]) -> list[Moment]:
    if not found:
        return []
    tail = found[-1].end
    match = _TIME.search(text, tail)
    role = _role_in(text[tail : match.start()]) if match else None
    clock = _clock(match) if match and role else None
    return [Moment(found[-1].value[:10] + clock, role, match.start(), match.end())] if match and clock and role else []


def _role_in(text: str) -> Role | None:
    roles: list[Role] = ["updated" if match["updated"] else "published" for match in _ROLE.finditer(text)]
    return roles[-1] if roles else None


def _without(text: str, found: list[Moment]) -> str:
    for moment in reversed(found):
        text = text[: moment.start] + " | " + text[moment.end :]
    text = re.sub(rf"^\s*{WEEKDAY}", " ", text, flags=re.IGNORECASE)
    return _TIME.sub(lambda match: " " if _clock(match) else match[0], text)


def _name_like(rest: str) -> bool:
    """Tell whether what is left of a stamp line reads like names: few words, most of them capitalised."""
    words: list[str] = re.findall(r"[^\W\d_][\w'’.-]*", rest)
    if not words or len(words) > 9 or (rest[-1:] in ".!?" and len(words) > 3):
        return False
    small = {"by", "and", "of", "the", "in", "for", "at", "on", "und", "et", "y", "de", "von", "par"}
    capital = sum(word[0].isupper() or word.lower() in small or "." in word for word in words)
    return capital >= len(words) - (1 if len(words) > 3 else 0)
