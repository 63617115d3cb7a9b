"""Holds a draft beside the store: what each of its lines meets there, without a trace of it left.

The draft is read as one more article, in a transaction that is taken back; so it is read by the very rules by which
the articles were.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from secondsource.errors import UsageError
from secondsource.ingest import Given, read_bytes
from secondsource.lexicon.tables import Lexicon
from secondsource.pipeline.changes import Standing, standing
from secondsource.pipeline.checking import Condition, met, met_by_line
from secondsource.pipeline.reader import Reader
from secondsource.records import Assessment, Claim, Document, Evidence, Reject, Span, Status
from secondsource.store import Store
from secondsource.text.segment import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A claim of the store that a line of the draft bears on, as it stands without the draft.

    `text` are the words that state it, `start` to `end` (half-open code points) of document `doc`.
    """

    claim: str
    story: str
    status: Status
    n_origins: int
    n_origins_low: int
    text: str
    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line of the draft that bears on a claim: its characters, and where they stand in the draft's text.

    Attributes:
        sentence: the sentence around it, in which it begins at code point `at`.
        meets: the conditions that it meets, each with its reason.
        beside: the claim in the store; None where no document there bears on it.
    """

    start: int
    end: int
    text: str
    sentence: str
    at: int
    meets: tuple[tuple[Condition, str], ...]
    beside: Met | None


class _TakenBackError(Exception):
    """Ends the transaction in which a draft is read."""


def read(text: str, day: dt.date, lexicon: Lexicon) -> Document:
    """Return a draft as a document published on `day`.

    Raises:
        UsageError: it holds no article.
    """
    known = Given(published=day.isoformat())
    found = next(iter(read_bytes(text.encode("utf-8", "replace"), "draft.txt", lexicon=lexicon, given=known)))
    if isinstance(found, Reject):
        message = f"the draft cannot be read: {found.reason}"
        raise UsageError(message)
    return found


def held_beside(desk: Reader, store: Store, draft: Document, refresh: Callable[[], None]) -> tuple[DraftLine, ...]:
    """Return the lines of a draft that bear on claims, in order of its text.

    Args:
        desk: reads `store`.
        store: keeps the draft only until the lines are known.
        draft: the document.
        refresh: runs the stages that are due.

    Raises:
        UsageError: the draft is one of the documents of the store, or is in a language that is not analysed.
        StoreError: the store may not be written to, or another program is writing to it.
    """
    if not draft.analysed:
        message = f"the draft reads as '{draft.language}'; only English is analysed"
        raise UsageError(message)
    if store.get(Document, draft.id) is not None:
        message = "the draft is a document of the store already; `check --story` looks at what is there"
        raise UsageError(message)
    before = _Before(desk, standing(desk), {row.claim_id: row for row in desk.scan(Assessment)})
    found, mates = _tried(desk, store, draft, refresh)
    lines = {line for row in found for line in before.lines(draft, row, mates.get(row.claim_id, frozenset()))}
    return tuple(sorted(lines, key=lambda one: (one.start, one.end, one.beside.claim if one.beside else "")))


def _tried(
    desk: Reader, store: Store, draft: Document, refresh: Callable[[], None]
) -> tuple[list[Evidence], Mapping[str, frozenset[Span]]]:
    """Return the draft's evidence, and by claim the words of the documents that bear on the same."""
    found: list[Evidence] = []
    mates: defaultdict[str, set[Span]] = defaultdict(set)
    with suppress(_TakenBackError), store.transaction():
        store.put([draft])
        refresh()
        found = [row for row in desk.scan(Evidence) if row.span.doc_id == draft.id]
        asked = {row.claim_id for row in found}
        for row in desk.scan(Evidence):
            if row.claim_id in asked and row.span.doc_id != draft.id:
                mates[row.claim_id].add(row.span)
        raise _TakenBackError
    return found, {key: frozenset(spans) for key, spans in mates.items()}


@dataclass(frozen=True, slots=True)
class _Before:
    """The store without the draft: how its claims stand, and their assessments by id."""

    desk: Reader
    standing: Standing
    assessments: Mapping[str, Assessment]

    def lines(self, draft: Document, row: Evidence, mates: Iterable[Span]) -> Iterator[DraftLine]:
        """Yield a line for each claim of the store that evidence of the draft bears on, or one for none."""
        known = {key for span in mates for key in self.standing.at.get(span, ())}
        place = row.span.start, row.span.end, draft.slice(row.span), *_around(draft, row.span)
        for key in sorted(known):
            claim, assessment = self.desk.get(Claim, key), self.assessments[key]
            yield DraftLine(*place, self._meets(row, claim, assessment), self._met(claim, assessment))
        if not known:
            yield DraftLine(*place, (("unsupported", "no document of the store bears on it"),), None)

    def _meets(self, row: Evidence, claim: Claim, assessment: Assessment) -> tuple[tuple[Condition, str], ...]:
        conditions = list(met(assessment))
        if row.value is not None:
            evidence = self.desk.dossier(claim.storyline_id).evidence
            alike = [one for one in evidence if one.claim_id == claim.id and one.value == row.value]
            if not alike:
                conditions.append(("unsupported", "no document of the store gives this value"))
            overtaken = [one for one in alike if one.superseded]
            conditions += [one for row in overtaken[:1] for one in met_by_line(row) if one[0] == "superseded"]
        return tuple(conditions)

    def _met(self, claim: Claim, assessment: Assessment) -> Met:
        gist = claim.gist
        return Met(
            claim=claim.id,
            story=claim.story_id,
            status=assessment.status,
            n_origins=assessment.n_origins,
            n_origins_low=assessment.n_origins_low,
            text=self.desk.get(Document, gist.doc_id).slice(gist),
            doc=gist.doc_id,
            start=gist.start,
            end=gist.end,
        )


def _around(draft: Document, span: Span) -> tuple[str, int]:
    """Return the sentence around `span`, and where in it `span` begins."""
    for part in draft.spans("headline", "body"):
        for start, end in sentences(draft.text, part.start, part.end):
            if start <= span.start < end:
                return draft.text[start : max(end, span.end)], span.start - start
    return draft.slice(span), 0
