"""Whether a bare weekday or month lies ahead or behind, from the words around it.

Source: three gold corpora of news (n = 311 weekdays): the nearest past day, today included, is right for 91 %; the
rest is future and is told by tense (`will`, `is to`) or by preposition (`until`, `by`).
"""

from __future__ import annotations

from secondsource.text.lattice import Lattice, listed

_AHEAD = frozenset(
    listed(
        "will ll would shall must plan plans planned planning scheduled due slated expected expects hopes set "
        "upcoming next intends postponed postpone before pending ahead should"
    )
)
_BEHIND = frozenset(
    listed(
        "said told says was were had did came went made took began left found met gave held saw spoke wrote fell "
        "rose ran shot died won lost brought became sent struck flew drove stood sat heard put got led paid broke"
    )
)
_TO_BE = frozenset({"is", "are", "was", "were"})
_STOPS = frozenset({".", "?", "!", ";", ":", "\n"})
_REACH = 14


def ahead(line: Lattice, first: int) -> bool:
    """Tell whether the expression that begins at word `first` lies in the future of its text."""
    before = line.word(first - 1)
    if before in {"until", "till", "by"}:
        return _until(line, first - 1)
    if before in {"next", "coming"}:
        return True
    at = first - 1 if before in {"on", "in", "for", "from", "starting", "beginning", "the", "this"} else first
    if _present(line, at - 1) or (line.word(at - 1) == "off" and line.word(at - 2) == "put"):
        return True
    return _verb(line, at)


def _present(line: Lattice, at: int) -> bool:
    return line.word(at) in {"resumes", "begins", "starts", "opens", "ends", "meets", "expires", "closes", "goes"}


def _until(line: Lattice, at: int) -> bool:
    """Return whether "by" or "until" at word `at` looks ahead: not after a past form ("recovered by Thursday")."""
    if line.word(at - 1).endswith("ed") and line.word(at - 2) != "be":
        return False
    words = _clause(line, at)
    if any(word in _AHEAD for word in words):
        return True
    if "had" in words and "have" not in words:
        return False
    return line.word(at) == "by" or not any(word in {"had", "was", "were"} for word in words + _after(line, at))


def _after(line: Lattice, at: int) -> list[str]:
    return line.words[at + 1 : at + 8]


def _clause(line: Lattice, at: int) -> list[str]:
    """Return the words of the sentence before word `at`, nearest first."""
    words = []
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = line.words[index]
        if (word[0] in _STOPS and not _initial(line, index)) or word in {"said", "told"}:
            break
        words.append(word)
    return words


def _initial(line: Lattice, index: int) -> bool:
    return line.words[index] == "." and line.tight(index) and len(line.word(index - 1)) < 4


def _verb(line: Lattice, at: int) -> bool:
    """Return what the nearest verb before word `at` says: `will go` ahead, `went` or `-ed` behind."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = line.words[index]
        if word[0] in _STOPS and not _initial(line, index):
            return False
        if word in _AHEAD or (word == "to" and line.word(index - 1) in _TO_BE):
            return True
        if word in _BEHIND and line.word(index + 1) != "to":
            return False
        if word.endswith("ed") and len(word) > 4 and line.word(index - 1) not in {"be", "is", "are"}:
            return False
    return False
