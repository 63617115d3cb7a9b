"""Names compared as people compare them: without titles, articles, case, accents and possessive endings."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+(?:[-&.]\w+)*")
_POSSESSIVE = re.compile(r"(?<=\w)[’']s\b|(?<=s)[’'](?=\s|$)")
_ARTICLE = re.compile(
    r"^(?:the|a|an|one|its|his|her|their|our|my|another|some|several|many|most|other|both)\s+", re.IGNORECASE
)
STEM = 4
"""Letters that a place and its people share at least (`Sambria`, `Sambrian`; `Norway`, `Norwegian` share five)."""


def plain(text: str) -> str:
    """Return `text` in lower case, without accents and possessive endings.

    >>> plain("Yaoundé’s mayor")
    'yaounde mayor'
    """
    bare = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text))
    return "".join(char for char in bare if not unicodedata.combining(char)).lower()


def words(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparison, leading articles dropped.

    >>> words("the Sambrian coast guard’s")
    ('sambrian', 'coast', 'guard')
    """
    return tuple(_WORD.findall(plain(without_article(name))))


def normalise(name: str) -> str:
    """Return the form under which two spellings of one name are equal."""
    return " ".join(words(name))


def without_article(phrase: str) -> str:
    """Return a phrase without the article, numeral or possessive that opens it.

    >>> without_article("the Kalderan defense ministry"), without_article("one survivor")
    ('Kalderan defense ministry', 'survivor')
    """
    return _ARTICLE.sub("", phrase.strip())


def without_possessive(name: str) -> str:
    """Return a name without a possessive ending.

    >>> without_possessive("Kalderan ministry’s")
    'Kalderan ministry'
    """
    return re.sub(r"(?:[’']s|(?<=s)[’'])$", "", name.strip())


def same_word(one: str, two: str) -> bool:
    """Tell whether two words are equal, or a place and its people (`sambria`, `sambrian`)."""
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    return len(short) > STEM and long.startswith(short[:-1]) and len(long) - len(short) <= 3


def covers(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether every word of `short` stands in `long`, in that order."""
    rest = iter(long)
    return bool(short) and all(any(same_word(word, other) for other in rest) for word in short)


def same_person(one: str, two: str) -> bool:
    """Tell whether two names can be one person: one surname, and given names that do not contradict.

    >>> same_person("Ruel Astin", "Astin"), same_person("Ruel Astin", "Nora Astin")
    (True, False)
    """
    long, short = sorted((words(one), words(two)), key=len, reverse=True)
    return covers(long, short)


def same_body(one: str, two: str) -> bool:
    """Tell whether two names can be one body: the shorter ends in the longer's head word and adds no word.

    >>> same_body("Sambrian coast guard", "the coast guard"), same_body("coast guard", "border guard")
    (True, False)
    """
    long, short = sorted((words(one), words(two)), key=len, reverse=True)
    return bool(short) and long[-1] == short[-1] and covers(long, short)


def initials(name: str) -> str:
    """Return the initials of a name's capitalised words.

    >>> initials("Korean Central News Agency")
    'KCNA'
    """
    return "".join(word[0] for word in _WORD.findall(name) if word[:1].isupper())
