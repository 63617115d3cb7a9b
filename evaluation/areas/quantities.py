"""Quantities: values and bounds on NewsQuant and the Recognizers fixtures, in the format of `timequant/README.md`.

The suites code three things in their own way, and `predict` follows them: a vague plural is a range of one order of
magnitude ("hundreds" is 100-1000, but "dozens" 12), "from 310 to 345" is one value, and ranks, "twice" and "several"
are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from evaluation import scorers
from secondsource.extract.figures_nouns import counted
from secondsource.extract.figures_words import sentence, tables
from secondsource.lexicon.load import load
from secondsource.text.dates import times
from secondsource.text.quantities import Quantity, quantities

_BOUNDS = {"<~": "~", ">=": ">", "<=": "<", "range": "="}
_MEASURES = {
    "mph": "mile per hour",
    "mpg": "mile per gallon",
    "kmh": "kilometre per hour",
    "km": "kilometre",
    "m": "metre",
    "kg": "kilogram",
    "hp": "horsepower",
    "kw": "kilowatt",
    "kwh": "kilowatt hour",
    "gb": "gigabyte",
    "hz": "hertz",
    "min": "minute",
    "lb": "pound-mass",
    "litre": "litre",
    "liter": "litre",
    "meter": "metre",
    "meters": "metre",
    "metres": "metre",
    "kilometers": "kilometre",
    "crowns": "crown",
}
_PER = re.compile(r"(?:\s*U\.?S\.?)?(?:\s*[a-z]+)?\s*(?P<link>per|an?|/)\s*(?P<unit>square foot|sq m|[a-z]+)")
_PER_UNITS = {"sq m": "square metre", "h": "hour", "hr": "hour"}
_UNITS = {
    "percent": "percentage",
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "japanese yen",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "HKD": "hong kong dollar",
    "ILS": "shekel",
    "age": "year of age",
}


def predict(gold: Path, pred: Path) -> None:
    """Read the texts of `gold` and write the quantities found to `pred`."""
    scorers.write(pred, ({"id": row["id"], "quantities": list(_predicted(row["text"]))} for row in scorers.read(gold)))


def score(gold: Path, pred: Path) -> scorers.Row:
    """Return value and value-with-unit F1, and the accuracy of bounds."""
    return scorers.run("timequant/score_spans.py", "quantities", gold.resolve(), pred.resolve())


def _predicted(text: str) -> Iterator[scorers.Row]:
    skip = [(match.start, match.end) for match in times(text, anchor=None) if match.kind in {"date", "time"}]
    found = [quantity for quantity in quantities(text, skip=skip) if _counted(text, quantity)]
    joined = None
    nouns = _nouns(text, found)
    for at, (here, there) in enumerate(pairwise([*found, None])):
        if here is None or here is joined:
            continue
        joined = there if there is not None and _change(text, here, there) else None
        value = [_middle(here), _middle(joined)] if joined else _value(text, here)
        bound = "=" if joined else _BOUNDS.get(here.bound, here.bound)
        unit = (joined or here).unit or here.unit or nouns[at + (joined is not None)]
        unit = _UNITS.get(unit, unit) + _rate(text, (joined or here).end, money=unit.isupper())
        yield {
            "start": here.start,
            "end": (joined or here).end,
            "value": value,
            "bound": bound,
            "unit": unit,
        }


def _nouns(text: str, found: list[Quantity]) -> list[str]:
    """Return what each quantity counts, in the singular, abbreviations of measures spelled out."""
    words = sentence(text, 0, len(text), found)
    index = tables(load())
    nouns = []
    for at in range(len(found)):
        measure = _MEASURES.get(words.word(words.places[at][1]))
        nouns.append(measure or _singular(counted(words, at, index).noun.lower().replace("persons", "people")))
    return nouns


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return {"feet": "foot", "men": "man", "women": "woman", "children": "child"}.get(noun, noun.removesuffix("s"))


def _rate(text: str, end: int, *, money: bool) -> str:
    """Return the rest of a rate: " per barrel" in "$61.50 per barrel"."""
    found = _PER.match(text, end)
    if not found or (found["link"].startswith("a") and not money):
        return ""
    return f" per {_PER_UNITS.get(found['unit'], _singular(found['unit']))}"


def _counted(text: str, quantity: Quantity) -> bool:
    bare_several = text[quantity.number[0] : quantity.number[1]].lower() == "several"
    return quantity.kind != "rank" and quantity.unit != "time" and not bare_several


def _change(text: str, here: Quantity, there: Quantity) -> bool:
    """Tell whether "from 310 to 345" joins two numbers into one value of the suite."""
    between = text[here.end : there.start]
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
