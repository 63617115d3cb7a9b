"""What several articles add up to: claims, the evidence that bears on them, and what it comes to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from secondsource.records.documents import Span
from secondsource.records.readings import Link
from secondsource.records.vocabulary import Bound, ClaimKind, Stance, Status, Verdict


@dataclass(frozen=True, slots=True)
class Claim:
    """A fixed proposition that several documents may bear on.

    `gist` points at the words that state it best; `about` is the key that lines evidence up (a figure's series, an
    event's actor, act and object, or the words of a statement).
    """

    id: str
    kind: ClaimKind
    storyline_id: str
    story_id: str
    gist: Span
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One stretch of text that bears on a claim.

    Attributes:
        stated: day on which it was said or printed, None where unknown.
        origin: the party that says it on its own knowledge, None where the text names nobody.
        counted: whether it counts as support from `origin`; `why` says why not (or how), as a sentence without names.
        ref: id of the figure or attribution that it rests on, None for plain prose.
        value: the figure's (low, high, bound) where it has one.
        likely: for a line in an outlet's own voice, the party on whose word it may rest.
        party: under which name the newsroom counts the origin as one with others, None where it counts by itself.
    """

    id: str
    claim_id: str
    span: Span
    stance: Stance
    chain: tuple[Link, ...]
    origin: str | None
    counted: bool
    why: str
    stated: dt.date | None = None
    ref: str | None = None
    value: tuple[float | None, float | None, Bound] | None = None
    superseded: bool = False
    likely: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a claim's status: on `as_of` it became `status` because of these evidence ids."""

    as_of: dt.date | None
    status: Status
    because: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a claim's set of evidence adds up to; a pure function of that set.

    `origins` are the distinct roots that support the claim.  `n_origins_low` folds an unsourced line into the source
    named beside it, `n_origins` counts it apart.  `because` lists the evidence that moved the status.
    """

    claim_id: str
    status: Status
    because: tuple[str, ...]
    origins: tuple[str, ...]
    n_origins: int
    n_origins_low: int
    n_against: int
    outlets: int
    texts: int
    history: tuple[Step, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure that is the sum of others: consistent with them, and no source of its own."""

    id: str
    claim_id: str
    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the figure `later` of a claim stands to the figure `earlier`, which may belong to another claim.

    Attributes:
        earlier, later: ids of figures.
        rule: name of the rule that gave the verdict, as `because` gives its sentence.
    """

    id: str
    claim_id: str
    earlier: str
    later: str
    verdict: Verdict
    rule: str
    because: str
