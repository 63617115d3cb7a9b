"""Does a name name somebody, and can two names be the same party?"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

from secondsource.reconcile.contents import word_set

_COMMON = word_set(
    "the a an her his their its our my one two three another other last this that these those some many several both"
    " brother sister father mother son daughter husband wife friend family neighbor neighbour resident judge jury"
    " teacher captain owner company firm office agency ministry police authority government army military state court"
    " prosecutor lawyer expert analyst investigator witness survivor source spokesman spokeswoman spokesperson official"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december"
    " report statement affidavit document record data figure list study survey media"
)
"""Words that name a role or a paper and nobody in particular, capitals or not (`The ministry`)."""

_CROWD = word_set(
    "officials authorities investigators detectives deputies officers sources prosecutors lawyers attorneys experts"
    " analysts witnesses survivors residents neighbors neighbours relatives friends families reports others students"
    " protesters activists demonstrators voters lawmakers people doctors medics rescuers aides critics documents"
    " records"
    " men women workers soldiers troops rebels fighters diplomats observers economists researchers scientists locals"
    " villagers passengers patients parents teachers colleagues supporters opponents members leaders estimates outlets"
    " republicans democrats senators tweeters users posters operatives councils"
)
"""Plurals that stay a crowd whatever stands before or after them (`Syrian opposition activists`)."""

_SOMEBODY = word_set(
    "officer official judge resident teacher captain owner witness survivor soldier engineer employee worker nurse"
    " doctor lawyer prosecutor analyst expert diplomat neighbor neighbour man woman father mother brother sister son"
    " daughter husband wife relative friend source lawmaker politician minister spokesman spokeswoman driver passenger"
    " student farmer fisherman shepherd pilot sailor detective deputy adviser aide"
    " senator congressman congresswoman governor mayor nominee candidate representative"
)
"""What one person is whom the text does not name (`a former Marlow police officer`)."""

_MEDIA = word_set(
    "news herald times post tribune gazette journal tv television radio press broadcaster channel magazine newspaper"
    " reporters reporter outlet wire agency"
)
"""Words of the names of those who carry what others say."""

_FORCE = word_set(
    "police sheriff sheriffs sgt lt capt cpl det officer detective deputy chief trooper troopers patrol marshal"
    " fbi atf bureau agents enforcement"
)
"""Words of a name that speaks for the police."""

_SERVICES: Mapping[str, str] = {
    **dict.fromkeys(_FORCE, "police"),
    **dict.fromkeys(("hospital", "clinic", "infirmary"), "hospital"),
    **dict.fromkeys(("fire", "firefighters", "brigade"), "fire"),
    **dict.fromkeys(("coastguard", "coast"), "coast guard"),
    **dict.fromkeys(("coroner", "morgue"), "coroner"),
    **dict.fromkeys(("navy",), "navy"),
    **dict.fromkeys(("university", "school", "college"), "school"),
    **dict.fromkeys(("union",), "union"),
    **dict.fromkeys(("airline", "airport"), "airport"),
}
"""Words that tell one kind of service from another, each on its own ground; ministries and offices overlap."""

_WORD = re.compile(r"\w+")
_HEAD = re.compile(r"\s(?:of|in|at|for|from|with|on|who|whose|and|to)\s|,")


@functools.lru_cache(maxsize=16_384)
def named(name: str) -> bool:
    """Tell whether `name` is a proper name: of a person or a body, not of a role, a crowd or a carrier of news.

    >>> [named(name) for name in ("Marlow police", "police", "a survivor", "Velian activists", "The Valley Herald")]
    [True, False, False, False, False]
    """
    words = _WORD.findall(name)
    if not any(word[0].isupper() and word.lower() not in _COMMON | _CROWD for word in words):
        return False
    heads = [_WORD.findall(part) for part in _HEAD.split(name)[:2]]
    crowd = any(head and head[-1].lower() in _CROWD for head in heads)
    return not crowd and not (heads[0] and heads[0][-1] in _SOMEBODY) and not _carries(words)


def _carries(words: Iterable[str]) -> bool:
    return any(word.lower() in _MEDIA for word in words)


def distinct(names: Iterable[str], *, one_force: bool) -> list[str]:
    """Drop each name that may stand for one already kept.

    That is one whose words all stand in a longer one (`Tauk` beside `Perrin Tauk`), and an officer without a name
    (`a police spokeswoman`, `authorities`) beside any other; with `one_force` every officer or police body but the
    first: who speaks for the police of a place is taken for one force.
    """
    kept: list[frozenset[str]] = []
    result: list[str] = []
    for name in sorted(names, key=lambda name: (not named(name), -len(_WORD.findall(name)), name)):
        words = _plain(name)
        of_a_force = bool(words & _FORCE) and any(other & _FORCE for other in kept)
        some_force = not named(name) and bool(words & _OFFICIAL) and any(other & _OFFICIAL for other in kept)
        folds = some_force or (of_a_force and (one_force or not named(name)))
        if not folds and not any(words <= other for other in kept):
            kept.append(words)
            result.append(name)
    return result


def distinct_services(names: Iterable[str], *, beside: Iterable[str]) -> int:
    """Return how many services of a kind of their own stand among `names`, counting the bodies among `beside`.

    `The fire brigade` and `Marlow hospital` are two although the first has no name; `police` and a named man may be
    one, since he may speak for the police.

    >>> distinct_services(["fire brigade", "Marlow hospital"], beside=["Marlow hospital"])
    2
    >>> distinct_services(["police", "Marlow police"], beside=["Marlow police"])
    1
    """
    kinds = {kind for name in names if (kind := _service(name))}
    bodies = sum(_service(name) is not None for name in beside)
    of_bodies = {kind for name in beside if (kind := _service(name))}
    return bodies + len(kinds - of_bodies)


def investigates(name: str) -> bool:
    """Tell whether `name` is one of those who look into an incident, from whom the first reports of it come.

    >>> [investigates(name) for name in ("Marlow police", "authorities", "the fire brigade", "Ann Li")]
    [True, True, True, False]
    """
    words = frozenset(map(str.lower, _WORD.findall(name)))
    return bool(words & _INCIDENT)


_OFFICIAL = _FORCE | word_set("authorities officials investigators detectives deputies officers investigator")
"""Words by which news speaks of the police without naming it (`authorities said`)."""

_INCIDENT = _OFFICIAL | word_set(
    "official prosecutors prosecutor coroner fire firefighters brigade coastguard rescuers affidavit"
)
"""Words of the names of those from whom the first reports of a crime or an accident come."""


def _service(name: str) -> str | None:
    """Return the kind of service that `name` names or is a part of, None for a man, a crowd, or anything else."""
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or words[-1] in _CROWD | _SOMEBODY or _carries(words):
        return None
    return next((_SERVICES[word] for word in reversed(words) if word in _SERVICES), None)


@functools.lru_cache(maxsize=16_384)
def _plain(name: str) -> frozenset[str]:
    """Return the words of `name` in lower case, without articles and accents (`Peñas` and `Penas` are one man)."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
    return frozenset(_WORD.findall(plain)) - {"the", "a", "an"}
