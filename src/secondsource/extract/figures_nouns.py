"""The counted noun behind a number, by rules without a parser: the first plural of the noun phrase is its head."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.extract.figures_words import PLURALS, STOPS, Sentence, Tables, noun
from secondsource.text.lattice import listed
from secondsource.text.numbers import CARDINALS, ORDINALS
from secondsource.text.quantities import Quantity
from secondsource.text.quantities_measures import measure

_REACH = 8
_CHAIN, _APART = 3, 6
_OWNERS = frozenset(listed("the its their his her our an about some these those all"))
_ANAPHORS = frozenset({"them", "those", "these", "us", "whom", "which", "it"})
_NOMINAL = frozenset(listed("dead missing injured wounded hurt displaced detained homeless unaccounted ill sick"))
"""Adjectives that stand for people after a number ("34 dead")."""
LEADS = frozenset(listed("the their its these those his her other more further additional new worth of"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        noun: the noun phrase as written, but "people" as "persons" (the plural of its unit); "" where none follows.
        head: its last word in lower case.
        last: the word of the sentence behind it.
        partitive: whether the number picks out of what was named before ("12 of them").
        partitive_of: whether an "of" stands between number and noun ("4 percent of yearly sales").
    """

    noun: str
    head: str
    last: int
    partitive: bool = False
    partitive_of: bool = False


def counted(sentence: Sentence, at: int, index: Tables) -> Counted:
    """Return what quantity number `at` of the sentence counts, an empty noun where nothing follows it.

    A number that leans on the next one counts the same: "54 of the 120 seats", "dozens, perhaps hundreds, of people".
    """
    for _ in range(_CHAIN):
        if not _leans(sentence, at):
            break
        at += 1
    return _pointing(sentence, at) or _counted(sentence, at, index)


def _leans(sentence: Sentence, at: int) -> bool:
    last, limit = sentence.places[at][1], sentence.until(at)
    word, after = sentence.word(last), sentence.word(last + 1)
    if at + 1 == len(sentence.places) or last >= limit:
        return False
    if base_of(sentence, at + 1):
        return True
    if word == "-" and after in {",", "and", "or", "to"}:
        return True  # four-, five- and six-cylinder engines
    if word == "and" and limit == last + 1 and sentence.quantities[at].vague and sentence.quantities[at + 1].vague:
        return True  # hundreds and hundreds of people
    corrected = word in {"if", "or"} or (word == "," and after in {"perhaps", "maybe", "possibly", "if", "or"})
    return corrected and limit <= last + 3


def base_of(sentence: Sentence, at: int) -> bool:
    """Tell whether the number before picks out of this one: "three of the four pilots", "12 of Elbia's 24 ports"."""
    if not at or at >= len(sentence.places):
        return False
    of, *between = sentence.line.words[sentence.places[at - 1][1] : sentence.places[at][0]] or [""]
    return of == "of" and len(between) <= _APART and all(word in _OWNERS or word not in STOPS for word in between)


def _pointing(sentence: Sentence, at: int) -> Counted | None:
    """Return what is counted where the words only point back: "three others", "12 of them", "of those, 193"."""
    line, (place, last) = sentence.line, sentence.places[at]
    if line.word(last) == "others":
        return Counted("", "others", last + 1, partitive=True)
    if line.word(last) == "of":
        bare = line.word(last + 1) in {"those", "these"} and line.word(last + 2).isalpha()
        pointing = line.word(last + 1) in _ANAPHORS and not bare
        return Counted("", "", last + 2, partitive=True) if pointing else None
    if line.word(place - 2) == "of" and line.word(place - 1) in {"whom", "which"}:
        return Counted("", "", last, partitive=True)
    opening = line.words[max(0, place - 3) : place]
    pointing = opening[:1] == ["of"] and len(opening) > 1 and opening[1] in _ANAPHORS
    return Counted("", "", last, partitive=True) if pointing else None


def _counted(sentence: Sentence, at: int, index: Tables) -> Counted:
    line, last, limit = sentence.line, sentence.places[at][1], sentence.until(at)
    unit = measured(sentence, at)
    if unit:
        return unit
    if line.word(last) in {"-", "‑"} and line.word(last + 1) in {"strong", "member"}:
        last += 2  # a 9,000-strong mission
    if line.word(last) in {"-", "‑"} and line.tight(last) and line.word(last + 1).isalpha():
        return Counted(line.forms[last + 1], line.words[last + 1], last + 2)  # 24-bed
    of = line.word(last) == "of"
    first = last + (line.word(last) in {"”", '"', "''"})
    while first < limit and line.word(first) in LEADS and (of or line.word(first) not in {"of", "the"}):
        first += 1
    quantity = sentence.quantities[at]
    share = of and quantity.unit in {"percent", "share"} and line.word(first - 1) != "those"
    strong = line.word(last - 1) in {"strong", "member"}
    single = _single(quantity) or share or strong  # 15 percent of the territory
    found = phrase(sentence, first, limit, index, single=single)
    if found and found.head in {"men", "women"} and (last := everybody(sentence, found.last)):
        return Counted("persons", "persons", last)
    return Counted(found.noun, found.head, found.last, partitive_of=of) if found else Counted("", "", first)


