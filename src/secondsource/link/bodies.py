"""For whom somebody speaks: a spokesman for his body, the head for what he heads, a lawyer for his client."""

from __future__ import annotations

import re

from secondsource.link import vocabulary
from secondsource.link.countries import country, is_adjective_of, speaks_for_state
from secondsource.link.phrases import parse
from secondsource.link.roster import Party, Role, Roster, is_list
from secondsource.text.names import words

_ALONE = vocabulary.words(
    "police ministry government army military navy court commission council parliament agency union hospital "
    "university regulator company firm committee embassy treasury senate congress cabinet coastguard"
)
"""Nouns that name a body without any other word (`a police spokeswoman`; but not `the fire chief`)."""


_GRADES = vocabulary.words(
    "former senior top deputy chief new then managing executive general assistant associate vice acting interim joint"
)
"""Words that grade an office and name no body (`Managing director Anna Roth`)."""


def body_of(party: Party, roster: Roster) -> str | None:
    """Return the name of the body whose word the party's is, None for one who speaks for himself.

    Officials of one body, lawyer and client are one party (annotation guide of the ledger, rule 19).  Who has left a
    body still speaks for what he did as its head, but no longer as a member of its staff.  States that speak together
    are the first of them, so that one of them alone is never a second party.
    """
    if party.state:
        return None
    joint = re.split(r",\s*|\s+and\s+", party.name)
    if len(joint) > 1 and (state := roster.tables.state(joint[0])):
        return state.name
    if is_list(party.name):
        return named_body(joint[0], roster, min(party.spans)[0] if party.spans else 0)
    if party.kind in {"organisation", "place"}:
        return _state_voice(party.name, roster)
    for role in party.roles:
        found = _of_role(role, party, roster)
        if found:
            return found
    return None


def _state_voice(name: str, roster: Roster) -> str | None:
    """Return the state for whose government a body speaks (`Varnian foreign ministry`)."""
    state, size = roster.tables.opening_state(name)
    if state:
        return state.name if speaks_for_state(words(name)[size:]) else None
    body, _, home = name.rpartition(" of " if " of " in name else " in ")
    state = roster.tables.state_of(home) if body else None
    if state or home in _places(roster):
        return (state.name if state else home) if speaks_for_state(words(body)) else None
    return country(name, _places(roster))


def _places(roster: Roster) -> list[str]:
    return [party.name for party in roster.named() if party.kind in {"place", "other"} and party.state is None]


def _of_role(role: Role, party: Party, roster: Roster) -> str | None:
    head = role.head
    former = "former" in role.text.lower().split() or "ex" in role.text.lower().split("-")
    at = min(party.spans)[0] if party.spans else 0
    voice = roster.tables.voice(role.text)
    if head in vocabulary.CLIENTS:
        return _client(role, roster, at)
    if voice == "state" and head not in vocabulary.SPOKES:
        owner = role.owner if role.owner[:1].isupper() and " " not in role.owner else ""
        named = _state(role, roster) or owner or (_home(role, roster, at) if role.home else None)
        return named or _only_country(roster) or _ministry(role, roster, at) or _home(role, roster, at)
    if voice == "self":
        elected = {"majority", "minority"} & set(role.text.lower().split())
        heads = head in vocabulary.HEADS and not elected
        return (_home(role, roster, at) or _premodifier(role, roster, at)) if heads else None
    if head in vocabulary.SPOKES or voice == "body" or head in vocabulary.HEADS:
        return _office(role, party, roster, at)
    if (head in vocabulary.STAFF or head == "member") and not former:
        return _home(role, roster, at) or _premodifier(role, roster, at)
    return None


def _office(role: Role, party: Party, roster: Roster, at: int) -> str | None:
    if role.head == "commissioner":
        return _bearing_office(role, roster, at)
    found = _ministry(role, roster, at) or _home(role, roster, at) or _premodifier(role, roster, at)
    if found:
        return found
    if role.head in {"spokesman", "spokeswoman", "spokesperson", "successor"} or _heads_a_firm(role):
        return _nearest_body(party, roster, at, firm=_heads_a_firm(role))
    return None


def _heads_a_firm(role: Role) -> bool:
    low = set(role.text.lower().split())
    return bool(low & {"ceo", "executive", "managing", "boss", "founder", "coo", "cfo"}) and not low & {"aide"}


def _nearest_body(party: Party, roster: Roster, at: int, *, firm: bool) -> str | None:
    """Return the body that an office without a name (`the chief executive`, `a spokesman`) is most likely of."""
    fits = [each for each in roster.named() if each.kind == "organisation" and not each.is_medium and each is not party]
    firms = [each for each in fits if each.is_company]
    if firm and not firms:
        return None
    group = firms or fits
    best = max(group, key=lambda each: (len(each.spans), each.last_before(at)), default=None)
    return best_name(best) if best else None


def _home(role: Role, roster: Roster, at: int) -> str | None:
    """Return the body behind `of`, `at` or `for`, or the possessor (`its president`)."""
    for text in (role.home, role.owner):
        if not text or (text in vocabulary.POSSESSIVES and text not in {"its", "their"}):
            continue
        if text in {"its", "their"}:
            named = [each for each in roster.parties if each.kind == "organisation" and each.ended_before(at)]
            body = max(named, key=lambda each: each.ended_before(at), default=None)
            return best_name(body) if body else None
        found = named_body(text, roster, at)
        if found:
            return found
    return None


