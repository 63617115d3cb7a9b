"""How many parties stand behind a set of evidence, counted at the lowest and at the highest.

High: every distinct root that supports, and every outlet that says it in its own voice.  Low: distinct roots with a
name of their own.  An unnamed source (`officials`, `a survivor`) may be one of the named, and a line without a source
may rest on one, so neither ever lifts the low count above them: unknown is never independent.
Source: rules 18 to 25 of the ledger's annotation guide; false corroboration is the error that harms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.records import Evidence, Stance

SUPPORTING: frozenset[Stance] = frozenset({"says", "alleges", "admits", "estimates", "corrects", "demands", "declines"})
AGAINST: frozenset[Stance] = frozenset({"denies", "disputes"})


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ROLES = _set(
    "police officials official authorities authority investigators investigator detectives deputies officers sources"
    " source spokesman spokeswoman spokesperson prosecutors prosecutor lawyers lawyer attorneys experts expert analysts"
    " witnesses witness survivors survivor residents neighbors neighbours relatives family friends reports report media"
    " government army military state doctors medics rescuers activists aides critics court documents records"
)
"""Words that name a role and no one in particular."""

_WORD = re.compile(r"\w+")


def supports(evidence: Evidence) -> bool:
    """Tell whether the evidence counts for its claim."""
    return evidence.counted and not evidence.superseded and evidence.stance in SUPPORTING


def attributed(evidence: Evidence) -> bool:
    """Tell whether the text names somebody for it, so that it is not an outlet's own voice."""
    return bool(evidence.chain) and evidence.chain[-1].kind == "speaker"


def named(name: str) -> bool:
    """Tell whether `name` is a proper name and not only a role.

    >>> named("Oakland police"), named("police"), named("a survivor")
    (True, False, False)
    """
    return any(word[0].isupper() and word.lower() not in _ROLES for word in _WORD.findall(name))


def high(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Return the distinct roots of all that supports."""
    return frozenset(each.origin for each in evidence if supports(each) and each.origin is not None)


def low(evidence: Iterable[Evidence]) -> int:
    """Return how many of the roots cannot be one another, at least 1 where anything supports."""
    supporting = [each for each in evidence if supports(each) and each.origin is not None]
    names = {each.origin for each in supporting if attributed(each) and each.origin and named(each.origin)}
    return len(_distinct(names)) or int(bool(supporting))


def _distinct(names: Iterable[str]) -> list[str]:
    """Drop each name whose words all stand in a longer one (`Tauk` beside `Perrin Tauk`)."""
    kept: list[frozenset[str]] = []
    ordered = sorted(names, key=lambda name: (-len(_WORD.findall(name)), name))
    result: list[str] = []
    for name in ordered:
        words = frozenset(word.lower() for word in _WORD.findall(name)) - {"the"}
        if not any(words <= other for other in kept):
            kept.append(words)
            result.append(name)
    return result
