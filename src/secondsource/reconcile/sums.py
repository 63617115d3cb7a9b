"""Figures that are the sum of others (58 and another 14 make 72): consistent with them, and no source of their own.

Source: Iraq Body Count subtracts what an aggregate already holds; a sum adds no witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from secondsource.reconcile import intervals
from secondsource.reconcile.figures import Counted

LEAST_TOTAL = 10
"""Below this, small numbers add up by chance too often."""

NEAR = 320
"""Characters within which the parts of a sum stand (two to three sentences of news)."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the figures that it adds up."""

    total: Counted
    parts: tuple[Counted, ...]

    @property
    def grown(self) -> bool:
        """Whether the total grew by an addition, so that the parts count the same thing at an earlier time."""
        return any(part.figure.kind == "increment" for part in self.parts)


def sums(figures: Sequence[Counted]) -> list[Sum]:
    """Return each figure that is the sum of two or three others standing close together in one text.

    The total may stand elsewhere, even in another article.
    """
    totals: dict[tuple[str, float], list[Counted]] = defaultdict(list)
    for each in figures:
        if each.figure.kind in {"total", "projection"} and _number(each):
            totals[each.figure.unit, _number(each)].append(each)
    found = {
        (sum_.total.figure.id, tuple(part.figure.id for part in sum_.parts)): sum_
        for parts in _parts(figures)
        for sum_ in _totals_of(parts, totals)
    }
    return [found[key] for key in sorted(found)]


def sourced(figures: Sequence[Counted], added: Sequence[Sum]) -> list[Counted]:
    """Return the figures, a total in an outlet's own voice now resting on the one party that gave its parts."""
    givers: dict[str, set[str | None]] = {}
    by_total: dict[str, Counted] = {}
    for each in added:
        here = [part for part in each.parts if part.figure.span.doc_id == each.total.figure.span.doc_id]
        if len(here) == len(each.parts) and all(part.origin.attributed for part in here):
            givers.setdefault(each.total.figure.id, set()).update(part.origin.name for part in here)
            by_total[each.total.figure.id] = here[0]
    return [
        replace(each, origin=by_total[each.figure.id].origin)
        if not each.origin.attributed and len(givers.get(each.figure.id, ())) == 1
        else each
        for each in figures
    ]


def _number(counted: Counted) -> float:
    points = intervals.points(counted.value)
    return points[0] if len(points) == 1 else 0.0


def _parts(figures: Iterable[Counted]) -> Iterator[tuple[Counted, ...]]:
    ordered = sorted(
        (each for each in figures if each.figure.kind in {"total", "increment"} and _number(each) > 0),
        key=lambda each: (each.figure.span, each.figure.id),
    )
    for at, first in enumerate(ordered):
        near = [
            each
            for each in ordered[at + 1 :]
            if each.figure.span.doc_id == first.figure.span.doc_id
            and each.figure.span.start - first.figure.span.end <= NEAR
            and each.figure.unit == first.figure.unit
        ]
        for size in (1, 2):
            for others in combinations(near, size):
                if _one_whole((first, *others)):
                    yield (first, *others)


def _one_whole(parts: tuple[Counted, ...]) -> bool:
    """Tell whether the parts may add up: an increment, three of a kind, or two places or groups in one sentence."""
    if len({_number(part) for part in parts}) < len(parts):
        return False
    if any(part.figure.kind == "increment" for part in parts):
        return True
    same_sentence = len({part.sentence for part in parts}) == 1
    return len(parts) > 2 or same_sentence


def _totals_of(parts: tuple[Counted, ...], totals: Mapping[tuple[str, float], Sequence[Counted]]) -> Iterator[Sum]:
    whole = sum(_number(part) for part in parts)
    ids = {part.figure.id for part in parts}
    for total in totals.get((parts[0].figure.unit, whole), ()) if whole >= LEAST_TOTAL else ():
        if total.figure.id not in ids:
            yield Sum(total, parts)
