"""Lines figures up over articles: one series for everything that counts the same thing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents, intervals
from secondsource.reconcile.figures import Counted, comparable, same_series
from secondsource.reconcile.sums import Sum

Series = tuple[Counted, ...]


def series(figures: Sequence[Counted], added: Sequence[Sum], weight: contents.Weights) -> list[Series]:
    """Return the figures in groups that count the same thing, each in order of time, place in the text and id.

    Figures that give the same number come together first, the fullest keys before those that leave parts open; then the
    groups of most texts take in those that give other numbers for the same thing.  Nobody joins a group that holds a
    key which contradicts its own.  What a total was added up from goes with it
    where it grew (`another 14`), and stays apart where it was shared out (`2.5 million here and 800,000 there`).
    """
    lines = _Lines(_apart(added), weight)
    agreeing = _gather([[figure] for figure in sorted(figures, key=_fullest_first)], lines, agreed=True)
    ordered = sorted(agreeing, key=lambda group: (-len({each.figure.span.doc_id for each in group}), _first(group)))
    groups = _gather(ordered, lines, agreed=False)
    return [tuple(sorted(group, key=_in_time)) for group in sorted(_grown(groups, added), key=_first)]


def _gather(found: Sequence[list[Counted]], lines: _Lines, *, agreed: bool) -> list[list[Counted]]:
    """Let each group join the one before it that it fits best; with `agreed` only those that give the same number."""
    groups: list[list[Counted]] = []
    for group in found:
        home = lines.home(group, groups, agreed=agreed)
        if home is None:
            groups.append(list(group))
        else:
            home.extend(group)
    return groups


def _first(group: Sequence[Counted]) -> tuple[str, str, int, str]:
    return min(_in_time(each) for each in group)


@dataclass(frozen=True, slots=True)
class _Lines:
    """What decides where a figure belongs: pairs that are a part and its whole, and how telling the words are."""

    apart: Collection[frozenset[str]]
    weight: contents.Weights

    def home(self, group: list[Counted], groups: list[list[Counted]], *, agreed: bool) -> list[Counted] | None:
        """Return the group with the most figures of this one's series, None if there is none."""
        best = max(groups, key=lambda other: self._ties(group, other, agreed=agreed), default=None)
        return best if best and self._ties(group, best, agreed=agreed) else None

    def _ties(self, group: list[Counted], other: list[Counted], *, agreed: bool) -> int:
        pairs = [(one, two) for one in group for two in other]
        if not all(comparable(one, two) and self._not_apart(one, two) for one, two in pairs):
            return 0
        return sum(
            same_series(one, two, self.weight) and (not agreed or intervals.agree(one.value, two.value))
            for one, two in pairs
        )

    def _not_apart(self, one: Counted, other: Counted) -> bool:
        return frozenset((one.figure.id, other.figure.id)) not in self.apart


def _apart(added: Sequence[Sum]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((each.total.figure.id, part.figure.id))
        for each in added
        for part in each.parts
        if not each.grown and part.figure.span.doc_id == each.total.figure.span.doc_id
    )


def _grown(groups: list[list[Counted]], added: Sequence[Sum]) -> list[list[Counted]]:
    """Move what a total grew from into the total's group, out of groups that hold nothing else."""
    home = {member.figure.id: at for at, group in enumerate(groups) for member in group}
    moves: Mapping[int, int] = {
        home[part.figure.id]: home[each.total.figure.id] for each in added if each.grown for part in each.parts
    }
    parts = {part.figure.id for each in added if each.grown for part in each.parts}
    for source, target in sorted(moves.items()):
        if source != target and all(member.figure.id in parts for member in groups[source]):
            groups[target].extend(groups[source])
            groups[source].clear()
    return [group for group in groups if group]


def _fullest_first(figure: Counted) -> tuple[int, str, str, int, str]:
    known = sum(map(bool, (figure.figure.predicate, figure.noun, figure.actor, figure.place)))
    return (-known, *_in_time(figure))


def _in_time(figure: Counted) -> tuple[str, str, int, str]:
    span = figure.figure.span
    return (figure.day.isoformat() if figure.day else "", span.doc_id, span.start, figure.figure.id)