def everybody(sentence: Sentence, at: int) -> int:
    """Return the word behind ", women and children" or "and women", 0 where nothing of the kind follows."""
    for words in ([",", "women", "and", "children"], [",", "women", ",", "and", "children"], ["and", "women"],
                  ["and", "children"], ["and", "boys"], ["and", "men"]):  # fmt: skip
        if sentence.line.words[at : at + len(words)] == words:
            return at + len(words)
    return 0


def measured(sentence: Sentence, at: int) -> Counted | None:
    """Return the unit of measurement right behind the number; an abbreviation is spelled out."""
    line, last = sentence.line, sentence.places[at][1]
    while line.word(last) in {"of", "a", "an"} and sentence.quantities[at].unit != "share":
        last += 1  # half a mile, three quarters of an hour
    unit, behind = measure(line, last)
    if not unit or sentence.quantities[at].unit != unit:
        return None
    words = [form for form in line.forms[last:behind] if form[0].isalpha()]
    text = " ".join(words) if words and all(len(word) > 3 or word in {"day", "ton"} for word in words) else unit
    return Counted(text, text.split()[-1].lower(), behind)


def part(sentence: Sentence, at: int, counted: Counted) -> str:
    """Return the word that sets a number apart from the one beside it.

    A part: "including 12 Americans", "12 of them"; a value that is no longer so: "revised to 38 from 45".
    """
    first, last = sentence.places[at]
    if sentence.word(first - 1) == "including":
        return sentence.line.forms[first - 1]
    if sentence.word(first - 1) == "from" and not counted.noun:
        return sentence.line.forms[first - 1]
    if counted.partitive and sentence.word(last) == "of":
        return " ".join(sentence.line.forms[last : last + 2])
    return ""


def _single(quantity: Quantity) -> bool:
    money = len(quantity.unit) == 3 and quantity.unit.isupper()
    return quantity.high == 1 or quantity.kind == "rank" or money


def phrase(sentence: Sentence, first: int, limit: int, index: Tables, *, single: bool = False) -> Counted | None:
    """Return the noun phrase that begins at word `first`, None where none does.

    After a number above one, a run of words without any plural ("72 hit by") is no noun phrase.
    """
    line = sentence.line
    last = first
    while last < min(first + _REACH, limit, len(line)) and _inside(sentence, last, first):
        if single and last > first and _verb_at(sentence, last, index):
            break
        last += 1
        if _plural_at(sentence, last - 1) and not _plural_at(sentence, last):
            break
    while last > first and not line.words[last - 1][0].isalnum():
        last -= 1
    if last == first:
        return None
    head = line.words[last - 1]
    if not single and not _plural_at(sentence, last - 1) and head not in _NOMINAL and noun(index, head) is None:
        return None
    text = " ".join(line.forms[first:last]).replace(" - ", "-").replace(" ’ ", "’")
    if head == "people":
        text, head = text[: -len("people")] + "persons", "persons"
    return Counted(text, head, last)


def _verb_at(sentence: Sentence, at: int, index: Tables) -> bool:
    """Tell whether a word in -s behind a known singular noun is rather its verb: "one proposal asks the board"."""
    word, before = sentence.word(at), sentence.word(at - 1)
    return _plural_at(sentence, at) and noun(index, word) is None and before in index.nouns


def _inside(sentence: Sentence, index: int, first: int) -> bool:
    word = sentence.word(index)
    if word in _NOMINAL:
        return index == first or _plural_at(sentence, index + 1)
    if word == "and":  # Kia and Hyundai vehicles
        joined = not _plural_at(sentence, index - 1) and _plural_at(sentence, index + 2)
        return index > first and joined and _inside(sentence, index + 1, first)
    if word in ORDINALS or word in CARDINALS:
        return sentence.word(index + 1) == "-" and sentence.line.tight(index + 1)  # first-team players
    if word in STOPS or not (word[0].isalpha() or word in {"-", "’", "'"}):
        return False
    if index > first and word.endswith(("ed", "ing")) and len(word) > 4:
        return _plural_at(sentence, index + 1)
    return word not in {"-", "’", "'"} or index > first


def _plural_at(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    if word in PLURALS or (word.endswith("ese") and sentence.line.forms[index][0].isupper()):
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")) or word in STOPS:
        return False
    return sentence.line.forms[index][-1] == "s"
