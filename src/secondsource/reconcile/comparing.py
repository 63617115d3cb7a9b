"""Sets figures beside each other and has them judged: the words between them, what adds to what, which came first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents, increments, intervals
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.index import Index
from secondsource.reconcile.judging import Judgement, Pair, judge
from secondsource.reconcile.measures import Measure, measures
from secondsource.reconcile.sums import Sum, small_sums
from secondsource.records import Span


@dataclass(frozen=True, slots=True)
class Bench:
    """What judging two figures of a storyline needs to look up.

    Attributes:
        summed: pairs of ids of a total and one of its parts.
        bases: by the id of an addition, what it adds to; `measures`: by the id of a figure, what it measures.
    """

    index: Index
    weight: contents.Weights
    summed: Collection[frozenset[str]]
    bases: Mapping[str, Counted]
    measures: Mapping[str, Measure]

    def compare(self, one: Counted, other: Counted) -> tuple[Counted, Counted, Judgement]:
        """Return two figures in order of time, and how the later stands to the earlier."""
        earlier, later = sorted((one, other), key=_in_time)
        lead, between = self._words(earlier, later)
        pair = Pair(
            self.measures[earlier.figure.id],
            self.measures[later.figure.id],
            between,
            lead,
            summed=frozenset((earlier.figure.id, later.figure.id)) in self.summed,
            added=self._adds(earlier, later) or self._adds(later, earlier),
        )
        return earlier, later, judge(pair, self.weight)

    def _words(self, earlier: Counted, later: Counted) -> tuple[str, str]:
        """Return what stands before and between two figures of one sentence, "" twice for figures of two."""
        first, second = sorted((earlier.figure.span, later.figure.span))
        if earlier.sentence != later.sentence or first.end > second.start:
            return "", ""
        lead = self.index.text(Span(first.doc_id, earlier.sentence.start, first.start))
        return lead, self.index.text(Span(first.doc_id, first.end, second.start))

    def _adds(self, one: Counted, other: Counted) -> bool:
        """Tell whether `one` is an addition to `other`, or to the same number of the same thing elsewhere."""
        base = self.bases.get(one.figure.id)
        if base is None or one.figure.kind != "increment" or other.figure.kind == "increment":
            return False
        if base.figure.id == other.figure.id:
            return True
        same_act = base.figure.predicate == other.figure.predicate and (base.noun == other.noun or other.generic)
        like = other.figure.kind == "total" and base.figure.unit == other.figure.unit
        return same_act and like and intervals.agree(base.value, other.value)


def bench(index: Index, figures: Sequence[Counted], added: Iterable[Sum], weight: contents.Weights) -> Bench:
    """Return what judging the figures of a storyline needs."""
    all_sums = (*added, *small_sums(figures, index.text))
    summed = frozenset(frozenset((each.total.figure.id, part.figure.id)) for each in all_sums for part in each.parts)
    return Bench(index, weight, summed, increments.bases(figures), measures(figures, index))


def _in_time(each: Counted) -> tuple[str, str, int, str]:
    span = each.figure.span
    return (each.when.isoformat() if each.when else "", span.doc_id, span.start, each.figure.id)
