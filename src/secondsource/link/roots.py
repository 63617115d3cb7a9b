"""Names over a storyline: which of them stand for one person, one body, one state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.records import Document, Entity
from secondsource.text.names import is_acronym, same_body, same_person, same_word, words

_OF_STATE = frozenset(
    {
        "ministry", "government", "embassy", "army", "military", "forces", "navy", "administration", "kremlin",
        "presidency", "cabinet", "treasury",
    }
)  # fmt: skip
"""Heads of bodies that speak for their state: two of them are one party (conservative: fewer independent origins)."""


def roots(entities: Iterable[Entity], documents: Iterable[Document] = ()) -> dict[str, str]:
    """Return each name of a storyline (speaker or body) with the name of the party that it stands for.

    Persons go together by surname and given names that do not contradict; a lone surname only where one full name
    fits.  Bodies go together by head word and modifiers, an acronym with the only name that has its initials.  A
    ministry, army or embassy goes with the state whose people or name it bears.  Outlets and agencies of `documents`
    are bodies too, so that an agency's initials in a dateline meet its full name elsewhere.
    """
    known = sorted(entities, key=lambda each: (each.id, each.name))
    bodies = {each.name for each in known if each.kind in {"organisation", "place"}}
    bodies |= {name for each in documents for name in (each.outlet, each.agency) if name}
    loose = {each.name for each in known if each.kind == "other"} | {each.body for each in known if each.body}
    persons = {each.name for each in known if each.kind == "person"} - bodies
    places = sorted(
        {each.name for each in known if each.kind == "place" or (each.kind == "other" and " " not in each.name)}
    )
    longest = sorted(bodies, key=lambda name: (-len(words(name)), name))
    found = {name: _person(name, sorted(persons)) for name in sorted(persons)}
    for name in sorted(bodies | loose):
        found[name] = _state(name, places) or _body(name, longest)
    return found


def _person(name: str, persons: Sequence[str]) -> str:
    fuller = [other for other in persons if len(words(other)) > len(words(name)) and same_person(other, name)]
    return fuller[0] if len(fuller) == 1 else name


def _body(name: str, longest: Sequence[str]) -> str:
    if name.isupper() and len(name) > 1:
        spelt = [other for other in longest if is_acronym(name, other)]
        return spelt[0] if len(spelt) == 1 else name
    fuller = [other for other in longest if len(words(other)) > len(words(name)) and same_body(other, name)]
    return fuller[0] if len(fuller) == 1 else name


def _state(name: str, places: Sequence[str]) -> str | None:
    own = words(name)
    if len(own) < 2 or own[-1] not in _OF_STATE:
        return None
    for place in places:
        own_place = words(place)
        if own_place and len(own_place) < len(own):
            pairs = zip(own, own_place, strict=False)
            if all(same_word(one, two) for one, two in pairs):
                return place
    return None
