"""Tells a country by its people’s name, also one that no table holds: `Varnian ministry` is the ministry of Varnia.

Source: names in -ia form their adjective in -ian, most others in -n, -an, -ish or -ese (UN list of demonyms).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.link import vocabulary
from secondsource.text.names import words

_STATE_BODIES = vocabulary.words(
    "government military army navy officials authorities presidency regime embassy consulate"
)
_FORCES = frozenset({"air", "armed", "ground", "naval"})
_OFFICES = frozenset({"ministry", "office", "department"})
_STATE_MINISTRIES = frozenset({"foreign", "defense", "defence", "unification"})
"""Ministries through which a state speaks to others; the rest are bodies of their own."""

_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")
_STEM = 3
"""Letters that an adjective shares with its country’s name at least."""


def is_adjective_of(adjective: str, name: str) -> bool:
    """Tell whether a capitalised word can be the adjective of the place called `name`.

    >>> is_adjective_of("Varnian", "Varnia"), is_adjective_of("Kalderan", "Kaldera")
    (True, True)
    >>> is_adjective_of("Varnian", "Varn Strait"), is_adjective_of("Kalderan", "Varnia")
    (False, False)
    """
    stem = name.rstrip("aeiouy") or name
    if " " in name or len(stem) <= _STEM or not adjective.startswith(stem) or adjective == name:
        return False
    return adjective[len(stem) :] in {"n", "an", "ian", "ean", "ese", "ish", "i", "yan"} or adjective in {
        name + ending for ending in ("n", "an", "ian", "ese", "ish")
    }


def capitalised(text: str) -> frozenset[str]:
    """Return the capitalised words of a text, among which the adjectives of countries are."""
    return frozenset(_CAPITALISED.findall(text))


def belongs_to(people: str, place: str) -> bool:
    """Tell whether the first word of a body's name is the place or its people (`Norland army`, `Varnian army`)."""
    return people == place or is_adjective_of(people, place)


def has_adjective(name: str, capitals: Iterable[str]) -> bool:
    """Tell whether one of the words of a text is the adjective of `name`, which then is a country or the like."""
    stem = name.rstrip("aeiouy") or name
    if len(stem) <= _STEM or " " in name:
        return False
    return any(word.startswith(stem) and is_adjective_of(word, name) for word in capitals)


def speaks_for_state(rest: tuple[str, ...]) -> bool:
    """Tell whether a body called so speaks for its whole state: government, forces, foreign and defence ministry.

    `rest` are the lower-case words of its name without the state’s.
    """
    if not rest:
        return False
    forces = rest[-1] in {"force", "forces"} and len(rest) > 1 and rest[-2] in _FORCES
    ministry = bool({rest[0], rest[-1]} & _OFFICES) and bool(set(rest) & _STATE_MINISTRIES)
    return forces or ministry or rest[-1] in _STATE_BODIES


def people_of_state(name: str) -> str:
    """Return the people’s name that opens the name of a body speaking for its state, "" where it is no such body."""
    first, _, rest = name.removeprefix("the ").partition(" ")
    return first if first[:1].isupper() and speaks_for_state(words(rest)) else ""


def country(name: str, places: Iterable[str]) -> str | None:
    """Return which of the `places` a state’s body speaks for (`Varnian foreign ministry`), None where it is none."""
    people = people_of_state(name)
    return next((place for place in sorted(places) if people and belongs_to(people, place)), None)
