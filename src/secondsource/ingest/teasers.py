"""Teasers of other stories: a title, and under it `OUTLET - DATE` with the first words glued on, often cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.ingest.stamps import DATE, YEAR

_OWNER = re.compile(r"^(?P<who>[\w.'’&@-]+(?:\s+[\w.'’&-]+){0,5}?)\s*(?:[-–—·|•]|,)\s*$")
_OWNED = re.compile(r"[\w.'’&@-]+(?:\s+[\w.'’&-]+){0,5}?\s*[-–—·|•,]")
"""How a line begins that `_OWNER` may fit up to its date; the search for a date takes much longer."""
_AFTER = re.compile(
    r"^\s*(?:(?:[-–—·|•,]\s*)?(?:\d+\s+(?:comments?|views?|shares?)|no comments|0)\s*)?$", re.IGNORECASE
)
_AGO = re.compile(
    r"^(?:\d+|an?)\s*(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|d|weeks?|m)\s+ago\b|^\d+[hdm] ago\b", re.IGNORECASE
)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Teaser:
    """A teaser's byline: `owner` the name before the date, `glued` whether text follows the date without a blank."""

    owner: str
    glued: bool


def teaser_byline(text: str) -> Teaser | None:
    """Read `OUTLET - DATE`, alone or with text glued on; None for anything else.

    >>> teaser_byline("Herald Staff · Feb 10, 2024Police said the motors")
    Teaser(owner='Herald Staff', glued=True)
    """
    match = DATE.search(text, 0, 120) if YEAR.search(text, 0, 120) and _OWNED.match(text) else None
    if match is None:
        return None
    owner = _OWNER.match(text[: match.start()])
    if owner is None:
        return None
    rest = text[match.end() :]
    glued = bool(rest) and rest[0].isalpha()
    return Teaser(owner["who"], glued) if glued or _AFTER.match(rest) else None


def is_age(text: str) -> bool:
    """Tell whether a line is only the age of a teaser: `15 hours ago`."""
    return len(text) <= 40 and _AGO.match(text) is not None


def is_cut_off(text: str) -> bool:
    """Tell whether a line breaks off with an ellipsis, as snippets do."""
    return _CUT.search(text[-8:]) is not None
