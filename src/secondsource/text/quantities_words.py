"""Words of English quantities: sorts of number words, bounds, currencies, and what marks a number as a mere name."""

from __future__ import annotations

from secondsource.records import Bound
from secondsource.text.lattice import listed
from secondsource.text.numbers import CARDINALS, GLYPHS, SCALES, VAGUE

LETTERS: dict[str, str] = {
    "fig": "n", "card": "N", "scale": "D", "short": "d", "vague": "v", "a": "a", "and": "&", "dash": "-", "sign": "$",
    "fraction": "f", "dozen": "z", "of": "o", "slash": "/", "times": "x", "glyph": "g", "one": "1", "iso": "i",
    "half": "h", "pair": "p",
}  # fmt: skip
SIGNS: dict[str, str] = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS"}
_DOLLARS = {"us": "USD", "u.s": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD",
            "nz": "NZD", "s": "SGD", "nt": "TWD", "r": "BRL"}  # fmt: skip
DOLLARS: dict[str, str] = _DOLLARS
"""What a `$` means with these letters before it, ISO 4217."""
ISO: dict[str, str] = {code.lower(): code for code in listed(    "USD EUR GBP JPY CHF CAD AUD CNY RUB KRW INR")} | {
    "dlrs": "USD", "rs": "INR", "rm": "MYR", "ps": "GBP",
}  # fmt: skip
CURRENCIES: dict[str, str] = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "won": "KRW", "shekel": "ILS", "shekels": "ILS",
    "rupee": "INR", "rupees": "INR", "hryvnia": "UAH", "hryvnias": "UAH", "lira": "TRY", "liras": "TRY",
    "zloty": "PLN", "zlotys": "PLN", "naira": "NGN", "rand": "ZAR", "ringgit": "MYR", "baht": "THB",
}  # fmt: skip
"""Currency words of one country; crowns, francs and pesos are left as plain nouns, they belong to several."""
PERCENT = frozenset({"%", "percent", "pc", "pct", "percentage"})
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
    **dict.fromkeys([word for word in SCALES if len(word) <= 3], "short"),
    **dict.fromkeys(VAGUE, "vague"), "a": "a", "an": "a", "and": "and", "dozen": "dozen", "pair": "pair", "of": "of",
    **_SMALL, **dict.fromkeys(["twice", "thrice"], "times"), **dict.fromkeys(SIGNS, "sign"),
    **dict.fromkeys(GLYPHS, "glyph"), **dict.fromkeys(["-", "–", "‑", "−"], "dash"), "/": "slash",
    **dict.fromkeys(ISO, "iso"),
}  # fmt: skip
_SORTS: dict[str, str] = {word: LETTERS[name] for word, name in _WORDS.items()}

BEFORE: dict[str, Bound] = {
    "over": ">", "more than": ">", "above": ">", "exceeding": ">", "exceeded": ">", "exceeds": ">", "upwards of": ">",
    "upward of": ">", "in excess of": ">", "greater than": ">", "well over": ">", "just over": ">", "topped": ">",
    "exceed": ">", "surpass": ">", "bigger than": ">", "more than or equal to": ">=", "greater than or equal to": ">=",
    "less than or equal to": "<=", "smaller than": "<", "higher than": ">", "longer than": ">", "larger than": ">",
    "beyond": ">", "over than": ">", "surpassed": ">",
    "at least": ">=", "no fewer than": ">=", "no less than": ">=", "not less than": ">=", "a minimum of": ">=",
    "minimum": ">=", "not fewer than": ">=",
    "fewer than": "<", "less than": "<", "under": "<", "below": "<", "just under": "<", "lower than": "<",
    "sub -": "<", "slightly under": "<", "well under": "<", "<": "<", ">": ">",
    "up to": "<=", "as many as": "<=", "as much as": "<=", "as high as": "<=", "at most": "<=", "no more than": "<=",
    "not more than": "<=", "a maximum of": "<=", "maximum": "<=", "upto": "<=", "as long as": "<=", "as far as": "<=",
    "nearly": "<~", "almost": "<~", "close to": "<~", "approaching": "<~", "just short of": "<~", "nearing": "<~",
    "about": "~", "around": "~", "some": "~", "approximately": "~", "roughly": "~", "an estimated": "~",
    "estimated": "~", "circa": "~", "somewhere around": "~", "in the region of": "~", "~": "~", "≈": "~",
    "approx": "~", "averaging": "~", "averaged": "~", "barely": "~",
    "a roughly": "~", "an approximate": "~",
}  # fmt: skip
"""Words before a number and the bound they set; the longest phrase wins.  Source: MS NumberRange and NewsQuant."""
AFTER: dict[str, Bound] = {
    "or more": ">=", "or higher": ">=", "or above": ">=", "and above": ">=", "and more": ">=", "or over": ">=",
    "and over": ">=", "or greater": ">=", "and up": ">=", "or fewer": "<=", "or less": "<=", "or lower": "<=",
    "and below": "<=", "or under": "<=", "or so": "~", "plus": ">=", "+": ">=", "at least": ">=",
}  # fmt: skip
INCREMENTS = frozenset({"another", "additional", "further", "extra"})
NAMED = frozenset(
    listed(
        "article articles section sections resolution chapter page room flight route level type phase group act "
        "number no rule mach aged age highway interstate version vol volume channel unit building apartment suite "
        "gate platform category class grade figure table appendix clause paragraph amendment order verse season "
        "episode week day part round game formula area district ward precinct line sector block bus train tram "
        "exit hole lap stage apollo boeing airbus iphone windows"
    )
)
"""Words after which a number is a name.  Source: false hits on NewsQuant and on invented stories."""


def sort(form: str) -> str:
    """Return the letter of a word as written."""
    if form[-1].isdigit():
        return LETTERS["fig"] if ":" not in form else "."
    return _SORTS.get(form.lower(), ".")
