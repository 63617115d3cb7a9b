"""Who takes over another's number: `the ministry accepted the lower figure`.

A party accepts a figure for what it has counted itself before, so that is the series to look in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from secondsource.reconcile import intervals
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.independence import AGAINST
from secondsource.reconcile.propositions import Proposition
from secondsource.reconcile.series import Series
from secondsource.reconcile.weighing import Mark

_NUMBER = re.compile(
    r"^(?:the|that|this|its|their|his|her)\s+(?P<which>\w+\s+)?(?:figure|number|toll|count|total|tally|estimate)s?[.,]?$",
    re.IGNORECASE,
)
_DIRECTIONS: Mapping[str, int] = {"lower": -1, "smaller": -1, "reduced": -1, "higher": 1, "larger": 1, "increased": 1}


def acceptances(said: Sequence[Proposition], groups: Sequence[Series]) -> Iterator[tuple[int, Mark]]:
    """Yield (place of the series in `groups`, evidence for it) for each number that a party takes over."""
    for each in said:
        matched = _NUMBER.match(each.text.strip()) if each.attribution else None
        if matched and each.stance not in AGAINST and each.origin.name:
            way = _DIRECTIONS.get((matched["which"] or "").strip().lower(), 0)
            found = _accepted(each, groups, way)
            if found:
                at, figure = found
                yield at, Mark(each.span, "corrects", each.origin, each.day, each.id, figure.value, "total")


def _accepted(each: Proposition, groups: Sequence[Series], way: int) -> tuple[int, Counted] | None:
    candidates = [
        (figure.figure.span.start, figure.figure.id, at, figure)
        for at, group in enumerate(groups)
        for figure in group
        if figure.figure.span.doc_id == each.span.doc_id
        and figure.figure.span.start < each.span.start
        and figure.figure.kind == "total"
        and figure.origin.name != each.origin.name
        and _moved(_last_own(each, group), figure, way)
    ]
    best = max(candidates, key=lambda entry: entry[:2], default=None)
    return best[2:] if best else None


def _last_own(each: Proposition, group: Series) -> Counted | None:
    """Return the party's own latest figure; a series is in order of time."""
    return next((own for own in reversed(group) if own.origin.name == each.origin.name), None)


def _moved(own: Counted | None, new: Counted, way: int) -> bool:
    """Tell whether `new` differs from the party's own figure, in the direction that the words name."""
    if own is None:
        return False
    here, there = intervals.points(own.value), intervals.points(new.value)
    if own.figure.kind != "total" or not here or not there or intervals.agree(own.value, new.value):
        return False
    return way == 0 or (there[-1] - here[-1]) * way > 0
