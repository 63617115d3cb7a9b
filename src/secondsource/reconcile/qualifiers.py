"""Small words around a number that say how it stands to another: a part, the rest, the gunman too, the latest count.

Source: own rules, from the development stories; that an attacker's own death is counted or left out is the difference
that ACLED and the Gun Violence Archive write down for each event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Told = Literal["", "before", "lately"]
"""Whether the words call a number the earlier one (`had put it at`) or the newest (`the latest tally`)."""

_SURE = re.compile(r"\b(?:confirmed|verified|laboratory|lab)\b", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:suspected|possible|probable|presumed|unconfirmed)\b", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:includ(?:ed|es|ing)|among them)\s+(?:\w+\s+)?$", re.IGNORECASE)
_REST = re.compile(r"\bthe other\s+$", re.IGNORECASE)
_OF_WHICH = re.compile(r"(?:^|[.;:]\s*)of (?!all\b)[^,;:]{2,50},\s+(?:[^,;:\d]{2,30}\s)?$", re.IGNORECASE)
_PERSON = re.compile(
    r"^\s+\w+,?\s+(?:an?\s+(?:\w+\s+)?(?:man|woman|boy|girl)\b|named|identified as|who was identified)"
)
_OTHER = re.compile(
    r"\b(?:unrelated|separate|previous|earlier|similar)\s+(?:\w+\s+){0,2}"
    r"(?:shootings?|attacks?|bombings?|outbreaks?|incidents?|accidents?|disasters?|quakes?|earthquakes?|crash(?:es)?)\b",
    re.IGNORECASE,
)
_ATTACKER = re.compile(
    r"\b(?:includ\w+|among them|along with|as well as|plus)\s+(?:the\s+|a\s+|both\s+)?(?:\w+\s+){0,2}"
    r"(?:gunm[ae]n|shooters?|attackers?|suspects?|bombers?|assailants?|hijackers?|perpetrators?|killers?|himself|herself)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?<!minutes )(?<!hours )(?<!days )(?<!weeks )(?<!months )(?<!years )earlier(?! (?:this|that|in|on|today)\b)"
    r"|previous(?:ly)?|initially|originally|at first|formerly)\b",
    re.IGNORECASE,
)
_NEWEST = re.compile(r"\b(?:latest|updated?|newest|revised|officially)\b", re.IGNORECASE)
_AROUND = 24
"""Characters around a number in which `confirmed` or `suspected` qualifies it."""
_BEFORE = 90
"""Characters before a number in which `earlier` or `latest` tells its place among others."""


@dataclass(frozen=True, slots=True)
class Qualified:
    """What the words around a number say.

    Attributes:
        sure: whether it counts what is confirmed (True) or suspected (False), None where neither is said.
        among: whether the words say that another count includes it.
        rest: whether it counts a part of a whole that its sentence knows (`the other four`, `of the 12, 11 are`), or
            one person who is told of (`one guard, a man of 40`).
        attacker: whether whoever did it is counted too.
        told: its place among other counts.
        other: whether they call what happened another event (`an unrelated shooting`).
    """

    sure: bool | None
    among: bool
    rest: bool
    attacker: bool
    told: Told
    other: bool


def qualified(sentence: str, start: int, end: int, noun: str) -> Qualified:
    """Return what `sentence` says around its number `[start, end)`, whose counted noun is `noun`."""
    before = sentence[:start]
    return Qualified(
        sure=_sure(sentence[max(0, start - _AROUND) : end + _AROUND], noun),
        among=bool(_AMONG.search(before)),
        rest=bool(_REST.search(before) or _OF_WHICH.search(before) or _PERSON.match(sentence[end:])),
        attacker=bool(_ATTACKER.search(sentence)),
        told=_told(before[-_BEFORE:]),
        other=bool(_OTHER.search(sentence)),
    )


def _sure(around: str, noun: str) -> bool | None:
    for words in (noun, around):
        sure, unsure = bool(_SURE.search(words)), bool(_UNSURE.search(words))
        if sure != unsure:
            return sure
    return None


def _told(before: str) -> Told:
    if _EARLIER.search(before):
        return "before"
    return "lately" if _NEWEST.search(before) else ""
