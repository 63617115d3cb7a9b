"""Stems of English words, memoised: *ferries* and *ferry* count as one term.

Source: the Porter2 ("English") algorithm of Snowball 3.1, https://snowballstem.org/algorithms/english/stemmer.html,
written out here, since the stems must not change with a library and the library takes three times as long.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

_VOWELS = frozenset("aeiouy")
_NOT_SHORT = frozenset("aeiouwxyY")
_BEFORE_LI = frozenset("cdeghkmnrt")
_DOUBLE = frozenset({"bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"})

_WHOLE: Mapping[str, str] = MappingProxyType(
    {word: word for word in ("andes", "atlas", "bias", "cosmos", "howe", "news", "sky")}
    | {"early": "earli", "gently": "gentl", "idly": "idl", "only": "onli", "singly": "singl", "skies": "sky"}
    | {"skis": "ski", "ugly": "ugli"}
)
"""Words that no rule may touch, and what they become."""
_PREFIXES = ("arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers")
_KEPT_BEFORE_EED = frozenset({"succ", "proc", "exc"})
_KEPT_BEFORE_ING = frozenset({"even", "cann", "inn", "earr", "herr", "out"})
_VERBS = frozenset({"eed", "eedly", "ed", "edly", "ing", "ingly"})
_SECOND: Mapping[str, str] = MappingProxyType(
    {"anci": "ance", "enci": "ence", "bli": "ble", "abli": "able", "alli": "al", "fulli": "ful", "lessli": "less"}
    | {"ousli": "ous", "entli": "ent", "aliti": "al", "biliti": "ble", "iviti": "ive", "tional": "tion"}
    | {"ational": "ate", "alism": "al", "ation": "ate", "ization": "ize", "izer": "ize", "ator": "ate"}
    | {"iveness": "ive", "fulness": "ful", "ousness": "ous", "ogist": "og", "ogi": "og", "li": ""}
)
_THIRD: Mapping[str, str] = MappingProxyType(
    {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "tional": "tion", "ational": "ate"}
    | {"ful": "", "ness": ""}
)
_FOURTH = frozenset(
    {"ic", "ance", "ence", "able", "ible", "ate", "ive", "ize", "iti", "al", "ism", "ion", "er", "ous", "ant", "ent"}
    | {"ment", "ement"}
)
_REGION = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]")
_CONSONANT_Y = re.compile(r"([aeiouy])y")
_VOWEL = re.compile(r"[aeiouy]")
_POSSESSIVE = re.compile(r"'(?:s'?)?$")


@functools.lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """Return the stem of a word, in lower case.

    >>> stem("Ferries"), stem("ferry")
    ('ferri', 'ferri')
    """
    small = word.lower()
    if len(small) < 3 or small in _WHOLE:
        return _WHOLE.get(small, small)
    bare = _marked(small)
    first, second = _regions(bare)
    bare = _verbless(_single(bare), first)
    if len(bare) > 2 and bare[-1] in "yY" and bare[-2] not in _VOWELS:
        bare = bare[:-1] + "i"
    bare = _third(_second(bare, first), first, second)
    return _fifth(_fourth(bare, second), first, second).replace("Y", "y")


def _marked(word: str) -> str:
    """Return the word with each y that is a consonant as a capital."""
    bare = word.removeprefix("'")
    if "y" not in bare:
        return bare
    return _CONSONANT_Y.sub(r"\1Y", "Y" + bare[1:] if bare[0] == "y" else bare)


def _regions(word: str) -> tuple[int, int]:
    """Return where the two parts begin from which endings are taken, each behind a vowel and a consonant."""
    first = next((len(prefix) for prefix in _PREFIXES if word.startswith(prefix)), 0)
    if not first:
        found = _REGION.match(word)
        if found is None:
            return len(word), len(word)
        first = found.end()
    found = _REGION.match(word, first)
    return first, found.end() if found else len(word)


def _ending(word: str, endings: Mapping[str, str] | frozenset[str], longest: int) -> str:
    """Return the longest of the endings with which `word` ends, or an empty string."""
    for length in range(min(longest, len(word)), 1, -1):
        if word[-length:] in endings:
            return word[-length:]
    return ""


def _is_short(word: str) -> bool:
    """Tell whether a word ends in a short syllable: *hop*, *at*, *past*."""
    if len(word) > 2 and word[-1] not in _NOT_SHORT and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return True
    return (len(word) == 2 and word[0] in _VOWELS and word[1] not in _VOWELS) or word.endswith("past")


def _single(word: str) -> str:
    """Return the word without its mark of possession or plural."""
    if "'" in word:
        word = _POSSESSIVE.sub("", word, count=1)
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")) and _VOWEL.search(word, 0, max(0, len(word) - 2)):
        return word[:-1]
    return word


def _verbless(word: str, first: int) -> str:
    """Return the word without *-ed* and *-ing*, and what these had changed before them put back."""
    ending = _ending(word, _VERBS, 5)
    bare = word[: len(word) - len(ending)]
    if ending.startswith("eed"):
        return bare + "ee" if first <= len(bare) and bare not in _KEPT_BEFORE_EED else word
    if ending == "ing" and len(bare) == 2 and bare[1] == "y" and bare[0] not in _VOWELS:
        return bare[0] + "ie"
    kept = not ending or (ending == "ing" and bare in _KEPT_BEFORE_ING) or _VOWEL.search(bare) is None
    return word if kept else _mended(bare, first)


def _mended(bare: str, first: int) -> str:
    """Return a word that lost its *-ed* or *-ing* with its *e* put back and its doubled consonant made single."""
    if bare.endswith(("at", "bl", "iz")):
        return bare + "e"
    if bare[-2:] in _DOUBLE:
        return bare if len(bare) == 3 and bare[0] in "aeo" else bare[:-1]
    return bare + "e" if len(bare) == first and _is_short(bare) else bare


def _second(word: str, first: int) -> str:
    ending = _ending(word, _SECOND, 7)
    bare = word[: len(word) - len(ending)]
    if not ending or len(bare) < first:
        return word
    if (ending == "ogi" and bare[-1:] != "l") or (ending == "li" and bare[-1:] not in _BEFORE_LI):
        return word
    return bare + _SECOND[ending]


def _third(word: str, first: int, second: int) -> str:
    ending = _ending(word, _THIRD, 7)
    bare = word[: len(word) - len(ending)]
    if not ending or len(bare) < first or (ending == "ative" and len(bare) < second):
        return word
    return bare + _THIRD[ending]


def _fourth(word: str, second: int) -> str:
    ending = _ending(word, _FOURTH, 5)
    bare = word[: len(word) - len(ending)]
    if not ending or len(bare) < second or (ending == "ion" and bare[-1:] not in {"s", "t"}):
        return word
    return bare


def _fifth(word: str, first: int, second: int) -> str:
    bare = word[:-1]
    if word.endswith("e") and (len(bare) >= second or (len(bare) >= first and not _is_short(bare))):
        return bare
    return bare if word.endswith("ll") and len(bare) >= second else word
