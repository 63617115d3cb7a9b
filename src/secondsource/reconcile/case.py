"""What reconciling reads and what it finds: one storyline with everything read out of its documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from secondsource.lexicon.tables import Lexicon
from secondsource.records import (
    Anchor,
    Assessment,
    Attribution,
    Claim,
    ClaimRuling,
    Comparison,
    Derived,
    Document,
    Duplicate,
    Entity,
    Evidence,
    Figure,
    Listed,
    Policy,
    Story,
    Storyline,
    Time,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One storyline and all records of its documents.

    Mappings go by id (anchors by the id of their document).

    Attributes:
        attributions: linked, so that speaker, body and chain are filled.
        figures: with their speaker and attribution.
        roots: name of a speaker or body to the name that stands for it over the whole storyline; a name that is not in
            it stands for itself.
        rulings: what a person has ruled on claims, in the order in which it was ruled.
        listed: the newsroom's own source list.
        policy: its editorial choices.
    """

    storyline: Storyline
    stories: Mapping[str, Story]
    documents: Mapping[str, Document]
    anchors: Mapping[str, Anchor]
    copies: tuple[Duplicate, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    roots: Mapping[str, str]
    lexicon: Lexicon
    rulings: tuple[ClaimRuling, ...] = ()
    listed: tuple[Listed, ...] = ()
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Claims with their evidence and assessment, each tuple in order of id."""

    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    derived: tuple[Derived, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
