"""Hands the records of a store, or of one storyline, over to the formats, with what the pages make of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from secondsource import page
from secondsource.export import forms
from secondsource.export.layout import Curve, Layout, Mark, Term
from secondsource.page.assertions import EvidenceRow
from secondsource.page.chart import Chart, Datum
from secondsource.page.dossier import Dossier
from secondsource.page.figures import FigurePanel, figure_panel
from secondsource.page.register import Register, register
from secondsource.page.statuses import NOTES
from secondsource.page.story import StoryPage
from secondsource.pipeline.reader import Reader
from secondsource.records import (
    Assessment,
    Attribution,
    Claim,
    Comparison,
    Derived,
    Document,
    Duplicate,
    Entity,
    Evidence,
    Figure,
    Span,
    Story,
    Storyline,
    Summary,
    Time,
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Part:
    """The records of one storyline, scanned as a store is; rejects belong to none."""

    rows: Mapping[type, tuple[object, ...]]

    def scan(self, kind: type[Row]) -> Iterator[Row]:
        """Yield the records of a class in order of their id."""
        return iter(cast("tuple[Row, ...]", self.rows.get(kind, ())))


def export(desk: Reader, name: str, *, story: str | None, at: dt.datetime | None) -> bytes:
    """Return the records in the format `name`.

    Raises:
        UsageError: there is no such format or story, or the format needs an extra that is not installed.
    """
    wanted = forms.form(name)
    told = desk.dossier(story) if story is not None else None
    source = desk if told is None else part(desk, told)
    lines = [told] if told else (desk.dossier(line.id) for line in desk.scan(Storyline))
    return forms.write(wanted, source, layout(lines) if wanted.paged else Layout(), at)


def part(desk: Reader, told: Dossier) -> Part:
    """Return the records of a storyline."""
    classes: Iterable[tuple[type, Iterable[object]]] = (
        (Storyline, [told.storyline]),
        (Story, told.stories.values()),
        (Summary, [row for row in desk.scan(Summary) if row.id in told.stories]),
        (Document, told.documents.values()),
        (Duplicate, told.copies),
        (Entity, told.entities),
        (Attribution, told.attributions),
        (Time, told.times),
        (Figure, told.figures),
        (Claim, told.claims.values()),
        (Evidence, told.evidence),
        (Assessment, told.assessments.values()),
        (Derived, told.derived),
        (Comparison, told.comparisons),
    )
    return Part({kind: tuple(rows) for kind, rows in classes})


def layout(lines: Iterable[Dossier]) -> Layout:
    """Return the order of claims, the sentences around words and the series of figures, as the pages have them."""
    ranked: dict[str, tuple[str, ...]] = {}
    around: dict[Span, Span] = {}
    curves: list[Curve] = []
    for told in lines:
        filed = register(told)
        around |= _sentences(filed)
        for key in told.stories:
            ranked[key] = _order(page.story(told, key))
            curves += _curves(filed, ranked[key])
    terms = tuple(Term(row.status, row.label, row.means, row.does_not_mean) for row in NOTES)
    return Layout(ranked, around, tuple(curves), terms)


def _order(shown: StoryPage) -> tuple[str, ...]:
    return tuple(row.id for row in (*shown.highlights, *shown.others))


def _sentences(filed: Register) -> dict[Span, Span]:
    """Return the printed sentence around each gist and each piece of evidence, where it holds all of the words."""
    told = filed.dossier
    lines = {claim.gist: filed.line(claim.gist) for claim in told.claims.values()}
    lines |= {row.span: filed.line(row.span) for row in told.evidence}
    return {span: line.words.span for span, line in lines.items() if span.within(line.words.span)}


def _curves(filed: Register, ranked: Iterable[str]) -> Iterator[Curve]:
    """Yield the series of the claims that a chart can be drawn for, in order of the page."""
    for claim in (filed.dossier.claims[key] for key in ranked):
        panel = figure_panel(filed, claim) if claim.kind == "figure" else None
        if panel is not None and panel.chart is not None:
            yield _curve(claim, panel, panel.chart)


def _curve(claim: Claim, panel: FigurePanel, chart: Chart) -> Curve:
    rows = {one.first.id: one.first for one in panel.rows}
    data = sorted((point.datum for point in chart.points), key=lambda one: (one.day, one.key))
    return Curve(
        claim_id=claim.id,
        story_id=claim.story_id,
        gist=claim.gist,
        noun=panel.noun,
        axis=chart.axis,
        marks=tuple(_mark(one, rows[one.key]) for one in data),
    )


def _mark(one: Datum, row: EvidenceRow) -> Mark:
    return Mark(
        evidence_id=one.key,
        day=one.day,
        low=one.low,
        high=one.high,
        bound=row.reading.bound if row.reading else "=",
        party=row.origin if row.origin and one.named else "no source named",
        named=one.named,
        projection=one.projection,
        span=row.words.span,
    )
