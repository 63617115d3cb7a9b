"""Tells which subjects can say nothing: an event, though it `shows` much, and who only might speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.extract import attributions_grammar as grammar

if TYPE_CHECKING:
    from secondsource.extract.attributions_cues import CueMatch
    from secondsource.extract.attributions_frames import Frame
    from secondsource.extract.attributions_sources import Range

_SHOWING = grammar.words(
    "indicate suggest show reveal imply signal underline underscore highlight threaten promise convey express"
)
"""Verbs that news uses of events too (`the visit shows`), where they state what the writer makes of them."""

_EVENTS = grammar.words(
    "development developments event events move moves incident incidents trend trends situation case cases crisis "
    "attack attacks visit visits meeting meetings deal deals decision decisions alliance alignment conflict war change "
    "changes success failure fact facts pattern patterns step steps episode action actions absence presence increase "
    "decrease rise fall growth decline shift shifts partnership cooperation deployment deployments exercise exercises "
    "strike strikes clash clashes violence delay delays storm storms flood floods drought outbreak race vote sale "
    "measures policy policies progress momentum collapse loss losses price prices"
)
"""Nouns for what happens, as against papers and figures, which do report something."""


def head(frame: Frame, phrase: Range) -> int:
    """Return the noun that a phrase is built on (`the *head* of the mission`, `a border *mission* set up by …`)."""
    for at in range(phrase[0] + 1, phrase[1] + 1):
        if frame.category(at) in {"preposition", "subordinator", "mark", "aside"} or frame.finite(at):
            return at - 1
    return phrase[1]


def shows_only(match: CueMatch) -> bool:
    """Tell whether the verb tells as often what follows from an event as what somebody says."""
    return match.cue.phrase in _SHOWING


def is_mute(frame: Frame, match: CueMatch, source: Range) -> bool:
    """Tell whether an event stands where the speaker should (`recent developments reveal a rift`)."""
    return shows_only(match) and frame.low(head(frame, source)) in _EVENTS


_NAMING = frozenset({"call", "dub", "term", "label", "brand"})


def is_called(frame: Frame, match: CueMatch) -> bool:
    """Tell whether a thing is only said to bear a name (`a bill called the Harbour Act`)."""
    if match.cue.phrase not in _NAMING or not grammar.is_past(frame.low(match.last)) or match.group != match.first:
        return False
    at = match.first - 1
    while at >= 0 and frame.category(at) in {"word", "name"}:
        at -= 1
    return frame.low(at) in {"a", "an"}


def is_telephoned(frame: Frame, match: CueMatch, content: Range) -> bool:
    """Tell whether `called` gives nothing a name (`called the numbers on the list`; but not `called it a mess`)."""
    first, last = content
    quoted = any(frame.category(at) == "quote" for at in range(first, last + 1))
    if match.cue.phrase != "call" or quoted or frame.low(match.group - 2) == "what" or _named_twice(frame, content):
        return False
    return frame.category(first) in {"determiner", "possessive"}


def _named_twice(frame: Frame, content: Range) -> bool:
    """Tell whether a second phrase follows the object, which no preposition joins to it (`the plan | a mess`)."""
    for at in range(content[0] + 1, content[1] + 1):
        if frame.category(at) in {"determiner", "possessive"} and frame.category(at - 1) != "preposition":
            return True
    return frame.category(content[1]) != "pronoun" and content[1] - content[0] >= 2


_POSSIBLE = frozenset({"may", "might", "could", "should", "must"})


def is_supposed(frame: Frame, match: CueMatch) -> bool:
    """Tell whether somebody is only thought to wish or plan (`she may be seeking to sell it`)."""
    if match.cue.kind != "verb" or match.negated or match.takes("quote"):
        return False
    return any(frame.low(at) in _POSSIBLE for at in range(match.group, match.first))
