"""The front door: from one storyline's records to its claims, their evidence and their status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.reconcile import contents, intervals
from secondsource.reconcile import index as indexing
from secondsource.reconcile.acceptance import acceptances
from secondsource.reconcile.case import Case, Findings
from secondsource.reconcile.days import day_drafts
from secondsource.reconcile.drafts import Draft
from secondsource.reconcile.figure_claims import figure_drafts
from secondsource.reconcile.figures import Counted, counted
from secondsource.reconcile.index import Index
from secondsource.reconcile.proposition_claims import proposition_drafts
from secondsource.reconcile.propositions import propositions
from secondsource.reconcile.series import series
from secondsource.reconcile.status import Reach, assess
from secondsource.reconcile.sums import Sum, sourced, sums
from secondsource.reconcile.weighing import weigh
from secondsource.records import Derived, Evidence, identity


def reconcile(case: Case) -> Findings:
    """Return the claims of a storyline with their evidence, assessments and derived figures.

    The result depends on the set of records only, not on their order.
    """
    index = indexing.build(case)
    said = propositions(index)
    weight = contents.weights((each.words for each in said), index.parties.words)
    figures, added = _figures(index)
    groups = series(figures, added, weight)
    drafts = [
        *figure_drafts(index, groups, added, acceptances(said, groups)),
        *proposition_drafts(index, said, figures, weight),
        *day_drafts(index, weight),
    ]
    return _findings(index, drafts, added)


def _figures(index: Index) -> tuple[list[Counted], list[Sum]]:
    found = [
        counted(index, figure)
        for figure in sorted(index.case.figures, key=lambda each: each.id)
        if figure.span.doc_id in index.case.documents
    ]
    found = [each for each in found if not _repeated_below(index, each, found)]
    added = sums(found)
    return sourced(found, added), added


def _repeated_below(index: Index, figure: Counted, found: Iterable[Counted]) -> bool:
    """Tell whether a headline's figure stands in the body too."""
    return index.summed_up(figure.figure.span) and any(
        other.figure.span.doc_id == figure.figure.span.doc_id
        and not index.summed_up(other.figure.span)
        and intervals.agree(other.value, figure.value)
        for other in found
    )


def _findings(index: Index, drafts: Iterable[Draft], added: Iterable[Sum]) -> Findings:
    by_id = {draft.claim.id: draft for draft in drafts}
    evidence = {claim_id: weigh(claim_id, by_id[claim_id].marks) for claim_id in sorted(by_id)}
    return Findings(
        claims=tuple(by_id[claim_id].claim for claim_id in evidence),
        evidence=tuple(sorted((each for found in evidence.values() for each in found), key=lambda each: each.id)),
        assessments=tuple(assess(claim_id, found, reach(index, found)) for claim_id, found in evidence.items()),
        derived=tuple(sorted(_derived(evidence, added), key=lambda each: each.id)),
    )


def reach(index: Index, evidence: Iterable[Evidence]) -> Reach:
    """Return how many outlets and how many different texts carry the evidence."""
    documents = {each.span.doc_id for each in evidence}
    return Reach(
        outlets=len({index.outlet(doc_id) for doc_id in documents}),
        texts=len({index.texts[doc_id] for doc_id in documents}),
    )


def _derived(evidence: Mapping[str, tuple[Evidence, ...]], added: Iterable[Sum]) -> Iterable[Derived]:
    home = {each.ref: claim_id for claim_id, found in evidence.items() for each in found if each.value}
    for each in added:
        total, parts = each.total.figure.id, tuple(sorted(part.figure.id for part in each.parts))
        if total in home:
            yield Derived(identity("s", home[total], total, *parts), home[total], total, parts)
