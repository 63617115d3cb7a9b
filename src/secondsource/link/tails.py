"""The words of a noun phrase: which are capitals, where it ends, and what stands behind `of` or `by`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.link import vocabulary as words

MARK = re.compile(r"(?:['’]s|(?<=s)['’])$")
"""The mark of a possessive."""

_ORGANISATIONS = words.AUTHORITIES | words.ASSOCIATIONS | {"bank", "union"}


def organisation_of(tokens: Sequence[str]) -> bool:
    """Tell whether `Office`, `Ministry`, `University` is the last word, so that `of …` belongs to the name."""
    last = tokens[-1]
    return last[:1].isupper() and last.lower() in _ORGANISATIONS


def is_capital(token: str) -> bool:
    """Tell whether a word has a capital, behind a mark or a small particle (`al-Oss`, `d’Arc`) too."""
    letters = token.lstrip("'’(“")
    return bool(letters) and (letters[0].isupper() or bool(re.match(r"(?:al|el|bin|d|de)[-’'][A-Z]", letters)))


def behind(rest: Sequence[str]) -> tuple[str, str]:
    """Return the body behind `of`, `at`, `for`, and the author behind `by`, `from`, `of`."""
    if not rest:
        return "", ""
    home = ""
    if rest[0].lower() in {"of", "at", "for", "from", "with"}:
        home = until_tail(rest[1:])
    by = [at for at, token in enumerate(rest) if token.lower() in {"by", "from", "of"}]
    author = until_tail(rest[by[0] + 1 :]) if by else ""
    return home, author


def until_tail(tokens: Sequence[str]) -> str:
    """Return the name or body that the tokens begin with, without what follows it (`the port | which is shut`)."""
    kept: list[str] = []
    for token in tokens:
        low = token.lower()
        if kept and (low in words.TAILS or low in {"at", "for", "from"}) and not organisation_of(kept):
            break
        kept.append(token)
    while kept and kept[0].lower() in words.DETERMINERS:
        kept.pop(0)
    capital = next((at for at, token in enumerate(kept) if is_capital(token)), 0)
    if capital and kept[capital - 1].lower() in words.BODIES and all(map(is_capital, kept[capital:])):
        kept = kept[capital:]
    return clean(kept)


def clean(tokens: Sequence[str]) -> str:
    """Return the tokens as one name, without marks around it and without a possessive at its end."""
    return MARK.sub("", " ".join(tokens).strip(' .,“”"')) if tokens else ""


def is_initials(token: str) -> bool:
    """Tell whether a word is written in capitals alone (`PGW`, `A&B`)."""
    return bool(re.fullmatch(r"[A-Z][A-Z&.-]{1,8}", token))
