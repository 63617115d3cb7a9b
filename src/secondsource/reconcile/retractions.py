"""Brings a later admission to the words that it takes back: a quoted denial of what its speaker conceded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from secondsource.reconcile.drafts import Draft
from secondsource.reconcile.status import RETRACTS
from secondsource.records import Evidence, identity


def retracted(
    drafts: Mapping[str, Draft], evidence: Mapping[str, tuple[Evidence, ...]]
) -> dict[str, tuple[Evidence, ...]]:
    """Return the evidence of each claim, and with the statements that were denials, the admissions that undo them.

    "Not one soldier crossed the border" is a statement of its own and a denial of the claim that soldiers did.  When
    the same party admits the claim, the statement is undone by the same words, which count nowhere twice.
    """
    admissions = {ref: tuple(found) for ref, found in _undone(drafts, evidence)}
    return {
        claim_id: (*found, *_added(claim_id, found, admissions))
        if drafts[claim_id].claim.kind == "statement"
        else found
        for claim_id, found in evidence.items()
    }


def _undone(
    drafts: Mapping[str, Draft], evidence: Mapping[str, tuple[Evidence, ...]]
) -> Iterator[tuple[str, list[Evidence]]]:
    """Yield each attribution that denies an event, with what its own origin admits of that event later."""
    for claim_id, found in evidence.items():
        if drafts[claim_id].claim.kind != "event":
            continue
        admitted = [each for each in found if each.stance == "admits" and each.counted and each.stated]
        for denial in found:
            later = [each for each in admitted if each.origin == denial.origin and _after(each, denial)]
            if denial.stance == "denies" and denial.ref and later:
                yield denial.ref, later


def _after(admission: Evidence, denial: Evidence) -> bool:
    return bool(admission.stated and (denial.stated is None or admission.stated > denial.stated))


def _added(
    claim_id: str, found: Iterable[Evidence], admissions: Mapping[str, tuple[Evidence, ...]]
) -> Iterator[Evidence]:
    known: dict[str, Evidence] = {}
    for row in found:
        if row.counted and row.stance != "admits":
            known.update({each.id: each for each in admissions.get(row.ref or "", ())})
    for each in known.values():
        key = identity("e", claim_id, each.span.doc_id, each.span.start, each.span.end, each.ref, "retraction")
        yield replace(each, id=key, claim_id=claim_id, counted=False, why=RETRACTS)
