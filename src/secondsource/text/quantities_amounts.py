"""Bare numbers in a row of words, with their value and unit of money or percent; neighbours join into ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.text.lattice import Lattice, pattern
from secondsource.text.numbers import CARDINALS
from secondsource.text.numbers import number as plain
from secondsource.text.quantities_money import priced
from secondsource.text.quantities_values import value
from secondsource.text.quantities_words import LETTERS


@dataclass(frozen=True, slots=True)
class Amount:
    """Words `first` to `last` (exclusive) that name the values `low` to `high` of `unit`.

    `body` is the first word of the number itself, behind a currency sign; `vague` for "dozens", `fraction` for
    "two-thirds" and "one in five".
    """

    first: int
    last: int
    low: float
    high: float
    unit: str = ""
    body: int = 0
    vague: bool = False
    fraction: bool = False


_VAGUE = LETTERS["vague"] + LETTERS["few"] + LETTERS["couple"] + LETTERS["handful"]
_HYPHENED = (["-", "to"], ["-", "to", "-"], ["-", "or"], ["-", "or", "-"])
"""Between the numbers of `5- to 10-year-olds`, `a 5-to-10 chance`."""
_SPELLED = "(card|one) (dash (card|one))?"
_NUMBER = pattern(
    "(sign|iso)? ("
    f"fig slash fig|(fig|{_SPELLED}) dash? and dash? a dash? half scale*|(a|one) scale and a half"
    "|fig (dash? fig slash fig|glyph)? scale* short?"
    "|(a dash?)? half (dash? of? a? dash? (dozen|scale))?"
    "|(a|card|one) dash? fraction (dash? of? a? dash? scale)?|(card|one|fig) dash fraction"
    f"|(a|{_SPELLED}) scale ((and? ({_SPELLED}|fig) scale*)|scale)*"
    "|(a|card|one|fig|vague)? dash? dozen|a? pair"
    "|a? few (scale+|dozen)|a couple (of scale*|dozen|scale+)|a? handful"
    "|vague (of vague|scale)*"
    f"|times|glyph|{_SPELLED}"
    ")",
    LETTERS,
)


def amounts(line: Lattice) -> list[Amount]:
    """Return the numbers of `line`, ranges joined, in order."""
    found = [amount for hit in _NUMBER.finditer(line.sorts) if (amount := _amount(line, hit.start(), hit.end()))]
    return list(_joined(line, found))


def _amount(line: Lattice, first: int, last: int) -> Amount | None:
    body = first + (line.sorts[first] in LETTERS["sign"] + LETTERS["iso"])
    last = _without_loose_scale(line, body, last)
    number = value(line.words[body:last], line.word(last))
    if number is None or last <= body:
        return None
    lead = _minus(line, first)
    number = -number if lead < first else number
    amount = Amount(lead, last, number, number, body=body)
    if line.sorts[body] == LETTERS["times"]:
        return replace(amount, unit="time")
    if last - body == 3 and line.sorts[body + 1] == LETTERS["slash"]:  # 1/16 of a pint, but 9/11, 50/50
        return replace(amount, fraction=True, unit="share") if 0 < number < 1 and line.word(last) == "of" else None
    if any(sort in _VAGUE for sort in line.sorts[body:last]):
        amount = replace(amount, vague=True)
    if line.sorts[last - 1] in LETTERS["fraction"] + LETTERS["half"] and 0 < number < 1:
        return replace(amount, fraction=True, unit="share")
    signed = line.sorts[lead] in LETTERS["sign"] + LETTERS["iso"]
    unit, begin, last = priced(line, (lead if signed else first, body, last), number)
    return replace(amount, unit=unit, first=min(begin, lead), last=last)


def _minus(line: Lattice, first: int) -> int:
    """Return the first word of what makes a number negative, `first` where nothing does: `minus 3`, `-$2`, `$-2`."""
    before = line.word(first - 1)
    if before in {"minus", "negative"}:
        return first - 1
    if before not in {"-", "−"} or not line.tight(first):
        return first
    if line.word(first - 2) == "minus":
        return first - 2
    apart = not line.tight(first - 1) or line.word(first - 2) in {"(", "<", ">", "="}
    if apart:
        other = line.forms[first - 2] if first > 1 else ""
        return first if other[-1:].isdigit() or other[:1].isupper() else first - 1
    return first - 2 if line.sorts[first - 2] in LETTERS["sign"] + LETTERS["iso"] else first


def _without_loose_scale(line: Lattice, body: int, last: int) -> int:
    """Drop a short magnitude that is none: `5 m`, `37m` (metres); `$5m`, `1.2m copies` and `500bn` are."""
    word = line.words[last - 1]
    if line.sorts[last - 1] != LETTERS["short"]:
        return last
    if word in {"bn", "mn", "tn", "mln", "bln", "trn"} or line.forms[last - 1] == "M":
        return last
    money = line.sorts[body - 1] in LETTERS["sign"] + LETTERS["iso"] if body else False
    after = line.word(last)
    many = after == "people" or (len(after) > 3 and after.endswith("s") and after.isalpha())
    ranged = after in {"-", "–"} and line.sorts[last + 1 : last + 3] == LETTERS["fig"] + LETTERS["short"]  # 3m-5m
    return last if money or (line.tight(last - 1) and (many or ranged)) else last - 1


def _joined(line: Lattice, found: list[Amount]) -> Iterator[Amount]:
    """Join `150 to 175`, `5-10`, `between 3 and 5`, `two or three` into one amount each."""
    taken = -1
    for here, there in pairwise([*found, None]):
        if here is None or here.first < taken:
            continue
        if there is not None and (joined := _range(line, here, there)):
            taken = joined.last
            yield joined
        else:
            yield here


def _range(line: Lattice, here: Amount, there: Amount) -> Amount | None:
    link, between = line.word(here.last), line.words[here.last : there.first]
    if between in _HYPHENED and not there.unit and here.high < there.low:
        return replace(here, last=there.last, high=there.high)
    if link in {"out", "in"} and (share := _share(line, here, there, link)):
        return share
    if there.first != here.last + 1 or here.vague or there.vague or not _links(line, here, there, link):
        return None
    low, high = here.low, there.high
    if _scaled(line, there) and not _scaled(line, here) and here.low <= _head(line, there):
        low = here.low * (there.high / _head(line, there))  # "120 to 150 million"
    if not low < high or (here.unit and there.unit and here.unit != there.unit):
        return None
    return replace(here, last=there.last, low=low, high=high, unit=there.unit or here.unit)


def _share(line: Lattice, here: Amount, there: Amount, link: str) -> Amount | None:
    """`one in five`, `two out of three`."""
    gap = 2 if link == "out" and line.word(here.last + 1) == "of" else 1
    bare = all(not amount.unit and amount.last - amount.first == 1 and amount.low <= 100 for amount in (here, there))
    behind = line.word(there.last)
    many = behind == "people" or behind.endswith("s")  # 1 in 10 people
    spelled = link == "out" or line.words[here.first] in CARDINALS or (here.low == 1 and many)
    if there.first != here.last + gap or not bare or not spelled or not 0 < here.low < there.low:
        return None
    value = here.low / there.low
    return replace(here, last=there.last, low=value, high=value, unit="share", fraction=True)


def _scaled(line: Lattice, amount: Amount) -> bool:
    return any(sort in LETTERS["scale"] + LETTERS["short"] for sort in line.sorts[amount.body : amount.last])


def _head(line: Lattice, amount: Amount) -> float:
    return plain(line.words[amount.body : amount.body + 1]) or 1.0


def _links(line: Lattice, here: Amount, there: Amount, link: str) -> bool:
    before = line.word(here.first - 1)
    if link == "and":
        return (
            before in {"between", "about", "roughly"} and "between" in line.words[max(0, here.first - 2) : here.first]
        )
    if link in {"-", "–", "−", "—"}:
        return True
    if link == "or":
        return here.high < there.low
    return (
        link == "to"
        and (before != "by" or not here.unit)
        and (
            before != "from"
            or line.word(here.first - 2) in {"range", "ranges", "ranging", "ranged", "anywhere", "vary", "varies"}
        )
    )
