"""The parties of one document: persons, bodies and states, each with all the names and roles that the text gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from secondsource.lexicon.tables import State
from secondsource.link import vocabulary
from secondsource.link.lookups import Tables
from secondsource.link.phrases import Gender, Phrase
from secondsource.records import MentionKind, Offsets
from secondsource.text.names import acronym, is_acronym, normalise, same_person, within, words


@dataclass(slots=True)
class Role:
    """One description of a party: its words, the body that it is of, its possessor."""

    text: str
    home: str = ""
    owner: str = ""

    @property
    def head(self) -> str:
        """The last word, lower case."""
        return self.text.split()[-1].lower().strip(".") if self.text else ""


@dataclass(slots=True, eq=False)
class Party:
    """One party while its document is read; `unnamed` ones go by their description.

    A `country` is a state of the tables, or a place of whose people the text has the name.
    """

    name: str
    kind: MentionKind
    unnamed: bool = False
    plural: bool = False
    country: bool = False
    gender: Gender = ""
    state: State | None = None
    forms: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    spans: list[Offsets] = field(default_factory=list)

    def last_before(self, at: int) -> int:
        """Return where the last mention before offset `at` begins, or -1."""
        return max((start for start, _ in self.spans if start < at), default=-1)

    def ended_before(self, at: int) -> int:
        """Return where the last mention that is over before offset `at` ends, 0 for none."""
        return max((end for _, end in self.spans if end <= at), default=0)

    def first_from(self, at: int) -> int | None:
        """Return where the first mention from offset `at` on begins."""
        return min((start for start, _ in self.spans if start >= at), default=None)

    @property
    def is_body(self) -> bool:
        """Whether `it` can point to it: a body, a state, or another place that speaks."""
        return self.kind == "organisation" or self.state is not None or (self.kind != "person" and bool(self.spoken))

    @property
    def is_medium(self) -> bool:
        """Whether its name or a role tells that it publishes."""
        named = {*words(self.name), *(role.head for role in self.roles)}
        return self.kind != "person" and self.state is None and bool(named & vocabulary.MEDIA)

    @property
    def is_company(self) -> bool:
        """Whether its name or a role tells that it is a firm."""
        tail = words(self.name)[-1:] or ("",)
        return tail[0] in vocabulary.COMPANY_TAILS or any(role.head in vocabulary.COMPANIES for role in self.roles)


class Roster:
    """All parties of a document, found by name, by role or by what was mentioned last."""

    def __init__(self, tables: Tables) -> None:
        """Start without parties."""
        self.tables = tables
        self.parties: list[Party] = []
        self._filed: dict[str, list[int]] = {}
        self._looked = 0

    def add(self, phrase: Phrase, at: int, *, kind: MentionKind = "other") -> Party | None:
        """Return the party that the phrase names, a new one where it is not known yet; None for a bare demonym."""
        if self.tables.demonyms.get(words(phrase.name)) and not self.tables.state(phrase.name):
            return None
        kind = phrase.kind if phrase.kind != "other" else kind
        party = self.find(phrase.name, at, kind)
        if party is None:
            party = Party(phrase.name, kind, state=self.tables.state(phrase.name))
            if party.state:
                party.name, party.kind = party.state.name, "place"
            self.parties.append(party)
        self._learn(party, phrase, kind)
        return party

    def _learn(self, party: Party, phrase: Phrase, kind: MentionKind) -> None:
        party.forms.append(phrase.name)
        if phrase.alias:
            party.aliases.append(phrase.alias)
            self._filed.setdefault(phrase.alias, []).append(self.parties.index(party))
        party.gender = party.gender or phrase.gender
        party.roles += [Role(role, phrase.home, phrase.owner) for role in phrase.roles]
        if phrase.home and not phrase.roles:
            party.roles.append(Role("member", phrase.home, phrase.owner))
        if phrase.owner and not phrase.roles and not phrase.home:
            party.roles.append(Role("member", "", phrase.owner))
        if party.kind in {"other", "place"} and party.state is None and kind in {"person", "organisation"}:
            party.kind = kind
        if phrase.kind == "organisation" and party.state is None and party.kind == "person":
            party.kind = (
                "organisation" if not any(role.head in vocabulary.PERSONS for role in party.roles) else "person"
            )

    def unnamed(self, name: str, kind: MentionKind, *, plural: bool, role: Role) -> Party:
        """Add a party that goes by a description."""
        party = Party(name, kind, unnamed=True, plural=plural, roles=[role])
        self.parties.append(party)
        return party

    def find(self, name: str, at: int, kind: MentionKind = "other") -> Party | None:
        """Return the named party that `name` stands for, of several the one mentioned last before `at`.

        A lone surname that several bear is that of the one whom the text is about, who is mentioned most.
        """
        state = self.tables.state(name)
        if state:
            return next((party for party in self.parties if party.state is state), None)
        near, plain = self._near(name), normalise(name)
        exact = [party for party in near if normalise(party.name) == plain]
        found = exact or [party for party in near if self._same(party, name, kind)]
        if len(found) > 1 and len(words(name)) == 1 and all(party.kind == "person" for party in found):
            return max(found, key=lambda party: (len(party.spans), party.last_before(at)))
        return self.latest(found, at)

    def named(self) -> Iterator[Party]:
        """Yield the parties that have a name."""
        return (party for party in self.parties if not party.unnamed)

    def _near(self, name: str) -> list[Party]:
        """Return the named parties that share a word, the initials or an alias with `name`, in order of the roster."""
        for number in range(self._looked, len(self.parties)):
            party = self.parties[number]
            for handle in () if party.unnamed else _handles(party.name, acronym(party.name), *party.aliases):
                self._filed.setdefault(handle, []).append(number)
        self._looked = len(self.parties)
        bare = name.replace(".", "").replace("the ", "").replace("The ", "")
        shared = {number for handle in _handles(name, name, bare) for number in self._filed.get(handle, ())}
        return [self.parties[number] for number in sorted(shared)]

    def _same(self, party: Party, name: str, kind: MentionKind) -> bool:
        if party.state or (" and " in party.name) != (" and " in name):
            return is_acronym(name, party.name)
        if name in party.aliases or is_acronym(name, party.name):
            return True
        if kind == "person" or (party.kind == "person" and kind == "other"):
            return party.kind in {"person", "other"} and same_person(party.name, name)
        if party.kind == "person" or kind == "place" or party.kind == "place":
            return False
        return same_body(party.name, name)

    def latest(self, parties: Iterable[Party], at: int) -> Party | None:
        """Return the party mentioned last before `at`, else the one mentioned first after it."""
        found = list(parties)
        before = [party for party in found if party.last_before(at) >= 0]
        if before:
            return max(before, key=lambda party: party.last_before(at))
        return min(found, key=lambda party: party.first_from(at) or 0, default=None)

    def before(self, at: int, fits: Callable[[Party], bool]) -> Party | None:
        """Return the party that fits and was mentioned last before `at`."""
        found = [party for party in self.parties if party.last_before(at) >= 0 and fits(party)]
        return max(found, key=lambda party: party.last_before(at), default=None)

    def by_role(self, head: str, modifiers: Sequence[str], at: int, *, forward: bool) -> Party | None:
        """Return the person whose role is described; one first mentioned later only with `forward`."""
        found = [party for party in self.parties if party.kind != "place" and _bears(party, head, set(modifiers))]
        before = [party for party in found if party.last_before(at) >= 0]
        if before or not forward:
            return max(before, key=lambda party: party.last_before(at), default=None)
        return min(found, key=lambda party: party.first_from(at) or 0, default=None)

    def body(self, phrase_words: Sequence[str], at: int) -> Party | None:
        """Return the body whose name holds all of these words, the one named last."""
        wanted = set(phrase_words) - _SMALL
        found = [
            party
            for party in self.parties
            if party.kind != "person" and wanted <= _body_words(party) and not is_list(party.name)
        ]
        return self.latest(found, at) if wanted else None


def _handles(name: str, *more: str) -> set[str]:
    """Return what two names of one party have at least one of in common: a word, the words joined, the initials."""
    return {*words(name), normalise(name).replace(" ", "-"), *more} - {""}


def is_list(name: str) -> bool:
    """Tell whether a name is several (`the health ministry and the fire service`)."""
    return bool(re.search(r",| and the ", name))


_SMALL = frozenset({"the", "of", "a", "an", "for", "and"})


def _body_words(party: Party) -> set[str]:
    named = {word.removesuffix("'s") for word in words(party.name)}
    return named | {role.head for role in party.roles if role.head != "police"}


def _bears(party: Party, head: str, modifiers: set[str]) -> bool:
    for role in party.roles:
        own = set(words(role.text))
        around = own | set(words(role.home)) | set(words(party.name)) | set(words(role.owner))
        if role.head == head or (head in own and len(own) > 1):
            rest = own - {head}
            if modifiers <= around or (rest and rest <= modifiers) or not rest:
                return True
    return False


def same_body(one: str, other: str) -> bool:
    """Tell whether the shorter name of a body is the beginning or the end of the longer.

    >>> same_body("Varn Telecom", "Varn"), same_body("Varnian coast guard", "coast guard")
    (True, True)
    >>> same_body("Varn Strait Bridge", "Strait"), same_body("coast guard", "border guard")
    (False, False)
    """
    short, long = sorted((words(one), words(other)), key=len)
    generic = len(short) == 1 and short[0] in vocabulary.BODIES
    edge = long[: len(short)] == short or (long[-len(short) :] == short and len(short) > 1)
    return bool(short) and not generic and edge and within(short, long)
