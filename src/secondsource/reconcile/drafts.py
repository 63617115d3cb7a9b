"""A claim before its evidence is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.reconcile.index import Index
from secondsource.reconcile.weighing import Mark
from secondsource.records import Claim, ClaimKind, Span, identity


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim with the stretches that bear on it."""

    claim: Claim
    marks: tuple[Mark, ...]


def claim(index: Index, kind: ClaimKind, gist: Span, about: tuple[str, ...], *, key: str) -> Claim:
    """Return the claim that `gist` states best; `key` is its first evidence, so that news keeps its id."""
    stories = sorted(story.id for story in index.case.stories.values() if gist.doc_id in story.doc_ids)
    return Claim(
        id=identity("c", kind, key),
        kind=kind,
        storyline_id=index.case.storyline.id,
        story_id=stories[0] if stories else "",
        gist=gist,
        about=about,
    )
