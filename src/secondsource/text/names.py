"""Compares names: what two spellings have in common once case, accents, titles and possessive marks are gone."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

_POSSESSIVE = re.compile(r"(?:['’`]s|(?<=s)['’`])$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?|&")
_ARTICLES = frozenset({"the", "a", "an"})


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORMS = _listed(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam rev reverend hon gov governor sen senator rep "
    "president premier minister chancellor king queen prince princess pope judge justice gen general lt col colonel "
    "maj major capt captain sgt sergeant cpl adm admiral cmdr commander cdr commodore"
)
"""Forms of address, offices and ranks that are no part of a person's name.  Source: AP stylebook, titles."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "del", "la", "du", "des", "&"})

_NAMES = 16_384
"""Names whose plain form is remembered: each of a document's is compared with all others, thousands of times."""


@functools.lru_cache(maxsize=_NAMES)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name: lower case, without accents, possessive mark, full stops and leading article.

    >>> words("The Élysée’s")
    ('elysee',)
    >>> words("U.S. Navy")
    ('us', 'navy')
    """
    bare = _POSSESSIVE.sub("", name.strip(" \t\n.,;:“”\"'’()"))
    found = [_plain(word) for word in _WORD.findall(bare)]
    return tuple(found[1:] if len(found) > 1 and found[0] in _ARTICLES else found)


@functools.lru_cache(maxsize=_NAMES)
def normalise(name: str) -> str:
    """Return the form of a name in which its spellings agree, without titles; `""` where nothing is left.

    >>> normalise("Gov. Tessa Lónd's")
    'tessa lond'
    >>> normalise("the Coast Guard")
    'coast guard'
    """
    found = words(name)
    first = 0
    while first < len(found) - 1 and found[first] in _FORMS:
        first += 1
    return " ".join(found[first:])


def same_person(one: str, other: str) -> bool:
    """Tell whether two names of persons may be one person's: same name, surname alone, initials, or other order.

    Given names that differ keep namesakes apart.

    >>> same_person("Tove Brenn", "Brenn"), same_person("T. Brenn", "Tove Brenn")
    (True, True)
    >>> same_person("Ole Brenn", "Tove Brenn")
    False
    >>> same_person("Sae Ito", "Ito Sae"), same_person("Dal", "Dal Hee Won")
    (True, True)
    """
    a, b = normalise(one).split(), normalise(other).split()
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in {long[0], long[-1]} or (len(long) == 2 and short[0] == "-".join(long))
    if set(short) <= set(long) or (len(short) == len(long) and set(long) <= set(short)):
        return True
    return short[-1] == long[-1] and _compatible(short[0], long[0])


def _compatible(one: str, other: str) -> bool:
    """Tell whether one given name is the initial of the other."""
    return one[0] == other[0] and min(len(one), len(other)) == 1


def acronym(name: str) -> str:
    """Return the capital initials of a name's words, small words left out, `""` for a single word.

    >>> acronym("Joint Sanctions Monitoring Team"), acronym("Office of the Port Commissioner"), acronym("Brenn")
    ('JSMT', 'OPC', '')
    """
    parts = [part for part in re.split(r"[\s-]+", name) if part and part.lower() not in _SMALL]
    initials = "".join(part[0] for part in parts)
    return initials if len(parts) > 1 and initials.isupper() else ""


def is_acronym(name: str, full: str) -> bool:
    """Tell whether `name` (`N.R.W.`, `NRW`) is made from the initials of `full`.

    >>> is_acronym("NRW", "North and River Wire"), is_acronym("N.R.W.", "North and River Wire")
    (True, True)
    """
    letters = name.replace(".", "").replace("the ", "").replace("The ", "")
    return letters.isupper() and len(letters) > 1 and letters == acronym(full)


def within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the words `short` stand in `long` as a run."""
    size = len(short)
    return bool(size) and any(tuple(long[at : at + size]) == tuple(short) for at in range(len(long) - size + 1))


def _plain(word: str) -> str:
    decomposed = word if word.isascii() else unicodedata.normalize("NFKD", word)
    letters = word if word.isascii() else "".join(char for char in decomposed if not unicodedata.combining(char))
    return letters.lower().replace(".", "").replace("’", "'")


def expansion(abbreviation: str, text: str) -> str | None:
    """Return the capitalised words of `text` whose first letters give `abbreviation`, small words left out.

    >>> expansion("PGW", "first reported by Pacific and Gulf Wire, which")
    'Pacific and Gulf Wire'
    """
    match = _expansions(abbreviation).search(text)
    return match[0] if match else None


@functools.lru_cache(maxsize=256)
def _expansions(abbreviation: str) -> re.Pattern[str]:
    """Return the pattern of what an abbreviation may stand for; it begins with a letter, which is found at once."""
    first, *others = (re.escape(letter) for letter in abbreviation)
    rest = r"[\w’'-]*[a-z][\w’'-]*"
    small = r"(?:\s+(?:and|of|the|for|de|del|la|du|des|&))*\s+"
    words = small.join([rf"{first}(?<!\w.){rest}", *(letter + rest for letter in others)])
    return re.compile(words + r"\b")
