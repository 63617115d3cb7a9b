"""Finds the party that a description stands for: `the minister`, `the firm`, `a report by the mission`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.link import vocabulary
from secondsource.link.bodies import body_of
from secondsource.link.phrases import Phrase
from secondsource.link.roster import Party, Role, Roster
from secondsource.records import Attribution, Document, MentionKind
from secondsource.text.names import words

_CORRECTION = re.compile(r"\W*(?:correction|clarification|corrected|editor[’']s note|update)\b", re.IGNORECASE)
_BARE = re.compile(r"^(?:his|her|its|their|the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Describing:
    """A description in its place; `pronoun` resolves a pronoun there, `later` are the attributions behind it."""

    roster: Roster
    document: Document
    attribution: Attribution
    pronoun: Callable[[str], Party | None]
    phrases: Mapping[str, Phrase]
    later: Sequence[Attribution]

    @property
    def at(self) -> int:
        """Where the description begins."""
        return self.attribution.source[0].start

    @property
    def leads(self) -> bool:
        """Whether it stands in the headline or the first lines, where news describes whom it names only later."""
        spans = self.document.spans("headline", "body")
        bodies = self.document.spans("body")
        first = bodies[0].start if bodies else 0
        return bool(spans) and self.at - first < LEAD


LEAD = 400
"""Characters of a body that count as its lead (two sentences)."""


def described(phrase: Phrase, place: Describing) -> Party | None:
    """Return the party that a description stands for, a new unnamed one where the text names nobody."""
    if not phrase.noun:
        return None
    if _own(phrase, place):
        return _outlet(place)
    found = _paper(phrase, place) or _known(phrase, place)
    return found or _new(phrase, place)


def _own(phrase: Phrase, place: Describing) -> bool:
    """Tell whether the outlet speaks of itself (`our count`; `the report` in its own correction)."""
    if phrase.owner in {"our", "my"}:
        return True
    corrects = any(_CORRECTION.match(place.document.slice(span)) for span in place.document.spans("headline"))
    return corrects and phrase.head in vocabulary.OWN_TEXTS and not phrase.author and not phrase.owner


def _outlet(place: Describing) -> Party | None:
    name = place.document.outlet
    if not name:
        return None
    known = place.roster.find(name, place.at, "organisation")
    if known:
        return known
    party = Party(name, "organisation", forms=[name])
    place.roster.parties.append(party)
    return party


def _paper(phrase: Phrase, place: Describing) -> Party | None:
    """Return the author of a paper that is the source, None where it is no paper or nobody is named for it."""
    if phrase.head not in vocabulary.PAPERS:
        return None
    before = " ".join(phrase.noun.split()[:-1])
    for text in (phrase.author, phrase.owner, before):
        party = _author(text, place, strict=text == before) if text else None
        if party:
            return party
    return None


def _author(text: str, place: Describing, *, strict: bool) -> Party | None:
    if text in vocabulary.POSSESSIVES:
        return place.pronoun(text)
    roster = place.roster
    known = roster.find(text, place.at, "organisation") or roster.find(text, place.at)
    if known:
        return known
    low = words(text)
    person = roster.by_role(low[-1], low[:-1], place.at, forward=True) if low else None
    if person:
        body = body_of(person, roster)
        return (roster.find(body, place.at, "organisation") or _body(body, place)) if body else person
    if low and (low[-1] in vocabulary.BODIES or (not strict and low[-1] in vocabulary.PERSONS)):
        return roster.body(low, place.at) or _body(text, place)
    return None


def _body(name: str, place: Describing) -> Party:
    party = Party(name, "organisation", forms=[name])
    place.roster.parties.append(party)
    return party


def _known(phrase: Phrase, place: Describing) -> Party | None:
    if phrase.head in vocabulary.PERSONS and not (phrase.head in vocabulary.COMPANIES and _says_it(place)):
        return _person(phrase, place)
    if phrase.head in vocabulary.BODIES:
        return _known_body(phrase, place)
    same = [each for each in place.roster.parties if each.unnamed and words(each.name) == words(phrase.noun)]
    return place.roster.latest(same, place.at)


def _says_it(place: Describing) -> bool:
    """Tell whether the content calls the source `it` (`The owner said that it had sold …`)."""
    return any(
        re.search(r"\b(?:it|its)\b", place.document.slice(part)[:40], re.IGNORECASE)
        for part in place.attribution.content
    )


def _person(phrase: Phrase, place: Describing) -> Party | None:
    plural = _is_plural(phrase.head)
    if phrase.definite and phrase.noun.lower() in {"man", "woman", "boy", "girl"}:
        return place.roster.before(
            place.at,
            lambda party: (
                party.unnamed and party.kind == "person" and party.gender in {"", phrase.gender} and not party.plural
            ),
        )
    if not plural and (phrase.definite or phrase.owner):
        modifiers = [*words(phrase.noun)[:-1], *words(phrase.home)]
        modifiers = [word for word in modifiers if word not in {"former", "then"}]
        found = place.roster.by_role(phrase.head, modifiers, place.at, forward=place.leads)
        if found and modifiers:
            found.roles.append(Role(phrase.noun, phrase.home, phrase.owner))
        return found or (_named_later(place) if place.leads else None)
    same = [each for each in place.roster.parties if each.unnamed and words(each.name) == words(phrase.noun)]
    return place.roster.latest(same, place.at) if plural else None


def _named_later(place: Describing) -> Party | None:
    """Return the person whom one of the next two sources names for the first time, without any description."""
    seen = {place.attribution.source[0]}
    for later in place.later:
        if not later.source or later.source[0] in seen:
            continue
        seen.add(later.source[0])
        phrase = place.phrases[later.id]
        if phrase.name and not phrase.roles and phrase.kind == "person" and len(phrase.name.split()) > 1:
            party = place.roster.find(phrase.name, place.at, "person")
            new = party is not None and party.last_before(place.at) < 0
            if party and new:
                described_as = place.phrases[place.attribution.id]
                party.roles.append(Role(described_as.noun, described_as.home, described_as.owner))
            return party if new else None
        if len(seen) > 4:
            return None
    return None


def _known_body(phrase: Phrase, place: Describing) -> Party | None:
    low = [*words(phrase.noun), *(() if phrase.owner in vocabulary.POSSESSIVES else words(phrase.owner))]
    state = place.roster.tables.state_of(phrase.owner) if phrase.owner else None
    if state:
        low = [*words(state.demonyms[0] if state.demonyms else state.name), *words(phrase.noun)]
    if len(low) > 1:
        found = place.roster.body(low, place.at) or place.roster.body(words(phrase.noun), place.at)
        if found and (len(words(phrase.noun)) > 1 or not state):
            return found if not state or found.state is None else None
    if phrase.head in vocabulary.COMPANIES:
        return _company(place)
    if phrase.head in vocabulary.MEDIA and (phrase.definite or phrase.head in {"radio", "television", "tv"}):
        return place.roster.before(place.at, lambda party: _is_medium_like(party, phrase.head))
    if phrase.head in {"police", "prosecutors"}:
        return place.roster.body(words(phrase.noun), place.at)
    if phrase.definite:
        return place.roster.before(place.at, lambda party: _ends_in(party, phrase.head))
    return None


def _is_medium_like(party: Party, head: str) -> bool:
    """Tell whether a medium can be called `head`: a channel is no newspaper."""
    if not party.is_medium or party.unnamed:
        return False
    own = {*words(party.name), *(role.head for role in party.roles)}
    if head in vocabulary.BROADCAST:
        return bool(own & vocabulary.BROADCAST) or not own & vocabulary.PRINT
    return head not in vocabulary.PRINT or not own & vocabulary.BROADCAST


def _ends_in(party: Party, head: str) -> bool:
    if party.kind == "person":
        return False
    return words(party.name)[-1:] == (head,) or any(role.head == head for role in party.roles)


def _company(place: Describing) -> Party | None:
    roster = place.roster
    firms = [each for each in roster.named() if each.is_company and not each.is_medium and each.kind != "person"]
    bodies = [
        each for each in roster.named()
        if each.kind == "organisation" and not each.is_medium and not _is_authority(each)
    ]  # fmt: skip
    for group in (firms, bodies):
        before = [each for each in group if each.last_before(place.at) >= 0]
        speaking = [each for each in before if each.spoken]
        if before or (group and place.leads):
            return roster.latest(speaking or before or group, place.at)
    return None


def _is_authority(party: Party) -> bool:
    tail = words(party.name)[-1:]
    return bool(tail) and tail[0] in vocabulary.AUTHORITIES | vocabulary.ASSOCIATIONS


def _is_plural(head: str) -> bool:
    return head in {"people", "men", "women", "children", "police", "staff"} or (
        head.endswith("s") and not head.endswith("ss")
    )


def _new(phrase: Phrase, place: Describing) -> Party:
    """Add the party that a description introduces, under its own words."""
    tail = phrase.head
    is_body = tail in vocabulary.BODIES and tail not in vocabulary.PERSONS
    name = _lowered(_BARE.sub("", phrase.noun), place)
    if is_body and phrase.owner and phrase.owner not in vocabulary.POSSESSIVES:
        name = f"{adjective(phrase.owner, place)} {name}"
    elif phrase.owner and phrase.owner not in vocabulary.POSSESSIVES and phrase.owner[:1].islower():
        name = f"{name} of the {phrase.owner}"
    elif phrase.home:
        name = f"{name} {_joint(phrase)}{phrase.home}"
    role = Role(phrase.noun, phrase.home, phrase.owner)
    kind: MentionKind = "organisation" if is_body else "person" if tail in vocabulary.PERSONS else "other"
    party = place.roster.unnamed(name, kind, plural=_is_plural(tail), role=role)
    party.gender = phrase.gender if not phrase.owner else ""
    return party


_COMMON = vocabulary.words(
    "state local national federal public private senior rescue port emergency security opposition party"
)
"""Words that open a description, and that only a sentence's start gives a capital."""


