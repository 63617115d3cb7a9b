"""All that is known about one storyline, as the page models read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secondsource import records


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The records of one storyline: its stories, their documents, and everything read out of them.

    Mappings go by id (anchors and assessments by the id of their document and claim); tuples are in order of id.
    `settings` are the editorial choices that the counts rest on, as sentences.
    """

    storyline: records.Storyline
    stories: Mapping[str, records.Story]
    documents: Mapping[str, records.Document]
    anchors: Mapping[str, records.Anchor]
    copies: tuple[records.Duplicate, ...]
    entities: tuple[records.Entity, ...]
    attributions: tuple[records.Attribution, ...]
    times: tuple[records.Time, ...]
    figures: tuple[records.Figure, ...]
    claims: Mapping[str, records.Claim]
    evidence: tuple[records.Evidence, ...]
    assessments: Mapping[str, records.Assessment]
    derived: tuple[records.Derived, ...]
    comparisons: tuple[records.Comparison, ...] = ()
    settings: tuple[str, ...] = ()
