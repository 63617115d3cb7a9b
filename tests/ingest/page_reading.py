"""Reads pages in memory for the tests of this folder, and shows what was labelled as what."""

from __future__ import annotations

from secondsource.ingest import Given, read_bytes
from secondsource.lexicon.load import load
from secondsource.records import Document, Reject, SectionKind

LEXICON = load()


def article(text: str | bytes, name: str = "page.txt", given: Given | None = None) -> Document:
    """Return the only document of an input; fails where it is rejected."""
    (found,) = anything(text, name, given)
    assert isinstance(found, Document), found.reason
    return found


def refusal(text: str | bytes, name: str = "page.txt") -> str:
    """Return the reason of the only reject of an input."""
    (found,) = anything(text, name)
    assert isinstance(found, Reject)
    return found.reason


def anything(text: str | bytes, name: str = "page.txt", given: Given | None = None) -> list[Document | Reject]:
    """Return all that an input holds."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return list(read_bytes(raw, name, lexicon=LEXICON, given=given))


def words(document: Document, *kinds: SectionKind) -> list[str]:
    """Return the characters of all sections of `kinds`."""
    return [document.slice(span) for span in document.spans(*kinds)]


def kind_of(document: Document, part: str) -> SectionKind:
    """Return the kind of the section that holds `part`."""
    return next(section.kind for section in document.sections if part in document.slice(section.span))