def _lowered(noun: str, place: Describing) -> str:
    """Return a description without the capital that only the sentence's start gives it (`Investigators`)."""
    first, _, rest = noun.partition(" ")
    if not first[1:].islower() or rest[:1].isupper() or place.roster.tables.opening_state(noun)[0]:
        return noun
    common = first.lower() in vocabulary.PERSONS | vocabulary.BODIES | vocabulary.PAPERS | _COMMON
    spelt = re.search(rf"\b{re.escape(first.lower())}\b", place.document.text)
    return noun[:1].lower() + noun[1:] if common or spelt else noun


def _joint(phrase: Phrase) -> str:
    found = re.search(r"\b(of|for|at|from|with)\s+(?:the\s+)?" + re.escape(phrase.home), phrase.text)
    return f"{found[0][: -len(phrase.home)]}" if found else "of "


def adjective(owner: str, place: Describing) -> str:
    """Return the adjective of a state or country (`Varnia` -> `Varnian`), else the name as it stands.

    Source: names in -ia form their adjective in -ian (UN list of demonyms: 47 of 52).
    """
    state = place.roster.tables.state_of(owner)
    if state and state.demonyms:
        return state.demonyms[0]
    text = place.document.text
    spelt = re.search(rf"\b{re.escape(owner[:-1])}\w?(?:n|an|ian|ese|ish)\b", text) if len(owner) > 4 else None
    return spelt[0] if spelt else f"{owner}n" if owner.endswith("ia") and " " not in owner else owner
