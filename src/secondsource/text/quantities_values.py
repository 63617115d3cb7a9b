"""The value of the words of one amount: halves, dozens, fractions, vague plurals, and what `numbers.number` reads."""

from __future__ import annotations

import math
from collections.abc import Sequence

from secondsource.text.numbers import SCALES, VAGUE, number
from secondsource.text.quantities_words import FRACTIONS

_FEW = {"few": 3.0, "couple": 2.0, "handful": 3.0}
_SMALL = frozenset({"-", "–", "‑", "−", "a", "an", "and", "of"})


def value(words: Sequence[str], after: str = "") -> float | None:  # noqa: PLR0911 one return a form
    """Return the value of the words of one amount (`after` is the word behind them), None where they have none.

    >>> value(["two", "and", "a", "half"]), value(["half", "a", "dozen"]), value(["a", "few", "hundred"])
    (2.5, 6.0, 300.0)
    """
    plain = [word for word in words if word not in _SMALL]
    if "/" in words or "⁄" in words:
        return _mixed(words)
    if len(words) == 1 and words[0] in {"twice", "thrice"}:
        return 2.0 if words[0] == "twice" else 3.0
    if "pair" in plain:
        return 2.0 if after == "of" else None
    few = next((_FEW[word] for word in plain if word in _FEW), None)
    if few is not None:
        return few * _scale(plain[1:])
    if plain[:1] and plain[0] in VAGUE:
        return VAGUE[plain[0]] * _scale(plain[1:])
    if "half" in plain:
        return _halved(plain)
    fraction = next((at for at, word in enumerate(plain) if word in FRACTIONS), None)
    if fraction is not None:
        count = number(plain[:fraction]) if fraction else 1.0
        return None if count is None else count * FRACTIONS[plain[fraction]] * _scale(plain[fraction + 1 :])
    if plain[-1:] == ["dozen"]:
        count = number(plain[:-1]) if len(plain) > 1 else 1.0
        return None if count is None else 12 * count
    return number(words)


def _halved(plain: Sequence[str]) -> float | None:
    """`half`, `half a million`, `two and a half`, `two and a half million`, `a million and a half`."""
    at = plain.index("half")
    whole = [word for word in plain[:at] if word not in SCALES]
    count = number(whole) if whole else (1.0 if at else 0.0)
    return None if count is None else (count + 0.5) * _scale([word for word in plain if word in {*SCALES, "dozen"}])


def _scale(words: Sequence[str]) -> float:
    """Return the product of magnitudes, of dozens and of vague plurals: `tens of thousands`."""
    return math.prod(12.0 if word == "dozen" else VAGUE.get(word, SCALES.get(word, 1.0)) for word in words)


def _mixed(words: Sequence[str]) -> float | None:
    """`5 1/2`, `5-1/2` and `2 1/2 million`."""
    at = words.index("/" if "/" in words else "⁄")
    top, bottom = number(words[at - 1 : at]), number(words[at + 1 : at + 2])
    rest = number(words[: at - 1]) if at > 1 else 0.0
    return None if top is None or not bottom or rest is None else (rest + top / bottom) * _scale(words[at + 2 :])
