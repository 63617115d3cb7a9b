"""Takes the words of a source apart: a name and its bearer's roles, or a pronoun or description in its place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from secondsource.lexicon.tables import Lexicon
from secondsource.text.names import without_article, without_possessive

PERSONS = frozenset({"he", "she", "him", "her", "his", "hers"})
THINGS = frozenset({"it", "its"})
PLURALS = frozenset({"they", "them", "their"})
SELVES = frozenset({"i", "we", "my", "our", "me", "us"})
RELATIVES = frozenset({"who", "which", "that", "whose"})
PRONOUNS = PERSONS | THINGS | PLURALS | SELVES | RELATIVES

BODY_HEADS = frozenset(
    {
        "ministry", "government", "agency", "guard", "police", "army", "navy", "military", "force", "forces",
        "company", "firm", "operator", "bank", "council", "commission", "committee", "court", "department",
        "bureau", "office", "authority", "authorities", "board", "union", "association", "federation",
        "organisation", "organization", "party", "parliament", "senate", "congress", "embassy", "mission", "regime",
        "administration", "hospital", "university", "school", "church", "club", "group", "team", "corporation",
        "airline", "brigade", "kremlin", "coalition", "alliance", "cabinet", "utility", "carrier", "manufacturer",
        "maker", "supplier", "retailer", "broadcaster", "newspaper", "station", "network", "service", "monitor",
        "watchdog", "regulator", "charity", "insurer", "lender", "owner",
    }
)  # fmt: skip
"""Head nouns of bodies that news names without capitals (`the coast guard`, `the operator`)."""
GENERIC_BODIES = {
    "company": "company", "firm": "company", "operator": "company", "owner": "company", "group": "company",
    "carrier": "company", "utility": "company", "manufacturer": "company", "retailer": "company", "lender": "company",
    "ministry": "ministry", "agency": "agency", "broadcaster": "broadcaster", "channel": "broadcaster",
    "station": "broadcaster", "newspaper": "newspaper", "club": "club", "mission": "mission", "council": "council",
    "court": "court", "union": "union",
}  # fmt: skip
"""Nouns that stand alone for a body named before (`the firm`), and the kind of body they stand for."""
SPEAKING_FOR = re.compile(
    r"\b(?P<noun>spokes(?:man|woman|person|people)|official|officials|officer|officers|source|sources|representative|"
    r"lawyer|lawyers|attorney|counsel|head|chief|director|president|chairman|chairwoman|chair|manager|executive|"
    r"founder|owner|minister|secretary|commander|captain|member|employee|worker|ambassador|envoy|leader|"
    r"commissioner|superintendent|sheriff|mayor|governor|premier|chancellor|king|queen|adviser|advisor|deputy|general "
    r"secretary|secretary general|report|statement|release|figures|records|list|data)\b",
    re.IGNORECASE,
)
"""Nouns for those who speak for a body, and for what a body puts out in writing."""
_OFFICE = re.compile(
    r"(?:spokes(?:man|woman|person)|official|officer|lawyer|attorney|head|chief|director|president|chairman|"
    r"chairwoman|manager|founder|owner|minister|secretary|commander|captain|leader|superintendent|sheriff|mayor|"
    r"governor|premier|chancellor|adviser|advisor)"
)
_OF = re.compile(r"\s+(?:of|for|at|from|with|by)\s+(?:the\s+)?(?P<body>.+)$")
_NAME = re.compile(
    r"^[A-Z][\w’'.-]*(?:\s+(?:of|de|del|da|di|al|el|la|bin|van|von|der|ibn|the|for|and|&|[A-Z][\w’'.-]*))*$"
)

_OWNED = re.compile(r"(?P<owner>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)*)[’']s\s+(?P<name>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)*)")
_OWNED_BODY = re.compile(r"[A-Z][\w .-]*[’']s\s+(?P<body>[a-z].*)")
_WRITTEN = r"(?:reports?|statements?|lists?|releases?|study|survey|documents?|memo|data|figures|records|statistics)"
_BY = re.compile(rf"^(?:[\w’'-]+\s+){{0,5}}{_WRITTEN}\b[^,]*?\s(?:by|from)\s+(?P<body>\S.*)$")
_PAPER = re.compile(
    rf"(?P<body>.+?)(?:[’']s?)?\s+(?:(?:own|new|latest|recent|preliminary|annual|official|joint|final)\s+)?{_WRITTEN}"
)
_CALLED = re.compile(r"(?P<role>(?:\S+\s+)*?[a-z0-9][\w-]*)\s+(?P<name>[A-Z]\S*(?:\s+[A-Z]\S*)*)")
_LINKING = frozenset(
    {"of", "for", "the", "a", "an", "or", "between", "in", "by", "from", "with", "at", "on", "to", "and", "near"}
)
"""Words after which a capitalised name is no name of what stands before (`residents of Hallen`)."""

Kind = Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a source.

    Attributes:
        kind: how it points at somebody.
        head: the name without title, the description without article, or the pronoun in lower case.
        title: the titles before the name ("" for none).
        roles: what the rest says of the bearer (`a coast guard spokesman`, `captain of the ship`).
    """

    kind: Kind
    head: str
    title: str = ""
    roles: tuple[str, ...] = ()


