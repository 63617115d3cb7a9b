"""An article as it came: its text, its labelled sections, what it says of itself, or why it was refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from secondsource.records.vocabulary import Format, SectionKind, StampSource


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half-open code points) of the text of document `doc_id`."""

    doc_id: str
    start: int
    end: int

    def __len__(self) -> int:
        """Return the length in code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether both lie in one document and share a character."""
        return self.doc_id == other.doc_id and self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Tell whether this span lies wholly inside `other`."""
        return self.doc_id == other.doc_id and other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Section:
    """One labelled stretch of a document; `rule` names the rule of the grammar that labelled it."""

    span: Span
    kind: SectionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A point in time that a page states about itself.

    `value` is ISO 8601: a day, a minute with its offset where the page gives one, or `--MM-DD` where a dateline leaves
    out the year.  `span` is where it stands, if it stands in the text.
    """

    value: str
    how: StampSource
    span: Span | None = None

    @property
    def day(self) -> dt.date | None:
        """The calendar day as written, or None where the year is not known."""
        return None if self.value.startswith("--") else dt.date.fromisoformat(self.value[:10])


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it came, with its sections; the text is the decoded input, unchanged.

    Attributes:
        text: for plain text the whole decoded file; for JSON lines the record's text and after it its title (so that
            offsets hold in the user's own field); for HTML headline and body in reading order, then the rest of the
            visible page.
        sections: in order of their start, without overlap; blank characters between them belong to none.
        sha256: of the raw bytes of the input, hexadecimal.
        path: the input as the user named it; members of a container follow after `!` (`feed.xml!3`).
        agency: the agency that the page credits (dateline or byline), by its canonical name.
        published: when the outlet published it, or None for *unknown*; never a teaser's date.
        dateline: the day of the dateline, often without a year.
        language: ISO 639-1 code; only English is analysed further.
        based_on: addresses or names of the works that the page says it rests on (`isBasedOn`, a canonical address at
            another outlet).
        cleaned: the sections as cleaning labelled them, where any were cut or restored since, by a person or because
            other pages of the outlet repeat them; else none.
        notes: what was repaired or left out while it was read, a sentence each (a guessed encoding, a date later than
            the retrieval).
    """

    id: str
    text: str
    sections: tuple[Section, ...]
    sha256: str
    path: str
    format: Format
    language: str
    external_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Stamp | None = None
    updated: Stamp | None = None
    dateline: Stamp | None = None
    based_on: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cleaned: tuple[Section, ...] = ()

    @property
    def analysed(self) -> bool:
        """Whether the later stages read this document (English only, so far)."""
        return self.language == "en"

    def slice(self, span: Span) -> str:
        """Return the characters that `span` points at."""
        return self.text[span.start : span.end]

    def spans(self, *kinds: SectionKind) -> tuple[Span, ...]:
        """Return the spans of all sections of `kinds`, in order of the text."""
        return tuple(section.span for section in self.sections if section.kind in kinds)


@dataclass(frozen=True, slots=True)
class Reject:
    """An input, or a member of one, that became no document, and why."""

    id: str
    path: str
    reason: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day against which a document's relative dates are read, or None for unknown.

    `how` says in one word what it rests on: published, dateline, weekday, story, unknown.
    """

    doc_id: str
    day: dt.date | None
    how: Literal["published", "dateline", "weekday", "story", "unknown"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The sentence vector of a document's opening: its direction, one signed byte a dimension."""

    doc_id: str
    vector: bytes


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency that a document credits, by its name over all documents (`PGW` is an outlet with these initials)."""

    doc_id: str
    agency: str
