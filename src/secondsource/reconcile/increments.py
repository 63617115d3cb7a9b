"""What an addition (`another 14`) adds to, and which additions add to nothing that was counted before them.

"An estimated 200,000 died and another 1.5 million were made homeless" adds no homeless to the dead: the number is a
total of its own.  An addition belongs to the nearest figure around it of the same unit, of which nothing says that
something else happened to it.
Source: own rule, after Iraq Body Count, which adds only what is told apart from what was counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from secondsource.reconcile import contents
from secondsource.reconcile.figures import GENERIC, Counted

_ANYBODY = GENERIC | contents.stems("men women")
NEAR = 320
"""Characters within which an addition and what it adds to stand (two to three sentences of news)."""


def by_document(figures: Iterable[Counted]) -> Mapping[str, Sequence[Counted]]:
    """Return the figures of each document, in order of the text."""
    found: dict[str, list[Counted]] = defaultdict(list)
    for each in sorted(figures, key=lambda each: (each.figure.span, each.figure.id)):
        found[each.figure.span.doc_id].append(each)
    return found


def bases(figures: Iterable[Counted]) -> Mapping[str, Counted]:
    """Return by the id of each addition the figure that it adds to; one that adds to nothing is not in it."""
    found = {}
    for here in by_document(figures).values():
        for at, each in enumerate(here):
            base = _base(here, at) if each.figure.kind == "increment" else None
            if base:
                found[each.figure.id] = base
    return found


def settled(figures: Sequence[Counted]) -> list[Counted]:
    """Return the figures, each addition whose sentence counts something else before it now a total."""
    told_apart = {
        each.figure.id
        for here in by_document(figures).values()
        for at, each in enumerate(here)
        if each.figure.kind == "increment" and _counts_anew(here, at)
    }
    return [
        replace(each, figure=replace(each.figure, kind="total")) if each.figure.id in told_apart else each
        for each in figures
    ]


def _base(here: Sequence[Counted], at: int) -> Counted | None:
    """Return the nearest figure before, else behind, that place `at` may add to."""
    added = here[at]
    before = (each for each in reversed(here[:at]) if _near(each, added))
    behind = (each for each in here[at + 1 :] if _near(added, each))
    fitting = (each for each in (*before, *behind) if each.figure.kind == "total" and _adds(each, added))
    return next(fitting, None)


def _near(first: Counted, second: Counted) -> bool:
    return second.figure.span.start - first.figure.span.end <= NEAR


def _adds(one: Counted, added: Counted) -> bool:
    left, right = one.figure, added.figure
    same_unit = not left.unit or not right.unit or left.unit == right.unit
    if one.noun != added.noun and not {one.noun, added.noun} & _ANYBODY:
        return False
    return same_unit and (not left.predicate or not right.predicate or left.predicate == right.predicate)


def _counts_anew(here: Sequence[Counted], at: int) -> bool:
    """Tell whether the figure right before an addition, in its sentence, is of something else that happened."""
    added, before = here[at], here[at - 1] if at else None
    if before is None or before.sentence != added.sentence or _base(here, at):
        return False
    return bool(before.figure.predicate and added.figure.predicate)
