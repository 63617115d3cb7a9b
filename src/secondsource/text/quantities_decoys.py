"""Numbers that count nothing: names and models, articles of law, ages, scores, phone numbers, "one" as a pronoun."""

from __future__ import annotations

from secondsource.text.dates_words import MONTHS, WEEKDAYS
from secondsource.text.lattice import Lattice, listed
from secondsource.text.numbers import ORDINALS
from secondsource.text.quantities_amounts import Amount
from secondsource.text.quantities_measures import measure
from secondsource.text.quantities_words import BEFORE, LETTERS, NAMED

_TAILS = frozenset(listed("k m mn bn b tn x plus th"))
"""What else may stand right behind the figures of a number."""
_FUNCTION = frozenset(
    listed(
        "with in of for by the from at on to during and but a an or as if when while after before since that this than "
        "is was "
        "are were has have had then only just all both its their his her our my per says said who which there"
    )
)
_STREETS = frozenset(listed("street st road rd avenue ave boulevard blvd lane way drive terrace highway plaza"))
_EMERGENCIES = frozenset({112, 911, 988, 999})
_CALLS = frozenset(listed("call called calling calls dial dialed dialled phoned rang caller dispatcher operator line"))
_PERSONS = frozenset(listed("people men women children dead missing injured"))
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_NOT_COUNTED = frozenset(
    {"fold", "level", "country", "nation", "party", "point", "way", "page", "year", "member", "star"}
)
_PRONOUN = frozenset(
    listed(
        "of another who that is was day in to and or on by for with , . which has had can could would ’ ' thing "
        "more else time side such way as from at the will could cannot i "
        "you we he she they it may should must does did -"
    )
)


def counts(line: Lattice, amount: Amount) -> bool:
    """Tell whether `amount` says how many, and is not part of a name, an age, a score or the like."""
    if amount.unit and amount.unit != "share":
        return True
    if amount.fraction and line.sorts[amount.last - 1] not in LETTERS["fraction"] + LETTERS["half"]:
        return True
    if amount.fraction:
        if line.word(amount.last) in {"-", "‑"}:
            return False
        bounded = line.word(amount.first - 1) in {"than", "least", "about", "nearly", "almost", "over", "to", "by"}
        return (
            bounded
            or (line.word(amount.last) in {"a", "an"} and measure(line, amount.last + 1)[0] != "")
            or line.word(amount.last) in {"of", "the"}
            or line.sorts[amount.body] in LETTERS["card"] + LETTERS["one"]
        )
    return not any(test(line, amount) for test in _TESTS)


def _glued(line: Lattice, amount: Amount) -> bool:
    """`A2`, `BX-20`, `5G`, `16th`, `9/11`."""
    before, after = line.word(amount.first - 1), line.word(amount.last)
    if line.sorts[amount.body] not in LETTERS["fig"]:
        return False
    if line.tight(amount.first) and (before[-1:].isalpha() or before in {"/", "@", "#", "_"}):
        return True
    if line.tight(amount.first) and before == "-" and line.forms[amount.first - 2].isupper():  # COVID -19
        return True
    if line.tight(amount.first) and before in {"-", "–"} and line.tight(amount.first - 1):
        return line.word(amount.first - 2)[-1:].isalnum() and line.word(amount.first - 2) not in {"minus", "sub", "now"}
    if line.tight(amount.last):
        return (
            after in {"/", "_", "@", "am", "pm"}
            or after in _ORDINAL
            or (after.isalpha() and not _measures(line, amount.last))
        )
    return False


def _named(line: Lattice, amount: Amount) -> bool:
    """`Sea Lantern 4`, `Article 5`, `Mach 10`: a bare number behind a name and before nothing that is counted."""
    before = line.word(amount.first - 1)
    if (
        line.forms[amount.body][0].isupper()
        and _behind_name(line, amount.first - 1)
        and amount.last - amount.first == 1
    ):
        return not (before.endswith(("s", "ed")) or _plural(line, amount.last))  # the Jackson Five
    if line.sorts[amount.body] not in LETTERS["fig"] or amount.last - amount.body > 1:
        return before in {"article", "phase", "chapter", "level", "number", "plan"} and amount.last - amount.body == 1
    if (before in NAMED and "," not in line.forms[amount.body]) or (
        before == "." and line.word(amount.first - 2) in {"no", "nos", "art", "sec"}
    ):
        return True
    if not _behind_name(line, amount.first - 1) or "," in line.forms[amount.body] or _measures(line, amount.last):
        return False
    verb = before.endswith(("s", "ed", "ing"))  # Quake Kills 34 in Capital
    return amount.low < 10 or not (verb or _plural(line, amount.last))


def _behind_name(line: Lattice, index: int) -> bool:
    """Return whether word `index` can be the end of a name: a capital inside a sentence, no month, no small word."""
    word = line.word(index)
    if index < 0 or not line.forms[index][0].isupper() or _opens(line, index):
        return False
    small = word in _FUNCTION or word in BEFORE or word == "least" or word in MONTHS or word in WEEKDAYS
    return not small and (len(word) > 1 or line.word(index - 1) == "&")


def _plural(line: Lattice, index: int) -> bool:
    word = line.word(index)
    if word in _PERSONS:
        return True
    return len(word) > 3 and word.endswith("s") and word.isalpha() and line.forms[index][-1] == "s"


def _measures(line: Lattice, index: int) -> bool:
    """Return whether word `index` is a unit, or looks like one behind its figures ("500bhp")."""
    if measure(line, index)[0]:
        return True
    return line.tight(index) and (
        line.word(index) in _TAILS or (len(line.word(index)) > 1 and line.forms[index].islower())
    )


