"""Names of agencies: whether one is known, its canonical form, and what an abbreviation stands for in the same text."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from secondsource.lexicon.tables import Lexicon
from secondsource.text.names import expansion, is_acronym

_SMALL = frozenset({"and", "of", "the", "for", "de", "del", "la", "du", "des", "&"})
_ABBREVIATION = re.compile(r"^[A-Z]{2,6}$")


@functools.lru_cache(maxsize=4)
def names(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the canonical name by every case-folded name and alias of the table."""
    return {alias.casefold(): row.name for row in lexicon.agencies for alias in (row.name, *row.aliases)}


@functools.lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> re.Pattern[str]:
    aliases = sorted({alias for row in lexicon.agencies for alias in (row.name, *row.aliases)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:the )?({'|'.join(map(re.escape, aliases))})(?![\w-])", re.IGNORECASE)


def part(name: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Part a byline into the person and the known agency in it, each None where there is none.

    Short names count only as they are written (`AP`, not `ap`).
    """
    for match in _known(lexicon).finditer(name):
        if len(match[1]) > 4 or match[1].isupper():
            person = re.split(r"[,(|/–—-]\s*$|\s+(?:for|with|of)\s*$", name[: match.start()].rstrip())[0].strip(
                " ,(|/–—-"
            )
            return person or None, match[1]
    return name, None


def canonical(name: str, text: str, lexicon: Lexicon) -> str:
    """Return the agency's name: of the table, or as `text` spells an abbreviation out, or as it stands.

    A credit to two houses (`Reuters/AFP`) keeps the first.
    """
    bare = re.split(r"\s*/\s*|\s+and\s+(?=[A-Z])", name.strip())[0].strip(" .,")
    whole = name.strip().strip(" .,")
    bare = whole if whole.casefold() in names(lexicon) else bare
    known = names(lexicon).get(bare.casefold())
    if known:
        return known
    if _ABBREVIATION.match(bare):
        return expansion(bare, text) or bare
    return _titled(bare, text) if bare.isupper() and " " in bare else bare


def house(agency: str | None, outlet: str | None, lexicon: Lexicon) -> str | None:
    """Return the agency that a page credits, read in the light of whose page it is.

    Where the initials in the dateline are those of the outlet itself, the outlet is the agency: `(VNA)` on a page of
    the Varnian News Agency is no other agency of the table with that abbreviation.
    """
    if agency is None or outlet is None:
        return agency
    known = next((row for row in lexicon.agencies if row.name == agency), None)
    written = known.aliases if known else (agency,)
    return outlet if any(is_acronym(alias, outlet) for alias in written) else agency


def _titled(name: str, text: str) -> str:
    """Return `FENWICK REPORTS` as the text spells it elsewhere, else with capital initials."""
    match = re.search(r"\b" + re.escape(name.title()) + r"\b", text)
    return (
        match[0]
        if match
        else " ".join(word.capitalize() if word.lower() not in _SMALL else word.lower() for word in name.split())
    )
