"""Compares names: what two spellings have in common once case, accents, titles and possessive marks are gone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_POSSESSIVE = re.compile(r"(?:['’`]s|(?<=s)['’`])$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?|&")
_ARTICLES = frozenset({"the", "a", "an"})
_FORMS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam rev reverend hon gov governor sen senator rep "
    "president premier minister chancellor king queen prince princess pope judge justice gen general lt col colonel maj "
    "major capt captain sgt sergeant cpl adm admiral cmdr commander cdr commodore".split()
)
"""Forms of address, offices and ranks that are no part of a person's name.  Source: AP stylebook, titles."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "del", "la", "du", "des", "&"})


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


def normalise(name: str) -> str:
    """Return the form of a name in which its spellings agree, without titles; `""` where nothing is left.

    >>> normalise("Gov. Mirela Dósan's")
    'mirela dosan'
    >>> normalise("the Coast Guard")
    'coast guard'
    """
    found = words(name)
    first = 0
    while first < len(found) - 1 and found[first] in _FORMS:
        first += 1
    return " ".join(found[first:])


def same_name(one: str, other: str) -> bool:
    """Tell whether all words of one name stand in the other, in any order.

    >>> same_name("Sambrian coast guard", "the coast guard")
    True
    >>> same_name("Ann Li", "Bo Li")
    False
    """
    a, b = set(normalise(one).split()), set(normalise(other).split())
    return bool(a and b) and (a <= b or b <= a)


def same_person(one: str, other: str) -> bool:
    """Tell whether two names of persons may be one person's: same name, surname alone, initials, or other order.

    Given names that differ keep namesakes apart.

    >>> same_person("Ruel Astin", "Astin"), same_person("R. Astin", "Ruel Astin"), same_person("Pia Astin", "Ruel Astin")
    (True, True, False)
    >>> same_person("Hong Min", "Min Hong"), same_person("Kim", "Kim Jong Un")
    (True, True)
    """
    a, b = normalise(one).split(), normalise(other).split()
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in {long[0], long[-1]} or (len(long) == 2 and short[0] == "-".join(long))
    if set(short) <= set(long):
        return True
    return short[-1] == long[-1] and _compatible(short[0], long[0])


def _compatible(one: str, other: str) -> bool:
    """Tell whether one given name is the initial of the other."""
    return one[0] == other[0] and min(len(one), len(other)) == 1


def acronym(name: str) -> str:
    """Return the capital initials of a name's words, small words left out, `""` for a single word.

    >>> acronym("Multilateral Sanctions Monitoring Team"), acronym("Office of the Data Commissioner"), acronym("Astin")
    ('MSMT', 'ODC', '')
    """
    parts = [part for part in re.split(r"[\s-]+", name) if part and part.lower() not in _SMALL]
    initials = "".join(part[0] for part in parts)
    return initials if len(parts) > 1 and initials.isupper() else ""


def is_acronym(name: str, full: str) -> bool:
    """Tell whether `name` (`P.G.W.`, `PGW`) is made from the initials of `full`.

    >>> is_acronym("PGW", "Pacific and Gulf Wire"), is_acronym("P.G.W.", "Pacific and Gulf Wire")
    (True, True)
    """
    letters = name.replace(".", "").replace("the ", "").replace("The ", "")
    return letters.isupper() and len(letters) > 1 and letters == acronym(full)


def within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the words `short` stand in `long` as a run."""
    size = len(short)
    return bool(size) and any(tuple(long[at : at + size]) == tuple(short) for at in range(len(long) - size + 1))


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return letters.lower().replace(".", "").replace("’", "'")


_OPENING = re.compile(
    r"^(?:the|a|an|one|its|his|her|their|our|my|another|some|several|many|most|other|both)\s+", re.IGNORECASE
)
STEM = 4
"""Letters that a place and its people share at least (`Sambria`, `Sambrian`; `Norway`, `Norwegian` share five)."""


def without_article(phrase: str) -> str:
    """Return a phrase without the article, numeral or possessive that opens it.

    >>> without_article("the Kalderan defense ministry"), without_article("one survivor")
    ('Kalderan defense ministry', 'survivor')
    """
    return _OPENING.sub("", phrase.strip())


def without_possessive(name: str) -> str:
    """Return a name without a possessive ending, its spelling kept.

    >>> without_possessive("Kalderan ministry’s")
    'Kalderan ministry'
    """
    return _POSSESSIVE.sub("", name.strip())


def same_word(one: str, two: str) -> bool:
    """Tell whether two words are equal, or a place and its people (`sambria`, `sambrian`)."""
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    return len(short) > STEM and long.startswith(short[:-1]) and len(long) - len(short) <= 3


def covers(long: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether every word of `short` stands in `long`, in that order, a place's people counting as the place."""
    rest = iter(long)
    return bool(short) and all(any(same_word(word, other) for other in rest) for word in short)


def same_body(one: str, two: str) -> bool:
    """Tell whether two names can be one body: the shorter ends in the longer's head word and adds no word.

    >>> same_body("Sambrian coast guard", "the coast guard"), same_body("coast guard", "border guard")
    (True, False)
    """
    long, short = sorted((words(without_article(one)), words(without_article(two))), key=len, reverse=True)
    return bool(short) and long[-1] == short[-1] and covers(long, short)