def _opens(line: Lattice, index: int) -> bool:
    return index == 0 or line.word(index - 1) in {".", "“", '"', "\n", "?", "!", ":"}


def _chained(line: Lattice, amount: Amount) -> bool:
    """`555-0100-22`, `2-0`, `50/50`, `1/14`: phone numbers, scores, parts of a whole."""
    after = line.word(amount.last)
    if after in {"-", "–", "/"} and line.word(amount.last + 1)[:1].isdigit() and line.tight(amount.last):
        return True
    if after in {"x", "×"} and line.word(amount.last + 1)[:1].isdigit():
        return True  # a 4x4
    if line.words[max(0, amount.first - 3) : amount.first] in _areas(line, amount):
        return True  # (813) 231-6130
    number = line.words[amount.body]
    if number[:1] == "0" and len(number) > 1 and number.isdigit():
        return True  # 0370 60 60 900
    beside = line.sorts[max(0, amount.first - 1) : amount.first] + line.sorts[amount.last : amount.last + 1]
    if LETTERS["fig"] in beside and number.isdigit() and len(number) < 5 and not _plural(line, amount.last):
        return True
    return (
        line.word(amount.first - 1) in {"-", "–", "/"}
        and line.word(amount.first - 2)[:1].isdigit()
        and line.tight(amount.first)
    )


def _areas(line: Lattice, amount: Amount) -> list[list[str]]:
    """Return the area code of three digits in brackets right before an amount, as words, if there is one."""
    code = line.word(amount.first - 2)
    return [["(", code, ")"]] if len(code) == 3 and code.isdigit() else []


def _pronoun(line: Lattice, amount: Amount) -> bool:
    if line.sorts[amount.body : amount.last] != LETTERS["one"]:
        return False
    after = line.word(amount.last)
    return (
        after in _PRONOUN
        or not after
        or line.word(amount.first - 1) in {"this", "that", "the", "no", "any", "every", "each", "which", "only"}
    )


def _compound(line: Lattice, amount: Amount) -> bool:
    """`400-level`, `11-country`, `fifty-ninth`: a hyphen and a noun that is not counted."""
    behind = line.word(amount.last + 1)
    if behind in {",", "and", "or"} and line.tight(amount.last):  # five- and six-year terms
        dash = next((at for at in range(amount.last + 2, amount.last + 7) if line.word(at) == "-"), amount.last)
        behind = line.word(dash + 1)
    hyphened = line.word(amount.last) in {"-", "‑"} and line.tight(amount.last)
    shouted = behind.isalpha() and len(behind) > 2 and line.forms[amount.last + 1].isupper()  # 480-WITNESS
    return hyphened and (behind in _NOT_COUNTED or behind in ORDINALS or shouted)


def _list_mark(line: Lattice, amount: Amount) -> bool:
    """`(2)` at the head of a line, `[3]` behind a sentence."""
    around = (line.word(amount.first - 1), line.word(amount.last))
    return (around == ("(", ")") and amount.low < 20) or around == ("[", "]")


def _year(line: Lattice, amount: Amount) -> bool:
    """`a 2018 interview`, `2019 sales`: four bare digits, unless they are round or bounded and something is counted."""
    bare = line.sorts[amount.first : amount.last] == LETTERS["fig"] and len(line.words[amount.first]) == 4
    if not bare or not 1900 <= amount.low < 2100 or _measures(line, amount.last):
        return False
    before = line.word(amount.first - 1)
    counted = _plural(line, amount.last) and (amount.low % 100 == 0 or line.word(amount.last) in _PERSONS)
    return not (counted or before in BEFORE or before in {"than", "least", "many", "to", "of", "for", "by"})


def _address(line: Lattice, amount: Amount) -> bool:
    """`22 Harbor Road`, `the 90049 ZIP code`."""
    if line.word(amount.last) == "zip" or line.word(amount.first - 1) in {"zip", "postcode"}:
        return True
    if line.sorts[amount.last - 1] != LETTERS["fig"]:
        return False
    for at in range(amount.last + 1, min(amount.last + 5, len(line))):
        plain = line.forms[at - 1][0].isupper() or line.sorts[at - 1] == LETTERS["fig"]
        if not (plain or line.word(at - 1) in _ORDINAL | {"."}):
            return False
        if line.word(at) in _STREETS and line.forms[at][0].isupper():
            return not line.forms[min(at + 1, len(line) - 1)][0].isupper() or at + 1 == len(line)
    return False


def _top(line: Lattice, amount: Amount) -> bool:
    """`slipped towards the bottom three`: places in a table, where nothing is counted behind."""
    after = line.word(amount.last)
    return line.word(amount.first - 1) in {"top", "bottom"} and (not after[:1].isalpha() or after in _FUNCTION)


def _called(line: Lattice, amount: Amount) -> bool:
    """`the 911 call`, `text the word to 888777`, `a .45 caliber gun`, `at 1300 local time`."""
    after, behind = line.word(amount.last), line.words[max(0, amount.first - 6) : amount.first]
    if amount.low in _EMERGENCIES and (after.rstrip("s") in _CALLS or not _CALLS.isdisjoint(behind[-1:])):
        return True
    if after in {"caliber", "calibre"} or (after == "-" and line.word(amount.last + 1) in {"caliber", "calibre"}):
        return True
    if after in {"gmt", "utc"} or (after == "local" and line.word(amount.last + 1) == "time"):
        return True
    texted = line.sorts[amount.first : amount.last] == LETTERS["fig"] and "," not in line.words[amount.first]
    return (
        texted and amount.low >= 10_000 and behind[-1:] == ["to"] and not {"text", "texting", "sms"}.isdisjoint(behind)
    )


_TESTS = (_glued, _named, _chained, _pronoun, _compound, _list_mark, _year, _address, _top, _called)
