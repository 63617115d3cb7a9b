"""Looks for lines that someone who hands them on has to know about: of one origin, contested, overtaken, not counted.

Nothing here weighs what holds: each finding names the condition it meets and the words it rests on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from secondsource.page.dossier import Dossier
from secondsource.page.statuses import AGAINST
from secondsource.pipeline.rows import ALL, ClaimRow, Filter, claim_rows
from secondsource.records import Assessment, Evidence, Span, Status

Condition = Literal[
    "single_source", "corroborated", "disputed", "denied", "revised", "denied_then_admitted", "one_origin",
    "superseded", "not_counted", "unsupported",
]  # fmt: skip
"""The six statuses; at most one origin for certain; a value that a later one took the place of; a line that is not
counted as support; and, of a draft, a line that no document of the store bears on."""
USUAL: tuple[Condition, ...] = ("disputed", "denied", "superseded")
"""What is looked for where nothing else is asked."""
_LINES: frozenset[Condition] = frozenset({"superseded", "not_counted"})
_OVERTAKEN = "a later figure or account took its place"
_ONE = "no more than one origin is known for certain"


@dataclass(frozen=True, slots=True)
class Rule:
    """What to look for: conditions, of which any is a hit, in the claims that pass a filter.

    Attributes:
        name: what the rule is called in its findings.
        story: only this story and those that follow it up; None for the whole store.
    """

    name: str
    on: tuple[Condition, ...] = USUAL
    wanted: Filter = ALL
    story: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A line that meets a condition: its words, where they stand, the claim they bear on, and why it meets it."""

    rule: str
    condition: Condition
    claim: str
    story: str
    status: Status
    n_origins: int
    n_origins_low: int
    last: dt.date | None
    text: str
    doc: str
    start: int
    end: int
    outlet: str | None
    why: str


def findings(told: Dossier, rule: Rule) -> Iterator[Finding]:
    """Yield what a rule finds in a storyline: claims in order of id, in each the claim itself before its lines."""
    lines: dict[str, list[Evidence]] = {}
    for row in told.evidence if _LINES & set(rule.on) else ():
        lines.setdefault(row.claim_id, []).append(row)
    for claim in claim_rows(told, rule.wanted):
        assessment = told.assessments[claim.id]
        gist = told.claims[claim.id].gist
        for condition, why in met(assessment):
            if condition in rule.on:
                yield _finding(told, rule, claim, condition=condition, at=(gist, why))
        for row in lines.get(claim.id, ()):
            for condition, why in met_by_line(row):
                if condition in rule.on:
                    yield _finding(told, rule, claim, condition=condition, at=(row.span, why))


def met(assessment: Assessment) -> Iterator[tuple[Condition, str]]:
    """Yield the conditions that a claim meets, with the reason of each."""
    yield assessment.status, assessment.history[-1].rule if assessment.history else ""
    if assessment.n_origins_low <= 1:
        yield "one_origin", _ONE


def met_by_line(row: Evidence) -> Iterator[tuple[Condition, str]]:
    """Yield the condition that one line meets, with its reason: what is overtaken is not counted for that alone."""
    if row.superseded:
        yield "superseded", _OVERTAKEN
    elif not row.counted and row.stance not in AGAINST:
        yield "not_counted", row.why


def _finding(told: Dossier, rule: Rule, claim: ClaimRow, *, condition: Condition, at: tuple[Span, str]) -> Finding:
    span, why = at
    document = told.documents[span.doc_id]
    return Finding(
        rule=rule.name,
        condition=condition,
        claim=claim.id,
        story=claim.story,
        status=claim.status,
        n_origins=claim.n_origins,
        n_origins_low=claim.n_origins_low,
        last=claim.last,
        text=document.slice(span),
        doc=span.doc_id,
        start=span.start,
        end=span.end,
        outlet=document.outlet,
        why=why,
    )


def ordered(found: Sequence[Finding]) -> list[Finding]:
    """Return findings with the latest change of status first, the lines of a claim together."""
    day: Mapping[str, int] = {one.claim: -(one.last or dt.date.min).toordinal() for one in found}
    return sorted(found, key=lambda one: (day[one.claim], one.claim, one.condition, one.doc, one.start))
