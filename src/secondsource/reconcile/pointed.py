"""Weighs a claim that somebody else has put together: only the stretches are given, not who stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.reconcile import index as indexing
from secondsource.reconcile import intervals
from secondsource.reconcile.case import Case
from secondsource.reconcile.figure_claims import figure_mark
from secondsource.reconcile.figures import Counted, counted
from secondsource.reconcile.index import Index
from secondsource.reconcile.proposition_claims import proposition_marks
from secondsource.reconcile.propositions import Proposition, proposition_at
from secondsource.reconcile.reconciling import reach
from secondsource.reconcile.status import assess
from secondsource.reconcile.weighing import Mark, weigh
from secondsource.records import Assessment, ClaimKind, Evidence, Span


def weigh_spans(case: Case, kind: ClaimKind, spans: Iterable[Span]) -> tuple[tuple[Evidence, ...], Assessment]:
    """Return the evidence that `spans` are for one claim, and what it adds up to.

    For a figure claim each stretch gives the figure in it that counts what most of the others count.
    """
    index = indexing.build(case)
    places = sorted(set(spans))
    marks = _figure_marks(index, places) if kind == "figure" else _said_marks(index, places)
    evidence = weigh("", marks)
    return evidence, assess("", evidence, reach(index, evidence))


def _figure_marks(index: Index, places: Sequence[Span]) -> list[Mark]:
    by_place = {place: _figures_in(index, place) for place in places}
    all_ = [each for found in by_place.values() for each in found]
    marks = []
    for place, found in by_place.items():
        best = max(found, key=lambda each: (*_company(each, all_), each.figure.id), default=None)
        marks.append(figure_mark(best, frozenset()) if best else _said_marks(index, [place])[0])
    return marks


def _company(each: Counted, others: Sequence[Counted]) -> tuple[int, int]:
    """Return in how many documents a figure of its measure gives its number, and in how many any number."""
    alike = [other for other in others if _measure(other) == _measure(each)]
    agreeing = {other.figure.span.doc_id for other in alike if intervals.agree(other.value, each.value)}
    return len(agreeing), len({other.figure.span.doc_id for other in alike})


def _figures_in(index: Index, place: Span) -> list[Counted]:
    return [counted(index, figure) for figure in index.case.figures if figure.span.overlaps(place)]


def _measure(each: Counted) -> tuple[str, str]:
    return (each.figure.unit, each.figure.predicate)


def _said_marks(index: Index, places: Sequence[Span]) -> list[Mark]:
    return proposition_marks([_said_at(index, place) for place in places], index.case.lexicon)


def _said_at(index: Index, place: Span) -> Proposition:
    around = [
        each
        for each in index.attributions.get(place.doc_id, ())
        if each.chain and any(part.overlaps(place) for part in each.content)
    ]
    inner = min(around, key=lambda each: (sum(map(len, each.content)), each.id), default=None)
    return proposition_at(index, place, inner)
