"""Rows of the lists: claims, quotes and figures with their words, filtered the same way everywhere.

Field names are those of the JSON lines export (docs/formats.md), so that a list, a page and an export agree.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.page.dossier import Dossier
from secondsource.page.events import EventRow
from secondsource.records import (
    Attribution,
    Bound,
    Claim,
    ClaimKind,
    Document,
    Figure,
    FigureKind,
    Link,
    Modality,
    Quoted,
    Span,
    Stance,
    Status,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list is narrowed to; an empty field lets everything pass.

    Names are matched without regard to case, anywhere in the name; `since` and `until` are inclusive days.
    """

    source: str = ""
    speaker: str = ""
    about: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    status: Status | None = None
    min_origins: int = 0

    def passes(self, *, source: str | None = None, speaker: str | None = None, about: str = "") -> bool:
        """Tell whether a row with these names passes."""
        return _in(self.source, source) and _in(self.speaker, speaker) and _in(self.about, about)

    def on(self, day: dt.date | None) -> bool:
        """Tell whether a row of `day` passes; an unknown day passes only where no day was asked for."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


ALL = Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with its assessment; `last` is the day of its last change of status."""

    id: str
    kind: ClaimKind
    gist: str
    doc: str
    start: int
    end: int
    story: str
    storyline: str
    status: Status
    outlets: int
    texts: int
    origins: tuple[str, ...]
    n_origins: int
    n_origins_low: int
    n_against: int
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """An attribution with its words; `text` joins the pieces of its content with ` … `."""

    id: str
    doc: str
    outlet: str | None
    published: dt.date | None
    start: int
    end: int
    text: str
    quoted: Quoted
    stance: Stance
    speaker: str | None
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with its words and the outlet that printed it."""

    id: str
    doc: str
    outlet: str | None
    published: dt.date | None
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    noun: str
    predicate: str
    kind: FigureKind
    scope: str
    as_of: str | None
    speaker: str | None
    modality: Modality


def claim_rows(dossier: Dossier, wanted: Filter) -> Iterator[ClaimRow]:
    """Yield the claims of a storyline that pass, in order of id."""
    chains: defaultdict[str, set[Link]] = defaultdict(set)
    for evidence in dossier.evidence:
        chains[evidence.claim_id].update(evidence.chain)
    for claim in dossier.claims.values():
        row = _claim_row(dossier, claim)
        if _named(wanted, chains[claim.id], row) and _assessed(wanted, row) and _in(wanted.about, row.gist):
            yield row


def _named(wanted: Filter, links: Iterable[Link], row: ClaimRow) -> bool:
    """Tell whether a claim reached the reader by way of `source`, and `speaker` says it or says otherwise."""
    speakers = {*row.origins, *(link.name for link in links if link.kind == "speaker")}
    names = {*speakers, *(link.name for link in links)}
    return _any_in(wanted.source, names) and _any_in(wanted.speaker, speakers)


def _any_in(part: str, names: Iterable[str]) -> bool:
    return not part or any(_in(part, name) for name in names)


def _assessed(wanted: Filter, row: ClaimRow) -> bool:
    status = wanted.status is None or row.status == wanted.status
    return status and row.n_origins_low >= wanted.min_origins and wanted.on(row.last)


def keeps(wanted: Filter, row: EventRow) -> bool:
    """Tell whether an event passes a filter: `source` is an outlet that states it, `since` the day it was told last."""
    assessed = (wanted.status is None or row.status == wanted.status) and row.counts.origins_low >= wanted.min_origins
    named = _in(wanted.source, row.document.outlet) and _any_in(wanted.speaker, row.origins)
    about = " ".join((row.gist.words.text, row.actor or "", row.act or "", row.acted_on or ""))
    return assessed and named and _in(wanted.about, about) and wanted.on(row.last)


def _claim_row(dossier: Dossier, claim: Claim) -> ClaimRow:
    assessment = dossier.assessments[claim.id]
    days = [step.as_of for step in assessment.history if step.as_of]
    return ClaimRow(
        id=claim.id,
        kind=claim.kind,
        gist=dossier.documents[claim.gist.doc_id].slice(claim.gist),
        doc=claim.gist.doc_id,
        start=claim.gist.start,
        end=claim.gist.end,
        story=claim.story_id,
        storyline=claim.storyline_id,
        status=assessment.status,
        outlets=assessment.outlets,
        texts=assessment.texts,
        origins=assessment.origins,
        n_origins=assessment.n_origins,
        n_origins_low=assessment.n_origins_low,
        n_against=assessment.n_against,
        last=max(days, default=None),
    )


def quote_row(attribution: Attribution, document: Document) -> QuoteRow:
    """Return the row of an attribution."""
    spans = attribution.content or attribution.cue
    return QuoteRow(
        id=attribution.id,
        doc=document.id,
        outlet=document.outlet,
        published=_day(document),
        start=spans[0].start,
        end=spans[-1].end,
        text=" … ".join(document.slice(span) for span in spans),
        quoted=attribution.quoted,
        stance=attribution.stance,
        speaker=attribution.speaker,
        chain=tuple(link.name for link in attribution.chain),
    )


def figure_row(figure: Figure, document: Document) -> FigureRow:
    """Return the row of a figure."""
    return FigureRow(
        id=figure.id,
        doc=document.id,
        outlet=document.outlet,
        published=_day(document),
        start=figure.span.start,
        end=figure.span.end,
        text=document.slice(figure.span),
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        noun=figure.noun,
        predicate=figure.predicate,
        kind=figure.kind,
        scope=figure.scope,
        as_of=figure.as_of,
        speaker=figure.speaker or document.outlet,
        modality=figure.modality,
    )


def sentence_around(document: Document, span: Span) -> Span:
    """Return the line of the text around `span`, for showing it in context."""
    start = document.text.rfind("\n", 0, span.start) + 1
    stop = document.text.find("\n", span.end)
    return Span(document.id, start, len(document.text) if stop < 0 else stop)


def _day(document: Document) -> dt.date | None:
    return document.published.day if document.published else None


def _in(part: str, name: str | None) -> bool:
    return not part or (name is not None and part.casefold() in name.casefold())
