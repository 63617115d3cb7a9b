"""Words of English date expressions and their sorts."""

from __future__ import annotations

import re

from secondsource.text.lattice import listed
from secondsource.text.numbers import CARDINALS, ORDINALS

_MONTHS = listed("january february march april may june july august september october november december")
MONTHS: dict[str, int] = {
    **{word: number for number, word in enumerate(_MONTHS, start=1)},
    **{word[:3]: number for number, word in enumerate(_MONTHS, start=1)},
    "sept": 9,
}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: dict[str, int] = {
    **{word: number for number, word in enumerate(_WEEKDAYS, start=1)},
    **{word[:3]: number for number, word in enumerate(_WEEKDAYS, start=1)},
    "tues": 2, "thur": 4, "thurs": 4,
}  # fmt: skip
SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNITS: dict[str, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "F", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "weekend": "WE", "yr": "Y", "hr": "TH", "min": "TM",
}  # fmt: skip
"""Units with their TIMEX letter; E, C, F and Q are turned into years, weeks and months in durations."""
PLURALS: dict[str, str] = {
    **{f"{word}s": word for word in UNITS if word != "century"}, "centuries": "century",
}  # fmt: skip
PARTS: dict[str, str] = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midday": "T12:00",
    "midnight": "T24:00", "dawn": "TMO", "mid": "",
}  # fmt: skip
DAYS: dict[str, int] = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
REFERENCES: dict[str, str] = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "recently": "PAST_REF",
    "soon": "FUTURE_REF",
}  # fmt: skip
TENS: dict[str, str] = {
    "twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7",
    "eighties": "8", "nineties": "9",
}  # fmt: skip
FEASTS: dict[str, int] = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "holy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter sunday": 0, "easter monday": 1,
}  # fmt: skip
"""Days after Easter Sunday."""
HOLIDAYS: dict[str, tuple[int, int]] = {"christmas": (12, 25), "halloween": (10, 31)}

