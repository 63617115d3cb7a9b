"""Which figures of a storyline are set beside each other: each with the one before it, each series with its neighbours.

A value is judged against the last one of its own party and the last one of anybody, so that a thousand values cost two
thousand judgements; the value of a series is judged against a few that were counted beside it, for the reason why they
are not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from secondsource.reconcile.comparing import Bench
from secondsource.reconcile.figure_claims import best_of
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.judging import RULES
from secondsource.reconcile.series import Series
from secondsource.records import Comparison, identity

NEIGHBOURS = 4
"""Other series with which a series is compared, those of most texts first."""

_BESIDE = frozenset({"not_comparable", "increment", "derived"})
"""Verdicts that say how figures of two series stand; what would make them one series is decided by the series."""


def comparisons(on: Bench, groups: Mapping[str, Series]) -> Iterator[Comparison]:
    """Yield the comparisons of the figure claims; `groups` holds the series of each claim by its id."""
    for claim_id, group in sorted(groups.items()):
        for one, other in _successive(group):
            yield comparison(on, claim_id, one, other)
    for claim_id, one, other in _beside(groups):
        found = comparison(on, claim_id, one, other)
        if found.verdict in _BESIDE:
            yield found


def comparison(on: Bench, claim_id: str, one: Counted, other: Counted) -> Comparison:
    """Return the judgement on two figures as a record of the claim."""
    earlier, later, judgement = on.compare(one, other)
    verdict, because = RULES[judgement.rule]
    key = identity("j", claim_id, earlier.figure.id, later.figure.id)
    return Comparison(key, claim_id, earlier.figure.id, later.figure.id, verdict, judgement.rule, because)


def _successive(group: Series) -> Iterator[tuple[Counted, Counted]]:
    """Yield each value that is new from its party with that party's last one and with the last one of another."""
    own: dict[str | None, Counted] = {}
    last: Counted | None = None
    for each in group:
        before = own.get(each.origin.name)
        if before and before.value == each.value:
            continue
        earlier = [found for found in (before, last) if found]
        for found in {found.figure.id: found for found in earlier}.values():
            yield found, each
        own[each.origin.name] = last = each


def _beside(groups: Mapping[str, Series]) -> Iterator[tuple[str, Counted, Counted]]:
    """Yield the best value of each series with those of other series of the same act or the same noun and unit."""
    best = {claim_id: best_of(group) for claim_id, group in groups.items()}
    near: dict[object, list[str]] = defaultdict(list)
    for claim_id in sorted(groups, key=lambda key: (-len({each.figure.span.doc_id for each in groups[key]}), key)):
        for handle in _handles(best[claim_id]):
            near[handle].append(claim_id)
    for claim_id in sorted(groups):
        others = (key for handle in _handles(best[claim_id]) for key in near[handle][: NEIGHBOURS + 1])
        for key in [key for key in dict.fromkeys(others) if key != claim_id][:NEIGHBOURS]:
            yield claim_id, best[claim_id], best[key]


def _handles(each: Counted) -> list[object]:
    figure = each.figure
    return [handle for handle in (figure.predicate, (figure.unit, each.noun) if each.noun else "") if handle]
