"""Money and percent: currencies by sign, code and word: `$`, `HK$`, `USD 5`, `30 million euros`, `2 Danish crowns`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from secondsource.text.lattice import Lattice, listed

SIGNS: Mapping[str, str] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₴": "UAH",
    "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "￥": "JPY",
}  # fmt: skip
DOLLARS: Mapping[str, str] = {
    "us": "USD", "u.s": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD",
    "nz": "NZD", "s": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN",
}  # fmt: skip
"""What a `$` means with these letters before it, ISO 4217."""
CODES: frozenset[str] = frozenset(
    listed(
        "USD EUR GBP JPY CHF CAD AUD CNY RUB KRW INR HKD NZD SGD TWD BRL ZAR TRY MXN SEK NOK DKK CZK PLN HUF ILS AED "
        "SAR QAR KWD THB MYR IDR PHP VND EGP NGN KES UAH KZT PKR BDT LKR ARS CLP COP RON BGN HRK ISK BTC"
    )
)
"""Codes that count only in capitals: `try` and `cop` are words."""
SHORT: Mapping[str, str] = {
    "dlrs": "USD", "rs": "INR", "rm": "MYR", "sfr": "CHF", "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "kn": "HRK",
    "ps": "GBP",
}  # fmt: skip
"""Other marks that stand before an amount (or behind it), in any case; `PS` is a pound sign lost on the wire."""
_WORDS: Mapping[str, str] = {
    "USD": "dollar dollars", "EUR": "euro euros", "JPY": "yen", "CNY": "yuan renminbi rmb", "KRW": "won",
    "MYR": "ringgit", "RUB": "ruble rubles rouble roubles", "ILS": "shekel shekels", "INR": "rupee rupees",
    "UAH": "hryvnia hryvnias", "TRY": "lira liras", "PLN": "zloty zlotys", "NGN": "naira", "ZAR": "rand",
    "THB": "baht", "IDR": "rupiah", "VND": "dong", "BDT": "taka", "HUF": "forint forints", "RON": "lei",
    "BGN": "leva", "HRK": "kuna kunas", "KZT": "tenge", "GEL": "lari", "AZN": "manat manats", "AFN": "afghanis",
    "MMK": "kyat kyats", "KHR": "riels", "LAK": "kip", "ETB": "birr", "GHS": "cedi cedis", "BWP": "pula",
    "ZMW": "kwacha", "AED": "dirham dirhams", "BRL": "reais", "VES": "bolivar bolivars bolivares",
    "PYG": "guaranies", "BOB": "bolivianos", "CRC": "colones", "FIM": "markka", "NLG": "guilder guilders",
    "ESP": "peseta pesetas", "BTC": "bitcoin bitcoins",
}  # fmt: skip
"""Words of one currency; crowns, francs, pesos, pounds, dinars and rials belong to several."""
_OWN: Mapping[str, str] = {
    "dollar": "us USD,u.s. USD,american USD,australian AUD,canadian CAD,kong HKD,zealand NZD,singapore SGD,taiwan TWD,"
    "jamaican JMD,namibian NAD,fijian FJD,liberian LRD,zimbabwean ZWL,guyanese GYD,singaporean SGD",
    "crown": "danish DKK,swedish SEK,norwegian NOK,czech CZK,icelandic ISK",
    "franc": "swiss CHF,cfa XOF,congolese CDF,rwandan RWF,burundian BIF,guinean GNF",
    "peso": "mexican MXN,argentine ARS,argentinian ARS,chilean CLP,colombian COP,philippine PHP,cuban CUP,"
    "uruguayan UYU,dominican DOP",
    "pound": "british GBP,egyptian EGP,syrian SYP,lebanese LBP,sudanese SDG",
    "rupee": "indian INR,pakistani PKR,lankan LKR,nepalese NPR,nepali NPR,mauritian MUR",
    "dinar": "iraqi IQD,kuwaiti KWD,jordanian JOD,serbian RSD,tunisian TND,algerian DZD,libyan LYD,bahraini BHD",
    "rial": "saudi SAR,qatari QAR,omani OMR,iranian IRR,yemeni YER",
    "lira": "turkish TRY,italian ITL,lebanese LBP,syrian SYP",
    "shilling": "kenyan KES,ugandan UGX,tanzanian TZS,somali SOS",
    "won": "korean KRW",
    "dirham": "moroccan MAD,emirati AED",
    "yuan": "chinese CNY",
    "yen": "japanese JPY",
}
_ALIKE: Mapping[str, str] = {
    "krone": "crown", "kroner": "crown", "krona": "crown", "kronor": "crown", "koruna": "crown", "korunas": "crown",
    "kronur": "crown", "riyal": "rial",
}  # fmt: skip
PERCENT: frozenset[str] = frozenset({"%", "percent", "pc", "pct"})
_HOMOGRAPHS = frozenset({"won", "rand", "dong", "kip", "lei", "real"})
_LEAST_WON = 100
"""Below this "won" is a verb ("three won medals")."""


def _pairs() -> Iterator[tuple[tuple[str, str], str]]:
    for word, owners in _OWN.items():
        for owner in owners.split(","):
            people, code = owner.split()
            yield (people, word), code


_NATIONAL: Mapping[tuple[str, str], str] = dict(_pairs())
"""The currency of a people: `Danish crowns`.  Source: ISO 4217."""
FAMILIES: Mapping[str, str] = {
    code: word for (_, word), code in _NATIONAL.items() if word in {"crown", "franc", "peso"}
}
"""The word that a currency shares with others: `DKK` is a crown."""
CURRENCIES: Mapping[str, str] = {word: code for code, words in _WORDS.items() for word in words.split()}


def currency(line: Lattice, at: int, value: float) -> str:
    """Return the ISO 4217 code of the currency named at word `at`, behind an amount of `value`; "" for none.

    Pounds are money with "sterling" or a people before them, or by the million; else they may be a weight.

    >>> from secondsource.text.lattice import lattice
    >>> currency(lattice("2 Danish crowns", 0, 15, lambda _: "."), 1, 2.0)
    'DKK'
    """
    if at >= len(line):
        return ""
    word, after = line.word(at), line.word(at + 1)
    if line.forms[at] in CODES:
        return line.forms[at]
    if word in CURRENCIES:
        return "" if word in _HOMOGRAPHS and value < _LEAST_WON else CURRENCIES[word]
    if after in CURRENCIES and after not in _HOMOGRAPHS | {"dollar", "dollars"} and line.forms[at][0].isupper():
        return CURRENCIES[after]  # 40 Polish zlotys
    if word in {"pound", "pounds"}:
        sterling = after == "sterling" or (value >= 1e6 and after != "of" and value % 1e4 == 0)
        return "GBP" if sterling else ""
    if word in {"south", "north", "new", "hong", "sri"}:
        word, after = after, line.word(at + 2)
    after = after.removesuffix("s") if after not in _ALIKE else after
    return _NATIONAL.get((word, _ALIKE.get(after, after)), SHORT.get(word, "") if word == "kn" else "")


def priced(line: Lattice, place: tuple[int, int, int], value: float) -> tuple[str, int, int]:
    """Return unit, first and last word (exclusive) of an amount with its signs of money and percent; "" for neither.

    `place` holds the first word of the amount, the first of its number (behind a sign) and the word behind it.
    """
    first, body, last = place
    sign = line.words[first]
    if sign in SIGNS or (body > first and (sign in SHORT or line.forms[first] in CODES)):
        return _signed(line, place)
    before, after = line.word(first - 1), line.word(last)
    if line.tight(first) and before in DOLLARS and line.word(first - 2) == "$":  # $US5, $A5
        return DOLLARS[before], first - 2, last
    if before == "=" and line.word(first - 2) == "y" and line.tight(first):  # Y=5, the yen of wires without its sign
        return "JPY", first - 2, last
    cents = _percent(line, last)
    if cents:
        return "percent", first, last + cents
    if after in SIGNS and (after != "$" or line.tight(last)):
        return SIGNS[after], first, last + 1
    return currency(line, last, value), first, last


def _percent(line: Lattice, at: int) -> int:
    """Return how many words from word `at` on say percent: 2 for `per cent`, 0 for none and for percent points."""
    if line.word(at) in PERCENT and not line.word(at + 1).startswith("point"):
        return 1
    return 2 if line.word(at) == "per" and line.word(at + 1) == "cent" else 0


def _signed(line: Lattice, place: tuple[int, int, int]) -> tuple[str, int, int]:
    """`$5`, `US$ 5`, `HK$5`, `USD 5`, `RM5`."""
    first, _, last = place
    sign, before = line.words[first], line.word(first - 1)
    if sign == "$" and before in DOLLARS and (line.tight(first) or before in {"us", "u.s.", "hk"}):
        return DOLLARS[before], first - 1, last
    return SIGNS.get(sign) or SHORT.get(sign) or line.forms[first], first, last
