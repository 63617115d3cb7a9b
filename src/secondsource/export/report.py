"""The report on a story: its numbers, its claims in the order of the page, and the words that each rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.export.citing import Work, work
from secondsource.export.holdings import Holdings, Quote
from secondsource.export.layout import Layout, Term
from secondsource.records import Claim, Evidence, Span, Stance, Status, Story

AGAINST: frozenset[Stance] = frozenset({"denies", "disputes"})
"""Stances that contradict a claim."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A printed sentence: what stands before the words it is printed for, those words, and what stands behind."""

    before: str
    words: Quote
    behind: str


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of evidence: who says it in which way, on what day, in which document, and what it counts for."""

    id: str
    sentence: Sentence
    who: str
    stance: Stance
    day: dt.date | None
    counted: bool
    why: str
    work: Work

    @property
    def against(self) -> bool:
        """Whether it contradicts the claim."""
        return self.stance in AGAINST


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPart:
    """A claim with its numbers and its evidence; `origins` is printed as `4` or `2–4`."""

    id: str
    status: str
    outlets: int
    texts: int
    origins: str
    gist: Sentence
    work: Work
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """A story with its claims and its documents; `numbers` are those of its page, by their name."""

    id: str
    title: Quote
    begin: dt.date | None
    end: dt.date | None
    numbers: Mapping[str, str]
    claims: tuple[ClaimPart, ...]
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The stories of a report, and what its statuses mean."""

    stories: tuple[StoryPart, ...]
    terms: tuple[Term, ...]


def report(held: Holdings, layout: Layout) -> Report:
    """Return the report on all stories held."""
    labels = {term.status: term.label for term in layout.terms}
    parts = tuple(_Writer(held, layout, labels).story(story) for story in held.stories.values())
    used = {held.assessments[claim].status for claim in held.claims}
    return Report(parts, tuple(term for term in layout.terms if term.status in used))


@dataclass(frozen=True, slots=True)
class _Writer:
    held: Holdings
    layout: Layout
    labels: Mapping[Status, str]

    def story(self, story: Story) -> StoryPart:
        known = self.layout.ranked.get(story.id) or [claim.id for claim in self.held.claims_of(story.id)]
        works = [work(self.held.documents[key]) for key in story.doc_ids]
        return StoryPart(
            id=story.id,
            title=self.held.quote(story.title),
            begin=story.begin,
            end=story.end,
            numbers=numbers(self.held, story.id),
            claims=tuple(self.claim(self.held.claims[key]) for key in known),
            works=tuple(sorted(works, key=lambda one: (one.day or dt.date.max, one.outlet, one.id))),
        )

    def claim(self, claim: Claim) -> ClaimPart:
        found = self.held.assessments[claim.id]
        return ClaimPart(
            id=claim.id,
            status=self.labels.get(found.status, found.status),
            outlets=found.outlets,
            texts=found.texts,
            origins=between(found.n_origins_low, found.n_origins),
            gist=self.sentence(claim.gist),
            work=work(self.held.documents[claim.gist.doc_id]),
            rows=tuple(self.row(one) for one in _by_day(self.held.evidence.get(claim.id, ()))),
        )

    def row(self, one: Evidence) -> Row:
        source = work(self.held.documents[one.span.doc_id])
        who, day = one.origin or "no source named", one.stated or source.day
        return Row(one.id, self.sentence(one.span), who, one.stance, day, one.counted, one.why, source)

    def sentence(self, span: Span) -> Sentence:
        text, quote = self.held.documents[span.doc_id].text, self.held.quote(span)
        around = self.layout.around.get(span, span)
        return Sentence(text[around.start : span.start], quote, text[span.end : max(around.end, span.end)])


def numbers(held: Holdings, story_id: str) -> dict[str, str]:
    """Return the numbers of a story as its page prints them, by their name."""
    found = held.summaries.get(story_id)
    if found is None:
        return {}
    return {
        "outlets": str(len(found.outlets)),
        "texts": str(found.texts),
        "origins": between(found.origins_low, found.origins),
        "claims": str(found.claims),
        "disputed": str(found.disputed),
        "denied": str(found.denied),
        "revised": str(found.revised),
        "denied, then admitted": str(found.admitted),
    }


def between(low: int, high: int) -> str:
    """Return a number of origins as printed: `4`, or `2–4` where it is a range."""
    return str(high) if low >= high else f"{low}–{high}"


def _by_day(rows: Iterable[Evidence]) -> list[Evidence]:
    return sorted(rows, key=lambda row: (row.stated or dt.date.max, row.span))
