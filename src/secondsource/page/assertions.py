"""Who says it, with what words, through whom: evidence as lines, repeats folded under the first who printed them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.page.register import Masthead, Register
from secondsource.page.statuses import AGAINST
from secondsource.page.words import Line, Words
from secondsource.records import Bound, Claim, Evidence, FigureKind, Modality, Span, Stance


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as its words bound it; an open side is None."""

    low: float | None
    high: float | None
    bound: Bound
    noun: str = ""
    scope: str = ""
    as_of: str | None = None
    kind: FigureKind = "total"
    modality: Modality = "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One stretch of text that bears on a claim, as a table prints it.

    Attributes:
        words: exactly the words that the record points at; `line` is the sentence around them.
        origin: the party that says it on its own knowledge; None where nobody can be found.
        named: whether the text names that party; if not, `origin` is at most the outlet in its own voice.
        speaker: the person who spoke, where that is not the origin itself.
        via: who carried it between origin and outlet, nearest to the origin first.
        day: when it was said, else the day of the document.
        ref: id of the figure or attribution that it rests on.
        copied: id of the document that these words were taken from, where they were.
    """

    id: str
    line: Line
    words: Words
    stance: Stance
    origin: str | None
    named: bool
    speaker: str | None
    via: tuple[str, ...]
    document: Masthead
    day: dt.date | None
    counted: bool
    why: str
    reading: Reading | None
    superseded: bool
    copied: Masthead | None
    ref: str | None = None

    @property
    def against(self) -> bool:
        """Whether it contradicts the claim."""
        return self.stance in AGAINST


@dataclass(frozen=True, slots=True)
class Assertion:
    """The same thing said by the same party: the first text that has it, and those that repeat it."""

    first: EvidenceRow
    repeats: tuple[EvidenceRow, ...]

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({row.document.doc_id for row in (self.first, *self.repeats)})


def evidence_row(register: Register, evidence: Evidence) -> EvidenceRow:
    """Return a piece of evidence as a line with its words."""
    names = [link.name for link in evidence.chain]
    speakers = [link.name for link in evidence.chain if link.kind == "speaker"]
    speaker = speakers[-1] if speakers and not _names_already(evidence.origin, speakers[-1]) else None
    inner = [name for name in names[1:] if name not in {speaker, evidence.origin}]
    edge = register.copied(evidence.span)
    return EvidenceRow(
        id=evidence.id,
        line=register.line(evidence.span),
        words=register.words(evidence.span),
        stance=evidence.stance,
        origin=evidence.origin,
        named=evidence.origin is not None and bool(speakers),
        speaker=speaker,
        via=tuple(reversed(inner)),
        document=register.masthead(evidence.span.doc_id),
        day=register.day(evidence),
        counted=evidence.counted,
        why=evidence.why,
        reading=_reading(register, evidence),
        superseded=evidence.superseded,
        copied=register.masthead(edge.of_id) if edge else None,
        ref=evidence.ref,
    )


def _names_already(origin: str | None, speaker: str) -> bool:
    """Tell whether the name of an origin holds that of its speaker (`Mayor Ada Quill`, `Ada Quill`, `Quill`)."""
    return origin is not None and (origin == speaker or origin.endswith(f" {speaker}"))


def _reading(register: Register, evidence: Evidence) -> Reading | None:
    if evidence.value is None:
        return None
    low, high, bound = evidence.value
    figure = register.figures.get(evidence.ref or "")
    if figure is None:
        return Reading(low, high, bound)
    return Reading(low, high, bound, figure.noun, figure.scope, figure.as_of, figure.kind, figure.modality)


def assertions(register: Register, claim_id: str) -> tuple[Assertion, ...]:
    """Return the evidence of a claim in order of its day, repeats folded under the first text that has it."""
    groups: defaultdict[tuple[object, ...], list[EvidenceRow]] = defaultdict(list)
    for row in rows(register, register.evidence.get(claim_id, ())):
        groups[_sameness(row)].append(row)
    return tuple(Assertion(found[0], tuple(found[1:])) for found in groups.values())


def gist_line(register: Register, claim: Claim) -> Line:
    """Return the sentence that states a claim; of a figure's, only the words that give it are marked."""
    spans = [one.span for one in register.evidence.get(claim.id, ()) if one.value and one.span.within(claim.gist)]
    return register.line(*(spans if claim.kind == "figure" and spans else [claim.gist]))


def stated_first(found: Iterable[Assertion], gist: Span) -> tuple[Assertion, ...]:
    """Return the assertions with the one that holds the words of `gist` in front, and in it that very row."""
    order = []
    for one in found:
        given = (one.first, *one.repeats)
        chosen = next((row for row in given if row.words.span.overlaps(gist)), None)
        if chosen is None:
            order.append(one)
        else:
            order.insert(0, Assertion(chosen, tuple(row for row in given if row is not chosen)))
    return tuple(order)


def rows(register: Register, evidence: Iterable[Evidence]) -> list[EvidenceRow]:
    """Return evidence as rows in order of their day; within a day originals come before copies."""
    return sorted((evidence_row(register, one) for one in evidence), key=_place)


def _place(row: EvidenceRow) -> tuple[dt.date, bool, bool, Span]:
    return row.day or dt.date.max, row.copied is not None, not row.named, row.words.span


def _sameness(row: EvidenceRow) -> tuple[object, ...]:
    """Return a key that is equal for evidence that says the same on behalf of the same party.

    Figures of one party are the same if their bounds are; other evidence if its letters are.
    """
    party = row.origin or row.document.doc_id
    if row.reading is not None:
        return party, row.stance, row.reading.low, row.reading.high, row.reading.bound, row.reading.kind
    letters = "".join(char for char in row.words.text.casefold() if char.isalnum())
    return party, row.stance, letters
