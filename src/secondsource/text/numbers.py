"""Values of numbers in figures and in words: `11,000`, `4.5 million`, `two hundred and six`, `minus 3`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.text.lattice import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES: dict[str, int] = {word: value for value, word in enumerate(_ONES)}
TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_TENS, start=2)}
CARDINALS: dict[str, int] = {**ONES, **TENS}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
"""Magnitudes; the short ones (`m`, `bn`) count only right behind figures, with money or people."""
_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
}
VAGUE: dict[str, float] = {
    "several": 3, "tens": 10, "dozens": 12, "scores": 40, "hundreds": 100, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
"""Lowest readings of vague plurals.  Source: ACLED codebook on "dozens" (12) and "hundreds" (100); scores 40."""
_FIGURE = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d*\.?\d+", re.ASCII)
_BLANKS = str.maketrans("", "", "\u00a0\u2009\u202f")
"""Blanks that part thousands without breaking the number: "11 000"."""
_FRACTION = re.compile(r"(\d+)/(\d+)")
GLYPHS: dict[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def figure(word: str) -> float | None:
    """Return the value of one number in figures, None where it is not one (`1.2.3`, `11:40`, `1,2`).

    >>> figure("11,000"), figure("4.5"), figure("11:40")
    (11000.0, 4.5, None)
    """
    word = word.translate(_BLANKS)
    if not _FIGURE.fullmatch(word):
        return None
    try:
        value = float(word.replace(",", ""))
    except (ValueError, OverflowError):
        return None
    return value if value < 1e300 else None


def number(words: Sequence[str]) -> float | None:
    """Return the value of a number of several words, None where the words are no number.

    "and" and hyphens are passed over; `a` counts as one before a magnitude.

    >>> number(["two", "hundred", "and", "six"]), number(["4.5", "million"]), number(["a", "hundred"])
    (206.0, 4500000.0, 100.0)
    """
    total = group = 0.0
    seen = False
    for word in words:
        if word in {"and", "-", "–", "‑"}:
            continue
        part = _part(word)
        if part is not None:
            group += part
        elif word in SCALES:
            group, total = _scaled(group if seen else 1.0, total, SCALES[word])
        else:
            return None
        seen = True
    return total + group if seen else None


def _part(word: str) -> float | None:
    if word in {"a", "an"}:
        return 1.0
    if word in CARDINALS:
        return float(CARDINALS[word])
    return GLYPHS.get(word, figure(word))


def _scaled(group: float, total: float, scale: float) -> tuple[float, float]:
    """Multiply what was read so far: "two hundred" stays in the group, "thousand" and more close it."""
    if scale == 100:
        return group * scale, total
    if total and scale > total:  # "4 hundred thousand million": the whole so far is multiplied
        return 0.0, (total + group) * scale
    return 0.0, total + group * scale
