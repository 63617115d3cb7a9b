"""The words around a number that set a bound, and what they make of its two sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.records import Bound, FigureKind, Offsets
from secondsource.text.lattice import Lattice, listed
from secondsource.text.numbers import ORDINALS
from secondsource.text.quantities_amounts import Amount
from secondsource.text.quantities_measures import measure, per
from secondsource.text.quantities_money import currency
from secondsource.text.quantities_words import AFTER, BEFORE, INCREMENTS, LETTERS


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as the words say it.

    Attributes:
        start, end: half-open code points of bound words, number and percent sign.
        low, high: the closed or open side of the bound as written, None where the words leave it open.
        bound: as in `records.Figure`.
        unit: ISO 4217 code of money, `percent`, `share`, `time` for "twice", a unit of measurement ("kilometre per
            hour"), else "".
        kind: increment for "another 3,000", projection for "could rise to", rate for percent, else total.
        number: offsets of the number alone.
        vague: for "dozens" and "several", whose low side is their lowest reading.
        per: what a rate is told by ("barrel" in "$61 a barrel"), "" for none.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    kind: FigureKind
    number: Offsets
    vague: bool = False
    per: str = ""


_PARTICLES = frozenset({"took", "take", "taking", "taken", "takes", "hand", "handed", "turned", "ran", "mull"})
"""Verbs whose "over" is no bound: "took over five boats"."""
_PERIODS = frozenset(["hour", "day", "week", "month", "year", "decade"])
_LASTING = frozenset(listed("for after of lasting lasted is was takes took just well"))
_LONGEST = max(len(phrase.split()) for phrase in BEFORE)
_NO_ORDER = frozenset(listed("west test request guest forest interest rest protest arrest harvest contest quest"))
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_RANKING = frozenset(listed("ranked ranks rank ranking finished placed came currently"))
_PLACED_IN = frozenset(
    listed("in on among by with behind for out overall worldwide nationally globally at and from after of")
)
_MODALS = frozenset({"could", "may", "might", "can", "would", "will"})
_EXCEEDS = frozenset({"top", "exceed", "pass", "surpass"})
_LIKELY = frozenset({"likely", "expected", "set", "projected", "forecast", "poised"})
_OPENING = "".join(LETTERS[name] for name in ("fig", "card", "sign", "fraction", "half"))
_CLIMBS = frozenset({"rise", "climb", "grow", "reach", "increase", "go", "jump", "swell", "hit"})


def bounded(line: Lattice, amount: Amount) -> Quantity:
    """Return `amount` with the words that bound it."""
    first, before = _before(line, amount)
    unit, behind = _measured(line, amount)
    last, after = _after(line, amount.last)
    if after is None and behind > amount.last:  # 3 feet or more
        last, after = _after(line, behind)
        last = last if after else amount.last
    by, _ = per(line, _past_currency(line, behind), money=_money(unit))
    first, projected, climbs = _projection(line, first)
    increment = line.word(first - 1) in INCREMENTS
    first -= increment
    bound: Bound = after or before or (climbs or "=")
    kind: FigureKind = "rate" if by or unit.startswith("percent") else "projection" if projected else "total"
    if increment or (line.word(last) == "more" and line.word(last + 1) != "than"):
        kind = "increment"
    low, high, bound = sides(amount, bound)
    number = (line.starts[amount.first], line.ends[amount.last - 1])
    span = (line.starts[first], line.ends[last - 1])
    return Quantity(*span, low, high, bound, unit, kind, number, amount.vague, by)


def _measured(line: Lattice, amount: Amount) -> tuple[str, int]:
    """Return unit and word behind it; `half a mile` is a length, not a share."""
    if amount.unit == "share":
        first = amount.last + (line.word(amount.last) == "of")
        unit, behind = measure(line, first + 1) if line.word(first) in {"a", "an"} else ("", first)
        return (unit, behind) if unit else (amount.unit, amount.last)
    return (amount.unit, amount.last) if amount.unit else measure(line, amount.last)


def _money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _past_currency(line: Lattice, at: int) -> int:
    """Return the word behind `US` or a currency word after an amount: `$76 US a barrel`, `30 dollars a day`."""
    if line.word(at) in {"us", "u.s."}:
        return at + 1
    return at + 1 if currency(line, at, 1e9) else at


def ranks(line: Lattice) -> list[Quantity]:
    """Return places in an order: `second-largest`, `ranked third`, `the No. 2 producer`; "the second ship" is none."""
    found = []
    for at in range(len(line)):
        place, last = _ordered(line, at) or _numbered(line, at) or (None, at)
        if place:
            span = (line.starts[at], line.ends[last - 1])
            found.append(Quantity(*span, float(place), float(place), "=", "", "rank", span))
    return found


def _ordered(line: Lattice, at: int) -> tuple[int, int] | None:
    """Return place and word behind of an ordinal that ranks, also in figures (`the 86th most popular`)."""
    place, last = ORDINALS.get(line.words[at]), at + 1
    if place is None and line.words[at].isdecimal() and line.word(at + 1) in _ENDINGS and line.tight(at + 1):
        place, last = int(line.words[at][:9]), at + 2
    if not place:
        return None
    behind = last + (line.word(last) in {"-", "‑"})
    if line.word(behind).endswith(("est", "most")) and line.word(behind) not in _NO_ORDER:
        return place, behind + 1
    ends = not line.word(last)[:1].isalpha() or line.word(last) in _PLACED_IN
    return (place, last) if line.word(at - 1) in _RANKING and ends and line.word(last) not in {"-", "‑"} else None


def _numbered(line: Lattice, at: int) -> tuple[int, int] | None:
    """Return place and word behind of `No. 2` before what is ranked, or behind a verb that ranks."""
    number = line.word(at + 2)
    if line.words[at] != "no" or line.word(at + 1) != "." or not number.isdecimal() or not 0 < int(number[:9]) <= 100:
        return None
    behind = line.forms[at + 3] if at + 3 < len(line) else ""
    named = line.word(at - 1) in _RANKING or (behind.isalpha() and behind.islower() and behind not in _PLACED_IN)
    return (int(number), at + 3) if named else None


def sides(amount: Amount, bound: Bound) -> tuple[float | None, float | None, Bound]:
    """Return low side, high side and bound: `>` and `>=` leave the high side open, `<`, `<=`, `<~` the low one."""
    if amount.vague:
        return amount.low, None, "~" if bound in {"=", "~", "<~"} else bound
    if amount.low != amount.high:
        return amount.low, amount.high, "range"
    if bound in {">", ">="}:
        return amount.low, None, bound
    if bound in {"<", "<=", "<~"}:
        return None, amount.high, bound
    return amount.low, amount.high, bound


def _before(line: Lattice, amount: Amount) -> tuple[int, Bound | None]:
    first = amount.first
    for length in range(_LONGEST, 0, -1):
        if first >= length:
            bound = BEFORE.get(" ".join(line.words[first - length : first]))
            if bound and not (bound == ">" and _no_bound(line, amount, length)):
                return first - length, bound
    if line.word(first - 1) == "between" and amount.low != amount.high:
        return first - 1, "range"
    return first, None


def _no_bound(line: Lattice, amount: Amount, length: int) -> bool:
    """Return whether "over" is none: "took over five boats", "over three days"."""
    lead = line.word(amount.first - length - 1)
    during = line.word(amount.first - 1) == "over" and line.word(amount.last).rstrip("s") in _PERIODS
    return lead in _PARTICLES or (during and length == 1 and lead not in _LASTING)


def _after(line: Lattice, last: int) -> tuple[int, Bound | None]:
    phrases: Mapping[str, Bound] = AFTER
    for length in (2, 1):
        bound = phrases.get(" ".join(line.words[last : last + length])) if last + length <= len(line) else None
        if bound and line.word(last + length) != "than" and not _begins_number(line, last + length):
            return last + length, bound
    return last, None


def _begins_number(line: Lattice, at: int) -> bool:
    """Return whether a number begins, perhaps behind `a`: "above 20 and below 100"."""
    sorts = line.sorts[at + (line.word(at) in {"a", "one"}) : at + 2]
    return sorts[:1] != "" and sorts[0] in "".join(
        LETTERS[name] for name in ("fig", "card", "sign", "fraction", "half")
    )


def _projection(line: Lattice, first: int) -> tuple[int, bool, Bound | None]:
    """Return where the expression begins, whether it looks ahead, and the bound of "could rise to"."""
    verb = first - 2 if line.word(first - 1) == "to" else first - 1
    if line.word(first - 1) in _EXCEEDS:
        likely = line.word(first - 2) == "to" and line.word(first - 3) in _LIKELY
        if likely or line.word(first - 2) in _MODALS:
            return first - (1 if likely else 2), True, ">"
    if line.word(verb) in _CLIMBS and line.word(verb - 1) == "to" and line.word(verb - 2) in _LIKELY:
        return first, True, None
    if line.word(verb) in _CLIMBS and line.word(verb - 1) in _MODALS:
        return verb - 1, True, "<=" if line.word(verb - 1) not in {"will", "would"} else "="
    if line.word(first - 1) == "be" and line.word(first - 2) in {"could", "would", "will"}:
        return first, True, None
    return first, False, None
