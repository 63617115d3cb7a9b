"""What a person put right: an entry of the log of corrections, and the selectors that find its words again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from secondsource.records.vocabulary import Bound, identity

CorrectionKind = Literal[
    "speaker", "figure", "same", "different", "merge-stories", "split-story", "merge-people", "split-people",
    "not-a-copy", "restore", "cut", "reliability", "note", "undo",
]  # fmt: skip
Grade = Literal["A", "B", "C", "D", "E", "F"]
"""Reliability of a source: A completely, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged.

Source: NATO AJP-2.1, the Admiralty code; the credibility of information (1 to 6) is not used.
"""
UNGRADED: Grade = "F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """Words of a document, and what finds them again after the document was read anew or edited.

    Source: W3C Web Annotation Data Model, TextPositionSelector, TextQuoteSelector and a state by digest.

    Attributes:
        doc_id: the document that was open when the correction was made.
        sha256: of the bytes of its input.
        start, end: half-open code points into its text.
        exact: the words there, "" for the document as a whole.
        prefix, suffix: up to `CONTEXT` code points before and behind them.
        path, url, outlet, external_id: what an edited version of the article has in common with it.
    """

    doc_id: str
    sha256: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    path: str = ""
    url: str | None = None
    outlet: str | None = None
    external_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry of the log; entries are only ever added, and what is in force follows from the set of them.

    Attributes:
        made: when, in ISO 8601 with microseconds and UTC offset; of two that contradict each other the later holds.
        targets: the words that it is about; of a pair the second is the one that moves.
        name: the right speaker (None for nobody), the source that is graded, or the name that a person keeps.
        other: the body that the right speaker speaks for, or the other name of a person.
        value: the right figure as low, high and bound; None where there is no figure.
        grade: of a source.
        undoes: id of the entry that is taken back.
    """

    id: str
    kind: CorrectionKind
    by: str
    because: str
    made: str
    targets: tuple[Selector, ...] = ()
    name: str | None = None
    other: str | None = None
    value: tuple[float | None, float | None, Bound] | None = None
    grade: Grade | None = None
    undoes: str | None = None


def sealed(entry: Correction) -> Correction:
    """Return an entry under the id that its content has."""
    target_parts = tuple(
        part
        for each in entry.targets
        for part in (each.doc_id, each.sha256, each.start, each.end, each.exact, each.prefix, each.suffix)
    )
    value = entry.value or ()
    content = (entry.kind, entry.by, entry.because, entry.made, entry.name, entry.other, *value, entry.grade)
    return replace(entry, id=identity("k", *content, entry.undoes, *target_parts))
