"""Weighs a claim that somebody else has put together: only the stretches are given, not who stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.reconcile import index as indexing
from secondsource.reconcile import intervals
from secondsource.reconcile.case import Case
from secondsource.reconcile.figure_claims import figure_mark
from secondsource.reconcile.figures import Counted, counted
from secondsource.reconcile.index import Index, speaker_of
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
    """Return the mark of one number a place: of those that it gives or adds up, the one that most others give too."""
    by_place = {place: _numbers(index, place) for place in places}
    every = [each for found in by_place.values() for each in found]
    marks = []
    for place, found in by_place.items():
        best = max(found, key=lambda each: _company(each, every), default=None)
        marks.append(best.mark if best else _said_marks(index, [place])[0])
    return marks


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that stands in a place, or the sum of two that stand there."""

    mark: Mark
    place: Span
    measure: tuple[str, str]
    added: bool


def _numbers(index: Index, place: Span) -> list[_Number]:
    found = _figures_in(index, place)
    plain = [_Number(figure_mark(each, frozenset()), place, _measure(each), added=False) for each in found]
    return plain + [
        _Number(replace(figure_mark(one, frozenset()), value=(total, total, "=")), place, _measure(one), added=True)
        for one, other in pairwise(found)
        if (total := _total(one, other))
    ]


def _total(one: Counted, other: Counted) -> float | None:
    """Return what two exact counts of one unit come to (`three women and two men`), None for others."""
    exact = one.value[0] == one.value[1] is not None and other.value[0] == other.value[1] is not None
    alike = one.figure.unit == other.figure.unit and one.figure.kind == other.figure.kind == "total"
    return (one.value[0] or 0) + (other.value[0] or 0) if exact and alike else None


def _company(each: _Number, others: Sequence[_Number]) -> tuple[int, bool, int, str]:
    """Return in how many other places its number stands, whether it stands there itself, and who measures alike."""
    agreeing = {
        other.place
        for other in others
        if other.place != each.place and each.mark.value and other.mark.value
        if intervals.agree(other.mark.value, each.mark.value)
    }
    alike = {other.place for other in others if other.measure == each.measure}
    return len(agreeing), not each.added, len(alike), str(each.mark.ref)


def _figures_in(index: Index, place: Span) -> list[Counted]:
    found = [figure for figure in index.case.figures if figure.span.overlaps(place)]
    return [counted(index, figure) for figure in sorted(found, key=lambda each: (each.span, each.id))]


def _measure(each: Counted) -> tuple[str, str]:
    return (each.figure.unit, each.figure.predicate)


def _said_marks(index: Index, places: Sequence[Span]) -> list[Mark]:
    return proposition_marks([_said_at(index, place) for place in places], index.case.lexicon)


def _said_at(index: Index, place: Span) -> Proposition:
    """Return what is said at `place`: by whom the smallest content is that holds most of it, or that lies in it."""
    voices = [each for each in index.attributions.get(place.doc_id, ()) if each.chain]
    holding = [each for each in voices if 2 * sum(_common(part, place) for part in each.content) > len(place)]
    inside = [each for each in voices if any(2 * _common(part, place) > len(part) for part in each.content)]
    spoken = [each for each in holding if speaker_of(each)] or [each for each in inside if speaker_of(each)]
    inner = min(spoken, key=lambda each: (sum(map(len, each.content)), each.id), default=None)
    return proposition_at(index, place, inner)


def _common(part: Span, place: Span) -> int:
    """Return how many characters of one lie in the other."""
    return max(0, min(part.end, place.end) - max(part.start, place.start))
