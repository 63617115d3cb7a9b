"""Figures that are the sum of others (58 and another 14 make 72): consistent with them, and no source of their own.

Source: Iraq Body Count subtracts what an aggregate already holds; a sum adds no witness.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, takewhile

from secondsource.reconcile import intervals
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.increments import NEAR, by_document
from secondsource.records import Span

LEAST_TOTAL = 10
"""Below this, small numbers add up by chance too often."""

LEAST_ELSEWHERE = 20
"""Below this, a number in another text is their sum by chance too often."""

_FATES = frozenset({"killed", "wounded", "missing", "infected", "displaced", "arrested", "rescued", "captured"})
"""What can have happened to a person; those who met another fate are no part of a count of one."""

CROWD = 12
"""Figures behind one that are tried as further parts; more stand so close only in a table."""

_OTHERS = re.compile(r"\s+others?\b", re.IGNORECASE)
_AND = re.compile(r"\s+(?:\w+\s+){0,2}and\s+(?:\w+(?:ing|ed)\s+)?", re.IGNORECASE)


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
    totals = _totals(figures)
    return _distinct(
        Sum(total, parts)
        for parts in _parts(figures)
        if _one_whole(parts) and _whole(parts) >= LEAST_TOTAL
        for total in _others(parts, totals)
        if _whole(parts) >= LEAST_ELSEWHERE or total.figure.span.doc_id == parts[0].figure.span.doc_id
    )


def small_sums(figures: Sequence[Counted], text: Callable[[Span], str]) -> list[Sum]:
    """Return the sums below `LEAST_TOTAL` whose parts the words join: `two dead and four others hurt` make six.

    Their total stands in the same text.  `text` gives the words of a span.
    """
    totals = _totals(figures)
    return _distinct(
        Sum(total, parts)
        for parts in _parts(figures, most=2)
        if _whole(parts) < LEAST_TOTAL
        for total in _others(parts, totals)
        if total.figure.span.doc_id == parts[0].figure.span.doc_id
        if _joined(parts, text) or total.sentence == parts[0].sentence == parts[1].sentence
    )


def _totals(figures: Iterable[Counted]) -> Mapping[tuple[str, float], Sequence[Counted]]:
    totals: dict[tuple[str, float], list[Counted]] = defaultdict(list)
    for each in figures:
        if each.figure.kind in {"total", "projection"} and _number(each):
            totals[_unit(each), _number(each)].append(each)
    return totals


def _distinct(found: Iterable[Sum]) -> list[Sum]:
    by_key = {(each.total.figure.id, tuple(part.figure.id for part in each.parts)): each for each in found}
    return [by_key[key] for key in sorted(by_key)]


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


def _unit(each: Counted) -> str:
    """Return what one of them is; who was killed or hurt is a person, whatever the noun."""
    return each.figure.unit or ("person" if each.figure.predicate in _FATES else "")


def _parts(figures: Iterable[Counted], *, most: int = 3) -> Iterator[tuple[Counted, ...]]:
    """Yield two to `most` figures of one unit that stand close together in one text, and give different numbers or not.

    A stretch so dense that it is a table is read for its first `CROWD` figures only.
    """
    counts = (each for each in figures if each.figure.kind in {"total", "increment"} and _number(each) > 0)
    for here in by_document(counts).values():
        for at, first in enumerate(here):
            close = takewhile(
                lambda each, first=first: each.figure.span.start - first.figure.span.end <= NEAR,  # type: ignore[misc]
                here[at + 1 : at + 1 + CROWD],
            )
            near = [each for each in close if _unit(each) == _unit(first)]
            for size in range(1, most):
                for others in combinations(near, size):
                    yield (first, *others)


def _one_whole(parts: tuple[Counted, ...]) -> bool:
    """Tell whether the parts may add up: an increment, three of a kind, or two places or groups in one sentence."""
    if len({_number(part) for part in parts}) < len(parts):
        return False
    if any(part.figure.kind == "increment" for part in parts):
        return True
    same_sentence = len({part.sentence for part in parts}) == 1
    return len(parts) > 2 or same_sentence


def _joined(parts: tuple[Counted, ...], text: Callable[[Span], str]) -> bool:
    """Tell whether the second number is of the others, or joined to the first by `and`."""
    first, second = (part.figure.span for part in parts)
    behind = text(replace(second, start=second.end, end=max(second.end, parts[1].sentence.end)))
    between = text(replace(first, start=first.end, end=max(first.end, second.start)))
    return bool(_OTHERS.match(behind) or _AND.fullmatch(between))


def _whole(parts: tuple[Counted, ...]) -> float:
    return sum(_number(part) for part in parts)


def _others(parts: tuple[Counted, ...], totals: Mapping[tuple[str, float], Sequence[Counted]]) -> Iterator[Counted]:
    """Yield the figures that give the sum of the parts, are none of them, and say no other fate of persons.

    In another text the sum is told only by what happened to them.
    """
    ids = {part.figure.id for part in parts}
    acts = {part.figure.predicate for part in parts}
    periods = {part.period for part in parts}
    for total in totals.get((_unit(parts[0]), _whole(parts)), ()):
        act = total.figure.predicate
        here = total.period in periods or not total.period
        near = total.figure.span.doc_id == parts[0].figure.span.doc_id or bool(act and acts - {""})
        if here and near and total.figure.id not in ids and not _other_fate(act, acts, parts):
            yield total


def _other_fate(act: str, acts: Collection[str], parts: Sequence[Counted]) -> bool:
    """Tell whether a total says of persons what no part says of them: 20 dead are not 12 patients and 8 others."""
    told = {part for each in acts for part in each.split("_or_")}
    whole = set(act.split("_or_"))
    untold = told == {""} and all(part.figure.kind == "total" for part in parts)
    return act in _FATES and (untold or bool(told & _FATES - whole))
