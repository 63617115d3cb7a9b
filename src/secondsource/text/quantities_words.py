"""Words of English quantities: sorts of number words, bounds, currencies, and what marks a number as a mere name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from secondsource.records import Bound
from secondsource.text.lattice import listed
from secondsource.text.numbers import CARDINALS, GLYPHS, SCALES, VAGUE
from secondsource.text.quantities_money import CODES, SHORT, SIGNS

LETTERS: dict[str, str] = {
    "fig": "n", "card": "N", "scale": "D", "short": "d", "vague": "v", "a": "a", "and": "&", "dash": "-",
    "sign": "$", "fraction": "f", "dozen": "z", "of": "o", "slash": "/", "times": "x", "glyph": "g", "one": "1",
    "iso": "i", "half": "h", "few": "w", "couple": "u", "handful": "y", "pair": "p",
}  # fmt: skip
_SMALL = {"half": "half", "quarter": "fraction", "quarters": "fraction"} | dict.fromkeys(
    listed("third thirds fourths fifth fifths sixth sixths eighth eighths tenth tenths"), "fraction"
)
FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fourths": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8,
    "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
_WORDS: dict[str, str] = {
    **dict.fromkeys(CARDINALS, "card"), "one": "one",
    **dict.fromkeys([word for word in SCALES if len(word) > 3], "scale"),
    **dict.fromkeys([word for word in SCALES if len(word) <= 3], "short"), **dict.fromkeys(VAGUE, "vague"), "a": "a",
    "an": "a", "and": "and",
    **{word: word for word in ("few", "couple", "handful")}, "dozen": "dozen", "pair": "pair", "of": "of", **_SMALL,
    **dict.fromkeys(["twice", "thrice"], "times"), **dict.fromkeys(SIGNS, "sign"), **dict.fromkeys(GLYPHS, "glyph"),
    **dict.fromkeys(["-", "–", "‑", "−"], "dash"), **dict.fromkeys(["/", "⁄"], "slash"),
    **dict.fromkeys(SHORT, "iso"),
}  # fmt: skip
_SORTS: dict[str, str] = {word: LETTERS[name] for word, name in _WORDS.items()}

_OVER = listed("greater larger bigger higher more longer heavier older")
_UNDER = listed("smaller lower less fewer shorter lighter younger")
_PHRASES: dict[Bound, str] = {
    ">": "over|above|exceeding|exceeded|exceeds|exceed|upwards of|upward of|in excess of|well over|just over|topped|"
    "surpass|surpassed|surpassing|beyond|over than|>|well above|just above|slightly over|slightly above|"
    "a little over|far more than|many more than|a little more than|slightly more than|just more than|much more than|"
    "well more than|topping|considerably more than|more than about|significantly more than|no less than over",
    ">=": "at least|no fewer than|no less than|not less than|a minimum of|minimum|not fewer than|minimum of|"
    "at the very least|at least or equal to|> =|= >|≥|no lower than|as few as|as little as|as low as|at least some|"
    "at least about",
    "<": "fewer than|less than|under|below|just under|sub -|slightly under|well under|<|a little under|"
    "a little less than|slightly less than|slightly below|just below|well below|just less than|far fewer than|"
    "far less than|slightly fewer than",
    "<=": "up to|as many as|as much as|as high as|at most|no more than|not more than|a maximum of|maximum|upto|"
    "as long as|as far as|maximum of|< =|= <|≤|no higher than|no greater than|not exceeding|up to about|up to some|"
    "a limit of|capped at|limited to|no larger than|not more than about|up to an estimated",
    "<~": "nearly|almost|close to|approaching|just short of|nearing|not quite|just shy of|shy of|the better part of|"
    "very nearly|very close to",
    "~": "about|around|some|approximately|roughly|an estimated|estimated|circa|somewhere around|in the region of|~|"
    "≈|approx|averaging|averaged|barely|a roughly|an approximate|virtually|just about|something like|"
    "on the order of|in the neighborhood of|in the neighbourhood of|in the vicinity of|approx .|estimated at|maybe|"
    "perhaps|a rough|more or less|broadly|somewhere near|the roughly|the estimated|the approximately|the nearly",
}  # fmt: skip


def _bounds() -> Iterator[tuple[str, Bound]]:
    for bound, phrases in _PHRASES.items():
        yield from ((phrase, bound) for phrase in phrases.split("|"))
    rows: tuple[tuple[tuple[str, ...], Bound, Bound], ...] = ((_OVER, ">", ">="), (_UNDER, "<", "<="))
    for words, strict, loose in rows:
        for word in words:
            yield f"{word} than", strict
            for phrase in (f"{word} than or equal to", f"{word} or equal than", f"{word} or equal to"):
                yield phrase, loose


BEFORE: Mapping[str, Bound] = dict(_bounds())
"""Words before a number and the bound they set; the longest phrase wins.  Source: MS NumberRange and NewsQuant."""
AFTER: Mapping[str, Bound] = {
    "or more": ">=", "or higher": ">=", "or above": ">=", "and above": ">=", "and more": ">=", "or over": ">=",
    "and over": ">=", "or greater": ">=", "and up": ">=", "or fewer": "<=", "or less": "<=", "or lower": "<=",
    "and below": "<=", "or under": "<=", "or so": "~", "plus": ">=", "- plus": ">=", "+": ">=", "at least": ">=",
    "- odd": "~", "or thereabouts": "~", "and counting": ">=", "at most": "<=", "or larger": ">=", "or better": ">=",
    "and under": "<=", "or below": "<=", "or smaller": "<=",
}  # fmt: skip
INCREMENTS = frozenset({"another", "additional", "further", "extra"})
NAMED = frozenset(
    listed(
        "article articles section sections resolution chapter page room flight route level type phase group act "
        "number no rule mach aged age highway interstate version vol volume channel unit building apartment suite "
        "gate platform category class grade figure table appendix clause paragraph amendment order verse season "
        "episode week day part round game formula area district ward precinct line sector block bus train tram "
        "exit hole lap stage apollo boeing airbus iphone windows "
        "news channel studio radio tv"
    )
)
"""Words after which a number is a name.  Source: false hits on NewsQuant and on invented stories."""


def sort(form: str) -> str:
    """Return the letter of a word as written."""
    if form[-1].isdecimal():
        return LETTERS["fig"] if ":" not in form else "."
    if form in CODES:
        return LETTERS["iso"]
    return _SORTS.get(form.lower(), ".")
