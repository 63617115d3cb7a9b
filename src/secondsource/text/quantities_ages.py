"""Tells whether a number is an age: `a 12-year-old`, `Parris, 71,`, `aged 16, 17 and 21`, `over the age of 21`."""

from __future__ import annotations

from secondsource.text.lattice import Lattice, listed
from secondsource.text.quantities_amounts import Amount
from secondsource.text.quantities_words import LETTERS

_AGES = frozenset({"aged", "age", "ages"})
_LINKS = frozenset(listed(", and or to - – from of between through months years"))
_NUMBERS = LETTERS["fig"] + LETTERS["card"] + LETTERS["one"]
_OLDEST = 120
_REACH = 16


def age(line: Lattice, amount: Amount) -> bool:
    """Tell whether `amount` says how old somebody is."""
    behind = [line.word(amount.last + offset) for offset in range(4)]
    if "old" in behind and behind[0] in {"-", "–", "year", "years", "month", "months"}:
        return True
    if amount.high >= _OLDEST or amount.unit:
        return False
    if behind[0] == "age" or (behind[0] == "-" and behind[1] == "age"):
        return True  # the 25 to 45 age range
    name = line.forms[amount.first - 2] if amount.first > 1 else ""
    plain = line.sorts[amount.body] in LETTERS["fig"] and amount.last - amount.first == 1
    beside = line.word(amount.first - 1) == "," and name[:1].isupper() and behind[0] in {",", ".", ";", ")"}
    return (plain and beside) or _listed(line, amount)


def _listed(line: Lattice, amount: Amount) -> bool:
    """Return whether "aged" or "in age from" stands before the number, with only ages and small words between."""
    left = amount.first - 1
    floor = max(-1, left - _REACH)
    while left > floor and (line.word(left) in _LINKS or line.sorts[left] in _NUMBERS):
        left -= 1
    beside = not any(sort in _NUMBERS for sort in line.sorts[left + 1 : amount.first])
    after = line.word(amount.last)
    counted = after.isalpha() and after not in _LINKS | {"in", "were", "was", "who"}
    return line.word(left) in _AGES and (beside or not counted)
