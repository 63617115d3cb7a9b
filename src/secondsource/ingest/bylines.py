"""Bylines: who wrote a text, as lines of the page say it, and whether a name is a person's or a house's."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGN = (
    r"(?:story|words|text|written|reported|report|analysis|opinion|photos?|words and pictures)\s+by"
    r"|by|von|par|por|da|di|door|av|af|автор|текст"
)
_BY = re.compile(rf"^(?:{_SIGN})\s*:?\s+(?P<who>\S.*)$", re.IGNORECASE)
_TITLECASE = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
_NAME = re.compile(
    rf"^{_TITLECASE}(?:\s+(?:(?:de|da|del|der|den|van|von|bin|al|el|la|le|di|dos|and|&)\s+)*{_TITLECASE}){{0,4}}$"
)
_ROLE = (
    r"(?:reporter|correspondent|editor|writer|columnist|journalist|staff|bureau|chief|producer|contributor|critic|analyst"
    r"|fellow|photographer|author|anchor|presenter|desk|team|at large|at-large)"
)
_ROLE_WORD = re.compile(rf"\b{_ROLE}s?\b", re.IGNORECASE)
_HOUSE = re.compile(
    r"\b(?:news|press|wires?|agency|agencies|agence|agencia|agenzia|agentur|reports?|services?|times|post|herald|tribune"
    r"|journal|gazette|chronicle|telegraph|guardian|observer|independent|standard|ledger|register|courier|mail|daily|weekly"
    r"|sunday|morning|evening|globe|star|sun|mirror|express|examiner|inquirer|sentinel|dispatch|bulletin|review|today|world"
    r"|radio|tv|television|broadcasting|network|media|online|magazine|monitor|argus|echo|bbc|cnn|npr|abc|cbs|nbc|fox|sky"
    r"|al jazeera|reuters|bloomberg|associated|interfax|xinhua|tass|yonhap|kyodo|digest|insider|hub|correspondents)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:the|a|an|this|that|then|now|late|early|mid|noon|night|law|far|contrast|comparison|default|design|using|doing"
    r"|making|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)(?=[\s,]|$)",
    re.IGNORECASE,
)
_BIO_VERB = (
    r"(?:is|was|has|covers|writes|reports|joined|works|worked|lives|edits|specialis|specializ|can be|leads|teaches"
    r"|contribut|serves)"
)
_BIO = re.compile(
    rf"^(?!The\s)(?:{_TITLECASE}\s+){{1,4}}(?:is|was)\s+(?:an?|the|our|[\w-]+['’]s)\s+(?:[\w'’&-]+\s+){{0,6}}?{_ROLE}\b"
    rf"|^(?!The\s)(?:{_TITLECASE}\s+){{2,4}}"
    r"(?:covers|writes (?:about|on|for)|reports (?:on|for|from)|has (?:covered|written about|written for|worked))\s"
)
_AFTER_NAME = re.compile(
    rf"\s*(?:[|·•/]|,\s+(?=in\b|at\b)|\s[–—-]\s)\s*|,\s*(?=[^,]*\b(?i:{_ROLE})\b)|\s+(?:in|at|for)\s+(?=[^\W\d_a-z])"
    rf"|\s+(?i:{_ROLE})s?$"
)
_SMALL = frozenset(
    (
        "and",
        "in",
        "for",
        "of",
        "the",
        "at",
        "staff",
        "de",
        "van",
        "von",
        "with",
        "to",
        "al",
        "bin",
        "la",
        "del",
        "y",
        "und",
    )
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The words after `By`, without role and place; `house` tells whether they name a newsroom and no person."""

    who: str
    house: bool


def byline(text: str) -> Byline | None:
    """Read a byline with its sign: `By …`, `NAME, Technology Correspondent` or `Post Reporter`; None for all else.

    >>> byline("Words by Keir Anselm, in Torran").who
    'Keir Anselm'
    """
    if len(text) > 140 or (text.endswith((".", "?", "!", ":")) and not text.endswith(("Jr.", "Sr."))):
        return None
    match = _BY.match(text)
    if match:
        return _signed(match["who"])
    if _ROLE_WORD.search(text) and _mostly_names(text) and len(text.split()) <= 8:
        name = re.split(r"\s*[,|·•]\s*", text)[0]
        return Byline(name, is_house(name) and not is_role(name))
    return None


def is_name(text: str) -> bool:
    """Tell whether a line is one name or a few: two to five capitalised words, or one word in capitals (`PGW`)."""
    bare = text.strip(" |·•–—-")
    if len(bare) > 60 or bare.endswith((".", "?", "!", ":")):
        return False
    words = bare.split()
    single = len(words) == 1 and bare.isupper() and 2 <= len(bare) <= 8 and bare.isalpha()
    return single or (2 <= len(words) <= 5 and _NAME.match(bare) is not None)


def is_house(name: str) -> bool:
    """Tell whether a name is that of a newsroom by its words: `Ledger Press`, `Radio Sambria`, `PGW`."""
    return _HOUSE.search(name) is not None or (name.isupper() and name.isalpha() and 2 <= len(name) <= 6)


def is_role(name: str) -> bool:
    """Tell whether a name is only a role in the house: `Herald Staff`, `Post Reporter`."""
    return _ROLE_WORD.search(name) is not None


def is_biography(text: str, author: str | None) -> bool:
    """Tell whether a line introduces its author: `A. Name is a reporter at large`."""
    if len(text) > 600:
        return False
    if author and len(author) > 3 and re.match(rf"{re.escape(author)}\s+{_BIO_VERB}", text):
        return True
    return _BIO.match(text) is not None


def _signed(who: str) -> Byline | None:
    if _NO_NAME.match(who) or not who[0].isupper() or not _mostly_names(who):
        return None
    name = _AFTER_NAME.split(who)[0].strip(" ,")
    return Byline(name, is_house(name)) if name else None


def _mostly_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    capital = sum(word[0].isupper() or word.lower() in _SMALL or is_role(word) for word in words)
    return 0 < len(words) <= 16 and capital >= 0.85 * len(words)
