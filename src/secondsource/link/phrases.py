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
    "ministry": "ministry", "agency": "agency", "broadcaster": "broadcaster", "newspaper": "newspaper",
    "club": "club", "mission": "mission", "council": "council", "court": "court", "union": "union",
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
_OF = re.compile(r"\s+(?:of|for|at|from|with|by)\s+(?:the\s+)?(?P<body>.+)$")
_NAME = re.compile(
    r"^[A-Z][\w’'.-]*(?:\s+(?:of|de|del|da|di|al|el|la|bin|van|von|der|ibn|the|for|and|&|[A-Z][\w’'.-]*))*$"
)

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

    `Cmdr. Ruel Astin, a coast guard spokesman` gives name, title and role; `Its head, Amara Deng` too.
    """
    parts = [part.strip() for part in re.split(r",\s+|\s+\(|\)", text.strip()) if part.strip()]
    if not parts:
        return Phrase("description", "")
    if parts[0].lower() in PRONOUNS:
        return Phrase("pronoun", parts[0].lower())
    for index, part in enumerate(parts):
        title, name = split_title(without_possessive(part), lexicon)
        if is_name(name) and (title or _personal(name, parts, index)):
            return Phrase("name", name, title, tuple(parts[:index] + parts[index + 1 :]))
    title, name = split_title(without_possessive(parts[0]), lexicon)
    if is_name(name):
        return Phrase("name", name, title, tuple(parts[1:]))
    return Phrase("description", without_article(without_possessive(parts[0])), "", tuple(parts[1:]))


def _personal(name: str, parts: list[str], index: int) -> bool:
    """Tell whether a part is the name beside roles, and not the first part of a list of places."""
    return index > 0 and len(name.split()) > 1 and not is_name(without_article(parts[0]))


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
        if (ends or SPEAKING_FOR.fullmatch(last)) and listed[at][:1].isupper():
            cut = at
            break
    return without_article(" ".join(listed[:cut])), " ".join(listed[cut:]) if cut else without_article(text)


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
