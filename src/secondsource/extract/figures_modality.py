"""Whether a number is stated as it is, as what may be, or as what is not so: "may have killed 30", "did not lose 200".

Only words beside the number or its verb are asked; how sure a speaker is of a whole sentence is his stance.
Source: the three values of factuality (FactBank, Saurí and Pustejovsky 2009) that news uses of counts.
"""

from __future__ import annotations

from secondsource.extract.figures_predicates import Act
from secondsource.extract.figures_words import AUXILIARIES, Sentence
from secondsource.records import Modality
from secondsource.text.lattice import listed

_NOT = frozenset({"not", "never"})
_CONTRACTED = frozenset(listed("didn don doesn hasn haven hadn wasn weren isn aren won couldn wouldn mustn"))
_NO_DENIAL = frozenset(listed("only just all merely less fewer more yet least even"))
"""Behind `not`: `not only`, `not all 40`, `not fewer than`; `not yet` leaves open what comes."""
_MAY = frozenset(listed("may might could feared fears possibly perhaps potentially maybe presumed suspected"))
_PASSED = AUXILIARIES | frozenset(
    listed("be to also now still already reportedly ’ ' t been dead lost killed reported")
)
_REACH = 6
_IF = 10


def modality(words: Sentence, at: int, does: Act | None) -> Modality:
    """Return how quantity `at` is stated, given what happened to the counted."""
    first, last = words.places[at]
    before = _beside(words, first)
    verb = _beside(words, does.first) if does else []
    behind = words.line.words[last : does.first] if does and does.first >= last else []
    if _denied(before) or _denied(verb) or (does and words.word(does.first - 1) == "without"):
        return "negated"
    if _none_of(words, first):
        return "negated"
    may = not _MAY.isdisjoint((*before, *verb, *behind[-_REACH:]))
    return "possible" if may or _supposed(words, first if does is None else min(first, does.first)) else "fact"


def _beside(words: Sentence, place: int) -> list[str]:
    """Return the words before a place as far as they only help a verb, adverbs and what may be among them."""
    left = place
    while left > max(0, place - _REACH) and _helps(words.word(left - 1)):
        left -= 1
    return words.line.words[left:place]


def _helps(word: str) -> bool:
    return word in _PASSED or word in _NOT or word in _CONTRACTED or word in _MAY or word.endswith("ly")


def _denied(group: list[str]) -> bool:
    """Tell whether a group of small words denies what follows: "did not", "didn’t"; but not "not only"."""
    denials = [at for at, word in enumerate(group) if word in _NOT or word in _CONTRACTED]
    return any(_NO_DENIAL.isdisjoint(group[at + 1 :]) for at in denials)


def _none_of(words: Sentence, first: int) -> bool:
    """Tell whether the number is that of which there was none: "none of the 40 passengers"."""
    lead = words.line.words[max(0, first - 3) : first]
    return lead[:1] == ["none"] or lead[1:2] == ["none"]


def _supposed(words: Sentence, place: int) -> bool:
    """Tell whether the clause begins with `if`."""
    behind = words.line.words[max(0, place - _IF) : place]
    opened = max((at for at, word in enumerate(behind) if word in {",", ";", ":", ".", "that"}), default=-1)
    return "if" in behind[opened + 1 :] and "even" not in behind and "as" not in behind[opened + 1 :]
