"""Lines figures up over articles: one series for everything that counts the same thing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from secondsource.reconcile import contents
from secondsource.reconcile.figures import Counted, comparable, same_series
from secondsource.reconcile.sums import Sum

Series = tuple[Counted, ...]


def series(figures: Sequence[Counted], added: Sequence[Sum], weight: contents.Weights) -> list[Series]:
    """Return the figures in groups that count the same thing, each in order of time, place in the text and id.

    A figure joins the group that holds one of its series and nobody whose key contradicts its own; the fullest keys
    come first, so that what they settle binds those that leave it open.  What a total was added up from goes with it
    where it grew (`another 14`), and stays apart where it was shared out (`2.5 million here and 800,000 there`).
    """
    totals = {each.total.figure.id for each in added}
    lines = _Lines(_apart(added), weight)
    groups: list[list[Counted]] = []
    for figure in sorted(figures, key=lambda each: (each.figure.id not in totals, _fullest_first(each))):
        home = lines.home(figure, groups)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    return [tuple(sorted(group, key=_in_time)) for group in _grown(groups, added)]


@dataclass(frozen=True, slots=True)
class _Lines:
    """What decides where a figure belongs: pairs that are a part and its whole, and how telling the words are."""

    apart: Collection[frozenset[str]]
    weight: contents.Weights

    def home(self, figure: Counted, groups: list[list[Counted]]) -> list[Counted] | None:
        """Return the group with the most figures of its series, None if there is none."""
        best = max(groups, key=lambda group: self._ties(figure, group), default=None)
        return best if best and self._ties(figure, best) else None

    def _ties(self, figure: Counted, group: list[Counted]) -> int:
        if not all(comparable(figure, member) and self._not_apart(figure, member) for member in group):
            return 0
        return sum(same_series(figure, member, self.weight) for member in group)

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
