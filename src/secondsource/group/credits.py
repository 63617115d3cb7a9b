"""Names each credited agency as the corpus knows it: `(PGW)` in one page is the Pacific and Gulf Wire of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from secondsource.records import Credit, Document
from secondsource.text.names import expansion, is_acronym

_ABBREVIATION = re.compile(r"[A-Z]{2,6}")


def credited(documents: Iterable[Document]) -> list[Credit]:
    """Return the agency of each document that credits one.

    An abbreviation is spelt out where exactly one outlet of the corpus has these initials, else as most texts spell
    it out; any other name stays.
    """
    known = sorted(documents, key=lambda document: document.id)
    agencies = {document.agency for document in known if document.agency}
    names = {agency: _spelt(agency, known) for agency in agencies}
    return [Credit(document.id, names[document.agency]) for document in known if document.agency]


def _spelt(agency: str, documents: Sequence[Document]) -> str:
    if not _ABBREVIATION.fullmatch(agency):
        return agency
    outlets = {document.outlet for document in documents if document.outlet and is_acronym(agency, document.outlet)}
    if len(outlets) == 1:
        return outlets.pop()
    spelt = Counter(name for document in documents if (name := expansion(agency, document.text)))
    return min(spelt, key=lambda name: (-spelt[name], name)) if spelt else agency
