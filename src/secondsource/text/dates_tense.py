"""Whether a bare weekday or month lies ahead or behind, from the words around it.

Source: three gold corpora of news (n = 311 weekdays): the nearest past day, today included, is right for 91 %; the
rest is future and is told by tense (`will`, `is to`) or by preposition (`until`, `by`).
"""

from __future__ import annotations

from typing import Literal

from secondsource.text.lattice import Lattice, listed

Tense = Literal["ahead", "behind", "open"]
_AHEAD = frozenset(
    listed(
        "will ll would shall must plan plans planned planning scheduled due slated expected expects upcoming "
        "intends postponed postpone pending should"
    )
)
_BEHIND = frozenset(
    listed(
        "said told says was were had did came went made took began left found met gave held saw spoke wrote fell rose "
        "ran shot died won lost brought became sent struck flew drove stood sat heard put got led paid broke"
    )
)
_PRESENT = frozenset(
    {
        "resumes",
        "begins",
        "starts",
        "opens",
        "ends",
        "meets",
        "expires",
        "closes",
        "goes",
        "leaves",
        "returns",
        "reopens",
    }
)
_RESOLVED = frozenset(
    listed(
        "decided agreed voted pledged promised vowed wants hopes aims ordered urged invited asked ready going offered"
    )
)
_ONCE = frozenset({"when", "once", "if", "until"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_PASSIVE = frozenset({"be", "is", "are"})
_TO_BE = frozenset({"is", "are", "was", "were"})
_STOPS = frozenset({".", "?", "!", ";", ":", "\n"})
_SHORT = frozenset({"mr", "mrs", "ms", "dr", "gov", "sen", "gen", "rep", "st", "lt", "col", "sgt", "u.s.", "jr", "no"})
_LEADS = frozenset({"on", "in", "for", "from", "starting", "beginning", "the", "this", "early", "late"})
_REACH = 24
"""Words before an expression among which its verb is looked for."""


def ahead(line: Lattice, first: int) -> bool:
    """Tell whether the expression that begins at word `first` lies in the future of its text."""
    return tense(line, first) == "ahead"


def tense(line: Lattice, first: int) -> Tense:
    """Return which way the words before word `first` point."""
    before = line.word(first - 1)
    if before in {"until", "till", "by", "through"}:
        return "ahead" if _until(line, first - 1) else "behind"
    if before == "since":
        return "behind"
    if before == "as" and line.word(first - 2) in {"early", "soon"}:
        return "ahead"
    at = first
    while line.word(at - 1) in _LEADS:
        at -= 1
    if line.word(at - 1) in _PRESENT or (line.word(at - 1) == "off" and line.word(at - 2) == "put"):
        return "ahead"
    if line.word(first + 1) in {"'", "’"} and line.word(first + 2) == "s":
        return "ahead" if line.word(at - 1) in {"of", "before"} and line.word(at - 2) == "ahead" else "behind"
    found = _verb(line, at)
    return _verb_after(line, first) if found == "open" and leads(line, first) else found


def leads(line: Lattice, first: int) -> bool:
    """Return whether word `first` begins its sentence, a preposition before it aside: "In early 1942 the siege …"."""
    at = first
    while line.word(at - 1) in _LEADS:
        at -= 1
    return at == 0 or _stop(line, at - 1) or line.words[at - 1][0] in '"“”`'


def _verb_after(line: Lattice, first: int) -> Tense:
    """Return what the first verb after a leading expression says: "On Friday the council will vote"."""
    for index in range(first + 1, min(len(line), first + _REACH // 2)):
        word, after = line.words[index], line.word(index + 1)
        if word in {"will", "shall"} or (word in {"is", "are"} and after in {"to", "due", "expected"}):
            return "ahead"
        if word in _BEHIND or (word.endswith("ed") and len(word) > 4 and line.forms[index].islower()):
            return "behind"
        if _stop(line, index) and line.words[index] != "." and index > first + 1:
            break
    return "open"


def _until(line: Lattice, at: int) -> bool:
    """Return whether "by" or "until" at word `at` looks ahead: not after a past form ("recovered by Thursday")."""
    by = line.word(at) == "by"
    if by and line.word(at - 1).endswith("ed") and line.word(at - 2) != "be":
        return False
    words, after = _clause(line, at), line.words[at + 1 : at + 9]
    if any(word in _AHEAD for word in words) or not {"will", "would"}.isdisjoint(after):
        return True
    if "had" in words and "have" not in words:
        return False
    if len(words) < 3 and any(word in _BEHIND or word.endswith("ed") for word in after):
        return False
    return by or _BEHIND.isdisjoint(words)


def _clause(line: Lattice, at: int) -> list[str]:
    """Return the words of the sentence before word `at`, nearest first."""
    words = []
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = line.words[index]
        if _stop(line, index) or word in {"said", "told"}:
            break
        words.append(word)
    return words


def _stop(line: Lattice, index: int) -> bool:
    """Return whether word `index` ends a sentence; the dot of an initial or a title does not."""
    word = line.words[index]
    if word[0] not in _STOPS:
        return False
    before = line.word(index - 1)
    return not (word == "." and line.tight(index) and (len(before) == 1 or before in _SHORT))


def _verb(line: Lattice, at: int) -> Tense:
    """Return what the nearest verb before word `at` says: `will go` ahead, `went` or `-ed` behind."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word, before = line.words[index], line.word(index - 1)
        if _stop(line, index):
            return "open"
        if _looks_ahead(line, index):
            return "ahead"
        if word == "set":
            return "open"  # set Friday as the deadline
        if before in _PASSIVE:
            continue
        if word in _BEHIND and line.word(index + 1) != "to":
            return "behind"
        if word.endswith("ed") and len(word) > 4 and word != "headed" and line.forms[index].islower():
            return "behind"
    return "open"


def _looks_ahead(line: Lattice, index: int) -> bool:
    """Return whether word `index` says that what follows is still to come."""
    word, before, after = line.words[index], line.word(index - 1), line.word(index + 1)
    if word in _AHEAD or (word == "to" and before in _TO_BE) or (word == "be" and before == "to"):
        return True
    if word == "next":
        return after != "to"  # the building next to the embassy
    if word == "set":
        return after in {"for", "to"}
    if word in _RESOLVED:
        return after == "to" and line.word(index + 2) not in _ARTICLES
    return word in {"is", "are"} and not _ONCE.isdisjoint(line.words[max(0, index - 4) : index])
