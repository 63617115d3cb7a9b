"""The page of a claim: its words, its status with the rule that gave it, and all evidence for and against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from secondsource.page.assertions import Assertion, EvidenceRow, assertions, evidence_row, gist_line
from secondsource.page.chart import Axis
from secondsource.page.counts import Counts, claim_counts
from secondsource.page.dossier import Dossier
from secondsource.page.figures import FigurePanel, figure_panel
from secondsource.page.register import Register, register
from secondsource.page.statuses import AGAINST, StatusNote, note
from secondsource.page.words import Line, Words
from secondsource.records import Claim, ClaimKind, Derived, Status, Step


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """A change of status: when, to what, by which rule, and the evidence that moved it."""

    as_of: dt.date | None
    status: Status
    rule: str
    because: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure that others add up to; each is shown with its sentence."""

    total: Line
    parts: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """All that the page of a claim prints, in order.

    Attributes:
        uncounted: evidence that is not counted as support; `opposed` of it speaks against the claim, `idle` does not.
        settings: the editorial choices that the counts rest on, as sentences.
    """

    id: str
    kind: ClaimKind
    story_id: str
    story_title: Words
    gist: Line
    status: StatusNote
    rule: str
    counts: Counts
    origins: tuple[str, ...]
    history: tuple[HistoryStep, ...]
    supports: tuple[Assertion, ...]
    against: tuple[Assertion, ...]
    uncounted: int
    opposed: int
    idle: int
    evidence: int
    figures: FigurePanel | None
    sums: tuple[Sum, ...]
    settings: tuple[str, ...] = ()


def claim(dossier: Dossier, claim_id: str, axis: Axis | None = None) -> ClaimPage:
    """Return the page of a claim of `dossier`, its chart over the days of `axis`."""
    filed = register(dossier)
    found = dossier.claims[claim_id]
    assessment = filed.assessment(claim_id)
    said = assertions(filed, claim_id)
    evidence = filed.evidence.get(claim_id, ())
    history = tuple(_step(filed, step) for step in assessment.history)
    return ClaimPage(
        id=claim_id,
        kind=found.kind,
        story_id=found.story_id,
        story_title=filed.words(dossier.stories[found.story_id].title),
        gist=gist_line(filed, found),
        status=note(assessment.status),
        rule=history[-1].rule if history else "",
        counts=claim_counts(assessment),
        origins=assessment.origins,
        history=history,
        supports=tuple(one for one in said if not one.first.against),
        against=tuple(one for one in said if one.first.against),
        uncounted=sum(not one.counted for one in evidence),
        opposed=sum(one.stance in AGAINST for one in evidence),
        idle=sum(not one.counted and one.stance not in AGAINST for one in evidence),
        evidence=len(evidence),
        figures=_figures(filed, found, axis),
        sums=tuple(_sum(filed, one) for one in dossier.derived if one.claim_id == claim_id and _known(filed, one)),
        settings=dossier.settings,
    )


def _figures(filed: Register, found: Claim, axis: Axis | None) -> FigurePanel | None:
    return figure_panel(filed, found, axis) if found.kind == "figure" else None


def _step(filed: Register, step: Step) -> HistoryStep:
    by_id = {one.id: one for one in filed.dossier.evidence}
    because = tuple(evidence_row(filed, by_id[key]) for key in step.because if key in by_id)
    return HistoryStep(step.as_of, step.status, step.rule, because)


def _known(filed: Register, one: Derived) -> bool:
    return all(key in filed.figures for key in (one.total, *one.parts))


def _sum(filed: Register, one: Derived) -> Sum:
    total, *parts = (filed.line(filed.figures[key].span) for key in (one.total, *one.parts))
    return Sum(total, tuple(parts))
