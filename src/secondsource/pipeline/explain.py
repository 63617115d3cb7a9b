"""From a printed line to the bytes: what a claim, a figure or an attribution rests on, and which rule counted it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from secondsource.page.corrections import said
from secondsource.page.dossier import Dossier
from secondsource.records import Correction, CorrectionKind, Document, Evidence, Link, Span, Stance, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PutRight:
    """What a person put right about a line: what it says, who said so, why, and when (ISO 8601)."""

    id: str
    kind: CorrectionKind
    says: str
    by: str
    because: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """Words of a document, where they stand in the user's file, and how they reached the reader.

    `start` and `end` are half-open code points into the document's text; `sha256` is of the bytes of the input.
    """

    id: str
    words: str
    doc: str
    path: str
    start: int
    end: int
    sha256: str
    outlet: str | None
    chain: tuple[str, ...]
    stance: Stance | None = None
    stated: dt.date | None = None
    origin: str | None = None
    counted: bool | None = None
    why: str = ""
    corrected: tuple[PutRight, ...] = ()

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.doc, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change of status: the day, the rule that was applied, and the evidence that moved it."""

    as_of: dt.date | None
    status: Status
    rule: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why the program prints what it prints about `id`; a record that is no claim has one footing and no status.

    `settings` are the editorial choices that the count rests on, as sentences.
    """

    id: str
    kind: str
    gist: str
    status: Status | None
    origins: tuple[str, ...]
    n_origins_low: int
    n_origins: int
    turns: tuple[Turn, ...]
    footings: tuple[Footing, ...]
    settings: tuple[str, ...] = ()


def explain_claim(dossier: Dossier, key: str) -> Explanation:
    """Return the explanation of the claim with id `key`."""
    claim, assessment = dossier.claims[key], dossier.assessments[key]
    evidence = sorted(
        (row for row in dossier.evidence if row.claim_id == key),
        key=lambda row: (row.stated or dt.date.max, row.span),
    )
    return Explanation(
        id=claim.id,
        kind=f"{claim.kind} claim",
        gist=dossier.documents[claim.gist.doc_id].slice(claim.gist),
        status=assessment.status,
        origins=assessment.origins,
        n_origins_low=assessment.n_origins_low,
        n_origins=assessment.n_origins,
        turns=tuple(
            Turn(as_of=step.as_of, status=step.status, rule=step.rule, because=step.because)
            for step in assessment.history
        ),
        footings=tuple(_evidence(row, dossier.documents[row.span.doc_id]) for row in evidence),
    )


def explain_words(
    kind: str, key: str, span: Span, document: Document, *, chain: Iterable[Link] = (), why: str = ""
) -> Explanation:
    """Return the explanation of a record that is nothing but words of one document."""
    return Explanation(
        id=key,
        kind=kind,
        gist=document.slice(span),
        status=None,
        origins=(),
        n_origins_low=0,
        n_origins=0,
        turns=(),
        footings=(replace(_footing(key, span, document, chain), why=why),),
    )


def corrected(found: Explanation, told: Mapping[Span, Iterable[Correction]]) -> Explanation:
    """Return an explanation whose footings say what was put right about them; `told` holds it by their spans."""
    footings = (replace(each, corrected=tuple(map(put_right, told.get(each.span, ())))) for each in found.footings)
    return replace(found, footings=tuple(footings))


def put_right(entry: Correction) -> PutRight:
    """Return a correction as it is shown beside a line."""
    return PutRight(id=entry.id, kind=entry.kind, says=said(entry), by=entry.by, because=entry.because, made=entry.made)


def _evidence(row: Evidence, document: Document) -> Footing:
    return Footing(
        id=row.id,
        words=document.slice(row.span),
        doc=document.id,
        path=document.path,
        start=row.span.start,
        end=row.span.end,
        sha256=document.sha256,
        outlet=document.outlet,
        chain=tuple(link.name for link in row.chain),
        stance=row.stance,
        stated=row.stated,
        origin=row.origin,
        counted=row.counted,
        why=row.why,
    )


def _footing(key: str, span: Span, document: Document, chain: Iterable[Link]) -> Footing:
    return Footing(
        id=key,
        words=document.slice(span),
        doc=document.id,
        path=document.path,
        start=span.start,
        end=span.end,
        sha256=document.sha256,
        outlet=document.outlet,
        chain=tuple(link.name for link in chain),
    )
