"""Joins the entities of a storyline's documents: one person, body or state under all the names it goes by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from secondsource.link import vocabulary
from secondsource.link.countries import belongs_to, people_of_state
from secondsource.link.roster import same_body
from secondsource.records import Document, Entity
from secondsource.text.names import acronym, is_acronym, normalise, same_person, words


def roots(entities: Iterable[Entity], documents: Iterable[Document] = ()) -> dict[str, str]:
    """Return each name of a storyline, of a speaker or a body, with the name of the party whose word it is.

    A spokesman's root is his body, also where another document names him alone.  Names that could be two parties'
    (a surname of two people) are their own root: namesakes stay apart.  Outlets and agencies of `documents` are bodies
    too, so that the initials of an agency in a dateline meet its full name elsewhere.
    """
    known = sorted(entities, key=lambda each: (each.doc_id, each.id))
    publishers = {name for each in documents for name in (each.outlet, each.agency) if name}
    full = _full_names(known, sorted(publishers))
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in known:
        named = any(char.isupper() for char in entity.name)
        if entity.body and entity.kind != "place" and named:
            bodies[full[entity.name]][full.get(entity.body, entity.body)] += 1
    found: dict[str, str] = {}
    for name, best in full.items():
        spoken = bodies.get(best)
        found[name] = max(sorted(spoken), key=lambda body: spoken[body]) if spoken else best
    rooted = {name: found.get(root, root) if found.get(root) != name else root for name, root in found.items()}
    return _states(rooted, known)


def _states(found: Mapping[str, str], known: Iterable[Entity]) -> dict[str, str]:
    """Give the bodies that speak for a state one root: the state, else the body of that people named most.

    The state is found by its people's name, so that `Varnian army` in one article is `Varnia` in another.
    """
    listed = list(known)
    places = {each.name for each in listed if each.kind in {"place", "other"}}
    often = Counter(each.name for each in listed)
    peoples: dict[str, list[str]] = defaultdict(list)
    for root in set(found.values()):
        if people := people_of_state(root):
            peoples[people].append(root)
    shared: dict[str, str] = {}
    for people, bodies in peoples.items():
        state = next((place for place in sorted(places) if belongs_to(people, place)), None)
        best = state or max(sorted(bodies), key=lambda body: often[body])
        shared.update(dict.fromkeys(bodies, found.get(best, best)))
    return {name: shared.get(root, root) for name, root in found.items()}


def _full_names(known: Sequence[Entity], publishers: Sequence[str] = ()) -> dict[str, str]:
    """Return each name and body with the fullest name in the storyline that it can only be short for."""
    kinds: dict[str, str] = {entity.name: entity.kind for entity in known}
    kinds.update({entity.name: "organisation" for entity in known if entity.kind == "organisation"})
    kinds.update(dict.fromkeys(publishers, "organisation"))
    for entity in known:
        if entity.body:
            kinds.setdefault(entity.body, "organisation")
    indexes = {
        True: _index(name for name, kind in kinds.items() if kind == "person"),
        False: _index(name for name, kind in kinds.items() if kind != "person"),
    }
    names = {name: _fullest(name, indexes[kind == "person"], kind) for name, kind in kinds.items()}
    # An outlet's name is no short form of what stands behind it in a caption (`Valley News Ann Li`).
    return names | {name: name for name in publishers if not is_acronym(name, names[name])}


def _index(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the names by each of their words, and by their initials in capitals."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for word in {*words(name), acronym(name)}:
            found[word].append(name)
    return found


def _fullest(name: str, index: Mapping[str, Sequence[str]], kind: str) -> str:
    own = words(name)
    if not own or kind == "place" or (not any(map(str.isupper, name)) and (kind == "person" or len(own) == 1)):
        return name
    near = {other for key in (own[0], own[-1], name.replace(".", "")) for other in index.get(key, ())}
    alike = [
        other for other in sorted(near)
        if other != name and _longer(other, name) and not _lists(other, index) and _alike(name, other, kind)
    ]  # fmt: skip
    longest = [
        other for other in alike if not any(_longer(more, other) and _alike(other, more, kind) for more in alike)
    ]
    return longest[0] if len({normalise(other) for other in longest}) == 1 else name


def _lists(name: str, index: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a name is a list of others (`Norway and Sweden`)."""
    parts = re.split(r",\s*|\s+and\s+(?:the\s+)?", name)
    return len(parts) > 1 and parts[0] in index.get((words(parts[0]) or ("",))[0], ())


def _longer(one: str, other: str) -> bool:
    return (len(words(one)), len(one)) > (len(words(other)), len(other))


def _alike(name: str, other: str, kind: str) -> bool:
    if normalise(name) == normalise(other) or is_acronym(name, other):
        return True
    if kind == "person":
        return same_person(name, other) and other[:1].isupper() and not set(words(other)) & {"of", "for", "at"}
    short, long = set(words(name)), set(words(other))
    place_of_paper = words(other)[: len(short)] == words(name) and bool((long - short) & vocabulary.MEDIA)
    if place_of_paper:
        return False
    office = short < long and len(short) > 1 and bool(long & vocabulary.AUTHORITIES)
    return same_body(name, other) or office
