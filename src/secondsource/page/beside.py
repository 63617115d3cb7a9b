"""Two documents, or two parties, side by side: what each says on the claims that both bear on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.page.assertions import EvidenceRow, gist_line, rows
from secondsource.page.counts import Counts, claim_counts
from secondsource.page.dossier import Dossier
from secondsource.page.register import Masthead, Register, register
from secondsource.page.statuses import ORDER
from secondsource.page.words import Line, Words
from secondsource.records import Evidence, Status

A_SIDE, CHOICES = 6, 40
"""Lines of one side on one claim, and documents or parties offered to be set beside."""


@dataclass(frozen=True, slots=True)
class Column:
    """One side: a document (with its `head`) or a party, and on how many claims only this side says something."""

    key: str
    name: str
    head: Masthead | None
    claims: int
    only: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """A claim that both sides bear on, with the lines of each in order of their day."""

    claim_id: str
    gist: Line
    status: Status
    counts: Counts
    left: tuple[EvidenceRow, ...]
    right: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be set beside: a document or a party, on how many claims it says something, and the other one too."""

    key: str
    name: str
    head: Masthead | None
    claims: int
    shared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BesidePage:
    """All that the page prints; a side that is not chosen yet is None, and `meetings` is then empty."""

    story_id: str
    story_title: Words
    left: Column | None
    right: Column | None
    meetings: tuple[Meeting, ...]
    documents: tuple[Choice, ...]
    parties: tuple[Choice, ...]


def beside(dossier: Dossier, story_id: str, one: str = "", other: str = "") -> BesidePage:
    """Return what `one` and `other` say on the same claims.

    Args:
        dossier: the storyline that holds the story.
        story_id: the story that the page belongs to; lines of the whole storyline are compared.
        one: id of a document, or name of an origin; "" for none chosen.
        other: the same.
    """
    filed = register(dossier)
    by_key = _by_key(dossier)
    mine, theirs = by_key.get(one, {}), by_key.get(other, {})
    both = mine.keys() & theirs.keys()
    met = [_meeting(filed, key, mine[key], theirs[key]) for key in both]
    choices = sorted((_choice(filed, key, said, mine) for key, said in by_key.items()), key=_rank)
    return BesidePage(
        story_id=story_id,
        story_title=filed.words(dossier.stories[story_id].title),
        left=_column(filed, one, mine, both) if mine else None,
        right=_column(filed, other, theirs, both) if theirs else None,
        meetings=tuple(sorted(met, key=lambda row: (ORDER[row.status], row.gist.fragment, row.claim_id))),
        documents=tuple(row for row in choices if row.head and row.key not in {one, other})[:CHOICES],
        parties=tuple(row for row in choices if not row.head and row.key not in {one, other})[:CHOICES],
    )


_Said = Mapping[str, tuple[Evidence, ...]]


def _by_key(dossier: Dossier) -> dict[str, dict[str, tuple[Evidence, ...]]]:
    """Return by document and by party what it says on each claim that is assessed."""
    found: defaultdict[str, defaultdict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for row in dossier.evidence:
        if row.claim_id in dossier.assessments:
            for key in (row.span.doc_id, row.origin):
                if key:
                    found[key][row.claim_id].append(row)
    return {key: {claim: tuple(rows) for claim, rows in said.items()} for key, said in found.items()}


def _meeting(filed: Register, claim_id: str, left: Iterable[Evidence], right: Iterable[Evidence]) -> Meeting:
    claim, assessment = filed.dossier.claims[claim_id], filed.assessment(claim_id)
    return Meeting(
        claim_id,
        gist_line(filed, claim),
        assessment.status,
        claim_counts(assessment),
        tuple(rows(filed, left)[:A_SIDE]),
        tuple(rows(filed, right)[:A_SIDE]),
    )


def _column(filed: Register, key: str, said: _Said, both: Iterable[str]) -> Column:
    head = filed.masthead(key) if key in filed.dossier.documents else None
    return Column(key, head.outlet if head else key, head, len(said), len(said) - len(set(both)))


def _choice(filed: Register, key: str, said: _Said, mine: _Said) -> Choice:
    head = filed.masthead(key) if key in filed.dossier.documents else None
    return Choice(key, head.outlet if head else key, head, len(said), len(said.keys() & mine.keys()))


def _rank(row: Choice) -> tuple[int, int, str, str]:
    return -row.shared, -row.claims, row.name, row.key
