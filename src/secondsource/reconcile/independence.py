"""How many parties stand behind a set of evidence, counted at the lowest and at the highest.

High: every distinct root that supports, and every outlet that says it in its own voice.  Low: distinct roots with a
name of their own.  An unnamed source (`officials`, `a survivor`) may be one of the named, and a line without a source
may rest on one, so neither ever lifts the low count above them: unknown is never independent.
Source: rules 18 to 25 of the ledger's annotation guide; false corroboration is the error that harms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from secondsource.reconcile.contents import word_set
from secondsource.records import Evidence, Stance

SUPPORTING: frozenset[Stance] = frozenset({"says", "alleges", "admits", "estimates", "corrects", "demands", "declines"})
AGAINST: frozenset[Stance] = frozenset({"denies", "disputes"})


_ROLES = word_set(
    "police officials official authorities authority investigators investigator detectives deputies officers sources"
    " source spokesman spokeswoman spokesperson prosecutors prosecutor lawyers lawyer attorneys experts expert analysts"
    " witnesses witness survivors survivor residents neighbors neighbours relatives family friends reports report media"
    " the a an her his their its our my one two three another other last this that these those brother sister father"
    " mother son daughter husband wife friend judge jury teacher captain owner company firm office agency ministry"
    " others some many several students protesters activists demonstrators voters lawmakers people"
    " government army military state doctors medics rescuers activists aides critics court documents records"
)
"""Words that name a role and no one in particular, capitals or not (`The ministry`, `Prosecutors`)."""

_FORCE = word_set(
    "police sheriff sheriffs sgt lt capt cpl det officer detective deputy chief trooper troopers patrol marshal"
)
"""Words of a name that speaks for the police."""

_REPORTING: frozenset[Stance] = frozenset({"says", "alleges", "admits", "estimates", "corrects"})
"""Stances that report something; two who demand or decline the same do not bear one another out."""

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
    names = {
        each.origin
        for each in supporting
        if each.origin and each.stance in _REPORTING and attributed(each) and named(each.origin)
    }
    return len(_distinct(names)) or int(bool(supporting))


def _distinct(names: Iterable[str]) -> list[str]:
    """Drop each name that may stand for one already kept.

    That is one whose words all stand in a longer one (`Tauk` beside `Perrin Tauk`), and every officer or police body
    but the first: who speaks for the police of a place is taken for one force.
    """
    kept: list[frozenset[str]] = []
    result: list[str] = []
    for name in sorted(names, key=lambda name: (-len(_WORD.findall(name)), name)):
        words = frozenset(_WORD.findall(_plain(name))) - {"the"}
        one_force = words & _FORCE and any(other & _FORCE for other in kept)
        if not one_force and not any(words <= other for other in kept):
            kept.append(words)
            result.append(name)
    return result


def _plain(name: str) -> str:
    """Return `name` in lower case without accents (`Rosselló` and `Rossello` are one man)."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
