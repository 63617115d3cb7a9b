"""The front door: from one storyline's records to its claims, their evidence and their status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from secondsource.reconcile import contents, intervals
from secondsource.reconcile import index as indexing
from secondsource.reconcile.acceptance import acceptances
from secondsource.reconcile.case import Case, Findings
from secondsource.reconcile.comparing import bench
from secondsource.reconcile.comparisons import comparison, comparisons
from secondsource.reconcile.corrections import put_right
from secondsource.reconcile.days import day_drafts
from secondsource.reconcile.drafts import Draft
from secondsource.reconcile.figure_claims import figure_drafts
from secondsource.reconcile.figures import Counted, counted
from secondsource.reconcile.increments import by_document, settled
from secondsource.reconcile.index import Index
from secondsource.reconcile.proposition_claims import proposition_drafts
from secondsource.reconcile.propositions import propositions
from secondsource.reconcile.retractions import retracted
from secondsource.reconcile.rulings import ruled
from secondsource.reconcile.series import series
from secondsource.reconcile.status import Reach, assess
from secondsource.reconcile.sums import Sum, sourced, sums
from secondsource.reconcile.weighing import weigh
from secondsource.records import Comparison, Derived, Evidence, Figure, identity

_FEW = 10
"""Below this a headline and its body may count different things with one number (three dead, three officers)."""


def reconcile(case: Case) -> Findings:
    """Return the claims of a storyline with their evidence, assessments and derived figures.

    The result depends on the set of records only, not on their order.
    """
    index = indexing.build(case)
    said = propositions(index)
    weight = contents.weights((each.words for each in said), index.parties.words)
    figures, added = _figures(index)
    groups = series(figures, added, weight)
    made = [
        *figure_drafts(index, groups, added, acceptances(said, groups)),
        *proposition_drafts(index, said, figures, weight),
        *day_drafts(index, weight),
    ]
    drafts = ruled(index, made, case.rulings)
    shown = _series_of(drafts, {each.figure.id: each for group in groups for each in group})
    found = _findings(index, drafts, added)
    judged = comparisons(bench(index, figures, added, weight), shown)
    return replace(found, comparisons=tuple(sorted(judged, key=lambda each: each.id)))


def _series_of(drafts: Iterable[Draft], figures: Mapping[str, Counted]) -> dict[str, tuple[Counted, ...]]:
    """Return the figures of each claim that is a series of them, in their order."""
    return {
        draft.claim.id: tuple(figures[mark.ref] for mark in draft.marks if mark.ref and mark.ref in figures)
        for draft in drafts
        if draft.claim.kind == "figure"
    }


def compare_figures(case: Case, pairs: Iterable[tuple[str, str]]) -> list[Comparison]:
    """Return how two figures stand to each other, for pairs of ids of figures of one storyline, in their order."""
    index = indexing.build(case)
    weight = contents.weights((each.words for each in propositions(index)), index.parties.words)
    read, added = _figures(index)
    known = {each.figure.id: each for each in read}
    every = {each.id: known.get(each.id) or counted(index, each) for each in case.figures}
    on = bench(index, [every[key] for key in sorted(every)], added, weight)
    return [comparison(on, "", every[one], every[other]) for one, other in pairs]


def _figures(index: Index) -> tuple[list[Counted], list[Sum]]:
    found = [
        counted(index, figure)
        for figure in sorted(index.case.figures, key=lambda each: each.id)
        if figure.span.doc_id in index.case.documents
    ]
    found = settled(put_right(_under_headlines(index, found)))
    added = sums(found)
    return sourced(found, added), added


def _under_headlines(index: Index, found: Sequence[Counted]) -> list[Counted]:
    """Return the figures without those of headlines that stand in the body too, which then tell what is counted there.

    "Toll climbs to 72" over "the new total of 72" says that the 72 are dead.
    """
    here = by_document(found)
    told: dict[str, list[Counted]] = defaultdict(list)
    folded: set[str] = set()
    for figures in here.values():
        heads = [each for each in figures if index.summed_up(each.figure.span)]
        bodies = [each for each in figures if not index.summed_up(each.figure.span)] if heads else []
        for head, body in product(heads, bodies):
            if _restates(head, body):
                folded.add(head.figure.id)
                told[body.figure.id].append(head)
    return [_told_by(each, told.get(each.figure.id, ())) for each in found if each.figure.id not in folded]


def _restates(head: Counted, body: Counted) -> bool:
    if head.figure.span.doc_id != body.figure.span.doc_id or not intervals.agree(head.value, body.value):
        return False
    few = max(intervals.points(body.value), default=0.0) < _FEW
    return not few or body.generic or not head.noun or head.noun == body.noun


def _told_by(each: Counted, heads: Sequence[Counted]) -> Counted:
    telling = [head for head in heads if head.figure.predicate and _tells_more(head.figure, each.figure)]
    if not telling:
        return each
    head = min(telling, key=lambda head: head.figure.id)
    return replace(each, figure=replace(each.figure, predicate=head.figure.predicate), period=head.period)


def _tells_more(head: Figure, body: Figure) -> bool:
    """Tell whether a headline says what its body leaves open; a vague number (`dozens`) is no number of the body's."""
    return head.unit == body.unit and not head.vague and body.predicate in {"", "found", head.predicate}


def _findings(index: Index, drafts: Iterable[Draft], added: Iterable[Sum]) -> Findings:
    by_id = {draft.claim.id: draft for draft in drafts}
    evidence = retracted(by_id, {key: weigh(key, by_id[key].marks) for key in sorted(by_id)})
    return Findings(
        claims=tuple(by_id[key].claim for key in evidence),
        evidence=tuple(sorted((each for found in evidence.values() for each in found), key=lambda each: each.id)),
        assessments=tuple(assess(key, found, reach(index, found)) for key, found in evidence.items()),
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
    home = {each.ref: key for key, found in evidence.items() for each in found if each.value}
    for each in added:
        total, parts = each.total.figure.id, tuple(sorted(part.figure.id for part in each.parts))
        if total in home:
            yield Derived(identity("u", home[total], total, *parts), home[total], total, parts)