def phrase(text: str, lexicon: Lexicon) -> Phrase:
    """Return the parts of the source `text`.

    `Cmdr. Ruel Astin, a coast guard spokesman` gives name, title and role; `Its head, Amara Deng` too.  What a body
    puts out in writing stands for the body (`a report from the mission`, `transport ministry figures`).
    """
    text = _author(text.strip())
    parts = [part.strip() for part in re.split(r",\s+|\s+\(|\)", text) if part.strip()]
    if not parts:
        return Phrase("description", "")
    if parts[0].lower() in PRONOUNS:
        return Phrase("pronoun", parts[0].lower())
    names = [_named(part, lexicon) for part in parts]
    for index, found in enumerate(names):
        personal = found is not None and (found.title or len(found.head.split()) > 1)
        if found is not None and personal and (index == 0 or names[0] is None):
            rest = (*found.roles, *parts[:index], *parts[index + 1 :])
            return Phrase("name", found.head, found.title, rest)
    if names[0] is not None:
        return Phrase("name", names[0].head, names[0].title, (*names[0].roles, *parts[1:]))
    return _described(parts)


def _named(part: str, lexicon: Lexicon) -> Phrase | None:
    """Return the name in one part of a source, with what stands before it, or None where it names nobody."""
    part = without_possessive(part)
    if found := _OWNED.fullmatch(part):
        return Phrase("name", found["name"], "", (found["owner"],))
    title, name = split_title(part, lexicon)
    if not is_name(name) or without_article(name).lower() in _titles(lexicon):
        return None
    of = re.match(r"^([A-Z]\S+ [A-Z]\S+) of (.+)$", name)
    return Phrase("name", of[1], title, (f"member of {of[2]}",)) if of and not title else Phrase("name", name, title)


def parties(text: str) -> list[str]:
    """Return the names of parties that speak together, empty where one speaks (`South Varnia, Kaldera and its allies`).

    The last of them may be no name; two at least must be.
    """
    parts = [without_article(part) for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", text.strip())]
    named = [part for part in parts if is_name(part)]
    joined = re.search(r"\sand\s", text) is not None and all(part in named for part in parts[:-1])
    return named if joined and len(named) > 1 else []


def _described(parts: list[str]) -> Phrase:
    """Return a description without its relative clause; `Sambria’s coast guard` is the coast guard."""
    head = re.split(r"\s+(?:who|which|that|whose|where)\s", parts[0])[0]
    roles = tuple(parts[1:])
    if (found := _OWNED_BODY.fullmatch(head)) and found["body"].split()[-1].lower() in BODY_HEADS:
        return Phrase("description", found["body"], "", roles)
    return Phrase("description", without_article(without_possessive(head)), "", roles)


def _author(text: str) -> str:
    """Return the body behind a report, list or set of figures, else `text`."""
    if found := _BY.match(text):
        return found["body"]
    if found := _PAPER.fullmatch(text):
        last = found["body"].split()[-1]
        if last.lower() in BODY_HEADS or last.isupper():
            return found["body"]
    return text


def is_name(text: str) -> bool:
    """Tell whether `text` is a run of capitalised words, perhaps with small words between them."""
    return _NAME.fullmatch(text) is not None


@functools.lru_cache(maxsize=4)
def _titles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(title.phrase.lower() for title in lexicon.titles)


def split_title(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the titles before a name, and the name.

    `Foreign Minister Viktor Hamre` gives (`Foreign Minister`, `Viktor Hamre`); so does a lower-case or national role
    before it (`North Korean leader …`, `fire chief …`).
    """
    listed = text.split()
    cut = 0
    for at in range(len(listed) - 1, 0, -1):
        before = " ".join(listed[:at]).lower()
        last = listed[at - 1].lower()
        ends = any(before == title or before.endswith(" " + title) for title in _titles(lexicon))
        if (ends or _OFFICE.fullmatch(last)) and listed[at][:1].isupper():
            cut = at
            break
    called = None if cut else _CALLED.fullmatch(without_article(text))
    if called and called["role"].split()[-1] not in _LINKING:
        return called["role"], called["name"]
    return _own_role(" ".join(listed[:cut])), " ".join(listed[cut:]) if cut else without_article(text)


def _own_role(before: str) -> str:
    """Return what stands before a name without what belongs to an earlier phrase (`… Wednesday with Varnia’s` …)."""
    return without_article(re.split(r"\s(?:with|by|to|and|from|that|when|said|between)\s", f" {before}")[-1].strip())


def bodies(role: str) -> Iterator[str]:
    """Yield the names of bodies that a role speaks for, the best first.

    `a coast guard spokesman` gives `coast guard`; `managing director of Blue Lassen Lines` gives `Blue Lassen Lines`.
    """
    role = without_article(role)
    noun = next(iter(SPEAKING_FOR.finditer(role)), None)
    if noun is None:
        return
    if found := _OF.match(role[noun.end() :]):
        yield without_possessive(re.split(r",|\s+(?:who|which|that|in|on)\s", found["body"])[0].strip())
    last = list(SPEAKING_FOR.finditer(role))[-1]
    before = without_possessive(role[: last.start() if last.end() == len(role) else noun.start()].strip(" ,"))
    if last.group("noun").lower() == "minister" and before:
        yield f"{before} ministry"
    elif before:
        yield before
