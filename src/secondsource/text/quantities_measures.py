"""What a number measures, and by what: the unit right behind it (`640 bhp`) and `per barrel`, `a day`."""

from __future__ import annotations

from secondsource.text.lattice import Lattice, listed
from secondsource.text.quantities_units import EXACT, LONGEST, LOOSE, MEASURES, TIGHT, TIMES

_PRICED = frozenset(
    listed(
        "share barrel pound ounce gallon litre tonne ton kilogram bushel unit head person piece ticket kilo gram acre"
    )
)
"""What a price may be for after `a` ("$80 a barrel"); any word may stand after `per`."""
_LINKS = frozenset({"per", "/", "a", "an", "each", "every"})
_YEARLY = frozenset({"annum", "anno"})
_AGO = frozenset({"ago", "earlier", "later", "before", "after", "from", "since", "old", "on", "prior", "previously"})
"""Behind a time they make it a date: "$6.8 billion a year earlier" is no rate."""
_DASHES = frozenset({"-", "‑"})
_SCALED = frozenset(listed("hundred thousand million billion trillion bn m mn"))
_SHORT_WORDS = frozenset(listed("day ton bit amp ohm nit °"))


def measure(line: Lattice, at: int) -> tuple[str, int]:
    """Return the unit of measurement at word `at`, right behind a number, and the word behind it; ("", `at`) for none.

    A hyphen may stand before it ("a 12-inch gun").

    >>> from secondsource.text.lattice import lattice
    >>> measure(lattice("90 km/h winds", 0, 13, lambda _: "."), 1)
    ('kilometre per hour', 4)
    """
    first = at + (line.word(at) in _DASHES and line.tight(at) and line.tight(at + 1))
    for length in range(min(LONGEST, len(line) - first), 0, -1):
        unit = MEASURES.get(" ".join(line.words[first : first + length]))
        if unit and (length > 1 or not _another(line, first)):
            return unit, first + length
    marked = _mark(line, first) if first < len(line) else ""
    return (marked, first + 1) if marked else ("", at)


def _another(line: Lattice, at: int) -> bool:
    """Tell whether a single word is something else: a mark that its capitals tell apart, a short one behind a word."""
    form = line.forms[at]
    if form in EXACT:
        return True
    behind = line.words[at - 1] if at else ""
    spelled = not behind[-1:].isdigit() and behind not in _SCALED and behind not in {"-", "‑", "/", "per"}
    return spelled and len(form) <= 3 and form.lower() not in _SHORT_WORDS


def _mark(line: Lattice, at: int) -> str:
    form, tight = line.forms[at], line.tight(at)
    if form in EXACT:
        return EXACT[form]
    if not line.words[at - 1][-1:].isdigit():
        return ""  # "three in the house", "two p"
    after = line.word(at + 1)
    named = after in _DASHES and line.word(at + 2)[:1].isdigit()  # 34 F-16 jets
    named = named or (after == "." and not tight and form.isupper() and at + 2 < len(line))  # 2703 W. 33rd Street
    return "" if named else (TIGHT if tight else LOOSE).get(form, "")


def per(line: Lattice, at: int, *, money: bool = False) -> tuple[str, int]:
    """Return what the amount before word `at` is told by, and the word behind it; ("", `at`) where it is no rate.

    Args:
        line: the words.
        at: the word behind the amount and what it counts.
        money: whether the amount is money, which may also be so much `a barrel`.

    >>> from secondsource.text.lattice import lattice
    >>> per(lattice("61 dollars a barrel", 0, 19, lambda _: "."), 2, money=True)
    ('barrel', 4)
    """
    link = at + (line.word(at) in _DASHES and line.tight(at))
    if line.word(link) not in _LINKS:
        return "", at
    first = link + 1
    first += line.word(first) in _DASHES and line.tight(first)
    unit, last = measure(line, first)
    if line.word(link) in {"per", "/"}:
        return (unit, last) if unit else _any(line, first, at)
    loose = unit in TIMES or (money and (unit in _PRICED or line.word(first).rstrip("s") in _PRICED))
    if not loose or line.word(last) in _AGO or line.word(first).endswith("s"):
        return "", at
    return (unit, last) if unit else (line.word(first), first + 1)


def _any(line: Lattice, first: int, at: int) -> tuple[str, int]:
    """Return the bare word behind `per`, also `100,000 people`."""
    word = line.word(first)
    if word[:1].isdigit() and line.word(first - 1) == "per":
        return f"{word} {line.word(first + 1)}".strip(), first + 2
    tight = line.word(first - 1) == "/" and not line.tight(first)
    if word in _YEARLY:
        return "year", first + 1
    named = first < len(line) and line.forms[first][0].isupper()  # 7 victims per TPD
    return (word, first + 1) if word.isalpha() and not tight and not named else ("", at)
