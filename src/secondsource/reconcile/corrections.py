"""What a correction notice puts right: the new number counts what the wrong one counted.

"A report on Monday said that 1,340 had crossed.  He has since told us that two pages had stuck together and that the
number was 1,430" names no noun for the 1,430; it is the 1,340 put right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from secondsource.reconcile import intervals
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.likeness import near


def put_right(found: Sequence[Counted]) -> list[Counted]:
    """Return the figures, each that a notice gives in place of its outlet's own earlier one now of the same measure."""
    wrong: dict[str, list[Counted]] = defaultdict(list)
    for each in found:
        if each.origin.requoted:
            wrong[each.figure.span.doc_id].append(each)
    return [_measured_by(each, wrong.get(each.figure.span.doc_id, ())) for each in found]


def _measured_by(each: Counted, wrong: Sequence[Counted]) -> Counted:
    """Return `each` as a count of what the nearest wrong number before it counts, where it is of that size."""
    if each.origin.requoted or each.stance != "corrects":
        return each
    before = [
        old
        for old in wrong
        if old.figure.span.start < each.figure.span.start
        and near(old, each)
        and not intervals.agree(old.value, each.value)
    ]
    old = max(before, key=lambda old: (old.figure.span.start, old.figure.id), default=None)
    if old is None:
        return each
    figure = replace(each.figure, unit=old.figure.unit, noun=old.figure.noun, predicate=old.figure.predicate)
    return replace(each, figure=figure, noun=old.noun, period=old.period, actor=old.actor, place=old.place)
