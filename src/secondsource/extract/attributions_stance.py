"""Tells what a speaker does with a content: the cue's class, moved by a few signs in the content.

Source: classes of event factuality (Saurí and Pustejovsky 2009): polarity and certainty are read off the cue first,
then off the modal and the negation in the first clause of its complement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from secondsource.lexicon.tables import Cue
    from secondsource.records import Stance

_OPEN = r"^(?:that )?[“\"'‘]*"
_SELF = _OPEN + r"(?:he|she|it|they|we|i)\b"
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)\b", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:may|might|could) have\b"
    r"|\b(?:appear|appears|appeared|seem|seems|seemed|likely|probably|estimated|believed|roughly|approximately)\b"
    r"|\bcounted (?:more than|at least|about|over|nearly|around)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:as (?:high|many|low|few) as|more than|fewer than|less than|at least|about|around|between|up to)\b",
    re.IGNORECASE,
)
_RISING = re.compile(
    r"\b(?:could|may|might|will|would) (?:still |yet |well )?"
    r"(?:rise|reach|climb|increase|exceed|grow|double|fall|be as)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"(?:\S+ ){1,8}?(?<!that )(?<!which )(?<!who )(?:will|would)\b(?! (?:not|have)\b)", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(r"(?:that )?(?:an?|the|more|most|many|some|another)\b", re.IGNORECASE)
_NONE = re.compile(_OPEN + r"(?:no\b(?! one)|not one\b|not a single\b|none of\b)", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|nothing|none)\b|n[’']t\b", re.IGNORECASE)
_NOT_DONE = re.compile(
    _OPEN
    + r"(?:he|she|it|they|we|i|the \w+) "
    + r"(?:(?:had|has|have|did|was|were|is|are|does|do)(?: not\b|n[’']t\b)|(?:had |has |have )?never\b)"
    + r"(?! (?:\w+ )?(?:know|known|want|think|expect|believe|remember|recall|see|seen|hear|heard|understand|sure|ready|"
    + r"clear|afraid|enough|yet|going|decided|received|count))",
    re.IGNORECASE,
)
"""A denial of one's own act (`it had not sold`), but not of one's own knowledge or wish (`she did not know`)."""
_KNEW = re.compile(
    _SELF
    + r"(?: (?:had|has|have|did))?(?: (?:also|already|always|long))* (?:known|knew)\b(?! (?:nothing|no|little)\b)",
    re.IGNORECASE,
)
_NO_COMMENT = re.compile(
    r"\b(?:would|will|could|can|did|do)(?: not|n[’']t) (?:comment|discuss|say|answer|elaborate)\b|\bno comment\b",
    re.IGNORECASE,
)
_SELF_OR_OFFICE = re.compile(_OPEN + r"(?:he|she|it|they|we|i|the)\b", re.IGNORECASE)
_ERROR = re.compile(
    _OPEN
    + r"(?:\w+ ){0,5}(?:(?:i|we|he|she|my|our)\b|(?:it|they)\b(?! (?:was|were)\b))"
    + r".*\b(?:was|were) (?:wrong|false|untrue|not true|a mistake)\b",
    re.IGNORECASE,
)
_MISTAKE = re.compile(r"\b(?:error|mistake|inaccura\w+)\b", re.IGNORECASE)
_NEW_FIGURE = re.compile(
    r"\b(?:new|lower|higher|revised|corrected) (?:figure|number|toll|count|total|estimate)s?\b", re.IGNORECASE
)
_REPEATED: tuple[tuple[re.Pattern[str], Stance], ...] = (
    (re.compile(r"^(?:\w+ )?denials?\b"), "denies"),
    (re.compile(r"^(?:\w+ )?(?:claims?|allegations?|accusations?)\b"), "alleges"),
    (re.compile(r"^(?:\w+ )?(?:calls?|demands?|appeals?)\b"), "demands"),
)
_OPINION = frozenset({"believe", "think", "reckon", "suspect"})
_WORD = re.compile(r"[a-z]{4,}|\d[\d,.]*\d")


def stance(cue: Cue, content: str, *, negated: bool, unsourced: bool) -> Stance:
    """Return the stance of an attribution.

    Args:
        cue: its row in the table.
        content: the words of the content.
        negated: whether the cue is negated (`has not confirmed`).
        unsourced: whether the text names nobody (`reportedly`, `it is believed that`).
    """
    if negated and cue.stance in {"says", "admits", "alleges", "denies"}:
        return "declines"
    if cue.phrase == "tell" and content.startswith("to "):
        return "demands"
    if cue.phrase == "blame" and not re.search(r" (?:for|on) ", content):
        return "says"
    if (cue.phrase == "accept" and _NEW_FIGURE.search(content)) or (
        cue.phrase[:6] == "apolog" and _MISTAKE.search(content)
    ):
        return "corrects"
    if cue.stance != "says":
        return cue.stance
    moved = _from_content(cue.phrase, content)
    return "alleges" if unsourced and moved == "says" else moved


def admitted(content: str, headline: AbstractSet[str]) -> bool:
    """Tell whether a content repeats what the headline calls an admission: two words of four letters, or numbers."""
    return len(headline & key_words(content)) >= 2


def key_words(content: str) -> frozenset[str]:
    """Return the words that tell one content from another, without a plural s."""
    return frozenset(
        word.rstrip("s") for word in _WORD.findall(content.lower()) if word not in {"that", "were", "have", "with"}
    )


def _from_content(phrase: str, content: str) -> Stance:
    if _NO_COMMENT.search(content) and (_SELF_OR_OFFICE.search(content) or _NONE.search(content)):
        return "declines"
    if _ERROR.search(content) or _KNEW.search(content):
        return "admits"
    if (
        _NONE.search(content)
        or _NOT_DONE.search(content)
        or (phrase in {"insist", "maintain"} and _NEGATED.search(content))
    ):
        return "denies"
    if phrase in {"repeat", "reiterate", "renew"}:
        return next((moved for pattern, moved in _REPEATED if pattern.search(content)), "says")
    return _by_modality(phrase, content)


def _by_modality(phrase: str, content: str) -> Stance:
    clause = re.split(r",? (?:and|but) (?=that\b|it\b|he\b|she\b|they\b|the\b)|[”\"] ", content, maxsplit=1)[0]
    if _RISING.search(clause):
        return "predicts"
    hedged = _HEDGED.search(clause) or phrase in _OPINION or (phrase == "put" and _BOUND.search(clause))
    if hedged and _NUMBER.search(clause):
        return "estimates"
    return "predicts" if _OTHER_SUBJECT.match(content) and _FUTURE.match(clause) and " told " not in clause else "says"
