"""Which claims come first on the page of a story, so that it leads with what matters and says nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from secondsource.page.claim_rows import ClaimRow
from secondsource.page.register import Register, attributed
from secondsource.page.statuses import OPEN, ORDER
from secondsource.records import Span, Stance, Story

CONTESTED = 3.0
"""What a claim gains that some assert and others deny."""
FRAGMENT = -5.0
"""What a claim loses whose words are no statement (`These reports`)."""
_STANCE: dict[Stance, float] = {
    "admits": 1.0, "denies": 1.0, "disputes": 1.0, "corrects": 1.0, "alleges": 0.5, "estimates": 0.5,
}  # fmt: skip
"""What a claim gains by what its first speaker does with it; to say, predict or demand gains nothing."""
LEADING, AGAIN = 12, 0.6
"""Claims that are picked for variety, and what a party loses for each of its claims that is picked already."""
_SENTENCE = range(7, 46)
"""Words of a line that can be read by itself."""


def ranked(register: Register, story: Story, rows: Sequence[ClaimRow]) -> tuple[ClaimRow, ...]:
    """Return claims in the order of a page: by weight, a claim of a sentence that stands above it after all others.

    A contested claim keeps its place beside an uncontested one in the same sentence.
    The weight counts texts, origins and values; outlets add nothing, for forty reprints make a claim no weightier.
    Among claims alike in these, those lead that are counted, denied or alleged, that come from a party heard in
    several documents, and that stand early in their document (reports give what matters first: the inverted pyramid,
    Poettker 2003).
    """
    heard = _heard(register, story)
    weights = {row.id: _weight(register, heard, row) for row in rows}
    first: list[ClaimRow] = []
    again: list[ClaimRow] = []
    for row in sorted(rows, key=lambda row: (-weights[row.id], ORDER[row.status], row.id)):
        above = [other for other in first if _contested(other) or not _contested(row)]
        (again if any(_same_words(row, other) for other in above) else first).append(row)
    return (*_varied(first, weights), *again)


def _varied(rows: Sequence[ClaimRow], weights: Mapping[str, float]) -> list[ClaimRow]:
    """Return the rows with the first `LEADING` picked one by one, each party losing weight by those already picked."""
    rest, found = list(rows), list[ClaimRow]()
    picked: Counter[str] = Counter()
    while rest and len(found) < LEADING:
        best = max(rest, key=lambda row: weights[row.id] - AGAIN * picked[_party(row)])
        picked[_party(best)] += 1
        found.append(best)
        rest.remove(best)
    return found + rest


def _contested(row: ClaimRow) -> bool:
    return row.status in OPEN and row.counts.origins > 0


def _party(row: ClaimRow) -> str:
    return (row.lead.first.origin or "") if row.lead else ""


def unseen(rows: Iterable[ClaimRow], above: Sequence[ClaimRow]) -> tuple[ClaimRow, ...]:
    """Return the rows with a sentence that no row of `above` and no row before them prints."""
    seen = {row.gist.words.span for row in above}
    found = []
    for row in rows:
        if row.gist.words.span not in seen and not row.gist.fragment:
            found.append(row)
        seen.add(row.gist.words.span)
    return tuple(found)


def _heard(register: Register, story: Story) -> dict[str, int]:
    """Return in how many documents of the story each party is named as one who speaks."""
    spoken = {(one.origin, one.span.doc_id) for one in register.dossier.evidence if one.origin and attributed(one)}
    found: dict[str, int] = {}
    for origin, doc_id in spoken:
        if origin and doc_id in story.doc_ids:
            found[origin] = found.get(origin, 0) + 1
    return found


def _same_words(one: ClaimRow, two: ClaimRow) -> bool:
    same_sentence = one.gist.words.span == two.gist.words.span
    return same_sentence or any(mark.overlaps(other) for mark in one.gist.marks for other in two.gist.marks)


def _weight(register: Register, heard: dict[str, int], row: ClaimRow) -> float:
    contested = CONTESTED * _contested(row) + row.against_count
    evidence = row.counts.texts + row.counts.origins + len(row.values) * (row.kind == "figure")
    return evidence + contested + _interest(heard, row) + 1 - _depth(register, row.gist.words.span)


def _interest(heard: dict[str, int], row: ClaimRow) -> float:
    lead = row.lead.first if row.lead else None
    found = float(row.kind == "figure") + FRAGMENT * row.gist.fragment
    found += 0.5 * (len(row.gist.words.text.split()) in _SENTENCE)
    if lead is None or not lead.named:
        return found
    return found + _STANCE.get(lead.stance, 0.0) + 0.5 * min(3, heard.get(lead.origin or "", 0) - 1)


def _depth(register: Register, span: Span) -> float:
    """Return how far down in its document a line stands, 0 to 1."""
    return span.start / max(1, len(register.document(span.doc_id).text))
