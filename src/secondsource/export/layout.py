"""What the reports take over from the pages: the order of claims, the sentences around words, the series of figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from secondsource.records import Bound, Span, Status


@dataclass(frozen=True, slots=True)
class Term:
    """What a status is called, what it means, and what it does not mean."""

    status: Status
    label: str
    means: str
    does_not_mean: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One value of a series: on `day` the party gave `low` to `high` in the words at `span`; an open side is None."""

    evidence_id: str
    day: dt.date
    low: float | None
    high: float | None
    bound: Bound
    party: str
    named: bool
    projection: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The values given for one claim; `axis` tells whether its days are those it is about or those it was said on."""

    claim_id: str
    story_id: str
    gist: Span
    noun: str
    axis: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The order and the context that pages give to records.

    Attributes:
        ranked: ids of the claims of each story, weightiest first.
        around: the sentence around each gist and piece of evidence; words without one stand alone.
    """

    ranked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    around: Mapping[Span, Span] = field(default_factory=dict)
    curves: tuple[Curve, ...] = ()
    terms: tuple[Term, ...] = ()
