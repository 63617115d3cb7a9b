"""Lines figures up over articles: one series for everything that counts the same thing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from secondsource.reconcile import contents, intervals
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.likeness import comparable, corrected, near, same_series, two_totals_in_one_breath
from secondsource.reconcile.sums import Sum

Series = tuple[Counted, ...]

_STEP = 0.3
"""Height of a step, as a natural logarithm: two numbers that agree differ by a fifth at most, so by one step."""


def series(figures: Sequence[Counted], added: Sequence[Sum], weight: contents.Weights) -> list[Series]:
    """Return the figures in groups that count the same thing, each in order of time, place in the text and id.

    Figures that give the same number come together first, the fullest keys before those that leave parts open; then the
    groups of most texts take in those that give other numbers for the same thing.  Nobody joins a group that holds a
    key which contradicts its own.  What a total was added up from goes with it where it grew (`another 14`), and stays
    apart where it was shared out (`2.5 million here and 800,000 there`).
    """
    apart = _apart(added)
    agreeing = _gather(_repeated(figures, apart), weight, agreed=True)
    parts = frozenset(part.figure.id for each in added for part in each.parts)
    groups = _gather(sorted(agreeing, key=lambda group: group.rank(parts)), weight, agreed=False)
    grown = _grown([group.members for group in groups], added)
    return [tuple(sorted(members, key=_in_time)) for members in sorted(grown, key=_first)]


def _repeated(figures: Sequence[Counted], apart: Collection[frozenset[str]]) -> list[_Group]:
    """Return groups of figures of one act, number and party in different texts, the fullest keys first."""
    groups: list[_Group] = []
    by_key: dict[object, _Group] = {}
    for each in sorted(figures, key=_fullest_first):
        home = by_key.get(_alike(each)) if each.figure.predicate and each.figure.kind == "total" else None
        if home and not home.stands_in(each.figure.span.doc_id):
            home.take_in(_Group([each], apart))
        else:
            groups.append(_Group([each], apart))
            by_key[_alike(each)] = groups[-1]
    return groups


class _Group:
    """Figures that count one thing; each key, number and party stands once among those that are compared."""

    def __init__(self, members: Sequence[Counted], apart: Collection[frozenset[str]]) -> None:
        self.members = list(members)
        self._apart = apart
        self._by_doc: dict[str, list[Counted]] = defaultdict(list)
        self._distinct: dict[object, Counted] = {}
        self._shapes: dict[tuple[object, ...], list[Counted]] = defaultdict(list)
        self._note(members)

    def _note(self, members: Sequence[Counted]) -> None:
        for each in members:
            self._by_doc[each.figure.span.doc_id].append(each)
            if self._distinct.setdefault(_alike(each), each) is each:
                self._shapes[each.key[:-1]].append(each)

    def rank(self, parts: Collection[str]) -> tuple[bool, int, tuple[str, str, int, str]]:
        """Sort those that most texts carry to the front, and the `parts` of sums behind what may be their totals."""
        part = any(each.figure.id in parts for each in self.members)
        return (part, -len(self._by_doc), _first(self.members))

    def stands_in(self, doc_id: str) -> bool:
        """Tell whether a member stands in this document."""
        return doc_id in self._by_doc

    def take_in(self, other: _Group) -> None:
        """Add the members of `other`."""
        self.members += other.members
        self._note(other.members)

    def numbers(self, *, probing: bool) -> frozenset[object]:
        """Return under what the numbers are filed, or, `probing`, what those that may agree are filed under.

        Those that agree tell the same act, a wider one (`killed or wounded`) or none.  An exact number agrees with
        itself, and with rough ones near it; a rough one with all near it.
        """
        return frozenset(
            (place, act)
            for each in self._distinct.values()
            for place in _places(each.value, probing=probing)
            for act in _acts(each.figure.predicate, probing=probing)
        )

    def measures(self, *, probing: bool) -> frozenset[object]:
        """Return what two groups with different numbers must share to be one series.

        That is what happened, the noun where nothing did, or the text of a correction notice.
        """
        found: set[object] = set()
        for each in self._distinct.values():
            alone = not each.figure.predicate or each.figure.kind in {"rate", "rank"}
            found.add((each.figure.kind, each.noun) if alone else each.figure.predicate)
            found |= _parts_of(each.figure.predicate)
            if "corrects" in (each.stance, *(other.stance for other in self._by_doc[each.figure.span.doc_id])):
                found.add(("notice" if not probing else "text", each.figure.span.doc_id))
        sides = ("notice",) if probing else ("text",)
        return frozenset(found) | {(side, doc_id) for side in sides for doc_id in self._by_doc}

    def ties(self, other: _Group, weight: contents.Weights, *, agreed: bool) -> int:
        """Return how many pairs count the same thing, 0 where any pair counts different things."""
        if self._clashes(other) or _parts([*self._distinct.values()], [*other._distinct.values()]):
            return 0
        found = 0
        for shape, ours in self._shapes.items():
            for other_shape, theirs in other._shapes.items():
                pairs = ((one, two) for one in ours for two in theirs)
                if _told_alike(shape, other_shape):
                    if not comparable(ours[0], theirs[0]):
                        return 0
                    whole = not agreed and _one_noun(ours[0], theirs[0])
                    found += len(ours) * len(theirs) if whole else sum(_agree(*pair) for pair in pairs)
                    continue
                for one, two in pairs:
                    if not comparable(one, two):
                        return 0
                    found += same_series(one, two, weight) and (not agreed or _agree(one, two))
        return found

    def _clashes(self, other: _Group) -> bool:
        return any(
            two_totals_in_one_breath(one, two) or frozenset((one.figure.id, two.figure.id)) in self._apart
            for doc_id in self._by_doc.keys() & other._by_doc.keys()
            for one in self._by_doc[doc_id]
            for two in other._by_doc[doc_id]
        )


def _parts(one: Sequence[Counted], other: Sequence[Counted]) -> bool:
    """Tell whether one side counts parts of the other (`three of the 72`).

    Counts grow many times over, but nobody takes the place of a figure with one below a quarter of it, unless he gave
    that figure himself (61 missing, then nine).
    """
    if any(near(a, b) or a.origin.name == b.origin.name or corrected(a, b) for a in one for b in other):
        return False
    small, large = sorted((one, other), key=_largest)
    begun, known = _first(small)[0], _first(large)[0]
    return not (begun and known and begun < known)


def _largest(group: Sequence[Counted]) -> float:
    return max((number for each in group for number in intervals.points(each.value)), default=0.0)


def _gather(found: Sequence[_Group], weight: contents.Weights, *, agreed: bool) -> list[_Group]:
    """Let each group join the one before it that it fits best; with `agreed` only those that give the same number."""
    groups: list[_Group] = []
    by_handle: dict[object, list[int]] = defaultdict(list)
    for group in found:
        probes = group.numbers(probing=True) if agreed else group.measures(probing=True)
        near = sorted({at for probe in probes for at in by_handle.get(probe, ())})
        ties = [groups[at].ties(group, weight, agreed=agreed) for at in near]
        most = max(ties, default=0)
        home = near[ties.index(most)] if most else len(groups)
        for handle in group.numbers(probing=False) if agreed else group.measures(probing=False):
            by_handle[handle].append(home)
        if most:
            groups[home].take_in(group)
        else:
            groups.append(group)
    return groups


def _places(value: intervals.Value, *, probing: bool) -> Iterator[object]:
    for number in intervals.points(value)[:1]:
        step = math.floor(math.log(max(number, 0.0) + 1) / _STEP)
        exact = intervals.slack(number, value[2]) == 0.0
        if exact:
            yield ("exact", number)
        if probing:
            yield from (("rough" if exact else "any", step + by) for by in (-1, 0, 1))
        else:
            yield ("any", step)
            if not exact:
                yield ("rough", step)


def _acts(predicate: str, *, probing: bool) -> Collection[str]:
    """Return under which acts a figure is filed, or, `probing`, is looked for: one without an act meets every other."""
    if not predicate:
        return {"*"} if probing else {"*", ""}
    parts = {predicate, *predicate.split("_or_")}
    return parts | {""} if probing else parts | {"*"}


def _parts_of(predicate: str) -> set[object]:
    return {part for part in (predicate, *predicate.split("_or_")) if part}


def _told_alike(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Tell whether two keys name the same act, so that what they count does not hang on their numbers."""
    kinds, acts, parts = {one[0], other[0]}, {one[2], other[2]}, {one[-1], other[-1]}
    return len(acts) == len(parts) == 1 and "" not in acts and not kinds & {"rate", "rank"}


def _one_noun(one: Counted, two: Counted) -> bool:
    return one.noun == two.noun or (one.generic and two.generic)


def _agree(one: Counted, two: Counted) -> bool:
    return intervals.agree(one.value, two.value)


def _alike(each: Counted) -> object:
    """Return what figures share that need to be compared but once; words matter only where no act is told."""
    figure = each.figure
    key = each.key if not figure.predicate or figure.kind in {"rate", "rank"} else each.key[:-1]
    return key, each.value, each.origin.name, each.origin.attributed


def _first(group: Sequence[Counted]) -> tuple[str, str, int, str]:
    return min(_in_time(each) for each in group)


def _apart(added: Sequence[Sum]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((each.total.figure.id, part.figure.id))
        for each in added
        for part in each.parts
        if not each.grown
        and part.figure.span.doc_id == each.total.figure.span.doc_id
        and not corrected(part, each.total)
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
