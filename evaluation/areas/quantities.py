"""Quantities: values and bounds on NewsQuant and the Recognizers fixtures, in the format of `timequant/README.md`.

The suites code three things in their own way, and `predict` follows them: a vague plural is a range of one order of
magnitude ("hundreds" is 100-1000, but "dozens" 12), "from 310 to 345" is one value, and ranks, "twice" and "several"
are no quantities.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from evaluation import scorers
from secondsource.extract.figures_nouns import counted
from secondsource.extract.figures_words import sentence, tables
from secondsource.lexicon.load import load
from secondsource.text.dates import times
from secondsource.text.quantities import Quantity, quantities
from secondsource.text.quantities_measures import per
from secondsource.text.quantities_units import MEASURES

_BOUNDS = {"<~": "~", ">=": ">", "<=": "<", "range": "="}
_UNITS = {
    "percent": "percentage", "age": "year of age", "time": "count", "pound": "pound-mass", "pounds": "pound-mass",
    "part per billion": "parts-per-billion", "part per million": "parts-per-million", "person": "people",
    "penny": "point", "revolution per minute": "revolutions per minute", "USD": "dollar", "EUR": "euro",
    "GBP": "pound sterling", "JPY": "japanese yen", "AUD": "australian dollar", "CAD": "canadian dollar",
    "HKD": "hong kong dollar", "ILS": "shekel", "MYR": "malaysian ringgit", "DKK": "danish krone",
    "SEK": "swedish krona", "NOK": "norwegian krone", "HRK": "croatian kuna", "CHF": "swiss franc",
    "CNY": "chinese yuan", "INR": "indian rupee", "RUB": "russian ruble", "KRW": "south korean won",
    "NZD": "new zealand dollar", "SGD": "singapore dollar", "BRL": "brazilian real", "ZAR": "south african rand",
    "TRY": "turkish lira", "MXN": "mexican peso", "PLN": "polish zloty", "THB": "thai baht",
    "IDR": "indonesian rupiah", "PHP": "philippine peso", "NGN": "nigerian naira", "UAH": "ukrainian hryvnia",
}  # fmt: skip
"""Names of units in the suite, which spells them as quantulum3 does."""


def predict(gold: Path, pred: Path) -> None:
    """Read the texts of `gold` and write the quantities found to `pred`."""
    scorers.write(pred, ({"id": row["id"], "quantities": list(_predicted(row["text"]))} for row in scorers.read(gold)))


def score(gold: Path, pred: Path) -> scorers.Row:
    """Return value and value-with-unit F1, and the accuracy of bounds."""
    return scorers.run("timequant/score_spans.py", "quantities", gold.resolve(), pred.resolve())


def _predicted(text: str) -> Iterator[scorers.Row]:
    skip = [(match.start, match.end) for match in times(text, anchor=None) if match.kind in {"date", "time"}]
    found = [quantity for quantity in quantities(text, skip=skip) if _counted(quantity)]
    joined = None
    nouns = _nouns(text, found)
    for at, (here, there) in enumerate(pairwise([*found, None])):
        if here is None or here is joined:
            continue
        joined = there if there is not None and _change(text, here, there) else None
        value = [_middle(here), _middle(joined)] if joined else _value(text, here)
        bound = "=" if joined or isinstance(value, list) else _BOUNDS.get(here.bound, here.bound)
        unit = _unit(text, joined or here, nouns[at + (joined is not None)]) or _unit(text, here, nouns[at])
        yield {
            "start": here.start,
            "end": (joined or here).end,
            "value": value,
            "bound": bound,
            "unit": unit,
        }


def _nouns(text: str, found: list[Quantity]) -> list[tuple[str, str]]:
    """Return what each quantity counts, in the singular, and by what it is told."""
    words = sentence(text, 0, len(text), found)
    index = tables(load())
    nouns = []
    for at in range(len(found)):
        what = counted(words, at, index)
        nouns.append((_singular(what.noun.replace("persons", "people")), per(words.line, what.last)[0]))
    return nouns


def _unit(text: str, quantity: Quantity, noun: tuple[str, str]) -> str:
    """Return the unit of the suite: that of measurement or money, else the counted noun; a share is `% ` of a noun."""
    counts, by = noun
    last = counts.split()[-1] if counts else ""
    if quantity.unit == "share":
        return f"% {counts or '-'}"
    if quantity.unit == "age":
        return "month of age" if "month" in text[quantity.end : quantity.end + 9] else "year of age"
    unit = quantity.unit or (MEASURES.get(last) if last else "") or ("count" if counts.startswith("time") else counts)
    by = quantity.per or ("" if quantity.unit else by)
    return _UNITS.get(unit, unit) + (f" per {_singular(by)}" if by else "")


def _singular(noun: str) -> str:
    """Return a noun phrase in the singular, its capitals and conjunctions dropped."""
    *modifiers, head = noun.lower().split() or [""]
    modifiers = [word for word in modifiers if word not in {"and", "or", "&"}]
    return " ".join([*modifiers, _one(head)])


def _one(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes", "ruses", "puses", "nuses")):
        return noun[:-2]
    if noun.endswith("men") and len(noun) > 3:
        return noun[:-3] + "man"
    return {"feet": "foot", "men": "man", "children": "child", "lives": "life"}.get(noun, noun.removesuffix("s"))


def _counted(quantity: Quantity) -> bool:
    few = quantity.vague and (quantity.low or 0) < 10
    return quantity.kind != "rank" and quantity.unit != "time" and not few


def _change(text: str, here: Quantity, there: Quantity) -> bool:
    """Tell whether "from 310 to 345" joins two numbers into one value of the suite."""
    between = text[here.end : there.start]
    if here.bound == "range" or there.bound == "range":
        return False
    same = not here.unit or not there.unit or here.unit == there.unit
    starts = text[: here.start].rstrip().lower().endswith("from")
    return starts and same and len(between) < 30 and between.rstrip().endswith(" to")


def _middle(quantity: Quantity) -> float | None:
    return quantity.low if quantity.low is not None else quantity.high


def _value(text: str, quantity: Quantity) -> object:
    if quantity.bound == "range":
        return [quantity.low, quantity.high]
    number = text[quantity.number[0] : quantity.number[1]].lower()
    if quantity.vague and quantity.low is not None and "dozen" not in number and quantity.low >= 10:
        return [quantity.low, 10 * quantity.low]
    return _middle(quantity)
