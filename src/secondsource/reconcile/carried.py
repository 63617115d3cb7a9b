"""Which contents a figure's claim carries whole, so that they are no claim of their own.

"14 border guards had been wounded" says nothing that the figure, its noun and its predicate do not say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from secondsource.reconcile import contents
from secondsource.reconcile.figures import Counted
from secondsource.reconcile.index import Index
from secondsource.reconcile.propositions import Proposition

_LEFT = 3
"""Words beside the figures, their nouns and their scopes that still say no more than what happened to the counted."""


def carried(index: Index, said: Sequence[Proposition], figures: Sequence[Counted]) -> frozenset[str]:
    """Return the ids of the contents whose words are those of the figures in them; quotations are never among them."""
    inside: dict[str, list[Counted]] = defaultdict(list)
    for each in figures:
        if each.attribution:
            inside[each.attribution.id].append(each)
    return frozenset(
        each.id
        for each in said
        if each.id in inside
        and each.attribution
        and each.attribution.quoted == "indirect"
        and len(each.words - _told(index, inside[each.id])) <= _LEFT
    )


def _told(index: Index, figures: Sequence[Counted]) -> frozenset[str]:
    parts = [
        part
        for each in figures
        for part in (index.text(each.figure.span), each.figure.noun, each.figure.scope, each.figure.subject or "")
    ]
    return contents.words(" ".join(parts), index.case.lexicon)
