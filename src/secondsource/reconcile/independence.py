"""How many parties stand behind a set of evidence, counted at the lowest and at the highest.

High: every distinct root that supports, and every outlet that says it in its own voice.  Low: distinct roots with a
name of their own, or bodies of different services (the fire brigade and a hospital), and outlets whose own line rests
on nobody whom they name (`resting`).  An unnamed source (`officials`, `a survivor`) may be one of the named, and most
lines without a source rest on one, so neither lifts the low count above them: unknown is never independent.
Source: rules 18 to 25 of the ledger's annotation guide; false corroboration is the error that harms.
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.reconcile.naming import distinct, distinct_services, named
from secondsource.records import Evidence, Stance

SUPPORTING: frozenset[Stance] = frozenset({"says", "alleges", "admits", "estimates", "corrects", "demands"})
AGAINST: frozenset[Stance] = frozenset({"denies", "disputes"})


_REPORTING: frozenset[Stance] = frozenset({"says", "alleges", "admits", "estimates", "corrects"})
"""Stances that report something; two who demand or decline the same do not bear one another out."""


def supports(evidence: Evidence) -> bool:
    """Tell whether the evidence counts for its claim."""
    return evidence.counted and not evidence.superseded and evidence.stance in SUPPORTING


def attributed(evidence: Evidence) -> bool:
    """Tell whether the text names somebody for it, so that it is not an outlet's own voice."""
    return bool(evidence.chain) and evidence.chain[-1].kind == "speaker"


def high(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Return the distinct roots of all that supports, one name for each party."""
    supporting = [each for each in evidence if supports(each) and each.origin is not None]
    voices = {each.origin for each in supporting if each.origin and not attributed(each)}
    names = {each.origin for each in supporting if each.origin and attributed(each)}
    return frozenset(distinct(names, one_force=False)) | voices


def low(evidence: Iterable[Evidence]) -> int:
    """Return how many of the roots cannot be one another, at least 1 where anything supports."""
    supporting = [each for each in evidence if supports(each) and each.origin is not None]
    reporting = [each for each in supporting if each.origin and each.stance in _REPORTING]
    origins = {each.party or each.origin for each in reporting if each.origin and attributed(each)}
    apart = {each.origin for each in reporting if each.origin and not attributed(each) and not each.likely}
    names = distinct([name for name in origins if named(name)], one_force=True)
    services = distinct_services(origins, beside=names)
    return max(len(names), services) + len(apart) or int(bool(supporting))
