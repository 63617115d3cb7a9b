"""On whose word may a line rest for which its article names nobody?

It folds into the force that the article quotes nearest to it, or into the only party that the article names.  It
stands apart where several parties speak in the article, or where it tells what was done in public, in a court.
Source: rules 21 to 25 of the ledger's annotation guide.
"""

from __future__ import annotations

import re

from secondsource.reconcile.index import Index
from secondsource.records import Span

_IN_COURT = re.compile(
    r"\b(?:court|judge|jury|jurors|verdict|trial|sentenc\w+|convict\w+|acquit\w+|plead\w*|pled|plea|arraign\w+|hearing"
    r"|ruling|ruled|indict\w+)\b",
    re.IGNORECASE,
)
"""Words of what happens in open court, where any newsroom may sit."""


def rests_on(index: Index, span: Span) -> str | None:
    """Return the party on whose word the line at `span` may rest, None where it stands apart."""
    if _IN_COURT.search(index.text(index.sentence(span))):
        return None
    here = index.standing(span.doc_id)
    _, nearest = min(here.forces, key=lambda force: (_apart(force[0], span), force), default=(span, None))
    return nearest or here.alone


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