def _premodifier(role: Role, roster: Roster, at: int) -> str | None:
    """Return the body in `coast guard spokesman`, `Varn engineer`, `South Korean officials`."""
    tokens = role.text.split()
    while tokens and tokens[-1].lower().strip(".") in vocabulary.PERSONS | {"chief", "senior", "top"}:
        tokens.pop()
    while tokens and tokens[0].lower() in _GRADES:
        tokens.pop(0)
    found = named_body(" ".join(tokens), roster, at) if tokens else None
    if found is None and tokens and _heads_a_firm(role) and all(token[:1].isupper() for token in tokens):
        return " ".join(tokens)
    people = len(tokens) == 1 and tokens[0][:1].isupper() and tokens[0].endswith(("an", "ese"))
    if found is None and people and role.head in vocabulary.SPOKES:
        return _of_people(role, roster) or f"{tokens[0]} government"
    return found


def named_body(text: str, roster: Roster, at: int) -> str | None:
    """Return the name of the body that `text` stands for: a known party, a state, or a body by its head word."""
    state = roster.tables.state_of(text)
    if state:
        return state.name
    if text.lower() in vocabulary.COMPANIES:
        firm = roster.before(at, lambda party: party.is_company and not party.is_medium and not party.unnamed)
        return best_name(firm) if firm else None
    known = roster.find(text, at, "organisation")
    if known and known.kind != "organisation" and not known.state:
        known = roster.latest([each for each in roster.named() if _begins(each, text)], at)
    if known and (known.kind == "organisation" or known.state):
        best = best_name(known)
        return text if text[:1].isupper() and len(words(text)) > len(words(best)) else best
    state_voice = _state_voice(text, roster)
    if state_voice:
        return state_voice
    tail = text.rsplit(maxsplit=1)[-1].lower()
    if tail in vocabulary.BODIES | {"commissioner"}:
        known = roster.body(words(text), at)
        if known or " " in text or tail in _ALONE:
            return best_name(known) if known else text
    return text if text[:1].isupper() and len(text.split()) > 1 and parse(text, roster.tables).name else None


def _begins(party: Party, text: str) -> bool:
    """Tell whether the name of a body begins with `text`, which alone may be a town's."""
    own = words(text)
    return party.kind == "organisation" and not party.is_medium and words(party.name)[: len(own)] == own


def best_name(party: Party) -> str:
    """Return the fullest name that the document gives a party, without form of address.

    A person's is the longest by which he is a source, else the first name and surname that stand most often: a longer
    run of capitals may hold other words (`Rival Ann Li`).
    """
    if party.state or party.unnamed or not party.forms:
        return party.name
    full = [form for form in party.forms if len(form.split()) > 1]
    spoken = [form for form in party.spoken if len(form.split()) > 1]
    if party.kind == "person" and full and not spoken:
        return max(full, key=lambda form: (full.count(form), -len(form), form))
    candidates = spoken if party.kind == "person" and spoken else party.forms
    return max(candidates, key=lambda form: (len(form.split()), len(form), form))


def _state(role: Role, roster: Roster) -> str | None:
    state, _ = roster.tables.opening_state(role.text)
    found = state or roster.tables.state_of(role.owner) or roster.tables.state_of(role.home)
    return found.name if found else _of_people(role, roster)


def _only_country(roster: Roster) -> str | None:
    """Return the country that speaks in the text, where it is the only one: whose `foreign minister` needs no name."""
    speaking = {party.name for party in roster.named() if party.country and party.spoken}
    return speaking.pop() if len(speaking) == 1 else None


def _of_people(role: Role, roster: Roster) -> str | None:
    """Return the place of the text whose adjective opens the role, for states of no table (`Varnian President`)."""
    adjective = role.text.split()[0]
    return next((name for name in _places(roster) if is_adjective_of(adjective, name)), None)


_NO_MINISTRY = vocabulary.words("prime deputy vice cabinet own new another senior government former")
"""Words before `minister` that tell of no ministry."""


def _ministry(role: Role, roster: Roster, at: int) -> str | None:
    """Return the ministry of a minister (`Transport Minister` -> transport ministry)."""
    low = role.text.lower().split()
    if low[-1] != "minister" or len(low) < 2 or low[-2] in _NO_MINISTRY:
        return None
    named = [token for token in role.text.split()[:-1] if token.lower() not in {"deputy", "vice", "former"}]
    known = roster.body([*map(str.lower, named), "ministry"], at)
    if known:
        return best_name(known)
    people = named[0][0].isupper() and named[0].endswith(("an", "ese", "ish"))
    return " ".join([*named[:people], *map(str.lower, named[people:]), "ministry"])


def _bearing_office(role: Role, roster: Roster, at: int) -> str | None:
    known = roster.body([*words(role.text), "office"], at)
    return best_name(known) if known else (role.text.lower() if len(role.text.split()) > 1 else None)


def _client(role: Role, roster: Roster, at: int) -> str | None:
    """Return the client of a lawyer (`the captain’s lawyer`, `a lawyer for Ann Li`)."""
    for text in (role.home, role.owner):
        if not text or text in vocabulary.POSSESSIVES:
            continue
        found = roster.find(text, at, "person") or roster.find(text, at)
        if found is None:
            low = words(text)
            found = roster.by_role(low[-1], low[:-1], at, forward=True) if low else None
        return best_name(found) if found else text
    return None
