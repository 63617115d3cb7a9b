"""Names each credited agency as the corpus knows it: `(PGW)` in one page is the Pacific and Gulf Wire of another."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.records import Credit, Document
from secondsource.text.names import is_acronym


def credited(documents: Iterable[Document]) -> list[Credit]:
    """Return the agency of each document that credits one.

    An abbreviation is spelt out where exactly one outlet of the corpus has these initials; any other name stays.
    """
    known = list(documents)
    outlets = sorted({document.outlet for document in known if document.outlet})
    return [Credit(document.id, _spelt(document.agency, outlets)) for document in known if document.agency]


def _spelt(agency: str, outlets: Iterable[str]) -> str:
    found = [outlet for outlet in outlets if is_acronym(agency, outlet)]
    return found[0] if len(found) == 1 else agency
