"""On whose word may a line rest for which its article names nobody?

Who reports a shooting in its own voice has it from the police; who reports a sentence or a vote has been there, as
others have.  So a line folds into the force that the article quotes, or into the only party that it names, and stands
apart where several parties speak in the article, or where the line tells what was done in public, in a court.
Source: rules 21 to 25 of the ledger's annotation guide; 101 of 418 labelled lines name nobody.
"""

from __future__ import annotations

import re

from secondsource.reconcile.index import Index, speaker_of
from secondsource.reconcile.naming import investigates
from secondsource.records import Attribution, Span

_IN_COURT = re.compile(
    r"\b(?:court|judge|jury|jurors|verdict|trial|sentenc\w+|convict\w+|acquit\w+|plead\w*|pled|plea|arraign\w+|hearing"
    r"|ruling|ruled|indict\w+)\b",
    re.IGNORECASE,
)
"""Words of what happens in open court, where any newsroom may sit."""


def rests_on(index: Index, span: Span) -> str | None:
    """Return the party on whose word the line at `span` may rest, None where it stands apart."""
    voices = index.voices.get(span.doc_id, ())
    if _IN_COURT.search(index.text(index.sentence(span))):
        return None
    near = sorted(voices, key=lambda voice: (_apart(voice[0], span), voice[1].id))
    parties = [(index.root(name), each) for _, each in near if (name := speaker_of(each))]
    force = next((name for name, each in parties if investigates(name) or _of_a_force(index, each)), None)
    return force or (parties[0][0] if len({name for name, _ in parties}) == 1 else None)


def _of_a_force(index: Index, attribution: Attribution) -> bool:
    """Tell whether the words that name the source give a rank or an office of those who investigate."""
    return any(investigates(index.text(span)) for span in attribution.source)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