LETTERS: dict[str, str] = {
    "month": "M", "weekday": "W", "abbr": "w", "num": "d", "year": "Y", "big": "n", "clock": "c", "dotted": "o",
    "cardinal": "N", "ordinal": "O", "unit": "UQ", "units": "V", "part": "P", "season": "S", "day": "t",
    "now": "r", "last": "l", "next": "x", "this": "h", "that": "H", "the": "T", "a": "A", "ago": "a",
    "early": "e", "of": "f", "ampm": "G", "zone": "g", "comma": ",", "dot": "-", "apos": "'", "s": "s", "dash": "_",
    "slash": "/", "fiscal": "F", "holiday": "y", "every": "E", "set": "X", "suffix": "u", "vague": "v", "and": "&",
    "about": "b", "future": "z", "end": "q", "half": "i", "oclock": "k", "more": "m",
    "recent": "R", "pastword": "L", "full": "p", "thousand": "D", "on": "j", "to": "B",
    "period": "3", "latest": "4", "or": "5", "antique": "9", "quarter": "Q",
    "few": "8", "long": "6", "in": "7", "weekdays": "2", "other": "!", "tens": "%", "beside": "0", "these": "1",
    "from": "*", "feast": "<", "period_letter": ">", "eve": "=",
}  # fmt: skip
_WORDS: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"), **dict.fromkeys(_WEEKDAYS, "weekday"),
    **dict.fromkeys([f"{word}s" for word in _WEEKDAYS], "weekdays"),
    **dict.fromkeys([word for word in WEEKDAYS if word not in _WEEKDAYS], "abbr"),
    **dict.fromkeys(CARDINALS, "cardinal"), **dict.fromkeys(ORDINALS, "ordinal"), "hundred": "thousand",
    "thousand": "thousand", **dict.fromkeys(UNITS, "unit"), **dict.fromkeys(PLURALS, "units"), "second": "ordinal",
    "quarter": "quarter",
    **dict.fromkeys(PARTS, "part"), **dict.fromkeys(SEASONS, "season"), **dict.fromkeys(DAYS, "day"),
    **dict.fromkeys(REFERENCES, "now"), **dict.fromkeys(["last", "previous", "prior", "preceding"], "last"),
    "past": "pastword", **dict.fromkeys(["next", "coming", "following", "upcoming"], "next"),
    **dict.fromkeys(["this", "current"], "this"), **dict.fromkeys(["that", "same"], "that"), "the": "the",
    **dict.fromkeys(["its", "their", "our", "his", "her"], "the"),
    "a": "a", "an": "a", **dict.fromkeys(["ago", "earlier", "previously", "later", "hence"], "ago"),
    **dict.fromkeys(["early", "late", "mid"], "early"), "of": "of", **dict.fromkeys(["am", "pm"], "ampm"),
    **dict.fromkeys(listed(    "est edt gmt utc cet bst et pt pst pdt cst"), "zone"),
    "fiscal": "fiscal", "full": "full", **dict.fromkeys(HOLIDAYS, "holiday"), "thanksgiving": "holiday",
    **dict.fromkeys(["every", "each"], "every"),
    **dict.fromkeys(["daily", "weekly", "monthly", "yearly", "annually"], "set"),
    **dict.fromkeys(["th", "st", "nd", "rd"], "suffix"), **dict.fromkeys(["several", "few", "many", "some"], "vague"),
    "couple": "few", "recent": "recent", "and": "and",
    **dict.fromkeys(["nearly", "almost"], "about"),
    "future": "future", **dict.fromkeys(["end", "start", "beginning", "middle", "close"], "end"),
    "half": "half", "clock": "oclock", "o": "oclock", "more": "more",
    "to": "to", "through": "to", "until": "to", "on": "on",
    "period": "period", "latest": "latest", "bc": "antique", "bce": "antique", "or": "or",
    "long": "long", "in": "in", "other": "other", "from": "from", "eve": "eve",
    **dict.fromkeys(["q", "h"], "period_letter"),
    **dict.fromkeys(["ash", "palm", "maundy", "holy", "good", "easter", "bloody", "black"], "feast"),
    **dict.fromkeys(TENS, "tens"), "before": "beside", "after": "beside", "these": "these",
    ",": "comma", ".": "dot", "'": "apos", "’": "apos", "s": "s", "-": "dash", "–": "dash", "—": "dash",
    "‑": "dash", "/": "slash",
}  # fmt: skip
_SORTS: dict[str, str] = {word: LETTERS[name][0] for word, name in _WORDS.items()}
LETTERS["number"] = LETTERS["num"] + LETTERS["big"] + LETTERS["cardinal"]
_CLOCK = re.compile(r"([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(\d{4}|\d{2})")
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d|21\d\d")
_CASED = frozenset(
    {
        "q",
        "h",
        "ash",
        "palm",
        "holy",
        "good",
        "bloody",
        "black",
        "may",
        "march",
        "mar",
        "sun",
        "sat",
        "mon",
        "wed",
        "fri",
        "jan",
        "dec",
        "sept",
        "august",
    }
)


def sort(form: str) -> str:
    """Return the letter of a word as written; "may", "march" and weekday stumps count only with a capital."""
    if form[0].isdigit():
        return _figures(form)
    word = form.lower()
    if word in _CASED and form.islower():
        return "."
    known = _SORTS.get(word)
    if known is not None:
        return known
    if word[0] == "b" and word.replace(".", "").replace(" ", "") in {"bc", "bce"}:
        return LETTERS["antique"]
    return LETTERS["ampm"] if word[0] in "ap" and word.replace(".", "").replace(" ", "") in {"am", "pm"} else "."


def _figures(form: str) -> str:
    if form.isdecimal() and len(form) <= 2 and 1 <= int(form) <= 31:
        return LETTERS["num"]
    for shape, name in ((_YEAR, "year"), (_CLOCK, "clock"), (_DOTTED, "dotted")):
        if shape.fullmatch(form):
            return LETTERS[name]
    return LETTERS["big"]
