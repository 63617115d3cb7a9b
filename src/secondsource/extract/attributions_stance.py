"""Tells what a speaker does with a content: the cue's class, moved by a few signs in the content."""

from __future__ import annotations

import re

from secondsource.records import Stance

_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)"
_HEDGED = re.compile(
    r"\b(?:may|might|could) have\b|\b(?:appear|appears|appeared|seem|seems|seemed|likely|probably|estimated|believed|"
    r"roughly|approximately)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:as (?:high|many|low|few) as|more than|fewer than|less than|at least|about|around|between|up to)\b"
)
_RISING = re.compile(
    r"\b(?:could|may|might|will|would) (?:still |yet |well )?(?:rise|reach|climb|increase|exceed|grow|double|fall|be as)\b"
)
_FUTURE = re.compile(r"\b(?:will|would)\b(?! have\b)", re.IGNORECASE)
_OWN = re.compile(r"^(?:that )?[“\"']*(?:he|she|it|they|we|i)\b", re.IGNORECASE)
_NONE = re.compile(r"^(?:that )?[“\"']*(?:no\b(?! one)|not one\b|not a single\b|none of\b)", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|nothing|none)\b|n[’']t\b", re.IGNORECASE)
_NO_COMMENT = re.compile(
    r"\b(?:would|will|could|can|did|do)(?: not|n[’']t) (?:comment|discuss|say|answer|elaborate)\b|\bno comment\b"
)
_ERROR = re.compile(
    r"^(?:that )?[“\"']*(?:\w+ ){0,5}(?:i|we|he|she|it|they|my|our)\b.*\b(?:was|were) (?:wrong|false|untrue|not true|a mistake)\b",
    re.IGNORECASE,
)
_REPEATED: tuple[tuple[re.Pattern[str], Stance], ...] = (
    (re.compile(r"^(?:\w+ )?denials?\b"), "denies"),
    (re.compile(r"^(?:\w+ )?(?:claims?|allegations?|accusations?)\b"), "alleges"),
    (re.compile(r"^(?:\w+ )?(?:calls?|demands?|appeals?)\b"), "demands"),
)


def stance(base: Stance, phrase: str, content: str, *, negated: bool) -> Stance:
    """Return the stance of an attribution.

    Args:
        base: the stance of the cue's class.
        phrase: the cue's dictionary form.
        content: the words of the content.
        negated: whether the cue is negated (`has not confirmed`).

    Source: classes of event factuality (Saurí and Pustejovsky 2009): polarity and certainty are read off the cue
    first, then off the modal and the negation at the head of its complement.
    """
    if negated and base in {"says", "admits", "alleges"}:
        return "declines"
    if base == "says":
        return _from_content(phrase, content)
    if base == "denies" and negated:
        return "declines"
    return base


def _from_content(phrase: str, content: str) -> Stance:
    if _NO_COMMENT.search(content) and _OWN_OR_OFFICE.search(content):
        return "declines"
    if _ERROR.search(content):
        return "admits"
    if _NONE.search(content) or (phrase in {"insist", "maintain"} and _NEGATED.search(content)):
        return "denies"
    for pattern, moved in _REPEATED:
        if phrase in {"repeat", "reiterate", "renew"} and pattern.search(content):
            return moved
    return _by_modality(phrase, content)


_OWN_OR_OFFICE = re.compile(r"^(?:that )?[“\"']*(?:he|she|it|they|we|i|the)\b", re.IGNORECASE)


def _by_modality(phrase: str, content: str) -> Stance:
    counted = re.search(_NUMBER, content) is not None
    if counted and _RISING.search(content):
        return "predicts"
    if counted and (_HEDGED.search(content) or (phrase in _OPINION and counted)):
        return "estimates"
    if _RISING.search(content) or (_FUTURE.search(content) and not _OWN.search(content) and _indefinite(content)):
        return "predicts"
    return "says"


_OPINION = frozenset({"believe", "think", "reckon", "suspect"})


def _indefinite(content: str) -> bool:
    """Tell whether the content speaks of something else than the speaker: its subject is no name and no pronoun."""
    return re.match(r"(?:that )?(?:an?|the|more|most|many|some|another)\b", content, re.IGNORECASE) is not None
